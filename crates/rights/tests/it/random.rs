//! Random small schemas, rows and people: after an erasure a database holds exactly what the model says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use abide_rights::execute::Standing;
use abide_rights::plan::Fingerprint;
use abide_rights::reach::Subject;
use abide_rights::verify::touched;
use abide_tests::postgres::Postgres as Server;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::chart::{Trial, ask, attempt, subject};
use crate::model::{At, Edge, Kind, Model, Row, Table};
use crate::world::Base;

const ACTIONS: [Option<&str>; 7] = [
    None,
    None,
    Some("NO ACTION"),
    Some("RESTRICT"),
    Some("CASCADE"),
    Some("SET NULL"),
    Some("SET DEFAULT"),
];
const KINDS: [(Kind, &str); 7] = [
    (Kind::OwnedBy, "owned-by"),
    (Kind::OwnedBy, "owned-by"),
    (Kind::OwnedBy, "owned-by"),
    (Kind::Owns, "owns"),
    (Kind::AccessedBy, "accessed-by"),
    (Kind::Accesses, "accesses"),
    (Kind::Unmapped, ""),
];

type Case = (Model, Vec<At>);

fn tables() -> impl Strategy<Value = Vec<Table>> {
    let some = |weight: f64| proptest::bool::weighted(weight);
    let table = (some(0.2), some(0.25), some(0.1), any::<bool>());
    let made = |(person, anonymize, keep, note_may_be_empty)| Table {
        person,
        anonymize,
        keep,
        note_may_be_empty,
    };
    proptest::collection::vec(table.prop_map(made), 3..=6).prop_map(|mut tables| {
        tables[0].person = true;
        tables[0].keep = false;
        tables
    })
}

fn edges(tables: Vec<Table>) -> impl Strategy<Value = (Vec<Table>, Vec<Edge>)> {
    let count = tables.len();
    let edge = (0..count, 0..count, any::<bool>(), 0..ACTIONS.len(), 0..KINDS.len(), any::<bool>());
    proptest::collection::vec(edge, 2..=9).prop_map(move |found| {
        let edge =
            |(from, to, nullable, key, kind, about): (usize, usize, bool, usize, usize, bool)| {
                let (mut kind, _) = KINDS[kind];
                // That is how duplicates are merged: whoever owns the other is the same person.
                if from == to && tables[from].person && kind == Kind::OwnedBy {
                    kind = Kind::Unmapped;
                }
                // What empties a column that may not be empty, SQLite refuses in a circle.
                let key = ACTIONS[key].filter(|action| nullable || !action.starts_with("SET"));
                Edge { from, to, nullable, key, kind, about }
            };
        (tables.clone(), found.into_iter().map(edge).collect())
    })
}

fn case() -> impl Strategy<Value = Case> {
    let schema = tables().prop_flat_map(edges);
    let rows = proptest::collection::vec(1_i64..=4, 6);
    let picks = proptest::collection::vec(any::<u8>(), 64);
    let who = proptest::collection::vec(1_i64..=4, 1..=3);
    (schema, rows, picks, who).prop_map(|((tables, edges), counts, picks, who)| {
        let mut picks = picks.into_iter().map(i64::from).cycle();
        let mut rows = BTreeMap::new();
        for table in 0..tables.len() {
            for id in 1..=counts[table] {
                let mut refers = BTreeMap::new();
                for (number, edge) in edges.iter().enumerate().filter(|(_, e)| e.from == table) {
                    let pick = picks.next().unwrap();
                    let value = 1 + pick % counts[edge.to];
                    let lost = edge.key.is_none() && pick % 7 == 0;
                    let value = if lost { 99 } else { value };
                    refers.insert(number, (!edge.nullable || pick % 3 != 0).then_some(value));
                }
                rows.insert((table, id), Row { refers, note: Some(format!("note {table} {id}")) });
            }
        }
        (Model { tables, edges, rows }, who.into_iter().map(|id| (0, id)).collect())
    })
}

/// The tables, their rows, then the foreign keys: SQLite has them from the start and does not look yet.
fn sql(model: &Model, sqlite: bool) -> String {
    let mut sql = if sqlite { "PRAGMA foreign_keys = OFF; " } else { "" }.to_owned();
    let mut later = String::new();
    for (number, table) in model.tables.iter().enumerate() {
        let null = if table.note_may_be_empty { "" } else { "NOT NULL" };
        let _ = write!(sql, "CREATE TABLE t{number} (id INTEGER PRIMARY KEY, note TEXT {null}");
        for (at, edge) in model.edges.iter().enumerate().filter(|(_, e)| e.from == number) {
            let _ = write!(sql, ", r{at} INTEGER {}", if edge.nullable { "" } else { "NOT NULL" });
            let Some(action) = edge.key else { continue };
            let key = format!("REFERENCES t{} (id) ON DELETE {action}", edge.to);
            if sqlite {
                let _ = write!(sql, " {key}");
            } else {
                let _ = write!(later, "ALTER TABLE t{number} ADD FOREIGN KEY (r{at}) {key}; ");
            }
        }
        sql.push_str("); ");
    }
    for ((table, id), row) in &model.rows {
        let number = |v: &Option<i64>| v.map_or_else(|| "NULL".to_owned(), |v| v.to_string());
        let refers: String = row.refers.values().map(|v| format!(", {}", number(v))).collect();
        let note = row.note.as_deref().unwrap_or_default();
        let _ = write!(sql, "INSERT INTO t{table} VALUES ({id}, '{note}'{refers}); ");
    }
    sql + &later
}

fn map(model: &Model) -> String {
    let mut map = String::new();
    for (number, table) in model.tables.iter().enumerate() {
        let word = |is: bool, word: &'static str| if is { word } else { "" };
        let _ = writeln!(
            map,
            "t{number} note:empty {} {} {}",
            word(table.person, "person"),
            word(table.anonymize, "anonymize"),
            word(table.keep, "keep=invoices")
        );
        for (at, edge) in model.edges.iter().enumerate().filter(|(_, e)| e.from == number) {
            let Some((_, kind)) = KINDS.iter().find(|(k, w)| *k == edge.kind && !w.is_empty())
            else {
                continue;
            };
            let _ = writeln!(map, "r{at} {kind} t{} {}", edge.to, word(edge.about, "about=note"));
        }
    }
    map
}

async fn held(base: &Base, model: &Model) -> Vec<Vec<String>> {
    let mut held = Vec::new();
    for table in 0..model.tables.len() {
        held.push(ask(base, &format!("SELECT * FROM t{table}")).await);
    }
    held
}

fn expected(model: &Model) -> Vec<Vec<String>> {
    let mut expected = vec![Vec::new(); model.tables.len()];
    for ((table, id), row) in &model.rows {
        let mut cells = vec![id.to_string(), row.note.clone().unwrap_or_else(|| "NULL".to_owned())];
        let number = |v: &Option<i64>| v.map_or_else(|| "NULL".to_owned(), |v| v.to_string());
        cells.extend(row.refers.values().map(number));
        expected[*table].push(cells.join("|"));
    }
    expected.iter_mut().for_each(|rows| rows.sort());
    expected
}

async fn holds(base: &Base, (before, who): Case) {
    let trial = Trial::new(base, &sql(&before, base.is_sqlite()), &map(&before)).await;
    assert_eq!(held(base, &before).await, expected(&before));
    let mut after = before.clone();
    let counts = after.erase(&who);
    let people: Vec<String> = who.iter().map(|(t, id)| format!("t{t}:{id}")).collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let done = trial.erase(&people).await;
    assert_eq!(held(base, &before).await, expected(&after), "{}", map(&before));
    assert_eq!(done, counts);
    for store in &trial.world.stores {
        store.close().await.unwrap();
    }
}

/// People whose plans were approved one by one, in one pass: who goes in it is erased as if alone, and the others are not
/// touched. How many went.
async fn each_holds(base: &Base, (before, mut who): Case) -> usize {
    who.sort_unstable();
    who.dedup();
    let trial = Trial::new(base, &sql(&before, base.is_sqlite()), &map(&before)).await;
    let people: Vec<Subject> =
        who.iter().map(|(t, id)| subject(&trial.world, &format!("t{t}:{id}"))).collect();
    let mut approved = Vec::new();
    for person in &people {
        approved.push(trial.world.work(std::slice::from_ref(person)).left(0).await.unwrap());
    }
    let work = trial.world.work(&people);
    let prints: Vec<Fingerprint> = approved.iter().map(|a| a.fingerprint).collect();
    let ready = work.prepare_each(0, &prints, &mut |_, _, _| ()).await.unwrap();
    let shares = ready.shares().clone();
    let done = [ready.save().await.unwrap()];
    let mut after = before.clone();
    for (at, share) in &shares {
        assert_eq!((share.deleted, share.changed), after.erase(&[who[*at]]), "{}", map(&before));
        let alone = trial.world.work(&people[*at..=*at]);
        let stands = alone.standing(&approved[*at], Some(share.after.stores[0])).await.unwrap();
        let idle = approved[*at].is_idle();
        assert!(stands == Standing::After || idle, "{stands:?} {}", map(&before));
    }
    assert_eq!(held(base, &before).await, expected(&after), "{}", map(&before));
    let gone: Vec<Subject> = shares.keys().map(|at| people[*at].clone()).collect();
    let proof = touched(&trial.world.work(&gone), &done).await.unwrap().unwrap();
    let parts: Vec<_> = shares.values().map(|share| vec![share.clone()]).collect();
    assert_eq!(proof.divided(&parts).map(|parts| parts.len()), Some(shares.len()));
    for (at, person) in people.iter().enumerate().filter(|(at, _)| !shares.contains_key(at)) {
        let counts = after.erase(&[who[at]]);
        let done = attempt(&trial.world, std::slice::from_ref(person)).await.unwrap();
        assert_eq!(done, counts, "{}", map(&before));
    }
    assert_eq!(held(base, &before).await, expected(&after), "{}", map(&before));
    for store in &trial.world.stores {
        store.close().await.unwrap();
    }
    shares.len()
}

/// Bases and cases; the same each time.
fn run(cases: u32, base: impl FnMut() -> Base) {
    each(cases, base, async |base, case| holds(base, case).await);
}

fn each(cases: u32, mut base: impl FnMut() -> Base, holds: impl AsyncFn(&Base, Case)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let config =
        Config { failure_persistence: None, max_shrink_iters: 300, ..Config::with_cases(cases) };
    // The same cases each time: a change is what fails, not chance.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let base = std::cell::RefCell::new(&mut base);
    let held = TestRunner::new_with_rng(config, rng).run(&case(), |case| {
        let base = (base.borrow_mut())();
        let held = std::panic::AssertUnwindSafe(|| runtime.block_on(holds(&base, case)));
        std::panic::catch_unwind(held).map_err(|why| {
            let why = why.downcast_ref::<String>().cloned();
            TestCaseError::fail(why.unwrap_or_default())
        })
    });
    if let Err(error) = held {
        panic!("{error}");
    }
}

#[test]
fn who_shares_nothing_goes_with_others_as_if_alone() {
    let alone = std::cell::Cell::new((0, 0));
    each(96, Base::sqlite, async |base, case| {
        let went = each_holds(base, case).await;
        let (one, more) = alone.get();
        alone.set((one + usize::from(went == 1), more + usize::from(went > 1)));
    });
    let (one, more) = alone.get();
    assert!(one > 10 && more > 10, "one alone {one} times, several {more} times");
}

#[test]
fn sqlite_holds_what_the_model_says() {
    run(96, Base::sqlite);
}

#[test]
fn postgresql_holds_what_the_model_says() {
    let Some(server) = Server::start() else { return };
    let mut number = 0;
    run(16, || {
        number += 1;
        Base::postgres(&server, &format!("random{number}"))
    });
}

//! A map in a few lines, and an erasure that is looked at from all sides.
//!
//! A line without indentation is a table with what the map says about it; below it stand its edges:
//!
//!     people person anonymize known=email email:unique
//!     orders keep=invoices since=day
//!       who owned-by people when=kind:order about=name

use std::collections::BTreeMap;
use std::sync::Arc;

use abide_policy::map::{ColumnMap, Edge, KnownBy, Place, StoreMap, TableMap, When};
use abide_policy::model::Policy;
use abide_policy::vocab::{Fact, Since, StoreKind, Subject as Kind, Vocabulary};
use abide_rights::atlas::{Atlas, Part, Spot};
use abide_rights::execute::Stop;
use abide_rights::reach::Subject;
use abide_stores::Value;

use crate::world::{Base, Ran, World};

pub(crate) fn chart(id: &str, text: &str) -> StoreMap {
    let mut tables: Vec<TableMap> = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        // The first table says how far all are indented.
        if words.len() > 2 && ["owned-by", "owns", "accessed-by", "accesses"].contains(&words[1]) {
            tables.last_mut().unwrap().edges.push(edge(&words));
        } else {
            tables.push(table(&words));
        }
    }
    StoreMap {
        id: id.parse().unwrap(),
        kind: StoreKind::Sqlite,
        place: Place::Here("store.db".to_owned()),
        region: None,
        policy: "service".parse().unwrap(),
        backups: None,
        read_only: false,
        by_hand: None,
        tables,
        acknowledged: Vec::new(),
    }
}

fn word<T: Vocabulary>(said: &str) -> T {
    *T::ALL.iter().find(|w| w.word() == said).unwrap_or_else(|| panic!("{said}"))
}

fn table(words: &[&str]) -> TableMap {
    let mut table = TableMap::bare(words[0].to_owned());
    for said in &words[1..] {
        match said.split_once(['=', ':']) {
            None if *said == "person" => table.person = Some(Kind::Customer),
            None => table.erase = word(said),
            Some(("keep", statement)) => table.keep = Some(statement.parse().unwrap()),
            Some(("since", column)) => table.since = Some(column.to_owned()),
            Some(("period-from", column)) => table.period_from = Some(column.to_owned()),
            Some(("known", column)) => table.known_by.push(KnownBy {
                fact: Fact::Id,
                column: column.to_owned(),
                country: None,
                exact: false,
            }),
            Some((column, treatment)) => table.columns.push(ColumnMap {
                name: column.to_owned(),
                data: None,
                statement: None,
                provided: false,
                erase: Some(word(treatment)),
            }),
        }
    }
    table
}

fn names(list: &str) -> Vec<String> {
    list.split(',').map(str::to_owned).collect()
}

fn edge(words: &[&str]) -> Edge {
    let (of_store, of) = words[2].split_once('.').map_or((None, words[2]), |(s, t)| (Some(s), t));
    let (of, of_columns) = of
        .split_once('(')
        .map_or((of, Vec::new()), |(of, columns)| (of, names(columns.trim_end_matches(')'))));
    let mut edge = Edge {
        kind: word(words[1]),
        columns: names(words[0]),
        of_store: of_store.map(|s| s.parse().unwrap()),
        of: of.to_owned(),
        of_columns,
        when: Vec::new(),
        caller: None,
        about: Vec::new(),
        erase: None,
        hide: Vec::new(),
    };
    for said in &words[3..] {
        match said.split_once('=').unwrap() {
            ("when", condition) => {
                let (column, is) = condition.split_once(':').unwrap();
                edge.when.push(When { column: column.to_owned(), is: is.to_owned() });
            }
            ("about", columns) => edge.about = names(columns),
            ("hide", columns) => edge.hide = names(columns),
            ("erase", how) => edge.erase = Some(word(how)),
            other => panic!("{other:?}"),
        }
    }
    edge
}

/// The example's policy, with a statement `invoices` that keeps ten years from the end of the year, and `contracts` that keeps them
/// from the end of the contract.
fn policy() -> Policy {
    let text = include_str!("../../../../examples/contact-centre/service-1.toml");
    let mut policy = abide_policy::source::read_policy(text).value.unwrap();
    let statement = &mut policy.statements[0];
    statement.id = "invoices".parse().unwrap();
    statement.retention.period = Some("10 years".parse().unwrap());
    statement.retention.since = Since::YearEnd;
    let statement = &mut policy.statements[1];
    statement.id = "contracts".parse().unwrap();
    statement.retention.period = Some("10 years".parse().unwrap());
    statement.retention.since = Since::ContractEnd;
    policy
}

/// Stores with their maps.
pub(crate) async fn world(parts: &[(&Base, StoreMap)]) -> World {
    let policy = Arc::new(policy());
    let (mut stores, mut described) = (Vec::new(), Vec::new());
    for (base, map) in parts {
        let store = base.store().await;
        let schema = store.schema().await.unwrap();
        stores.push(store);
        let policy = Some(Arc::clone(&policy));
        described.push(Part { map: map.clone(), schema, policy });
    }
    World { atlas: Atlas::new(described).unwrap(), stores }
}

/// One person, by a table and the values of its key, with commas between; several with blanks between.
pub(crate) fn subject(world: &World, rows: &str) -> Subject {
    let row = |row: &str| {
        let (table, key) = row.split_once(':').unwrap();
        let (store, table) = match table.split_once('/') {
            Some((store, table)) => (store.parse().unwrap(), table),
            None => (0, table),
        };
        let table = world.atlas.parts[store].schema.table(table).unwrap();
        let value = |v: &str| v.parse().map_or_else(|_| Value::from(v), Value::Integer);
        (Spot { store, table }, key.split(',').map(value).collect())
    };
    Subject { rows: rows.split(' ').map(row).collect() }
}

/// Plans and does it; what was planned is what happened.
pub(crate) async fn attempt(world: &World, subjects: &[Subject]) -> Result<(u64, u64), Stop> {
    let work = world.work(subjects);
    let plan = work.plan().await.map_err(Stop::Store)?;
    let (mut deleted, mut changed) = (0, 0);
    for store in &plan.stores {
        let done = work.carry_out(store).await?;
        assert_eq!(done.gone.len() as u64, done.deleted);
        deleted += done.deleted;
        changed += done.changed;
    }
    assert_eq!((deleted, changed), plan.totals(), "what was planned was done");
    Ok((deleted, changed))
}

/// One store with its tables, looked at before and after.
pub(crate) struct Trial<'b> {
    pub(crate) base: &'b Base,
    pub(crate) world: World,
}

impl<'b> Trial<'b> {
    pub(crate) async fn new(base: &'b Base, sql: &str, map: &str) -> Self {
        base.run(sql).await.unwrap();
        Self { base, world: world(&[(base, chart("store", map))]).await }
    }

    /// Erases people together; a second time does nothing, and no reference is broken.
    pub(crate) async fn erase(&self, people: &[&str]) -> (u64, u64) {
        let subjects: Vec<Subject> = people.iter().map(|p| subject(&self.world, p)).collect();
        let done = attempt(&self.world, &subjects).await.unwrap();
        let after = self.everything().await;
        assert_whole(self.base).await;
        let (deleted, _) = attempt(&self.world, &subjects).await.unwrap();
        assert_eq!(deleted, 0, "nothing goes twice");
        assert_eq!(self.everything().await, after, "the second time changes nothing");
        done
    }

    /// Tries to, and is refused: nothing is different.
    pub(crate) async fn refused(&self, people: &[&str]) -> Stop {
        let before = self.everything().await;
        let subjects: Vec<Subject> = people.iter().map(|p| subject(&self.world, p)).collect();
        let stop = attempt(&self.world, &subjects).await.unwrap_err();
        assert_eq!(self.everything().await, before, "nothing was changed");
        stop
    }

    /// Rows of a question, values between `|`, rows between blanks.
    pub(crate) async fn ask(&self, sql: &str) -> String {
        ask(self.base, sql).await.join(" ")
    }

    pub(crate) async fn everything(&self) -> BTreeMap<String, Vec<String>> {
        let mut all = BTreeMap::new();
        for table in &self.world.atlas.parts[0].schema.tables {
            let rows = ask(self.base, &format!("SELECT * FROM \"{}\"", table.name)).await;
            all.insert(table.name.clone(), rows);
        }
        all
    }
}

pub(crate) async fn ask(base: &Base, sql: &str) -> Vec<String> {
    match base.run(sql).await.unwrap() {
        Ran::Rows(rows) => rows,
        other @ Ran::Touched(_) => panic!("{other:?}"),
    }
}

/// No reference of SQLite points at nothing; PostgreSQL makes sure itself.
pub(crate) async fn assert_whole(base: &Base) {
    if base.is_sqlite() {
        assert!(ask(base, "SELECT * FROM pragma_foreign_key_check").await.is_empty());
    }
}

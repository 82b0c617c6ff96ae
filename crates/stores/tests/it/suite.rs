//! What every database must do, run unchanged on each.

use std::ops::ControlFlow;

use abide_stores::{Can, Effort, Error, Key, Lookup, Mode, Value};
use abide_tests::postgres::Postgres as Server;

use crate::base::{Base, Opened, one, rows};

/// Runs each case on a database of its own.
macro_rules! cases {
    ($base:expr, $($module:ident :: $case:ident),* $(,)?) => {$({
        eprintln!("{}", stringify!($case));
        crate::$module::$case(&$base(stringify!($case))).await;
    })*};
}

macro_rules! all_cases {
    ($base:expr) => {
        cases!(
            $base,
            suite::rows_are_found_by_single_and_composite_values,
            suite::conditions_narrow,
            suite::thousands_of_values_are_found_once_each,
            suite::enough_is_enough,
            suite::a_table_is_swept_whole,
            suite::deleting_and_changing_count,
            suite::rows_without_a_key_are_named_too,
            suite::rows_that_refer_to_each_other_go_together,
            suite::what_is_not_saved_never_was,
            suite::two_writers_never_both_win,
            suite::a_reader_does_not_see_later_commits,
            suite::a_store_settles_and_closes,
            schema::keys_references_and_indexes_are_read,
            schema::odd_names_work,
            values::values_of_other_types_find_or_do_not,
            values::all_values_survive_reading_and_writing,
            values::lookups_do_not_cut_or_round,
            values::a_comparison_follows_the_column,
            failures::a_rule_refuses_without_telling_values,
            failures::what_is_opened_for_reading_alone_is_not_changed,
            failures::a_store_that_is_not_there_says_so,
        )
    };
}

#[tokio::test]
async fn sqlite() {
    all_cases!(|_| Base::sqlite());
}

#[tokio::test]
async fn postgresql() {
    let Some(server) = Server::start() else { return };
    all_cases!(|name: &str| {
        let _ = server.database(name);
        Base::Postgres(&server, name.to_owned())
    });
}

const ORDERS: &str = "CREATE TABLE orders (shop INTEGER NOT NULL, number INTEGER NOT NULL, \
    who TEXT, kind TEXT, paid BOOLEAN, PRIMARY KEY (shop, number)); \
    INSERT INTO orders VALUES (1, 1, 'ann', 'a', true), (1, 2, 'bob', 'b', false), (2, 1, 'ann', 'b', true), \
    (2, 2, NULL, 'a', NULL)";

pub(crate) async fn rows_are_found_by_single_and_composite_values(base: &Base<'_>) {
    base.ask(ORDERS).await;
    let shop = Opened::new(base).await;
    let pair = |a: i64, b: i64| vec![Value::Integer(a), Value::Integer(b)];
    for (by, values, count) in [
        (&["who"][..], one("ann"), 2),
        (&["who"], vec![vec!["ann".into()], vec!["bob".into()], vec!["eve".into()]], 3),
        (&["shop", "number"], vec![pair(1, 2), pair(2, 1), pair(3, 3)], 2),
        (&["number", "shop"], vec![pair(2, 1)], 1),
        (&[], vec![pair(1, 1)], usize::from(!matches!(base, Base::Sqlite(_)))),
        (&["who"], one(Value::Null), 0),
        (&["shop", "number"], vec![vec![Value::Integer(1), Value::Null]], 0),
        (&["who"], Vec::new(), 0),
    ] {
        if by.is_empty() && matches!(base, Base::Sqlite(_)) {
            continue;
        }
        assert_eq!(shop.count("orders", by, &values).await, count, "{by:?} {values:?}");
    }
    // A key that was handed out names its row in the same session.
    let mut session = shop.read().await;
    let found = shop.find(&mut session, "orders", &["who"], &one("bob")).await.unwrap();
    let key = vec![found[0].key.0.to_vec()];
    let again = shop.find(&mut session, "orders", &[], &key).await.unwrap();
    assert_eq!(again, found);
    assert_eq!(again[0].values[2].text().as_deref(), Some("bob"));
}

pub(crate) async fn conditions_narrow(base: &Base<'_>) {
    base.ask(ORDERS).await;
    let shop = Opened::new(base).await;
    let by = shop.columns("orders", &["who"]);
    let at = |name: &str| shop.columns("orders", &[name])[0];
    for (when, count) in [
        (vec![("kind", "b")], 1),
        (vec![("kind", "b"), ("shop", "2")], 1),
        (vec![("kind", "c")], 0),
        (vec![("shop", "1")], 1),
        (vec![("paid", "true")], 2),
        (vec![("paid", "1")], 2),
        (vec![("paid", "0")], 0),
        (vec![("paid", "perhaps")], 0),
        (vec![("who", "' OR 1 = 1 --")], 0),
    ] {
        let when: Vec<(usize, String)> =
            when.iter().map(|(c, is)| (at(c), (*is).to_owned())).collect();
        let values = one("ann");
        let lookup = Lookup {
            table: shop.table("orders"),
            by: &by,
            values: &values,
            when: &when,
            want: &[0],
            hold: false,
            refers: false,
        };
        let mut session = shop.read().await;
        assert_eq!(rows(&mut session, &lookup).await.unwrap().len(), count, "{when:?}");
    }
}

async fn many(base: &Base<'_>, count: usize) -> Opened {
    let sql = format!(
        "CREATE TABLE numbers (id INTEGER PRIMARY KEY, word TEXT); \
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) \
        INSERT INTO numbers SELECT i, 'word ' || i FROM n"
    );
    base.ask(&sql).await;
    Opened::new(base).await
}

pub(crate) async fn thousands_of_values_are_found_once_each(base: &Base<'_>) {
    let shop = many(base, 20_000).await;
    let values: Vec<Vec<Value>> = (1..=19_001).map(|i| vec![Value::Integer(i * 2)]).collect();
    let mut session = shop.read().await;
    let found = shop.find(&mut session, "numbers", &["id"], &values).await.unwrap();
    let mut ids: Vec<Value> = found.into_iter().map(|r| r.values[0].clone()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 10_000);
}

pub(crate) async fn enough_is_enough(base: &Base<'_>) {
    let shop = many(base, 5000).await;
    let mut session = shop.read().await;
    let values: Vec<Vec<Value>> = (1..=5000).map(|i| vec![Value::Integer(i)]).collect();
    let lookup = Lookup {
        table: shop.table("numbers"),
        by: &[0],
        values: &values,
        when: &[],
        want: &[1],
        hold: false,
        refers: false,
    };
    let mut count = 0;
    let mut sink = |_| {
        count += 1;
        if count == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    session.find(&lookup, &mut sink).await.unwrap();
    assert_eq!(count, 3);
    // The session still answers.
    let found = shop.find(&mut session, "numbers", &["id"], &one(Value::Integer(7))).await;
    assert_eq!(found.unwrap().len(), 1);
}

pub(crate) async fn a_table_is_swept_whole(base: &Base<'_>) {
    let shop = many(base, 3000).await;
    let mut session = shop.read().await;
    let (mut count, mut sum) = (0, 0);
    let mut sink = |row: abide_stores::Row| {
        count += 1;
        let Value::Integer(id) = row.values[0] else { panic!("{row:?}") };
        sum += id;
        ControlFlow::Continue(())
    };
    session.sweep(shop.table("numbers"), &[0], &mut sink).await.unwrap();
    assert_eq!((count, sum), (3000, 3000 * 3001 / 2));
}

pub(crate) async fn deleting_and_changing_count(base: &Base<'_>) {
    base.ask(ORDERS).await;
    let shop = Opened::new(base).await;
    let mut session = shop.write().await;
    let found = shop.find(&mut session, "orders", &["who"], &one("ann")).await.unwrap();
    let keys: Vec<Key> = found.into_iter().map(|r| r.key).collect();
    let table = shop.table("orders");
    let changes: Vec<(Key, Vec<Value>)> =
        keys.iter().map(|k| (k.clone(), vec![Value::Null, "z".into()])).collect();
    assert_eq!(session.change(table, &[2, 3], &changes).await.unwrap(), 2);
    assert_eq!(session.delete(table, &keys[..1]).await.unwrap(), 1);
    assert_eq!(session.delete(table, &keys).await.unwrap(), 1, "one was gone");
    assert_eq!(session.change(table, &[3], &changes_of(&keys)).await.unwrap(), 0);
    assert_eq!(session.delete(table, &[]).await.unwrap(), 0);
    session.commit().await.unwrap();
    assert_eq!(base.ask("SELECT count(*) FROM orders").await, "2");
}

fn changes_of(keys: &[Key]) -> Vec<(Key, Vec<Value>)> {
    keys.iter().map(|k| (k.clone(), vec!["x".into()])).collect()
}

pub(crate) async fn rows_without_a_key_are_named_too(base: &Base<'_>) {
    base.ask(
        "CREATE TABLE log (who TEXT, what TEXT); \
        INSERT INTO log VALUES ('ann', 'x'), ('ann', 'x'), ('bob', 'y'), (NULL, NULL)",
    )
    .await;
    let shop = Opened::new(base).await;
    let mut session = shop.write().await;
    let found = shop.find(&mut session, "log", &["who"], &one("ann")).await.unwrap();
    assert_eq!(found.len(), 2);
    assert_ne!(found[0].key, found[1].key);
    let table = shop.table("log");
    assert_eq!(session.delete(table, &[found[0].key.clone()]).await.unwrap(), 1);
    let change = [(found[1].key.clone(), vec![Value::Null])];
    assert_eq!(session.change(table, &[0], &change).await.unwrap(), 1);
    session.commit().await.unwrap();
    assert_eq!(base.ask("SELECT who, what FROM log ORDER BY what").await.replace('\n', " "), {
        base.pick("| |x bob|y", "|x bob|y |")
    });
}

/// A tree, a chain and circles, with every action; the rows of all of them go in one call.
pub(crate) async fn rows_that_refer_to_each_other_go_together(base: &Base<'_>) {
    let actions = ["NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"];
    for (number, action) in actions.into_iter().enumerate() {
        for null in ["", "NOT NULL"] {
            let (a, b) = (format!("a{number}{}", null.len()), format!("b{number}{}", null.len()));
            base.ask(&format!(
                "CREATE TABLE {a} (id INTEGER PRIMARY KEY, up INTEGER {null} REFERENCES {a} ON DELETE {action}); \
                CREATE TABLE {b} (id INTEGER PRIMARY KEY, a INTEGER {null} REFERENCES {a} ON DELETE {action}); \
                INSERT INTO {a} VALUES (1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (9, 9); \
                INSERT INTO {b} VALUES (1, 5), (2, 1), (3, 9)"
            ))
            .await;
            let shop = Opened::new(base).await;
            let mut session = shop.write().await;
            let mut keys = async |table: &str, ids: &[i64]| {
                let values: Vec<Vec<Value>> =
                    ids.iter().map(|i| vec![Value::Integer(*i)]).collect();
                let found = shop.find(&mut session, table, &["id"], &values).await.unwrap();
                found.into_iter().map(|r| r.key).collect::<Vec<Key>>()
            };
            let groups = [
                (shop.table(&a), keys(&a, &[1, 2, 3, 4, 5]).await),
                (shop.table(&b), keys(&b, &[1, 2]).await),
            ];
            let counts = session.delete_together(&groups).await;
            assert_eq!(counts.unwrap(), [5, 2], "{action} {null}");
            session.commit().await.unwrap();
            let left = format!("SELECT id, up FROM {a} UNION ALL SELECT id, a FROM {b} ORDER BY 1");
            assert_eq!(base.ask(&left).await.replace('\n', " "), "3|9 9|9", "{action} {null}");
        }
    }
    circles(base).await;
}

async fn circles(base: &Base<'_>) {
    // Each row of `c` has one of `d`, and the other way round; only PostgreSQL needs the rule to wait for writing them.
    for (number, (action, null)) in
        [("NO ACTION", "NOT NULL"), ("CASCADE", "NOT NULL"), ("RESTRICT", "")].iter().enumerate()
    {
        base.ask(&format!(
            "CREATE TABLE c{number} (id INTEGER PRIMARY KEY, d INTEGER {null}{}); \
            CREATE TABLE d{number} (id INTEGER PRIMARY KEY, c INTEGER {null} REFERENCES c{number} ON DELETE {action}); {}",
            base.pick(
                &format!(" REFERENCES d{number} ON DELETE {action} DEFERRABLE INITIALLY DEFERRED"),
                ""
            ),
            base.pick(
                &format!("BEGIN; INSERT INTO c{number} VALUES (1, 1), (2, 2); INSERT INTO d{number} VALUES (1, 1), (2, 2); COMMIT"),
                &format!("INSERT INTO c{number} VALUES (1, 1), (2, 2); INSERT INTO d{number} VALUES (1, 1), (2, 2); \
                    ALTER TABLE c{number} ADD FOREIGN KEY (d) REFERENCES d{number} ON DELETE {action}")
            )
        ))
        .await;
        let shop = Opened::new(base).await;
        let mut session = shop.write().await;
        let (c, d) = (format!("c{number}"), format!("d{number}"));
        let mut key = async |table: &str| {
            let found = shop.find(&mut session, table, &["id"], &one(Value::Integer(1))).await;
            vec![found.unwrap()[0].key.clone()]
        };
        let groups = [(shop.table(&c), key(&c).await), (shop.table(&d), key(&d).await)];
        assert_eq!(session.delete_together(&groups).await.unwrap(), [1, 1], "{action} {null}");
        session.commit().await.unwrap();
        let left = format!("SELECT id FROM {c} UNION ALL SELECT id FROM {d}");
        assert_eq!(base.ask(&left).await, "2\n2", "{action} {null}");
    }
}

pub(crate) async fn what_is_not_saved_never_was(base: &Base<'_>) {
    let shop = many(base, 10).await;
    let mut session = shop.write().await;
    let found = shop.find(&mut session, "numbers", &["id"], &one(Value::Integer(1))).await.unwrap();
    let key = found[0].key.clone();
    session.delete(shop.table("numbers"), &[key]).await.unwrap();
    drop(session);
    assert_eq!(base.ask("SELECT count(*) FROM numbers").await, "10");
    assert_eq!(shop.count("numbers", &["id"], &one(Value::Integer(1))).await, 1);
}

/// Both read the row, both want to change it: one does, the other waits and is told, or starts only afterwards.
pub(crate) async fn two_writers_never_both_win(base: &Base<'_>) {
    let shop = many(base, 3).await;
    let change = async |word: &str| -> Result<(), Error> {
        let mut session = shop.store.session(Mode::Write).await?;
        let found = shop.find(&mut session, "numbers", &["id"], &one(Value::Integer(1))).await?;
        let before = found[0].values[1].text().unwrap().into_owned();
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let changed = [(found[0].key.clone(), vec![format!("{before} {word}").into()])];
        session.change(shop.table("numbers"), &[1], &changed).await?;
        session.commit().await
    };
    let (a, b) = tokio::join!(change("a"), change("b"));
    for error in [&a, &b].into_iter().filter_map(|r| r.as_ref().err()) {
        assert!(matches!(error, Error::Conflict { .. }) && error.is_temporary(), "{error}");
    }
    let now = base.ask("SELECT word FROM numbers WHERE id = 1").await;
    let expected = match (a.is_ok(), b.is_ok()) {
        (true, false) => now == "word 1 a",
        (false, true) => now == "word 1 b",
        // One after the other: the later one saw the earlier one's.
        (true, true) => ["word 1 a b", "word 1 b a"].contains(&now.as_str()),
        (false, false) => false,
    };
    assert!(expected, "{now}");
}

pub(crate) async fn a_reader_does_not_see_later_commits(base: &Base<'_>) {
    base.ask(base.pick("PRAGMA journal_mode = WAL", "SELECT 1")).await;
    let shop = many(base, 3).await;
    let mut reader = shop.read().await;
    let all: Vec<Vec<Value>> = (1..=3).map(|i| vec![Value::Integer(i)]).collect();
    let before = shop.find(&mut reader, "numbers", &["id"], &all).await.unwrap();
    base.ask("DELETE FROM numbers WHERE id = 2; UPDATE numbers SET word = 'new' WHERE id = 1")
        .await;
    let during = shop.find(&mut reader, "numbers", &["id"], &all).await.unwrap();
    assert_eq!(before.len(), 3);
    let sorted = |mut rows: Vec<abide_stores::Row>| {
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        rows
    };
    assert_eq!(sorted(before), sorted(during));
    drop(reader);
    assert_eq!(shop.count("numbers", &["id"], &all).await, 2);
}

pub(crate) async fn a_store_settles_and_closes(base: &Base<'_>) {
    let shop = many(base, 10).await;
    let abilities = shop.store.abilities().await.unwrap();
    let numbers = shop.store.schema().await.unwrap().table("numbers").unwrap();
    assert_eq!((abilities.of(numbers), abilities.transactions), (Can::ALL, true));
    for effort in [Effort::Request, Effort::Batch] {
        shop.store.settle(effort).await.unwrap();
    }
    shop.store.close().await.unwrap();
    let error = shop.store.session(Mode::Read).await.err().unwrap();
    assert!(matches!(error, Error::Away { .. }), "{error:?}");
}

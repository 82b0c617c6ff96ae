//! What stores say about themselves.

use abide_stores::Value;
use abide_stores::schema::Action;

use crate::base::{Base, Opened, one};

pub(crate) async fn keys_references_and_indexes_are_read(base: &Base<'_>) {
    base.ask(&format!(
        "CREATE TABLE parents (a INTEGER, b VARCHAR(9), email TEXT UNIQUE, low TEXT, PRIMARY KEY (b, a)); \
        CREATE UNIQUE INDEX one_low ON parents (lower(low)); \
        CREATE UNIQUE INDEX some_low ON parents (low) WHERE a > 5; \
        CREATE INDEX by_a ON parents (a, low); \
        CREATE TABLE children (id {identity} PRIMARY KEY, a INTEGER, b VARCHAR(9), \
            email TEXT REFERENCES parents (email) ON DELETE CASCADE, \
            up INTEGER REFERENCES children ON DELETE SET NULL, \
            x INTEGER DEFAULT 1 REFERENCES children (id) ON DELETE SET DEFAULT, \
            y INTEGER NOT NULL REFERENCES children (id) ON DELETE RESTRICT, \
            twice INTEGER GENERATED ALWAYS AS (a * 2) STORED, \
            FOREIGN KEY (b, a) REFERENCES parents (b, a))",
        identity = base.pick("INTEGER", "INTEGER GENERATED ALWAYS AS IDENTITY"),
    ))
    .await;
    let shop = Opened::new(base).await;
    let [children, parents] = [&shop.schema.tables[0], &shop.schema.tables[1]];
    assert_eq!((children.name.as_str(), parents.name.as_str()), ("children", "parents"));
    assert_eq!(parents.key, [1, 0]);
    assert_eq!(parents.unique, [[2]], "neither the partial one nor that over an expression");
    assert!(parents.is_indexed(&[0]) && parents.is_indexed(&[1, 0]) && parents.is_indexed(&[0, 3]));
    assert!(!parents.is_indexed(&[3]), "partial");
    assert_eq!(children.columns.iter().filter(|c| c.generated).count(), {
        // An identity that is always generated cannot be written either.
        base.pick("1", "22").len()
    });
    let described: Vec<(Vec<usize>, usize, Vec<usize>, Action)> = children
        .references
        .iter()
        .map(|r| (r.columns.clone(), r.to, r.to_columns.clone(), r.on_delete))
        .collect();
    for expected in [
        (vec![3], 1, vec![2], Action::Cascade),
        (vec![4], 0, vec![0], Action::Empty),
        (vec![5], 0, vec![0], Action::Default),
        (vec![6], 0, vec![0], Action::Restrict),
        (vec![2, 1], 1, vec![1, 0], Action::Nothing),
    ] {
        assert!(described.contains(&expected), "{expected:?} in {described:?}");
    }
    assert_eq!(described.len(), 5);
    assert!(!children.columns[6].nullable && children.columns[5].nullable);
}

/// Names that only quoting saves: found, changed, deleted.
pub(crate) async fn odd_names_work(base: &Base<'_>) {
    let names =
        ["select", "Two Words", "a\"b", "ünïcode ☎", "public.dotted", "x'; DROP TABLE y; --"];
    for name in names {
        let quoted = format!("\"{}\"", name.replace('"', "\"\""));
        base.ask(&format!(
            "CREATE TABLE {quoted} ({quoted} INTEGER PRIMARY KEY, \"ROWID\" TEXT, \"order\" TEXT); \
            INSERT INTO {quoted} VALUES (1, 'r', 'o'), (2, 's', 'p')"
        ))
        .await;
    }
    let shop = Opened::new(base).await;
    for name in names {
        let mut session = shop.write().await;
        let found = shop.find(&mut session, name, &["order"], &one("o")).await.unwrap();
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].values[0], Value::Integer(1));
        let (table, key) = (shop.table(name), found[0].key.clone());
        let columns = shop.columns(name, &["ROWID"]);
        let change = [(key.clone(), vec!["new".into()])];
        assert_eq!(session.change(table, &columns, &change).await.unwrap(), 1);
        assert_eq!(session.delete(table, &[key]).await.unwrap(), 1);
        session.commit().await.unwrap();
    }
}

#[tokio::test]
async fn sqlite_tables_without_numbers_have_keys() {
    let base = Base::sqlite();
    base.ask("CREATE TABLE plain (rowid TEXT, _rowid_ TEXT, id INTEGER PRIMARY KEY); \
        CREATE TABLE without (a TEXT, b INTEGER, v TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID; \
        CREATE TABLE nulls (a TEXT PRIMARY KEY, v TEXT); \
        CREATE VIRTUAL TABLE words USING fts5 (body); CREATE VIEW seen AS SELECT * FROM nulls; \
        INSERT INTO plain VALUES ('x', 'y', 7); INSERT INTO without VALUES ('k', 1, 'v'), ('k', 2, 'w'); \
        INSERT INTO nulls VALUES (NULL, 'v'), (NULL, 'v'); INSERT INTO words VALUES ('hello')")
        .await;
    let shop = Opened::new(&base).await;
    // Only where keys are empty are the rows' own numbers a column, which names these.
    let numbered = shop.schema.tables.iter().filter_map(|t| Some((&*t.name, t.number()?)));
    assert_eq!(numbered.collect::<Vec<_>>(), [("nulls", 2)]);
    assert_eq!(shop.count("nulls", &["rowid"], &one(Value::Integer(2))).await, 1);
    assert!(shop.schema.tables[0].is_indexed(&[2]) && shop.schema.tables[0].columns[2].generated);
    let names: Vec<&str> = shop.schema.tables.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["nulls", "plain", "without", "words"]);
    for (table, by, value, left) in [
        ("plain", "rowid", "x", 0),
        ("without", "v", "w", 1),
        ("nulls", "v", "v", 0),
        ("words", "body", "hello", 0),
    ] {
        let mut session = shop.write().await;
        let found = shop.find(&mut session, table, &[by], &one(value)).await.unwrap();
        let keys: Vec<_> = found.into_iter().map(|r| r.key).collect();
        assert_eq!(session.delete(shop.table(table), &keys).await.unwrap(), keys.len() as u64);
        session.commit().await.unwrap();
        let count = base.ask(&format!("SELECT count(*) FROM {table}")).await;
        assert_eq!(count, left.to_string(), "{table}");
    }
}

/// The server takes a list of such rows apart into columns: they are compared as it writes them.
#[tokio::test]
async fn postgresql_finds_rows_by_a_row_within() {
    let Some(server) = abide_tests::postgres::Postgres::start() else { return };
    let _ = server.database("rows");
    let base = Base::Postgres(&server, "rows".to_owned());
    base.ask("CREATE TYPE pair AS (a TEXT, b INTEGER); CREATE DOMAIN named AS pair CHECK ((VALUE).a <> ''); \
        CREATE TABLE pairs (k pair PRIMARY KEY, v TEXT); CREATE TABLE two (k named, n INTEGER, v TEXT, PRIMARY KEY (k, n)); \
        INSERT INTO pairs VALUES (ROW('a, \"b\"', 1), 'x'), (ROW('c', NULL), 'x'), (ROW('d', 1), 'y'); \
        INSERT INTO two VALUES (ROW('a b', 1), 1, 'x'), (ROW('c', NULL), 2, 'x'), (ROW('d', 1), 3, 'y')")
        .await;
    let shop = Opened::new(&base).await;
    let mut session = shop.write().await;
    for table in ["pairs", "two"] {
        let at = shop.table(table);
        let found = shop.find(&mut session, table, &["v"], &one("x")).await.unwrap();
        let keys: Vec<_> = found.iter().map(|row| row.key.clone()).collect();
        assert_eq!(keys.len(), 2, "{table}");
        let by: Vec<_> = keys.iter().map(|key| key.0.to_vec()).collect();
        assert_eq!(shop.find(&mut session, table, &[], &by).await.unwrap().len(), 2, "{table}");
        let v = shop.schema.tables[at].column("v").unwrap();
        let rows = [(keys[0].clone(), vec!["z".into()])];
        assert_eq!(session.change(at, &[v], &rows).await.unwrap(), 1, "{table}");
        assert_eq!(session.delete(at, &keys).await.unwrap(), 2, "{table}");
    }
    session.commit().await.unwrap();
    assert_eq!(base.ask("SELECT v FROM pairs UNION ALL SELECT v FROM two").await, "y\ny");
}

#[tokio::test]
async fn postgresql_has_schemas_parts_heirs_and_domains() {
    let Some(server) = abide_tests::postgres::Postgres::start() else { return };
    let _ = server.database("odd");
    let base = Base::Postgres(&server, "odd".to_owned());
    base.ask("CREATE SCHEMA crm; CREATE SCHEMA \"Odd one\"; \
        CREATE TABLE contacts (id INTEGER PRIMARY KEY); \
        CREATE TABLE crm.contacts (id INTEGER PRIMARY KEY, of INTEGER REFERENCES contacts); \
        CREATE TABLE \"Odd one\".\"t.x\" (id INTEGER); \
        CREATE TABLE \"public.contacts\" (id INTEGER); \
        INSERT INTO contacts VALUES (1); INSERT INTO crm.contacts VALUES (1, 1), (2, 1); \
        INSERT INTO \"Odd one\".\"t.x\" VALUES (1); \
        CREATE TABLE parted (part INTEGER, who TEXT) PARTITION BY LIST (part); \
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1); \
        CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2); \
        INSERT INTO parted VALUES (1, 'ann'), (2, 'bob'); \
        CREATE TABLE base (who TEXT); CREATE TABLE heir () INHERITS (base); \
        INSERT INTO base VALUES ('ann'); INSERT INTO heir VALUES ('bob'); \
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; \
        CREATE TRIGGER every AFTER DELETE ON parted FOR EACH ROW EXECUTE FUNCTION f(); \
        CREATE TRIGGER one AFTER UPDATE ON parted_2 FOR EACH ROW EXECUTE FUNCTION f(); \
        CREATE DOMAIN address AS VARCHAR(40) CHECK (VALUE LIKE '%@%'); \
        CREATE TABLE mail (a address, tags TEXT[]); INSERT INTO mail VALUES ('a@b', '{x,y}'); \
        CREATE INDEX ON mail USING gin (tags); \
        CREATE TABLE nokey (email TEXT NOT NULL UNIQUE, v TEXT); INSERT INTO nokey VALUES ('a', 'v')")
        .await;
    let shop = Opened::new(&base).await;
    for (table, by, value, count) in [
        ("contacts", "id", Value::Integer(1), 1),
        ("crm.contacts", "of", Value::Integer(1), 2),
        ("Odd one.t.x", "id", Value::Integer(1), 1),
        ("public.contacts", "id", Value::Integer(1), 0),
        ("parted", "who", "bob".into(), 1),
        ("base", "who", "bob".into(), 0),
        ("heir", "who", "bob".into(), 1),
        ("mail", "a", "a@b".into(), 1),
        ("mail", "a", "no address".into(), 0),
        ("mail", "tags", "{x,y}".into(), 1),
    ] {
        assert_eq!(shop.count(table, &[by], &[vec![value]]).await, count, "{table} {by}");
    }
    let mail = &shop.schema.tables[shop.table("mail")];
    assert!(!mail.is_indexed(&[1]), "an index over parts of values does not find whole ones");
    assert!(shop.schema.table("parted_1").is_none());
    let triggers = |table: &str| shop.schema.tables[shop.table(table)].triggers.clone();
    assert_eq!(triggers("parted"), ["every", "one"], "its own, and those of its parts");
    assert!(triggers("contacts").is_empty(), "what keeps references right is the server's own");
    // The first row of each part lies at the same place of its file.
    let mut session = shop.write().await;
    let found = shop.find(&mut session, "parted", &["who"], &one("ann")).await.unwrap();
    let key = found[0].key.clone();
    let again = shop.find(&mut session, "parted", &[], &[key.0.to_vec()]).await.unwrap();
    assert_eq!(again, found);
    assert_eq!(session.delete(shop.table("parted"), &[key]).await.unwrap(), 1);
    // What is unique and never empty names a row, so that it has the same name after a change.
    let found = shop.find(&mut session, "nokey", &["v"], &one("v")).await.unwrap();
    let (table, key) = (shop.table("nokey"), found[0].key.clone());
    assert_eq!(session.change(table, &[1], &[(key.clone(), vec![Value::Null])]).await.unwrap(), 1);
    assert_eq!(session.delete(table, &[key]).await.unwrap(), 1);
    session.commit().await.unwrap();
    assert_eq!(base.ask("SELECT who FROM parted").await, "bob");
}

//! What goes wrong, and that nothing stored is told.

use abide_stores::postgres::Postgres;
use abide_stores::sqlite::Sqlite;
use abide_stores::{Can, Effort, Error, Key, May, Mode, Session, Store as _, Value};
use abide_tests::postgres::Postgres as Server;

use crate::base::{Base, Opened, one};

/// Stands in every row, and in no error.
const MARKER: &str = "marker-4711";

fn tells_nothing(error: &Error) {
    let told = format!("{error} {error:?}");
    assert!(!told.contains(MARKER) && !told.contains("4711"), "{told}");
}

async fn key_of(shop: &Opened, session: &mut Box<dyn Session>, table: &str) -> Vec<Key> {
    let found = shop.find(session, table, &["id"], &one(Value::Integer(4711))).await.unwrap();
    vec![found[0].key.clone()]
}

fn people() -> String {
    format!(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> 'forbidden {MARKER}')); \
        CREATE TABLE orders (id INTEGER PRIMARY KEY, who INTEGER NOT NULL REFERENCES people); \
        INSERT INTO people VALUES (4711, '{MARKER}'), (2, 'taken {MARKER}'); INSERT INTO orders VALUES (1, 4711)"
    )
}

pub(crate) async fn a_rule_refuses_without_telling_values(base: &Base<'_>) {
    base.ask(&people()).await;
    let shop = Opened::new(base).await;
    let people = shop.table("people");
    let column = Some("people.name");
    let by_sqlite = matches!(base, Base::Sqlite(_));
    for (value, sqlite, postgres, advice) in [
        (format!("taken {MARKER}").into(), column, Some("people_name_key"), "only one may"),
        (Value::Null, column, column, "must not be empty"),
        (format!("forbidden {MARKER}").into(), None, Some("people_name_check"), "change the rule"),
    ] {
        let mut session = shop.write().await;
        let key = key_of(&shop, &mut session, "people").await.remove(0);
        let error = session.change(people, &[1], &[(key, vec![value])]).await.unwrap_err();
        let Error::Refused { rule, .. } = &error else { panic!("{error:?}") };
        assert_eq!(rule.as_deref(), if by_sqlite { sqlite } else { postgres });
        assert!(error.to_string().contains(advice) && !error.is_temporary(), "{error}");
        tells_nothing(&error);
    }
    // SQLite looks at references when it saves, PostgreSQL at once.
    let mut session = shop.write().await;
    let keys = key_of(&shop, &mut session, "people").await;
    let error = match session.delete(people, &keys).await {
        Err(error) => error,
        Ok(_) => session.commit().await.unwrap_err(),
    };
    assert!(matches!(error, Error::Refused { .. }), "{error:?}");
    assert!(error.to_string().contains("check the map for references"), "{error}");
    tells_nothing(&error);
    // A trigger says what it likes.
    let no = match by_sqlite {
        true => format!(
            "CREATE TRIGGER no BEFORE UPDATE ON people BEGIN SELECT RAISE(ABORT, '{MARKER}'); END"
        ),
        false => format!(
            "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{MARKER}'; END $$; \
            CREATE TRIGGER no BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION no()"
        ),
    };
    base.ask(&no).await;
    let mut session = shop.write().await;
    let key = key_of(&shop, &mut session, "people").await.remove(0);
    let error = session.change(people, &[1], &[(key, vec!["x".into()])]).await.unwrap_err();
    assert!(matches!(error, Error::Refused { rule: None, .. }), "{error:?}");
    tells_nothing(&error);
    drop(session);
    assert_eq!(base.ask("SELECT count(*) FROM people").await, "2");
    // The store goes on.
    assert_eq!(shop.count("people", &["id"], &one("2")).await, 1);
}

pub(crate) async fn what_is_opened_for_reading_alone_is_not_changed(base: &Base<'_>) {
    base.ask(&people()).await;
    let shop = Opened::read_only(base).await;
    let (table, abilities) = (shop.table("people"), shop.store.abilities().await.unwrap());
    assert_eq!(abilities.of(table), Can::READ);
    let unable = |doing| Err(Error::Unable { store: "shop".to_owned(), doing });
    for doing in ["delete", "change"] {
        let mut session = shop.write().await;
        let keys = key_of(&shop, &mut session, "people").await;
        let done = match doing {
            "delete" => session.delete(table, &keys).await,
            _ => session.change(table, &[1], &[(keys[0].clone(), vec!["x".into()])]).await,
        };
        assert_eq!(done, unable(doing));
    }
    for effort in [Effort::Request, Effort::Batch] {
        shop.store.settle(effort).await.unwrap();
    }
    assert_eq!(base.ask(&format!("SELECT id FROM people WHERE name = '{MARKER}'")).await, "4711");
}

pub(crate) async fn a_store_that_is_not_there_says_so(base: &Base<'_>) {
    let error = match base {
        Base::Sqlite(folder) => Sqlite::open("shop", &folder.path().join("none.db")).await.err(),
        Base::Postgres(server, _) => {
            let nowhere = Postgres::open("shop", &server.address(&format!("none{MARKER}"))).await;
            tells_nothing(nowhere.as_ref().err().unwrap());
            nowhere.err()
        }
    };
    assert!(matches!(error, Some(Error::Open { .. })), "{error:?}");
}

#[tokio::test]
async fn a_port_at_which_nobody_answers_is_told_at_once() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("postgres://abide:{MARKER}@127.0.0.1:{port}/shop");
    let opening = Postgres::open("shop", &address);
    let error = tokio::time::timeout(std::time::Duration::from_secs(5), opening).await.unwrap();
    let error = error.err().unwrap();
    let code = "nobody answers there: connection refused".to_owned();
    assert_eq!(error, Error::Open { store: "shop".to_owned(), code });
}

#[tokio::test]
async fn a_file_that_is_no_database_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.txt");
    std::fs::write(&path, format!("{MARKER} ").repeat(1000)).unwrap();
    let error = Sqlite::open("shop", &path).await.err().unwrap();
    assert!(matches!(error, Error::Open { .. }), "{error:?}");
    tells_nothing(&error);
}

#[tokio::test]
async fn a_sqlite_file_that_may_only_be_read_is_read() {
    let base = Base::sqlite();
    base.ask(&people()).await;
    let mut rights = std::fs::metadata(base.path()).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(base.path(), rights).unwrap();
    if std::fs::OpenOptions::new().write(true).open(base.path()).is_ok() {
        eprintln!("SKIPPED: this account may write to files that may only be read");
        return;
    }
    let shop = Opened::new(&base).await;
    assert_eq!(shop.store.abilities().await.unwrap().can, Can::LOOK);
    assert_eq!(shop.count("people", &["id"], &one("2")).await, 1);
    let error = match shop.store.session(Mode::Write).await {
        Err(error) => error,
        Ok(mut session) => {
            let keys = key_of(&shop, &mut session, "people").await;
            session.delete(shop.table("people"), &keys).await.unwrap_err()
        }
    };
    assert!(matches!(error, Error::Forbidden { .. }), "{error:?}");
}

/// What a policy hides would be missed: then nothing is read at all.
#[tokio::test]
async fn row_level_security_hides_no_row_without_a_word() {
    let Some(server) = Server::start() else { return };
    let _ = server.database("hidden");
    let base = Base::Postgres(&server, "hidden".to_owned());
    base.ask(&format!(
        "{}; CREATE ROLE clerk LOGIN; GRANT SELECT, UPDATE, DELETE ON people, orders TO clerk; \
        ALTER TABLE people ENABLE ROW LEVEL SECURITY; \
        CREATE POLICY few ON people TO clerk USING (id > 4711)",
        people()
    ))
    .await;
    let address = server.address("hidden").replace("abide@", "clerk@");
    let store = std::sync::Arc::new(Postgres::open("shop", &address).await.unwrap());
    let shop = Opened { schema: store.schema().await.unwrap(), store };
    let nothing = Can { find: May::Forbidden, read: May::Forbidden, ..Can::ALL };
    let abilities = shop.store.abilities().await.unwrap();
    let both = ["people", "orders"].map(|table| abilities.of(shop.table(table)));
    assert_eq!(both, [nothing, Can::ALL]);
    let mut session = shop.read().await;
    let error = shop.find(&mut session, "people", &["id"], &one("2")).await.unwrap_err();
    assert_eq!(error, Error::Forbidden { store: "shop".to_owned(), doing: "read" });
    drop(session);

    base.ask("ALTER ROLE clerk BYPASSRLS").await;
    let abilities = shop.store.abilities().await.unwrap();
    assert_eq!(abilities.of(shop.table("people")), Can::ALL);
    let mut session = shop.read().await;
    assert_eq!(shop.find(&mut session, "people", &["id"], &one("2")).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_postgresql_account_without_rights_is_told_which() {
    let Some(server) = Server::start() else { return };
    let _ = server.database("rights");
    let base = Base::Postgres(&server, "rights".to_owned());
    base.ask(&format!(
        "{}; CREATE ROLE reader LOGIN; GRANT SELECT, UPDATE ON people TO reader; \
        CREATE ROLE writer LOGIN; GRANT SELECT (id, who), UPDATE (who), DELETE ON orders TO writer; \
        CREATE ROLE nobody_at_all LOGIN",
        people()
    ))
    .await;
    let address = |role: &str| server.address("rights").replace("abide@", &format!("{role}@"));
    let open = async |role: &str| {
        let store = std::sync::Arc::new(Postgres::open("shop", &address(role)).await.unwrap());
        let schema = store.schema().await.unwrap();
        Opened { store, schema }
    };
    let shop = open("reader").await;
    let mut session = shop.write().await;
    let keys = key_of(&shop, &mut session, "people").await;
    let error = session.delete(shop.table("people"), &keys).await.unwrap_err();
    assert_eq!(error, Error::Forbidden { store: "shop".to_owned(), doing: "delete" });
    let mut session = shop.read().await;
    let error = shop.find(&mut session, "orders", &["id"], &one("1")).await.unwrap_err();
    assert_eq!(error, Error::Forbidden { store: "shop".to_owned(), doing: "read" });
    // It is told before anything is tried.
    let nothing = Can { find: May::Forbidden, read: May::Forbidden, ..Can::LOOK };
    for (role, people, orders) in [
        ("reader", Can { delete: May::Forbidden, ..Can::ALL }, nothing),
        ("writer", nothing, Can::ALL),
        ("nobody_at_all", nothing, nothing),
    ] {
        // The schema is read all the same.
        let shop = open(role).await;
        assert_eq!(shop.schema.tables.len(), 2);
        let abilities = shop.store.abilities().await.unwrap();
        let both = ["people", "orders"].map(|table| abilities.of(shop.table(table)));
        assert_eq!(both, [people, orders], "{role}");
    }
    base.ask("GRANT DELETE ON people TO reader").await;
    let abilities = shop.store.abilities().await.unwrap();
    assert_eq!(abilities.of(shop.table("people")), Can::ALL, "asked anew");
}

#[tokio::test]
async fn a_server_that_goes_in_the_middle_leaves_nothing_half_done() {
    let Some(mut server) = Server::start() else { return };
    let _ = server.database("crash");
    let base = Base::Postgres(&server, "crash".to_owned());
    base.ask(&people()).await;
    let shop = Opened::new(&base).await;
    let mut session = shop.write().await;
    let found = shop.find(&mut session, "orders", &["id"], &one("1")).await.unwrap();
    assert_eq!(session.delete(shop.table("orders"), &[found[0].key.clone()]).await.unwrap(), 1);
    server.crash();
    let error = session.delete(shop.table("orders"), &[found[0].key.clone()]).await.unwrap_err();
    assert!(matches!(error, Error::Away { .. }) && error.is_temporary(), "{error:?}");
    tells_nothing(&error);
    assert!(session.commit().await.is_err());
    // It is there again, with everything.
    assert_eq!(shop.count("orders", &["id"], &one("1")).await, 1);
}

#[tokio::test]
async fn a_server_whose_disk_is_full_says_so_and_goes_on_later() {
    let Some(mut server) = Server::start_on_disk(120) else { return };
    let _ = server.database("full");
    let base = Base::Postgres(&server, "full".to_owned());
    base.ask(&people()).await;
    let shop = Opened::new(&base).await;
    server.fill(0);
    let mut session = shop.write().await;
    let key = key_of(&shop, &mut session, "people").await.remove(0);
    let mut changed = Ok(1);
    for n in 0..5000 {
        let value = format!("{n} {MARKER}").into();
        changed = session.change(shop.table("people"), &[1], &[(key.clone(), vec![value])]).await;
        if changed.is_err() {
            break;
        }
    }
    let error = changed.unwrap_err();
    assert!(matches!(error, Error::Full { .. }) && error.is_temporary(), "{error:?}");
    tells_nothing(&error);
    drop(session);
    server.give_room();
    assert_eq!(server.ask("full", "SELECT name FROM people WHERE id = 4711").trim(), MARKER);
    let mut session = shop.write().await;
    assert_eq!(session.delete(shop.table("people"), &[]).await.unwrap(), 0);
    session.commit().await.unwrap();
}

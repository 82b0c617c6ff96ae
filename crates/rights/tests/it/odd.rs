//! Requests over databases that are made in ways of their own: keys that are empty, columns that take few values.

use std::sync::Arc;

use abide_policy::source::read_map;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::{Atlas, Part};
use abide_rights::check::{What, check};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_stores::Store;
use abide_stores::files::{Files, Format, Kind};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance};
use crate::world::{Base, Ran, TODAY, World};

const HEAD: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
"#;

/// A desk over one database.
pub(crate) async fn room(base: Base, sql: &str, map: &str) -> Room {
    base.run(sql).await.unwrap();
    let mut room = Room::sqlite().await;
    room.base = base;
    open(&mut room, map).await;
    room
}

/// Opens the store, as it is now.
pub(crate) async fn open(room: &mut Room, map: &str) {
    let reading = read_map(&format!("{HEAD}{map}"));
    let map = reading.value.unwrap_or_else(|| panic!("{:?}", reading.diagnostics));
    let store = room.base.store().await;
    let schema = store.schema().await.unwrap();
    room.desk.atlas = Arc::new(Atlas::new(vec![Part { map, schema, policy: None }]).unwrap());
    room.desk.stores = vec![store];
}

pub(crate) async fn asked(room: &Room, id: &str, kind: RequestKind, fact: &str, wish: Wish) -> Id {
    let id = room.open(id, kind, &[fact], wish).await;
    room.work().await;
    id
}

pub(crate) async fn swept(room: &mut Room, id: &Id) {
    room.approve(id).await;
    room.desk.sweeps = true;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(&batch.done[..], std::slice::from_ref(id), "{batch:?}");
    room.desk.sweeps = false;
}

const KEYS: &str = "CREATE TABLE people (code TEXT PRIMARY KEY, name TEXT, email TEXT);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, mail TEXT, code TEXT);
    INSERT INTO people VALUES ('K-0', 'Null', NULL), ('K-1', 'Anna', 'anna@example.org'), (NULL, 'Bea', 'bea@example.org'), (NULL, 'Cleo', 'cleo@example.org'), ('4', 'Dora', 'dora@example.org');
    INSERT INTO orders VALUES (1, 'anna@example.org', 'K-1'), (2, 'bea@example.org', NULL), (3, 'cleo@example.org', NULL), (4, 'dora@example.org', '4')";

const KEYS_MAP: &str = r#"
[[table]]
name = "people"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
[[table.column]]
name = "name"
[[table]]
name = "orders"
edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["email"] }, { kind = "owned-by", columns = ["code"], of = "people" }]
"#;

/// SQLite lets the key of a row be empty, and such rows are people like others.
#[tokio::test]
async fn people_without_a_key_are_found_and_erased() {
    let mut room = room(Base::sqlite(), KEYS, KEYS_MAP).await;
    let wish = Wish {
        set: [("store.people.name".to_owned(), "Bea Neu".to_owned())].into(),
        ..Wish::default()
    };
    let id = asked(&room, "r1", RequestKind::Rectification, "email=bea@example.org", wish).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    let names = "SELECT name FROM people WHERE code IS NULL";
    assert_eq!(room.rows(names).await, ["Bea Neu", "Cleo"]);

    let id =
        asked(&room, "r2", RequestKind::Erasure, "email=bea@example.org", Wish::default()).await;
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (2, 0));
    // Rows before it go, the file is written anew, and the store is opened again: it is still the same row.
    room.run("DELETE FROM people WHERE code = 'K-0'").await;
    room.run("VACUUM").await;
    open(&mut room, KEYS_MAP).await;
    swept(&mut room, &id).await;
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Cleo", "Dora"]);
    assert_eq!(room.rows("SELECT id FROM orders").await, ["1", "3", "4"]);

    // Others go by their keys, also by one that is the number of a row.
    let id =
        asked(&room, "r3", RequestKind::Erasure, "email=dora@example.org", Wish::default()).await;
    swept(&mut room, &id).await;
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Cleo"]);

    // What was settled for a row without a key is nobody's any more when there is none.
    let id =
        asked(&room, "r4", RequestKind::Erasure, "email=cleo@example.org", Wish::default()).await;
    room.run("DELETE FROM people WHERE name = 'Cleo'").await;
    room.run("INSERT INTO people VALUES ('4', 'Emil', 'emil@example.org')").await;
    open(&mut room, KEYS_MAP).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (0, 0));
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Emil"]);
}

const MAILS: &str = r#"
[[table]]
name = "people"
person = "contact"
erase = "anonymize"
known-by = [{ fact = "email", column = "mail" }]
[[table.column]]
name = "mail"
erase = "unique"
"#;

pub(crate) const ANNA: &str = "email=anna@firma.example";

/// Where a store sees to it that an address stands in a column, one does: nobody's.
async fn an_address_takes_the_place_of_an_address(base: Base) {
    let (head, mail) = match base.is_sqlite() {
        true => ("", "TEXT NOT NULL UNIQUE CHECK (mail LIKE '%_@_%._%')"),
        false => (
            "CREATE DOMAIN address AS VARCHAR(60) CHECK (value ~ '^[^@]+@[^@]+[.][a-z]+$');",
            "address NOT NULL UNIQUE",
        ),
    };
    let sql = format!(
        "{head} CREATE TABLE people (id INTEGER PRIMARY KEY, mail {mail}); \
        INSERT INTO people VALUES (1, 'anna@firma.example'), (2, 'bea@firma.example')"
    );
    let mut room = room(base, &sql, MAILS).await;
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    swept(&mut room, &id).await;
    let mail = room.rows("SELECT mail FROM people WHERE id = 1").await.remove(0);
    let digits = mail.strip_prefix("erased-").unwrap().strip_suffix("@erased.invalid").unwrap();
    assert!(digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_hexdigit()), "{mail}");
    assert_eq!(room.rows("SELECT mail FROM people WHERE id = 2").await, ["bea@firma.example"]);
    let id = asked(&room, "r2", RequestKind::Erasure, ANNA, Wish::default()).await;
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (0, 0));
}

#[tokio::test]
async fn an_address_takes_the_place_of_an_address_on_sqlite() {
    an_address_takes_the_place_of_an_address(Base::sqlite()).await;
}

#[tokio::test]
async fn an_address_takes_the_place_of_an_address_on_postgresql() {
    let Some(server) = Server::start() else { return };
    an_address_takes_the_place_of_an_address(Base::postgres(&server, "address")).await;
}

/// What the history tells of what a person is asked to do.
pub(crate) async fn told(room: &Room, id: &Id) -> serde_json::Value {
    let events = room.desk.records.events(id, 0).await.unwrap();
    let told = events.into_iter().rev().find(|(_, e)| e.what.as_str() == "hand-needed");
    serde_json::from_str(told.unwrap().1.detail.as_str()).unwrap()
}

/// A store takes none of our values, and a person chooses one that it takes: any other than before.
async fn what_hands_put_there_is_taken(base: Base, sweeps: bool) {
    let tables = "CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE, note TEXT); \
        INSERT INTO people VALUES (1, 'anna@firma.example', 'x'), (2, 'bea@firma.example', 'y')";
    // By a rule of the table, and by the function of a trigger, which has a code of its own.
    let rule = match base.is_sqlite() {
        true => {
            "CREATE TRIGGER ours BEFORE UPDATE OF mail ON people WHEN NEW.mail NOT LIKE '%@firma.example' \
            BEGIN SELECT RAISE(ABORT, 'ours alone'); END"
        }
        false => {
            "CREATE FUNCTION ours() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            IF NEW.mail NOT LIKE '%@firma.example' THEN RAISE EXCEPTION 'ours alone'; END IF; RETURN NEW; END $$; \
            CREATE TRIGGER ours BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION ours()"
        }
    };
    base.run(tables).await.unwrap();
    let mut room = room(base, rule, MAILS).await;
    room.desk.sweeps = sweeps;
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    room.approve(&id).await;
    let batch = async |room: &Room| {
        let clock = || NOW;
        let order = Order { act: act("worker"), chance: &chance, clock: &clock };
        // What is refused in a pass over many is tried again by itself.
        for _ in 0..2 {
            room.work().await;
            if sweeps {
                room.desk.work_together(&order).await.unwrap();
            }
        }
    };
    batch(&room).await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    assert_eq!(told(&room, &id).await["why"], "refused");
    // Nobody did anything.
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    batch(&room).await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    room.run("UPDATE people SET mail = 'gone3@firma.example' WHERE id = 1").await;
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    batch(&room).await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done, "{sweeps}");
    assert_eq!(room.report(&id).await.contains("\"swept\":true"), sweeps);
}

#[tokio::test]
async fn what_hands_put_there_is_taken_on_sqlite() {
    for sweeps in [false, true] {
        what_hands_put_there_is_taken(Base::sqlite(), sweeps).await;
    }
}

#[tokio::test]
async fn what_hands_put_there_is_taken_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (name, sweeps) in [("hands", false), ("swept", true)] {
        what_hands_put_there_is_taken(Base::postgres(&server, name), sweeps).await;
    }
}

/// Types of PostgreSQL with a value for nothing, and what that is.
const NOTHING: &[(&str, &str, &str)] = &[
    ("inet", "192.0.2.7", "0.0.0.0/32"),
    ("cidr", "192.0.2.0/24", "0.0.0.0/32"),
    ("text[]", "{a,b}", "{}"),
    ("integer[]", "{1,2}", "{}"),
    ("daterange", "[2020-01-01,2020-02-01)", "empty"),
    ("int4multirange", "{[1,3)}", "{}"),
    ("spans", "[1,3)", "empty"),
    ("interval", "3 days", "00:00:00"),
    ("time", "12:34:56", "00:00:00"),
    ("timetz", "12:34:56+01", "00:00:00+00"),
    ("macaddr", "00:16:3e:12:34:56", "00:00:00:00:00:00"),
    ("macaddr8", "00:16:3e:12:34:56:78:9a", "00:00:00:00:00:00:00:00"),
    ("point", "(1,2)", "(0,0)"),
    ("line", "{1,2,3}", "{0,1,0}"),
    ("lseg", "[(1,2),(3,4)]", "[(0,0),(0,0)]"),
    ("box", "(3,4),(1,2)", "(0,0),(0,0)"),
    ("path", "((1,2),(3,4))", "((0,0))"),
    ("polygon", "((1,2),(3,4))", "((0,0))"),
    ("circle", "<(1,2),3>", "<(0,0),0>"),
    ("bit(3)", "101", "000"),
    ("bit", "1", "0"),
    ("bit varying(5)", "101", ""),
    ("tsvector", "a b", ""),
    ("jsonpath", "$.a", "$"),
    ("xml", "<a/>", ""),
    ("numeric(4,1)", "12.3", "0.0"),
    ("\"char\"", "a", ""),
    ("oid", "7", "0"),
    ("pg_lsn", "1/2", "0/0"),
    ("short", "101", "000"),
];

/// Types of PostgreSQL with values that differ.
const DIFFERENT: &[(&str, &str)] = &[
    ("inet", "192.0.2.7"),
    ("cidr", "192.0.2.0/24"),
    ("text[]", "{a,b}"),
    ("varchar(50)[]", "{a,b}"),
    ("daterange", "[2020-01-01,2020-02-01)"),
    ("interval", "3 days"),
    ("macaddr", "00:16:3e:12:34:56"),
    ("macaddr8", "00:16:3e:12:34:56:78:9a"),
    ("numeric(4,1)", "12.3"),
    ("numeric(20,2)", "12.3"),
    ("smallint", "7"),
];

/// A map with a treatment for each of so many columns, `c0` and so on.
fn treated(treatments: impl Iterator<Item = &'static str>) -> String {
    let column = |(at, what)| format!("[[table.column]]\nname = \"c{at}\"\nerase = \"{what}\"\n");
    let columns: String = treatments.enumerate().map(column).collect();
    let people = MAILS.split("[[table.column]]").next().unwrap();
    format!("{people}{columns}")
}

#[tokio::test]
async fn types_of_postgresql_have_values_that_tell_nothing() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "types");
    let types = NOTHING.iter().map(|(ty, was, _)| (*ty, *was)).chain(DIFFERENT.iter().copied());
    let types: Vec<_> = types.collect();
    let columns = types.iter().enumerate().map(|(at, (ty, _))| format!("c{at} {ty} NOT NULL"));
    let values = types.iter().map(|(_, was)| format!("'{was}'")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "CREATE TYPE spans AS RANGE (subtype = integer); CREATE DOMAIN short AS bit(3); \
        CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT, {}); \
        INSERT INTO people VALUES (1, 'anna@firma.example', {values}), (2, 'bea@firma.example', {values})",
        columns.collect::<Vec<_>>().join(", ")
    );
    base.run(&sql).await.unwrap();
    let empty = NOTHING.iter().map(|_| "empty");
    let map = format!("{HEAD}{}", treated(empty.chain(DIFFERENT.iter().map(|_| "unique"))));
    let world = World::new(&base, read_map(&map).value.unwrap()).await;
    // Nothing of it is wrong.
    let (finder, mut quiet) = (abide_detect::Finder::default(), |_, _| ());
    let report = check(&world.atlas, &world.stores, &finder, TODAY, &mut quiet).await.unwrap();
    let wrong = report.findings.iter().filter(|f| f.what == What::NoNeutralValue);
    assert_eq!(wrong.map(|f| &f.place).collect::<Vec<_>>(), Vec::<&String>::new());
    let names: Vec<String> = (0..types.len()).map(|at| format!("c{at}::text")).collect();
    let row = async |id: i64| {
        let asked = format!("SELECT {} FROM people WHERE id = {id}", names.join(", "));
        let Ran::Rows(mut rows) = base.run(&asked).await.unwrap() else { panic!() };
        rows.remove(0).split('|').map(str::to_owned).collect::<Vec<_>>()
    };
    let before = row(1).await;
    let anna = world.subject("people", vec![1.into()]);
    assert_eq!(world.erase(&[anna]).await, (0, 1));
    assert_eq!(row(2).await, before, "the other row");
    for (at, (now, (ty, _))) in row(1).await.into_iter().zip(&types).enumerate() {
        assert_ne!(now, before[at], "{ty}");
        assert!(NOTHING.get(at).is_none_or(|(_, _, nothing)| now == *nothing), "{ty}: {now}");
    }
}

/// Of an enumeration nobody knows a value for nothing: that is an error of the map, and in spite of it a person can do it.
#[tokio::test]
async fn a_type_without_such_a_value_is_told_and_left_to_hands() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "mood");
    let sql = "CREATE TYPE moods AS ENUM ('glad', 'sad', 'none'); \
        CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT, c0 moods NOT NULL, c1 TEXT NOT NULL, c2 money NOT NULL UNIQUE, c3 BOOLEAN NOT NULL); \
        INSERT INTO people VALUES (1, 'anna@firma.example', 'sad', 'x', 1, true), (2, 'bea@firma.example', 'sad', 'y', 2, true)";
    let map = treated(["empty", "empty", "keep", "empty"].into_iter());
    let mut room = room(base, sql, &map).await;
    let found = async |room: &Room| {
        let (finder, mut quiet) = (abide_detect::Finder::default(), |_, _| ());
        let (atlas, stores) = (&room.desk.atlas, &room.desk.stores);
        let report = check(atlas, stores, &finder, TODAY, &mut quiet).await.unwrap();
        let neutral = [What::NoNeutralValue, What::NeutralValue];
        let found = report.findings.into_iter().filter(|f| neutral.contains(&f.what));
        found.map(|f| (f.what.word(), f.place)).collect::<Vec<_>>()
    };
    let note = |column: &str| ("neutral-value", format!("store.people.{column}"));
    let error = |column: &str| ("no-neutral-value", format!("store.people.{column}"));
    assert_eq!(found(&room).await, [error("c0"), note("c1"), note("c3")]);
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    let told = told(&room, &id).await;
    assert_eq!((&told["why"], &told["left"]["people"]), (&"refused".into(), &1.into()));
    // A text takes any value, and so does nothing; of a truth the store does not tell either.
    let says = "the store `store` does not take the value that is to stand in `c0` or `c3` of `people` (SQLSTATE 22P02): another one is needed, or a column that may be empty";
    assert_eq!(told["says"], says);
    room.run("UPDATE people SET c0 = 'none', c1 = '', c3 = false, mail = NULL WHERE id = 1").await;
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    // Where the map says that it is no harm, Abide does the rest by itself.
    open(&mut room, &treated(["keep", "empty", "keep", "empty"].into_iter())).await;
    assert_eq!(found(&room).await, [note("c1"), note("c3")]);
    let bea = "email=bea@firma.example";
    let id = asked(&room, "r2", RequestKind::Erasure, bea, Wish::default()).await;
    swept(&mut room, &id).await;
    // Of sums and truths there is none that differs either.
    open(&mut room, &treated(["unique", "keep", "unique", "unique"].into_iter())).await;
    assert_eq!(found(&room).await, [error("c0"), error("c2"), error("c3")]);
}

/// A key that is compared without case, and a column that refers to it and is not.
#[tokio::test]
async fn references_to_a_key_without_case_are_found_in_small_letters() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "citext");
    let sql = "CREATE EXTENSION citext; \
        CREATE TABLE people (id INTEGER PRIMARY KEY, mail citext UNIQUE); \
        CREATE TABLE newsletter (id INTEGER PRIMARY KEY, mail TEXT); CREATE INDEX ON newsletter (mail); \
        CREATE TABLE drawers (id INTEGER PRIMARY KEY, mail citext); CREATE INDEX ON drawers (mail); \
        INSERT INTO people VALUES (1, 'Anna@Firma.example'), (2, 'bea@firma.example'); \
        INSERT INTO newsletter VALUES (1, 'anna@firma.example'), (2, 'Anna@Firma.example'), (3, 'bea@firma.example'); \
        INSERT INTO drawers VALUES (1, 'ANNA@firma.example'), (2, 'bea@firma.example')";
    let edge = r#"edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["mail"] }]"#;
    let people = MAILS.replace("\"anonymize\"", "\"delete\"");
    let map = format!(
        "{people}[[table]]\nname = \"newsletter\"\n{edge}\n[[table]]\nname = \"drawers\"\n{edge}\n"
    );
    let mut room = room(base, sql, &map).await;
    let (finder, mut quiet) = (abide_detect::Finder::default(), |_, _| ());
    let (atlas, stores) = (&room.desk.atlas, &room.desk.stores);
    let report = check(atlas, stores, &finder, TODAY, &mut quiet).await.unwrap();
    let found: Vec<_> = report.findings.iter().filter(|f| f.what == What::LosesCase).collect();
    let places: Vec<&str> = found.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(places, ["store.newsletter.mail"]);
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (4, 0));
    swept(&mut room, &id).await;
    assert_eq!(room.rows("SELECT id FROM newsletter").await, ["3"]);
    assert_eq!(room.rows("SELECT id FROM drawers").await, ["2"]);
}

/// What separates fields is known from the header of each file, and stays.
#[tokio::test]
async fn files_whose_fields_are_separated_by_something_else() {
    let folder = tempfile::tempdir().unwrap();
    let (west, east) = (folder.path().join("kunden-1.csv"), folder.path().join("kunden-2.csv"));
    let head = "Nr;Name, Vorname;Mail\r\n";
    let rows = ["1;\"Muster; Anna\";anna@firma.example\r\n", "2;Probe, Bea;bea@firma.example\r\n"];
    std::fs::write(&west, format!("{head}{}{}", rows[0], rows[1])).unwrap();
    std::fs::write(&east, "Nr,Mail\n3,carl@firma.example\n").unwrap();
    let kind = Kind {
        table: "kunden-*.csv".to_owned(),
        glob: "kunden-*.csv".to_owned(),
        format: Format::of("kunden-*.csv"),
        columns: Vec::new(),
    };
    let store: Arc<dyn Store> = Arc::new(Files::open("store", folder.path(), vec![kind]).unwrap());
    let map = HEAD.replace("sqlite", "files")
        + r#"
[[table]]
name = "kunden-*.csv"
person = "contact"
known-by = [{ fact = "id", column = "Nr" }, { fact = "email", column = "Mail" }, { fact = "name", column = "Name, Vorname" }]
"#;
    let reading = read_map(&map);
    let map = reading.value.unwrap_or_else(|| panic!("{:?}", reading.diagnostics));
    let mut room = Room::sqlite().await;
    let schema = store.schema().await.unwrap();
    room.desk.atlas = Arc::new(Atlas::new(vec![Part { map, schema, policy: None }]).unwrap());
    room.desk.stores = vec![store];
    for (id, fact) in [("r1", ANNA), ("r2", "email=carl@firma.example")] {
        let id = asked(&room, id, RequestKind::Erasure, fact, Wish::default()).await;
        swept(&mut room, &id).await;
    }
    assert_eq!(std::fs::read_to_string(&west).unwrap(), format!("{head}{}", rows[1]));
    assert_eq!(std::fs::read_to_string(&east).unwrap(), "Nr,Mail\n");
}

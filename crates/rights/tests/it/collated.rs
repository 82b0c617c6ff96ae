//! Requests over databases of SQLite that make no difference between capitals and small letters: what goes is what plain SQL finds.

use abide_detect::Finder;
use abide_policy::vocab::RequestKind;
use abide_rights::check::{Finding, What, check};
use abide_rights::desk::document::Wish;
use abide_rights::discover::{discover, gather};

use crate::chart::{Trial, chart};
use crate::desk::{Room, act, codes};
use crate::discover::ownership;
use crate::odd::{asked, open, room, swept};
use crate::world::{Base, TODAY};

/// Addresses and customer codes as people typed them, in tables that compare them in several ways: as the key does to which they refer,
/// otherwise, in keys of two columns, in their own key, along a chain.
const SHOP: &str = "
    CREATE TABLE people (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL, mail TEXT COLLATE NOCASE NOT NULL UNIQUE, code TEXT COLLATE NOCASE, UNIQUE (shop, code));
    CREATE TABLE orders (id INTEGER PRIMARY KEY, mail TEXT NOT NULL REFERENCES people (mail), label TEXT UNIQUE);
    CREATE TABLE lines (id INTEGER PRIMARY KEY, label TEXT COLLATE NOCASE REFERENCES orders (label));
    CREATE TABLE letters (id INTEGER PRIMARY KEY, mail TEXT COLLATE NOCASE REFERENCES people (mail) ON DELETE SET NULL);
    CREATE INDEX of_mail ON letters (mail);
    CREATE TABLE visits (id INTEGER PRIMARY KEY, code TEXT, shop INTEGER, FOREIGN KEY (shop, code) REFERENCES people (shop, code) ON DELETE CASCADE);
    CREATE INDEX of_code ON visits (shop, code COLLATE NOCASE);
    CREATE TABLE profiles (mail TEXT PRIMARY KEY REFERENCES people (mail), likes TEXT) WITHOUT ROWID;
    CREATE TABLE notes (id INTEGER PRIMARY KEY, profile TEXT REFERENCES profiles, body TEXT);
    INSERT INTO people VALUES (1, 1, 'Anna@Firma.example', 'A-1'), (2, 1, 'bea@firma.example', 'B-1'), (3, 2, 'Carl@firma.example', 'a-1');
    INSERT INTO orders VALUES (1, 'AnnA@firma.example', 'L'), (2, 'Anna@Firma.example', 'n'), (3, 'ANNA@FIRMA.EXAMPLE', 'm'), (4, 'BEA@firma.example', 'l'), (5, 'bea@firma.example', 'M');
    INSERT INTO lines VALUES (1, 'L'), (2, 'l'), (3, 'm'), (4, 'M'), (5, 'n');
    INSERT INTO letters VALUES (1, 'ANNA@firma.example'), (2, 'anna@firma.EXAMPLE'), (3, 'BEA@firma.example'), (4, NULL);
    INSERT INTO visits VALUES (1, 'a-1', 1), (2, 'A-1', 1), (3, 'A-1', 2), (4, 'b-1', 1), (5, NULL, 1);
    INSERT INTO profiles VALUES ('ANNA@firma.example', 'x'), ('Anna@firma.example', 'y'), ('BEA@firma.example', 'z'), ('Bea@firma.example', 'w');
    INSERT INTO notes VALUES (1, 'ANNA@firma.example', ''), (2, 'Anna@firma.example', ''), (3, 'BEA@firma.example', '');
";

const SHOP_MAP: &str = r#"
[[table]]
name = "people"
person = "contact"
known-by = [{ fact = "id", column = "code" }, { fact = "email", column = "mail" }]
[[table]]
name = "orders"
edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["mail"] }]
[[table]]
name = "lines"
edge = [{ kind = "owned-by", columns = ["label"], of = "orders", of-columns = ["label"] }]
[[table]]
name = "letters"
edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["mail"] }]
[[table]]
name = "visits"
edge = [{ kind = "owned-by", columns = ["shop", "code"], of = "people", of-columns = ["shop", "code"] }]
[[table]]
name = "profiles"
edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["mail"] }]
[[table]]
name = "notes"
edge = [{ kind = "owned-by", columns = ["profile"], of = "profiles" }]
"#;

/// What is not the person's whose number is put in, in SQLite's own words: it compares by the rules of the column that is named first.
const LEFT: &str = "SELECT 'p' || id FROM people WHERE id <> {0} \
    UNION ALL SELECT 'o' || o.id FROM people p JOIN orders o ON p.mail = o.mail WHERE p.id <> {0} \
    UNION ALL SELECT 'l' || l.id FROM people p JOIN orders o ON p.mail = o.mail JOIN lines l ON o.label = l.label WHERE p.id <> {0} \
    UNION ALL SELECT 'b' || b.id FROM letters b LEFT JOIN people p ON p.mail = b.mail WHERE p.id IS NOT {0} \
    UNION ALL SELECT 'v' || v.id FROM visits v LEFT JOIN people p ON (p.shop, p.code) = (v.shop, v.code) WHERE p.id IS NOT {0} \
    UNION ALL SELECT 'r' || r.likes FROM people p JOIN profiles r ON p.mail = r.mail WHERE p.id <> {0} \
    UNION ALL SELECT 'n' || n.id FROM people p JOIN profiles r ON p.mail = r.mail JOIN notes n ON r.mail = n.profile WHERE p.id <> {0}";

const ALL: &str = "SELECT 'p' || id FROM people UNION ALL SELECT 'o' || id FROM orders UNION ALL SELECT 'l' || id FROM lines \
    UNION ALL SELECT 'b' || id FROM letters UNION ALL SELECT 'v' || id FROM visits UNION ALL SELECT 'r' || likes FROM profiles \
    UNION ALL SELECT 'n' || id FROM notes";

/// Whoever is asked for by a customer code in another case than it is stored in, and all that is theirs.
#[tokio::test]
async fn a_reference_in_another_case_is_followed() {
    for (fact, person, rows) in [
        ("id=b-1", 2, 10),
        ("id=A-1", 1, 15),
        ("id=a-1", 1, 15),
        ("email=ANNA@firma.example", 1, 15),
    ] {
        let mut room = room(Base::sqlite(), SHOP, SHOP_MAP).await;
        let should = room.rows(&LEFT.replace("{0}", &person.to_string())).await;
        let all = room.rows(ALL).await.len();
        let id = asked(&room, "r1", RequestKind::Erasure, fact, Wish::default()).await;
        if fact.ends_with("-1") && person == 1 {
            // Two shops gave the same code.
            assert_eq!(codes(&room.desk, &id).await.len(), 2);
            room.settle(&id, &[1], act("officer")).await;
            room.work().await;
        }
        let planned = room.desk.case(&id).await.unwrap().plan.unwrap().1.totals();
        assert_eq!((planned, all - should.len()), ((rows, 0), usize::try_from(rows).unwrap()));
        swept(&mut room, &id).await;
        assert_eq!(room.rows(ALL).await, should, "{fact}");
        assert!(room.rows("SELECT * FROM pragma_foreign_key_check").await.is_empty());
    }
}

/// To SQLite `Ä` and `ä` are different letters: people whose keys differ in nothing else are not taken for each other, together or
/// alone, and neither is what refers to them.
#[tokio::test]
async fn letters_beyond_the_alphabet_of_ascii_differ() {
    let sql = "CREATE TABLE people (code TEXT COLLATE NOCASE PRIMARY KEY, name TEXT); \
        CREATE TABLE orders (id INTEGER PRIMARY KEY, who TEXT NOT NULL REFERENCES people, note TEXT); \
        CREATE TABLE cards (id INTEGER PRIMARY KEY, who TEXT COLLATE NOCASE REFERENCES people); \
        INSERT INTO people VALUES ('Änna', 'x'), ('änna', 'y'); INSERT INTO cards VALUES (1, 'ÄNNA'), (2, 'äNNA')";
    let map = "people person
        orders anonymize note:empty
          who owned-by people
        cards
          who owned-by people";
    // What stays of the one is there because her order refers to it.
    let base = Base::sqlite();
    let trial =
        Trial::new(&base, &format!("{sql}; INSERT INTO orders VALUES (1, 'ÄNNA', 'n')"), map).await;
    assert_eq!(trial.erase(&["people:Änna", "people:änna"]).await, (3, 2));
    assert_eq!(trial.ask("SELECT * FROM people").await, "Änna|NULL");
    let base = Base::sqlite();
    let trial =
        Trial::new(&base, &format!("{sql}; INSERT INTO orders VALUES (1, 'ÄNNA', 'n')"), map).await;
    assert_eq!(trial.erase(&["people:änna"]).await, (2, 0));
    assert_eq!(trial.ask("SELECT * FROM people").await, "Änna|x");
    assert_eq!(trial.ask("SELECT who FROM cards").await, "ÄNNA");
}

/// Where a table holds more for equal than that to which it belongs, a row may be found from several people: it is asked whose it is.
#[tokio::test]
async fn a_row_that_is_found_from_two_people_is_not_guessed_about() {
    let base = Base::sqlite();
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY, code TEXT UNIQUE, mail TEXT COLLATE NOCASE); \
        CREATE UNIQUE INDEX as_written ON people (mail COLLATE BINARY); \
        CREATE TABLE notes (id INTEGER PRIMARY KEY, who TEXT COLLATE NOCASE); \
        CREATE TABLE news (id INTEGER PRIMARY KEY, mail TEXT); \
        INSERT INTO people VALUES (1, 'ann', 'a@x'), (2, 'ANN', 'A@X'); \
        INSERT INTO notes VALUES (1, 'ann'), (2, 'ANN'); INSERT INTO news VALUES (1, 'a@x'), (2, 'A@X')";
    let map = "people person
        notes
          who owned-by people(code)
        news
          mail owned-by people(mail)";
    let trial = Trial::new(&base, sql, map).await;
    assert_eq!(trial.erase(&["people:1"]).await, (2, 0));
    assert_eq!(trial.ask("SELECT id FROM people").await, "2");
    assert_eq!(trial.ask("SELECT who FROM notes").await, "ANN", "his own is as he is written");
    // Of an address in a column that makes no difference both are owners.
    assert_eq!(trial.ask("SELECT mail FROM news").await, "A@X a@x");
}

/// Conditions of the map are compared as the column is, in the question and in what is already at hand.
#[tokio::test]
async fn conditions_are_compared_as_their_column_is() {
    let base = Base::sqlite();
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY); CREATE TABLE things (id INTEGER PRIMARY KEY, kind TEXT COLLATE NOCASE, who INTEGER); \
        CREATE TABLE ways (id INTEGER PRIMARY KEY, kind TEXT COLLATE NOCASE, person INTEGER, thing INTEGER); \
        INSERT INTO people VALUES (1), (2); INSERT INTO things VALUES (1, 'own', 1), (2, 'OWN', 1), (3, 'Own', 2), (4, 'other', 1), (5, 'other', 0); \
        INSERT INTO ways VALUES (1, 'LEADS', 1, 5), (2, 'Rests', 1, 4)";
    let map = "people person
        things
          who owned-by people when=kind:own
        ways
          person owned-by people
          thing owns things when=kind:leads";
    let trial = Trial::new(&base, sql, map).await;
    assert_eq!(trial.erase(&["people:1"]).await, (6, 0));
    assert_eq!(trial.ask("SELECT id FROM things").await, "3 4");
}

/// A duplicate that says in another case into whom it was merged; and keys that go along without blanks at the end.
#[tokio::test]
async fn duplicates_and_blanks_are_followed() {
    let base = Base::sqlite();
    let sql = "CREATE TABLE people (code TEXT COLLATE NOCASE PRIMARY KEY, merged TEXT REFERENCES people, badge TEXT COLLATE RTRIM UNIQUE); \
        CREATE TABLE doors (id INTEGER PRIMARY KEY, badge TEXT REFERENCES people (badge)); \
        INSERT INTO people VALUES ('Ann', NULL, 'B1'), ('Annie', 'ANN', 'B2 '), ('Nan', 'ANNIE', NULL), ('Bob', NULL, 'b1'); \
        INSERT INTO doors VALUES (1, 'B1  '), (2, 'B2'), (3, 'b1 ')";
    let map = "people person known=code
          merged owned-by people
        doors
          badge owned-by people(badge)";
    let trial = Trial::new(&base, sql, map).await;
    assert_eq!(trial.erase(&["people:Ann"]).await, (5, 0));
    assert_eq!(trial.ask("SELECT code FROM people").await, "Bob");
    assert_eq!(trial.ask("SELECT id FROM doors").await, "3");
}

/// What takes the place of a value differs from all others as the store compares them: the store itself refuses anything else.
#[tokio::test]
async fn what_is_unique_without_case_stays_so() {
    let base = Base::sqlite();
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT COLLATE NOCASE NOT NULL UNIQUE, login TEXT NOT NULL, code TEXT COLLATE NOCASE NOT NULL); \
        CREATE UNIQUE INDEX of_login ON people (login COLLATE NOCASE); CREATE UNIQUE INDEX of_code ON people (code COLLATE BINARY); \
        INSERT INTO people VALUES (1, 'A@x', 'ann', 'C'), (2, 'b@X', 'BOB', 'c'), (3, 'c@x', 'cleo', 'd')";
    // Nothing is said of the code: what is unique gets a value that differs.
    let map = "people person anonymize mail:unique login:unique";
    let trial =
        Trial::new(&base, sql, &map.replace("login:unique", "login:unique known=code")).await;
    assert_eq!(trial.erase(&["people:1", "people:2"]).await, (0, 2));
    let differ = "SELECT count(DISTINCT mail), count(DISTINCT login COLLATE NOCASE), count(DISTINCT code) FROM people";
    assert_eq!(trial.ask(differ).await, "3|3|3");
    assert_eq!(trial.ask("SELECT count(*) FROM people WHERE mail LIKE '%@x' OR login IN ('ann', 'BOB') OR code = 'c'").await, "1");
}

/// Without a foreign key rows are looked for as the value is written, and in small letters; the check says so.
#[tokio::test]
async fn without_a_foreign_key_two_spellings_are_looked_for() {
    let base = Base::sqlite();
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT COLLATE NOCASE UNIQUE); CREATE TABLE news (id INTEGER PRIMARY KEY, mail TEXT); \
        INSERT INTO people VALUES (1, 'Änna@Firma.example'), (2, 'bea@firma.example'); \
        INSERT INTO news VALUES (1, 'Änna@Firma.example'), (2, 'Änna@firma.example'), (3, 'änna@firma.example'), (4, 'ÄNNA@FIRMA.EXAMPLE')";
    let trial = Trial::new(&base, sql, "people person\n  news\n    mail owned-by people(mail)");
    let trial = trial.await;
    assert_eq!(trial.erase(&["people:1"]).await, (3, 0));
    assert_eq!(trial.ask("SELECT id FROM news").await, "3 4");
    let (atlas, stores) = (&trial.world.atlas, &trial.world.stores);
    let report = check(atlas, stores, &Finder::default(), TODAY, &mut |_, _| ()).await.unwrap();
    assert_eq!(places(&report.findings, What::LosesCase), ["store.news.mail"]);
}

fn places(findings: &[Finding], what: What) -> Vec<&str> {
    findings.iter().filter(|f| f.what == what).map(|f| f.place.as_str()).collect()
}

async fn findings(room: &Room) -> Vec<Finding> {
    let (atlas, stores) = (&room.desk.atlas, &room.desk.stores);
    check(atlas, stores, &Finder::default(), TODAY, &mut |_, _| ()).await.unwrap().findings
}

/// An index serves a question if it compares as the question must; what a foreign key leads to is lost by nobody.
#[tokio::test]
async fn the_check_tells_which_indexes_serve() {
    let map = SHOP_MAP.replace("column = \"mail\" }]", "column = \"mail\", exact = true }]");
    let mut room = room(Base::sqlite(), SHOP, &map).await;
    let found = findings(&room).await;
    assert_eq!(
        places(&found, What::SlowEdge),
        ["store.lines.label", "store.notes.profile", "store.orders.mail", "store.profiles.mail"]
    );
    assert!(places(&found, What::LosesCase).is_empty());
    // However they are written, an index finds the addresses.
    assert!(places(&found, What::Inexact).is_empty());
    let help = |place: &str| found.iter().find(|f| f.place == place).unwrap().remedy();
    assert_eq!(help("store.orders.mail"), "make an index on `store.orders` (mail COLLATE NOCASE)");
    assert_eq!(help("store.lines.label"), "make an index on `store.lines` (label)");
    // As it is declared, the first would not help: SQLite compares by the column to which it refers.
    room.run("CREATE INDEX plain ON orders (mail); CREATE INDEX loose ON profiles (mail COLLATE NOCASE); \
        CREATE INDEX loose_label ON lines (label); CREATE INDEX as_it_is ON notes (profile COLLATE NOCASE)").await;
    open(&mut room, &map).await;
    let found = findings(&room).await;
    assert_eq!(places(&found, What::SlowEdge), ["store.orders.mail"]);
}

/// Each person's address is in the other table in three spellings; what refers there is found as the column compares.
#[tokio::test]
async fn a_reference_in_any_case_is_proposed() {
    let base = Base::sqlite();
    base.run("CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT COLLATE NOCASE UNIQUE); CREATE TABLE news (id INTEGER PRIMARY KEY, mail TEXT); \
        WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO people SELECT i, 'Anna' || i || '@firma.example' FROM n; \
        INSERT INTO news (mail) SELECT CASE w.n WHEN 1 THEN upper(mail) WHEN 2 THEN lower(mail) ELSE mail END \
        FROM people CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3) AS w ORDER BY id, n").await.unwrap();
    let store = base.store().await;
    let (schema, evidence) = gather(&*store, &Finder::default(), &mut |_, _| ()).await.unwrap();
    let proposed = discover(chart("store", ""), &schema, &evidence, None).map;
    assert!(ownership(&proposed).contains("news owned-by people by mail"), "{proposed:?}");
}

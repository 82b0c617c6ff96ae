//! `map check` on databases with planted problems: each kind is found where it was planted, and a clean map gives none.

use std::collections::BTreeSet;
use std::sync::Arc;

use abide_detect::Finder;
use abide_policy::model::Policy;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::check::explain::explain;
use abide_rights::check::{Finding, Severity, What, check};
use abide_stores::Store;
use abide_stores::files::{Files, Format, Kind};
use abide_tests::postgres::Postgres as Server;

use crate::world::{Base, TODAY, map_of, part, service};

/// A table of people and a table of what was written to them, with what a clean store has.
const SQL: &str = "
CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email TEXT, phone TEXT);
CREATE INDEX by_email ON contacts (email);
CREATE INDEX by_phone ON contacts (phone);
CREATE TABLE messages (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts (id),
  body TEXT NOT NULL, address TEXT, sent_at TEXT NOT NULL);
CREATE INDEX by_contact ON messages (contact_id);
INSERT INTO contacts VALUES (1, 'Anna Weber', 'anna.weber@example.org', '+49 30 23125 001');
INSERT INTO contacts VALUES (2, 'Peter Schmidt', 'peter@example.com', '+49 30 23125 002');
INSERT INTO contacts VALUES (3, 'Maria Fischer', 'maria.fischer@example.net', '+49 30 23125 003');
INSERT INTO messages VALUES (1, 1, 'Please call me.', 'anna.weber@example.org', '2026-11-02');
INSERT INTO messages VALUES (2, 2, 'It works again.', 'peter@example.com', '2026-11-03');
";

const MAP: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
backups = "30 days"
[[table]]
name = "contacts"
person = "contact"
statement = "contacts"
known-by = [{ fact = "email", column = "email" }, { fact = "phone", column = "phone", country = "DE" }]
column = [
  { name = "name", data = "contact.name" },
  { name = "email", data = "contact.address" },
  { name = "phone", data = "contact.address" },
]
[[table]]
name = "messages"
statement = "messages"
since = "sent_at"
edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]
column = [{ name = "body", data = "message.content" }, { name = "address", data = "message.address" }]
"#;

async fn world(
    base: &Base,
    sql: &str,
    map: &str,
    policy: Option<Policy>,
) -> (Atlas, Arc<dyn abide_stores::Store>) {
    for statement in sql.split(";\n").filter(|s| !s.trim().is_empty()) {
        base.run(statement).await.unwrap();
    }
    let store = base.store().await;
    let atlas = Atlas::new(vec![part(&*store, map_of(map), policy).await]).unwrap();
    (atlas, store)
}

async fn findings(base: &Base, sql: &str, map: &str, policy: Option<Policy>) -> Vec<Finding> {
    let (atlas, store) = world(base, sql, map, policy).await;
    check(&atlas, &[store], &Finder::default(), TODAY, &mut |_, _| ()).await.unwrap().findings
}

/// What is planted: changes of the SQL and of the map, statements in addition; what must be found, where.
struct Planted {
    sql: &'static [(&'static str, &'static str)],
    more: &'static str,
    map: &'static [(&'static str, &'static str)],
    found: &'static [(What, Severity, &'static str)],
}

const NONE: Planted = Planted { sql: &[], more: "", map: &[], found: &[] };
const EDGE: &str = r#"edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]"#;

const PLANTED: &[Planted] = &[
    Planted {
        more: "CREATE TABLE imports (id INTEGER PRIMARY KEY, mail TEXT);
INSERT INTO imports VALUES (1, 'anna.weber@example.org');
INSERT INTO imports VALUES (2, 'carl@example.org')",
        found: &[(What::NobodysData, Severity::Error, "store.imports.mail")],
        ..NONE
    },
    Planted {
        map: &[
            ("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\""),
            ("  { name = \"name\", data = \"contact.name\" },\n", ""),
        ],
        found: &[(What::UnlistedColumn, Severity::Warning, "store.contacts.name")],
        ..NONE
    },
    Planted {
        map: &[("  { name = \"name\", data = \"contact.name\" },\n", "")],
        found: &[(What::UnnamedColumn, Severity::Note, "store.contacts.name")],
        ..NONE
    },
    Planted {
        map: &[(
            "known-by = [{ fact = \"email\", column = \"email\" }, { fact = \"phone\", column = \"phone\", country = \"DE\" }]",
            "",
        )],
        found: &[(What::NobodyFound, Severity::Error, "store.contacts")],
        ..NONE
    },
    Planted {
        sql: &[("CREATE INDEX by_email ON contacts (email);\n", "")],
        found: &[(What::SlowIdentity, Severity::Note, "store.contacts.email")],
        ..NONE
    },
    // One form is read, one is not; what an erasure wrote is nobody's.
    Planted {
        sql: &[("'anna.weber@example.org', '+49 30 23125 001'", "'Anna Weber <anna.weber@example.org>', 'at work'"),
            ("'peter@example.com', '+49 30 23125 002'", "'mailto:peter@example.com', 493023125002"),
            ("'maria.fischer@example.net', '+49 30 23125 003'", "'erased-00112233445566778899aabbccddeeff@erased.invalid', ''")],
        found: &[(What::UnreadValues, Severity::Warning, "store.contacts.phone")],
        ..NONE
    },
    Planted {
        sql: &[("'anna.weber@example.org', '+49", "'anna@example.org; weber@example.org', '+49")],
        found: &[(What::UnreadValues, Severity::Warning, "store.contacts.email")],
        ..NONE
    },
    Planted {
        sql: &[("'Anna Weber', 'anna", "'3.2.1980', 'anna"), ("'Peter Schmidt', 'peter", "'1980-02-03T00:00', 'peter"), ("'Maria Fischer', 'maria", "'1017-02-03', 'maria")],
        map: &[("known-by = [{", "known-by = [{ fact = \"born\", column = \"name\" }, {")],
        found: &[(What::UnreadValues, Severity::Warning, "store.contacts.name")],
        ..NONE
    },
    Planted {
        sql: &[("'anna.weber@example.org', '+49", "'Anna.Weber@example.org', '+49")],
        map: &[("column = \"email\" }", "column = \"email\", exact = true }")],
        found: &[(What::Inexact, Severity::Error, "store.contacts.email")],
        ..NONE
    },
    Planted {
        map: &[("column = \"email\" }", "column = \"email\", exact = true }")],
        more: "WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
INSERT INTO contacts SELECT i, 'Anna Weber', 'a' || i || '@example.org', '+49 30 23125 001' FROM n",
        found: &[(What::ManySpellings, Severity::Note, "store.contacts.phone")],
        ..NONE
    },
    Planted {
        sql: &[("'+49 30 23125 001'", "'030 23125001'")],
        map: &[(", country = \"DE\"", "")],
        found: &[(What::NoCountry, Severity::Warning, "store.contacts.phone")],
        ..NONE
    },
    Planted {
        sql: &[("CREATE INDEX by_contact ON messages (contact_id);\n", "")],
        more: "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
INSERT INTO messages SELECT i, 1 + i % 3, 'Thank you.', NULL, '2026-11-04' FROM n",
        found: &[(What::SlowEdge, Severity::Warning, "store.messages.contact_id")],
        ..NONE
    },
    Planted {
        sql: &[
            ("CREATE INDEX by_phone ON contacts (phone);\n", ""),
            ("CREATE INDEX by_contact", "CREATE INDEX by_address ON messages (address);\nCREATE INDEX by_contact"),
        ],
        map: &[(
            EDGE,
            r#"edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" },
  { kind = "owned-by", columns = ["address"], of = "contacts", of-columns = ["phone"] }]"#,
        )],
        found: &[
            (What::SlowIdentity, Severity::Note, "store.contacts.phone"),
            (What::SlowReturn, Severity::Note, "store.contacts.phone"),
            // Addresses are no numbers: the edge names the wrong column.
            (What::DanglingReferences, Severity::Warning, "store.messages.address"),
            (What::NeutralValue, Severity::Note, "store.messages.body"),
        ],
        ..NONE
    },
    Planted {
        more: "CREATE TABLE marks (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id))",
        found: &[
            (What::SlowReference, Severity::Note, "store.marks.contact_id"),
            (What::LeftBehind, Severity::Warning, "store.marks.contact_id"),
        ],
        ..NONE
    },
    // Without a foreign key, by its name and values; also where its rows are somebody's by another edge.
    Planted {
        more: "CREATE TABLE marks (id INTEGER PRIMARY KEY, contact_id INTEGER, stars INTEGER);
INSERT INTO marks VALUES (1, 1, 5);
INSERT INTO marks VALUES (2, 2, 1)",
        found: &[(What::UndeclaredReference, Severity::Warning, "store.marks.contact_id")],
        ..NONE
    },
    Planted {
        sql: &[("address TEXT,", "address TEXT, reviewing_contact INTEGER,"),
            ("'anna.weber@example.org', '2026", "'anna.weber@example.org', 3, '2026"),
            ("'peter@example.com', '2026", "'peter@example.com', 1, '2026")],
        found: &[(What::UndeclaredReference, Severity::Warning, "store.messages.reviewing_contact")],
        ..NONE
    },
    Planted {
        more: "CREATE TABLE marks (contact_id INTEGER PRIMARY KEY REFERENCES contacts (id))",
        found: &[(What::BlocksErasure, Severity::Error, "store.marks.contact_id")],
        ..NONE
    },
    Planted {
        sql: &[("address TEXT,", "address TEXT, reviewer INTEGER NOT NULL DEFAULT 1 REFERENCES contacts (id),"),
            ("INSERT INTO messages VALUES", "INSERT INTO messages (id, contact_id, body, address, sent_at) VALUES"),
            ("CREATE INDEX by_contact", "CREATE INDEX by_reviewer ON messages (reviewer);\nCREATE INDEX by_contact")],
        found: &[(What::HoldsBack, Severity::Warning, "store.messages.reviewer")],
        ..NONE
    },
    Planted {
        sql: &[("contact_id INTEGER NOT NULL", "contact_id INTEGER"), ("(2, 2, 'It", "(2, NULL, 'It")],
        found: &[(What::OwnerlessRows, Severity::Warning, "store.messages")],
        ..NONE
    },
    Planted {
        sql: &[("contact_id INTEGER NOT NULL REFERENCES contacts (id)", "contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL")],
        found: &[(What::LosesOwner, Severity::Note, "store.messages.contact_id")],
        ..NONE
    },
    Planted {
        more: "CREATE TABLE marks (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts (id) ON DELETE CASCADE);
CREATE INDEX by_mark ON marks (contact_id)",
        found: &[
            (What::LeftBehind, Severity::Warning, "store.marks.contact_id"),
            (What::TakesOthers, Severity::Warning, "store.marks.contact_id"),
        ],
        ..NONE
    },
    // The store would change others' rows with an address that changes.
    Planted {
        more: "CREATE UNIQUE INDEX one_phone ON contacts (phone);
CREATE TABLE marks (id INTEGER PRIMARY KEY, phone TEXT REFERENCES contacts (phone) ON UPDATE CASCADE);
CREATE INDEX by_mark ON marks (phone)",
        found: &[
            (What::LeftBehind, Severity::Warning, "store.marks.phone"),
            (What::CarriesOthers, Severity::Error, "store.contacts.phone"),
        ],
        ..NONE
    },
    Planted {
        sql: &[(
            "name TEXT,",
            "name TEXT, last_message INTEGER NOT NULL DEFAULT 1 REFERENCES messages (id) DEFERRABLE INITIALLY DEFERRED,",
        ),
        // Without foreign keys, since the rows do not come in pairs.
        ("INSERT INTO contacts VALUES (1", "PRAGMA foreign_keys = OFF; INSERT INTO contacts (id, name, email, phone) VALUES (1"),
        ("INSERT INTO contacts VALUES", "PRAGMA foreign_keys = OFF; INSERT INTO contacts (id, name, email, phone) VALUES"),
        ("CREATE INDEX by_email", "CREATE INDEX by_last ON contacts (last_message);\nCREATE INDEX by_email")],
        found: &[
            (What::HoldsBack, Severity::Warning, "store.contacts.last_message"),
            (What::Circle, Severity::Note, "store.contacts"),
        ],
        ..NONE
    },
    Planted {
        sql: &[("name TEXT,", "name TEXT NOT NULL,")],
        map: &[("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\"")],
        found: &[(What::NeutralValue, Severity::Note, "store.contacts.name")],
        ..NONE
    },
    Planted {
        sql: &[("name TEXT,", "name TEXT, flag BOOLEAN NOT NULL DEFAULT false,"),
            ("INSERT INTO contacts VALUES", "INSERT INTO contacts (id, name, email, phone) VALUES")],
        map: &[("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\""),
            ("column = [\n", "column = [\n  { name = \"flag\", erase = \"unique\" },\n")],
        found: &[(What::NoNeutralValue, Severity::Error, "store.contacts.flag")],
        ..NONE
    },
    // What stands for nothing is none of what a rule allows; that columns without a value are allowed is no finding.
    Planted {
        sql: &[("name TEXT,", "name TEXT NOT NULL CONSTRAINT a_name CHECK (length(name) > 1),"),
            ("phone TEXT", "phone TEXT, CONSTRAINT reached CHECK (email IS NOT NULL OR phone IS NOT NULL), CONSTRAINT far CHECK (phone LIKE '+%')")],
        map: &[("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\"")],
        found: &[
            (What::NeutralValue, Severity::Note, "store.contacts.name"),
            (What::RefusedByRule, Severity::Error, "store.contacts.name"),
            (What::RefusedByRule, Severity::Error, "store.contacts.email+phone"),
        ],
        ..NONE
    },
    // Two people may not both be nobody.
    Planted {
        sql: &[("name TEXT,", "name TEXT NOT NULL,")],
        more: "CREATE UNIQUE INDEX one_name ON contacts (lower(name))",
        map: &[("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\"")],
        found: &[
            (What::NeutralValue, Severity::Note, "store.contacts.name"),
            (What::RefusedByRule, Severity::Error, "store.contacts.name"),
        ],
    },
    Planted {
        map: &[("statement = \"messages\"\nsince = \"sent_at\"\n", ""), ("data = \"message.content\"", "erase = \"redact\""), (", data = \"message.address\"", "")],
        found: &[(What::NoStatement, Severity::Warning, "store.messages")],
        ..NONE
    },
    Planted {
        map: &[("data = \"message.content\"", "data = \"call.transcript\"")],
        found: &[(What::UndeclaredData, Severity::Error, "store.messages.body")],
        ..NONE
    },
    Planted {
        map: &[("statement = \"messages\"", "statement = \"transcripts\""), ("data = \"message.content\"", "data = \"call.transcript\""), (", data = \"message.address\"", "")],
        found: &[(What::OtherStatement, Severity::Warning, "store.messages.address")],
        ..NONE
    },
    Planted {
        sql: &[("name TEXT,", "name TEXT, iban TEXT DEFAULT 'DE89370400440532013000',"),
            ("INSERT INTO contacts VALUES", "INSERT INTO contacts (id, name, email, phone) VALUES")],
        map: &[("column = [\n", "column = [\n  { name = \"iban\" },\n")],
        found: &[(What::UndeclaredCategory, Severity::Error, "store.contacts.iban")],
        ..NONE
    },
    Planted {
        sql: &[("'2026-11-02'", "'2025-11-02'")],
        found: &[(What::Overdue, Severity::Error, "store.messages.sent_at")],
        ..NONE
    },
    Planted {
        map: &[("statement = \"messages\"\nsince = \"sent_at\"", "statement = \"messages\"\nkeep = \"billing\"")],
        found: &[(What::KeptForever, Severity::Warning, "store.messages")],
        ..NONE
    },
    Planted {
        map: &[("statement = \"messages\"\nsince = \"sent_at\"", "statement = \"messages\"")],
        found: &[(What::NoAge, Severity::Note, "store.messages")],
        ..NONE
    },
    // The day since when a row is held does not tell when the contract ended.
    Planted {
        map: &[("statement = \"messages\"\nsince = \"sent_at\"", "statement = \"messages\"\nsince = \"sent_at\"\nkeep = \"contacts\"")],
        found: &[(What::KeptForever, Severity::Warning, "store.messages")],
        ..NONE
    },
    Planted {
        map: &[("since = \"sent_at\"", "period-from = \"sent_at\"")],
        found: &[(What::NoAge, Severity::Note, "store.messages")],
        ..NONE
    },
    // A file may have no backup at all; a server has its log.
    Planted {
        map: &[("backups = \"30 days\"\n", "")],
        found: &[(What::NoBackups, Severity::Note, "store")],
        ..NONE
    },
    Planted {
        map: &[
            ("backups = \"30 days\"\n", ""),
            ("kind = \"sqlite\"\nplace = \"store.db\"", "kind = \"postgresql\"\nplace-from = \"STORE\""),
        ],
        found: &[(What::NoBackups, Severity::Warning, "store")],
        ..NONE
    },
];

/// Found only where files are named (`spelled.rs`), numbers are given again (`reused.rs`), in tables of SQLite that it cannot work with (`flawed.rs`), where the policy is not at hand, where the store checks references at once, in types of PostgreSQL (`odd.rs`), and beside tables (tested below), and
/// where it cannot do what is asked (`hands.rs`).
const ELSEWHERE: &[What] = &[
    What::Unswept,
    What::UntriedRule,
    What::NoPolicy,
    What::ClosedCircle,
    What::UncoveredFiles,
    What::NamedFiles,
    What::RowsWithoutId,
    What::SharedIds,
    What::MissingColumns,
    What::MissingFiles,
    What::NamelessRows,
    What::TooWide,
    What::UnfitReference,
    What::ReusableKeys,
    What::InheritedRows,
    What::FilesOfTwo,
    What::StoredViews,
    What::ForeignTables,
    What::LargeObjects,
    What::WordIndexes,
    What::Triggers,
    What::LosesCase,
    What::Unreadable,
    What::NoRight,
    What::ByHand,
    What::OldVersions,
    What::Unasked,
];

fn with(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

#[tokio::test]
async fn a_clean_store_gives_nothing() {
    let found = findings(&Base::sqlite(), SQL, MAP, Some(service())).await;
    assert!(found.is_empty(), "{found:#?}");
}

#[tokio::test]
async fn what_is_planted_is_found_and_nothing_else() {
    let met = planted(|_| Some(Base::sqlite())).await;
    let all: BTreeSet<What> = What::ALL.iter().copied().collect();
    assert_eq!(&met | &ELSEWHERE.iter().copied().collect(), all, "every kind is planted");
}

#[tokio::test]
async fn what_is_planted_is_found_in_postgresql_too() {
    let Some(server) = Server::start() else { return };
    let name = |at: usize| format!("planted{at}");
    // What is written for SQLite alone is one case: of the circle there is one below.
    let portable = |at: usize| !PLANTED[at].sql.iter().any(|(_, to)| to.contains("PRAGMA"));
    let met = planted(|at| portable(at).then(|| Base::postgres(&server, &name(at)))).await;
    assert_eq!(met.len(), What::ALL.len() - ELSEWHERE.len() - 1, "all but the circle");
}

/// Plants each case into a database of its own, where there is one for it; which kinds were found.
async fn planted(base: impl Fn(usize) -> Option<Base>) -> BTreeSet<What> {
    let (mut met, mut wrong) = (BTreeSet::new(), Vec::new());
    for (at, planted) in PLANTED.iter().enumerate() {
        let Some(base) = base(at) else { continue };
        let sql = format!("{}\n{}", with(SQL, planted.sql), planted.more);
        let found = findings(&base, &sql, &with(MAP, planted.map), Some(service())).await;
        let told: BTreeSet<_> =
            found.iter().map(|f| (f.what, f.severity, f.place.as_str())).collect();
        let expected: BTreeSet<_> = planted.found.iter().copied().collect();
        if told != expected {
            let told: Vec<String> =
                found.iter().map(|f| format!("{} {}", f.place, f.sentence())).collect();
            wrong.push((expected, told));
        }
        for finding in &found {
            let text = finding.sentence() + &finding.remedy();
            assert!(!text.contains('{'), "a gap is left: {text}");
            assert!(!text.contains('@'), "a value is told: {text}");
            met.insert(finding.what);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    met
}

fn told(found: &[Finding]) -> Vec<(What, &str, String)> {
    found.iter().map(|f| (f.what, f.place.as_str(), f.sentence())).collect()
}

/// What a rule says that cannot be tried, nobody claims to know; the store is as it was.
#[tokio::test]
async fn rules_that_cannot_be_tried_are_told() {
    let map = with(MAP, &[("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\"")]);
    let untried = |found: Vec<Finding>| {
        let untried = found.into_iter().filter(|f| f.what == What::UntriedRule);
        untried.map(|f| format!("{} {}", f.place, f.sentence())).collect::<Vec<_>>()
    };
    let sentence = |names: &str| {
        format!(
            "store.contacts it could not be told whether rules of the store ({names}) refuse what an erasure would write here"
        )
    };
    let sql = with(SQL, &[("name TEXT,", "name TEXT CHECK (name <> ';'),")]);
    let found = findings(&Base::sqlite(), &sql, &map, Some(service())).await;
    assert_eq!(untried(found), [sentence("`contacts`")]);

    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "untried");
    let sql = with(
        SQL,
        &[("name TEXT,", "name TEXT, CONSTRAINT one EXCLUDE USING btree (name WITH =),")],
    );
    let found = findings(&base, &sql, &map, Some(service())).await;
    assert_eq!(untried(found), [sentence("`one`")]);
}

/// Types of PostgreSQL with rules of their own: a domain, an enumeration, a partial index.
#[tokio::test]
async fn rules_of_types_refuse_too() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "types");
    base.run("CREATE DOMAIN address AS TEXT CONSTRAINT has_sign CHECK (VALUE LIKE '%@%')")
        .await
        .unwrap();
    base.run("CREATE TYPE mood AS ENUM ('fine', 'poor')").await.unwrap();
    let sql = with(
        SQL,
        &[
            (
                "name TEXT, email TEXT,",
                "name TEXT NOT NULL, email address NOT NULL, mood mood NOT NULL DEFAULT 'fine',",
            ),
            ("INSERT INTO contacts VALUES", "INSERT INTO contacts (id, name, email, phone) VALUES"),
        ],
    );
    let sql = format!("{sql}CREATE UNIQUE INDEX one_name ON contacts (name) WHERE mood = 'fine'");
    let map = |column: &str| {
        with(
            MAP,
            &[
                ("person = \"contact\"", "person = \"contact\"\nerase = \"anonymize\""),
                ("{ name = \"name\", data = \"contact.name\" },", column),
            ],
        )
    };
    let refused = |found: Vec<Finding>| {
        let refused = found.into_iter().filter(|f| f.what == What::RefusedByRule);
        refused.map(|f| format!("{} {}", f.place, f.sentence())).collect::<Vec<_>>()
    };
    let named =
        "{ name = \"name\", data = \"contact.name\" }, { name = \"mood\", erase = \"empty\" },";
    let found = findings(&base, &sql, &map(named), Some(service())).await;
    // Of the enumeration it is told that no value of it tells nothing (`no-neutral-value`).
    let found = refused(found);
    assert!(
        found.iter().any(|f| f.starts_with("store.contacts.email ") && f.contains("`has_sign`")),
        "{found:?}"
    );
    assert!(!found.iter().any(|f| f.contains("mood")), "{found:?}");

    // What the rules allow is no finding: only the index is left.
    let named = "{ name = \"name\", data = \"contact.name\" },";
    let text = map(named)
        .replace("{ name = \"email\", data", "{ name = \"email\", erase = \"unique\", data");
    let store = base.store().await;
    let atlas = Atlas::new(vec![part(&*store, map_of(&text), Some(service())).await]).unwrap();
    let found = check(&atlas, &[store], &Finder::default(), TODAY, &mut |_, _| ()).await.unwrap();
    let found = refused(found.findings);
    assert!(matches!(&found[..], [one] if one.contains("`one_name`")), "{found:?}");
}

#[tokio::test]
async fn what_a_database_holds_beside_its_tables_is_told() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "beside");
    let more = "CREATE MATERIALIZED VIEW addresses AS SELECT email FROM contacts;
CREATE SCHEMA old;
CREATE MATERIALIZED VIEW old.addresses AS SELECT email FROM contacts;
CREATE VIEW shown AS SELECT email FROM contacts;
CREATE FOREIGN DATA WRAPPER nothing;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER nothing;
CREATE FOREIGN TABLE others (email TEXT) SERVER elsewhere";
    let found = findings(&base, &format!("{SQL}{more}"), MAP, Some(service())).await;
    let expected = [
        (
            What::StoredViews,
            "store",
            "holds materialized views (`addresses`, `old.addresses`): they are copies, and keep what was erased until they are refreshed",
        ),
        (
            What::ForeignTables,
            "store",
            "holds foreign tables (`others`): their rows lie on another server, and no request finds them",
        ),
    ];
    assert_eq!(told(&found), expected.map(|(what, place, text)| (what, place, text.to_owned())));
}

/// What no table of a database has: of the map's own it is an error, for copies would lack it.
#[tokio::test]
async fn what_no_sweep_can_read_inside_a_database_is_told() {
    let index = "CREATE VIRTUAL TABLE words USING fts5(body, content='')";
    let sentence = "holds full-text indexes without their text (`words`): the words of who was erased stay in them, and no sweep can read them";
    let found = findings(&Base::sqlite(), &format!("{SQL}{index}"), MAP, Some(service())).await;
    assert_eq!(told(&found), [(What::WordIndexes, "store", sentence.to_owned())]);
    assert_eq!(found[0].severity, Severity::Warning);
    let whole = index.replace(", content=''", "");
    let found = findings(&Base::sqlite(), &format!("{SQL}{whole}"), MAP, Some(service())).await;
    assert!(found.is_empty(), "{found:#?}");

    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "large");
    let object = "CREATE TABLE letters (id INTEGER PRIMARY KEY, body OID);
INSERT INTO letters VALUES (1, lo_from_bytea(0, 'Dear Anna'))";
    let found = findings(&base, &format!("{SQL}{object}"), MAP, Some(service())).await;
    let sentence = "holds 1 large object of PostgreSQL, which rows name by number (`letters.body`): they are in no table, so no copy has what is in them, no sweep reads them, and they stay when the rows go";
    assert_eq!(told(&found), [(What::LargeObjects, "store", sentence.to_owned())]);
    assert_eq!(found[0].severity, Severity::Warning);
    base.run("DROP TABLE letters; ALTER TABLE messages ADD scan OID").await.unwrap();
    let store = base.store().await;
    let atlas = Atlas::new(vec![part(&*store, map_of(MAP), Some(service())).await]).unwrap();
    let found = check(&atlas, &[store], &Finder::default(), TODAY, &mut |_, _| ()).await.unwrap();
    let found = found.findings.iter().find(|f| f.what == What::LargeObjects).unwrap();
    assert_eq!(found.severity, Severity::Error);
}

#[tokio::test]
async fn triggers_on_tables_of_the_map_are_told() {
    let sentence = |names: &str| {
        format!(
            "has triggers or rules of the store ({names}): they run when an erasure changes or deletes rows here, and no plan tells what they write elsewhere, such as copies in a log"
        )
    };
    // Those on views and on tables that the map does not have are not told.
    let base = Base::sqlite();
    for trigger in [
        "CREATE TABLE history (said TEXT)",
        "CREATE VIEW shown AS SELECT email FROM contacts",
        "CREATE TRIGGER logged AFTER DELETE ON Contacts BEGIN INSERT INTO history VALUES (OLD.email); END",
        "CREATE TRIGGER \"was it?\" BEFORE UPDATE OF email ON contacts BEGIN INSERT INTO history VALUES (OLD.email); END",
        "CREATE TRIGGER through INSTEAD OF DELETE ON shown BEGIN DELETE FROM contacts WHERE email = OLD.email; END",
        "CREATE TRIGGER short AFTER INSERT ON history BEGIN DELETE FROM history WHERE said IS NULL; END",
    ]
    .iter()
    .enumerate()
    .map(|(at, sql)| if at == 0 { format!("{SQL}{sql}") } else { (*sql).to_owned() })
    {
        // A body has statements of its own: so each is run alone.
        for statement in trigger.split(";\n").filter(|s| !s.trim().is_empty()) {
            base.run(statement).await.unwrap();
        }
    }
    let found = findings(&base, "", MAP, Some(service())).await;
    let names = "`logged` and `was it?`";
    assert_eq!(told(&found), [(What::Triggers, "store.contacts", sentence(names))]);

    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "triggers");
    let more = "CREATE TABLE history (said TEXT);
CREATE VIEW shown AS SELECT email FROM contacts;
CREATE FUNCTION logs() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO history VALUES (OLD.email); RETURN OLD; END';
CREATE TRIGGER logged AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION logs();
CREATE TRIGGER counted BEFORE UPDATE ON contacts FOR EACH STATEMENT EXECUTE FUNCTION logs();
CREATE TRIGGER made AFTER INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION logs();
CREATE TRIGGER off AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION logs();
ALTER TABLE contacts DISABLE TRIGGER off;
CREATE TRIGGER through INSTEAD OF DELETE ON shown FOR EACH ROW EXECUTE FUNCTION logs();
CREATE TRIGGER short AFTER DELETE ON history FOR EACH ROW EXECUTE FUNCTION logs();
CREATE RULE copied AS ON DELETE TO messages DO ALSO INSERT INTO history VALUES (OLD.body)";
    let found = findings(&base, &format!("{SQL}{more}"), MAP, Some(service())).await;
    let expected = [
        (What::Triggers, "store.contacts", sentence("`counted` and `logged`")),
        (What::Triggers, "store.messages", sentence("`copied`")),
    ];
    assert_eq!(told(&found), expected);
}

#[tokio::test]
async fn files_that_no_table_has_are_told_by_kind_and_number() {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("contacts.csv", "id,email\n1,anna.weber@example.org\n");
    write(".hidden/contacts.csv", "id\n1\n");
    let map = r#"
[store]
id = "store"
kind = "files"
place = "folder"
policy = "service"
[[table]]
name = "contacts.csv"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
"#;
    let beside = async || {
        let map = map_of(map);
        let kinds = vec![Kind {
            table: "contacts.csv".to_owned(),
            glob: "contacts.csv".to_owned(),
            format: Format::of("contacts.csv"),
            columns: vec!["email".to_owned()],
        }];
        let store: Arc<dyn Store> = Arc::new(Files::open("store", folder.path(), kinds).unwrap());
        let schema = store.schema().await.unwrap();
        let atlas = Atlas::new(vec![Part { map, schema, policy: None }]).unwrap();
        let report = check(&atlas, &[store], &Finder::default(), TODAY, &mut |_, _| ()).await;
        let found = report.unwrap().findings.into_iter();
        found.filter(|f| f.what == What::UncoveredFiles).collect::<Vec<_>>()
    };
    assert_eq!(beside().await, [], "what is some program's own does not count");
    write("old/2024/calls.csv", "id,number\n1,+493023125001\n");
    let sentence = "holds one file that no table of the map has (`old/2024/calls.csv`): no request finds what is in them";
    assert_eq!(told(&beside().await), [(What::UncoveredFiles, "store", sentence.to_owned())]);
    for n in 0..30 {
        write(&format!("old/recordings/{n}.wav"), "");
    }
    write("contacts.json", "[]");
    let sentence = "holds 32 files that no table of the map has (`old/2024/calls.csv`, `old/recordings/*.wav`, `*.json`): no request finds what is in them";
    assert_eq!(told(&beside().await), [(What::UncoveredFiles, "store", sentence.to_owned())]);
    // A link is nothing that is followed; the rest of the check goes on.
    std::os::unix::fs::symlink(folder.path().join("old"), folder.path().join("link")).unwrap();
    let with_link = beside().await;
    assert!(with_link[0].sentence().contains("`link`"), "{with_link:?}");
}

#[tokio::test]
async fn files_that_rows_name_and_nobody_owns_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "contacts.csv",
        "id,email,greeting\n1,anna.weber@example.org,voice/1.wav\n2,peter@example.com,voice/2.wav\n",
    );
    write("voice/1.wav", "");
    write("voice/2.wav", "");
    let map = |edge: &str| {
        format!(
            r#"
[store]
id = "store"
kind = "files"
place = "folder"
policy = "service"
[[table]]
name = "contacts.csv"
person = "contact"
known-by = [{{ fact = "email", column = "email" }}, {{ fact = "id", column = "id" }}]
[[table]]
name = "voice/*.wav"
{edge}
"#
        )
    };
    let found = async |edge: &str| {
        let kind = |glob: &str, columns: &[&str]| Kind {
            table: glob.to_owned(),
            glob: glob.to_owned(),
            format: Format::of(glob),
            columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        };
        let kinds =
            vec![kind("contacts.csv", &["id", "email", "greeting"]), kind("voice/*.wav", &[])];
        let store: Arc<dyn Store> = Arc::new(Files::open("store", folder.path(), kinds).unwrap());
        let schema = store.schema().await.unwrap();
        let map = map_of(&map(edge));
        let atlas = Atlas::new(vec![Part { map, schema, policy: None }]).unwrap();
        let report = check(&atlas, &[store], &Finder::default(), TODAY, &mut |_, _| ()).await;
        let found = report.unwrap().findings.into_iter();
        let named = [What::NamedFiles, What::UndeclaredReference];
        found.filter(|f| named.contains(&f.what)).collect::<Vec<_>>()
    };
    let sentence = "its values are the paths of files of `store.voice/*.wav` (2 of 2 that were tried are found there), and no edge says whose those are: they stay when the rows of `store.contacts.csv` go";
    let place = "store.contacts.csv.greeting";
    assert_eq!(told(&found("").await), [(What::NamedFiles, place, sentence.to_owned())]);
    let edge = r#"edge = [{ kind = "owned-by", columns = ["path"], of = "contacts.csv", of-columns = ["greeting"] }]"#;
    assert_eq!(told(&found(edge).await), []);
}

#[test]
fn every_kind_is_explained_in_the_documentation() {
    let page = include_str!("../../../../docs/map-check.md");
    for what in What::ALL {
        let line = format!("| `{}` | {} |", what.word(), what.severity().word());
        assert!(page.contains(&line), "{line}");
    }
    let words: BTreeSet<&str> = What::ALL.iter().map(|w| w.word()).collect();
    assert_eq!(words.len(), What::ALL.len());
}

#[tokio::test]
async fn without_a_policy_that_is_told_and_nothing_else() {
    let found = findings(&Base::sqlite(), SQL, MAP, None).await;
    let told: Vec<What> = found.iter().map(|f| f.what).collect();
    assert_eq!(told, [What::NoPolicy]);
}

#[tokio::test]
async fn postgresql_gives_the_same_and_closed_circles() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "clean");
    let found = findings(&base, SQL, MAP, Some(service())).await;
    assert!(found.is_empty(), "{found:#?}");
    let base = Base::postgres(&server, "circle");
    let sql = format!(
        "{SQL}ALTER TABLE contacts ADD last_message INTEGER NOT NULL DEFAULT 1 REFERENCES messages (id);
CREATE INDEX by_last ON contacts (last_message);\n"
    );
    let found = findings(&base, &sql, MAP, Some(service())).await;
    let told: BTreeSet<What> = found.iter().map(|f| f.what).collect();
    assert_eq!(told, BTreeSet::from([What::HoldsBack, What::ClosedCircle]), "{found:#?}");
}

#[tokio::test]
async fn the_tree_tells_how_rows_are_found_and_what_becomes_of_them() {
    let sql = with(
        SQL,
        &[(
            "CREATE INDEX by_contact ON messages (contact_id);\n",
            "CREATE TABLE parts (id INTEGER PRIMARY KEY, message_id INTEGER, editor INTEGER);\nCREATE INDEX by_message ON parts (message_id);\n",
        )],
    );
    let parts = r#"
[[table]]
name = "parts"
edge = [
  { kind = "owned-by", columns = ["message_id"], of = "messages" },
  { kind = "accessed-by", columns = ["editor"], of = "contacts", hide = ["message_id"] },
]
"#;
    let (atlas, _store) = world(&Base::sqlite(), &sql, &format!("{MAP}{parts}"), None).await;
    let trees: Vec<String> = explain(&atlas).iter().map(ToString::to_string).collect();
    let expected = "store.contacts (contact): deleted; shown
  store.messages (contact_id), owned: reads the whole table; deleted; shown
    store.parts (message_id), owned: by index; deleted; shown
  store.parts (editor), seen: reads the whole table; untouched; shown without message_id
";
    assert_eq!(trees, [expected]);
}

/// Through a cursor: a session goes on after a table of which only the first rows were read.
#[tokio::test]
async fn postgresql_can_be_stopped_early_and_asked_again() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "large");
    let sql = "CREATE TABLE notes AS SELECT i, repeat('x', 200) AS body FROM generate_series(1, 200000) i";
    base.run(sql).await.unwrap();
    let store = base.store().await;
    let schema = store.schema().await.unwrap();
    let mut session = store.session(abide_stores::Mode::Read).await.unwrap();
    let table = &schema.tables[0];
    for _ in 0..2 {
        let rows = abide_rights::sample::rows(session.as_mut(), 0, table).await.unwrap();
        assert_eq!(rows.len(), abide_rights::sample::ROWS + 1);
    }
    let (mut all, want) = (0, [0]);
    let mut sink = |_| {
        all += 1;
        std::ops::ControlFlow::Continue(())
    };
    session.sweep(0, &want, &mut sink).await.unwrap();
    assert_eq!(all, 200_000);
}

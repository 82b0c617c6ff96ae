//! Archives for people, on SQLite and PostgreSQL: everything of one person, nothing of another.

mod beside;
mod calls;
mod reads;
mod seen;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;
use std::sync::Arc;

use abide_notice::Locales;
use abide_policy::vocab::{Basis, Lang, Role, Source};
use abide_rights::atlas::Atlas;
use abide_rights::export::{Export, Kind, Summary, Voices, Written};
use abide_rights::reach::Subject;
use abide_stores::files::{Files, Format, Kind as FileKind};
use abide_tests::postgres::Postgres as Server;
use serde_json::Value as Json;

use crate::world::{Base, World, map_of, policy_of, service};

const MAP: &str = r#"
[store]
id     = "centre"
kind   = "KIND"
place  = "centre.db"
policy = "site"

[[table]]
name      = "contacts"
person    = "customer"
statement = "transactions"
since     = "created_at"
known-by  = [
    { fact = "phone", column = "phone", country = "DE" },
    { fact = "email", column = "email" },
    { fact = "name", column = "name" },
]
[[table.column]]
name     = "name"
data     = "user.name"
provided = true
[[table.column]]
name     = "email"
data     = "user.home-info.online.email"
provided = true

[[table]]
name      = "calls"
statement = "access-log"
since     = "started_at"
[[table.edge]]
kind    = "owned-by"
columns = ["caller_id"]
of      = "contacts"
about   = ["caller_words"]
[[table.edge]]
kind    = "owned-by"
columns = ["callee_id"]
of      = "contacts"
about   = ["callee_words"]

[[table]]
name      = "notes"
statement = "offers"
[[table.edge]]
kind    = "owned-by"
columns = ["contact_id"]
of      = "contacts"
[[table.column]]
name  = "body"
erase = "redact"
[[table.column]]
name     = "wish"
data     = "dynamic.miscdata"
provided = true

[[table]]
name      = "members"
statement = "offers"
[[table.edge]]
kind       = "owned-by"
columns    = ["phone"]
of         = "contacts"
of-columns = ["phone"]
[[table.edge]]
kind       = "owned-by"
columns    = ["brought_by"]
of         = "contacts"
of-columns = ["phone"]

[[table]]
name      = "../../evil"
statement = "access-log"
[[table.edge]]
kind    = "owned-by"
columns = ["call_id"]
of      = "calls"
"#;

const VCON: &str = r#"{"vcon": "0.4.0", "uuid": "018e3f72-c3a8-8b8e-b468-6ebf2e2e8c14", "created_at": "2026-01-01T10:00:00Z",
 "parties": [{"tel": "tel:+493023125123", "name": "Anna Weber"}, {"tel": "tel:+493023125456", "name": "Karl Schneider"}],
 "dialog": [{"type": "text", "start": "2026-01-01T10:00:00Z", "parties": [0], "mediatype": "text/plain", "encoding": "none",
 "body": "Hier ist Anna Weber, ist Karl Schneider da?"}]}"#;

const DATA: &str = r#"
CREATE TABLE contacts (id INT PRIMARY KEY, name TEXT, phone TEXT UNIQUE, email TEXT, created_at TEXT);
CREATE TABLE calls (id INT PRIMARY KEY, caller_id INT REFERENCES contacts (id), callee_id INT REFERENCES contacts (id),
    caller_words TEXT, callee_words TEXT, note TEXT, started_at TEXT);
CREATE TABLE notes (id INT PRIMARY KEY, contact_id INT REFERENCES contacts (id), body TEXT, wish TEXT);
CREATE TABLE members (id INT PRIMARY KEY, phone TEXT, brought_by TEXT);
CREATE TABLE "../../evil" (id INT PRIMARY KEY, call_id INT, content TEXT);
INSERT INTO contacts VALUES
    (1, 'Anna Weber', '+49 30 23125123', 'anna@example.org', '2026-01-05'),
    (2, 'Karl Schneider', '+49 30 23125456', 'karl@example.org', '2025-03-01'),
    (3, 'Eva Fischer', '+49 30 23125789', 'eva@example.org', '2025-03-01');
INSERT INTO calls VALUES
    (1, 1, 2, 'Meine Katze heißt Mohrle.', 'Ich wohne in Oberniederdorf.',
     'Anna Weber (anna@example.org) bat Karl Schneider um Rückruf unter 030 23125 456, er nannte 030/23125123.', '2026-11-20'),
    (2, 1, NULL, 'Noch einmal.', NULL, NULL, '2026-11-25'),
    (3, 3, 2, 'Eine Dritte.', 'Ja.', NULL, '2026-11-25');
INSERT INTO notes VALUES
    (1, 1, 'Möchte mit Eva Fischer (eva@example.org) reisen.', '=HYPERLINK("http://example.com")'),
    (2, 2, 'Ruhig.', 'ein, "Wunsch"');
INSERT INTO members VALUES (1, '+49 30 23125123', '+49 30 23125456');
INSERT INTO "../../evil" VALUES (1, 1, 'VCON'), (2, 2, 'just text');
"#;

async fn world(base: &Base) -> World {
    world_under(base, include_str!("../../../../examples/contact-centre/site-2.toml")).await
}

async fn world_under(base: &Base, policy: &str) -> World {
    base.run(&DATA.replace("VCON", VCON)).await.unwrap();
    let kind = if base.is_sqlite() { "sqlite" } else { "postgresql" };
    let map = map_of(&MAP.replace("KIND", kind));
    let policy = policy_of(policy);
    World::of(base.store().await, map, Some(policy)).await
}

/// An archive: its bytes, and its files by name.
struct Got {
    bytes: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
    summary: Summary,
}

impl Got {
    async fn new(world: &World, subject: &Subject, kind: Kind, language: Lang) -> Self {
        let export = Export {
            atlas: &world.atlas,
            stores: &world.stores,
            subject,
            kind,
            language,
            made: "2026-11-26T10:00:00Z".parse().unwrap(),
            voices: Voices::Alone,
            own: &[],
            kept: abide_policy::text::Period::THREE_YEARS,
        };
        Self::of(&export).await
    }

    async fn of(export: &Export<'_>) -> Self {
        let mut bytes = Vec::new();
        let mut told: Vec<Written> = Vec::new();
        let summary = export.write_watched(&mut bytes, &mut |far| told.push(far)).await.unwrap();
        let never_back =
            |pair: &[Written]| pair[0].records <= pair[1].records && pair[0].bytes <= pair[1].bytes;
        assert!(told.windows(2).all(never_back), "{told:?}");
        let last = told.last().copied().unwrap_or_default();
        assert!(last.records <= last.of && summary.records() <= last.of, "{last:?}");
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            let name = file.name().unwrap().into_owned();
            assert!(files.insert(name.clone(), content).is_none(), "{name} twice");
        }
        Self { bytes, files, summary }
    }

    fn text(&self, name: &str) -> &str {
        let file = self.files.get(name);
        let file = file.unwrap_or_else(|| panic!("no {name} in {:?}", self.files.keys()));
        std::str::from_utf8(file).unwrap()
    }

    fn json(&self, name: &str) -> Json {
        serde_json::from_str(self.text(name)).unwrap()
    }

    /// Whether a value stands in any file or name, whatever its case and, for numbers, its spelling.
    fn holds(&self, value: &str) -> bool {
        let number = value.chars().all(|c| c.is_ascii_digit());
        let plain = |text: &str| match number {
            true => text.replace([' ', '-', '/', '(', ')'], ""),
            false => text.to_lowercase(),
        };
        let value = plain(value);
        self.files.iter().any(|(name, content)| {
            plain(name).contains(&value)
                || plain(&String::from_utf8_lossy(content)).contains(&value)
        })
    }
}

const ANNA: [&str; 5] = ["Anna", "Weber", "23125123", "anna@example.org", "Mohrle"];
const KARL: [&str; 5] = ["Karl", "Schneider", "23125456", "karl@example.org", "Oberniederdorf"];

async fn two_people_stay_apart(base: &Base) {
    let world = world(base).await;
    for (key, own, other) in [(1, ANNA, KARL), (2, KARL, ANNA)] {
        let subject = world.subject("contacts", vec![key.into()]);
        for (kind, language) in [(Kind::Access, Lang::De), (Kind::Portability, Lang::Sk)] {
            let got = Got::new(&world, &subject, kind, language).await;
            for value in other.iter().chain(&["Eva Fischer", "Fischer", "eva@example.org"]) {
                assert!(!got.holds(value), "{key} {kind:?}: {value}");
            }
            let kept = if kind == Kind::Access { own.as_slice() } else { &own[..2] };
            for value in kept {
                assert!(got.holds(value), "{key} {kind:?}: {value} is missing");
            }
        }
        let got = Got::new(&world, &subject, Kind::Access, Lang::En).await;
        let rows: usize = got
            .files
            .keys()
            .filter(|n| {
                n.starts_with("data/") && n.ends_with(".json") && !n.ends_with("schema.json")
            })
            .map(|n| got.json(n).as_array().unwrap().len())
            .sum();
        assert_eq!(rows, world.seen(&subject).await.len(), "every row is there once");
        assert_eq!(got.summary.records(), rows as u64);
    }
}

#[tokio::test]
async fn two_people_in_one_record_do_not_see_each_other_on_sqlite() {
    two_people_stay_apart(&Base::sqlite()).await;
}

#[tokio::test]
async fn two_people_in_one_record_do_not_see_each_other_on_postgresql() {
    let Some(server) = Server::start() else { return };
    two_people_stay_apart(&Base::postgres(&server, "export")).await;
}

#[tokio::test]
async fn a_copy_is_what_its_descriptions_say() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    let got = Got::new(&world, &subject, Kind::Access, Lang::De).await;
    for name in got.files.keys().filter(|n| n.ends_with(".schema.json")) {
        let schema = jsonschema::validator_for(&got.json(name)).unwrap();
        let data = got.json(&name.replace(".schema", ""));
        assert!(schema.is_valid(&data), "{name}: {data}");
    }
    let manifest = got.json("manifest.json");
    let listed: Vec<&str> =
        manifest["files"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
    let there: Vec<&String> = got.files.keys().filter(|n| *n != "manifest.json").collect();
    assert_eq!(listed.len(), there.len());
    for file in manifest["files"].as_array().unwrap() {
        use sha2::Digest as _;
        let content = &got.files[file["name"].as_str().unwrap()];
        let hash = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(content));
        assert_eq!(
            (file["sha256"].as_str().unwrap(), file["bytes"].as_u64()),
            (hash.as_str(), Some(content.len() as u64))
        );
    }
    assert_eq!(manifest["policies"], serde_json::json!(["site@2"]));
    assert_eq!(manifest["left-out"]["values-about-others"], 2, "Karl's words, Karl's number");

    let calls = got.json("data/centre/calls.json");
    assert_eq!(calls[0]["callee_words"], serde_json::json!({"omitted": "about-another-person"}));
    assert_eq!(calls[1]["callee_words"], Json::Null, "nothing is not hidden");
    assert_eq!(calls[0]["kept_until"], "2026-12-04");
    let people = got.text("data/centre/contacts.csv");
    assert!(
        people.starts_with('\u{feff}') && people.contains("Anna Weber") && people.contains("\r\n"),
        "{people}"
    );
    let notes = got.text("data/centre/notes.csv");
    assert!(notes.contains(r#""'=HYPERLINK(""http://example.com"")""#), "{notes}");
    assert_eq!(
        got.json("data/centre/notes.json")[0]["wish"],
        r#"=HYPERLINK("http://example.com")"#
    );

    let evil = got.json("data/centre/_.._evil.json");
    let file = evil[0]["content"]["file"].as_str().unwrap();
    assert!(abide_calls::vcon::Vcon::read(got.text(file)).is_ok());
    assert_eq!((evil[1]["content"].as_str(), got.summary.conversations), (Some("just text"), 1));
}

/// The same world, in which the policy counts the period of contacts from another day, and the map may name its column.
async fn world_since(base: &Base, since: &str, period_from: Option<&str>) -> World {
    let mut world = world(base).await;
    let text = include_str!("../../../../examples/contact-centre/site-2.toml");
    let mut policy = policy_of(text);
    for statement in policy.statements.iter_mut().filter(|s| s.id.as_str() == "transactions") {
        statement.retention.period = "30 days".parse().ok();
        statement.retention.since = abide_policy::vocab::Vocabulary::from_word(since).unwrap();
    }
    let mut parts = world.atlas.parts.clone();
    parts[0].policy = Some(Arc::new(policy));
    let contacts = parts[0].map.tables.iter_mut().find(|t| t.name == "contacts");
    contacts.unwrap().period_from = period_from.map(str::to_owned);
    world.atlas = Atlas::new(parts).unwrap();
    world
}

#[tokio::test]
async fn a_day_is_told_only_if_the_period_counts_from_one_that_the_row_tells() {
    let cases = [
        ("collection", None, Some("2026-02-04"), 1),
        ("year-end", None, Some("2027-01-30"), 0),
        ("contract-end", None, None, 0),
        ("last-use", None, None, 0),
        ("contract-end", Some("created_at"), Some("2026-02-04"), 1),
        ("collection", Some("name"), Some("2026-02-04"), 1),
    ];
    for (since, from, day, overdue) in cases {
        let base = Base::sqlite();
        let world = world_since(&base, since, from).await;
        let subject = world.subject("contacts", vec![1.into()]);
        let got = Got::new(&world, &subject, Kind::Access, Lang::En).await;
        let row = &got.json("data/centre/contacts.json")[0];
        assert_eq!(row.get("kept_until").and_then(Json::as_str), day, "{since}");
        let page = got.text("index.html");
        assert_eq!(page.contains("from the end of the contract"), since == "contract-end");
        let said = page.contains("should be kept has passed");
        assert_eq!((got.summary.overdue(), said), (overdue, overdue > 0), "{since}");
    }
}

#[tokio::test]
async fn what_is_taken_elsewhere_is_what_the_person_provided() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    let got = Got::new(&world, &subject, Kind::Portability, Lang::En).await;
    let person = serde_json::json!([{"name": "Anna Weber", "email": "anna@example.org"}]);
    assert_eq!(got.json("data/centre/contacts.json"), person);
    assert!(!got.files.contains_key("data/centre/calls.json"), "they rest on legitimate interests");
    assert_eq!(got.json("data/centre/notes.json")[0].as_object().unwrap().len(), 1);
    assert!(!got.holds("supervisory authority"), "Art. 20 needs no notice");
}

/// A processor's policy names no lawful bases: whatever the person provided is taken elsewhere, whichever statement it rests on. Under a
/// controller's policy a statement without a basis, and one on another, give nothing.
#[tokio::test]
async fn a_processor_gives_all_that_the_person_provided() {
    let base = Base::sqlite();
    let mut world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    for (role, basis, is_in) in [
        (Role::Processor, None, true),
        (Role::Controller, None, false),
        (Role::Controller, Some(Basis::Contract), true),
        (Role::Controller, Some(Basis::LegitimateInterests), false),
        (Role::Processor, Some(Basis::LegitimateInterests), false),
    ] {
        let mut policy = world.atlas.parts[0].policy.as_deref().unwrap().clone();
        policy.role = role;
        let purposes = policy.statements.iter_mut().flat_map(|s| s.purposes.values_mut());
        purposes.for_each(|purpose| purpose.basis = basis);
        let mut parts = world.atlas.parts.clone();
        parts[0].policy = Some(Arc::new(policy));
        world.atlas = Atlas::new(parts).unwrap();
        let got = Got::new(&world, &subject, Kind::Portability, Lang::En).await;
        let person = serde_json::json!([{"name": "Anna Weber", "email": "anna@example.org"}]);
        let (contacts, notes) = ("data/centre/contacts.json", "data/centre/notes.json");
        let given = [contacts, notes].map(|name| got.files.contains_key(name));
        assert_eq!(given, [is_in; 2], "{role:?} {basis:?}: {:?}", got.files.keys());
        if is_in {
            assert_eq!(got.json(contacts), person, "{role:?} {basis:?}");
        }
        assert!(!got.holds("Mohrle"), "what nobody marked as provided stays: {role:?} {basis:?}");
    }
}

/// The page is read by a parser of XML after its few void elements are closed: every element is closed, no anchor leads
/// nowhere, no name comes twice, nothing is loaded from elsewhere. With `ABIDE_PAGES`, the pages are written into that folder,
/// for the tests in a browser.
#[tokio::test]
async fn the_page_is_whole_in_every_language() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    for language in [Lang::De, Lang::En, Lang::Fr, Lang::Es, Lang::Sk] {
        let got = Got::new(&world, &subject, Kind::Access, language).await;
        let page = got.text("index.html");
        assert!(!page.contains('‹') && !page.contains("<script"), "{language}");
        let closed: Vec<String> = page
            .lines()
            .map(|l| if l.starts_with("<meta ") { l.replace('>', "/>") } else { l.to_owned() })
            .collect();
        let parsed = roxmltree::Document::parse_with_options(
            &closed.join("\n").replace("<!doctype html>", "<!DOCTYPE html>"),
            roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
        )
        .map(drop);
        assert_eq!(parsed, Ok(()), "{language}");
        let values = |name: &str| anchors(page, name);
        let ids = values("id");
        let once: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{language}: {ids:?}");
        for href in values("href") {
            let known = match href.split_at(1) {
                ("#", id) => ids.iter().any(|i| i == id),
                (".", path) => got.files.contains_key(&path[1..]),
                _ => ["https://", "mailto:", "tel:"].iter().any(|s| href.starts_with(s)),
            };
            assert!(known, "{language}: {href}");
        }
        for part in ["who", "what", "recipients", "where", "rights", "decisions", "s-transactions"]
        {
            assert!(ids.iter().any(|i| i == part), "{language}: {part}");
        }
        assert!(!ids.iter().any(|i| i == "s-statistics"), "only what concerns this data");
        for (statement, from) in [
            ("transactions", Source::Person),
            ("offers", Source::Person),
            ("access-log", Source::Observed),
        ] {
            let locale = Locales::built_in().get(language);
            let its = page.split(&format!(" id=\"s-{statement}\"")).nth(1).unwrap();
            let its = its.split("</section>").next().unwrap();
            let said = its.split(&format!("{}</dt>", locale.say("card-from"))).nth(1);
            let said = said.and_then(|fact| fact.split("</dd>").next()).unwrap_or_default();
            let word = locale.word(from).to_lowercase();
            assert!(said.to_lowercase().contains(&word), "{language}: {statement}: {its}");
        }
        if let Ok(folder) = std::env::var("ABIDE_PAGES") {
            std::fs::write(format!("{folder}/{language}.html"), page).unwrap();
            std::fs::write(format!("{folder}/{language}.zip"), &got.bytes).unwrap();
        }
    }
}

/// Names come from outside: on the page they are text.
#[tokio::test]
async fn what_the_page_names_is_text() {
    let base = Base::sqlite();
    let policy = include_str!("../../../../examples/contact-centre/site-2.toml");
    let policy = ["Example Contact Centre GmbH", "Example Hosting GmbH"]
        .iter()
        .fold(policy.to_owned(), |p, name| p.replace(name, "A <b onclick='x'>& Söhne</b>"));
    let world = world_under(&base, &policy).await;
    let subject = world.subject("contacts", vec![1.into()]);
    let got = Got::new(&world, &subject, Kind::Access, Lang::De).await;
    assert!(got.holds("A &#60;b onclick="), "it is named");
    assert!(!got.holds("<b onclick"));
}

#[tokio::test]
async fn pages_and_sheets_speak_the_persons_language() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    let cases = [
        (
            Lang::De,
            "Nummer des Datensatzes (id);Name;Telefonnummer;E-Mail-Adresse;Datum oder Zeitpunkt",
        ),
        (Lang::En, "Number of the record (id),Name,Telephone number,E-mail address,Date or time"),
    ];
    for (language, expected) in cases {
        let got = Got::new(&world, &subject, Kind::Access, language).await;
        let head = |name: &str| {
            got.text(name).lines().next().unwrap().trim_start_matches('\u{feff}').to_owned()
        };
        let people = head("data/centre/contacts.csv");
        assert!(people.starts_with(expected), "{people}");
        let page = got.text("index.html");
        assert!(
            page.contains(">_.._evil.csv</a>") && !page.contains(">../../evil"),
            "as in the ZIP"
        );
    }
    for language in [Lang::De, Lang::En, Lang::Fr, Lang::Es, Lang::Sk] {
        let got = Got::new(&world, &subject, Kind::Access, language).await;
        for name in got.files.keys().filter(|n| n.ends_with(".csv")) {
            let text = got.text(name).trim_start_matches('\u{feff}');
            let sign = if language == Lang::En { b',' } else { b';' };
            let mut reader = csv::ReaderBuilder::new().delimiter(sign).from_reader(text.as_bytes());
            let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            let once: std::collections::BTreeSet<&String> = heads.iter().collect();
            assert_eq!(once.len(), heads.len(), "{language} {name}: {heads:?}");
            let bare = |h: &&String| h.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            assert_eq!(heads.iter().find(bare), None, "{language} {name}");
        }
    }
}

#[tokio::test]
async fn other_programs_open_it() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let subject = world.subject("contacts", vec![1.into()]);
    let got = Got::new(&world, &subject, Kind::Access, Lang::Fr).await;
    let again = Got::new(&world, &subject, Kind::Access, Lang::Fr).await;
    assert!(got.bytes == again.bytes, "the same data at the same moment gives the same bytes");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.zip");
    std::fs::write(&path, &got.bytes).unwrap();
    let script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))";
    match Command::new("python3").args(["-c", script]).arg(&path).output() {
        Ok(ran) => {
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            assert_eq!(String::from_utf8_lossy(&ran.stdout).trim(), got.files.len().to_string());
        }
        Err(_) => eprintln!("SKIPPED: no python3"),
    }
    match Command::new("unzip").arg("-tq").arg(&path).output() {
        Ok(ran) => assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout)),
        Err(_) => eprintln!("SKIPPED: no unzip"),
    }
}

const FILES: &str = r#"
[store]
id     = "media"
kind   = "files"
place  = "media"
policy = "service"

[[table]]
name      = "people"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "phone", column = "phone", country = "DE" }, { fact = "name", column = "name" }]
[[table.column]]
name     = "name"
data     = "user.name"
provided = true

[[table]]
name      = "conversations"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "people"
of-columns = ["conversation"]

[[table]]
name      = "subtitles"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "people"
of-columns = ["subtitle"]

[[table]]
name      = "recordings"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "people"
of-columns = ["recording"]
"#;

/// A folder as the store `media`, with these tables: their names, files and formats.
async fn media(folder: &std::path::Path, map: &str, tables: &[(&str, &str, Format)]) -> World {
    let kind = |(table, glob, format): &(&str, &str, Format)| FileKind {
        table: (*table).to_owned(),
        glob: (*glob).to_owned(),
        format: *format,
        columns: Vec::new(),
    };
    let kinds = tables.iter().map(kind).collect();
    let store = Arc::new(Files::open("media", folder, kinds).unwrap());
    World::of(store, map_of(map), Some(service())).await
}

/// Writes a file, and its folder.
fn put(folder: &std::path::Path, name: &str, text: &str) {
    std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

/// Files of one person, and one recording that two people share.
async fn folder(folder: &std::path::Path) -> World {
    put(
        folder,
        "people.jsonl",
        concat!(
            r#"{"name": "Anna Weber", "phone": "+49 30 23125123", "conversation": "calls/1.json", "subtitle": "calls/1.vtt", "recording": "calls/1.wav"}"#,
            "\n",
            r#"{"name": "Anna Weber", "phone": "+49 30 23125123", "recording": "calls/2.wav"}"#,
            "\n",
            r#"{"name": "Karl Schneider", "phone": "+49 30 23125456", "recording": "calls/2.wav"}"#,
            "\n",
        ),
    );
    put(folder, "calls/1.json", VCON);
    put(
        folder,
        "calls/1.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Weber>Ich suche Karl Schneider.\n",
    );
    put(folder, "calls/1.wav", "RIFF of Anna");
    put(folder, "calls/2.wav", "RIFF of both");
    let tables = [
        ("people", "people.jsonl", Format::JsonLines),
        ("conversations", "calls/*.json", Format::Vcon),
        ("subtitles", "calls/*.vtt", Format::Transcript),
        ("recordings", "calls/*.wav", Format::Media),
    ];
    media(folder, FILES, &tables).await
}

#[tokio::test]
async fn conversations_and_recordings_are_files_of_their_own() {
    let place = tempfile::tempdir().unwrap();
    let world = folder(place.path()).await;
    let row = |line: i64| vec!["people.jsonl".into(), line.into()];
    let mut subject = world.subject("people", row(1));
    subject.rows.extend(world.subject("people", row(2)).rows);
    for (voices, given, left_out) in [(Voices::Alone, 1, 1), (Voices::Shared, 2, 0)] {
        let export = Export {
            atlas: &world.atlas,
            stores: &world.stores,
            subject: &subject,
            kind: Kind::Access,
            language: Lang::Es,
            made: "2026-11-26T10:00:00Z".parse().unwrap(),
            voices,
            own: &[],
            kept: abide_policy::text::Period::THREE_YEARS,
        };
        let got = Got::of(&export).await;
        let summary = &got.summary;
        assert_eq!((summary.recordings, summary.recordings_left_out), (given, left_out));
        assert_eq!((summary.conversations, summary.records()), (2, 6));
        for name in got.files.keys().filter(|n| n.starts_with("conversations/")) {
            assert!(abide_calls::vcon::Vcon::read(got.text(name)).is_ok(), "{name}");
        }
        assert!(got.holds("RIFF of Anna") && got.holds("Anna Weber"));
        for value in ["Karl", "Schneider", "23125456"] {
            assert!(!got.holds(value), "{value}: {}", got.text("data/media/conversations.json"));
        }
        let page = got.text("index.html");
        assert!(page.contains("id=\"callers\"") && !page.contains("id=\"rights\""), "whom to ask");
    }
    let got = Got::new(&world, &subject, Kind::Portability, Lang::Es).await;
    let own = serde_json::json!([{"name": "Anna Weber"}, {"name": "Anna Weber"}]);
    assert_eq!(got.json("data/media/people.json"), own, "the customers know the lawful basis");
}

#[tokio::test]
async fn two_policies_have_places_of_their_own_on_the_page() {
    let (base, place) = (Base::sqlite(), tempfile::tempdir().unwrap());
    let (one, two) = (world(&base).await, folder(place.path()).await);
    let parts = one.atlas.parts.iter().chain(&two.atlas.parts).cloned().collect();
    let stores = one.stores.iter().chain(&two.stores).cloned().collect();
    let world = World { atlas: Atlas::new(parts).unwrap(), stores };
    let mut subject = world.subject("contacts", vec![1.into()]);
    let mut other = two.subject("people", vec!["people.jsonl".into(), 1.into()]).rows;
    other.iter_mut().for_each(|(spot, _)| spot.store = 1);
    subject.rows.extend(other);
    let got = Got::new(&world, &subject, Kind::Access, Lang::En).await;
    let ids = anchors(got.text("index.html"), "id");
    assert!(ids.contains(&"who".to_owned()) && ids.contains(&"p2-who".to_owned()), "{ids:?}");
    let once: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
    for href in anchors(got.text("index.html"), "href") {
        assert!(href.strip_prefix('#').is_none_or(|id| ids.iter().any(|i| i == id)), "{href}");
    }
}

/// The values of an attribute on a page.
fn anchors(page: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).map(|p| p.split('"').next().unwrap().to_owned()).collect()
}

/// `cargo test --release -p abide-rights --test it -- --ignored hundred_thousand --nocapture`
#[tokio::test]
#[ignore = "takes long without optimization; its figures are for reports"]
async fn a_hundred_thousand_rows_take_bounded_memory() {
    let base = Base::sqlite();
    let world = world(&base).await;
    let many = "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 100099)
        INSERT INTO notes SELECT i, 1, 'Rief an und fragte nach Rechnung ' || i || '; Rückruf an Eva Fischer vereinbart.', 'x' FROM n";
    base.run(many).await.unwrap();
    let subject = world.subject("contacts", vec![1.into()]);
    let before = peak();
    let folder = tempfile::tempdir().unwrap();
    let file = std::fs::File::create(folder.path().join("copy.zip")).unwrap();
    let export = Export {
        atlas: &world.atlas,
        stores: &world.stores,
        subject: &subject,
        kind: Kind::Access,
        language: Lang::De,
        made: "2026-11-26T10:00:00Z".parse().unwrap(),
        voices: Voices::Alone,
        own: &[],
        kept: abide_policy::text::Period::THREE_YEARS,
    };
    let start = std::time::Instant::now();
    let summary = export.write(std::io::BufWriter::new(file)).await.unwrap();
    let size = std::fs::metadata(folder.path().join("copy.zip")).unwrap().len();
    let grown = peak() - before;
    println!(
        "{} records, {size} bytes, {:?}, {grown} KiB more memory at most",
        summary.records(),
        start.elapsed()
    );
    assert!(summary.records() > 100_000);
    assert!(grown < 200 << 10, "{grown} KiB");
}

/// The most memory this process had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

//! What people are known by stands elsewhere in other spellings: from texts that stay it is taken out as it is written there, and a
//! sweep finds it where no map says that it is.

use std::sync::Arc;

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::chart::ask;
use crate::desk::{NOW, Room, act, chance, opening};
use crate::swept::batch;
use crate::world::{Base, desk_over, map_of, part};

const MAP: &str = r#"
    [store]
    id = "crm"
    kind = "sqlite"
    place = "crm.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }, { fact = "phone", column = "phone", country = "DE" }]

    [[table]]
    name = "calls"
    edge = [{ kind = "owned-by", columns = ["a"], of = "contacts" }, { kind = "owned-by", columns = ["b"], of = "contacts" }]
    column = [{ name = "t", erase = "redact" }, { name = "number", erase = "empty" }]
"#;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email VARCHAR(100) UNIQUE, phone TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, t TEXT, number DOUBLE PRECISION);
    CREATE TABLE leads (id INTEGER PRIMARY KEY, t TEXT, number DOUBLE PRECISION);
    INSERT INTO contacts VALUES (2, 'Karl Beispiel', 'karl@example.org', '0171 2345679');
";

/// A desk over one database: calls that two people share, and leads of which no map says anything.
struct Crm {
    room: Room,
    base: Base,
}

impl Crm {
    /// With somebody who is known so.
    async fn of(base: Base, [name, email, phone]: [&str; 3]) -> Self {
        base.run(TABLES).await.unwrap();
        let quoted = [name, email, phone].map(|value| value.replace('\'', "''"));
        let [name, email, phone] = quoted;
        let person = format!("INSERT INTO contacts VALUES (1, '{name}', '{email}', '{phone}')");
        base.run(&person).await.unwrap();
        let store = base.store_as("crm").await;
        let map =
            if base.is_sqlite() { MAP.to_owned() } else { MAP.replace("sqlite", "postgresql") };
        let parts = vec![part(&*store, map_of(&map), None).await];
        let mut room = Room::sqlite().await;
        room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
        room.desk.stores = vec![store];
        Self { room, base }
    }

    async fn put(&self, table: &str, text: &str) {
        let text = text.replace('\'', "''");
        let next = format!("(SELECT coalesce(max(id), 0) + 1 FROM {table})");
        let sql = match table {
            "calls" => format!("INSERT INTO calls VALUES ({next}, 1, 2, '{text}', NULL)"),
            _ => format!("INSERT INTO leads VALUES ({next}, '{text}', NULL)"),
        };
        self.base.run(&sql).await.unwrap();
    }

    /// Erases who is known by this fact, in a batch that sweeps; tells what is found then.
    async fn erase(&mut self, fact: &str) -> String {
        let id = self.room.open("r1", RequestKind::Erasure, &[fact], Wish::default()).await;
        self.room.work().await;
        self.room.approve(&id).await;
        self.room.desk.sweeps = true;
        batch(&self.room, NOW).await;
        let events = self.room.desk.records.events(&id, 0).await.unwrap();
        let found = events.into_iter().rev().find(|(_, e)| e.what.as_str() == "residue-found");
        let found = found.map(|(_, event)| event.detail.as_str().to_owned());
        let stands = match found {
            Some(_) => (RequestState::Waiting, Some(Waits::Residue)),
            None => (RequestState::Done, None),
        };
        assert_eq!(self.room.stands(&id).await, stands);
        found.unwrap_or_default()
    }

    async fn texts(&self) -> Vec<String> {
        ask(&self.base, "SELECT coalesce(t, '') FROM calls ORDER BY id").await
    }
}

/// What a sweep says that found something in so many leads.
fn in_leads(rows: usize) -> String {
    format!(r#"{{"residue":[{{"what":"value","table":"crm.leads","column":"t","rows":{rows}}}]}}"#)
}

/// One person: as which they are known, by what they are asked for, what stands in calls and what is left of it, and what stands in leads.
struct Case {
    person: [&'static str; 3],
    by: &'static str,
    calls: &'static [(&'static str, &'static str)],
    leads: &'static [&'static str],
    others: &'static [&'static str],
}

const NUMBERS: [Case; 4] = [
    Case {
        person: ["Josefina Nunez", "j1@example.org", "+49 30 23125 101 ext. 5"],
        by: "phone=030 23125101",
        calls: &[(
            "Karl calls 030 23125101 back, or 030/23125101-5",
            "Karl calls […] back, or […]",
        )],
        leads: &["+493023125101", "+49 30 23125 101 ext. 5", "+49 30 23125101 x5"],
        others: &["+493023125104"],
    },
    Case {
        person: ["Maria Lopez", "j2@example.org", "030/23125102 (mobil 2)"],
        by: "phone=+49 30 23125102",
        calls: &[("Karl calls 030 23125102 back, mobil 2", "Karl calls […] back, mobil 2")],
        leads: &["+493023125102"],
        others: &["(mobil 2)"],
    },
    Case {
        // The last one is Karl's too.
        person: ["Ines Vega", "j3@example.org", "+49 30 23125103; 0171 2345678 / 0171 2345679"],
        by: "phone=0171 2345678",
        calls: &[("Karl calls 030 23125103 or 01712345678", "Karl calls […] or […]")],
        leads: &["+493023125103", "+491712345678"],
        others: &["+491712345679"],
    },
    Case {
        person: ["Eva Cruz", "j4@example.org", "tel:+49-30-23125-104"],
        by: "phone=030/23125104",
        calls: &[("call 03023125104", "call […]")],
        leads: &["+493023125104"],
        others: &[],
    },
];

const NAMES: [Case; 3] = [
    Case {
        person: ["Sinead O'Brien", "j1@example.org", ""],
        by: "email=j1@example.org",
        calls: &[(
            "Sinead O’Brien asked Karl; Mrs O’Brien is ill. O`Brien O´Brien",
            "[…] asked Karl; Mrs […] is ill. […] […]",
        )],
        leads: &["Sinead O’Brien", "O´Brien, Sinead"],
        others: &["Mary O’Brien"],
    },
    Case {
        person: ["Zoë Müller-Lüdenscheidt", "j2@example.org", ""],
        by: "email=j2@example.org",
        calls: &[(
            "Frau Müller\u{2011}Lüdenscheidt ist krank; Herr Lüdenscheidt; Müller – Lüdenscheidt",
            "Frau […] ist krank; Herr […]; […] – […]",
        )],
        leads: &["ZOË MÜLLER\u{2011}LÜDENSCHEIDT", "Müller Lüdenscheidt, Zoë"],
        others: &["Zoë Lüdenscheidt-Meier"],
    },
    Case {
        person: ["Jana Nováková", "j3@example.org", ""],
        by: "email=j3@example.org",
        calls: &[(
            "Pani\u{301} Nova\u{301}kova\u{301} je nemocna\u{301}",
            "Pani\u{301} […] je nemocna\u{301}",
        )],
        leads: &[
            "Jana Nova\u{301}kova\u{301}",
            "Jana\u{202f}Nováková",
            "Jana\u{2009}Nova\u{301}kova\u{301}",
        ],
        others: &["Jan Novák"],
    },
];

const WRAPPED: [Case; 1] = [Case {
    person: ["Josefina Núñez", "josefina@bücher.example", "+49 30 23125101"],
    by: "email=josefina@xn--bcher-kva.example",
    calls: &[
        (r#""{\"who\":\"Josefina N\\u00fa\\u00f1ez\",\"n\":1}""#, r#""{\"who\":\"[…]\",\"n\":1}""#),
        ("Karl schreibt josefina@xn--bcher-kva.example", "Karl schreibt […]"),
        ("Appel de 030\u{202f}23\u{202f}12\u{202f}51\u{202f}01", "Appel de […]"),
    ],
    leads: &[
        r#""{\"who\":\"Josefina N\\u00fa\\u00f1ez\",\"n\":1}""#,
        "josefina@xn--bcher-kva.example",
        "?mail=josefina%40b%C3%BCcher.example",
        "030\u{202f}23\u{202f}12\u{202f}51\u{202f}01",
        r#"{"encoding":"base64url","body":"aGllciBpc3QgSm9zZWZpbmEgTsO6w7Fleg"}"#,
    ],
    others: &["Josefina Nunes", "josefina@xn--bcher-kvb.example"],
}];

async fn told_and_taken_out(base: Base, case: &Case) {
    let mut crm = Crm::of(base, case.person).await;
    for (text, _) in case.calls {
        crm.put("calls", text).await;
    }
    for text in case.leads.iter().chain(case.others) {
        crm.put("leads", text).await;
    }
    let found = crm.erase(case.by).await;
    let mut left: Vec<&str> = case.calls.iter().map(|(_, left)| *left).collect();
    left.sort_unstable();
    assert_eq!(crm.texts().await, left);
    assert_eq!(found, in_leads(case.leads.len()));
}

async fn all_on_sqlite(cases: &[Case]) {
    for case in cases {
        told_and_taken_out(Base::sqlite(), case).await;
    }
}

async fn all_on_postgres(cases: &[Case], name: &str) {
    let Some(server) = Server::start() else { return };
    for (at, case) in cases.iter().enumerate() {
        told_and_taken_out(Base::postgres(&server, &format!("{name}{at}")), case).await;
    }
}

#[tokio::test]
async fn numbers_beside_words_and_each_other_on_sqlite() {
    all_on_sqlite(&NUMBERS).await;
}

#[tokio::test]
async fn numbers_beside_words_and_each_other_on_postgresql() {
    all_on_postgres(&NUMBERS, "numbers").await;
}

#[tokio::test]
async fn names_in_other_signs_on_sqlite() {
    all_on_sqlite(&NAMES).await;
}

#[tokio::test]
async fn names_in_other_signs_on_postgresql() {
    all_on_postgres(&NAMES, "names").await;
}

#[tokio::test]
async fn what_programs_wrap_up_on_sqlite() {
    all_on_sqlite(&WRAPPED).await;
}

#[tokio::test]
async fn what_programs_wrap_up_on_postgresql() {
    all_on_postgres(&WRAPPED, "wrapped").await;
}

/// A telephone number in a column of numbers with fractions, and a name in bytes of another form.
async fn values_of_other_types(base: Base) {
    let (bytes, put) = if base.is_sqlite() { ("BLOB", "X'") } else { ("BYTEA", "'\\x") };
    let tables = format!("CREATE TABLE raws (id INTEGER PRIMARY KEY, b {bytes})");
    base.run(&tables).await.unwrap();
    let person = ["Josefina Núñez", "j1@example.org", "+49 30 23125101"];
    let mut crm = Crm::of(base, person).await;
    // JOSEFINA NÚÑEZ in ISO 8859-1.
    let name = "4a4f534546494e41204edad1455a";
    for sql in [
        "INSERT INTO calls VALUES (1, 1, 2, NULL, 493023125101.0), (2, 1, 2, NULL, 3023125104.0)"
            .to_owned(),
        "INSERT INTO leads VALUES (1, NULL, 493023125101.0), (2, NULL, 493023125104.0)".to_owned(),
        format!(
            "INSERT INTO raws VALUES (1, {put}{name}'), (2, {put}{}')",
            name.replace("d1", "ee")
        ),
    ] {
        crm.base.run(&sql).await.unwrap();
    }
    let found = crm.erase("email=j1@example.org").await;
    let of = |table: &str, column: &str| {
        format!(r#"{{"what":"value","table":"crm.{table}","column":"{column}","rows":1}}"#)
    };
    let both = format!(r#"{{"residue":[{},{}]}}"#, of("leads", "number"), of("raws", "b"));
    assert_eq!(found, both);
    let left = ask(&crm.base, "SELECT count(number) FROM calls WHERE id = 1").await;
    assert_eq!(left, ["0"]);
    assert_eq!(ask(&crm.base, "SELECT count(number) FROM calls WHERE id = 2").await, ["1"]);
}

#[tokio::test]
async fn values_of_other_types_on_sqlite() {
    values_of_other_types(Base::sqlite()).await;
}

#[tokio::test]
async fn values_of_other_types_on_postgresql() {
    let Some(server) = Server::start() else { return };
    values_of_other_types(Base::postgres(&server, "types")).await;
}

const CENTRE: &str = r#"
    [store]
    id = "centre"
    kind = "sqlite"
    place = "centre.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]

    [[table]]
    name = "talks"
    edge = [{ kind = "owned-by", columns = ["a"], of = "contacts" }, { kind = "owned-by", columns = ["b"], of = "contacts" }]
"#;

const FILES: &str = r#"
    [store]
    id = "files"
    kind = "files"
    place = "files"
    policy = "service"

    [[table]]
    name = "*.vcon.json"
    edge = [{ kind = "owned-by", columns = ["path"], of-store = "centre", of = "talks", of-columns = ["path"] }]
"#;

const CONTACTS: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
    CREATE TABLE talks (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, path TEXT);
    INSERT INTO contacts VALUES (1, 'josefina@example.org'), (2, 'karl@example.org');
    INSERT INTO talks VALUES (1, 1, 2, '1.vcon.json');
";

/// A conversation of two: her address stands in a body that is encoded, and shows a number to be hers that nobody knew.
#[tokio::test]
async fn a_conversation_keeps_neither_an_encoded_address_nor_a_partys_other_number() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::create_dir(here.join("files")).unwrap();
    Base::There(here.join("centre.db")).run(CONTACTS).await.unwrap();
    let file = here.join("files/1.vcon.json");
    let body = |text: &str| data_encoding::BASE64URL_NOPAD.encode(text.as_bytes());
    let said = body("hier ist josefina@example.org, Karl");
    let vcon = format!(
        r#"{{"vcon": "0.0.1", "uuid": "0198c7f0-0000-8000-8000-000000000001", "created_at": "2026-01-01T00:00:00Z",
        "parties": [{{"tel": "+49305551234", "mailto": "josefina@example.org", "name": "J. N."}}, {{"tel": "+49305551235", "mailto": "karl@example.org", "name": "Karl"}}],
        "dialog": [{{"type": "text", "start": "2026-01-01T00:00:00Z", "parties": [0, 1], "body": "{said}", "encoding": "base64url", "mediatype": "text/plain"}}],
        "analysis": [], "attachments": []}}"#
    );
    std::fs::write(&file, &vcon).unwrap();
    let mut desk = desk_over(here, &[CENTRE, FILES], &|_| None).await;
    let facts = ["email=josefina@example.org"];
    let opening = opening("r1", RequestKind::Erasure, &facts, Wish::default());
    desk.open(&opening, act("officer")).await.unwrap();
    while desk.work(act("worker"), &chance, &mut |_| ()).await.unwrap().is_some() {}
    let (plan, _) = desk.case(&opening.id).await.unwrap().plan.unwrap();
    desk.approve(&opening.id, plan.fingerprint, act("officer")).await.unwrap();
    desk.sweeps = true;
    let order = Order { act: act("worker"), chance: &chance, clock: &|| NOW };
    assert_eq!(desk.work_together(&order).await.unwrap().done, [opening.id]);
    let left = vcon
        .replace("josefina@example.org", "[…]")
        .replace("+49305551234", "[…]")
        .replace("J. N.", "[…]")
        .replace(&said, &body("hier ist […], Karl"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), left);
}

//! What somebody may only see stands apart from what is about them, without what it tells about others.

use abide_policy::source::{read_map, read_policy};
use abide_policy::vocab::Lang;
use abide_rights::atlas::Part;
use serde_json::json;

use super::*;

const MAP: &str = r#"
[store]
id     = "centre"
kind   = "KIND"
place  = "centre.db"
policy = "service"

[[table]]
name      = "contacts"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "phone", column = "phone", country = "DE" }, { fact = "name", column = "name" }]

[[table]]
name      = "agents"
person    = "agent"
statement = "agents"
known-by  = [{ fact = "id", column = "login" }, { fact = "name", column = "name" }]

[[table]]
name      = "notes"
statement = "contacts"
[[table.edge]]
kind    = "owned-by"
columns = ["contact_id"]
of      = "contacts"
[[table.edge]]
kind    = "owned-by"
columns = ["agent_id"]
of      = "agents"
[[table.edge]]
kind       = "accessed-by"
columns    = ["author"]
of         = "agents"
of-columns = ["login"]
[[table.column]]
name  = "body"
data  = "contact.notes"
erase = "redact"

[[table]]
name      = "shifts"
statement = "agents"
[[table.edge]]
kind    = "accessed-by"
columns = ["agent_id"]
of      = "agents"
about   = ["remark"]
[[table.column]]
name = "remark"
data = "agent.account"

[[table]]
name      = "calls"
statement = "calls"
[[table.edge]]
kind       = "accessed-by"
columns    = ["agent_id"]
of         = "agents"
[[table.edge]]
kind       = "owned-by"
columns    = ["phone"]
of         = "contacts"
of-columns = ["phone"]
about      = ["wish"]

[[table]]
name      = "lines"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["contact_id"]
of      = "contacts"
about   = ["number"]
[[table.edge]]
kind       = "owned-by"
columns    = ["number"]
of         = "contacts"
of-columns = ["phone"]
when       = [{ column = "known_by", is = "number" }]
about      = ["number"]

[[table]]
name      = "talks"
statement = "transcripts"
[[table.edge]]
kind    = "owned-by"
columns = ["call_id"]
of      = "calls"
"#;

const DATA: &str = r#"
CREATE TABLE contacts (id INT PRIMARY KEY, name TEXT, phone TEXT UNIQUE);
CREATE TABLE agents (id INT PRIMARY KEY, login TEXT UNIQUE, name TEXT);
CREATE TABLE notes (id INT PRIMARY KEY, contact_id INT, agent_id INT, author TEXT, body TEXT, made TEXT);
CREATE TABLE shifts (id INT PRIMARY KEY, agent_id INT, remark TEXT);
CREATE TABLE calls (id INT PRIMARY KEY, agent_id INT, phone TEXT, wish TEXT, queue TEXT);
CREATE TABLE talks (id INT PRIMARY KEY, call_id INT, content TEXT);
CREATE TABLE lines (id INT PRIMARY KEY, contact_id INT, number TEXT, known_by TEXT);
INSERT INTO lines VALUES (1, 1, '+49 30 23125456', 'contact');
INSERT INTO contacts VALUES (1, 'Karl Xoqvar Schneider', '+49 30 23125456');
INSERT INTO agents VALUES (1, 'c.hasselmann', 'Corinna Hasselmann'), (2, 'other', 'Eva Fischer');
INSERT INTO notes VALUES
    (1, 1, NULL, 'c.hasselmann', 'Wants a paper bill.', '2026-11-20'),
    (2, NULL, 1, 'other', 'Likes early shifts.', '2026-11-21'),
    (3, NULL, 1, 'c.hasselmann', 'Ill on Monday.', '2026-11-22');
INSERT INTO shifts VALUES (1, 1, 'Came late.');
INSERT INTO calls VALUES (1, 1, '+49 30 23125456', 'Lives in Oberniederdorf.', 'asked by xoqvar');
INSERT INTO talks VALUES (1, 1, 'VCON');
"#;

async fn world(base: &Base) -> World {
    base.run(&DATA.replace("VCON", VCON)).await.unwrap();
    let kind = if base.is_sqlite() { "sqlite" } else { "postgresql" };
    let map = read_map(&MAP.replace("KIND", kind));
    let map = map.value.unwrap_or_else(|| panic!("{:?}", map.diagnostics));
    let policy = read_policy(include_str!("../../../../../examples/contact-centre/service-1.toml"));
    let store = base.store().await;
    let schema = store.schema().await.unwrap();
    let policy = Some(Arc::new(policy.value.unwrap()));
    let atlas = Atlas::new(vec![Part { map, schema, policy }]).unwrap();
    World { atlas, stores: vec![store] }
}

async fn the_work_of_an_agent_stands_apart(base: &Base) {
    let world = world(base).await;
    let subject = world.subject("agents", vec![1.into()]);
    let got = Got::new(&world, &subject, Kind::Access, Lang::En).await;
    let omitted = json!({"omitted": "about-another-person"});

    let notes = got.json("data/centre/notes.json");
    let bodies: Vec<&str> =
        notes.as_array().unwrap().iter().map(|n| n["body"].as_str().unwrap()).collect();
    assert_eq!(bodies, ["Likes early shifts.", "Ill on Monday."], "notes about the agent");
    let seen = got.json("seen/centre/notes.json");
    assert_eq!(seen.as_array().unwrap().len(), 1);
    assert_eq!(seen[0]["body"], omitted, "a note about somebody else is theirs");
    assert_eq!(
        (&seen[0]["author"], &seen[0]["made"]),
        (&json!("c.hasselmann"), &json!("2026-11-20"))
    );

    let shifts = got.json("data/centre/shifts.json");
    assert_eq!(shifts[0]["remark"], "Came late.", "the map says that it tells about the agent");
    let calls = got.json("seen/centre/calls.json");
    assert_eq!((&calls[0]["phone"], &calls[0]["wish"]), (&omitted, &omitted));
    assert_eq!(
        (&calls[0]["queue"], &calls[0]["agent_id"]),
        (&json!("asked by […]"), &json!(1)),
        "no detector knows that name, the map does"
    );
    assert_eq!(got.json("seen/centre/talks.json")[0]["content"], omitted, "others talk there");
    for value in ["Schneider", "Xoqvar", "23125456", "Oberniederdorf", "paper bill", "Fischer"] {
        assert!(!got.holds(value), "{value}");
    }
    for name in got.files.keys().filter(|n| n.ends_with(".schema.json")) {
        let schema = jsonschema::validator_for(&got.json(name)).unwrap();
        assert!(schema.is_valid(&got.json(&name.replace(".schema", ""))), "{name}");
    }
    let page = got.text("index.html");
    assert!(page.contains("4 records about you") && page.contains("3 records that you may see"));
    assert!(page.contains("What you worked on"));
    let tables = got.json("manifest.json")["tables"].as_array().unwrap().clone();
    let apart = tables.iter().filter(|t| t["seen"] == true).count();
    assert_eq!((apart, tables.len()), (3, 6));

    let everybody = world.subject("contacts", vec![1.into()]);
    let got = Got::new(&world, &everybody, Kind::Access, Lang::En).await;
    assert!(got.holds("Wants a paper bill.") && got.holds("Oberniederdorf"));
    assert!(!got.text("index.html").contains("What you worked on"));
    let lines = got.json("data/centre/lines.json");
    assert_eq!(
        lines[0]["number"], "+49 30 23125456",
        "an edge that does not hold here hides nothing"
    );
}

#[tokio::test]
async fn the_work_of_an_agent_stands_apart_on_sqlite() {
    the_work_of_an_agent_stands_apart(&Base::sqlite()).await;
}

#[tokio::test]
async fn the_work_of_an_agent_stands_apart_on_postgresql() {
    let Some(server) = Server::start() else { return };
    the_work_of_an_agent_stands_apart(&Base::postgres(&server, "seen")).await;
}

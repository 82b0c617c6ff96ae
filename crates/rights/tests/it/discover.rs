//! `map discover`: on K9db's schemas, compared with their annotations; on a schema with what real ones have.

use std::collections::{BTreeMap, BTreeSet};

use abide_detect::Finder;
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::source::{read_map, read_policy, write_map};
use abide_policy::vocab::{Fact, Vocabulary as _};
use abide_rights::discover::{Proposal, discover, gather};
use abide_tests::postgres::Postgres as Server;

use crate::ownership::{CASES, Replay};
use crate::world::Base;

async fn proposal(base: &Base, given: StoreMap, policy: Option<&Policy>) -> Proposal {
    let store = base.store().await;
    let (schema, evidence) = gather(&*store, &Finder::default(), &mut |_, _| ()).await.unwrap();
    discover(given, &schema, &evidence, policy)
}

/// What a map says about whose rows are, as lines.
pub(crate) fn ownership(map: &StoreMap) -> BTreeSet<String> {
    let people = map.tables.iter().filter(|t| t.person.is_some());
    let mut lines: BTreeSet<String> = people.map(|t| format!("{} people", t.name)).collect();
    lines.extend(map.tables.iter().flat_map(edges));
    lines
}

fn edges(table: &TableMap) -> impl Iterator<Item = String> {
    table.edges.iter().map(|e| {
        let when: Vec<String> = e.when.iter().map(|w| format!(" {}={}", w.column, w.is)).collect();
        let columns = e.columns.join("+");
        format!("{} {} {} by {columns}{}", table.name, e.kind.word(), e.of, when.concat())
    })
}

#[tokio::test]
async fn sqlite_finds_what_the_corpus_annotates() {
    compare_all(|_| Base::sqlite()).await;
}

#[tokio::test]
async fn postgresql_finds_what_the_corpus_annotates() {
    let Some(server) = Server::start() else { return };
    compare_all(|name| Base::postgres(&server, name)).await;
}

/// So many differences there are; a list that got shorter may not grow again.
const MOST: usize = 3;

async fn compare_all(base: impl Fn(&str) -> Base) {
    let Some(corpus) = abide_tests::corpus("ownership") else { return };
    let (mut right, mut met) = (0, BTreeSet::new());
    for case in CASES {
        let replay = Replay::new(&corpus.join(case), base(case)).await;
        let empty = StoreMap { tables: Vec::new(), ..replay.map.clone() };
        let proposed = ownership(&proposal(&replay.base, empty, None).await.map);
        let annotated = ownership(&replay.map);
        right += proposed.intersection(&annotated).count();
        met.extend(annotated.difference(&proposed).map(|line| format!("{case} lacks {line}")));
        met.extend(proposed.difference(&annotated).map(|line| format!("{case} adds {line}")));
    }
    let known = include_str!("discover-deviations.txt").lines();
    let known = known.filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(": "));
    let known: BTreeSet<String> = known.map(|(place, _)| place.to_owned()).collect();
    let new: Vec<&String> = met.difference(&known).collect();
    assert!(new.is_empty(), "new differences: {new:#?}");
    let closed: Vec<&String> = known.difference(&met).collect();
    assert!(closed.is_empty(), "no longer different: take them out of the list: {closed:#?}");
    assert_eq!(known.len(), MOST, "a shorter list: lower its limit; a longer one: it may not grow");
    assert!(right > 8, "{right} lines are right");
}

const SQL: &str = "
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, billing_email TEXT);
CREATE TABLE agents (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
  login VARCHAR(40) NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT);
CREATE TABLE contacts (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
  given_name TEXT, email TEXT, phone TEXT, merged_into INTEGER REFERENCES contacts (id), created_at TIMESTAMP);
CREATE INDEX by_phone ON contacts (phone);
CREATE TABLE calls (id INTEGER PRIMARY KEY, uid VARCHAR(40) NOT NULL UNIQUE, customer_id INTEGER NOT NULL REFERENCES customers (id),
  caller_contact_id INTEGER REFERENCES contacts (id), agent_id INTEGER REFERENCES agents (id),
  caller_number TEXT, started_at TIMESTAMP NOT NULL);
CREATE TABLE steps (call_id INTEGER REFERENCES calls (id), step INTEGER, detail VARCHAR(40), PRIMARY KEY (call_id, step));
CREATE TABLE notes (id INTEGER PRIMARY KEY, subject_type VARCHAR(20), subject_id INTEGER,
  author_agent_id INTEGER REFERENCES agents (id), body TEXT, created_at TIMESTAMP);
CREATE TABLE hooks (id INTEGER PRIMARY KEY, event_ref VARCHAR(40), payload TEXT);
CREATE TABLE members (campaign INTEGER, phone TEXT, PRIMARY KEY (campaign, phone));
CREATE TABLE invoices (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total INTEGER);
CREATE TABLE settings (name VARCHAR(40) PRIMARY KEY, amount INTEGER)
";

/// Rows for the tables: the same people in all of them.
fn rows() -> Vec<String> {
    let people = ["Anna", "Peter", "Maria", "Thomas", "Julia", "Stefan", "Sabine", "Michael"];
    let mut sql = vec![
        "INSERT INTO customers VALUES (1, 'Muster GmbH', 'billing@example.com')".to_owned(),
        "INSERT INTO agents VALUES (1, 1, 'k.weber', 'Karl Weber', 'karl@example.com')".to_owned(),
        "INSERT INTO agents VALUES (2, 1, 'e.huber', 'Eva Huber', 'eva@example.com')".to_owned(),
        "INSERT INTO invoices VALUES (1, 1, 100)".to_owned(),
        "INSERT INTO settings VALUES ('limit', 5)".to_owned(),
    ];
    for (at, name) in people.iter().enumerate() {
        let (id, mail) = (at + 1, format!("{}@example.org", name.to_lowercase()));
        let (phone, uid) =
            (format!("+49302312500{id}"), format!("c-2026-00{id}7-{}", 1000 + id * 37));
        sql.push(format!(
            "INSERT INTO contacts VALUES ({id}, 1, '{name}', '{mail}', '{phone}', NULL, '2026-10-0{id}')"
        ));
        sql.push(format!(
            "INSERT INTO calls VALUES ({id}, '{uid}', 1, {id}, 1, '{phone}', '2026-11-0{id}')"
        ));
        sql.push(format!("INSERT INTO steps VALUES ({id}, 1, 'menu')"));
        let (of, whose) = if at % 2 == 0 { ("contact", id) } else { ("call", id) };
        let body = format!("{name} asks for a call at {mail}");
        sql.push(format!(
            "INSERT INTO notes VALUES ({id}, '{of}', {whose}, 2, '{body}', '2026-11-0{id}')"
        ));
        sql.push(format!("INSERT INTO hooks VALUES ({id}, '{uid}', '{{\"from\": \"{phone}\"}}')"));
        sql.push(format!("INSERT INTO members VALUES (1, '{phone}')"));
    }
    sql
}

const GIVEN: &str =
    "[store]\nid = \"store\"\nkind = \"sqlite\"\nplace = \"store.db\"\npolicy = \"service\"\n";

async fn propose(base: &Base) -> Proposal {
    for statement in SQL.split(";\n").map(str::to_owned).chain(rows()) {
        base.run(&statement).await.unwrap();
    }
    let policy = include_str!("../../../../examples/contact-centre/service-1.toml");
    let policy = read_policy(policy).value.unwrap();
    let given = read_map(GIVEN).value.unwrap();
    proposal(base, given, Some(&policy)).await
}

#[tokio::test]
async fn references_of_every_kind_are_proposed() {
    let Some(server) = Server::start() else { return };
    for base in [Base::sqlite(), Base::postgres(&server, "proposal")] {
        let map = propose(&base).await.map;
        let expected = [
            "agents people",
            "calls accessed-by agents by agent_id",
            "calls owned-by contacts by caller_contact_id",
            "contacts owned-by contacts by merged_into",
            "contacts people",
            "customers people",
            "hooks owned-by calls by event_ref",
            "invoices owned-by customers by customer_id",
            "members owned-by contacts by phone",
            "notes accessed-by agents by author_agent_id",
            "notes owned-by calls by subject_id subject_type=call",
            "notes owned-by contacts by subject_id subject_type=contact",
            "steps owned-by calls by call_id",
        ];
        let proposed = ownership(&map);
        assert_eq!(proposed.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }
}

#[tokio::test]
async fn columns_statements_and_facts_are_proposed_with_reasons_and_without_values() {
    let Proposal { map, reasons } = propose(&Base::sqlite()).await;
    let table = |name: &str| map.tables.iter().find(|t| t.name == name).unwrap();
    let facts: BTreeMap<&str, Fact> =
        table("contacts").known_by.iter().map(|k| (k.column.as_str(), k.fact)).collect();
    let expected = [("email", Fact::Email), ("given_name", Fact::Name), ("phone", Fact::Phone)];
    assert_eq!(facts, BTreeMap::from(expected));
    assert!(
        table("contacts").known_by.iter().all(|k| k.country.is_none()),
        "all numbers are international"
    );
    let data = |name: &str, column: &str| {
        let columns = &table(name).columns;
        columns.iter().find(|c| c.name == column)?.data.as_ref().map(ToString::to_string)
    };
    for (name, column, expected) in [
        ("contacts", "email", "contact.address"),
        ("contacts", "given_name", "contact.name"),
        ("agents", "email", "agent.account"),
        ("calls", "caller_number", "call.number"),
        ("notes", "body", "contact.notes"),
    ] {
        assert_eq!(data(name, column).as_deref(), Some(expected), "{name}.{column}");
    }
    let since = |name: &str| table(name).since.as_deref();
    assert_eq!(
        (since("calls"), since("contacts"), since("invoices")),
        (Some("started_at"), Some("created_at"), None)
    );
    let statement = |name: &str| table(name).statement.as_ref().map(ToString::to_string);
    assert_eq!(statement("contacts").as_deref(), Some("contacts"));
    assert_eq!(statement("steps").as_deref(), Some("calls"), "from its call");
    let text: Vec<String> = reasons.iter().map(ToString::to_string).collect();
    assert!(
        text.contains(&"`contacts.phone`: phone in 8 of 8 sampled rows".to_owned()),
        "{text:#?}"
    );
    assert!(
        text.contains(
            &"`hooks.event_ref`: owned-by: 8 of 8 sampled values are found there".to_owned()
        ),
        "{text:#?}"
    );
    for value in ["Anna", "@", "+49", "Muster"] {
        assert!(!text.iter().any(|t| t.contains(value)), "a value is told: {value}");
    }
    assert_eq!(read_map(&write_map(&map)).value.as_ref(), Some(&map), "it can be written and read");
}

#[tokio::test]
async fn an_empty_store_is_proposed_by_names_alone() {
    let base = Base::sqlite();
    for statement in SQL.split(";\n") {
        base.run(statement).await.unwrap();
    }
    let map = proposal(&base, read_map(GIVEN).value.unwrap(), None).await.map;
    let proposed = ownership(&map);
    for line in [
        "contacts people",
        "calls owned-by contacts by caller_contact_id",
        "steps owned-by calls by call_id",
    ] {
        assert!(proposed.contains(line), "{line}: {proposed:#?}");
    }
    let base_data = map.tables.iter().flat_map(|t| &t.columns).filter_map(|c| c.data.as_ref());
    assert!(base_data.clone().count() > 3);
}

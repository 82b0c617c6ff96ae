//! The truth about the hard cases: everything in it is there, and nothing is left out.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::common::{Centre, ORDER};

fn list<'a>(of: &'a Json, name: &str) -> &'a [Json] {
    of[name].as_array().unwrap_or_else(|| panic!("{name} in {of}"))
}

fn people(truth: &Json) -> impl Iterator<Item = &Json> {
    list(truth, "cases").iter().flat_map(|case| list(case, "people"))
}

/// The condition of a row's key.
fn condition(place: &Json) -> String {
    let key = place["key"].as_object().unwrap().iter();
    let same = |(column, value): (&String, &Json)| match value {
        Json::String(text) => format!("{column} = '{text}'"),
        other => format!("{column} = {other}"),
    };
    key.map(same).collect::<Vec<_>>().join(" AND ")
}

fn exists(centre: &Centre, place: &Json) {
    let table = place["table"].as_str().unwrap();
    let sql = format!("SELECT count(*) FROM {table} WHERE {}", condition(place));
    assert_eq!(centre.ask(&sql), "1\n", "{sql}");
}

#[test]
fn every_row_exists() {
    let centre = Centre::new(&ORDER);
    let truth = centre.truth();
    let mut count = 0;
    for person in people(&truth) {
        for part in ["entries", "alone", "shared", "stays"] {
            for place in list(person, part) {
                exists(&centre, place);
                count += 1;
                for other in place["with"].as_array().into_iter().flatten() {
                    exists(&centre, other);
                }
            }
        }
    }
    assert!(count > 150, "{count}");
    for case in list(&truth, "cases") {
        for ask in list(case, "asks") {
            list(ask, "finds").iter().for_each(|place| exists(&centre, place));
        }
    }
}

#[test]
fn who_is_named_stands_there() {
    let centre = Centre::new(&ORDER);
    let truth = centre.truth();
    let named: Vec<_> = people(&truth).flat_map(|person| list(person, "named")).collect();
    assert!(named.len() > 10, "{}", named.len());
    for mention in named {
        let (table, text) = (mention["table"].as_str().unwrap(), mention["text"].as_str().unwrap());
        let place = &mention["in"];
        let column = place["column"].as_str().or(place["file"].as_str()).unwrap();
        let sql = format!("SELECT {column} FROM {table} WHERE {}", condition(mention));
        let mut there = centre.ask(&sql);
        if place.get("file").is_some() {
            there = std::fs::read_to_string(centre.path().join("files").join(there.trim_end()))
                .unwrap();
        }
        assert!(there.contains(text), "{text} in {sql}");
    }
}

/// By which columns a person's rows are known at once, and those that are known through a call or a thread.
const KNOWN_BY: [(&str, &str, &str); 8] = [
    ("contacts", "calls", "caller_contact_id = ?"),
    ("contacts", "calls", "second_contact_id = ?"),
    ("agents", "calls", "agent_id = ?"),
    ("contacts", "threads", "contact_id = ?"),
    ("contacts", "messages", "thread_id IN (SELECT id FROM threads WHERE contact_id = ?)"),
    ("contacts", "notes", "subject_type = 'contact' AND subject_id = ?"),
    ("contacts", "campaign_members", "phone_e164 = (SELECT phone_e164 FROM contacts WHERE id = ?)"),
    (
        "contacts",
        "consents",
        "(customer_id, customer_no) = (SELECT customer_id, customer_no FROM contacts WHERE id = ?)",
    ),
];
const OF_CALLS: [(&str, &str); 9] = [
    ("call_steps", "call_id"),
    ("quality", "call_id"),
    ("call_tags", "call_id"),
    ("webhook_log", "id"),
    ("search_index", "call_id"),
    ("recordings", "call_id"),
    ("transcripts", "call_id"),
    ("invoice_lines", "call_id"),
    ("notes", "subject_type = 'call' AND subject_id"),
];

#[test]
fn no_row_of_a_planted_person_is_missing() {
    let centre = Centre::new(&ORDER);
    let truth = centre.truth();
    for person in people(&truth) {
        let mut told = BTreeSet::new();
        for part in ["alone", "shared", "stays"] {
            for place in list(person, part) {
                told.insert((place["table"].as_str().unwrap().to_owned(), condition(place)));
            }
        }
        for entry in list(person, "entries") {
            let id = entry["key"]["id"].to_string();
            for (of, table, known) in KNOWN_BY {
                if entry["table"].as_str() == Some(of) {
                    all_told(&centre, table, &known.replace('?', &id), &told);
                }
            }
        }
    }
}

/// Every row that a condition finds is told, and what arises from it if it is a call.
fn all_told(centre: &Centre, table: &str, known: &str, told: &BTreeSet<(String, String)>) {
    let schema = abide_example_centre::schema::Table::named(table).unwrap();
    let found = centre.ask(&format!("SELECT {} FROM {table} WHERE {known}", schema.key.join(", ")));
    for line in found.lines() {
        let values = schema.key.iter().zip(line.split('|'));
        let keys = values.map(|(column, value)| match value.starts_with('+') {
            true => format!("{column} = '{value}'"),
            false => format!("{column} = {value}"),
        });
        let key = keys.collect::<Vec<_>>().join(" AND ");
        assert!(told.contains(&(table.to_owned(), key.clone())), "{table} where {key}");
        if table == "calls" {
            for (table, column) in OF_CALLS {
                all_told(centre, table, &format!("{column} = {line}"), told);
            }
        }
    }
}

#[test]
fn people_are_found_by_what_is_asked() {
    let centre = Centre::new(&ORDER);
    let truth = centre.truth();
    for ask in list(&truth, "cases").iter().flat_map(|case| list(case, "asks")) {
        let mut finds = BTreeSet::new();
        for table in ["contacts", "agents"] {
            let parts: Vec<_> = list(ask, "identities").iter().map(|i| fact(table, i)).collect();
            let sql = format!("SELECT '{table}', id FROM {table} WHERE {}", parts.join(" AND "));
            finds.extend(centre.ask(&sql).lines().map(str::to_owned));
        }
        let wanted = list(ask, "finds").iter();
        let wanted = wanted.map(|f| format!("{}|{}", f["table"].as_str().unwrap(), f["key"]["id"]));
        assert_eq!(finds, wanted.collect(), "{ask}");
    }
}

/// The condition of an identity, with telephone numbers in the form of machines.
fn fact(table: &str, identity: &Json) -> String {
    let value = identity["value"].as_str().unwrap();
    let contact = table == "contacts";
    match identity["fact"].as_str().unwrap() {
        "email" => format!("email = '{value}'"),
        "phone" => {
            let home = abide_detect::phone::Region::from_code("DE");
            let number = abide_detect::phone::parse(value, home).unwrap();
            format!("phone_e164 = '{}'", number.e164)
        }
        "id" if contact => format!("customer_no = '{value}'"),
        "name" if contact => format!("given_name || ' ' || family_name = '{value}'"),
        "name" => format!("name = '{value}'"),
        "born" if contact => format!("born_on = '{value}'"),
        _ => "false".to_owned(),
    }
}

//! How much of the store's own map its schema and rows alone give, and what checking it against them shows.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use abide_detect::Finder;
use abide_example_centre::map;
use abide_policy::map::StoreMap;
use abide_policy::source::{read_map, read_policy};
use abide_policy::vocab::Vocabulary as _;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::check::{Severity, What, check};
use abide_rights::discover::{discover, gather};
use abide_stores::sqlite::Sqlite;

use crate::common::{Centre, ORDER};

/// What of a map is compared, and how much of it must be proposed and right, in percent.
type Compared = (&'static str, fn(&StoreMap) -> BTreeSet<String>, usize, usize);

const PARTS: &[Compared] = &[
    ("people and edges", ownership, 92, 86),
    ("facts", facts, 100, 86),
    ("columns", columns, 69, 87),
];

fn ownership(map: &StoreMap) -> BTreeSet<String> {
    let people = map.tables.iter().filter(|t| t.person.is_some()).map(|t| t.name.clone());
    let edges = map.tables.iter().flat_map(|t| {
        t.edges.iter().map(move |e| {
            let (kind, columns) = (e.kind.word(), e.columns.join("+"));
            format!("{}.{columns} {kind} {} {:?}", t.name, e.of, e.when)
        })
    });
    people.chain(edges).collect()
}

fn facts(map: &StoreMap) -> BTreeSet<String> {
    let known = |t: &abide_policy::map::TableMap| {
        t.known_by
            .iter()
            .map(|k| format!("{}.{} {}", t.name, k.column, k.fact.word()))
            .collect::<Vec<_>>()
    };
    map.tables.iter().flat_map(known).collect()
}

fn columns(map: &StoreMap) -> BTreeSet<String> {
    let named = |t: &abide_policy::map::TableMap| {
        t.columns.iter().map(|c| format!("{}.{}", t.name, c.name)).collect::<Vec<_>>()
    };
    map.tables.iter().flat_map(named).collect()
}

#[test]
fn most_of_the_map_is_proposed_and_the_whole_one_has_no_hole() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(compare(centre.path()));
}

async fn compare(folder: &Path) {
    let store = Sqlite::open("centre", &folder.join("centre.db")).await.unwrap();
    let policy = read_policy(include_str!("../../../service-1.toml")).value.unwrap();
    let hand = read_map(&map(false)).value.unwrap();
    let finder = Finder::default();
    let (schema, evidence) = gather(&store, &finder, &mut |_, _| ()).await.unwrap();
    let empty = StoreMap { tables: Vec::new(), ..hand.clone() };
    let proposed = discover(empty, &schema, &evidence, Some(&policy)).map;
    for (name, part, recall, precision) in PARTS {
        let (wanted, given) = (part(&hand), part(&proposed));
        let right = wanted.intersection(&given).count();
        let told =
            format!("{name}: {right} right of {} wanted, {} proposed", wanted.len(), given.len());
        println!("{told}");
        assert!(right * 100 >= wanted.len() * recall, "{told}: {:#?}", wanted.difference(&given));
        assert!(right * 100 >= given.len() * precision, "{told}: {:#?}", given.difference(&wanted));
    }
    let atlas =
        Atlas::new(vec![Part { map: hand, schema, policy: Some(Arc::new(policy)) }]).unwrap();
    let stores: Vec<Arc<dyn abide_stores::Store>> = vec![Arc::new(store)];
    let today = jiff::civil::date(2026, 11, 26);
    let found = check(&atlas, &stores, &finder, today, &mut |_, _| ()).await.unwrap().findings;
    // The store has been running for longer than its policy allows: that is meant.
    let errors: Vec<String> = found
        .iter()
        .filter(|f| f.severity == Severity::Error && f.what != What::Overdue)
        .map(|f| format!("{} {}", f.place, f.sentence()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(found.iter().any(|f| f.what == What::Overdue));
}

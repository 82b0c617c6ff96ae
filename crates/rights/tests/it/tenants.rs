//! People whose key has several columns, whose name stands in two, and whose numbers have no country code: they are proposed,
//! and found.

use std::collections::BTreeSet;
use std::sync::Arc;

use abide_detect::Finder;
use abide_policy::map::{KnownBy, StoreMap};
use abide_policy::source::{read_map, read_policy};
use abide_policy::vocab::Fact;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::discover::{discover, gather};
use abide_rights::find::{Depth, find};
use abide_rights::identity::Asked;
use abide_rights::reach::Sessions;
use abide_tests::postgres::Postgres as Server;

use crate::discover::ownership;
use crate::world::Base;

const GIVEN: &str =
    "[store]\nid = \"store\"\nkind = \"sqlite\"\nplace = \"store.db\"\npolicy = \"service\"\n";

/// Whoever is numbered within a tenant is somebody, and refers to it; lines of an order and addresses of a customer are not.
const TABLES: [&str; 5] = [
    "CREATE TABLE tenants (id INTEGER PRIMARY KEY, title TEXT)",
    "CREATE TABLE customers (tenant INTEGER NOT NULL REFERENCES tenants (id), no INTEGER NOT NULL, name TEXT NOT NULL,
        name_up TEXT GENERATED ALWAYS AS (upper(name)) STORED, email TEXT, phone TEXT, born DATE, PRIMARY KEY (tenant, no))",
    "CREATE TABLE customer_contacts (tenant INTEGER NOT NULL, no INTEGER NOT NULL, seq INTEGER NOT NULL, name TEXT, email TEXT,
        PRIMARY KEY (tenant, no, seq), FOREIGN KEY (tenant, no) REFERENCES customers (tenant, no))",
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, customer_no INTEGER NOT NULL, total INTEGER,
        FOREIGN KEY (tenant, customer_no) REFERENCES customers (tenant, no))",
    "INSERT INTO tenants VALUES (1, 'north')",
];

fn rows() -> Vec<String> {
    let people = ["Anna Weber", "Peter Schmidt", "Maria Fischer", "Thomas Wagner", "Julia Becker"];
    let rows = people.iter().enumerate().flat_map(|(no, name)| {
        let mail = name.to_lowercase().replace(' ', ".");
        [
            format!(
                "INSERT INTO customers (tenant, no, name, email, phone, born) \
                VALUES (1, {no}, '{name}', '{mail}@example.org', '0171 550000{no}', '1980-03-0{}')",
                no + 1
            ),
            format!(
                "INSERT INTO customer_contacts VALUES (1, {no}, 1, '{name}', '{mail}@example.com')"
            ),
            format!("INSERT INTO orders VALUES ({no}, 1, {no}, 10)"),
        ]
    });
    rows.collect()
}

async fn people_within_tenants(base: Base) {
    for statement in TABLES.into_iter().map(str::to_owned).chain(rows()) {
        base.run(&statement).await.unwrap();
    }
    let store = base.store().await;
    let (schema, evidence) = gather(&*store, &Finder::default(), &mut |_, _| ()).await.unwrap();
    let given = read_map(GIVEN).value.unwrap();
    // Without the policy at hand no country is proposed.
    let map = discover(given, &schema, &evidence, None).map;
    let proposed: BTreeSet<String> = ownership(&map);
    for line in ["customers people", "orders owned-by customers by tenant+customer_no"] {
        assert!(proposed.contains(line), "{line}: {proposed:?}");
    }
    assert!(!proposed.contains("customer_contacts people"), "{proposed:?}");
    let known = map.tables.iter().find(|t| t.name == "customers").unwrap().known_by.clone();
    let names = known.iter().filter(|k| k.fact == Fact::Name).map(|k| k.column.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["name"]);
    assert!(known.iter().all(|k| k.country.is_none()));

    // A map that names both is right too.
    let mut both = map.clone();
    for table in both.tables.iter_mut().filter(|t| t.name == "customers") {
        table.known_by.push(KnownBy {
            fact: Fact::Name,
            column: "name_up".to_owned(),
            country: None,
            exact: false,
        });
    }
    let policy = include_str!("../../../../examples/contact-centre/service-1.toml");
    let policy = Arc::new(read_policy(policy).value.unwrap());
    let atlas = |map: StoreMap| {
        let (schema, policy) = (Arc::clone(&schema), Some(Arc::clone(&policy)));
        Atlas::new(vec![Part { map, schema, policy }]).unwrap()
    };
    for atlas in [atlas(map), atlas(both)] {
        for facts in [&["name=Anna Weber", "born=1980-03-01"][..], &["phone=01715500000"]] {
            let asked = Asked::read(facts.iter().copied(), Some(policy.jurisdiction)).unwrap();
            let stores = [Arc::clone(&store)];
            let mut sessions = Sessions::open(&stores, None).await.unwrap();
            let found = find(&atlas, &mut sessions, &asked, Depth::Anything).await.unwrap();
            assert_eq!(found.len(), 1, "{facts:?}");
        }
    }
}

#[tokio::test]
async fn people_within_tenants_are_proposed_and_found_on_sqlite() {
    people_within_tenants(Base::sqlite()).await;
}

#[tokio::test]
async fn people_within_tenants_are_proposed_and_found_on_postgresql() {
    let Some(server) = Server::start() else { return };
    people_within_tenants(Base::postgres(&server, "tenants")).await;
}

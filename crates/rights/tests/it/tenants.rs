//! People whose key has several columns, whose name stands in two, and whose numbers have no country code: they are proposed,
//! and found. Those who have the same number in another tenant are somebody else: what is theirs stays as it is.

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
use abide_stores::Value;
use abide_tests::postgres::Postgres as Server;

use crate::discover::ownership;
use crate::world::{Base, Ran, World};

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
    "INSERT INTO tenants VALUES (1, 'north'), (2, 'south')",
];

/// Both tenants number their people from the start.
const PEOPLE: [[&str; 5]; 2] = [
    ["Anna Weber", "Peter Schmidt", "Maria Fischer", "Thomas Wagner", "Julia Becker"],
    ["Emil Vogel", "Clara Haas", "Otto Brandt", "Ida Lorenz", "Hugo Krämer"],
];

fn rows() -> Vec<String> {
    let people = PEOPLE.iter().zip(1..).flat_map(|(people, tenant)| {
        people.iter().enumerate().map(move |(no, name)| (tenant, no, name))
    });
    let rows = people.flat_map(|(tenant, no, name)| {
        let mail = name.to_lowercase().replace(' ', ".");
        [
            format!(
                "INSERT INTO customers (tenant, no, name, email, phone, born) VALUES \
                ({tenant}, {no}, '{name}', '{mail}@example.org', '0171 5{tenant}0000{no}', '1980-0{}-0{}')",
                tenant + 2,
                no + 1
            ),
            format!(
                "INSERT INTO customer_contacts VALUES ({tenant}, {no}, 1, '{name}', '{mail}@example.com')"
            ),
            format!("INSERT INTO orders VALUES ({tenant}{no}, {tenant}, {no}, 10)"),
        ]
    });
    rows.collect()
}

/// Every row with its table.
async fn dump(base: &Base) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for table in ["tenants", "customers", "customer_contacts", "orders"] {
        let Ran::Rows(rows) = base.run(&format!("SELECT * FROM {table}")).await.unwrap() else {
            panic!("rows of {table}")
        };
        all.extend(rows.into_iter().map(|row| format!("{table} {row}")));
    }
    all
}

/// Somebody of one tenant is erased, then whoever has the same number in the other.
async fn each_goes_alone(base: &Base, world: &World) {
    let mut left = dump(base).await;
    assert_eq!(left.len(), 2 + 2 * 5 * 3);
    for tenant in [1, 2] {
        let who = world.subject("customers", vec![Value::Integer(tenant), Value::Integer(0)]);
        assert_eq!(world.erase(&[who]).await, (3, 0), "tenant {tenant}");
        let gone = [
            format!("customers {tenant}|0|"),
            format!("customer_contacts {tenant}|0|"),
            format!("orders {tenant}0|"),
        ];
        left.retain(|row| !gone.iter().any(|start| row.starts_with(start)));
        assert_eq!(dump(base).await, left, "tenant {tenant}");
    }
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
    for atlas in [atlas(map.clone()), atlas(both)] {
        for facts in [&["name=Anna Weber", "born=1980-03-01"][..], &["phone=01715100000"]] {
            let asked = Asked::read(facts.iter().copied(), Some(policy.jurisdiction)).unwrap();
            let stores = [Arc::clone(&store)];
            let mut sessions = Sessions::open(&stores, None).await.unwrap();
            let found = find(&atlas, &mut sessions, &asked, Depth::Anything).await.unwrap();
            assert_eq!(found.len(), 1, "{facts:?}");
        }
    }
    let world = World::of(store, map, Some((*policy).clone())).await;
    each_goes_alone(&base, &world).await;
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

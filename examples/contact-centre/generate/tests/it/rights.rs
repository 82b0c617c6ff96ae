//! What an erasure does with the planted people, compared with the truth that is written beside the store.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use abide_policy::source::{read_map, read_policy};
use abide_policy::vocab::Fact;
use abide_rights::atlas::{Atlas, Spot};
use abide_rights::hold::Holds;
use abide_rights::identity::Asked;
use abide_rights::open::{Mapped, open};
use abide_rights::plan::{Fate, Why, decide};
use abide_rights::reach::{Sessions, Subject, reach};
use abide_stores::{Store, Value};
use serde_json::Value as Json;

use crate::common::{Centre, ORDER};

pub(crate) const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

/// A row by its table and the texts of its key.
pub(crate) type Named = (String, Vec<String>);

pub(crate) struct Town {
    pub(crate) atlas: Atlas,
    pub(crate) stores: Vec<Arc<dyn Store>>,
    truth: Json,
}

impl Town {
    /// Opens a centre; `address` is that of its database, where it is no file.
    pub(crate) async fn new(folder: &Path, address: Option<&str>) -> Self {
        let policy = read_policy(include_str!("../../../service-1.toml")).value.map(Arc::new);
        let read = |name: &str| {
            let map = read_map(&std::fs::read_to_string(folder.join(name)).unwrap()).value.unwrap();
            Mapped { map, folder: folder.to_owned(), policy: policy.clone() }
        };
        let address = address.map(str::to_owned);
        let variable = move |_: &str| address.clone();
        let (atlas, stores) =
            open(vec![read("centre.toml"), read("files.toml")], &variable).await.unwrap();
        let truth = std::fs::read_to_string(folder.join("truth.json")).unwrap();
        Self { atlas, stores, truth: serde_json::from_str(&truth).unwrap() }
    }

    fn subject(&self, entries: &Json) -> Subject {
        let rows = entries.as_array().unwrap().iter().map(|entry| {
            let table = self.atlas.parts[0].schema.table(entry["table"].as_str().unwrap()).unwrap();
            (Spot { store: 0, table }, vec![Value::Integer(entry["key"]["id"].as_i64().unwrap())])
        });
        Subject { rows: rows.collect() }
    }

    /// The rows of the database that belong to somebody, and what becomes of each.
    async fn fates(&self, subject: Subject) -> BTreeMap<Named, Fate> {
        let mut sessions = Sessions::open(&self.stores, None).await.unwrap();
        let rows = reach(&self.atlas, &mut sessions, &[subject]).await.unwrap();
        let fates = decide(&self.atlas, &mut sessions, rows, TODAY, Holds::none()).await.unwrap();
        let mut named = BTreeMap::new();
        for (at, fate) in &fates.of {
            let row = &fates.rows.all[*at];
            if row.spot.store == 0 && row.is_owned() {
                let table = self.atlas.table(row.spot).unwrap();
                let key = row.values(&self.atlas, &table.key).unwrap();
                let key = key.iter().map(|v| v.text().unwrap().into_owned()).collect();
                named.insert((table.name.clone(), key), fate.clone());
            }
        }
        named
    }

    /// The rows that the truth lists, with keys in the order of the table.
    pub(crate) fn listed(&self, list: &Json) -> BTreeSet<Named> {
        let one = |row: &Json| {
            let name = row["table"].as_str().unwrap();
            let schema = &self.atlas.parts[0].schema;
            let table = &schema.tables[schema.table(name).unwrap()];
            let value = |column: &usize| match &row["key"][&table.columns[*column].name] {
                Json::String(text) => text.clone(),
                other => other.to_string(),
            };
            (name.to_owned(), table.key.iter().map(value).collect())
        };
        list.as_array().unwrap().iter().map(one).collect()
    }
}

#[test]
fn planted_people_lose_what_is_theirs_and_nothing_else() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(compare(centre.path()));
}

async fn compare(folder: &Path) {
    let town = Town::new(folder, None).await;
    let mut wrong = Vec::new();
    for case in town.truth["cases"].as_array().unwrap() {
        let name = case["case"].as_str().unwrap();
        for person in case["people"].as_array().unwrap() {
            let fates = town.fates(town.subject(&person["entries"])).await;
            let [alone, shared, stays] =
                ["alone", "shared", "stays"].map(|list| town.listed(&person[list]));
            let listed: BTreeSet<&Named> = alone.iter().chain(&shared).chain(&stays).collect();
            let reached: BTreeSet<&Named> = fates.keys().collect();
            for (what, row) in
                [("missed", listed.difference(&reached)), ("too much", reached.difference(&listed))]
                    .into_iter()
                    .flat_map(|(w, rows)| rows.map(move |r| (w, *r)))
            {
                wrong.push(format!("{name}: {what} {row:?}"));
            }
            for (row, fate) in &fates {
                let right = match fate {
                    Fate::Delete | Fate::Change(_, Why::Rule | Why::Referred) => {
                        alone.contains(row)
                    }
                    // What must stay may also be somebody else's.
                    Fate::Share | Fate::Change(_, Why::Others) => {
                        shared.contains(row) || stays.contains(row)
                    }
                    Fate::Keep(_) => stays.contains(row),
                    Fate::Change(_, Why::LetsGo | Why::Asked | Why::Tied) => false,
                };
                if !right && listed.contains(row) {
                    wrong.push(format!("{name}: {row:?} {fate:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn planted_people_are_found_and_those_who_share_are_asked_about() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(ask(centre.path()));
}

async fn ask(folder: &Path) {
    let town = Town::new(folder, None).await;
    let (mut asked, mut wrong) = (0, Vec::new());
    for case in town.truth["cases"].as_array().unwrap() {
        for question in case["asks"].as_array().unwrap() {
            let facts: Vec<String> = question["identities"]
                .as_array()
                .unwrap()
                .iter()
                .map(|i| {
                    format!("{}={}", i["fact"].as_str().unwrap(), i["value"].as_str().unwrap())
                })
                .collect();
            // A name alone is refused before anybody is looked for.
            let Ok(facts) = Asked::read(facts.iter().map(String::as_str), "DE".parse().ok()) else {
                assert!(!question["certain"].as_bool().unwrap());
                continue;
            };
            asked += 1;
            let mut sessions = Sessions::open(&town.stores, None).await.unwrap();
            let found = abide_rights::find::find(
                &town.atlas,
                &mut sessions,
                &facts,
                abide_rights::find::Depth::Spellings,
            )
            .await
            .unwrap();
            let names: BTreeSet<_> = found
                .iter()
                .filter(|c| c.by.contains(&Fact::Name))
                .map(|c| c.tables.len())
                .collect();
            if question["identities"].to_string().contains("\"name\"") {
                assert!(!names.is_empty(), "whoever settles sees who has the name, too");
            }
            let found: BTreeSet<_> = found.into_iter().flat_map(|c| c.subject.rows).collect();
            // A merged entry finds the person whose entry it is.
            let merged = case["case"] == "merged";
            let first = if merged { &case["people"][0]["entries"] } else { &question["finds"] };
            let mut wanted: BTreeSet<_> = town.subject(first).rows.into_iter().collect();
            if merged {
                wanted = wanted.into_iter().take(1).collect();
            }
            let certain = question["certain"].as_bool().unwrap();
            let is_right =
                if certain { found == wanted } else { found.len() > 1 && wanted.is_subset(&found) };
            if !is_right {
                wrong.push(format!("{}: {facts:?}: {found:?} instead of {wanted:?}", case["case"]));
            }
        }
    }
    assert!(asked > 15, "{asked}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

//! Legal holds while an erasure is planned: what must stay because a claim may need it (GDPR Art. 17(3)(e), 18(2)).
//!
//! Owns: telling by a person's row that they are under a hold, whoever asks for erasure, and what a hold covers. Leaves to others:
//! where holds are kept (`abide-records`), placing and lifting them ([`crate::desk::holds`]), what becomes of rows
//! ([`crate::plan`]).
//!
//! Who is under a hold is found as our own tables find people: by marks of what they are known by, and a telephone number alone
//! does not connect people who are known by something else that differs.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::map::TableMap;
use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_records::holds::Hold;
use abide_records::people::Keyed;
use abide_stores::Row;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::atlas::{Atlas, Spot};
use crate::desk::keyed;
use crate::find::People;
use crate::identity::{Asked, Keys};
use crate::own::are_theirs;
use crate::plan::{Because, Kept};
use crate::reach::{Reached, Rows, SubjectAt};

/// What a hold covers: everything of the person's if nothing is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Covers {
    /// Stores (`centre`) and tables (`centre.calls`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<String>,
    /// Statements of the policy: tables whose data falls under one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}

impl Covers {
    /// Whether nothing is left out.
    #[must_use]
    pub const fn is_everything(&self) -> bool {
        self.tables.is_empty() && self.statements.is_empty()
    }

    /// Whether a table is covered.
    #[must_use]
    pub fn has(&self, atlas: &Atlas, spot: Spot) -> bool {
        let named = |name: &String| {
            let store = atlas.parts.get(spot.store).is_some_and(|p| p.map.id.as_str() == name);
            store || atlas.name(spot) == *name
        };
        let under = |map: &TableMap| {
            statements(map).any(|id| self.statements.iter().any(|said| said == id.as_str()))
        };
        self.is_everything()
            || self.tables.iter().any(named)
            || atlas.mapped(spot).is_some_and(under)
    }

    /// The first name that is no store, no table and no statement of the maps.
    #[must_use]
    pub fn unknown(&self, atlas: &Atlas) -> Option<&str> {
        let stores = atlas.parts.iter().map(|part| part.map.id.to_string());
        let tables = atlas.parts.iter().flat_map(|part| {
            part.map.tables.iter().map(move |table| format!("{}.{}", part.map.id, table.name))
        });
        let places: BTreeSet<String> = stores.chain(tables).collect();
        let maps = atlas.parts.iter().flat_map(|part| &part.map.tables);
        let known: BTreeSet<&str> = maps.flat_map(statements).map(Id::as_str).collect();
        let place = self.tables.iter().find(|name| !places.contains(*name));
        let statement = self.statements.iter().find(|id| !known.contains(id.as_str()));
        place.or(statement).map(String::as_str)
    }
}

/// The statements under which data of a table falls, or is kept.
fn statements(map: &TableMap) -> impl Iterator<Item = &Id> {
    let columns = map.columns.iter().filter_map(|column| column.statement.as_ref());
    map.statement.iter().chain(&map.keep).chain(columns)
}

/// Whether a hold is on the person with these marks.
pub(crate) fn is_on(hold: &Hold, marks: &[(Fact, Keyed)]) -> bool {
    let common = hold.who.iter().any(|(_, who)| marks.iter().any(|m| m.1.hash == who.hash));
    common && are_theirs(&hold.who, marks)
}

/// The holds that stand, with what tells whom they are on.
#[derive(Debug)]
pub struct Holds {
    list: Vec<(Hold, Covers)>,
    keys: Option<Keys>,
    /// By person: the marks of what they stated, and of what they were known by when a request was opened.
    stated: Vec<Vec<(Fact, Keyed)>>,
    /// The day on which they stand, if these are all that do.
    day: Option<Date>,
}

static NONE: Holds = Holds { list: Vec::new(), keys: None, stated: Vec::new(), day: None };

impl Holds {
    /// None.
    #[must_use]
    pub fn none() -> &'static Self {
        &NONE
    }

    /// These, for people of whom these marks are known beside their rows. `day` is the day on which they stand, if these are all
    /// that do.
    pub(crate) fn new(
        list: Vec<Hold>,
        keys: Option<&Keys>,
        stated: Vec<Vec<(Fact, Keyed)>>,
        day: Option<Date>,
    ) -> Self {
        let read = |hold: Hold| {
            // What cannot be read covers everything: nothing is lost by that.
            let covers = serde_json::from_str(hold.covers.as_str()).unwrap_or_default();
            (hold, covers)
        };
        let list = list.into_iter().map(read);
        Self { list: list.collect(), keys: keys.cloned(), stated, day }
    }

    /// The day on which they stand, if these are all that do.
    pub(crate) const fn day(&self) -> Option<Date> {
        self.day
    }

    /// Their ids, in order.
    #[must_use]
    pub fn ids(&self) -> Vec<Id> {
        let ids: BTreeSet<&Id> = self.list.iter().map(|(hold, _)| &hold.id).collect();
        ids.into_iter().cloned().collect()
    }

    /// Why one of them was placed.
    #[must_use]
    pub fn reason(&self, id: &Id) -> Option<&str> {
        let found = self.list.iter().find(|(hold, _)| hold.id == *id);
        found.map(|(hold, _)| hold.reason.as_str())
    }

    /// The numbers of those on the person with these marks.
    fn on(&self, marks: &[(Fact, Keyed)]) -> BTreeSet<usize> {
        let on = |(_, one): &(usize, &(Hold, Covers))| is_on(&one.0, marks);
        self.list.iter().enumerate().filter(on).map(|(at, _)| at).collect()
    }

    /// Of a row that is a person: the marks of what they are known by in it.
    fn marks(&self, atlas: &Atlas, row: &Reached) -> Vec<(Fact, Keyed)> {
        let people = People::of(atlas, row.spot);
        let values = people.want.iter().map(|c| row.value(atlas, *c).cloned().unwrap_or_default());
        let known = Row { key: row.key.clone(), values: values.collect() };
        let Ok(asked) = Asked::of(people.facts(known).collect()) else { return Vec::new() };
        let marks = self.keys.iter().flat_map(|keys| keys.lookups(&asked));
        marks.filter_map(|mark| keyed(&mark)).collect()
    }

    /// Those on somebody whose row this is.
    pub(crate) fn on_row(&self, atlas: &Atlas, row: &Reached) -> BTreeSet<usize> {
        if self.list.is_empty() || !atlas.is_people(row.spot) {
            return BTreeSet::new();
        }
        self.on(&self.marks(atlas, row))
    }

    /// Notes on every row of people who are under a hold that it is.
    pub(crate) fn note(&self, atlas: &Atlas, rows: &mut Rows) {
        if self.list.is_empty() {
            return;
        }
        let mut marks: BTreeMap<SubjectAt, Vec<(Fact, Keyed)>> =
            self.stated.iter().cloned().enumerate().collect();
        for row in rows.all.iter().filter(|row| row.is_subject(atlas)) {
            let known = self.marks(atlas, row);
            for claim in row.claims.iter().filter(|claim| claim.owned) {
                marks.entry(claim.subject).or_default().extend(known.iter().cloned());
            }
        }
        let on: BTreeMap<SubjectAt, BTreeSet<usize>> =
            marks.into_iter().map(|(person, marks)| (person, self.on(&marks))).collect();
        for (at, row) in rows.all.iter().enumerate() {
            let owners = row.claims.iter().filter(|claim| claim.owned);
            let held: BTreeSet<usize> =
                owners.filter_map(|c| on.get(&c.subject)).flatten().copied().collect();
            if !held.is_empty() {
                rows.holds.extend(&held);
                rows.held.entry(at).or_default().extend(held);
            }
        }
    }

    /// Why a row stays that is under these: of those that cover its table, the one that lasts longest.
    pub(crate) fn keeps(
        &self,
        atlas: &Atlas,
        spot: Spot,
        rows: &Rows,
        held: &BTreeSet<usize>,
    ) -> Option<Kept> {
        let all = held.iter().filter_map(|at| Some((*at, self.list.get(*at)?)));
        let covering = all.filter(|(_, (_, covers))| covers.has(atlas, spot));
        let lasts = |hold: &Hold| hold.until.unwrap_or(Date::MAX);
        let last =
            covering.max_by_key(|(at, (hold, _))| (lasts(hold), rows.holds.contains(at), *at));
        let (at, (hold, _)) = last?;
        let id = hold.id.clone();
        let own = rows.holds.contains(&at);
        let why = if own { Because::Hold(id) } else { Because::OthersHold(id) };
        Some(Kept { why, until: hold.until })
    }
}

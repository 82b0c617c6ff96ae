//! The maps of all stores, resolved against what the stores say about themselves.
//!
//! Owns: names become numbers, edges become [`Flow`]s in one direction. Leaves to others: the map files (`abide-policy`),
//! walking along flows ([`crate::reach`]), what is wrong beyond names that do not exist ([`crate::check`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use abide_policy::map::{Edge, StoreMap, TableMap, When};
use abide_policy::model::Policy;
use abide_policy::vocab::{Direction, Erasure, Fact, StoreKind, Treatment};
use abide_stores::schema::{Column, Family, Table};
use abide_stores::{Collation, ColumnAt, Schema, Value};

mod along;
mod heirs;

/// A table of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// The number of the store.
    pub store: usize,
    /// The number of the table in the store's schema.
    pub table: usize,
}

/// One store with its map and its schema.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the organisation says about it.
    pub map: StoreMap,
    /// What it says about itself.
    pub schema: Arc<Schema>,
    /// The policy under which its data falls, in the version in force.
    pub policy: Option<Arc<Policy>>,
}

/// A way along which rows become a person's: from a row of `source` to the rows of `target` with the same values.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Where it starts.
    pub source: Spot,
    /// The columns there.
    pub source_columns: Vec<ColumnAt>,
    /// It holds only for rows there with these values.
    pub source_when: Vec<(ColumnAt, String)>,
    /// Where it leads.
    pub target: Spot,
    /// The columns there, in the order of `source_columns`.
    pub target_columns: Vec<ColumnAt>,
    /// It holds only for rows there with these values.
    pub target_when: Vec<(ColumnAt, String)>,
    /// The rows there are the person's own; else the person may only see them.
    pub owns: bool,
    /// The reference is in the row to which it leads.
    pub refers_back: bool,
    /// A foreign key says the same: the store itself holds both ends together, and knows which values are equal.
    pub bound: bool,
    /// The person called, where the row there has these values; `None` if the map does not say so.
    pub caller: Option<Vec<(ColumnAt, String)>>,
    /// The columns of the target that tell about this person and nobody else.
    pub about: Vec<ColumnAt>,
    /// The columns of the target that the person does not see.
    pub hide: Vec<ColumnAt>,
    /// What happens to a row there that belongs to the erased person alone.
    pub erase: Erasure,
    /// The edge itself says that rows stay without the person, also while they must be kept: what keeps them wants the rest.
    pub anonymizes: bool,
}

impl Flow {
    /// Whether rows are looked for along it as the store compares references.
    pub(crate) const fn refers(&self) -> bool {
        self.bound && self.refers_back
    }

    /// The columns where it starts and where it leads, pair by pair.
    fn pairs<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = (&'a Column, &'a Column)> {
        let column = |spot: Spot, at: &ColumnAt| atlas.table(spot)?.columns.get(*at);
        let pairs = self.source_columns.iter().zip(&self.target_columns);
        pairs.filter_map(move |(from, to)| column(self.source, from).zip(column(self.target, to)))
    }

    /// Whether the columns where it starts are compared without case, and those where it leads are not: by their numbers in it, with how
    /// they are compared where it starts.
    pub(crate) fn loses_case(&self, atlas: &Atlas) -> impl Iterator<Item = (usize, Collation)> {
        let loses = self.pairs(atlas).enumerate().filter_map(|(number, (from, to))| {
            // Only what is called so is compared so: the type's schema is searched.
            let is = match to.collation {
                Collation::Citext if to.native != "citext" => Collation::Written,
                is => is,
            };
            let is_text = matches!(to.family, Family::Text(_) | Family::Other);
            // SQLite is asked to compare what refers as it checks it.
            let checked = self.bound && from.collation == Collation::NoCase;
            let loses = from.collation.is_caseless() && is_text && !checked;
            (loses && !is.includes(from.collation)).then_some((number, from.collation))
        });
        loses.collect::<Vec<_>>().into_iter()
    }

    /// Whether rows to which it leads may be found from several rows where it starts, for more is equal where it leads.
    fn gains_case(&self, atlas: &Atlas) -> bool {
        let gains = |(from, to): (&Column, &Column)| {
            let checked = self.bound && to.collation != Collation::Citext;
            // Nobody gives `1` and `1.0` to two people.
            let by_value = to.collation == Collation::Numbers;
            !checked && !by_value && !from.collation.includes(to.collation)
        };
        self.pairs(atlas).any(gains)
    }
}

/// A column by which a person is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where.
    pub spot: Spot,
    /// Which column.
    pub column: ColumnAt,
    /// Which fact it holds.
    pub fact: Fact,
    /// The country whose notation telephone numbers without a country code are in; the policy's if the map says none.
    pub country: Option<abide_policy::text::Country>,
    /// Every value is written in the usual way: an index finds all that say the same.
    pub exact: bool,
}

/// A name in a map that the store does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the map of `{store}` names `{name}`, which the store does not have: correct the name, or take it out of the map"
)]
pub struct Unknown {
    /// Which store.
    pub store: String,
    /// The table, or `table.column`.
    pub name: String,
}

/// All maps, resolved; by default none.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// The stores.
    pub parts: Vec<Part>,
    /// The ways along which rows become a person's.
    pub flows: Vec<Flow>,
    /// By what people are known.
    pub known: Vec<Known>,
    leaving: BTreeMap<Spot, Vec<usize>>,
    arriving: BTreeMap<Spot, Vec<usize>>,
    core: BTreeMap<Spot, Vec<ColumnAt>>,
    shared: BTreeSet<Spot>,
    naming_by_itself: BTreeSet<(Spot, ColumnAt)>,
}

impl Atlas {
    /// Resolves maps.
    ///
    /// # Errors
    /// Every name that a store does not have.
    pub fn new(parts: Vec<Part>) -> Result<Self, Vec<Unknown>> {
        let mut made = Self {
            parts,
            flows: Vec::new(),
            known: Vec::new(),
            leaving: BTreeMap::new(),
            arriving: BTreeMap::new(),
            core: BTreeMap::new(),
            shared: BTreeSet::new(),
            naming_by_itself: BTreeSet::new(),
        };
        let mut unknown = Vec::new();
        for store in 0..made.parts.len() {
            made.resolve(store, &mut unknown);
        }
        if !unknown.is_empty() {
            return Err(unknown);
        }
        for (at, flow) in made.flows.iter().enumerate() {
            made.leaving.entry(flow.source).or_default().push(at);
            made.arriving.entry(flow.target).or_default().push(at);
        }
        made.find_core();
        made.find_naming_by_itself();
        made.find_shared();
        Ok(made)
    }

    /// The table of a spot, as the store describes it.
    #[must_use]
    pub fn table(&self, spot: Spot) -> Option<&Table> {
        self.parts.get(spot.store)?.schema.tables.get(spot.table)
    }

    /// What the map says about a table.
    #[must_use]
    pub fn mapped(&self, spot: Spot) -> Option<&TableMap> {
        let (part, table) = (self.parts.get(spot.store)?, self.table(spot)?);
        part.map.tables.iter().find(|t| t.name == table.name)
    }

    /// Whether the rows of a table are files that somebody listens to or looks at: they have no text of which a person could be
    /// taken out.
    #[must_use]
    pub fn has_recordings(&self, spot: Spot) -> bool {
        let files = self.parts.get(spot.store).is_some_and(|p| p.map.kind == StoreKind::Files);
        let has = |name: &str| self.table(spot).is_some_and(|t| t.column(name).is_some());
        files && has("size") && has("type") && !has("content") && !has("text")
    }

    /// The name of a table with its store: `centre.calls`.
    #[must_use]
    pub fn name(&self, spot: Spot) -> String {
        let store = self.parts.get(spot.store).map_or("?", |p| p.map.id.as_str());
        format!("{store}.{}", self.table(spot).map_or("?", |t| t.name.as_str()))
    }

    /// Whether each row of a table is a person.
    #[must_use]
    pub fn is_people(&self, spot: Spot) -> bool {
        self.mapped(spot).is_some_and(|t| t.person.is_some())
    }

    /// The columns by which a row is remembered: its primary key if that still names it tomorrow; else, where rows are people, the
    /// first number of the organisation's by which they are known. Rows with the same number are then the same person.
    #[must_use]
    pub fn naming(&self, spot: Spot) -> Vec<ColumnAt> {
        let key = self.table(spot).filter(|t| t.has_lasting_key()).map(|t| t.key.clone());
        let known = || self.known.iter().find(|k| k.spot == spot && k.fact == Fact::Id);
        key.unwrap_or_else(|| known().map(|k| k.column).into_iter().collect())
    }

    /// Whether a row goes by a column: it is of the primary key, or of what else names it.
    pub(crate) fn names_rows(&self, spot: Spot, column: ColumnAt) -> bool {
        let is_key = self.table(spot).is_some_and(|table| table.key.contains(&column));
        is_key || self.naming(spot).contains(&column)
    }

    /// What names a row, by its values: the values of [`Atlas::naming`]. Where one is empty and the store numbers such rows, so
    /// many texts that say so and the number: it is longer than any key, so that neither is taken for the other.
    pub(crate) fn name_of(
        &self,
        spot: Spot,
        value: impl Fn(ColumnAt) -> Option<Value>,
    ) -> Vec<Value> {
        let naming = self.naming(spot);
        let key: Vec<Value> = naming.iter().map(|c| value(*c).unwrap_or_default()).collect();
        let number = self.table(spot).and_then(Table::number).filter(|_| !naming.is_empty());
        match number.and_then(value).filter(|_| key.iter().any(Value::is_null)) {
            Some(number) => naming.iter().map(|_| "rowid".into()).chain([number]).collect(),
            None => key,
        }
    }

    /// Whether a name of a row in a file names none: its `id` is empty. Where it lies is no name, for that changes.
    pub(crate) fn is_nameless(&self, spot: Spot, name: &[Value]) -> bool {
        let is_blank = |value: &Value| value.text().is_none_or(|text| text.trim().is_empty());
        self.table(spot).is_some_and(Table::has_places) && name.iter().any(is_blank)
    }

    /// By which columns, and values of them, a row is looked for that goes by a name; by what the store itself calls it where nothing else
    /// names it. `None` if its table has no such names (any more).
    pub(crate) fn named(&self, spot: Spot, name: &[Value]) -> Option<(Vec<ColumnAt>, Vec<Value>)> {
        let naming = self.naming(spot);
        if naming.is_empty() || name.len() == naming.len() {
            return Some((naming, name.to_vec()));
        }
        let number = self.table(spot).and_then(Table::number)?;
        let last = name.last().filter(|_| name.len() == naming.len() + 1)?;
        Some((vec![number], vec![last.clone()]))
    }

    /// Tables of people whose rows nothing names that lasts: whoever a request is about must still be the same tomorrow. Named
    /// as what the store does not have.
    #[must_use]
    pub fn without_lasting_key(&self) -> Vec<Unknown> {
        let spots = self.parts.iter().enumerate().flat_map(|(store, part)| {
            (0..part.schema.tables.len()).map(move |table| Spot { store, table })
        });
        let moves = |s: &Spot| self.naming(*s).is_empty();
        let named = |s: Spot| {
            let store = self.parts.get(s.store)?.map.id.to_string();
            let name = format!("a key that lasts (or known-by `id`) of {}", self.name(s));
            Some(Unknown { store, name })
        };
        spots.filter(|s| self.is_people(*s) && moves(s)).filter_map(named).collect()
    }

    /// The flows that start at a table.
    pub fn leaving(&self, spot: Spot) -> impl Iterator<Item = (usize, &Flow)> {
        self.numbered(self.leaving.get(&spot))
    }

    /// The flows that lead to a table.
    pub fn arriving(&self, spot: Spot) -> impl Iterator<Item = (usize, &Flow)> {
        self.numbered(self.arriving.get(&spot))
    }

    fn numbered<'a>(
        &'a self,
        list: Option<&'a Vec<usize>>,
    ) -> impl Iterator<Item = (usize, &'a Flow)> {
        list.into_iter().flatten().filter_map(|at| Some((*at, self.flows.get(*at)?)))
    }

    /// The columns of a table that are remembered of each row that is reached: keys, references, what flows use.
    #[must_use]
    pub fn core(&self, spot: Spot) -> &[ColumnAt] {
        self.core.get(&spot).map_or(&[], Vec::as_slice)
    }

    /// Whether a row of this table can belong to several people.
    #[must_use]
    pub fn may_be_shared(&self, spot: Spot) -> bool {
        self.shared.contains(&spot)
    }

    /// A table's reference to itself by which a row is the same person as another: merged duplicates.
    #[must_use]
    pub fn merges(&self, flow: &Flow) -> bool {
        flow.owns && flow.source == flow.target && flow.refers_back && self.is_people(flow.source)
    }

    /// What becomes of a column when its row stays without its person, as far as the map says. Who is erased is taken out of
    /// conversations and transcripts also where it says nothing.
    #[must_use]
    pub fn treatment(&self, spot: Spot, column: ColumnAt) -> Option<Treatment> {
        let described = self.table(spot)?.columns.get(column)?;
        let listed = self.mapped(spot)?.columns.iter().find(|c| c.name == described.name);
        let natural = described.is_text_of_file().then_some(Treatment::Redact);
        listed.and_then(|c| c.erase).or(natural)
    }

    /// The columns of a table with texts out of which people are taken one by one.
    pub(crate) fn texts(&self, spot: Spot) -> impl Iterator<Item = ColumnAt> + '_ {
        let columns = self.table(spot).map_or(0, |t| t.columns.len());
        (0..columns).filter(move |c| self.treatment(spot, *c) == Some(Treatment::Redact))
    }

    fn resolve(&mut self, store: usize, unknown: &mut Vec<Unknown>) {
        let Some(part) = self.parts.get(store).cloned() else { return };
        let mut names = Names { atlas: self, store, unknown };
        let (mut flows, mut known) = (Vec::new(), Vec::new());
        for map in &part.map.tables {
            let Some(spot) = names.table(store, &map.name) else { continue };
            flows.extend(map.edges.iter().filter_map(|edge| names.flow(spot, map, edge)));
            for by in &map.known_by {
                let column = names.column(spot, &by.column);
                known.extend(column.map(|column| Known {
                    spot,
                    column,
                    fact: by.fact,
                    // Who asks states a number as it is written in the policy's country: so it is stored, unless the map says else.
                    country: by.country.or_else(|| {
                        let policy = part.policy.as_ref().filter(|_| by.fact == Fact::Phone)?;
                        Some(policy.jurisdiction)
                    }),
                    exact: by.exact || by.fact == Fact::Id,
                }));
            }
            let days = map.since.iter().chain(&map.period_from);
            let rest = map.columns.iter().map(|c| &c.name).chain(days).chain(&map.duration);
            for name in rest {
                let _ = names.column(spot, name);
            }
        }
        self.flows.extend(flows);
        self.known.extend(known);
    }

    /// Whether a value in a column tells by itself who a person is, wherever it stands: an address, a telephone number, a name, or a
    /// reference to a column that holds one. A number of the organisation's tells nothing once its person is gone.
    pub(crate) fn names_by_itself(&self, spot: Spot, column: ColumnAt) -> bool {
        self.naming_by_itself.contains(&(spot, column))
    }

    /// Whether rows that refer to a column become others when it changes: they are of others too, and no plan would count them.
    pub(crate) fn carries_others(&self, spot: Spot, column: ColumnAt) -> bool {
        let part = self.parts.get(spot.store);
        let mut pointing = part.into_iter().flat_map(|part| part.schema.pointing_at(spot.table));
        pointing.any(|(_, refers)| refers.on_update.acts() && refers.to_columns.contains(&column))
    }

    fn find_naming_by_itself(&mut self) {
        let by = self.known.iter().filter(|known| known.fact != Fact::Id);
        let mut open: Vec<(Spot, ColumnAt)> = by.map(|known| (known.spot, known.column)).collect();
        while let Some((to, column)) = open.pop() {
            if !self.naming_by_itself.insert((to, column)) {
                continue;
            }
            let Some(part) = self.parts.get(to.store) else { continue };
            for (table, reference) in part.schema.pointing_at(to.table) {
                let pairs = reference.to_columns.iter().zip(&reference.columns);
                let from = pairs.filter(|(there, _)| **there == column);
                open.extend(from.map(|(_, here)| (Spot { store: to.store, table }, *here)));
            }
        }
    }

    fn find_core(&mut self) {
        let mut core: BTreeMap<Spot, BTreeSet<ColumnAt>> = BTreeMap::new();
        for (store, part) in self.parts.iter().enumerate() {
            for (table, described) in part.schema.tables.iter().enumerate() {
                let own = core.entry(Spot { store, table }).or_default();
                own.extend(described.key.iter().copied().chain(described.number()));
                own.extend(described.references.iter().flat_map(|r| &r.columns));
                for (from, reference) in part.schema.pointing_at(table) {
                    let _ = from;
                    own.extend(&reference.to_columns);
                }
                if let Some(map) = self.mapped(Spot { store, table }) {
                    let told = map.since.iter().chain(&map.period_from).chain(&map.duration);
                    own.extend(told.filter_map(|name| described.column(name)));
                }
            }
        }
        for flow in &self.flows {
            core.entry(flow.source).or_default().extend(&flow.source_columns);
            core.entry(flow.source).or_default().extend(flow.source_when.iter().map(|(c, _)| c));
            core.entry(flow.target).or_default().extend(&flow.target_columns);
            let told = flow.target_when.iter().chain(flow.caller.iter().flatten());
            core.entry(flow.target).or_default().extend(told.map(|(c, _)| c));
        }
        for known in &self.known {
            core.entry(known.spot).or_default().insert(known.column);
        }
        self.core = core.into_iter().map(|(spot, set)| (spot, set.into_iter().collect())).collect();
    }

    /// A row has one owner for sure if one reference in it says so, to something unique, and what that refers to has one owner
    /// for sure.
    fn find_shared(&mut self) {
        let owning = |spot: Spot| -> Vec<&Flow> {
            self.arriving(spot).map(|(_, f)| f).filter(|f| f.owns && !self.merges(f)).collect()
        };
        let spots: BTreeSet<Spot> = self.flows.iter().map(|f| f.target).collect();
        let several = |spot: &Spot| {
            let flows = owning(*spot);
            let people = usize::from(self.is_people(*spot));
            let unique = |f: &&Flow| {
                self.table(f.source).is_some_and(|t| t.are_unique(&f.source_columns))
                    || self.naming(f.source) == f.source_columns
            };
            let one = |f: &&Flow| f.refers_back && unique(f) && !f.gains_case(self);
            flows.len() + people > 1 || !flows.iter().all(one)
        };
        let mut shared: BTreeSet<Spot> = spots.iter().copied().filter(|s| several(s)).collect();
        loop {
            let inherits = |spot: &&Spot| {
                !shared.contains(spot) && owning(**spot).iter().any(|f| shared.contains(&f.source))
            };
            let more: Vec<Spot> = spots.iter().filter(inherits).copied().collect();
            if more.is_empty() {
                break;
            }
            shared.extend(more);
        }
        self.shared = shared;
    }
}

/// Looks names up and collects those that do not exist.
struct Names<'a> {
    atlas: &'a Atlas,
    store: usize,
    unknown: &'a mut Vec<Unknown>,
}

impl Names<'_> {
    fn miss(&mut self, name: String) {
        let store =
            self.atlas.parts.get(self.store).map_or_else(String::new, |p| p.map.id.to_string());
        self.unknown.push(Unknown { store, name });
    }

    fn table(&mut self, store: usize, name: &str) -> Option<Spot> {
        let part = self.atlas.parts.get(store);
        let found = part.and_then(|part| {
            let table = part.schema.table(name)?;
            part.schema.tables.get(table).is_some_and(|t| !t.is_view()).then_some(table)
        });
        if found.is_none() {
            self.miss(name.to_owned());
        }
        found.map(|table| Spot { store, table })
    }

    fn column(&mut self, spot: Spot, name: &str) -> Option<ColumnAt> {
        let table = self.atlas.table(spot)?;
        let found = table.column(name);
        if found.is_none() {
            self.miss(format!("{}.{name}", table.name));
        }
        found
    }

    fn columns(&mut self, spot: Spot, names: &[String]) -> Option<Vec<ColumnAt>> {
        // All of them first, so that every name that is missing is told.
        let found: Vec<Option<ColumnAt>> = names.iter().map(|n| self.column(spot, n)).collect();
        found.into_iter().collect()
    }

    fn when(&mut self, spot: Spot, conditions: &[When]) -> Option<Vec<(ColumnAt, String)>> {
        let mut when = Vec::new();
        for condition in conditions {
            when.push((self.column(spot, &condition.column)?, condition.is.clone()));
        }
        Some(when)
    }

    fn flow(&mut self, here: Spot, map: &TableMap, edge: &Edge) -> Option<Flow> {
        let there = self.store_of(edge).and_then(|store| self.table(store, &edge.of))?;
        let columns = self.columns(here, &edge.columns)?;
        let of_columns = match edge.of_columns.as_slice() {
            [] => self.atlas.table(there)?.key.clone(),
            names => self.columns(there, names)?,
        };
        if of_columns.len() != columns.len() {
            self.miss(format!("{} (as the key of `{}`)", edge.columns.join(", "), edge.of));
            return None;
        }
        let when = self.when(here, &edge.when)?;
        let caller = match &edge.caller {
            Some(caller) => Some(self.when(here, caller)?),
            None => None,
        };
        let refers_back = matches!(edge.kind, Direction::OwnedBy | Direction::AccessedBy);
        let target = if refers_back { here } else { there };
        let (about, hide) = (self.columns(target, &edge.about)?, self.columns(target, &edge.hide)?);
        let owns = matches!(edge.kind, Direction::OwnedBy | Direction::Owns);
        let whole = if refers_back { Some(map) } else { self.atlas.mapped(there) };
        let bound = self.is_bound((here, &columns), (there, &of_columns));
        let anonymizes = edge.erase == Some(Erasure::Anonymize);
        let erase = edge.erase.or(whole.map(|t| t.erase)).unwrap_or(Erasure::Delete);
        let ((source, source_columns, source_when), (target, target_columns, target_when)) =
            if refers_back {
                ((there, of_columns, Vec::new()), (here, columns, when))
            } else {
                ((here, columns, when), (there, of_columns, Vec::new()))
            };
        Some(Flow {
            source,
            source_columns,
            source_when,
            target,
            target_columns,
            target_when,
            owns,
            refers_back,
            bound,
            caller: caller.filter(|_| refers_back),
            about,
            hide,
            erase,
            anonymizes,
        })
    }

    /// Whether a foreign key leads from these columns to those.
    fn is_bound(&self, (here, columns): (Spot, &[ColumnAt]), to: (Spot, &[ColumnAt])) -> bool {
        let (there, of_columns) = to;
        let pairs: BTreeSet<_> = columns.iter().zip(of_columns).collect();
        let declared = self.atlas.table(here).into_iter().flat_map(|table| &table.references);
        let mut keys = declared.filter(|r| here.store == there.store && r.to == there.table);
        keys.any(|r| r.columns.iter().zip(&r.to_columns).collect::<BTreeSet<_>>() == pairs)
    }

    fn store_of(&mut self, edge: &Edge) -> Option<usize> {
        let Some(id) = &edge.of_store else { return Some(self.store) };
        let found = self.atlas.parts.iter().position(|p| p.map.id == *id);
        if found.is_none() {
            self.miss(format!("{id} (as another store)"));
        }
        found
    }
}

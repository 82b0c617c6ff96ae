//! What becomes of every row that an erasure reaches: deleted, changed, kept; and why.
//!
//! Owns: the decision about each row, closing it under the store's references, and the plan that people read and approve.
//! Leaves to others: which columns change in a row that stays (`columns`), finding the rows ([`crate::reach`]), doing it
//! ([`crate::execute`]).
//!
//! # The rules
//! 0. A row of somebody under a legal hold that covers it is not touched: neither by their erasure nor by that of others whose it is
//!    too. If a statement keeps it as it is for longer, that is the reason.
//! 1. A row that must stay for some time (`keep` in the map) is not touched until the statement's retention period is over;
//!    but where the edge itself says that it is anonymized, it loses the person now: what keeps it wants the rest.
//! 2. A row that somebody else owns too stays for them, without what is about the erased person.
//! 3. Any other row goes, or stays without its person, as the edge or its table says.
//! 4. No reference may break. A row that stays and refers to one that goes lets go of it, where its columns may be empty;
//!    where they may not, the row that should go stays as a shell: nothing in it tells about the person. A value by which the row is
//!    somebody else's too, such as a telephone number that two people share, is no reference that breaks: it stays.
//!
//! The store's own rules for deleting (`CASCADE`, `SET NULL`) never get to do anything: whatever they would do is planned.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use abide_policy::text::Id;
use abide_policy::vocab::{Erasure, Treatment, Vocabulary as _};
use abide_stores::schema::Reference;
use abide_stores::{Collation, ColumnAt, Error, Value};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Flow, Spot};
use crate::hold::Holds;
use crate::reach::{Asked, Groups, Reached, Rows, Sessions, find, fold};

mod causes;
mod columns;
mod kept;
pub(crate) mod still;
mod tells;

pub use causes::{Cause, Caused, Way};
use columns::{about, kept_by_shell, personal, shell, treated};
pub(crate) use columns::{is_fixed, is_left, is_time, natural, rewritten};
use kept::kept;
pub use kept::{Because, Kept, day};
pub(crate) use kept::{Term, counted_by};

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes.
    Delete,
    /// It stays, with these columns changed; with none if nothing in it tells of the person by the map.
    Change(BTreeMap<ColumnAt, Treatment>, Why),
    /// It stays as it is: it is other people's too, and nothing in it is about the erased person alone.
    Share,
    /// It stays as it is, for some time.
    Keep(Kept),
}

/// Why a row changes that an erasure leaves, or that is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It is other people's too.
    Others,
    /// The map says that rows like this stay without their person.
    Rule,
    /// Something refers to it that must stay and cannot let go of it.
    Referred,
    /// It is not the person's; it referred to a row that goes.
    LetsGo,
    /// A correction: the person says that it is wrong.
    Asked,
    /// A correction: it is the person's by the value that was wrong.
    Tied,
}

impl Why {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Others => "others",
            Self::Rule => "rule",
            Self::Referred => "referred",
            Self::LetsGo => "lets-go",
            Self::Asked => "asked",
            Self::Tied => "tied",
        }
    }
}

/// What becomes of everything that was reached.
#[derive(Debug)]
pub struct Fates {
    /// The rows, those included that are not the person's and only let go of others.
    pub rows: Rows,
    /// By the number of the row. Rows that the person may only see have none.
    pub of: BTreeMap<usize, Fate>,
    /// The legal holds that keep any of them.
    pub holds: BTreeSet<Id>,
    /// Which row refers to which that should go.
    pub(crate) links: Vec<(usize, usize)>,
}

/// Decides about every row.
///
/// # Errors
/// Whatever a store reports.
pub async fn decide(
    atlas: &Atlas,
    sessions: &mut Sessions,
    rows: Rows,
    today: Date,
    holds: &Holds,
) -> Result<Fates, Error> {
    let owned = rows.all.iter().enumerate().filter(|(_, r)| r.is_owned());
    let held = |at: usize, row: &Reached| holds.keeps(atlas, row.spot, &rows, rows.held.get(&at)?);
    let fate = |(at, row): (usize, &Reached)| (at, first_fate(atlas, row, held(at, row), today));
    let of: BTreeMap<usize, Fate> = owned.map(fate).collect();
    let keeping = of.values().filter_map(|fate| match fate {
        Fate::Keep(Kept { why: Because::Hold(id) | Because::OthersHold(id), .. }) => {
            Some(id.clone())
        }
        _ => None,
    });
    let mut fates = Fates { holds: keeping.collect(), of, links: Vec::new(), rows };
    let pairs = Pairs::find(atlas, sessions, &mut fates).await?;
    pairs.close(atlas, &mut fates);
    fates.links = pairs.0.iter().map(|pair| (pair.child, pair.parent)).collect();
    Ok(fates)
}

/// Rules 0 to 3.
fn first_fate(atlas: &Atlas, row: &Reached, held: Option<Kept>, today: Date) -> Fate {
    let mut ways =
        row.claims.iter().filter(|c| c.owned).map(|c| c.flow.and_then(|f| atlas.flows.get(f)));
    let sums = ways.all(|flow| flow.is_some_and(|f| f.anonymizes));
    let law = kept(atlas, row, today).filter(|_| !sums);
    let lasts = |kept: &Kept| kept.until.unwrap_or(Date::MAX);
    if let Some(kept) = [held, law].into_iter().flatten().max_by_key(lasts) {
        return Fate::Keep(kept);
    }
    if !row.others.is_empty() {
        let about = about(atlas, row);
        return if about.is_empty() { Fate::Share } else { Fate::Change(about, Why::Others) };
    }
    let flows = row.claims.iter().filter(|c| c.owned).filter_map(|c| c.flow);
    let mut erasures: Vec<Erasure> =
        flows.filter_map(|f| atlas.flows.get(f)).map(|f| f.erase).collect();
    if erasures.is_empty() {
        erasures.extend(atlas.mapped(row.spot).map(|t| t.erase));
    }
    if erasures.contains(&Erasure::Anonymize) {
        Fate::Change(personal(atlas, row.spot), Why::Rule)
    } else {
        Fate::Delete
    }
}

/// References among rows that matter because the row referred to should go: who refers, to whom, how.
struct Pairs(Vec<Pair>);

struct Pair {
    child: usize,
    parent: usize,
    /// The columns that can be emptied so that the child lets go; none if it cannot.
    let_go: Vec<ColumnAt>,
    /// The store checks it.
    checked: bool,
    /// The edge of the map that it is, where the store does not check it.
    flow: Option<usize>,
}

impl Pairs {
    /// Rows that refer to rows that should go, found by the store's references and by the map's.
    async fn find(
        atlas: &Atlas,
        sessions: &mut Sessions,
        fates: &mut Fates,
    ) -> Result<Self, Error> {
        let mut going: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
        for (at, _) in fates.of.iter().filter(|(_, fate)| **fate == Fate::Delete) {
            if let Some(row) = fates.rows.all.get(*at) {
                going.entry(row.spot).or_default().push(*at);
            }
        }
        let mut pairs = Vec::new();
        for (spot, parents) in going {
            for link in links_to(atlas, spot) {
                let children = children(atlas, sessions, &mut fates.rows, &link, &parents).await?;
                let let_go = if link.checked { link.nullable(atlas) } else { link.columns.clone() };
                pairs.extend(children.into_iter().map(|(child, parent)| Pair {
                    child,
                    parent,
                    let_go: let_go.clone(),
                    checked: link.checked,
                    flow: link.flow,
                }));
            }
        }
        Ok(Self(pairs))
    }

    /// Rule 4.
    fn close(&self, atlas: &Atlas, fates: &mut Fates) {
        loop {
            let stuck: BTreeSet<usize> =
                self.0.iter().filter(|pair| self.is_stuck(pair, fates)).map(|p| p.parent).collect();
            if stuck.is_empty() {
                break;
            }
            for parent in stuck {
                let spot = fates.rows.all.get(parent).map(|r| r.spot);
                let columns = spot.map(|s| shell(atlas, s)).unwrap_or_default();
                fates.of.insert(parent, Fate::Change(columns, Why::Referred));
            }
        }
        for pair in &self.0 {
            let goes = |at: usize| fates.of.get(&at) == Some(&Fate::Delete);
            if goes(pair.parent) && !goes(pair.child) {
                Self::let_go(atlas, pair, fates);
            }
        }
    }

    /// The row referred to cannot go: what refers to it stays and cannot let go, or must not be touched.
    fn is_stuck(&self, pair: &Pair, fates: &Fates) -> bool {
        let goes = |at: usize| fates.of.get(&at) == Some(&Fate::Delete);
        let untouchable = matches!(fates.of.get(&pair.child), Some(Fate::Keep(_))) && pair.checked;
        goes(pair.parent) && !goes(pair.child) && (untouchable || pair.let_go.is_empty())
    }

    fn let_go(atlas: &Atlas, pair: &Pair, fates: &mut Fates) {
        let Some(row) = fates.rows.all.get(pair.child) else { return };
        // It leads to somebody who stays, too.
        if pair.flow.is_some() && row.others.contains(&pair.flow) {
            return;
        }
        let spot = row.spot;
        // A reference that the store checks can only become nothing.
        let columns: BTreeMap<ColumnAt, Treatment> = if pair.checked {
            pair.let_go.iter().map(|c| (*c, Treatment::Empty)).collect()
        } else {
            treated(atlas, spot, pair.let_go.iter().copied().collect())
        };
        let fate = fates
            .of
            .entry(pair.child)
            .or_insert_with(|| Fate::Change(BTreeMap::new(), Why::LetsGo));
        if *fate == Fate::Share {
            *fate = Fate::Change(BTreeMap::new(), Why::Others);
        }
        if let Fate::Change(changed, _) = fate {
            changed.extend(columns);
        }
    }
}

/// A reference to a table: a foreign key, or an edge of the map without one.
struct Link {
    child: Spot,
    columns: Vec<ColumnAt>,
    parent_columns: Vec<ColumnAt>,
    when: Vec<(ColumnAt, String)>,
    checked: bool,
    /// The edge of the map, where the store does not check it.
    flow: Option<usize>,
    /// Whoever refers has been reached already: a flow goes the same way.
    walked: bool,
    /// How the store compares what it checks, where that is known.
    compared: Vec<Option<Collation>>,
}

impl Link {
    /// Whether values that look alike may be the same to the store: `Ä` and `ä` are not to one that knows letters from A to Z.
    fn may_be(&self, values: &[Value], to: &[Value]) -> bool {
        self.compared.iter().zip(values.iter().zip(to)).all(|(by, pair)| match (by, pair) {
            (Some(by), (Value::Text(one), Value::Text(other))) => {
                by.folded(one) == by.folded(other)
            }
            _ => true,
        })
    }

    /// The columns that may be emptied. One is enough: a reference with a null in it refers to nothing.
    fn nullable(&self, atlas: &Atlas) -> Vec<ColumnAt> {
        let Some(table) = atlas.table(self.child) else { return Vec::new() };
        let may = |c: &&ColumnAt| {
            table.columns.get(**c).is_some_and(|d| d.nullable && !d.generated)
                && !table.key.contains(c)
        };
        self.columns.iter().filter(may).copied().collect()
    }
}

fn links_to(atlas: &Atlas, parent: Spot) -> Vec<Link> {
    let Some(part) = atlas.parts.get(parent.store) else { return Vec::new() };
    let same = |reference: &Reference, flow: &Flow, child: Spot| {
        flow.refers_back
            && flow.target == child
            && flow.target_columns == reference.columns
            && flow.source_columns == reference.to_columns
    };
    let mut links = Vec::new();
    for (table, reference) in part.schema.pointing_at(parent.table) {
        let child = Spot { store: parent.store, table };
        let walks = |f: &Flow| same(reference, f, child) && f.owns && f.target_when.is_empty();
        links.push(Link {
            child,
            columns: reference.columns.clone(),
            parent_columns: reference.to_columns.clone(),
            when: Vec::new(),
            checked: true,
            flow: None,
            walked: atlas.leaving(parent).any(|(_, f)| walks(f)),
            compared: reference.to_columns.iter().map(|to| compared(atlas, parent, *to)).collect(),
        });
    }
    for (at, flow) in atlas.leaving(parent).filter(|(_, f)| f.refers_back) {
        let known = part
            .schema
            .pointing_at(parent.table)
            .any(|(table, r)| same(r, flow, Spot { store: parent.store, table }));
        if !known {
            links.push(Link {
                child: flow.target,
                columns: flow.target_columns.clone(),
                parent_columns: flow.source_columns.clone(),
                when: flow.target_when.clone(),
                checked: false,
                flow: Some(at),
                walked: flow.owns,
                compared: Vec::new(),
            });
        }
    }
    links
}

/// How a store compares the values of a column, where that is known for sure.
fn compared(atlas: &Atlas, spot: Spot, column: ColumnAt) -> Option<Collation> {
    let is = atlas.table(spot)?.columns.get(column)?.collation;
    matches!(is, Collation::NoCase | Collation::NoBlanks).then_some(is)
}

/// The rows that refer to these parents: each with the parent to which it refers.
async fn children(
    atlas: &Atlas,
    sessions: &mut Sessions,
    rows: &mut Rows,
    link: &Link,
    parents: &[usize],
) -> Result<Vec<(usize, usize)>, Error> {
    // Several rows may have the value to which a reference without a foreign key refers.
    let mut asked: Groups<usize> = Groups::default();
    for parent in parents {
        let values = rows.all.get(*parent).and_then(|r| r.values(atlas, &link.parent_columns));
        values.into_iter().for_each(|v| asked.add(v, *parent));
    }
    if link.walked {
        return Ok(reached(atlas, rows, link, &asked));
    }
    let question =
        Asked { by: &link.columns, values: &asked.values, when: &link.when, refers: link.checked };
    let mut pairs = Vec::new();
    for (found, group) in find(atlas, sessions, link.child, &question).await? {
        let place = rows.place(found);
        pairs.extend(asked.of(group).map(|parent| (place, *parent)));
    }
    Ok(pairs)
}

/// The same among rows that have been reached.
fn reached(atlas: &Atlas, rows: &Rows, link: &Link, asked: &Groups<usize>) -> Vec<(usize, usize)> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, group) in asked.values.iter().enumerate() {
        places.entry(fold(group)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (at, row) in rows.all.iter().enumerate().filter(|(_, r)| r.spot == link.child) {
        let Some(values) = row.values(atlas, &link.columns) else { continue };
        let groups = places.get(&fold(&values)).into_iter().flatten();
        let is_it = |g: &&usize| asked.values.get(**g).is_some_and(|to| link.may_be(&values, to));
        let groups = groups.filter(is_it);
        pairs.extend(groups.flat_map(|g| asked.of(*g)).map(|parent| (at, *parent)));
    }
    pairs
}

/// A digest of what a plan does to one store, and of every row that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What an erasure does, for people: by store and table, with counts and reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day for which it was made.
    pub made: Date,
    /// The stores, in the order in which they are worked on: from the outside in, the one with the person's own row last. Stores
    /// that cannot do it are put behind that, if their rows are found again then ([`crate::hands`]).
    pub stores: Vec<StorePlan>,
    /// The legal holds that keep any rows.
    pub holds: BTreeSet<Id>,
}

/// What an erasure does to one store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorePlan {
    /// The number of the store.
    pub store: usize,
    /// Its tables, as far as they are touched.
    pub tables: Vec<TablePlan>,
    /// If this differs, the data has changed or another plan was made.
    pub fingerprint: Fingerprint,
}

/// What an erasure does to one table, in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TablePlan {
    /// Its name.
    pub table: String,
    /// So many go.
    pub delete: u64,
    /// So many stay without the person, by the reason.
    pub change: BTreeMap<Why, u64>,
    /// The columns that change in them, and what becomes of each, in a word.
    pub columns: BTreeMap<String, &'static str>,
    /// What led to what goes and changes.
    pub causes: BTreeMap<Cause, Caused>,
    /// So many stay without the person, and nothing in them changes.
    pub nothing: u64,
    /// So many stay as they are, by the reason.
    pub keep: BTreeMap<Kept, u64>,
    /// So many stay as they are because they are other people's too.
    pub share: u64,
    /// So many stay as they are because the person could only see them.
    pub seen: u64,
    /// So many that stay will still tell of the person, by the column, which the map does not list.
    pub tells: BTreeMap<String, u64>,
    /// So many that stay will still tell of the person, by the column, which is a key or refers to one, and so cannot change.
    pub keys: BTreeMap<String, u64>,
    /// So many of the person's own rows stay because others refer to them, and keep what is in this column: the map does not list it,
    /// and it may not be empty.
    pub stays: BTreeMap<String, u64>,
}

impl StorePlan {
    /// Whether nothing goes and nothing changes.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.tables.iter().all(|t| t.delete == 0 && t.change.is_empty())
    }

    /// The plan for a store in which nothing is reached.
    pub(crate) fn empty(atlas: &Atlas, fates: &Fates, store: usize) -> Self {
        Self { store, tables: Vec::new(), fingerprint: fingerprint(atlas, fates, store) }
    }
}

impl Plan {
    /// The plan of fates.
    #[must_use]
    pub fn of(atlas: &Atlas, fates: &Fates, made: Date) -> Self {
        let stores = order(atlas, &fates.rows).into_iter().map(|store| StorePlan {
            store,
            tables: tables(atlas, fates, store),
            fingerprint: fingerprint(atlas, fates, store),
        });
        Self { made, stores: stores.collect(), holds: fates.holds.clone() }
    }

    /// How many rows go and how many change, over all stores.
    #[must_use]
    pub fn totals(&self) -> (u64, u64) {
        let tables = self.stores.iter().flat_map(|s| &s.tables);
        tables.fold((0, 0), |(delete, change), t| {
            (delete + t.delete, change + t.change.values().sum::<u64>())
        })
    }
}

/// Stores are worked on from the outside in: what was reached last goes first, so that the way to it is there until it is
/// gone, and the person's own row goes last. What stores are barred from is divided off later, and may come behind.
fn order(atlas: &Atlas, rows: &Rows) -> Vec<usize> {
    let mut stores: Vec<usize> = Vec::new();
    for row in &rows.all {
        if !stores.contains(&row.spot.store) {
            stores.push(row.spot.store);
        }
    }
    stores.retain(|s| *s < atlas.parts.len());
    stores.reverse();
    stores
}

fn tables(atlas: &Atlas, fates: &Fates, store: usize) -> Vec<TablePlan> {
    let mut tables: BTreeMap<Spot, TablePlan> = BTreeMap::new();
    for (at, row) in fates.rows.all.iter().enumerate().filter(|(_, r)| r.spot.store == store) {
        let name = || atlas.table(row.spot).map(|t| t.name.clone()).unwrap_or_default();
        let entry = tables
            .entry(row.spot)
            .or_insert_with(|| TablePlan { table: name(), ..TablePlan::default() });
        causes::note(&mut entry.causes, atlas, row, fates.of.get(&at));
        if let Some(Fate::Change(_, Why::Referred)) = fates.of.get(&at) {
            for column in kept_by_shell(atlas, row.spot) {
                let described = atlas.table(row.spot).and_then(|t| t.columns.get(column));
                let name = described.map(|column| column.name.clone()).unwrap_or_default();
                *entry.stays.entry(name).or_default() += 1;
            }
        }
        match fates.of.get(&at) {
            Some(Fate::Delete) => entry.delete += 1,
            Some(Fate::Change(columns, _)) if columns.is_empty() => entry.nothing += 1,
            Some(Fate::Change(columns, why)) => {
                *entry.change.entry(*why).or_default() += 1;
                entry.columns.extend(columns.iter().filter_map(|(column, treatment)| {
                    let described = atlas.table(row.spot)?.columns.get(*column)?;
                    Some((described.name.clone(), treatment.word()))
                }));
            }
            Some(Fate::Share) => entry.share += 1,
            Some(Fate::Keep(kept)) => *entry.keep.entry(kept.clone()).or_default() += 1,
            None if !row.claims.is_empty() => entry.seen += 1,
            None => {}
        }
    }
    let empty = TablePlan::default();
    tables
        .into_values()
        .filter(|t| TablePlan { table: String::new(), ..t.clone() } != empty)
        .collect()
}

/// Rows in an order that does not depend on the store, each with what is done to it.
pub(crate) fn fingerprint(atlas: &Atlas, fates: &Fates, store: usize) -> Fingerprint {
    digest(lines(atlas, fates, store).map(|(_, line)| line).collect())
}

/// What is done to each row of a store, by its number.
pub(crate) fn lines<'a>(
    atlas: &'a Atlas,
    fates: &'a Fates,
    store: usize,
) -> impl Iterator<Item = (usize, Vec<u8>)> + 'a {
    fates.of.iter().filter_map(move |(at, fate)| {
        let row = fates.rows.all.get(*at).filter(|r| r.spot.store == store)?;
        let mut line = format!("{}\u{1f}", atlas.name(row.spot)).into_bytes();
        line.extend(row.digest);
        line.extend(format!("{fate:?}").into_bytes());
        Some((*at, line))
    })
}

pub(crate) fn digest(mut lines: Vec<Vec<u8>>) -> Fingerprint {
    lines.sort_unstable();
    let mut hash = Sha256::new();
    for line in lines {
        hash.update((line.len() as u64).to_le_bytes());
        hash.update(line);
    }
    Fingerprint(hash.finalize().into())
}

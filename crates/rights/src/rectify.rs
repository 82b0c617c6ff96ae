//! Putting wrong data right (GDPR Art. 16): values in the rows that are the person, and what hangs on them.
//!
//! Owns: which rows and columns, comparing with what was approved, writing, reading back. Leaves to others: what may be asked
//! for ([`checked`]), what a correction takes with it ([`tied`]), whether the new value is right, telling recipients (Art. 19).

use std::collections::{BTreeMap, BTreeSet};

use abide_stores::{ColumnAt, Key, Value};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::desk::document::{CorrectPaper, HandColumn, HandRow, Paper, Put, RowRef, Who, written};
use crate::execute::{Stop, Watch, Work};
use crate::plan::{self, Fingerprint, Plan, StorePlan, TablePlan};
use crate::reach::Sessions;

mod asked;
mod tied;

pub use abide_stores::schema::Family;
pub use asked::{ALL, LONGEST, NotRight, checked};
use tied::{Found, Right, Walk, Why};

/// What becomes of a column, in a word.
const CORRECT: &str = "correct";
/// The longest value of before that is noted, in bytes: nothing goes by longer ones.
const NOTED: usize = 1000;
/// So many bytes are noted of all of them.
const NOTED_ALL: usize = 16 << 10;

/// New values by table.
type Wanted = BTreeMap<Spot, BTreeMap<ColumnAt, Value>>;

fn place(atlas: &Atlas, name: &str) -> Option<(Spot, ColumnAt)> {
    let (table, column) = name.rsplit_once('.')?;
    let spots = atlas.parts.iter().enumerate().flat_map(|(store, part)| {
        (0..part.schema.tables.len()).map(move |table| Spot { store, table })
    });
    let named = |spot: &Spot| {
        atlas.name(*spot) == table || atlas.table(*spot).is_some_and(|t| t.name == table)
    };
    let spot = spots.filter(|s| atlas.is_people(*s)).find(named)?;
    let described = atlas.table(spot)?;
    let column = described.column(column)?;
    let writable = !described.columns.get(column)?.generated && !described.key.contains(&column);
    writable.then_some((spot, column))
}

/// A column by its name: `store.table.column`.
fn named(atlas: &Atlas, (spot, column): (Spot, ColumnAt)) -> String {
    format!("{}.{}", atlas.name(spot), column_name(atlas, (spot, column)))
}

fn column_name(atlas: &Atlas, (spot, column): (Spot, ColumnAt)) -> String {
    let described = atlas.table(spot).and_then(|table| table.columns.get(column));
    described.map(|column| column.name.clone()).unwrap_or_default()
}

/// New values for columns, and what stood there when the plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectification {
    wanted: Wanted,
    right: BTreeMap<String, Put>,
}

/// What there is to be put right: a plan, with what it says beside numbers.
pub(crate) struct Planned {
    pub(crate) plan: Plan,
    explained: Vec<(Spot, Explained)>,
    right: BTreeMap<String, Put>,
}

/// What a plan says of one table beside numbers.
#[derive(Default)]
struct Explained {
    correct: BTreeMap<(ColumnAt, &'static str, Option<String>), u64>,
    left: Vec<CorrectPaper>,
    right: u64,
}

impl Rectification {
    /// What a request wishes.
    ///
    /// # Errors
    /// The first name that is no column of a table of people.
    pub(crate) fn of(atlas: &Atlas, who: &Who) -> Result<Self, NotRight> {
        Ok(Self { wanted: asked::wanted(atlas, &who.wish.set)?, right: who.right.clone() })
    }

    /// What stood in a column when the plan was made.
    fn was(&self, atlas: &Atlas, spot: Spot, column: ColumnAt) -> BTreeSet<String> {
        let put = self.right.get(&named(atlas, (spot, column)));
        put.map(|put| put.was.clone()).unwrap_or_default()
    }

    /// The columns that change though nobody named them.
    pub(crate) fn others(&self, atlas: &Atlas) -> Vec<String> {
        let asked: BTreeSet<String> = self
            .wanted
            .iter()
            .flat_map(|(spot, columns)| columns.keys().map(|c| named(atlas, (*spot, *c))))
            .collect();
        self.right.keys().filter(|name| !asked.contains(*name)).cloned().collect()
    }

    /// What would change.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub(crate) async fn plan(&self, work: &Work<'_>) -> Result<Planned, abide_stores::Error> {
        let (sessions, found) = self.find(work, None).await?;
        drop(sessions);
        let stores = order(&found).into_iter().map(|store| part(work.atlas, &found, store));
        let plan = Plan { made: work.today, stores: stores.collect(), holds: BTreeSet::new() };
        let (explained, right) = (explained(work.atlas, &found), self.noted(work.atlas, &found));
        Ok(Planned { plan, explained, right })
    }

    /// Writes what was approved for one store, without saving it yet; `None` if it is as wished already.
    ///
    /// # Errors
    /// [`Stop`]: then nothing was changed.
    pub(crate) async fn prepare(
        &self,
        work: &Work<'_>,
        approved: &StorePlan,
    ) -> Result<Option<Ready>, Stop> {
        let store = approved.store;
        let (mut sessions, found) = self.find(work, Some(store)).await?;
        let now = part(work.atlas, &found, store);
        if now.fingerprint != approved.fingerprint {
            // What was written before the answer came is as wished: then there is nothing left to do.
            return if is_done(&found, store) {
                Ok(None)
            } else {
                Err(Stop::Changed { now: Box::new(now) })
            };
        }
        let watch = Watch::start(work.atlas, &mut sessions, store).await?;
        let mut changed = 0;
        for ((spot, columns), rows) in changes(&found, store) {
            let there = sessions.at(store)?.change(spot.table, &columns, &rows).await?;
            let planned = rows.len() as u64;
            if there != planned {
                return Err(Stop::Count { table: work.atlas.name(spot), planned, there });
            }
            changed += there;
        }
        watch.nothing_else_went(&mut sessions, &BTreeMap::new()).await?;
        Ok(Some(Ready { sessions, changed }))
    }

    /// Whether the rows hold what was wished.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub(crate) async fn verified(&self, work: &Work<'_>) -> Result<bool, abide_stores::Error> {
        let (_, found) = self.find(work, None).await?;
        Ok((0..work.stores.len()).all(|store| is_done(&found, store)))
    }

    /// The rows of a store that do not yet hold what was wished, for somebody to put right.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub(crate) async fn left(
        &self,
        work: &Work<'_>,
        store: usize,
    ) -> Result<Vec<HandRow>, abide_stores::Error> {
        let (_, found) = self.find(work, None).await?;
        let open = found.rows.iter().filter(|r| r.spot.store == store && !r.changes.is_empty());
        Ok(open.filter_map(|row| by_hand(work.atlas, row)).collect())
    }

    async fn find(
        &self,
        work: &Work<'_>,
        writing: Option<usize>,
    ) -> Result<(Sessions, Found), abide_stores::Error> {
        // Asked first: whoever holds a session does not wait for another.
        let fits = tied::fits(work.atlas, work.stores, self).await?;
        let mut sessions = Sessions::open(work.stores, writing).await?;
        let walk = Walk::new(work.atlas, self, fits, &mut sessions, writing.is_some());
        let found = walk.walk(work.subjects).await?;
        Ok((sessions, found))
    }

    /// What stands in the columns that change, and what shall, with what was noted before.
    fn noted(&self, atlas: &Atlas, found: &Found) -> BTreeMap<String, Put> {
        let mut right = self.right.clone();
        for row in &found.rows {
            for (column, change) in &row.changes {
                let put = right.entry(named(atlas, (row.spot, *column))).or_default();
                let old = change.old.text().filter(|old| old.len() <= NOTED);
                put.was.extend(old.map(|old| old.into_owned()));
                put.now = change.new.text().map(|new| new.into_owned());
            }
        }
        while written(&right) > NOTED_ALL {
            let Some((longest, put)) = right.iter_mut().max_by_key(|(_, put)| written(put)) else {
                break;
            };
            if put.was.is_empty() {
                let longest = longest.clone();
                right.remove(&longest);
            } else {
                put.was.clear();
            }
        }
        right
    }
}

impl Planned {
    /// Says in a paper which columns change and why, and what stays as it is; gives what stood there.
    pub(crate) fn explain(self, atlas: &Atlas, paper: &mut Paper) -> BTreeMap<String, Put> {
        for (spot, explained) in self.explained {
            let (store, table) = atlas
                .parts
                .get(spot.store)
                .zip(atlas.table(spot))
                .map_or(("", ""), |(part, table)| (part.map.id.as_str(), table.name.as_str()));
            let stores = paper.stores.iter_mut().filter(|s| s.store == store);
            for paper in stores.flat_map(|s| &mut s.tables).filter(|t| t.table == table) {
                let one = |((column, why, of), rows): (&(ColumnAt, &str, Option<String>), &u64)| {
                    let (column, why) = (column_name(atlas, (spot, *column)), (*why).to_owned());
                    CorrectPaper { column, why, of: of.clone(), rows: *rows }
                };
                paper.correct = explained.correct.iter().map(one).collect();
                paper.left.clone_from(&explained.left);
                paper.right = explained.right;
            }
        }
        self.right
    }
}

/// Stores are worked on from the outside in: what hangs on a value goes first, the person's own row last.
fn order(found: &Found) -> Vec<usize> {
    let mut stores: Vec<usize> = Vec::new();
    for store in found.rows.iter().filter(|row| is_told(row)).map(|row| row.spot.store) {
        if !stores.contains(&store) {
            stores.push(store);
        }
    }
    stores.reverse();
    stores
}

/// Whether a plan has anything to say of a row.
fn is_told(row: &Right) -> bool {
    row.asked || !row.changes.is_empty()
}

/// By table and columns: each row's key and its new values.
type Changes = BTreeMap<(Spot, Vec<ColumnAt>), Vec<(Key, Vec<Value>)>>;

fn changes(found: &Found, store: usize) -> Changes {
    let mut changes = Changes::new();
    for row in found.rows.iter().filter(|r| r.spot.store == store && !r.changes.is_empty()) {
        let columns = row.changes.keys().copied().collect();
        let values = row.changes.values().map(|change| change.new.clone()).collect();
        changes.entry((row.spot, columns)).or_default().push((row.key.clone(), values));
    }
    changes
}

fn is_done(found: &Found, store: usize) -> bool {
    found.rows.iter().all(|row| row.spot.store != store || row.changes.is_empty())
}

fn part(atlas: &Atlas, found: &Found, store: usize) -> StorePlan {
    let mut tables: BTreeMap<Spot, TablePlan> = BTreeMap::new();
    let name = |spot| atlas.table(spot).map(|t| t.name.clone()).unwrap_or_default();
    let new = |spot| TablePlan { table: name(spot), ..TablePlan::default() };
    let mut lines = Vec::new();
    for row in found.rows.iter().filter(|r| r.spot.store == store && is_told(r)) {
        let table = tables.entry(row.spot).or_insert_with(|| new(row.spot));
        if !row.changes.is_empty() {
            let asked = row.changes.values().any(|change| change.why == Why::Asked);
            let why = if asked { plan::Why::Asked } else { plan::Why::Tied };
            *table.change.entry(why).or_default() += 1;
        }
        let columns = row.changes.keys().map(|c| (column_name(atlas, (row.spot, *c)), CORRECT));
        table.columns.extend(columns);
        lines.push(line(atlas, row));
    }
    // What stays is told beside the column on which it hangs.
    for ((place, of, why), rows) in found.left.iter().filter(|((_, of, _), _)| of.0.store == store)
    {
        if tables.contains_key(&of.0) {
            let places = [named(atlas, *place), named(atlas, *of)];
            let (places, rows) = (places.join("\u{1f}"), rows.len());
            lines.push(format!("{places}\u{1f}{why}\u{1f}{rows}").into_bytes());
        }
    }
    StorePlan { store, tables: tables.into_values().collect(), fingerprint: digest(lines) }
}

/// A row with what is done to it.
fn line(atlas: &Atlas, row: &Right) -> Vec<u8> {
    let mut line = Vec::new();
    let mut put = |text: &str| {
        line.extend((text.len() as u64).to_le_bytes());
        line.extend(text.as_bytes());
    };
    put(&atlas.name(row.spot));
    row.key.0.iter().for_each(|value| put(&value.text().unwrap_or_default()));
    for (column, change) in &row.changes {
        put(&column_name(atlas, (row.spot, *column)));
        put(&change.old.text().unwrap_or_default());
        put(&change.new.text().unwrap_or_default());
    }
    line
}

fn digest(mut lines: Vec<Vec<u8>>) -> Fingerprint {
    lines.sort_unstable();
    let mut hash = Sha256::new();
    for line in lines {
        hash.update((line.len() as u64).to_le_bytes());
        hash.update(line);
    }
    Fingerprint(hash.finalize().into())
}

fn explained(atlas: &Atlas, found: &Found) -> Vec<(Spot, Explained)> {
    let mut all: BTreeMap<Spot, Explained> = BTreeMap::new();
    for row in found.rows.iter().filter(|row| is_told(row)) {
        let table = all.entry(row.spot).or_default();
        table.right += u64::from(row.changes.is_empty());
        for (column, change) in &row.changes {
            let (why, of) = match change.why {
                Why::Asked => ("asked", None),
                Why::Same(spot, of) => ("same", Some((spot, of))),
                Why::Tied(spot, of) => ("tied", Some((spot, of))),
            };
            let of = of.map(|of| named(atlas, of));
            *table.correct.entry((*column, why, of)).or_default() += 1;
        }
    }
    for ((place, of, why), rows) in &found.left {
        let (column, why) = (named(atlas, *place), (*why).to_owned());
        let (of_column, rows) = (Some(named(atlas, *of)), rows.len() as u64);
        let left = CorrectPaper { column, why, of: of_column, rows };
        if let Some(table) = all.get_mut(&of.0) {
            table.left.push(left);
        }
    }
    all.into_iter().collect()
}

/// A row that somebody must put right.
fn by_hand(atlas: &Atlas, row: &Right) -> Option<HandRow> {
    let described = atlas.table(row.spot)?;
    let what = || HandColumn { what: CORRECT.to_owned(), was: String::new() };
    let columns = row.changes.keys().map(|c| (column_name(atlas, (row.spot, *c)), what()));
    let naming = atlas.naming(row.spot);
    let named: Option<Vec<Value>> = naming.iter().map(|c| row.values.get(c).cloned()).collect();
    // Where nothing else names it, its place in a file does; its place in a database tells nobody anything.
    let (by, key) = match named.filter(|values| !values.is_empty()) {
        Some(values) => (naming, values),
        None if described.has_places() => (described.key.clone(), row.key.0.to_vec()),
        None => (Vec::new(), Vec::new()),
    };
    let lasts = !by.is_empty() && !described.has_places();
    let names = by.iter().filter_map(|c| described.columns.get(*c)).map(|c| c.name.clone());
    let (by, columns) = (names.collect(), columns.collect());
    Some(HandRow { row: RowRef::of(atlas, row.spot, &key)?, by, columns, lasts, count: 1 })
}

/// Values that are written but not saved. Dropped, they never were.
pub(crate) struct Ready {
    /// They see it as if it were saved.
    pub(crate) sessions: Sessions,
    changed: u64,
}

impl Ready {
    /// So many rows change, if it is saved.
    pub(crate) const fn changed(&self) -> u64 {
        self.changed
    }

    /// Saves it.
    ///
    /// # Errors
    /// Whatever the store reports: then nothing was saved, unless the connection was lost meanwhile.
    pub(crate) async fn save(self) -> Result<(), abide_stores::Error> {
        self.sessions.commit().await
    }
}

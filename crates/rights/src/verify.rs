//! Whether what was done is true: by reading the stores again.
//!
//! Owns: the only way to an [`Erased`], which is proof that an erasure was verified ([`touched`], [`as_noted`]); what somebody decided
//! about instead is another type ([`Accepted`]). Leaves to others: doing it ([`crate::execute`]), what people are told about it.
//!
//! Two efforts. [`touched`] looks, by indexes, at every place that was touched: after each request; its time does not grow
//! with the store. [`crate::sweep`] reads whole stores for the values by which erased people were known: after a batch.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_stores::schema::{Family, Table};
use abide_stores::{ColumnAt, Effort, Error, Remains, Row, Value};

use crate::atlas::{Atlas, Spot};
use crate::desk::document::HandRow;
use crate::execute::{Done, Work, known_values};
use crate::plan::{Fate, Fates, Kept, StorePlan};
use crate::reach::{Asked, Reached, Sessions, SubjectAt, find, reach};
use crate::sweep::{Swept, Unread};
use crate::together::Share;

mod again;
mod residue;
mod stayed;

pub(crate) use again::{nothing_left, tells_nothing};
pub use residue::{Residue, told};
use stayed::Stayed;

/// Proof that an erasure was carried out and is true: only this module makes one, and only by reading the stores again.
///
/// Anybody can read it:
///
/// ```
/// use abide_rights::verify::Erased;
/// let rows = |proof: &Erased| proof.deleted() + proof.changed();
/// # let _ = rows;
/// ```
///
/// Nobody else can make it:
///
/// ```compile_fail
/// use abide_rights::verify::Erased;
/// let unread = Erased {
///     deleted: 1, changed: 0, kept: Default::default(), remains: Default::default(),
///     old: Default::default(), swept: true, unread: Default::default(),
///     short: 0,
/// };
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    deleted: u64,
    changed: u64,
    kept: BTreeMap<(String, Kept), u64>,
    remains: BTreeMap<usize, Remains>,
    old: BTreeMap<usize, Remains>,
    swept: bool,
    unread: Unread,
    short: u64,
}

impl Erased {
    /// Rows that went.
    #[must_use]
    pub const fn deleted(&self) -> u64 {
        self.deleted
    }
    /// Rows that stay without the person.
    #[must_use]
    pub const fn changed(&self) -> u64 {
        self.changed
    }
    /// Rows that stay for some time, by table and reason.
    #[must_use]
    pub const fn kept(&self) -> &BTreeMap<(String, Kept), u64> {
        &self.kept
    }
    /// What of the deleted data is still on the disk, by the number of the store.
    #[must_use]
    pub const fn remains(&self) -> &BTreeMap<usize, Remains> {
        &self.remains
    }

    /// What old versions that nobody touched still hold of the person, or may hold, by the number of the store.
    #[must_use]
    pub const fn old(&self) -> &BTreeMap<usize, Remains> {
        &self.old
    }

    /// Whether all stores were read whole for values that only the person had, and none was found but in what [`Erased::old`]
    /// tells of.
    #[must_use]
    pub const fn swept(&self) -> bool {
        self.swept
    }

    /// The files that a sweep could not read as text, and of which nothing is proved.
    #[must_use]
    pub const fn unread(&self) -> &Unread {
        &self.unread
    }

    /// So many values of the person were too short for a sweep to look for them.
    #[must_use]
    pub const fn short(&self) -> u64 {
        self.short
    }

    /// The proof after such a sweep; nothing is proved by it if no value was looked for.
    ///
    /// # Errors
    /// What the sweep found.
    pub fn after_sweep(self, swept: Swept) -> Result<Self, BTreeSet<Residue>> {
        match swept.found {
            None => Ok(self),
            Some(found) if found.is_empty() => {
                let Swept { old, unread, short, .. } = swept;
                Ok(Self { swept: true, old, unread, short, ..self })
            }
            Some(found) => Err(found),
        }
    }

    /// The proof for each of several people who were erased in the same passes: `parts` has the shares of each. `None` if they
    /// do not add up to what was verified.
    #[must_use]
    pub fn divided(&self, parts: &[Vec<Share>]) -> Option<Vec<Self>> {
        let part = |shares: &Vec<Share>| {
            let mut part = Self { deleted: 0, changed: 0, kept: BTreeMap::new(), ..self.clone() };
            for share in shares {
                part.deleted += share.deleted;
                part.changed += share.changed;
                share.kept.iter().for_each(|(k, n)| *part.kept.entry(k.clone()).or_default() += n);
            }
            part
        };
        let parts: Vec<Self> = parts.iter().map(part).collect();
        let sum = parts.iter().fold((0, 0), |(d, c), p| (d + p.deleted, c + p.changed));
        (sum == (self.deleted, self.changed)).then_some(parts)
    }
}

/// An erasure that was carried out, and of which somebody decided that what was found afterwards stays. It proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    deleted: u64,
    changed: u64,
    remains: BTreeMap<usize, Remains>,
}

impl Accepted {
    /// Rows that went, as was noted of the steps.
    #[must_use]
    pub const fn deleted(&self) -> u64 {
        self.deleted
    }
    /// Rows that changed, as was noted of the steps.
    #[must_use]
    pub const fn changed(&self) -> u64 {
        self.changed
    }
    /// What of the deleted data is still on the disk, by the number of the store.
    #[must_use]
    pub const fn remains(&self) -> &BTreeMap<usize, Remains> {
        &self.remains
    }
}

/// Looks at every place that was touched, and removes what deleted rows left on the disk as far as is cheap.
///
/// # Errors
/// Whatever a store reports. What is still there is no error but the answer.
pub async fn touched(
    work: &Work<'_>,
    done: &[Done],
) -> Result<Result<Erased, BTreeSet<Residue>>, Error> {
    let mut sessions = Sessions::open(work.stores, None).await?;
    let mut residue = BTreeSet::new();
    for done in done {
        let mut look =
            Look { work, atlas: work.atlas, sessions: &mut sessions, done, residue: &mut residue };
        look.at_gone().await?;
        look.at_changed().await?;
        look.at_referring().await?;
    }
    at_reached(work, &mut sessions, done, &mut residue).await?;
    drop(sessions);
    if !residue.is_empty() {
        return Ok(Err(residue));
    }
    let mut remains = BTreeMap::new();
    for done in done {
        let touched = done.deleted + done.changed > 0 && !remains.contains_key(&done.store);
        if let Some(store) = work.stores.get(done.store).filter(|_| touched) {
            remains.insert(done.store, store.settle(Effort::Request).await?);
        }
    }
    let kept =
        done.iter().flat_map(|d| d.kept(work.atlas)).fold(BTreeMap::new(), |mut all, kept| {
            *all.entry(kept).or_default() += 1;
            all
        });
    let (deleted, changed) =
        done.iter().fold((0, 0), |(d, c), done| (d + done.deleted, c + done.changed));
    Ok(Ok(Erased {
        deleted,
        changed,
        kept,
        remains,
        old: BTreeMap::new(),
        swept: false,
        unread: Unread::new(),
        short: 0,
    }))
}

/// Verifies an erasure whose end nobody saw: nothing is left to do in any store for somebody who was known by these values.
/// With what is left of the person. `None` if something is. `hands` are the rows that were left to a person: where nobody can tell of
/// a value by itself that it tells nothing, it must be another than was noted.
///
/// That the stores are as the steps left them is not asked: what stays may change meanwhile, and is still not erased.
///
/// # Errors
/// Whatever a store reports.
pub async fn as_noted(
    work: &Work<'_>,
    steps: &[Noted],
    known: &BTreeSet<String>,
    hands: &[HandRow],
) -> Result<Option<(Erased, Fates)>, Error> {
    let Some(left) = nothing_left(work, known, hands).await? else { return Ok(None) };
    let Accepted { deleted, changed, remains } = accepted(work, steps).await?;
    let erased = Erased {
        deleted,
        changed,
        kept: BTreeMap::new(),
        remains,
        old: BTreeMap::new(),
        swept: false,
        unread: Unread::new(),
        short: 0,
    };
    Ok(Some((erased, left)))
}

/// The figures of an erasure of which somebody decided that what was found afterwards stays: nothing is read again.
///
/// # Errors
/// Whatever a store reports.
pub async fn accepted(work: &Work<'_>, steps: &[Noted]) -> Result<Accepted, Error> {
    let mut remains = BTreeMap::new();
    for step in steps {
        if let Some(store) = work.stores.get(step.plan.store) {
            remains.insert(step.plan.store, store.settle(Effort::Request).await?);
        }
    }
    let (deleted, changed) = steps.iter().fold((0, 0), |(d, c), s| (d + s.deleted, c + s.changed));
    Ok(Accepted { deleted, changed, remains })
}

/// What was noted of a step before it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The step.
    pub plan: StorePlan,
    /// Rows that went.
    pub deleted: u64,
    /// Rows that changed.
    pub changed: u64,
}

/// What is reached now: nothing may be there that should have gone.
async fn at_reached(
    work: &Work<'_>,
    sessions: &mut Sessions,
    done: &[Done],
    residue: &mut BTreeSet<Residue>,
) -> Result<(), Error> {
    let now = reach(work.atlas, sessions, work.subjects).await?;
    let stayed: Vec<(usize, Stayed<'_>)> =
        done.iter().map(|d| (d.store, Stayed::of(work.atlas, d))).collect();
    for row in now.all.iter().filter(|r| r.is_owned()) {
        let mut here = stayed.iter().filter(|(store, _)| *store == row.spot.store).peekable();
        let stays = |(_, s): &(usize, Stayed<'_>)| s.has(row.spot, &row.key, &row.core);
        if here.peek().is_some() && !here.any(stays) {
            residue.insert(Residue::New { table: work.atlas.name(row.spot) });
        }
    }
    Ok(())
}

impl Done {
    /// The values by which each of the people was known.
    #[must_use]
    pub fn known(&self, atlas: &Atlas) -> BTreeMap<SubjectAt, BTreeSet<String>> {
        known_values(atlas, &self.rows)
    }

    /// The rows that stay for some time.
    fn kept<'a>(&'a self, atlas: &'a Atlas) -> impl Iterator<Item = (String, Kept)> + 'a {
        self.fates.iter().filter_map(move |(at, fate)| {
            let row = self.rows.all.get(*at).filter(|r| r.spot.store == self.store)?;
            let Fate::Keep(kept) = fate else { return None };
            Some((atlas.name(row.spot), kept.clone()))
        })
    }

    fn went(&self) -> impl Iterator<Item = &Reached> {
        self.gone.iter().filter_map(|at| self.rows.all.get(*at))
    }
}

/// The columns in which not even the store itself would have made what is there of what was written: a list or a row within a row
/// (PostgreSQL) it writes in a form of its own.
async fn otherwise(
    work: &Work<'_>,
    spot: Spot,
    differing: BTreeSet<(ColumnAt, Value, Value)>,
) -> Result<BTreeSet<ColumnAt>, Error> {
    let (table, store) = (work.atlas.table(spot), work.stores.get(spot.store));
    let mut columns = BTreeSet::new();
    for (column, should, is) in differing {
        let described = table.and_then(|t| Some((t, t.columns.get(column)?)));
        let made = match (described, store, should.text()) {
            (Some((table, described)), Some(store), Some(text))
                if described.family == Family::Other =>
            {
                store.written(table, described, &text).await?.value()
            }
            _ => None,
        };
        if made.is_none_or(|made| !is_same(&made, &is)) {
            columns.insert(column);
        }
    }
    Ok(columns)
}

/// Of so many values at most it is asked how the store writes them.
const DIFFERING: usize = 10_000;

/// By a row's key: the columns that were written, and what.
type Written<'a> = BTreeMap<Vec<Value>, &'a Vec<(ColumnAt, Value)>>;

struct Look<'a> {
    work: &'a Work<'a>,
    atlas: &'a Atlas,
    sessions: &'a mut Sessions,
    done: &'a Done,
    residue: &'a mut BTreeSet<Residue>,
}

impl Look<'_> {
    /// Rows that went are not found by what names them. Rows that nothing names are looked for along the edges only.
    async fn at_gone(&mut self) -> Result<(), Error> {
        let mut gone: BTreeMap<(Spot, Vec<ColumnAt>), Vec<Vec<Value>>> = BTreeMap::new();
        for row in self.done.went() {
            let Some((by, values)) = row.named(self.atlas) else { continue };
            gone.entry((row.spot, by)).or_default().push(values);
        }
        for ((spot, by), values) in gone {
            let asked = Asked { by: &by, values: &values, when: &[], refers: false };
            if !find(self.atlas, self.sessions, spot, &asked).await?.is_empty() {
                self.residue.insert(Residue::Row { table: self.atlas.name(spot) });
            }
        }
        Ok(())
    }

    /// Rows that changed hold what was written.
    async fn at_changed(&mut self) -> Result<(), Error> {
        let mut asked: BTreeMap<(Spot, Vec<ColumnAt>), Written<'_>> = BTreeMap::new();
        for (at, now) in &self.done.now {
            let Some(row) = self.done.rows.all.get(*at) else { continue };
            let columns: Vec<ColumnAt> = now.iter().map(|(c, _)| *c).collect();
            asked.entry((row.spot, columns)).or_default().insert(row.key.0.to_vec(), now);
        }
        for ((spot, want), rows) in asked {
            if let Some(table) = self.atlas.table(spot).filter(|t| t.has_places()) {
                self.at_places(spot, table, &want, &rows).await?;
                continue;
            }
            let values: Vec<Vec<Value>> = rows.keys().cloned().collect();
            let lookup = abide_stores::Lookup {
                table: spot.table,
                by: &[],
                values: &values,
                when: &[],
                want: &want,
                hold: false,
                refers: false,
            };
            let mut differing: BTreeSet<(ColumnAt, Value, Value)> = BTreeSet::new();
            let mut sink = |row: Row| {
                let should = rows.get(&row.key.0.to_vec());
                for ((column, should), is) in
                    should.into_iter().flat_map(|s| s.iter()).zip(&row.values)
                {
                    if !is_same(should, is) && differing.len() < DIFFERING {
                        differing.insert((*column, should.clone(), is.clone()));
                    }
                }
                ControlFlow::Continue(())
            };
            self.sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
            let differing = otherwise(self.work, spot, differing).await?;
            self.unchanged(spot, differing);
        }
        Ok(())
    }

    /// The same of rows whose places may be others now.
    async fn at_places(
        &mut self,
        spot: Spot,
        table: &Table,
        want: &[ColumnAt],
        rows: &Written<'_>,
    ) -> Result<(), Error> {
        let Some(path) = table.key.first() else { return Ok(()) };
        let one = |(key, now): (&Vec<Value>, &&Vec<(ColumnAt, Value)>)| {
            let values = now.iter().map(|(_, value)| value.clone()).collect();
            Some((key.first()?.clone(), values))
        };
        let rows: Vec<_> = rows.iter().filter_map(one).collect();
        if !stayed::written(self.sessions, spot, *path, want, &rows).await? {
            self.unchanged(spot, want.iter().copied());
        }
        Ok(())
    }

    fn unchanged(&mut self, spot: Spot, columns: impl IntoIterator<Item = ColumnAt>) {
        let table = self.atlas.name(spot);
        for column in columns {
            let column = column_name(self.atlas, spot, column);
            self.residue.insert(Residue::Unchanged { table: table.clone(), column });
        }
    }

    /// Nothing refers to rows that went, but what others own by the same reference.
    async fn at_referring(&mut self) -> Result<(), Error> {
        let mut asked: BTreeMap<usize, Vec<Vec<Value>>> = BTreeMap::new();
        for row in self.done.went() {
            for (number, flow) in
                self.atlas.leaving(row.spot).filter(|(_, f)| f.owns && f.refers_back)
            {
                asked
                    .entry(number)
                    .or_default()
                    .extend(row.values(self.atlas, &flow.source_columns));
            }
        }
        let stayed = Stayed::of(self.atlas, self.done);
        for (number, values) in asked {
            let Some(flow) = self.atlas.flows.get(number) else { continue };
            let question = Asked {
                by: &flow.target_columns,
                values: &values,
                when: &flow.target_when,
                refers: flow.refers(),
            };
            let found = find(self.atlas, self.sessions, flow.target, &question).await?;
            let unexpected = found.into_iter().any(|(f, _)| !stayed.has(f.spot, &f.key, &f.core));
            if unexpected {
                self.residue.insert(Residue::New { table: self.atlas.name(flow.target) });
            }
        }
        Ok(())
    }
}

fn column_name(atlas: &Atlas, spot: Spot, column: ColumnAt) -> String {
    atlas
        .table(spot)
        .and_then(|t| t.columns.get(column))
        .map(|c| c.name.clone())
        .unwrap_or_default()
}

/// Stores write numbers and moments in their own way: 0 and "0.00" are the same nothing.
pub(crate) fn is_same(should: &Value, is: &Value) -> bool {
    match (should, is) {
        _ if should == is => return true,
        (Value::Integer(_), Value::Integer(_)) => return false,
        _ => {}
    }
    match (should.text(), is.text()) {
        (Some(a), Some(b)) => {
            let numbers = a.parse::<f64>().ok().zip(b.parse::<f64>().ok());
            a.trim_end() == b.trim_end()
                || numbers.is_some_and(|(a, b)| a.total_cmp(&b).is_eq())
                // A moment may come back with its zone.
                || (crate::plan::day(should).is_some() && b.starts_with(&*a))
        }
        (None, None) => matches!((should, is), (Value::Null, Value::Null)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value, and how it is written.
    macro_rules! written {
        ($($example:tt)*) => { ($($example)*, stringify!($($example)*)) };
    }

    /// The example of [`Erased`] that must not compile fails for one reason only: here, where its fields can be seen, it compiles.
    #[test]
    fn what_nobody_else_can_make_could_be_made_here() {
        let (unread, text) = written!(Erased {
            deleted: 1,
            changed: 0,
            kept: Default::default(),
            remains: Default::default(),
            old: Default::default(),
            swept: true,
            unread: Default::default(),
            short: 0,
        });
        assert!(unread.swept() && unread.deleted() == 1);
        let plain = |text: &str| text.replace("///", "").split_whitespace().collect::<String>();
        let documented = include_str!("verify.rs").split("```").nth(3).unwrap();
        let example =
            format!("compile_fail use abide_rights::verify::Erased; let unread = {text};");
        assert_eq!(plain(documented), plain(&example));
    }

    #[test]
    fn nothing_is_not_the_same_as_something() {
        assert!(is_same(&"".into(), &"".into()) && is_same(&Value::Integer(0), &"0.00".into()));
        assert!(is_same(&"1970-01-01 00:00:00".into(), &"1970-01-01 00:00:00+00".into()));
        assert!(!is_same(&"".into(), &"Anna".into()) && !is_same(&Value::Null, &"Anna".into()));
        assert!(!is_same(&"erased-1".into(), &"erased-12".into()));
    }
}

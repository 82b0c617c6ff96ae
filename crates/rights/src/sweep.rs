//! Reading whole stores for values that only erased people had.
//!
//! Owns: which values are looked for, in which spellings, and where they may stand; also in the rows alone that stay after a pass
//! (`near`). Leaves to others: reading back what was touched ([`crate::verify`]), what becomes of what is found (people decide).
//!
//! What stores keep of rows that are no more is read too: old versions ([`old`]); and whatever lies in their files and is in no table
//! as values ([`files`]).
//!
//! A value that somebody else is known by too is theirs and tells nothing; a row that must stay by the person's own plan may hold
//! theirs. The time of a sweep grows with the stores, not with the people: many should share one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_policy::vocab::{Fact, StoreKind};
use abide_stores::schema::{Family, Table};
use abide_stores::{ColumnAt, Error, Key, Mode, Remains, Row, Store};

use crate::atlas::{Atlas, Spot};
use crate::execute::{Done, known_values};
use crate::find::row_hash;
use crate::plan::{Fate, Fates, is_left};
use crate::reach::{Rows, SubjectAt};
use crate::verify::Residue;

mod files;
mod foreseen;
mod near;
mod old;
mod refused;
mod search;
mod staying;

pub use files::Unread;
pub(crate) use foreseen::{Untouched, foreseen};
pub(crate) use near::near;
pub(crate) use refused::unreadable;
pub(crate) use search::Sought;
use staying::Staying;

/// The number of somebody who is looked for alone.
const ALONE: SubjectAt = 0;

/// The number of a value among those that are looked for.
type ValueAt = usize;

/// How far reading whole tables is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Far<'a> {
    /// The table that is read.
    pub table: &'a str,
    /// So many of its rows have been.
    pub rows: u64,
    /// So many tables have been before it.
    pub done: u64,
    /// Of so many.
    pub of: u64,
}

/// Told how far it is.
pub type Progress<'a> = &'a mut (dyn FnMut(Far<'_>) + Send);

/// What was seen of the rows of people who were erased.
#[derive(Clone, Copy)]
pub enum Seen<'a> {
    /// All of them, and what a pass did to them.
    Done(&'a Done),
    /// Of somebody whose erasure nobody saw to its end.
    Left(Left<'a>),
    /// All of them, and what shall become of them.
    Planned(&'a Fates),
}

/// What is left of somebody who was erased.
#[derive(Clone, Copy)]
pub struct Left<'a> {
    /// The rows that can still be reached, and what becomes of them: nothing any more.
    pub fates: &'a Fates,
    /// Rows that must stay and cannot be reached any more.
    pub cut_off: &'a HashSet<(Spot, Key)>,
    /// The values by which the person was known.
    pub known: &'a BTreeSet<String>,
}

impl<'a> Seen<'a> {
    fn rows(&self) -> &'a Rows {
        match self {
            Self::Done(done) => &done.rows,
            Self::Left(left) => &left.fates.rows,
            Self::Planned(fates) => &fates.rows,
        }
    }

    /// What was decided about a row of any store: a pass over one knows what becomes of those in the others.
    fn fate(&self, at: usize) -> Option<&'a Fate> {
        match self {
            Self::Done(done) => done.fates.get(&at),
            Self::Left(left) => left.fates.of.get(&at),
            Self::Planned(fates) => fates.of.get(&at),
        }
    }

    fn known(&self, atlas: &Atlas) -> BTreeMap<SubjectAt, BTreeSet<String>> {
        match self {
            Self::Done(done) => known_values(atlas, &done.rows),
            Self::Left(left) => BTreeMap::from([(ALONE, left.known.clone())]),
            Self::Planned(fates) => known_values(atlas, &fates.rows),
        }
    }
}

/// What a sweep found of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// What is there and should not be; `None` if nothing is proved: nothing was looked for, or what was found may not go.
    pub found: Option<BTreeSet<Residue>>,
    /// In which rows: some of them, if they are many.
    pub rows: Vec<Trace>,
    /// What old versions still hold of it, or may hold, by the number of the store.
    pub old: BTreeMap<usize, Remains>,
    /// Files that could not be read, and so may hold it.
    pub unread: Unread,
    /// So many values were too short to be looked for.
    pub short: u64,
}

/// Something that a sweep reads whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A table.
    Table(Spot),
    /// The files of a store that no table has as values, by its number.
    Files(usize),
    /// The old versions of what is in a table.
    Old(Spot),
}

impl Place {
    /// In which store.
    #[must_use]
    pub const fn store(self) -> usize {
        match self {
            Self::Table(spot) | Self::Old(spot) => spot.store,
            Self::Files(store) => store,
        }
    }

    /// The table, if it is read as it is now.
    #[must_use]
    pub const fn table(self) -> Option<Spot> {
        match self {
            Self::Table(spot) => Some(spot),
            Self::Files(_) | Self::Old(_) => None,
        }
    }
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// In a column of a row, by its name in the session.
    Row(Spot, ColumnAt, Key),
    /// In a file that no table has as values.
    File {
        /// The number of its store.
        store: usize,
        /// Its path from the store's place on.
        file: String,
        /// In this line; in its name if there is none.
        line: Option<u64>,
    },
}

/// So many rows with the same values in a column are remembered.
const TRACED: usize = 20;
/// So many rows of one person are told.
const TOLD: usize = 50;

/// Rows that hold the same of what is looked for in a column.
#[derive(Default)]
struct Hits {
    rows: u64,
    /// The first of them.
    keys: Vec<Key>,
}

/// The columns of a table in which values are searched.
pub(crate) fn searched(atlas: &Atlas, spot: Spot) -> Vec<ColumnAt> {
    // A number may be a telephone's, and SQLite holds a text in a column of any type.
    let sqlite = atlas.parts.get(spot.store).is_some_and(|p| p.map.kind == StoreKind::Sqlite);
    let textual = |f: Family| sqlite || !matches!(f, Family::Date | Family::Moment | Family::Truth);
    let columns = atlas.table(spot).map_or(&[][..], |t| &t.columns);
    columns.iter().enumerate().filter(|(_, c)| textual(c.family)).map(|(at, _)| at).collect()
}

/// A sweep under way, table by table.
pub struct Sweep<'a> {
    atlas: &'a Atlas,
    staying: Staying<'a>,
    /// What is looked for, if anything is.
    sought: Option<Arc<Sought>>,
    people: usize,
    /// How many values of each of them are too short to be looked for.
    short: Vec<u64>,
    /// Which rows hold just these values in a column.
    found: BTreeMap<(Spot, ColumnAt, Vec<ValueAt>), Hits>,
    /// Values by which somebody else is known.
    others: BTreeSet<ValueAt>,
    /// By person: the rows of people, as short hashes, of which somebody said whether they are them. Their e-mail address in any other
    /// is nobody else's.
    shown: Option<Vec<BTreeSet<String>>>,
    old: old::Old,
    files: files::Files,
}

impl<'a> Sweep<'a> {
    /// A sweep for what these people were known by, as far as their rows were seen.
    #[must_use]
    pub fn new(atlas: &'a Atlas, seen: Vec<Seen<'a>>, people: &[BTreeSet<String>]) -> Self {
        let sought = Sought::of(people.iter().enumerate(), None);
        let short = people.iter().map(Sought::too_short).collect();
        Self { short, ..Self::of(atlas, &seen, sought, people.len()) }
    }

    /// The same, where it is known whom somebody was shown who said which rows are these people.
    #[must_use]
    pub fn beside<'b>(self, shown: impl Iterator<Item = Option<&'b BTreeSet<String>>>) -> Self {
        Self { shown: Some(shown.map(|rows| rows.cloned().unwrap_or_default()).collect()), ..self }
    }

    /// How many values of a person are too short to be looked for: they are found everywhere and tell nothing.
    #[must_use]
    pub fn short(&self, person: SubjectAt) -> u64 {
        self.short.get(person).copied().unwrap_or(0)
    }

    /// The same for so many people, by numbers from 0, of whom this is looked for.
    fn of(atlas: &'a Atlas, seen: &[Seen<'a>], sought: Option<Arc<Sought>>, people: usize) -> Self {
        let mut staying = Staying::default();
        for seen in seen {
            staying.see(atlas, seen, |value| {
                sought.as_ref().map(|sought| sought.numbers(value)).unwrap_or_default()
            });
        }
        Self {
            atlas,
            staying,
            sought,
            people,
            short: Vec::new(),
            found: BTreeMap::new(),
            others: BTreeSet::new(),
            shown: None,
            old: old::Old::default(),
            files: files::Files::default(),
        }
    }

    /// The tables in which such values can stand; none if nothing is looked for. Those in which people are known come first:
    /// what turns out to be somebody else's need not be remembered from the others.
    #[must_use]
    pub fn tables(&self) -> Vec<Spot> {
        let parts = self.atlas.parts.iter().enumerate().filter(|_| self.sought.is_some());
        let spots = parts.flat_map(|(store, part)| {
            (0..part.schema.tables.len()).map(move |table| Spot { store, table })
        });
        let mut spots: Vec<Spot> = spots.filter(|spot| !self.columns(*spot).is_empty()).collect();
        spots.sort_by_key(|spot| !self.atlas.known.iter().any(|k| k.spot == *spot));
        spots
    }

    fn columns(&self, spot: Spot) -> Vec<ColumnAt> {
        searched(self.atlas, spot)
    }

    /// Which columns of a table are read, and each of them that is searched.
    fn wanted(&self, spot: Spot) -> (Vec<ColumnAt>, Vec<Option<ColumnAt>>) {
        let columns = self.columns(spot);
        let table = self.atlas.table(spot).filter(|t| t.has_places());
        // What tells a row in a file is all that it says.
        let want = table.map_or_else(|| columns.clone(), |t| (0..t.columns.len()).collect());
        let searched = want.iter().map(|c| columns.contains(c).then_some(*c)).collect();
        (want, searched)
    }

    /// Everything that is read, in order: tables, then files, then old versions.
    #[must_use]
    pub fn places(&self, stores: &[Arc<dyn Store>]) -> Vec<Place> {
        let tables = self.tables().into_iter().map(Place::Table);
        let files = self.with_files().into_iter().map(Place::Files);
        tables.chain(files).chain(self.old_tables(stores).into_iter().map(Place::Old)).collect()
    }

    /// Reads one of them whole; `progress` is told its name at once, and how much of it has been read.
    ///
    /// # Errors
    /// Whatever the store reports.
    pub async fn read_at(
        &mut self,
        stores: &[Arc<dyn Store>],
        place: Place,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<(), Error> {
        match place {
            Place::Table(spot) | Place::Old(spot) => progress(&self.atlas.name(spot), 0),
            Place::Files(_) => {}
        }
        match place {
            Place::Table(spot) => self.read(stores, spot, progress).await,
            Place::Files(store) => self.read_files(stores, store, progress).await,
            Place::Old(spot) => self.read_old(stores, spot, progress).await,
        }
    }

    /// Reads one table whole; `progress` is told its name and how many rows have been read.
    ///
    /// # Errors
    /// Whatever the store reports.
    pub async fn read(
        &mut self,
        stores: &[Arc<dyn Store>],
        spot: Spot,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<(), Error> {
        let Some(store) = stores.get(spot.store) else { return Ok(()) };
        let (name, (want, searched), mut count) = (self.atlas.name(spot), self.wanted(spot), 0);
        let mut session = store.session(Mode::Read).await?;
        let mut sink = |row: Row| {
            count += 1;
            if count % 4096 == 0 {
                progress(&name, count);
            }
            self.look(spot, &searched, &row);
            ControlFlow::Continue(())
        };
        let read = session.sweep(spot.table, &want, &mut sink).await;
        read.map_err(|error| refused::named(error, &name))?;
        progress(&name, count);
        Ok(())
    }

    /// Looks at a row: `searched` has the column of each of its values that is searched.
    fn look(&mut self, spot: Spot, searched: &[Option<ColumnAt>], row: &Row) {
        let Some(sought) = &self.sought else { return };
        let mut whose = None;
        for (column, value) in searched.iter().zip(&row.values) {
            let Some(column) = column else { continue };
            let mut hits = sought.hits(value);
            hits.retain(|hit| !self.others.contains(hit));
            if hits.is_empty() {
                continue;
            }
            let whose = whose.get_or_insert_with(|| self.staying.whose(self.atlas, spot, row));
            match whose {
                Some(whose) => {
                    let left = is_left(self.atlas, spot, *column);
                    hits.retain(|hit| !self.staying.is_expected(whose, *hit, left));
                }
                // Nobody's row of those who were erased: that somebody else is known by it makes it theirs.
                None => {
                    let theirs =
                        |hit: &ValueAt| self.is_anothers(sought, *hit, (spot, *column), row);
                    let (theirs, left): (Vec<_>, Vec<_>) = hits.into_iter().partition(theirs);
                    self.others.extend(theirs);
                    hits = left;
                }
            }
            if !hits.is_empty() {
                let hits = self.found.entry((spot, *column, hits)).or_default();
                hits.rows += 1;
                if hits.keys.len() < TRACED {
                    hits.keys.push(row.key.clone());
                }
            }
        }
    }

    /// Whether a value in a row of people makes it that row's. An e-mail address is one person's: in a row of which nobody said that it
    /// is not them, it may be them, and a name may be written in its place.
    fn is_anothers(
        &self,
        sought: &Sought,
        value: ValueAt,
        (spot, column): (Spot, ColumnAt),
        row: &Row,
    ) -> bool {
        let mut known = self.atlas.known.iter().filter(|k| k.spot == spot && k.column == column);
        let Some(shown) = &self.shown else { return known.next().is_some() };
        if !sought.is_address(value) {
            return known.next().is_some();
        }
        if !known.any(|k| k.fact == Fact::Email) {
            return false;
        }
        let hash = row_hash(self.atlas, spot, &row.key.0);
        let said = |person: &SubjectAt| {
            shown.get(*person).is_some_and(|rows| hash.as_ref().is_some_and(|h| rows.contains(h)))
        };
        sought.whose(value).all(|person| said(&person))
    }

    /// What was found, for each of the people; `None` for whom nothing was looked for.
    #[must_use]
    pub fn found(&self) -> Vec<Option<BTreeSet<Residue>>> {
        let mut rows: BTreeMap<(usize, Spot, ColumnAt), u64> = BTreeMap::new();
        for ((spot, column, values), hits) in &self.found {
            for person in self.people_of(values) {
                *rows.entry((person, *spot, *column)).or_default() += hits.rows;
            }
        }
        let mut each = vec![None; self.people];
        for person in self.sought.iter().flat_map(|sought| sought.people()) {
            if let Some(place) = each.get_mut(person) {
                *place = Some(BTreeSet::new());
            }
        }
        for ((person, spot, column), rows) in rows {
            let table = self.atlas.table(spot);
            let column = table.and_then(|t| t.columns.get(column)).map(|c| c.name.clone());
            let (name, column) = (self.atlas.name(spot), column.unwrap_or_default());
            let residue = match table.is_some_and(Table::is_view) {
                true => Residue::View { table: name, column, rows },
                false => Residue::Value { table: name, column, rows },
            };
            each.get_mut(person).and_then(Option::as_mut).map(|set| set.insert(residue));
        }
        for (person, residue) in self.in_files() {
            each.get_mut(person).and_then(Option::as_mut).map(|set| set.insert(residue));
        }
        each
    }

    /// In which rows and files, for each of the people.
    #[must_use]
    pub fn traces(&self) -> Vec<Vec<Trace>> {
        let mut each = vec![Vec::new(); self.people];
        for ((spot, column, values), hits) in &self.found {
            for person in self.people_of(values) {
                let Some(traces) = each.get_mut(person) else { continue };
                let room = TOLD.saturating_sub(traces.len());
                let rows = hits.keys.iter().take(room);
                traces.extend(rows.map(|key| Trace::Row(*spot, *column, key.clone())));
            }
        }
        for (person, trace) in self.traces_in_files() {
            if let Some(traces) = each.get_mut(person).filter(|traces| traces.len() < TOLD) {
                traces.push(trace);
            }
        }
        each
    }

    /// The people of whom values tell that nobody else is known by.
    fn people_of(&self, values: &[ValueAt]) -> BTreeSet<usize> {
        let only = values.iter().filter(|v| !self.others.contains(v));
        let whose = |v: &ValueAt| self.sought.as_ref().map(|sought| sought.whose(*v));
        only.filter_map(whose).flatten().collect()
    }
}

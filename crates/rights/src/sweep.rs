//! Reading whole stores for values that only erased people had.
//!
//! Owns: which values are looked for, in which spellings, and where they may stand. Leaves to others: reading back what was
//! touched ([`crate::verify`]), what becomes of what is found (people decide).
//!
//! What stores keep of rows that are no more is read too: old versions ([`old`]).
//!
//! A value that somebody else is known by too is theirs and tells nothing; a row that stays by the person's own plan may hold
//! theirs. The time of a sweep grows with the stores, not with the people: many should share one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_stores::schema::Family;
use abide_stores::{ColumnAt, Error, Key, Mode, Remains, Row, Store, Value};
use aho_corasick::{AhoCorasick, MatchKind};

use crate::atlas::{Atlas, Spot};
use crate::execute::{Done, known_values};
use crate::plan::{Fate, Fates, is_left};
use crate::reach::{Rows, SubjectAt, content};
use crate::verify::Residue;

mod old;

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
}

/// What is left of somebody who was erased.
#[derive(Clone, Copy)]
pub struct Left<'a> {
    /// The rows that can still be reached, and what becomes of them: nothing any more.
    pub fates: &'a Fates,
    /// Rows that stay and cannot be reached any more.
    pub cut_off: &'a HashSet<(Spot, Key)>,
    /// The values by which the person was known.
    pub known: &'a BTreeSet<String>,
}

impl<'a> Seen<'a> {
    fn rows(&self) -> &'a Rows {
        match self {
            Self::Done(done) => &done.rows,
            Self::Left(left) => &left.fates.rows,
        }
    }

    /// What was decided about a row of any store: a pass over one knows what becomes of those in the others.
    fn fate(&self, at: usize) -> Option<&'a Fate> {
        match self {
            Self::Done(done) => done.fates.get(&at),
            Self::Left(left) => left.fates.of.get(&at),
        }
    }

    fn known(&self, atlas: &Atlas) -> BTreeMap<SubjectAt, BTreeSet<String>> {
        match self {
            Self::Done(done) => known_values(atlas, &done.rows),
            Self::Left(left) => BTreeMap::from([(ALONE, left.known.clone())]),
        }
    }
}

/// By what a row is told from others. Rows in files move to other lines when others go: those are told by what they say.
#[derive(PartialEq, Eq, Hash)]
enum Name<'a> {
    Key(&'a Key),
    Content([u8; 16]),
}

/// Somebody of whom a row may hold values, by their place among the people who were seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    /// The row stays with what it says.
    Whole(usize),
    /// It lost the person: only where every such row keeps what it says.
    Rest(usize),
}

/// Whose values may stand in the rows that were seen.
#[derive(Default)]
struct Staying<'a> {
    /// By which values each of the people is known; the same person may be seen several times.
    theirs: Vec<BTreeSet<ValueAt>>,
    /// By row, of whom it may hold values: nobody if it went.
    rows: HashMap<(Spot, Name<'a>), Vec<Of>>,
    files: old::Files<'a>,
}

/// What a sweep found of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// What is there and should not be; `None` if nothing is proved: nothing was looked for, or what was found may not go.
    pub found: Option<BTreeSet<Residue>>,
    /// What old versions still hold of it, or may hold, by the number of the store.
    pub old: BTreeMap<usize, Remains>,
}

impl<'a> Staying<'a> {
    /// Adds what was seen; `number` tells which value a text is.
    fn see(&mut self, atlas: &Atlas, seen: &Seen<'a>, number: impl Fn(&String) -> Option<ValueAt>) {
        let mut places = BTreeMap::new();
        for (person, known) in seen.known(atlas) {
            places.insert(person, self.theirs.len());
            self.theirs.push(known.iter().filter_map(&number).collect());
        }
        // Rows that belong to nobody here are others': they only let go of a row that went.
        let rows = seen.rows().all.iter().enumerate().filter(|(_, row)| !row.claims.is_empty());
        for (at, row) in rows {
            let name = match atlas.table(row.spot) {
                Some(table) if table.has_places() => Name::Content(row.digest),
                _ => Name::Key(&row.key),
            };
            let whose = self.rows.entry((row.spot, name)).or_default();
            let of = match seen.fate(at) {
                Some(Fate::Delete) => continue,
                Some(Fate::Change(..)) => Of::Rest,
                Some(Fate::Share | Fate::Keep(_)) | None => Of::Whole,
            };
            let claims = row.claims.iter().filter_map(|c| Some(of(*places.get(&c.subject)?)));
            for of in claims {
                whose.push(of);
                if let Of::Whole(person) = of {
                    self.files.stays(atlas, row.spot, &row.key, person);
                }
            }
            whose.sort_unstable();
            whose.dedup();
        }
        if let (Seen::Left(left), Some(alone)) = (seen, places.get(&ALONE)) {
            for (spot, key) in left.cut_off {
                let whose = self.rows.entry((*spot, Name::Key(key))).or_default();
                whose.push(Of::Whole(*alone));
                self.files.stays(atlas, *spot, key, *alone);
            }
        }
    }

    /// Of whom a row may hold values. `None` if it was not seen.
    fn whose<'r>(&'r self, atlas: &Atlas, spot: Spot, row: &'r Row) -> Option<&'r [Of]> {
        let name = match atlas.table(spot) {
            Some(table) if table.has_places() => Name::Content(content(atlas, spot, &row.values)),
            _ => Name::Key(&row.key),
        };
        self.rows.get(&(spot, name)).map(Vec::as_slice)
    }

    /// Whether a value may stand in a column; `left` tells whether every row keeps that column.
    fn is_expected(&self, whose: &[Of], value: ValueAt, left: bool) -> bool {
        whose.iter().any(|of| {
            let at = match of {
                Of::Whole(at) => at,
                Of::Rest(at) if left => at,
                Of::Rest(_) => return false,
            };
            self.theirs.get(*at).is_some_and(|known| known.contains(&value))
        })
    }
}

/// A sweep under way, table by table.
pub struct Sweep<'a> {
    atlas: &'a Atlas,
    staying: Staying<'a>,
    /// For each value, whose it was: numbers of the people of this sweep.
    whose: Vec<Vec<usize>>,
    people: usize,
    search: Option<Search>,
    /// How many rows hold just these values in a column.
    found: BTreeMap<(Spot, ColumnAt, Vec<ValueAt>), u64>,
    /// Values by which somebody else is known.
    others: BTreeSet<ValueAt>,
    old: old::Old,
}

impl<'a> Sweep<'a> {
    /// A sweep for what these people were known by, as far as their rows were seen. Values of fewer than five characters are
    /// found everywhere and tell nothing: they are left out.
    #[must_use]
    pub fn new(atlas: &'a Atlas, seen: Vec<Seen<'a>>, people: &[BTreeSet<String>]) -> Self {
        let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (person, known) in people.iter().enumerate() {
            for value in known.iter().filter(|v| v.chars().count() >= SHORTEST) {
                values.entry(value).or_default().push(person);
            }
        }
        let texts: Vec<&str> = values.keys().copied().collect();
        let mut staying = Staying::default();
        for seen in &seen {
            staying.see(atlas, seen, |value| texts.binary_search(&value.as_str()).ok());
        }
        Self {
            atlas,
            staying,
            search: Search::new(&texts),
            whose: values.into_values().collect(),
            people: people.len(),
            found: BTreeMap::new(),
            others: BTreeSet::new(),
            old: old::Old::default(),
        }
    }

    /// The tables in which such values can stand; none if nothing is looked for. Those in which people are known come first:
    /// what turns out to be somebody else's need not be remembered from the others.
    #[must_use]
    pub fn tables(&self) -> Vec<Spot> {
        let parts = self.atlas.parts.iter().enumerate().filter(|_| self.search.is_some());
        let spots = parts.flat_map(|(store, part)| {
            (0..part.schema.tables.len()).map(move |table| Spot { store, table })
        });
        let mut spots: Vec<Spot> = spots.filter(|spot| !self.columns(*spot).is_empty()).collect();
        spots.sort_by_key(|spot| !self.atlas.known.iter().any(|k| k.spot == *spot));
        spots
    }

    fn columns(&self, spot: Spot) -> Vec<ColumnAt> {
        let textual = |f: Family| {
            matches!(
                f,
                Family::Text(_) | Family::Json | Family::Other | Family::Bytes | Family::Uuid
            )
        };
        let columns = self.atlas.table(spot).map_or(&[][..], |t| &t.columns);
        columns.iter().enumerate().filter(|(_, c)| textual(c.family)).map(|(at, _)| at).collect()
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
        session.sweep(spot.table, &want, &mut sink).await?;
        progress(&name, count);
        Ok(())
    }

    /// Looks at a row: `searched` has the column of each of its values that is searched.
    fn look(&mut self, spot: Spot, searched: &[Option<ColumnAt>], row: &Row) {
        let Some(search) = &self.search else { return };
        let mut whose = None;
        for (column, value) in searched.iter().zip(&row.values) {
            let Some(column) = column else { continue };
            let mut hits = search.hits(value);
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
                None if self.atlas.known.iter().any(|k| k.spot == spot && k.column == *column) => {
                    self.others.extend(hits.drain(..));
                }
                None => {}
            }
            if !hits.is_empty() {
                *self.found.entry((spot, *column, hits)).or_default() += 1;
            }
        }
    }

    /// What was found, for each of the people; `None` for whom nothing was looked for.
    #[must_use]
    pub fn found(&self) -> Vec<Option<BTreeSet<Residue>>> {
        let mut rows: BTreeMap<(usize, Spot, ColumnAt), u64> = BTreeMap::new();
        for ((spot, column, values), count) in &self.found {
            let only = values.iter().filter(|v| !self.others.contains(v));
            let people = only.filter_map(|v| self.whose.get(*v)).flatten();
            for person in people.copied().collect::<BTreeSet<usize>>() {
                *rows.entry((person, *spot, *column)).or_default() += count;
            }
        }
        let mut each = vec![None; self.people];
        for person in self.whose.iter().flatten() {
            if let Some(place) = each.get_mut(*person) {
                *place = Some(BTreeSet::new());
            }
        }
        for ((person, spot, column), rows) in rows {
            let table = self.atlas.table(spot);
            let column = table.and_then(|t| t.columns.get(column)).map(|c| c.name.clone());
            let residue = Residue::Value {
                table: self.atlas.name(spot),
                column: column.unwrap_or_default(),
                rows,
            };
            each.get_mut(person).and_then(Option::as_mut).map(|set| set.insert(residue));
        }
        each
    }
}

/// Looks for many values at once: as they are, and telephone numbers by their last digits in any spelling.
struct Search {
    texts: AhoCorasick,
    digits: Option<(AhoCorasick, Vec<ValueAt>)>,
}

/// A value that is shorter is found everywhere and tells nothing.
const SHORTEST: usize = 5;
/// So many last digits tell a telephone number; prefixes are written in many ways.
const LAST_DIGITS: usize = 8;

impl Search {
    fn new(values: &[&str]) -> Option<Self> {
        let build = |patterns: &[&str]| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::Standard)
                .build(patterns)
                .ok()
                .filter(|_| !patterns.is_empty())
        };
        let phones: Vec<(String, ValueAt)> = values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| Some((last_digits(value)?, at)))
            .collect();
        let digits: Vec<&str> = phones.iter().map(|(digits, _)| digits.as_str()).collect();
        let places = phones.iter().map(|(_, at)| *at).collect();
        Some(Self {
            texts: build(values)?,
            digits: build(&digits).map(|automaton| (automaton, places)),
        })
    }

    /// The values that a cell holds, in order.
    fn hits(&self, value: &Value) -> Vec<ValueAt> {
        let mut hits = Vec::new();
        match value {
            Value::Text(text) => {
                hits.extend(self.texts.find_overlapping_iter(text).map(|m| m.pattern().as_usize()));
                if let Some((automaton, places)) =
                    self.digits.as_ref().filter(|_| text.bytes().any(|b| b.is_ascii_digit()))
                {
                    let condensed = condensed(text);
                    let found = automaton.find_overlapping_iter(&condensed);
                    hits.extend(found.filter_map(|m| places.get(m.pattern().as_usize())));
                }
            }
            Value::Bytes(bytes) => {
                let found = self.texts.find_overlapping_iter(bytes);
                hits.extend(found.map(|m| m.pattern().as_usize()));
            }
            _ => {}
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }
}

/// The last digits of what looks like a telephone number: digits and separators alone.
pub(crate) fn last_digits(value: &str) -> Option<String> {
    let separators = |c: char| matches!(c, '+' | ' ' | '-' | '/' | '(' | ')' | '.' | '\u{a0}');
    if !value.chars().all(|c| c.is_ascii_digit() || separators(c)) {
        return None;
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    digits.get(digits.len().checked_sub(LAST_DIGITS)?..).map(str::to_owned)
}

/// A text with the separators between digits taken out.
fn condensed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending = String::new();
    for c in text.chars() {
        let separator = matches!(c, ' ' | '-' | '/' | '(' | ')' | '.' | '\u{a0}');
        if separator && out.ends_with(|c: char| c.is_ascii_digit()) && pending.len() < 4 {
            pending.push(c);
            continue;
        }
        if !c.is_ascii_digit() {
            out.push_str(&pending);
        }
        pending.clear();
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_any_spelling() {
        let search = Search::new(&["+49 30 23125 123", "anna@example.org"]).unwrap();
        for (text, expected) in [
            ("030/23125123", &[0][..]),
            ("0049 (30) 231 25-123 bitte", &[0]),
            ("mail ANNA@example.org now", &[1]),
            ("{\"to\":\"+493023125123\",\"by\":\"anna@example.org\"}", &[0, 1]),
            ("+49 30 23125 123, +49 30 23125 123", &[0]),
            ("030/23125124", &[]),
            ("anna@example.com", &[]),
            ("30 Leute, 23125 Stück", &[]),
            ("", &[]),
        ] {
            assert_eq!(search.hits(&text.into()), expected, "{text}");
        }
    }

    #[test]
    fn two_people_of_one_number_are_both_found() {
        let search = Search::new(&["+493023125123", "030 23125123"]).unwrap();
        assert_eq!(search.hits(&"030/23125-123".into()), [0, 1]);
    }

    #[test]
    fn nothing_is_looked_for_without_values() {
        assert!(Search::new(&[]).is_none());
    }
}

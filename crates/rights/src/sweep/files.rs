//! Files that no table has as values: a forgotten export, a copy of a transcript, a note beside a recording.
//!
//! Owns: looking for values in what is read of them, in pieces, and in what they are called. Leaves to others: reading and telling
//! what is no text (`abide-stores`), what counts as the same value (`search`), what becomes of what is found (people decide).
//!
//! A piece is looked at together with the end of the one before, which is longer than anything that is looked for can be written: so a
//! value is found wherever a file is cut. Values by which somebody else is known are theirs: tables are read first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use abide_policy::vocab::StoreKind;
use abide_stores::{Error, Key, Store, Text, Value};

use super::search::Sought;
use super::{Sweep, TOLD, Trace, ValueAt};
use crate::verify::Residue;

/// How many files could not be read as text, by store and by what they are: of each store whose files were read.
pub type Unread = BTreeMap<String, BTreeMap<String, u64>>;

/// A character may be written in so many bytes: as two escapes of JSON.
const WIDEST: usize = 12;
/// What a window keeps of the one before, at least.
const OVERLAP: usize = 4 << 10;

/// What was found in files.
#[derive(Default)]
pub(super) struct Files {
    /// By person and store.
    found: BTreeMap<(usize, usize), Hits>,
    unread: Unread,
}

/// Files that hold something of somebody.
#[derive(Default)]
struct Hits {
    files: u64,
    /// The first of them; and the line, unless it is the name.
    places: Vec<(String, Option<u64>)>,
}

/// A file that is being looked through.
struct Open {
    name: String,
    /// A table has its name, and this has its row.
    key: Option<Key>,
    /// What was read last.
    window: String,
    /// The line in which it begins, counted from 1.
    line: u64,
    /// Whether it ends in a space, of which one counts.
    is_spaced: bool,
    /// What was found, and where first.
    values: BTreeMap<ValueAt, Option<u64>>,
}

impl Sweep<'_> {
    /// The stores that may have something beside their tables: files, or what a database keeps elsewhere; none if nothing is looked
    /// for. They are read after the tables.
    #[must_use]
    pub fn with_files(&self) -> Vec<usize> {
        let parts = self.atlas.parts.iter().enumerate().filter(|_| self.sought.is_some());
        parts.map(|(at, _)| at).collect()
    }

    /// Reads the files of one store that no table has as values; `progress` is told how many have been read.
    ///
    /// # Errors
    /// Whatever the store reports. What cannot be read as text is no error: it is counted.
    pub async fn read_files(
        &mut self,
        stores: &[Arc<dyn Store>],
        at: usize,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<(), Error> {
        let Some((store, sought)) = stores.get(at).zip(self.sought.clone()) else { return Ok(()) };
        let stores_of_files = stores.iter().filter_map(|store| store.file());
        // A store may be opened by another name than the folder sees.
        let except: Vec<PathBuf> =
            stores_of_files.filter_map(|file| std::fs::canonicalize(file).ok()).collect();
        let (name, mut count, mut open) = (format!("{}.*", store.id()), 0, None::<Open>);
        let keep = overlap(&sought);
        progress(&name, 0);
        let mut sink = |text: Text<'_>| match text {
            Text::File { name: file, in_table } => {
                if let Some(before) = open.replace(Open::new(&sought, file, in_table)) {
                    self.ended(at, before);
                }
                count += 1;
                if count % 64 == 0 {
                    progress(&name, count);
                }
            }
            Text::Piece(piece) => {
                if let Some(open) = &mut open {
                    open.push(&sought, piece, keep);
                }
            }
        };
        let unread = store.texts(&except, &mut sink).await?;
        if let Some(last) = open {
            self.ended(at, last);
        }
        progress(&name, count);
        let unread = unread.into_iter().map(|(what, n)| (what.word().to_owned(), n));
        let unread: BTreeMap<String, u64> = unread.collect();
        let kind = self.atlas.parts.get(at).map(|part| part.map.kind);
        if kind == Some(StoreKind::Files) || !unread.is_empty() {
            self.files.unread.insert(store.id().to_owned(), unread);
        }
        Ok(())
    }

    /// Notes what a file holds, for each of whom it tells.
    fn ended(&mut self, store: usize, open: Open) {
        let Some(sought) = &self.sought else { return };
        let mut whose: BTreeMap<usize, Option<u64>> = BTreeMap::new();
        for (value, line) in open.values {
            let stays = |key| self.staying.is_said_in(store, key, value);
            if self.others.contains(&value) || open.key.as_ref().is_some_and(stays) {
                continue;
            }
            for person in sought.whose(value) {
                let first = whose.entry(person).or_insert(line);
                *first = (*first).min(line);
            }
        }
        for (person, line) in whose {
            let hits = self.files.found.entry((person, store)).or_default();
            hits.files += 1;
            if hits.places.len() < TOLD {
                hits.places.push((open.name.clone(), line));
            }
        }
    }

    /// What was found in files, for each person of whom it was.
    pub(super) fn in_files(&self) -> impl Iterator<Item = (usize, Residue)> {
        self.files.found.iter().map(|((person, store), hits)| {
            let store = self.atlas.parts.get(*store).map(|part| part.map.id.to_string());
            (*person, Residue::File { store: store.unwrap_or_default(), files: hits.files })
        })
    }

    /// In which of them, and where.
    pub(super) fn traces_in_files(&self) -> impl Iterator<Item = (usize, Trace)> {
        self.files.found.iter().flat_map(|((person, store), hits)| {
            let trace = |(file, line): &(String, Option<u64>)| {
                (*person, Trace::File { store: *store, file: file.clone(), line: *line })
            };
            hits.places.iter().map(trace)
        })
    }

    /// The files that could not be read as text.
    #[must_use]
    pub const fn unread(&self) -> &Unread {
        &self.files.unread
    }
}

/// How much a window keeps of the one before: twice the longest way in which a value can be written.
fn overlap(sought: &Sought) -> usize {
    let values = (0..).map_while(|at| sought.value(at));
    let longest = values.map(|value| value.chars().count()).max().unwrap_or_default();
    OVERLAP.max(2 * WIDEST * longest)
}

fn hits(sought: &Sought, text: &str) -> Vec<ValueAt> {
    sought.hits(&Value::from(text))
}

impl Open {
    fn new(sought: &Sought, file: &str, in_table: bool) -> Self {
        let key = in_table.then(|| Key([Value::from(file)].into()));
        let mut values = BTreeMap::new();
        if !in_table {
            // Where names have other signs for spaces.
            let spaced = file.replace(['_', '-', '+', '.', '/'], " ");
            for name in [file, &spaced] {
                values.extend(hits(sought, name).into_iter().map(|value| (value, None)));
            }
        }
        let (window, line, is_spaced) = (String::new(), 1, false);
        Self { name: file.to_owned(), key, window, line, is_spaced, values }
    }

    fn push(&mut self, sought: &Sought, piece: &str, keep: usize) {
        self.append(piece);
        self.look(sought);
        self.forget(keep);
    }

    /// Appends the next of the text. Of several spaces one counts, so that no distance is too long; lines stay.
    fn append(&mut self, piece: &str) {
        for sign in piece.chars() {
            let is_space = sign.is_whitespace() && sign != '\n';
            if !(is_space && self.is_spaced) {
                self.window.push(sign);
            }
            self.is_spaced = is_space;
        }
    }

    fn look(&mut self, sought: &Sought) {
        let found = hits(sought, &self.window);
        let new: BTreeSet<ValueAt> =
            found.into_iter().filter(|value| !self.values.contains_key(value)).collect();
        if new.is_empty() {
            return;
        }
        let place = self.lines_of(sought);
        let place = |value| (value, Some(place.get(&value).copied().unwrap_or(self.line)));
        self.values.extend(new.into_iter().map(place));
    }

    /// In which line each value begins that is in the window; where it is spread over more than two, nothing is said.
    fn lines_of(&self, sought: &Sought) -> BTreeMap<ValueAt, u64> {
        let lines: Vec<&str> = self.window.split_inclusive('\n').collect();
        let mut first = BTreeMap::new();
        for (line, text) in (self.line..).zip(&lines) {
            for value in hits(sought, text) {
                first.entry(value).or_insert(line);
            }
        }
        for (line, two) in (self.line..).zip(lines.windows(2)) {
            for value in hits(sought, &two.concat()) {
                first.entry(value).or_insert(line);
            }
        }
        first
    }

    /// Keeps what the next piece is looked at with, from a word's beginning.
    fn forget(&mut self, keep: usize) {
        let Some(from) = self.window.len().checked_sub(keep) else { return };
        let is_cut = |at: &usize| {
            let before = self.window.get(..*at).and_then(|text| text.chars().next_back());
            self.window.is_char_boundary(*at) && before.is_none_or(char::is_whitespace)
        };
        // Nothing in sight to cut at: then anywhere.
        let at = (from.saturating_sub(keep)..=from).rev().find(is_cut);
        let at = at.unwrap_or_else(|| self.window.floor_char_boundary(from));
        let gone = self.window.drain(..at).filter(|sign| *sign == '\n').count();
        self.line += gone as u64;
    }
}

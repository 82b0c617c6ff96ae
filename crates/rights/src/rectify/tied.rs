//! What a correction takes with it: columns that said the same, and rows that are the person's by the old value alone.
//!
//! Owns: finding them, what they get, and why some of them stay as they are. Leaves to others: writing it, saying it.
//!
//! # The rules
//! - A column of the same row by which people are known as the same fact, and that said the same, says the same again: the
//!   number in one spelling beside that which somebody typed.
//! - A row to which an edge leads by the old value, and that no foreign key holds, gets the new one: nothing would lead to it
//!   any more. So on from row to row.
//! - It stays as it is, and is told, where it belongs to others by that value too or would by the new one, must stay for some
//!   time, has the value in a column that names it or that a foreign key binds, has no room for the new one, or that is none.
//! - What stood there when the plan was made is noted with the request: a store that is put right first does not cut the others
//!   off.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_policy::vocab::Fact;
use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Store, Value};

use super::{Rectification, asked, is_writable};
use crate::atlas::{Atlas, Flow, Known, Spot};
use crate::identity::Given;
use crate::reach::{Sessions, Subject};

/// Why a column changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It was asked for.
    Asked,
    /// It said the same as this one, in the same row.
    Same(Spot, ColumnAt),
    /// By this one the row is the person's.
    Tied(Spot, ColumnAt),
}

/// What becomes of a column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) old: Value,
    pub(super) new: Value,
    pub(super) why: Why,
}

/// A row that was found.
#[derive(Clone, Debug)]
pub(super) struct Right {
    pub(super) spot: Spot,
    pub(super) key: Key,
    /// What it holds, as far as that was read.
    pub(super) values: BTreeMap<ColumnAt, Value>,
    pub(super) changes: BTreeMap<ColumnAt, Change>,
    /// It is one of those about which something was asked.
    pub(super) asked: bool,
}

/// Rows that stay as they are although they go by an old value: the column, that which was corrected, and a word for the reason.
pub(super) type Left = ((Spot, ColumnAt), (Spot, ColumnAt), &'static str);

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) rows: Vec<Right>,
    /// The numbers of the rows, which may be reached in several ways.
    pub(super) left: BTreeMap<Left, BTreeSet<usize>>,
}

/// What columns would hold once a text was written into them.
type Fits = BTreeMap<(Spot, ColumnAt, String), Option<Value>>;

/// What columns would hold, of all that a correction can take with it. Asked before a session is open.
pub(super) async fn fits(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    asks: &Rectification,
) -> Result<Fits, Error> {
    let mut fits = Fits::new();
    let asked = asks.wanted.iter().flat_map(|(spot, columns)| {
        columns.iter().filter_map(|(c, v)| Some((*spot, *c, v.text()?.into_owned())))
    });
    let mut queue: VecDeque<(Spot, ColumnAt, String)> = asked.collect();
    while let Some((spot, column, text)) = queue.pop_front() {
        let place = (spot, column, text.clone());
        let Some((table, store)) = atlas.table(spot).zip(stores.get(spot.store)) else { continue };
        let Some(described) = table.columns.get(column) else { continue };
        if fits.contains_key(&place) {
            continue;
        }
        fits.insert(place, store.written(table, described, &text).await?.said());
        for sibling in siblings(atlas, spot, column) {
            let given = Given::of(sibling.fact, &text, country(atlas, spot, column, sibling));
            let normal = given.iter().map(Given::normal);
            let forms = normal.chain([text.clone()]);
            queue.extend(forms.map(|form| (spot, sibling.column, form)));
        }
        let tied = atlas.leaving(spot).filter(|(_, flow)| !flow.bound);
        for (_, flow) in tied {
            queue.extend(there(flow, column).map(|at| (flow.target, at, text.clone())));
        }
    }
    Ok(fits)
}

/// Columns of the same table that can say the same as one: by which people are known as the same fact; beside a number or
/// address by which nobody is known, that by which they are.
fn siblings(atlas: &Atlas, spot: Spot, column: ColumnAt) -> impl Iterator<Item = &Known> {
    let here = move |k: &&Known| k.spot == spot;
    let facts: BTreeSet<Fact> =
        atlas.known.iter().filter(here).filter(|k| k.column == column).map(|k| k.fact).collect();
    let is_spelling = |fact: Fact| matches!(fact, Fact::Phone | Fact::Email);
    // Columns of a name are its parts.
    let same = move |k: &&Known| {
        let fact = if facts.is_empty() { is_spelling(k.fact) } else { facts.contains(&k.fact) };
        fact && k.fact != Fact::Name && k.column != column && is_writable(atlas, spot, k.column)
    };
    atlas.known.iter().filter(here).filter(same)
}

/// The country of telephone numbers in a column: its own, else that of the one beside it.
fn country(
    atlas: &Atlas,
    spot: Spot,
    column: ColumnAt,
    beside: &Known,
) -> Option<abide_policy::text::Country> {
    let own = atlas.known.iter().find(|k| (k.spot, k.column) == (spot, column));
    own.map_or(beside.country, |known| known.country.or(beside.country))
}

/// The columns at the end of a way that hold what this column holds at its beginning.
fn there(flow: &Flow, column: ColumnAt) -> impl Iterator<Item = ColumnAt> {
    let pairs = flow.source_columns.iter().zip(&flow.target_columns);
    pairs.filter(move |(from, _)| **from == column).map(|(_, to)| *to)
}

/// Walks from the rows that are the person.
pub(super) struct Walk<'a> {
    atlas: &'a Atlas,
    asks: &'a Rectification,
    fits: Fits,
    sessions: &'a mut Sessions,
    hold: bool,
    places: BTreeMap<(Spot, Key), usize>,
    queue: VecDeque<(usize, ColumnAt)>,
    found: Found,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        atlas: &'a Atlas,
        asks: &'a Rectification,
        fits: Fits,
        sessions: &'a mut Sessions,
        hold: bool,
    ) -> Self {
        let (places, queue) = (BTreeMap::new(), VecDeque::new());
        let found = Found { rows: Vec::new(), left: BTreeMap::new() };
        Self { atlas, asks, fits, sessions, hold, places, queue, found }
    }

    pub(super) async fn walk(mut self, subjects: &[Subject]) -> Result<Found, Error> {
        self.start(subjects).await?;
        while let Some((row, column)) = self.queue.pop_front() {
            self.beside(row, column);
            self.follow(row, column).await?;
        }
        Ok(self.found)
    }

    /// The person's own rows, and what was asked about them.
    async fn start(&mut self, subjects: &[Subject]) -> Result<(), Error> {
        let mut keys: BTreeMap<Spot, Vec<Vec<Value>>> = BTreeMap::new();
        for (spot, key) in subjects.iter().flat_map(|s| &s.rows) {
            keys.entry(*spot).or_default().push(key.clone());
        }
        // A row whose key is empty has another name than the rest.
        let mut named: BTreeMap<(Spot, Vec<ColumnAt>), Vec<Vec<Value>>> = BTreeMap::new();
        for (spot, keys) in keys {
            for (by, values) in keys.iter().filter_map(|key| self.atlas.named(spot, key)) {
                named.entry((spot, by)).or_default().push(values);
            }
        }
        for ((spot, by), values) in named {
            for row in self.look_up(spot, &by, &values, &[]).await? {
                self.place(spot, row);
            }
        }
        for at in 0..self.found.rows.len() {
            self.ask(at);
        }
        Ok(())
    }

    fn ask(&mut self, at: usize) {
        let Some(row) = self.found.rows.get_mut(at) else { return };
        let nothing = BTreeMap::new();
        let wanted = self.asks.wanted.get(&row.spot).unwrap_or(&nothing);
        row.asked = !wanted.is_empty();
        for (column, new) in wanted {
            let old = row.values.get(column).cloned().unwrap_or_default();
            if old.text() != new.text() || old.is_null() != new.is_null() {
                let (new, why) = (new.clone(), Why::Asked);
                row.changes.insert(*column, Change { old, new, why });
            }
        }
        let before =
            row.values.keys().filter(|c| !self.asks.was(self.atlas, row.spot, **c).is_empty());
        let columns: BTreeSet<ColumnAt> = row.changes.keys().chain(before).copied().collect();
        self.queue.extend(columns.into_iter().map(|column| (at, column)));
    }

    /// What is read of a row: all by which rows hang together, and what was asked about.
    fn want(&self, spot: Spot) -> Vec<ColumnAt> {
        let asked = self.asks.wanted.get(&spot).into_iter().flat_map(BTreeMap::keys);
        let core = self.atlas.core(spot).iter();
        let all: BTreeSet<ColumnAt> =
            core.chain(asked).copied().chain(self.atlas.naming(spot)).collect();
        all.into_iter().collect()
    }

    async fn look_up(
        &mut self,
        spot: Spot,
        by: &[ColumnAt],
        values: &[Vec<Value>],
        when: &[(ColumnAt, String)],
    ) -> Result<Vec<Row>, Error> {
        let want = self.want(spot);
        let mut rows = Vec::new();
        if values.is_empty() {
            return Ok(rows);
        }
        let hold = self.hold && self.sessions.writes(spot.store);
        let lookup =
            Lookup { table: spot.table, by, values, when, want: &want, hold, refers: false };
        let mut sink = |row: Row| {
            rows.push(row);
            ControlFlow::Continue(())
        };
        self.sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
        Ok(rows)
    }

    fn place(&mut self, spot: Spot, row: Row) -> usize {
        let next = self.found.rows.len();
        let at = *self.places.entry((spot, row.key.clone())).or_insert(next);
        if at == next {
            let values = self.want(spot).into_iter().zip(row.values).collect();
            let (changes, asked) = (BTreeMap::new(), false);
            self.found.rows.push(Right { spot, key: row.key, values, changes, asked });
        }
        at
    }

    /// What a column would hold; `None` if it has no room for the text.
    fn fitting(&self, spot: Spot, column: ColumnAt, text: &str) -> Option<Value> {
        self.fits.get(&(spot, column, text.to_owned()))?.clone()
    }

    fn leave(
        &mut self,
        at: usize,
        place: (Spot, ColumnAt),
        of: (Spot, ColumnAt),
        why: &'static str,
    ) {
        self.found.left.entry((place, of, why)).or_default().insert(at);
    }

    /// Columns of the same row that said the same.
    fn beside(&mut self, at: usize, column: ColumnAt) {
        let Some(row) = self.found.rows.get(at).cloned() else { return };
        let Some(change) = row.changes.get(&column) else { return };
        let Some(old) = change.old.text() else { return };
        let of = (row.spot, column);
        for known in siblings(self.atlas, row.spot, column) {
            let is_asked =
                self.asks.wanted.get(&row.spot).is_some_and(|w| w.contains_key(&known.column));
            if row.changes.contains_key(&known.column) || row.asked && is_asked {
                continue;
            }
            let country = country(self.atlas, row.spot, column, known);
            let now = row.values.get(&known.column).cloned().unwrap_or_default();
            let said = Given::of(known.fact, &old, country).ok();
            let says =
                now.text().filter(|now| said.as_ref().is_some_and(|s| s.is(now, known.country)));
            let (Some(said), Some(says)) = (said, says) else { continue };
            let place = (row.spot, known.column);
            let new = match change.new.text() {
                None => Err("cleared"),
                Some(text) => {
                    let given = Given::of(known.fact, &text, country).ok();
                    let spelled = given.map(|given| match *says == said.normal() && says != old {
                        true => given.normal(),
                        false => asked::spelled(known, &given, &text),
                    });
                    let fits = spelled.and_then(|text| self.fitting(row.spot, known.column, &text));
                    fits.ok_or("unfit")
                }
            };
            match new {
                Ok(new) => self.change(
                    at,
                    known.column,
                    Change { old: now.clone(), new, why: Why::Same(of.0, of.1) },
                ),
                Err(why) => self.leave(at, place, of, why),
            }
        }
    }

    fn change(&mut self, at: usize, column: ColumnAt, change: Change) {
        if let Some(row) = self.found.rows.get_mut(at) {
            row.changes.insert(column, change);
            self.queue.push_back((at, column));
        }
    }

    /// Rows that are the person's by what a column said.
    async fn follow(&mut self, at: usize, column: ColumnAt) -> Result<(), Error> {
        let Some(row) = self.found.rows.get(at).cloned() else { return Ok(()) };
        let now = row.values.get(&column).cloned().unwrap_or_default();
        let new = row.changes.get(&column).map_or(&now, |change| &change.new).clone();
        let before = self.asks.was(self.atlas, row.spot, column).into_iter().map(Value::Text);
        let changed = row.changes.get(&column).map(|change| change.old.clone());
        let old: BTreeSet<Value> =
            before.chain(changed).filter(|old| old.text() != new.text()).collect();
        let atlas = self.atlas;
        for (_, flow) in atlas.leaving(row.spot) {
            let meets = meets(atlas, &row, &flow.source_when);
            for to in there(flow, column).filter(|_| meets && !flow.bound) {
                let tuple = |value: &Value| -> Option<Vec<Value>> {
                    let held =
                        |c: &ColumnAt| if *c == column { Some(value) } else { row.values.get(c) };
                    let all = flow
                        .source_columns
                        .iter()
                        .map(|c| held(c).filter(|v| !v.is_null()).cloned());
                    all.collect()
                };
                let mut values: Vec<Vec<Value>> = old.iter().filter_map(tuple).collect();
                // What was put right before leads on to what was not.
                if !self.asks.was(atlas, flow.target, to).is_empty() {
                    values.extend(tuple(&new));
                }
                let (by, when) = (&flow.target_columns, &flow.target_when);
                for found in self.look_up(flow.target, by, &values, when).await? {
                    let reached = self.place(flow.target, found);
                    self.tie(reached, to, (row.spot, column), (&new, !flow.refers_back)).await?;
                }
            }
        }
        Ok(())
    }

    /// A row that is the person's by an old value.
    async fn tie(
        &mut self,
        at: usize,
        column: ColumnAt,
        of: (Spot, ColumnAt),
        (new, is_referred): (&Value, bool),
    ) -> Result<(), Error> {
        let Some(row) = self.found.rows.get(at).cloned() else { return Ok(()) };
        let asked = self.asks.wanted.get(&row.spot).is_some_and(|w| w.contains_key(&column));
        if row.changes.contains_key(&column) || row.asked && asked {
            return Ok(());
        }
        let old = row.values.get(&column).cloned().unwrap_or_default();
        if old.text() == new.text() {
            self.queue.push_back((at, column));
            return Ok(());
        }
        let bound = self.is_fixed(row.spot, column, is_referred);
        let fitting = new.text().map(|text| self.fitting(row.spot, column, &text));
        let kept = self.atlas.mapped(row.spot).is_some_and(|map| map.keep.is_some());
        let new = match fitting {
            None => Err("cleared"),
            _ if bound => Err("fixed"),
            _ if kept => Err("kept"),
            Some(None) => Err("unfit"),
            Some(Some(new)) => {
                let mut then = row.clone();
                then.values.insert(column, new.clone());
                if self.is_others(&row, column).await? {
                    Err("others")
                } else if self.is_others(&then, column).await? {
                    Err("taken")
                } else {
                    Ok(new)
                }
            }
        };
        match new {
            Ok(new) => self.change(at, column, Change { old, new, why: Why::Tied(of.0, of.1) }),
            Err(why) => self.leave(at, (row.spot, column), of, why),
        }
        Ok(())
    }

    /// Whether a column names its row, is bound by the store, or cannot be written.
    fn is_fixed(&self, spot: Spot, column: ColumnAt, is_referred: bool) -> bool {
        let Some(table) = self.atlas.table(spot) else { return true };
        let schema = self.atlas.parts.get(spot.store).map(|part| &part.schema);
        let mut pointed = schema.iter().flat_map(|s| s.pointing_at(spot.table));
        !is_writable(self.atlas, spot, column)
            || table.references.iter().any(|r| r.columns.contains(&column))
            || pointed.any(|(_, r)| r.to_columns.contains(&column))
            // What the row refers to is something else with the new value.
            || is_referred && table.is_unique(column)
    }

    /// Whether a row is somebody else's too by what a column says.
    async fn is_others(&mut self, row: &Right, column: ColumnAt) -> Result<bool, Error> {
        let atlas = self.atlas;
        for (_, flow) in atlas.arriving(row.spot) {
            if !flow.target_columns.contains(&column) || !meets(atlas, row, &flow.target_when) {
                continue;
            }
            let values: Option<Vec<Value>> = flow
                .target_columns
                .iter()
                .map(|c| row.values.get(c).filter(|v| !v.is_null()).cloned())
                .collect();
            let values: Vec<Vec<Value>> = values.into_iter().collect();
            let (by, when) = (&flow.source_columns, &flow.source_when);
            let owners = self.look_up(flow.source, by, &values, when).await?;
            if owners.iter().any(|o| !self.places.contains_key(&(flow.source, o.key.clone()))) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether a row has these values.
fn meets(atlas: &Atlas, row: &Right, when: &[(ColumnAt, String)]) -> bool {
    when.iter().all(|(c, said)| {
        let column = atlas.table(row.spot).and_then(|t| t.columns.get(*c));
        column.zip(row.values.get(c)).is_some_and(|(column, value)| column.is(value, said))
    })
}

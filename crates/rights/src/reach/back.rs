//! Rows that somebody else owns too, found by walking back from them to people.
//!
//! Owns: which of the rows that were reached are also somebody else's, by which flows, by what those are known, and whether they are
//! under a legal hold. Each row on the way is looked at once, however many rows lead back to it; from the people who are found the way is then gone forward again.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use abide_stores::{Error, Value};

use super::{Found, Groups, Reached, Rows, Sessions, find};
use crate::atlas::{Atlas, Flow, Spot};
use crate::execute::known_by;
use crate::hold::Holds;

/// What is asked of those who are found.
pub(super) struct Asked<'a> {
    /// Legal holds on them.
    pub(super) holds: &'a Holds,
    /// By what they are known: whoever reads for a person must take them out, an erasure needs no more than that they are there.
    pub(super) names: bool,
}

/// Marks rows that somebody owns who is not among those looked for.
pub(super) async fn find_others(
    atlas: &Atlas,
    sessions: &mut Sessions,
    rows: &mut Rows,
    asked: Asked<'_>,
) -> Result<(), Error> {
    let shared = |r: &Reached| r.is_owned() && atlas.may_be_shared(r.spot);
    // What somebody may only see is others' anyway: the question is whose.
    let named = |r: &Reached| asked.names && (shared(r) || !r.is_owned());
    let starts = |at: &usize| rows.all.get(*at).is_some_and(|r| shared(r) || named(r));
    let starts: Vec<usize> = (0..rows.all.len()).filter(starts).collect();
    let mut back = Back::new(atlas, sessions, rows);
    for at in starts {
        back.start(at);
    }
    while let Some((spot, waiting)) = back.waiting.pop_first() {
        for (number, flow) in atlas.arriving(spot).filter(|(_, f)| f.owns) {
            back.follow(number, flow, &waiting).await?;
        }
    }
    let held = back.held(asked.holds);
    let (strangers, beside) = if asked.names { back.named() } else { Default::default() };
    for (place, way) in back.ways() {
        if let Some(row) = rows.all.get_mut(place).filter(|row| shared(row)) {
            row.others.insert(way);
        }
    }
    for (place, on) in held {
        if rows.all.get(place).is_some_and(shared) {
            rows.held.entry(place).or_default().extend(on);
        }
    }
    for (place, numbers) in beside {
        if let Some(row) = rows.all.get_mut(place).filter(|row| named(row)) {
            row.beside = numbers.into_boxed_slice();
        }
    }
    rows.strangers = strangers;
    Ok(())
}

struct Back<'a> {
    atlas: &'a Atlas,
    sessions: &'a mut Sessions,
    /// The rows that were reached: on the way back each has the number that it has there.
    rows: &'a Rows,
    /// Those of them that are on the way.
    seen: HashSet<usize>,
    /// The other rows on the way: their numbers follow.
    met: Rows,
    /// Tables in which owners are found by their key, and no other row can have it.
    keyed: HashSet<Spot>,
    /// Rows there whose key is whole numbers.
    numbered: HashMap<(Spot, Vec<Value>), usize>,
    waiting: BTreeMap<Spot, BTreeSet<usize>>,
    /// Rows that are other people: there the way ends.
    strangers: BTreeSet<usize>,
    /// By owner: the rows that it owns, and by which flow.
    owned: HashMap<usize, Vec<(usize, usize)>>,
}

impl<'a> Back<'a> {
    fn new(atlas: &'a Atlas, sessions: &'a mut Sessions, rows: &'a Rows) -> Self {
        let keyed = atlas.flows.iter().filter(|flow| is_by_key(atlas, flow));
        Self {
            atlas,
            sessions,
            rows,
            seen: HashSet::new(),
            met: Rows::default(),
            keyed: keyed.map(|flow| flow.source).collect(),
            numbered: HashMap::new(),
            waiting: BTreeMap::new(),
            strangers: BTreeSet::new(),
            owned: HashMap::new(),
        }
    }

    fn row(&self, place: usize) -> Option<&Reached> {
        let met = || self.met.all.get(place.checked_sub(self.rows.all.len())?);
        self.rows.all.get(place).or_else(met)
    }

    fn start(&mut self, place: usize) {
        let Some(row) = self.rows.all.get(place) else { return };
        self.seen.insert(place);
        self.note(place);
        // A stranger's row may be owned by others in turn.
        self.waiting.entry(row.spot).or_default().insert(place);
    }

    /// A row on the way. If it is new and no stranger, the way goes on.
    fn see(&mut self, found: Found) -> usize {
        let (place, is_new) = match self.rows.get(found.spot, &found.key) {
            Some(place) => (place, self.seen.insert(place)),
            None => {
                let before = self.met.all.len();
                let met = self.met.place(found);
                (self.rows.all.len() + met, met == before)
            }
        };
        if is_new {
            self.note(place);
        }
        place
    }

    fn note(&mut self, place: usize) {
        let Some(row) = self.row(place) else { return };
        let (spot, is_subject) = (row.spot, row.is_subject(self.atlas));
        let key = self.atlas.table(spot).filter(|_| self.keyed.contains(&spot));
        let key = key.and_then(|t| row.values(self.atlas, &t.key)).filter(|k| are_whole(k));
        if let Some(key) = key {
            self.numbered.insert((spot, key), place);
        }
        if self.atlas.is_people(spot) && !is_subject {
            self.strangers.insert(place);
        } else {
            self.waiting.entry(spot).or_default().insert(place);
        }
    }

    async fn follow(
        &mut self,
        number: usize,
        flow: &Flow,
        waiting: &BTreeSet<usize>,
    ) -> Result<(), Error> {
        let mut asked: Groups<usize> = Groups::default();
        for place in waiting {
            let row = self.row(*place).filter(|r| r.meets(self.atlas, &flow.target_when));
            let Some(group) = row.and_then(|r| r.values(self.atlas, &flow.target_columns)) else {
                continue;
            };
            match self.known(flow, &group) {
                Some(owner) => self.own(owner, *place, number),
                None => {
                    for other in flow.otherwise_back(self.atlas, &group) {
                        asked.add(other, *place);
                    }
                    asked.add(group, *place);
                }
            }
        }
        let question = super::Asked {
            by: &flow.source_columns,
            values: &asked.values,
            when: &flow.source_when,
            refers: flow.bound && !flow.refers_back,
        };
        for (found, group) in find(self.atlas, self.sessions, flow.source, &question).await? {
            let owner = self.see(found);
            for place in asked.of(group) {
                self.own(owner, *place, number);
            }
        }
        Ok(())
    }

    /// The owner that has been seen already: only by its key is there no other, and only of whole numbers is it sure which are
    /// equal.
    fn known(&self, flow: &Flow, group: &[Value]) -> Option<usize> {
        if !is_by_key(self.atlas, flow) || !are_whole(group) {
            return None;
        }
        self.numbered.get(&(flow.source, group.to_vec())).copied()
    }

    fn own(&mut self, owner: usize, owned: usize, flow: usize) {
        self.owned.entry(owner).or_default().push((owned, flow));
    }

    /// What strangers own who are under a legal hold, with the numbers of the holds.
    fn held(&self, holds: &Holds) -> Vec<(usize, BTreeSet<usize>)> {
        let mut held = Vec::new();
        for stranger in &self.strangers {
            let row = self.row(*stranger);
            let on = row.map(|row| holds.on_row(self.atlas, row)).unwrap_or_default();
            if !on.is_empty() {
                held.extend(self.of(*stranger).into_iter().map(|row| (row, on.clone())));
            }
        }
        held
    }

    /// By what strangers are known, and the numbers of those who own each row that was reached.
    fn named(&self) -> (Vec<BTreeSet<String>>, BTreeMap<usize, Vec<usize>>) {
        let (mut known, mut beside) = (Vec::new(), BTreeMap::<usize, Vec<usize>>::new());
        for stranger in &self.strangers {
            let values = self.row(*stranger).map(|row| known_by(self.atlas, row));
            let Some(values) = values.filter(|values| !values.is_empty()) else { continue };
            for row in self.of(*stranger).into_iter().filter(|row| *row < self.rows.all.len()) {
                beside.entry(row).or_default().push(known.len());
            }
            known.push(values);
        }
        (known, beside)
    }

    /// A stranger's row, and what they own.
    fn of(&self, stranger: usize) -> BTreeSet<usize> {
        let (mut passed, mut going) = (BTreeSet::new(), vec![stranger]);
        while let Some(owner) = going.pop() {
            if passed.insert(owner) {
                going.extend(self.owned.get(&owner).into_iter().flatten().map(|(row, _)| row));
            }
        }
        passed
    }

    /// From strangers forward: whatever they own, with the flow by which they do; `None` stands for the row that is the
    /// stranger's own, whoever owns it besides.
    fn ways(mut self) -> Vec<(usize, Option<usize>)> {
        let mut ways: Vec<(usize, Option<usize>)> =
            self.strangers.iter().map(|place| (*place, None)).collect();
        let mut going: Vec<usize> = self.strangers.into_iter().collect();
        while let Some(owner) = going.pop() {
            // Taken out: each row passes on once that somebody else stands behind it.
            for (owned, flow) in self.owned.remove(&owner).unwrap_or_default() {
                ways.push((owned, Some(flow)));
                going.push(owned);
            }
        }
        ways
    }
}

/// Whether an owner is found by its key, whatever else is in its row.
fn is_by_key(atlas: &Atlas, flow: &Flow) -> bool {
    let key = atlas.table(flow.source).map(|table| &table.key);
    key == Some(&flow.source_columns) && flow.source_when.is_empty()
}

/// Whether a key is whole numbers, and not empty.
fn are_whole(key: &[Value]) -> bool {
    !key.is_empty() && key.iter().all(|v| matches!(v, Value::Integer(_)))
}

//! What erasure must leave, worked out by brute force over everything in memory: the rules of `plan.rs`, without stores.

use std::collections::{BTreeMap, BTreeSet};

/// A table: `id`, `note`, and one column for each reference that starts there.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) person: bool,
    pub(crate) anonymize: bool,
    pub(crate) keep: bool,
    pub(crate) note_may_be_empty: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    OwnedBy,
    Owns,
    AccessedBy,
    Accesses,
    /// The map says nothing.
    Unmapped,
}

#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) nullable: bool,
    /// The foreign key's action, if there is a foreign key.
    pub(crate) key: Option<&'static str>,
    pub(crate) kind: Kind,
    /// The note of the row to which the edge leads is about the person.
    pub(crate) about: bool,
}

impl Edge {
    fn owns(&self) -> bool {
        matches!(self.kind, Kind::OwnedBy | Kind::Owns)
    }
    fn refers_back(&self) -> bool {
        matches!(self.kind, Kind::OwnedBy | Kind::AccessedBy)
    }
}

/// Table and id.
pub(crate) type At = (usize, i64);

/// The references by the number of their edge, and the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) refers: BTreeMap<usize, Option<i64>>,
    pub(crate) note: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) tables: Vec<Table>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) rows: BTreeMap<At, Row>,
}

/// A column that changes: a reference, or the note.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Reference(usize),
    Note,
}

enum Fate {
    Delete,
    Change(BTreeSet<Column>),
    Keep,
    Share,
}

impl Model {
    /// How many rows go and how many stay changed; the model is then as the database must be.
    pub(crate) fn erase(&mut self, subjects: &[At]) -> (u64, u64) {
        let (owned, ways) = self.reach(subjects);
        let mut fates: BTreeMap<At, Fate> =
            owned.iter().map(|at| (*at, self.first_fate(*at, subjects, &ways))).collect();
        self.close(&mut fates);
        let (mut deleted, mut changed) = (0, 0);
        for (at, fate) in fates {
            match fate {
                Fate::Delete => {
                    self.rows.remove(&at);
                    deleted += 1;
                }
                Fate::Change(columns) => {
                    changed += 1;
                    columns.into_iter().for_each(|c| self.empty(at, c));
                }
                Fate::Keep | Fate::Share => {}
            }
        }
        (deleted, changed)
    }

    /// From a row along every edge of the map: edge and row.
    fn leads(&self, at: At) -> Vec<(usize, At)> {
        let mut leads = Vec::new();
        for (number, edge) in
            self.edges.iter().enumerate().filter(|(_, e)| e.kind != Kind::Unmapped)
        {
            if edge.refers_back() && edge.to == at.0 {
                leads.extend(self.referring(number, at).map(|to| (number, to)));
            }
            if !edge.refers_back() && edge.from == at.0 {
                let to = self.rows[&at].refers[&number].map(|id| (edge.to, id));
                leads.extend(to.filter(|to| self.rows.contains_key(to)).map(|to| (number, to)));
            }
        }
        leads
    }

    /// Rows whose reference names a row.
    fn referring(&self, edge: usize, to: At) -> impl Iterator<Item = At> {
        let from = self.edges[edge].from;
        let refers = move |(at, row): &(&At, &Row)| at.0 == from && row.refers[&edge] == Some(to.1);
        self.rows.iter().filter(refers).map(|(at, _)| *at)
    }

    /// The rows that are owned, each with the edges by which it is.
    fn reach(&self, subjects: &[At]) -> (BTreeSet<At>, BTreeSet<(At, usize)>) {
        let mut ways = BTreeSet::new();
        let mut owned: BTreeSet<At> =
            subjects.iter().filter(|s| self.rows.contains_key(*s)).copied().collect();
        loop {
            let before = ways.len();
            for at in owned.clone() {
                for (edge, to) in self.leads(at).into_iter().filter(|(e, _)| self.edges[*e].owns())
                {
                    owned.insert(to);
                    ways.insert((to, edge));
                }
            }
            if ways.len() == before {
                return (owned, ways);
            }
        }
    }

    /// Rows that own a row, each with the edge by which it does.
    fn owners(&self, at: At) -> Vec<(usize, At)> {
        let owns = |(edge, to): &(usize, At)| *to == at && self.edges[*edge].owns();
        let several = |from: &At| {
            self.leads(*from).into_iter().filter(owns).map(|(edge, _)| (edge, *from)).collect()
        };
        self.rows.keys().flat_map(|from| -> Vec<(usize, At)> { several(from) }).collect()
    }

    /// Whether it is, or a way back leads to, a person who is not erased.
    fn is_others(&self, at: At, subjects: &[At]) -> bool {
        let (mut seen, mut new) = (BTreeSet::from([at]), vec![at]);
        while let Some(here) = new.pop() {
            if self.tables[here.0].person && !subjects.contains(&here) {
                return true;
            }
            new.extend(
                self.owners(here).into_iter().map(|(_, from)| from).filter(|f| seen.insert(*f)),
            );
        }
        false
    }

    fn first_fate(&self, at: At, subjects: &[At], ways: &BTreeSet<(At, usize)>) -> Fate {
        let table = &self.tables[at.0];
        if table.keep {
            return Fate::Keep;
        }
        let owners = self.owners(at).into_iter();
        let others: BTreeSet<usize> = owners
            .filter(|(_, from)| self.is_others(*from, subjects))
            .map(|(edge, _)| edge)
            .collect();
        let is_another = table.person && !subjects.contains(&at);
        if is_another || !others.is_empty() {
            let mine = ways.iter().filter(|(to, edge)| *to == at && !others.contains(edge));
            let telling = self.telling(mine.map(|(_, edge)| *edge));
            return if telling.is_empty() { Fate::Share } else { Fate::Change(telling) };
        }
        if table.anonymize { Fate::Change(self.personal(at.0)) } else { Fate::Delete }
    }

    fn personal(&self, table: usize) -> BTreeSet<Column> {
        let arrives = |e: &Edge| {
            e.kind != Kind::Unmapped && table == if e.refers_back() { e.from } else { e.to }
        };
        let edges = (0..self.edges.len()).filter(|e| arrives(&self.edges[*e]));
        let mut columns = self.telling(edges);
        columns.insert(Column::Note);
        columns
    }

    /// What tells about people by these edges: notes, and references to people that may be emptied.
    fn telling(&self, edges: impl Iterator<Item = usize>) -> BTreeSet<Column> {
        let mut columns = BTreeSet::new();
        for number in edges {
            let edge = &self.edges[number];
            if edge.about {
                columns.insert(Column::Note);
            }
            let names = edge.refers_back() && self.tables[edge.to].person;
            if names && (edge.nullable || edge.key.is_none()) {
                columns.insert(Column::Reference(number));
            }
        }
        columns
    }

    /// No reference may break.
    fn close(&self, fates: &mut BTreeMap<At, Fate>) {
        let goes =
            |fates: &BTreeMap<At, Fate>, at: &At| matches!(fates.get(at), Some(Fate::Delete));
        let mut pairs = Vec::new();
        for parent in fates.keys().filter(|at| goes(fates, at)) {
            for (number, edge) in self.edges.iter().enumerate().filter(|(_, e)| e.to == parent.0) {
                if edge.key.is_some() || edge.refers_back() {
                    pairs.extend(
                        self.referring(number, *parent).map(|child| (child, *parent, number)),
                    );
                }
            }
        }
        loop {
            let stuck = pairs.iter().find(|(child, parent, edge)| {
                let edge = &self.edges[*edge];
                let held = matches!(fates.get(child), Some(Fate::Keep)) || !edge.nullable;
                goes(fates, parent) && !goes(fates, child) && edge.key.is_some() && held
            });
            let Some((_, parent, _)) = stuck else { break };
            fates.insert(*parent, Fate::Change(self.personal(parent.0)));
        }
        for (child, parent, edge) in pairs {
            if goes(fates, &parent) && !goes(fates, &child) {
                let fate = fates.entry(child).or_insert(Fate::Share);
                if matches!(fate, Fate::Share) {
                    *fate = Fate::Change(BTreeSet::new());
                }
                if let Fate::Change(columns) = fate {
                    columns.insert(Column::Reference(edge));
                }
            }
        }
    }

    fn empty(&mut self, at: At, column: Column) {
        let may = self.tables[at.0].note_may_be_empty;
        let row = self.rows.get_mut(&at).unwrap();
        match column {
            Column::Note => row.note = (!may).then(String::new),
            Column::Reference(edge) => {
                row.refers.insert(edge, (!self.edges[edge].nullable).then_some(0));
            }
        }
    }
}

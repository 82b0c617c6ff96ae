//! The ways from people to their rows, as a tree: what a request will read, and what will become of it.

use std::collections::BTreeSet;
use std::fmt;

use abide_policy::vocab::{Erasure, Subject, Vocabulary as _};

use super::{is_fast_along, names};
use crate::atlas::{Atlas, Flow, Spot};

/// What a request reads, from one table of people on. It is printed as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The table of people.
    pub table: String,
    /// Which kind of people.
    pub person: Option<Subject>,
    /// What becomes of the person's own row.
    pub erasure: Outcome,
    /// The ways from there, each before those that go on from it.
    pub steps: Vec<Step>,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How far from the person: 1 for tables that are one way from the table of people.
    pub depth: usize,
    /// The table to which it leads.
    pub table: String,
    /// The columns there by which its rows are found.
    pub columns: String,
    /// Only rows with these values: column and value.
    pub when: Vec<(String, String)>,
    /// How its rows are found.
    pub how: How,
    /// The rows are the person's own; else the person may only see them.
    pub owned: bool,
    /// What an erasure does with the rows.
    pub erasure: Outcome,
    /// The columns that the person does not see.
    pub hidden: String,
    /// The ways that go on from this table have been shown before.
    pub again: bool,
}

/// How rows are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Without reading others.
    ByIndex,
    /// By reading the whole table, of about so many rows.
    ReadsAll(Option<u64>),
}

/// What an erasure does with rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They go.
    Deleted,
    /// They stay without their person.
    Anonymized,
    /// They go if they are nobody else's; else they stay without what is about the person.
    Shared(String),
    /// They stay as they are for some time: the statement that says so.
    Kept(String),
    /// They are not the person's.
    Untouched,
}

/// The trees of all tables of people.
#[must_use]
pub fn explain(atlas: &Atlas) -> Vec<Tree> {
    let people = super::spots(atlas).filter(|s| atlas.is_people(*s));
    people.map(|spot| tree(atlas, spot)).collect()
}

fn tree(atlas: &Atlas, spot: Spot) -> Tree {
    let map = atlas.mapped(spot);
    let erasure = match map.map(|m| (m.keep.as_ref(), m.erase)) {
        Some((Some(keep), _)) => Outcome::Kept(keep.to_string()),
        Some((None, Erasure::Anonymize)) => Outcome::Anonymized,
        _ => Outcome::Deleted,
    };
    let mut walk = Walk { atlas, shown: BTreeSet::new(), steps: Vec::new() };
    walk.from(spot, true, 1);
    Tree { table: atlas.name(spot), person: map.and_then(|m| m.person), erasure, steps: walk.steps }
}

struct Walk<'a> {
    atlas: &'a Atlas,
    shown: BTreeSet<(Spot, bool)>,
    steps: Vec<Step>,
}

impl Walk<'_> {
    /// The ways that go on from a table, once.
    fn from(&mut self, spot: Spot, owned: bool, depth: usize) {
        if !self.shown.insert((spot, owned)) {
            return;
        }
        for (_, flow) in self.atlas.leaving(spot) {
            let owned = owned && flow.owns;
            let again = self.shown.contains(&(flow.target, owned))
                && self.atlas.leaving(flow.target).next().is_some();
            self.steps.push(step(self.atlas, flow, owned, depth, again));
            self.from(flow.target, owned, depth + 1);
        }
    }
}

fn step(atlas: &Atlas, flow: &Flow, owned: bool, depth: usize, again: bool) -> Step {
    let table = atlas.table(flow.target);
    let named = |columns: &[usize]| table.map(|t| names(t, columns)).unwrap_or_default();
    let fast = is_fast_along(atlas, flow);
    Step {
        depth,
        table: atlas.name(flow.target),
        columns: named(&flow.target_columns),
        when: flow.target_when.iter().map(|(c, is)| (named(&[*c]), is.clone())).collect(),
        how: if fast { How::ByIndex } else { How::ReadsAll(table.and_then(|t| t.rows)) },
        owned,
        erasure: outcome(atlas, flow, owned),
        hidden: named(&hidden(atlas, flow)),
        again,
    }
}

fn outcome(atlas: &Atlas, flow: &Flow, owned: bool) -> Outcome {
    let keep = atlas.mapped(flow.target).and_then(|m| m.keep.as_ref());
    match (owned, keep) {
        (false, _) => Outcome::Untouched,
        (true, Some(keep)) => Outcome::Kept(keep.to_string()),
        _ if flow.erase == Erasure::Anonymize => Outcome::Anonymized,
        _ if atlas.may_be_shared(flow.target) => {
            let about = atlas.table(flow.target).map(|t| names(t, &flow.about));
            Outcome::Shared(about.unwrap_or_default())
        }
        _ => Outcome::Deleted,
    }
}

/// What this way hides: its own list, and what is about people of other ways.
fn hidden(atlas: &Atlas, flow: &Flow) -> Vec<usize> {
    let others = atlas.arriving(flow.target).map(|(_, f)| f).filter(|f| !std::ptr::eq(*f, flow));
    let about: BTreeSet<usize> = others.flat_map(|f| f.about.iter().copied()).collect();
    let mut hidden: BTreeSet<usize> = flow.hide.iter().copied().collect();
    hidden.extend(about.into_iter().filter(|c| !flow.about.contains(c)));
    hidden.into_iter().collect()
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let person = self.person.map_or("person", |p| p.word());
        writeln!(f, "{} ({person}): {}; shown", self.table, self.erasure)?;
        self.steps.iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let relation = if self.owned { "owned" } else { "seen" };
        write!(f, "{:indent$}{} ({}", "", self.table, self.columns, indent = self.depth * 2)?;
        for (column, is) in &self.when {
            write!(f, ", {column} = {is}")?;
        }
        write!(f, "), {relation}: {}; {}; shown", self.how, self.erasure)?;
        if !self.hidden.is_empty() {
            write!(f, " without {}", self.hidden)?;
        }
        if self.again { write!(f, "; and on as above") } else { Ok(()) }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ByIndex => f.write_str("by index"),
            Self::ReadsAll(Some(rows)) => write!(f, "reads all {rows} rows"),
            Self::ReadsAll(None) => f.write_str("reads the whole table"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deleted => f.write_str("deleted"),
            Self::Anonymized => f.write_str("anonymized"),
            Self::Shared(about) if about.is_empty() => {
                f.write_str("deleted, or kept for others without the reference")
            }
            Self::Shared(about) => write!(f, "deleted, or kept for others without {about}"),
            Self::Kept(statement) => write!(f, "kept for {statement} while it says so"),
            Self::Untouched => f.write_str("untouched"),
        }
    }
}

//! Whose rows are, proposed by references.
//!
//! Ownership spreads from people along references. What speaks least for it is tried last: references to staff who work with
//! a row, and to holders, people who themselves have others of their own (the customers of an operator, each with contacts).
//! A table belongs to those by whom it was first reached; a reference back to a table that is further away is none.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::map::{Edge, When};
use abide_policy::vocab::Direction;
use abide_stores::schema::Column;
use abide_stores::{ColumnAt, TableAt};

use super::{Draft, Guess, Why, keys};
use crate::sample::words;

/// A reference, declared or guessed.
#[derive(Clone, Debug)]
struct Link {
    child: TableAt,
    columns: Vec<ColumnAt>,
    parent: TableAt,
    parent_columns: Vec<ColumnAt>,
    when: Option<(ColumnAt, String)>,
    /// Found of asked, if it is not declared.
    guessed: Option<(u64, u64)>,
    doubt: Doubt,
}

/// What speaks against a reference as ownership, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    None,
    /// It names staff: `agent_id`.
    Staff,
    /// It is to a holder.
    Holder,
    /// It says what somebody does with the row: `created_by`.
    Role,
}

/// In which round a table was reached, and how far from people it is.
type Reached = BTreeMap<TableAt, (Doubt, usize)>;

pub(super) fn propose(draft: &mut Draft<'_>) {
    let links = links(draft);
    let mut reached = Reached::new();
    for at in (0..draft.tables.len()).filter(|at| draft.is_person(*at)) {
        reached.insert(at, (Doubt::None, 0));
    }
    for round in [Doubt::None, Doubt::Staff, Doubt::Holder, Doubt::Role] {
        spread(&links, &mut reached, round);
    }
    join(draft, &links, &mut reached);
    spread(&links, &mut reached, Doubt::Role);
    for link in &links {
        if let Some((kind, why)) = edge(draft, &reached, link) {
            add(draft, link, kind, why);
        }
    }
    for at in 0..draft.tables.len() {
        about(draft, at);
    }
}

fn links(draft: &Draft<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for (child, table) in draft.schema.tables.iter().enumerate() {
        for key in &table.references {
            links.push(Link {
                child,
                columns: key.columns.clone(),
                parent: key.to,
                parent_columns: key.to_columns.clone(),
                when: None,
                guessed: None,
                doubt: Doubt::None,
            });
        }
    }
    links.extend(draft.evidence.guesses.iter().map(|guess| guessed(draft, guess)));
    let holders = holders(draft, &links);
    for link in &mut links {
        link.doubt = doubt(draft, &holders, link);
    }
    links
}

/// A reference that was found. A file belongs to the row that names it.
fn guessed(draft: &Draft<'_>, guess: &Guess) -> Link {
    let (there, here) = ((guess.to, guess.to_column), (guess.table, guess.column));
    let to = draft.schema.tables.get(guess.to).and_then(|t| t.columns.get(guess.to_column));
    let names_a_file = to.is_some_and(Column::is_of_file);
    let ((child, column), (parent, parent_column)) =
        if names_a_file { (there, here) } else { (here, there) };
    Link {
        child,
        columns: vec![column],
        parent,
        parent_columns: vec![parent_column],
        when: guess.when.clone(),
        guessed: Some((guess.found, guess.asked)),
        doubt: Doubt::None,
    }
}

/// Tables of people to which rows of other people must refer.
fn holders(draft: &Draft<'_>, links: &[Link]) -> BTreeSet<TableAt> {
    let must = |link: &&Link| {
        let table = draft.schema.tables.get(link.child);
        link.columns.iter().all(|c| {
            // Two tables of people may have the same numbers of theirs.
            let names = !words::is_of_staff(draft.name(link.child, *c))
                && (link.guessed.is_none() || draft.verdict(link.child, *c).is_none());
            names && table.and_then(|t| t.columns.get(*c)).is_some_and(|d| !d.nullable)
        })
    };
    let among =
        |l: &&Link| l.child != l.parent && draft.is_person(l.child) && draft.is_person(l.parent);
    links.iter().filter(among).filter(must).map(|l| l.parent).collect()
}

fn doubt(draft: &Draft<'_>, holders: &BTreeSet<TableAt>, link: &Link) -> Doubt {
    if holders.contains(&link.parent) {
        return Doubt::Holder;
    }
    let staff = |c: &ColumnAt| words::is_of_staff(draft.name(link.child, *c));
    if !draft.is_person(link.parent) || !link.columns.iter().any(staff) {
        return Doubt::None;
    }
    let thing = draft.schema.tables.get(link.parent).map(|t| words::thing(&t.name));
    let plain = |c: &ColumnAt| words::stem(draft.name(link.child, *c)) == thing;
    if link.columns.iter().any(plain) { Doubt::Staff } else { Doubt::Role }
}

fn spread(links: &[Link], reached: &mut Reached, round: Doubt) {
    loop {
        let mut next: BTreeMap<TableAt, usize> = BTreeMap::new();
        for link in links.iter().filter(|l| l.doubt <= round && !reached.contains_key(&l.child)) {
            if let Some((_, far)) = reached.get(&link.parent) {
                let far = far + 1;
                next.entry(link.child).and_modify(|f| *f = far.min(*f)).or_insert(far);
            }
        }
        // The nearest first, so that no table is reached by a detour.
        let Some(least) = next.values().min().copied() else { return };
        reached.extend(
            next.into_iter().filter(|(_, far)| *far == least).map(|(t, far)| (t, (round, far))),
        );
    }
}

/// Tables that are nobody's yet, and to which rows refer that only join.
fn join(draft: &Draft<'_>, links: &[Link], reached: &mut Reached) {
    for link in links {
        if joins(draft, links, link)
            && !reached.contains_key(&link.parent)
            && let Some((round, far)) = reached.get(&link.child).copied()
        {
            reached.insert(link.parent, (round, far + 1));
        }
    }
}

/// Whether a row is nothing but references, and nothing else refers to where this one does.
fn joins(draft: &Draft<'_>, links: &[Link], link: &Link) -> bool {
    let Some(table) = draft.schema.tables.get(link.child) else { return false };
    let mine: Vec<&Link> = links.iter().filter(|l| l.child == link.child).collect();
    let refers = |c: ColumnAt| mine.iter().any(|l| l.columns.contains(&c));
    let of_file = |c: ColumnAt| table.columns.get(c).is_some_and(Column::is_of_file);
    let keys = |c: ColumnAt| table.key.contains(&c) || keys::main(table) == Some(c) || of_file(c);
    let only = (0..table.columns.len()).all(|c| keys(c) || refers(c));
    let alone = links.iter().filter(|l| l.parent == link.parent).count() == 1;
    only && alone && mine.len() > 1 && link.child != link.parent
}

/// What a reference says about whose a row is.
fn edge(draft: &Draft<'_>, reached: &Reached, link: &Link) -> Option<(Direction, Why)> {
    let table = draft.schema.tables.get(link.child);
    let of_file =
        |c: &ColumnAt| table.and_then(|t| t.columns.get(*c)).is_some_and(Column::is_of_file);
    let said = |kind| match link.guessed {
        Some((found, asked)) if link.columns.iter().any(of_file) => Why::NamesFiles(found, asked),
        Some((found, asked)) => Why::Found(kind, found, asked),
        None => Why::Declared(kind),
    };
    if link.child == link.parent {
        let merges = link.columns.iter().any(|c| words::is_merge(draft.name(link.child, *c)));
        return (merges && draft.is_person(link.child))
            .then_some((Direction::OwnedBy, Why::Merged));
    }
    let (child, parent) = (reached.get(&link.child)?, reached.get(&link.parent)?);
    let people = draft.is_person(link.parent);
    // Where a column chooses the owner, each of them is as near as the nearest.
    let near = parent.1 < child.1 + usize::from(link.when.is_some());
    if !draft.is_person(link.child) && link.doubt <= child.0 && parent.0 <= child.0 && near {
        let why = if link.doubt == Doubt::Holder { Why::Holder } else { said(Direction::OwnedBy) };
        return Some((Direction::OwnedBy, why));
    }
    if people && matches!(link.doubt, Doubt::Staff | Doubt::Role) {
        return Some((Direction::AccessedBy, Why::Works));
    }
    let joined =
        !people && !draft.is_person(link.child) && parent.1 == child.1 + 1 && parent.0 == child.0;
    let only = joined && joins(draft, &links(draft), link);
    only.then_some((Direction::Owns, Why::Joined))
}

fn add(draft: &mut Draft<'_>, link: &Link, kind: Direction, why: Why) {
    let names = |table: TableAt, columns: &[ColumnAt]| {
        columns.iter().map(|c| draft.name(table, *c).to_owned()).collect::<Vec<_>>()
    };
    let Some(parent) = draft.schema.tables.get(link.parent) else { return };
    let by_key = parent.key == link.parent_columns;
    let when = link
        .when
        .iter()
        .map(|(c, is)| When { column: draft.name(link.child, *c).to_owned(), is: is.clone() });
    let edge = Edge {
        kind,
        columns: names(link.child, &link.columns),
        of_store: None,
        of: parent.name.clone(),
        of_columns: if by_key { Vec::new() } else { names(link.parent, &link.parent_columns) },
        when: when.collect(),
        caller: None,
        about: Vec::new(),
        erase: None,
        hide: Vec::new(),
    };
    if let Some(table) = draft.tables.get_mut(link.child) {
        table.edges.push(edge);
    }
    draft.because(link.child, &link.columns, why);
}

/// Where a row may be several people's, the columns that begin as the reference to one of them are about that one:
/// `caller_number` and `caller_contact_id`.
fn about(draft: &mut Draft<'_>, at: TableAt) {
    let Some(edges) = draft.tables.get(at).map(|t| t.edges.clone()).filter(|e| e.len() > 1) else {
        return;
    };
    let Some(table) = draft.schema.tables.get(at) else { return };
    let referring: BTreeSet<&String> = edges.iter().flat_map(|e| &e.columns).collect();
    for (number, edge) in edges.iter().enumerate().filter(|(_, e)| e.kind == Direction::OwnedBy) {
        let [column] = edge.columns.as_slice() else { continue };
        let words = words::words(column);
        let (Some(first), true) = (words.first(), words.len() > 2) else { continue };
        for c in 0..table.columns.len() {
            let name = draft.name(at, c);
            let same = words::words(name).first() == Some(first);
            if same && !referring.contains(&name.to_owned()) && draft.verdict(at, c).is_some() {
                let map = draft.tables.get_mut(at).and_then(|t| t.edges.get_mut(number));
                map.into_iter().for_each(|e| e.about.push(name.to_owned()));
                draft.because(at, &[c], Why::SameWord(column.clone()));
            }
        }
    }
}

//! One table as it is handed out: which columns, under which titles, and what stands in each cell.
//!
//! Owns: the rules below. Leaves to others: which columns of a row are hidden by the map ([`crate::view`]), how cells are
//! written ([`super::json`], [`super::csv`]).
//!
//! # The rules
//! 1. What the map hides is omitted, and said to be so. So is a reference by which somebody else is known (a telephone number
//!    that points at another person), though the map need not hide references.
//! 2. Out of texts in rows that are other people's too, and out of texts that the map calls free (`erase = "redact"`), other
//!    people are taken. The row that is the person stays as it is, and so does a column that by the map tells about the
//!    person and nobody else (`about`).
//! 3. A text that is a conversation becomes a file, as does a recording. Out of other texts beside it others are taken
//!    too: a store may list its parties there. The name of a column helps to find them (`phone`), but not that of one that leads
//!    from record to record (`uid`). Of bytes the same is asked as of a text: those that are none are omitted, since nobody can tell of
//!    whom they tell, unless they only name a record. So is a number by which somebody is called whose row it is too.
//! 4. A row that the person may only see, and of which no edge says what tells about them (`about`), is somebody else's: what the map
//!    marks as data about people (`data`, `erase = "redact"`, `known-by`, `about`) is omitted in it. It stands apart from what is about
//!    the person.
//! 5. For portability only columns with `provided = true` count, whose statement rests on consent or contract (Art. 20(1)(a)),
//!    of rows that are the person's own. A processor's policy names no bases, its customers do: there each such column counts.

use std::collections::{BTreeSet, HashMap};

use abide_notice::Locale;
use abide_policy::map::{ColumnMap, TableMap};
use abide_policy::model::{Policy, Statement};
use abide_policy::text::Id;
use abide_policy::vocab::{Basis, Role, Treatment};
use abide_stores::schema::{Column, Family, Table};
use abide_stores::{ColumnAt, Value};
use jiff::civil::Date;

use super::conversations::format_of;
use super::heads::Heads;
use super::names::opaque;
use super::others::{Head, Others};
use super::{Export, Kind};
use crate::atlas::{Atlas, Flow, Spot};
use crate::check::{Limit, asked};
use crate::reach::Reached;
use crate::view::hidden;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A value.
    Value(Value),
    /// Something about somebody else.
    Omitted,
    /// A file of its own.
    File(String),
    /// The day until which the row is kept.
    Until(Option<Date>),
}

/// A column that is handed out.
pub(super) struct Shown {
    pub(super) at: ColumnAt,
    /// Its name in the store.
    pub(super) name: String,
    /// Its title for people.
    pub(super) title: String,
    pub(super) family: Family,
    free: bool,
}

/// A table that is handed out.
pub(super) struct Sheet<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) spot: Spot,
    pub(super) table: &'a Table,
    pub(super) store: &'a Id,
    pub(super) columns: Vec<Shown>,
    /// Which kinds of data are in it, in the policy's words.
    pub(super) kinds: Vec<String>,
    /// The name and title of the column that tells until when a row is kept, if that is known.
    pub(super) until: Option<(String, String)>,
    pub(super) statement: Option<&'a Statement>,
    /// Columns that only lead to other records, or by which others lead here.
    links: BTreeSet<ColumnAt>,
    /// These, and those that name people: the key, and both ends of edges.
    names: BTreeSet<ColumnAt>,
    /// Columns with data about people.
    personal: BTreeSet<ColumnAt>,
    /// From which columns that is counted, and how.
    limit: Option<Limit>,
    media: bool,
}

/// What is taken out of one table.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) omitted: u64,
    pub(super) places: u64,
}

impl<'a> Sheet<'a> {
    /// A table; `None` if nothing of it is handed out.
    pub(super) fn of(export: &Export<'a>, locale: &Locale, spot: Spot) -> Option<Self> {
        let atlas = export.atlas;
        let part = atlas.parts.get(spot.store)?;
        let (table, map, policy) = (atlas.table(spot)?, atlas.mapped(spot), part.policy.as_deref());
        let heads = Heads { atlas, locale, spot, table, map, policy };
        let columns = columns(export.kind, &heads, table, map, policy);
        if columns.is_empty() {
            return None;
        }
        let statement = statement(map, policy);
        let media = atlas.has_recordings(spot);
        let mut made = Self {
            atlas,
            spot,
            table,
            store: &part.map.id,
            kinds: heads.kinds(&columns),
            columns,
            until: None,
            statement,
            links: links(atlas, spot),
            names: names(atlas, spot, table),
            personal: personal(atlas, spot, table, map),
            limit: asked(atlas, spot),
            media,
        };
        if export.kind == Kind::Access && made.limit.is_some() {
            made.until = Some((made.free_name("kept_until"), locale.say("export-kept-until")));
        }
        Some(made)
    }

    fn free_name(&self, name: &str) -> String {
        let mut name = name.to_owned();
        while self.table.column(&name).is_some() {
            name.insert(0, '_');
        }
        name
    }

    /// The last day on which a row is kept, where that is counted from a day that the row tells.
    pub(super) fn until(&self, row: &Reached) -> Option<Date> {
        self.limit.as_ref()?.end(|column| row.value(self.atlas, column))
    }

    /// Whether a row is handed out at all.
    pub(super) fn has(&self, kind: Kind, row: &Reached) -> bool {
        kind == Kind::Access || row.is_owned()
    }

    /// Whether somebody else is in a row too.
    pub(super) fn is_shared(row: &Reached) -> bool {
        !row.is_owned() || !row.others.is_empty()
    }

    /// Whether a row names a recording that may be handed out.
    pub(super) fn has_recording(&self, row: &Reached) -> bool {
        let hidden = self.hidden(row);
        self.columns.iter().any(|shown| self.is_recording(shown) && !hidden.contains(&shown.at))
    }

    /// The columns of a row that the person does not see.
    pub(super) fn hidden(&self, row: &Reached) -> BTreeSet<ColumnAt> {
        let mut hidden = hidden(self.atlas, row, 0);
        let mine = |at: usize| row.claims.iter().any(|c| c.flow == Some(at));
        let (ours, theirs): (Vec<_>, Vec<_>) = self
            .atlas
            .arriving(self.spot)
            .filter(|(_, flow)| flow.refers_back)
            .partition(|(at, _)| mine(*at));
        // What an edge says is about the person is theirs, even if it would lead to somebody else in another row.
        let ours: BTreeSet<ColumnAt> = ours
            .iter()
            .flat_map(|(_, f)| f.target_columns.iter().chain(&f.about).copied())
            .collect();
        for (_, flow) in theirs.iter().filter(|(_, flow)| self.tells(flow)) {
            hidden.extend(flow.target_columns.iter().filter(|c| !ours.contains(c)));
        }
        if !Self::concerns(self.atlas, row) {
            hidden.extend(self.personal.iter().filter(|c| !self.is_own_link(row, **c)));
        }
        hidden
    }

    /// Whether a row tells about the person: it is theirs, or an edge says what in it does. Others they may only see.
    pub(super) fn concerns(atlas: &Atlas, row: &Reached) -> bool {
        let flow = |at: Option<usize>| atlas.flows.get(at?);
        let tells = |f: &Flow| !f.owns && !f.about.is_empty();
        row.is_owned() || row.claims.iter().any(|c| flow(c.flow).is_some_and(tells))
    }

    /// Whether a column holds the reference by which the person may see a row, or its key.
    fn is_own_link(&self, row: &Reached, column: ColumnAt) -> bool {
        let flows = row.claims.iter().filter_map(|c| self.atlas.flows.get(c.flow?));
        let own = |f: &Flow| !f.owns && f.refers_back && f.target_columns.contains(&column);
        self.table.key.contains(&column) || flows.into_iter().any(own)
    }

    /// Whether a reference holds what a person is known by, and not only a number.
    fn tells(&self, flow: &Flow) -> bool {
        let known =
            |c: &ColumnAt| self.atlas.known.iter().any(|k| k.spot == flow.source && k.column == *c);
        flow.source_columns.iter().any(known)
    }

    /// The cells of a row.
    pub(super) fn cells(
        &self,
        row: &Reached,
        mut values: Vec<Value>,
        others: &Others,
        files: &HashMap<String, String>,
        seen: &mut Seen,
    ) -> Vec<Cell> {
        let hidden = self.hidden(row);
        let talk =
            |value: Option<&Value>| matches!(value, Some(Value::Text(t)) if format_of(t).is_some());
        let look = Look {
            row,
            is_person: row.is_subject(self.atlas),
            talks: self.columns.iter().any(|c| talk(values.get(c.at))),
            about: self.about(row),
            beside: others.beside(row),
            others,
            files,
        };
        let mut cells: Vec<Cell> = Vec::with_capacity(self.columns.len() + 1);
        for shown in &self.columns {
            let value = values.get_mut(shown.at).map(std::mem::take).unwrap_or_default();
            let omitted = hidden.contains(&shown.at) && !value.is_null();
            let cell = if omitted { Cell::Omitted } else { self.cell(&look, shown, value, seen) };
            seen.omitted += u64::from(cell == Cell::Omitted);
            cells.push(cell);
        }
        if self.until.is_some() {
            cells.push(Cell::Until(self.until(row)));
        }
        cells
    }

    fn cell(&self, look: &Look<'_>, shown: &Shown, value: Value, seen: &mut Seen) -> Cell {
        let is_conversation = matches!(&value, Value::Text(text) if format_of(text).is_some());
        if (is_conversation || self.is_recording(shown))
            && let Some(file) = look.files.get(&self.place(look.row, shown.at))
        {
            return Cell::File(file.clone());
        }
        if is_conversation {
            return Cell::Omitted;
        }
        let shared = || Self::is_shared(look.row) && !look.about.contains(&shown.at);
        if look.is_person || !(shown.free || look.talks || shared()) {
            return Cell::Value(value);
        }
        let leads = self.links.contains(&shown.at);
        let head = if leads { Head::Record } else { Head::Called(&shown.name) };
        let (value, places) = match value {
            Value::Text(text) => {
                let (text, places) = look.others.without(&look.beside, head, &text);
                (Value::Text(text), places)
            }
            Value::Bytes(bytes) => match look.others.bytes_without(&look.beside, head, &bytes) {
                Some((bytes, places)) => (Value::Bytes(bytes), places),
                None if self.names.contains(&shown.at) => (Value::Bytes(bytes), 0),
                None => return Cell::Omitted,
            },
            Value::Integer(number)
                if look.others.is_number_of(&look.beside, &number.to_string()) =>
            {
                return Cell::Omitted;
            }
            value => (value, 0),
        };
        seen.places += places;
        Cell::Value(value)
    }

    /// What by the map tells about the person and nobody else, and the references to the person.
    fn about(&self, row: &Reached) -> BTreeSet<ColumnAt> {
        let mine = |at: usize| row.claims.iter().any(|c| c.flow == Some(at));
        let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
        for (at, flow) in self.atlas.arriving(self.spot) {
            let whose = if mine(at) { &mut ours } else { &mut theirs };
            whose.extend(flow.about.iter().copied());
            if flow.refers_back {
                whose.extend(flow.target_columns.iter().copied());
            }
        }
        &ours - &theirs
    }

    /// Whether a column of the table names recordings.
    pub(super) fn is_recording(&self, shown: &Shown) -> bool {
        self.media && shown.name == "path"
    }

    pub(super) fn recording_name(&self, row: &Reached, path: &str) -> String {
        let plain = |c: &char| c.is_ascii_alphanumeric();
        let end = path.rsplit_once('.').map_or("", |(_, end)| end);
        let end: String = end.chars().filter(plain).take(5).collect();
        let end = if end.is_empty() { "bin".to_owned() } else { end.to_lowercase() };
        format!("recordings/{}.{end}", self.place_named(row, "path"))
    }

    /// The media type that a file's row tells.
    pub(super) fn media_type(&self, values: &[Value]) -> Option<String> {
        let value = values.get(self.table.column("type").filter(|_| self.media)?)?;
        value.text().map(Into::into)
    }

    /// A name for a cell that tells nothing.
    pub(super) fn place(&self, row: &Reached, column: ColumnAt) -> String {
        self.place_named(row, self.table.columns.get(column).map_or("", |c| &c.name))
    }

    pub(super) fn place_named(&self, row: &Reached, column: &str) -> String {
        let key: Vec<String> =
            row.key.0.iter().map(|v| v.text().unwrap_or_default().into_owned()).collect();
        let mut parts = vec![self.store.as_str(), &self.table.name, column];
        parts.extend(key.iter().map(String::as_str));
        opaque(&parts)
    }

    /// Whether the person sees a column of a row.
    pub(super) fn shows(&self, row: &Reached, column: ColumnAt) -> bool {
        self.columns.iter().any(|c| c.at == column) && !self.hidden(row).contains(&column)
    }
}

/// What the cells of a row have in common.
struct Look<'a> {
    row: &'a Reached,
    is_person: bool,
    /// A conversation is in the row: what is said about it beside names others too.
    talks: bool,
    /// Columns that by the map tell about the person and nobody else.
    about: BTreeSet<ColumnAt>,
    /// By what those are known whose row it is too.
    beside: Vec<String>,
    others: &'a Others,
    /// The files that cells became.
    files: &'a HashMap<String, String>,
}

/// The columns of a table that lead from record to record, and not to people. Their names (`uid`) say nothing about what stands
/// there: the id of a call is nobody's account.
fn links(atlas: &Atlas, spot: Spot) -> BTreeSet<ColumnAt> {
    let key = atlas.table(spot).filter(|_| !atlas.is_people(spot)).map(|t| t.key.clone());
    let mut links: BTreeSet<ColumnAt> = key.into_iter().flatten().collect();
    let mut people: BTreeSet<ColumnAt> =
        atlas.known.iter().filter(|k| k.spot == spot).map(|k| k.column).collect();
    for flow in &atlas.flows {
        let with_people = atlas.is_people(flow.source) || atlas.is_people(flow.target);
        let to = if with_people { &mut people } else { &mut links };
        let ends = [(flow.source, &flow.source_columns), (flow.target, &flow.target_columns)];
        to.extend(ends.iter().filter(|(end, _)| *end == spot).flat_map(|(_, c)| c.iter()));
    }
    &links - &people
}

/// The columns of a table that name records, people among them.
fn names(atlas: &Atlas, spot: Spot, table: &Table) -> BTreeSet<ColumnAt> {
    let references = table.references.iter().flat_map(|r| &r.columns);
    let mut names: BTreeSet<ColumnAt> = table.key.iter().chain(references).copied().collect();
    for flow in &atlas.flows {
        let ends = [(flow.source, &flow.source_columns), (flow.target, &flow.target_columns)];
        names.extend(ends.iter().filter(|(end, _)| *end == spot).flat_map(|(_, c)| c.iter()));
    }
    names
}

/// The columns of a table that by the map hold data about people.
fn personal(
    atlas: &Atlas,
    spot: Spot,
    table: &Table,
    map: Option<&TableMap>,
) -> BTreeSet<ColumnAt> {
    let marked = |c: &&ColumnMap| c.data.is_some() || c.erase == Some(Treatment::Redact);
    let marked = map.into_iter().flat_map(|m| m.columns.iter().filter(marked));
    let mut all: BTreeSet<ColumnAt> = marked.filter_map(|c| table.column(&c.name)).collect();
    all.extend(atlas.known.iter().filter(|k| k.spot == spot).map(|k| k.column));
    for (_, flow) in atlas.arriving(spot) {
        all.extend(flow.about.iter().copied());
        let known =
            |c: &ColumnAt| atlas.known.iter().any(|k| k.spot == flow.source && k.column == *c);
        if flow.refers_back && flow.source_columns.iter().any(known) {
            all.extend(flow.target_columns.iter().copied());
        }
    }
    all
}

/// The statement under which a table's rows are kept: that which keeps them longest is named by `keep`.
fn statement<'a>(map: Option<&'a TableMap>, policy: Option<&'a Policy>) -> Option<&'a Statement> {
    let map = map?;
    policy?.statement(map.keep.as_ref().or(map.statement.as_ref())?)
}

fn columns(
    kind: Kind,
    heads: &Heads<'_>,
    table: &Table,
    map: Option<&TableMap>,
    policy: Option<&Policy>,
) -> Vec<Shown> {
    let mapped = |c: &Column| map.and_then(|m| m.columns.iter().find(|m| m.name == c.name));
    let chosen: Vec<(ColumnAt, &Column, Option<&ColumnMap>)> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, c)| (at, c, mapped(c)))
        .filter(|(_, _, m)| kind == Kind::Access || m.is_some_and(|m| is_portable(m, map, policy)))
        .collect();
    let titles = heads.of(&chosen.iter().map(|(at, _, _)| *at).collect::<Vec<_>>());
    let shown = |((at, column, m), title): ((ColumnAt, &Column, Option<&ColumnMap>), String)| {
        let free = m.is_some_and(|m| m.erase == Some(Treatment::Redact));
        Shown { at, name: column.name.clone(), title, family: column.family, free }
    };
    chosen.into_iter().zip(titles).map(shown).collect()
}

/// Rule 5.
fn is_portable(column: &ColumnMap, map: Option<&TableMap>, policy: Option<&Policy>) -> bool {
    let id = column.statement.as_ref().or(map.and_then(|m| m.statement.as_ref()));
    let Some((policy, id)) = policy.zip(id) else { return false };
    let rests = |basis: Option<Basis>| match basis {
        Some(basis) => matches!(basis, Basis::Consent | Basis::Contract),
        None => policy.role == Role::Processor,
    };
    let statement = policy.statement(id);
    column.provided && statement.is_some_and(|s| s.purposes.values().any(|p| rests(p.basis)))
}

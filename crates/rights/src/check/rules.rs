//! Rules of a store that would refuse what an erasure writes into rows that stay.
//!
//! Owns: what would be written into some rows, in which columns a rule refuses it, what is said of that. Leaves to others: which
//! columns change ([`crate::plan`]), asking the store (`abide-stores`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::vocab::{StoreKind, Treatment};
use abide_stores::schema::{Column, Table};
use abide_stores::{ColumnAt, Error, Refusals, Row, Session, Store, Trial, Value};

use super::{Notes, What, Word, owners};
use crate::atlas::{Atlas, Spot};
use crate::neutral::{can_be_nothing, can_differ, written};
use crate::plan::rewritten;
use crate::redact::{Taking, Texts};

/// How many rows of a table are tried.
const TRIED: usize = 20;
/// A row with more text than this is not tried.
const LONG: usize = 256 << 10;

/// What the rules of a table say of what an erasure would write.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// How many rows were tried.
    pub tried: u64,
    /// By rule: the columns in which it refuses, and in how many rows.
    pub refuse: BTreeMap<String, (BTreeSet<ColumnAt>, u64)>,
    /// Rules of which it could not be told.
    pub untold: BTreeSet<String>,
}

/// Asks a store about some rows of a table.
pub(super) async fn look(
    atlas: &Atlas,
    store: &dyn Store,
    session: &mut dyn Session,
    spot: Spot,
) -> Result<Rules, Error> {
    let mut rules = Rules::default();
    // Files have no rules.
    let kind = atlas.parts.get(spot.store).map(|part| part.map.kind);
    let in_database = |_: &&Table| kind != Some(StoreKind::Files);
    let Some(table) = atlas.table(spot).filter(in_database) else { return Ok(rules) };
    if !owners::may_stay(atlas, spot) || !owners::owned(atlas).contains(&spot) {
        return Ok(rules);
    }
    let mut changes = rewritten(atlas, spot, owners::may_be_shell(atlas, spot));
    // Of a type without such a value it is told by itself.
    let has_value = |column: &ColumnAt, treatment: &mut Treatment| {
        table.columns.get(*column).is_some_and(|column| match treatment {
            Treatment::Unique => can_differ(column),
            _ => can_be_nothing(column),
        })
    };
    changes.iter_mut().for_each(|columns| columns.retain(has_value));
    // Several edges may change the same: that is one question.
    let changes: BTreeSet<_> = changes.into_iter().collect();
    if changes.iter().all(BTreeMap::is_empty) {
        return Ok(rules);
    }
    let rows = some(session, spot, table).await?;
    rules.tried = rows.len() as u64;
    for treatments in changes.iter().filter(|_| !rows.is_empty()) {
        Asking { atlas, spot, table, rows: &rows, store }.note(&mut rules, treatments).await?;
    }
    Ok(rules)
}

/// The first rows of a table, whole.
async fn some(
    session: &mut dyn Session,
    spot: Spot,
    table: &Table,
) -> Result<Vec<Vec<Value>>, Error> {
    let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
    let mut rows = Vec::new();
    let size = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        _ => 0,
    };
    let mut sink = |row: Row| {
        if row.values.iter().map(size).sum::<usize>() <= LONG {
            rows.push(row.values);
        }
        if rows.len() < TRIED { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    session.sweep(spot.table, &want, &mut sink).await?;
    Ok(rows)
}

type Treatments = BTreeMap<ColumnAt, Treatment>;

struct Asking<'a> {
    atlas: &'a Atlas,
    spot: Spot,
    table: &'a Table,
    rows: &'a [Vec<Value>],
    store: &'a dyn Store,
}

impl Asking<'_> {
    /// Notes which rules refuse that these columns change together, and which of the columns each refuses.
    async fn note(&self, rules: &mut Rules, treatments: &Treatments) -> Result<(), Error> {
        let mut left = treatments.clone();
        while !left.is_empty() {
            let together = self.refusals(&left).await?;
            rules.untold.extend(together.untold);
            let mut alone: BTreeMap<String, BTreeSet<ColumnAt>> = BTreeMap::new();
            for (column, treatment) in left.iter().filter(|_| !together.rules.is_empty()) {
                let one = self.refusals(&BTreeMap::from([(*column, *treatment)])).await?;
                for rule in one.rules.into_keys() {
                    alone.entry(rule).or_default().insert(*column);
                }
            }
            let all: BTreeSet<ColumnAt> = left.keys().copied().collect();
            // A store may tell of one rule alone: what that refuses is left out, and the rest asked about again.
            let refused: BTreeSet<ColumnAt> = alone.values().flatten().copied().collect();
            for (rule, rows) in together.rules {
                let columns =
                    alone.remove(&rule).or_else(|| refused.is_empty().then(|| all.clone()));
                let Some(columns) = columns else { continue };
                let noted = rules.refuse.entry(rule).or_default();
                noted.0.extend(columns);
                noted.1 = noted.1.max(rows);
            }
            if refused.is_empty() {
                break;
            }
            left.retain(|column, _| !refused.contains(column));
        }
        Ok(())
    }

    async fn refusals(&self, treatments: &Treatments) -> Result<Refusals, Error> {
        let columns: Vec<ColumnAt> = treatments.keys().copied().collect();
        let written = |(number, row): (usize, &Vec<Value>)| {
            let value = |(at, treatment): (&ColumnAt, &Treatment)| {
                self.value(number, *at, *treatment, row.get(*at))
            };
            (row.clone(), treatments.iter().map(value).collect())
        };
        let rows: Vec<(Vec<Value>, Vec<Value>)> =
            self.rows.iter().enumerate().map(written).collect();
        let trial = Trial { table: self.table, columns: &columns, rows: &rows };
        self.store.refusals(&trial).await
    }

    /// What an erasure would write, or the like of it: what it makes up is never the same again.
    fn value(
        &self,
        number: usize,
        at: ColumnAt,
        treatment: Treatment,
        old: Option<&Value>,
    ) -> Value {
        let byte = u8::try_from(number).unwrap_or_default();
        let bytes = || std::array::from_fn(|at| byte.wrapping_mul(7) ^ (at as u8));
        let redacted = |column: &Column, old: &Value| {
            let redactor = &Texts::default();
            Taking { redactor, people: &[], everybody: true }.value(column, old)
        };
        written(self.atlas, (self.spot, at), treatment, old, bytes, redacted)
    }
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let Some(rules) = notes.seen.get(&spot).map(|seen| &seen.rules) else { return };
    for (rule, (columns, rows)) in &rules.refuse {
        let words = vec![
            ("rule", rule.clone().into()),
            ("count", Word::Count(*rows)),
            ("of", Word::Count(rules.tried)),
        ];
        let columns: Vec<ColumnAt> = columns.iter().copied().collect();
        notes.note(What::RefusedByRule, spot, &columns, words);
    }
    if !rules.untold.is_empty() {
        let names: Vec<String> = rules.untold.iter().map(|name| format!("`{name}`")).collect();
        notes.note(What::UntriedRule, spot, &[], vec![("names", names.join(", ").into())]);
    }
}

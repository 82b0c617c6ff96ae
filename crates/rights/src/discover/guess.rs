//! References that the schema does not declare: columns whose values are found in another table.
//!
//! A column is asked about if its name says to what it refers, if a column of the same name holds the same kind of personal
//! data and has an index, or if its values have the form of another table's unique names. Small numbers are found
//! everywhere: they need the name.

use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;

use abide_stores::schema::{Family, Table};
use abide_stores::{ColumnAt, Error, Lookup, Row, Schema, Session, TableAt, Value};

use crate::sample::{Sample, words};

/// How many questions are asked of one store.
const QUESTIONS: usize = 2000;
/// From what length on values are found elsewhere only if they refer there.
const LONG: usize = 8;

/// A reference that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The table that would refer.
    pub table: TableAt,
    /// Its column.
    pub column: ColumnAt,
    /// Only in rows with this value in that column.
    pub when: Option<(ColumnAt, String)>,
    /// The table to which it would refer.
    pub to: TableAt,
    /// The column there.
    pub to_column: ColumnAt,
    /// How many values were asked for.
    pub asked: u64,
    /// How many were found.
    pub found: u64,
}

/// How many of the values must be found, in percent.
type Share = u64;

/// Asks about each column that may refer, and keeps what was found.
pub(super) async fn ask(
    session: &mut dyn Session,
    schema: &Schema,
    samples: &[Sample],
) -> Result<Vec<Guess>, Error> {
    let mut kept = Vec::new();
    for (mut guess, share, values) in questions(schema, samples).into_iter().take(QUESTIONS) {
        guess.asked = values.len() as u64;
        guess.found = found(session, &guess, values).await?;
        if guess.found > 0 && guess.found * 100 >= guess.asked * share {
            kept.push(guess);
        }
    }
    Ok(kept)
}

async fn found(
    session: &mut dyn Session,
    guess: &Guess,
    values: BTreeSet<Value>,
) -> Result<u64, Error> {
    let values: Vec<Vec<Value>> = values.into_iter().map(|v| vec![v]).collect();
    let (by, mut seen) = ([guess.to_column], HashSet::new());
    let lookup =
        Lookup { table: guess.to, by: &by, values: &values, when: &[], want: &by, hold: false };
    // A name that is not unique may be there very often.
    let mut left = 10_000_u32;
    let mut sink = |row: Row| {
        seen.extend(row.values.into_iter().next());
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    session.find(&lookup, &mut sink).await?;
    Ok(seen.len() as u64)
}

/// What is asked: the reference, which share must be found, the values.
fn questions(schema: &Schema, samples: &[Sample]) -> Vec<(Guess, Share, BTreeSet<Value>)> {
    let mut questions = Vec::new();
    for (at, (table, sample)) in schema.tables.iter().zip(samples).enumerate() {
        let paired: BTreeSet<ColumnAt> =
            sample.pairs.iter().flat_map(|p| [p.chooser, p.column]).collect();
        for (column, look) in sample.columns.iter().enumerate() {
            let declared = table.references.iter().any(|r| r.columns.contains(&column));
            if declared || paired.contains(&column) || look.values.is_empty() {
                continue;
            }
            let targets = targets(schema, samples, at, column);
            let guess = |(to, to_column, share)| {
                let guess =
                    Guess { table: at, column, when: None, to, to_column, asked: 0, found: 0 };
                (guess, share, look.values.clone())
            };
            questions.extend(targets.map(guess));
        }
        questions.extend(paired_questions(schema, at, sample));
    }
    questions
}

/// Where a column may refer, by names and by forms of values.
fn targets<'a>(
    schema: &'a Schema,
    samples: &'a [Sample],
    at: TableAt,
    column: ColumnAt,
) -> impl Iterator<Item = (TableAt, ColumnAt, Share)> + 'a {
    let here = schema.tables.get(at).zip(samples.get(at));
    let there = schema.tables.iter().zip(samples).enumerate().filter(move |(to, _)| *to != at);
    there.flat_map(move |(to, other)| {
        (0..other.0.columns.len())
            .filter_map(move |k| Some((to, k, share(here?, column, other, k)?)))
    })
}

/// Which share of the values must be found for a column to refer to another; `None` if nothing says that it might.
fn share(
    (table, sample): (&Table, &Sample),
    column: ColumnAt,
    (other, others): (&Table, &Sample),
    key: ColumnAt,
) -> Option<Share> {
    let (here, there) = (table.columns.get(column)?, other.columns.get(key)?);
    let text = |family| matches!(family, Family::Text(_) | Family::Uuid | Family::Other);
    if !(here.family == there.family || text(here.family) && text(there.family)) {
        return None;
    }
    let unique = other.key == [key] || other.unique.iter().any(|u| *u == [key]);
    let whole = matches!(here.family, Family::Integer) || text(here.family);
    if unique && whole && names(&here.name, &other.name) {
        return Some(80);
    }
    let same = here.name.eq_ignore_ascii_case(&there.name) && text(here.family);
    let kind = |sample: &Sample, t, c| sample.verdict(t, c).filter(|v| v.whole).map(|v| v.kind);
    if same && other.is_indexed(&[key]) && kind(sample, table, column).is_some() {
        let alike = kind(sample, table, column) == kind(others, other, key);
        return alike.then_some(50);
    }
    (unique && text(here.family) && same_form(sample, column, others, key)).then_some(90)
}

/// Whether a column's name says that it refers to a table: `contact_id`, `caller_contact_id` and `contacts`.
fn names(column: &str, table: &str) -> bool {
    let refers = words::words(column).len() > 1 || column.len() > 4;
    let stem = words::stem(column).filter(|_| refers);
    stem.and_then(|s| s.split(' ').next_back().map(str::to_owned)) == Some(words::thing(table))
}

/// Whether all values are long, and as long as those of the other column.
fn same_form(sample: &Sample, column: ColumnAt, others: &Sample, key: ColumnAt) -> bool {
    let sizes = |sample: &Sample, c: ColumnAt| {
        let values = sample.columns.get(c).map(|l| &l.values)?;
        let sizes = values.iter().map(Value::size);
        Some((values.len() > 4, sizes.clone().min()?, sizes.max()?))
    };
    match (sizes(sample, column), sizes(others, key)) {
        (Some((true, least, most)), Some((_, from, to))) => {
            least >= LONG && least >= from && most <= to
        }
        _ => false,
    }
}

/// References of pairs: by the word in one column, to the table that has this name.
fn paired_questions(
    schema: &Schema,
    at: TableAt,
    sample: &Sample,
) -> impl Iterator<Item = (Guess, Share, BTreeSet<Value>)> {
    sample.pairs.iter().flat_map(move |pair| {
        pair.values.iter().filter_map(move |(word, values)| {
            let thing = words::words(word).pop()?;
            let to = schema.tables.iter().position(|t| words::thing(&t.name) == thing)?;
            let to_column = *schema.tables.get(to)?.key.first().filter(|_| !values.is_empty())?;
            let when = Some((pair.chooser, word.clone()));
            let guess =
                Guess { table: at, column: pair.column, when, to, to_column, asked: 0, found: 0 };
            Some((guess, 50, values.clone()))
        })
    })
}

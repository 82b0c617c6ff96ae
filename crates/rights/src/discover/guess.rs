//! References that the schema does not declare: columns whose values are found in another table.
//!
//! A column is asked about if its name says to what it refers, if a column of the same name holds the same kind of personal
//! data and has an index, or if its values have the form of another table's unique names. Small numbers are found
//! everywhere: they need the name. A column refers to files if its values are found as their paths.
//!
//! Where there is an index, values are looked up in it; a table without (rows in files) is read once for all questions.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;

use abide_detect::Kind;
use abide_stores::schema::{Column, Family, Table};
use abide_stores::{Collation, ColumnAt, Error, Lookup, Row, Schema, Session, TableAt, Value};

use super::keys;
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

/// A reference that is asked about, which share must be found, and the values.
type Question = (Guess, Share, BTreeSet<Value>);

/// Asks about each column that may refer, and keeps what was found.
pub(crate) async fn ask(
    session: &mut dyn Session,
    schema: &Schema,
    samples: &[Sample],
) -> Result<Vec<Guess>, Error> {
    let mut asked = questions(schema, samples);
    asked.truncate(QUESTIONS);
    let mut passes: BTreeMap<TableAt, Vec<usize>> = BTreeMap::new();
    for (at, (guess, _, values)) in asked.iter_mut().enumerate() {
        let table = schema.tables.get(guess.to);
        let by = table.and_then(|t| t.columns.get(guess.to_column)).map(|c| c.collation);
        let by = by.unwrap_or_default();
        guess.asked = each(values.iter(), by) as u64;
        if table.is_some_and(|t| t.has_places() && !t.is_indexed(&[guess.to_column])) {
            passes.entry(guess.to).or_default().push(at);
        } else {
            guess.found = found(session, guess, std::mem::take(values), by).await?;
        }
    }
    for (table, questions) in passes {
        pass(session, table, &questions, &mut asked).await?;
    }
    let enough = |(g, share, _): &Question| g.found > 0 && g.found * 100 >= g.asked * share;
    Ok(asked.into_iter().filter(enough).map(|(guess, ..)| guess).collect())
}

/// Reads a table once, and counts for each question about it which of its values are there.
async fn pass(
    session: &mut dyn Session,
    table: TableAt,
    questions: &[usize],
    asked: &mut [Question],
) -> Result<(), Error> {
    let mut left: Vec<(ColumnAt, HashSet<String>)> = Vec::new();
    for (guess, _, values) in questions.iter().filter_map(|at| asked.get(*at)) {
        left.push((guess.to_column, values.iter().filter_map(text).collect()));
    }
    let want: Vec<ColumnAt> = left.iter().map(|(column, _)| *column).collect();
    let mut sink = |row: Row| {
        for ((_, left), value) in left.iter_mut().zip(&row.values) {
            if let Some(text) = value.text() {
                left.remove(text.as_ref());
            }
        }
        if left.iter().all(|(_, left)| left.is_empty()) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    session.sweep(table, &want, &mut sink).await?;
    for (at, (_, left)) in questions.iter().zip(left) {
        if let Some((guess, ..)) = asked.get_mut(*at) {
            guess.found = guess.asked.saturating_sub(left.len() as u64);
        }
    }
    Ok(())
}

/// How many values there are, each once: as a column compares them.
fn each<'a>(values: impl IntoIterator<Item = &'a Value>, by: Collation) -> usize {
    let folded = |value: &Value| match value {
        Value::Text(text) => Value::Text(by.folded(text).into_owned()),
        other => other.clone(),
    };
    values.into_iter().map(folded).collect::<HashSet<Value>>().len()
}

fn text(value: &Value) -> Option<String> {
    value.text().map(std::borrow::Cow::into_owned)
}

async fn found(
    session: &mut dyn Session,
    guess: &Guess,
    values: BTreeSet<Value>,
    by_column: Collation,
) -> Result<u64, Error> {
    let values: Vec<Vec<Value>> = values.into_iter().map(|v| vec![v]).collect();
    let (by, mut seen) = ([guess.to_column], HashSet::new());
    let lookup = Lookup {
        table: guess.to,
        by: &by,
        values: &values,
        when: &[],
        want: &by,
        hold: false,
        refers: false,
    };
    // A name that is not unique may be there very often.
    let mut left = 10_000_u32;
    let mut sink = |row: Row| {
        seen.extend(row.values.into_iter().next());
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    session.find(&lookup, &mut sink).await?;
    Ok(each(&seen, by_column) as u64)
}

/// All that is asked about a store.
fn questions(schema: &Schema, samples: &[Sample]) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, (table, sample)) in schema.tables.iter().zip(samples).enumerate() {
        let paired: BTreeSet<ColumnAt> =
            sample.pairs.iter().flat_map(|p| [p.chooser, p.column]).collect();
        for (column, look) in sample.columns.iter().enumerate() {
            let declared = table.references.iter().any(|r| r.columns.contains(&column));
            let of_file = table.columns.get(column).is_some_and(Column::is_of_file);
            if declared || of_file || paired.contains(&column) || look.values.is_empty() {
                continue;
            }
            for (to, to_column, share) in targets(schema, samples, at, column) {
                let guess =
                    Guess { table: at, column, when: None, to, to_column, asked: 0, found: 0 };
                let files = schema.tables.get(to);
                let files =
                    files.filter(|t| t.columns.get(to_column).is_some_and(Column::is_of_file));
                // Files of other kinds may be named there too.
                let paths = files.map(|files| paths(sample, column, files).cloned().collect());
                questions.push((guess, share, paths.unwrap_or_else(|| look.values.clone())));
            }
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
    let name = here.and_then(|(table, _)| Some(table.columns.get(column)?.name.as_str()));
    let merges = name.is_some_and(words::is_merge);
    // What may not be read was not looked at, and cannot be asked either.
    let there = schema.tables.iter().zip(samples).enumerate();
    let there = there.filter(|(_, (_, sample))| !sample.columns.is_empty());
    let there = there.filter(move |(to, (other, _))| *to != at || merges && other.has_places());
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
    if there.is_of_file() {
        let asked = other.is_indexed(&[key]) && paths(sample, column, other).next().is_some();
        return asked.then_some(50);
    }
    if !are_comparable(here, there, other) {
        return None;
    }
    let unique = other.key == [key] || other.unique.iter().any(|u| *u == [key]);
    // Of what only seems to be unique, a reference is to the first.
    let main = !other.has_places() || keys::main(other) == Some(key);
    let whole = here.family == Family::Integer || is_text(here);
    let itself = std::ptr::eq(table, other) && column != key;
    if unique && main && whole && (itself || names(&here.name, &other.name)) {
        return Some(80);
    }
    let same = here.name.eq_ignore_ascii_case(&there.name) && is_text(here);
    let kind = |sample: &Sample, t, c| sample.verdict(t, c).filter(|v| v.whole).map(|v| v.kind);
    let kinds = (kind(sample, table, column), kind(others, other, key));
    if same && (other.is_indexed(&[key]) || other.has_places()) && kinds.0.is_some() {
        // Many people have the same name and live in the same street.
        let tells = matches!(kinds.0, Some(Kind::Email | Kind::Phone | Kind::User));
        return (kinds.0 == kinds.1 && (tells || !other.has_places())).then_some(50);
    }
    (unique && is_text(here) && same_form(sample, column, others, key)).then_some(90)
}

/// Whether values of one column may be found in another of that table.
fn are_comparable(here: &Column, there: &Column, table: &Table) -> bool {
    // Files compare as text: in CSV a number is one.
    let plain = |c: &Column| is_text(c) || c.family == Family::Integer;
    here.family == there.family
        || is_text(here) && is_text(there)
        || table.has_places() && plain(here) && plain(there)
}

const fn is_text(column: &Column) -> bool {
    matches!(column.family, Family::Text(_) | Family::Uuid | Family::Other)
}

/// Whether a column's name says that it refers to a table: `contact_id`, `caller_contact_id` and `contacts`.
fn names(column: &str, table: &str) -> bool {
    let refers = words::words(column).len() > 1 || column.len() > 4;
    let stem = words::stem(column).filter(|_| refers);
    stem.and_then(|s| s.split(' ').next_back().map(str::to_owned)) == Some(words::thing(table))
}

/// The values that end as the files of a table do.
fn paths<'a>(
    sample: &'a Sample,
    column: ColumnAt,
    files: &'a Table,
) -> impl Iterator<Item = &'a Value> {
    let ending = files.name.rsplit_once('*').map(|(_, ending)| ending);
    let ends = move |v: &&Value| ending.zip(v.text()).is_some_and(|(e, text)| text.ends_with(e));
    sample.columns.get(column).into_iter().flat_map(|look| &look.values).filter(ends)
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
) -> impl Iterator<Item = Question> {
    sample.pairs.iter().flat_map(move |pair| {
        pair.values.iter().filter_map(move |(word, values)| {
            let thing = words::words(word).pop()?;
            let to = schema.tables.iter().position(|t| words::thing(&t.name) == thing)?;
            let to_column = keys::main(schema.tables.get(to)?).filter(|_| !values.is_empty())?;
            let when = Some((pair.chooser, word.clone()));
            let guess =
                Guess { table: at, column: pair.column, when, to, to_column, asked: 0, found: 0 };
            Some((guess, 50, values.clone()))
        })
    })
}

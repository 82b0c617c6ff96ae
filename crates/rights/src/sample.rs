//! A bounded look at the rows of a table: which columns hold personal data.
//!
//! Owns: reading the first rows of a table, and what the detector says of each column. Leaves to others: what kinds of
//! personal data there are and how they are recognized (`abide-detect`), what follows from it ([`crate::check`],
//! [`crate::discover`]).
//!
//! A row becomes lines of `label: value`, so that a column's name helps its values as a word before them does in any text.
//! Of the values themselves only a few are kept, for asking whether another table has them; none is ever shown.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{ControlFlow, Range};

use abide_detect::finder::Scratch;
use abide_detect::{Finder, Kind};
use abide_stores::schema::{Family, Table};
use abide_stores::{ColumnAt, Error, Row, Session, TableAt, Value};

pub(crate) mod words;

/// How many rows of a table are looked at.
pub const ROWS: usize = 500;
/// How much of a value is looked at, in bytes.
const LONGEST: usize = 2000;
/// How much text is looked at together, in bytes.
const PIECE: usize = 16 << 10;
/// How many different values of a column are kept.
const KEPT: usize = 40;
/// Which share of the values must be of a kind for the column to be of it, in percent.
const SHARE: u64 = 60;
/// In how many texts something personal must stand, at least.
const FEWEST: u64 = 2;

/// Told how many tables have been looked at, of how many.
pub type Counted<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

/// What the first rows of a table showed.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// How many rows were looked at.
    pub rows: u64,
    /// There are more.
    pub more: bool,
    /// By column.
    pub columns: Vec<Look>,
    /// Pairs of columns that together refer to tables.
    pub pairs: Vec<Pair>,
}

/// What the values of a column showed.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Values that are not empty.
    pub filled: u64,
    /// Values that are all of a kind.
    pub whole: BTreeMap<Kind, u64>,
    /// Values in which a kind stands among other things.
    pub within: BTreeMap<Kind, u64>,
    /// Values that tell a day.
    pub days: u64,
    /// Values with an international telephone number: `+` and digits.
    pub international: u64,
    /// Every row has a value, and no two the same.
    pub differs: bool,
    /// Some different values.
    pub values: BTreeSet<Value>,
}

/// Two columns of which one says to which table the other refers: `subject_type` and `subject_id`.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The column that says which.
    pub chooser: ColumnAt,
    /// The column that refers.
    pub column: ColumnAt,
    /// Some values of the second by each value of the first.
    pub values: BTreeMap<String, BTreeSet<Value>>,
}

/// What a column holds, as far as a sample tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which kind of personal data.
    pub kind: Kind,
    /// In how many of the values.
    pub count: u64,
    /// How many values there were.
    pub of: u64,
    /// The values are of this kind as a whole; else they are texts in which it stands. Told by the name alone if `of` is 0.
    pub whole: bool,
}

/// Whether a kind points to a person by itself, or is protected: a town, a company or a day alone is not.
const fn tells(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Loc
            | Kind::Org
            | Kind::Date
            | Kind::Url
            | Kind::Id
            | Kind::Title
            | Kind::Age
            | Kind::Bic
            | Kind::Expiry
            | Kind::Other
    )
}

/// Reads the first rows of a table, of each value what is looked at.
///
/// # Errors
/// Whatever the store reports.
pub async fn rows(
    session: &mut dyn Session,
    at: TableAt,
    table: &Table,
) -> Result<Vec<Vec<Value>>, Error> {
    let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
    let mut rows = Vec::new();
    let mut sink = |row: Row| {
        rows.push(row.values.into_iter().map(cut).collect());
        if rows.len() > ROWS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    session.sweep(at, &want, &mut sink).await?;
    Ok(rows)
}

fn cut(value: Value) -> Value {
    match value {
        Value::Text(mut text) => {
            text.truncate(text.floor_char_boundary(LONGEST));
            Value::Text(text)
        }
        // That something is there is all that is asked of bytes.
        Value::Bytes(_) => Value::Bytes(Vec::new()),
        other => other,
    }
}

impl Sample {
    /// What these rows show.
    #[must_use]
    pub fn of(table: &Table, rows: &[Vec<Value>], finder: &Finder) -> Self {
        let more = rows.len() > ROWS;
        let rows = rows.get(..ROWS).unwrap_or(rows);
        let mut columns = vec![Look::default(); table.columns.len()];
        for row in rows {
            columns.iter_mut().zip(row).for_each(|(look, value)| look.count(value));
        }
        let mut detection = Detection::new(finder, table, columns);
        rows.iter().for_each(|row| detection.add(row));
        let mut columns = detection.end();
        for (at, look) in columns.iter_mut().enumerate() {
            let values: BTreeSet<_> = rows.iter().filter_map(|row| row.get(at)?.text()).collect();
            look.differs = look.filled == rows.len() as u64 && values.len() == rows.len();
        }
        let pairs = words::pairs(table).map(|(c, at)| Pair::of(c, at, rows)).collect();
        Self { rows: rows.len() as u64, more, columns, pairs }
    }

    /// What a column holds: by its values, else by its name alone.
    #[must_use]
    pub fn verdict(&self, table: &Table, column: ColumnAt) -> Option<Verdict> {
        let look = self.columns.get(column)?;
        let described = table.columns.get(column)?;
        let named = words::kind(&table.name, &described.name);
        let doubtful = |v: &Verdict| {
            words::misleads(&described.name, v.kind) || (v.whole && look.is_code(v.kind))
        };
        let seen = look.verdict().filter(|v| fits(described.family, *v));
        let seen = seen.filter(|v| named == Some(v.kind) || !doubtful(v));
        seen.or_else(|| {
            let kind = named?;
            let may = matches!(
                described.family,
                Family::Text(_) | Family::Other | Family::Date | Family::Integer | Family::Moment
            );
            // Values that are something else speak against the name.
            let open = look.filled == 0 || look.share(kind) > 0 || kind == Kind::Person;
            let (count, of) = (look.share(kind), look.filled);
            (may && open).then_some(Verdict { kind, count, of, whole: true })
        })
    }
}

/// Numbers that count something look like much.
fn fits(family: Family, verdict: Verdict) -> bool {
    match family {
        Family::Number | Family::Truth | Family::Moment => false,
        Family::Integer => {
            verdict.whole && matches!(verdict.kind, Kind::Phone | Kind::NatId | Kind::Card)
        }
        Family::Date => verdict.kind == Kind::DateOfBirth,
        _ => true,
    }
}

impl Look {
    fn count(&mut self, value: &Value) {
        let text = value.text().unwrap_or_default();
        self.filled += u64::from(!text.trim().is_empty());
        self.days +=
            u64::from(matches!(value, Value::Text(_)) && crate::plan::day(value).is_some());
        let digits = text.strip_prefix('+').is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
        self.international += u64::from(digits);
        let short = value.size() <= 200 && !value.is_null() && !matches!(value, Value::Bytes(_));
        if short && self.values.len() < KEPT {
            self.values.insert(value.clone());
        }
    }

    /// How many values have something of a kind.
    fn share(&self, kind: Kind) -> u64 {
        let count = |counts: &BTreeMap<Kind, u64>| counts.get(&kind).copied().unwrap_or(0);
        count(&self.whole) + count(&self.within)
    }

    /// Few values, again and again: names of things rather than of people.
    fn is_code(&self, kind: Kind) -> bool {
        let sure =
            matches!(kind, Kind::Email | Kind::Phone | Kind::Iban | Kind::Card | Kind::NatId);
        let different = self.values.len() as u64;
        !sure && self.filled >= 5 && different < 10 && different * 3 <= self.filled
    }

    fn verdict(&self) -> Option<Verdict> {
        let told = |counts: &BTreeMap<Kind, u64>| -> Vec<(Kind, u64)> {
            counts.iter().filter(|(kind, _)| tells(**kind)).map(|(k, c)| (*k, *c)).collect()
        };
        let most = |counts: &[(Kind, u64)]| counts.iter().copied().max_by_key(|(_, count)| *count);
        // Addresses of several kinds make a column of addresses.
        let whole = told(&self.whole);
        let count: u64 = whole.iter().map(|(_, count)| count).sum();
        if let Some((kind, _)) = most(&whole).filter(|_| count * 100 >= self.filled * SHARE) {
            return Some(Verdict { kind, count, of: self.filled, whole: true });
        }
        let (kind, count) = most(&told(&self.within))?;
        let enough = count >= FEWEST && count * 50 >= self.filled;
        enough.then_some(Verdict { kind, count, of: self.filled, whole: false })
    }
}

impl Pair {
    fn of(chooser: ColumnAt, column: ColumnAt, rows: &[Vec<Value>]) -> Self {
        let mut values: BTreeMap<String, BTreeSet<Value>> = BTreeMap::new();
        for row in rows {
            let (Some(Value::Text(word)), Some(value)) = (row.get(chooser), row.get(column)) else {
                continue;
            };
            if values.len() < KEPT || values.contains_key(word) {
                let some = values.entry(word.clone()).or_default();
                if some.len() < KEPT && !value.is_null() {
                    some.insert(value.clone());
                }
            }
        }
        Self { chooser, column, values }
    }
}

/// Collects rows to pieces of text, and gives them to the detector.
struct Detection<'a> {
    finder: &'a Finder,
    scratch: Scratch,
    labels: Vec<String>,
    columns: Vec<Look>,
    text: String,
    /// Which stretch of the text is a value of which column.
    parts: Vec<(Range<usize>, ColumnAt)>,
}

impl<'a> Detection<'a> {
    fn new(finder: &'a Finder, table: &Table, columns: Vec<Look>) -> Self {
        let labels = table.columns.iter().map(|c| words::spoken(&c.name)).collect();
        let (scratch, text, parts) = (Scratch::default(), String::new(), Vec::new());
        Self { finder, scratch, labels, columns, text, parts }
    }

    fn add(&mut self, row: &[Value]) {
        for (at, (label, value)) in self.labels.iter().zip(row).enumerate() {
            let Some(value) = value.text().filter(|v| !v.trim().is_empty()) else { continue };
            self.text.push_str(label);
            self.text.push_str(": ");
            let start = self.text.len();
            self.text.push_str(&value);
            self.parts.push((start..self.text.len(), at));
            self.text.push_str("\n\n");
        }
        if self.text.len() >= PIECE {
            self.look();
        }
    }

    fn look(&mut self) {
        let found = self.finder.report(&self.text, &mut self.scratch).findings;
        let mut parts = self.parts.iter().peekable();
        let mut seen = BTreeSet::new();
        for finding in found {
            while parts.next_if(|(place, _)| place.end < finding.place.end).is_some() {}
            let Some((place, column)) = parts.peek() else { break };
            if place.start > finding.place.start || !seen.insert((place.start, finding.kind)) {
                continue;
            }
            let whole =
                finding.place.len() >= self.text.get(place.clone()).map_or(0, |v| v.trim().len());
            if let Some(look) = self.columns.get_mut(*column) {
                let counts = if whole { &mut look.whole } else { &mut look.within };
                *counts.entry(finding.kind).or_default() += 1;
            }
        }
        self.text.clear();
        self.parts.clear();
    }

    fn end(mut self) -> Vec<Look> {
        self.look();
        self.columns
    }
}

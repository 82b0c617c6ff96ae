//! What is asked to be put right, looked at before anything is recorded.
//!
//! Owns: that a field is there and can be written, that its type has the value, that it is such a fact as people are known by
//! there. Leaves to others: whether it is true.
//!
//! What passes is kept as the store will write it, so that reading back compares like with like.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use abide_stores::schema::{Column, Family};
use abide_stores::{Collation, ColumnAt, Store, Value, Written};

use super::{Wanted, place};
use crate::atlas::{Atlas, Known, Spot};
use crate::desk::Failed;
use crate::identity::{Given, NotAsked};

/// The longest value, in characters.
pub const LONGEST: usize = 4000;
/// All fields and values of one request together, in bytes as they are kept with it until it is closed.
pub const ALL: usize = 16 << 10;

/// Why something cannot be put right as it is asked for. Tells the field and what would do, never the value; what would stand there
/// instead of it only to whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRight {
    /// Nothing was said.
    #[error(
        "nothing to put right was said: name a column and its right value, as `table.column=value`"
    )]
    Nothing,
    /// No such column.
    #[error(
        "`{0}` is no column of the person's own rows that can be written: name one as `table.column`"
    )]
    Column(String),
    /// The same column by two names.
    #[error("`{0}` is named twice: give one value for it")]
    Twice(String),
    /// A column that must not be empty.
    #[error("`{0}` must not be empty in its store: give the right value")]
    Empty(String),
    /// Too long.
    #[error("the value for `{0}` is too long: write at most {LONGEST} characters")]
    Long(String),
    /// Too much.
    #[error(
        "the values are too long together: write at most {ALL} bytes, and the rest in another request"
    )]
    Much,
    /// The column's type has no such value.
    #[error("the value for `{field}` does not fit its column (`{native}`): {}", remedy(*.family))]
    Type {
        /// Which field.
        field: String,
        /// The type, as its store writes it.
        native: String,
        /// What kind of values it has.
        family: Family,
    },
    /// The column would hold something else than what is written.
    #[error(
        "`{field}` (`{native}`) would hold `{stands}`, which is not what was written: {}, or `{stands}` if that is right", remedy(*.family)
    )]
    Otherwise {
        /// Which field.
        field: String,
        /// The type, as its store writes it.
        native: String,
        /// What kind of values it has.
        family: Family,
        /// What would stand there.
        stands: String,
    },
    /// People are known by the column, and the value is no such fact.
    #[error("people are known by `{field}`, and {why}")]
    Fact {
        /// Which field.
        field: String,
        /// What is wrong.
        why: NotAsked,
    },
}

impl NotRight {
    /// The field that is meant, if one is.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Nothing | Self::Much => None,
            Self::Column(field) | Self::Twice(field) | Self::Empty(field) | Self::Long(field) => {
                Some(field)
            }
            Self::Type { field, .. } | Self::Otherwise { field, .. } | Self::Fact { field, .. } => {
                Some(field)
            }
        }
    }
}

/// What a column of a kind takes.
fn remedy(family: Family) -> String {
    match family {
        Family::Integer => "write a whole number".to_owned(),
        Family::Number => "write a number such as `12.50`".to_owned(),
        Family::Text(Some(most)) => format!("write at most {most} characters"),
        Family::Date => "write a day as `1980-05-31`".to_owned(),
        Family::Moment => "write a moment as `2026-11-27 12:00:00`".to_owned(),
        Family::Truth => "write `true` or `false`".to_owned(),
        Family::Json => "write JSON".to_owned(),
        Family::Bytes => "it holds bytes, which cannot be written here".to_owned(),
        Family::Uuid => "write a UUID".to_owned(),
        Family::Text(None) | Family::Other => "write a value that this type has".to_owned(),
    }
}

/// What is asked for, as the stores will write it.
///
/// # Errors
/// [`NotRight`] as [`Failed::Unfit`], and whatever a store reports.
pub async fn checked(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    set: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Failed> {
    if set.is_empty() {
        return Err(NotRight::Nothing.into());
    }
    let mut checked = BTreeMap::new();
    for (field, value) in set {
        let (spot, column) = place(atlas, field).ok_or_else(|| NotRight::Column(field.clone()))?;
        checked.insert(field.clone(), one(atlas, stores, field, (spot, column), value).await?);
    }
    if crate::desk::document::written(&checked) > ALL {
        return Err(NotRight::Much.into());
    }
    wanted(atlas, &checked)?;
    Ok(checked)
}

async fn one(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    field: &str,
    (spot, column): (Spot, ColumnAt),
    value: &str,
) -> Result<String, Failed> {
    let missing = || NotRight::Column(field.to_owned());
    let table = atlas.table(spot).ok_or_else(missing)?;
    let described = table.columns.get(column).ok_or_else(missing)?;
    let store = stores.get(spot.store).ok_or_else(missing)?;
    if value.trim().is_empty() {
        let empty = described.nullable.then(String::new);
        return Ok(empty.ok_or_else(|| NotRight::Empty(field.to_owned()))?);
    }
    if value.chars().count() > LONGEST {
        return Err(NotRight::Long(field.to_owned()).into());
    }
    let usual = as_known(atlas, (spot, column), field, value)?;
    let text = |value: Value| value.text().map(Cow::into_owned);
    let right = match store.written(table, described, &usual).await? {
        Written::Said(value) => text(value).ok_or_else(|| unfit(field, described)),
        Written::Else(value) => Err(text(value)
            .map_or_else(|| unfit(field, described), |stands| otherwise(field, described, stands))),
        Written::Nothing => Err(unfit(field, described)),
    };
    Ok(right?)
}

fn otherwise(field: &str, column: &Column, stands: String) -> NotRight {
    let (field, native) = (field.to_owned(), column.native.clone());
    NotRight::Otherwise { field, native, family: column.family, stands }
}

fn unfit(field: &str, column: &Column) -> NotRight {
    let (field, native) = (field.to_owned(), column.native.clone());
    NotRight::Type { field, native, family: column.family }
}

/// The value, if it is such a fact as people are known by there; where an index finds all that say the same, in the usual
/// spelling.
fn as_known(
    atlas: &Atlas,
    (spot, column): (Spot, ColumnAt),
    field: &str,
    value: &str,
) -> Result<String, NotRight> {
    let mut usual = value.to_owned();
    for known in atlas.known.iter().filter(|k| (k.spot, k.column) == (spot, column)) {
        let given = Given::of(known.fact, value, known.country)
            .map_err(|why| NotRight::Fact { field: field.to_owned(), why })?;
        usual = spelled(known, &given, value.trim());
    }
    Ok(usual)
}

/// How a fact is written into a column by which people are known.
pub(super) fn spelled(known: &Known, given: &Given, value: &str) -> String {
    let as_it_is = !known.exact || given.is_usual(value, known.country, Collation::Written);
    if as_it_is { value.to_owned() } else { given.normal() }
}

/// New values by table, each column once.
pub(super) fn wanted(atlas: &Atlas, set: &BTreeMap<String, String>) -> Result<Wanted, NotRight> {
    let mut wanted = Wanted::new();
    for (name, value) in set {
        let (spot, column) = place(atlas, name).ok_or_else(|| NotRight::Column(name.clone()))?;
        let value = if value.is_empty() { Value::Null } else { Value::Text(value.clone()) };
        if wanted.entry(spot).or_default().insert(column, value).is_some() {
            return Err(NotRight::Twice(name.clone()));
        }
    }
    Ok(wanted)
}

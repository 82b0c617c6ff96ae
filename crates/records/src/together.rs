//! One thing or many of a kind: their rows go to the database in one statement.
//!
//! Owns: how rows get into a statement (as one JSON text, which both databases take apart), and gathering: what is written of many
//! requests waits until it is sent, kind by kind. Leaves to others: what each statement says (the modules of the tables).
//!
//! A thread between us and SQLite, or a network between us and PostgreSQL, costs more than the work of such a statement: a thousand
//! requests that go the same way are not written with a thousand times as many statements as one.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use abide_policy::text::Id;
use serde_json::Value as Json;

use crate::requests::{history, plans};
use crate::{Dialect, Error, Records, Row, Writing, people, requests};

/// So many bytes of rows are sent in one statement, if one row is not more.
const AT_ONCE: usize = 1 << 20;
/// So many bytes of rows are gathered before they are sent.
const MOST: usize = 4 << 20;

/// What can be written of many at once, in the order in which it is sent: what is done to a request before what needs it done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A request as it was changed.
    Change,
    /// Something that happened to it.
    Event,
    /// How far a step has come.
    Step,
    /// That nobody is reminded any more.
    SeenTo,
    /// Whom it was about is forgotten.
    Forget,
    /// What a person must do.
    Reminder,
    /// By what an erased person is remembered.
    Suppression,
}

impl Kind {
    /// The statements that write rows, one after the other; the first tells of which requests it did.
    const fn statements(self) -> &'static [Statement] {
        match self {
            Self::Change => &requests::CHANGE,
            Self::Event => &history::EVENT,
            Self::Step => &plans::STEPS,
            Self::SeenTo => &requests::duties::SEEN_TO,
            Self::Forget => &requests::FORGET,
            Self::Reminder => &requests::duties::REMIND,
            Self::Suppression => &people::SUPPRESS,
        }
    }

    /// Whether one of which it did nothing was overtaken.
    const fn must_be_there(self) -> bool {
        !matches!(self, Self::SeenTo)
    }
}

/// A statement over rows: a JSON array of objects in `$1`, whose values it names `v.…`.
pub(crate) struct Statement {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

impl Statement {
    /// As a database understands it.
    pub(crate) const fn of(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        }
    }
}

/// A [`Statement`]: `over!("INSERT … SELECT v.id FROM ", (id text, at bigint), " WHERE …")`.
macro_rules! over {
    ($before:expr, ($first:ident $kind:ident $(, $name:ident $kinds:ident)*), $after:expr) => {
        $crate::together::Statement {
            sqlite: concat!($before, "(SELECT value->>'", stringify!($first), "' AS ", stringify!($first) $(, ", value->>'", stringify!($name), "' AS ", stringify!($name))*, " FROM json_each($1)) AS v", $after),
            postgres: concat!($before, "jsonb_to_recordset($1::jsonb) AS v(", stringify!($first), " ", stringify!($kind) $(, ", ", stringify!($name), " ", stringify!($kinds))*, ")", $after),
        }
    };
}
pub(crate) use over;

/// One row, whose request it is, and what no two rows of one statement have in common.
pub(crate) struct Put<'a> {
    pub(crate) kind: Kind,
    pub(crate) request: &'a Id,
    pub(crate) row: Json,
    pub(crate) key: Option<String>,
}

/// What waits to be sent.
#[derive(Default)]
pub(crate) struct Gathered {
    groups: BTreeMap<Kind, Group>,
    bytes: usize,
    /// So many rows, those that were sent included.
    rows: u64,
    /// Those of which something could not be written as it was.
    overtaken: BTreeSet<Id>,
}

#[derive(Default)]
struct Group {
    rows: Vec<(Id, String)>,
    keys: HashSet<String>,
}

impl Gathered {
    fn has(&self, put: &Put<'_>) -> bool {
        let group = self.groups.get(&put.kind);
        group.zip(put.key.as_ref()).is_some_and(|(group, key)| group.keys.contains(key))
    }

    fn add(&mut self, put: Put<'_>) {
        let group = self.groups.entry(put.kind).or_default();
        let text = put.row.to_string();
        self.bytes += text.len();
        self.rows += 1;
        group.keys.extend(put.key);
        group.rows.push((put.request.clone(), text));
    }
}

impl Records {
    /// Every row of a table that a statement over rows gives.
    pub(crate) async fn read_over<T>(
        &self,
        table: &'static str,
        statement: &Statement,
        over: impl Iterator<Item = Json>,
        read: impl Fn(&mut Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let sql = statement.of(self.backend.dialect());
        let over = Json::from_iter(over).to_string();
        let rows = self.backend.rows(sql, vec![over.into()]).await?;
        rows.into_iter().map(|row| read(&mut Row::new(table, row))).collect()
    }
}

impl Writing {
    /// Writes a row, or gathers it; whether it is written, as far as that is known by now.
    pub(crate) async fn put(&mut self, put: Put<'_>) -> Result<bool, Error> {
        let Some(gathered) = &mut self.gathered else {
            let rows = [(put.request.clone(), put.row.to_string())];
            let there = self.send_rows(put.kind, &rows).await?;
            return Ok(!there.is_empty());
        };
        if gathered.bytes > MOST || gathered.has(&put) {
            self.send().await?;
        }
        if let Some(gathered) = &mut self.gathered {
            gathered.add(put);
        }
        Ok(true)
    }

    /// How many rows were gathered by now: what comes later has a greater number.
    pub(crate) fn gathered(&self) -> u64 {
        self.gathered.as_ref().map_or(0, |gathered| gathered.rows)
    }

    /// Sends what was gathered.
    pub(crate) async fn send(&mut self) -> Result<(), Error> {
        let Some(gathered) = &mut self.gathered else { return Ok(()) };
        gathered.bytes = 0;
        for (kind, Group { rows, .. }) in std::mem::take(&mut gathered.groups) {
            let mut rest = rows.as_slice();
            while !rest.is_empty() {
                let (now, later) = rest.split_at(portion(rest));
                rest = later;
                let there = self.send_rows(kind, now).await?;
                let gone = now.iter().map(|(id, _)| id).filter(|id| !there.contains(*id));
                if let Some(gathered) = self.gathered.as_mut().filter(|_| kind.must_be_there()) {
                    gathered.overtaken.extend(gone.cloned());
                }
            }
        }
        Ok(())
    }

    /// Sends what was gathered; of which requests something could not be written as it was: somebody else was there first, or they
    /// are gone. Then the others may be written anew, without them.
    ///
    /// # Errors
    /// If the database fails: then nothing more can be written.
    pub async fn overtaken(&mut self) -> Result<BTreeSet<Id>, Error> {
        self.send().await?;
        Ok(self.gathered.as_ref().map(|g| g.overtaken.clone()).unwrap_or_default())
    }

    /// Of which requests the statements of a kind did what these rows say.
    async fn send_rows(
        &mut self,
        kind: Kind,
        rows: &[(Id, String)],
    ) -> Result<BTreeSet<Id>, Error> {
        let mut text = String::with_capacity(rows.iter().map(|(_, row)| row.len() + 1).sum());
        for (at, (_, row)) in rows.iter().enumerate() {
            text.push(if at == 0 { '[' } else { ',' });
            text.push_str(row);
        }
        text.push(']');
        let mut there = None;
        for statement in kind.statements() {
            let sql = statement.of(self.transaction.dialect());
            let rows = self.transaction.rows(sql, vec![text.as_str().into()]).await?;
            let ids = rows.into_iter().map(|row| Row::new("request", row).parsed::<Id>());
            let ids = ids.collect::<Result<BTreeSet<_>, _>>()?;
            there.get_or_insert(ids);
        }
        Ok(there.unwrap_or_default())
    }
}

/// How many of these rows go into one statement.
fn portion(rows: &[(Id, String)]) -> usize {
    let mut bytes = 0;
    let fits = rows.iter().take_while(|(_, row)| {
        bytes += row.len();
        bytes <= AT_ONCE
    });
    fits.count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portion_is_a_row_at_least_and_not_too_much() {
        let row = |bytes: usize| ("r".parse().unwrap(), "x".repeat(bytes));
        assert_eq!(portion(&[row(2 * AT_ONCE), row(1)]), 1);
        assert_eq!(portion(&[row(AT_ONCE / 2), row(AT_ONCE / 2), row(1)]), 2);
        assert_eq!(portion(&[row(1), row(1)]), 2);
    }

    #[test]
    fn a_statement_names_its_values_in_both_dialects() {
        let Statement { sqlite, postgres } =
            over!("SELECT v.id FROM ", (id text, n bigint), " WHERE v.n > 0");
        assert_eq!(
            sqlite,
            "SELECT v.id FROM (SELECT value->>'id' AS id, value->>'n' AS n FROM json_each($1)) AS v WHERE v.n > 0"
        );
        assert_eq!(
            postgres,
            "SELECT v.id FROM jsonb_to_recordset($1::jsonb) AS v(id text, n bigint) WHERE v.n > 0"
        );
    }
}

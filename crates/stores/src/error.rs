//! What can go wrong with a store, told without what is in it.
//!
//! Drivers' own errors are not kept as sources: they quote values, statements and credentials.

/// A failure of a store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store cannot be reached or opened.
    #[error(
        "the store `{store}` cannot be opened ({code}): check its place and credentials, and that it is running"
    )]
    Open {
        /// Which store.
        store: String,
        /// The store's own code.
        code: String,
    },
    /// The connection was lost, or the store is in use for too long.
    #[error("the store `{store}` went away or is busy ({code}): try again")]
    Away {
        /// Which store.
        store: String,
        /// The store's own code.
        code: String,
    },
    /// Its tables are others than they were when it was opened.
    #[error(
        "the tables of the store `{store}` are others than they were when it was opened: start again, which reads them anew, and look with `abide map check` whether the map still names everything"
    )]
    Migrated {
        /// Which store.
        store: String,
    },
    /// Somebody else changed the same rows at the same time.
    #[error("rows of the store `{store}` were changed by somebody else meanwhile: make a new plan")]
    Conflict {
        /// Which store.
        store: String,
    },
    /// A rule of the store refuses the change.
    #[error("a rule of the store `{store}` refuses the change{} ({code}): {}", rule.as_deref().map(|r| format!(": `{r}`")).unwrap_or_default(), advice(code))]
    Refused {
        /// Which store.
        store: String,
        /// The name of the rule, if the store tells.
        rule: Option<String>,
        /// The store's own code.
        code: String,
    },
    /// A column does not take the value that is to stand there.
    #[error(
        "the store `{store}` does not take the value that is to stand in {} of `{table}` ({code}): another one is needed, or a column that may be empty",
        columns.iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" or ")
    )]
    Misfit {
        /// Which store.
        store: String,
        /// Which table.
        table: String,
        /// Which column; several if the store does not tell which of them.
        columns: Vec<String>,
        /// The store's own code.
        code: String,
    },
    /// There is no room left.
    #[error("the store `{store}` has no room left ({code}): make room, then go on")]
    Full {
        /// Which store.
        store: String,
        /// The store's own code.
        code: String,
    },
    /// The account may not do this.
    #[error(
        "the account for the store `{store}` may not {doing}: grant it the rights that the store's page lists"
    )]
    Forbidden {
        /// Which store.
        store: String,
        /// What was tried: `read`, `delete`, `change`.
        doing: &'static str,
    },
    /// The account may not read tables that are to be read whole, or not all of their rows.
    #[error(
        "the account for the store `{store}` may not read {}, or not all rows: grant it `SELECT` there, and `BYPASSRLS` where row-level security hides rows",
        tables.iter().map(|table| format!("`{table}`")).collect::<Vec<_>>().join(", ")
    )]
    Unreadable {
        /// Which store; the first, if it is more than one.
        store: String,
        /// Which tables, each with its store.
        tables: Vec<String>,
    },
    /// The store cannot do this at all.
    #[error("the store `{store}` cannot {doing}: a person must do it")]
    Unable {
        /// Which store.
        store: String,
        /// What was asked: `delete`, `change`.
        doing: &'static str,
    },
    /// A value is beyond what is read at once.
    #[error(
        "a value in `{table}` of the store `{store}` has {size} bytes, more than the {most} that are read at once: list its column as one of its own"
    )]
    Long {
        /// Which store.
        store: String,
        /// Which table.
        table: String,
        /// Its size, in bytes.
        size: u64,
        /// The most that are read.
        most: u64,
    },
    /// What is stored cannot be read.
    #[error(
        "`{place}` of the store `{store}` cannot be read ({code}): repair it, or take it out of the map"
    )]
    Damaged {
        /// Which store.
        store: String,
        /// Which table or file, and where in it.
        place: String,
        /// What is wrong.
        code: String,
    },
    /// Anything else that the store reports.
    #[error("the store `{store}` could not {doing} ({code})")]
    Other {
        /// Which store.
        store: String,
        /// What was tried.
        doing: &'static str,
        /// The store's own code.
        code: String,
    },
}

/// What to do about a rule of a store, by the store's code (PostgreSQL 15, appendix A; SQLite, extended result codes).
fn advice(code: &str) -> &'static str {
    match code {
        "SQLSTATE 23503" | "SQLSTATE 23001" | "SQLite code 787" => {
            "rows that the map does not know refer to these: check the map for references (`abide map check`)"
        }
        "SQLSTATE 23505" | "SQLite code 1555" | "SQLite code 2067" => {
            "another row has this value, and only one may: choose another value, or put the other row right first"
        }
        "SQLSTATE 23502" | "SQLite code 1299" => {
            "the column must not be empty: choose another value, or another `erase` in the map"
        }
        "SQLSTATE 23514" | "SQLite code 275" => {
            "it does not allow what the column shall become: choose another value, or another `erase` in the map, or change the rule"
        }
        _ => {
            "whoever looks after the store knows what it is for: change the rule or the map, or see to the rows by hand"
        }
    }
}

impl Error {
    /// Whether the same may succeed if it is tried again later.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Away { .. } | Self::Conflict { .. } | Self::Full { .. })
    }
}

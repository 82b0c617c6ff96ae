//! What the server says went wrong, by its codes (PostgreSQL 15, appendix A), told without values.

use crate::schema::{Family, Table};
use crate::{ColumnAt, Error, Key, Value};

/// Why an encrypted connection is not made.
const NO_TLS: &str = if cfg!(feature = "tls") {
    "no encrypted connection: the server has none, or its certificate is not of the authority and name that the address asks for"
} else {
    "this program was built without encrypted connections: build it with `--features tls`"
};

/// The server refuses a value: it is none of the type (class 22), or of what a domain allows (23).
pub(super) fn is_misfit(error: &Error) -> bool {
    match error {
        Error::Other { code, .. } => code.starts_with("SQLSTATE 22"),
        Error::Refused { .. } => true,
        _ => false,
    }
}

/// Says which columns it may be that do not take a value. The server does not tell, but nothing fits everywhere, and a text is only ever too
/// long.
pub(super) fn misfit(
    error: Error,
    table: &Table,
    columns: &[ColumnAt],
    rows: &[(Key, Vec<Value>)],
) -> Error {
    let (store, code) = match error {
        Error::Refused { store, code, .. } if code.starts_with("SQLSTATE 22") => (store, code),
        other => return other,
    };
    let long = code == "SQLSTATE 22001";
    let may = |(number, at): (usize, &ColumnAt)| {
        let column = table.columns.get(*at)?;
        let is_filled = rows.iter().any(|(_, v)| v.get(number).is_some_and(|v| !v.is_null()));
        let is_text = matches!(column.family, Family::Text(_));
        (is_filled && (long == is_text)).then(|| column.name.clone())
    };
    let columns = columns.iter().enumerate().filter_map(may).collect();
    Error::Misfit { store, table: table.name.clone(), columns, code }
}

/// Whether a change is refused for what it is: a type does not take the value (22), a trigger (27) or its function (P0) does not
/// allow it.
fn is_refusal(sqlstate: &str) -> bool {
    ["22", "27", "P0"].iter().any(|class| sqlstate.starts_with(class))
}

/// Whether a code says that a value is none of a type: data exceptions, what a domain rules out.
pub(super) fn is_of_a_value(code: &str) -> bool {
    code.starts_with("22") || code.starts_with("23")
}

/// The name of a rule that refuses; a column that must not be empty has none, and is named itself.
fn rule(error: &dyn sqlx::error::DatabaseError) -> Option<String> {
    let column = || {
        let told = error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>()?;
        Some(format!("{}.{}", told.table()?, told.column()?))
    };
    error.constraint().map(str::to_owned).or_else(column)
}

/// Turns the driver's error into ours; only its code and the name of the rule are kept (PostgreSQL 15, appendix A).
pub(super) fn failure(id: &str, doing: &'static str, error: &sqlx::Error) -> Error {
    let store = id.to_owned();
    let database = match error {
        sqlx::Error::Database(e) => e,
        sqlx::Error::PoolTimedOut => {
            return Error::Away { store, code: "all connections are busy".to_owned() };
        }
        // A certificate that is not trusted.
        sqlx::Error::Io(e) if e.kind() == std::io::ErrorKind::InvalidData => {
            return Error::Open { store, code: NO_TLS.to_owned() };
        }
        sqlx::Error::Io(e) => return Error::Away { store, code: e.kind().to_string() },
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            return Error::Away { store, code: "closed".to_owned() };
        }
        sqlx::Error::Tls(_) => return Error::Open { store, code: NO_TLS.to_owned() },
        _ => return Error::Other { store, doing, code: "driver".to_owned() },
    };
    let writes = ["delete", "change", "save"].contains(&doing);
    let sqlstate = database.code().unwrap_or_default().into_owned();
    let code = format!("SQLSTATE {sqlstate}");
    match sqlstate.as_str() {
        "40001" | "40P01" => Error::Conflict { store },
        "42501" => Error::Forbidden { store, doing },
        // A standby, or a session for reading alone.
        "25006" => Error::Unable { store, doing },
        "53100" => Error::Full { store, code },
        state if state.starts_with("23") || writes && is_refusal(state) => {
            Error::Refused { store, rule: rule(database.as_ref()), code }
        }
        // A trigger says no: what it says may quote values.
        "P0001" => Error::Refused { store, rule: None, code },
        state if ["08", "57", "53", "55"].iter().any(|class| state.starts_with(class)) => {
            Error::Away { store, code }
        }
        state if ["28", "3D"].iter().any(|class| state.starts_with(class)) => {
            Error::Open { store, code }
        }
        _ => Error::Other { store, doing, code },
    }
}

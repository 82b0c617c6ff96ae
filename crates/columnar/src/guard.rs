//! The border to the `parquet` crate.
//!
//! It checks much of a file, but not all: some damage makes it panic (an index out of bounds, an `expect`). Files come from
//! anybody, so a panic there must not end the program, nor may its message, which may hold values, be printed.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use parquet::errors::ParquetError;

use crate::Error;

thread_local! {
    /// Whether this thread is inside the `parquet` crate.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Calls into the `parquet` crate. After an error, what was borrowed must not be used again.
pub(crate) fn guarded<T>(call: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, Error> {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !INSIDE.get() {
                before(panic);
            }
        }));
    });
    let outer = INSIDE.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(call));
    INSIDE.set(outer);
    outcome.map_err(|_| Error::Damaged("it contradicts itself"))?.map_err(named)
}

/// What the crate says, in words that hold no values.
fn named(error: ParquetError) -> Error {
    match error {
        ParquetError::EOF(_) => Error::Damaged("it is cut off"),
        ParquetError::NYI(_) => Error::Damaged("it holds what no reader here knows"),
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(error) => Error::Io(*error),
            Err(_) => Error::Damaged("a part cannot be read"),
        },
        _ => Error::Damaged("a part cannot be read"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let panicked = guarded::<()>(|| panic!("a value"));
        assert!(matches!(panicked, Err(Error::Damaged(_))));
        assert!(guarded(|| Ok(1)).is_ok());
    }
}

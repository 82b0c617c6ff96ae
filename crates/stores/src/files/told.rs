//! What can go wrong with a folder, told without what is in it.

use std::io;

use crate::Error;

/// Whoever can name its store makes errors about it.
pub(super) trait Tells {
    /// The store's name.
    fn store(&self) -> &str;

    fn cannot_open(&self, code: &str) -> Error {
        Error::Open { store: self.store().to_owned(), code: code.to_owned() }
    }

    fn damaged(&self, file: &str, line: Option<u64>, code: &str) -> Error {
        let place = line.map_or_else(|| file.to_owned(), |line| format!("{file} line {line}"));
        Error::Damaged { store: self.store().to_owned(), place, code: code.to_owned() }
    }

    fn conflict(&self) -> Error {
        Error::Conflict { store: self.store().to_owned() }
    }

    fn away(&self, code: &str) -> Error {
        Error::Away { store: self.store().to_owned(), code: code.to_owned() }
    }

    fn other(&self, doing: &'static str, code: &str) -> Error {
        Error::Other { store: self.store().to_owned(), doing, code: code.to_owned() }
    }

    /// What the system says went wrong, without the paths that its messages hold.
    fn failed(&self, doing: &'static str, error: &(dyn std::error::Error + 'static)) -> Error {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(error) = error.downcast_ref::<io::Error>() {
                return self.refused(doing, error.kind());
            }
            cause = error.source();
        }
        self.other(doing, "object store")
    }

    fn refused(&self, doing: &'static str, kind: io::ErrorKind) -> Error {
        let store = self.store().to_owned();
        match kind {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Error::Forbidden { store, doing }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Error::Full { store, code: kind.to_string() }
            }
            // A bucket that does not answer any more.
            io::ErrorKind::ConnectionAborted | io::ErrorKind::TimedOut => {
                self.away(&kind.to_string())
            }
            _ => self.other(doing, &kind.to_string()),
        }
    }
}

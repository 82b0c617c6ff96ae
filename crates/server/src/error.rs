//! What can go wrong before or beside an answer: loading, publishing, listening. What is said to a reader over HTTP is
//! [`crate::problem`].
//!
//! One list with the remedy in the message, because whoever starts the program reads it in a terminal. No message has
//! the contents of a policy in it.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use abide_policy::diagnostic::Severity;

use crate::load::{SITE_FILE, SourceFile};

/// Why a site is not loaded, published or served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no site in the folder.
    #[error("no site file `{SITE_FILE}` can be read in `{}` ({kind}): name the folder that holds it", folder.display())]
    NoSite {
        /// Which folder.
        folder: PathBuf,
        /// What the operating system says.
        kind: io::ErrorKind,
    },
    /// Errors in its files stop publication.
    #[error("{} in the policy files: nothing was published", count_errors(files))]
    Refused {
        /// Every file with what was found in it.
        files: Vec<SourceFile>,
    },
    /// A recorded version cannot be read any more.
    #[error("the recorded version `{cite}` cannot be read by this version of the program")]
    Unreadable {
        /// Which version.
        cite: String,
    },
    /// The records failed.
    #[error(transparent)]
    Records(#[from] abide_records::Error),
    /// The address cannot be listened on.
    #[error("cannot listen on {address} ({kind}): choose another address or port")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// What the operating system says.
        kind: io::ErrorKind,
    },
    /// The editor would be open to other machines.
    #[error(
        "the editor is for this machine only, and {address} is open to others: listen on 127.0.0.1 or [::1], or leave out `--edit`"
    )]
    EditNotLocal {
        /// Which address.
        address: SocketAddr,
    },
    /// The editor cannot start.
    #[error("the editor cannot start ({kind})")]
    Edit {
        /// What the operating system says.
        kind: io::ErrorKind,
    },
    /// The folder for the static site was not made by this program.
    #[error("`{}` was not made by this program and is left alone: choose a new folder, or remove it yourself", folder.display())]
    Foreign {
        /// Which folder.
        folder: PathBuf,
    },
    /// Another process is writing the same static site.
    #[error("`{}` is being published by another process: try again when it is done", folder.display())]
    InUse {
        /// Which folder.
        folder: PathBuf,
    },
    /// The static site cannot be written.
    #[error("`{}` cannot be written ({kind})", path.display())]
    Write {
        /// Which file or folder.
        path: PathBuf,
        /// What the operating system says.
        kind: io::ErrorKind,
    },
    /// A page that was announced could not be made.
    #[error("the page `{path}` could not be made")]
    Page {
        /// Its address.
        path: String,
    },
}

/// `1 error`, `3 errors`.
fn count_errors(files: &[SourceFile]) -> String {
    let diagnostics = files.iter().flat_map(|f| &f.diagnostics);
    match diagnostics.filter(|d| d.severity == Severity::Error).count() {
        1 => "1 error".to_owned(),
        n => format!("{n} errors"),
    }
}

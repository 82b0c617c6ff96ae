//! Access rights of the database's files: nobody but their owner reads what people said.
//!
//! Owns: making folder and file so, and narrowing those that are there. Leaves to others: what is in them. Where an account may
//! not narrow what is another's, whoever owns it decides; systems without such rights have others.

use std::io;
use std::path::{Path, PathBuf};

/// The folder of a site that is ours alone: it is narrowed though it was there. Any other may be for more than this.
const OURS: &str = ".abide";

/// What SQLite writes beside its file, by what it puts behind the name.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Makes the folder if it is not there.
pub(super) fn folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    if folder.file_name().is_some_and(|name| name == OURS) {
        narrow(folder);
    }
    Ok(())
}

/// Makes the file if it is not there: an empty one is an empty database, and what SQLite writes beside it gets its rights. One
/// that is there is never opened here: closing it would let go of the locks that this process has on it.
pub(super) fn file(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Whatever keeps it from being made, SQLite meets too and tells.
    drop(options.open(path));
    for behind in BESIDE {
        let mut name = path.as_os_str().to_owned();
        name.push(behind);
        narrow(&PathBuf::from(name));
    }
}

/// Takes from everybody but the owner what they may do.
#[cfg(unix)]
fn narrow(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(mut rights) = std::fs::metadata(path).map(|there| there.permissions()) else { return };
    if rights.mode() & 0o077 != 0 {
        rights.set_mode(rights.mode() & !0o077);
        // Who may not do this does not own it.
        let _ = std::fs::set_permissions(path, rights);
    }
}

#[cfg(not(unix))]
fn narrow(_: &Path) {}

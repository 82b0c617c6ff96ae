//! Whether this process may write to a file or folder, without opening it: to open and close a file of SQLite's would let go of
//! the locks that this process has on it.

use std::path::Path;

/// Whether it may, as far as the system tells: access rights and mounts are asked, locks and quotas are not.
#[cfg(unix)]
pub(crate) fn is_writable(place: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, place, Access::WRITE_OK, AtFlags::EACCESS).is_ok()
}

/// Whether it may, as far as the system tells.
#[cfg(not(unix))]
pub(crate) fn is_writable(place: &Path) -> bool {
    std::fs::metadata(place).is_ok_and(|facts| !facts.permissions().readonly())
}

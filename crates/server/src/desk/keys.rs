//! The secret keys of marks, in the site's folder: by them an erased person, or one who objected, is known again.
//!
//! Owns: where the keys lie, making the first one and new ones. Leaves to others: making marks (`abide-rights`), moving what is
//! kept under a former key to the new one (the desk, whenever the person is met again).
//!
//! `.abide/suppression.key` is the key `k1`, `.abide/suppression-k2.key` the key `k2`, and so on; marks are made with the
//! newest. A file holds at least 32 random bytes, for nobody else to read.

use std::io;
use std::path::{Path, PathBuf};

use abide_policy::text::Id;
use abide_rights::identity::{Key, Keys};

/// The folder of the keys, in the site's.
const FOLDER: &str = ".abide";
/// The most keys that are looked for.
const MOST: u32 = 999;

/// The file of a key, by its number.
fn file(site: &Path, number: u32) -> PathBuf {
    let name = match number {
        1 => "suppression.key".to_owned(),
        n => format!("suppression-k{n}.key"),
    };
    site.join(FOLDER).join(name)
}

/// The numbers of the keys that are there, in order.
fn numbers(site: &Path) -> io::Result<Vec<u32>> {
    let entries = match std::fs::read_dir(site.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut numbers = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let Some(name) = name.to_str() else { continue };
        let number = if name == "suppression.key" {
            Some(1)
        } else {
            let digits = name.strip_prefix("suppression-k").and_then(|n| n.strip_suffix(".key"));
            digits.and_then(|n| n.parse().ok()).filter(|n| (2..=MOST).contains(n))
        };
        numbers.extend(number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// The keys of a site; `None` if it has none yet.
///
/// # Errors
/// A file that cannot be read, or is no key.
pub fn site_keys(site: &Path) -> io::Result<Option<Keys>> {
    let mut keys = Vec::new();
    for number in numbers(site)? {
        let key = Key::new(id(number)?, &secret(&file(site, number))?);
        keys.push(key.map_err(|_| invalid())?);
    }
    let Some(newest) = keys.pop() else { return Ok(None) };
    Keys::new(newest, keys).map(Some).map_err(|_| invalid())
}

/// The keys of a site; the first is made if there is none.
pub(super) fn keys(site: &Path) -> io::Result<Keys> {
    if let Some(keys) = site_keys(site)? {
        return Ok(keys);
    }
    made(&file(site, 1))?;
    site_keys(site)?.ok_or_else(invalid)
}

/// Makes a new key, with which marks are made from now on; its name.
///
/// # Errors
/// If the folder cannot be written to, or has a key of that name by now.
pub fn new_key(site: &Path) -> io::Result<Id> {
    let next = numbers(site)?.last().map_or(1, |last| last + 1);
    if next > MOST || !made(&file(site, next))? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    id(next)
}

fn id(number: u32) -> io::Result<Id> {
    format!("k{number}").parse().map_err(|_| invalid())
}

fn invalid() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

#[expect(clippy::disallowed_methods, reason = "the key lies in the site's folder")]
fn secret(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// Makes a key, unless another process was first: then its key counts, and the answer is no. Nobody sees half a key: it is
/// written beside its place first.
fn made(path: &Path) -> io::Result<bool> {
    use std::io::Write as _;
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(io::Error::other)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut mark = [0; 8];
    getrandom::fill(&mut mark).map_err(io::Error::other)?;
    let beside = path.with_extension(format!("new-{:016x}", u64::from_le_bytes(mark)));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    let written = file.write_all(&secret).and_then(|()| file.sync_all());
    // A second name fails if there is one already; renaming would take its place.
    let named = written.and_then(|()| std::fs::hard_link(&beside, path));
    let removed = std::fs::remove_file(&beside);
    match named {
        Ok(()) => removed.map(|()| true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test looks at the files")]
mod tests {
    use abide_rights::identity::Asked;

    use super::*;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(site_keys(folder.path()).unwrap().is_none());
        let path = file(folder.path(), 1);
        keys(folder.path()).unwrap();
        let first = std::fs::read(&path).unwrap();
        keys(folder.path()).unwrap();
        assert_eq!((first.len(), std::fs::read(&path).unwrap()), (32, first));
        assert!(!made(&path).unwrap(), "the first counts");
        assert_eq!(std::fs::read_dir(folder.path().join(FOLDER)).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::write(&path, b"short").unwrap();
        assert_eq!(keys(folder.path()).err().unwrap().kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn marks_are_made_with_the_newest_and_looked_up_with_all() {
        let folder = tempfile::tempdir().unwrap();
        let anna = Asked::read(["email=anna@example.org"], None).unwrap();
        let before = keys(folder.path()).unwrap().marks(&anna);
        assert_eq!(new_key(folder.path()).unwrap().as_str(), "k2");
        assert_eq!(new_key(folder.path()).unwrap().as_str(), "k3");
        let now = keys(folder.path()).unwrap();
        assert_eq!(now.marks(&anna)[0].key(), "k3");
        let lookups = now.lookups(&anna);
        assert!(lookups.len() == 3 && lookups.contains(&before[0]));
        std::fs::remove_file(file(folder.path(), 1)).unwrap();
        assert_eq!(keys(folder.path()).unwrap().lookups(&anna).len(), 2, "and no new `k1` is made");
    }
}

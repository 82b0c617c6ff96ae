//! Recordings and pictures that a person may have.
//!
//! Owns: reading them from the folders of file stores, and nothing outside of those. Leaves to others: which ones
//! ([`super::Voices`]), where the folders are (the map, the command line).

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Where the bytes of recordings come from: stores hand over rows, and a recording's row has only its path.
pub trait Recordings: Send + Sync {
    /// The recording at a path of a store; `None` if there is none.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    fn open(&self, store: &str, path: &str) -> io::Result<Option<Box<dyn Read + Send>>>;
}

/// The folders of file stores, by the name of the store.
#[derive(Clone, Debug, Default)]
pub struct Folders(pub BTreeMap<String, PathBuf>);

impl Recordings for Folders {
    fn open(&self, store: &str, path: &str) -> io::Result<Option<Box<dyn Read + Send>>> {
        let Some(folder) = self.0.get(store) else { return Ok(None) };
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if path.is_empty() || !Path::new(path).components().all(plain) {
            return Ok(None);
        }
        let (folder, file) = match (folder.canonicalize(), folder.join(path).canonicalize()) {
            (Ok(folder), Ok(file)) => (folder, file),
            (Err(error), _) | (_, Err(error)) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error);
            }
            _ => return Ok(None),
        };
        // A link that leads out is no recording of this store.
        if !file.starts_with(&folder) || !file.is_file() {
            return Ok(None);
        }
        #[expect(clippy::disallowed_methods, reason = "an export reads recordings where they lie")]
        let file = File::open(file)?;
        Ok(Some(Box::new(file)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test writes the file that it reads")]
    fn nothing_outside_of_the_folder_is_read() {
        let outside = tempfile::tempdir().unwrap();
        let folder = outside.path().join("store");
        std::fs::create_dir_all(folder.join("calls")).unwrap();
        std::fs::write(folder.join("calls/1.wav"), b"RIFF").unwrap();
        std::fs::write(outside.path().join("secret"), b"secret").unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), folder.join("link")).unwrap();
        let folders = Folders([("media".to_owned(), folder)].into());
        let read = |store: &str, path: &str| folders.open(store, path).unwrap().is_some();
        assert!(read("media", "calls/1.wav"));
        let secret = outside.path().join("secret");
        for path in [
            "../secret",
            "calls/../../secret",
            "link",
            "",
            "calls",
            "absent",
            secret.to_str().unwrap(),
        ] {
            assert!(!read("media", path), "{path}");
        }
        assert!(!read("other", "calls/1.wav"));
    }
}

//! The site as files: every page written beside the old ones, then exchanged for them in one step.
//!
//! Owns: the folder's life. Leaves to others: which pages there are ([`crate::library`]) and what is in them.
//!
//! Everything is written into a folder beside the target, which takes the target's place only when it is complete. Where
//! the operating system can, the two are exchanged at one instant; whatever reads the site sees the old one or the new
//! one. A folder that this program did not make is never replaced.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use abide_notice::{Address, Page};
use abide_records::Records;

use crate::clock;
use crate::error::Error;
use crate::library::Library;
use crate::load::{Loaded, RECORDS, SiteFiles, load};

/// Says that this program made a folder.
const MARKER: &str = ".abide-site";

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// What was loaded: warnings, drafts, what was recorded.
    pub loaded: Loaded,
    /// How many files were written.
    pub files: usize,
    /// How many bytes.
    pub bytes: u64,
}

/// Publishes a site as files into a folder, which is made or exchanged as a whole.
///
/// `records` is where the records are; [`RECORDS`] in the site's folder if not said. Pages at an address without
/// language are written in the site's default language.
///
/// # Errors
/// Before anything is written or recorded, if the site has errors or the folder is not ours; otherwise if a page cannot
/// be made, the records fail, or the folder cannot be written: then the old site is still there.
pub async fn publish(site: &Path, records: Option<&Path>, out: &Path) -> Result<Published, Error> {
    let files = SiteFiles::read(site)?;
    if files.has_errors() {
        return Err(Error::Refused { files: files.files });
    }
    let workshop = Workshop::open(out)?;
    let records =
        Records::open(&records.map_or_else(|| site.join(RECORDS), Path::to_owned)).await?;
    let loaded = load(files, &records, clock::now()).await?;
    records.close().await?;
    let library = Library::new(Arc::new(loaded.publication.clone()));
    let (files, bytes) = write_all(&library, &workshop)?;
    workshop.finish()?;
    Ok(Published { loaded, files, bytes })
}

fn write_all(library: &Library, workshop: &Workshop) -> Result<(usize, u64), Error> {
    let (mut files, mut bytes) = (0, 0);
    for (path, place) in library.all() {
        let missing = || Error::Page { path: path.to_owned() };
        let page = place.page(library.publication()).ok_or_else(missing)?;
        let file = file_of(path, page.media());
        workshop.write(&file, page.body())?;
        files += 1;
        bytes += page.body().len() as u64;
    }
    Ok((files, bytes))
}

/// The file of a page at a path, by the rule of [`Address::file`].
fn file_of(path: &str, media: &'static str) -> String {
    let address = Address::plain(path, abide_notice::Subject::Site);
    address.file(&Page::new(media, String::new()))
}

/// The folder in which a site is put together.
struct Workshop {
    /// Where the site shall be.
    target: PathBuf,
    /// Where it is put together: beside it, so that one rename moves it.
    folder: PathBuf,
    /// Held while we work, so that no other process works here.
    _lock: File,
    /// Held so that nobody takes the old site for an unfinished one while it is removed.
    _old_lock: Option<File>,
}

impl Workshop {
    fn open(target: &Path) -> Result<Self, Error> {
        let target = absolute(target)?;
        let name = target.file_name().ok_or_else(|| Error::Foreign { folder: target.clone() })?;
        let folder = target.with_file_name(format!(".{}.abide-new", name.to_string_lossy()));
        let old_lock = match kind_of(&target)? {
            Kind::Absent => None,
            Kind::Ours => Some(lock(&target, &target)?),
            Kind::Foreign => return Err(Error::Foreign { folder: target }),
        };
        if kind_of(&folder)? == Kind::Foreign {
            return Err(Error::Foreign { folder });
        }
        fs::create_dir_all(&folder).map_err(|e| cannot(&folder, &e))?;
        let lock = lock(&folder, &target)?;
        // What a publication that was killed has left.
        for entry in fs::read_dir(&folder).map_err(|e| cannot(&folder, &e))? {
            let path = entry.map_err(|e| cannot(&folder, &e))?.path();
            if path.file_name().is_some_and(|n| n != MARKER) {
                remove(&path)?;
            }
        }
        Ok(Self { target, folder, _lock: lock, _old_lock: old_lock })
    }

    /// Writes one file.
    fn write(&self, name: &str, text: &[u8]) -> Result<(), Error> {
        let relative = Path::new(name);
        let path = self.folder.join(relative);
        if relative.components().any(|c| !matches!(c, Component::Normal(_))) || name == MARKER {
            return Err(Error::Write { path, kind: io::ErrorKind::InvalidFilename });
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|e| cannot(parent, &e))?;
        }
        create(&path).and_then(|mut f| f.write_all(text)).map_err(|e| cannot(&path, &e))
    }

    /// Puts the new site in the place of the old one.
    fn finish(self) -> Result<(), Error> {
        flush(&self.folder).map_err(|e| cannot(&self.folder, &e))?;
        if self.target.exists() {
            exchange(&self.folder, &self.target).map_err(|e| cannot(&self.target, &e))?;
            // The new site is in place; what cannot be removed of the old one is removed by the next publication.
            let _ = fs::remove_dir_all(&self.folder);
            return Ok(());
        }
        fs::rename(&self.folder, &self.target).map_err(|e| cannot(&self.target, &e))
    }
}

/// What is at a place.
#[derive(PartialEq, Eq)]
enum Kind {
    Absent,
    Ours,
    Foreign,
}

/// An empty folder counts as ours: there is nothing in it to lose.
fn kind_of(folder: &Path) -> Result<Kind, Error> {
    let metadata = match fs::symlink_metadata(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Kind::Absent),
        other => other.map_err(|e| cannot(folder, &e))?,
    };
    if !metadata.is_dir() {
        return Ok(Kind::Foreign);
    }
    // A link is none of ours: what it leads to would be written over.
    if fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|m| m.is_file()) {
        return Ok(Kind::Ours);
    }
    let is_empty = fs::read_dir(folder).map_err(|e| cannot(folder, &e))?.next().is_none();
    Ok(if is_empty { Kind::Ours } else { Kind::Foreign })
}

/// Takes a folder for ourselves.
fn lock(folder: &Path, site: &Path) -> Result<File, Error> {
    let marker = folder.join(MARKER);
    let file = open_marker(&marker).map_err(|e| cannot(&marker, &e))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Error::InUse { folder: site.to_owned() }),
        Err(TryLockError::Error(e)) => return Err(cannot(&marker, &e)),
    }
    let words = "Made by `abide publish`, which replaces this whole folder each time.\n";
    (&file).write_all(words.as_bytes()).map_err(|e| cannot(&marker, &e))?;
    Ok(file)
}

fn absolute(path: &Path) -> Result<PathBuf, Error> {
    let path = std::path::absolute(path).map_err(|e| cannot(path, &e))?;
    // A name that ends in `..` or `.` has no place beside it.
    Ok(if path.file_name().is_none() {
        path.canonicalize().map_err(|e| cannot(&path, &e))?
    } else {
        path
    })
}

/// Without following a link that somebody else may have put there, and without emptying what another process holds.
fn open_marker(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    options.open(path)
}

#[expect(clippy::disallowed_methods, reason = "this is where the site's files are written")]
fn create(path: &Path) -> io::Result<File> {
    File::create(path)
}

fn remove(path: &Path) -> Result<(), Error> {
    let is_dir = fs::symlink_metadata(path).is_ok_and(|m| m.is_dir());
    let removed = if is_dir { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.map_err(|e| cannot(path, &e))
}

fn cannot(path: &Path, error: &io::Error) -> Error {
    Error::Write { path: path.to_owned(), kind: error.kind() }
}

/// Makes sure that what was written survives a power cut before its name says that it is there.
#[cfg(target_os = "linux")]
fn flush(folder: &Path) -> io::Result<()> {
    let folder = fs::OpenOptions::new().read(true).open(folder)?;
    Ok(rustix::fs::syncfs(folder)?)
}

#[cfg(not(target_os = "linux"))]
fn flush(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Exchanges two folders at one instant; in two steps where the file system cannot.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            exchange_in_steps(new, old)
        }
        done => Ok(done?),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    exchange_in_steps(new, old)
}

fn exchange_in_steps(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("abide-old");
    // What a publication that was killed in between has left.
    if matches!(kind_of(&aside), Ok(Kind::Ours)) {
        fs::remove_dir_all(&aside)?;
    }
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the files")]
mod tests {
    use super::*;

    fn publish_text(target: &Path, text: &str) -> Result<(), Error> {
        let workshop = Workshop::open(target)?;
        workshop.write("de/privacy/index.html", text.as_bytes())?;
        workshop.finish()
    }

    fn read(target: &Path) -> String {
        fs::read_to_string(target.join("de/privacy/index.html")).unwrap()
    }

    #[test]
    fn a_site_is_replaced_as_a_whole() {
        let outer = tempfile::tempdir().unwrap();
        let target = outer.path().join("site");
        publish_text(&target, "one").unwrap();
        fs::write(target.join("stale.html"), "").unwrap();
        publish_text(&target, "two").unwrap();
        assert_eq!(read(&target), "two");
        assert!(!target.join("stale.html").exists());
        assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn in_steps_it_comes_to_the_same() {
        let outer = tempfile::tempdir().unwrap();
        let (new, old) = (outer.path().join(".site.abide-new"), outer.path().join("site"));
        for (folder, text) in [(&new, "new"), (&old, "old")] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("x"), text).unwrap();
        }
        let aside = outer.path().join(".site.abide-old");
        fs::create_dir(&aside).unwrap();
        fs::write(aside.join(MARKER), "").unwrap();
        exchange_in_steps(&new, &old).unwrap();
        assert!(!aside.exists());
        assert_eq!(fs::read_to_string(old.join("x")).unwrap(), "new");
        assert_eq!(fs::read_to_string(new.join("x")).unwrap(), "old");
    }

    #[test]
    fn what_a_killed_publication_left_does_not_matter() {
        let outer = tempfile::tempdir().unwrap();
        let target = outer.path().join("site");
        publish_text(&target, "one").unwrap();
        let unfinished = Workshop::open(&target).unwrap();
        unfinished.write("half.html", b"ha").unwrap();
        drop(unfinished);
        assert_eq!(read(&target), "one");
        publish_text(&target, "two").unwrap();
        assert_eq!(read(&target), "two");
        assert!(!target.join("half.html").exists());
    }

    #[test]
    fn foreign_folders_and_files_are_left_alone() {
        let outer = tempfile::tempdir().unwrap();
        let target = outer.path().join("home");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("letter.txt"), "dear").unwrap();
        assert!(matches!(publish_text(&target, "x"), Err(Error::Foreign { .. })));
        assert!(matches!(
            publish_text(&target.join("letter.txt"), "x"),
            Err(Error::Foreign { .. })
        ));
        assert!(matches!(
            publish_text(Path::new("/"), "x"),
            Err(Error::Foreign { .. } | Error::Write { .. })
        ));
        assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
        let empty = outer.path().join("empty");
        fs::create_dir(&empty).unwrap();
        publish_text(&empty, "x").unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_is_written_through_a_link() {
        let outer = tempfile::tempdir().unwrap();
        let precious = outer.path().join("precious");
        fs::write(&precious, "dear").unwrap();
        for name in ["site", ".site.abide-new"] {
            let folder = outer.path().join(name);
            fs::create_dir(&folder).unwrap();
            std::os::unix::fs::symlink(&precious, folder.join(MARKER)).unwrap();
            assert!(publish_text(&outer.path().join("site"), "x").is_err());
            assert!(open_marker(&folder.join(MARKER)).is_err());
            fs::remove_dir_all(&folder).unwrap();
        }
        assert_eq!(fs::read_to_string(&precious).unwrap(), "dear");
    }

    #[test]
    fn two_at_once_do_not_mix() {
        let outer = tempfile::tempdir().unwrap();
        let target = outer.path().join("site");
        let first = Workshop::open(&target).unwrap();
        assert!(matches!(publish_text(&target, "x"), Err(Error::InUse { .. })));
        drop(first);
        publish_text(&target, "x").unwrap();
    }

    #[test]
    fn names_stay_inside() {
        let outer = tempfile::tempdir().unwrap();
        let workshop = Workshop::open(&outer.path().join("site")).unwrap();
        for name in ["../x", "/x", "a/../../x", "", MARKER] {
            assert!(workshop.write(name, b"").is_err(), "{name:?}");
        }
    }

    #[test]
    fn files_lie_where_static_servers_look() {
        for (path, media, file) in [
            ("/", Page::HTML, "index.html"),
            ("/de/privacy", Page::HTML, "de/privacy/index.html"),
            ("/de/privacy.md", Page::MARKDOWN, "de/privacy.md"),
            ("/w3c/p3p.xml", Page::P3P, "w3c/p3p.xml"),
        ] {
            assert_eq!(file_of(path, media), file);
        }
    }
}

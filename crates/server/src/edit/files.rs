//! The site's policy files as the editor reads and writes them.
//!
//! Owns: which files may be edited (those that `abide.toml` names, inside its folder, reached without symbolic links),
//! writing them so that a kill at any moment leaves the old text or the new, never half of one, and adding a version.
//! Leaves to others: what the texts say.

use std::fs::{File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use abide_policy::edit::{Edit, EditError, New, edit, edit_site};
use abide_policy::site::Site;
use abide_policy::source::{MAX_SOURCE, read_site, text_of};
use abide_policy::text::Id;
use abide_policy::version::Hash;
use jiff::civil::Date;

use crate::folder::Folder;
use crate::load::SITE_FILE;

/// The folder of a site whose policies are edited.
pub(crate) struct Files {
    root: PathBuf,
    /// One writer at a time, so that what was compared is what is replaced.
    writing: Mutex<()>,
}

/// The text of a file, as the editor shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    /// Lines end with a line feed, whatever they end with in the file.
    pub(crate) source: String,
    /// The hash of the file's bytes: whoever saves says which text they changed.
    pub(crate) base: String,
}

/// Why a file cannot be edited.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    /// It is none of the site's policy files.
    #[error("this is none of the site's policy files")]
    NotOurs,
    /// It cannot be read, or is no text.
    #[error("the file cannot be read")]
    Unreadable,
    /// It was changed since it was read.
    #[error("the file has changed in the meantime")]
    Changed,
    /// The text is longer than what is read.
    #[error("the text is too long")]
    TooLarge,
    /// A version or file of this name is there already.
    #[error("there is one of this name already")]
    Exists,
    /// The site file or the policy file must be mended first.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The operating system refuses.
    #[error("the file cannot be written ({0})")]
    Io(io::ErrorKind),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind())
    }
}

impl Files {
    /// The files of a site's folder.
    ///
    /// # Errors
    /// If there is no such folder.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self { root: folder.canonicalize()?, writing: Mutex::new(()) })
    }

    /// Where they are.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// What the site file says now, so far as it can be read.
    pub(crate) fn site(&self) -> Result<Site, Refused> {
        let text = self.read_text(SITE_FILE)?;
        read_site(&text).draft.ok_or(Refused::Unreadable)
    }

    /// The text of one of the site's policy files.
    pub(crate) fn read(&self, policy: &str, name: &str) -> Result<Text, Refused> {
        self.check(policy, name)?;
        let source = self.read_text(name)?;
        let base = Hash::of(&source).to_string();
        Ok(Text { source: lines(&source), base })
    }

    /// Replaces the text of one of the site's policy files, if it is still the one with the hash `base`.
    pub(crate) fn save(
        &self,
        policy: &str,
        name: &str,
        source: &str,
        base: &str,
    ) -> Result<Text, Refused> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let _alone = self.lock()?;
        let path = self.check(policy, name)?;
        let old = self.read_text(name)?;
        if Hash::of(&old).to_string() != base {
            return Err(Refused::Changed);
        }
        let new = as_before(source, &old);
        if new.len() > MAX_SOURCE {
            return Err(Refused::TooLarge);
        }
        // Asked again at the last moment: flushing to the disk takes long enough for somebody else to save.
        replace(&path, &new, || match self.read_text(name)? == old {
            true => Ok(()),
            false => Err(Refused::Changed),
        })?;
        Ok(Text { source: lines(source), base: Hash::of(&new).to_string() })
    }

    /// Copies the newest file of a policy to a new one with another version, and names it in the site file. Gives the
    /// new file's name.
    ///
    /// Killed in between, it leaves a file that nothing names; done again, it takes it.
    pub(crate) fn new_version(
        &self,
        policy: &Id,
        version: &Id,
        effective: Date,
    ) -> Result<String, Refused> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let _alone = self.lock()?;
        let site = self.site()?;
        let ours = site.policies.iter().find(|p| p.name == *policy).ok_or(Refused::NotOurs)?;
        let newest = ours.files.last().ok_or(Refused::NotOurs)?;
        self.check(policy.as_str(), newest)?;
        let folder =
            newest.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let name = format!("{folder}{policy}-{version}.toml");
        if site.policies.iter().any(|p| p.files.contains(&name))
            || self.has_version(&ours.files, version)
        {
            return Err(Refused::Exists);
        }
        let copy = self.read_text(newest)?;
        let copy = edit(&copy, &set("policy.version", New::Str(version.to_string())))?;
        let copy = edit(&copy, &set("policy.effective", New::Date(effective)))?;
        let listed = Edit::Append(format!("policy.{policy}.files"), New::Str(name.clone()));
        let before = self.read_text(SITE_FILE)?;
        let index = edit_site(&before, &listed)?;
        let site_file = self.plain(SITE_FILE)?;
        create(&self.root.join(&name), &copy)?;
        replace(&site_file, &index, || match self.read_text(SITE_FILE)? == before {
            true => Ok(()),
            false => Err(Refused::Changed),
        })?;
        Ok(name)
    }

    /// Whether one of these files holds this version.
    fn has_version(&self, files: &[String], version: &Id) -> bool {
        let holds = |name: &String| {
            let source = self.read_text(name).unwrap_or_default();
            let draft = abide_policy::source::read_policy(&source).draft;
            draft.is_some_and(|policy| policy.version == *version)
        };
        files.iter().any(holds)
    }

    /// The path of one of the site's policy files, if nothing on the way to it is a symbolic link.
    fn check(&self, policy: &str, name: &str) -> Result<PathBuf, Refused> {
        let site = self.site()?;
        let ours =
            site.policies.iter().find(|p| p.name.as_str() == policy).ok_or(Refused::NotOurs)?;
        if !ours.files.iter().any(|f| f == name) {
            return Err(Refused::NotOurs);
        }
        self.plain(name)
    }

    /// The path of a file in the folder, if nothing on the way to it is a symbolic link.
    fn plain(&self, name: &str) -> Result<PathBuf, Refused> {
        let mut path = self.root.clone();
        for part in Path::new(name).components() {
            match part {
                Component::Normal(part) => path.push(part),
                Component::CurDir => {}
                _ => return Err(Refused::NotOurs),
            }
            if path.symlink_metadata().map_err(|_| Refused::Unreadable)?.is_symlink() {
                return Err(Refused::NotOurs);
            }
        }
        if path.is_file() { Ok(path) } else { Err(Refused::NotOurs) }
    }

    /// One writer at a time among the processes that edit this folder too, where its file system knows locks.
    fn lock(&self) -> Result<Option<File>, Refused> {
        if !cfg!(unix) {
            // Other systems do not open folders.
            return Ok(None);
        }
        let folder = OpenOptions::new().read(true).open(&self.root)?;
        for _ in 0..LOCK_TRIES {
            match folder.try_lock() {
                Ok(()) => return Ok(Some(folder)),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
                Err(TryLockError::Error(_)) => return Ok(None),
            }
        }
        Err(Refused::Io(io::ErrorKind::ResourceBusy))
    }

    fn read_text(&self, name: &str) -> Result<String, Refused> {
        let folder = Folder::open(&self.root)?;
        let bytes = folder.read(name).map_err(|_| Refused::Unreadable)?;
        let text = text_of(&bytes).map_err(|_| Refused::Unreadable)?;
        let mark = if bytes.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK } else { "" };
        Ok(format!("{mark}{text}"))
    }
}

/// How often another process's lock is asked for, and how long to wait in between: writing a file is a matter of
/// milliseconds.
const LOCK_TRIES: usize = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// What some editors write before a text.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

fn set(place: &str, new: New) -> Edit {
    Edit::Set(place.to_owned(), new)
}

/// A text as pages have it: without byte order mark, lines ended by a line feed.
pub(crate) fn lines(text: &str) -> String {
    text.trim_start_matches(BYTE_ORDER_MARK).replace("\r\n", "\n")
}

/// A text with the line ends and the byte order mark of the one before.
fn as_before(text: &str, before: &str) -> String {
    let text = lines(text);
    let text = if before.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
    if before.starts_with(BYTE_ORDER_MARK) { format!("{BYTE_ORDER_MARK}{text}") } else { text }
}

/// Puts a text in the place of a file's: written beside it, flushed to the disk, then renamed if nothing speaks against
/// it now.
fn replace(
    path: &Path,
    text: &str,
    may: impl FnOnce() -> Result<(), Refused>,
) -> Result<(), Refused> {
    let permissions = path.metadata()?.permissions();
    let beside = write_beside(path, text, Some(permissions))?;
    let renamed = may().and_then(|()| Ok(std::fs::rename(&beside, path)?));
    if renamed.is_err() {
        // Nothing was replaced; what was written beside it is not wanted any more.
        let _ = std::fs::remove_file(&beside);
    }
    renamed?;
    Ok(flush_folder(path)?)
}

/// Makes a file, whole or not at all; one that is there with the same text is taken as made.
fn create(path: &Path, text: &str) -> Result<(), Refused> {
    let beside = write_beside(path, text, None)?;
    // Unlike renaming, linking never replaces a file.
    let linked = std::fs::hard_link(&beside, path);
    let _ = std::fs::remove_file(&beside);
    match linked {
        Ok(()) => Ok(flush_folder(path)?),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let is_same = same_text(path, text);
            if is_same { Ok(()) } else { Err(Refused::Exists) }
        }
        Err(error) => Err(error.into()),
    }
}

fn same_text(path: &Path, text: &str) -> bool {
    let is_file =
        path.symlink_metadata().is_ok_and(|m| m.is_file() && m.len() == text.len() as u64);
    let read = || {
        let mut found = String::new();
        let mut file = OpenOptions::new().read(true).open(path)?;
        io::Read::read_to_string(&mut file, &mut found).map(|_| found)
    };
    is_file && read().is_ok_and(|found| found == text)
}

/// Writes a text under a name of its own beside a file. A rest of an attempt that was killed is thrown away.
fn write_beside(path: &Path, text: &str, permissions: Option<Permissions>) -> io::Result<PathBuf> {
    let name = path.file_name().and_then(|n| n.to_str()).ok_or(io::ErrorKind::InvalidInput)?;
    let beside = path.with_file_name(format!(".{name}.abide-new"));
    match std::fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = fill(&mut file, text, permissions);
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written.map(|()| beside)
}

fn fill(file: &mut File, text: &str, permissions: Option<Permissions>) -> io::Result<()> {
    // First, so that nobody reads the text who could not read the one before.
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// So that the new name survives a power cut too.
fn flush_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => OpenOptions::new().read(true).open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the files")]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use super::*;

    const SITE: &str = "[site]\nurl = \"https://www.example.com\"\nname = \"x\"\n\n[[policy]]\nname = \"site\"\nfiles = [\"site.toml\"]\npaths = [\"/*\"]\n";
    /// Says to a copy of this test which folder it works in.
    const FOLDER: &str = "ABIDE_TEST_FOLDER";

    fn site() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(SITE_FILE), SITE).unwrap();
        std::fs::write(folder.path().join("site.toml"), text(0)).unwrap();
        let files = Files::new(folder.path()).unwrap();
        (folder, files)
    }

    /// Long enough that writing it takes several steps; the number stands at its start and its end.
    fn text(number: u32) -> String {
        format!("# {number}\n{}# {number}\n", "# what is written between\n".repeat(10_000))
    }

    fn is_whole(found: &str) -> bool {
        let number = found.lines().next().and_then(|l| l.strip_prefix("# ")?.parse().ok());
        number.is_some_and(|n| found == text(n))
    }

    /// Run by the next test in a process of its own.
    #[test]
    #[ignore = "runs until it is killed"]
    fn saves_for_ever() {
        let files = Files::new(Path::new(&std::env::var(FOLDER).unwrap())).unwrap();
        let mut base = files.read("site", "site.toml").unwrap().base;
        println!("saving");
        for number in 1.. {
            base = files.save("site", "site.toml", &text(number), &base).unwrap().base;
        }
    }

    #[cfg(unix)]
    #[test]
    fn killed_at_any_moment_it_leaves_the_old_text_or_the_new() {
        let (folder, files) = site();
        let mut changed = 0;
        for round in 0..20 {
            let before = files.read("site", "site.toml").unwrap();
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["edit::files::tests::saves_for_ever", "--exact", "--ignored", "--nocapture"])
                .env(FOLDER, folder.path())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let out = BufReader::new(child.stdout.take().unwrap());
            assert!(out.lines().any(|l| l.unwrap().contains("saving")));
            std::thread::sleep(Duration::from_micros(20_000 + round * 7_919 % 100_000));
            child.kill().unwrap();
            child.wait().unwrap();
            let after = files.read("site", "site.toml").unwrap();
            assert!(is_whole(&after.source), "{round}: {} bytes", after.source.len());
            changed += u32::from(after != before);
            let names = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name());
            for name in names {
                let known = [SITE_FILE, "site.toml", ".site.toml.abide-new"];
                assert!(known.iter().any(|k| name == **k), "{}", name.display());
            }
        }
        assert!(changed > 0, "nothing was ever saved");
        let base = files.read("site", "site.toml").unwrap().base;
        files.save("site", "site.toml", "# done\n", &base).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left");
    }

    #[test]
    fn who_saves_while_the_text_is_written_is_not_overwritten() {
        let (folder, _) = site();
        let path = folder.path().join("site.toml");
        let refused = replace(&path, "ours", || Err(Refused::Changed));
        assert!(matches!(refused, Err(Refused::Changed)));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text(0));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left");
    }

    #[cfg(unix)]
    #[test]
    fn writers_of_two_processes_take_turns() {
        let (folder, files) = site();
        let other = OpenOptions::new().read(true).open(folder.path()).unwrap();
        other.try_lock().unwrap();
        let base = files.read("site", "site.toml").unwrap().base;
        std::thread::scope(|scope| {
            let saving = scope.spawn(|| files.save("site", "site.toml", "# new\n", &base));
            std::thread::sleep(Duration::from_millis(100));
            assert!(!saving.is_finished());
            other.unlock().unwrap();
            assert!(saving.join().unwrap().is_ok());
        });
    }
}

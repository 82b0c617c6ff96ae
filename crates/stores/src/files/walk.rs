//! The files of one kind, without following links, in portions: a folder may hold millions.

use std::fs::{self, ReadDir};
use std::sync::Arc;

use globset::GlobMatcher;

use super::Chosen;
use super::beside::Entry;
use super::disk::{Disk, is_absent};
use super::folder::{is_name, is_ours};
use super::told::Tells as _;
use crate::{Error, Unread};

/// How many files are named at once.
const PORTION: usize = 512;
/// How deep folders may be.
const DEPTH: usize = 64;

/// A walk through the folders in which files of a kind may be.
pub(super) struct Walk {
    folder: Arc<Disk>,
    /// All if there is none.
    glob: Option<GlobMatcher>,
    depth: usize,
    open: Vec<(String, ReadDir)>,
    begin: Option<String>,
    /// Where everything is wanted, whatever it is: what is in the way, and does not end the walk.
    passed: Option<Vec<Entry>>,
}

/// The folder of the program itself: its records, and copies that lie ready.
const PROGRAMS: &str = ".abide";

impl Walk {
    pub(super) fn new(folder: &Arc<Disk>, chosen: &Chosen) -> Self {
        Self {
            folder: Arc::clone(folder),
            glob: Some(chosen.glob.clone()),
            depth: chosen.depth.unwrap_or(usize::MAX),
            open: Vec::new(),
            begin: Some(chosen.within.clone()),
            passed: None,
        }
    }

    /// A walk through all that lies there, in which nothing is an error that is merely no file of it.
    pub(super) fn everything(folder: &Arc<Disk>) -> Self {
        Self {
            folder: Arc::clone(folder),
            glob: None,
            depth: usize::MAX,
            open: Vec::new(),
            begin: Some(String::new()),
            passed: Some(Vec::new()),
        }
    }

    /// What was in the way since it was asked for last.
    pub(super) fn passed(mut self) -> (Self, Vec<Entry>) {
        let passed = self.passed.as_mut().map(std::mem::take).unwrap_or_default();
        (self, passed)
    }

    /// The next files; none at the end.
    pub(super) async fn next(mut self) -> Result<(Self, Vec<String>), Error> {
        let folder = Arc::clone(&self.folder);
        folder
            .blocking("", move |_, _| {
                let files = self.portion()?;
                Ok((self, files))
            })
            .await
    }

    fn portion(&mut self) -> Result<Vec<String>, Error> {
        if let Some(within) = self.begin.take() {
            // Also refuses a link on the way.
            self.folder.look(&within)?;
            self.enter(within)?;
        }
        let mut files = Vec::new();
        while files.len() + self.passed.as_ref().map_or(0, Vec::len) < PORTION
            && let Some((within, entries)) = self.open.last_mut()
        {
            let within = within.clone();
            match entries.next() {
                None => drop(self.open.pop()),
                Some(Err(error)) => return Err(self.folder.failed("read", &error)),
                Some(Ok(entry)) => files.extend(self.visit(&within, &entry)?),
            }
        }
        Ok(files)
    }

    fn visit(&mut self, within: &str, entry: &fs::DirEntry) -> Result<Option<String>, Error> {
        let name = entry.file_name();
        let lossy = name.to_string_lossy();
        let file = if within.is_empty() { lossy.to_string() } else { format!("{within}/{lossy}") };
        if is_ours(&file) || self.passed.is_some() && lossy == PROGRAMS {
            return Ok(None);
        }
        let matches = self.glob.as_ref().is_none_or(|glob| glob.is_match(&file));
        let kind = entry.file_type().map_err(|error| self.folder.failed("read", &error))?;
        let is_above = file.split('/').count() < self.depth;
        if kind.is_symlink() && (matches || is_above && entry.path().is_dir()) {
            return self.refuse(file, "a symbolic link", Unread::Link).map(|()| None);
        }
        if (kind.is_dir() && is_above || matches) && (name.to_str().is_none() || !is_name(&file)) {
            let code = "a name that is not UTF-8, or has signs that are refused";
            return self.refuse(file, code, Unread::Name).map(|()| None);
        }
        if kind.is_dir() {
            if is_above {
                self.enter(file)?;
            }
            return Ok(None);
        }
        if matches && !kind.is_file() {
            return self.refuse(file, "no regular file", Unread::Other).map(|()| None);
        }
        Ok(matches.then_some(file))
    }

    fn enter(&mut self, within: String) -> Result<(), Error> {
        if self.open.len() >= DEPTH {
            return self.refuse(within, "folders nested too deep", Unread::Name);
        }
        match fs::read_dir(self.folder.path(&within)) {
            Ok(entries) => self.open.push((within, entries)),
            // A kind of which there is no file yet.
            Err(error) if is_absent(&error) && !within.is_empty() => {}
            Err(error) => match (self.folder.failed("read", &error), &mut self.passed) {
                (Error::Forbidden { .. }, Some(passed)) if !within.is_empty() => {
                    passed.push(Entry {
                        file: within,
                        version: None,
                        why: Some(Unread::Forbidden),
                    });
                }
                (error, _) => return Err(error),
            },
        }
        Ok(())
    }

    /// Something is no file of the folder: an error, or passed by.
    fn refuse(&mut self, file: String, code: &str, why: Unread) -> Result<(), Error> {
        match &mut self.passed {
            Some(passed) => {
                passed.push(Entry { file, version: None, why: Some(why) });
                Ok(())
            }
            None => Err(self.folder.damaged(&file, None, code)),
        }
    }
}

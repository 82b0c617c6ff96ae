//! The files of one kind, without following links, in portions: a folder may hold millions.

use std::fs::{self, ReadDir};
use std::sync::Arc;

use globset::GlobMatcher;

use super::Chosen;
use super::disk::{Disk, is_absent};
use super::folder::{is_name, is_ours};
use super::told::Tells as _;
use crate::Error;

/// How many files are named at once.
const PORTION: usize = 512;
/// How deep folders may be.
const DEPTH: usize = 64;

/// A walk through the folders in which files of a kind may be.
pub(super) struct Walk {
    folder: Arc<Disk>,
    glob: GlobMatcher,
    depth: usize,
    open: Vec<(String, ReadDir)>,
    begin: Option<String>,
}

impl Walk {
    pub(super) fn new(folder: &Arc<Disk>, chosen: &Chosen) -> Self {
        Self {
            folder: Arc::clone(folder),
            glob: chosen.glob.clone(),
            depth: chosen.depth.unwrap_or(usize::MAX),
            open: Vec::new(),
            begin: Some(chosen.within.clone()),
        }
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
        while files.len() < PORTION
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
        if is_ours(&file) {
            return Ok(None);
        }
        let matches = self.glob.is_match(&file);
        let refuse = |code| Err(self.folder.damaged(&file, None, code));
        let kind = entry.file_type().map_err(|error| self.folder.failed("read", &error))?;
        let is_above = file.split('/').count() < self.depth;
        if kind.is_symlink() && (matches || is_above && entry.path().is_dir()) {
            return refuse("a symbolic link");
        }
        if (kind.is_dir() && is_above || matches) && (name.to_str().is_none() || !is_name(&file)) {
            return refuse("a name that is not UTF-8, or has signs that are refused");
        }
        if kind.is_dir() {
            if is_above {
                self.enter(file)?;
            }
            return Ok(None);
        }
        if matches && !kind.is_file() {
            return refuse("no regular file");
        }
        Ok(matches.then_some(file))
    }

    fn enter(&mut self, within: String) -> Result<(), Error> {
        if self.open.len() >= DEPTH {
            return Err(self.folder.damaged(&within, None, "folders nested too deep"));
        }
        match fs::read_dir(self.folder.path(&within)) {
            Ok(entries) => self.open.push((within, entries)),
            // A kind of which there is no file yet.
            Err(error) if is_absent(&error) && !within.is_empty() => {}
            Err(error) => return Err(self.folder.failed("read", &error)),
        }
        Ok(())
    }
}

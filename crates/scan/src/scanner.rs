//! The way from files to hits.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use abide_detect::finder::{Report, Scratch};
use abide_detect::finding::WEAK;
use abide_detect::{Finder, Kind, Miss};

use crate::columns::{self, Column, Columns};
use crate::hit::{Hit, Place, Places, hits};
use crate::piece::Piece;
use crate::read::Files;
use crate::{Error, pool};

/// How much is read at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most bytes that a packed file, or all members of an archive together, may unpack to.
    pub unpacked: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { unpacked: 64 << 30 }
    }
}

/// What a scan tells while it goes on, in the order of files and places.
#[derive(Debug)]
pub enum Event {
    /// Personal data in a file.
    Hit(Arc<Path>, Hit),
    /// Something that looked like it, if the finder was asked to explain.
    Miss(Arc<Path>, Place, Miss),
    /// What is known of the columns of a stretch of a file.
    Columns(Arc<Path>, BTreeMap<Box<str>, Column>),
    /// A file was looked at to its end.
    Done {
        /// The file.
        path: Arc<Path>,
        /// Its format.
        format: &'static str,
        /// How much text there was, in bytes.
        bytes: u64,
    },
    /// A file is an archive; what is in its members follows, each with a path like `archive.zip!folder/file.txt`.
    Archive {
        /// The archive.
        path: Arc<Path>,
        /// How many members it says it has, folders among them.
        members: u64,
    },
    /// A file holds no text and was left out.
    Binary(Arc<Path>),
    /// A file could not be looked at, or not to its end.
    Failed(Arc<Path>, Error),
}

/// Counts over a whole scan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Files looked at, members of archives among them.
    pub files: u64,
    /// Archives.
    pub archives: u64,
    /// Members that the archives say they have.
    pub members: u64,
    /// Files without text.
    pub binary: u64,
    /// Files that could not be looked at to their end.
    pub failed: u64,
    /// Text looked at, in bytes.
    pub bytes: u64,
    /// Findings that a rule keeps out of the report.
    pub suppressed: u64,
    /// Findings by kind.
    pub findings: BTreeMap<Kind, u64>,
}

impl Stats {
    /// Counts an event.
    pub fn add(&mut self, event: &Event) {
        match event {
            Event::Hit(_, hit) => *self.findings.entry(hit.finding.kind).or_default() += 1,
            Event::Done { bytes, .. } => {
                self.files += 1;
                self.bytes += bytes;
            }
            Event::Archive { members, .. } => {
                self.archives += 1;
                self.members = self.members.saturating_add(*members);
            }
            Event::Miss(..) | Event::Columns(..) => {}
            Event::Binary(_) => self.binary += 1,
            Event::Failed(..) => self.failed += 1,
        }
    }
    /// All findings.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.findings.values().sum()
    }
}

/// Looks for personal data in files.
#[derive(Debug)]
pub struct Scanner {
    finder: Finder,
    limits: Limits,
    threads: usize,
}

/// What goes through the pool.
pub(crate) enum Work {
    Piece(Arc<Path>, Piece),
    Told(Event),
}

impl Scanner {
    /// A scanner that uses so many threads (at least one).
    #[must_use]
    pub fn new(finder: Finder, limits: Limits, threads: usize) -> Self {
        Self { finder, limits, threads: threads.max(1) }
    }

    /// Looks at files one after another; `take` gets what happens in order, and stops the scan by returning `false`.
    pub fn scan(&self, files: &[PathBuf], mut take: impl FnMut(Event) -> bool) {
        pool::in_order(
            self.threads,
            |give| {
                let mut reader = Files::new(self.limits, give);
                let _ = files.iter().all(|file| reader.read(file));
            },
            Scratch::default,
            |scratch, work| self.look(work, scratch),
            |events| events.into_iter().all(&mut take),
        );
    }

    /// Does work that comes piece by piece on all threads; `work` gets what looks at texts, `take` the results in the order of
    /// the pieces, and stops by returning `false`.
    ///
    /// ```
    /// use abide_detect::{Finder, Options};
    /// use abide_scan::{Limits, Scanner};
    /// let scanner = Scanner::new(Finder::new(Options::default()), Limits::default(), 2);
    /// let texts = ["Mail: anna@example.org", "nothing"].map(str::to_owned).into_iter();
    /// let mut counts = Vec::new();
    /// scanner.each(texts, |looker, text| looker.text(text).len(), |count| {
    ///     counts.push(count);
    ///     true
    /// });
    /// assert_eq!(counts, [1, 0]);
    /// ```
    pub fn each<W: Send, R: Send>(
        &self,
        pieces: impl Iterator<Item = W> + Send,
        work: impl Fn(&mut Looker<'_>, W) -> R + Sync,
        take: impl FnMut(R) -> bool,
    ) {
        pool::in_order(
            self.threads,
            |give| {
                for piece in pieces {
                    if !give(piece) {
                        return;
                    }
                }
            },
            || Looker { scanner: self, scratch: Scratch::default() },
            work,
            take,
        );
    }

    fn look(&self, work: Work, scratch: &mut Scratch) -> Vec<Event> {
        match work {
            Work::Told(event) => vec![event],
            Work::Piece(path, piece) => {
                let (report, columns) =
                    self.report(&piece, self.finder.options().threshold, scratch);
                let mut places = Places::new(&piece);
                let misses = report.misses.into_iter().filter_map(|miss| {
                    Some(Event::Miss(path.clone(), places.of(&miss.place)?, miss))
                });
                let misses: Vec<_> = misses.collect();
                let found = hits(&piece, report.findings).into_iter();
                let mut events: Vec<_> =
                    found.map(|hit| Event::Hit(path.clone(), hit)).chain(misses).collect();
                if !columns.is_empty() {
                    events.push(Event::Columns(path, columns));
                }
                events
            }
        }
    }

    /// What is in a piece; for fields, with the help of their columns.
    pub(crate) fn report(
        &self,
        piece: &Piece,
        threshold: u8,
        scratch: &mut Scratch,
    ) -> (Report, Columns) {
        if piece.parts.iter().all(|part| part.at.is_none()) {
            let report = self.finder.report_from(&piece.text, threshold, scratch);
            return (report, Columns::new());
        }
        let report = self.finder.report_from(&piece.text, threshold.min(WEAK), scratch);
        let (findings, columns) = columns::settle(piece, report.findings, threshold);
        (Report { findings, misses: report.misses }, columns)
    }
}

/// Looks at texts on one thread, reusing its memory.
#[derive(Debug)]
pub struct Looker<'a> {
    scanner: &'a Scanner,
    scratch: Scratch,
}

impl Looker<'_> {
    /// What is in a text that is at hand.
    #[must_use]
    pub fn text(&mut self, text: String) -> Vec<Hit> {
        let piece = Piece::plain(text, 0, 1, 1);
        let finder = &self.scanner.finder;
        hits(&piece, finder.report(&piece.text, &mut self.scratch).findings)
    }
}

//! What a worker does just now for many requests or for a whole store, told to whoever watches.
//!
//! Owns: the kinds of such work, and that its end is told however it ends. Leaves to others: rate and remaining time
//! ([`crate::pace`]), words, where it is shown.

use std::sync::Arc;

use super::Desk;

/// A kind of work that may take long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doing {
    /// Finding the rows of people in a store.
    Finding,
    /// Changing and deleting rows of a store.
    Erasing,
    /// Reading back what was done, request by request.
    ReadingBack,
    /// Reading all stores whole for what only erased people were known by.
    Sweeping,
    /// Closing requests and noting what came of them.
    Closing,
    /// Taking what erasures left behind out of the files of a store.
    Cleaning,
}

impl Doing {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Finding,
        Self::Erasing,
        Self::ReadingBack,
        Self::Sweeping,
        Self::Closing,
        Self::Cleaning,
    ];

    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Erasing => "erasing",
            Self::ReadingBack => "reading-back",
            Self::Sweeping => "sweeping",
            Self::Closing => "closing",
            Self::Cleaning => "cleaning",
        }
    }

    /// What is counted of it.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Finding | Self::ReadingBack | Self::Closing => Unit::Requests,
            Self::Erasing => Unit::Rows,
            Self::Sweeping | Self::Cleaning => Unit::Tables,
        }
    }
}

/// What is counted of a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Requests.
    Requests,
    /// Rows.
    Rows,
    /// Tables.
    Tables,
}

/// How far a work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtWork<'a> {
    /// What is done.
    pub doing: Doing,
    /// In which store; none if it is about all of them.
    pub store: Option<&'a str>,
    /// In which table.
    pub table: Option<&'a str>,
    /// So much of it is done, in its unit.
    pub done: u64,
    /// Of so much; `None` if nobody knows.
    pub of: Option<u64>,
    /// So many rows of the table have been read.
    pub rows: u64,
    /// For so many requests.
    pub requests: u64,
}

impl AtWork<'_> {
    /// One of which nothing is known yet.
    #[must_use]
    pub const fn new(doing: Doing, requests: u64) -> Self {
        Self { doing, store: None, table: None, done: 0, of: None, rows: 0, requests }
    }
}

/// Told how far the present work is, and `None` when it is over.
pub type Watching = Arc<dyn Fn(Option<AtWork<'_>>) + Send + Sync>;

/// Tells how far a work is; dropped, that it is over: also if it failed or was stopped.
#[must_use]
pub(super) struct Told<'d>(&'d Desk);

impl Told<'_> {
    pub(super) fn tell(&self, work: AtWork<'_>) {
        if let Some(watching) = &self.0.watching {
            watching(Some(work));
        }
    }
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if let Some(watching) = &self.0.watching {
            watching(None);
        }
    }
}

impl Desk {
    /// For a work of which people want to know how far it is.
    pub(super) const fn telling_how_far(&self) -> Told<'_> {
        Told(self)
    }
}

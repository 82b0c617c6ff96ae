//! How stores compare texts: which differences between two of them do not count.
//!
//! Owns: the few ways in which that is known, and folding texts in the same way. Leaves to others: finding out which column compares how
//! (each store's catalogue), asking so (`sql`). Any other way, such as the rules of a language, only the store knows: it is asked.

use std::borrow::Cow;

/// How a column compares texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Collation {
    /// As they are written; or in a way that only the store knows.
    #[default]
    Written,
    /// Without a difference between capitals and small letters from A to Z: `NOCASE` of SQLite. `Ä` and `ä` differ.
    NoCase,
    /// Without a difference between any capitals and small letters: `citext` of PostgreSQL.
    Citext,
    /// Without blanks at the end: `RTRIM` of SQLite.
    NoBlanks,
}

impl Collation {
    /// Whether capitals and small letters are the same to it, at least from A to Z.
    #[must_use]
    pub const fn is_caseless(self) -> bool {
        matches!(self, Self::NoCase | Self::Citext)
    }

    /// Whether whatever is the same by the other is the same by this one.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self == other || other == Self::Written || (self, other) == (Self::Citext, Self::NoCase)
    }

    /// One text for all that are the same.
    ///
    /// ```
    /// use abide_stores::Collation;
    /// assert_eq!(Collation::NoCase.folded("ÄNNA "), "Änna ");
    /// assert_eq!(Collation::Citext.folded("ÄNNA "), "änna ");
    /// assert_eq!(Collation::NoBlanks.folded("ÄNNA "), "ÄNNA");
    /// assert_eq!(Collation::Written.folded("ÄNNA "), "ÄNNA ");
    /// ```
    #[must_use]
    pub fn folded(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Written => text.into(),
            Self::NoCase => text.to_ascii_lowercase().into(),
            Self::Citext => text.to_lowercase().into(),
            Self::NoBlanks => text.trim_end_matches(' ').into(),
        }
    }

    /// What SQLite calls it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::NoCase | Self::Citext => "NOCASE",
            Self::NoBlanks => "RTRIM",
            Self::Written => "BINARY",
        }
    }

    /// What goes by this name in SQLite; `None` if another program made it.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        [Self::Written, Self::NoCase, Self::NoBlanks]
            .into_iter()
            .find(|known| known.word().eq_ignore_ascii_case(word))
    }
}

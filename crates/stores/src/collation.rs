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
    /// Numbers by their value, however many zeros stand behind the point: rows in files, where what writes a file decides whether a number is
    /// `1` or `1.0`, and its type tells nothing.
    Numbers,
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
    /// assert_eq!(Collation::Numbers.folded("1.50"), "1.5");
    /// assert_eq!(Collation::Written.folded("ÄNNA "), "ÄNNA ");
    /// ```
    #[must_use]
    pub fn folded(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Written => text.into(),
            Self::NoCase => text.to_ascii_lowercase().into(),
            Self::Citext => text.to_lowercase().into(),
            Self::NoBlanks => text.trim_end_matches(' ').into(),
            Self::Numbers => plain_number(text).map_or_else(|| text.into(), Cow::Owned),
        }
    }

    /// What SQLite calls it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::NoCase | Self::Citext => "NOCASE",
            Self::NoBlanks => "RTRIM",
            // Files are not asked in SQL.
            Self::Written | Self::Numbers => "BINARY",
        }
    }

    /// What goes by this name in SQLite; `None` if another program made it.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        [Self::Written, Self::NoCase, Self::NoBlanks]
            .into_iter()
            .find(|known| known.word().eq_ignore_ascii_case(word))
    }
}

/// A number without the zeros that end it behind the point, if it has any: `1` of `1.0`.
#[must_use]
pub fn plain_number(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.')?;
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let mut all = digits.bytes().chain(fraction.bytes());
    let is_number = !digits.is_empty() && all.all(|b| b.is_ascii_digit());
    let plain = match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        left => format!("{whole}.{left}"),
    };
    (is_number && plain != text).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_without_zeros_behind_the_point() {
        for (text, plain) in [
            ("1.0", Some("1")),
            ("-12.00", Some("-12")),
            ("1.50", Some("1.5")),
            ("9007199254740993.0", Some("9007199254740993")),
            ("01.0", Some("01")),
            ("1", None),
            ("1.5", None),
            ("1.0.0", None),
            (".0", None),
            (" 1.0", None),
            ("1e0", None),
            ("NaN", None),
        ] {
            assert_eq!(plain_number(text).as_deref(), plain, "{text}");
        }
    }
}

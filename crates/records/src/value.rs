//! Values that are checked before they are written and when they are read.

use std::fmt;
use std::str::FromStr;

use abide_policy::vocab::Vocabulary;
use data_encoding::HEXLOWER;

use crate::{Error, Value};

/// The longest document, in bytes: a plan.
pub(crate) const DOCUMENT: usize = 4 << 20;
/// The longest detail of an event and counts of a step, in bytes.
pub(crate) const DETAIL: usize = 16 << 10;
/// The longest statement of identities, in bytes.
pub(crate) const SUBJECT: usize = 64 << 10;
/// The longest text that a person writes, in bytes.
pub(crate) const TEXT: usize = 4096;
/// The longest name of somebody who acts, in bytes.
pub(crate) const ACTOR: usize = 128;
/// The longest citation, in bytes.
pub(crate) const CITATION: usize = 256;
/// The most that a list gives at once.
pub(crate) const PAGE: u32 = 1000;

/// A hash of 32 bytes: of a plan, or (keyed) of a fact about a person. Written as 64 hexadecimal digits.
///
/// ```
/// let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// let digest: abide_records::Digest = text.parse().unwrap();
/// assert_eq!(digest.to_string(), text);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

/// A text that is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a hash has 64 hexadecimal digits in lower case")]
pub struct BadDigest;

impl FromStr for Digest {
    type Err = BadDigest;
    fn from_str(text: &str) -> Result<Self, BadDigest> {
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| BadDigest)?;
        bytes.try_into().map(Self).map_err(|_| BadDigest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Digest> for Value {
    fn from(digest: Digest) -> Self {
        digest.to_string().into()
    }
}

/// A JSON text, kept byte for byte; at most 4 MiB, and each use may allow less.
///
/// ```
/// let counts = abide_records::Document::new(r#"{"rows": 3}"#.to_owned()).unwrap();
/// assert_eq!(counts.as_str(), r#"{"rows": 3}"#);
/// assert!(abide_records::Document::new("rows".to_owned()).is_err());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Document(String);

impl Document {
    /// This text, if it is JSON.
    ///
    /// # Errors
    /// If it is not, or too long, or nested deeper than 128 levels.
    pub fn new(text: String) -> Result<Self, Error> {
        within("document", &text, DOCUMENT)?;
        // Read into a value, because only that refuses what is nested too deep for readers.
        match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(_) => Ok(Self(text)),
            Err(_) => Err(Error::NoJson),
        }
    }
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Refuses what is longer than this use allows.
    pub(crate) fn within(&self, what: &'static str, most: usize) -> Result<(), Error> {
        within(what, &self.0, most)
    }
}

/// Without its text, which may be about a person.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JSON of {} bytes", self.0.len())
    }
}

impl From<&Document> for Value {
    fn from(document: &Document) -> Self {
        document.as_str().into()
    }
}

/// Refuses a text that is too long, or has a NUL.
pub(crate) fn within(what: &'static str, text: &str, most: usize) -> Result<(), Error> {
    let good = text.len() <= most && !text.contains('\0');
    if good { Ok(()) } else { Err(Error::Long { what, most }) }
}

/// Refuses the name of somebody who acts that is empty or too long.
pub(crate) fn actor(name: &str) -> Result<(), Error> {
    if name.is_empty() {
        return Err(Error::Nameless);
    }
    within("name of who acts", name, ACTOR)
}

/// A row whose values are taken in the order of the statement. What is not as it was written is damaged.
pub(crate) struct Row {
    table: &'static str,
    key: String,
    values: std::vec::IntoIter<Value>,
}

impl Row {
    /// A row of this table; its first value, if it is a text, names it in errors.
    pub(crate) fn new(table: &'static str, values: Vec<Value>) -> Self {
        let key = match values.first() {
            Some(Value::Text(Some(text))) => text.chars().take(64).collect(),
            _ => String::new(),
        };
        Self { table, key, values: values.into_iter() }
    }
    /// Its first value, if that is a text; cut off if it is longer than any id.
    pub(crate) fn named(&self) -> &str {
        &self.key
    }
    /// That this row is not as it was written.
    pub(crate) fn damaged(&self) -> Error {
        Error::Damaged { table: self.table, key: self.key.clone() }
    }
    pub(crate) fn int(&mut self) -> Result<i64, Error> {
        self.int_or_none()?.ok_or_else(|| self.damaged())
    }
    pub(crate) fn int_or_none(&mut self) -> Result<Option<i64>, Error> {
        match self.values.next() {
            Some(Value::Int(number)) => Ok(number),
            Some(Value::Text(None)) => Ok(None),
            _ => Err(self.damaged()),
        }
    }
    /// A number that is not negative.
    pub(crate) fn count<T: TryFrom<i64>>(&mut self) -> Result<T, Error> {
        self.int()?.try_into().map_err(|_| self.damaged())
    }
    pub(crate) fn text(&mut self) -> Result<String, Error> {
        self.text_or_none()?.ok_or_else(|| self.damaged())
    }
    pub(crate) fn text_or_none(&mut self) -> Result<Option<String>, Error> {
        match self.values.next() {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(self.damaged()),
        }
    }
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, Error> {
        match self.values.next() {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(self.damaged()),
        }
    }
    /// A text that has another form: an id, a day, a country, a hash.
    pub(crate) fn parsed<T: FromStr>(&mut self) -> Result<T, Error> {
        self.parsed_or_none()?.ok_or_else(|| self.damaged())
    }
    pub(crate) fn parsed_or_none<T: FromStr>(&mut self) -> Result<Option<T>, Error> {
        let text = self.text_or_none()?;
        text.map(|t| t.parse().map_err(|_| self.damaged())).transpose()
    }
    pub(crate) fn word<T: Vocabulary>(&mut self) -> Result<T, Error> {
        self.word_or_none()?.ok_or_else(|| self.damaged())
    }
    pub(crate) fn word_or_none<T: Vocabulary>(&mut self) -> Result<Option<T>, Error> {
        let text = self.text_or_none()?;
        text.map(|t| T::from_word(&t).ok_or_else(|| self.damaged())).transpose()
    }
    pub(crate) fn document(&mut self) -> Result<Document, Error> {
        self.document_or_none()?.ok_or_else(|| self.damaged())
    }
    pub(crate) fn document_or_none(&mut self) -> Result<Option<Document>, Error> {
        let text = self.text_or_none()?;
        text.map(|t| Document::new(t).map_err(|_| self.damaged())).transpose()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn hashes_are_read_as_they_are_written_and_in_no_other_way() {
        let digest = Digest(std::array::from_fn(|i| u8::try_from(i * 8).unwrap()));
        let text = digest.to_string();
        assert_eq!(text.parse(), Ok(digest));
        for bad in ["", &text[1..], &text.to_uppercase(), &format!("{text}00"), &"ä".repeat(32)] {
            assert_eq!(bad.parse::<Digest>(), Err(BadDigest), "{bad}");
        }
    }

    #[test]
    fn what_is_not_as_it_was_written_is_damaged() {
        let damaged = Error::Damaged { table: "t", key: "k".into() };
        let row = |value: Option<Value>| {
            let mut row = Row::new("t", [Some("k".into()), value].into_iter().flatten().collect());
            row.text().unwrap();
            row
        };
        for value in [None, Some(Value::Text(Some("x".into()))), Some(Value::Int(None))] {
            assert_eq!(row(value).int(), Err(damaged.clone()));
        }
        for value in [None, Some(Value::Int(Some(1))), Some(Value::Text(None))] {
            assert_eq!(row(value).text(), Err(damaged.clone()));
        }
        for value in [None, Some(Value::Text(Some("2026-02-30".into()))), Some(Value::Text(None))] {
            assert_eq!(row(value).parsed::<Date>(), Err(damaged.clone()));
        }
        for number in [-1, i64::from(u32::MAX) + 1] {
            assert_eq!(row(Some(number.into())).count::<u32>(), Err(damaged.clone()));
        }
        assert_eq!(row(Some(Value::Text(None))).int_or_none(), Ok(None));
    }

    #[test]
    fn nothing_about_people_is_shown_to_programmers() {
        let document = Document::new("\"secret\"".into()).unwrap();
        let shown = format!("{document:?} {:?} {:?}", Value::from(&document), Value::from(41));
        assert!(!shown.contains("secret") && !shown.contains("41"), "{shown}");
    }
}

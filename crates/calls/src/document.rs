//! A document as a list of texts, and the same document with some of them changed.
//!
//! Whatever the format, a document is its source and the places where texts stand in it. Detection reads
//! [`Document::texts`]; redaction gives [`Edit`]s in the coordinates of those texts to [`Document::write`]. All other bytes
//! stay: order, spacing, spelling of numbers, members nobody knows.
//!
//! A transcript says the same words more than once: in the segment, in its list of words, in the text of the whole, as
//! token numbers. They are one part here, and an edit reaches every copy (`slot.rs`).

use std::borrow::Cow;
use std::ops::Range;

use jiff::Timestamp;

use crate::error::Error;
use crate::format::Format;
use crate::limits;
use crate::slot::{Item, apply};
use crate::transcript::{Conversation, Turn};

/// A document that was read: its source, and where texts stand in it.
#[derive(Clone, Debug)]
pub struct Document {
    format: Format,
    source: String,
    items: Vec<Item>,
    parts: usize,
}

/// A text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPart<'a> {
    /// Where it stands: a JSON pointer, `cue 3`, `line 5`, `row 2/src`. A `#` steps into a document inside a string.
    pub path: String,
    /// What it is.
    pub role: Role<'a>,
    /// The text itself, without escapes and markup.
    pub text: Cow<'a, str>,
    /// The bytes of the source that spell it, with escapes and markup but without quotes. `None` inside a string that is a
    /// document of its own.
    pub place: Option<Range<usize>>,
}

/// What a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// The value of a field.
    Field {
        /// The name of the member, column or variable.
        name: Cow<'a, str>,
        /// What fields of this name hold.
        holds: Holds,
    },
    /// What somebody said or wrote.
    Speech {
        /// Who, as the document says it.
        speaker: Option<Cow<'a, str>>,
        /// The channel of the recording, from 0.
        channel: Option<u32>,
        /// Milliseconds from the beginning of the recording.
        start: Option<u64>,
        /// Milliseconds from the beginning of the recording.
        end: Option<u64>,
    },
    /// A comment.
    Note,
}

/// What a field holds, by the definition of its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holds {
    /// A person's name, or a name for a speaker.
    Name,
    /// A telephone number or extension.
    Number,
    /// A name and a number: `"Anna" <4930>`.
    NameAndNumber,
    /// An e-mail address or the address of an account (SIP, DID).
    Address,
    /// A place on earth.
    Location,
    /// A name of a channel: it contains an extension or the name of an account.
    Channel,
    /// A name for an account or customer.
    Account,
    /// A network address.
    Network,
    /// A number that stands for one call, message or person.
    Identifier,
    /// A moment or a duration.
    Time,
    /// Anything: free text.
    Free,
    /// Settings, states, hashes: nothing about a person.
    Technical,
}

impl Holds {
    /// Whether every value of such a field is personal data, without a look at it.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        use Holds::{Account, Address, Channel, Location, Name, NameAndNumber, Network, Number};
        matches!(
            self,
            Name | Number | NameAndNumber | Address | Location | Channel | Account | Network
        )
    }
}

/// A part of a text and what shall stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which text: its index in [`Document::texts`].
    pub part: usize,
    /// Which bytes of the text. Not empty.
    pub range: Range<usize>,
    /// What shall stand there. Where the format has one line, line ends become spaces.
    pub with: String,
}

/// What a document knows of the documents around it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around<'a> {
    /// How many there are.
    pub(crate) depth: usize,
    /// The names of the parties, for transcripts that say who speaks by index.
    pub(crate) names: &'a [Option<String>],
    /// When the recording starts, for transcripts that have dates.
    pub(crate) base: Option<Timestamp>,
}

/// The role of a field.
pub(crate) fn field(name: &str, holds: Holds) -> Role<'static> {
    Role::Field { name: Cow::Owned(name.to_owned()), holds }
}

impl Document {
    /// Reads a document of a format that is known.
    ///
    /// # Errors
    /// If the bytes are not UTF-8, not of the format, cut off, or beyond the [limits].
    pub fn read(format: Format, bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > limits::BYTES {
            return Err(Error::pointer("", "more than 256 MiB", "split the file"));
        }
        let source = str::from_utf8(bytes).map_err(|e| {
            let valid = bytes.get(..e.valid_up_to()).unwrap_or_default();
            let valid = str::from_utf8(valid).unwrap_or_default();
            Error::at(valid, valid.len(), "not UTF-8", "convert the file to UTF-8")
        })?;
        Self::of(format, source.to_owned(), &Around::default())
    }

    /// Reads a text that is at hand, without a copy.
    ///
    /// # Errors
    /// As [`Document::read`]; the text comes back.
    pub fn from_text(format: Format, source: String) -> Result<Self, (Error, String)> {
        if source.len() > limits::BYTES {
            return Err((Error::pointer("", "more than 256 MiB", "split the file"), source));
        }
        match Self::parts_of(format, &source, &Around::default()) {
            Ok((items, parts)) => Ok(Self { format, source, items, parts }),
            Err(error) => Err((error, source)),
        }
    }

    /// The text that was read.
    #[must_use]
    pub fn into_source(self) -> String {
        self.source
    }

    /// Reads a text as a document inside others.
    pub(crate) fn of(format: Format, source: String, around: &Around<'_>) -> Result<Self, Error> {
        let (items, parts) = Self::parts_of(format, &source, around)?;
        Ok(Self { format, source, items, parts })
    }

    /// Where the texts of a source are, and how many.
    fn parts_of(
        format: Format,
        source: &str,
        around: &Around<'_>,
    ) -> Result<(Vec<Item>, usize), Error> {
        if around.depth > limits::NESTING {
            return Err(Error::pointer("", "documents in documents, too deep", "take them apart"));
        }
        let items = format.items(source, around)?;
        let parts = items.iter().map(Item::parts).sum();
        if parts > limits::PARTS {
            return Err(Error::pointer("", "more than 2 million texts", "split the file"));
        }
        Ok((items, parts))
    }

    /// The format it was read as.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The source, as it was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Every text, always in the same order. The index of a text is its number for [`Edit`].
    #[must_use]
    pub fn texts(&self) -> Vec<TextPart<'_>> {
        let mut out = Vec::with_capacity(self.parts);
        self.push_texts("", &mut out);
        out
    }

    fn push_texts<'a>(&'a self, outer: &str, out: &mut Vec<TextPart<'a>>) {
        for item in &self.items {
            match item {
                Item::Text(slot) => out.push(TextPart {
                    path: format!("{outer}{}", slot.path),
                    role: slot.role.clone(),
                    text: slot.text(&self.source),
                    place: outer.is_empty().then(|| slot.place.clone()),
                }),
                Item::Nested(nested) => {
                    nested.document.push_texts(&format!("{outer}{}#", nested.path), out);
                }
            }
        }
    }

    /// What was said, turn by turn, in the order of the source. Empty for a document without speech.
    #[must_use]
    pub fn conversation(&self) -> Conversation {
        let mut turns = Vec::new();
        self.push_turns(&mut 0, &mut turns);
        Conversation { turns }
    }

    fn push_turns(&self, part: &mut usize, turns: &mut Vec<Turn>) {
        for item in &self.items {
            match item {
                Item::Text(slot) => {
                    turns.extend(slot.turn(&self.source, *part));
                    *part += 1;
                }
                Item::Nested(nested) => nested.document.push_turns(part, turns),
            }
        }
    }

    /// The document with parts of its texts changed, and everything else byte for byte as it was.
    ///
    /// ```
    /// use abide_calls::{Document, Edit, Format};
    /// let srt = b"1\n00:00:00,000 --> 00:00:02,000\nI am Anna.\n";
    /// let document = Document::read(Format::Srt, srt)?;
    /// let edit = Edit { part: 0, range: 5..9, with: "[NAME]".into() };
    /// assert_eq!(document.write(&[edit])?, "1\n00:00:00,000 --> 00:00:02,000\nI am [NAME].\n");
    /// # Ok::<(), abide_calls::Error>(())
    /// ```
    ///
    /// # Errors
    /// If an edit is not inside its text, cuts a character, overlaps another, or would change what is signed.
    pub fn write(&self, edits: &[Edit]) -> Result<String, Error> {
        let mut edits = edits.iter().collect::<Vec<_>>();
        edits.sort_by_key(|e| (e.part, e.range.start));
        if let Some(edit) = edits.last().filter(|e| e.part >= self.parts) {
            return Err(Error::part(edit.part, "no such text", "number texts as `texts` does"));
        }
        self.write_from(0, &edits)
    }

    pub(crate) fn write_from(&self, first: usize, edits: &[&Edit]) -> Result<String, Error> {
        let (mut part, mut rest, mut splices) = (first, edits, Vec::new());
        for item in &self.items {
            let end = part + item.parts();
            let (mine, others) = rest.split_at(rest.partition_point(|e| e.part < end));
            if !mine.is_empty() {
                item.splices(&self.source, part, mine, &mut splices)?;
            }
            (part, rest) = (end, others);
        }
        apply(&self.source, splices)
    }

    /// How many texts there are.
    pub(crate) fn parts(&self) -> usize {
        self.parts
    }

    /// The items, for the readers of formats that hold others.
    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }
}

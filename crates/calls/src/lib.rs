//! What telephony writes: vCon, transcripts, call records.
//!
//! **Owns**: reading these formats, where texts stand in them and what they are, changing texts and leaving every other
//! byte as it is, and the typed view of each format. Pure: bytes in, values out. **Leaves to others**: finding personal
//! data in the texts (`abide-detect`), what to put in its place (`abide-anonymize`), files (`abide-scan`), sound.
//!
//! # The way of a document
//! 1. [`Format::sniff`] recognizes it, [`Document::read`] reads it; whatever is beyond the [`limits`], cut off or not of
//!    the format is an [`Error`] with a place and a remedy.
//! 2. [`Document::texts`] lists its texts: for each a path, a [`Role`] (a field and what such fields hold, or speech with
//!    speaker and times), the text, its bytes in the source. [`Document::conversation`] lists turns with words and times.
//! 3. [`Document::write`] changes parts of texts. A transcript repeats itself (words, tokens, the text of the whole); every
//!    copy follows. [`vcon::redacted_copy`] makes a redacted vCon of it.
//!
//! ```
//! use abide_calls::{Document, Edit, Format};
//! let source = br#"[{"speaker": "Agent", "message": "Hello Anna"}]"#;
//! let document = Document::read(Format::TranscriptJson, source)?;
//! let texts = document.texts();
//! assert_eq!((texts[1].path.as_str(), texts[1].text.as_ref()), ("/0/message", "Hello Anna"));
//! let new = document.write(&[Edit { part: 1, range: 6..10, with: "[NAME]".into() }])?;
//! assert_eq!(new, r#"[{"speaker": "Agent", "message": "Hello [NAME]"}]"#);
//! # Ok::<(), abide_calls::Error>(())
//! ```

pub mod asterisk;
pub mod audio;
mod csv;
mod document;
mod error;
pub mod fields;
mod form;
mod format;
pub mod freeswitch;
mod json;
pub mod limits;
mod line;
mod slot;
pub mod transcript;
pub mod vcon;
mod walk;

pub use document::{Document, Edit, Holds, Role, TextPart};
pub use error::{Error, Place};
pub use format::Format;
pub use json::Json;
pub use transcript::{Conversation, Turn, Word};

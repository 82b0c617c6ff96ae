//! Files that are one row: conversations, transcripts, recordings.

use std::io::{self, Read};

use super::conversation::{self, Facts, Trouble};
use super::folder::{Bytes, Folder, Opened};
use super::lines::{is_packing, too_long};
use super::told::Tells as _;
use super::{Format, LONGEST, source};
use crate::{ColumnAt, Error, Value};

/// The longest conversation that is read: one with an hour of recording inside has about 80 MB, which are passed over.
const CONVERSATION: u64 = 256 << 20;

/// A file, and the text that shall stand there instead, if this session has changed it.
pub(super) struct Whole<'f> {
    pub(super) folder: &'f Folder,
    pub(super) table: &'f str,
    pub(super) file: &'f str,
    pub(super) format: Format,
    pub(super) changed: Option<&'f str>,
}

/// Which column holds the text, for formats that have one: the only one that can be changed.
pub(super) const fn text_column(format: Format) -> Option<ColumnAt> {
    match format {
        Format::Vcon => Some(5),
        Format::Transcript => Some(1),
        _ => None,
    }
}

impl Whole<'_> {
    /// The values of some columns.
    pub(super) async fn values(
        &self,
        opened: Opened,
        columns: &[ColumnAt],
    ) -> Result<Vec<Value>, Error> {
        let size = opened.size;
        let text_at = text_column(self.format);
        let wants_text = columns.iter().any(|column| Some(*column) == text_at);
        let wants_facts = self.format == Format::Vcon && columns.iter().any(|c| (1..5).contains(c));
        let mut open = Some(opened.file);
        let text = match self.changed {
            Some(text) => Some(text.to_owned()),
            None if wants_text => match open.take() {
                Some(open) => Some(self.text(open).await?),
                None => None,
            },
            None => None,
        };
        let facts =
            if wants_facts { self.facts(text.as_deref(), open).await? } else { Facts::default() };
        let value = |column: &ColumnAt| match (self.format, *column) {
            (_, 0) => self.file.into(),
            (_, at) if Some(at) == text_at => text.clone().map_or(Value::Null, Value::Text),
            (Format::Media, 1) => Value::Integer(i64::try_from(size).unwrap_or(i64::MAX)),
            (Format::Media, 2) => media_type(self.file).map_or(Value::Null, Value::from),
            (Format::Vcon, 1) => facts.subject.clone().into(),
            (Format::Vcon, 2) => facts.parties.clone().into(),
            (Format::Vcon, 3) => facts.created_at.clone().into(),
            (Format::Vcon, 4) => Value::Integer(i64::try_from(facts.dialogs).unwrap_or(i64::MAX)),
            _ => Value::Null,
        };
        Ok(columns.iter().map(value).collect())
    }

    /// The whole text.
    async fn text(&self, open: Bytes) -> Result<String, Error> {
        let (reader, mut bytes) = (source::reader(self.file, open), Vec::new());
        let read = self.folder.blocking(self.file, move |folder, file| {
            match reader.take(LONGEST + 1).read_to_end(&mut bytes) {
                Ok(_) => Ok(bytes),
                Err(error) if is_packing(&error) => {
                    Err(folder.damaged(file, None, "what is packed with gzip is broken"))
                }
                Err(error) => Err(folder.failed("read", &error)),
            }
        });
        let bytes = read.await?;
        if bytes.len() as u64 > LONGEST {
            return Err(too_long(self.folder, self.table, bytes.len() as u64));
        }
        String::from_utf8(bytes).map_err(|error| {
            let code = format!("not UTF-8 after {} bytes", error.utf8_error().valid_up_to());
            self.folder.damaged(self.file, None, &code)
        })
    }

    /// What a conversation says about itself.
    async fn facts(&self, text: Option<&str>, open: Option<Bytes>) -> Result<Facts, Error> {
        let bytes: Box<dyn Read + Send> = match (text, open) {
            (Some(text), _) => Box::new(io::Cursor::new(text.to_owned().into_bytes())),
            (None, Some(open)) => source::reader(self.file, open),
            (None, None) => return Ok(Facts::default()),
        };
        let table = self.table.to_owned();
        let facts = self.folder.blocking(self.file, move |folder, file| {
            let facts = conversation::facts(&mut bytes.take(CONVERSATION));
            facts.map_err(|trouble| match trouble {
                Trouble::Damaged(code) => folder.damaged(file, None, &code),
                Trouble::Long { size } => too_long(folder, &table, size),
                Trouble::Read(error) if is_packing(&error) => {
                    folder.damaged(file, None, "what is packed with gzip is broken")
                }
                Trouble::Read(error) => folder.failed("read", &error),
            })
        });
        facts.await
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// The media type (RFC 6838) that a name promises.
pub(super) fn media_type(file: &str) -> Option<&'static str> {
    let ending = file.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match ending.as_str() {
        "wav" => "audio/wav",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "flac" => "audio/flac",
        "m4a" => "audio/mp4",
        "webm" => "video/webm",
        "mp4" => "video/mp4",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "pdf" => "application/pdf",
        _ => return None,
    })
}

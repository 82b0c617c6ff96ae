//! Which formats there are, and how to tell them apart.

use crate::document::{Around, Document};
use crate::error::Error;
use crate::slot::Item;
use crate::{asterisk, freeswitch, transcript, vcon};

/// A format that telephony writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A conversation in JSON: [`crate::vcon`].
    Vcon,
    /// Subtitles of the web: [`crate::transcript::webvtt`].
    WebVtt,
    /// SubRip subtitles: [`crate::transcript::srt`].
    Srt,
    /// A transcript in JSON, as speech recognition writes it: [`crate::transcript::json`].
    TranscriptJson,
    /// Lines `Speaker: message`: [`crate::transcript::lines`].
    Lines,
    /// Asterisk's call records, comma separated: [`crate::asterisk`].
    AsteriskCdr,
    /// Asterisk's channel events, comma separated: [`crate::asterisk`].
    AsteriskCel,
    /// FreeSWITCH's call record in JSON: [`crate::freeswitch`].
    FreeSwitchCdr,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Vcon,
        Self::WebVtt,
        Self::Srt,
        Self::TranscriptJson,
        Self::Lines,
        Self::AsteriskCdr,
        Self::AsteriskCel,
        Self::FreeSwitchCdr,
    ];

    /// The format that a file has, by its first bytes (4 KiB are enough) and its name.
    ///
    /// ```
    /// use abide_calls::Format;
    /// assert_eq!(Format::sniff("call.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi"), Some(Format::WebVtt));
    /// assert_eq!(Format::sniff("photo.jpg", b"\xff\xd8\xff"), None);
    /// ```
    #[must_use]
    pub fn sniff(name: &str, head: &[u8]) -> Option<Self> {
        let head = String::from_utf8_lossy(head.get(..HEAD).unwrap_or(head));
        let head = head.trim_start_matches('\u{feff}').trim_start();
        if head.starts_with(['{', '[']) {
            return json(name, head);
        }
        if transcript::webvtt::is_signature(head) {
            return Some(Self::WebVtt);
        }
        if transcript::srt::starts(head) {
            return Some(Self::Srt);
        }
        asterisk::sniff(head).or_else(|| transcript::lines::starts(head).then_some(Self::Lines))
    }

    /// Where the texts of a source are.
    pub(crate) fn items(self, source: &str, around: &Around<'_>) -> Result<Vec<Item>, Error> {
        match self {
            Self::Vcon => vcon::texts::items(source, around.depth),
            Self::WebVtt => transcript::webvtt::items(source),
            Self::Srt => transcript::srt::items(source),
            Self::TranscriptJson => transcript::json::items(source, around),
            Self::Lines => transcript::lines::items(source),
            Self::AsteriskCdr => asterisk::items(source, asterisk::Kind::Cdr),
            Self::AsteriskCel => asterisk::items(source, asterisk::Kind::Cel),
            Self::FreeSwitchCdr => freeswitch::items(source),
        }
    }
}

/// How much of a file is looked at.
const HEAD: usize = 4096;

fn json(name: &str, head: &str) -> Option<Format> {
    let has = |member: &str| {
        let mut rest = head;
        while let Some((_, after)) = rest.split_once(&format!("\"{member}\"")) {
            if after.trim_start().starts_with(':') {
                return true;
            }
            rest = after;
        }
        false
    };
    let vcon = has("parties") && (has("dialog") || has("vcon")) || has("vcon") && has("uuid");
    if vcon
        || has("payload") && has("signatures")
        || name.ends_with(".vcon")
        || name.ends_with(".vcon.json")
    {
        return Some(Format::Vcon);
    }
    if has("core-uuid") || has("callflow") || has("channel_data") && has("variables") {
        return Some(Format::FreeSwitchCdr);
    }
    let spoken = has("segments") || has("transcription") || has("speaker") || has("transcript");
    spoken.then_some(Format::TranscriptJson)
}

impl Document {
    /// Reads a document whose format is recognized by its name and first bytes; `None` if it is none of telephony's.
    ///
    /// # Errors
    /// As [`Document::read`].
    pub fn open(name: &str, bytes: &[u8]) -> Option<Result<Self, Error>> {
        Format::sniff(name, bytes).map(|format| Self::read(format, bytes))
    }
}

//! Conversations as vCon (draft-ietf-vcon-vcon-core-04), without the other people in them.
//!
//! Owns: which texts are conversations, and what of them is taken out. Leaves to others: formats (`abide-calls`), finding and
//! redacted copies (`abide-anonymize`).
//!
//! The rule: a text in any store that is a vCon, or subtitles with times (WebVTT, SubRip), is a conversation. A vCon becomes
//! its redacted copy; subtitles become a vCon with one analysis of the type `transcript`. Parties that are not the person lose
//! everything that tells about them; in what is said, others lose their names, numbers and addresses.

use std::collections::BTreeSet;

use abide_anonymize::text::{Called, Operator, Plan, Recordings, Session, call, copy};
use abide_calls::{Document, Format, TextPart};
use abide_detect::Kind;
use jiff::Timestamp;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::others::{Others, names_somebody};

/// What a conversation looks like at its start; shorter texts are none.
const SHORTEST: usize = 16;

/// Which kind of conversation a text is, if it is one.
pub(super) fn format_of(text: &str) -> Option<Format> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let begins = start.starts_with(['{', '1', '0']) || start.starts_with("WEBVTT");
    if text.len() < SHORTEST || !begins {
        return None;
    }
    let format = Format::sniff("", start.as_bytes())?;
    matches!(format, Format::Vcon | Format::WebVtt | Format::Srt).then_some(format)
}

/// A conversation as it is handed out.
pub(super) struct Handed {
    pub(super) text: String,
    /// How many recordings and other contents of it are left out.
    pub(super) left_out: u64,
}

/// A conversation without others; `None` if it cannot be read.
pub(super) fn handed(
    text: String,
    format: Format,
    others: &Others,
    voices: bool,
    made: Timestamp,
) -> Option<Handed> {
    let document = Document::from_text(format, text).ok()?;
    let called = without_others(&document, others);
    let uuid = uuid(document.source());
    if format != Format::Vcon {
        let text = transcript(format, &document.write(&called.edits).ok()?, &uuid, made);
        return Some(Handed { text, left_out: 0 });
    }
    let recordings = if voices { Recordings::AsTheyAre } else { Recordings::LeftOut };
    let copy = copy(&document, &called, &uuid, made, recordings).ok()?;
    Some(Handed { text: copy.text, left_out: copy.left_out as u64 })
}

fn without_others(document: &Document, others: &Others) -> Called {
    let mut plan = Plan::default();
    for kind in Kind::ALL {
        let operator = if tells_of_party(*kind) { Operator::Remove } else { Operator::Keep };
        // Keeping and removing fit every kind.
        let _ = plan.set(*kind, operator);
    }
    // Nothing is invented, so nothing is drawn.
    let mut random = || 0;
    let mut called = call(document, &others.finder, &plan, &mut Session::new(&mut random));
    let texts = document.texts();
    let own = own_parties(&texts, others);
    let goes = |part: usize, range: &std::ops::Range<usize>, kind: Kind| {
        let Some(text) = texts.get(part) else { return true };
        match party(&text.path) {
            Some(party) => !own.contains(party),
            None => {
                let value = text.text.get(range.clone()).unwrap_or_default();
                names_somebody(kind) && !others.own.has(kind, value)
            }
        }
    };
    called.changes.retain(|c| {
        c.operator != Operator::Keep && !c.range.is_empty() && goes(c.part, &c.range, c.kind)
    });
    let stays: BTreeSet<(usize, usize, usize)> =
        called.changes.iter().map(|c| (c.part, c.range.start, c.range.end)).collect();
    called.edits.retain(|e| stays.contains(&(e.part, e.range.start, e.range.end)));
    called
}

/// What of another party tells about them.
const fn tells_of_party(kind: Kind) -> bool {
    names_somebody(kind)
        || matches!(
            kind,
            Kind::Address
                | Kind::Id
                | Kind::Ip
                | Kind::Iban
                | Kind::Card
                | Kind::NatId
                | Kind::Geo
                | Kind::DateOfBirth
        )
}

/// The number of the party to which a path belongs.
fn party(path: &str) -> Option<&str> {
    path.strip_prefix("/parties/")?.split('/').next()
}

/// The parties that are the person: by a number, an address or a name.
fn own_parties<'t>(texts: &'t [TextPart<'_>], others: &Others) -> BTreeSet<&'t str> {
    let own = |text: &&TextPart<'_>| {
        let bare = text.text.trim_start_matches("tel:").trim_start_matches("mailto:");
        let member = text.path.rsplit('/').next().unwrap_or_default();
        match member {
            "tel" => others.own.has(Kind::Phone, bare),
            "mailto" | "email" => others.own.has(Kind::Email, bare),
            "sip" => others.own.has(Kind::Sip, bare),
            "name" => others.own.has(Kind::Person, bare),
            _ => false,
        }
    };
    texts.iter().filter(own).filter_map(|text| party(&text.path)).collect()
}

/// Subtitles in a vCon of their own.
fn transcript(format: Format, body: &str, uuid: &str, made: Timestamp) -> String {
    let media = if format == Format::WebVtt { "text/vtt" } else { "application/x-subrip" };
    let vcon = json!({
        "vcon": "0.4.0",
        "uuid": uuid,
        "created_at": made.to_string(),
        "parties": [],
        "dialog": [],
        "analysis": [{
            "type": "transcript",
            "vendor": "abide",
            "mediatype": media,
            "encoding": "none",
            "body": body,
        }],
    });
    vcon.to_string()
}

/// A name for the copy that follows from its source (RFC 9562 §5.8: version 8, for values made in ways of one's own).
fn uuid(source: &str) -> String {
    let hash = Sha256::new().chain_update("copy\u{1f}").chain_update(source).finalize();
    let hex = data_encoding::HEXLOWER.encode(&hash);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let (a, b, c, d, e) = (part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30));
    format!("{a}-{b}-8{c}-8{d}-{e}")
}

#[cfg(test)]
mod tests {
    use abide_detect::Finder;

    use super::*;
    use crate::export::others::Own;

    const MADE: Timestamp = Timestamp::UNIX_EPOCH;

    fn others() -> Others {
        let own = ["Anna", "Muster", "+49 30 23125 123"].into_iter().map(str::to_owned);
        Others { finder: Finder::default(), own: Own::of(own) }
    }

    #[test]
    fn a_vcon_loses_the_other_party_and_keeps_the_person() {
        let vcon = json!({
            "vcon": "0.4.0", "uuid": "018e3f72-c3a8-8b8e-b468-6ebf2e2e8c14", "created_at": "2026-01-01T10:00:00Z",
            "parties": [
                {"tel": "tel:+493023125123", "name": "Anna Muster"},
                {"tel": "tel:+493023125456", "name": "Karl Beispiel", "mailto": "karl@example.org"},
            ],
            "dialog": [
                {"type": "text", "start": "2026-01-01T10:00:00Z", "parties": [0], "mediatype": "text/plain",
                 "encoding": "none", "body": "Hier ist Anna Muster, ist Karl Beispiel da?"},
                {"type": "recording", "start": "2026-01-01T10:00:00Z", "mediatype": "audio/wav",
                 "encoding": "base64url", "body": "UklGRg"},
            ],
        });
        let text = vcon.to_string();
        assert_eq!(format_of(&text), Some(Format::Vcon));
        let handed = handed(text, Format::Vcon, &others(), false, MADE).unwrap();
        for gone in ["Karl", "Beispiel", "493023125456", "karl@", "UklGRg"] {
            assert!(!handed.text.contains(gone), "{gone}: {}", handed.text);
        }
        assert!(handed.text.contains("Anna Muster, ist") && handed.text.contains("+493023125123"));
        assert_eq!(handed.left_out, 1);
    }

    #[test]
    fn subtitles_become_a_vcon() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Muster>Ich suche Karl Beispiel.\n"
            .to_owned();
        assert_eq!(format_of(&text), Some(Format::WebVtt));
        let handed = handed(text, Format::WebVtt, &others(), false, MADE).unwrap();
        assert!(
            !handed.text.contains("Karl") && handed.text.contains("Anna Muster"),
            "{}",
            handed.text
        );
        assert!(abide_calls::vcon::Vcon::read(&handed.text).is_ok());
    }

    #[test]
    fn what_cannot_be_read_is_not_handed_out() {
        assert!(handed("{\"vcon\": ".to_owned(), Format::Vcon, &others(), false, MADE).is_none());
        for text in
            ["", "Hello, this is a note.", "{\"a\": 1, \"parties\": \"none\"}", "17 calls and more"]
        {
            assert_eq!(format_of(text), None, "{text}");
        }
    }
}

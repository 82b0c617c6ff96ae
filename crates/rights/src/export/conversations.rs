//! Conversations as vCon (draft-ietf-vcon-vcon-core-04), without the other people in them.
//!
//! Owns: which texts are conversations, and what of them is taken out. Leaves to others: formats (`abide-calls`), finding and
//! redacted copies (`abide-anonymize`).
//!
//! The rule: a text in any store that is a vCon, or subtitles with times (WebVTT, SubRip), is a conversation. A vCon becomes
//! its redacted copy; subtitles become an analysis of the type `transcript`, in the vCon of their call, where there is one.
//! Recordings of the call that are handed out are dialogs of it: a file name in the archive, with its hash. Parties that are not the person lose
//! everything that tells about them; in what is said, others lose their names, numbers and addresses. Those who are known by the map,
//! and the parties, go from everything else too: names of members and extensions, names of cues, styles.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use abide_anonymize::text::{CallChange, Called, Operator, Plan, Recordings, Session, call, copy};
use abide_calls::vcon::{Vcon, with_added, with_hashes};
use abide_calls::{Document, Edit, Format, Holds, Role, TextPart};
use abide_detect::Kind;
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde_json::{Value as Json, json};
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

/// What the row of a call tells about it.
#[derive(Default)]
pub(super) struct About {
    pub(super) parties: Vec<Json>,
    /// Who of them called, if that is known.
    pub(super) caller: Option<usize>,
    pub(super) start: Option<Timestamp>,
    /// In seconds.
    pub(super) duration: Option<f64>,
}

/// A recording in the archive.
pub(super) struct Recorded {
    pub(super) name: String,
    pub(super) media: Option<String>,
    pub(super) sha512: Vec<u8>,
}

/// Who is taken out of a conversation of a row.
pub(super) struct OfRow<'a> {
    pub(super) all: &'a Others,
    /// By what those are known whose row it is too.
    pub(super) beside: Vec<String>,
}

/// A conversation as it is handed out: a vCon in the making.
pub(super) struct Conversation<'a> {
    about: Option<&'a About>,
    recordings: Vec<Recorded>,
    /// The redacted copy to which everything else is added.
    copy: Option<String>,
    /// Subtitles, with their format.
    transcripts: Vec<(Format, String)>,
    /// How many recordings and other contents of the copy are left out.
    pub(super) left_out: u64,
}

impl<'a> Conversation<'a> {
    pub(super) const fn new(about: Option<&'a About>, recordings: Vec<Recorded>) -> Self {
        Self { about, recordings, copy: None, transcripts: Vec::new(), left_out: 0 }
    }

    /// Adds a text, without these and other people; `false` if it cannot be read. Of vCons it takes one.
    pub(super) fn add(
        &mut self,
        text: String,
        format: Format,
        others: &OfRow<'_>,
        voices: bool,
        made: Timestamp,
    ) -> bool {
        let Ok(document) = Document::from_text(format, text) else { return false };
        let called = without_others(&document, others.all);
        let mut beside = others.beside.clone();
        beside.extend(others.all.not_own(&named(&document, &called)));
        if format != Format::Vcon {
            let Ok(text) = document.write(&called.edits) else { return false };
            self.transcripts.push((format, others.all.without_known(&beside, &text)));
            return true;
        }
        let recordings = if voices { Recordings::AsTheyAre } else { Recordings::LeftOut };
        let uuid = uuid(document.source());
        let Ok(copy) = copy(&document, &called, &uuid, made, recordings) else { return false };
        let text = others.all.without_names(&beside, &copy.text);
        let Ok(text) = with_hashes(&copy.text, &text) else { return false };
        self.left_out += copy.left_out as u64;
        self.copy = Some(text);
        true
    }

    /// The name of its first recording, without folder and ending.
    pub(super) fn stem(&self) -> Option<String> {
        let file = self.recordings.first()?.name.rsplit('/').next()?;
        Some(file.split('.').next()?.to_owned())
    }

    /// The vCon; `None` if there is nothing to say.
    pub(super) fn write(&self, made: Timestamp) -> Option<String> {
        match &self.copy {
            Some(copy) => self.added(copy),
            None if self.transcripts.is_empty() && self.recordings.is_empty() => None,
            None => Some(self.new_vcon(made)),
        }
    }

    /// The copy of a vCon, which knows its parties and dialogs, with the rest.
    fn added(&self, copy: &str) -> Option<String> {
        let vcon = Vcon::read(copy).ok()?;
        let first = vcon.dialogs().len();
        // Which of its parties called the row of the call does not tell.
        let part = Part::of(vcon.parties().len(), None);
        let nobody =
            (part.has_nobody() && !self.recordings.is_empty()).then(|| json!({}).to_string());
        let dialog = self.recordings.iter().map(|r| self.dialog(Some(r), &part).to_string());
        let about: Vec<usize> = (first..first + self.recordings.len()).collect();
        let transcripts = self.analysis(&about).into_iter().map(|a| a.to_string());
        let copy = with_added(copy, "parties", &nobody.into_iter().collect::<Vec<_>>()).ok()?;
        let copy = with_added(&copy, "dialog", &dialog.collect::<Vec<_>>()).ok()?;
        with_added(&copy, "analysis", &transcripts.collect::<Vec<_>>()).ok()
    }

    /// A call whose recording is not there has a dialog without content (4.3).
    fn new_vcon(&self, made: Timestamp) -> String {
        let mut parties = self.about.map_or_else(Vec::new, |a| a.parties.clone());
        let part = Part::of(parties.len(), self.about.and_then(|a| a.caller));
        parties.extend(part.has_nobody().then(|| json!({})));
        let mut dialog: Vec<Json> =
            self.recordings.iter().map(|r| self.dialog(Some(r), &part)).collect();
        if dialog.is_empty() && self.about.is_some() {
            dialog.push(self.dialog(None, &part));
        }
        let analysis = self.analysis(&(0..dialog.len()).collect::<Vec<_>>());
        let mut vcon = json!({
            "vcon": "0.4.0",
            "created_at": made.to_string(),
            "parties": parties,
            "dialog": dialog,
            "analysis": analysis,
        });
        let uuid = uuid(&vcon.to_string());
        if let Some(vcon) = vcon.as_object_mut() {
            vcon.insert("uuid".to_owned(), uuid.into());
        }
        vcon.to_string()
    }

    fn dialog(&self, recorded: Option<&Recorded>, part: &Part) -> Json {
        let hash = |r: &Recorded| format!("sha512-{}", BASE64URL_NOPAD.encode(&r.sha512));
        let members = [
            ("type", Some(json!("recording"))),
            ("start", self.about.and_then(|a| Some(json!(a.start?.to_string())))),
            ("duration", self.about.and_then(|a| a.duration).map(number)),
            ("parties", (!part.parties.is_empty()).then(|| json!(part.parties))),
            ("originator", part.originator.map(|o| json!(o))),
            ("mediatype", recorded.and_then(|r| Some(json!(r.media.as_ref()?)))),
            ("filename", recorded.map(|r| json!(r.name))),
            ("content_hash", recorded.map(|r| json!(hash(r)))),
        ];
        let said = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Json::Object(said.collect())
    }

    /// The transcripts, as made of these dialogs.
    fn analysis(&self, dialogs: &[usize]) -> Vec<Json> {
        let one = |(format, body): &(Format, String)| {
            let media = if *format == Format::WebVtt { "text/vtt" } else { "application/x-subrip" };
            let mut analysis = json!({
                "type": "transcript",
                "vendor": "abide",
                "mediatype": media,
                "encoding": "none",
                "body": body,
            });
            let of = match dialogs {
                [] => None,
                [one] => Some(json!(one)),
                all => Some(json!(all)),
            };
            if let (Some(of), Some(analysis)) = (of, analysis.as_object_mut()) {
                analysis.insert("dialog".to_owned(), of);
            }
            analysis
        };
        self.transcripts.iter().map(one).collect()
    }
}

/// Who takes part in a dialog.
///
/// Its first party is the one who called, unless `originator` names another (4.3.4, 4.3.5). If nobody knows who that is, an empty
/// party stands there, the last of the vCon.
struct Part {
    parties: Vec<usize>,
    originator: Option<usize>,
}

impl Part {
    /// All of these parties, of which one called.
    fn of(count: usize, caller: Option<usize>) -> Self {
        let nobody = (caller.is_none() && count > 0).then_some(count);
        let parties = nobody.into_iter().chain(0..count).collect();
        Self { parties, originator: caller.filter(|c| *c > 0) }
    }

    /// Whether an empty party is the first.
    fn has_nobody(&self) -> bool {
        self.parties.first().is_some_and(|first| *first > 0)
    }
}

/// Whole seconds without a fraction.
fn number(seconds: f64) -> Json {
    format!("{seconds}").parse().map_or_else(|_| json!(seconds), |whole: u64| json!(whole))
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
    let mut called = call(document, &others.texts.finder, &plan, &mut Session::new(&mut random));
    let texts = document.texts();
    let own = own_parties(&texts, others);
    let theirs = |part: usize, range: &Range<usize>, kind: Kind| -> Vec<Range<usize>> {
        let whole = || std::iter::once(range.clone()).collect();
        let Some(text) = texts.get(part) else { return whole() };
        match party(&text.path) {
            Some(party) if own.contains(party) => Vec::new(),
            Some(_) => whole(),
            None if !names_somebody(kind) => Vec::new(),
            None => {
                let value = text.text.get(range.clone()).unwrap_or_default();
                let theirs = others.own.others(kind, value).into_iter();
                theirs.map(|r| range.start + r.start..range.start + r.end).collect()
            }
        }
    };
    let mut parts = BTreeMap::new();
    for change in std::mem::take(&mut called.changes) {
        if change.operator == Operator::Keep || change.range.is_empty() {
            continue;
        }
        let ranges = theirs(change.part, &change.range, change.kind);
        let of = |range: &Range<usize>| CallChange { range: range.clone(), ..change.clone() };
        called.changes.extend(ranges.iter().map(of));
        parts.insert((change.part, change.range.start, change.range.end), ranges);
    }
    called.edits = std::mem::take(&mut called.edits)
        .into_iter()
        .flat_map(|edit| {
            let ranges = parts.remove(&(edit.part, edit.range.start, edit.range.end));
            let of = move |range| Edit { range, ..edit.clone() };
            ranges.unwrap_or_default().into_iter().map(of)
        })
        .collect();
    called
}

/// What of others a conversation itself has in fields for it: names, numbers and addresses of those who take part.
fn named(document: &Document, called: &Called) -> Vec<String> {
    let texts = document.texts();
    let value = |change: &CallChange| {
        let part = texts.get(change.part)?;
        let Role::Field { holds, .. } = &part.role else { return None };
        let tells = *holds != Holds::Free && names_somebody(change.kind);
        tells.then(|| part.text.get(change.range.clone()).map(str::to_owned)).flatten()
    };
    called.changes.iter().filter_map(value).collect()
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
    use super::*;
    use crate::export::others::Own;

    const MADE: Timestamp = Timestamp::UNIX_EPOCH;

    fn others() -> Others {
        let own = ["Anna", "Muster", "+49 30 23125 123"].into_iter().map(str::to_owned);
        Others::new(Own::of(own), &[])
    }

    fn handed(text: String, format: Format) -> Option<(String, u64)> {
        let mut vcon = Conversation::new(None, Vec::new());
        let others = OfRow { all: &others(), beside: Vec::new() };
        let added = vcon.add(text, format, &others, false, MADE);
        added.then(|| (vcon.write(MADE).unwrap(), vcon.left_out))
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
        let (handed, left_out) = handed(text, Format::Vcon).unwrap();
        for gone in ["Karl", "Beispiel", "493023125456", "karl@", "UklGRg"] {
            assert!(!handed.contains(gone), "{gone}: {handed}");
        }
        assert!(handed.contains("Anna Muster, ist") && handed.contains("+493023125123"));
        assert_eq!(left_out, 1);
    }

    #[test]
    fn subtitles_become_a_vcon() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Muster>Ich suche Karl Beispiel.\n"
            .to_owned();
        assert_eq!(format_of(&text), Some(Format::WebVtt));
        let (handed, _) = handed(text, Format::WebVtt).unwrap();
        assert!(!handed.contains("Karl") && handed.contains("Anna Muster"), "{handed}");
        assert!(Vcon::read(&handed).is_ok());
    }

    #[test]
    fn what_cannot_be_read_is_not_handed_out() {
        assert!(handed("{\"vcon\": ".to_owned(), Format::Vcon).is_none());
        for text in
            ["", "Hello, this is a note.", "{\"a\": 1, \"parties\": \"none\"}", "17 calls and more"]
        {
            assert_eq!(format_of(text), None, "{text}");
        }
    }
}

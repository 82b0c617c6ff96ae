//! Whole documents: our samples, the corpus of calls, and what must hold for any bytes.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use abide_calls::vcon::{self, Element, Keep, Redaction, Vcon};
use abide_calls::{Document, Edit, Format, Role};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

#[expect(unreachable_pub, reason = "the fuzz targets share it")]
#[path = "../../../fuzz/fuzz_targets/call.rs"]
mod call;

const SAMPLES: [(&str, &[u8], Format, usize, usize); 9] = [
    (
        "anruf-lieferung.vcon.json",
        include_bytes!("samples/anruf-lieferung.vcon.json"),
        Format::Vcon,
        36,
        4,
    ),
    (
        "refund.early.vcon.json",
        include_bytes!("samples/refund.early.vcon.json"),
        Format::Vcon,
        29,
        2,
    ),
    ("rueckruf.vtt", include_bytes!("samples/rueckruf.vtt"), Format::WebVtt, 9, 3),
    ("address.srt", include_bytes!("samples/address.srt"), Format::Srt, 3, 3),
    ("stadtwerke.txt", include_bytes!("samples/stadtwerke.txt"), Format::Lines, 8, 4),
    ("whisper-cpp.json", include_bytes!("samples/whisper-cpp.json"), Format::TranscriptJson, 7, 1),
    ("Master.csv", include_bytes!("samples/Master.csv"), Format::AsteriskCdr, 32, 0),
    ("cel.csv", include_bytes!("samples/cel.csv"), Format::AsteriskCel, 25, 0),
    ("a_leg.cdr.json", include_bytes!("samples/a_leg.cdr.json"), Format::FreeSwitchCdr, 27, 0),
];

/// What in the samples is personal and is said in more than one place.
const SECRETS: [&str; 13] = [
    "Achterberg",
    "Quast",
    "5550198",
    "Oakden",
    "Farthing",
    "Brandis",
    "Kessler",
    "Wainwright",
    "Petersen",
    "ogen",
    "Vossen",
    "441632960143",
    "Hale",
];

#[test]
fn samples_are_recognized_and_read() {
    for (name, bytes, format, texts, turns) in SAMPLES {
        assert_eq!(Format::sniff(name, bytes), Some(format), "{name}");
        let document = Document::read(format, bytes).unwrap();
        let counts = (document.texts().len(), document.conversation().turns.len());
        assert_eq!(counts, (texts, turns), "{name}");
        assert_eq!(document.write(&[]).unwrap().as_bytes(), bytes, "{name}");
    }
}

#[test]
fn what_is_redacted_is_nowhere_left() {
    for (name, bytes, format, ..) in SAMPLES {
        let document = Document::read(format, bytes).unwrap();
        let mut edits = Vec::new();
        for (part, text) in document.texts().iter().enumerate() {
            for secret in SECRETS {
                let hits = text.text.match_indices(secret);
                edits.extend(hits.map(|(i, s)| Edit {
                    part,
                    range: i..i + s.len(),
                    with: "[*]".into(),
                }));
            }
        }
        assert!(!edits.is_empty(), "{name}");
        let new = document.write(&edits).unwrap();
        let left = SECRETS.iter().find(|s| new.contains(**s));
        assert_eq!(left, None, "{name}: {new}");
        let again = Document::read(format, new.as_bytes()).unwrap();
        let paths = |d: &Document| d.texts().iter().map(|t| t.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(&again), paths(&document), "{name}");
    }
}

#[test]
fn a_file_that_was_cut_off_is_read_or_refused() {
    for (name, bytes, format, ..) in SAMPLES {
        for end in 0..bytes.len() {
            let read = Document::read(format, &bytes[..end]);
            let json = name.ends_with(".json");
            assert!(!json || end + 1 == bytes.len() || read.is_err(), "{name} up to {end}");
        }
    }
}

#[test]
fn words_give_the_times_to_silence() {
    let (_, bytes, format, ..) = SAMPLES[0];
    let turns = Document::read(format, bytes).unwrap().conversation().turns;
    let turn = turns.iter().find(|t| t.text.contains("meine Nummer")).unwrap();
    let at = turn.text.find("040 5550198").unwrap();
    assert_eq!(turn.times(&(at..at + 11)), Some(4300..6900));
    assert_eq!(turn.speaker.as_deref(), Some("SPEAKER_01"));
}

#[test]
fn the_corpus_of_calls_is_read_and_redacted() {
    let Some(folder) = abide_tests::corpus("calls") else { return };
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".vcon.json") {
            count += 1;
            call_of_the_corpus(&path, id);
        }
    }
    assert_eq!(count, 11);
}

#[expect(clippy::disallowed_methods, reason = "a test reads the corpus")]
fn call_of_the_corpus(path: &std::path::Path, id: &str) {
    let bytes = std::fs::read(path).unwrap();
    let document = Document::open("call.vcon.json", &bytes).unwrap().unwrap();
    assert_eq!(document.write(&[]).unwrap().as_bytes(), bytes, "{id}");
    // The annotated text is the oracle for the conversation.
    let gold = std::fs::read(path.with_file_name(format!("{id}.gold.json"))).unwrap();
    let gold: serde_json::Value = serde_json::from_slice(&gold).unwrap();
    let turns = document.conversation().turns;
    let lines = turns.iter().map(|t| format!("{}: {}", t.speaker.as_deref().unwrap(), t.text));
    assert_eq!(lines.collect::<Vec<_>>().join("\n"), gold["text"].as_str().unwrap(), "{id}");

    let vcon = Vcon::read(document.source()).unwrap();
    assert_eq!((vcon.uuid().unwrap().as_ref(), vcon.parties().len()), (id, 2));
    assert!(vcon.parties().all(|p| p.mail().is_some() && p.tel().is_some() && p.role().is_some()));
    let names = vcon.parties().map(|p| p.name().unwrap().into_owned()).collect::<Vec<_>>();
    let edits = edits(&document, &names);
    let keep = |element| {
        if matches!(element, Element::Dialog(_)) { Keep::WithoutContent } else { Keep::All }
    };
    let created_at = "2026-11-26T12:00:00Z".parse().unwrap();
    let how = Redaction {
        uuid: "new",
        kind: "names",
        created_at,
        updated_at: None,
        prior: None,
        keep: &keep,
    };
    let copy = vcon::redacted_copy(&document, &edits, &how).unwrap();
    assert!(names.iter().all(|name| !copy.contains(name)), "{id}");
    let copy = Vcon::read(&copy).unwrap();
    assert_eq!(copy.redacted().unwrap().uuid().unwrap(), id);
}

fn edits(document: &Document, words: &[String]) -> Vec<Edit> {
    let texts = document.texts();
    let mut edits = Vec::new();
    for (part, text) in texts.iter().enumerate() {
        for word in words {
            let hits = text.text.match_indices(word.as_str());
            edits.extend(hits.map(|(i, w)| Edit {
                part,
                range: i..i + w.len(),
                with: "[N]".into(),
            }));
        }
    }
    edits
}

/// A time of a subtitle file.
fn clock(millis: u32, sign: char) -> String {
    let (s, ms) = (millis / 1000, millis % 1000);
    format!("{:02}:{:02}:{:02}{sign}{ms:03}", s / 3600, s / 60 % 60, s % 60)
}

type Cue = (u32, u32, Vec<String>);

/// Cues whose lines are not empty and do not read as the start of a cue.
fn cues() -> impl Strategy<Value = Vec<Cue>> {
    let line = "[a-zäß€][a-zäß€&<>\" ]{0,12}[a-z!]";
    prop::collection::vec((0u32..9_000_000, 0u32..9_000, prop::collection::vec(line, 1..4)), 1..6)
}

fn srt(cues: &[Cue], end: &str) -> String {
    let cue = |(i, (start, long, lines)): (usize, &Cue)| {
        let times = format!("{} --> {}", clock(*start, ','), clock(start + long, ','));
        format!("{}{end}{times}{end}{}{end}", i + 1, lines.join(end))
    };
    cues.iter().enumerate().map(cue).collect::<Vec<_>>().join(end)
}

fn vtt(cues: &[Cue], end: &str) -> String {
    let escaped = |l: &String| l.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let cue = |(start, long, lines): &Cue| {
        let times = format!("{} --> {} align:start", clock(*start, '.'), clock(start + long, '.'));
        let lines = lines.iter().map(escaped).collect::<Vec<_>>().join(end);
        format!("{end}{times}{end}<v Eve>{lines}</v>{end}")
    };
    format!("WEBVTT{end}{}", cues.iter().map(cue).collect::<String>())
}

fn whisper(cues: &[Cue]) -> serde_json::Value {
    let segment = |(start, long, lines): &Cue| {
        let text = format!(" {}", lines.join(" "));
        let words = text
            .split_whitespace()
            .map(|w| serde_json::json!({"word": format!(" {w}"), "start": 1.5}));
        let (start, end) = (f64::from(*start) / 1000.0, f64::from(start + long) / 1000.0);
        serde_json::json!({"start": start, "end": end, "text": text, "tokens": [1, 2], "words": words.collect::<Vec<_>>()})
    };
    let segments = cues.iter().map(segment).collect::<Vec<_>>();
    let text = segments.iter().map(|s| s["text"].as_str().unwrap()).collect::<String>();
    serde_json::json!({"text": text, "segments": segments, "language": "de"})
}

/// The text of every cue, as it was generated.
fn said(cues: &[Cue], between: &str) -> Vec<String> {
    cues.iter().map(|(_, _, lines)| lines.join(between)).collect()
}

fn turns(document: &Document) -> Vec<(String, Option<u64>, Option<u64>)> {
    let turns = document.conversation().turns;
    turns.into_iter().map(|t| (t.text, t.start, t.end)).collect()
}

/// Cases that fail are printed; they belong into the tests by hand.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn subtitles_are_read_as_they_were_generated(cues in cues(), crlf in any::<bool>()) {
        let end = if crlf { "\r\n" } else { "\n" };
        for (format, source) in [(Format::Srt, srt(&cues, end)), (Format::WebVtt, vtt(&cues, end))] {
            let document = Document::read(format, source.as_bytes()).unwrap();
            prop_assert_eq!(document.write(&[]).unwrap(), source);
            let read = turns(&document);
            let want = cues.iter().zip(said(&cues, "\n")).map(|((start, long, _), text)| {
                (text, Some(u64::from(*start)), Some(u64::from(start + long)))
            });
            // SRT has no escapes: what reads as a tag there is one.
            let tags = format == Format::Srt && cues.iter().any(|c| c.2.iter().any(|l| l.contains('<')));
            if !tags {
                prop_assert_eq!(read, want.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_changed_text_is_read_back_and_nothing_else_changes(cues in cues(), at in any::<prop::sample::Index>(), with in "[A-Z<>&]{1,6}( [A-Z])?") {
        let whisper = whisper(&cues).to_string();
        for (format, source) in [(Format::Srt, srt(&cues, "\n")), (Format::WebVtt, vtt(&cues, "\n")), (Format::TranscriptJson, whisper)] {
            let document = Document::read(format, source.as_bytes()).unwrap();
            let before = turns(&document);
            let turn = at.index(before.len());
            let part = document.conversation().turns[turn].part;
            let edit = Edit { part, range: 0..before[turn].0.len(), with: with.clone() };
            let new = document.write(&[edit]).unwrap();
            let after = turns(&Document::read(format, new.as_bytes()).unwrap());
            let mut want = before;
            want[turn].0 = with.clone();
            if format != Format::Srt || !with.contains('<') {
                prop_assert_eq!(after, want);
            }
        }
    }

    #[test]
    fn whisper_is_read_as_it_was_generated(cues in cues()) {
        let source = whisper(&cues).to_string();
        let document = Document::read(Format::TranscriptJson, source.as_bytes()).unwrap();
        let texts = turns(&document).into_iter().map(|(t, ..)| t.trim().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(texts, said(&cues, " "));
        prop_assert_eq!(document.texts().len(), cues.len() + 1, "words and the whole follow the turns");
        for turn in document.conversation().turns {
            prop_assert_eq!(turn.words.len(), turn.text.split_whitespace().count());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        call::vcon(&bytes);
        call::transcript(&bytes);
        call::record(&bytes);
    }

    #[test]
    fn samples_with_changed_bytes_are_read_or_refused(which in 0usize..9, at in any::<prop::sample::Index>(), byte in any::<u8>(), end in any::<prop::sample::Index>()) {
        let mut bytes = SAMPLES[which].1.to_vec();
        let i = at.index(bytes.len());
        bytes[i] = byte;
        bytes.truncate(end.index(bytes.len()) + 1);
        call::vcon(&bytes);
        call::transcript(&bytes);
        call::record(&bytes);
    }
}

#[test]
fn fields_say_whether_they_are_personal() {
    let (_, bytes, format, ..) = SAMPLES[6];
    let document = Document::read(format, bytes).unwrap();
    let texts = document.texts();
    let personal = |text: &&abide_calls::TextPart<'_>| matches!(text.role, Role::Field { holds, .. } if holds.is_personal());
    let paths =
        texts.iter().filter(personal).map(|t| t.path.as_str()).filter(|p| p.starts_with("row 1/"));
    assert_eq!(
        paths.collect::<Vec<_>>(),
        ["row 1/src", "row 1/dst", "row 1/clid", "row 1/channel", "row 1/dstchannel"]
    );
}

use super::*;
use crate::{Document, Edit, Format, Role};

/// Appendix A.5 and A.8 of the draft, in our words: a transcript that is JSON in a string.
const CALL: &str = r#"{
  "vcon": "0.4.0",
  "uuid": "018f-old",
  "created_at": "2026-11-20T10:00:00.000Z",
  "amended": {"uuid": "018f-older"},
  "parties": [
    {"tel": "tel:+493012345678", "name": "Greta Baum", "mailto": "mailto:greta@example.org"},
    {"email": "tom@example.org", "name": "Tom Field", "meta": {"role": "agent"}}
  ],
  "dialog": [
    {"type": "recording", "start": "2026-11-20T10:00:00.000+00:00", "duration": 33.120, "parties": [0, [1]],
     "url": "https://example.org/call.mp3", "mediatype": "audio/x-mp3", "filename": "greta.mp3", "content_hash": "sha512-abc"},
    {"type": "text", "start": "2026-11-20T10:01:00Z", "parties": 1, "originator": 0, "mediatype": "text/plain",
     "encoding": "none", "body": "I am Greta", "content_hash": "sha512-old"},
    {"type": "incomplete", "disposition": "busy"}
  ],
  "analysis": [
    {"type": "transcript", "dialog": 0, "vendor": "x", "encoding": "json",
     "body": "[{\"parties\": 0, \"start\": \"2026-11-20T10:00:01.2Z\", \"duration\": 2.5, \"text\": \"Hier ist Greta Baum\"}]"},
    {"type": "transcript", "vendor": "y", "encoding": "none", "mediatype": "text/vtt",
     "body": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Greta>Ja"},
    {"type": "summary", "vendor": "z", "encoding": "base64url", "body": "R3JldGEgY2FsbGVk"}
  ],
  "attachments": [{"purpose": "note", "encoding": "base64url", "mediatype": "image/png", "body": "iVBORw0KGgo"}]
}"#;

fn document() -> Document {
    Document::read(Format::Vcon, CALL.as_bytes()).unwrap()
}

fn edits(document: &Document, word: &str) -> Vec<Edit> {
    let texts = document.texts();
    let found = texts.iter().enumerate().flat_map(|(part, text)| {
        let hits = text.text.match_indices(word);
        hits.map(move |(i, w)| Edit { part, range: i..i + w.len(), with: "[N]".into() })
    });
    found.collect()
}

fn keep_all(_: Element) -> Keep {
    Keep::All
}

fn how(keep: &dyn Fn(Element) -> Keep) -> Redaction<'_> {
    let at = "2026-11-26T12:00:00Z".parse().unwrap();
    Redaction {
        uuid: "018f-new",
        kind: "PII masked",
        created_at: at,
        updated_at: None,
        prior: None,
        keep,
    }
}

#[test]
fn the_view_reads_old_and_new_names() {
    let vcon = Vcon::read(CALL).unwrap();
    let parties = vcon.parties().collect::<Vec<_>>();
    assert_eq!(
        (parties[0].tel().unwrap(), parties[0].mail().unwrap()),
        ("+493012345678".into(), "greta@example.org".into())
    );
    assert_eq!(
        (parties[1].mail().unwrap(), parties[1].role().unwrap()),
        ("tom@example.org".into(), "agent".into())
    );
    let dialog = vcon.dialogs().next().unwrap();
    assert_eq!(
        (dialog.kind(), dialog.duration(), dialog.parties()),
        (DialogKind::Recording, Some(33_120), vec![vec![0], vec![1]])
    );
    assert_eq!(
        (dialog.content().media(), dialog.content().hashes()),
        (Media::Mp3, vec!["sha512-abc".to_owned()])
    );
    assert_eq!(vcon.amended().unwrap().uuid().unwrap(), "018f-older");
    assert_eq!(vcon.analysis().next().unwrap().dialogs(), [0]);
    let early = r#"{"alg":"SHA-512","signature":"xyz","mimetype":"audio/mp3"}"#;
    let node = parse(early).unwrap();
    assert_eq!(Content(Json::new(early, &node)).hashes(), ["sha512-xyz"]);
}

#[test]
fn bodies_are_opened() {
    let document = document();
    let texts = document.texts();
    let text = |path: &str| texts.iter().find(|t| t.path == path).map(|t| t.text.as_ref());
    assert_eq!(text("/analysis/0/body#/0/text"), Some("Hier ist Greta Baum"));
    assert_eq!(text("/analysis/1/body#cue 1/voice"), Some("Greta"));
    assert_eq!(text("/analysis/2/body#line 1"), Some("Greta called"));
    assert!(texts.iter().all(|t| !t.path.starts_with("/attachments/0/body")));
    let turns = document.conversation().turns;
    let first = turns.iter().find(|t| t.text == "I am Greta").unwrap();
    assert_eq!(first.speaker.as_deref(), Some("Greta Baum"));
    let said = turns.iter().find(|t| t.text.starts_with("Hier")).unwrap();
    assert_eq!(
        (said.speaker.as_deref(), said.start, said.end),
        (Some("Greta Baum"), Some(1200), Some(3700))
    );
    for part in &texts {
        let shown = part.place.clone().map(|p| &CALL[p]);
        assert!(
            shown.is_none_or(|raw| raw == part.text || part.text.contains(['"', '\n'])),
            "{part:?}"
        );
    }
}

#[test]
fn only_what_is_asked_for_changes() {
    let document = document();
    assert_eq!(document.write(&[]).unwrap(), CALL);
    let new = document.write(&edits(&document, "Greta")).unwrap();
    let want = CALL.replace("Greta", "[N]").replace("R3JldGEgY2FsbGVk", "W05dIGNhbGxlZA");
    assert_eq!(new, want);
}

#[test]
fn a_copy_is_a_vcon_of_its_own() {
    let document = document();
    let copy = redacted_copy(&document, &edits(&document, "Greta"), &how(&keep_all)).unwrap();
    let vcon = Vcon::read(&copy).unwrap();
    assert_eq!(
        (vcon.uuid().unwrap(), vcon.created_at().unwrap()),
        ("018f-new".into(), "2026-11-26T12:00:00Z".into())
    );
    let redacted = vcon.redacted().unwrap();
    assert_eq!(
        (redacted.uuid().unwrap(), redacted.kind().unwrap()),
        ("018f-old".into(), "PII masked".into())
    );
    assert!(vcon.amended().is_none() && !copy.contains("Greta"));
    let text = vcon.dialogs().nth(1).unwrap();
    assert_eq!(text.content().hashes(), [content_hash(b"I am [N]")]);
    assert!(copy.contains("\"duration\": 33.120"), "numbers keep their spelling");
}

#[test]
fn what_goes_leaves_its_place() {
    let keep = |element| match element {
        Element::Dialog(0) => Keep::WithoutContent,
        Element::Party(_) | Element::Analysis(0) | Element::Dialog(_) => Keep::Nothing,
        _ => Keep::All,
    };
    let prior = Prior { url: "https://example.org/old", content_hash: "sha512-x" };
    let how =
        Redaction { prior: Some(prior), updated_at: Some(Timestamp::UNIX_EPOCH), ..how(&keep) };
    let copy = redacted_copy(&document(), &[], &how).unwrap();
    let value: serde_json::Value = serde_json::from_str(&copy).unwrap();
    assert_eq!(value["parties"], serde_json::json!([{}, {}]));
    assert_eq!(
        value["dialog"][0].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["type", "start", "duration", "parties", "mediatype"]
    );
    assert_eq!(value["dialog"][1], serde_json::json!({"type": "recording"}));
    assert_eq!(
        value["dialog"][2],
        serde_json::json!({"type": "incomplete", "disposition": "busy"})
    );
    assert_eq!(
        (&value["analysis"][0], value["analysis"].as_array().unwrap().len()),
        (&serde_json::json!({}), 3)
    );
    assert_eq!(value["redacted"]["content_hash"], "sha512-x");
    assert_eq!(value["updated_at"], "1970-01-01T00:00:00Z");
}

#[test]
fn a_signed_vcon_is_read_but_not_changed() {
    let payload = crate::form::to_base64url(CALL.as_bytes());
    let signed = format!(r#"{{"payload": "{payload}", "signatures": [{{"protected": "e30"}}]}}"#);
    assert_eq!(Format::sniff("x.json", signed.as_bytes()), Some(Format::Vcon));
    let document = Document::read(Format::Vcon, signed.as_bytes()).unwrap();
    assert!(document.texts().iter().any(|t| t.path == "/payload#/parties/0/name"));
    let edits = edits(&document, "Greta");
    assert!(document.write(&edits).unwrap_err().to_string().contains("signed"));
    assert!(!redacted_copy(&document, &edits, &how(&keep_all)).unwrap().contains("Greta"));
}

#[test]
fn what_must_not_be_processed_is_refused() {
    let cases = [
        (r#"{"uuid":"a","uuid":"b"}"#, "twice"),
        (r#"{"parties":[{"tel":"1","tel":"2"}]}"#, "/parties/0"),
        (r#"{"parties":{}}"#, "not an array"),
        (r#"{"dialog":[1]}"#, "/dialog/0"),
        (r#"{"ciphertext":"x"}"#, "decrypt"),
        (r#"{"parties":[{"tel":"#, "ends too early"),
        (r#"{"dialog":[{"encoding":"base64url","body":"?"}]}"#, "/dialog/0/body"),
    ];
    for (source, part) in cases {
        let error = Document::read(Format::Vcon, source.as_bytes()).unwrap_err();
        assert!(error.to_string().contains(part), "{source}: {error}");
    }
    let critical = CALL.replace("\"vcon\": \"0.4.0\"", "\"critical\": [\"x\"]");
    let document = Document::read(Format::Vcon, critical.as_bytes()).unwrap();
    assert!(redacted_copy(&document, &[], &how(&keep_all)).is_err());
}

#[test]
fn roles_say_what_a_field_holds() {
    let document = document();
    let texts = document.texts();
    let tel = texts.iter().find(|t| t.path == "/parties/0/tel").unwrap();
    assert!(
        matches!(&tel.role, Role::Field { name, holds } if name == "tel" && holds.is_personal())
    );
    assert_eq!(&CALL[tel.place.clone().unwrap()], "tel:+493012345678");
}

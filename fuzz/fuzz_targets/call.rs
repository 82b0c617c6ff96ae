//! What must hold for every document of telephony; the targets differ in the formats they read the bytes as.

use abide_calls::{Document, Edit, Format, Holds, Role};

/// vCon, and the redacted copy of it.
pub fn vcon(bytes: &[u8]) {
    use abide_calls::vcon::{Keep, Redaction, Vcon, redacted_copy};
    let Some(document) = holds(Format::Vcon, bytes) else { return };
    let keep = |_| Keep::WithoutContent;
    let how = Redaction {
        uuid: "new",
        kind: "all",
        created_at: Default::default(),
        updated_at: None,
        prior: None,
        keep: &keep,
    };
    if let Ok(copy) = redacted_copy(&document, &[], &how) {
        let copy = Vcon::read(&copy).expect("what we write is a vCon");
        assert_eq!(copy.uuid().as_deref(), Some("new"));
        assert!(copy.dialogs().all(|d| d.content().body().is_none()));
    }
}

/// Transcripts.
pub fn transcript(bytes: &[u8]) {
    for format in [Format::WebVtt, Format::Srt, Format::TranscriptJson, Format::Lines] {
        holds(format, bytes);
    }
}

/// Call records.
pub fn record(bytes: &[u8]) {
    for format in [Format::AsteriskCdr, Format::AsteriskCel, Format::FreeSwitchCdr] {
        holds(format, bytes);
    }
}

/// Reading ends; places lie in the source; nothing changes unless asked for; what is written is read again.
fn holds(format: Format, bytes: &[u8]) -> Option<Document> {
    let _ = Format::sniff("", bytes);
    let document = Document::read(format, bytes).ok()?;
    assert_eq!(document.write(&[]).expect("no edit").as_bytes(), bytes);
    let texts = document.texts();
    for text in &texts {
        assert!(text.place.iter().all(|p| document.source().get(p.clone()).is_some()), "{text:?}");
    }
    for turn in document.conversation().turns {
        assert_eq!(turn.text, texts[turn.part].text);
        assert!(
            turn.words.iter().all(|w| turn.text.get(w.range.clone()) == Some(w.text.as_str())),
            "{turn:?}"
        );
    }
    let edits = texts.iter().enumerate().filter(|(_, t)| !t.text.is_empty() && !shapes(&t.role));
    let edits =
        edits.map(|(part, t)| Edit { part, range: 0..t.text.len(), with: "x\"<&,%\n".into() });
    if let Ok(new) = document.write(&edits.collect::<Vec<_>>()) {
        let again = Document::read(format, new.as_bytes());
        assert!(again.is_ok(), "{again:?}\n{new}");
    }
    Some(document)
}

/// Whether a text may say how the others are to be read.
fn shapes(role: &Role<'_>) -> bool {
    matches!(role, Role::Field { holds: Holds::Time | Holds::Technical | Holds::Identifier, .. })
}

use crate::{Document, Edit, Format};

fn read(source: &str) -> Document {
    Document::read(Format::TranscriptJson, source.as_bytes()).unwrap()
}

/// Replaces a word wherever a text of the document has it.
fn redact(document: &Document, word: &str) -> String {
    let texts = document.texts();
    let edits = texts.iter().enumerate().filter_map(|(part, text)| {
        let start = text.text.find(word)?;
        Some(Edit { part, range: start..start + word.len(), with: "[X]".into() })
    });
    document.write(&edits.collect::<Vec<_>>()).unwrap()
}

#[test]
fn whisper_says_everything_four_times() {
    let source = r#"{"text": " Hi, I'm Anna M\u00fcller. Bye.", "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 2.48, "text": " Hi, I'm Anna M\u00fcller.", "tokens": [50364, 2421, 50464],
         "temperature": 0.0, "words": [{"word": " Hi,", "start": 0.0, "end": 0.2, "probability": 0.9},
         {"word": " I'm", "start": 0.2, "end": 0.42}, {"word": " Anna", "start": 0.42, "end": 0.8},
         {"word": " M\u00fcller.", "start": 0.8, "end": 1.2}]},
        {"id": 1, "start": 2.48, "end": 3, "text": " Bye.", "tokens": [1, 2]}], "language": "en"}"#;
    let document = read(source);
    assert_eq!(document.texts().len(), 3, "two turns and the language");
    let turns = document.conversation().turns;
    assert_eq!(
        (turns[0].start, turns[0].end, turns[1].text.as_str()),
        (Some(0), Some(2480), " Bye.")
    );
    let words = turns[0].words.iter().map(|w| (w.text.as_str(), w.start)).collect::<Vec<_>>();
    assert_eq!(
        words,
        [("Hi,", Some(0)), ("I'm", Some(200)), ("Anna", Some(420)), ("Müller.", Some(800))]
    );
    let new = redact(&document, "Anna Müller");
    let want = source
        .replace(r"Anna M\u00fcller.", "[X].")
        .replace("[50364, 2421, 50464]", "[]")
        .replace("\" Anna\"", "\" [X]\"")
        .replace(r#"" M\u00fcller.""#, "\" .\"");
    assert_eq!(new, want);
}

#[test]
fn whisper_cpp_has_tokens_with_numbers() {
    let source = r#"{"result":{"language":"de"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:02,000"},
        "offsets":{"from":0,"to":2000},"text":" Hier ist Anna.","tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0},"id":50365},
        {"text":" Hier","offsets":{"from":0,"to":300},"id":1}, {"text":" ist","id":2}, {"text":" An","id":3},{"text":"na","id":4},{"text":".","id":5}]}]}"#;
    let document = read(source);
    assert_eq!(document.conversation().turns[0].end, Some(2000));
    let want = source
        .replace(" Hier ist Anna.", " Hier ist [X].")
        .replace(r#"" An","id":3"#, r#"" [X]","id":null"#)
        .replace(r#""na","id":4"#, r#""","id":null"#);
    assert_eq!(redact(&document, "Anna"), want);
}

#[test]
fn whisperx_repeats_words_and_speakers() {
    let source = r#"{"segments":[{"start":0.1,"end":1,"text":" Hi Anna","words":[{"word":"Hi","speaker":"Bob"},{"word":"Anna","start":0.5,"end":0.9,"speaker":"Bob"}],"speaker":"Bob"},
        {"start":1,"end":2,"text":"Yes","words":[{"word":"Yes"}]}],
        "word_segments":[{"word":"Hi"},{"word":"Anna","speaker":"Bob"},{"word":"Yes"}]}"#;
    let document = read(source);
    assert_eq!(document.conversation().turns[0].speaker.as_deref(), Some("Bob"));
    assert_eq!(redact(&document, "Anna"), source.replace("Anna", "[X]"));
    assert_eq!(redact(&document, "Bob"), source.replace("Bob", "[X]"));
}

#[test]
fn lists_of_messages_and_other_makers() {
    let messages =
        r#"[{"speaker":"Agent","message":"Hello"},{"speaker":"Customer","message":"I'm Eve"}]"#;
    let turns = read(messages).conversation().turns;
    assert_eq!(turns[1].speaker.as_deref(), Some("Customer"));
    assert_eq!((turns[1].part, turns[1].text.as_str()), (3, "I'm Eve"));
    let dated = r#"[{"parties":0,"start":"2022-06-21T17:53:27.2+00:00","duration":5.12,"text":"a"},
        {"parties":0,"start":"2022-06-21T17:53:32.32+00:00","text":"b"}]"#;
    let turns = read(dated).conversation().turns;
    assert_eq!((turns[0].start, turns[0].end, turns[1].start), (Some(0), Some(5120), Some(5120)));
    let deepgram = r#"{"results":{"channels":[{"alternatives":[{"transcript":"Hello, Anna here.","words":[
        {"word":"hello","punctuated_word":"Hello,","start":0.1,"end":0.4,"speaker":0},
        {"word":"anna","punctuated_word":"Anna","start":0.4,"end":0.6},{"word":"here","punctuated_word":"here."}]}]}]}}"#;
    let document = read(deepgram);
    assert_eq!(document.conversation().turns[0].channel, Some(0));
    assert_eq!(redact(&document, "Anna"), deepgram.replace("Anna", "[X]").replace("anna", "[X]"));
}

#[test]
fn a_word_that_is_not_found_goes_with_its_turn() {
    let source = r#"{"text":"Call 0171","words":[{"word":"Call"},{"word":"zero one seven one"}]}"#;
    let document = read(source);
    assert_eq!(
        redact(&document, "0171"),
        r#"{"text":"Call [X]","words":[{"word":"Call"},{"word":""}]}"#
    );
}

#[test]
fn the_text_of_the_whole_that_differs_is_a_text_of_its_own() {
    let source = r#"{"text":"Hi there Anna","segments":[{"text":"Hi"},{"text":"Anna"}]}"#;
    let document = read(source);
    assert_eq!(document.texts().len(), 3);
    assert_eq!(redact(&document, "Anna"), source.replace("Anna", "[X]"));
}

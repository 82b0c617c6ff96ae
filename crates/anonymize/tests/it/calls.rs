//! Real vCons (and one of each other format) made anonymous, held against what people marked in them.

use abide_anonymize::text::{Operator, Plan, Recordings, Session, call, copy};
use abide_calls::{Document, Format};
use abide_detect::{Finder, Kind};
use serde_json::Value;

fn source() -> impl FnMut() -> u64 {
    let mut state = 9u64;
    move || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        state ^ (state >> 29)
    }
}

fn anonymous(text: &[u8], plan: &Plan) -> (String, usize) {
    let document = Document::read(Format::Vcon, text).unwrap();
    let mut random = source();
    let called = call(&document, &Finder::default(), plan, &mut Session::new(&mut random));
    let now = "2026-11-26T12:00:00Z".parse().unwrap();
    let done =
        copy(&document, &called, "00000000-0000-4000-8000-000000000000", now, Recordings::LeftOut)
            .unwrap();
    let new = Document::read(Format::Vcon, done.text.as_bytes()).unwrap();
    let left = called.remaining(&document, &new);
    assert!(
        left.is_empty(),
        "{:?}",
        left.iter().map(|n| new.texts()[*n].path.clone()).collect::<Vec<_>>()
    );
    (done.text, done.left_out)
}

/// Every string of a JSON value.
fn strings(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|v| strings(v, out)),
        Value::Object(members) => members.values().for_each(|v| strings(v, out)),
        _ => {}
    }
}

#[test]
fn nothing_marked_remains_in_real_calls() {
    let Some(folder) = abide_tests::corpus("calls") else { return };
    let (mut marked, mut left, mut calls) = (0, Vec::new(), 0);
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    names.sort();
    for path in names.iter().filter(|p| p.to_string_lossy().ends_with(".vcon.json")) {
        let source = std::fs::read(path).unwrap();
        let gold = path.to_string_lossy().replace(".vcon.json", ".gold.json");
        let gold: Value = serde_json::from_slice(&std::fs::read(gold).unwrap()).unwrap();
        let (text, left_out) = anonymous(&source, &Plan::default());
        assert_eq!(left_out, 1, "the recording goes");
        let mut all = String::new();
        strings(&serde_json::from_str(&text).unwrap(), &mut all);
        calls += 1;
        for span in gold["spans"].as_array().unwrap() {
            let value = span["text"].as_str().unwrap();
            if span["label"] == "ORG" {
                continue;
            }
            marked += 1;
            if all.contains(value) {
                left.push(span["label"].as_str().unwrap().to_owned());
            }
        }
    }
    let mut by_label = std::collections::BTreeMap::<_, usize>::new();
    left.iter().for_each(|label| *by_label.entry(label).or_default() += 1);
    eprintln!("{calls} calls, {marked} marked values, {} left: {by_label:?}", left.len());
    assert!(left.is_empty(), "{by_label:?}");
}

/// A call of our own: a name in a field is found in what is said, and everything agrees.
const CALL: &str = r#"{"vcon": "0.4.0", "uuid": "11111111-2222-4333-8444-555555555555", "created_at": "2026-03-01T10:00:00Z",
 "parties": [{"name": "Louis Anderson", "role": "agent"}, {"name": "Olivia Flores", "tel": "+14155550123", "mailto": "olivia.flores@gmx.de"}],
 "dialog": [
  {"type": "recording", "start": "2026-03-01T10:00:00Z", "parties": [0, 1], "mediatype": "audio/x-wav", "url": "https://example.org/olivia.wav", "content_hash": "sha512-x"},
  {"type": "text", "start": "2026-03-01T10:01:00Z", "parties": [1], "mediatype": "text/plain", "encoding": "none", "body": "Thanks, Olivia here. My email is olivia.flores@gmx.de."}],
 "analysis": [{"type": "transcript", "dialog": 0, "vendor": "x", "encoding": "none", "body": [
  {"speaker": "Agent", "message": "Good day! My name is Louis Anderson."},
  {"speaker": "Customer", "message": "Hello Louis, I am Olivia Flores."},
  {"speaker": "Agent", "message": "What is your phone number, Olivia?"},
  {"speaker": "Customer", "message": "It is four one five, five five five, zero one two three."}]}],
 "attachments": []}"#;

#[test]
fn a_call_agrees_with_itself() {
    let (text, left_out) = anonymous(CALL.as_bytes(), &Plan::default());
    assert_eq!(left_out, 1);
    let new: Value = serde_json::from_str(&text).unwrap();
    for gone in
        ["Olivia", "Flores", "Louis", "Anderson", "olivia", "+14155550123", "four one five", ".wav"]
    {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    let name = new["parties"][1]["name"].as_str().unwrap();
    let (given, family) = name.split_once(' ').unwrap();
    let said = &new["analysis"][0]["body"];
    assert_eq!(
        said[1]["message"].as_str().unwrap().split("I am ").nth(1).unwrap(),
        format!("{name}.")
    );
    assert!(
        said[2]["message"].as_str().unwrap().ends_with(&format!("number, {given}?")),
        "{}",
        said[2]
    );
    let mail = new["parties"][1]["mailto"].as_str().unwrap();
    assert!(
        mail.to_lowercase().starts_with(&format!("{}.", given.to_lowercase())),
        "{mail} {family}"
    );
    assert!(new["dialog"][1]["body"].as_str().unwrap().contains(mail));
    let agent = &new["parties"][0]["role"];
    assert_eq!((agent, &said[0]["speaker"]), (&Value::from("agent"), &Value::from("Agent")));
}

#[test]
fn a_copy_says_what_it_is() {
    let (text, _) = anonymous(CALL.as_bytes(), &Plan::default());
    let new: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(new["uuid"], "00000000-0000-4000-8000-000000000000");
    assert_eq!(new["redacted"]["type"], "de-identified");
    assert_eq!(new["created_at"], "2026-11-26T12:00:00Z");
    let report = &new["analysis"][1];
    assert_eq!(report["type"], "redaction");
    let body: Value = serde_json::from_str(report["body"].as_str().unwrap()).unwrap();
    assert!(
        body.as_array()
            .unwrap()
            .iter()
            .any(|r| r["kind"] == "PERSON" && r["operator"] == "surrogate")
    );
    // Moments of the call moved, both by the same.
    let start = |i: usize| new["dialog"][i]["start"].as_str().unwrap().to_owned();
    assert!(start(0) != "2026-03-01T10:00:00Z" && start(0)[..10] == start(1)[..10], "{}", start(0));
}

#[test]
fn the_plan_is_followed() {
    let mut plan = Plan::all(Operator::Remove);
    plan.set(Kind::Date, Operator::Keep).unwrap();
    let (text, _) = anonymous(CALL.as_bytes(), &plan);
    let new: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(new["parties"][1]["name"], "[PERSON]");
    assert_eq!(new["parties"][1]["tel"], "[PHONE]");
    assert_eq!(new["dialog"][1]["start"], "2026-03-01T10:01:00Z");
}

#[test]
fn other_formats_keep_their_form() {
    let cases: [(Format, &str, &[&str]); 5] = [
        (
            Format::WebVtt,
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Olivia Flores>I am Olivia Flores.\n\n00:02.000 --> 00:03.000\n<v Agent>Hello Olivia.\n",
            &["Olivia", "Flores"],
        ),
        (
            Format::Srt,
            "1\n00:00:01,000 --> 00:00:02,000\nMy email is anna.bauer@gmx.de\n",
            &["anna.bauer"],
        ),
        (
            Format::Lines,
            "Agent: Your email?\nOlivia Flores: It is olivia@gmx.de.\nAgent: Thanks, Olivia.\n",
            &["Olivia", "olivia@"],
        ),
        (
            Format::TranscriptJson,
            r#"[{"speaker": "Agent", "message": "Your email?"}, {"speaker": "Olivia Flores", "message": "It is olivia@gmx.de, says Olivia."}]"#,
            &["Olivia", "olivia@"],
        ),
        (
            Format::AsteriskCdr,
            "\"\",\"+4930901820\",\"100\",\"default\",\"\"\"Olivia Flores\"\" <+4930901820>\",\"SIP/olivia-0001\",\"SIP/100-0002\",\"Dial\",\"SIP/100\",\"2026-03-01 10:00:00\",\"2026-03-01 10:00:01\",\"2026-03-01 10:01:00\",60,59,\"ANSWERED\",\"DOCUMENTATION\",\"1772359200.1\",\"\"\n",
            &["Olivia", "901820", "2026-03-01"],
        ),
    ];
    for (format, text, gone) in cases {
        let document = Document::read(format, text.as_bytes()).unwrap();
        let mut random = source();
        let called =
            call(&document, &Finder::default(), &Plan::default(), &mut Session::new(&mut random));
        let new = document.write(&called.edits).unwrap();
        for gone in gone {
            assert!(!new.contains(gone), "{format:?} {gone}: {new}");
        }
        let again = Document::read(format, new.as_bytes()).unwrap();
        assert_eq!(again.texts().len(), document.texts().len(), "{new}");
        assert!(called.remaining(&document, &again).is_empty(), "{new}");
    }
}

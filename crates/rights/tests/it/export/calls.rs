//! What belongs to one call is one vCon.

use super::*;

const CALLS: &str = r#"
[store]
id     = "media"
kind   = "files"
place  = "media"
policy = "service"

[[table]]
name      = "people"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "phone", column = "phone", country = "DE" }, { fact = "name", column = "name" }]

[[table]]
name      = "agents"
person    = "agent"
statement = "agents"
known-by  = [{ fact = "name", column = "name" }]

[[table]]
name      = "calls"
statement = "calls"
since     = "started_at"
duration  = "seconds"
[[table.edge]]
kind       = "owned-by"
columns    = ["agent"]
of         = "agents"
of-columns = ["login"]
caller     = [{ column = "direction", is = "out" }]
[[table.edge]]
kind       = "owned-by"
columns    = ["caller"]
of         = "people"
of-columns = ["phone"]
caller     = [{ column = "direction", is = "in" }]
[[table.column]]
name = "started_at"
data = "call.metadata"

[[table]]
name      = "subtitles"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "calls"
of-columns = ["subtitle"]

[[table]]
name      = "vcons"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "calls"
of-columns = ["vcon"]

[[table]]
name      = "recordings"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "calls"
of-columns = ["recording"]
"#;

/// Calls of Anna: one with subtitles, one that has a vCon, one that was only recorded, one that is only a row; calls in both
/// directions, and two of which nobody knows.
async fn called(folder: &std::path::Path, map: &str) -> World {
    put(
        folder,
        "people.jsonl",
        r#"{"name": "Anna Weber", "phone": "030 23125123"}
{"name": "Karl Schneider", "phone": "030 23125456"}
"#,
    );
    put(folder, "agents.jsonl", "{\"name\": \"Eva Fischer\", \"login\": \"a7\"}\n");
    put(
        folder,
        "calls.jsonl",
        r#"{"caller": "030 23125123", "agent": "a7", "direction": "in", "started_at": "2026-11-20 09:30:00", "seconds": 75, "subtitle": "a/1.vtt", "recording": "a/1.wav"}
{"caller": "030 23125123", "agent": "a7", "direction": "in", "started_at": "2026-11-21T10:30:00+02:00", "seconds": 60, "vcon": "a/2.json", "recording": "a/2.wav"}
{"caller": "030 23125123", "direction": "out", "started_at": "2026-11-22", "recording": "a/3.wav"}
{"caller": "030 23125123", "agent": "a7", "started_at": "2026-11-23 09:30:00", "seconds": 5}
{"caller": "030 23125123", "agent": "a7", "direction": "out", "started_at": "2026-11-24 09:30:00", "recording": "a/5.wav"}
{"caller": "030 23125123", "agent": "a7", "direction": "incoming", "started_at": "2026-11-25 09:30:00", "recording": "a/6.wav"}
"#,
    );
    put(
        folder,
        "a/1.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Weber>Frau Eva Fischer, ich suche Karl Schneider.\n",
    );
    put(folder, "a/2.json", VCON);
    for number in [1, 2, 3, 5, 6] {
        put(folder, &format!("a/{number}.wav"), &format!("RIFF {number}"));
    }
    let tables = [
        ("people", "people.jsonl", Format::JsonLines),
        ("agents", "agents.jsonl", Format::JsonLines),
        ("calls", "calls.jsonl", Format::JsonLines),
        ("vcons", "a/*.json", Format::Vcon),
        ("subtitles", "a/*.vtt", Format::Transcript),
        ("recordings", "a/*.wav", Format::Media),
    ];
    media(folder, map, &tables).await
}

/// The archive of somebody in these calls, and its vCons by their recording or, without one, by their name.
async fn calls_of(table: &str, voices: Voices) -> (Got, BTreeMap<String, Json>) {
    mapped_calls_of(CALLS, table, voices).await
}

async fn mapped_calls_of(map: &str, table: &str, voices: Voices) -> (Got, BTreeMap<String, Json>) {
    let place = tempfile::tempdir().unwrap();
    let world = called(place.path(), map).await;
    let subject = world.subject(table, vec![format!("{table}.jsonl").into(), 1.into()]);
    let export = Export {
        atlas: &world.atlas,
        stores: &world.stores,
        subject: &subject,
        kind: Kind::Access,
        language: Lang::De,
        made: "2026-11-26T10:00:00Z".parse().unwrap(),
        voices,
        own: &[],
        kept: abide_policy::text::Period::THREE_YEARS,
    };
    let got = Got::of(&export).await;
    let mut vcons = BTreeMap::new();
    for name in got.files.keys().filter(|n| n.starts_with("conversations/")) {
        assert!(abide_calls::vcon::Vcon::read(got.text(name)).is_ok(), "{name}");
        let vcon = got.json(name);
        let dialogs = vcon["dialog"].as_array().unwrap();
        let file = dialogs.iter().find_map(|d| d["filename"].as_str());
        let sound = file.map_or(name.as_str(), |f| got.text(f)).to_owned();
        assert!(vcons.insert(sound, vcon).is_none(), "{name}");
    }
    (got, vcons)
}

#[tokio::test]
async fn what_belongs_to_one_call_is_one_vcon() {
    use sha2::Digest as _;
    let (got, vcons) = calls_of("people", Voices::Shared).await;
    let names: Vec<&String> = vcons.keys().collect();
    let all = ["RIFF 1", "RIFF 2", "RIFF 3", "RIFF 5", "RIFF 6"];
    assert_eq!(names, all, "a call that is only a row needs none");
    assert_eq!((got.summary.conversations, got.summary.recordings), (5, 5));
    let hash = data_encoding::BASE64URL_NOPAD.encode(&sha2::Sha512::digest(b"RIFF 1"));

    let one = &vcons["RIFF 1"];
    let anna =
        serde_json::json!({"role": "contact", "name": "Anna Weber", "tel": "tel:+493023125123"});
    assert_eq!(one["parties"], serde_json::json!([{"role": "agent"}, anna]));
    let dialog = &one["dialog"][0];
    assert_eq!(
        (&dialog["start"], &dialog["duration"], &dialog["parties"], &dialog["type"]),
        (
            &"2026-11-20T09:30:00Z".into(),
            &75.into(),
            &serde_json::json!([0, 1]),
            &"recording".into()
        )
    );
    assert_eq!(dialog["content_hash"], format!("sha512-{hash}"));
    assert!(dialog["mediatype"].as_str().unwrap().starts_with("audio/"), "{dialog}");
    assert_eq!(
        (&one["analysis"][0]["type"], &one["analysis"][0]["dialog"]),
        (&"transcript".into(), &0.into())
    );

    let two = &vcons["RIFF 2"];
    let parties = two["parties"].as_array().unwrap();
    assert_eq!((parties.len(), &parties[2]), (3, &serde_json::json!({})), "its own, and nobody");
    assert_eq!(two["dialog"][1]["parties"], serde_json::json!([2, 0, 1]), "who of them called?");
    assert_eq!(two["dialog"][1]["start"], "2026-11-21T08:30:00Z");
    assert!(two["redacted"].is_object() && two["dialog"][0]["type"] == "text", "{two}");

    let three = &vcons["RIFF 3"];
    assert_eq!(three["parties"].as_array().unwrap().len(), 2, "nobody else is in the row: {three}");
    assert_eq!(three["dialog"][0].get("start"), None, "a day is no moment");

    let subtitle = &got.json("data/media/subtitles.json")[0]["text"]["file"];
    assert!(got.files.contains_key(subtitle.as_str().unwrap()), "{subtitle}");
}

#[tokio::test]
async fn the_others_of_a_call_are_their_roles_alone() {
    let (got, vcons) = calls_of("people", Voices::Alone).await;
    for value in ["Karl", "Schneider", "23125456", "Eva", "Fischer"] {
        assert!(!got.holds(value), "{value}");
    }
    assert_eq!((got.summary.recordings, got.summary.recordings_left_out), (1, 4));
    let names: Vec<&String> = vcons.keys().collect();
    assert_eq!(names.len(), 2 + 1, "{names:?}");

    let (got, vcons) = calls_of("agents", Voices::Alone).await;
    for value in ["Anna", "Weber", "Karl", "Schneider", "23125123", "23125456"] {
        let all: Vec<&Json> = vcons.values().filter(|v| v.to_string().contains(value)).collect();
        assert!(all.is_empty() && !got.holds(value), "{value}: {all:?}");
    }
}

/// The dialog of the recording: its parties, and who of all parties called, as vCon has it (4.3.4, 4.3.5).
fn who_called(vcon: &Json) -> (Json, Json) {
    let dialog = vcon["dialog"].as_array().unwrap().iter().find(|d| d["filename"].is_string());
    let dialog = dialog.unwrap();
    let caller = dialog.get("originator").unwrap_or(&dialog["parties"][0]);
    (dialog["parties"].clone(), vcon["parties"][caller.as_u64().unwrap() as usize].clone())
}

#[tokio::test]
async fn who_called_is_who_the_map_says() {
    use serde_json::json;
    let anna = json!({"role": "contact", "name": "Anna Weber", "tel": "tel:+493023125123"});
    let eva = json!({"role": "agent", "name": "Eva Fischer"});
    let (agent, contact, nobody) =
        (json!({"role": "agent"}), json!({"role": "contact"}), json!({}));
    let none = "caller     = [{ column = \"direction\", is = \"in\" }]\n";
    let silent = CALLS.replace(none, "");
    let always = CALLS.replace(none, "caller = []\n");
    let hidden = CALLS.replace(none, &format!("{none}hide = [\"direction\"]\n"));
    let both = CALLS.replace("is = \"out\"", "is = \"in\"");
    for (map, whose, call, parties, caller) in [
        (CALLS, "people", "RIFF 1", json!([0, 1]), &anna),
        (CALLS, "agents", "RIFF 1", json!([0, 1]), &contact),
        (CALLS, "people", "RIFF 5", json!([0, 1]), &agent),
        (CALLS, "agents", "RIFF 5", json!([0, 1]), &eva),
        // Another word than the map's, and a caller who is not in the row.
        (CALLS, "people", "RIFF 6", json!([2, 0, 1]), &nobody),
        (CALLS, "people", "RIFF 3", json!([1, 0]), &nobody),
        (&silent, "people", "RIFF 1", json!([2, 0, 1]), &nobody),
        (&silent, "people", "RIFF 5", json!([0, 1]), &agent),
        (&always, "people", "RIFF 6", json!([0, 1]), &anna),
        // What the person does not see is not told; of two who both may have called, nothing is.
        (&hidden, "people", "RIFF 1", json!([2, 0, 1]), &nobody),
        (&both, "people", "RIFF 1", json!([2, 0, 1]), &nobody),
    ] {
        let (_, vcons) = mapped_calls_of(map, whose, Voices::Shared).await;
        let called = who_called(&vcons[call]);
        assert_eq!(called, (parties, caller.clone()), "{whose} {call}: {}", vcons[call]);
        let number = vcons[call]["dialog"][0].get("originator");
        assert!(number.is_none_or(|n| *n != json!(0)), "the first party is it anyway: {number:?}");
    }
}

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
[[table.edge]]
kind       = "owned-by"
columns    = ["caller"]
of         = "people"
of-columns = ["phone"]
[[table.edge]]
kind       = "owned-by"
columns    = ["agent"]
of         = "agents"
of-columns = ["login"]
[[table.column]]
name = "started_at"
data = "call.metadata"
[[table.column]]
name = "seconds"
data = "call.duration"

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

/// Calls of Anna: one with subtitles, one that has a vCon, one that was only recorded, one that is only a row.
async fn called(folder: &std::path::Path) -> World {
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
        r#"{"caller": "030 23125123", "agent": "a7", "started_at": "2026-11-20 09:30:00", "seconds": 75, "subtitle": "a/1.vtt", "recording": "a/1.wav"}
{"caller": "030 23125123", "agent": "a7", "started_at": "2026-11-21T10:30:00+02:00", "seconds": 60, "vcon": "a/2.json", "recording": "a/2.wav"}
{"caller": "030 23125123", "started_at": "2026-11-22", "recording": "a/3.wav"}
{"caller": "030 23125123", "agent": "a7", "started_at": "2026-11-23 09:30:00", "seconds": 5}
"#,
    );
    put(
        folder,
        "a/1.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Weber>Frau Eva Fischer, ich suche Karl Schneider.\n",
    );
    put(folder, "a/2.json", VCON);
    for number in 1..=3 {
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
    media(folder, CALLS, &tables).await
}

/// The archive of somebody in these calls, and its vCons by their recording or, without one, by their name.
async fn calls_of(table: &str, voices: Voices) -> (Got, BTreeMap<String, Json>) {
    let place = tempfile::tempdir().unwrap();
    let world = called(place.path()).await;
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
    assert_eq!(names, ["RIFF 1", "RIFF 2", "RIFF 3"], "a call that is only a row needs none");
    assert_eq!((got.summary.conversations, got.summary.recordings), (3, 3));
    let hash = data_encoding::BASE64URL_NOPAD.encode(&sha2::Sha512::digest(b"RIFF 1"));

    let one = &vcons["RIFF 1"];
    let anna =
        serde_json::json!({"role": "contact", "name": "Anna Weber", "tel": "tel:+493023125123"});
    assert_eq!(one["parties"], serde_json::json!([anna, {"role": "agent"}]));
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
    assert_eq!(two["parties"].as_array().unwrap().len(), 2, "its own parties: {two}");
    assert_eq!(two["dialog"][1]["start"], "2026-11-21T08:30:00Z");
    assert!(two["redacted"].is_object() && two["dialog"][0]["type"] == "text", "{two}");

    let three = &vcons["RIFF 3"];
    assert_eq!(three["parties"].as_array().unwrap().len(), 1, "nobody else is in the row");
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
    assert_eq!((got.summary.recordings, got.summary.recordings_left_out), (1, 2));
    let names: Vec<&String> = vcons.keys().collect();
    assert_eq!(names.len(), 2 + 1, "{names:?}");

    let (got, vcons) = calls_of("agents", Voices::Alone).await;
    for value in ["Anna", "Weber", "Karl", "Schneider", "23125123", "23125456"] {
        let all: Vec<&Json> = vcons.values().filter(|v| v.to_string().contains(value)).collect();
        assert!(all.is_empty() && !got.holds(value), "{value}: {all:?}");
    }
}

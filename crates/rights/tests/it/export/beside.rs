//! Whoever has part in a record is in no copy of somebody else's: not in bytes, behind escapes, in names of members, styles or cues.

use serde_json::json;

use super::*;

const MAP: &str = r#"
[store]
id     = "centre"
kind   = "KIND"
place  = "centre.db"
policy = "service"

[[table]]
name      = "people"
person    = "contact"
statement = "contacts"
known-by  = [
    { fact = "email", column = "email" },
    { fact = "name", column = "name" },
    { fact = "phone", column = "phone", country = "DE" },
]

[[table]]
name      = "talks"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["a"]
of      = "people"
about   = ["voice_a"]
[[table.edge]]
kind    = "owned-by"
columns = ["b"]
of      = "people"
about   = ["voice_b"]

[[table]]
name      = "notes"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["person"]
of      = "people"
[[table.column]]
name  = "body"
erase = "redact"
"#;

/// No list of names has Karl's: he is known by the map alone. Both have a family name in common.
const DATA: &str = r"
CREATE TABLE people (id INT PRIMARY KEY, email TEXT, name TEXT, phone TEXT);
CREATE TABLE talks (id BYTES PRIMARY KEY, a INT, b INT, voice_a BYTES, voice_b BYTES, note BYTES, seal BYTES, said TEXT, dialled BIGINT);
CREATE TABLE notes (id INT PRIMARY KEY, person INT, body BYTES, seal BYTES);
INSERT INTO people VALUES
    (1, 'anna@example.org', 'Anna Weber', '030 23125123'),
    (2, 'xo@example.org', 'Xoqvar Zbyrk-Weber', '030 23125456');
INSERT INTO talks VALUES
    (HEX'0001', 1, 2, HEX'ff01', HEX'ff02', HEX'NOTE', HEX'ff00', 'SAID', 493023125456),
    (HEX'0002', 1, NULL, NULL, NULL, NULL, HEX'ff00', NULL, 493023125456);
INSERT INTO notes VALUES (1, 1, HEX'ff00', HEX'ff00');
";

/// A text in a column of bytes.
const NOTE: &str = "Weber bat Xoqvar (xo@example.org) um Rückruf";

fn bytes(text: &str) -> String {
    data_encoding::BASE64.encode(text.as_bytes())
}

/// The copy of a person, and what stands in the column `said` of their record.
async fn copy(base: &Base, said: &str, key: i64) -> Got {
    let (kind, family, hex) =
        if base.is_sqlite() { ("sqlite", "BLOB", "X'") } else { ("postgresql", "BYTEA", "'\\x") };
    let note = data_encoding::HEXLOWER.encode(NOTE.as_bytes());
    let data = DATA.replace("BYTES", family).replace("HEX'", hex).replace("NOTE", &note);
    base.run(&data.replace("SAID", said)).await.unwrap();
    let world = World::of(base.store().await, map_of(&MAP.replace("KIND", kind)), Some(service()));
    let world = world.await;
    let subject = world.subject("people", vec![key.into()]);
    Got::new(&world, &subject, Kind::Access, Lang::En).await
}

async fn bytes_tell_of_nobody_else(base: &Base) {
    let got = copy(base, "", 1).await;
    let talks = got.json("data/centre/talks.json");
    let omitted = json!({ "omitted": "about-another-person" });
    let (first, second) = (&talks[0], &talks[1]);
    assert_eq!((&first["voice_b"], &first["seal"]), (&omitted, &omitted), "{talks}");
    assert_eq!(first["voice_a"], "/wE=", "by the map that is Anna's and nobody else's");
    assert_eq!(first["id"], "AAE=", "a key only names the record");
    assert_eq!(first["note"], bytes("Weber bat […] ([…]) um Rückruf"));
    assert_eq!((&second["seal"], &second["id"]), (&json!("/wA="), &json!("AAI=")), "Anna's alone");
    assert_eq!(first["dialled"], omitted, "a telephone number as a number");
    let notes = &got.json("data/centre/notes.json")[0];
    assert_eq!(
        (&notes["body"], &notes["seal"]),
        (&omitted, &json!("/wA=")),
        "a free text: {notes}"
    );
    assert_eq!((got.summary.hidden(), got.summary.places()), (4, 2));
    let sheet = got.text("data/centre/talks.csv");
    assert!(sheet.contains("[about another person]") && !sheet.contains(&bytes(NOTE)), "{sheet}");
}

#[tokio::test]
async fn bytes_tell_of_nobody_else_on_sqlite() {
    bytes_tell_of_nobody_else(&Base::sqlite()).await;
}

#[tokio::test]
async fn bytes_tell_of_nobody_else_on_postgresql() {
    let Some(server) = Server::start() else { return };
    bytes_tell_of_nobody_else(&Base::postgres(&server, "beside")).await;
}

#[tokio::test]
async fn whoever_has_part_is_taken_out_of_every_part_of_json() {
    for (said, mine) in [
        // Names of members, also within others and in a list; numbers.
        (
            r#"{"n":[{"Xoqvar":1.10,"Weber":2}],"xo@example.org":{"tel":493023125456}}"#,
            r#"{"n":[{"[…]":1.10,"Weber":2}],"[…]":{"tel":"[…]"}}"#,
        ),
        // Somebody of whom the map does not know.
        (
            r#"{"seen":{"Karl Schneider":1,"mark":2},"by":"Karl Schneider","tel":"+49 30 23125789"}"#,
            r#"{"seen":{"[…]":1,"mark":2},"by":"[…]","tel":"[…]"}"#,
        ),
        // Escapes, and JSON in JSON.
        (
            r#"{"x":"Karl\u0020Schneider","y":"k\u0061rl@example.org","z":"Xoqvar\u0020Zbyrk"}"#,
            r#"{"x":"[…]","y":"[…]","z":"[…]"}"#,
        ),
        (
            r#""{\"x\":\"\\u0041nna Weber\",\"k\\u0061rl@example.org\":\"Xoqvar\"}""#,
            r#""{\"x\":\"\\u0041nna Weber\",\"[…]\":\"[…]\"}""#,
        ),
        // What is encoded.
        ("aGVsbG8geG9xdmFy", "aGVsbG8gW+KApl0="),
        // Nothing of anybody.
        (
            r#"{"a": 1, "order": "ten \/ twelve", "n":17}"#,
            r#"{"a": 1, "order": "ten \/ twelve", "n":17}"#,
        ),
    ] {
        let got = copy(&Base::sqlite(), said, 1).await;
        assert_eq!(got.json("data/centre/talks.json")[0]["said"], mine);
        let cell = format!("\"{}\"", mine.replace('"', "\"\""));
        let sheet = got.text("data/centre/talks.csv");
        assert!(sheet.contains(&cell) || sheet.contains(mine), "{sheet}");
    }
}

/// Whatever Anna and Xoqvar are known by: none of it is in the other's copy, and all of it in their own.
#[tokio::test]
async fn whoever_has_part_is_in_no_part_of_a_conversation() {
    let body = r#"{"who":"Xoqvar Zbyrk-Weber","xo@example.org":1,"Anna Weber":2}"#;
    let vcon = json!({
        "vcon": "0.4.0", "uuid": "018e3f72-c3a8-8b8e-b468-6ebf2e2e8c14", "created_at": "2026-01-01T10:00:00Z",
        "extensions": ["Xoqvar Zbyrk", "Anna Weber", "Karl Schneider", "meta"],
        "parties": [{"name": "Anna Weber", "mailto": "anna@example.org"}, {"mailto": "xo@example.org"}],
        "dialog": [{"type": "text", "start": "2026-01-01T10:00:00Z", "parties": [0, 1], "mediatype": "text/plain",
            "encoding": "none", "body": "Xoqvar, hier ist Anna."}],
        "attachments": [{"purpose": "note", "party": 0, "encoding": "json", "body": body,
            "content_hash": "sha512-AAAA"}],
        "meta": {"Xoqvar": {"xo@example.org": "Anna"}, "Anna": 1, "Karl Schneider": 2},
    });
    let vtt = "WEBVTT\n\nSTYLE\n::cue(v[voice=\"Xoqvar Zbyrk\"]) { color: red }\n::cue(v[voice=\"Eva Gqwx\"]) { color: red }\n\n\
        xoqvar-1\n00:01.000 --> 00:02.000\n<v Xoqvar Zbyrk>Hallo Anna!\n\n\
        anna-2\n00:02.000 --> 00:03.000\n<v Anna Weber>Xoqvar?\n\n00:03.000 --> 00:04.000\n<v Eva Gqwx>Ja.\n";
    for (said, parts) in [
        (
            vcon.to_string(),
            [("\"Anna Weber\"", "Xoqvar"), ("\"meta\"", "Zbyrk"), ("\"Anna\"", "xo@example.org")],
        ),
        (
            vtt.to_owned(),
            [("anna-2", "xoqvar"), ("{ color: red }", "Zbyrk"), ("<v Anna Weber>", "Gqwx")],
        ),
    ] {
        let got = copy(&Base::sqlite(), &said, 1).await;
        let name = got.files.keys().find(|name| name.starts_with("conversations/")).unwrap();
        let text = got.text(name).to_owned();
        assert!(abide_calls::vcon::Vcon::read(&text).is_ok(), "{text}");
        for (stays, goes) in parts {
            assert!(text.contains(stays), "{stays}: {text}");
            assert!(!got.holds(goes), "{goes}: {text}");
        }
        assert!(!got.holds("Karl") && !text.contains("sha512-AAAA"), "{text}");
    }
}

//! Free texts have nobody else in them, also in the row that is the person, and no account of anybody else; what stands by itself in
//! the person's own records stays there too.

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
]
[[table.edge]]
kind    = "owned-by"
columns = ["household"]
of      = "households"
[[table.column]]
name  = "note"
erase = "redact"
[[table.column]]
name  = "custom"
erase = "redact"
[[table.column]]
name  = "picture"
erase = "redact"

[[table]]
name      = "households"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["head"]
of      = "people"

[[table]]
name      = "mandates"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["person"]
of      = "people"

[[table]]
name      = "letters"
statement = "calls"
[[table.edge]]
kind    = "owned-by"
columns = ["a"]
of      = "people"
[[table.edge]]
kind    = "owned-by"
columns = ["b"]
of      = "people"
"#;

const DATA: &str = r"
CREATE TABLE people (id INT PRIMARY KEY, email TEXT, name TEXT, second TEXT, mobile TEXT, remark TEXT, note TEXT, custom TEXT, picture BYTES, household INT);
CREATE TABLE households (id INT PRIMARY KEY, head INT);
CREATE TABLE mandates (id INT PRIMARY KEY, person INT, account TEXT, card TEXT);
CREATE TABLE letters (id INT PRIMARY KEY, a INT, b INT, body TEXT, account TEXT);
INSERT INTO people VALUES
    (1, 'anna@example.org', 'Anna Weber', 'weber@example.com', '0171 2345678', 'met Karl Schneider', 'NOTE', 'CUSTOM', HEX'ff00', 1),
    (2, 'karl@example.org', 'Karl Schneider', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (3, NULL, 'Xoqvar Zbyrk', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO households VALUES (1, 3);
INSERT INTO mandates VALUES (1, 1, 'DE89 3704 0044 0532 0130 00', '4111 1111 1111 1111');
INSERT INTO letters VALUES (1, 1, 2, 'BODY', 'GB29NWBK60161331926819'), (2, 1, 2, 'TALK', NULL);
";

/// What of it is Anna's, and what is not. No list of names has whom she lives with, whose her row is too, and her mandate in the same way as hers.
const NOTE: &str = "Anna Weber (anna@example.org, weber@example.com, +49 171 2345678) traf Karl Schneider, karl@example.org, 030 23125456, mit zbyrk.";
const CUSTOM: &str = r#"{"second":"weber@example.com","partner":"Karl Schneider","Karl Schneider":1,"iban":"DE89370400440532013000","his":"GB29 NWBK 6016 1331 9268 19"}"#;
const BODY: &str = "Von DE89370400440532013000 (Kto.-Nr. 0532013000) an GB29 NWBK 6016 1331 9268 19, Karte 4111-1111-1111-1111 statt 5555 5555 5555 4444.";

const TALK: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Weber>Meine IBAN: DE89 3704 0044 0532 0130 00.\n\n00:02.000 --> 00:03.000\n<v Karl Schneider>Meine IBAN: GB29 NWBK 6016 1331 9268 19.\n";

async fn copy(base: &Base, kind: Kind) -> Got {
    let (store, family, hex) =
        if base.is_sqlite() { ("sqlite", "BLOB", "X'") } else { ("postgresql", "BYTEA", "'\\x") };
    let data = DATA.replace("BYTES", family).replace("HEX'", hex);
    let data = data
        .replace("NOTE", NOTE)
        .replace("CUSTOM", CUSTOM)
        .replace("BODY", BODY)
        .replace("TALK", TALK);
    base.run(&data).await.unwrap();
    let map = map_of(&MAP.replace("KIND", store));
    let world = World::of(base.store().await, map, Some(service())).await;
    let subject = world.subject("people", vec![1.into()]);
    Got::new(&world, &subject, kind, Lang::En).await
}

async fn free_texts_tell_of_the_person_alone(base: &Base) {
    let got = copy(base, Kind::Access).await;
    let person = &got.json("data/centre/people.json")[0];
    assert_eq!(
        person["note"],
        "Anna Weber (anna@example.org, weber@example.com, +49 171 2345678) traf […], […], […], mit […]."
    );
    assert_eq!(
        person["custom"],
        r#"{"second":"weber@example.com","partner":"[…]","[…]":1,"iban":"DE89370400440532013000","his":"[…]"}"#
    );
    assert_eq!(person["picture"]["omitted"], "about-another-person");
    // The map calls them no free texts: they are the person's as they are.
    assert_eq!(
        (&person["mobile"], &person["remark"]),
        (&"0171 2345678".into(), &"met Karl Schneider".into())
    );
    let letter = &got.json("data/centre/letters.json")[0];
    assert_eq!(
        letter["body"],
        "Von DE89370400440532013000 (Kto.-Nr. 0532013000) an […], Karte 4111-1111-1111-1111 statt […]."
    );
    assert_eq!(letter["account"], "[…]");
    let talk = got.files.keys().find(|name| name.starts_with("conversations/")).unwrap();
    let said = got.text(talk);
    assert!(said.contains("DE89 3704 0044 0532 0130 00") && !said.contains("Karl"), "{said}");
    assert!(!got.holds("GB29"));
    let sheet = got.text("data/centre/people.csv");
    assert!(!sheet.contains("karl@") && !sheet.contains("GB29"), "{sheet}");
    assert_eq!((got.summary.hidden(), got.summary.places()), (1, 10));
}

#[tokio::test]
async fn free_texts_tell_of_the_person_alone_on_sqlite() {
    free_texts_tell_of_the_person_alone(&Base::sqlite()).await;
}

#[tokio::test]
async fn free_texts_tell_of_the_person_alone_on_postgresql() {
    let Some(server) = Server::start() else { return };
    free_texts_tell_of_the_person_alone(&Base::postgres(&server, "free")).await;
}

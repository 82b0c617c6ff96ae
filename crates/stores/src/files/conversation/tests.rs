//! What is kept of a conversation, beside a reader that holds the whole of it.

use data_encoding::BASE64URL_NOPAD;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::feed::DEEPEST;
use super::*;

fn of(text: &str) -> Result<Facts, String> {
    facts(&mut text.as_bytes()).map_err(|trouble| match trouble {
        Trouble::Damaged(code) => code,
        other => format!("{other:?}"),
    })
}

/// What a reader that holds the whole says.
fn whole(conversation: &Json) -> Option<Facts> {
    let text = |name: &str| conversation.get(name).and_then(Json::as_str).map(str::to_owned);
    let party = |party: &Json| {
        let known = ["name", "tel", "mailto"].into_iter();
        let known = known.filter_map(|name| Some((name, party.get(name)?)));
        let known = known.filter(|(_, value)| !value.is_null());
        let members: Vec<_> = known.map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    };
    let parties: Vec<_> = conversation.get("parties")?.as_array()?.iter().map(party).collect();
    Some(Facts {
        subject: text("subject"),
        parties: Some(format!("[{}]", parties.join(","))),
        created_at: text("created_at"),
        dialogs: conversation.get("dialog").and_then(Json::as_array).map_or(0, Vec::len),
    })
}

fn json_of_any_kind() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<i32>().prop_map(|n| Json::from(f64::from(n) / 4.0)),
        "\\PC{0,6}|[\"\\\\\\[{}\\]\n]{0,4}".prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let name = "name|tel|mailto|payload|[\"a{]{1,2}";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(name, inner, 0..4)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Json> {
    json_of_any_kind()
        .prop_map(|value| if value.is_object() { value } else { json!({ "tel": value }) })
}

/// Parts of texts, of which some may not stand there.
const PARTS: &[&str] = &[
    "abc",
    "é",
    "\u{7f}",
    "[{",
    "}]",
    "\\u00e9",
    "\\ud83c\\udfa7",
    "\\\\",
    "\\\"",
    "\\n",
    "\\/",
    "\\u0",
    "\\uzzzz",
    "\\x",
    "\\",
    "\"",
    "\n",
    "\u{1}",
];

proptest! {
    #[test]
    fn a_conversation_in_pieces_says_what_it_says_as_a_whole(
        subject in "\\PC{0,8}",
        parties in prop::collection::vec(object(), 0..4),
        dialog in prop::collection::vec(json_of_any_kind(), 0..4),
        other in json_of_any_kind(),
        pretty: bool,
    ) {
        let all = json!({ "a": other, "subject": subject, "dialog": dialog, "parties": parties, "z": other });
        let text = if pretty { format!("{all:#}\n") } else { all.to_string() };
        prop_assert_eq!(of(&text).ok(), whole(&all));
        let payload = BASE64URL_NOPAD.encode(text.as_bytes());
        let signed = json!({ "header": other, "payload": payload, "signatures": [other] });
        let text = if pretty { format!("{signed:#}\n") } else { signed.to_string() };
        prop_assert_eq!(of(&text).ok(), whole(&all));
    }

    /// What is passed over is no less JSON for it, and what is none is told where the reader of JSON alone finds it.
    #[test]
    fn texts_that_are_passed_over_are_read_as_the_reader_of_json_reads_them(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..8),
        before in prop::sample::select(vec![0, 65_530, 65_535, 131_060]),
        name: bool,
    ) {
        let (long, parts) = ("x".repeat(before), parts.concat());
        let text = if name { format!("{{\n\"{parts}\": 1}}") } else { format!("[1,\n\"{long}{parts}\", \"{parts}\"]") };
        let text = format!("{{\"parties\":[],\n\"dialog\": [],\"attachments\":{text}}}");
        let alone = serde_json::Deserializer::from_reader(text.as_bytes());
        let alone = { let mut alone = alone; IgnoredAny::deserialize(&mut alone).and_then(|_| alone.end()) };
        let place = alone.map_err(|e| format!("no conversation, line {} column {}", e.line(), e.column()));
        prop_assert_eq!(of(&text).map(drop), place);
    }

    #[test]
    fn whatever_the_bytes_reading_ends(text in "[\\[{}\\],:\" a]{0,40}", at in 0_usize..200) {
        let _ = of(&text);
        let all = json!({ "payload": BASE64URL_NOPAD.encode(text.as_bytes()), "parties": [{ "name": text }] });
        let all = all.to_string();
        let _ = all.get(..at).map(of);
    }
}

#[test]
fn what_cannot_be_read_is_told_without_its_content() {
    let signed =
        |text: &str| format!("{{\"payload\":\"{}\"}}", BASE64URL_NOPAD.encode(text.as_bytes()));
    let no_parties = "no parties that can be read".to_owned();
    let no_base = "no base64url in the signed conversation".to_owned();
    for (text, code) in [
        ("{}".to_owned(), no_parties.clone()),
        (r#"{"parties":null,"payload":null}"#.to_owned(), no_parties.clone()),
        (signed("{}"), no_parties.clone()),
        // A signature within a signature is none of ours.
        (signed(&signed("{\"parties\":[]}")), no_parties),
        (r#"{"payload":"An na"}"#.to_owned(), no_base.clone()),
        (format!("{{\"payload\":\"{}+\"}}", "e30g".repeat(5000)), no_base),
        (signed("{\"parties\":[Anna"), "no conversation, line 1 column 13".to_owned()),
        ("{\n\"parties\":[{}]} Anna".to_owned(), "no conversation, line 2 column 17".to_owned()),
        (r#"{"payload":"e30"#.to_owned(), "no conversation, line 1 column 15".to_owned()),
    ] {
        let told = of(&text).unwrap_err();
        // How far the reader of JSON came depends on what stands in for a text.
        let plain = |code: &str| code.split(", line").next().map(str::to_owned);
        assert_eq!(plain(&told), plain(&code), "{text}");
    }
    for text in
        [r#"{"parties":[{"tel":1,"tel":2}]}"#, r#"{"parties":[],"parties":[]}"#, r#"{"payload":7}"#]
    {
        assert!(of(text).unwrap_err().starts_with("no conversation"), "{text}");
    }
    // The parties beside a signature count.
    let both = format!("{},\"parties\":[]}}", signed("{Anna").trim_end_matches('}'));
    assert_eq!(of(&both).unwrap().parties.as_deref(), Some("[]"));
}

#[test]
fn more_than_may_be_held_is_refused() {
    let long = "x".repeat(usize::try_from(LONGEST).unwrap() / 2 + 1);
    let numbers = "1e15,".repeat(usize::try_from(LONGEST).unwrap() / 16);
    for text in [
        format!("{{\"subject\":\"{long}\",\"created_at\":\"{long}\",\"parties\":[]}}"),
        format!("{{\"parties\":[{{\"name\":\"{long}\"}},{{\"tel\":\"{long}\"}}]}}"),
        format!("{{\"parties\":[{{\"name\":[{numbers}0]}}]}}"),
        format!("{{\"{long}\":1,\"parties\":[]}}"),
    ] {
        let told = facts(&mut text.as_bytes());
        assert!(matches!(told, Err(Trouble::Long { size }) if size > LONGEST), "{}", text.len());
    }
    // What is not kept may be as long as it is.
    let passed =
        format!("{{\"a\":\"{long}{long}\",\"parties\":[{{\"x\":\"{long}{long}{long}\"}}]}}");
    assert_eq!(of(&passed).unwrap().parties.as_deref(), Some("[{}]"));
    let deep =
        |depth| format!("{{\"a\":{}{},\"parties\":[]}}", "[".repeat(depth), "]".repeat(depth));
    assert!(of(&deep(DEEPEST - 1)).is_ok());
    assert!(of(&deep(DEEPEST)).unwrap_err().starts_with("lists within lists"));
}

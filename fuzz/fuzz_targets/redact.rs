//! People taken out of texts that stay: it ends, JSON stays JSON with as much in it, what tells of nobody is not touched, and once is enough.
#![no_main]
use abide_rights::redact::{self, Texts};
use serde_json::Value as Json;

/// How many lists, objects, members and values there are.
fn size(json: &Json) -> usize {
    match json {
        Json::Array(list) => 1 + list.iter().map(size).sum::<usize>(),
        Json::Object(members) => 1 + members.values().map(|value| 1 + size(value)).sum::<usize>(),
        _ => 1,
    }
}

libfuzzer_sys::fuzz_target!(|input: &str| {
    let texts = Texts::default();
    // The first lines say who goes.
    let mut lines = input.splitn(3, '\n');
    let people: Vec<String> = lines.by_ref().take(2).map(str::to_owned).collect();
    let text = lines.next().unwrap_or_default();
    assert_eq!(redact::text(&texts, text, &[], false), text);
    for everybody in [false, true] {
        let out = redact::text(&texts, text, &people, everybody);
        if let Ok(before @ (Json::Array(_) | Json::Object(_))) = serde_json::from_str(text) {
            let after = serde_json::from_str(&out).unwrap();
            assert_eq!(size(&before), size(&after), "{out}");
        }
    }
    let out = redact::text(&texts, text, &people, false);
    assert_eq!(redact::text(&texts, &out, &people, false), out);
});

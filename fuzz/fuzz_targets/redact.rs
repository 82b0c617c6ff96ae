//! People taken out of texts that stay: it ends, JSON stays JSON of its kind, and of nobody nothing is taken.
#![no_main]
use abide_rights::redact::{self, Texts};
use serde_json::Value as Json;

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
            let after: Json = serde_json::from_str(&out).unwrap();
            assert_eq!(before.is_array(), after.is_array(), "{out}");
        }
    }
});

//! Edits of a policy file: what was TOML stays TOML, and only what was asked for changes.
#![no_main]
use abide_policy::edit::{Edit, New, edit};

const SMALL: &str = include_str!("../../crates/policy/tests/small.toml");

libfuzzer_sys::fuzz_target!(|input: (&str, &str, u8)| {
    let (place, text, kind) = input;
    let change = match kind % 3 {
        0 => Edit::Set(place.to_owned(), New::Str(text.to_owned())),
        1 => Edit::Remove(place.to_owned()),
        _ => Edit::Add(place.to_owned(), text.to_owned()),
    };
    if let Ok(after) = edit(SMALL, &change) {
        let reading = abide_policy::source::read_policy(&after);
        assert!(reading.diagnostics.iter().all(|d| d.code.id() != "toml.syntax"), "{change:?}\n{after}");
    }
});

//! Map files: whatever the text, reading and checking end, places lie in the text, and what is written is read again.
#![no_main]
use abide_policy::{check::map::maps_together, diagnostic, source};

const POLICY: &str = include_str!("../seeds/policy_file/small.toml");

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = source::text_of(bytes) else { return };
    let mut reading = source::read_map(text);
    if let Some(policy) = source::read_policy(POLICY).draft {
        reading = reading.against(&policy);
    }
    for d in &reading.diagnostics {
        assert!(d.span.start <= d.span.end && d.span.end <= text.len(), "{d:?}");
    }
    assert_eq!(reading.value.is_none(), diagnostic::has_errors(&reading.diagnostics));
    let _ = diagnostic::to_terminal("f", text, &reading.diagnostics, false);
    let Some(map) = reading.value else { return };
    let _ = maps_together(&[&map, &map]);
    let again = source::read_map(&source::write_map(&map));
    assert_eq!(again.draft, Some(map));
});

//! Policy files and site files: whatever the text, reading, rendering and deciding end, and places lie in the text.
#![no_main]
use abide_policy::{decide::Compiled, diagnostic, source, version::Version};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = source::text_of(bytes) else { return };
    let reading = source::read_policy(text);
    for d in &reading.diagnostics {
        assert!(d.span.start <= d.span.end && d.span.end <= text.len(), "{d:?}");
    }
    assert_eq!(reading.value.is_none(), diagnostic::has_errors(&reading.diagnostics));
    let _ = diagnostic::to_terminal("f", text, &reading.diagnostics, false);
    let _ = diagnostic::to_json("f", text, &reading.diagnostics);
    let _ = source::read_site(text);
    if let Some(policy) = reading.draft {
        let _ = Compiled::of(&Version::new(policy, text.to_owned()));
    }
});

//! Internet Explorer's preference string and import file.
#![no_main]
use abide_agents::{Cookie, ie6};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(preferences) = text.parse::<ie6::preferences::Preferences>() {
        let _ = preferences.decide("NOI CURa OUR", Cookie::Session);
    }
    let _ = ie6::import::Import::read(&text);
});

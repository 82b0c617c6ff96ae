//! Logs of web servers, and what else shows itself by its first characters.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod scan;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| scan::pasted("", bytes));

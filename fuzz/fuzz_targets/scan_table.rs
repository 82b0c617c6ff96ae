//! Tables as text.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod scan;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| scan::pasted("a.csv", bytes));

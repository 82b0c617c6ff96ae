//! P3P documents: whatever the bytes, reading ends; what was read is written and read again the same.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| document::holds(bytes));

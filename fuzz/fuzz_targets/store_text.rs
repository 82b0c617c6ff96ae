//! Transcripts as a table.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod store;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| store::kept("a.vtt", abide_stores::files::Format::Transcript, bytes));

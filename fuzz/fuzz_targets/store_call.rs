//! Conversations (vCon) as a table.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod store;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| store::kept("a.vcon.json", abide_stores::files::Format::Vcon, bytes));

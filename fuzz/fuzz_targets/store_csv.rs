//! CSV as a table.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod store;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| store::kept("a.csv", abide_stores::files::Format::Csv { delimiter: None }, bytes));

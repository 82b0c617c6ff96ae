//! What telephony writes (call record): whatever the bytes, reading ends and what is written is read again.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod call;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| call::record(bytes));

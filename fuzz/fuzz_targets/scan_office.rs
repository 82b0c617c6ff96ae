//! Texts of office documents: the bytes are what stands in a member.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
mod scan;

/// By which a member with text is told.
const HEAD: &[u8] = b"<?xml version=\"1.0\"?><a xmlns=\"urn:oasis:names:tc:opendocument:\">";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| scan::pasted("content.xml", &[HEAD, bytes].concat()));

//! Reference files: the bytes are what stands in POLICY-REFERENCES.
#![no_main]

mod document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut text = b"<META xmlns=\"http://www.w3.org/2002/01/P3Pv1\"><POLICY-REFERENCES>".to_vec();
    text.extend_from_slice(bytes);
    text.extend_from_slice(b"</POLICY-REFERENCES></META>");
    document::holds(&text);
});

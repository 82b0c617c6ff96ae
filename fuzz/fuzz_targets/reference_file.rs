//! Reference files: whatever the bytes, reading ends; what was read is written and read again the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut text = b"<META xmlns=\"http://www.w3.org/2002/01/P3Pv1\"><POLICY-REFERENCES>".to_vec();
    text.extend_from_slice(bytes);
    text.extend_from_slice(b"</POLICY-REFERENCES></META>");
    document(&text);
});

fn document(bytes: &[u8]) {
    let reading = abide_p3p::convert::check(bytes);
    for d in &reading.diagnostics {
        assert!(d.span.start <= d.span.end && d.span.end <= bytes.len(), "{d:?}");
        let _ = (d.message(), d.help());
    }
    for imported in abide_p3p::import::import(bytes, &abide_p3p::convert::Settings::default()).policies {
        assert!(abide_policy::source::read_policy(&imported.toml).value.is_some(), "{}", imported.toml);
    }
    let Some(document) = reading.document else { return };
    let printed = abide_p3p::write::print(&document);
    let again = abide_p3p::read::read(printed.as_bytes()).document.expect("what we print is a document");
    assert_eq!(abide_p3p::write::print(&again), printed, "printing is stable");
}

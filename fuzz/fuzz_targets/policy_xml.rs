//! P3P documents: whatever the bytes, reading ends; what was read is written and read again the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    abide_fuzz_targets::document(bytes);
});

mod abide_fuzz_targets {
    pub fn document(bytes: &[u8]) {
        let reading = abide_p3p::read::read(bytes);
        for d in &reading.diagnostics {
            assert!(d.span.start <= d.span.end && d.span.end <= bytes.len(), "{d:?}");
        }
        let Some(document) = reading.document else { return };
        let printed = abide_p3p::write::print(&document);
        let again = abide_p3p::read::read(printed.as_bytes()).document.expect("what we print is a document");
        assert_eq!(abide_p3p::write::print(&again), printed, "printing is stable");
    }
}

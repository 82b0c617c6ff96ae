//! What must hold for every P3P document; the targets differ in what they put around the bytes.

pub fn holds(bytes: &[u8]) {
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

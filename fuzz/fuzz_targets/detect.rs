//! Any text: looking ends without a panic, findings are in order, do not overlap, stand at characters, and each score is a
//! percentage.
#![no_main]

use std::sync::LazyLock;

use abide_detect::finder::Scratch;
use abide_detect::{Finder, Options};

static FINDER: LazyLock<Finder> =
    LazyLock::new(|| Finder::new(Options { explain: true, ..Options::default() }));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let report = FINDER.report(&text, &mut Scratch::default());
    let mut end = 0;
    for finding in &report.findings {
        assert!(finding.place.start >= end && finding.place.end > finding.place.start);
        assert!(text.get(finding.place.clone()).is_some());
        assert!(finding.score <= 100);
        end = finding.place.end;
    }
    for miss in &report.misses {
        assert!(text.get(miss.place.clone()).is_some());
    }
});

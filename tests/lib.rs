//! Where the corpus of real cases lies, for every test that reads it.

use std::path::PathBuf;

/// The folder of real cases: `ABIDE_CORPUS`, else `../shared/corpus` beside the repository.
///
/// `None` (said loudly on standard error) where it is absent, as in a newcomer's clone: the caller then skips.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test asks its surroundings and says what it skips"
)]
pub fn corpus(part: &str) -> Option<PathBuf> {
    let root = std::env::var("ABIDE_CORPUS").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus")),
        PathBuf::from,
    );
    let place = root.join(part);
    if place.exists() {
        return Some(place);
    }
    eprintln!(
        "SKIPPED: no corpus at {} (set ABIDE_CORPUS to run this test on real cases)",
        place.display()
    );
    None
}

//! What tests ask their surroundings for: the corpus of real cases, and Python packages that judge results,
//! a PostgreSQL server, a server of S3.

use std::path::PathBuf;
use std::process::Command;

#[expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test starts what it needs and fails loudly"
)]
mod disk;

#[expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test starts what it needs and fails loudly"
)]
pub mod postgres;

#[expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test starts what it needs and fails loudly"
)]
pub mod s3;

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

/// The Python that has a package: the one that `ABIDE_` and the package's name in capitals says, else that of `./check`, else
/// the one on the path.
///
/// `None` (said loudly on standard error) where there is none: the caller then skips.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test asks its surroundings and says what it skips"
)]
pub fn python(package: &str) -> Option<String> {
    let variable = format!("ABIDE_{}", package.to_uppercase());
    let own = format!("{}/../target/{package}/bin/python", env!("CARGO_MANIFEST_DIR"));
    let has = |python: &String| {
        let run = Command::new(python).args(["-c", &format!("import {package}")]).output();
        run.is_ok_and(|done| done.status.success())
    };
    let found = std::env::var(&variable).into_iter().chain([own, "python3".to_owned()]).find(has);
    if found.is_none() {
        eprintln!(
            "SKIPPED: no Python with {package} (pip install {package}, {variable} says where)"
        );
    }
    found
}

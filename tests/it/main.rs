//! Tests that cross crates; one file a subject.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests read files and fail by panicking"
)]

mod decisions;
mod detect;
mod dpv;
mod generated;
mod p3p;
mod postgres;
mod statements;
mod verdicts;

//! The documents as a whole: one file a subject.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod hostile;
mod pages;
mod sample;
mod snapshots;

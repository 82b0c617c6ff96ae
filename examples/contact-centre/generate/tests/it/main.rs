//! The example store as a whole: complete, the same each time, true to its schema, its map and its truth.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "tests read files and fail by panicking"
)]

mod common;
mod discover;
mod documents;
mod erased;
mod rights;
mod store;
mod truth;

//! Tests over whole tables and whole calls.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test fails by panicking, reads the corpus and tells what it measured"
)]

mod adult;
mod apply;
mod calls;
mod naive;
mod recordings;

//! Tests over whole tables and whole calls.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and reads the corpus"
)]

mod adult;
mod apply;
mod calls;
mod naive;
mod opus;
mod recordings;

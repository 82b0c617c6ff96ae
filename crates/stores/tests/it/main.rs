//! The trait of stores, on databases.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod base;
mod cleaning;
mod collation;
mod encrypted;
mod failures;
mod memory;
mod schema;
mod suite;
mod values;

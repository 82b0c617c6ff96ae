//! Tests over whole files.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and makes its files"
)]

mod files;

//! Tests over whole files.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, makes its files and tells what it skips"
)]

mod files;

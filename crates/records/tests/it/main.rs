//! The behaviour of the records, and what holds for each backend.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "tests")]

mod encrypted;
mod kill;
mod marks;
mod migrations;
mod postgres;
mod sqlite;
mod suite;

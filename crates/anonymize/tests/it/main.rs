//! Tests over whole tables.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod adult;
mod apply;
mod naive;

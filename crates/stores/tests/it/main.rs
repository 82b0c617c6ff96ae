//! The trait of stores, on databases.

mod base;
mod failures;
mod schema;
mod suite;
mod values;

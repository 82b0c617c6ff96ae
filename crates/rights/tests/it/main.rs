//! Rights over real stores.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod check;
mod desk;
mod discover;
mod ownership;
mod world;

//! Rights over real stores.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod chart;
mod check;
mod desk;
mod discover;
mod export;
mod faults;
mod hands;
mod held;
mod model;
mod own;
mod ownership;
mod random;
mod schemas;
mod search;
mod versions;
mod world;

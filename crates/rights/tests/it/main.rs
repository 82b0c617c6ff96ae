//! Rights over real stores.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod chart;
mod desk;
mod model;
mod ownership;
mod random;
mod schemas;
mod world;

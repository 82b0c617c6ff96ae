//! Rights over real stores.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod acting;
mod alike;
mod among;
#[cfg(feature = "s3")]
mod bucket;
mod by_index;
mod chart;
mod check;
mod chosen;
mod cleaned;
mod clock;
mod collated;
mod desk;
mod discover;
mod export;
mod faults;
mod filed;
mod flawed;
mod followed;
mod forgotten;
mod handed;
mod hands;
mod held;
mod holds;
mod inside;
mod interfering;
mod meant;
mod migrated;
mod model;
mod named;
mod near;
mod odd;
mod overtaken;
mod own;
mod ownership;
mod random;
mod rectified;
mod reused;
mod schemas;
mod search;
mod spelled;
mod swept;
mod tenants;
mod told;
mod unread;
mod versions;
mod world;

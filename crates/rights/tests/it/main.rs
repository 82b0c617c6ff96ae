//! Rights over real stores.

mod export;
mod ownership;
mod world;

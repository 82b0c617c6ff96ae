//! Rights over real stores.

mod desk;
mod export;
mod ownership;
mod world;

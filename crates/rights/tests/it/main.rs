//! Rights over real stores.

mod desk;
mod ownership;
mod world;

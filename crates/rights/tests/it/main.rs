//! Rights over real stores.

mod ownership;
mod world;

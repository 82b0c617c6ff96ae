//! Rights over real stores.

mod check;
mod desk;
mod discover;
mod ownership;
mod world;

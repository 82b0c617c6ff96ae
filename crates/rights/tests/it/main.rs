//! Rights over real stores.

mod check;
mod desk;
mod discover;
mod export;
mod ownership;
mod world;

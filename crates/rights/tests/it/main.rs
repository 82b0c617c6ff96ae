//! Rights over real stores.

mod check;
mod discover;
mod ownership;
mod world;

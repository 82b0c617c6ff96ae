//! Rights over real stores.

mod desk;
mod faults;
mod ownership;
mod world;

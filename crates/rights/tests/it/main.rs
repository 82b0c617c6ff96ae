//! Rights over real stores.

mod chart;
mod model;
mod ownership;
mod random;
mod schemas;
mod world;

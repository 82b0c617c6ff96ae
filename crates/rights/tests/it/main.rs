//! Rights over real stores.

mod chart;
mod ownership;
mod schemas;
mod world;

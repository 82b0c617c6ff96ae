//! What people ask of an organisation that holds their data (GDPR Art. 15 to 22): found, planned, approved, done, verified.
//!
//! Leaves to others: what a policy permits and what a map file says (`abide-policy`), reading and changing stores
//! (`abide-stores`), our own tables (`abide-records`), what people see (`abide-server`, the command line).

pub mod atlas;
pub mod check;
mod compared;
pub mod deadline;
pub mod desk;
pub mod discover;
pub mod execute;
pub mod export;
pub mod find;
pub mod hands;
pub mod hold;
pub mod identity;
pub mod letter;
mod neutral;
pub mod open;
pub mod own;
pub mod pace;
pub mod plan;
pub mod reach;
pub mod recipients;
pub mod rectify;
pub mod redact;
pub mod sample;
pub mod state;
pub mod sweep;
pub mod together;
pub mod verify;
pub mod view;

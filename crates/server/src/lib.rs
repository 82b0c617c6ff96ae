//! HTTP: the published policy, and the pages that judge.
//!
//! Owns: a site's folder and how it becomes what is published ([`SiteFiles`], [`load()`]), the static site ([`publish()`]),
//! the server ([`Server`]), requests in the browser. Leaves to others: what policies say (`abide-policy`), what pages say (`abide-notice`),
//! verdicts (`abide-agents`), storage (`abide-records`), the command line (`abide`).
//!
//! The way of one request is in `app.rs`; what a reader is told when it cannot be answered is in `problem.rs`.

mod app;
pub mod clock;
mod desk;
mod edit;
mod error;
mod find;
mod folder;
mod http;
mod judge;
mod library;
mod load;
mod maps;
mod p3p_header;
mod pages;
mod patience;
mod problem;
mod publish;
mod routes;
mod serve;

pub use desk::{
    NotAtDesk, checked_name, keys_of, new_key, open_desk, open_desk_to_look,
    open_desk_without_stores, site_keys,
};
pub use error::Error;
pub use load::{Loaded, RECORDS, SITE_FILE, SiteFiles, SourceFile, load};
pub use maps::MapFile;
pub use publish::{Published, publish};
pub use serve::{Limits, Options, Server, serve, told_to_stop};

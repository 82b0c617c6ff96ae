//! The server over real connections: what HTTP promises, and what hostile clients get.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "tests")]

mod client;
mod desk;
mod edit;
mod finding;
mod forms;
mod handed;
mod hands;
mod holds;
mod holidays;
mod hostile;
mod hour;
mod http;
mod judging;
mod letters;
mod log;
mod migrated;
mod now;
mod plans;
mod publishing;
mod search;
mod site;

//! Requests and the data map in the browser: the queue, a request with its plan, what is done about it; the map drawn.
//!
//! Owns: the desk of a site while it is served ([`room`]), the worker that carries requests on, the pages. Leaves to
//! others: who is let in (`crate::edit`: the same session), what happens to requests (`abide-rights`), the words
//! (`locales/<lang>/requests.ftl`).
//!
//! Every form says from which version of the request it was made, and an approval which plan it approves: whoever was
//! overtaken is told so and sees how the request stands now. Nothing needs a script. Addresses and logs hold ids only.

mod act;
mod archive;
mod beside;
mod case;
mod correct;
mod draw;
mod form;
mod handing;
mod hands;
mod holds;
mod keys;
mod letter;
mod map;
mod name;
mod now;
mod own;
mod paper;
mod past;
mod place;
mod queue;
mod read;
mod result;
mod room;
mod routes;
mod search;
mod words;
mod work;

pub use keys::{new_key, site_keys};
pub use name::checked as checked_name;
pub(crate) use room::Room;
pub use room::{NotAtDesk, keys_of, open_desk, open_desk_to_look, open_desk_without_stores};
pub(crate) use routes::router;
pub(crate) use work::work;

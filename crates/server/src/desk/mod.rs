//! The desk of a site.

mod room;

pub use room::{NotAtDesk, open_desk};

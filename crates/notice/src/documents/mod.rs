//! Every document, one file each.
//!
//! To add one: a file with a type that implements [`Document`], and its line in [`DOCUMENTS`].

mod archive;
pub mod changes;
pub mod compact;
mod cookies;
pub mod dpv;
mod notice;
mod p3p;
mod problems;
mod record;
pub(crate) mod sheet;
mod start;
mod style;
mod sub_processors;
mod well_known;

use crate::document::Document;

pub use notice::answer;

/// Every document.
pub static DOCUMENTS: &[&dyn Document] = &[
    &start::Start,
    &notice::Notice,
    &cookies::Cookies,
    &compact::Compact,
    &sub_processors::SubProcessors,
    &record::Record,
    &archive::Archive,
    &archive::ArchivedNotice,
    &archive::Source,
    &changes::Changes,
    &p3p::P3p,
    &dpv::Dpv,
    &well_known::SecurityTxt,
    &well_known::GpcJson,
    &problems::Problems,
    &style::Style,
    &style::Icon,
];

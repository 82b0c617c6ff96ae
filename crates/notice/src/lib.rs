//! A policy as documents, in languages: the notice people read, the archive, the record of processing, P3P and DPV.
//!
//! Owns: which documents exist and under which addresses ([`DOCUMENTS`], [`Address`]), their text and look, and the
//! languages they are written in ([`Locales`]). Leaves to others: what the policy says (`abide-policy`), P3P's formats
//! (`abide-p3p`), verdicts (`abide-agents`), files and HTTP.
//!
//! Pure: no file, clock, network or randomness; the day is given in [`Publication::today`].

pub mod block;
pub mod csv;
mod document;
mod documents;
pub mod html;
mod locale;
pub mod markdown;
pub mod problem;
pub mod verdict;
mod words;

pub use document::{Address, Document, Link, Map, Page, Publication, Subject};
pub use documents::DOCUMENTS;
pub use documents::{answer, changes, compact as explain, dpv};
pub use locale::{Locale, Locales};
pub use words::Spoken;

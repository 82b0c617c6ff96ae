//! Removes personal data for good, and measures the risk that remains.
//!
//! **Owns**: texts and conversations without personal data ([`text`]); tables made k-anonymous with measured loss and risk
//! ([`table`]); recordings in which what was said is replaced ([`sound`]). **Leaves to others**: finding personal data
//! (`abide-detect`), files and arguments (the binary). Nothing that is made here leads back: no key, no table and no salt
//! is kept. The one exception says so in its name ([`text::Pseudonyms`]).

pub mod sound;
pub mod table;
pub mod text;

//! A privacy policy as a value: its vocabulary, its statements, the file it is written in, and what it decides.
//!
//! Owns: the words of P3P and the GDPR ([`vocab`]), data elements ([`data`]), the policy itself ([`model`]), its source
//! file ([`source`]), what is wrong with it ([`check`], [`diagnostic`]), what changed between two versions ([`diff`]) and
//! what it permits ([`decide`]). Leaves to others: P3P's formats (`abide-p3p`), browsers' verdicts (`abide-agents`),
//! documents and languages (`abide-notice`), storage and transport.
//!
//! Pure: no file, clock, network or randomness.

pub mod check;
pub mod codes;
pub mod data;
pub mod decide;
pub mod diagnostic;
pub mod diff;
pub mod edit;
pub mod law;
pub mod map;
pub mod model;
pub mod site;
pub mod source;
pub mod text;
pub mod version;
pub mod vocab;

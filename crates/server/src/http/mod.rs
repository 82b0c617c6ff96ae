//! What every answer has in common, whatever it is about: negotiation, entity tags, encodings, headers.
//!
//! Owns: HTTP's rules as functions and values. Leaves to others: which pages there are ([`crate::library`]), which
//! routes ([`crate::app`]), connections ([`crate::serve`]).

pub(crate) mod headers;
pub(crate) mod negotiate;
pub(crate) mod representation;

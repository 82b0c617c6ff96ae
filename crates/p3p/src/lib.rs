//! P3P's formats: what the Platform for Privacy Preferences 1.0 (and 1.1) lets a site publish for machines.
//!
//! Owns: reading and writing them. Leaves to others: the policy they are made from (`abide-policy`) and what user agents
//! make of them (`abide-agents`).
//!
//! The way in: bytes → [`xml`] (a tree with places) → [`read`] (documents, [`ast`]) → [`validate`] (what is wrong) →
//! [`convert`] (a policy) → [`import`] (a policy file). The way out: a policy → [`export`] → [`write`](mod@write); and
//! [`derive`](mod@derive) → [`compact`] for the header.

pub mod ast;
pub mod compact;
pub mod convert;
pub mod derive;
pub mod export;
pub mod import;
mod problems;
pub mod read;
pub mod schema;
pub mod v11;
pub mod validate;
pub mod write;
pub mod xml;

#[cfg(test)]
mod testing;

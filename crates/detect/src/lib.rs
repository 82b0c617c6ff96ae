//! Finds personal data in text.
//!
//! **Owns**: what kinds of personal data there are and which category of the policy each belongs to ([`Kind`]), how they
//! are recognized (one file per detector in `detectors/`), the words of each language that help (`lexicon/`), and the
//! evidence for each finding. **Leaves to others**: files and their formats (`abide-scan`), telephony formats
//! (`abide-calls`), removing what was found (`abide-anonymize`).
//!
//! # The way of a text
//! 1. [`token`] cuts the text into tokens in one pass: words, numbers, mixtures, signs, line ends. Each word is looked up
//!    in the [`lexicon`] by a hash made on the way.
//! 2. [`finder`] goes over the tokens once. A token wakes the detectors that want its kind: a number, a sign such as `@`,
//!    a word with a sense such as "month". Nothing else is ever looked at twice.
//! 3. A [`detector`] looks around its token, checks (check digits, lengths, ranges, context) and reports a [`Finding`]
//!    with its evidence, or a near miss with the reason.
//! 4. A tagger (`names`) marks persons, places and organisations with a small model over the same tokens.
//! 5. `resolve` settles overlaps: what remains is in text order and does not overlap.
//!
//! ```
//! use abide_detect::{Finder, Kind};
//! let finder = Finder::default();
//! let found = finder.find("Write to anna@example.org, please.");
//! assert_eq!(found.len(), 1);
//! assert_eq!(found[0].kind, Kind::Email);
//! ```

pub mod beside;
pub mod check_digit;
pub mod detector;
mod detectors;
pub mod finder;
pub mod finding;
mod kind;
pub mod lexicon;
pub mod names;
pub mod number;
pub mod pattern;
pub mod phone;
mod places;
mod resolve;
pub mod rules;
pub mod token;
mod wake;

pub use finder::{Finder, Options};
pub use finding::{Evidence, Finding, Miss};
pub use kind::Kind;
pub use rules::Rules;

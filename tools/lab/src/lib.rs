//! The detector's laboratory: what reads labelled text, trains the tagger and scores findings.
//!
//! **Owns** the programs `score` and `train` and the measures they print. **Leaves** everything that runs in the product
//! to `abide-detect`. Labelled text is one JSON object a line, `{"text", "spans":[{"start","end","label"}]}`, with places
//! in code points, end exclusive.

pub mod labelled;
pub mod measure;
pub mod random;
pub mod templates;
pub mod train;

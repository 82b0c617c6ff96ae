//! Training of the tagger: labelled text to sequences, sequences to weights, weights to the file that ships.

pub mod crf;
pub mod pack;
pub mod sequence;

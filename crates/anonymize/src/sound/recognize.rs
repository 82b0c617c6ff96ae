//! Who says what was said when: the user's transcript, or a program that listens.

use abide_calls::Document;

use super::{Shape, SoundError};

/// Turns a recording into a transcript with times.
///
/// It hears the recording block by block while its length and tones are found ([`super::survey`]), then tells.
pub trait Recognizer {
    /// Hears the next block: samples of the channels alternate.
    ///
    /// # Errors
    /// If it cannot take it.
    fn hear(&mut self, shape: &Shape, block: &[f64]) -> Result<(), SoundError>;

    /// What was said. Times are milliseconds from the beginning.
    ///
    /// # Errors
    /// If it did not understand.
    fn said(&mut self) -> Result<Document, SoundError>;
}

/// A transcript that is there already.
#[derive(Clone, Debug)]
pub struct Supplied(pub Document);

impl Recognizer for Supplied {
    fn hear(&mut self, _: &Shape, _: &[f64]) -> Result<(), SoundError> {
        Ok(())
    }

    fn said(&mut self) -> Result<Document, SoundError> {
        Ok(self.0.clone())
    }
}

/// Nobody listens: where the spans are known already.
impl Recognizer for () {
    fn hear(&mut self, _: &Shape, _: &[f64]) -> Result<(), SoundError> {
        Ok(())
    }

    fn said(&mut self) -> Result<Document, SoundError> {
        Err(SoundError::new("no transcript", 0.0, "give one"))
    }
}

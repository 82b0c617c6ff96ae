//! Recordings without personal data.
//!
//! **Owns**: from a recording to samples ([`Recording`]), from what is replaced in a transcript with times to the spans
//! that go ([`locate`], [`Spans`]), the tones of pressed keys ([`Dtmf`]), what is heard instead ([`Filling`]), and the new
//! recording as WAV ([`survey`], [`redact`]). **Leaves to others**: what was said ([`Recognizer`]; as a rule a transcript
//! that the user has), finding personal data in it (`abide-detect`), files, randomness (the binary).
//!
//! The new recording is as long as the old one, and outside of the spans each sample is the decoded one. What remains is a
//! voice, by which a person can be recognized: such a recording is not anonymous, it only says less.

mod decode;
mod dtmf;
mod ends;
mod error;
pub mod limits;
mod locate;
mod ogg;
mod opus;
mod recognize;
mod redact;
mod replace;
mod spans;
mod vcon;
pub mod wav;

pub use decode::{Recording, Source};
pub use dtmf::{Dtmf, Tone};
pub use error::SoundError;
pub use locate::{Located, locate};
pub use recognize::{Recognizer, Supplied};
pub use redact::{Survey, redact, survey};
pub use replace::Filling;
pub use spans::{CARD_MARGIN, MARGIN, Spans, Stretch, Why, is_card};
pub use vcon::{DialogSound, NewSound, Sounds, dialogs};

/// How much later than the end of the recording something may be said, in milliseconds: transcripts round.
pub const SLACK: u64 = 2_000;

/// What the samples of a recording are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Samples a second, in each channel.
    pub rate: u32,
    /// How many channels.
    pub channels: usize,
    /// How each is written.
    pub depth: Depth,
}

/// How a sample is written: as deep as the source has it. Formats that lose anyway become 16 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A whole number of 16 bits.
    Int16,
    /// A whole number of 24 bits.
    Int24,
    /// A whole number of 32 bits.
    Int32,
    /// A floating-point number of 32 bits.
    Float32,
    /// A floating-point number of 64 bits.
    Float64,
}

impl Depth {
    /// The bytes of a sample.
    #[must_use]
    pub const fn bytes(self) -> u16 {
        match self {
            Self::Int16 => 2,
            Self::Int24 => 3,
            Self::Int32 | Self::Float32 => 4,
            Self::Float64 => 8,
        }
    }

    /// Whether it is a floating-point number.
    #[must_use]
    pub const fn is_float(self) -> bool {
        matches!(self, Self::Float32 | Self::Float64)
    }
}

#[cfg(test)]
mod tests;

//! Why a recording was refused: what, at which second, and what to do.

use std::borrow::Cow;
use std::io;

/// Why sound could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SoundError {
    /// The recording is not of a known form, is damaged, cut off or beyond the [limits](super::limits).
    #[error("{what} at {at:.1} s: {remedy}")]
    Refused {
        /// What is wrong.
        what: Cow<'static, str>,
        /// Where, in seconds from the beginning.
        at: f64,
        /// What to do about it.
        remedy: &'static str,
    },
    /// The source failed.
    #[error("the recording cannot be read")]
    Read(#[source] io::Error),
    /// What takes the new recording failed.
    #[error("the new recording cannot be written")]
    Write(#[source] io::Error),
}

impl SoundError {
    pub(crate) fn new(what: impl Into<Cow<'static, str>>, at: f64, remedy: &'static str) -> Self {
        Self::Refused { what: what.into(), at, remedy }
    }
}

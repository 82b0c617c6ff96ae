//! How much of a recording is accepted. Beyond it, reading is an error: nothing is cut off silently.

use std::ops::RangeInclusive;

/// Channels of a recording.
pub const CHANNELS: RangeInclusive<usize> = 1..=16;
/// Samples a second: telephony has 8 000, studios up to 192 000.
pub const RATE: RangeInclusive<u32> = 4_000..=384_000;
/// The longest recording, in seconds. A small file of silence can be days long.
pub const SECONDS: u64 = 24 * 60 * 60;
/// Most bytes of a new recording: what the lengths in a WAV file can say.
pub const BYTES: u64 = u32::MAX as u64 - 1024;

//! What is heard in place of what went.
//!
//! Nothing of it depends on what stood there. Outside of the spans no sample is touched: tone and noise rise and fall
//! inside of them.

use super::{Shape, Spans};

/// What stands in place of what went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filling {
    /// Zeros.
    #[default]
    Silence,
    /// A tone of 1 kHz at -20 dB.
    Tone,
    /// White noise at -31 dB, drawn from the seed.
    Noise(u64),
}

impl Filling {
    /// What it is called.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Silence => "silence",
            Self::Tone => "tone",
            Self::Noise(_) => "noise",
        }
    }

    /// Replaces the spans in a block that begins at a frame.
    pub fn replace(self, block: &mut [f64], first: u64, shape: &Shape, spans: &Spans) {
        let frames = (block.len() / shape.channels.max(1)) as u64;
        for channel in 0..shape.channels {
            let list = spans.of(channel);
            let rate = u64::from(shape.rate);
            let from = list.partition_point(|r| r.end.saturating_mul(rate) <= first);
            for span in list.get(from..).unwrap_or_default() {
                let span = span.start.saturating_mul(rate)..span.end.saturating_mul(rate);
                if span.start >= first + frames {
                    break;
                }
                for frame in span.start.max(first)..span.end.min(first + frames) {
                    let at = (frame - first) as usize * shape.channels + channel;
                    if let Some(sample) = block.get_mut(at) {
                        *sample = self.sample(frame, channel, rate)
                            * fade(frame - span.start, span.end - frame, rate);
                    }
                }
            }
        }
    }

    fn sample(self, frame: u64, channel: usize, rate: u64) -> f64 {
        match self {
            Self::Silence => 0.0,
            Self::Tone => {
                let turn = (frame * 1000 % rate) as f64 / rate as f64;
                0.1 * (std::f64::consts::TAU * turn).sin()
            }
            Self::Noise(seed) => {
                let bits = mixed(seed ^ mixed(frame ^ (channel as u64) << 48));
                ((bits >> 11) as f64 / (1_u64 << 53) as f64 - 0.5) * 0.1
            }
        }
    }
}

/// How loud, from 0 to 1: ten milliseconds up and down.
fn fade(from_start: u64, to_end: u64, rate: u64) -> f64 {
    let whole = (rate / 100).max(1);
    (from_start.min(to_end).min(whole)) as f64 / whole as f64
}

/// `SplitMix64` (Steele, Lea, Flood 2014): every bit of the number changes half of those of the result.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

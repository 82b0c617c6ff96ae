//! Which stretches of a recording go, in which channel.
//!
//! # The rule
//! 1. To each stretch a [margin](MARGIN) is added at both ends: word times are rarely exact. For [cards](is_card) it is
//!    [longer](CARD_MARGIN), since digits are often said again, or half, before and after.
//! 2. The beginning goes down to a whole second of the recording, the end up to one. So a length tells little of what was
//!    said: "Ann" and "Alexandra" both take one to three seconds.
//! 3. Stretches of a channel that touch become one.

use std::ops::Range;

use abide_detect::Kind;

/// What is added before and after each stretch, in milliseconds.
pub const MARGIN: u64 = 250;
/// What is added before and after card data, in milliseconds.
pub const CARD_MARGIN: u64 = 2_000;

/// Why a stretch goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Personal data was said.
    Said(Kind),
    /// Keys were pressed: their tones say which.
    Keys,
}

impl Why {
    /// The label of the kind, or `DTMF`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Said(kind) => kind.label(),
            Self::Keys => "DTMF",
        }
    }
}

/// A stretch of time that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When, in milliseconds.
    pub times: Range<u64>,
    /// In which channel, from 0; in all of them if that is not known.
    pub channel: Option<usize>,
    /// Why.
    pub why: Why,
}

/// Whether a kind is account data of cards (PCI DSS 4.0, section 3): it gets a longer margin.
#[must_use]
pub const fn is_card(kind: Kind) -> bool {
    matches!(kind, Kind::Card | Kind::Cvv | Kind::Expiry)
}

impl Stretch {
    /// The whole seconds that go.
    fn seconds(&self) -> Range<u64> {
        let margin = match self.why {
            Why::Said(kind) if is_card(kind) => CARD_MARGIN,
            _ => MARGIN,
        };
        let end = self.times.end.max(self.times.start).saturating_add(margin).div_ceil(1000);
        self.times.start.saturating_sub(margin) / 1000..end
    }
}

/// What goes, channel by channel, in whole seconds; in order and apart from each other.
///
/// ```
/// use abide_anonymize::sound::{Spans, Stretch, Why};
/// use abide_detect::Kind;
/// let name = Stretch { times: 3_400..3_900, channel: Some(1), why: Why::Said(Kind::Person) };
/// let spans = Spans::new(2, &[name]);
/// assert!(spans.of(0).is_empty());
/// assert_eq!(spans.of(1), [3..5]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Vec<Range<u64>>>);

impl Spans {
    /// The spans of a recording with so many channels. A channel that it does not have stands for all of them.
    #[must_use]
    pub fn new(channels: usize, stretches: &[Stretch]) -> Self {
        let mut spans = Self(vec![Vec::new(); channels]);
        for stretch in stretches {
            let one = stretch.channel.filter(|c| *c < channels);
            let (from, to) = one.map_or((0, channels), |c| (c, c + 1));
            for list in spans.0.get_mut(from..to).unwrap_or_default() {
                list.push(stretch.seconds());
            }
        }
        spans.0.iter_mut().for_each(merge);
        spans
    }

    /// The spans of a channel, in seconds.
    #[must_use]
    pub fn of(&self, channel: usize) -> &[Range<u64>] {
        self.0.get(channel).map_or(&[], Vec::as_slice)
    }

    /// How many spans there are in all channels.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// How long the spans of all channels are together, in a recording that ends there.
    #[must_use]
    pub fn seconds(&self, frames: u64, rate: u32) -> f64 {
        let rate = u64::from(rate);
        let inside = |r: &Range<u64>| {
            r.end.saturating_mul(rate).min(frames).saturating_sub(r.start.saturating_mul(rate))
        };
        self.0.iter().flatten().map(inside).sum::<u64>() as f64 / rate as f64
    }
}

fn merge(list: &mut Vec<Range<u64>>) {
    list.sort_by_key(|r| r.start);
    list.dedup_by(|next, before| {
        let touches = next.start <= before.end;
        if touches {
            before.end = before.end.max(next.end);
        }
        touches
    });
}

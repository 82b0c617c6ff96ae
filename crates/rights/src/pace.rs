//! How fast a work goes on and about how long it still takes, as exactly as people want to know it.
//!
//! Owns: from which moment on that is no guess, and how it is rounded. Leaves to others: words.

/// Before so many seconds nothing is said: it would be a guess.
const EARLY: f64 = 1.0;

/// How fast something goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// How many a second, or how long for one.
    pub rate: Rate,
    /// About how long it still takes, if it is known how much there is.
    pub left: Option<Span>,
}

/// A rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// So many a second.
    Many(u64),
    /// So many a second, few enough that tenths tell something.
    Some(f64),
    /// One in so long.
    OneIn(Span),
}

/// A time that nobody takes to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Seconds, up to a minute and a half.
    Seconds(u64),
    /// Minutes, up to an hour and a half.
    Minutes(u64),
    /// Hours and minutes.
    Hours(u64, u64),
}

impl Pace {
    /// That of a work of which so much is done after so many seconds, of so much; `None` as long as it would be a guess.
    ///
    /// ```
    /// use abide_rights::pace::{Pace, Rate, Span};
    /// let pace = Pace::of(120, Some(1000), 3.4).unwrap();
    /// assert_eq!((pace.rate, pace.left), (Rate::Many(35), Some(Span::Seconds(25))));
    /// assert_eq!(Pace::of(120, Some(1000), 0.9), None);
    /// ```
    #[must_use]
    pub fn of(done: u64, of: Option<u64>, seconds: f64) -> Option<Self> {
        if done == 0 || seconds < EARLY {
            return None;
        }
        let each = seconds / done as f64;
        let left = of.filter(|of| *of > done).map(|of| Span::of(each * (of - done) as f64));
        Some(Self { rate: Rate::of(each), left })
    }
}

impl Rate {
    fn of(each: f64) -> Self {
        match 1.0 / each {
            many if many >= 9.95 => Self::Many(many.round() as u64),
            some if some >= 0.95 => Self::Some(some),
            _ => Self::OneIn(Span::of(each)),
        }
    }
}

impl Span {
    /// So many seconds.
    #[must_use]
    pub fn of(seconds: f64) -> Self {
        let seconds = seconds.ceil() as u64;
        let minutes = seconds.div_ceil(60);
        match seconds {
            0..=90 => Self::Seconds(seconds),
            91..=5400 => Self::Minutes(minutes),
            _ => Self::Hours(minutes / 60, minutes % 60),
        }
    }
}

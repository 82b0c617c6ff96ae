//! The one place of this crate that asks the time.

use std::time::Instant;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the rim asks the clock, once per use")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Now, for durations.
#[expect(clippy::disallowed_methods, reason = "the rim asks the clock, once per use")]
pub(crate) fn instant() -> Instant {
    Instant::now()
}

/// The day of a moment, UTC: it decides which version is in force, everywhere at the same moment.
#[must_use]
pub fn day(moment: Timestamp) -> Date {
    Offset::UTC.to_datetime(moment).date()
}

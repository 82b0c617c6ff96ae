//! How far a long work is: counts, rate, and about how long it still takes, in one line on a terminal.
//!
//! Owns: the words, and how often they change. Leaves to others: counting, rate and time
//! ([`abide_rights::pace`]), and showing the line ([`files::status`]).
//! Where standard error is no terminal nothing is shown: plain lines are for files and programs.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use abide_rights::pace::{Pace, Rate, Span};

use crate::commands::english;
use crate::files;

/// How long a line stays as it is.
const PAUSE: Duration = Duration::from_millis(200);

/// The line of one work. It goes when this is dropped.
///
/// ```ignore
/// let mut progress = Progress::new("requests");
/// progress.step(120, 1000); // 120 of 1,000 requests, 35/s, about 25 s left
/// ```
#[derive(Debug)]
pub(crate) struct Progress {
    unit: &'static str,
    started: Option<Instant>,
    shown: Option<Instant>,
    on: bool,
}

impl Progress {
    /// A work that is counted in this unit; its time begins with the first step.
    pub(crate) fn new(unit: &'static str) -> Self {
        Self { unit, started: None, shown: None, on: io::stderr().is_terminal() }
    }

    /// As [`Progress::new`], where results go to standard output line by line: on the same terminal they show it themselves.
    pub(crate) fn beside_results(unit: &'static str) -> Self {
        let progress = Self::new(unit);
        Self { on: progress.on && !io::stdout().is_terminal(), ..progress }
    }

    /// So much is done, of so much.
    pub(crate) fn step(&mut self, done: u64, of: u64) {
        self.step_with(done, of, "");
    }

    /// As [`Progress::step`], with something more to say.
    #[expect(clippy::disallowed_methods, reason = "a person waits: how long is asked of the clock")]
    pub(crate) fn step_with(&mut self, done: u64, of: u64, more: &str) {
        if !self.on {
            return;
        }
        let now = Instant::now();
        let started = *self.started.get_or_insert(now);
        if self.shown.is_none_or(|shown| now.duration_since(shown) >= PAUSE) {
            self.shown = Some(now);
            files::status(&line(self.unit, done, of, now.duration_since(started), more));
        }
    }

    /// A work of which nobody knows how much there is: what is done, in words.
    #[expect(clippy::disallowed_methods, reason = "as above")]
    pub(crate) fn tell(&mut self, what: &str) {
        if self.on {
            self.shown = Some(Instant::now());
            files::status(what);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            files::clear_status();
        }
    }
}

/// `120 of 1,000 requests, 35/s, about 25 s left`.
fn line(unit: &str, done: u64, of: u64, elapsed: Duration, more: &str) -> String {
    let mut line = format!("{} of {} {unit}", grouped(done), grouped(of.max(done)));
    if !more.is_empty() {
        line.push_str(&format!(", {more}"));
    }
    if let Some(Pace { rate, left }) = Pace::of(done, Some(of), elapsed.as_secs_f64()) {
        line.push_str(&format!(", {}", self::rate(rate)));
        if let Some(left) = left {
            line.push_str(&format!(", about {} left", time(left)));
        }
    }
    line
}

/// How many a second, or how many seconds for one.
fn rate(rate: Rate) -> String {
    match rate {
        Rate::Many(many) => format!("{}/s", grouped(many)),
        Rate::Some(some) => format!("{some:.1}/s"),
        Rate::OneIn(span) => format!("one in {}", time(span)),
    }
}

/// A time that nobody takes to the second: `25 s`, `4 min`, `2 h 10 min`.
fn time(span: Span) -> String {
    match span {
        Span::Seconds(seconds) => format!("{seconds} s"),
        Span::Minutes(minutes) => format!("{minutes} min"),
        Span::Hours(hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Bytes: `3.4 MB`.
pub(crate) fn size(bytes: u64) -> String {
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)];
    let found = units.iter().find(|(_, size)| bytes as f64 >= *size);
    found.map_or_else(
        || format!("{bytes} B"),
        |(unit, size)| format!("{:.1} {unit}", bytes as f64 / size),
    )
}

fn grouped(n: u64) -> String {
    english().number(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_time_become_a_line() {
        let cases = [
            (0, 40, 0.0, "0 of 40 tables"),
            (0, 40, 30.0, "0 of 40 tables"),
            (3, 40, 0.5, "3 of 40 tables"),
            (120, 1000, 3.4, "120 of 1,000 tables, 35/s, about 25 s left"),
            (1000, 1000, 20.0, "1,000 of 1,000 tables, 50/s"),
            (10, 100, 4.0, "10 of 100 tables, 2.5/s, about 36 s left"),
            (2, 10, 60.0, "2 of 10 tables, one in 30 s, about 4 min left"),
            (5, 100_000, 1.0, "5 of 100,000 tables, 5.0/s, about 5 h 34 min left"),
            (
                1_234_567,
                2_000_000,
                10.0,
                "1,234,567 of 2,000,000 tables, 123,457/s, about 7 s left",
            ),
            // More than was expected came meanwhile.
            (12, 10, 2.0, "12 of 12 tables, 6.0/s"),
        ];
        for (done, of, seconds, expected) in cases {
            assert_eq!(line("tables", done, of, Duration::from_secs_f64(seconds), ""), expected);
        }
        let more = line("records", 10, 20, Duration::from_secs(1), &size(3_440_000));
        assert_eq!(more, "10 of 20 records, 3.4 MB, 10/s, about 1 s left");
    }

    #[test]
    fn sizes_are_read_at_a_glance() {
        for (bytes, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1.0 kB"),
            (2_560_000, "2.6 MB"),
            (u64::MAX, "18446744073.7 GB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}

//! What the worker does just now, for whoever looks: kept while it lasts, and put into words.
//!
//! Owns: since when it lasts, and the section that shows it. Leaves to others: telling it (`abide_rights::desk::watching`), how
//! fast it goes (`abide_rights::pace`), when a page loads itself again (`super::routes`).

use std::sync::{Arc, Mutex, PoisonError};

use abide_notice::html::Html;
use abide_notice::{Locale, say};
use abide_rights::desk::watching::{AtWork, Doing, Unit, Watching};
use abide_rights::pace::{Pace, Rate, Span};
use askama::Template;
use jiff::Timestamp;

use crate::clock;

/// What the worker does, as it told it last.
#[derive(Clone, Debug)]
pub(super) struct Now {
    doing: Doing,
    store: Option<String>,
    table: Option<String>,
    done: u64,
    of: Option<u64>,
    rows: u64,
    requests: u64,
    since: Timestamp,
}

impl Now {
    fn of(work: AtWork<'_>, since: Timestamp) -> Self {
        let AtWork { doing, store, table, done, of, rows, requests } = work;
        let (store, table) = (store.map(str::to_owned), table.map(str::to_owned));
        Self { doing, store, table, done, of, rows, requests, since }
    }

    /// Whether it is the same work, some steps before. A sweep goes over all stores.
    fn goes_on(&self, work: &AtWork<'_>) -> bool {
        let same_place = work.doing == Doing::Sweeping || self.store.as_deref() == work.store;
        self.doing == work.doing && same_place && self.done <= work.done
    }
}

/// What is written up of the worker.
#[derive(Default)]
struct Written {
    /// So many workers carry requests on.
    busy: usize,
    now: Option<Now>,
}

/// Where what the worker does is written up.
#[derive(Clone, Default)]
pub(crate) struct Board(Arc<Mutex<Written>>);

impl Board {
    /// Writes up what is told.
    pub(super) fn watching(&self) -> Watching {
        let board = self.clone();
        Arc::new(move |work| board.write(work, clock::now()))
    }

    fn write(&self, work: Option<AtWork<'_>>, at: Timestamp) {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.now = work.map(|work| {
            let before = written.now.as_ref().filter(|now| now.goes_on(&work));
            Now::of(work, before.map_or(at, |now| now.since))
        });
    }

    /// A worker carries requests on, until what is given back is dropped.
    pub(super) fn busy(&self) -> Busy<'_> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).busy += 1;
        Busy(self)
    }

    /// Whether a worker carries requests on, and what is done, if that takes long.
    pub(super) fn read(&self) -> (bool, Option<Now>) {
        let written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (written.busy > 0, written.now.clone())
    }
}

/// That a worker carries requests on.
#[must_use]
pub(super) struct Busy<'b>(&'b Board);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        let mut written = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.busy = written.busy.saturating_sub(1);
        if written.busy == 0 {
            written.now = None;
        }
    }
}

/// The section.
#[derive(Template)]
#[template(path = "desk/now.html")]
pub(super) struct Section<'a> {
    locale: &'a Locale,
    what: String,
    /// How far it is: a sentence.
    far: Option<String>,
    /// The same for a bar: so much, of so much.
    bar: Option<(u64, u64)>,
    /// The table, and what was read of it.
    table: Option<String>,
    pace: String,
}

impl Section<'_> {
    /// The section, as it stands at this moment.
    pub(super) fn of(locale: &Locale, now: &Now, at: Timestamp) -> Html {
        let seconds = (at.as_millisecond() - now.since.as_millisecond()).max(0) as f64 / 1000.0;
        Html::of(&Section {
            locale,
            what: what(locale, now),
            far: now.of.map(|of| far(locale, now, of)),
            bar: now.of.filter(|of| *of > 0).map(|of| (now.done.min(of), of)),
            table: now.table.as_deref().map(|table| table_line(locale, table, now.rows)),
            pace: pace(locale, now, seconds),
        })
    }

    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

fn what(locale: &Locale, now: &Now) -> String {
    let (n, requests) = (now.requests, locale.number(now.requests));
    let store = now.store.as_deref().unwrap_or_default();
    let id = format!("work-{}", now.doing.word());
    say!(locale, &id, n = n, requests = requests, store = store)
}

fn far(locale: &Locale, now: &Now, of: u64) -> String {
    let id = match now.doing.unit() {
        Unit::Requests => "work-far-requests",
        Unit::Rows => "work-far-rows",
        Unit::Tables => "work-far-tables",
    };
    say!(locale, id, n = of, done = locale.number(now.done.min(of)), of = locale.number(of))
}

fn table_line(locale: &Locale, table: &str, rows: u64) -> String {
    match rows {
        0 => say!(locale, "work-table", table = table),
        n => say!(locale, "work-table-rows", table = table, n = n, rows = locale.number(n)),
    }
}

/// How fast it goes and how long it still takes; how long it has lasted as long as that would be a guess.
fn pace(locale: &Locale, now: &Now, seconds: f64) -> String {
    let Some(Pace { rate, left }) = Pace::of(now.done, now.of, seconds) else {
        return say!(locale, "work-since", time = span(locale, Span::of(seconds)));
    };
    let rate = match rate {
        Rate::Many(many) => say!(locale, "work-rate", many = locale.number(many)),
        Rate::Some(some) => {
            let tenths = (some * 10.0).round() as u64;
            let mark = if locale.lang() == abide_policy::vocab::Lang::En { '.' } else { ',' };
            say!(locale, "work-rate", many = format!("{}{mark}{}", tenths / 10, tenths % 10))
        }
        Rate::OneIn(time) => say!(locale, "work-rate-one", time = span(locale, time)),
    };
    match left {
        Some(left) => say!(locale, "work-left", rate = rate, time = span(locale, left)),
        None => rate,
    }
}

fn span(locale: &Locale, span: Span) -> String {
    match span {
        Span::Seconds(n) => say!(locale, "work-seconds", n = n),
        Span::Minutes(n) => say!(locale, "work-minutes", n = n),
        Span::Hours(hours, n) => say!(locale, "work-hours", hours = hours, n = n),
    }
}

#[cfg(test)]
mod tests {
    use abide_notice::Locales;
    use abide_policy::vocab::Lang;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + seconds).unwrap()
    }

    fn work(doing: Doing, done: u64, of: Option<u64>) -> AtWork<'static> {
        let new = AtWork::new(doing, 1000);
        AtWork { store: Some("centre"), table: Some("centre.calls"), done, of, ..new }
    }

    fn shown(board: &Board, locale: &Locale, seconds: i64) -> String {
        Section::of(locale, &board.read().1.unwrap(), at(seconds)).to_string()
    }

    #[test]
    fn a_work_lasts_since_it_began_and_the_next_since_then() {
        let board = Board::default();
        let (first, second) = (board.busy(), board.busy());
        assert!(board.read().1.is_none());
        let english = Locales::built_in().get(Lang::En);
        board.write(Some(work(Doing::Erasing, 0, Some(30_000))), at(0));
        board.write(Some(work(Doing::Erasing, 1_200, Some(30_000))), at(30));
        let page = shown(&board, english, 40);
        for says in [
            "Erasing in the store “centre”, for 1,000 requests",
            "1,200 of 30,000 rows",
            "<progress value=\"1200\" max=\"30000\"",
            "30 per second, about 16 min left",
            "centre.calls",
        ] {
            assert!(page.contains(says), "{says}: {page}");
        }
        let reading = AtWork { rows: 4_500, ..work(Doing::Sweeping, 2, Some(12)) };
        board.write(Some(reading), at(60));
        let page = shown(&board, english, 60);
        assert!(page.contains("2 of 12 tables") && page.contains("4,500 rows"), "{page}");
        assert!(page.contains("for 0 s"), "it has only begun: {page}");
        let next_store = AtWork { store: Some("files"), ..work(Doing::Sweeping, 3, Some(12)) };
        board.write(Some(next_store), at(90));
        let page = shown(&board, english, 90);
        assert!(page.contains("one in 10 s, about 90 s left"), "a sweep is one work: {page}");
        board.write(Some(AtWork::new(Doing::Cleaning, 0)), at(100));
        let page = shown(&board, english, 400);
        assert!(page.contains("for 5 min") && !page.contains("<progress"), "{page}");
        board.write(None, at(401));
        assert!(board.read().1.is_none() && board.read().0);
        board.write(Some(work(Doing::Cleaning, 0, None)), at(402));
        drop(first);
        assert!(board.read().1.is_some() && board.read().0, "the other is still at work");
        drop(second);
        assert!(board.read().1.is_none() && !board.read().0);
    }

    #[test]
    fn every_work_is_said_in_every_language() {
        let board = Board::default();
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            for doing in Doing::ALL {
                for (done, of, rows, n) in
                    [(0, None, 0, 0), (1, Some(1), 1, 1), (3, Some(5), 7, 2), (9, Some(5), 7, 5)]
                {
                    for seconds in [0, 5, 500, 50_000] {
                        let work = AtWork { rows, requests: n, ..work(doing, done, of) };
                        board.write(None, at(0));
                        board.write(Some(work), at(0));
                        let page = shown(&board, locale, seconds);
                        assert!(!page.contains('‹') && !page.contains('{'), "{lang}: {page}");
                    }
                }
            }
        }
    }
}

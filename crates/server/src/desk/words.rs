//! Words that the queue and a request share: who, until when, how it stands, why something was not done.

use abide_notice::block::Meaning;
use abide_notice::{Locale, say};
use abide_policy::text::Country;
use abide_policy::vocab::{Fact, RequestKind, RequestState, Vocabulary as _};
use abide_records::requests::Request;
use abide_rights::deadline::{Deadline, NoClock, State, Warning};
use abide_rights::desk::document::Who;
use abide_rights::desk::{Desk, Failed, Recounted};
use abide_rights::find::shortened;
use abide_rights::identity::{self, NotAsked};
use abide_rights::rectify::{ALL, Family, LONGEST, NotRight};
use abide_rights::state::NotNow;
use axum::http::StatusCode;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::act::{Refused, WHO};
use super::form::{FACTS, SET};
use crate::problem::Problem;

/// A value that somebody typed: as much of it as a line takes, and the rest to unfold.
pub(super) struct Typed {
    pub(super) start: String,
    /// All of it, if that is more.
    pub(super) whole: Option<String>,
    /// How long it is, in characters.
    pub(super) length: usize,
}

impl Typed {
    /// As many characters are shown at once.
    const LINE: usize = 120;

    pub(super) fn of(value: &str) -> Self {
        let length = value.chars().count();
        let whole = (length > Self::LINE).then(|| value.to_owned());
        let shown = if whole.is_some() { Self::LINE - 20 } else { length };
        Self { start: value.chars().take(shown).collect(), whole, length }
    }
}

/// Something said with a shape.
pub(super) struct Mark {
    pub(super) meaning: Meaning,
    pub(super) word: String,
    /// For those who hover or hear: the day.
    pub(super) long: String,
}

/// Whom a request is about, shortened; or that this is forgotten.
pub(super) fn who(locale: &Locale, who: Option<&Who>) -> String {
    let Some(who) = who else { return locale.say("request-forgotten") };
    let short = |(fact, value): (Fact, String)| shortened(fact, &value);
    locale.apart(&who.stated().map(short).filter(|s| !s.is_empty()).collect::<Vec<_>>())
}

/// The kind of field into which a fact is typed. One for days takes what browsers write as a day and drops everything else without a
/// word: a date of birth in another spelling stays to be seen and put right.
pub(super) fn typed_into(fact: &str, value: &str) -> &'static str {
    let is_day = value.parse::<Date>().is_ok_and(|day| day.to_string() == value);
    if fact == Fact::Born.word() && (value.is_empty() || is_day) { "date" } else { "text" }
}

/// The days left.
pub(super) fn chip(locale: &Locale, deadline: &Deadline) -> Mark {
    let n = deadline.days_left;
    let left = match n {
        0 => locale.say("deadline-today"),
        1.. => say!(locale, "deadline-left", n = n),
        _ => say!(locale, "deadline-late", n = n.unsigned_abs()),
    };
    let word = match deadline.state {
        State::Paused => say!(locale, "deadline-paused", left = left),
        State::Extended => say!(locale, "deadline-extended", left = left),
        State::Running | State::Overdue => left,
    };
    let meaning = match deadline.state {
        State::Overdue => Meaning::Refused,
        State::Paused => Meaning::None,
        _ if n <= 7 => Meaning::Limited,
        _ => Meaning::Allowed,
    };
    Mark { meaning, word, long: say!(locale, "deadline-day", day = locale.date(deadline.due)) }
}

/// Whose public holidays the last day was counted with; nothing where none put a day off.
pub(super) fn holidays(locale: &Locale, deadline: &Deadline) -> Option<String> {
    let calendar = &deadline.calendar;
    let place = place(locale, calendar.country()?, calendar.region());
    let n = calendar.own().len();
    if deadline.warnings.contains(&Warning::UnknownHolidays) {
        return None;
    }
    Some(say!(locale, "deadline-holidays", place = place, n = n))
}

/// A country, and a region in it by its code.
fn place(locale: &Locale, country: Country, region: Option<&str>) -> String {
    let name = locale.country(country);
    region.map_or(name.clone(), |region| format!("{name} ({}-{region})", country.code()))
}

/// The public holidays that put the last day off.
pub(super) fn put_off(locale: &Locale, deadline: &Deadline) -> Option<String> {
    let one = |(day, name): &(Date, String)| format!("{name} ({})", locale.date(*day));
    let days: Vec<String> = deadline.put_off.iter().map(one).collect();
    (!days.is_empty()).then(|| say!(locale, "deadline-put-off", days = locale.apart(&days)))
}

/// What was not known when the last day was counted.
pub(super) fn warning(locale: &Locale, warning: Warning, country: Country) -> String {
    match warning {
        Warning::UnknownLaw => locale.say("deadline-unknown-law"),
        Warning::UnknownHolidays => locale.say("deadline-unknown-holidays"),
        Warning::RegionalHolidays => {
            say!(locale, "deadline-regional-holidays", country = locale.country(country))
        }
        Warning::UnknownRegion => locale.say("deadline-unknown-region"),
    }
}

/// That the last day was counted with other public holidays, and what became of it.
pub(super) fn recounted(locale: &Locale, recounted: &Recounted) -> String {
    let Recounted { from, due, country, region } = recounted;
    let place = place(locale, *country, region.as_deref());
    let (from_day, day) = (locale.date(*from), locale.date(*due));
    if from == due {
        return say!(locale, "request-event-recounted-same", place = place, day = day);
    }
    say!(locale, "request-event-recounted-moved", place = place, from = from_day, day = day)
}

/// Whether a request was closed in time, by its deadline on the day on which that was.
pub(super) fn kept(locale: &Locale, deadline: &Deadline) -> Mark {
    let n = deadline.days_left;
    let (meaning, word) = match n {
        0.. => (Meaning::Allowed, locale.say("deadline-kept")),
        _ => (Meaning::Refused, say!(locale, "deadline-late", n = n.unsigned_abs())),
    };
    Mark { meaning, word, long: say!(locale, "deadline-was", day = locale.date(deadline.due)) }
}

/// How a request stands in time: the days left, or whether it was closed in time. What the person took back needs no answer.
pub(super) fn in_time(locale: &Locale, request: &Request, deadline: &Deadline) -> Option<Mark> {
    match request.closed_at {
        None => Some(chip(locale, deadline)),
        Some(_) if request.state == RequestState::Withdrawn => None,
        Some(_) => Some(kept(locale, deadline)),
    }
}

/// How far a request has come.
pub(super) fn state(locale: &Locale, state: RequestState) -> Mark {
    let meaning = match state {
        RequestState::Done => Meaning::Allowed,
        RequestState::Waiting | RequestState::Planned => Meaning::Limited,
        RequestState::Refused => Meaning::Refused,
        _ => Meaning::None,
    };
    Mark { meaning, word: locale.say(&format!("request-state-{state}")), long: String::new() }
}

/// The time of day (UTC) for which an approved erasure waits, if it does: what is due by tomorrow does not.
pub(super) fn hour(desk: &Desk, request: &Request, today: Date) -> Option<Time> {
    // What is done and not verified waits too, for the stores that are read whole then.
    let collected = matches!(request.state, RequestState::Approved | RequestState::Verifying)
        && request.kind == RequestKind::Erasure;
    let waits = collected && request.due > today.saturating_add(1.day());
    desk.erasures_at.filter(|_| waits)
}

/// A time of day, as everywhere here.
pub(super) fn clock_face(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment: day and time by the clocks of a zone, and which these are.
pub(super) fn moment(locale: &Locale, zone: &TimeZone, seconds: i64) -> String {
    let at = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    let local = zone.to_datetime(at);
    let (day, time) = (locale.date(local.date()), clock_face(local.time()));
    let clocks = zone.to_offset_info(at);
    say!(locale, "request-moment", day = day, time = time, zone = clocks.abbreviation())
}

/// Who did something.
pub(super) fn actor(locale: &Locale, name: &str) -> String {
    match name {
        WHO => locale.say("request-by-browser"),
        name if name.starts_with("server-") => locale.say("request-by-server"),
        name => name.to_owned(),
    }
}

/// Why a form did nothing: a status, a message, and what a store says itself.
pub(super) struct Why {
    pub(super) status: StatusCode,
    pub(super) id: &'static str,
    /// The fact whose value is meant.
    pub(super) fact: Option<Fact>,
    pub(super) detail: Option<String>,
}

/// What is said of a refusal; what only a log should hear is a problem.
pub(super) fn why(refused: &Refused) -> Result<Why, Problem> {
    let (status, id) = match refused {
        Refused::Said("requests-changed") => (StatusCode::CONFLICT, "requests-changed"),
        Refused::Said(id) => (StatusCode::UNPROCESSABLE_ENTITY, *id),
        Refused::Failed(failed) => failure(failed)?,
    };
    let detail = match refused {
        Refused::Failed(Failed::Store(error)) => Some(error.to_string()),
        _ => None,
    };
    let fact = match refused {
        Refused::Failed(Failed::Asked(NotAsked::Value(fact))) => Some(*fact),
        _ => None,
    };
    Ok(Why { status, id, fact, detail })
}

impl Why {
    /// In words: which field, and what it takes.
    pub(super) fn said(&self, locale: &Locale) -> String {
        match self.fact {
            Some(fact) => {
                let field = locale.say(&format!("fact-{fact}"));
                say!(locale, self.id, field = field, n = identity::LONGEST)
            }
            None => locale.say(self.id),
        }
    }
}

fn failure(failed: &Failed) -> Result<(StatusCode, &'static str), Problem> {
    let input = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(match failed {
        Failed::Missing(_) => return Err(Problem::NotFound),
        Failed::Records(_) | Failed::Damaged(_) | Failed::Copy(..) => {
            tracing::error!(target: "abide::server", error = %failed, "a request cannot be worked with");
            return Err(Problem::Internal("the records of a request"));
        }
        Failed::Overtaken
        | Failed::FoundAnew
        | Failed::OtherPlan
        | Failed::NoCandidate(_)
        | Failed::NotNow(NotNow::OtherPlan) => (StatusCode::CONFLICT, "requests-changed"),
        Failed::NotNow(NotNow::Begun) => (StatusCode::CONFLICT, "requests-begun"),
        Failed::NotNow(NotNow::NothingDone) => (StatusCode::CONFLICT, "requests-nothing-done"),
        Failed::NotNow(NotNow::NoExemption) => (input, "requests-no-exemption"),
        Failed::NotNow(_) | Failed::Stop(_) => (StatusCode::CONFLICT, "requests-not-now"),
        Failed::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, "requests-store-away"),
        Failed::Export(_) => (StatusCode::INSUFFICIENT_STORAGE, "requests-store-away"),
        Failed::NoHold | Failed::Unheld | Failed::Uncovered(_) => (input, "requests-hold-wrong"),
        Failed::NotHeld(_) => (StatusCode::CONFLICT, "requests-hold-gone"),
        Failed::NotThen(_) => (input, "requests-handed-when"),
        // The server makes the key of marks itself: what is missing is a fact.
        Failed::Unmarked => (input, "requests-wrong-shared"),
        // Which field and what would do, [`unfit`] says.
        Failed::Unfit(_) => (input, "requests-wrong-set"),
        Failed::Asked(asked) => (input, not_asked(*asked)),
        Failed::Clock(clock) => (input, no_clock(*clock)),
    })
}

/// What is said of a refusal, in words.
pub(super) fn said(locale: &Locale, refused: &Refused, why: &Why) -> String {
    match refused {
        Refused::Failed(Failed::Unfit(unfit_by)) => unfit(locale, unfit_by),
        _ => why.said(locale),
    }
}

/// In which field of a form it is, if it is in one.
pub(super) fn wrong(refused: &Refused) -> Option<(&'static str, Option<String>)> {
    let field = match refused {
        Refused::Failed(Failed::Unfit(why)) => return Some((SET, why.field().map(str::to_owned))),
        Refused::Failed(Failed::Asked(asked)) => match asked {
            NotAsked::Email => Fact::Email.word(),
            NotAsked::Phone(_) => Fact::Phone.word(),
            NotAsked::Name => Fact::Name.word(),
            NotAsked::Born => Fact::Born.word(),
            NotAsked::PostalCode => Fact::PostalCode.word(),
            NotAsked::Value(fact) => fact.word(),
            NotAsked::Form | NotAsked::Fact | NotAsked::Many | NotAsked::Shared => FACTS,
        },
        Refused::Failed(Failed::Unmarked) => FACTS,
        Refused::Failed(Failed::Clock(NoClock::Received)) => "received",
        Refused::Said("requests-wrong-received") => "received",
        Refused::Said("requests-kind-missing") => "kind",
        Refused::Said("requests-country-missing") => "country",
        Refused::Said("requests-wrong-set") => SET,
        _ => return None,
    };
    Some((field, None))
}

/// Why a value cannot be put where it shall: which field, and what would do.
fn unfit(locale: &Locale, why: &NotRight) -> String {
    let field = why.field().unwrap_or_default();
    match why {
        NotRight::Nothing => locale.say("requests-wrong-set"),
        NotRight::Column(_) => say!(locale, "requests-unfit-column", field = field),
        NotRight::Twice(_) => say!(locale, "requests-unfit-twice", field = field),
        NotRight::Empty(_) => say!(locale, "requests-unfit-empty", field = field),
        NotRight::Long(_) => {
            let most = locale.number(LONGEST as u64);
            say!(locale, "requests-unfit-long", field = field, most = most)
        }
        NotRight::Much => {
            say!(locale, "requests-unfit-much", most = locale.number(ALL as u64))
        }
        NotRight::Type { native, family, .. } => of_type(locale, field, native, *family),
        NotRight::Otherwise { native, stands, .. } => {
            say!(
                locale,
                "requests-unfit-otherwise",
                field = field,
                native = native,
                stands = stands
            )
        }
        NotRight::Fact { why, .. } => {
            let why = locale.say(not_asked(*why));
            say!(locale, "requests-unfit-fact", field = field, why = why)
        }
    }
}

fn of_type(locale: &Locale, field: &str, native: &str, family: Family) -> String {
    let id = match family {
        Family::Integer => "requests-unfit-integer",
        Family::Number => "requests-unfit-number",
        Family::Text(Some(most)) => {
            let most = locale.number(most.into());
            return say!(locale, "requests-unfit-text", field = field, most = most);
        }
        Family::Date => "requests-unfit-date",
        Family::Moment => "requests-unfit-moment",
        Family::Truth => "requests-unfit-truth",
        Family::Json => "requests-unfit-json",
        Family::Bytes => "requests-unfit-bytes",
        Family::Uuid => "requests-unfit-uuid",
        Family::Text(None) | Family::Other => {
            return say!(locale, "requests-unfit-other", field = field, native = native);
        }
    };
    say!(locale, id, field = field)
}

const fn not_asked(error: NotAsked) -> &'static str {
    match error {
        NotAsked::Email => "requests-wrong-email",
        NotAsked::Phone(_) => "requests-wrong-phone",
        NotAsked::Name => "requests-wrong-name",
        NotAsked::Born => "requests-wrong-born",
        NotAsked::PostalCode => "requests-wrong-postal-code",
        NotAsked::Value(_) => "requests-wrong-value",
        NotAsked::Form | NotAsked::Fact | NotAsked::Many => "requests-wrong-facts",
        NotAsked::Shared => "requests-wrong-shared",
    }
}

const fn no_clock(error: NoClock) -> &'static str {
    match error {
        NoClock::Received => "requests-wrong-received",
        NoClock::NoReason | NoClock::Order | NoClock::Early => "requests-not-now",
        NoClock::Late => "requests-clock-late",
        NoClock::Twice => "requests-clock-twice",
        NoClock::NoReasonTold => "requests-clock-reason",
        NoClock::Until => "requests-clock-until",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use abide_policy::vocab::Lang;
    use abide_rights::deadline::Calendar;
    use jiff::civil::date;

    #[test]
    fn what_is_left_is_said_with_a_shape_and_the_day() {
        let locale = Locales::built_in().get(Lang::En);
        let cases = [
            (State::Running, 20, Meaning::Allowed, "20 days left"),
            (State::Running, 1, Meaning::Limited, "1 day left"),
            (State::Running, 0, Meaning::Limited, "due today"),
            (State::Overdue, -3, Meaning::Refused, "3 days late"),
            (State::Paused, 5, Meaning::None, "paused, 5 days left"),
            (State::Extended, 60, Meaning::Allowed, "extended, 60 days left"),
        ];
        for (state, days_left, meaning, word) in cases {
            let due = date(2026, 12, 28);
            let deadline = Deadline {
                due,
                days_left,
                state,
                sources: Vec::new(),
                warnings: Vec::new(),
                calendar: Calendar::default(),
                put_off: Vec::new(),
            };
            let mark = chip(locale, &deadline);
            assert_eq!((mark.meaning, mark.word.as_str()), (meaning, word));
            assert!(mark.long.contains("28 December 2026"), "{}", mark.long);
        }
    }

    #[test]
    fn what_was_closed_says_whether_that_was_in_time() {
        let locale = Locales::built_in().get(Lang::En);
        for (days_left, meaning, word) in [
            (3, Meaning::Allowed, "in time"),
            (0, Meaning::Allowed, "in time"),
            (-1, Meaning::Refused, "1 day late"),
            (-28, Meaning::Refused, "28 days late"),
        ] {
            let (due, state) = (date(2026, 10, 30), State::Overdue);
            let deadline = Deadline {
                due,
                days_left,
                state,
                sources: Vec::new(),
                warnings: Vec::new(),
                calendar: Calendar::default(),
                put_off: Vec::new(),
            };
            let mark = kept(locale, &deadline);
            assert_eq!((mark.meaning, mark.word.as_str()), (meaning, word));
            assert_eq!(mark.long, "was due on 30 October 2026");
        }
    }

    #[test]
    fn long_values_are_folded_and_none_is_cut() {
        for (length, shown, folded) in
            [(0, 0, false), (120, 120, false), (121, 100, true), (3000, 100, true)]
        {
            let value = "ä".repeat(length);
            let typed = Typed::of(&value);
            assert_eq!((typed.start.chars().count(), typed.length), (shown, length));
            assert_eq!(typed.whole, folded.then_some(value));
        }
    }

    #[test]
    fn a_wrong_value_names_its_field_and_its_limit() {
        let refused = Refused::Failed(Failed::Asked(NotAsked::Value(Fact::Name)));
        let why = why(&refused).map_err(|_| ()).unwrap();
        let said = why.said(Locales::built_in().get(Lang::En));
        assert_eq!(
            said,
            "“Name” is empty, longer than 320 bytes of text, or has characters that cannot be read."
        );
        for lang in Locales::built_in().languages() {
            let said = why.said(Locales::built_in().get(lang));
            assert!(said.contains("320") && !said.contains('‹'), "{lang}: {said}");
        }
    }

    #[test]
    fn what_does_not_fit_is_said_by_its_field_in_every_language() {
        let field = || "centre.contacts.born_on".to_owned();
        let of = |family| NotRight::Type { field: field(), native: "mood".to_owned(), family };
        let all = [
            NotRight::Column(field()),
            NotRight::Twice(field()),
            NotRight::Empty(field()),
            NotRight::Long(field()),
            NotRight::Fact { field: field(), why: NotAsked::Email },
            NotRight::Otherwise {
                field: field(),
                native: "numeric".to_owned(),
                family: Family::Number,
                stands: "1.24".to_owned(),
            },
            of(Family::Integer),
            of(Family::Number),
            of(Family::Text(Some(5))),
            of(Family::Date),
            of(Family::Moment),
            of(Family::Truth),
            of(Family::Json),
            of(Family::Bytes),
            of(Family::Uuid),
            of(Family::Other),
        ];
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let said: std::collections::BTreeSet<String> =
                all.iter().map(|why| unfit(locale, why)).collect();
            assert_eq!(said.len(), all.len(), "{lang}: {said:?}");
            let bad =
                said.iter().find(|s| s.contains('‹') || !s.contains("centre.contacts.born_on"));
            assert_eq!(bad, None, "{lang}");
            for why in [NotRight::Nothing, NotRight::Much] {
                assert!(!unfit(locale, &why).contains('‹'), "{lang}");
            }
        }
    }

    #[test]
    fn how_a_date_of_birth_is_written_is_said_in_every_language() {
        let refused = Refused::Failed(Failed::Asked(NotAsked::Born));
        let why = why(&refused).map_err(|_| ()).unwrap();
        for lang in Locales::built_in().languages() {
            let said = why.said(Locales::built_in().get(lang));
            assert!(said.contains("1980-05-31"), "{lang}: {said}");
        }
        for (fact, value, kind) in [
            ("born", "", "date"),
            ("born", "1980-05-31", "date"),
            ("born", "19800531", "text"),
            ("born", "31.5.1980", "text"),
            ("email", "", "text"),
        ] {
            assert_eq!(typed_into(fact, value), kind, "{value}");
        }
    }

    /// Moments are told by the clocks of a place, in summer and winter, and which clocks these are.
    #[test]
    fn a_moment_says_by_whose_clocks_it_is_told_in_every_language() {
        let berlin = crate::clock::zone(Some("Europe/Berlin"));
        let (summer, winter) = ("2026-07-01T22:30:00Z", "2026-12-31T23:30:00Z");
        let second = |at: &str| at.parse::<Timestamp>().unwrap().as_second();
        let english = Locales::built_in().get(Lang::En);
        assert_eq!(moment(english, &berlin, second(summer)), "2 July 2026 at 00:30 CEST");
        assert_eq!(
            moment(english, &TimeZone::UTC, second(winter)),
            "31 December 2026 at 23:30 UTC"
        );
        for lang in Locales::built_in().languages() {
            let said = moment(Locales::built_in().get(lang), &berlin, second(winter));
            assert!(said.contains("2027") && said.contains("00:30"), "{lang}: {said}");
            assert!(said.ends_with(" CET") && !said.contains('‹'), "{lang}: {said}");
        }
    }

    #[test]
    fn people_are_shown_shortened_or_not_at_all() {
        let locale = Locales::built_in().get(Lang::En);
        let facts = vec!["email=anna.muster@example.org".to_owned(), "name=Anna Muster".to_owned()];
        let stated = Who { facts, ..Who::default() };
        assert_eq!(who(locale, Some(&stated)), "a…r@example.org; A… M…");
        assert_eq!(who(locale, None), "forgotten");
    }
}

//! Words that the queue and a request share: who, until when, how it stands, why something was not done.

use abide_notice::block::Meaning;
use abide_notice::{Locale, say};
use abide_policy::vocab::{Fact, RequestKind, RequestState, Vocabulary as _};
use abide_records::requests::Request;
use abide_rights::deadline::{Deadline, NoClock, State};
use abide_rights::desk::document::Who;
use abide_rights::desk::{Desk, Failed};
use abide_rights::find::shortened;
use abide_rights::identity::NotAsked;
use abide_rights::rectify::{ALL, Family, LONGEST, NotRight};
use abide_rights::state::NotNow;
use axum::http::StatusCode;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};

use super::act::{Refused, WHO};
use crate::problem::Problem;

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
    let short = |fact: &String| {
        let (word, value) = fact.split_once('=')?;
        Some(shortened(Fact::from_word(word)?, value)).filter(|s| !s.is_empty())
    };
    locale.apart(&who.facts.iter().filter_map(short).collect::<Vec<_>>())
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

/// A moment: day and time, UTC.
pub(super) fn moment(locale: &Locale, seconds: i64) -> String {
    let at = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    let at = Offset::UTC.to_datetime(at);
    say!(locale, "request-moment", day = locale.date(at.date()), time = clock_face(at.time()))
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
    Ok(Why { status, id, detail })
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
        | Failed::OtherPlan
        | Failed::NoCandidate(_)
        | Failed::NotNow(NotNow::OtherPlan) => (StatusCode::CONFLICT, "requests-changed"),
        Failed::NotNow(NotNow::Begun) => (StatusCode::CONFLICT, "requests-begun"),
        Failed::NotNow(NotNow::NoExemption) => (input, "requests-no-exemption"),
        Failed::NotNow(_) | Failed::Stop(_) => (StatusCode::CONFLICT, "requests-not-now"),
        Failed::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, "requests-store-away"),
        Failed::Export(_) => (StatusCode::INSUFFICIENT_STORAGE, "requests-store-away"),
        Failed::NoHold | Failed::Unheld | Failed::Uncovered(_) => (input, "requests-hold-wrong"),
        Failed::NotHeld(_) => (StatusCode::CONFLICT, "requests-hold-gone"),
        // The server makes the key of marks itself: what is missing is a fact.
        Failed::Unmarked => (input, "requests-wrong-shared"),
        // Which field and what would do, [`unfit`] says.
        Failed::Unfit(_) => (input, "requests-wrong-set"),
        Failed::Asked(asked) => (input, not_asked(*asked)),
        Failed::Clock(clock) => (input, no_clock(*clock)),
    })
}

/// Why a value cannot be put where it shall: which field, and what would do.
pub(super) fn unfit(locale: &Locale, why: &NotRight) -> String {
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
        NotAsked::Value(_) | NotAsked::Form | NotAsked::Fact | NotAsked::Many => {
            "requests-wrong-value"
        }
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
            let deadline =
                Deadline { due, days_left, state, sources: Vec::new(), warnings: Vec::new() };
            let mark = chip(locale, &deadline);
            assert_eq!((mark.meaning, mark.word.as_str()), (meaning, word));
            assert!(mark.long.contains("28 December 2026"), "{}", mark.long);
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
    fn people_are_shown_shortened_or_not_at_all() {
        let locale = Locales::built_in().get(Lang::En);
        let facts = vec!["email=anna.muster@example.org".to_owned(), "name=Anna Muster".to_owned()];
        let stated = Who { facts, ..Who::default() };
        assert_eq!(who(locale, Some(&stated)), "a…@example.org; A… M…");
        assert_eq!(who(locale, None), "forgotten");
    }
}

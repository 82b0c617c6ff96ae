use abide_policy::vocab::RequestKind::{self, Access, Erasure};
use proptest::prelude::*;

use super::*;

fn clock(law: Law, kind: RequestKind, place: &str, received: Date) -> Clock {
    let (country, region) = place.split_once('-').map_or((place, None), |(c, r)| (c, Some(r)));
    let calendar = Calendar::of(country.parse().unwrap(), region).unwrap();
    Clock::start(law, kind, calendar, received).unwrap()
}

fn extension(told: Date) -> Extension {
    Extension { told, reason: "several requests".to_owned(), until: None }
}

#[test]
fn last_days_are_those_of_authorities() {
    use Law::{Gdpr, SwissFadp, UkGdpr, Unknown};
    for (law, place, received, due, why) in [
        // EDPB Guidelines 01/2022, section 5.3, with years in which the day is a working day.
        (Gdpr, "FR", date(2024, 3, 5), date(2024, 4, 5), "same date of the next month"),
        (Gdpr, "FR", date(2022, 8, 31), date(2022, 9, 30), "shorter month: its last day"),
        // Regulation 1182/71 Art. 3.
        (Gdpr, "DE", date(2026, 11, 25), date(2026, 12, 28), "two holidays and a weekend"),
        (Gdpr, "DE-BY", date(2026, 10, 1), date(2026, 11, 2), "All Saints on a Sunday"),
        (Gdpr, "SK", date(2026, 12, 6), date(2027, 1, 7), "Epiphany"),
        (
            Gdpr,
            "AT",
            date(2026, 11, 8),
            date(2026, 12, 9),
            "received on a Sunday, ends on a holiday",
        ),
        (Gdpr, "ES", date(2027, 1, 31), date(2027, 3, 1), "28 February is a Sunday"),
        (Gdpr, "FR", date(2024, 1, 31), date(2024, 2, 29), "leap year"),
        // ICO, right of access, "how long do we have to comply".
        (UkGdpr, "GB-ENG", date(2024, 9, 3), date(2024, 10, 3), "3 September to 3 October"),
        (UkGdpr, "GB-ENG", date(2025, 3, 31), date(2025, 4, 30), "31 March to 30 April"),
        (UkGdpr, "GB-ENG", date(2025, 11, 25), date(2025, 12, 29), "Christmas and Boxing Day"),
        (
            UkGdpr,
            "GB-SCT",
            date(2026, 12, 1),
            date(2027, 1, 5),
            "Scotland's 2 January moves to Monday",
        ),
        (UkGdpr, "GB-NIR", date(2026, 2, 17), date(2026, 3, 18), "St Patrick's Day"),
        // FADP Art. 25(7): days, not a month.
        (SwissFadp, "CH", date(2026, 1, 5), date(2026, 2, 4), "30 days"),
        (SwissFadp, "CH", date(2026, 4, 1), date(2026, 5, 1), "1 May is no holiday of all cantons"),
        (SwissFadp, "CH", date(2026, 7, 2), date(2026, 8, 3), "1 August, a Saturday"),
        // The strictest: 28 days in February, 30 otherwise, and no moving.
        (Unknown, "US", date(2027, 1, 31), date(2027, 2, 28), "a month is shorter"),
        (Unknown, "US", date(2026, 7, 2), date(2026, 8, 1), "30 days are shorter"),
    ] {
        assert_eq!(clock(law, Access, place, received).deadline(received).due, due, "{why}");
    }
}

#[test]
fn holidays_of_the_region_and_of_the_town_put_the_day_off() {
    let of = |law, place: &str, received| {
        let deadline = clock(law, Access, place, received).deadline(received);
        let put_off: Vec<String> = deadline.put_off.into_iter().map(|(_, name)| name).collect();
        (deadline.due, put_off, deadline.warnings)
    };
    let (by, none) = (vec!["Heilige Drei Könige".to_owned()], Vec::new());
    let received = date(2026, 12, 6);
    assert_eq!(of(Law::Gdpr, "DE-BY", received), (date(2027, 1, 7), by, vec![]));
    let partial = vec![Warning::RegionalHolidays];
    assert_eq!(of(Law::Gdpr, "DE", received), (date(2027, 1, 6), none.clone(), partial));
    assert_eq!(of(Law::Gdpr, "DE-HE", received), (date(2027, 1, 6), none.clone(), vec![]));

    let received = date(2025, 12, 2);
    let scotland = vec!["2nd January".to_owned()];
    assert_eq!(of(Law::UkGdpr, "GB-SCT", received), (date(2026, 1, 5), scotland, vec![]));
    assert_eq!(of(Law::UkGdpr, "GB-ENG", received), (date(2026, 1, 2), none.clone(), vec![]));

    let received = date(2026, 4, 15);
    let unknown = vec![Warning::UnknownRegion];
    assert_eq!(of(Law::Gdpr, "ES-MD", received), (date(2026, 5, 15), none, unknown));
    let madrid = Calendar::of("ES".parse().unwrap(), Some("MD")).unwrap();
    let madrid = madrid.with([(date(2026, 5, 15), "San Isidro".to_owned())]);
    let town = Clock::start(Law::Gdpr, Access, madrid, received).unwrap().deadline(received);
    assert_eq!((town.due, town.warnings), (date(2026, 5, 18), vec![]));
    assert_eq!(town.put_off, [(date(2026, 5, 15), "San Isidro".to_owned())]);
    // Where no rule puts a day off, no holiday does.
    assert_eq!(clock(Law::Unknown, Access, "DE-BY", date(2026, 12, 6)).deadline(FIRST).put_off, []);
}

#[test]
fn what_a_calendar_allowed_stays_done_when_another_counts() {
    let mut clock = clock(Law::Gdpr, Access, "DE-BY", date(2026, 12, 6));
    let last = date(2027, 1, 7);
    assert_eq!(clock.deadline(last).due, last);
    // On the last day, which is one too late by the holidays of the whole country.
    clock.pause(Pausing::Identity, last).unwrap();
    clock.count_with(Calendar::of("DE".parse().unwrap(), None).unwrap());
    clock.resume(date(2027, 1, 8)).unwrap();
    assert_eq!(clock.deadline(last).due, date(2027, 1, 7), "the 6th, and one day that it stood");
}

#[test]
fn an_extension_counts_from_receipt() {
    let mut eu = clock(Law::Gdpr, Erasure, "FR", date(2024, 11, 30));
    eu.extend(extension(date(2024, 12, 30))).unwrap();
    let deadline = eu.deadline(date(2025, 1, 2));
    assert_eq!((deadline.due, deadline.state), (date(2025, 2, 28), State::Extended));
    assert_eq!(eu.extend(extension(date(2025, 1, 2))), Err(NoClock::Twice));
    assert!(deadline.sources.iter().any(|s| s.text.contains("two further months")));

    let mut swiss = clock(Law::SwissFadp, Access, "CH", date(2026, 1, 5));
    assert_eq!(swiss.extend(extension(date(2026, 1, 9))), Err(NoClock::Until));
    let until = Some(date(2026, 3, 31));
    swiss.extend(Extension { until, ..extension(date(2026, 1, 9)) }).unwrap();
    assert_eq!(swiss.deadline(date(2026, 1, 9)).due, date(2026, 3, 31));
}

#[test]
fn an_extension_is_told_in_time_and_with_reason() {
    let mut eu = clock(Law::Gdpr, Erasure, "FR", date(2024, 3, 5));
    assert_eq!(eu.extend(extension(date(2024, 4, 6))), Err(NoClock::Late));
    assert_eq!(eu.extend(extension(date(2024, 3, 4))), Err(NoClock::Early));
    let without = Extension { reason: " ".to_owned(), ..extension(date(2024, 3, 6)) };
    assert_eq!(eu.extend(without), Err(NoClock::NoReasonTold));
    let until = Some(date(2024, 5, 5));
    let named = Extension { until, ..extension(date(2024, 3, 6)) };
    assert_eq!(eu.extend(named), Err(NoClock::Until));
    assert_eq!(eu.deadline(date(2024, 4, 6)).state, State::Overdue);
    assert_eq!(eu.deadline(date(2024, 4, 6)).days_left, -1);
}

#[test]
fn doubt_about_identity_stops_the_clock_in_the_union() {
    let mut clock = clock(Law::Gdpr, Access, "FR", date(2024, 3, 5));
    assert_eq!(clock.pause(Pausing::Clarification, date(2024, 3, 6)), Err(NoClock::NoReason));
    assert_eq!(clock.pause(Pausing::Identity, date(2024, 3, 4)), Err(NoClock::Early));
    assert_eq!(clock.resume(date(2024, 3, 6)), Err(NoClock::Order));
    clock.pause(Pausing::Identity, date(2024, 3, 6)).unwrap();
    assert_eq!(clock.pause(Pausing::Identity, date(2024, 3, 7)), Err(NoClock::Order));
    assert_eq!(clock.deadline(date(2024, 3, 8)).state, State::Paused);
    assert_eq!(clock.resume(date(2024, 3, 5)), Err(NoClock::Early));
    clock.resume(date(2024, 3, 16)).unwrap();
    // Ten days later than 5 April.
    assert_eq!(clock.deadline(date(2024, 3, 16)).due, date(2024, 4, 15));
}

#[test]
fn the_british_clock_starts_with_identity_and_stops_for_clarification() {
    let received = date(2026, 3, 2);
    let mut access = clock(Law::UkGdpr, Access, "GB-ENG", received);
    access.pause(Pausing::Identity, date(2026, 3, 3)).unwrap();
    access.resume(date(2026, 3, 10)).unwrap();
    assert_eq!(access.deadline(received).due, date(2026, 4, 10));
    access.pause(Pausing::Clarification, date(2026, 3, 11)).unwrap();
    access.resume(date(2026, 3, 13)).unwrap();
    // Three days do not count: 10 April and three, a Monday.
    assert_eq!(access.deadline(received).due, date(2026, 4, 13));
    let mut erasure = clock(Law::UkGdpr, Erasure, "GB-ENG", received);
    assert_eq!(erasure.pause(Pausing::Clarification, received), Err(NoClock::NoReason));
    assert_eq!(erasure.pause(Pausing::Identity, date(2026, 4, 3)), Err(NoClock::Late));
}

#[test]
fn what_is_not_known_is_said() {
    let warnings =
        |law, place| clock(law, Access, place, date(2026, 1, 5)).deadline(FIRST).warnings;
    assert_eq!(warnings(Law::Gdpr, "FR"), []);
    assert_eq!(warnings(Law::Gdpr, "IT"), [Warning::UnknownHolidays]);
    assert_eq!(warnings(Law::SwissFadp, "CH"), [Warning::RegionalHolidays]);
    assert_eq!(warnings(Law::Unknown, "US"), [Warning::UnknownLaw, Warning::UnknownHolidays]);
    let calendar = Calendar::default();
    let early = Clock::start(Law::Gdpr, Access, calendar, date(2018, 5, 24));
    assert_eq!(early, Err(NoClock::Received));
}

#[test]
fn sources_say_what_binds() {
    let british = clock(Law::UkGdpr, Access, "GB-ENG", date(2026, 3, 2)).deadline(FIRST).sources;
    let standings: Vec<_> = british.iter().map(|source| source.standing).collect();
    assert_eq!(standings, [Standing::Law, Standing::Guidance]);
    for law in [Law::Gdpr, Law::UkGdpr, Law::SwissFadp, Law::Unknown] {
        assert!(!clock(law, Access, "FR", date(2026, 3, 2)).deadline(FIRST).sources.is_empty());
    }
}

const PLACES: [(Law, &str); 8] = [
    (Law::Gdpr, "DE-BB"),
    (Law::Gdpr, "AT"),
    (Law::Gdpr, "FR"),
    (Law::Gdpr, "ES"),
    (Law::Gdpr, "SK"),
    (Law::UkGdpr, "GB-SCT"),
    (Law::SwissFadp, "CH"),
    (Law::Unknown, "US"),
];

fn days() -> impl Strategy<Value = Date> {
    (0..365 * 40).prop_map(|n: i32| date(2019, 1, 1).saturating_add(n.days()))
}

proptest! {
    /// Who asks later is never answered earlier, and never on a day on which nobody works.
    #[test]
    fn later_requests_are_due_later(a in days(), b in days(), at in 0..8_usize) {
        let (law, place) = PLACES[at];
        let due = |day| clock(law, Erasure, place, day).deadline(day).due;
        prop_assert!(due(a.min(b)) <= due(a.max(b)));
        let calendar = clock(law, Erasure, place, a).calendar;
        prop_assert!(law == Law::Unknown || calendar.is_working(due(a)));
        prop_assert!(due(a) > a);
    }

    /// An extension and a pause give time and never take it; today does not move what runs.
    #[test]
    fn more_time_is_more(day in days(), asked in 0..20_i32, stood in 0..60_i32, today in days(), at in 0..5_usize) {
        let (law, place) = PLACES[at];
        let plain = clock(law, Erasure, place, day);
        let mut extended = plain.clone();
        extended.extend(extension(day)).unwrap();
        prop_assert!(extended.deadline(day).due > plain.deadline(day).due);
        let mut paused = plain.clone();
        let asked = day.saturating_add(asked.days());
        paused.pause(Pausing::Identity, asked).unwrap();
        let answered = asked.saturating_add(stood.days());
        let open = paused.deadline(answered).due;
        paused.resume(answered).unwrap();
        prop_assert_eq!(paused.deadline(today).due, open);
        prop_assert!(open >= plain.deadline(today).due);
        prop_assert!((open - answered).get_days() >= (plain.law.base(day) - asked).get_days());
    }

    /// Regulation 1182/71 Art. 3(5): at least two working days lie within.
    #[test]
    fn two_working_days_are_within(day in days(), at in 0..7_usize) {
        let (law, place) = PLACES[at];
        let clock = clock(law, Erasure, place, day);
        let length = (clock.deadline(day).due - day).get_days();
        let within = (1..=length).map(|n| day.saturating_add(n.days()));
        prop_assert!(within.filter(|day| clock.calendar.is_working(*day)).count() >= 2);
    }
}

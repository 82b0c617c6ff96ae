//! Words about how a request stands that its page says beside the plan: what earlier plans did, that nobody was found, which
//! other requests name the same, where a deadline is written.
//!
//! Owns: these sentences, and what of a plan before is compared with the next. Leaves to others: the page ([`super::case`]), the
//! plan itself ([`super::paper`]).

use abide_notice::{Locale, say};
use abide_policy::vocab::RequestKind;
use abide_records::requests as stored;
use abide_records::requests::history::Event;
use abide_records::requests::plans::{Step, StepState};
use abide_rights::deadline::Source;
use abide_rights::desk::document::Paper;
use abide_rights::desk::report::{Report, found_nobody};

/// A plan without what its steps have done.
pub(super) fn without_done(mut paper: Paper, steps: &[Step]) -> Paper {
    let done =
        |at: usize| steps.iter().any(|s| s.seq as usize == at + 1 && s.state == StepState::Done);
    for (_, store) in paper.stores.iter_mut().enumerate().filter(|(at, _)| done(*at)) {
        for table in &mut store.tables {
            table.delete = 0;
            table.change.clear();
        }
    }
    paper
}

/// Where a rule about periods is written, and what it says.
pub(super) fn source(locale: &Locale, source: &Source) -> String {
    locale.say(&format!("deadline-source-{}", source.id))
}

/// What another request of the same person is.
pub(super) fn beside(locale: &Locale, request: &stored::Request) -> String {
    let kind = locale.say(&format!("request-kind-{}", request.kind));
    let state = locale.say(&format!("request-state-{}", request.state));
    locale.apart(&[kind, locale.date(request.received), state])
}

/// That nobody was found, and what follows, as long as there is still time to look for a typing error.
pub(super) fn nobody(
    locale: &Locale,
    request: &stored::Request,
    events: &[Event],
) -> Option<String> {
    let open = !stored::is_closed(request.state);
    let id = match request.kind {
        RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
            "plan-nobody-choices"
        }
        RequestKind::Access => "plan-nobody-copy",
        _ => "plan-nobody",
    };
    (open && found_nobody(events)).then(|| locale.say(id))
}

/// That a plan waits for approval, and what earlier ones have done already.
pub(super) fn approval(locale: &Locale, so_far: &Report) -> String {
    let (n, cut) = (so_far.deleted + so_far.changed, so_far.unknown);
    let said = match (n, cut) {
        (0, 0) => return locale.say("request-waits-approval-text"),
        (0, _) => locale.say("request-waits-approval-cut-text"),
        _ => say!(locale, "request-waits-approval-rest-text", n = n, rows = locale.number(n)),
    };
    match cut {
        0 => said,
        _ => {
            format!("{said} {}", say!(locale, "result-unknown", n = cut, rows = locale.number(cut)))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use abide_notice::Locales;
    use abide_policy::text::Country;
    use abide_policy::vocab::Lang;
    use abide_rights::deadline::{Calendar, Clock, Extension, Law, Pausing};
    use abide_rights::desk::document::{StorePaper, TablePaper};
    use jiff::civil::Date;

    use super::*;

    /// Every place where a rule is written is said in every language; in English as the command line says it.
    #[test]
    fn sources_of_deadlines_are_said_in_every_language() {
        let received = Date::constant(2026, 9, 1);
        let mut seen = BTreeSet::new();
        for country in ["DE", "GB", "CH", "US"] {
            let country: Country = country.parse().unwrap();
            for why in [Pausing::Identity, Pausing::Clarification, Pausing::Fee] {
                let (law, calendar) = (Law::of(country), Calendar::of(country, None).unwrap());
                let mut clock = Clock::start(law, RequestKind::Access, calendar, received).unwrap();
                // Not every law stops for every reason.
                let _ = clock.pause(why, received).and_then(|()| clock.resume(received));
                let until = (law == Law::SwissFadp).then(|| Date::constant(2026, 12, 1));
                let reason = "many stores".to_owned();
                clock.extend(Extension { told: received, reason, until }).unwrap();
                let sources = clock.deadline(received).sources;
                for lang in Locales::built_in().languages() {
                    let locale = Locales::built_in().get(lang);
                    for one in &sources {
                        let said = source(locale, one);
                        assert!(!said.contains('‹'), "{lang}: {said}");
                        assert_eq!(said == one.text, lang == Lang::En, "{lang}: {said}");
                    }
                }
                seen.extend(sources.iter().map(|source| source.id));
            }
        }
        assert_eq!(seen.len(), 12, "each of them: {seen:?}");
    }

    #[test]
    fn what_is_done_already_is_told_beside_the_plan_for_the_rest() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let said = |deleted, changed, unknown| {
                approval(locale, &Report { deleted, changed, unknown, ..Report::default() })
            };
            let nothing = locale.say("request-waits-approval-text");
            assert_eq!(said(0, 0, 0), nothing, "{lang}");
            for (deleted, changed, unknown, figures) in [
                (4, 0, 0, ["4", "4"]),
                (0, 1, 0, ["1", "1"]),
                (0, 0, 3, ["3", "3"]),
                (5, 2, 8, ["7", "8"]),
            ] {
                let said = said(deleted, changed, unknown);
                assert!(!said.contains('‹') && said != nothing, "{lang}: {said}");
                assert!(figures.iter().all(|n| said.contains(n)), "{lang}: {said}");
            }
        }
        let english = Locales::built_in().get(Lang::En);
        let one = approval(english, &Report { deleted: 1, ..Report::default() });
        assert!(one.ends_with("1 row is already erased or changed."), "{one}");
    }

    #[test]
    fn what_a_plan_has_done_is_no_difference_to_the_next() {
        let store = |store: &str| StorePaper {
            store: store.to_owned(),
            tables: vec![TablePaper {
                table: "t".to_owned(),
                delete: 2,
                change: [("others".to_owned(), 1)].into(),
                share: 1,
                ..TablePaper::default()
            }],
            fingerprint: String::new(),
            hand: None,
            purposes: None,
        };
        let paper = Paper {
            made: Date::constant(2026, 11, 27),
            stores: vec![store("files"), store("centre")],
            seed: String::new(),
            begun: false,
            holds: Vec::new(),
        };
        let step = |seq, state| Step {
            plan: 1,
            seq,
            store: "files".parse().unwrap(),
            what: "erasure".parse().unwrap(),
            state,
            counts: abide_records::Document::new("{}".to_owned()).unwrap(),
            started_at: None,
            ended_at: None,
        };
        let steps = [step(1, StepState::Done), step(2, StepState::Failed)];
        let rest = without_done(paper.clone(), &steps);
        assert_eq!(rest.totals(), (2, 1), "the second store is still to be done");
        assert_eq!(rest.stores[1], paper.stores[1]);
        assert_eq!(rest.stores[0].tables[0].share, 1, "what stays is compared");
    }
}

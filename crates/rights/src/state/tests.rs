use std::collections::BTreeMap;
use std::fmt::Write as _;

use abide_policy::vocab::Vocabulary as _;

use super::*;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/request-states.md");
const PLAN: PlanRef = PlanRef { fingerprint: [1; 32], steps: 2 };

fn events() -> Vec<(&'static str, Event)> {
    vec![
        ("identity settled", Event::IdentitySettled),
        ("several people found", Event::SeveralFound),
        ("asked who they are", Event::Asked(Question::Identity)),
        ("asked what they want", Event::Asked(Question::Clarification)),
        ("answered", Event::Answered),
        ("plan made", Event::PlanMade(PLAN)),
        ("approved", Event::Approved(PLAN.fingerprint)),
        ("approved another plan", Event::Approved([2; 32])),
        ("claimed", Event::Claimed),
        ("about to save a step", Event::Saving),
        ("first step done", Event::StepDone(0)),
        ("second step done", Event::StepDone(1)),
        ("store away", Event::StoreAway),
        ("store back", Event::StoreBack),
        ("data changed", Event::DataChanged),
        ("hand needed", Event::HandNeeded),
        ("hand done", Event::HandDone),
        ("residue found", Event::ResidueFound),
        ("residue stays", Event::ResidueSettled(Residue::Stays)),
        ("residue goes", Event::ResidueSettled(Residue::Goes)),
        ("verified", Event::Verified),
        ("copy handed out", Event::HandedOut),
        ("copy wanted again", Event::CopyAgain),
        ("facts put right", Event::Corrected),
        ("refused", Event::Refused(Refusal::Exempt)),
        ("taken back", Event::TakenBack),
        ("extended", Event::Extended),
    ]
}

fn name(request: &Request) -> String {
    let mut name = request.stage.word().to_string();
    if let Stage::Running(_, done) = request.stage {
        write!(name, ", {done} of 2 steps done").unwrap();
    }
    if request.begun && request.waits.is_some() {
        name.push_str(", something may be deleted");
    }
    match request.waits {
        Some(waits) => name + ", waits for " + waits.word(),
        None => name,
    }
}

/// Every state that is reached, by its name, with what each event does.
fn machine(kind: RequestKind) -> Vec<Request> {
    let mut all = vec![Request::received(kind)];
    let mut next = 0;
    while next < all.len() {
        for (_, event) in events() {
            if let Ok(Next { request, .. }) = all[next].step(event)
                && !all.contains(&request)
            {
                all.push(request);
            }
        }
        next += 1;
    }
    all
}

fn tick(clock: Option<Tick>) -> &'static str {
    match clock {
        None => "",
        Some(Tick::Pause(_)) => "may stop",
        Some(Tick::Resume) => "goes on",
        Some(Tick::Extend) => "runs longer",
        Some(Tick::Stop) => "ends",
    }
}

fn page() -> String {
    let mut page = include_str!("head.md").to_owned();
    let of_erasures: Vec<_> = machine(RequestKind::Erasure).iter().map(section).collect();
    page.extend(of_erasures.iter().map(String::as_str));
    page.push_str(include_str!("copies.md"));
    // What is the same for both stands once.
    let of_copies = machine(RequestKind::Access).iter().map(section).collect::<Vec<_>>();
    page.extend(of_copies.iter().filter(|s| !of_erasures.contains(s)).map(String::as_str));
    page
}

fn section(request: &Request) -> String {
    let mut page = String::new();
    {
        let _ = write!(page, "\n## {}\n\n", name(request));
        let mut refused: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let mut rows = String::new();
        for (word, event) in events() {
            match request.step(event) {
                Ok(next) => {
                    let _ = writeln!(
                        rows,
                        "| {word} | {} | {} |",
                        name(&next.request),
                        tick(next.clock)
                    );
                }
                Err(why) => refused.entry(why.to_string()).or_default().push(word),
            }
        }
        if !rows.is_empty() {
            let _ = write!(page, "| event | then | clock |\n| --- | --- | --- |\n{rows}\n");
        }
        for (why, words) in refused {
            let _ = writeln!(page, "- not now: {}: {why}.", words.join(", "));
        }
    }
    page
}

#[test]
#[expect(clippy::disallowed_methods, reason = "compares a page of the documentation, or writes it")]
fn the_page_shows_the_machine() {
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PAGE, &page).unwrap();
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        page == written,
        "docs/request-states.md is out of date: run UPDATE_DOCS=1 cargo test -p abide-rights"
    );
}

#[test]
fn every_state_fits_and_has_a_reason() {
    let mut words = BTreeMap::new();
    for request in machine(RequestKind::Erasure).into_iter().chain(machine(RequestKind::Access)) {
        let Request { kind, stage, waits, begun } = request;
        assert_eq!(Request::stored(kind, stage, waits, begun), Some(request));
        words.entry(request.state().word()).or_insert(request);
        let closed = matches!(stage, Stage::Done | Stage::Refused | Stage::Withdrawn);
        assert_eq!(waits.is_none(), closed);
        for other in Waits::ALL {
            let known = machine(kind).iter().any(|r| (r.stage, r.waits) == (stage, Some(*other)));
            let stored = Request::stored(kind, stage, Some(*other), begun);
            assert!(known || stored.is_none(), "{stage:?} {other}");
        }
    }
    assert_eq!(words.len(), RequestState::ALL.len());
}

#[test]
fn a_plan_without_steps_is_verified_too() {
    let plan = PlanRef { steps: 0, ..PLAN };
    let approved =
        Request::stored(RequestKind::Access, Stage::Approved(plan), Some(Waits::Turn), false);
    let next = approved.unwrap().step(Event::Claimed).unwrap();
    assert_eq!(next.request.stage(), Stage::Verifying(plan));
}

/// That a copy lies ready tells the person nothing: who looks at it may doubt, put right, make it again, throw it away.
#[test]
fn a_copy_is_done_when_somebody_handed_it_out() {
    for kind in [RequestKind::Access, RequestKind::Portability] {
        let verifying =
            Request::stored(kind, Stage::Verifying(PLAN), Some(Waits::Turn), false).unwrap();
        assert_eq!(verifying.step(Event::HandedOut), Err(NotNow::NotAwaited));
        let ready = verifying.step(Event::Verified).unwrap();
        assert_eq!((ready.request.waits(), ready.clock), (Some(Waits::HandingOut), None));
        let ready = ready.request;
        for (event, stage) in [
            (Event::HandedOut, Stage::Done),
            (Event::CopyAgain, Stage::Identified),
            (Event::Corrected, Stage::Received),
            (Event::Asked(Question::Identity), Stage::Received),
            (Event::TakenBack, Stage::Withdrawn),
            (Event::Refused(Refusal::Exempt), Stage::Refused),
        ] {
            assert_eq!(ready.step(event).unwrap().request.stage(), stage, "{event:?}");
        }
        let done = ready.step(Event::HandedOut).unwrap();
        assert_eq!(done.clock, Some(Tick::Stop));
        for event in [Event::HandedOut, Event::CopyAgain, Event::Corrected] {
            assert_eq!(done.request.step(event), Err(NotNow::Closed));
        }
    }
}

/// A wrong fact is put right as long as nothing was done by it; what the person was asked besides is still open.
#[test]
fn facts_are_put_right_until_something_has_begun() {
    let kind = RequestKind::Erasure;
    let at = |stage, waits, begun| Request::stored(kind, stage, Some(waits), begun).unwrap();
    for (before, waits) in [
        (at(Stage::Received, Waits::Identity, false), Waits::Turn),
        (at(Stage::Identified, Waits::Clarification, false), Waits::Clarification),
        (at(Stage::Planned(PLAN), Waits::Approval, false), Waits::Turn),
        (at(Stage::Approved(PLAN), Waits::Turn, false), Waits::Turn),
        (at(Stage::Running(PLAN, 0), Waits::Store, false), Waits::Turn),
    ] {
        let next = before.step(Event::Corrected).unwrap();
        assert_eq!(next.request.stage(), Stage::Received);
        assert_eq!(next.request.waits(), Some(waits));
        let asked = before.waits() == Some(Waits::Identity);
        assert_eq!(next.clock, asked.then_some(Tick::Resume));
    }
    for begun in [
        at(Stage::Planned(PLAN), Waits::Approval, true),
        at(Stage::Running(PLAN, 1), Waits::Turn, true),
        at(Stage::Verifying(PLAN), Waits::Residue, true),
    ] {
        assert_eq!(begun.step(Event::Corrected), Err(NotNow::Begun));
    }
}

#[test]
fn a_withdrawal_of_consent_knows_no_exemption() {
    let request = Request::received(RequestKind::Withdrawal);
    assert_eq!(request.step(Event::Refused(Refusal::Exempt)), Err(NotNow::NoExemption));
    assert!(request.step(Event::Refused(Refusal::Unidentified)).is_ok());
}

#[test]
fn what_is_stored_must_make_sense() {
    let kind = RequestKind::Erasure;
    for (stage, waits, begun) in [
        (Stage::Done, Some(Waits::Turn), true),
        (Stage::Received, None, false),
        (Stage::Received, Some(Waits::Approval), false),
        (Stage::Identified, Some(Waits::Turn), true),
        (Stage::Withdrawn, None, true),
        (Stage::Running(PLAN, 2), Some(Waits::Turn), true),
        (Stage::Running(PLAN, 1), Some(Waits::Turn), false),
        (Stage::Planned(PLAN), Some(Waits::Hand), true),
    ] {
        assert_eq!(Request::stored(kind, stage, waits, begun), None, "{stage:?} {waits:?}");
    }
}

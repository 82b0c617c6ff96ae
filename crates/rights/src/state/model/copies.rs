//! Requests for a copy in a small world, checked in every order: two workers of whom one may be overtaken at any action, data
//! that changes, facts that were noted wrongly, somebody who looks at the copy and hands it out.
//!
//! What holds in every reachable state is in [`World::holds`]: nothing is called done before a person handed a copy out, nobody
//! is handed that of somebody else, and what came to nothing leaves no copy behind.

use super::explore::explore;
use super::*;

/// A copy that lies there: for whom it was made, and from which data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Copy {
    person: u8,
    data: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Worker {
    /// The record as it was read; `None` while idle.
    read: Option<Request>,
    /// For whom it works, as it read it.
    person: u8,
    stale: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct World {
    request: Request,
    /// For whom it is by what was stated last: each correction states somebody else.
    person: u8,
    data: u8,
    changes: u8,
    corrections: u8,
    copy: Option<Copy>,
    workers: [Worker; 2],
    handed: Option<Copy>,
}

/// What is done wrong on purpose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flaw {
    None,
    /// What falls leaves its copy, and nobody makes it again.
    OldCopyStays,
    /// The end is told without anybody having handed anything out.
    ClosesByItself,
    /// A copy gets its name before the record is known to be as it was read.
    PlacesBlind,
}

const IDLE: Worker = Worker { read: None, person: 0, stale: false };
const STEPS: u16 = 1;

impl World {
    fn start() -> Self {
        Self {
            request: Request::received(RequestKind::Access),
            person: 0,
            data: 0,
            changes: 1,
            corrections: 1,
            copy: None,
            workers: [IDLE; 2],
            handed: None,
        }
    }

    fn plan(&self) -> PlanRef {
        let mut fingerprint = [0; 32];
        fingerprint[..2].copy_from_slice(&[self.person, self.data]);
        PlanRef { fingerprint, steps: STEPS }
    }

    fn holds(&self) -> Result<(), &'static str> {
        let Request { kind, stage, waits, begun } = self.request;
        if !fits(kind, stage, waits, begun) {
            return Err("a state that cannot be stored");
        }
        if matches!(stage, Stage::Done) && self.handed.is_none() {
            return Err("called done before it was handed out");
        }
        if self.handed.is_some_and(|copy| copy.person != self.person) {
            return Err("somebody else's copy was handed out");
        }
        let came_to_nothing = matches!(stage, Stage::Refused | Stage::Withdrawn);
        if came_to_nothing && self.copy.is_some() {
            return Err("a copy is left of what came to nothing");
        }
        if begun {
            return Err("something counts as deleted for a copy");
        }
        Ok(())
    }

    /// Writes the record; whoever has read it before is stale then. A copy goes with what it was made for.
    fn written(mut self, event: Event, flaw: Flaw) -> Option<Self> {
        let had_copy = self.request.waits == Some(Waits::HandingOut);
        self.request = self.request.step(event).ok()?.request;
        let ended = matches!(self.request.stage, Stage::Refused | Stage::Withdrawn);
        if flaw != Flaw::OldCopyStays && (ended || had_copy && self.request.is_unplanned()) {
            self.copy = None;
        }
        for worker in &mut self.workers {
            worker.stale |= worker.read.is_some();
        }
        Some(self)
    }

    fn edges(&self, flaw: Flaw) -> Vec<Edge> {
        let mut edges = self.of_people(flaw);
        if let Some(changes) = self.changes.checked_sub(1) {
            edges.push((Self { changes, data: self.data + 1, ..*self }, true));
        }
        for at in 0..self.workers.len() {
            edges.extend(self.of_worker(at, flaw));
            if self.workers[at].read.is_some() {
                edges.push((self.with(at, IDLE), true));
            }
        }
        edges
    }

    fn of_people(&self, flaw: Flaw) -> Vec<Edge> {
        let good = |event| (self.written(event, flaw), false);
        let mishap = |event| (self.written(event, flaw), true);
        let mut edges = vec![mishap(Event::TakenBack), mishap(Event::Refused(Refusal::Unfounded))];
        edges.push(mishap(Event::Asked(Question::Identity)));
        if let Some(corrections) = self.corrections.checked_sub(1) {
            let world = self.written(Event::Corrected, flaw);
            edges.push((world.map(|w| Self { corrections, person: w.person + 1, ..w }), true));
        }
        match (self.request.waits, self.request.stage) {
            (Some(Waits::Identity), _) => edges.push(good(Event::IdentitySettled)),
            (Some(Waits::Approval), Stage::Planned(plan)) => {
                edges.push(good(Event::Approved(plan.fingerprint)));
            }
            (Some(Waits::Residue), _) => edges.push(good(Event::ResidueSettled(Residue::Goes))),
            (Some(Waits::Plan), _) => edges.push(good(Event::PlanMade(self.plan()))),
            (Some(Waits::HandingOut), _) => {
                let handed = self.written(Event::HandedOut, flaw);
                edges.push((handed.map(|w| Self { handed: self.copy, ..w }), false));
                edges.push(mishap(Event::CopyAgain));
            }
            _ => {}
        }
        edges.into_iter().filter_map(|(world, mishap)| Some((world?, mishap))).collect()
    }

    fn of_worker(&self, at: usize, flaw: Flaw) -> Vec<Edge> {
        let own = self.workers[at];
        let Some(read) = own.read else {
            let turn = self.request.waits == Some(Waits::Turn);
            let begins = Worker { read: Some(self.request), person: self.person, ..IDLE };
            return turn.then(|| (self.with(at, begins), false)).into_iter().collect();
        };
        let event = match read.stage {
            Stage::Received => Event::IdentitySettled,
            Stage::Identified => Event::PlanMade(self.plan()),
            Stage::Approved(_) => Event::Claimed,
            Stage::Running(_, step) => Event::StepDone(step),
            Stage::Verifying(_) if self.copy.is_none() => Event::ResidueFound,
            Stage::Verifying(_) => Event::Verified,
            _ => return Vec::new(),
        };
        let told = self.written(event, flaw).filter(|_| !own.stale);
        let mut world = told.unwrap_or(*self).with(at, IDLE);
        if flaw == Flaw::ClosesByItself && event == Event::Verified && told.is_some() {
            world.request = world.request.step(Event::HandedOut).unwrap().request;
        }
        let places =
            matches!(event, Event::StepDone(_)) && (told.is_some() || flaw == Flaw::PlacesBlind);
        if !places {
            return vec![(world, false)];
        }
        // It gets its name while nobody else can change the record, and who crashes then has not told of it.
        let copy = Some(Copy { person: own.person, data: self.data });
        let crashed = Self { copy, ..self.with(at, IDLE) };
        vec![(Self { copy, ..world }, false), (crashed, true)]
    }

    fn with(mut self, worker: usize, now: Worker) -> Self {
        self.workers[worker] = now;
        self
    }
}

/// An action: what the world is then, and whether it is a mishap that need not happen.
type Edge = (World, bool);

fn explored(flaw: Flaw) -> Result<Explored<World>, &'static str> {
    let edges = |world: &World| -> Edges<World> {
        let edges = world.edges(flaw);
        edges.iter().try_for_each(|(world, _)| world.holds())?;
        Ok(edges)
    };
    explore(World::start(), edges)
}

#[test]
fn a_copy_is_handed_out_before_its_request_is_done() {
    let explored = explored(Flaw::None).unwrap();
    let states = explored.worlds.len();
    println!("{states} states");
    assert!(states > 1_000, "{states}");
    let is_done = |world: &World| matches!(world.request.stage, Stage::Done);
    let stuck = explored.stuck(is_done, |world| world.request.waits.is_some());
    assert!(stuck.is_none(), "no end from {:#?}", stuck.unwrap());
}

#[test]
fn flaws_with_copies_are_found() {
    for (flaw, what) in [
        (Flaw::ClosesByItself, "called done before it was handed out"),
        (Flaw::OldCopyStays, "a copy is left of what came to nothing"),
        (Flaw::PlacesBlind, "a copy is left of what came to nothing"),
    ] {
        assert_eq!(explored(flaw).err(), Some(what));
    }
}

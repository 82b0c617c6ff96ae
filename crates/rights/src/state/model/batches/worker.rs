//! What a worker does, alone or with a batch.

use super::*;

impl World {
    pub(super) fn of_worker(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        match self.workers[by].at {
            At::Idle => {
                (0..REQUESTS).for_each(|at| self.takes_one(by, at, way, edges));
                self.takes_many(by, way, edges);
            }
            At::Turn => self.looks(by, edges),
            At::Start => edges.push((self.starts(by), false)),
            At::Again => edges.push((self.reads_again(by), false)),
            At::Prepare => self.prepares(by, way, edges),
            At::Note => self.notes(by, way, edges),
            At::Save => self.saves(by, way, edges),
            At::Read => edges.push((self.reads(by, way), false)),
            At::Write => edges.push((self.tells(by), false)),
        }
    }

    fn taken(&self, by: usize, at: usize) -> Self {
        let mut world = *self;
        let one = &mut world.requests[at];
        (one.owner, one.over) = (Some(by as u8), false);
        let read = one.stand;
        world.workers[by].of[at] = Member { role: Role::In, read, stale: false };
        world
    }

    fn takes_one(&self, by: usize, at: usize, way: Way, edges: &mut Vec<Edge>) {
        let one = &self.requests[at];
        let request = one.request();
        let has_turn = match request.stage {
            Stage::Running(..) => true,
            Stage::Approved(_) | Stage::Verifying(_) => way != Way::Sweeps,
            _ => false,
        };
        if !has_turn || request.waits != Some(Waits::Turn) || !one.is_free() {
            return;
        }
        let mut world = self.taken(by, at);
        world.workers[by].alone = true;
        world.workers[by].at = match request.stage {
            Stage::Approved(_) => At::Start,
            _ => At::Turn,
        };
        edges.push((world, false));
    }

    fn takes_many(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        let is_wanted = |one: &One| match one.request().stage {
            Stage::Approved(_) => true,
            Stage::Verifying(_) => way == Way::Sweeps,
            _ => false,
        };
        let is_wanted =
            |one: &One| is_wanted(one) && one.request().waits == Some(Waits::Turn) && one.is_free();
        let wanted: Vec<usize> =
            (0..REQUESTS).filter(|at| is_wanted(&self.requests[*at])).collect();
        if wanted.len() < if way == Way::Sweeps { 1 } else { 2 } {
            return;
        }
        let mut world = wanted.into_iter().fold(*self, |world, at| world.taken(by, at));
        world.workers[by].at = At::Start;
        edges.push((world, false));
    }

    /// Alone: looks at the store, to see whether the step is to be done, is done, or the data has changed; or reads back.
    fn looks(&self, by: usize, edges: &mut Vec<Edge>) {
        let own = self.workers[by];
        let Some(at) = own.which(|m| m.role == Role::In).next() else { return };
        let one = &self.requests[at];
        let mut to = |next, role, mishap| {
            let mut world = *self;
            world.workers[by].at = next;
            world.workers[by].of[at].role = role;
            edges.push((world, mishap));
        };
        let Some(planned) = own.of[at].planned() else {
            let end = if one.person { Told::Residue } else { Told::Verified };
            to(At::Write, Role::Tell(end, !one.person), false);
            to(At::Write, Role::Tell(Told::Residue, false), MISHAP);
            to(At::Write, Role::Tell(Told::StoreAway, false), MISHAP);
            return;
        };
        match one.digest() {
            now if now == planned => to(At::Note, Role::Went, false),
            now if one.noted && now == Store::after(planned) => {
                to(At::Write, Role::Tell(Told::StepDone, false), false);
            }
            _ => to(At::Write, Role::Tell(Told::DataChanged, false), false),
        }
        to(At::Write, Role::Tell(Told::StoreAway, false), MISHAP);
    }

    /// Writes that they begin, in one transaction; who was overtaken is left out.
    fn starts(&self, by: usize) -> Self {
        let mut world = *self;
        for at in self.workers[by].which(|m| m.role == Role::In) {
            let member = self.workers[by].of[at];
            if matches!(member.stage(), Stage::Approved(_))
                && (member.stale || !world.write(at, Event::Claimed, Some(by)))
            {
                world.workers[by].of[at].role = Role::Out;
            }
        }
        world.workers[by].at = At::Again;
        world
    }

    fn reads_again(&self, by: usize) -> Self {
        let mut world = *self;
        for at in self.workers[by].which(|m| m.role == Role::In) {
            let one = &self.requests[at];
            let role = if one.owner == Some(by as u8) { Role::In } else { Role::Out };
            world.workers[by].of[at] = Member { role, read: one.stand, stale: false };
        }
        if !self.workers[by].alone {
            world.workers[by].at = At::Prepare;
            return world;
        }
        let member = world.workers[by].of.iter().find(|m| m.role == Role::In);
        match member.map(|m| (m.read.get().waits, m.stage())) {
            Some((Some(Waits::Turn), Stage::Running(..))) => world.workers[by].at = At::Turn,
            _ => world = world.given_back(by),
        }
        world
    }

    /// Compares each with its plan, inside a transaction of the store.
    fn prepares(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        let own = self.workers[by];
        let now: Vec<usize> = own.which(|m| m.role == Role::In && m.planned().is_some()).collect();
        if now.is_empty() {
            return self.reads_back(by, way, edges);
        }
        let (mut world, mut away) = (*self, *self);
        for at in now {
            let same = own.of[at].planned() == Some(self.requests[at].digest());
            world.workers[by].of[at].role = if same { Role::Went } else { Role::Out };
            away.workers[by].of[at].role = Role::Out;
        }
        let any = world.workers[by].which(|m| m.role == Role::Went).next().is_some();
        world.workers[by].at = if any { At::Note } else { At::Prepare };
        edges.push((world, false));
        edges.push((away, MISHAP));
    }

    /// All of them or, if somebody was overtaken, none: then the others are tried again.
    fn notes(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        let own = self.workers[by];
        let went: Vec<usize> = own.which(|m| m.role == Role::Went).collect();
        let mut world = *self;
        if went.iter().any(|at| own.of[*at].stale) && way != Way::SavesUnnoted {
            for at in went {
                let out = own.of[at].stale;
                world.workers[by].of[at].role = if out { Role::Out } else { Role::In };
            }
            world = if own.alone { world.given_back(by) } else { world.at(by, At::Prepare) };
            edges.push((world, false));
            return;
        }
        for at in went.iter().copied().filter(|at| !own.of[*at].stale) {
            let now = self.requests[at].request();
            let noted = Request::stored(now.kind, now.stage, now.waits, true);
            let Some(noted) = noted else {
                world.wrong = Some("a step was noted that cannot have begun");
                continue;
            };
            world.requests[at].noted = true;
            world.put(at, noted, Some(by));
        }
        edges.push((world.at(by, At::Save), false));
        if !own.alone {
            // A hold came between, or it was tried too often.
            let mut fell = *self;
            went.iter().for_each(|at| fell.workers[by].of[*at].role = Role::Out);
            edges.push((fell.at(by, At::Prepare), MISHAP));
        }
    }

    /// One transaction: if rows of anybody have changed since it looked, nothing is saved.
    fn saves(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        let own = self.workers[by];
        let alone = own.alone;
        let went: Vec<usize> = own.which(|m| m.role == Role::Went).collect();
        let with = |mut world: Self, role, next| {
            went.iter().for_each(|at| world.workers[by].of[*at].role = role);
            world.at(by, next)
        };
        // Whether it was saved, each finds out alone.
        let unknown = |world| match alone {
            true => with(world, Role::Tell(Told::StoreAway, false), At::Write),
            false => with(world, Role::Out, At::Prepare),
        };
        edges.push((unknown(*self), MISHAP));
        let is_same = |at: &usize| {
            let planned = own.of[*at].planned();
            planned.is_none_or(|planned| planned == self.requests[*at].digest())
        };
        if !went.iter().all(is_same) && way != Way::NoComparison {
            let looks_again = with(*self, Role::In, At::Turn);
            edges.push((if alone { looks_again } else { unknown(*self) }, false));
            return;
        }
        let mut saved = *self;
        for at in &went {
            let one = &mut saved.requests[*at];
            one.deleted = (one.deleted + u8::from(one.person)).min(2);
            one.ever_deleted |= one.person;
            (one.person, one.saved) = (false, true);
        }
        edges.push((unknown(saved), MISHAP));
        let told = with(saved, Role::Tell(Told::StepDone, false), At::Write);
        edges.push((if alone { told } else { with(saved, Role::Went, At::Read) }, false));
    }

    /// As they stand now, since they were noted: the step is told of those that are still at it.
    fn reads(&self, by: usize, way: Way) -> Self {
        let mut world = *self;
        for at in self.workers[by].which(|m| m.role == Role::Went) {
            let read = self.requests[at].stand;
            let same = read.get().stage == self.workers[by].of[at].stage();
            let running = matches!(read.get().stage, Stage::Running(..));
            let told = if way == Way::TellsOtherPlan { running } else { same };
            let role = if told { Role::Tell(Told::StepDone, false) } else { Role::Out };
            world.workers[by].of[at] = Member { role, read, stale: false };
        }
        world.at(by, At::Write)
    }

    fn reads_back(&self, by: usize, way: Way, edges: &mut Vec<Edge>) {
        let own = self.workers[by];
        let ended: Vec<usize> =
            own.which(|m| m.role == Role::In && matches!(m.stage(), Stage::Verifying(_))).collect();
        let mut fine = *self;
        for (number, at) in ended.iter().enumerate() {
            let gone = !self.requests[*at].person;
            let unread = way == Way::ReadsOneBack && number > 0;
            let end = if gone || unread { Told::Verified } else { Told::Residue };
            fine.workers[by].of[*at].role = Role::Tell(end, gone);
        }
        for at in ended {
            for end in [Told::Residue, Told::StoreAway] {
                let mut world = fine;
                world.workers[by].of[at].role = Role::Tell(end, false);
                edges.push((world.at(by, At::Write), MISHAP));
            }
        }
        edges.push((fine.at(by, At::Write), false));
    }

    /// In one transaction; who was overtaken is left out. After a step a batch goes on.
    fn tells(&self, by: usize) -> Self {
        let own = self.workers[by];
        let (mut world, mut goes_on) = (*self, false);
        for at in 0..REQUESTS {
            let Role::Tell(told, saw) = own.of[at].role else { continue };
            goes_on |= told == Told::StepDone && !own.alone;
            world.workers[by].of[at].role = Role::Out;
            if own.of[at].stale || !world.tell(at, told, by) {
                continue;
            }
            if told == Told::StepDone {
                world.workers[by].of[at].role = Role::In;
            }
            if told == Told::Verified && !saw {
                world.wrong = Some("called done without having been read back");
            }
            // Where nothing was to be done, nobody need have done it.
            let idle = own.of[at].planned().is_some_and(|planned| planned == Store::after(planned));
            if told == Told::StepDone && !self.requests[at].saved && !idle {
                world.wrong = Some("a step was told as done that nobody did");
            }
        }
        if goes_on { world.at(by, At::Again) } else { world.given_back(by) }
    }

    fn tell(&mut self, at: usize, told: Told, by: usize) -> bool {
        let step = match self.requests[at].request().stage {
            Stage::Running(_, step) => step,
            _ => 0,
        };
        match told {
            Told::StepDone => self.write(at, Event::StepDone(step), Some(by)),
            Told::StoreAway => self.write(at, Event::StoreAway, Some(by)),
            Told::Verified => self.write(at, Event::Verified, Some(by)),
            Told::Residue => self.write(at, Event::ResidueFound, Some(by)),
            // A new plan is made at once.
            Told::DataChanged => {
                let plan = self.requests[at].plan();
                self.write(at, Event::DataChanged, Some(by))
                    && self.write(at, Event::PlanMade(plan), Some(by))
            }
        }
    }

    fn at(mut self, by: usize, at: At) -> Self {
        self.workers[by].at = at;
        self
    }

    /// It gives back what it has.
    fn given_back(mut self, by: usize) -> Self {
        for one in self.requests.iter_mut().filter(|one| one.owner == Some(by as u8)) {
            (one.owner, one.over) = (None, false);
        }
        self.workers[by] = Worker::IDLE;
        self
    }
}

//! The smallest change to a policy that makes a user agent take its cookies.
//!
//! Owns: the changes, the search, and what choices alone would reach. Leaves to others: the user agents' rules (the search
//! only asks them again) and making the change in the policy that the compact policy was derived from: a [`Change`] names
//! its purpose, recipient or category, which is what statements are made of.
//!
//! # Which of several
//! Fewest changes first. Among equally many: those that drop the least data, then those that mend the compact policy least,
//! then those that ask people the least (opt-out before opt-in), then table order. Where the fewest changes would drop data,
//! the remedy also says how choices alone reach the same.

use abide_p3p::compact::{CompactPolicy, Meaning, Use};
use abide_policy::vocab::{Category, Choice, Set};
use serde::ser::SerializeMap;

use crate::agent::UserAgent;
use crate::situation::Action;
use crate::verdict::Place;

/// One change to a policy.
///
/// Serialised as an object: `{"change":"opt-out","use":"CON"}`, `{"change":"drop","category":"PHY"}`,
/// `{"change":"add-policy"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// People can refuse this use.
    OptOut(Use),
    /// This use happens only if people agree first.
    OptIn(Use),
    /// A compact policy is published where none is, or where none of its tokens is one.
    AddPolicy,
    /// The policy is meant: `TST` goes.
    DropTest,
    /// Only tokens of P3P are written: unknown ones and those from drafts go.
    DropUnknown,
    /// Data of this category is no longer collected.
    Drop(Category),
}

impl Change {
    /// Its stable name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OptOut(_) => "opt-out",
            Self::OptIn(_) => "opt-in",
            Self::AddPolicy => "add-policy",
            Self::DropTest => "drop-test",
            Self::DropUnknown => "drop-unknown",
            Self::Drop(_) => "drop",
        }
    }

    /// The policy after the change.
    ///
    /// An added policy is the least that counts as one, `NID`; whoever publishes it says what is true instead, and judges
    /// again.
    #[must_use]
    pub fn apply(self, policy: CompactPolicy) -> CompactPolicy {
        let mut after = policy;
        match self {
            Self::OptOut(what) => after.uses.strengthen(what, Choice::OptOut),
            Self::OptIn(what) => after.uses.strengthen(what, Choice::OptIn),
            Self::AddPolicy => {
                after = CompactPolicy { non_identifiable: true, ..CompactPolicy::default() };
            }
            Self::DropTest => after.test = false,
            Self::DropUnknown => {
                after.unknown = 0;
                after.uses.remove(Use::Customization);
            }
            Self::Drop(category) => after.categories.remove(category),
        }
        after
    }
}

impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(None)?;
        map.serialize_entry("change", self.as_str())?;
        match self {
            Self::OptOut(what) | Self::OptIn(what) => map.serialize_entry("use", what)?,
            Self::Drop(category) => map.serialize_entry("category", category.token())?,
            Self::AddPolicy | Self::DropTest | Self::DropUnknown => {}
        }
        map.end()
    }
}

/// The smallest set of changes after which a user agent accepts the cookie in some places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Where cookies are then accepted that are not now.
    pub places: Vec<Place>,
    /// What to change.
    pub changes: Vec<Change>,
    /// How choices alone reach the same, where `changes` drop data and choices can.
    pub alternative: Option<Vec<Change>>,
}

/// The largest number of changes for which every combination is tried.
const MOST: usize = 6;

/// For each wanted place where the cookie is not accepted, the smallest set of changes after which it is.
///
/// Every set was proved by judging the changed policy. Places with equal answers are grouped, in the order wanted; places
/// that no change reaches, as under *block all*, are left out. Deterministic.
///
/// ```
/// use abide_agents::{Change, Context, Cookie, Level, Place, ie6::IE6, remedies};
/// use abide_p3p::compact::{CompactPolicy, Use};
/// use abide_policy::vocab::Purpose;
///
/// let policy = CompactPolicy::parse("NOI CURa CONa OUR BUS PHY ONL");
/// let wanted = Place { context: Context::ThirdParty, cookie: Cookie::Persistent, level: Level::Medium };
/// let found = remedies(&IE6, &policy, &[wanted]);
/// assert_eq!(found[0].changes, [Change::OptOut(Use::Purpose(Purpose::Contact))]);
/// ```
#[must_use]
pub fn remedies(agent: &dyn UserAgent, policy: &CompactPolicy, wanted: &[Place]) -> Vec<Remedy> {
    let candidates = Candidates::of(agent, policy);
    let mut search = Search {
        agent,
        policy: *policy,
        candidates: &candidates,
        open: Vec::new(),
        found: Vec::new(),
    };
    for place in wanted {
        if accepted(agent, policy, *place) {
            continue;
        }
        let by_choice = candidates.by_choice(agent, policy, *place);
        let by_dropping = irreducible(agent, policy, *place, candidates.without_choices());
        let Some(fallback) = shorter(by_choice.clone(), by_dropping) else { continue };
        search.open.push(Open { place: *place, fallback, by_choice });
    }
    search.run();
    search.grouped(wanted)
}

/// Whether the user agent takes a cookie that comes with this policy as it is.
fn accepted(agent: &dyn UserAgent, policy: &CompactPolicy, place: Place) -> bool {
    agent.judge(policy, &place.situation()).action == Action::Accept
}

fn shorter(a: Option<Vec<Change>>, b: Option<Vec<Change>>) -> Option<Vec<Change>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.len() < a.len() { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The policy after several changes.
fn apply(policy: &CompactPolicy, changes: &[Change]) -> CompactPolicy {
    changes.iter().fold(*policy, |policy, change| change.apply(policy))
}

/// From all these changes together, those that cannot be spared; nothing if even all together do not help.
fn irreducible(
    agent: &dyn UserAgent,
    policy: &CompactPolicy,
    place: Place,
    mut changes: Vec<Change>,
) -> Option<Vec<Change>> {
    if !accepted(agent, &apply(policy, &changes), place) {
        return None;
    }
    for spared in changes.clone().into_iter().rev() {
        let rest: Vec<Change> = changes.iter().copied().filter(|c| *c != spared).collect();
        if accepted(agent, &apply(policy, &rest), place) {
            changes = rest;
        }
    }
    Some(changes)
}

/// The changes that could help, by kind, each kind in table order.
struct Candidates {
    opt_out: Vec<Change>,
    opt_in: Vec<Change>,
    mend: Vec<Change>,
    drop: Vec<Change>,
}

impl Candidates {
    /// What the user agent minds in the policy, or would mind once its form is right.
    fn of(agent: &dyn UserAgent, policy: &CompactPolicy) -> Self {
        let mend = mending(policy);
        let (now, then) = (agent.concern(policy), agent.concern(&apply(policy, &mend)));
        let uses = now.uses.union(then.uses).iter().filter(|u| u.can_choose());
        let uses: Vec<(Use, Choice)> =
            uses.filter_map(|u| policy.uses.weakest(u).map(|w| (u, w))).collect();
        let weaker = |than: Choice, change: fn(Use) -> Change| {
            uses.iter().filter(|(_, w)| *w < than).map(|(u, _)| change(*u)).collect()
        };
        Self {
            opt_out: weaker(Choice::OptOut, Change::OptOut),
            opt_in: weaker(Choice::OptIn, Change::OptIn),
            mend,
            drop: now.categories.union(then.categories).iter().map(Change::Drop).collect(),
        }
    }

    /// Mending and dropping, the latter to be spared first.
    fn without_choices(&self) -> Vec<Change> {
        self.mend.iter().chain(&self.drop).copied().collect()
    }

    /// What reaches a place without dropping data: as few opt-ins as possible, opt-outs elsewhere.
    fn by_choice(
        &self,
        agent: &dyn UserAgent,
        policy: &CompactPolicy,
        place: Place,
    ) -> Option<Vec<Change>> {
        let all: Vec<Change> = self.mend.iter().chain(&self.opt_in).copied().collect();
        let mut changes = irreducible(agent, policy, place, all)?;
        for i in 0..changes.len() {
            let mut milder = changes.clone();
            if let Some(change @ Change::OptIn(_)) = milder.get_mut(i) {
                soften(change);
                if self.opt_out.contains(change) && accepted(agent, &apply(policy, &milder), place)
                {
                    changes = milder;
                }
            }
        }
        Some(changes)
    }

    fn of_kind(&self, kind: usize) -> &[Change] {
        match kind {
            0 => &self.opt_out,
            1 => &self.opt_in,
            2 => &self.mend,
            _ => &self.drop,
        }
    }
}

fn soften(change: &mut Change) {
    if let Change::OptIn(what) = *change {
        *change = Change::OptOut(what);
    }
}

/// What would put the form of a policy right. Where mending would leave nothing, a policy has to be written.
fn mending(policy: &CompactPolicy) -> Vec<Change> {
    let goes = |m| matches!(m, Meaning::Test | Meaning::Use(Use::Customization, _));
    if policy.meanings().all(goes) {
        return vec![Change::AddPolicy];
    }
    let draft = policy.uses.all().contains(Use::Customization);
    let test = policy.test.then_some(Change::DropTest);
    let unknown = (policy.unknown > 0 || draft).then_some(Change::DropUnknown);
    test.into_iter().chain(unknown).collect()
}

/// A place that waits for its smallest set.
struct Open {
    place: Place,
    /// A set that works, for when the smallest has more changes than are tried.
    fallback: Vec<Change>,
    by_choice: Option<Vec<Change>>,
}

struct Search<'a> {
    agent: &'a dyn UserAgent,
    policy: CompactPolicy,
    candidates: &'a Candidates,
    open: Vec<Open>,
    found: Vec<(Open, Vec<Change>)>,
}

impl Search<'_> {
    /// Tries every combination, cheapest first, until each place has one.
    fn run(&mut self) {
        for size in 1..=MOST {
            for drop in 0..=size {
                for mend in 0..=size - drop {
                    for opt_in in 0..=size - drop - mend {
                        if self.open.is_empty() {
                            return;
                        }
                        let counts = [size - drop - mend - opt_in, opt_in, mend, drop];
                        if self.could_help(counts) {
                            self.choose(counts, 0, 0, self.policy, &mut Vec::with_capacity(size));
                        }
                    }
                }
            }
        }
        let rest = std::mem::take(&mut self.open);
        self.found.extend(rest.into_iter().map(|open| {
            let changes = open.fallback.clone();
            (open, changes)
        }));
    }

    /// Whether all changes of the kinds that are to be chosen from would reach a place that waits; if not, some of them
    /// cannot either, since no change makes a user agent like a policy less.
    fn could_help(&self, counts: [usize; 4]) -> bool {
        let kinds = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let all = kinds.flat_map(|(kind, _)| self.candidates.of_kind(kind));
        let policy = all.fold(self.policy, |policy, change| change.apply(policy));
        self.open.iter().any(|open| accepted(self.agent, &policy, open.place))
    }

    /// Adds `counts[kind]` more changes of each kind from `kind` on, and asks once all are chosen.
    fn choose(
        &mut self,
        counts: [usize; 4],
        kind: usize,
        from: usize,
        policy: CompactPolicy,
        chosen: &mut Vec<Change>,
    ) {
        let Some(left) = counts.get(kind).copied() else { return self.ask(&policy, chosen) };
        if left == 0 {
            return self.choose(counts, kind + 1, 0, policy, chosen);
        }
        let all = self.candidates;
        let candidates = all.of_kind(kind);
        let mut counts = counts;
        if let Some(count) = counts.get_mut(kind) {
            *count -= 1;
        }
        // Where fewer candidates remain than are to be chosen, there is nothing to choose.
        for (i, change) in candidates.iter().enumerate().skip(from) {
            if candidates.len() - i < left || self.open.is_empty() {
                return;
            }
            chosen.push(*change);
            self.choose(counts, kind, i + 1, change.apply(policy), chosen);
            chosen.pop();
        }
    }

    /// Judges the changed policy in every place that waits.
    fn ask(&mut self, policy: &CompactPolicy, chosen: &[Change]) {
        let agent = self.agent;
        let (done, open): (Vec<Open>, Vec<Open>) = std::mem::take(&mut self.open)
            .into_iter()
            .partition(|o| accepted(agent, policy, o.place));
        self.open = open;
        self.found.extend(done.into_iter().map(|open| (open, chosen.to_vec())));
    }

    /// Places with equal answers together, in the order wanted.
    fn grouped(self, wanted: &[Place]) -> Vec<Remedy> {
        let mut groups: Vec<Remedy> = Vec::new();
        for place in wanted {
            let Some((open, changes)) = self.found.iter().find(|(o, _)| o.place == *place) else {
                continue;
            };
            let drops = changes.iter().any(|c| matches!(c, Change::Drop(_)));
            let alternative = open.by_choice.clone().filter(|_| drops);
            match groups.iter_mut().find(|g| g.changes == *changes && g.alternative == alternative)
            {
                Some(group) if group.places.contains(place) => {}
                Some(group) => group.places.push(*place),
                None => groups.push(Remedy {
                    places: vec![*place],
                    changes: changes.clone(),
                    alternative,
                }),
            }
        }
        groups
    }
}

/// What choices alone would achieve, without dropping data.
///
/// ```
/// use abide_agents::{Advice, Context, Cookie, Level, Place, ie6::IE6};
/// use abide_p3p::compact::CompactPolicy;
///
/// let advice = Advice::of(&IE6, &CompactPolicy::parse("PHY CONa"));
/// let at = |level| Place { context: Context::ThirdParty, cookie: Cookie::Persistent, level };
/// assert!(advice.opt_out.contains(&at(Level::Medium)));
/// assert!(advice.opt_in.contains(&at(Level::High)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// The uses of the policy that need consent and do not ask for agreement yet.
    pub uses: Set<Use>,
    /// Where cookies are accepted as things are.
    pub accepted: Vec<Place>,
    /// Where they would be if people could refuse all those uses.
    pub opt_out: Vec<Place>,
    /// Where they would be only if people had to agree to all those uses first.
    pub opt_in: Vec<Place>,
    /// Where only another change would help: dropping data, or putting the form of the policy right.
    pub otherwise: Vec<Place>,
    /// Where nothing about the policy helps.
    pub never: Vec<Place>,
}

impl Advice {
    /// The advice for every context, kind of cookie and level of a user agent.
    #[must_use]
    pub fn of(agent: &dyn UserAgent, policy: &CompactPolicy) -> Self {
        let candidates = Candidates::of(agent, policy);
        let opt_out = apply(policy, &candidates.opt_out);
        let opt_in = apply(policy, &candidates.opt_in);
        let everything = apply(&apply(policy, &candidates.without_choices()), &candidates.opt_in);
        let uses = candidates.opt_in.iter().filter_map(|c| match c {
            Change::OptIn(what) => Some(*what),
            _ => None,
        });
        let mut advice = Self { uses: uses.collect(), ..Self::default() };
        for place in Place::all(agent) {
            let reached = |policy: &CompactPolicy| accepted(agent, policy, place);
            let list = if reached(policy) {
                &mut advice.accepted
            } else if reached(&opt_out) {
                &mut advice.opt_out
            } else if reached(&opt_in) {
                &mut advice.opt_in
            } else if reached(&everything) {
                &mut advice.otherwise
            } else {
                &mut advice.never
            };
            list.push(place);
        }
        advice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::situation::{Context, Cookie, Level};
    use crate::{AGENTS, Netscape7, Strict, ie6::IE6};
    use proptest::prelude::*;

    fn place(context: Context, cookie: Cookie, level: Level) -> Place {
        Place { context, cookie, level }
    }

    const THIRD_HIGH: Place =
        Place { context: Context::ThirdParty, cookie: Cookie::Persistent, level: Level::High };
    const THIRD_MEDIUM: Place =
        Place { context: Context::ThirdParty, cookie: Cookie::Persistent, level: Level::Medium };

    fn found(agent: &dyn UserAgent, text: &str, place: Place) -> String {
        let remedies = remedies(agent, &CompactPolicy::parse(text), &[place]);
        let [remedy] = remedies.as_slice() else { return format!("{} remedies", remedies.len()) };
        serde_json::to_string(&remedy.changes).unwrap()
    }

    #[test]
    fn choices_come_before_dropping_data() {
        for (text, wanted, expected) in [
            ("PHY CON", THIRD_MEDIUM, r#"[{"change":"opt-out","use":"CON"}]"#),
            ("PHY CON", THIRD_HIGH, r#"[{"change":"opt-in","use":"CON"}]"#),
            ("PHY CONo", THIRD_HIGH, r#"[{"change":"opt-in","use":"CON"}]"#),
            ("PHY CON TELi SAMo", THIRD_MEDIUM, r#"[{"change":"opt-out","use":"CON"}]"#),
            ("PHY CON TEL", THIRD_MEDIUM, r#"[{"change":"drop","category":"PHY"}]"#),
            (
                "PHY ONL CON TEL",
                THIRD_MEDIUM,
                r#"[{"change":"opt-out","use":"CON"},{"change":"opt-out","use":"TEL"}]"#,
            ),
            ("", THIRD_MEDIUM, r#"[{"change":"add-policy"}]"#),
            ("TST NAV", THIRD_MEDIUM, r#"[{"change":"drop-test"}]"#),
            (
                "TST PHY CON",
                THIRD_HIGH,
                r#"[{"change":"opt-in","use":"CON"},{"change":"drop-test"}]"#,
            ),
        ] {
            assert_eq!(found(&IE6, text, wanted), expected, "{text}");
        }
    }

    #[test]
    fn other_user_agents_need_no_search_of_their_own() {
        for (agent, text, expected) in [
            (&Strict as &dyn UserAgent, "HONK", r#"[{"change":"add-policy"}]"#),
            (&Strict, "NAV HONK", r#"[{"change":"drop-unknown"}]"#),
            (&Strict, "NAV CUSo", r#"[{"change":"drop-unknown"}]"#),
            (&Strict, "CUS", r#"[{"change":"add-policy"}]"#),
            (&IE6, "TST CUS", r#"[{"change":"add-policy"}]"#),
            (
                &Strict,
                "PHY CON HONK",
                r#"[{"change":"opt-out","use":"CON"},{"change":"drop-unknown"}]"#,
            ),
        ] {
            assert_eq!(found(agent, text, THIRD_MEDIUM), expected, "{text}");
        }
        let netscape = place(Context::ThirdParty, Cookie::Persistent, Level::Default);
        assert_eq!(
            found(&Netscape7, "NOI PHY", netscape),
            r#"[{"change":"drop","category":"PHY"}]"#
        );
        assert_eq!(found(&Netscape7, "UNI DEL", netscape), r#"[{"change":"opt-out","use":"DEL"}]"#);
    }

    #[test]
    fn where_data_would_be_dropped_the_choices_are_said_too() {
        let policy = CompactPolicy::parse("PHY CON TEL");
        let remedies = remedies(&IE6, &policy, &[THIRD_HIGH]);
        let choices = remedies[0].alternative.clone().unwrap();
        assert_eq!(
            serde_json::to_string(&choices).unwrap(),
            r#"[{"change":"opt-in","use":"CON"},{"change":"opt-in","use":"TEL"}]"#
        );
    }

    #[test]
    fn what_nothing_reaches_has_no_remedy() {
        let block = place(Context::FirstParty, Cookie::Session, Level::BlockAll);
        assert_eq!(found(&IE6, "PHY CON", block), "0 remedies");
        let fine = place(Context::FirstParty, Cookie::Session, Level::Low);
        assert_eq!(found(&IE6, "PHY CON", fine), "0 remedies");
    }

    #[test]
    fn the_advice_of_the_example() {
        let policy = CompactPolicy::parse(
            "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA",
        );
        let advice = Advice::of(&IE6, &policy);
        let levels = |places: &[Place], context| {
            let mut levels: Vec<Level> =
                places.iter().filter(|p| p.context == context).map(|p| p.level).collect();
            levels.dedup();
            levels
        };
        assert_eq!(
            levels(&advice.opt_out, Context::FirstParty),
            [Level::Medium, Level::MediumHigh]
        );
        assert_eq!(levels(&advice.opt_in, Context::FirstParty), [Level::High]);
        assert_eq!(
            levels(&advice.opt_in, Context::ThirdParty),
            [Level::MediumHigh, Level::High, Level::MediumHigh, Level::High]
        );
        assert!(advice.otherwise.is_empty());
        assert!(advice.never.iter().all(|p| p.level == Level::BlockAll));
    }

    /// The fewest changes that work, found the slow way.
    fn fewest(agent: &dyn UserAgent, policy: &CompactPolicy, place: Place) -> Option<usize> {
        let c = Candidates::of(agent, policy);
        let all: Vec<Change> =
            [&c.opt_out, &c.opt_in, &c.mend, &c.drop].into_iter().flatten().copied().collect();
        (0_u32..1 << all.len())
            .filter(|bits| {
                let set: Vec<Change> =
                    (0..all.len()).filter(|i| bits & (1 << i) != 0).map(|i| all[i]).collect();
                accepted(agent, &apply(policy, &set), place)
            })
            .map(u32::count_ones)
            .min()
            .map(|n| n as usize)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_remedy_works_and_none_is_smaller(
            text in "((PHY|ONL|FIN|UNI|NAV) ){0,3}((CON|TEL|SAM|DEL|CUS)[aoi]? ){0,4}(HONK |TST )?",
            which in 0..3_usize,
        ) {
            let agent = AGENTS[which];
            let policy = CompactPolicy::parse(&text);
            let places: Vec<Place> = Place::all(agent).collect();
            let remedies = remedies(agent, &policy, &places);
            for place in places {
                let remedy = remedies.iter().find(|r| r.places.contains(&place));
                if accepted(agent, &policy, place) {
                    prop_assert!(remedy.is_none());
                    continue;
                }
                prop_assert_eq!(remedy.map(|r| r.changes.len()), fewest(agent, &policy, place), "{:?}", place);
                for changes in remedy.iter().flat_map(|r| [Some(&r.changes), r.alternative.as_ref()]).flatten() {
                    prop_assert!(accepted(agent, &apply(&policy, changes), place));
                }
            }
        }
    }
}

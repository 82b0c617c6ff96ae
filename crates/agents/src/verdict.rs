//! A user agent's judgement of one policy, in every situation that its settings make.
//!
//! Owns: the table of cells and its JSON. Leaves to others: the judging (each user agent), words for people.

use abide_p3p::compact::{CompactPolicy, Use};
use abide_policy::vocab::{Category, Choice, Set};
use serde::Serialize;

use crate::agent::{Judgement, UserAgent};
use crate::remedy::{Advice, Change, Remedy, remedies};
use crate::situation::{Action, Context, Cookie, Level, Reason, Situation};

/// A place in the table: context, kind of cookie, level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    /// Whose page it is.
    pub context: Context,
    /// How long the cookie asks to stay.
    pub cookie: Cookie,
    /// How careful the user is.
    pub level: Level,
}

impl Place {
    /// Every place of a user agent's table: contexts, then kinds of cookies, then its levels.
    pub fn all(agent: &dyn UserAgent) -> impl Iterator<Item = Self> {
        let levels = agent.levels();
        Context::ALL.iter().flat_map(move |context| {
            Cookie::ALL.iter().flat_map(move |cookie| {
                levels.iter().map(move |level| Self {
                    context: *context,
                    cookie: *cookie,
                    level: *level,
                })
            })
        })
    }
    /// The situation of a usual cookie in this place.
    #[must_use]
    pub const fn situation(self) -> Situation {
        Situation::new(self.context, self.cookie, self.level)
    }
}

/// One cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Where in the table.
    #[serde(flatten)]
    pub place: Place,
    /// What the user agent does.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Whether it also shows the user a sign; written only where it does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub flagged: bool,
}

impl Cell {
    const fn new(place: Place, judgement: Judgement) -> Self {
        let Judgement { action, reason, flagged } = judgement;
        Self { place, action, reason, flagged }
    }
}

/// Two contexts, two kinds of cookies, at most six levels.
const MOST_CELLS: usize = 24;

const NO_CELL: Cell = Cell::new(
    Place { context: Context::FirstParty, cookie: Cookie::Persistent, level: Level::BlockAll },
    Judgement::new(Action::Block, Reason::BlockAll),
);

/// A user agent's judgement of one policy.
///
/// Made without allocation; remedies and JSON are made when asked for.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'a> {
    /// Who judged.
    pub agent: &'a dyn UserAgent,
    /// What was judged.
    pub policy: CompactPolicy,
    /// Whether the policy is there, is heeded, and does not use identifying data without any choice.
    pub satisfactory: bool,
    /// The identifying categories of an unsatisfactory policy.
    pub categories: Set<Category>,
    /// The uses of an unsatisfactory policy about which people have no choice and should.
    pub uses: Set<Use>,
    cells: [Cell; MOST_CELLS],
    len: usize,
}

impl<'a> Verdict<'a> {
    /// Judges a policy in every place of the user agent's table.
    #[must_use]
    pub fn new(agent: &'a dyn UserAgent, policy: CompactPolicy) -> Self {
        let concern = agent.concern(&policy);
        let (categories, uses) = if concern.satisfactory {
            (Set::EMPTY, Set::EMPTY)
        } else {
            (concern.categories, concern.uses.intersection(policy.uses.without_choice()))
        };
        let mut cells = [NO_CELL; MOST_CELLS];
        let mut len = 0;
        for (cell, place) in cells.iter_mut().zip(Place::all(agent)) {
            *cell = Cell::new(place, agent.judge(&policy, &place.situation()));
            len += 1;
        }
        Self { agent, policy, satisfactory: concern.satisfactory, categories, uses, cells, len }
    }

    /// The cells in the order of [`Place::all`].
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        self.cells.get(..self.len).unwrap_or_default()
    }

    /// One cell; `None` if the user agent has no such level.
    #[must_use]
    pub fn cell(&self, context: Context, cookie: Cookie, level: Level) -> Option<&Cell> {
        let place = Place { context, cookie, level };
        self.cells().iter().find(|c| c.place == place)
    }

    /// The uses that cause the verdict, each with the choice people have.
    pub fn uses_with_choice(&self) -> impl Iterator<Item = (Use, Choice)> + '_ {
        self.uses.iter().filter_map(|what| Some((what, self.policy.uses.weakest(what)?)))
    }

    /// The smallest changes that make each cell accept that does not.
    #[must_use]
    pub fn remedies(&self) -> Vec<Remedy> {
        let wanted: Vec<Place> = self.cells().iter().map(|c| c.place).collect();
        remedies(self.agent, &self.policy, &wanted)
    }

    /// What choices alone would achieve.
    #[must_use]
    pub fn advice(&self) -> Advice {
        Advice::of(self.agent, &self.policy)
    }

    /// The verdict as data, with the compact policy as it was written.
    #[must_use]
    pub fn report(&self, compact: &str) -> Report {
        self.report_of(compact, |_| true)
    }

    /// The same, of one level only.
    #[must_use]
    pub fn report_at(&self, compact: &str, level: Level) -> Report {
        self.report_of(compact, |place| place.level == level)
    }

    fn report_of(&self, compact: &str, keep: impl Fn(Place) -> bool) -> Report {
        let cells: Vec<Cell> = self.cells().iter().copied().filter(|c| keep(c.place)).collect();
        let wanted: Vec<Place> = cells.iter().map(|c| c.place).collect();
        Report {
            agent: self.agent.id(),
            compact: compact.to_owned(),
            satisfactory: self.satisfactory,
            categories: self.categories.iter().map(Category::token).collect(),
            uses: self.uses.iter().map(Use::token).collect(),
            cells,
            remedies: remedies(self.agent, &self.policy, &wanted)
                .into_iter()
                .flat_map(flat)
                .collect(),
        }
    }
}

/// A remedy as one object for each of its places; equal changes stand together.
fn flat(remedy: Remedy) -> impl Iterator<Item = RemedyReport> {
    let Remedy { places, changes, alternative } = remedy;
    places.into_iter().map(move |place| RemedyReport {
        place,
        changes: changes.clone(),
        alternative: alternative.clone(),
    })
}

/// A verdict as data; its JSON form is stable.
///
/// ```
/// use abide_agents::{Verdict, ie6::IE6};
/// use abide_p3p::compact::CompactPolicy;
///
/// let text = "PHY CON";
/// let report = Verdict::new(&IE6, CompactPolicy::parse(text)).report(text);
/// let json = serde_json::to_value(&report).unwrap();
/// assert_eq!(json["uses"][0], "CON");
/// assert_eq!(json["cells"][1]["level"], "medium");
/// assert_eq!(json["cells"][1]["action"], "session");
/// assert_eq!(json["remedies"][0]["changes"][0]["change"], "opt-out");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The user agent's id.
    pub agent: &'static str,
    /// The compact policy as it was given.
    pub compact: String,
    /// Whether the policy is there, is heeded, and does not use identifying data without any choice.
    pub satisfactory: bool,
    /// The identifying categories of an unsatisfactory policy, as tokens.
    pub categories: Vec<&'static str>,
    /// The uses of an unsatisfactory policy that need a choice, as tokens without suffix.
    pub uses: Vec<&'static str>,
    /// The table.
    pub cells: Vec<Cell>,
    /// For each cell that does not accept and could, the smallest set of changes after which it does.
    pub remedies: Vec<RemedyReport>,
}

/// The remedy for one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemedyReport {
    /// Where the cookie is then accepted.
    #[serde(flatten)]
    pub place: Place,
    /// What to change.
    pub changes: Vec<Change>,
    /// How choices alone reach the same, where `changes` drop data; written only where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Vec<Change>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AGENTS;
    use crate::ie6::IE6;

    #[test]
    fn every_user_agent_fits_the_table() {
        for agent in AGENTS {
            assert!(Place::all(*agent).count() <= MOST_CELLS, "{}", agent.id());
            assert!(agent.levels().contains(&agent.default_level()));
            let verdict = Verdict::new(*agent, CompactPolicy::default());
            assert_eq!(verdict.cells().len(), agent.levels().len() * 4);
            assert!(!verdict.satisfactory, "an absent policy satisfies nobody");
        }
        let mut ids: Vec<_> = AGENTS.iter().map(|a| a.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), AGENTS.len());
    }

    #[test]
    fn the_json_has_exactly_its_shape() {
        let text = "PHY CONa TELo";
        let report = Verdict::new(&IE6, CompactPolicy::parse(text)).report_at(text, Level::Medium);
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(
            json,
            concat!(
                r#"{"agent":"ie6","compact":"PHY CONa TELo","satisfactory":false,"categories":["PHY"],"uses":["CON"],"#,
                r#""cells":[{"context":"first-party","cookie":"persistent","level":"medium","action":"session","reason":"optout_missing_some"},"#,
                r#"{"context":"first-party","cookie":"session","level":"medium","action":"accept","reason":"satisfactory"},"#,
                r#"{"context":"third-party","cookie":"persistent","level":"medium","action":"block","reason":"optout_missing_some"},"#,
                r#"{"context":"third-party","cookie":"session","level":"medium","action":"block","reason":"optout_missing_some"}],"#,
                r#""remedies":[{"context":"first-party","cookie":"persistent","level":"medium","changes":[{"change":"opt-out","use":"CON"}]},"#,
                r#"{"context":"third-party","cookie":"persistent","level":"medium","changes":[{"change":"opt-out","use":"CON"}]},"#,
                r#"{"context":"third-party","cookie":"session","level":"medium","changes":[{"change":"opt-out","use":"CON"}]}]}"#,
            )
        );
    }

    #[test]
    fn causes_carry_their_choice() {
        let verdict = Verdict::new(&IE6, CompactPolicy::parse("PHY CON TELo"));
        let uses: Vec<_> = verdict.uses_with_choice().map(|(u, c)| (u.token(), c)).collect();
        assert_eq!(uses, [("CON", Choice::Always)]);
        assert!(verdict.cell(Context::FirstParty, Cookie::Session, Level::Default).is_none());
    }
}

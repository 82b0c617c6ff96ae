//! What a policy permits: one pure, total function from a use to a decision.
//!
//! Owns: compiling a policy to ids, and deciding. Behaviour is written as prose with cases in `docs/decide.md`, which run as
//! tests. Leaves to others: knowing the facts of a use (who chose what, how old data is), acting on the decision.

use jiff::civil::Date;

use crate::data::{Categories, DataRef, Schema};
use crate::model::{Policy, PurposeUse, Statement};
use crate::text::{Country, Id, Period};
use crate::version::Version;
use crate::vocab::{Basis, Choice, Purpose, Recipient, Set, Subject, Vocabulary};

/// The number of a data element or set in a compiled policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataId(u16);

/// The number of a region in a compiled policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RegionId(u8);

/// The number of a statement in a compiled policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId(u16);

/// What a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Purposes to which the person agreed and has not withdrawn.
    pub consented: Set<Purpose>,
    /// Recipients to whom the person agreed.
    pub consented_recipients: Set<Recipient>,
    /// Purposes that the person opted out of.
    pub opted_out: Set<Purpose>,
    /// Recipients that the person opted out of.
    pub opted_out_recipients: Set<Recipient>,
    /// Purposes to which the person objected (GDPR Art. 21).
    pub objected: Set<Purpose>,
    /// Processing is restricted (GDPR Art. 18).
    pub restricted: bool,
}

/// One use of personal data: what is about to happen to which data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which data.
    pub data: DataId,
    /// Whose.
    pub subject: Subject,
    /// What for.
    pub purpose: Purpose,
    /// Who receives it.
    pub recipient: Recipient,
    /// The country whose people's rights apply: where the person is.
    pub jurisdiction: Country,
    /// Where it happens; `None` if it happens nowhere in particular, as reading on a screen.
    pub region: Option<RegionId>,
    /// The day from which the data's retention period counts; `None` for data that is only being collected.
    pub held_since: Option<Date>,
    /// Today.
    pub today: Date,
    /// What the person chose.
    pub choices: Choices,
}

/// What the policy says to a use. Statements are named by [`Compiled::statement`], the version by [`Compiled::version`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It may happen, under this statement, on this ground (`None`: the policy names none).
    Allowed {
        /// The statement that permits it.
        statement: StatementId,
        /// The ground.
        basis: Option<Basis>,
    },
    /// It may happen once the person has agreed.
    NeedsConsent {
        /// The statement that would permit it.
        statement: StatementId,
        /// To what the person must agree.
        kind: ConsentKind,
    },
    /// It must not happen.
    Refused {
        /// Why.
        reason: Refusal,
        /// The statement that came nearest, if any covers the data.
        statement: Option<StatementId>,
    },
}

/// To what a person must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentKind {
    /// To the purpose.
    Purpose(Purpose),
    /// To the recipient.
    Recipient(Recipient),
}

/// Why a use is refused; ordered from the farthest from permission to the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// No statement declares this data.
    UnknownData,
    /// Processing is restricted for this person.
    Restricted,
    /// The statements that declare this data are about other people.
    Subject,
    /// No statement permits this purpose for this data.
    Purpose,
    /// No statement permits this recipient for this data and purpose.
    Recipient,
    /// The data is not kept in this region, or this region does not serve the person's country.
    Region,
    /// The retention period is over.
    Expired,
    /// The person objected.
    Objected,
    /// The person opted out.
    OptedOut,
}

impl Refusal {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::UnknownData => "unknown-data",
            Self::Restricted => "restricted",
            Self::Subject => "subject",
            Self::Purpose => "purpose",
            Self::Recipient => "recipient",
            Self::Region => "region",
            Self::Expired => "expired",
            Self::Objected => "objected",
            Self::OptedOut => "opted-out",
        }
    }
}

/// A policy compiled to ids, ready to decide.
#[derive(Clone, Debug)]
pub struct Compiled {
    version: String,
    names: Vec<DataRef>,
    /// For each element: its leaves, as a range of `leaves`.
    sets: Vec<(u32, u32)>,
    leaves: Vec<u16>,
    /// For each element, if it is a leaf: the statements that cover it, as a range of `covering`.
    covered: Vec<(u32, u32)>,
    covering: Vec<u16>,
    rules: Vec<Rule>,
    ids: Vec<Id>,
    regions: Vec<(Id, Vec<Country>)>,
}

/// A statement as bits.
#[derive(Clone, Copy, Debug)]
struct Rule {
    subjects: Set<Subject>,
    purposes: [Set<Purpose>; 3],
    recipients: [Set<Recipient>; 3],
    basis: [Option<Basis>; Purpose::ALL.len()],
    period: Option<Period>,
    least_days: u32,
    regions: u64,
}

/// Statements are counted in 16 bits, regions in a word.
const MAX_REGIONS: usize = 64;

impl Compiled {
    /// Compiles a version's policy.
    #[must_use]
    pub fn of(version: &Version) -> Self {
        Self::compile(&version.policy, version.cite())
    }

    fn compile(policy: &Policy, version: String) -> Self {
        let schema = policy.schema();
        let names: Vec<DataRef> = schema.names().cloned().collect();
        let number =
            |name: &DataRef| names.binary_search(name).ok().and_then(|i| u16::try_from(i).ok());
        let mut compiled = Self {
            version,
            sets: Vec::with_capacity(names.len()),
            leaves: Vec::new(),
            covered: Vec::with_capacity(names.len()),
            covering: Vec::new(),
            rules: policy.statements.iter().map(|s| rule(policy, s)).collect(),
            ids: policy.statements.iter().map(|s| s.id.clone()).collect(),
            regions: policy
                .regions
                .iter()
                .take(MAX_REGIONS)
                .map(|r| (r.id.clone(), r.serves.clone()))
                .collect(),
            names: Vec::new(),
        };
        for name in &names {
            let start = len(&compiled.leaves);
            compiled.leaves.extend(schema.leaves(name).filter_map(number));
            compiled.sets.push((start, len(&compiled.leaves)));
            let start = len(&compiled.covering);
            let covers = |s: &Statement| s.data.iter().any(|d| d.name.covers(name));
            let covering =
                policy.statements.iter().zip(0u16..).filter(|(s, _)| covers(s)).map(|(_, i)| i);
            compiled.covering.extend(covering);
            compiled.covered.push((start, len(&compiled.covering)));
        }
        compiled.names = names;
        compiled
    }

    /// The version that decides, as decisions cite it: `site@2`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The number of an element or set; `None` if neither the base schema nor the policy has it.
    #[must_use]
    pub fn data(&self, name: &DataRef) -> Option<DataId> {
        self.names.binary_search(name).ok().and_then(|i| u16::try_from(i).ok()).map(DataId)
    }

    /// The number of a region of the policy.
    #[must_use]
    pub fn region(&self, id: &Id) -> Option<RegionId> {
        let at = self.regions.iter().position(|(r, _)| r == id)?;
        u8::try_from(at).ok().map(RegionId)
    }

    /// The name of a statement.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Id> {
        self.ids.get(usize::from(id.0))
    }

    /// Decides a use. Total: every use has a decision. A set is permitted only if each of its leaves is; of several
    /// statements about one leaf the most permissive counts.
    ///
    /// ```
    /// # use abide_policy::{decide::*, source::read_policy, version::Version, vocab::*};
    /// # let source = abide_policy::decide::doc::EXAMPLE;
    /// let policy = read_policy(source).value.unwrap();
    /// let compiled = Compiled::of(&Version::new(policy, source.to_owned()));
    /// let gender = compiled.data(&"user.gender".parse().unwrap()).unwrap();
    /// let today = jiff::civil::date(2026, 12, 1);
    /// let asked = Use {
    ///     data: gender, subject: Subject::Visitor, purpose: Purpose::Current, recipient: Recipient::Ours,
    ///     jurisdiction: "DE".parse().unwrap(), region: None, held_since: None, today, choices: Choices::default(),
    /// };
    /// assert!(matches!(compiled.decide(&asked), Decision::Allowed { basis: Some(Basis::Contract), .. }));
    /// ```
    #[must_use]
    pub fn decide(&self, asked: &Use) -> Decision {
        let at = usize::from(asked.data.0);
        let leaves =
            self.sets.get(at).and_then(|range| slice(&self.leaves, *range)).unwrap_or_default();
        leaves
            .iter()
            .map(|leaf| self.decide_leaf(usize::from(*leaf), asked))
            .reduce(stricter)
            .unwrap_or(Decision::Refused { reason: Refusal::UnknownData, statement: None })
    }

    fn decide_leaf(&self, leaf: usize, asked: &Use) -> Decision {
        let unknown = Decision::Refused { reason: Refusal::UnknownData, statement: None };
        let covering = self
            .covered
            .get(leaf)
            .and_then(|range| slice(&self.covering, *range))
            .unwrap_or_default();
        let decisions = covering.iter().filter_map(|i| {
            self.rules
                .get(usize::from(*i))
                .map(|rule| self.decide_rule(rule, StatementId(*i), asked))
        });
        decisions.reduce(milder).unwrap_or(unknown)
    }

    fn decide_rule(&self, rule: &Rule, statement: StatementId, asked: &Use) -> Decision {
        let refused = |reason| Decision::Refused { reason, statement: Some(statement) };
        let chosen = &asked.choices;
        if chosen.restricted {
            return refused(Refusal::Restricted);
        }
        if !rule.subjects.is_empty() && !rule.subjects.contains(asked.subject) {
            return refused(Refusal::Subject);
        }
        let Some(purpose) = choice_of(&rule.purposes, asked.purpose) else {
            return refused(Refusal::Purpose);
        };
        let Some(recipient) = choice_of(&rule.recipients, asked.recipient) else {
            return refused(Refusal::Recipient);
        };
        if !self.is_served(rule, asked) {
            return refused(Refusal::Region);
        }
        if rule.is_over(asked) {
            return refused(Refusal::Expired);
        }
        let basis = rule.basis.get(asked.purpose.index()).copied().flatten();
        if chosen.objected.contains(asked.purpose) && counts_objection(asked.purpose, basis) {
            return refused(Refusal::Objected);
        }
        let out = chosen.opted_out.contains(asked.purpose) && purpose != Choice::Always;
        if out
            || chosen.opted_out_recipients.contains(asked.recipient) && recipient != Choice::Always
        {
            return refused(Refusal::OptedOut);
        }
        let ask = |kind| Decision::NeedsConsent { statement, kind };
        if needs_consent(purpose, basis) && !chosen.consented.contains(asked.purpose) {
            return ask(ConsentKind::Purpose(asked.purpose));
        }
        if recipient == Choice::OptIn && !chosen.consented_recipients.contains(asked.recipient) {
            return ask(ConsentKind::Recipient(asked.recipient));
        }
        Decision::Allowed { statement, basis }
    }

    fn is_served(&self, rule: &Rule, asked: &Use) -> bool {
        let Some(RegionId(region)) = asked.region else { return true };
        let serves = self.regions.get(usize::from(region)).map(|(_, serves)| serves.as_slice());
        let in_rule = rule.regions & 1u64.checked_shl(u32::from(region)).unwrap_or_default() != 0;
        in_rule && serves.is_some_and(|s| s.is_empty() || s.contains(&asked.jurisdiction))
    }
}

impl Rule {
    fn is_over(&self, asked: &Use) -> bool {
        let (Some(period), Some(since)) = (self.period, asked.held_since) else { return false };
        let young = days(since).saturating_add(i64::from(self.least_days)) >= days(asked.today);
        !young && asked.today > period.end(since)
    }
}

/// Days since a fixed day, of the proleptic Gregorian calendar; cheaper than a calendar difference.
fn days(date: Date) -> i64 {
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let (y, m) = if m > 2 { (y, m - 3) } else { (y - 1, m + 9) };
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (m * 153 + 2) / 5 + d
}

/// Whether an objection counts: always against direct marketing (GDPR Art. 21(3)), otherwise where the ground is one that
/// can be objected to, or none is named (Art. 21(1)).
const fn counts_objection(purpose: Purpose, basis: Option<Basis>) -> bool {
    purpose.is_direct_marketing()
        || matches!(basis, None | Some(Basis::LegitimateInterests | Basis::PublicTask))
}

/// The purposes that an objection covers which names none: those of a policy's uses against which it counts.
#[must_use]
pub fn open_to_objection(policy: &Policy) -> Set<Purpose> {
    purposes_where(policy, |purpose, usage| counts_objection(purpose, usage.basis))
}

/// The purposes that a withdrawal covers which names none: those of a policy's uses that need consent.
#[must_use]
pub fn on_consent(policy: &Policy) -> Set<Purpose> {
    purposes_where(policy, |_, usage| needs_consent(usage.choice, usage.basis))
}

fn purposes_where(policy: &Policy, counts: impl Fn(Purpose, &PurposeUse) -> bool) -> Set<Purpose> {
    let uses = policy.statements.iter().flat_map(|s| &s.purposes);
    uses.filter(|(purpose, usage)| counts(**purpose, usage)).map(|(purpose, _)| *purpose).collect()
}

/// Whether a use waits for consent to its purpose.
fn needs_consent(choice: Choice, basis: Option<Basis>) -> bool {
    choice == Choice::OptIn || basis == Some(Basis::Consent)
}

/// The choice under which a word stands in one of three sets: always, opt-out, opt-in.
fn choice_of<T: Vocabulary>(sets: &[Set<T>; 3], word: T) -> Option<Choice> {
    let [always, opt_out, opt_in] = sets;
    match word {
        w if always.contains(w) => Some(Choice::Always),
        w if opt_out.contains(w) => Some(Choice::OptOut),
        w if opt_in.contains(w) => Some(Choice::OptIn),
        _ => None,
    }
}

fn rule(policy: &Policy, s: &Statement) -> Rule {
    let mut basis = [None; Purpose::ALL.len()];
    for (slot, purpose) in basis.iter_mut().zip(Purpose::ALL) {
        *slot = s.purposes.get(purpose).and_then(|u| u.basis);
    }
    let purposes = |c| s.purposes.iter().filter(|(_, u)| u.choice == c).map(|(p, _)| *p).collect();
    let recipients =
        |c| s.recipients.iter().filter(|(_, u)| u.choice == c).map(|(r, _)| *r).collect();
    let kept_in = |id: &Id| s.regions.is_empty() || s.regions.contains(id);
    let regions =
        policy.regions.iter().take(MAX_REGIONS).enumerate().filter(|(_, r)| kept_in(&r.id));
    // Data whose period leaves only anonymous data does not expire: nothing personal is left to use.
    let period = s.retention.period.filter(|_| !s.retention.anonymous);
    Rule {
        subjects: s.subjects,
        purposes: [purposes(Choice::Always), purposes(Choice::OptOut), purposes(Choice::OptIn)],
        recipients: [
            recipients(Choice::Always),
            recipients(Choice::OptOut),
            recipients(Choice::OptIn),
        ],
        basis,
        period,
        least_days: period.map_or(0, Period::least_days),
        regions: regions.fold(0, |bits, (i, _)| bits | 1 << i),
    }
}

/// How far a decision is from permission: the reason decides among refusals.
const fn distance(decision: &Decision) -> (u8, u8) {
    match decision {
        Decision::Allowed { .. } => (0, 0),
        Decision::NeedsConsent { .. } => (1, 0),
        Decision::Refused { reason, .. } => (2, u8::MAX - *reason as u8),
    }
}

/// Of two statements' decisions about one leaf: the more permissive; the earlier statement if equal.
fn milder(a: Decision, b: Decision) -> Decision {
    if distance(&b) < distance(&a) { b } else { a }
}

/// Of two leaves' decisions about one set: the stricter; the earlier leaf if equal.
fn stricter(a: Decision, b: Decision) -> Decision {
    if distance(&b) > distance(&a) { b } else { a }
}

fn len<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

fn slice<T>(items: &[T], (start, end): (u32, u32)) -> Option<&[T]> {
    items.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

/// The names of all data that a policy declares: what its statements cover, sets and leaves.
pub fn declared<'a>(policy: &'a Policy, schema: &'a Schema) -> impl Iterator<Item = &'a DataRef> {
    let covered = |name: &DataRef| {
        policy.statements.iter().flat_map(|s| &s.data).any(|d| d.name.covers(name))
    };
    schema.names().filter(move |n| {
        covered(n)
            && matches!(schema.categories(n), Some(Categories::Fixed(_) | Categories::Variable))
    })
}

/// An example for documentation and tests.
#[doc(hidden)]
pub mod doc {
    /// A small policy without errors.
    pub const EXAMPLE: &str = include_str!("../tests/small.toml");
}

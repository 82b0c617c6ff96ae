//! The compact policy: a policy's summary in the `P3P` header, three letters a word (P3P 1.0 §4).
//!
//! Owns: what it says ([`CompactPolicy`]), reading it as real sites write it ([`CompactPolicy::parse`], [`tokens`]),
//! writing it, the header it stands in ([`Header`]), what is wrong with it ([`lint`]) and how two differ ([`compare`]).
//! Leaves to others: deriving one from a policy (`derive`), what user agents make of it (`abide-agents`), what its tokens
//! are called in people's languages (`abide-notice`).
//!
//! # Reading what sites really send
//! The grammar has one delimiter, the space, and exact spelling. Sites write other things, so reading is lenient and
//! [`lint`] names every deviation:
//!
//! - quotes around the value may be double, single, typographic or missing;
//! - tabs, line breaks, runs of spaces and commas separate tokens as a space does;
//! - tokens are case-sensitive: `phy` is not `PHY`, it is unknown;
//! - a suffix where the grammar has none is read as if it were not there on tokens that offer no choice (`PHYa` is `PHY`),
//!   since dropping the token would hide that the data is collected; `CURa` and `OURa`, which editors of the time wrote,
//!   keep their suffix;
//! - `CUS` (from drafts of P3P) is read as a purpose of its own;
//! - everything else is unknown, and counts only as having stood there (§4.2).

mod compare;
mod header;
mod lint;
mod suggest;
mod token;

use std::fmt;

use abide_policy::vocab::{
    Access, Category, Choice, Purpose, Recipient, Redress, Retention, Set, Vocabulary,
};

pub use compare::{Difference, compare, mismatch};
pub use header::{Header, Quotes, header_value};
pub use lint::{Strictness, lint, lint_header};
pub use token::{Deviation, Meaning, Token, Tokens, tokens};

/// What a compact policy says: a small value that is copied, compared and judged without allocation.
///
/// Fields are public because any combination is a policy somebody could send; [`CompactPolicy::canonical`] is the one
/// among equals that [`CompactPolicy::parse`] gives back after printing.
///
/// ```
/// use abide_p3p::compact::{CompactPolicy, Use};
/// use abide_policy::vocab::{Category, Choice, Purpose};
///
/// let policy = CompactPolicy::parse(r#""NOI ADM CONo OUR PHY HONK""#);
/// assert!(policy.categories.contains(Category::Physical));
/// assert_eq!(policy.uses.weakest(Use::Purpose(Purpose::Contact)), Some(Choice::OptOut));
/// assert_eq!(policy.unknown, 1);
/// assert_eq!(policy.to_string(), "NOI ADMa CONo OUR PHY");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CompactPolicy {
    /// What access people have; more than one is a contradiction, kept for [`lint`].
    pub access: Set<Access>,
    /// Whether a way to settle disputes is named (`DSP`).
    pub disputes: bool,
    /// What is offered when a promise was broken.
    pub redress: Set<Redress>,
    /// Whether it claims that nobody is identified by some of the data (`NID`).
    pub non_identifiable: bool,
    /// Purposes and recipients with the choice people have.
    pub uses: Uses,
    /// How long data stays; several statements may give several.
    pub retentions: Set<Retention>,
    /// Categories of data.
    pub categories: Set<Category>,
    /// Whether the policy is an example that must be ignored (`TST`).
    pub test: bool,
    /// How many tokens were not recognised.
    pub unknown: u16,
}

impl CompactPolicy {
    /// Reads a compact policy: the value after `CP=`, with or without its quotes.
    ///
    /// Never fails: what is not a token counts as unknown. Does not allocate. [`tokens`] gives the same reading token by
    /// token.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut policy = Self::default();
        for raw in token::lex(text) {
            policy.add(token::meaning(raw.text.as_bytes()));
        }
        policy
    }

    /// Whether nothing stood there at all: agents treat this as no policy.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what one token says.
    pub fn add(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Access(access) => drop_new(self.access.insert(access)),
            Meaning::Disputes => self.disputes = true,
            Meaning::Remedy(redress) => drop_new(self.redress.insert(redress)),
            Meaning::NonIdentifiable => self.non_identifiable = true,
            Meaning::Use(what, choice) => self.uses.insert(what, choice),
            Meaning::Retention(retention) => drop_new(self.retentions.insert(retention)),
            Meaning::Category(category) => drop_new(self.categories.insert(category)),
            Meaning::Test => self.test = true,
            Meaning::Unknown => self.unknown = self.unknown.saturating_add(1),
        }
    }

    /// The same policy as it is printed: the suffix `a` written out on every use but `OUR`, unknown tokens left out.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.uses = self.uses.canonical();
        self.unknown = 0;
        self
    }

    /// What it says, token by token, in the order in which policies of the time were written: access, disputes, remedies,
    /// `NID`, purposes, recipients, retentions, categories, `TST`, each in the order of its table (§4.2). Unknown tokens
    /// are not among them.
    pub fn meanings(self) -> impl Iterator<Item = Meaning> {
        let flag = |on: bool, meaning: Meaning| on.then_some(meaning);
        self.access
            .iter()
            .map(Meaning::Access)
            .chain(flag(self.disputes, Meaning::Disputes))
            .chain(self.redress.iter().map(Meaning::Remedy))
            .chain(flag(self.non_identifiable, Meaning::NonIdentifiable))
            .chain(self.uses.iter().map(|(what, choice)| Meaning::Use(what, choice)))
            .chain(self.retentions.iter().map(Meaning::Retention))
            .chain(self.categories.iter().map(Meaning::Category))
            .chain(flag(self.test, Meaning::Test))
    }
}

/// A set says whether a word was new; reading does not care.
fn drop_new(_: bool) {}

/// The canonical text, without quotes: `NOI CURa ADMa OUR IND NAV`.
impl fmt::Display for CompactPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, meaning) in self.canonical().meanings().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            meaning.fmt(f)?;
        }
        Ok(())
    }
}

impl FromIterator<Meaning> for CompactPolicy {
    fn from_iter<I: IntoIterator<Item = Meaning>>(meanings: I) -> Self {
        let mut policy = Self::default();
        meanings.into_iter().for_each(|m| policy.add(m));
        policy
    }
}

impl serde::Serialize for CompactPolicy {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// What a person may have a choice about: a purpose or a recipient.
///
/// Serialised as its token: `"CON"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Use {
    /// A purpose (P3P 1.0 §3.3.4).
    Purpose(Purpose),
    /// The purpose `customization` of P3P's drafts, still sent by some sites: `CUS`.
    Customization,
    /// A recipient (P3P 1.0 §3.3.5).
    Recipient(Recipient),
}

impl Use {
    /// Its token without suffix, three letters.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Purpose(purpose) => purpose.token(),
            Self::Customization => "CUS",
            Self::Recipient(recipient) => recipient.token(),
        }
    }
    /// Whether P3P lets people have a choice about it: all but the current activity and the organisation itself.
    #[must_use]
    pub const fn can_choose(self) -> bool {
        !matches!(self, Self::Purpose(Purpose::Current) | Self::Recipient(Recipient::Ours))
    }
}

impl Vocabulary for Use {
    const KIND: &'static str = "use";
    const ALL: &'static [Self] = &[
        Self::Purpose(Purpose::Current),
        Self::Purpose(Purpose::Admin),
        Self::Purpose(Purpose::Develop),
        Self::Purpose(Purpose::Tailoring),
        Self::Purpose(Purpose::PseudoAnalysis),
        Self::Purpose(Purpose::PseudoDecision),
        Self::Purpose(Purpose::IndividualAnalysis),
        Self::Purpose(Purpose::IndividualDecision),
        Self::Purpose(Purpose::Contact),
        Self::Purpose(Purpose::Historical),
        Self::Purpose(Purpose::Telemarketing),
        Self::Purpose(Purpose::OtherPurpose),
        Self::Customization,
        Self::Recipient(Recipient::Ours),
        Self::Recipient(Recipient::Delivery),
        Self::Recipient(Recipient::Same),
        Self::Recipient(Recipient::Unrelated),
        Self::Recipient(Recipient::Public),
        Self::Recipient(Recipient::OtherRecipient),
    ];
    fn word(self) -> &'static str {
        match self {
            Self::Purpose(purpose) => purpose.word(),
            Self::Customization => "customization",
            Self::Recipient(recipient) => recipient.word(),
        }
    }
    fn index(self) -> usize {
        match self {
            Self::Purpose(purpose) => purpose.index(),
            Self::Customization => 12,
            Self::Recipient(recipient) => 13 + recipient.index(),
        }
    }
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.token())
    }
}

impl serde::Serialize for Use {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.token())
    }
}

/// The uses of a compact policy, by the suffix they were written with; one use may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Uses {
    /// Written without suffix, which means `a`.
    pub bare: Set<Use>,
    /// Written with `a`: no choice.
    pub always: Set<Use>,
    /// Written with `o`: unless the person refuses.
    pub opt_out: Set<Use>,
    /// Written with `i`: only if the person agrees.
    pub opt_in: Set<Use>,
}

impl Uses {
    /// Every use that occurs.
    #[must_use]
    pub const fn all(self) -> Set<Use> {
        self.without_opt_in().union(self.opt_in)
    }
    /// Uses that occur without suffix or with `a`: people have no choice.
    #[must_use]
    pub const fn without_choice(self) -> Set<Use> {
        self.bare.union(self.always)
    }
    /// Uses that occur with anything but `i`: they may happen without the person's agreement.
    #[must_use]
    pub const fn without_opt_in(self) -> Set<Use> {
        self.without_choice().union(self.opt_out)
    }
    /// The choice people have about a use: the weakest of its occurrences; `None` if it does not occur.
    #[must_use]
    pub fn weakest(self, what: Use) -> Option<Choice> {
        if self.without_choice().contains(what) {
            Some(Choice::Always)
        } else if self.opt_out.contains(what) {
            Some(Choice::OptOut)
        } else {
            self.opt_in.contains(what).then_some(Choice::OptIn)
        }
    }
    /// Adds an occurrence, written with this choice's suffix or without one.
    pub fn insert(&mut self, what: Use, choice: Option<Choice>) {
        let set = match choice {
            None => &mut self.bare,
            Some(Choice::Always) => &mut self.always,
            Some(Choice::OptOut) => &mut self.opt_out,
            Some(Choice::OptIn) => &mut self.opt_in,
        };
        set.insert(what);
    }
    /// Raises every occurrence of a use to at least this choice; what is stronger, and a use that does not occur, stays.
    pub fn strengthen(&mut self, what: Use, choice: Choice) {
        let Some(weakest) = self.weakest(what) else { return };
        if choice == Choice::Always || weakest >= choice {
            return;
        }
        self.bare.remove(what);
        self.always.remove(what);
        if choice == Choice::OptIn {
            self.opt_out.remove(what);
        }
        self.insert(what, Some(choice));
    }
    /// Takes out every occurrence of a use.
    pub fn remove(&mut self, what: Use) {
        for set in [&mut self.bare, &mut self.always, &mut self.opt_out, &mut self.opt_in] {
            set.remove(what);
        }
    }
    /// Each occurrence in table order, several of one use from the weakest to the strongest; `None`: no suffix.
    pub fn iter(self) -> impl Iterator<Item = (Use, Option<Choice>)> {
        self.all().iter().flat_map(move |what| {
            [
                (self.bare, None),
                (self.always, Some(Choice::Always)),
                (self.opt_out, Some(Choice::OptOut)),
                (self.opt_in, Some(Choice::OptIn)),
            ]
            .into_iter()
            .filter(move |(set, _)| set.contains(what))
            .map(move |(_, choice)| (what, choice))
        })
    }
    /// The same uses with `a` written out, except on `OUR`.
    fn canonical(mut self) -> Self {
        const OURS: Use = Use::Recipient(Recipient::Ours);
        let mut plain = self.without_choice();
        self.bare = Set::EMPTY;
        if plain.contains(OURS) {
            plain.remove(OURS);
            self.bare.insert(OURS);
        }
        self.always = plain;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EXAMPLE: &str =
        "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA";

    /// Any policy, canonical or not.
    fn any_policy() -> impl Strategy<Value = CompactPolicy> {
        let use_sets = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
        (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>(), any::<[bool; 3]>(), use_sets)
            .prop_map(
                |(
                    access,
                    redress,
                    retentions,
                    categories,
                    [disputes, nid, test],
                    (bare, a, o, i),
                )| CompactPolicy {
                    access: pick(access),
                    disputes,
                    redress: pick(redress),
                    non_identifiable: nid,
                    uses: Uses {
                        bare: pick(bare),
                        always: pick(a),
                        opt_out: pick(o),
                        opt_in: pick(i),
                    },
                    retentions: pick(retentions),
                    categories: pick(categories),
                    test,
                    unknown: 0,
                },
            )
    }

    fn pick<T: Vocabulary>(bits: u32) -> Set<T> {
        T::ALL.iter().copied().filter(|w| bits & (1 << w.index()) != 0).collect()
    }

    #[test]
    fn the_example_is_printed_byte_for_byte() {
        assert_eq!(CompactPolicy::parse(EXAMPLE).to_string(), EXAMPLE);
        let backwards = EXAMPLE.split(' ').rev().collect::<Vec<_>>().join("  ");
        assert_eq!(CompactPolicy::parse(&backwards).to_string(), EXAMPLE);
        assert_eq!(
            CompactPolicy::parse("TST NID STA CUR COR DSP OURa").to_string(),
            "DSP COR NID CURa OUR STA TST"
        );
    }

    #[test]
    fn uses_are_a_vocabulary() {
        for (i, what) in Use::ALL.iter().enumerate() {
            assert_eq!(what.index(), i);
        }
        assert_eq!(Use::ALL.len(), Purpose::ALL.len() + 1 + Recipient::ALL.len());
    }

    #[test]
    fn the_weakest_occurrence_counts() {
        let contact = Use::Purpose(Purpose::Contact);
        for (text, weakest) in [
            ("CON CONi", Some(Choice::Always)),
            ("CONi CONo", Some(Choice::OptOut)),
            ("CONi", Some(Choice::OptIn)),
            ("CUR", None),
        ] {
            assert_eq!(CompactPolicy::parse(text).uses.weakest(contact), weakest, "{text}");
        }
    }

    #[test]
    fn strengthening_never_weakens() {
        let contact = Use::Purpose(Purpose::Contact);
        for (text, choice, after) in [
            ("CON CONa CONi", Choice::OptOut, "CONo CONi"),
            ("CONo CONi", Choice::OptIn, "CONi"),
            ("CONi", Choice::OptOut, "CONi"),
            ("CONo", Choice::Always, "CONo"),
            ("TEL", Choice::OptIn, "TELa"),
        ] {
            let mut policy = CompactPolicy::parse(text);
            policy.uses.strengthen(contact, choice);
            assert_eq!(policy.to_string(), after, "{text}");
        }
    }

    #[test]
    fn empty_is_only_what_holds_no_token() {
        for text in ["", " ", "\"\"", "''", " , ", "\"", "\r\n\t"] {
            assert!(CompactPolicy::parse(text).is_empty(), "{text:?}");
        }
        assert!(!CompactPolicy::parse("HONK").is_empty());
    }

    proptest! {
        #[test]
        fn canonical_policies_come_back(policy in any_policy()) {
            let canonical = policy.canonical();
            prop_assert_eq!(CompactPolicy::parse(&policy.to_string()), canonical);
            prop_assert_eq!(canonical.canonical(), canonical);
        }

        #[test]
        fn printing_is_stable_on_the_second_pass(text in r#"([A-Z]{3}[aio]?|[ ,\t"'A-Za-z0-9é]{0,4}| ){0,20}"#) {
            let once = CompactPolicy::parse(&text).to_string();
            prop_assert_eq!(CompactPolicy::parse(&once).to_string(), once);
        }

        #[test]
        fn token_by_token_is_the_same_reading(text in r#"([A-Z]{3}[aiox]?|[ ,\t"'A-Za-z0-9é]{0,4}|CUSo| ){0,20}"#) {
            let slow: CompactPolicy = tokens(&text).map(|t| t.meaning).collect();
            prop_assert_eq!(slow, CompactPolicy::parse(&text));
        }
    }
}

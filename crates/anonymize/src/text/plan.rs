//! What is done with each kind of finding, and the file that says so.
//!
//! ```toml
//! [operators]
//! PERSON = "surrogate"   # an invented name, the same for the same person
//! CARD   = "last-4"      # ****1111
//! DATE   = "generalize"  # the year
//! ORG    = "keep"
//! ```
//!
//! Kinds that the file does not name are treated as [`Plan::default`] says.

use std::ops::Range;
use std::str::FromStr;

use abide_detect::Kind;
use serde::Deserialize;

/// What is done with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operator {
    /// Stays as it is.
    Keep,
    /// Replaced by its kind in brackets: `[PERSON]`.
    Remove,
    /// Replaced by `****`, whatever its length.
    Mask,
    /// Replaced by `****` and its last four digits, if it has at least twelve.
    LastFour,
    /// Replaced by something coarser: the year of a date, the network of an address, the band of an age.
    Generalize,
    /// An address becomes its postal area and its town.
    Town,
    /// Replaced by something invented of the same form, the same for the same value within one document.
    Surrogate,
}

impl Operator {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Keep,
        Self::Remove,
        Self::Mask,
        Self::LastFour,
        Self::Generalize,
        Self::Town,
        Self::Surrogate,
    ];

    /// Its name in plans.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Remove => "remove",
            Self::Mask => "mask",
            Self::LastFour => "last-4",
            Self::Generalize => "generalize",
            Self::Town => "area-and-town",
            Self::Surrogate => "surrogate",
        }
    }

    /// Whether it can be asked for on this kind.
    #[must_use]
    pub const fn fits(self, kind: Kind) -> bool {
        use Kind::{
            Account, Address, Age, Bic, Card, Date, DateOfBirth, Device, Email, Geo, Iban, Id, Ip,
            Loc, Mac, NatId, Person, Phone, Plate, Sip, Title, Url, User,
        };
        match self {
            Self::Keep | Self::Remove | Self::Mask => true,
            Self::LastFour => matches!(kind, Card | Account | Iban),
            Self::Town => matches!(kind, Address),
            Self::Generalize => matches!(
                kind,
                Address
                    | Loc
                    | Email
                    | Phone
                    | Date
                    | DateOfBirth
                    | Age
                    | Ip
                    | Url
                    | Iban
                    | Bic
                    | Card
                    | Geo
                    | Title
            ),
            Self::Surrogate => matches!(
                kind,
                Person
                    | Address
                    | Loc
                    | Age
                    | Url
                    | Email
                    | Phone
                    | Date
                    | DateOfBirth
                    | Ip
                    | Mac
                    | User
                    | Id
                    | NatId
                    | Iban
                    | Card
                    | Plate
                    | Device
                    | Sip
            ),
        }
    }
}

impl FromStr for Operator {
    type Err = PlanError;

    fn from_str(word: &str) -> Result<Self, PlanError> {
        Self::ALL.into_iter().find(|o| o.word() == word).ok_or_else(|| {
            let all = Self::ALL.map(Self::word).join(", ");
            PlanError::new(format!("no operator `{word}`"), format!("there are {all}"))
        })
    }
}

/// What is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {remedy}")]
pub struct PlanError {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// Where in the file, in bytes, if known.
    pub place: Option<Range<usize>>,
}

impl PlanError {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into(), place: None }
    }

    fn at(mut self, place: Range<usize>) -> Self {
        self.place = Some(place);
        self
    }
}

/// What is done with each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// In the order of [`Kind::ALL`].
    operators: Vec<Operator>,
}

impl Default for Plan {
    /// What identifies becomes invented or goes, what describes becomes coarser; organisations stay.
    fn default() -> Self {
        Self { operators: Kind::ALL.iter().map(|kind| usual(*kind)).collect() }
    }
}

const fn usual(kind: Kind) -> Operator {
    match kind {
        Kind::Org => Operator::Keep,
        Kind::Address
        | Kind::Loc
        | Kind::DateOfBirth
        | Kind::Age
        | Kind::Url
        | Kind::Bic
        | Kind::Geo
        | Kind::Title => Operator::Generalize,
        kind if Operator::Surrogate.fits(kind) => Operator::Surrogate,
        _ => Operator::Remove,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    operators: std::collections::BTreeMap<toml::Spanned<String>, toml::Spanned<String>>,
}

impl Plan {
    /// One operator for every kind that it fits; [`Operator::Remove`] for the others.
    #[must_use]
    pub fn all(operator: Operator) -> Self {
        let fitting = |kind: &Kind| if operator.fits(*kind) { operator } else { Operator::Remove };
        Self { operators: Kind::ALL.iter().map(fitting).collect() }
    }

    /// What is done with a kind.
    #[must_use]
    pub fn operator(&self, kind: Kind) -> Operator {
        self.operators.get(kind as usize).copied().unwrap_or(Operator::Remove)
    }

    /// Says what is done with a kind.
    ///
    /// # Errors
    /// If the operator does not fit the kind.
    pub fn set(&mut self, kind: Kind, operator: Operator) -> Result<(), PlanError> {
        if !operator.fits(kind) {
            let fitting = Operator::ALL.into_iter().filter(|o| o.fits(kind));
            let words = fitting.map(Operator::word).collect::<Vec<_>>().join(", ");
            let what = format!("`{}` does not fit {kind}", operator.word());
            return Err(PlanError::new(what, format!("{kind} takes {words}")));
        }
        if let Some(place) = self.operators.get_mut(kind as usize) {
            *place = operator;
        }
        Ok(())
    }

    /// Reads a plan; all problems at once.
    ///
    /// ```
    /// use abide_anonymize::text::{Operator, Plan};
    /// use abide_detect::Kind;
    /// let plan = Plan::parse("[operators]\nCARD = \"last-4\"\n").unwrap();
    /// assert_eq!(plan.operator(Kind::Card), Operator::LastFour);
    /// assert_eq!(Plan::parse("[operators]\nCARD = \"burn\"\nNAME = \"keep\"\n").unwrap_err().len(), 2);
    /// ```
    ///
    /// # Errors
    /// If it is no TOML, or names kinds or operators that do not exist or do not fit.
    pub fn parse(text: &str) -> Result<Self, Vec<PlanError>> {
        let file: File = toml::from_str(text).map_err(|e| {
            let error = PlanError::new(
                e.message().replace('\n', " "),
                "write `[operators]`, then `KIND = \"operator\"`",
            );
            vec![PlanError { place: e.span(), ..error }]
        })?;
        let (mut plan, mut errors) = (Self::default(), Vec::new());
        for (kind, word) in &file.operators {
            errors.extend(plan.read(kind, word).err());
        }
        errors.sort_by_key(|e| e.place.as_ref().map(|p| p.start));
        if errors.is_empty() { Ok(plan) } else { Err(errors) }
    }

    fn read(
        &mut self,
        kind: &toml::Spanned<String>,
        word: &toml::Spanned<String>,
    ) -> Result<(), PlanError> {
        let label = kind.get_ref();
        let found = Kind::from_label(label).ok_or_else(|| {
            let all = Kind::ALL.iter().map(|k| k.label()).collect::<Vec<_>>().join(", ");
            PlanError::new(format!("no kind `{label}`"), format!("there are {all}")).at(kind.span())
        })?;
        let operator = word.get_ref().parse().map_err(|e: PlanError| e.at(word.span()))?;
        self.set(found, operator).map_err(|e| e.at(word.span()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_numbered_as_listed() {
        for (number, kind) in Kind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, number);
            assert!(Plan::default().operator(*kind).fits(*kind), "{kind}");
        }
    }

    #[test]
    fn all_problems_come_at_once_in_order() {
        let text = "[operators]\nBIC = \"surrogate\"\nCARD = \"burn\"\nNAME = \"keep\"\nORG = \"remove\"\n";
        let errors = Plan::parse(text).unwrap_err();
        let said: Vec<_> =
            errors.iter().map(|e| (e.what.as_str(), &text[e.place.clone().unwrap()])).collect();
        let expected = [
            ("`surrogate` does not fit BIC", "\"surrogate\""),
            ("no operator `burn`", "\"burn\""),
            ("no kind `NAME`", "NAME"),
        ];
        assert_eq!(said, expected);
        assert!(errors[0].remedy.contains("generalize"), "{}", errors[0].remedy);
    }

    #[test]
    fn what_is_no_plan_is_refused() {
        for text in [
            "operators = 1",
            "[operatorz]\n",
            "[operators]\nCARD = 1\n",
            "x = [",
            "[operators]\n[more]\n",
        ] {
            assert_eq!(Plan::parse(text).unwrap_err().len(), 1, "{text}");
        }
    }
}

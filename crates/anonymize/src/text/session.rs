//! What was invented for what, within one document.

use std::collections::{HashMap, HashSet};

use abide_detect::{Finding, Kind};

use super::dice::Dice;
use super::surrogate::names::Names;

/// The farthest that dates are moved, in days.
const FARTHEST: usize = 365;
/// The least that dates are moved, in days.
const NEAREST: usize = 30;
/// How often a value is drawn again that the document already has.
const TRIES: usize = 50;

/// What was invented for what. Made for one document and dropped with it: who has it can lead invented values back.
///
/// Its size grows with the number of different values of a document, not with its length.
pub struct Session<'r> {
    pub(crate) dice: Dice<'r>,
    pub(crate) names: Names,
    values: HashMap<(Kind, Box<str>), Option<Box<str>>>,
    taken: HashSet<(Kind, Box<str>)>,
    days: Option<i32>,
}

impl std::fmt::Debug for Session<'_> {
    /// Only how much there is: the values are personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("values", &self.values.len()).finish_non_exhaustive()
    }
}

impl<'r> Session<'r> {
    /// A session for one document. The random numbers must be unpredictable: take the system's.
    #[must_use]
    pub fn new(random: &'r mut dyn FnMut() -> u64) -> Self {
        Self {
            dice: Dice(random),
            names: Names::default(),
            values: HashMap::new(),
            taken: HashSet::new(),
            days: None,
        }
    }

    /// Learns what a text has, before parts of it are replaced: its language, names that must not be invented again, and
    /// whole names, which tell given names from family names.
    pub fn meet(&mut self, text: &str, findings: &[Finding]) {
        self.names.meet(text);
        for finding in findings {
            let value = text.get(finding.place.clone()).unwrap_or_default();
            if finding.kind == Kind::Person {
                self.names.introduce(value, &mut self.dice);
            }
            if matches!(finding.kind, Kind::Address | Kind::Loc) {
                let words = value.split(|c: char| !c.is_alphabetic());
                self.taken.extend(words.map(|w| (Kind::Loc, super::shape::folded(w).into())));
            }
            let own = key(finding, value);
            self.taken.insert((finding.kind, own));
        }
    }

    /// What was invented for a value, by its one spelling; invents it at first. `None` is remembered too.
    pub(crate) fn invented(
        &mut self,
        kind: Kind,
        key: &str,
        make: impl Fn(&mut Dice<'_>) -> Option<String>,
    ) -> Option<Box<str>> {
        let place = (kind, Box::from(key));
        if let Some(known) = self.values.get(&place) {
            return known.clone();
        }
        let new = self.draw(kind, make);
        if let Some(new) = &new {
            self.taken.insert((kind, new.clone()));
        }
        self.values.insert(place, new.clone());
        new
    }

    /// Whether the document has a value, or it was invented for another.
    pub(crate) fn is_taken(&self, kind: Kind, value: &str) -> bool {
        self.taken.contains(&(kind, Box::from(value)))
    }

    /// Says that a value is not to be invented again.
    pub(crate) fn take(&mut self, kind: Kind, value: &str) {
        self.taken.insert((kind, Box::from(value)));
    }

    /// What was invented for a value before.
    pub(crate) fn recall(&self, kind: Kind, key: &str) -> Option<Box<str>> {
        self.values.get(&(kind, Box::from(key))).cloned().flatten()
    }

    /// Keeps what was invented for a value elsewhere; a number is added if the document has that already.
    pub(crate) fn keep(&mut self, kind: Kind, key: &str, new: impl Fn(&str) -> String) -> Box<str> {
        let numbers = (0..).map(|n: u32| if n == 0 { String::new() } else { n.to_string() });
        let mut candidates = numbers.map(|n| Box::<str>::from(new(&n)));
        let free =
            candidates.find(|c| !self.taken.contains(&(kind, c.clone()))).unwrap_or_default();
        self.taken.insert((kind, free.clone()));
        self.values.insert((kind, Box::from(key)), Some(free.clone()));
        free
    }

    /// Something that neither the document has nor was invented before, if there is still such a thing: of some kinds few
    /// values are reserved, and then one serves twice.
    fn draw(
        &mut self,
        kind: Kind,
        make: impl Fn(&mut Dice<'_>) -> Option<String>,
    ) -> Option<Box<str>> {
        let mut new: Box<str> = make(&mut self.dice)?.into();
        for _ in 0..TRIES {
            if !self.taken.contains(&(kind, new.clone())) {
                break;
            }
            new = make(&mut self.dice)?.into();
        }
        Some(new)
    }

    /// By how many days this document's dates are moved.
    pub(crate) fn days(&mut self) -> i32 {
        *self.days.get_or_insert_with(|| {
            let far = (NEAREST + self.dice.below(FARTHEST - NEAREST + 1)) as i32;
            if self.dice.below(2) == 0 { -far } else { far }
        })
    }
}

/// The one spelling of a value.
pub(crate) fn key(finding: &Finding, value: &str) -> Box<str> {
    finding.normal.clone().unwrap_or_else(|| super::shape::folded(value).into())
}

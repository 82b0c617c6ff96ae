//! What a detector is, and when it is woken.
//!
//! A new detector is one file in `detectors/` and one line in its `ALL`.

use crate::beside::{Beside, Shape};
use crate::finding::Found;
use crate::lexicon::SenseSet;
use crate::number::Run;
use crate::token::Block;

/// Whether a sign is wanted between what stands before it and what stands behind it.
pub type Between = fn(Beside, Beside) -> bool;

/// What wakes a detector.
#[derive(Clone, Copy, Debug)]
pub struct Wakes {
    /// Each group of digits of such a shape ([`At::run`] and [`At::group`] tell where).
    pub numbers: Option<fn(&Shape) -> bool>,
    /// … but only where so many digits are left in the run, this group's included: nearly all numbers are short.
    pub fewest: u8,
    /// Each mixture of letters and digits.
    pub mixed: bool,
    /// Each word in capitals of two letters or more that digits follow, or of eight letters or more.
    pub capitals: bool,
    /// These signs of ASCII, where they stand between such neighbours.
    pub signs: &'static [(u8, Between)],
    /// Words with one of these senses.
    pub senses: SenseSet,
}

impl Wakes {
    /// By nothing; a start for `Wakes { mixed: true, ..Wakes::NEVER }`.
    pub const NEVER: Self = Self {
        numbers: None,
        fewest: 0,
        mixed: false,
        capitals: false,
        signs: &[],
        senses: SenseSet::EMPTY,
    };
}

/// Where a detector was woken.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The text around.
    pub block: &'a Block<'a>,
    /// The token that woke it.
    pub token: usize,
    /// The numbers that the token is part of, if it is a number.
    pub run: Option<&'a Run>,
    /// Which group of the run it is.
    pub group: usize,
}

/// Finds one kind of thing, or a family of kinds that share their form.
///
/// It looks at most at a bounded stretch around its token (64 tokens, 2 kB), so that the time for a text is linear.
pub trait Detector: Sync + Send {
    /// Its name in explanations, and how rules of an organisation switch it off.
    fn name(&self) -> &'static str;
    /// When it is woken.
    fn wakes(&self) -> Wakes;
    /// Looks at the place where it was woken and reports what it finds there.
    fn look(&self, at: &At<'_>, found: &mut Found);
}

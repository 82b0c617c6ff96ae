//! What a detector reports: a finding with its evidence, or a near miss with its reason.

use std::ops::Range;

use smallvec::SmallVec;

use crate::Kind;

/// Sure by construction: a check digit and a context word, or a form nothing else has.
pub const CERTAIN: u8 = 99;
/// A check digit, or a form that is rarely anything else.
pub const STRONG: u8 = 90;
/// A plausible form with a context word.
pub const LIKELY: u8 = 75;
/// A plausible form alone; the lowest score that is reported by default.
pub const POSSIBLE: u8 = 50;
/// A form that is more often something else.
pub const WEAK: u8 = 30;

/// Personal data found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, in bytes of the text, end exclusive; always at character boundaries.
    pub place: Range<usize>,
    /// What.
    pub kind: Kind,
    /// What exactly, where the kind has forms: `de-tax-id`, `visa`, `fax`; empty otherwise.
    pub form: &'static str,
    /// How sure, in percent.
    pub score: u8,
    /// One spelling for all spellings of the same thing (E.164, ISO 8601, without blanks …), where there is one.
    pub normal: Option<Box<str>>,
    /// Why, strongest first.
    pub evidence: Reasons,
}

/// The reasons of a finding: mostly one or two, which are kept in place.
pub type Reasons = SmallVec<[Evidence; 2]>;

impl Finding {
    /// A finding without evidence yet.
    #[must_use]
    pub fn new(kind: Kind, place: Range<usize>, score: u8) -> Self {
        Self { place, kind, form: "", score, normal: None, evidence: Reasons::new() }
    }
    /// Says which form of its kind it is.
    #[must_use]
    pub fn form(mut self, form: &'static str) -> Self {
        self.form = form;
        self
    }
    /// Gives its one spelling.
    #[must_use]
    pub fn normal(mut self, normal: impl Into<Box<str>>) -> Self {
        self.normal = Some(normal.into());
        self
    }
    /// Adds a reason.
    #[must_use]
    pub fn because(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }
}

/// One reason for a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It has this form.
    Pattern(&'static str),
    /// This check holds: a check digit, a list of assigned ranges.
    Check(&'static str),
    /// This word stands near it (bytes of the text).
    Context(Range<usize>),
    /// It is in this list.
    Dictionary(&'static str),
    /// The tagger says so, with this margin over the next best reading, in percent of the largest.
    Model(u8),
    /// The same thing stands elsewhere in the document, where its surroundings made it clear.
    Seen,
    /// It is spoken: words that stand for digits and signs.
    Spoken,
    /// The column it stands in is of this kind.
    Column(Kind),
    /// A rule of the organisation names it.
    Rule(Box<str>),
}

/// Something that looked like personal data and was not reported, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Where, in bytes of the text.
    pub place: Range<usize>,
    /// What it looked like.
    pub kind: Kind,
    /// The form it looked like, or empty.
    pub form: &'static str,
    /// Why it is not reported: a message id of `locales/*/detect.ftl`, such as `miss-check-digit`.
    pub why: &'static str,
}

/// Where detectors put what they find.
#[derive(Debug, Default)]
pub struct Found {
    /// Findings, as they come; overlaps are settled later.
    pub findings: Vec<Finding>,
    /// Near misses; empty unless asked for.
    pub misses: Vec<Miss>,
    /// Whether near misses are kept.
    pub explain: bool,
}

/// A text of many findings has one for so many tokens.
const TOKENS_FOR_ONE: usize = 32;

impl Found {
    /// An empty one with room for what a text of so many tokens mostly has.
    #[must_use]
    pub fn for_tokens(count: usize, explain: bool) -> Self {
        Self {
            findings: Vec::with_capacity(count / TOKENS_FOR_ONE + 1),
            misses: Vec::new(),
            explain,
        }
    }
    /// Reports a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
    /// Reports a near miss; costs nothing unless misses were asked for.
    pub fn miss(&mut self, kind: Kind, form: &'static str, place: Range<usize>, why: &'static str) {
        if self.explain {
            self.misses.push(Miss { place, kind, form, why });
        }
    }
}

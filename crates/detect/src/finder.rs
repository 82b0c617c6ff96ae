//! The way of a text from tokens to findings.

use std::borrow::Cow;

use crate::finding::{Finding, Found, Miss, POSSIBLE};
use crate::lexicon::{self, Lexicon, SenseSet};
use crate::names;
use crate::number::Run;
use crate::resolve;
use crate::rules::{Rules, TAGGER};
use crate::token::{Block, Token, cut, sum_up};
use crate::wake::WakeTable;

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The lowest score that is reported, in percent.
    pub threshold: u8,
    /// Whether near misses are kept.
    pub explain: bool,
    /// Whether names of persons, places and organisations are looked for.
    pub names: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: POSSIBLE, explain: false, names: true }
    }
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Findings in text order, none overlapping another.
    pub findings: Vec<Finding>,
    /// Near misses in text order, if asked for.
    pub misses: Vec<Miss>,
}

/// Finds personal data. Made once, used from many threads.
#[derive(Debug)]
pub struct Finder {
    lexicon: Cow<'static, Lexicon>,
    options: Options,
    rules: Rules,
    wakes: WakeTable,
    tagger: names::Tagger<'static>,
}

impl Default for Finder {
    fn default() -> Self {
        Self::new(Options::default())
    }
}

impl Finder {
    /// A finder with the built-in lexicon and all detectors.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self::with_rules(options, Rules::default())
    }

    /// A finder that also follows an organisation's own rules.
    #[must_use]
    pub fn with_rules(mut options: Options, rules: Rules) -> Self {
        options.names &= !rules.off().iter().any(|name| name == TAGGER);
        let lexicon = Cow::Borrowed(lexicon::built_in());
        let wakes = WakeTable::new(&lexicon, rules.off());
        let tagger = names::Tagger::new(&lexicon);
        Self { lexicon, options, rules, wakes, tagger }
    }

    /// Finds personal data in a text that is at hand as a whole.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Finding> {
        self.report(text, &mut Scratch::default()).findings
    }

    /// What the finder looks for.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Like [`Finder::find`], with near misses, reusing memory from call to call.
    pub fn report(&self, text: &str, scratch: &mut Scratch) -> Report {
        self.report_from(text, self.options.threshold, scratch)
    }

    /// Like [`Finder::report`], with another threshold.
    pub fn report_from(&self, text: &str, threshold: u8, scratch: &mut Scratch) -> Report {
        cut(text, &self.lexicon, &mut scratch.tokens);
        sum_up(&scratch.tokens, &self.lexicon, &mut scratch.sums);
        let (tokens, sums) = (&scratch.tokens, &scratch.sums);
        let block = Block { text, tokens, lexicon: &self.lexicon, sums };
        let mut found = Found::for_tokens(tokens.len(), self.options.explain);
        self.wakes.wake_all(&block, &mut scratch.run, &mut found);
        self.rules.look(&block, &mut found);
        if self.options.names {
            self.tagger.tag(&block, &mut scratch.names, &mut found);
        }
        let mut report = resolve::settle(found, threshold);
        report.findings.retain(|finding| !self.rules.allows(text, finding));
        report
    }
}

/// Memory that is reused from text to text.
#[derive(Debug, Default)]
pub struct Scratch {
    tokens: Vec<Token>,
    sums: Vec<SenseSet>,
    run: Run,
    names: names::Scratch,
}

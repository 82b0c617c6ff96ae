//! The way of a text from tokens to findings.

use std::borrow::Cow;

use crate::detector::{At, Detector};
use crate::detectors;
use crate::finding::{Finding, Found, Miss, POSSIBLE};
use crate::lexicon::{self, Lexicon};
use crate::names;
use crate::number::Run;
use crate::resolve;
use crate::rules::Rules;
use crate::token::{Block, Case, Class, Token, cut};

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
    pub fn with_rules(options: Options, rules: Rules) -> Self {
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
        let block = Block { text, tokens: &scratch.tokens, lexicon: &self.lexicon };
        let mut found = Found { explain: self.options.explain, ..Found::default() };
        self.wake_all(&block, &mut scratch.run, &mut found);
        self.rules.look(&block, &mut found);
        if self.options.names {
            self.tagger.tag(&block, &mut scratch.names, &mut found);
        }
        let mut report = resolve::settle(found, threshold);
        report.findings.retain(|finding| !self.rules.allows(text, finding));
        report
    }

    /// Goes over the tokens once and wakes whoever wants each.
    fn wake_all(&self, block: &Block<'_>, run: &mut Run, found: &mut Found) {
        let mut at = 0;
        while let Some(token) = block.token(at) {
            let mask = self.wakes.mask(token);
            if token.class == Class::Number && mask != 0 {
                let next = run.read(block, at);
                for (group, g) in run.groups().iter().enumerate() {
                    let at = At { block, token: g.token as usize, run: Some(run), group };
                    wake(mask, &at, found);
                }
                self.wake_signs(block, at, next, found);
                at = next;
                continue;
            }
            wake(mask, &At { block, token: at, run: None, group: 0 }, found);
            at += 1;
        }
    }

    /// Signs within a run of numbers wake their detectors too.
    fn wake_signs(&self, block: &Block<'_>, from: usize, to: usize, found: &mut Found) {
        for token in from..to {
            if let Some(sign) = block.token(token).filter(|t| t.class == Class::Sign) {
                let mask = self.wakes.mask(sign);
                wake(mask, &At { block, token, run: None, group: 0 }, found);
            }
        }
    }
}

/// Memory that is reused from text to text.
#[derive(Debug, Default)]
pub struct Scratch {
    tokens: Vec<Token>,
    run: Run,
    names: names::Scratch,
}

fn wake(mut mask: u64, at: &At<'_>, found: &mut Found) {
    while mask != 0 {
        let number = mask.trailing_zeros() as usize;
        mask &= mask - 1;
        if let Some(detector) = detectors::ALL.get(number) {
            detector.look(at, found);
        }
    }
}

/// Which detectors each token wakes: bits in the order of `detectors::ALL`.
#[derive(Debug)]
struct WakeTable {
    numbers: u64,
    mixed: u64,
    capitals: u64,
    signs: [u64; 128],
    entries: Vec<u64>,
}

impl WakeTable {
    fn new(lexicon: &Lexicon, off: &[String]) -> Self {
        const { assert!(detectors::ALL.len() <= 64) };
        let mut table =
            Self { numbers: 0, mixed: 0, capitals: 0, signs: [0; 128], entries: Vec::new() };
        table.entries.resize(lexicon.size(), 0);
        for (number, detector) in detectors::ALL.iter().enumerate() {
            if off.iter().any(|name| name == detector.name()) {
                continue;
            }
            table.add(1 << number, *detector, lexicon);
        }
        table
    }

    fn add(&mut self, bit: u64, detector: &dyn Detector, lexicon: &Lexicon) {
        let wakes = detector.wakes();
        self.numbers |= if wakes.numbers { bit } else { 0 };
        self.mixed |= if wakes.mixed { bit } else { 0 };
        self.capitals |= if wakes.capitals { bit } else { 0 };
        for sign in wakes.signs {
            if let Some(mask) = self.signs.get_mut(usize::from(*sign)) {
                *mask |= bit;
            }
        }
        for (number, mask) in self.entries.iter_mut().enumerate() {
            if lexicon.entry(number as u16).senses.meets(wakes.senses) {
                *mask |= bit;
            }
        }
    }

    #[inline]
    fn mask(&self, token: &Token) -> u64 {
        match token.class {
            Class::Word => {
                let words = self.entries.get(usize::from(token.entry)).copied().unwrap_or(0);
                if token.case == Case::Upper { words | self.capitals } else { words }
            }
            Class::Number => self.numbers,
            Class::Mixed => self.mixed,
            Class::Sign => self.signs.get(token.hash as usize).copied().unwrap_or(0),
            Class::Line => 0,
        }
    }
}

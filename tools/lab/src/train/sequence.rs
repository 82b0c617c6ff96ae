//! Labelled text as the learner sees it: stretches of tokens that can be names, with their keys and labels.

use std::ops::Range;

use abide_detect::lexicon::built_in;
use abide_detect::names::features::{COUNT, Meanings, Scene};
use abide_detect::names::model::Label;
use abide_detect::token::{Block, Token, cut};
use abide_detect::{Finder, Options};

use crate::random::Random;

/// A text with its names, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Where names are, and the label of each first token.
    pub names: Vec<(Range<usize>, Label)>,
}

/// Consecutive tokens with their keys and labels.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// Each token's keys.
    pub keys: Vec<[u64; COUNT]>,
    /// Each token's label, as its number.
    pub labels: Vec<u8>,
}

/// Makes sequences of texts.
#[derive(Debug)]
pub struct Reader {
    finder: Finder,
    meanings: Meanings,
    scene: Scene,
    tokens: Vec<Token>,
    /// Names that no stretch shows: lower-case words of a cased text, and what detectors cover.
    pub lost: usize,
    /// All names.
    pub names: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            finder: Finder::new(Options { names: false, ..Options::default() }),
            meanings: Meanings::new(built_in()),
            scene: Scene::default(),
            tokens: Vec::new(),
            lost: 0,
            names: 0,
        }
    }
}

impl Reader {
    /// Adds the sequences of a text. Of its names, `hidden` in 100 are made words that no list and no model knows, so
    /// that what is learnt is how names are written and what stands around them.
    pub fn read(
        &mut self,
        text: &Text,
        hidden: usize,
        random: &mut Random,
        out: &mut Vec<Sequence>,
    ) {
        let findings = self.finder.find(&text.text);
        cut(&text.text, built_in(), &mut self.tokens);
        let labels = self.label(text, hidden, random);
        let block =
            Block { text: &text.text, tokens: &self.tokens, lexicon: built_in(), sums: &[] };
        self.scene.read(&block, &self.meanings, &findings);
        let mut at = 0;
        let mut seen = 0;
        while let Some(stretch) = self.scene.next_stretch(at) {
            at = stretch.end;
            let mut keys = Vec::with_capacity(stretch.len());
            self.scene.each(&block, &self.meanings, stretch.clone(), |k| keys.push(*k));
            let mut labels = labels.get(stretch).unwrap_or(&[]).to_vec();
            repair(&mut labels);
            seen += labels.iter().filter(|l| *l % 2 == 1).count();
            out.push(Sequence { keys, labels });
        }
        self.names += text.names.len();
        self.lost += text.names.len().saturating_sub(seen);
    }

    fn label(&mut self, text: &Text, hidden: usize, random: &mut Random) -> Vec<u8> {
        let mut labels = vec![0u8; self.tokens.len()];
        for (place, label) in &text.names {
            let first = self.tokens.partition_point(|t| t.end as usize <= place.start);
            let last = self.tokens.partition_point(|t| (t.start as usize) < place.end);
            let hide = random.percent(hidden);
            let unknown = random.percent(60);
            for at in first..last {
                let (Some(token), Some(own)) = (self.tokens.get_mut(at), labels.get_mut(at)) else {
                    continue;
                };
                *own = *label as u8 + u8::from(at > first);
                if hide && token.len() > 3 {
                    token.entry = 0;
                    token.hash = if unknown { random.bits() as u32 } else { token.hash };
                }
            }
        }
        labels
    }
}

/// A stretch may start within a name: its first token begins it.
fn repair(labels: &mut [u8]) {
    let mut before = 0;
    for label in labels {
        if *label != 0 && *label % 2 == 0 && before != *label && before + 1 != *label {
            *label -= 1;
        }
        before = *label;
    }
}

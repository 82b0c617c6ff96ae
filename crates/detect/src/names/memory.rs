//! A name that was made clear once is known in the rest of the text: "Olivia" after "Olivia Flores".

use std::ops::Range;

use super::features::Scene;
use super::rules::Names;
use crate::Kind;
use crate::finding::{Evidence, Finding, LIKELY};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class, Token};

/// The most words of names that are remembered of one text.
const MOST: usize = 4096;
/// The score of what was found by memory alone.
const REMEMBERED: u8 = 65;
/// The shortest word that is remembered, in bytes.
const SHORTEST: usize = 3;
/// Words that are no names by themselves, though they may be part of one.
const SMALL: SenseSet = SenseSet::of(&[
    Sense::German,
    Sense::English,
    Sense::French,
    Sense::Spanish,
    Sense::Slovak,
    Sense::Particle,
    Sense::Honorific,
    Sense::Degree,
    Sense::NameWord,
    Sense::Greeting,
    Sense::Month,
    Sense::Weekday,
    Sense::OrgWord,
    Sense::LegalForm,
]);

/// Words of names.
struct Known {
    /// Sorted.
    hashes: Vec<u32>,
    /// A bit for each, so that most other words are not searched for.
    filter: [u64; 16],
}

impl Known {
    fn new(hashes: Vec<u32>) -> Self {
        let mut filter = [0; 16];
        for hash in &hashes {
            if let Some(word) = filter.get_mut((hash >> 6) as usize & 15) {
                *word |= 1 << (hash & 63);
            }
        }
        Self { hashes, filter }
    }
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        let word = self.filter.get((hash >> 6) as usize & 15).copied().unwrap_or(0);
        word & 1 << (hash & 63) != 0
    }
    #[inline]
    fn has(&self, hash: u32) -> bool {
        self.may_have(hash) && self.hashes.binary_search(&hash).is_ok()
    }
}

/// Finds names again that are sure elsewhere in the text, and sets right what the model took for a place or firm.
pub(super) fn apply(block: &Block<'_>, scene: &Scene, names: &mut Names<'_>) {
    let known = Known::new(remember(block, names));
    if known.hashes.is_empty() {
        return;
    }
    correct(block, &known, names);
    let again = |at: usize| is_known(block, at, &known) && scene.can_be_name(at);
    let mut from = 0;
    while let Some(at) = scene.next_that_can_be_name(from) {
        from = at + 1;
        if again(at) {
            from = (at + 1..).find(|t| !again(*t)).unwrap_or(block.tokens.len());
            add(block, at..from, names);
        }
    }
}

/// The words of persons' names that are sure, sorted by their hashes.
fn remember(block: &Block<'_>, names: &Names<'_>) -> Vec<u32> {
    let sure = |f: &&Finding| f.kind == Kind::Person && f.score >= LIKELY;
    let mut known = Vec::new();
    for finding in names.model.iter().chain(&names.added).filter(sure) {
        let tokens = block.covered(&finding.place);
        let words = tokens.filter(|at| {
            let fits = |t: &Token| t.class == Class::Word && t.len() >= SHORTEST;
            block.token(*at).is_some_and(fits) && !block.senses(*at).meets(SMALL)
        });
        known.extend(words.filter_map(|at| block.token(at).map(|t| t.hash)));
        if known.len() > MOST {
            break;
        }
    }
    known.sort_unstable();
    known.dedup();
    known
}

fn is_known(block: &Block<'_>, at: usize, known: &Known) -> bool {
    block
        .token(at)
        .is_some_and(|t| t.class == Class::Word && t.len() >= SHORTEST && known.has(t.hash))
}

/// One word that the model took, without being sure, for a place or firm is the person that it is elsewhere.
fn correct(block: &Block<'_>, known: &Known, names: &mut Names<'_>) {
    let unsure = |f: &&mut Finding| f.kind != Kind::Person && f.score < LIKELY;
    for finding in names.model.iter_mut().filter(unsure) {
        let tokens = block.covered(&finding.place);
        if tokens.len() == 1 && is_known(block, tokens.start, known) {
            finding.kind = Kind::Person;
            finding.score = finding.score.max(REMEMBERED);
            finding.evidence.push(Evidence::Seen);
        }
    }
}

fn add(block: &Block<'_>, tokens: Range<usize>, names: &mut Names<'_>) {
    let (Some(first), Some(last)) = (block.token(tokens.start), block.token(tokens.end - 1)) else {
        return;
    };
    let place = first.start as usize..last.end as usize;
    let at = names.model.partition_point(|f| f.place.end <= place.start);
    if names.model.get(at).is_some_and(|f| f.place.start < place.end) {
        return;
    }
    names.added.push(Finding::new(Kind::Person, place, REMEMBERED).because(Evidence::Seen));
}

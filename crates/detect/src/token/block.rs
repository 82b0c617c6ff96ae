//! What detectors look at: a text with its tokens, what stands where in it, and which words are near.

use super::{Class, Token};
use crate::lexicon::{Entry, Lexicon, SenseSet};

/// A stretch of text with its tokens: what detectors look at.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, in order.
    pub tokens: &'a [Token],
    /// What words mean.
    pub lexicon: &'a Lexicon,
    /// All senses of each [`STRETCH`] of tokens (see [`sum_up`]); where one is missing it is not known what they are.
    pub sums: &'a [SenseSet],
}

/// How many tokens are summed up together; also how far [`Block::before`] and [`Block::after`] look.
pub const STRETCH: usize = 64;

/// Sums up the senses of each stretch of tokens, reusing the vector: most words that a detector looks for are nowhere near, and
/// one look tells so.
pub fn sum_up(tokens: &[Token], lexicon: &Lexicon, sums: &mut Vec<SenseSet>) {
    let sum = |stretch: &[Token]| {
        stretch.iter().fold(SenseSet::EMPTY, |all, t| all.and(lexicon.entry(t.entry).senses))
    };
    sums.clear();
    sums.extend(tokens.chunks(STRETCH).map(sum));
}

impl<'a> Block<'a> {
    /// The token at an index, if there is one.
    #[must_use]
    pub fn token(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index)
    }
    /// The spelling of a token.
    #[must_use]
    pub fn word(&self, index: usize) -> &'a str {
        self.token(index).map_or("", |t| self.slice(t.place()))
    }
    /// A piece of the text; empty where the range is not one of it.
    #[must_use]
    pub fn slice(&self, place: std::ops::Range<usize>) -> &'a str {
        self.text.get(place).unwrap_or("")
    }
    /// The tokens that a place of the text shares bytes with.
    #[must_use]
    pub fn covered(&self, place: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|t| (t.end as usize) <= place.start);
        let rest = self.tokens.get(first..).unwrap_or(&[]);
        let inside = rest.iter().take_while(|t| (t.start as usize) < place.end);
        first..first + inside.count()
    }
    /// The byte at a place; 0 outside.
    #[must_use]
    pub fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }
    /// The senses of the word at an index.
    #[must_use]
    pub fn senses(&self, index: usize) -> SenseSet {
        self.token(index).map_or(SenseSet::EMPTY, |t| self.lexicon.entry(t.entry).senses)
    }
    /// The lexicon's entry of the word at an index (the empty entry for unknown words).
    #[must_use]
    pub fn entry(&self, index: usize) -> Entry {
        self.token(index).map_or(Entry::NONE, |t| self.lexicon.entry(t.entry))
    }
    /// Whether nothing stands between this token and the one before.
    #[must_use]
    pub fn joined(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|i| self.token(i)), self.token(index)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }
    /// Whether a word says who speaks: it starts its line and a colon follows (`Customer: …`).
    #[must_use]
    pub fn is_speaker(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|i| self.token(i));
        before.is_none_or(|t| t.class == Class::Line)
            && self.token(index + 1).is_some_and(|t| t.is(':'))
    }
    /// Whether a word with one of the senses may stand among the tokens from one to before another.
    #[must_use]
    pub fn may_have(&self, from: usize, to: usize, wanted: SenseSet) -> bool {
        let last = to.saturating_sub(1).min(self.tokens.len()) / STRETCH;
        (from / STRETCH..=last).any(|s| self.sums.get(s).is_none_or(|sum| sum.meets(wanted)))
    }
    /// Whether a token has one of the senses; `None` where as many words, numbers and mixtures as were `left` have been passed.
    #[inline]
    fn has(&self, token: &Token, left: &mut usize, wanted: SenseSet) -> Option<bool> {
        if token.class == Class::Sign {
            return Some(false);
        }
        *left = left.checked_sub(1)?;
        Some(token.entry != 0 && self.lexicon.entry(token.entry).senses.meets(wanted))
    }
    /// The nearest of the `reach` tokens before `index` that has one of the senses, on the same line or the one before
    /// when that one ends there (a label above its value), and at most [`STRETCH`] tokens away.
    ///
    /// Distances are counted in words, numbers and mixtures; signs are free.
    #[must_use]
    pub fn before(&self, index: usize, reach: usize, wanted: SenseSet) -> Option<usize> {
        let from = index.saturating_sub(STRETCH);
        if !self.may_have(from, index, wanted) {
            return None;
        }
        let (mut left, mut lines) = (reach, 0);
        for (at, token) in
            self.tokens.get(from..index.min(self.tokens.len()))?.iter().enumerate().rev()
        {
            match token.class {
                Class::Line => {
                    lines += 1;
                    if lines > 1 {
                        return None;
                    }
                }
                _ if self.has(token, &mut left, wanted)? => return Some(from + at),
                _ => {}
            }
        }
        None
    }
    /// The nearest of the `reach` tokens after `index` that has one of the senses, on the same line and at most [`STRETCH`]
    /// tokens away.
    #[must_use]
    pub fn after(&self, index: usize, reach: usize, wanted: SenseSet) -> Option<usize> {
        let from = index + 1;
        let to = (from + STRETCH).min(self.tokens.len());
        if !self.may_have(from, to, wanted) {
            return None;
        }
        let mut left = reach;
        for (at, token) in self.tokens.get(from..to)?.iter().enumerate() {
            match token.class {
                Class::Line => return None,
                _ if self.has(token, &mut left, wanted)? => return Some(from + at),
                _ => {}
            }
        }
        None
    }
}

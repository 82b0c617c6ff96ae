//! What the tagger sees of a token: its spelling, its ends, how it is written, what it means, and the same of its
//! neighbours, hashed to [`COUNT`] keys of 64 bits.
//!
//! Most tokens of a text cannot be part of a name (lower-case words of a cased text, numbers, what a detector has found
//! already); [`Scene`] says which can, and only those are ever looked at.

use std::ops::Range;

use crate::Kind;
use crate::finding::{Finding, STRONG};
use crate::token::{Block, Case, Class, Token};

pub use super::writing::Meanings;
use super::writing::{self, SMALL, Style};

/// How many keys a token has.
pub const COUNT: usize = 22;

/// The longest stretch of tokens that is decoded at once, and the longest line.
pub const LONGEST: usize = 256;

/// What is kept of a token for itself and its neighbours.
#[derive(Clone, Copy, Debug, Default)]
struct View {
    /// Its spelling; numbers only by their length.
    word: u32,
    /// Class and senses; of a sign, the sign.
    code: u32,
    writing: u8,
    /// The language of the line.
    language: u8,
    /// Whether a line ends here.
    line: bool,
}

/// A text as the tagger sees it. Memory is reused from text to text.
#[derive(Debug, Default)]
pub struct Scene {
    /// How the line of each token is written.
    styles: Vec<Style>,
    /// Where the lines end: the token behind each, and how it is written.
    lines: Vec<(usize, Style)>,
    /// For each token, 1 if it can be part of a name, else 0.
    wanted: Vec<u8>,
}

impl Scene {
    /// Reads a text. `findings` are what detectors have found: no part of an address or number is a name.
    pub fn read(&mut self, block: &Block<'_>, meanings: &Meanings, findings: &[Finding]) {
        let cased = writing::read_lines(block.tokens, meanings, &mut self.lines);
        self.styles.clear();
        self.wanted.clear();
        self.wanted.resize(block.tokens.len(), 0);
        for number in 0..self.lines.len() {
            let Some((end, style)) = self.lines.get(number).copied() else { break };
            let style = Style { flat: style.flat || !cased, ..style };
            let start = self.styles.len();
            self.styles.resize(end, style);
            self.read_line(block, start..end, style, meanings);
        }
        self.cover(block, findings);
    }

    /// The next stretch of tokens, from a place on, that can hold names.
    #[must_use]
    pub fn next_stretch(&self, from: usize) -> Option<Range<usize>> {
        let start = self.next_that_can_be_name(from)?;
        let rest = self.wanted.get(start..)?;
        let length = rest.iter().take(LONGEST).take_while(|w| **w == 1).count();
        Some(start..start + length)
    }

    /// The next token, from a place on, that can be part of a name.
    pub(super) fn next_that_can_be_name(&self, from: usize) -> Option<usize> {
        Some(from + memchr::memchr(1, self.wanted.get(from..)?)?)
    }

    /// Whether a token can be part of a name.
    #[must_use]
    pub fn can_be_name(&self, token: usize) -> bool {
        self.wanted.get(token) == Some(&1)
    }

    fn read_line(
        &mut self,
        block: &Block<'_>,
        line: Range<usize>,
        style: Style,
        meanings: &Meanings,
    ) {
        let tokens = block.tokens.get(line.clone()).unwrap_or(&[]);
        let mut last = None;
        for (token, at) in tokens.iter().zip(line) {
            // Most words are written small, and most other tokens are no words.
            if token.class == Class::Word
                && (style.flat || token.case != Case::Lower)
                && wanted(style, block, at, meanings)
            {
                self.wanted.get_mut(at..=at).unwrap_or(&mut []).fill(1);
                self.join(last, at, block);
                last = Some(at);
            }
        }
    }

    /// Between two tokens that can be names, small words and signs can be part of one: "Bank of X", "A. B-C, D".
    fn join(&mut self, last: Option<usize>, at: usize, block: &Block<'_>) {
        let Some(last) = last.filter(|l| at - l > 1 && at - l <= 4) else { return };
        let tokens = block.tokens.get(last + 1..at).unwrap_or(&[]);
        if tokens.iter().all(joins) {
            self.wanted.get_mut(last + 1..at).unwrap_or(&mut []).fill(1);
        }
    }

    /// What is surely something else is no name.
    fn cover(&mut self, block: &Block<'_>, findings: &[Finding]) {
        for finding in findings.iter().filter(|f| f.score >= STRONG && excludes_names(f.kind)) {
            let tokens = block.covered(&finding.place);
            self.wanted.get_mut(tokens).unwrap_or(&mut []).fill(0);
        }
    }

    /// Gives the keys of each token of a stretch, in order.
    pub fn each(
        &self,
        block: &Block<'_>,
        meanings: &Meanings,
        stretch: Range<usize>,
        mut take: impl FnMut(&[u64; COUNT]),
    ) {
        let view =
            |at: Option<usize>| at.map_or_else(View::default, |at| self.view(block, meanings, at));
        let start = stretch.start;
        let mut window = Window([
            View::default(),
            view(start.checked_sub(2)),
            view(start.checked_sub(1)),
            view(Some(start)),
            view(Some(start + 1)),
        ]);
        for token in stretch {
            window.advance(view(Some(token + 2)));
            take(&window.keys(block, token));
        }
    }

    /// What is kept of a token; nothing outside of the text.
    fn view(&self, block: &Block<'_>, meanings: &Meanings, at: usize) -> View {
        let (Some(token), Some(style)) = (block.tokens.get(at), self.styles.get(at)) else {
            return View::default();
        };
        let (before, _) = block.tokens.split_at(at);
        View {
            word: spelling(token),
            code: code(token, meanings.of(token).bits),
            writing: style.writing(token, before, meanings),
            language: style.language,
            line: token.class == Class::Line,
        }
    }
}

/// Whether a word can be part of a name.
fn wanted(style: Style, block: &Block<'_>, at: usize, meanings: &Meanings) -> bool {
    let (before, rest) = block.tokens.split_at(at);
    let Some(token) = rest.first() else { return false };
    let writing = style.writing(token, before, meanings);
    let small =
        meanings.of(token).bits == SMALL && matches!(writing, writing::FLAT | writing::FIRST);
    writing != writing::LOWER && !small && !writing::is_handle(before, token)
}

/// A token with the two before and the two after it.
struct Window([View; 5]);

impl Window {
    /// One token further, with the one that comes into sight.
    #[inline]
    fn advance(&mut self, next: View) {
        let [_, b, c, d, e] = self.0;
        self.0 = [b, c, d, e, next];
    }

    /// The keys of the token in the middle.
    #[inline]
    fn keys(&self, block: &Block<'_>, token: usize) -> [u64; COUNT] {
        let [c, b, a, d, e] = self.0;
        let ends = Ends::of(block, token);
        let case = u32::from(a.writing);
        let code = |v: View| v.code ^ u32::from(v.writing) << 24;
        let (code_c, code_b, code_a, code_d) = (code(c), code(b), code(a), code(d));
        let cases = u32::from(b.writing) | case << 4 | u32::from(d.writing) << 8;
        let language = u32::from(a.language) << 16;
        let edges = u32::from(b.line)
            | u32::from(c.line) << 1
            | u32::from(d.line) << 2
            | u32::from(e.line) << 3;
        let around = pair(code_b, code_d);
        [
            mix(0, a.word, 0),
            mix(1, a.word, case),
            mix(2, b.word, case),
            mix(3, d.word, case),
            mix(4, c.word, case),
            mix(5, e.word, case),
            mix(6, b.word, a.word),
            mix(7, a.word, d.word),
            mix(8, ends.last, case | 0x100),
            mix(9, ends.last >> 8, case),
            mix(11, ends.first & 0x00ff_ffff, case),
            mix(12, code_a, language),
            mix(13, code_b, code_a),
            mix(14, code_a, code_d),
            mix(15, around, code_a),
            mix(16, pair(code_c, code_b), code_a),
            mix(17, pair(code_d, code(e)), code_a),
            mix(18, previous_word(block, token), case | u32::from(b.line) << 8),
            mix(19, cases | language, ends.length),
            mix(20, edges, code_a),
            mix(22, pair(c.word, b.word), case),
            mix(23, pair(d.word, e.word), case),
        ]
    }
}

/// How far back the word before a token is looked for.
const WORD_BEFORE: usize = 32;

/// The spelling of the word before a token, over signs and line ends; 0 for none.
fn previous_word(block: &Block<'_>, token: usize) -> u32 {
    let before = block.tokens.get(..token).unwrap_or(&[]);
    let mut words = before.iter().rev().take(WORD_BEFORE);
    words.find(|t| t.class == Class::Word).map_or(0, |t| t.hash)
}

/// The bytes at the ends of a word, folded, and how long it is.
struct Ends {
    first: u32,
    last: u32,
    length: u32,
}

impl Ends {
    #[inline]
    fn of(block: &Block<'_>, token: usize) -> Self {
        let place = block.token(token).map_or(0..0, Token::place);
        let length = place.len();
        let bytes = block.text.as_bytes().get(place).unwrap_or(&[]);
        let (first, last) = match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
            _ => {
                let short = bytes.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b));
                (short, short << (8 * (4 - length as u32 % 4) % 32))
            }
        };
        // The bit that tells small letters from capitals, in ASCII and in Latin-1 as UTF-8 writes it.
        let fold = 0x2020_2020;
        Self { first: first | fold, last: last | fold, length: (length as u32).min(12) }
    }
}

#[inline]
fn pair(a: u32, b: u32) -> u32 {
    (a ^ b.rotate_left(13)).wrapping_mul(0x9e37_79b1) ^ b
}

/// One key from the number of its template and what it is made of.
#[inline]
fn mix(template: u64, a: u32, b: u32) -> u64 {
    let both = (u64::from(a) << 32 | u64::from(b)) ^ template.wrapping_mul(0xa076_1d64_78bd_642f);
    let wide = u128::from(both) * 0xe703_7ed1_a0b4_28db_u128;
    (wide >> 64) as u64 ^ wide as u64
}

fn spelling(token: &Token) -> u32 {
    match token.class {
        Class::Number => 0x0100_0000 | token.len().min(9) as u32,
        Class::Mixed => 0x0200_0000 | token.len().min(9) as u32,
        _ => token.hash,
    }
}

fn code(token: &Token, bits: u32) -> u32 {
    match token.class {
        Class::Sign => 1 | token.hash.min(255) << 3,
        Class::Line => 2,
        Class::Number => 3 | (token.len().min(6) as u32) << 3,
        Class::Mixed => 4,
        Class::Word => 5 | bits << 3,
    }
}

/// Whether a token can stand between the parts of a name.
fn joins(token: &Token) -> bool {
    match token.class {
        Class::Sign => char::from_u32(token.hash)
            .is_some_and(|c| ".,-'&/+\u{2019}\u{2010}\u{2011}\u{2013}".contains(c)),
        Class::Word => token.len() <= 4,
        _ => false,
    }
}

/// Kinds whose parts are no names.
fn excludes_names(kind: Kind) -> bool {
    !matches!(kind, Kind::Person | Kind::Loc | Kind::Org | Kind::Address | Kind::Title | Kind::Nrp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::built_in;
    use crate::token::cut;

    fn stretches(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        cut(text, built_in(), &mut tokens);
        let block = Block { text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        let mut scene = Scene::default();
        scene.read(&block, &Meanings::new(built_in()), &[]);
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(stretch) = scene.next_stretch(at) {
            at = stretch.end;
            all.push(
                &text[tokens[stretch.start].start as usize..tokens[stretch.end - 1].end as usize],
            );
        }
        all
    }

    #[test]
    fn only_what_can_be_a_name_is_looked_at() {
        for (text, expected) in [
            ("we saw Anna Lind and then left", vec!["Anna Lind"]),
            ("the Bank of Xanten is big", vec!["Bank of Xanten"]),
            ("see O'Hara, J. Smith-Lee now", vec!["O'Hara, J. Smith-Lee"]),
            ("i met anna 12 times", vec!["i met anna", "times"]),
            ("ask @Anna or Bea", vec!["Bea"]),
            ("no 12 34", vec![]),
        ] {
            assert_eq!(stretches(text), expected, "{text}");
        }
    }

    #[test]
    fn a_stretch_has_an_end() {
        let text = "Anna ".repeat(1000);
        assert!(stretches(&text).iter().all(|s| s.split(' ').count() <= LONGEST));
    }

    #[test]
    fn capitals_that_start_sentences_tell_less() {
        let mut tokens = Vec::new();
        let text = "Rose. Rose met Dr. Rose";
        cut(text, built_in(), &mut tokens);
        let block = Block { text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        let (mut scene, meanings) = (Scene::default(), Meanings::new(built_in()));
        scene.read(&block, &meanings, &[]);
        let of = |token: usize| scene.view(&block, &meanings, token).writing;
        assert_eq!((of(0), of(2), of(6)), (writing::FIRST, writing::FIRST, writing::TITLE));
    }
}

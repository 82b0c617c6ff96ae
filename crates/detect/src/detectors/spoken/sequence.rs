//! Sequences of spoken items, and the digits and letters they stand for.

use super::item::{self, Item, SPOKEN, item};
use crate::lexicon::Sense;
use crate::token::{Block, Case};

/// The most characters that are read; what is longer is cut into several.
const MOST: usize = 40;
/// Groups of capitals that may stand before the first spoken item.
const MOST_BEFORE: usize = 3;

/// A sequence of spoken items.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sequence {
    /// First and last token.
    pub(super) first: usize,
    pub(super) last: usize,
    /// How many words stand for digits, and for letters.
    pub(super) digit_words: usize,
    pub(super) letter_words: usize,
    /// How many words stand for one digit each.
    pub(super) singles: usize,
    /// How many digits all stand for.
    pub(super) digits: usize,
    /// A "plus" stands before.
    pub(super) plus: bool,
    /// Letters were explained: `M as in Mike`.
    pub(super) explained: bool,
    /// Letters were joined by hyphens only.
    pub(super) hyphens: bool,
    /// Letters came as words of an alphabet.
    pub(super) alphabet: bool,
    /// A "hundred" or "thousand" was among them.
    pub(super) powers: bool,
    text: [u8; MOST],
    length: usize,
}

impl Sequence {
    /// The characters written out.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(2 * MOST);
        text.extend(self.characters().iter().copied().map(char::from));
        text
    }

    /// The same in Latin-1.
    pub(super) fn characters(&self) -> &[u8] {
        self.text.get(..self.length).unwrap_or(&[])
    }

    /// The same up to a later token that belongs to it.
    pub(super) fn to(mut self, last: usize) -> Self {
        self.last = last;
        self
    }

    /// Reads the sequence that a token is the first spoken item of; `None` if it is within one.
    pub(super) fn at(block: &Block<'_>, token: usize) -> Option<Self> {
        item(block, token)?;
        let first = start(block, token)?;
        let mut sequence = Self {
            first,
            last: first,
            digit_words: 0,
            letter_words: 0,
            singles: 0,
            digits: 0,
            plus: false,
            explained: false,
            hyphens: true,
            alphabet: false,
            powers: false,
            text: [0; MOST],
            length: 0,
        };
        sequence.read(block);
        if first > 0 && block.word(first - 1).eq_ignore_ascii_case("plus") {
            (sequence.plus, sequence.first) = (true, first - 1);
        }
        Some(sequence)
    }

    fn read(&mut self, block: &Block<'_>) {
        let mut at = self.first;
        while let Some(end) = item(block, at).and_then(|i| self.take(block, at, i)) {
            self.last = end;
            let Some((next, found)) = item::next(block, end) else { break };
            if is_shouted(block, end, found) || self.length + 6 > MOST {
                break;
            }
            let hyphen = next == end + 2 && block.token(end + 1).is_some_and(|t| t.is('-'));
            self.hyphens &= hyphen;
            at = next;
        }
    }

    /// Adds an item with what belongs to it; returns its last token.
    fn take(&mut self, block: &Block<'_>, at: usize, found: Item) -> Option<usize> {
        match found {
            Item::Digit(d) => Some(self.digit(block, at, d)),
            Item::Number(n) => Some(self.number(at, n)),
            Item::Tens(n) => Some(self.tens(block, at, n)),
            Item::Repeat(n) => self.repeat(block, at, n),
            Item::Power(_) => {
                // Alone it has no value of its own: "a hundred".
                self.powers = true;
                self.digit_words += 1;
                Some(at)
            }
            Item::Letter(c) => Some(self.letter(block, at, c)),
            Item::Letters(_) => {
                self.letter_words += 1;
                for c in block.word(at).bytes() {
                    self.push(c.to_ascii_uppercase());
                }
                Some(at)
            }
        }
    }

    /// A digit, or several of it with a power: `eight hundred`; German `zwei und zwanzig` in words of their own.
    fn digit(&mut self, block: &Block<'_>, at: usize, digit: u8) -> usize {
        self.digit_words += 1;
        if let Some(Item::Power(power)) = item(block, at + 1) {
            return self.power(block, at + 1, digit, power);
        }
        if block.word(at + 1) == "und"
            && let Some(Item::Tens(tens)) = item(block, at + 2)
        {
            self.two(tens + digit);
            return at + 2;
        }
        self.singles += 1;
        self.push_digit(digit);
        at
    }

    /// `five hundred`, `five hundred twelve`, `two thousand`.
    fn power(&mut self, block: &Block<'_>, at: usize, digit: u8, power: u8) -> usize {
        self.powers = true;
        self.digit_words += 1;
        self.push_digit(digit);
        match (power, item(block, at + 1)) {
            (2, Some(Item::Number(n))) => self.number(at + 1, n),
            (2, Some(Item::Tens(n))) => self.tens(block, at + 1, n),
            _ => {
                (0..power).for_each(|_| self.push_digit(0));
                at
            }
        }
    }

    fn number(&mut self, at: usize, number: u8) -> usize {
        self.digit_words += 1;
        self.two(number);
        at
    }

    /// `twenty`, `twenty two`, `twenty-two`.
    fn tens(&mut self, block: &Block<'_>, at: usize, tens: u8) -> usize {
        let hyphen = block.token(at + 1).is_some_and(|t| t.is('-'));
        let next = at + 1 + usize::from(hyphen);
        match item(block, next) {
            Some(Item::Digit(d)) if d > 0 => {
                self.digit_words += 1;
                self.number(next, tens + d)
            }
            _ => self.number(at, tens),
        }
    }

    fn repeat(&mut self, block: &Block<'_>, at: usize, times: u8) -> Option<usize> {
        let hyphen = block.token(at + 1).is_some_and(|t| t.is('-'));
        let next = at + 1 + usize::from(hyphen);
        match item(block, next)? {
            Item::Digit(d) => {
                self.digit_words += 2;
                self.singles += 2;
                (0..times).for_each(|_| self.push_digit(d));
            }
            Item::Letter(c) => {
                self.letter_words += 1;
                (0..times).for_each(|_| self.push(c));
            }
            _ => return None,
        }
        Some(next)
    }

    /// A letter, with the word that explains it: `M as in Mike`, `M wie Martha`.
    fn letter(&mut self, block: &Block<'_>, at: usize, letter: u8) -> usize {
        let alone = item::is_single(block, at);
        // Between digits, a small o is a zero.
        if letter == b'O' && self.digit_words > 0 && self.letter_words == 0 && alone {
            self.digit_words += 1;
            self.singles += 1;
            self.push_digit(0);
            return at;
        }
        self.letter_words += 1;
        self.alphabet |= !alone;
        self.push(letter);
        match explanation(block, at, letter).filter(|_| alone) {
            Some(end) => {
                self.explained = true;
                end
            }
            None => at,
        }
    }

    fn two(&mut self, number: u8) {
        self.push_digit(number / 10 % 10);
        self.push_digit(number % 10);
    }
    fn push_digit(&mut self, digit: u8) {
        self.digits += 1;
        self.push(b'0' + digit % 10);
    }
    fn push(&mut self, c: u8) {
        if let Some(place) = self.text.get_mut(self.length) {
            *place = c;
            self.length += 1;
        }
    }
}

/// The word that explains a letter, if one does: it starts with the letter.
fn explanation(block: &Block<'_>, at: usize, letter: u8) -> Option<usize> {
    let comma = block.token(at + 1).is_some_and(|t| t.is(','));
    let joint = at + 1 + usize::from(comma);
    if !block.senses(joint).has(Sense::SpellAs) {
        return None;
    }
    let word = joint + 1 + usize::from(block.word(joint + 1).eq_ignore_ascii_case("in"));
    let starts = item::initial(block.word(word)) == Some(letter);
    (starts && !item::is_single(block, word)).then_some(word)
}

/// Where a sequence starts: capitals before the first spoken word belong to it. `None` if a spoken word stands before.
fn start(block: &Block<'_>, token: usize) -> Option<usize> {
    let mut first = token;
    for _ in 0..MOST_BEFORE {
        let Some((before, found)) = item::previous(block, first) else { break };
        if block.senses(before).meets(SPOKEN) || matches!(found, Item::Letter(_)) {
            return None;
        }
        if !matches!(found, Item::Letters(_)) || is_shouted(block, first, found) {
            break;
        }
        first = before;
    }
    let comma = first > 0 && block.token(first - 1).is_some_and(|t| t.is(','));
    let before = first.checked_sub(1 + usize::from(comma));
    let within = explains(block, first) || before.is_some_and(|b| explains(block, b));
    (!within).then_some(first)
}

/// Whether a word explains a letter before it.
fn explains(block: &Block<'_>, word: usize) -> bool {
    let r#in = word > 0 && block.word(word - 1).eq_ignore_ascii_case("in");
    let Some(joint) = word.checked_sub(1 + usize::from(r#in)) else { return false };
    let comma = joint > 0 && block.token(joint - 1).is_some_and(|t| t.is(','));
    let Some(letter) = joint.checked_sub(1 + usize::from(comma)) else { return false };
    item::is_single(block, letter) && block.senses(joint).has(Sense::SpellAs)
}

/// In a text of capitals only, short words are no letters.
fn is_shouted(block: &Block<'_>, beside: usize, found: Item) -> bool {
    let shouts = block.token(beside).is_some_and(|t| t.case == Case::Upper && t.len() > 2);
    matches!(found, Item::Letters(_)) && shouts
}

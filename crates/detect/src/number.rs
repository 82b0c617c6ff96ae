//! Numbers as people write them: groups of digits with signs between.
//!
//! A [`Run`] is made once for each stretch of digit groups, and every detector of numbers looks at the same one.

use crate::token::{Block, Class};

/// The most groups that are looked at together; a longer stretch is cut into several.
pub const MOST_GROUPS: usize = 12;
/// The most digits that are looked at together.
pub const MOST_DIGITS: usize = 48;

/// One group of digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its token.
    pub token: u32,
    /// Where its first digit stands in [`Run::digits`].
    pub first: u8,
    /// How many digits it has.
    pub len: u8,
    /// What stands between it and the group before: a sign (`.`, `-`, `/`, `)`, `(` …), `b' '` for a blank, `0` for the
    /// first group. Of several signs it is the first that is no blank.
    pub before: u8,
}

/// A stretch of digit groups: `+49 (40) 859-9798`, `12.03.1985`, `4000 1234 5678 9010`.
#[derive(Clone, Debug)]
pub struct Run {
    /// The digits of all groups together, as numbers 0 to 9.
    digits: [u8; MOST_DIGITS],
    count: u8,
    groups: [Group; MOST_GROUPS],
    group_count: u8,
}

impl Default for Run {
    fn default() -> Self {
        Self {
            digits: [0; MOST_DIGITS],
            count: 0,
            groups: [Group::default(); MOST_GROUPS],
            group_count: 0,
        }
    }
}

impl Run {
    /// The digits, as numbers 0 to 9.
    #[must_use]
    pub fn digits(&self) -> &[u8] {
        self.digits.get(..usize::from(self.count)).unwrap_or(&[])
    }
    /// The groups.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        self.groups.get(..usize::from(self.group_count)).unwrap_or(&[])
    }
    /// The digits of the groups from one to another (both included).
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> &[u8] {
        let groups = self.groups();
        match (groups.get(from), groups.get(to)) {
            (Some(a), Some(b)) if from <= to => self
                .digits
                .get(usize::from(a.first)..usize::from(b.first) + usize::from(b.len))
                .unwrap_or(&[]),
            _ => &[],
        }
    }
    /// The value of a group; `None` above nine digits.
    #[must_use]
    pub fn value(&self, group: usize) -> Option<u32> {
        let digits = self.between(group, group);
        if digits.is_empty() || digits.len() > 9 {
            return None;
        }
        Some(digits.iter().fold(0, |n, d| n * 10 + u32::from(*d)))
    }

    /// Reads the run that starts at a number; returns the token after it.
    ///
    /// A group of more digits than fit ends up as a run of its own with no digits, which no detector wants.
    pub fn read(&mut self, block: &Block<'_>, start: usize) -> usize {
        self.count = 0;
        self.group_count = 0;
        let mut at = start;
        let mut before = 0;
        loop {
            if !self.add(block, at, before) {
                return (start + 1).max(at);
            }
            match next_group(block, at) {
                Some((next, sign)) => (at, before) = (next, sign),
                None => return at + 1,
            }
        }
    }

    fn add(&mut self, block: &Block<'_>, at: usize, before: u8) -> bool {
        let Some(token) = block.tokens.get(at) else { return false };
        let (first, len) = (usize::from(self.count), token.len());
        let Some(room) = self.digits.get_mut(first..first + len) else { return false };
        let Some(group) = self.groups.get_mut(usize::from(self.group_count)) else { return false };
        let written = block.text.as_bytes().get(token.place()).unwrap_or(&[]);
        for (digit, byte) in room.iter_mut().zip(written) {
            *digit = byte & 0x0f;
        }
        *group = Group { token: at as u32, first: first as u8, len: len as u8, before };
        self.count += len as u8;
        self.group_count += 1;
        true
    }
}

/// The next number after one, if only a few signs that stand within numbers are between.
fn next_group(block: &Block<'_>, at: usize) -> Option<(usize, u8)> {
    let end = block.tokens.get(at)?.end as usize;
    // Mostly the next two bytes tell: the text goes on otherwise, or one sign or blank stands before the next digit.
    if let Some([sign, next]) = block.text.as_bytes().get(end..end + 2) {
        match (*sign, next.is_ascii_digit()) {
            (b' ', true) => return word_at(block, at + 1, b' '),
            (b'.' | b'-' | b'/' | b'(' | b')' | b':' | b',', true) => {
                return word_at(block, at + 2, *sign);
            }
            (b' ', false) if next.is_ascii_alphabetic() => return None,
            (b'\n' | b'"' | b';' | b']' | b'=' | b'&' | b'%' | b'_' | b'?', _) => return None,
            _ => {}
        }
    }
    over_signs(block, at, end)
}

/// The token, if it is a number and no mixture of digits and letters.
fn word_at(block: &Block<'_>, at: usize, sign: u8) -> Option<(usize, u8)> {
    (block.tokens.get(at)?.class == Class::Number).then_some((at, sign))
}

fn over_signs(block: &Block<'_>, at: usize, end: usize) -> Option<(usize, u8)> {
    let mut sign = b' ';
    for (next, token) in (at + 1..at + 4).zip(block.tokens.get(at + 1..)?) {
        let between = token.start as usize - end;
        match token.class {
            Class::Number => return (between <= 3).then_some((next, sign)),
            Class::Sign if between < 3 => {
                let c = within_numbers(token.hash)?;
                if sign == b' ' {
                    sign = c;
                }
            }
            _ => return None,
        }
    }
    None
}

/// The sign as a byte, if it stands within numbers; the several dashes count as one.
fn within_numbers(sign: u32) -> Option<u8> {
    match char::from_u32(sign)? {
        c @ ('.' | '-' | '/' | '(' | ')' | ':' | ',') => Some(c as u8),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(b'-'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::built_in, token::cut};

    fn run(text: &str) -> (String, Vec<u8>, usize) {
        let mut tokens = Vec::new();
        cut(text, built_in(), &mut tokens);
        let block = Block { text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        let first = tokens.iter().position(|t| t.class == Class::Number).unwrap();
        let mut run = Run::default();
        let next = run.read(&block, first);
        let digits = run.digits().iter().map(|d| char::from(d + b'0')).collect();
        (digits, run.groups().iter().map(|g| g.before).collect(), next)
    }

    #[test]
    fn groups_and_what_stands_between() {
        assert_eq!(run("+49 (40) 859-9798 x").0, "49408599798");
        assert_eq!(run("+49 (40) 859-9798 x").1, [0, b'(', b')', b'-']);
        assert_eq!(run("12.03.1985, heute").1, [0, b'.', b'.']);
        assert_eq!(run("1\n2").0, "1");
        assert_eq!(run("1 a 2").0, "1");
    }

    #[test]
    fn long_ones_are_cut_and_always_move_on() {
        let text = "1 ".repeat(40);
        assert_eq!(run(&text).2, MOST_GROUPS);
        let text = "1".repeat(100);
        assert_eq!(run(&text), (String::new(), vec![], 1));
    }
}

//! Years in words: "nineteen ninety-two", "one nine nine two", "two thousand and five".

use super::written::Piece;
use crate::lexicon::Sense;
use crate::token::Block;

/// The year that starts at a token.
pub(super) fn year(block: &Block<'_>, at: usize) -> Option<Piece> {
    figures(block, at)
        .or_else(|| pairs(block, at))
        .or_else(|| thousands(block, at))
        .filter(|year| (1900..=2029).contains(&year.value))
}

/// Digit by digit.
fn figures(block: &Block<'_>, at: usize) -> Option<Piece> {
    let mut value = 0;
    for word in at..at + 4 {
        value = value * 10 + worth(block, word, Sense::Digit)?;
    }
    piece(block, value, at + 3)
}

/// "nineteen", "twenty" and what follows.
fn pairs(block: &Block<'_>, at: usize) -> Option<Piece> {
    let hundreds = worth(block, at, Sense::Tens).filter(|v| matches!(v, 19 | 20))?;
    let (rest, last) = below_hundred(block, at + 1).filter(|(rest, _)| *rest >= 10)?;
    piece(block, hundreds * 100 + rest, last)
}

/// "two thousand", alone or with a rest.
fn thousands(block: &Block<'_>, at: usize) -> Option<Piece> {
    worth(block, at, Sense::Digit).filter(|v| *v == 2)?;
    worth(block, at + 1, Sense::Power).filter(|v| *v == 3)?;
    let next = at + 2 + usize::from(block.word(at + 2).eq_ignore_ascii_case("and"));
    let (rest, last) = below_hundred(block, next).unwrap_or((0, at + 1));
    piece(block, 2000 + rest, last)
}

/// "five", "twelve", "ninety", "ninety-two": the value and the last token.
fn below_hundred(block: &Block<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(digit) = worth(block, at, Sense::Digit) {
        return Some((digit, at));
    }
    let tens = worth(block, at, Sense::Tens)?;
    let unit = at + 1 + usize::from(block.token(at + 1).is_some_and(|t| t.is('-')));
    let digit = worth(block, unit, Sense::Digit).filter(|d| tens >= 20 && *d > 0);
    Some(digit.map_or((tens, at), |d| (tens + d, unit)))
}

fn worth(block: &Block<'_>, at: usize, sense: Sense) -> Option<u32> {
    let entry = block.entry(at);
    entry.senses.has(sense).then_some(u32::from(entry.value))
}

fn piece(block: &Block<'_>, value: u32, token: usize) -> Option<Piece> {
    Some(Piece { value, token, end: block.token(token)?.end as usize })
}

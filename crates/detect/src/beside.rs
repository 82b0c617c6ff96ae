//! What stands right beside a token, told from one byte, and the shapes of numbers made of that.
//!
//! Nearly every number and sign of a text is settled by its neighbours: `12` in `10:12:05` is no date, no age and no house number.
//! Detectors say which shapes they want ([`Wakes`](crate::detector::Wakes)), the answers are tabulated once, and a token of a text
//! costs one look into the table. A detector may be woken for nothing; it must not be left asleep where it would find something.

/// What kind of byte stands beside a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Beside {
    /// A line end, another control character, or nothing: the text starts or ends here.
    Edge,
    /// A blank or a tab.
    Blank,
    /// A byte of a character beyond ASCII.
    High,
    /// A digit.
    Digit,
    /// A small letter.
    Lower,
    /// A capital.
    Upper,
    /// `.`
    Dot,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `-`
    Dash,
    /// `/`
    Slash,
    /// `+` or `#`
    Plus,
    /// `_` or `$`
    Stuck,
    /// `%`
    Percent,
    /// `(`
    Open,
    /// Any other sign of ASCII.
    Other,
}

use Beside::*;

impl Beside {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Edge, Blank, High, Digit, Lower, Upper, Dot, Comma, Colon, Dash, Slash, Plus, Stuck,
        Percent, Open, Other,
    ];

    /// Of a byte; 0 stands for the text's start and end.
    #[inline]
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "the table has a place for every byte")]
    pub const fn of(byte: u8) -> Self {
        KINDS[byte as usize]
    }

    /// The kind whose number is in the lowest four bits.
    #[must_use]
    pub fn of_number(number: usize) -> Self {
        Self::ALL.get(number & 15).copied().unwrap_or(Other)
    }

    /// Whether it is a letter or digit of ASCII.
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self, Digit | Lower | Upper)
    }
}

#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
static KINDS: [Beside; 256] = {
    let mut table = [Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' | b'\t' => Blank,
            0..=0x1f | 0x7f => Edge,
            b'0'..=b'9' => Digit,
            b'a'..=b'z' => Lower,
            b'A'..=b'Z' => Upper,
            b'.' => Dot,
            b',' => Comma,
            b':' => Colon,
            b'-' => Dash,
            b'/' => Slash,
            b'+' | b'#' => Plus,
            b'_' | b'$' => Stuck,
            b'%' => Percent,
            b'(' => Open,
            0x80..=0xff => High,
            _ => Other,
        };
        byte += 1;
    }
    table
};

/// The byte at a place of a text; 0 outside.
#[inline]
fn byte(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// What stands before a place and what at it.
#[inline]
pub(crate) fn around(text: &[u8], start: usize, end: usize) -> (Beside, Beside) {
    (Beside::of(byte(text, start.wrapping_sub(1))), Beside::of(byte(text, end)))
}

/// A group of digits with what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How many digits it has; 8 stands for all above.
    pub digits: u8,
    /// What stands right before it.
    pub before: Beside,
    /// Whether the byte before that is a digit.
    pub digit_before: bool,
    /// What stands right behind it.
    pub after: Beside,
    /// Whether the byte behind that is a digit.
    pub digit_after: bool,
}

impl Shape {
    /// How many shapes there are.
    pub const COUNT: usize = 8 << 10;
    /// The largest number of digits that is told apart.
    pub const MOST_DIGITS: u8 = 8;

    /// The number of the shape of a group of digits, below [`Shape::COUNT`].
    #[inline]
    #[must_use]
    pub fn number(text: &[u8], start: usize, end: usize) -> usize {
        // Two bytes before and two behind: at once, save at the ends of a text.
        let around = match text.get(start.wrapping_sub(2)..end + 2) {
            Some([two, one, .., next, after]) => [*two, *one, *next, *after],
            _ => [
                byte(text, start.wrapping_sub(2)),
                byte(text, start.wrapping_sub(1)),
                byte(text, end),
                byte(text, end + 1),
            ],
        };
        let [digit_before, before, after, digit_after] = around.map(Beside::of);
        let digits = (end - start).clamp(1, usize::from(Self::MOST_DIGITS)) - 1;
        let before = before as usize | usize::from(digit_before == Digit) << 4;
        let after = after as usize | usize::from(digit_after == Digit) << 4;
        digits << 10 | before << 5 | after
    }

    /// The shape of a number below [`Shape::COUNT`].
    #[must_use]
    pub fn of_number(number: usize) -> Self {
        Self {
            digits: (number >> 10 & 7) as u8 + 1,
            before: Beside::of_number(number >> 5),
            digit_before: number >> 9 & 1 == 1,
            after: Beside::of_number(number),
            digit_after: number >> 4 & 1 == 1,
        }
    }

    /// Whether it goes on a number before, a sign between: `5` in `1.5`, `05` in `12:05`.
    #[must_use]
    pub fn continues(&self) -> bool {
        self.digit_before && matches!(self.before, Dot | Comma | Colon | Dash | Slash)
    }
    /// Whether a number goes on behind it, a sign between.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.digit_after && matches!(self.after, Dot | Comma | Colon | Dash | Slash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_the_numbers_of_their_places() {
        for (number, kind) in Beside::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
        }
    }

    #[test]
    fn shapes_by_number() {
        let text = b"at 10:12:05.";
        let shape = Shape::of_number(Shape::number(text, 6, 8));
        let expected =
            Shape { digits: 2, before: Colon, digit_before: true, after: Colon, digit_after: true };
        assert_eq!(shape, expected);
        assert!(shape.continues() && shape.goes_on());
        let shape = Shape::of_number(Shape::number(b"123456789", 0, 9));
        assert_eq!((shape.digits, shape.before, shape.after), (8, Edge, Edge));
        for number in 0..Shape::COUNT {
            let shape = Shape::of_number(number);
            let again = (usize::from(shape.digits) - 1) << 10
                | (shape.before as usize | usize::from(shape.digit_before) << 4) << 5
                | shape.after as usize
                | usize::from(shape.digit_after) << 4;
            assert_eq!(again, number);
        }
    }
}

//! Declared patterns: how an organisation's own numbers look, in a language that needs no manual.
//!
//! `9` is a digit, `A` a capital letter, `a` a small one, `X` a letter or a digit (ASCII); `?` makes what stands before it
//! optional; everything else is itself, and a backslash makes the four letters and `?` themselves, too. So `K-999999` is a
//! customer number, `AA999-XX` a case, `99999?` four or five digits. A pattern may name a check digit that must hold.
//!
//! **Owns**: reading a pattern, and matching it at a place of a text: in time bounded by the pattern's length squared, with
//! no going back. **Leaves to others**: which kind a pattern finds and how sure it is (the rules of the organisation).

use std::fmt;
use std::str::FromStr;

use crate::check_digit::{self, value};

/// The most characters that a pattern describes.
pub const LONGEST: usize = 64;
/// The fewest characters that must be there: less would match nearly every number.
pub const SHORTEST: usize = 3;

/// A number's form.
///
/// ```
/// use abide_detect::pattern::Pattern;
/// let customer = Pattern::new("K-999999", None)?;
/// assert_eq!(customer.match_at("Nr. K-123456, danke", 4), Some(12));
/// assert_eq!(customer.match_at("Nr. K-1234567", 4), None);
/// # Ok::<(), abide_detect::pattern::PatternError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    elements: Vec<Element>,
    check: Option<Check>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Element {
    sign: Sign,
    optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Digit,
    Capital,
    Small,
    Either,
    Literal(char),
}

impl Sign {
    fn fits(self, c: char) -> bool {
        match self {
            Self::Digit => c.is_ascii_digit(),
            Self::Capital => c.is_ascii_uppercase(),
            Self::Small => c.is_ascii_lowercase(),
            Self::Either => c.is_ascii_alphanumeric(),
            Self::Literal(own) => own == c,
        }
    }
    fn may_be_digit(self) -> bool {
        match self {
            Self::Digit | Self::Either => true,
            Self::Literal(c) => c.is_ascii_digit(),
            Self::Capital | Self::Small => false,
        }
    }
}

/// A check digit that must hold for a match: of its digits, for `mod97` also of its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Luhn's formula, last digit.
    Luhn,
    /// ISO 7064 MOD 97-10, two last digits.
    Mod97,
    /// Weights 2 to 7 from the right modulo 11, last digit.
    Mod11,
    /// ISO 7064 MOD 11,10, last digit.
    Mod1110,
    /// Damm's, last digit.
    Damm,
    /// Verhoeff's, last digit.
    Verhoeff,
}

impl Check {
    /// Every check with its name in rules.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Luhn, "luhn"),
        (Self::Mod97, "mod97"),
        (Self::Mod11, "mod11"),
        (Self::Mod1110, "mod11-10"),
        (Self::Damm, "damm"),
        (Self::Verhoeff, "verhoeff"),
    ];

    fn holds(self, written: &str) -> bool {
        let letters = self == Self::Mod97;
        let mut values = [0; LONGEST];
        let mut count = 0;
        for v in written.bytes().filter_map(value).filter(|v| letters || *v < 10) {
            let Some(room) = values.get_mut(count) else { return false };
            *room = v;
            count += 1;
        }
        let values = values.get(..count).unwrap_or(&[]);
        match self {
            Self::Luhn => check_digit::luhn(values) && count > 0,
            Self::Mod97 => check_digit::mod97(values.iter().copied()) == 1,
            Self::Mod11 => check_digit::mod11(values, 7),
            Self::Mod1110 => check_digit::hybrid(values, 10),
            Self::Damm => check_digit::damm(values),
            Self::Verhoeff => check_digit::verhoeff(values),
        }
    }
}

impl FromStr for Check {
    type Err = PatternError;
    fn from_str(name: &str) -> Result<Self, PatternError> {
        let found = Self::ALL.iter().find(|(_, n)| *n == name);
        found
            .map(|(check, _)| *check)
            .ok_or(PatternError { place: 1, problem: Problem::UnknownCheck })
    }
}

/// Why a pattern was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("declared pattern, character {place}: {problem}")]
pub struct PatternError {
    /// Which character, counted from 1; one more than there are for what is missing at the end.
    pub place: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a pattern; each says what helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A `?` with nothing before it.
    #[error(
        "`?` has nothing before it that could be optional; remove it, or write `\\?` for the sign itself"
    )]
    NothingOptional,
    /// A backslash at the end.
    #[error(
        "a backslash stands at the end; write the character it protects after it, or `\\\\` for the sign itself"
    )]
    Unfinished,
    /// A backslash before a character that is itself anyway.
    #[error("a backslash protects only `9`, `A`, `a`, `X`, `?` and itself; remove it")]
    NeedlessBackslash,
    /// A line end or another control character.
    #[error("a control character cannot be matched; remove it")]
    Control,
    /// More than [`LONGEST`] characters.
    #[error("longer than {LONGEST} characters; shorten the pattern")]
    TooLong,
    /// Fewer than [`SHORTEST`] characters that must be there.
    #[error(
        "fewer than {SHORTEST} characters are required, which would match nearly every number; describe more of it"
    )]
    TooShort,
    /// A check digit for what has no digits.
    #[error("a check digit needs at least two digits; add `9`, or leave the check out")]
    NothingToCheck,
    /// A name that no check has.
    #[error("no such check digit; use one of luhn, mod97, mod11, mod11-10, damm, verhoeff")]
    UnknownCheck,
}

impl Pattern {
    /// Reads a pattern; `check` names the check digit that must hold.
    ///
    /// # Errors
    /// The first character that is wrong, and what helps.
    pub fn new(text: &str, check: Option<Check>) -> Result<Self, PatternError> {
        let mut elements: Vec<Element> = Vec::new();
        let mut signs = text.chars().zip(1..);
        let mut end = 1;
        while let Some((c, place)) = signs.next() {
            let refuse = |problem| PatternError { place, problem };
            end = place + 1;
            if c == '?' {
                let last = elements.last_mut().filter(|e| !e.optional);
                last.ok_or(refuse(Problem::NothingOptional))?.optional = true;
                continue;
            }
            let protected = if c == '\\' { signs.next() } else { None };
            end = protected.map_or(end, |(_, at)| at + 1);
            let sign = sign(c, protected.map(|p| p.0)).map_err(refuse)?;
            if elements.len() == LONGEST {
                return Err(refuse(Problem::TooLong));
            }
            elements.push(Element { sign, optional: false });
        }
        let pattern = Self { elements, check };
        pattern.problem().map_or(Ok(pattern), |problem| Err(PatternError { place: end, problem }))
    }

    /// What is wrong with the pattern as a whole.
    fn problem(&self) -> Option<Problem> {
        let required = || self.elements.iter().filter(|e| !e.optional);
        let digits = self.elements.iter().filter(|e| e.sign.may_be_digit()).count();
        if required().count() < SHORTEST {
            Some(Problem::TooShort)
        } else if self.check.is_some() && digits < 2 {
            Some(Problem::NothingToCheck)
        } else {
            None
        }
    }

    /// Whether a match can begin with a character: what a detector asks before anything else.
    #[must_use]
    pub fn may_start_with(&self, c: char) -> bool {
        let mut left = self.elements.iter();
        left.by_ref().take_while(|e| e.optional).any(|e| e.sign.fits(c))
            || self.elements.iter().find(|e| !e.optional).is_some_and(|e| e.sign.fits(c))
    }

    /// The byte after the longest match that begins at a byte of the text; `None` without one.
    ///
    /// A match begins and ends where no letter or digit goes on, and its check digit holds.
    #[must_use]
    pub fn match_at(&self, text: &str, start: usize) -> Option<usize> {
        let (before, rest) = text.split_at_checked(start)?;
        if goes_on(before.chars().next_back(), rest.chars().next()) {
            return None;
        }
        // Bit n: the first n elements are matched.
        let mut states = self.skip(1);
        let accepted = 1u128 << self.elements.len();
        let mut best = None;
        let mut signs = rest.char_indices().peekable();
        while let Some((at, c)) = signs.next() {
            states = self.step(states, c);
            if states == 0 {
                break;
            }
            let end = start + at + c.len_utf8();
            let ends = !goes_on(Some(c), signs.peek().map(|s| s.1));
            if states & accepted != 0 && ends && self.is_checked(text.get(start..end).unwrap_or(""))
            {
                best = Some(end);
            }
        }
        best
    }

    /// The states after one more character.
    fn step(&self, states: u128, c: char) -> u128 {
        let mut after = 0;
        for (number, element) in self.elements.iter().enumerate() {
            if states & (1 << number) != 0 && element.sign.fits(c) {
                after |= 1 << (number + 1);
            }
        }
        self.skip(after)
    }

    /// The states reached by leaving optional elements out.
    fn skip(&self, mut states: u128) -> u128 {
        for (number, element) in self.elements.iter().enumerate() {
            if element.optional && states & (1 << number) != 0 {
                states |= 1 << (number + 1);
            }
        }
        states
    }

    fn is_checked(&self, written: &str) -> bool {
        self.check.is_none_or(|check| check.holds(written))
    }
}

/// What a character of a pattern describes; after a backslash, `protected` is the next one.
fn sign(c: char, protected: Option<char>) -> Result<Sign, Problem> {
    match (c, protected) {
        ('\\', Some(c @ ('9' | 'A' | 'a' | 'X' | '?' | '\\'))) => Ok(Sign::Literal(c)),
        ('\\', Some(_)) => Err(Problem::NeedlessBackslash),
        ('\\', None) => Err(Problem::Unfinished),
        ('9', _) => Ok(Sign::Digit),
        ('A', _) => Ok(Sign::Capital),
        ('a', _) => Ok(Sign::Small),
        ('X', _) => Ok(Sign::Either),
        (c, _) if c.is_control() => Err(Problem::Control),
        (c, _) => Ok(Sign::Literal(c)),
    }
}

/// Whether a word or number goes on from one character to the next.
fn goes_on(a: Option<char>, b: Option<char>) -> bool {
    a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for element in &self.elements {
            match element.sign {
                Sign::Digit => f.write_str("9")?,
                Sign::Capital => f.write_str("A")?,
                Sign::Small => f.write_str("a")?,
                Sign::Either => f.write_str("X")?,
                Sign::Literal(c @ ('9' | 'A' | 'a' | 'X' | '?' | '\\')) => write!(f, "\\{c}")?,
                Sign::Literal(c) => write!(f, "{c}")?,
            }
            f.write_str(if element.optional { "?" } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matched<'a>(pattern: &str, check: Option<Check>, text: &'a str) -> Vec<&'a str> {
        let pattern = Pattern::new(pattern, check).unwrap();
        let starts = text.char_indices().map(|(at, _)| at);
        starts.filter_map(|at| pattern.match_at(text, at).map(|end| &text[at..end])).collect()
    }

    #[test]
    fn what_matches() {
        for (pattern, text, expected) in [
            ("K-999999", "K-123456 k-123456 K-12345 K-1234567 XK-123456", &["K-123456"][..]),
            ("AA999-XX", "AB123-9z, ab123-9z", &["AB123-9z"]),
            ("99999?", "1234 12345 123 123456", &["1234", "12345"]),
            ("A?A?999", "123 X123 XY123 XYZ123", &["123", "X123", "XY123"]),
            ("\\A\\999", "A912 B912", &["A912"]),
            ("KD 999", "KD 123", &["KD 123"]),
            ("Ä-999", "Ä-123", &["Ä-123"]),
            ("999-9?", "123-4 123-", &["123-4", "123-"]),
        ] {
            assert_eq!(matched(pattern, None, text), expected, "{pattern}");
        }
    }

    #[test]
    fn checks() {
        for (check, pattern, right, wrong) in [
            ("luhn", "K-99999999999", "K-79927398713", "K-79927398714"),
            ("mod97", "99999", "79444", "79445"),
            ("mod97", "999999AAAAAAAAA9A999", "213800WSGIIZCXF1P572", "213800WSGIIZCXF1P573"),
            ("mod11", "9999999999", "1000000007", "1000000008"),
            ("mod11-10", "99999999999", "86095742719", "86095742718"),
            ("damm", "9999", "5724", "5723"),
            ("verhoeff", "9999", "2363", "2364"),
        ] {
            let check: Check = check.parse().unwrap();
            assert!(matched(pattern, Some(check), wrong).is_empty(), "{check:?}");
            assert_eq!(matched(pattern, Some(check), right), [right], "{check:?}");
        }
    }

    #[test]
    fn what_is_refused_and_where() {
        for (pattern, check, place, problem) in [
            ("", None, 1, Problem::TooShort),
            ("99", None, 3, Problem::TooShort),
            ("99?9?9?", None, 8, Problem::TooShort),
            ("?999", None, 1, Problem::NothingOptional),
            ("999??", None, 5, Problem::NothingOptional),
            ("999\\", None, 4, Problem::Unfinished),
            ("999\\K", None, 4, Problem::NeedlessBackslash),
            ("99\n9", None, 3, Problem::Control),
            ("K-AAA", Some(Check::Luhn), 6, Problem::NothingToCheck),
        ] {
            let found = Pattern::new(pattern, check).unwrap_err();
            assert_eq!((found.place, found.problem), (place, problem), "{pattern}");
        }
        let long = Pattern::new(&"9".repeat(LONGEST + 1), None).unwrap_err();
        assert_eq!((long.place, long.problem), (LONGEST + 1, Problem::TooLong));
        assert_eq!("crc".parse::<Check>().unwrap_err().problem, Problem::UnknownCheck);
        assert_eq!(
            Pattern::new("?", None).unwrap_err().to_string(),
            "declared pattern, character 1: `?` has nothing before it that could be optional; remove it, or write `\\?` \
             for the sign itself"
        );
    }

    /// A pattern with a text that it describes.
    fn described() -> impl Strategy<Value = (String, String)> {
        let element = prop_oneof![
            "[0-9]".prop_map(|c| ("9".to_owned(), c)),
            "[A-Z]".prop_map(|c| ("A".to_owned(), c)),
            "[a-z]".prop_map(|c| ("a".to_owned(), c)),
            "[0-9A-Za-z]".prop_map(|c| ("X".to_owned(), c)),
            "[-/ .BK#]".prop_map(|c| (c.clone(), c)),
            "[9AaX?]".prop_map(|c| (format!("\\{c}"), c)),
        ];
        let parts = prop::collection::vec((element, 0u8..3), 3..20);
        parts.prop_map(|parts| {
            let (mut pattern, mut text) = ("999".to_owned(), "123".to_owned());
            for ((sign, c), kind) in parts {
                pattern += &sign;
                pattern += if kind == 0 { "" } else { "?" };
                text += if kind == 2 { "" } else { &c };
            }
            (pattern, text)
        })
    }

    proptest! {
        #[test]
        fn a_pattern_matches_what_it_describes((pattern, text) in described()) {
            let pattern = Pattern::new(&pattern, None).unwrap();
            prop_assert_eq!(pattern.match_at(&text, 0), Some(text.len()));
            prop_assert!(pattern.may_start_with('1'));
        }

        #[test]
        fn a_pattern_reads_as_it_is_written((pattern, _) in described()) {
            let read = Pattern::new(&pattern, None).unwrap();
            prop_assert_eq!(&Pattern::new(&read.to_string(), None).unwrap(), &read);
        }

        #[test]
        fn nothing_panics_and_matches_are_places(pattern in "[9AaX?\\\\K. -]{0,80}", text in ".{0,60}", at in 0usize..70) {
            if let Ok(pattern) = Pattern::new(&pattern, None)
                && let Some(end) = pattern.match_at(&text, at)
            {
                    prop_assert!(text.get(at..end).is_some_and(|m| !m.is_empty()));
                    prop_assert!(pattern.may_start_with(text[at..].chars().next().unwrap()));
            }
        }
    }
}

//! Draws from a source of random numbers that is passed in.

/// A source of random numbers with what is drawn from it. It must not be predictable: give it the system's.
pub(crate) struct Dice<'r>(pub(crate) &'r mut dyn FnMut() -> u64);

impl Dice<'_> {
    /// A number below `end`, each as likely as the others but for less than 2⁻⁵⁰; 0 if `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from((self.0)()) * end as u128) >> 64) as usize
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> Option<&'a T> {
        from.get(self.below(from.len())).copied()
    }

    pub(crate) fn digit(&mut self) -> char {
        char::from(b'0' + self.below(10) as u8)
    }

    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.digit()).collect()
    }

    pub(crate) fn letter(&mut self) -> char {
        char::from(b'A' + self.below(26) as u8)
    }

    /// Another character of the same class: digit for digit, letter for letter; what is neither stays.
    pub(crate) fn like(&mut self, c: char) -> char {
        match c {
            '0'..='9' => self.digit(),
            c if c.is_lowercase() => self.letter().to_ascii_lowercase(),
            c if c.is_alphabetic() => self.letter(),
            c => c,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_within_bounds() {
        for source in [0, 1, u64::MAX / 2, u64::MAX] {
            let mut random = || source;
            let mut dice = Dice(&mut random);
            for end in [1, 2, 10, 26, 1000] {
                assert!(dice.below(end) < end);
            }
            assert_eq!(dice.below(0), 0);
            assert!(dice.like('ü').is_ascii_lowercase());
            assert_eq!(dice.like('-'), '-');
        }
    }
}

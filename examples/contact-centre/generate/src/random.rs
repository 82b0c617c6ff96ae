//! Pseudo-random numbers. Each row has its own stream, so that a row is the same in whatever order rows are made.

/// `SplitMix64` (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of one thing: a seed, what it is for, which one.
    #[must_use]
    pub fn of(seed: u64, what: &str, number: u64) -> Self {
        let mut start = Self(seed);
        for byte in what.bytes() {
            start = Self(start.bits() ^ u64::from(byte));
        }
        Self(start.bits() ^ number.wrapping_mul(0xd6e8_feb8_6659_fd93))
    }
    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below a limit; 0 if the limit is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        scaled(self.bits(), limit)
    }
    /// A number below a limit, where small ones are frequent: the first comes `sqrt(limit)` times as often as the mean.
    pub fn tail(&mut self, limit: u64) -> u64 {
        let part = scaled(self.bits(), u64::MAX);
        scaled(scaled(part, part), limit)
    }
    /// True in so many of 100 cases.
    pub fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }
    /// One of these; the empty text if there is none.
    pub fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at = usize::try_from(self.below(from.len() as u64)).unwrap_or(0);
        from.get(at).copied().unwrap_or("")
    }
}

/// A fraction of 64 bits of a limit.
fn scaled(fraction: u64, limit: u64) -> u64 {
    u64::try_from((u128::from(fraction) * u128::from(limit)) >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn numbers_of_the_published_vector() {
        let mut random = Random(1_234_567);
        assert_eq!(random.bits(), 6_457_827_717_110_365_317);
        assert_eq!(random.bits(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn streams_differ() {
        let first = |seed, what, number| Random::of(seed, what, number).bits();
        let all = [first(1, "a", 1), first(2, "a", 1), first(1, "b", 1), first(1, "a", 2)];
        assert!(all.iter().enumerate().all(|(at, one)| !all[..at].contains(one)));
        assert_eq!(first(1, "a", 1), first(1, "a", 1));
    }

    #[test]
    fn few_are_drawn_often() {
        let mut random = Random::of(1, "tail", 0);
        let drawn: Vec<_> = (0..10_000).map(|_| random.tail(10_000)).collect();
        let first = drawn.iter().filter(|n| **n < 100).count();
        assert!((800..1200).contains(&first), "a tenth of the draws for a hundredth: {first}");
        assert!(drawn.iter().all(|n| *n < 10_000) && drawn.iter().any(|n| *n > 9_000));
    }
}

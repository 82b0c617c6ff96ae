//! Names of places that have several words: "Bad Langensalza", "New South Wales", "Stratford-upon-Avon".
//!
//! Names of one word are in the [`lexicon`](crate::lexicon), which also marks the first words of those here
//! ([`Sense::PlaceFirst`]), so that nearly all other words cost nothing.

use std::sync::LazyLock;

use crate::lexicon::{Sense, built_in};
use crate::token::{self, Block, Case, Class, Token};

const FILE: &str = include_str!("../lexicon/places2.txt");
/// The most tokens of a name, signs included.
const LONGEST: usize = 10;

/// The names as hashes of their tokens' hashes, in order, and the hashes of their first two tokens.
struct Names {
    whole: Vec<(u64, Sense)>,
    starts: Vec<u64>,
    /// One bit for each start, by 16 bits of its hash: what has none starts no name.
    filter: Vec<u64>,
}

/// Where a hash has its bit in [`Names::filter`].
fn bit(hash: u64) -> (usize, u64) {
    ((hash >> 58 & 0x3f) as usize | (hash >> 42 & 0x3c0) as usize, 1 << (hash >> 32 & 63))
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { whole: Vec::new(), starts: Vec::new(), filter: vec![0; 1024] };
    for (name, sense) in read() {
        let (start, whole) = hashes(name);
        names.whole.push((whole, sense));
        names.starts.push(start);
        let (word, bit) = bit(start);
        if let Some(word) = names.filter.get_mut(word) {
            *word |= bit;
        }
    }
    names.whole.sort_unstable();
    names.starts.sort_unstable();
    names
});

/// The names of the file with what they are.
fn read() -> impl Iterator<Item = (&'static str, Sense)> {
    let mut sense = Sense::Town;
    FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(move |line| {
        match line {
            "[country]" => sense = Sense::Country,
            "[region]" => sense = Sense::Region,
            "[town]" => sense = Sense::Town,
            name => return Some((name, sense)),
        }
        None
    })
}

/// The hash of a name's first two tokens, and of all.
fn hashes(name: &str) -> (u64, u64) {
    let mut tokens = Vec::new();
    token::cut(name, built_in(), &mut tokens);
    tokens.retain(|t| !t.is('.'));
    (tokens.iter().take(2).fold(0, join), tokens.iter().fold(0, join))
}

/// Adds a token to the hash of a name; dots do not count ("St. Albans"), all apostrophes are the same.
fn join(hash: u64, token: &Token) -> u64 {
    if token.is('.') {
        return hash;
    }
    let one = if token.is('\u{2019}') { u32::from(b'\'') } else { token.hash };
    (hash.rotate_left(9) ^ u64::from(one)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The longest name that starts at a token: the token after it, and what it names.
pub(crate) fn name_at(block: &Block<'_>, at: usize) -> Option<(usize, Sense)> {
    let first = block.token(at)?;
    if !matches!(first.case, Case::Title | Case::Upper) || !block.senses(at).has(Sense::PlaceFirst)
    {
        return None;
    }
    let mut hash = join(0, first);
    let (mut longest, mut started) = (None, false);
    let mut end = first.end;
    for next in at + 1..at + LONGEST {
        let Some(token) = block.token(next) else { break };
        if token.class == Class::Line || token.start > end + 1 {
            break;
        }
        (hash, end) = (join(hash, token), token.end);
        if !started && !token.is('.') {
            started = true;
            let (word, bit) = bit(hash);
            let may = NAMES.filter.get(word).is_some_and(|w| w & bit != 0);
            if !may || NAMES.starts.binary_search(&hash).is_err() {
                break;
            }
        }
        if token.class != Class::Sign
            && let Ok(found) = NAMES.whole.binary_search_by_key(&hash, |(h, _)| *h)
        {
            longest = NAMES.whole.get(found).map(|(_, sense)| (next + 1, *sense));
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<(&str, Sense)> {
        let mut tokens = Vec::new();
        token::cut(text, built_in(), &mut tokens);
        let block = Block { text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        name_at(&block, 0).map(|(end, s)| (&text[..tokens[end - 1].end as usize], s))
    }

    #[test]
    fn every_name_is_found_by_its_first_word() {
        for (text, sense) in read() {
            assert_eq!(name(text).map(|n| n.0), Some(text), "{sense:?}");
        }
    }

    #[test]
    fn the_longest_one_in_other_spellings() {
        assert_eq!(name("St. Pölten liegt"), Some(("St. Pölten", Sense::Town)));
        assert_eq!(name("Frankfurt am Main."), Some(("Frankfurt am Main", Sense::Town)));
        assert_eq!(name("NEW YORK, NY"), Some(("NEW YORK", Sense::Region)));
        assert_eq!(name("Côte d\u{2019}Ivoire"), Some(("Côte d\u{2019}Ivoire", Sense::Country)));
        assert_eq!(name("New ideas"), None);
        assert_eq!(name("new york"), None);
        assert_eq!(name("New\nYork"), None);
    }

    #[test]
    fn no_two_names_share_a_hash() {
        let mut names: Vec<_> = read().map(|(n, _)| (hashes(n).1, n)).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            let same = pair[0].1.to_lowercase() == pair[1].1.to_lowercase();
            assert!(pair[0].0 != pair[1].0 || same, "{pair:?}");
        }
    }
}

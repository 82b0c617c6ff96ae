//! In which ways a value by which somebody is known is written.
//!
//! Owns: names with their words in another order, with blanks for hyphens; addresses as they stand in a link; parts of names. All
//! are in the form in which texts are compared ([`super`]), in small letters. Leaves to others: telephone numbers
//! ([`super::numbers`]).

use std::collections::BTreeSet;

use super::numbers::read;
use super::small;

/// The ways in which a value is looked for in texts.
pub(crate) fn spellings(value: &str) -> BTreeSet<String> {
    let value = small(value.trim());
    let mut all = BTreeSet::new();
    if value.contains('@') {
        all.insert(value.replace('@', "%40"));
    } else if let Some((first, last)) = value.rsplit_once(' ').filter(|_| is_name(&value)) {
        all.extend([format!("{last} {first}"), format!("{last}, {first}")]);
    }
    all.insert(value);
    all
}

/// Whether a value is of letters, and what stands among those of a name.
fn is_name(value: &str) -> bool {
    value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.'))
}

/// A shorter part of a name is too often a part of something else.
const SHORTEST: usize = 3;

/// What of a value is taken out of texts by itself: the words of a name, and other words that are no telephone number.
pub(crate) fn parts(value: &str) -> BTreeSet<String> {
    let value = small(value.trim());
    if value.contains('@') || !value.contains(char::is_alphabetic) || !read(&value).is_empty() {
        return BTreeSet::new();
    }
    let words = value.split(' ').map(|word| word.trim_matches([',', ';', '.', '(', ')']));
    words.filter(|word| is_long(word)).map(str::to_owned).collect()
}

/// Whether something is taken out of texts at all.
pub(crate) fn is_long(part: &str) -> bool {
    part.chars().count() >= SHORTEST
}

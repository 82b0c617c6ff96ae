//! In which ways a value by which somebody is known is written.
//!
//! Owns: names with their words in another order, double names with a blank for their hyphen, a blank on each side of it or one for
//! it; addresses as they stand in a link, and with the domain in either form (RFC 5891); parts of names. All are in the form in which texts are compared ([`super`]), in small letters.
//! Leaves to others: telephone numbers ([`super::numbers`]).

use std::collections::BTreeSet;

use super::numbers::read;
use super::small;

/// The ways in which a value is looked for in texts.
pub(crate) fn spellings(value: &str) -> BTreeSet<String> {
    let value = small(value.trim());
    let mut all = BTreeSet::new();
    if let Some((local, domain)) = value.rsplit_once('@') {
        let ascii = idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_owned());
        for domain in [domain, &ascii, &idna::domain_to_unicode(domain).0] {
            all.extend([format!("{local}@{domain}"), format!("{local}%40{domain}")]);
        }
    } else if is_name(&value) {
        let orders = orders(&value);
        all.extend(
            orders.iter().flat_map(|name| [name.replace('-', " "), name.replace('-', " - ")]),
        );
        all.extend(orders);
        all.insert(value.replace(' ', "-"));
    }
    all.insert(value);
    all
}

/// A name as it is, and with its last word first.
fn orders(name: &str) -> Vec<String> {
    let turned = name.rsplit_once(' ').into_iter();
    let turned =
        turned.flat_map(|(first, last)| [format!("{last} {first}"), format!("{last}, {first}")]);
    turned.chain([name.to_owned()]).collect()
}

/// Whether a value is of letters, and what stands among those of a name.
fn is_name(value: &str) -> bool {
    !value.is_empty()
        && value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.'))
}

/// Whether a text in its form has any word of a value: without one it has the value in no spelling, nor a part of it. Most have none.
pub(crate) fn shares_word(text: &str, value: &str) -> bool {
    let value = small(value);
    let mut words = value.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| !word.is_empty() && text.contains(word))
}

/// A shorter part of a name is too often a part of something else.
const SHORTEST: usize = 3;

/// What of a value is taken out of texts by itself: the words of a name, each half of one with a hyphen, and other words that are no
/// telephone number.
pub(crate) fn parts(value: &str) -> BTreeSet<String> {
    let value = small(value.trim());
    if value.contains('@') || !value.contains(char::is_alphabetic) || !read(&value).is_empty() {
        return BTreeSet::new();
    }
    let words = value.split(' ').map(|word| word.trim_matches([',', ';', '.', '(', ')']));
    words.flat_map(halves).filter(|word| is_long(word)).map(str::to_owned).collect()
}

/// A word, and the halves of a double name: half of a customer number is none.
fn halves(word: &str) -> impl Iterator<Item = &str> {
    std::iter::once(word).chain(word.split('-').filter(|_| is_name(word)))
}

/// Whether something is taken out of texts at all.
pub(crate) fn is_long(part: &str) -> bool {
    part.chars().count() >= SHORTEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(values: BTreeSet<String>) -> Vec<String> {
        values.into_iter().collect()
    }

    #[test]
    fn double_names_have_their_hyphen_or_none() {
        assert_eq!(
            list(spellings("Zoë Müller\u{2011}Lü")),
            [
                "müller - lü zoë",
                "müller - lü, zoë",
                "müller lü zoë",
                "müller lü, zoë",
                "müller-lü zoë",
                "müller-lü, zoë",
                "zoë müller - lü",
                "zoë müller lü",
                "zoë müller-lü",
                "zoë-müller-lü",
            ]
        );
        assert_eq!(list(spellings("K-10042")), ["k-10042"]);
        assert_eq!(list(spellings("Anna@example.org")), ["anna%40example.org", "anna@example.org"]);
        let both = ["xn--bcher-kva", "bücher"].map(|domain| format!("jo@{domain}.example"));
        for written in ["Jo@Bücher.example", "jo@xn--bcher-kva.example"] {
            assert!(both.iter().all(|form| spellings(written).contains(form)), "{written}");
        }
    }

    #[test]
    fn parts_are_words_and_halves_of_double_names() {
        for (value, expected) in [
            (
                "Zoë Müller-Lüdenscheidt",
                &["lüdenscheidt", "müller", "müller-lüdenscheidt", "zoë"][..],
            ),
            ("O’Brien, Sinead", &["o'brien", "sinead"]),
            ("Anna Li (Dr.)", &["anna"]),
            ("KDN-10042", &["kdn-10042"]),
            ("anna@example.org", &[]),
            ("+49 30 23125 101 ext. 5", &[]),
            ("4711", &[]),
        ] {
            assert_eq!(list(parts(value)), expected, "{value}");
        }
    }
}

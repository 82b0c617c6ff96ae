//! The value that a label announces: `user: anna42`, `"password": "…"`, `Kennwort für das Portal lautet …`, `sid=…`.
//!
//! From the label a few words, brackets and quotes may go on before a sign or a linking word; a word that announces
//! something else ends it.

use std::ops::Range;

use super::scan;
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// The most words between a label and its sign.
const MOST_WORDS: usize = 4;
/// The most tokens that are looked at behind a label.
const REACH: usize = 14;
/// The longest value that is read, in bytes.
pub(crate) const LONGEST: usize = 256;

/// What stands between a label and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// `:`, `=`, `->`.
    Sign,
    /// A word that nothing but a value follows ("lautet").
    Says,
    /// "is".
    Is,
    /// "of", "for", "by".
    Of,
    /// Nothing.
    Next,
}

/// A label with the start of its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label {
    /// How they are joined.
    pub(crate) link: Link,
    /// Where the value starts, behind an opening quote.
    pub(crate) from: usize,
    /// The quote that closes it, if one is open.
    pub(crate) quote: Option<char>,
    /// How many words stand between.
    pub(crate) words: usize,
}

/// Senses of which a word ends the search: it announces a value of its own.
const OTHER: SenseSet = SenseSet::of(&[
    Sense::UserWord,
    Sense::SecretWord,
    Sense::EmailWord,
    Sense::PhoneWord,
    Sense::DeviceWord,
    Sense::CookieWord,
    Sense::IpWord,
    Sense::DateWord,
    Sense::CardWord,
    Sense::AccountWord,
]);

/// What follows the label at a token; words of the senses `own` do not end the search.
pub(crate) fn after(block: &Block<'_>, label: usize, own: SenseSet) -> Option<Label> {
    let mut words = 0;
    for at in label + 1..label + REACH {
        let token = block.token(at)?;
        match token.class {
            Class::Word => {
                if let Some(link) = link_word(block, at).filter(|l| *l != Link::Of) {
                    return Some(value(block.text, link, token.end as usize, words));
                }
                words += 1;
                if words > MOST_WORDS || is_other(block, at, own) {
                    return None;
                }
            }
            Class::Sign => match scan::byte(block.text, token.start as usize) {
                b':' | b'=' => return Some(signed(block.text, token.end as usize, words)),
                b'-' if scan::byte(block.text, token.end as usize) == b'>' => {
                    return Some(signed(block.text, token.end as usize + 1, words));
                }
                b'"' | b'\'' | b'`' | b'(' | b')' | b'[' | b']' | b'_' | b'-' | b'.' | b'*'
                | b'\\' => {}
                _ => return None,
            },
            _ => return None,
        }
    }
    None
}

/// Whether a word says that the value is something else: it announces another kind, or makes the label a compound that is
/// no name or number (`user_agent`, `password-policy`).
fn is_other(block: &Block<'_>, at: usize, own: SenseSet) -> bool {
    let senses = block.senses(at);
    let compound = block.joined(at) && matches!(block.word(at - 1), "_" | "-" | ".");
    let name = || COMPOUNDS.iter().any(|c| c.eq_ignore_ascii_case(block.word(at)));
    senses.meets(OTHER) && !senses.meets(own) || compound && !name() && !senses.meets(own)
}

/// Second parts of compounds that leave a label what it is.
const COMPOUNDS: &[&str] =
    &["id", "name", "no", "nr", "number", "nummer", "key", "value", "code", "text", "login", "uid"];

/// What "of", "for" or "by" joins to the label, right behind it or one word further ("Login attempt of anna").
pub(crate) fn named(block: &Block<'_>, label: usize) -> Option<Label> {
    let word = (label + 1..label + 3).find(|at| link_word(block, *at) == Some(Link::Of))?;
    let end = block.token(word)?.end as usize;
    Some(value(block.text, Link::Of, end, word - label - 1))
}

/// The value right behind the label, with a blank between.
pub(crate) fn next(block: &Block<'_>, label: usize) -> Option<Label> {
    let end = block.token(label)?.end as usize;
    (scan::byte(block.text, end) == b' ').then(|| value(block.text, Link::Next, end, 0))
}

fn link_word(block: &Block<'_>, at: usize) -> Option<Link> {
    let senses = block.senses(at);
    match () {
        () if senses.has(Sense::SaysWord) => Some(Link::Says),
        () if senses.has(Sense::IsWord) => Some(Link::Is),
        () if senses.has(Sense::OfWord) => Some(Link::Of),
        () => None,
    }
}

/// After a sign the value may start on the next line.
fn signed(text: &str, end: usize, words: usize) -> Label {
    let mut from = scan::forth(text, end, 4, |b| matches!(b, b'=' | b'>' | b':'));
    // `**password:** x`: the end of an emphasis.
    from += if scan::ahead(text, from, 3) == "** " { 2 } else { 0 };
    from = scan::forth(text, from, 8, |b| matches!(b, b' ' | b'\t' | b'\r'));
    if scan::byte(text, from) == b'\n' {
        from += 1;
    }
    value(text, Link::Sign, from, words)
}

fn value(text: &str, link: Link, end: usize, words: usize) -> Label {
    let from = scan::forth(text, end, 8, |b| matches!(b, b' ' | b'\t'));
    let from = from + usize::from(scan::byte(text, from) == b'\\');
    let open = scan::ahead(text, from, 4).chars().next().unwrap_or(' ');
    let quote = match open {
        '"' | '\'' | '`' => Some(open),
        '„' | '“' => Some('“'),
        '«' => Some('»'),
        '»' => Some('«'),
        '‚' | '‘' => Some('‘'),
        _ => None,
    };
    let from = if quote.is_some() { from + open.len_utf8() } else { from };
    Label { link, from, quote, words }
}

impl Label {
    /// The value: up to the closing quote, or as far as the characters fit. Punctuation at its end stays outside.
    pub(crate) fn value(&self, text: &str, fits: impl Fn(char) -> bool) -> Option<Range<usize>> {
        let window = scan::ahead(text, self.from, LONGEST);
        if let Some(quote) = self.quote {
            let closes = |c: char| c == quote || quote == '“' && c == '”' || c == '\n';
            let end = window.find(closes)?;
            let inner = scan::piece(window, 0..end).trim_end_matches('\\');
            return (!inner.is_empty()).then_some(self.from..self.from + inner.len());
        }
        let end = window.find(|c: char| !fits(c)).unwrap_or(window.len());
        let value = scan::piece(window, 0..end);
        // A value that does not end within reach is no value.
        (!value.is_empty() && end < LONGEST - 4).then_some(self.from..self.from + value.len())
    }
}

/// Whether nothing goes on behind a value: its line, cell or sentence ends.
pub(crate) fn is_alone(text: &str, end: usize) -> bool {
    let rest = scan::ahead(text, end, 8).trim_start_matches([' ', '\t', '\r', '\\']);
    let mut chars = rest.chars();
    match chars.next() {
        None
        | Some(
            '\n' | ',' | ';' | ')' | ']' | '}' | '|' | '&' | '"' | '\'' | '`' | '<' | '“' | '”'
            | '/' | '*',
        ) => true,
        Some('.' | '!' | '?') => chars.next().is_none_or(char::is_whitespace),
        _ => false,
    }
}

/// Whether a value is a word as any other: letters only, all small or only the first one not.
pub(crate) fn is_plain(value: &str) -> bool {
    let mut chars = value.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.all(|c| c.is_lowercase() || c.is_alphabetic() && !c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::built_in;
    use crate::token::cut;

    fn read(text: &str) -> Option<(Link, &str)> {
        let mut tokens = Vec::new();
        cut(text, built_in(), &mut tokens);
        let block = Block { text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        let label = after(&block, 0, SenseSet::EMPTY)?;
        let place = label.value(text, |c| !c.is_whitespace())?;
        Some((label.link, &text[place]))
    }

    #[test]
    fn labels_and_values() {
        for (text, expected) in [
            ("user: anna", Some((Link::Sign, "anna"))),
            ("user\": \"anna b\"", Some((Link::Sign, "anna b"))),
            ("user_name=x", Some((Link::Sign, "x"))),
            ("user\\\":\\\"x\\\"", Some((Link::Sign, "x"))),
            ("user (neu) => x", Some((Link::Sign, "x"))),
            ("user:\nanna", Some((Link::Sign, "anna"))),
            ("user für das Portal ist x", Some((Link::Is, "x"))),
            ("user:** x", Some((Link::Sign, "x"))),
            ("Kennwort lautet „ab c“.", Some((Link::Says, "ab c"))),
            ("password is x", Some((Link::Is, "x"))),
            ("user password: x", None),
            ("user_agent: x", None),
            ("user 5: x", None),
            ("user a b c d e: x", None),
            ("user", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn alone_and_plain() {
        assert!(
            is_alone("x\n", 1) && is_alone("x.", 1) && !is_alone("x y", 1) && !is_alone("x.y", 1)
        );
        assert!(
            is_plain("anna")
                && is_plain("Größe")
                && !is_plain("annA")
                && !is_plain("a1")
                && !is_plain("")
        );
    }
}

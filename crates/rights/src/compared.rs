//! The one form in which texts are compared with values by which people are known.
//!
//! Owns: which differences in writing do not count, and from where to where in a text something stands that was found in its
//! form: capitals (of any script), the forms of accents (Unicode Standard Annex 15, NFC), what kinds of blanks, hyphens and
//! apostrophes there are, how many blanks, what cannot be seen (soft hyphens, marks of direction), digits of other widths and scripts.
//! Telephone numbers have their own module ([`numbers`]), and so have the ways in which names and addresses are written
//! ([`spellings`]), and what programs wrap up ([`escapes`]). Leaves to others: which values, in which texts, and what becomes of what is found ([`crate::sweep`],
//! [`crate::redact`], [`crate::export`]).

use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

pub(crate) mod escapes;
pub(crate) mod numbers;
pub(crate) mod spellings;

/// A text in the form in which it is compared. Nearly every text of ASCII has that form and is not copied: its capitals stay, and
/// whoever looks makes no difference between them and small letters; all others are small.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if has_form(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    fold(text, |sign, _| put(&mut out, sign));
    Cow::Owned(out)
}

/// The same in small letters alone.
pub(crate) fn small(text: &str) -> String {
    let mut small = folded(text).into_owned();
    small.make_ascii_lowercase();
    small
}

/// A text in its form, in small letters, and where each part of that stood.
pub(crate) struct Placed {
    /// The form.
    pub(crate) text: String,
    /// Where each sign of the form begins, and from where to where the text has it; `None` if both are the same.
    signs: Option<Vec<(usize, Range<usize>)>>,
}

impl Placed {
    pub(crate) fn of(text: &str) -> Self {
        if has_form(text) {
            return Self { text: text.to_ascii_lowercase(), signs: None };
        }
        let (mut out, mut signs) =
            (String::with_capacity(text.len()), Vec::<(_, Range<usize>)>::new());
        fold(text, |sign, from| {
            let begin = out.len();
            put(&mut out, sign);
            match signs.last_mut() {
                // Of several blanks one counts.
                Some((_, last)) if out.len() == begin => last.end = from.end,
                _ => signs.push((begin, from)),
            }
        });
        Self { text: out, signs: Some(signs) }
    }

    /// Where in the text something stands that stands here in its form.
    pub(crate) fn place(&self, here: &Range<usize>) -> Range<usize> {
        let Some(signs) = &self.signs else { return here.clone() };
        let at = |byte: usize| {
            let after = signs.partition_point(|(begin, _)| *begin <= byte);
            after.checked_sub(1).and_then(|at| signs.get(at)).map(|(_, from)| from.clone())
        };
        let last = here.end.checked_sub(1).filter(|last| *last >= here.start);
        match (at(here.start), last.and_then(at)) {
            (Some(first), Some(last)) => first.start..last.end,
            (Some(first), None) => first.start..first.start,
            _ => 0..0,
        }
    }
}

/// Whether a text has the form already, but for capitals.
fn has_form(text: &str) -> bool {
    let odd = |byte: &u8| !matches!(byte, b' '..=b'~') || *byte == b'`';
    !text.as_bytes().iter().any(odd) && !text.as_bytes().windows(2).any(|two| two == b"  ")
}

fn put(out: &mut String, sign: char) {
    if sign != ' ' || !out.ends_with(' ') {
        out.push(sign);
    }
}

/// Gives each sign of the form, and from where to where the text has it.
fn fold(text: &str, mut sink: impl FnMut(char, Range<usize>)) {
    let mut signs = text.char_indices().peekable();
    while let Some((begin, sign)) = signs.next() {
        if sign.is_ascii() && signs.peek().is_none_or(|(_, next)| next.is_ascii()) {
            same(sign, &mut |sign| sink(sign, begin..begin + 1));
            continue;
        }
        let end = end_of_letter(&mut signs).unwrap_or(text.len());
        let letter = text.get(begin..end).unwrap_or_default();
        let mut each = |sign| same(sign, &mut |sign| sink(sign, begin..end));
        match is_nfc_quick(letter.chars()) {
            IsNormalized::Yes => letter.chars().for_each(&mut each),
            _ => letter.nfc().for_each(&mut each),
        }
    }
}

/// Behind what belongs to the sign before: accents, and what else becomes one with it.
fn end_of_letter(signs: &mut Peekable<CharIndices<'_>>) -> Option<usize> {
    let joins = |sign: char| {
        !sign.is_ascii()
            && (canonical_combining_class(sign) != 0
                || is_nfc_quick(std::iter::once(sign)) == IsNormalized::Maybe)
    };
    while signs.next_if(|(_, sign)| joins(*sign)).is_some() {}
    signs.peek().map(|(at, _)| *at)
}

/// What a sign counts as; nothing, if it cannot be seen.
fn same(sign: char, sink: &mut impl FnMut(char)) {
    match sign {
        ' '..='@' | '['..='_' | 'a'..='~' => sink(sign),
        'A'..='Z' => sink(sign.to_ascii_lowercase()),
        '`' | '´' | 'ʹ' | 'ʼ' | 'ʻ' | '‘' | '’' | '‛' | '′' | '＇' => sink('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{30a0}' => sink('-'),
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => {}
        // Whole width, as East Asian keyboards write them.
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign);
            sink(narrow.to_ascii_lowercase());
        }
        '\u{660}'..='\u{669}' => sink(digit(sign, 0x660)),
        '\u{6f0}'..='\u{6f9}' => sink(digit(sign, 0x6f0)),
        // The last of a Greek word has a form of its own, but not among capitals; nor has this letter a capital everywhere.
        'ς' => sink('σ'),
        'ß' | 'ẞ' => {
            sink('s');
            sink('s');
        }
        sign if sign.is_whitespace() => sink(' '),
        sign => sign.to_lowercase().for_each(sink),
    }
}

fn digit(sign: char, zero: u32) -> char {
    char::from_digit(u32::from(sign).wrapping_sub(zero), 10).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_gone() {
        for (text, form) in [
            ("Sinead O’Brien", "sinead o'brien"),
            ("O`Brien O´Brien OʼBrien", "o'brien o'brien o'brien"),
            ("Müller\u{2011}Lüdenscheidt", "müller-lüdenscheidt"),
            ("Nova\u{301}kova\u{301}", "nováková"),
            ("Josefina\u{202f}Núñez", "josefina núñez"),
            ("a\u{2009}\u{a0}\t\r\n b", "a b"),
            ("Jose\u{ad}fina \u{202a}+49\u{202c}", "josefina +49"),
            ("４９３０ ٤٩٣٠ ۴", "4930 4930 4"),
            ("ΝΙΚΟΣ Νικος", "νικοσ νικοσ"),
            ("WEISS Weiß", "weiss weiss"),
            ("한\u{1100}\u{1161}", "한가"),
            ("", ""),
        ] {
            assert_eq!(small(text), form, "{text}");
            assert_eq!(Placed::of(text).text, form, "{text}");
        }
        assert!(matches!(folded("Anna Muster, 030/23125-123"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_found_in_the_form_has_its_place_in_the_text() {
        for (text, found, stood) in [
            ("an Nova\u{301}kova\u{301}!", "nováková", "Nova\u{301}kova\u{301}"),
            ("x  \u{a0} Anna\n Muster.", "anna muster", "Anna\n Muster"),
            ("İİ Anna", "anna", "Anna"),
            ("İİ Jose\u{ad}fina", "josefina", "Jose\u{ad}fina"),
            ("Weiß!", "weiss", "Weiß"),
            ("x\u{a0} y", " ", "\u{a0} "),
        ] {
            let placed = Placed::of(text);
            let at = placed.text.find(found).unwrap();
            assert_eq!(&text[placed.place(&(at..at + found.len()))], stood);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_place_is_one_of_the_text(text in "\\PC{0,12}|[aAäẞİ\u{301}\u{ad}\u{a0} \u{1100}\u{1161}’]{0,12}") {
            let placed = Placed::of(&text);
            proptest::prop_assert_eq!(&placed.text, &small(&text));
            let mut end = 0;
            for (at, sign) in placed.text.char_indices() {
                let place = placed.place(&(at..at + sign.len_utf8()));
                proptest::prop_assert!(text.get(place.clone()).is_some_and(|part| !part.is_empty()));
                proptest::prop_assert!(place.end >= end);
                end = place.end;
            }
            // Folding again changes nothing, and accents may come in any form.
            proptest::prop_assert_eq!(small(&text.nfd().collect::<String>()), small(&text));
        }
    }
}

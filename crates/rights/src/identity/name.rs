//! Names of people, compared as people compare them: without capitals, accents and order of writing.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A name in the order first, last.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name {
    written: String,
    plain: String,
    /// With `ae` for `ä`, as Germans and Scandinavians write where the letter is missing.
    spelled_out: String,
}

impl Name {
    pub(super) fn read(text: &str) -> Option<Self> {
        let written = match text.split_once(',') {
            Some((last, first)) if !first.contains(',') => {
                format!("{} {}", first.trim(), last.trim())
            }
            _ => text.replace(',', " "),
        };
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let spelled_out = plain(&spell_out(&written));
        let name = Self { plain: plain(&written), spelled_out, written };
        name.plain.contains(char::is_alphabetic).then_some(name)
    }

    /// As it was given, in the order first, last.
    #[must_use]
    pub fn written(&self) -> String {
        self.written.clone()
    }
    /// Small letters without accents, words separated by one blank.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.plain
    }
    /// The same, with the letters that are written where `ä`, `ö`, `ü`, `å` and `ø` are missing.
    #[must_use]
    pub fn spelled_out(&self) -> &str {
        &self.spelled_out
    }
    /// Whether both are spellings of one name.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.plain == other.plain
            || self.spelled_out == other.plain
            || self.plain == other.spelled_out
    }
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Name(…)")
    }
}

/// Without a difference between capitals and small letters. Over the capitals, because some letters have two of one
/// (`ß`, `ſ`, final `ς`).
pub(super) fn fold(text: &str) -> String {
    text.nfkc().collect::<String>().to_uppercase().to_lowercase().nfkc().collect()
}

fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in fold(text).nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ı' => plain.push('i'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            '\'' | '’' | 'ʼ' | '`' => {}
            c if c.is_alphanumeric() => plain.push(if c == 'ς' { 'σ' } else { c }),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.trim_end().to_owned()
}

fn spell_out(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().nfc() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            c => out.push(c),
        }
    }
    out
}

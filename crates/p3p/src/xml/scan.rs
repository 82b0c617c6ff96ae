//! The small grammars inside markup: characters, names, attributes, references (XML 1.0 §2.2, §2.3, §3.1, §4.1).

use std::ops::Range;

/// Whether XML 1.0 allows the character at all (§2.2).
pub(super) const fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// White space (§2.3).
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

const fn starts_name(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '_' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

const fn continues_name(c: char) -> bool {
    starts_name(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// Whether it is a name without colon (Namespaces §3, `NCName`).
pub(super) fn is_local(name: &str) -> bool {
    name.starts_with(starts_name) && name.chars().all(continues_name)
}

/// The nearest name to what is none: without the characters that no name has.
pub(super) fn cleaned(written: &str) -> String {
    let kept: String = written.chars().filter(|c| continues_name(*c)).collect();
    if is_local(&kept) { kept } else { format!("_{kept}") }
}

/// Prefix and local part of a qualified name; `None` if it is none.
pub(super) fn split(name: &str) -> Option<(Option<&str>, &str)> {
    match name.split_once(':') {
        None => is_local(name).then_some((None, name)),
        Some((prefix, local)) => {
            (is_local(prefix) && is_local(local)).then_some((Some(prefix), local))
        }
    }
}

/// An attribute as it stands, places relative to the scanned text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raw<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    pub(super) start: usize,
    pub(super) value_start: usize,
}

/// A mistake: what is wrong, and where, relative to the scanned text.
pub(super) type Mistake = (String, Range<usize>);

/// The attributes that follow an element's name: each, or the mistake at which reading ends.
pub(super) struct Attributes<'a> {
    text: &'a str,
    at: usize,
    ended: bool,
}

impl<'a> Attributes<'a> {
    /// Of this text, from an offset on.
    pub(super) const fn new(text: &'a str, from: usize) -> Self {
        Self { text, at: from, ended: false }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
    fn skip_space(&mut self) -> bool {
        let before = self.at;
        self.at = self.text.len() - self.rest().trim_start_matches(is_space).len();
        self.at > before
    }
    fn fail(
        &mut self,
        message: impl Into<String>,
        place: Range<usize>,
    ) -> Option<Result<Raw<'a>, Mistake>> {
        self.ended = true;
        Some(Err((message.into(), place)))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Raw<'a>, Mistake>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let spaced = self.skip_space();
        let (start, rest) = (self.at, self.rest());
        if rest.is_empty() {
            return None;
        }
        if !spaced {
            return self.fail("a space is missing before an attribute", start..start + 1);
        }
        let len = rest.find(|c| is_space(c) || c == '=').unwrap_or(rest.len());
        let name = rest.get(..len).unwrap_or_default();
        self.at = start + len;
        self.skip_space();
        if !self.rest().starts_with('=') {
            return self.fail(format!("the attribute `{name}` has no value"), start..start + len);
        }
        self.at += 1;
        self.skip_space();
        let Some(quote) = self.rest().chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            return self
                .fail(format!("the value of `{name}` is not in quotes"), start..start + len);
        };
        let value_start = self.at + 1;
        let body = self.text.get(value_start..).unwrap_or_default();
        let Some(value) = body.find(quote).and_then(|end| body.get(..end)) else {
            return self.fail(format!("the value of `{name}` is not closed"), start..start + len);
        };
        self.at = value_start + value.len() + 1;
        if let Some(at) = value.find('<') {
            let at = value_start + at;
            return self.fail(format!("`<` in the value of `{name}`: write `&lt;`"), at..at + 1);
        }
        Some(Ok(Raw { name, value, start, value_start }))
    }
}

/// What a reference stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// A character.
    Char(char),
    /// An entity that the document would have to define.
    Entity,
    /// Nothing XML knows.
    Wrong,
}

/// What `&name;` stands for (§4.1, §4.6).
pub(super) fn reference(name: &str) -> Reference {
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    match (known, name.strip_prefix('#')) {
        (Some(c), _) => Reference::Char(c),
        (None, Some(number)) => number_reference(number).map_or(Reference::Wrong, Reference::Char),
        (None, None) if is_local(name) => Reference::Entity,
        (None, None) => Reference::Wrong,
    }
}

fn number_reference(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| plain)?;
    char::from_u32(code).filter(|c| is_char(*c))
}

/// An attribute's value with references resolved and white space normalised (§3.3.3); every reference that cannot be
/// resolved is handed to `wrong` with its place in the raw value.
pub(super) fn value(raw: &str, mut wrong: impl FnMut(Reference, &str, Range<usize>)) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        let (before, special) = rest.split_at(at);
        out.push_str(before);
        if let Some(body) = special.strip_prefix('&') {
            let start = raw.len() - special.len();
            let name = until_semicolon(body);
            match name.map(|n| (reference(n), n)) {
                Some((Reference::Char(c), _)) => out.push(c),
                Some((other, n)) => wrong(other, n, start..start + n.len() + 2),
                None => wrong(Reference::Wrong, "", start..start + 1),
            }
            rest = name.map_or(body, |n| body.get(n.len() + 1..).unwrap_or_default());
        } else {
            out.push(' ');
            let end = special.strip_prefix("\r\n").or_else(|| special.get(1..));
            rest = end.unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// What stands before the semicolon; `None` if none is near: no reference is that long.
fn until_semicolon(body: &str) -> Option<&str> {
    let (end, _) = body.char_indices().take(64).find(|(_, c)| *c == ';')?;
    body.get(..end)
}

/// A text with line ends as XML has them (§2.11).
pub(super) fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

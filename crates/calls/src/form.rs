//! How a text is spelt in a source: escapes of JSON, CSV, URLs, cues.
//!
//! Every form is a sequence of [`Unit`]s, each a piece of the source that means one character or none (markup). Reading,
//! finding places and changing a part of a text all follow from that; what is not changed keeps its bytes.

use std::borrow::Cow;
use std::ops::Range;

use data_encoding::BASE64URL_NOPAD;

/// How a text is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As it is, on one line.
    Line,
    /// Inside the quotes of a JSON string.
    Json,
    /// A JSON number; changed, it becomes a string.
    Number,
    /// URL-encoded inside the quotes of a JSON string.
    Percent,
    /// Inside the quotes of a CSV field: a quote is doubled.
    Quoted,
    /// A CSV field without quotes.
    Bare,
    /// The text of a WebVTT cue: tags, and character references.
    Cue,
    /// The annotation of a WebVTT tag: character references.
    Annotation,
    /// The text of an SRT cue: a few HTML tags.
    Srt,
}

/// A piece of the source and the character it means; markup means none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    len: usize,
    means: Option<char>,
}

/// A part of a text and what stands there instead.
pub(crate) type Change<'a> = (Range<usize>, &'a str);

impl Form {
    /// The text that a piece of the source means.
    pub(crate) fn decode(self, raw: &str) -> Cow<'_, str> {
        if self.is_plain(raw) {
            return Cow::Borrowed(raw);
        }
        Cow::Owned(self.units(raw).filter_map(|(_, unit)| unit.means).collect())
    }

    /// The source for a new text in this form (without quotes).
    pub(crate) fn encode(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Bare => Cow::Borrowed(text),
            Self::Line | Self::Srt => one_line(text),
            Self::Json | Self::Number => Cow::Owned(json(text)),
            Self::Percent => Cow::Owned(percent(text)),
            Self::Quoted => Cow::Owned(text.replace('"', "\"\"")),
            Self::Cue | Self::Annotation => {
                Cow::Owned(references(&text.replace(['\n', '\r'], " ")))
            }
        }
    }

    /// The source with parts of its text changed. Changes are in order and do not overlap. Markup stays.
    pub(crate) fn splice(self, raw: &str, changes: &[Change<'_>]) -> String {
        let mut out = String::with_capacity(raw.len());
        let (mut changes, mut at) = (changes.iter().peekable(), 0);
        for (start, unit) in self.units(raw) {
            let piece = raw.get(start..start + unit.len).unwrap_or_default();
            let Some(c) = unit.means else {
                out.push_str(piece);
                continue;
            };
            while changes.next_if(|(range, _)| range.end <= at).is_some() {}
            match changes.peek() {
                Some((range, with)) if range.start <= at => {
                    if range.start == at {
                        out.push_str(&self.encode(with));
                    }
                }
                _ => out.push_str(piece),
            }
            at += c.len_utf8();
        }
        self.finish(raw, out)
    }

    /// Where a part of the text stands in the source.
    pub(crate) fn raw_range(self, raw: &str, part: &Range<usize>) -> Range<usize> {
        self.raw_ranges(raw, std::slice::from_ref(part)).pop().unwrap_or_default()
    }

    /// Where parts of the text stand in the source; the parts are in order.
    pub(crate) fn raw_ranges(self, raw: &str, parts: &[Range<usize>]) -> Vec<Range<usize>> {
        if self.is_plain(raw) {
            return parts.to_vec();
        }
        let mut found = vec![None::<Range<usize>>; parts.len()];
        let (mut at, mut current) = (0, 0);
        for (start, unit) in self.units(raw) {
            let Some(c) = unit.means else { continue };
            while parts.get(current).is_some_and(|p| p.end <= at) {
                current += 1;
            }
            if parts.get(current).is_some_and(|p| p.contains(&at))
                && let Some(place) = found.get_mut(current)
            {
                place.get_or_insert(start..start).end = start + unit.len;
            }
            at += c.len_utf8();
        }
        found.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// What the whole needs so that it still is what it was: quotes, no empty line inside a cue.
    fn finish(self, old: &str, new: String) -> String {
        match self {
            Self::Bare if new.contains([',', '"', '\r', '\n']) => {
                format!("\"{}\"", new.replace('"', "\"\""))
            }
            Self::Number => format!("\"{new}\""),
            Self::Cue | Self::Srt if !has_empty_line(old) => {
                let kept = new.split_inclusive('\n').filter(|l| !l.trim().is_empty());
                let kept = kept.collect::<String>();
                if old.ends_with('\n') {
                    kept
                } else {
                    kept.trim_end_matches(['\r', '\n']).to_owned()
                }
            }
            _ => new,
        }
    }

    fn is_plain(self, raw: &str) -> bool {
        match self {
            Self::Line | Self::Number | Self::Bare => true,
            Self::Json => !raw.contains('\\'),
            Self::Percent => !raw.contains(['\\', '%']),
            Self::Quoted => !raw.contains('"'),
            Self::Cue => !raw.contains(['<', '&', '\r']),
            Self::Annotation => !raw.contains('&'),
            Self::Srt => !raw.contains(['<', '\r']),
        }
    }

    fn units(self, raw: &str) -> impl Iterator<Item = (usize, Unit)> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            let rest = raw.get(at..).filter(|r| !r.is_empty())?;
            let (start, unit) = (at, self.unit(rest));
            at += unit.len;
            Some((start, unit))
        })
    }

    fn unit(self, rest: &str) -> Unit {
        let special = match self {
            Self::Line | Self::Number | Self::Bare => None,
            Self::Json => json_escape(rest),
            Self::Percent => percent_escape(rest).or_else(|| json_escape(rest)),
            Self::Quoted => rest.starts_with("\"\"").then_some(Unit { len: 2, means: Some('"') }),
            Self::Cue => {
                tag(rest, &CUE_TAGS).or_else(|| reference(rest)).or_else(|| line_end(rest))
            }
            Self::Annotation => reference(rest),
            Self::Srt => tag(rest, &SRT_TAGS).or_else(|| line_end(rest)),
        };
        special.unwrap_or_else(|| {
            let c = rest.chars().next().unwrap_or_default();
            Unit { len: c.len_utf8(), means: Some(c) }
        })
    }
}

/// Tags of a cue: W3C WebVTT (Candidate Recommendation of 4 April 2019), section 4.2.2.
const CUE_TAGS: [&str; 8] = ["c", "i", "b", "u", "v", "lang", "ruby", "rt"];
/// Tags that players of SRT know.
const SRT_TAGS: [&str; 4] = ["i", "b", "u", "font"];
/// Named character references: those of section 4.2.2, and letters that subtitles in our languages spell so.
const REFERENCES: [(&str, char); 20] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("quot", '"'),
    ("apos", '\''),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("ntilde", 'ñ'),
];

/// A known tag or a timestamp tag. Anything else in angle brackets is text: it may be an address.
fn tag(rest: &str, known: &[&str]) -> Option<Unit> {
    let inside = rest.strip_prefix('<')?;
    // A tag does not contain another: so a text full of `<` is looked at once.
    let len = inside.bytes().position(|b| matches!(b, b'>' | b'<'))?;
    let inside = inside.get(..len).filter(|_| rest.as_bytes().get(len + 1) == Some(&b'>'))?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let name = name.split(['.', ' ', '\t', '\n']).next().unwrap_or_default();
    let is_time = crate::transcript::time(inside).is_some();
    (known.contains(&name) || is_time || inside == "/")
        .then_some(Unit { len: len + 2, means: None })
}

fn reference(rest: &str) -> Option<Unit> {
    let inside = rest.strip_prefix('&')?;
    let len = inside.bytes().take(10).position(|b| b == b';')?;
    let name = inside.get(..len)?;
    let means = match name.strip_prefix('#') {
        Some(code) => numbered(code)?,
        None => REFERENCES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some(Unit { len: len + 2, means: Some(means) })
}

/// The character of `39` or `x27`.
fn numbered(code: &str) -> Option<char> {
    let code = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => code.parse(),
    };
    code.ok().and_then(char::from_u32).filter(|c| !c.is_control())
}

fn line_end(rest: &str) -> Option<Unit> {
    let len = if rest.starts_with("\r\n") { 2 } else { 1 };
    rest.starts_with('\r').then_some(Unit { len, means: Some('\n') })
}

/// RFC 8259, section 7. Half a surrogate pair means U+FFFD.
fn json_escape(rest: &str) -> Option<Unit> {
    let after = rest.strip_prefix('\\')?;
    let simple = |c| Some(Unit { len: 2, means: Some(c) });
    match after.chars().next()? {
        'n' => simple('\n'),
        't' => simple('\t'),
        'r' => simple('\r'),
        'b' => simple('\u{8}'),
        'f' => simple('\u{c}'),
        'u' => Some(json_code(rest)),
        c => Some(Unit { len: 1 + c.len_utf8(), means: Some(c) }),
    }
}

fn json_code(rest: &str) -> Unit {
    let code = |at: usize| {
        let digits = rest.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let lost = Unit { len: rest.len().min(6), means: Some(char::REPLACEMENT_CHARACTER) };
    match (code(0), code(6)) {
        (Some(high @ 0xd800..0xdc00), Some(low @ 0xdc00..0xe000)) => {
            let c = char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            Unit { len: 12, means: c.or(lost.means) }
        }
        (Some(one), _) => Unit { len: 6, means: char::from_u32(one).or(lost.means) },
        (None, _) => Unit { len: 1, means: Some('\\') },
    }
}

/// One character in the URL encoding of RFC 3986, section 2.1, as UTF-8.
fn percent_escape(rest: &str) -> Option<Unit> {
    let byte = |at: usize| {
        let digits = rest.get(at..)?.strip_prefix('%')?.get(..2)?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(())?;
        u8::from_str_radix(digits, 16).ok()
    };
    let first = byte(0)?;
    let count = match first {
        0..0x80 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    };
    let bytes = (0..count).map_while(|i| byte(i * 3)).collect::<Vec<_>>();
    let c = std::str::from_utf8(&bytes).ok().filter(|_| bytes.len() == count);
    let c = c.and_then(|s| s.chars().next())?;
    Some(Unit { len: count * 3, means: Some(c) })
}

fn has_empty_line(raw: &str) -> bool {
    raw.lines().any(|l| l.trim().is_empty())
}

/// Line ends become spaces, and no arrow comes in that would start a cue.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) && !text.contains("-->") {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(['\n', '\r'], " ").replace("-->", "->"))
}

fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
}

/// FreeSWITCH encodes what is not printable ASCII, and these.
const UNSAFE: &str = "\r\n \"#%&+:;<=>?@[\\]^`{|}";

/// Whether a value could have been written by FreeSWITCH's URL encoding.
pub(crate) fn is_percent_encoded(raw: &str) -> bool {
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        match percent_escape(rest) {
            Some(unit) => rest = rest.get(unit.len..).unwrap_or_default(),
            None if c.is_ascii_graphic() && !UNSAFE.contains(c) => {
                rest = rest.get(1..).unwrap_or_default()
            }
            None => return false,
        }
    }
    true
}

fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_graphic() && !UNSAFE.contains(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn references(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The bytes of a base64url text (RFC 7515, section 2: no padding; with padding is read too).
pub(crate) fn base64url(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes()).ok()
}

/// Bytes as base64url without padding.
pub(crate) fn to_base64url(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Form; 9] = [
        Form::Line,
        Form::Json,
        Form::Number,
        Form::Percent,
        Form::Quoted,
        Form::Bare,
        Form::Cue,
        Form::Annotation,
        Form::Srt,
    ];

    #[test]
    fn what_is_spelt_is_read() {
        let cases = [
            (Form::Json, r#"a\u00fc\n\"\ud83d\ude00\/"#, "aü\n\"😀/"),
            (Form::Json, r"half \ud83d pair", "half \u{fffd} pair"),
            (Form::Percent, "J%C3%BCrgen%20%22x%22%2", "Jürgen \"x\"%2"),
            (Form::Percent, "%ff%zz", "%ff%zz"),
            (Form::Quoted, "\"\"Anna\"\" <1>", "\"Anna\" <1>"),
            (Form::Cue, "<v.loud Anna>A &amp; <b>B</b></v> <00:00:01.000>&lt;c", "A & B <c"),
            (Form::Cue, "mail <anna@example.org> now", "mail <anna@example.org> now"),
            (Form::Cue, "a < b\r\nc &unknown;", "a < b\nc &unknown;"),
            (Form::Cue, "M&uuml;ller&#39;s &#x1F600; &#10; &#+5;", "Müller's 😀 &#10; &#+5;"),
            (Form::Srt, "<i>Hi</i> <font color=\"red\">you</font> &amp;", "Hi you &amp;"),
        ];
        for (form, raw, text) in cases {
            assert_eq!(form.decode(raw), text, "{form:?} {raw}");
        }
    }

    #[test]
    fn changes_keep_markup_and_other_bytes() {
        let cases = [
            (Form::Cue, "<b>An</b>na &amp; Bob", 0..4, "[N]", "<b>[N]</b> &amp; Bob"),
            (Form::Cue, "Anna\nist da", 0..4, "", "ist da"),
            (Form::Srt, "ja\nAnna", 3..7, "", "ja"),
            (Form::Srt, "Anna\r\nda", 0..4, "a\nb", "a b\r\nda"),
            (Form::Json, r"\u0041nna \n", 0..4, "\"x\"", r#"\"x\" \n"#),
            (Form::Percent, "J%C3%BC%20x", 0..3, "ö", "%C3%B6%20x"),
            (Form::Bare, "100", 0..3, "a,b", "\"a,b\""),
            (Form::Number, "4930123", 0..7, "*", "\"*\""),
        ];
        for (form, raw, range, with, new) in cases {
            assert_eq!(form.splice(raw, &[(range, with)]), new, "{form:?} {raw}");
        }
    }

    proptest! {
        #[test]
        fn encoding_is_inverted(text in "\\PC{0,30}", line in any::<bool>()) {
            let text = if line { text } else { format!("{text}\n\"%,<&") };
            for form in ALL {
                // One-line forms make spaces of line ends; text that reads as a tag of SRT has no escape there.
                let one_line = matches!(form, Form::Line | Form::Cue | Form::Annotation | Form::Srt);
                let want = if one_line { text.replace('\n', " ") } else { text.clone() };
                if form == Form::Srt && want.contains('<') { continue }
                if form == Form::Number { continue }
                let encoded = form.encode(&text);
                prop_assert_eq!(form.decode(&encoded), want.as_str(), "{:?}", form);
            }
        }

        #[test]
        fn places_and_changes_agree(raw in "([a-zü<>&\"%]|\\\\u00fc|&amp;|%C3%BC|<b>|\"\"){0,20}", a in 0usize..20, b in 0usize..20) {
            for form in ALL {
                let text = form.decode(&raw).into_owned();
                let (a, b) = (a.min(b), a.max(b).min(text.len()));
                if a >= b || !text.is_char_boundary(a) || !text.is_char_boundary(b) { continue }
                let place = form.raw_range(&raw, &(a..b));
                prop_assert_eq!(form.decode(&raw[place]), &text[a..b]);
            }
        }

        #[test]
        fn percent_encoding_is_recognized(text in "\\PC{0,30}") {
            prop_assert!(is_percent_encoded(&Form::Percent.encode(&text)));
        }
    }
}

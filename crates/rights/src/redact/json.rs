//! People taken out of JSON that stays (RFC 8259).
//!
//! Owns: looking at texts, names of members and numbers one by one, so that neither an escape hides a name nor a number without
//! quotes breaks what reads it; every other byte stays as it is: names that stand twice, spaces, numbers of any length. Bodies of
//! conversations are looked at as what they encode (vCon, section 2.3.2: `base64url`), and of a party that an address or number
//! shows to be theirs, the other addresses and names go too. Leaves to others: what goes from a text: by erasures ([`super`]), and
//! from copies, out of which others are taken (`crate::export`).
//!
//! Nothing is nested in the program where the text is: how deep it goes does not matter.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use data_encoding::BASE64URL_NOPAD;
use serde::de::IgnoredAny;

use super::MARK;
use crate::compared::escapes::decoded;

/// By what a party of a conversation is reached: who has one of them has the others (vCon, section 4.2).
const REACHED_BY: [&str; 4] = ["tel", "sip", "mailto", "did"];
/// What else tells who a party is.
const TOLD_BY: [&str; 4] = ["name", "stir", "gmlpos", "uuid"];

/// What takes people out of a text, and what tells whether a text is theirs.
pub(crate) struct Taking<'a> {
    pub(crate) redact: &'a dyn Fn(Part<'_>, &str) -> String,
    /// The same of what is no JSON itself.
    pub(crate) plain: &'a dyn Fn(&str) -> String,
    pub(crate) is_theirs: &'a dyn Fn(&str) -> bool,
    /// Whether a number without quotes is theirs.
    pub(crate) is_number: &'a dyn Fn(Part<'_>, &str) -> bool,
}

/// What a text or number of JSON is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// The name of a member.
    Name,
    /// A value, or one in a list, of the member of this name.
    Value(Option<&'a str>),
}

/// A part of JSON in which something may stand.
struct Token {
    place: Range<usize>,
    is: Is,
    /// The object of which it is a name or a value, by its number.
    of: Option<usize>,
    /// The name of the member in which it is a value, by its place among the tokens.
    under: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    /// The name of a member of an object.
    Name,
    Text,
    Number,
}

/// JSON without people; `None` if it is no JSON object, array or text.
pub(crate) fn without(json: &str, taking: &Taking<'_>) -> Option<String> {
    if !json.trim_start().starts_with(['{', '[', '"']) {
        return None;
    }
    serde_json::from_str::<IgnoredAny>(json).ok()?;
    let tokens = tokens(json);
    let theirs = parties(json, &tokens, taking);
    let is_encoded = json.contains("\"base64url\"");
    let mut changed = Vec::new();
    // Names that stay: another must not become one of them.
    let mut names: HashMap<usize, HashSet<String>> = HashMap::new();
    for (at, token) in tokens.iter().enumerate() {
        let raw = json.get(token.place.clone())?;
        let name = token.under.and_then(|name| text_of(json, tokens.get(name)?));
        let part = match token.is {
            Is::Name => Part::Name,
            Is::Text | Is::Number => Part::Value(name.as_deref()),
        };
        let new = match token.is {
            _ if theirs.contains(&at) => Some(MARK.to_owned()),
            Is::Number => (taking.is_number)(part, raw).then(|| MARK.to_owned()),
            Is::Name | Is::Text => {
                let before: String = serde_json::from_str(raw).ok()?;
                let mut after = (taking.redact)(part, &before);
                if is_encoded && after == before && token.is == Is::Text {
                    after = encoded(part, &before, taking).unwrap_or(after);
                }
                let is_new = after != before;
                if let (Is::Name, Some(object), false) = (token.is, token.of, is_new) {
                    names.entry(object).or_default().insert(before);
                }
                is_new.then_some(after)
            }
        };
        changed.extend(new.map(|new| (token, new)));
    }
    let (mut out, mut at) = (String::with_capacity(json.len()), 0);
    for (token, mut new) in changed {
        let place = token.place.clone();
        if let (Is::Name, Some(object)) = (token.is, token.of) {
            let names = names.entry(object).or_default();
            while !names.insert(new.clone()) {
                new.push('…');
            }
        }
        out.push_str(json.get(at..place.start)?);
        out.push_str(&written(json.get(place.clone())?, &new, taking));
        at = place.end;
    }
    out.push_str(json.get(at..)?);
    Some(out)
}

/// The texts that tell of a party which is theirs, by their places among the tokens: also an address that nobody knew to be.
fn parties(json: &str, tokens: &[Token], taking: &Taking<'_>) -> HashSet<usize> {
    if !REACHED_BY.iter().any(|name| json.contains(name)) {
        return HashSet::new();
    }
    let text = |token: &Token| text_of(json, token);
    let (mut members, mut theirs) = (Vec::new(), HashSet::new());
    for (at, pair) in (1..).zip(tokens.windows(2)) {
        let [name, value] = pair else { continue };
        let belongs = name.is == Is::Name && value.is != Is::Name && name.of == value.of;
        let Some((object, name)) = name.of.filter(|_| belongs).zip(text(name)) else { continue };
        // Elsewhere that is the number that was dialled.
        if name == "did" && !text(value).is_some_and(|value| value.starts_with("did:")) {
            continue;
        }
        let reaches = REACHED_BY.contains(&name.as_str());
        if reaches || TOLD_BY.contains(&name.as_str()) {
            members.push((at, object));
        }
        if reaches && text(value).is_some_and(|value| (taking.is_theirs)(&value)) {
            theirs.insert(object);
        }
    }
    let of_theirs = members.into_iter().filter(|(_, object)| theirs.contains(object));
    of_theirs.map(|(at, _)| at).collect()
}

/// The text or name that a token is.
fn text_of(json: &str, token: &Token) -> Option<String> {
    serde_json::from_str(json.get(token.place.clone())?).ok()
}

/// What encodes a text, without people; `None` if it encodes none, or one that tells of nobody.
fn encoded(part: Part<'_>, before: &str, taking: &Taking<'_>) -> Option<String> {
    let text = decoded(before)?;
    let new = (taking.redact)(part, &text);
    (new != text).then(|| BASE64URL_NOPAD.encode(new.as_bytes()))
}

/// A text as JSON writes it: what can be done without writing it anew keeps every other byte.
fn written(before: &str, new: &str, taking: &Taking<'_>) -> String {
    let plain = (taking.plain)(before);
    match serde_json::from_str::<String>(&plain) {
        Ok(same) if same == new => plain,
        _ => serde_json::Value::from(new).to_string(),
    }
}

/// A telephone number without quotes has lost its plus; it may have been written as a fraction.
pub(crate) fn is_number_of(raw: &str, is_theirs: &dyn Fn(&str) -> bool) -> bool {
    let whole = raw.parse::<f64>().ok().filter(|n| n.fract() == 0.0 && n.abs() < 9e15);
    let whole = whole.filter(|_| raw.contains(['.', 'e', 'E'])).map(|n| n.to_string());
    let mut forms = std::iter::once(raw.to_owned()).chain(whole);
    forms.any(|form| is_theirs(&form) || is_theirs(&format!("+{form}")))
}

/// The texts, names and numbers of what is JSON, in order.
fn tokens(json: &str) -> Vec<Token> {
    let (bytes, mut at, mut tokens) = (json.as_bytes(), 0, Vec::new());
    // The objects around, where `None` stands for a list, and the name of the member in each.
    let (mut around, mut objects, mut is_name) =
        (Vec::<(Option<usize>, Option<usize>)>::new(), 0, false);
    while let Some(byte) = bytes.get(at) {
        let begin = at;
        at += 1;
        let (of, under) = around.last().copied().unwrap_or_default();
        match byte {
            b'{' => {
                around.push((Some(objects), None));
                (objects, is_name) = (objects + 1, true);
            }
            b'[' => around.push((None, under)),
            b'}' | b']' => drop(around.pop()),
            b',' => is_name = of.is_some(),
            b':' => is_name = false,
            b'"' => {
                at = end_of_text(bytes, at);
                let is = if is_name && of.is_some() { Is::Name } else { Is::Text };
                if let (Is::Name, Some((_, name))) = (is, around.last_mut()) {
                    *name = Some(tokens.len());
                }
                tokens.push(Token { place: begin..at, is, of, under });
            }
            b'-' | b'0'..=b'9' => {
                let digit = |b: &u8| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
                at += bytes.get(at..).unwrap_or_default().iter().take_while(|b| digit(b)).count();
                tokens.push(Token { place: begin..at, is: Is::Number, of, under });
            }
            _ => {}
        }
    }
    tokens
}

/// Behind the quote that ends a text.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::super::{Texts, text};
    use serde_json::Value as Json;

    fn out(json: &str) -> String {
        let people = ["Anna Muster", "anna@example.org", "+49 30 23125 123"].map(str::to_owned);
        text(&Texts::default(), json, &people, false)
    }

    #[test]
    fn json_stays_json() {
        for (before, after) in [
            // Every other byte stays.
            ("{ \"who\": \"Anna Muster\",\n\"n\":1.10 }", "{ \"who\": \"[…]\",\n\"n\":1.10 }"),
            // A number without quotes, an escape, a name of a member.
            ("{\"tel\": 493023125123}", "{\"tel\": \"[…]\"}"),
            ("{\"tel\": 4.93023125123e11}", "{\"tel\": \"[…]\"}"),
            ("[\"\\u0041nna \\u004duster\"]", "[\"[…]\"]"),
            ("{\"anna@example.org\":{\"n\":7}}", "{\"[…]\":{\"n\":7}}"),
            ("{\"n\": 30, \"who\": null}", "{\"n\": 30, \"who\": null}"),
            // A name that stands twice, a number that no program holds, signs that are written otherwise.
            (
                "{\"who\":\"Anna Muster\",\"who\":\"x\",\"n\":12345678901234567890123}",
                "{\"who\":\"[…]\",\"who\":\"x\",\"n\":12345678901234567890123}",
            ),
            ("[\"a\\/b \\u00e4 Anna Muster\", 1.10]", "[\"a\\/b \\u00e4 […]\", 1.10]"),
            // Names that would become the same.
            (
                "{\"[…]\":1,\"anna@example.org\":2,\"Anna Muster\":3}",
                "{\"[…]\":1,\"[…]…\":2,\"[…]……\":3}",
            ),
            ("[{\"Anna Muster\":1},{\"Anna Muster\":2}]", "[{\"[…]\":1},{\"[…]\":2}]"),
            // JSON in JSON.
            (
                r#"{"log":"{\"who\":\"\\u0041nna Muster\",\"n\":1.10}"}"#,
                r#"{"log":"{\"who\":\"[…]\",\"n\":1.10}"}"#,
            ),
            (
                r#""{\"who\":\"\\u0041nna Muster\",\"n\":1.10}""#,
                r#""{\"who\":\"[…]\",\"n\":1.10}""#,
            ),
            ("\"\\u0041nna Muster\"", "\"[…]\""),
            // What a body encodes; one that is no text stays.
            (
                r#"[{"encoding":"base64url","body":"QW5uYSBNdXN0ZXIgcmllZiBhbg"},{"body":"AAECAwQFBgcI"}]"#,
                r#"[{"encoding":"base64url","body":"W-KApl0gcmllZiBhbg"},{"body":"AAECAwQFBgcI"}]"#,
            ),
            // A party that is theirs has no other number either; one of the same name may be somebody else.
            (
                r#"[{"tel":"+49305551234","mailto":"anna@example.org","name":"A. M."},{"tel":"+49305551235","name":"Karl"}]"#,
                r#"[{"tel":"[…]","mailto":"[…]","name":"[…]"},{"tel":"+49305551235","name":"Karl"}]"#,
            ),
            (
                r#"[{"tel":"030/23125123","did":"did:web:a.example"},{"tel":"030/23125123","did":"0800 1234567"}]"#,
                r#"[{"tel":"[…]","did":"[…]"},{"tel":"[…]","did":"0800 1234567"}]"#,
            ),
            (
                r#"{"name":"Anna Muster","tel":"+49305551234","to":{"mailto":"anna@example.org"}}"#,
                r#"{"name":"[…]","tel":"+49305551234","to":{"mailto":"[…]"}}"#,
            ),
            // None at all.
            ("{Anna Muster", "{[…]"),
            ("{\"who\":\"Anna Muster\"} and so on", "{\"who\":\"[…]\"} and so on"),
        ] {
            assert_eq!(out(before), after, "{before}");
        }
    }

    #[test]
    fn depth_does_not_matter() {
        let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(out(&deep("\"\\u0041nna Muster\"")), deep("\"[…]\""));
    }

    proptest::proptest! {
        #[test]
        fn what_tells_of_nobody_keeps_every_byte(json in "[\\[{\"a:,1.e\\\\u0 }\\]-]{0,40}") {
            proptest::prop_assert_eq!(out(&json), json);
        }

        #[test]
        fn what_is_beside_it_keeps_every_byte(name in "\\PC{0,12}", value in "\\PC{0,12}", n in proptest::num::f64::NORMAL) {
            let mut json = serde_json::Map::new();
            json.insert(name, Json::from(vec![Json::from(value), Json::from(n)]));
            json.insert("who".to_owned(), Json::from("Frau Anna Muster"));
            let before = Json::from(json.clone()).to_string();
            json.insert("who".to_owned(), Json::from("Frau […]"));
            proptest::prop_assert_eq!(out(&before), Json::from(json).to_string());
        }
    }
}

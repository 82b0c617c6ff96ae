//! What the author of an unknown token most likely meant.
//!
//! Owns: guessing, with more care not to guess wrong than to guess at all. Leaves to others: saying so (`lint`).

use super::token::{Meaning, meaning, right_case, stems};
use super::{CompactPolicy, Use};

/// The text that should stand there instead: the right case, the missing space, or the token one slip away.
///
/// Slips are corrected only in a policy most of whose tokens are known, so that prose is not taken for typing errors.
pub(super) fn suggest(token: &str, policy: &CompactPolicy) -> Option<String> {
    right_case(token).or_else(|| apart(token)).or_else(|| {
        let known = policy.meanings().count();
        if known > 2 * usize::from(policy.unknown) { slip(token, policy) } else { None }
    })
}

/// Tokens that were run together, or held apart by something that is no space: `PSDoOUR`, `NOI;DSP`, `CUR.`.
fn apart(text: &str) -> Option<String> {
    if text.len() > 400 {
        return None;
    }
    let mut found: Vec<&str> = Vec::new();
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()) {
        let mut rest = part;
        while !rest.is_empty() {
            let len = token_len(rest)?;
            found.push(rest.get(..len)?);
            rest = rest.get(len..)?;
        }
    }
    if found.is_empty() { None } else { Some(found.join(" ")) }
}

/// How many bytes at the start are one token.
fn token_len(text: &str) -> Option<usize> {
    [4, 3].into_iter().find(|len| {
        text.as_bytes().get(..*len).is_some_and(|start| meaning(start) != Meaning::Unknown)
    })
}

/// The token that is one exchange of neighbours or one wrong letter away; rather one that the policy has not said yet.
fn slip(text: &str, policy: &CompactPolicy) -> Option<String> {
    let bytes = text.as_bytes();
    let (letters, suffix): ([u8; 3], &str) = match *bytes {
        [a, b, c] => ([a, b, c], ""),
        [a, b, c, b'a' | b'o' | b'i'] => ([a, b, c], text.get(3..)?),
        // A known token with a suffix that does not exist.
        [a, b, c, _] if meaning(&[a, b, c]) != Meaning::Unknown => {
            return text.get(..3).map(str::to_owned);
        }
        _ => return None,
    };
    stems()
        .filter(|m| suffix.is_empty() || matches!(m, Meaning::Use(what, _) if what.can_choose()))
        .filter(|m| !matches!(m, Meaning::Use(Use::Customization, _)))
        .filter_map(|m| {
            let token = m.token()?;
            let said = policy.meanings().any(|p| p.token() == Some(token));
            Some(((said, distance(letters, token.as_bytes())?), token))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, token)| format!("{token}{suffix}"))
}

/// 0 for exchanged neighbours, 1 for one wrong letter, nothing for more.
fn distance(typed: [u8; 3], token: &[u8]) -> Option<u8> {
    let [a, b, c] = typed;
    if token == [b, a, c] || token == [a, c, b] {
        return Some(0);
    }
    let wrong = typed.iter().zip(token).filter(|(x, y)| x != y).count();
    (wrong == 1).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(token: &str, text: &str) -> Option<String> {
        suggest(token, &CompactPolicy::parse(text))
    }

    #[test]
    fn common_slips_are_understood() {
        let policy = "NOI DSP COR CURa ADMa OUR NOR";
        for (token, expected) in [
            ("phy", Some("PHY")),
            ("CONI", Some("CONi")),
            ("PSDoOUR", Some("PSDo OUR")),
            ("NOI;DSP", Some("NOI DSP")),
            ("COR.", Some("COR")),
            ("OPTa", Some("OTPa")),
            ("TIA", Some("TAI")),
            ("CONx", Some("CON")),
            ("HONK", None),
            ("é", None),
            ("...", None),
        ] {
            assert_eq!(fix(token, policy).as_deref(), expected, "{token}");
        }
    }

    #[test]
    fn a_token_already_said_is_not_suggested_first() {
        assert_eq!(fix("ANL", "ALL DSP COR PSAa OUR NOR UNI").as_deref(), Some("ONL"));
    }

    #[test]
    fn prose_is_not_corrected() {
        assert_eq!(fix("AND", "CAO DSP AND SO"), None);
    }
}

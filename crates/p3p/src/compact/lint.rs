//! What is wrong with a compact policy, and how to put it right (P3P 1.0 §4, P3P 1.1 §6.4).
//!
//! Owns: finding the problems `cp.*`. Leaves to others: what people read about them (`abide_policy::codes`), rendering, and
//! whether the policy that it sums up says the same (`compare`).

use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, Severity};
use abide_policy::vocab::{Access, Category, Choice, Retention};

use super::suggest::suggest;
use super::token::{Deviation, Meaning, Token, body, is_delimiter, tokens};
use super::{CompactPolicy, Header, Quotes, Use};

/// By which reading severity is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// P3P 1.0 §4.2: an unrecognised token is as if it were not there, which is a warning.
    #[default]
    Lenient,
    /// P3P 1.1 §6.4: a policy that does not comply is as if it were not there, which is an error.
    Strict,
}

/// How many tokens are looked at one by one; P3P has 53, so whatever stands beyond is no policy.
const MOST_TOKENS: usize = 1000;

/// Everything that is wrong with a compact policy, by place; of a text of more than a thousand tokens, what is wrong with
/// the first thousand.
///
/// ```
/// use abide_p3p::compact::{Strictness, lint};
/// let found = lint("NOI CURa OUR IND phy", Strictness::Lenient);
/// let codes: Vec<_> = found.iter().map(|d| d.code.id()).collect();
/// assert_eq!(codes, ["cp.missing.category", "cp.suffix.forbidden", "cp.token.case"]);
/// assert_eq!(found[2].help(), "did you mean `PHY`?");
/// ```
#[must_use]
pub fn lint(text: &str, strictness: Strictness) -> Vec<Diagnostic> {
    let policy = CompactPolicy::parse(text);
    let all: Vec<Token<'_>> = tokens(text).take(MOST_TOKENS).collect();
    let mut found = Vec::new();
    if all.is_empty() {
        found.push(Diagnostic::new(Code::CpEmpty).at(0..text.len()));
    } else {
        missing(&policy, &mut found);
    }
    spelling(&all, &policy, strictness, &mut found);
    conflicts(&all, &mut found);
    layout(text, &mut found);
    found.sort_by_key(|d| d.span.start);
    found
}

/// The same for whatever people paste, a whole header with its quotes included; places are those of the text given.
///
/// A header that only names a policy reference file has no problem.
#[must_use]
pub fn lint_header(text: &str, strictness: Strictness) -> Vec<Diagnostic> {
    let header = Header::pasted(text);
    let Some(compact) = header.compact else { return Vec::new() };
    let start = header.span().start;
    let mut found = lint(compact, strictness);
    for diagnostic in &mut found {
        diagnostic.span = diagnostic.span.start + start..diagnostic.span.end + start;
    }
    if header.quotes != Quotes::Double {
        found.insert(0, Diagnostic::new(Code::CpQuote).at(header.span()));
    }
    found
}

/// What a complete policy would say (§4.2), unless nobody is identified.
fn missing(policy: &CompactPolicy, found: &mut Vec<Diagnostic>) {
    if policy.non_identifiable {
        return;
    }
    let uses = policy.uses.all();
    let recipients = uses.iter().any(|u| matches!(u, Use::Recipient(_)));
    let purposes = uses.iter().any(|u| !matches!(u, Use::Recipient(_)));
    for (there, code) in [
        (!policy.access.is_empty(), Code::CpMissingAccess),
        (purposes, Code::CpMissingPurpose),
        (recipients, Code::CpMissingRecipient),
        (!policy.retentions.is_empty(), Code::CpMissingRetention),
        (!policy.categories.is_empty(), Code::CpMissingCategory),
    ] {
        if !there {
            found.push(Diagnostic::new(code));
        }
    }
}

/// Tokens that are not spelled as the grammar wants, or said twice.
fn spelling(
    all: &[Token<'_>],
    policy: &CompactPolicy,
    strictness: Strictness,
    found: &mut Vec<Diagnostic>,
) {
    for (i, token) in all.iter().enumerate() {
        if let Some(deviation) = token.deviation {
            found.push(deviating(token, deviation, policy, strictness));
        }
        let known = token.meaning != Meaning::Unknown;
        if known && all.iter().take(i).any(|t| t.meaning == token.meaning) {
            found.push(about(Code::CpTokenDuplicate, token));
        }
        if token.meaning == Meaning::Test {
            found.push(about(Code::CpTest, token));
        }
    }
}

fn about(code: Code, token: &Token<'_>) -> Diagnostic {
    Diagnostic::new(code).at(token.span.clone()).with("token", token.text)
}

fn deviating(
    token: &Token<'_>,
    deviation: Deviation,
    policy: &CompactPolicy,
    strictness: Strictness,
) -> Diagnostic {
    let code = match deviation {
        Deviation::Unknown => Code::CpTokenUnknown,
        Deviation::Case => Code::CpTokenCase,
        Deviation::Suffix => Code::CpSuffixForbidden,
        Deviation::Draft => Code::CpTokenDraft,
    };
    let mut diagnostic = about(code, token);
    diagnostic.fix = match deviation {
        Deviation::Unknown | Deviation::Case => suggest(token.text, policy),
        Deviation::Suffix => token.meaning.token().map(str::to_owned),
        Deviation::Draft => None,
    };
    // A suffix too many is a warning for everybody: the editors of the time wrote it.
    if strictness == Strictness::Strict && deviation != Deviation::Suffix {
        diagnostic.severity = Severity::Error;
    }
    diagnostic
}

/// Tokens that cannot both be true, each named with the first one it contradicts.
fn conflicts(all: &[Token<'_>], found: &mut Vec<Diagnostic>) {
    for (i, second) in all.iter().enumerate() {
        let first = all.iter().take(i).find(|first| contradict(first.meaning, second.meaning));
        if let Some(first) = first {
            let diagnostic = Diagnostic::new(Code::CpConflict).at(second.span.clone());
            found.push(diagnostic.with("first", first.text).with("second", second.text));
        }
    }
}

/// Whether two tokens cannot both be true, in either order.
fn contradict(a: Meaning, b: Meaning) -> bool {
    let identifying =
        |m: Meaning| matches!(m, Meaning::Category(c) if Category::identifying().contains(c));
    let nobody =
        |m: Meaning| matches!(m, Meaning::Access(Access::Nonident) | Meaning::NonIdentifiable);
    match (a, b) {
        (Meaning::Access(a), Meaning::Access(b)) => a != b,
        (Meaning::Use(u, a), Meaning::Use(v, b)) => {
            u == v && a.unwrap_or(Choice::Always) != b.unwrap_or(Choice::Always)
        }
        (Meaning::Retention(a), Meaning::Retention(b)) => {
            a != b && (a == Retention::NoRetention || b == Retention::NoRetention)
        }
        (a, b) => (nobody(a) && identifying(b)) || (nobody(b) && identifying(a)),
    }
}

/// What stands around and between tokens, each kind once, where it occurs first.
fn layout(text: &str, found: &mut Vec<Diagnostic>) {
    let inner = body(text);
    let before = text.get(..inner.start).unwrap_or_default();
    if before.contains(|c: char| c != '"' && !c.is_ascii_whitespace()) {
        found.push(Diagnostic::new(Code::CpQuote).at(0..text.len()));
    }
    let bytes = text.as_bytes().get(inner.clone()).unwrap_or_default();
    let mut separator = None;
    let mut newline = None;
    for (at, (byte, next)) in (inner.start..).zip(bytes.iter().zip(bytes.iter().skip(1))) {
        match byte {
            b'\r' | b'\n' => newline = newline.or(Some(at)),
            b',' | b'\t' | 0x0b | 0x0c => separator = separator.or(Some(at)),
            b' ' if is_delimiter(*next) => separator = separator.or(Some(at)),
            _ => {}
        }
    }
    found.extend(separator.map(|at| Diagnostic::new(Code::CpDelimiter).at(at..at + 1)));
    found.extend(newline.map(|at| Diagnostic::new(Code::CpNewline).at(at..at + 1)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COMPLETE: &str = "ALL CUR OUR STP NAV";

    fn codes(text: &str) -> Vec<&'static str> {
        lint(text, Strictness::Lenient).into_iter().map(|d| d.code.id()).collect()
    }

    #[test]
    fn a_good_policy_has_no_finding() {
        assert!(codes(COMPLETE).is_empty());
        assert!(codes(&format!("\"{COMPLETE}\"")).is_empty());
        assert!(codes("NID").is_empty());
        assert!(codes("CAO DSP COR CUR ADMo DEVi SAMa OUR BUS IND PHY").is_empty());
    }

    #[test]
    fn each_rule_finds_its_case() {
        for (text, expected) in [
            ("", "cp.empty"),
            ("ALL CUR OUR STP NAV HONK", "cp.token.unknown"),
            ("ALL CUR OUR STP NAV phy", "cp.token.case"),
            ("ALL CUR CUSo OUR STP NAV", "cp.token.draft"),
            ("ALL CUR CUR OUR STP NAV", "cp.token.duplicate"),
            ("ALL CURa OUR STP NAV", "cp.suffix.forbidden"),
            ("CUR OUR STP NAV", "cp.missing.access"),
            ("ALL OUR STP NAV", "cp.missing.purpose"),
            ("ALL CUR STP NAV", "cp.missing.recipient"),
            ("ALL CUR OUR NAV", "cp.missing.retention"),
            ("ALL CUR OUR STP", "cp.missing.category"),
            ("ALL NOI CUR OUR STP NAV", "cp.conflict"),
            ("NOI CUR OUR STP PHY", "cp.conflict"),
            ("PHY NID CUR OUR", "cp.conflict"),
            ("ALL CUR CON CONo OUR STP NAV", "cp.conflict"),
            ("ALL CUR OUR NOR STP NAV", "cp.conflict"),
            ("ALL,CUR OUR STP NAV", "cp.delimiter"),
            ("ALL\tCUR OUR STP NAV", "cp.delimiter"),
            ("ALL  CUR OUR STP NAV", "cp.delimiter"),
            ("ALL\r\nCUR OUR STP NAV", "cp.newline"),
            ("'ALL CUR OUR STP NAV'", "cp.quote"),
            ("ALL CUR OUR STP NAV TST", "cp.test"),
        ] {
            assert_eq!(codes(text), [expected], "{text:?}");
        }
    }

    #[test]
    fn texts_have_no_gaps() {
        let texts = ["", "'honk,HONK\tCUS  CURa CURa ALL NON\nTST'"];
        for diagnostic in texts.iter().flat_map(|t| lint(t, Strictness::Strict)) {
            let words = diagnostic.message() + &diagnostic.help();
            assert!(
                !words.contains(['{', '}']) && !diagnostic.message().is_empty(),
                "{diagnostic:?}"
            );
        }
    }

    #[test]
    fn an_empty_suffix_or_a_is_the_same_choice() {
        assert!(!codes("ALL CON CONa OUR STP NAV").contains(&"cp.conflict"));
    }

    #[test]
    fn strict_reading_makes_unknown_tokens_errors() {
        let text = "ALL CURa CUS OUR STP NAV HONK phy";
        let errors: Vec<_> = lint(text, Strictness::Strict)
            .into_iter()
            .filter(|f| f.severity == Severity::Error)
            .map(|d| d.code.id())
            .collect();
        assert_eq!(errors, ["cp.token.draft", "cp.token.unknown", "cp.token.case"]);
    }

    #[test]
    fn headers_are_linted_in_place() {
        let text = "P3P: policyref=/x, CP=ALL CUR OUR STP nav";
        let found = lint_header(text, Strictness::Lenient);
        assert_eq!(
            found.iter().map(|d| d.code.id()).collect::<Vec<_>>(),
            ["cp.quote", "cp.missing.category", "cp.token.case"]
        );
        assert_eq!(&text[found[2].span.clone()], "nav");
        assert!(lint_header("policyref=/x", Strictness::Lenient).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_linted(text in r#"([A-Z]{3}[aiox]?|[ ,;\t\r\n"'A-Za-z0-9é“]{0,4}| ){0,30}"#) {
            for diagnostic in lint_header(&text, Strictness::Strict) {
                prop_assert!(text.get(diagnostic.span.clone()).is_some(), "{:?}", diagnostic);
                prop_assert!(diagnostic.code.id().starts_with("cp."));
            }
        }
    }
}

//! Tokens of a compact policy: where they stand, what they mean, how they deviate (P3P 1.0 §4.2).
//!
//! Owns: the one lexer and the table of tokens. Leaves to others: what a deviation is worth (`lint`) and how a meaning
//! reads in people's languages (`abide-notice`).

use std::fmt;
use std::ops::Range;

use abide_policy::vocab::{
    Access, Category, Choice, Purpose, Recipient, Redress, Retention, Vocabulary,
};

use super::Use;

/// What one token says.
///
/// [`Meaning::kind`] and [`Meaning::word`] name it stably, so that a text in any language can be found for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// What access people have.
    Access(Access),
    /// A way to settle disputes is named: `DSP`.
    Disputes,
    /// What is offered when a promise was broken.
    Remedy(Redress),
    /// Nobody is identified: `NID`.
    NonIdentifiable,
    /// A purpose or recipient, with the suffix it was written with.
    Use(Use, Option<Choice>),
    /// How long data stays.
    Retention(Retention),
    /// A category of data.
    Category(Category),
    /// An example that must be ignored: `TST`.
    Test,
    /// Not a token of P3P.
    Unknown,
}

impl Meaning {
    /// Which table it is from: `access`, `disputes`, `remedy`, `non-identifiable`, `purpose`, `recipient`, `retention`,
    /// `category`, `test`, `unknown`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Access(_) => "access",
            Self::Disputes => "disputes",
            Self::Remedy(_) => "remedy",
            Self::NonIdentifiable => "non-identifiable",
            Self::Use(Use::Recipient(_), _) => "recipient",
            Self::Use(Use::Purpose(_) | Use::Customization, _) => "purpose",
            Self::Retention(_) => "retention",
            Self::Category(_) => "category",
            Self::Test => "test",
            Self::Unknown => "unknown",
        }
    }
    /// The word of the policy file for it: `contact`, `stated-purpose`; its kind where there is only one of the kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Access(access) => access.word(),
            Self::Remedy(redress) => redress.word(),
            Self::Use(what, _) => what.word(),
            Self::Retention(retention) => retention.word(),
            Self::Category(category) => category.word(),
            Self::Disputes | Self::NonIdentifiable | Self::Test | Self::Unknown => self.kind(),
        }
    }
    /// Its token without suffix; `None` if it is unknown.
    #[must_use]
    pub const fn token(self) -> Option<&'static str> {
        Some(match self {
            Self::Access(access) => access.token(),
            Self::Disputes => "DSP",
            Self::Remedy(redress) => redress.token(),
            Self::NonIdentifiable => "NID",
            Self::Use(what, _) => what.token(),
            Self::Retention(retention) => retention.token(),
            Self::Category(category) => category.token(),
            Self::Test => "TST",
            Self::Unknown => return None,
        })
    }
    /// The choice people have: for purposes and recipients only; no suffix means [`Choice::Always`].
    #[must_use]
    pub fn choice(self) -> Option<Choice> {
        match self {
            Self::Use(_, choice) => Some(choice.unwrap_or(Choice::Always)),
            _ => None,
        }
    }
}

/// The token as it is written, suffix included; nothing for an unknown one.
impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.token().unwrap_or_default())?;
        match self {
            Self::Use(_, Some(choice)) => write!(f, "{}", choice.suffix()),
            _ => Ok(()),
        }
    }
}

/// How a token deviates from P3P 1.0's grammar (§4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deviation {
    /// No token of P3P.
    Unknown,
    /// Wrong case: unknown as it stands, a token if written right.
    Case,
    /// A suffix where the grammar has none: `CURa`, `OURa`, `PHYa`.
    Suffix,
    /// From a draft of P3P: `CUS`.
    Draft,
}

/// One token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it was written.
    pub text: &'a str,
    /// Where it stands, in bytes of the text given to [`tokens`].
    pub span: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
    /// How it deviates, if it does.
    pub deviation: Option<Deviation>,
}

/// The tokens of a compact policy, in order, each with its place and meaning.
///
/// ```
/// use abide_p3p::compact::{Deviation, Meaning, tokens};
/// let all: Vec<_> = tokens("'NOI curA'").collect();
/// assert_eq!(all[0].meaning.word(), "nonident");
/// assert_eq!(all[1].span, 5..9);
/// assert_eq!(all[1].meaning, Meaning::Unknown);
/// assert_eq!(all[1].deviation, Some(Deviation::Case));
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens(lex(text))
}

/// The iterator of [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'a>(Lexer<'a>);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let raw = self.0.next()?;
        let meaning = meaning(raw.text.as_bytes());
        let span = raw.start..raw.start + raw.text.len();
        Some(Token { text: raw.text, span, meaning, deviation: deviation(raw.text, meaning) })
    }
}

/// A token's text and where it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

/// Cuts a text at delimiters, its outer quotes left out.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

pub(super) fn lex(text: &str) -> Lexer<'_> {
    let inner = body(text);
    Lexer { text: text.get(..inner.end).unwrap_or_default(), at: inner.start }
}

/// The part of a text within its outer quotes.
pub(super) fn body(text: &str) -> Range<usize> {
    let around = |c: char| is_quote(c) || c.is_ascii_whitespace();
    let inner = text.trim_start_matches(around);
    let start = text.len() - inner.len();
    let inner = inner.trim_end_matches(around);
    start..start + inner.len()
}

/// Straight quotes, and the typographic ones that come with pasted text.
pub(super) const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}')
}

/// The grammar's space (§4.1), and what else sites put between tokens.
pub(super) const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b' ' | b',' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c)
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Raw<'a>;

    #[inline]
    fn next(&mut self) -> Option<Raw<'a>> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let start = self.at + rest.iter().position(|b| !is_delimiter(*b))?;
        let rest = self.text.as_bytes().get(start..)?;
        let len = rest.iter().position(|b| is_delimiter(*b)).unwrap_or(rest.len());
        self.at = start + len;
        // Delimiters are ASCII, so both ends are character boundaries.
        self.text.get(start..start + len).map(|text| Raw { text, start })
    }
}

/// What the bytes of one token mean; unknown unless the spelling is exact.
#[inline]
pub(super) fn meaning(token: &[u8]) -> Meaning {
    match *token {
        [a, b, c] => stem([a, b, c]),
        [a, b, c, suffix] => suffixed(stem([a, b, c]), suffix),
        _ => Meaning::Unknown,
    }
}

/// A token with a fourth letter: only `a`, `o`, `i` are suffixes; on tokens without choice they are read as absent.
fn suffixed(stem: Meaning, suffix: u8) -> Meaning {
    let choice = match suffix {
        b'a' => Choice::Always,
        b'o' => Choice::OptOut,
        b'i' => Choice::OptIn,
        _ => return Meaning::Unknown,
    };
    match stem {
        Meaning::Use(what, _) => Meaning::Use(what, Some(choice)),
        other => other,
    }
}

/// The table of tokens (§4.2); a test holds it against the vocabulary.
fn stem(token: [u8; 3]) -> Meaning {
    const fn purpose(purpose: Purpose) -> Meaning {
        Meaning::Use(Use::Purpose(purpose), None)
    }
    const fn recipient(recipient: Recipient) -> Meaning {
        Meaning::Use(Use::Recipient(recipient), None)
    }
    match &token {
        b"NOI" => Meaning::Access(Access::Nonident),
        b"ALL" => Meaning::Access(Access::All),
        b"CAO" => Meaning::Access(Access::ContactAndOther),
        b"IDC" => Meaning::Access(Access::IdentContact),
        b"OTI" => Meaning::Access(Access::OtherIdent),
        b"NON" => Meaning::Access(Access::None),
        b"DSP" => Meaning::Disputes,
        b"COR" => Meaning::Remedy(Redress::Correct),
        b"MON" => Meaning::Remedy(Redress::Money),
        b"LAW" => Meaning::Remedy(Redress::Law),
        b"NID" => Meaning::NonIdentifiable,
        b"CUR" => purpose(Purpose::Current),
        b"ADM" => purpose(Purpose::Admin),
        b"DEV" => purpose(Purpose::Develop),
        b"TAI" => purpose(Purpose::Tailoring),
        b"PSA" => purpose(Purpose::PseudoAnalysis),
        b"PSD" => purpose(Purpose::PseudoDecision),
        b"IVA" => purpose(Purpose::IndividualAnalysis),
        b"IVD" => purpose(Purpose::IndividualDecision),
        b"CON" => purpose(Purpose::Contact),
        b"HIS" => purpose(Purpose::Historical),
        b"TEL" => purpose(Purpose::Telemarketing),
        b"OTP" => purpose(Purpose::OtherPurpose),
        b"CUS" => Meaning::Use(Use::Customization, None),
        b"OUR" => recipient(Recipient::Ours),
        b"DEL" => recipient(Recipient::Delivery),
        b"SAM" => recipient(Recipient::Same),
        b"UNR" => recipient(Recipient::Unrelated),
        b"PUB" => recipient(Recipient::Public),
        b"OTR" => recipient(Recipient::OtherRecipient),
        b"NOR" => Meaning::Retention(Retention::NoRetention),
        b"STP" => Meaning::Retention(Retention::StatedPurpose),
        b"LEG" => Meaning::Retention(Retention::LegalRequirement),
        b"BUS" => Meaning::Retention(Retention::BusinessPractices),
        b"IND" => Meaning::Retention(Retention::Indefinitely),
        b"PHY" => Meaning::Category(Category::Physical),
        b"ONL" => Meaning::Category(Category::Online),
        b"UNI" => Meaning::Category(Category::UniqueId),
        b"PUR" => Meaning::Category(Category::Purchase),
        b"FIN" => Meaning::Category(Category::Financial),
        b"COM" => Meaning::Category(Category::Computer),
        b"NAV" => Meaning::Category(Category::Navigation),
        b"INT" => Meaning::Category(Category::Interactive),
        b"DEM" => Meaning::Category(Category::Demographic),
        b"CNT" => Meaning::Category(Category::Content),
        b"STA" => Meaning::Category(Category::State),
        b"POL" => Meaning::Category(Category::Political),
        b"HEA" => Meaning::Category(Category::Health),
        b"PRE" => Meaning::Category(Category::Preference),
        b"LOC" => Meaning::Category(Category::Location),
        b"GOV" => Meaning::Category(Category::Government),
        b"OTC" => Meaning::Category(Category::OtherCategory),
        b"TST" => Meaning::Test,
        _ => Meaning::Unknown,
    }
}

/// Every token there is, without suffix, in table order; for suggestions.
pub(super) fn stems() -> impl Iterator<Item = Meaning> {
    let uses = Use::ALL.iter().map(|u| Meaning::Use(*u, None));
    Access::ALL
        .iter()
        .map(|x| Meaning::Access(*x))
        .chain([Meaning::Disputes])
        .chain(Redress::ALL.iter().map(|x| Meaning::Remedy(*x)))
        .chain([Meaning::NonIdentifiable])
        .chain(uses)
        .chain(Retention::ALL.iter().map(|x| Meaning::Retention(*x)))
        .chain(Category::ALL.iter().map(|x| Meaning::Category(*x)))
        .chain([Meaning::Test])
}

/// How a token deviates, given what it means.
fn deviation(text: &str, meaning: Meaning) -> Option<Deviation> {
    match meaning {
        Meaning::Unknown if right_case(text).is_some() => Some(Deviation::Case),
        Meaning::Unknown => Some(Deviation::Unknown),
        Meaning::Use(Use::Customization, _) => Some(Deviation::Draft),
        Meaning::Use(what, Some(_)) if !what.can_choose() => Some(Deviation::Suffix),
        Meaning::Use(..) => None,
        _ if text.len() > 3 => Some(Deviation::Suffix),
        _ => None,
    }
}

/// The same letters in the case that makes them a token, if they are one.
pub(super) fn right_case(text: &str) -> Option<String> {
    if text.len() > 4 || !text.is_ascii() {
        return None;
    }
    let (letters, suffix) = (text.get(..3)?, text.get(3..)?);
    let right = letters.to_ascii_uppercase() + &suffix.to_ascii_lowercase();
    (meaning(right.as_bytes()) != Meaning::Unknown).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_vocabulary() {
        let mut count = 0;
        for expected in stems() {
            let token = expected.token().unwrap();
            assert_eq!(meaning(token.as_bytes()), expected, "{token}");
            count += 1;
        }
        // 6 access, DSP, 3 remedies, NID, 12 purposes and CUS, 6 recipients, 5 retentions, 17 categories, TST.
        assert_eq!(count, 53);
    }

    #[test]
    fn suffixes_are_only_a_o_i() {
        let contact = Use::Purpose(Purpose::Contact);
        assert_eq!(meaning(b"CONi"), Meaning::Use(contact, Some(Choice::OptIn)));
        assert_eq!(meaning(b"CON"), Meaning::Use(contact, None));
        for junk in ["CONx", "CONI", "CONii", "CO", "C", "", "CON-", "CONé", "con", "ÀON"] {
            assert_eq!(meaning(junk.as_bytes()), Meaning::Unknown, "{junk}");
        }
    }

    #[test]
    fn deviations_are_named() {
        for (text, expected) in [
            ("PHY", None),
            ("CONo", None),
            ("DELa", None),
            ("CURa", Some(Deviation::Suffix)),
            ("OURi", Some(Deviation::Suffix)),
            ("PHYa", Some(Deviation::Suffix)),
            ("DSPo", Some(Deviation::Suffix)),
            ("CUS", Some(Deviation::Draft)),
            ("CUSo", Some(Deviation::Draft)),
            ("phy", Some(Deviation::Case)),
            ("CONI", Some(Deviation::Case)),
            ("coni", Some(Deviation::Case)),
            ("CONx", Some(Deviation::Unknown)),
            ("HONK", Some(Deviation::Unknown)),
            ("PSDoOUR", Some(Deviation::Unknown)),
        ] {
            assert_eq!(tokens(text).next().unwrap().deviation, expected, "{text}");
        }
    }

    #[test]
    fn anything_separates_and_places_are_exact() {
        let text = " \"NOI,\tCUR  OUR\r\n é\" ";
        let all: Vec<_> = tokens(text).collect();
        assert_eq!(all.iter().map(|t| t.text).collect::<Vec<_>>(), ["NOI", "CUR", "OUR", "é"]);
        assert!(all.iter().all(|t| &text[t.span.clone()] == t.text));
        assert_eq!(tokens("“NOI NID”").count(), 2);
        assert_eq!(tokens("\" \"").count(), 0);
    }

    #[test]
    fn every_meaning_has_a_name() {
        for m in stems() {
            assert!(!m.word().is_empty() && !m.kind().is_empty());
        }
        assert_eq!(Meaning::Unknown.to_string(), "");
        assert_eq!(meaning(b"CONi").to_string(), "CONi");
        assert_eq!(meaning(b"CONi").choice(), Some(Choice::OptIn));
        assert_eq!(meaning(b"CON").choice(), Some(Choice::Always));
        assert_eq!(meaning(b"PHY").choice(), None);
    }
}

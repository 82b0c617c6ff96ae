//! Internet Explorer 6's preference language: `IE6-P3PSettings/V1: /PHY&CON=d/ nopolicy=l session=a /=a/`.
//!
//! Owns: its grammar, printing and evaluation. Leaves to others: the same rules in an import file ([`super::import`]), and
//! the slider's levels written in it ([`super::levels`]).
//!
//! After the signature come rules, separated by white space:
//!
//! - `/expression=decision/`: tokens joined by `&`, `!` before one that must be absent; the first rule that is true
//!   decides; an empty expression is always true. Tokens match to the letter: `CON` and `CONa` are two tokens;
//! - `always=decision`, the same as `/=decision/`;
//! - `nopolicy=decision` for cookies without a compact policy;
//! - `session=a`: session cookies that have a policy are accepted whatever it says.
//!
//! Decisions: `a` accept, `p` prompt, `r` reject, `l` leash, `d` downgrade to session.
//!
//! Not described, and chosen here: a cookie for which no rule is true is accepted; without `nopolicy` a cookie that has no
//! policy is decided by the rules, none of whose tokens is there.

use std::fmt;
use std::ops::Range;

use abide_p3p::compact::{Meaning, tokens};

use crate::situation::{Action, Cookie};

/// The signature that starts every preference string.
pub const SIGNATURE: &str = "IE6-P3PSettings/V1:";

/// The signature of an older description, also read.
pub const OLD_SIGNATURE: &str = "IE6-P3PV1/settings:";

/// The longest preference string that is read, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// Preferences for one context: what to do with which cookie.
///
/// ```
/// use abide_agents::{Action, Cookie, ie6::preferences::Preferences};
///
/// let strict: Preferences = "IE6-P3PSettings/V1: /FIN&CON=r/ /!CUR=p/ nopolicy=d /=a/".parse().unwrap();
/// assert_eq!(strict.decide("CUR CON FIN", Cookie::Persistent), Action::Block);
/// assert_eq!(strict.decide("CUR CON", Cookie::Persistent), Action::Accept);
/// assert_eq!(strict.decide("OUR", Cookie::Persistent), Action::Prompt);
/// assert_eq!(strict.decide("", Cookie::Persistent), Action::Session);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The rules, tried in order.
    pub rules: Vec<Rule>,
    /// What happens to a cookie without a policy.
    pub no_policy: Option<Action>,
    /// Whether session cookies that have a policy are accepted whatever it says.
    pub allow_session: bool,
}

/// A rule: if all its terms are true, its action is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What must be true; empty: always true.
    pub terms: Vec<Term>,
    /// What is done then.
    pub action: Action,
}

/// A token that must be there, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The token, to the letter.
    pub token: String,
    /// Whether it must be there.
    pub present: bool,
}

/// A preference string that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BadPreferences {
    /// What is wrong, and what to write.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
}

impl BadPreferences {
    fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), span }
    }
}

impl Preferences {
    /// What is done with a cookie that comes with this compact policy.
    ///
    /// Reads the policy token by token, to the letter, with one allowance: a suffix on a token that offers no choice
    /// (`PHYa`) is dropped as everywhere in this program. An empty policy, and a test policy, count as none.
    #[must_use]
    pub fn decide(&self, compact: &str, cookie: Cookie) -> Action {
        let mut present: Vec<String> =
            tokens(compact).map(|t| literal(t.text, t.meaning)).collect();
        if present.is_empty() || present.iter().any(|t| t == "TST") {
            if let Some(action) = self.no_policy {
                return action;
            }
            present.clear();
        } else if self.allow_session && cookie == Cookie::Session {
            return Action::Accept;
        }
        let rule = self.rules.iter().find(|rule| rule.is_true(&present));
        rule.map_or(Action::Accept, |rule| rule.action)
    }
}

impl Rule {
    fn is_true(&self, tokens: &[String]) -> bool {
        self.terms.iter().all(|term| tokens.contains(&term.token) == term.present)
    }

    /// Reads terms joined by `joint`; `at` is where they start, for messages.
    pub(super) fn terms(text: &str, joint: char, at: usize) -> Result<Vec<Term>, BadPreferences> {
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let mut terms = Vec::new();
        let mut start = at;
        for part in text.split(joint) {
            let span = start..start + part.len();
            start = span.end + joint.len_utf8();
            let part = part.trim();
            let (token, present) =
                part.strip_prefix('!').map_or((part, true), |rest| (rest, false));
            if token.is_empty() || !token.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return Err(BadPreferences::new(
                    span,
                    format!(
                        "`{}` is no token: write letters, `!` before them for \"not\"",
                        cut(part)
                    ),
                ));
            }
            terms.push(Term { token: token.to_owned(), present });
        }
        Ok(terms)
    }
}

/// A token as the language sees it.
fn literal(text: &str, meaning: Meaning) -> String {
    match meaning {
        Meaning::Unknown => text.to_owned(),
        known => known.to_string(),
    }
}

/// The letter of a decision.
const fn letter(action: Action) -> char {
    match action {
        Action::Accept => 'a',
        Action::Prompt => 'p',
        Action::Block => 'r',
        Action::Leash => 'l',
        Action::Session => 'd',
    }
}

fn decision(text: &str, span: Range<usize>) -> Result<Action, BadPreferences> {
    let mut letters = text.chars();
    let found = letters.next().filter(|_| letters.next().is_none());
    let action = found.and_then(|c| Action::ALL.iter().find(|a| letter(**a) == c));
    action.copied().ok_or_else(|| {
        BadPreferences::new(
            span,
            format!("`{}` is no decision: write `a`, `p`, `r`, `l` or `d`", cut(text)),
        )
    })
}

/// What is shown of somebody's text in a message.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

impl std::str::FromStr for Preferences {
    type Err = BadPreferences;

    fn from_str(text: &str) -> Result<Self, BadPreferences> {
        if text.len() > LONGEST {
            return Err(BadPreferences::new(
                0..0,
                format!("preferences are longer than {LONGEST} bytes"),
            ));
        }
        let body = text.trim_start();
        let rules = body.strip_prefix(SIGNATURE).or_else(|| body.strip_prefix(OLD_SIGNATURE));
        let Some(rules) = rules else {
            let end = body.find(char::is_whitespace).unwrap_or(body.len());
            let start = text.len() - body.len();
            return Err(BadPreferences::new(
                start..start + end,
                format!("preferences start with `{SIGNATURE}`"),
            ));
        };
        let mut preferences = Self::default();
        let mut at = text.len() - rules.len();
        for word in rules.split(char::is_whitespace) {
            if !word.is_empty() {
                preferences.add(word, at)?;
            }
            // Every white space character that is split at is skipped by its own length.
            at += word.len();
            at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        Ok(preferences)
    }
}

impl Preferences {
    /// Adds one word of a preference string that stands at `at`.
    fn add(&mut self, word: &str, at: usize) -> Result<(), BadPreferences> {
        let span = at..at + word.len();
        if let Some(rule) = word.strip_prefix('/') {
            self.rules.push(logical_rule(rule, at + 1, span)?);
            return Ok(());
        }
        let unknown = || {
            let known = "write `/tokens=decision/`, `nopolicy=`, `session=a` or `always=`";
            BadPreferences::new(span.clone(), format!("`{}` is no rule: {known}", cut(word)))
        };
        let (name, value) = word.split_once('=').ok_or_else(unknown)?;
        let value_span = span.start + name.len() + 1..span.end;
        match name {
            "nopolicy" if self.no_policy.is_some() => {
                Err(BadPreferences::new(span, "`nopolicy` is said twice"))
            }
            "nopolicy" => {
                self.no_policy = Some(decision(value, value_span)?);
                Ok(())
            }
            "always" => {
                let action = decision(value, value_span)?;
                self.rules.push(Rule { terms: Vec::new(), action });
                Ok(())
            }
            "session" if value == "a" => {
                self.allow_session = true;
                Ok(())
            }
            "session" => Err(BadPreferences::new(
                value_span,
                "session cookies can only be accepted: write `session=a`",
            )),
            _ => Err(unknown()),
        }
    }
}

/// The rest of `/expression=decision/` after its first slash.
fn logical_rule(rule: &str, at: usize, span: Range<usize>) -> Result<Rule, BadPreferences> {
    let whole = rule.strip_suffix('/').and_then(|inner| inner.rsplit_once('='));
    let Some((expression, letter)) = whole else {
        return Err(BadPreferences::new(span, "a rule is written `/tokens=decision/`"));
    };
    let terms = Rule::terms(expression, '&', at)?;
    let start = at + expression.len() + 1;
    Ok(Rule { terms, action: decision(letter, start..start + letter.len())? })
}

/// The preference string.
impl fmt::Display for Preferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SIGNATURE)?;
        for rule in &self.rules {
            f.write_str(" /")?;
            for (i, term) in rule.terms.iter().enumerate() {
                let joint = if i > 0 { "&" } else { "" };
                let not = if term.present { "" } else { "!" };
                write!(f, "{joint}{not}{}", term.token)?;
            }
            write!(f, "={}/", letter(rule.action))?;
        }
        if let Some(action) = self.no_policy {
            write!(f, " nopolicy={}", letter(action))?;
        }
        if self.allow_session {
            f.write_str(" session=a")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(rules: &str) -> Preferences {
        format!("{SIGNATURE} {rules}").parse().unwrap()
    }

    #[test]
    fn the_first_true_rule_decides() {
        let preferences = parse("/PHY&CON=r/ /PHY=d/ /!NAV=p/ /=l/");
        for (text, action) in [
            ("PHY CON", Action::Block),
            ("CON PHY", Action::Block),
            ("PHY CONa", Action::Session),
            ("PHYa", Action::Session),
            ("UNI", Action::Prompt),
            ("NAV", Action::Leash),
        ] {
            assert_eq!(preferences.decide(text, Cookie::Session), action, "{text}");
        }
    }

    #[test]
    fn absent_policies_and_session_cookies_have_their_rules() {
        let preferences = parse("/=r/ nopolicy=l session=a");
        assert_eq!(preferences.decide("PHY", Cookie::Session), Action::Accept);
        assert_eq!(preferences.decide("PHY", Cookie::Persistent), Action::Block);
        assert_eq!(preferences.decide("", Cookie::Session), Action::Leash);
        assert_eq!(preferences.decide("TST PHY", Cookie::Session), Action::Leash);
        assert_eq!(parse("always=d").decide("", Cookie::Persistent), Action::Session);
        assert_eq!(parse("/TST=r/").decide("TST", Cookie::Persistent), Action::Accept);
        assert_eq!(parse("").decide("PHY", Cookie::Persistent), Action::Accept);
    }

    #[test]
    fn both_signatures_are_read() {
        let old: Preferences = format!("{OLD_SIGNATURE} /DEM=d/").parse().unwrap();
        assert_eq!(old, parse("/DEM=d/"));
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, place) in [
            ("", ""),
            ("IE7: /=a/", "IE7:"),
            ("IE6-P3PSettings/V1: /PHY=x/", "x"),
            ("IE6-P3PSettings/V1: /PHY=/", ""),
            ("IE6-P3PSettings/V1: /PHY/", "/PHY/"),
            ("IE6-P3PSettings/V1: /PHY=a", "/PHY=a"),
            ("IE6-P3PSettings/V1: /=a/ /CON&&PHY=a/", ""),
            ("IE6-P3PSettings/V1: /CON&P-Y=a/", "P-Y"),
            ("IE6-P3PSettings/V1:\u{2003}/CON&!=a/", "!"),
            ("IE6-P3PSettings/V1: session=r", "r"),
            ("IE6-P3PSettings/V1: nopolicy=", ""),
            ("IE6-P3PSettings/V1: nopolicy=a nopolicy=r", "nopolicy=r"),
            ("IE6-P3PSettings/V1: maybe=a", "maybe=a"),
            ("IE6-P3PSettings/V1: PHY", "PHY"),
        ] {
            let error = text.parse::<Preferences>().unwrap_err();
            assert_eq!(&text[error.span.clone()], place, "{text}: {error}");
        }
        assert!(format!("{SIGNATURE} {}", "/=a/ ".repeat(20_000)).parse::<Preferences>().is_err());
    }

    fn any_preferences() -> impl Strategy<Value = Preferences> {
        let action = || prop::sample::select(Action::ALL);
        let term =
            ("[A-Z]{3}[aio]?", any::<bool>()).prop_map(|(token, present)| Term { token, present });
        let rule = (prop::collection::vec(term, 0..4), action())
            .prop_map(|(terms, action)| Rule { terms, action });
        (prop::collection::vec(rule, 0..6), prop::option::of(action()), any::<bool>()).prop_map(
            |(rules, no_policy, allow_session)| Preferences { rules, no_policy, allow_session },
        )
    }

    proptest! {
        #[test]
        fn printed_preferences_come_back(preferences in any_preferences()) {
            prop_assert_eq!(preferences.to_string().parse::<Preferences>(), Ok(preferences));
        }

        #[test]
        fn any_text_is_answered(text in r"(IE6-P3PSettings/V1:)?([ /=&!a-zA-Zé\t]{0,6}|nopolicy=|session=|/=a/ ){0,12}") {
            if let Err(error) = text.parse::<Preferences>() {
                prop_assert!(text.get(error.span).is_some());
            }
        }
    }
}

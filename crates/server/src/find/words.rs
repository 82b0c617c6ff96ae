//! What is said of a finding: its kind, how sure it is, why. Names that no language has a message for are shown as the
//! detectors write them.

use abide_detect::finding::{CERTAIN, LIKELY, POSSIBLE, STRONG};
use abide_detect::{Evidence, Finding, Kind};
use abide_notice::{Locale, say};
use abide_scan::{Piece, Place};

/// Most characters of a text that are shown in a sentence.
const MOST: usize = 120;

/// A name as part of a message's id: `DATE_OF_BIRTH` is `date-of-birth`.
fn slug(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(letter).collect::<String>().trim_matches('-').to_owned()
}

/// A kind's name.
pub(crate) fn kind(locale: &Locale, kind: Kind) -> String {
    locale.say(&format!("personal-{}", slug(kind.label())))
}

/// A score in words and percent.
pub(crate) fn sure(locale: &Locale, score: u8) -> String {
    let id = match score {
        CERTAIN.. => "sure-certain",
        STRONG.. => "sure-strong",
        LIKELY.. => "sure-likely",
        POSSIBLE.. => "sure-possible",
        _ => "sure-doubtful",
    };
    say!(locale, "sure", words = locale.say(id), n = u32::from(score))
}

/// A reason in a sentence.
pub(crate) fn reason(
    locale: &Locale,
    piece: &Piece,
    finding: &Finding,
    evidence: &Evidence,
) -> String {
    match evidence {
        Evidence::Pattern(name) => named(locale, "evidence-pattern", name),
        Evidence::Check(name) => named(locale, "evidence-check", name),
        Evidence::Dictionary(name) => named(locale, "evidence-dictionary", name),
        Evidence::Context(place) => {
            let word = short(piece.text.get(place.clone()).unwrap_or("").trim());
            if place.start < finding.place.start {
                say!(locale, "evidence-context-before", word = word)
            } else {
                say!(locale, "evidence-context-after", word = word)
            }
        }
        Evidence::Model(margin) => say!(locale, "evidence-model", n = u32::from(*margin)),
        Evidence::Seen => locale.say("evidence-seen"),
        Evidence::Spoken => locale.say("evidence-spoken"),
        Evidence::Column(of) => say!(locale, "evidence-column", kind = kind(locale, *of)),
        Evidence::Rule(rule) => say!(locale, "evidence-rule", name = &**rule),
    }
}

/// A sentence of its own for this name, else the one that shows the name.
fn named(locale: &Locale, id: &str, name: &'static str) -> String {
    let own = format!("{id}-{}", slug(name));
    if locale.has(&own) { locale.say(&own) } else { say!(locale, id, name = name) }
}

/// Why something was not reported.
pub(crate) fn why(locale: &Locale, id: &str) -> String {
    if locale.has(id) {
        return locale.say(id);
    }
    id.strip_prefix("miss-").unwrap_or(id).replace('-', " ")
}

/// Where something stands.
pub(crate) fn place(locale: &Locale, place: &Place) -> String {
    let at = place.at.as_deref().unwrap_or("");
    let line = || say!(locale, "find-line", line = place.line, column = place.column);
    match (place.line, at) {
        (0, at) => at.to_owned(),
        (_, "") => line(),
        (_, at) => format!("{at}, {}", line()),
    }
}

/// A text, shortened where it is long.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;

    #[test]
    fn every_kind_has_a_name_in_every_language() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            for one in Kind::ALL {
                let name = kind(locale, *one);
                assert!(!name.contains('‹'), "{lang}: {one}");
            }
        }
    }

    #[test]
    fn what_has_no_message_is_still_said() {
        let locale = Locales::built_in().get(abide_policy::vocab::Lang::En);
        assert_eq!(why(locale, "miss-never-heard-of"), "never heard of");
        let said = named(locale, "evidence-check", "de-tax-id");
        assert!(said.contains("de-tax-id"), "{said}");
        let luhn = named(locale, "evidence-check", "luhn");
        assert!(luhn.contains("Luhn"), "{luhn}");
    }

    #[test]
    fn scores_have_words() {
        let locale = Locales::built_in().get(abide_policy::vocab::Lang::En);
        for (score, expected) in [
            (100, "certain"),
            (99, "certain"),
            (90, "almost certain"),
            (75, "likely"),
            (49, "doubtful"),
        ] {
            assert_eq!(sure(locale, score), format!("{expected} ({score}%)"));
        }
    }
}

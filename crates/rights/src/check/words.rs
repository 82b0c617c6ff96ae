//! What fills the gaps of a finding's sentences, in the reader's language.

use abide_detect::Kind;
use abide_notice::{Locale, say};
use abide_policy::text::Period;
use jiff::civil::Date;

/// Something that a finding tells: never a value of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A name as it is written in the store, the map or the policy.
    Name(String),
    /// How many.
    Count(u64),
    /// How many, to choose the form of a sentence by.
    Number(u64),
    /// A kind of personal data.
    Kind(Kind),
    /// A length of time; none if the statement names none.
    Period(Option<Period>),
    /// A day.
    Day(Date),
    /// Several tables.
    Tables(Vec<String>),
    /// What is read without an index: all rows of a table, where their number is known.
    Reads {
        /// How many there are.
        rows: Option<u64>,
        /// The table.
        table: String,
    },
}

impl From<String> for Word {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl Word {
    fn say(&self, locale: &Locale) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Count(count) | Self::Number(count) => locale.number(*count),
            Self::Kind(kind) => kind_name(locale, *kind),
            Self::Period(period) => period.map(|p| locale.period(p)).unwrap_or_default(),
            Self::Day(day) => locale.date(*day),
            Self::Tables(tables) => {
                let quoted: Vec<String> = tables.iter().map(|t| format!("`{t}`")).collect();
                locale.list(&quoted)
            }
            Self::Reads { rows: Some(rows), table } => {
                let said = locale.number(*rows);
                say!(locale, "finding-reads-rows", n = *rows, rows = said, table = table.as_str())
            }
            Self::Reads { rows: None, table } => {
                say!(locale, "finding-reads-whole", table = table.as_str())
            }
        }
    }
}

/// A kind's name: `DATE_OF_BIRTH` is `personal-date-of-birth` in the locales.
fn kind_name(locale: &Locale, kind: Kind) -> String {
    locale.say(&format!("personal-{}", kind.label().to_lowercase().replace('_', "-")))
}

/// A message with its gaps filled; of two words for one gap the first counts.
pub(super) fn filled(locale: &Locale, id: &str, words: &[(&'static str, Word)]) -> String {
    let said: Vec<(&str, &Word, String)> =
        words.iter().rev().map(|(gap, word)| (*gap, word, word.say(locale))).collect();
    let mut values = Vec::new();
    for (gap, word, text) in &said {
        let value = if let Word::Number(n) = word { (*n).into() } else { text.as_str().into() };
        values.push((*gap, value));
    }
    locale.with(id, &values)
}

#[cfg(test)]
mod tests {
    use super::super::{Finding, What};
    use super::*;
    use abide_notice::Locales;

    /// A word for every gap that any sentence has.
    fn every_word() -> Vec<(&'static str, Word)> {
        let name = |text: &str| Word::Name(text.to_owned());
        let period = "2 years".parse().ok();
        vec![
            ("country", "DE".to_owned().into()),
            ("fact", name("phone")),
            ("kind", Word::Kind(Kind::DateOfBirth)),
            ("count", Word::Count(1200)),
            ("of", Word::Count(5000)),
            ("table", name("store.calls")),
            ("columns", name("a, b")),
            ("source", name("store.people")),
            ("parent", name("store.people")),
            ("child", name("store.notes")),
            ("reads", Word::Reads { rows: Some(3), table: "store.calls".to_owned() }),
            ("tables", Word::Tables(vec!["s.a".to_owned(), "s.b".to_owned(), "s.c".to_owned()])),
            ("policy", name("service")),
            ("data", name("user.name")),
            ("statement", name("calls")),
            ("category", name("online")),
            ("period", Word::Period(period)),
            ("key", name("since")),
            ("rule", name("phone_has_digits")),
            ("n", Word::Number(2)),
            ("named", Word::Number(2)),
            ("names", name("`a`, `b`")),
            ("type", name("citext")),
            ("oldest", Word::Day(jiff::civil::date(2024, 3, 5))),
        ]
    }

    #[test]
    fn every_finding_is_said_whole_in_every_language() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            for what in What::ALL {
                let severity = what.severity();
                let words = every_word();
                let finding = Finding { severity, place: String::new(), what: *what, words };
                for text in [finding.sentence_in(locale), finding.remedy_in(locale)] {
                    let whole = !text.contains(['‹', '{']) && text.len() > 20;
                    assert!(whole, "{lang} {}: {text}", what.word());
                    assert!(!text.ends_with('.'), "{lang} {}: {text}", what.word());
                }
            }
        }
    }

    #[test]
    fn words_are_said_as_readers_write_them() {
        use abide_policy::vocab::Lang;
        let finding = |what| Finding {
            severity: crate::check::Severity::Error,
            place: String::new(),
            what,
            words: every_word(),
        };
        let said = |lang, what| finding(what).sentence_in(Locales::built_in().get(lang));
        assert!(said(Lang::Sk, What::SlowEdge).ends_with("všetky 3 riadky tabuľky `store.calls`"));
        assert!(said(Lang::De, What::Overdue).contains("1.200 von 5.000 Zeilen"));
        assert!(
            said(Lang::De, What::Overdue).ends_with("(2 Jahre): Die älteste ist vom 5. März 2024")
        );
        assert!(said(Lang::Fr, What::Circle).starts_with("`s.a`, `s.b` et `s.c` renvoient"));
        assert!(
            said(Lang::En, What::NobodysData).contains("(date of birth in 1,200 of 5,000 sampled")
        );
    }
}

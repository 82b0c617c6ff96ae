//! Problems in the reader's language.
//!
//! Owns: which messages say a problem (`locales/<lang>/problems.ftl`), and the phrases that fill its gaps
//! (`phrases.ftl`). Leaves to others: the problems and their English (`abide_policy::codes`), showing them.

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::vocab::Lang;
use fluent_bundle::FluentValue;

use crate::Locale;

/// The message that says a code: `problem-access-nonident-conflict`.
#[must_use]
pub fn message_id(code: Code) -> String {
    format!("problem-{}", code.id().replace('.', "-"))
}

impl Locale {
    /// What is wrong.
    #[must_use]
    pub fn problem(&self, d: &Diagnostic) -> String {
        if self.lang() == Lang::En { d.message() } else { self.fill(d, None) }
    }

    /// What to do; may be empty.
    #[must_use]
    pub fn problem_help(&self, d: &Diagnostic) -> String {
        if self.lang() == Lang::En {
            return d.help();
        }
        let help = self.fill(d, Some("help"));
        match &d.fix {
            Some(fix) => {
                format!("{} {help}", crate::say!(self, "problem-did-you-mean", fix = fix.as_str()))
                    .trim()
                    .to_owned()
            }
            None => help,
        }
    }

    /// What kind of problem it is, in a few words.
    #[must_use]
    pub fn problem_title(&self, code: Code) -> String {
        self.part(&message_id(code), Some("title"), &[])
    }

    /// Why it is a problem.
    #[must_use]
    pub fn problem_why(&self, code: Code) -> String {
        self.part(&message_id(code), Some("why"), &[])
    }

    /// What is said and what to do, with the names of the gaps in braces where a real message has something.
    #[must_use]
    pub fn problem_pattern(&self, code: Code) -> (String, String) {
        let names = gaps(code.message()).chain(gaps(code.help()));
        let shown: Vec<(&str, String)> = names.map(|n| (n, format!("{{{n}}}"))).collect();
        let values: Vec<(&str, FluentValue<'_>)> =
            shown.iter().map(|(n, v)| (*n, FluentValue::from(v.as_str()))).collect();
        let id = message_id(code);
        (self.part(&id, None, &values), self.part(&id, Some("help"), &values))
    }

    fn fill(&self, d: &Diagnostic, part: Option<&str>) -> String {
        // What comes from outside is cut to a readable length and cannot hold line breaks.
        let clean = |v: &str| {
            v.chars().take(300).map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
        };
        let value = |name: &str, text: &str| {
            // What the message puts in backticks is somebody's word, even if we have the same one.
            let quoted = format!("`{{{name}}}`");
            let is_name = d.code.message().contains(&quoted) || d.code.help().contains(&quoted);
            match name {
                "doc" => self.key_help(d).unwrap_or_else(|| clean(text)),
                _ if is_name => clean(text),
                _ => self.phrase(&clean(text)),
            }
        };
        let values: Vec<(&str, FluentValue<'_>)> =
            d.args.iter().map(|(n, v)| (*n, FluentValue::from(value(n, v)))).collect();
        self.part(&message_id(d.code), part, &values)
    }

    /// What the editor says about the key that is missing.
    fn key_help(&self, d: &Diagnostic) -> Option<String> {
        let table = slug(d.arg("table")?);
        let table = table.strip_prefix("a-").unwrap_or(&table);
        let id = format!("editor-field-{table}-{}-help", d.arg("key")?);
        self.has(&id).then(|| self.say(&id).trim_end_matches('.').to_owned())
    }

    /// A phrase of ours in this language: as a whole, or its words before a name in backticks (``statement `orders` ``).
    /// Whatever is no phrase, such as a name, stays as it is.
    fn phrase(&self, english: &str) -> String {
        let known = |text: &str| Some(format!("phrase-{}", slug(text))).filter(|id| self.has(id));
        if english.starts_with('`') {
            return english.to_owned();
        }
        if let Some(id) = known(english) {
            return self.say(&id);
        }
        let at = english.find(|c: char| c == '`' || c.is_ascii_digit()).unwrap_or(english.len());
        let (words, name) = english.split_at(at);
        match known(words.trim()) {
            Some(id) => format!("{} {name}", self.say(&id)),
            None => english.to_owned(),
        }
    }
}

/// The names of the gaps in an English pattern.
fn gaps(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// `the policy file` → `the-policy-file`.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locales;

    #[test]
    fn problems_are_said_in_every_language() {
        let d =
            Diagnostic::new(Code::StatementPurposeMissing).with("statement", "statement `orders`");
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let said = locale.problem(&d);
            assert!(said.contains("`orders`") && !said.contains('‹'), "{lang}: {said}");
            assert_eq!(said.contains("statement"), lang == Lang::En, "{lang}: {said}");
            assert!(!locale.problem_help(&d).is_empty());
        }
    }

    #[test]
    fn what_a_missing_key_says_is_in_the_same_language() {
        let d = abide_policy::source::read_policy("[policy]\n").diagnostics;
        let missing = d.iter().find(|d| d.arg("key") == Some("version")).unwrap();
        for lang in Locales::built_in().languages() {
            let help = Locales::built_in().get(lang).problem_help(missing);
            assert_eq!(
                help.contains("which version; never used"),
                lang == Lang::En,
                "{lang}: {help}"
            );
        }
    }

    #[test]
    fn names_that_look_like_phrases_stay_names() {
        let de = Locales::built_in().get(Lang::De);
        let d =
            Diagnostic::new(Code::KeyUnknown).with("key", "version").with("table", "`[policy]`");
        let d = d.fixed_by("statement");
        assert!(
            de.problem(&d).contains("`[policy]`") && de.problem(&d).contains("`version`"),
            "{}",
            de.problem(&d)
        );
        assert!(de.problem_help(&d).contains("`statement`"), "{}", de.problem_help(&d));
        let d = Diagnostic::new(Code::ReferenceUnknown).with("kind", "region").with("id", "region");
        assert!(
            de.problem(&d).contains("`region`") && de.problem(&d).contains("Region"),
            "{}",
            de.problem(&d)
        );
    }
}

//! An organisation's own rules, in a file beside its policy: what else is personal data, and what is not.
//!
//! ```toml
//! off = ["social"]                    # detectors that are not wanted
//!
//! [[dictionary]]                      # words that mean something here
//! id    = "tariffs"
//! kind  = "OTHER"
//! words = ["Komfort Plus", "Basis 24"]
//!
//! [[pattern]]                         # numbers of our own
//! id    = "customer-number"
//! kind  = "ID"
//! form  = "K-999999"                  # see `abide_detect::pattern`
//! check = "luhn"                      # optional
//! words = ["Kundennummer", "Kunde"]   # optional: one of them must stand before it
//!
//! [[allow]]                           # found, but nobody's personal data
//! kind   = "EMAIL"
//! texts  = ["info@example.com", "*@example.org"]
//! reason = "our own published addresses"
//!
//! [[suppress]]                        # one finding, or those of a file
//! path   = "docs/**"
//! kind   = "PERSON"
//! reason = "names of authors, published with their consent"
//! ```
//!
//! Every exception has a reason.

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;

use crate::finding::{CERTAIN, Evidence, Finding, Found};
use crate::pattern::{Check, Pattern};
use crate::token::{Block, Class, cut, fold};
use crate::{Kind, lexicon};

/// The most words of all dictionaries together.
const MOST_WORDS: usize = 200_000;
/// The longest phrase of a dictionary, in tokens.
const LONGEST_PHRASE: usize = 16;

/// What an organisation adds to the detectors and takes from them.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    off: Vec<String>,
    dictionaries: Vec<Dictionary>,
    phrases: HashMap<u32, Vec<Phrase>>,
    patterns: Vec<Declared>,
    allow: Vec<Allow>,
    suppress: Vec<Suppress>,
}

#[derive(Clone, Debug)]
struct Dictionary {
    id: Box<str>,
    kind: Kind,
}

/// A phrase by the hashes of its tokens after the first.
#[derive(Clone, Debug)]
struct Phrase {
    rest: Box<[u32]>,
    dictionary: usize,
}

/// A declared pattern.
#[derive(Clone, Debug)]
struct Declared {
    id: Box<str>,
    kind: Kind,
    pattern: Pattern,
    /// Hashes of the words of which one must stand before it; empty if none must.
    words: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Allow {
    kind: Option<Kind>,
    texts: Vec<Folded>,
}

/// A text in small letters, perhaps with any beginning.
#[derive(Clone, Debug)]
struct Folded {
    any_start: bool,
    text: String,
}

/// Findings that are not reported, with the reason; the paths are matched by whoever knows paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppress {
    /// A pattern of paths: `docs/**`, `*.md`.
    pub path: String,
    /// Only findings of this kind.
    pub kind: Option<Kind>,
    /// Only findings on this line, from 1.
    pub line: Option<u64>,
    /// Why.
    pub reason: String,
}

/// What is wrong with a file of rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {remedy}")]
pub struct RuleError {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// Where in the file, in bytes, if known.
    pub place: Option<Range<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    off: Vec<toml::Spanned<String>>,
    #[serde(default)]
    dictionary: Vec<FileDictionary>,
    #[serde(default)]
    pattern: Vec<FilePattern>,
    #[serde(default)]
    allow: Vec<FileAllow>,
    #[serde(default)]
    suppress: Vec<FileSuppress>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDictionary {
    id: toml::Spanned<String>,
    kind: toml::Spanned<String>,
    words: Vec<toml::Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilePattern {
    id: toml::Spanned<String>,
    kind: toml::Spanned<String>,
    form: toml::Spanned<String>,
    check: Option<toml::Spanned<String>>,
    #[serde(default)]
    words: Vec<toml::Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAllow {
    kind: Option<toml::Spanned<String>>,
    texts: Vec<toml::Spanned<String>>,
    reason: toml::Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSuppress {
    path: toml::Spanned<String>,
    kind: Option<toml::Spanned<String>>,
    line: Option<u64>,
    reason: toml::Spanned<String>,
}

impl Rules {
    /// Reads a file of rules; all problems at once.
    ///
    /// # Errors
    /// If it is no TOML, has unknown words, or an exception without a reason.
    pub fn parse(text: &str) -> Result<Self, Vec<RuleError>> {
        let file: File = toml::from_str(text).map_err(|e| {
            vec![RuleError {
                what: e.message().to_owned(),
                remedy: "see the format in the manual of `abide scan`".to_owned(),
                place: e.span(),
            }]
        })?;
        let mut reader = Reader::default();
        reader.file(&file);
        if reader.errors.is_empty() { Ok(reader.rules) } else { Err(reader.errors) }
    }

    /// The detectors that are not wanted.
    #[must_use]
    pub fn off(&self) -> &[String] {
        &self.off
    }
    /// What is not to be reported from which files.
    #[must_use]
    pub fn suppressed(&self) -> &[Suppress] {
        &self.suppress
    }

    /// Reports what dictionaries and patterns name.
    pub(crate) fn look(&self, block: &Block<'_>, found: &mut Found) {
        self.look_for_phrases(block, found);
        for declared in &self.patterns {
            declared.look(block, found);
        }
    }

    fn look_for_phrases(&self, block: &Block<'_>, found: &mut Found) {
        if self.phrases.is_empty() {
            return;
        }
        for (at, token) in block.tokens.iter().enumerate() {
            let Some(phrases) = self.phrases.get(&token.hash) else { continue };
            let longest = phrases
                .iter()
                .filter_map(|phrase| Some((ends(block, at, phrase)?, phrase.dictionary)))
                .max_by_key(|(end, _)| *end);
            if let Some((end, dictionary)) = longest
                && let Some(dictionary) = self.dictionaries.get(dictionary)
            {
                let place = token.start as usize..end;
                let rule = Evidence::Rule(dictionary.id.clone());
                found.push(Finding::new(dictionary.kind, place, CERTAIN).because(rule));
            }
        }
    }

    /// Whether a finding is allowed to be there.
    pub(crate) fn allows(&self, text: &str, finding: &Finding) -> bool {
        if self.allow.is_empty() {
            return false;
        }
        let said = text.get(finding.place.clone()).unwrap_or("");
        let spellings = [Some(said), finding.normal.as_deref()];
        self.allow.iter().filter(|a| a.kind.is_none_or(|k| k == finding.kind)).any(|allow| {
            spellings.iter().flatten().any(|s| {
                let folded: String = s.chars().map(fold).collect();
                allow.texts.iter().any(|t| t.fits(&folded))
            })
        })
    }
}

/// How many words before a declared number its word may stand.
const REACH: usize = 4;

impl Declared {
    fn look(&self, block: &Block<'_>, found: &mut Found) {
        for (at, token) in block.tokens.iter().enumerate() {
            let start = token.start as usize;
            let first = block.text.get(start..).and_then(|t| t.chars().next());
            if !first.is_some_and(|c| self.pattern.may_start_with(c)) {
                continue;
            }
            let Some(end) = self.pattern.match_at(block.text, start) else { continue };
            let Some(word) = self.word_before(block, at) else {
                found.miss(self.kind, "", start..end, "miss-context");
                continue;
            };
            let finding = Finding::new(self.kind, start..end, CERTAIN);
            let finding = finding.because(Evidence::Rule(self.id.clone()));
            found.push(match word {
                Some(word) => finding.because(Evidence::Context(word)),
                None => finding,
            });
        }
    }

    /// The place of the word that must stand before it: `Some(None)` if none must, `None` if it is not there.
    fn word_before(&self, block: &Block<'_>, at: usize) -> Option<Option<Range<usize>>> {
        if self.words.is_empty() {
            return Some(None);
        }
        let before = block.tokens.get(..at)?.iter().rev();
        let mut words =
            before.filter(|t| matches!(t.class, Class::Word | Class::Mixed)).take(REACH);
        words.find(|t| self.words.contains(&t.hash)).map(|t| Some(t.place()))
    }
}

impl Folded {
    fn new(text: &str) -> Self {
        let (any_start, text) = match text.strip_prefix('*') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        Self { any_start, text: text.chars().map(fold).collect() }
    }
    fn fits(&self, folded: &str) -> bool {
        if self.any_start { folded.ends_with(&self.text) } else { folded == self.text }
    }
}

/// Where a phrase ends that starts at a token, if it stands there.
fn ends(block: &Block<'_>, at: usize, phrase: &Phrase) -> Option<usize> {
    let mut end = block.token(at)?.end;
    for (after, hash) in phrase.rest.iter().enumerate() {
        let token = block.token(at + 1 + after)?;
        if token.hash != *hash || token.class == Class::Line {
            return None;
        }
        end = token.end;
    }
    Some(end as usize)
}

/// How rules switch off the tagger, which finds the names that no list has.
pub(crate) const TAGGER: &str = "names";

#[derive(Default)]
struct Reader {
    rules: Rules,
    words: usize,
    errors: Vec<RuleError>,
}

impl Reader {
    fn file(&mut self, file: &File) {
        for name in &file.off {
            let all: Vec<_> =
                crate::detectors::ALL.iter().map(|d| d.name()).chain([TAGGER]).collect();
            if all.contains(&name.get_ref().as_str()) {
                self.rules.off.push(name.get_ref().clone());
            } else {
                self.wrong(name, "no such detector", &format!("there are {}", all.join(", ")));
            }
        }
        for dictionary in &file.dictionary {
            self.dictionary(dictionary);
        }
        for pattern in &file.pattern {
            self.pattern(pattern);
        }
        for allow in &file.allow {
            self.reason(&allow.reason);
            let kind = allow.kind.as_ref().and_then(|k| self.kind(k));
            let texts = allow.texts.iter().map(|t| Folded::new(t.get_ref())).collect();
            self.rules.allow.push(Allow { kind, texts });
        }
        for suppress in &file.suppress {
            self.reason(&suppress.reason);
            let kind = suppress.kind.as_ref().and_then(|k| self.kind(k));
            self.rules.suppress.push(Suppress {
                path: suppress.path.get_ref().clone(),
                kind,
                line: suppress.line,
                reason: suppress.reason.get_ref().clone(),
            });
        }
    }

    fn dictionary(&mut self, dictionary: &FileDictionary) {
        let Some(kind) = self.kind(&dictionary.kind) else { return };
        let number = self.rules.dictionaries.len();
        let id = dictionary.id.get_ref().as_str().into();
        self.rules.dictionaries.push(Dictionary { id, kind });
        for word in &dictionary.words {
            self.phrase(word, number);
        }
    }

    fn pattern(&mut self, pattern: &FilePattern) {
        let check = pattern.check.as_ref().and_then(|check| {
            let read = check.get_ref().parse::<Check>();
            read.map_err(|e| self.wrong(check, "no such check digit", &e.to_string())).ok()
        });
        let read = Pattern::new(pattern.form.get_ref(), check);
        let read = read.map_err(|e| self.wrong(&pattern.form, "no pattern", &e.to_string())).ok();
        if let (Some(kind), Some(read)) = (self.kind(&pattern.kind), read) {
            let words = pattern.words.iter().map(|w| crate::token::hash(w.get_ref())).collect();
            let id = pattern.id.get_ref().as_str().into();
            self.rules.patterns.push(Declared { id, kind, pattern: read, words });
        }
    }

    fn phrase(&mut self, word: &toml::Spanned<String>, dictionary: usize) {
        let mut tokens = Vec::new();
        cut(word.get_ref(), lexicon::built_in(), &mut tokens);
        self.words += 1;
        match tokens.split_first() {
            None => self.wrong(word, "a word is empty", "remove it"),
            Some(_) if tokens.len() > LONGEST_PHRASE => {
                self.wrong(word, "a phrase has more than 16 words and signs", "shorten it");
            }
            Some(_) if self.words > MOST_WORDS => {
                self.wrong(word, "the dictionaries have more than 200,000 words", "split the work");
            }
            Some((first, rest)) => {
                let rest = rest.iter().map(|t| t.hash).collect();
                self.rules.phrases.entry(first.hash).or_default().push(Phrase { rest, dictionary });
            }
        }
    }

    fn kind(&mut self, label: &toml::Spanned<String>) -> Option<Kind> {
        let kind = Kind::from_label(label.get_ref());
        if kind.is_none() {
            let all: Vec<_> = Kind::ALL.iter().map(|k| k.label()).collect();
            self.wrong(label, "no such kind", &format!("there are {}", all.join(", ")));
        }
        kind
    }

    fn reason(&mut self, reason: &toml::Spanned<String>) {
        if reason.get_ref().trim().is_empty() {
            self.wrong(reason, "an exception has no reason", "write down why");
        }
    }

    fn wrong(&mut self, at: &toml::Spanned<String>, what: &str, remedy: &str) {
        let what = format!("{what}: `{}`", at.get_ref());
        self.errors.push(RuleError { what, remedy: remedy.to_owned(), place: Some(at.span()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Finder, Options};

    fn finder(rules: &str) -> Finder {
        Finder::with_rules(Options::default(), Rules::parse(rules).unwrap())
    }

    #[test]
    fn dictionaries_find_phrases_in_any_case() {
        let finder = finder(
            "[[dictionary]]\nid='t'\nkind='OTHER'\nwords=['Komfort Plus', 'Komfort', 'a-b']",
        );
        let text = "Tarif KOMFORT  plus und komfort, A-B\nKomfort\nPlus";
        let found: Vec<_> = finder.find(text).into_iter().map(|f| &text[f.place]).collect();
        assert_eq!(found, ["KOMFORT  plus", "komfort", "A-B", "Komfort"]);
    }

    #[test]
    fn declared_patterns_with_and_without_words() {
        let rules = "[[pattern]]\nid='k'\nkind='ID'\nform='K-999999'\nwords=['Kundennummer']\n\
                     [[pattern]]\nid='v'\nkind='ID'\nform='VV999'";
        let text = "Kundennummer: K-123456, aber nicht mehr am Tag danach K-654321; VV123";
        let found: Vec<_> = finder(rules).find(text).into_iter().map(|f| &text[f.place]).collect();
        assert_eq!(found, ["K-123456", "VV123"]);
        let errors =
            Rules::parse("[[pattern]]\nid='k'\nkind='ID'\nform='9'\ncheck='x'").unwrap_err();
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn allowed_texts_and_switched_off_detectors() {
        let text = "info@example.com x@example.org y@example.net";
        let rules =
            "[[allow]]\nkind='EMAIL'\ntexts=['INFO@example.com','*@example.org']\nreason='ours'";
        let found = finder(rules).find(text);
        assert_eq!(found.len(), 1);
        assert!(finder("off=['email']").find(text).iter().all(|f| f.kind != Kind::Email));
        let name = "Dear Ms Wapperom,";
        assert_eq!(finder("").find(name).iter().filter(|f| f.kind == Kind::Person).count(), 1);
        assert!(finder("off=['names']").find(name).iter().all(|f| f.kind != Kind::Person));
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "off=['x']\n[[allow]]\nkind='Y'\ntexts=[]\nreason=' '\n[[dictionary]]\nid='d'\nkind='OTHER'\nwords=['']";
        let errors = Rules::parse(text).unwrap_err();
        let whats: Vec<_> = errors.iter().map(|e| e.what.as_str()).collect();
        assert_eq!(
            whats,
            [
                "no such detector: `x`",
                "a word is empty: ``",
                "an exception has no reason: ` `",
                "no such kind: `Y`"
            ]
        );
        assert!(errors.iter().all(|e| e.place.is_some()));
        assert!(Rules::parse("nonsense = 1").unwrap_err()[0].place.is_some());
    }
}

//! The languages in which Abide speaks: their messages, and dates, numbers, periods, lists and countries as their readers
//! write them (conventions of the Unicode CLDR).
//!
//! Owns: loading `locales/<lang>/*.ftl` and formatting. Leaves to others: which message says what ([`crate::words`] and
//! the documents).
//!
//! A message that is missing in one language is a failed test of this module, never a surprise at run time.

use std::fmt;
use std::sync::LazyLock;

use abide_policy::text::{Country, Period, Unit};
use abide_policy::vocab::{Lang, Vocabulary};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;

macro_rules! messages {
    ($lang:literal) => {
        messages!($lang: "core", "countries", "words", "data", "notice", "pages", "compact", "server", "detect", "problems", "phrases", "editor", "anonymize", "rights", "requests", "findings", "own", "letter")
    };
    ($lang:literal: $($file:literal),+) => {
        &[$(($file, include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"), "/../../locales/", $lang, "/", $file, ".ftl"
        )))),+]
    };
}

/// A language with its files, each by name and text.
type Source = (Lang, &'static [(&'static str, &'static str)]);

/// Every language with its messages: to add one, add its line here.
const SOURCES: &[Source] = &[
    (Lang::En, messages!("en")),
    (Lang::De, messages!("de")),
    (Lang::Fr, messages!("fr")),
    (Lang::Es, messages!("es")),
    (Lang::Sk, messages!("sk")),
];

static BUILT_IN: LazyLock<Locales> = LazyLock::new(|| Locales {
    all: SOURCES.iter().map(|(lang, files)| Locale::new(*lang, files)).collect(),
});

/// Every language in which Abide speaks.
pub struct Locales {
    /// Never empty; English first.
    all: Vec<Locale>,
}

impl Locales {
    /// The languages built into this program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }
    /// Which languages these are.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.all.iter().map(|l| l.lang)
    }
    /// The messages in a language; English if it is not spoken.
    #[must_use]
    #[expect(clippy::missing_panics_doc, clippy::expect_used, reason = "English is always there")]
    pub fn get(&self, lang: Lang) -> &Locale {
        let spoken = self.all.iter().find(|l| l.lang == lang);
        spoken.or(self.all.first()).expect("English is always there")
    }
    /// Whether messages exist in a language.
    #[must_use]
    pub fn speaks(&self, lang: Lang) -> bool {
        self.languages().any(|l| l == lang)
    }
}

impl fmt::Debug for Locales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.languages()).finish()
    }
}

/// One language with its messages.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// A message with values for its gaps: `say!(locale, "problem-did-you-mean", fix = word)`.
#[macro_export]
macro_rules! say {
    ($locale:expr, $id:expr $(, $name:ident = $value:expr)+ $(,)?) => {
        $locale.with($id, &[$((stringify!($name), $value.into())),+])
    };
    ($locale:expr, $id:expr $(,)?) => { $locale.say($id) };
}

impl Locale {
    fn new(lang: Lang, files: &[(&str, &str)]) -> Self {
        let id = lang.word().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are for texts of mixed direction; they would end up in files that programs read.
        bundle.set_use_isolating(false);
        for (_, text) in files {
            // What can be read of a broken file is kept; the tests of this module refuse broken files.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(r, _)| r);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// Which language it is.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without gaps. An unknown name is shown in guillemets; no page has one, see the tests.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with values for its gaps; see [`say!`](crate::say).
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.part(id, None, values)
    }

    /// A message, or a part of it, with values for its gaps; the same name in guillemets if there is none.
    pub(crate) fn part(
        &self,
        id: &str,
        part: Option<&str>,
        values: &[(&str, FluentValue<'_>)],
    ) -> String {
        let message = self.bundle.get_message(id);
        let pattern = match part {
            None => message.and_then(|m| m.value()),
            Some(part) => message.and_then(|m| m.get_attribute(part)).map(|a| a.value()),
        };
        let Some(pattern) = pattern else { return format!("‹{id}›") };
        let args: FluentArgs<'_> = values.iter().map(|(n, v)| (*n, v.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A day: `1 December 2026`, `1. Dezember 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year().to_string());
        say!(self, "date", day = day, month = month, year = year)
    }

    /// A length of time in the case that stands alone: `30 days`, `30 Tage`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let id = match period.unit() {
            Unit::Hour => "period-hour",
            Unit::Day => "period-day",
            Unit::Week => "period-week",
            Unit::Month => "period-month",
            Unit::Year => "period-year",
        };
        say!(self, id, n = period.amount())
    }

    /// A whole number, grouped: `12,345`, `12.345`, `12 345`.
    #[must_use]
    pub fn number(&self, n: u64) -> String {
        let digits = n.to_string();
        // Spanish leaves four digits together (CLDR `minimumGroupingDigits`).
        if digits.len() <= 3 || (self.lang == Lang::Es && digits.len() == 4) {
            return digits;
        }
        let mark = match self.lang {
            Lang::En => ",",
            Lang::De | Lang::Es => ".",
            Lang::Fr => "\u{202f}",
            Lang::Sk => "\u{a0}",
        };
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(mark);
            }
            out.push(c);
        }
        out
    }

    /// How large a file is: `3.4 MB`, `3,4 Mo`.
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        let units = [("size-giga", 1_000_000_000), ("size-mega", 1_000_000), ("size-kilo", 1000)];
        let Some((id, unit)) = units.into_iter().find(|(_, unit)| bytes >= *unit) else {
            return say!(self, "size-byte", n = bytes.to_string());
        };
        let mark = if self.lang == Lang::En { '.' } else { ',' };
        let (whole, tenth) = (bytes / unit, bytes % unit * 10 / unit);
        say!(self, id, n = format!("{}{mark}{tenth}", self.number(whole)))
    }

    /// Several things in a sentence: `a, b and c`; empty without things.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let Some((last, start)) = items.split_last() else { return String::new() };
        let last = last.as_ref();
        if start.is_empty() {
            return last.to_owned();
        }
        let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
        let id =
            if self.lang == Lang::Es && starts_with_i(last) { "list-and-i" } else { "list-and" };
        say!(self, id, start = start.join(", "), last = last)
    }

    /// Several things apart from each other: `a; b; c`.
    #[must_use]
    pub fn apart<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(if self.lang == Lang::Fr { "\u{202f}; " } else { "; " })
    }

    /// What stands between a thing and what is said of it: French sets it off with a space that does not break.
    #[must_use]
    pub const fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "\u{a0}: ",
            _ => ": ",
        }
    }

    /// Puts names in the order in which readers look for them: accents count less than letters, except where the
    /// language has a letter of its own.
    pub fn sort(&self, names: &mut [String]) {
        names.sort_by_cached_key(|name| (self.key(name), name.clone()));
    }

    fn key(&self, name: &str) -> String {
        let mut out = String::with_capacity(name.len());
        for c in name.to_lowercase().chars() {
            out.push(match c {
                'á' | 'à' | 'â' | 'ä' | 'å' | 'ã' => 'a',
                'ç' | 'č' => 'c',
                'ď' => 'd',
                'é' | 'è' | 'ê' | 'ë' => 'e',
                'í' | 'ì' | 'î' | 'ï' => 'i',
                'ĺ' | 'ľ' => 'l',
                'ň' | 'ñ' => 'n',
                'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
                'ŕ' => 'r',
                'š' | 'ß' => 's',
                'ť' => 't',
                'ú' | 'ù' | 'û' | 'ü' => 'u',
                'ý' => 'y',
                'ž' => 'z',
                other => other,
            });
            let own = match self.lang {
                Lang::Sk => matches!(c, 'ä' | 'č' | 'ô' | 'š' | 'ž'),
                Lang::Es => c == 'ñ',
                Lang::En | Lang::De | Lang::Fr => false,
            };
            if own {
                // After all words with the plain letter.
                out.push(char::MAX);
            }
        }
        if self.lang == Lang::Sk { out.replace("ch", "h\u{10ffff}") } else { out }
    }

    /// A country's name.
    #[must_use]
    pub fn country(&self, country: Country) -> String {
        self.say(&format!("country-{}", country.code().to_ascii_lowercase()))
    }

    /// A text with a capital at its start.
    #[must_use]
    pub fn capital(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.lang)
    }
}

/// Before the sound of i, Spanish says `e` for `y`.
fn starts_with_i(word: &str) -> bool {
    let word = word.to_lowercase();
    let i = word.strip_prefix('h').unwrap_or(&word);
    i.starts_with(['i', 'í']) && !["ia", "ie", "io"].iter().any(|d| i.starts_with(d))
}

#[cfg(test)]
mod tests;

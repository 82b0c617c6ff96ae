//! Every language says everything, with the same gaps, and nothing is left in English.

use std::collections::{BTreeMap, BTreeSet};

use abide_agents::{AGENTS, Action, Context, Cookie, Level, Reason};
use abide_p3p::compact::tokens;
use abide_policy::data::Schema;
use abide_policy::vocab::{
    Access, Basis, Category, Choice, Ground, Purpose, Recipient, Redress, Resolution, Retention,
    Role, Source, SpecialGround, Storage, Subject,
};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::words::Spoken;

/// A message: its text as written, gaps and variants included.
type Messages = BTreeMap<String, String>;

/// The messages of a file by name; a name that comes twice is an error.
fn messages(file: &str, text: &str) -> Messages {
    let mut out = Messages::new();
    let mut last = String::new();
    for line in text.lines() {
        let is_head = line.starts_with(|c: char| c.is_ascii_lowercase());
        match line.split_once(" = ").or(line.strip_suffix(" =").map(|id| (id, ""))) {
            Some((id, value)) if is_head => {
                last = id.to_owned();
                assert!(
                    out.insert(last.clone(), value.to_owned()).is_none(),
                    "{file}: `{id}` twice"
                );
            }
            _ if line.starts_with(' ') || line.starts_with('}') => {
                out.get_mut(&last).unwrap().push_str(&format!("\n{line}"));
            }
            _ => assert!(line.is_empty() || line.starts_with('#'), "{file}: `{line}`"),
        }
    }
    out
}

fn gaps(text: &str) -> BTreeSet<&str> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    text.split('$').skip(1).map(|rest| rest.split(ends).next().unwrap()).collect()
}

fn files() -> impl Iterator<Item = (Lang, &'static str, Messages)> {
    SOURCES.iter().flat_map(|(lang, files)| {
        files.iter().map(|(name, text)| (*lang, *name, messages(name, text)))
    })
}

fn english() -> BTreeMap<&'static str, Messages> {
    files()
        .filter(|(lang, ..)| *lang == Lang::En)
        .map(|(_, file, messages)| (file, messages))
        .collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_gaps() {
    let english = english();
    for (lang, file, messages) in files() {
        let (ours, theirs): (Vec<_>, Vec<_>) =
            (messages.keys().collect(), english[file].keys().collect());
        let missing: Vec<_> = theirs.iter().filter(|id| !ours.contains(*id)).collect();
        let unknown: Vec<_> = ours.iter().filter(|id| !theirs.contains(*id)).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{lang}/{file}: missing {missing:?}, unknown {unknown:?}"
        );
        for (id, text) in &messages {
            assert_eq!(gaps(text), gaps(&english[file][id]), "{lang}/{file}: gaps of `{id}`");
            assert!(!text.trim().is_empty(), "{lang}/{file}: `{id}` is empty");
        }
    }
}

/// Sentences that are the same in another language because they hold only names and signs.
const SAME: &[&str] = &[
    "archive-hash",
    "card-ground-one",
    "card-ground-one-plain",
    "card-who-named",
    "card-choice-purpose",
    "compact-place",
    "compact-row",
    "date",
    "letter-article-extended-uk",
    "list-and",
    "list-and-i",
    "part-of",
    "place-in",
    "record-transfer",
    "right-access-article",
    "right-complaint-article",
    "right-erasure-article",
    "right-portability-article",
    "right-rectification-article",
    "right-restriction-article",
    "short-kept-where",
    "start-gpc",
    "start-jsonld",
    "token-use",
    "work-hours",
];

#[test]
fn nothing_is_left_in_english() {
    let english = english();
    for (lang, file, messages) in
        files().filter(|(lang, file, _)| *lang != Lang::En && *file != "countries")
    {
        for (id, text) in &messages {
            let sentence =
                text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count() > 2;
            let same = sentence && *text == english[file][id] && !SAME.contains(&id.as_str());
            assert!(!same, "{lang}/{file}: `{id}` is English: {text}");
        }
    }
}

#[test]
fn every_file_reads_and_every_message_fills_its_gaps() {
    for (lang, file_list) in SOURCES {
        for (name, text) in *file_list {
            let read = FluentResource::try_new((*text).to_owned());
            assert!(read.is_ok(), "{lang}/{name}: {:?}", read.err().map(|(_, errors)| errors));
        }
        let locale = Locales::built_in().get(*lang);
        for (id, text) in file_list.iter().flat_map(|(name, text)| messages(name, text)) {
            for n in [0_u32, 1, 2, 5, 21] {
                let pattern = locale.bundle.get_message(&id).unwrap().value().unwrap();
                let numbers = ["n", "count", "day", "month"];
                let args = gaps(&text).into_iter().map(|gap| match numbers.contains(&gap) {
                    true => (gap, FluentValue::from(n)),
                    false => (gap, FluentValue::from("x")),
                });
                let args: FluentArgs<'_> = args.collect();
                let mut errors = Vec::new();
                let said = locale.bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(
                    errors.is_empty() && !said.contains("{$"),
                    "{lang}: `{id}`: {errors:?} {said}"
                );
            }
        }
    }
}

fn speaks<W: Spoken>(locale: &Locale) {
    for word in W::ALL {
        let said = locale.word(*word);
        assert!(!said.contains('‹'), "{}: {said}", locale.lang());
    }
}

#[test]
fn every_word_of_the_vocabulary_is_said_in_every_language() {
    for lang in Locales::built_in().languages() {
        let locale = Locales::built_in().get(lang);
        speaks::<Access>(locale);
        speaks::<Basis>(locale);
        speaks::<Category>(locale);
        speaks::<Choice>(locale);
        speaks::<Ground>(locale);
        speaks::<Purpose>(locale);
        speaks::<Recipient>(locale);
        speaks::<Redress>(locale);
        speaks::<Resolution>(locale);
        speaks::<Retention>(locale);
        speaks::<Role>(locale);
        speaks::<Source>(locale);
        speaks::<SpecialGround>(locale);
        speaks::<Storage>(locale);
        speaks::<Subject>(locale);
        let ids = Purpose::ALL.iter().map(|p| format!("purpose-{p}-short"));
        let ids = ids.chain(Recipient::ALL.iter().map(|r| format!("recipient-{r}-short")));
        let ids = ids.chain(Choice::ALL.iter().map(|c| format!("choice-{c}-word")));
        let ids = ids.chain(Basis::ALL.iter().map(|b| format!("basis-{b}-article")));
        let ids = ids.chain(Context::ALL.iter().map(|c| format!("context-{c}")));
        let ids = ids.chain(Cookie::ALL.iter().map(|c| format!("cookie-{c}")));
        let ids = ids.chain(Level::ALL.iter().map(|l| format!("level-{l}")));
        let ids = ids.chain(Action::ALL.iter().map(|a| format!("action-{a}")));
        let ids = ids.chain(Reason::ALL.iter().map(|r| format!("reason-{r}")));
        let every = "NOI DSP COR NID CURa OUR IND PHY TST HONK CUS";
        let ids = ids.chain(tokens(every).map(|t| format!("kind-{}", t.meaning.kind())));
        for id in ids {
            assert!(locale.has(&id), "{lang}: `{id}`");
        }
        assert!(!AGENTS.is_empty());
    }
}

/// What the base schema holds has a name for people, down to its last leaf.
#[test]
fn every_data_element_has_a_name() {
    let policy = abide_policy::source::read_policy(include_str!("../../tests/samples/site-1.toml"))
        .value
        .unwrap();
    for lang in Locales::built_in().languages() {
        let locale = Locales::built_in().get(lang);
        for name in Schema::base().names() {
            let said = locale.data(&policy, name);
            assert_ne!(said, name.as_str(), "{lang}");
            assert!(!said.contains('‹'), "{lang}: {said}");
        }
    }
}

fn source_files(folder: &std::path::Path, out: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source_files(&path, out);
        } else if !path.ends_with("tests.rs") {
            #[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
            out.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every message that the program asks for by name exists, and every message is asked for.
#[test]
fn messages_and_program_fit() {
    let mut sources = Vec::new();
    for folder in [
        concat!(env!("CARGO_MANIFEST_DIR"), "/src"),
        concat!(env!("CARGO_MANIFEST_DIR"), "/../server"),
        concat!(env!("CARGO_MANIFEST_DIR"), "/../abide/src/commands/anonymize"),
        concat!(env!("CARGO_MANIFEST_DIR"), "/../rights/src"),
    ] {
        source_files(std::path::Path::new(folder), &mut sources);
    }
    let text = sources.join("\n");
    let english: BTreeSet<String> = english().into_values().flat_map(Messages::into_keys).collect();
    for asked in text.split("say(\"").skip(1).chain(text.split("dated(\"").skip(1)) {
        let id = asked.split('"').next().unwrap();
        // The command line says sentences, too.
        assert!(id.contains(' ') || english.contains(id), "`{id}` is asked for");
    }
    for asked in text.split("say!(").skip(1) {
        let id = asked.split(';').next().unwrap().split('"').nth(1).unwrap_or_default();
        let is_name = id.contains('-') && !id.contains(['{', ' ', '/']);
        assert!(!is_name || english.contains(id), "`{id}` is asked for");
    }
    let literals: BTreeSet<&str> = text.split('"').collect();
    let patterns: Vec<Vec<&str>> = literals
        .iter()
        .filter(|l| {
            let starts = l.starts_with(|c: char| c.is_ascii_lowercase());
            let ends =
                l.starts_with('{') && l.rsplit('}').next().is_some_and(|end| end.starts_with('-'));
            l.contains('{') && (starts || ends) && !l.contains(' ')
        })
        .map(|l| l.split(['{', '}']).step_by(2).collect())
        .collect();
    let spoken = [
        "access",
        "basis",
        "category",
        "choice",
        "ground",
        "purpose",
        "recipient",
        "redress",
        "resolution",
    ];
    let spoken = spoken.iter().chain(&[
        "retention",
        "role",
        "source",
        "special",
        "storage",
        "subject",
        "data",
        "field",
        "miss",
    ]);
    let spoken: Vec<String> = spoken.map(|p| format!("{p}-")).collect();
    let used = |id: &str| {
        let fits =
            |parts: &Vec<&str>| id.starts_with(parts[0]) && id.ends_with(parts[parts.len() - 1]);
        // A beginning of two words that the program completes, as in `change-rights` with `-yes`.
        let begun = || {
            id.rmatch_indices('-')
                .any(|(i, _)| id[..i].contains('-') && literals.contains(&id[..i]))
        };
        literals.contains(id)
            || begun()
            || spoken.iter().any(|p| id.starts_with(p))
            || patterns.iter().any(fits)
    };
    let unused: Vec<_> = english.iter().filter(|id| !used(id)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn days_and_lists_read_as_their_readers_write_them() {
    let day = date(2026, 12, 1);
    let said = |lang| Locales::built_in().get(lang).date(day);
    for (lang, expected) in [
        (Lang::En, "1 December 2026"),
        (Lang::De, "1. Dezember 2026"),
        (Lang::Fr, "1er décembre 2026"),
        (Lang::Es, "1 de diciembre de 2026"),
        (Lang::Sk, "1. decembra 2026"),
    ] {
        if Locales::built_in().speaks(lang) {
            assert_eq!(said(lang), expected);
        }
    }
    let english = Locales::built_in().get(Lang::En);
    assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(english.list::<&str>(&[]), "");
    assert_eq!(english.period("1 month".parse().unwrap()), "1 month");
    let german = Locales::built_in().get(Lang::De);
    assert_eq!(german.period("6 months".parse().unwrap()), "6 Monate");
    assert_eq!(
        (english.number(12_345), german.number(12_345)),
        ("12,345".to_owned(), "12.345".to_owned())
    );
    assert!(starts_with_i("iglesia") && starts_with_i("hijos") && !starts_with_i("hielo"));
}

#[test]
fn sizes_are_written_as_readers_write_them() {
    let said = |lang, bytes| Locales::built_in().get(lang).size(bytes);
    for (lang, bytes, expected) in [
        (Lang::En, 0, "0\u{a0}B"),
        (Lang::En, 999, "999\u{a0}B"),
        (Lang::En, 3_449_999, "3.4\u{a0}MB"),
        (Lang::De, 1000, "1,0\u{a0}kB"),
        (Lang::Fr, 3_449_999, "3,4\u{a0}Mo"),
        (Lang::Es, 2_000_000_000_000, "2000,0\u{a0}GB"),
        (Lang::Sk, u64::MAX, "18\u{a0}446\u{a0}744\u{a0}073,7\u{a0}GB"),
    ] {
        assert_eq!(said(lang, bytes), expected);
    }
}

#[test]
fn every_country_has_a_name() {
    for lang in Locales::built_in().languages() {
        let locale = Locales::built_in().get(lang);
        let letters = || b'A'..=b'Z';
        for code in
            letters().flat_map(|a| letters().map(move |b| String::from_utf8(vec![a, b]).unwrap()))
        {
            if let Ok(country) = code.parse() {
                let said = locale.country(country);
                assert!(!said.contains('‹') && said != code, "{lang}: {code}");
            }
        }
    }
}

proptest! {
    #[test]
    fn values_never_become_messages(text in "\\PC*") {
        let english = Locales::built_in().get(Lang::En);
        let said = say!(english, "card-interests", text = text.as_str());
        prop_assert_eq!(said, format!("Our interests: {text}"));
    }

    #[test]
    fn numbers_keep_their_digits(n: u64) {
        for lang in Locales::built_in().languages() {
            let said = Locales::built_in().get(lang).number(n);
            let digits: String = said.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, n.to_string());
        }
    }
}

#[test]
fn names_stand_where_readers_look_for_them() {
    let sorted = |lang, names: &[&str]| {
        let mut names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        Locales::built_in().get(lang).sort(&mut names);
        names.join(" ")
    };
    assert_eq!(
        sorted(Lang::Fr, &["France", "États-Unis", "Danemark"]),
        "Danemark États-Unis France"
    );
    assert_eq!(sorted(Lang::De, &["Polen", "Österreich", "Norwegen"]), "Norwegen Österreich Polen");
    assert_eq!(
        sorted(
            Lang::Sk,
            &[
                "Švajčiarsko",
                "Írsko",
                "Česko",
                "Cyprus",
                "Chorvátsko",
                "Holandsko",
                "Spojené štáty",
                "Taliansko"
            ]
        ),
        "Cyprus Česko Holandsko Chorvátsko Írsko Spojené štáty Švajčiarsko Taliansko"
    );
}

//! Runs the cases of `docs/decide.md`, and checks what must hold for every use.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use abide_policy::decide::{Choices, Compiled, ConsentKind, Decision, Use};
use abide_policy::source::read_policy;
use abide_policy::version::Version;
use abide_policy::vocab::{Purpose, Recipient, Subject, Vocabulary};
use proptest::prelude::*;

const DOCUMENT: &str = include_str!("../../../docs/decide.md");
const SMALL: &str = include_str!("small.toml");

/// The fenced blocks of a document: their kind and text, with the line on which they start.
fn blocks(document: &str) -> Vec<(&str, String, usize)> {
    let mut out: Vec<(&str, String, usize)> = Vec::new();
    let mut open = false;
    for (i, line) in document.lines().enumerate() {
        match (line.strip_prefix("```"), open) {
            (Some(kind), false) => {
                out.push((kind, String::new(), i + 1));
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let (_, text, _) = out.last_mut().unwrap();
                text.push_str(line);
                text.push('\n');
            }
            (None, false) => {}
        }
    }
    out
}

fn compile(statements: &str) -> Compiled {
    let head = SMALL.split("[[statement]]").next().unwrap();
    let source = format!("{head}\n{statements}");
    let policy = read_policy(&source).draft.unwrap();
    Compiled::of(&Version::new(policy, source))
}

/// Reads `customer user.name for current by ours, opted out of develop -> …` up to the arrow.
fn read_use(compiled: &Compiled, text: &str) -> Use {
    let mut parts = text.split(", ");
    let words: Vec<&str> = parts.next().unwrap().split(' ').collect();
    let [subject, data, "for", purpose, "by", recipient] = words[..] else {
        panic!("cannot read `{text}`")
    };
    let mut asked = Use {
        data: compiled.data(&data.parse().unwrap()).unwrap(),
        subject: Subject::from_word(subject).unwrap(),
        purpose: Purpose::from_word(purpose).unwrap(),
        recipient: Recipient::from_word(recipient).unwrap(),
        jurisdiction: "DE".parse().unwrap(),
        region: None,
        held_since: None,
        today: jiff::civil::date(2026, 12, 1),
        choices: Choices::default(),
    };
    for condition in parts {
        apply(compiled, &mut asked, condition);
    }
    asked
}

fn apply(compiled: &Compiled, asked: &mut Use, condition: &str) {
    let (what, word) = condition.rsplit_once(' ').unwrap_or((condition, ""));
    let c = &mut asked.choices;
    match what {
        "restricted" => c.restricted = true,
        "held since" => asked.held_since = Some(word.parse().unwrap()),
        "today" => asked.today = word.parse().unwrap(),
        "from" => asked.jurisdiction = word.parse().unwrap(),
        "in" => asked.region = Some(compiled.region(&word.parse().unwrap()).unwrap()),
        "objected to" => drop(c.objected.insert(Purpose::from_word(word).unwrap())),
        "agreed to" => match (Purpose::from_word(word), Recipient::from_word(word)) {
            (Some(p), _) => drop(c.consented.insert(p)),
            (_, Some(r)) => drop(c.consented_recipients.insert(r)),
            _ => panic!("`{word}`"),
        },
        "opted out of" => match (Purpose::from_word(word), Recipient::from_word(word)) {
            (Some(p), _) => drop(c.opted_out.insert(p)),
            (_, Some(r)) => drop(c.opted_out_recipients.insert(r)),
            _ => panic!("`{word}`"),
        },
        _ => panic!("cannot read `{condition}`"),
    }
}

fn write(compiled: &Compiled, decision: Decision) -> String {
    let name = |id| compiled.statement(id).unwrap().to_string();
    match decision {
        Decision::Allowed { statement, basis } => {
            let on = basis.map_or_else(String::new, |b| format!(" on {b}"));
            format!("allowed by {}{on}", name(statement))
        }
        Decision::NeedsConsent { statement, kind } => {
            let to = match kind {
                ConsentKind::Purpose(p) => p.word(),
                ConsentKind::Recipient(r) => r.word(),
            };
            format!("needs consent to {to} by {}", name(statement))
        }
        Decision::Refused { reason, statement } => {
            let by = statement.map_or_else(String::new, |s| format!(" by {}", name(s)));
            format!("refused: {}{by}", reason.word())
        }
    }
}

#[test]
fn the_document_is_true() {
    let mut compiled = None;
    let mut run = 0;
    for (kind, text, line) in blocks(DOCUMENT) {
        match kind {
            "toml" => compiled = Some(compile(&text)),
            "cases" => {
                let compiled = compiled.as_ref().unwrap();
                for (i, case) in text.lines().enumerate() {
                    let (asked, expected) = case.split_once(" -> ").unwrap();
                    let decided = write(compiled, compiled.decide(&read_use(compiled, asked)));
                    assert_eq!(decided, expected, "docs/decide.md:{}: {asked}", line + 1 + i);
                    run += 1;
                }
            }
            _ => panic!("an unknown kind of block: {kind}"),
        }
    }
    assert!(run > 30, "only {run} cases were run");
}

fn set_of<T: Vocabulary>() -> impl Strategy<Value = abide_policy::vocab::Set<T>> {
    proptest::collection::vec(0..T::ALL.len(), 0..4)
        .prop_map(|v| v.into_iter().map(|i| T::ALL[i]).collect())
}

prop_compose! {
    fn choices()(consented in set_of(), consented_recipients in set_of(), opted_out in set_of(),
                 opted_out_recipients in set_of(), objected in set_of(), restricted in any::<bool>()) -> Choices {
        Choices { consented, consented_recipients, opted_out, opted_out_recipients, objected, restricted }
    }
}

prop_compose! {
    fn a_use()(name in 0usize..400, subject in 0..Subject::ALL.len(), purpose in 0..Purpose::ALL.len(),
               recipient in 0..Recipient::ALL.len(), since in proptest::option::of(-800i32..10), choices in choices())
        -> (usize, Use) {
        let today = jiff::civil::date(2026, 12, 1);
        let compiled = compile(profile());
        (name, Use {
            data: compiled.data(&"user.gender".parse().unwrap()).unwrap(),
            subject: Subject::ALL[subject], purpose: Purpose::ALL[purpose], recipient: Recipient::ALL[recipient],
            jurisdiction: "DE".parse().unwrap(), region: None,
            held_since: since.map(|d| today.saturating_add(jiff::Span::new().days(d))), today, choices,
        })
    }
}

fn profile() -> &'static str {
    let start = DOCUMENT.find("[[statement]]\nid         = \"profile\"").unwrap();
    DOCUMENT[start..].split("```").next().unwrap()
}

/// How permissive a decision is.
fn rank(decision: Decision) -> u8 {
    match decision {
        Decision::Allowed { .. } => 2,
        Decision::NeedsConsent { .. } => 1,
        Decision::Refused { .. } => 0,
    }
}

proptest! {
    /// More refusal by the person never permits more; a set is never freer than a leaf of it; more consent never permits less.
    #[test]
    fn choices_and_sets_are_monotone((name, mut asked) in a_use()) {
        let compiled = compile(profile());
        let schema = abide_policy::data::Schema::base();
        let names: Vec<_> = schema.names().collect();
        let set = names[name % names.len()];
        asked.data = compiled.data(set).unwrap();
        let decided = rank(compiled.decide(&asked));
        for leaf in schema.leaves(set) {
            let of_leaf = rank(compiled.decide(&Use { data: compiled.data(leaf).unwrap(), ..asked }));
            prop_assert!(decided <= of_leaf, "{set} {leaf}");
        }
        let mut refusing = asked;
        refusing.choices.opted_out.insert(asked.purpose);
        refusing.choices.objected.insert(asked.purpose);
        prop_assert!(rank(compiled.decide(&refusing)) <= decided);
        let mut agreeing = asked;
        agreeing.choices.consented.insert(asked.purpose);
        agreeing.choices.consented_recipients.insert(asked.recipient);
        prop_assert!(rank(compiled.decide(&agreeing)) >= decided);
        let mut restricted = asked;
        restricted.choices.restricted = true;
        prop_assert_eq!(rank(compiled.decide(&restricted)), 0);
    }
}

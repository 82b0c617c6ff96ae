use std::collections::BTreeSet;
use std::process::Command;

use proptest::prelude::*;

use super::*;

fn germany() -> Option<Country> {
    "DE".parse().ok()
}

fn given(text: &str) -> Given {
    Given::read(text, germany()).unwrap()
}

#[test]
fn what_says_the_same() {
    for (asked, stored, same) in [
        ("email= Anna.Schmidt@Example.ORG ", "anna.schmidt@example.org", true),
        ("email=anna@example.org", "anna@example.org.", true),
        ("email=anna@example.org", "anna@example.com", false),
        ("email=anna@Müller.example", "anna@xn--mller-kva.example", true),
        ("phone=0351 327294", "+49 (0)351-327294", true),
        ("phone=0049351327294", "(0351) 32 72 94", true),
        ("phone=0351 327294", "0351 327295", false),
        ("phone=0351 327294", "none", false),
        ("id=K-4711", "K-4711", true),
        ("id=K-4711", "k-4711", false),
        ("name=Anna Müller", "MÜLLER, Anna", true),
        ("name=Anna Müller", "Anna Mueller", true),
        ("name=Anna Müller", "Anna Muller", true),
        ("name=Anna Müller", "Anne Müller", false),
        ("name=Jean-Luc O'Brien", "O’Brien, Jean Luc", true),
        ("name=Søren Weiß", "Soeren WEISS", true),
        ("name=Łukasz Żak", "lukasz zak", true),
        ("name=Žofia Kováčová", "Kovacova, Zofia", true),
        ("born=1980-05-31", "1980-05-31 00:00:00", true),
        ("born=1980-05-31", "1980-06-01", false),
        ("postal-code=sw1a 1aa", "SW1A1AA", true),
        ("postal-code=812 43", "81243", true),
    ] {
        assert_eq!(given(asked).is(stored, germany()), same, "{asked} / {stored}");
    }
}

#[test]
fn of_several_numbers_in_one_field_each_is_told() {
    for (asked, stored, is) in [
        ("0351 327294", "0351 327294 (privat)", true),
        ("0351 327294", "+49 30 23125101; 0351/327294", true),
        ("0351 327294", "+49 351 327294 +49 30 23125101", true),
        ("030 23125101", "+49 (0)30 23125101 / 0351 327294", true),
        ("0351 327294", "0351 327295 (privat)", false),
        ("0351 327294", "K-0351327294", false),
    ] {
        let asked = given(&format!("phone={asked}"));
        assert_eq!(asked.is_among(stored, germany()), is, "{stored}");
        assert!(!asked.is(stored, germany()), "{stored}");
    }
}

#[test]
fn an_index_finds_these_forms() {
    assert_eq!(given("email=anna@example.org").forms(None), ["anna@example.org"]);
    assert_eq!(
        given("email=Anna@Müller.example").forms(None),
        [
            "Anna@müller.example",
            "anna@müller.example",
            "Anna@xn--mller-kva.example",
            "anna@xn--mller-kva.example"
        ]
    );
    assert!(given("phone=0351 327294").forms(germany()).contains(&"0351327294".to_owned()));
    assert_eq!(given("name=Müller, Anna").forms(None), ["Anna Müller"]);
    assert_eq!(given("born=1980-05-31").forms(None), ["1980-05-31"]);
}

#[test]
fn what_cannot_be_read_says_why_and_not_what() {
    for (text, why) in [
        ("anna@example.org", NotAsked::Form),
        ("mail=anna@example.org", NotAsked::Fact),
        ("email=", NotAsked::Value(Fact::Email)),
        ("id=a\nb", NotAsked::Value(Fact::Id)),
        ("email=anna", NotAsked::Email),
        ("email=@example.org", NotAsked::Email),
        ("email=anna@exa mple.org", NotAsked::Email),
        ("email=a@b@example.org", NotAsked::Email),
        ("email=anna@example..org", NotAsked::Email),
        ("phone=anna", NotAsked::Phone(Why::NotDigits)),
        ("phone=+49 1", NotAsked::Phone(Why::Length)),
        ("name=4711", NotAsked::Name),
        ("born=31.05.1980", NotAsked::Born),
        ("born=1780-05-31", NotAsked::Born),
        ("postal-code=8", NotAsked::PostalCode),
    ] {
        let error = Given::read(text, germany()).unwrap_err();
        assert_eq!(error, why, "{text}");
        for secret in ["anna", "1980", "+49 1"] {
            assert!(!error.to_string().contains(secret) || secret == "1980", "{error}");
        }
    }
    assert_eq!(format!("{:?}", given("email=anna@example.org")), "email=…");
    let long = format!("id={}", "x".repeat(LONGEST + 1));
    assert_eq!(Given::read(&long, None), Err(NotAsked::Value(Fact::Id)));
}

#[test]
fn a_name_needs_a_second_fact() {
    for (facts, enough) in [
        (&["name=Anna Müller"][..], false),
        (&["name=Anna Müller", "name=Anna Schmidt"], false),
        (&["born=1980-05-31", "postal-code=81243"], false),
        (&[], false),
        (&["name=Anna Müller", "born=1980-05-31"], true),
        (&["postal-code=81243", "name=Anna Müller"], true),
        (&["id=4711"], true),
        (&["name=Anna Müller", "email=anna@example.org"], true),
    ] {
        let asked = Asked::read(facts.iter().copied(), germany());
        assert_eq!(asked.is_ok(), enough, "{facts:?}");
    }
    assert_eq!(Asked::read(vec!["id=1"; MOST + 1], None), Err(NotAsked::Many));
    assert_eq!(Asked::read(vec!["id=1"; MOST], None).unwrap().given().len(), 1);
}

fn key(id: &str, byte: u8) -> Key {
    Key::new(id.parse().unwrap(), &[byte; 32]).unwrap()
}

#[test]
fn marks_are_hmacs_of_fact_and_normal_form() {
    let keys = Keys::new(key("2026", 7), vec![key("2025", 6)]).unwrap();
    let facts = ["email=Anna@Example.org", "name=Müller, Anna", "born=1980-05-31"];
    let asked = Asked::read(facts, None).unwrap();
    // By Python's hmac.
    assert_eq!(
        keys.marks(&asked).iter().map(Mark::as_str).collect::<Vec<_>>(),
        [
            "a1:2026:email:a67f58bc5e0d5e80c48eb7178b8b1c8f618ea59e36403ffd78c9cf08276d50bc",
            "a1:2026:name+born:512e3619ea4eaf65da6a60c407f231f1285c95f4fa55aba426052902be56dd8f",
        ]
    );
    for mark in keys.marks(&asked) {
        assert_eq!(mark.as_str().parse(), Ok(mark.clone()));
        assert_eq!(mark.key(), "2026");
        for bad in [mark.as_str().replace("a1", "a2"), format!("{}0", mark.as_str()), "a1:b".into()]
        {
            assert_eq!(bad.parse::<Mark>(), Err(BadMark));
        }
    }
    let again = Asked::read(["email=ANNA@EXAMPLE.ORG"], None).unwrap();
    assert!(keys.lookups(&again).iter().any(|mark| keys.marks(&asked).contains(mark)));
    // A person marked under the key that was current before is still found after the rotation.
    let before = Keys::new(key("2025", 6), vec![]).unwrap();
    assert!(keys.lookups(&again).contains(&before.marks(&again)[0]));
    assert!(!keys.marks(&again).contains(&before.marks(&again)[0]));
}

/// A store may hold ids equal without a difference between capitals and small letters, and whoever looks a mark up asks no store.
#[test]
fn ids_are_known_again_however_they_are_written() {
    let read = |text: &str| Asked::read([text], None).unwrap();
    let keys = Keys::new(key("2026", 7), vec![key("2025", 6)]).unwrap();
    let marks = keys.marks(&read("id=C-1"));
    assert_eq!(marks, keys.marks(&read("id=c-1")));
    assert_ne!(marks, keys.marks(&read("id=C-2")));
    // Marks that were made of an id as it was written are found and moved by whoever writes it so.
    let written = keys.lookups(&read("id=C-1"));
    assert_eq!((written.len(), keys.lookups(&read("id=c-1")).len()), (4, 2));
    let moves = keys.moves(&read("id=C-1"));
    let from: Vec<&Mark> = moves.iter().map(|(before, _)| before).collect();
    assert!(written.iter().filter(|mark| **mark != marks[0]).all(|mark| from.contains(&mark)));
    assert!(moves.iter().all(|(_, now)| *now == marks[0]), "{moves:?}");
}

#[test]
fn addresses_are_asked_for_as_stores_hold_them() {
    let plain = Asked::read(["email=anna@example.org"], None).unwrap();
    for text in ["mailto:anna@example.org", "Anna Muster <anna@example.org>"] {
        assert_eq!(Asked::read([format!("email={text}").as_str()], None).unwrap(), plain, "{text}");
    }
    for text in
        ["Anna <anna@example.org>, Eva <eva@example.org>", "mailto:a@example.org,b@example.org"]
    {
        assert!(Asked::read([format!("email={text}").as_str()], None).is_err(), "{text}");
    }
}

#[test]
fn keys_are_long_and_have_their_own_names() {
    assert_eq!(Key::new("a".parse().unwrap(), &[1; 31]).err(), Some(BadKey::Short));
    assert_eq!(Keys::new(key("a", 1), vec![key("a", 2)]).err(), Some(BadKey::Twice));
    assert_eq!(format!("{:?}", key("a", 1)), "Key(a)");
}

/// What libphonenumber says to numbers that a test made: `number TAB region`, answered by its E.164 form.
const ORACLE: &str = r#"
import sys, phonenumbers
for line in sys.stdin.read().splitlines():
    text, region = line.split("\t")
    try:
        number = phonenumbers.parse(text, None if region == "-" else region)
        print(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    except phonenumbers.NumberParseException:
        print("none")
"#;

/// Spellings that libphonenumber reads otherwise; this list may only become shorter.
const DEVIATIONS: &str = include_str!("../../tests/oracles/spellings_deviations.tsv");

#[test]
#[expect(clippy::disallowed_methods, reason = "hands another program its input")]
fn spellings_are_read_by_libphonenumber() {
    let Some(python) = abide_tests::python("phonenumbers") else { return };
    let numbers = include_str!("../../../detect/tests/oracles/phone.tsv");
    let mut asked = BTreeSet::new();
    for line in numbers.lines().filter(|line| line.contains(" +")) {
        let mut columns = line.split('\t');
        let (text, region) = (columns.next().unwrap(), columns.next().unwrap());
        let home = region.parse().ok();
        let Ok(number) = e164(text, home) else { continue };
        for spelling in number.spellings(home) {
            // Stores hold `00` also where people dial something else abroad; a German dials it.
            let dialled_in = if spelling == format!("00{}", number.bare()) { "DE" } else { region };
            asked.insert((format!("{spelling}\t{dialled_in}"), number.as_str().to_owned()));
        }
    }
    assert!(asked.len() > 2_000, "{}", asked.len());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("asked.tsv");
    let lines: String = asked.iter().map(|(line, _)| format!("{line}\n")).collect();
    std::fs::write(&file, lines).unwrap();
    let input = std::fs::File::open(file).unwrap();
    let run = Command::new(python).args(["-c", ORACLE]).stdin(input).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let answers = String::from_utf8(run.stdout).unwrap();
    let differing: Vec<String> = asked
        .iter()
        .zip(answers.lines())
        .filter(|((_, own), theirs)| own != theirs)
        .map(|((line, own), theirs)| format!("{line}\t{own}\t{theirs}"))
        .collect();
    let known: Vec<&str> = DEVIATIONS.lines().filter(|l| !l.starts_with('#')).collect();
    assert_eq!(differing, known);
}

proptest! {
    /// What is normal stays as it is, and nothing that people write ends badly.
    #[test]
    fn normal_forms_are_stable(value in "\\PC{1,40}", fact in 0..6_usize) {
        let fact = Fact::ALL[fact];
        if let Ok(first) = Given::of(fact, &value, germany()) {
            let again = Given::of(fact, &first.normal(), germany());
            if fact != Fact::Name {
                prop_assert_eq!(again.unwrap().normal(), first.normal());
            } else if let Ok(again) = again {
                prop_assert!(again.is(&first.normal(), None));
            }
            prop_assert!(first.is(&value, germany()));
        }
    }

    /// Order of writing, capitals and blanks do not tell people apart.
    #[test]
    fn names_are_the_same_in_either_order(first in "[a-zäöüéčłø]{2,9}", last in "[a-zßñž-]{2,9}") {
        let Some(name) = Name::read(&format!("{first} {last}")) else { return Ok(()) };
        let turned = Name::read(&format!("{}, {}", last.to_uppercase(), first.to_uppercase())).unwrap();
        prop_assert!(name.is(&turned));
    }
}

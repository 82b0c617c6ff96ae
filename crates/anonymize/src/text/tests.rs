use abide_detect::{Finder, Finding, Kind};
use proptest::prelude::*;

use super::*;

/// A source for tests: the same for the same seed.
fn source(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed;
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Findings where these values stand.
fn marked(text: &str, values: &[(Kind, &str)]) -> Vec<Finding> {
    let mut found: Vec<Finding> = values
        .iter()
        .flat_map(|(kind, value)| {
            text.match_indices(value).map(|(at, v)| Finding::new(*kind, at..at + v.len(), 90))
        })
        .collect();
    found.sort_by_key(|f| (f.place.start, usize::MAX - f.place.end));
    found.dedup_by(|b, a| b.place.start < a.place.end);
    found
}

#[test]
fn one_person_is_one_person() {
    let text = "I'm Olivia Flores. Thanks, Olivia. Ms Flores, is it olivia.flores@gmail.com? OLIVIA FLORES!";
    let values = [
        (Kind::Person, "Olivia Flores"),
        (Kind::Person, "OLIVIA FLORES"),
        (Kind::Email, "olivia.flores@gmail.com"),
        (Kind::Person, "Olivia"),
        (Kind::Person, "Flores"),
    ];
    let mut random = source(1);
    let done =
        anonymize(text, &marked(text, &values), &Plan::default(), &mut Session::new(&mut random));
    let new: Vec<&str> = done.changes.iter().map(|c| &done.text[c.new.clone()]).collect();
    let (given, family) = new[0].split_once(' ').unwrap();
    assert_eq!(new[1], given);
    assert_eq!(new[2], family);
    let local = format!("{}.{}@example.", shape::ascii(given), shape::ascii(family));
    assert!(new[3].starts_with(&local), "{} {local}", new[3]);
    assert_eq!(new[4], new[0].to_uppercase());
    assert!(
        !done.text.to_lowercase().contains("olivia")
            && !done.text.to_lowercase().contains("flores")
    );
}

#[test]
fn addresses_places_ages_and_web_addresses_agree_within_a_document() {
    let text = "Anna Müller ist 42 Jahre alt und wohnt in der Hauptstr. 12, 10115 Berlin. In Berlin kennt man sie: \
        https://www.mueller-shop.de/team/anna.mueller?id=77 und anna.mueller@mueller-shop.de, Hauptstraße 12.";
    let values = [
        (Kind::Person, "Anna Müller"),
        (Kind::Age, "42"),
        (Kind::Address, "Hauptstr. 12, 10115 Berlin"),
        (Kind::Loc, "Berlin"),
        (Kind::Url, "https://www.mueller-shop.de/team/anna.mueller?id=77"),
        (Kind::Email, "anna.mueller@mueller-shop.de"),
        (Kind::Address, "Hauptstraße 12"),
    ];
    for seed in 0..20 {
        let mut random = source(seed);
        let mut session = Session::new(&mut random);
        let findings = marked(text, &values);
        let done = anonymize(text, &findings, &Plan::all(Operator::Surrogate), &mut session);
        let new: Vec<&str> = done.changes.iter().map(|c| &done.text[c.new.clone()]).collect();
        let [name, age, address, town, url, mail, street] = new[..] else { panic!("{new:?}") };
        assert!((37..=47).contains(&age.parse::<u8>().unwrap()) && age != "42");
        assert!(address.ends_with(&format!(" {town}")), "{address} {town}");
        assert_eq!(street.replace("straße", "str."), address.split_once(',').unwrap().0);
        let (user, domain) = mail.split_once('@').unwrap();
        assert!(url.starts_with(&format!("https://www.{domain}/")), "{url} {mail}");
        assert!(url.contains(&format!("/{user}?id=")), "{url} {mail}");
        assert_eq!(user, name.split(' ').map(shape::ascii).collect::<Vec<_>>().join("."));
        for old in ["Anna", "anna", "ller", "Haupt", "10115", "Berlin", "shop", "team", "77"] {
            assert!(!done.text.contains(old), "{old}: {}", done.text);
        }
    }
}

#[test]
fn each_operator_does_what_it_says() {
    let text = "card 4111 1111 1111 1111";
    let findings = marked(text, &[(Kind::Card, "4111 1111 1111 1111")]);
    for (operator, expected) in [
        ("keep", "card 4111 1111 1111 1111"),
        ("remove", "card [CARD]"),
        ("mask", "card ****"),
        ("last-4", "card ****1111"),
    ] {
        let mut plan = Plan::default();
        plan.set(Kind::Card, operator.parse().unwrap()).unwrap();
        let mut random = source(2);
        let done = anonymize(text, &findings, &plan, &mut Session::new(&mut random));
        assert_eq!(done.text, expected);
        assert_eq!(done.changes[0].operator.word(), operator);
        assert_eq!(&done.text[done.changes[0].new.clone()], &expected[5..]);
    }
    assert_eq!(last_four("123-456").as_deref(), Some("****"));
    assert_eq!(last_four("12"), None);
}

#[test]
fn what_cannot_be_invented_goes() {
    let text = "born, id 123, Анна";
    let findings =
        marked(text, &[(Kind::NatId, "123"), (Kind::Person, "Анна"), (Kind::Health, "born")]);
    let mut random = source(3);
    let done = anonymize(text, &findings, &Plan::default(), &mut Session::new(&mut random));
    assert_eq!(done.text, "[HEALTH], id [NATID], [PERSON]");
    assert!(done.changes.iter().all(|c| c.operator == Operator::Remove));
}

#[test]
fn what_is_said_stays_said() {
    let text = "Agent: Your phone number?\nCustomer: It is one two three, four five six, seven eight nine zero.";
    let findings = Finder::default().find(text);
    let mut random = source(4);
    let done = anonymize(text, &findings, &Plan::default(), &mut Session::new(&mut random));
    let said = done.text.split("It is ").nth(1).unwrap();
    assert!(
        !said.contains("one two three,") && !said.contains(|c: char| c.is_ascii_digit()),
        "{said}"
    );
    let groups: Vec<usize> = said.split(',').map(|g| g.split_whitespace().count()).collect();
    assert_eq!(groups, [3, 3, 4], "{said}");
}

#[test]
fn a_look_at_what_remains() {
    let text = "Mail anna@example.com. Again anna@example.com.";
    let finder = Finder::default();
    let findings = finder.find(text);
    let mut random = source(5);
    // The second place is overlooked on purpose.
    let done = anonymize(
        text,
        &findings[..1],
        &Plan::all(Operator::Remove),
        &mut Session::new(&mut random),
    );
    assert_eq!(
        left_over(text, &done, &finder).iter().map(|l| l.kind).collect::<Vec<_>>(),
        [Kind::Email]
    );
    let done =
        anonymize(text, &findings, &Plan::all(Operator::Remove), &mut Session::new(&mut random));
    assert_eq!(left_over(text, &done, &finder), []);
}

/// Values that the built-in detectors find in the sentences below.
fn value() -> impl Strategy<Value = (Kind, String)> {
    let digits = |n: usize| {
        proptest::collection::vec(0u8..10, n)
            .prop_map(|d| d.iter().map(u8::to_string).collect::<String>())
    };
    prop_oneof![
        "[a-z]{3,8}\\.[a-z]{3,9}[0-9]{0,2}@[a-z]{4,9}\\.(de|com|sk)".prop_map(|v| (Kind::Email, v)),
        (prop_oneof!["30", "351", "221"], digits(7))
            .prop_map(|(a, d)| (Kind::Phone, format!("+49 {a} {d}"))),
        digits(14).prop_map(|d| (Kind::Card, luhn(&format!("4{d}")))),
        digits(18).prop_map(|d| (Kind::Iban, iban(&d))),
    ]
}

fn luhn(start: &str) -> String {
    let with = |c: u8| format!("{start}{c}");
    (0..10)
        .map(with)
        .find(|n| abide_detect::check_digit::luhn(&n.bytes().map(|b| b - b'0').collect::<Vec<_>>()))
        .unwrap()
}

fn iban(account: &str) -> String {
    let all: Vec<u8> = format!("{account}131400").bytes().map(|b| b - b'0').collect();
    format!("DE{:02}{account}", 98 - abide_detect::check_digit::mod97(all))
}

fn sentence((kind, value): &(Kind, String)) -> String {
    match kind {
        Kind::Email => format!("My email address is {value}, please write."),
        Kind::Phone => format!("You can call me on my phone number {value} tomorrow."),
        Kind::Card => format!("The credit card number is {value}."),
        _ => format!("The IBAN of my bank account is {value}."),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_found_remains_and_what_is_invented_is_found(values in proptest::collection::vec(value(), 1..6), seed: u64) {
        let text: String = values.iter().map(|v| sentence(v) + "\n").collect();
        let finder = Finder::default();
        let findings = finder.find(&text);
        for operator in [Operator::Remove, Operator::Mask, Operator::Generalize, Operator::Surrogate] {
            let mut random = source(seed);
            let done = anonymize(&text, &findings, &Plan::all(operator), &mut Session::new(&mut random));
            for finding in &findings {
                let old = &text[finding.place.clone()];
                prop_assert!(!done.text.contains(old), "{operator:?} {old}: {}", done.text);
            }
            prop_assert_eq!(left_over(&text, &done, &finder), vec![]);
            let kinds = |found: &[Finding]| found.iter().map(|f| f.kind).collect::<Vec<_>>();
            if operator == Operator::Surrogate {
                let again = finder.find(&done.text);
                prop_assert_eq!(kinds(&again), kinds(&findings), "{}", done.text);
            }
        }
    }

    #[test]
    fn the_same_value_becomes_the_same_and_another_becomes_another(one in value(), two in value(), seed: u64) {
        prop_assume!(one.1 != two.1);
        let text = format!("{}\n{}\n{}\n", sentence(&one), sentence(&two), sentence(&one));
        let findings = marked(&text, &[(one.0, &one.1), (two.0, &two.1)]);
        prop_assume!(findings.len() == 3);
        let mut random = source(seed);
        let done = anonymize(&text, &findings, &Plan::default(), &mut Session::new(&mut random));
        let new: Vec<&str> = done.changes.iter().map(|c| &done.text[c.new.clone()]).collect();
        prop_assert_eq!(new[0], new[2]);
        if one.0 == Kind::Email || one.0 == Kind::Iban {
            prop_assert_ne!(new[0], new[1]);
        }
    }

    #[test]
    fn order_and_distance_of_dates_stay(days in proptest::collection::vec(0i32..20_000, 2..6), seed: u64) {
        use jiff::{ToSpan, civil::date};
        let at = |d: i32| date(1970, 1, 1).checked_add(d.days()).unwrap();
        let text: String = days.iter().map(|d| format!("{} ", at(*d))).collect();
        let findings: Vec<_> = (0..days.len()).map(|i| {
            let place = i * 11..i * 11 + 10;
            Finding::new(Kind::Date, place.clone(), 90).normal(&text[place])
        }).collect();
        let mut random = source(seed);
        let done = anonymize(&text, &findings, &Plan::default(), &mut Session::new(&mut random));
        let new: Vec<jiff::civil::Date> = done.text.split_whitespace().map(|d| d.parse().unwrap()).collect();
        let moved = new[0].since(at(days[0])).unwrap().get_days();
        prop_assert!((30..=365).contains(&moved.abs()));
        for (day, new) in days.iter().zip(new) {
            prop_assert_eq!(new, at(day + moved));
        }
    }

    #[test]
    fn nothing_makes_it_fall(text in "\\PC{0,60}", cuts in proptest::collection::vec((0usize..60, 0usize..20, 0usize..37), 0..5), seed: u64) {
        let mut findings: Vec<Finding> = cuts.iter().filter_map(|(from, len, kind)| {
            let kind = *Kind::ALL.get(*kind)?;
            text.get(*from..from + len)?;
            Some(Finding::new(kind, *from..from + len, 50))
        }).collect();
        findings.sort_by_key(|f| f.place.start);
        for operator in Operator::ALL {
            let mut random = source(seed);
            let done = anonymize(&text, &findings, &Plan::all(operator), &mut Session::new(&mut random));
            for change in &done.changes {
                prop_assert!(done.text.get(change.new.clone()).is_some());
            }
        }
    }
}

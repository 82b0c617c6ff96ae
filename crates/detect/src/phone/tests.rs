use std::collections::BTreeSet;

use super::*;

/// What libphonenumber says; `tools/lab/phone_oracle.py` writes it.
const ORACLE: &str = include_str!("../../tests/oracles/phone.tsv");
/// Numbers on which we differ; this list may only become shorter.
const DEVIATIONS: &str = include_str!("../../tests/oracles/phone_deviations.tsv");

fn name(line: Line) -> &'static str {
    match line {
        Line::Premium => "premium_rate",
        Line::TollFree => "toll_free",
        Line::SharedCost => "shared_cost",
        Line::Voip => "voip",
        Line::Personal => "personal_number",
        Line::Pager => "pager",
        Line::Company => "uan",
        Line::VoiceMail => "voicemail",
        Line::Fixed => "fixed_line",
        Line::Mobile => "mobile",
        Line::FixedOrMobile => "fixed_line_or_mobile",
        Line::Unassigned => "unassigned",
    }
}

fn verdict(text: &str, region: &str) -> String {
    let Some(number) = parse(text, Region::from_code(region)) else { return "no".to_owned() };
    if number.line == Line::Unassigned {
        return "unassigned".to_owned();
    }
    let (_, area) = country_and_area(&number.e164).unwrap();
    let region = number.region.map_or_else(|| "001".to_owned(), |r| r.to_string());
    format!("{region} {} {} {}", name(number.line), area.len(), number.e164)
}

#[test]
fn decides_as_libphonenumber_does() {
    let known: BTreeSet<&str> = DEVIATIONS.lines().filter(|l| !l.starts_with('#')).collect();
    let mut differing = BTreeSet::new();
    let mut compared = 0;
    for line in ORACLE.lines().filter(|l| !l.starts_with('#')) {
        let [text, region, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        compared += 1;
        let ours = verdict(text, region);
        // Whether an unassigned number has at least the right length is a matter of taste.
        let agree = ours == expected
            || [ours.as_str(), expected].iter().all(|v| ["no", "unassigned"].contains(v));
        if !agree {
            differing.insert(format!("{line}\t{ours}"));
        }
    }
    assert!(compared > 4000, "{compared}");
    let new: Vec<_> = differing.iter().filter(|d| !known.contains(d.as_str())).collect();
    assert!(new.is_empty(), "{} differ: {new:#?}", new.len());
    let gone: Vec<_> = known.iter().filter(|d| !differing.contains(**d)).collect();
    assert!(gone.is_empty(), "no longer differ, take them off the list: {gone:#?}");
}

#[test]
fn spellings_of_one_number() {
    for (text, region) in [
        ("+49 (351) 327294", "-"),
        ("+49 (0)351 327294", "-"),
        ("0049 351 / 32 72 94", "-"),
        ("0049 351 327294", "US"),
        ("(0351) 327294", "DE"),
        ("tel:+49-351-327294", "-"),
        ("0351 327294 ext. 12", "DE"),
        ("00 49 351 327294", "FR"),
    ] {
        let number = parse(text, Region::from_code(region));
        assert_eq!(number.map(|n| n.e164).as_deref(), Some("+49351327294"), "{text}");
    }
}

#[test]
fn what_is_no_number() {
    for text in
        ["", "+", "++49 351 327294", "12:30", "+49 351 abc", "1-800-FLOWERS", "+999 1234567"]
    {
        assert_eq!(parse(text, None), None, "{text}");
    }
    assert_eq!(parse("0351 327294", None), None, "no country is known");
    assert_eq!(parse(&"1".repeat(100), Region::from_code("DE")), None);
}

proptest::proptest! {
    /// What was read is read again as the same, whatever stands between its digits.
    #[test]
    fn the_one_spelling_is_stable(text in "\\+?[0-9 ()./-]{1,30}", region in "[A-Z]{2}") {
        if let Some(number) = parse(&text, Region::from_code(&region)) {
            // Countries that share a calling code have lengths of their own: seven digits are possible within Canada, not after +1.
            let again = parse(&number.e164, None);
            if number.line == Line::Unassigned && again.is_none() {
                return Ok(());
            }
            if number.line != Line::Unassigned {
                proptest::prop_assert_eq!(again, Some(number.clone()));
            }
            let (country, area) = country_and_area(&number.e164).unwrap();
            proptest::prop_assert_eq!(country, number.country);
            let start = format!("+{country}{area}");
            proptest::prop_assert!(number.e164.starts_with(&start));
        }
    }
}

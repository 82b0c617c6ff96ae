//! Numbers in text, and the checks of the table beside those of another program.

use super::COUNTRIES;
use super::row::Row;
use crate::Kind;
use crate::beside::Shape;
use crate::detectors::testing::{findings, forms, missed, normals, places};

/// Where we and python-stdnum differ, with the reason. The list may only become shorter.
const DEVIATIONS: [(&str, &str); 4] = [
    ("at-social-insurance +5902310297", "stdnum does not look at the date: 31 February"),
    ("at-tax-number -308360031", "stdnum has the offices as they were; they were merged in 2021"),
    ("us-itin -914574229", "stdnum has no groups below 70; the IRS issues 50 to 65, too"),
    ("si-emso +0511011500590", "a check digit of 10 is not issued; stdnum takes it for 0"),
];

fn rows(form: &str) -> Vec<&'static Row> {
    COUNTRIES.iter().flat_map(|c| c.rows).filter(|r| r.form == form).collect()
}

#[test]
fn every_pattern_of_digits_wakes() {
    for (pattern, _) in COUNTRIES.iter().flat_map(|c| c.rows).flat_map(|r| r.written) {
        let text = pattern.replace(['9', '*'], "1");
        // A letter before digits wakes nobody itself.
        let start = if text.starts_with("A ") || text.starts_with("A-") { 2 } else { 0 };
        let end = start + text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let mixture = text[end..].starts_with(|c: char| c.is_ascii_alphabetic());
        if end > start && !mixture {
            let shape = Shape::of_number(Shape::number(text.as_bytes(), start, end));
            assert!(super::may_start(&shape), "{pattern}");
        }
    }
}

#[test]
fn checks_agree_with_python_stdnum() {
    let mut differing = Vec::new();
    let table = include_str!("../../../tests/oracles/natid.txt");
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let (form, numbers) = line.split_once(' ').unwrap();
        let rows = rows(form);
        assert!(!rows.is_empty(), "{form}");
        for marked in numbers.split(' ') {
            let (mark, number) = marked.split_at(1);
            let ours = rows.iter().any(|r| (r.holds)(number.as_bytes()));
            if ours != (mark == "+") {
                differing.push(format!("{form} {marked}"));
            }
        }
    }
    let known: Vec<String> = DEVIATIONS.iter().map(|(number, _)| (*number).to_owned()).collect();
    assert_eq!(differing, known);
}

#[test]
fn every_row_has_its_number_in_text() {
    for (text, form, normal) in [
        ("Meine Steuer-ID lautet 51360708247, geboren", "de-tax-id", "51360708247"),
        ("IdNr. 86 095 742 719", "de-tax-id", "86095742719"),
        ("Steuernummer 93/815/08152", "de-tax-number", "9381508152"),
        ("Versicherungsnummer: 02 270257 P 104; Name", "de-pension-insurance", "02270257P104"),
        ("02071266U252", "de-pension-insurance", "02071266U252"),
        ("Krankenversichertennummer A123456780", "de-health-insurance", "A123456780"),
        ("Personalausweisnummer N3H0CMJ5T2, ausgestellt", "de-identity-card", "N3H0CMJ5T2"),
        ("Personalausweis Nr. T22000129.", "de-identity-card", "T22000129"),
        ("Ausweis 1220001297D", "de-identity-card", "1220001297D"),
        ("Reisepass C01X00T478", "de-passport", "C01X00T478"),
        ("Führerschein B072RRE2I55", "de-driving-licence", "B072RRE2I55"),
        ("SVNR 1237 010180", "at-social-insurance", "1237010180"),
        ("AHV 756.9217.0769.85", "ch-ahv", "7569217076985"),
        ("National insurance number: AB 23 92 70 C;", "gb-national-insurance", "AB239270C"),
        ("my NI is AB123456C", "gb-national-insurance", "AB123456C"),
        ("NHS number 814 335 4067, registered", "gb-nhs", "8143354067"),
        ("UTR: 1955839661", "gb-utr", "1955839661"),
        ("licence MORGA657054SM9IJ", "gb-driving-licence", "MORGA657054SM9IJ"),
        ("PPS number 6433435F", "ie-pps", "6433435F"),
        ("Here's my SSN: 054-28-6917", "us-ssn", "054286917"),
        ("social security number is 261894384", "us-ssn", "261894384"),
        ("ITIN 912-90-3456", "us-itin", "912903456"),
        ("employer identification number 91-1144442", "us-ein", "911144442"),
        ("Medicare 1EG4-TE5-MK73", "us-mbi", "1EG4TE5MK73"),
        ("n° de sécu 2 95 10 99 126 111 93", "fr-nir", "295109912611193"),
        ("numéro fiscal 30 23 217 600 053", "fr-tax-reference", "3023217600053"),
        ("passeport 12AB34567", "fr-passport", "12AB34567"),
        ("NISS 85.07.30-033.28", "be-national-register", "85073003328"),
        ("BSN 111222333", "nl-bsn", "111222333"),
        ("matricule 1983081112385", "lu-matricule", "1983081112385"),
        ("mi DNI es 54362315-K", "es-dni", "54362315K"),
        ("NIE: X-2482300-W", "es-nie", "X2482300W"),
        ("NUSS 28/12345678/40", "es-social-security", "281234567840"),
        ("NIF 123456789, Lisboa", "pt-nif", "123456789"),
        ("codice fiscale RCCMNL83S18D969H.", "it-codice-fiscale", "RCCMNL83S18D969H"),
        ("ΑΦΜ 094259216", "gr-afm", "094259216"),
        ("AMKA 01013099997", "gr-amka", "01013099997"),
        ("TIC 10259033P", "cy-tic", "10259033P"),
        ("PESEL 44051401359", "pl-pesel", "44051401359"),
        ("NIP 856-734-62-15", "pl-nip", "8567346215"),
        ("dowód osobisty ABA300000", "pl-identity-card", "ABA300000"),
        ("rodné číslo 710319/2745", "sk-rodne-cislo", "7103192745"),
        ("RČ: 7103192745", "sk-rodne-cislo", "7103192745"),
        ("občiansky preukaz č. EA123456", "sk-identity-card", "EA123456"),
        ("TAJ 123 456 788", "hu-taj", "123456788"),
        ("adóazonosító 8071592153", "hu-tax-id", "8071592153"),
        ("CNP 1630615123457", "ro-cnp", "1630615123457"),
        ("ЕГН 7523169263", "bg-egn", "7523169263"),
        ("OIB 57381168628", "hr-oib", "57381168628"),
        ("EMŠO 0101006500006", "si-emso", "0101006500006"),
        ("davčna številka 50223054", "si-tax-number", "50223054"),
        ("CPR 211062-5629", "dk-cpr", "2110625629"),
        ("personnummer 880320-0016", "se-personnummer", "8803200016"),
        ("19880320-0016", "se-personnummer", "198803200016"),
        ("131052-308T", "fi-hetu", "131052308T"),
        ("fødselsnummer 15108695088", "no-fodselsnummer", "15108695088"),
        ("kennitala 120174-3399", "is-kennitala", "1201743399"),
        ("isikukood 36805280109", "ee-isikukood", "36805280109"),
        ("asmens kodas 33309240064", "lt-asmens-kodas", "33309240064"),
        ("personas kods 161175-19997", "lv-personas-kods", "16117519997"),
        ("driver's license number is 2270-66-1551", "driving-licence", "2270661551"),
        ("My passport number is 12345678A", "passport", "12345678A"),
    ] {
        assert_eq!(forms(text, Kind::NatId), [form], "{text}");
        assert_eq!(normals(text, Kind::NatId), [normal], "{text}");
    }
}

#[test]
fn what_is_none() {
    for text in [
        // Bare numbers, right or not.
        "51360708247",
        "1955839661",
        "111222333",
        "261894384",
        "44051401359",
        "1732600000000",
        // Telephones, amounts, versions, dates, parts of something longer.
        "+1 897 991 5630",
        "Tel. 814 335 4067",
        "tax of 123456789 EUR",
        "12.05.2020",
        "v1.2.3",
        "order 4711-22",
        "+49 160 5181909",
        "1.123-45-6789",
        "123-45-6789-0",
        "x_123-45-6789",
        "Ich habe ein Problem mit Nummer 123456",
        "passport valid until 2027-12-31",
        "license plate number 1234567",
        "000-12-3456",
        "der Pass 12",
        "2023-0815",
        // Words of another announcement are not ours.
        "My social life: call 123456",
        "The tax is 19 percent on 123456 items",
    ] {
        assert_eq!(places(text, Kind::NatId), [""; 0], "{text}");
    }
}

#[test]
fn words_and_checks_make_the_score() {
    let scores =
        |text: &str| findings(text, Kind::NatId).iter().map(|f| f.score).collect::<Vec<_>>();
    assert_eq!(scores("SSN 123-45-6789"), [99]);
    assert_eq!(scores("123-45-6789"), [75]);
    // A word for another number makes it that one.
    assert!(scores("order 123-45-6789").is_empty());
    assert_eq!(scores("Steuer-ID 51360708248"), [75]);
    assert_eq!(scores("social security number 000-12-3456"), [75]);
    assert_eq!(scores("N3H0CMJ5T2"), [50]);
}

#[test]
fn near_misses_say_why() {
    assert_eq!(missed("12345678A", Kind::NatId), ["miss-check-digit"]);
    assert_eq!(missed("51360708247", Kind::NatId), ["miss-context"]);
}

#[test]
fn words_may_follow_or_stand_above() {
    for text in [
        "814 335 4067 is my NHS number",
        "SSN\n261894384\n",
        "Agent: Could I have your social security number, please?\nCustomer: Yes, it is 261894384.",
        "Steuer-Identifikationsnummer (11 Stellen): 51360708247",
    ] {
        assert_eq!(findings(text, Kind::NatId).len(), 1, "{text}");
    }
    // The nearest number has the word.
    let text = "passport: 123456789, SSN: 261894384";
    assert_eq!(forms(text, Kind::NatId), ["gb-passport", "us-ssn"]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_survived(text in "([A-Z0-9a-zß]{1,14}[ ./+\u{a0}\u{2011}-]{0,2}|SSN |Pass Nr. |tax number ){0,20}") {
        for finding in findings(&text, Kind::NatId) {
            assert!(text.get(finding.place.clone()).is_some());
            let kept = text[finding.place].chars().filter(char::is_ascii_alphanumeric);
            assert_eq!(finding.normal.unwrap().len(), kept.count());
        }
    }
}

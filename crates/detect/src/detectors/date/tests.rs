use crate::Kind;
use crate::detectors::testing::{findings, missed, normals, places};

/// The one date of a text with its normal form; "" for none.
fn one(text: &str, kind: Kind) -> (String, String) {
    let found = findings(text, kind);
    assert!(found.len() <= 1, "{text}: {found:?}");
    found.into_iter().next().map_or_else(Default::default, |f| {
        (text[f.place].to_owned(), f.normal.map_or_else(String::new, String::from))
    })
}

#[test]
fn full_dates() {
    for (text, date, iso) in [
        ("vom 12.03.1985 an", "12.03.1985", "1985-03-12"),
        ("(12.3.1985)", "12.3.1985", "1985-03-12"),
        ("dňa 3. 5. 1985", "3. 5. 1985", "1985-05-03"),
        ("on 2024-01-02,", "2024-01-02", "2024-01-02"),
        ("at 2024-01-02T03:04:05Z.", "2024-01-02T03:04:05Z", "2024-01-02"),
        ("Date: 2003-08-28 12:13:52", "2003-08-28 12:13:52", "2003-08-28"),
        ("20240102T030405Z", "20240102T030405Z", "2024-01-02"),
        ("10/23/1951", "10/23/1951", "1951-10-23"),
        ("23/10/1951", "23/10/1951", "1951-10-23"),
        ("5/5/1937", "5/5/1937", "1937-05-05"),
        ("2/8/1935", "2/8/1935", ""),
        ("le 02/08/1935", "02/08/1935", "1935-08-02"),
        ("3-May-2020", "3-May-2020", "2020-05-03"),
        ("12Mar1985", "12Mar1985", "1985-03-12"),
        ("22. Mai 1995", "22. Mai 1995", "1995-05-22"),
        ("March 8, 1972", "March 8, 1972", "1972-03-08"),
        ("Mar. 8 1972", "Mar. 8 1972", "1972-03-08"),
        ("8 March 1972", "8 March 1972", "1972-03-08"),
        ("the 8th of March, 1972", "8th of March, 1972", "1972-03-08"),
        ("March 8th 1972", "March 8th 1972", "1972-03-08"),
        ("le 3 mai 1980", "3 mai 1980", "1980-05-03"),
        ("le 1er août 1980", "1er août 1980", "1980-08-01"),
        ("el 3 de mayo de 1980", "3 de mayo de 1980", "1980-05-03"),
        ("3. mája 1980", "3. mája 1980", "1980-05-03"),
        ("Montag, 3. Mai 2021", "Montag, 3. Mai 2021", "2021-05-03"),
        ("[10/Oct/2000:13:55:36 -0700]", "10/Oct/2000:13:55:36 -0700", "2000-10-10"),
        ("Mon, 02 Jan 2006 15:04:05 -0700", "Mon, 02 Jan 2006 15:04:05 -0700", "2006-01-02"),
        ("[Wed Oct 11 14:32:52 2000]", "Wed Oct 11 14:32:52 2000", "2000-10-11"),
        ("a;12.03.1985;b", "12.03.1985", "1985-03-12"),
        ("5,1985-03-12,7", "1985-03-12", "1985-03-12"),
        ("am 12.3.85", "12.3.85", "1985-03-12"),
        ("23.02.16", "23.02.16", "2016-02-23"),
        ("Datum 20240102", "20240102", "2024-01-02"),
    ] {
        assert_eq!(one(text, Kind::Date), (date.to_owned(), iso.to_owned()), "{text}");
    }
}

#[test]
fn ranges_are_two_dates() {
    assert_eq!(
        places("12.03.1985-15.03.1985", Kind::Date),
        ["12.03.1985", "15.03.1985"],
        "without blanks"
    );
    assert_eq!(places("01.01.2020 - 31.12.2020", Kind::Date), ["01.01.2020", "31.12.2020"]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "31.02.2020",
        "29.02.2023",
        "2024-13-01",
        "12.13.14.15",
        "1.2.3.2020",
        "192.168.10.2020",
        "quote 2023-0815",
        "order no. 4711-22",
        "12/27",
        "08:14:22",
        "1.2.10",
        "20-04-15",
        "20240102",
        "+49 40 12.03.1985.1",
        "x_2024-01-02_y",
        "v12-03-1985",
        "350 euros a year",
        "they may 3 times",
        "in 2000 days, in 2000 cases, seit 1950 Jahren, a 2017% rise",
        "costs 1999",
        "At 10 Uhr",
    ] {
        assert!(places(text, Kind::Date).is_empty(), "{text}: {:?}", places(text, Kind::Date));
    }
    assert_eq!(missed("version 2.10.03 is out", Kind::Date), ["miss-version"]);
}

#[test]
fn parts_of_dates_need_a_word_that_says_something_happened_then() {
    for (text, expected) in [
        ("thank you for your message of 3 May.", ""),
        ("vielen Dank für Ihre Nachricht vom 3. Mai.", ""),
        ("was blocked on Monday.", ""),
        ("wurde am Montag gesperrt", ""),
        ("the order on March first", "March first"),
        ("Wahl in Ortenberg am 25. September", "25. September"),
        ("GEW will bis 25.7. über Streik entscheiden", "25.7."),
        ("it depends on 3.5. Then", ""),
        ("Dienstag, 29. März", "Dienstag, 29. März"),
        ("flew to Rome on Tuesday morning", "Tuesday"),
        ("founded in 1977.", "1977"),
        ("Act of 2001 protects", "2001"),
        ("is a 2017 film", "2017"),
        ("seit 2008 in Köln", "2008"),
        ("in May 2020", "May 2020"),
        ("gültig bis 03/2019", "03/2019"),
        ("Oct 10 13:55:36 host sshd", "Oct 10 13:55:36"),
    ] {
        assert_eq!(one(text, Kind::Date).0, expected, "{text}");
    }
}

#[test]
fn births() {
    for (text, date, iso) in [
        ("geboren bin ich am 11. Dezember 1984 in Eisleben", "11. Dezember 1984", "1984-12-11"),
        ("Geburtsdatum: 22.08.1976", "22.08.1976", "1976-08-22"),
        ("Butte, Guido, geb. 7. Februar 1966, klagt", "7. Februar 1966", "1966-02-07"),
        ("I was born on 1987-01-08 in X", "1987-01-08", "1987-01-08"),
        ("date of birth. It's 6/24/1991", "6/24/1991", "1991-06-24"),
        ("DOB 12 03 1985", "12 03 1985", ""),
        ("DOB 12 03 1985 12", "12 03 1985", ""),
        ("D.O.B.: 12.03.85", "12.03.85", "1985-03-12"),
        ("née le 03/04/1980", "03/04/1980", "1980-04-03"),
        ("nacido el 3 de mayo de 1980", "3 de mayo de 1980", "1980-05-03"),
        ("narodená 3. mája 1980", "3. mája 1980", "1980-05-03"),
        ("Anna Meier, *12.03.1985", "12.03.1985", "1985-03-12"),
        ("am 12.03.1985 in Köln geboren", "12.03.1985", "1985-03-12"),
        ("Geburtsdatum\n12.03.1985", "12.03.1985", "1985-03-12"),
        ("birth date: 1985-03-12", "1985-03-12", "1985-03-12"),
        ("born in 1985", "1985", "1985"),
        ("my birthday is 3 May", "3 May", "--05-03"),
    ] {
        assert_eq!(one(text, Kind::DateOfBirth), (date.to_owned(), iso.to_owned()), "{text}");
    }
    let text = "Geburtsdatum: 12.3.1985, ausgestellt 3.4.2010, died 3.5.2020";
    assert_eq!(normals(text, Kind::DateOfBirth), ["1985-03-12"]);
    assert_eq!(normals(text, Kind::Date), ["2010-04-03", "2020-05-03"]);
}

#[test]
fn years_in_words_follow_days_in_words() {
    // The digits' words are of another section of the lexicon; "zero" alone proves nothing.
    if !crate::lexicon::built_in().word("nine").senses.has(crate::lexicon::Sense::Digit) {
        eprintln!("skipped: the lexicon has no spoken digits");
        return;
    }
    for (text, iso) in [
        ("birth? Yes, it's April twelfth, one nine nine two.", "1992-04-12"),
        ("born on the twenty-eighth of March nineteen eighty-five", "1985-03-28"),
        ("born April twenty second, two thousand and five", "2005-04-22"),
    ] {
        assert_eq!(normals(text, Kind::DateOfBirth), [iso], "{text}");
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
];

proptest::proptest! {
    #[test]
    fn every_form_of_a_date_reads_back(y in 1900u32..2030, m in 1u32..13, d in 1u32..29) {
        let (de, en) = MONTHS[m as usize - 1];
        for text in [
            format!("{y:04}-{m:02}-{d:02}"),
            format!("{d:02}.{m:02}.{y}"),
            format!("{d}. {m}. {y}"),
            format!("{d}. {de} {y}"),
            format!("{en} {d}, {y}"),
            format!("{d} {en} {y}"),
            format!("Datum: {y:04}{m:02}{d:02}"),
        ] {
            assert_eq!(normals(&text, Kind::Date), [format!("{y:04}-{m:02}-{d:02}")], "{text}");
        }
    }

    #[test]
    fn pieces_of_dates_in_any_order_are_harmless(
        pieces in proptest::collection::vec("[0-9]{1,8}|[ ./:,T'*(-]|Mai|May|of|de|born|first|Montag|in|45yo|years|é|\n", 0..40)
    ) {
        let text = pieces.concat();
        for finding in crate::detectors::testing::report(&text).findings {
            assert!(text.get(finding.place).is_some_and(|t| !t.is_empty()));
        }
    }
}

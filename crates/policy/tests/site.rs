//! What the site file says of the organisation's place: the region and further public holidays.

use abide_policy::source::read_site;
use jiff::civil::date;

const SITE: &str = r#"
[site]
url      = "https://www.example.com"
name     = "Example"
region   = "BY"
holidays = [
    { day = 2026-08-08, name = "Augsburger Friedensfest" },
    { day = 2026-05-15, name = "San Isidro" },
]

[[policy]]
name  = "site"
files = ["site.toml"]
"#;

#[test]
fn a_region_and_further_holidays_are_read() {
    let reading = read_site(SITE);
    assert_eq!(reading.diagnostics, []);
    let site = reading.value.unwrap();
    assert_eq!(site.region.as_deref(), Some("BY"));
    let days: Vec<_> = site.holidays.into_iter().collect();
    let named = |day, name: &str| (day, name.to_owned());
    let expected = [
        named(date(2026, 5, 15), "San Isidro"),
        named(date(2026, 8, 8), "Augsburger Friedensfest"),
    ];
    assert_eq!(days, expected);
    let without = SITE.replace("region   = \"BY\"", "");
    assert_eq!(read_site(&without).value.unwrap().region, None);
}

#[test]
fn what_is_no_region_and_no_holiday_is_told_with_its_place() {
    for (from, to, code, place) in [
        ("\"BY\"", "\"DE-BY\"", "value.format", "site.region"),
        ("\"BY\"", "\"by\"", "value.format", "site.region"),
        ("\"BY\"", "\"BAYERN\"", "value.format", "site.region"),
        ("\"BY\"", "\"\"", "value.empty", "site.region"),
        ("\"BY\"", "9", "value.type", "site.region"),
        ("day = 2026-05-15", "day = \"15 May\"", "value.type", "site.holidays.1.day"),
        ("day = 2026-05-15, ", "", "key.missing", "site.holidays.1.day"),
        (", name = \"San Isidro\"", "", "key.missing", "site.holidays.1.name"),
        ("\"San Isidro\"", "\" \"", "value.empty", "site.holidays.1.name"),
        ("name = \"San Isidro\"", "name = \"x\", year = 1", "key.unknown", "site.holidays.1.year"),
    ] {
        let text = SITE.replace(from, to);
        assert_ne!(text, SITE, "{from}");
        let reading = read_site(&text);
        let found: Vec<_> =
            reading.diagnostics.iter().map(|d| (d.code.id(), d.place.as_str())).collect();
        assert_eq!(found, [(code, place)], "{to}");
        assert!(reading.value.is_none(), "{to}");
    }
}

//! The region and the time zone of the site in the browser: public holidays put last days off, a change of them has its reason in the
//! history, days begin by the zone's clocks; a region or zone that does not exist is told where it is written.

use abide_policy::diagnostic::Severity;

use crate::desk::{Desk, MAP};
use crate::site::{SITE, Site};

/// The site file with these keys.
fn file(keys: &str) -> String {
    SITE.replace("[[policy]]", &format!("stores = [\"map.toml\"]\n{keys}\n[[policy]]"))
}

const SAYS_NOT_COUNTED: &str = "Only the nationwide holidays are counted (Germany).";

/// Opens a request a month before Epiphany; its address without language. Two people have the number, so that it stays open.
async fn received(desk: &Desk) -> String {
    let fields = [
        ("lang", "en"),
        ("action", "open"),
        ("kind", "access"),
        ("phone", "+493023125104"),
        ("country", "DE"),
        ("language", "de"),
        ("received", "2025-12-06"),
    ];
    let opened = desk.editing.form("/requests", &fields).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    opened.get("location").unwrap().split('?').next().unwrap().to_owned()
}

/// Reads the site's files again.
async fn again(desk: &Desk) {
    let fields = [("lang", "en"), ("action", "stores")];
    assert_eq!(desk.editing.form("/requests", &fields).await.status, 303);
}

#[tokio::test]
async fn a_changed_region_moves_the_last_day_and_says_why() {
    let desk = Desk::on(&file(""), MAP).await;
    let path = received(&desk).await;
    let page = desk.page(&format!("{path}?lang=en")).await;
    assert!(page.contains(SAYS_NOT_COUNTED) && page.contains("answer by 6 January 2026"), "{page}");
    assert_eq!(page.matches("Germany").count(), 2, "the country, and whose holidays, once: {page}");
    assert!(!page.contains("Public holidays counted") && page.contains("“region”"), "{page}");

    let day = "holidays = [{ day = 2026-01-07, name = \"Stadtfest\" }]";
    desk.editing.site.write("abide.toml", &file(&format!("region = \"BY\"\n{day}")));
    again(&desk).await;
    let moved = desk.until(&format!("{path}?lang=en"), |p| p.contains("8 January 2026")).await;
    for says in [
        "answer by 8 January 2026",
        "Public holidays counted: Germany (DE-BY) and one day that the site names",
        "Put off by public holidays: Heilige Drei Könige (6 January 2026); Stadtfest (7 January 2026)",
        "are others now (Germany (DE-BY)): the last day was 6 January 2026 and is 8 January 2026",
    ] {
        assert!(moved.contains(says), "{says}: {moved}");
    }
    assert!(!moved.contains(SAYS_NOT_COUNTED), "{moved}");
    for (lang, says) in [
        ("de", "Der letzte Tag war der 6. Januar 2026 und ist der 8. Januar 2026"),
        ("fr", "le dernier jour était le 6 janvier 2026, c’est maintenant le 8 janvier 2026"),
        ("es", "el último día era el 6 de enero de 2026 y ahora es el 8 de enero de 2026"),
        ("sk", "posledný deň bol 6. januára 2026 a teraz je 8. januára 2026"),
    ] {
        let page = desk.page(&format!("{path}?lang={lang}")).await;
        assert!(page.contains(says) && !page.contains('‹'), "{lang}: {page}");
    }
}

#[tokio::test]
async fn a_region_that_does_not_exist_is_told_and_closes_the_desk() {
    let site = Site::new();
    site.write("abide.toml", &file("region = \"XX\""));
    let files = abide_server::SiteFiles::read(site.path()).unwrap();
    let found: Vec<_> =
        files.files.iter().flat_map(|f| f.diagnostics.iter().map(move |d| (f, d))).collect();
    let (file_of, found) = found.iter().find(|(_, d)| d.severity == Severity::Error).unwrap();
    assert_eq!((found.code.id(), found.place.as_str()), ("region.unknown", "site.region"));
    let span = found.span.clone();
    assert_eq!(&file_of.source[span], "region = \"XX\"");
    let problems = [(*found).clone()];
    let told =
        abide_policy::diagnostic::to_terminal("abide.toml", &file_of.source, &problems, false);
    assert!(told.contains("no region of DE") && told.contains("one of: BB, BE, BW, BY,"), "{told}");
    assert!(files.has_errors());

    // While it is served, the desk closes and says why.
    let desk = Desk::on(&file("region = \"BY\""), MAP).await;
    desk.editing.site.write("abide.toml", &file("region = \"XX\""));
    again(&desk).await;
    let page = desk.page("/requests?lang=en").await;
    assert!(page.contains("The region in the site file does not exist in the country"), "{page}");
    assert!(page.contains("is no region of DE"), "{page}");
}

/// The midnights of New York, though the law is Germany's: what is unset there is set by the zone alone.
#[tokio::test]
async fn days_begin_where_the_zone_of_the_site_is() {
    let moment = |at: &str| at.parse::<jiff::Timestamp>().unwrap();
    let site = Site::new();
    for (keys, before, after) in [
        ("", "2026-07-01T21:59:59Z", "2026-07-01T22:00:00Z"),
        ("zone = \"America/New_York\"", "2026-07-02T03:59:59Z", "2026-07-02T04:00:00Z"),
        // Winter.
        ("zone = \"America/New_York\"", "2026-12-02T04:59:59Z", "2026-12-02T05:00:00Z"),
        ("zone = \"Pacific/Auckland\"", "2026-07-01T11:59:59Z", "2026-07-01T12:00:00Z"),
    ] {
        site.write("abide.toml", &file(keys));
        let files = abide_server::SiteFiles::read(site.path()).unwrap();
        assert!(!files.has_errors(), "{keys}");
        let days = [before, after].map(|at| files.day(moment(at)));
        assert_eq!(days[0].tomorrow().unwrap(), days[1], "{keys}");
    }

    // The desk counts by it: what was received "tomorrow" in Auckland is refused, today is not.
    let far = abide_server::clock::zone(Some("Pacific/Kiritimati"));
    let today = far.to_datetime(abide_server::clock::now()).date();
    let desk = Desk::on(&file("zone = \"Pacific/Kiritimati\""), MAP).await;
    for (received, status) in [(today.tomorrow().unwrap(), 422), (today, 303)] {
        let received = received.to_string();
        let fields = [
            ("lang", "en"),
            ("action", "open"),
            ("kind", "access"),
            ("email", "anna.muster@example.org"),
            ("country", "DE"),
            ("language", "de"),
            ("received", &received),
        ];
        let opened = desk.editing.form("/requests", &fields).await;
        assert_eq!(opened.status, status, "{received}: {}", opened.text());
    }
}

#[tokio::test]
async fn a_zone_that_does_not_exist_is_told_with_its_place_and_closes_the_desk() {
    let site = Site::new();
    let text = file("zone = \"America/Newyork\"");
    site.write("abide.toml", &text);
    let files = abide_server::SiteFiles::read(site.path()).unwrap();
    assert!(files.has_errors());
    let found: Vec<_> =
        files.files.iter().flat_map(|f| f.diagnostics.iter().map(move |d| (f, d))).collect();
    let (file_of, found) = found.iter().find(|(_, d)| d.severity == Severity::Error).unwrap();
    assert_eq!((found.code.id(), found.place.as_str()), ("zone.unknown", "site.zone"));
    let problems = [(*found).clone()];
    let told =
        abide_policy::diagnostic::to_terminal("abide.toml", &file_of.source, &problems, false);
    let line = 1 + text.lines().position(|line| line.starts_with("zone")).unwrap();
    for says in
        [&format!("abide.toml:{line}:"), "`America/Newyork` is no time zone", "America/New_York"]
    {
        assert!(told.contains(says), "{says}: {told}");
    }

    let desk = Desk::on(&file("zone = \"America/New_York\""), MAP).await;
    desk.editing.site.write("abide.toml", &text);
    again(&desk).await;
    for (lang, says) in [
        ("en", "The time zone in the site file does not exist"),
        ("de", "Die Zeitzone in der Site-Datei gibt es nicht"),
        ("fr", "Le fuseau horaire indiqué dans le fichier du site n’existe pas"),
        ("es", "La zona horaria del archivo del sitio no existe"),
        ("sk", "Časové pásmo v súbore webu neexistuje"),
    ] {
        let page = desk.page(&format!("/requests?lang={lang}")).await;
        assert!(page.contains(says), "{lang}: {page}");
        assert!(page.contains("America/Newyork"), "{page}");
    }
}

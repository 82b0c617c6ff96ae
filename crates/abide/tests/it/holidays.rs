//! The region of the site on the command line: the last day, whose public holidays it was counted with, and a change of them.

use super::rights::{centre, json, run};

#[test]
fn the_region_puts_last_days_off_and_a_change_has_its_reason() {
    let (_folder, site) = centre();
    let file = site.join("abide.toml");
    let before = std::fs::read_to_string(&file).unwrap();
    let ask = "rights access --subject email=planted.6@example.org --received 2025-12-06 --jurisdiction DE";
    let opened = json(&run(&site, &format!("{ask} --format json")));
    let id = opened["id"].as_str().unwrap().to_owned();
    assert_eq!(opened["due"], "2026-01-06");
    assert_eq!(opened["holidays"]["region"], serde_json::Value::Null);
    assert!(opened["warnings"].to_string().contains("`region`"), "{opened}");

    let wrong = before.replacen("[site]", "[site]\nregion = \"XX\"", 1);
    std::fs::write(&file, wrong).unwrap();
    let refused = run(&site, "requests list");
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("`XX` is no region of DE"), "{}", refused.err);
    let check = run(&site, "check .");
    assert_eq!(check.code, 1, "{}", check.err);
    assert!(check.out.contains("region.unknown"), "{}", check.out);

    let town = "[site]\nregion = \"BY\"\nholidays = [{ day = 2026-01-07, name = \"Stadtfest\" }]";
    std::fs::write(&file, before.replacen("[site]", town, 1)).unwrap();
    assert_eq!(run(&site, "check .").code, 0);
    let list = run(&site, "requests list");
    assert!(list.out.contains("due 2026-01-08"), "{}", list.out);
    assert!(list.err.contains("the last day of 1 requests moved"), "{}", list.err);
    assert!(!run(&site, "requests list").err.contains("moved"), "once");
    let shown = json(&run(&site, &format!("requests show {id} --format json")));
    assert_eq!((&shown["due"], &shown["warnings"]), (&"2026-01-08".into(), &serde_json::json!([])));
    assert_eq!(shown["holidays"]["region"], "BY");
    assert_eq!(shown["holidays"]["put_off_by"][1]["name"], "Stadtfest");
    let text = run(&site, &format!("requests show {id}")).out;
    for says in [
        "by GDPR Art. 12(3)",
        "public holidays of DE-BY, and 1 of the site's own; put off by 2026-01-06 (Heilige Drei Könige), 2026-01-07 (Stadtfest)",
        "are others now (DE-BY): the last day was 2026-01-06 and is 2026-01-08",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    // Under another law the region of the site is none.
    let british = ask.replace("jurisdiction DE", "jurisdiction GB") + " --format json";
    let holidays = &json(&run(&site, &british))["holidays"];
    let none = serde_json::Value::Null;
    assert_eq!((&holidays["country"], &holidays["region"]), (&"GB".into(), &none));
}

#[test]
fn a_zone_that_does_not_exist_is_told_with_file_and_line() {
    let (_folder, site) = centre();
    let file = site.join("abide.toml");
    let before = std::fs::read_to_string(&file).unwrap();
    let with = |zone: &str| before.replacen("[site]", &format!("[site]\nzone = \"{zone}\""), 1);
    std::fs::write(&file, with("Amerika/New_York")).unwrap();
    let check = run(&site, "check .");
    assert_eq!(check.code, 1, "{}", check.err);
    let text = with("Amerika/New_York");
    let line = 1 + text.lines().position(|line| line.starts_with("zone")).unwrap();
    for says in ["zone.unknown", &format!("abide.toml:{line}:")] {
        assert!(check.out.contains(says), "{says}: {}", check.out);
    }
    let refused = run(&site, "requests list");
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("`Amerika/New_York` is no time zone"), "{}", refused.err);

    // The latest day of receipt is today at the other end of the world.
    std::fs::write(&file, with("Pacific/Kiritimati")).unwrap();
    assert_eq!(run(&site, "check .").code, 0);
    let far = abide_server::clock::zone(Some("Pacific/Kiritimati"));
    let today = far.to_datetime(abide_server::clock::now()).date();
    let ask = |day: jiff::civil::Date| {
        format!(
            "rights access --subject email=planted.6@example.org --received {day} --jurisdiction DE"
        )
    };
    let tomorrow = run(&site, &ask(today.tomorrow().unwrap()));
    assert_ne!(tomorrow.code, 0, "{}", tomorrow.out);
    assert_eq!(json(&run(&site, &(ask(today) + " --format json")))["received"], today.to_string());
}

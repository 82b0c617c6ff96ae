//! `abide requests letter` and `told`: what the person is told, and who else must be.

use serde_json::{Value, json};

use super::abide_in;
use super::rights::{centre, done, json as json_of, run};

#[test]
fn a_refusal_is_shown_first_and_its_letter_is_written_for_its_owner_alone() {
    let (_folder, site) = centre();
    let opened = run(
        &site,
        "rights erase --subject email=planted.6@example.org --language de --format json",
    );
    let id = json_of(&opened)["id"].as_str().unwrap().to_owned();
    let letter = format!("requests letter {id}");
    let none = run(&site, &letter);
    assert_eq!(none.code, 2, "{}", none.out);
    assert!(none.err.contains("nothing to tell the person"), "{}", none.err);
    let refuse = |more: &[&str]| {
        let text = "Ihre Rechnungen müssen bleiben.";
        let mut args = vec!["requests", "refuse", &id, "--reason", "exempt", "--text", text];
        args.extend(more);
        abide_in(&site, &args, b"")
    };
    let shown = refuse(&["--plan"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    for part in [
        "Ihr Antrag wird abgelehnt",
        "Ihre Rechnungen müssen bleiben.",
        "Art. 17 Abs. 3",
        "Art. 77",
    ] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let still = json_of(&run(&site, &format!("requests show {id} --format json")));
    assert_eq!((&still["state"], &still["refusal"]), (&json!("planned"), &Value::Null));
    assert_eq!(refuse(&[]).code, 0);
    assert_eq!(run(&site, &letter).out, shown.out, "what was shown is what is told");
    let out = site.join("letter.html");
    let file = out.to_str().unwrap();
    let to = ["--to", "Anna Muster", "--to", "Weg 1"];
    let args = [&["requests", "letter", &id, "--out", file][..], &to].concat();
    let written = abide_in(&site, &args, b"");
    assert_eq!((written.code, written.out.as_str()), (0, ""), "{}", written.err);
    let page = std::fs::read_to_string(&out).unwrap();
    for part in ["<!doctype html>", "<html lang=\"de\">", "<p>Anna Muster</p>", "<p>Weg 1</p>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("planted."), "{page}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let told = json_of(&run(&site, &format!("{letter} --format json")));
    assert_eq!(
        (&told["language"], &told["title"]),
        (&json!("de"), &json!("Ihr Antrag wird abgelehnt"))
    );
    assert!(!told["html"].as_str().unwrap().contains("Weg 1"), "nobody keeps a name");
}

/// Before a deadline is extended its letter can be seen; why an answer is late is in the letter alone.
#[test]
fn an_extension_is_shown_first_and_only_a_late_answer_says_why() {
    let (_folder, site) = centre();
    let ask = "rights access --subject email=planted.6@example.org --language de --format json";
    let id = json_of(&run(&site, ask))["id"].as_str().unwrap().to_owned();
    let extend = |more: &[&str]| {
        let mut args = vec!["requests", "extend", &id, "--reason", "viele Speicher"];
        args.extend(more);
        abide_in(&site, &args, b"")
    };
    let shown = extend(&["--plan"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.contains("braucht mehr Zeit") && shown.out.contains("viele Speicher"));
    let letter = format!("requests letter {id}");
    assert_eq!(run(&site, &letter).code, 2, "nothing is extended yet");
    assert_eq!(extend(&[]).code, 1, "it is extended, and not done");
    assert_eq!(run(&site, &letter).out, shown.out, "what was shown is what is told");
    let early = abide_in(&site, &["requests", "letter", &id, "--late", "Krankheit"], b"");
    assert!(early.code == 2 && early.err.contains("does not come late"), "{}", early.err);
}

#[test]
fn recipients_are_listed_by_name_until_each_is_told() {
    let (_folder, site) = centre();
    let request = done(&site, "erase --subject email=planted.6@example.org");
    let id = request["id"].as_str().unwrap();
    let recipients = request["recipients"].as_array().unwrap();
    let names: Vec<&str> = recipients.iter().map(|r| r["recipient"].as_str().unwrap()).collect();
    for (name, called) in [
        ("calls.delivery", "the telephone networks that carry the call"),
        ("hosting-de", "Example Hosting GmbH"),
    ] {
        let its = recipients.iter().find(|r| r["recipient"] == name);
        assert_eq!(its.unwrap()["name"], called, "{request}");
    }
    let untold =
        |list: &super::Run| list.err.contains(&format!("to be told what was done for {id}"));
    let list = run(&site, "requests list");
    assert!(
        untold(&list) && list.err.contains("hosting-de (Example Hosting GmbH)"),
        "{}",
        list.err
    );
    let list = run(&site, "requests list --format json");
    let line: Value = serde_json::from_str(list.out.trim()).unwrap();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(line, json!({ "request": id, "to_be_told": sorted }), "the request is closed");
    let wrong = run(&site, &format!("requests told {id} nobody"));
    assert!(wrong.code == 2 && wrong.err.contains("no recipient of this name"), "{}", wrong.err);
    for name in &names {
        assert!(untold(&run(&site, "requests list")), "{name} is still to be told");
        let told = run(&site, &format!("requests told {id} {name}"));
        assert_eq!(told.code, 0, "{}", told.err);
    }
    let list = run(&site, "requests list");
    assert!(!untold(&list), "{}", list.err);
    let letter = run(&site, &format!("requests letter {id}"));
    assert_eq!(letter.code, 0, "{}", letter.err);
    for part in [
        "were told what we did",
        "Example Hosting GmbH",
        "records about you",
        "In backups and logs",
    ] {
        assert!(letter.out.contains(part), "{part}: {}", letter.out);
    }
    assert!(!letter.out.contains("planted."), "{}", letter.out);
}

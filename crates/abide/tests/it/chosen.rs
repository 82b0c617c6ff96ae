//! What people choose at the command line: every kind of request to its end, `abide decide --person`, new keys.

use std::path::Path;

use serde_json::Value;

use super::rights::{centre, done, handed_out, json, run};

/// What is decided about a use by somebody who is known by these facts.
fn decided(site: &Path, purpose: &str, person: &str) -> String {
    let policy = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/contact-centre/site-2.toml");
    let data = if purpose == "contact" {
        "user.home-info.online.email --agreed contact"
    } else {
        "user.home-info.postal --recipient delivery"
    };
    let args =
        format!("decide {policy} --subject customer --purpose {purpose} --data {data} {person}");
    let run = run(site, &format!("{args} --format json"));
    assert!([0, 1].contains(&run.code), "{}", run.err);
    json(&run).get("decision").unwrap().as_str().unwrap().to_owned()
}

#[test]
fn what_is_chosen_counts_in_every_decision_until_it_ends() {
    let (_folder, site) = centre();
    let (anna, other) =
        ("--person email=planted.6@example.org", "--person email=planted.7@example.org");
    assert_eq!(decided(&site, "current", anna), "allowed");
    assert_eq!(decided(&site, "contact", anna), "allowed");
    let who = "--subject email=planted.6@example.org";
    done(&site, &format!("withdraw {who} --purpose contact"));
    assert_eq!(decided(&site, "contact", anna), "needs-consent");
    done(&site, &format!("object {who} --purpose contact"));
    assert_eq!(decided(&site, "contact", anna), "refused");
    assert_eq!(decided(&site, "current", anna), "allowed");

    let restricted = done(&site, &format!("restrict {who}"));
    for purpose in ["current", "contact"] {
        assert_eq!(decided(&site, purpose, anna), "refused");
        assert_eq!(decided(&site, purpose, other), "allowed");
    }
    let id = restricted["id"].as_str().unwrap();
    let untold = run(&site, &format!("requests end-choice {id}"));
    assert!(untold.code == 2 && untold.err.contains("18(3)"), "{}", untold.err);
    let lifted = run(&site, &format!("requests end-choice {id} --told --format json"));
    let events = json(&lifted)["history"].to_string();
    assert!(lifted.code == 0 && events.contains("\"lifted\""), "{} {events}", lifted.err);
    assert_eq!(decided(&site, "current", anna), "allowed");
    assert_eq!(decided(&site, "contact", anna), "refused", "the objection holds on");
    let again = run(&site, &format!("requests end-choice {id} --told"));
    assert_eq!(again.code, 2, "nothing of it holds: {}", again.out);
}

#[test]
fn what_is_taken_elsewhere_and_what_is_put_right() {
    let (_folder, site) = centre();
    let who = "--subject email=planted.7@example.org";
    let ported = handed_out(&site, &format!("port {who}"));
    let archive = site.join(format!(".abide/exports/{}.zip", ported["id"].as_str().unwrap()));
    assert!(archive.is_file(), "{ported}");
    let twice = "--set contacts.email=new.7@example.org --set contacts.email=other.7@example.org";
    let twice = run(&site, &format!("rights rectify {who} {twice} --yes"));
    assert!(twice.code == 2 && twice.err.contains("given twice"), "{} {}", twice.out, twice.err);
    done(&site, &format!("rectify {who} --set contacts.email=new.7@example.org"));
    let found = run(&site, "rights access --subject email=new.7@example.org --plan --format json");
    assert_eq!(found.code, 0, "{}", found.err);
    let gone =
        run(&site, "rights erase --subject email=planted.7@example.org --plan --format json");
    assert_eq!(json(&gone)["delete"], 0, "{}", gone.out);
}

#[test]
fn a_new_key_knows_those_of_the_old_one() {
    let (_folder, site) = centre();
    done(&site, "object --subject email=planted.7@example.org --purpose contact");
    done(&site, "erase --subject email=planted.6@example.org");
    let made = run(&site, "requests new-key --format json");
    let made = json(&made);
    assert_eq!(made["key"], "k2", "{made}");
    assert!(made["moved"].as_u64().unwrap() > 0, "who objected is in the stores: {made}");
    assert!(made["left"][0]["entries"].as_u64().unwrap() > 0, "who was erased is not: {made}");
    let seven = "--person email=planted.7@example.org";
    assert_eq!(decided(&site, "contact", seven), "refused");

    // Without its file nothing is answered, rather than nobody known.
    std::fs::rename(site.join(".abide/suppression.key"), site.join("kept.key")).unwrap();
    let closed = run(&site, "requests list");
    assert!(closed.code == 2 && closed.err.contains("`k1`"), "{}", closed.err);
    let not_lost = run(&site, "requests new-key --lost k2");
    assert_eq!(not_lost.code, 2, "{}", not_lost.out);
    let lost = run(&site, "requests new-key --lost k1 --format json");
    assert!(json(&lost)["deleted"].as_u64().unwrap() > 0, "{}", lost.err);
    assert_eq!(run(&site, "requests list").code, 0);
    assert_eq!(decided(&site, "contact", seven), "refused", "it was moved before");
}

/// Where it cannot be known what somebody chose, nothing is allowed.
#[test]
fn nothing_is_decided_about_people_where_there_are_no_records() {
    let (_folder, site) = centre();
    let elsewhere = tempfile::tempdir().unwrap();
    let policy = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/contact-centre/site-2.toml");
    let decide = |at: &Path, more: &str| {
        let person = "--person email=planted.6@example.org";
        let data = "--data user.home-info.postal --recipient delivery";
        let args =
            format!("decide {policy} --subject customer --purpose current {data} {person} {more}");
        run(at, &args)
    };
    // Nobody has asked for anything yet.
    assert_eq!(decide(&site, "").code, 0);
    assert!(!site.join(".abide/records.db").exists(), "to ask makes no file");
    done(&site, "restrict --subject email=planted.6@example.org");
    assert_eq!(decide(&site, "").code, 1);
    let refused = |run: crate::Run, says: &str| {
        assert!(
            run.code == 2 && run.err.contains(says) && run.out.is_empty(),
            "{} {}",
            run.out,
            run.err
        );
    };
    refused(decide(elsewhere.path(), ""), "no site file");
    refused(decide(&site, "--site /nonexistent"), "no site file");
    refused(decide(&site, "--records nope.db"), "--records");
    assert!(!site.join("nope.db").exists());
    let (key, kept) = (site.join(".abide/suppression.key"), site.join("kept.key"));
    std::fs::rename(&key, &kept).unwrap();
    refused(decide(&site, ""), "`k1`");
    std::fs::rename(&kept, &key).unwrap();
    std::fs::rename(site.join(".abide/records.db"), site.join("kept.db")).unwrap();
    refused(decide(&site, ""), "--records");
}

/// What happens to a request beside its plan, said at the command line.
#[test]
fn a_request_is_asked_about_extended_refused_and_taken_back() {
    let (_folder, site) = centre();
    let open = |who: &str| {
        let args = format!("rights erase --subject email={who}@example.org --format json");
        json(&run(&site, &args)).get("id").unwrap().as_str().unwrap().to_owned()
    };
    let after = |args: &str| {
        let run = run(&site, &format!("requests {args} --format json"));
        assert!([0, 1].contains(&run.code), "{args}: {}", run.err);
        json(&run)
    };
    let word =
        |request: &Value, name: &str| request.get(name).unwrap().as_str().unwrap().to_owned();

    let id = open("planted.7");
    assert_eq!(word(&after(&format!("ask {id} clarification")), "waits"), "clarification");
    assert_eq!(word(&after(&format!("answered {id}")), "state"), "planned");
    assert_eq!(word(&after(&format!("ask {id} identity")), "waits"), "identity");
    let due = word(&after(&format!("show {id}")), "due");
    let extended = after(&format!("extend {id} --reason Umfang"));
    assert!(word(&extended, "due") > due, "{extended}");
    let again = run(&site, &format!("requests extend {id} --reason Umfang"));
    assert_eq!(again.code, 2, "once only: {}", again.out);
    let refused = after(&format!("refuse {id} --reason unidentified --text Unbekannt"));
    assert_eq!(
        (word(&refused, "state"), word(&refused, "refusal")),
        ("refused".into(), "unidentified".into())
    );

    let id = open("planted.12");
    assert_eq!(word(&after(&format!("take-back {id}")), "state"), "withdrawn");
    let late = run(&site, &format!("requests take-back {id}"));
    assert!(late.code == 2 && late.err.contains("closed"), "{}", late.err);

    // What is carried on is told line by line.
    let id = open("planted.6");
    let shown = after(&format!("show {id}"));
    let print = word(shown.get("plan").unwrap(), "fingerprint");
    run(&site, &format!("requests approve {id} --plan {} --later", &print[..12]));
    let worked = run(&site, "requests work --format json");
    let lines: Vec<Value> =
        worked.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [one, end] = &lines[..] else { panic!("{} {}", worked.out, worked.err) };
    assert_eq!((word(one, "id"), word(one, "state")), (id, "done".to_owned()));
    assert_eq!(end.get("carried_on").unwrap(), 1);
}

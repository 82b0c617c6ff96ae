//! What people choose at the command line: every kind of request to its end, `abide decide --person`, new keys.

use std::path::Path;

use serde_json::Value;

use super::rights::{centre, json, run};

/// A request of a kind, approved at once; its JSON.
fn done(site: &Path, args: &str) -> Value {
    let run = run(site, &format!("rights {args} --yes --format json"));
    assert_eq!(run.code, 0, "{args}: {} {}", run.out, run.err);
    let request = json(&run);
    assert_eq!(request.get("state").unwrap(), "done", "{args}: {request}");
    request
}

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
    let ported = done(&site, &format!("port {who}"));
    let archive = site.join(format!(".abide/exports/{}.zip", ported["id"].as_str().unwrap()));
    assert!(archive.is_file(), "{ported}");
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

//! Plans that erase nothing, on the command line: a correction, a copy, a choice; and a correction that is refused.

use crate::rights::{centre, json, run};

const WHO: &str = "--subject email=planted.7@example.org";

#[test]
fn a_correction_says_which_columns_and_why() {
    let (_folder, site) = centre();
    for (set, says) in [
        ("contacts.born_on=gestern", "people are known by `contacts.born_on`"),
        ("contacts.email=nomail", "people are known by `contacts.email`"),
        ("contacts.phone_e164=call", "people are known by `contacts.phone_e164`"),
        ("contacts.none=1", "`contacts.none` is no column"),
    ] {
        for plan in ["--plan", ""] {
            let refused = run(&site, &format!("rights rectify {WHO} --set {set} {plan}"));
            assert_eq!(refused.code, 2, "{set}: {}", refused.out);
            assert!(refused.err.contains(says), "{set}: {}", refused.err);
            assert!(!refused.err.contains("gestern") && !refused.err.contains("nomail"));
        }
    }
    let list = run(&site, "requests list");
    assert_eq!((list.code, list.out.as_str()), (0, ""), "nothing was recorded");
    let set = "--set contacts.email=planted.new@example.org";
    let plan = run(&site, &format!("rights rectify {WHO} {set} --plan"));
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(plan.out.contains(": 1 row to put right"), "{}", plan.out);
    assert!(
        plan.out.contains("`email` in 1 row (the person says that it is wrong)"),
        "{}",
        plan.out
    );
    assert!(!plan.out.contains("stay without") && !plan.out.contains("planted."), "{}", plan.out);
    let plan = run(&site, &format!("rights rectify {WHO} {set} --plan --format json"));
    let plan = json(&plan);
    let correct = &plan["stores"][0]["tables"][0]["correct"][0];
    assert_eq!((&correct["column"], &correct["why"]), (&"email".into(), &"asked".into()), "{plan}");
}

#[test]
fn a_number_takes_its_other_spelling_along() {
    let (_folder, site) = centre();
    let set = "--set contacts.phone=030/23125999";
    let plan = run(&site, &format!("rights rectify {WHO} {set} --plan"));
    assert_eq!(plan.code, 0, "{}", plan.err);
    let same = "`phone_e164` in 1 row (it said the same as `centre.contacts.phone`)";
    assert!(plan.out.contains(same), "{}", plan.out);
    let done = run(&site, &format!("rights rectify {WHO} {set} --yes --format json"));
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    let found = run(&site, "rights access --subject phone=+493023125999 --plan --format json");
    assert!(json(&found)["copy"].as_u64().unwrap() > 0, "found by the new number: {}", found.out);
}

#[test]
fn a_copy_is_counted_and_a_choice_is_named() {
    let (_folder, site) = centre();
    let plan = run(&site, &format!("rights access {WHO} --plan"));
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(plan.out.contains(" rows to copy, "), "{}", plan.out);
    for word in ["rows go", "change", "may be seen"] {
        assert!(!plan.out.contains(word), "{word}: {}", plan.out);
    }
    let object = |purpose: &str| {
        let plan = run(&site, &format!("rights object {WHO} {purpose} --plan --format json"));
        json(&plan)
    };
    let (all, one) = (object(""), object("--purpose telemarketing"));
    assert_ne!(all["fingerprint"], one["fingerprint"]);
    assert_eq!(one["stores"][0]["purposes"], serde_json::json!(["telemarketing"]));
    let plan = run(&site, &format!("rights object {WHO} --purpose telemarketing --plan"));
    assert!(plan.out.contains("from then on uses are refused for: telemarketing"), "{}", plan.out);
}

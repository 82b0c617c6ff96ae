use abide_policy::model::PurposeUse;
use abide_policy::text::Text;
use abide_policy::vocab::{Purpose, Recipient, Retention};
use proptest::prelude::*;

use super::*;
use crate::testing::{any_policy, cookie, data, example, policy, statement};

const EXAMPLE: &str =
    "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA";

#[test]
fn the_example_is_derived_byte_for_byte() {
    assert_eq!(derive(&example(), Scope::All).to_string(), EXAMPLE);
}

#[test]
fn anonymous_retention_is_no_claim_in_p3p() {
    let mut p = example();
    p.statements[0].retention.anonymous = true;
    assert_eq!(derive(&p, Scope::All).to_string(), EXAMPLE);
    p.statements[0].non_identifiable = true;
    assert_eq!(derive(&p, Scope::All).to_string(), EXAMPLE.replacen("NOI", "NOI NID", 1));
}

#[test]
fn cookies_only_leaves_other_statements_out() {
    let mut p = example();
    assert_eq!(derive(&p, Scope::CookiesOnly).to_string(), "NOI CURa DEVa TAIa OUR BUS UNI STA");
    p.statements[1].data.retain(|d| d.name.as_str() == "flash.storage");
    assert_eq!(derive(&p, Scope::CookiesOnly).to_string(), "NOI CURa DEVa TAIa OUR BUS UNI STA");
    p.statements.remove(1);
    assert!(derive(&p, Scope::CookiesOnly).is_empty());
    p.cookies.push(cookie("session", "transactions"));
    assert_eq!(
        derive(&p, Scope::CookiesOnly).to_string(),
        "NOI CURa DEVa CONa OUR DELa BUS PHY ONL PUR DEM"
    );
}

#[test]
fn the_weakest_of_several_choices_is_kept() {
    let of = |choice| {
        let mut s = statement(
            "s",
            vec![data("user.gender", &[])],
            &[],
            &[Recipient::Ours],
            Retention::StatedPurpose,
        );
        s.purposes.insert(
            Purpose::Contact,
            PurposeUse { choice, basis: None, description: Text::default() },
        );
        s
    };
    for (choices, expected) in [
        (vec![Choice::OptIn, Choice::OptIn], "CONi"),
        (vec![Choice::OptIn, Choice::OptOut], "CONo"),
        (vec![Choice::OptOut, Choice::Always, Choice::OptIn], "CONa"),
    ] {
        let p = policy(choices.into_iter().map(of).collect(), Vec::new());
        assert_eq!(derive(&p, Scope::All).to_string(), format!("NOI {expected} OUR STP DEM"));
    }
}

#[test]
fn policy_level_tokens_come_from_the_policy() {
    let p = policy(Vec::new(), Vec::new());
    assert_eq!(derive(&p, Scope::All).to_string(), "NOI");
    let mut s = statement("s", Vec::new(), &[], &[], Retention::NoRetention);
    s.non_identifiable = true;
    let mut p = policy(vec![s], Vec::new());
    p.test = true;
    assert_eq!(derive(&p, Scope::All).to_string(), "NOI NID TST");
}

proptest! {
    #[test]
    fn what_is_derived_reads_back(p in any_policy()) {
        let compact = derive(&p, Scope::All);
        prop_assert_eq!(CompactPolicy::parse(&compact.to_string()), compact);
    }
}

//! What is imported passes the check, says the same, and loses nothing without a note.

use abide_policy::source::read_policy;
use proptest::prelude::*;

use super::*;
use crate::convert::{Shared, to_policy};
use crate::derive::{Scope, derive};
use crate::export::{from_policy, policy_file};
use crate::testing::{any_policy, example};
use crate::write::print;

/// A policy as sites published it, with what makes real files awkward.
const AWKWARD: &str = r##"<?xml version="1.0"?>
<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">
 <EXPIRY date="Wed, 01 Jan 2020 12:00:00 GMT"/>
 <DATASCHEMA xml:lang="it">
  <DATA-STRUCT name="cart.item" short-description="Item"><CATEGORIES><purchase/></CATEGORIES></DATA-STRUCT>
  <DATA-STRUCT name="cart.ship-to" structref="http://www.w3.org/TR/P3P/base#postal"/>
  <DATA-DEF name="shop.cart" structref="#cart" short-description="Basket"><LONG-DESCRIPTION>What is in the basket</LONG-DESCRIPTION></DATA-DEF>
  <DATA-DEF name="user.name" short-description="Nickname"><CATEGORIES><online/></CATEGORIES></DATA-DEF>
 </DATASCHEMA>
 <POLICY name="FireTeamPolicy" discuri="/w3c/privacy.html" opturi="http://www.example.it/w3c/privacy.html" xml:lang="it-IT">
  <EXTENSION optional="yes"><p:PROMPT xmlns:p="http://example.com/p">x</p:PROMPT></EXTENSION>
  <TEST/>
  <ENTITY><DATA-GROUP>
   <DATA ref="#business.name">Example &amp; Söhne</DATA>
   <DATA ref="#business.contact-info.telecom.telephone.intcode">39</DATA>
   <DATA ref="#business.contact-info.telecom.telephone.loccode">06</DATA>
   <DATA ref="#business.contact-info.telecom.telephone.number">123 456</DATA>
   <DATA ref="#business.contact-info.postal.country">Costa Rica</DATA>
   <DATA ref="#business.contact-info.postal.organization">Example</DATA>
   <DATA ref="#business.contact-info.online.uri">http://www.example.it</DATA>
   <DATA ref="#business.contact-info.online.email">not an address</DATA>
  </DATA-GROUP></ENTITY>
  <ACCESS><contact-and-other/></ACCESS>
  <DISPUTES-GROUP>
   <DISPUTES resolution-type="service" service="contact.html" short-description="Help">
    <LONG-DESCRIPTION></LONG-DESCRIPTION><IMG src="/logo.gif" alt="Logo" width="10"/><REMEDIES><correct/><law/></REMEDIES></DISPUTES>
   <DISPUTES resolution-type="law" service="urn:law:it:196-2003"/>
  </DISPUTES-GROUP>
  <STATEMENT>
   <EXTENSION optional="yes"><GROUP-INFO xmlns="http://www.software.ibm.com/P3P/editor/extension-1.0.html" name="Panel information"/></EXTENSION>
   <CONSEQUENCE xml:lang="en">We run
     the "site".</CONSEQUENCE>
   <PURPOSE><current/><contact required="opt-in"/><other-purpose required="opt-out">games</other-purpose>
     <EXTENSION optional="yes"><PPURPOSE xmlns="http://www.w3.org/2006/01/P3Pv11"><gaming/></PPURPOSE></EXTENSION></PURPOSE>
   <RECIPIENT><ours><recipient-description>Us</recipient-description><recipient-description>Our hoster</recipient-description></ours></RECIPIENT>
   <RETENTION><stated-purpose/></RETENTION>
   <DATA-GROUP>
    <DATA ref="#dynamic.cookies" optional="yes"><CATEGORIES><uniqueid/><other-category>colour</other-category></CATEGORIES></DATA>
    <DATA ref="#user.home-info.postal"/>
   </DATA-GROUP>
   <DATA-GROUP base=""><DATA ref="#shop.cart"/><DATA ref="#shop.cart.ship-to.street"/><DATA ref="#user.name"/><DATA ref="#shop"/></DATA-GROUP>
   <DATA-GROUP base="http://example.com/schema"><DATA ref="#game.score"><CATEGORIES><interactive/></CATEGORIES></DATA><DATA ref="#game.rank"/></DATA-GROUP>
  </STATEMENT>
  <STATEMENT><NON-IDENTIFIABLE/></STATEMENT>
 </POLICY>
</POLICIES>"##;

fn codes(import: &Import) -> Vec<&'static str> {
    import.diagnostics.iter().map(|d| d.code.id()).collect()
}

#[test]
fn an_awkward_policy_is_imported_with_notes() {
    let import = import(AWKWARD, &Settings::default());
    assert_eq!(import.policies.len(), 1);
    insta::assert_snapshot!("awkward_toml", import.policies[0].toml);
    let reading = read_policy(&import.policies[0].toml);
    let errors: Vec<_> =
        reading.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let notes: Vec<String> =
        import.diagnostics.iter().map(|d| format!("{}: {}", d.code.id(), d.message())).collect();
    insta::assert_snapshot!("awkward_notes", notes.join("\n"));
    let compact = derive(&reading.value.unwrap(), Scope::All).to_string();
    assert_eq!(
        compact,
        "CAO DSP COR LAW NID CURa CONi OTPo OUR STP PHY ONL UNI PUR INT DEM OTC TST"
    );
}

#[test]
fn the_example_survives_the_way_there_and_back() {
    let import = import(print(&policy_file(&example(), Lang::En)), &Settings::default());
    let back = read_policy(&import.policies[0].toml).value.unwrap();
    let there = example();
    assert_eq!(back.statements, there.statements);
    assert_eq!(back.data, there.data);
    assert_eq!((back.name, back.access, back.notice), (there.name, there.access, there.notice));
    assert_eq!(back.entity, there.entity);
}

#[test]
fn what_cannot_be_published_is_not_imported() {
    for source in [
        "",
        "<POLICY",
        "<POLICY xmlns='http://www.w3.org/2002/01/P3Pv1' name='a' discuri='/x'><ACCESS><all/></ACCESS></POLICY>",
        "<POLICY xmlns='http://www.w3.org/2002/01/P3Pv1' name='a' discuri='https://example.com/'/>",
    ] {
        let import = import(source, &Settings::default());
        assert!(import.policies.is_empty(), "{source}");
        assert!(!import.diagnostics.is_empty());
    }
    let site = Settings { site: "https://example.com".parse().ok(), ..Settings::default() };
    let relative = "<POLICY xmlns='http://www.w3.org/2002/01/P3Pv1' name='a' discuri='/x'><ACCESS><all/></ACCESS></POLICY>";
    let import = import(relative, &site);
    assert!(import.policies[0].toml.contains("notice = \"https://example.com/x\""));
    assert!(read_policy(&import.policies[0].toml).value.is_some(), "{}", import.policies[0].toml);
}

#[test]
fn policies_of_one_file_get_different_names() {
    let policy = "<POLICY name='A' discuri='https://example.com/'><ACCESS><all/></ACCESS></POLICY>";
    let file =
        format!("<POLICIES xmlns='http://www.w3.org/2002/01/P3Pv1'>{policy}{policy}</POLICIES>");
    let import = import(file, &Settings::default());
    let names: Vec<&str> = import.policies.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["a", "a-2"]);
    assert!(codes(&import).contains(&"policy.name.dup"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Exporting and importing keeps everything that P3P can say.
    #[test]
    fn policies_survive_the_way_there_and_back(p in any_policy()) {
        let there = from_policy(&p, Lang::En);
        let back = to_policy(&there, Shared::default(), &Settings::default()).policy;
        prop_assert_eq!(derive(&back, Scope::All), derive(&p, Scope::All));
        prop_assert_eq!(&back.statements, &p.statements);
        prop_assert_eq!(&back.disputes, &p.disputes);
        let schema = (back.schema(), p.schema());
        for s in &p.statements {
            prop_assert_eq!(s.categories(&schema.0), s.categories(&schema.1));
        }
        let import = import(print(&policy_file(&p, Lang::En)), &Settings::default());
        let toml = &import.policies[0].toml;
        let reading = read_policy(toml);
        prop_assert!(reading.value.is_some(), "{} {:?}", toml, reading.diagnostics);
        prop_assert_eq!(reading.value.unwrap(), back);
    }

    /// Whatever is imported passes the check.
    #[test]
    fn mutilated_policies_are_imported_or_refused(cut in any::<prop::sample::Index>(), len in 0usize..60, put in "[a-z<>/\"' #.]{0,4}") {
        let mut text = AWKWARD.to_owned();
        let floor = |mut at: usize| { while !text.is_char_boundary(at) { at -= 1 } at };
        let start = floor(cut.index(text.len()));
        let end = floor((start + len).min(text.len()));
        text.replace_range(start..end, &put);
        for imported in import(&text, &Settings::default()).policies {
            let reading = read_policy(&imported.toml);
            prop_assert!(reading.value.is_some(), "{}\n{} {:?}", text, imported.toml, reading.diagnostics);
        }
    }
}

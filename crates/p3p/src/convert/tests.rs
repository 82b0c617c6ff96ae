use abide_policy::vocab::{Category, Set};

use super::*;

const POLICY: &str = r##"<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">
<POLICY name="site" discuri="https://example.com/privacy" xml:lang="de-AT">
<ENTITY><DATA-GROUP><DATA ref="#business.name">Beispiel</DATA><DATA ref="#business.contact-info.postal.country">at</DATA></DATA-GROUP></ENTITY>
<ACCESS><nonident/></ACCESS>
<DISPUTES-GROUP><DISPUTES resolution-type="service" service="https://example.com/help"/></DISPUTES-GROUP>
<STATEMENT><NON-IDENTIFIABLE/><PURPOSE><current/><historical/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><legal-requirement/></RETENTION>
<DATA-GROUP><DATA ref="#user.home-info"/></DATA-GROUP></STATEMENT>
<STATEMENT><PURPOSE><contact/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><stated-purpose/></RETENTION>
<DATA-GROUP><DATA ref="#user.home-info.online"/></DATA-GROUP></STATEMENT>
</POLICY>
</POLICIES>"##;

#[test]
fn checks_of_whole_policies_are_shown_at_their_place_in_the_xml() {
    let reading = check(POLICY);
    let shown: Vec<(&str, &str)> =
        reading.diagnostics.iter().map(|d| (d.code.id(), &POLICY[d.span.clone()])).collect();
    assert_eq!(
        shown,
        [
            ("access.nonident.conflict", "<ACCESS>"),
            (
                "disputes.remedies.none",
                "<DISPUTES resolution-type=\"service\" service=\"https://example.com/help\"/>"
            ),
            ("statement.nonident.conflict", "<NON-IDENTIFIABLE/>"),
            ("retention.timetable", "<RETENTION>"),
        ]
    );
}

#[test]
fn a_problem_is_said_once() {
    let source = POLICY
        .replace("<contact/>", "<contact required=\"opt-in\"/><other-purpose/>")
        .replace("#user.home-info.online", "#user.hom-info");
    let codes: Vec<&str> = check(&source).diagnostics.iter().map(|d| d.code.id()).collect();
    for code in ["policy.opturi.missing", "purpose.other.text", "data.ref.unknown"] {
        assert_eq!(codes.iter().filter(|c| **c == code).count(), 1, "{code} in {codes:?}");
    }
}

#[test]
fn what_p3p_says_is_said() {
    let Some(document) = read(POLICY).document else { panic!() };
    let (policy, shared) = policies(&document)[0];
    let converted = to_policy(policy, shared, &Settings::default());
    let p = &converted.policy;
    assert!(converted.whole);
    assert_eq!((p.name.as_str(), p.version.as_str()), ("site", "imported"));
    assert_eq!(p.languages, [Lang::De]);
    assert_eq!(p.jurisdiction.code(), "AT");
    assert_eq!(p.entity.name, "Beispiel");
    assert!(p.statements[0].non_identifiable && !p.statements[0].retention.anonymous);
    let online = Set::of(&[Category::Online]);
    assert_eq!(p.statements[1].categories(&p.schema()), online);
    assert_eq!(p.statements[1].title.get(Lang::De), Some("Abschnitt 2"));
    let at = |place: &str| &POLICY[converted.places.span(place)];
    assert_eq!(at("statement.statement-2.purposes.contact"), "<contact/>");
    assert_eq!(at("statement.statement-2.recipients.ours"), "<ours/>");
    assert_eq!(
        at("statement.statement-2.data.user.home-info.online"),
        "<DATA ref=\"#user.home-info.online\"/>"
    );
    assert_eq!(at("policy.notice"), "https://example.com/privacy");
    assert_eq!(at("policy.access"), "<ACCESS>");
    assert_eq!(at("entity.name"), "<DATA ref=\"#business.name\">");
    assert_eq!(at("statement.statement-1.retention.period"), "<RETENTION>");
}

#[test]
fn policies_inside_a_reference_file_are_found() {
    let inner = POLICY.replace(" xmlns=\"http://www.w3.org/2002/01/P3Pv1\"", "");
    let meta = format!(
        "<META xmlns=\"http://www.w3.org/2002/01/P3Pv1\"><POLICY-REFERENCES/>{inner}</META>"
    );
    let Some(document) = read(&meta).document else { panic!() };
    assert_eq!(policies(&document).len(), 1);
    assert!(check(&meta).diagnostics.iter().any(|d| d.code == Code::AccessNonidentConflict));
}

#[test]
fn choices_that_contradict_each_other_become_the_weakest_with_a_note() {
    let source = POLICY
        .replace("<contact/>", "<contact required=\"opt-in\"/><contact required=\"opt-out\"/>");
    let Some(document) = read(&source).document else { panic!() };
    let (policy, shared) = policies(&document)[0];
    let converted = to_policy(policy, shared, &Settings::default());
    let contact = abide_policy::vocab::Purpose::Contact;
    assert_eq!(
        converted.policy.statements[1].purposes[&contact].choice,
        abide_policy::vocab::Choice::OptOut
    );
    assert!(
        converted.notes.iter().any(|d| d.message().contains("two choices")),
        "{:?}",
        converted.notes
    );
}

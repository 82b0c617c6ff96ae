//! Every problem that a P3P document can have, each with its code and the text that is underlined.

use abide_policy::diagnostic::Severity;
use proptest::prelude::*;

use super::*;

const POLICY: &str = r##"<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">
<EXPIRY max-age="604800"/>
<DATASCHEMA><DATA-DEF name="call.quality" short-description="Quality"><CATEGORIES><computer/></CATEGORIES></DATA-DEF><DATA-DEF name="call.note"/></DATASCHEMA>
<POLICY name="site" discuri="https://example.com/privacy" opturi="https://example.com/choices" xml:lang="en">
<ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA><DATA ref="#business.contact-info.online.email">a@example.com</DATA></DATA-GROUP></ENTITY>
<ACCESS><all/></ACCESS>
<DISPUTES-GROUP><DISPUTES resolution-type="service" service="https://example.com/help"><REMEDIES><correct/></REMEDIES></DISPUTES></DISPUTES-GROUP>
<STATEMENT><CONSEQUENCE>Because</CONSEQUENCE><PURPOSE><current/><contact required="opt-in"/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><stated-purpose/></RETENTION>
<DATA-GROUP><DATA ref="#user.gender"/><DATA ref="#dynamic.cookies" optional="yes"><CATEGORIES><state/></CATEGORIES></DATA></DATA-GROUP>
<DATA-GROUP base=""><DATA ref="#call.quality"/></DATA-GROUP></STATEMENT>
</POLICY>
</POLICIES>"##;

const REFERENCE: &str = r##"<META xmlns="http://www.w3.org/2002/01/P3Pv1">
<POLICY-REFERENCES><EXPIRY max-age="86400"/>
<POLICY-REF about="#site"><INCLUDE>/*</INCLUDE><EXCLUDE>/x/*</EXCLUDE><COOKIE-INCLUDE name="*"/><METHOD>GET</METHOD></POLICY-REF>
<HINT scope="http://www.example.org" path="/p3p.xml"/>
</POLICY-REFERENCES>
INLINE
</META>"##;

fn reference() -> String {
    REFERENCE.replace("INLINE", &POLICY.replace(" xmlns=\"http://www.w3.org/2002/01/P3Pv1\"", ""))
}

fn found(source: &str) -> Vec<(&'static str, String)> {
    let shown =
        |d: &Diagnostic| (d.code.id(), source.get(d.span.clone()).unwrap_or_default().to_owned());
    read(source).diagnostics.iter().map(shown).collect()
}

#[test]
fn right_documents_have_no_problems() {
    assert_eq!(found(POLICY), []);
    assert_eq!(found(&reference()), []);
}

/// What is put in place of what, the code, and the text underlined.
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    // Documents.
    (
        "2002/01/P3Pv1",
        "2000/12/P3Pv1",
        "ns.unknown",
        "<POLICIES xmlns=\"http://www.w3.org/2000/12/P3Pv1\">",
    ),
    (" xmlns=\"http://www.w3.org/2002/01/P3Pv1\"", "", "ns.unknown", "<POLICIES>"),
    // Structure.
    (
        "<ACCESS><all/></ACCESS>\n",
        "<ACCESS><all/></ACCESS><x:y xmlns:x='u'/>",
        "struct.unknown",
        "y",
    ),
    ("<PURPOSE><current/>", "<PURPOSE><current/><marketing/>", "struct.unknown", "marketing"),
    (
        "<EXPIRY max-age=\"604800\"/>",
        "<EXPIRY max-age=\"604800\"/>text",
        "struct.unknown",
        "text\n",
    ),
    ("<CONSEQUENCE>Because", "<CONSEQUENCE><b/>Because", "struct.unknown", "b"),
    ("<ACCESS><all/></ACCESS>\n", "<ACCESS><all/></ACCESS><TEST/>", "struct.order", "<TEST/>"),
    (
        "<ACCESS><all/></ACCESS>\n",
        "<ACCESS><all/></ACCESS><ACCESS><all/></ACCESS>",
        "access.multiple",
        "<ACCESS>",
    ),
    ("<RETENTION>", "<RETENTION><indefinitely/>", "struct.duplicate", "<stated-purpose/>"),
    (
        "<CONSEQUENCE>Because</CONSEQUENCE>",
        "<CONSEQUENCE/><CONSEQUENCE/>",
        "struct.duplicate",
        "<CONSEQUENCE/>",
    ),
    (
        "<DISPUTES resolution-type=\"service\" service=\"https://example.com/help\"><REMEDIES><correct/></REMEDIES></DISPUTES>",
        "",
        "struct.missing",
        "<DISPUTES-GROUP>",
    ),
    ("name=\"site\"", "name=\"site\" lang=\"en\"", "attr.unknown", "lang"),
    ("optional=\"yes\"", "optional=\"true\"", "attr.value", "true"),
    ("max-age=\"604800\"", "max-age=\"soon\"", "attr.value", "soon"),
    ("max-age=\"604800\"", "max-age=\"+604800\"", "attr.value", "+604800"),
    ("max-age=\"604800\"", "date=\"tomorrow\"", "attr.value", "<EXPIRY date=\"tomorrow\"/>"),
    ("<DATA ref=\"#user.gender\"/>", "<DATA/>", "attr.missing", "<DATA/>"),
    // The policy.
    (
        "name=\"site\"",
        "",
        "policy.name.missing",
        "<POLICY  discuri=\"https://example.com/privacy\" opturi=\"https://example.com/choices\" xml:lang=\"en\">",
    ),
    (
        "discuri=\"https://example.com/privacy\" ",
        "",
        "policy.discuri.missing",
        "<POLICY name=\"site\" opturi=\"https://example.com/choices\" xml:lang=\"en\">",
    ),
    ("\"https://example.com/privacy\"", "\"/privacy\"", "policy.discuri.relative", "/privacy"),
    (
        "opturi=\"https://example.com/choices\" ",
        "",
        "policy.opturi.missing",
        "<contact required=\"opt-in\"/>",
    ),
    ("604800", "3600", "prf.expiry.short", "<EXPIRY max-age=\"3600\"/>"),
    ("max-age=\"604800\"", "", "prf.expiry.neither", "<EXPIRY />"),
    (
        "max-age=\"604800\"",
        "max-age=\"604800\" date=\"Sun, 06 Nov 2033 08:49:37 GMT\"",
        "prf.expiry.both",
        "<EXPIRY max-age=\"604800\" date=\"Sun, 06 Nov 2033 08:49:37 GMT\"/>",
    ),
    ("<DATA ref=\"#business.name\">Example</DATA>", "", "entity.noname", "<ENTITY>"),
    (
        "<DATA ref=\"#business.contact-info.online.email\">a@example.com</DATA>",
        "",
        "entity.nocontact",
        "<ENTITY>",
    ),
    (
        "<ENTITY><DATA-GROUP>",
        "<ENTITY><DATA-GROUP><DATA ref=\"#user.name\">x</DATA>",
        "entity.badref",
        "#user.name",
    ),
    ("<all/>", "", "access.missing", "<ACCESS>"),
    (
        "<ACCESS><all/></ACCESS>",
        "",
        "access.missing",
        "<POLICY name=\"site\" discuri=\"https://example.com/privacy\" opturi=\"https://example.com/choices\" xml:lang=\"en\">",
    ),
    ("<all/>", "<all/><none/>", "access.multiple", "<none/>"),
    (
        " service=\"https://example.com/help\"",
        "",
        "disputes.service",
        "<DISPUTES resolution-type=\"service\">",
    ),
    ("resolution-type=\"service\"", "resolution-type=\"services\"", "disputes.type", "services"),
    (
        "resolution-type=\"service\" ",
        "",
        "attr.missing",
        "<DISPUTES service=\"https://example.com/help\">",
    ),
    // Statements.
    ("<current/><contact required=\"opt-in\"/>", "", "statement.purpose.missing", "<STATEMENT>"),
    ("<RECIPIENT><ours/></RECIPIENT>", "", "statement.recipient.missing", "<STATEMENT>"),
    ("<RETENTION><stated-purpose/></RETENTION>", "", "statement.retention.missing", "<STATEMENT>"),
    ("<current/>", "<current required=\"always\"/>", "purpose.required.forbidden", "always"),
    ("<ours/>", "<ours required=\"opt-out\"/>", "purpose.required.forbidden", "opt-out"),
    ("opt-in", "optin", "purpose.required.value", "optin"),
    ("<current/>", "<current/><other-purpose/>", "purpose.other.text", "<other-purpose/>"),
    ("<current/>", "<current/><current/>", "dup.purpose", "<current/>"),
    ("<ours/>", "<ours/><ours/>", "dup.recipient", "<ours/>"),
    ("<state/>", "<state/><state/>", "dup.category", "<state/>"),
    ("<state/>", "<other-category> </other-category>", "category.other.text", "<other-category>"),
    // Data.
    ("#user.gender", "#user.gendre", "data.ref.unknown", "#user.gendre"),
    ("#call.quality", "#call.qualty", "data.ref.unknown", "#call.qualty"),
    ("<DATA-GROUP base=\"\">", "<DATA-GROUP>", "data.ref.unknown", "#call.quality"),
    ("#user.gender", "user.gender", "data.ref.syntax", "user.gender"),
    ("#user.gender", "#user..gender", "data.ref.syntax", "#user..gender"),
    (
        "<CATEGORIES><state/></CATEGORIES>",
        "",
        "data.category.missing",
        "<DATA ref=\"#dynamic.cookies\" optional=\"yes\">",
    ),
    ("#call.quality", "#call.note", "data.category.missing", "<DATA ref=\"#call.note\"/>"),
    (
        "<DATA ref=\"#user.gender\"/>",
        "<DATA ref=\"#user.gender\"><CATEGORIES><state/></CATEGORIES></DATA>",
        "data.category.forbidden",
        "<DATA ref=\"#user.gender\">",
    ),
    (
        "<DATA ref=\"#user.gender\"/>",
        "<DATA ref=\"#user.gender\">female</DATA>",
        "data.value.misplaced",
        "female",
    ),
    (
        "<DATA ref=\"#user.gender\"/>",
        "<DATA ref=\"#user.gender\"/><DATA ref=\"#user.gender\"/>",
        "data.duplicate",
        "<DATA ref=\"#user.gender\"/>",
    ),
    (
        "<DATA-DEF name=\"call.note\"/>",
        "<DATA-DEF name=\"call.note\" structref=\"#postl\"/>",
        "data.ref.unknown",
        "#postl",
    ),
    (
        "<DATA-DEF name=\"call.note\"/>",
        "<DATA-DEF name=\"call note\"/>",
        "data.ref.syntax",
        "call note",
    ),
    // Extensions.
    (
        "<ACCESS><all/>",
        "<ACCESS><all/><EXTENSION optional=\"no\"><x xmlns=\"u\"/></EXTENSION>",
        "ext.mandatory.unknown",
        "<EXTENSION optional=\"no\">",
    ),
];

#[test]
fn each_mistake_is_named_at_its_place() {
    for (right, wrong, code, underlined) in MISTAKES {
        assert!(POLICY.contains(right), "{right}");
        let source = POLICY.replacen(right, wrong, 1);
        let found = found(&source);
        assert_eq!(found, [(*code, (*underlined).to_owned())], "{right} -> {wrong}");
    }
}

const REFERENCE_MISTAKES: &[(&str, &str, &str, &str)] = &[
    (" about=\"#site\"", "", "prf.about.missing", "<POLICY-REF>"),
    ("#site", "/w3c/policy.xml", "prf.about.missing", "/w3c/policy.xml"),
    ("#site", "#sight", "prf.policy.unresolved", "#sight"),
    ("<INCLUDE>/*</INCLUDE>", "", "prf.exclude.noinclude", "<EXCLUDE>/x/*</EXCLUDE>"),
    (
        "/x/*",
        "http://other.example/*",
        "prf.pattern.nonlocal",
        "<EXCLUDE>http://other.example/*</EXCLUDE>",
    ),
    ("/x/*", "//other.example/*", "prf.pattern.nonlocal", "<EXCLUDE>//other.example/*</EXCLUDE>"),
    ("<COOKIE-INCLUDE name=\"*\"/>", "", "prf.cookie.nothing", "<POLICY-REF about=\"#site\">"),
    (
        "<INCLUDE>/*</INCLUDE><EXCLUDE>/x/*</EXCLUDE><COOKIE-INCLUDE name=\"*\"/>",
        "",
        "prf.nothing",
        "<POLICY-REF about=\"#site\">",
    ),
    ("max-age=\"86400\"", "max-age=\"86399\"", "prf.expiry.short", "<EXPIRY max-age=\"86399\"/>"),
    (" scope=\"http://www.example.org\"", "", "attr.missing", "<HINT path=\"/p3p.xml\"/>"),
];

#[test]
fn each_mistake_of_a_reference_file_is_named_at_its_place() {
    let right_file = reference();
    for (right, wrong, code, underlined) in REFERENCE_MISTAKES {
        assert!(right_file.contains(right), "{right}");
        let source = right_file.replacen(right, wrong, 1);
        assert!(
            found(&source).contains(&(*code, (*underlined).to_owned())),
            "{right} -> {wrong}: {:?}",
            found(&source)
        );
    }
    let empty = "<META xmlns=\"http://www.w3.org/2002/01/P3Pv1\"/>";
    assert_eq!(found(empty), [("struct.missing", empty.to_owned())]);
}

#[test]
fn names_used_twice_are_named() {
    let policy = POLICY.split_once("<POLICY ").unwrap().1.split_once("</POLICIES>").unwrap().0;
    let source = POLICY.replace("</POLICIES>", &format!("<POLICY {policy}</POLICIES>"));
    assert_eq!(found(&source), [("policy.name.dup", "site".to_owned())]);
}

#[test]
fn a_statement_that_claims_to_identify_nobody_may_say_nothing_else() {
    let source = POLICY.replace("</POLICY>", "<STATEMENT><NON-IDENTIFIABLE/></STATEMENT></POLICY>");
    assert_eq!(found(&source), []);
    let source = POLICY.replace("</POLICY>", "<STATEMENT/></POLICY>");
    let codes: Vec<_> = found(&source).into_iter().map(|(code, _)| code).collect();
    let expected = [
        "statement.purpose.missing",
        "statement.recipient.missing",
        "statement.retention.missing",
        "statement.data.missing",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn an_element_that_holds_anything_may_be_named_once_for_each_category() {
    let data = |optional: &str, category: &str| {
        format!(
            "<DATA ref=\"#dynamic.miscdata\"{optional}><CATEGORIES><{category}/></CATEGORIES></DATA>"
        )
    };
    let both = data("", "physical") + &data(" optional=\"yes\"", "online");
    let source = POLICY.replace("<DATA ref=\"#user.gender\"/>", &both);
    assert_eq!(found(&source), []);
    let source =
        POLICY.replace("<DATA ref=\"#user.gender\"/>", &(both.clone() + &data("", "online")));
    assert_eq!(found(&source), [("data.duplicate", "<DATA ref=\"#dynamic.miscdata\">".to_owned())]);
    let import = crate::import::import(
        POLICY.replace("<DATA ref=\"#user.gender\"/>", &both),
        &Default::default(),
    );
    assert!(
        import.policies[0]
            .toml
            .contains(r#"{ ref = "dynamic.miscdata", categories = ["physical", "online"] }"#)
    );
    assert!(
        import
            .diagnostics
            .iter()
            .any(|d| d.message().contains("optional for some of its categories"))
    );
}

#[test]
fn misspelled_words_get_the_right_one() {
    for (right, wrong, fix) in [
        ("<ACCESS><all/></ACCESS>", "<ACESS><all/></ACESS>", "ACCESS"),
        ("<ACCESS><all/></ACCESS>", "<access><all/></access>", "ACCESS"),
        ("<contact required=\"opt-in\"/>", "<contcat/>", "contact"),
        ("<stated-purpose/>", "<statedpurpose/>", "stated-purpose"),
        ("<state/>", "<sate/>", "state"),
        ("required=\"opt-in\"", "required=\"optin\"", "opt-in"),
        ("discuri=\"", "discURI=\"", "discuri"),
        ("\"service\"", "\"servise\"", "service"),
        ("#user.gender", "#user.gendre", "#user.gender"),
        ("#call.quality", "#call.qualty", "#call.quality"),
    ] {
        let source = POLICY.replacen(right, wrong, 1);
        let fixes: Vec<String> =
            read(&source).diagnostics.into_iter().filter_map(|d| d.fix).collect();
        assert!(fixes.iter().any(|f| f == fix), "{wrong}: {fixes:?}");
    }
}

/// Putting the fix where the diagnostic points mends the document.
#[test]
fn fixes_mend() {
    for (right, wrong) in [
        ("<contact required=\"opt-in\"/>", "<contcat required=\"opt-in\"/>"),
        ("discuri=\"", "discURI=\""),
        ("required=\"opt-in\"", "required=\"optin\""),
        ("#user.gender", "#user.gendre"),
        ("</PURPOSE>", "</PURPOS>"),
    ] {
        let source = POLICY.replacen(right, wrong, 1);
        let reading = read(&source);
        let d = reading.diagnostics.iter().find(|d| d.fix.is_some()).unwrap();
        let mut mended = source.clone();
        mended.replace_range(d.span.clone(), d.fix.as_ref().unwrap());
        assert_eq!(mended, POLICY);
    }
}

#[test]
fn places_are_in_the_words_of_policy_files() {
    let source = POLICY
        .replace("<CONSEQUENCE>", "<EXTENSION><GROUP-INFO xmlns=\"http://www.software.ibm.com/P3P/editor/extension-1.0.html\" name=\"Access Log\"/></EXTENSION><CONSEQUENCE>")
        .replace("opt-in", "maybe")
        .replace("#user.gender", "#user.x")
        .replace("<all/>", "");
    let places: Vec<String> = read(&source).diagnostics.into_iter().map(|d| d.place).collect();
    assert_eq!(
        places,
        [
            "policy.access",
            "statement.access-log.purposes.contact",
            "statement.access-log.data.user.x"
        ]
    );
}

#[test]
fn additions_of_the_second_version_are_kept() {
    let source = POLICY
        .replace("</PURPOSE>", "<EXTENSION optional=\"no\"><PPURPOSE xmlns=\"http://www.w3.org/2006/01/P3Pv11\"><login/><payment/></PPURPOSE></EXTENSION></PURPOSE>")
        .replace("<ours/>", "<ours><v:JURISDICTION xmlns:v=\"http://www.w3.org/2006/01/P3Pv11\" service=\"http://example.com/law\" short-description=\"EU\"/></ours>")
        .replace("</POLICY>", "<EXTENSION><STATEMENT-GROUP-DEF xmlns=\"http://www.w3.org/2006/01/P3Pv11\" id=\"g\" consent=\"opt-in\" short-description=\"All of it\"/></EXTENSION></POLICY>")
        .replace("</STATEMENT>", "<EXTENSION><STATEMENT-GROUP xmlns=\"http://www.w3.org/2006/01/P3Pv11\" id=\"g\"/></EXTENSION></STATEMENT>");
    let reading = read(&source);
    assert_eq!(reading.diagnostics, []);
    let Some(Document::Policies(policies)) = &reading.document else { panic!() };
    let policy = &policies.policies[0];
    let statement = &policy.statements[0];
    assert_eq!(
        crate::v11::primary_purposes(statement.purposes.as_ref().unwrap()),
        ["login", "payment"]
    );
    let law = &crate::v11::jurisdictions(&statement.recipients.as_ref().unwrap().list[0])[0];
    assert_eq!(law.service.as_deref(), Some("http://example.com/law"));
    assert_eq!(crate::v11::groups(policy)[0].consent.as_deref(), Some("opt-in"));
    assert_eq!(crate::v11::titles(policy), [Some("All of it".to_owned())]);
    assert_eq!(crate::v11::statement_ids(policy)[0].as_str(), "g");
    let document = reading.document.unwrap();
    assert_eq!(read(crate::write::print(&document)).document, Some(document));
    let meta = reference().replace("</POLICY-REFERENCES>", "<EXTENSION><OUR-HOST xmlns=\"http://www.w3.org/2006/01/P3Pv11\" name=\"*.example.org\"/></EXTENSION></POLICY-REFERENCES>");
    let Some(Document::Reference(meta)) = read(&meta).document else { panic!() };
    assert_eq!(crate::v11::our_hosts(&meta), ["*.example.org"]);
}

#[test]
fn other_documents_are_refused() {
    for source in [
        "<html/>",
        "<POLICYREF xmlns=\"http://www.w3.org/2002/01/P3Pv1\"/>",
        "<x:META xmlns:x=\"u\"/>",
    ] {
        let reading = read(source);
        assert_eq!(reading.diagnostics[0].code, Code::NsUnknown, "{source}");
    }
    assert!(read("<html/>").document.is_none());
    assert!(read(POLICY.replace('\n', "\r\n")).diagnostics.is_empty(), "line ends do not matter");
    assert!(read(format!("\u{feff}{POLICY}")).diagnostics.is_empty(), "nor does a byte order mark");
    assert!(
        read(
            POLICY
                .replace("xmlns=", "xmlns:p=")
                .replace("</", "</p:")
                .replace('<', "<p:")
                .replace("<p:/p:", "</p:")
        )
        .diagnostics
        .is_empty()
    );
}

/// Documents that would take minutes if anything were quadratic, or fill memory if anything were kept too often.
#[test]
fn hostile_documents_stay_cheap() {
    let data = "<DATA ref=\"#user.gendre\"/>".repeat(15_000);
    let own: String = (0..8000).map(|i| format!("<DATA-DEF name=\"a.b{i}\"/>")).collect();
    let sets = "<DATA ref=\"#a\"/>".repeat(8000);
    let foreign: String = (0..9000)
        .map(|i| format!("<DATA-GROUP base=\"u:{i}\"><DATA ref=\"#x.y\"/></DATA-GROUP>"))
        .collect();
    let group = "<EXTENSION><STATEMENT-GROUP xmlns=\"http://www.w3.org/2006/01/P3Pv11\" id=\"g\"/></EXTENSION>";
    let definition = "<EXTENSION><STATEMENT-GROUP-DEF xmlns=\"http://www.w3.org/2006/01/P3Pv11\" id=\"x\" short-description=\"y\"/></EXTENSION>";
    let statements =
        format!("<STATEMENT>{group}</STATEMENT>").repeat(2500) + &definition.repeat(1500);
    for inner in [
        format!("<STATEMENT><DATA-GROUP>{data}</DATA-GROUP></STATEMENT>"),
        format!(
            "<DATASCHEMA>{own}</DATASCHEMA><STATEMENT><DATA-GROUP base=\"\">{sets}</DATA-GROUP></STATEMENT>"
        ),
        format!("<STATEMENT>{foreign}</STATEMENT>"),
        statements,
        "<ACESS/>".repeat(19_000),
        "<STATEMENT/>".repeat(19_000),
        "<ACCESS/>".repeat(19_000),
    ] {
        let source = format!(
            "<POLICY xmlns=\"http://www.w3.org/2002/01/P3Pv1\" discuri=\"https://example.com/\">{inner}</POLICY>"
        );
        let reading = crate::convert::check(&source);
        assert!(
            reading
                .diagnostics
                .iter()
                .all(|d| d.code != Code::FileSize && d.code != Code::XmlLimit),
            "{}",
            source.len()
        );
        let found = reading.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        assert!((1..20_000).contains(&found), "{found}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = crate::convert::check(&bytes);
    }

    #[test]
    fn mutilated_documents_are_read(cut in any::<prop::sample::Index>(), len in 0usize..80, put in "[A-Za-z<>/\"'=& #.]{0,6}") {
        for source in [POLICY.to_owned(), reference()] {
            let mut source = source;
            let start = cut.index(source.len());
            let end = (start + len).min(source.len());
            source.replace_range(start..end, &put);
            for d in crate::convert::check(&source).diagnostics {
                prop_assert!(source.get(d.span.clone()).is_some(), "{:?}", d);
            }
        }
    }
}

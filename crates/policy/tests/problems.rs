//! Every problem that the policy file can have, raised by a small change of a policy without problems: the code, the text
//! underlined, and nothing else.

#![expect(clippy::unwrap_used, reason = "tests")]

use abide_policy::codes::Code;
use abide_policy::diagnostic::{self, Severity};
use abide_policy::source::read_policy;

const SMALL: &str = include_str!("small.toml");

/// Code, what is replaced, by what, what is underlined (the start of it).
const CASES: &[(&str, &str, &str, &str)] = &[
    ("key.unknown", "[entity]", "[entity]\nfax = \"1\"", "fax"),
    ("key.missing", "title        = \"Privacy at the shop\"\n", "", "[policy]"),
    ("value.type", "effective    = 2026-12-01", "effective = \"soon\"", "\"soon\""),
    ("value.word", "kind = \"stated-purpose\"", "kind = \"statedpurpose\"", "\"statedpurpose\""),
    ("value.format", "\"6 months\"", "\"half a year\"", "\"half a year\""),
    ("value.empty", "\"Example GmbH\"", "\" \"", "\" \""),
    ("value.control", "\"Example GmbH\"", "\"Example\\r\\nSet-Cookie: x\"", "\"Example"),
    ("data.ref.syntax", "\"user.gender\"", "\"user..gender\"", "\"user..gender\""),
    ("data.ref.unknown", "\"user.gender\"", "\"user.gendre\"", "\"user.gendre\""),
    ("data.duplicate", "\"user.gender\"", "\"user.gender\", \"user.gender\"", "\"user.gender\""),
    ("data.category.missing", "\"user.gender\"", "\"dynamic.miscdata\"", "\"dynamic.miscdata\""),
    (
        "data.category.forbidden",
        "\"user.gender\"",
        "{ ref = \"user.gender\", categories = [\"purchase\"] }",
        "{ ref = \"user.gender\"",
    ),
    (
        "category.other.text",
        "\"user.gender\"",
        "{ ref = \"dynamic.miscdata\", categories = [\"other-category\"] }",
        "{ ref = \"dynamic.miscdata\"",
    ),
    (
        "data.redefined",
        "[[statement]]",
        "[[data]]\nref = \"user.gender\"\ntitle = \"x\"\n[[statement]]",
        "ref = \"user.gender\"",
    ),
    (
        "data.unused",
        "[[statement]]",
        "[[data]]\nref = \"own.thing\"\ntitle = \"x\"\n[[statement]]",
        "[[data]]",
    ),
    ("reference.unknown", "basis      = ", "regions = [\"us\"]\nbasis      = ", "\"us\""),
    (
        "id.duplicate",
        "[[statement]]",
        "[[region]]\nid = \"eu\"\ntitle = \"x\"\ncountry = \"FR\"\n[[statement]]",
        "[[region]]",
    ),
    ("text.language", "languages    = [\"en\"]", "languages = [\"en\", \"de\"]", "title        = "),
    ("text.count", "\"We need this to send you what you order\"", "\"For three purposes.\"", "why"),
    (
        "policy.opturi.missing",
        "choices      = \"https://www.example.com/privacy/choices\"\n",
        "",
        "contact = {",
    ),
    (
        "entity.nocontact",
        "email = \"privacy@example.com\"\n\n[authority]",
        "\n[authority]",
        "entity",
    ),
    ("entity.badref", "[authority]", "[entity.other]\n\"user.name\" = \"x\"\n[authority]", ""),
    (
        "access.nonident.conflict",
        "\"contact-and-other\"",
        "\"nonident\"",
        "access       = \"nonident\"",
    ),
    ("access.none.law", "\"contact-and-other\"", "\"none\"", "access       = \"none\""),
    (
        "disputes.none",
        "[[dispute]]\nresolution = \"service\"\nservice    = \"https://www.example.com/complaints\"\nremedies   = [\"correct\"]\n",
        "",
        "",
    ),
    ("disputes.remedies.none", "remedies   = [\"correct\"]\n", "", "[[dispute]]"),
    (
        "statement.nonident.conflict",
        "kind = \"stated-purpose\"",
        "kind = \"stated-purpose\", anonymous = true",
        "anonymous = true",
    ),
    (
        "statement.nonident.unique",
        "[\"user.home-info.postal\", \"user.gender\"]",
        "[\"user.login\"]\nnon-identifiable = true",
        "\"user.login\"",
    ),
    (
        "purpose.required.forbidden",
        "{ current = \"always\"",
        "{ current = \"opt-in\"",
        "current = \"opt-in\"",
    ),
    (
        "purpose.other.text",
        "{ current = \"always\"",
        "{ other-purpose = \"always\", current = \"always\"",
        "other-purpose",
    ),
    (
        "retention.timetable",
        "kind = \"stated-purpose\", period = \"6 months\"",
        "kind = \"legal-requirement\"",
        "retention",
    ),
    ("retention.period.missing", ", period = \"6 months\"", "", "retention"),
    ("retention.period.kind", "stated-purpose", "no-retention", "retention"),
    (
        "retention.indefinite",
        "kind = \"stated-purpose\", period = \"6 months\"",
        "kind = \"indefinitely\"",
        "retention",
    ),
    (
        "basis.missing",
        "basis      = \"contract\"\nobligation = \"Without an address we cannot deliver\"\n",
        "",
        "[[statement]]",
    ),
    ("basis.consent.choice", "choice = \"opt-in\"", "choice = \"opt-out\"", "contact = {"),
    (
        "basis.interests.missing",
        "current = \"always\"",
        "current = { choice = \"always\", basis = \"legitimate-interests\" }",
        "[[statement]]",
    ),
    (
        "basis.special.missing",
        "\"user.gender\"",
        "{ ref = \"dynamic.miscdata\", categories = [\"health\"] }",
        "[[statement]]",
    ),
    (
        "consent.marketing",
        "{ choice = \"opt-in\", basis = \"consent\" }",
        "\"always\"",
        "contact = \"always\"",
    ),
    (
        "objection.basis",
        "{ choice = \"opt-in\", basis = \"consent\" }",
        "\"opt-out\"",
        "contact = \"opt-out\"",
    ),
    (
        "consent.storage",
        "\"user.gender\"]\npurposes   = { current = \"always\"",
        "{ ref = \"dynamic.cookies\", categories = [\"state\"] }]\npurposes = { current = \"always\", develop = \"always\"",
        "purposes",
    ),
    (
        "decision.automated.missing",
        "{ current = \"always\"",
        "{ individual-decision = \"always\", current = \"always\"",
        "[[statement]]",
    ),
    ("subject.missing", "subjects   = [\"visitor\", \"customer\"]\n", "", "[[statement]]"),
    ("source.missing", "sources    = [\"person\"]\n", "", "[[statement]]"),
    (
        "obligation.missing",
        "obligation = \"Without an address we cannot deliver\"\n",
        "",
        "[[statement]]",
    ),
    ("rights.missing", "[rights]\nemail = \"privacy@example.com\"\n", "", ""),
    ("authority.missing", "[authority]\nname = \"Example authority\"\n", "", ""),
    ("security.missing", "[security]\nmeasures = [\"Encrypted connections\"]\n", "", ""),
    (
        "region.missing",
        "[[region]]\nid      = \"eu\"\ntitle   = \"Germany\"\ncountry = \"DE\"\n",
        "",
        "",
    ),
    ("representative.missing", "[authority]", "country = \"US\"\n[authority]", "entity"),
    ("processing.missing", "access       =", "role = \"processor\"\naccess =", ""),
    (
        "processing.role",
        "[[dispute]]",
        "[processing]\ncontrollers = \"x\"\ninstructions = \"x\"\nassistance = \"x\"\nend = \"x\"\naudit = \"x\"\n[[dispute]]",
        "processing",
    ),
    ("transfer.ground.missing", "country = \"DE\"", "country = \"IN\"", "[[region]]"),
    (
        "transfer.adequacy.none",
        "country = \"DE\"",
        "country = \"IN\"\ntransfer = { ground = \"adequacy\" }",
        "[[region]]",
    ),
    (
        "cookie.none",
        "\"user.gender\"",
        "{ ref = \"dynamic.cookies\", categories = [\"state\"] }",
        "{ ref = \"dynamic.cookies\"",
    ),
    (
        "cookie.data",
        "[[statement]]",
        "[[cookie]]\nname = \"a\"\nstatement = \"orders\"\ntitle = \"x\"\n[[statement]]",
        "statement = \"orders\"",
    ),
    (
        "cookie.lifetime",
        "[[statement]]",
        "[[cookie]]\nname = \"a\"\nstorage = \"flash\"\nstatement = \"orders\"\ntitle = \"x\"\nlifetime = \"1 year\"\n[[statement]]",
        "lifetime = \"1 year\"",
    ),
    (
        "acknowledge.unused",
        "[[statement]]",
        "[[acknowledge]]\ncode = \"cookie.none\"\nreason = \"x\"\n[[statement]]",
        "[[acknowledge]]",
    ),
    (
        "acknowledge.code",
        "[[statement]]",
        "[[acknowledge]]\ncode = \"key.missing\"\nreason = \"x\"\n[[statement]]",
        "[[acknowledge]]",
    ),
    (
        "statement.purpose.missing",
        "{ current = \"always\", contact = { choice = \"opt-in\", basis = \"consent\" } }",
        "{}",
        "purposes",
    ),
    (
        "statement.recipient.missing",
        "{ ours = \"always\", delivery = \"always\" }",
        "{}",
        "recipients",
    ),
    ("statement.data.missing", "[\"user.home-info.postal\", \"user.gender\"]", "[]", "data"),
];

/// Problems that come with another one by nature: the change that raises the first raises these too.
const TOGETHER: &[(&str, &[&str])] = &[("consent.storage", &["cookie.none"])];

/// Codes that other readers raise: P3P's XML, reference files, compact policies, site files, stored versions, data maps.
fn is_raised_elsewhere(code: Code) -> bool {
    let id = code.id();
    [
        "xml.", "ns.", "struct.", "attr.", "ext.", "prf.", "cp.", "dup.", "version.", "file.",
        "import.", "map.",
    ]
    .iter()
    .any(|p| id.starts_with(p))
        || [
            "policy.name.missing",
            "policy.name.dup",
            "region.unknown",
            "zone.unknown",
            "policy.discuri.missing",
            "policy.discuri.relative",
            "entity.missing",
            "access.missing",
            "access.multiple",
            "disputes.service",
            "disputes.type",
            "statement.retention.missing",
            "purpose.required.value",
            "data.value.misplaced",
        ]
        .contains(&id)
}

#[test]
fn the_small_policy_has_no_problems() {
    let reading = read_policy(SMALL);
    let shown = diagnostic::to_terminal("small.toml", SMALL, &reading.diagnostics, false);
    assert!(reading.value.is_some() && reading.diagnostics.is_empty(), "{shown}");
}

/// What is wrong with a case; empty if it holds.
fn fails((code, from, to, underlined): &(&str, &str, &str, &str)) -> String {
    if !SMALL.contains(from) {
        return format!("{code}: the small policy has no {from}");
    }
    let source = SMALL.replacen(from, to, 1);
    let reading = read_policy(&source);
    let shown = diagnostic::to_terminal("case.toml", &source, &reading.diagnostics, false);
    let with = TOGETHER.iter().find(|(c, _)| c == code).map_or(&[][..], |(_, w)| w);
    let Some(d) = reading.diagnostics.iter().find(|d| d.code.id() == *code) else {
        return format!("{code} is not raised:\n{shown}");
    };
    if !reading.diagnostics.iter().all(|d| d.code.id() == *code || with.contains(&d.code.id())) {
        return format!("{code} comes with others:\n{shown}");
    }
    let at = source.get(d.span.clone()).unwrap();
    if !at.starts_with(underlined) {
        return format!("{code} underlines {at:?}");
    }
    let gaps = [d.message(), d.help()];
    if gaps.iter().any(|t| t.contains("``") || t.contains("{}")) {
        return format!("{code} leaves gaps: {gaps:?}");
    }
    let stops = d.code.severity() == Severity::Error;
    if reading.value.is_none() == stops {
        String::new()
    } else {
        format!("{code}: published {}", !stops)
    }
}

#[test]
fn every_problem_is_found_where_it_is() {
    let failed: Vec<String> = CASES.iter().map(fails).filter(|f| !f.is_empty()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_code_of_the_policy_file_has_a_case() {
    let without: Vec<&str> = Code::ALL
        .iter()
        .filter(|c| !is_raised_elsewhere(**c) && !CASES.iter().any(|(code, ..)| *code == c.id()))
        .map(|c| c.id())
        .collect();
    // Each of these needs more than one replacement and has a test of its own below.
    let own_test = [
        "basis.consent.current",
        "toml.syntax",
        "value.length",
        "text.purpose",
        "entity.noname",
        "statement.none",
        "sub-processor.change",
    ];
    assert!(without.iter().all(|c| own_test.contains(c)), "{without:?}");
}

fn codes(source: &str) -> Vec<&'static str> {
    read_policy(source).diagnostics.iter().map(|d| d.code.id()).collect()
}

#[test]
fn several_mistakes_are_found_in_one_run() {
    let source = SMALL
        .replace("access ", "acess ")
        .replace("\"stated-purpose\"", "\"stated\"")
        .replace("\"user.gender\"", "\"user.sex\"")
        .replace("[\"en\"]", "[\"en\", \"xx\"]");
    let found = codes(&source);
    for code in ["key.unknown", "key.missing", "value.word", "data.ref.unknown"] {
        assert!(found.contains(&code), "{code} in {found:?}");
    }
    assert_eq!(found.iter().filter(|c| **c == "value.word").count(), 2);
}

#[test]
fn what_follows_a_syntax_error_is_still_checked() {
    let source = SMALL
        .replacen("role", "", 1)
        .replacen("[entity]", "= broken\n[entity]", 1)
        .replace("\"user.gender\"", "\"user.sex\"");
    let found = codes(&source);
    assert!(found.contains(&"toml.syntax"), "{found:?}");
    assert!(found.contains(&"data.ref.unknown"), "{found:?}");
}

#[test]
fn a_bracket_that_is_never_closed_is_one_problem() {
    for (whole, broken) in [
        ("\"visitor\", \"customer\"]", "\"visitor\", \"customer\""),
        ("{ kind = \"stated-purpose\"", "{ kind = [\"stated-purpose\""),
        ("2026-12-01", "2026-13-01"),
        ("[\"en\"]", "[“en”]"),
        ("\"6 months\" }", "\"6 months\""),
    ] {
        assert!(SMALL.contains(whole), "{whole}");
        assert_eq!(codes(&SMALL.replacen(whole, broken, 1)), ["toml.syntax"], "{broken}");
    }
    let two =
        SMALL.replacen("2026-12-01", "2026-13-01", 1).replacen("\"6 months\" }", "\"6 months\"", 1);
    assert_eq!(codes(&two), ["toml.syntax", "toml.syntax"], "each mistake is told");
}

#[test]
fn a_text_that_says_there_are_none_is_counted_too() {
    let says = |why: &str| codes(&SMALL.replace("We need this to send you what you order", why));
    assert_eq!(says("We use no cookies for advertising it to nobody"), ["text.purpose"; 0]);
    assert_eq!(says("There are no purposes."), ["text.count"]);
    assert_eq!(says("There are no cookies."), [""; 0], "and there are none");
}

#[test]
fn a_mistyped_code_has_a_fix() {
    let source = format!("{SMALL}\n[[acknowledge]]\ncode = \"consent.markting\"\nreason = \"x\"\n");
    let reading = read_policy(&source);
    assert!(reading.diagnostics.iter().any(|d| d.help().contains("`consent.marketing`")));
}

#[test]
fn sarif_names_files_by_addresses() {
    let diagnostics = read_policy("").diagnostics;
    let log = diagnostic::to_sarif(&[("a b/ü.toml", "", &diagnostics)], "1");
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "a%20b/%C3%BC.toml");
}

#[test]
fn texts_are_held_against_the_statements_in_every_language() {
    let unrelated = |lang: &str, why: &str| {
        SMALL
            .replace("languages    = [\"en\"]", &format!("languages = [\"{lang}\"]"))
            .replace("delivery = \"always\"", "unrelated = \"always\"")
            .replace("We need this to send you what you order", why)
    };
    for (lang, denies, conditional) in [
        (
            "en",
            "We never pass it to third parties",
            "We do not pass it to third parties unless you agree",
        ),
        (
            "de",
            "Wir geben es nicht an Dritte weiter",
            "Wir geben es nicht ohne Ihre Zustimmung an Dritte weiter",
        ),
        (
            "fr",
            "Nous ne les transmettons pas à des tiers",
            "Nous ne les transmettons pas à des tiers sans votre accord",
        ),
        ("es", "No los cedemos a terceros", "No los cedemos a terceros sin su permiso"),
        (
            "sk",
            "Údaje neposkytujeme tretím stranám",
            "Údaje neposkytujeme tretím stranám bez vášho súhlasu",
        ),
    ] {
        assert_eq!(codes(&unrelated(lang, denies)), ["text.purpose"], "{denies}");
        assert_eq!(codes(&unrelated(lang, conditional)), [""; 0], "{conditional}");
    }
    for (lang, counts) in [
        ("en", "We use it for two purposes and three cookies."),
        ("de", "Wir nutzen es für zwei Zwecke und drei Cookies."),
        ("fr", "Nous les utilisons pour deux finalités et trois cookies."),
        ("es", "Los usamos para dos finalidades y tres cookies."),
        ("sk", "Používame ich na dva účely a tri cookies."),
    ] {
        let source = unrelated(lang, counts).replace("unrelated", "delivery");
        assert_eq!(codes(&source), ["text.count"], "{counts}");
    }
}

#[test]
fn recipients_abroad_need_a_ground_like_everybody_else() {
    let to = |more: &str| {
        SMALL.replace(
            "delivery = \"always\"",
            &format!("delivery = {{ choice = \"always\", {more} }}"),
        )
    };
    assert_eq!(codes(&to("country = \"IN\"")), ["transfer.ground.missing"]);
    assert_eq!(codes(&to("country = \"CH\"")), [""; 0], "adequate");
    assert_eq!(codes(&to("country = \"FR\"")), [""; 0], "not a third country");
    assert_eq!(
        codes(&to("country = \"IN\", transfer = { ground = \"standard-clauses\" }")),
        [""; 0]
    );
    assert_eq!(
        codes(&to("country = \"IN\", transfer = { ground = \"adequacy\" }")),
        ["transfer.adequacy.none"]
    );
}

#[test]
fn consent_to_what_was_asked_for_is_sent_to_another_basis() {
    let source = SMALL
        .replace("current = \"always\"", "current = { choice = \"always\", basis = \"consent\" }");
    let reading = read_policy(&source);
    assert_eq!(codes(&source), ["basis.consent.current"]);
    assert!(reading.value.is_none());
}

#[test]
fn texts_of_unreasonable_length_are_refused() {
    assert_eq!(codes(&SMALL.replace("Example GmbH", &"x".repeat(501))), ["value.length"]);
    assert_eq!(codes(&SMALL.replace("Example GmbH", &"x".repeat(500))), [""; 0]);
}

#[test]
fn a_processor_says_when_sub_processors_change() {
    let source = SMALL.replace("access ", "role = \"processor\"\naccess ")
        + "[processing]\ncontrollers = \"x\"\ninstructions = \"x\"\nassistance = \"x\"\nend = \"x\"\naudit = \"x\"\n"
        + "[[sub-processor]]\nid = \"host\"\nname = \"Host\"\ntask = \"hosting\"\ncountry = \"DE\"\nstatements = [\"orders\"]\nsince = 2026-01-01\n";
    assert_eq!(codes(&source), ["sub-processor.change"]);
}

#[test]
fn a_policy_without_statements_is_told_so() {
    let head = SMALL.split("[[statement]]").next().unwrap();
    assert!(codes(head).contains(&"statement.none"));
}

#[test]
fn acknowledged_warnings_keep_their_reason_and_do_not_count() {
    let ack = "[[acknowledge]]\ncode = \"subject.missing\"\nat = \"statement.orders\"\nreason = \"everybody\"\n";
    let source = SMALL.replace("subjects   = [\"visitor\", \"customer\"]\n", "") + ack;
    let reading = read_policy(&source);
    assert_eq!(reading.diagnostics.len(), 1);
    assert_eq!(reading.diagnostics[0].severity, Severity::Acknowledged);
    assert_eq!(reading.diagnostics[0].reason.as_deref(), Some("everybody"));
    let elsewhere = source.replace("statement.orders", "statement.other");
    let found = codes(&elsewhere);
    assert!(
        found.contains(&"subject.missing") && found.contains(&"acknowledge.unused"),
        "{found:?}"
    );
}

#[test]
fn hostile_files_get_an_answer() {
    let deep = format!("{}{}", "a = ".to_owned() + &"[".repeat(100_000), "]".repeat(100_000));
    let long_key = format!("{} = 1", "k".repeat(200_000));
    let many = "[[statement]]\n".repeat(5_000);
    for source in
        ["", "\0", "= = =", "[policy", "policy = 1", "\u{FEFF}[policy]", &deep, &long_key, &many]
    {
        let reading = read_policy(source);
        assert!(reading.value.is_none());
        assert!(!reading.diagnostics.is_empty());
        let shown = diagnostic::to_terminal(
            "x",
            source,
            &reading.diagnostics[..reading.diagnostics.len().min(20)],
            false,
        );
        assert!(!shown.is_empty());
    }
    let huge = " ".repeat(abide_policy::source::MAX_SOURCE + 1);
    assert_eq!(codes(&huge), ["file.size"]);
}

#[test]
fn renderings_tell_the_same() {
    let source = SMALL.replace("\"stated-purpose\"", "\"statedpurpose\"");
    let d = read_policy(&source).diagnostics;
    let terminal = diagnostic::to_terminal("p.toml", &source, &d, false);
    assert!(
        terminal.contains("error[value.word]: `statedpurpose` is not a kind of retention"),
        "{terminal}"
    );
    assert!(terminal.contains("did you mean `stated-purpose`?"), "{terminal}");
    let json = diagnostic::to_json("p.toml", &source, &d);
    assert_eq!(json[0]["code"], "value.word");
    assert_eq!(json[0]["fix"], "stated-purpose");
    assert_eq!(json[0]["start"]["line"], 45);
    let sarif = diagnostic::to_sarif(&[("p.toml", &source, &d)], "0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "value.word");
    assert_eq!(
        sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"],
        45
    );
}

//! Compact policies as sites really sent them, judged as browsers of the time judged them.

use abide_agents::ie6::IE6;
use abide_agents::ie6::levels::preference;
use abide_agents::ie6::preferences::Preferences;
use abide_agents::{AGENTS, Action, Advice, Context, Cookie, Level, Place, Verdict, agent};
use abide_p3p::compact::{
    CompactPolicy, Deviation, Header, Strictness, header_value, lint, tokens,
};
use serde_json::Value;

const EXAMPLE: &str =
    "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA";

#[expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads its cases")]
fn lines(name: &str) -> Vec<String> {
    let Some(folder) = abide_tests::corpus("p3p") else { return Vec::new() };
    let text = std::fs::read_to_string(folder.join(name)).expect("the corpus can be read");
    text.lines().map(str::to_owned).collect()
}

/// The pages whose table was recorded.
fn recorded() -> Vec<Value> {
    lines("generated-policies.jsonl").iter().filter_map(|l| serde_json::from_str(l).ok()).collect()
}

/// `first.persistent.mediumhigh` as a place.
fn place(key: &str) -> Option<Place> {
    let [context, cookie, level] = key.split('.').collect::<Vec<_>>().try_into().ok()?;
    let context = if context == "first" { Context::FirstParty } else { Context::ThirdParty };
    let level = if level == "mediumhigh" { "medium-high" } else { level };
    Some(Place { context, cookie: Cookie::from_word(cookie)?, level: Level::from_word(level)? })
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn every_recorded_cell_and_reason_is_right() {
    let pages = recorded();
    let mut checked = 0;
    for page in &pages {
        let text = page["cp"].as_str().unwrap();
        let verdict = Verdict::new(&IE6, CompactPolicy::parse(text));
        let cell = |key: &str| {
            let Place { context, cookie, level } = place(key).unwrap();
            *verdict.cell(context, cookie, level).unwrap()
        };
        for (key, action) in page["cells"].as_object().unwrap() {
            assert_eq!(cell(key).action.as_str(), action, "{text}: {key}");
            checked += 1;
        }
        for (key, reason) in page["cell_reasons"].as_object().into_iter().flatten() {
            assert_eq!(cell(key).reason.as_str(), reason, "{text}: {key}");
            checked += 1;
        }
    }
    assert_eq!(checked, pages.len() * 16 + usize::from(!pages.is_empty()) * 16);
}

#[test]
fn every_recorded_verdict_and_its_causes_are_right() {
    for page in recorded() {
        let text = page["cp"].as_str().unwrap();
        let report = Verdict::new(&IE6, CompactPolicy::parse(text)).report(text);
        assert_eq!(report.satisfactory, page["verdict"] == "satisfactory", "{text}");
        assert_eq!(report.categories, strings(&page["unsatisfactory_categories"]), "{text}");
        assert_eq!(report.uses, strings(&page["unsatisfactory_uses"]), "{text}");
    }
}

#[test]
fn recorded_policies_are_printed_byte_for_byte() {
    for page in recorded() {
        let text = page["cp"].as_str().unwrap();
        assert_eq!(CompactPolicy::parse(text).to_string(), text);
    }
}

#[test]
fn every_wild_line_is_judged_and_linted_where_it_deviates() {
    for line in lines("wild-compact-policies.txt") {
        let policy = CompactPolicy::parse(&line);
        for agent in AGENTS {
            let verdict = Verdict::new(*agent, policy);
            assert_eq!(verdict.cells().len(), agent.levels().len() * 4, "{line}");
            let json = serde_json::to_value(verdict.report(&line)).unwrap();
            assert_eq!(json["compact"], line.as_str());
        }
        let findings = lint(&line, Strictness::Lenient);
        for token in tokens(&line).filter(|t| t.deviation.is_some()) {
            assert!(findings.iter().any(|f| f.span == token.span), "{line}: {}", token.text);
        }
        let unknown = tokens(&line)
            .filter(|t| matches!(t.deviation, Some(Deviation::Unknown | Deviation::Case)))
            .count();
        assert_eq!(usize::from(policy.unknown), unknown, "{line}");
        let once = policy.to_string();
        assert_eq!(CompactPolicy::parse(&once), policy.canonical(), "{line}");
    }
}

#[test]
fn wild_lines_are_read_out_of_any_header() {
    for line in lines("wild-compact-policies.txt") {
        let policy = CompactPolicy::parse(&line);
        for header in [
            format!("P3P: CP=\"{line}\""),
            format!("p3p: policyref=\"/w3c/p3p.xml\", cp='{line}'"),
            format!("CP={line}, policyref=/w3c/p3p.xml"),
            format!("\"{line}\""),
            line.clone(),
        ] {
            assert_eq!(Header::pasted(&header).policy(), policy, "{header}");
        }
        let written = header_value(None, Some(&policy)).unwrap();
        assert_eq!(Header::parse(&written).policy(), policy.canonical());
    }
}

#[test]
fn table_and_preference_language_agree_on_every_case() {
    let mut cases = lines("wild-compact-policies.txt");
    cases.extend(recorded().iter().filter_map(|p| p["cp"].as_str().map(str::to_owned)));
    cases.extend([EXAMPLE, "", "TST NAV", "HONK", "PHY CONo", "PHY CONi"].map(str::to_owned));
    for place in Place::all(&IE6) {
        let preferences: Preferences =
            preference(place.context, place.level).unwrap().parse().unwrap();
        for text in &cases {
            let table = Verdict::new(&IE6, CompactPolicy::parse(text));
            let cell = table.cell(place.context, place.cookie, place.level).unwrap();
            assert_eq!(preferences.decide(text, place.cookie), cell.action, "{place:?} {text}");
        }
    }
}

#[test]
fn every_remedy_of_a_wild_line_works() {
    for line in lines("wild-compact-policies.txt") {
        let policy = CompactPolicy::parse(&line);
        for agent in AGENTS {
            let verdict = Verdict::new(*agent, policy);
            for remedy in verdict.remedies() {
                let after = remedy.changes.iter().fold(policy, |p, change| change.apply(p));
                for place in &remedy.places {
                    let judged = agent.judge(&after, &place.situation());
                    assert_eq!(judged.action, Action::Accept, "{line}: {remedy:?}");
                }
            }
        }
    }
}

#[test]
fn the_advice_is_what_the_page_of_the_time_said() {
    let advice = Advice::of(&IE6, &CompactPolicy::parse(EXAMPLE));
    assert_eq!(advice.uses.iter().map(|u| u.token()).collect::<Vec<_>>(), ["CON"]);
    for place in advice.opt_out {
        let third_medium_high =
            place.level == Level::MediumHigh && place.context == Context::ThirdParty;
        assert!(place.level != Level::High && !third_medium_high, "{place:?}");
    }
    for place in advice.opt_in {
        let medium_high = place.level == Level::MediumHigh && place.context == Context::ThirdParty;
        assert!(place.level == Level::High || medium_high, "{place:?}");
    }
}

#[test]
fn user_agents_differ_where_they_should() {
    let satisfactory = |id: &str, text: &str| {
        Verdict::new(agent(id).unwrap(), CompactPolicy::parse(text)).satisfactory
    };
    for (text, ie6, strict, netscape) in [
        ("HONK", true, false, false),
        ("NOI PHY", true, true, false),
        ("UNI CON", true, true, false),
        ("NAV CON", true, true, true),
        ("PHY CONo", true, true, true),
        ("PHY CON", false, false, false),
        ("PHY CUS", true, false, false),
        ("", false, false, false),
        ("TST NAV", false, false, false),
    ] {
        assert_eq!(satisfactory("ie6", text), ie6, "{text}");
        assert_eq!(satisfactory("strict", text), strict, "{text}");
        assert_eq!(satisfactory("netscape7", text), netscape, "{text}");
    }
}

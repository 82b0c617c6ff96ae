//! Each command on ordinary input.

use serde_json::Value;

use super::{abide, abide_in, example, root};

const UNSATISFACTORY: &str =
    "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn check_tells_by_its_exit_code() {
    let clean = abide(&["check", "examples/contact-centre/site-2.toml"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""));
    let warned = abide(&["check", "examples/contact-centre/site-1.toml"]);
    assert_eq!(warned.code, 0, "warnings never stop anything");
    assert!(warned.out.contains("warning[access.nonident.conflict]"), "{}", warned.out);
    assert!(warned.err.contains("0 errors"), "{}", warned.err);
    let denied = abide(&["check", "--deny-warnings", "examples/contact-centre/site-1.toml"]);
    assert_eq!(denied.code, 1);
    let broken = abide_in(&root(), &["check", "-"], b"[policy]\nname = 1\n");
    assert_eq!(broken.code, 1);
    assert!(
        broken.out.contains("error[value.type]: `name` must be a name, not integer"),
        "{}",
        broken.out
    );
    let absent = abide(&["check", "no/such/file.toml"]);
    assert_eq!((absent.code, absent.out.as_str()), (2, ""));
    assert!(absent.err.contains("no/such/file.toml"), "{}", absent.err);
}

#[test]
fn check_takes_a_whole_site() {
    let run = abide(&["check", "--format", "json", "examples/contact-centre"]);
    assert_eq!(run.code, 0);
    let all = json(&run.out);
    let paths: std::collections::BTreeSet<&str> =
        all.as_array().unwrap().iter().map(|d| d["path"].as_str().unwrap()).collect();
    assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["examples/contact-centre/site-1.toml"]);
    assert!(all[0]["start"]["line"].as_u64().unwrap() >= 1);
}

const MAP: &str = r#"
[store]
id     = "centre"
kind   = "sqlite"
place  = "centre.db"
policy = "service"
region = "eu-central"

[[table]]
name      = "contacts"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "email", column = "email" }]

[[table.column]]
name = "email"
data = "contact.address"
"#;

/// The example with these map files.
fn example_with_maps(maps: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = example();
    let site = folder.path().join("abide.toml");
    let names: Vec<String> = maps.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let stores = format!("[site]\nstores = [{}]\n", names.join(", "));
    let text = std::fs::read_to_string(&site).unwrap().replacen("[site]\n", &stores, 1);
    std::fs::write(&site, text).unwrap();
    std::fs::create_dir(folder.path().join("stores")).unwrap();
    for (name, text) in maps.iter().filter(|(_, text)| !text.is_empty()) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn check_tells_a_map_from_a_policy() {
    let checked = |text: &str| abide_in(&root(), &["check", "-"], text.as_bytes());
    let fine = checked(MAP);
    assert_eq!((fine.code, fine.out.as_str()), (0, ""));
    let broken = checked(&MAP.replace("place  =", "plaice ="));
    assert_eq!(broken.code, 1);
    assert!(broken.out.contains("did you mean `place`?"), "{}", broken.out);
    let schema = json(&abide(&["schema", "map"]).out);
    assert_eq!(schema["title"], "the map file");
}

#[test]
fn check_holds_the_maps_of_a_site_against_its_policies_and_each_other() {
    let across = "[[table.edge]]\nkind = \"owns\"\ncolumns = [\"id\"]\nof = \"invoices\"\nof-store = \"billing\"\n";
    let drifted = MAP.replace("contact.address", "call.recording") + across;
    let stray = MAP.replace("\"centre\"", "\"billing\"").replace("\"service\"", "\"servise\"");
    let folder = example_with_maps(&[
        ("stores/centre.toml", &drifted),
        ("stores/billing.toml", &stray),
        ("stores/gone.toml", ""),
    ]);
    let path = folder.path().to_str().unwrap();
    let run = abide(&["check", "--format", "json", path]);
    assert_eq!(run.code, 1, "{}", run.err);
    let all = json(&run.out);
    let found: Vec<(&str, &str)> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            (d["path"].as_str().unwrap().rsplit('/').next().unwrap(), d["code"].as_str().unwrap())
        })
        .filter(|(path, _)| !path.starts_with("site-"))
        .collect();
    assert_eq!(
        found,
        [
            ("centre.toml", "map.data.undeclared"),
            ("centre.toml", "reference.unknown"),
            ("billing.toml", "reference.unknown"),
            ("gone.toml", "file.name"),
        ]
    );
    let out = folder.path().join("out");
    let published = abide(&["publish", path, "--out", out.to_str().unwrap()]);
    assert_eq!(published.code, 0, "no problem in a map stops publication: {}", published.err);
}

#[test]
fn check_reports_sarif() {
    let run = abide(&["check", "--format", "sarif", "examples/contact-centre/site-1.toml"]);
    let log = json(&run.out);
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(results.len(), 17);
    for result in results {
        assert!(rules.iter().any(|r| r["id"] == result["ruleId"]), "{result}");
        assert_eq!(result["level"], "warning");
    }
}

#[test]
fn check_takes_p3p() {
    let xml = br##"<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY name="p" discuri="https://example.com/">
<ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA></DATA-GROUP></ENTITY><ACCESS><nonidnt/></ACCESS></POLICY></POLICIES>"##;
    let run = abide_in(&root(), &["check", "-"], xml);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("did you mean `nonident`?"), "{}", run.out);
    assert!(run.out.contains("entity.nocontact"), "{}", run.out);
}

#[test]
fn a_verdict_has_its_shape() {
    let run = abide(&["verdict", UNSATISFACTORY, "--format", "json"]);
    assert_eq!(run.code, 0);
    let v = json(&run.out);
    let keys: Vec<&String> = v.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["agent", "compact", "satisfactory", "categories", "uses", "cells", "remedies"]
    );
    assert_eq!((v["agent"].as_str(), v["compact"].as_str()), (Some("ie6"), Some(UNSATISFACTORY)));
    assert_eq!(v["satisfactory"], false);
    assert_eq!(v["categories"], serde_json::json!(["PHY", "ONL"]));
    assert_eq!(v["uses"], serde_json::json!(["CON"]));
    assert_eq!(v["cells"].as_array().unwrap().len(), 24);
    let cell = &v["cells"][0];
    let keys: Vec<&String> = cell.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["context", "cookie", "level", "action", "reason"]);
}

#[test]
fn a_verdict_can_be_of_one_level_and_another_agent() {
    let run = abide(&["verdict", UNSATISFACTORY, "--level", "medium", "--format", "json"]);
    let cells = json(&run.out)["cells"].as_array().unwrap().clone();
    let actions: Vec<&str> = cells.iter().map(|c| c["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["session", "accept", "block", "block"]);
    let strict = abide(&["verdict", "HONK", "--agent", "strict", "--format", "json"]);
    assert_eq!(json(&strict.out)["satisfactory"], false);
    let ie6 = abide(&["verdict", "HONK", "--format", "json"]);
    assert_eq!(json(&ie6.out)["satisfactory"], true);
    let unknown = abide(&["verdict", "NOI", "--agent", "lynx"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("known are: ie6, strict"), "{}", unknown.err);
}

#[test]
fn headers_policies_and_arguments_give_one_answer() {
    let header = format!("P3P: policyref=\"/w3c/p3p.xml\", CP=\"{UNSATISFACTORY}\"");
    let by_header = abide(&["verdict", "--header", &header, "--format", "json"]);
    let by_policy =
        abide(&["verdict", "--policy", "examples/contact-centre/site-1.toml", "--format", "json"]);
    let by_argument = abide(&["verdict", UNSATISFACTORY, "--format", "json"]);
    assert_eq!(by_header.out, by_argument.out);
    assert_eq!(by_policy.out, by_argument.out);
}

#[test]
fn many_verdicts_come_in_the_order_of_their_lines() {
    let lines =
        ["NOI CUR OUR", "", "This is not a P3P policy!", "PHY CON", "CP='NOI PHY'\r", "\u{fffd}"];
    let input = lines.join("\n");
    let run = abide_in(&root(), &["verdict"], input.as_bytes());
    assert_eq!(run.code, 0);
    let verdicts: Vec<Value> = run.out.lines().map(json).collect();
    let compacts: Vec<&str> = verdicts.iter().map(|v| v["compact"].as_str().unwrap()).collect();
    assert_eq!(
        compacts,
        ["NOI CUR OUR", "", "This is not a P3P policy!", "PHY CON", "NOI PHY", "\u{fffd}"]
    );
    let satisfactory: Vec<bool> =
        verdicts.iter().map(|v| v["satisfactory"].as_bool().unwrap()).collect();
    assert_eq!(satisfactory, [true, false, true, false, true, true]);
}

#[test]
fn compact_is_byte_for_byte_and_compares() {
    let file = "examples/contact-centre/site-1.toml";
    assert_eq!(abide(&["compact", file]).out, format!("{UNSATISFACTORY}\n"));
    assert_eq!(abide(&["compact", file, "--compare", UNSATISFACTORY]).code, 0);
    let differs = abide(&["compact", file, "--compare", "NOI CURa"]);
    assert_eq!(differs.code, 1);
    assert!(differs.out.contains("CON"), "{}", differs.out);
}

#[test]
fn what_is_published_as_p3p_is_read_again() {
    let folder = example();
    let out = folder.path().join("out");
    let run = abide(&["publish", folder.path().to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    for name in ["site.xml", "service.xml", "p3p.xml"] {
        let file = out.join("w3c").join(name);
        let checked = abide(&["check", file.to_str().unwrap()]);
        assert_eq!(checked.code, 0, "{name}: {}", checked.out);
    }
    let policy = out.join("w3c/site.xml");
    let from_xml = abide(&["compact", policy.to_str().unwrap()]);
    let from_toml = abide(&["compact", "examples/contact-centre/site-2.toml"]);
    assert_eq!(from_xml.out, from_toml.out);
    let imported = abide(&["import", policy.to_str().unwrap()]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    let checked = abide_in(&root(), &["check", "-"], imported.out.as_bytes());
    assert_eq!(checked.code, 0, "{}", checked.out);
}

#[test]
fn a_new_site_can_be_checked_and_published_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("new");
    let made = abide_in(folder.path(), &["init", "new"], b"");
    assert_eq!(made.code, 0, "{}", made.err);
    let checked = abide(&["check", site.to_str().unwrap()]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    let published = abide_in(folder.path(), &["publish", "new", "--out", "site"], b"");
    assert_eq!(published.code, 0, "{}", published.err);
    assert!(folder.path().join("site/en/privacy/index.html").exists());
    let again = abide_in(folder.path(), &["init", "new"], b"");
    assert_eq!(again.code, 2, "nothing is overwritten");
}

#[test]
fn errors_stop_publication_and_leave_what_was_there() {
    let folder = example();
    let (site, out) = (folder.path().to_str().unwrap().to_owned(), folder.path().join("out"));
    assert_eq!(abide(&["publish", &site, "--out", out.to_str().unwrap()]).code, 0);
    let before = std::fs::read_to_string(out.join("en/privacy/index.html")).unwrap();
    let file = folder.path().join("site-2.toml");
    let broken = std::fs::read_to_string(&file).unwrap().replace("contact-and-other", "everything");
    std::fs::write(&file, broken).unwrap();
    let run = abide(&["publish", &site, "--out", out.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("`everything` is not a kind of access"), "{}", run.err);
    assert_eq!(std::fs::read_to_string(out.join("en/privacy/index.html")).unwrap(), before);
}

#[test]
fn a_published_version_never_changes() {
    let folder = example();
    let (site, out) = (folder.path().to_str().unwrap().to_owned(), folder.path().join("out"));
    assert_eq!(abide(&["publish", &site, "--out", out.to_str().unwrap()]).code, 0);
    let file = folder.path().join("site-2.toml");
    let changed = std::fs::read_to_string(&file).unwrap().replace("14 days", "90 days");
    std::fs::write(&file, changed).unwrap();
    let run = abide(&["publish", &site, "--out", out.to_str().unwrap()]);
    assert_eq!(run.code, 0, "a warning never stops: {}", run.err);
    let page = std::fs::read_to_string(out.join("en/privacy/index.html")).unwrap();
    assert!(page.contains("14 days") && !page.contains("90 days"));
}

#[test]
fn explain_finds_pages_and_near_misses() {
    let page = abide(&["explain", "cp.conflict"]);
    assert_eq!(page.code, 0);
    assert!(page.out.starts_with("# cp.conflict"));
    let near = abide(&["explain", "cp.conflct"]);
    assert_eq!(near.code, 2);
    assert!(near.err.contains("did you mean `cp.conflict`?"), "{}", near.err);
    let list = abide(&["explain", "--list"]);
    assert!(list.out.lines().count() > 100);
}

#[test]
fn schemas_and_completions_are_printed() {
    assert_eq!(json(&abide(&["schema"]).out)["title"], "the policy file");
    assert_eq!(json(&abide(&["schema", "site"]).out)["title"], "the site file");
    assert!(abide(&["completions", "bash"]).out.contains("verdict"));
    assert_eq!(abide(&["--help"]).code, 0);
    assert_eq!(abide(&["frobnicate"]).code, 2);
}

#[test]
fn decide_tells_by_its_exit_code() {
    let file = "examples/contact-centre/site-2.toml";
    let ask = |more: &[&str]| {
        let mut args =
            vec!["decide", file, "--data", "user.home-info.online.email", "--subject", "customer"];
        args.extend(["--purpose", "contact", "--today", "2026-12-01", "--format", "json"]);
        args.extend(more);
        abide(&args)
    };
    let needs = ask(&[]);
    assert_eq!(needs.code, 1);
    assert_eq!(json(&needs.out)["decision"], "needs-consent");
    let allowed = ask(&["--agreed", "contact"]);
    assert_eq!(allowed.code, 0);
    assert_eq!(
        json(&allowed.out),
        serde_json::json!({
            "decision": "allowed", "version": "site@2", "statement": "offers", "basis": "consent",
        })
    );
    let objected = ask(&["--agreed", "contact", "--objected", "contact"]);
    assert_eq!(json(&objected.out)["reason"], "objected");
    let wrong = ask(&["--agreed", "contct"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean `contact`?"), "{}", wrong.err);
}

#[test]
fn verdict_says_why_and_what_choices_would_reach() {
    let run = abide(&["verdict", UNSATISFACTORY]);
    for words in [
        "Opt-out is not provided for all such uses\n  first-party persistent at medium: session\n",
        "An opt-out from CON would be enough for: first-party persistent at medium, first-party persistent at medium-high,",
        "Only asking for consent to CON would be enough for: first-party persistent at high,",
    ] {
        assert!(run.out.contains(words), "{}", run.out);
    }
}

#[test]
fn verdict_refuses_what_it_cannot_judge() {
    let run = abide(&["verdict", "PHY CON", "--level", "default"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("low, medium, medium-high, high"), "{}", run.err);
    assert_eq!(abide(&["verdict", "UNI", "--agent", "netscape7", "--level", "default"]).code, 0);
    let run = abide(&["verdict", "--header", "Set-Cookie: a=b"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("`Set-Cookie` is not the `P3P` header"), "{}", run.err);
}

#[test]
fn a_byte_order_mark_is_no_token() {
    let run = abide_in(&root(), &["verdict"], "\u{FEFF}PHY CON\n".as_bytes());
    assert_eq!(json(&run.out)["compact"], "PHY CON");
    assert_eq!(json(&run.out)["satisfactory"], false);
}

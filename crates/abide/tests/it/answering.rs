//! The end of a request on the command line: a copy that is handed out, ticks that are taken back, facts noted wrongly.

use std::path::Path;

use serde_json::Value;

use super::rights::{centre, done, handed_out, json, run};

const WHO: &str = "--subject email=planted.7@example.org";

fn id(request: &Value) -> String {
    request["id"].as_str().unwrap().to_owned()
}

fn shown(site: &Path, id: &str) -> Value {
    json(&run(site, &format!("requests show {id} --format json")))
}

fn whats(request: &Value) -> Vec<&str> {
    request["history"].as_array().unwrap().iter().map(|e| e["what"].as_str().unwrap()).collect()
}

#[test]
fn a_copy_is_handed_out_and_only_then_it_is_done() {
    let (_folder, site) = centre();
    let said = run(&site, &format!("rights access {WHO} --yes"));
    assert_eq!(said.code, 1, "somebody is waited for: {}", said.err);
    for part in [".abide/exports/", "look at it", "requests handed-out ", "cannot be undone"] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    assert!(!said.err.contains("done and verified"), "{}", said.err);
    // What is to be done is said once, and so is what the copy has.
    for part in
        ["\ndue on ", ": the copy lies ready: ", "\nit has ", " records, ", "requests handed-out "]
    {
        assert_eq!(said.out.matches(part).count(), 1, "{part}: {}", said.out);
    }
    let id = said.out.split_whitespace().next().unwrap().to_owned();
    let request = shown(&site, &id);
    assert_eq!((&request["state"], &request["waits"]), (&"waiting".into(), &"handing-out".into()));
    let ready = request["copy"]["ready"].as_str().unwrap();
    assert!(Path::new(ready).is_file() || site.join(ready).is_file(), "{ready}");
    assert!(request["days_left"].as_i64().unwrap() > 20, "its deadline runs");
    let list = run(&site, "requests list");
    assert!(list.out.contains("waits for somebody to look at the copy"), "{}", list.out);
    let letter = run(&site, &format!("requests letter {id}"));
    assert!(letter.out.contains("ZIP"), "it goes with the copy: {} {}", letter.out, letter.err);
    for (wrong, says) in [
        ("--way pigeon", "is no way of handing out"),
        ("--way post --on 2017-01-01", "the copy lies ready since"),
        ("--way post --on 2199-01-01", "the copy lies ready since"),
    ] {
        let refused = run(&site, &format!("requests handed-out {id} {wrong}"));
        assert!(refused.code == 2 && refused.err.contains(says), "{wrong}: {}", refused.err);
    }
    let handed = run(&site, &format!("requests handed-out {id} --way post --by Eva"));
    assert_eq!(handed.code, 0, "{}", handed.err);
    assert!(handed.out.contains("handed-out (Eva)\n    on "), "{}", handed.out);
    let request = shown(&site, &id);
    assert_eq!(request["state"], "done");
    assert_eq!(request["copy"]["handed_out"]["way"], "post");
    let again = run(&site, &format!("requests handed-out {id} --way post"));
    assert!(again.code == 2 && again.err.contains("closed"), "{}", again.err);
}

#[test]
fn a_copy_is_made_again() {
    let (_folder, site) = centre();
    let request = json(&run(&site, &format!("rights port {WHO} --yes --format json")));
    let id = id(&request);
    let again = json(&run(&site, &format!("requests copy-again {id} --format json")));
    assert_eq!((&again["waits"], &again["copy"]["ready"]), (&"approval".into(), &Value::Null));
    assert!(whats(&again).contains(&"copy-again"), "{again}");
    let hash = &again["plan"]["fingerprint"].as_str().unwrap()[..12];
    let ready = run(&site, &format!("requests approve {id} --plan {hash} --format json"));
    assert_eq!(json(&ready)["waits"], "handing-out", "{}", ready.err);
    let closed = handed_out(&site, &format!("access {WHO}"));
    let late = run(&site, &format!("requests copy-again {}", closed["id"].as_str().unwrap()));
    assert!(late.code == 2 && late.err.contains("closed"), "{}", late.err);
}

#[test]
fn a_tick_by_mistake_is_taken_back() {
    let (_folder, site) = centre();
    // Before anything is done there is nothing to tell.
    let planned = json(&run(&site, &format!("rights restrict {WHO} --format json")));
    let (id_of, who) = (planned["id"].as_str().unwrap(), &planned["recipients"][0]["recipient"]);
    let ahead = run(&site, &format!("requests told {id_of} {}", who.as_str().unwrap()));
    assert!(ahead.code == 2 && ahead.err.contains("nothing was done for the request yet"));
    let id = id(&done(&site, &format!("erase {WHO}")));
    let request = shown(&site, &id);
    let recipient = request["recipients"][0]["recipient"].as_str().unwrap().to_owned();
    let early = run(&site, &format!("requests told {id} {recipient} --undo"));
    assert!(early.code == 2 && early.err.contains("was not ticked off"), "{}", early.err);
    assert_eq!(run(&site, &format!("requests told {id} {recipient} --by Eva")).code, 0);
    assert!(shown(&site, &id)["recipients"][0]["told"]["by"] == "Eva");
    assert_eq!(run(&site, &format!("requests told {id} {recipient} --undo --by Jan")).code, 0);
    let request = shown(&site, &id);
    assert_eq!(request["recipients"][0]["told"], Value::Null);
    let ticks: Vec<(&Value, &Value)> = request["history"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["detail"]["recipient"] == recipient.as_str())
        .map(|e| (&e["what"], &e["by"]))
        .collect();
    assert_eq!(ticks, [(&"told".into(), &"Eva".into()), (&"not-told".into(), &"Jan".into())]);
    let said = run(&site, &format!("requests show {id}")).out;
    for (says, by) in [("Told of it", "Eva"), ("Not told after all", "Jan")] {
        let line = said.split_once(&format!("({by})\n    {says}: {recipient} (")).map(|(_, r)| r);
        let name = line.and_then(|rest| rest.split(')').next());
        assert!(name.is_some_and(|name| !name.is_empty() && name != recipient), "{says}: {said}");
    }
    let list = run(&site, "requests list");
    assert!(list.err.contains(&recipient), "it is to be done still: {}", list.err);
    let nobody = run(&site, &format!("requests told {id} nobody --undo"));
    assert!(nobody.code == 2 && nobody.err.contains("no recipient of this name"), "{}", nobody.err);
}

#[test]
fn what_was_noted_wrongly_is_put_right() {
    let (_folder, site) = centre();
    let slip = "--subject email=plantde.7@example.org";
    let request = json(&run(&site, &format!("rights erase {slip} --format json")));
    let id = id(&request);
    assert_eq!(request["plan"]["delete"], 0, "nobody is known by it");
    let right = run(&site, &format!("requests correct {id} {WHO} --format json"));
    assert_eq!(right.code, 1, "{}", right.err);
    let request = json(&right);
    assert_eq!(request["waits"], "approval");
    assert!(request["plan"]["delete"].as_u64().unwrap() > 0, "{request}");
    let corrected = request["history"].as_array().unwrap();
    let corrected = corrected.iter().find(|e| e["what"] == "corrected").unwrap();
    assert_eq!(corrected["detail"], serde_json::json!({ "facts": ["email"] }));
    let said = run(&site, &format!("requests show {id}")).out;
    let which =
        "corrected (command line)\n    What was noted wrongly was put right: E-mail address\n";
    assert!(said.contains(which) && !said.contains('@'), "{said}");
    assert!(!right.out.contains("plantde") && !right.err.contains("plantde"), "{}", right.out);
    for file in std::fs::read_dir(site.join(".abide")).unwrap().map(|f| f.unwrap().path()) {
        let bytes = if file.is_file() { std::fs::read(&file).unwrap() } else { Vec::new() };
        assert!(!bytes.windows(7).any(|part| part == b"plantde"), "{}", file.display());
    }
    let wrong = run(&site, &format!("requests correct {id} --subject name=Anna"));
    assert_eq!(wrong.code, 2, "{}", wrong.out);
    let hash = &request["plan"]["fingerprint"].as_str().unwrap()[..12];
    assert_eq!(run(&site, &format!("requests approve {id} --plan {hash}")).code, 0);
    let late = run(&site, &format!("requests correct {id} {WHO}"));
    assert!(late.code == 2 && late.err.contains("closed"), "{}", late.err);
}

#[test]
fn who_works_at_the_pages_has_a_name() {
    let (_folder, site) = centre();
    for none in ["server-1", "browser"] {
        let refused = run(&site, &format!("serve {} --edit --as {none}", site.display()));
        assert!(refused.code == 2 && refused.err.contains("is no name"), "{}", refused.err);
    }
    // By the name the history tells whether a person or the program did it.
    for none in ["server-1", "browser", "worker-a"] {
        for command in ["requests list", "rights erase --subject email=planted.6@example.org"] {
            let refused = run(&site, &format!("{command} --by {none}"));
            assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.err);
            assert!(refused.err.contains("is no name of somebody"), "{}", refused.err);
            assert!(refused.err.contains("`worker-…`"), "{}", refused.err);
        }
    }
    assert!(!site.join(".abide/records.db").exists(), "nothing was recorded");
    assert_eq!(run(&site, "requests list --by brown-server-1").code, 0, "a name of somebody");
    let alone = run(&site, &format!("serve {} --as Eva", site.display()));
    assert!(alone.code == 2 && alone.err.contains("--edit"), "{}", alone.err);
}

#[test]
fn what_is_wrong_with_a_fact_is_said_once() {
    let (_folder, site) = centre();
    let wrong = run(&site, "rights erase --subject phone=nobody --plan");
    assert_eq!(wrong.code, 2, "{}", wrong.out);
    assert_eq!(wrong.err.matches("no telephone number").count(), 1, "{}", wrong.err);
    assert!(wrong.err.contains("the value of `phone`") && !wrong.err.contains("nobody"));
    let file = site.join("abide.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("[site]\n", "[site]\nregion = \"ZZ\"\n", 1)).unwrap();
    let wrong = run(&site, "requests list");
    assert_eq!(wrong.code, 2, "{}", wrong.out);
    assert_eq!(wrong.err.matches("ZZ").count(), 1, "{}", wrong.err);
}

//! `abide rights`, `abide requests`, `abide map` over the example store.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use abide_example_centre::{Order, generate, load::Index};
use serde_json::Value;

use super::{Run, abide_in};

pub(crate) const ORDER: Order = Order {
    calls: 400,
    seed: 1,
    today: jiff::civil::date(2026, 11, 26),
    media: 20,
    index: Index::Full,
};

/// A site with a store.
pub(crate) fn centre() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("centre");
    generate(&ORDER, &site, None).unwrap();
    (folder, site)
}

pub(crate) fn run(site: &Path, args: &str) -> Run {
    let args: Vec<&str> = args.split_whitespace().collect();
    abide_in(site, &args, b"")
}

/// A request of a kind that is approved at once and comes to its end; its JSON.
pub(crate) fn done(site: &Path, args: &str) -> Value {
    let run = run(site, &format!("rights {args} --yes --format json"));
    assert_eq!(run.code, 0, "{args}: {} {}", run.out, run.err);
    let request = json(&run);
    assert_eq!(request.get("state").unwrap(), "done", "{args}: {request}");
    request
}

/// A copy from the question until somebody handed it out.
pub(crate) fn handed_out(site: &Path, args: &str) -> Value {
    let ready = run(site, &format!("rights {args} --yes --format json"));
    assert_eq!(ready.code, 1, "{args}: {} {}", ready.out, ready.err);
    let id = json(&ready).get("id").unwrap().as_str().unwrap().to_owned();
    let done = run(site, &format!("requests handed-out {id} --way email --format json"));
    assert_eq!(done.code, 0, "{args}: {} {}", done.out, done.err);
    json(&done)
}

pub(crate) fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|e| panic!("{e}: {} {}", run.out, run.err))
}

#[test]
fn a_plan_is_shown_and_nothing_is_recorded() {
    let (_folder, site) = centre();
    let plan =
        run(&site, "rights erase --subject email=planted.6@example.org --plan --format json");
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(json(&plan)["delete"].as_u64().unwrap() > 0);
    assert!(!plan.out.contains("planted.6"), "a plan has figures, not values");
    assert!(!site.join(".abide").exists(), "neither records nor a key are made");
    let list = run(&site, "requests list");
    assert_eq!((list.code, list.out.as_str()), (0, ""));
}

#[test]
fn an_erasure_waits_for_approval_and_is_carried_out_once() {
    let (_folder, site) = centre();
    let opened = run(&site, "rights erase --subject email=planted.6@example.org --format json");
    assert_eq!(opened.code, 1, "{}", opened.err);
    let request = json(&opened);
    assert_eq!(request["waits"], "approval");
    let (id, hash) =
        (request["id"].as_str().unwrap(), request["plan"]["fingerprint"].as_str().unwrap());
    let wrong = run(&site, &format!("requests approve {id} --plan 00000000"));
    assert_eq!(wrong.code, 2, "{}", wrong.out);
    let done = run(&site, &format!("requests approve {id} --plan {} --format json", &hash[..12]));
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    assert_eq!(json(&done)["state"], "done");
    let again = run(&site, &format!("requests approve {id} --plan {}", &hash[..12]));
    assert_eq!(again.code, 2, "{}", again.out);
    let nobody =
        run(&site, "rights erase --subject email=planted.6@example.org --plan --format json");
    assert_eq!(json(&nobody)["delete"], 0, "the person is gone");
}

/// A folder whose file has a second name, as some backups make it: the old content stays under that.
#[cfg(unix)]
#[test]
fn old_versions_are_reminded_of_until_somebody_says_they_are_gone() {
    let (_folder, site) = centre();
    let kept = site.parent().unwrap().join("kept");
    std::fs::create_dir(&kept).unwrap();
    let mut folders = vec![site.clone()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let (path, is_folder) = (entry.path(), entry.file_type().unwrap().is_dir());
            if is_folder {
                folders.push(path);
            } else if path.extension().is_none_or(|e| e != "toml" && e != "db") {
                std::fs::hard_link(&path, kept.join(count.to_string())).unwrap();
                count += 1;
            }
        }
    }
    assert!(count > 0);
    let done = run(&site, "rights erase --subject email=planted.7@example.org --yes --format json");
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    let request = json(&done);
    assert_eq!(request["state"], "done");
    let id = request["id"].as_str().unwrap();
    let by_hand = request["by_hand"].as_array().unwrap();
    let [reminder] = by_hand.as_slice() else { panic!("{request}") };
    assert_eq!((&reminder["what"], &reminder["done_at"]), (&"versions".into(), &Value::Null));
    let shown = run(&site, &format!("requests show {id}"));
    let tick = format!("requests hand-done {id}");
    assert!(
        shown.out.contains("delete the old versions") && shown.out.contains(&tick),
        "{}",
        shown.out
    );
    let ticked = run(&site, &format!("{tick} --format json"));
    assert_eq!(ticked.code, 0, "{} {}", ticked.out, ticked.err);
    let request = json(&ticked);
    assert!(request["by_hand"][0]["done_at"].is_i64() && request["state"] == "done", "{request}");
    assert_eq!(run(&site, &tick).code, 2, "it is told once");
}

#[test]
fn many_are_erased_together_and_stay_away() {
    let (_folder, site) = centre();
    let mut ids = Vec::new();
    for who in ["planted.6", "planted.7", "planted.12"] {
        let erase = format!("rights erase --subject email={who}@example.org --format json");
        let request = json(&run(&site, &erase));
        let id = request["id"].as_str().unwrap().to_owned();
        let hash = &request["plan"]["fingerprint"].as_str().unwrap()[..12];
        let approved = run(&site, &format!("requests approve {id} --plan {hash} --later"));
        assert!(approved.out.contains("approved"), "{} {}", approved.out, approved.err);
        ids.push(id);
    }
    let worked = run(&site, "requests work --sweep");
    for id in &ids {
        let told = worked.out.lines().filter(|l| l.starts_with(id.as_str())).count();
        assert_eq!(told, 1, "{} {}", worked.out, worked.err);
        let shown = json(&run(&site, &format!("requests show {id} --format json")));
        let together = shown["history"].as_array().unwrap().iter().any(|e| e["what"] == "started");
        assert!(together, "{shown}");
        assert!(["done", "waiting"].contains(&shown["state"].as_str().unwrap()), "{shown}");
    }
    assert!(worked.err.contains("centre: nothing deleted is left in its files"), "{}", worked.err);
    let none = run(&site, "requests returned");
    assert_eq!((none.code, none.out.as_str()), (0, ""), "{}", none.err);
    let none = run(&site, "requests returned --format json");
    assert_eq!((none.code, json(&none)), (0, serde_json::json!({ "count": 0, "people": [] })));
}

#[test]
fn several_people_are_listed_and_chosen() {
    let (_folder, site) = centre();
    let asked = run(&site, "rights erase --subject phone=030/23125001");
    assert_eq!(asked.code, 1);
    let codes: Vec<&str> = asked.err.lines().filter(|l| l.starts_with("  ")).collect();
    assert!(codes.len() > 1, "{}", asked.err);
    let first = codes[0].split_whitespace().next().unwrap();
    assert!(!asked.err.contains("23125001") && !asked.err.contains("planted."), "{}", asked.err);
    let id = asked.out.split_whitespace().next().unwrap();
    let settled = run(&site, &format!("requests settle {id} {first} --format json"));
    assert_eq!(json(&settled)["waits"], "approval", "{}", settled.err);
}

#[test]
fn access_ends_in_an_archive() {
    let (_folder, site) = centre();
    let done = run(
        &site,
        "rights access --subject email=planted.6@example.org --language de --yes --format json",
    );
    assert_eq!(done.code, 1, "{} {}", done.out, done.err);
    assert_eq!(json(&done)["waits"], "handing-out");
    let archives: Vec<_> = std::fs::read_dir(site.join(".abide/exports"))
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    assert_eq!(archives.len(), 1);
    let name = archives[0].file_name().unwrap().to_str().unwrap();
    assert!(done.out.contains(name), "it is told where the archive is: {}", done.out);
    assert_eq!(&std::fs::read(&archives[0]).unwrap()[..2], b"PK");
    let still =
        run(&site, "rights erase --subject email=planted.6@example.org --plan --format json");
    assert!(json(&still)["delete"].as_u64().unwrap() > 0, "reading deletes nothing");
}

/// How many recordings a copy has, by what the history says at its end.
fn recordings(site: &Path, args: &str) -> u64 {
    let done = run(
        site,
        &format!("rights access --subject email=planted.14@example.org --format json --yes {args}"),
    );
    assert_eq!(done.code, 1, "it lies ready: {} {}", done.out, done.err);
    let request = json(&done);
    let history = request.pointer("/history").and_then(Value::as_array).unwrap();
    let says = |e: &Value, at: &str, word: &str| e.pointer(at).is_some_and(|v| v == word);
    let weighed = |e: &Value| says(e, "/what", "approved") && says(e, "/detail/voices", "shared");
    let shared = history.iter().any(weighed);
    assert_eq!(shared, !args.is_empty(), "the history says what was weighed");
    let end = history.iter().find(|e| says(e, "/what", "copy-ready")).unwrap();
    end.pointer("/detail/recordings").and_then(Value::as_u64).unwrap()
}

#[test]
fn recordings_in_which_others_speak_are_handed_out_only_if_somebody_says_so() {
    let (_folder, site) = centre();
    let alone = recordings(&site, "");
    let shared = recordings(&site, "--shared-recordings");
    assert!(alone < shared, "{alone} {shared}");
    let parts = std::fs::read_dir(site.join(".abide/exports")).unwrap();
    let left = parts.filter(|f| f.as_ref().unwrap().path().extension().unwrap() != "zip").count();
    assert_eq!(left, 0, "nothing half written is left");
    let erase = run(&site, "rights erase --subject email=planted.6@example.org --format json");
    let request = json(&erase);
    let (id, hash) = (&request["id"], &request["plan"]["fingerprint"]);
    let (id, hash) = (id.as_str().unwrap(), &hash.as_str().unwrap()[..12]);
    let refused = run(&site, &format!("requests approve {id} --plan {hash} --shared-recordings"));
    assert!(refused.code == 2 && refused.err.contains("only a copy"), "{}", refused.err);
}

/// A store that takes a connection and never answers: long work that somebody stops.
#[cfg(unix)]
#[test]
fn what_is_stopped_says_so_and_ends_with_130() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = format!("postgres://nobody@{}/none", nobody.local_addr().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut command = super::command(folder.path(), &["map", "discover", &place]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let _waiting = nobody.accept().unwrap();
    let stopped = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    let done = child.wait_with_output().unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(130), "{err}");
    assert_eq!(err, "stopped: nothing was changed, for maps are only read\n", "plain lines only");
}

#[test]
fn what_cannot_be_done_says_why_and_tells_no_value() {
    let (_folder, site) = centre();
    for (args, says) in [
        ("rights erase --subject name=Rosa", "does not single a person out"),
        ("rights erase --subject mail=rosa@example.org", "is no fact"),
        (
            "rights rectify --subject email=rosa@example.org --set contacts.nothing=1",
            "is no column",
        ),
        ("rights object --subject email=rosa@example.org --purpose nothing", "is no purpose"),
        ("rights erase --subject email=rosa@example.org --received 2099-01-01", "is in the future"),
        ("requests show r-missing", "there is no request"),
        ("requests refuse r-missing --reason whim --text no", "is no reason"),
    ] {
        let refused = run(&site, args);
        assert_eq!(refused.code, 2, "{args}: {}", refused.err);
        assert!(refused.err.contains(says), "{args}: {}", refused.err);
        assert!(!refused.err.to_lowercase().contains("rosa"), "{args}: {}", refused.err);
    }
    let none = tempfile::tempdir().unwrap();
    assert_eq!(run(none.path(), "requests list").code, 2, "no site");
}

#[test]
fn a_password_is_not_written_into_a_proposed_map() {
    let Some(server) = abide_tests::postgres::Postgres::start() else { return };
    let address = server.database("crm");
    server.sql("crm", "CREATE TABLE customers (id int PRIMARY KEY, email text)");
    server.sql("crm", "INSERT INTO customers VALUES (1, 'anna@example.org')");
    let (_folder, site) = centre();
    for (address, says) in [
        (address.replace("abide@", "abide:geheim@"), "place-from = \"ABIDE_OUR_CRM\""),
        (format!("{address}?password=geheim"), "place-from = \"ABIDE_OUR_CRM\""),
        (address.clone(), "place = \"postgres://abide@"),
    ] {
        let proposed = run(&site, &format!("map discover {address} --id our-crm"));
        assert_eq!(proposed.code, 0, "{}", proposed.err);
        assert!(proposed.out.contains(says), "{}", proposed.out);
        assert!(!proposed.out.contains("geheim") && !proposed.err.contains("geheim"));
        let told = proposed.err.contains("set the environment variable `ABIDE_OUR_CRM`");
        assert_eq!(told, says.starts_with("place-from"), "{}", proposed.err);
    }
}

#[test]
fn maps_are_checked_and_proposed() {
    let (_folder, site) = centre();
    let checked = run(&site, "map check --explain");
    assert_eq!(
        checked.code, 1,
        "the example's data is older than its policy allows: {}",
        checked.err
    );
    assert!(checked.out.contains("centre.contacts (contact): deleted"), "{}", checked.out);
    assert!(checked.out.contains("error[overdue] centre.calls.started_at"), "{}", checked.out);
    let told = run(&site, "map check --explain --format json");
    assert_eq!(told.code, 1, "{}", told.err);
    let told = json(&told);
    let findings = told["findings"].as_array().unwrap();
    let overdue = findings.iter().find(|f| f["place"] == "centre.calls.started_at").unwrap();
    assert_eq!((&overdue["severity"], &overdue["kind"]), (&"error".into(), &"overdue".into()));
    for part in ["message", "help"] {
        let said = overdue[part].as_str().unwrap();
        assert!(checked.out.contains(said), "{said}");
    }
    let ways = told["ways"].as_array().unwrap();
    assert!(ways.iter().all(|way| checked.out.contains(way.as_str().unwrap())) && !ways.is_empty());
    let proposed = run(&site, "map discover centre.db --policy-file service-1.toml");
    assert_eq!(proposed.code, 0, "{}", proposed.err);
    let reading = abide_policy::source::read_map(&proposed.out);
    assert!(
        reading
            .value
            .is_some_and(|m| m.tables.iter().any(|t| t.name == "contacts" && t.person.is_some()))
    );
}

//! The queue on the command line while something is missing: a store that is away, a worker that was killed.

use abide_policy::vocab::{RequestState, Set};
use abide_records::Records;

use super::rights::{centre, json, run};

const WHO: &str = "--subject email=planted.7@example.org";

#[test]
fn the_queue_is_read_while_a_store_is_away() {
    let (_folder, site) = centre();
    let id = json(&run(&site, &format!("rights erase {WHO} --format json")))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let (there, away) = (site.join("centre.db"), site.join("centre.away"));
    std::fs::rename(&there, &away).unwrap();
    let list = run(&site, "requests list");
    assert_eq!(list.code, 1, "{}", list.err);
    assert!(list.out.contains(&id) && list.out.contains(" due "), "{}", list.out);
    for part in ["the store `centre` cannot be opened", "no request is carried on"] {
        assert!(list.err.contains(part), "{part}: {}", list.err);
    }
    let lines = run(&site, "requests list --format json");
    assert_eq!(json(&lines)["id"], id.as_str());
    let show = run(&site, &format!("requests show {id} --format json"));
    assert!(show.code == 2 && show.err.contains("cannot be opened"), "{}", show.err);
    assert!(json(&show)["error"].as_str().unwrap().contains("cannot be opened"), "{}", show.out);
    std::fs::rename(&away, &there).unwrap();
    let list = run(&site, "requests list");
    assert!(list.code == 0 && !list.err.contains("cannot be opened"), "{}", list.err);
}

#[test]
fn what_a_killed_worker_has_is_said() {
    let (_folder, site) = centre();
    let request = json(&run(&site, &format!("rights erase {WHO} --format json")));
    let id = request["id"].as_str().unwrap();
    assert!(!run(&site, "requests list").out.contains("with a worker"));
    // A worker took it and was killed.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let records = Records::open(site.join(".abide/records.db")).await.unwrap();
        let mut writing = records.write().await.unwrap();
        let now = abide_server::clock::now().as_second();
        let planned = Set::of(&[RequestState::Planned]);
        let taken = writing.claim("worker-gone", now, 600, planned).await.unwrap();
        assert_eq!(taken.unwrap().id.as_str(), id);
        writing.commit().await.unwrap();
    });
    let list = run(&site, "requests list");
    assert!(list.out.contains(", with a worker until 2"), "{}", list.out);
    let worked = run(&site, "requests work --format json");
    let said = json(&worked);
    assert_eq!((&said["carried_on"], &said["with_others"][0]["id"]), (&0.into(), &id.into()));
    assert!(worked.err.contains("1 request with another worker, until 2"), "{}", worked.err);
}

#[test]
fn whoever_asks_for_json_gets_errors_as_json() {
    let (_folder, site) = centre();
    for args in [
        "map discover --store nowhere",
        "map check --store nowhere",
        "rights access --subject email=nobody",
        "rights erase --subject email=nobody --plan",
        "rights hold --subject email=nobody --reason claim",
        "requests show no-such-request",
        "requests approve no-such-request --plan 0123456789abcdef",
        "requests refuse no-such-request --reason exempt",
        "requests letter no-such-request",
        "requests list --no-such-option",
    ] {
        for format in ["--format json", "--format=json"] {
            let said = run(&site, &format!("{args} {format}"));
            assert_eq!(said.code, 2, "{args}: {} {}", said.out, said.err);
            let error = json(&said);
            let why = error["error"].as_str().unwrap();
            assert!(said.err.contains(why) && why.len() > 10, "{args}: {why}: {}", said.err);
            assert_eq!(error["exit"], 2, "{args}");
        }
        let plain = run(&site, args);
        assert!(plain.code == 2 && plain.out.is_empty(), "{args}: {}", plain.out);
    }
}

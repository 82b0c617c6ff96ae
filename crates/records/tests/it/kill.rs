//! A process that is killed at any instruction has lost nothing that it was told is saved.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use abide_policy::version::Hash;
use abide_records::requests::Saved;
use abide_records::requests::history::Event;
use abide_records::requests::queue::Filter;
use abide_records::{New, Outcome, Records};

use crate::suite::{id, json, new_request};

const PLACE: &str = "ABIDE_TEST_RECORDS";

/// Not a test by itself: what the killed process does. Writes version after version, with a request and its event in the same
/// transaction, and says which are saved.
#[tokio::test]
#[ignore = "run by killed_while_writing in a process of its own"]
async fn writes_until_it_is_killed() {
    let Ok(place) = std::env::var(PLACE) else { return };
    let records = Records::open(&PathBuf::from(place)).await.unwrap();
    let start = records.all().await.unwrap().len();
    for i in start..1_000_000 {
        let source = format!("{i} ").repeat(5_000);
        let mut writing = records.write().await.unwrap();
        let new = New {
            name: &"site".parse().unwrap(),
            version: &i.to_string().parse().unwrap(),
            effective: jiff::civil::date(2026, 1, 1),
            hash: Hash::of(&source),
            source: &source,
            recorded_at: 1,
        };
        assert_eq!(writing.record(&new).await, Ok(Outcome::New));
        let request = new_request(&format!("r{i}"), 10);
        assert_eq!(writing.add_request(&request, 1).await, Ok(Saved::Done));
        let event = Event { at: 1, actor: "w1".into(), what: id("received"), detail: json("{}") };
        assert_eq!(writing.add_event(&request.id, &event).await, Ok(Saved::Done));
        writing.commit().await.unwrap();
        println!("\nsaved {i}");
    }
}

fn run_and_kill_after(place: &Path, count: usize) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut saved =
        lines.by_ref().filter_map(|l| l.unwrap().strip_prefix("saved ")?.parse::<usize>().ok());
    let last = saved.by_ref().take(count).last().expect("the child writes");
    child.kill().unwrap();
    let last = saved.last().unwrap_or(last);
    child.wait().unwrap();
    last
}

#[tokio::test]
async fn killed_while_writing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("records.db");
    for round in 1..=5 {
        let last = run_and_kill_after(&place, 7 * round);
        let records = Records::open(&place).await.unwrap();
        let all = records.all().await.unwrap();
        assert!(all.len() > last, "{} versions, but {last} was said to be saved", all.len());
        assert!(all.len() <= last + 2, "nothing that was not finished");
        for (i, version) in all.iter().enumerate() {
            assert_eq!(version.version.as_str(), i.to_string());
        }
        let requests = records.requests(&Filter::default(), None, 1000).await.unwrap();
        assert_eq!(requests.len(), all.len().min(1000), "what is one transaction is there as one");
        for request in requests {
            assert_eq!(records.events(&request.id, 0).await.unwrap().len(), 1);
        }
        records.close().await.unwrap();
    }
}

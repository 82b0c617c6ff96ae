//! A folder of files as a store that nobody has described yet: proposed, checked, and asked for a person.

use std::path::{Path, PathBuf};

use super::rights::{json, run};
use super::site_over;

const PEOPLE: &[(&str, &str)] = &[
    ("Anna Berger", "anna"),
    ("Peter Schmidt", "peter"),
    ("Maria Fischer", "maria"),
    ("Thomas Weber", "thomas"),
    ("Julia Wagner", "julia"),
    ("Stefan Becker", "stefan"),
    ("Sabine Hoffmann", "sabine"),
    ("Michael Koch", "michael"),
];

fn write(file: &Path, content: impl AsRef<[u8]>) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, content).unwrap();
}

/// Contacts in CSV, their calls and notes in JSON Lines by month, a recording and a transcript for each call.
fn fill(data: &Path) {
    let mut contacts = "id,name,email,phone,created_at\n".to_owned();
    let (mut calls, mut notes) = ([String::new(), String::new()], String::new());
    for (at, (name, mail)) in PEOPLE.iter().enumerate() {
        let id = 100 + at;
        contacts +=
            &format!("{id},{name},{mail}@example.org,+4930231250{id},2026-09-0{}\n", at + 1);
        for (turn, month) in calls.iter_mut().enumerate() {
            let call = format!("c-{id}-{turn}");
            let (sound, words) =
                (format!("recordings/{call}.wav"), format!("transcripts/{call}.vtt"));
            *month += &format!(
                "{{\"uid\":\"{call}\",\"contact_id\":{id},\"started_at\":\"2026-10-0{}T10:00:00Z\",\"seconds\":{},\"recording\":\"{sound}\",\"transcript\":\"{words}\"}}\n",
                at + 1,
                60 + at
            );
            write(&data.join(sound), [0; 44]);
            let said = format!("WEBVTT\n\n00:01.000 --> 00:02.000\nHello, this is {name}.\n");
            write(&data.join(words), said);
            notes += &format!(
                "{{\"id\":\"n-{id}-{turn}\",\"call_uid\":\"{call}\",\"body\":\"{name} asks for a call at {mail}@example.org\"}}\n"
            );
        }
    }
    write(&data.join("contacts.csv"), contacts);
    for (month, calls) in ["10", "11"].iter().zip(calls) {
        write(&data.join(format!("calls-2026-{month}.jsonl")), calls);
    }
    write(&data.join("notes.jsonl"), notes);
}

/// Two agents, one of whom has each call, in files of a folder of their own.
fn staff(data: &Path) {
    let mut agents = "id,login,name,email\n".to_owned();
    for (id, name) in [(7, "Karl Huber"), (8, "Eva Braun"), (9, "Jonas Wolf")] {
        let login = name.to_lowercase().replace(' ', ".");
        agents += &format!("{id},{login},{name},{login}@example.com\n");
    }
    write(&data.join("staff/agents.csv"), agents);
    for month in ["calls-2026-10.jsonl", "calls-2026-11.jsonl"] {
        let calls = std::fs::read_to_string(data.join(month)).unwrap();
        let mut agent = 7;
        let with = |line: &str| {
            agent = if agent == 9 { 7 } else { agent + 1 };
            line.replace("{\"uid\"", &format!("{{\"agent_id\":{agent},\"uid\"")) + "\n"
        };
        let calls: String = calls.lines().map(with).collect();
        write(&data.join(month), calls);
    }
}

/// A site with a policy and a folder of data, and no map of it.
fn site() -> (tempfile::TempDir, PathBuf) {
    let folder = site_over(&[("files.toml", None)]);
    let site = folder.path().to_owned();
    fill(&site.join("data"));
    (folder, site)
}

const DISCOVER: &str = "map discover data --id files --policy-file service-1.toml";

#[test]
fn what_is_proposed_for_a_folder_serves_as_it_is() {
    let (_folder, site) = site();
    let proposed = run(&site, DISCOVER);
    assert_eq!(proposed.code, 0, "{}", proposed.err);
    for reason in [
        "contacts.csv.id: people are remembered by it: it is different in all 8 sampled rows",
        "calls-[0-9]*.jsonl.contact_id: owned-by: 8 of 8 sampled values are found there",
        "notes.jsonl.call_uid: owned-by: 16 of 16 sampled values are found there",
        "recordings/*.wav.path: owned-by: 16 of 16 sampled values there are the paths of such files",
        "transcripts/*.vtt.path: owned-by: 16 of 16 sampled values there are the paths of such files",
    ] {
        assert!(proposed.err.contains(reason), "{reason}: {} {}", proposed.err, proposed.out);
    }
    let told = format!("{}{}", proposed.err, proposed.out);
    assert!(!told.contains("Anna") && !told.contains("@example.org"), "{told}");
    let as_json = run(&site, &format!("{DISCOVER} --format json"));
    assert_eq!(json(&as_json)["map"], proposed.out.as_str());
    assert_eq!(as_json.err, "");
    assert!(!site.join("data/.abide-lock").exists(), "it only reads");

    write(&site.join("files.toml"), &proposed.out);
    let checked = run(&site, "map check");
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
    assert!(!checked.out.contains("error["), "{}", checked.out);
    let plan = run(&site, "rights erase --subject email=anna@example.org --plan --format json");
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert_eq!(json(&plan)["delete"], 9, "1 contact, 2 calls, 2 notes, 4 files: {}", plan.out);
}

#[test]
fn who_is_erased_by_a_proposed_map_is_gone_and_nobody_else() {
    let (_folder, site) = site();
    write(&site.join("files.toml"), run(&site, DISCOVER).out);
    let erased = run(&site, "rights erase --subject email=maria@example.org --yes --format json");
    assert_eq!(erased.code, 0, "{} {}", erased.out, erased.err);
    assert_eq!(json(&erased)["state"], "done", "{}", erased.out);
    let left = |file: &str| std::fs::read_to_string(site.join("data").join(file)).unwrap();
    let all: String = ["contacts.csv", "notes.jsonl", "calls-2026-10.jsonl", "calls-2026-11.jsonl"]
        .map(left)
        .concat();
    assert!(!all.contains("Maria") && !all.contains("102"), "{all}");
    for (at, (name, _)) in PEOPLE.iter().enumerate().filter(|(at, _)| *at != 2) {
        assert_eq!(all.matches(name).count(), 3, "{name}: {all}");
        assert!(site.join(format!("data/recordings/c-{}-1.wav", 100 + at)).exists());
    }
    assert!(!site.join("data/recordings/c-102-1.wav").exists());
    assert!(!site.join("data/transcripts/c-102-0.vtt").exists());
}

#[test]
fn rows_that_are_two_peoples_stay_for_the_other_wherever_their_lines_are() {
    let (_folder, site) = site();
    staff(&site.join("data"));
    let proposed = run(&site, DISCOVER).out;
    assert!(proposed.contains("kind = \"accessed-by\""), "{proposed}");
    // That a call is its agent's too is for people to decide.
    write(&site.join("files.toml"), proposed.replace("\"accessed-by\"", "\"owned-by\""));
    let erased = run(&site, "rights erase --subject email=maria@example.org --yes --format json");
    assert_eq!(erased.code, 0, "{} {}", erased.out, erased.err);
    assert_eq!(json(&erased)["state"], "done", "{}", erased.out);
    let calls = std::fs::read_to_string(site.join("data/calls-2026-10.jsonl")).unwrap();
    assert_eq!(calls.lines().count(), PEOPLE.len(), "{calls}");
    let hers = calls.lines().find(|l| l.contains("c-102-0")).unwrap();
    assert!(hers.contains("\"agent_id\"") && hers.contains("\"contact_id\":null"), "{hers}");
    let gone = run(&site, "rights erase --subject id=karl.huber --yes --format json");
    assert_eq!(json(&gone)["state"], "done", "{} {}", gone.out, gone.err);
}

#[test]
fn what_nobody_was_found_to_own_is_told_and_not_left_out() {
    let (_folder, site) = site();
    let mut letter = "email,sent_on\n".to_owned();
    for at in 0..8 {
        letter += &format!("reader.{at}@example.net,2026-09-0{}\n", at + 1);
    }
    write(&site.join("data/newsletter.csv"), letter);
    write(&site.join("data/sounds/x.wav"), [0; 44]);
    let proposed = run(&site, DISCOVER);
    for told in [
        "newsletter.csv.email: email in 8 of 8 sampled rows, and nothing tells whose",
        "sounds/*.wav: not in the map: no column names these files",
    ] {
        assert!(proposed.err.contains(told), "{told}: {}", proposed.err);
    }
    assert!(!proposed.out.contains("sounds"), "{}", proposed.out);
    write(&site.join("files.toml"), proposed.out);
    let checked = run(&site, "map check");
    assert_eq!(checked.code, 1, "{}{}", checked.out, checked.err);
    assert!(
        checked.out.contains("error[nobodys-data] files.newsletter.csv.email"),
        "{}",
        checked.out
    );
}

/// One file of many that cannot be read does not keep the others from being proposed; another separator does not either.
#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_proposed() {
    let (_folder, site) = site();
    write(
        &site.join("data/kunden.csv"),
        "Kunden-Nr;Name;Mail\n77;Muster, Anna;anna@example.org\n78;Probe, Bea;bea@example.org\n",
    );
    write(&site.join("data/kaputt.csv"), "id,name\n1,Anna,zu viel\n");
    write(&site.join("data/more/kaputt.jsonl"), "{\"a\": 1}\n{\"a\": \n");
    let proposed = run(&site, DISCOVER);
    assert_eq!(proposed.code, 0, "{}", proposed.err);
    for says in [
        "`kaputt.csv line 2` of the store `files` cannot be read",
        "until then `kaputt.csv` is left out of the proposal",
        "until then `more/kaputt.jsonl` is left out of the proposal",
        "kunden.csv.Mail: email in 2 of 2 sampled rows",
    ] {
        assert!(proposed.err.contains(says), "{says}: {}", proposed.err);
    }
    assert!(
        !proposed.out.contains("kaputt") && !proposed.out.contains("more/"),
        "{}",
        proposed.out
    );
    assert!(proposed.out.contains("contacts.csv") && proposed.out.contains("\"kunden.csv\""));
    let as_json = json(&run(&site, &format!("{DISCOVER} --format json")));
    assert_eq!(
        (as_json["unread"].as_array().unwrap().len(), &as_json["map"]),
        (2, &proposed.out.into())
    );
}

#[test]
fn a_place_that_is_no_store_is_told_with_what_to_do() {
    let (_folder, site) = site();
    std::fs::create_dir(site.join("empty")).unwrap();
    write(&site.join("odd/a.bin"), "x");
    write(&site.join("broken/a.jsonl"), "{\"a\": 1}\n{\"a\": \n");
    for (place, says) in [
        ("nowhere", "name a SQLite file, a folder, or an address"),
        ("empty", "has no file of a kind that is read: name a folder"),
        ("odd", "1 files are of no kind that is read (.bin)"),
        ("data/contacts.csv", "of files that are no database, name the folder"),
        ("broken", "`a.jsonl line 2` of the store `store` cannot be read"),
        ("s3:///", if cfg!(feature = "s3") { "no address of a bucket" } else { "without S3" }),
    ] {
        let refused = run(&site, &format!("map discover {place}"));
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{place}: {}", refused.err);
        assert!(refused.err.contains(says), "{place}: {}", refused.err);
    }
}

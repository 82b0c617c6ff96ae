//! Old versions of what other programs, or people, have changed and deleted: they go, or it is said that they stay.

use abide_rights::desk::holds::Placing;
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::Asked;
use abide_rights::state::{Event, Residue};

use super::*;

/// What other programs have taken out of files, or deleted with a mark, is still in their old versions.
fn leave_old_versions(house: &House) {
    // Anna, in signs that the note's program writes in its own way, in a file that no request will touch.
    house.put(
        "notes/old.jsonl",
        "{\"contact\":9,\"note\":\"\\u0061nna@example.org\"}\n{\"contact\":2}\n",
    );
    house.put("notes/old.jsonl", "{\"contact\":2}\n");
    // A number in another spelling, hidden by a mark.
    house.put("texts/gone.vtt", "WEBVTT\n\nCall me: 030 / 23125-101\n");
    house.remove("texts/gone.vtt");
    // A recording that is called after her.
    house.put("audio/anna@example.org.wav", "RIFF");
    house.remove("audio/anna@example.org.wav");
    // What is only Bea's.
    house.put("texts/bea.vtt", "WEBVTT\n\nbea@example.org, 030 23125102\n");
    house.remove("texts/bea.vtt");
}

/// What nobody finds in the bucket any more is still there: in a file of no table that was changed, and in one that was deleted.
#[tokio::test]
async fn old_versions_of_files_of_no_table_are_told() {
    let Some(mut house) = House::kept().await else { return };
    house.put("beside.txt", "anna@example.org");
    house.put("beside.txt", "nobody's");
    house.put("lists/old.csv", "a,b\n1,anna@example.org\n");
    house.remove("lists/old.csv");
    house.put("lists/bea.csv", "bea@example.org\n");
    house.remove("lists/bea.csv");
    let before = house.versions();
    let id = house.open("r1", "anna@example.org").await;
    house.work(NOW).await;
    house.approve(&id).await;
    house.desk.sweeps = true;
    assert_eq!(house.batch(NOW).await, (Vec::new(), vec![id.clone()]));
    let who = house.desk.case(&id).await.unwrap().who.unwrap();
    let rows = who.found.iter().map(|found| format!("{:?}", found.row.key));
    let rows: Vec<String> = rows.collect();
    let hers = |(_, content): &&Version| {
        content.as_deref().is_some_and(|text| String::from_utf8_lossy(text).contains("anna"))
    };
    for file in ["beside.txt", "lists/old.csv"] {
        let (number, _) = before[file].iter().find(hers).unwrap();
        let named = format!("{file} (version {number})");
        assert!(rows.iter().any(|row| row.contains(&named)), "{named}: {rows:?}");
    }
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(house.versions()["beside.txt"], before["beside.txt"], "a person decides");
}

#[tokio::test]
async fn old_versions_that_no_request_touched_are_swept_too() {
    let Some(mut house) = House::kept().await else { return };
    leave_old_versions(&house);
    let before = house.versions();
    let report = house.erased("r1", "anna@example.org").await;
    assert!(report.swept);
    assert_eq!(report.remains["archive"].what, "nothing", "{report:?}");
    assert_eq!(house.due(&"r1".parse::<abide_policy::text::Id>().unwrap()).await, []);
    let now = house.versions();
    assert_eq!(house.saying("anna"), [] as [&str; 0]);
    assert_eq!(now["notes/old.jsonl"], before["notes/old.jsonl"][..1]);
    for file in ["texts/gone.vtt", "audio/anna@example.org.wav"] {
        assert!(!now.contains_key(file), "{file}: its mark went too");
    }
    for file in ["texts/bea.vtt", "texts/b.vtt", "audio/b.wav", "beside.txt"] {
        assert_eq!(now[file], before[file], "{file}");
    }
}

#[tokio::test]
async fn without_a_sweep_nothing_is_said_of_old_versions() {
    let Some(house) = House::kept().await else { return };
    leave_old_versions(&house);
    let id = house.open("r1", "anna@example.org").await;
    house.work(NOW).await;
    house.approve(&id).await;
    house.work(NOW).await;
    assert!(!house.report(&id).await.swept);
    assert!(house.versions().contains_key("texts/gone.vtt"));
}

/// A store that the request does not touch otherwise, and whose old versions are locked.
#[tokio::test]
async fn old_versions_that_are_locked_are_told_where_nothing_else_was_touched() {
    let Some(mut house) = House::new(ARCHIVE, "Locked").await else { return };
    house.lock("texts/gone.vtt", "WEBVTT\n\nCleo, cleo@example.org\n");
    house.remove("texts/gone.vtt");
    house.put("texts/open.vtt", "WEBVTT\n\ncleo@example.org\n");
    house.remove("texts/open.vtt");
    house.run("INSERT INTO contacts VALUES (3, 'cleo@example.org', NULL)").await;
    let report = house.erased("r1", "cleo@example.org").await;
    let last = date(2099, 1, 1);
    let locked = Remaining { what: OLD_VERSIONS.to_owned(), until: Some(last), gone_by: None };
    assert_eq!(report.remains["archive"], locked, "{report:?}");
    assert!(report.swept && report.keeps_versions());
    let id: Id = "r1".parse().unwrap();
    let due = ("archive".to_owned(), OLD_VERSIONS.to_owned(), last);
    assert_eq!(house.due(&id).await, [due]);
    assert_eq!(house.saying("cleo"), ["texts/gone.vtt"], "what is not locked is gone");
    let journal = house.server.must("GET", &path(".abide-journal"), &[], b"");
    let journal = String::from_utf8(journal).unwrap();
    assert!(journal.contains("\"kept\":[\"texts/gone.vtt\"]"), "{journal}");
}

/// Of an archive in which nothing is deleted a person is asked, and so of versions that nobody can read.
#[tokio::test]
async fn old_versions_that_abide_cannot_delete_or_read_are_left_to_a_person() {
    let read_only =
        format!("{}\n{}", ARCHIVE.split_once("[[table]]").unwrap().0, "read-only = true");
    let tables = &ARCHIVE[ARCHIVE.find("[[table]]").unwrap()..];
    for (archive, file, content) in [
        (format!("{read_only}\n{tables}"), "texts/gone.vtt", &b"WEBVTT\n\ncleo@example.org"[..]),
        (ARCHIVE.to_owned(), "texts/broken.vtt", b"no UTF-8: \xff"),
        (ARCHIVE.to_owned(), "notes/broken.jsonl", b"no JSON"),
    ] {
        let Some(mut house) = House::new(&archive, "Enabled").await else { return };
        put(&house.server, file, content, &[]);
        house.remove(file);
        house.run("INSERT INTO contacts VALUES (3, 'cleo@example.org', NULL)").await;
        let before = house.versions();
        let report = house.erased("r1", "cleo@example.org").await;
        assert!(report.keeps_versions(), "{file}: {report:?}");
        let due = house.due(&"r1".parse::<abide_policy::text::Id>().unwrap()).await;
        let soon = TODAY.saturating_add(7.days());
        assert_eq!(due, [("archive".to_owned(), OLD_VERSIONS.to_owned(), soon)], "{file}");
        assert_eq!(house.versions(), before, "{file}");
    }
}

/// Values of somebody else, and those that stand in rows of now: people decide about these first.
#[tokio::test]
async fn old_versions_stay_where_their_values_are_not_known_to_be_the_persons_alone() {
    let Some(mut house) = House::kept().await else { return };
    house.run("INSERT INTO contacts VALUES (3, 'cleo@example.org', '+493023125102')").await;
    // The number is Bea's too.
    house.put("texts/number.vtt", "WEBVTT\n\n030 23125102\n");
    house.remove("texts/number.vtt");
    let before = house.versions();
    let report = house.erased("r1", "cleo@example.org").await;
    assert!(report.swept && !report.keeps_versions());
    assert_eq!(house.versions(), before);
    house.run("INSERT INTO contacts VALUES (4, 'dora@example.org', NULL)").await;
    house.put("texts/dora.vtt", "WEBVTT\n\ndora@example.org\n");
    house.put("texts/dora.vtt", "WEBVTT\n\ndora@example.org again\n");
    let before = house.versions();
    house.desk.sweeps = false;
    let id = house.open("r2", "dora@example.org").await;
    house.work(NOW).await;
    house.approve(&id).await;
    house.desk.sweeps = true;
    assert_eq!(house.batch(NOW).await, (Vec::new(), vec![id.clone()]));
    assert_eq!(house.versions(), before, "nobody has decided yet");
    // It is taken out by hand; what is old goes with the next look.
    house.put("texts/dora.vtt", "WEBVTT\n\nsomebody\n");
    let goes = Event::ResidueSettled(Residue::Goes);
    house.desk.resolved(&id, goes, act("officer")).await.unwrap();
    house.work(NOW).await;
    assert_eq!(house.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    house.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(house.batch(NOW).await, (vec![id], Vec::new()));
    assert_eq!(house.saying("dora"), [""; 0]);
}

/// A bill stays by plan, and so may what older versions of its file say of whom it is about.
#[tokio::test]
async fn old_versions_of_what_stays_by_plan_stay_with_it() {
    let bills = r#"
        [[table]]
        name = "bills/*.jsonl"
        keep = "billing"
        edge = [{ kind = "owned-by", columns = ["contact"], of-store = "centre", of = "contacts" }]
    "#;
    let Some(mut house) = House::new(&format!("{ARCHIVE}{bills}"), "Enabled").await else { return };
    for cents in [1, 2] {
        let row = format!("{{\"contact\":1,\"email\":\"anna@example.org\",\"cents\":{cents}}}\n");
        house.put("bills/a.jsonl", &row);
        house.put("bills/b.jsonl", &row);
    }
    house.put("bills/b.jsonl", "{\"contact\":2}\n");
    let mut before = house.versions();
    let report = house.erased("r1", "anna@example.org").await;
    assert_eq!(report.kept.iter().map(|stay| stay.keep.rows).sum::<u64>(), 1, "{report:?}");
    assert!(report.swept && !report.keeps_versions());
    let now = house.versions();
    assert_eq!(now["bills/a.jsonl"], before["bills/a.jsonl"]);
    before.get_mut("bills/b.jsonl").unwrap().truncate(1);
    assert_eq!(now["bills/b.jsonl"], before["bills/b.jsonl"], "no row of hers stays there");
}

/// What a legal hold is for may be in old versions too: they stay, and nothing is claimed, until it has ended.
#[tokio::test]
async fn old_versions_stay_as_long_as_the_person_is_held() {
    let Some(mut house) = House::kept().await else { return };
    leave_old_versions(&house);
    let before = house.versions();
    let asked = Asked::read(["email=anna@example.org"], None).unwrap();
    let found = house.desk.people(&asked).await.unwrap();
    let subject = together(&found.iter().collect::<Vec<_>>());
    let (id, reason) = ("h1".parse().unwrap(), "claim for damages".to_owned());
    let placing = Placing { id, reason, until: None, covers: Covers::default() };
    house.desk.place(&placing, &asked, &subject, act("olga")).await.unwrap();
    let report = house.erased("r1", "anna@example.org").await;
    assert!(!report.swept, "{report:?}");
    assert_eq!(house.versions(), before);
    house.desk.lift(&placing.id, act("eva")).await.unwrap();
    let next: Id = "r2".parse().unwrap();
    house
        .desk
        .take_up(&"r1".parse::<abide_policy::text::Id>().unwrap(), next.clone(), act("olga"))
        .await
        .unwrap();
    house.work(NOW).await;
    house.approve(&next).await;
    assert_eq!(house.batch(NOW).await, (vec![next.clone()], Vec::new()));
    assert!(house.report(&next).await.swept);
    assert_eq!(house.saying("anna"), [] as [&str; 0]);
}

/// A person deletes files of an archive in which Abide deletes nothing: what a marker hides is still there, and is told.
#[tokio::test]
async fn what_a_person_deleted_is_still_in_old_versions() {
    let (head, tables) = ARCHIVE.split_at(ARCHIVE.find("[[table]]").unwrap());
    let tables = tables.split("[[table]]").filter(|table| !table.contains("notes/"));
    let tables: Vec<&str> = tables.collect();
    let archive = format!("{head}\nread-only = true\n{}", tables.join("[[table]]"));
    for (versioning, keeps) in [("Enabled", true), ("", false)] {
        let Some(house) = House::new(&archive, versioning).await else { return };
        let id = house.open("r1", "anna@example.org").await;
        house.work(NOW).await;
        house.approve(&id).await;
        house.work(NOW).await;
        assert_eq!(house.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
        house.remove("texts/a.vtt");
        house.remove("audio/a.wav");
        house.desk.hand_done(&id, act("keeper")).await.unwrap();
        house.work(NOW).await;
        assert_eq!(house.stands(&id).await, (RequestState::Done, None));
        let report = house.report(&id).await;
        assert_eq!((report.by_hand, report.keeps_versions()), (2, keeps), "{report:?}");
        assert_eq!(house.due(&id).await.len(), usize::from(keeps), "{versioning}");
    }
}

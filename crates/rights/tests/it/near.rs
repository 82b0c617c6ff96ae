//! What rows that stay still tell of who is erased: what the map lists goes, what it does not list is told, without reading whole
//! stores.

use std::collections::BTreeSet;
use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Treatment, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::desk::Case;
use abide_rights::desk::document::{Cell, FoundRow, Paper, RowRef, Wish};
use abide_rights::state::{Event, Residue};
use abide_stores::files::{Files, Format, Kind};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, act, chance};
use crate::odd::{asked, room};
use crate::swept::{Two, batch};
use crate::world::{Base, Ran, World, map_of, service};

const TOLD: &str =
    r#"{"residue":[{"what":"value","table":"crm.calls","column":"extra","rows":1}]}"#;

/// A call of both, in a column that the map does not list.
async fn what_others_rows_still_tell_is_told(mut two: Two) {
    two.crm.run("UPDATE calls SET extra = 'Rückruf MUSTER, Anna' WHERE id = 11").await.unwrap();
    let id = two.approved().await;
    // The plan said so before: in this column, and in no other.
    let tells = |paper: &Paper| {
        let tables = paper.stores.iter().flat_map(|s| s.tables.iter().map(|t| (&s.store, t)));
        let each = tables.flat_map(|(s, t)| t.tells.iter().map(move |(c, n)| (s, &t.table, c, n)));
        each.map(|(s, t, c, n)| format!("{s}.{t}.{c} {n}")).collect::<Vec<_>>()
    };
    assert_eq!(tells(&two.room.paper(&id).await), ["crm.calls.extra 1"]);
    two.room.desk.sweeps = false;
    two.room.work().await;
    assert_eq!(two.room.stands(&id).await, (RequestState::Waiting, Some(Waits::Residue)));
    assert_eq!(two.found(&id).await, TOLD);
    // Which row it is, whoever decides can see, until the request is closed.
    let rows = |case: &Case| case.who.iter().flat_map(|who| who.found.clone()).collect::<Vec<_>>();
    let row =
        RowRef { store: "crm".to_owned(), table: "calls".to_owned(), key: vec![Cell::Integer(11)] };
    let column = "extra".to_owned();
    let found = FoundRow { row, by: vec!["id".to_owned()], column };
    assert_eq!(rows(&two.room.desk.case(&id).await.unwrap()), [found]);
    let stays = Event::ResidueSettled(Residue::Stays);
    two.room.desk.resolved(&id, stays, act("officer")).await.unwrap();
    two.room.work().await;
    assert_eq!(two.room.stands(&id).await.0, RequestState::Done);
    assert_eq!(rows(&two.room.desk.case(&id).await.unwrap()), []);
}

/// Dora's request, approved, at a desk that does not sweep.
async fn dora(two: &mut Two) -> Id {
    let dora = ["email=dora@example.org"];
    let dora = two.room.open("r2", RequestKind::Erasure, &dora, Wish::default()).await;
    two.room.desk.sweeps = false;
    two.room.desk.carry_on(&dora, act("worker"), &chance, &mut |_| ()).await.unwrap();
    two.room.approve(&dora).await;
    dora
}

/// Each of those who go together hears of their own.
async fn each_of_a_batch_hears_of_their_own(mut two: Two) {
    for sql in [
        "INSERT INTO contacts VALUES (4, 'K-10045', 'Dora Fern', 'dora@example.org', '1990-01-02', NULL)",
        "INSERT INTO calls VALUES (13, 4, 2, 'x', 'an dora@example.org')",
        "INSERT INTO calls VALUES (14, 4, 2, 'x', 'y')",
    ] {
        two.crm.run(sql).await.unwrap();
    }
    let anna = two.approved().await;
    let dora = dora(&mut two).await;
    let batch = batch(&two.room, NOW).await;
    assert_eq!((batch.done, &batch.found[..]), (vec![anna], &[dora.clone()][..]));
    assert_eq!(two.found(&dora).await, TOLD);
}

/// What the map lists goes by itself, and what somebody else is known by is no secret of Anna's.
async fn what_is_listed_goes(mut two: Two) {
    let namesake = "INSERT INTO contacts VALUES (3, 'K-10044', 'Anna Muster', 'cleo@example.org', '1990-01-02', NULL)";
    two.crm.run(namesake).await.unwrap();
    two.crm.run("UPDATE calls SET extra = 'Anna Muster' WHERE id = 11").await.unwrap();
    let id = two.approved().await;
    let paper = two.room.paper(&id).await;
    assert!(paper.stores.iter().flat_map(|s| &s.tables).all(|table| table.tells.is_empty()));
    two.room.desk.sweeps = false;
    two.room.work().await;
    assert_eq!(two.room.stands(&id).await, (RequestState::Done, None));
    let note = two.crm.run("SELECT note FROM calls WHERE id = 11").await.unwrap();
    assert_eq!(note, Ran::Rows(vec!["[…] und Bea Probe".to_owned()]));
}

/// A value that very many have does not hide that another is somebody else's too.
async fn a_value_of_very_many_hides_no_other(mut two: Two) {
    let mut sql = vec![
        "CREATE INDEX by_name ON contacts (name)".to_owned(),
        "INSERT INTO contacts VALUES (3, 'K-10044', 'Anna Muster', 'cleo@example.org', '1990-01-02', NULL)".to_owned(),
        "INSERT INTO contacts VALUES (4, 'K-10045', 'Aaron Adler', 'dora@example.org', '1990-01-02', NULL)".to_owned(),
        "INSERT INTO calls VALUES (13, 4, 2, 'x', 'an Aaron Adler')".to_owned(),
        "UPDATE calls SET extra = 'Anna Muster' WHERE id = 11".to_owned(),
    ];
    let same = (1000..1600).map(|id| {
        format!("({id}, 'K-{id}', 'Aaron Adler', 'a{id}@example.org', '1990-01-02', NULL)")
    });
    sql.push(format!("INSERT INTO contacts VALUES {}", same.collect::<Vec<_>>().join(", ")));
    for sql in &sql {
        two.crm.run(sql).await.unwrap();
    }
    two.read_again().await;
    let anna = two.approved().await;
    let dora = dora(&mut two).await;
    let batch = batch(&two.room, NOW).await;
    let done: BTreeSet<Id> = batch.done.into_iter().collect();
    assert_eq!((done, batch.found), (BTreeSet::from([anna, dora]), vec![]));
}

#[tokio::test]
async fn what_stays_is_looked_at_on_sqlite() {
    what_others_rows_still_tell_is_told(Two::sqlite("delete").await).await;
    each_of_a_batch_hears_of_their_own(Two::sqlite("delete").await).await;
    what_is_listed_goes(Two::sqlite("delete").await).await;
    a_value_of_very_many_hides_no_other(Two::sqlite("delete").await).await;
}

#[tokio::test]
async fn what_stays_is_looked_at_on_postgresql() {
    let Some(server) = Server::start() else { return };
    what_others_rows_still_tell_is_told(Two::postgres(&server, "near", "delete").await).await;
    each_of_a_batch_hears_of_their_own(Two::postgres(&server, "each", "delete").await).await;
    what_is_listed_goes(Two::postgres(&server, "listed", "delete").await).await;
    a_value_of_very_many_hides_no_other(Two::postgres(&server, "many", "delete").await).await;
}

/// A worker is lost after the step was saved: what it saw was noted before.
#[tokio::test]
async fn what_was_seen_before_a_crash_is_noted() {
    let mut two = Two::sqlite("delete").await;
    two.crm.run("UPDATE calls SET extra = 'von anna@example.org' WHERE id = 11").await.unwrap();
    let id = two.approved().await;
    // A desk that sweeps leaves the end to its batch.
    two.room.desk.carry_on(&id, act("lost"), &chance, &mut |_| ()).await.unwrap();
    assert_eq!(two.room.stands(&id).await.0, RequestState::Verifying);
    let case = two.room.desk.case(&id).await.unwrap();
    let noted = case.steps.iter().find(|s| s.store.as_str() == "crm").unwrap();
    assert!(noted.counts.as_str().contains("\"column\":\"extra\""), "{:?}", noted.counts);
}

/// A column that is to be emptied loses one person where others have part in the row, and keeps what is theirs.
#[tokio::test]
async fn a_column_of_several_people_loses_one_of_them() {
    for (before, after) in [
        ("anna@example.org", "NULL"),
        ("bea@example.org", "bea@example.org"),
        (r#"{"to":["anna@example.org","bea@example.org"]}"#, r#"{"to":["[…]","bea@example.org"]}"#),
    ] {
        let mut two = Two::sqlite("delete").await;
        let mut parts = two.room.desk.atlas.parts.clone();
        let calls = parts[0].map.tables.iter_mut().find(|t| t.name == "calls").unwrap();
        let mut extra = calls.columns[0].clone();
        (extra.name, extra.erase) = ("extra".to_owned(), Some(Treatment::Empty));
        calls.columns.push(extra);
        two.room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
        two.crm.run(&format!("UPDATE calls SET extra = '{before}' WHERE id = 11")).await.unwrap();
        let id = two.approved().await;
        two.room.desk.sweeps = false;
        two.room.work().await;
        assert_eq!(two.room.stands(&id).await.0, RequestState::Done, "{before}");
        let now = two.crm.run("SELECT extra FROM calls WHERE id = 11").await.unwrap();
        assert_eq!(now, Ran::Rows(vec![after.to_owned()]));
    }
}

/// The person's own row stays because a bill refers to it: the plan names what stays in it that nobody listed and that may not be empty.
async fn a_shell_says_what_it_keeps(base: impl Fn(&str) -> Base) {
    const TABLES: &str = "
        CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40) NOT NULL UNIQUE, street VARCHAR(40) NOT NULL, nick VARCHAR(40),
            plan VARCHAR(10) NOT NULL, born DATE NOT NULL, since DATE NOT NULL);
        CREATE TABLE bills (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES people);
        INSERT INTO people VALUES (1, 'anna@example.org', 'Weg 5', 'anni', 'pro', '1980-05-31', '2020-01-01'),
            (2, 'bea@example.org', 'Weg 6', 'b', 'pro', '1981-05-31', '2020-01-01');
        INSERT INTO bills VALUES (1, 1);
    ";
    const MAP: &str = r#"
        [[table]]
        name = "people"
        person = "contact"
        known-by = [{ fact = "email", column = "email" }]
        [[table.column]]
        name = "plan"
        erase = "keep"
        [[table.column]]
        name = "born"
        [[table]]
        name = "bills"
        keep = "billing"
        [[table.edge]]
        kind = "owned-by"
        columns = ["p"]
        of = "people"
    "#;
    for (person, stays) in [("anna", vec!["since", "street"]), ("bea", vec![])] {
        let room = room(base(person), TABLES, MAP).await;
        let fact = format!("email={person}@example.org");
        let id = asked(&room, "r1", RequestKind::Erasure, &fact, Wish::default()).await;
        let paper = room.paper(&id).await;
        let tables = paper.stores.iter().flat_map(|store| &store.tables);
        let named: Vec<(&str, u64)> =
            tables.flat_map(|t| t.stays.iter().map(|(c, n)| (c.as_str(), *n))).collect();
        assert_eq!(named, stays.into_iter().map(|c| (c, 1)).collect::<Vec<_>>(), "{person}");
    }
}

#[tokio::test]
async fn a_shell_says_what_it_keeps_on_sqlite() {
    a_shell_says_what_it_keeps(|_| Base::sqlite()).await;
}

#[tokio::test]
async fn a_shell_says_what_it_keeps_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_shell_says_what_it_keeps(|name| Base::postgres(&server, name)).await;
}

const CONVERSATIONS: &str = r#"
[store]
id     = "media"
kind   = "files"
place  = "media"
policy = "service"

[[table]]
name      = "people"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "email", column = "email" }]

[[table]]
name      = "talks"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "people"
of-columns = ["talk"]
"#;

/// The parties of a conversation are what was read in its content: they tell of nobody who goes from that.
#[tokio::test]
async fn what_is_read_in_a_text_that_changes_tells_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let person =
        |name: &str| format!("{{\"email\": \"{name}@example.org\", \"talk\": \"talk.json\"}}\n");
    put("people.jsonl", &(person("anna") + &person("karl")));
    put(
        "talk.json",
        r#"{"vcon": "0.4.0", "uuid": "018e3f72-c3a8-8b8e-b468-6ebf2e2e8c14", "created_at": "2026-01-01T10:00:00Z",
            "parties": [{"mailto": "anna@example.org"}, {"mailto": "karl@example.org"}], "dialog": []}"#,
    );
    let kind = |table: &str, glob: &str, format: Format| Kind {
        table: table.to_owned(),
        glob: glob.to_owned(),
        format,
        columns: Vec::new(),
    };
    let kept = "[[table.column]]\nname = \"content\"\nerase = \"keep\"\n";
    for (more, told) in [("", &[][..]), (kept, &["parties"][..])] {
        let kinds = vec![
            kind("people", "people.jsonl", Format::JsonLines),
            kind("talks", "talk.json", Format::Vcon),
        ];
        let store = Arc::new(Files::open("media", folder.path(), kinds).unwrap());
        let map = map_of(&format!("{CONVERSATIONS}{more}"));
        let world = World::of(store, map, Some(service())).await;
        let anna = world.subject("people", vec!["people.jsonl".into(), 1.into()]);
        let plan = world.work(&[anna]).plan().await.unwrap();
        let tables = plan.stores.iter().flat_map(|store| &store.tables);
        let talks = tables.filter(|table| table.table == "talks");
        let tells: Vec<&String> = talks.flat_map(|table| table.tells.keys()).collect();
        assert_eq!(tells, told, "{more}");
    }
}

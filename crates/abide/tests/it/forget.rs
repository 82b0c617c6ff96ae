//! `abide requests forget`: what its period is over for goes, what is not yet due stays. No test waits for three years: days are
//! moved in the records' own file.

use std::path::Path;

use serde_json::{Value, json};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use super::rights::{centre, json as json_of, run};

/// Three years, as a site keeps closed requests that says nothing else.
const KEPT: &str = "-3 years";

/// Runs a statement on the records, and gives the first column of its rows.
pub(crate) fn sql(site: &Path, sql: &str) -> Vec<i64> {
    sql_in(&site.join(".abide/records.db"), sql)
}

/// The same in another file.
pub(crate) fn sql_in(file: &Path, sql: &str) -> Vec<i64> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
        let mut records: SqliteConnection = options.connect().await.unwrap();
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned()));
        let rows = query.fetch_all(&mut records).await.unwrap();
        records.close().await.unwrap();
        rows
    })
}

/// Opens a request; its id.
fn opened(site: &Path, args: &str, code: i32) -> String {
    let opened = run(site, &format!("rights {args} --format json"));
    assert_eq!(opened.code, code, "{} {}", opened.out, opened.err);
    json_of(&opened).get("id").and_then(Value::as_str).unwrap().to_owned()
}

/// A copy that was handed out.
fn handed_out(site: &Path, args: &str) -> String {
    let request = super::rights::handed_out(site, args);
    request.get("id").and_then(Value::as_str).unwrap().to_owned()
}

/// Moves the day on which a request was closed: to what is three years ago, and so many days more.
fn closed(site: &Path, id: &str, days: i64) {
    let then = format!("unixepoch('now', 'start of day', '{KEPT}', '{days:+} days')");
    let moved = sql(
        site,
        &format!("UPDATE request SET closed_at = {then} WHERE id = '{id}' RETURNING closed_at"),
    );
    assert_eq!(moved.len(), 1);
}

fn told(requests: u64, marks: usize, copies: u64, gone: bool) -> Value {
    json!({ "requests": requests, "marks": marks, "copies": copies, "letters": 0, "gone": gone })
}

/// The files of the records, as they lie on the disk.
fn bytes(site: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(site.join(".abide")).unwrap().map(|f| f.unwrap().path());
    let ours = files.filter(|f| f.file_name().unwrap().to_str().unwrap().starts_with("records"));
    ours.flat_map(|file| std::fs::read(file).unwrap()).collect()
}

fn holds(site: &Path, id: &str) -> bool {
    bytes(site).windows(id.len()).any(|part| part == id.as_bytes())
}

#[test]
fn what_is_past_its_period_is_forgotten_and_the_rest_stays() {
    let (_folder, site) = centre();
    let erased = opened(&site, "erase --subject email=planted.6@example.org --yes", 0);
    let copied = handed_out(&site, "access --subject email=planted.7@example.org");
    let kept = handed_out(&site, "access --subject email=planted.12@example.org");
    let open = opened(&site, "erase --subject email=planted.13@example.org", 1);
    let nothing = run(&site, "requests forget --format json");
    assert_eq!((nothing.code, json_of(&nothing)), (0, told(0, 0, 0, true)), "{}", nothing.err);

    closed(&site, &erased, -1);
    closed(&site, &copied, -1);
    // Not yet due for some days; but its copy, which lay ready for a month, is.
    closed(&site, &kept, 3);
    let marks = format!(
        "UPDATE suppression SET until = date('now', '-1 day') WHERE request = '{erased}' RETURNING 1"
    );
    let marks = sql(&site, &marks).len();
    assert!(marks > 0, "an erased person leaves a mark");

    let plan = run(&site, "requests forget --plan --format json");
    assert_eq!((plan.code, json_of(&plan)), (0, told(2, marks, 2, false)), "{}", plan.err);
    let would = run(&site, "requests forget --plan");
    let says =
        format!(": 2 closed requests, {marks} marks and choices, 2 copies, 0 texts of refusals\n");
    assert_eq!((would.code, would.out), (0, format!("past their period would go{says}")));
    assert_eq!(run(&site, "requests list --closed").out.lines().count(), 3, "nothing is gone");

    for (which, is_open) in [("", true), (" --closed", false)] {
        let list = run(&site, &format!("requests list{which} --format json")).out;
        let requests =
            list.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let left: Vec<_> =
            requests.filter(|r| r["due"].is_string()).map(|r| r["days_left"].is_i64()).collect();
        assert!(!left.is_empty() && left.iter().all(|days| *days == is_open), "{list}");
        let list = run(&site, &format!("requests list{which}")).out;
        assert!(list.lines().all(|line| line.contains("day") == is_open), "{list}");
    }
    for (id, is_open) in [(&erased, false), (&open, true)] {
        let shown = json_of(&run(&site, &format!("requests show {id} --format json")));
        assert_eq!(
            (shown["days_left"].is_i64(), shown["days_left"].is_null()),
            (is_open, !is_open)
        );
    }

    let went = run(&site, "requests forget");
    assert_eq!((went.code, went.out), (0, format!("past their period went{says}")), "{}", went.err);
    for id in [&erased, &copied] {
        let shown = run(&site, &format!("requests show {id}"));
        assert_eq!(shown.code, 2, "{}", shown.out);
        assert!(shown.err.contains("there is no request"), "{}", shown.err);
        assert!(!holds(&site, id), "{id} is nowhere in the files");
    }
    let list = run(&site, "requests list --closed");
    assert!(list.out.starts_with(&kept) && list.out.lines().count() == 1, "{}", list.out);
    assert_eq!(
        json_of(&run(&site, &format!("requests show {kept} --format json")))["state"],
        "done"
    );
    assert!(holds(&site, &kept) && run(&site, "requests list").out.starts_with(&open));
    let copies = std::fs::read_dir(site.join(".abide/exports")).unwrap().count();
    assert_eq!(copies, 0, "a copy that was not fetched in time is no longer there");

    let again = run(&site, "requests forget --format json");
    assert_eq!((again.code, json_of(&again)), (0, told(0, 0, 0, true)), "{}", again.err);
    closed(&site, &kept, -1);
    let later = run(&site, "requests forget --format json");
    assert_eq!((later.code, json_of(&later)), (0, told(1, 0, 0, true)), "{}", later.err);
    assert_eq!(sql(&site, "SELECT count(*) FROM request"), [1], "an open request is never past");
}

/// Whoever works on requests takes what is past with them: nobody must think of it.
#[test]
fn work_forgets_too_and_says_so() {
    let (_folder, site) = centre();
    let copied = handed_out(&site, "access --subject email=planted.7@example.org");
    closed(&site, &copied, -1);
    let worked = run(&site, "requests work");
    assert_eq!(worked.code, 0, "{}", worked.err);
    let says = "past their period went: 1 closed requests, 0 marks and choices, 1 copies, 0 texts of refusals";
    assert!(worked.err.contains(says), "{}", worked.err);
    assert_eq!(sql(&site, "SELECT count(*) FROM request"), [0]);
}

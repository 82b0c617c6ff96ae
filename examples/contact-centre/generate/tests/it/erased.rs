//! The planted people are erased, each in a centre of their own, and the whole database and all files are compared with the truth: what
//! was theirs alone is gone, what others have part in and what must stay is there without them, and everything else is as it was, byte
//! for byte. What a row or file that stays must be is worked out here by the few rules of [`Erased`], not by the program.
//! What they are known by stands nowhere any more, in files neither, but where a sweep reports it. Then all of them are erased in one
//! centre, and the database itself adds up invoices, their lines, the calls that stay and the figures of quality, before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use abide_example_centre::generate;
use abide_example_centre::schema::Table;
use abide_policy::text::{Id, Period};
use abide_policy::vocab::{Lang, RequestKind, RequestState, Waits};
use abide_records::Records;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Code, Desk, Opening};
use abide_rights::identity::{Key, Keys};
use abide_rights::redact::{MARK, Texts};
use abide_stores::{ColumnAt, Mode, Value};
use abide_tests::postgres::Postgres as Server;
use serde_json::Value as Json;

use crate::common::{self, Centre, ORDER};
use crate::rights::{Named, TODAY, Town};

const ACT: Act<'static> = Act { now: 1_795_000_000, today: TODAY, by: "test" };

/// The rows of the database by table and key, each with all its values.
type Rows = BTreeMap<Named, Vec<Cell>>;

/// A value as text; nothing is not the same as an empty text.
type Cell = Option<String>;

/// All files of a centre by their paths, as the database writes them.
type Files = BTreeMap<String, Vec<u8>>;

fn chance() -> [u8; 16] {
    [7; 16]
}

async fn rows(desk: &Desk) -> Rows {
    let mut all = Rows::new();
    let mut session = desk.stores[0].session(Mode::Read).await.unwrap();
    for (at, table) in desk.atlas.parts[0].schema.tables.iter().enumerate() {
        let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
        let mut sink = |row: abide_stores::Row| {
            let text = |value: &Value| {
                assert!(!matches!(value, Value::Bytes(_)), "bytes have no text to compare");
                value.text().map(std::borrow::Cow::into_owned)
            };
            let values: Vec<Cell> = row.values.iter().map(text).collect();
            let key = table.key.iter().map(|c| values[*c].clone().unwrap()).collect();
            all.insert((table.name.clone(), key), values);
            std::ops::ControlFlow::Continue(())
        };
        session.sweep(at, &want, &mut sink).await.unwrap();
    }
    all
}

async fn desk(town: Town, folder: &Path) -> Desk {
    let key = Key::new("k1".parse().unwrap(), &[9; 32]).unwrap();
    Desk {
        records: Records::open(folder.join("records.db")).await.unwrap(),
        atlas: Arc::new(town.atlas),
        stores: town.stores,
        keys: Some(Keys::new(key, Vec::new()).unwrap()),
        redactor: Arc::new(Texts::default()),
        exports: folder.join("exports"),
        kept: Period::THREE_YEARS,
        exporting: None,
        watching: None,
        sweeps: true,
        erasures_at: None,
        zone: jiff::tz::TimeZone::UTC,
        calendar: abide_rights::deadline::Calendar::default(),
    }
}

async fn work(desk: &Desk) {
    while desk.work(ACT, &chance, &mut |_| ()).await.unwrap().is_some() {}
    let order = Order { act: ACT, chance: &chance, clock: &|| ACT.now };
    desk.work_together(&order).await.unwrap();
}

/// Erases somebody who is known by these facts, to the end or to what somebody must decide.
async fn erase(desk: &Desk, name: &str, facts: Vec<String>) -> Id {
    let opening = Opening {
        id: name.parse().unwrap(),
        kind: RequestKind::Erasure,
        who: Who { facts, wish: Wish::default(), ..Who::default() },
        jurisdiction: "DE".parse().unwrap(),
        language: Lang::De,
        policy: "service@1".to_owned(),
        received: TODAY,
    };
    desk.open(&opening, ACT).await.unwrap();
    let id = opening.id;
    work(desk).await;
    let case = desk.case(&id).await.unwrap();
    if case.stored.waits == Some(Waits::Identity) {
        let all = desk.candidates(&case).await.unwrap();
        let all: Vec<Code> = all.iter().map(|one| Code::of(&desk.atlas, one)).collect();
        desk.settle(&id, &all, ACT).await.unwrap();
        work(desk).await;
    }
    let (plan, _) = desk.case(&id).await.unwrap().plan.unwrap();
    desk.approve(&id, plan.fingerprint, ACT).await.unwrap();
    work(desk).await;
    id
}

/// The number of the organisation by which each entry is known, and everything that tells who it is.
fn known(before: &Rows, desk: &Desk, entries: &BTreeSet<Named>) -> (Vec<String>, Vec<String>) {
    let (mut facts, mut values) = (Vec::new(), Vec::new());
    for entry in entries {
        let schema = &desk.atlas.parts[0].schema;
        let table = &schema.tables[schema.table(&entry.0).unwrap()];
        let value = |name: &str| {
            table.column(name).and_then(|c| before[entry][c].clone()).filter(|v| !v.is_empty())
        };
        facts.extend(value("customer_no").or(value("login")).map(|v| format!("id={v}")));
        values.extend(["email", "phone_e164", "name"].into_iter().filter_map(value));
        let names = value("given_name").zip(value("family_name"));
        values.extend(names.map(|(given, family)| format!("{given} {family}")));
    }
    (facts, values)
}

/// Erases one person, and tells what is not as the truth says.
async fn wrong(desk: &Desk, folder: &Path, name: &str, town: &Truth<'_>) -> Vec<String> {
    let (before, files) = (rows(desk).await, files(folder));
    let (facts, values) = known(&before, desk, &town.entries);
    let id = erase(desk, name, facts).await;
    let (after, files_after) = (rows(desk).await, self::files(folder));
    let case = desk.case(&id).await.unwrap();
    let mut wrong = Vec::new();
    let waits_for_residue = case.stored.waits == Some(Waits::Residue);
    if case.stored.state != RequestState::Done && !(waits_for_residue && town.is_named) {
        wrong.push(format!("it stands at {:?} {:?}", case.stored.state, case.stored.waits));
    }
    let erased = Erased::new(town, &before);
    wrong.extend(differ(&erased.rows(&before), &after));
    wrong.extend(differ(&erased.files(&files, &before), &files_after));
    let others: BTreeSet<&String> =
        town.others.iter().flat_map(|r| before[r].iter().flatten()).collect();
    for value in values.iter().filter(|v| !others.contains(v)) {
        let holds = |(row, now): (&Named, &Vec<Cell>)| {
            now.iter().flatten().any(|v| v.contains(value.as_str())).then(|| row.clone())
        };
        for row in after.iter().filter_map(holds) {
            if !waits_for_residue || town.theirs.contains(&row) {
                wrong.push(format!("{row:?} still tells who it was"));
            }
        }
        let said = texts(folder).into_iter().filter(|(_, text)| is_in(text, value));
        let said = said.filter(|_| !waits_for_residue);
        wrong.extend(said.map(|(file, _)| format!("{file} still tells who it was")));
    }
    wrong
}

/// What is not as it should be.
fn differ<K: Ord + std::fmt::Debug, V: PartialEq + std::fmt::Debug>(
    right: &BTreeMap<K, V>,
    now: &BTreeMap<K, V>,
) -> Vec<String> {
    let keys: BTreeSet<&K> = right.keys().chain(now.keys()).collect();
    let wrong = keys.into_iter().filter(|key| right.get(key) != now.get(key));
    wrong.map(|k| format!("{k:?} is {:?} and not {:?}", now.get(k), right.get(k))).collect()
}

/// What must be left when somebody was erased.
struct Erased<'a> {
    town: &'a Truth<'a>,
    /// What they are called in texts, the longest first.
    called: Vec<String>,
}

impl<'a> Erased<'a> {
    fn new(town: &'a Truth<'a>, before: &Rows) -> Self {
        let columns = ["name", "given_name", "family_name", "email", "phone_e164"];
        let of = |entry: &Named| columns.map(|name| at(entry, &before[entry], name).cloned());
        let mut called: Vec<String> = town.entries.iter().flat_map(of).flatten().collect();
        called.sort_by_key(|value| std::cmp::Reverse(value.len()));
        Self { town, called }
    }

    /// Figures of quality stay without their call; everything else that is theirs alone goes.
    fn goes(&self, row: &Named) -> bool {
        self.town.alone.contains(row) && row.0 != "quality"
    }

    fn rows(&self, before: &Rows) -> Rows {
        let stays = before.iter().filter(|(row, _)| !self.goes(row));
        stays.map(|(row, values)| (row.clone(), self.row(row, values))).collect()
    }

    /// A row that stays: a foreign key to a row that goes is empty. What is theirs too loses their numbers and what they are called.
    fn row(&self, row: &Named, values: &[Cell]) -> Vec<Cell> {
        let table = Table::named(&row.0).unwrap();
        let mut empty: BTreeSet<&str> = BTreeSet::new();
        for reference in table.references {
            let to: Option<Vec<String>> =
                reference.columns.iter().map(|c| at(row, values, c).cloned()).collect();
            // Consents go with the entry whose two columns they have; all other references lead to a number.
            let gone = to.is_some_and(|key| self.goes(&(reference.of.to_owned(), key)));
            empty.extend(reference.columns.iter().filter(|_| gone));
        }
        let is_theirs = self.town.theirs.contains(row);
        if is_theirs && empty.contains("caller_contact_id") {
            empty.extend(["caller_number", "caller_e164"]);
        }
        if is_theirs && empty.contains("second_contact_id") {
            empty.insert("second_number");
        }
        if is_theirs && row.0 == "invoice_lines" {
            empty.insert("called_number");
        }
        let one = |(column, value): (&abide_example_centre::schema::Column, &Cell)| {
            let is_text = ["body", "payload", "summary"].contains(&column.name);
            let value = value.clone().filter(|_| !empty.contains(column.name));
            value.map(|v| if is_theirs && is_text { self.without(&v) } else { v })
        };
        assert_eq!(table.columns.len(), values.len());
        table.columns.iter().zip(values).map(one).collect()
    }

    /// A recording or conversation that was theirs alone goes, of a transcript each line; in others' they are not called any more.
    fn files(&self, files: &Files, before: &Rows) -> Files {
        let rows: BTreeMap<&String, &Named> = before
            .iter()
            .filter(|(row, _)| ["recordings", "transcripts"].contains(&row.0.as_str()))
            .map(|(row, values)| (at(row, values, "path").unwrap(), row))
            .collect();
        let mut left = Files::new();
        for (path, bytes) in files {
            let row = rows.get(path).copied();
            let text = || str::from_utf8(bytes).unwrap();
            let bytes = match row {
                Some(row) if self.goes(row) && !path.ends_with(".jsonl") => continue,
                Some(row) if self.goes(row) => Vec::new(),
                Some(row) if self.town.theirs.contains(row) && row.0 == "transcripts" => {
                    self.without(text()).into_bytes()
                }
                _ => bytes.clone(),
            };
            left.insert(path.clone(), bytes);
        }
        left
    }

    fn without(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for value in &self.called {
            text = text.replace(value, MARK).replace(&value.to_lowercase(), MARK);
        }
        text
    }
}

/// The value of a row in a column of a name, if it has such a column and something is in it.
fn at<'r>(row: &Named, values: &'r [Cell], name: &str) -> Option<&'r String> {
    values[Table::named(&row.0).unwrap().column(name)?].as_ref()
}

/// All files, but that which keeps two programs from writing at once.
fn files(folder: &Path) -> Files {
    let folder = folder.join("files");
    let files = common::files(&folder).into_iter().filter(|f| !f.ends_with(".abide-lock"));
    files
        .map(|f| {
            let path = f.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(f).unwrap())
        })
        .collect()
}

/// The conversations and transcripts of a centre, by their names.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = ["conversations", "transcripts"].map(|part| folder.join("files").join(part));
    let files = files.iter().flat_map(|part| std::fs::read_dir(part).unwrap()).map(|f| f.unwrap());
    files
        .map(|f| {
            let text = std::fs::read_to_string(f.path()).unwrap();
            (f.file_name().into_string().unwrap(), text)
        })
        .collect()
}

/// Whether a value stands in a text, a telephone number in any spelling.
fn is_in(text: &str, value: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = value.strip_prefix('+').map(digits).filter(|d| d.len() > 8);
    let number = number.and_then(|d| Some(d.get(d.len() - 8..)?.to_owned()));
    text.contains(value) || number.is_some_and(|number| digits(text).contains(&number))
}

/// What is true of one person.
struct Truth<'a> {
    entries: BTreeSet<Named>,
    alone: BTreeSet<Named>,
    /// Every row that is theirs, also together with others.
    theirs: BTreeSet<Named>,
    /// The entries of other people of the case.
    others: BTreeSet<Named>,
    /// Somebody else's rows name them.
    is_named: bool,
    case: &'a str,
}

fn truths<'a>(town: &Town, truth: &'a Json) -> Vec<Truth<'a>> {
    let mut all = Vec::new();
    for case in truth["cases"].as_array().unwrap() {
        let people = case["people"].as_array().unwrap();
        for person in people {
            let [entries, alone, shared, stays] =
                ["entries", "alone", "shared", "stays"].map(|list| town.listed(&person[list]));
            let theirs = alone.iter().chain(&shared).chain(&stays).cloned().collect();
            let others = people.iter().flat_map(|p| town.listed(&p["entries"]));
            all.push(Truth {
                others: others.filter(|entry| !entries.contains(entry)).collect(),
                is_named: !person["named"].as_array().unwrap().is_empty(),
                case: case["case"].as_str().unwrap(),
                entries,
                alone,
                theirs,
            });
        }
    }
    all
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn planted_people_are_erased_and_everything_else_is_as_it_was() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(each_in_a_centre_of_their_own(&centre));
}

async fn each_in_a_centre_of_their_own(centre: &Centre) {
    let truth = centre.truth();
    let people = truths(&Town::new(centre.path(), None).await, &truth);
    assert!(people.len() > 15, "{}", people.len());
    let mut all = Vec::new();
    for (n, person) in people.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        copy(centre.path(), folder.path());
        let desk = desk(Town::new(folder.path(), None).await, folder.path()).await;
        let found = wrong(&desk, folder.path(), &format!("r{n}"), person).await;
        all.extend(
            found.into_iter().map(|what| format!("{} {:?}: {what}", person.case, person.entries)),
        );
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// The first person of each case, one after the other: the cases have nothing in common.
#[tokio::test]
async fn planted_people_are_erased_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let url = server.database("centre");
    let (place, address) = (folder.path().to_owned(), url.clone());
    let made = move || generate(&ORDER, &place, Some(&address));
    tokio::task::spawn_blocking(made).await.unwrap().unwrap();
    let truth = std::fs::read_to_string(folder.path().join("truth.json")).unwrap();
    let truth: Json = serde_json::from_str(&truth).unwrap();
    let town = Town::new(folder.path(), Some(&url)).await;
    let people = truths(&town, &truth);
    let desk = desk(town, folder.path()).await;
    let (mut all, mut done) = (Vec::new(), BTreeSet::new());
    for (n, person) in people.iter().enumerate().filter(|(_, p)| done.insert(p.case)) {
        let found = wrong(&desk, folder.path(), &format!("r{n}"), person).await;
        all.extend(
            found.into_iter().map(|what| format!("{} {:?}: {what}", person.case, person.entries)),
        );
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// What law, billing and figures add up, as the database itself does it; without the calls that go.
fn sums(gone: &BTreeSet<String>) -> String {
    let gone: Vec<&str> = gone.iter().map(String::as_str).chain(["0"]).collect();
    [
        "SELECT customer_id, count(*), sum(total_cents) FROM invoices GROUP BY customer_id ORDER BY customer_id",
        "SELECT invoice_id, count(*), sum(duration_s), sum(cost_cents) FROM invoice_lines GROUP BY invoice_id ORDER BY invoice_id",
        "SELECT customer_id, queue, outcome, count(*), sum(duration_s), sum(cost_cents) FROM calls WHERE id NOT IN (GONE) \
            GROUP BY customer_id, queue, outcome ORDER BY customer_id, queue, outcome",
        "SELECT count(*), sum(lost_packets), CAST(sum(round(mos * 1000)) AS INTEGER) FROM quality",
    ]
    .join(";\n")
    .replace("GONE", &gone.join(", "))
}

/// The calls of which nobody is left when all planted people are erased: everybody whose the truth says they are is among them.
fn calls_that_go(truth: &Json) -> BTreeSet<String> {
    let people = || {
        let cases = truth["cases"].as_array().unwrap().iter();
        cases.flat_map(|case| case["people"].as_array().unwrap())
    };
    let erased: Vec<&Json> =
        people().flat_map(|person| person["entries"].as_array().unwrap()).collect();
    let rows = people().flat_map(|person| ["alone", "shared"].map(|list| &person[list]));
    let calls = rows.flat_map(|list| list.as_array().unwrap()).filter(|r| r["table"] == "calls");
    let with = |call: &Json| call["with"].as_array().cloned().unwrap_or_default();
    let calls = calls.filter(|call| with(call).iter().all(|other| erased.contains(&other)));
    calls.map(|call| call["key"]["id"].to_string()).collect()
}

/// Erases all planted people of one centre, one after the other.
async fn erase_all(town: Town, folder: &Path, truth: &Json) {
    let people = truths(&town, truth);
    let desk = desk(town, folder).await;
    let before = rows(&desk).await;
    for (n, person) in people.iter().enumerate() {
        let (facts, _) = known(&before, &desk, &person.entries);
        let id = erase(&desk, &format!("r{n}"), facts).await;
        let case = desk.case(&id).await.unwrap();
        let is_done = case.stored.state == RequestState::Done;
        assert!(is_done || case.stored.waits == Some(Waits::Residue), "{}", person.case);
    }
}

/// Two readings of the same questions are the same; that the calls are fewer shows that something went.
fn same_sums(ask: impl Fn(&str) -> String, before: &[String], gone: &BTreeSet<String>) {
    let [all, sums_before] = before else { panic!("{before:?}") };
    assert_eq!(&ask(&sums(&BTreeSet::new())), sums_before);
    assert!(gone.len() > 3 && all != sums_before, "{gone:?}");
}

#[test]
fn sums_stay_when_all_planted_people_are_erased() {
    let centre = Centre::new(&ORDER);
    let (truth, ask) =
        (centre.truth(), |sql: &str| sql.split(';').map(|q| centre.ask(q)).collect());
    let gone = calls_that_go(&truth);
    let before = [&BTreeSet::new(), &gone].map(|gone| ask(&sums(gone)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        erase_all(Town::new(centre.path(), None).await, centre.path(), &truth).await;
    });
    same_sums(ask, &before, &gone);
}

#[tokio::test]
async fn sums_stay_when_all_planted_people_are_erased_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let url = server.database("sums");
    let (place, address) = (folder.path().to_owned(), url.clone());
    let made = move || generate(&ORDER, &place, Some(&address));
    tokio::task::spawn_blocking(made).await.unwrap().unwrap();
    let truth = std::fs::read_to_string(folder.path().join("truth.json")).unwrap();
    let truth: Json = serde_json::from_str(&truth).unwrap();
    let gone = calls_that_go(&truth);
    let ask = |sql: &str| server.ask("sums", sql);
    let before = [&BTreeSet::new(), &gone].map(|gone| ask(&sums(gone)));
    erase_all(Town::new(folder.path(), Some(&url)).await, folder.path(), &truth).await;
    same_sums(ask, &before, &gone);
}

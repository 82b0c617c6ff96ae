//! The vCons of copies, compared with what is true of the planted calls of the example store.
#![expect(clippy::indexing_slicing, reason = "tests look into JSON and fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use abide_calls::vcon::{Vcon, content_hash};
use abide_example_centre::planted::Planted;
use abide_example_centre::schema::Table;
use abide_example_centre::value::Value as Cell;
use abide_example_centre::world::World;
use serde_json::{Value, json};

use super::abide_in;
use super::rights::{ORDER, centre, json as printed};

/// The cases whose people ask for copies.
const CASES: [&str; 5] =
    ["agent-and-caller", "third-person", "merged", "two-tables-away", "conference"];

/// A row of people: the table and its number.
type Entry = (String, u64);

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().unwrap_or_else(|| panic!("{name} in {of}"))
}

fn entry(of: &Value) -> Entry {
    (of["table"].as_str().unwrap().to_owned(), of["key"]["id"].as_u64().unwrap())
}

fn entries(of: &Value, name: &str) -> Vec<Entry> {
    list(of, name).iter().map(entry).collect()
}

/// The archive of somebody: its files by their names.
fn copy(site: &Path, case: &Value, person: &Value, shared: bool) -> BTreeMap<String, Vec<u8>> {
    let hers = entries(person, "entries");
    let finds = |ask: &&Value| entries(ask, "finds").iter().all(|e| hers.contains(e));
    let ask = list(case, "asks").iter().find(finds).unwrap();
    let facts = list(ask, "identities").iter().map(|i| {
        format!("--subject={}={}", i["fact"].as_str().unwrap(), i["value"].as_str().unwrap())
    });
    let facts: Vec<String> = facts.collect();
    let plan = ["rights", "access", "--plan", "--format=json"].into_iter();
    let plan: Vec<&str> = plan.chain(facts.iter().map(String::as_str)).collect();
    let plan = printed(&abide_in(site, &plan, b""));
    let candidates = plan.get("candidates").and_then(Value::as_array);
    let chosen = candidates.into_iter().flatten();
    let chosen = chosen.map(|one| format!("--choose={}", one["code"].as_str().unwrap()));
    let words = ["rights", "access", "--language=de", "--yes", "--format=json"];
    let words = words.into_iter().chain(shared.then_some("--shared-recordings"));
    let args: Vec<String> = words.map(str::to_owned).chain(facts).chain(chosen).collect();
    let done = abide_in(site, &args.iter().map(String::as_str).collect::<Vec<_>>(), b"");
    assert_eq!(done.code, 1, "it lies ready: {args:?}: {} {}", done.out, done.err);
    let request = printed(&done);
    let id = request["id"].as_str().unwrap();
    let archive = std::fs::File::open(site.join(format!(".abide/exports/{id}.zip"))).unwrap();
    let mut zip = zip::ZipArchive::new(archive).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    // What the plan counts is what is there, also where others are heard.
    let sounds = files.keys().filter(|name| name.starts_with("recordings/")).count();
    assert_eq!(request["plan"]["recordings"], sounds, "{}", request["plan"]);
    files
}

/// The texts of the vCons of an archive.
fn vcons(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = &str> {
    let files = files.iter().filter(|(name, _)| name.starts_with("conversations/"));
    files.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
}

/// What all planted people are known by, by their rows.
fn known() -> BTreeMap<Entry, Vec<String>> {
    let world = World::new(ORDER.seed, ORDER.calls, ORDER.media, ORDER.today);
    let planted = Planted::new(&world);
    let mut known = BTreeMap::new();
    for (table, columns) in [
        ("contacts", &["given_name", "family_name", "email", "phone", "phone_e164"][..]),
        ("agents", &["name", "login", "email", "phone_e164"][..]),
    ] {
        let at = |column: &&str| Table::named(table).unwrap().column(column).unwrap();
        for row in planted.of(table) {
            let Some(Cell::Integer(id)) = row.first() else { panic!("no number in {table}") };
            let values = columns.iter().filter_map(|c| match row.get(at(c)) {
                Some(Cell::Text(text)) if text.len() > 3 => Some(text.to_string()),
                _ => None,
            });
            known.insert((table.to_owned(), u64::try_from(*id).unwrap()), values.collect());
        }
    }
    known
}

/// What a party must be: of others nothing but what they are.
fn party((table, id): &Entry, own: bool) -> Value {
    let role = table.trim_end_matches('s');
    match (own, role) {
        (false, role) => json!({ "role": role }),
        (true, "agent") => {
            json!({ "role": role, "mailto": format!("mailto:agent{id}@centre.example.com") })
        }
        (true, _) => json!({ "role": role, "mailto": format!("mailto:planted.{id}@example.org") }),
    }
}

/// A party without name and number, if it has them.
fn shown(party: &Value) -> Value {
    let mut shown = party.clone();
    if party["mailto"].is_string() {
        let told = shown.as_object_mut().unwrap();
        assert!(told.remove("name").is_some(), "{party}");
        told.remove("tel");
    }
    shown
}

/// One vCon is what is true of its call: who took part, who called, when, how long, and the recording.
fn compare(
    site: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    text: &str,
    call: &Value,
    own: &[Entry],
) {
    let vcon = Vcon::read(text).unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    let is_recording = |d: &abide_calls::vcon::Dialog<'_>| d.content().filename().is_some();
    let dialogs: Vec<_> = vcon.dialogs().filter(is_recording).collect();
    let [dialog] = dialogs.as_slice() else { panic!("one recording: {text}") };
    assert_eq!(dialog.start().map(|s| s.to_string()).as_deref(), call["started"].as_str());
    assert_eq!(dialog.duration(), call["seconds"].as_u64().map(|s| s * 1000), "{text}");
    let path = call["recording"].as_str().unwrap();
    let sound = std::fs::read(site.join("files").join(path)).unwrap();
    let name = dialog.content().filename().unwrap();
    assert!(files.get(name.as_ref()) == Some(&sound), "{name} is not {path}");
    assert_eq!(dialog.content().hashes(), [content_hash(&sound)], "{text}");

    let parties: Vec<Value> = list(&value, "parties").iter().map(shown).collect();
    let first = dialog.parties().first().and_then(|p| p.first()).copied().unwrap();
    let caller = dialog.json().get("originator").and_then(|o| o.count()).unwrap_or(first);
    let is_own = |e: &Entry| party(e, own.contains(e));
    if call["transcript"].as_str().unwrap().ends_with(".vcon.json") {
        // It has its own parties, of whom nobody says who they are.
        assert_eq!((parties.len(), &parties[caller]), (3, &json!({})), "{text}");
        let roles = parties.iter().take(2).map(|p| p["role"].as_str().unwrap());
        assert_eq!(roles.collect::<Vec<_>>(), ["agent", "caller"], "{text}");
        // The organisation's number was the other party's.
        assert_eq!(parties[0]["tel"], "[PHONE]", "{text}");
    } else {
        let wanted: Vec<Value> = entries(call, "parties").iter().map(is_own).collect();
        assert_eq!(parties, wanted, "{call} {text}");
        let called = entry(&call["called_by"]);
        assert_eq!(parties[caller], is_own(&called), "{call} {text}");
    }
}

#[test]
fn the_vcons_of_a_copy_are_what_is_true_of_its_calls() {
    let (_folder, site) = centre();
    let truth = std::fs::read_to_string(site.join("truth.json")).unwrap();
    let truth: Value = serde_json::from_str(&truth).unwrap();
    let known = known();
    let (mut compared, mut directions) = (0, BTreeSet::new());
    for case in list(&truth, "cases").iter().filter(|c| CASES.iter().any(|name| c["case"] == *name))
    {
        for person in list(case, "people") {
            let own = entries(person, "entries");
            let files = copy(&site, case, person, true);
            let calls: BTreeMap<String, &Value> = list(person, "calls")
                .iter()
                .map(|call| (call["started"].as_str().unwrap().to_owned(), call))
                .collect();
            let mut there = BTreeSet::new();
            for text in vcons(&files) {
                let vcon = Vcon::read(text).unwrap();
                let start = vcon.dialogs().next().and_then(|d| d.start()).unwrap().to_string();
                let call = calls.get(&start).unwrap_or_else(|| panic!("not {own:?}'s: {text}"));
                compare(&site, &files, text, call, &own);
                for (whose, values) in known.iter().filter(|(e, _)| !own.contains(e)) {
                    let told = values.iter().find(|v| text.contains(v.as_str()));
                    assert_eq!(told, None, "{whose:?} in {own:?}'s {text}");
                }
                assert!(there.insert(start), "one call, one vCon");
                directions.insert(call["called_by"]["table"].to_string());
                compared += 1;
            }
            assert_eq!(there.iter().collect::<Vec<_>>(), calls.keys().collect::<Vec<_>>());
        }
    }
    assert_eq!((compared, directions.len()), (9, 2), "calls in both directions: {directions:?}");
}

/// What others said is weighed; what nobody else is heard in is the person's.
#[test]
fn without_a_word_only_what_is_the_persons_alone_is_heard() {
    let (_folder, site) = centre();
    let truth = std::fs::read_to_string(site.join("truth.json")).unwrap();
    let truth: Value = serde_json::from_str(&truth).unwrap();
    for (name, conversations, recordings) in [("merged", 2, 2), ("conference", 1, 0)] {
        let case = list(&truth, "cases").iter().find(|c| c["case"] == name).unwrap();
        let files = copy(&site, case, &list(case, "people")[0], false);
        let given = files.keys().filter(|n| n.starts_with("recordings/")).count();
        assert_eq!((vcons(&files).count(), given), (conversations, recordings), "{name}");
    }
}

/// The name of whoever asks stays where she says it, her call's id is nobody's number; a note by an agent about somebody else is
/// not about the agent.
#[test]
fn names_ids_and_notes_are_whose_they_are() {
    let (_folder, site) = centre();
    let truth = std::fs::read_to_string(site.join("truth.json")).unwrap();
    let truth: Value = serde_json::from_str(&truth).unwrap();
    let copy = |name: &str, whose: (&str, u64)| {
        let case = list(&truth, "cases").iter().find(|c| c["case"] == name).unwrap();
        let is_theirs = |p: &&Value| entries(p, "entries").contains(&(whose.0.to_owned(), whose.1));
        let person = list(case, "people").iter().find(is_theirs).unwrap();
        copy(&site, case, person, false)
    };
    let rows = |files: &BTreeMap<String, Vec<u8>>, name: &str| -> Value {
        serde_json::from_slice(&files[name]).unwrap()
    };
    let all = |files: &BTreeMap<String, Vec<u8>>| {
        files.values().map(|f| String::from_utf8_lossy(f).into_owned()).collect::<String>()
    };

    let viola = copy("conference", ("contacts", 14));
    assert_eq!(rows(&viola, "data/centre/calls.json")[0]["uid"], "c-000000015");
    assert!(all(&viola).contains("Ja, Viola Petersen-Lund, und mein Kollege"), "her own name");
    assert!(!all(&viola).contains("Rademacher"));

    let agent = copy("agent-and-caller", ("agents", 1));
    let seen = rows(&agent, "seen/centre/notes.json");
    let omitted = json!({ "omitted": "about-another-person" });
    assert_eq!((list(&json!({ "all": &seen }), "all").len(), &seen[0]["body"]), (1, &omitted));
    assert!(!all(&agent).contains("Wants a paper bill."), "it is about contact 6");
    let other = copy("agent-and-caller", ("contacts", 6));
    assert!(all(&other).contains("Wants a paper bill."), "who it is about gets it");
}

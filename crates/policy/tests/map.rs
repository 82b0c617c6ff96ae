//! Every problem that a map file can have, raised by a small change of a map without problems: the code, the text
//! underlined, and nothing else. Then the documentation's examples, and what must hold for every map.

#![expect(clippy::unwrap_used, reason = "tests")]

use abide_policy::check::map::maps_together;
use abide_policy::codes::Code;
use abide_policy::diagnostic::{Severity, to_terminal};
use abide_policy::map::StoreMap;
use abide_policy::model::Policy;
use abide_policy::source::{Reading, is_map, read_map, read_policy, write_map};
use abide_policy::vocab::{Direction, Vocabulary};

const SMALL: &str = include_str!("map.toml");
const POLICY: &str = include_str!("small.toml");
const SERVICE: &str = include_str!("../../../examples/contact-centre/service-1.toml");
const HEAD: &str =
    "[store]\nid = \"example\"\nkind = \"sqlite\"\nplace = \"x.db\"\npolicy = \"service\"\n";
const DOCUMENT: &str = include_str!("../../../docs/data-map.md");

fn policy() -> Policy {
    // A second region, for stores outside the statement's, and a statement without a period.
    let more = r#"
[[region]]
id      = "west"
title   = "France"
country = "FR"

[[statement]]
id         = "archive"
title      = "Archive"
data       = ["user.gender"]
purposes   = { current = "always" }
recipients = { ours = "always" }
retention  = { kind = "legal-requirement", reason = "as long as a dispute lasts" }
"#;
    let source = POLICY.replace("subjects   = [", "regions = [\"eu\"]\nsubjects   = [") + more;
    read_policy(&source).value.unwrap()
}

fn read(source: &str) -> Reading<StoreMap> {
    read_map(source).against(&policy())
}

fn shown(source: &str) -> String {
    to_terminal("map.toml", source, &read(source).diagnostics, false)
}

fn codes(source: &str) -> Vec<&'static str> {
    read(source).diagnostics.iter().map(|d| d.code.id()).collect()
}

#[test]
fn the_small_map_has_no_problems() {
    assert!(read(SMALL).value.is_some() && codes(SMALL).is_empty(), "{}", shown(SMALL));
}

/// Code, what is replaced, by what, what is underlined (the start of it).
const CASES: &[(&str, &str, &str, &str)] = &[
    ("key.unknown", "since ", "sinse ", "sinse"),
    ("key.missing", "place   = \"centre.db\"\n", "", "store"),
    ("key.missing", "kind    = \"owned-by\"\n", "", "[[table.edge]]"),
    ("value.word", "\"sqlite\"", "\"sqllite\"", "\"sqllite\""),
    ("value.word", "\"owned-by\"", "\"owned\"", "\"owned\""),
    ("value.type", "columns = [\"contact_id\"]", "columns = \"contact_id\"", "\"contact_id\""),
    ("value.empty", "columns = [\"contact_id\"]", "columns = []", "columns"),
    ("value.control", "\"address\"", "\"a\\u0000b\"", "\"a"),
    ("value.format", "place   = \"centre.db\"", "place-from = \"MY-DB\"", "\"MY-DB\""),
    ("value.format", "\"30 days\"", "\"a month\"", "\"a month\""),
    ("data.ref.syntax", "\"user.home-info.postal\"", "\"user..postal\"", "\"user..postal\""),
    ("data.ref.unknown", "\"user.home-info.postal\"", "\"user.postal\"", "data "),
    ("id.duplicate", "name  = \"invoices\"", "name  = \"calls\"", "[[table]]"),
    (
        "id.duplicate",
        "erase    = \"empty\"\n",
        "\n[[table.column]]\nname = \"address\"\n",
        "[[table.column]]",
    ),
    ("reference.unknown", "of      = \"contacts\"", "of      = \"contact\"", "of "),
    ("reference.unknown", "policy  = \"site\"", "policy  = \"service\"", "policy "),
    ("reference.unknown", "region  = \"eu\"", "region  = \"us\"", "region "),
    ("reference.unknown", "keep  = \"orders\"", "keep  = \"billing\"", "keep "),
    ("reference.unknown", "provided = true", "statement = \"other\"", "statement "),
    (
        "acknowledge.code",
        "[[table]]",
        "[[acknowledge]]\ncode = \"map.repeated\"\nreason = \"x\"\n[[table]]",
        "[[ack",
    ),
    (
        "acknowledge.unused",
        "[[table]]",
        "[[acknowledge]]\ncode = \"map.edge.keep\"\nreason = \"x\"\n[[table]]",
        "[[ack",
    ),
    (
        "acknowledge.unused",
        "[[table]]",
        "[[acknowledge]]\ncode = \"map.region\"\nreason = \"x\"\n[[table]]",
        "[[ack",
    ),
    (
        "acknowledge.unused",
        "[[table]]",
        "[[acknowledge]]\ncode = \"cookie.none\"\nreason = \"x\"\n[[table]]",
        "[[ack",
    ),
    ("map.place.both", "place   =", "place-from = \"ABIDE_CENTRE\"\nplace   =", "place-from"),
    ("map.place.secret", "\"centre.db\"", "\"postgres://me:secret@localhost/centre\"", "store"),
    ("map.known-by.person", "person    = \"customer\"\n", "", "known-by"),
    (
        "map.known-by.weak",
        "fact = \"phone\", column = \"phone\", country = \"DE\" },\n    { fact = \"email\"",
        "fact = \"name\"",
        "known-by",
    ),
    (
        "map.known-by.country",
        "column = \"email\" }",
        "column = \"email\", country = \"DE\" }",
        "country",
    ),
    (
        "map.known-by.exact",
        "{ fact = \"email\", column = \"email\" }",
        "{ fact = \"email\", column = \"email\" }, { fact = \"name\", column = \"name\", exact = true }",
        "exact",
    ),
    ("map.repeated", "[\"agent_note\"]", "[\"agent_note\", \"agent_note\"]", "\"agent_note\""),
    ("map.repeated", "[\"caller_number\"]", "[\"a\", \"b\", \"a\"]", "\"a\""),
    (
        "map.repeated",
        "is = \"contact\" }",
        "is = \"contact\" }, { column = \"owner_type\", is = \"agent\" }",
        "{ column = \"owner_type\", is = \"agent\"",
    ),
    (
        "map.repeated",
        "fact = \"email\", column = \"email\"",
        "fact = \"phone\", column = \"phone\"",
        "{ fact = \"phone\", column = \"phone\" }",
    ),
    (
        "map.repeated",
        "of-columns = [\"id\"]",
        "of-columns = [\"id\"]\n[[table.edge]]\nkind = \"owned-by\"\ncolumns = [\"contact_id\"]\nof = \"contacts\"\nof-columns = [\"id\"]",
        "[[table.edge]]",
    ),
    (
        "map.statement.missing",
        "person    = \"customer\"\nstatement = \"orders\"",
        "person    = \"customer\"",
        "[[table]]",
    ),
    ("map.edge.columns", "[\"id\"]", "[\"id\", \"tenant\"]", "of-columns"),
    ("map.edge.store", "hide ", "of-store = \"centre\"\nhide ", "of-store"),
    (
        "map.edge.keep",
        "of-columns = [\"id\"]",
        "of-columns = [\"id\"]\nerase = \"delete\"",
        "erase = \"delete\"",
    ),
    ("map.edge.caller", "kind    = \"owned-by\"", "kind    = \"owns\"\ncaller  = []", "caller "),
    ("map.edge.access", "kind    = \"owned-by\"", "kind    = \"accesses\"", "erase "),
    (
        "map.data.undeclared",
        "\"user.home-info.postal\"",
        "\"user.home-info.online.email\"",
        "data ",
    ),
    ("map.keep.period", "keep  = \"orders\"", "keep  = \"archive\"", "keep "),
    ("map.person.statement", "\"customer\"", "\"agent\"", "person "),
    ("map.region", "region  = \"eu\"", "region  = \"west\"", "statement = \"orders\""),
];

/// What is wrong with a case; empty if it holds.
fn fails((code, from, to, underlined): &(&str, &str, &str, &str)) -> String {
    if !SMALL.contains(from) {
        return format!("{code}: the small map has no {from}");
    }
    let source = SMALL.replacen(from, to, 1);
    let reading = read(&source);
    let shown = shown(&source);
    let Some(d) = reading.diagnostics.iter().find(|d| d.code.id() == *code) else {
        return format!("{code} is not raised:\n{shown}");
    };
    if !reading.diagnostics.iter().all(|d| d.code.id() == *code) {
        return format!("{code} comes with others:\n{shown}");
    }
    let at = source.get(d.span.clone()).unwrap();
    if !at.starts_with(underlined) {
        return format!("{code} underlines {at:?}");
    }
    let gaps = [d.message(), d.help()];
    if gaps.iter().any(|t| t.contains("``") || t.contains("{}")) {
        return format!("{code} leaves gaps: {gaps:?}");
    }
    if reading.value.is_none() == d.code.is_error() {
        String::new()
    } else {
        format!("{code}: usable {}", reading.value.is_some())
    }
}

#[test]
fn every_problem_is_found_where_it_is() {
    let failed: Vec<String> = CASES.iter().map(fails).filter(|f| !f.is_empty()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_code_of_maps_has_a_case() {
    let of_map = Code::ALL.iter().filter(|c| c.is_of_map());
    let without: Vec<&str> =
        of_map.map(|c| c.id()).filter(|id| !CASES.iter().any(|(code, ..)| code == id)).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn warnings_are_acknowledged_with_a_reason() {
    let west = SMALL.replace("region  = \"eu\"", "region = \"west\"");
    let answer =
        "[[acknowledge]]\ncode = \"map.region\"\nat = \"table.contacts\"\nreason = \"moving\"\n";
    let reading = read(&format!("{west}\n{answer}"));
    let (acknowledged, open): (Vec<_>, Vec<_>) =
        reading.diagnostics.iter().partition(|d| d.severity == Severity::Acknowledged);
    assert!(acknowledged.iter().all(|d| d.reason.as_deref() == Some("moving")));
    assert_eq!((acknowledged.len(), open.len()), (1, 2), "{:?}", reading.diagnostics);
    let alone = read_map(&format!("{SMALL}\n{answer}"));
    assert!(alone.diagnostics.is_empty(), "without the policy nobody knows whether it is used");
}

#[test]
fn a_password_is_seen_in_every_kind_of_address_and_never_shown() {
    for place in [
        "postgres://me:hunter2@db.example.com/centre",
        "postgresql://db.example.com/centre?user=me&password=hunter2",
        "host=db.example.com user=me password = hunter2",
        "host=db.example.com PASSWORD='hunter2'",
        "postgres://me:hunter2@@db.example.com",
    ] {
        let source = SMALL.replace("centre.db", place);
        assert_eq!(codes(&source), ["map.place.secret"], "{place}");
        assert!(!shown(&source).contains("hunter2"), "{}", shown(&source));
    }
    for place in [
        "postgres://me@db.example.com:5432/centre",
        "postgres://db.example.com:5432/a@b",
        "host=db.example.com user=me passfile=/etc/pgpass",
        "recordings/passwords=old",
        "C:/data/centre.db",
    ] {
        assert_eq!(codes(&SMALL.replace("centre.db", place)), [""; 0], "{place}");
    }
}

#[test]
fn facts_find_one_person_or_are_doubted() {
    let facts = |facts: &[&str]| {
        let known = facts.iter().map(|f| format!("{{ fact = \"{f}\", column = \"{f}\" }}"));
        let known = known.collect::<Vec<_>>().join(", ");
        let (head, rest) = SMALL.split_once("known-by").unwrap();
        let (_, rest) = rest.split_once("]\n").unwrap();
        codes(&format!("{head}known-by = [{known}]\n{rest}"))
    };
    for enough in [&["email"][..], &["phone"], &["id"], &["name", "born"], &["name", "postal-code"]]
    {
        assert_eq!(facts(enough), [""; 0], "{enough:?}");
    }
    for weak in [&[][..], &["name"], &["born"], &["postal-code"], &["born", "postal-code"]] {
        assert_eq!(facts(weak), ["map.known-by.weak"], "{weak:?}");
    }
}

#[test]
fn what_is_wrong_is_told_once() {
    let broken = SMALL.replace("[\"contact_id\"]", "[1, \"contact_id\"]");
    assert_eq!(codes(&broken), ["value.type"; 2], "{}", shown(&broken));
    assert_eq!(codes(&SMALL.replace("[store]", "[stor]")), ["key.missing", "key.unknown"]);
    assert_eq!(codes(&SMALL.replace("\"30 days\"", "")), ["toml.syntax"]);
    // A wrong word, with all that hangs on it: who calls is one of the people, a number has a country and is written as usual.
    let rich = SMALL
        .replace("country = \"DE\"", "country = \"DE\", exact = true")
        .replace("hide    =", "caller = [{ column = \"direction\", is = \"in\" }]\nhide    =");
    assert_eq!(codes(&rich), [""; 0], "{}", shown(&rich));
    for (from, to) in [
        ("person    = \"customer\"", "person = \"kustomer\""),
        ("person    = \"customer\"", "person = \"\""),
        ("fact = \"phone\"", "fact = \"fone\""),
        ("fact = \"email\"", "fact = \"mail\""),
        ("\"owned-by\"", "\"owned\""),
        ("erase   = \"anonymize\"", "erase = \"anonymise\""),
        ("erase    = \"empty\"", "erase = \"emptied\""),
    ] {
        let broken = rich.replacen(from, to, 1);
        assert_ne!(broken, rich, "{from}");
        assert_eq!(codes(&broken).len(), 1, "{from}: {}", shown(&broken));
    }
    let number = rich.replace("\"customer\"", "7");
    assert_eq!(codes(&number), ["value.type"], "{}", shown(&number));
}

#[test]
fn names_of_tables_and_columns_are_any_text() {
    for name in ["crm.contacts", "Kontakte (alt)", "a\"b'c", "\u{dc}ber.store.id", "0", "select"] {
        let source = SMALL.replace("\"contacts\"", &format!("{}", toml_edit::value(name)));
        assert_eq!(codes(&source), [""; 0], "{name}: {}", shown(&source));
    }
    let long = |n: usize| SMALL.replace("\"agent_note\"", &format!("\"{}\"", "ü".repeat(n)));
    assert_eq!(codes(&long(200)), [""; 0]);
    assert_eq!(codes(&long(201)), ["value.format"]);
}

#[test]
fn maps_are_told_from_policies() {
    assert!(is_map(SMALL) && is_map(" [store]  # ours") && !is_map(POLICY));
    assert!(!is_map("introduction = \"[store]\""));
}

#[test]
fn stores_know_each_other() {
    let map = |source: &str| read_map(source).value.unwrap();
    let other = map(&SMALL.replace("id      = \"centre\"", "id = \"billing\""));
    let across = |store: &str, table: &str| {
        let more = format!("of-store = \"{store}\"\nhide ");
        let source = SMALL.replace("hide ", &more);
        map(&source.replacen("of      = \"contacts\"", &format!("of = \"{table}\""), 1))
    };
    let found = |maps: &[&StoreMap]| -> Vec<(usize, String)> {
        maps_together(maps).into_iter().map(|(i, d)| (i, d.message())).collect()
    };
    assert_eq!(found(&[&across("billing", "invoices"), &other]), []);
    assert_eq!(
        found(&[&other, &across("bills", "invoices")]),
        [(1, "no store is called `bills`".to_owned())]
    );
    assert_eq!(
        found(&[&across("billing", "invoice"), &other]),
        [(0, "no table is called `invoice`".to_owned())]
    );
    let said = |of: &str| {
        let source = SMALL.replace("hide ", "of-store = \"billing\"\ncaller = []\nhide ");
        map(&source.replacen("of      = \"contacts\"", &format!("of = \"{of}\""), 1))
    };
    assert_eq!(found(&[&said("contacts"), &other]), []);
    let idle = "`caller` says nothing here: it stands at an edge of the kind `owned-by` to a table of people";
    assert_eq!(found(&[&said("invoices"), &other]), [(0, idle.to_owned())]);
    assert_eq!(found(&[&other, &other]), [(1, "store `billing` is there twice".to_owned())]);
}

#[test]
fn hostile_maps_get_an_answer() {
    let long = "x".repeat(200_000);
    let columns = "{name=\"a\"},".repeat(50_000);
    let edges = "[[table.edge]]\n".repeat(30_000);
    for source in [
        String::new(),
        "[store]".to_owned(),
        "table = 1".to_owned(),
        format!("[[table]]\nname = \"{long}\"\ncolumn = [{columns}]"),
        format!("[[table]]\nname = \"a\"\n{edges}"),
        "[[table]]\nname = \"a\"\nperson = \"agent\"\n".repeat(15_000),
    ] {
        let reading = read(&source);
        assert!(reading.value.is_none() && !reading.diagnostics.is_empty());
    }
}

/// The fenced blocks of a document: their kind and text, with the line on which they start.
fn blocks(document: &str) -> Vec<(&str, String, usize)> {
    let mut out: Vec<(&str, String, usize)> = Vec::new();
    let mut open = false;
    for (i, line) in document.lines().enumerate() {
        match (line.strip_prefix("```"), open) {
            (Some(kind), false) => out.push((kind, String::new(), i + 1)),
            (None, true) => out.last_mut().unwrap().1.push_str(&format!("{line}\n")),
            _ => {}
        }
        open ^= line.starts_with("```");
    }
    out
}

/// Each block is the rest of a map (or a whole one) of the example's service: without open problems, or with those that
/// its head names.
#[test]
fn the_document_is_true() {
    let policy = read_policy(SERVICE).value.unwrap();
    let (mut kinds, mut run) = (Vec::new(), 0);
    for (kind, text, line) in blocks(DOCUMENT) {
        let Some(expected) = kind.strip_prefix("toml") else { continue };
        let source = if is_map(&text) { text } else { format!("{HEAD}{text}") };
        let reading = read_map(&source).against(&policy);
        let shown = to_terminal("block", &source, &reading.diagnostics, false);
        let open = reading.diagnostics.iter().filter(|d| d.severity != Severity::Acknowledged);
        let open: Vec<&str> = open.map(|d| d.code.id()).collect();
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(open, expected, "docs/data-map.md:{line}: {shown}");
        let map = reading.draft.unwrap();
        kinds.extend(map.tables.iter().flat_map(|t| &t.edges).map(|e| e.kind));
        run += 1;
    }
    assert!(run >= 14, "only {run} examples were read");
    assert!(Direction::ALL.iter().all(|k| kinds.contains(k)), "{kinds:?}");
}

mod written {
    use super::*;
    use abide_policy::map::{ColumnMap, Edge, KnownBy, Place, TableMap, When};
    use abide_policy::model::Acknowledged;
    use abide_policy::text::{Id, Period};
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn word<V: Vocabulary>() -> impl Strategy<Value = V> {
        select(V::ALL)
    }
    fn id() -> impl Strategy<Value = Id> {
        "[a-z][a-z0-9-]{0,9}".prop_map(|s| s.parse().unwrap())
    }
    fn name() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z_]{1,8}", "\\PC{1,12}", "[a-z\"'\\\\.#=\\[\\]{}, ]{1,12}"]
    }
    fn names() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(name(), 0..3)
    }
    fn period() -> impl Strategy<Value = Period> {
        (1..=1000, select(vec!["hours", "days", "weeks", "months", "years"]))
            .prop_map(|(n, unit)| format!("{n} {unit}").parse().unwrap())
    }

    prop_compose! {
        fn known_by()(fact in word(), column in name(), country in of(Just("SK")), exact in any::<bool>()) -> KnownBy {
            KnownBy { fact, column, country: country.map(|c| c.parse().unwrap()), exact }
        }
    }
    prop_compose! {
        fn edge()(
            kind in word(), columns in names(), of_store in of(id()), table in name(), of_columns in names(),
            when in prop::collection::vec((name(), name()), 0..3),
            caller in of(prop::collection::vec((name(), name()), 0..3)),
            about in names(), erase in of(word()), hide in names(),
        ) -> Edge {
            let whens = |list: Vec<(String, String)>| {
                list.into_iter().map(|(column, is)| When { column, is }).collect()
            };
            let (when, caller) = (whens(when), caller.map(whens));
            Edge { kind, columns, of_store, of: table, of_columns, when, caller, about, erase, hide }
        }
    }
    prop_compose! {
        fn column()(
            name in name(), data in of("[a-z]{1,5}(\\.[a-z]{1,5}){0,2}"), statement in of(id()), provided: bool,
            erase in of(word()),
        ) -> ColumnMap {
            ColumnMap { name, data: data.map(|d| d.parse().unwrap()), statement, provided, erase }
        }
    }
    prop_compose! {
        fn table()(
            name in name(), person in of(word()), known_by in prop::collection::vec(known_by(), 0..3),
            statement in of(id()), since in of(name()), period_from in of(name()), duration in of(name()), erase in word(), keep in of(id()),
            edges in prop::collection::vec(edge(), 0..3), columns in prop::collection::vec(column(), 0..3),
        ) -> TableMap {
            TableMap { name, person, known_by, statement, since, period_from, duration, erase, keep, edges, columns }
        }
    }
    prop_compose! {
        fn map()(
            id in id(), kind in word(), here: bool, place in name(), region in of(super::written::id()),
            policy in super::written::id(), backups in of(period()), read_only: bool, by_hand in of(name()), tables in prop::collection::vec(table(), 0..4),
            answers in prop::collection::vec((select(Code::ALL), of(name()), name()), 0..2),
        ) -> StoreMap {
            let place = if here { Place::Here(place) } else { Place::Environment("ABIDE_STORE".to_owned()) };
            let acknowledged = answers
                .into_iter()
                .map(|(code, at, reason)| Acknowledged {
                    code: code.id().to_owned(), at: at.unwrap_or_default(), reason,
                })
                .collect();
            StoreMap { id, kind, place, region, policy, backups, read_only, by_hand, tables, acknowledged }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_written_is_read_again(map in map()) {
            let file = write_map(&map);
            let reading = read_map(&file);
            prop_assert!(!reading.diagnostics.iter().any(|d| d.code == Code::TomlSyntax), "{file}");
            prop_assert_eq!(reading.draft.as_ref(), Some(&map), "{}", file);
            prop_assert_eq!(write_map(reading.draft.as_ref().unwrap()), file);
        }
    }

    #[test]
    fn the_small_map_is_written_as_people_write_it() {
        let map = read_map(SMALL).value.unwrap();
        insta::assert_snapshot!(write_map(&map));
    }
}

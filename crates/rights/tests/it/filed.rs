//! People and their rows in files, as programs write them: numbers with a point, people without a number, names that lead to none.

use std::path::Path;

use abide_detect::Finder;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::atlas::{Atlas, Spot};
use abide_rights::check::{What, check};
use abide_rights::desk::document::Wish;
use abide_rights::open::one;
use abide_rights::reach::Subject;
use abide_stores::Value;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{act, chance, opening};
use crate::world::{Base, TODAY, World, desk_over, map_of, part};

const HEAD: &str = r#"
[store]
id = "folder"
kind = "files"
place = "."
policy = "service"
backups = "30 days"
"#;

/// A table of people of a folder, by id and address.
fn people(name: &str) -> String {
    format!(
        "[[table]]\nname = \"{name}\"\nperson = \"contact\"\nknown-by = [{{ fact = \"id\", column = \"id\" }}, {{ fact = \"email\", column = \"email\" }}]\n"
    )
}

/// A table of rows that are theirs.
fn owned(name: &str, column: &str, of: &str) -> String {
    format!(
        "[[table]]\nname = \"{name}\"\nedge = [{{ kind = \"owned-by\", columns = [\"{column}\"], {of} }}]\n"
    )
}

fn write(folder: &Path, file: &str, text: &str) {
    let place = folder.join(file);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, text).unwrap();
}

fn read(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

/// A folder with its map, beside a database with its own, if there is one.
async fn world(folder: &Path, map: &str, base: Option<(&Base, &str)>) -> World {
    let (mut stores, mut parts) = (Vec::new(), Vec::new());
    let map = map_of(&format!("{HEAD}{map}"));
    let files = one(&map, folder, &|_| None).await.unwrap();
    parts.push(part(&*files, map, None).await);
    stores.push(files);
    if let Some((base, map)) = base {
        let store = base.store().await;
        parts.push(part(&*store, map_of(map), None).await);
        stores.push(store);
    }
    World { atlas: Atlas::new(parts).unwrap(), stores }
}

/// What `map check` says of these kinds.
async fn told(world: &World, kinds: &[What]) -> Vec<String> {
    let finder = Finder::default();
    let report = check(&world.atlas, &world.stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let found = report.findings.iter().filter(|f| kinds.contains(&f.what));
    found.map(|f| format!("{} {} {}", f.severity.word(), f.place, f.sentence())).collect()
}

/// References of files that lead nowhere: so many of so many.
async fn lost(world: &World) -> Vec<String> {
    let said = told(world, &[What::DanglingReferences]).await;
    let head = |said: String| said.split(" references").next().unwrap_or_default().to_owned();
    said.into_iter().map(head).collect()
}

const PEOPLE: &str = "id,email\n1,anna@example.org\n2,bea@example.org\n";
const LINES: &str = "{\"p\":1,\"t\":\"a\"}\n{\"p\":1.0}\n{\"p\":\"1.00\"}\n{\"p\":2.0}\n";
const FIELDS: &str = "p,t\n1.0,a\n1,b\n2.0,c\n";

/// Programs that count with fractions write whole numbers as `1.0`: it is the same key wherever it stands.
#[tokio::test]
async fn a_number_with_a_point_is_the_same_key_in_files() {
    let pointed = PEOPLE.replace("\n1,", "\n1.0,").replace("\n2,", "\n2.00,");
    for (written, number) in [(PEOPLE, "1"), (&pointed, "1.0")] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, "people.csv", written);
        write(folder, "lines.jsonl", LINES);
        write(folder, "fields.csv", FIELDS);
        let of = "of = \"people.csv\", of-columns = [\"id\"]";
        let map =
            [people("people.csv"), owned("lines.jsonl", "p", of), owned("fields.csv", "p", of)];
        let world = world(folder, &map.concat(), None).await;
        assert_eq!(lost(&world).await, [""; 0], "{written}");
        let anna = world.subject("people.csv", vec![number.into()]);
        assert_eq!(world.erase(&[anna]).await, (6, 0), "{written}");
        assert_eq!(read(folder, "lines.jsonl"), "{\"p\":2.0}\n");
        assert_eq!(read(folder, "fields.csv"), "p,t\n2.0,c\n");
    }
}

const STORE: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
[[table]]
name = "people"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
"#;

/// The same from a database to its files, and what is another text there is told.
async fn from_a_database(base: Base, key: &str) {
    base.run(&format!("CREATE TABLE people (id {key} PRIMARY KEY, email TEXT)")).await.unwrap();
    base.run("INSERT INTO people VALUES ('1', 'anna@example.org'), ('2', 'bea@example.org')")
        .await
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, "lines.jsonl", LINES);
    write(folder, "fields.csv", FIELDS);
    let of = "of-store = \"store\", of = \"people\"";
    let map = [owned("lines.jsonl", "p", of), owned("fields.csv", "p", of)].concat();
    let world = world(folder, &map, Some((&base, STORE))).await;
    assert_eq!(lost(&world).await, [""; 0], "{key}");
    let table = world.atlas.parts[1].schema.table("people").unwrap();
    let key_of_anna = if key == "TEXT" { "1".into() } else { Value::Integer(1) };
    let anna = Subject { rows: vec![(Spot { store: 1, table }, vec![key_of_anna])] };
    assert_eq!(world.erase(&[anna]).await, (6, 0), "{key}");
    assert_eq!(read(folder, "lines.jsonl"), "{\"p\":2.0}\n");
    assert_eq!(read(folder, "fields.csv"), "p,t\n2.0,c\n");
    // A database may find a number by them: from the number nobody comes to them.
    write(folder, "fields.csv", "p\n2\n\" 2\"\n02\n2.0\n");
    let said = ["warning folder.fields.csv.p 2 of 4"];
    assert_eq!(lost(&world).await, said, "{key}");
}

#[tokio::test]
async fn a_number_with_a_point_is_the_same_key_of_a_database() {
    for key in ["INTEGER", "TEXT"] {
        from_a_database(Base::sqlite(), key).await;
    }
    let Some(server) = Server::start() else { return };
    for key in ["BIGINT", "TEXT"] {
        from_a_database(Base::postgres(&server, &key.to_lowercase()), key).await;
    }
}

/// The key of people in a file may have the point, and what refers to it be in a database.
#[tokio::test]
async fn a_number_with_a_point_is_the_same_key_for_a_database() {
    let server = Server::start();
    let bases = [Some(Base::sqlite()), server.as_ref().map(|s| Base::postgres(s, "pointed"))];
    for base in bases.into_iter().flatten() {
        for sql in [
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, whole INTEGER, word TEXT)",
            "INSERT INTO calls VALUES (1, 1, NULL), (2, NULL, '1'), (3, 2, NULL), (4, NULL, '2')",
        ] {
            base.run(sql).await.unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "people.csv", &PEOPLE.replace("\n1,", "\n1.0,"));
        let of = "of-store = \"folder\", of = \"people.csv\", of-columns = [\"id\"]";
        let edge = |column| format!("{{ kind = \"owned-by\", columns = [\"{column}\"], {of} }}");
        let calls = format!("name = \"calls\"\nedge = [{}, {}]\n", edge("whole"), edge("word"));
        let head = STORE.split("name").next().unwrap();
        let world =
            world(folder.path(), &people("people.csv"), Some((&base, &format!("{head}{calls}"))))
                .await;
        assert_eq!(lost(&world).await, [""; 0]);
        let anna = world.subject("people.csv", vec!["1.0".into()]);
        assert_eq!(world.erase(&[anna]).await, (3, 0));
    }
}

/// A desk over a folder, and what it says of a request for erasure.
async fn erased(folder: &Path, map: &str, fact: &str) -> Result<Id, String> {
    let desk = desk_over(folder, &[&format!("{HEAD}{map}")], &|_| None).await;
    let opening = opening("r1", RequestKind::Erasure, &[fact], Wish::default());
    desk.open(&opening, act("officer")).await.unwrap();
    let worked = desk.carry_on(&opening.id, act("worker"), &chance, &mut |_| ()).await;
    worked.map_err(|error| error.to_string())?;
    let (plan, _) = desk.case(&opening.id).await.unwrap().plan.unwrap();
    desk.approve(&opening.id, plan.fingerprint, act("officer")).await.unwrap();
    desk.carry_on(&opening.id, act("worker"), &chance, &mut |_| ()).await.unwrap();
    assert_eq!(desk.case(&opening.id).await.unwrap().stored.state, RequestState::Done);
    Ok(opening.id)
}

/// Nothing would find the row tomorrow: a request about it is refused, and others are answered.
#[tokio::test]
async fn people_in_files_without_an_id_are_told() {
    for (file, text, without) in [
        ("people.csv", "id,email\n,anna@example.org\n2,bea@example.org\n", "people.csv line 2"),
        (
            "people.csv",
            "id,email\n2,bea@example.org\n\" \",anna@example.org\n",
            "people.csv line 3",
        ),
        (
            "people.jsonl",
            "{\"email\":\"anna@example.org\",\"id\":null}\n{\"id\":2,\"email\":\"bea@example.org\"}\n",
            "people.jsonl line 1",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, file, text);
        let map = people(file);
        let kinds = [What::RowsWithoutId, What::SharedIds, What::MissingColumns];
        let said = told(&world(folder, &map, None).await, &kinds).await;
        let expected = format!(
            "warning folder.{file}.id is empty in 1 of 2 rows: rows in files are remembered by it, so a request of whoever has none is refused"
        );
        assert_eq!(said, [expected]);
        let refused = erased(folder, &map, "email=anna@example.org").await.unwrap_err();
        let expected = format!(
            "`{without}` of the store `folder` cannot be read (a person whose `id` is empty: give the row one): repair it, or take it out of the map"
        );
        assert_eq!(refused, expected);
        assert_eq!(read(folder, file), text);
        std::fs::remove_file(folder.join("records.db")).unwrap();
        erased(folder, &map, "email=bea@example.org").await.unwrap();
        assert!(!read(folder, file).contains("bea"), "{file}");
    }
}

/// Rows with one id are one person, who may have two addresses; of two people it is told.
#[tokio::test]
async fn people_in_a_file_with_one_id_are_told() {
    let by = |text: &str| {
        let name = "{ fact = \"name\", column = \"name\" }";
        people("people.csv").replace(" }]", &format!(" }}, {name}]")) + text
    };
    for (rows, count) in [
        ("1,anna@example.org,Anna Muster\n1.0,bea@example.org,Bea Probe\n2,c@example.org,C D", 1),
        ("1,anna@example.org,Anna Muster\n1,a2@example.org,Muster Anna\n2,c@example.org,C D", 1),
        ("1,anna@example.org,Anna Muster\n1,a2@example.org,Anna Muster\n1,a2@example.org,A M", 0),
        ("1,anna@example.org,\n1,,Anna Muster\n01,c@example.org,C D", 1),
        ("1,anna@example.org,\n1,,\n01,c@example.org,C D", 0),
    ] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "people.csv", &format!("id,email,name\n{rows}\n"));
        let said = told(&world(folder.path(), &by(""), None).await, &[What::SharedIds]).await;
        let sentence = "rows have the id of other rows, and nothing else in common with them by which people are known: they are taken for one person, and go together";
        let expected = format!("warning folder.people.csv.id {count} of 3 {sentence}");
        assert_eq!(said, if count == 0 { vec![] } else { vec![expected] }, "{rows}");
    }
}

/// A column is found by its name as it is written: nobody is by another one.
#[tokio::test]
async fn columns_that_no_file_has_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let of = "of = \"people.csv\", of-columns = [\"id\"]";
    let lines = owned("lines.jsonl", "P", of) + "column = [{ name = \"note\" }]\n";
    let map = people("people.csv") + &lines;
    let missing = async || {
        let said = told(&world(folder, &map, None).await, &[What::MissingColumns]).await;
        let place = |said: String| said.split(" is named").next().unwrap().to_owned();
        said.into_iter().map(place).collect::<Vec<_>>()
    };
    write(folder, "people.csv", "id, Email \n1,anna@example.org\n");
    write(folder, "lines.jsonl", "{\"p\":1}\n");
    let expected = [
        "warning folder.lines.jsonl.P",
        "warning folder.people.csv.email",
        "note folder.lines.jsonl.note",
    ];
    assert_eq!(missing().await, expected);
    // The header alone says which columns there are, and a key may have no value yet.
    write(folder, "people.csv", "id,email\n");
    write(folder, "lines.jsonl", "{\"P\":null,\"note\":null}\n");
    assert_eq!(missing().await, [""; 0]);
    write(folder, "people.csv", "id,Email\n");
    assert_eq!(missing().await, ["warning folder.people.csv.email"]);
    // Where nothing is left that could show them, nothing is said.
    write(folder, "people.csv", "");
    write(folder, "lines.jsonl", "");
    assert_eq!(missing().await, [""; 0]);
}

/// A file that lies there under a name that no file may have is not "not there".
#[tokio::test]
async fn files_that_rows_name_by_refused_names_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (named, other) = ("texts/a\nb.txt", "texts/c.txt");
    let rows =
        "id,email,file\n1,anna@example.org,\"texts/a\nb.txt\"\n2,bea@example.org,texts/c.txt\n";
    write(folder, "people.csv", rows);
    write(folder, named, "Anna");
    write(folder, other, "Bea");
    let texts = owned("texts/*.txt", "path", "of = \"people.csv\", of-columns = [\"file\"]");
    let map = people("people.csv") + &texts;
    let refused = erased(folder, &map, "email=anna@example.org").await.unwrap_err();
    assert!(refused.contains("of the store `folder` cannot be read (a name that is not UTF-8, or has signs that are refused)"), "{refused}");
    assert!(folder.join(named).exists() && read(folder, "people.csv") == rows);
    // Where no such file is, the row goes alone.
    std::fs::remove_file(folder.join(named)).unwrap();
    std::fs::remove_file(folder.join("records.db")).unwrap();
    erased(folder, &map, "email=anna@example.org").await.unwrap();
    assert_eq!(read(folder, "people.csv"), "id,email,file\n2,bea@example.org,texts/c.txt\n");
    assert!(folder.join(other).exists());
}

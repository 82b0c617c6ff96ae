//! What lies beside the tables of a folder: a forgotten export, a copy of a transcript, a picture. A sweep reads it, as far as it is
//! text, and tells where somebody stands who was erased.

use std::collections::BTreeMap;
use std::path::Path;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::Desk;
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::{Cell, Wish};
use abide_rights::desk::report::Report;
use abide_rights::state::{Event, Residue};

use crate::desk::{NOW, act, chance, opening};
use crate::world::{Base, desk_over};

/// The database lies in the folder of the files.
const CENTRE: &str = r#"
    [store]
    id = "centre"
    kind = "sqlite"
    place = "files/centre.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "name", column = "name" }, { fact = "email", column = "email" }, { fact = "phone", column = "phone", country = "DE" }]
"#;

const FILES: &str = r#"
    [store]
    id = "files"
    kind = "files"
    place = "files"
    policy = "service"

    [[table]]
    name = "notes/*.jsonl"
    edge = [{ kind = "owned-by", columns = ["contact"], of-store = "centre", of = "contacts" }]

    [[table]]
    name = "letters/*.html"
    edge = [{ kind = "owned-by", columns = ["path"], of-store = "centre", of = "contacts", of-columns = ["letter"] }]
"#;

const KEPT: &str = "    keep = \"billing\"\n";

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE, phone TEXT, letter TEXT);
    INSERT INTO contacts VALUES (1, 'Anna Xerxesmann', 'anna@example.org', '+493023125101', 'letters/1.html'),
        (2, 'Bea Ypsilon', 'bea@example.org', '+493023125102', 'letters/2.html'),
        (3, 'Cleo Zacharias', 'cleo@example.org', '+493023125102', NULL);
";

/// A desk that sweeps, over a database and the folder in which it lies.
struct House {
    desk: Desk,
    folder: tempfile::TempDir,
}

impl House {
    async fn new(files: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        std::fs::create_dir(here.join("files")).unwrap();
        Base::There(here.join("files/centre.db")).run(TABLES).await.unwrap();
        let house = Self { desk: desk_over(here, &[CENTRE, files], &|_| None).await, folder };
        house.put(
            "notes/a.jsonl",
            b"{\"contact\":1,\"note\":\"anna@example.org\"}\n{\"contact\":2}\n",
        );
        house.put("letters/1.html", b"<p>Dear Anna Xerxesmann");
        house.put("letters/2.html", b"<p>Dear Bea Ypsilon");
        house
    }

    fn put(&self, file: &str, content: &[u8]) {
        let place = self.place(file);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, content).unwrap();
    }

    fn place(&self, file: &str) -> std::path::PathBuf {
        self.folder.path().join("files").join(file)
    }

    /// Everything that the folder holds but the database.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn collect(root: &Path, folder: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = entry.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                if entry.is_dir() {
                    collect(root, &entry, all);
                } else if !name.starts_with("centre.db") && !name.starts_with(".abide-") {
                    all.insert(name, std::fs::read(&entry).unwrap());
                }
            }
        }
        let (root, mut all) = (self.folder.path().join("files"), BTreeMap::new());
        collect(&root, &root, &mut all);
        all
    }

    /// Erases somebody, in a batch that sweeps.
    async fn erase(&mut self, id: &str, email: &str) -> (Id, Batch) {
        let opening =
            opening(id, RequestKind::Erasure, &[&format!("email={email}")], Wish::default());
        self.desk.open(&opening, act("officer")).await.unwrap();
        self.desk.sweeps = false;
        self.work().await;
        let (plan, _) = self.desk.case(&opening.id).await.unwrap().plan.unwrap();
        self.desk.approve(&opening.id, plan.fingerprint, act("officer")).await.unwrap();
        self.desk.sweeps = true;
        (opening.id, self.batch().await)
    }

    async fn work(&self) {
        while self.desk.work(act("worker"), &chance, &mut |_| ()).await.unwrap().is_some() {}
    }

    async fn batch(&self) -> Batch {
        let order = Order { act: act("worker"), chance: &chance, clock: &|| NOW };
        self.desk.work_together(&order).await.unwrap()
    }

    /// Erases Anna, of whom nothing must be found.
    async fn erased(&mut self) -> Report {
        let (id, batch) = self.erase("r1", "anna@example.org").await;
        assert_eq!(
            (&batch.done[..], batch.found.len()),
            (&[id.clone()][..], 0),
            "{:?}",
            self.found(&id).await
        );
        let events = self.desk.records.events(&id, 0).await.unwrap();
        events.iter().find_map(|(_, event)| Report::of(event)).unwrap()
    }

    /// What the history tells of what was found, and where it was, for whoever decides.
    async fn found(&self, id: &Id) -> (String, Vec<(String, String)>) {
        let events = self.desk.records.events(id, 0).await.unwrap();
        let told = events.into_iter().rfind(|(_, e)| e.what.as_str() == "residue-found");
        let told = told.map(|(_, event)| event.detail.as_str().to_owned()).unwrap_or_default();
        let who = self.desk.case(id).await.unwrap().who;
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            Cell::Integer(number) => number.to_string(),
            Cell::Bytes { hex } => hex.clone(),
        };
        let found = who.iter().flat_map(|who| &who.found).map(|row| {
            let key: Vec<String> = row.row.key.iter().map(cell).collect();
            (row.place(), key.join(" "))
        });
        let mut found: Vec<_> = found.collect();
        found.sort();
        (told, found)
    }

    /// Anna's erasure finds her in these files, each with its line if it is not in the name.
    async fn anna_is_found_in(&mut self, files: &[&str]) -> Id {
        let before = self.files();
        let (id, batch) = self.erase("r1", "anna@example.org").await;
        assert_eq!((&batch.found[..], batch.done.len()), (&[id.clone()][..], 0));
        let (told, found) = self.found(&id).await;
        let count = files.len();
        assert_eq!(
            told,
            format!(r#"{{"residue":[{{"what":"file","store":"files","files":{count}}}]}}"#)
        );
        let expected: Vec<_> =
            files.iter().map(|file| ("files".to_owned(), (*file).to_owned())).collect();
        assert_eq!(found, expected);
        let mut after = self.files();
        for file in ["notes/a.jsonl", "letters/1.html"] {
            after.insert(file.to_owned(), before[file].clone());
        }
        assert_eq!(after, before, "a sweep changes nothing");
        id
    }
}

/// A text in signs that are two bytes each, with its mark.
fn wide(text: &str) -> Vec<u8> {
    let bytes = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
    bytes.collect()
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, text).unwrap();
    packer.finish().unwrap()
}

#[tokio::test]
async fn files_of_no_table_are_read_and_told_with_their_place() {
    let mut house = House::new(FILES).await;
    for (file, content) in [
        ("export/old.csv", &b"name;mail\nBea;bea@example.org\n\nAnna;ANNA@example.org\n"[..]),
        ("export/wide.txt", &wide("eins\r\nzwei\r\nder Anruf von anna  Xerxesmann\r\n")),
        ("export/packed.log.gz", &packed(b"2026-01-01 call from 030 / 23125-101")),
        ("copy/split.txt", b"an Anna\nXerxesmann"),
        ("copy/Xerxesmann_Anna.txt", b"nothing"),
        (".cache/page", b"%40 is @: mailto:anna%40example.org"),
        ("copy/bea.txt", "Bea Ypsilon, bea@example.org".as_bytes()),
        ("copy/latin.txt", b"J\xfcrgen spricht mit Frau XERXESMANN, Anna"),
    ] {
        house.put(file, content);
    }
    let found = [
        ".cache/page 1",
        "copy/Xerxesmann_Anna.txt",
        "copy/latin.txt 1",
        "copy/split.txt 1",
        "export/old.csv 4",
        "export/packed.log.gz 1",
        "export/wide.txt 3",
    ];
    let id = house.anna_is_found_in(&found).await;
    // It shall go: no plan leads there, so somebody is asked, and then it is looked again.
    let goes = Event::ResidueSettled(Residue::Goes);
    house.desk.resolved(&id, goes, act("officer")).await.unwrap();
    house.work().await;
    let case = house.desk.case(&id).await.unwrap().stored;
    assert_eq!((case.state, case.waits), (RequestState::Waiting, Some(Waits::Hand)));
    let reminders = house.desk.records.reminders(&id).await.unwrap();
    assert_eq!((reminders.len(), reminders[0].store.as_str()), (1, "files"));
    for folder in ["export", ".cache"] {
        std::fs::remove_dir_all(house.place(folder)).unwrap();
    }
    house.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(house.batch().await.found, std::slice::from_ref(&id), "not all of it was removed");
    let (_, found) = house.found(&id).await;
    assert_eq!(found.len(), 3, "{found:?}");
    std::fs::remove_dir_all(house.place("copy")).unwrap();
    let goes = Event::ResidueSettled(Residue::Goes);
    house.desk.resolved(&id, goes, act("officer")).await.unwrap();
    house.work().await;
    house.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(house.batch().await.done, std::slice::from_ref(&id));
    assert_eq!(house.desk.case(&id).await.unwrap().who, None, "names of files are forgotten too");
}

/// Wherever a file is cut: the pieces are some hundred thousand bytes long.
#[tokio::test]
async fn values_are_found_across_the_pieces_of_a_file() {
    let mut house = House::new(FILES).await;
    let mut found = Vec::new();
    for piece in [256 << 10, 512 << 10] {
        for before in [0, 1, 8, 16] {
            for (name, text) in [
                ("name", "Anna Xerxesmann"),
                ("mail", "anna@example.org"),
                ("phone", "030 - 23 12 51 01"),
                ("escape", r"\u0041nna \u0058erxesmann"),
                ("wrapped", "Anna\n\t      Xerxesmann"),
            ] {
                let file = format!("big/{piece}-{before:02}-{name}.txt");
                let head = "lorem ipsum\n".repeat(piece / 12 + 1);
                let head = head.split_at(piece - before).0;
                house.put(&file, format!("{head} {text} dolor\n").as_bytes());
                let line = head.matches('\n').count() + 1;
                found.push(format!("{file} {line}"));
            }
        }
    }
    let spaces = " ".repeat(600_000);
    house.put("big/far.txt", format!("Anna{spaces}Xerxesmann").as_bytes());
    let (id, batch) = house.erase("r1", "anna@example.org").await;
    assert_eq!(batch.found, std::slice::from_ref(&id));
    let (told, traces) = house.found(&id).await;
    let all = found.len() + 1;
    assert!(told.contains(&format!("\"files\":{all}}}")), "{told}");
    assert!(traces.len() >= 30, "as many as there is room for: {}", traces.len());
    for (_, place) in traces {
        assert!(place.starts_with("big/far.txt") || found.contains(&place), "{place}");
    }
}

/// What is in every text is looked for in none, and that is said.
#[tokio::test]
async fn values_that_are_too_short_are_counted() {
    for (set, short) in [("name = name", 0), ("name = 'Li'", 1), ("name = 'Li', phone = '101'", 2)]
    {
        let mut house = House::new(FILES).await;
        let database = Base::There(house.place("centre.db"));
        database.run(&format!("UPDATE contacts SET {set} WHERE id = 1")).await.unwrap();
        house.put("copy.txt", b"Li 101");
        let report = house.erased().await;
        assert_eq!((report.swept, report.short), (true, short), "{set}");
    }
}

/// What cannot be read is no reason to wait, and is never called clean. The database of another map is none of it.
#[tokio::test]
async fn files_that_are_no_text_are_counted() {
    let mut house = House::new(FILES).await;
    let report = house.erased().await;
    assert_eq!(report.files, BTreeMap::from([("files".to_owned(), BTreeMap::new())]));

    let mut house = House::new(FILES).await;
    for (file, content) in [
        ("audio/a.wav", &b"RIFF anna@example.org"[..]),
        ("audio/b.mp3", b"ID3"),
        ("old.zip", b"PK\x03\x04"),
        ("copy.db", b"SQLite format 3\0"),
        ("blob", b"\0\0\0anna@example.org"),
        ("note.txt", b"nobody"),
    ] {
        house.put(file, content);
    }
    let report = house.erased().await;
    let unread = [("audio", 2), ("database", 1), ("other", 1), ("packed", 1)];
    assert_eq!(report.unread_files(), BTreeMap::from(unread));
    assert!(report.swept);
    assert!(!house.place("letters/1.html").exists() && house.place("audio/a.wav").exists());
}

/// A number of two people is nobody's alone; nor is what a file of the person's says that stays by plan.
#[tokio::test]
async fn what_others_are_known_by_and_what_stays_by_plan_is_not_told() {
    let mut house = House::new(FILES).await;
    house.put("export/numbers.txt", b"030 23125102");
    let (id, batch) = house.erase("r1", "cleo@example.org").await;
    assert_eq!(batch.done, [id], "the number is Bea's too");

    // A letter that must stay says who it is to; a copy of it does not have to.
    let (head, letters) = FILES.rsplit_once("    edge =").unwrap();
    let kept = format!("{head}{KEPT}    edge ={letters}");
    let mut house = House::new(&kept).await;
    let report = house.erased().await;
    assert!(report.something_stays() && house.place("letters/1.html").exists());
    let mut house = House::new(&kept).await;
    house.put("copies/1.html", b"<p>Dear Anna Xerxesmann");
    house.anna_is_found_in(&["copies/1.html 1"]).await;
}

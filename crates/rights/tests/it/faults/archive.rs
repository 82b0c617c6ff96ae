//! The third store of the town: a folder with what some of its people wrote and said, lines and files, of which some are of two people.
//! A file beside them is of nobody who is asked about.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use abide_rights::atlas::Part;
use abide_rights::open;
use abide_rights::redact::MARK;
use abide_stores::Store;

use super::town::{DOUBLE, Dump, email, name, next, phone};
use crate::world::{self, map_of};

/// Those of the callers who have something here: all who are erased, somebody who shares with one of them, somebody else.
const PEOPLE: [u32; 5] = [1, 2, 11, 12, 20];

const MAP: &str = r#"
    [store]
    id = "archive"
    kind = "files"
    place = "."
    policy = "service"

    [[table]]
    name = "letters.csv"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "store"
    of = "contacts"
    [[table.edge]]
    kind = "owned-by"
    columns = ["second_id"]
    of-store = "store"
    of = "contacts"
    [[table.column]]
    name = "about"
    erase = "redact"

    [[table]]
    name = "mails.jsonl"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "store"
    of = "contacts"

    [[table]]
    name = "talks/*.vtt"
    [[table.edge]]
    kind = "owned-by"
    columns = ["path"]
    of = "letters.csv"
    of-columns = ["talk"]
    [[table.column]]
    name = "text"
    erase = "redact"

    [[table]]
    name = "voices/*.wav"
    [[table.edge]]
    kind = "owned-by"
    columns = ["path"]
    of = "letters.csv"
    of-columns = ["voice"]
"#;

/// Files of lines, with what stands above the lines.
const LINES: [(&str, &str); 2] =
    [("letters.csv", "id,contact_id,second_id,about,talk,voice\r\n"), ("mails.jsonl", "")];

/// By which of ours the program keeps others from writing, and knows what it told: they stay.
const OWN: [&str; 2] = [".abide-lock", ".abide-linked-told"];

/// What is in the folder at first: lines by their number, files by theirs.
fn rows() -> Dump {
    let mut rows = Dump::new();
    let mut add = |table, number: u32, row| rows.insert((table, number.to_string()), row);
    for n in PEOPLE {
        let (one, both, m) = (n * 10, n * 10 + 3, next(n));
        let about = format!("{} an {}", name(n), email(n));
        add("letters.csv", one, format!("{one},{n},,{about},talks/{one}.vtt,voices/{one}.wav\r\n"));
        add(
            "letters.csv",
            both,
            letter(both, (&n.to_string(), &m.to_string()), &name(n), &name(m)),
        );
        add("talks", one, talk(&format!("Hier ist {}", name(n)), ""));
        add("talks", both, talk(&name(n), &name(m)));
        add("voices", one, format!("RIFF of {}", phone(n)));
    }
    for n in PEOPLE.into_iter().chain([DOUBLE]) {
        let mail = format!(
            "{{\"id\": {n}, \"contact_id\": {n}, \"from\": \"{}\", \"said\": \"{} bittet\"}}\n",
            email(n),
            name(n)
        );
        add("mails.jsonl", n, mail);
    }
    add("notes", 0, format!("# {} ruft am Montag an\n", name(30)));
    rows
}

/// A letter of two people.
fn letter(number: u32, people: (&str, &str), one: &str, other: &str) -> String {
    format!("{number},{},{},{one} und {other} lesen,talks/{number}.vtt,\r\n", people.0, people.1)
}

fn talk(one: &str, other: &str) -> String {
    format!("WEBVTT\n\n00:01.000 --> 00:04.000\n{one} hier, mit {other}\n")
}

/// What a row or file of this folder must be at the end, when these people are gone; nothing if it must be gone, too.
pub(crate) fn expected(
    (table, number): (&str, u32),
    row: &str,
    gone: &impl Fn(u32) -> bool,
) -> Option<String> {
    let (n, m) = (number / 10, next(number / 10));
    match table {
        "mails.jsonl" => (!gone(if number == DOUBLE { 1 } else { number })).then(|| row.to_owned()),
        "notes" => Some(row.to_owned()),
        _ if number % 10 == 0 => (!gone(n)).then(|| row.to_owned()),
        _ => match (gone(n), gone(m)) {
            (false, false) => Some(row.to_owned()),
            (true, true) => None,
            (first, _) => {
                let (one, other) =
                    if first { (MARK.to_owned(), name(m)) } else { (name(n), MARK.to_owned()) };
                let left = if first { ("", &*m.to_string()) } else { (&*n.to_string(), "") };
                Some(match table {
                    "letters.csv" => letter(number, left, &one, &other),
                    _ => talk(&one, &other),
                })
            }
        },
    }
}

/// The tables of it, as [`dump`] names them.
pub(crate) const NAMES: [&str; 5] = ["letters.csv", "mails.jsonl", "talks", "voices", "notes"];

/// The files that rows make: each with every byte.
pub(crate) fn files(rows: &Dump) -> BTreeMap<PathBuf, String> {
    let mut files: BTreeMap<PathBuf, String> =
        LINES.iter().map(|(file, head)| (file.into(), (*head).to_owned())).collect();
    let mut rows: Vec<_> = rows.iter().filter(|((table, _), _)| NAMES.contains(table)).collect();
    rows.sort_by_key(|((_, number), _)| number.parse::<u32>().unwrap());
    for ((table, number), row) in rows {
        let file = match *table {
            "talks" => format!("talks/{number}.vtt"),
            "voices" => format!("voices/{number}.wav"),
            "notes" => "notes.md".to_owned(),
            lines => lines.to_owned(),
        };
        files.entry(file.into()).or_default().push_str(row);
    }
    files
}

/// Every file that is there, but those that stay of the program's own.
pub(crate) fn there(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(within) = open.pop() {
        for entry in std::fs::read_dir(within).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if !OWN.iter().any(|name| path.ends_with(name)) {
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), text);
            }
        }
    }
    files
}

/// The rows and files that are there.
pub(crate) fn dump(folder: &Path) -> Dump {
    let mut rows = Dump::new();
    for (file, text) in there(folder) {
        let name = file.to_str().unwrap();
        if let Some((table, head)) = LINES.iter().find(|(table, _)| *table == name) {
            for line in text.strip_prefix(head).unwrap().split_inclusive('\n') {
                let number: String = line
                    .chars()
                    .skip_while(|c| !c.is_ascii_digit())
                    .take_while(char::is_ascii_digit)
                    .collect();
                assert_eq!(rows.insert((table, number), line.to_owned()), None, "{line} twice");
            }
            continue;
        }
        let table = NAMES.iter().find(|table| name.starts_with(**table));
        let number: String = name.chars().filter(char::is_ascii_digit).collect();
        let number = if number.is_empty() { "0".to_owned() } else { number };
        rows.insert((table.unwrap_or_else(|| panic!("{name} came")), number), text);
    }
    rows
}

/// A folder with everything in it, beside whatever else is in the folder around it.
pub(crate) fn fill(folder: &Path) {
    for within in ["talks", "voices"] {
        std::fs::create_dir_all(folder.join(within)).unwrap();
    }
    for (file, text) in files(&rows()) {
        std::fs::write(folder.join(file), text).unwrap();
    }
}

/// The folder as a process finds it that has just begun.
pub(crate) async fn store(folder: &Path) -> Arc<dyn Store> {
    open::one(&map_of(MAP), folder, &|_| None).await.unwrap()
}

/// Its part of the atlas.
pub(crate) async fn part(store: &dyn Store) -> Part {
    world::part(store, map_of(MAP), None).await
}

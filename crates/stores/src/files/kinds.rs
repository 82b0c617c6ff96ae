//! Which kinds of files lie in a folder that nobody has described yet.
//!
//! Owns: what the ending of a name says is in a file, and putting names together that are of one kind: `calls-2026-01.csv` and
//! `calls-2026-02.csv` are `calls-[0-9]*.csv`, a thousand transcripts are `transcripts/*.vtt`. Leaves to others: looking into
//! the files.
//!
//! - A file of rows is a kind of its own, with those beside it whose names are the same up to their first digit.
//! - Files that are one row each (conversations, transcripts, recordings) are of one kind by folder and ending.
//! - Where more than [`MANY`] names of folders, or of files of rows, lie side by side, names tell them apart and not kinds: they
//!   become `*`. So memory does not grow with the number of files, and no file is of two kinds.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::{Folder, Walk};
use super::shape::has_rows;
use super::told::Tells as _;
use super::whole::media_type;
use super::{Chosen, Files, Format, Kind};
use crate::{BESIDE, Beside, BesideKind, Error};

/// From how many names side by side on they are of one kind.
const MANY: usize = 24;
/// The most kinds of one store, and how many groups of names may be held until it is known which are kinds.
const KINDS: usize = 1000;
const GROUPS: usize = 50_000;
/// What is said where there are more.
const TOO_MANY: &str = "more than 1,000 kinds of files: name a folder in it";
/// How many endings of other files are told.
const TOLD: usize = 10;

/// The endings that say what is in a file, other than those of media.
const ENDINGS: &[(&str, Format)] = &[
    (".vcon.json", Format::Vcon),
    (".vcon", Format::Vcon),
    (".jsonl", Format::JsonLines),
    (".ndjson", Format::JsonLines),
    (".csv", Format::Csv { delimiter: None }),
    (".tsv", Format::Csv { delimiter: Some(b'\t') }),
    (".vtt", Format::Transcript),
    (".srt", Format::Transcript),
    (".txt", Format::Transcript),
];

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    /// The globs of the kinds, in order.
    pub globs: Vec<String>,
    /// How many files are of no kind that is read.
    pub others: u64,
    /// Endings of those, some of them.
    pub endings: BTreeSet<String>,
}

impl Format {
    /// What the ending of a file's name, or of a glob, says is in it: recordings and pictures if it says nothing else.
    #[must_use]
    pub fn of(name: &str) -> Self {
        split(name).map_or(Self::Media, |(_, _, format)| format)
    }
}

impl Files {
    /// The kinds of files that are there, whichever the store was opened with. Reads names alone.
    ///
    /// # Errors
    /// Whatever the folder reports; links and names that are refused are [`Error::Damaged`], with their place.
    pub async fn kinds(&self) -> Result<Kinds, Error> {
        let folder = &self.0.folder;
        let (mut found, mut top) = (Kinds::default(), Names::default());
        let mut walk = Walk::new(folder, &every(folder)?);
        loop {
            let (rest, files) = walk.next().await?;
            walk = rest;
            if files.is_empty() {
                break;
            }
            files.iter().for_each(|file| found.add(&mut top, file));
            if top.groups() > GROUPS {
                return Err(folder.cannot_open(TOO_MANY));
            }
        }
        top.globs("", &mut found.globs);
        if found.globs.len() > KINDS {
            return Err(folder.cannot_open(TOO_MANY));
        }
        found.globs.sort();
        Ok(found)
    }

    /// Files that are of none of the store's tables. Reads names alone. A link, or a name that is refused, is one too, and is
    /// told by its place; what comes after it is not looked at.
    pub(super) async fn uncovered(&self) -> Result<Vec<Beside>, Error> {
        let (mut found, mut twice) = (Uncovered::default(), Vec::new());
        let mut walk = Walk::new(&self.0.folder, &every(&self.0.folder)?);
        loop {
            let (rest, files) = match walk.next().await {
                Err(Error::Damaged { place, .. }) => {
                    found.count += 1;
                    found.kinds.globs.push(place);
                    break;
                }
                next => next?,
            };
            walk = rest;
            if files.is_empty() {
                break;
            }
            let kinds = &self.0.kinds;
            for file in &files {
                match kinds.iter().filter(|kind| kind.has(file)).count() {
                    0 => found.add(file),
                    1 => {}
                    _ => twice.push(file.clone()),
                }
            }
        }
        let count = twice.len() as u64;
        twice.truncate(BESIDE);
        let twice = Beside { kind: BesideKind::FilesOfTwo, names: twice, count };
        Ok(found.told().into_iter().chain((count > 0).then_some(twice)).collect())
    }
}

/// Whether the place of an [`Error::Damaged`] is in a file of this glob.
#[must_use]
pub fn is_within(place: &str, glob: &str) -> bool {
    let file = place.rsplit_once(" line ").map_or(place, |(file, _)| file);
    let glob =
        globset::GlobBuilder::new(glob).literal_separator(true).empty_alternates(true).build();
    glob.is_ok_and(|glob| [file, place].iter().any(|file| glob.compile_matcher().is_match(file)))
}

/// Every file of a folder.
pub(super) fn every(folder: &Folder) -> Result<Chosen, Error> {
    let glob = "**".to_owned();
    let kind = Kind { table: String::new(), glob, format: Format::Media, columns: Vec::new() };
    Chosen::new(folder, kind)
}

/// Files of no table, and how many of them there are.
#[derive(Default)]
struct Uncovered {
    kinds: Kinds,
    top: Names,
    count: u64,
}

impl Uncovered {
    fn add(&mut self, file: &str) {
        if is_own(file) {
            return;
        }
        self.count += 1;
        // Of very many names the first ones must do.
        if self.top.groups() < GROUPS {
            self.kinds.add(&mut self.top, file);
        }
    }

    fn told(mut self) -> Option<Beside> {
        self.top.globs("", &mut self.kinds.globs);
        self.kinds.globs.sort();
        let others = self.kinds.endings.iter().map(|ending| format!("*{ending}"));
        let mut names: Vec<String> = self.kinds.globs.into_iter().chain(others).collect();
        names.truncate(BESIDE);
        if names.is_empty() {
            // Their names have no ending.
            names.push("*".to_owned());
        }
        (self.count > 0).then_some(Beside { kind: BesideKind::Files, names, count: self.count })
    }
}

/// What begins with a dot is some program's own.
fn is_own(file: &str) -> bool {
    file.split('/').any(|part| part.starts_with('.'))
}

impl Kinds {
    fn add(&mut self, top: &mut Names, file: &str) {
        if is_own(file) {
            return;
        }
        let name = file.rsplit('/').next().unwrap_or(file);
        if let Some((stem, ending, format)) = split(name) {
            let folders = file.split('/').rev().skip(1).collect::<Vec<_>>();
            top.add(&folders, stem, ending, format);
            return;
        }
        self.others += 1;
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if self.endings.len() < TOLD && !ending.is_empty() && ending.len() < TOLD {
            self.endings.insert(format!(".{ending}"));
        }
    }
}

/// A name without its ending, its ending, and what that says; `None` if it says nothing that is known.
fn split(name: &str) -> Option<(&str, &str, Format)> {
    let lower = name.to_ascii_lowercase();
    let plain = lower.strip_suffix(".gz").unwrap_or(&lower);
    let (size, format) = match ENDINGS.iter().find(|(ending, _)| plain.ends_with(ending)) {
        Some((ending, format)) => (plain.len() - ending.len(), *format),
        None if media_type(name).is_some() => (name.rfind('.')?, Format::Media),
        None => return None,
    };
    let (stem, ending) = name.split_at_checked(size)?;
    Some((stem, ending, format))
}

/// The names in a folder, and in folders that are of one kind with it.
#[derive(Default)]
struct Names {
    folders: BTreeMap<String, (Spelling, Names)>,
    /// By ending.
    files: BTreeMap<String, BTreeMap<String, Spelling>>,
}

/// How the names of a group are spelled.
enum Spelling {
    /// All that were seen are this one.
    One(String),
    Several,
}

impl Spelling {
    fn of(name: &str) -> Self {
        Self::One(name.to_owned())
    }

    fn and(&mut self, other: Self) {
        if !matches!((&*self, &other), (Self::One(a), Self::One(b)) if a == b) {
            *self = Self::Several;
        }
    }

    /// The glob of a group's names.
    fn glob(&self, group: &str) -> String {
        match self {
            Self::One(name) => literal(name),
            Self::Several => group.to_owned(),
        }
    }
}

/// A name as a glob that only finds it.
fn literal(name: &str) -> String {
    // A glob may have no `\`.
    globset::escape(name).replace('\\', "?")
}

/// The glob of names that are the same up to their first digit.
fn group(name: &str) -> String {
    let digit = name.find(|c: char| c.is_ascii_digit()).and_then(|at| name.get(..at));
    digit.map_or_else(|| literal(name), |head| format!("{}[0-9]*", literal(head)))
}

impl Names {
    /// Takes up a file, with the folders in which it is from the last to the first.
    fn add(&mut self, folders: &[&str], stem: &str, ending: &str, format: Format) {
        let Some((folder, rest)) = folders.split_last() else {
            return self.add_file(stem, ending, format);
        };
        let all = self.folders.contains_key("*");
        let key = if all { "*".to_owned() } else { group(folder) };
        let (spelling, names) =
            self.folders.entry(key).or_insert_with(|| (Spelling::of(folder), Self::default()));
        spelling.and(Spelling::of(folder));
        names.add(rest, stem, ending, format);
        if self.folders.len() > MANY {
            let mut all = Self::default();
            std::mem::take(&mut self.folders).into_values().for_each(|(_, one)| all.take(one));
            self.folders.insert("*".to_owned(), (Spelling::Several, all));
        }
    }

    fn add_file(&mut self, stem: &str, ending: &str, format: Format) {
        let names = self.files.entry(ending.to_owned()).or_default();
        if !has_rows(format) || names.contains_key("*") {
            names.insert("*".to_owned(), Spelling::Several);
            return;
        }
        let spelling = names.entry(group(stem)).or_insert_with(|| Spelling::of(stem));
        spelling.and(Spelling::of(stem));
        Self::limit(names);
    }

    fn limit(names: &mut BTreeMap<String, Spelling>) {
        if names.len() > MANY || names.contains_key("*") {
            *names = BTreeMap::from([("*".to_owned(), Spelling::Several)]);
        }
    }

    /// Takes up the names of another folder, which is of one kind with this one.
    fn take(&mut self, other: Self) {
        for (key, (spelling, names)) in other.folders {
            match self.folders.get_mut(&key) {
                Some((ours, mine)) => {
                    ours.and(spelling);
                    mine.take(names);
                }
                None => drop(self.folders.insert(key, (spelling, names))),
            }
        }
        for (ending, theirs) in other.files {
            let ours = self.files.entry(ending).or_default();
            for (key, spelling) in theirs {
                match ours.get_mut(&key) {
                    Some(mine) => mine.and(spelling),
                    None => drop(ours.insert(key, spelling)),
                }
            }
            Self::limit(ours);
        }
    }

    /// How many groups there are, in folders too.
    fn groups(&self) -> usize {
        let within = self.folders.values().map(|(_, names)| 1 + names.groups());
        self.files.values().map(BTreeMap::len).sum::<usize>() + within.sum::<usize>()
    }

    fn globs(&self, within: &str, out: &mut Vec<String>) {
        for (ending, names) in &self.files {
            let alone = names.len() == 1;
            let glob = |(key, spelling): (&String, &Spelling)| {
                // Where all names are numbers, one that is none is of their kind too.
                let stem = spelling.glob(if alone && key == "[0-9]*" { "*" } else { key });
                format!("{within}{stem}{}", literal(ending))
            };
            out.extend(names.iter().map(glob));
        }
        for (key, (spelling, names)) in &self.folders {
            names.globs(&format!("{within}{}/", spelling.glob(key)), out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(files: impl IntoIterator<Item = String>) -> (Vec<String>, Kinds) {
        let (mut found, mut top) = (Kinds::default(), Names::default());
        files.into_iter().for_each(|file| found.add(&mut top, &file));
        top.globs("", &mut found.globs);
        (found.globs.clone(), found)
    }

    #[test]
    fn names_of_one_kind_become_one_glob() {
        let many = |ending: &'static str| {
            (0..30).map(move |n| format!("by name/{}{ending}", char::from(b'A' + n)))
        };
        let cases: Vec<(Vec<String>, &[&str])> = vec![
            (vec!["contacts.csv".into(), "e164.csv".into()], &["contacts.csv", "e164.csv"]),
            (
                vec!["calls-2026-01.csv".into(), "calls-2026-02.csv".into(), "calls-x.csv".into()],
                &["calls-[0-9]*.csv", "calls-x.csv"],
            ),
            (vec!["t/anna.vtt".into()], &["t/*.vtt"]),
            (vec!["r/a.wav".into(), "r/b.mp3".into()], &["r/*.mp3", "r/*.wav"]),
            (vec!["2026/01/a.vcon.json".into()], &["2026/01/*.vcon.json"]),
            (
                vec!["2026/01/a.vcon.json".into(), "2026/02/b.vcon.json".into()],
                &["2026/[0-9]*/*.vcon.json"],
            ),
            (vec!["t/1.jsonl".into(), "t/2.jsonl".into()], &["t/*.jsonl"]),
            (many(".jsonl").collect(), &["by name/*.jsonl"]),
            (many("/a.csv").collect(), &["by name/*/a.csv"]),
            (vec!["a.jsonl".into(), "a.jsonl.gz".into()], &["a.jsonl", "a.jsonl.gz"]),
            (vec!["A.CSV".into(), "odd[1].csv".into()], &["A.CSV", "odd[[]1[]].csv"]),
            (vec![".git/a.csv".into(), "x/.hidden.csv".into()], &[]),
        ];
        for (files, expected) in cases {
            let (mut found, _) = globs(files.clone());
            found.sort();
            assert_eq!(found, expected, "{files:?}");
            for glob in &found {
                assert_eq!(Format::of(glob), Format::of(&files[0].replace(".mp3", ".wav")));
            }
        }
        let (_, found) = globs(["a.json", "b.toml", "none", "x.tar.gz"].map(str::to_owned));
        let endings: Vec<&str> = found.endings.iter().map(String::as_str).collect();
        assert_eq!((found.others, endings.as_slice()), (4, &[".gz", ".json", ".toml"][..]));
    }

    proptest::proptest! {
        #[test]
        fn every_file_is_of_exactly_one_kind(
            files in proptest::collection::btree_set(
                "([ab1-]{1,3}/){0,2}[abc1-]{1,4}\\.(csv|jsonl|jsonl\\.gz|wav|vcon\\.json|txt)", 1..80,
            )
        ) {
            let (globs, _) = globs(files.iter().cloned());
            let globs: Vec<_> = globs
                .iter()
                .map(|g| {
                    let mut builder = globset::GlobBuilder::new(g);
                    builder.literal_separator(true).build().unwrap().compile_matcher()
                })
                .collect();
            for file in &files {
                let count = globs.iter().filter(|glob| glob.is_match(file)).count();
                proptest::prop_assert_eq!(count, 1, "{}", file);
            }
        }
    }
}

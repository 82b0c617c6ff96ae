//! What a person gets who asks for a copy (GDPR Art. 15(3)) or for taking their data elsewhere (Art. 20): one ZIP file.
//!
//! Owns: which files these are and what stands in them. Leaves to others: what is reached ([`crate::reach`]), what of a row
//! the map hides ([`crate::view`]), the parts of the notice (`abide-notice`), formats of conversations (`abide-calls`).
//!
//! # The files
//! - `index.html`: a summary in the person's language, readable without a network.
//! - `data/STORE/TABLE.json`, `.csv`, `.schema.json`: the rows ([`json`], [`csv`]), those of our own tables too (`own`).
//! - `seen/STORE/TABLE…`: the same of rows that tell nothing about the person, who may only see them.
//! - `conversations/….vcon.json`: conversations without the others in them ([`conversations`]), what belongs to one call in
//!   one of them ([`calls`], [`about`]).
//! - `recordings/…`: recordings that the person may have ([`Voices`]).
//! - `manifest.json`: all of these with their SHA-256, the policies cited, what was left out.
//!
//! Rows go from the store into the archive; of them nothing is kept but what [`crate::reach`] remembers. All is read in one
//! session with each store, and so at one moment.

mod about;
mod archive;
mod calls;
mod conversations;
mod count;
mod csv;
mod heads;
mod json;
mod manifest;
mod names;
mod others;
mod own;
mod page;
mod rows;
mod sheet;

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::sync::Arc;

use abide_notice::{Locale, Locales};
use abide_policy::model::Policy;
use abide_policy::text::Period;
use abide_policy::vocab::Lang;
use abide_stores::Store;
use jiff::civil::Date;
use jiff::{Timestamp, tz::Offset};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha512};

use self::about::Known;
use self::archive::Archive;
use self::calls::{Gathered, Place, Sound, Talk, talks};
use self::conversations::{Conversation, OfRow, Recorded};
pub use self::count::Counted;
use self::names::Names;
use self::others::{Others, Own};
use self::rows::each;
use self::sheet::{Seen, Sheet};
use crate::atlas::{Atlas, Spot};
use crate::own::Held;
use crate::reach::{Reached, Rows, Sessions, Subject, reach};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A copy of everything, with what the policy says about it.
    Access,
    /// What the person provided, on consent or contract.
    Portability,
}

/// Which recordings the person gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voices {
    /// Those that are the person's alone by the map.
    #[default]
    Alone,
    /// Those too in which others may be heard: whoever settles the request has weighed it (Art. 15(4)).
    Shared,
}

impl Voices {
    /// Whether nobody else is heard.
    #[must_use]
    pub const fn is_alone(&self) -> bool {
        matches!(self, Self::Alone)
    }
}

/// How far an archive is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows that are written in every form.
    pub records: u64,
    /// Rows that there are.
    pub of: u64,
    /// Bytes of its files so far, before they are packed.
    pub bytes: u64,
}

/// Told how far an archive is.
pub type Watch<'a> = &'a mut (dyn FnMut(Written) + Send);

/// What is handed out to whom.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The maps.
    pub atlas: &'a Atlas,
    /// The stores, in the order of the atlas.
    pub stores: &'a [Arc<dyn Store>],
    /// The person.
    pub subject: &'a Subject,
    /// What is asked for.
    pub kind: Kind,
    /// The person's language.
    pub language: Lang,
    /// The moment that is said to be that of making it.
    pub made: Timestamp,
    /// Which recordings the person gets.
    pub voices: Voices,
    /// What our own tables hold of the person.
    pub own: &'a [Held],
    /// How long closed requests are kept in them.
    pub kept: Period,
}

/// Why an archive was not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A store failed.
    #[error(transparent)]
    Store(#[from] abide_stores::Error),
    /// The archive could not be written.
    #[error("the archive cannot be written ({}): make room, or choose another place", .0.kind())]
    Write(#[source] io::Error),
}

/// What is in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Its tables.
    pub tables: Vec<TableSummary>,
    /// Conversations in files of their own.
    pub conversations: u64,
    /// Conversations that could not be read, and so are left out.
    pub conversations_left_out: u64,
    /// Recordings.
    pub recordings: u64,
    /// Recordings that are left out: others may be heard, or their store does not hand out what is in them.
    pub recordings_left_out: u64,
    /// For portability, records that are left out because nothing in them was provided by the person on consent or contract.
    pub not_provided: u64,
    /// Files in the archive.
    pub files: u64,
}

/// What of one table is in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSummary {
    /// The store.
    pub store: String,
    /// The table.
    pub table: String,
    /// Its files, without their endings.
    pub file: String,
    /// Its rows.
    pub records: u64,
    /// They are not about the person, who may only see them.
    pub seen: bool,
    /// Values about somebody else that are omitted.
    pub hidden: u64,
    /// Places in texts where somebody else was taken out.
    pub places: u64,
    /// Which kinds of data are in it, in words.
    pub kinds: Vec<String>,
    /// The first and the last day on which a row ceases to be kept, where that is known.
    pub until: Option<(Date, Date)>,
    /// Rows of which that day has passed.
    pub overdue: u64,
    /// The statement of the policy.
    pub statement: Option<abide_policy::text::Id>,
    /// The number of its store; `None` for our own tables.
    pub(crate) part: Option<usize>,
}

impl Summary {
    /// Rows of all tables.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.tables.iter().map(|t| t.records).sum()
    }
    /// Values about somebody else that are omitted.
    #[must_use]
    pub fn hidden(&self) -> u64 {
        self.tables.iter().map(|t| t.hidden).sum()
    }
    /// Rows that are kept although the day until which they are has passed.
    #[must_use]
    pub fn overdue(&self) -> u64 {
        self.tables.iter().map(|t| t.overdue).sum()
    }
    /// Places in texts where somebody else was taken out.
    #[must_use]
    pub fn places(&self) -> u64 {
        self.tables.iter().map(|t| t.places).sum()
    }
}

/// A new file for an archive, which nobody but its owner may read.
///
/// # Errors
/// If it cannot be made.
pub fn create(path: &std::path::Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

impl Export<'_> {
    /// Writes the archive. What is written before an error is no archive.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn write(&self, out: impl Write + Send) -> Result<Summary, Error> {
        self.write_watched(out, &mut |_| ()).await
    }

    /// As [`Export::write`], while somebody watches.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn write_watched(
        &self,
        out: impl Write + Send,
        watch: Watch<'_>,
    ) -> Result<Summary, Error> {
        let mut sessions = Sessions::open(self.stores, None).await?;
        let subject = std::slice::from_ref(self.subject);
        let rows = reach(self.atlas, &mut sessions, subject).await?;
        let mut work = Work {
            export: self,
            locale: Locales::built_in().get(self.language),
            others: Others::new(own(self.atlas, &rows), &rows.strangers),
            archive: Archive::new(out, self.made),
            files: HashMap::new(),
            summary: Summary::default(),
            progress: Progress { watch, passes: 0, rows: 0 },
        };
        work.tables(&mut sessions, &rows).await?;
        work.finish()
    }

    /// The day of making it.
    fn today(&self) -> Date {
        Offset::UTC.to_datetime(self.made).date()
    }
}

/// What the person is known by; the organisation's own addresses are nobody's.
fn own(atlas: &Atlas, rows: &Rows) -> Own {
    let people = rows.all.iter().filter(|r| r.is_subject(atlas));
    let known = people.flat_map(|row| {
        let here = atlas.known.iter().filter(move |k| k.spot == row.spot);
        here.filter_map(|k| Some(row.value(atlas, k.column)?.text()?.into_owned()))
    });
    let entities = policies(atlas).into_iter().map(|p| &p.entity);
    let ours = entities.flat_map(|e| [e.email.clone(), e.phone.clone()]).flatten();
    Own::of(known.chain(ours))
}

/// The policies of an atlas, each once.
fn policies(atlas: &Atlas) -> Vec<&Policy> {
    let mut all: Vec<&Policy> = Vec::new();
    for policy in atlas.parts.iter().filter_map(|p| p.policy.as_deref()) {
        if !all.iter().any(|p| p.name == policy.name && p.version == policy.version) {
            all.push(policy);
        }
    }
    all
}

/// An archive in the making.
struct Work<'a, W: Write> {
    export: &'a Export<'a>,
    locale: &'static Locale,
    others: Others,
    archive: Archive<W>,
    /// The files that cells became: by the place of the cell.
    files: HashMap<String, String>,
    summary: Summary,
    progress: Progress<'a>,
}

/// Each row is read once for its conversations and recordings, once for JSON and once for CSV.
const PASSES: u64 = 3;

/// How far it is, and who is told.
struct Progress<'a> {
    watch: Watch<'a>,
    passes: u64,
    rows: u64,
}

impl Progress<'_> {
    fn tell(&mut self, bytes: u64) {
        (self.watch)(Written { records: self.passes / PASSES, of: self.rows, bytes });
    }

    /// Rows that need not be read.
    const fn skip(&mut self, rows: usize) {
        self.passes += rows as u64 * PASSES;
    }
}

/// A table that goes into the archive: what of it is handed out, its rows, the name of its files. What the person may only see of
/// a table is by itself.
struct Ready<'a> {
    sheet: Sheet<'a>,
    seen: bool,
    rows: Vec<&'a Reached>,
    file: String,
}

impl<'a, W: Write + Send> Work<'a, W> {
    async fn tables(&mut self, sessions: &mut Sessions, rows: &Rows) -> Result<(), Error> {
        let mut folders = Names::default();
        let ready = self.ready(rows, &mut folders);
        let mut gathered = Gathered::default();
        for table in &ready {
            self.gather(sessions, table, &mut gathered).await?;
        }
        self.conversations(sessions, rows, &ready, gathered).await?;
        for table in &ready {
            self.table(sessions, table).await?;
        }
        let folder = folders.take(own::STORE);
        self.own(&folder)
    }

    fn ready<'r>(&mut self, rows: &'r Rows, folders: &mut Names) -> Vec<Ready<'r>>
    where
        'a: 'r,
    {
        let (mut names, mut ready) = (BTreeMap::new(), Vec::new());
        let mut by_spot: BTreeMap<(Spot, bool), Vec<&Reached>> = BTreeMap::new();
        for row in rows.all.iter().filter(|r| !r.claims.is_empty()) {
            let seen = !Sheet::concerns(self.export.atlas, row);
            by_spot.entry((row.spot, seen)).or_default().push(row);
            self.progress.rows += 1;
        }
        for ((spot, seen), mut rows) in by_spot {
            let Some(sheet) = Sheet::of(self.export, self.locale, spot) else {
                self.summary.not_provided += rows.len() as u64;
                self.progress.skip(rows.len());
                continue;
            };
            let all = rows.len();
            rows.retain(|r| sheet.has(self.export.kind, r));
            self.summary.not_provided += (all - rows.len()) as u64;
            self.progress.skip(all - rows.len());
            rows.sort_by(|a, b| a.key.cmp(&b.key));
            let (folder, taken) = names
                .entry(spot.store)
                .or_insert_with(|| (folders.take(sheet.store.as_str()), <[Names; 2]>::default()));
            let [about, apart] = taken;
            let (top, taken) = if seen { ("seen", apart) } else { ("data", about) };
            let file = format!("{top}/{folder}/{}", taken.take(&sheet.table.name));
            if !rows.is_empty() {
                ready.push(Ready { sheet, seen, rows, file });
            }
        }
        ready
    }

    async fn table(&mut self, sessions: &mut Sessions, table: &Ready<'_>) -> Result<(), Error> {
        let Ready { sheet, rows, file, .. } = table;
        let mut seen = Seen::default();
        let mut records = 0;
        self.archive.begin(&format!("{file}.json"))?;
        self.archive.put(b"[")?;
        let mut line = Vec::new();
        each(sheet, sessions, rows, &mut |row, values| {
            line.clear();
            line.extend(if records == 0 { "\n" } else { ",\n" }.as_bytes());
            records += 1;
            let cells = sheet.cells(row, values, &self.others, &self.files, &mut seen);
            json::row(&mut line, sheet, &cells);
            self.passed(&line)
        })
        .await?;
        self.archive.put(b"\n]\n")?;
        // What the second pass takes out is what the first did.
        let (hidden, places) = (seen.omitted, seen.places);
        self.archive.begin(&format!("{file}.csv"))?;
        self.archive.put(csv::MARK)?;
        line.clear();
        csv::head(&mut line, self.locale, sheet);
        self.archive.put(&line)?;
        each(sheet, sessions, rows, &mut |row, values| {
            line.clear();
            let cells = sheet.cells(row, values, &self.others, &self.files, &mut seen);
            csv::row(&mut line, self.locale, cells);
            self.passed(&line)
        })
        .await?;
        self.archive.add(&format!("{file}.schema.json"), json::schema(sheet).as_bytes())?;
        let days = || rows.iter().filter_map(|r| sheet.until(r));
        self.summary.tables.push(TableSummary {
            store: sheet.store.to_string(),
            table: sheet.table.name.clone(),
            file: file.clone(),
            records,
            seen: table.seen,
            hidden,
            places,
            kinds: sheet.kinds.clone(),
            until: days().min().zip(days().max()),
            overdue: days().filter(|day| *day < self.export.today()).count() as u64,
            statement: sheet.statement.map(|s| s.id.clone()),
            part: Some(sheet.spot.store),
        });
        Ok(())
    }

    /// A row was read once more, and these bytes are what it gives.
    fn passed(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.archive.put(bytes)?;
        self.progress.passes += 1;
        self.progress.tell(self.archive.written());
        Ok(())
    }

    /// Writes the recordings of a table, and notes what of it belongs to calls.
    async fn gather<'r>(
        &mut self,
        sessions: &mut Sessions,
        table: &Ready<'r>,
        gathered: &mut Gathered<'r>,
    ) -> Result<(), Error> {
        let mut sounds: Vec<Sound<'_>> = Vec::new();
        each(&table.sheet, sessions, &table.rows, &mut |row, values| {
            sounds.extend(gathered.note(&table.sheet, row, values));
            self.passed(&[])
        })
        .await?;
        for sound in sounds {
            let row = sound.0;
            let recorded = self.recording(sessions, &table.sheet, sound).await?;
            gathered.recordings.extend(recorded.map(|recorded| (row, recorded)));
        }
        Ok(())
    }

    /// What belongs to calls, as vCons.
    async fn conversations<'r>(
        &mut self,
        sessions: &mut Sessions,
        rows: &'r Rows,
        tables: &'r [Ready<'r>],
        gathered: Gathered<'r>,
    ) -> Result<(), Error> {
        let Gathered { texts, recordings } = gathered;
        let known = Known::new(self.export.atlas, tables, rows);
        for portion in talks(self.export.atlas, rows, texts, recordings) {
            let mut texts = calls::texts(sessions, tables, &portion).await?;
            for talk in portion {
                self.conversation(&known, talk, &mut texts)?;
            }
        }
        Ok(())
    }

    fn conversation<'r>(
        &mut self,
        known: &Known<'_>,
        talk: Talk<'r>,
        texts: &mut HashMap<Place<'r>, String>,
    ) -> Result<(), Error> {
        let about = talk.call.map(|row| known.about(row));
        let mut vcon = Conversation::new(about.as_ref(), talk.recordings);
        let mut places = Vec::new();
        for said in talk.texts {
            let Some(sheet) = known.sheet(said.row.spot) else { continue };
            let Some(text) = texts.remove(&said.place()) else { continue };
            let voices = self.hears(said.row);
            let others = OfRow { all: &self.others, beside: self.others.beside(said.row) };
            if vcon.add(text, said.format, &others, voices, self.export.made) {
                places.push(sheet.place(said.row, said.column));
            } else {
                self.summary.conversations_left_out += 1;
            }
        }
        self.summary.recordings_left_out += vcon.left_out;
        let name = places.first().cloned().or_else(|| vcon.stem());
        let Some((name, text)) = name.zip(vcon.write(self.export.made)) else {
            self.summary.conversations_left_out += places.len() as u64;
            return Ok(());
        };
        let name = format!("conversations/{name}.vcon.json");
        self.archive.add(&name, text.as_bytes())?;
        self.summary.conversations += 1;
        self.files.extend(places.into_iter().map(|place| (place, name.clone())));
        Ok(())
    }

    async fn recording(
        &mut self,
        sessions: &mut Sessions,
        sheet: &Sheet<'_>,
        (row, path, media): Sound<'_>,
    ) -> Result<Option<Recorded>, Error> {
        let found = match self.hears(row) {
            true => sessions.at(sheet.spot.store)?.media(&path).await?,
            false => None,
        };
        let Some(mut recording) = found else {
            self.summary.recordings_left_out += 1;
            return Ok(None);
        };
        let name = sheet.recording_name(row, &path);
        self.archive.begin(&name)?;
        let mut hash = Sha512::new();
        loop {
            let piece = recording.next().await?;
            if piece.is_empty() {
                break;
            }
            hash.update(&piece);
            self.archive.put(&piece)?;
            self.progress.tell(self.archive.written());
        }
        self.summary.recordings += 1;
        self.files.insert(sheet.place_named(row, "path"), name.clone());
        Ok(Some(Recorded { name, media, sha512: hash.finalize().to_vec() }))
    }

    /// Whether the person gets the recordings of a row.
    fn hears(&self, row: &Reached) -> bool {
        let shared = self.export.voices == Voices::Shared || !Sheet::is_shared(row);
        shared && Sheet::concerns(self.export.atlas, row)
    }

    fn finish(mut self) -> Result<Summary, Error> {
        let page = page::page(self.export, self.locale, &self.summary);
        self.archive.add("index.html", page.as_bytes())?;
        let manifest = manifest::manifest(self.export, &self.summary, self.archive.entries());
        self.archive.add("manifest.json", manifest.as_bytes())?;
        self.summary.files = self.archive.entries().len() as u64;
        self.archive.finish()?;
        Ok(self.summary)
    }
}

//! What is wrong or missing in the data maps, told as a query planner tells how it will answer.
//!
//! Owns: the findings about map, schema, policy and sampled rows together, and the tree of ways from people to their rows
//! ([`explain`]). Leaves to others: what is wrong with a map file alone (`abide-policy`), names that a store does not have
//! ([`Atlas::new`]), what personal data looks like (`abide-detect`).
//!
//! Of each table the first rows are looked at ([`crate::sample`]); of columns that tell an age, up to [`AGES`] values. So what
//! is told is true of what was seen, and a clean report is no proof that nothing else is there. No value is ever told.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_detect::Finder;
use abide_notice::{Locale, Locales};
use abide_policy::map::StoreMap;
use abide_policy::vocab::{Fact, Lang, StoreKind};
use abide_stores::schema::{Flaw, Table};
use abide_stores::{Abilities, Beside, BesideKind, Can, ColumnAt, Error, May, Row, Session, Store};
use jiff::civil::Date;

use crate::atlas::{Atlas, Flow, Known, Spot};
use crate::discover::Guess;
use crate::identity::{Given, is_blank};
use crate::reach::Sessions;
use crate::sample::{self, Counted, Sample};
use leads::Leads;

mod able;
mod age;
pub mod explain;
mod ids;
mod leads;
mod owners;
mod references;
mod reusable;
mod rules;
mod statements;
mod undeclared;
mod what;
mod words;

pub(crate) use age::{Limit, asked};
pub use ids::Ids;
pub use leads::Lead;
pub use rules::Rules;
pub use what::{Severity, What};
pub use words::Word;

/// How many values of a column that tells an age are looked at.
pub const AGES: u64 = 1_000_000;
/// From how many rows on reading a whole table matters.
const MANY: u64 = 1000;

/// One thing that is wrong or missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is here.
    pub severity: Severity,
    /// Where: `centre.calls.caller_number`.
    pub place: String,
    /// Which kind.
    pub what: What,
    /// What fills the gaps of its sentences, by name.
    pub words: Vec<(&'static str, Word)>,
}

impl Finding {
    /// What is wrong, in English.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.sentence_in(Locales::built_in().get(Lang::En))
    }

    /// What to do, in English.
    #[must_use]
    pub fn remedy(&self) -> String {
        self.remedy_in(Locales::built_in().get(Lang::En))
    }

    /// What is wrong, in a language: it is said of the place, and begins with a small letter.
    #[must_use]
    pub fn sentence_in(&self, locale: &Locale) -> String {
        words::filled(locale, &format!("finding-{}", self.what.word()), &self.words)
    }

    /// What to do, in a language.
    #[must_use]
    pub fn remedy_in(&self, locale: &Locale) -> String {
        words::filled(locale, &format!("finding-{}-help", self.what.word()), &self.words)
    }
}

/// What was found, the worst first.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether something must be put right before requests are answered.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

/// Looks at the stores, and compares them with their maps and policies. `watch` is told how many tables have been looked at.
///
/// # Errors
/// Whatever a store reports.
pub async fn check(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    finder: &Finder,
    today: Date,
    watch: Counted<'_>,
) -> Result<Report, Error> {
    let abilities = crate::hands::ask(stores).await?;
    let mut sessions = Sessions::open(stores, None).await?;
    let mut seen = BTreeMap::new();
    let of = spots(atlas).count() as u64;
    for spot in spots(atlas) {
        watch(seen.len() as u64, of);
        let can = abilities.get(spot.store).map(|store: &Abilities| store.of(spot.table));
        let is_wide = atlas.table(spot).is_some_and(|t| t.flaws.contains(&Flaw::Wide));
        // No map can name a stored view: what its values are is told of the tables from which it has them.
        let is_view = atlas.table(spot).is_some_and(Table::is_view);
        let there = match can {
            Some(Can { read: May::Forbidden, .. }) => Seen::default(),
            _ if is_wide || is_view => Seen::default(),
            _ => {
                let may_read = |spot: Spot| {
                    let can = abilities.get(spot.store).map(|store| store.of(spot.table).read);
                    can != Some(May::Forbidden)
                };
                look(atlas, &mut sessions, finder, spot, (today, &may_read)).await?
            }
        };
        let rules = match (can, stores.get(spot.store).filter(|_| !is_wide)) {
            // What changes nothing refuses nothing.
            (Some(Can { read: May::Yes, change: May::Yes, .. }), Some(store)) => {
                rules::look(atlas, &**store, sessions.at(spot.store)?.as_mut(), spot).await?
            }
            _ => Rules::default(),
        };
        seen.insert(spot, Seen { can, rules, ..there });
    }
    let (mut beside, mut guesses) = (Vec::new(), Vec::new());
    for (at, store) in stores.iter().enumerate() {
        beside.extend(store.beside().await?.into_iter().map(|one| (at, one)));
        if let Some(part) = atlas.parts.get(at) {
            let session = sessions.at(at)?;
            let found = undeclared::look(at, &part.schema, session.as_mut(), &seen).await?;
            guesses.extend(found.into_iter().map(|guess| (at, guess)));
        }
    }
    Ok(judge(atlas, &seen, &beside, &guesses))
}

/// What was seen of a table.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Its first rows.
    pub sample: Sample,
    /// How many of them no edge gives to anybody.
    pub ownerless: u64,
    /// References in them that lead nowhere.
    pub leads: Vec<Lead>,
    /// How old its rows are, where that matters.
    pub age: Option<Age>,
    /// How addresses and numbers by which people are known are written, by column.
    pub spelled: BTreeMap<ColumnAt, Spelled>,
    /// By which ids people in files are remembered.
    pub ids: Ids,
    /// What its store says that can be done with them, if it was asked.
    pub can: Option<Can>,
    /// What its rules say of what an erasure would write.
    pub rules: Rules,
}

/// How the values of a column are written by which people are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spelled {
    /// How many values were looked at that are of this fact.
    pub values: u64,
    /// How many of them an index does not find, for they are written in another way than the usual ones.
    pub others: u64,
    /// How many of them are telephone numbers without country code.
    pub national: u64,
    /// How many more values are there that cannot be read as this fact.
    pub unread: u64,
}

/// How old the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// How many rows tell since when they are held.
    pub rows: u64,
    /// How many of them are older than their statement allows.
    pub overdue: u64,
    /// The day of the oldest.
    pub oldest: Date,
}

async fn look(
    atlas: &Atlas,
    sessions: &mut Sessions,
    finder: &Finder,
    spot: Spot,
    (today, may_read): (Date, &(dyn Fn(Spot) -> bool + Sync)),
) -> Result<Seen, Error> {
    let Some(table) = atlas.table(spot) else { return Ok(Seen::default()) };
    let rows = sample::rows(sessions.at(spot.store)?.as_mut(), spot.table, table).await?;
    let sample = Sample::of(table, &rows, finder);
    let ownerless = owners::ownerless(atlas, spot, &rows);
    let leads = Leads::of(atlas, spot, &rows);
    drop(rows);
    let leads = leads.ask(atlas, sessions, may_read).await?;
    let session = sessions.at(spot.store)?;
    let spelled = spelled(atlas, session.as_mut(), spot).await?;
    let ids = ids::look(atlas, session.as_mut(), spot).await?;
    let Some(limit) = age::asked(atlas, spot) else {
        return Ok(Seen { sample, ownerless, leads, spelled, ids, ..Seen::default() });
    };
    let columns = limit.columns();
    let mut age = age::Counter::new(limit, today);
    let mut sink = |row: Row| {
        age.count(&row.values);
        if age.rows() < AGES { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    session.sweep(spot.table, &columns, &mut sink).await?;
    Ok(Seen { sample, ownerless, leads, age: age.end(), spelled, ids, ..Seen::default() })
}

/// How the addresses, numbers and days are written by which people of a table are known.
async fn spelled(
    atlas: &Atlas,
    session: &mut dyn Session,
    spot: Spot,
) -> Result<BTreeMap<ColumnAt, Spelled>, Error> {
    // What names or ids are, no form tells.
    let formed = |k: &&Known| !matches!(k.fact, Fact::Name | Fact::Id);
    let known: Vec<&Known> = atlas.known.iter().filter(|k| k.spot == spot).filter(formed).collect();
    let want: Vec<ColumnAt> = known.iter().map(|k| k.column).collect();
    let mut all: BTreeMap<ColumnAt, Spelled> =
        want.iter().map(|c| (*c, Spelled::default())).collect();
    if want.is_empty() {
        return Ok(all);
    }
    let mut rows = 0;
    let mut sink = |row: Row| {
        for (by, value) in known.iter().zip(&row.values) {
            let seen = all.entry(by.column).or_default();
            let given = Given::readings(by.fact, value, by.country).into_iter().next();
            let (Some(text), Some(given)) = (value.text(), given) else {
                seen.unread += u64::from(!is_blank(by.fact, value));
                continue;
            };
            seen.values += 1;
            let collation = atlas.table(spot).and_then(|t| t.columns.get(by.column));
            let collation = collation.map(|column| column.collation).unwrap_or_default();
            seen.others += u64::from(!given.is_usual(&text, by.country, collation));
            let whole = Given::readings(by.fact, value, None);
            seen.national += u64::from(!whole.contains(&given));
        }
        rows += 1;
        if rows < AGES { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    session.sweep(spot.table, &want, &mut sink).await?;
    Ok(all)
}

/// What follows from what was seen: of tables, and of what stores (by their numbers) hold beside them, and of references in
/// them that nothing declares.
#[must_use]
pub fn judge(
    atlas: &Atlas,
    seen: &BTreeMap<Spot, Seen>,
    beside: &[(usize, Beside)],
    guesses: &[(usize, Guess)],
) -> Report {
    let mut notes = Notes { atlas, seen, findings: Vec::new() };
    beside.iter().for_each(|(store, beside)| notes.note_beside(*store, beside));
    statements::policies(&mut notes);
    atlas.parts.iter().for_each(|part| notes.note_backups(&part.map));
    for spot in spots(atlas) {
        able::check(&mut notes, spot);
        owners::check(&mut notes, spot);
        ids::check(&mut notes, spot);
        references::check(&mut notes, spot);
        leads::check(&mut notes, spot);
        able::flaws(&mut notes, spot);
        statements::check(&mut notes, spot);
        age::check(&mut notes, spot);
        rules::check(&mut notes, spot);
    }
    references::circles(&mut notes);
    reusable::check(&mut notes);
    guesses.iter().for_each(|(store, guess)| undeclared::check(&mut notes, *store, guess));
    let mut findings = notes.findings;
    findings
        .sort_by_cached_key(|f| (f.severity, f.place.clone(), f.what, format!("{:?}", f.words)));
    findings.dedup();
    Report { findings }
}

/// All tables of all stores.
fn spots(atlas: &Atlas) -> impl Iterator<Item = Spot> {
    atlas.parts.iter().enumerate().flat_map(|(store, part)| {
        (0..part.schema.tables.len()).map(move |table| Spot { store, table })
    })
}

/// Where findings are noted.
struct Notes<'a> {
    atlas: &'a Atlas,
    seen: &'a BTreeMap<Spot, Seen>,
    findings: Vec<Finding>,
}

impl<'a> Notes<'a> {
    fn note(
        &mut self,
        what: What,
        spot: Spot,
        columns: &[ColumnAt],
        words: Vec<(&'static str, Word)>,
    ) {
        self.note_as(what.severity(), what, spot, columns, words);
    }

    fn note_as(
        &mut self,
        severity: Severity,
        what: What,
        spot: Spot,
        columns: &[ColumnAt],
        mut words: Vec<(&'static str, Word)>,
    ) {
        let named = self.atlas.table(spot).map(|t| names(t, columns)).unwrap_or_default();
        let mut place = self.atlas.name(spot);
        if !named.is_empty() {
            place = format!("{place}.{}", named.replace(", ", "+"));
        }
        // What was said before goes first: a second word for the same gap is not read.
        words.push(("columns", named.into()));
        words.push(("table", self.atlas.name(spot).into()));
        self.findings.push(Finding { severity, place, what, words });
    }

    /// Something that a store holds in none of its tables.
    fn note_beside(&mut self, store: usize, Beside { kind, names, count }: &Beside) {
        let Some(part) = self.atlas.parts.get(store) else { return };
        let what = match kind {
            BesideKind::Files => What::UncoveredFiles,
            BesideKind::FilesOfTwo => What::FilesOfTwo,
            BesideKind::StoredViews => What::StoredViews,
            BesideKind::ForeignTables => What::ForeignTables,
            BesideKind::LargeObjects => What::LargeObjects,
            BesideKind::WordIndexes => What::WordIndexes,
        };
        let are_all = matches!(kind, BesideKind::Files | BesideKind::LargeObjects);
        let more = if *count > names.len() as u64 && !are_all { ", …" } else { "" };
        // What a table of the map names, or is, would be missing from every copy.
        let mapped = |name: &String| {
            part.map.tables.iter().any(|table| {
                let rest = name.strip_prefix(table.name.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        let named = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let words = vec![
            ("n", Word::Number(*count)),
            ("count", Word::Count(*count)),
            ("names", (named + more).into()),
            ("named", Word::Number(names.len() as u64)),
        ];
        let unseen = matches!(kind, BesideKind::LargeObjects | BesideKind::WordIndexes);
        let severity =
            if unseen && names.iter().any(mapped) { Severity::Error } else { what.severity() };
        let place = part.map.id.to_string();
        self.findings.push(Finding { severity, place, what, words });
    }

    /// Nobody can be told by which day logs and backups forget what was erased. A server of `PostgreSQL` always writes a log; of
    /// other stores there may be no copy at all, which no period says.
    fn note_backups(&mut self, map: &StoreMap) {
        if map.backups.is_some() || map.tables.is_empty() {
            return;
        }
        let what = What::NoBackups;
        let has_log = map.kind == StoreKind::Postgresql;
        let severity = if has_log { what.severity() } else { Severity::Note };
        let place = map.id.to_string();
        self.findings.push(Finding { severity, place, what, words: Vec::new() });
    }

    /// Reading a whole table: a note where it is small. Nobody can make an index on a file, and a small one is read at once.
    fn note_slow(
        &mut self,
        what: What,
        spot: Spot,
        columns: &[ColumnAt],
        mut words: Vec<(&'static str, Word)>,
    ) {
        let rows = self.rows(spot);
        let small = rows.is_some_and(|rows| rows < MANY);
        let part = self.atlas.parts.get(spot.store);
        if small && part.is_some_and(|part| part.map.kind == StoreKind::Files) {
            return;
        }
        words.push(("reads", Word::Reads { rows, table: self.atlas.name(spot) }));
        let severity = if small { Severity::Note } else { what.severity() };
        self.note_as(severity, what, spot, columns, words);
    }

    fn sample(&self, spot: Spot) -> Option<&'a Sample> {
        self.seen.get(&spot).map(|s| &s.sample)
    }

    /// How many rows there are: counted if few, else what the store believes.
    fn rows(&self, spot: Spot) -> Option<u64> {
        let counted = self.sample(spot).filter(|s| !s.more).map(|s| s.rows);
        counted.or_else(|| self.atlas.table(spot)?.rows.filter(|rows| *rows > sample::ROWS as u64))
    }
}

/// Names of columns, joined by commas.
fn names(table: &Table, columns: &[ColumnAt]) -> String {
    let names = columns.iter().filter_map(|c| table.columns.get(*c)).map(|c| c.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// Whether rows are found by these columns without reading the whole table: by an index that starts with them, or by
/// something unique among them.
fn is_fast(table: &Table, columns: &[ColumnAt], when: &[(ColumnAt, String)]) -> bool {
    let mut all = columns.to_vec();
    all.extend(when.iter().map(|(c, _)| *c).filter(|c| !columns.contains(c)));
    let unique = |key: &[ColumnAt]| !key.is_empty() && key.iter().all(|c| all.contains(c));
    table.is_indexed(columns)
        || table.is_indexed(&all)
        || unique(&table.key)
        || table.unique.iter().any(|u| unique(u))
}

/// The same of the rows to which a way leads: where a foreign key does, they are compared as the store checks it.
fn is_fast_along(atlas: &Atlas, flow: &Flow) -> bool {
    let Some(table) = atlas.table(flow.target) else { return false };
    let columns = &flow.target_columns;
    match flow.refers() && table.refers_otherwise(columns) {
        true => table.is_indexed_to_refer(columns),
        false => is_fast(table, columns, &flow.target_when),
    }
}

/// The columns of the index that finds rows which refer by these.
fn index(table: &Table, columns: &[ColumnAt]) -> (&'static str, Word) {
    ("columns", table.index_to_refer(columns).join(", ").into())
}

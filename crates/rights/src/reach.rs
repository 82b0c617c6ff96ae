//! Every row that is a person's, found by following the map from the rows that are the person.
//!
//! Owns: walking along flows for many people at once, in rounds, so that each flow costs one lookup for all; and, for rows
//! that may be shared, walking back to see who else owns them (`back`). Leaves to others: what becomes of the rows
//! ([`crate::plan`]).
//!
//! Of a row only its core columns and a digest of everything are remembered, so that memory grows with the number of a
//! person's rows and not with their size.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_stores::{ColumnAt, Error, Key, Lookup, Mode, Row, Session, Store, Value};

use crate::atlas::{Atlas, Flow, Spot};
use crate::execute::known_values;
use crate::hold::Holds;
use crate::plan::still::{Still, stills};
use crate::sweep::Sought;

mod back;
mod values;

pub(crate) use values::{content, fold, form};

/// The number of a person among those that are looked for together.
pub type SubjectAt = usize;

/// The rows that are one person: usually one; several if the person is known in several tables, or twice in one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The rows, by what names them ([`Atlas::naming`]).
    pub rows: Vec<(Spot, Vec<Value>)>,
}

/// Sessions with all stores, in the order of the atlas.
pub struct Sessions {
    list: Vec<Box<dyn Session>>,
    /// The one that is written.
    writing: Option<usize>,
}

impl Sessions {
    /// Opens one with each store; at most one of them may write.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn open(stores: &[Arc<dyn Store>], writing: Option<usize>) -> Result<Self, Error> {
        let mut list = Vec::new();
        for (at, store) in stores.iter().enumerate() {
            let mode = if writing == Some(at) { Mode::Write } else { Mode::Read };
            list.push(store.session(mode).await?);
        }
        Ok(Self { list, writing })
    }

    /// Saves what the writing session did.
    ///
    /// # Errors
    /// Whatever the store reports: then nothing was saved, unless the connection was lost while it was being saved.
    pub async fn commit(self) -> Result<(), Error> {
        let Self { list, writing } = self;
        for (at, session) in list.into_iter().enumerate() {
            if writing == Some(at) {
                session.commit().await?;
            }
        }
        Ok(())
    }

    /// Whether the session with a store may write.
    pub(crate) fn writes(&self, store: usize) -> bool {
        self.writing == Some(store)
    }

    pub(crate) fn at(&mut self, store: usize) -> Result<&mut Box<dyn Session>, Error> {
        let gone = || Error::Other {
            store: store.to_string(),
            doing: "read",
            code: "no session".to_owned(),
        };
        self.list.get_mut(store).ok_or_else(gone)
    }
}

/// How a row became a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Claim {
    /// Whose.
    pub subject: SubjectAt,
    /// Along which flow; `None` for the row that is the person.
    pub flow: Option<usize>,
    /// It belongs to the person; else the person may only see it.
    pub owned: bool,
}

/// A row that was reached.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Where.
    pub spot: Spot,
    /// Its name in the session.
    pub key: Key,
    /// The values of its core columns, in the order of [`Atlas::core`].
    pub core: Vec<Value>,
    /// A digest of all its values.
    pub digest: [u8; 16],
    /// The columns that hold what an erasure would leave there. None where only reading was asked for.
    pub(crate) still: Box<[(ColumnAt, Still)]>,
    /// The columns in which a value stands by which one of the people who are looked for is known, and who that is. None where only
    /// reading was asked for.
    pub tells: BTreeSet<(ColumnAt, SubjectAt)>,
    /// Whose it is, and how: each once, in order. Nearly every row has one.
    pub claims: Vec<Claim>,
    /// The flows along which somebody who is not among those looked for owns it too; `None` stands for the row itself, if it is
    /// another person.
    pub others: BTreeSet<Option<usize>>,
    /// Who those are. Nobody where it is decided what becomes of rows.
    pub(crate) beside: Option<Beside>,
}

/// Those who own a row too, by their numbers in [`Rows::strangers`].
pub(crate) type Beside = Arc<[usize]>;

impl Reached {
    /// The value of a core column.
    #[must_use]
    pub fn value<'a>(&'a self, atlas: &Atlas, column: ColumnAt) -> Option<&'a Value> {
        let at = atlas.core(self.spot).binary_search(&column).ok()?;
        self.core.get(at)
    }

    /// The values of core columns; `None` if one is null.
    #[must_use]
    pub fn values(&self, atlas: &Atlas, columns: &[ColumnAt]) -> Option<Vec<Value>> {
        let value = |c: &ColumnAt| self.value(atlas, *c).filter(|v| !v.is_null()).cloned();
        columns.iter().map(value).collect()
    }

    /// The columns that name it, and their values: its own number where its key is empty. `None` if nothing does.
    pub(crate) fn named(&self, atlas: &Atlas) -> Option<(Vec<ColumnAt>, Vec<Value>)> {
        let by = |columns: Vec<ColumnAt>| {
            let values = self.values(atlas, &columns).filter(|values| !values.is_empty())?;
            Some((columns, values))
        };
        let number = || atlas.table(self.spot)?.number();
        by(atlas.naming(self.spot)).or_else(|| by(vec![number()?]))
    }

    /// Whether it has these values.
    pub(crate) fn meets(&self, atlas: &Atlas, when: &[(ColumnAt, String)]) -> bool {
        when.iter().all(|(c, said)| {
            let column = atlas.table(self.spot).and_then(|t| t.columns.get(*c));
            column.zip(self.value(atlas, *c)).is_some_and(|(column, v)| column.is(v, said))
        })
    }

    /// Whether it is one of those looked for; merged duplicates are one person.
    pub(crate) fn is_subject(&self, atlas: &Atlas) -> bool {
        self.claims.iter().any(|claim| self.is_claim_of_subject(atlas, claim))
    }

    /// Whether a claim to it says that it is the person.
    pub(crate) fn is_claim_of_subject(&self, atlas: &Atlas, claim: &Claim) -> bool {
        let merged = |f: usize| atlas.flows.get(f).is_some_and(|f| atlas.merges(f));
        claim.owned && claim.flow.is_none_or(merged)
    }

    /// Whether it belongs to anybody of those looked for.
    #[must_use]
    pub fn is_owned(&self) -> bool {
        self.claims.iter().any(|c| c.owned)
    }
}

/// All rows that were reached.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The rows, in the order in which they were found.
    pub all: Vec<Reached>,
    /// By row: the numbers of the legal holds on people whose it is, whoever is looked for.
    pub(crate) held: BTreeMap<usize, BTreeSet<usize>>,
    /// The numbers of those on people who are looked for.
    pub(crate) holds: BTreeSet<usize>,
    places: HashMap<(Spot, Key), usize>,
    /// By what people are known who are not among those looked for and own some of the rows too.
    pub(crate) strangers: Vec<BTreeSet<String>>,
    /// By what they were known in stores whose step is done.
    pub(crate) noted: BTreeMap<SubjectAt, BTreeSet<String>>,
    /// By what the people are known, once their own rows were found.
    pub(crate) sought: Option<Arc<Sought>>,
}

impl Rows {
    /// The row of a key.
    #[must_use]
    pub fn get(&self, spot: Spot, key: &Key) -> Option<usize> {
        self.places.get(&(spot, key.clone())).copied()
    }

    /// The place of a row, which is added if it is new.
    pub(crate) fn place(&mut self, found: Found) -> usize {
        let Found { spot, key, core, digest, still, tells, .. } = found;
        let next = self.all.len();
        let place = *self.places.entry((spot, key.clone())).or_insert(next);
        if place == next {
            self.all.push(Reached {
                spot,
                key,
                core,
                digest,
                still,
                tells,
                claims: Vec::new(),
                others: BTreeSet::new(),
                beside: None,
            });
        }
        place
    }
}

/// A row as it was found.
pub(crate) struct Found {
    pub(crate) spot: Spot,
    pub(crate) key: Key,
    pub(crate) core: Vec<Value>,
    pub(crate) digest: [u8; 16],
    pub(crate) still: Box<[(ColumnAt, Still)]>,
    pub(crate) tells: BTreeSet<(ColumnAt, SubjectAt)>,
    /// All its values, if it is still to be seen of whom it tells.
    pub(crate) values: Vec<Value>,
}

impl Found {
    fn new(atlas: &Atlas, spot: Spot, row: Row, look: Look<'_>) -> Self {
        let digest = content(atlas, spot, &row.values);
        let table = atlas.table(spot).filter(|_| look.erases);
        let still = table.map(|table| stills(table, &row.values)).unwrap_or_default();
        let core = atlas
            .core(spot)
            .iter()
            .map(|c| row.values.get(*c).cloned().unwrap_or_default())
            .collect();
        let (tells, values) = match look.telling {
            Telling::Nobody => Default::default(),
            Telling::Later => (BTreeSet::new(), row.values),
            Telling::Of(sought) => (told(sought, &row.values), Vec::new()),
        };
        Self { spot, key: row.key, core, digest, still, tells, values }
    }
}

/// What is looked at in a row that is found, beside its core.
#[derive(Clone, Copy, Default)]
struct Look<'a> {
    telling: Telling<'a>,
    /// What in it would be written again as it is.
    erases: bool,
}

/// Of whom rows are to tell.
#[derive(Clone, Copy, Default)]
enum Telling<'a> {
    /// It is not asked.
    #[default]
    Nobody,
    /// It is not known yet by what the people are known.
    Later,
    Of(&'a Sought),
}

/// The columns of a row in which people who are looked for are told of.
fn told(sought: &Sought, values: &[Value]) -> BTreeSet<(ColumnAt, SubjectAt)> {
    let told = values.iter().enumerate().flat_map(|(column, value)| {
        let whose = sought.hits(value).into_iter().flat_map(|at| sought.whose(at));
        whose.map(move |subject| (column, subject))
    });
    told.collect()
}

/// Finds everything that belongs to the subjects, and what they may see besides.
///
/// # Errors
/// Whatever a store reports.
pub async fn reach(
    atlas: &Atlas,
    sessions: &mut Sessions,
    subjects: &[Subject],
) -> Result<Rows, Error> {
    let mut walk = Walk::new(atlas, sessions);
    walk.start(subjects).await?;
    walk.end(Holds::none()).await
}

/// The same, with which of it is under a legal hold, and where it tells of whom: by what stands in their rows, and by what was noted.
pub(crate) async fn reach_under(
    atlas: &Atlas,
    sessions: &mut Sessions,
    subjects: &[Subject],
    holds: &Holds,
    known: Known,
) -> Result<Rows, Error> {
    let own = Some(HashMap::new());
    let mut walk = Walk { erases: true, own, ..Walk::new(atlas, sessions) };
    walk.start(subjects).await?;
    walk.merge().await?;
    walk.rows.noted = known.noted;
    walk.seek(known.sought);
    walk.end(holds).await
}

/// By what people are known beside what stands in their own rows.
pub(crate) struct Known {
    /// What was noted.
    pub(crate) noted: BTreeMap<SubjectAt, BTreeSet<String>>,
    /// What was looked for in an earlier pass: nearly always the same.
    pub(crate) sought: Option<Arc<Sought>>,
}

/// A claim that is still to be followed: the row, whose it is, whether it is owned.
type Step = (usize, SubjectAt, bool);

struct Walk<'a> {
    atlas: &'a Atlas,
    sessions: &'a mut Sessions,
    rows: Rows,
    waiting: BTreeMap<Spot, BTreeSet<Step>>,
    /// The values of the people's own rows, until it is seen of whom they tell.
    own: Option<HashMap<usize, Vec<Value>>>,
    /// What becomes of the rows is decided.
    erases: bool,
}

impl<'a> Walk<'a> {
    fn new(atlas: &'a Atlas, sessions: &'a mut Sessions) -> Self {
        let (rows, waiting) = (Rows::default(), BTreeMap::new());
        Self { atlas, sessions, rows, waiting, own: None, erases: false }
    }

    /// From here on it is told of whom rows tell: by what the people are known stands in their own.
    fn seek(&mut self, before: Option<Arc<Sought>>) {
        let known = known_values(self.atlas, &self.rows);
        self.rows.sought = Sought::of(known.iter().map(|(who, values)| (*who, values)), before);
        let own = self.own.take().into_iter().flatten();
        let Some(sought) = self.rows.sought.as_deref() else { return };
        for (place, values) in own {
            if let Some(row) = self.rows.all.get_mut(place) {
                row.tells = told(sought, &values);
            }
        }
    }

    fn place(&mut self, mut found: Found) -> usize {
        let values = std::mem::take(&mut found.values);
        let place = self.rows.place(found);
        if let Some(own) = &mut self.own {
            own.insert(place, values);
        }
        place
    }

    /// Follows every flow to its end, and looks who else owns what was found.
    async fn end(mut self, holds: &Holds) -> Result<Rows, Error> {
        while let Some((spot, claims)) = self.waiting.pop_first() {
            for (number, flow) in self.atlas.leaving(spot) {
                self.follow(number, flow, &claims).await?;
            }
        }
        holds.note(self.atlas, &mut self.rows);
        let asked = back::Asked { holds, names: !self.erases };
        back::find_others(self.atlas, self.sessions, &mut self.rows, asked).await?;
        Ok(self.rows)
    }

    async fn start(&mut self, subjects: &[Subject]) -> Result<(), Error> {
        let mut by_spot: BTreeMap<(Spot, Vec<ColumnAt>), Groups<SubjectAt>> = BTreeMap::new();
        for (subject, rows) in subjects.iter().enumerate() {
            for (spot, name) in &rows.rows {
                let Some((by, values)) = self.atlas.named(*spot, name) else { continue };
                by_spot.entry((*spot, by)).or_default().add(values, subject);
            }
        }
        for ((spot, by), asked) in by_spot {
            let question = Asked { by: &by, values: &asked.values, when: &[], refers: false };
            for (found, group) in self.find(spot, &question).await? {
                let place = self.place(found);
                for subject in asked.of(group) {
                    self.claim(place, *subject, None, true);
                }
            }
        }
        Ok(())
    }

    /// Finds the duplicates that were merged into the rows of the people: they are the same people, known by more.
    async fn merge(&mut self) -> Result<(), Error> {
        let atlas = self.atlas;
        loop {
            let before = self.rows.all.len();
            for (spot, steps) in self.waiting.clone() {
                for (number, flow) in atlas.leaving(spot).filter(|(_, f)| atlas.merges(f)) {
                    self.follow(number, flow, &steps).await?;
                }
            }
            if self.rows.all.len() == before {
                return Ok(());
            }
        }
    }

    async fn follow(
        &mut self,
        number: usize,
        flow: &Flow,
        steps: &BTreeSet<Step>,
    ) -> Result<(), Error> {
        let mut asked: Groups<(SubjectAt, bool)> = Groups::default();
        for (place, subject, owned) in steps {
            let Some(row) =
                self.rows.all.get(*place).filter(|r| r.meets(self.atlas, &flow.source_when))
            else {
                continue;
            };
            let Some(group) = row.values(self.atlas, &flow.source_columns) else { continue };
            for other in flow.otherwise(self.atlas, &group) {
                asked.add(other, (*subject, *owned && flow.owns));
            }
            asked.add(group, (*subject, *owned && flow.owns));
        }
        let question = Asked {
            by: &flow.target_columns,
            values: &asked.values,
            when: &flow.target_when,
            refers: flow.refers(),
        };
        let found = self.find(flow.target, &question).await?;
        for (found, group) in found {
            let place = self.place(found);
            for (subject, owned) in asked.of(group) {
                self.claim(place, *subject, Some(number), *owned);
            }
        }
        Ok(())
    }

    /// Notes whose a row is; what follows from it waits if it is new.
    fn claim(&mut self, place: usize, subject: SubjectAt, flow: Option<usize>, owned: bool) {
        let Some(row) = self.rows.all.get_mut(place) else { return };
        let knew = row.claims.iter().any(|c| c.subject == subject && (c.owned || !owned));
        let claim = Claim { subject, flow, owned };
        if let Err(place) = row.claims.binary_search(&claim) {
            if row.claims.is_empty() {
                row.claims.reserve_exact(1);
            }
            row.claims.insert(place, claim);
        }
        if !knew {
            self.waiting.entry(row.spot).or_default().insert((place, subject, owned));
        }
    }

    async fn find(&mut self, spot: Spot, asked: &Asked<'_>) -> Result<Vec<(Found, usize)>, Error> {
        let telling = match self.rows.sought.as_deref() {
            Some(sought) => Telling::Of(sought),
            None if self.own.is_some() => Telling::Later,
            None => Telling::Nobody,
        };
        let look = Look { telling, erases: self.erases };
        find_looking(self.atlas, self.sessions, spot, asked, look).await
    }
}

/// Groups of values that are looked for, each once, and for whom.
pub(crate) struct Groups<T> {
    pub(crate) values: Vec<Vec<Value>>,
    of: Vec<BTreeSet<T>>,
    places: HashMap<String, usize>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { values: Vec::new(), of: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Ord> Groups<T> {
    pub(crate) fn add(&mut self, group: Vec<Value>, whose: T) {
        let place = *self.places.entry(form(&group)).or_insert(self.values.len());
        if place == self.values.len() {
            self.values.push(group);
            self.of.push(BTreeSet::new());
        }
        self.of.get_mut(place).map(|of| of.insert(whose)).unwrap_or_default();
    }

    pub(crate) fn of(&self, place: usize) -> impl Iterator<Item = &T> {
        self.of.get(place).into_iter().flatten()
    }
}

/// What is looked for in a table.
pub(crate) struct Asked<'a> {
    pub(crate) by: &'a [ColumnAt],
    pub(crate) values: &'a [Vec<Value>],
    pub(crate) when: &'a [(ColumnAt, String)],
    /// The values are of rows to which these columns refer.
    pub(crate) refers: bool,
}

/// Finds rows, keeps of each its core and its digest, and tells by which of the values it was found.
///
/// Which values are equal, only the store knows: `Ann` may find `ANN`. So values that might be equal there are asked for one
/// after the other; nearly always there are none.
pub(crate) async fn find(
    atlas: &Atlas,
    sessions: &mut Sessions,
    spot: Spot,
    asked: &Asked<'_>,
) -> Result<Vec<(Found, usize)>, Error> {
    find_looking(atlas, sessions, spot, asked, Look::default()).await
}

/// As [`find`], and looks at what else is in the rows.
async fn find_looking(
    atlas: &Atlas,
    sessions: &mut Sessions,
    spot: Spot,
    asked: &Asked<'_>,
    look: Look<'_>,
) -> Result<Vec<(Found, usize)>, Error> {
    let mut found = Vec::new();
    atlas.has_all_rows(spot)?;
    let Some(table) = atlas.table(spot) else { return Ok(found) };
    let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
    let Asked { by, values: all, when, refers } = *asked;
    let mut rounds = rounds(all);
    while let Some(round) = rounds.pop() {
        let (mut missed, mut nameless) = (false, false);
        let values: Vec<Vec<Value>> =
            round.values().filter_map(|at| all.get(*at)).cloned().collect();
        let lookup = Lookup {
            table: spot.table,
            by,
            values: &values,
            when,
            want: &want,
            hold: false,
            refers,
        };
        let mut sink = |row: Row| {
            // One could not be told from another.
            nameless |= row.key.0.is_empty();
            let group = fold(by.iter().map(|c| row.values.get(*c).unwrap_or(&Value::Null)));
            let one = round.values().next().filter(|_| round.len() == 1);
            let by = round.get(&group).or(one).copied();
            missed |= by.is_none();
            found.extend(by.map(|by| (Found::new(atlas, spot, row, look), by)));
            ControlFlow::Continue(())
        };
        sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
        if nameless {
            let store = atlas.parts.get(spot.store).map(|part| part.map.id.to_string());
            let store = store.unwrap_or_default();
            let code = "rows without a name: `abide map check` says where".to_owned();
            return Err(Error::Other { store, doing: "read", code });
        }
        if missed {
            // By which value a row was found, each one alone tells.
            rounds.extend(round.into_iter().map(|one| HashMap::from([one])));
        }
    }
    Ok(found)
}

/// The places of groups of values, so that no round has two that a store may hold for equal.
fn rounds(values: &[Vec<Value>]) -> Vec<HashMap<String, usize>> {
    let mut rounds: Vec<HashMap<String, usize>> = Vec::new();
    for (at, group) in values.iter().enumerate() {
        let fold = fold(group);
        match rounds.iter_mut().find(|round| !round.contains_key(&fold)) {
            Some(round) => drop(round.insert(fold, at)),
            None => rounds.push(HashMap::from([(fold, at)])),
        }
    }
    rounds
}

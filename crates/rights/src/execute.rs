//! Doing what a plan says, in one transaction of one store.
//!
//! Owns: comparing the approved plan with the data as it is now, and the order of the steps. Leaves to others: what becomes
//! of which row ([`crate::plan`]), whether it is true afterwards ([`crate::verify`]).
//!
//! # The order
//! 1. Values change: what stays lets go of what goes.
//! 2. Rows go, those that refer before those to which they refer; tables that refer to each other in a circle together.
//!
//! Everything is read, decided and compared again inside the transaction that changes it, so that doing it twice does
//! nothing: the second time the person's own row is gone, and nothing is reached. Whatever was reached and stays as it is, is
//! held against changes by others until the end; what goes or changes is held by that, and if somebody else changed it since
//! it was read, the store refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_stores::schema::Table;
use abide_stores::{Error, Key, Lookup, Row, Store, Value};
use jiff::civil::Date;

use crate::atlas::{Atlas, Spot};
use crate::hold::Holds;
use crate::neutral::is_made_up;
use crate::plan::still::{self, Written};
use crate::plan::{self, Fate, Fates, Fingerprint, Plan, StorePlan};
use crate::reach::{Known, Reached, Rows, Sessions, Subject, SubjectAt, reach_under};
use crate::sweep::{self, Swept, Trace};
use crate::together::{Together, Whose, shares};
use crate::verify::Residue;

mod glimpse;
mod hand;
mod watch;

pub use glimpse::Glimpse;
pub(crate) use hand::Changes;
use hand::{Counts, Hand};
pub(crate) use watch::Watch;

/// Takes out of texts what tells about people.
pub trait Redactor: Send + Sync {
    /// The text without what tells about these people: values by which they are known. With `everybody`, without anything
    /// that tells about anybody.
    fn redact(&self, text: &str, people: &[String], everybody: bool) -> String;
}

/// What an erasure works with.
#[derive(Clone)]
pub struct Work<'a> {
    /// The maps.
    pub atlas: &'a Atlas,
    /// The stores, in the order of the atlas.
    pub stores: &'a [Arc<dyn Store>],
    /// Whose data it is.
    pub subjects: &'a [Subject],
    /// Today.
    pub today: Date,
    /// What makes values that must differ; random, and forgotten afterwards.
    pub seed: [u8; 16],
    /// What takes people out of texts.
    pub redactor: &'a dyn Redactor,
    /// The legal holds that stand.
    pub holds: &'a Holds,
    /// By what each of them was known when an earlier step was noted, in their order; none of who is not begun. The rows that said so
    /// may be gone.
    pub known: Arc<[BTreeSet<String>]>,
}

/// Told in which table of a store rows change or go next, how many have, and of how many.
pub type Far<'a> = &'a mut (dyn FnMut(&str, u64, u64) + Send);

/// Why a plan was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The store failed; nothing was saved.
    #[error(transparent)]
    Store(#[from] Error),
    /// The data is not what it was when the plan was approved; nothing was changed.
    #[error("the data changed after the plan was approved: look at the new plan")]
    Changed {
        /// What would be done now.
        now: Box<StorePlan>,
    },
    /// The store deleted or changed another number of rows than planned; nothing was saved.
    #[error(
        "a trigger or rule of the store interferes: {there} rows of `{table}` went or changed where {planned} were planned; {BY_HAND}"
    )]
    Count {
        /// Which table.
        table: String,
        /// So many were planned.
        planned: u64,
        /// So many there were.
        there: u64,
    },
    /// The store added rows by itself; nothing was saved.
    #[error(
        "a trigger or rule of the store adds rows to {}, of which no plan tells; {BY_HAND}",
        quoted(tables)
    )]
    Added {
        /// To which tables of the map.
        tables: Vec<String>,
    },
}

/// What to do about a trigger.
const BY_HAND: &str = "whoever looks after the store can change it or switch it off meanwhile, or see to the rows by hand";

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Work<'_> {
    /// Makes the plan. Nothing is changed.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn plan(&self) -> Result<Plan, Error> {
        let mut sessions = Sessions::open(self.stores, None).await?;
        let fates = self.fates(&mut sessions).await?;
        let mut plan = Plan::of(self.atlas, &fates, self.today);
        plan.foretell(self.atlas, &mut sessions, &fates).await?;
        Ok(plan)
    }

    pub(crate) async fn fates(&self, sessions: &mut Sessions) -> Result<Fates, Error> {
        self.decide(sessions, None, None).await
    }

    /// What becomes of everything that is there. What was looked for `before` need not be prepared again; new texts that are known
    /// already, of one store, are added to `texts`.
    async fn decide(
        &self,
        sessions: &mut Sessions,
        before: Option<&Rows>,
        texts: Option<(usize, &mut Written)>,
    ) -> Result<Fates, Error> {
        let noted = self.known.iter().cloned().enumerate().collect();
        let sought = before.and_then(|rows| rows.sought.clone());
        let known = Known { noted, sought };
        let rows = reach_under(self.atlas, sessions, self.subjects, self.holds, known).await?;
        let mut fates = plan::decide(self.atlas, sessions, rows, self.today, self.holds).await?;
        still::leave_out(self.atlas, sessions, &mut fates, self.redactor, texts).await?;
        Ok(fates)
    }

    /// Carries out the part of an approved plan that is about one store, without saving it yet.
    ///
    /// # Errors
    /// [`Stop`]: then nothing was changed.
    pub async fn prepare(&self, approved: &StorePlan) -> Result<Ready, Stop> {
        let mut sessions = Sessions::open(self.stores, Some(approved.store)).await?;
        let mut texts = Written::new();
        let fates = self.decide(&mut sessions, None, Some((approved.store, &mut texts))).await?;
        if plan::fingerprint(self.atlas, &fates, approved.store) != approved.fingerprint {
            return Err(Stop::Changed { now: Box::new(self.part(&fates, approved.store)) });
        }
        let far: Far<'_> = &mut |_, _, _| ();
        let done = self.apply(&mut sessions, fates, texts, approved.store, far).await?;
        let left = self.left_of(&done, &mut sessions).await?;
        let cut_off =
            cut_off(self.atlas, &done, &left.rows).map(|(_, row)| (row.spot, row.key.clone()));
        let (stores, cut_off) = (self.fingerprints(&left), cut_off.collect());
        let everybody: BTreeSet<SubjectAt> = (0..self.subjects.len()).collect();
        let found = sweep::near(self.atlas, &mut sessions, &done, &everybody).await?;
        let mut after = After { stores, cut_off, ..After::default() };
        for (row, fate) in glimpse::touched(&done.rows, &done.fates, done.store) {
            after.remember(self.atlas, row, fate);
        }
        found.into_values().for_each(|swept| after.note(swept));
        Ok(Ready { sessions, done, after })
    }

    /// What whoever comes next will see: they know the people by what is noted with this step.
    async fn left_of(&self, done: &Done, sessions: &mut Sessions) -> Result<Fates, Error> {
        let mut known = done.known(self.atlas);
        let known = (0..self.subjects.len()).map(|at| known.remove(&at).unwrap_or_default());
        let next = Self { known: known.collect(), ..self.clone() };
        next.decide(sessions, Some(&done.rows), None).await
    }

    /// Does to one store what was decided.
    async fn apply(
        &self,
        sessions: &mut Sessions,
        fates: Fates,
        texts: Written,
        store: usize,
        far: Far<'_>,
    ) -> Result<Done, Stop> {
        self.hold(sessions, &fates, store).await?;
        let known = known_values(self.atlas, &fates.rows);
        let hand = Hand { work: self, sessions, known, texts, fates: &fates, store };
        let Counts { gone, deleted, changed, now } = hand.apply(far).await?;
        Ok(Done { store, deleted, changed, rows: fates.rows, fates: fates.of, gone, now })
    }

    /// Carries out the parts of several people's approved plans that are about one store, in one pass and without saving it
    /// yet: `approved` has one for each of the people, in their order. Left out is whose data changed, and who shares rows
    /// with another of them: what becomes of those rows depends on who comes first.
    ///
    /// # Errors
    /// [`Stop`]: then nothing was changed.
    pub async fn prepare_each(
        &self,
        store: usize,
        approved: &[Fingerprint],
        far: Far<'_>,
    ) -> Result<Together, Stop> {
        let mut sessions = Sessions::open(self.stores, Some(store)).await?;
        let mut texts = Written::new();
        let mut fates = self.decide(&mut sessions, None, Some((store, &mut texts))).await?;
        let whose = Whose::of(&fates);
        let now = whose.fingerprints(self.atlas, &fates, store, approved.len());
        let as_approved = |s: &SubjectAt| whose.is_alone(*s) && now.get(*s) == approved.get(*s);
        let mine: BTreeSet<SubjectAt> = (0..approved.len()).filter(as_approved).collect();
        fates.of.retain(|at, _| whose.row(*at).is_some_and(|s| mine.contains(&s)));
        let done = self.apply(&mut sessions, fates, texts, store, far).await?;
        let left = self.left_of(&done, &mut sessions).await?;
        let mut shares = shares(self.atlas, &done, &whose, &mine, &left);
        for (person, swept) in sweep::near(self.atlas, &mut sessions, &done, &mine).await? {
            if let Some(share) = shares.get_mut(&person) {
                share.after.note(swept);
            }
        }
        Ok(Together { sessions, done, shares })
    }

    /// What the rows of a store that change shall hold, by table and columns.
    pub(crate) async fn wanted(
        &self,
        sessions: &mut Sessions,
        fates: &Fates,
        store: usize,
    ) -> Result<Changes, Error> {
        let known = known_values(self.atlas, &fates.rows);
        let texts = Written::new();
        Hand { work: self, sessions, known, texts, fates, store }.changes().await
    }

    /// The digest of what can be reached, store by store.
    pub(crate) fn fingerprints(&self, fates: &Fates) -> Vec<Fingerprint> {
        let stores = 0..self.atlas.parts.len();
        stores.map(|store| plan::fingerprint(self.atlas, fates, store)).collect()
    }

    /// Holds the rows that stay as they are.
    async fn hold(
        &self,
        sessions: &mut Sessions,
        fates: &Fates,
        store: usize,
    ) -> Result<(), Error> {
        let mut held: BTreeMap<usize, Vec<Vec<Value>>> = BTreeMap::new();
        let changes = |at: &usize| match fates.of.get(at) {
            Some(Fate::Delete) => true,
            Some(Fate::Change(columns, _)) => !columns.is_empty(),
            Some(Fate::Share | Fate::Keep(_)) | None => false,
        };
        for (at, row) in fates.rows.all.iter().enumerate().filter(|(_, r)| r.spot.store == store) {
            if !changes(&at) {
                held.entry(row.spot.table).or_default().push(row.key.0.to_vec());
            }
        }
        for (table, values) in held {
            let lookup = Lookup {
                table,
                by: &[],
                values: &values,
                when: &[],
                want: &[],
                hold: true,
                refers: false,
            };
            let mut sink = |_: Row| ControlFlow::Continue(());
            sessions.at(store)?.find(&lookup, &mut sink).await?;
        }
        Ok(())
    }

    /// [`Work::prepare`], and saves it.
    ///
    /// # Errors
    /// [`Stop`]: then nothing was changed, except where the connection was lost while the store was saving.
    pub async fn carry_out(&self, approved: &StorePlan) -> Result<Done, Stop> {
        Ok(self.prepare(approved).await?.save().await?)
    }

    /// Whether a step whose end nobody saw was saved: `after` is what [`Ready::after`] said of its store, as it was noted before.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn standing(
        &self,
        approved: &StorePlan,
        after: Option<Fingerprint>,
    ) -> Result<Standing, Error> {
        let now = plan::fingerprint(self.atlas, &self.now().await?, approved.store);
        Ok(if now == approved.fingerprint {
            Standing::Before
        } else if after == Some(now) {
            Standing::After
        } else {
            Standing::Elsewhere
        })
    }

    /// What there is to do in one store, as the data is now.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn left(&self, store: usize) -> Result<StorePlan, Error> {
        Ok(self.part(&self.now().await?, store))
    }

    /// What there is to do in all stores, as the data is now.
    pub(crate) async fn now(&self) -> Result<Fates, Error> {
        let mut sessions = Sessions::open(self.stores, None).await?;
        self.fates(&mut sessions).await
    }

    pub(crate) fn part(&self, fates: &Fates, store: usize) -> StorePlan {
        let now = Plan::of(self.atlas, fates, self.today);
        let empty = || StorePlan::empty(self.atlas, fates, store);
        now.stores.into_iter().find(|s| s.store == store).unwrap_or_else(empty)
    }
}

/// Where a step stands whose end nobody saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was saved.
    Before,
    /// All of it was.
    After,
    /// The data is neither as it was planned for nor as the step leaves it.
    Elsewhere,
}

/// What there is of a person once a step is saved: noted before, so that whoever comes after a crash can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The digest of what can be reached, store by store: a step may cut off what is in another store.
    pub stores: Vec<Fingerprint>,
    /// Rows that must stay, and to which nothing leads from the person any more.
    pub cut_off: Vec<(Spot, Key)>,
    /// Where rows of the store that stay still tell of the person.
    pub found: BTreeSet<Residue>,
    /// In which of them: some, if they are many.
    pub rows: Vec<Trace>,
    /// Some of the rows that go or change, as they were: while one is there so, nothing was saved.
    pub before: BTreeSet<Glimpse>,
}

impl After {
    fn note(&mut self, swept: Swept) {
        self.found.extend(swept.found.into_iter().flatten());
        self.rows.extend(swept.rows);
    }
}

/// Rows that must stay with what they say, and to which nothing leads any more. Those that no key names for long are left out: another
/// may have their place by then.
pub(crate) fn cut_off<'a>(
    atlas: &'a Atlas,
    done: &'a Done,
    left: &'a Rows,
) -> impl Iterator<Item = (usize, &'a Reached)> {
    let stay = done.fates.iter().filter(|(_, fate)| matches!(fate, Fate::Keep(_)));
    let rows = stay.filter_map(|(at, _)| Some((*at, done.rows.all.get(*at)?)));
    let named = |row: &Reached| atlas.table(row.spot).is_some_and(Table::has_lasting_key);
    rows.filter(move |(_, row)| named(row) && left.get(row.spot, &row.key).is_none())
}

/// A step that is done but not saved. Dropped, it never was.
pub struct Ready {
    sessions: Sessions,
    done: Done,
    after: After,
}

impl Ready {
    /// What is done, if it is saved.
    #[must_use]
    pub const fn done(&self) -> &Done {
        &self.done
    }

    /// What there will be.
    #[must_use]
    pub const fn after(&self) -> &After {
        &self.after
    }

    /// Saves it.
    ///
    /// # Errors
    /// Whatever the store reports: then nothing was saved, unless the connection was lost meanwhile.
    pub async fn save(self) -> Result<Done, Error> {
        self.sessions.commit().await?;
        Ok(self.done)
    }
}

/// What was done to one store, and is saved.
#[derive(Debug)]
pub struct Done {
    /// The store.
    pub store: usize,
    /// Rows that went.
    pub deleted: u64,
    /// Rows that changed.
    pub changed: u64,
    /// What was reached, for verifying.
    pub rows: Rows,
    /// What was decided about each row.
    pub fates: BTreeMap<usize, Fate>,
    /// The numbers of the rows that went.
    pub gone: BTreeSet<usize>,
    /// The rows that changed, and into what.
    pub now: Written,
}

/// The values by which each person is known, as they stand in their own rows and in duplicates that were merged into them, and as they
/// stood in those of stores whose step is done. What an earlier erasure put there is none.
pub(crate) fn known_values(atlas: &Atlas, rows: &Rows) -> BTreeMap<SubjectAt, BTreeSet<String>> {
    let mut values = rows.noted.clone();
    for row in rows.all.iter().filter(|row| row.is_subject(atlas)) {
        let texts = known_by(atlas, row);
        for claim in row.claims.iter().filter(|c| row.is_claim_of_subject(atlas, c)) {
            values.entry(claim.subject).or_default().extend(texts.iter().cloned());
        }
    }
    values
}

/// The values in a person's row by which they are known.
pub(crate) fn known_by(atlas: &Atlas, row: &Reached) -> BTreeSet<String> {
    let known = atlas.known.iter().filter(|k| k.spot == row.spot);
    let texts = known.filter_map(|k| {
        let text = row.value(atlas, k.column)?.text()?;
        (!text.trim().is_empty() && !is_made_up(&text)).then(|| text.into_owned())
    });
    texts.collect()
}

//! Approved plans of several people, carried out in one pass over a store.
//!
//! Owns: telling, when many people are looked for at once, whose rows are one person's alone, so that each plan is compared and
//! counted as if nobody else had been looked for. Leaves to others: finding, deciding and doing ([`crate::execute`]).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use abide_stores::Error;

use crate::atlas::Atlas;
use crate::execute::{After, Done, cut_off, known_values};
use crate::plan::{Fate, Fates, Fingerprint, Kept, digest, lines};
use crate::reach::{Sessions, SubjectAt};

/// Which rows hang together: those that one person owns, and those of which one refers to another that should go.
///
/// What becomes of a row depends on nothing outside. So where one person alone hangs on rows, they are decided about as if
/// nobody else were looked for.
pub(crate) struct Whose {
    /// For each row, one that stands for all with which it hangs together.
    heads: Vec<usize>,
    people: HashMap<usize, BTreeSet<SubjectAt>>,
    /// Those who share rows with another.
    sharing: BTreeSet<SubjectAt>,
}

impl Whose {
    pub(crate) fn of(fates: &Fates) -> Self {
        let mut heads: Vec<usize> = (0..fates.rows.all.len()).collect();
        let mut first: BTreeMap<SubjectAt, usize> = BTreeMap::new();
        for (at, row) in fates.rows.all.iter().enumerate() {
            for claim in row.claims.iter().filter(|c| c.owned) {
                join(&mut heads, at, *first.entry(claim.subject).or_insert(at));
            }
        }
        for (child, parent) in &fates.links {
            join(&mut heads, *child, *parent);
        }
        let heads: Vec<usize> = (0..heads.len()).map(|at| head(&mut heads, at)).collect();
        let mut people: HashMap<usize, BTreeSet<SubjectAt>> = HashMap::new();
        for (subject, at) in first {
            people.entry(heads.get(at).copied().unwrap_or(at)).or_default().insert(subject);
        }
        let sharing = people.values().filter(|p| p.len() > 1).flatten().copied().collect();
        Self { heads, people, sharing }
    }

    fn people(&self, row: usize) -> impl Iterator<Item = SubjectAt> {
        let people = self.heads.get(row).and_then(|head| self.people.get(head));
        people.into_iter().flatten().copied()
    }

    /// The one person on whom a row hangs.
    pub(crate) fn row(&self, row: usize) -> Option<SubjectAt> {
        self.people(row).next().filter(|person| self.is_alone(*person))
    }

    /// Whether nothing of a person's is another's.
    pub(crate) fn is_alone(&self, person: SubjectAt) -> bool {
        !self.sharing.contains(&person)
    }

    /// What is done to a store, for each of so many people by itself.
    pub(crate) fn fingerprints(
        &self,
        atlas: &Atlas,
        fates: &Fates,
        store: usize,
        people: usize,
    ) -> Vec<Fingerprint> {
        let mut each = vec![Vec::new(); people];
        for (at, line) in lines(atlas, fates, store) {
            for person in self.people(at) {
                each.get_mut(person).map(|l: &mut Vec<_>| l.push(line.clone())).unwrap_or_default();
            }
        }
        each.into_iter().map(digest).collect()
    }
}

fn head(heads: &mut [usize], mut at: usize) -> usize {
    while let Some(above) = heads.get(at).copied().filter(|above| *above != at) {
        let top = heads.get(above).copied().unwrap_or(above);
        heads.get_mut(at).map(|h| *h = top).unwrap_or_default();
        at = top;
    }
    at
}

fn join(heads: &mut [usize], one: usize, other: usize) {
    let (one, other) = (head(heads, one), head(heads, other));
    heads.get_mut(one).map(|h| *h = other).unwrap_or_default();
}

/// What a pass does for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Rows that go.
    pub deleted: u64,
    /// Rows that change.
    pub changed: u64,
    /// Rows that stay for some time, by table and reason.
    pub kept: BTreeMap<(String, Kept), u64>,
    /// What there is of the person afterwards: noted before it is saved.
    pub after: After,
    /// The values by which the person is known.
    pub known: BTreeSet<String>,
}

/// What a pass did for each of the people whose plan it carried out.
pub(crate) fn shares(
    atlas: &Atlas,
    done: &Done,
    whose: &Whose,
    mine: &BTreeSet<SubjectAt>,
    left: &Fates,
) -> BTreeMap<SubjectAt, Share> {
    let mut known = known_values(atlas, &done.rows);
    let people = mine.iter().max().map_or(0, |last| last + 1);
    let still = Whose::of(left);
    let stores = (0..atlas.parts.len()).map(|store| still.fingerprints(atlas, left, store, people));
    let stores: Vec<Vec<Fingerprint>> = stores.collect();
    let share = |person: &SubjectAt| {
        let known = known.remove(person).unwrap_or_default();
        let stores = stores.iter().filter_map(|each| each.get(*person).copied()).collect();
        let after = After { stores, ..After::default() };
        (*person, Share { deleted: 0, changed: 0, kept: BTreeMap::new(), after, known })
    };
    let mut shares: BTreeMap<SubjectAt, Share> = mine.iter().map(share).collect();
    for (at, row) in cut_off(atlas, done, &left.rows) {
        if let Some(share) = whose.row(at).and_then(|person| shares.get_mut(&person)) {
            share.after.cut_off.push((row.spot, row.key.clone()));
        }
    }
    for (at, fate) in &done.fates {
        let here = done.rows.all.get(*at).filter(|r| r.spot.store == done.store);
        let share = whose.row(*at).and_then(|person| shares.get_mut(&person));
        let Some((row, share)) = here.zip(share) else { continue };
        share.after.remember(atlas, row, fate);
        match fate {
            Fate::Delete => share.deleted += 1,
            Fate::Change(columns, _) if columns.is_empty() => {}
            Fate::Change(..) => share.changed += 1,
            Fate::Keep(kept) => {
                *share.kept.entry((atlas.name(row.spot), kept.clone())).or_default() += 1;
            }
            Fate::Share => {}
        }
    }
    shares
}

/// A pass that is done but not saved. Dropped, it never was.
pub struct Together {
    pub(crate) sessions: Sessions,
    pub(crate) done: Done,
    pub(crate) shares: BTreeMap<SubjectAt, Share>,
}

impl Together {
    /// What it does for each of the people who were not left out.
    #[must_use]
    pub const fn shares(&self) -> &BTreeMap<SubjectAt, Share> {
        &self.shares
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

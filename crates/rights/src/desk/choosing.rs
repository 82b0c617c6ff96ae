//! Whom a request is about, where somebody must say so: people who are found are chosen by codes.
//!
//! Owns: the codes, and noting who was chosen. Leaves to others: looking for people ([`crate::find`]), showing them.

use std::fmt;

use abide_policy::vocab::{Fact, RequestKind};
use abide_records::people::Keyed;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::document::{document, rows_of};
use super::theirs::{seen, signs};
use super::{Act, At, Case, Desk, Failed, report, saved};
use crate::atlas::Atlas;
use crate::find::{Candidate, together};
use crate::identity::{Asked, Given};
use crate::reach::{Sessions, Subject};
use crate::state::Event;

/// By what somebody is chosen among those who are found: it is theirs whoever else is found beside them, and another one as soon
/// as other rows are them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code(String);

/// So many bytes tell those who are found for one question apart, and can be typed.
const BYTES: usize = 4;

impl Code {
    /// The code of somebody who was found.
    #[must_use]
    pub fn of(atlas: &Atlas, found: &Candidate) -> Self {
        let mut rows = rows_of(atlas, &found.subject);
        rows.sort();
        let mut hash = Sha256::new();
        for row in &rows {
            // Each with its length, so that no two lists are written alike.
            for part in [&row.store, &row.table, &serde_json::json!(row.key).to_string()] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part.as_bytes());
            }
        }
        let mut digits = HEXLOWER.encode(&hash.finalize());
        digits.truncate(2 * BYTES);
        Self(digits)
    }

    /// A code as somebody typed it.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.trim().to_ascii_lowercase())
    }

    /// As it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Those of the candidates who have these codes.
///
/// # Errors
/// [`Failed::NoCandidate`] if a code is nobody's, or would be two people's.
pub fn picked<'a>(
    atlas: &Atlas,
    found: &'a [Candidate],
    codes: &[Code],
) -> Result<Vec<&'a Candidate>, Failed> {
    let pick = |code: &Code| {
        let mut theirs = found.iter().filter(|candidate| Code::of(atlas, candidate) == *code);
        let one = theirs.next().filter(|_| theirs.next().is_none());
        one.ok_or_else(|| Failed::NoCandidate(code.clone()))
    };
    codes.iter().map(pick).collect()
}

impl Desk {
    /// Says whom it is about: the candidates of these codes, together; nobody if empty.
    ///
    /// # Errors
    /// If the request does not wait for it, or nobody who is found now has such a code.
    pub async fn settle(
        &self,
        at: impl Into<At<'_>>,
        chosen: &[Code],
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let case = self.case(at).await?;
        // Looked for again: a number in a list would be somebody else's if one came or went meanwhile.
        let candidates = self.candidates(&case).await?;
        let picked = picked(&self.atlas, &candidates, chosen)?;
        self.settled(case, &candidates, &picked, act).await.map(drop)
    }

    pub(crate) async fn settled(
        &self,
        case: Case,
        found: &[Candidate],
        picked: &[&Candidate],
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        self.settled_as(case, found, &together(picked), picked.len(), act).await
    }

    /// As [`Desk::settled`]: these rows are the person, who are so many people.
    pub(super) async fn settled_as(
        &self,
        mut case: Case,
        found: &[Candidate],
        subject: &Subject,
        people: usize,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let known = self.known_of_each(subject).await?;
        let mut who = case.who.clone().unwrap_or_default();
        who.rows = Some(rows_of(&self.atlas, subject));
        who.signs = known.iter().map(|known| signs(known)).collect();
        who.seen = seen(&self.atlas, found);
        let beside = self.known_beside(&case, known, subject).await?;
        (who.lost, who.again) = (false, Vec::new());
        case.stored.subject = document(&who);
        let detail = serde_json::json!({ "people": people });
        let mut writing = self.records.write().await?;
        let (event, what) = (Event::IdentitySettled, report::IDENTIFIED);
        let id = &case.stored.id;
        self.going(&mut writing, &case, event, what, &detail, act).await?;
        for (fact, keyed) in beside {
            saved(writing.add_identity(id, &keyed, fact).await?, id)?;
        }
        writing.commit().await?;
        self.case(id).await
    }

    /// By what a person is remembered beside what they stated.
    async fn known_beside(
        &self,
        case: &Case,
        known: Vec<Vec<Given>>,
        subject: &Subject,
    ) -> Result<Vec<(Fact, Keyed)>, Failed> {
        let mut known: Vec<Given> = known.into_iter().flatten().collect();
        if case.stored.kind == RequestKind::Erasure {
            // By these it is told for years that somebody is there again: usually nobody else has them.
            known.retain(|given| given.fact() == Fact::Email);
            return Ok(Asked::of(known).map(|asked| self.marks(&asked)).unwrap_or_default());
        }
        // Whoever asks later may state another fact, and this request is theirs.
        let mut sessions = Sessions::open(&self.stores, None).await?;
        self.marks_only(&mut sessions, &known, subject).await
    }
}

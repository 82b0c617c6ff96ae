//! Taking what erasures left behind out of the files of stores, after requests are closed.
//!
//! Owns: which closed requests wait for a store to be cleaned, and from which day on they may say when logs and backups have
//! forgotten what went: a backup that is made before has it too. Leaves to others: cleaning (`abide-stores`), when it is
//! tried — after a batch, and once a day.
//!
//! A request waits as a reminder, so that whoever comes next goes on; a person sees it only if it is not done within a week.

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_records::Writing;
use abide_records::requests::Saved;
use abide_records::requests::duties::Reminder;
use abide_stores::{Remains, Store};
use serde_json::json;

use super::report::{CLEANED, Cleaned};
use super::watching::{AtWork, Doing};
use super::{Act, Desk, Failed, note};

/// What is told of a store in which dead rows are left, and the code of the reminder to have it cleaned.
pub const UNTIL_CLEANED: &str = Remains::UntilCleaned.word();

impl Desk {
    /// Removes what erasures freed in a store's files, as far as it can be told to, and says what of it remains. It reads and
    /// writes them whole. Closed requests that waited for it say by which day backups forget what went. `None` if there is no
    /// such store.
    ///
    /// # Errors
    /// Whatever the store reports, or our own tables.
    pub async fn rebuild(&self, store: usize, act: Act<'_>) -> Result<Option<Remains>, Failed> {
        let (Some(opened), Some(part)) = (self.stores.get(store), self.atlas.parts.get(store))
        else {
            return Ok(None);
        };
        // Whoever is erased while it is cleaned may be left in it, and waits for the next time.
        let waiting = self.waiting_in(&part.map.id).await?;
        let remains = self.cleaned(&**opened, waiting.len()).await?;
        if remains != Remains::UntilCleaned && !waiting.is_empty() {
            let mut writing = self.records.write().await?;
            for reminder in &waiting {
                let done = Reminder { done_at: Some(act.now), ..reminder.clone() };
                // It may be forgotten by now.
                if writing.remind(&done).await? == Saved::Done {
                    self.note_cleaned(&mut writing, reminder, remains, act).await?;
                }
            }
            writing.commit().await?;
        }
        Ok(Some(remains))
    }

    /// Cleans a store, for so many requests that wait for it.
    async fn cleaned(&self, store: &dyn Store, requests: usize) -> Result<Remains, Failed> {
        let told = self.telling_how_far();
        let work = AtWork::new(Doing::Cleaning, requests as u64);
        let work = AtWork { store: Some(store.id()), ..work };
        told.tell(work);
        let mut far = |table: &str, done, of| {
            told.tell(AtWork { table: Some(table), done, of: Some(of), ..work });
        };
        Ok(store.settle_telling(&mut far).await?)
    }

    /// The stores, by their numbers, for which closed requests wait to be cleaned.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn uncleaned(&self) -> Result<BTreeSet<usize>, Failed> {
        let waiting = self.records.stores_reminded_of(UNTIL_CLEANED).await?;
        let parts = self.atlas.parts.iter().enumerate();
        Ok(parts.filter(|(_, part)| waiting.contains(&part.map.id)).map(|(at, _)| at).collect())
    }

    async fn waiting_in(&self, store: &Id) -> Result<Vec<Reminder>, Failed> {
        let mut all: Vec<Reminder> = Vec::new();
        loop {
            let after = all.last().map(|reminder| &reminder.request);
            let page = self.records.reminders_in(store, UNTIL_CLEANED, after).await?;
            if page.is_empty() {
                return Ok(all);
            }
            all.extend(page);
        }
    }

    /// Says of a closed request that a store was cleaned: from today on its backups have nothing more of what went.
    pub(super) async fn note_cleaned(
        &self,
        writing: &mut Writing,
        reminder: &Reminder,
        remains: Remains,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let part = self.atlas.parts.iter().find(|part| part.map.id == reminder.store);
        let cleaned = Cleaned {
            store: reminder.store.to_string(),
            what: remains.word().to_owned(),
            gone_by: part.and_then(|part| part.map.backups).map(|period| period.end(act.today)),
        };
        note(writing, &reminder.request, act, CLEANED, &json!(cleaned)).await
    }
}

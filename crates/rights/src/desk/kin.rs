//! Which requests are about the same person, by the keyed hashes of what was stated: also those of which nothing else is known
//! any more.
//!
//! Owns: looking them up. Leaves to others: whether they are in truth one person's (a telephone number changes hands; people
//! decide), what of them is shown.

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_records::requests as stored;

use super::document::Who;
use super::{Case, Desk, Failed, asked, keyed};
use crate::identity::{Asked, Given};

impl Desk {
    /// The requests in which one of these facts was stated, open or closed, in the order of their ids.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn requests_about(&self, facts: &[Given]) -> Result<Vec<stored::Request>, Failed> {
        let Some(keys) = &self.keys else { return Ok(Vec::new()) };
        let mut ids: BTreeSet<Id> = BTreeSet::new();
        for alone in Asked::each(facts) {
            for (_, who) in keys.lookups(&alone).iter().filter_map(keyed) {
                ids.extend(self.records.requests_of(who.hash).await?);
            }
        }
        let mut found = Vec::new();
        for id in ids {
            found.extend(self.records.request(&id).await?);
        }
        Ok(found)
    }

    /// Other requests that are open and in which one of the same facts was stated: perhaps the same was asked twice.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn open_beside(&self, case: &Case) -> Result<Vec<stored::Request>, Failed> {
        let asked = case.who.as_ref().and_then(|who| asked(who).ok());
        let Some(asked) = asked else { return Ok(Vec::new()) };
        let mut found = self.requests_about(asked.given()).await?;
        found.retain(|r| r.id != case.stored.id && !stored::is_closed(r.state));
        Ok(found)
    }
}

impl Who {
    /// Whether the same was stated and wished, whatever is known of the person by now.
    #[must_use]
    pub fn states_the_same(&self, other: &Self) -> bool {
        self.facts == other.facts && self.country == other.country && self.wish == other.wish
    }
}

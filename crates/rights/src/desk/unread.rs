//! Requests that are done but for a sweep, which may not read a table: they wait for the right to it, and say so.
//!
//! Owns: what is noted of them, and whether it is so still. Leaves to others: finding out ([`crate::sweep`]), when they are tried
//! again ([`super::work`]).

use abide_policy::text::Id;
use abide_policy::vocab::{RequestState, Waits};
use abide_records::requests::history::Event as Noted;
use abide_records::requests::queue::Filter;
use abide_stores::Error;
use serde_json::{Value, json};

use super::{Act, Case, Desk, Failed};
use crate::atlas::Spot;
use crate::state::Event;
use crate::sweep::unreadable;

/// What is told of a store that is waited for.
pub(super) const AWAY: &str = "store-away";
/// Where it names the tables that may not be read.
const TABLES: &str = "unreadable";

/// The tables that may not be read, by what a request's history told last of the store that it waits for; none if the store did not answer.
#[must_use]
pub fn unread_tables(history: &[Noted]) -> Vec<String> {
    let last = history.iter().rev().find(|event| event.what.as_str() == AWAY);
    let told = last.and_then(|e| serde_json::from_str::<Value>(e.detail.as_str()).ok());
    let tables = told.as_ref().and_then(|told| told.get(TABLES)?.as_array());
    tables.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Desk {
    /// A sweep may not read these tables: the request waits until it may.
    pub(super) async fn unread_by(
        &self,
        case: Case,
        tables: &[String],
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        self.go(case, Event::StoreAway, AWAY, &json!({ TABLES: tables }), act).await
    }

    /// Requests that wait for the right to read tables, and which: as it was when they were tried last.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn unread(&self) -> Result<Vec<(Id, Vec<String>)>, Failed> {
        let states = [RequestState::Waiting].into_iter().collect();
        let filter = Filter { states, ..Filter::default() };
        let mut all = Vec::new();
        for stored in self.records.requests(&filter, None, 1000).await? {
            if stored.waits == Some(Waits::Store) {
                let tables = unread_tables(&self.history(&stored.id).await?);
                all.extend((!tables.is_empty()).then_some((stored.id, tables)));
            }
        }
        Ok(all)
    }

    /// Whether a request waits for the right to read a table that may not be read still: trying it again would only lengthen its
    /// history. What cannot be asked is tried.
    pub(super) async fn is_unread(&self, id: &Id) -> Result<bool, Failed> {
        let tables = unread_tables(&self.history(id).await?);
        let named = tables.iter().filter_map(|table| self.spot(table));
        let spots: Vec<Spot> = named.collect();
        let asked = unreadable(&self.atlas, &self.stores, &spots).await;
        Ok(matches!(asked, Err(Error::Unreadable { .. })))
    }

    fn spot(&self, name: &str) -> Option<Spot> {
        let mut parts = self.atlas.parts.iter().enumerate();
        parts.find_map(|(store, part)| {
            let table = name.strip_prefix(part.map.id.as_str())?.strip_prefix('.')?;
            Some(Spot { store, table: part.schema.table(table)? })
        })
    }
}

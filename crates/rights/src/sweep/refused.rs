//! Tables that a sweep may not read: whoever reads all but these would call clean what was not looked at.
//!
//! Owns: asking before the first row is read, and naming the table that refuses only when it is tried. Leaves to others: what
//! becomes of requests that wait for it (the desk).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use abide_stores::{Abilities, Error, May, Store};

use crate::atlas::{Atlas, Spot};

/// Asks the stores whether these tables may be read whole.
///
/// # Errors
/// [`Error::Unreadable`] with all that may not; whatever else a store reports.
pub(crate) async fn unreadable(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    spots: &[Spot],
) -> Result<(), Error> {
    let mut asked: BTreeMap<usize, Abilities> = BTreeMap::new();
    for at in spots.iter().map(|spot| spot.store).collect::<BTreeSet<usize>>() {
        if let Some(store) = stores.get(at) {
            asked.insert(at, store.abilities().await?);
        }
    }
    let mut refused: Option<(String, Vec<String>)> = None;
    for spot in spots {
        let known = stores.get(spot.store).zip(asked.get(&spot.store));
        let Some((store, abilities)) = known else { continue };
        if abilities.of(spot.table).read == May::Forbidden {
            let (_, tables) = refused.get_or_insert_with(|| (store.id().to_owned(), Vec::new()));
            tables.push(atlas.name(*spot));
        }
    }
    match refused {
        Some((store, tables)) => Err(Error::Unreadable { store, tables }),
        None => Ok(()),
    }
}

/// A refusal, with the table that it is about.
pub(super) fn named(error: Error, table: &str) -> Error {
    match error {
        Error::Forbidden { store, doing: "read" } => {
            Error::Unreadable { store, tables: vec![table.to_owned()] }
        }
        other => other,
    }
}

//! References that no foreign key declares and no edge covers: whose rows go would leave others behind that still name them.
//!
//! Owns: which of the references that [`crate::discover::guess`] finds matter, and to whom. Leaves to others: finding them;
//! references that the schema declares ([`super::references`]). Another store is not asked: only a person knows that an
//! export names the rows of a database.

use std::sync::Arc;

use abide_stores::schema::Column;
use abide_stores::{Error, Schema, Session};

use super::{BTreeMap, Notes, Seen, What, Word, owners};
use crate::atlas::{Atlas, Spot};
use crate::discover::{Guess, guess, keys};
use crate::sample::Sample;

/// The references of a store that nothing declares, by the values that were seen in it.
pub(super) async fn look(
    store: usize,
    schema: &Arc<Schema>,
    session: &mut dyn Session,
    seen: &BTreeMap<Spot, Seen>,
) -> Result<Vec<Guess>, Error> {
    let of = |table| seen.get(&Spot { store, table }).map(|seen| seen.sample.clone());
    let samples: Vec<Sample> =
        (0..schema.tables.len()).map(|table| of(table).unwrap_or_default()).collect();
    let schema = keys::likely(schema, &samples);
    guess::ask(session, &schema, &samples).await
}

pub(super) fn check(notes: &mut Notes<'_>, store: usize, guess: &Guess) {
    let atlas = notes.atlas;
    let (here, there) = (Spot { store, table: guess.table }, Spot { store, table: guess.to });
    let owned = owners::owned(atlas);
    let goes = |spot: Spot| owned.contains(&spot) && owners::may_go(atlas, spot);
    let of_file = column(atlas, there, guess.to_column).is_some_and(Column::is_of_file);
    let what = match of_file {
        true if goes(here) && !owned.contains(&there) => What::NamedFiles,
        false if here != there && goes(there) => What::UndeclaredReference,
        _ => return,
    };
    if is_decided(atlas, here, guess) {
        return;
    }
    let words = vec![
        ("parent", atlas.name(there).into()),
        ("count", Word::Count(guess.found)),
        ("of", Word::Count(guess.asked)),
    ];
    notes.note(what, here, &[guess.column], words);
}

fn column(atlas: &Atlas, spot: Spot, column: usize) -> Option<&Column> {
    atlas.table(spot)?.columns.get(column)
}

/// Whether the map says of the column what it is: an edge goes by it, people are known by it, or it is listed.
fn is_decided(atlas: &Atlas, here: Spot, guess: &Guess) -> bool {
    let by = |spot: Spot, columns: &[usize]| spot == here && columns.contains(&guess.column);
    let edge = atlas
        .flows
        .iter()
        .any(|f| by(f.source, &f.source_columns) || by(f.target, &f.target_columns));
    let known = atlas.known.iter().any(|k| by(k.spot, &[k.column]));
    let name = column(atlas, here, guess.column).map(|c| c.name.as_str());
    let listed = || {
        let columns = atlas.mapped(here).map(|t| t.columns.as_slice()).unwrap_or_default();
        columns.iter().any(|c| Some(c.name.as_str()) == name)
    };
    edge || known || listed()
}

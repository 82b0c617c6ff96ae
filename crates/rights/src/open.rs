//! Opening the stores of maps.
//!
//! Owns: from what a map says a store is to its connector: one line for each kind. Leaves to others: the connectors
//! (`abide-stores`), reading map files, where environment variables come from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use abide_policy::map::{Place, StoreMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::vocab::StoreKind;
use abide_stores::files::{Files, Format, Kind, Kinds};
use abide_stores::postgres::Postgres;
use abide_stores::sqlite::Sqlite;
use abide_stores::{Error, Store};

use crate::atlas::{Atlas, Part, Unknown};

/// A map with where it lies and which policy it falls under.
pub struct Mapped {
    /// The map.
    pub map: StoreMap,
    /// The folder of the map file: places are relative to it.
    pub folder: PathBuf,
    /// Its policy, in the version in force.
    pub policy: Option<Arc<Policy>>,
}

/// Why the stores of a site cannot be worked with.
#[derive(Debug, thiserror::Error)]
pub enum NotOpen {
    /// A store.
    #[error(transparent)]
    Store(#[from] Error),
    /// The environment variable is not there.
    #[error(
        "the place of the store `{store}` is said by the environment variable `{variable}`, which is not set: set it to the store's address"
    )]
    NoPlace {
        /// Which store.
        store: String,
        /// Which variable.
        variable: String,
    },
    /// Two maps of one file: their sessions would wait for each other for ever.
    #[error(
        "the maps `{first}` and `{second}` are of one database file: put their tables into one map, and make edges between them without `of-store`"
    )]
    OneFile {
        /// A map.
        first: String,
        /// The other one.
        second: String,
    },
    /// Names that the stores do not have.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Names(Vec<Unknown>),
}

/// Opens every store, reads its schema and resolves the maps against them.
///
/// # Errors
/// [`NotOpen`], which never holds credentials.
pub async fn open(
    maps: Vec<Mapped>,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<(Atlas, Vec<Arc<dyn Store>>), NotOpen> {
    let (mut parts, mut stores) = (Vec::new(), Vec::new());
    for Mapped { map, folder, policy } in maps {
        let store = one(&map, &folder, variable).await?;
        apart(&stores, &store)?;
        let schema = store.schema().await?;
        parts.push(Part { map, schema, policy });
        stores.push(store);
    }
    let atlas = Atlas::new(parts).map_err(NotOpen::Names)?;
    let moving = atlas.without_lasting_key();
    if moving.is_empty() { Ok((atlas, stores)) } else { Err(NotOpen::Names(moving)) }
}

/// No two stores are one file, by whatever name.
fn apart(stores: &[Arc<dyn Store>], store: &Arc<dyn Store>) -> Result<(), NotOpen> {
    let file = |store: &Arc<dyn Store>| std::fs::canonicalize(store.file()?).ok();
    let own = file(store);
    let other = stores.iter().find(|other| own.is_some() && file(other) == own);
    let (first, second) = (other.map(|other| other.id().to_owned()), store.id().to_owned());
    first.map_or(Ok(()), |first| Err(NotOpen::OneFile { first, second }))
}

/// Opens one store.
///
/// # Errors
/// As [`open`].
pub async fn one(
    map: &StoreMap,
    folder: &Path,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Arc<dyn Store>, NotOpen> {
    let place = match &map.place {
        Place::Here(place) => place.clone(),
        Place::Environment(name) => variable(name).ok_or_else(|| NotOpen::NoPlace {
            store: map.id.to_string(),
            variable: name.clone(),
        })?,
    };
    let id = map.id.as_str();
    Ok(match map.kind {
        StoreKind::Sqlite => {
            let file = folder.join(place);
            Arc::new(match map.read_only {
                true => Sqlite::open_read_only(id, &file).await?,
                false => Sqlite::open(id, &file).await?,
            })
        }
        StoreKind::Postgresql => {
            let store = match map.read_only {
                true => Postgres::open_read_only(id, &place).await?,
                false => Postgres::open(id, &place).await?,
            };
            Arc::new(store.mapped(map.tables.iter().map(|t| t.name.clone())))
        }
        StoreKind::Files => {
            let kinds = map.tables.iter().map(|table| kind(map, table)).collect();
            let files = files(id, &place, folder, kinds, variable).await?;
            Arc::new(if map.read_only { files.read_only() } else { files })
        }
    })
}

/// The kinds of files in a folder that no map describes yet: each may become a table of its name.
///
/// # Errors
/// As [`open`].
pub async fn kinds(
    id: &str,
    place: &str,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Kinds, NotOpen> {
    Ok(files(id, place, Path::new("."), Vec::new(), variable).await?.kinds().await?)
}

async fn files(
    id: &str,
    place: &str,
    folder: &Path,
    kinds: Vec<Kind>,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Files, Error> {
    match place.starts_with(BUCKET) {
        true => bucket(id, place, kinds, variable).await,
        false => Files::open(id, &folder.join(place), kinds),
    }
}

/// What begins the address of a folder in a bucket of S3.
pub const BUCKET: &str = "s3://";

#[cfg(feature = "s3")]
async fn bucket(
    id: &str,
    address: &str,
    kinds: Vec<Kind>,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Files, Error> {
    Files::open_bucket(id, address, kinds, variable).await
}

#[cfg(not(feature = "s3"))]
async fn bucket(
    id: &str,
    _: &str,
    _: Vec<Kind>,
    _: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Files, Error> {
    let code = "this program was built without S3: build it with `--features s3`".to_owned();
    Err(Error::Open { store: id.to_owned(), code })
}

/// A kind of files: the table's name is the glob of its files, whose ending tells what is in them.
fn kind(map: &StoreMap, table: &TableMap) -> Kind {
    let format = Format::of(&table.name);
    let edges = table.edges.iter().flat_map(|e| e.columns.iter().chain(&e.about).chain(&e.hide));
    let when = table.edges.iter().flat_map(|e| &e.when).map(|w| &w.column);
    let known = table.known_by.iter().map(|k| &k.column);
    let named = table
        .columns
        .iter()
        .map(|c| &c.name)
        .chain(&table.since)
        .chain(&table.period_from)
        .chain(known);
    // What other tables refer to must be there when no row is left that shows it.
    let others = map.tables.iter().flat_map(|t| &t.edges);
    let others = others.filter(|e| e.of_store.is_none() && e.of == table.name);
    let of_others = others.flat_map(|e| &e.of_columns);
    // Only rows have columns of their own beside those that every row has.
    let own = |c: &&String| {
        matches!(format, Format::JsonLines | Format::Csv { .. })
            && !["path", "line", "rest"].contains(&c.as_str())
    };
    let columns = edges.chain(when).chain(named).chain(of_others).filter(own).cloned().collect();
    Kind { table: table.name.clone(), glob: table.name.clone(), format, columns }
}

//! From rows to a database. Rows are made in one thread and written in another, a batch at a time: memory stays the same
//! whatever the size.

mod postgres;
mod sqlite;

use std::path::Path;

use anyhow::{Context, Result};
use tokio::sync::mpsc;

use crate::planted::Planted;
use crate::rows::rows;
use crate::schema::{TABLES, Table};
use crate::value::Row;
use crate::world::World;

/// Which indexes there are beside those of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// Of every reference, and of what people are found by.
    Full,
    /// None: to see what that costs.
    None,
}

/// Into what the rows are loaded.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A new file.
    Sqlite(&'a Path),
    /// A database without these tables.
    Postgres(&'a str),
}

/// Rows of one table.
type Batch = (&'static Table, Vec<Row>);

/// How many rows are in a batch at most.
const BATCH: usize = 2_000;
/// How many batches wait at most.
const WAITING: usize = 8;

/// Loads all rows.
///
/// # Errors
/// If the database cannot be made or written. Then PostgreSQL has nothing of it.
pub fn load(world: &World, planted: &Planted<'_>, target: Target<'_>, index: Index) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (sender, batches) = mpsc::channel(WAITING);
    std::thread::scope(|scope| {
        scope.spawn(move || make(world, planted, &sender));
        runtime.block_on(async {
            match target {
                Target::Sqlite(path) => sqlite::load(path, batches, index)
                    .await
                    .with_context(|| format!("{} cannot be filled", path.display())),
                // The address may hold a password.
                Target::Postgres(url) => postgres::load(url, batches, index)
                    .await
                    .context("the PostgreSQL database cannot be filled"),
            }
        })
    })
}

/// Makes all rows, table after table, until nobody takes them any more.
fn make(world: &World, planted: &Planted<'_>, sender: &mpsc::Sender<Batch>) {
    for table in TABLES {
        let mut all = planted.of(table.name).chain(rows(world, table.name)).peekable();
        while all.peek().is_some() {
            let batch = all.by_ref().take(BATCH).collect();
            if sender.blocking_send((table, batch)).is_err() {
                return;
            }
        }
    }
}

//! Makes the example store: a contact centre's database with recordings and transcripts, of any size.
//!
//! Owns: the schema, the rows, the planted hard cases with their truth, the data map that goes with them. Leaves to others:
//! everything that is done with the store. The same seed, size and day give the same data; nobody in it exists.
//!
//! ```
//! use abide_example_centre::{rows, world::World};
//! let world = World::new(1, 1_000, 0, jiff::civil::date(2026, 11, 26));
//! assert_eq!(rows::rows(&world, "calls").count(), 1_000);
//! ```

pub mod country;
pub mod load;
pub mod media;
pub mod phone;
pub mod planted;
pub mod random;
pub mod rows;
pub mod schema;
pub mod value;
pub mod words;
pub mod world;

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;

use load::{Index, Target};
use planted::{Planted, truth};
use world::World;

/// What is to be made.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// How many calls, the planted ones among them.
    pub calls: u64,
    /// Another seed gives other people and calls.
    pub seed: u64,
    /// The day after the last on which something happened.
    pub today: Date,
    /// How many calls have files at most, beside the planted ones.
    pub media: u64,
    /// Which indexes there are.
    pub index: Index,
}

/// Makes a centre: the files in a folder, and the database there too or in PostgreSQL.
///
/// # Errors
/// If the folder has a centre already, or something cannot be written.
pub fn generate(order: &Order, out: &Path, postgres: Option<&str>) -> Result<()> {
    let database = out.join("centre.db");
    if database.exists() || out.join("truth.json").exists() {
        bail!("{} has a centre already: remove it or name another folder", out.display());
    }
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    let mut world = World::new(order.seed, order.calls, order.media, order.today);
    // The planted calls are among the wanted ones.
    let planted_calls = Planted::new(&world).calls();
    world.calls = order.calls.saturating_sub(planted_calls);
    let planted = Planted::new(&world);
    let target = postgres.map_or(Target::Sqlite(&database), Target::Postgres);
    load::load(&world, &planted, target, order.index)?;
    media::write_all(&world, &planted, out)?;
    let text = serde_json::to_string_pretty(&truth(&planted))?;
    write(&out.join("truth.json"), (text + "\n").as_bytes())?;
    write(&out.join("centre.toml"), map(postgres.is_some()).as_bytes())?;
    write(&out.join("files.toml"), include_bytes!("../files.toml"))?;
    // With its policy the folder is a site: requests about the people in it can be answered at once.
    write(&out.join("abide.toml"), include_bytes!("../abide.toml"))?;
    write(&out.join("service-1.toml"), include_bytes!("../../service-1.toml"))
}

/// The data map of the database.
#[must_use]
pub fn map(postgres: bool) -> String {
    let map = include_str!("../centre.toml");
    if !postgres {
        return map.to_owned();
    }
    map.replace("kind   = \"sqlite\"", "kind   = \"postgresql\"")
        .replace("place  = \"centre.db\"", "place-from = \"ABIDE_CENTRE\"")
}

#[expect(clippy::disallowed_methods, reason = "making files is what this program is for")]
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

//! The rows of each table, one after the other, computed from their numbers.

mod calls;
mod money;
mod people;
mod writing;

pub(crate) use calls::{hotline, is_vcon, recording_path, transcript_path};

use crate::value::Row;
use crate::world::World;

/// Rows as they are made.
pub type Rows<'w> = Box<dyn Iterator<Item = Row> + Send + 'w>;

/// The rows of a table beside the planted ones; none if there is no such table.
#[must_use]
pub fn rows<'w>(world: &'w World, table: &str) -> Rows<'w> {
    match table {
        "customers" => Box::new(people::customers(world)),
        "teams" => Box::new(people::teams(world)),
        "agents" => Box::new(people::agents(world)),
        "contacts" => Box::new(people::contacts(world)),
        "consents" => Box::new(people::consents(world)),
        "blacklist" => Box::new(people::blacklist(world)),
        "campaigns" => Box::new(people::campaigns(world)),
        "campaign_members" => Box::new(people::campaign_members(world)),
        "calls" => Box::new(calls::calls(world)),
        "call_steps" => Box::new(calls::steps(world)),
        "quality" => Box::new(calls::quality(world)),
        "tags" => Box::new(calls::tags(world)),
        "call_tags" => Box::new(calls::call_tags(world)),
        "webhook_log" => Box::new(calls::webhook_log(world)),
        "search_index" => Box::new(calls::search_index(world)),
        "recordings" => Box::new(calls::recordings(world)),
        "transcripts" => Box::new(calls::transcripts(world)),
        "notes" => Box::new(writing::notes(world)),
        "threads" => Box::new(writing::threads(world)),
        "messages" => Box::new(writing::messages(world)),
        "invoices" => Box::new(money::invoices(world)),
        "invoice_lines" => Box::new(money::invoice_lines(world)),
        _ => Box::new(std::iter::empty()),
    }
}

//! `abide schema`: the JSON Schema for editors.

use abide_policy::source::format::{MAP_FILE, POLICY_FILE, SITE_FILE};
use abide_policy::source::json_schema;

use crate::Outcome;
use crate::cli::{Schema, SchemaOf};
use crate::files;

pub(super) fn run(options: &Schema) -> anyhow::Result<Outcome> {
    let schema = match options.of {
        SchemaOf::Policy => json_schema(&POLICY_FILE, "policy"),
        SchemaOf::Site => json_schema(&SITE_FILE, "site"),
        SchemaOf::Map => json_schema(&MAP_FILE, "map"),
    };
    files::print(&format!("{}\n", serde_json::to_string_pretty(&schema)?))?;
    Ok(Outcome::Fine)
}

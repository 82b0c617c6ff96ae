//! `abide anonymize`: personal data removed for good. One file a kind of data.

mod call;
pub(super) mod figures;
mod listen;
pub(super) mod page;
mod recording;
pub(super) mod table;
mod text;
pub(super) mod work;

use crate::Outcome;
use crate::cli::{Anonymize, AnonymizeWhat};

pub(crate) fn run(options: &Anonymize) -> anyhow::Result<Outcome> {
    match &options.what {
        AnonymizeWhat::Table(options) => table::run(options),
        AnonymizeWhat::Text(options) => text::run(options),
        AnonymizeWhat::Call(options) => call::run(options),
        AnonymizeWhat::Recording(options) => recording::run(options),
    }
}

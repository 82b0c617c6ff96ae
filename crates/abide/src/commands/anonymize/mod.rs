//! `abide anonymize`: personal data removed for good. One file a kind of data.

mod call;
mod text;
pub(super) mod work;

use crate::Outcome;
use crate::cli::{Anonymize, AnonymizeWhat};

pub(crate) fn run(options: &Anonymize) -> anyhow::Result<Outcome> {
    match &options.what {
        AnonymizeWhat::Text(options) => text::run(options),
        AnonymizeWhat::Call(options) => call::run(options),
    }
}

//! What a form sends: names and values, of which some come several times.
//!
//! There is no `Debug`: values are personal data.

use serde::Deserialize;

/// What is wrong in a form, and where.
pub(super) struct Wrong {
    /// The field, or the group of them that is wrong together.
    pub(super) field: &'static str,
    /// In a line of several of the same name: which.
    pub(super) line: Option<String>,
    /// What is said of it.
    pub(super) said: String,
}

/// The group of the facts by which somebody is known.
pub(super) const FACTS: &str = "facts";
/// The lines that say what is to be put right.
pub(super) const SET: &str = "set-value";

/// The fields of a form, in their order.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of a name, without space around it; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// Every value of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    /// Whether a box is ticked.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|v| v == value)
    }

    /// The fields with this one, for what a form shows at first.
    pub(super) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }
}

//! What columns and tables are called for people, who do not know the names that programs give them.
//!
//! Owns: the rule below. Leaves to others: which columns are handed out ([`super::sheet`]), the words (`locales/…`).
//!
//! The rule: a fact by which people are known is called what everybody calls it (`Date of birth`), the moment and length of a call
//! too; other data is called what the policy calls it. Where the map says neither, a plain word says what kind of value stands there,
//! and so it does where a column only leads to another record. The name in the store follows in brackets, unless the title says all.

use std::collections::BTreeMap;

use abide_notice::Locale;
use abide_policy::map::{ColumnMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::vocab::Vocabulary as _;
use abide_stores::ColumnAt;
use abide_stores::schema::{Family, Table};

use super::sheet::Shown;
use crate::atlas::{Atlas, Flow, Spot};

/// What is needed to name the columns of a table.
pub(super) struct Heads<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) locale: &'a Locale,
    pub(super) spot: Spot,
    pub(super) table: &'a Table,
    pub(super) map: Option<&'a TableMap>,
    pub(super) policy: Option<&'a Policy>,
}

impl Heads<'_> {
    /// The titles of these columns.
    pub(super) fn of(&self, columns: &[ColumnAt]) -> Vec<String> {
        let titles: Vec<(String, bool)> = columns.iter().map(|at| self.title(*at)).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (title, _) in &titles {
            *counts.entry(title).or_default() += 1;
        }
        let says_all = |title: &str, full: bool| full && counts.get(title) == Some(&1);
        let name = |at: &ColumnAt| self.table.columns.get(*at).map_or("", |c| c.name.as_str());
        let all = columns.iter().zip(&titles);
        all.map(|(at, (title, full))| match says_all(title, *full) {
            true => title.clone(),
            false => format!("{title} ({})", name(at)),
        })
        .collect()
    }

    /// The title of a column, and whether it says which column that is.
    fn title(&self, at: ColumnAt) -> (String, bool) {
        let say = |id: &str| self.locale.say(id);
        let name = self.table.columns.get(at).map(|c| &c.name);
        let is = |named: Option<&String>| name.is_some() && named == name;
        if let Some(known) = self.atlas.known.iter().find(|k| k.spot == self.spot && k.column == at)
        {
            return (say(&format!("fact-{}", known.fact.word())), true);
        }
        if is(self.map.and_then(|m| m.duration.as_ref())) {
            return (say("export-column-duration"), true);
        }
        if is(self.map.and_then(|m| m.since.as_ref())) {
            return (say("export-column-moment"), true);
        }
        if let Some(kind) = self.kind(at) {
            return (kind, true);
        }
        let id = match self.table.columns.get(at).map(|c| c.family) {
            _ if self.leads(at) => "export-column-link",
            _ if self.table.key.contains(&at) => "export-column-key",
            Some(Family::Date | Family::Moment) => "export-column-moment",
            Some(Family::Truth) => "export-column-truth",
            Some(Family::Integer | Family::Number) => "export-column-number",
            _ => "export-column-detail",
        };
        (say(id), false)
    }

    /// What the policy calls the data in a column.
    fn kind(&self, at: ColumnAt) -> Option<String> {
        let name = &self.table.columns.get(at)?.name;
        let column: &ColumnMap = self.map?.columns.iter().find(|m| m.name == *name)?;
        Some(self.locale.capital(&self.locale.data(self.policy?, column.data.as_ref()?)))
    }

    /// Whether a column leads to another record.
    fn leads(&self, at: ColumnAt) -> bool {
        let from = |f: &Flow| match f.refers_back {
            true => f.target == self.spot && f.target_columns.contains(&at),
            false => f.source == self.spot && f.source_columns.contains(&at),
        };
        self.atlas.flows.iter().any(from)
    }

    /// The kinds of data in these columns, each once.
    pub(super) fn kinds(&self, columns: &[Shown]) -> Vec<String> {
        let mut kinds = Vec::new();
        for kind in columns.iter().filter_map(|c| self.kind(c.at)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }
}

//! A copy that lies ready: what somebody does before the request is closed, and what they say of it.
//!
//! Owns: the words and the form. Leaves to others: sending the copy ([`super::archive`]), what follows (`abide-rights`).

use abide_notice::html::Html;
use abide_notice::{Locale, say};
use abide_policy::vocab::{Vocabulary as _, Way};
use abide_records::requests::history::Event;
use abide_rights::desk::{COPY_READY, Case, Handed, lies_ready};
use askama::Template;
use jiff::civil::Date;

use super::form::Fields;

/// The section of the page, while a copy lies ready.
#[derive(Template)]
#[template(path = "desk/handing.html")]
pub(super) struct Section<'a> {
    locale: &'a Locale,
    path: &'a str,
    version: u64,
    /// The size of the copy; `None` if somebody took it away.
    size: Option<String>,
    /// The first day on which it can have been handed out.
    since: Date,
    today: Date,
    fields: &'a Fields,
}

impl<'a> Section<'a> {
    /// What is shown of a request; `None` if no copy waits to be handed out.
    pub(super) fn of(
        locale: &'a Locale,
        (case, events): (&Case, &[Event]),
        path: &'a str,
        size: Option<String>,
        today: Date,
        fields: &'a Fields,
    ) -> Option<Html> {
        if !lies_ready(&case.stored) {
            return None;
        }
        let version = case.stored.version;
        let since = events.iter().rev().find_map(made).unwrap_or(today);
        Some(Html::of(&Self { locale, path, version, size, since, today, fields }))
    }

    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    fn get(&self, size: &str) -> String {
        say!(self.locale, "request-archive-get", size = size)
    }

    /// The day of the form that was sent, else today.
    fn day(&self) -> String {
        match self.fields.get("day") {
            "" => self.today.to_string(),
            day => day.to_owned(),
        }
    }

    fn ways(&self) -> Vec<(&'static str, String, bool)> {
        let one = |w: &Way| (w.word(), way(self.locale, *w), self.fields.get("way") == w.word());
        Way::ALL.iter().map(one).collect()
    }
}

/// The day on which a copy was made.
fn made(event: &Event) -> Option<Date> {
    let is_it = event.what.as_str() == COPY_READY;
    let detail: serde_json::Value =
        serde_json::from_str(event.detail.as_str()).ok().filter(|_| is_it)?;
    detail.get("day")?.as_str()?.parse().ok()
}

/// A way, in words.
pub(super) fn way(locale: &Locale, way: Way) -> String {
    locale.say(&format!("way-{way}"))
}

/// When and how a copy was handed out, in words.
pub(super) fn handed(locale: &Locale, id: &str, handed: Handed) -> String {
    say!(locale, id, day = locale.date(handed.on), way = way(locale, handed.way))
}

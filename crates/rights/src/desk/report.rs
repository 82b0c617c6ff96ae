//! What is kept of a request that was done and read back, in the event that closes it: figures, days, names of tables.
//!
//! Owns: this form, written when a request is closed and read by the command line and the pages. What an older version of this
//! program wrote is read too: what it lacks is empty, and what is not known here is left. Leaves to others: saying it.

use std::collections::BTreeMap;

use abide_records::requests::history::Event;
use abide_stores::Unread as Why;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::closing::OLD_VERSIONS;
use super::document::KeepPaper;
use crate::sweep::Unread;

/// The event in which it was settled whom a request is about, with the number of people.
pub(super) const IDENTIFIED: &str = "identity-settled";
/// The event that closes a request that was done.
const DONE: &str = "done";
/// The event in which a store was cleaned of what a closed request had erased.
pub(super) const CLEANED: &str = "cleaned";

/// What came of an erasure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Rows that went.
    pub deleted: u64,
    /// Rows that stay without the person.
    pub changed: u64,
    /// Rows of steps whose end nobody saw, and where the data changed before anybody could look.
    pub unknown: u64,
    /// So many of these a person deleted or changed, where a store could not; it was read back.
    #[serde(skip_serializing_if = "is_none")]
    pub by_hand: u64,
    /// Rows that stay for some time.
    pub kept: Vec<Stay>,
    /// Rows that stay because they are other people's too; recordings among them.
    #[serde(skip_serializing_if = "is_none")]
    pub shared: u64,
    /// So many of these are recordings, in which whoever spoke is heard.
    #[serde(skip_serializing_if = "is_none")]
    pub recordings: u64,
    /// All stores were read whole for values that only the person had, and none was found but in rows that stay, and in what old
    /// versions `remains` tells of.
    pub swept: bool,
    /// By store whose files of no table were read in that too, as text: how many of them could not be, by what they are
    /// ([`abide_stores::Unread::word`]).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: Unread,
    /// So many values by which the person was known were too short to be looked for in that: they are found everywhere.
    #[serde(skip_serializing_if = "is_none")]
    pub short: u64,
    /// Something was found that was not as planned, and somebody decided that it stays.
    pub accepted: bool,
    /// Of our own tables.
    pub own: OwnLeft,
    /// By store: what of deleted data is still on its disks.
    pub remains: BTreeMap<String, Remaining>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

/// Rows of a table that stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stay {
    /// The table: `store.table`.
    pub table: String,
    /// How many, why, until when.
    #[serde(flatten)]
    pub keep: KeepPaper,
}

/// What became of our own tables' rows of an erased person, beside the request that is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnLeft {
    /// So many copies of earlier requests went.
    pub copies: u64,
    /// So many copies lie ready and were not handed out yet: they stay with their requests.
    #[serde(skip_serializing_if = "is_none")]
    pub ready: u64,
    /// What stays, by the word of its reason ([`crate::own::Why::word`]).
    pub stays: BTreeMap<String, u64>,
    /// Until when, where a day is known.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub until: BTreeMap<String, Date>,
}

/// What of deleted data a store still has on its disks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remaining {
    /// The word of it ([`abide_stores::Remains::word`]).
    pub what: String,
    /// The day on which its lock ends, where the store knows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The day by which logs and backups forget it, if the map says so and the store was cleaned.
    pub gone_by: Option<Date>,
}

/// What a store still has on its disks since it was cleaned, told later than the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cleaned {
    /// Which store.
    pub store: String,
    /// What is left ([`abide_stores::Remains::word`]).
    pub what: String,
    /// The day by which logs and backups forget what went, if the map says how long they last.
    pub gone_by: Option<Date>,
}

/// What came of a rectification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrected {
    /// So many rows were put right.
    pub changed: u64,
    /// In these columns: their names alone.
    pub columns: Vec<String>,
    /// It was not as wished when it was read back, and somebody decided that it stays.
    pub accepted: bool,
}

impl Report {
    /// Whether rows stay in which the person's values may be.
    #[must_use]
    pub fn something_stays(&self) -> bool {
        self.shared > 0 || !self.kept.is_empty()
    }

    /// What an event tells of an erasure; `None` for every other event.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let detail = done(event).filter(|d| d.get("deleted").is_some())?;
        serde_json::from_value(detail).ok()
    }

    /// How many files of all stores could not be read, by what they are.
    #[must_use]
    pub fn unread_files(&self) -> BTreeMap<&str, u64> {
        self.unread(false)
    }

    /// What no table of a database holds and could not be read there, by what it is.
    #[must_use]
    pub fn unread_inside(&self) -> BTreeMap<&str, u64> {
        self.unread(true)
    }

    /// Whether files were read that no table has as values.
    #[must_use]
    pub fn has_read_files(&self) -> bool {
        self.files.values().any(|unread| !unread.keys().any(|what| is_inside(what)))
    }

    fn unread(&self, inside: bool) -> BTreeMap<&str, u64> {
        let mut all = BTreeMap::new();
        for (what, files) in self.files.values().flatten() {
            if is_inside(what) == inside {
                *all.entry(what.as_str()).or_default() += files;
            }
        }
        all
    }

    /// Whether old versions are kept that say something of the person, or may do so.
    #[must_use]
    pub fn keeps_versions(&self) -> bool {
        self.remains.values().any(|remaining| remaining.what == OLD_VERSIONS)
    }

    /// What a history tells of an erasure by now: with what was said since of stores that were cleaned.
    #[must_use]
    pub fn last(history: &[Event]) -> Option<Self> {
        let (at, mut report) =
            history.iter().enumerate().rev().find_map(|(at, e)| Some((at, Self::of(e)?)))?;
        for Cleaned { store, what, gone_by } in history.iter().skip(at).filter_map(Cleaned::of) {
            report.remains.insert(store, Remaining { what, until: None, gone_by });
        }
        Some(report)
    }
}

/// Whether what could not be read is no file, but something inside a database.
fn is_inside(what: &str) -> bool {
    [Why::WordIndex, Why::LargeObject, Why::ForeignTable].iter().any(|why| why.word() == what)
}

/// Whether a history tells that nobody was found by what the person stated.
#[must_use]
pub fn found_nobody(history: &[Event]) -> bool {
    let settled = history.iter().rev().find(|e| e.what.as_str() == IDENTIFIED);
    let detail = settled.and_then(|e| serde_json::from_str::<Value>(e.detail.as_str()).ok());
    detail.is_some_and(|d| d.get("people").and_then(Value::as_u64) == Some(0))
}

impl Cleaned {
    /// What an event tells of a store that was cleaned; `None` for every other event.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let detail = (event.what.as_str() == CLEANED).then_some(event.detail.as_str())?;
        serde_json::from_str(detail).ok()
    }
}

impl Corrected {
    /// What an event tells of a rectification; `None` for every other event.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let detail = done(event).filter(|d| d.get("columns").is_some())?;
        serde_json::from_value(detail).ok()
    }
}

fn done(event: &Event) -> Option<Value> {
    (event.what.as_str() == DONE).then(|| serde_json::from_str(event.detail.as_str()).ok())?
}

#[cfg(test)]
mod tests {
    use abide_records::Document;
    use jiff::civil::date;
    use serde_json::json;

    use super::*;

    fn event(what: &str, detail: &Value) -> Event {
        Event {
            at: 0,
            actor: "worker".to_owned(),
            what: what.parse().unwrap(),
            detail: Document::new(detail.to_string()).unwrap(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let report = Report {
            deleted: 3,
            kept: vec![Stay {
                table: "centre.calls".to_owned(),
                keep: KeepPaper {
                    statement: "billing".to_owned(),
                    until: Some(date(2036, 12, 31)),
                    rows: 2,
                    ..KeepPaper::default()
                },
            }],
            own: OwnLeft {
                copies: 1,
                ready: 0,
                stays: BTreeMap::from([("proof".to_owned(), 1)]),
                until: BTreeMap::from([("proof".to_owned(), date(2029, 11, 26))]),
            },
            remains: BTreeMap::from([(
                "files".to_owned(),
                Remaining { what: "versions".to_owned(), until: None, gone_by: None },
            )]),
            ..Report::default()
        };
        assert_eq!(Report::of(&event("done", &json!(report))), Some(report.clone()));
        assert_eq!(Report::of(&event("residue-found", &json!(report))), None);
        let corrected =
            Corrected { changed: 1, columns: vec!["contacts.email".to_owned()], accepted: true };
        assert_eq!(Corrected::of(&event("done", &json!(corrected))), Some(corrected.clone()));
        assert_eq!(Report::of(&event("done", &json!(corrected))), None);
        assert_eq!(Corrected::of(&event("done", &json!(report))), None);
    }

    #[test]
    fn nobody_is_nobody_by_the_last_word() {
        let settled = |people: u64| event(IDENTIFIED, &json!({ "people": people }));
        let other = event("plan-made", &json!({ "people": 0 }));
        for (history, nobody) in [
            (vec![], false),
            (vec![other.clone()], false),
            (vec![settled(0), other.clone()], true),
            (vec![settled(1), other], false),
            (vec![settled(0), settled(2)], false),
            (vec![event(IDENTIFIED, &json!({}))], false),
        ] {
            assert_eq!(found_nobody(&history), nobody, "{history:?}");
        }
    }

    #[test]
    fn a_store_that_is_cleaned_later_says_its_day() {
        let dead = Remaining { what: "until-cleaned".to_owned(), until: None, gone_by: None };
        let remains = ["a", "b"].map(|store| (store.to_owned(), dead.clone())).into();
        let done = event("done", &json!(Report { deleted: 1, remains, ..Report::default() }));
        let by = Some(date(2027, 1, 31));
        let cleaned =
            Cleaned { store: "a".to_owned(), what: "until-reused".to_owned(), gone_by: by };
        let cleaned = event("cleaned", &json!(cleaned));
        let now = Report::last(&[cleaned.clone(), done.clone(), cleaned.clone()]).unwrap();
        assert_eq!(
            (now.remains["a"].what.as_str(), now.remains["a"].gone_by),
            ("until-reused", by)
        );
        assert_eq!(now.remains["b"], dead);
        let before = Report::last(&[cleaned, done]).unwrap();
        assert_eq!(before.remains["a"], dead, "of another erasure");
    }

    #[test]
    fn what_older_and_newer_programs_wrote_is_read() {
        let old =
            json!({ "deleted": 3, "changed": 1, "remains": { "centre": { "what": "nothing" } } });
        let read = Report::of(&event("done", &old)).unwrap();
        assert_eq!((read.deleted, read.changed, read.kept.len()), (3, 1, 0));
        assert_eq!(read.remains["centre"].what, "nothing");
        let newer = json!({ "deleted": 3, "signed": "…", "remains": { "s3": { "what": "versions", "until": "2027-01-31", "by": 1 } } });
        let read = Report::of(&event("done", &newer)).unwrap();
        assert_eq!(read.remains["s3"].until, Some(date(2027, 1, 31)));
        for none in [json!({}), json!({ "deleted": "many" }), json!([])] {
            assert_eq!(Report::of(&event("done", &none)), None);
        }
    }
}

//! What happened to a request: the table `request_event`, to which is only added.

use abide_policy::text::Id;
use serde_json::json;

use super::Saved;
use crate::together::{Kind, Put, Statement, over};
use crate::value::{DETAIL, actor};
use crate::{Document, Error, Records, Row, Writing};

const TABLE: &str = "request_event";
/// So many events are read at once.
const PAGE: u32 = crate::value::PAGE;

/// What [`Writing::add_event`] says: the counter first, which also keeps two that add at once apart.
pub(crate) const EVENT: [Statement; 2] = [
    over!(
        "UPDATE request SET event_count = event_count + u.n FROM (SELECT v.id, count(*) AS n FROM ",
        (id text),
        " GROUP BY v.id) AS u WHERE request.id = u.id RETURNING request.id"
    ),
    over!(
        "INSERT INTO request_event (request, seq, at, actor, what, detail) SELECT v.id, r.event_count + 1 - row_number() OVER (PARTITION BY v.id ORDER BY v.nth DESC), v.at, v.actor, v.what, v.detail FROM ",
        (id text, nth bigint, at bigint, actor text, what text, detail text),
        " CROSS JOIN request AS r WHERE r.id = v.id"
    ),
];

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, in seconds since 1970 (UTC).
    pub at: i64,
    /// Who did it: a person of the organisation, or a worker.
    pub actor: String,
    /// What, as a word: `received`, `approved`.
    pub what: Id,
    /// The details, without anything about the person.
    pub detail: Document,
}

impl Records {
    /// What happened to a request after its event number `after` (0: from the beginning), with numbers: all of it.
    ///
    /// # Errors
    /// If the database fails, or an event is damaged.
    pub async fn events(&self, request: &Id, after: u32) -> Result<Vec<(u32, Event)>, Error> {
        let sql = "SELECT request, seq, at, actor, what, detail FROM request_event WHERE request = $1 AND seq > $2 ORDER BY seq LIMIT $3";
        let (mut all, mut after) = (Vec::new(), after);
        loop {
            let values =
                vec![request.as_str().into(), i64::from(after).into(), i64::from(PAGE).into()];
            let page = self.read(TABLE, sql, values, event).await?;
            let is_last = page.len() < PAGE as usize;
            after = page.last().map_or(after, |(seq, _)| *seq);
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }
}

impl Writing {
    /// Adds to the history of a request; [`Saved::Missing`] if there is no such request.
    ///
    /// # Errors
    /// If nobody is named, a text is too long, or the database fails.
    pub async fn add_event(&mut self, request: &Id, event: &Event) -> Result<Saved, Error> {
        actor(&event.actor)?;
        event.detail.within("detail of an event", DETAIL)?;
        let row = json!({
            "id": request.as_str(),
            "nth": self.gathered(),
            "at": event.at,
            "actor": event.actor,
            "what": event.what.as_str(),
            "detail": event.detail.as_str(),
        });
        let done = self.put(Put { kind: Kind::Event, request, row, key: None }).await?;
        Ok(if done { Saved::Done } else { Saved::Missing })
    }
}

pub(super) fn event(row: &mut Row) -> Result<(u32, Event), Error> {
    row.text()?;
    let seq = row.count()?;
    let event =
        Event { at: row.int()?, actor: row.text()?, what: row.parsed()?, detail: row.document()? };
    Ok((seq, event))
}

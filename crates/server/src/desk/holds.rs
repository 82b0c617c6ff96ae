//! Legal holds on the pages: which there are, who placed them and when; the form that places one, the buttons that lift them.
//!
//! Leaves to others: what a hold does ([`abide_rights::hold`], [`abide_rights::desk::holds`]).

use abide_notice::{Locale, say};
use abide_policy::vocab::RequestKind;
use abide_records::holds::Hold;
use abide_records::requests::is_closed;
use abide_rights::desk::holds::Placing;
use abide_rights::desk::{Act, Case, Desk};
use abide_rights::hold::Covers;
use askama::Template;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::act::{Refused, new_id};
use super::form::Fields;
use super::read::Read;
use super::words::{actor, moment};

/// The hold that a form asks for.
pub(super) fn placing(fields: &Fields) -> Result<Placing, Refused> {
    let until = match fields.get("until") {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Refused::Said("requests-hold-wrong"))?),
    };
    Ok(Placing {
        id: new_id()?,
        reason: fields.get("reason").to_owned(),
        until,
        covers: Covers {
            tables: fields.all("table").map(str::to_owned).collect(),
            statements: Vec::new(),
        },
    })
}

/// Lifts the hold that a form names: of the request on whose page it is, or of the list of holds.
pub(super) async fn lift(
    desk: &Desk,
    seen: Option<&Case>,
    fields: &Fields,
    act: Act<'_>,
) -> Result<(), Refused> {
    let id = fields.get("hold").parse().map_err(|_| Refused::Said("requests-hold-gone"))?;
    let lifted = match seen {
        Some(case) => desk.lift_on(case, &id, act).await,
        None => desk.lift(&id, act).await,
    };
    Ok(lifted?)
}

/// One hold, in words.
struct Line {
    id: String,
    reason: String,
    covers: String,
    lasts: String,
    placed: String,
    stands: bool,
}

impl Line {
    fn of(locale: &Locale, zone: &TimeZone, hold: &Hold, today: Date) -> Self {
        let Covers { tables, statements } =
            serde_json::from_str(hold.covers.as_str()).unwrap_or_default();
        let covered: Vec<String> = tables.into_iter().chain(statements).collect();
        let covers = match covered.as_slice() {
            [] => locale.say("holds-everything"),
            some => say!(locale, "holds-covers", what = locale.list(some)),
        };
        let stands = hold.stands(today);
        let lasts = match (&hold.lifted, hold.until) {
            (Some((by, at)), _) => {
                say!(locale, "holds-lifted", by = actor(locale, by), at = moment(locale, zone, *at))
            }
            (None, None) => locale.say("holds-open"),
            (None, Some(day)) if stands => say!(locale, "holds-until", day = locale.date(day)),
            (None, Some(day)) => say!(locale, "holds-ended", day = locale.date(day)),
        };
        let (by, at) = &hold.placed;
        let placed =
            say!(locale, "holds-placed", by = actor(locale, by), at = moment(locale, zone, *at));
        Self { id: hold.id.to_string(), reason: hold.reason.clone(), covers, lasts, placed, stands }
    }
}

/// The section of a page.
#[derive(Template)]
#[template(path = "desk/holds.html")]
pub(super) struct Section<'a> {
    locale: &'a Locale,
    /// Where its forms go.
    path: String,
    version: Option<u64>,
    lines: Vec<Line>,
    /// What was typed, where one can be placed.
    place: Option<&'a Fields>,
    /// The tables that a hold can be limited to.
    tables: Vec<String>,
}

impl<'a> Section<'a> {
    /// All holds; `None` if there are none.
    pub(super) fn of_all(
        locale: &'a Locale,
        zone: &TimeZone,
        holds: &[Hold],
        today: Date,
    ) -> Option<Self> {
        let line = |hold| Line::of(locale, zone, hold, today);
        let lines: Vec<Line> = holds.iter().map(line).collect();
        (!lines.is_empty()).then(|| Self {
            locale,
            path: "/requests".to_owned(),
            version: None,
            lines,
            place: None,
            tables: Vec::new(),
        })
    }

    /// Those of a request; `None` if there are none and none can be placed.
    pub(super) fn of_case(
        locale: &'a Locale,
        Read { case, holds, today, zone, .. }: &Read,
        fields: &'a Fields,
    ) -> Option<Self> {
        let settled = case.who.as_ref().is_some_and(|who| who.rows.is_some());
        let erases = case.stored.kind == RequestKind::Erasure && !is_closed(case.stored.state);
        let papers = case.plan.iter().flat_map(|(_, paper)| &paper.stores);
        let tables = papers.flat_map(|store| {
            store.tables.iter().map(move |table| format!("{}.{}", store.store, table.table))
        });
        let section = Self {
            locale,
            path: format!("/requests/{}", case.stored.id),
            version: Some(case.stored.version),
            lines: holds.iter().map(|hold| Line::of(locale, zone, hold, *today)).collect(),
            place: (settled && erases).then_some(fields),
            tables: tables.collect(),
        };
        (section.place.is_some() || !section.lines.is_empty()).then_some(section)
    }

    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

//! `abide rights hold`, `holds`, `lift`: what must not be erased because a legal claim needs it.
//!
//! Exit codes: 0 it happened, 1 several people are known by the facts, 2 it could not be done, 130 it was stopped.

use abide_policy::vocab::Vocabulary as _;
use abide_records::holds::Hold as Placed;
use abide_rights::desk::holds::Placing;
use abide_rights::desk::{Act, Desk as Desks};
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::Asked;
use anyhow::anyhow;
use serde_json::{Value, json};

use super::{desk, people};
use crate::Outcome;
use crate::cli::{Desk, FigureFormat, Hold, RightsWhat};
use crate::files;

pub(super) async fn run(what: &RightsWhat) -> anyhow::Result<Outcome> {
    match what {
        RightsWhat::Hold(hold) => place(hold).await,
        RightsWhat::Lift { desk: options, id } => {
            let desk = desk::open(options).await?;
            let hold = id.parse();
            let hold = hold.map_err(|_| anyhow!("`{id}` is no hold: see `abide rights holds`"))?;
            desk.lift(&hold, desk::act(&desk, options)).await?;
            list(&desk, options).await
        }
        RightsWhat::Holds { desk: options } => list(&desk::open(options).await?, options).await,
        _ => Ok(Outcome::Fine),
    }
}

async fn place(hold: &Hold) -> anyhow::Result<Outcome> {
    let desk = desk::open(&hold.desk).await?;
    let policy = desk.atlas.parts.iter().find_map(|p| p.policy.as_ref());
    let country = match &hold.country {
        Some(country) => Some(country.parse().map_err(|e| anyhow!("{e}"))?),
        None => policy.map(|p| p.jurisdiction),
    };
    let asked = Asked::read(hold.subject.iter().map(String::as_str), country)?;
    let found = desk.meant(&asked).await?;
    let Some(chosen) = people::chosen(&desk.atlas, &found, &hold.choose, &hold.desk)? else {
        return Ok(Outcome::Found);
    };
    if found.is_empty() {
        files::say("nobody is known by this now; the hold is on whoever will be");
    }
    let placing = Placing {
        id: desk::new_id()?,
        reason: hold.reason.clone(),
        until: hold.until,
        covers: Covers { tables: hold.tables.clone(), statements: hold.statements.clone() },
    };
    desk.place(&placing, &asked, &together(&chosen), desk::act(&desk, &hold.desk)).await?;
    list(&desk, &hold.desk).await
}

/// Every hold, those first that were placed last.
async fn list(desk: &Desks, options: &Desk) -> anyhow::Result<Outcome> {
    let (holds, act) = (desk.records.holds().await?, desk::act(desk, options));
    match options.format {
        FigureFormat::Json => {
            let all: Vec<Value> = holds.iter().map(|hold| as_json(hold, act)).collect();
            files::print(&format!("{:#}\n", json!(all)))?;
        }
        FigureFormat::Text => {
            for hold in &holds {
                files::print(&in_words(desk, hold, act))?;
            }
            if holds.is_empty() {
                files::say("no holds: `abide rights hold --subject email=… --reason …` places one");
            }
        }
    }
    Ok(Outcome::Fine)
}

fn covers(hold: &Placed) -> Covers {
    serde_json::from_str(hold.covers.as_str()).unwrap_or_default()
}

/// A hold as JSON.
pub(super) fn as_json(hold: &Placed, act: Act<'_>) -> Value {
    let by = |(by, at): &(String, i64)| json!({ "by": by, "at": at });
    json!({
        "id": hold.id.as_str(),
        "stands": hold.stands(act.today),
        "reason": hold.reason,
        "until": hold.until.map(|day| day.to_string()),
        "covers": covers(hold),
        "known_by": hold.who.iter().map(|(fact, _)| fact.word()).collect::<Vec<_>>(),
        "placed": by(&hold.placed),
        "lifted": hold.lifted.as_ref().map(by),
    })
}

/// A hold in words.
pub(super) fn in_words(desk: &Desks, hold: &Placed, act: Act<'_>) -> String {
    let Covers { tables, statements } = covers(hold);
    let covered: Vec<String> = tables.into_iter().chain(statements).collect();
    let what = if covered.is_empty() { "everything".to_owned() } else { covered.join(", ") };
    let stands = match (&hold.lifted, hold.until) {
        (Some((by, at)), _) => format!("lifted by {by} on {}", desk.day_of(*at)),
        (None, Some(day)) if hold.stands(act.today) => format!("until {day}"),
        (None, Some(day)) => format!("ended on {day}"),
        (None, None) => "until it is lifted".to_owned(),
    };
    let (by, at) = &hold.placed;
    let (id, reason, at) = (&hold.id, &hold.reason, desk.day_of(*at));
    format!("legal hold {id} on {what}, {stands}: {reason} (placed by {by} on {at})\n")
}

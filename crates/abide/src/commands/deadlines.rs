//! What commands say of the last day of a request: where its rules are written, and whose public holidays were counted.

use abide_policy::text::{Country, Id};
use abide_rights::deadline::Deadline;
use abide_rights::desk::{Act, Desk as Desks, Failed, Recounted};
use serde_json::{Value, json};

use crate::files;

/// Counts with the public holidays that the site names now: for one request, or for all; and says what moved.
pub(super) async fn recount(desk: &Desks, id: Option<&Id>, act: Act<'_>) -> anyhow::Result<()> {
    let Some(id) = id else {
        match desk.recount(act).await?.as_slice() {
            [] => {}
            moved => files::say(&format!(
                "the site's public holidays are others now: the last day of {} requests moved; `abide requests show` says which day it was",
                moved.len()
            )),
        }
        return Ok(());
    };
    let Some(request) = desk.records.request(id).await? else { return Ok(()) };
    match desk.recount_one(&request, act).await {
        Ok(true) => files::say(&format!(
            "the site's public holidays are others now: the last day of {id} moved"
        )),
        // Whoever has it just now counts with what was noted before; the next one counts anew.
        Ok(false) | Err(Failed::Overtaken) => {}
        Err(failed) => return Err(failed.into()),
    }
    Ok(())
}

/// Where the rules are written, and what was not known.
pub(super) fn in_words(deadline: &Deadline) -> String {
    let mut text = String::new();
    for source in &deadline.sources {
        text.push_str(&format!("  by {}\n", source.text));
    }
    if let Some(country) = deadline.calendar.country() {
        let place = place(country, deadline.calendar.region());
        let own = match deadline.calendar.own().len() {
            0 => String::new(),
            n => format!(", and {n} of the site's own"),
        };
        text.push_str(&format!("  public holidays of {place}{own}"));
        let days: Vec<String> =
            deadline.put_off.iter().map(|(day, name)| format!("{day} ({name})")).collect();
        if !days.is_empty() {
            text.push_str(&format!("; put off by {}", days.join(", ")));
        }
        text.push('\n');
    }
    for warning in &deadline.warnings {
        text.push_str(&format!("  note: {warning}\n"));
    }
    text
}

/// Whose public holidays were counted, as JSON.
pub(super) fn holidays_as_json(deadline: &Deadline) -> Value {
    let day = |(day, name): (&jiff::civil::Date, &String)| json!({ "day": day.to_string(), "name": name });
    let calendar = &deadline.calendar;
    json!({
        "country": calendar.country().as_ref().map(Country::code),
        "region": calendar.region(),
        "own": calendar.own().iter().map(day).collect::<Vec<_>>(),
        "put_off_by": deadline.put_off.iter().map(|(d, name)| day((d, name))).collect::<Vec<_>>(),
    })
}

/// That the last day was counted with other public holidays.
pub(super) fn recounted_in_words(recounted: &Recounted) -> String {
    let Recounted { from, due, country, region } = recounted;
    let place = place(*country, region.as_deref());
    let moved =
        if from == due { format!("stays {due}") } else { format!("was {from} and is {due}") };
    format!("    the site's public holidays are others now ({place}): the last day {moved}\n")
}

/// A place as ISO 3166-2 writes it.
fn place(country: Country, region: Option<&str>) -> String {
    region
        .map_or_else(|| country.code().to_owned(), |region| format!("{}-{region}", country.code()))
}

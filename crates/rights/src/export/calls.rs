//! What belongs to one call.
//!
//! Owns: the rule below, and what the row of a call tells its vCon. Leaves to others: the vCon ([`super::conversations`]).
//!
//! The rule: a call is a row of a table whose `since` column has `data`, which says that its moment is itself data about people.
//! A transcript or recording belongs to the call from which the edges of the map lead to its row. `start` is that moment,
//! `duration` the column whose data ends in `.duration` (`call.duration`), and the parties are the edges from people to the
//! call, in their order. Of other people only their role is told. What belongs to no call stays by itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use abide_calls::Format;
use abide_detect::phone::e164;
use abide_policy::vocab::{Fact, Vocabulary as _};
use abide_stores::{ColumnAt, Key, Value};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde_json::{Value as Json, json};

use super::conversations::{About, Recorded};
use super::sheet::Sheet;
use super::{Error, read};
use crate::atlas::{Atlas, Flow, Spot};
use crate::reach::{Reached, Rows, Sessions, form};

/// How many edges may lie between a file and its call.
const DEEPEST: usize = 8;
/// Transcripts in one vCon: they are in memory at the same time.
const TOGETHER: usize = 8;

/// A cell that is a conversation or a recording.
pub(super) struct Part<'r> {
    pub(super) row: &'r Reached,
    pub(super) is: Is,
}

/// What it is.
pub(super) enum Is {
    /// A conversation in this column.
    Text(ColumnAt, Format),
    /// A recording that is in the archive.
    Recording(Recorded),
}

/// Where a text of a conversation is.
pub(super) type Text<'r> = (&'r Reached, ColumnAt, Format);

/// What belongs to one call.
#[derive(Default)]
pub(super) struct Call<'r> {
    /// Its row; `None` for a text that belongs to no call.
    pub(super) row: Option<&'r Reached>,
    texts: Vec<Text<'r>>,
    recordings: Vec<Recorded>,
}

impl<'r> Call<'r> {
    /// The texts and recordings of each of its vCons: one, unless it has several vCons already, or very many transcripts.
    pub(super) fn conversations(self) -> Vec<(Vec<Text<'r>>, Vec<Recorded>)> {
        let is_vcon = |t: &Text<'_>| t.2 == Format::Vcon;
        let (vcons, transcripts): (Vec<Text<'_>>, Vec<Text<'_>>) =
            self.texts.into_iter().partition(is_vcon);
        let count = vcons.len().max(transcripts.len().div_ceil(TOGETHER)).max(1);
        let mut all: Vec<(Vec<Text<'_>>, Vec<Recorded>)> = Vec::new();
        all.resize_with(count, Default::default);
        for (one, vcon) in all.iter_mut().zip(vcons) {
            one.0.push(vcon);
        }
        for (one, some) in all.iter_mut().zip(transcripts.chunks(TOGETHER)) {
            one.0.extend(some);
        }
        if let Some(first) = all.first_mut() {
            first.1 = self.recordings;
        }
        all
    }
}

/// Which parts belong together. A recording that belongs to no call is a file and nothing else.
pub(super) fn calls<'r>(atlas: &Atlas, rows: &'r Rows, parts: Vec<Part<'r>>) -> Vec<Call<'r>> {
    let of = rows_of_calls(atlas, rows, parts.iter().map(|p| p.row).collect());
    let mut calls: BTreeMap<(Spot, &Key), Call<'_>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (part, row) in parts.into_iter().zip(of) {
        let call = row.map(|row| calls.entry((row.spot, &row.key)).or_default());
        match (part.is, call) {
            (Is::Recording(recording), Some(call)) => call.recordings.push(recording),
            (Is::Recording(_), None) => continue,
            (Is::Text(column, format), Some(call)) => call.texts.push((part.row, column, format)),
            (Is::Text(column, format), None) => {
                let texts = vec![(part.row, column, format)];
                alone.push(Call { texts, ..Call::default() });
            }
        }
        if let Some(call) = row.and_then(|row| calls.get_mut(&(row.spot, &row.key))) {
            call.row = row;
        }
    }
    calls.into_values().chain(alone).collect()
}

/// Whether the rows of a table are calls.
fn are_calls(atlas: &Atlas, spot: Spot) -> bool {
    let Some(map) = atlas.mapped(spot).filter(|m| m.person.is_none()) else { return false };
    map.columns.iter().any(|c| Some(&c.name) == map.since.as_ref() && c.data.is_some())
}

/// The call of each row. Those above are looked for together, so that nothing is kept but for these rows.
fn rows_of_calls<'r>(
    atlas: &Atlas,
    rows: &'r Rows,
    starts: Vec<&'r Reached>,
) -> Vec<Option<&'r Reached>> {
    let is_call = |row: &&Reached| are_calls(atlas, row.spot);
    let mut at: Vec<Option<&Reached>> = starts.into_iter().map(Some).collect();
    for _ in 0..DEEPEST {
        let below = at.iter().flatten().filter(|r| !is_call(r));
        let wanted: HashSet<(usize, String)> = below.flat_map(|r| links(atlas, r)).collect();
        if wanted.is_empty() {
            break;
        }
        let above = above(atlas, rows, &wanted);
        for place in &mut at {
            *place = place.and_then(|row| match is_call(&row) {
                true => Some(row),
                false => links(atlas, row).find_map(|link| above.get(&link).copied()),
            });
        }
    }
    at.into_iter().map(|row| row.filter(is_call)).collect()
}

/// The ways along which a row came from another one that is no person: the number of the flow, and the values on it.
fn links(atlas: &Atlas, row: &Reached) -> impl Iterator<Item = (usize, String)> {
    let flows = row.claims.iter().filter_map(|c| Some((c.flow?, atlas.flows.get(c.flow?)?)));
    let up = flows.filter(|(_, f)| f.owns && f.source != f.target && !atlas.is_people(f.source));
    up.filter_map(|(number, f)| Some((number, form(&row.values(atlas, &f.target_columns)?))))
}

/// The rows from which these ways start.
fn above<'r>(
    atlas: &Atlas,
    rows: &'r Rows,
    wanted: &HashSet<(usize, String)>,
) -> HashMap<(usize, String), &'r Reached> {
    let flows: HashSet<usize> = wanted.iter().map(|(flow, _)| *flow).collect();
    let mut found = HashMap::new();
    for row in rows.all.iter().filter(|r| !r.claims.is_empty()) {
        let leaving = atlas.leaving(row.spot).filter(|(number, _)| flows.contains(number));
        for (number, flow) in leaving.filter(|(_, f)| row.meets(atlas, &f.source_when)) {
            let Some(values) = row.values(atlas, &flow.source_columns) else { continue };
            let link = (number, form(&values));
            if wanted.contains(&link) {
                found.entry(link).or_insert(row);
            }
        }
    }
    found
}

/// What the row of a call tells.
pub(super) async fn about(
    sessions: &mut Sessions,
    sheets: &[&Sheet<'_>],
    rows: &Rows,
    call: &Reached,
) -> Result<About, Error> {
    let Some(sheet) = sheets.iter().find(|s| s.spot == call.spot) else {
        return Ok(About::default());
    };
    let atlas = sheet.atlas;
    let map = atlas.mapped(call.spot);
    let shown = |name: &str| sheet.table.column(name).filter(|c| sheet.shows(call, *c));
    let since = map.and_then(|m| shown(m.since.as_deref()?));
    let start = since.and_then(|c| moment(call.value(atlas, c)?));
    let is_duration = |data: &str| data.rsplit('.').next() == Some("duration");
    let columns = map.into_iter().flat_map(|m| &m.columns);
    let mut lasting = columns.filter(|c| c.data.as_ref().is_some_and(|d| is_duration(d.as_str())));
    let mut duration = None;
    if let Some(column) = lasting.find_map(|c| shown(&c.name)) {
        let value = value(sessions, sheet, call, column).await?;
        duration = value.text().and_then(|t| t.parse().ok()).filter(|d| (0.0..1e9).contains(d));
    }
    Ok(About { parties: parties(atlas, sheets, rows, call), start, duration })
}

/// A text of a conversation.
pub(super) async fn text(
    sessions: &mut Sessions,
    sheet: &Sheet<'_>,
    row: &Reached,
    column: ColumnAt,
) -> Result<Option<String>, Error> {
    Ok(match value(sessions, sheet, row, column).await? {
        Value::Text(text) => Some(text),
        _ => None,
    })
}

async fn value(
    sessions: &mut Sessions,
    sheet: &Sheet<'_>,
    row: &Reached,
    column: ColumnAt,
) -> Result<Value, Error> {
    let found = read(sheet, sessions, &[row]).await?.pop();
    let value = found.and_then(|(_, mut values)| Some(std::mem::take(values.get_mut(column)?)));
    Ok(value.unwrap_or_default())
}

/// A moment as stores write it: without a zone it is in UTC. A day is none.
fn moment(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Integer(number) if number.abs() > 100_000_000_000 => {
            Timestamp::from_millisecond(*number).ok()
        }
        Value::Integer(number) => Timestamp::from_second(*number).ok(),
        Value::Text(text) if text.len() > 10 => text
            .parse()
            .ok()
            .or_else(|| Offset::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok()),
        _ => None,
    }
}

/// Who took part: the person as known in the row that the edge names, others by their role.
fn parties(atlas: &Atlas, sheets: &[&Sheet<'_>], rows: &Rows, call: &Reached) -> Vec<Json> {
    let (mut parties, mut seen) = (Vec::new(), false);
    let people = atlas
        .arriving(call.spot)
        .filter(|(_, f)| f.owns && f.refers_back && atlas.is_people(f.source));
    for (number, flow) in people.filter(|(_, f)| call.meets(atlas, &f.target_when)) {
        let Some(values) = call.values(atlas, &flow.target_columns) else { continue };
        let mine = call.claims.iter().any(|c| c.flow == Some(number));
        if mine && !seen {
            parties.push(person(atlas, sheets, rows, flow, &values));
            seen = true;
        }
        if !mine || call.others.contains(&Some(number)) {
            parties.push(json!({ "role": role(atlas, flow.source) }));
        }
    }
    parties
}

/// What people of a table are.
fn role(atlas: &Atlas, spot: Spot) -> &'static str {
    atlas.mapped(spot).and_then(|m| m.person).map_or("person", |p| p.word())
}

/// The person, by what the person sees of their own row.
fn person(
    atlas: &Atlas,
    sheets: &[&Sheet<'_>],
    rows: &Rows,
    flow: &Flow,
    values: &[Value],
) -> Json {
    let mut party = json!({ "role": role(atlas, flow.source) });
    let is_it = |r: &&Reached| {
        let its = || r.values(atlas, &flow.source_columns).map(|v| form(&v));
        r.spot == flow.source && r.is_subject(atlas) && its() == Some(form(values))
    };
    let sheet = sheets.iter().find(|s| s.spot == flow.source);
    let Some((row, sheet)) = rows.all.iter().find(is_it).zip(sheet) else { return party };
    let of = |fact: Fact| {
        let known = atlas.known.iter().filter(|k| k.spot == row.spot && k.fact == fact);
        let mut known: Vec<_> = known.filter(|k| sheet.shows(row, k.column)).collect();
        known.sort_by_key(|k| k.column);
        let told = known.into_iter().filter_map(|k| Some((row.value(atlas, k.column)?.text()?, k)));
        told.collect::<Vec<_>>()
    };
    let names: Vec<String> =
        of(Fact::Name).into_iter().map(|(name, _)| name.into_owned()).collect();
    let number =
        of(Fact::Phone).into_iter().find_map(|(text, known)| e164(&text, known.country).ok());
    let mail = of(Fact::Email).into_iter().next();
    let told = [
        ("name", Some(names.join(" ")).filter(|n| !n.is_empty())),
        ("tel", number.map(|n| format!("tel:{}", n.as_str()))),
        ("mailto", mail.map(|(mail, _)| format!("mailto:{mail}"))),
    ];
    for (member, text) in told {
        if let (Some(text), Some(party)) = (text, party.as_object_mut()) {
            party.insert(member.to_owned(), text.into());
        }
    }
    party
}

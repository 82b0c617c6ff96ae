//! What the row of a call tells its vCon.
//!
//! Owns: the rule below. Leaves to others: which row that is ([`super::calls`]), the vCon ([`super::conversations`]).
//!
//! The rule: the call began at the moment of its `since` column, and lasted as long as its `duration` column says. Its parties
//! are the edges from people to the call, in their order; of other people only their role is told. Who called is the party of
//! the edge whose `caller` holds. If no party is that, or several may be, it is not known.

use std::collections::BTreeSet;

use abide_detect::phone::e164;
use abide_policy::vocab::{Fact, Vocabulary as _};
use abide_stores::Value;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde_json::{Value as Json, json};

use super::Ready;
use super::conversations::About;
use super::sheet::Sheet;
use crate::atlas::{Atlas, Flow, Spot};
use crate::reach::{Reached, Rows};

/// What is known of calls and of the people in them.
pub(super) struct Known<'a> {
    atlas: &'a Atlas,
    tables: &'a [Ready<'a>],
    /// The rows that are the person.
    person: Vec<&'a Reached>,
}

impl<'a> Known<'a> {
    pub(super) fn new(atlas: &'a Atlas, tables: &'a [Ready<'a>], rows: &'a Rows) -> Self {
        let person = rows.all.iter().filter(|r| r.is_subject(atlas)).collect();
        Self { atlas, tables, person }
    }

    /// A table that is handed out.
    pub(super) fn sheet(&self, spot: Spot) -> Option<&'a Sheet<'a>> {
        self.tables.iter().map(|t| &t.sheet).find(|s| s.spot == spot)
    }

    /// What the row of a call tells.
    pub(super) fn about(&self, call: &Reached) -> About {
        let Some(sheet) = self.sheet(call.spot) else { return About::default() };
        let map = self.atlas.mapped(call.spot);
        let value = |name: Option<&String>| {
            let column = sheet.table.column(name?).filter(|c| sheet.shows(call, *c))?;
            call.value(self.atlas, column)
        };
        let duration = value(map.and_then(|m| m.duration.as_ref()));
        let duration = duration.and_then(|v| v.text()?.parse().ok());
        About {
            start: value(map.and_then(|m| m.since.as_ref())).and_then(moment),
            duration: duration.filter(|d| (0.0..1e9).contains(d)),
            ..self.parties(sheet, call)
        }
    }

    /// Who took part, and who of them called.
    fn parties(&self, sheet: &Sheet<'_>, call: &Reached) -> About {
        let (mut parties, mut own, mut callers) = (Vec::new(), None, BTreeSet::new());
        let people = self.atlas.arriving(call.spot);
        let people =
            people.filter(|(_, f)| f.owns && f.refers_back && self.atlas.is_people(f.source));
        for (number, flow) in people.filter(|(_, f)| call.meets(self.atlas, &f.target_when)) {
            let Some(values) = call.values(self.atlas, &flow.target_columns) else { continue };
            let mine = call.claims.iter().any(|c| c.flow == Some(number));
            let others = !mine || call.others.contains(&Some(number));
            let mut here = Vec::new();
            if mine {
                let place = own.get_or_insert(parties.len());
                if *place == parties.len() {
                    parties.push(self.person(flow, &values));
                }
                here.push(*place);
            }
            if others {
                here.push(parties.len());
                parties.push(json!({ "role": self.role(flow.source) }));
            }
            if self.calls(sheet, call, flow) {
                callers.extend(here);
            }
        }
        let caller = callers.pop_first().filter(|_| callers.is_empty());
        About { parties, caller, ..About::default() }
    }

    /// Whether whoever stands at an edge is the one who called, as far as the person sees that.
    fn calls(&self, sheet: &Sheet<'_>, call: &Reached, flow: &Flow) -> bool {
        flow.caller.as_ref().is_some_and(|when| {
            call.meets(self.atlas, when)
                && when.iter().all(|(column, _)| sheet.shows(call, *column))
        })
    }

    /// What people of a table are.
    fn role(&self, spot: Spot) -> &'static str {
        self.atlas.mapped(spot).and_then(|m| m.person).map_or("person", |p| p.word())
    }

    /// The person as known in the row that an edge names, by what the person sees of it.
    fn person(&self, flow: &Flow, values: &[Value]) -> Json {
        let mut party = json!({ "role": self.role(flow.source) });
        let wanted = flow.form(self.atlas, values);
        let is_it = |r: &&&Reached| {
            let its =
                || r.values(self.atlas, &flow.source_columns).map(|v| flow.form(self.atlas, &v));
            r.spot == flow.source && its().as_ref() == Some(&wanted)
        };
        let row = self.person.iter().find(is_it);
        let Some((row, sheet)) = row.zip(self.sheet(flow.source)) else { return party };
        for (member, text) in told(self.atlas, sheet, row) {
            if let (Some(text), Some(party)) = (text, party.as_object_mut()) {
                party.insert(member.to_owned(), text.into());
            }
        }
        party
    }
}

/// By what the person is known in a row.
fn told(atlas: &Atlas, sheet: &Sheet<'_>, row: &Reached) -> [(&'static str, Option<String>); 3] {
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
    [
        ("name", Some(names.join(" ")).filter(|n| !n.is_empty())),
        ("tel", number.map(|n| format!("tel:{}", n.as_str()))),
        ("mailto", mail.map(|(mail, _)| format!("mailto:{mail}"))),
    ]
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

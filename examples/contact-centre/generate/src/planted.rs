//! The hard cases: people whose rights are difficult to grant, with all their rows, and the truth about whose each row is.
//!
//! Their numbers are below [`FIRST`](crate::world::FIRST), and no row beside those here refers to them, so that the truth
//! is complete.

mod cases;
mod people;
mod truth;

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::country::Country;
use crate::phone::Number;
use crate::rows::{hotline, recording_path, transcript_path};
use crate::schema::Table;
use crate::value::{Row, Value, row};
use crate::world::{World, uid};

pub use cases::cases;
pub use truth::truth;

/// A row in which somebody is a person: a table of people and the number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub &'static str, pub u64);

/// Somebody in an address book.
#[must_use]
pub const fn contact(id: u64) -> Who {
    Who("contacts", id)
}
/// Somebody who answers calls.
#[must_use]
pub const fn agent(id: u64) -> Who {
    Who("agents", id)
}

/// All rows that are planted, and what is true of them.
#[derive(Debug)]
pub struct Planted<'w> {
    world: &'w World,
    /// The rows.
    pub rows: Vec<Plant>,
    /// What is spoken of in rows.
    pub mentions: Vec<Mention>,
    numbers: BTreeMap<&'static str, u64>,
    /// The calls that have files, by their numbers.
    pub talks: BTreeMap<u64, Talked>,
}

/// A call that has files.
#[derive(Debug)]
pub struct Talked {
    /// When it began.
    pub started: String,
    /// What was said: by the agent, if true.
    pub lines: Vec<(bool, String)>,
    of: CallOf,
}

/// One row.
#[derive(Debug)]
pub struct Plant {
    /// Its table.
    pub table: &'static str,
    /// Its values.
    pub row: Row,
    /// Whose it is; nobody's if empty.
    pub whose: Vec<Who>,
    /// Why it must stay, though whose it is goes.
    pub stays: Option<&'static str>,
}

/// A place in a text where somebody is named.
#[derive(Debug)]
pub struct Mention {
    /// Who.
    pub who: Who,
    /// In which table.
    pub table: &'static str,
    /// In which row.
    pub key: Json,
    /// In which column; in the row's file if `None`.
    pub column: Option<&'static str>,
    /// The words.
    pub text: String,
}

/// What a planted call is.
#[derive(Clone, Copy, Debug, Default)]
struct CallOf {
    id: u64,
    caller: Option<u64>,
    second: Option<u64>,
    agent: Option<u64>,
    /// The number that was shown, by its place, if there is one.
    shown: Option<u64>,
    /// Whose the call is though only the number is known.
    by_number: &'static [u64],
    /// Whether the agent called.
    outbound: bool,
    /// Whether the caller spoke to an answering machine.
    voicemail: bool,
    day: u64,
}

impl Plant {
    /// The values of its primary key.
    #[must_use]
    pub fn key(&self) -> Json {
        let Some(table) = Table::named(self.table) else { return Json::Null };
        let value = |name: &&str| {
            let value = table.column(name).and_then(|at| self.row.get(at));
            ((*name).to_owned(), value.map_or(Json::Null, plain))
        };
        Json::Object(table.key.iter().map(value).collect())
    }
}

fn plain(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => json!(number),
        Value::Number(number) => json!(number),
        Value::Text(text) => json!(text),
    }
}

/// The planted number of a place.
fn number(place: u64) -> Number {
    Number::new(Country::DE, place)
}

impl<'w> Planted<'w> {
    /// Everything that is planted.
    #[must_use]
    pub fn new(world: &'w World) -> Self {
        let (rows, mentions, talks) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut planted = Self { world, rows, mentions, numbers: BTreeMap::new(), talks };
        people::plant(&mut planted);
        planted
    }

    /// The rows of a table.
    pub fn of<'a>(&'a self, table: &'a str) -> impl Iterator<Item = Row> + Send + 'a {
        self.rows.iter().filter(move |plant| plant.table == table).map(|plant| plant.row.clone())
    }

    /// How many calls are planted.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.of("calls").count() as u64
    }

    fn put(&mut self, table: &'static str, row: Row, whose: &[Who]) {
        self.rows.push(Plant { table, row, whose: whose.to_vec(), stays: None });
    }

    fn next(&mut self, table: &'static str) -> u64 {
        let number = self.numbers.entry(table).or_default();
        *number += 1;
        *number
    }

    fn moment(&self, day: u64, hour: u64) -> String {
        self.world.moment(day * 86_400 + hour * 3_600)
    }

    fn started(&self, of: CallOf) -> String {
        self.moment(of.day, 9)
    }

    fn agent(&mut self, id: u64, name: &str, phone: Option<u64>) {
        let login = format!("agent{id}");
        let email = format!("{login}@centre.example.com");
        let phone = phone.map(|place| number(place).e164());
        let hired = self.world.day(0).to_owned();
        let extension = format!("9{id}");
        let row = row![id, 1, 1, login, name, email, extension, phone, hired, None::<u64>];
        self.put("agents", row, &[agent(id)]);
    }

    fn note(
        &mut self,
        subject: (&'static str, u64),
        author: u64,
        body: &str,
        whose: &[Who],
    ) -> u64 {
        let id = self.next("notes");
        let at = self.moment(320, 11);
        self.put("notes", row![id, subject.0, subject.1, author, body, at], whose);
        id
    }

    fn mention(
        &mut self,
        who: Who,
        table: &'static str,
        key: Json,
        column: &'static str,
        text: &str,
    ) {
        let column = Some(column);
        self.mentions.push(Mention { who, table, key, column, text: text.to_owned() });
    }

    /// Somebody is named in what was said in a call.
    fn said(&mut self, who: Who, call: u64, text: &str) {
        let (key, text) = (json!({"id": call}), text.to_owned());
        self.mentions.push(Mention { who, table: "transcripts", key, column: None, text });
    }

    /// A call and everything that arises from it.
    fn call(&mut self, of: CallOf) {
        let whose = of.whose();
        let (id, started) = (of.id, self.started(of));
        let known = match (of.caller, of.shown) {
            (Some(_), _) => "contact",
            (None, Some(_)) => "number",
            (None, None) => "nothing",
        };
        let shown = of.shown.map(number);
        let row = row![
            id,
            uid(id),
            1,
            of.caller,
            of.second,
            of.agent,
            known,
            if of.outbound { "out" } else { "in" },
            shown.as_ref().map(|n| n.spelled(id)),
            shown.as_ref().map(Number::e164),
            of.second.map(|second| number(second).spelled(id + 3)),
            hotline(1),
            "service",
            of.outcome(),
            started,
            of.seconds(),
            60,
        ];
        self.put("calls", row, &whose);
        self.put("call_steps", row![id, 1, "menu", "2", 8], &whose);
        self.put("call_steps", row![id, 2, "queue", "service", 16], &whose);
        self.put("quality", row![id, id, 4.1, 3.5, 2, "opus"], &whose);
        self.put("call_tags", row![id, crate::world::FIRST], &whose);
    }

    /// What other programs were told of a call, and what is found when one searches for it.
    fn derived(&mut self, of: CallOf, name: &str) {
        let whose = of.whose();
        let phone = of.shown.map(|place| number(place).e164()).unwrap_or_default();
        let payload = json!({"event": "call.ended", "call": uid(of.id),
            "caller": {"name": name, "number": phone}, "seconds": of.seconds()});
        let sent = self.moment(of.day, 10);
        let row = row![of.id, "call.ended", uid(of.id), payload.to_string(), 200, sent];
        self.put("webhook_log", row, &whose);
        let body = format!("{name} {phone} service").to_lowercase();
        self.put("search_index", row![of.id, body], &whose);
        if let Some(who) = of.caller.map(contact) {
            self.mention(who, "webhook_log", json!({"id": of.id}), "payload", name);
            self.mention(who, "webhook_log", json!({"id": of.id}), "payload", &phone);
            let key = json!({"call_id": of.id});
            self.mention(who, "search_index", key.clone(), "body", &name.to_lowercase());
            self.mention(who, "search_index", key, "body", &phone);
        }
    }

    /// A call's recording and what was said: by the agent, if true.
    fn recording(&mut self, of: CallOf, summary: &str, talk: &[(bool, &str)]) {
        let (id, whose) = (of.id, of.whose());
        let started = self.started(of);
        let row = row![id, id, recording_path(id), of.seconds(), started.clone()];
        self.put("recordings", row, &whose);
        let format = if crate::rows::is_vcon(id) { "vcon" } else { "jsonl" };
        let row = row![id, id, id, transcript_path(id), format, "de", summary];
        self.put("transcripts", row, &whose);
        let lines = talk.iter().map(|(agent, text)| (*agent, (*text).to_owned())).collect();
        self.talks.insert(id, Talked { started, lines, of });
    }
}

impl CallOf {
    /// How it ended.
    const fn outcome(&self) -> &'static str {
        match (self.agent, self.voicemail) {
            (Some(_), _) => "answered",
            (None, true) => "voicemail",
            (None, false) => "missed",
        }
    }

    /// How long it lasted: no two of them the same time.
    const fn seconds(&self) -> u64 {
        if self.agent.is_some() || self.voicemail { 240 + 5 * self.id } else { 0 }
    }

    /// Who called, if that is one person.
    fn called_by(&self) -> Option<Who> {
        match (self.outbound, self.caller, self.by_number) {
            (true, ..) => self.agent.map(agent),
            (false, Some(id), _) => Some(contact(id)),
            (false, None, [id]) => Some(contact(*id)),
            (false, None, _) => None,
        }
    }

    /// Whose the call is: each person in it.
    fn whose(&self) -> Vec<Who> {
        let contacts = self.caller.iter().chain(&self.second).chain(self.by_number);
        contacts.map(|id| contact(*id)).chain(self.agent.map(agent)).collect()
    }
}

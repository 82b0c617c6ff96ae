//! Calls and what arises from them.

use serde_json::json;

use crate::country::Country;
use crate::phone::{Number, SPELLINGS};
use crate::rows::people::customer_no;
use crate::value::{Row, row};
use crate::world::{Call, FIRST, Known, World};

const QUEUES: [&str; 4] = ["service", "sales", "support", "orders"];

fn queue(call: u64) -> &'static str {
    QUEUES.get((call % 4) as usize).copied().unwrap_or("")
}

/// All calls, one after the other.
fn each(world: &World) -> impl Iterator<Item = Call> + Send {
    world.call_ids().map(|id| world.call(id))
}

pub(super) fn calls(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).map(|call| {
        let person = world.contact(call.contact);
        let second = call.second.map(|id| world.contact(id));
        let known = |wanted: bool| wanted.then_some(&person.phone);
        let shown = known(call.known != Known::Nothing);
        row![
            call.id,
            call.uid(),
            call.customer,
            (call.known == Known::Contact).then_some(call.contact),
            call.second,
            call.agent,
            match call.known {
                Known::Contact => "contact",
                Known::Number => "number",
                Known::Nothing => "nothing",
            },
            if call.inbound { "in" } else { "out" },
            shown.map(|n| n.spelled(call.id % SPELLINGS)),
            shown.map(Number::e164),
            second.map(|s| s.phone.spelled(call.id / 2 % SPELLINGS)),
            hotline(call.customer),
            queue(call.id),
            if call.agent.is_some() { "answered" } else { "missed" },
            world.moment(call.started),
            call.seconds,
            call.cost(),
        ]
    })
}

/// The number on which a customer is called.
pub(crate) fn hotline(customer: u64) -> String {
    Number::new(Country::DE, 4_000 + customer).e164()
}

pub(super) fn steps(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).flat_map(move |call| {
        let mut random = world.random("steps", call.id);
        let count = 1 + random.below(4);
        (1..=count).map(move |step| {
            let (kind, detail) = match step {
                1 => ("menu", Some((1 + random.below(4)).to_string())),
                2 if call.known == Known::Contact && random.percent(20) => {
                    ("input", Some(customer_no(call.contact)))
                }
                2 | 3 => ("queue", Some(queue(call.id).to_owned())),
                _ => ("end", None),
            };
            row![call.id, step, kind, detail, step * 8]
        })
    })
}

pub(super) fn quality(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).filter(|call| call.agent.is_some()).map(|call| {
        let mut random = world.random("quality", call.id);
        row![
            call.id,
            call.id,
            f64::from(u32::try_from(200 + random.below(250)).unwrap_or(0)) / 100.0,
            f64::from(u32::try_from(random.tail(600)).unwrap_or(0)) / 10.0,
            random.tail(200),
            random.pick(&["opus", "g722", "pcma"]),
        ]
    })
}

const TAGS: [&str; 6] = ["complaint", "order", "invoice", "technical", "callback", "praise"];

fn tag(customer: u64, nth: u64) -> u64 {
    FIRST + (customer - 1) * TAGS.len() as u64 + nth
}

pub(super) fn tags(world: &World) -> impl Iterator<Item = Row> + Send {
    (1..=world.customers).flat_map(|customer| {
        (0..).zip(TAGS).map(move |(nth, name)| row![tag(customer, nth), customer, name])
    })
}

pub(super) fn call_tags(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).flat_map(|call| {
        let mut random = world.random("tags", call.id);
        let count = random.below(10).saturating_sub(7);
        let first = random.below(TAGS.len() as u64);
        (0..count)
            .map(move |nth| row![call.id, tag(call.customer, (first + nth) % TAGS.len() as u64)])
    })
}

pub(super) fn webhook_log(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).filter(|call| call.id % 5 == 0).map(|call| {
        let person = world.contact(call.contact);
        let caller = match call.known {
            Known::Contact => json!({"name": person.name(), "number": person.phone.e164()}),
            Known::Number => json!({"number": person.phone.e164()}),
            Known::Nothing => json!({}),
        };
        let payload = json!({"event": "call.ended", "call": call.uid(), "caller": caller,
            "seconds": call.seconds});
        let status: u64 = if call.id % 45 == 0 { 503 } else { 200 };
        let sent = world.moment(call.started + call.seconds + 1);
        row![call.id, "call.ended", call.uid(), payload.to_string(), status, sent]
    })
}

pub(super) fn search_index(world: &World) -> impl Iterator<Item = Row> + Send {
    let known = |call: &Call| call.id % 5 == 1 && call.known == Known::Contact;
    each(world).filter(known).map(|call| {
        let person = world.contact(call.contact);
        let body = format!(
            "{} {} {} {}",
            person.name(),
            person.phone.e164(),
            queue(call.id),
            person.fill(summary(world, &call)),
        );
        row![call.id, body.to_lowercase()]
    })
}

/// What the summary of a call says.
fn summary(world: &World, call: &Call) -> &'static str {
    let words = world.contact(call.contact).words();
    world.random("summary", call.id).pick(words.summaries)
}

pub(super) fn recordings(world: &World) -> impl Iterator<Item = Row> + Send {
    world.recorded().map(|call| {
        let path = recording_path(call.id);
        row![call.id, call.id, path, call.seconds, world.moment(call.started)]
    })
}

pub(super) fn transcripts(world: &World) -> impl Iterator<Item = Row> + Send {
    world.recorded().map(|call| {
        let person = world.contact(call.contact);
        row![
            call.id,
            call.id,
            call.id,
            transcript_path(call.id),
            if is_vcon(call.id) { "vcon" } else { "jsonl" },
            person.language.letters(),
            person.fill(summary(world, &call)),
        ]
    })
}

/// Whether what was said in a call is kept as a vCon.
pub(crate) const fn is_vcon(call: u64) -> bool {
    call.is_multiple_of(5)
}

/// Where a call's recording is.
pub(crate) fn recording_path(call: u64) -> String {
    format!("recordings/{call}.wav")
}

/// Where a call's transcript is.
pub(crate) fn transcript_path(call: u64) -> String {
    if is_vcon(call) {
        format!("conversations/{call}.vcon.json")
    } else {
        format!("transcripts/{call}.jsonl")
    }
}

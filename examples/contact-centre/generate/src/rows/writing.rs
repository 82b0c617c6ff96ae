//! What people write: notes of agents, threads of messages.

use crate::value::{Row, row};
use crate::world::{FIRST, Known, World};

pub(super) fn notes(world: &World) -> impl Iterator<Item = Row> + Send {
    (FIRST..FIRST + world.calls / 5).map(|id| {
        let mut random = world.random("note", id);
        let call = world.call(FIRST + random.below(world.calls));
        let person = world.contact(call.contact);
        let author = call.agent.unwrap_or_else(|| world.agent(call.customer, &mut random));
        let (subject, of) = match random.below(20) {
            0..12 => ("call", call.id),
            12..19 => ("contact", call.contact),
            _ => ("agent", author),
        };
        let text = match subject {
            "agent" => "Shift changed on request.".to_owned(),
            // Who is not known is not named.
            "call" if call.known != Known::Contact => "Caller did not say a name.".to_owned(),
            _ => person.fill(random.pick(person.words().notes)),
        };
        let author = random.percent(95).then_some(author);
        row![id, subject, of, author, text, world.moment(call.started + call.seconds)]
    })
}

/// A thread and its messages.
struct Thread {
    id: u64,
    contact: u64,
    messages: u64,
    opened: u64,
    mail: bool,
}

/// The most messages of a thread.
const MOST: u64 = 4;

impl Thread {
    fn new(world: &World, id: u64) -> Self {
        let mut random = world.random("thread", id);
        let contact = FIRST + random.tail(world.contacts);
        let opened = world.some_moment(&mut random);
        Self { id, contact, messages: 1 + random.below(MOST), opened, mail: random.percent(50) }
    }

    const fn message(&self, nth: u64) -> u64 {
        FIRST + (self.id - FIRST) * MOST + nth
    }
}

fn each(world: &World) -> impl Iterator<Item = Thread> + Send {
    (FIRST..FIRST + world.calls / 10).map(|id| Thread::new(world, id))
}

pub(super) fn threads(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).map(|thread| {
        let mut random = world.random("subject", thread.id);
        let words = world.contact(thread.contact).words();
        row![
            thread.id,
            world.customer_of(thread.contact),
            thread.contact,
            if thread.mail { "email" } else { random.pick(&["sms", "chat"]) },
            thread.mail.then(|| random.pick(words.subjects)),
            thread.message(thread.messages - 1),
            world.moment(thread.opened),
        ]
    })
}

pub(super) fn messages(world: &World) -> impl Iterator<Item = Row> + Send {
    each(world).flat_map(move |thread| {
        let person = world.contact(thread.contact);
        let mut random = world.random("messages", thread.id);
        let customer = world.customer_of(thread.contact);
        (0..thread.messages).map(move |nth| {
            let answer = nth % 2 == 1;
            let texts = if answer { person.words().answers } else { person.words().messages };
            row![
                thread.message(nth),
                thread.id,
                (nth > 0).then(|| thread.message(nth - 1)),
                answer.then(|| world.agent(customer, &mut random)),
                if answer { "out" } else { "in" },
                if thread.mail { person.email() } else { person.phone_spelled() },
                person.fill(random.pick(texts)),
                world.moment(thread.opened + nth * 3_600),
            ]
        })
    })
}

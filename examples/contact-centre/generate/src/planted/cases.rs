//! What the hard cases are: how to ask for whom, and who the people are.

use serde_json::{Value as Json, json};

use super::people::{email, no};
use super::{Who, agent, contact, number};

/// A hard case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its name.
    pub name: &'static str,
    /// What makes it hard.
    pub what: &'static str,
    /// With which identities to ask, and who is found.
    pub asks: Vec<Ask>,
    /// The people in it: each in one row or several.
    pub people: Vec<Vec<Who>>,
}

/// A search for a person.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Facts and their values.
    pub by: Vec<(&'static str, String)>,
    /// The rows of people that fit.
    pub finds: Vec<Who>,
    /// Whether they are one person, so that nobody needs to be asked which.
    pub certain: bool,
}

type Fact = (&'static str, String);

impl Case {
    const fn new(name: &'static str, what: &'static str) -> Self {
        Self { name, what, asks: Vec::new(), people: Vec::new() }
    }

    /// Whoever asks with these facts is one person.
    fn one(mut self, by: &[Fact], finds: &[Who]) -> Self {
        self.asks.push(Ask { by: by.to_vec(), finds: finds.to_vec(), certain: true });
        self
    }

    /// Whoever asks with these facts may be one or the other.
    fn either(mut self, by: &[Fact], finds: &[Who]) -> Self {
        self.asks.push(Ask { by: by.to_vec(), finds: finds.to_vec(), certain: false });
        self
    }

    /// Somebody in it, known by an e-mail address.
    fn with(self, id: u64) -> Self {
        self.one(&[mail(id)], &[contact(id)]).of(&[contact(id)])
    }

    /// Somebody in it.
    fn of(mut self, entries: &[Who]) -> Self {
        self.people.push(entries.to_vec());
        self
    }
}

/// The cases.
#[must_use]
pub fn cases() -> Vec<Case> {
    who_it_is().into_iter().chain(whose_it_is()).collect()
}

fn phone(place: u64, way: u64) -> Fact {
    ("phone", number(place).spelled(way))
}

fn mail(id: u64) -> Fact {
    ("email", email(id))
}

fn name(name: &str) -> Fact {
    ("name", name.to_owned())
}

/// Cases in which it is hard to say who somebody is.
fn who_it_is() -> [Case; 6] {
    let (both, tanja) = ([agent(1), contact(5)], name("Tanja Wiegand"));
    [
        Case::new(
            "shared-number",
            "a couple on one line: the number finds two people, and a name beside it tells whoever is asked which of them is meant; what is known by the number alone is both's",
        )
        .either(&[phone(1, 0)], &[contact(1), contact(2)])
        .either(&[phone(1, 4), name("Rolf Ahrens")], &[contact(2)])
        .with(1)
        .of(&[contact(2)]),
        Case::new(
            "recycled-number",
            "the number had another owner before; of what is known by the number alone only its date tells whose it is",
        )
        .either(&[phone(3, 2)], &[contact(3), contact(4)])
        .with(3)
        .with(4),
        Case::new("agent-and-caller", "somebody who answers calls also calls: one person in two tables")
            .either(&[phone(5, 5)], &both)
            .one(&[phone(5, 0), name("Corinna Hasselmann")], &both)
            .of(&both)
            .with(6),
        Case::new(
            "merged",
            "three entries were put together, one of them in two steps: what belongs to each is the same person's",
        )
        .one(&[mail(9)], &[contact(9)])
        .one(&[mail(11)], &[contact(11)])
        .of(&[contact(9), contact(10), contact(11)]),
        Case::new("same-name", "two people have the same name: it alone finds nobody, with the day of birth one")
            .either(std::slice::from_ref(&tanja), &[contact(17), contact(18)])
            .one(&[tanja, ("born", "1998-11-23".to_owned())], &[contact(18)])
            .of(&[contact(17)])
            .of(&[contact(18)]),
        Case::new(
            "number-only",
            "a call was never linked to its caller: its number, in another spelling, is all that there is",
        )
        .one(&[phone(19, 4)], &[contact(19)])
        .of(&[contact(19)]),
    ]
}

/// Cases in which it is hard to say what is somebody's.
fn whose_it_is() -> [Case; 6] {
    [
        Case::new(
            "third-person",
            "somebody who never called is named in the note and the transcript of another's call",
        )
        .with(7)
        .with(8),
        Case::new(
            "two-tables-away",
            "messages are known only through their thread, steps, webhook and search index only through the call",
        )
        .one(&[("id", no(12))], &[contact(12)])
        .with(12),
        Case::new(
            "free-text",
            "name, number and address stand in notes, in JSON of the entry and in a logged webhook",
        )
        .one(&[phone(13, 7)], &[contact(13)])
        .with(13),
        Case::new("conference", "two callers and an agent in one call: it is everybody's, each has data in it")
            .with(14)
            .with(15),
        Case::new("invoice-stays", "a call is a line of an invoice that the law wants kept").with(16),
        Case::new("composite-key", "consents refer to customer and customer number together").with(20),
    ]
}

/// The identities of a search, as JSON.
pub(super) fn identities(ask: &Ask) -> Json {
    ask.by.iter().map(|(fact, value)| json!({"fact": fact, "value": value})).collect()
}

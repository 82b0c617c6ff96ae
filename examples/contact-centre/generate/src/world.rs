//! The contact centre as a function of seed, size and day: who there is, and who called when.
//!
//! Nothing is stored: each person and call is computed from its number whenever it is needed, so that memory does not grow
//! with the size.

use jiff::civil::Date;

use crate::country::{Country, Language};
use crate::phone::{Number, SPELLINGS};
use crate::random::Random;
use crate::words::{Words, words};

/// The number from which people and things are drawn; the smaller ones are the planted cases' ([`crate::planted`]).
pub const FIRST: u64 = 1001;
/// Over how many days before today things happened.
const DAYS: u64 = 540;
const DAY: u64 = 86_400;
/// Each customer is called by the people of three teams.
pub const TEAMS: u64 = 3;
/// How many places of a country's telephone numbers are left to the planted cases.
const PLANTED_NUMBERS: u64 = 50;

/// A contact centre.
#[derive(Clone, Debug)]
pub struct World {
    /// Two worlds with the same seed, size and day are the same.
    pub seed: u64,
    /// How many calls there are beside the planted ones.
    pub calls: u64,
    /// How many customers the operator has.
    pub customers: u64,
    /// How many agents each of them has.
    pub agents: u64,
    /// How many people are in the address books.
    pub contacts: u64,
    /// How many calls at most have files, beside the planted ones.
    pub media: u64,
    /// The days on which things happened, as text, the last is yesterday.
    days: Vec<String>,
}

/// Somebody in an address book.
#[derive(Clone, Debug)]
pub struct Person {
    /// The number.
    pub id: u64,
    /// The country in which the person lives.
    pub country: Country,
    /// What the person speaks.
    pub language: Language,
    /// The given name.
    pub given: &'static str,
    /// The family name.
    pub family: &'static str,
    /// The telephone number.
    pub phone: Number,
}

/// One call.
#[derive(Clone, Debug)]
pub struct Call {
    /// The number.
    pub id: u64,
    /// Whose call it is: which customer's.
    pub customer: u64,
    /// Whose number it is, whether or not the program knew.
    pub contact: u64,
    /// Whether the program knew the person, only a number, or nothing.
    pub known: Known,
    /// A second person in a conference.
    pub second: Option<u64>,
    /// Who answered.
    pub agent: Option<u64>,
    /// In seconds after the first day's begin.
    pub started: u64,
    /// How long it lasted, in seconds.
    pub seconds: u64,
    /// Whether the contact called.
    pub inbound: bool,
}

/// What is known of a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The entry in the address book.
    Contact,
    /// The number alone.
    Number,
    /// Nothing: the number was withheld.
    Nothing,
}

impl World {
    /// A centre with so many calls beside the planted ones.
    #[must_use]
    pub fn new(seed: u64, calls: u64, media: u64, today: Date) -> Self {
        let customers = (3 + calls / 25_000).min(400);
        let agents = 3 + calls / 2_500 / customers;
        let first = today.saturating_sub(jiff::Span::new().days(DAYS.cast_signed()));
        let days = first.series(jiff::Span::new().days(1)).take(DAYS as usize);
        let days = days.map(|day| day.to_string()).collect();
        Self { seed, calls, customers, agents, contacts: (calls / 4).max(20), media, days }
    }

    /// The stream of random numbers of one thing.
    #[must_use]
    pub fn random(&self, what: &str, number: u64) -> Random {
        Random::of(self.seed, what, number)
    }

    /// The numbers of all contacts.
    pub const fn contact_ids(&self) -> std::ops::Range<u64> {
        FIRST..FIRST + self.contacts
    }
    /// The numbers of all agents.
    pub const fn agent_ids(&self) -> std::ops::Range<u64> {
        FIRST..FIRST + self.customers * self.agents
    }
    /// The numbers of all calls.
    pub const fn call_ids(&self) -> std::ops::Range<u64> {
        FIRST..FIRST + self.calls
    }

    /// To which customer's address book or staff somebody belongs.
    #[must_use]
    pub const fn customer_of(&self, id: u64) -> u64 {
        (id - FIRST) % self.customers + 1
    }

    /// In which team an agent is.
    #[must_use]
    pub const fn team_of(&self, agent: u64) -> u64 {
        let customer = self.customer_of(agent);
        (customer - 1) * TEAMS + (agent - FIRST) / self.customers % TEAMS + 1
    }

    /// An agent of a customer.
    #[must_use]
    pub fn agent(&self, customer: u64, random: &mut Random) -> u64 {
        FIRST + customer - 1 + self.customers * random.below(self.agents)
    }

    /// Somebody in an address book.
    #[must_use]
    pub fn contact(&self, id: u64) -> Person {
        let (country, place) = Country::of(id - FIRST);
        let language = country.language(place);
        let mut random = self.random("contact", id);
        let (given, family) = (random.pick(language.given()), random.pick(language.family()));
        let phone = Number::new(country, PLANTED_NUMBERS + place);
        Person { id, country, language, given, family, phone }
    }

    /// One call. Few contacts call very often.
    #[must_use]
    pub fn call(&self, id: u64) -> Call {
        let mut random = self.random("call", id);
        let contact = FIRST + random.tail(self.contacts);
        let customer = self.customer_of(contact);
        let known = match random.below(20) {
            0 | 1 => Known::Nothing,
            2 => Known::Number,
            _ => Known::Contact,
        };
        let second = (known == Known::Contact && random.percent(1))
            .then(|| {
                FIRST + customer - 1 + self.customers * random.below(self.contacts / self.customers)
            })
            .filter(|second| *second != contact);
        let agent = random.percent(90).then(|| self.agent(customer, &mut random));
        let all = DAYS * DAY;
        let step = u128::from(id - FIRST) * u128::from(all) / u128::from(self.calls.max(1));
        let started = u64::try_from(step).unwrap_or(0);
        let seconds = if agent.is_some() { 20 + random.tail(3_000) } else { 0 };
        let inbound = random.percent(70);
        Call { id, customer, contact, known, second, agent, started, seconds, inbound }
    }

    /// The calls that have files: spread evenly, only those of known people that somebody answered.
    pub fn recorded(&self) -> impl Iterator<Item = Call> + Send {
        let count = self.media.min(self.calls);
        let step = self.calls.checked_div(count).unwrap_or(1);
        let ids = (0..count).map(move |n| FIRST + n * step);
        ids.map(|id| self.call(id))
            .filter(|call| call.agent.is_some() && call.known == Known::Contact)
    }

    /// A moment, so many seconds after the first day's begin.
    #[must_use]
    pub fn moment(&self, seconds: u64) -> String {
        let seconds = seconds.min(DAYS * DAY - 1);
        let day = self.day(seconds);
        let (hour, minute, second) = (seconds % DAY / 3600, seconds % 3600 / 60, seconds % 60);
        format!("{day} {hour:02}:{minute:02}:{second:02}")
    }

    /// The day of a moment.
    #[must_use]
    pub fn day(&self, seconds: u64) -> &str {
        let at = usize::try_from(seconds / DAY).unwrap_or(usize::MAX);
        self.days.get(at).or(self.days.last()).map_or("", String::as_str)
    }

    /// A moment at random.
    #[must_use]
    pub fn some_moment(&self, random: &mut Random) -> u64 {
        random.below(DAYS * DAY)
    }
}

impl Person {
    /// The whole name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
    /// The e-mail address; the number makes it the only one.
    #[must_use]
    pub fn email(&self) -> String {
        let end = ["com", "org", "net"].get((self.id % 3) as usize).copied().unwrap_or("com");
        let family = self.family.split(' ').next().unwrap_or("");
        format!("{}.{}{}@example.{end}", plain(self.given), plain(family), self.id)
    }
    /// The number as the person writes it.
    #[must_use]
    pub fn phone_spelled(&self) -> String {
        self.phone.spelled(self.id % SPELLINGS)
    }
    /// The texts of the person's language.
    #[must_use]
    pub const fn words(&self) -> &'static Words {
        words(self.language)
    }
    /// A text with this person in it.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        text.replace("{name}", &self.name())
            .replace("{phone}", &self.phone_spelled())
            .replace("{email}", &self.email())
    }
}

impl Call {
    /// By what other programs know it.
    #[must_use]
    pub fn uid(&self) -> String {
        uid(self.id)
    }
    /// What the call cost, in cents: twelve a minute.
    #[must_use]
    pub const fn cost(&self) -> u64 {
        self.seconds.div_ceil(60) * 12
    }
}

/// By what other programs know a call.
#[must_use]
pub fn uid(call: u64) -> String {
    format!("c-{call:09}")
}

/// The letters of a name as they may stand in an address.
#[must_use]
pub fn plain(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter_map(letter).collect()
}

const fn letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'á' | 'à' | 'â' | 'ä' => 'a',
        'ç' | 'č' => 'c',
        'ď' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ě' => 'e',
        'í' | 'ï' | 'î' | 'ı' => 'i',
        'ľ' | 'ĺ' => 'l',
        'ñ' | 'ň' => 'n',
        'ó' | 'ö' | 'ô' => 'o',
        'ř' => 'r',
        'š' | 'ß' => 's',
        'ť' => 't',
        'ú' | 'ü' | 'ù' | 'û' => 'u',
        'ý' => 'y',
        'ž' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::new(1, 10_000, 0, jiff::civil::date(2026, 11, 26))
    }

    #[test]
    fn calls_are_between_people_of_one_customer() {
        let world = world();
        for id in world.call_ids() {
            let call = world.call(id);
            assert!(world.contact_ids().contains(&call.contact));
            if let Some(agent) = call.agent {
                assert!(world.agent_ids().contains(&agent));
                assert_eq!(world.customer_of(agent), call.customer);
                assert_eq!(world.team_of(agent).div_ceil(TEAMS), call.customer);
            }
        }
    }

    #[test]
    fn few_contacts_call_very_often() {
        let world = world();
        let mut counts = std::collections::BTreeMap::<u64, usize>::new();
        for id in world.call_ids() {
            *counts.entry(world.call(id).contact).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap();
        assert!(most > 100 && counts.len() > 1_000, "{most} of {}", counts.len());
    }

    #[test]
    fn addresses_have_plain_letters() {
        for language in Language::ALL {
            for name in language.given().iter().chain(language.family()) {
                let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
                assert_eq!(plain(name).chars().count(), letters, "{name}");
                assert!(plain(name).is_ascii());
            }
        }
    }

    #[test]
    fn moments_end_yesterday() {
        let world = world();
        assert_eq!(world.moment(u64::MAX), "2026-11-25 23:59:59");
        assert_eq!(world.moment(0), "2025-06-04 00:00:00");
    }
}

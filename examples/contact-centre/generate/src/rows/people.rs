//! Customers, their teams and agents, the people in their address books, and what is known of those.

use serde_json::json;

use crate::country::{Country, Language};
use crate::phone::Number;
use crate::value::{Row, row};
use crate::world::{FIRST, TEAMS, World, plain};

const TRADES: [&str; 5] =
    ["Beispiel Energie", "Example Air", "Exemple Télécom", "Ejemplo Hogar", "Príklad Banka"];
const DEPARTMENTS: [&str; 3] = ["service", "sales", "support"];

fn of<'a>(from: &[&'a str], number: u64) -> &'a str {
    usize::try_from(number).ok().and_then(|at| from.get(at)).copied().unwrap_or("")
}

pub(super) fn customers(world: &World) -> impl Iterator<Item = Row> + Send {
    (1..=world.customers).map(|id| {
        let mut random = world.random("customer", id);
        let (country, place) = Country::of(id - 1);
        let language = country.language(place);
        let person =
            format!("{} {}", random.pick(language.given()), random.pick(language.family()));
        let (postal, city) = town(random.pick(country.towns()));
        row![
            id,
            format!("{} {id}", of(&TRADES, id % 5)),
            country.letters(),
            language.letters(),
            person,
            format!("billing.{id}@example.com"),
            street(language, &mut random),
            postal,
            city,
            world.moment(0),
        ]
    })
}

pub(super) fn teams(world: &World) -> impl Iterator<Item = Row> + Send {
    (0..world.customers * TEAMS).map(|at| {
        let (customer, team) = (at / TEAMS + 1, at % TEAMS);
        // The first agent of a team leads it, if there is one.
        let lead = FIRST + customer - 1 + world.customers * team;
        let lead = world.agent_ids().contains(&lead).then_some(lead);
        row![at + 1, customer, of(&DEPARTMENTS, team), lead]
    })
}

pub(super) fn agents(world: &World) -> impl Iterator<Item = Row> + Send {
    world.agent_ids().map(|id| {
        let mut random = world.random("agent", id);
        let language = agent_language(id);
        let (given, family) = (random.pick(language.given()), random.pick(language.family()));
        let hired = random.below(200 * 86_400);
        let left = random.percent(5).then(|| world.day(hired + 300 * 86_400).to_owned());
        row![
            id,
            world.customer_of(id),
            world.team_of(id),
            format!("{}.{id}", plain(family)),
            format!("{given} {family}"),
            format!("{}.{}.{id}@centre.example.com", plain(given), plain(family)),
            random.percent(80).then(|| format!("{}", 100 + id % 900)),
            None::<u64>,
            world.day(hired),
            left,
        ]
    })
}

fn agent_language(id: u64) -> Language {
    Language::ALL.get((id % 5) as usize).copied().unwrap_or(Language::De)
}

pub(super) fn contacts(world: &World) -> impl Iterator<Item = Row> + Send {
    world.contact_ids().map(|id| {
        let person = world.contact(id);
        let mut random = world.random("entry", id);
        let home = random.percent(60);
        let (postal, city) = town(random.pick(person.country.towns()));
        let address = home.then(|| street(person.language, &mut random));
        // Some entries were put together with one of the same customer, an older one.
        let older = id.checked_sub(world.customers).filter(|older| *older >= FIRST);
        let merged = older.filter(|_| random.percent(1));
        let custom = random.percent(10).then(|| {
            json!({"source": "import", "second_phone": Number::new(person.country, 49).e164(),
                "salutation": person.fill("{name}")})
            .to_string()
        });
        row![
            id,
            world.customer_of(id),
            customer_no(id),
            person.given,
            person.family,
            random.percent(80).then(|| person.email()),
            person.phone_spelled(),
            person.phone.e164(),
            random.percent(30).then(|| born(&mut random)),
            address,
            home.then_some(postal),
            home.then_some(city),
            person.country.letters(),
            person.language.letters(),
            merged,
            custom,
            world.moment(random.below(86_400)),
        ]
    })
}

/// The number that the organisation gave to somebody.
pub(crate) fn customer_no(contact: u64) -> String {
    format!("K{contact:08}")
}

fn born(random: &mut crate::random::Random) -> String {
    let (year, month, day) = (1940 + random.below(66), 1 + random.below(12), 1 + random.below(28));
    format!("{year}-{month:02}-{day:02}")
}

fn street(language: Language, random: &mut crate::random::Random) -> String {
    let (name, number) = (random.pick(language.streets()), 1 + random.below(120));
    match language {
        Language::En | Language::Fr => format!("{number} {name}"),
        _ => format!("{name} {number}"),
    }
}

/// Postal code and town: where a word begins with a letter that is followed by small ones, the town begins.
fn town(line: &'static str) -> (&'static str, &'static str) {
    let begins = |at: &usize| {
        let rest = line.get(at + 1..).unwrap_or("");
        rest.chars().nth(1).is_some_and(char::is_lowercase)
    };
    let cut = line.match_indices(' ').map(|(at, _)| at).find(begins);
    cut.and_then(|at| Some((line.get(..at)?, line.get(at + 1..)?))).unwrap_or(("", line))
}

const PURPOSES: [&str; 3] = ["recording", "telemarketing", "newsletter"];

pub(super) fn consents(world: &World) -> impl Iterator<Item = Row> + Send {
    world.contact_ids().flat_map(move |contact| {
        let mut random = world.random("consents", contact);
        let count = random.below(3);
        (0..count).map(move |nth| {
            let given = world.some_moment(&mut random);
            row![
                FIRST + (contact - FIRST) * 2 + nth,
                world.customer_of(contact),
                customer_no(contact),
                of(&PURPOSES, nth),
                random.pick(&["phone", "web", "paper"]),
                world.moment(given),
                random.percent(15).then(|| world.moment(given + 30 * 86_400)),
            ]
        })
    })
}

pub(super) fn blacklist(world: &World) -> impl Iterator<Item = Row> + Send {
    let listed = world.contact_ids().filter(|id| world.random("blacklist", *id).percent(1));
    listed.map(|id| {
        let mut random = world.random("blacklisted", id);
        row![
            id,
            world.customer_of(id),
            world.contact(id).phone.e164(),
            random.pick(&["asked not to be called", "nuisance calls"]),
            world.moment(world.some_moment(&mut random)),
        ]
    })
}

/// Each customer has so many campaigns.
const CAMPAIGNS: u64 = 2;

pub(super) fn campaigns(world: &World) -> impl Iterator<Item = Row> + Send {
    (0..world.customers * CAMPAIGNS).map(|at| {
        let (customer, nth) = (at / CAMPAIGNS + 1, at % CAMPAIGNS);
        let starts = (100 + 200 * nth) * 86_400;
        row![
            FIRST + at,
            customer,
            of(&["Spring offer", "Autumn survey"], nth),
            world.day(starts),
            (nth == 0).then(|| world.day(starts + 60 * 86_400)),
        ]
    })
}

pub(super) fn campaign_members(world: &World) -> impl Iterator<Item = Row> + Send {
    let pairs = world.contact_ids().flat_map(|contact| (0..CAMPAIGNS).map(move |n| (contact, n)));
    pairs.filter_map(move |(contact, nth)| {
        let mut random = world.random("member", contact * CAMPAIGNS + nth);
        let campaign = FIRST + (world.customer_of(contact) - 1) * CAMPAIGNS + nth;
        random.percent(8).then(|| {
            let dialled = random.percent(70);
            row![
                campaign,
                world.contact(contact).phone.e164(),
                if dialled {
                    random.pick(&["reached", "no answer", "declined"])
                } else {
                    "waiting"
                },
                dialled.then(|| world.moment((110 + 200 * nth + random.below(40)) * 86_400)),
            ]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_without_their_postal_codes() {
        for (line, want) in [
            ("10115 Berlin", ("10115", "Berlin")),
            ("LS1 4AP Leeds", ("LS1 4AP", "Leeds")),
            ("974 01 Banská Bystrica", ("974 01", "Banská Bystrica")),
        ] {
            assert_eq!(town(line), want);
        }
    }
}

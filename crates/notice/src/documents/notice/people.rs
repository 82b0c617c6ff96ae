//! Who is responsible, and who can be asked.

use abide_policy::model::{Entity, Person};

use super::Part;
use crate::block::{Block, Fact, Line};
use crate::documents::sheet::{mail, phone, web};

impl Part<'_> {
    /// Who is responsible.
    pub(super) fn who(&self, title: &str) -> Block {
        let entity = &self.policy.entity;
        let say = |id: &str| self.sheet.say(id);
        let mut facts = vec![Fact::line(say("who-name"), Line::new().strong(entity.name.as_str()))];
        let address = self.postal(entity);
        if !address.is_empty() {
            facts.push(Fact::line(say("who-address"), address));
        }
        facts.extend(
            entity.email.as_ref().map(|e| Fact::line(say("who-email"), mail(Line::new(), e))),
        );
        facts.extend(
            entity.phone.as_ref().map(|p| Fact::line(say("who-phone"), phone(Line::new(), p))),
        );
        facts.extend(entity.web.as_ref().map(|w| Fact::line(say("who-web"), web(Line::new(), w))));
        facts.extend(entity.officer.as_ref().map(|p| Fact::line(say("who-officer"), person(p))));
        facts.extend(
            entity
                .representative
                .as_ref()
                .map(|p| Fact::line(say("who-representative"), person(p))),
        );
        let other: Vec<Line> =
            entity.other.iter().map(|(name, value)| self.other(name, value)).collect();
        if !other.is_empty() {
            facts.push(Fact::lines(say("who-other"), other));
        }
        Block::section("who", say(title), vec![Block::Facts(facts)])
    }

    /// The postal address on one line.
    pub(crate) fn postal(&self, entity: &Entity) -> String {
        let city = [entity.postal_code.as_deref(), entity.city.as_deref()];
        let city = city.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let country = entity.country.map(|c| self.sheet.locale.country(c));
        let parts = [entity.street.clone(), Some(city), entity.region.clone(), country];
        parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn other(&self, name: &abide_policy::data::DataRef, value: &str) -> Line {
        let what = self.sheet.locale.capital(&self.sheet.locale.data(self.policy, name));
        Line::new().quiet(what).text(self.sheet.locale.colon()).text(value)
    }
}

/// Somebody with all ways to reach them.
pub(crate) fn person(person: &Person) -> Line {
    let mut line = Line::new().text(person.name.as_str());
    if let Some(address) = &person.address {
        line = line.text(", ").text(address.as_str());
    }
    if let Some(email) = &person.email {
        line = mail(line.text(", "), email);
    }
    if let Some(number) = &person.phone {
        line = phone(line.text(", "), number);
    }
    line
}

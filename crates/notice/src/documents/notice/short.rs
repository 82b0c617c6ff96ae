//! In short: six lines that say the whole.

use abide_policy::model::Statement;
use abide_policy::text::Period;
use abide_policy::vocab::{Basis, Purpose, Recipient, Retention, Role, Set};

use super::Part;
use super::rights::{markets, rests_on};
use crate::block::{Block, Fact, Line};
use crate::documents::sheet::{anchor, regions};
use crate::say;

impl Part<'_> {
    /// In short.
    pub(super) fn short(&self) -> Block {
        let facts = vec![
            self.short_who(),
            self.short_what(),
            self.short_why(),
            self.short_recipients(),
            self.short_kept(),
            self.short_rights(),
        ];
        Block::section("short", self.sheet.say("short"), vec![Block::Facts(facts)])
    }

    fn short_who(&self) -> Fact {
        let id = match self.policy.role {
            Role::Controller => "short-who-controller",
            Role::Processor => "short-who-processor",
        };
        let text = say!(self.sheet.locale, id, name = self.policy.entity.name.as_str());
        Fact::line(self.sheet.say("short-who"), text)
    }

    fn short_what(&self) -> Fact {
        let mut line = Line::new();
        for (i, statement) in self.policy.statements.iter().enumerate() {
            if i > 0 {
                line = line.text(" · ");
            }
            line =
                line.link(self.sheet.text(&statement.title), format!("#{}", anchor(&statement.id)));
        }
        if line.is_empty() {
            line = self.sheet.say("what-none").into();
        }
        Fact::line(self.sheet.say("short-what"), line)
    }

    fn short_why(&self) -> Fact {
        let all: Set<Purpose> =
            self.policy.statements.iter().flat_map(|s| s.purposes.keys().copied()).collect();
        let mut words: Vec<String> = Vec::new();
        for purpose in all.iter() {
            match self.other_purposes().as_slice() {
                own if purpose == Purpose::OtherPurpose && !own.is_empty() => {
                    words.extend_from_slice(own)
                }
                _ => words.push(self.sheet.locale.short(purpose)),
            }
        }
        Fact::line(self.sheet.say("short-why"), self.sentence(&words))
    }

    /// What purposes that the vocabulary has no word for are called here.
    fn other_purposes(&self) -> Vec<String> {
        let used =
            self.policy.statements.iter().filter_map(|s| s.purposes.get(&Purpose::OtherPurpose));
        used.map(|u| self.sheet.text(&u.description).to_owned()).filter(|t| !t.is_empty()).collect()
    }

    fn short_recipients(&self) -> Fact {
        let all: Set<Recipient> =
            self.policy.statements.iter().flat_map(|s| s.recipients.keys().copied()).collect();
        let words: Vec<String> = all.iter().map(|r| self.sheet.locale.short(r)).collect();
        let mut line = self.sentence(&words);
        let count = self.policy.sub_processors.iter().filter(|s| self.works(s)).count();
        if count > 0 {
            let text = say!(self.sheet.locale, "short-recipients-processors", count = count);
            line = line.text(" ").text(text);
        }
        Fact::line(self.sheet.say("short-recipients"), line)
    }

    fn short_kept(&self) -> Fact {
        let locale = self.sheet.locale;
        let mut parts = Vec::new();
        let mut countries: Vec<_> = self.policy.regions.iter().map(|r| r.country).collect();
        countries.sort_unstable();
        countries.dedup();
        if !countries.is_empty() {
            let mut names: Vec<String> = countries.iter().map(|c| locale.country(*c)).collect();
            locale.sort(&mut names);
            parts.push(say!(locale, "short-kept-where", places = locale.list(&names)));
        }
        parts.extend(self.providers_elsewhere());
        parts.extend(self.short_periods());
        Fact::line(self.sheet.say("short-kept"), parts.join(" "))
    }

    fn short_periods(&self) -> Vec<String> {
        let locale = self.sheet.locale;
        let statements = &self.policy.statements;
        let mut periods: Vec<Period> =
            statements.iter().filter_map(|s| s.retention.period).collect();
        periods.sort_by_key(|p| p.least_days());
        let mut out = Vec::new();
        match (periods.first(), periods.last()) {
            (Some(least), Some(most)) if least != most => {
                let (least, most) = (locale.period(*least), locale.period(*most));
                out.push(say!(locale, "short-kept-range", least = least, most = most));
            }
            (Some(one), _) => {
                out.push(say!(locale, "short-kept-one", period = locale.period(*one)))
            }
            _ if statements.iter().any(is_bounded) => out.push(locale.say("short-kept-purpose")),
            _ => {}
        }
        let endless = |s: &&Statement| {
            s.retention.kind == Retention::Indefinitely && s.retention.period.is_none()
        };
        if statements.iter().filter(endless).any(|s| !s.retention.anonymous) {
            out.push(locale.say("short-kept-indefinitely"));
        } else if statements.iter().any(|s| endless(&s)) {
            out.push(locale.say("short-kept-anonymous"));
        }
        out
    }

    fn short_rights(&self) -> Fact {
        let say = |id: &str| self.sheet.say(id);
        if self.policy.role == Role::Processor {
            return Fact::line(say("short-rights-people"), say("short-rights-customer"));
        }
        let rests = |b: Basis| rests_on(self.policy, b);
        let mut parts = vec![say("short-rights-see")];
        if rests(Basis::LegitimateInterests) || rests(Basis::PublicTask) || markets(self.policy) {
            parts.push(say("short-rights-object"));
        }
        if rests(Basis::Consent) {
            parts.push(say("short-rights-withdraw"));
        }
        let line =
            Line::new().text(parts.join(" ")).text(" ").link(say("short-rights-how"), "#rights");
        Fact::line(say("short-rights"), line)
    }

    /// Phrases as one sentence: a capital at its start, a full stop at its end.
    pub(super) fn sentence(&self, phrases: &[String]) -> Line {
        if phrases.is_empty() {
            return Line::new();
        }
        let list = self.sheet.locale.capital(&self.sheet.locale.list(phrases));
        Line::new().text(format!("{list}."))
    }

    /// The names of places where a statement's data is kept.
    pub(super) fn place_names(&self, statement: &Statement) -> Vec<String> {
        regions(self.policy, &statement.regions).map(|r| self.place(r)).collect()
    }

    /// A place with its country, unless its name says it.
    pub(super) fn place(&self, region: &abide_policy::model::Region) -> String {
        let country = self.sheet.locale.country(region.country);
        let title = self.sheet.text(&region.title);
        if title.is_empty() {
            return country;
        }
        if title.contains(&country) {
            return title.to_owned();
        }
        say!(self.sheet.locale, "place-in", place = title, country = country)
    }
}

fn is_bounded(statement: &Statement) -> bool {
    statement.retention.kind != Retention::Indefinitely
}

//! Who works for the organisation, where data is kept, what is stored in browsers.

use abide_policy::model::{Region, Statement, SubProcessor, Transfer};

use super::Part;
use crate::block::{Block, Line, Table};
use crate::documents::cookies;
use crate::documents::record::is_third;
use crate::documents::sheet::{anchor, regions};
use crate::say;

impl Part<'_> {
    /// Who works for the organisation.
    pub(super) fn sub_processors(&self) -> Block {
        let say = |id: &str| self.sheet.say(id);
        let mut blocks = Vec::new();
        if self.policy.sub_processors.is_empty() {
            blocks.push(Block::text(say("subs-none")));
        } else {
            blocks.push(Block::text(say("subs-lead")));
            blocks.push(Block::Table(self.sub_processor_table()));
        }
        let notice = self.policy.processing.as_ref().and_then(|p| p.change_notice);
        blocks.extend(notice.map(|period| {
            let period = self.sheet.locale.period(period);
            Block::text(say!(self.sheet.locale, "subs-change-notice", period = period))
        }));
        Block::section("recipients", say("subs"), blocks)
    }

    /// The table of sub-processors.
    pub(crate) fn sub_processor_table(&self) -> Table {
        let say = |id: &str| self.sheet.say(id);
        Table {
            caption: say!(
                self.sheet.locale,
                "subs-caption",
                title = self.sheet.text(&self.policy.title)
            ),
            head: ["name", "task", "country", "transfer", "statements", "since"]
                .iter()
                .map(|h| say(&format!("subs-{h}")))
                .collect(),
            rows: self.policy.sub_processors.iter().map(|s| self.sub_processor_row(s)).collect(),
        }
    }

    /// Whether it has begun.
    pub(crate) fn works(&self, sub: &SubProcessor) -> bool {
        sub.since <= self.sheet.publication.today
    }

    /// Who processes a statement's data in another country than those where it is kept.
    pub(super) fn elsewhere<'s>(
        &'s self,
        statement: &'s Statement,
    ) -> impl Iterator<Item = &'s SubProcessor> {
        let kept = move |s: &&SubProcessor| {
            regions(self.policy, &statement.regions).any(|r| r.country == s.country)
        };
        let all = self.policy.sub_processors.iter();
        all.filter(|s| s.statements.contains(&statement.id) && self.works(s))
            .filter(move |s| !kept(s))
    }

    /// The country of a service provider, and what permits the transfer if it is a third country.
    pub(super) fn provider_place(&self, sub: &SubProcessor) -> Line {
        let locale = self.sheet.locale;
        let country = locale.country(sub.country);
        let line = Line::from(say!(locale, "place-by", place = country, name = sub.name.as_str()));
        match &sub.transfer {
            Some(transfer) if is_third(self.policy, sub.country) => {
                line.text(locale.colon()).text(locale.word(transfer.ground))
            }
            _ => line,
        }
    }

    /// In which other countries service providers work with data, as a sentence.
    pub(super) fn providers_elsewhere(&self) -> Option<String> {
        let locale = self.sheet.locale;
        let all = self.policy.statements.iter().flat_map(|s| self.elsewhere(s));
        let mut names: Vec<String> = all.map(|s| locale.country(s.country)).collect();
        locale.sort(&mut names);
        names.dedup();
        (!names.is_empty())
            .then(|| say!(locale, "where-providers", countries = locale.list(&names)))
    }

    fn sub_processor_row(&self, sub: &SubProcessor) -> Vec<Line> {
        let announced = !self.works(sub);
        let since = match announced {
            true => self.sheet.dated("subs-future", sub.since),
            false => Line::new().span(self.sheet.day(sub.since)),
        };
        vec![
            sub.name.as_str().into(),
            self.sheet.text(&sub.task).into(),
            self.sheet.locale.country(sub.country).into(),
            sub.transfer.as_ref().map_or_else(|| "–".into(), |t| self.transfer(t)),
            match self.policy.statements.iter().all(|s| sub.statements.contains(&s.id)) {
                true => self.sheet.say("subs-statements-all").into(),
                false => self.statement_links(&sub.statements),
            },
            since,
        ]
    }

    /// The titles of statements, each a link to its card in the notice.
    pub(crate) fn statement_links(&self, ids: &[abide_policy::text::Id]) -> Line {
        let here = self.sheet.publication.notice_path(&self.policy.name);
        let base = self.sheet.href(&here);
        let base = if self.sheet.address.path == base { String::new() } else { base };
        let mut line = Line::new();
        for statement in ids.iter().filter_map(|id| self.policy.statement(id)) {
            if !line.is_empty() {
                line = line.text(", ");
            }
            let title = self.sheet.text(&statement.title);
            line = line.link(title, format!("{base}#{}", anchor(&statement.id)));
        }
        line
    }

    fn transfer(&self, transfer: &Transfer) -> Line {
        let line =
            Line::new().text(self.sheet.locale.capital(&self.sheet.locale.word(transfer.ground)));
        match &transfer.document {
            Some(url) => line.text(" · ").link(self.sheet.say("subs-document"), url.as_str()),
            None => line,
        }
    }

    /// Where data is kept.
    pub(super) fn places(&self) -> Block {
        let say = |id: &str| self.sheet.say(id);
        let mut blocks = if self.policy.regions.is_empty() {
            vec![Block::text(say("where-none"))]
        } else {
            let items = self.policy.regions.iter().map(|r| self.region(r)).collect();
            vec![Block::text(say("where-lead")), Block::list(items)]
        };
        blocks.extend(self.providers_elsewhere().map(Block::text));
        Block::section("where", say("where"), blocks)
    }

    fn region(&self, region: &Region) -> Line {
        let locale = self.sheet.locale;
        let mut line = Line::new().text(self.place(region));
        if !region.serves.is_empty() {
            let mut names: Vec<String> = region.serves.iter().map(|c| locale.country(*c)).collect();
            locale.sort(&mut names);
            line =
                line.text(", ").text(say!(locale, "where-serves", countries = locale.list(&names)));
        }
        if let Some(transfer) = &region.transfer {
            let ground = locale.word(transfer.ground);
            line = line.text(". ").text(say!(locale, "where-transfer", ground = ground));
            if let Some(url) = &transfer.document {
                line = line.text(" ").link(self.sheet.say("subs-document"), url.as_str());
            }
        }
        line
    }

    /// What is stored in browsers.
    pub(super) fn stored(&self) -> Block {
        let say = |id: &str| self.sheet.say(id);
        let mut blocks = Vec::new();
        if self.policy.cookies.is_empty() {
            blocks.push(Block::text(say("stored-none")));
        } else {
            blocks.push(Block::text(say("stored-lead")));
            blocks.push(Block::Table(cookies::table(self)));
        }
        let more = Line::new().link(say("stored-more"), self.sheet.href("/cookies"));
        blocks.push(Block::Text(more));
        Block::section("cookies", say("stored"), blocks)
    }
}

//! Who works for the organisation, where data is kept, what is stored in browsers.

use abide_policy::model::{Region, SubProcessor, Transfer};

use super::Part;
use crate::block::{Block, Line, Table};
use crate::documents::cookies;
use crate::documents::sheet::anchor;
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

    fn sub_processor_row(&self, sub: &SubProcessor) -> Vec<Line> {
        let announced = sub.since > self.sheet.publication.today;
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
        let blocks = if self.policy.regions.is_empty() {
            vec![Block::text(say("where-none"))]
        } else {
            let items = self.policy.regions.iter().map(|r| self.region(r)).collect();
            vec![Block::text(say("where-lead")), Block::list(items)]
        };
        Block::section("where", say("where"), blocks)
    }

    fn region(&self, region: &Region) -> Line {
        let locale = self.sheet.locale;
        let mut line = Line::new().text(self.place(region));
        if !region.serves.is_empty() {
            let mut names: Vec<String> = region.serves.iter().map(|c| locale.country(*c)).collect();
            names.sort();
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

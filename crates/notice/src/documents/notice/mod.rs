//! The privacy notice: who, what, why, on which ground, who receives it, where, how long, which rights and how to use them
//! (GDPR Art. 12–14; for a processor what its customers need to know, Art. 28).
//!
//! Owns: its order and its text, as HTML and as Markdown. Leaves to others: old versions ([`super::archive`] shows them
//! with [`blocks`]).

pub mod answer;
mod cards;
mod people;
mod places;
mod processor;
mod rights;
mod short;

pub(crate) use people::person;
pub(crate) use rights::applicable;

use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::version::Version;
use abide_policy::vocab::Role;

use super::sheet::{Head, Sheet};
use crate::block::{Block, Fact, Line, Meaning};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The notice of each policy in force.
pub(crate) struct Notice;

impl Document for Notice {
    fn id(&self) -> &'static str {
        "notice"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let mut out = Vec::new();
        for version in publication.in_force() {
            let name = &version.policy.name;
            let path = publication.notice_path(name);
            for lang in publication.languages_of(&version.policy) {
                let subject = Subject::Policy(name.clone());
                out.push(Address::spoken(lang, &format!("{path}.md"), subject.clone()));
                out.push(Address::spoken(lang, &path, subject));
            }
        }
        out
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let Subject::Policy(name) = &address.subject else { return None };
        let sheet = Sheet::new(publication, address)?;
        let version = publication.history(name)?.in_force(publication.today);
        let part = Part { sheet, policy: &version.policy, version };
        let content = blocks(&part);
        let languages = publication.languages_of(&version.policy);
        let path = sheet.href(&publication.notice_path(name));
        let mut head = part.head(languages);
        head.formats = vec![(sheet.say("frame-markdown"), format!("{path}.md"), "text/markdown")];
        let markdown = address.path.ends_with(".md");
        Some(if markdown { sheet.markdown(&head, &content) } else { sheet.html(&head, &content) })
    }
}

/// A notice in the making.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) sheet: Sheet<'a>,
    pub(crate) policy: &'a Policy,
    pub(crate) version: &'a Version,
}

/// The whole notice of a version.
pub(crate) fn blocks(part: &Part<'_>) -> Vec<Block> {
    let mut out = part.opening();
    out.push(part.short());
    match part.policy.role {
        Role::Controller => part.controller(&mut out),
        Role::Processor => part.processor(&mut out),
    }
    out.push(part.versions());
    out
}

impl Part<'_> {
    pub(crate) fn head(&self, languages: Vec<abide_policy::vocab::Lang>) -> Head<'_> {
        let sheet = &self.sheet;
        Head {
            title: sheet.text(&self.policy.title).to_owned(),
            kicker: self.policy.entity.name.clone(),
            description: say!(
                sheet.locale,
                "notice-description",
                name = self.policy.entity.name.as_str()
            ),
            languages,
            version: Some(self.version),
            contents: true,
            prose: true,
            ..Head::default()
        }
    }

    fn controller(&self, out: &mut Vec<Block>) {
        out.push(self.who("who"));
        out.push(self.what("what"));
        out.push(self.sub_processors());
        out.push(self.places());
        out.extend(self.choices());
        out.push(self.rights());
        out.push(self.decisions());
        out.extend(self.security());
        out.push(self.stored());
    }

    /// Since when it applies, what is announced, and the author's introduction.
    fn opening(&self) -> Vec<Block> {
        let (sheet, today) = (&self.sheet, self.sheet.publication.today);
        let mut out = Vec::new();
        let since =
            if self.policy.effective <= today { "notice-applies" } else { "notice-applies-from" };
        out.push(Block::Text(sheet.dated(since, self.policy.effective)));
        if self.policy.test {
            out.push(remark(Meaning::Refused, sheet.say("notice-test").into()));
        }
        out.extend(self.announced());
        if !self.policy.introduction.is_empty() {
            out.push(Block::Lead(sheet.text(&self.policy.introduction).into()));
        }
        out
    }

    fn announced(&self) -> Option<Block> {
        let (sheet, publication) = (&self.sheet, self.sheet.publication);
        let history = publication.history(&self.policy.name)?;
        let next = history.announced(publication.today).next()?;
        if next.policy.version == self.policy.version || self.policy.effective > publication.today {
            return None;
        }
        let path = format!("/changes/{}/{}", next.policy.name, next.policy.version);
        let line = sheet.dated("notice-announced", next.policy.effective);
        let line = match publication.languages_of(&next.policy).contains(&sheet.lang()) {
            true => line.text(" ").link(sheet.say("notice-announced-link"), sheet.href(&path)),
            false => line,
        };
        Some(remark(Meaning::Limited, line))
    }

    fn security(&self) -> Option<Block> {
        if self.policy.security.is_empty() {
            return None;
        }
        let measures = self.policy.security.iter().map(|t| self.sheet.text(t).into()).collect();
        let lead = Block::text(self.sheet.say("security-lead"));
        let blocks = vec![lead, Block::list(measures)];
        Some(Block::section("security", self.sheet.say("security"), blocks))
    }

    fn versions(&self) -> Block {
        let (sheet, policy) = (&self.sheet, self.policy);
        let mut facts = vec![
            Fact::line(sheet.say("versions-version"), Line::new().code(self.version.cite())),
            Fact::line(sheet.say("versions-since"), Line::new().span(sheet.day(policy.effective))),
            Fact::line(sheet.say("versions-hash"), Line::new().code(self.version.hash.to_string())),
        ];
        let changed = self.before().map_or_else(
            || sheet.say("versions-first").into(),
            |before| self.changes_link(&before.policy.version),
        );
        facts.push(Fact::line(sheet.say("versions-before"), changed));
        let source = format!("/archive/{}/{}.toml", policy.name, policy.version);
        let links = Line::new()
            .link(sheet.say("versions-archive"), sheet.href("/archive"))
            .text(" · ")
            .link(sheet.say("versions-source"), source);
        let blocks = vec![Block::Facts(facts), Block::Text(links)];
        Block::section("versions", sheet.say("versions"), blocks)
    }

    fn before(&self) -> Option<&Version> {
        self.sheet.publication.history(&self.policy.name)?.before(&self.policy.version)
    }

    fn changes_link(&self, before: &Id) -> Line {
        let text = say!(self.sheet.locale, "versions-changes", version = before.as_str());
        let path = format!("/changes/{}/{}", self.policy.name, self.policy.version);
        Line::new().link(text, self.sheet.href(&path))
    }
}

/// A remark with a meaning.
pub(crate) fn remark(meaning: Meaning, line: Line) -> Block {
    Block::Note { meaning, blocks: vec![Block::Text(line)] }
}

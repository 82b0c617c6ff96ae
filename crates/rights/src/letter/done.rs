//! What came of a request, told to the person: what was done, what stays and until when, who else was told (GDPR Art. 12(3), 19).

use std::collections::BTreeMap;

use abide_notice::block::{Block, Line, Table};
use abide_notice::say;
use abide_policy::model::Statement;
use abide_policy::vocab::RequestKind;
use abide_records::people::Choice;
use abide_records::requests::history::Event;
use jiff::civil::Date;
use serde_json::Value;

use super::Writing;
use crate::desk::OLD_VERSIONS;
use crate::desk::document::{Keeps, Paper};
use crate::desk::report::{Corrected, Remaining, Report, Stay};

/// What is known of a request that is done.
pub(crate) struct Done {
    /// Its history.
    pub(crate) events: Vec<Event>,
    /// Its last plan.
    pub(crate) paper: Option<Paper>,
    /// What was chosen by it, as far as it holds.
    pub(crate) chosen: Vec<Choice>,
    /// Until when the person is remembered by marks.
    pub(crate) marks: Option<Date>,
    /// What recipients are called, and whether they were told.
    pub(crate) recipients: Vec<(String, bool)>,
}

impl Done {
    /// Whether no row of the person was found by the last plan.
    fn found_nobody(&self) -> bool {
        self.paper.as_ref().is_none_or(|p| p.stores.iter().all(|s| s.tables.is_empty()))
    }

    /// Rows that stay because they are other people's too.
    fn shared(&self) -> u64 {
        let stores = self.paper.iter().flat_map(|p| &p.stores);
        stores.flat_map(|s| &s.tables).map(|t| t.share).sum()
    }

    /// How many records the copy has; `None` if that was not noted.
    fn copied(&self) -> Option<u64> {
        let done = self.events.iter().rev().find(|e| e.what.as_str() == "done")?;
        serde_json::from_str::<Value>(done.detail.as_str()).ok()?.get("records")?.as_u64()
    }
}

impl Writing<'_> {
    pub(super) fn done(&self, done: &Done) -> Vec<Block> {
        let (said, stays) = match self.request.kind {
            RequestKind::Erasure => {
                let report = Report::last(&done.events).unwrap_or_default();
                (self.erased(done, &report), self.stays(done, &report))
            }
            RequestKind::Rectification => (self.corrected(done), Vec::new()),
            RequestKind::Access | RequestKind::Portability => (self.copied(done), Vec::new()),
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                (vec![self.chosen(done)], Vec::new())
            }
        };
        let section = |id: &str, blocks| Block::section(id, self.locale.say(id), blocks);
        let mut all = vec![section("letter-done", said)];
        if !stays.is_empty() {
            all.push(section("letter-stays", stays));
        }
        let told = self.told(done);
        if !told.is_empty() {
            all.push(section("letter-recipients", told));
        }
        all
    }

    fn count(&self, id: &str, n: u64) -> Block {
        Block::text(say!(self.locale, id, n = n, rows = self.locale.number(n)))
    }

    fn erased(&self, done: &Done, report: &Report) -> Vec<Block> {
        let Report { deleted, changed, unknown, .. } = *report;
        let nothing = deleted + changed + unknown == 0;
        if nothing && report.kept.is_empty() && done.found_nobody() {
            return vec![self.say("letter-none")];
        }
        let mut said = Vec::new();
        if nothing {
            said.push(self.say("letter-erased-nothing"));
        }
        let counts =
            [("letter-erased", deleted), ("letter-changed", changed), ("letter-unknown", unknown)];
        said.extend(counts.iter().filter(|(_, n)| *n > 0).map(|(id, n)| self.count(id, *n)));
        let read = if report.accepted { "letter-accepted" } else { "letter-true" };
        if report.accepted || !nothing {
            said.push(self.say(read));
        }
        let kept = report.keeps_versions();
        let swept = if kept { "letter-swept-versions" } else { "letter-swept" };
        said.extend(report.swept.then(|| self.say(swept)));
        said
    }

    /// What stays after an erasure, and why.
    fn stays(&self, done: &Done, report: &Report) -> Vec<Block> {
        let mut said = Vec::new();
        if !report.kept.is_empty() {
            said.push(self.say("letter-stays-lead"));
            said.push(Block::Table(self.kept(&report.kept)));
        }
        let shared = done.shared();
        said.extend((shared > 0).then(|| self.count("letter-shared", shared)));
        said.extend(self.backups(report));
        if report.own.stays.contains_key("proof") {
            said.push(self.say("letter-own-proof"));
        }
        if report.own.stays.contains_key("chosen") {
            said.push(self.say("letter-own-chosen"));
        }
        if let Some(day) = done.marks {
            let day = self.locale.date(day);
            said.push(Block::text(say!(self.locale, "letter-own-marks", day = day)));
        }
        said
    }

    /// What stays by which statement, whatever tables it is in.
    fn kept(&self, kept: &[Stay]) -> Table {
        let mut rows: BTreeMap<(String, Option<Date>, String), u64> = BTreeMap::new();
        for stay in kept {
            let (what, why) = self.reason(stay);
            *rows.entry((what, stay.keep.until, why)).or_default() += stay.keep.rows;
        }
        let say = |id: &str| self.locale.say(id);
        let head = ["letter-what", "letter-records", "letter-until", "letter-why"].map(say);
        let row = |((what, until, why), n): ((String, Option<Date>, String), u64)| {
            let until = until.map_or_else(
                || Line::from(self.locale.say("letter-until-open")),
                |day| Line::new().span(self.day(day)),
            );
            vec![what.into(), self.locale.number(n).into(), until, why.into()]
        };
        Table {
            caption: say("letter-stays-caption"),
            head: head.to_vec(),
            rows: rows.into_iter().map(row).collect(),
        }
    }

    /// What rows are that stay, and why, as the policy says it.
    fn reason(&self, stay: &Stay) -> (String, String) {
        if stay.keep.why == Keeps::Hold {
            // Why it was placed is for those who work here: it may tell of others.
            return (self.locale.say("letter-held"), self.locale.say("letter-held-why"));
        }
        let Some(statement) = self.statement(stay) else {
            return (stay.keep.statement.clone(), String::new());
        };
        let lang = self.locale.lang();
        let rule = &statement.retention;
        let why = match rule.reason.or_any(lang) {
            "" => self.locale.word(rule.kind),
            reason => self.locale.capital(reason),
        };
        (statement.title.or_any(lang).to_owned(), why)
    }

    fn statement(&self, stay: &Stay) -> Option<&Statement> {
        let parts = self.atlas.parts.iter();
        let its = |id: &str| stay.table.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
        let part = parts.filter(|p| its(p.map.id.as_str())).max_by_key(|p| p.map.id.as_str().len());
        part?.policy.as_deref()?.statement(&stay.keep.statement.parse().ok()?)
    }

    /// Until when what was erased can stand in backups and logs.
    fn backups(&self, report: &Report) -> Option<Block> {
        let remains = report.remains.values();
        let day = |r: &Remaining| {
            // Nobody knows when they go.
            let is_open = r.what == OLD_VERSIONS && r.until.is_none();
            r.gone_by.max(r.until).filter(|_| !is_open)
        };
        let days: Vec<Option<Date>> = remains.map(day).collect();
        let last = days.iter().max()?;
        Some(match last {
            Some(day) if !days.contains(&None) => {
                Block::text(say!(self.locale, "letter-backups", day = self.locale.date(*day)))
            }
            _ => self.say("letter-backups-open"),
        })
    }

    fn corrected(&self, done: &Done) -> Vec<Block> {
        let Some(corrected) = done.events.iter().rev().find_map(Corrected::of) else {
            return vec![self.say("letter-corrected-true")];
        };
        if corrected.changed == 0 && done.found_nobody() {
            return vec![self.say("letter-none")];
        }
        let read = if corrected.accepted { "letter-accepted" } else { "letter-corrected-true" };
        vec![self.count("letter-corrected", corrected.changed), self.say(read)]
    }

    fn copied(&self, done: &Done) -> Vec<Block> {
        if done.copied() == Some(0) {
            let portability = self.request.kind == RequestKind::Portability;
            return vec![self.say(if portability {
                "letter-none-portability"
            } else {
                "letter-none"
            })];
        }
        vec![self.say(&format!("letter-copy-{}", self.request.kind))]
    }

    fn chosen(&self, done: &Done) -> Block {
        let Some(since) = done.chosen.iter().map(|c| c.since).max() else {
            return self.say("letter-chosen-gone");
        };
        let named = done.chosen.iter().map(|c| c.purpose.map(|p| self.locale.short(p)));
        let purposes = named.collect::<Option<Vec<_>>>().map(|named| self.locale.list(&named));
        let purposes = purposes.unwrap_or_else(|| self.locale.say("plan-all-purposes"));
        let gaps = [("day", self.locale.date(since)), ("purposes", purposes)];
        let id = format!("letter-chosen-{}", self.request.kind);
        Block::text(self.cited(&id, &format!("letter-article-chosen-{}", self.request.kind), &gaps))
    }

    fn told(&self, done: &Done) -> Vec<Block> {
        let mut said = Vec::new();
        for (id, told) in [("letter-recipients-told", true), ("letter-recipients-untold", false)] {
            let names = done.recipients.iter().filter(|(_, was)| *was == told);
            let names: Vec<Line> = names.map(|(name, _)| Line::from(name.as_str())).collect();
            if !names.is_empty() {
                said.push(Block::text(self.cited(id, "letter-article-recipients", &[])));
                said.push(Block::list(names));
            }
        }
        said
    }
}

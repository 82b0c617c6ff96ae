//! What came of a request, told to the person: what was done, what stays and until when, who else was told (GDPR Art. 12(3), 19).

use std::collections::BTreeMap;

use abide_notice::block::{Block, Line, Table};
use abide_notice::say;
use abide_policy::model::Statement;
use abide_policy::vocab::RequestKind;
use abide_records::people::Choice;
use abide_records::requests::history::Event;
use abide_stores::Remains;
use jiff::civil::Date;
use serde_json::Value;

use super::Writing;
use crate::desk::document::{Keeps, Paper};
use crate::desk::report::{Corrected, Remaining, Report, Stay, found_nobody};
use crate::desk::{COPY_READY, OLD_VERSIONS};

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
    /// Whether nobody was found by what was stated.
    fn found_nobody(&self) -> bool {
        found_nobody(&self.events)
    }

    /// Whether the last plan found no row.
    fn found_nothing(&self) -> bool {
        self.paper.as_ref().is_none_or(|p| p.stores.iter().all(|s| s.tables.is_empty()))
    }

    /// Rows that stay because they are other people's too: recordings, or anything else.
    fn shared(&self, recordings: bool) -> u64 {
        let tables = self.paper.iter().flat_map(Paper::shared).map(|(_, table)| table);
        tables.filter(|t| t.is_sound == recordings).map(|t| t.share).sum()
    }

    /// How many records the copy has; `None` if that was not noted.
    fn copied(&self) -> Option<u64> {
        let is_told = |e: &&Event| ["done", COPY_READY].contains(&e.what.as_str());
        let told = self.events.iter().rev().find(is_told)?;
        serde_json::from_str::<Value>(told.detail.as_str()).ok()?.get("records")?.as_u64()
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
                (self.chosen(done), Vec::new())
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
        if done.found_nobody() || nothing && report.kept.is_empty() && done.found_nothing() {
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
        let stays = !report.kept.is_empty() || done.shared(true) + done.shared(false) > 0;
        let swept = match (stays, report.keeps_versions()) {
            (true, true) => "letter-swept-but-versions",
            (true, false) => "letter-swept-but",
            (false, true) => "letter-swept-versions",
            (false, false) => "letter-swept",
        };
        said.extend(report.swept.then(|| self.say(swept)));
        let short = report.swept && report.short > 0;
        said.extend(short.then(|| self.count("letter-short", report.short)));
        said.extend(report.has_read_files().then(|| self.say("letter-files")));
        let unread = report.unread_files().values().sum::<u64>();
        said.extend((unread > 0).then(|| self.count("letter-unread", unread)));
        let inside = report.unread_inside().values().sum::<u64>();
        said.extend((inside > 0).then(|| self.count("letter-unread-inside", inside)));
        said
    }

    /// What stays after an erasure, and why.
    fn stays(&self, done: &Done, report: &Report) -> Vec<Block> {
        let mut said = Vec::new();
        if !report.kept.is_empty() {
            said.push(self.say("letter-stays-lead"));
            said.push(Block::Table(self.kept(&report.kept)));
        }
        for (id, recordings) in [("letter-shared", false), ("letter-shared-recordings", true)] {
            let shared = done.shared(recordings);
            said.extend((shared > 0).then(|| self.count(id, shared)));
        }
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
        // Of what has no last day, how long it stays.
        type Until = (Option<Date>, Option<String>);
        let mut rows: BTreeMap<(String, Until, String), u64> = BTreeMap::new();
        for stay in kept {
            let (what, why) = self.reason(stay);
            let until = (stay.keep.until, stay.keep.lasts(self.locale));
            *rows.entry((what, until, why)).or_default() += stay.keep.rows;
        }
        let say = |id: &str| self.locale.say(id);
        let head = ["letter-what", "letter-records", "letter-until", "letter-why"].map(say);
        let row = |((what, until, why), n): ((String, Until, String), u64)| {
            let until = match until {
                (Some(day), _) => Line::new().span(self.day(day)),
                (None, Some(term)) => term.into(),
                (None, None) => self.locale.say("letter-until-open").into(),
            };
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

    /// Until when what was erased can stand in backups and logs; and that traces of it can lie in files of stores.
    fn backups(&self, report: &Report) -> Vec<Block> {
        let traces = Remains::UntilReused.word();
        let traces = report.remains.values().any(|remaining| remaining.what == traces);
        let traces = traces.then(|| self.say("letter-traces"));
        self.gone_by(report).into_iter().chain(traces).collect()
    }

    fn gone_by(&self, report: &Report) -> Option<Block> {
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
        if done.found_nobody() {
            return vec![self.say("letter-none")];
        }
        let Some(corrected) = done.events.iter().rev().find_map(Corrected::of) else {
            return vec![self.say("letter-corrected-true")];
        };
        if corrected.changed == 0 && done.found_nothing() {
            return vec![self.say("letter-corrected-nothing")];
        }
        let read = if corrected.accepted { "letter-accepted" } else { "letter-corrected-true" };
        vec![self.count("letter-corrected", corrected.changed), self.say(read)]
    }

    fn copied(&self, done: &Done) -> Vec<Block> {
        if done.found_nobody() {
            // There is a copy all the same if it has rows of our own tables, such as this request.
            let own = done.copied().is_some_and(|records| records > 0);
            let own = own.then(|| self.say("letter-none-own"));
            return [self.say("letter-none")].into_iter().chain(own).collect();
        }
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

    fn chosen(&self, done: &Done) -> Vec<Block> {
        let none = done.found_nobody().then(|| self.say("letter-none"));
        let Some(since) = done.chosen.iter().map(|c| c.since).max() else {
            return none.into_iter().chain([self.say("letter-chosen-gone")]).collect();
        };
        if let Some(none) = none {
            // Nothing that is held is affected by it: who is told that it is would rely on that.
            let day = self.locale.date(since);
            return vec![none, Block::text(say!(self.locale, "letter-chosen-nobody", day = day))];
        }
        let named = done.chosen.iter().map(|c| c.purpose.map(|p| self.locale.short(p)));
        let named = named.collect::<Option<Vec<_>>>();
        let all = if named.is_none() && self.request.kind != RequestKind::Restriction {
            "-all"
        } else {
            ""
        };
        let purposes = named.map(|named| self.locale.list(&named)).unwrap_or_default();
        let gaps = [("day", self.locale.date(since)), ("purposes", purposes)];
        let id = format!("letter-chosen-{}{all}", self.request.kind);
        let article = format!("letter-article-chosen-{}", self.request.kind);
        vec![Block::text(self.cited(&id, &article, &gaps))]
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

#[cfg(test)]
mod tests {
    use abide_notice::Locales;
    use abide_policy::vocab::{Lang, RequestState, Since};
    use abide_records::requests::Request;
    use jiff::civil::date;

    use super::*;
    use crate::atlas::Atlas;
    use crate::desk::document::{KeepPaper, StorePaper, TablePaper, TermPaper};

    fn request() -> Request {
        Request {
            id: "r1".parse().unwrap(),
            kind: RequestKind::Erasure,
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            subject: None,
            received: date(2026, 11, 1),
            due: date(2026, 12, 1),
            extension: None,
            paused_since: None,
            paused_days: 0,
            state: RequestState::Done,
            waits: None,
            refusal: None,
            version: 1,
            lease: None,
            created_at: 0,
            updated_at: 0,
            closed_at: None,
        }
    }

    /// What a plan leaves to other people: by table, how many rows, and whether they are recordings.
    fn done(shared: &[(&str, u64, bool)]) -> Done {
        let table = |(name, share, recordings): &(&str, u64, bool)| TablePaper {
            table: (*name).to_owned(),
            share: *share,
            is_sound: *recordings,
            ..TablePaper::default()
        };
        let store = StorePaper {
            tables: shared.iter().map(table).collect(),
            store: "files".to_owned(),
            fingerprint: String::new(),
            hand: None,
            purposes: None,
        };
        let paper = Paper {
            made: date(2026, 11, 2),
            stores: vec![store],
            seed: String::new(),
            begun: false,
            holds: Vec::new(),
        };
        Done {
            events: Vec::new(),
            paper: Some(paper),
            chosen: Vec::new(),
            marks: None,
            recipients: Vec::new(),
        }
    }

    /// The sentences of a letter about an erasure.
    fn says(lang: Lang, done: &Done, report: &Report) -> String {
        let (atlas, request) = (Atlas::new(Vec::new()).unwrap(), request());
        let writing = Writing {
            locale: Locales::built_in().get(lang),
            atlas: &atlas,
            request: &request,
            policy: None,
            today: date(2026, 11, 27),
            kept: None,
            period: "3 years".parse().unwrap(),
            late: None,
        };
        let blocks = [writing.erased(done, report), writing.stays(done, report)].concat();
        abide_notice::html::blocks(&blocks, 2).into_string()
    }

    /// A recording is the person's voice: nobody is told that it says nothing about them.
    #[test]
    fn recordings_that_stay_are_called_so() {
        let report = Report { deleted: 1, swept: true, ..Report::default() };
        for lang in Locales::built_in().languages() {
            let say = |id: &str, n: u64| {
                let locale = Locales::built_in().get(lang);
                say!(locale, id, n = n, rows = locale.number(n))
            };
            let both = [("calls.csv", 3, false), ("audio/*.wav", 2, true)];
            let both = says(lang, &done(&both), &report);
            assert!(!both.contains('‹'), "{lang}: {both}");
            for (id, n) in [("letter-shared", 3), ("letter-shared-recordings", 2)] {
                assert!(both.contains(&say(id, n)), "{id}: {both}");
            }
            let recordings = says(lang, &done(&[("audio/*.wav", 1, true)]), &report);
            assert!(recordings.contains(&say("letter-shared-recordings", 1)), "{recordings}");
            assert!(!recordings.contains(&say("letter-shared", 1)), "{recordings}");
        }
    }

    /// Of what stays until a day that nobody knows, how long it stays is told, and no day.
    #[test]
    fn how_long_something_stays_is_said_without_a_day() {
        let term = TermPaper { period: "10 years".to_owned(), from: "contract-end".to_owned() };
        let keep = |term| KeepPaper { term, rows: 3, ..KeepPaper::default() };
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let says = |term: Option<TermPaper>| {
                let kept = vec![Stay { table: "centre.bills".to_owned(), keep: keep(term) }];
                says(lang, &done(&[]), &Report { deleted: 1, kept, ..Report::default() })
            };
            let lasts = locale.lasts("10 years".parse().unwrap(), Since::ContractEnd);
            let open = locale.say("letter-until-open");
            let (with, without) = (says(Some(term.clone())), says(None));
            assert!(with.contains(&lasts) && !with.contains(&open), "{with}");
            assert!(without.contains(&open) && !without.contains(&lasts), "{without}");
        }
    }

    /// Nor are values that were not looked for.
    #[test]
    fn values_that_are_too_short_are_told() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let says = |swept, short| {
                says(lang, &done(&[]), &Report { deleted: 1, swept, short, ..Report::default() })
            };
            for n in [1_u64, 1200] {
                let sentence = say!(locale, "letter-short", n = n, rows = locale.number(n));
                assert!(says(true, n).contains(&sentence), "{lang}: {sentence}");
                for other in [says(true, 0), says(false, n)] {
                    assert!(!other.contains(&sentence) && !other.contains('‹'), "{lang}: {other}");
                }
            }
        }
    }

    /// What was not searched is not called clean.
    #[test]
    fn files_that_could_not_be_read_are_told() {
        let swept = Report { deleted: 1, swept: true, ..Report::default() };
        let all = BTreeMap::from([("files".to_owned(), BTreeMap::new())]);
        let some = BTreeMap::from([
            (
                "a".to_owned(),
                BTreeMap::from([("audio".to_owned(), 1100), ("packed".to_owned(), 99)]),
            ),
            ("b".to_owned(), BTreeMap::from([("audio".to_owned(), 1)])),
        ]);
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let says = |files: &BTreeMap<_, _>| {
                let report = Report { files: files.clone(), ..swept.clone() };
                says(lang, &done(&[]), &report)
            };
            let files = locale.say("letter-files");
            let unread = say!(locale, "letter-unread", n = 1200_u64, rows = locale.number(1200));
            let (none, all, some) = (says(&BTreeMap::new()), says(&all), says(&some));
            assert!(!none.contains(&files) && !none.contains(&unread), "{lang}: {none}");
            assert!(all.contains(&files) && !all.contains(&unread), "{lang}: {all}");
            assert!(some.contains(&files) && some.contains(&unread), "{lang}: {some}");
            assert!(!some.contains('‹'), "{lang}: {some}");
        }
    }

    /// What was looked for stands in what stays, if anything does.
    #[test]
    fn no_letter_says_that_nothing_is_left_while_something_stays() {
        let swept = Report { deleted: 1, swept: true, ..Report::default() };
        let kept = Report { kept: vec![Stay::default()], ..swept.clone() };
        for (shared, report, but) in [
            (&[] as &[_], &swept, false),
            (&[], &kept, true),
            (&[("calls", 1, false)], &swept, true),
            (&[("audio", 1, true)], &swept, true),
        ] {
            for lang in Locales::built_in().languages() {
                let locale = Locales::built_in().get(lang);
                let said = says(lang, &done(shared), report);
                assert_eq!(said.contains(&locale.say("letter-swept-but")), but, "{said}");
                assert_eq!(said.contains(&locale.say("letter-swept")), !but, "{said}");
            }
        }
    }

    /// A day for backups does not hide that traces lie in files for nobody knows how long.
    #[test]
    fn traces_in_files_of_stores_are_told() {
        let left = |what: Remains| {
            let gone_by = Some(jiff::civil::date(2026, 12, 28));
            let left = Remaining { what: what.word().to_owned(), until: None, gone_by };
            let remains = BTreeMap::from([("store".to_owned(), left)]);
            Report { deleted: 1, remains, ..Report::default() }
        };
        for lang in Locales::built_in().languages() {
            let traces = Locales::built_in().get(lang).say("letter-traces");
            let reused = says(lang, &done(&[]), &left(Remains::UntilReused));
            assert!(reused.contains(&traces) && !reused.contains('‹'), "{lang}: {reused}");
            let nothing = says(lang, &done(&[]), &left(Remains::Nothing));
            assert!(!nothing.contains(&traces), "{lang}: {nothing}");
        }
    }
}

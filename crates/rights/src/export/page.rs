//! The page that a person reads first: what is in the folder, what was left out and why, and what the policy says about it.
//!
//! Owns: its order. Leaves to others: words (`locales/…/rights.ftl`), the parts of the notice
//! ([`abide_notice::answer`]), the look (`abide-notice`).
//!
//! It has no script and loads nothing: its style is in it, its links lead to files beside it.

use abide_notice::block::{Block, Fact, Line, Section, Span, Table};
use abide_notice::html::{Html, STYLE, blocks};
use abide_notice::{Locale, answer, say};
use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::version::cite;
use abide_policy::vocab::Vocabulary as _;
use askama::Template;
use jiff::civil::Date;

use super::{Export, Kind, Summary, TableSummary, own, policies};

#[derive(Template)]
#[template(path = "export.html")]
struct Page<'a> {
    lang: &'a str,
    title: String,
    kicker: String,
    style: &'a str,
    body: Html,
}

/// The page.
pub(super) fn page(export: &Export<'_>, locale: &Locale, summary: &Summary) -> String {
    let writing = Writing { export, locale, summary };
    let page = Page {
        lang: export.language.word(),
        title: locale.say(match export.kind {
            Kind::Access => "export-title",
            Kind::Portability => "export-title-portability",
        }),
        kicker: locale.list(&writing.names()),
        style: STYLE,
        body: blocks(&writing.blocks(), 2),
    };
    Html::of(&page).into_string()
}

struct Writing<'a> {
    export: &'a Export<'a>,
    locale: &'a Locale,
    summary: &'a Summary,
}

impl Writing<'_> {
    /// Who holds the data.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for policy in policies(self.export.atlas) {
            if !names.contains(&policy.entity.name) {
                names.push(policy.entity.name.clone());
            }
        }
        names
    }

    fn blocks(&self) -> Vec<Block> {
        let say = |id: &str| self.locale.say(id);
        let mut out = vec![self.lead(), self.data()];
        out.extend(self.apart());
        out.push(Block::section("export-left-out", say("export-left-out"), self.left_out()));
        out.push(Block::section("export-how", say("export-how"), self.how()));
        if self.export.kind == Kind::Access {
            for (number, policy) in policies(self.export.atlas).into_iter().enumerate() {
                out.extend(self.policy(number, policy));
            }
        }
        out
    }

    fn lead(&self) -> Block {
        let id = match self.export.kind {
            Kind::Access => "export-lead",
            Kind::Portability => "export-lead-portability",
        };
        let (today, name) = (self.export.today(), self.locale.list(&self.names()));
        let date = self.locale.date(today);
        let text = say!(self.locale, id, name = name, date = date.as_str());
        Block::Lead(match text.split_once(&date) {
            Some((before, after)) => Line::new().text(before).span(self.day(today)).text(after),
            None => text.into(),
        })
    }

    fn day(&self, day: Date) -> Span {
        Span::Time { iso: day.to_string(), text: self.locale.date(day) }
    }

    fn data(&self) -> Block {
        let say = |id: &str| self.locale.say(id);
        let mut blocks = vec![match self.tables("export-caption", |t| !is_own(t) && !t.seen) {
            Some(table) => table,
            None => Block::text(say("export-none")),
        }];
        let counted = [
            ("export-overdue", self.summary.overdue()),
            ("export-conversations", self.summary.conversations),
            ("export-recordings", self.summary.recordings),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        blocks.extend(counted.map(|(id, count)| Block::text(say!(self.locale, id, count = count))));
        Block::section("export-data", say("export-data"), blocks)
    }

    /// What is not about the person, and what we keep of their requests.
    fn apart(&self) -> Vec<Block> {
        let say = |id: &str| self.locale.say(id);
        let seen = self.tables("export-seen-caption", |t| t.seen);
        let own = self.tables("export-own-caption", is_own);
        let parts = [("export-seen", seen), ("export-own", own)];
        let parts = parts.into_iter().filter_map(|(id, table)| Some((id, table?)));
        let part = |(id, table): (&str, Block)| {
            let mut blocks = vec![Block::text(say(&format!("{id}-lead")))];
            blocks.extend(self.requests().filter(|_| id == "export-own"));
            blocks.push(table);
            Block::section(id, say(id), blocks)
        };
        parts.map(part).collect()
    }

    /// The person's requests, in words.
    fn requests(&self) -> Option<Block> {
        let head = ["asked", "received", "due", "state"].map(|id| format!("export-own-{id}"));
        let day =
            |day: Option<Date>| day.map_or_else(|| "–".into(), |d| Line::new().span(self.day(d)));
        let asked = own::asked(self.export, self.locale);
        let row = |a: own::Asked| vec![a.what.into(), day(a.received), day(a.due), a.state.into()];
        let rows: Vec<Vec<Line>> = asked.into_iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            Block::Table(Table {
                caption: self.locale.say("export-own-requests"),
                head: head.map(|id| self.locale.say(&id)).to_vec(),
                rows,
            })
        })
    }

    /// The tables of which something holds, if there are any.
    fn tables(&self, caption: &str, which: impl Fn(&TableSummary) -> bool) -> Option<Block> {
        let these: Vec<&TableSummary> = self.summary.tables.iter().filter(|t| which(t)).collect();
        let count: u64 = these.iter().map(|t| t.records).sum();
        let head = ["export-what", "export-files", "export-records", "export-until"];
        let table = || Table {
            caption: say!(self.locale, caption, count = count),
            head: head.map(|id| self.locale.say(id)).to_vec(),
            rows: these.iter().map(|t| self.table(t)).collect(),
        };
        (!these.is_empty()).then(|| Block::Table(table()))
    }

    fn table(&self, table: &TableSummary) -> Vec<Line> {
        // The last part of a path: so the file is called in the folder.
        let name = table.file.rsplit('/').next().unwrap_or_default();
        let link = |line: Line, end: &str| {
            line.link(format!("{name}.{end}"), format!("./{}.{end}", table.file))
        };
        let files = link(link(Line::new(), "csv").text(" · "), "json");
        let what = self.what(table).quiet(format!(" {}.{}", table.store, table.table));
        vec![what, files, self.locale.number(table.records).into(), self.until(table)]
    }

    /// What is in a table, in the policy's words.
    fn what(&self, table: &TableSummary) -> Line {
        let said = self.statement(table).map(|(title, _)| title);
        let kinds = table.kinds.iter().filter(|kind| Some(*kind) != said.as_ref());
        let kinds = self.locale.apart(&kinds.collect::<Vec<_>>());
        let titled = match self.statement(table) {
            Some((title, anchor)) if self.export.kind == Kind::Access => {
                Line::new().link(title, anchor)
            }
            Some((title, _)) => title.into(),
            None if is_own(table) => return Line::from(kinds),
            None => self.locale.say("export-other").into(),
        };
        if kinds.is_empty() { titled } else { titled.text(self.locale.colon()).text(kinds) }
    }

    fn until(&self, table: &TableSummary) -> Line {
        match table.until {
            Some((first, last)) if first == last => Line::new().span(self.day(first)),
            Some((first, last)) => {
                Line::new().span(self.day(first)).text(" – ").span(self.day(last))
            }
            None => self.rule(table).map_or_else(|| "–".into(), Line::from),
        }
    }

    /// How long a table's rows are kept by its statement, where the rows do not tell until when.
    fn rule(&self, table: &TableSummary) -> Option<String> {
        if table.part.is_none() {
            return own::until(self.export, self.locale, &table.table);
        }
        let policy = self.export.atlas.parts.get(table.part?)?.policy.as_deref()?;
        let statement = policy.statement(table.statement.as_ref()?)?;
        Some(self.locale.keeps_text(&statement.retention))
    }

    /// The title of a table's statement, and where on this page it is explained.
    fn statement(&self, table: &TableSummary) -> Option<(String, String)> {
        let policy = self.export.atlas.parts.get(table.part?)?.policy.as_deref()?;
        let statement = policy.statement(table.statement.as_ref()?)?;
        let number = policies(self.export.atlas).iter().position(|p| p.name == policy.name)?;
        let title = statement.title.or_any(self.export.language).to_owned();
        Some((title, format!("#{}", anchor(number, &answer::anchor(&statement.id)))))
    }

    fn left_out(&self) -> Vec<Block> {
        let (say, summary) = (|id: &str| self.locale.say(id), self.summary);
        let counted = [
            ("export-left-out-values", summary.hidden()),
            ("export-left-out-places", summary.places()),
            ("export-left-out-recordings", summary.recordings_left_out),
            ("export-left-out-conversations", summary.conversations_left_out),
            ("export-left-out-records", summary.not_provided),
        ];
        let items: Vec<Line> = counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| say!(self.locale, id, count = count).into())
            .collect();
        if items.is_empty() {
            return vec![Block::text(say("export-left-out-none"))];
        }
        vec![
            Block::text(say("export-left-out-lead")),
            Block::list(items),
            Block::text(say("export-left-out-ask")),
        ]
    }

    fn how(&self) -> Vec<Block> {
        let say = |id: &str| self.locale.say(id);
        let mut facts = vec![
            Fact::line("CSV", say("export-how-csv")),
            Fact::line("JSON", say("export-how-json")),
        ];
        if self.summary.conversations > 0 {
            facts.push(Fact::line("vCon", say("export-how-vcon")));
        }
        let manifest = Line::new().link("manifest.json", "./manifest.json").text(" ");
        vec![Block::Facts(facts), Block::Text(manifest.text(say("export-how-manifest")))]
    }

    /// What a policy says about the data that is here.
    fn policy(&self, number: usize, policy: &Policy) -> Vec<Block> {
        let about: Vec<Id> = self.covered(policy);
        if about.is_empty() {
            return Vec::new();
        }
        let version = cite(&policy.name, &policy.version);
        let source = Line::new()
            .text(say!(self.locale, "export-policy", version = version.as_str()))
            .text(" ")
            .link(policy.notice.as_str(), policy.notice.as_str());
        let today = self.export.today();
        let mut said = answer::answer(policy, &about, self.export.language, today);
        said.iter_mut().for_each(|block| rename(block, number));
        std::iter::once(Block::Text(source)).chain(said).collect()
    }

    /// The statements of a policy under which something was found.
    fn covered(&self, policy: &Policy) -> Vec<Id> {
        let parts = &self.export.atlas.parts;
        let is_its = |t: &&TableSummary| {
            let its = t.part.and_then(|at| parts.get(at)).and_then(|p| p.policy.as_deref());
            its.is_some_and(|p| p.name == policy.name && p.version == policy.version)
        };
        let tables = self.summary.tables.iter().filter(is_its);
        let maps = tables.filter_map(|t| {
            let map = &parts.get(t.part?)?.map;
            map.tables.iter().find(|m| m.name == t.table)
        });
        let mut all = Vec::new();
        for map in maps {
            let columns = map.columns.iter().filter_map(|c| c.statement.as_ref());
            for id in map.statement.iter().chain(&map.keep).chain(columns) {
                if !all.contains(id) {
                    all.push(id.clone());
                }
            }
        }
        all
    }
}

/// Whether it is one of our own tables.
const fn is_own(table: &TableSummary) -> bool {
    table.part.is_none()
}

/// The anchor of a part of the policy of this number: the first's are as they are.
fn anchor(number: usize, id: &str) -> String {
    if number == 0 { id.to_owned() } else { format!("p{}-{id}", number + 1) }
}

/// Gives parts of a second policy anchors of their own, and links the new anchors.
fn rename(block: &mut Block, number: usize) {
    let line = |line: &mut Line| {
        for span in &mut line.0 {
            if let Span::Link { href, .. } = span
                && let Some(id) = href.strip_prefix('#')
            {
                *href = format!("#{}", anchor(number, id));
            }
        }
    };
    match block {
        Block::Text(text) | Block::Lead(text) => line(text),
        Block::List { items, .. } => items.iter_mut().for_each(line),
        Block::Table(table) => table.rows.iter_mut().flatten().for_each(line),
        Block::Facts(facts) => {
            facts.iter_mut().flat_map(|f| &mut f.blocks).for_each(|b| rename(b, number));
        }
        Block::Section(Section { id, blocks, .. }) => {
            *id = anchor(number, id);
            blocks.iter_mut().for_each(|b| rename(b, number));
        }
        Block::Details { blocks, .. } | Block::Note { blocks, .. } => {
            blocks.iter_mut().for_each(|b| rename(b, number));
        }
        _ => {}
    }
}

//! The archive: every version that was ever published, as a list, as the notice of its time, and as source.

use abide_policy::text::Id;
use abide_policy::version::{History, Version};
use abide_policy::vocab::Lang;
use jiff::civil::Date;

use super::notice::{self, Part, remark};
use super::sheet::{Head, Sheet};
use crate::block::{Block, Line, Meaning, Table};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The list of all versions.
pub(crate) struct Archive;

impl Document for Archive {
    fn id(&self) -> &'static str {
        "archive"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let page = |lang| Address::spoken(lang, "/archive", Subject::Site);
        publication.languages().into_iter().map(page).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        let name = publication.site.name.as_str();
        let head = Head {
            title: sheet.say("archive"),
            kicker: name.to_owned(),
            description: say!(sheet.locale, "archive-description", name = name),
            languages: publication.languages(),
            ..Head::default()
        };
        let mut blocks = vec![Block::Lead(sheet.say("archive-lead").into())];
        for (_, history) in &publication.policies {
            blocks.extend(section(&sheet, history));
        }
        Some(sheet.html(&head, &blocks))
    }
}

fn section(sheet: &Sheet<'_>, history: &History) -> Option<Block> {
    let title = sheet.text(&history.in_force(sheet.publication.today).policy.title);
    let rows: Vec<_> = history.versions().iter().rev().map(|v| row(sheet, history, v)).collect();
    if title.is_empty() {
        return None;
    }
    let head = ["version", "effective", "state", "texts", "hash"]
        .map(|h| sheet.say(&format!("archive-{h}")));
    let caption = say!(sheet.locale, "archive-caption", title = title);
    let table = Block::Table(Table { caption, head: head.into(), rows });
    Some(Block::section(
        format!("p-{}", history.name().as_str().replace('.', "-")),
        title,
        vec![table],
    ))
}

fn row(sheet: &Sheet<'_>, history: &History, version: &Version) -> Vec<Line> {
    let policy = &version.policy;
    let mut texts = Line::new();
    if sheet.publication.languages_of(policy).contains(&sheet.lang()) {
        let path = format!("/archive/{}/{}", policy.name, policy.version);
        let compact = format!("/compact/{}/{}", policy.name, policy.version);
        texts = texts
            .link(sheet.say("archive-read"), sheet.href(&path))
            .text(" · ")
            .link(sheet.say("archive-compact"), sheet.href(&compact))
            .text(" · ");
    }
    if changes_languages(sheet.publication, history, version).contains(&sheet.lang()) {
        let path = format!("/changes/{}/{}", policy.name, policy.version);
        texts = texts.link(sheet.say("archive-changes"), sheet.href(&path)).text(" · ");
    }
    texts = texts.link(sheet.say("archive-source"), source_path(&policy.name, &policy.version));
    vec![
        Line::new().code(version.cite()),
        Line::new().span(sheet.day(policy.effective)),
        state(sheet, history, version),
        texts,
        Line::new().code(version.hash.to_string()),
    ]
}

fn state(sheet: &Sheet<'_>, history: &History, version: &Version) -> Line {
    let today = sheet.publication.today;
    let (meaning, id) = if version.policy.effective > today {
        (Meaning::Limited, "archive-state-announced")
    } else if history.in_force(today).policy.version == version.policy.version {
        (Meaning::Allowed, "archive-state-current")
    } else {
        (Meaning::None, "archive-state-past")
    };
    Line::new().mark(meaning, sheet.say(id))
}

/// Where the source of a version lies.
pub(crate) fn source_path(policy: &Id, version: &Id) -> String {
    format!("/archive/{policy}/{version}.toml")
}

/// The languages in which a version can be compared with the one before it.
pub(crate) fn changes_languages(
    publication: &Publication,
    history: &History,
    version: &Version,
) -> Vec<Lang> {
    let Some(before) = history.before(&version.policy.version) else { return Vec::new() };
    let known = publication.languages_of(&before.policy);
    publication.languages_of(&version.policy).into_iter().filter(|l| known.contains(l)).collect()
}

/// The notice of every version, announced ones included.
pub(crate) struct ArchivedNotice;

impl Document for ArchivedNotice {
    fn id(&self) -> &'static str {
        "archived-notice"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let mut out = Vec::new();
        for policy in publication.versions().map(|v| &v.policy) {
            let path = format!("/archive/{}/{}", policy.name, policy.version);
            let subject = Subject::Version(policy.name.clone(), policy.version.clone());
            out.extend(
                publication
                    .languages_of(policy)
                    .into_iter()
                    .map(|l| Address::spoken(l, &path, subject.clone())),
            );
        }
        out
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let Subject::Version(name, version) = &address.subject else { return None };
        let sheet = Sheet::new(publication, address)?;
        let history = publication.history(name)?;
        let version = history.version(version)?;
        let part = Part { sheet, policy: &version.policy, version };
        let mut head = part.head(publication.languages_of(&version.policy));
        head.above = vec![(sheet.say("archive"), "/archive".to_owned())];
        head.title = format!("{} ({})", head.title, version.cite());
        let mut blocks = notice::blocks(&part);
        if let Some(line) = ended(&sheet, history, version) {
            // In the place of the line that says since when it applies.
            if let Some(first) = blocks.first_mut() {
                *first = remark(Meaning::Limited, line);
            }
        }
        blocks.push(full_source(&sheet, version));
        Some(sheet.html(&head, &blocks))
    }
}

/// From when until when a past version applied, with a link to the one in force.
fn ended(sheet: &Sheet<'_>, history: &History, version: &Version) -> Option<Line> {
    let today = sheet.publication.today;
    let current = history.in_force(today);
    let at = history.versions().iter().position(|v| v.policy.version == version.policy.version)?;
    let next = history.versions().get(at + 1)?;
    if next.policy.effective > today || current.policy.version == version.policy.version {
        return None;
    }
    let end: Date = next.policy.effective.yesterday().ok()?;
    let date = sheet.locale.date(version.policy.effective);
    let text = say!(sheet.locale, "notice-ended", date = date, end = sheet.locale.date(end));
    let mut line = Line::from(text);
    if sheet.publication.languages_of(&current.policy).contains(&sheet.lang()) {
        let path = sheet.publication.notice_path(history.name());
        line = line.text(" ").link(sheet.say("notice-current-link"), sheet.href(&path));
    }
    Some(line)
}

fn full_source(sheet: &Sheet<'_>, version: &Version) -> Block {
    let title = say!(sheet.locale, "archive-full", version = version.cite());
    let source = Block::Details {
        summary: title.clone(),
        blocks: vec![Block::Source(version.source.clone())],
    };
    Block::section("source", title, vec![Block::text(sheet.say("archive-full-caption")), source])
}

/// The source of every version, byte for byte.
pub(crate) struct Source;

impl Document for Source {
    fn id(&self) -> &'static str {
        "source"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let address = |v: &Version| {
            let (name, version) = (v.policy.name.clone(), v.policy.version.clone());
            Address::plain(source_path(&name, &version), Subject::Version(name, version))
        };
        publication.versions().map(address).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let Subject::Version(name, version) = &address.subject else { return None };
        let version = publication.history(name)?.version(version)?;
        Some(Page::new(Page::TOML, version.source.clone()))
    }
}

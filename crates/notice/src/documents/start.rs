//! The start page: what is published here, for people and for programs.

use abide_agents::{AGENTS, Verdict};
use abide_p3p::derive::{Scope, derive};
use abide_policy::model::Policy;
use abide_policy::version::Version;
use abide_policy::vocab::Role;

use super::archive::{changes_languages, source_path};
use super::compact::in_a_word;
use super::notice::Part;
use super::sheet::{Head, Sheet};
use crate::block::{Block, Fact, Line, Section, Span};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The start page.
pub(crate) struct Start;

impl Document for Start {
    fn id(&self) -> &'static str {
        "start"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        publication
            .languages()
            .into_iter()
            .map(|lang| Address::spoken(lang, "/", Subject::Site))
            .collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        let name = publication.site.name.as_str();
        let head = Head {
            title: say!(sheet.locale, "start", name = name),
            description: say!(sheet.locale, "start-description", name = name),
            languages: publication.languages(),
            ..Head::default()
        };
        let blocks = vec![
            Block::Lead(say!(sheet.locale, "start-lead", name = name).into()),
            policies(&sheet),
            more(&sheet),
            machine(&sheet),
        ];
        Some(sheet.html(&head, &blocks))
    }
}

fn policies(sheet: &Sheet<'_>) -> Block {
    let cards = sheet.parts().iter().map(card).collect();
    Block::section("policies", sheet.say("start-policies"), cards)
}

fn card(part: &Part<'_>) -> Block {
    let (sheet, policy) = (&part.sheet, part.policy);
    let role = match policy.role {
        Role::Controller => "start-role-controller",
        Role::Processor => "start-role-processor",
    };
    let facts = vec![
        Fact::line(sheet.say("start-role"), sheet.say(role)),
        Fact::line(sheet.say("start-since"), Line::new().span(sheet.day(policy.effective))),
        Fact::line(sheet.say("start-version"), Line::new().code(part.version.cite())),
        Fact::line(sheet.say("start-hash"), Line::new().code(part.version.hash.to_string())),
    ];
    let mut blocks = Vec::new();
    if !policy.introduction.is_empty() {
        blocks.push(Block::text(sheet.text(&policy.introduction)));
    }
    blocks.push(Block::Facts(facts));
    let notice = sheet.href(&sheet.publication.notice_path(&policy.name));
    blocks.push(Block::Action { text: sheet.say("start-read"), href: notice });
    Block::Section(Section {
        id: format!("p-{}", policy.name.as_str().replace('.', "-")),
        title: sheet.text(&policy.title).to_owned(),
        mark: None,
        card: true,
        blocks,
    })
}

fn more(sheet: &Sheet<'_>) -> Block {
    let item = |name: String, text: &str, path: &str| {
        Line::new().link(name, sheet.href(path)).text(sheet.locale.colon()).text(sheet.say(text))
    };
    let mut items = vec![
        item(sheet.say("nav-cookies"), "start-cookies-text", "/cookies"),
        item(sheet.say("nav-sub-processors"), "start-sub-processors-text", "/sub-processors"),
        item(sheet.say("nav-record"), "start-record-text", "/record"),
        item(sheet.say("nav-archive"), "start-archive-text", "/archive"),
    ];
    for part in sheet.parts() {
        let (name, title) = (&part.policy.name, sheet.text(&part.policy.title));
        let judged = say!(sheet.locale, "start-compact", title = title);
        let line = item(judged, "start-compact-text", &format!("/compact/{name}"));
        items.push(with_verdict(sheet, line, part.policy));
        let Some(before) = before(&part) else { continue };
        let cite = before.cite();
        let judged = say!(sheet.locale, "start-compact-before", version = cite.as_str());
        let path = format!("/compact/{name}/{}", before.policy.version);
        let line = Line::new().link(judged, sheet.href(&path));
        items.push(with_verdict(sheet, line, &before.policy));
        let changes = say!(sheet.locale, "changes", title = title);
        let path = format!("/changes/{name}/{}", part.policy.version);
        items.push(item(changes, "start-changes-text", &path));
    }
    if sheet.publication.served {
        items.push(item(sheet.say("nav-try"), "start-try-text", "/try"));
        items.push(item(sheet.say("nav-find"), "start-find-text", "/find"));
    }
    Block::section("more", sheet.say("start-more"), vec![Block::list(items)])
}

/// The version before the one in force, where both can be read in the page's language.
fn before<'a>(part: &Part<'a>) -> Option<&'a Version> {
    let publication = part.sheet.publication;
    let history = publication.history(&part.policy.name)?;
    let readable = changes_languages(publication, history, part.version);
    history.before(&part.policy.version).filter(|_| readable.contains(&part.sheet.lang()))
}

/// A line with the verdict of the first user agent.
fn with_verdict(sheet: &Sheet<'_>, line: Line, policy: &Policy) -> Line {
    let compact = derive(policy, Scope::All);
    let Some(agent) = AGENTS.first().filter(|_| !compact.is_empty()) else { return line };
    let verdict = Verdict::new(*agent, compact);
    line.text(" ").span(Span::Mark(in_a_word(sheet.locale, &verdict)))
}

fn machine(sheet: &Sheet<'_>) -> Block {
    let mut items = vec![Line::new().link(sheet.say("start-p3p"), "/w3c/p3p.xml")];
    for part in sheet.parts() {
        let (policy, title) = (part.policy, sheet.text(&part.policy.title));
        let mut link = |id: &str, href: String| {
            items.push(Line::new().link(say!(sheet.locale, id, title = title), href));
        };
        link("start-policy-xml", abide_p3p::export::policy_path(&policy.name));
        if !policy.data.is_empty() {
            link("start-schema-xml", super::p3p::schema_path(&policy.name));
        }
        link("start-jsonld", format!("/{}.jsonld", policy.name));
        link("start-source", source_path(&policy.name, &policy.version));
    }
    if !sheet.publication.site.security_contacts.is_empty() {
        items.push(Line::new().link(sheet.say("start-security"), "/.well-known/security.txt"));
    }
    if sheet.publication.site.gpc.is_some() {
        items.push(Line::new().link(sheet.say("start-gpc"), "/.well-known/gpc.json"));
    }
    Block::section("machine", sheet.say("start-machine"), vec![Block::list(items)])
}

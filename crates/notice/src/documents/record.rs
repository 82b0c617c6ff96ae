//! The record of processing: Art. 30(1) GDPR for policies of a controller, Art. 30(2) for those of a processor; as a page
//! and as CSV.

use abide_policy::law::Area;
use abide_policy::model::{Policy, Statement};
use abide_policy::text::Country;
use abide_policy::vocab::{Category, Role, Set};

use super::notice::Part;
use super::sheet::{Head, Sheet, mail, phone};
use crate::block::{Block, Fact, Line, Section};
use crate::csv;
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The record of processing of the site.
pub(crate) struct Record;

impl Document for Record {
    fn id(&self) -> &'static str {
        "record"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let pages = |lang| {
            ["/record", "/record.csv"].map(|path| Address::spoken(lang, path, Subject::Site))
        };
        publication.languages().into_iter().flat_map(pages).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        if address.path.ends_with(".csv") {
            let mut page = Page::new(Page::CSV, table(&sheet));
            page.lang = address.lang;
            return Some(page);
        }
        let name = publication.site.name.as_str();
        let head = Head {
            title: sheet.say("record"),
            kicker: name.to_owned(),
            description: say!(sheet.locale, "record-description", name = name),
            languages: publication.languages(),
            formats: vec![(sheet.say("frame-csv"), sheet.href("/record.csv"), "text/csv")],
            contents: true,
            ..Head::default()
        };
        let mut blocks = vec![Block::Lead(sheet.say("record-lead").into())];
        blocks.extend(sheet.parts().iter().map(policy));
        Some(sheet.html(&head, &blocks))
    }
}

fn policy(part: &Part<'_>) -> Block {
    let sheet = &part.sheet;
    let (title_id, entity_id) = match part.policy.role {
        Role::Controller => ("record-controller", "record-entity-controller"),
        Role::Processor => ("record-processor", "record-entity-processor"),
    };
    let title = say!(sheet.locale, title_id, title = sheet.text(&part.policy.title));
    let mut facts = vec![Fact::lines(sheet.say(entity_id), responsible(part))];
    if let Some(processing) = &part.policy.processing {
        facts
            .push(Fact::line(sheet.say("record-controllers"), sheet.text(&processing.controllers)));
    }
    for (id, person) in [
        ("who-officer", &part.policy.entity.officer),
        ("who-representative", &part.policy.entity.representative),
    ] {
        facts.extend(person.as_ref().map(|p| Fact::line(sheet.say(id), super::notice::person(p))));
    }
    if !part.policy.security.is_empty() {
        let measures = part.policy.security.iter().map(|t| sheet.text(t).into()).collect();
        facts.push(Fact::lines(sheet.say("record-security"), measures));
    }
    facts.push(Fact::line(sheet.say("record-version"), Line::new().code(part.version.cite())));
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(part.policy.statements.iter().map(|s| activity(part, s)));
    Block::section(format!("p-{}", part.policy.name.as_str().replace('.', "-")), title, blocks)
}

/// Name and contact details (Art. 30(1)(a), (2)(a)).
fn responsible(part: &Part<'_>) -> Vec<Line> {
    let entity = &part.policy.entity;
    let mut lines: Vec<Line> = vec![Line::new().strong(entity.name.as_str())];
    let address = part.postal(entity);
    if !address.is_empty() {
        lines.push(address.into());
    }
    lines.extend(entity.email.as_ref().map(|e| mail(Line::new(), e)));
    lines.extend(entity.phone.as_ref().map(|p| phone(Line::new(), p)));
    lines
}

fn activity(part: &Part<'_>, statement: &Statement) -> Block {
    let sheet = &part.sheet;
    let facts = columns(part, statement).into_iter().map(|(id, values)| {
        Fact::lines(sheet.say(id), values.into_iter().map(Line::from).collect())
    });
    Block::Section(Section {
        id: format!(
            "r-{}-{}",
            part.policy.name.as_str().replace('.', "-"),
            statement.id.as_str().replace('.', "-")
        ),
        title: sheet.text(&statement.title).to_owned(),
        mark: None,
        card: true,
        blocks: vec![Block::Facts(facts.collect())],
    })
}

/// What the record says of one activity: the message of its heading, and its values.
fn columns(part: &Part<'_>, statement: &Statement) -> Vec<(&'static str, Vec<String>)> {
    let locale = part.sheet.locale;
    let controller = part.policy.role == Role::Controller;
    let purposes = statement.purposes.iter().map(|(p, u)| part.purpose(*p, u)).collect();
    let subjects = statement.subjects.iter().map(|s| locale.capital(&locale.word(s))).collect();
    let purposes_id = if controller { "record-purposes" } else { "record-categories-processing" };
    let mut out = vec![(purposes_id, purposes)];
    if controller {
        out.push(("record-grounds", grounds(part, statement)));
    }
    out.push(("record-subjects", subjects));
    out.push(("record-categories", categories(part, statement)));
    out.push(("record-recipients", recipients(part, statement)));
    out.push(("record-transfers", transfers(part, statement)));
    out.push(("record-limits", limits(part, statement)));
    out
}

fn grounds(part: &Part<'_>, statement: &Statement) -> Vec<String> {
    let locale = part.sheet.locale;
    let mut bases: Vec<_> = statement.purposes.values().map(|p| p.basis).collect();
    bases.sort_unstable();
    bases.dedup();
    let none = || locale.capital(&locale.say("card-ground-none"));
    let name = |b: &Option<_>| b.map_or_else(none, |b| locale.basis(b, part.policy.jurisdiction));
    bases.iter().map(name).collect()
}

fn categories(part: &Part<'_>, statement: &Statement) -> Vec<String> {
    let (sheet, locale) = (&part.sheet, part.sheet.locale);
    let all: Set<Category> = statement.categories(&part.policy.schema());
    let other =
        statement.data.iter().map(|d| sheet.text(&d.other_category)).find(|t| !t.is_empty());
    all.iter()
        .map(|c| match (c, other) {
            (Category::OtherCategory, Some(text)) => locale.capital(text),
            _ => locale.capital(&locale.word(c)),
        })
        .collect()
}

fn recipients(part: &Part<'_>, statement: &Statement) -> Vec<String> {
    let (sheet, locale) = (&part.sheet, part.sheet.locale);
    let words = statement.recipients.iter().map(|(r, used)| {
        let who: Vec<&str> = used.who.iter().map(|t| sheet.text(t)).collect();
        let word = locale.capital(&locale.word(*r));
        match who.is_empty() {
            true => word,
            false => say!(locale, "card-who-named", recipient = word, names = locale.list(&who)),
        }
    });
    words.chain(part.processors_of(statement)).collect()
}

/// Transfers to third countries with the ground that permits each (Art. 30(1)(e), (2)(c)).
fn transfers(part: &Part<'_>, statement: &Statement) -> Vec<String> {
    let (sheet, policy) = (&part.sheet, part.policy);
    let mut out: Vec<String> = Vec::new();
    for region in super::sheet::regions(policy, &statement.regions) {
        if is_third(policy, region.country) {
            out.push(transfer(
                part,
                sheet.text(&region.title),
                region.country,
                region.transfer.as_ref(),
            ));
        }
    }
    for sub in policy.sub_processors.iter().filter(|s| s.statements.contains(&statement.id)) {
        if is_third(policy, sub.country) {
            out.push(transfer(part, &sub.name, sub.country, sub.transfer.as_ref()));
        }
    }
    for (recipient, used) in &statement.recipients {
        if let Some(country) = used.country.filter(|c| is_third(policy, *c)) {
            let who = sheet.locale.word(*recipient);
            out.push(transfer(part, &who, country, used.transfer.as_ref()));
        }
    }
    if out.is_empty() {
        out.push(sheet.say("record-transfers-none"));
    }
    out.iter().map(|t| sheet.locale.capital(t)).collect()
}

fn transfer(
    part: &Part<'_>,
    who: &str,
    country: Country,
    how: Option<&abide_policy::model::Transfer>,
) -> String {
    let locale = part.sheet.locale;
    let ground = how.map_or_else(|| locale.say("record-transfer-none"), |t| locale.word(t.ground));
    say!(locale, "record-transfer", who = who, country = locale.country(country), ground = ground)
}

/// Whether a country lies outside the area of a policy's law.
pub(super) fn is_third(policy: &Policy, country: Country) -> bool {
    Area::of(policy.jurisdiction)
        .map_or(country != policy.jurisdiction, |area| area.is_third(country))
}

fn limits(part: &Part<'_>, statement: &Statement) -> Vec<String> {
    let (sheet, locale) = (&part.sheet, part.sheet.locale);
    let mut out: Vec<String> = locale.keeps(&statement.retention);
    let reason = sheet.text(&statement.retention.reason);
    if !reason.is_empty() {
        out.push(say!(locale, "card-keeps-reason", text = reason));
    }
    out
}

/// The record as CSV: one row an activity, the same columns for both roles.
fn table(sheet: &Sheet<'_>) -> String {
    const COLUMNS: &[&str] = &[
        "record-csv-policy",
        "record-csv-version",
        "record-csv-role",
        "record-csv-id",
        "record-csv-activity",
        "record-entity-controller",
        "record-entity-processor",
        "record-contact",
        "record-purposes",
        "record-grounds",
        "record-subjects",
        "record-categories",
        "record-recipients",
        "record-transfers",
        "record-limits",
        "record-security",
    ];
    let mut rows = vec![COLUMNS.iter().map(|id| sheet.say(id)).collect::<Vec<_>>()];
    for part in sheet.parts() {
        rows.extend(part.policy.statements.iter().map(|s| csv_row(&part, s, COLUMNS)));
    }
    csv::write(&rows)
}

fn csv_row(part: &Part<'_>, statement: &Statement, names: &[&str]) -> Vec<String> {
    let (sheet, policy) = (&part.sheet, part.policy);
    let mut values = columns(part, statement);
    // In one table the kinds of processing stand where a controller's purposes do.
    values
        .iter_mut()
        .filter(|(id, _)| *id == "record-categories-processing")
        .for_each(|v| v.0 = "record-purposes");
    let said = |id: &str| {
        values
            .iter()
            .find(|(n, _)| *n == id)
            .map(|(_, v)| sheet.locale.apart(v))
            .unwrap_or_default()
    };
    let (controller, processor) = match (&policy.role, &policy.processing) {
        (Role::Controller, _) => (policy.entity.name.clone(), String::new()),
        (Role::Processor, p) => {
            let controllers = p.as_ref().map(|p| sheet.text(&p.controllers).to_owned());
            (controllers.unwrap_or_default(), policy.entity.name.clone())
        }
    };
    let value = |name: &&str| match *name {
        "record-csv-policy" => sheet.text(&policy.title).to_owned(),
        "record-csv-version" => part.version.cite(),
        "record-csv-role" => sheet.locale.word(policy.role),
        "record-csv-id" => statement.id.to_string(),
        "record-csv-activity" => sheet.text(&statement.title).to_owned(),
        "record-entity-controller" => controller.clone(),
        "record-entity-processor" => processor.clone(),
        "record-contact" => {
            policy.entity.email.clone().or(policy.entity.phone.clone()).unwrap_or_default()
        }
        "record-security" => {
            let measures: Vec<&str> = policy.security.iter().map(|t| sheet.text(t)).collect();
            sheet.locale.apart(&measures)
        }
        other => said(other),
    };
    names.iter().map(value).collect()
}

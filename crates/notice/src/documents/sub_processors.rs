//! The list of sub-processors of every policy.

use super::sheet::{Head, Sheet};
use crate::block::Block;
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The sub-processors of the site's policies.
pub(crate) struct SubProcessors;

impl Document for SubProcessors {
    fn id(&self) -> &'static str {
        "sub-processors"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let page = |lang| Address::spoken(lang, "/sub-processors", Subject::Site);
        publication.languages().into_iter().map(page).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        let name = publication.site.name.as_str();
        let head = Head {
            title: sheet.say("sub-processors"),
            kicker: name.to_owned(),
            description: say!(sheet.locale, "sub-processors-description", name = name),
            languages: publication.languages(),
            ..Head::default()
        };
        Some(sheet.html(&head, &blocks(&sheet)))
    }
}

fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut sections = Vec::new();
    for part in sheet.parts().iter().filter(|p| !p.policy.sub_processors.is_empty()) {
        let title =
            say!(sheet.locale, "sub-processors-for", title = sheet.text(&part.policy.title));
        let mut inside = vec![Block::Table(part.sub_processor_table())];
        let notice = part.policy.processing.as_ref().and_then(|p| p.change_notice);
        inside.extend(notice.map(|period| {
            let period = sheet.locale.period(period);
            Block::text(say!(sheet.locale, "subs-change-notice", period = period))
        }));
        sections.push(Block::section(
            format!("p-{}", part.policy.name.as_str().replace('.', "-")),
            title,
            inside,
        ));
    }
    let lead = if sections.is_empty() { "sub-processors-none" } else { "subs-lead" };
    let mut out = vec![Block::Lead(sheet.say(lead).into())];
    out.extend(sections);
    out
}

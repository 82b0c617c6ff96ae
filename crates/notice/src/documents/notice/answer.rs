//! What the answer to a person's request says from the policy (GDPR Art. 15(1)(a) to (h), 15(2)).
//!
//! Owns: which parts of the notice these are. Leaves to others: what is held about the person, and the page around it
//! (`abide-rights`).

use abide_policy::model::Policy;
use abide_policy::site::{Site, SitePolicy};
use abide_policy::text::Id;
use abide_policy::version::{History, Version};
use abide_policy::vocab::{Lang, Role};
use jiff::civil::Date;

use super::Part;
use super::processor::callers;
use crate::block::Block;
use crate::document::{Address, Publication, Subject};
use crate::documents::sheet::{self, Sheet};
use crate::locale::Locales;

/// Who is responsible, what is done with the data of these statements, who receives it, where it is, which rights follow,
/// and what machines decide: the policy cut to what concerns the person.
#[must_use]
pub fn answer(policy: &Policy, about: &[Id], lang: Lang, today: Date) -> Vec<Block> {
    let policy = cut(policy, about);
    let path = "/privacy";
    let address = Address::spoken(lang, path, Subject::Policy(policy.name.clone()));
    let Some(publication) = publication(policy, today) else { return Vec::new() };
    let versions = publication.policies.first().map(|(_, history)| history.versions());
    let version = versions.and_then(<[Version]>::first);
    let (Some(sheet), Some(version)) = (Sheet::new(&publication, &address), version) else {
        return Vec::new();
    };
    blocks(&Part { sheet, policy: &version.policy, version })
}

/// The anchor of a statement among these blocks, as [`answer`] writes it.
#[must_use]
pub fn anchor(statement: &Id) -> String {
    sheet::anchor(statement)
}

fn blocks(part: &Part<'_>) -> Vec<Block> {
    match part.policy.role {
        Role::Controller => vec![
            part.who("who"),
            part.what("what"),
            part.sub_processors(),
            part.places(),
            part.rights(),
            part.decisions(),
        ],
        Role::Processor => vec![
            callers(&part.sheet),
            part.who("who-processor"),
            part.what("what-processor"),
            part.sub_processors(),
            part.places(),
            part.decisions(),
        ],
    }
}

fn cut(policy: &Policy, about: &[Id]) -> Policy {
    let mut policy = policy.clone();
    policy.statements.retain(|s| about.contains(&s.id));
    policy.sub_processors.retain(|s| s.statements.iter().any(|id| about.contains(id)));
    policy.sub_processors.iter_mut().for_each(|s| s.statements.retain(|id| about.contains(id)));
    policy.cookies.retain(|c| about.contains(&c.statement));
    policy
}

/// A publication of this version alone. Its source is not shown, and so needs not be there.
fn publication(policy: Policy, today: Date) -> Option<Publication> {
    let named = SitePolicy {
        name: policy.name.clone(),
        files: Vec::new(),
        paths: Vec::new(),
        exclude: Vec::new(),
        cookies: Vec::new(),
    };
    let site = Site {
        url: policy.notice.clone(),
        name: policy.entity.name.clone(),
        security_contacts: Vec::new(),
        security_expires: None,
        gpc: None,
        policies: vec![named.clone()],
        stores: Vec::new(),
        requests_kept: None,
        erasures_at: None,
        zone: None,
        region: None,
        holidays: Default::default(),
    };
    let history = History::new(vec![Version::new(policy, String::new())])?;
    let locales = Locales::built_in();
    Some(Publication { site, policies: vec![(named, history)], today, locales, served: false })
}

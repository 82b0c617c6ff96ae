//! P3P: the reference file, each policy's file, and its data schema where it has elements of its own.
//!
//! Owns: where they lie and in which language their texts are. Leaves to others: the format (`abide-p3p`).

use abide_p3p::export;
use abide_p3p::write::print;
use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::vocab::Lang;

use crate::document::{Address, Document, Page, Publication, Subject};

/// The reference file and the policies' files.
pub(crate) struct P3p;

/// Where the schema of a policy's own data elements lies.
pub(crate) fn schema_path(policy: &Id) -> String {
    format!("/w3c/{policy}-schema.xml")
}

impl Document for P3p {
    fn id(&self) -> &'static str {
        "p3p"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let mut out = vec![Address::plain(export::WELL_KNOWN, Subject::Site)];
        for version in publication.in_force() {
            let name = &version.policy.name;
            out.push(Address::plain(export::policy_path(name), Subject::Policy(name.clone())));
            if !version.policy.data.is_empty() {
                out.push(Address::plain(schema_path(name), Subject::Policy(name.clone())));
            }
        }
        out
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let document = match &address.subject {
            Subject::Site => {
                let names: Vec<&Id> = publication.policies.iter().map(|(_, h)| h.name()).collect();
                export::reference_of(&publication.site, &names)
            }
            Subject::Policy(name) => {
                let policy = &publication.history(name)?.in_force(publication.today).policy;
                match address.path == schema_path(name) {
                    true => export::schema_file(policy, main_language(policy)),
                    false => export::policy_file(policy, main_language(policy)),
                }
            }
            _ => return None,
        };
        let mut page = Page::new(Page::P3P, print(&document));
        page.lang = match &address.subject {
            Subject::Policy(name) => {
                Some(main_language(&publication.history(name)?.in_force(publication.today).policy))
            }
            _ => None,
        };
        Some(page)
    }
}

/// P3P has one language a file: the first in which the policy is published, else the first it promises.
fn main_language(policy: &Policy) -> Lang {
    let published = policy.published_languages();
    published.first().or(policy.languages.first()).copied().unwrap_or(Lang::En)
}

//! `abide diff`: what changed for people from one version to another, as Markdown.

use abide_notice::markdown::{self, Place};
use abide_notice::{Locales, Publication, changes};
use abide_policy::site::{Site, SitePolicy};
use abide_policy::version::{History, Version};
use abide_policy::vocab::{Lang, Vocabulary};
use anyhow::Context;

use super::policy;
use crate::Outcome;
use crate::cli::Diff;
use crate::files;

pub(super) fn run(options: &Diff) -> anyhow::Result<Outcome> {
    let version =
        |path| policy::read_with_source(path).map(|(policy, source)| Version::new(policy, source));
    let (from, to) = (version(&options.from)?, version(&options.to)?);
    let lang = Lang::from_word(&options.lang).unwrap_or(Lang::En);
    let found = !abide_policy::diff::changes(&from.policy, &to.policy).is_empty();
    let publication = publication(&from, &to)?;
    if !found {
        files::say("nothing changed for people");
        return Ok(Outcome::Fine);
    }
    let blocks = changes::for_people(&publication, lang, &from, &to);
    let title = format!("{} → {}", from.cite(), to.cite());
    let colon = publication.locales.get(lang).colon();
    let place = Place { site: publication.site.url.origin(), page: "", colon };
    files::print(&markdown::page(place, &title, &blocks, &abide_notice::block::Line::new()))?;
    Ok(Outcome::Found)
}

/// The two versions as if they were a site of their own: sentences need to know where they would stand.
fn publication(from: &Version, to: &Version) -> anyhow::Result<Publication> {
    let history = History::new(vec![from.clone(), to.clone()]).with_context(|| {
        format!("`{}` and `{}` are not versions of one policy", from.cite(), to.cite())
    })?;
    let of = SitePolicy {
        name: to.policy.name.clone(),
        files: Vec::new(),
        paths: Vec::new(),
        exclude: Vec::new(),
        cookies: Vec::new(),
    };
    let site = Site {
        url: to.policy.notice.origin().parse()?,
        name: to.policy.entity.name.clone(),
        security_contacts: Vec::new(),
        security_expires: None,
        stores: Vec::new(),
        requests_kept: None,
        erasures_at: None,
        zone: None,
        region: None,
        holidays: Default::default(),
        gpc: None,
        policies: vec![of.clone()],
    };
    let today = to.policy.effective;
    Ok(Publication {
        site,
        policies: vec![(of, history)],
        today,
        locales: Locales::built_in(),
        served: false,
    })
}

//! What a person can do who does not agree (GDPR Art. 12(4), 77, 79): write again, complain to an authority, go to court.

use abide_notice::block::{Block, Line};
use abide_policy::law::Area;
use abide_policy::model::Authority;

use super::Writing;

/// Where the authorities of the Union and the European Economic Area are listed, with their addresses.
const AUTHORITIES: &str = "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en";

impl Writing<'_> {
    pub(super) fn complaint(&self) -> Block {
        let mut said: Vec<Block> = self.to_us().into_iter().collect();
        said.extend(self.to_an_authority());
        said.push(Block::text(match self.area() {
            Some(Area::Eea) => self.cited("letter-court-eea", "letter-article-court", &[]),
            _ => self.cited("letter-court", "letter-article-court", &[]),
        }));
        Block::section("letter-complaint", self.locale.say("letter-complaint"), said)
    }

    fn area(&self) -> Option<Area> {
        Area::of(self.request.jurisdiction)
    }

    fn to_us(&self) -> Option<Block> {
        let policy = self.policy?;
        let rights = policy.rights.as_ref().and_then(|r| r.email.as_ref());
        let email = rights.or(policy.entity.email.as_ref())?;
        let line = Line::new().text(self.locale.say("letter-complaint-us")).text(" ");
        Some(Block::Text(line.link(email.as_str(), format!("mailto:{email}"))))
    }

    fn to_an_authority(&self) -> Vec<Block> {
        let eea = self.area() == Some(Area::Eea);
        let id = if eea { "rights-complaint-text" } else { "letter-complaint-authority" };
        let mut said = vec![Block::text(self.cited(id, "right-complaint-article", &[]))];
        if let Some(own) = self.policy.and_then(|p| p.authority.as_ref()) {
            let line = Line::new().text(self.locale.say("rights-complaint-own")).text(" ");
            said.push(Block::Text(authority(line, own)));
        }
        if eea {
            let line = Line::new().text(self.locale.say("letter-complaint-list")).text(" ");
            said.push(Block::Text(line.link(AUTHORITIES, AUTHORITIES)));
        }
        said
    }
}

/// Its name and how it is reached: written out, for a letter is also read on paper.
fn authority(line: Line, own: &Authority) -> Line {
    let mut line = line.strong(own.name.as_str());
    if let Some(web) = &own.web {
        line = line.text(", ").link(web.as_str(), web.as_str());
    }
    if let Some(email) = &own.email {
        line = line.text(", ").link(email.as_str(), format!("mailto:{email}"));
    }
    line
}

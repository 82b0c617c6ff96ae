//! Choices, rights and how to use them, complaints, decisions by machine.

use abide_policy::law::Area;
use abide_policy::model::{Authority, Dispute, Policy};
use abide_policy::vocab::{Access, Basis, Choice, Purpose};

use super::Part;
use super::cards::anonymous_at_once;
use crate::block::{Block, Fact, Line, Meaning, Section, Table};
use crate::documents::sheet::{anchor, mail, web};
use crate::say;

impl Part<'_> {
    /// What depends on the person, if anything does.
    pub(super) fn choices(&self) -> Option<Block> {
        let say = |id: &str| self.sheet.say(id);
        let mut rows = Vec::new();
        for statement in &self.policy.statements {
            let here = Line::new()
                .link(self.sheet.text(&statement.title), format!("#{}", anchor(&statement.id)));
            for (purpose, used) in
                statement.purposes.iter().filter(|(_, u)| u.choice != Choice::Always)
            {
                let what = self.purpose(*purpose, used).into();
                rows.push(vec![what, here.clone(), self.choice(used.choice)]);
            }
            for (recipient, used) in
                statement.recipients.iter().filter(|(_, u)| u.choice != Choice::Always)
            {
                let locale = self.sheet.locale;
                let what = locale.capital(&locale.word(*recipient)).into();
                rows.push(vec![what, here.clone(), self.choice(used.choice)]);
            }
        }
        if rows.is_empty() {
            return None;
        }
        let head = vec![say("choices-use"), say("choices-card"), say("choices-choice")];
        let table = Table { caption: say("choices-caption"), head, rows };
        let mut blocks = vec![Block::text(say("choices-lead")), Block::Table(table)];
        blocks.extend(
            self.policy
                .choices
                .as_ref()
                .map(|url| Block::Text(Line::new().link(say("choices-link"), url.as_str()))),
        );
        Some(Block::section("choices", say("choices"), blocks))
    }

    fn choice(&self, choice: Choice) -> Line {
        Line::new().mark(Meaning::Limited, self.sheet.locale.choice_word(choice))
    }

    /// The rights that apply, how to use them, and whom to complain to.
    pub(super) fn rights(&self) -> Block {
        let (sheet, policy) = (&self.sheet, self.policy);
        let mut blocks = self.rights_by_law();
        let mut offered = vec![Block::text(sheet.locale.word(policy.access))];
        if policy.access != Access::All && self.area().is_some() && !self.all_anonymous() {
            offered.push(Block::text(self.cited("rights-offered-more", "access")));
        }
        blocks.push(Block::section("rights-offered", sheet.say("rights-offered"), offered));
        blocks.extend(self.rights_how());
        blocks.extend(self.disputes());
        Block::section("rights", sheet.say("rights"), blocks)
    }

    fn area(&self) -> Option<Area> {
        Area::of(self.policy.jurisdiction)
    }

    /// Whether no statement says anything about a person.
    fn all_anonymous(&self) -> bool {
        let statements = &self.policy.statements;
        !statements.is_empty() && statements.iter().all(anonymous_at_once)
    }

    fn rights_by_law(&self) -> Vec<Block> {
        let (sheet, locale) = (&self.sheet, self.sheet.locale);
        let name = self.policy.entity.name.as_str();
        let Some(area) = self.area() else {
            let mut out = vec![Block::text(say!(locale, "rights-elsewhere", name = name))];
            out.extend(
                self.policy.authority.as_ref().map(|a| Block::Text(authority(Line::new(), a))),
            );
            return out;
        };
        let mut out = vec![Block::text(say!(locale, "rights-lead", name = name))];
        if let (true, Some(law)) = (self.all_anonymous(), locale.law(self.policy.jurisdiction)) {
            out = vec![Block::text(say!(locale, "rights-anonymous", law = law))];
        }
        let fact = |right: &str| {
            let text = self.cited(&format!("rights-{right}-text"), right);
            let mut fact = Fact::line(sheet.say(&format!("rights-{right}")), text);
            if let ("complaint", Some(own)) = (right, &self.policy.authority) {
                let line = Line::new().text(sheet.say("rights-complaint-own")).text(" ");
                fact.blocks.push(Block::Text(authority(line, own)));
            }
            fact
        };
        let (objections, others): (Vec<&str>, Vec<&str>) = applicable(self.policy, area)
            .into_iter()
            .partition(|right| matches!(*right, "objection" | "marketing"));
        out.push(Block::Facts(others.into_iter().map(fact).collect()));
        if !objections.is_empty() {
            // "Presented clearly and separately from any other information" (GDPR Art. 21(4)).
            out.push(Block::Section(Section {
                id: "rights-object".to_owned(),
                title: sheet.say("rights-object"),
                mark: None,
                card: true,
                blocks: vec![Block::Facts(objections.into_iter().map(fact).collect())],
            }));
        }
        out
    }

    /// A text about a right with its article, where the law is one with articles known here.
    fn cited(&self, id: &str, right: &str) -> String {
        let locale = self.sheet.locale;
        match locale.law(self.policy.jurisdiction) {
            Some(law) => {
                let article = say!(locale, &format!("right-{right}-article"), law = law);
                say!(locale, id, article = article)
            }
            None => say!(locale, id, article = "").replace(" ()", ""),
        }
    }

    fn rights_how(&self) -> Option<Block> {
        let sheet = &self.sheet;
        let mut blocks = Vec::new();
        if locale_promises_a_month(self) {
            blocks.push(Block::text(sheet.say("rights-how-lead")));
        }
        blocks.extend(self.ways()?);
        Some(Block::section("rights-how", sheet.say("rights-how"), blocks))
    }

    /// Where people, or the customers who ask for them, turn to; `None` if the policy does not say.
    pub(super) fn ways(&self) -> Option<Vec<Block>> {
        let (sheet, policy) = (&self.sheet, self.policy);
        let mut facts = Vec::new();
        let rights = policy.rights.as_ref();
        facts.extend(
            rights
                .and_then(|r| r.web.as_ref())
                .map(|url| Fact::line(sheet.say("rights-how-web"), web(Line::new(), url))),
        );
        let email = rights.and_then(|r| r.email.as_ref()).or(policy.entity.email.as_ref());
        facts
            .extend(email.map(|e| Fact::line(sheet.say("rights-how-email"), mail(Line::new(), e))));
        if facts.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Facts(facts)];
        let note = rights.map(|r| sheet.text(&r.note)).unwrap_or_default();
        if !note.is_empty() {
            blocks.push(Block::text(note));
        }
        Some(blocks)
    }

    /// Ways to settle a dispute, if there are any.
    pub(super) fn disputes(&self) -> Option<Block> {
        if self.policy.disputes.is_empty() {
            return None;
        }
        let say = |id: &str| self.sheet.say(id);
        let table = Table {
            caption: say("rights-disputes-caption"),
            head: vec![
                say("rights-disputes-way"),
                say("rights-disputes-with"),
                say("rights-disputes-offer"),
            ],
            rows: self.policy.disputes.iter().map(|d| self.dispute(d)).collect(),
        };
        Some(Block::section("disputes", say("rights-disputes"), vec![Block::Table(table)]))
    }

    fn dispute(&self, dispute: &Dispute) -> Vec<Line> {
        let (sheet, locale) = (&self.sheet, self.sheet.locale);
        let title = sheet.text(&dispute.title);
        let mut with = match title {
            "" => web(Line::new(), &dispute.service),
            title => Line::new().link(title, dispute.service.as_str()),
        };
        let description = sheet.text(&dispute.description);
        if !description.is_empty() {
            with = with.text(". ").text(description);
        }
        if let Some(text) = &dispute.verification {
            with = with.text(" ").quiet(say!(
                locale,
                "rights-disputes-verification",
                text = text.as_str()
            ));
        }
        let offers: Vec<String> = dispute.remedies.iter().map(|r| locale.word(r)).collect();
        let offers = locale.capital(&locale.list(&offers));
        vec![locale.capital(&locale.word(dispute.resolution)).into(), with, offers.into()]
    }

    /// Decisions that a machine makes.
    pub(super) fn decisions(&self) -> Block {
        let sheet = &self.sheet;
        let items: Vec<Line> = self
            .policy
            .statements
            .iter()
            .filter(|s| !s.automated_decision.is_empty())
            .map(|s| {
                Line::new()
                    .strong(sheet.text(&s.title))
                    .text(sheet.locale.colon())
                    .text(sheet.text(&s.automated_decision))
            })
            .collect();
        let blocks = match items.is_empty() {
            true => vec![Block::text(sheet.say("decisions-none"))],
            false => vec![Block::text(sheet.say("decisions-lead")), Block::list(items)],
        };
        Block::section("decisions", sheet.say("decisions"), blocks)
    }
}

/// Which rights apply, given the lawful bases and purposes.
pub(crate) fn applicable(policy: &Policy, area: Area) -> Vec<&'static str> {
    let rests = |b: Basis| rests_on(policy, b);
    let decides = policy.statements.iter().any(|s| {
        !s.automated_decision.is_empty() || s.purposes.contains_key(&Purpose::IndividualDecision)
    });
    // Swiss law knows portability without regard to lawful bases (FADP Art. 28), and no right to restriction of its own.
    let swiss = area == Area::Switzerland;
    let all = [
        ("access", true),
        ("rectification", true),
        ("erasure", true),
        ("restriction", !swiss),
        ("portability", swiss || rests(Basis::Consent) || rests(Basis::Contract)),
        ("objection", rests(Basis::LegitimateInterests) || rests(Basis::PublicTask)),
        ("marketing", markets(policy)),
        ("withdrawal", rests(Basis::Consent)),
        ("human", decides),
        ("complaint", true),
    ];
    all.into_iter().filter(|(_, applies)| *applies).map(|(right, _)| right).collect()
}

/// Whether a use rests on this lawful basis.
pub(super) fn rests_on(policy: &Policy, basis: Basis) -> bool {
    policy.statements.iter().any(|s| s.purposes.values().any(|p| p.basis == Some(basis)))
}

/// Whether people are sent offers or called with them.
pub(super) fn markets(policy: &Policy) -> bool {
    policy.statements.iter().any(|s| s.purposes.keys().any(|p| p.is_direct_marketing()))
}

/// Answers are due within a month where the GDPR or the UK GDPR applies (Art. 12(3)).
fn locale_promises_a_month(part: &Part<'_>) -> bool {
    matches!(Area::of(part.policy.jurisdiction), Some(Area::Eea | Area::Uk))
}

fn authority(line: Line, own: &Authority) -> Line {
    let mut line = match &own.web {
        Some(url) => line.link(own.name.as_str(), url.as_str()),
        None => line.text(own.name.as_str()),
    };
    if let Some(email) = &own.email {
        line = mail(line.text(", "), email);
    }
    line
}

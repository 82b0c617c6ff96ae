//! Reads POLICIES and POLICY down to the statements (P3P 1.0 §3.2).

use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, nearest};
use abide_policy::vocab::{Access, Redress, Resolution, Vocabulary};

use super::parts::{Reader, many, one};
use crate::ast::{
    AccessElement, At, Dispute, DisputesGroup, Entity, Expiry, Image, Policies, Policy,
};
use crate::v11::Namer;
use crate::xml::Element;

impl Reader<'_> {
    pub(super) fn policies(&mut self, e: &Element) -> Policies {
        let mut attributes = self.attributes(e, "policies", &["xml:lang"]);
        let parts = self.parts(e, "policies", &[one("EXPIRY"), one("DATASCHEMA"), many("POLICY")]);
        Policies {
            lang: attributes.lang(),
            expiry: parts.one("EXPIRY").and_then(|x| self.expiry(x)),
            schema: parts.one("DATASCHEMA").map(|d| self.data_schema(d)),
            policies: parts.all("POLICY").map(|p| self.policy(p)).collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    /// A date or a number of seconds, and exactly one of them (§2.3.2.3).
    pub(super) fn expiry(&mut self, e: &Element) -> Option<At<Expiry>> {
        let mut attributes = self.empty(e, "expiry", &["date", "max-age"]);
        let date = attributes.at("date").map(|a| Expiry::Date(a.value));
        let has_age = e.attribute("max-age").is_some();
        let age = attributes.number(self, "max-age", "expiry").map(Expiry::MaxAge);
        let code = match (date.is_some(), has_age) {
            (true, true) => Some(Code::PrfExpiryBoth),
            (false, false) => Some(Code::PrfExpiryNeither),
            _ => None,
        };
        if let Some(code) = code {
            self.say(Diagnostic::new(code), e.head, "expiry");
        }
        Some(At { value: age.or(date)?, span: e.head })
    }

    pub(super) fn policy(&mut self, e: &Element) -> Policy {
        let mut attributes =
            self.attributes(e, "policy", &["name", "discuri", "opturi", "xml:lang"]);
        let rules = [
            one("TEST"),
            one("EXPIRY"),
            one("DATASCHEMA"),
            one("ENTITY"),
            one("ACCESS"),
            one("DISPUTES-GROUP"),
            many("STATEMENT"),
        ];
        let parts = self.parts(e, "policy", &rules);
        if let Some(test) = parts.one("TEST") {
            self.empty(test, "policy.test", &[]);
        }
        let mut namer = Namer::default();
        Policy {
            name: attributes.at("name"),
            discuri: attributes.at("discuri"),
            opturi: attributes.at("opturi"),
            lang: attributes.lang(),
            test: parts.one("TEST").is_some(),
            expiry: parts.one("EXPIRY").and_then(|x| self.expiry(x)),
            schema: parts.one("DATASCHEMA").map(|d| self.data_schema(d)),
            entity: parts.one("ENTITY").map(|n| self.entity(n)),
            access: parts.one("ACCESS").map(|a| self.access(a)),
            disputes: parts.one("DISPUTES-GROUP").map(|d| self.disputes_group(d)),
            statements: parts.all("STATEMENT").map(|s| self.statement(s, &mut namer)).collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn entity(&mut self, e: &Element) -> Entity {
        self.attributes(e, "entity", &[]);
        let parts = self.parts(e, "entity", &[one("DATA-GROUP")]);
        let groups = parts.all("DATA-GROUP").map(|g| self.data_group(g, "entity")).collect();
        Entity { groups, additions: parts.additions, span: e.head }
    }

    fn access(&mut self, e: &Element) -> AccessElement {
        self.attributes(e, "policy.access", &[]);
        let (words, additions) = self.words::<Access>(e, "policy.access");
        for (_, child) in &words {
            self.empty(child, "policy.access", &[]);
        }
        if let Some((_, second)) = words.get(1) {
            self.say(Diagnostic::new(Code::AccessMultiple), second.head, "policy.access");
        }
        AccessElement { access: words.first().map(|(a, _)| *a), additions, span: e.head }
    }

    fn disputes_group(&mut self, e: &Element) -> DisputesGroup {
        self.attributes(e, "dispute", &[]);
        let parts = self.parts(e, "dispute", &[many("DISPUTES")]);
        let disputes = parts
            .all("DISPUTES")
            .enumerate()
            .map(|(i, d)| self.dispute(d, &format!("dispute.{i}")));
        DisputesGroup { disputes: disputes.collect(), additions: parts.additions, span: e.head }
    }

    fn dispute(&mut self, e: &Element, place: &str) -> Dispute {
        let known = ["resolution-type", "service", "verification", "short-description"];
        let mut attributes = self.attributes(e, place, &known);
        let parts = self.parts(e, place, &[one("LONG-DESCRIPTION"), one("IMG"), one("REMEDIES")]);
        let resolution = attributes.needed(self, "resolution-type", place);
        Dispute {
            resolution: resolution.and_then(|a| self.resolution(&a, place)),
            service: attributes.at("service"),
            verification: attributes.plain("verification"),
            short_description: attributes.text("short-description"),
            long_description: parts.one("LONG-DESCRIPTION").map(|d| self.text(d, place)),
            image: parts.one("IMG").map(|i| self.image(i, place)),
            remedies: parts.one("REMEDIES").map(|r| self.remedies(r, place)),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn resolution(&mut self, at: &At<String>, place: &str) -> Option<At<Resolution>> {
        let found = Resolution::from_word(&at.value).map(|value| At { value, span: at.span });
        if found.is_none() {
            let words = Resolution::words();
            let d = Diagnostic::new(Code::DisputesType)
                .with("value", &at.value)
                .with("words", words.join(", "));
            let d = match nearest(&at.value, words) {
                Some(right) => d.fixed_by(right),
                None => d,
            };
            self.say(d, at.span, place);
        }
        found
    }

    fn image(&mut self, e: &Element, place: &str) -> Image {
        let mut attributes = self.empty(e, place, &["src", "alt", "width", "height"]);
        let src = attributes.needed(self, "src", place);
        let alt = attributes.needed(self, "alt", place).map(|a| super::parts::collapse(&a.value));
        Image {
            src,
            alt,
            width: attributes.number(self, "width", place),
            height: attributes.number(self, "height", place),
            span: e.head,
        }
    }

    fn remedies(&mut self, e: &Element, place: &str) -> Vec<At<Redress>> {
        self.attributes(e, place, &[]);
        let (words, _) = self.words::<Redress>(e, place);
        for (_, child) in &words {
            self.empty(child, place, &[]);
        }
        words.into_iter().map(|(value, child)| At { value, span: child.head }).collect()
    }
}

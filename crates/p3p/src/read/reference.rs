//! Reads META, the reference file, and DATASCHEMA (P3P 1.0 §2.3, §5.3).

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;

use super::parts::{Reader, anywhere, collapse, many, one};
use crate::ast::{
    At, CookiePattern, DataSchema, Definition, DefinitionKind, Hint, PolicyRef, PolicyReferences,
    Reference,
};
use crate::xml::Element;

impl Reader<'_> {
    pub(super) fn reference(&mut self, e: &Element) -> Reference {
        let mut attributes = self.attributes(e, "reference", &["xml:lang"]);
        let parts = self.parts(e, "reference", &[one("POLICY-REFERENCES"), one("POLICIES")]);
        if parts.one("POLICY-REFERENCES").is_none() {
            let d = Diagnostic::new(Code::StructMissing).with("parent", "META");
            self.say(d.with("element", "POLICY-REFERENCES"), e.head, "reference");
        }
        Reference {
            lang: attributes.lang(),
            references: parts.one("POLICY-REFERENCES").map(|r| self.references(r)),
            policies: parts.one("POLICIES").map(|p| self.policies(p)),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn references(&mut self, e: &Element) -> PolicyReferences {
        self.attributes(e, "reference", &[]);
        let parts = self.parts(e, "reference", &[one("EXPIRY"), many("POLICY-REF"), many("HINT")]);
        let references = parts.all("POLICY-REF").enumerate();
        PolicyReferences {
            expiry: parts.one("EXPIRY").and_then(|x| self.expiry(x)),
            references: references
                .map(|(i, r)| self.policy_ref(r, &format!("reference.{i}")))
                .collect(),
            hints: parts.all("HINT").map(|h| self.hint(h)).collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn policy_ref(&mut self, e: &Element, place: &str) -> PolicyRef {
        let mut attributes = self.attributes(e, place, &["about"]);
        let rules = [
            many("INCLUDE"),
            many("EXCLUDE"),
            many("COOKIE-INCLUDE"),
            many("COOKIE-EXCLUDE"),
            many("METHOD"),
        ];
        let parts = self.parts(e, place, &rules);
        PolicyRef {
            about: attributes.at("about").filter(|a| !a.value.is_empty()),
            include: parts.all("INCLUDE").map(|i| self.pattern(i, place)).collect(),
            exclude: parts.all("EXCLUDE").map(|i| self.pattern(i, place)).collect(),
            cookie_include: parts.all("COOKIE-INCLUDE").map(|c| self.cookie(c, place)).collect(),
            cookie_exclude: parts.all("COOKIE-EXCLUDE").map(|c| self.cookie(c, place)).collect(),
            methods: parts.all("METHOD").map(|m| self.pattern(m, place)).collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn pattern(&mut self, e: &Element, place: &str) -> At<String> {
        self.attributes(e, place, &[]);
        let value = self.bare_text(e, None, place).text;
        At { value, span: e.span }
    }

    fn cookie(&mut self, e: &Element, place: &str) -> CookiePattern {
        let mut attributes = self.empty(e, place, &["name", "value", "domain", "path"]);
        CookiePattern {
            name: attributes.plain("name"),
            value: attributes.plain("value"),
            domain: attributes.plain("domain"),
            path: attributes.plain("path"),
            span: e.head,
        }
    }

    fn hint(&mut self, e: &Element) -> Hint {
        let mut attributes = self.empty(e, "reference", &["scope", "path"]);
        let mut needed = |name| attributes.needed(self, name, "reference").map(|a| a.value);
        Hint { scope: needed("scope"), path: needed("path"), span: e.head }
    }

    pub(super) fn data_schema(&mut self, e: &Element) -> DataSchema {
        let mut attributes = self.attributes(e, "data", &["xml:lang"]);
        let lang = attributes.lang();
        let parts = self.parts(e, "data", &[anywhere("DATA-DEF"), anywhere("DATA-STRUCT")]);
        let kind = |name| {
            if name == "DATA-DEF" { DefinitionKind::Element } else { DefinitionKind::Structure }
        };
        let definitions =
            parts.in_order().map(|(name, d)| self.definition(d, kind(name))).collect();
        DataSchema { lang, definitions, additions: parts.additions, span: e.head }
    }

    fn definition(&mut self, e: &Element, kind: DefinitionKind) -> Definition {
        let mut attributes =
            self.attributes(e, "data", &["name", "structref", "short-description", "xml:lang"]);
        let parts = self.parts(e, "data", &[one("CATEGORIES"), one("LONG-DESCRIPTION")]);
        Definition {
            kind,
            name: attributes.needed(self, "name", "data"),
            structref: attributes.at("structref").filter(|s| !s.value.is_empty()),
            short_description: attributes.plain("short-description").map(|t| collapse(&t)),
            long_description: parts.one("LONG-DESCRIPTION").map(|d| self.text(d, "data")),
            categories: parts.one("CATEGORIES").map(|c| self.categories(c, "data")),
            additions: parts.additions,
            span: e.head,
        }
    }
}

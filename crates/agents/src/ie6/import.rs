//! Internet Explorer 6's privacy import file: own preferences for zones and sites, in XML.
//!
//! Owns: reading it. Leaves to others: what the rules in it mean ([`super::preferences`]), which is the same as in the
//! preference string. A file with any mistake is refused as a whole, as the browser did: it changes nothing.
//!
//! ```text
//! <MSIEPrivacy>
//!   <MSIEPrivacySettings formatVersion="6">
//!     <p3pCookiePolicy zone="internet">
//!       <firstParty noPolicyDefault="reject" noRuleDefault="accept" alwaysAllowSession="yes">
//!         <if expr="FIN,!CUR" action="forceSession"/>
//!       </firstParty>
//!       <thirdParty noPolicyDefault="reject" noRuleDefault="reject" alwaysAllowSession="no"/>
//!     </p3pCookiePolicy>
//!     <flushCookies/>
//!   </MSIEPrivacySettings>
//!   <MSIESiteRules formatVersion="6"><site domain="www.example.com" action="accept"/></MSIESiteRules>
//! </MSIEPrivacy>
//! ```

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::preferences::{BadPreferences, Preferences, Rule, cut};
use crate::situation::{Action, Context, Cookie, SiteRule, Zone};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// How deep elements may stand in one another; the format needs five.
const DEEPEST: usize = 5;

/// How many attributes an element may have; the format needs three.
const MOST_ATTRIBUTES: usize = 8;

/// A file that is no import file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BadImport {
    /// What is wrong, and what to write.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
}

impl From<BadPreferences> for BadImport {
    fn from(error: BadPreferences) -> Self {
        Self { message: error.message, span: error.span }
    }
}

/// What an import file asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Preferences for zones, in the order of the file; each zone once.
    pub zones: Vec<ZonePreferences>,
    /// Cookies older than the browser are sent as before.
    pub always_replay_legacy: bool,
    /// All cookies are deleted on import.
    pub flush_cookies: bool,
    /// All decisions about sites are deleted on import.
    pub flush_sites: bool,
    /// Decisions about sites, by domain.
    pub sites: Vec<(String, SiteRule)>,
}

/// Preferences for one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonePreferences {
    /// Which zone.
    pub zone: Zone,
    /// For cookies of the page's own domain.
    pub first_party: Preferences,
    /// For cookies of other domains.
    pub third_party: Preferences,
}

impl Import {
    /// Reads an import file.
    ///
    /// # Errors
    /// The first mistake, with its place: no well-formed XML, a document type (refused, so that no entity can be
    /// defined), an element or attribute that does not belong there, a value that is none, or a file larger than
    /// [`LARGEST`].
    ///
    /// ```
    /// use abide_agents::ie6::import::Import;
    /// let error = Import::read("<!DOCTYPE x><MSIEPrivacy/>").unwrap_err();
    /// assert_eq!(error.span, 0..12);
    /// ```
    pub fn read(text: &str) -> Result<Self, BadImport> {
        let root = tree(text)?;
        root.expect("MSIEPrivacy", &[])?;
        let mut import = Self::default();
        for child in root.two_at_most()? {
            match child.name.as_str() {
                "MSIEPrivacySettings" => import.settings(child)?,
                "MSIESiteRules" => import.site_rules(child)?,
                _ => return Err(child.misplaced("MSIEPrivacySettings` or `MSIESiteRules")),
            }
        }
        if root.children.is_empty() {
            Err(root.wrong("`MSIEPrivacy` is empty"))
        } else {
            Ok(import)
        }
    }

    /// What is done with a cookie that comes with this compact policy, if the file says so.
    ///
    /// A decision about the site comes first, by the domain itself or one it belongs to; then the zone's preferences;
    /// `None` where the file has neither.
    #[must_use]
    pub fn decide(
        &self,
        host: &str,
        zone: Zone,
        context: Context,
        cookie: Cookie,
        compact: &str,
    ) -> Option<Action> {
        if let Some(rule) = self.site(host) {
            return Some(match rule {
                SiteRule::Accept => Action::Accept,
                SiteRule::Reject => Action::Block,
            });
        }
        let preferences = self.zones.iter().find(|z| z.zone == zone)?;
        let preferences = match context {
            Context::FirstParty => &preferences.first_party,
            Context::ThirdParty => &preferences.third_party,
        };
        Some(preferences.decide(compact, cookie))
    }

    /// The decision about the longest domain to which a host belongs.
    fn site(&self, host: &str) -> Option<SiteRule> {
        let host = host.to_ascii_lowercase();
        let belongs = |domain: &str| {
            host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let matching = self.sites.iter().filter(|(domain, _)| belongs(domain));
        matching.max_by_key(|(domain, _)| domain.len()).map(|(_, rule)| *rule)
    }

    fn settings(&mut self, settings: &Element) -> Result<(), BadImport> {
        settings.expect("MSIEPrivacySettings", &["formatVersion"])?;
        settings.version()?;
        for child in &settings.children {
            let flag =
                match child.name.as_str() {
                    "p3pCookiePolicy" => {
                        self.zone(child)?;
                        continue;
                    }
                    "alwaysReplayLegacy" => &mut self.always_replay_legacy,
                    "flushCookies" => &mut self.flush_cookies,
                    "flushSiteList" => &mut self.flush_sites,
                    _ => return Err(child.misplaced(
                        "p3pCookiePolicy`, `alwaysReplayLegacy`, `flushCookies` or `flushSiteList",
                    )),
                };
            child.expect(&child.name, &[])?;
            child.leaf()?;
            if std::mem::replace(flag, true) {
                return Err(child.wrong(format!("`{}` stands there twice", child.name)));
            }
        }
        Ok(())
    }

    fn zone(&mut self, element: &Element) -> Result<(), BadImport> {
        element.expect("p3pCookiePolicy", &["zone"])?;
        let zone = match element.value("zone")? {
            "internet" => Zone::Internet,
            "intranet" => Zone::Intranet,
            "trustedSites" => Zone::Trusted,
            other => {
                return Err(element.bad_value(
                    "zone",
                    other,
                    "`internet`, `intranet` or `trustedSites`",
                ));
            }
        };
        if self.zones.iter().any(|z| z.zone == zone) {
            return Err(element.wrong("this zone stands there twice"));
        }
        let [first, third] = element.children.as_slice() else {
            return Err(element.wrong("a zone has one `firstParty` and one `thirdParty`"));
        };
        let (first, third) =
            if first.name == "thirdParty" { (third, first) } else { (first, third) };
        self.zones.push(ZonePreferences {
            zone,
            first_party: first.preferences("firstParty")?,
            third_party: third.preferences("thirdParty")?,
        });
        Ok(())
    }

    fn site_rules(&mut self, rules: &Element) -> Result<(), BadImport> {
        rules.expect("MSIESiteRules", &["formatVersion"])?;
        rules.version()?;
        for site in &rules.children {
            site.expect("site", &["domain", "action"])?;
            site.leaf()?;
            let domain = site.value("domain")?;
            let good = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
            if domain.is_empty() || domain.starts_with('.') || !domain.bytes().all(good) {
                return Err(site.bad_value("domain", domain, "a domain such as `www.example.com`"));
            }
            let rule = match site.value("action")? {
                "accept" => SiteRule::Accept,
                "reject" => SiteRule::Reject,
                other => return Err(site.bad_value("action", other, "`accept` or `reject`")),
            };
            self.sites.push((domain.to_ascii_lowercase(), rule));
        }
        if rules.children.is_empty() {
            Err(rules.wrong("`MSIESiteRules` names no site"))
        } else {
            Ok(())
        }
    }
}

/// An element with its attributes and child elements; the format has no text.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    /// Its start tag.
    span: Range<usize>,
}

impl Element {
    fn wrong(&self, message: impl Into<String>) -> BadImport {
        BadImport { message: message.into(), span: self.span.clone() }
    }
    fn misplaced(&self, expected: &str) -> BadImport {
        self.wrong(format!("`{}` does not belong here: write `{expected}`", cut(&self.name)))
    }
    fn bad_value(&self, name: &str, value: &str, expected: &str) -> BadImport {
        self.wrong(format!("`{}` is no value of `{name}`: write {expected}", cut(value)))
    }

    /// That it has this name and no other attributes than these.
    fn expect(&self, name: &str, attributes: &[&str]) -> Result<(), BadImport> {
        if self.name != name {
            return Err(self.misplaced(name));
        }
        match self.attributes.iter().find(|(a, _)| !attributes.contains(&a.as_str())) {
            Some((unknown, _)) => {
                Err(self.wrong(format!("`{name}` has no attribute `{}`", cut(unknown))))
            }
            None => Ok(()),
        }
    }
    /// The value of an attribute that must be there.
    fn value(&self, name: &str) -> Result<&str, BadImport> {
        let found = self.attributes.iter().find(|(a, _)| a == name);
        found
            .map(|(_, value)| value.as_str())
            .ok_or_else(|| self.wrong(format!("`{}` needs the attribute `{name}`", self.name)))
    }
    fn version(&self) -> Result<(), BadImport> {
        match self.value("formatVersion")? {
            "6" => Ok(()),
            other => Err(self.bad_value("formatVersion", other, "exactly `6`")),
        }
    }
    /// That nothing stands in it.
    fn leaf(&self) -> Result<(), BadImport> {
        match self.children.first() {
            Some(child) => Err(child.wrong(format!("nothing stands in `{}`", self.name))),
            None => Ok(()),
        }
    }
    /// Its children: at most two, not of one name.
    fn two_at_most(&self) -> Result<&[Self], BadImport> {
        if let [first, second, ..] = self.children.as_slice()
            && first.name == second.name
        {
            return Err(second.wrong(format!("`{}` stands there twice", cut(&second.name))));
        }
        match self.children.get(2) {
            Some(third) => Err(third.wrong(format!("`{}` is one too many", cut(&third.name)))),
            None => Ok(&self.children),
        }
    }

    fn action(&self, attribute: &str) -> Result<Action, BadImport> {
        Ok(match self.value(attribute)? {
            "accept" => Action::Accept,
            "prompt" => Action::Prompt,
            "forceFirstParty" => Action::Leash,
            "forceSession" => Action::Session,
            "reject" => Action::Block,
            other => {
                let known = "`accept`, `prompt`, `forceFirstParty`, `forceSession` or `reject`";
                return Err(self.bad_value(attribute, other, known));
            }
        })
    }

    /// The preferences of `firstParty` or `thirdParty`.
    fn preferences(&self, name: &str) -> Result<Preferences, BadImport> {
        self.expect(name, &["noPolicyDefault", "noRuleDefault", "alwaysAllowSession"])?;
        let allow_session = match self.value("alwaysAllowSession")? {
            "yes" => true,
            "no" => false,
            other => return Err(self.bad_value("alwaysAllowSession", other, "`yes` or `no`")),
        };
        let mut rules = Vec::new();
        for child in &self.children {
            child.expect("if", &["expr", "action"])?;
            child.leaf()?;
            let terms = Rule::terms(child.value("expr")?, ',', 0)
                .map_err(|error| child.wrong(error.message))?;
            rules.push(Rule { terms, action: child.action("action")? });
        }
        rules.push(Rule { terms: Vec::new(), action: self.action("noRuleDefault")? });
        Ok(Preferences { rules, no_policy: Some(self.action("noPolicyDefault")?), allow_session })
    }
}

/// Reads elements and attributes; everything that the format does not need is refused.
fn tree(text: &str) -> Result<Element, BadImport> {
    let bad = |span: Range<usize>, message: &str| BadImport { message: message.to_owned(), span };
    if text.len() > LARGEST {
        return Err(bad(0..0, "the file is larger than 256 KiB"));
    }
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<Element> = None;
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(text.len()).min(text.len());
            bad(at..at, &format!("this is not well-formed XML: {error}"))
        })?;
        let span = start..position(&reader);
        let closed = match event {
            Event::Start(tag) if open.len() < DEEPEST => {
                open.push(element(&tag, span)?);
                continue;
            }
            Event::Start(_) => return Err(bad(span, "elements stand too deep in one another")),
            Event::Empty(tag) => element(&tag, span.clone())?,
            Event::End(_) => match open.pop() {
                Some(element) => element,
                None => return Err(bad(span, "this end has no start")),
            },
            Event::Text(content) if content.trim().is_empty() => continue,
            Event::Decl(_) | Event::Comment(_) => continue,
            Event::DocType(_) => return Err(bad(span, "document types are refused")),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) | Event::PI(_) => {
                return Err(bad(span, "only elements stand in this file"));
            }
            Event::Eof => break,
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(closed),
            None if root.is_some() => return Err(bad(span, "a file has one `MSIEPrivacy`")),
            None => root = Some(closed),
        }
    }
    match (open.pop(), root) {
        (Some(unclosed), _) => {
            Err(unclosed.wrong(format!("`{}` is not closed", cut(&unclosed.name))))
        }
        (None, Some(root)) => Ok(root),
        (None, None) => Err(bad(0..text.len(), "the file holds no `MSIEPrivacy`")),
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A start tag with its attributes; names given twice are refused.
fn element(tag: &BytesStart<'_>, span: Range<usize>) -> Result<Element, BadImport> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let bad = |error: &dyn std::fmt::Display| BadImport {
            message: format!("this attribute cannot be read: {error}"),
            span: span.clone(),
        };
        let attribute = attribute.map_err(|error| bad(&error))?;
        let value =
            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| bad(&error))?;
        if attributes.len() == MOST_ATTRIBUTES {
            return Err(bad(&"there are too many"));
        }
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: tag.name().as_ref().to_owned(), attributes, children: Vec::new(), span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie6::levels::preference;
    use crate::situation::Level;
    use proptest::prelude::*;

    const FILE: &str = r#"<?xml version="1.0"?>
<!-- careful -->
<MSIEPrivacy>
  <MSIEPrivacySettings formatVersion="6">
    <p3pCookiePolicy zone="internet">
      <firstParty noPolicyDefault="reject" noRuleDefault="accept" alwaysAllowSession="yes">
        <if expr="TEL" action="reject"/>
        <if expr="FIN, !CUR" action="forceSession"></if>
      </firstParty>
      <thirdParty noPolicyDefault="prompt" noRuleDefault="forceFirstParty" alwaysAllowSession="no"/>
    </p3pCookiePolicy>
    <flushCookies/><alwaysReplayLegacy/>
  </MSIEPrivacySettings>
  <MSIESiteRules formatVersion="6">
    <site domain="Example.com" action="reject"/>
    <site domain="www.example.com" action="accept"/>
  </MSIESiteRules>
</MSIEPrivacy>
"#;

    #[test]
    fn a_file_is_read_and_followed() {
        let import = Import::read(FILE).unwrap();
        assert!(import.flush_cookies && import.always_replay_legacy && !import.flush_sites);
        let decide = |context, cookie, compact| {
            import.decide("other.example", Zone::Internet, context, cookie, compact).unwrap()
        };
        for (context, cookie, compact, action) in [
            (Context::FirstParty, Cookie::Persistent, "TEL", Action::Block),
            (Context::FirstParty, Cookie::Session, "TEL", Action::Accept),
            (Context::FirstParty, Cookie::Persistent, "FIN", Action::Session),
            (Context::FirstParty, Cookie::Persistent, "FIN CUR", Action::Accept),
            (Context::FirstParty, Cookie::Persistent, "", Action::Block),
            (Context::ThirdParty, Cookie::Persistent, "", Action::Prompt),
            (Context::ThirdParty, Cookie::Session, "NAV", Action::Leash),
        ] {
            assert_eq!(decide(context, cookie, compact), action, "{compact}");
        }
        let site = |host| {
            import
                .decide(host, Zone::Internet, Context::ThirdParty, Cookie::Session, "NAV")
                .unwrap()
        };
        assert_eq!(site("WWW.example.com"), Action::Accept);
        assert_eq!(site("cdn.example.com"), Action::Block);
        assert_eq!(site("badexample.com"), Action::Leash);
        assert_eq!(
            import.decide("x", Zone::Intranet, Context::FirstParty, Cookie::Session, ""),
            None
        );
    }

    /// The file with one part replaced, read.
    fn broken(from: &str, to: &str) -> (String, BadImport) {
        assert!(FILE.contains(from), "{from}");
        let text = FILE.replacen(from, to, 1);
        let error = Import::read(&text).unwrap_err();
        (text, error)
    }

    #[test]
    fn any_mistake_refuses_the_file_and_says_where() {
        for (from, to, place) in [
            (
                "formatVersion=\"6\"",
                "formatVersion=\"6.0\"",
                "<MSIEPrivacySettings formatVersion=\"6.0\">",
            ),
            ("zone=\"internet\"", "zone=\"moon\"", "<p3pCookiePolicy zone=\"moon\">"),
            ("zone=\"internet\"", "", "<p3pCookiePolicy >"),
            (
                "action=\"forceSession\"",
                "action=\"force\"",
                "<if expr=\"FIN, !CUR\" action=\"force\">",
            ),
            ("expr=\"TEL\"", "expr=\"TEL,,CON\"", "<if expr=\"TEL,,CON\" action=\"reject\"/>"),
            (
                "alwaysAllowSession=\"no\"",
                "alwaysAllowSession=\"maybe\"",
                "<thirdParty noPolicyDefault=\"prompt\" noRuleDefault=\"forceFirstParty\" alwaysAllowSession=\"maybe\"/>",
            ),
            ("<flushCookies/>", "<flush/>", "<flush/>"),
            ("<flushCookies/>", "<flushCookies/><flushCookies/>", "<flushCookies/>"),
            ("<flushCookies/>", "text", "text"),
            ("<flushCookies/>", "<flushCookies now=\"yes\"/>", "<flushCookies now=\"yes\"/>"),
            (
                "<!-- careful -->",
                "<!DOCTYPE MSIEPrivacy [<!ENTITY a \"b\">]>",
                "<!DOCTYPE MSIEPrivacy [<!ENTITY a \"b\">]>",
            ),
            ("Example.com", "exa mple", "<site domain=\"exa mple\" action=\"reject\"/>"),
            ("firstParty", "firstparty", ""),
            ("</MSIEPrivacy>", "", "<MSIEPrivacy>"),
            ("</MSIEPrivacy>", "</MSIEPrivacy><MSIEPrivacy/>", "<MSIEPrivacy/>"),
        ] {
            let (text, error) = broken(from, to);
            let at = &text[error.span.clone()];
            assert!(at.trim().starts_with(place), "{from} -> {to}: `{at}` {error}");
        }
    }

    #[test]
    fn bombs_are_refused() {
        let deep = "<a>".repeat(100_000);
        let wide = format!("<MSIEPrivacy>{}", "<a/>".repeat(100_000));
        let references = FILE.replacen("Example.com", "&lol;", 1);
        for text in [
            deep.as_str(),
            wide.as_str(),
            references.as_str(),
            "",
            "\0",
            "<",
            "</a>",
            "&amp;",
            "<a b=c/>",
            "<a b='1' b='2'/>",
        ] {
            assert!(Import::read(text).is_err());
        }
    }

    #[test]
    fn the_same_rules_in_both_languages_decide_alike() {
        let medium: Preferences =
            preference(Context::FirstParty, Level::Medium).unwrap().parse().unwrap();
        let rules: String = medium
            .rules
            .iter()
            .filter(|r| !r.terms.is_empty())
            .map(|rule| {
                let terms: Vec<String> = rule
                    .terms
                    .iter()
                    .map(|t| format!("{}{}", if t.present { "" } else { "!" }, t.token))
                    .collect();
                let action = if rule.action == Action::Accept { "accept" } else { "forceSession" };
                format!("<if expr=\"{}\" action=\"{action}\"/>", terms.join(","))
            })
            .collect();
        let text = format!(
            "<MSIEPrivacy><MSIEPrivacySettings formatVersion=\"6\"><p3pCookiePolicy zone=\"internet\">\
             <thirdParty noPolicyDefault=\"reject\" noRuleDefault=\"reject\" alwaysAllowSession=\"no\"/>\
             <firstParty noPolicyDefault=\"forceFirstParty\" noRuleDefault=\"accept\" alwaysAllowSession=\"yes\">{rules}</firstParty>\
             </p3pCookiePolicy></MSIEPrivacySettings></MSIEPrivacy>"
        );
        assert_eq!(Import::read(&text).unwrap().zones[0].first_party, medium);
    }

    proptest! {
        #[test]
        fn any_change_is_answered(at in 0..FILE.len(), insert in r#"[<>&"'/!a-z\x00é\]\[ ]{0,6}"#, cut in 0..40_usize) {
            let rest = FILE.get(at + cut..).unwrap_or_default();
            let text = format!("{}{insert}{rest}", &FILE[..at]);
            if let Err(error) = Import::read(&text) {
                prop_assert!(error.span.start <= error.span.end);
            }
        }
    }
}

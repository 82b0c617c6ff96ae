//! What a document is, where its pages lie, and what they are made from.
//!
//! Owns: [`Document`], the one trait behind every page; [`Publication`], the one input of every page; addresses and the
//! map of all of them. Leaves to others: the documents themselves ([`crate::documents`]), writing files and answering
//! requests.

use std::collections::BTreeMap;

use abide_policy::model::Policy;
use abide_policy::site::{Site, SitePolicy};
use abide_policy::text::Id;
use abide_policy::version::{History, Version};
use abide_policy::vocab::{Lang, Vocabulary};
use jiff::civil::Date;

use crate::documents::DOCUMENTS;
use crate::locale::Locales;

/// Everything that a page can be made from.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The organisation's site.
    pub site: Site,
    /// Its policies with all their versions, the most important first.
    pub policies: Vec<(SitePolicy, History)>,
    /// The day for which pages are made: it decides which version is in force.
    pub today: Date,
    /// The languages in which Abide speaks.
    pub locales: &'static Locales,
    /// Whether a program answers for the pages: they then also lead to what only a program can do, such as judging what
    /// somebody pastes (`/try`).
    pub served: bool,
}

/// Where a page lies, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The path from the site's root, starting with `/`: `/de/privacy`.
    pub path: String,
    /// The language of the page; `None` for what has no language (P3P, JSON-LD, the style sheet).
    pub lang: Option<Lang>,
    /// What the page is about.
    pub subject: Subject,
}

/// What a page is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The site as a whole.
    #[default]
    Site,
    /// The version in force of this policy.
    Policy(Id),
    /// This version of this policy.
    Version(Id, Id),
    /// Something else with a name, such as a problem's code.
    Named(&'static str),
}

impl Address {
    /// The address of a page in a language: `/de` before the path.
    #[must_use]
    pub fn spoken(lang: Lang, path: &str, subject: Subject) -> Self {
        Self { path: format!("/{}{path}", lang.word()), lang: Some(lang), subject }
    }
    /// The address of something without language.
    #[must_use]
    pub fn plain(path: impl Into<String>, subject: Subject) -> Self {
        Self { path: path.into(), lang: None, subject }
    }
    /// The path without its language: `/privacy` of `/de/privacy`; the path itself where there is none. A request for
    /// it is answered in the language that the reader prefers.
    #[must_use]
    pub fn neutral(&self) -> &str {
        let rest = self.lang.and_then(|l| self.path.strip_prefix('/')?.strip_prefix(l.word()));
        rest.filter(|r| r.starts_with('/')).unwrap_or(&self.path)
    }
    /// The file that holds the page in a static site, relative to its root: `de/privacy/index.html` for `/de/privacy`,
    /// the path itself where its last part has an ending.
    #[must_use]
    pub fn file(&self, page: &Page) -> String {
        file_of(&self.path, page)
    }
    /// The file that holds the page at its neutral path, see [`Address::neutral`] and [`Address::file`].
    #[must_use]
    pub fn neutral_file(&self, page: &Page) -> String {
        file_of(self.neutral(), page)
    }
}

fn file_of(path: &str, page: &Page) -> String {
    let path = path.trim_matches('/');
    match (page.media == Page::HTML, path.is_empty()) {
        (true, true) => "index.html".to_owned(),
        (true, false) => format!("{path}/index.html"),
        (false, _) => path.to_owned(),
    }
}

/// A page, ready to be written or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its media type, for `Content-Type`.
    pub media: &'static str,
    /// Its text, UTF-8.
    pub body: String,
    /// Its language, for `Content-Language`.
    pub lang: Option<Lang>,
    /// Related pages, for the header `Link`: other languages (`alternate`), the Markdown twin.
    pub links: Vec<Link>,
}

/// A related page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it is, from the site's root.
    pub href: String,
    /// How it is related (RFC 8288): `alternate`.
    pub rel: &'static str,
    /// Its language.
    pub lang: Option<Lang>,
    /// Its media type.
    pub media: &'static str,
}

impl Page {
    /// HTML.
    pub const HTML: &'static str = "text/html; charset=utf-8";
    /// Markdown (RFC 7763).
    pub const MARKDOWN: &'static str = "text/markdown; charset=utf-8";
    /// Comma-separated values (RFC 4180).
    pub const CSV: &'static str = "text/csv; charset=utf-8; header=present";
    /// P3P (P3P 1.0, appendix on media types).
    pub const P3P: &'static str = "application/p3p+xml";
    /// JSON-LD.
    pub const JSON_LD: &'static str = "application/ld+json";
    /// JSON.
    pub const JSON: &'static str = "application/json";
    /// Plain text.
    pub const TEXT: &'static str = "text/plain; charset=utf-8";
    /// TOML.
    pub const TOML: &'static str = "application/toml";
    /// A picture.
    pub const SVG: &'static str = "image/svg+xml";
    /// A style sheet.
    pub const CSS: &'static str = "text/css; charset=utf-8";

    /// A page without language and related pages.
    #[must_use]
    pub const fn new(media: &'static str, body: String) -> Self {
        Self { media, body, lang: None, links: Vec::new() }
    }
}

/// A kind of document. To add one: a file under `documents/` with a type that implements this, and its line in
/// [`DOCUMENTS`].
pub trait Document: Sync {
    /// Its stable name: `notice`, `record`.
    fn id(&self) -> &'static str;
    /// Where its pages lie in this publication; cheap, nothing is rendered.
    fn addresses(&self, publication: &Publication) -> Vec<Address>;
    /// The page at one of these addresses; `None` for an address that is not among them.
    fn render(&self, publication: &Publication, address: &Address) -> Option<Page>;
}

/// Every address of a publication with the document that renders it.
pub struct Map {
    pages: BTreeMap<String, (&'static dyn Document, Address)>,
    neutral: BTreeMap<String, Vec<Address>>,
}

impl Map {
    /// The map of a publication. Where two documents claim one path, the first in [`DOCUMENTS`] has it.
    #[must_use]
    pub fn new(publication: &Publication) -> Self {
        let mut pages = BTreeMap::new();
        let mut neutral: BTreeMap<String, Vec<Address>> = BTreeMap::new();
        for document in DOCUMENTS {
            for address in document.addresses(publication) {
                if address.lang.is_some() && address.neutral() != address.path {
                    neutral.entry(address.neutral().to_owned()).or_default().push(address.clone());
                }
                pages.entry(address.path.clone()).or_insert((*document, address));
            }
        }
        neutral.retain(|path, _| !pages.contains_key(path));
        Self { pages, neutral }
    }
    /// Every page, in the order of paths.
    pub fn pages(&self) -> impl Iterator<Item = (&'static dyn Document, &Address)> {
        self.pages.values().map(|(document, address)| (*document, address))
    }
    /// What renders a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<(&'static dyn Document, &Address)> {
        self.pages.get(path).map(|(document, address)| (*document, address))
    }
    /// The languages' pages behind a neutral path such as `/privacy`, the site's default language first; empty if the
    /// path is not neutral.
    #[must_use]
    pub fn negotiable(&self, path: &str) -> &[Address] {
        self.neutral.get(path).map_or(&[], Vec::as_slice)
    }
    /// Every neutral path with the languages' pages behind it.
    pub fn neutral(&self) -> impl Iterator<Item = (&str, &[Address])> {
        self.neutral.iter().map(|(path, addresses)| (path.as_str(), addresses.as_slice()))
    }
}

impl Publication {
    /// The languages in which anything is published, the site's default first: those of its policies, in their order.
    #[must_use]
    pub fn languages(&self) -> Vec<Lang> {
        let mut all = Vec::new();
        for lang in self.in_force().flat_map(|v| self.languages_of(&v.policy)) {
            if !all.contains(&lang) {
                all.push(lang);
            }
        }
        all
    }
    /// The languages in which a policy is published: every text of the organisation's exists in them, and Abide speaks
    /// them.
    #[must_use]
    pub fn languages_of(&self, policy: &Policy) -> Vec<Lang> {
        let mut languages = policy.published_languages();
        languages.retain(|l| self.locales.speaks(*l));
        languages
    }
    /// The version in force of each policy, in the site's order.
    pub fn in_force(&self) -> impl Iterator<Item = &Version> {
        self.policies.iter().map(|(_, history)| history.in_force(self.today))
    }
    /// Every version of every policy, policies in the site's order, versions oldest first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        self.policies.iter().flat_map(|(_, history)| history.versions())
    }
    /// The policies in force that are published in a language, in the site's order.
    pub fn spoken(&self, lang: Lang) -> impl Iterator<Item = &Policy> {
        self.in_force().map(|v| &v.policy).filter(move |p| self.languages_of(p).contains(&lang))
    }
    /// The history of a policy.
    #[must_use]
    pub fn history(&self, policy: &Id) -> Option<&History> {
        self.policies.iter().map(|(_, history)| history).find(|h| h.name() == policy)
    }
    /// Whether it is the site's first policy, whose notice lies at `/privacy` itself.
    #[must_use]
    pub fn is_main(&self, policy: &Id) -> bool {
        self.policies.first().is_some_and(|(_, history)| history.name() == policy)
    }
    /// The path of a policy's notice without its language: `/privacy`, or `/privacy/service` for another than the first.
    #[must_use]
    pub fn notice_path(&self, policy: &Id) -> String {
        if self.is_main(policy) { "/privacy".to_owned() } else { format!("/privacy/{policy}") }
    }
}

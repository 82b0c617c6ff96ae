//! What the documents that people read have in common: the frame around them, their languages, their way to each other.

use abide_policy::model::Policy;
use abide_policy::text::{Id, Text, Url};
use abide_policy::version::Version;
use abide_policy::vocab::{Lang, Vocabulary};
use jiff::civil::Date;

use super::notice::Part;
use crate::block::{Block, Line, Span};
use crate::document::{Address, Link, Page, Publication};
use crate::html::{self, Frame, FrameWords, Language};
use crate::locale::Locale;
use crate::markdown;
use crate::say;

/// A page in the making: what it is about and in which language.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) publication: &'a Publication,
    pub(crate) address: &'a Address,
    pub(crate) locale: &'a Locale,
}

/// What differs between the frames of pages.
#[derive(Default)]
pub(crate) struct Head<'a> {
    pub(crate) title: String,
    pub(crate) kicker: String,
    pub(crate) description: String,
    /// Pages above this one, besides the start page: name and neutral path.
    pub(crate) above: Vec<(String, String)>,
    /// The languages it exists in.
    pub(crate) languages: Vec<Lang>,
    /// The version it is made from.
    pub(crate) version: Option<&'a Version>,
    /// Other formats: name, address, media type.
    pub(crate) formats: Vec<(String, String, &'static str)>,
    pub(crate) contents: bool,
    pub(crate) prose: bool,
}

impl<'a> Sheet<'a> {
    /// A page in the language of its address; `None` if it has none.
    pub(crate) fn new(publication: &'a Publication, address: &'a Address) -> Option<Self> {
        let locale = publication.locales.get(address.lang?);
        Some(Self { publication, address, locale })
    }

    pub(crate) const fn lang(&self) -> Lang {
        self.locale.lang()
    }

    pub(crate) fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    /// The organisation's text in the page's language.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.or_any(self.lang())
    }

    /// The version in force of each policy that is published in the page's language.
    pub(crate) fn parts(self) -> Vec<Part<'a>> {
        let lang = self.lang();
        let spoken = self
            .publication
            .in_force()
            .filter(|v| self.publication.languages_of(&v.policy).contains(&lang));
        spoken.map(|version| Part { sheet: self, policy: &version.policy, version }).collect()
    }

    /// A path of the site in the page's language.
    pub(crate) fn href(&self, neutral: &str) -> String {
        format!("/{}{neutral}", self.lang().word())
    }

    /// A day for people and programs.
    pub(crate) fn day(&self, date: Date) -> Span {
        Span::Time { iso: date.to_string(), text: self.locale.date(date) }
    }

    /// A message with a day in it, the day marked up.
    pub(crate) fn dated(&self, id: &str, date: Date) -> Line {
        let shown = self.locale.date(date);
        let text = say!(self.locale, id, date = shown.as_str());
        match text.split_once(&shown) {
            Some((before, after)) => Line::new().text(before).span(self.day(date)).text(after),
            None => text.into(),
        }
    }

    /// The frame and the blocks as an HTML page.
    pub(crate) fn html(&self, head: &Head<'_>, blocks: &[Block]) -> Page {
        let frame = self.frame(head);
        let mut page = Page::new(Page::HTML, html::page(&frame, blocks));
        page.lang = Some(self.lang());
        page.links = self.links(head);
        page
    }

    /// The blocks as a Markdown page.
    pub(crate) fn markdown(&self, head: &Head<'_>, blocks: &[Block]) -> Page {
        let end = head.version.map(|v| self.footer(v)).unwrap_or_default();
        let page = self.address.path.strip_suffix(".md").unwrap_or(&self.address.path);
        let place = markdown::Place {
            site: self.publication.site.url.origin(),
            page,
            colon: self.locale.colon(),
        };
        let body = markdown::page(place, &head.title, blocks, &end);
        let mut page = Page::new(Page::MARKDOWN, body);
        page.lang = Some(self.lang());
        page
    }

    fn links(&self, head: &Head<'_>) -> Vec<Link> {
        let others = head.languages.iter().filter(|l| **l != self.lang()).map(|l| Link {
            href: self.in_language(*l),
            rel: "alternate",
            lang: Some(*l),
            media: "text/html",
        });
        let formats = head.formats.iter().map(|(_, href, media)| Link {
            href: href.clone(),
            rel: "alternate",
            lang: Some(self.lang()),
            media,
        });
        others.chain(formats).collect()
    }

    /// This page in another language.
    fn in_language(&self, lang: Lang) -> String {
        format!("/{}{}", lang.word(), self.address.neutral())
    }

    fn frame(&self, head: &Head<'_>) -> Frame {
        let mut crumbs = Vec::new();
        if self.address.neutral() != "/" {
            let spoken = self.publication.languages().contains(&self.lang());
            let home = if spoken { self.href("/") } else { "/".to_owned() };
            crumbs.push((self.publication.site.name.clone(), home));
            crumbs.extend(head.above.iter().map(|(name, path)| (name.clone(), self.href(path))));
        }
        let languages = head.languages.iter().map(|l| Language {
            tag: l.word(),
            name: l.own_name(),
            href: self.in_language(*l),
            here: *l == self.lang(),
        });
        let formats = head.formats.iter().map(|(n, h, m)| (n.clone(), h.clone(), (*m).to_owned()));
        Frame {
            lang: self.lang().word().to_owned(),
            title: head.title.clone(),
            window: String::new(),
            kicker: head.kicker.clone(),
            description: head.description.clone(),
            site: self.publication.site.name.clone(),
            path: self.address.path.clone(),
            crumbs,
            languages: languages.collect(),
            formats: formats.collect(),
            nav: self.publication.nav(self.locale, self.lang()),
            origin: self.publication.site.url.origin().to_owned(),
            neutral: self.address.neutral().to_owned(),
            footer: head.version.map(|v| self.footer(v)).unwrap_or_default(),
            contents: head.contents,
            prose: head.prose,
            words: FrameWords::of(self.locale),
        }
    }

    fn footer(&self, version: &Version) -> Line {
        let (cite, hash) = (version.cite(), version.hash.short());
        let text = say!(self.locale, "frame-footer", version = cite, hash = hash.as_str());
        match text.split_once(&hash) {
            Some((before, after)) => Line::new().text(before).code(hash.clone()).text(after),
            None => text.into(),
        }
    }
}

impl Publication {
    /// Name and address of the site's pages in a language, the names in the reader's; empty if nothing is published in
    /// that language.
    #[must_use]
    pub fn nav(&self, reader: &Locale, lang: Lang) -> Vec<(String, String)> {
        if !self.languages().contains(&lang) {
            return Vec::new();
        }
        let href = |path: &str| format!("/{}{path}", lang.word());
        let notices = self
            .spoken(lang)
            .map(|p| (p.title.or_any(lang).to_owned(), href(&self.notice_path(&p.name))));
        let fixed = [
            ("nav-cookies", "/cookies"),
            ("nav-sub-processors", "/sub-processors"),
            ("nav-record", "/record"),
            ("nav-archive", "/archive"),
        ];
        let served = [("nav-try", "/try"), ("nav-find", "/find")];
        let served = served.into_iter().filter(|_| self.served);
        let fixed = fixed.into_iter().chain(served).map(|(id, path)| (reader.say(id), href(path)));
        notices.chain(fixed).collect()
    }
}

impl FrameWords {
    /// The frame's words in a language.
    #[must_use]
    pub fn of(locale: &Locale) -> Self {
        Self {
            skip: locale.say("frame-skip"),
            crumbs: locale.say("frame-crumbs"),
            languages: locale.say("frame-languages"),
            contents: locale.say("frame-contents"),
            nav: locale.say("frame-nav"),
            formats: locale.say("frame-formats"),
        }
    }
}

/// A link to an address on the web, shown without its scheme.
pub(crate) fn web(line: Line, url: &Url) -> Line {
    let shown = url.as_str();
    let shown = shown.strip_prefix("https://").or(shown.strip_prefix("http://")).unwrap_or(shown);
    line.link(shown.trim_end_matches('/'), url.as_str())
}

/// A link to an e-mail address.
pub(crate) fn mail(line: Line, address: &str) -> Line {
    line.link(address, format!("mailto:{address}"))
}

/// A link to a telephone number.
pub(crate) fn phone(line: Line, number: &str) -> Line {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    line.link(number, format!("tel:{dialled}"))
}

/// The anchor of a statement's card.
pub(crate) fn anchor(statement: &Id) -> String {
    format!("s-{}", statement.as_str().replace('.', "-"))
}

/// The policies' order of regions: where a statement's data is kept, all of the policy's if it names none.
pub(crate) fn regions<'p>(
    policy: &'p Policy,
    named: &'p [Id],
) -> impl Iterator<Item = &'p abide_policy::model::Region> {
    policy.regions.iter().filter(|r| named.is_empty() || named.contains(&r.id))
}

//! From a P3P policy to a policy (P3P 1.0 §3): for the checks that need a whole policy, and for importing.
//!
//! Owns: what each element means in `abide_policy::model`, where each part stood in the XML, and a note for everything
//! that cannot be carried over or had to be put in. Leaves to others: reading ([`crate::read`]), what is wrong with the
//! policy (`abide_policy::check`), the policy file ([`crate::import`]).
//!
//! What P3P does not say is neutral: version `imported`, the role of a controller, the day of the [`Settings`], the
//! jurisdiction of the entity's country or of the settings. Of lawful bases, periods and rights nothing is said.

mod entity;
mod lost;
mod statement;
mod wording;

use abide_policy::check::check_vocabulary;
use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::model::{self, Expiry as PolicyExpiry};
use abide_policy::source::Places;
use abide_policy::source::shape::is_publishable;
use abide_policy::text::{Country, Text, Url};
use abide_policy::vocab::{Access, Lang, Role, Vocabulary};
use jiff::civil::Date;

use crate::ast::{Addition, At, DataSchema, Document, Expiry, Policy, Words};
use crate::read::{Reading, read};
use crate::v11;
use crate::validate::http_date;
use crate::xml::Span;

/// What is known besides the P3P policy.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of texts that say none.
    pub lang: Lang,
    /// The first day on which the policy applies.
    pub effective: Date,
    /// The law that applies, where the entity's country is not said.
    pub jurisdiction: Country,
    /// The site to which relative addresses belong, if known.
    pub site: Option<Url>,
}

impl Default for Settings {
    /// English, the day on which P3P 1.0 was recommended, Germany, no site.
    #[expect(clippy::expect_used, reason = "`DE` is a country")]
    fn default() -> Self {
        Self {
            lang: Lang::En,
            effective: jiff::civil::date(2002, 4, 16),
            jurisdiction: "DE".parse().expect("a country"),
            site: None,
        }
    }
}

/// A P3P policy as a policy.
#[derive(Clone, Debug)]
pub struct Converted {
    /// What it says. What is missing is neutral: full access, the address `https://example.invalid/`.
    pub policy: model::Policy,
    /// Whether nothing had to be made up without which a policy cannot be published: access, and the address for people.
    pub whole: bool,
    /// Where each part stood in the XML, by the places that diagnostics name.
    pub places: Places,
    /// What was lost, put in or changed (`import.lost`, `import.filled`, `import.changed`).
    pub notes: Vec<Diagnostic>,
}

/// The policies of a document, each with the data schema that holds for it if it has none of its own; an inline policy of
/// a reference file counts, too.
#[must_use]
pub fn policies(document: &Document) -> Vec<(&Policy, Shared<'_>)> {
    let file = match document {
        Document::Policy(policy) => return vec![(policy, Shared::default())],
        Document::DataSchema(_) => return Vec::new(),
        Document::Policies(file) => Some(file),
        Document::Reference(reference) => reference.policies.as_ref(),
    };
    file.map_or(Vec::new(), |f| {
        let (schema, lang, expiry) = (f.schema.as_ref(), f.lang.as_deref(), f.expiry.as_ref());
        let shared = Shared { schema, lang, expiry, additions: &f.additions };
        f.policies.iter().map(|p| (p, shared)).collect()
    })
}

/// What a POLICIES element says for all of its policies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shared<'a> {
    /// Own data elements.
    pub schema: Option<&'a DataSchema>,
    /// The language of texts.
    pub lang: Option<&'a str>,
    /// How long they may be relied on.
    pub expiry: Option<&'a At<Expiry>>,
    /// Extensions.
    pub additions: &'a [Addition],
}

/// Reads a document and checks it in every way: its structure ([`read`]) and what its policies say as a whole
/// (`abide_policy::check::check_vocabulary`), each problem at its place in the XML.
///
/// ```
/// let reading = abide_p3p::convert::check(r##"<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1">
///   <POLICY name="p" discuri="https://example.com/"><ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA>
///   <DATA ref="#business.contact-info.online.email">a@example.com</DATA></DATA-GROUP></ENTITY>
///   <ACCESS><none/></ACCESS></POLICY></POLICIES>"##);
/// let codes: Vec<&str> = reading.diagnostics.iter().map(|d| d.code.id()).collect();
/// assert_eq!(codes, ["disputes.none", "statement.none"]);
/// ```
pub fn check(source: impl AsRef<[u8]>) -> Reading {
    let mut reading = read(source);
    let Some(document) = &reading.document else { return reading };
    let mut more = Vec::new();
    for (policy, shared) in policies(document) {
        let converted = to_policy(policy, shared, &Settings::default());
        for d in check_vocabulary(&converted.policy) {
            let span = converted.places.span(&d.place);
            more.push(d.at(span));
        }
    }
    more.retain(|d| !reading.diagnostics.iter().any(|known| says_the_same(known, d)));
    reading.diagnostics.extend(more);
    reading.diagnostics.sort_by_key(|d| (d.span.start, d.span.end));
    reading
}

/// Whether two problems are one: the same kind at the same place of the same policy, or what follows from something that
/// was missing in it.
fn says_the_same(a: &Diagnostic, b: &Diagnostic) -> bool {
    let near = a.span.start <= b.span.end && b.span.start <= a.span.end;
    a.code == b.code && near
}

/// The policy as Abide's own, with notes about what did not fit.
#[must_use]
pub fn to_policy(policy: &Policy, shared: Shared<'_>, settings: &Settings) -> Converted {
    Converter::new(policy, shared, settings).run()
}

struct Converter<'a> {
    source: &'a Policy,
    shared: Shared<'a>,
    settings: &'a Settings,
    /// The language of texts that say none of their own.
    main: Lang,
    site: Option<Url>,
    /// The address of the policy for people.
    notice: Url,
    whole: bool,
    places: Places,
    notes: Vec<Diagnostic>,
}

impl<'a> Converter<'a> {
    fn new(source: &'a Policy, shared: Shared<'a>, settings: &'a Settings) -> Self {
        let (places, notes) = (Places::default(), Vec::new());
        let (main, site, notice) = (settings.lang, None, nowhere());
        let mut c =
            Self { source, shared, settings, main, site, notice, whole: true, places, notes };
        if let Some(tag) = source.lang.as_deref().or(shared.lang) {
            match language(tag) {
                Some(lang) => c.main = lang,
                None => c.changed(
                    &format!("text in the language `{tag}`"),
                    settings.lang.word(),
                    source.span,
                    "policy.languages",
                ),
            }
        }
        c.site = settings.site.clone().or_else(|| c.own_site());
        c
    }

    fn run(mut self) -> Converted {
        let policy = self.policy();
        self.list_lost();
        self.notes.sort_by_key(|d| (d.span.start, d.span.end));
        Converted { policy, whole: self.whole, places: self.places, notes: self.notes }
    }

    fn policy(&mut self) -> model::Policy {
        let source = self.source;
        self.place("policy", source.span);
        self.place("statement", source.span);
        let own = source.schema.as_ref().or(self.shared.schema);
        self.notice();
        let entity = self.entity();
        let disputes = self.disputes();
        let (data, statements) = self.statements(own);
        let choices = self.choices(&statements);
        let (name, title) = self.name();
        let jurisdiction = entity.country.unwrap_or(self.settings.jurisdiction);
        if entity.country.is_none() {
            self.filled(
                "which law applies",
                jurisdiction.code(),
                source.span,
                "policy.jurisdiction",
            );
        }
        self.filled("its version", "imported", source.span, "policy.version");
        let day = self.settings.effective.to_string();
        self.filled("since when it applies", &day, source.span, "policy.effective");
        model::Policy {
            name,
            version: v11::Namer::default().name(Some("imported")),
            effective: self.settings.effective,
            role: Role::Controller,
            languages: vec![self.main],
            title,
            introduction: Text::default(),
            notice: self.notice.clone(),
            choices,
            access: self.access(),
            test: source.test,
            expiry: self.expiry(),
            jurisdiction,
            entity,
            authority: None,
            rights: None,
            disputes,
            data,
            statements,
            cookies: Vec::new(),
            sub_processors: Vec::new(),
            regions: Vec::new(),
            security: Vec::new(),
            processing: None,
            acknowledged: Vec::new(),
        }
    }

    fn name(&mut self) -> (abide_policy::text::Id, Text) {
        let source = self.source;
        let written = source.name.as_ref().map(|n| (n.value.as_str(), n.span));
        let (written, span) =
            written.filter(|(w, _)| !w.is_empty()).unwrap_or(("policy", source.span));
        self.place("policy.name", span);
        let name = v11::Namer::default().name(Some(written));
        if source.name.is_none() {
            self.filled("its name", name.as_str(), span, "policy.name");
        } else if name.as_str() != written {
            self.changed(&format!("the name `{written}`"), name.as_str(), span, "policy.name");
        }
        let title = self.line(written, span, "policy.title").unwrap_or_else(|| name.to_string());
        self.filled("what people call it", &title, span, "policy.title");
        (name, self.line_text(&title))
    }

    fn access(&mut self) -> Access {
        let said = self.source.access.as_ref();
        self.place("policy.access", said.map_or(self.source.span, |a| a.span));
        said.and_then(|a| a.access).unwrap_or_else(|| {
            self.whole = false;
            Access::All
        })
    }

    fn notice(&mut self) {
        let said = self.source.discuri.as_ref();
        self.place("policy.notice", said.map_or(self.source.span, |d| d.span));
        match said.and_then(|d| self.address(d, "policy.notice")) {
            Some(address) => self.notice = address,
            None => self.whole = false,
        }
    }

    /// Where people choose; where the policy offers a choice without saying, the policy for people.
    fn choices(&mut self, statements: &[model::Statement]) -> Option<Url> {
        if let Some(said) = &self.source.opturi {
            self.place("policy.choices", said.span);
            let address = self.address(said, "policy.choices");
            if address.is_none() {
                self.lost(&format!("the address `{}`", said.value), said.span, "policy.choices");
            } else {
                return address;
            }
        }
        let choice = |s: &model::Statement| {
            let always = abide_policy::vocab::Choice::Always;
            s.purposes.values().any(|u| u.choice != always)
                || s.recipients.values().any(|u| u.choice != always)
        };
        if !statements.iter().any(choice) {
            return None;
        }
        self.filled(
            "where people choose",
            self.notice.clone().as_str(),
            self.source.span,
            "policy.choices",
        );
        Some(self.notice.clone())
    }

    fn expiry(&mut self) -> Option<PolicyExpiry> {
        let said = self.source.expiry.as_ref().or(self.shared.expiry)?;
        match &said.value {
            Expiry::Date(date) => {
                let day = http_date(date);
                match day {
                    None => self.lost(&format!("the expiry `{date}`"), said.span, "policy.expires"),
                    Some(day) if !date.contains("00:00:00") => {
                        self.changed(
                            &format!("the expiry `{date}`"),
                            &day.to_string(),
                            said.span,
                            "policy.expires",
                        );
                    }
                    Some(_) => {}
                }
                day.map(PolicyExpiry::On)
            }
            Expiry::MaxAge(seconds) => {
                let most = 315_360_000;
                let cut = u32::try_from(*seconds).unwrap_or(u32::MAX).min(most);
                if u64::from(cut) != *seconds {
                    self.changed(
                        &format!("the expiry of {seconds} seconds"),
                        &cut.to_string(),
                        said.span,
                        "policy.max-age",
                    );
                }
                Some(PolicyExpiry::MaxAge(cut))
            }
        }
    }

    /// An address made whole, if it can be.
    fn address(&mut self, at: &At<String>, place: &str) -> Option<Url> {
        if let Ok(url) = at.value.parse() {
            return Some(url);
        }
        let site = self.site.as_ref()?.origin().to_owned();
        let path = at.value.trim_start_matches("./");
        if at.value.is_empty() || path.contains(':') || path.starts_with("//") {
            return None;
        }
        let url: Url = format!("{site}/{}", path.trim_start_matches('/')).parse().ok()?;
        self.changed(&format!("the address `{}`", at.value), url.as_str(), at.span, place);
        Some(url)
    }

    fn place(&mut self, place: &str, span: Span) {
        self.places.insert(place, span.range());
    }
    fn note(&mut self, code: Code, what: &str, value: &str, span: Span, place: &str) {
        let d = Diagnostic::new(code).with("what", what).with("value", value);
        self.notes.push(d.at(span.range()).place(place));
    }
    fn lost(&mut self, what: &str, span: Span, place: &str) {
        self.note(Code::ImportLost, what, "", span, place);
    }
    fn filled(&mut self, what: &str, value: &str, span: Span, place: &str) {
        self.note(Code::ImportFilled, what, value, span, place);
    }
    fn changed(&mut self, what: &str, value: &str, span: Span, place: &str) {
        self.note(Code::ImportChanged, what, value, span, place);
    }

    /// A text of the XML in its language; empty if it says nothing.
    fn text(&mut self, words: &Words, place: &str) -> Text {
        let mut lang = self.main;
        if let Some(tag) = words.lang.as_deref() {
            match language(tag) {
                Some(own) => lang = own,
                None => self.changed(
                    &format!("text in the language `{tag}`"),
                    lang.word(),
                    words.span,
                    place,
                ),
            }
        }
        let text = self.fit(&words.text, abide_policy::source::shape::MAX_TEXT, words.span, place);
        if text.is_empty() { Text::default() } else { Text::from_iter([(lang, text)]) }
    }
    /// A text in the main language.
    fn line_text(&self, text: &str) -> Text {
        let fitting: String = text.chars().filter(|c| is_publishable(*c, false)).collect();
        Text::from_iter([(self.main, fitting)])
    }
    /// A text without control characters and not longer than a policy file takes.
    fn fit(&mut self, text: &str, max: usize, span: Span, place: &str) -> String {
        let fitting: String =
            text.chars().filter(|c| is_publishable(*c, false)).take(max).collect();
        if fitting.len() != text.len() {
            self.lost("part of a text, too long or with control characters,", span, place);
        }
        fitting.trim().to_owned()
    }
    fn line(&mut self, text: &str, span: Span, place: &str) -> Option<String> {
        let line = self.fit(text, abide_policy::source::shape::MAX_LINE, span, place);
        (!line.is_empty()).then_some(line)
    }
}

/// An address that leads nowhere (RFC 2606).
#[expect(clippy::expect_used, reason = "a fixed address that is one")]
fn nowhere() -> Url {
    "https://example.invalid/".parse().expect("an address")
}

/// The language of a tag such as `de-AT`, if Abide speaks it.
fn language(tag: &str) -> Option<Lang> {
    Lang::from_word(&tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase())
}

#[cfg(test)]
mod tests;

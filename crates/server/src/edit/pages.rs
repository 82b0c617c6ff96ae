//! The editor's pages: the list of files, and the editor of one.

use abide_notice::block::Meaning;
use abide_notice::html::{self, Frame, FrameWords, Html, Language};
use abide_notice::{Locale, Publication, say};
use abide_policy::codes::Code;
use abide_policy::data::Schema;
use abide_policy::diagnostic::{Severity, has_errors};
use abide_policy::model::Policy;
use abide_policy::site::SitePolicy;
use abide_policy::source::{read_policy, text_of};
use abide_policy::text::COUNTRIES;
use abide_policy::vocab::Vocabulary;
use askama::Template;
use jiff::civil::Date;

use super::files::{Files, Text};
use super::view::{View, is_published, said};
use crate::pages::languages;

/// Something that was done, or could not be.
pub(crate) struct Report {
    /// What.
    pub(crate) title: String,
    /// In detail.
    pub(crate) body: Html,
}

/// The file that is edited.
#[derive(Clone, Copy)]
pub(crate) struct Which<'a> {
    /// Its policy.
    pub(crate) policy: &'a str,
    /// Its name in the site's folder.
    pub(crate) file: &'a str,
}

impl Which<'_> {
    /// The address of its editor.
    pub(crate) fn address(&self) -> String {
        format!("/edit/{}/{}", segment(self.policy), segment(self.file))
    }
}

/// A text as one part of a path (RFC 3986 §3.3).
fn segment(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into())
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The pages of whoever is let in.
const WAYS: [(&str, &str); 3] =
    [("editor-list", "/edit"), ("requests-title", "/requests"), ("map-title", "/map")];

pub(crate) fn frame(
    publication: &Publication,
    locale: &Locale,
    title: String,
    path: &str,
    crumbs: &[(String, String)],
) -> Frame {
    let lang = locale.lang();
    let switch = |l: abide_policy::vocab::Lang| Language {
        tag: l.word(),
        name: l.own_name(),
        href: format!("{path}?lang={}", l.word()),
        here: l == lang,
    };
    Frame {
        lang: lang.word().to_owned(),
        title,
        site: publication.site.name.clone(),
        path: path.to_owned(),
        crumbs: crumbs.to_vec(),
        languages: languages(publication).into_iter().map(switch).collect(),
        nav: WAYS.iter().map(|(id, to)| (locale.say(id), format!("{to}?lang={lang}"))).collect(),
        words: FrameWords::of(locale),
        ..Frame::default()
    }
}

/// The editor of a file.
pub(crate) fn editor(
    publication: &Publication,
    locale: &Locale,
    which: Which<'_>,
    text: &Text,
    view: &View,
    report: Option<Report>,
) -> String {
    let address = which.address();
    let title = say!(locale, "editor-title", file = which.file);
    let crumbs = [
        (publication.site.name.clone(), "/".to_owned()),
        (locale.say("editor-list"), format!("/edit?lang={}", locale.lang().word())),
    ];
    let frame = frame(publication, locale, title, &address, &crumbs);
    let draft = read_policy(&text.source).draft;
    let initial = serde_json::json!({ "diagnostics": view.diagnostics, "places": view.places, "section": view.section });
    let body = Html::of(&EditorHtml {
        locale,
        words: scripts_words(locale),
        initial: initial.to_string(),
        address,
        base: &text.base,
        source: &text.source,
        view,
        report,
        countries: countries(locale),
        elements: elements(locale, draft.as_ref()),
        codes: codes(locale),
    });
    html::layout(&frame, body)
}

#[derive(Template)]
#[template(path = "edit/page.html")]
struct EditorHtml<'a> {
    locale: &'a Locale,
    words: String,
    initial: String,
    address: String,
    base: &'a str,
    source: &'a str,
    view: &'a View,
    report: Option<Report>,
    countries: Vec<(&'static str, String)>,
    elements: Vec<(String, String)>,
    codes: Vec<(&'static str, String)>,
}

impl EditorHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

/// The few words that scripts say themselves.
fn scripts_words(locale: &Locale) -> String {
    let ids = [
        "restored",
        "discard",
        "conflict",
        "failed",
        "offline",
        "unsaved",
        "saved",
        "typed",
        "opened",
        "line",
        "undone",
        "redone",
        "back-to",
        "now",
        "no-changes",
        "reload",
        "no-source-place",
    ];
    let words =
        ids.into_iter().map(|id| (id.to_owned(), locale.say(&format!("editor-js-{id}")).into()));
    serde_json::Value::Object(words.collect()).to_string()
}

fn countries(locale: &Locale) -> Vec<(&'static str, String)> {
    let named = |code: &'static str| Some((code, locale.country(code.parse().ok()?)));
    COUNTRIES.split_whitespace().filter_map(named).collect()
}

/// The data elements that a statement may name: the file's own first, then the base schema's.
fn elements(locale: &Locale, draft: Option<&Policy>) -> Vec<(String, String)> {
    let Some(draft) = draft else { return Vec::new() };
    let own = draft.data.iter().map(|d| &d.name);
    let all = own.chain(Schema::base().names());
    all.map(|name| (name.to_string(), locale.data(draft, name))).collect()
}

/// The warnings that may be acknowledged.
fn codes(locale: &Locale) -> Vec<(&'static str, String)> {
    let warnings = Code::ALL.iter().filter(|c| c.severity() == Severity::Warning);
    warnings.map(|c| (c.id(), locale.problem_title(*c))).collect()
}

/// A file in the list.
struct FileRow {
    name: String,
    href: String,
    version: String,
    effective: String,
    meaning: Meaning,
    state: String,
    problems: String,
}

/// A policy in the list.
struct PolicyCard {
    name: String,
    title: String,
    files: Vec<FileRow>,
    /// What the next version may be called.
    next: String,
    /// When it may take effect.
    day: Date,
    /// Whether the reader came to make a new version of it.
    asks: bool,
}

/// The list of the site's policy files.
pub(crate) fn list(
    publication: &Publication,
    locale: &Locale,
    files: &Files,
    wanted: Option<&str>,
    report: Option<Report>,
) -> String {
    let frame = frame(
        publication,
        locale,
        locale.say("editor-list"),
        "/edit",
        &[(publication.site.name.clone(), "/".to_owned())],
    );
    let policies = files.site().map(|s| s.policies).unwrap_or_default();
    let card = |policy: &SitePolicy| card(publication, locale, files, policy, wanted);
    let body = ListHtml { locale, policies: policies.iter().map(card).collect(), report };
    html::layout(&frame, Html::of(&body))
}

#[derive(Template)]
#[template(path = "edit/list.html")]
struct ListHtml<'a> {
    locale: &'a Locale,
    policies: Vec<PolicyCard>,
    report: Option<Report>,
}

impl ListHtml<'_> {
    fn caption(&self, title: &str) -> String {
        say!(self.locale, "archive-caption", title = title)
    }
    fn draw(&self, meaning: &Meaning) -> Html {
        super::draw(*meaning)
    }
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

fn card(
    publication: &Publication,
    locale: &Locale,
    files: &Files,
    policy: &SitePolicy,
    wanted: Option<&str>,
) -> PolicyCard {
    let mut versions: Vec<String> = Vec::new();
    let mut title = None;
    let mut rows = Vec::new();
    for name in &policy.files {
        let read = files.read(policy.name.as_str(), name);
        let source = read.map(|t| t.source).unwrap_or_default();
        let reading = read_policy(text_of(source.as_bytes()).unwrap_or_default());
        let count =
            |severity| reading.diagnostics.iter().filter(|d| d.severity == severity).count();
        let problems = said(locale, count(Severity::Error), count(Severity::Warning));
        let (meaning, state) =
            state(publication, reading.draft.as_ref(), &source, has_errors(&reading.diagnostics));
        let which = Which { policy: policy.name.as_str(), file: name };
        let (version, effective) = match &reading.draft {
            Some(draft) => (draft.version.to_string(), locale.date(draft.effective)),
            None => (String::new(), String::new()),
        };
        title = reading
            .draft
            .map(|d| d.title.or_any(locale.lang()).to_owned())
            .filter(|t| !t.is_empty())
            .or(title);
        versions.push(version.clone());
        let href = format!("{}?lang={}", which.address(), locale.lang().word());
        rows.push(FileRow {
            name: name.clone(),
            href,
            version,
            effective,
            meaning,
            state: locale.say(state),
            problems,
        });
    }
    PolicyCard {
        name: policy.name.to_string(),
        title: title.unwrap_or_else(|| policy.name.to_string()),
        files: rows,
        next: next(&versions),
        day: publication.today.tomorrow().unwrap_or(publication.today),
        asks: wanted == Some(policy.name.as_str()),
    }
}

/// Whether a version is in force, announced, past, or not published.
fn state(
    publication: &Publication,
    draft: Option<&Policy>,
    source: &str,
    errors: bool,
) -> (Meaning, &'static str) {
    let history = draft.and_then(|d| publication.history(&d.name));
    let published = draft.zip(history).and_then(|(d, h)| h.version(&d.version));
    match (published, history) {
        (Some(version), Some(history)) if is_published(version, source) => {
            if history.in_force(publication.today).hash == version.hash {
                (Meaning::Allowed, "archive-state-current")
            } else if version.policy.effective > publication.today {
                (Meaning::Limited, "archive-state-announced")
            } else {
                (Meaning::None, "archive-state-past")
            }
        }
        (Some(_), _) => (Meaning::Limited, "editor-state-changed"),
        _ if errors => (Meaning::Refused, "editor-state-errors"),
        _ => (Meaning::None, "editor-state-draft"),
    }
}

/// The next version's name: one more than the largest number.
fn next(versions: &[String]) -> String {
    let numbers = versions.iter().filter_map(|v| v.parse::<u32>().ok());
    numbers.max().and_then(|n| n.checked_add(1)).map(|n| n.to_string()).unwrap_or_default()
}

/// Says why somebody is not let in.
pub(crate) fn stranger(publication: &Publication, locale: &Locale) -> String {
    let frame = frame(publication, locale, locale.say("editor-stranger"), "/edit", &[]);
    let frame = Frame { nav: Vec::new(), ..frame };
    let text = abide_notice::block::Block::Lead(locale.say("editor-stranger-text").into());
    html::page(&frame, &[text])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_one_part_of_a_path() {
        let which = Which { policy: "site", file: "sub/ä b.toml" };
        assert_eq!(which.address(), "/edit/site/sub%2F%C3%A4%20b.toml");
    }

    #[test]
    fn versions_count_up() {
        assert_eq!(next(&["1".to_owned(), "10".to_owned(), "2026-11".to_owned()]), "11");
        assert_eq!(next(&["2026-11".to_owned()]), "");
    }
}

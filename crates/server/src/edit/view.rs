//! Everything that the editor shows of a text: a pure function of the text, the section and the languages.
//!
//! The first page and every answer to its scripts are made of the same [`View`], so that both show the same.

use std::collections::BTreeMap;

use abide_notice::block::{Block, Line, Meaning};
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication, say};
use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, Severity};
use abide_policy::model::Policy;
use abide_policy::source::{Places, Reading, read_policy};
use abide_policy::version::{Hash, Version};
use abide_policy::vocab::{Lang, Vocabulary};
use askama::Template;
use serde::Serialize;
use toml_edit::DocumentMut;

use super::at::At;
use super::files::lines;
use super::form;
use super::found::{Found, Offsets};
use super::live;
use super::outline::{self, Part};

/// Most problems that are shown: of a text that is something else altogether there may be thousands.
const MOST_SHOWN: usize = 200;

/// What is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    /// What is published now: the frame of the preview, and which versions cannot change any more.
    pub(crate) publication: &'a Publication,
    /// The language of the page.
    pub(crate) locale: &'a Locale,
    /// The text.
    pub(crate) source: &'a str,
    /// The section whose form is shown.
    pub(crate) section: &'a str,
    /// The language of the preview, if the reader chose one.
    pub(crate) preview: Option<Lang>,
}

/// What is shown.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    /// How many errors.
    pub(crate) errors: usize,
    /// How many warnings.
    pub(crate) warnings: usize,
    /// Both in words.
    pub(crate) said: String,
    /// Every problem, in the order of the text.
    pub(crate) diagnostics: Vec<Found>,
    /// Where each place stands: its line, and its start and end in UTF-16 units.
    pub(crate) places: BTreeMap<String, [usize; 3]>,
    /// The section whose form is shown.
    pub(crate) section: String,
    /// Whether the text can be changed by forms.
    pub(crate) editable: bool,
    /// The outline.
    #[serde(serialize_with = "as_text")]
    pub(crate) outline: Html,
    /// The form.
    #[serde(serialize_with = "as_text")]
    pub(crate) form: Html,
    /// The notice as a whole page; empty if there is none to show.
    pub(crate) notice: String,
    /// What stands above the notice: languages, what is missing.
    #[serde(serialize_with = "as_text")]
    pub(crate) notice_head: Html,
    /// The compact policy.
    #[serde(serialize_with = "as_text")]
    pub(crate) compact: Html,
    /// The verdicts.
    #[serde(serialize_with = "as_text")]
    pub(crate) verdict: Html,
    /// The list of problems.
    #[serde(serialize_with = "as_text")]
    pub(crate) problems: Html,
    /// Whether and how it is published.
    #[serde(serialize_with = "as_text")]
    pub(crate) state: Html,
}

impl View {
    /// All of it.
    pub(crate) fn new(asking: &Asking<'_>) -> Self {
        let Asking { publication, locale, source, .. } = *asking;
        let mut reading = read_policy(source);
        let draft = reading.draft.take();
        reading.diagnostics.extend(
            draft.as_ref().and_then(|d| version_changed(publication, d, source, &reading.places)),
        );
        let document: Option<DocumentMut> = source.parse().ok();
        let empty = DocumentMut::new();
        let root = At::Table(document.as_ref().unwrap_or(&empty).as_table());
        let mut parts = outline::outline(root, locale);
        let sections = outline::places(&parts);
        let offsets = Offsets::new(source);
        let shown = reading.diagnostics.iter().take(MOST_SHOWN);
        let found: Vec<Found> = shown.map(|d| Found::new(d, &offsets, &sections, locale)).collect();
        outline::count(&mut parts, &found);
        let section = match sections.iter().find(|s| *s == asking.section) {
            Some(section) => section.clone(),
            None => "policy".to_owned(),
        };
        let count =
            |severity| reading.diagnostics.iter().filter(|d| d.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let form = document.as_ref().zip(draft.as_ref()).and_then(|_| {
            let mut form = form::form(root, draft.as_ref()?, &section, locale)?;
            form.assign(&found);
            Some(form::html(&form, locale))
        });
        let editable = form.is_some();
        let shown = draft.as_ref().map(|d| Shown::new(asking, d)).unwrap_or_default();
        Self {
            errors,
            warnings,
            said: said(locale, errors, warnings),
            places: places(&offsets, &reading),
            outline: Html::of(&OutlineHtml { parts: &parts, section: &section, locale }),
            problems: Html::of(&ProblemsHtml {
                found: &found,
                more: reading.diagnostics.len() - found.len(),
                locale,
            }),
            state: state(asking, draft.as_ref(), errors),
            diagnostics: found,
            section,
            editable,
            form: form.unwrap_or_default(),
            notice: shown.notice,
            notice_head: shown.notice_head,
            compact: shown.compact,
            verdict: shown.verdict,
        }
    }
}

fn as_text<S: serde::Serializer>(html: &Html, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(html)
}

/// The number of problems in words.
pub(crate) fn said(locale: &Locale, errors: usize, warnings: usize) -> String {
    if errors == 0 && warnings == 0 {
        return locale.say("editor-problems-none");
    }
    say!(locale, "editor-problems-count", errors = errors, warnings = warnings)
}

fn places(offsets: &Offsets<'_>, reading: &Reading<Policy>) -> BTreeMap<String, [usize; 3]> {
    let place = |(place, span): (&str, &std::ops::Range<usize>)| {
        let (line, start) = offsets.at(span.start);
        (place.to_owned(), [line, start, offsets.at(span.end).1])
    };
    reading.places.iter().map(place).collect()
}

/// Whether a text is that of a published version, however its lines end in the file.
pub(crate) fn is_published(version: &Version, source: &str) -> bool {
    version.hash == Hash::of(source) || lines(&version.source) == source
}

/// A version that is published already with another text never changes: its text is a draft that needs a new version.
fn version_changed(
    publication: &Publication,
    draft: &Policy,
    source: &str,
    places: &Places,
) -> Option<Diagnostic> {
    let published = publication.history(&draft.name)?.version(&draft.version)?;
    (!is_published(published, source)).then(|| {
        Diagnostic::new(Code::VersionChanged)
            .with("version", &draft.version)
            .with("name", &draft.name)
            .at(places.span("policy.version"))
            .place("policy.version")
    })
}

/// What can only be shown of a text that can be read.
#[derive(Default)]
struct Shown {
    notice: String,
    notice_head: Html,
    compact: Html,
    verdict: Html,
}

impl Shown {
    fn new(asking: &Asking<'_>, draft: &Policy) -> Self {
        let Asking { publication, locale, source, .. } = *asking;
        let (complete, incomplete) = live::languages(publication, draft);
        let wanted = asking.preview.unwrap_or(locale.lang());
        let lang =
            if complete.contains(&wanted) { Some(wanted) } else { complete.first().copied() };
        let notice = lang.and_then(|lang| live::notice(publication, draft, source, lang));
        let head = NoticeHead {
            locale,
            lang: lang.map(Vocabulary::word),
            complete: live::names(&complete),
            incomplete: incomplete.iter().map(|l| l.own_name()).collect::<Vec<_>>().join(", "),
        };
        Self {
            notice: notice.unwrap_or_default(),
            notice_head: Html::of(&head),
            compact: live::compact(locale, draft),
            verdict: live::verdicts(locale, draft),
        }
    }
}

/// Whether a text is published, will be, or cannot be.
fn state(asking: &Asking<'_>, draft: Option<&Policy>, errors: usize) -> Html {
    let Asking { publication, locale, source, .. } = *asking;
    let published = draft.and_then(|d| publication.history(&d.name)?.version(&d.version));
    let (meaning, id) = match published {
        Some(version) if is_published(version, source) => {
            (Meaning::Allowed, "editor-state-published")
        }
        Some(_) => (Meaning::Limited, "editor-state-changed"),
        None if errors > 0 => (Meaning::Refused, "editor-state-errors"),
        None => (Meaning::None, "editor-state-draft"),
    };
    let mark = Line::new().mark(meaning, locale.say(id));
    let mut text = Line::from(locale.say(&format!("{id}-text")));
    if let Some(draft) = draft.filter(|_| published.is_some()) {
        let href = format!("/edit?lang={}&new={}", locale.lang().word(), draft.name);
        text = text.text(" ").link(locale.say("editor-new"), href);
    }
    html::blocks(&[Block::Text(mark), Block::Text(text)], 3)
}

#[derive(Template)]
#[template(path = "edit/outline.html")]
struct OutlineHtml<'a> {
    parts: &'a [Part],
    section: &'a str,
    locale: &'a Locale,
}

impl OutlineHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn suggests(&self, list: &str) -> bool {
        list == "data"
    }
    fn add(&self, list: &str) -> String {
        self.locale.say(&format!("editor-add-{list}"))
    }
    fn name_label(&self, list: &str) -> String {
        self.locale.say(match list {
            "cookie" => "editor-add-name-cookie",
            "data" => "editor-add-name-data",
            _ => "editor-add-name",
        })
    }
    fn name_help(&self, list: &str) -> String {
        self.locale.say(match list {
            "cookie" => "editor-add-name-cookie-help",
            "data" => "editor-add-name-data-help",
            _ => "editor-add-name-help",
        })
    }
    fn count(&self, id: &str, n: &usize) -> String {
        say!(self.locale, id, n = *n)
    }
}

#[derive(Template)]
#[template(path = "edit/problem-list.html")]
struct ProblemsHtml<'a> {
    found: &'a [Found],
    /// How many are not shown.
    more: usize,
    locale: &'a Locale,
}

impl<'a> ProblemsHtml<'a> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn count(&self, id: &str, n: &usize) -> String {
        say!(self.locale, id, n = *n)
    }
    const fn problems(&self) -> form::Problems<'a> {
        form::Problems { found: self.found, locale: self.locale, linked: true }
    }
}

#[derive(Template)]
#[template(path = "edit/notice-head.html")]
struct NoticeHead<'a> {
    locale: &'a Locale,
    lang: Option<&'static str>,
    complete: Vec<(&'static str, &'static str)>,
    incomplete: String,
}

impl NoticeHead<'_> {
    fn is(&self, tag: &str, shown: &str) -> bool {
        tag == shown
    }
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::{Asked, Kind, change};
    use super::*;
    use abide_notice::Locales;
    use abide_policy::site::Site;
    use proptest::prelude::*;

    const SOURCE: &str = include_str!("../../../policy/tests/small.toml");

    fn publication() -> Publication {
        let site = Site {
            url: "https://www.example.com".parse().unwrap(),
            name: "Example".to_owned(),
            security_contacts: Vec::new(),
            security_expires: None,
            stores: Vec::new(),
            requests_kept: None,
            erasures_at: None,
            region: None,
            zone: None,
            holidays: Default::default(),
            gpc: None,
            policies: Vec::new(),
        };
        let today = jiff::civil::date(2026, 12, 1);
        Publication {
            site,
            policies: Vec::new(),
            today,
            locales: Locales::built_in(),
            served: false,
        }
    }

    fn view(source: &str, section: &str) -> View {
        let publication = publication();
        let locale = publication.locales.get(Lang::De);
        View::new(&Asking { publication: &publication, locale, source, section, preview: None })
    }

    #[test]
    fn a_good_text_is_shown_whole() {
        let view = view(SOURCE, "statement.orders");
        assert_eq!(
            (view.errors, view.editable, view.section.as_str()),
            (0, true, "statement.orders")
        );
        assert!(view.notice.contains("Example GmbH") && view.state.to_string().contains("Entwurf"));
        let [line, start, end] = view.places["statement.orders.basis"];
        assert_eq!(SOURCE.lines().nth(line - 1), Some("basis      = \"contract\""));
        assert_eq!(&SOURCE[start..end], "basis      = \"contract\"");
    }

    proptest! {
        #[test]
        fn whatever_the_text_it_is_shown(
            at in 0usize..1500, take in 0usize..40, put in "[\\[\\]{}\"=a.\n#é ]{0,12}", section in 0usize..8,
        ) {
            let letters: Vec<char> = SOURCE.chars().collect();
            let at = at.min(letters.len());
            let end = (at + take).min(letters.len());
            let broken: String = letters[..at].iter().chain(put.chars().collect::<Vec<_>>().iter()).chain(&letters[end..]).collect();
            let sections = ["policy", "entity", "statement.orders", "region.eu", "dispute.0", "security", "rights", "statement.0"];
            let shown = view(&broken, sections[section]);
            for [_, start, end] in shown.places.values() {
                prop_assert!(start <= end && *end <= broken.encode_utf16().count());
            }
            // Whatever a form offers changes the text or is refused.
            let locale = Locales::built_in().get(Lang::En);
            for place in shown.places.keys().take(12) {
                let set = Asked::Set { place: place.clone(), kind: Kind::Str, value: "x".to_owned() };
                let remove = Asked::Remove { place: place.clone() };
                for asked in [set, remove] {
                    if let Ok(changed) = change(&broken, &[asked], locale) {
                        prop_assert!(changed.source.parse::<DocumentMut>().is_ok());
                    }
                }
            }
        }
    }
}

//! Blocks and pages as HTML: one frame around every page, one rendering of every block.
//!
//! Owns: the templates under `templates/` and the style sheet. Leaves to others: what a page says.
//!
//! Every text is escaped by the templates. [`Html`] is the one value that is not escaped again, and only rendering a
//! template makes one, so text from outside cannot become markup.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::block::{Block, Line, Meaning, Section, Sign, Span};

/// The style sheet of every page.
pub const STYLE: &str = include_str!("../templates/style.css");

/// Markup that a template made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// What a template gives; templates escape what they are given.
    #[must_use]
    pub fn of(template: &impl Template) -> Self {
        // A template fails only if a value in it cannot be shown; strings and numbers always can.
        Self(template.render().unwrap_or_default())
    }
    /// The markup.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl HtmlSafe for Html {}

/// Blocks as markup; sections among them get headings from `level` on (a page's own is 1).
#[must_use]
pub fn blocks(blocks: &[Block], level: u8) -> Html {
    Html::of(&Blocks { blocks, level })
}

#[derive(Template)]
#[template(path = "blocks.html")]
struct Blocks<'a> {
    blocks: &'a [Block],
    level: u8,
}
impl HtmlSafe for Blocks<'_> {}

impl<'a> Blocks<'a> {
    /// What is inside a part of these blocks, at the same depth.
    const fn inner(&self, blocks: &'a [Block]) -> Self {
        Self { blocks, level: self.level }
    }
    /// What is inside a section.
    fn below(&self, blocks: &'a [Block]) -> Self {
        Self { blocks, level: (self.level + 1).min(6) }
    }
}

/// A page's frame: what stands around every page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The page's language as a tag: `de`.
    pub lang: String,
    /// Its heading.
    pub title: String,
    /// The title of its window, where that is not its heading: that something went wrong comes first there.
    pub window: String,
    /// What stands above the heading: which organisation, which policy.
    pub kicker: String,
    /// What the page is, in a sentence; for search engines; may be empty.
    pub description: String,
    /// The organisation's name.
    pub site: String,
    /// Where the page lies.
    pub path: String,
    /// The site, for addresses that search engines want whole: `https://www.example.com`; empty for a page that is not
    /// published.
    pub origin: String,
    /// Where the page is answered in the reader's language; for a published page.
    pub neutral: String,
    /// The way to the page: name and address of each page above it.
    pub crumbs: Vec<(String, String)>,
    /// The page in every language it exists in.
    pub languages: Vec<Language>,
    /// The page in other formats: name, address, media type.
    pub formats: Vec<(String, String, String)>,
    /// Links to the site's other pages: name and address.
    pub nav: Vec<(String, String)>,
    /// A line under everything.
    pub footer: Line,
    /// Whether the page shows a table of contents beside its text.
    pub contents: bool,
    /// Whether the text is read (a serif column) rather than used (the full width).
    pub prose: bool,
    /// The words of the frame itself.
    pub words: FrameWords,
}

/// A page in a language.
#[derive(Clone, Debug)]
pub struct Language {
    /// The tag: `de`.
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// Where the page lies.
    pub href: String,
    /// Whether it is this page.
    pub here: bool,
}

/// The words of the frame in the page's language.
#[derive(Clone, Debug, Default)]
pub struct FrameWords {
    /// For the link that skips to the text.
    pub skip: String,
    /// For the breadcrumb.
    pub crumbs: String,
    /// For the language switch.
    pub languages: String,
    /// For the table of contents.
    pub contents: String,
    /// For the site's pages.
    pub nav: String,
    /// For other formats.
    pub formats: String,
}

/// A whole page of blocks.
#[must_use]
pub fn page(frame: &Frame, content: &[Block]) -> String {
    let contents = if frame.contents { sections(content) } else { Vec::new() };
    Html::of(&Base { frame, contents, body: blocks(content, 2) }).into_string()
}

/// A whole page around markup of another template.
#[must_use]
pub fn layout(frame: &Frame, body: Html) -> String {
    Html::of(&Base { frame, contents: Vec::new(), body }).into_string()
}

#[derive(Template)]
#[template(path = "base.html")]
struct Base<'a> {
    frame: &'a Frame,
    contents: Vec<&'a Section>,
    body: Html,
}

impl Section {
    /// The sections in it.
    fn sections(&self) -> Vec<&Self> {
        sections(&self.blocks)
    }
}

fn sections(blocks: &[Block]) -> Vec<&Section> {
    blocks.iter().filter_map(|b| if let Block::Section(s) = b { Some(s) } else { None }).collect()
}

/// A line as markup.
#[derive(Template)]
#[template(path = "line.html")]
struct LineHtml<'a> {
    line: &'a Line,
}
impl HtmlSafe for LineHtml<'_> {}

/// For templates: a line.
const fn line(line: &Line) -> LineHtml<'_> {
    LineHtml { line }
}

/// The shape of a meaning: drawn in the colour of the text, so that it stays in forced colours and in print.
#[derive(Template)]
#[template(path = "shape.html")]
struct Shape {
    meaning: Meaning,
}
impl HtmlSafe for Shape {}

/// The shape of a meaning alone, for pages that say the word beside it themselves.
#[must_use]
pub fn drawn(meaning: Meaning) -> Html {
    Html::of(&Shape { meaning })
}

/// For templates: a shape.
const fn shape(meaning: &Meaning) -> Shape {
    Shape { meaning: *meaning }
}

/// Addresses that a page may link to: the web, mail, telephone, the site itself, and files beside the page. Anything else
/// becomes `#`.
fn safe_href(href: &str) -> &str {
    let known = ["https://", "http://", "mailto:", "tel:", "/", "./", "#"];
    let same_site = !href.starts_with("//");
    if same_site && known.iter().any(|k| href.starts_with(k)) { href } else { "#" }
}

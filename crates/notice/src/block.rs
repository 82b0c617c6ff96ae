//! What a page consists of: paragraphs, facts, tables, cards. A document is written once as blocks and then rendered as
//! HTML ([`crate::html`]) and as Markdown ([`crate::markdown`]).
//!
//! Owns: the tree and its builders. Leaves to others: escaping, which every renderer does for every text it gets here,
//! wherever the text came from.

use crate::verdict::{Grid, TokenRow};

/// What a mark says: four meanings, each with its own shape and word, never colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Allowed: a full circle.
    Allowed,
    /// Allowed with a limit, or only with consent: a half circle.
    Limited,
    /// Refused: a square.
    Refused,
    /// Unknown, or nothing to say: an empty circle.
    None,
}

impl Meaning {
    /// Its shape, for readers.
    #[must_use]
    pub const fn shape(self) -> &'static str {
        match self {
            Self::Allowed => "●",
            Self::Limited => "◐",
            Self::Refused => "■",
            Self::None => "○",
        }
    }
    /// Its name, for the style sheet.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Limited => "limited",
            Self::Refused => "refused",
            Self::None => "none",
        }
    }
}

/// A mark: shape and word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it says.
    pub meaning: Meaning,
    /// In which word.
    pub word: String,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Text that stands out.
    Strong(String),
    /// A name in a formal language.
    Code(String),
    /// A link; `lang` is the language of its target where that differs from the page's.
    Link {
        /// What is shown.
        text: String,
        /// Where it leads.
        href: String,
        /// The language of the link's text and target, as a tag.
        lang: Option<&'static str>,
    },
    /// A day: for programs, and for people.
    Time {
        /// `2026-12-01`.
        iso: String,
        /// As the reader writes it.
        text: String,
    },
    /// A mark.
    Mark(Mark),
    /// Text of less weight.
    Quiet(String),
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

impl Line {
    /// An empty line to build on.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// With this piece after it.
    #[must_use]
    pub fn span(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }
    /// With this line after it.
    #[must_use]
    pub fn span_all(mut self, line: Self) -> Self {
        self.0.extend(line.0);
        self
    }
    /// With this text after it.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.span(Span::Text(text.into()))
    }
    /// With this text, which stands out, after it.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.span(Span::Strong(text.into()))
    }
    /// With this text of less weight after it.
    #[must_use]
    pub fn quiet(self, text: impl Into<String>) -> Self {
        self.span(Span::Quiet(text.into()))
    }
    /// With this formal name after it.
    #[must_use]
    pub fn code(self, text: impl Into<String>) -> Self {
        self.span(Span::Code(text.into()))
    }
    /// With this link after it.
    #[must_use]
    pub fn link(self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.span(Span::Link { text: text.into(), href: href.into(), lang: None })
    }
    /// With this mark after it.
    #[must_use]
    pub fn mark(self, meaning: Meaning, word: impl Into<String>) -> Self {
        self.span(Span::Mark(Mark { meaning, word: word.into() }))
    }
    /// Its text without markup, for formats that have none.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Text(t) | Span::Strong(t) | Span::Code(t) | Span::Quiet(t) => t.as_str(),
                Span::Link { text, .. } | Span::Time { text, .. } => text,
                Span::Mark(mark) => &mark.word,
            })
            .collect()
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::new().text(text)
    }
}
impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new().text(text)
    }
}

/// What a line of a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// In both.
    Same,
    /// Only before.
    Removed,
    /// Only after.
    Added,
    /// Lines were left out here.
    Gap,
}

impl Sign {
    /// How it is written before the line.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Same => "  ",
            Self::Removed => "- ",
            Self::Added => "+ ",
            Self::Gap => "",
        }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows; read out, and shown above it.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows; the first cell of each is the row's head.
    pub rows: Vec<Vec<Line>>,
}

/// One fact of a definition list: what it is about, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub term: String,
    /// What is said of it.
    pub blocks: Vec<Block>,
}

/// A part of a page with a heading. Its level follows from how deep it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is said beside the heading.
    pub mark: Option<Mark>,
    /// Whether it is set apart as a card.
    pub card: bool,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(Line),
    /// A paragraph that opens a page or section.
    Lead(Line),
    /// A list; without order unless `ordered`.
    List {
        /// Whether its order counts.
        ordered: bool,
        /// Its items.
        items: Vec<Line>,
    },
    /// A definition list.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A part with a heading.
    Section(Section),
    /// What is shown on demand.
    Details {
        /// What it holds, in a few words.
        summary: String,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// A remark set apart.
    Note {
        /// What it means.
        meaning: Meaning,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Text as it is, line by line.
    Source(String),
    /// A change: what it is about, what it means, and where it turns one thing into another, both, each with the word
    /// for it.
    Change {
        /// What changed.
        what: String,
        /// What it means for people.
        mark: Mark,
        /// Before and after.
        turned: Option<[(String, Line); 2]>,
    },
    /// Lines of a comparison.
    Lines(Vec<(Sign, String)>),
    /// A link that is the page's next step.
    Action {
        /// What it does.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// A compact policy as a row of tokens.
    Tokens(TokenRow),
    /// Verdicts as a grid.
    Verdicts(Grid),
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn text(line: impl Into<Line>) -> Self {
        Self::Text(line.into())
    }
    /// A list without order.
    #[must_use]
    pub const fn list(items: Vec<Line>) -> Self {
        Self::List { ordered: false, items }
    }
    /// A list in order.
    #[must_use]
    pub const fn steps(items: Vec<Line>) -> Self {
        Self::List { ordered: true, items }
    }
    /// A part with a heading.
    #[must_use]
    pub fn section(id: impl Into<String>, title: impl Into<String>, blocks: Vec<Self>) -> Self {
        Self::Section(Section {
            id: id.into(),
            title: title.into(),
            mark: None,
            card: false,
            blocks,
        })
    }
    /// A remark without alarm.
    #[must_use]
    pub fn note(line: impl Into<Line>) -> Self {
        Self::Note { meaning: Meaning::None, blocks: vec![Self::text(line)] }
    }
}

impl Fact {
    /// A fact of one line.
    #[must_use]
    pub fn line(term: impl Into<String>, line: impl Into<Line>) -> Self {
        Self { term: term.into(), blocks: vec![Block::text(line)] }
    }
    /// A fact of several lines: a list if there are more than one.
    #[must_use]
    pub fn lines(term: impl Into<String>, lines: Vec<Line>) -> Self {
        let mut lines = lines;
        let blocks = match lines.len() {
            0 | 1 => lines.pop().map(Block::Text).into_iter().collect(),
            _ => vec![Block::list(lines)],
        };
        Self { term: term.into(), blocks }
    }
    /// A fact of any blocks.
    #[must_use]
    pub fn blocks(term: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { term: term.into(), blocks }
    }
}

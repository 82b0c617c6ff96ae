//! Blocks as Markdown (`CommonMark` with pipe tables), for people who read or convert it elsewhere.
//!
//! Owns: the writing and the escaping. Every text is escaped, wherever it came from: none can become markup, a link or
//! HTML.

use crate::block::{Block, Fact, Line, Mark, Section, Sign, Span, Table};
use crate::verdict::{Grid, TokenRow};

/// Where the links of a page are to lead from anywhere: a Markdown file is read in other places than it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The site: `https://www.example.com`.
    pub site: &'a str,
    /// The path of the page as HTML, which has the anchors: `/de/privacy`.
    pub page: &'a str,
    /// What stands between a thing and what is said of it, in the page's language ([`crate::Locale::colon`]).
    pub colon: &'a str,
}

/// A whole page: its title as heading, its blocks, and a last line under a rule, if there is one.
#[must_use]
pub fn page(place: Place<'_>, title: &str, blocks: &[Block], end: &Line) -> String {
    let mut writer = Writer { out: format!("# {}\n", escape(title)), place };
    writer.all(blocks, 2, "");
    if !end.is_empty() {
        writer.out.push_str("\n---\n");
        writer.paragraph(&writer.line(end), "");
    }
    writer.out
}

/// A text in which nothing is markup: specials escaped, lines joined.
///
/// ```
/// use abide_notice::markdown::escape;
/// assert_eq!(escape("# <b>*x*</b>\n[a](b)"), r"\# \<b>\*x\*\</b> \[a\](b)");
/// assert_eq!(escape("1. one"), r"1\. one");
/// assert_eq!(escape("a-b, 1.5"), "a-b, 1.5");
/// ```
#[must_use]
pub fn escape(text: &str) -> String {
    start(&inside(text))
}

/// A text within a line.
fn inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// A line whose start opens no heading, list or quotation.
fn start(line: &str) -> String {
    let text = line.trim_start();
    let (space, digits) =
        (line.len() - text.len(), text.bytes().take_while(u8::is_ascii_digit).count());
    let at = match text.as_bytes() {
        [b'#' | b'+' | b'-' | b'=' | b'>', ..] => space,
        bytes if digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')')) => space + digits,
        _ => return line.to_owned(),
    };
    let (before, after) = line.split_at(at);
    format!("{before}\\{after}")
}

struct Writer<'a> {
    out: String,
    place: Place<'a>,
}

impl Writer<'_> {
    fn line(&self, line: &Line) -> String {
        line.0.iter().map(|s| self.span(s)).collect()
    }

    fn span(&self, span: &Span) -> String {
        match span {
            Span::Text(t) | Span::Quiet(t) | Span::Time { text: t, .. } => inside(t),
            Span::Strong(t) => format!("**{}**", inside(t)),
            Span::Code(t) => code(t),
            Span::Link { text, href, .. } => format!("[{}](<{}>)", inside(text), self.target(href)),
            Span::Mark(mark) => format!("{} {}", mark.meaning.shape(), inside(&mark.word)),
        }
    }

    /// A link's target inside angle brackets; addresses of the site are made whole.
    fn target(&self, href: &str) -> String {
        let encode = |c: char| match c {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '\\' => "%5C".to_owned(),
            c if c.is_control() || c == ' ' => "%20".to_owned(),
            c => c.to_string(),
        };
        let encoded: String = href.chars().map(encode).collect();
        let Place { site, page, .. } = self.place;
        match encoded.chars().next() {
            Some('/') if !encoded.starts_with("//") => format!("{site}{encoded}"),
            Some('#') => format!("{site}{page}{encoded}"),
            _ if ["https://", "http://", "mailto:", "tel:"]
                .iter()
                .any(|s| encoded.starts_with(s)) =>
            {
                encoded
            }
            _ => "#".to_owned(),
        }
    }

    /// Writes blocks; `level` is the depth of headings, `indent` stands before every line.
    fn all(&mut self, blocks: &[Block], level: usize, indent: &str) {
        for block in blocks {
            self.block(block, level, indent);
        }
    }

    fn block(&mut self, block: &Block, level: usize, indent: &str) {
        match block {
            Block::Text(text) | Block::Lead(text) => self.paragraph(&self.line(text), indent),
            Block::List { ordered, items } => self.list(*ordered, items, indent),
            Block::Facts(facts) => facts.iter().for_each(|f| self.fact(f, level, indent)),
            Block::Table(t) => self.table(t, indent),
            Block::Section(s) => self.section(s, level, indent),
            Block::Details { summary, blocks } => {
                self.paragraph(&format!("*{}*", inside(summary)), indent);
                self.all(blocks, level, indent);
            }
            Block::Note { blocks, .. } => self.all(blocks, level, &format!("{indent}> ")),
            Block::Source(text) => self.source(text, indent),
            Block::Change { what, mark, turned } => {
                self.change(what, mark, turned.as_ref(), indent)
            }
            Block::Lines(lines) => self.source(&comparison(lines), indent),
            Block::Action { text, href } => {
                self.paragraph(&self.line(&Line::new().link(text.as_str(), href.as_str())), indent);
            }
            Block::Tokens(row) => self.tokens(row, indent),
            Block::Verdicts(g) => self.grid(g, indent),
        }
    }

    fn put(&mut self, indent: &str, text: &str) {
        self.out.push_str(&format!("{indent}{text}\n"));
    }

    fn blank(&mut self, indent: &str) {
        self.put(indent.trim_end(), "");
    }

    fn paragraph(&mut self, text: &str, indent: &str) {
        if !text.trim().is_empty() {
            self.blank(indent);
            self.put(indent, &start(text.trim()));
        }
    }

    fn section(&mut self, section: &Section, level: usize, indent: &str) {
        self.blank(indent);
        let mark =
            section.mark.as_ref().map(|m| format!(" ({})", self.span(&Span::Mark(m.clone()))));
        let (hashes, mark) = ("#".repeat(level.min(6)), mark.unwrap_or_default());
        self.put(indent, &format!("{hashes} {}{mark}", inside(&section.title)));
        self.all(&section.blocks, level + 1, indent);
    }

    fn list(&mut self, ordered: bool, items: &[Line], indent: &str) {
        self.blank(indent);
        for (i, item) in items.iter().enumerate() {
            let sign = if ordered { format!("{}.", i + 1) } else { "-".to_owned() };
            let text = start(&self.line(item));
            self.put(indent, &format!("{sign} {text}"));
        }
    }

    fn fact(&mut self, fact: &Fact, level: usize, indent: &str) {
        self.blank(indent);
        let colon = if fact.term.ends_with('?') { "" } else { self.place.colon.trim_end() };
        let term = format!("{}{colon}", inside(&fact.term));
        match fact.blocks.split_first() {
            Some((Block::Text(first), rest)) => {
                self.put(indent, &format!("**{term}** {}", self.line(first)));
                self.all(rest, level, indent);
            }
            _ => {
                self.put(indent, &format!("**{term}**"));
                self.all(&fact.blocks, level, indent);
            }
        }
    }

    fn table(&mut self, table: &Table, indent: &str) {
        self.paragraph(&format!("*{}*", inside(&table.caption)), indent);
        self.blank(indent);
        self.put(indent, &row(table.head.iter().map(|h| inside(h))));
        self.put(indent, &row(table.head.iter().map(|_| "---".to_owned())));
        for cells in &table.rows {
            self.put(indent, &row(cells.iter().map(|c| self.line(c))));
        }
    }

    fn source(&mut self, text: &str, indent: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat((longest + 1).max(3));
        self.blank(indent);
        self.put(indent, &fence);
        text.lines().for_each(|l| self.put(indent, l));
        self.put(indent, &fence);
    }

    fn change(
        &mut self,
        what: &str,
        mark: &Mark,
        turned: Option<&[(String, Line); 2]>,
        indent: &str,
    ) {
        self.blank(indent);
        let mark = self.span(&Span::Mark(mark.clone()));
        self.put(indent, &format!("- {} ({mark})", escape(what)));
        for (word, said) in turned.into_iter().flatten() {
            self.put(
                indent,
                &format!(
                    "  - *{}{}* {}",
                    inside(word),
                    self.place.colon.trim_end(),
                    self.line(said)
                ),
            );
        }
    }

    fn tokens(&mut self, tokens: &TokenRow, indent: &str) {
        self.blank(indent);
        for token in &tokens.tokens {
            let remark =
                token.remark.as_ref().map(|r| format!(" ({})", self.line(r))).unwrap_or_default();
            self.put(
                indent,
                &format!(
                    "- {}{}{}{remark}",
                    code(&token.text),
                    self.place.colon,
                    inside(&token.meaning)
                ),
            );
        }
    }

    fn grid(&mut self, grid: &Grid, indent: &str) {
        let colon = self.place.colon;
        let cell = |c: &crate::verdict::Cell| -> Line {
            Line::new().mark(c.meaning, c.word.as_str()).text(colon).text(c.reason.as_str())
        };
        let head =
            std::iter::once(grid.corner.clone()).chain(grid.columns.iter().cloned()).collect();
        let rows = grid.rows.iter().map(|r| {
            std::iter::once(Line::from(r.head.as_str())).chain(r.cells.iter().map(cell)).collect()
        });
        self.table(&Table { caption: grid.caption.clone(), head, rows: rows.collect() }, indent);
    }
}

/// A code span whose fence is longer than any run of backticks in it (`CommonMark` §6.1).
fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    if longest == 0 && !text.contains('|') {
        return format!("`{text}`");
    }
    // A pipe would end a table's cell even in code.
    let fence = "`".repeat(longest + 1);
    format!("{fence} {} {fence}", text.replace('|', "\\|"))
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    format!("| {} |", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

fn comparison(lines: &[(Sign, String)]) -> String {
    lines.iter().map(|(sign, text)| format!("{}{text}\n", sign.text())).collect()
}

//! The texts of office documents: the XML members of Office Open XML (ECMA-376) and `OpenDocument` (ISO/IEC 26300) archives.
//!
//! Tags are left out and character references undone, so that a name that is cut into several runs is one again;
//! paragraphs and cells end lines. Places are those in the member. Numbers in cells that only point at a shared text are
//! left out. What attributes hold (targets of links) stands in members of other kinds, which are read as plain text.

use std::ops::ControlFlow;

use super::{Format, Sink, text};
use crate::Error;
use crate::input::Text;
use crate::piece::{Origin, Part, Piece};

/// Names by which the members with text are told.
const NAMESPACES: [&str; 6] = [
    "schemas.openxmlformats.org/wordprocessingml/",
    "schemas.openxmlformats.org/spreadsheetml/",
    "schemas.openxmlformats.org/presentationml/",
    "schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "purl.oclc.org/ooxml/",
    "urn:oasis:names:tc:opendocument:",
];
/// Elements that end a line: paragraphs, headings, breaks, cells, shared texts, who wrote it.
const LINES: [&str; 20] = [
    "p",
    "h",
    "br",
    "cr",
    "line-break",
    "si",
    "is",
    "c",
    "row",
    "tc",
    "tr",
    "table-cell",
    "table-row",
    "title",
    "subject",
    "creator",
    "lastModifiedBy",
    "description",
    "keywords",
    "author",
];
/// Elements that are a blank.
const BLANKS: [&str; 3] = ["tab", "s", "noBreakHyphen"];
/// How much of a tag is kept, in bytes.
const TAG: usize = 512;
/// The longest character reference.
const REFERENCE: usize = 10;

pub(crate) struct Office;

impl Format for Office {
    fn name(&self) -> &'static str {
        "office"
    }
    fn fits(&self, _name: &str, head: &str) -> bool {
        head.trim_start_matches('\u{feff}').starts_with("<?xml")
            && NAMESPACES.iter().any(|name| head.contains(name))
    }
    fn read(&self, input: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        let mut markup = Markup::default();
        text::Plain.read(input, &mut |piece| -> ControlFlow<()> { sink(markup.undone(piece)) })
    }
}

/// Where in the markup a reader is, from piece to piece.
#[derive(Debug, Default)]
struct Markup {
    /// The tag being read, without its brackets.
    tag: Option<String>,
    /// In a cell that holds the number of a shared text.
    points: bool,
    /// In the value of such a cell.
    hidden: bool,
}

impl Markup {
    /// The text of a piece without its markup, on one part.
    fn undone(&mut self, piece: Piece) -> Piece {
        let Some(Part { origin: Origin::Text { start, line, column }, .. }) = piece.parts.first()
        else {
            return piece;
        };
        let (mut text, mut starts, mut at) = (String::new(), Vec::new(), *start);
        let mut rest = piece.text.as_str();
        while let Some(c) = rest.chars().next() {
            let (meant, size) = self.next(c, rest);
            if let Some(meant) = meant {
                text.push(meant);
                starts.push(at);
            }
            let (taken, after) = rest.split_at(size);
            at += taken.chars().count() as u64;
            rest = after;
        }
        starts.push(at);
        let origin = Origin::Escaped { starts, line: *line, column: *column };
        let part = Part { place: 0..text.len(), at: None, origin };
        Piece { text, parts: vec![part] }
    }

    /// What the next character means, if anything, and how many bytes spell it.
    fn next(&mut self, c: char, rest: &str) -> (Option<char>, usize) {
        if let Some(tag) = &mut self.tag {
            if c == '>' {
                return (self.close(), 1);
            }
            if tag.len() < TAG {
                tag.push(c);
            }
            return (None, c.len_utf8());
        }
        match c {
            '<' => {
                self.tag = Some(String::new());
                (None, 1)
            }
            _ if self.hidden => (None, c.len_utf8()),
            '&' => referred(rest).map_or((Some(c), 1), |(c, size)| (Some(c), size)),
            // Line ends of the file's layout are none of the text's.
            '\n' | '\r' => (Some(' '), 1),
            _ => (Some(c), c.len_utf8()),
        }
    }

    /// What the tag that ends here means.
    fn close(&mut self) -> Option<char> {
        let tag = self.tag.take().unwrap_or_default();
        let ends = tag.starts_with('/') || tag.ends_with('/');
        let name = tag.trim_matches('/').split(|c: char| c.is_whitespace() || c == '/').next()?;
        let local = name.rsplit(':').next().unwrap_or(name);
        if local == "c" {
            self.points = !ends && tag.contains(" t=\"s\"");
        }
        self.hidden = local == "v" && self.points && !ends;
        match ends {
            true if LINES.contains(&local) => Some('\n'),
            true if BLANKS.contains(&local) => Some(' '),
            _ => None,
        }
    }
}

/// The character that a reference stands for (XML 1.0 §4.1, §4.6), and how many bytes spell it.
fn referred(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(REFERENCE).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let point =
        |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => point(hex.get(1..)?, 16)?,
            digits => point(digits, 10)?,
        },
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<u64>) {
        let mut all = (String::new(), Vec::new());
        let input = Text::new(Box::new(std::io::Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Office
            .read(input, &mut |p| {
                let Origin::Escaped { starts, .. } = &p.parts[0].origin else { panic!() };
                assert_eq!(starts.len(), p.text.chars().count() + 1);
                all.0.push_str(&p.text);
                all.1.extend(&starts[..starts.len() - 1]);
                ControlFlow::Continue(())
            })
            .unwrap();
        all
    }

    const WORD: &str = "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

    #[test]
    fn runs_join_and_paragraphs_end_lines() {
        let xml = format!(
            "{WORD}<w:p><w:r><w:t>Anna M</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:t>ü&amp;&#x6c;ler</w:t></w:r></w:p><w:p>\
            <w:r><w:t>a@example.org</w:t><w:tab/><w:t>2</w:t></w:r></w:p>"
        );
        assert!(Office.fits("document.xml", &xml));
        let (text, starts) = read(&xml);
        assert_eq!(text.trim_start(), "Anna Mü&ller\na@example.org 2\n");
        let points: Vec<char> = xml.chars().collect();
        for (c, start) in text.chars().zip(starts) {
            let spelled = points[start as usize];
            assert!(spelled == c || "&>\n".contains(spelled), "{c:?} at {spelled:?}");
        }
    }

    #[test]
    fn cells_that_point_at_shared_texts_are_left_out() {
        let sheet = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
            <row><c r=\"A1\" t=\"s\"><v>17</v></c><c r=\"B1\"><v>4930901820</v></c></row></worksheet>";
        assert!(Office.fits("", sheet));
        assert_eq!(read(sheet).0, "\n4930901820\n\n");
    }

    #[test]
    fn tags_may_be_cut_between_pieces() {
        let xml = format!("{WORD}{}", "<w:p><w:t>anna</w:t></w:p>".repeat(60_000));
        let (text, _) = read(&xml);
        assert_eq!(text.trim_start(), "anna\n".repeat(60_000));
        assert!(!Office.fits("a.xml", "<?xml version=\"1.0\"?><a>Anna</a>"));
    }
}

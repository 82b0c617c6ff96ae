//! A text cut at its findings: as it is, as a table, or field by field where the file holds it encoded.

use std::collections::BTreeMap;
use std::ops::Range;

use abide_notice::{Locale, say};
use abide_scan::{Cell, Hit, Origin, Pasted, Table};

use super::{family, words};

/// Most fields of a table that a page shows.
const MOST_FIELDS: usize = 20_000;

/// A text with its marks.
pub(crate) enum View {
    /// As it is.
    Text(Vec<Segment>, bool),
    /// As a table.
    Table(Grid),
    /// Field by field.
    Fields(Vec<Field>, bool),
}

/// A stretch of text.
pub(crate) struct Segment {
    /// What it says.
    pub(crate) text: String,
    /// The finding that it is.
    pub(crate) mark: Option<Mark>,
}

/// A finding in the text.
#[derive(Clone)]
pub(crate) struct Mark {
    /// Which one, from 1.
    pub(crate) number: usize,
    /// The class of its look.
    pub(crate) family: &'static str,
    /// The name of its kind.
    pub(crate) kind: String,
}

/// A table with its marks.
pub(crate) struct Grid {
    /// Its columns: name, and what most of its values are.
    pub(crate) columns: Vec<(String, String)>,
    /// Its rows.
    pub(crate) rows: Vec<Vec<Vec<Segment>>>,
    /// Whether rows are left out at its end.
    cut: bool,
}

/// A named value with its marks.
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// What it says.
    pub(crate) value: Vec<Segment>,
}

impl View {
    /// The way in which a text of this format is shown, up to the finding of this number.
    pub(crate) fn of(locale: &Locale, pasted: &Pasted, most: usize) -> Self {
        match &pasted.table {
            Some(table) => Self::Table(grid(locale, pasted, table, most)),
            None if is_encoded(pasted) => fields(locale, pasted, most),
            None => text(locale, pasted, most),
        }
    }

    /// Whether its end is left out.
    pub(crate) const fn is_cut(&self) -> bool {
        match self {
            Self::Text(_, cut) | Self::Fields(_, cut) | Self::Table(Grid { cut, .. }) => *cut,
        }
    }
}

/// Whether the text holds some of its values in another form, so that they cannot be marked in it.
fn is_encoded(pasted: &Pasted) -> bool {
    let mut parts = pasted.seen.iter().flat_map(|seen| &seen.piece.parts);
    parts.any(|part| matches!(part.origin, Origin::Value { .. }))
}

fn mark(locale: &Locale, number: usize, hit: &Hit) -> Mark {
    let kind = hit.finding.kind;
    Mark { number, family: family::of(kind), kind: words::kind(locale, kind) }
}

/// A text cut at marks, which are in order and do not overlap.
fn segments(text: &str, marks: impl IntoIterator<Item = (Range<usize>, Mark)>) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut at = 0;
    let plain = |text: &str| Segment { text: text.to_owned(), mark: None };
    for (place, mark) in marks {
        let (Some(before), Some(marked)) = (text.get(at..place.start), text.get(place.clone()))
        else {
            continue;
        };
        if !before.is_empty() {
            out.push(plain(before));
        }
        out.push(Segment { text: marked.to_owned(), mark: Some(mark) });
        at = place.end;
    }
    let rest = text.get(at..).unwrap_or("");
    if !rest.is_empty() {
        out.push(plain(rest));
    }
    out
}

/// Bytes of a text at code points that are asked for in order.
struct Points<'a> {
    text: &'a str,
    byte: usize,
    point: u64,
}

impl Points<'_> {
    fn byte(&mut self, point: u64) -> usize {
        let rest = self.text.get(self.byte..).unwrap_or("");
        let steps = point.saturating_sub(self.point);
        let moved = rest.chars().take(usize::try_from(steps).unwrap_or(usize::MAX));
        self.byte += moved.map(char::len_utf8).sum::<usize>();
        self.point = self.point.max(point);
        self.byte
    }
}

fn text(locale: &Locale, pasted: &Pasted, most: usize) -> View {
    // What was said in a call comes before its fields, wherever they stand.
    let mut hits: Vec<(usize, &Hit)> = super::hits(pasted).enumerate().collect();
    hits.sort_by_key(|(_, hit)| hit.place.start);
    let mut points = Points { text: &pasted.text, byte: 0, point: 0 };
    let mut marks = Vec::new();
    let mut end = None;
    for (number, hit) in hits {
        let start = points.byte(hit.place.start);
        if number >= most {
            end = Some(start);
            break;
        }
        marks.push((start..points.byte(hit.place.end), mark(locale, number + 1, hit)));
    }
    let shown = pasted.text.get(..end.unwrap_or(pasted.text.len())).unwrap_or("");
    View::Text(segments(shown, marks), end.is_some())
}

/// The marks of each part, in bytes of the part.
type Marks = BTreeMap<(usize, usize), Vec<(Range<usize>, Mark)>>;

/// The marks of all parts, up to a number; and the part that holds the first finding that has none.
fn by_part(locale: &Locale, pasted: &Pasted, most: usize) -> (Marks, Option<(usize, usize)>) {
    let mut marks = Marks::new();
    let mut number = 0;
    for (seen_number, seen) in pasted.seen.iter().enumerate() {
        let mut part_number = 0;
        for hit in &seen.hits {
            let place = &hit.finding.place;
            let ends = |n: usize| seen.piece.parts.get(n).map(|p| p.place.end);
            while ends(part_number).is_some_and(|end| end < place.end) {
                part_number += 1;
            }
            let key = (seen_number, part_number);
            number += 1;
            if number > most {
                return (marks, Some(key));
            }
            let base = seen.piece.parts.get(part_number).map_or(0, |p| p.place.start);
            let place = place.start.saturating_sub(base)..place.end.saturating_sub(base);
            marks.entry(key).or_default().push((place, mark(locale, number, hit)));
        }
    }
    (marks, None)
}

fn value(pasted: &Pasted, marks: &mut Marks, cell: Cell) -> Vec<Segment> {
    let piece = pasted.seen.get(cell.seen).map(|seen| &seen.piece);
    let part = piece.and_then(|piece| piece.text.get(piece.parts.get(cell.part)?.place.clone()));
    segments(part.unwrap_or(""), marks.remove(&(cell.seen, cell.part)).unwrap_or_default())
}

fn grid(locale: &Locale, pasted: &Pasted, table: &Table, most: usize) -> Grid {
    let (mut marks, end) = by_part(locale, pasted, most);
    let mut rows = Vec::new();
    let mut fields = 0;
    for row in &table.rows {
        fields += row.len();
        let past = |cell: &Cell| end.is_some_and(|end| (cell.seen, cell.part) >= end);
        if fields > MOST_FIELDS || row.iter().flatten().any(past) {
            break;
        }
        let cell = |cell: &Option<Cell>| {
            cell.map(|cell| value(pasted, &mut marks, cell)).unwrap_or_default()
        };
        rows.push(row.iter().map(cell).collect());
    }
    let cut = rows.len() < table.rows.len();
    Grid { columns: columns(locale, pasted, table), rows, cut }
}

/// The heads of the columns.
fn columns(locale: &Locale, pasted: &Pasted, table: &Table) -> Vec<(String, String)> {
    let most_fields = table.rows.iter().take(MOST_FIELDS).map(Vec::len).max().unwrap_or(0);
    let head = |number: usize| {
        let label = table.labels.get(number).filter(|l| !l.is_empty());
        let name = label.cloned().unwrap_or_else(|| format!("column {}", number + 1));
        let column = pasted.columns.get(name.as_str()).and_then(abide_scan::Column::kind);
        let kind = column.map(|(kind, share)| {
            let kind = words::kind(locale, kind);
            say!(locale, "find-column-kind", kind = kind, n = share)
        });
        let shown = label.cloned().unwrap_or_else(|| say!(locale, "find-column", n = number + 1));
        (shown, kind.unwrap_or_default())
    };
    (0..most_fields.max(table.labels.len())).map(head).collect()
}

fn fields(locale: &Locale, pasted: &Pasted, most: usize) -> View {
    let (mut marks, end) = by_part(locale, pasted, most);
    let mut all = Vec::new();
    for (number, seen) in pasted.seen.iter().enumerate() {
        for (part_number, part) in seen.piece.parts.iter().enumerate() {
            let cell = Cell { seen: number, part: part_number };
            if end.is_some_and(|end| (cell.seen, cell.part) >= end) {
                return View::Fields(all, true);
            }
            let name = part.at.as_deref().unwrap_or("").to_owned();
            all.push(Field { name, value: value(pasted, &mut marks, cell) });
        }
    }
    View::Fields(all, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use abide_policy::vocab::Lang;
    use proptest::prelude::*;

    fn view(name: &str, text: &str, most: usize) -> View {
        let pasted = crate::find::scanner().pasted(name, text.to_owned(), 50);
        View::of(Locales::built_in().get(Lang::En), &pasted, most)
    }

    /// A stretch as `text` or `[1 text]`.
    fn said(segments: &[Segment]) -> String {
        let one = |s: &Segment| match &s.mark {
            Some(mark) => format!("[{} {}]", mark.number, s.text),
            None => s.text.clone(),
        };
        segments.iter().map(one).collect()
    }

    #[test]
    fn a_text_is_marked_where_it_is() {
        let View::Text(segments, cut) = view("", "ä a@example.org\nü b@example.org.", 9) else {
            panic!()
        };
        assert_eq!(said(&segments), "ä [1 a@example.org]\nü [2 b@example.org].");
        assert!(!cut);
        let json = r#"{"\u00e4": "x\u00e4 a@example.org"}"#;
        let View::Text(segments, _) = view("", json, 9) else { panic!() };
        assert_eq!(said(&segments), r#"{"\u00e4": "x\u00e4 [1 a@example.org]"}"#);
    }

    #[test]
    fn what_is_too_much_is_cut() {
        let view_cut = view("", "to a@example.org and b@example.org.", 1);
        assert!(view_cut.is_cut());
        let View::Text(segments, _) = view_cut else { panic!() };
        assert_eq!(said(&segments), "to [1 a@example.org] and ");
        let text = "id;mail\n1;a@example.org\n2;b@example.org\n3;c@example.org\n";
        let View::Table(grid) = view("", text, 1) else { panic!() };
        assert_eq!((grid.rows.len(), grid.cut), (1, true));
    }

    #[test]
    fn a_table_is_marked_in_its_cells() {
        let text =
            "id;mail\n1;a@example.org\n2;\n4;c@example.org\n3;\"x, \"\"b@example.org\"\"\"\n";
        let View::Table(grid) = view("", text, 9) else { panic!() };
        let rows: Vec<Vec<String>> =
            grid.rows.iter().map(|r| r.iter().map(|c| said(c)).collect()).collect();
        let expected = [
            ["1", "[1 a@example.org]"],
            ["2", ""],
            ["4", "[2 c@example.org]"],
            ["3", "x, \"[3 b@example.org]\""],
        ];
        assert_eq!(rows, expected);
        assert_eq!(grid.columns[1].0, "mail");
        assert!(grid.columns[1].1.contains("e-mail address"), "{:?}", grid.columns);
    }

    #[test]
    fn a_message_is_shown_field_by_field() {
        let View::Fields(fields, _) = view("a.eml", "From: a@example.org\n\nHello", 9) else {
            panic!()
        };
        let all: Vec<_> = fields.iter().map(|f| (f.name.as_str(), said(&f.value))).collect();
        assert_eq!(all[0], ("From", "[1 a@example.org]".to_owned()));
        assert_eq!(all[1].1, "Hello");
    }

    proptest! {
        /// Marks add nothing to a text and take nothing from it.
        #[test]
        fn marking_keeps_the_text(text in "[a-zä€ \n@.0-9;\"{]{0,200}") {
            if let View::Text(segments, false) = view("", &text, 99) {
                let back: String = segments.iter().map(|s| s.text.as_str()).collect();
                prop_assert_eq!(back, text);
            }
        }
    }
}

//! Rows as CSV (RFC 4180), for people: they open it in a spreadsheet program.
//!
//! - It starts with a byte order mark, since without one the most common spreadsheet program reads UTF-8 as something else.
//!   Programs read the JSON beside it.
//! - Values stand apart by what spreadsheet programs expect in the language: a semicolon where a comma is the decimal sign.
//! - What a spreadsheet program would run as a formula has an apostrophe before it, also inside a text, where a program that
//!   expects the other sign would begin a cell. Texts of digits and signs, such as telephone numbers, cannot do harm and stay as
//!   they are. The JSON beside it has every value as it is.

use abide_notice::Locale;
use abide_policy::vocab::Lang;
use abide_stores::Value;

use super::sheet::{Cell, Sheet};

/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes the titles.
pub(super) fn head(out: &mut Vec<u8>, locale: &Locale, sheet: &Sheet<'_>) {
    let until = sheet.until.iter().map(|(_, title)| title.as_str());
    let titles = sheet.columns.iter().map(|c| c.title.as_str()).chain(until);
    record(out, locale, titles.map(|t| harmless(t.to_owned())));
}

/// Writes a row.
pub(super) fn row(out: &mut Vec<u8>, locale: &Locale, cells: Vec<Cell>) {
    record(out, locale, cells.into_iter().map(|cell| text(locale, cell)));
}

fn text(locale: &Locale, cell: Cell) -> String {
    match cell {
        Cell::Omitted => locale.say("export-omitted"),
        Cell::File(name) => name,
        Cell::Until(day) => day.map(|d| d.to_string()).unwrap_or_default(),
        Cell::Value(Value::Text(text)) => harmless(text),
        Cell::Value(Value::Bytes(bytes)) => data_encoding::BASE64.encode(&bytes),
        Cell::Value(value) => value.text().unwrap_or_default().into_owned(),
    }
}

/// A text that no spreadsheet program runs.
pub(super) fn harmless(text: String) -> String {
    let begins_cell = |c: char| matches!(c, ';' | ',' | '\t' | '\r' | '\n');
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        out.push('\'');
    }
    for cell in text.split_inclusive(begins_cell) {
        if runs(cell.trim_end_matches(begins_cell)) {
            out.push('\'');
        }
        out.push_str(cell);
    }
    out
}

/// Whether a spreadsheet program would run a cell.
fn runs(cell: &str) -> bool {
    let number = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | ' ' | '\u{a0}')
    };
    cell.trim_start_matches([' ', '"', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && !cell.chars().all(number)
}

/// What stands between values.
const fn separator(language: Lang) -> u8 {
    match language {
        Lang::En => b',',
        Lang::De | Lang::Fr | Lang::Es | Lang::Sk => b';',
    }
}

/// Writes a line.
pub(super) fn record(out: &mut Vec<u8>, locale: &Locale, fields: impl Iterator<Item = String>) {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator(locale.lang()))
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut *out);
    for field in fields {
        // Writing to a vector does not fail.
        let _ = writer.write_field(field);
    }
    let _ = writer.write_record(None::<&[u8]>);
    let _ = writer.flush();
}

#[cfg(test)]
mod tests {
    use abide_notice::Locales;

    use super::*;

    #[test]
    fn formulas_are_not_run_and_numbers_stay() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("+49 30 23125-123", "+49 30 23125-123"),
            ("-12.50", "-12.50"),
            ("\t=1", "'\t'=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            // Where a program expects the other sign, or does not see the quotes, cells begin here.
            ("ok;=HYPERLINK(1)", "ok;'=HYPERLINK(1)"),
            ("ok, @SUM(A1)", "ok,' @SUM(A1)"),
            ("one\n=1+1\r\n- two", "one\n'=1+1\r\n'- two"),
            ("a;\"=1+x", "a;'\"=1+x"),
            ("-12,50; +49 30 1", "-12,50; +49 30 1"),
            ("", ""),
        ];
        for (given, expected) in cases {
            assert_eq!(harmless(given.to_owned()), expected);
        }
    }

    #[test]
    fn fields_are_quoted_as_the_standard_says() {
        for (language, expected) in [
            (Lang::En, "\"a,b\",c;d,\"c\"\"d\",\"e\r\nf\",\r\n"),
            (Lang::De, "a,b;\"c;d\";\"c\"\"d\";\"e\r\nf\";\r\n"),
        ] {
            let locale = Locales::built_in().get(language);
            let fields = ["a,b", "c;d", "c\"d", "e\r\nf", ""].into_iter().map(str::to_owned);
            let mut out = Vec::new();
            record(&mut out, locale, fields);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
            let mut out = Vec::new();
            record(&mut out, locale, std::iter::once(String::new()));
            assert_eq!(out, b"\"\"\r\n");
        }
    }
}

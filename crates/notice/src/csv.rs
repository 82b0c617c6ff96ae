//! Tables as CSV (RFC 4180) that spreadsheets read without running anything.

/// Rows as CSV: every cell quoted where it must be, lines ended by CR LF.
#[must_use]
pub fn write<S: AsRef<str>>(rows: &[Vec<S>]) -> String {
    let mut out = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|c| cell(c.as_ref())).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A cell. Spreadsheets take what starts with `=`, `+`, `-`, `@`, a tab or a line break for a formula, even in quotes: an
/// apostrophe before it keeps it text.
///
/// ```
/// use abide_notice::csv::cell;
/// assert_eq!(cell("=1+1"), "'=1+1");
/// assert_eq!(cell(r#"a "b", c"#), r#""a ""b"", c""#);
/// ```
#[must_use]
pub fn cell(text: &str) -> String {
    let formula = text
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', ';', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_text() {
        for bad in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1"] {
            let written = cell(bad);
            let inside = written.trim_matches('"');
            assert!(inside.starts_with('\''), "{bad:?}");
        }
    }

    #[test]
    fn rows_end_as_the_standard_says() {
        assert_eq!(write(&[vec!["a", "b"], vec!["c\nd", ""]]), "a,b\r\n\"c\nd\",\r\n");
    }
}

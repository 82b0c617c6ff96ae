//! CSV (RFC 4180) for spreadsheets.

use std::io::{self, Write};
use std::path::Path;

use super::{Report, readable};
use crate::hit::Hit;

pub(crate) struct Csv<'a> {
    pub(crate) out: Box<dyn Write + 'a>,
    pub(crate) show: bool,
    pub(crate) first: bool,
}

impl Report for Csv<'_> {
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()> {
        self.head()?;
        let place = &hit.place;
        write!(
            self.out,
            "{},{},{},{},{},{},{},{},{}",
            field(&readable(&path.to_string_lossy())),
            field(&readable(place.at.as_deref().unwrap_or(""))),
            place.line,
            place.column,
            place.start,
            place.end,
            hit.finding.kind.label(),
            hit.finding.score,
            hit.finding.kind.category()
        )?;
        if self.show {
            write!(self.out, ",{}", field(&hit.text))?;
        }
        self.out.write_all(b"\r\n")
    }
    fn end(&mut self) -> io::Result<()> {
        self.head()?;
        self.out.flush()
    }
}

impl Csv<'_> {
    fn head(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.first) {
            let more = if self.show { ",text" } else { "" };
            write!(self.out, "path,at,line,column,start,end,type,score,category{more}\r\n")?;
        }
        Ok(())
    }
}

/// A field, quoted where it must be; a spreadsheet must not take it for a formula.
fn field(value: &str) -> String {
    let risky = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let value = if risky { format!("'{value}") } else { value.to_owned() };
    if value.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_are_quoted_and_no_formula() {
        assert_eq!(super::field("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(super::field("=1+1"), "'=1+1");
    }
}

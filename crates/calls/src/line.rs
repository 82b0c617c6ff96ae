//! The lines of a text, with their places.

use std::ops::Range;

use crate::error::Error;
use crate::limits;

/// The text after its byte order mark.
pub(crate) fn without_mark(source: &str) -> &str {
    source.strip_prefix('\u{feff}').unwrap_or(source)
}

/// A line of a text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its bytes without the line end.
    pub(crate) place: Range<usize>,
}

impl Line {
    pub(crate) fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.place.clone()).unwrap_or_default()
    }
}

/// The lines of a text after its byte order mark; they end with CR LF, LF or CR.
pub(crate) fn lines(source: &str) -> Result<Vec<Line>, Error> {
    let bytes = source.as_bytes();
    let mut start = source.len() - without_mark(source).len();
    let mut out = Vec::new();
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        let len = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        if len > limits::LINE {
            return Err(Error::at(source, start, "a line of more than 1 MiB", "break the line"));
        }
        let end = start + len;
        let step = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(_), _) => 1,
            (None, _) => 0,
        };
        out.push(Line { place: start..end });
        start = end + step;
    }
    Ok(out)
}

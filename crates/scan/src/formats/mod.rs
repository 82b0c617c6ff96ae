//! The formats, one file each.

use std::ops::ControlFlow;
use std::path::Path;

use crate::Error;
use crate::input::Text;
use crate::piece::Piece;

mod attachments;
mod calls;
pub(crate) mod delimited;
mod email;
pub(crate) mod json;
mod log;
mod office;
mod parquet;
#[cfg(feature = "sqlite")]
mod sqlite;
pub(crate) mod text;
mod values;

/// Takes the pieces of a file; says when enough has been seen.
pub(crate) type Sink<'a> = dyn FnMut(Piece) -> ControlFlow<()> + 'a;

/// A format of text files.
pub(crate) trait Format: Sync {
    /// Its name in reports.
    fn name(&self) -> &'static str;
    /// Whether a file of this name (small letters, without `.gz` or `.zst`) that starts so is of this format.
    fn fits(&self, name: &str, head: &str) -> bool;
    /// Reads the file piece by piece.
    ///
    /// # Errors
    /// If the file cannot be read on, or is not of this format; what was read before has been given to the sink.
    fn read(&self, text: Text, sink: &mut Sink<'_>) -> Result<(), Error>;
}

/// A format that is no text and that is read in place, by its path.
pub(crate) trait Stored: Sync {
    /// Its name in reports.
    fn name(&self) -> &'static str;
    /// Whether a file that starts so is of this format.
    fn fits(&self, head: &[u8]) -> bool;
    /// Reads the file piece by piece.
    ///
    /// # Errors
    /// As for [`Format::read`].
    fn read(&self, path: &Path, sink: &mut Sink<'_>) -> Result<(), Error>;
}

/// Every format that is no text.
pub(crate) const STORED: &[&dyn Stored] = &[
    #[cfg(feature = "sqlite")]
    &sqlite::Sqlite,
    &parquet::Parquet,
];

/// Every format; the first that fits is taken, and plain text fits always.
pub(crate) const ALL: &[&dyn Format] = &[
    &calls::Calls,
    &json::Json,
    &delimited::Delimited,
    &email::Email,
    &log::Log,
    &office::Office,
    &text::Plain,
];

/// The format of a file.
pub(crate) fn of(name: &str, head: &str) -> &'static dyn Format {
    let name = name.to_lowercase();
    let packed = [".gz", ".zst"].iter().find_map(|ending| name.strip_suffix(ending));
    let name = packed.unwrap_or(&name);
    ALL.iter().copied().find(|f| f.fits(name, head)).unwrap_or(&text::Plain)
}

/// The part of a name after its last dot.
fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

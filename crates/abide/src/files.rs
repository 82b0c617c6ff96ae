//! Reading what is named on the command line, and printing.
//!
//! Owns: limits on what is read, `-` for standard input, words on standard error, data on standard output.

use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, bail};

/// Most bytes of a file that is read whole: P3P documents may be larger than policy files.
pub(crate) const MAX_FILE: u64 = 4 << 20;

/// The bytes of a file, or of standard input for `-`; at most [`MAX_FILE`].
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limited =
        |reader: &mut dyn Read, bytes: &mut Vec<u8>| reader.take(MAX_FILE + 1).read_to_end(bytes);
    if path == Path::new("-") {
        limited(&mut io::stdin().lock(), &mut bytes).context("cannot read standard input")?;
    } else {
        #[expect(clippy::disallowed_methods, reason = "the command line names the file")]
        let mut file = std::fs::File::open(path)
            .with_context(|| format!("cannot open `{}`", path.display()))?;
        limited(&mut file, &mut bytes)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
    }
    if bytes.len() as u64 > MAX_FILE {
        bail!("`{}` is larger than {MAX_FILE} bytes, which no policy is", path.display());
    }
    Ok(bytes)
}

/// The text of bytes that must be UTF-8.
pub(crate) fn read_text_of(path: &Path, bytes: &[u8]) -> anyhow::Result<String> {
    let text = abide_policy::source::text_of(bytes);
    text.map(str::to_owned)
        .map_err(|d| anyhow::anyhow!("`{}`: {}: {}", path.display(), d.message(), d.help()))
}

/// Whether a line stands on the terminal that is not to stay. One for the process, as the terminal is: whatever is printed
/// next takes its place.
static STATUS: AtomicBool = AtomicBool::new(false);

/// Shows a line on standard error that the next one replaces.
pub(crate) fn status(line: &str) {
    STATUS.store(true, Ordering::Relaxed);
    let _ = write!(io::stderr().lock(), "\r{line}\x1b[K");
}

/// Takes the line of [`status`] away.
pub(crate) fn clear_status() {
    if STATUS.swap(false, Ordering::Relaxed) {
        let _ = io::stderr().lock().write_all(b"\r\x1b[K");
    }
}

/// Prints data.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    clear_status();
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Says something to the person at the terminal.
pub(crate) fn say(text: &str) {
    clear_status();
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether standard output is a terminal that shows colours.
pub(crate) fn wants_colour() -> bool {
    #[expect(clippy::disallowed_methods, reason = "NO_COLOR is a convention of terminals")]
    let refused = std::env::var("NO_COLOR").is_ok_and(|v| !v.is_empty());
    io::stdout().is_terminal() && !refused
}

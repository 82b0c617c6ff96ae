//! What the commands that change texts share: the plan, randomness, pieces of a text, files that appear whole, counts.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use abide_anonymize::text::{Operator, Plan};
use abide_detect::{Finder, Kind, Options};
use anyhow::{Context, anyhow, bail};

use crate::cli::How;
use crate::commands::scan::rules;
use crate::files;

/// How much of a text is looked at together, in bytes. A piece ends at an empty line or a line's end, if there is one.
const PIECE: usize = 1 << 20;

/// What looks for personal data.
pub(crate) fn finder(named: Option<&Path>) -> anyhow::Result<Finder> {
    Ok(Finder::with_rules(Options::default(), rules(named)?))
}

/// The plan of the command line.
pub(crate) fn plan(how: &How) -> anyhow::Result<Plan> {
    let mut plan = match &how.plan {
        None => Plan::default(),
        Some(path) => {
            let bytes = files::read(path)?;
            let text = files::read_text_of(path, &bytes)?;
            Plan::parse(&text).map_err(|errors| {
                let lines = errors.iter().map(|error| {
                    let before =
                        error.place.as_ref().and_then(|p| text.get(..p.start)).unwrap_or("");
                    format!("{}:{}: {error}", path.display(), before.matches('\n').count() + 1)
                });
                anyhow!("{}", lines.collect::<Vec<_>>().join("\n"))
            })?
        }
    };
    for (kind, operator) in &how.operator {
        plan.set(*kind, *operator)?;
    }
    Ok(plan)
}

/// The system's random numbers.
#[derive(Debug, Default)]
pub(crate) struct Random {
    failed: Cell<bool>,
}

impl Random {
    pub(crate) fn next(&self) -> u64 {
        let mut bytes = [0; 8];
        if getrandom::fill(&mut bytes).is_err() {
            self.failed.set(true);
        }
        u64::from_ne_bytes(bytes)
    }

    /// What was drawn must not be used if the system had no random numbers.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        if self.failed.get() {
            bail!(
                "the system gives no random numbers, so nothing can be invented: try again later"
            );
        }
        Ok(())
    }

    /// A new UUID of version 4 (RFC 9562 §5.4).
    pub(crate) fn uuid(&self) -> String {
        let high = self.next() & !0xf000 | 0x4000;
        let low = self.next() & !(0b11 << 62) | 0b10 << 62;
        format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xffff,
            low >> 48,
            low & 0xffff_ffff_ffff
        )
    }
}

/// Gives the pieces of a text one after the other; together they are the text.
pub(crate) fn pieces(
    path: &Path,
    mut take: impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut reader = open(path)?;
    let (mut bytes, mut before) = (Vec::new(), 0);
    loop {
        let wanted = PIECE.saturating_sub(bytes.len()).max(1) as u64;
        let read = (&mut reader).take(wanted).read_to_end(&mut bytes);
        let ended = read.with_context(|| format!("cannot read `{}`", path.display()))? == 0;
        let whole = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() && !ended => {
                std::str::from_utf8(bytes.get(..error.valid_up_to()).unwrap_or_default())
                    .unwrap_or_default()
            }
            Err(error) => bail!(
                "`{}` is not UTF-8 at byte {}: convert it first",
                path.display(),
                before + error.valid_up_to()
            ),
        };
        let end = if ended { whole.len() } else { cut(whole) };
        take(whole.get(..end).unwrap_or_default())?;
        before += end;
        bytes.drain(..end);
        if ended && bytes.is_empty() {
            return Ok(());
        }
    }
}

/// Where a piece ends: after the last empty line, else the last line, else the last blank, else where it is.
fn cut(text: &str) -> usize {
    let half = text.len() / 2;
    let after = |sign: &str| text.rfind(sign).map(|at| at + sign.len()).filter(|end| *end > half);
    after("\n\n").or_else(|| after("\n")).or_else(|| after(" ")).unwrap_or(text.len())
}

fn open(path: &Path) -> anyhow::Result<Box<dyn Read>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    #[expect(clippy::disallowed_methods, reason = "the command line names the file")]
    let file =
        std::fs::File::open(path).with_context(|| format!("cannot open `{}`", path.display()))?;
    Ok(Box::new(BufReader::new(file)))
}

/// A file as a whole, up to so many bytes.
pub(crate) fn read_whole(path: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(most as u64 + 1).read_to_end(&mut bytes);
    read.with_context(|| format!("cannot read `{}`", path.display()))?;
    if bytes.len() > most {
        bail!("`{}` is larger than {most} bytes: split it", path.display());
    }
    Ok(bytes)
}

/// Writes a file that appears whole or not at all; `-` is standard output.
pub(crate) fn whole(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    if path == Path::new("-") {
        let mut out = io::BufWriter::new(io::stdout().lock());
        fill(&mut out)?;
        return Ok(out.flush()?);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = || format!("cannot write `{}`", path.display());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the user's mask takes from it what others may not.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".abide-").tempfile_in(folder).with_context(cannot)?;
    fill(file.as_file_mut())?;
    file.as_file().sync_all().with_context(cannot)?;
    file.persist(path).with_context(cannot)?;
    Ok(())
}

/// How many findings of each kind were treated how.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<(Kind, Operator), u64>);

impl Counts {
    pub(crate) fn add(&mut self, kind: Kind, operator: Operator) {
        *self.0.entry((kind, operator)).or_default() += 1;
    }

    /// A line for each.
    pub(crate) fn lines(&self) -> String {
        let each = self.0.iter().map(|((kind, operator), count)| {
            format!("{:13} {:13} {count:>9}\n", kind.label(), operator.word())
        });
        let total: u64 = self.0.values().sum();
        each.chain([format!("{:13} {:13} {total:>9}\n", "all", "")]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let text: String = (0..200_000).map(|n| format!("zeile {n} ü\n")).collect();
        file.write_all(text.as_bytes()).unwrap();
        let (mut again, mut count) = (String::new(), 0);
        pieces(file.path(), |piece| {
            assert!(piece.is_empty() || piece.ends_with('\n'));
            again.push_str(piece);
            count += 1;
            Ok(())
        })
        .unwrap();
        assert!(again == text && count > 2);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        for (bytes, place) in [(&b"abc\xff"[..], 3), (&b"\xc3"[..], 0)] {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            file.write_all(bytes).unwrap();
            let error = pieces(file.path(), |_| Ok(())).unwrap_err().to_string();
            assert!(error.contains(&format!("byte {place}:")), "{error}");
        }
    }

    #[test]
    fn identifiers_have_their_version() {
        let uuid = Random::default().uuid();
        assert!(
            uuid.len() == 36 && &uuid[14..15] == "4" && "89ab".contains(&uuid[19..20]),
            "{uuid}"
        );
    }
}

//! The way from a file to its pieces: a stream, or an archive member by member.
//!
//! Of a member that cannot be read the reason is told, and the others are read all the same; what the members of one
//! archive unpack to counts together against the limit.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::archive::{self, Member, Members};
use crate::input::{self, Bounded, Budget, Text};
use crate::scanner::{Event, Limits, Work};
use crate::{Error, formats};

/// Reads files one after another into work.
pub(crate) struct Files<'a> {
    limits: Limits,
    /// Takes the work; `false` when no more is wanted.
    give: &'a mut dyn FnMut(Work) -> bool,
    /// Whether the file that is read unpacked to more than the limit: no further member of it is read.
    burst: bool,
}

/// What a file is read from.
struct Stream<'a> {
    /// Its path in reports.
    path: Arc<Path>,
    /// The file that holds it.
    file: &'a Path,
    /// Its name without folders.
    name: &'a str,
    /// Whether it is a member of an archive.
    within: bool,
    budget: Budget,
}

impl<'a> Files<'a> {
    pub(crate) fn new(limits: Limits, give: &'a mut dyn FnMut(Work) -> bool) -> Self {
        Self { limits, give, burst: false }
    }

    /// Reads one file; `false` when no more is wanted.
    pub(crate) fn read(&mut self, file: &Path) -> bool {
        let path: Arc<Path> = file.into();
        match self.opened(&path, file) {
            Ok(wanted) => wanted,
            Err(error) => self.tell(Event::Failed(path, error)),
        }
    }

    fn tell(&mut self, event: Event) -> bool {
        (self.give)(Work::Told(event))
    }

    fn opened(&mut self, path: &Arc<Path>, file: &Path) -> Result<bool, Error> {
        let budget = Arc::new(AtomicU64::new(self.limits.unpacked));
        let mut reader = BufReader::new(open(file)?);
        if archive::is_archive(input::fill(&mut reader)?) {
            let members = Members::of(reader.into_inner())?;
            return Ok(self.members(path, file, members, &budget));
        }
        let name = file.file_name().and_then(|n| n.to_str()).unwrap_or("");
        let stream = Stream { path: path.clone(), file, name, within: false, budget };
        Ok(self.stream(&stream, Box::new(reader)))
    }

    fn members(
        &mut self,
        path: &Arc<Path>,
        file: &Path,
        members: Members,
        budget: &Budget,
    ) -> bool {
        if !self.tell(Event::Archive { path: path.clone(), members: members.stated }) {
            return false;
        }
        for member in members {
            let wanted = match member {
                Ok(member) => self.member(path, file, &member, budget),
                Err(error) => self.tell(Event::Failed(path.clone(), error)),
            };
            if !wanted {
                return false;
            }
            if std::mem::take(&mut self.burst) {
                break;
            }
        }
        true
    }

    fn member(&mut self, archive: &Path, file: &Path, member: &Member, budget: &Budget) -> bool {
        let path: Arc<Path> = member.path(archive).into();
        let reader = match open(file).map_err(Error::Io).and_then(|opened| member.open(opened)) {
            Ok(reader) => Box::new(Bounded::new(reader, budget)),
            Err(error) => return self.tell(Event::Failed(path, error)),
        };
        let (name, budget) = (member.file_name(), budget.clone());
        self.stream(&Stream { path, file, name, within: true, budget }, reader)
    }

    /// Reads one stream to its end; `false` when no more is wanted.
    fn stream(&mut self, stream: &Stream<'_>, reader: Box<dyn Read + Send>) -> bool {
        let path = stream.path.clone();
        let (mut wanted, mut bytes) = (true, 0);
        let outcome = pieces(stream, reader, &mut |piece| {
            bytes += piece.text.len() as u64;
            wanted = (self.give)(Work::Piece(path.clone(), piece));
            if wanted { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let last = match outcome {
            Ok(Some(format)) => Event::Done { path, format, bytes },
            Ok(None) => Event::Binary(path),
            Err(error) => self.failed(path, error, stream, bytes),
        };
        wanted && self.tell(last)
    }

    /// Tells a bomb, which concerns the whole file, from other failures.
    fn failed(&mut self, path: Arc<Path>, error: Error, stream: &Stream<'_>, bytes: u64) -> Event {
        match error {
            Error::Io(e) if e.kind() == io::ErrorKind::FileTooLarge => {
                self.burst = true;
                let size = stream.file.metadata().map_or(1, |m| m.len()).max(1);
                let limit = self.limits.unpacked;
                let ratio = bytes.max(limit) / size;
                Event::Failed(stream.file.into(), Error::Bomb { limit, ratio })
            }
            other => Event::Failed(path, other),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the rim: whoever calls names the file")]
fn open(file: &Path) -> io::Result<File> {
    File::open(file)
}

/// Reads a stream in its format; `None` if it holds no text.
fn pieces(
    stream: &Stream<'_>,
    reader: Box<dyn Read + Send>,
    sink: &mut formats::Sink<'_>,
) -> Result<Option<&'static str>, Error> {
    let (mut reader, packed) = input::unpacked(reader, &stream.budget)?;
    let head = input::fill(&mut reader)?;
    let head = head.get(..input::HEAD.min(head.len())).unwrap_or(head);
    let in_place = !packed && !stream.within;
    if let Some(stored) = formats::STORED.iter().find(|f| f.fits(head)) {
        if !in_place {
            return Err(within("is a database in a packed file"));
        }
        stored.read(stream.file, sink)?;
        return Ok(Some(stored.name()));
    }
    if archive::is_archive(head) {
        return Err(within("is an archive in a packed file"));
    }
    if input::is_binary(head) {
        return Ok(None);
    }
    let format = formats::of(stream.name, &String::from_utf8_lossy(head));
    format.read(Text::new(reader)?, sink)?;
    Ok(Some(format.name()))
}

fn within(what: &'static str) -> Error {
    Error::Packed { what, remedy: "unpack it and scan what comes out" }
}

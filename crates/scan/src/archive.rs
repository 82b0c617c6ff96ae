//! ZIP archives: their members one after another, none held whole.
//!
//! Owns: the directory at the end of an archive and the way to each member's bytes (PKWARE APPNOTE 6.3.10 §4.3 and §4.4,
//! with the extensions for large archives, §4.5.3). Leaves to others: unpacking (`flate2`, `ruzstd`), what is in a member.
//!
//! The directory is read as a stream, and every entry counts: a reader that keeps a map of names holds the whole directory
//! and shows only the last of two members of one name, so that data could hide behind the other.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::Error;
use crate::input::{DAMAGED, Zstd};

/// How every archive starts that is not empty (§4.3.7).
const LOCAL: &[u8] = b"PK\x03\x04";
/// How an entry of the directory starts (§4.3.12).
const ENTRY: &[u8] = b"PK\x01\x02";
/// How the end of the directory starts (§4.3.16), also the start of an empty archive.
const END: &[u8] = b"PK\x05\x06";
/// The same for large archives (§4.3.14), and what says where it is (§4.3.15).
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_PLACE: &[u8] = b"PK\x06\x07";
/// The end without its comment, and the longest comment, in bytes.
const END_SIZE: usize = 22;
const COMMENT: usize = 0xffff;

/// Whether a file that starts so is an archive.
#[must_use]
pub(crate) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(LOCAL) || head.starts_with(END)
}

/// The members of an archive, in the order of its directory; folders are left out.
pub(crate) struct Members {
    directory: BufReader<File>,
    /// How many entries the archive says it has.
    pub(crate) stated: u64,
    read: u64,
    ended: bool,
}

impl Members {
    /// Finds the directory.
    ///
    /// # Errors
    /// If there is none, as in an archive that was cut off, or the file cannot be read.
    pub(crate) fn of(mut file: File) -> Result<Self, Error> {
        let size = file.seek(SeekFrom::End(0))?;
        let tail_at = size.saturating_sub((END_SIZE + COMMENT) as u64);
        let tail = at(&mut file, tail_at, (size - tail_at) as usize)?;
        let end = (0..tail.len()).rev().find(|at| is_end(tail.get(*at..).unwrap_or(&[])));
        let end = end.ok_or_else(|| broken("the archive has no directory"))?;
        let record = Fields(tail.get(end..).unwrap_or(&[]));
        let (mut stated, mut start) = (record.u16(10)?, record.u32(16)?);
        if stated == 0xffff || start == 0xffff_ffff {
            let place = end.checked_sub(20).and_then(|at| tail.get(at..end)).map(Fields);
            if let Some(place) = place.filter(|p| p.0.starts_with(LARGE_PLACE)) {
                let large = at(&mut file, place.u64(8)?, 56)?;
                let large = Fields(&large);
                large.signed(LARGE_END)?;
                (stated, start) = (large.u64(32)?, large.u64(48)?);
            }
        }
        file.seek(SeekFrom::Start(start))?;
        Ok(Self { directory: BufReader::new(file), stated, read: 0, ended: false })
    }

    /// The next entry; `None` where the directory ends.
    fn entry(&mut self) -> Result<Option<Member>, Error> {
        let mut head = [0; 46];
        let (sign, rest) = head.split_at_mut(4);
        self.directory.read_exact(sign).map_err(cut)?;
        if sign != ENTRY {
            // Writers that know no large archives count modulo 65536.
            let fits = self.read == self.stated || self.read % 0x1_0000 == self.stated;
            let whole = fits && (sign == END || sign == LARGE_END);
            return if whole { Ok(None) } else { Err(broken("the archive's directory is broken")) };
        }
        self.directory.read_exact(rest).map_err(cut)?;
        self.read += 1;
        let fields = Fields(&head);
        let mut part = |at| -> Result<Vec<u8>, Error> {
            let mut bytes = vec![0; fields.u16(at)? as usize];
            self.directory.read_exact(&mut bytes).map_err(cut)?;
            Ok(bytes)
        };
        let (name, extra, _comment) = (part(28)?, part(30)?, part(32)?);
        let mut large = Large::of(&extra);
        let (size, packed) = (large.or(fields.u32(24)?)?, large.or(fields.u32(20)?)?);
        let at = large.or(fields.u32(42)?)?;
        Ok(Some(Member {
            name: String::from_utf8_lossy(&name).into_owned(),
            encrypted: fields.u16(8)? & 1 == 1,
            method: fields.u16(10)?,
            check: fields.u32(16)? as u32,
            size,
            packed,
            at,
        }))
    }
}

impl Iterator for Members {
    type Item = Result<Member, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let entry = self.entry();
            self.ended = !matches!(entry, Ok(Some(_)));
            match entry.transpose()? {
                Ok(member) if member.name.ends_with('/') && member.size == 0 => {}
                other => return Some(other),
            }
        }
        None
    }
}

/// A file in an archive.
#[derive(Debug)]
pub(crate) struct Member {
    /// Its name with folders, as anybody may have written it.
    name: String,
    encrypted: bool,
    method: u64,
    check: u32,
    size: u64,
    packed: u64,
    at: u64,
}

impl Member {
    /// Its path in reports: `archive.zip!folder/file.txt`.
    #[must_use]
    pub(crate) fn path(&self, archive: &Path) -> PathBuf {
        let mut path = archive.as_os_str().to_owned();
        path.push("!");
        path.push(&self.name);
        path.into()
    }

    /// Its name without folders.
    #[must_use]
    pub(crate) fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or("")
    }

    /// Its bytes, unpacked and checked on the way.
    ///
    /// # Errors
    /// If it is encrypted or packed by a method that is not read, or the archive is broken.
    pub(crate) fn open(&self, mut archive: File) -> Result<Box<dyn Read + Send>, Error> {
        if self.encrypted {
            return Err(Error::Packed {
                what: "is encrypted",
                remedy: "unpack it with its password and scan what comes out",
            });
        }
        let head = at(&mut archive, self.at, 30)?;
        let head = Fields(&head);
        head.signed(LOCAL)?;
        archive.seek(SeekFrom::Current((head.u16(26)? + head.u16(28)?) as i64))?;
        let bytes = archive.take(self.packed);
        let inner: Box<dyn Read + Send> = match self.method {
            0 => Box::new(bytes),
            8 => Box::new(flate2::read::DeflateDecoder::new(bytes)),
            93 => Box::new(Zstd::new(BufReader::new(bytes))),
            _ => {
                return Err(Error::Packed {
                    what: "is packed by a method that is not read",
                    remedy: "unpack it and scan what comes out",
                });
            }
        };
        Ok(Box::new(Checked { inner, sum: flate2::Crc::new(), expected: self.check }))
    }
}

/// A stream that ends in an error where its sum (CRC-32) is another than stated.
struct Checked {
    inner: Box<dyn Read + Send>,
    sum: flate2::Crc,
    expected: u32,
}

impl Read for Checked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.sum.update(buffer.get(..count).unwrap_or(&[]));
        if count == 0 && !buffer.is_empty() && self.sum.sum() != self.expected {
            return Err(io::Error::new(io::ErrorKind::InvalidData, DAMAGED));
        }
        Ok(count)
    }
}

/// The sizes that an entry of a large archive has beside its fields (§4.5.3).
struct Large<'a>(&'a [u8]);

impl<'a> Large<'a> {
    fn of(mut extra: &'a [u8]) -> Self {
        loop {
            let fields = Fields(extra);
            let (Ok(id), Ok(size)) = (fields.u16(0), fields.u16(2)) else { return Self(&[]) };
            let end = (4 + size as usize).min(extra.len());
            let (field, rest) = extra.split_at(end);
            if id == 1 {
                return Self(field.get(4..).unwrap_or(&[]));
            }
            extra = rest;
        }
    }

    /// The field, or, where that is full, the next of the large ones.
    fn or(&mut self, field: u64) -> Result<u64, Error> {
        if field != 0xffff_ffff {
            return Ok(field);
        }
        let value = Fields(self.0).u64(0)?;
        self.0 = self.0.get(8..).unwrap_or(&[]);
        Ok(value)
    }
}

/// Numbers at places of a record, the lowest byte first.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn number(&self, at: usize, size: usize) -> Result<u64, Error> {
        let bytes = self.0.get(at..at + size);
        let bytes = bytes.ok_or_else(|| broken("the archive's directory is broken"))?;
        Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
    fn u16(&self, at: usize) -> Result<u64, Error> {
        self.number(at, 2)
    }
    fn u32(&self, at: usize) -> Result<u64, Error> {
        self.number(at, 4)
    }
    fn u64(&self, at: usize) -> Result<u64, Error> {
        self.number(at, 8)
    }
    fn signed(&self, sign: &[u8]) -> Result<(), Error> {
        if self.0.starts_with(sign) { Ok(()) } else { Err(broken("the archive is broken")) }
    }
}

/// Whether the end of the directory starts here: its comment reaches to the end of the file.
fn is_end(rest: &[u8]) -> bool {
    let after = rest.len().checked_sub(END_SIZE).map(|size| size as u64);
    rest.starts_with(END) && after.is_some_and(|size| Fields(rest).u16(20).is_ok_and(|n| n == size))
}

fn at(file: &mut File, place: u64, size: usize) -> Result<Vec<u8>, Error> {
    file.seek(SeekFrom::Start(place))?;
    let mut bytes = vec![0; size];
    file.read_exact(&mut bytes).map_err(cut)?;
    Ok(bytes)
}

fn cut(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => broken("the archive is cut off"),
        _ => error.into(),
    }
}

fn broken(what: &'static str) -> Error {
    Error::Packed { what, remedy: "get a whole copy of it" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Archives made by other programs, Info-ZIP 3.0 and Python's `zipfile`.
    #[expect(clippy::disallowed_methods, reason = "the test reads its files")]
    fn made(name: &str) -> File {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives");
        File::open(folder.join(name)).unwrap()
    }

    /// The members' names, each with what it holds or why it cannot be read.
    fn read(name: &str) -> Vec<(String, String)> {
        let open = |member: &Member| {
            let mut bytes = Vec::new();
            member.open(made(name))?.read_to_end(&mut bytes)?;
            Ok::<_, Error>(String::from_utf8_lossy(&bytes).into_owned())
        };
        let members = Members::of(made(name)).unwrap().map(Result::unwrap);
        members.map(|m| (m.name.clone(), open(&m).unwrap_or_else(|e| e.to_string()))).collect()
    }

    #[test]
    fn archives_of_other_programs() {
        let letter = "grün\nan anna@example.org.\n";
        for name in ["stored.zip", "streamed.zip", "plain.zip"] {
            assert_eq!(read(name)[0].1, letter, "{name}");
        }
        let names: Vec<String> = read("plain.zip").into_iter().map(|m| m.0).collect();
        assert_eq!(names, ["letter.txt", "in/letter.txt.gz", "in/x.bin", "in/contacts.csv"]);
        let large = "an anna@example.org\n".repeat(3);
        let expected = ["a.txt", "b.txt"].map(|name| (name.to_owned(), large.clone()));
        assert_eq!(read("large.zip"), expected);
    }

    #[test]
    fn members_of_one_name_all_count() {
        let found = read("twice.zip");
        assert_eq!(found[0], ("same.txt".to_owned(), "anna@example.org".to_owned()));
        assert_eq!(found[1], ("same.txt".to_owned(), "bert@example.org".to_owned()));
    }

    #[test]
    fn what_is_not_read_is_named() {
        assert!(read("locked.zip")[0].1.starts_with("is encrypted"));
        assert!(read("bzip2.zip")[0].1.starts_with("is packed by a method that is not read"));
    }

    #[test]
    fn a_cut_or_changed_archive_is_told_wherever_it_is_cut() {
        let mut whole = Vec::new();
        made("large.zip").read_to_end(&mut whole).unwrap();
        let fails = |bytes: &[u8]| {
            let mut file = tempfile::tempfile().unwrap();
            io::Write::write_all(&mut file, bytes).unwrap();
            let opened = file.try_clone().unwrap();
            let Ok(members) = Members::of(file) else { return true };
            let all: Result<Vec<Member>, Error> = members.collect();
            let read = |m: &Member| {
                let mut sink = Vec::new();
                m.open(opened.try_clone()?)?.read_to_end(&mut sink)?;
                Ok::<_, Error>(sink.len())
            };
            !all.is_ok_and(|all| all.len() == 2 && all.iter().all(|m| read(m).is_ok()))
        };
        assert!(!fails(&whole));
        for end in 0..whole.len() {
            assert!(fails(&whole[..end]), "{end} of {}", whole.len());
        }
        // A byte of what the first member packs, after its head of 30 bytes, name and large fields.
        let data = 30 + "a.txt".len() + 20 + 3;
        let mut other = whole.clone();
        other[data] ^= 1;
        assert!(fails(&other));
    }
}

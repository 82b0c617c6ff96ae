//! The files of a site's folder: read with limits, and none outside it.
//!
//! Owns: what may be read, and the reasons for refusing. Leaves to others: what is in the files ([`crate::load`]).

use std::fs::OpenOptions;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::source::MAX_SOURCE;

/// A folder from which files are read by relative name.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// Without symbolic links.
    root: PathBuf,
}

/// Why a file is not read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Its name, or the place a symbolic link in it leads to, is outside the folder.
    Outside,
    /// It is a folder, a device, a pipe.
    NotAFile,
    /// It has more bytes than are read.
    TooLarge {
        /// How many it has.
        size: u64,
    },
    /// The operating system refuses.
    Io(io::ErrorKind),
}

impl Folder {
    /// This folder.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let root = path.canonicalize()?;
        if root.is_dir() { Ok(Self { root }) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.root
    }

    /// The bytes of a file in it, at most [`MAX_SOURCE`].
    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let path = self.inside(name)?;
        // Asked before opening, because opening a pipe waits for its other end.
        check(&path.metadata().map_err(io_refusal)?)?;
        let file = OpenOptions::new().read(true).open(&path).map_err(io_refusal)?;
        check(&file.metadata().map_err(io_refusal)?)?;
        let mut bytes = Vec::new();
        // It may grow while it is read.
        file.take(MAX_SOURCE as u64 + 1).read_to_end(&mut bytes).map_err(io_refusal)?;
        if bytes.len() > MAX_SOURCE {
            return Err(Refusal::TooLarge { size: bytes.len() as u64 });
        }
        Ok(bytes)
    }

    /// Where a file in it really is.
    fn inside(&self, name: &str) -> Result<PathBuf, Refusal> {
        let relative = Path::new(name);
        let plain = |c| matches!(c, Component::Normal(_) | Component::CurDir);
        if name.is_empty() || name.contains('\0') || !relative.components().all(plain) {
            return Err(Refusal::Outside);
        }
        let path = self.root.join(relative).canonicalize().map_err(io_refusal)?;
        if path.starts_with(&self.root) { Ok(path) } else { Err(Refusal::Outside) }
    }
}

impl Refusal {
    /// What the author of the site file reads.
    pub(crate) fn diagnostic(&self, file: &str) -> Diagnostic {
        let problem = match self {
            Self::TooLarge { size } => {
                return Diagnostic::new(Code::FileSize).with("size", size).with("max", MAX_SOURCE);
            }
            Self::Outside => "lies outside the site's folder".to_owned(),
            Self::NotAFile => "is not a file".to_owned(),
            Self::Io(io::ErrorKind::NotFound) => "does not exist".to_owned(),
            Self::Io(kind) => format!("cannot be read ({kind})"),
        };
        Diagnostic::new(Code::FileName).with("file", file).with("problem", problem)
    }
}

fn check(metadata: &std::fs::Metadata) -> Result<(), Refusal> {
    if !metadata.is_file() {
        return Err(Refusal::NotAFile);
    }
    let size = metadata.len();
    if size > MAX_SOURCE as u64 { Err(Refusal::TooLarge { size }) } else { Ok(()) }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn io_refusal(error: io::Error) -> Refusal {
    Refusal::Io(error.kind())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make the files that are read")]
mod tests {
    use super::*;

    #[test]
    fn files_inside_are_read_and_nothing_else() {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("site");
        std::fs::create_dir_all(root.join("sub")).unwrap();
        std::fs::write(root.join("a.toml"), "a").unwrap();
        std::fs::write(root.join("sub/b.toml"), "b").unwrap();
        std::fs::write(outer.path().join("secret.toml"), "s").unwrap();
        let folder = Folder::open(&root).unwrap();
        assert_eq!(folder.read("a.toml"), Ok(b"a".to_vec()));
        assert_eq!(folder.read("./sub/b.toml"), Ok(b"b".to_vec()));
        let absolute = root.join("a.toml");
        for name in [
            "",
            "../secret.toml",
            "sub/../a.toml",
            "/etc/passwd",
            "a\0b",
            absolute.to_str().unwrap(),
        ] {
            assert_eq!(folder.read(name), Err(Refusal::Outside), "{name:?}");
        }
        assert_eq!(folder.read("sub"), Err(Refusal::NotAFile));
        assert_eq!(folder.read("none.toml"), Err(Refusal::Io(io::ErrorKind::NotFound)));
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_nowhere_outside_and_pipes_do_not_block() {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("site");
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(outer.path().join("secret.toml"), "s").unwrap();
        std::fs::write(root.join("a.toml"), "a").unwrap();
        std::os::unix::fs::symlink("../secret.toml", root.join("out.toml")).unwrap();
        std::os::unix::fs::symlink("a.toml", root.join("in.toml")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", root.join("zero.toml")).unwrap();
        std::os::unix::fs::symlink("loop.toml", root.join("loop.toml")).unwrap();
        let pipe = root.join("pipe.toml");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let folder = Folder::open(&root).unwrap();
        assert_eq!(folder.read("in.toml"), Ok(b"a".to_vec()));
        assert_eq!(folder.read("out.toml"), Err(Refusal::Outside));
        assert_eq!(folder.read("zero.toml"), Err(Refusal::Outside));
        assert!(matches!(folder.read("loop.toml"), Err(Refusal::Io(_))));
        assert_eq!(folder.read("pipe.toml"), Err(Refusal::NotAFile));
    }

    #[test]
    fn a_huge_file_is_refused_without_reading_it() {
        let root = tempfile::tempdir().unwrap();
        let file = std::fs::File::create(root.path().join("huge.toml")).unwrap();
        file.set_len(1 << 40).unwrap();
        let folder = Folder::open(root.path()).unwrap();
        let refusal = folder.read("huge.toml").unwrap_err();
        assert_eq!(refusal, Refusal::TooLarge { size: 1 << 40 });
        assert_eq!(refusal.diagnostic("huge.toml").code, Code::FileSize);
    }
}

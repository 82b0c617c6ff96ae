//! Which files are looked at: those named, and all below the folders named, in the order of their names.

use std::path::{Path, PathBuf};

/// Folders that hold no one's data but a program's own.
const SKIPPED: [&str; 4] = [".git", ".hg", ".svn", "node_modules"];

/// All files below the paths, each once, in a stable order; what could not be listed is told to `failed`.
///
/// Links within folders are not followed: they could lead in circles, and what they lead to has its own place.
pub fn files(paths: &[PathBuf], failed: &mut dyn FnMut(&Path, std::io::Error)) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut all, failed);
        } else {
            all.push(path.clone());
        }
    }
    all
}

fn below(folder: &Path, all: &mut Vec<PathBuf>, failed: &mut dyn FnMut(&Path, std::io::Error)) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return failed(folder, error),
    };
    let mut names: Vec<_> = entries
        .filter_map(|entry| entry.map_err(|e| failed(folder, e)).ok())
        .filter_map(|entry| Some((entry.path(), entry.file_type().ok()?)))
        .collect();
    names.sort_by(|a, b| a.0.cmp(&b.0));
    for (path, kind) in names {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("");
        if kind.is_dir() && !SKIPPED.contains(&name) {
            below(&path, all, failed);
        } else if kind.is_file() {
            all.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test makes its files")]
    fn files_come_in_order_of_names() {
        let place = tempfile::tempdir().unwrap();
        for name in ["b/2.txt", "b/1.txt", "a.txt", ".git/x"] {
            let path = place.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let found = files(&[place.path().to_owned()], &mut |p, e| panic!("{}: {e}", p.display()));
        let names: Vec<_> = found.iter().map(|p| p.strip_prefix(place.path()).unwrap()).collect();
        assert_eq!(names, ["a.txt", "b/1.txt", "b/2.txt"].map(Path::new));
    }
}

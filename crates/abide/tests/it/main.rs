//! The program as its users run it: arguments, output, exit codes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests run the program and read its files"
)]

mod anonymize;
mod anonymize_text;
mod answering;
#[cfg(feature = "s3")]
mod bucket;
mod choosing;
mod chosen;
mod cli;
mod copies;
mod folders;
mod forget;
#[cfg(unix)]
mod hands;
mod holds;
mod holidays;
mod hostile;
mod letter;
mod parquet;
mod plans;
mod queue;
mod readme;
mod recording;
mod rights;
mod said;
mod scan;
#[cfg(unix)]
mod stopped;
mod unread;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the program gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.args(args).current_dir(folder).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// Runs the program in the repository.
fn abide(args: &[&str]) -> Run {
    abide_in(&root(), args, b"")
}

/// Runs the program in a folder, with something on standard input.
fn abide_in(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = command(folder, args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let done = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        code: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// A site of its own over these stores, by the names of their maps; with the maps that are given.
fn site_over(maps: &[(&str, Option<&str>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let policy = include_str!("../../../../examples/contact-centre/service-1.toml");
    let names: Vec<String> = maps.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let abide = include_str!("../../../../examples/contact-centre/generate/abide.toml");
    let stores = format!("[{}]", names.join(", "));
    let abide = abide.replace("[\"centre.toml\", \"files.toml\"]", &stores);
    let given = maps.iter().filter_map(|(name, text)| Some((*name, (*text)?)));
    for (file, text) in
        [("service-1.toml", policy), ("abide.toml", &abide)].into_iter().chain(given)
    {
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    folder
}

/// Runs the program with its arguments in one text and more in its environment.
fn abide_with(folder: &Path, args: &str, variables: &[(&str, &str)]) -> Run {
    let args: Vec<&str> = args.split_whitespace().collect();
    let mut command = command(folder, &args);
    let done = command.envs(variables.iter().copied()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
}

/// A copy of the example in a folder of its own.
fn example() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(root().join("examples/contact-centre")).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

//! Every command in the README runs, and what the README shows of its output is what comes out.

use super::{abide_in, root};

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap()
}

/// The arguments of a command line; quotes as in a shell.
fn arguments(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (i, part) in line.split('\'').enumerate() {
        if i % 2 == 1 {
            out.push(part.to_owned());
        } else {
            out.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    out
}

#[test]
fn every_command_runs() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("examples/contact-centre");
    std::fs::create_dir_all(&copy).unwrap();
    for name in ["abide.toml", "site-1.toml", "site-2.toml", "service-1.toml"] {
        std::fs::copy(root().join("examples/contact-centre").join(name), copy.join(name)).unwrap();
    }
    let text = readme();
    let mut all = String::new();
    let mut run = 0;
    for block in text.split("```sh\n").skip(1).map(|b| b.split("```").next().unwrap()) {
        for line in block.lines() {
            let args = arguments(line.strip_prefix("abide ").unwrap());
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let done = abide_in(folder.path(), &args, b"");
            assert_ne!(done.code, 2, "{line}: {}", done.err);
            all.push_str(&done.out);
            run += 1;
        }
    }
    assert!(run >= 9, "only {run} commands were run");
    shown_is_true(&text, &all);
}

/// The lines of indented blocks are among what the commands printed; `…` stands for what was left out.
fn shown_is_true(text: &str, printed: &str) {
    let setup = ["cargo run --release", "./check"];
    for line in text.lines().filter_map(|l| l.strip_prefix("    ")).filter(|l| !setup.contains(l)) {
        let start = line.split(" …").next().unwrap().trim_end();
        assert!(
            printed.lines().any(|p| p.starts_with(start)),
            "the README shows what is not printed: {line}"
        );
    }
}

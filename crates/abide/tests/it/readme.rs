//! Every command in the README runs, and what the README shows of its output is what comes out.

use super::{abide_in, root};

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
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
    let text = read("README.md");
    let (run, all) = run_all(&text);
    assert!(run >= 14, "only {run} commands were run");
    shown_is_true(&text, &all);
}

#[test]
fn every_command_of_the_manual_of_scan_runs() {
    let (run, _) = run_all(&read("docs/scan.md"));
    assert!(run >= 6, "only {run} commands were run");
}

/// Runs the commands of all `sh` blocks in a copy of the example; how many, and what they printed.
fn run_all(text: &str) -> (usize, String) {
    let folder = tempfile::tempdir().unwrap();
    copy_all(&root().join("examples"), &folder.path().join("examples"));
    let mut all = String::new();
    let mut run = 0;
    for block in text.split("```sh\n").skip(1).map(|b| b.split("```").next().unwrap()) {
        for line in block.lines() {
            if let Some(order) = line.strip_prefix("generate-centre ") {
                generated(folder.path(), &arguments(order));
                continue;
            }
            let args = arguments(line.strip_prefix("abide ").unwrap());
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let done = abide_in(folder.path(), &args, b"");
            assert_ne!(done.code, 2, "{line}: {}", done.err);
            all.push_str(&done.out);
            run += 1;
        }
    }
    (run, all)
}

/// What `generate-centre --calls N --out FOLDER` makes.
fn generated(folder: &std::path::Path, args: &[String]) {
    let said = |name: &str| args.iter().skip_while(|a| *a != name).nth(1).unwrap();
    let order = abide_example_centre::Order {
        calls: said("--calls").parse().unwrap(),
        seed: 1,
        today: jiff::civil::date(2026, 11, 26),
        media: 50,
        index: abide_example_centre::load::Index::Full,
    };
    abide_example_centre::generate(&order, &folder.join(said("--out")), None).unwrap();
}

#[test]
fn every_command_of_the_page_on_rights_runs() {
    let (run, all) = run_all(&read("docs/rights.md"));
    assert!(run >= 6, "only {run} commands were run");
    assert!(all.contains("erasure · done"), "somebody is erased: {all}");
}

/// Copies a folder; records that a run of the program left in it stay behind.
fn copy_all(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() && name != ".abide" {
            copy_all(&path, &to.join(name));
        } else if path.is_file() {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
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

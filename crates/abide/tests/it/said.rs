//! What commands about requests and maps say to a person who asked for no JSON; and that who only looks leaves nothing behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Run;
use super::rights::{centre, done, json, run};

const WHO: &str = "--subject email=planted.7@example.org";

/// Words for people have nothing of a program's notation.
fn is_readable(run: &Run) {
    for text in [&run.out, &run.err] {
        for notation in ["{", "}", "\":", "null", "Some(", "[]"] {
            assert!(!text.contains(notation), "{notation}: {text}");
        }
    }
}

#[test]
fn what_was_done_is_said_in_words() {
    let (_folder, site) = centre();
    for (args, says) in [
        (
            format!("restrict {WHO}"),
            &["what was done:\n    noted, and `abide decide` goes by it: ", "only kept"][..],
        ),
        (
            format!("object {WHO} --purpose telemarketing"),
            &["goes by it: from then on uses are refused for: telemarketing"],
        ),
        (
            format!("rectify {WHO} --set contacts.email=planted.new@example.org"),
            &["    1 row put right (contacts.email); read back and true"],
        ),
        (
            "erase --subject email=planted.6@example.org".to_owned(),
            &[
                "carried out: plan ",
                "  centre.contacts: 1 go (the person's own)\n",
                "what was done:\n    2 rows went, ",
                "because they are other people's too",
                "centre: remnants of deleted rows",
            ],
        ),
        (
            "erase --subject email=nobody@example.org".to_owned(),
            &[
                "what was done:\n    nobody was found by what was stated: nothing was changed, and there was nothing to read back",
            ],
        ),
    ] {
        let ended = run(&site, &format!("rights {args} --yes"));
        assert_eq!(ended.code, 0, "{args}: {} {}", ended.out, ended.err);
        for part in says {
            assert!(ended.out.contains(part), "{args}: {part}: {}", ended.out);
        }
        is_readable(&ended);
        let id = ended.out.split_whitespace().next().unwrap();
        let shown = run(&site, &format!("requests show {id}"));
        is_readable(&shown);
        let is_nobody = args.contains("nobody@");
        assert!(!is_nobody || !(ended.out + &shown.out).contains("read back and true"), "{args}");
    }
}

#[test]
fn a_copy_is_done_in_words_when_it_was_handed_out() {
    let (_folder, site) = centre();
    let ready = run(&site, &format!("rights access {WHO} --yes"));
    assert_eq!(ready.code, 1, "{} {}", ready.out, ready.err);
    assert!(ready.out.contains("the copy lies ready: ") && ready.out.contains(".zip"));
    is_readable(&ready);
    let id = ready.out.split_whitespace().next().unwrap();
    let done = run(&site, &format!("requests handed-out {id} --way post"));
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    is_readable(&done);
    let shown = run(&site, &format!("requests show {id}"));
    for part in ["the copy has ", " records, "] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    is_readable(&shown);
}

#[test]
fn other_commands_speak_to_people_too() {
    let (_folder, site) = centre();
    let opened = run(&site, &format!("rights erase {WHO}"));
    assert_eq!(opened.code, 1, "{}", opened.err);
    let id = opened.out.split_whitespace().next().unwrap().to_owned();
    is_readable(&opened);
    for args in [
        format!("rights access {WHO} --plan"),
        format!("rights hold {WHO} --reason claim"),
        "rights holds".to_owned(),
        "requests list".to_owned(),
        format!("requests show {id}"),
        format!("requests extend {id} --reason many"),
        format!("requests take-back {id}"),
        "requests returned".to_owned(),
        "requests work".to_owned(),
        "requests forget".to_owned(),
        "requests new-key".to_owned(),
    ] {
        let said = run(&site, &args);
        assert!(said.code < 2, "{args}: {}", said.err);
        is_readable(&said);
    }
    let nothing = run(&site, "requests forget --plan");
    assert_eq!(nothing.out, "nothing is past its period\n");
}

/// Every file of a folder, with what is in it.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut files, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => drop(files.insert(entry.path(), std::fs::read(entry.path()).unwrap())),
            }
        }
    }
    files
}

#[test]
fn checking_maps_leaves_everything_as_it_was() {
    let (_folder, site) = centre();
    let check = |format: &str| {
        let before = everything(&site);
        let checked = run(&site, &format!("map check --explain {format}"));
        assert_eq!(checked.code, 1, "{}", checked.err);
        assert!(everything(&site) == before, "{:?}", everything(&site).keys());
        checked
    };
    is_readable(&check(""));
    assert!(!site.join(".abide").exists(), "neither records nor a key are made");
    assert!(json(&check("--format json"))["findings"].is_array());
    // Nor are records touched that are there.
    done(&site, &format!("restrict {WHO}"));
    assert!(site.join(".abide/records.db").exists());
    check("");
}

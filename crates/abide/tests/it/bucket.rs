//! A bucket of S3 as the only store of a site, on the command line from the map to the letter; on a server of the test's own.

use std::path::Path;

use abide_tests::s3::{S3, escaped};

use super::rights::json;
use super::{Run, abide_with, site_over};

const MAP: &str = r#"[store]
id = "archive"
kind = "files"
place = "s3://calls/archive"
policy = "service"
backups = "30 days"

[[table]]
name = "contacts/*.csv"
person = "contact"
statement = "contacts"
known-by = [{ fact = "id", column = "id" }, { fact = "email", column = "email" }]

[[table]]
name = "calls/*.jsonl"
statement = "contacts"
edge = [{ kind = "owned-by", columns = ["contact"], of = "contacts/*.csv", of-columns = ["id"] }]

[[table]]
name = "texts/*.vtt"
statement = "transcripts"
edge = [{ kind = "owned-by", columns = ["path"], of = "calls/*.jsonl", of-columns = ["text"] }]

[[table]]
name = "audio/*.wav"
statement = "recordings"
edge = [{ kind = "owned-by", columns = ["path"], of = "calls/*.jsonl", of-columns = ["file"] }]
"#;

/// A site over a bucket in which everything has an older version.
struct Site {
    folder: tempfile::TempDir,
    server: S3,
}

impl Site {
    fn new(versioning: &str) -> Option<Self> {
        let server = S3::start()?;
        server.bucket("calls", versioning);
        let site = Self { folder: site_over(&[("archive.toml", Some(MAP))]), server };
        for _ in 0..2 {
            site.put("contacts/all.csv", "id,email\n1,anna@example.org\n2,bea@example.org\n");
            let call = |id: u8, name: &str| {
                format!(
                    "{{\"contact\":{id},\"text\":\"texts/{name}.vtt\",\"file\":\"audio/{name}.wav\"}}\n"
                )
            };
            site.put("calls/2026.jsonl", &(call(1, "a") + &call(2, "b")));
            for (name, who) in [("a", "anna"), ("b", "bea")] {
                let text = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{who}@example.org calls\n");
                site.put(&format!("texts/{name}.vtt"), &text);
                site.put(&format!("audio/{name}.wav"), "RIFF");
            }
        }
        Some(site)
    }

    fn put(&self, file: &str, content: &str) {
        let _ = self.server.must("PUT", &path(file), &[], content.as_bytes());
    }

    fn remove(&self, file: &str) {
        let _ = self.server.must("DELETE", &path(file), &[], b"");
    }

    /// With all its versions.
    fn destroy(&self, file: &str) {
        for (key, number, _) in self.server.versions("calls", &format!("archive/{file}")) {
            let path = format!("/calls/{}?versionId={number}", escaped(&key));
            let _ = self.server.must("DELETE", &path, &[], b"");
        }
    }

    fn read(&self, file: &str) -> Option<String> {
        let (status, body) = self.server.ask("GET", &path(file), &[], b"");
        (status == 200).then(|| String::from_utf8(body).unwrap())
    }

    /// Every version and mark in the bucket but of the program's own files.
    fn versions(&self) -> Vec<(String, String, bool)> {
        let mut all = self.server.versions("calls", "archive/");
        all.retain(|(key, ..)| !key.starts_with("archive/.abide-"));
        all
    }

    fn run(&self, args: &str) -> Run {
        let variables = [
            ("AWS_ENDPOINT_URL", self.server.endpoint()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "secret-4711".to_owned()),
        ];
        let variables: Vec<(&str, &str)> =
            variables.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let run = abide_with(self.folder.path(), args, &variables);
        for said in [&run.out, &run.err] {
            assert!(!said.contains("secret-4711"), "{said}");
        }
        run
    }
}

fn path(file: &str) -> String {
    format!("/calls/archive/{}", escaped(file))
}

fn files(folder: &Path) -> Vec<String> {
    let archives = std::fs::read_dir(folder.join(".abide/exports")).unwrap();
    let archive = archives
        .map(|entry| entry.unwrap().path())
        .find(|p| p.extension().is_some_and(|e| e == "zip"));
    let mut archive = zip::ZipArchive::new(std::fs::File::open(archive.unwrap()).unwrap()).unwrap();
    (0..archive.len())
        .map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned())
        .collect()
}

#[test]
fn a_request_over_a_bucket_comes_to_its_end_on_the_command_line() {
    let Some(site) = Site::new("Enabled") else { return };
    let before = site.versions();
    let proposed =
        site.run("map discover s3://calls/archive --id archive --policy-file service-1.toml");
    assert_eq!(proposed.code, 0, "{}", proposed.err);
    for glob in ["contacts/all.csv", "calls/2026.jsonl", "texts/*.vtt"] {
        assert!(proposed.out.contains(&format!("\"{glob}\"")), "{glob}: {}", proposed.out);
    }
    let checked = site.run("map check");
    assert!(checked.code < 2, "{} {}", checked.out, checked.err);
    let says = "note[unasked] archive.audio/*.wav: what the account may do with `archive.audio/*.wav` could not be asked";
    assert!(checked.out.contains(says), "{}", checked.out);
    assert!(!site.folder.path().join(".abide").exists());
    let plan = site.run("rights erase --subject email=anna@example.org --plan --format json");
    assert_eq!((plan.code, &json(&plan)["delete"]), (0, &4.into()), "{} {}", plan.out, plan.err);
    assert_eq!(site.versions(), before, "whoever only looks changes nothing");
    assert_eq!(site.read(".abide-journal"), None);

    let copy = site.run("rights access --subject email=anna@example.org --yes");
    assert_eq!(copy.code, 1, "{} {}", copy.out, copy.err);
    assert!(copy.out.contains("the copy lies ready: "), "{}", copy.out);
    let files = files(site.folder.path());
    let recordings = files.iter().filter(|file| file.starts_with("recordings/"));
    assert_eq!(recordings.count(), 1, "hers alone: {files:?}");
    let id = copy.out.split_whitespace().next().unwrap();
    let handed = site.run(&format!("requests handed-out {id} --way post"));
    assert_eq!(handed.code, 0, "{} {}", handed.out, handed.err);

    site.put("export/old list.txt", "nobody\nAnna: ANNA@example.org\n");
    let opened = json(&site.run("rights erase --subject email=anna@example.org --format json"));
    let (id, hash) =
        (opened["id"].as_str().unwrap(), &opened["plan"]["fingerprint"].as_str().unwrap()[..12]);
    let later = site.run(&format!("requests approve {id} --plan {hash} --later"));
    assert!(later.code < 2, "{}", later.err);
    let worked = site.run("requests work --sweep");
    assert_eq!(worked.code, 1, "{} {}", worked.out, worked.err);
    let shown = site.run(&format!("requests show {id}"));
    for says in [
        "archive: by which the person was known, in the text or name of 1 file",
        "found in archive: file = export/old list.txt, line = 2",
    ] {
        assert!(shown.out.contains(says), "{says}: {}", shown.out);
    }
    let goes = site.run(&format!("requests residue {id} goes"));
    assert!(goes.out.contains("by hand in the store `archive`"), "{} {}", goes.out, goes.err);
    site.remove("export/old list.txt");
    let hand_done = || {
        let said = site.run(&format!("requests hand-done {id}"));
        assert!(said.code < 2, "{}", said.err);
        site.run("requests work --sweep")
    };
    // A mark hides it, and it is still there.
    let _ = hand_done();
    let shown = site.run(&format!("requests show {id}"));
    let says = "found in archive: file = export/old list.txt (version ";
    assert!(shown.out.contains(says), "{}", shown.out);
    let goes = site.run(&format!("requests residue {id} goes"));
    assert!(goes.out.contains("by hand in the store `archive`"), "{} {}", goes.out, goes.err);
    site.destroy("export/old list.txt");
    let worked = hand_done();
    assert_eq!(worked.code, 0, "{} {}", worked.out, worked.err);
    let shown = site.run(&format!("requests show {id}"));
    for says in [
        " · done",
        "    4 rows went, 0 changed; read back and true",
        "files of no table were read too, as far as they are text, and their names",
        "    1 file could not be read as text, so nothing was searched there: 1 audio",
    ] {
        assert!(shown.out.contains(says), "{says}: {}", shown.out);
    }
    assert_eq!(site.read("contacts/all.csv").unwrap(), "id,email\n2,bea@example.org\n");
    assert_eq!((site.read("texts/a.vtt"), site.read("audio/a.wav")), (None, None));
    let theirs = |key: &str| key.contains("a.vtt") || key.contains("a.wav");
    assert!(!site.versions().iter().any(|(key, ..)| theirs(key)), "nor old versions");
    assert!(site.read("texts/b.vtt").is_some() && site.read("audio/b.wav").is_some());
    let letter = site.run(&format!("requests letter {id}"));
    for says in
        ["We searched the other files in the same places too", "1 file could not be searched"]
    {
        assert!(letter.out.contains(says), "{says}: {}", letter.out);
    }
}

/// Without versions everything can be asked.
#[test]
fn what_an_account_may_do_in_a_bucket_is_asked_beforehand() {
    let Some(site) = Site::new("") else { return };
    let before = site.versions();
    let checked = site.run("map check");
    assert!(checked.code < 2, "{} {}", checked.out, checked.err);
    for kind in ["unasked", "no-right", "old-versions", "unreadable"] {
        assert!(!checked.out.contains(&format!("[{kind}]")), "{}", checked.out);
    }
    assert_eq!(site.versions(), before);
    let done = site.run("rights erase --subject email=bea@example.org --yes");
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    assert_eq!(site.read("audio/b.wav"), None);
}

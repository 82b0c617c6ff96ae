//! From the folder to what is published: records, drafts, errors, static sites.

use abide_policy::diagnostic::Severity;
use abide_server::{Error, Server, publish};
use abide_tests::postgres::Postgres;

use crate::client::get;
use crate::site::Site;

fn codes(files: &[abide_server::SourceFile]) -> Vec<(&str, &str)> {
    files
        .iter()
        .flat_map(|f| f.diagnostics.iter().map(|d| (f.path.as_str(), d.code.id())))
        .collect()
}

#[tokio::test]
async fn the_test_site_has_no_errors() {
    let server = Server::start(Site::new().options()).await;
    if let Err(Error::Refused { files }) = &server {
        for f in files {
            eprintln!(
                "{}",
                abide_policy::diagnostic::to_terminal(&f.path, &f.source, &f.diagnostics, false)
            );
        }
    }
    assert_eq!(server.unwrap().loaded().recorded, ["site@1"]);
}

#[tokio::test]
async fn what_was_published_stays_and_a_changed_file_is_a_draft() {
    let site = Site::new();
    drop(Server::start(site.options()).await.unwrap());
    site.change("Orders", "Purchases");
    let server = Server::start(site.options()).await.unwrap();
    let loaded = server.loaded();
    assert!(codes(&loaded.files).contains(&("site.toml", "version.changed")));
    assert_eq!(loaded.drafts.len(), 1);
    assert!(loaded.recorded.is_empty());
    let published = loaded.publication.in_force().next().unwrap();
    assert!(published.source.contains("Orders"), "the recorded text");
}

#[tokio::test]
async fn a_new_version_replaces_the_old_and_both_stay() {
    let site = Site::new();
    drop(Server::start(site.options()).await.unwrap());
    site.change(
        "version      = \"1\"\neffective    = 2026-01-01",
        "version      = \"2\"\neffective    = 2026-02-01",
    );
    let server = Server::start(site.options()).await.unwrap();
    assert_eq!(server.loaded().recorded, ["site@2"]);
    let (_, history) = server.loaded().publication.policies.first().unwrap();
    let versions: Vec<&str> =
        history.versions().iter().map(|v| v.policy.version.as_str()).collect();
    assert_eq!(versions, ["1", "2"], "the file of the first is gone, the version is not");
}

#[tokio::test]
async fn a_version_before_a_published_one_is_warned_about() {
    let site = Site::new();
    drop(Server::start(site.options()).await.unwrap());
    site.change(
        "version      = \"1\"\neffective    = 2026-01-01",
        "version      = \"0\"\neffective    = 2025-02-01",
    );
    let server = Server::start(site.options()).await.unwrap();
    assert!(codes(&server.loaded().files).contains(&("site.toml", "version.order")));
}

#[tokio::test]
async fn errors_stop_everything_before_anything_is_recorded() {
    let site = Site::new();
    site.change("jurisdiction = \"DE\"", "jurisdiction = \"XX\"\nacces = \"all\"");
    let out = site.file("out");
    let Err(Error::Refused { files }) = publish(site.path(), None, &out).await else {
        unreachable!("errors stop publication")
    };
    let found = codes(&files);
    assert!(found.contains(&("site.toml", "key.unknown")), "{found:?}");
    assert!(found.len() >= 2, "all mistakes at once: {found:?}");
    assert!(!out.exists() && !site.file(".abide").exists());
    assert!(matches!(Server::start(site.options()).await, Err(Error::Refused { .. })));
}

#[tokio::test]
async fn bad_files_are_told_apart() {
    let site = Site::new();
    let other = site.file("other.toml");
    let listed = crate::site::SITE.replace("[\"site.toml\"]", "[\"site.toml\", \"other.toml\"]");
    site.write("abide.toml", &listed);
    let found = |site: &Site| {
        let files = abide_server::SiteFiles::read(site.path()).unwrap();
        assert!(files.has_errors());
        files
            .files
            .iter()
            .flat_map(|f| f.diagnostics.clone())
            .filter(|d| d.severity == Severity::Error)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&site).first().unwrap().code.id(), "file.name");
    std::fs::write(&other, [0xff, 0xfe, 0, b'x']).unwrap();
    assert_eq!(found(&site).first().unwrap().code.id(), "file.encoding");
    std::fs::File::create(&other).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(found(&site).first().unwrap().code.id(), "file.size");
    std::fs::write(&other, crate::site::POLICY).unwrap();
    assert_eq!(found(&site).first().unwrap().code.id(), "id.duplicate");
    std::fs::write(
        &other,
        crate::site::POLICY.replace("name         = \"site\"", "name = \"shop\""),
    )
    .unwrap();
    assert_eq!(found(&site).first().unwrap().code.id(), "file.name");
    site.write("abide.toml", &listed.replace("other.toml", "../other.toml"));
    assert!(found(&site).iter().all(|d| matches!(d.code.id(), "file.name" | "value.format")));
}

#[tokio::test]
async fn a_folder_without_a_site_is_said_to_be_one() {
    let empty = tempfile::tempdir().unwrap();
    let error = abide_server::SiteFiles::read(empty.path()).unwrap_err();
    assert!(error.to_string().contains("abide.toml"), "{error}");
    assert!(abide_server::SiteFiles::read(&empty.path().join("none")).is_err());
}

/// A page without what leads to the one page that only a server has.
fn without_try(page: &str) -> Vec<u8> {
    let lines = page.split_inclusive('\n').collect::<Vec<_>>();
    let kept = lines.iter().filter(|line| !line.contains("/try\"") && !line.contains("/find\""));
    kept.copied().collect::<String>().into_bytes()
}

#[tokio::test]
async fn the_static_site_is_what_the_server_sends() {
    let site = Site::new();
    let out = site.file("public");
    let published = publish(site.path(), None, &out).await.unwrap();
    assert!(published.files > 5);
    let server = site.serve().await;
    let mut compared = 0;
    let mut folders = vec![out.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
            if name == ".abide-site" {
                continue;
            }
            let address = format!("/{}", name.trim_end_matches("index.html").trim_end_matches('/'));
            let answer = get(server.address, &address, &[]).await;
            assert_eq!(answer.status, 200, "{address}");
            let published = std::fs::read(&path).unwrap();
            assert!(
                answer.body == published || without_try(&answer.text()) == published,
                "{address}"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, published.files);
    publish(site.path(), None, &out).await.unwrap();
    assert!(out.join("privacy/index.html").exists() && out.join("index.html").exists());
}

#[tokio::test]
async fn records_in_postgresql_serve_as_those_in_a_file() {
    let Some(server) = Postgres::start() else { return };
    let site = Site::new();
    let (file, out) = (site.file("from-file"), site.file("from-postgresql"));
    let address = server.database("abide");
    let first = publish(site.path(), None, &file).await.unwrap();
    let second = publish(site.path(), Some(address.as_ref()), &out).await.unwrap();
    assert_eq!((first.files, first.bytes), (second.files, second.bytes));
    assert_eq!(first.loaded.recorded, second.loaded.recorded, "each had recorded nothing before");
    let again = publish(site.path(), Some(address.as_ref()), &out).await.unwrap();
    assert_ne!(again.loaded.recorded, second.loaded.recorded, "now it had");
}

#[tokio::test]
async fn a_taken_address_is_an_error_for_people() {
    let site = Site::new();
    let running = site.serve().await;
    let other = Site::new();
    let mut options = other.options();
    options.listen = running.address;
    let Err(error) = Server::start(options).await else { unreachable!("the address is taken") };
    assert!(error.to_string().contains(&running.address.to_string()), "{error}");
    assert!(!other.file(".abide").exists(), "nothing is recorded by a server that does not start");
}

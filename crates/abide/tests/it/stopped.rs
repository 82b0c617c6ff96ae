//! Commands that somebody stops while they wait for a store.

use std::net::TcpListener;
use std::process::{Command, Stdio};

use crate::site_over;
use crate::unread::MAP;

/// A store that takes a connection and never answers: whatever waits for it is stopped, and says what is half done: nothing.
#[test]
fn every_command_about_requests_ends_with_130() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = format!("postgres://nobody@{}/none", nobody.local_addr().unwrap());
    for args in [
        "map check",
        "rights erase --subject email=anna@example.org --plan",
        "rights erase --subject email=anna@example.org --format json",
        "rights hold --subject email=anna@example.org --reason claim",
        "requests list --format json",
        "requests show r1",
        "requests returned",
        "requests work",
    ] {
        let site = site_over(&[("crm.toml", Some(MAP))]);
        let words: Vec<&str> = args.split_whitespace().collect();
        let mut command = crate::command(site.path(), &words);
        command.env("ABIDE_CRM", &place).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let _waiting = nobody.accept().unwrap();
        let id = child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let done = child.wait_with_output().unwrap();
        let err = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(130), "{args}: {err}");
        assert!(err.starts_with("stopped: nothing "), "{args}: {err}");
        assert!(done.stdout.is_empty(), "{args}");
    }
}

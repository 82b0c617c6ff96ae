//! A small site in a folder of its own, and a server that serves it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use abide_server::{Limits, Options, Server};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A folder with a site of one policy in German and English.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        site.write("abide.toml", SITE);
        site.write("site.toml", POLICY);
        site
    }
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.file(name), text).unwrap();
    }
    /// The policy with something in it replaced.
    pub(crate) fn change(&self, from: &str, to: &str) {
        assert!(POLICY.contains(from), "{from}");
        self.write("site.toml", &POLICY.replace(from, to));
    }
    pub(crate) fn options(&self) -> Options {
        Options::new(self.path(), SocketAddr::from(([127, 0, 0, 1], 0)))
    }
    pub(crate) async fn serve(&self) -> Running {
        self.serve_with(Limits::default()).await
    }
    pub(crate) async fn serve_with(&self, limits: Limits) -> Running {
        let server = Server::start(Options { limits, ..self.options() }).await.unwrap();
        let address = server.address();
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            server.run(async { stopped.await.unwrap_or_default() }).await.unwrap();
        });
        Running { address, stop: Some(stop), task }
    }
}

/// A server that runs until it is stopped or dropped.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Running {
    /// Tells it to stop, as a signal would.
    pub(crate) fn tell_to_stop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
    }
    /// Waits until it has stopped.
    pub(crate) async fn stopped(self) {
        tokio::time::timeout(Duration::from_secs(20), self.task).await.expect("it stops").unwrap();
    }
}

pub(crate) const SITE: &str = r#"
[site]
url  = "https://www.example.com"
name = "Example & Sons"
security-contacts = ["mailto:security@example.com"]
security-expires  = 2030-01-01

[[policy]]
name    = "site"
files   = ["site.toml"]
paths   = ["/*"]
cookies = ["basket"]
"#;

pub(crate) const POLICY: &str = r#"
[policy]
name         = "site"
version      = "1"
effective    = 2026-01-01
languages    = ["de", "en"]
title        = { de = "Datenschutz <b>fett</b>", en = "Privacy <script>alert(1)</script>" }
notice       = "https://www.example.com/privacy"
choices      = "https://www.example.com/choices"
access       = "all"
jurisdiction = "DE"

[entity]
name    = "Example & Sons GmbH"
street  = "Hauptstraße 1"
city    = "Bonn"
country = "DE"
email   = "privacy@example.com"

[rights]
email = "privacy@example.com"

[authority]
name = "Landesbeauftragte"
web  = "https://www.ldi.example"

[[region]]
id      = "bonn"
title   = { de = "Bonn", en = "Bonn" }
country = "DE"

[[statement]]
id         = "shop"
title      = { de = "Bestellungen", en = "Orders" }
why        = { de = "Wir liefern, was Sie bestellen.", en = "We deliver what you order." }
subjects   = ["customer"]
sources    = ["person"]
data       = ["user.home-info.postal", { ref = "dynamic.cookies", categories = ["state"] }]
purposes   = { current = "always" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "3 months" }
basis      = "contract"

[[cookie]]
name      = "basket"
storage   = "cookie"
statement = "shop"
title     = { de = "Ihr Warenkorb", en = "Your basket" }
lifetime  = "1 day"
"#;

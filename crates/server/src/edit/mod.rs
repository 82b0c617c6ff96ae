//! The editor for the policy, in the browser: forms and source side by side, problems at their place, and live what
//! would be published.
//!
//! Owns: who may edit ([`session`]), the files ([`files`]), what is shown of a text ([`view`]), what changes it
//! ([`change`]), and the pages. Leaves to others: what a policy says and whether it is right (`abide-policy`), the look
//! (`abide_notice::html`), the words (`locales/<lang>/editor.ftl`).
//!
//! The file is the only truth: a page holds a text and asks this module what it comes to, and nothing is kept here
//! between two requests. Saving replaces a file's text if it is still the one that was read. Publishing is another step,
//! because a published version never changes.
//!
//! Without scripts the source can be checked, compared and saved; scripts add the forms, undo and the live view.

mod at;
mod change;
mod compare;
mod files;
mod form;
mod found;
mod live;
mod outline;
mod pages;
mod routes;
mod session;
mod view;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use abide_notice::Publication;
use abide_notice::block::Meaning;
use abide_notice::html::{self, Html};
use abide_records::Records;

use crate::app::App;
use crate::clock;
use crate::error::Error;
use crate::load::{SiteFiles, load};

pub(crate) use pages::{Report, frame};
pub(crate) use routes::{MAX_BODY, answered, guard, locale, page_of, router, see_other};

/// The editor of a site.
pub(crate) struct Editor {
    app: Arc<App>,
    files: files::Files,
    records: Records,
    sessions: session::Sessions,
}

impl Editor {
    /// An editor of the site in this folder, for a server that listens here.
    ///
    /// # Errors
    /// If the address is not of this machine only, or the operating system has no random numbers.
    pub(crate) fn new(
        app: Arc<App>,
        site: &Path,
        records: Records,
        address: SocketAddr,
    ) -> Result<Self, Error> {
        if !address.ip().is_loopback() {
            return Err(Error::EditNotLocal { address });
        }
        let failed = |e: std::io::Error| Error::Edit { kind: e.kind() };
        let files = files::Files::new(site).map_err(failed)?;
        let sessions = session::Sessions::new(address).map_err(failed)?;
        Ok(Self { app, files, records, sessions })
    }

    /// The address that lets one browser in; `None` once it was used.
    pub(crate) fn invitation(&self) -> Option<String> {
        self.sessions.invitation()
    }

    /// The port on which the server listens.
    pub(crate) const fn port(&self) -> u16 {
        self.sessions.port()
    }

    /// What is published now.
    pub(crate) fn publication(&self) -> Arc<Publication> {
        self.app.published().library.publication().clone()
    }

    /// Publishes what the files say; gives the versions that are new.
    async fn publish(&self) -> Result<Vec<String>, Error> {
        let _alone = self.app.alone().await;
        let root = self.files.root().to_owned();
        let read = tokio::task::spawn_blocking(move || SiteFiles::read(&root)).await;
        let files = read.map_err(|_| Error::Edit { kind: std::io::ErrorKind::Other })??;
        let loaded = load(files, &self.records, clock::now()).await?;
        self.app.publish(loaded.publication);
        Ok(loaded.recorded)
    }
}

/// The shape of a meaning, for templates.
fn draw(meaning: Meaning) -> Html {
    html::drawn(meaning)
}

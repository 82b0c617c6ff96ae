//! The server as a process: it loads a site, listens, answers, and stops when it is told to.
//!
//! Owns: connections and their limits, the turn of the day, reloading, the orderly end. Leaves to others: what is
//! answered ([`crate::app`]).
//!
//! HTTP/1.1 without TLS: a proxy in front of it ends TLS and speaks HTTP/2 and 3 with browsers.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use abide_notice::Publication;
use abide_records::Records;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Semaphore;

use crate::app::{Answering, App};
use crate::clock;
use crate::desk::{self, Room};
use crate::edit::{self, Editor};
use crate::error::Error;
use crate::load::{Loaded, RECORDS, SiteFiles, load, load_recorded};
use crate::patience::Patience;
use crate::routes;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site's folder.
    pub site: PathBuf,
    /// Where the records are; [`RECORDS`] in the site's folder if not said.
    pub records: Option<PathBuf>,
    /// Where to listen; port 0 lets the operating system choose.
    pub listen: SocketAddr,
    /// What clients may take.
    pub limits: Limits,
    /// Whether the policy may be edited in the browser; only at an address of this machine.
    pub edit: bool,
    /// Who works at the pages of requests, unless a browser says otherwise; nobody's name if not said.
    pub name: Option<String>,
    /// Looks an environment variable up: stores whose place is not written down are named by one.
    pub variable: fn(&str) -> Option<String>,
}

impl Options {
    /// This site at this address, with the usual limits.
    #[must_use]
    pub fn new(site: impl Into<PathBuf>, listen: SocketAddr) -> Self {
        Self {
            site: site.into(),
            records: None,
            listen,
            limits: Limits::default(),
            edit: false,
            name: None,
            variable: |_| None,
        }
    }
    /// Where the records are.
    #[must_use]
    pub fn records(&self) -> PathBuf {
        self.records.clone().unwrap_or_else(|| self.site.join(RECORDS))
    }
}

/// What clients may take of time and space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a request's head may take to arrive, and how long an idle connection is kept.
    pub head: Duration,
    /// How long a request's body and its answer may take together.
    pub request: Duration,
    /// How long a client may let an answer wait before it takes any more of it.
    pub write: Duration,
    /// How long open requests have after the signal to stop.
    pub grace: Duration,
    /// Bytes of a request's head.
    pub head_bytes: usize,
    /// Connections at a time; more wait until one is free.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            request: Duration::from_secs(30),
            write: Duration::from_secs(30),
            grace: Duration::from_secs(10),
            head_bytes: 16 * 1024,
            connections: 4096,
        }
    }
}

/// A server that has loaded its site and listens, but answers only once it runs.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    app: Arc<App>,
    options: Options,
    records: Records,
    loaded: Loaded,
    editor: Option<Arc<Editor>>,
    room: Option<Arc<Room>>,
}

impl Server {
    /// Loads the site and listens.
    ///
    /// # Errors
    /// If the site has errors, the records fail, or the address is taken.
    pub async fn start(options: Options) -> Result<Self, Error> {
        if options.edit && !options.listen.ip().is_loopback() {
            return Err(Error::EditNotLocal { address: options.listen });
        }
        let files = SiteFiles::read(&options.site)?;
        let mend = options.edit && files.has_errors();
        if files.has_errors() && !mend {
            return Err(Error::Refused { files: files.files });
        }
        let listen = |e: std::io::Error| Error::Listen { address: options.listen, kind: e.kind() };
        let listener = TcpListener::bind(options.listen).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        let records = Records::open(&options.records()).await?;
        let loaded = if mend {
            // Whoever edits came to mend them.
            load_recorded(files, &records, clock::now()).await?
        } else {
            load(files, &records, clock::now()).await?
        };
        let app = Arc::new(App::new(loaded.publication.clone()));
        let editor = || Editor::new(app.clone(), &options.site, records.clone(), address);
        let editor = if options.edit { Some(Arc::new(editor()?)) } else { None };
        // Stores are opened once the server runs: one that does not answer must not keep the site from being served.
        let room = |e: &Arc<Editor>| {
            let (records, name) = (records.clone(), options.name.clone());
            Room::new(e.clone(), &options.site, records, options.variable, name)
        };
        let room = editor.as_ref().map(room).map(Arc::new);
        Ok(Self { listener, address, app, options, records, loaded, editor, room })
    }

    /// The address that lets one browser edit, once; `None` if editing is off.
    #[must_use]
    pub fn edit_address(&self) -> Option<String> {
        self.editor.as_ref()?.invitation()
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What was loaded: warnings, drafts, what was recorded.
    #[must_use]
    pub const fn loaded(&self) -> &Loaded {
        &self.loaded
    }

    /// Answers until `stop` is there; then takes no new connections, and gives open requests [`Limits::grace`].
    ///
    /// # Errors
    /// If the records cannot be closed.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<(), Error> {
        let Self { listener, app, options, records, editor, room, .. } = self;
        let limits = options.limits;
        let router = editor.map_or_else(Default::default, edit::router);
        let router = room.iter().fold(router, |r, room| r.merge(desk::router(room.clone())));
        let worker = room.map(|room| tokio::spawn(desk::work(room)));
        let router = router.merge(routes::router(app.clone()));
        let answering = Arc::new(Answering::new(app.clone(), router, limits.request));
        let graceful = GracefulShutdown::new();
        let accepting = accept(&listener, &answering, &graceful, limits);
        tokio::select! {
            () = stop => {}
            () = accepting => {}
            () = keep_current(&app, &options, &records) => {}
        }
        drop(listener);
        // It may end at any instruction.
        if let Some(worker) = worker {
            worker.abort();
        }
        tracing::info!(target: "abide::server", "stopping");
        if tokio::time::timeout(limits.grace, graceful.shutdown()).await.is_err() {
            tracing::warn!(target: "abide::server", "requests were cut off that had not ended in time");
        }
        records.close().await?;
        Ok(())
    }
}

/// Serves a site until the process is told to stop (SIGTERM, SIGINT); SIGHUP loads the site again.
///
/// # Errors
/// See [`Server::start`] and [`Server::run`].
pub async fn serve(options: Options) -> Result<(), Error> {
    Server::start(options).await?.run(told_to_stop()).await
}

/// Waits until the process is told to stop: Ctrl-C, or SIGTERM where there is such a thing.
pub async fn told_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = next(signal(SignalKind::terminate()).ok());
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminated => {}
    }
}

/// SIGHUP, where there is such a thing. Listened to all the time: one that comes while the site is loaded again counts.
struct Hangups {
    #[cfg(unix)]
    signals: Option<Signal>,
}

impl Hangups {
    fn new() -> Self {
        Self {
            #[cfg(unix)]
            signals: signal(SignalKind::hangup()).ok(),
        }
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        next(self.signals.as_mut()).await;
        #[cfg(not(unix))]
        std::future::pending::<()>().await;
    }
}

/// Waits for the next of these signals; for ever, if none can be heard: the other ways to stop remain.
#[cfg(unix)]
async fn next(signals: Option<impl std::borrow::BorrowMut<Signal>>) {
    let heard = match signals {
        Some(mut signals) => signals.borrow_mut().recv().await,
        None => None,
    };
    if heard.is_none() {
        std::future::pending::<()>().await;
    }
}

/// Takes connections for ever.
async fn accept(
    listener: &TcpListener,
    answering: &Arc<Answering>,
    graceful: &GracefulShutdown,
    limits: Limits,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let Ok(place) = places.clone().acquire_owned().await else { return };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Too many open files, or a connection that ended before it began: the next may do better.
                tracing::warn!(target: "abide::server", kind = %error.kind(), "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            }
        };
        let connection = graceful.watch(connection(stream, answering.clone(), limits));
        tokio::spawn(async move {
            // How a connection ends is the client's business; requests are logged when they are answered.
            let _ = connection.await;
            drop(place);
        });
    }
}

fn connection(
    stream: TcpStream,
    answering: Arc<Answering>,
    limits: Limits,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + 'static {
    // Small answers should not wait for more to send; a socket that cannot do so still works.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let answering = answering.clone();
        async move { Ok::<_, std::convert::Infallible>(answering.answer(request).await) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(limits.head_bytes)
        .serve_connection(TokioIo::new(Patience::new(stream, limits.write)), service)
}

/// Keeps what is published current: the version in force follows the day, and SIGHUP reads the site's folder again.
async fn keep_current(app: &App, options: &Options, records: &Records) {
    let mut minute = tokio::time::interval(Duration::from_secs(60));
    minute.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    let mut hangups = Hangups::new();
    loop {
        tokio::select! {
            _ = minute.tick() => turn_day(app).await,
            () = hangups.next() => reload(app, options, records).await,
        }
    }
}

async fn turn_day(app: &App) {
    let _alone = app.alone().await;
    let today = clock::day(clock::now());
    let publication = app.published().library.publication().clone();
    if publication.today != today {
        app.publish(Publication { today, ..Publication::clone(&publication) });
        tracing::info!(target: "abide::server", %today, "the day has changed");
    }
}

/// Loads the site again; what has errors is not published, and what was published before stays.
pub(crate) async fn reload(app: &App, options: &Options, records: &Records) {
    let _alone = app.alone().await;
    let site = options.site.clone();
    // Apart from the thread that takes connections.
    let read = tokio::task::spawn_blocking(move || SiteFiles::read(&site)).await;
    let loaded = match read {
        Ok(Ok(files)) => load(files, records, clock::now()).await,
        Ok(Err(error)) => Err(error),
        Err(_) => {
            tracing::error!(target: "abide::server", "reading the site failed");
            return;
        }
    };
    match loaded {
        Ok(loaded) => {
            let new = loaded.recorded.join(" ");
            let drafts = loaded.drafts.len();
            app.publish(loaded.publication);
            tracing::info!(target: "abide::server", new, drafts, "the site was loaded again");
        }
        Err(error) => {
            tracing::error!(target: "abide::server", %error, "the site was not loaded again");
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests write the files that are loaded")]
mod tests {
    use super::*;

    const FILE: &str = "site-2.toml";

    /// A copy of the example, loaded.
    async fn example() -> (tempfile::TempDir, Options, Records, App) {
        let folder = tempfile::tempdir().unwrap();
        let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/contact-centre");
        for entry in std::fs::read_dir(example).unwrap().flatten() {
            if entry.path().extension().is_some_and(|e| e == "toml") {
                std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
            }
        }
        let options = Options::new(folder.path(), SocketAddr::from(([127, 0, 0, 1], 0)));
        let records = Records::open(&options.records()).await.unwrap();
        let files = SiteFiles::read(folder.path()).unwrap();
        let loaded = load(files, &records, clock::now()).await.unwrap();
        let app = App::new(loaded.publication);
        (folder, options, records, app)
    }

    fn versions(app: &App) -> Vec<String> {
        let publication = app.published().library.publication().clone();
        publication.policies.iter().flat_map(|(_, h)| h.versions()).map(|v| v.cite()).collect()
    }

    #[tokio::test]
    async fn loading_again_publishes_what_is_new_and_errors_change_nothing() {
        let (folder, options, records, app) = example().await;
        let before = versions(&app);
        let file = folder.path().join(FILE);
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replacen("[policy]", "[polizy]", 1)).unwrap();
        reload(&app, &options, &records).await;
        assert_eq!(versions(&app), before);
        let line = text.lines().find(|l| l.starts_with("version")).unwrap();
        std::fs::write(&file, text.replacen(line, "version = \"new\"", 1)).unwrap();
        reload(&app, &options, &records).await;
        let after = versions(&app);
        assert_eq!(after.len(), before.len() + 1);
        assert!(after.contains(&"site@new".to_owned()), "{after:?}");
    }

    #[tokio::test]
    async fn what_is_in_force_follows_the_day() {
        let (_folder, _, _, app) = example().await;
        let publication = app.published().library.publication().clone();
        let early = Publication {
            today: jiff::civil::date(1999, 1, 1),
            ..Publication::clone(&publication)
        };
        let in_force = |app: &App| {
            let publication = app.published().library.publication().clone();
            publication.in_force().map(|v| v.cite()).collect::<Vec<_>>()
        };
        let now = in_force(&app);
        app.publish(early);
        let then = in_force(&app);
        assert_ne!(then, now);
        turn_day(&app).await;
        assert_eq!(in_force(&app), now);
    }
}

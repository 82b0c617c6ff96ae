//! The desk of a site: its maps, its stores, the key of its marks; or why there is none.
//!
//! A store that cannot be opened closes the desk, not the site.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use abide_notice::Locale;
use abide_policy::model::Policy;
use abide_policy::text::{Id, Period};
use abide_records::Records;
use abide_rights::deadline::NoRegion;
use abide_rights::desk::Desk;
use abide_rights::identity::Keys;
use abide_rights::open::{Mapped, NotOpen, open};
use abide_rights::recipients::called;
use abide_rights::redact::Texts;
use axum::http::HeaderMap;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::sync::watch;
use tokio::time::Instant;

use super::keys::{keys, site_keys};
use super::name;
use super::now::Board;
use super::work::Lane;
use crate::clock::{self, NoZone};
use crate::edit::Editor;
use crate::load::SiteFiles;
use crate::maps::MapFile;

/// How long the stores are not opened anew again, however often their tables change.
const PAUSE: Duration = Duration::from_secs(1);

/// Where exports are written.
const EXPORTS: &str = ".abide/exports";

/// Looks an environment variable up.
pub(crate) type Variable = fn(&str) -> Option<String>;

/// Why there is no desk.
#[derive(Debug, thiserror::Error)]
pub enum NotAtDesk {
    /// The stores are being opened.
    #[error("the stores are being opened: wait a moment")]
    Opening,
    /// The site names none.
    #[error("the site names no stores: list the map of each under `stores` in the site file")]
    NoStores,
    /// Maps with errors.
    #[error("the data map has errors in {}: see `abide check`", .0.join(", "))]
    Maps(Vec<String>),
    /// A store.
    #[error(transparent)]
    Store(#[from] NotOpen),
    /// The key of marks.
    #[error(
        "the keys of marks, `.abide/suppression*.key`, cannot be used ({0}): restore them from a copy"
    )]
    Key(io::ErrorKind),
    /// A key with which marks were made is not there.
    #[error(
        "marks of people were made with the key `{0}`, and its file is not in `.abide`: restore it from a copy, or nobody who objected or was erased is known again; if it is lost for good, `abide requests new-key --lost {0}`"
    )]
    KeyMissing(Id),
    /// The region whose public holidays count.
    #[error("`region` in the site file: {0}")]
    Region(NoRegion),
    /// The zone by whose clocks days begin.
    #[error("`zone` in the site file: {0}")]
    Zone(NoZone),
    /// Our own records.
    #[error(transparent)]
    Records(#[from] abide_records::Error),
    /// The site's files.
    #[error("the site's files cannot be read: see `abide check`")]
    Site,
}

/// The maps of a site with the policies that they fall under.
#[derive(Default)]
pub(crate) struct Maps {
    /// The files.
    pub(crate) files: Vec<MapFile>,
    /// The policy in force of each, in the same order.
    pub(crate) policies: Vec<Option<Arc<Policy>>>,
}

impl Maps {
    fn of(site: &SiteFiles) -> Self {
        let today = clock::day(clock::now());
        let files = site.maps(today);
        let policy = |file: &MapFile| site.in_force(&file.map.as_ref()?.policy, today);
        let policies = files.iter().map(|f| policy(f).map(Arc::new)).collect();
        Self { files, policies }
    }
}

impl Maps {
    /// What people call a recipient of one of the policies.
    pub(crate) fn called(&self, locale: &Locale, recipient: &str) -> String {
        let policies = self.policies.iter().flatten().map(|policy| &**policy);
        match recipient.parse() {
            Ok(id) => called(policies, &id, locale),
            Err(_) => recipient.to_owned(),
        }
    }
}

/// What is known of the stores now.
pub(crate) struct Standing {
    /// The maps.
    pub(crate) maps: Maps,
    /// The desk, if every store could be opened.
    pub(crate) desk: Result<Arc<Desk>, NotAtDesk>,
}

impl Standing {
    /// By whose clocks moments are told: as long as the desk is not open, nobody knows.
    pub(super) fn zone(&self) -> TimeZone {
        self.desk.as_ref().map_or(TimeZone::UTC, |desk| desk.zone.clone())
    }
}

/// The room in which the desk stands.
pub(crate) struct Room {
    /// Who is let in, and what is published.
    pub(crate) editor: Arc<Editor>,
    site: PathBuf,
    records: Records,
    variable: Variable,
    /// Who works here, unless a browser says otherwise.
    name: Option<String>,
    standing: RwLock<Arc<Standing>>,
    /// Counts how often something was there to work on.
    woken: watch::Sender<u64>,
    /// What the workers do.
    pub(crate) board: Board,
    /// When the stores were opened anew last, because their tables changed.
    opening: tokio::sync::Mutex<Instant>,
    /// Why a worker stopped last.
    stopped: Mutex<BTreeMap<Lane, String>>,
}

impl Room {
    /// A room whose stores are not open yet.
    pub(crate) fn new(
        editor: Arc<Editor>,
        site: &Path,
        records: Records,
        variable: Variable,
        name: Option<String>,
    ) -> Self {
        let standing = Standing { maps: Maps::default(), desk: Err(NotAtDesk::Opening) };
        Self {
            editor,
            site: site.to_owned(),
            records,
            variable,
            name,
            standing: RwLock::new(Arc::new(standing)),
            woken: watch::Sender::new(0),
            board: Board::default(),
            opening: tokio::sync::Mutex::new(Instant::now()),
            stopped: Mutex::default(),
        }
    }

    /// Who works at the pages by what a browser says, or the server was told; `None` if neither says a name.
    pub(crate) fn name(&self, headers: &HeaderMap) -> Option<String> {
        name::said(self.editor.port(), headers).or_else(|| self.name.clone())
    }

    /// Today where the organisation is; as long as the desk is not open, nobody knows where.
    pub(crate) fn today(&self) -> Date {
        let (standing, now) = (self.standing(), clock::now());
        standing.desk.as_ref().map_or_else(|_| clock::day(now), |desk| desk.day(now))
    }

    /// How it stands.
    pub(crate) fn standing(&self) -> Arc<Standing> {
        self.standing.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the maps and opens the stores.
    pub(crate) async fn open(&self) {
        let folder = self.site.clone();
        let read = tokio::task::spawn_blocking(move || SiteFiles::read(&folder)).await;
        let standing = match read {
            Ok(Ok(files)) => {
                let desk = open_desk(&files, &self.site, self.records.clone(), &self.variable);
                let desk = desk.await;
                let watching = Some(self.board.watching());
                let desk = desk.map(|desk| Arc::new(Desk { sweeps: true, watching, ..desk }));
                Standing { maps: Maps::of(&files), desk }
            }
            _ => Standing { maps: Maps::default(), desk: Err(NotAtDesk::Site) },
        };
        if let Err(error) = &standing.desk {
            tracing::info!(target: "abide::server", %error, "requests are not answered");
        }
        *self.standing.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(standing);
        self.wake();
    }

    /// Opens the stores anew, unless somebody did so since this desk was taken.
    pub(super) async fn open_instead_of(&self, desk: &Arc<Desk>) {
        let mut opening = self.opening.lock().await;
        if self.standing().desk.as_ref().is_ok_and(|now| Arc::ptr_eq(now, desk)) {
            // Whatever changes tables may change more of them.
            tokio::time::sleep_until(*opening + PAUSE).await;
            self.open().await;
            *opening = Instant::now();
        }
    }

    /// Something is there to work on: every worker looks, also one that is just busy, when it has ended.
    pub(crate) fn wake(&self) {
        self.woken.send_modify(|times| *times = times.wrapping_add(1));
    }

    /// Where a worker hears that something is there.
    pub(super) fn woken(&self) -> watch::Receiver<u64> {
        self.woken.subscribe()
    }

    /// Why a worker stopped last, if one did.
    pub(crate) fn stopped(&self) -> Option<String> {
        let stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        stopped.values().next().cloned()
    }

    /// Notes why a worker stopped, or that it goes on.
    pub(super) fn note_stop(&self, lane: Lane, why: Option<String>) {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        match why {
            Some(why) => drop(stopped.insert(lane, why)),
            None => drop(stopped.remove(&lane)),
        }
    }
}

/// Opens the desk of a site: every store of its maps, with the keys of marks in `.abide` (the first is made if there is
/// none) and exports in `.abide/exports`.
///
/// # Errors
/// [`NotAtDesk`]: which store or file, and what to do about it.
pub async fn open_desk(
    files: &SiteFiles,
    site: &Path,
    records: Records,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Desk, NotAtDesk> {
    opened(files, site, records, variable, false).await
}

/// As [`open_desk`], to look at what would happen: no key is made.
///
/// # Errors
/// As of [`open_desk`].
pub async fn open_desk_to_look(
    files: &SiteFiles,
    site: &Path,
    records: Records,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<Desk, NotAtDesk> {
    opened(files, site, records, variable, true).await
}

async fn opened(
    files: &SiteFiles,
    site: &Path,
    records: Records,
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
    looks: bool,
) -> Result<Desk, NotAtDesk> {
    let maps = Maps::of(files);
    let wrong: Vec<String> =
        maps.files.iter().filter(|m| m.map.is_none()).map(|m| m.file.path.clone()).collect();
    if !wrong.is_empty() {
        return Err(NotAtDesk::Maps(wrong));
    }
    if maps.files.is_empty() {
        return Err(NotAtDesk::NoStores);
    }
    let mapped = maps.files.into_iter().zip(maps.policies).filter_map(|(file, policy)| {
        let folder = site.join(&file.file.path).parent().unwrap_or(site).to_owned();
        Some(Mapped { map: file.map?, folder, policy })
    });
    let (atlas, stores) = open(mapped.collect(), variable).await?;
    let there = keys_of(&records, site).await?;
    let make = || keys(site).map(Some).map_err(|e| NotAtDesk::Key(e.kind()));
    let keys = if looks { there } else { make()? };
    Ok(Desk { atlas: Arc::new(atlas), stores, keys, ..furnished(files, site, records)? })
}

/// The desk of a site without its stores and the keys of marks: the queue can be read there, and nothing be carried on.
///
/// # Errors
/// [`NotAtDesk`]: what of the site file is wrong.
pub fn open_desk_without_stores(
    files: &SiteFiles,
    site: &Path,
    records: Records,
) -> Result<Desk, NotAtDesk> {
    furnished(files, site, records)
}

/// What a desk has by the site file.
fn furnished(files: &SiteFiles, site: &Path, records: Records) -> Result<Desk, NotAtDesk> {
    let calendar = files.calendar(clock::day(clock::now())).map_err(NotAtDesk::Region)?;
    let kept = files.site.as_ref().and_then(|s| s.requests_kept).unwrap_or(Period::THREE_YEARS);
    Ok(Desk {
        records,
        atlas: Arc::default(),
        stores: Vec::new(),
        keys: None,
        redactor: Arc::new(Texts::default()),
        exports: site.join(EXPORTS),
        kept,
        exporting: None,
        watching: None,
        sweeps: false,
        erasures_at: files.site.as_ref().and_then(|s| s.erasures_at),
        zone: files.zone(&calendar).map_err(NotAtDesk::Zone)?,
        calendar,
    })
}

/// The keys of a site by which people are known in these records; `None` if it has none yet, and needs none.
///
/// # Errors
/// If the file of one cannot be read, or is missing and still needed: one that is made anew would know nobody again, in silence.
pub async fn keys_of(records: &Records, site: &Path) -> Result<Option<Keys>, NotAtDesk> {
    let used = records.keys_used().await?;
    let keys = site_keys(site).map_err(|e| NotAtDesk::Key(e.kind()))?;
    let is_there = |id: &Id| keys.as_ref().is_some_and(|keys| keys.has(id));
    let missing = used.into_iter().map(|(id, _)| id).find(|id| !is_there(id));
    missing.map_or(Ok(keys), |id| Err(NotAtDesk::KeyMissing(id)))
}

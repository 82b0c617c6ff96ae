//! From a site's folder to what is published: files are read and checked, versions without errors are recorded, and the
//! published text comes from the records.
//!
//! Owns: the order of these steps, and what is a draft. Leaves to others: reading one file (`abide_policy::source`),
//! storing (`abide-records`), pages (`abide-notice`).
//!
//! Errors in any file stop everything before anything is recorded. A file whose text differs from the recorded version
//! of the same name is a draft: it is reported, and the recorded text stays published.

use std::path::{Path, PathBuf};

use abide_notice::{Locales, Publication};
use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, has_errors};
use abide_policy::model::Policy;
use abide_policy::site::{Site, SitePolicy};
use abide_policy::source::{self, Places, Reading};
use abide_policy::text::Id;
use abide_policy::version::{History, Version};
use abide_records::{New, Outcome, Recorded, Records};
use abide_rights::deadline::{Calendar, NoRegion};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::clock::{self, NoZone};
use crate::error::Error;
use crate::folder::Folder;

/// The file that says what the site is.
pub const SITE_FILE: &str = "abide.toml";
/// Where the records lie in a site's folder, unless told otherwise.
pub const RECORDS: &str = ".abide/records.db";

/// A file of the site with everything that was found in it.
#[derive(Clone)]
pub struct SourceFile {
    /// Its name, relative to the site's folder.
    pub path: String,
    /// Its text; empty if it could not be read.
    pub source: String,
    /// Every problem, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Without the text, which does not belong into logs.
impl std::fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let codes: Vec<&str> = self.diagnostics.iter().map(|d| d.code.id()).collect();
        write!(f, "{} {codes:?}", self.path)
    }
}

/// Everything that a site's folder says, read and checked; nothing is recorded yet.
#[derive(Clone, Debug)]
pub struct SiteFiles {
    /// The folder.
    pub folder: PathBuf,
    /// Every file, the site file first.
    pub files: Vec<SourceFile>,
    /// What can be read of the site file.
    pub site: Option<Site>,
    /// Each policy of the site with its files' versions.
    policies: Vec<(SitePolicy, Vec<FileVersion>)>,
}

impl SiteFiles {
    /// The version of a policy that is in force on a day, as the files have it.
    pub fn in_force(&self, name: &Id, day: Date) -> Option<Policy> {
        let (_, versions) = self.policies.iter().find(|(p, _)| p.name == *name)?;
        let history = History::new(versions.iter().map(|v| v.version.clone()).collect())?;
        Some(history.in_force(day).policy.clone())
    }
}

/// A version as its file has it.
#[derive(Clone, Debug)]
struct FileVersion {
    /// Which of [`SiteFiles::files`] it is.
    file: usize,
    version: Version,
    places: Places,
}

/// What is published.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The published versions, from the records.
    pub publication: Publication,
    /// Every file with everything found in it; no errors.
    pub files: Vec<SourceFile>,
    /// Versions whose files differ from what is recorded.
    pub drafts: Vec<Version>,
    /// Versions recorded just now, as they are cited: `site@2`.
    pub recorded: Vec<String>,
}

impl SiteFiles {
    /// Reads and checks all files of a site. Problems in them are data, see [`SiteFiles::files`].
    ///
    /// # Errors
    /// If there is no such folder, or no site file in it.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let no_site = |kind| Error::NoSite { folder: folder.to_owned(), kind };
        let folder = Folder::open(folder).map_err(|e| no_site(e.kind()))?;
        let bytes = match folder.read(SITE_FILE) {
            Err(crate::folder::Refusal::Io(kind)) => return Err(no_site(kind)),
            read => read.map_err(|refusal| refusal.diagnostic(SITE_FILE)),
        };
        let (file, reading) = read_file(SITE_FILE, bytes, source::read_site);
        let mut all = Self {
            folder: folder.path().to_owned(),
            files: vec![file],
            site: None,
            policies: Vec::new(),
        };
        if let Some(Reading { draft: Some(site), places, .. }) = reading {
            for policy in &site.policies {
                all.read_policy(&folder, policy, &places);
            }
            if let Err(none) = all.calendar_of(&site, clock::day(clock::now())) {
                let found = Diagnostic::new(Code::RegionUnknown)
                    .with("region", none.region())
                    .with("country", none.country())
                    .with("known", none.known().join(", "));
                all.in_site_file(found.at(places.span("site.region")).place("site.region"));
            }
            if let Some(Err(NoZone(zone))) = site.zone.as_deref().map(clock::named) {
                let found = Diagnostic::new(Code::ZoneUnknown).with("zone", zone);
                all.in_site_file(found.at(places.span("site.zone")).place("site.zone"));
            }
            all.site = Some(site);
        }
        Ok(all)
    }

    /// Whose public holidays the site counts with on a day: those of the country whose law its first policy is under, of the
    /// region in it that the site names, and further days that it names.
    ///
    /// # Errors
    /// A region that the country does not have.
    pub fn calendar(&self, day: Date) -> Result<Calendar, NoRegion> {
        self.site.as_ref().map_or_else(|| Ok(Calendar::default()), |s| self.calendar_of(s, day))
    }

    /// What day it is by the clocks of the organisation; UTC where nothing tells whose they are.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        let calendar = self.calendar(clock::day(moment)).unwrap_or_default();
        self.zone(&calendar).unwrap_or(TimeZone::UTC).to_datetime(moment).date()
    }

    /// Whose clocks say which day it is: those of the zone that the site names, else of the place of its calendar.
    ///
    /// # Errors
    /// A zone that does not exist.
    pub fn zone(&self, calendar: &Calendar) -> Result<TimeZone, NoZone> {
        let named = self.site.as_ref().and_then(|site| site.zone.as_deref());
        named.map_or_else(|| Ok(clock::zone(calendar.zone())), clock::named)
    }

    fn calendar_of(&self, site: &Site, day: Date) -> Result<Calendar, NoRegion> {
        let policy = site.policies.first().and_then(|first| self.in_force(&first.name, day));
        // Without a policy nothing is answered.
        let Some(policy) = policy else { return Ok(Calendar::default()) };
        let calendar = Calendar::of(policy.jurisdiction, site.region.as_deref())?;
        Ok(calendar.with(site.holidays.clone()))
    }

    /// Whether anything in them stops publication.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.site.is_none() || self.files.iter().any(|f| has_errors(&f.diagnostics))
    }

    fn read_policy(&mut self, folder: &Folder, policy: &SitePolicy, places: &Places) {
        let mut versions: Vec<FileVersion> = Vec::new();
        for (i, name) in policy.files.iter().enumerate() {
            let span = places.span(&format!("policy.{}.files.{i}", policy.name));
            let bytes = match folder.read(name) {
                Ok(bytes) => bytes,
                Err(refusal) => {
                    self.in_site_file(refusal.diagnostic(name).at(span));
                    continue;
                }
            };
            let (mut file, reading) = read_file(name, Ok(bytes), source::read_policy);
            if let Some((value, places)) = reading.and_then(|r| r.value.map(|v| (v, r.places))) {
                if value.name != policy.name {
                    let problem =
                        format!("holds the policy `{}`, not `{}`", value.name, policy.name);
                    let found =
                        Diagnostic::new(Code::FileName).with("file", name).with("problem", problem);
                    self.in_site_file(found.at(span));
                } else if versions.iter().any(|v| v.version.policy.version == value.version) {
                    let twice = Diagnostic::new(Code::IdDuplicate)
                        .with("kind", "version")
                        .with("id", &value.version)
                        .at(places.span("policy.version"))
                        .place("policy.version");
                    file.diagnostics.push(twice);
                } else {
                    let version = Version::new(value, file.source.clone());
                    versions.push(FileVersion { file: self.files.len(), version, places });
                }
            }
            self.files.push(file);
        }
        self.policies.push((policy.clone(), versions));
    }

    fn in_site_file(&mut self, diagnostic: Diagnostic) {
        if let Some(file) = self.files.first_mut() {
            file.diagnostics.push(diagnostic);
        }
    }

    fn warn(&mut self, file: usize, diagnostic: Diagnostic) {
        if let Some(file) = self.files.get_mut(file) {
            file.diagnostics.push(diagnostic);
        }
    }
}

pub(crate) fn read_file<T>(
    path: &str,
    bytes: Result<Vec<u8>, Diagnostic>,
    read: impl Fn(&str) -> Reading<T>,
) -> (SourceFile, Option<Reading<T>>) {
    let path = path.to_owned();
    let text = bytes.and_then(|b| source::text_of(&b).map(str::to_owned).map_err(|d| *d));
    match text {
        Err(d) => (SourceFile { path, source: String::new(), diagnostics: vec![d] }, None),
        Ok(source) => {
            let mut reading = read(&source);
            let diagnostics = std::mem::take(&mut reading.diagnostics);
            (SourceFile { path, source, diagnostics }, Some(reading))
        }
    }
}

/// Records what the files say and gives what is published.
///
/// # Errors
/// [`Error::Refused`] with all files if any of them has an error, before anything is recorded; otherwise if the records
/// fail.
pub async fn load(
    mut files: SiteFiles,
    records: &Records,
    now: Timestamp,
) -> Result<Loaded, Error> {
    let site = match files.site.take() {
        Some(site) if !files.policies.is_empty() => {
            files.site = Some(site.clone());
            site
        }
        _ => return Err(Error::Refused { files: files.files }),
    };
    if files.has_errors() {
        return Err(Error::Refused { files: files.files });
    }
    let before = records.all().await?;
    let (recorded, drafts) = record(&mut files, &before, records, now.as_second()).await?;
    let all = records.all().await?;
    let mut policies = Vec::new();
    for (policy, _) in &files.policies {
        match history(policy, &all)? {
            Some(history) => policies.push((policy.clone(), history)),
            None => {
                let place = format!("policy.{}.files", policy.name);
                let empty = Diagnostic::new(Code::ValueEmpty).with("key", "files").place(place);
                files.in_site_file(empty);
                return Err(Error::Refused { files: files.files });
            }
        }
    }
    let publication = Publication {
        site,
        policies,
        today: clock::day(now),
        locales: Locales::built_in(),
        served: false,
    };
    Ok(Loaded { publication, files: files.files, drafts, recorded })
}

/// What was published before, whatever the files say now: nothing is recorded. A policy that was never published is
/// left out.
///
/// # Errors
/// [`Error::Refused`] if the site file cannot be read; otherwise if the records fail.
pub(crate) async fn load_recorded(
    files: SiteFiles,
    records: &Records,
    now: Timestamp,
) -> Result<Loaded, Error> {
    let Some(site) = files.site else { return Err(Error::Refused { files: files.files }) };
    let all = records.all().await?;
    let mut policies = Vec::new();
    for policy in &site.policies {
        policies.extend(history(policy, &all)?.map(|history| (policy.clone(), history)));
    }
    let publication = Publication {
        site,
        policies,
        today: clock::day(now),
        locales: Locales::built_in(),
        served: false,
    };
    Ok(Loaded { publication, files: files.files, drafts: Vec::new(), recorded: Vec::new() })
}

/// Records every version of the files in one transaction; gives what is new, and the drafts.
async fn record(
    files: &mut SiteFiles,
    before: &[Recorded],
    records: &Records,
    now: i64,
) -> Result<(Vec<String>, Vec<Version>), Error> {
    let (mut new, mut drafts, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    let versions: Vec<&FileVersion> = files.policies.iter().flat_map(|(_, v)| v).collect();
    let is_recorded = |v: &FileVersion| before.iter().any(|r| is_same(r, &v.version));
    if versions.iter().all(|v| is_recorded(v)) {
        return Ok((new, drafts));
    }
    let mut writing = records.write().await?;
    for file in versions {
        match writing.record(&New::of(&file.version, now)).await? {
            Outcome::AlreadyThere => {}
            Outcome::New => {
                new.push(file.version.cite());
                warnings.extend(out_of_order(file, before).map(|d| (file.file, d)));
            }
            Outcome::Conflict { .. } => {
                warnings.push((file.file, changed(file)));
                drafts.push(file.version.clone());
            }
        }
    }
    writing.commit().await?;
    for (file, warning) in warnings {
        files.warn(file, warning);
    }
    Ok((new, drafts))
}

fn is_same(recorded: &Recorded, version: &Version) -> bool {
    recorded.name == version.policy.name
        && recorded.version == version.policy.version
        && recorded.hash == version.hash
}

/// A version that is published already with another text.
fn changed(file: &FileVersion) -> Diagnostic {
    let policy = &file.version.policy;
    Diagnostic::new(Code::VersionChanged)
        .with("version", &policy.version)
        .with("name", &policy.name)
        .at(file.places.span("policy.version"))
        .place("policy.version")
}

/// A new version that would take effect before one that is published already.
fn out_of_order(file: &FileVersion, before: &[Recorded]) -> Option<Diagnostic> {
    let policy = &file.version.policy;
    let later = before.iter().find(|r| r.name == policy.name && r.effective > policy.effective)?;
    let found = Diagnostic::new(Code::VersionOrder)
        .with("version", &policy.version)
        .with("date", policy.effective)
        .with("earlier", &later.version);
    Some(found.at(file.places.span("policy.effective")).place("policy.effective"))
}

/// The recorded versions of a policy; `None` if there are none.
fn history(policy: &SitePolicy, all: &[Recorded]) -> Result<Option<History>, Error> {
    let of_policy = all.iter().filter(|r| r.name == policy.name);
    let versions: Vec<Version> = of_policy.map(version).collect::<Result<_, _>>()?;
    Ok(History::new(versions))
}

/// A recorded text as a version. What was valid when it was recorded stays published, even if today's checks find more.
fn version(recorded: &Recorded) -> Result<Version, Error> {
    let reading: Reading<Policy> = source::read_policy(&recorded.source);
    let policy = reading.value.or(reading.draft);
    match policy.filter(|p| p.name == recorded.name && p.version == recorded.version) {
        Some(policy) => Ok(Version::new(policy, recorded.source.clone())),
        None => Err(Error::Unreadable {
            cite: abide_policy::version::cite(&recorded.name, &recorded.version),
        }),
    }
}

//! A folder in a bucket of S3: the objects below a prefix.
//!
//! Owns: reading and listing objects, and a commit that exchanges several of them as a whole. Leaves to others: requests and
//! their signatures (`wire`), old versions (`versions`) and what is in them (`old`), where credentials come from (`login`).
//!
//! How several objects change together (the requests are those of the Amazon S3 API, version 2006-03-01):
//! 1. The journal object is taken over with a conditional `PUT`: it names the uploads that are begun. Who finds it taken waits.
//! 2. The new content of each object goes into a multipart upload of its own key: nobody sees it there.
//! 3. If an object is no longer in the state in which it was read, the uploads are thrown away: a conflict.
//! 4. The journal is exchanged for one that is decided. From here on whoever comes finishes the commit.
//! 5. Each object is deleted, or its upload completed, if its `ETag` is still the old one; then all older versions of the
//!    key are deleted, and its delete markers.
//! 6. The journal is emptied. It stays as an object without steps, as a lock file does on a disk.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use globset::GlobMatcher;
use http::{HeaderMap, Method};
use object_store::path::Path;
use object_store::{GetOptions, ObjectMeta, ObjectStore};
use tokio::time::{Instant, timeout};

use self::wire::{Ask, PATIENCE, Wire};
use super::folder::{Fate, Opened, Stage, Step, is_name, is_ours};
use super::told::Tells;
use super::{Chosen, Inner};
use crate::{Can, Effort, Error, Remains};

mod journal;
mod list;
mod login;
mod old;
mod rights;
mod versions;
mod wire;

pub(super) use self::list::Listed;
pub(super) use self::old::ListedOld;
#[cfg(test)]
pub(super) use self::wire::connect;

/// How long a commit that was not decided may take before another one throws it away.
const LEASE: Duration = Duration::from_secs(3600);
/// The size of a part. There are at most 10,000 of them, so that an object may have 80 GB.
const PART: usize = 8 << 20;
const PARTS: usize = 10_000;
/// How many files are named at once.
const PORTION: usize = 512;
/// What an object keeps when its content is exchanged; beside them whatever begins with `x-amz-meta-`.
const KEPT: [&str; 9] = [
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
    "x-amz-server-side-encryption",
    "x-amz-server-side-encryption-aws-kms-key-id",
    "x-amz-storage-class",
    "x-amz-website-redirect-location",
];

/// A prefix in a bucket.
pub(super) struct Bucket {
    store: String,
    /// What keys begin with: nothing, or something that ends in `/`.
    prefix: String,
    objects: Arc<dyn ObjectStore>,
    wire: Wire,
    /// Whether the bucket keeps old versions, or has kept some.
    pub(super) versions: bool,
    pub(super) lease: Duration,
    /// The steps of a commit of ours that was begun and not ended, as when the line went down: nobody else will go on with it.
    left: Mutex<Vec<Step>>,
    /// What the account was told that it may, by the glob of a table, and when.
    asked: Mutex<BTreeMap<String, (Instant, Can)>>,
}

impl Tells for Bucket {
    fn store(&self) -> &str {
        &self.store
    }
}

impl Bucket {
    pub(super) async fn open(
        store: &str,
        address: &str,
        variable: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<Self, Error> {
        Self::over(store, address, variable, wire::connect()).await
    }

    /// Through a client, which in tests may fail on purpose.
    pub(super) async fn over(
        store: &str,
        address: &str,
        variable: &(dyn Fn(&str) -> Option<String> + Sync),
        client: Result<object_store::client::HttpClient, object_store::Error>,
    ) -> Result<Self, Error> {
        let cannot = |code: &str| Error::Open { store: store.to_owned(), code: code.to_owned() };
        let client = client.map_err(|_| cannot("no connection can be made"))?;
        let place = login::Place::read(address).ok_or_else(|| cannot("no address of a bucket"))?;
        let amazon = login::amazon(&place, variable, &client).map_err(|code| cannot(&code))?;
        let wire = Wire::new(store, &place, variable, client, amazon.credentials());
        let mut bucket = Self {
            store: store.to_owned(),
            prefix: place.prefix,
            objects: Arc::new(amazon),
            wire,
            versions: true,
            lease: LEASE,
            left: Mutex::default(),
            asked: Mutex::default(),
        };
        bucket.versions = bucket.has_versions().await.map_err(|error| match error {
            Error::Away { code, .. } | Error::Other { code, .. } => cannot(&code),
            other => other,
        })?;
        Ok(bucket)
    }

    fn asked(&self) -> MutexGuard<'_, BTreeMap<String, (Instant, Can)>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn key(&self, file: &str) -> String {
        format!("{}{file}", self.prefix)
    }

    /// The key for `object_store`: as it is, while its other ways of making one write some signs differently.
    fn path(&self, file: &str) -> Path {
        Path::parse(self.key(file)).unwrap_or_default()
    }

    /// Opens an object for reading: `None` if it is not there. Its bytes come as they are asked for.
    pub(super) async fn get(&self, file: &str) -> Result<Option<Opened>, Error> {
        self.get_version(file, None).await
    }

    /// The same of an old version, by its number.
    pub(super) async fn get_version(
        &self,
        file: &str,
        number: Option<&str>,
    ) -> Result<Option<Opened>, Error> {
        let options = GetOptions { version: number.map(str::to_owned), ..GetOptions::default() };
        let got = timeout(PATIENCE, self.objects.get_opts(&self.path(file), options)).await;
        let result = match got.map_err(|_| self.away("no answer"))? {
            Ok(result) => result,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(self.failed("read", &broken(&error))),
        };
        let (size, state) = (result.meta.size, result.meta.e_tag.clone().unwrap_or_default());
        let runtime = tokio::runtime::Handle::current();
        let stream = Streamed { stream: result.into_stream(), piece: Bytes::new(), runtime };
        Ok(Some(Opened { file: Box::new(stream), size, state }))
    }

    /// An object's size and state, without what is in it.
    pub(super) async fn facts(&self, file: &str) -> Result<Option<Opened>, Error> {
        let Some(headers) = self.head(file).await? else { return Ok(None) };
        let size = wire::text(&headers, "content-length").parse().unwrap_or_default();
        let state = wire::text(&headers, "etag").to_owned();
        Ok(Some(Opened { file: Box::new(io::empty()), size, state }))
    }

    async fn head(&self, file: &str) -> Result<Option<HeaderMap>, Error> {
        let key = self.key(file);
        let answer = self.wire.ask(Ask::new(Method::HEAD, &key)).await?;
        match answer.status.as_u16() {
            404 => Ok(None),
            _ => Ok(Some(answer.fine("read")?.headers)),
        }
    }

    pub(super) fn walk(&self, chosen: &Chosen) -> Walk {
        // What follows the last `/` of the fixed part is left to the glob.
        let within = self.key(&chosen.within);
        let within = Path::parse(within.trim_end_matches('/')).unwrap_or_default();
        Walk {
            store: self.store.clone(),
            prefix: self.prefix.clone(),
            glob: chosen.glob.clone(),
            objects: self.objects.list(Some(&within)).fuse().boxed(),
        }
    }

    /// Steps 1: begins a commit.
    pub(super) async fn begin(&self, fates: &[Fate<'_>]) -> Result<Stage, Error> {
        let before = self.idle().await?;
        let mut steps = Vec::new();
        for fate in fates {
            match self.first(fate).await {
                Ok(step) => steps.push(step),
                Err(error) => {
                    self.abort_all(&steps).await?;
                    return Err(error);
                }
            }
        }
        self.leaves(&steps);
        match self.take(&before, &steps, false).await {
            Ok(journal) => Ok(Stage { steps, journal }),
            Err(error) => {
                self.abort_all(&steps).await?;
                Err(error)
            }
        }
    }

    /// Remembers a commit that was begun, for the case that its end cannot be written.
    fn leaves(&self, steps: &[Step]) {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = steps.to_vec();
    }

    /// Whether a commit is one that was begun here before. One session writes at a time, so it is no longer on its way.
    fn has_left(&self, steps: &[Step]) -> bool {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) == steps
    }

    /// In which state an object is, and an upload, still empty, for its new content.
    async fn first(&self, fate: &Fate<'_>) -> Result<Step, Error> {
        let headers = self.head(fate.file).await?.ok_or_else(|| self.conflict())?;
        let was = wire::text(&headers, "etag").to_owned();
        let by = match fate.goes {
            true => None,
            false => Some(self.upload(fate.file, headers).await?),
        };
        Ok(Step { file: fate.file.to_owned(), was, by })
    }

    /// Begins an upload that keeps what is known of the object. Tells its number.
    async fn upload(&self, file: &str, mut headers: HeaderMap) -> Result<String, Error> {
        let is_kept = |name: &http::HeaderName| {
            KEPT.contains(&name.as_str()) || name.as_str().starts_with("x-amz-meta-")
        };
        // What is no UTF-8 cannot be signed.
        let is_text = |value: &http::HeaderValue| std::str::from_utf8(value.as_bytes()).is_ok();
        let other = headers.iter().filter(|(name, value)| !is_kept(name) || !is_text(value));
        let other: Vec<_> = other.map(|(name, _)| name.clone()).collect();
        for name in other {
            headers.remove(name);
        }
        let key = self.key(file);
        let ask = Ask { query: &[("uploads", "")], headers, ..Ask::new(Method::POST, &key) };
        let answer = self.wire.ask(ask).await?.fine("change")?;
        let number = versions::first(&answer.body, "UploadId");
        number.filter(|n| is_word(n)).ok_or_else(|| self.other("change", "no upload"))
    }

    pub(super) fn draft(self: &Arc<Self>, step: &Step) -> Draft {
        let (key, by) = (self.key(&step.file), step.by.clone().unwrap_or_default());
        Draft { bucket: Arc::clone(self), key, by, parts: Vec::new(), held: Vec::new() }
    }

    /// Step 4.
    pub(super) async fn decide(&self, stage: &mut Stage) -> Result<(), Error> {
        let before = self.journal().await?;
        if before.state != stage.journal {
            // It took too long, and somebody else has gone on.
            self.abort_all(&stage.steps).await?;
            return Err(self.conflict());
        }
        stage.journal = self.take(&before, &stage.steps, true).await?;
        Ok(())
    }

    /// Step 5 for one object.
    pub(super) async fn exchange(&self, step: &Step) -> Result<bool, Error> {
        let now = self.facts(&step.file).await?.map(|opened| opened.state);
        match (&step.by, now.as_ref() == Some(&step.was)) {
            (Some(by), true) => self.complete(step, by).await,
            // Done before, or changed by somebody else, whose work is not thrown away.
            (Some(by), false) => Ok(!self.abort(&step.file, by).await?),
            (None, true) => self.delete(step).await,
            (None, false) => Ok(now.is_none()),
        }
    }

    /// Puts an upload in the place of its object.
    async fn complete(&self, step: &Step, by: &str) -> Result<bool, Error> {
        let (number, parts) = by.split_once(' ').unwrap_or((by, ""));
        let part = |(at, tag): (usize, &str)| {
            format!("<Part><PartNumber>{}</PartNumber><ETag>\"{tag}\"</ETag></Part>", at + 1)
        };
        let parts: String = parts.split(' ').enumerate().map(part).collect();
        let body = format!("<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
        let key = self.key(&step.file);
        let ask = Ask {
            query: &[("uploadId", number)],
            headers: wire::headers(&[("if-match", &step.was)]),
            body: body.into_bytes(),
            ..Ask::new(Method::POST, &key)
        };
        let answer = self.wire.ask(ask).await?;
        match answer.status.as_u16() {
            // It is no more: it was completed before.
            _ if answer.is_gone() => Ok(true),
            409 | 412 => Ok(!self.abort(&step.file, by).await?),
            // The answer begins before the work is done, and may end with an error.
            200 if versions::first(&answer.body, "Code").is_some() => {
                Err(self.away("an upload was not completed"))
            }
            _ => answer.fine("change").map(|_| true),
        }
    }

    /// Deletes an object; where old versions are kept, a marker is left, which goes with them.
    async fn delete(&self, step: &Step) -> Result<bool, Error> {
        let key = self.key(&step.file);
        let headers = wire::headers(&[("if-match", &step.was)]);
        let answer = self.wire.ask(Ask { headers, ..Ask::new(Method::DELETE, &key) }).await?;
        match answer.status.as_u16() {
            404 => Ok(true),
            409 | 412 => Ok(self.head(&step.file).await?.is_none()),
            _ => answer.fine("delete").map(|_| true),
        }
    }

    /// Throws an upload away. Tells whether there was one.
    async fn abort(&self, file: &str, by: &str) -> Result<bool, Error> {
        let key = self.key(file);
        let number = by.split(' ').next().unwrap_or_default();
        let ask = Ask { query: &[("uploadId", number)], ..Ask::new(Method::DELETE, &key) };
        let answer = self.wire.ask(ask).await?;
        if answer.is_gone() { Ok(false) } else { answer.fine("change").map(|_| true) }
    }

    async fn abort_all(&self, steps: &[Step]) -> Result<(), Error> {
        for step in steps {
            if let Some(by) = &step.by {
                self.abort(&step.file, by).await?;
            }
        }
        Ok(())
    }

    /// What is left of step 5, and step 6.
    pub(super) async fn done(&self, stage: &Stage, exchanged: &[&Step]) -> Result<(), Error> {
        let mut before = self.journal().await?;
        for step in exchanged {
            let left = self.purge(&step.file).await? != Remains::Nothing;
            if left && !before.kept.contains(&step.file) {
                before.kept.push(step.file.clone());
            }
        }
        if before.state == stage.journal {
            self.take(&before, &[], false).await?;
        }
        self.leaves(&[]);
        Ok(())
    }

    /// Throws a commit away. What others may have left is theirs until it is too old.
    pub(super) async fn clear(&self, stage: Option<&Stage>) -> Result<(), Error> {
        let Some(stage) = stage else { return Ok(()) };
        self.abort_all(&stage.steps).await?;
        let before = self.journal().await?;
        if before.state == stage.journal {
            self.take(&before, &[], false).await?;
        }
        self.leaves(&[]);
        Ok(())
    }

    /// Whether this is an upload with its parts, as `Draft::finish` writes it.
    pub(super) fn may_wait(by: &str) -> bool {
        by.split(' ').all(is_word)
    }

    /// Tries again what could not be deleted; after a batch also looks for old versions of anything else.
    pub(super) async fn settle(&self, files: &Inner, effort: Effort) -> Result<Remains, Error> {
        let mut left = self.settle_kept(files).await?;
        if effort == Effort::Batch && left == Remains::Nothing && self.has_old(files).await? {
            left = Remains::Versions { until: None };
        }
        Ok(left)
    }

    async fn settle_kept(&self, files: &Inner) -> Result<Remains, Error> {
        let mut journal = self.journal().await?;
        if journal.kept.is_empty() {
            return Ok(Remains::Nothing);
        }
        if files.read_only || !journal.steps.is_empty() {
            return Ok(Remains::Versions { until: None });
        }
        let (mut remains, mut left) = (Remains::Nothing, Vec::new());
        for file in journal.kept.iter().filter(|file| files.kinds.iter().any(|k| k.has(file))) {
            let of_file = self.purge(file).await?;
            remains = remains.and(of_file);
            if of_file != Remains::Nothing {
                left.push(file.clone());
            }
        }
        if left != journal.kept {
            journal.kept = left;
            self.take(&journal, &[], false).await?;
        }
        Ok(remains)
    }
}

/// Numbers and `ETag`s that a server gives: what can stand in a journal and in an address.
fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'&'))
}

/// An error of `object_store`, by what can be done about it.
fn broken(error: &object_store::Error) -> io::Error {
    use object_store::Error::{Generic, PermissionDenied, Unauthenticated};
    io::Error::from(match error {
        PermissionDenied { .. } | Unauthenticated { .. } => io::ErrorKind::PermissionDenied,
        Generic { .. } => io::ErrorKind::ConnectionAborted,
        _ => io::ErrorKind::Other,
    })
}

/// The bytes of an object as they come. Whoever reads them waits on a thread of its own.
struct Streamed {
    stream: BoxStream<'static, Result<Bytes, object_store::Error>>,
    piece: Bytes,
    runtime: tokio::runtime::Handle,
}

impl Read for Streamed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            let next = self.runtime.block_on(async { timeout(PATIENCE, self.stream.next()).await });
            match next {
                Err(_) => return Err(io::ErrorKind::TimedOut.into()),
                Ok(None) => return Ok(0),
                Ok(Some(Err(error))) => return Err(broken(&error)),
                Ok(Some(Ok(piece))) => self.piece = piece,
            }
        }
        let count = self.piece.len().min(into.len());
        let piece = self.piece.split_to(count);
        into.iter_mut().zip(&piece).for_each(|(into, byte)| *into = *byte);
        Ok(count)
    }
}

/// New content on its way into an upload.
pub(super) struct Draft {
    bucket: Arc<Bucket>,
    key: String,
    by: String,
    parts: Vec<String>,
    held: Vec<u8>,
}

impl Draft {
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let mut rest = bytes;
        while self.held.len() + rest.len() >= PART {
            let (now, later) = rest.split_at_checked(PART - self.held.len()).unwrap_or((rest, &[]));
            self.held.extend_from_slice(now);
            rest = later;
            self.put().await?;
        }
        self.held.extend_from_slice(rest);
        Ok(())
    }

    async fn put(&mut self) -> Result<(), Error> {
        if self.parts.len() == PARTS {
            return Err(self.bucket.other("change", "a file of more than 80 GB"));
        }
        let number = (self.parts.len() + 1).to_string();
        let query = [("partNumber", number.as_str()), ("uploadId", self.by.as_str())];
        let body = std::mem::take(&mut self.held);
        let ask = Ask { query: &query, body, ..Ask::new(Method::PUT, &self.key) };
        let answer = self.bucket.wire.ask(ask).await?;
        if answer.is_gone() {
            // Somebody else took it for one that was left.
            return Err(self.bucket.conflict());
        }
        let answer = answer.fine("change")?;
        let tag = wire::text(&answer.headers, "etag").trim_matches('"');
        if !is_word(tag) {
            return Err(self.bucket.other("change", "no state of a part"));
        }
        self.parts.push(tag.to_owned());
        Ok(())
    }

    /// The number of the upload and the states of its parts.
    pub(super) async fn finish(mut self) -> Result<String, Error> {
        if !self.held.is_empty() || self.parts.is_empty() {
            self.put().await?;
        }
        Ok(format!("{} {}", self.by, self.parts.join(" ")))
    }
}

/// A walk through the objects below a prefix.
pub(super) struct Walk {
    store: String,
    prefix: String,
    glob: GlobMatcher,
    objects: BoxStream<'static, Result<ObjectMeta, object_store::Error>>,
}

impl Tells for Walk {
    fn store(&self) -> &str {
        &self.store
    }
}

impl Walk {
    pub(super) async fn next(mut self) -> Result<(Self, Vec<String>), Error> {
        let mut files = Vec::new();
        while files.len() < PORTION {
            let next = timeout(PATIENCE, self.objects.next()).await;
            let object = match next.map_err(|_| self.away("no answer"))? {
                None => break,
                Some(Ok(object)) => object,
                Some(Err(object_store::Error::InvalidPath { .. })) => {
                    return Err(
                        self.other("read", "a key that no file can have, such as one with `//`")
                    );
                }
                Some(Err(error)) => return Err(self.failed("read", &broken(&error))),
            };
            let Some(file) = object.location.as_ref().strip_prefix(&self.prefix) else { continue };
            if is_ours(file) || !self.glob.is_match(file) {
                continue;
            }
            if !is_name(file) {
                return Err(self.damaged(file, None, "a name that has signs that are refused"));
            }
            files.push(file.to_owned());
        }
        Ok((self, files))
    }
}

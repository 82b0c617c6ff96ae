//! What the account may do with the objects of a table, asked before it is tried and without changing anything.
//!
//! Owns: questions whose answer tells a right, and which of them can be asked where. S3 has none that was made for it, and policies of
//! the bucket say nothing of those of the account; so that is asked which fails in any case, and differs by why. Leaves to others:
//! what a plan does without a right.
//!
//! - Listing and reading are tried.
//! - Changing: a part is sent to an upload that does not exist. Who may not write is refused (403), anybody else is told that there is no
//!   such upload.
//! - Deleting: of a key that does not exist, where no versions are kept. Where they are, it would leave a mark: it cannot be asked.
//! - Deleting old versions: of that key, the version of another.
//!
//! No question that could change anything is about a key that exists: a server that understands one of them in another way cannot destroy anything. So policies
//! by tag are not seen, nor those for single keys: a right that is told may still be refused when it is tried.

use std::time::Duration;

use http::Method;
use tokio::time::Instant;

use super::Bucket;
use super::wire::Ask;
use crate::files::Chosen;
use crate::files::folder::is_name;
use crate::{Can, Error, May};

/// For how long an answer counts: many plans are made in a minute.
const FRESH: Duration = Duration::from_secs(30);
/// What a key has in its name that is asked about, and that nobody has.
const NOBODYS: &str = ".abide-asks-what-it-may";
/// An upload that does not exist.
const NO_UPLOAD: &str = "abide-asks-what-it-may";

/// The first key of a table.
enum First {
    Key(String),
    /// There is none.
    None,
    /// It may not be listed.
    Refused,
}

impl Bucket {
    /// What the account may do with the objects of a table, as far as that can be asked.
    pub(in crate::files) async fn may(&self, chosen: &Chosen) -> Result<Can, Error> {
        let glob = &chosen.kind.glob;
        let known = self.asked().get(glob).copied();
        if let Some((_, can)) = known.filter(|(at, _)| at.elapsed() < FRESH) {
            return Ok(can);
        }
        let can = self.ask_all(chosen).await?;
        self.asked().insert(glob.clone(), (Instant::now(), can));
        Ok(can)
    }

    async fn ask_all(&self, chosen: &Chosen) -> Result<Can, Error> {
        let unasked = May::Unasked;
        let nothing =
            Can { find: unasked, read: unasked, delete: unasked, change: unasked, old: unasked };
        let old = if self.versions { nothing.old } else { May::Yes };
        let nothing = Can { old, ..nothing };
        let key = match self.one_of(chosen).await? {
            First::Key(key) => key,
            First::None => return Ok(nothing),
            First::Refused => {
                return Ok(Can { find: May::Forbidden, read: May::Forbidden, ..nothing });
            }
        };
        let read = self.answered(Method::HEAD, &key, &[]).await?;
        let can = Can { find: May::Yes, read, ..nothing };
        let nobodys = beside(&key);
        let answer = self.wire.ask(Ask::new(Method::HEAD, &nobodys)).await?;
        if answer.status != 404 {
            return Ok(can);
        }
        let change = self.may_change(&nobodys).await?;
        let delete = match self.versions {
            true => unasked,
            false => self.answered(Method::DELETE, &nobodys, &[]).await?,
        };
        Ok(Can { change, delete, old: self.may_forget(&key, &nobodys).await?, ..can })
    }

    /// The first key of a table, within the first page of the list.
    async fn one_of(&self, chosen: &Chosen) -> Result<First, Error> {
        let within = self.key(&chosen.within);
        let query = [("list-type", "2"), ("prefix", within.as_str())];
        let answer = self.wire.ask(Ask { query: &query, ..Ask::new(Method::GET, "") }).await?;
        if matches!(answer.status.as_u16(), 401 | 403) {
            return Ok(First::Refused);
        }
        let read = super::list::read(&answer.fine("read")?.body);
        let keys = read.map(|(keys, _)| keys).unwrap_or_default();
        let is_of = |key: &&String| {
            let file = key.strip_prefix(&self.prefix).unwrap_or_default();
            is_name(file) && chosen.has(file)
        };
        Ok(keys.iter().find(is_of).map_or(First::None, |key| First::Key(key.clone())))
    }

    /// What an answer tells: a right is there if the request was not refused, and understood.
    async fn answered(
        &self,
        method: Method,
        key: &str,
        query: &[(&str, &str)],
    ) -> Result<May, Error> {
        let answer = self.wire.ask(Ask { query, ..Ask::new(method, key) }).await?;
        Ok(match answer.status.as_u16() {
            401 | 403 => May::Forbidden,
            200..=299 | 404 => May::Yes,
            _ => May::Unasked,
        })
    }

    async fn may_change(&self, nobodys: &str) -> Result<May, Error> {
        let query = [("partNumber", "1"), ("uploadId", NO_UPLOAD)];
        let answer = self.wire.ask(Ask { query: &query, ..Ask::new(Method::PUT, nobodys) }).await?;
        Ok(match answer.status.as_u16() {
            401 | 403 => May::Forbidden,
            _ if answer.is_gone() => May::Yes,
            // A server without uploads has made an object of it.
            200..=299 => {
                self.wire.ask(Ask::new(Method::DELETE, nobodys)).await?;
                May::Unasked
            }
            _ => May::Unasked,
        })
    }

    /// Whether old versions may be listed and deleted.
    async fn may_forget(&self, key: &str, nobodys: &str) -> Result<May, Error> {
        if !self.versions {
            return Ok(May::Yes);
        }
        let Some(page) = self.page(key, None).await? else { return Ok(May::Forbidden) };
        let Some(version) = page.versions.iter().find(|version| version.number != "null") else {
            return Ok(May::Unasked);
        };
        self.answered(Method::DELETE, nobodys, &[("versionId", &version.number)]).await
    }
}

/// A key beside one, that ends as it does.
fn beside(key: &str) -> String {
    let (folder, name) = key.rsplit_once('/').map_or(("", key), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{folder}{slash}{stem}{NOBODYS}.{ending}"),
        None => format!("{folder}{slash}{name}{NOBODYS}"),
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn what_is_asked_about_lies_beside_and_ends_alike() {
        for (key, expected) in [
            ("a/notes/b.jsonl", "a/notes/b.abide-asks-what-it-may.jsonl"),
            ("a.d/b", "a.d/b.abide-asks-what-it-may"),
            ("b.txt", "b.abide-asks-what-it-may.txt"),
        ] {
            assert_eq!(beside(key), expected);
        }
    }
}

//! Old versions and delete markers: copies of what was there, which go with it.

use bytes::Bytes;
use http::Method;
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::Bucket;
use super::wire::{Ask, text};
use crate::files::Inner;
use crate::files::folder::is_ours;
use crate::files::told::Tells as _;
use crate::{Error, Remains};

/// One version of an object, or a mark that it was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) key: String,
    pub(super) number: String,
    is_latest: bool,
    is_marker: bool,
}

impl Version {
    /// Whether it is what an object was before: of one that is hidden by a mark, each is.
    pub(super) const fn is_old(&self) -> bool {
        !self.is_latest && !self.is_marker
    }
}

/// A part of a list, newest versions first, and where the next one begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) versions: Vec<Version>,
    pub(super) next: Option<(String, String)>,
}

impl Bucket {
    /// Whether the bucket keeps versions, or has kept some. What may not be asked is taken to be so.
    pub(super) async fn has_versions(&self) -> Result<bool, Error> {
        let ask = Ask { query: &[("versioning", "")], ..Ask::new(Method::GET, "") };
        let answer = self.wire.ask(ask).await?;
        match answer.status.as_u16() {
            403 => Ok(true),
            501 => Ok(false),
            _ => Ok(first(&answer.fine("read")?.body, "Status").is_some()),
        }
    }

    /// Deletes all versions of a file but the one that is there, and the marks that it was deleted. Tells what may not be
    /// deleted: the account has no right to it, or versions are locked.
    pub(super) async fn purge(&self, file: &str) -> Result<Remains, Error> {
        let Some(mut versions) = self.versions_of(&self.key(file)).await? else {
            return Ok(Remains::Versions { until: None });
        };
        // The oldest goes first, a mark that hides what is below it last, and only if nothing is left there: not all servers
        // list marks where they stand.
        versions.reverse();
        versions.sort_by_key(|version| version.is_latest);
        let mut left = Remains::Nothing;
        for version in versions {
            if version.is_latest && !(version.is_marker && left == Remains::Nothing) {
                continue;
            }
            let query = [("versionId", version.number.as_str())];
            let ask = Ask { query: &query, ..Ask::new(Method::DELETE, &version.key) };
            let answer = self.wire.ask(ask).await?;
            match answer.status.as_u16() {
                401 | 403 => {
                    let until = self.locked_until(&version).await?;
                    left = left.and(Remains::Versions { until });
                }
                404 => {}
                _ => drop(answer.fine("delete")?),
            }
        }
        Ok(left)
    }

    /// What of old versions of a file there is, which nobody is to delete from here.
    pub(super) async fn remains_of(&self, file: &str) -> Result<Remains, Error> {
        let Some(versions) = self.versions_of(&self.key(file)).await? else {
            return Ok(Remains::Versions { until: None });
        };
        let mut left = Remains::Nothing;
        for version in versions.iter().filter(|version| version.is_old()) {
            let until = self.locked_until(version).await?;
            left = left.and(Remains::Versions { until });
        }
        Ok(left)
    }

    /// The day on which the lock of a version has ended. Nothing is known of a legal hold, nor where there is no lock, or this
    /// account may not see it.
    async fn locked_until(&self, version: &Version) -> Result<Option<Date>, Error> {
        let query = [("versionId", version.number.as_str())];
        let ask = Ask { query: &query, ..Ask::new(Method::HEAD, &version.key) };
        let headers = self.wire.ask(ask).await?.headers;
        if text(&headers, "x-amz-object-lock-legal-hold") == "ON" {
            return Ok(None);
        }
        Ok(day_after(text(&headers, "x-amz-object-lock-retain-until-date")))
    }

    /// The versions of one key, newest first; `None` if the account may not know them.
    async fn versions_of(&self, key: &str) -> Result<Option<Vec<Version>>, Error> {
        let (mut versions, mut from) = (Vec::new(), None);
        loop {
            let Some(page) = self.page(key, from.as_ref()).await? else { return Ok(None) };
            // Keys that only begin like this one come after it.
            let more = page.versions.last().is_none_or(|last| last.key == key);
            versions.extend(page.versions.into_iter().filter(|version| version.key == key));
            from = page.next.filter(|_| more);
            if from.is_none() {
                return Ok(Some(versions));
            }
        }
    }

    /// Whether any file of this store has an old version.
    pub(super) async fn has_old(&self, files: &Inner) -> Result<bool, Error> {
        let mut from = None;
        loop {
            let Some(page) = self.page(&self.prefix, from.as_ref()).await? else { return Ok(true) };
            let is_old = |version: &Version| {
                let file = version.key.strip_prefix(&self.prefix).unwrap_or_default();
                let is_file = !is_ours(file) && files.kinds.iter().any(|kind| kind.has(file));
                is_file && (!version.is_latest || version.is_marker)
            };
            if page.versions.iter().any(is_old) {
                return Ok(true);
            }
            from = page.next;
            if from.is_none() {
                return Ok(false);
            }
        }
    }

    /// A part of the list of what begins with something; `None` if the account may not know it.
    pub(super) async fn page(
        &self,
        prefix: &str,
        from: Option<&(String, String)>,
    ) -> Result<Option<Page>, Error> {
        let mut query = vec![("versions", ""), ("prefix", prefix)];
        if let Some((key, number)) = from {
            query.push(("key-marker", key));
            if !number.is_empty() {
                query.push(("version-id-marker", number));
            }
        }
        let answer = self.wire.ask(Ask { query: &query, ..Ask::new(Method::GET, "") }).await?;
        match answer.status.as_u16() {
            401 | 403 => Ok(None),
            // A server that knows no versions.
            501 => Ok(Some(Page::default())),
            _ => {
                let page = read(&answer.fine("read")?.body);
                page.map(Some).ok_or_else(|| self.other("read", "a list of versions"))
            }
        }
    }
}

/// The first day that is wholly after a moment (ISO 8601), in UTC.
fn day_after(moment: &str) -> Option<Date> {
    let moment: Timestamp = moment.parse().ok()?;
    let day = moment.checked_add(SignedDuration::from_secs(24 * 3600 - 1)).ok()?;
    Some(Offset::UTC.to_datetime(day).date())
}

/// Reads `ListVersionsResult`; `None` if it is none, or is cut off.
fn read(body: &Bytes) -> Option<Page> {
    let (mut page, mut next) = (Page::default(), (String::new(), String::new()));
    let (mut one, mut is_cut, mut ended) = (Version::default(), false, false);
    walk(body, |path, text| match (path, text) {
        (["ListVersionsResult"], None) => ended = true,
        ([_, "Version" | "DeleteMarker"], None) => {
            one.is_marker = path.last() == Some(&"DeleteMarker");
            page.versions.push(std::mem::take(&mut one));
        }
        ([_, "Version" | "DeleteMarker", name], Some(text)) => match *name {
            "Key" => one.key.push_str(text),
            "VersionId" => one.number.push_str(text),
            "IsLatest" => one.is_latest = text == "true",
            _ => {}
        },
        ([_, "IsTruncated"], Some(text)) => is_cut = text == "true",
        ([_, "NextKeyMarker"], Some(text)) => next.0.push_str(text),
        ([_, "NextVersionIdMarker"], Some(text)) => next.1.push_str(text),
        _ => {}
    })?;
    page.next = is_cut.then_some(next);
    ended.then_some(page)
}

/// The text of the first element of a name.
pub(super) fn first(body: &Bytes, name: &str) -> Option<String> {
    let (mut found, mut ended) = (String::new(), false);
    walk(body, |path, text| match text {
        _ if ended || path.last() != Some(&name) => {}
        Some(text) => found.push_str(text),
        None => ended = true,
    })?;
    ended.then_some(found)
}

/// Goes through a document: each text with the names above it, and each element's end. `None` if it is no XML.
pub(super) fn walk(body: &Bytes, mut each: impl FnMut(&[&str], Option<&str>)) -> Option<()> {
    let mut reader = Reader::from_str(std::str::from_utf8(body).ok()?);
    reader.config_mut().expand_empty_elements = true;
    let mut path: Vec<String> = Vec::new();
    loop {
        let event = reader.read_event().ok()?;
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        match event {
            Event::Start(start) => {
                path.push(start.local_name().as_ref().to_owned());
            }
            Event::End(_) => {
                each(&names, None);
                path.pop();
            }
            Event::Text(text) => each(&names, Some(&text)),
            Event::GeneralRef(named) => each(&names, Some(&sign(&named)?)),
            Event::CData(text) => each(&names, Some(&text)),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// A sign that is written by its name or number.
fn sign(named: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(sign) = named.resolve_char_ref().ok()? {
        return Some(sign.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(named).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_has_ended_on_the_first_day_without_it() {
        for (moment, day) in [
            ("2027-03-01T00:00:00Z", Some("2027-03-01")),
            ("2027-03-01T00:00:01.000Z", Some("2027-03-02")),
            ("2027-12-31T23:59:59+00:00", Some("2028-01-01")),
            ("2027-03-01", None),
            ("", None),
        ] {
            assert_eq!(day_after(moment).map(|day| day.to_string()).as_deref(), day, "{moment}");
        }
    }

    #[test]
    fn a_list_of_versions_is_read() {
        let body = "<?xml version=\"1.0\"?><ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
            <Name>b</Name><NextKeyMarker>a&amp;&#233;</NextKeyMarker><NextVersionIdMarker>v1</NextVersionIdMarker>\
            <IsTruncated>true</IsTruncated>\
            <DeleteMarker><Key>a&amp;b</Key><VersionId>v2</VersionId><IsLatest>true</IsLatest></DeleteMarker>\
            <Version><Key>a&amp;b</Key><VersionId>v1</VersionId><IsLatest>false</IsLatest><Owner><ID>7</ID></Owner></Version>\
            </ListVersionsResult>";
        let version = |number: &str, is_latest| Version {
            key: "a&b".into(),
            number: number.into(),
            is_latest,
            is_marker: is_latest,
        };
        let page = Page {
            versions: vec![version("v2", true), version("v1", false)],
            next: Some(("a&\u{e9}".into(), "v1".into())),
        };
        assert_eq!(read(&Bytes::from(body)), Some(page));
        for cut in ["", "<a>", "<a/>", body.split_at(body.len() - 30).0] {
            assert_eq!(read(&Bytes::from(cut.to_owned())), None, "{cut}");
        }
        let error = "<Error><Code>NoSuchKey</Code><Code>x</Code></Error>";
        assert_eq!(first(&Bytes::from(error), "Code").as_deref(), Some("NoSuchKey"));
        assert_eq!(first(&Bytes::from("no xml"), "Code"), None);
    }
}

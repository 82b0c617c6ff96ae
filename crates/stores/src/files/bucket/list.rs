//! Everything that is in a bucket below the prefix, whatever its keys are.
//!
//! Owns: the list of objects (`ListObjectsV2`) with keys as they are. Leaves to others: files of a kind, of which a key that no file
//! can have is an error (`Walk`).

use bytes::Bytes;
use http::Method;

use super::Bucket;
use super::versions::walk;
use super::wire::Ask;
use crate::files::beside::Entry;
use crate::files::folder::{is_name, is_ours};
use crate::files::told::Tells as _;
use crate::{Error, Unread};

/// How far a list was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::files) struct Listed {
    /// Where it goes on.
    next: Option<String>,
    ended: bool,
}

impl Bucket {
    /// The next objects; none at the end.
    pub(in crate::files) async fn list(&self, listed: &mut Listed) -> Result<Vec<Entry>, Error> {
        while !listed.ended {
            let mut query = vec![("list-type", "2"), ("prefix", self.prefix.as_str())];
            if let Some(next) = &listed.next {
                query.push(("continuation-token", next));
            }
            let answer = self.wire.ask(Ask { query: &query, ..Ask::new(Method::GET, "") }).await?;
            let read = read(&answer.fine("read")?.body);
            let (keys, next) = read.ok_or_else(|| self.other("read", "a list of objects"))?;
            *listed = Listed { ended: next.is_none(), next };
            let found: Vec<Entry> = keys.iter().filter_map(|key| self.entry(key)).collect();
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    pub(super) fn entry(&self, key: &str) -> Option<Entry> {
        let file = key.strip_prefix(&self.prefix)?;
        // What consoles write for a folder, in which there is nothing.
        if file.is_empty() || is_ours(file) || file.ends_with('/') && !file.ends_with("//") {
            return None;
        }
        let why = (!is_name(file)).then_some(Unread::Name);
        Some(Entry { file: file.to_owned(), version: None, why })
    }
}

/// Reads `ListBucketResult`: keys, and where the list goes on. `None` if it is none, or is cut off.
pub(super) fn read(body: &Bytes) -> Option<(Vec<String>, Option<String>)> {
    let (mut keys, mut key, mut next) = (Vec::new(), String::new(), String::new());
    let (mut is_cut, mut ended) = (false, false);
    walk(body, |path, text| match (path, text) {
        (["ListBucketResult"], None) => ended = true,
        ([_, "Contents"], None) => keys.push(std::mem::take(&mut key)),
        ([_, "Contents", "Key"], Some(text)) => key.push_str(text),
        ([_, "IsTruncated"], Some(text)) => is_cut = text == "true",
        ([_, "NextContinuationToken"], Some(text)) => next.push_str(text),
        _ => {}
    })?;
    ended.then_some((keys, is_cut.then_some(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_objects_is_read() {
        let body = "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
            <Name>b</Name><KeyCount>2</KeyCount><IsTruncated>true</IsTruncated>\
            <NextContinuationToken>t&amp;1</NextContinuationToken>\
            <Contents><Key>a&amp;b.txt</Key><Size>3</Size></Contents><Contents><Key>c//d</Key></Contents></ListBucketResult>";
        let keys = vec!["a&b.txt".to_owned(), "c//d".to_owned()];
        assert_eq!(read(&Bytes::from(body)), Some((keys, Some("t&1".to_owned()))));
        for cut in ["", "<a/>", body.split_at(body.len() - 30).0] {
            assert_eq!(read(&Bytes::from(cut.to_owned())), None, "{cut}");
        }
    }
}

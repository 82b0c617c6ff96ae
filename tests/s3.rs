//! A server that speaks S3, of a test's own: `moto`, on a free port of this machine, gone with the test.
//!
//! The requests that are made here are none of the program's: they say what is really there.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::postgres::free_port;

/// The server, but for two things: where versioning is suspended, S3 deletes the version that is named, and moto 5.2 all; and
/// S3 tells that an upload is no more, where moto breaks off.
const SERVER: &str = "
import moto.s3.models as models
from moto.s3.exceptions import NoSuchUpload
from moto.server import main
S3 = models.S3Backend
delete, upload, complete = S3.delete_object, S3.upload_part, S3.complete_multipart_upload
def delete_object(self, bucket_name, key_name, version_id=None, bypass=False):
    bucket = self.get_bucket(bucket_name)
    status = bucket.versioning_status
    if status == 'Suspended' and version_id:
        bucket.versioning_status = 'Enabled'
    try:
        return delete(self, bucket_name, key_name, version_id, bypass)
    finally:
        bucket.versioning_status = status
def known(self, bucket_name, number):
    if number not in self.get_bucket(bucket_name).multiparts:
        raise NoSuchUpload(upload_id=number)
def upload_part(self, bucket_name, number, *rest):
    known(self, bucket_name, number)
    return upload(self, bucket_name, number, *rest)
def complete_multipart_upload(self, bucket_name, number, *rest):
    known(self, bucket_name, number)
    return complete(self, bucket_name, number, *rest)
S3.delete_object, S3.upload_part, S3.complete_multipart_upload = delete_object, upload_part, complete_multipart_upload
main()
";

/// A running server. It ends when this value goes, or the test's process does.
#[derive(Debug)]
pub struct S3 {
    server: Child,
    port: u16,
}

/// What was answered: the status and the body.
pub type Answer = (u16, Vec<u8>);

impl S3 {
    /// Starts a server; `None` (said loudly on standard error) where `moto` is not installed: the caller then skips.
    ///
    /// # Panics
    /// If it is installed and does not start.
    #[must_use]
    pub fn start() -> Option<Self> {
        let python = crate::python("moto")?;
        let port = free_port();
        let server = Command::new("setpriv")
            .args(["--pdeathsig", "KILL", &python, "-c", SERVER, "-H", "127.0.0.1", "-p"])
            .arg(port.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("moto runs");
        let running = Self { server, port };
        for _ in 0..1200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(running);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("moto does not answer on port {port} (pip install 'moto[server]')");
    }

    /// The server's address.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Makes a request of a path with its query, such as `/bucket/key?versions`.
    ///
    /// # Panics
    /// If nothing comes back.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let (head, body) = self.exchange(method, path, headers, body);
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), body)
    }

    /// The same, with the whole head of the answer.
    ///
    /// # Panics
    /// If nothing comes back.
    #[must_use]
    pub fn exchange(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> (String, Vec<u8>) {
        let mut line = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let headers: String = headers.iter().map(|(k, v)| format!("{k}: {v}\r\n")).collect();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\
             Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n",
            self.port,
            body.len()
        );
        line.write_all(head.as_bytes()).and_then(|()| line.write_all(body)).expect("a request");
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("headers");
        let body = answer.split_off(end + 4);
        (String::from_utf8_lossy(&answer).into_owned(), body)
    }

    /// Makes a request that must succeed.
    ///
    /// # Panics
    /// If it does not.
    pub fn must(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
        let (status, answer) = self.ask(method, path, headers, body);
        assert!(
            (200..300).contains(&status),
            "{method} {path}: {status} {}",
            String::from_utf8_lossy(&answer)
        );
        answer
    }

    /// Makes a bucket; `versioning` is nothing, `Enabled` or `Suspended`.
    pub fn bucket(&self, name: &str, versioning: &str) {
        let lock = [("x-amz-bucket-object-lock-enabled", "true")];
        let locks = versioning == "Locked";
        let _ = self.must("PUT", &format!("/{name}"), if locks { &lock } else { &[] }, b"");
        if !versioning.is_empty() && !locks {
            self.versioning(name, versioning);
        }
    }

    /// Changes whether a bucket keeps versions.
    pub fn versioning(&self, bucket: &str, status: &str) {
        let body =
            format!("<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>");
        let _ = self.must("PUT", &format!("/{bucket}?versioning"), &[], body.as_bytes());
    }

    /// The uploads that wait below a prefix: whether something was uploaded, for each.
    #[must_use]
    pub fn uploads(&self, bucket: &str, prefix: &str) -> Vec<bool> {
        let query = format!("/{bucket}?uploads&prefix={}", escaped(prefix));
        let answer = String::from_utf8_lossy(&self.must("GET", &query, &[], b"")).into_owned();
        let has_parts = |entry: &str| {
            let (key, number) = (text(entry, "Key")?, text(entry, "UploadId")?);
            let path = format!("/{bucket}/{}?uploadId={number}", escaped(&key));
            let parts = self.must("GET", &path, &[], b"");
            Some(String::from_utf8_lossy(&parts).contains("<Part>"))
        };
        answer.split("<Upload>").skip(1).filter_map(has_parts).collect()
    }

    /// The versions and delete markers below a prefix, newest first within a key: key, number, whether it is a marker.
    #[must_use]
    pub fn versions(&self, bucket: &str, prefix: &str) -> Vec<(String, String, bool)> {
        let query = format!("/{bucket}?versions&prefix={}", escaped(prefix));
        let answer = String::from_utf8_lossy(&self.must("GET", &query, &[], b"")).into_owned();
        let entry = |(is_marker, entry): (bool, &str)| {
            Some((text(entry, "Key")?, text(entry, "VersionId")?, is_marker))
        };
        let versions = answer.split("<Version>").skip(1).map(|entry| (false, entry));
        let markers = answer.split("<DeleteMarker>").skip(1).map(|entry| (true, entry));
        versions.chain(markers).filter_map(entry).collect()
    }
}

fn text(entry: &str, name: &str) -> Option<String> {
    let (_, rest) = entry.split_once(&format!("<{name}>"))?;
    Some(rest.split_once("</")?.0.to_owned())
}

/// Writes what an address cannot hold.
#[must_use]
pub fn escaped(key: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    key.bytes().map(byte).collect()
}

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

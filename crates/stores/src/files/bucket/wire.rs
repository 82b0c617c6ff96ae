//! Requests to S3 that `object_store` does not make, with its client, its credentials and its signature (AWS Signature
//! Version 4).

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use md5::{Digest as _, Md5};
use object_store::aws::{AwsAuthorizer, AwsCredentialProvider};
use object_store::client::{
    ClientOptions, HttpClient, HttpConnector, HttpRequest, HttpRequestBody, HttpResponseBody,
    ReqwestConnector,
};
use tokio::time::timeout;

use super::login::Place;
use super::versions::first;
use crate::Error;
use crate::files::told::Tells;

/// How long a server may say nothing.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);
/// How often a request is made that a server could not take, and how long the first pause is.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_millis(100);
/// The most that an answer may have: lists have a thousand entries.
const LONGEST: usize = 16 << 20;

/// The way to one bucket.
pub(super) struct Wire {
    store: String,
    client: HttpClient,
    credentials: AwsCredentialProvider,
    region: String,
    /// The address of the bucket.
    base: String,
}

/// A request.
pub(super) struct Ask<'a> {
    pub(super) method: Method,
    /// Of which object; the bucket if empty.
    pub(super) key: &'a str,
    pub(super) query: &'a [(&'a str, &'a str)],
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl<'a> Ask<'a> {
    pub(super) fn new(method: Method, key: &'a str) -> Self {
        Self { method, key, query: &[], headers: HeaderMap::new(), body: Vec::new() }
    }
}

/// What was answered.
pub(super) struct Answer {
    store: String,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Tells for Answer {
    fn store(&self) -> &str {
        &self.store
    }
}

impl Answer {
    /// Whether what was asked about is not there, or no more.
    pub(super) fn is_gone(&self) -> bool {
        let of_upload = || first(&self.body, "Code").is_some_and(|code| code == "NoSuchUpload");
        self.status == StatusCode::NOT_FOUND || self.status.is_client_error() && of_upload()
    }

    /// The answer, if it is no error.
    pub(super) fn fine(self, doing: &'static str) -> Result<Self, Error> {
        let code = first(&self.body, "Code");
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let code = code.unwrap_or_else(|| format!("status {}", self.status.as_u16()));
        match self.status.as_u16() {
            200..=299 => Ok(self),
            401 | 403 => Err(Error::Forbidden { store: self.store, doing }),
            409 | 412 => Err(self.conflict()),
            429 | 500.. => Err(self.away(&code)),
            _ => Err(self.other(doing, &code)),
        }
    }
}

/// A client for all requests. It has no limit of time for the whole of an object: whoever waits has one for each piece.
pub(in crate::files) fn connect() -> Result<HttpClient, object_store::Error> {
    let options = ClientOptions::new().with_timeout_disabled().with_allow_http(true);
    ReqwestConnector::default().connect(&options)
}

/// A client that exists already.
#[derive(Debug)]
pub(super) struct Same(pub(super) HttpClient);

impl HttpConnector for Same {
    fn connect(&self, _: &ClientOptions) -> Result<HttpClient, object_store::Error> {
        Ok(self.0.clone())
    }
}

impl Tells for Wire {
    fn store(&self) -> &str {
        &self.store
    }
}

impl Wire {
    pub(super) fn new(
        store: &str,
        place: &Place,
        variable: &dyn Fn(&str) -> Option<String>,
        client: HttpClient,
        credentials: &AwsCredentialProvider,
    ) -> Self {
        let region = super::login::region(variable);
        let endpoint = super::login::endpoint(variable);
        let endpoint = endpoint.unwrap_or_else(|| format!("https://s3.{region}.amazonaws.com"));
        let base = format!("{}/{}", endpoint.trim_end_matches('/'), place.bucket);
        let credentials = AwsCredentialProvider::clone(credentials);
        Self { store: store.to_owned(), client, credentials, region, base }
    }

    /// Asks, and again if the server could not take it or nothing came back: all our requests may be made twice.
    pub(super) async fn ask(&self, ask: Ask<'_>) -> Result<Answer, Error> {
        let body = Bytes::from(ask.body);
        let uri = self.uri(ask.key, ask.query);
        let mut pause = PAUSE;
        for _ in 1..TRIES {
            match self.once(&ask.method, &uri, &ask.headers, body.clone()).await {
                Ok(answer) if answer.status != 429 && answer.status.as_u16() < 500 => {
                    return Ok(answer);
                }
                Ok(answer) if answer.status == 501 => return Ok(answer),
                Err(error) if !error.is_temporary() => return Err(error),
                _ => {}
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
        self.once(&ask.method, &uri, &ask.headers, body).await
    }

    async fn once(
        &self,
        method: &Method,
        uri: &str,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Answer, Error> {
        let mut request = HttpRequest::new(HttpRequestBody::from(body.clone()));
        *request.method_mut() = method.clone();
        *request.uri_mut() = uri.parse().map_err(|_| self.other("read", "an address"))?;
        *request.headers_mut() = headers.clone();
        if method == Method::PUT {
            // Buckets that lock what comes ask for it (RFC 1864).
            let sum = data_encoding::BASE64.encode(&Md5::digest(&body));
            request.headers_mut().extend(self::headers(&[("content-md5", &sum)]));
        }
        let credential = self.credentials.get_credential().await;
        let credential = credential.map_err(|_| self.away("no credentials"))?;
        AwsAuthorizer::new(&credential, "s3", &self.region).authorize(&mut request, None);
        let answer = timeout(PATIENCE, self.client.execute(request)).await;
        let answer = answer.map_err(|_| self.away("no answer"))?;
        let answer = answer.map_err(|_| self.away("no connection"))?;
        let (parts, body) = answer.into_parts();
        let (store, body) = (self.store.clone(), self.whole(body).await?);
        Ok(Answer { store, status: parts.status, headers: parts.headers, body })
    }

    /// A body, within limits.
    async fn whole(&self, body: HttpResponseBody) -> Result<Bytes, Error> {
        let (mut pieces, mut bytes) = (body.bytes_stream(), BytesMut::new());
        while let Some(piece) =
            timeout(PATIENCE, pieces.next()).await.map_err(|_| self.away("no answer"))?
        {
            bytes.extend_from_slice(&piece.map_err(|_| self.away("no connection"))?);
            if bytes.len() > LONGEST {
                return Err(self.other("read", "an answer that is too long"));
            }
        }
        Ok(bytes.freeze())
    }

    fn uri(&self, key: &str, query: &[(&str, &str)]) -> String {
        let pairs = query.iter().map(|(name, value)| format!("{name}={}", escaped(value, false)));
        let pairs: Vec<String> = pairs.collect();
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        let slash = if key.is_empty() { "" } else { "/" };
        format!("{}{slash}{}{query}", self.base, escaped(key, true))
    }
}

/// Writes what an address cannot hold as its bytes (RFC 3986, section 2.1), as the signature wants it.
fn escaped(text: &str, is_key: bool) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        b'/' if is_key => "/".to_owned(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// Headers that are there.
pub(super) fn headers(of: &[(&'static str, &str)]) -> HeaderMap {
    let one = |(name, value): &(&'static str, &str)| {
        Some((http::HeaderName::from_static(name), HeaderValue::from_str(value).ok()?))
    };
    of.iter().filter_map(one).collect()
}

/// The text of a header; nothing if there is none.
pub(super) fn text<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn keys_are_written_as_the_signature_wants_them() {
        for (key, written) in [
            ("a/b-c_d.~e", "a/b-c_d.~e"),
            ("50% [a]+#\u{e9} ?&=", "50%25%20%5Ba%5D%2B%23%C3%A9%20%3F%26%3D"),
        ] {
            assert_eq!(escaped(key, true), written);
        }
        assert_eq!(escaped("a/b", false), "a%2Fb");
    }
}

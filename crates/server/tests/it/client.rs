//! A client that sends bytes and reads answers, and hides nothing.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection.
pub(crate) struct Client {
    stream: TcpStream,
    /// What was received beyond the last answer.
    rest: Vec<u8>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        Self { stream: TcpStream::connect(address).await.unwrap(), rest: Vec::new() }
    }

    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        // A server that has already refused may have closed; its answer can still be read.
        let _ = self.stream.write_all(bytes.as_ref()).await;
    }

    /// Reads until the server closes; `None` if it does not within the time.
    pub(crate) async fn closed_within(&mut self, time: Duration) -> Option<Vec<u8>> {
        let mut all = std::mem::take(&mut self.rest);
        let read = self.stream.read_to_end(&mut all);
        match tokio::time::timeout(time, read).await {
            Ok(_) => Some(all),
            Err(_) => None,
        }
    }

    async fn more(&mut self) -> bool {
        let mut buffer = [0; 16 * 1024];
        let read = tokio::time::timeout(Duration::from_secs(20), self.stream.read(&mut buffer));
        let n = read.await.expect("an answer in time").unwrap_or_default();
        self.rest.extend(buffer.iter().take(n));
        n > 0
    }

    /// The next answer; `None` if the connection ends before it.
    pub(crate) async fn answer(&mut self, has_body: bool) -> Option<Answer> {
        let head = loop {
            if let Some(at) = self.rest.windows(4).position(|w| w == b"\r\n\r\n") {
                break self.rest.drain(..at + 4).collect::<Vec<u8>>();
            }
            if !self.more().await {
                return None;
            }
        };
        let head = String::from_utf8(head).unwrap();
        let mut lines = head.trim_end().split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .map(|l| l.split_once(':').unwrap())
            .map(|(n, v)| (n.to_ascii_lowercase(), v.trim().to_owned()))
            .collect();
        let mut answer = Answer { status, headers, body: Vec::new() };
        if has_body && answer.get("transfer-encoding") == Some("chunked") {
            answer.body = self.chunks().await;
        } else if has_body {
            let length = answer.get("content-length").map_or(0, |v| v.parse().unwrap());
            answer.body = self.take(length).await;
        }
        Some(answer)
    }

    async fn take(&mut self, n: usize) -> Vec<u8> {
        while self.rest.len() < n && self.more().await {}
        self.rest.drain(..n.min(self.rest.len())).collect()
    }

    async fn chunks(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            while !self.rest.windows(2).any(|w| w == b"\r\n") && self.more().await {}
            let at = self.rest.windows(2).position(|w| w == b"\r\n").unwrap();
            let line = String::from_utf8(self.rest.drain(..at + 2).collect()).unwrap();
            let n = usize::from_str_radix(line.trim(), 16).unwrap();
            let chunk = self.take(n + 2).await;
            if n == 0 {
                return all;
            }
            all.extend(chunk.iter().take(n));
        }
    }
}

impl Answer {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// One request on a connection of its own.
pub(crate) async fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let mut client = Client::connect(address).await;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: www.example.com\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if !body.is_empty() {
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    client.send(format!("{head}Connection: close\r\n\r\n{body}")).await;
    let has_body = method != "HEAD";
    client.answer(has_body).await.expect("an answer")
}

/// `GET`.
pub(crate) async fn get(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Answer {
    request(address, "GET", path, headers, "").await
}

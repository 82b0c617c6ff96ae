//! The way to a server, on which things go wrong.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use abide_tests::s3::S3;

/// A line to the server that may be cut: after so many pieces of requests, until it is mended. On it an account may be refused
/// everything but reading.
pub(super) struct Line {
    port: u16,
    pub(super) way: Arc<Way>,
}

pub(super) struct Way {
    left: AtomicI64,
    down: AtomicBool,
    pub(super) only_reads: AtomicBool,
}

const DENIED: &str = "HTTP/1.1 403 Forbidden\r\nContent-Length: 44\r\nConnection: close\r\n\r\n\
    <Error><Code>AccessDenied</Code></Error>    ";

impl Way {
    /// What becomes of a piece of a request: it may be cut off, or answered at once.
    fn of(&self, piece: &[u8]) -> Option<Option<&'static str>> {
        let cut = self.left.fetch_sub(1, Ordering::SeqCst) <= 0;
        if self.down.fetch_or(cut, Ordering::SeqCst) || cut {
            return Some(None);
        }
        let writes = ["PUT ", "POST ", "DELETE "].iter().any(|m| piece.starts_with(m.as_bytes()));
        (writes && self.only_reads.load(Ordering::SeqCst)).then_some(Some(DENIED))
    }
}

impl Line {
    pub(super) fn to(server: &S3) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let way = Arc::new(Way {
            left: AtomicI64::new(i64::MAX),
            down: AtomicBool::new(false),
            only_reads: AtomicBool::new(false),
        });
        let target = server.endpoint().rsplit_once(':').unwrap().1.parse::<u16>().unwrap();
        let line = Self { port, way: Arc::clone(&way) };
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                if way.down.load(Ordering::SeqCst) {
                    continue;
                }
                let Ok(far) = TcpStream::connect(("127.0.0.1", target)) else { continue };
                let way = Arc::clone(&way);
                let back = (far.try_clone().unwrap(), near.try_clone().unwrap());
                std::thread::spawn(move || carry(near, far, |piece| way.of(piece)));
                std::thread::spawn(move || carry(back.0, back.1, |_| None));
            }
        });
        line
    }

    pub(super) fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(super) fn cut_after(&self, pieces: i64) {
        self.way.left.store(pieces, Ordering::SeqCst);
    }

    /// Tells whether it was cut.
    pub(super) fn mend(&self) -> bool {
        self.way.left.store(i64::MAX, Ordering::SeqCst);
        self.way.down.swap(false, Ordering::SeqCst)
    }
}

/// Carries bytes from one end to the other, until one of them goes, or something else becomes of a piece.
fn carry(
    mut from: TcpStream,
    mut to: TcpStream,
    way: impl Fn(&[u8]) -> Option<Option<&'static str>>,
) {
    let mut bytes = [0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if let Some(answer) = way(&bytes[..count]) {
            let _ = from.write_all(answer.unwrap_or_default().as_bytes());
            break;
        }
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

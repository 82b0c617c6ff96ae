//! What every database must do; no test here names one. A backend is done when [`run`] passes on it.

use std::pin::Pin;

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind};
use abide_records::requests::{NewRequest, Request, Saved};
use abide_records::{Digest, Document, Records, Writing};
use jiff::civil::date;

mod duties;
mod holds;
mod many;
mod own;
mod people;
mod plans;
mod queue;
mod requests;
mod safety;
mod versions;

/// Where records are: empty at first, and later what earlier openings committed.
pub(crate) trait Place {
    /// Opens them.
    fn open(&self) -> Pin<Box<dyn Future<Output = Records> + Send + '_>>;
    /// Runs statements as another program does; what went wrong, if it did.
    fn stranger<'a>(
        &'a self,
        sql: &'static str,
    ) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>>;
}

/// Runs each behaviour on a new place of its own.
pub(crate) async fn run<P: Place>(new_place: impl Fn() -> P) {
    versions::run(&new_place).await;
    requests::run(&new_place).await;
    queue::run(&new_place).await;
    plans::run(&new_place).await;
    duties::run(&new_place).await;
    people::run(&new_place).await;
    holds::run(&new_place).await;
    own::run(&new_place).await;
    many::run(&new_place).await;
    safety::run(&new_place).await;
}

pub(crate) const NOW: i64 = 1_790_000_000;

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

pub(crate) fn json(text: &str) -> Document {
    Document::new(text.to_owned()).unwrap()
}

pub(crate) fn digest(byte: u8) -> Digest {
    Digest([byte; 32])
}

/// A request for erasure, due on a day of January 2027.
pub(crate) fn new_request(name: &str, due: i8) -> NewRequest {
    NewRequest {
        id: id(name),
        kind: RequestKind::Erasure,
        jurisdiction: "SK".parse().unwrap(),
        language: Lang::Sk,
        policy: "site@2".to_owned(),
        subject: json(r#"{"email":"jana@example.com","name":"Jana Nováková 🦊"}"#),
        received: date(2026, 11, 26),
        due: date(2027, 1, due),
    }
}

pub(crate) async fn add(records: &Records, name: &str, due: i8) -> Request {
    let mut writing = records.write().await.unwrap();
    assert_eq!(writing.add_request(&new_request(name, due), NOW).await, Ok(Saved::Done));
    writing.commit().await.unwrap();
    get(records, name).await
}

pub(crate) async fn get(records: &Records, name: &str) -> Request {
    records.request(&id(name)).await.unwrap().unwrap()
}

/// One transaction: begins, does it, commits.
pub(crate) async fn write<T>(records: &Records, what: impl AsyncFnOnce(&mut Writing) -> T) -> T {
    let mut writing = records.write().await.unwrap();
    let result = what(&mut writing).await;
    writing.commit().await.unwrap();
    result
}

/// Runs futures at the same time on one task.
pub(crate) async fn join_all<T>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut running: Vec<_> = futures.map(|f| (Box::pin(f), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, done) in running.iter_mut().filter(|(_, done)| done.is_none()) {
            if let std::task::Poll::Ready(value) = future.as_mut().poll(cx) {
                *done = Some(value);
            }
        }
        let waiting = running.iter().any(|(_, done)| done.is_none());
        if waiting { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    running.into_iter().filter_map(|(_, done)| done).collect()
}

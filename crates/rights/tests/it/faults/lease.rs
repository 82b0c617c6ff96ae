//! Two workers on one request, because one slept longer than its lease.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use abide_policy::vocab::{RequestState, Set};
use abide_records::Records;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{LATER, ONE, Town, close, desk, pass};
use crate::world::Base;

async fn calls() -> Calls {
    Calls::of(async || Town::sqlite(ONE, false).await).await
}

/// At which calls the other comes: every few, unless the environment asks for all.
fn every(calls: &Calls) -> BTreeSet<usize> {
    let all = calls.every(0, if std::env::var_os("ABIDE_FAULTS").is_some() { 1 } else { 15 });
    assert!(all.len() > 18, "{all:?}");
    all
}

/// Runs something to its end on a thread of its own, from within a call.
fn meanwhile<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let run = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(future)
    };
    std::thread::spawn(run).join().unwrap()
}

/// Another worker takes the request over and goes on as far as it comes: what the one who sleeps holds, it waits for in vain.
#[tokio::test]
async fn another_works_meanwhile() {
    for at in every(&calls().await) {
        let town = Town::sqlite(ONE, false).await;
        let places = (town.base.place(), town.records.clone(), town.archive().to_owned());
        let happens = move || {
            let (store, records, archive) = places.clone();
            meanwhile(async move {
                let desk = desk(&Base::There(store.into()), &records, &archive, None).await;
                let passed = pass(&desk, "second", 3 * LATER);
                let _ = tokio::time::timeout(Duration::from_millis(400), passed).await;
                let _ = tokio::time::timeout(Duration::from_millis(200), close(desk)).await;
            });
        };
        let fuse = Fuse::new(at, When::Before, Fault::Happens(Box::new(happens)));
        let first = town.desk(Some(&fuse)).await;
        let _ = pass(&first, "first", LATER).await;
        close(first).await;
        assert!(fuse.is_blown(), "call {at} was not made");
        town.finish(6 * LATER, &format!("somebody else works at call {at}")).await;
    }
}

/// The lease is taken before the step was noted: then the one who had it saves nothing.
#[tokio::test]
async fn whoever_lost_the_lease_saves_nothing() {
    let (mut taken, calls) = (0, calls().await);
    // From the approval on each call counts.
    let all = &every(&calls) | &calls.decided(10);
    for at in all {
        let town = Town::sqlite(ONE, false).await;
        let untouched = Arc::new(AtomicBool::new(false));
        let (records, saw) = (town.records.clone(), Arc::clone(&untouched));
        let happens = move || {
            let taken = meanwhile(takes(records.clone()));
            saw.store(taken, Ordering::SeqCst);
        };
        let fuse = Fuse::new(at, When::Before, Fault::Happens(Box::new(happens)));
        let first = town.desk(Some(&fuse)).await;
        let _ = pass(&first, "first", LATER).await;
        close(first).await;
        assert!(fuse.is_blown(), "call {at} was not made");
        if untouched.load(Ordering::SeqCst) {
            taken += 1;
            assert!(town.is_untouched().await, "the lease was lost at call {at}");
        }
        town.finish(6 * LATER, &format!("the lease was lost at call {at}")).await;
    }
    assert!(taken > 4, "the lease was lost in time {taken} times");
}

/// Takes the request, and tells whether no step of it was noted yet.
async fn takes(place: String) -> bool {
    let records = Records::open(place).await.unwrap();
    let taking = async {
        let mut writing = records.write().await.ok()?;
        let running = Set::of(&[RequestState::Running]);
        let request = writing.claim("second", 3 * LATER, 600, running).await.ok()??;
        writing.commit().await.ok()?;
        let plan = records.newest_plan(&request.id).await.ok()??;
        Some(records.steps(&request.id, plan.seq).await.ok()?.is_empty())
    };
    let taken = tokio::time::timeout(Duration::from_millis(300), taking).await;
    let _ = tokio::time::timeout(Duration::from_millis(200), records.close()).await;
    taken.ok().flatten().unwrap_or(false)
}

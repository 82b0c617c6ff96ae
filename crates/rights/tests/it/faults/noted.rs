//! A step is noted, and whoever noted it dies before the store saves it; until somebody comes back to it, another's erasure has
//! changed rows that both share. Nothing of that step was done, and so nothing of it is counted, not even as "nobody knows".

use std::ops::RangeInclusive;

use abide_policy::vocab::{RequestState, Set};
use abide_records::requests::plans::StepState;
use abide_rights::desk::Desk;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{LATER, PAIR, Town, close, pass};

async fn pair() -> Town {
    Town::sqlite(PAIR, false).await
}

/// How many steps of plans of the first of them are noted, and how many of them are not called done.
async fn steps(desk: &Desk, plans: RangeInclusive<u32>) -> (usize, usize) {
    let (mut all, mut open) = (0, 0);
    for plan in plans {
        let steps = desk.records.steps(&PAIR[0].id(), plan).await.unwrap();
        all += steps.len();
        open += steps.iter().filter(|step| step.state == StepState::Running).count();
    }
    (all, open)
}

/// Somebody takes what is being carried out, and does nothing with it.
async fn take(desk: &Desk, now: i64) {
    let mut writing = desk.records.write().await.unwrap();
    let running = Set::of(&[RequestState::Running]);
    let taken = writing.claim("third", now, 600, running).await.unwrap();
    writing.commit().await.unwrap();
    assert!(taken.is_some());
}

/// A town in which the first worker died at a call.
async fn died(at: usize, when: When) -> Town {
    let town = pair().await;
    let fuse = Fuse::new(at, when, Fault::Dead);
    let first = town.desk(Some(&fuse)).await;
    let _ = pass(&first, "first", LATER).await;
    close(first).await;
    town
}

/// The first even call before which a step is noted: the call before it, or the one before that, noted it.
async fn first_noted(most: usize) -> usize {
    let (mut none, mut some) = (0, most / 2);
    while some - none > 1 {
        let half = usize::midpoint(none, some);
        let town = died(half * 2, When::Before).await;
        let desk = town.desk(None).await;
        *(if steps(&desk, 1..=1).await.0 > 0 { &mut some } else { &mut none }) = half;
        close(desk).await;
    }
    some * 2
}

#[tokio::test]
async fn of_a_step_that_was_not_saved_nothing_is_counted() {
    let at = first_noted(Calls::of(pair).await.like(0)).await;
    let mut overtaken = 0;
    for (at, when) in [(at - 2, When::After), (at, When::Before), (at, When::After)] {
        let town = died(at, when).await;
        let second = town.desk(None).await;
        if steps(&second, 1..=1).await.1 > 0 {
            // While somebody has the one that was begun, the other is brought to its end.
            take(&second, 3 * LATER).await;
            let _ = pass(&second, "second", 3 * LATER).await;
            let _ = pass(&second, "second", 5 * LATER).await;
            let plans = second.records.newest_plan(&PAIR[0].id()).await.unwrap().unwrap().seq;
            // Another plan took the place of that of which the step was noted.
            overtaken += steps(&second, 1..=plans - 1).await.1;
        }
        close(second).await;
        town.finish(6 * LATER, &format!("the first dies at call {at}, {when:?}")).await;
    }
    assert!(overtaken > 0, "no step was overtaken between its note and its end");
}

//! Work done by several threads, with results in the order of the work.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

/// Does each piece of work on one of `threads` threads and hands the results on in order. Each thread has a state of its own,
/// such as memory that is reused.
///
/// `produce` gives the work until it is done or told to stop (`false`); at most a few pieces wait at a time, so memory is
/// bounded by the size of a piece. `take` returns whether it wants more.
pub(crate) fn in_order<W: Send, R: Send, S>(
    threads: usize,
    produce: impl FnOnce(&mut dyn FnMut(W) -> bool) + Send,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, W) -> R + Sync,
    mut take: impl FnMut(R) -> bool,
) {
    std::thread::scope(|scope| {
        let (give, todo) = sync_channel::<(u64, W)>(threads * 2);
        let (finish, done) = sync_channel::<(u64, R)>(threads * 2);
        let todo = Arc::new(Mutex::new(todo));
        scope.spawn(move || {
            let mut number = 0;
            produce(&mut |piece| {
                number += 1;
                give.send((number - 1, piece)).is_ok()
            });
        });
        for _ in 0..threads {
            let (todo, finish, state, work) = (todo.clone(), finish.clone(), &state, &work);
            scope.spawn(move || {
                let mut state = state();
                while let Some((number, piece)) = next(&todo) {
                    if finish.send((number, work(&mut state, piece))).is_err() {
                        break;
                    }
                }
            });
        }
        // Whoever still holds these ends would be waited for.
        drop((todo, finish));
        deliver(&done, &mut take);
    });
}

fn next<T>(todo: &Mutex<Receiver<T>>) -> Option<T> {
    todo.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

fn deliver<R>(done: &Receiver<(u64, R)>, take: &mut impl FnMut(R) -> bool) {
    let mut early = BTreeMap::new();
    let mut due = 0;
    while let Ok((number, result)) = done.recv() {
        early.insert(number, result);
        while let Some(result) = early.remove(&due) {
            due += 1;
            if !take(result) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_work_stops_when_told() {
        let mut seen = Vec::new();
        let produce = |give: &mut dyn FnMut(u64) -> bool| {
            for n in 0..1000 {
                if !give(n) {
                    return;
                }
            }
        };
        in_order(
            4,
            produce,
            || 2,
            |factor, n| n * *factor,
            |n| {
                seen.push(n);
                n < 400
            },
        );
        assert_eq!(seen, (0..=200).map(|n| n * 2).collect::<Vec<_>>());
    }
}

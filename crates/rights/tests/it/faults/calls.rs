//! How many calls a worker makes when nothing fails, and so at which calls something is to fail: every so many-th, and the last ones,
//! whatever becomes of the program.

use std::collections::BTreeSet;

use super::fuse::{Fault, Fuse, When};
use super::town::{LATER, Town, close, go_on, plan};

/// The calls of a whole run: of a worker that does not sweep, and of one that does, as even and odd calls at which something fails
/// have it.
pub(crate) struct Calls {
    /// All.
    made: [usize; 2],
    /// Those before people decide.
    planned: [usize; 2],
}

impl Calls {
    /// Counts them, each in a town of its own.
    #[expect(clippy::print_stdout, reason = "how many calls there are is asked for")]
    pub(crate) async fn of(town: impl AsyncFn() -> Town) -> Self {
        let (mut made, mut planned) = ([0; 2], [0; 2]);
        let each = made.iter_mut().zip(&mut planned);
        // Far beyond the last call: nothing happens there.
        for ((made, planned), never) in each.zip([usize::MAX - 1, usize::MAX]) {
            let fuse = Fuse::new(never, When::Before, Fault::Once);
            let town = town().await;
            let desk = town.desk(Some(&fuse)).await;
            plan(&desk, "first", LATER).await.unwrap();
            *planned = fuse.made();
            go_on(&desk, "first", LATER).await.unwrap();
            close(desk).await;
            town.finish(LATER, "nothing fails").await;
            *made = fuse.made();
        }
        let [short, long] = made;
        println!("{short} calls, {long} with a sweep");
        assert!(50 < short && short < long, "calls {short}, with a sweep {long}");
        Self { made, planned }
    }

    /// So many a run has whose fault is at a call.
    pub(crate) fn like(&self, at: usize) -> usize {
        self.made[at % 2]
    }

    /// Every so many-th call from one on, and the last two of each kind of run. Of an odd number: else one kind is left out.
    pub(crate) fn every(&self, first: usize, step: usize) -> BTreeSet<usize> {
        assert!(step % 2 == 1, "each so many-th call of both kinds: {step}");
        let most = self.made[0].max(self.made[1]);
        let all = (first..most).step_by(step).filter(|at| *at < self.like(*at));
        let last = self.made.iter().zip(0..).map(|(made, kind)| made - 1 - (made - 1 + kind) % 2);
        all.chain(last.flat_map(|at| [at - 2, at])).collect()
    }

    /// About so many calls of each kind that come after people decided, evenly.
    pub(crate) fn decided(&self, count: usize) -> BTreeSet<usize> {
        let each = [0, 1].into_iter().flat_map(|kind| {
            let (first, end) = (self.planned[kind], self.made[kind]);
            let step = ((end - first) / count).next_multiple_of(2).max(2);
            ((first + (first + kind) % 2)..end).step_by(step)
        });
        each.collect()
    }
}

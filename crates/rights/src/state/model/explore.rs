//! Going through a small world in every order in which things can happen in it.
//!
//! Owns: finding every world that is reached, and from which of them no end is reached. Leaves to others: what a world is, what
//! happens in it, and what must hold there.

use std::collections::HashMap;
use std::hash::Hash;

/// Worlds that follow one, each with whether it takes a mishap, which need not happen; or what does not hold in one of them.
pub(super) type Edges<W> = Result<Vec<(W, bool)>, &'static str>;

/// Every world that is reached, with the numbers of the worlds from which it is reached without a mishap.
pub(super) struct Explored<W> {
    pub(super) worlds: Vec<W>,
    from: Vec<Vec<u32>>,
}

/// Goes from a world to all that follow.
pub(super) fn explore<W: Copy + Eq + Hash>(
    start: W,
    edges: impl Fn(&W) -> Edges<W>,
) -> Result<Explored<W>, &'static str> {
    let mut known = HashMap::from([(start, 0_u32)]);
    let mut worlds = vec![start];
    let mut from: Vec<Vec<u32>> = vec![Vec::new()];
    let mut next = 0;
    while next < worlds.len() {
        for (world, mishap) in edges(&worlds[next])? {
            let at = *known.entry(world).or_insert_with(|| {
                worlds.push(world);
                from.push(Vec::new());
                worlds.len() as u32 - 1
            });
            if !mishap {
                from[at as usize].push(next as u32);
            }
        }
        next += 1;
    }
    Ok(Explored { worlds, from })
}

impl<W> Explored<W> {
    /// A world in which something is still open, and from which no end is reached unless something more goes wrong.
    pub(super) fn stuck(
        &self,
        is_end: impl Fn(&W) -> bool,
        is_open: impl Fn(&W) -> bool,
    ) -> Option<&W> {
        let mut ends = vec![false; self.worlds.len()];
        let all = 0..self.worlds.len() as u32;
        let mut open: Vec<u32> = all.filter(|at| is_end(&self.worlds[*at as usize])).collect();
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut ends[at as usize], true) {
                open.extend(&self.from[at as usize]);
            }
        }
        let mut worlds = self.worlds.iter().zip(ends);
        worlds.find(|(world, ends)| is_open(world) && !ends).map(|(world, _)| world)
    }
}

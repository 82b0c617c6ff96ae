//! The search for the levels that lose least.
//!
//! What can be left out without looking, and why that is right:
//!
//! - A node loses at least its [`Loss::bound`], that of the node without a row left out. Nodes whose bound is not below
//!   the best loss so far need no look. This says nothing of a node's neighbours: with suppression a coarser node may lose
//!   less than a finer one, so a node is never skipped because another was worse.
//! - Rows that fail a monotone condition at a node are left out at every finer node too, where their groups are no larger:
//!   that adds to the bound of those nodes ([`Loss::bound_with`]).
//! - Rows that fail a monotone condition (see [`Model::is_monotone`](super::Model::is_monotone)) at a node fail it at every
//!   finer node too. Where they are more than may be left out, every finer node is out as well.
//!
//! Among what is left, the search looks at coarse nodes first, since each that is out takes all finer ones with it, and
//! climbs from one that is far out to coarser ones that are out as well. Classes
//! are joined one attribute after another, those with most values first, and every step is kept: nodes that start with the
//! same levels share their way.

use std::rc::Rc;

use super::grouping::{Classes, Grouping, Node};
use super::kept::Kept;
use super::keys::{Key, Packed, Slots};
use super::loss::Loss;
use super::privacy::Privacy;
use super::tuples::Tuples;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// The table.
    pub tuples: &'a Tuples,
    /// What every class must fulfil.
    pub privacy: Privacy,
    /// How many rows may be left out at most.
    pub most_suppressed: u64,
    /// How many nodes are looked at most, before the best so far is taken.
    pub budget: usize,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The level of each attribute.
    pub node: Node,
    /// The loss, from 0 to 1.
    pub loss: f64,
    /// Rows left out.
    pub suppressed: u64,
    /// Classes that remain.
    pub classes: usize,
    /// No node loses less than this; equal to the loss where the optimum is proved.
    pub bound: f64,
    /// How many nodes were looked at.
    pub looked_at: usize,
    /// How many nodes there are.
    pub nodes: usize,
}

impl Solution {
    /// Whether no node loses less.
    #[must_use]
    pub fn is_optimal(&self) -> bool {
        self.bound >= self.loss
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSolution {
    /// Even with everything generalized to the top, too many rows stand out.
    #[error(
        "no generalization fulfils the conditions within the limit of suppressed rows: raise the limit, or ask for less"
    )]
    Unfulfillable,
    /// More nodes than can be listed.
    #[error(
        "the attributes have more than {MOST_NODES} combinations of levels: leave some out, or give them fewer levels"
    )]
    Large,
}

/// The most nodes that a lattice may have.
pub const MOST_NODES: usize = 1 << 24;

/// How far a node must be from what is asked, for coarser ones to be tried: so many times the rows that may be left out.
const FAR: (u64, u64) = (3, 2);
/// How many nodes' rows that are left out are remembered.
const MOST_LEFT_OUT: usize = 1024;

/// Finds the node that loses least.
///
/// # Errors
/// If no node fulfils the conditions, or the lattice is too large.
pub fn search(task: &Task<'_>) -> Result<Solution, NoSolution> {
    match task.tuples.keys() {
        Packed::Narrow(keys) => Search::new(task, keys)?.run(),
        Packed::Wide(keys) => Search::new(task, keys)?.run(),
    }
}

/// The classes of a table at a node.
pub(super) fn classes_at(tuples: &Tuples, privacy: &Privacy, node: &Node) -> Classes {
    match tuples.keys() {
        Packed::Narrow(keys) => {
            grouped(tuples, privacy, keys, node).classes(node.clone(), Packed::Narrow)
        }
        Packed::Wide(keys) => {
            grouped(tuples, privacy, keys, node).classes(node.clone(), Packed::Wide)
        }
    }
}

/// How many rows each class of the table as it is has.
pub(super) fn sizes(tuples: &Tuples) -> Vec<u32> {
    let mut slots = Slots::default();
    match tuples.keys() {
        Packed::Narrow(keys) => Grouping::of(tuples, keys, false, &mut slots).into_rows(),
        Packed::Wide(keys) => Grouping::of(tuples, keys, false, &mut slots).into_rows(),
    }
}

fn grouped<K: Key>(tuples: &Tuples, privacy: &Privacy, keys: &[K], node: &Node) -> Grouping<K> {
    let mut slots = Slots::default();
    let base = Grouping::of(tuples, keys, privacy.wants_sensitive(), &mut slots);
    let bottom = Node(vec![0; node.0.len()].into());
    if *node == bottom { base } else { base.coarser(tuples, &bottom, node, &mut slots) }
}

struct Search<'a, K> {
    task: &'a Task<'a>,
    loss: Loss,
    heights: Vec<u8>,
    /// Nodes by number: their bound, and whether they are still to be looked at.
    bounds: Vec<f64>,
    open: Vec<bool>,
    /// The attributes, those with most values first.
    order: Vec<usize>,
    kept: Kept<K>,
    slots: Slots,
    left_out: Vec<LeftOut>,
    best: Option<Solution>,
    looked_at: usize,
}

/// Rows that a node and every finer one leave out.
struct LeftOut {
    node: Node,
    rows: u64,
    /// By attribute: what they lose more by that, at this node.
    more: Vec<u64>,
}

impl<'a, K: Key> Search<'a, K> {
    fn new(task: &'a Task<'a>, keys: &[K]) -> Result<Self, NoSolution> {
        let attributes = task.tuples.attributes();
        let heights: Vec<u8> = attributes.iter().map(|a| a.hierarchy.height() as u8).collect();
        let count = heights.iter().try_fold(1usize, |n, h| n.checked_mul(usize::from(*h)));
        let count = count.filter(|n| *n <= MOST_NODES).ok_or(NoSolution::Large)?;
        let loss = Loss::new(task.tuples);
        let mut slots = Slots::default();
        let base = Grouping::of(task.tuples, keys, task.privacy.wants_sensitive(), &mut slots);
        let mut order: Vec<usize> = (0..heights.len()).collect();
        let leaves = |a: &usize| attributes.get(*a).map_or(0, |a| a.hierarchy.leaves());
        order.sort_by_key(|a| std::cmp::Reverse(leaves(a)));
        let bounds = (0..count).map(|n| loss.bound(&node(&heights, n))).collect();
        Ok(Self {
            task,
            loss,
            bounds,
            open: vec![true; count],
            kept: Kept::new(Node(vec![0; heights.len()].into()), base),
            order,
            heights,
            slots,
            left_out: Vec::new(),
            best: None,
            looked_at: 0,
        })
    }

    fn run(mut self) -> Result<Solution, NoSolution> {
        self.descend();
        let mut order: Vec<usize> =
            (0..self.bounds.len()).filter(|n| self.bound(*n) < self.best_loss()).collect();
        // Coarse first: the largest bound below the best loss.
        order.sort_by(|a, b| self.bound(*b).total_cmp(&self.bound(*a)).then(b.cmp(a)));
        let mut bound = f64::INFINITY;
        for number in order {
            if !self.is_open(number) || self.known_bound(number) >= self.best_loss() {
                continue;
            }
            if self.is_spent() {
                bound = bound.min(self.known_bound(number));
                continue;
            }
            self.climb(number);
        }
        let looked_at = self.looked_at;
        let nodes = self.bounds.len();
        let best = self.best.ok_or(NoSolution::Unfulfillable)?;
        Ok(Solution { bound: bound.min(best.loss), looked_at, nodes, ..best })
    }

    /// From the top down to a good node, so that the bounds of many others are above it.
    fn descend(&mut self) {
        let mut levels: Vec<u8> = self.heights.iter().map(|h| h - 1).collect();
        self.look(number(&self.heights, &levels));
        loop {
            let mut step = None;
            for attribute in 0..levels.len() {
                let Some(finer) = finer(&levels, attribute) else { continue };
                let number = number(&self.heights, &finer);
                let before = self.best_loss();
                if self.is_open(number) && !self.is_spent() {
                    self.look(number);
                }
                if self.best_loss() < before {
                    step = Some(finer);
                }
            }
            match step {
                Some(finer) => levels = finer,
                None => return,
            }
        }
    }

    /// Looks at a node, and while that is far from what is asked, at coarser ones: one that fails too takes more with it.
    fn climb(&mut self, number: usize) {
        let mut levels = node(&self.heights, number).0;
        let mut hopeless = self.look(number);
        while hopeless > self.task.most_suppressed.saturating_mul(FAR.0) / FAR.1 {
            let Some((coarser, rows)) = self.coarser_that_fails(&levels) else { return };
            (levels, hopeless) = (coarser, rows);
        }
    }

    fn coarser_that_fails(&mut self, levels: &[u8]) -> Option<(Box<[u8]>, u64)> {
        for place in (0..self.order.len()).rev() {
            let attribute = self.order.get(place).copied().unwrap_or(0);
            let Some(coarser) = coarser(levels, &self.heights, attribute) else { continue };
            let number = number(&self.heights, &coarser);
            // One that is closed has been looked at and does not fail: else this one would have been closed with it.
            if self.is_open(number) && !self.is_spent() {
                let hopeless = self.look(number);
                if hopeless > self.task.most_suppressed {
                    return Some((coarser, hopeless));
                }
            }
        }
        None
    }

    fn bound(&self, number: usize) -> f64 {
        self.bounds.get(number).copied().unwrap_or(f64::INFINITY)
    }
    fn is_open(&self, number: usize) -> bool {
        self.open.get(number).copied().unwrap_or(false)
    }
    fn is_spent(&self) -> bool {
        self.looked_at >= self.task.budget
    }
    fn best_loss(&self) -> f64 {
        self.best.as_ref().map_or(f64::INFINITY, |b| b.loss)
    }

    /// The bound of a node, with what is known of rows that it leaves out.
    fn known_bound(&self, number: usize) -> f64 {
        let bound = self.bound(number);
        if bound >= self.best_loss() {
            return bound;
        }
        let node = node(&self.heights, number);
        let above = self.left_out.iter().filter(|l| node.is_below(&l.node));
        above.map(|l| self.loss.bound_with(&node, l.rows, &l.more)).fold(bound, f64::max)
    }

    /// Looks at a node: groups, counts, and closes what follows from it. The rows that every finer node leaves out too.
    fn look(&mut self, number: usize) -> u64 {
        self.looked_at += 1;
        let node = node(&self.heights, number);
        let grouping = self.group(&node);
        if let Some(open) = self.open.get_mut(number) {
            *open = false;
        }
        let privacy = &self.task.privacy;
        let hopeless = |rows, sensitive: &[u32]| !privacy.monotone_part_holds(rows, sensitive);
        let rows = grouping.rows_where(hopeless);
        if rows > self.task.most_suppressed {
            self.close_below(&node);
            return rows;
        }
        let left_out = grouping.classes_where(|rows, sensitive| !privacy.holds(rows, sensitive));
        self.improve(&node, &grouping, &left_out);
        if rows > 0 && self.left_out.len() < MOST_LEFT_OUT {
            let more = self.more(&node, &grouping.classes_where(hopeless));
            self.left_out.push(LeftOut { node, rows, more });
        }
        rows
    }

    /// The classes at a node: those of the finer node with the fewest, joined attribute by attribute.
    fn group(&mut self, node: &Node) -> Rc<Grouping<K>> {
        let (mut from, mut grouping) = self.kept.nearest(node);
        for attribute in self.order.clone() {
            let level = node.level(attribute);
            if from.level(attribute) == level {
                continue;
            }
            let mut to = from.clone();
            if let Some(mine) = to.0.get_mut(attribute) {
                *mine = level as u8;
            }
            let joined = grouping.coarser(self.task.tuples, &from, &to, &mut self.slots);
            grouping = Rc::new(joined);
            self.kept.add(to.clone(), grouping.clone());
            from = to;
        }
        grouping
    }

    /// What classes lose more by being left out, for each attribute.
    fn more(&self, node: &Node, left_out: &[(K, u32)]) -> Vec<u64> {
        let attributes = self.task.tuples.attributes().iter().enumerate();
        let more = attributes.map(|(number, attribute)| {
            let (field, level) = (self.task.tuples.field(number), node.level(number));
            let values = attribute.hierarchy.leaves() as u64;
            let each = left_out.iter().map(|(key, rows)| {
                let size = u64::from(attribute.size(key.value(field), level));
                (values - size.min(values)) * u64::from(*rows)
            });
            each.sum()
        });
        more.collect()
    }

    fn improve(&mut self, node: &Node, grouping: &Grouping<K>, left_out: &[(K, u32)]) {
        let suppressed = left_out.iter().map(|(_, rows)| u64::from(*rows)).sum();
        if suppressed > self.task.most_suppressed {
            return;
        }
        let loss = self.loss.of(node, &self.more(node, left_out));
        if loss < self.best_loss() {
            self.best = Some(Solution {
                node: node.clone(),
                loss,
                suppressed,
                classes: grouping.len() - left_out.len(),
                bound: 0.0,
                looked_at: 0,
                nodes: 0,
            });
        }
    }

    /// Every finer node leaves out too much as well.
    fn close_below(&mut self, node: &Node) {
        let mut levels = vec![0u8; self.heights.len()];
        loop {
            if let Some(open) = self.open.get_mut(number(&self.heights, &levels)) {
                *open = false;
            }
            // Counts through all combinations of levels up to the node's.
            let mut done = true;
            for (level, most) in levels.iter_mut().zip(&node.0) {
                if *level < *most {
                    *level += 1;
                    done = false;
                    break;
                }
                *level = 0;
            }
            if done {
                return;
            }
        }
    }
}

/// The levels of the node with a number: digits of a number with a base for each attribute.
fn node(heights: &[u8], number: usize) -> Node {
    let mut rest = number;
    let digit = |height: &u8| {
        let height = usize::from(*height).max(1);
        let level = rest % height;
        rest /= height;
        level as u8
    };
    Node(heights.iter().map(digit).collect())
}

fn number(heights: &[u8], levels: &[u8]) -> usize {
    let digits = heights.iter().zip(levels).rev();
    digits.fold(0, |n, (height, level)| n * usize::from(*height) + usize::from(*level))
}

/// One level finer in one attribute.
fn finer(levels: &[u8], attribute: usize) -> Option<Vec<u8>> {
    let mut finer = levels.to_vec();
    let level = finer.get_mut(attribute)?;
    *level = level.checked_sub(1)?;
    Some(finer)
}

/// One level coarser in one attribute.
fn coarser(levels: &[u8], heights: &[u8], attribute: usize) -> Option<Box<[u8]>> {
    let mut coarser: Box<[u8]> = levels.into();
    let level = coarser.get_mut(attribute)?;
    *level = level.checked_add(1).filter(|l| Some(l) < heights.get(attribute).as_ref().copied())?;
    Some(coarser)
}

//! The search for the levels that lose least.
//!
//! What can be left out without looking, and why that is right:
//!
//! - A node loses at least its [`Loss::bound`], that of the node without a row left out. Nodes whose bound is not below
//!   the best loss so far need no look. This says nothing of a node's neighbours: with suppression a coarser node may lose
//!   less than a finer one, so a node is never skipped because another was worse.
//! - Rows that fail a monotone condition (see [`Model::is_monotone`](super::Model::is_monotone)) at a node fail it at every
//!   finer node too. Where they are more than may be left out, every finer node is out as well.
//!
//! Among what is left, the search looks at coarse nodes first, since each that is out takes all finer ones with it. Classes
//! are joined one attribute after another, those with most values first, and every step is kept: nodes that start with the
//! same levels share their way.

use std::collections::HashMap;
use std::rc::Rc;

use super::grouping::{Class, Fields, Grouping, Node, Slots};
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
/// How many classes are kept for later joining, over all nodes.
const KEPT_CLASSES: usize = 4 << 20;

/// Finds the node that loses least.
///
/// # Errors
/// If no node fulfils the conditions, or the lattice is too large.
pub fn search(task: &Task<'_>) -> Result<Solution, NoSolution> {
    Search::new(task)?.run()
}

/// The classes of a table at a node.
///
/// # Errors
/// If the attributes have more values than a key can hold.
pub fn classes_at(tuples: &Tuples, privacy: &Privacy, node: &Node) -> Result<Grouping, NoSolution> {
    let fields = Fields::new(tuples).ok_or(NoSolution::Large)?;
    let mut slots = Slots::default();
    let mut grouping = Grouping::of(tuples, privacy, &fields, &mut slots);
    for (attribute, level) in node.0.iter().enumerate().filter(|(_, level)| **level > 0) {
        grouping = grouping.coarser(&fields, attribute, usize::from(*level), &mut slots);
    }
    Ok(grouping)
}

struct Search<'a> {
    task: &'a Task<'a>,
    fields: Fields,
    loss: Loss,
    heights: Vec<u8>,
    /// Nodes by number: their bound, and whether they are still to be looked at.
    bounds: Vec<f64>,
    open: Vec<bool>,
    base: Rc<Grouping>,
    /// The attributes, those with most values first.
    order: Vec<usize>,
    kept: HashMap<Node, Rc<Grouping>>,
    kept_classes: usize,
    slots: Slots,
    best: Option<Solution>,
    looked_at: usize,
}

/// What looking at a node showed.
struct Look {
    suppressed: u64,
    /// Rows that every finer node would have to leave out too.
    hopeless: u64,
}

impl<'a> Search<'a> {
    fn new(task: &'a Task<'a>) -> Result<Self, NoSolution> {
        let heights: Vec<u8> =
            task.tuples.attributes().iter().map(|a| a.hierarchy.height() as u8).collect();
        let count = heights.iter().try_fold(1usize, |n, h| n.checked_mul(usize::from(*h)));
        let count = count.filter(|n| *n <= MOST_NODES).ok_or(NoSolution::Large)?;
        let loss = Loss::new(task.tuples);
        let fields = Fields::new(task.tuples).ok_or(NoSolution::Large)?;
        let mut slots = Slots::default();
        let base = Rc::new(Grouping::of(task.tuples, &task.privacy, &fields, &mut slots));
        let mut order: Vec<usize> = (0..heights.len()).collect();
        let leaves =
            |a: &usize| task.tuples.attributes().get(*a).map_or(0, |a| a.hierarchy.leaves());
        order.sort_by_key(|a| std::cmp::Reverse(leaves(a)));
        let bounds = (0..count).map(|n| loss.bound(&node(&heights, n))).collect();
        Ok(Self {
            task,
            loss,
            bounds,
            open: vec![true; count],
            base,
            order,
            heights,
            kept: HashMap::new(),
            kept_classes: 0,
            slots,
            fields,
            best: None,
            looked_at: 0,
        })
    }

    fn run(mut self) -> Result<Solution, NoSolution> {
        self.descend();
        let mut order: Vec<usize> = (0..self.bounds.len()).collect();
        // Coarse first: the largest bound below the best loss.
        order.sort_by(|a, b| self.bound(*b).total_cmp(&self.bound(*a)).then(b.cmp(a)));
        let mut bound = f64::INFINITY;
        for number in order {
            if !self.is_open(number) || self.bound(number) >= self.best_loss() {
                continue;
            }
            if self.looked_at >= self.task.budget {
                bound = bound.min(self.bound(number));
                continue;
            }
            self.look(number);
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
                if self.is_open(number) && self.looked_at < self.task.budget {
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

    fn bound(&self, number: usize) -> f64 {
        self.bounds.get(number).copied().unwrap_or(f64::INFINITY)
    }
    fn is_open(&self, number: usize) -> bool {
        self.open.get(number).copied().unwrap_or(false)
    }
    fn best_loss(&self) -> f64 {
        self.best.as_ref().map_or(f64::INFINITY, |b| b.loss)
    }

    /// Looks at a node: groups, counts, and closes what follows from it.
    fn look(&mut self, number: usize) {
        self.looked_at += 1;
        let node = node(&self.heights, number);
        let grouping = self.group(&node);
        let look = self.judge(&grouping);
        if let Some(open) = self.open.get_mut(number) {
            *open = false;
        }
        if look.hopeless > self.task.most_suppressed {
            self.close_below(&node);
        }
        if look.suppressed <= self.task.most_suppressed {
            self.improve(&node, &grouping, look.suppressed);
        }
    }

    /// The classes at a node: those with the last attribute as it is, joined once more.
    fn group(&mut self, node: &Node) -> Rc<Grouping> {
        let mut step = Node(vec![0; node.0.len()].into());
        let mut grouping = self.base.clone();
        for attribute in self.order.clone() {
            let Some(level) = node.0.get(attribute).copied().filter(|l| *l > 0) else { continue };
            if let Some(mine) = step.0.get_mut(attribute) {
                *mine = level;
            }
            grouping = match self.kept.get(&step) {
                Some(kept) => kept.clone(),
                None => {
                    let level = usize::from(level);
                    let joined = grouping.coarser(&self.fields, attribute, level, &mut self.slots);
                    let joined = Rc::new(joined);
                    self.keep(&step, &joined);
                    joined
                }
            };
        }
        grouping
    }

    fn keep(&mut self, node: &Node, grouping: &Rc<Grouping>) {
        let classes = grouping.classes().len();
        if self.kept_classes + classes <= KEPT_CLASSES {
            self.kept_classes += classes;
            self.kept.insert(node.clone(), grouping.clone());
        }
    }

    fn judge(&self, grouping: &Grouping) -> Look {
        let privacy = &self.task.privacy;
        let mut look = Look { suppressed: 0, hopeless: 0 };
        for (number, class) in grouping.classes().iter().enumerate() {
            let histogram = grouping.histogram(number);
            if !privacy.monotone_part_holds(class.rows, histogram) {
                look.hopeless += u64::from(class.rows);
                look.suppressed += u64::from(class.rows);
            } else if !privacy.holds(class.rows, histogram) {
                look.suppressed += u64::from(class.rows);
            }
        }
        look
    }

    fn improve(&mut self, node: &Node, grouping: &Grouping, suppressed: u64) {
        let left_out = left_out(&self.task.privacy, grouping);
        let loss = self.loss.of(node, left_out.iter());
        if loss < self.best_loss() {
            self.best = Some(Solution {
                node: node.clone(),
                loss,
                suppressed,
                classes: grouping.classes().len() - left_out.len(),
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

/// The classes that fail a condition.
fn left_out(privacy: &Privacy, grouping: &Grouping) -> Vec<Class> {
    let classes = grouping.classes().iter().enumerate();
    classes
        .filter(|(number, class)| !privacy.holds(class.rows, grouping.histogram(*number)))
        .map(|(_, class)| *class)
        .collect()
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

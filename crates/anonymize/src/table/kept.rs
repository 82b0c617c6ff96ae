//! Groupings that were made on the way, from which coarser ones are made.

use std::rc::Rc;

use super::grouping::{Grouping, Node};

/// How many groupings are kept.
const MOST: usize = 8192;
/// How many classes are kept, over all groupings but the finest, or as many as that has.
const MOST_CLASSES: usize = 4 << 20;

/// Groupings, those with fewest classes first. The last is the finest, which every other can be made from.
#[derive(Debug)]
pub(super) struct Kept<K> {
    groupings: Vec<(Node, Rc<Grouping<K>>)>,
    finest: (Node, Rc<Grouping<K>>),
    classes: usize,
}

impl<K> Kept<K> {
    /// Keeps the finest grouping.
    pub(super) fn new(bottom: Node, finest: Grouping<K>) -> Self {
        Self { groupings: Vec::new(), finest: (bottom, Rc::new(finest)), classes: 0 }
    }

    /// The grouping with the fewest classes that is no coarser than a node anywhere.
    pub(super) fn nearest(&self, node: &Node) -> (Node, Rc<Grouping<K>>) {
        let below = self.groupings.iter().find(|(kept, _)| kept.is_below(node));
        below.unwrap_or(&self.finest).clone()
    }

    /// Keeps a grouping. Where there are too many, the others are forgotten: what is looked at next is near this one.
    pub(super) fn add(&mut self, node: Node, grouping: Rc<Grouping<K>>) {
        let classes = grouping.len();
        if self.groupings.len() >= MOST
            || self.classes + classes > MOST_CLASSES.max(self.finest.1.len())
        {
            self.groupings.clear();
            self.classes = 0;
        }
        self.classes += classes;
        let place = self.groupings.partition_point(|(_, kept)| kept.len() < classes);
        self.groupings.insert(place, (node, grouping));
    }
}

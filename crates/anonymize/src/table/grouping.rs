//! The classes of rows that look alike once each attribute is at a level.

use super::keys::{Field, Key, Packed, Slots};
use super::tuples::Tuples;

/// A level for each attribute: a node of the lattice of generalizations.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node(pub Box<[u8]>);

impl Node {
    /// The level of an attribute.
    #[must_use]
    pub fn level(&self, attribute: usize) -> usize {
        self.0.get(attribute).copied().map_or(0, usize::from)
    }
    /// Whether every level is at most that of the other node.
    #[must_use]
    pub fn is_below(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a <= b)
    }
}

/// All classes of a table at a node.
///
/// A key holds for each attribute the number of a value that stands for its group, the same in all classes.
#[derive(Clone, Debug)]
pub(super) struct Grouping<K> {
    keys: Vec<K>,
    /// How many rows each class has.
    rows: Vec<u32>,
    /// For each class the rows with each sensitive value, one class after another; empty if nobody asked for them.
    histograms: Vec<u32>,
    width: usize,
}

impl<K> Grouping<K> {
    /// How many classes there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }
    /// How many rows each class has.
    pub(super) fn into_rows(self) -> Vec<u32> {
        self.rows
    }
}

impl<K: Key> Grouping<K> {
    /// The classes of the table as it is, whose keys these are; with sensitive values if they are wanted.
    pub(super) fn of(tuples: &Tuples, keys: &[K], sensitive: bool, slots: &mut Slots) -> Self {
        let width = if sensitive { tuples.sensitive_values() } else { 0 };
        if tuples.sensitive_values() == 0 {
            let (keys, rows) = (keys.to_vec(), tuples.counts().to_vec());
            return Self { keys, rows, histograms: Vec::new(), width };
        }
        let field = tuples.sensitive_field();
        let without = keys.iter().map(|key| key.with(0, field)).collect();
        let value = |tuple: usize| keys.get(tuple).map_or(0, |key| key.value(field) as usize);
        Self::join(without, tuples.counts(), width, slots, |sums, tuple, rows| {
            if let Some(sum) = sums.get_mut(value(tuple)) {
                *sum += rows;
            }
        })
    }

    /// The rows of a class with each sensitive value; empty if nobody asked for them.
    #[inline]
    pub(super) fn histogram(&self, class: usize) -> &[u32] {
        self.histograms.get(class * self.width..(class + 1) * self.width).unwrap_or(&[])
    }

    /// How many rows are in classes of a kind, told from their rows and sensitive values.
    pub(super) fn rows_where(&self, mut is: impl FnMut(u32, &[u32]) -> bool) -> u64 {
        let classes = self.rows.iter().enumerate();
        let of_kind = classes.filter(|(class, rows)| is(**rows, self.histogram(*class)));
        of_kind.map(|(_, rows)| u64::from(*rows)).sum()
    }
    /// The classes of a kind with their rows.
    pub(super) fn classes_where(&self, mut is: impl FnMut(u32, &[u32]) -> bool) -> Vec<(K, u32)> {
        let classes = self.keys.iter().zip(&self.rows).enumerate();
        let of_kind = classes.filter(|(class, (_, rows))| is(**rows, self.histogram(*class)));
        of_kind.map(|(_, (key, rows))| (*key, *rows)).collect()
    }

    /// Joins classes, which are at a node, to those at a coarser one.
    pub(super) fn coarser(
        &self,
        tuples: &Tuples,
        from: &Node,
        to: &Node,
        slots: &mut Slots,
    ) -> Self {
        let levels = from.0.iter().zip(&to.0).zip(tuples.attributes()).enumerate();
        let mut keys = self.keys.clone();
        for (number, ((_, to), attribute)) in levels.filter(|(_, ((from, to), _))| from < to) {
            raise(&mut keys, tuples.field(number), attribute.groups(usize::from(*to)));
        }
        Self::join(keys, &self.rows, self.width, slots, |sums, joined, _| {
            for (sum, count) in sums.iter_mut().zip(self.histogram(joined)) {
                *sum += count;
            }
        })
    }

    /// Joins what has the same key, with so many rows each; `add` adds to the histogram of a class, if it has `width`,
    /// what the histogram of the joined one holds.
    #[inline]
    fn join(
        mut keys: Vec<K>,
        rows: &[u32],
        width: usize,
        slots: &mut Slots,
        add: impl Fn(&mut [u32], usize, u32),
    ) -> Self {
        let (mut sums, mut histograms) = (vec![0; rows.len()], Vec::new());
        slots.join(&mut keys, |joined, class| {
            let rows = rows.get(joined).copied().unwrap_or(0);
            if let Some(sum) = sums.get_mut(class) {
                *sum += rows;
            }
            if width > 0 {
                let end = (class + 1) * width;
                histograms.resize(end.max(histograms.len()), 0);
                add(histograms.get_mut(class * width..end).unwrap_or(&mut []), joined, rows);
            }
        });
        sums.truncate(keys.len());
        sums.shrink_to_fit();
        Self { keys, rows: sums, histograms, width }
    }

    /// The classes as what they are written by; the table has keys like these.
    pub(super) fn classes(self, node: Node, packed: fn(Vec<K>) -> Packed) -> Classes {
        let mut slots = Slots::default();
        slots.index(&self.keys);
        let Self { keys, rows, histograms, width } = self;
        Classes { node, keys: packed(keys), slots, rows, histograms, width }
    }
}

/// Makes one attribute of keys coarser; `groups` has for each value the one that stands for its group.
fn raise<K: Key>(keys: &mut [K], field: Field, groups: &[u32]) {
    for key in keys {
        let group = groups.get(key.value(field) as usize).copied().unwrap_or(0);
        *key = key.with(group, field);
    }
}

/// The classes of a table at a node, in which a row finds its own.
#[derive(Clone, Debug)]
pub(super) struct Classes {
    node: Node,
    keys: Packed,
    slots: Slots,
    rows: Vec<u32>,
    histograms: Vec<u32>,
    width: usize,
}

impl Classes {
    /// The levels they are at.
    pub(super) fn node(&self) -> &Node {
        &self.node
    }
    /// How many rows each class has.
    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }
    /// The rows of a class with each sensitive value; empty if nobody asked for them.
    pub(super) fn histogram(&self, class: usize) -> &[u32] {
        self.histograms.get(class * self.width..(class + 1) * self.width).unwrap_or(&[])
    }
    /// What a class shows of an attribute.
    pub(super) fn name<'a>(&self, tuples: &'a Tuples, class: usize, attribute: usize) -> &'a str {
        let value = self.keys.value(class, tuples.field(attribute));
        let attributes = tuples.attributes().get(attribute);
        attributes.map_or("", |a| a.name_of(value, self.node.level(attribute)))
    }
    /// The class of a row, by the numbers of its values.
    pub(super) fn find(&self, tuples: &Tuples, values: &[u32]) -> Option<usize> {
        match &self.keys {
            Packed::Narrow(keys) => self.slots.find(self.key(tuples, values), keys),
            Packed::Wide(keys) => self.slots.find(self.key(tuples, values), keys),
        }
    }
    fn key<K: Key>(&self, tuples: &Tuples, values: &[u32]) -> K {
        let attributes = tuples.attributes().iter().zip(&self.node.0).zip(values).enumerate();
        attributes.fold(K::default(), |key, (number, ((attribute, level), value))| {
            let group = attribute.groups(usize::from(*level)).get(*value as usize);
            key.and(K::of(group.copied().unwrap_or(0), tuples.field(number)))
        })
    }
}

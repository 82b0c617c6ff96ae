//! The classes of rows that look alike once each attribute is at a level.

use super::privacy::Privacy;
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

/// One class: any of its tuples, and its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// A tuple of the class; all of them look alike at the node's levels.
    pub example: u32,
    /// How many rows it has.
    pub rows: u32,
}

/// All classes of a table at a node.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    classes: Vec<Class>,
    /// For each class its groups, a field of bits for each attribute.
    keys: Vec<u128>,
    /// For each class the rows with each sensitive value, one class after another; empty if nobody asked for them.
    histograms: Vec<u32>,
    width: usize,
}

impl Grouping {
    /// The classes of the table as it is.
    #[must_use]
    pub fn of(tuples: &Tuples, privacy: &Privacy, fields: &Fields, slots: &mut Slots) -> Self {
        let width = if privacy.wants_sensitive() { tuples.sensitive_values() } else { 0 };
        let mut out = Self { width, ..Self::default() };
        slots.clear(tuples.len());
        for tuple in 0..tuples.len() as u32 {
            let rows = tuples.count(tuple);
            let target = out.join(slots, fields.key(tuples, tuple), Class { example: tuple, rows });
            if width > 0
                && let Some(value) = tuples.sensitive(tuple)
                && let Some(count) = out.histograms.get_mut(target * width + value as usize)
            {
                *count += rows;
            }
        }
        out
    }

    /// The classes.
    #[must_use]
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }
    /// The rows of a class with each sensitive value; empty if nobody asked for them.
    #[must_use]
    pub fn histogram(&self, class: usize) -> &[u32] {
        self.histograms.get(class * self.width..(class + 1) * self.width).unwrap_or(&[])
    }

    /// Joins classes that look alike once an attribute, which is as it was, is at a level.
    #[must_use]
    pub fn coarser(
        &self,
        fields: &Fields,
        attribute: usize,
        level: usize,
        slots: &mut Slots,
    ) -> Self {
        slots.clear(self.classes.len());
        let mut out = Self { width: self.width, ..Self::default() };
        for (number, (class, key)) in self.classes.iter().zip(&self.keys).enumerate() {
            let target = out.join(slots, fields.raise(*key, attribute, level), *class);
            let sums = out.histograms.get_mut(target * self.width..(target + 1) * self.width);
            for (sum, count) in sums.unwrap_or(&mut []).iter_mut().zip(self.histogram(number)) {
                *sum += count;
            }
        }
        out
    }

    /// Adds rows to the class with a key, which may be new; its number.
    #[inline]
    fn join(&mut self, slots: &mut Slots, key: u128, class: Class) -> usize {
        let new = self.classes.len() as u32;
        let target = slots.place(key, &self.keys, new) as usize;
        match self.classes.get_mut(target) {
            Some(joined) => joined.rows += class.rows,
            None => {
                self.classes.push(class);
                self.keys.push(key);
                self.histograms.resize(self.histograms.len() + self.width, 0);
            }
        }
        target
    }
}

/// Where each attribute's group stands in a key.
#[derive(Debug)]
pub struct Fields {
    /// By attribute: the first bit, and the mask of its bits at place 0.
    bits: Vec<(u32, u128)>,
    /// By attribute and level: for each value its group.
    groups: Vec<Vec<Vec<u32>>>,
}

impl Fields {
    /// Gives every attribute as many bits as its values need; `None` if they are more than 128 together.
    #[must_use]
    pub fn new(tuples: &Tuples) -> Option<Self> {
        let mut bits = Vec::new();
        let mut groups = Vec::new();
        let mut first = 0;
        for attribute in tuples.attributes() {
            let hierarchy = &attribute.hierarchy;
            let values = 0..hierarchy.leaves() as u32;
            let width = u32::BITS - (values.end.max(1) - 1).leading_zeros();
            bits.push((first.min(127), (1u128 << width) - 1));
            first += width;
            let level = |level| values.clone().map(|v| hierarchy.group(v, level)).collect();
            groups.push((0..hierarchy.height()).map(level).collect());
        }
        (first <= u128::BITS).then_some(Self { bits, groups })
    }

    fn key(&self, tuples: &Tuples, tuple: u32) -> u128 {
        let field = |(attribute, (first, _)): (usize, &(u32, u128))| {
            u128::from(tuples.value(attribute, tuple)) << first
        };
        self.bits.iter().enumerate().map(field).fold(0, |key, field| key | field)
    }

    /// A key with an attribute's value replaced by its group at a level.
    #[inline]
    fn raise(&self, key: u128, attribute: usize, level: usize) -> u128 {
        let (first, mask) = self.bits.get(attribute).copied().unwrap_or((0, 0));
        let value = (key >> first & mask) as usize;
        let groups = self.groups.get(attribute).and_then(|levels| levels.get(level));
        let group = groups.and_then(|g| g.get(value)).copied().unwrap_or(0);
        key & !(mask << first) | u128::from(group) << first
    }
}

/// A hash table from keys to classes, reused from node to node.
#[derive(Debug, Default)]
pub struct Slots {
    classes: Vec<u32>,
    mask: usize,
}

/// Marks a slot that is free.
const FREE: u32 = u32::MAX;

impl Slots {
    fn clear(&mut self, entries: usize) {
        let size = (entries * 2).next_power_of_two().max(16);
        self.classes.clear();
        self.classes.resize(size, FREE);
        self.mask = size - 1;
    }

    /// The class under a key; `new` if there was none.
    #[inline]
    fn place(&mut self, key: u128, keys: &[u128], new: u32) -> u32 {
        let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(31);
        let mut at = (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 29) as usize & self.mask;
        while let Some(slot) = self.classes.get_mut(at) {
            if *slot == FREE {
                *slot = new;
                return new;
            }
            if keys.get(*slot as usize) == Some(&key) {
                return *slot;
            }
            at = (at + 1) & self.mask;
        }
        new
    }
}

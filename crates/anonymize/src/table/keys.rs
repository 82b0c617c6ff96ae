//! Rows packed into whole numbers: a field of bits for each column, as wide as its different values need.
//!
//! Keys of 64 bits are enough for most tables; those of 128 bits serve the others. Where keys are looked up, their places
//! depend on a number that is drawn for each table, so that no file can be made whose rows all fall together.

use std::hash::{BuildHasher, RandomState};

/// A packed row.
pub(super) trait Key: Copy + Eq + Default + std::fmt::Debug {
    /// A value in its field; all others are 0.
    fn of(value: u32, field: Field) -> Self;
    /// The value in a field.
    fn value(self, field: Field) -> u32;
    /// With another value in a field.
    fn with(self, value: u32, field: Field) -> Self;
    /// Both together, if no field is in both.
    fn and(self, other: Self) -> Self;
    /// With bits that are 0 put in at a place.
    fn spread(self, at: u32, by: u32) -> Self;
    /// A number that tells keys apart, well mixed in all its bits.
    fn mixed(self, seed: u64) -> u64;
}

/// The bits of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    first: u32,
    mask: u32,
}

impl Field {
    /// Whether a value fits.
    pub(super) fn holds(self, value: u32) -> bool {
        value <= self.mask
    }
    /// How many bits it has.
    pub(super) fn width(self) -> u32 {
        self.mask.count_ones()
    }
}

macro_rules! key {
    ($key:ty, $mixed:expr) => {
        // Shifts wrap: a field without bits may begin behind the last one, and holds 0.
        impl Key for $key {
            #[inline]
            fn of(value: u32, field: Field) -> Self {
                Self::from(value).wrapping_shl(field.first)
            }
            #[inline]
            fn value(self, field: Field) -> u32 {
                self.wrapping_shr(field.first) as u32 & field.mask
            }
            #[inline]
            fn with(self, value: u32, field: Field) -> Self {
                self & !Self::of(field.mask, field) | Self::of(value, field)
            }
            #[inline]
            fn and(self, other: Self) -> Self {
                self | other
            }
            fn spread(self, at: u32, by: u32) -> Self {
                let below = (1 as Self).checked_shl(at).map_or(Self::MAX, |bit| bit - 1);
                self & below | (self & !below).wrapping_shl(by)
            }
            #[inline]
            fn mixed(self, seed: u64) -> u64 {
                $mixed(self, seed)
            }
        }
    };
}

key!(u64, folded);
key!(u128, folded_wide);

/// Both halves of a product, one over the other.
#[inline]
fn folded(number: u64, seed: u64) -> u64 {
    let product = u128::from(number ^ seed) * u128::from(seed.rotate_left(32) | 1);
    product as u64 ^ (product >> 64) as u64
}

#[inline]
fn folded_wide(number: u128, seed: u64) -> u64 {
    folded(number as u64 ^ folded((number >> 64) as u64, !seed), seed)
}

/// Keys of the width that a table needs.
#[derive(Clone, Debug)]
pub(super) enum Packed {
    /// Up to 64 bits.
    Narrow(Vec<u64>),
    /// Up to 128 bits.
    Wide(Vec<u128>),
}

/// How keys are laid out, while their columns still grow.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    fields: Vec<Field>,
}

impl Layout {
    /// For so many columns, each with one value.
    pub(super) fn new(columns: usize) -> Self {
        Self { fields: vec![Field::default(); columns] }
    }
    /// The field of a column.
    pub(super) fn field(&self, column: usize) -> Field {
        self.fields.get(column).copied().unwrap_or_default()
    }
    /// Makes a column as wide as a value needs; `None` if keys get longer than 128 bits.
    pub(super) fn widen(&mut self, column: usize, value: u32, keys: &mut Packed) -> Option<()> {
        let field = self.field(column);
        let by = (u32::BITS - value.leading_zeros()).checked_sub(field.width())?;
        let at = field.first + field.width();
        let total = by + self.fields.iter().map(|f| f.width()).sum::<u32>();
        if total > u128::BITS {
            return None;
        }
        keys.spread(at, by, total);
        for field in self.fields.iter_mut().skip(column + 1) {
            field.first += by;
        }
        if let Some(field) = self.fields.get_mut(column) {
            field.mask = u32::MAX >> (u32::BITS - field.width() - by);
        }
        Some(())
    }
    /// A row's key.
    #[inline]
    pub(super) fn key<K: Key>(&self, values: &[u32]) -> K {
        let fields = self.fields.iter().zip(values);
        fields.fold(K::default(), |key, (field, value)| key.and(K::of(*value, *field)))
    }
}

impl Packed {
    /// The value of a key in a field.
    pub(super) fn value(&self, place: usize, field: Field) -> u32 {
        match self {
            Self::Narrow(keys) => keys.get(place).map_or(0, |key| key.value(field)),
            Self::Wide(keys) => keys.get(place).map_or(0, |key| key.value(field)),
        }
    }
    fn spread(&mut self, at: u32, by: u32, total: u32) {
        match self {
            Self::Narrow(keys) if total > u64::BITS => {
                let wide = keys.iter().map(|key| u128::from(*key).spread(at, by));
                *self = Self::Wide(wide.collect());
            }
            Self::Narrow(keys) => keys.iter_mut().for_each(|key| *key = key.spread(at, by)),
            Self::Wide(keys) => keys.iter_mut().for_each(|key| *key = key.spread(at, by)),
        }
    }
}

/// A hash table from keys to their places, used again and again.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    places: Vec<u32>,
    seed: u64,
}

/// Marks a slot that is free.
const FREE: u32 = u32::MAX;

impl Default for Slots {
    fn default() -> Self {
        let mut slots = Self { places: Vec::new(), seed: RandomState::new().hash_one(0) };
        slots.clear(0);
        slots
    }
}

impl Slots {
    /// Makes room for so many keys, and forgets all.
    pub(super) fn clear(&mut self, keys: usize) {
        let size = (keys + keys / 2).next_power_of_two().max(16);
        self.places.clear();
        self.places.resize(size, FREE);
    }

    /// Takes keys anew, with room for as many more.
    pub(super) fn index<K: Key>(&mut self, keys: &[K]) {
        self.clear(keys.len() * 2);
        for (place, key) in keys.iter().enumerate() {
            self.place(*key, keys.get(..place).unwrap_or(&[]));
        }
    }

    /// Leaves each key once, in the order of their first places; `also` learns of each place before the place after.
    #[inline]
    pub(super) fn join<K: Key>(&mut self, keys: &mut Vec<K>, mut also: impl FnMut(usize, usize)) {
        self.clear(keys.len());
        let mut kept = 0;
        for before in 0..keys.len() {
            let Some(key) = keys.get(before).copied() else { break };
            let place = self.place(key, keys.get(..kept).unwrap_or(&[]));
            if place == kept {
                kept += 1;
                if let Some(slot) = keys.get_mut(place) {
                    *slot = key;
                }
            }
            also(before, place);
        }
        keys.truncate(kept);
        keys.shrink_to_fit();
    }

    /// Whether another key would make it slow.
    pub(super) fn is_full(&self, keys: usize) -> bool {
        keys * 2 >= self.places.len()
    }

    /// The place of a key among others; if it is not there, the place behind them, where it must be put.
    #[inline]
    pub(super) fn place<K: Key>(&mut self, key: K, keys: &[K]) -> usize {
        let places = self.places.as_mut_slice();
        let mask = places.len().wrapping_sub(1);
        let mut at = key.mixed(self.seed) as usize & mask;
        while let Some(slot) = places.get_mut(at) {
            if let Some(there) = keys.get(*slot as usize) {
                if *there == key {
                    return *slot as usize;
                }
                at = (at + 1) & mask;
            } else {
                // Free: no key is there.
                *slot = keys.len() as u32;
                break;
            }
        }
        keys.len()
    }

    /// The place of a key, if it is there.
    #[inline]
    pub(super) fn find<K: Key>(&self, key: K, keys: &[K]) -> Option<usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = key.mixed(self.seed) as usize & mask;
        loop {
            let slot = self.places.get(at).filter(|slot| **slot != FREE)?;
            if keys.get(*slot as usize) == Some(&key) {
                return Some(*slot as usize);
            }
            at = (at + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Rows come out of their keys as they went in, whatever grew in between, and are found again.
        #[test]
        fn rows_survive_packing(rows in prop::collection::vec(prop::array::uniform5(0..1u32 << 25), 1..30)) {
            let mut layout = Layout::new(5);
            let mut packed = Packed::Narrow(Vec::new());
            for row in &rows {
                for (column, value) in row.iter().enumerate() {
                    if !layout.field(column).holds(*value) {
                        layout.widen(column, *value, &mut packed).unwrap();
                    }
                }
                match &mut packed {
                    Packed::Narrow(keys) => keys.push(layout.key(row)),
                    Packed::Wide(keys) => keys.push(layout.key(row)),
                }
            }
            for (place, row) in rows.iter().enumerate() {
                for (column, value) in row.iter().enumerate() {
                    prop_assert_eq!(packed.value(place, layout.field(column)), *value);
                }
            }
            if let Packed::Wide(keys) = &packed {
                let mut slots = Slots::default();
                slots.index(keys);
                for key in keys {
                    prop_assert_eq!(slots.find(*key, keys).map(|p| keys[p]), Some(*key));
                    let other = key.with(key.value(layout.field(1)) ^ 1, layout.field(1));
                    prop_assert_eq!(slots.find(other, keys).is_some(), keys.contains(&other));
                }
            }
        }
    }

    #[test]
    fn too_wide_is_told() {
        let mut layout = Layout::new(5);
        let mut packed = Packed::Narrow(Vec::new());
        for column in 0..4 {
            assert!(layout.widen(column, u32::MAX, &mut packed).is_some());
        }
        assert!(layout.widen(4, 1, &mut packed).is_none());
    }
}

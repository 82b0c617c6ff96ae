//! Sets of words of one vocabulary.

use std::fmt;
use std::marker::PhantomData;

use super::Vocabulary;

/// A set of words of one vocabulary: one bit a word, in specification order.
///
/// ```
/// use abide_policy::vocab::{Category, Set};
/// let set: Set<Category> = [Category::Online, Category::Physical].into_iter().collect();
/// assert!(set.contains(Category::Online));
/// assert_eq!(set.iter().map(|c| c.token()).collect::<Vec<_>>(), ["PHY", "ONL"]);
/// ```
#[derive(PartialEq, Eq, Hash)]
pub struct Set<T>(u32, PhantomData<T>);

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Set<T> {}
impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> Set<T> {
    /// The set without words.
    pub const EMPTY: Self = Self(0, PhantomData);

    /// Whether no word is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many words are in it.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// The words of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }
    /// The words that are in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }
    /// The words of this that are not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }
}

impl<T: Vocabulary> Set<T> {
    /// The set of these words.
    #[must_use]
    pub fn of(words: &[T]) -> Self {
        words.iter().copied().collect()
    }
    /// Whether the word is in it.
    #[must_use]
    pub fn contains(self, word: T) -> bool {
        self.0 & (1 << word.index()) != 0
    }
    /// Puts a word in; whether it was new.
    pub fn insert(&mut self, word: T) -> bool {
        let new = !self.contains(word);
        self.0 |= 1 << word.index();
        new
    }
    /// Takes a word out.
    pub fn remove(&mut self, word: T) {
        self.0 &= !(1 << word.index());
    }
    /// The words, in specification order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL.iter().copied().filter(move |w| self.contains(*w))
    }
}

impl<T: Vocabulary> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut set = Self::EMPTY;
        for word in words {
            set.insert(word);
        }
        set
    }
}

impl<T: Vocabulary> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(T::word)).finish()
    }
}

impl<T: Vocabulary + serde::Serialize> serde::Serialize for Set<T> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Purpose;

    #[test]
    fn sets_behave_as_sets() {
        let a = Set::of(&[Purpose::Admin, Purpose::Contact]);
        let b = Set::of(&[Purpose::Contact, Purpose::Current]);
        assert_eq!(a.intersection(b), Set::of(&[Purpose::Contact]));
        assert_eq!(a.difference(b), Set::of(&[Purpose::Admin]));
        assert_eq!(a.union(b).len(), 3);
        assert_eq!(format!("{:?}", a.union(b)), r#"{"current", "admin", "contact"}"#);
    }
}

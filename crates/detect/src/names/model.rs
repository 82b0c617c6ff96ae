//! The tagger's weights: rows of a table that keys lead to, and how labels follow each other.
//!
//! A file is: `ABNM`, a version, three bytes 0, the number of rows (32 bits, little endian), what a margin is worth (16
//! bits), the bias of "no name" (16 bits), the 7 × 7 transitions (16 bits each), then the rows: seven weights and a check
//! byte of the key that the row belongs to, so that a key that was never learnt finds nothing.

use thiserror::Error;

/// How many labels there are.
pub const LABELS: usize = 7;

/// What a token is: no name, or the beginning or the continuation of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// No name.
    Out,
    /// The first token of a person's name.
    BeginPerson,
    /// A further one.
    InPerson,
    /// The first token of a place's name.
    BeginPlace,
    /// A further one.
    InPlace,
    /// The first token of an organisation's name.
    BeginOrganisation,
    /// A further one.
    InOrganisation,
}

impl Label {
    /// Every label, in the order of the weights.
    pub const ALL: [Self; LABELS] = [
        Self::Out,
        Self::BeginPerson,
        Self::InPerson,
        Self::BeginPlace,
        Self::InPlace,
        Self::BeginOrganisation,
        Self::InOrganisation,
    ];
    /// Whether a label may follow another.
    ///
    /// ```
    /// use abide_detect::names::model::Label;
    /// assert!(Label::InPerson.may_follow(Label::BeginPerson));
    /// assert!(!Label::InPerson.may_follow(Label::Out));
    /// ```
    #[must_use]
    pub const fn may_follow(self, before: Self) -> bool {
        let (own, other) = (self as u8, before as u8);
        own == 0 || own % 2 == 1 || other == own || other + 1 == own
    }
}

/// One token's scores for each label; the eighth is padding.
pub type Scores = [i16; 8];

/// The weights.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    rows: &'a [[u8; 8]],
    transitions: [Scores; LABELS],
    margin: i16,
    bias: i16,
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// They are too few for a head.
    #[error("the model has no head; write it with the training program")]
    Head,
    /// They start otherwise, or are of a later version.
    #[error("the model is of an unknown format or version; train it again")]
    Version,
    /// There are not as many rows as the head says.
    #[error("the model's rows do not agree with its head; train it again")]
    Rows,
}

const MAGIC: [u8; 8] = *b"ABNM\x01\0\0\0";
const HEAD: usize = 8 + 4 + 2 + 2 + 2 * LABELS * LABELS;
/// What must never be: below every sum of weights.
pub(super) const NEVER: i16 = -16_000;

/// 128 in each byte.
const OFFSET: u64 = 0x8080_8080_8080_8080;
/// Every second byte.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;

/// All bits where nothing differs, else none.
#[inline]
#[expect(clippy::indexing_slicing, reason = "the table has a place for every byte")]
fn agrees(differs: u8) -> u64 {
    static AGREES: [u64; 256] = {
        let mut table = [0; 256];
        table[0] = u64::MAX;
        table
    };
    AGREES[differs as usize]
}

impl<'a> Model<'a> {
    /// Reads a model; nothing is copied.
    ///
    /// # Errors
    /// If the bytes are no model of this version.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Problem> {
        let (head, rest) = bytes.split_at_checked(HEAD).ok_or(Problem::Head)?;
        let head = head.strip_prefix(&MAGIC).ok_or(Problem::Version)?;
        let (count, head) = head.split_first_chunk::<4>().ok_or(Problem::Head)?;
        let (rows, []) = rest.as_chunks::<8>() else { return Err(Problem::Rows) };
        if rows.is_empty() || rows.len() != u32::from_le_bytes(*count) as usize {
            return Err(Problem::Rows);
        }
        let mut numbers = head.as_chunks::<2>().0.iter().map(|b| i16::from_le_bytes(*b));
        let margin = numbers.next().unwrap_or(1).max(1);
        let bias = numbers.next().unwrap_or(0).clamp(-4000, 4000);
        let mut transitions = [[NEVER; 8]; LABELS];
        for (from, row) in Label::ALL.iter().zip(&mut transitions) {
            for (to, place) in Label::ALL.iter().zip(row) {
                let weight = numbers.next().unwrap_or(0).clamp(-4000, 4000);
                *place = if to.may_follow(*from) { weight } else { NEVER };
            }
        }
        Ok(Self { rows, transitions, margin, bias })
    }

    /// Writes a model: its head and rows.
    #[must_use]
    pub fn write(
        margin: i16,
        bias: i16,
        transitions: &[[i16; LABELS]; LABELS],
        rows: &[[u8; 8]],
    ) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend((rows.len() as u32).to_le_bytes());
        let numbers = [margin, bias].into_iter().chain(transitions.iter().flatten().copied());
        bytes.extend(numbers.flat_map(i16::to_le_bytes));
        bytes.extend(rows.as_flattened());
        bytes
    }

    /// The row that a key leads to, of so many.
    #[inline]
    #[must_use]
    pub const fn row_of(key: u64, rows: usize) -> usize {
        (((key >> 32) * rows as u64) >> 32) as usize
    }
    /// The check byte of a key.
    #[inline]
    #[must_use]
    pub const fn check_of(key: u64) -> u8 {
        key as u8
    }

    /// The scores of a token with these keys, of which there must be fewer than 256.
    ///
    /// Four sums of 16 bits are kept in each of two words of 64 bits; 128 is added to each weight to keep it positive.
    #[inline]
    #[must_use]
    pub fn scores(&self, keys: &[u64]) -> Scores {
        let (mut even, mut odd) = (0u64, 0u64);
        for key in keys {
            let row = self.rows.get(Self::row_of(*key, self.rows.len())).copied();
            let row = u64::from_le_bytes(row.unwrap_or_default());
            // Where the check does not agree, the row counts nothing. By a table, since a branch would be taken wrong
            // as often as not: which it is cannot be foreseen.
            let differs = (row >> 56) as u8 ^ Self::check_of(*key);
            let weights = (row & agrees(differs)) ^ OFFSET;
            even += weights & LANES;
            odd += (weights >> 8) & LANES;
        }
        let zero = 128 * keys.len() as i16;
        let mut sum = [0i16; 8];
        for (at, pair) in (0..).zip(sum.as_chunks_mut::<2>().0) {
            *pair = [(even >> (16 * at)) as i16 - zero, (odd >> (16 * at)) as i16 - zero];
        }
        sum[0] += self.bias;
        sum[7] = NEVER;
        sum
    }

    /// How labels follow each other: the scores of each label after one.
    #[inline]
    #[must_use]
    pub fn transitions(&self) -> &[Scores; LABELS] {
        &self.transitions
    }
    /// The margin between the best two readings at which one is as good as sure.
    #[must_use]
    pub fn margin(&self) -> i16 {
        self.margin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &[u8] = include_bytes!("../../models/names.bin");

    #[test]
    fn the_model_that_ships_is_one_and_small() {
        assert!(Model::read(SHIPPED).is_ok());
        assert!(SHIPPED.len() < 1_000_000);
    }

    #[test]
    fn what_was_written_is_read() {
        let mut transitions = [[0; LABELS]; LABELS];
        transitions[0][1] = -7;
        let key = 0x8000_0000_0000_0042;
        let rows = [[0; 8], [1, 255, 3, 4, 5, 6, 127, 0x42]];
        let bytes = Model::write(9, 2, &transitions, &rows);
        let model = Model::read(&bytes).unwrap();
        assert_eq!(model.margin(), 9);
        assert_eq!(model.transitions()[0][1], -7);
        assert_eq!(model.transitions()[0][2], NEVER);
        assert_eq!(model.scores(&[key])[..7], [3, -1, 3, 4, 5, 6, 127]);
        assert_eq!(model.scores(&[key + 1])[..7], [2, 0, 0, 0, 0, 0, 0]);
        assert_eq!(model.scores(&[key, key])[..7], [4, -2, 6, 8, 10, 12, 254]);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let bytes = Model::write(1, 0, &[[0; LABELS]; LABELS], &[[0; 8]; 3]);
        assert_eq!(Model::read(&[]).unwrap_err(), Problem::Head);
        assert_eq!(Model::read(&[7; 200]).unwrap_err(), Problem::Version);
        assert_eq!(Model::read(&bytes[..bytes.len() - 1]).unwrap_err(), Problem::Rows);
        assert_eq!(Model::read(&bytes[..bytes.len() - 8]).unwrap_err(), Problem::Rows);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(0u8.., 0..400)) {
            let _ = Model::read(&bytes);
            let mut headed = MAGIC.to_vec();
            headed.extend(&bytes);
            if let Ok(model) = Model::read(&headed) {
                let _ = model.scores(&[1, u64::MAX]);
            }
        }
    }
}

//! From what was learnt to the file that ships: the most useful keys get the rows of a small table, learn once more among
//! themselves, and are rounded to one byte.

use std::collections::HashMap;

use abide_detect::names::model::{LABELS, Model};

use super::crf::{Example, Pace, Weights};
use super::sequence::Sequence;
use crate::random::Random;

/// How many rows the file has: with eight bytes each it stays under a million bytes.
pub const ROWS: usize = 122_880;
/// How many steps of a byte one unit of a weight has.
const STEPS: f32 = 32.0;
/// The margin that counts as sure, in units of weights.
const SURE: f32 = 6.0;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// A key must occur so often.
    pub least: u32,
    /// Learning with all keys.
    pub first: Pace,
    /// Learning with those that got a row.
    pub second: Pace,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            least: 2,
            first: Pace { rounds: 5, rate: 0.15, decay: 2e-5, dropout: 15 },
            second: Pace { rounds: 4, rate: 0.1, decay: 1e-5, dropout: 5 },
        }
    }
}

/// Trains a model; the same sequences and plan give the same bytes.
pub fn train(sequences: &[Sequence], plan: &Plan, random: &mut Random) -> Vec<u8> {
    let counts = count(sequences);
    let mut keys: Vec<(u64, u32)> =
        counts.into_iter().filter(|(_, count)| *count >= plan.least).collect();
    keys.sort_unstable();
    let numbers = keys.iter().enumerate().map(|(n, (key, _))| (*key, n as u32)).collect();
    let mut examples = examples(sequences, &numbers);
    let mut weights = Weights::new(keys.len());
    weights.learn(&mut examples, plan.first, random);
    let chosen = choose(&keys, &weights);
    let places: HashMap<u64, u32> = chosen.iter().map(|(row, key)| (*key, *row)).collect();
    let mut examples = self::examples(sequences, &places);
    let mut weights = Weights::new(ROWS);
    weights.learn(&mut examples, plan.second, random);
    write(&chosen, &weights)
}

fn count(sequences: &[Sequence]) -> HashMap<u64, u32> {
    let mut counts = HashMap::new();
    for key in sequences.iter().flat_map(|s| &s.keys).flatten() {
        *counts.entry(*key).or_default() += 1;
    }
    counts
}

fn examples(sequences: &[Sequence], numbers: &HashMap<u64, u32>) -> Vec<Example> {
    let rows = |keys: &[u64]| keys.iter().filter_map(|k| numbers.get(k).copied()).collect();
    sequences
        .iter()
        .map(|s| Example {
            rows: s.keys.iter().map(|keys| rows(keys)).collect(),
            labels: s.labels.clone(),
        })
        .collect()
}

/// For each row the key that matters most: large weights that are often used.
fn choose(keys: &[(u64, u32)], weights: &Weights) -> Vec<(u32, u64)> {
    let mut best: HashMap<u32, (f32, u64)> = HashMap::new();
    for ((key, count), row) in keys.iter().zip(&weights.rows) {
        let size: f32 = row.iter().map(|w| w * w).sum();
        let worth = size * (*count as f32).sqrt();
        let place = Model::row_of(*key, ROWS) as u32;
        let held = best.entry(place).or_insert((f32::MIN, 0));
        if worth > held.0 {
            *held = (worth, *key);
        }
    }
    let mut chosen: Vec<_> = best.into_iter().map(|(row, (_, key))| (row, key)).collect();
    chosen.sort_unstable();
    chosen
}

fn write(chosen: &[(u32, u64)], weights: &Weights) -> Vec<u8> {
    let round = |w: f32| (w * STEPS).round().clamp(-127.0, 127.0) as i8;
    let mut rows = vec![[0u8; 8]; ROWS];
    for (place, key) in chosen {
        let at = *place as usize;
        let (Some(row), Some(learnt)) = (rows.get_mut(at), weights.rows.get(at)) else { continue };
        for (byte, weight) in row.iter_mut().zip(learnt) {
            *byte = round(*weight) as u8;
        }
        row[7] = Model::check_of(*key);
    }
    let mut transitions = [[0i16; LABELS]; LABELS];
    for (to, from) in transitions.iter_mut().zip(&weights.transitions) {
        *to = from.map(|w| (w * STEPS).round().clamp(-4000.0, 4000.0) as i16);
    }
    Model::write((SURE * STEPS) as i16, 0, &transitions, &rows)
}

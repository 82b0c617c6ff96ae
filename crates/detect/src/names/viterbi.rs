//! The best sequence of labels for a stretch of tokens (Viterbi 1967), and how sure each label is.
//!
//! Scores are 16 bits wide and are brought back to 0 for the best at every step, so that no length overflows them.

use super::model::{LABELS, Label, Model, NEVER, Scores};

/// Memory for decoding, reused from stretch to stretch.
#[derive(Debug, Default)]
pub struct Lattice {
    /// Each token's own scores.
    scores: Vec<Scores>,
    /// The best way to each label, relative to the best of all labels.
    forward: Vec<Scores>,
    /// The label before, on that way.
    back: Vec<[u8; 8]>,
    /// The best way from each label on, relative to the best of all labels.
    backward: Vec<Scores>,
    labels: Vec<Label>,
}

impl Lattice {
    /// Starts a stretch.
    pub fn clear(&mut self) {
        self.scores.clear();
    }
    /// Adds a token with its scores.
    #[inline]
    pub fn push(&mut self, scores: Scores) {
        self.scores.push(scores);
    }

    /// Finds the best labels. What stands before the stretch is no name.
    pub fn decode(&mut self, model: &Model<'_>) -> &[Label] {
        if self.is_one_outside(model) {
            self.labels.clear();
            self.labels.push(Label::Out);
            return &self.labels;
        }
        self.forward.clear();
        self.back.clear();
        let mut before = [NEVER; 8];
        before[0] = 0;
        for own in &self.scores {
            let (best, back) = step(&before, own, model.transitions());
            before = best;
            self.forward.push(best);
            self.back.push(back);
        }
        self.trace();
        &self.labels
    }

    /// Whether the stretch is one token and no name: most are.
    #[inline]
    fn is_one_outside(&self, model: &Model<'_>) -> bool {
        let ([own], [after_out, ..]) = (self.scores.as_slice(), model.transitions()) else {
            return false;
        };
        let mut totals = *own;
        for (total, weight) in totals.iter_mut().zip(after_out) {
            *total = total.saturating_add(*weight);
        }
        let out = totals[0];
        totals.iter().all(|t| *t <= out)
    }

    /// Reads the labels off, from the last to the first.
    fn trace(&mut self) {
        self.labels.clear();
        let mut label = self.forward.last().map_or(0, best_of);
        for back in self.back.iter().rev() {
            self.labels.push(Label::ALL.get(label).copied().unwrap_or(Label::Out));
            label = usize::from(back.get(label).copied().unwrap_or(0));
        }
        self.labels.reverse();
    }

    /// Goes over the decoded stretch from its end; [`Lattice::margin`] needs it.
    pub fn decode_backward(&mut self, model: &Model<'_>) {
        self.backward.clear();
        self.backward.resize(self.scores.len(), [0; 8]);
        let mut after = [0i16; 8];
        let mut own: Option<&Scores> = None;
        for (scores, place) in self.scores.iter().zip(&mut self.backward).rev() {
            if let Some(own) = own {
                after = step_back(&after, own, model.transitions());
            }
            *place = after;
            own = Some(scores);
        }
    }

    /// How much better the best reading with one of these labels at a token is than the best without.
    #[must_use]
    pub fn margin(&self, token: usize, wanted: [Label; 2]) -> i16 {
        let (Some(forward), Some(backward)) = (self.forward.get(token), self.backward.get(token))
        else {
            return 0;
        };
        let (mut with, mut without) = (i16::MIN, i16::MIN);
        for (label, (f, b)) in Label::ALL.iter().zip(forward.iter().zip(backward)) {
            let total = f.saturating_add(*b);
            let side = if wanted.contains(label) { &mut with } else { &mut without };
            *side = total.max(*side);
        }
        with.saturating_sub(without)
    }
}

fn best_of(scores: &Scores) -> usize {
    let labels = scores.iter().take(LABELS).enumerate();
    labels.max_by_key(|(at, score)| (**score, usize::MAX - at)).map_or(0, |(at, _)| at)
}

/// One token further.
#[inline]
fn step(before: &Scores, own: &Scores, transitions: &[Scores; LABELS]) -> (Scores, [u8; 8]) {
    let mut best = [i16::MIN; 8];
    let mut back = [0i16; 8];
    for (label, (reached, row)) in (0i16..).zip(before.iter().zip(transitions)) {
        for ((best, back), weight) in best.iter_mut().zip(&mut back).zip(row) {
            let total = reached.saturating_add(*weight);
            let better = total > *best;
            *best = if better { total } else { *best };
            *back = if better { label } else { *back };
        }
    }
    for (best, own) in best.iter_mut().zip(own) {
        *best = best.saturating_add(*own);
    }
    (relative(best), back.map(|b| b as u8))
}

/// One token back: the best way on from each label, through the token after with these scores of its own.
fn step_back(after: &Scores, own: &Scores, transitions: &[Scores; LABELS]) -> Scores {
    let mut best = [NEVER; 8];
    for (place, row) in best.iter_mut().zip(transitions) {
        for ((weight, own), after) in row.iter().zip(own).zip(after).take(LABELS) {
            *place = (*place).max(weight.saturating_add(*own).saturating_add(*after));
        }
    }
    relative(best)
}

/// The same scores with 0 for the best.
#[inline]
fn relative(scores: Scores) -> Scores {
    let top = scores.iter().copied().max().unwrap_or(0);
    scores.map(|s| s.saturating_sub(top).max(NEVER))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best labels by trying all.
    fn tried(scores: &[Scores], model: &Model<'_>) -> i32 {
        fn go(at: usize, from: usize, scores: &[Scores], model: &Model<'_>) -> i32 {
            let Some(own) = scores.get(at) else { return 0 };
            (0..LABELS)
                .filter(|to| Label::ALL[*to].may_follow(Label::ALL[from]))
                .map(|to| {
                    let here = i32::from(own[to]) + i32::from(model.transitions()[from][to]);
                    here + go(at + 1, to, scores, model)
                })
                .max()
                .unwrap()
        }
        go(0, 0, scores, model)
    }

    fn worth(labels: &[Label], scores: &[Scores], model: &Model<'_>) -> i32 {
        let mut from = 0;
        let mut sum = 0;
        for (label, own) in labels.iter().zip(scores) {
            let to = *label as usize;
            assert!(label.may_follow(Label::ALL[from]));
            sum += i32::from(own[to]) + i32::from(model.transitions()[from][to]);
            from = to;
        }
        sum
    }

    proptest::proptest! {
        #[test]
        fn no_other_labels_are_better(
            own in proptest::collection::vec(proptest::array::uniform8(-500i16..500), 1..5),
            moves in proptest::array::uniform7(proptest::array::uniform7(-300i16..300)),
        ) {
            let bytes = Model::write(1, 0, &moves, &[[0; 8]]);
            let model = Model::read(&bytes).unwrap();
            let scores: Vec<Scores> = own.into_iter().map(|mut s| { s[7] = NEVER; s }).collect();
            let mut lattice = Lattice::default();
            scores.iter().for_each(|s| lattice.push(*s));
            let labels = lattice.decode(&model).to_vec();
            assert_eq!(worth(&labels, &scores, &model), tried(&scores, &model));
            lattice.decode_backward(&model);
            for (at, label) in labels.iter().enumerate() {
                assert!(lattice.margin(at, [*label, *label]) >= 0);
            }
        }
    }
}

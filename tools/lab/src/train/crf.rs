//! A linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001), learnt by stochastic gradient steps whose
//! size falls for weights that have moved much (`AdaGrad`, Duchi, Hazan, Singer 2011).

use abide_detect::names::model::{LABELS, Label};

use crate::random::Random;

/// Seven numbers, one for each label.
pub type Row = [f32; LABELS];

/// A sequence whose keys are numbers of rows.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Each token's rows.
    pub rows: Vec<Vec<u32>>,
    /// Each token's label.
    pub labels: Vec<u8>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How often every example is seen.
    pub rounds: usize,
    /// The size of the first step.
    pub rate: f32,
    /// How strongly weights are drawn to 0.
    pub decay: f32,
    /// How many of 100 keys are left out, each time anew, so that no weight relies on another.
    pub dropout: usize,
}

/// What is learnt.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Of each row.
    pub rows: Vec<Row>,
    /// Of each label after each.
    pub transitions: [Row; LABELS],
    row_squares: Vec<Row>,
    transition_squares: [Row; LABELS],
}

const NEVER: f32 = -1e4;

impl Weights {
    /// Nothing learnt yet.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (from, row) in Label::ALL.iter().zip(&mut transitions) {
            for (to, weight) in Label::ALL.iter().zip(row) {
                if !to.may_follow(*from) {
                    *weight = NEVER;
                }
            }
        }
        Self {
            rows: vec![[0.0; LABELS]; rows],
            transitions,
            row_squares: vec![[1e-2; LABELS]; rows],
            transition_squares: [[1.0; LABELS]; LABELS],
        }
    }

    /// Learns from examples; their order is mixed. Returns the loss of the last round, per token.
    pub fn learn(&mut self, examples: &mut [Example], pace: Pace, random: &mut Random) -> f32 {
        let mut work = Work::default();
        let mut loss = 0.0;
        for round in 0..pace.rounds {
            random.shuffle(examples);
            let rate = pace.rate * (1.0 - 0.8 * round as f32 / pace.rounds.max(1) as f32);
            let (mut sum, mut tokens) = (0.0f64, 0usize);
            for example in examples.iter() {
                work.choose(example, pace.dropout, random);
                sum += f64::from(self.one(example, &mut work, rate, pace.decay));
                tokens += example.labels.len();
            }
            loss = (sum / tokens.max(1) as f64) as f32;
        }
        loss
    }

    fn one(&mut self, example: &Example, work: &mut Work, rate: f32, decay: f32) -> f32 {
        work.own.clear();
        for rows in &work.rows {
            let mut sum = [0.0; LABELS];
            for weights in rows.iter().filter_map(|r| self.rows.get(*r as usize)) {
                add(&mut sum, weights, 1.0);
            }
            work.own.push(sum);
        }
        let loss = work.expect(&self.transitions, &example.labels);
        for (rows, gradient) in work.rows.iter().zip(&work.gradients) {
            for row in rows {
                let at = *row as usize;
                if let (Some(w), Some(s)) = (self.rows.get_mut(at), self.row_squares.get_mut(at)) {
                    update(w, s, gradient, rate, decay);
                }
            }
        }
        for ((weights, squares), gradient) in
            self.transitions.iter_mut().zip(&mut self.transition_squares).zip(&work.moves)
        {
            update(weights, squares, gradient, rate, 0.0);
        }
        loss
    }
}

fn update(weights: &mut Row, squares: &mut Row, gradient: &Row, rate: f32, decay: f32) {
    for ((w, s), g) in weights.iter_mut().zip(squares).zip(gradient) {
        let g = g + decay * *w;
        *s += g * g;
        if *w > NEVER / 2.0 {
            *w -= rate * g / s.sqrt();
        }
    }
}

fn add(sum: &mut Row, row: &Row, times: f32) {
    for (total, weight) in sum.iter_mut().zip(row) {
        *total += weight * times;
    }
}

/// Memory for one example.
#[derive(Default)]
struct Work {
    rows: Vec<Vec<u32>>,
    own: Vec<Row>,
    forward: Vec<Row>,
    gradients: Vec<Row>,
    moves: [Row; LABELS],
}

impl Work {
    /// The rows of an example without those that are left out this time.
    fn choose(&mut self, example: &Example, dropout: usize, random: &mut Random) {
        self.rows.resize_with(example.rows.len(), Vec::new);
        for (kept, all) in self.rows.iter_mut().zip(&example.rows) {
            kept.clear();
            kept.extend(all.iter().filter(|_| !random.percent(dropout)));
        }
    }

    /// The gradients of the loss: expected counts less those of the labels. Returns the loss.
    fn expect(&mut self, transitions: &[Row; LABELS], labels: &[u8]) -> f32 {
        self.forward(transitions);
        let total = self.forward.last().map_or(0.0, log_sum);
        self.moves = [[0.0; LABELS]; LABELS];
        self.gradients.clear();
        self.gradients.resize(self.own.len(), [0.0; LABELS]);
        let mut after = [0.0; LABELS];
        let mut gold = 0.0;
        for at in (0..self.own.len()).rev() {
            let before = at.checked_sub(1).and_then(|b| self.forward.get(b)).copied();
            let before = before.unwrap_or(START);
            let (Some(own), Some(forward), Some(gradient)) =
                (self.own.get(at), self.forward.get(at), self.gradients.get_mut(at))
            else {
                break;
            };
            let label = labels.get(at).copied().unwrap_or(0);
            let from = at.checked_sub(1).and_then(|b| labels.get(b)).copied().unwrap_or(0);
            for ((g, f), a) in gradient.iter_mut().zip(forward).zip(&after) {
                *g = (f + a - total).exp();
            }
            gold += pull(gradient, usize::from(label), own);
            let mut earlier = [0.0; LABELS];
            for (((row, moves), b), place) in
                transitions.iter().zip(&mut self.moves).zip(&before).zip(&mut earlier)
            {
                let mut ways = [0.0; LABELS];
                for ((((way, weight), own), after), count) in
                    ways.iter_mut().zip(row).zip(own).zip(&after).zip(moves)
                {
                    *way = weight + own + after;
                    *count += (b + *way - total).exp();
                }
                *place = log_sum(&ways);
            }
            let (moves, row) =
                (self.moves.get_mut(usize::from(from)), transitions.get(usize::from(from)));
            if let (Some(moves), Some(row)) = (moves, row) {
                gold += pull(moves, usize::from(label), row);
            }
            after = earlier;
        }
        total - gold
    }

    fn forward(&mut self, transitions: &[Row; LABELS]) {
        self.forward.clear();
        let mut before = START;
        for own in &self.own {
            let mut now = *own;
            for (to, place) in now.iter_mut().enumerate() {
                let mut ways = [0.0; LABELS];
                for ((way, b), row) in ways.iter_mut().zip(&before).zip(transitions) {
                    *way = b + row.get(to).copied().unwrap_or(NEVER);
                }
                *place += log_sum(&ways);
            }
            self.forward.push(now);
            before = now;
        }
    }
}

/// Before a stretch there is no name.
const START: Row = [0.0, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER];

/// Takes the true label's count off a gradient; returns the score that the label has.
fn pull(gradient: &mut Row, label: usize, scores: &Row) -> f32 {
    if let Some(g) = gradient.get_mut(label) {
        *g -= 1.0;
    }
    scores.get(label).copied().unwrap_or(0.0)
}

fn log_sum(of: &Row) -> f32 {
    let top = of.iter().copied().fold(f32::MIN, f32::max);
    top + of.iter().map(|x| (x - top).exp()).sum::<f32>().ln()
}

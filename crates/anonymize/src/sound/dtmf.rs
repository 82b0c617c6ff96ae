//! Finds the tones of pressed keys (DTMF; ITU-T Q.23 for the frequencies, Q.24 for what a receiver must and must not take).
//!
//! Sound is looked at in steps of 2.5 ms with Goertzel's filters, in windows of eight steps. A window is a key if two of the
//! eight frequencies, one of each group, hold most of its energy, neither much louder than the other, each where it should
//! be to 2.5 % (between the 1.5 % that must be taken and the 3.5 % that must not). How far off a frequency is, is read
//! from the turn of its phase in two steps. Six windows with one key, one behind the other but for a few, are a tone, so
//! about 30 ms: Q.24 asks for 40 to be taken and 20 to be left. Speech has its energy in more places, and moves.

use std::f64::consts::{PI, TAU};
use std::ops::Range;

/// The frequencies in Hz: four rows, four columns (Q.23 §5).
const FREQUENCIES: [f64; 8] = [697.0, 770.0, 852.0, 941.0, 1209.0, 1336.0, 1477.0, 1633.0];
/// The keys, row by row.
const KEYS: [[char; 4]; 4] =
    [['1', '2', '3', 'A'], ['4', '5', '6', 'B'], ['7', '8', '9', 'C'], ['*', '0', '#', 'D']];
/// Steps a second, about.
const STEPS: u32 = 400;
/// Steps of a window.
const WINDOW: usize = 8;
/// How many windows make a tone.
const LEAST: usize = 6;
/// How many windows may fail between two of a tone: noise, or a hiss in the line.
const BRIDGE: u64 = 4;
/// How far a frequency may be off.
const OFF: f64 = 0.025;
/// How much of the energy the two frequencies must hold.
const SHARE: f64 = 0.75;
/// How much the columns may be above the rows, and the rows above the columns, in power: 6 and 10 dB, two more than Q.24's
/// tables ask for.
const TWIST: (f64, f64) = (4.0, 10.0);
/// The least power of a tone: -46 dB of a full one, 20 below what Q.24 asks for, for faint recordings.
const LEAST_POWER: f64 = 2.5e-5 / 2.0;

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Which: `0` to `9`, `*`, `#`, `A` to `D`.
    pub key: char,
    /// When, in frames.
    pub frames: Range<u64>,
}

/// Listens to one channel.
///
/// ```
/// use abide_anonymize::sound::Dtmf;
/// let (mut dtmf, rate) = (Dtmf::new(8000), 8000.0);
/// let tone = |n: i32, hz: f64| (f64::from(n) / rate * hz * std::f64::consts::TAU).sin() * 0.3;
/// (0..800).for_each(|n| dtmf.push(tone(n, 852.0) + tone(n, 1336.0)));
/// assert_eq!(dtmf.finish()[0].key, '8');
/// ```
#[derive(Clone, Debug)]
pub struct Dtmf {
    /// Samples of a step.
    step: u64,
    /// Steps a second.
    pace: f64,
    /// What each filter multiplies with: twice the cosine of its angle.
    factors: [f64; 8],
    /// The cosines and sines of the angles.
    angles: [Complex; 8],
    /// How far each frequency turns in a step, and has turned until the last sample of this step.
    turn: [Complex; 8],
    clock: [Complex; 8],
    /// The last two values of each filter.
    last: [f64; 8],
    last_but_one: [f64; 8],
    energy: f64,
    /// Samples in this step.
    filled: u64,
    /// The steps of the window, the oldest first.
    steps: [Step; WINDOW],
    done: u64,
    /// The sums of the last two windows, the older first.
    before: [[Complex; 8]; 2],
    run: Option<Run>,
    tones: Vec<Tone>,
}

type Complex = (f64, f64);

/// Windows with one key.
#[derive(Clone, Copy, Debug)]
struct Run {
    key: char,
    windows: usize,
    /// After which steps its first and its last window were full.
    first: u64,
    last: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    sums: [Complex; 8],
    energy: f64,
}

impl Dtmf {
    /// Listens to so many samples a second.
    #[must_use]
    pub fn new(rate: u32) -> Self {
        let step = u64::from((rate / STEPS).max(1));
        let angle = FREQUENCIES.map(|f| TAU * f / f64::from(rate));
        let after = |samples: u64| angle.map(|a| turned((1.0, 0.0), -a * samples as f64));
        Self {
            step,
            pace: f64::from(rate) / step as f64,
            factors: angle.map(|a| 2.0 * a.cos()),
            angles: angle.map(|a| (a.cos(), a.sin())),
            turn: after(step),
            clock: after(step - 1),
            last: [0.0; 8],
            last_but_one: [0.0; 8],
            energy: 0.0,
            filled: 0,
            steps: [Step::default(); WINDOW],
            done: 0,
            before: [[(0.0, 0.0); 8]; 2],
            run: None,
            tones: Vec::new(),
        }
    }

    /// The next sample.
    pub fn push(&mut self, sample: f64) {
        // What is no number would stay in the filters for ever.
        let sample = if sample.is_finite() { sample.clamp(-8.0, 8.0) } else { 0.0 };
        let mut next = [sample; 8];
        let filters = self.factors.iter().zip(&self.last).zip(&self.last_but_one);
        for (next, ((factor, last), last_but_one)) in next.iter_mut().zip(filters) {
            *next += factor * last - last_but_one;
        }
        (self.last_but_one, self.last) = (self.last, next);
        self.energy += sample * sample;
        self.filled += 1;
        if self.filled == self.step {
            self.stepped();
        }
    }

    /// What was found.
    #[must_use]
    pub fn finish(mut self) -> Vec<Tone> {
        self.run_ends();
        self.tones
    }

    /// A step is full: its sums, turned to the clock of the whole recording, join the window.
    fn stepped(&mut self) {
        let mut step = Step { energy: self.energy, ..Step::default() };
        let filters = self.last.iter().zip(&self.last_but_one).zip(&self.angles);
        let clocks = self.clock.iter_mut().zip(&self.turn);
        for ((sum, ((last, before), (cos, sin))), (clock, turn)) in
            step.sums.iter_mut().zip(filters).zip(clocks)
        {
            *sum = product((last - before * cos, before * sin), *clock);
            *clock = product(*clock, *turn);
        }
        (self.last, self.last_but_one) = ([0.0; 8], [0.0; 8]);
        (self.energy, self.filled) = (0.0, 0);
        self.steps.rotate_left(1);
        if let Some(newest) = self.steps.last_mut() {
            *newest = step;
        }
        self.done += 1;
        let sums = self.sums();
        let key = self.key(&sums);
        self.before = [self.before[1], sums];
        self.took(key);
    }

    fn sums(&self) -> [Complex; 8] {
        let mut sums = [(0.0, 0.0); 8];
        for step in &self.steps {
            for (sum, part) in sums.iter_mut().zip(&step.sums) {
                *sum = (sum.0 + part.0, sum.1 + part.1);
            }
        }
        sums
    }

    /// The key of the window, if it is one.
    fn key(&self, sums: &[Complex; 8]) -> Option<char> {
        let samples = (self.step * WINDOW as u64) as f64;
        let energy: f64 = self.steps.iter().map(|s| s.energy).sum();
        if energy / samples < LEAST_POWER {
            return None;
        }
        let (row, low) = self.loudest(sums, 0)?;
        let (column, high) = self.loudest(sums, 4)?;
        // A tone of amplitude a has the power a²/2, and the sum a·n/2.
        let share = (low + high) * 2.0 / (samples * energy);
        let fits = share >= SHARE && high <= low * TWIST.0 && low <= high * TWIST.1;
        KEYS.get(row).and_then(|keys| keys.get(column)).copied().filter(|_| fits)
    }

    /// The loudest frequency of a group: which, and its power; `None` if it is not where it should be.
    fn loudest(&self, sums: &[Complex; 8], group: usize) -> Option<(usize, f64)> {
        let all =
            sums.iter().zip(&self.before[0]).zip(&FREQUENCIES).skip(group).take(4).enumerate();
        let loudest = all.max_by(|a, b| power(*a.1.0.0).total_cmp(&power(*b.1.0.0)));
        let (at, ((sum, before), frequency)) = loudest?;
        let turn = angle(*sum, *before);
        let off = turn / TAU * self.pace / 2.0;
        let lost = sinc(off * WINDOW as f64 / self.pace);
        let near = off.abs() <= frequency * OFF;
        near.then(|| (at, power(*sum) / (lost * lost).max(0.05)))
    }

    fn took(&mut self, key: Option<char>) {
        let now = self.done;
        match (&mut self.run, key) {
            (Some(run), Some(key)) if run.key == key => {
                run.windows += 1;
                run.last = now;
            }
            (Some(run), None) if now - run.last <= BRIDGE => {}
            _ => {
                self.run_ends();
                self.run = key.map(|key| Run { key, windows: 1, first: now, last: now });
            }
        }
    }

    fn run_ends(&mut self) {
        if let Some(run) = self.run.take().filter(|run| run.windows >= LEAST) {
            let start = run.first.saturating_sub(WINDOW as u64) * self.step;
            self.tones.push(Tone { key: run.key, frames: start..run.last * self.step });
        }
    }
}

fn power(of: Complex) -> f64 {
    of.0 * of.0 + of.1 * of.1
}

fn turned(of: Complex, by: f64) -> Complex {
    let (sin, cos) = by.sin_cos();
    product(of, (cos, sin))
}

fn product(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// From one to the other.
fn angle(to: Complex, from: Complex) -> f64 {
    let (re, im) = (to.0 * from.0 + to.1 * from.1, to.1 * from.0 - to.0 * from.1);
    im.atan2(re)
}

fn sinc(x: f64) -> f64 {
    if x.abs() < 1e-9 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

#[cfg(test)]
mod tests;

//! Which detectors each token wakes: tables made once from what the detectors say ([`Wakes`](crate::detector::Wakes)), read for
//! every token. A set of detectors is the bits of a `u64`, in the order of `detectors::ALL`.

use crate::beside::{Beside, Shape, around};
use crate::detector::{At, Detector};
use crate::detectors;
use crate::finding::Found;
use crate::lexicon::Lexicon;
use crate::number::Run;
use crate::token::{Block, Case, Class, Token};

/// The largest number of digits that a detector may ask for.
const MOST_FEWEST: usize = 16;
/// How many kinds of neighbours there are, twice: before and after.
const NEIGHBOURS: usize = 16 * 16;

/// The tables.
#[derive(Debug)]
pub(crate) struct WakeTable {
    /// By the shape of a group of digits …
    shapes: Box<[u64]>,
    /// … and by how many digits are left in its run; the last place is for more.
    left: [u64; MOST_FEWEST + 1],
    mixed: u64,
    capitals: u64,
    /// For each sign of ASCII, which table of `beside` it has.
    signs: [u8; 128],
    /// By the neighbours of a sign; the first table is empty.
    beside: Vec<[u64; NEIGHBOURS]>,
    /// By the entry of a word.
    entries: Vec<u64>,
}

impl WakeTable {
    pub(crate) fn new(lexicon: &Lexicon, off: &[String]) -> Self {
        const { assert!(detectors::ALL.len() <= 64) };
        let mut table = Self {
            shapes: vec![0; Shape::COUNT].into_boxed_slice(),
            left: [0; MOST_FEWEST + 1],
            mixed: 0,
            capitals: 0,
            signs: [0; 128],
            beside: vec![[0; NEIGHBOURS]],
            entries: vec![0; lexicon.size()],
        };
        for (number, detector) in detectors::ALL.iter().enumerate() {
            if !off.iter().any(|name| name == detector.name()) {
                table.add(1 << number, *detector, lexicon);
            }
        }
        table
    }

    fn add(&mut self, bit: u64, detector: &dyn Detector, lexicon: &Lexicon) {
        let wakes = detector.wakes();
        let set = |mask: &mut u64, wanted: bool| *mask |= if wanted { bit } else { 0 };
        if let Some(wanted) = wakes.numbers {
            for (number, mask) in self.shapes.iter_mut().enumerate() {
                set(mask, wanted(&Shape::of_number(number)));
            }
        }
        for (left, mask) in self.left.iter_mut().enumerate() {
            set(mask, left >= usize::from(wakes.fewest));
        }
        set(&mut self.mixed, wakes.mixed);
        set(&mut self.capitals, wakes.capitals);
        for (number, mask) in self.entries.iter_mut().enumerate() {
            set(mask, lexicon.entry(number as u16).senses.meets(wakes.senses));
        }
        for (sign, wanted) in wakes.signs {
            let table = self.table_of(*sign);
            for (number, mask) in table.iter_mut().enumerate() {
                set(mask, wanted(Beside::of_number(number >> 4), Beside::of_number(number)));
            }
        }
    }

    /// The table of a sign, made where it has none yet.
    fn table_of(&mut self, sign: u8) -> &mut [u64; NEIGHBOURS] {
        let next = self.beside.len();
        let number = match self.signs.get_mut(usize::from(sign)) {
            Some(number) if *number == 0 => {
                *number = next as u8;
                self.beside.push([0; NEIGHBOURS]);
                next
            }
            number => number.map_or(0, |n| usize::from(*n)),
        };
        let last = self.beside.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "there is at least one table")]
        &mut self.beside[number.min(last)]
    }

    /// Goes over the tokens once and wakes whoever wants each.
    pub(crate) fn wake_all(&self, block: &Block<'_>, run: &mut Run, found: &mut Found) {
        let mut at = 0;
        while let Some(token) = block.tokens.get(at) {
            let mask = match token.class {
                Class::Word => self.word(block, at, token),
                Class::Sign => self.sign(block, token),
                Class::Number => {
                    at = self.wake_run(block, at, run, found);
                    continue;
                }
                Class::Mixed => self.mixed,
                Class::Line => 0,
            };
            if mask != 0 {
                wake(mask, &At { block, token: at, run: None, group: 0 }, found);
            }
            at += 1;
        }
    }

    #[inline]
    fn word(&self, block: &Block<'_>, at: usize, token: &Token) -> u64 {
        let mask = self.entries.get(usize::from(token.entry)).copied().unwrap_or(0);
        if token.case == Case::Upper { mask | self.capitals(block, at, token) } else { mask }
    }

    /// Wakes whoever wants the groups of digits that start here, and the signs between them; returns the token after.
    fn wake_run(&self, block: &Block<'_>, from: usize, run: &mut Run, found: &mut Found) -> usize {
        let to = run.read(block, from);
        let all = run.digits().len();
        for (group, g) in run.groups().iter().enumerate() {
            let mask = self.number(block, g.token as usize, all - usize::from(g.first));
            if mask != 0 {
                wake(mask, &At { block, token: g.token as usize, run: Some(run), group }, found);
            }
        }
        for token in from + 1..to {
            let Some(sign) = block.tokens.get(token).filter(|t| t.class == Class::Sign) else {
                continue;
            };
            let mask = self.sign(block, sign);
            if mask != 0 {
                wake(mask, &At { block, token, run: None, group: 0 }, found);
            }
        }
        to
    }

    /// Whom a group of digits wakes with so many digits left in its run.
    #[inline]
    fn number(&self, block: &Block<'_>, token: usize, left: usize) -> u64 {
        let Some(token) = block.tokens.get(token) else { return 0 };
        let shape = Shape::number(block.text.as_bytes(), token.start as usize, token.end as usize);
        let shaped = self.shapes.get(shape).copied().unwrap_or(0);
        shaped & self.left.get(left.min(MOST_FEWEST)).copied().unwrap_or(0)
    }

    /// Whom capitals wake besides.
    fn capitals(&self, block: &Block<'_>, at: usize, token: &Token) -> u64 {
        let digits =
            |t: &Token| matches!(t.class, Class::Number | Class::Mixed) && t.start <= token.end + 1;
        let wanted = token.len() >= 8 || block.token(at + 1).is_some_and(digits);
        if wanted { self.capitals } else { 0 }
    }

    #[inline]
    fn sign(&self, block: &Block<'_>, token: &Token) -> u64 {
        let table = self.signs.get(token.hash as usize).copied().unwrap_or(0);
        if table == 0 {
            return 0;
        }
        let (before, after) =
            around(block.text.as_bytes(), token.start as usize, token.end as usize);
        let table = self.beside.get(usize::from(table));
        table.and_then(|t| t.get((before as usize) << 4 | after as usize)).copied().unwrap_or(0)
    }
}

fn wake(mut mask: u64, at: &At<'_>, found: &mut Found) {
    while mask != 0 {
        let number = mask.trailing_zeros() as usize;
        mask &= mask - 1;
        if let Some(detector) = detectors::ALL.get(number) {
            detector.look(at, found);
        }
    }
}

//! The automaton that decides on national numbers; `tools/lab/phone_plan.py` tells the layout of its bytes.

/// Labels, states and edges, as bytes of `plan.bin`.
#[derive(Debug)]
pub(super) struct Automaton {
    labels: &'static [u8],
    states: &'static [u8],
    edges: &'static [u8],
}

/// What an accepting state says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Place of the region in `plan::PLANS`.
    pub(super) region: u8,
    /// Place of the line in `LINES`.
    pub(super) line: u8,
    /// Length of the area code.
    pub(super) area: u8,
}

impl Automaton {
    /// The plans of all countries.
    pub(super) const BUILT_IN: Self = Self::new(include_bytes!("plan.bin"));

    #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
    const fn new(bytes: &'static [u8]) -> Self {
        const fn count(bytes: &[u8], at: usize) -> usize {
            u16::from_le_bytes([bytes[at], bytes[at + 1]]) as usize
        }
        let (_, rest) = bytes.split_at(6);
        let (labels, rest) = rest.split_at(3 * count(bytes, 0));
        let (states, edges) = rest.split_at(4 * (count(bytes, 2) + 1));
        assert!(edges.len() == 4 * count(bytes, 4));
        Self { labels, states, edges }
    }

    /// Reads digits from a state on; `None` where no number is assigned.
    pub(super) fn run(&self, root: u16, digits: &[u8]) -> Option<Label> {
        let mut state = root;
        for digit in digits {
            state = self.step(state, *digit)?;
        }
        let (_, label) = pair(self.states, usize::from(state))?;
        let at = 3 * usize::from(label);
        match self.labels.get(at..at + 3)? {
            &[region, line, area] if label != 0 => Some(Label { region, line, area }),
            _ => None,
        }
    }

    fn step(&self, state: u16, digit: u8) -> Option<u16> {
        // The edges of a state end where those of the next one start.
        let states = self.states.get(4 * usize::from(state)..)?.first_chunk()?;
        let [a, b, _, _, c, d, _, _] = *states;
        let (first, end) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
        let edges = self.edges.get(4 * usize::from(first)..4 * usize::from(end))?;
        edges.chunks_exact(4).find_map(|edge| {
            let (set, next) = pair(edge, 0)?;
            (set & (1 << digit) != 0).then_some(next)
        })
    }
}

/// The pair of 16-bit numbers at a place of a table.
fn pair(table: &[u8], at: usize) -> Option<(u16, u16)> {
    let bytes: &[u8; 4] = table.get(4 * at..)?.first_chunk()?;
    let [a, b, c, d] = *bytes;
    Some((u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])))
}

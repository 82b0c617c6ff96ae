//! How much a generalized table tells less than the original.
//!
//! For each attribute: `a` is the mean over all rows of the share of values that cannot be told apart any more (a row that
//! is left out counts 1), and `x = (a - 1/D) / (1 - 1/D)` with `D` values in all. The loss of the table is the geometric
//! mean of `1 + x` over the attributes, minus 1: from 0 (nothing lost) to 1 (nothing left).
//!
//! Sums are kept as whole numbers of values that cannot be told apart, so they do not depend on the order of rows.

use super::grouping::Node;
use super::tuples::Tuples;

/// The loss of nodes, with what can be known of it beforehand.
#[derive(Debug)]
pub struct Loss {
    rows: f64,
    attributes: Vec<OfAttribute>,
}

#[derive(Debug)]
struct OfAttribute {
    /// By level: the sum over all rows.
    sums: Vec<u64>,
    /// By level: the largest group.
    largest: Vec<u64>,
    values: u64,
}

impl Loss {
    /// Prepares the loss of a table's nodes.
    #[must_use]
    pub fn new(tuples: &Tuples) -> Self {
        let attributes = tuples.attributes().iter().enumerate().map(|(number, attribute)| {
            let counts = tuples.value_counts(number);
            let sizes = |level| (0..).map(move |value| u64::from(attribute.size(value, level)));
            let levels = 0..attribute.hierarchy.height();
            let sum = |level| counts.iter().zip(sizes(level)).map(|(rows, size)| rows * size).sum();
            let largest = |level| sizes(level).take(counts.len()).max().unwrap_or(0);
            OfAttribute {
                sums: levels.clone().map(sum).collect(),
                largest: levels.map(largest).collect(),
                values: attribute.hierarchy.leaves() as u64,
            }
        });
        Self { rows: tuples.rows() as f64, attributes: attributes.collect() }
    }

    /// The least loss that a node can have: that without a row left out. It grows along the lattice.
    #[must_use]
    pub fn bound(&self, node: &Node) -> f64 {
        self.with(node, |_, _| 0)
    }

    /// The loss of a node when what these rows lose more by being left out is, for each attribute: the sum of the values
    /// that can still be told from each.
    #[must_use]
    pub fn of(&self, node: &Node, more: &[u64]) -> f64 {
        self.with(node, |attribute, _| more.get(attribute).copied().unwrap_or(0))
    }

    /// The least loss of a node at which at least those rows are left out that a coarser node leaves out: so many, which
    /// lose so much more there. At a finer level a row's group is no larger than there, nor than the largest of that level.
    #[must_use]
    pub fn bound_with(&self, node: &Node, rows: u64, more: &[u64]) -> f64 {
        self.with(node, |attribute, level| {
            let loses = |a: &OfAttribute| Some(a.values - a.largest.get(level)?.min(&a.values));
            let each = self.attributes.get(attribute).and_then(loses).unwrap_or(0);
            more.get(attribute).copied().unwrap_or(0).max(rows * each)
        })
    }

    /// The geometric mean, with more to each attribute's sum.
    fn with(&self, node: &Node, more: impl Fn(usize, usize) -> u64) -> f64 {
        let factor = |(number, attribute): (usize, &OfAttribute)| {
            let level = node.level(number);
            let sum = attribute.sums.get(level).copied().unwrap_or(0) + more(number, level);
            let values = attribute.values.max(1) as f64;
            let (a, least) = (sum as f64 / values / self.rows.max(1.0), 1.0 / values);
            // An attribute with one value has nothing to lose.
            1.0 + if least < 1.0 { (a - least) / (1.0 - least) } else { 0.0 }
        };
        let product: f64 = self.attributes.iter().enumerate().map(factor).product();
        product.powf(1.0 / self.attributes.len().max(1) as f64) - 1.0
    }
}

//! How much a generalized table tells less than the original.
//!
//! For each attribute: `a` is the mean over all rows of the share of values that cannot be told apart any more (a row that
//! is left out counts 1), and `x = (a - 1/D) / (1 - 1/D)` with `D` values in all. The loss of the table is the geometric
//! mean of `1 + x` over the attributes, minus 1: from 0 (nothing lost) to 1 (nothing left).

use super::grouping::{Class, Node};
use super::tuples::Tuples;

/// The loss of nodes, with what can be known of it beforehand.
#[derive(Debug)]
pub struct Loss {
    rows: f64,
    /// By attribute and level: for each tuple the share.
    shares: Vec<Vec<Vec<f64>>>,
    /// By attribute and level: the sum of the shares of all rows.
    sums: Vec<Vec<f64>>,
    /// By attribute: one over its values.
    least: Vec<f64>,
}

impl Loss {
    /// Prepares the loss of a table's nodes.
    #[must_use]
    pub fn new(tuples: &Tuples) -> Self {
        let mut shares = Vec::new();
        let mut sums = Vec::new();
        let mut least = Vec::new();
        for (number, attribute) in tuples.attributes().iter().enumerate() {
            let hierarchy = &attribute.hierarchy;
            let of = |level| {
                let column = tuples.column(number).iter();
                column.map(|v| hierarchy.share(*v, level)).collect::<Vec<f64>>()
            };
            let levels: Vec<Vec<f64>> = (0..hierarchy.height()).map(of).collect();
            let sum = |level: &Vec<f64>| {
                let rows = (0..).map(|tuple| f64::from(tuples.count(tuple)));
                level.iter().zip(rows).map(|(share, rows)| share * rows).sum()
            };
            sums.push(levels.iter().map(sum).collect());
            shares.push(levels);
            least.push(1.0 / hierarchy.leaves() as f64);
        }
        Self { rows: tuples.rows() as f64, shares, sums, least }
    }

    /// The least loss that a node can have: that without a row left out. It grows along the lattice.
    #[must_use]
    pub fn bound(&self, node: &Node) -> f64 {
        self.combine(|attribute| self.sum(attribute, node))
    }

    /// The loss of a node when these classes are left out.
    pub fn of<'a>(&self, node: &Node, left_out: impl Iterator<Item = &'a Class> + Clone) -> f64 {
        self.combine(|attribute| {
            let level = node.0.get(attribute).copied().unwrap_or(0);
            let shares = self.shares.get(attribute).and_then(|a| a.get(usize::from(level)));
            let more = left_out.clone().map(|class| {
                let share = shares.and_then(|s| s.get(class.example as usize)).copied();
                (1.0 - share.unwrap_or(1.0)) * f64::from(class.rows)
            });
            self.sum(attribute, node) + more.sum::<f64>()
        })
    }

    fn sum(&self, attribute: usize, node: &Node) -> f64 {
        let level = node.0.get(attribute).copied().unwrap_or(0);
        self.sums.get(attribute).and_then(|a| a.get(usize::from(level))).copied().unwrap_or(0.0)
    }

    fn combine(&self, sum: impl Fn(usize) -> f64) -> f64 {
        let factor = |(attribute, least): (usize, &f64)| {
            let a = sum(attribute) / self.rows.max(1.0);
            // An attribute with one value has nothing to lose.
            1.0 + if *least < 1.0 { (a - least) / (1.0 - least) } else { 0.0 }
        };
        let product: f64 = self.least.iter().enumerate().map(factor).product();
        product.powf(1.0 / self.least.len().max(1) as f64) - 1.0
    }
}

//! What a class of rows that look alike must fulfil.

/// One condition on a class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Model {
    /// At least this many rows (Samarati 2001).
    KAnonymity(u32),
    /// At least this many different sensitive values (Machanavajjhala et al. 2007, §4.1).
    DistinctDiversity(u32),
    /// Sensitive values as spread as this many equally frequent ones: entropy of at least its logarithm (§4.1).
    ///
    /// Computed in double precision and compared as it comes, so a class that lies exactly on the border may be taken to
    /// fail: the careful side, and what the program does whose optimum the tests hold this one against.
    EntropyDiversity(f64),
    /// The share of each sensitive value about as in the whole table: half the sum of the differences at most this, all
    /// values being equally far from each other (Li et al. 2007, §4.1, equal distance).
    Closeness(f64),
}

impl Model {
    /// Whether a class that fulfils it still does after another class is joined to it, so that fewer and fewer rows stand
    /// out the coarser a table becomes.
    ///
    /// Entropy and closeness do not have this property: a large class that fulfils neither may drown a small one that does.
    #[must_use]
    pub fn is_monotone(self) -> bool {
        matches!(self, Self::KAnonymity(_) | Self::DistinctDiversity(_))
    }
}

/// All conditions on a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Privacy {
    models: Vec<Model>,
    /// The share of each sensitive value in the whole table.
    overall: Vec<f64>,
}

impl Privacy {
    /// These conditions, for a table with so many rows of each sensitive value (empty without a sensitive attribute).
    #[must_use]
    pub fn new(models: Vec<Model>, sensitive_counts: &[u64]) -> Self {
        let total: u64 = sensitive_counts.iter().sum();
        let overall = sensitive_counts.iter().map(|c| *c as f64 / total.max(1) as f64).collect();
        Self { models, overall }
    }
    /// Whether one of the conditions looks at sensitive values.
    #[must_use]
    pub fn wants_sensitive(&self) -> bool {
        self.models.iter().any(|m| !matches!(m, Model::KAnonymity(_)))
    }
    /// Whether a class fulfils all conditions.
    #[must_use]
    pub fn holds(&self, rows: u32, sensitive: &[u32]) -> bool {
        self.models.iter().all(|m| self.one_holds(*m, rows, sensitive))
    }
    /// Whether a class fulfils those conditions that it cannot lose by growing.
    #[must_use]
    pub fn monotone_part_holds(&self, rows: u32, sensitive: &[u32]) -> bool {
        self.models.iter().filter(|m| m.is_monotone()).all(|m| self.one_holds(*m, rows, sensitive))
    }

    fn one_holds(&self, model: Model, rows: u32, sensitive: &[u32]) -> bool {
        match model {
            Model::KAnonymity(k) => rows >= k,
            Model::DistinctDiversity(l) => {
                sensitive.iter().filter(|c| **c > 0).count() >= l as usize
            }
            Model::EntropyDiversity(l) => entropy(rows, sensitive) >= l.ln(),
            Model::Closeness(t) => self.distance(rows, sensitive) <= t + 1e-12,
        }
    }

    /// Half the sum of the differences of shares (total variation).
    pub(super) fn distance(&self, rows: u32, sensitive: &[u32]) -> f64 {
        let rows = f64::from(rows.max(1));
        let differences = sensitive
            .iter()
            .zip(&self.overall)
            .map(|(c, share)| (f64::from(*c) / rows - share).abs());
        differences.sum::<f64>() / 2.0
    }
}

/// The entropy of the sensitive values of a class, in nats.
pub(super) fn entropy(rows: u32, sensitive: &[u32]) -> f64 {
    let rows = f64::from(rows.max(1));
    let part = |count: &u32| {
        let share = f64::from(*count) / rows;
        if share > 0.0 { -share * share.ln() } else { 0.0 }
    };
    sensitive.iter().map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_model() {
        let privacy = |model| Privacy::new(vec![model], &[50, 30, 20]);
        for (model, rows, sensitive, holds) in [
            (Model::KAnonymity(5), 5, [5, 0, 0], true),
            (Model::KAnonymity(5), 4, [4, 0, 0], false),
            (Model::DistinctDiversity(2), 9, [8, 1, 0], true),
            (Model::DistinctDiversity(3), 9, [8, 1, 0], false),
            (Model::EntropyDiversity(2.0), 8, [4, 4, 0], true),
            (Model::EntropyDiversity(2.0), 8, [5, 3, 0], false),
            (Model::Closeness(0.2), 10, [5, 3, 2], true),
            (Model::Closeness(0.2), 10, [8, 1, 1], false),
            (Model::Closeness(0.3), 10, [8, 1, 1], true),
        ] {
            assert_eq!(privacy(model).holds(rows, &sensitive), holds, "{model:?} {sensitive:?}");
        }
    }
}

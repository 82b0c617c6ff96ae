//! How well findings agree with labels.
//!
//! - **exact**: same start, same end, same label.
//! - **lenient**: same label, and they share text.
//! - **any**: they share text, whatever the labels (is it seen at all?).
//!
//! Sets differ in how finely they label: [`Same`] says that a finding's label agrees with a coarser one.
//!
//! Precision counts findings, recall counts labels; a label that two findings cover is one hit for recall and each finding
//! is one for precision.

use std::collections::BTreeMap;
use std::ops::Range;

/// A place with its label.
pub type Mark<'a> = (Range<usize>, &'a str);

/// One measure's counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Findings that agree with a label.
    pub found_right: usize,
    /// Labels that agree with a finding.
    pub gold_hit: usize,
}

/// The counts of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings.
    pub found: usize,
    /// Labels.
    pub gold: usize,
    /// Same place and label.
    pub exact: Count,
    /// Same label, shared text.
    pub lenient: Count,
    /// Shared text.
    pub any: Count,
}

/// Precision, recall and their harmonic mean, from 0 to 1; 1 where there is nothing to find or nothing was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Share of findings that are right.
    pub precision: f64,
    /// Share of labels that were found.
    pub recall: f64,
    /// Harmonic mean.
    pub f1: f64,
}

impl Counts {
    /// The quality under one measure.
    #[must_use]
    pub fn quality(&self, count: Count) -> Quality {
        let share = |part: usize, whole: usize| {
            if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
        };
        let (p, r) = (share(count.found_right, self.found), share(count.gold_hit, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        Quality { precision: p, recall: r, f1 }
    }
}

/// Counts by label, and of all together under `ALL`.
#[derive(Clone, Debug, Default)]
pub struct Board(pub BTreeMap<String, Counts>);

impl Board {
    /// Adds the marks of one text.
    pub fn add(&mut self, gold: &[Mark<'_>], found: &[Mark<'_>]) {
        for mark in gold {
            let exact = found.iter().any(|f| f == mark);
            let lenient = found.iter().any(|f| f.1 == mark.1 && overlap(f, mark));
            let any = found.iter().any(|f| overlap(f, mark));
            self.each(mark.1, |c| {
                c.gold += 1;
                c.exact.gold_hit += usize::from(exact);
                c.lenient.gold_hit += usize::from(lenient);
                c.any.gold_hit += usize::from(any);
            });
        }
        for mark in found {
            let exact = gold.iter().any(|g| g == mark);
            let lenient = gold.iter().any(|g| g.1 == mark.1 && overlap(g, mark));
            let any = gold.iter().any(|g| overlap(g, mark));
            self.each(mark.1, |c| {
                c.found += 1;
                c.exact.found_right += usize::from(exact);
                c.lenient.found_right += usize::from(lenient);
                c.any.found_right += usize::from(any);
            });
        }
    }

    fn each(&mut self, label: &str, mut change: impl FnMut(&mut Counts)) {
        change(self.0.entry(label.to_owned()).or_default());
        change(self.0.entry("ALL".to_owned()).or_default());
    }
}

/// "A finding labelled so agrees with gold labelled so", read from `DATE_OF_BIRTH=DATE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    /// The finding's label.
    pub finding: String,
    /// The gold's.
    pub gold: String,
}

impl std::str::FromStr for Same {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((finding, gold)) if !finding.is_empty() && !gold.is_empty() => {
                Ok(Self { finding: finding.to_owned(), gold: gold.to_owned() })
            }
            _ => Err(format!("`{text}` is not FINDING=GOLD, such as DATE_OF_BIRTH=DATE")),
        }
    }
}

/// Relabels findings whose label agrees with a coarser one, unless gold of their own label shares their text.
pub fn relabel<'a>(found: &mut [Mark<'a>], gold: &[Mark<'_>], same: &'a [Same]) {
    for mark in found {
        let own = gold.iter().any(|g| g.1 == mark.1 && overlap(g, mark));
        if let Some(rule) = same.iter().find(|s| !own && s.finding == mark.1) {
            mark.1 = &rule.gold;
        }
    }
}

fn overlap(a: &Mark<'_>, b: &Mark<'_>) -> bool {
    a.0.start < b.0.end && b.0.start < a.0.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finer_label_agrees_with_a_coarser_one() {
        let same: [Same; 1] = ["DATE_OF_BIRTH=DATE".parse().unwrap()];
        assert!("DATE".parse::<Same>().is_err());
        let gold = [(0..5, "DATE"), (10..15, "DATE_OF_BIRTH")];
        let mut found = [(0..5, "DATE_OF_BIRTH"), (10..15, "DATE_OF_BIRTH"), (20..25, "AGE")];
        relabel(&mut found, &gold, &same);
        assert_eq!(found, [(0..5, "DATE"), (10..15, "DATE_OF_BIRTH"), (20..25, "AGE")]);
    }

    #[test]
    fn the_three_measures() {
        let mut board = Board::default();
        board.add(
            &[(0..5, "PERSON"), (10..20, "IBAN"), (30..35, "LOC")],
            &[(0..5, "PERSON"), (12..20, "IBAN"), (30..35, "ORG"), (40..42, "AGE")],
        );
        let all = board.0["ALL"];
        assert_eq!((all.found, all.gold), (4, 3));
        assert_eq!((all.exact.gold_hit, all.lenient.gold_hit, all.any.gold_hit), (1, 2, 3));
        assert!((all.quality(all.lenient).precision - 0.5).abs() < 1e-9);
        assert!((board.0["IBAN"].quality(board.0["IBAN"].exact).f1).abs() < 1e-9);
    }
}

//! How likely a person is found again in a table.
//!
//! The three attackers of Emam and Dankar, "Protecting privacy using k-anonymity", JAMIA 15(5), 2008: the **prosecutor**
//! knows that a person is in the table; the **journalist** knows only that the person is in a larger population; the
//! **marketer** wants as many as possible. And the share of rows that nobody else looks like.

/// The risk of a table, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Risk {
    /// Rows.
    pub rows: u64,
    /// Classes of rows that look alike.
    pub classes: u64,
    /// The smallest class.
    pub smallest: u64,
    /// The largest class.
    pub largest: u64,
    /// The chance to pick the right row for the person most at risk.
    pub prosecutor_highest: f64,
    /// The share of rows whose chance is above one in five.
    pub prosecutor_at_risk: f64,
    /// The chance to pick the right row, over all rows: also what a marketer gets right.
    pub marketer: f64,
    /// The share of rows that nobody else looks like.
    pub unique: f64,
    /// The discernibility: the sum of the squares of class sizes (Bayardo and Agrawal 2005), without rows left out.
    pub discernibility: u128,
}

/// Above this chance a row counts as at risk: one in five, a common limit for data that is released to few.
pub const AT_RISK: f64 = 0.2;

impl Risk {
    /// The risk of a table whose classes have so many rows.
    ///
    /// ```
    /// use abide_anonymize::table::Risk;
    /// let risk = Risk::of([1, 4, 5]);
    /// assert_eq!(risk.prosecutor_highest, 1.0);
    /// assert_eq!(risk.unique, 0.1);
    /// assert_eq!(risk.marketer, 0.3);
    /// ```
    #[must_use]
    pub fn of(sizes: impl IntoIterator<Item = u64>) -> Self {
        let mut risk = Self { smallest: u64::MAX, ..Self::default() };
        let (mut unique, mut at_risk) = (0, 0);
        for size in sizes.into_iter().filter(|s| *s > 0) {
            risk.rows += size;
            risk.classes += 1;
            risk.smallest = risk.smallest.min(size);
            risk.largest = risk.largest.max(size);
            risk.discernibility += u128::from(size) * u128::from(size);
            unique += u64::from(size == 1);
            at_risk += if 1.0 / size as f64 > AT_RISK { size } else { 0 };
        }
        if risk.rows == 0 {
            return Self::default();
        }
        let rows = risk.rows as f64;
        risk.prosecutor_highest = 1.0 / risk.smallest as f64;
        risk.prosecutor_at_risk = at_risk as f64 / rows;
        risk.marketer = risk.classes as f64 / rows;
        risk.unique = unique as f64 / rows;
        risk
    }

    /// The average size of a class.
    #[must_use]
    pub fn average_class(&self) -> f64 {
        if self.classes == 0 { 0.0 } else { self.rows as f64 / self.classes as f64 }
    }
}

/// How many rows are in classes of which size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Rows by span of sizes, as [`Sizes::SPANS`].
    pub rows: [u64; 8],
    /// Classes by span of sizes.
    pub classes: [u64; 8],
}

impl Sizes {
    /// The smallest and largest size of each span; the last has no end.
    pub const SPANS: [(u64, u64); 8] =
        [(1, 1), (2, 4), (5, 9), (10, 19), (20, 49), (50, 99), (100, 999), (1000, u64::MAX)];

    /// Counts classes with so many rows.
    #[must_use]
    pub fn of(sizes: impl IntoIterator<Item = u64>) -> Self {
        let mut out = Self::default();
        for size in sizes {
            let span = Self::SPANS.iter().position(|(low, high)| (*low..=*high).contains(&size));
            let Some(span) = span else { continue };
            if let (Some(rows), Some(classes)) = (out.rows.get_mut(span), out.classes.get_mut(span))
            {
                *rows += size;
                *classes += 1;
            }
        }
        out
    }
}

/// What an attacker gained who linked a table to a second one about known people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Attack {
    /// People in the second table.
    pub people: u64,
    /// Those whose attributes fit at least one row.
    pub fitting: u64,
    /// Those whose attributes fit exactly one row.
    pub linked: u64,
    /// How many would be right if the attacker picked one of the fitting rows for each.
    pub expected: f64,
    /// The journalist's risk: one over the fewest people of the second table that any row of the first fits.
    pub journalist_highest: f64,
}

impl Attack {
    /// Links classes: for each combination of attributes, how many rows the released table has and how many people the
    /// second one.
    #[must_use]
    pub fn of(pairs: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let mut attack = Self::default();
        for (rows, people) in pairs {
            attack.people += people;
            if rows == 0 || people == 0 {
                continue;
            }
            attack.fitting += people;
            attack.linked += if rows == 1 && people == 1 { 1 } else { 0 };
            // With as many rows as people a guess is right once for each in the mean; with fewer, at most for the rows.
            attack.expected += rows.min(people) as f64 / rows.max(people) as f64;
            attack.journalist_highest = attack.journalist_highest.max(1.0 / people as f64);
        }
        attack
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_table_has_no_risk() {
        assert_eq!(Risk::of([]), Risk::default());
        assert!(Risk::of([]).average_class().abs() < 1e-12);
    }

    #[test]
    fn rows_at_risk_and_discernibility() {
        let risk = Risk::of([2, 2, 6]);
        assert!((risk.prosecutor_at_risk - 0.4).abs() < 1e-12);
        assert_eq!((risk.discernibility, risk.smallest, risk.largest), (44, 2, 6));
    }

    #[test]
    fn sizes_fall_into_spans() {
        let sizes = Sizes::of([0, 1, 1, 4, 5, 1000, 1_000_000]);
        assert_eq!(sizes.rows, [2, 4, 5, 0, 0, 0, 0, 1_001_000]);
        assert_eq!(sizes.classes, [2, 1, 1, 0, 0, 0, 0, 2]);
    }

    #[test]
    fn linking_gains_what_it_should() {
        let attack = Attack::of([(1, 1), (5, 1), (1, 2), (0, 3), (4, 0)]);
        assert_eq!((attack.people, attack.fitting, attack.linked), (7, 4, 1));
        assert!((attack.expected - (1.0 + 0.2 + 0.5)).abs() < 1e-12);
        assert!((attack.journalist_highest - 1.0).abs() < 1e-12);
    }
}

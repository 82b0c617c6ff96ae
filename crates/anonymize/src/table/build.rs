//! Hierarchies that are built from the values of a table, where no file gives one.

use super::hierarchy::{Hierarchy, HierarchyError};

/// The coarsest level: nothing is told.
pub const NOTHING: &str = "*";

/// How a hierarchy is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Build {
    /// The value or nothing.
    Hide,
    /// Days, months, years, decades: `1985-03-12`, `12.03.1985`, with or without a time.
    Dates,
    /// Ranges of these widths, each a multiple of the one before.
    Numbers(Vec<u32>),
    /// One sign less at a time, from the end: post codes.
    Postcodes,
}

/// Why a hierarchy cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The widths do not fit into each other.
    #[error("the widths must grow, each a multiple of the one before: such as 5, 10, 20, 100")]
    Widths,
    /// The table has too many values.
    #[error(transparent)]
    Hierarchy(#[from] HierarchyError),
}

impl Build {
    /// Builds the hierarchy of these values. A value that is not of the kind stands alone at first and becomes
    /// nothing at the next level.
    ///
    /// ```
    /// use abide_anonymize::table::Build;
    /// let h = Build::Numbers(vec![5, 10]).hierarchy(["34", "38"])?;
    /// let v = h.value("38").unwrap();
    /// assert_eq!((h.name(v, 1), h.name(v, 2), h.name(v, 3)), ("35-39", "30-39", "*"));
    /// # Ok::<(), abide_anonymize::table::BuildError>(())
    /// ```
    ///
    /// # Errors
    /// If the widths do not fit, or there are too many values.
    pub fn hierarchy<S: AsRef<str>>(
        &self,
        values: impl IntoIterator<Item = S>,
    ) -> Result<Hierarchy, BuildError> {
        let values: Vec<S> = values.into_iter().collect();
        let longest = values.iter().map(|v| v.as_ref().chars().count()).max().unwrap_or(0);
        if let Self::Numbers(widths) = self {
            let mut finer = 1;
            for width in widths {
                if *width <= finer || width % finer != 0 {
                    return Err(BuildError::Widths);
                }
                finer = *width;
            }
        }
        let row = |value: &S| {
            let value = value.as_ref();
            let mut row = vec![value.to_owned()];
            match self {
                Self::Hide => {}
                Self::Dates => row.extend(dates(value)),
                Self::Numbers(widths) => row.extend(widths.iter().map(|w| range(value, *w))),
                Self::Postcodes => row.extend((1..longest).map(|hidden| shortened(value, hidden))),
            }
            row.push(NOTHING.to_owned());
            row
        };
        Ok(Hierarchy::new(values.iter().map(row))?)
    }
}

/// Month, year, decade.
fn dates(value: &str) -> [String; 3] {
    let Some((year, month)) = year_and_month(value) else {
        return [const { String::new() }; 3].map(|_| NOTHING.to_owned());
    };
    let decade = year / 10 * 10;
    [
        format!("{year:04}-{month:02}"),
        format!("{year:04}"),
        format!("{decade:04}-{:04}", decade + 9),
    ]
}

/// The year and month of a date as ISO 8601 or German custom write it.
fn year_and_month(value: &str) -> Option<(u32, u32)> {
    let date = value.trim().split(['T', ' ']).next()?;
    let mut parts = date.split(['-', '.', '/']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, day) = (number(year)?, number(second)?, number(day)?);
    let fits = year >= 1000 && (1..=12).contains(&month) && (1..=31).contains(&day);
    (fits && parts.next().is_none()).then_some((year, month))
}

/// The range of a width that a number is in.
fn range(value: &str, width: u32) -> String {
    let Ok(number) = value.trim().parse::<f64>() else { return NOTHING.to_owned() };
    let width = f64::from(width);
    let low = (number / width).floor() * width;
    if !low.is_finite() {
        return NOTHING.to_owned();
    }
    format!("{low}-{}", low + width - 1.0)
}

/// A value with its last signs hidden.
fn shortened(value: &str, hidden: usize) -> String {
    let length = value.chars().count();
    let kept = length.saturating_sub(hidden);
    value.chars().take(kept).chain(std::iter::repeat_n('*', length - kept)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(build: &Build, value: &str) -> Vec<String> {
        let hierarchy = build.hierarchy([value]).unwrap();
        (0..hierarchy.height()).map(|l| hierarchy.name(0, l).to_owned()).collect()
    }

    #[test]
    fn each_kind() {
        assert_eq!(levels(&Build::Hide, "x"), ["x", "*"]);
        for date in ["1985-03-12", "12.03.1985", "1985-03-12T10:00:00Z"] {
            assert_eq!(levels(&Build::Dates, date)[1..], ["1985-03", "1985", "1980-1989", "*"]);
        }
        assert_eq!(levels(&Build::Dates, "soon")[1..], ["*", "*", "*", "*"]);
        assert_eq!(levels(&Build::Numbers(vec![10]), "-3"), ["-3", "-10--1", "*"]);
        assert_eq!(levels(&Build::Postcodes, "1234"), ["1234", "123*", "12**", "1***", "*"]);
    }

    #[test]
    fn widths_must_fit() {
        for widths in [vec![5, 7], vec![1], vec![10, 5]] {
            assert_eq!(Build::Numbers(widths).hierarchy(["1"]).unwrap_err(), BuildError::Widths);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_values_make_a_hierarchy(values in proptest::collection::btree_set(".{0,8}", 1..20)) {
            for build in [Build::Hide, Build::Dates, Build::Numbers(vec![2, 10]), Build::Postcodes] {
                assert!(build.hierarchy(&values).is_ok());
            }
        }
    }
}

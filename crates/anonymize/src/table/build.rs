//! Hierarchies that are built from the values of a table, where no file gives one.

use abide_detect::phone::{self, Region};

use super::hierarchy::{Hierarchy, HierarchyError};
use super::places::{self, Place};

/// The coarsest level: nothing is told.
pub(super) const NOTHING: &str = "*";

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
    /// Minutes, quarters of an hour, hours, days, months: `2026-11-26T10:07:33`, `26.11.2026 10:07`. The time is taken
    /// as it is written; a zone behind it is dropped.
    Times,
    /// Country and area (or mobile network), country. The region is where numbers without a country code are dialled.
    Phones(Option<Region>),
    /// Region, country, part of the world: towns, regions and countries by their names.
    Places,
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
        self.check()?;
        let values: Vec<S> = values.into_iter().collect();
        let longest = longest(&values);
        Ok(Hierarchy::new(values.iter().map(|value| self.row(value.as_ref(), longest)))?)
    }

    /// Whether the widths of ranges fit into each other.
    pub(super) fn check(&self) -> Result<(), BuildError> {
        let Self::Numbers(widths) = self else { return Ok(()) };
        let mut finer = 1;
        for width in widths {
            if *width <= finer || width % finer != 0 {
                return Err(BuildError::Widths);
            }
            finer = *width;
        }
        Ok(())
    }

    /// A value with its groups from fine to coarse; `longest` is the length of the longest value.
    pub(super) fn row(&self, value: &str, longest: usize) -> Vec<String> {
        let mut row = vec![value.to_owned()];
        match self {
            Self::Hide => {}
            Self::Dates => row.extend(dates(value)),
            Self::Numbers(widths) => row.extend(widths.iter().map(|w| range(value, *w))),
            Self::Postcodes => row.extend((1..longest).map(|hidden| shortened(value, hidden))),
            Self::Times => row.extend(times(value)),
            Self::Phones(region) => row.extend(phones(value, *region)),
            Self::Places => row.extend(places::find(value).map_or_else(nothing, Place::levels)),
        }
        row.push(NOTHING.to_owned());
        row
    }
}

/// The length of the longest value, in characters.
pub(super) fn longest<S: AsRef<str>>(values: &[S]) -> usize {
    values.iter().map(|v| v.as_ref().chars().count()).max().unwrap_or(0)
}

/// As many levels that tell nothing.
fn nothing<const LEVELS: usize>() -> [String; LEVELS] {
    std::array::from_fn(|_| NOTHING.to_owned())
}

/// Month, year, decade.
fn dates(value: &str) -> [String; 3] {
    let Some([year, month, _]) = date(value) else { return nothing() };
    let decade = year / 10 * 10;
    [
        format!("{year:04}-{month:02}"),
        format!("{year:04}"),
        format!("{decade:04}-{:04}", decade + 9),
    ]
}

/// Year, month and day of a date as ISO 8601 or German custom write it, with or without a time behind it.
fn date(value: &str) -> Option<[u32; 3]> {
    let date = value.trim().split(['T', ' ']).next()?;
    let mut parts = date.split(['-', '.', '/']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, day) = (number(year)?, number(second)?, number(day)?);
    let fits =
        (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (fits && parts.next().is_none()).then_some([year, month, day])
}

/// Hour and minute of a time behind a date.
fn hour_and_minute(value: &str) -> Option<(u32, u32)> {
    let (_, time) = value.trim().split_once(['T', ' '])?;
    let (hour, rest) = time.trim_start().split_once(':')?;
    let (hour, minute) = (hour.parse().ok()?, rest.get(..2)?.parse().ok()?);
    let ends = rest.get(2..)?.chars().next().is_none_or(|c| !c.is_alphanumeric() || c == 'Z');
    (hour < 24 && minute < 60 && ends).then_some((hour, minute))
}

/// Minute, quarter of an hour, hour, day, month; spans of time as ISO 8601 §5.5 writes them.
fn times(value: &str) -> [String; 5] {
    let (Some([year, month, day]), Some((hour, minute))) = (date(value), hour_and_minute(value))
    else {
        return nothing();
    };
    let day = format!("{year:04}-{month:02}-{day:02}");
    [
        format!("{day}T{hour:02}:{minute:02}"),
        format!("{day}T{hour:02}:{:02}/PT15M", minute / 15 * 15),
        format!("{day}T{hour:02}:00/PT1H"),
        day,
        format!("{year:04}-{month:02}"),
    ]
}

/// Country with area, country.
fn phones(value: &str, region: Option<Region>) -> [String; 2] {
    let Some(number) = phone::parse(value, region) else { return nothing() };
    let Some((country, area)) = phone::country_and_area(&number.e164) else { return nothing() };
    let country = format!("+{country}");
    [format!("{country} {area}").trim_end().to_owned(), country]
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
    fn times_and_telephone_numbers() {
        for time in ["2026-11-26T10:37:33Z", "2026-11-26 10:37", "26.11.2026 10:37:01.5"] {
            let expected = [
                "2026-11-26T10:37",
                "2026-11-26T10:30/PT15M",
                "2026-11-26T10:00/PT1H",
                "2026-11-26",
                "2026-11",
                "*",
            ];
            assert_eq!(levels(&Build::Times, time)[1..], expected, "{time}");
        }
        for none in ["2026-11-26", "2026-11-26T24:00", "2026-11-26 10:5x", "2026-11-26T10:370", ""]
        {
            assert_eq!(levels(&Build::Times, none)[1..], ["*"; 6], "{none}");
        }
        let german = Build::Phones(Region::from_code("DE"));
        for number in ["(0351) 327294", "+49 351 327294"] {
            assert_eq!(levels(&german, number)[1..], ["+49 351", "+49", "*"]);
        }
        assert_eq!(levels(&Build::Phones(None), "0351 327294")[1..], ["*", "*", "*"]);
    }

    #[test]
    fn places_of_all_kinds_make_one_hierarchy() {
        let values =
            ["Bonn", "Köln", "Sachsen", "Georgia", "Atlanta", "Tbilisi", "Germany", "Lima", "?"];
        let hierarchy = Build::Places.hierarchy(values).unwrap();
        let name = |value, level| hierarchy.name(hierarchy.value(value).unwrap(), level);
        assert_eq!(name("Bonn", 1), name("Köln", 1));
        assert_eq!((name("Atlanta", 1), name("Tbilisi", 1)), ("Georgia, US", "Georgia"));
        assert_eq!((name("Lima", 3), name("?", 1)), ("South America", "*"));
        assert_eq!((hierarchy.height(), hierarchy.groups(3)), (5, 5));
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
            let kinds = [Build::Hide, Build::Dates, Build::Numbers(vec![2, 10]), Build::Postcodes, Build::Times, Build::Phones(None), Build::Places];
            for build in kinds {
                assert!(build.hierarchy(&values).is_ok());
            }
        }
    }
}

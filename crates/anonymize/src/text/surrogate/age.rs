//! Another age near an age: at most five years away and never the same, a child's where it was a child's. From ninety on
//! there are so few people that all become eighty-five to eighty-nine.

use abide_detect::{Finding, Kind};

use crate::text::session::{Session, key};

/// The farthest that an age is moved, in years.
const FAR: u32 = 5;
/// From this age on one is no child.
const GROWN: u32 = 18;
/// From this age on all ages are one.
const OLD: u32 = 90;

/// The value with another age in it; `None` for ages in words or of several numbers.
pub(super) fn invented(
    value: &str,
    finding: &Finding,
    session: &mut Session<'_>,
) -> Option<String> {
    let start = value.find(|c: char| c.is_ascii_digit())?;
    let rest = value.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end)?;
    let age: u32 = digits.parse().ok()?;
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (low, high) = band(age);
    let own = key(finding, digits);
    let new = session.invented(Kind::Age, &own, |dice| {
        let new = low + dice.below((high - low) as usize) as u32;
        // The age itself is left out of the band.
        Some((if new >= age { new + 1 } else { new }).to_string())
    })?;
    Some(format!("{}{new}{after}", value.get(..start)?))
}

/// The lowest and the highest age that an age can become.
fn band(age: u32) -> (u32, u32) {
    match age {
        OLD.. => (OLD - FAR, OLD),
        GROWN.. => (age.saturating_sub(FAR).max(GROWN), (age + FAR).min(OLD - 1)),
        _ => (age.saturating_sub(FAR).max(1), (age + FAR).min(GROWN - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_stay_in_their_band() {
        let mut state = 3u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        for age in 0..120u32 {
            for _ in 0..20 {
                let mut session = Session::new(&mut random);
                let value = format!("{age} Jahre");
                let finding = Finding::new(Kind::Age, 0..value.len(), 90);
                let new = invented(&value, &finding, &mut session).unwrap();
                let number: u32 = new.strip_suffix(" Jahre").unwrap().parse().unwrap();
                assert_ne!(number, age);
                assert_eq!(number < GROWN, age < GROWN, "{age} {number}");
                assert!(if age < OLD {
                    number.abs_diff(age) <= FAR
                } else {
                    (85..90).contains(&number)
                });
                assert_eq!(invented(&value, &finding, &mut session).unwrap(), new);
            }
        }
    }
}

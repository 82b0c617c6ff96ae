//! Vehicle identification numbers (ISO 3779): 17 capitals and digits without I, O and Q; the ninth is a check digit in North
//! America and China (49 CFR 565.15).

/// The form of a word as a VIN; `None` if it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vin {
    /// Right by its check digit.
    Checked,
    /// As long, of the right characters; without a check digit as in Europe, or mistyped.
    Shaped,
}

pub(super) const LENGTH: usize = 17;

pub(super) fn of(word: &str) -> Option<Vin> {
    let bytes: &[u8; LENGTH] = word.as_bytes().try_into().ok()?;
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let tail = bytes.iter().rev().take(4).all(u8::is_ascii_digit);
    if !tail || digits == LENGTH {
        return None;
    }
    let sum = bytes
        .iter()
        .zip(WEIGHTS)
        .try_fold(0, |sum, (byte, weight)| Some(sum + value(*byte)? * weight))?;
    let check = match bytes.get(8)? {
        b'X' | b'x' => 10,
        byte => value(*byte).filter(|_| byte.is_ascii_digit()).unwrap_or(11),
    };
    Some(if sum % 11 == check { Vin::Checked } else { Vin::Shaped })
}

const WEIGHTS: [u32; LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

fn value(byte: u8) -> Option<u32> {
    Some(match byte.to_ascii_uppercase() {
        b @ b'0'..=b'9' => u32::from(b - b'0'),
        b'I' | b'O' | b'Q' => return None,
        b @ b'A'..=b'H' => u32::from(b - b'A') + 1,
        b @ b'J'..=b'R' => u32::from(b - b'J') + 1,
        b @ b'S'..=b'Z' => u32::from(b - b'S') + 2,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers() {
        for (word, expected) in [
            ("1M8GDM9AXKP042788", Some(Vin::Checked)),
            ("5GZCZ43D13S812715", Some(Vin::Checked)),
            ("1M8GDM9A1KP042788", Some(Vin::Shaped)),
            ("WVWZZZ1JZ3W386752", Some(Vin::Shaped)),
            ("1M8GDM9AXKP04278", None),
            ("IM8GDM9AXKP042788", None),
            ("12345678901234567", None),
            ("1M8GDM9AXKP04278A", None),
        ] {
            assert_eq!(of(word), expected, "{word}");
        }
    }
}

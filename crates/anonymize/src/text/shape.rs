//! Other characters in the spelling of a value: its blanks, signs and case stay.

/// New digits for a stretch of the old ones.
#[derive(Debug)]
pub(crate) struct Stretch {
    /// How many digits of the old value.
    pub(crate) old: usize,
    /// What stands there instead; may be longer or shorter.
    pub(crate) new: String,
}

/// The value with other digits, stretch by stretch; signs between them stay, so that groups stay groups.
pub(crate) fn digits(value: &str, stretches: &[Stretch]) -> String {
    let mut out = String::with_capacity(value.len());
    let mut slots = stretches.iter().flat_map(slots);
    for c in value.chars() {
        if c.is_ascii_digit() {
            out.push_str(slots.next().unwrap_or_default());
        } else {
            out.push(c);
        }
    }
    out
}

/// What goes in the place of each old digit of a stretch: the last takes what is left over.
fn slots(stretch: &Stretch) -> impl Iterator<Item = &str> {
    (0..stretch.old).map(|i| {
        let end = if i + 1 == stretch.old { stretch.new.len() } else { i + 1 };
        stretch.new.get(i..end).unwrap_or_default()
    })
}

/// The value with other letters and digits, one for one; the case of each letter stays.
pub(crate) fn characters(value: &str, new: &str) -> String {
    let mut new = new.chars();
    let mut next = |old: char| {
        let c = new.next()?;
        Some(if old.is_lowercase() { c.to_ascii_lowercase() } else { c })
    };
    let each = |c: char| if c.is_alphanumeric() { next(c) } else { Some(c) };
    value.chars().filter_map(each).collect()
}

/// A word in the case of another: `UPPER`, `lower`, else as it is.
pub(crate) fn cased(word: &str, like: &str) -> String {
    let letters = || like.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_lowercase) {
        word.to_lowercase()
    } else if letters().count() > 1 && letters().all(char::is_uppercase) {
        word.to_uppercase()
    } else {
        word.to_owned()
    }
}

/// Only the letters and digits of a value, in lower case: what makes two spellings the same.
pub(crate) fn folded(value: &str) -> String {
    value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The ASCII digits of a value.
pub(crate) fn only_digits(value: &str) -> String {
    value.chars().filter(char::is_ascii_digit).collect()
}

/// ASCII letters for European ones with marks, in small letters, as addresses write them.
pub(crate) fn ascii(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'á' | 'à' | 'â' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'í' | 'ï' | 'î' => out.push('i'),
            'ó' | 'ô' => out.push('o'),
            'ú' | 'û' | 'ù' | 'ů' | 'ű' => out.push('u'),
            'ý' => out.push('y'),
            'ç' | 'č' | 'ć' => out.push('c'),
            'ñ' | 'ň' | 'ń' => out.push('n'),
            'ľ' | 'ĺ' => out.push('l'),
            'š' => out.push('s'),
            'ž' => out.push('z'),
            'ť' => out.push('t'),
            'ď' => out.push('d'),
            'ŕ' => out.push('r'),
            'å' | 'ã' => out.push('a'),
            'ø' | 'õ' | 'ő' => out.push('o'),
            'ł' => out.push('l'),
            'ř' => out.push('r'),
            'ě' | 'ę' => out.push('e'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stay_groups() {
        let stretch = |old, new: &str| Stretch { old, new: new.into() };
        let cases = [
            (
                "(0351) 327294",
                vec![stretch(1, "0"), stretch(3, "30"), stretch(6, "23125123")],
                "(030) 23125123",
            ),
            ("12-34", vec![stretch(4, "5678")], "56-78"),
            ("12-34", vec![stretch(4, "56")], "56-"),
            ("1 2 x", vec![stretch(2, "345")], "3 45 x"),
        ];
        for (value, stretches, expected) in cases {
            assert_eq!(digits(value, &stretches), expected);
        }
        assert_eq!(characters("ab-1 C", "XY2Z"), "xy-2 Z");
    }

    #[test]
    fn case_follows() {
        for (like, expected) in [
            ("ANNA", "CLARA"),
            ("anna", "clara"),
            ("Anna", "Clara"),
            ("A", "Clara"),
            ("McX", "Clara"),
        ] {
            assert_eq!(cased("Clara", like), expected, "{like}");
        }
        assert_eq!(ascii("Größ-Žů"), "groesszu");
    }
}

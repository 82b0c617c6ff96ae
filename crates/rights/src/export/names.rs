//! Names of files in the archive, made from names that nobody has looked at.
//!
//! A table may be called `../../etc` or `CON`; two may differ only in case. What comes out is one part of a path that every
//! file system takes, and no two are alike.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

/// The longest name, in characters.
const LONGEST: usize = 60;
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Names that are taken.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name that is safe and not taken, as near to this one as can be.
    pub(super) fn take(&mut self, name: &str) -> String {
        let name = safe(name);
        let mut number = 1_u32;
        loop {
            let tried = if number == 1 { name.clone() } else { format!("{name}-{number}") };
            // As file systems compare that know neither case nor how a letter is composed.
            if self.0.insert(tried.nfkc().collect::<String>().to_lowercase()) {
                return tried;
            }
            number = number.saturating_add(1);
        }
    }
}

fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' };
    let made: String = name.nfc().map(plain).take(LONGEST).collect();
    let made = made.trim_matches('.');
    let first = made.split('.').next().unwrap_or_default().to_lowercase();
    let device = DEVICES.contains(&first.trim_end_matches(|c: char| c.is_ascii_digit()));
    if made.is_empty() || device { format!("_{made}") } else { made.to_owned() }
}

/// A name that tells nothing, always the same for the same place: 16 hexadecimal digits.
pub(super) fn opaque(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut name = String::new();
    for byte in hash.finalize().iter().take(8) {
        let _ = write!(name, "{byte:02x}");
    }
    name
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hostile_names_become_harmless_ones() {
        let cases = [
            ("calls", "calls"),
            ("crm.contacts", "crm.contacts"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("..", "_"),
            ("", "_"),
            ("CON", "_CON"),
            ("com1.x", "_com1.x"),
            ("a\0b\nc\\d:e", "a_b_c_d_e"),
            ("Gespräche", "Gespräche"),
        ];
        for (name, expected) in cases {
            assert_eq!(Names::default().take(name), expected, "{name:?}");
        }
    }

    #[test]
    fn names_that_differ_in_case_only_stay_apart() {
        let mut names = Names::default();
        let taken: Vec<String> =
            ["Calls", "calls", "CALLS", "a/b", "a_b"].map(|n| names.take(n)).to_vec();
        assert_eq!(taken, ["Calls", "calls-2", "CALLS-3", "a_b", "a_b-2"]);
    }

    proptest! {
        #[test]
        fn a_name_is_one_part_of_a_path(name in "\\PC{0,80}|[./\\\\\\x00-\\x1f]{0,10}") {
            let safe = Names::default().take(&name);
            prop_assert!(!safe.is_empty() && safe != "." && safe != "..");
            let bad = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
            prop_assert!(!safe.contains(bad) && !safe.ends_with('.'));
        }
    }
}

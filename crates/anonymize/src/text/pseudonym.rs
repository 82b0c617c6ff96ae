//! Pseudonyms: the same token for the same value in every document, made with a key.
//!
//! **This is no anonymization.** Who has the key can tell for any value whether it is the one behind a token, and tokens
//! link all that is said of one person. The result is personal data (GDPR Art. 4(5)); the key must be kept apart from it.
//!
//! A token is `KIND-` and the first 16 hexadecimal digits of HMAC-SHA-256 (RFC 2104, FIPS 180-4) over the kind, a zero
//! byte and the one spelling of the value: two values of a hundred thousand share one with a chance below 1 in 10⁹.

use abide_detect::Finding;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::session::key;
use super::{Change, Changed, Operator};

/// The fewest bytes of a key: as much as is in 32 hexadecimal digits.
pub(crate) const SHORTEST_KEY: usize = 16;
/// How many bytes of the code are shown.
const SHOWN: usize = 8;

/// Makes tokens with a key.
pub struct Pseudonyms(Hmac<Sha256>);

impl std::fmt::Debug for Pseudonyms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pseudonyms(key)")
    }
}

/// The key is too short to be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key has {0} bytes: take at least {SHORTEST_KEY} random bytes")]
pub struct ShortKey(pub usize);

impl Pseudonyms {
    /// Tokens by a key.
    ///
    /// # Errors
    /// If it has fewer than 16 bytes.
    pub fn new(key: &[u8]) -> Result<Self, ShortKey> {
        let mac = Hmac::new_from_slice(key).ok().filter(|_| key.len() >= SHORTEST_KEY);
        mac.map(Self).ok_or(ShortKey(key.len()))
    }

    /// The token for a finding with this text.
    #[must_use]
    pub fn token(&self, finding: &Finding, value: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(finding.kind.label().as_bytes());
        mac.update(&[0]);
        mac.update(key(finding, value).as_bytes());
        let code = mac.finalize().into_bytes();
        let digits: String = code.iter().take(SHOWN).map(|b| format!("{b:02x}")).collect();
        format!("{}-{digits}", finding.kind)
    }

    /// The text with a token for every finding.
    #[must_use]
    pub fn replace(&self, text: &str, findings: &[Finding]) -> Changed {
        let (mut done, mut at) = (Changed::default(), 0);
        for finding in findings {
            let value = text.get(finding.place.clone());
            let (Some(value), Some(kept)) = (value, text.get(at..finding.place.start)) else {
                continue;
            };
            done.text.push_str(kept);
            let start = done.text.len();
            done.text.push_str(&self.token(finding, value));
            let new = start..done.text.len();
            let (old, kind) = (finding.place.clone(), finding.kind);
            done.changes.push(Change { old, new, kind, operator: Operator::Surrogate });
            at = finding.place.end;
        }
        done.text.push_str(text.get(at..).unwrap_or_default());
        done
    }
}

#[cfg(test)]
mod tests {
    use abide_detect::Kind;

    use super::*;

    #[test]
    fn the_code_is_as_published() {
        // RFC 4231, test case 2, through the same parts.
        let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        mac.update(b"what do ya want for nothing?");
        let code: String = mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(code, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn the_same_value_has_the_same_token_under_one_key() {
        let of = |key: &[u8], kind, normal: &str| {
            let finding = Finding::new(kind, 0..1, 90).normal(normal);
            Pseudonyms::new(key).unwrap().token(&finding, "other spelling")
        };
        let (one, two) = (&[1; 32][..], &[2; 32][..]);
        assert_eq!(of(one, Kind::Phone, "+4930"), of(one, Kind::Phone, "+4930"));
        assert_ne!(of(one, Kind::Phone, "+4930"), of(two, Kind::Phone, "+4930"));
        assert_ne!(of(one, Kind::Phone, "+4930"), of(one, Kind::Phone, "+4931"));
        assert_ne!(of(one, Kind::Id, "4930")[3..], of(one, Kind::Account, "4930")[8..]);
        assert!(of(one, Kind::Phone, "+4930").starts_with("PHONE-"));
        assert_eq!(Pseudonyms::new(&[0; 15]).unwrap_err(), ShortKey(15));
    }
}

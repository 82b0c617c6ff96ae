//! Addresses of networks and of their cards that belong to nobody.

use std::net::{IpAddr, Ipv6Addr};

use abide_detect::{Finding, Kind};

use crate::text::dice::Dice;
use crate::text::session::{Session, key};
use crate::text::shape;

pub(super) fn invented(
    value: &str,
    finding: &Finding,
    session: &mut Session<'_>,
) -> Option<String> {
    let own = key(finding, value);
    if finding.kind == Kind::Mac {
        let own = shape::folded(value);
        let new = session.invented(Kind::Mac, &own, |dice| card(&own, dice))?;
        return Some(shape::characters(value, &new.to_uppercase()));
    }
    let new = session.invented(Kind::Ip, &own, |dice| documentation(&own, dice))?;
    Some(new.into())
}

/// An address for documentation: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737), `2001:db8::/32` (RFC 3849).
fn documentation(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let address = own.split(['/', '%']).next()?;
    match address.parse::<IpAddr>().ok()? {
        IpAddr::V4(_) => {
            let network = dice.pick(&["192.0.2", "198.51.100", "203.0.113"])?;
            Some(format!("{network}.{}", 1 + dice.below(254)))
        }
        IpAddr::V6(_) => {
            let mut part = || dice.below(1 << 16) as u16;
            let address =
                Ipv6Addr::new(0x2001, 0xdb8, part(), part(), part(), part(), part(), part());
            Some(address.to_string())
        }
    }
}

/// A card's address that is locally administered and of one card (IEEE 802-2014 §8.2.2): no maker has it.
fn card(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let hexadecimal = own.chars().all(|c| c.is_ascii_hexdigit()) && own.len() >= 2;
    let mut digit = || char::from_digit(dice.below(16) as u32, 16);
    let mut new: Vec<char> = own.chars().map(|_| digit()).collect::<Option<_>>()?;
    *new.get_mut(1)? = dice.pick(&["2", "6", "a", "e"])?.chars().next()?;
    hexadecimal.then(|| new.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_for_documentation() {
        let mut random = || 0x1234_5678_9abc_def0;
        let mut session = Session::new(&mut random);
        let mut of = |kind, value: &str| {
            invented(value, &Finding::new(kind, 0..value.len(), 90).normal(value), &mut session)
        };
        let four = of(Kind::Ip, "8.8.8.8").unwrap();
        assert!(
            ["192.0.2.", "198.51.100.", "203.0.113."].iter().any(|n| four.starts_with(n)),
            "{four}"
        );
        assert_eq!(of(Kind::Ip, "8.8.8.8").unwrap(), four);
        assert!(of(Kind::Ip, "2a00:1450:4001::5").unwrap().starts_with("2001:db8:"));
        let mac = of(Kind::Mac, "AC-DE-48-00-11-22").unwrap();
        assert!(
            mac.len() == 17 && "26AE".contains(&mac[1..2]) && mac.matches('-').count() == 5,
            "{mac}"
        );
        assert_eq!(
            shape::folded(&mac),
            shape::folded(&of(Kind::Mac, "ac:de:48:00:11:22").unwrap())
        );
    }
}

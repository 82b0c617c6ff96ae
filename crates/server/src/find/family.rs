//! How the marks of a kind look: kinds that are alike share a line and a colour. The kind's name stands beside the mark,
//! so neither is needed to understand it.

use abide_detect::Kind;

/// The class of a kind's marks in the style sheet.
pub(crate) const fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person | Kind::Title | Kind::Age | Kind::DateOfBirth => "who",
        Kind::Email | Kind::Phone | Kind::Sip | Kind::User | Kind::Address => "reach",
        Kind::Id | Kind::NatId | Kind::Plate => "number",
        Kind::Iban | Kind::Bic | Kind::Account | Kind::Card | Kind::Cvv | Kind::Expiry => "money",
        Kind::Ip | Kind::Mac | Kind::Url | Kind::Device | Kind::Cookie => "device",
        Kind::Nrp
        | Kind::Union
        | Kind::Health
        | Kind::Sexuality
        | Kind::Biometric
        | Kind::Genetic
        | Kind::Secret => "special",
        Kind::Loc | Kind::Org | Kind::Date | Kind::Geo | Kind::Other => "around",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_has_its_look() {
        for kind in Kind::ALL {
            let class = format!(".find.{}", of(*kind));
            assert!(abide_notice::html::STYLE.contains(&class), "{class}");
        }
    }
}

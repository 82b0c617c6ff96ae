//! Where a place is: region, country, part of the world.
//!
//! The list is made by `data/places.py` from geonames.org (CC BY 4.0) and the Unicode CLDR: towns that the detector knows, in
//! German, English, French, Spanish and Slovak; all countries; and the regions of eleven of them (AT, BE, CH, DE, ES, FR,
//! GB, IT, NL, SK, US). A name that is two places of about the same size means what both have in common.

use std::collections::HashMap;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../data/places.txt");

/// Where a place is, as far as known: each coarser than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The region with its country's code, if the country has regions here.
    region: Option<(&'static str, &'static str)>,
    country: &'static str,
    continent: &'static str,
}

impl Place {
    /// Region, country, part of the world; where there is no region, the country.
    pub(super) fn levels(self) -> [String; 3] {
        let region = self.region.map(|(region, code)| format!("{region}, {code}"));
        let country = self.country.to_owned();
        [region.unwrap_or_else(|| country.clone()), country, self.continent.to_owned()]
    }

    /// What two places have in common, if they are in one country.
    fn common(self, other: Self) -> Option<Self> {
        let region = self.region.filter(|_| self.region == other.region);
        (self.country == other.country).then_some(Self { region, ..self })
    }
}

/// Places by their names in small letters; `None` for a name that means places in several countries.
static PLACES: LazyLock<HashMap<String, Option<Place>>> = LazyLock::new(|| {
    let mut places = HashMap::new();
    let mut add = |name: &str, place: Place, finer: bool| {
        let known = places.entry(name.to_lowercase()).or_insert(Some(place));
        let same = known.filter(|known| known.country == place.country);
        // A town of the name of its region or country stands for the finer one.
        *known =
            if finer && same.is_some() { Some(place) } else { known.and_then(|k| k.common(place)) };
    };
    let mut at = Place { region: None, country: "", continent: "" };
    let mut code = "";
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(country) = line.strip_prefix('@') {
            let mut parts = country.split('|');
            code = parts.next().unwrap_or("");
            let continent = parts.next().unwrap_or("");
            at = Place { region: None, country: parts.clone().next().unwrap_or(""), continent };
            parts.for_each(|name| add(name, at, false));
        } else if let Some(region) = line.strip_prefix('=') {
            let name = region.split('|').next().unwrap_or("");
            at.region = Some((name, code)).filter(|_| !name.is_empty());
            region.split('|').filter(|name| !name.is_empty()).for_each(|name| add(name, at, true));
        } else {
            line.split('|').for_each(|name| add(name, at, true));
        }
    }
    places
});

/// Where a place is: `Dresden`, `01067 Dresden`, `Dresden, Germany`, `Sachsen`, `Slovensko`.
pub(super) fn find(value: &str) -> Option<Place> {
    let value = value.trim();
    let before_comma = value.split(',').next().unwrap_or(value).trim();
    let is_code = |c: char| c.is_ascii_digit() || c == ' ';
    let tries = [value, before_comma, before_comma.trim_start_matches(is_code)];
    let known = |name: &&str| PLACES.get(&name.to_lowercase()).copied();
    tries.iter().find_map(known).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_the_world() {
        for (value, levels) in [
            ("Dresden", ["Sachsen, DE", "Germany", "Europe"]),
            ("01067 Dresden", ["Sachsen, DE", "Germany", "Europe"]),
            ("dresden, Germany", ["Sachsen, DE", "Germany", "Europe"]),
            ("Bavaria", ["Bayern, DE", "Germany", "Europe"]),
            ("Berlin", ["Berlin, DE", "Germany", "Europe"]),
            ("Wien", ["Wien, AT", "Austria", "Europe"]),
            ("Viedeň", ["Wien, AT", "Austria", "Europe"]),
            ("Genf", ["Genève, CH", "Switzerland", "Europe"]),
            ("Banská Bystrica", ["Banskobystrický kraj, SK", "Slovakia", "Europe"]),
            ("Chicago", ["Illinois, US", "United States", "North America"]),
            ("Tokyo", ["Japan", "Japan", "Asia"]),
            ("Slovensko", ["Slovakia", "Slovakia", "Europe"]),
            ("Allemagne", ["Germany", "Germany", "Europe"]),
        ] {
            assert_eq!(find(value).map(Place::levels), Some(levels.map(str::to_owned)), "{value}");
        }
    }

    #[test]
    fn what_is_not_clear_is_not_told() {
        for value in ["", "Utopia City", "Georgia", "12345", ","] {
            assert_eq!(find(value), None, "{value}");
        }
    }
}

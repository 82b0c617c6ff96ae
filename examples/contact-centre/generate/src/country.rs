//! The countries where people of the example live, with language, names, streets and towns. All people are invented.

/// A country of the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    /// Germany.
    DE,
    /// Austria.
    AT,
    /// Switzerland.
    CH,
    /// France.
    FR,
    /// Spain.
    ES,
    /// Slovakia.
    SK,
    /// The United Kingdom.
    GB,
}

/// A language of the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// German.
    De,
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Slovak.
    Sk,
}

/// Of twenty people, who lives where.
const SHARES: [Country; 20] = {
    use Country::{AT, CH, DE, ES, FR, GB, SK};
    [DE, FR, DE, AT, GB, DE, CH, DE, ES, DE, FR, DE, SK, AT, DE, GB, CH, FR, DE, ES]
};

impl Country {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::DE, Self::AT, Self::CH, Self::FR, Self::ES, Self::SK, Self::GB];

    /// The country of somebody by number, and which of its people it is: no two of a country have the same place.
    #[must_use]
    pub fn of(number: u64) -> (Self, u64) {
        let (round, seat) = (number / 20, usize::try_from(number % 20).unwrap_or(0));
        let country = SHARES.get(seat).copied().unwrap_or(Self::DE);
        let count = |seats: &[Self]| seats.iter().filter(|c| **c == country).count() as u64;
        let before = count(SHARES.get(..seat).unwrap_or(&[]));
        (country, round * count(&SHARES) + before)
    }

    /// Its code of two letters.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::DE => "DE",
            Self::AT => "AT",
            Self::CH => "CH",
            Self::FR => "FR",
            Self::ES => "ES",
            Self::SK => "SK",
            Self::GB => "GB",
        }
    }

    /// Its calling code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DE => "49",
            Self::AT => "43",
            Self::CH => "41",
            Self::FR => "33",
            Self::ES => "34",
            Self::SK => "421",
            Self::GB => "44",
        }
    }

    /// The language that a person there speaks; in Switzerland one of two.
    #[must_use]
    pub const fn language(self, place: u64) -> Language {
        match self {
            Self::CH if place.is_multiple_of(3) => Language::Fr,
            Self::DE | Self::AT | Self::CH => Language::De,
            Self::FR => Language::Fr,
            Self::ES => Language::Es,
            Self::SK => Language::Sk,
            Self::GB => Language::En,
        }
    }

    /// Towns with a postal code.
    #[must_use]
    pub const fn towns(self) -> &'static [&'static str] {
        match self {
            Self::DE => &[
                "10115 Berlin",
                "20095 Hamburg",
                "80331 München",
                "04109 Leipzig",
                "50667 Köln",
                "01067 Dresden",
            ],
            Self::AT => &["1010 Wien", "8010 Graz", "4020 Linz", "5020 Salzburg"],
            Self::CH => &["8001 Zürich", "3011 Bern", "1201 Genève", "4051 Basel"],
            Self::FR => {
                &["75011 Paris", "69002 Lyon", "31000 Toulouse", "44000 Nantes", "67000 Strasbourg"]
            }
            Self::ES => &["28013 Madrid", "08002 Barcelona", "46001 Valencia", "41001 Sevilla"],
            Self::SK => {
                &["811 01 Bratislava", "040 01 Košice", "010 01 Žilina", "974 01 Banská Bystrica"]
            }
            Self::GB => {
                &["LS1 4AP Leeds", "BS1 5TR Bristol", "M2 5DB Manchester", "CF10 1EP Cardiff"]
            }
        }
    }
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::De, Self::En, Self::Fr, Self::Es, Self::Sk];

    /// Its code of two letters.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Sk => "sk",
        }
    }

    /// Given names.
    #[must_use]
    pub const fn given(self) -> &'static [&'static str] {
        match self {
            Self::De => &[
                "Anna", "Jonas", "Lena", "Felix", "Marie", "Lukas", "Sophie", "Paul", "Jana",
                "Tobias", "Katrin", "Stefan", "Miriam", "Florian", "Greta", "Matthias", "Heike",
                "Jürgen", "Sabine", "Andreas", "Emre", "Aylin", "Nele", "Björn",
            ],
            Self::En => &[
                "Olivia", "Jack", "Amelia", "Harry", "Isla", "George", "Emily", "Oliver", "Grace",
                "Thomas", "Ruby", "Callum", "Fiona", "Priya", "Arjun", "Megan", "Rhys", "Holly",
                "Edward", "Zoe",
            ],
            Self::Fr => &[
                "Chloé", "Lucas", "Camille", "Hugo", "Manon", "Louis", "Inès", "Jules", "Élodie",
                "Antoine", "Margaux", "Théo", "Nathalie", "Karim", "Amélie", "Benoît", "Solène",
                "Mathieu",
            ],
            Self::Es => &[
                "Lucía", "Hugo", "Carmen", "Diego", "Sofía", "Álvaro", "Marta", "Javier", "Elena",
                "Pablo", "Rocío", "Sergio", "Inés", "Andrés", "Nuria", "Iván",
            ],
            Self::Sk => &[
                "Ján",
                "Zuzana",
                "Peter",
                "Katarína",
                "Martin",
                "Lucia",
                "Tomáš",
                "Eva",
                "Michal",
                "Veronika",
                "Juraj",
                "Monika",
                "Matúš",
                "Alžbeta",
                "Ľuboš",
                "Simona",
            ],
        }
    }

    /// Family names.
    #[must_use]
    pub const fn family(self) -> &'static [&'static str] {
        match self {
            Self::De => &[
                "Weber", "Keller", "Brandt", "Lindner", "Vogel", "Schubert", "Hartmann", "Köhler",
                "Seidel", "Krüger", "Albrecht", "Winkler", "Lorenz", "Böhm", "Jäger", "Frank",
                "Sommer", "Groß", "Pfeiffer", "Dietrich", "Yılmaz", "Kaiser", "Ebner", "Steiner",
                "Moser", "Huber", "Zimmerli", "von Arx",
            ],
            Self::En => &[
                "Marsh",
                "Bennett",
                "Fletcher",
                "Hughes",
                "Patel",
                "Whitaker",
                "Dawson",
                "Pritchard",
                "Sinclair",
                "Barlow",
                "Okafor",
                "Thornton",
                "Ashworth",
                "Kendall",
                "O'Connor",
                "Llewellyn",
                "Hargreaves",
                "Finch",
                "Radcliffe",
                "Singh",
            ],
            Self::Fr => &[
                "Martin",
                "Lefèvre",
                "Moreau",
                "Girard",
                "Fontaine",
                "Chevalier",
                "Rousseau",
                "Benali",
                "Dubois",
                "Garnier",
                "Perrin",
                "Marchand",
                "Delacroix",
                "Gauthier",
                "Le Goff",
                "Barbier",
                "Colin",
                "Renaud",
            ],
            Self::Es => &[
                "García Ruiz",
                "Navarro Gil",
                "Romero",
                "Serrano Vega",
                "Molina",
                "Ortega Cruz",
                "Castillo",
                "Iglesias",
                "Vidal Soler",
                "Cabrera",
                "Núñez",
                "Reyes Prieto",
                "Muñoz",
                "Campos",
                "Herrero",
                "Santana",
            ],
            Self::Sk => &[
                "Kováč",
                "Nováková",
                "Horváth",
                "Balážová",
                "Tóth",
                "Vargová",
                "Lukáč",
                "Oravcová",
                "Polák",
                "Molnárová",
                "Šimko",
                "Hudecová",
                "Ďurica",
                "Kráľová",
                "Bartoš",
                "Žáková",
            ],
        }
    }

    /// Streets.
    #[must_use]
    pub const fn streets(self) -> &'static [&'static str] {
        match self {
            Self::De => &[
                "Lindenstraße",
                "Am Mühlbach",
                "Gartenweg",
                "Bahnhofstraße",
                "Kirchgasse",
                "Schulstraße",
                "Ahornallee",
            ],
            Self::En => &[
                "Mill Lane",
                "Orchard Road",
                "Station Road",
                "Church Street",
                "Queensway",
                "The Crescent",
            ],
            Self::Fr => &[
                "rue des Lilas",
                "avenue de la Gare",
                "rue du Moulin",
                "place du Marché",
                "chemin des Vignes",
            ],
            Self::Es => &[
                "calle Mayor",
                "calle del Olmo",
                "avenida de la Estación",
                "plaza del Pozo",
                "calle Nueva",
            ],
            Self::Sk => &["Lipová", "Školská", "Hlavná", "Záhradná", "Jarná", "Mlynská"],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn places_of_a_country_are_counted_without_gaps() {
        for country in Country::ALL {
            let places: Vec<_> =
                (0..200).map(Country::of).filter(|(c, _)| *c == country).map(|(_, p)| p).collect();
            assert_eq!(places, (0..places.len() as u64).collect::<Vec<_>>(), "{country:?}");
            assert!(!places.is_empty());
        }
    }

    #[test]
    fn every_language_is_spoken() {
        let spoken: BTreeSet<_> = (0..200)
            .map(Country::of)
            .map(|(country, place)| country.language(place).letters())
            .collect();
        assert_eq!(spoken.len(), Language::ALL.len());
    }
}

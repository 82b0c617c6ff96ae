//! The names that are invented, and the words of numbers and months, by language. Written for this project.

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// As in `abide_detect::lexicon::LANGUAGES`.
    pub(crate) code: &'static str,
    pub(crate) men: &'static [&'static str],
    pub(crate) women: &'static [&'static str],
    /// Family names are made of a beginning and an end, so that there are some hundreds.
    pub(crate) beginnings: &'static [&'static str],
    pub(crate) ends: &'static [&'static str],
    pub(crate) digits: [&'static str; 10],
    /// January first, then the short forms without a full stop.
    pub(crate) months: [&'static str; 12],
    pub(crate) short_months: [&'static str; 12],
    /// Monday first.
    pub(crate) weekdays: [&'static str; 7],
    /// Words with which letters are spelled.
    pub(crate) letters: &'static [&'static str],
}

/// Names of both women and men.
pub(crate) const EITHER: &[&str] = &[
    "Robin",
    "Kim",
    "Sascha",
    "Charlie",
    "Nicola",
    "Sandy",
    "Jamie",
    "Noa",
    "Mika",
    "Toni",
    "Alexis",
    "Dominique",
];

/// In the order of `abide_detect::lexicon::LANGUAGES`.
pub(crate) const ALL: [Words; 5] = [GERMAN, ENGLISH, FRENCH, SPANISH, SLOVAK];

const GERMAN: Words = Words {
    code: "de",
    men: &[
        "Ansgar",
        "Bertold",
        "Dietmar",
        "Eckart",
        "Florian",
        "Gernot",
        "Hagen",
        "Ingolf",
        "Jannik",
        "Konrad",
        "Lennart",
        "Matthias",
        "Norbert",
        "Oskar",
        "Ruben",
        "Siegfried",
        "Torben",
        "Ulrich",
        "Volker",
        "Wendelin",
    ],
    women: &[
        "Almut",
        "Birgit",
        "Dagmar",
        "Elfriede",
        "Frauke",
        "Gesine",
        "Hedwig",
        "Imke",
        "Jutta",
        "Karla",
        "Lieselotte",
        "Mechthild",
        "Nele",
        "Ortrud",
        "Regina",
        "Swantje",
        "Theresa",
        "Ulrike",
        "Wiebke",
        "Renate",
    ],
    beginnings: &[
        "Rosen", "Linden", "Birken", "Hasel", "Stein", "Wester", "Oster", "Mittel", "Falken",
        "Adler", "Silber", "Brunn", "Holl", "Eber", "Winter", "Sommer", "Grün", "Alten",
    ],
    ends: &[
        "ow", "thal", "berg", "bach", "feld", "hoff", "mann", "stedt", "brink", "kamp", "rode",
        "au", "egger", "moor",
    ],
    digits: ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    short_months: [
        "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
    ],
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    letters: &[
        "Anton",
        "Berta",
        "Cäsar",
        "Dora",
        "Emil",
        "Friedrich",
        "Gustav",
        "Heinrich",
        "Ida",
        "Julius",
        "Ludwig",
        "Martha",
    ],
};

const ENGLISH: Words = Words {
    code: "en",
    men: &[
        "Alistair", "Barnaby", "Clifford", "Desmond", "Edmund", "Fergus", "Gareth", "Howard",
        "Ivor", "Jasper", "Keith", "Lionel", "Malcolm", "Neville", "Oswald", "Percy", "Rupert",
        "Stanley", "Trevor", "Winston",
    ],
    women: &[
        "Agatha",
        "Beatrice",
        "Cordelia",
        "Daphne",
        "Edith",
        "Fiona",
        "Gwendolyn",
        "Harriet",
        "Imogen",
        "Josephine",
        "Kathleen",
        "Lorraine",
        "Marjorie",
        "Nora",
        "Ottilie",
        "Philippa",
        "Rosalind",
        "Sybil",
        "Tabitha",
        "Winifred",
    ],
    beginnings: &[
        "Ash", "Black", "Thorn", "Brad", "Lang", "Hart", "Wood", "Clay", "Winter", "Stan", "Haver",
        "Kings", "Whit", "Med", "Rad", "Bing", "Oak", "Fair",
    ],
    ends: &[
        "ford", "well", "ley", "ton", "worth", "field", "combe", "ham", "bourne", "wick", "ridge",
        "more", "stead",
    ],
    digits: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    letters: &[
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
        "juliett", "kilo", "lima",
    ],
};

const FRENCH: Words = Words {
    code: "fr",
    men: &[
        "Alban", "Basile", "Cyprien", "Damien", "Edgar", "Fabrice", "Gaspard", "Hugues", "Ignace",
        "Joël", "Lambert", "Marcel", "Noël", "Octave", "Pascal", "Quentin", "Raoul", "Sylvain",
        "Thibault", "Yannick",
    ],
    women: &[
        "Adèle",
        "Blandine",
        "Clémence",
        "Delphine",
        "Eugénie",
        "Flore",
        "Ghislaine",
        "Hortense",
        "Irène",
        "Josette",
        "Laetitia",
        "Margaux",
        "Noémie",
        "Odette",
        "Pauline",
        "Quitterie",
        "Rosalie",
        "Solange",
        "Thérèse",
        "Violette",
    ],
    beginnings: &[
        "Mont", "Beau", "Clair", "Haute", "Roche", "Belle", "Ville", "Font", "Cham", "Mar", "Bois",
        "Gran", "Vau", "Ter", "Pré",
    ],
    ends: &[
        "val", "mont", "court", "lac", "fort", "champ", "bois", "rive", "sac", "verdier", "neuve",
        "pont", "ville",
    ],
    digits: ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    short_months: [
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    letters: &[
        "Anatole",
        "Berthe",
        "Célestin",
        "Désiré",
        "Eugène",
        "François",
        "Gaston",
        "Henri",
        "Irma",
        "Joseph",
    ],
};

const SPANISH: Words = Words {
    code: "es",
    men: &[
        "Adrián",
        "Benito",
        "Cipriano",
        "Demetrio",
        "Esteban",
        "Fermín",
        "Gonzalo",
        "Horacio",
        "Ismael",
        "Joaquín",
        "Leandro",
        "Marcelo",
        "Nicanor",
        "Osvaldo",
        "Plácido",
        "Ramiro",
        "Saturnino",
        "Teodoro",
        "Ulises",
        "Vicente",
    ],
    women: &[
        "Adela",
        "Beatriz",
        "Consuelo",
        "Dolores",
        "Encarnación",
        "Fátima",
        "Graciela",
        "Herminia",
        "Inmaculada",
        "Jimena",
        "Leonor",
        "Macarena",
        "Nieves",
        "Otilia",
        "Purificación",
        "Remedios",
        "Soledad",
        "Teodora",
        "Úrsula",
        "Violeta",
    ],
    beginnings: &[
        "Monte", "Val", "Casa", "Torre", "Fuente", "Villa", "Peña", "Roble", "Agua", "Campo",
        "Ribera", "Sierra",
    ],
    ends: &[
        "verde", "blanca", "dorada", "clara", "mayor", "luz", "rey", "nueva", "alta", "serena",
        "real", "viva",
    ],
    digits: ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    short_months: [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    letters: &[
        "Antonio", "Burgos", "Carmen", "Dolores", "Enrique", "Francia", "Gerona", "Historia",
        "Inés", "José",
    ],
};

const SLOVAK: Words = Words {
    code: "sk",
    men: &[
        "Alojz",
        "Bohumil",
        "Cyril",
        "Dušan",
        "Eduard",
        "Filip",
        "Gustáv",
        "Hubert",
        "Imrich",
        "Jaroslav",
        "Kamil",
        "Ladislav",
        "Metod",
        "Oliver",
        "Pavol",
        "Radovan",
        "Svetozár",
        "Teodor",
        "Vavrinec",
        "Zoltán",
    ],
    women: &[
        "Adriana",
        "Božena",
        "Cecília",
        "Drahomíra",
        "Emília",
        "Františka",
        "Gizela",
        "Helena",
        "Irena",
        "Justína",
        "Kamila",
        "Ľudmila",
        "Magdaléna",
        "Naďa",
        "Otília",
        "Radoslava",
        "Silvia",
        "Terézia",
        "Valéria",
        "Želmíra",
    ],
    beginnings: &[
        "Hor", "Les", "Dol", "Jav", "Lip", "Bar", "Kam", "Pol", "Rov", "Sad", "Vrb", "Mlyn",
        "Ostr", "Trn",
    ],
    ends: &["ák", "ec", "ár", "ík", "an", "ovič", "oš", "anec", "ina", "iar"],
    digits: ["nula", "jeden", "dva", "tri", "štyri", "päť", "šesť", "sedem", "osem", "deväť"],
    months: [
        "január",
        "február",
        "marec",
        "apríl",
        "máj",
        "jún",
        "júl",
        "august",
        "september",
        "október",
        "november",
        "december",
    ],
    short_months: [
        "jan", "feb", "mar", "apr", "máj", "jún", "júl", "aug", "sep", "okt", "nov", "dec",
    ],
    weekdays: ["pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa"],
    letters: &[
        "Adam",
        "Božena",
        "Cyril",
        "David",
        "Emil",
        "František",
        "Gustáv",
        "Helena",
        "Ivan",
        "Jozef",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_those_of_the_lexicon() {
        let codes = abide_detect::lexicon::LANGUAGES.map(|(code, _)| code);
        assert_eq!(ALL.map(|w| w.code), codes);
    }

    #[test]
    fn the_lexicon_reads_the_digits_of_languages_whose_speech_it_has() {
        use abide_detect::lexicon::{Sense, built_in};
        for words in [GERMAN, ENGLISH] {
            for (value, word) in words.digits.iter().enumerate() {
                let entry = built_in().word(word);
                assert!(
                    entry.senses.has(Sense::Digit) && usize::from(entry.value) == value,
                    "{word}"
                );
            }
        }
    }
}

//! Names of persons: from the lexicon's lists, and made up as the languages make theirs, so that what is learnt is not a
//! list.

use super::Language;
use crate::random::Random;

const NAMES: &str = include_str!("../../../../crates/detect/lexicon/names.txt");

/// The lists of names, by the heading they stand under.
#[derive(Debug, Default)]
pub(super) struct People {
    groups: Vec<Group>,
}

#[derive(Debug, Default)]
struct Group {
    heading: &'static str,
    given: Vec<&'static str>,
    family: Vec<&'static str>,
}

impl People {
    pub(super) fn new() -> Self {
        let mut people = Self::default();
        let mut family = false;
        let mut heading = "";
        for line in NAMES.lines() {
            if let Some(text) = line.strip_prefix("# ") {
                heading = text;
            } else if let Some(head) = line.strip_prefix('[') {
                family = head.starts_with("surname");
            } else if !line.is_empty() {
                let group = people.group(heading);
                let list = if family { &mut group.family } else { &mut group.given };
                list.extend(line.split_whitespace());
            }
        }
        people
    }

    fn group(&mut self, heading: &'static str) -> &mut Group {
        let at = self.groups.iter().position(|g| g.heading == heading).unwrap_or_else(|| {
            self.groups.push(Group { heading, ..Group::default() });
            self.groups.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the place was just found or made")]
        &mut self.groups[at]
    }

    /// A group that goes with a language, mostly; `wanted` tells which of its lists must not be empty.
    fn choose(
        &self,
        language: Language,
        random: &mut Random,
        wanted: fn(&Group) -> &[&'static str],
    ) -> &[&'static str] {
        let own = match language {
            Language::German => "German",
            Language::English if random.percent(50) => "English",
            Language::English => "United",
            Language::French => "French",
            Language::Spanish => "Spanish",
            Language::Slovak => "Slovak",
        };
        let home = random.percent(60);
        let fits = |g: &&Group| !wanted(g).is_empty() && (!home || g.heading.starts_with(own));
        let groups: Vec<&Group> = self.groups.iter().filter(fits).collect();
        groups.get(random.below(groups.len())).map_or(&[], |g| wanted(g))
    }

    pub(super) fn given(&self, language: Language, random: &mut Random) -> String {
        let one = |random: &mut Random| {
            if random.percent(10) {
                return invented(random);
            }
            let list = self.choose(language, random, |g| &g.given);
            random.pick(list).to_owned()
        };
        match random.below(100) {
            0..5 => format!("{}-{}", one(random), one(random)),
            5..8 => format!("{} {}", one(random), one(random)),
            _ => one(random),
        }
    }

    pub(super) fn family(&self, language: Language, random: &mut Random) -> String {
        match random.below(100) {
            0..6 => format!("{}-{}", self.simple(language, random), self.simple(language, random)),
            6..11 => format!("{} {}", particle(language, random), self.simple(language, random)),
            11..13 => {
                let prefix =
                    random.pick(&["O'", "Mc", "Mac", "D'", "O\u{2019}", "St. ", "De", "Di"]);
                format!("{prefix}{}", self.simple(language, random))
            }
            13..15 => {
                format!("{} {}", self.simple(language, random), self.simple(language, random))
            }
            15..19 if language == Language::Spanish => {
                format!("{} {}", self.simple(language, random), self.simple(language, random))
            }
            _ => self.simple(language, random),
        }
    }

    pub(super) fn simple(&self, language: Language, random: &mut Random) -> String {
        if random.percent(35) {
            return made(language, random);
        }
        let list = self.choose(language, random, |g| &g.family);
        random.pick(list).to_owned()
    }

    /// A full name, in one of the orders and lengths people use.
    pub(super) fn full(&self, language: Language, random: &mut Random) -> String {
        let given = self.given(language, random);
        let mut family = self.family(language, random);
        if random.percent(3) {
            family = family.to_uppercase();
        }
        match random.below(100) {
            0..5 => format!("{given} {}. {family}", initial(random)),
            5..7 => format!("{given} {} {family}", initial(random)),
            7..10 => format!("{given} {} {family}", self.given(language, random)),
            10..12 => format!("{}. {family}", initial(random)),
            12..13 => format!("{}. {}. {family}", initial(random), initial(random)),
            13..15 if language == Language::English => {
                format!(
                    "{given} {family} {}",
                    random.pick(&["Jr.", "Jr", "Sr.", "II", "III", "IV"])
                )
            }
            _ => format!("{given} {family}"),
        }
    }

    pub(super) fn reversed(&self, language: Language, random: &mut Random) -> String {
        let given = self.given(language, random);
        let family = self.family(language, random);
        match random.below(10) {
            0 => format!("{family}, {given} {}.", initial(random)),
            1 => format!("{family}, {}.", initial(random)),
            2 => format!("{}, {given}", family.to_uppercase()),
            _ => format!("{family}, {given}"),
        }
    }
}

fn initial(random: &mut Random) -> char {
    char::from(b'A' + random.below(26) as u8)
}

fn particle(language: Language, random: &mut Random) -> &'static str {
    match language {
        Language::German => random.pick(&[
            "von",
            "von der",
            "vom",
            "zu",
            "von und zu",
            "van",
            "zur",
            "van der",
            "von dem",
        ]),
        Language::French => random.pick(&["de", "de la", "du", "Le", "La", "des", "d'"]),
        Language::Spanish => random.pick(&["de", "de la", "del", "de los", "dos", "da"]),
        _ => random.pick(&[
            "van", "van der", "de", "von", "al", "El", "bin", "De", "Van", "Le", "di", "van den",
            "ter", "Della",
        ]),
    }
}

/// Beginnings and endings of family names, by language.
fn made(language: Language, random: &mut Random) -> String {
    let kind = match language {
        _ if random.percent(25) => random.below(8),
        Language::German => 0,
        Language::English => 1,
        Language::French => 2,
        Language::Spanish => 3,
        Language::Slovak => 4,
    };
    if kind >= 7 {
        return invented(random);
    }
    let (roots, ends) = PARTS.get(kind).copied().unwrap_or((&[], &[]));
    format!("{}{}", random.pick(roots), random.pick(ends))
}

type Parts = (&'static [&'static str], &'static [&'static str]);

const PARTS: [Parts; 7] = [
    (
        &[
            "Alb", "Amm", "Bach", "Ber", "Birn", "Bol", "Born", "Brand", "Breit", "Brück", "Buch",
            "Burg", "Dorn", "Dreh", "Eber", "Eich", "Eisen", "Engel", "Erl", "Falk", "Feld",
            "Frieden", "Fuhr", "Gar", "Gehr", "Gold", "Grün", "Gum", "Haber", "Hag", "Hart",
            "Haus", "Heil", "Herm", "Hett", "Hin", "Hirsch", "Hoch", "Hol", "Holz", "Hub", "Jun",
            "Kahl", "Kall", "Kess", "Kirch", "Klein", "Klo", "Knob", "Köh", "Krah", "Krum", "Lam",
            "Lang", "Lau", "Lich", "Lind", "Löch", "Lüt", "Mar", "Mei", "Mitsch", "Möch", "Mühl",
            "Nie", "Nol", "Ober", "Oster", "Paff", "Pech", "Pfan", "Plath", "Prei", "Quast",
            "Rauch", "Reh", "Rei", "Ries", "Rog", "Ros", "Röhr", "Rup", "Salz", "Sand", "Schaf",
            "Scheu", "Schlauch", "Schleg", "Schmie", "Schön", "Schu", "Schwan", "Seid", "Sied",
            "Sonn", "Stahl", "Steg", "Stein", "Stol", "Streh", "Süss", "Tann", "Teich", "Thal",
            "Trau", "Ull", "Vieh", "Voll", "Wag", "Wald", "Weid", "Weiss", "Wend", "Wer", "Wies",
            "Wil", "Win", "Wohl", "Wül", "Zech", "Zieg", "Zim", "Zorn",
        ],
        &[
            "mann", "er", "ler", "ner", "bach", "berg", "berger", "feld", "hardt", "heim", "hof",
            "hofer", "ich", "icke", "ig", "ing", "inger", "itsch", "itz", "itzsch", "ke", "kamp",
            "lein", "lich", "low", "mayr", "meier", "meister", "müller", "nagel", "ow", "pel",
            "ring", "sch", "schke", "schmidt", "stein", "ske", "thaler", "tke", "tner", "tz",
            "wald", "wein", "wich", "zel", "ert", "brecht", "el", "emann", "ski", "holz", "bauer",
            "haus", "chen", "oth", "rich",
        ],
    ),
    (
        &[
            "Ains", "Ald", "Ash", "Back", "Barn", "Beck", "Black", "Brad", "Brent", "Brook",
            "Cald", "Chad", "Clay", "Cole", "Crad", "Dal", "Dun", "East", "Eld", "Ever", "Fair",
            "Farn", "Fen", "Gar", "Gold", "Green", "Hal", "Ham", "Har", "Hath", "Haw", "Hazel",
            "Hey", "Hol", "Hunt", "Ken", "Lang", "Lin", "Mar", "Med", "Mid", "Nor", "Oak", "Pem",
            "Pick", "Rad", "Red", "Rush", "San", "Sed", "Sher", "Skel", "Stan", "Sut", "Thorn",
            "Tur", "Under", "Wal", "Wen", "West", "Whit", "Wild", "Win", "Wood", "Wyn", "Yard",
        ],
        &[
            "ton", "ley", "ford", "field", "worth", "well", "man", "son", "ham", "wood", "er",
            "by", "more", "ridge", "shaw", "stead", "croft", "gate", "combe", "smith", "burn",
            "den", "ett", "ington", "low", "sey", "wick", "kins", "dale", "house", "way",
        ],
    ),
    (
        &[
            "Beau", "Bel", "Bon", "Bour", "Char", "Clé", "Cour", "Da", "Del", "Des", "Du", "Fau",
            "Fla", "Gau", "Gir", "Gui", "La", "Lam", "Le", "Mar", "Mau", "Mon", "Mor", "Pel",
            "Per", "Pou", "Re", "Ri", "Rou", "Sau", "Tré", "Va", "Ver", "Vil",
        ],
        &[
            "ault", "ard", "aud", "bert", "champ", "din", "eau", "elle", "er", "et", "ette",
            "fort", "ier", "in", "lain", "let", "mont", "net", "nier", "on", "ot", "quet", "rand",
            "roux", "sseau", "tier", "val", "ville",
        ],
    ),
    (
        &[
            "Al", "Alva", "Bar", "Ben", "Can", "Car", "Cas", "Cor", "Esc", "Fer", "Fuen", "Gal",
            "Gar", "Gon", "Her", "Ju", "Lar", "Lo", "Mal", "Mar", "Men", "Mon", "Mor", "Nav", "Or",
            "Pa", "Per", "Quin", "Ra", "Riv", "Rod", "Sal", "San", "Tor", "Val", "Ver", "Vi", "Za",
        ],
        &[
            "ado", "al", "ales", "ano", "ar", "arez", "aro", "edo", "ega", "ela", "ero", "eros",
            "es", "ez", "ides", "illa", "illo", "ina", "inez", "iz", "ola", "ón", "ona", "oso",
            "ote", "oza", "uela", "ura",
        ],
    ),
    (
        &[
            "Ba", "Bed", "Bor", "Bra", "Čer", "Dan", "Dol", "Dub", "Gaj", "Grab", "Hav", "Hor",
            "Hrad", "Hron", "Jan", "Jur", "Kal", "Kam", "Kol", "Kov", "Kral", "Kuč", "Lub", "Luk",
            "Mal", "Mar", "Mik", "Mlyn", "Nov", "Pol", "Rad", "Sed", "Slav", "Sob", "Stan", "Svob",
            "Šim", "Tom", "Vrb", "Zah", "Zel", "Žil",
        ],
        &[
            "áč", "áček", "ák", "áková", "ec", "ek", "enko", "eš", "ický", "ič", "ić", "ík",
            "íková", "ina", "ka", "ko", "ková", "ský", "ská", "ová", "ovič", "owicz", "owski",
            "owska", "enka", "an", "uš", "ej",
        ],
    ),
    (
        &[
            "Ander", "Berg", "Björk", "Dahl", "Eng", "Fred", "Gran", "Gustaf", "Hall", "Hed",
            "Holm", "Jens", "Karl", "Lar", "Lind", "Lund", "Mad", "Mort", "Niel", "Nor", "Ol",
            "Peder", "Ras", "Sjö", "Soder", "Sten", "Strand", "Sund", "Thor", "Wester", "Ylö",
            "Koski", "Laak", "Niemi", "Salo",
        ],
        &[
            "sen", "sson", "son", "ström", "strøm", "qvist", "gren", "berg", "lund", "dal",
            "gaard", "gård", "vik", "stad", "holm", "nen", "la", "mäki", "ssen", "feldt", "bakk",
            "sdóttir",
        ],
    ),
    (
        &[
            "Ak", "Ay", "Bal", "Bel", "Ben", "Ça", "Can", "Chandra", "De", "El", "Far", "Gha",
            "Gian", "Gul", "Had", "Jaya", "Kara", "Khal", "Kri", "Kuma", "Lo", "Mah", "Man",
            "Moham", "Na", "Oka", "Ola", "Özt", "Pa", "Rama", "Rez", "Ros", "Sal", "Shah", "Sub",
            "Tak", "Var", "Ven", "Yama", "Yıl", "Zan",
        ],
        &[
            "di", "gari", "ani", "oğlu", "ürk", "kaya", "ini", "etti", "elli", "ucci", "ari",
            "man", "mani", "moto", "mura", "nathan", "oui", "poulos", "akis", "raj", "rani", "sh",
            "swamy", "zadeh", "ulu", "wale", "eke", "for", "ic", "az", "azzi", "bi",
        ],
    ),
];

/// A name of no language.
pub(super) fn invented(random: &mut Random) -> String {
    let starts = [
        "B", "Br", "C", "Ch", "D", "Dr", "F", "G", "H", "J", "K", "Kr", "L", "M", "N", "P", "R",
        "S", "Sch", "Sh", "St", "T", "Th", "Tr", "V", "W", "Y", "Z", "", "", "",
    ];
    let middles =
        ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ia", "y", "ö", "é", "á", "ie", "oo", "ä", "ü"];
    let joints = [
        "b", "d", "l", "ll", "m", "n", "nn", "r", "rr", "s", "ss", "t", "v", "z", "k", "nd", "rt",
        "st", "lm", "j", "g", "sh",
    ];
    let ends =
        ["", "a", "o", "i", "e", "n", "s", "l", "r", "k", "t", "ine", "us", "as", "ah", "x", "y"];
    let mut name = format!("{}{}", random.pick(&starts), random.pick(&middles));
    for _ in 0..random.between(1, 2) {
        name.push_str(random.pick(&joints));
        name.push_str(random.pick(&middles));
    }
    name.push_str(random.pick(&ends));
    capital(&name)
}

/// The same with a capital first.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

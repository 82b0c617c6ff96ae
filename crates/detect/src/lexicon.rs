//! What single words mean to detectors: months, titles, streets, digits that are spoken, words that stand beside numbers.
//!
//! One file a language (`lexicon/<language>.txt`), and lists of names and places beside them (`lexicon/<list>.txt`). A file
//! has sections: a line `[sense]` or `[sense value]`, then words in any spelling of case, separated by blanks; `#` starts a
//! comment. A word may have several senses, in one language or in many.

use std::sync::LazyLock;

use crate::token;

macro_rules! senses {
    ($($(#[$meta:meta])* $variant:ident = $word:literal,)+) => {
        /// One thing that a word can mean.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Sense { $($(#[$meta])* $variant,)+ }

        impl Sense {
            /// Every sense.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Its name in lexicon files.
            #[must_use]
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            /// The set of this sense alone.
            #[must_use]
            pub const fn set(self) -> SenseSet { SenseSet(1 << self as u8) }
        }
    };
}

senses! {
    // Dates.
    /// A month; value 1 to 12.
    Month = "month",
    /// A day of the week; value 1 (Monday) to 7.
    Weekday = "weekday",
    /// "today", "morgen": a day relative to now.
    RelativeDay = "relative-day",
    /// "day", "month", "year", "week" and their like; value 1 for years.
    TimeUnit = "time-unit",
    /// An ordinal in words; value 1 to 31.
    Ordinal = "ordinal",
    /// Announces a birth; value 1 for participles, which may also follow the date ("am 3. Mai 1980 geboren").
    Birth = "birth",
    /// Announces a date.
    DateWord = "date-word",
    /// Announces an age ("aged", "Alter"; value 1), follows one ("old", "jährig"; value 2), or tells of one reached
    /// ("turned"; value 3).
    AgeWord = "age-word",
    /// "on", "am": something happened on the day that follows.
    OnDay = "on-day",
    /// "in", "during", "Jahr": the number that follows may be a year.
    YearBefore = "year-before",
    /// "morning", "Abend": a part of a day.
    DayPart = "day-part",
    /// "version", "chapter": numbers with dots that follow are no dates.
    VersionWord = "version-word",
    // Numbers and what they are numbers of.
    /// "number", "no", "Nr": says that a number follows.
    NumberWord = "number-word",
    /// Announces a telephone number.
    PhoneWord = "phone-word",
    /// Announces a fax number.
    FaxWord = "fax-word",
    /// "extension", "Durchwahl".
    ExtensionWord = "extension-word",
    /// Announces an e-mail address.
    EmailWord = "email-word",
    /// Announces an international bank account number or an account.
    AccountWord = "account-word",
    /// Announces a bank identifier.
    BicWord = "bic-word",
    /// Announces a payment card.
    CardWord = "card-word",
    /// Announces a card's verification code.
    CvvWord = "cvv-word",
    /// Announces an expiry.
    ExpiryWord = "expiry-word",
    /// Announces a tax number.
    TaxWord = "tax-word",
    /// Announces a social security number.
    SocialWord = "social-word",
    /// Announces a health insurance number.
    InsuranceWord = "insurance-word",
    /// Announces an identity card, a national identity number.
    IdentityWord = "identity-word",
    /// Announces a passport.
    PassportWord = "passport-word",
    /// Announces a driving licence.
    LicenceWord = "licence-word",
    /// Announces a vehicle plate.
    PlateWord = "plate-word",
    /// Announces a customer, contract, order, case, ticket number.
    ReferenceWord = "reference-word",
    /// Announces a user name.
    UserWord = "user-word",
    /// Announces a password, key or token.
    SecretWord = "secret-word",
    /// Announces a device identifier.
    DeviceWord = "device-word",
    /// Announces a cookie or session identifier.
    CookieWord = "cookie-word",
    /// Announces an Internet address.
    IpWord = "ip-word",
    /// Announces coordinates.
    GeoWord = "geo-word",
    /// Currency and measures: what stands beside an amount, so it is no identifier.
    Measure = "measure",
    /// Says how somebody is reached ("call", "erreichbar"): a telephone number or an address may follow.
    ReachWord = "reach-word",
    /// Where a telephone stands ("office", "privat"): announces a number only as a label right beside it.
    PhoneLabel = "phone-label",
    /// Speaks of a bank; value 1 announces a bank's national code, 2 speaks of a bank.
    BankWord = "bank-word",
    /// "ending in", "digits": the last digits of a longer number follow.
    EndingWord = "ending-word",
    // Speech.
    /// A digit in words; value 0 to 9.
    Digit = "digit",
    /// A number in words from 10 to 99; value so.
    Tens = "tens",
    /// "hundred", "thousand"; value is the power of ten.
    Power = "power",
    /// "double", "triple"; value 2 or 3.
    Repeat = "repeat",
    /// "at" within a spoken address.
    SpokenAt = "spoken-at",
    /// "dot".
    SpokenDot = "spoken-dot",
    /// "dash", "hyphen".
    SpokenDash = "spoken-dash",
    /// "underscore".
    SpokenUnderscore = "spoken-underscore",
    /// A letter in words ("alpha", "Anton"); value is its code in Latin-1.
    Letter = "letter",
    /// Says that something is spelled letter by letter.
    SpellWord = "spell-word",
    /// "as in", "wie": joins a letter and a word that begins with it.
    SpellAs = "spell-as",
    /// "last", "Endziffern": only a part of a number is said.
    PartWord = "part-word",
    /// Announces a post code.
    PostcodeWord = "postcode-word",
    /// "uh", "then": may stand between spoken digits.
    Filler = "filler",
    // Names.
    /// A given name; value 1 male, 2 female, 3 both.
    Given = "given",
    /// A family name.
    Surname = "surname",
    /// "von", "de", "van", "al".
    Particle = "particle",
    /// "Mr", "Frau": a name follows; value as for given names.
    Honorific = "honorific",
    /// "Dr", "Prof": a degree before a name.
    Degree = "degree",
    /// "my name is", "ich heiße": a name follows; "regards", "Gruß": a name follows on the next lines.
    NameWord = "name-word",
    /// "Dear", "Hallo": a name may follow.
    Greeting = "greeting",
    /// A profession or position.
    Profession = "profession",
    /// Marks an organisation by its legal form.
    LegalForm = "legal-form",
    /// "bank", "university", "Verein": part of an organisation's name.
    OrgWord = "org-word",
    /// Says that a profession follows: a label ("occupation", "Beruf"; value 1) or a verb or noun ("works", "job").
    WorkWord = "work-word",
    // Places.
    /// A country.
    Country = "country",
    /// A town.
    Town = "town",
    /// A region or state of a country, in words or as its abbreviation.
    Region = "region",
    /// A street by its last word ("street", "Allee").
    Street = "street",
    /// A street by its first word ("rue", "calle", "Am").
    StreetBefore = "street-before",
    /// "flat", "suite", "floor".
    Unit = "unit",
    /// Announces an address.
    AddressWord = "address-word",
    /// A place whose name is also an ordinary word or somebody's name: needs its surroundings.
    UnsurePlace = "unsure-place",
    /// The first word of a place's name of several words.
    PlaceFirst = "place-first",
    /// "in", "near", "nach": a place may follow.
    PlaceBefore = "place-before",
    /// "lives", "geboren": says that somebody is or was somewhere.
    LivesWord = "lives-word",
    /// "airport", "Bahnhof", "Landkreis": part of the name of a place.
    FacilityWord = "facility-word",
    /// "motorway", "Richtung": stands beside the number of a road.
    RoadWord = "road-word",
    /// "box", "Postfach", "FPO": mail is kept there.
    PostBox = "post-box",
    // GDPR Art. 9 and near it.
    /// Nationality or ethnicity; value 1 for words that mean persons ("Spaniard"), not adjectives ("Spanish").
    Nationality = "nationality",
    /// Religion; value 1 for words that mean believers ("Buddhist"), 2 for abbreviations that need a label ("rk").
    Religion = "religion",
    /// Political party or opinion; value 1 for words that mean persons ("Tory"), 2 for names in capitals ("SPD").
    Politics = "politics",
    /// Trade union; value 1 for words that mean membership, 2 for names in capitals ("DGB"), 3 for the first word of a name
    /// of two ("IG" Metall, "ver".di).
    UnionWord = "union-word",
    /// Health; value 1 a disease, 2 a medicine, 3 a treatment, 4 a symptom or another word that is often meant otherwise,
    /// 5 a part of the body, which makes a disease of such a word ("kidney" disease).
    HealthWord = "health-word",
    /// Sexual life or orientation.
    SexualityWord = "sexuality-word",
    /// Biometric data.
    BiometricWord = "biometric-word",
    /// Genetic data.
    GeneticWord = "genetic-word",
    /// A person: a subject ("she"; value 1), a possessive ("my"; value 2), or a noun ("patient", "son").
    PersonWord = "person-word",
    /// "is": says something of a person; value 1 for "am", 2 for "has", 3 for "have" of the first person.
    BeWord = "be-word",
    /// "member", "voted": says that somebody belongs to what is named.
    MemberWord = "member-word",
    /// "nationality", "citizen", "Konfession": says that a word nearby tells somebody's nationality or religion.
    CitizenWord = "citizen-word",
    /// "diagnosed", "suffers", "leide": says that a word nearby tells of somebody's health.
    HealthContext = "health-context",
    /// "speak", "translation": the word nearby means a language.
    LanguageWord = "language-word",
    // Languages.
    /// A small word that is frequent in German and not elsewhere.
    German = "german",
    /// … in English.
    English = "english",
    /// … in French.
    French = "french",
    /// … in Spanish.
    Spanish = "spanish",
    /// … in Slovak.
    Slovak = "slovak",
}

/// A set of senses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SenseSet(pub u128);

impl SenseSet {
    /// No sense.
    pub const EMPTY: Self = Self(0);
    /// The set of these senses.
    #[must_use]
    pub const fn of(senses: &[Sense]) -> Self {
        let mut bits = 0;
        let mut rest = senses;
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = others;
        }
        Self(bits)
    }
    /// Whether the sense is in the set.
    #[must_use]
    pub const fn has(self, sense: Sense) -> bool {
        self.0 & (1 << sense as u8) != 0
    }
    /// Whether the two sets share a sense.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its senses.
    pub senses: SenseSet,
    /// The value that goes with numbers (months, digits, tens, letters); 0 without one.
    pub value: u8,
    /// The value that goes with words beside state-issued numbers; apart, since such words have other meanings too.
    pub part: u8,
    /// The gender that goes with names and forms of address: 1 male, 2 female, 3 both; 0 unknown.
    pub gender: u8,
    /// Languages in which the word is listed, as bits in the order of [`LANGUAGES`]; the lists of names and places have none.
    pub languages: u8,
}

impl Entry {
    /// Of a word that is not in the lexicon.
    pub const NONE: Self =
        Self { senses: SenseSet::EMPTY, value: 0, part: 0, gender: 0, languages: 0 };
}

/// The languages of the lexicon with their files.
pub const LANGUAGES: [(&str, &str); 5] = [
    ("de", include_str!("../lexicon/de.txt")),
    ("en", include_str!("../lexicon/en.txt")),
    ("fr", include_str!("../lexicon/fr.txt")),
    ("es", include_str!("../lexicon/es.txt")),
    ("sk", include_str!("../lexicon/sk.txt")),
];

/// Lists that belong to no language.
const LISTS: [(&str, &str); 4] = [
    ("names", include_str!("../lexicon/names.txt")),
    ("places", include_str!("../lexicon/places.txt")),
    ("state_numbers", include_str!("../lexicon/state_numbers.txt")),
    ("towns", include_str!("../lexicon/towns.txt")),
];

/// Words and what they mean.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Open addressing; a power of two of slots.
    slots: Vec<Slot>,
    /// Which hashes may be there: a word that is not listed mostly ends here, in the first cache.
    filter: Vec<u64>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    entry: u16,
}

/// The most words a lexicon can hold: entries are numbered with 16 bits.
pub const LARGEST: usize = 60_000;
const FILTER_WORDS: usize = 1 << 12;

impl Default for Lexicon {
    /// The built-in one.
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut builder = Builder::default();
    for (number, (_, text)) in LANGUAGES.iter().enumerate() {
        builder.read(text, 1 << number);
    }
    for (_, text) in LISTS {
        builder.read(text, 0);
    }
    builder.build()
});

/// The built-in lexicon.
#[must_use]
pub fn built_in() -> &'static Lexicon {
    &BUILT_IN
}

impl Lexicon {
    /// The number of the entry for a word's hash; 0 if it is not listed.
    #[inline]
    #[must_use]
    pub fn look_up(&self, hash: u32) -> u16 {
        let bit = hash >> 14;
        let word = self.filter.get((bit >> 6) as usize & (FILTER_WORDS - 1)).copied().unwrap_or(0);
        if word & (1 << (bit & 63)) == 0 {
            return 0;
        }
        self.search(hash)
    }
    /// What is known under an entry's number.
    #[inline]
    #[must_use]
    pub fn entry(&self, number: u16) -> Entry {
        self.entries.get(usize::from(number)).copied().unwrap_or(Entry::NONE)
    }
    /// How many numbers for entries there are, the empty one included.
    #[must_use]
    pub fn size(&self) -> usize {
        self.entries.len()
    }
    /// What is known of a word.
    ///
    /// ```
    /// use abide_detect::lexicon::{built_in, Sense};
    /// let march = built_in().word("März");
    /// assert!(march.senses.has(Sense::Month));
    /// assert_eq!(march.value, 3);
    /// ```
    #[must_use]
    pub fn word(&self, word: &str) -> Entry {
        self.entry(self.look_up(token::hash(word)))
    }

    fn search(&self, hash: u32) -> u16 {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at) {
            if slot.entry == 0 {
                return 0;
            }
            if slot.hash == hash {
                return slot.entry;
            }
            at = (at + 1) & mask;
        }
        0
    }
}

/// Collects words before they become a lexicon.
#[derive(Default)]
struct Builder {
    words: std::collections::BTreeMap<u32, Entry>,
}

impl Builder {
    /// Reads a file of ours. A section of an unknown name is skipped here and is an error of the tests.
    fn read(&mut self, text: &str, languages: u8) {
        let mut section = None;
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            if let Some(head) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = parse_head(head);
            } else if let Some((sense, value)) = section {
                for word in line.split_whitespace() {
                    self.add(word, sense, value, languages);
                }
            }
        }
    }

    fn add(&mut self, word: &str, sense: Sense, value: u8, languages: u8) {
        let entry = self.words.entry(token::hash(word)).or_default();
        entry.senses = entry.senses.and(sense.set());
        entry.languages |= languages;
        if matches!(sense, Sense::Given | Sense::Honorific) {
            entry.gender |= value;
        } else if OF_STATES.has(sense) {
            entry.part = if value == 0 { entry.part } else { value };
        } else if value != 0 && !is_plain(word, sense) {
            entry.value = value;
        }
    }

    fn build(self) -> Lexicon {
        let size = (self.words.len() * 2).next_power_of_two().max(16);
        let mut slots = vec![Slot::default(); size];
        let mut filter = vec![0u64; FILTER_WORDS];
        let mut entries = vec![Entry::NONE];
        for (hash, entry) in self.words.into_iter().take(LARGEST) {
            // Many words mean the same: entries are shared, so that what is looked at stays small.
            let number = entries.iter().position(|e| *e == entry).unwrap_or_else(|| {
                entries.push(entry);
                entries.len() - 1
            });
            let mut at = hash as usize & (size - 1);
            while slots.get(at).is_some_and(|s| s.entry != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = Slot { hash, entry: number as u16 };
            }
            let bit = hash >> 14;
            if let Some(word) = filter.get_mut((bit >> 6) as usize & (FILTER_WORDS - 1)) {
                *word |= 1 << (bit & 63);
            }
        }
        Lexicon { slots, filter, entries }
    }
}

/// Senses of words beside state-issued numbers.
const OF_STATES: SenseSet = SenseSet::of(&[
    Sense::TaxWord,
    Sense::SocialWord,
    Sense::InsuranceWord,
    Sense::IdentityWord,
    Sense::PassportWord,
    Sense::LicenceWord,
]);

/// Whether a word says its value itself (a letter alone), or nobody asks for it (days of the week).
fn is_plain(word: &str, sense: Sense) -> bool {
    sense == Sense::Weekday || (sense == Sense::Letter && word.chars().count() == 1)
}

fn parse_head(head: &str) -> Option<(Sense, u8)> {
    let mut parts = head.split_whitespace();
    let name = parts.next()?;
    let sense = Sense::ALL.iter().copied().find(|s| s.word() == name)?;
    match parts.next() {
        None => Some((sense, 0)),
        Some(value) => Some((sense, value.parse().ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known_and_every_word_is_one_token() {
        for (name, text) in LANGUAGES.iter().chain(&LISTS) {
            for (number, line) in text.lines().enumerate() {
                let line = line.split('#').next().unwrap().trim();
                if let Some(head) = line.strip_prefix('[') {
                    let head = head.strip_suffix(']').unwrap();
                    assert!(parse_head(head).is_some(), "{name}.txt:{}: [{head}]", number + 1);
                    continue;
                }
                for word in line.split_whitespace() {
                    let mut tokens = Vec::new();
                    token::cut(word, &Lexicon::default(), &mut tokens);
                    assert_eq!(tokens.len(), 1, "{name}.txt:{}: {word}", number + 1);
                }
            }
        }
    }

    /// The values of a word by its senses, in every file.
    fn values() -> std::collections::BTreeMap<String, std::collections::BTreeSet<(bool, u8)>> {
        let mut all: std::collections::BTreeMap<_, std::collections::BTreeSet<_>> =
            std::collections::BTreeMap::default();
        for (_, text) in LANGUAGES.iter().chain(&LISTS) {
            let mut section = None;
            for line in text.lines().map(|l| l.split('#').next().unwrap().trim()) {
                if let Some(head) = line.strip_prefix('[') {
                    section = parse_head(head.strip_suffix(']').unwrap());
                    continue;
                }
                let Some((sense, value)) = section else { continue };
                let gender = matches!(sense, Sense::Given | Sense::Honorific);
                for word in line.split_whitespace() {
                    if value != 0 && !gender && !is_plain(word, sense) {
                        let word = word.chars().map(token::fold).collect();
                        let values: &mut std::collections::BTreeSet<_> =
                            all.entry(word).or_default();
                        values.insert((OF_STATES.has(sense), value));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn no_word_has_two_values() {
        let two: Vec<_> = values()
            .into_iter()
            .filter(|(_, v)| v.iter().filter(|(state, _)| !state).count() > 1)
            .collect();
        assert!(two.is_empty(), "an entry has room for one value: {two:?}");
    }

    #[test]
    fn no_two_words_share_a_hash() {
        let mut seen = std::collections::HashMap::new();
        for (_, text) in LANGUAGES.iter().chain(&LISTS) {
            for word in text
                .lines()
                .map(|l| l.split('#').next().unwrap())
                .filter(|l| !l.starts_with('['))
                .flat_map(str::split_whitespace)
            {
                let folded: String = word.chars().map(token::fold).collect();
                let other = seen.entry(token::hash(word)).or_insert_with(|| folded.clone());
                assert_eq!(*other, folded);
            }
        }
        assert!(seen.len() < LARGEST);
    }

    #[test]
    fn the_zero_that_is_spoken_has_its_sense() {
        let zero = built_in().word("zero");
        assert!(zero.senses.has(Sense::Digit));
        assert_eq!(zero.value, 0);
    }
}

//! The closed word lists of P3P and the GDPR: each word once, with its spelling in the policy file and its
//! compact token where P3P gives one (P3P 1.0 §3.2.5–3.4, §4.2).
//!
//! Owns: the words and their order (the order of the specification's tables, which is the order in which compact
//! policies are written); sets of them ([`Set`]). Leaves to others: what people read (`abide-notice`), what user agents think of them
//! (`abide-agents`), the compact grammar (`abide-p3p`).

use std::fmt;

/// A closed list of words, in the order of its specification.
pub trait Vocabulary: Copy + Eq + fmt::Debug + 'static {
    /// What one of them is called in a message: `purpose`, `recipient`, …
    const KIND: &'static str;
    /// Every word, in specification order; at most 32.
    const ALL: &'static [Self];
    /// How the policy file and P3P's XML spell it.
    fn word(self) -> &'static str;
    /// Its place in [`Vocabulary::ALL`].
    fn index(self) -> usize;

    /// The word so spelled, if any; spelling is exact.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|w| w.word() == word)
    }
    /// Every spelling, for messages and schemas.
    fn words() -> Vec<&'static str> {
        Self::ALL.iter().map(|w| w.word()).collect()
    }
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $kind:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal $(/ $token:literal)?,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl Vocabulary for $name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn word(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            fn index(self) -> usize { self as usize }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.word()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.word()) }
        }

        vocabulary!(@token $name $($variant $($token)?,)+);
    };
    (@token $name:ident $($variant:ident $token:literal,)+) => {
        impl $name {
            /// Its compact token, three letters (P3P 1.0 §4.2).
            #[must_use]
            pub const fn token(self) -> &'static str { match self { $(Self::$variant => $token,)+ } }
        }
    };
    (@token $name:ident $($variant:ident,)+) => {};
}

mod rights;
mod set;

pub use rights::{
    Direction, Erasure, Fact, RequestKind, RequestState, StoreKind, Treatment, Waits, Way,
};
pub use set::Set;

vocabulary! {
    /// What access people have to the data held about them (P3P 1.0 §3.2.5).
    Access, "kind of access" {
        /// No identifiable data is collected.
        Nonident = "nonident" / "NOI",
        /// Access to all identifiable data.
        All = "all" / "ALL",
        /// Access to identified contact and other data.
        ContactAndOther = "contact-and-other" / "CAO",
        /// Access to identified contact data only.
        IdentContact = "ident-contact" / "IDC",
        /// Access to other identified data only.
        OtherIdent = "other-ident" / "OTI",
        /// No access.
        None = "none" / "NON",
    }
}

vocabulary! {
    /// What data is used for (P3P 1.0 §3.3.4).
    Purpose, "purpose" {
        /// Completing and supporting the activity for which the data was given.
        Current = "current" / "CUR",
        /// Running the site or service.
        Admin = "admin" / "ADM",
        /// Research and development.
        Develop = "develop" / "DEV",
        /// One-time tailoring within a single visit.
        Tailoring = "tailoring" / "TAI",
        /// Analysis under a pseudonym.
        PseudoAnalysis = "pseudo-analysis" / "PSA",
        /// Decisions under a pseudonym.
        PseudoDecision = "pseudo-decision" / "PSD",
        /// Analysis of an identified person.
        IndividualAnalysis = "individual-analysis" / "IVA",
        /// Decisions about an identified person.
        IndividualDecision = "individual-decision" / "IVD",
        /// Contacting people to market services or products.
        Contact = "contact" / "CON",
        /// Historical preservation.
        Historical = "historical" / "HIS",
        /// Contacting people by telephone to market.
        Telemarketing = "telemarketing" / "TEL",
        /// Another purpose, explained in a text.
        OtherPurpose = "other-purpose" / "OTP",
    }
}

vocabulary! {
    /// Who receives data (P3P 1.0 §3.3.5).
    Recipient, "recipient" {
        /// Ourselves and agents acting for us.
        Ours = "ours" / "OUR",
        /// Delivery services that may use it for other purposes.
        Delivery = "delivery" / "DEL",
        /// Legal entities following our practices.
        Same = "same" / "SAM",
        /// Legal entities whose practices are unknown to us.
        Unrelated = "unrelated" / "UNR",
        /// Public fora.
        Public = "public" / "PUB",
        /// Legal entities following different practices, accountable to us.
        OtherRecipient = "other-recipient" / "OTR",
    }
}

vocabulary! {
    /// How long data stays (P3P 1.0 §3.3.6).
    Retention, "kind of retention" {
        /// Not longer than a single online interaction.
        NoRetention = "no-retention" / "NOR",
        /// As long as the stated purpose needs it.
        StatedPurpose = "stated-purpose" / "STP",
        /// As long as a law requires.
        LegalRequirement = "legal-requirement" / "LEG",
        /// As our published business practice says.
        BusinessPractices = "business-practices" / "BUS",
        /// Without an end.
        Indefinitely = "indefinitely" / "IND",
    }
}

vocabulary! {
    /// Categories of data (P3P 1.0 §3.4).
    Category, "category" {
        /// Physical contact information.
        Physical = "physical" / "PHY",
        /// Online contact information.
        Online = "online" / "ONL",
        /// Unique identifiers other than government-issued ones.
        UniqueId = "uniqueid" / "UNI",
        /// Purchase information.
        Purchase = "purchase" / "PUR",
        /// Financial information.
        Financial = "financial" / "FIN",
        /// Information about the computer.
        Computer = "computer" / "COM",
        /// Navigation and click-stream data.
        Navigation = "navigation" / "NAV",
        /// Interactive data.
        Interactive = "interactive" / "INT",
        /// Demographic and socioeconomic data.
        Demographic = "demographic" / "DEM",
        /// Content of communications.
        Content = "content" / "CNT",
        /// State management mechanisms.
        State = "state" / "STA",
        /// Political, religious and similar memberships.
        Political = "political" / "POL",
        /// Health information.
        Health = "health" / "HEA",
        /// Preferences.
        Preference = "preference" / "PRE",
        /// Location.
        Location = "location" / "LOC",
        /// Government-issued identifiers.
        Government = "government" / "GOV",
        /// Another category, explained in a text.
        OtherCategory = "other-category" / "OTC",
    }
}

vocabulary! {
    /// What is offered when a promise was broken (P3P 1.0 §3.2.7).
    Redress, "remedy" {
        /// Errors are corrected.
        Correct = "correct" / "COR",
        /// Money is paid.
        Money = "money" / "MON",
        /// What a law provides.
        Law = "law" / "LAW",
    }
}

vocabulary! {
    /// How a dispute is settled (P3P 1.0 §3.2.6).
    Resolution, "kind of dispute resolution" {
        /// The organisation's customer service.
        Service = "service",
        /// An independent organisation.
        Independent = "independent",
        /// A court.
        Court = "court",
        /// An authority under an applicable law.
        Law = "law",
    }
}

vocabulary! {
    /// Whether a person can choose (P3P's attribute `required`, §3.3.4), from the weakest to the strongest protection.
    Choice, "choice" {
        /// No choice.
        Always = "always",
        /// Happens unless the person refuses.
        OptOut = "opt-out",
        /// Happens only if the person agrees first.
        OptIn = "opt-in",
    }
}

impl Choice {
    /// The suffix of a compact token (P3P 1.0 §4.2): `a`, `o`, `i`.
    #[must_use]
    pub const fn suffix(self) -> char {
        match self {
            Self::Always => 'a',
            Self::OptOut => 'o',
            Self::OptIn => 'i',
        }
    }
}

vocabulary! {
    /// The lawful basis of a use (GDPR Art. 6(1)).
    Basis, "lawful basis" {
        /// Art. 6(1)(a): consent.
        Consent = "consent",
        /// Art. 6(1)(b): a contract with the person.
        Contract = "contract",
        /// Art. 6(1)(c): a legal obligation.
        LegalObligation = "legal-obligation",
        /// Art. 6(1)(d): vital interests.
        VitalInterests = "vital-interests",
        /// Art. 6(1)(e): a task in the public interest.
        PublicTask = "public-task",
        /// Art. 6(1)(f): legitimate interests.
        LegitimateInterests = "legitimate-interests",
    }
}

vocabulary! {
    /// Part in the processing (GDPR Art. 4(7), 4(8)).
    Role, "role" {
        /// Decides purposes and means: owes people a notice (Art. 13/14) and keeps the record of Art. 30(1).
        Controller = "controller",
        /// Acts for its customers: owes them a contract (Art. 28) and keeps the record of Art. 30(2).
        Processor = "processor",
    }
}

vocabulary! {
    /// What a browser stores for a site.
    Storage, "kind of storage" {
        /// An HTTP cookie.
        Cookie = "cookie",
        /// A Flash local shared object.
        Flash = "flash",
        /// Web storage that stays.
        Local = "local-storage",
        /// Web storage that ends with the tab.
        Session = "session-storage",
        /// A database of the `IndexedDB` interface.
        IndexedDb = "indexed-db",
    }
}

vocabulary! {
    /// Whose data it is.
    Subject, "kind of person" {
        /// Visitors of a site.
        Visitor = "visitor",
        /// Buyers and account holders.
        Customer = "customer",
        /// People who call or are called.
        Caller = "caller",
        /// People in a customer's address book.
        Contact = "contact",
        /// People who answer calls.
        Agent = "agent",
        /// Own staff.
        Employee = "employee",
        /// Applicants for a job.
        Applicant = "applicant",
    }
}

vocabulary! {
    /// Where data comes from (GDPR Art. 13 and 14(2)(f)).
    Source, "source" {
        /// The person gives it.
        Person = "person",
        /// It arises when the person uses the site or service.
        Observed = "observed",
        /// It is derived from other data.
        Derived = "derived",
        /// A customer of ours enters it.
        Customer = "customer",
        /// Another organisation gives it.
        ThirdParty = "third-party",
        /// It is publicly available.
        Public = "public",
    }
}

vocabulary! {
    /// From when a retention period counts.
    Since, "start of a period" {
        /// The day the data was collected.
        Collection = "collection",
        /// The day the data was last used.
        LastUse = "last-use",
        /// The end of the contract or account.
        ContractEnd = "contract-end",
        /// The end of the calendar year of collection.
        YearEnd = "year-end",
    }
}

vocabulary! {
    /// What permits a transfer to a third country (GDPR Art. 45–49).
    Ground, "transfer ground" {
        /// Art. 45: an adequacy decision.
        Adequacy = "adequacy",
        /// Art. 46(2)(c), (d): standard contractual clauses.
        StandardClauses = "standard-clauses",
        /// Art. 47: binding corporate rules.
        BindingRules = "binding-corporate-rules",
        /// Art. 46(2)(e): an approved code of conduct.
        CodeOfConduct = "code-of-conduct",
        /// Art. 46(2)(f): an approved certification.
        Certification = "certification",
        /// Art. 49(1)(a): explicit consent after being told of the risks.
        ExplicitConsent = "explicit-consent",
        /// Art. 49(1)(b): needed for a contract with the person.
        ContractNecessity = "contract-necessity",
    }
}

vocabulary! {
    /// Why special categories may be processed (GDPR Art. 9(2)).
    SpecialGround, "ground for special categories" {
        /// (a) explicit consent.
        ExplicitConsent = "explicit-consent",
        /// (b) employment and social security law.
        Employment = "employment",
        /// (c) vital interests.
        VitalInterests = "vital-interests",
        /// (d) a non-profit body's members.
        NonProfit = "non-profit",
        /// (e) made public by the person.
        MadePublic = "made-public",
        /// (f) legal claims.
        LegalClaims = "legal-claims",
        /// (g) substantial public interest.
        PublicInterest = "public-interest",
        /// (h) health care.
        HealthCare = "health-care",
        /// (i) public health.
        PublicHealth = "public-health",
        /// (j) archiving, research, statistics.
        Research = "research",
    }
}

vocabulary! {
    /// A language in which Abide speaks: to add one, add its line here and its folder under `locales/`.
    Lang, "language" {
        /// German.
        De = "de",
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Spanish.
        Es = "es",
        /// Slovak.
        Sk = "sk",
    }
}

impl Lang {
    /// What its speakers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::De => "Deutsch",
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Sk => "Slovenčina",
        }
    }
}

impl Category {
    /// Categories of which one alone can find or reach a person: P3P's contact categories, government-issued
    /// identifiers, and financial data. The access element and NON-IDENTIFIABLE speak of these (§3.2.5, §3.3.3).
    #[must_use]
    pub fn identifying() -> Set<Self> {
        Set::of(&[Self::Physical, Self::Online, Self::Financial, Self::Government])
    }
    /// Special categories of GDPR Art. 9(1) that P3P has a word for.
    #[must_use]
    pub fn special() -> Set<Self> {
        Set::of(&[Self::Political, Self::Health])
    }
}

impl Purpose {
    /// Direct marketing: an objection to it is absolute (GDPR Art. 21(2), (3)).
    #[must_use]
    pub const fn is_direct_marketing(self) -> bool {
        matches!(self, Self::Contact | Self::Telemarketing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trips<T: Vocabulary>() {
        assert!(T::ALL.len() <= 32);
        for (i, w) in T::ALL.iter().enumerate() {
            assert_eq!(w.index(), i);
            assert_eq!(T::from_word(w.word()), Some(*w));
        }
    }

    #[test]
    fn every_word_finds_itself() {
        round_trips::<Access>();
        round_trips::<Purpose>();
        round_trips::<Recipient>();
        round_trips::<Retention>();
        round_trips::<Category>();
        round_trips::<Redress>();
        round_trips::<Resolution>();
        round_trips::<Choice>();
        round_trips::<Basis>();
        round_trips::<Subject>();
        round_trips::<Source>();
        round_trips::<Ground>();
        round_trips::<SpecialGround>();
        assert_eq!(Purpose::from_word("Current"), None, "spelling is exact");
    }

    #[test]
    fn tokens_are_three_letters_and_distinct() {
        let mut all: Vec<&str> = Access::ALL.iter().map(|x| x.token()).collect();
        all.extend(Purpose::ALL.iter().map(|x| x.token()));
        all.extend(Recipient::ALL.iter().map(|x| x.token()));
        all.extend(Retention::ALL.iter().map(|x| x.token()));
        all.extend(Category::ALL.iter().map(|x| x.token()));
        all.extend(Redress::ALL.iter().map(|x| x.token()));
        assert!(all.iter().all(|t| t.len() == 3 && t.bytes().all(|b| b.is_ascii_uppercase())));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}

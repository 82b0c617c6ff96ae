//! The kinds of personal data, their labels, and the category of the policy that each belongs to.
//!
//! Labels are those of the common corpora where one exists, so that results can be compared with other programs.

use abide_policy::vocab::Category;

macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $label:literal -> $category:ident,)+) => {
        /// A kind of personal data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(#[$meta])* $variant,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its label in results: `PERSON`, `IBAN`, …
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$variant => $label,)+ } }

            /// The category of data (P3P 1.0 §3.4) that a statement of the policy must declare for it.
            #[must_use]
            pub const fn category(self) -> Category { match self { $(Self::$variant => Category::$category,)+ } }
        }
    };
}

kinds! {
    /// A person's name, whole or in part.
    Person = "PERSON" -> Physical,
    /// A postal address or a part of it: street and number, post code, flat, P.O. box.
    Address = "ADDRESS" -> Physical,
    /// A place: country, region, town, street without a number.
    Loc = "LOC" -> Location,
    /// An organisation.
    Org = "ORG" -> Demographic,
    /// An e-mail address.
    Email = "EMAIL" -> Online,
    /// A telephone or fax number.
    Phone = "PHONE" -> Physical,
    /// A date or a moment.
    Date = "DATE" -> OtherCategory,
    /// A date that is said to be somebody's birth.
    DateOfBirth = "DATE_OF_BIRTH" -> Demographic,
    /// Somebody's age.
    Age = "AGE" -> Demographic,
    /// An Internet address, version 4 or 6.
    Ip = "IP" -> Computer,
    /// A hardware address of a network card.
    Mac = "MAC" -> Computer,
    /// A web address.
    Url = "URL" -> Navigation,
    /// A user name or account handle.
    User = "USER" -> Online,
    /// A number or code that stands for a person, contract, order or case at one organisation.
    Id = "ID" -> UniqueId,
    /// A number issued by a state: identity, tax, social security, health insurance, passport, driving licence.
    NatId = "NATID" -> Government,
    /// An international bank account number (ISO 13616).
    Iban = "IBAN" -> Financial,
    /// A bank's identifier (ISO 9362).
    Bic = "BIC" -> Financial,
    /// A bank account number in a national form.
    Account = "ACCOUNT" -> Financial,
    /// A payment card's number (ISO/IEC 7812).
    Card = "CARD" -> Financial,
    /// A payment card's verification code.
    Cvv = "CVV" -> Financial,
    /// A payment card's expiry.
    Expiry = "EXPIRY" -> Financial,
    /// A vehicle's registration plate or identification number.
    Plate = "PLATE" -> UniqueId,
    /// A title or profession.
    Title = "TITLE" -> Demographic,
    /// Nationality, ethnicity, religion or political group (GDPR Art. 9).
    Nrp = "NRP" -> Political,
    /// Membership of a trade union (GDPR Art. 9).
    Union = "UNION" -> Political,
    /// Data concerning health (GDPR Art. 9).
    Health = "HEALTH" -> Health,
    /// Sexual life or orientation (GDPR Art. 9).
    Sexuality = "SEXUALITY" -> Demographic,
    /// Biometric data (GDPR Art. 9).
    Biometric = "BIOMETRIC" -> UniqueId,
    /// Genetic data (GDPR Art. 9).
    Genetic = "GENETIC" -> Health,
    /// An identifier of a device: IMEI, advertising id, serial number.
    Device = "DEVICE" -> Computer,
    /// An identifier kept in a browser, or of a session.
    Cookie = "COOKIE" -> State,
    /// A place on earth as coordinates.
    Geo = "GEO" -> Location,
    /// A SIP or other telephony address.
    Sip = "SIP" -> Online,
    /// A secret: password, key, token.
    Secret = "SECRET" -> UniqueId,
    /// Something else that points to a person, found by context or by a rule of the organisation.
    Other = "OTHER" -> OtherCategory,
}

impl Kind {
    /// The kind so labelled.
    ///
    /// ```
    /// # use abide_detect::Kind;
    /// assert_eq!(Kind::from_label("IBAN"), Some(Kind::Iban));
    /// ```
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.label() == label)
    }
}

impl serde::Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.label())
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label())
    }
}

//! In which situation a cookie arrives, what a user agent does with it, and why.
//!
//! Owns: these words and their stable spelling. Leaves to others: which situation leads to which action.

use std::fmt;

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Its stable spelling, in JSON and on the command line.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            /// The value so spelled, if any.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.as_str() == word)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.as_str()) }
        }
    };
}

words! {
    /// Whose page the cookie belongs to.
    Context {
        /// The page's own domain.
        FirstParty = "first-party",
        /// Content of another domain in the page.
        ThirdParty = "third-party",
    }
}

words! {
    /// How long the cookie asks to stay.
    Cookie {
        /// Beyond the session.
        Persistent = "persistent",
        /// Until the browser is closed.
        Session = "session",
    }
}

words! {
    /// How careful the user is; each user agent offers some of these.
    Level {
        /// Only what is used without asking about people is restricted.
        Low = "low",
        /// What Internet Explorer's users had unless they changed it.
        Medium = "medium",
        /// Opt-out is not enough for third parties.
        MediumHigh = "medium-high",
        /// Only opt-in is enough.
        High = "high",
        /// Every cookie.
        AcceptAll = "accept-all",
        /// No cookie.
        BlockAll = "block-all",
        /// What Netscape's users had unless they changed it.
        Default = "default",
    }
}

words! {
    /// What the user agent does with a cookie.
    Action {
        /// Stores and sends it as asked.
        Accept = "accept",
        /// Keeps it until the browser is closed; a session cookie stays what it is.
        Session = "session",
        /// Stores it and sends it only with first-party content.
        Leash = "leash",
        /// Refuses it.
        Block = "block",
        /// Asks the user.
        Prompt = "prompt",
    }
}

words! {
    /// Why the user agent does it.
    Reason {
        /// The policy is good enough at this level.
        Satisfactory = "satisfactory",
        /// Opt-out is not provided for all uses that need consent.
        OptOutMissing = "optout_missing_some",
        /// No opt-out is provided.
        NoOptOut = "no_optout",
        /// Opt-in is not required for all uses that need consent.
        OptInNotRequired = "optin_not_required",
        /// There is no compact policy.
        NoPolicy = "no_policy",
        /// The compact policy says that it is a test and must be ignored.
        TestPolicy = "test_policy",
        /// The compact policy does not comply with P3P and is ignored.
        InvalidPolicy = "invalid_policy",
        /// The level accepts every cookie.
        AcceptAll = "accept_all",
        /// The level blocks every cookie.
        BlockAll = "block_all",
        /// The user decided about this site.
        SiteRule = "site_rule",
        /// The site's security zone decides, not the level.
        Zone = "zone",
        /// The cookie is older than the browser.
        Legacy = "legacy",
        /// The cookie is older than the browser, and a refusal that the user once expressed.
        OptOutCookie = "optout_cookie",
        /// Identifying data is used without consent.
        NoConsent = "no_consent",
        /// Identifying data is used unless the person refuses.
        ImplicitConsent = "implicit_consent",
        /// Identifying data is used only if the person agrees.
        ExplicitConsent = "explicit_consent",
        /// No identifying data is collected.
        NoIdentifyingData = "no_identifying_data",
    }
}

/// When a cookie came into the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Age {
    /// It arrives now, with its policy.
    #[default]
    New,
    /// It was there before the browser could read policies.
    Legacy {
        /// It records that the person opted out; see [`crate::ie6::is_opt_out`].
        opt_out: bool,
    },
}

/// What the user decided about one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SiteRule {
    /// Its cookies are always accepted.
    Accept,
    /// Its cookies are always blocked.
    Reject,
}

/// The security zone of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    /// The only one that follows the level.
    #[default]
    Internet,
    /// The organisation's own network.
    Intranet,
    /// Sites the user trusts.
    Trusted,
    /// Sites the user distrusts.
    Restricted,
}

/// Everything but the policy that decides about a cookie.
///
/// ```
/// use abide_agents::{Context, Cookie, Level, Situation, SiteRule};
/// let usual = Situation::new(Context::ThirdParty, Cookie::Session, Level::High);
/// let trusted = Situation { site: Some(SiteRule::Accept), ..usual };
/// assert_ne!(usual, trusted);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Situation {
    /// Whose page it is.
    pub context: Context,
    /// How long the cookie asks to stay.
    pub cookie: Cookie,
    /// How careful the user is.
    pub level: Level,
    /// When the cookie came.
    pub age: Age,
    /// What the user decided about the site.
    pub site: Option<SiteRule>,
    /// The site's security zone.
    pub zone: Zone,
}

impl Situation {
    /// A new cookie of a site in the Internet zone about which the user decided nothing.
    #[must_use]
    pub const fn new(context: Context, cookie: Cookie, level: Level) -> Self {
        Self { context, cookie, level, age: Age::New, site: None, zone: Zone::Internet }
    }
}

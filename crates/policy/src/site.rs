//! The organisation's site: which policies it has, which files hold their versions, and which paths and cookies each covers.
//!
//! Owns: the value that the site file `abide.toml` describes. Leaves to others: reading it ([`crate::source`]), finding the
//! files, P3P's reference file (`abide-p3p`).

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::text::{Id, Period, Url};

/// What `abide.toml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Where the site is published, without path: `https://www.example.com`.
    pub url: Url,
    /// What people call the organisation.
    pub name: String,
    /// Where security problems are reported: `mailto:` or `https:` addresses (RFC 9116 `Contact`).
    pub security_contacts: Vec<String>,
    /// The last day on which the security contacts are valid (RFC 9116 `Expires`).
    pub security_expires: Option<Date>,
    /// Whether the site respects Global Privacy Control, and since when.
    pub gpc: Option<Date>,
    /// Its policies, the most important first.
    pub policies: Vec<SitePolicy>,
    /// The map files of its stores, relative to the site's folder.
    pub stores: Vec<String>,
    /// How long requests of people are kept after they were closed; three years if it is not said.
    pub requests_kept: Option<Period>,
    /// When the server carries out approved erasures together, each day (UTC); at once if it is not said.
    pub erasures_at: Option<jiff::civil::Time>,
    /// The part of the country where it is, as ISO 3166-2 writes it behind the country: `BY`. The country is that whose law its
    /// first policy is under. Which regions there are is not known here.
    pub region: Option<String>,
    /// By whose clocks days begin and end, as the tz database calls the time zone: `America/New_York`; if it is not said, the country
    /// and region tell. Which zones there are is not known here.
    pub zone: Option<String>,
    /// Further days that are public holidays there, with what people call them.
    pub holidays: BTreeMap<Date, String>,
}

/// One policy of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePolicy {
    /// Which policy it is: the `name` in its files.
    pub name: Id,
    /// The files that hold its versions, relative to the site's folder.
    pub files: Vec<String>,
    /// Paths it covers; `*` stands for any characters (P3P `INCLUDE`).
    pub paths: Vec<String>,
    /// Paths it does not cover (P3P `EXCLUDE`).
    pub exclude: Vec<String>,
    /// Cookies it covers by name; `*` stands for any characters (P3P `COOKIE-INCLUDE`).
    pub cookies: Vec<String>,
}

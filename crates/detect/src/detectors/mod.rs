//! The detectors, one file each.

use crate::detector::Detector;

mod account;
mod address;
mod age;
mod bic;
mod card;
mod cookie;
mod date;
mod device;
mod email;
mod geo;
mod health;
mod host;
mod iban;
mod ip;
mod label;
mod labelled;
mod mac;
mod natid;
mod person;
mod phone;
mod place;
mod plate;
mod reference;
mod scan;
mod secret;
mod secret_known;
mod sip;
mod social;
mod spoken;
mod title;
mod url;
mod url_person;
mod user;

/// Every detector. The order decides nothing: overlaps are settled by score and length.
pub(crate) const ALL: &[&dyn Detector] = &[
    &email::Email,
    &ip::Ip,
    &mac::Mac,
    &url::Url,
    &sip::Sip,
    &geo::Geo,
    &device::Device,
    &cookie::Cookie,
    &user::User,
    &secret::Secret,
    &phone::Phone,
    &spoken::Spoken,
    &iban::Iban,
    &bic::Bic,
    &card::Card,
    &card::CardData,
    &plate::Plate,
    &account::Account,
    &reference::Reference,
    &date::Date,
    &age::Age,
    &title::Title,
    &social::Social,
    &health::Health,
    &natid::NatId,
    &address::Address,
    &place::Place,
];

#[cfg(test)]
pub(crate) mod testing {
    //! What the detectors' own tests ask.

    use crate::finder::{Finder, Options, Report, Scratch};
    use crate::{Finding, Kind};

    /// Everything found and missed by the detectors, without the tagger.
    pub(crate) fn report(text: &str) -> Report {
        let finder = Finder::new(Options { explain: true, names: false, ..Options::default() });
        finder.report(text, &mut Scratch::default())
    }
    /// The findings of a kind.
    pub(crate) fn findings(text: &str, kind: Kind) -> Vec<Finding> {
        report(text).findings.into_iter().filter(|f| f.kind == kind).collect()
    }
    /// Their spellings.
    pub(crate) fn places(text: &str, kind: Kind) -> Vec<&str> {
        findings(text, kind).into_iter().map(|f| &text[f.place]).collect()
    }
    /// Their forms.
    pub(crate) fn forms(text: &str, kind: Kind) -> Vec<&'static str> {
        findings(text, kind).into_iter().map(|f| f.form).collect()
    }
    /// Their one spelling.
    pub(crate) fn normals(text: &str, kind: Kind) -> Vec<String> {
        findings(text, kind).into_iter().filter_map(|f| f.normal).map(String::from).collect()
    }
    /// Why near misses of a kind were refused.
    pub(crate) fn missed(text: &str, kind: Kind) -> Vec<&'static str> {
        report(text).misses.into_iter().filter(|m| m.kind == kind).map(|m| m.why).collect()
    }
}

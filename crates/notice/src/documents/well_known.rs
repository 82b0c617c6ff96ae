//! Files that programs look for at fixed places: `security.txt` (RFC 9116) and `gpc.json` (Global Privacy Control).

use crate::document::{Address, Document, Page, Publication, Subject};

/// Where security problems are reported.
pub(crate) struct SecurityTxt;

impl Document for SecurityTxt {
    fn id(&self) -> &'static str {
        "security-txt"
    }

    /// Only where a contact and the last day of its validity are given: both are required (RFC 9116 §2.5.3, §2.5.5).
    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let site = &publication.site;
        let complete = !site.security_contacts.is_empty() && site.security_expires.is_some();
        complete
            .then(|| Address::plain("/.well-known/security.txt", Subject::Site))
            .into_iter()
            .collect()
    }

    fn render(&self, publication: &Publication, _: &Address) -> Option<Page> {
        let site = &publication.site;
        let expires = site.security_expires?;
        let mut lines: Vec<String> =
            site.security_contacts.iter().map(|c| format!("Contact: {}", one_line(c))).collect();
        // The day is the last on which the file is valid.
        let end = expires.tomorrow().unwrap_or(expires);
        lines.push(format!("Expires: {end}T00:00:00Z"));
        let languages: Vec<String> =
            publication.languages().iter().map(ToString::to_string).collect();
        if !languages.is_empty() {
            lines.push(format!("Preferred-Languages: {}", languages.join(", ")));
        }
        lines.push(format!("Canonical: {}/.well-known/security.txt", site.url.origin()));
        Some(Page::new(Page::TEXT, lines.join("\n") + "\n"))
    }
}

/// A field's value cannot begin another field.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Whether the site respects Global Privacy Control (GPC §4, the support resource).
pub(crate) struct GpcJson;

impl Document for GpcJson {
    fn id(&self) -> &'static str {
        "gpc"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let declared = publication.site.gpc;
        declared
            .map(|_| Address::plain("/.well-known/gpc.json", Subject::Site))
            .into_iter()
            .collect()
    }

    fn render(&self, publication: &Publication, _: &Address) -> Option<Page> {
        let since = publication.site.gpc?;
        let body = serde_json::json!({ "gpc": since <= publication.today, "lastUpdate": since.to_string() });
        Some(Page::new(Page::JSON, format!("{body}\n")))
    }
}

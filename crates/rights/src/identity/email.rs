//! E-mail addresses as far as looking them up needs (RFC 5321 §2.4: the domain does not tell capitals apart, the local part
//! may, but hardly any server does; RFC 5891: a domain has one form in ASCII).

use super::name::fold;
use crate::neutral::NOBODY;

/// An address: the local part as it was written, the domain in lower case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    local: String,
    domain: String,
    ascii: String,
}

impl Email {
    pub(super) fn read(text: &str) -> Option<Self> {
        // What stands where an address was is nobody's.
        if text.ends_with(NOBODY) {
            return None;
        }
        let (local, domain) = text.rsplit_once('@')?;
        let domain = domain.trim_end_matches('.').to_lowercase();
        let label = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        let good = (1..=64).contains(&local.len())
            && !local.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '@'))
            && domain.split('.').all(label);
        let ascii = idna::domain_to_ascii(&domain).ok().filter(|_| good)?;
        Some(Self { local: local.to_owned(), domain, ascii })
    }

    /// As it is written, with the domain in lower case.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }
    /// Without a difference between capitals and small letters, the domain in its ASCII form.
    #[must_use]
    pub fn folded(&self) -> String {
        format!("{}@{}", fold(&self.local), self.ascii)
    }
    pub(super) fn forms(&self) -> Vec<String> {
        let (local, folded) = (&self.local, &fold(&self.local));
        let pairs = [
            (local, &self.domain),
            (folded, &self.domain),
            (local, &self.ascii),
            (folded, &self.ascii),
        ];
        let mut forms = Vec::new();
        for (local, domain) in pairs {
            let form = format!("{local}@{domain}");
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(…)")
    }
}

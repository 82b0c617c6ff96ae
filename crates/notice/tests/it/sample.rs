//! A site with two policies, one in several versions, from files as authors write them.

use abide_notice::{Locales, Publication};
use abide_policy::site::{Site, SitePolicy};
use abide_policy::source::read_policy;
use abide_policy::version::{History, Version};
use jiff::civil::date;

pub(crate) const SITE: &[&str] = &[
    include_str!("../samples/site-1.toml"),
    include_str!("../samples/site-2.toml"),
    include_str!("../samples/site-3.toml"),
];
pub(crate) const SERVICE: &[&str] = &[include_str!("../samples/service-1.toml")];

/// The sample's version of a source.
pub(crate) fn version(source: &str) -> Version {
    let reading = read_policy(source);
    let errors: Vec<String> =
        reading.diagnostics.iter().map(|d| format!("{}: {}", d.place, d.message())).collect();
    Version::new(reading.value.unwrap_or_else(|| panic!("{errors:#?}")), source.to_owned())
}

/// The sample as it is on a day between its versions.
pub(crate) fn publication() -> Publication {
    of(&[("site", SITE), ("service", SERVICE)])
}

/// The example organisation.
pub(crate) fn example() -> Publication {
    of(&[
        (
            "site",
            &[
                include_str!("../../../../examples/contact-centre/site-1.toml"),
                include_str!("../../../../examples/contact-centre/site-2.toml"),
            ],
        ),
        ("service", &[include_str!("../../../../examples/contact-centre/service-1.toml")]),
    ])
}

/// A publication of these policies, each with the sources of its versions.
pub(crate) fn of(policies: &[(&str, &[&str])]) -> Publication {
    let policies: Vec<_> = policies
        .iter()
        .map(|(name, sources)| {
            let covers = SitePolicy {
                name: name.parse().unwrap(),
                files: vec![],
                paths: vec!["/*".to_owned()],
                exclude: vec![],
                cookies: vec!["*".to_owned()],
            };
            (covers, History::new(sources.iter().map(|s| version(s)).collect()).unwrap())
        })
        .collect();
    Publication {
        site: Site {
            url: "https://www.example.com".parse().unwrap(),
            name: "Example Contact Centre".to_owned(),
            security_contacts: vec!["mailto:security@example.com".to_owned()],
            security_expires: Some(date(2027, 6, 30)),
            stores: Vec::new(),
            requests_kept: None,
            erasures_at: None,
            zone: None,
            region: None,
            holidays: Default::default(),
            gpc: Some(date(2026, 1, 1)),
            policies: policies.iter().map(|(p, _)| p.clone()).collect(),
        },
        policies,
        today: date(2026, 11, 24),
        locales: Locales::built_in(),
        served: false,
    }
}

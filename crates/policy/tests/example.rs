//! The example organisation: its policies say what the documentation says of them.
#![expect(clippy::disallowed_methods, reason = "tests read the example from disk")]

#[cfg(test)]
mod tests {
    use abide_policy::diagnostic::{Diagnostic, Severity, has_errors, to_terminal};
    use abide_policy::model::Policy;
    use abide_policy::source::{read_policy, read_site};
    use abide_policy::version::Version;
    use abide_policy::vocab::{
        Category, Choice, Lang, Purpose, Recipient, Retention, Role, Set, Vocabulary,
    };

    const POLICIES: &[&str] = &["site-1.toml", "site-2.toml", "service-1.toml"];

    fn source(file: &str) -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/contact-centre");
        std::fs::read_to_string(format!("{folder}/{file}")).unwrap()
    }

    /// A policy without errors, and what the check says of it.
    fn read(file: &str) -> (Policy, Vec<Diagnostic>) {
        let source = source(file);
        let reading = read_policy(&source);
        let report = to_terminal(file, &source, &reading.diagnostics, false);
        assert!(!has_errors(&reading.diagnostics), "{report}");
        (reading.value.unwrap(), reading.diagnostics)
    }

    fn codes(diagnostics: &[Diagnostic], severity: Severity) -> Vec<&'static str> {
        diagnostics.iter().filter(|d| d.severity == severity).map(|d| d.code.id()).collect()
    }

    /// The compact policy of all statements (P3P 1.0 §4.5), derived in the plainest way.
    fn compact(policy: &Policy) -> String {
        let schema = policy.schema();
        let statements = || policy.statements.iter();
        let weakest = |choices: &mut dyn Iterator<Item = Choice>| choices.min();
        let mut tokens = vec![policy.access.token().to_owned()];
        tokens.extend((!policy.disputes.is_empty()).then(|| "DSP".to_owned()));
        let remedies = policy.disputes.iter().fold(Set::EMPTY, |all, d| all.union(d.remedies));
        tokens.extend(remedies.iter().map(|r| r.token().to_owned()));
        tokens.extend(statements().any(|s| s.non_identifiable).then(|| "NID".to_owned()));
        for purpose in Purpose::ALL {
            let mut choices =
                statements().filter_map(|s| s.purposes.get(purpose)).map(|u| u.choice);
            let choice = weakest(&mut choices);
            tokens.extend(choice.map(|c| format!("{}{}", purpose.token(), c.suffix())));
        }
        for recipient in Recipient::ALL {
            let mut choices =
                statements().filter_map(|s| s.recipients.get(recipient)).map(|u| u.choice);
            let choice = weakest(&mut choices);
            let suffix = |c: Choice| match recipient {
                Recipient::Ours => String::new(),
                _ => c.suffix().to_string(),
            };
            tokens.extend(choice.map(|c| format!("{}{}", recipient.token(), suffix(c))));
        }
        let retentions: Set<Retention> = statements().map(|s| s.retention.kind).collect();
        tokens.extend(retentions.iter().map(|r| r.token().to_owned()));
        let categories: Set<Category> =
            statements().fold(Set::EMPTY, |all, s| all.union(s.categories(&schema)));
        tokens.extend(categories.iter().map(|c| c.token().to_owned()));
        tokens.join(" ")
    }

    #[test]
    fn the_site_names_its_policies_and_their_files() {
        let source = source("abide.toml");
        let reading = read_site(&source);
        let report = to_terminal("abide.toml", &source, &reading.diagnostics, false);
        assert!(reading.diagnostics.is_empty(), "{report}");
        let site = reading.value.unwrap();
        let files: Vec<&str> =
            site.policies.iter().flat_map(|p| p.files.iter().map(String::as_str)).collect();
        assert_eq!(files, POLICIES);
        for policy in &site.policies {
            for file in &policy.files {
                assert_eq!(read(file).0.name, policy.name, "{file}");
            }
        }
    }

    #[test]
    fn every_policy_is_published_in_every_language() {
        for file in POLICIES {
            let (policy, _) = read(file);
            assert_eq!(policy.published_languages(), Lang::ALL, "{file}");
            for (place, text) in policy.texts().iter().filter(|(_, text)| !text.is_empty()) {
                assert_eq!(text.languages().len(), Lang::ALL.len(), "{file}: {place}");
            }
        }
    }

    #[test]
    fn the_policy_as_published_warns_and_still_can_be_published() {
        let (policy, diagnostics) = read("site-1.toml");
        let warnings = codes(&diagnostics, Severity::Warning);
        for code in [
            "access.nonident.conflict",
            "statement.nonident.unique",
            "consent.storage",
            "consent.marketing",
            "basis.missing",
            "retention.timetable",
            "rights.missing",
            "authority.missing",
            "disputes.none",
        ] {
            assert!(warnings.contains(&code), "{code} is not among {warnings:?}");
        }
        assert_eq!(codes(&diagnostics, Severity::Acknowledged), [""; 0]);
        assert_eq!(
            compact(&policy),
            "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"
        );
    }

    #[test]
    fn the_policies_in_force_leave_no_warning_unanswered() {
        for file in ["site-2.toml", "service-1.toml"] {
            let (_, diagnostics) = read(file);
            let report = to_terminal(file, &source(file), &diagnostics, false);
            assert!(codes(&diagnostics, Severity::Warning).is_empty(), "{report}");
        }
    }

    /// What browsers of the time look for: uses of contact data that nobody agreed to.
    #[test]
    fn the_policies_in_force_ask_before_they_use_contact_data() {
        let (site, _) = read("site-2.toml");
        assert_eq!(
            compact(&site),
            "CAO DSP COR LAW NID CURa ADMa DEVa TAIi CONi OUR DELa STP LEG IND PHY ONL UNI PUR COM NAV DEM STA"
        );
        let (service, _) = read("service-1.toml");
        assert_eq!(service.role, Role::Processor);
        for token in ["IVAa", "IVAo", "OTPa", "OTPo", "CON", "TEL", "SAM", "UNR", "PUB"] {
            assert!(!compact(&service).contains(token), "{token}");
        }
    }

    #[test]
    fn the_second_version_follows_the_first() {
        let [first, second] = ["site-1.toml", "site-2.toml"].map(|file| {
            let version = Version::new(read(file).0, source(file));
            (version.cite(), version.policy.effective)
        });
        assert_eq!((first.0.as_str(), second.0.as_str()), ("site@1", "site@2"));
        assert!(first.1 < second.1);
    }
}

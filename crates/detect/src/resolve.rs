//! Settling overlaps: of findings that share text, the better one stays.
//!
//! "Better" is the score, with a bonus for kinds that are made of others: an address holds a town, a web address holds a
//! host, so the whole is worth more than its part. Among equals the longer one stays, then the earlier.

use crate::Kind;
use crate::finder::Report;
use crate::finding::{Evidence, Finding, Found};

/// Drops what is below the threshold and what overlaps something better.
pub(crate) fn settle(found: Found, threshold: u8) -> Report {
    let Found { mut findings, mut misses, .. } = found;
    findings.retain(|f| f.score >= threshold && !f.place.is_empty());
    findings.sort_by_key(|f| (f.place.start, f.place.end));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        add(&mut kept, finding);
    }
    misses.sort_by_key(|m| (m.place.start, m.place.end));
    misses.dedup();
    Report { findings: kept, misses }
}

/// Adds a finding to those kept, which are in order and do not overlap; it starts no earlier than any of them.
fn add(kept: &mut Vec<Finding>, finding: Finding) {
    let mut first = kept.len();
    while first > 0 && kept.get(first - 1).is_some_and(|k| k.place.end > finding.place.start) {
        first -= 1;
    }
    let rivals = kept.get(first..).unwrap_or(&[]);
    if rivals.iter().all(|rival| worth(&finding) > worth(rival)) {
        kept.truncate(first);
        kept.push(finding);
    }
}

fn worth(finding: &Finding) -> (u32, usize) {
    let bonus = match finding.kind {
        Kind::Address => 30,
        Kind::Url | Kind::Email | Kind::Sip | Kind::Secret => 20,
        // A union is an organisation too; what its members' data is weighs more.
        Kind::Union => 20,
        // What is spelled or read out is more than the names it is spelled with.
        _ if finding.evidence.contains(&Evidence::Spoken) => 20,
        _ => 0,
    };
    (u32::from(finding.score) + bonus, finding.place.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle_all(
        all: &[(Kind, std::ops::Range<usize>, u8)],
    ) -> Vec<(Kind, std::ops::Range<usize>)> {
        let findings = all.iter().map(|(k, p, s)| Finding::new(*k, p.clone(), *s)).collect();
        let report = settle(Found { findings, ..Found::default() }, 50);
        report.findings.into_iter().map(|f| (f.kind, f.place)).collect()
    }

    #[test]
    fn the_better_one_stays() {
        assert_eq!(
            settle_all(&[
                (Kind::Phone, 0..10, 60),
                (Kind::Card, 0..19, 90),
                (Kind::Date, 20..25, 49)
            ]),
            [(Kind::Card, 0..19)]
        );
        assert_eq!(
            settle_all(&[(Kind::Address, 0..30, 75), (Kind::Loc, 20..30, 90)]),
            [(Kind::Address, 0..30)]
        );
        assert_eq!(
            settle_all(&[(Kind::Ip, 0..5, 90), (Kind::Ip, 5..9, 90)]),
            [(Kind::Ip, 0..5), (Kind::Ip, 5..9)]
        );
    }
}

//! Finding what changed, place by place.

use std::collections::BTreeMap;

use super::{Change, Kept, StatementChange};
use crate::model::{Policy, Statement};
use crate::text::Text;

/// What changed from one version to another, in the order of the policy.
#[must_use]
pub fn changes(from: &Policy, to: &Policy) -> Vec<Change> {
    let mut out = Vec::new();
    head(from, to, &mut out);
    statements(from, to, &mut out);
    cookies(from, to, &mut out);
    sub_processors(from, to, &mut out);
    regions(from, to, &mut out);
    wording(from, to, &mut out);
    out
}

fn head(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    if from.access != to.access {
        out.push(Change::Access { from: from.access, to: to.access });
    }
    if from.entity.name != to.entity.name {
        out.push(Change::Entity { from: from.entity.name.clone(), to: to.entity.name.clone() });
    } else if from.entity != to.entity {
        out.push(Change::Contact);
    }
    if from.choices.is_some() != to.choices.is_some() {
        out.push(Change::ChoicesPlace { now: to.choices.is_some() });
    }
    if from.rights.is_some() != to.rights.is_some() {
        out.push(Change::RightsPlace { now: to.rights.is_some() });
    }
    if from.authority.is_some() != to.authority.is_some() {
        out.push(Change::AuthorityNamed { now: to.authority.is_some() });
    }
    if from.disputes.len() != to.disputes.len() {
        out.push(Change::Disputes { from: from.disputes.len(), to: to.disputes.len() });
    }
}

fn statements(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    for old in from.statements.iter().filter(|s| to.statement(&s.id).is_none()) {
        out.push(Change::StatementRemoved { id: old.id.clone(), title: old.title.clone() });
    }
    for new in &to.statements {
        let Some(old) = from.statement(&new.id) else {
            let (id, title) = (new.id.clone(), new.title.clone());
            out.push(Change::StatementAdded { id, title, anonymous: new.is_anonymous() });
            continue;
        };
        let mut found = Vec::new();
        data(old, new, &mut found);
        purposes(old, new, &mut found);
        recipients(old, new, &mut found);
        let (before, after) = (Kept::from(&old.retention), Kept::from(&new.retention));
        if before != after {
            found.push(StatementChange::Retention { from: before, to: after });
        }
        let within =
            |change| Change::Statement { id: new.id.clone(), title: new.title.clone(), change };
        out.extend(found.into_iter().map(within));
    }
}

fn data(old: &Statement, new: &Statement, out: &mut Vec<StatementChange>) {
    for before in &old.data {
        match new.data.iter().find(|d| d.name == before.name) {
            None => out.push(StatementChange::DataRemoved(before.name.clone())),
            Some(after) if after.optional != before.optional => {
                out.push(StatementChange::DataOptional {
                    data: before.name.clone(),
                    now: after.optional,
                });
            }
            Some(_) => {}
        }
    }
    let added = new.data.iter().filter(|d| old.data.iter().all(|o| o.name != d.name));
    out.extend(added.map(|d| StatementChange::DataAdded(d.name.clone())));
}

fn purposes(old: &Statement, new: &Statement, out: &mut Vec<StatementChange>) {
    for (purpose, before) in &old.purposes {
        let Some(after) = new.purposes.get(purpose) else {
            out.push(StatementChange::PurposeRemoved(*purpose));
            continue;
        };
        if before.choice != after.choice {
            let (from, to) = (before.choice, after.choice);
            out.push(StatementChange::PurposeChoice { purpose: *purpose, from, to });
        }
        if before.basis != after.basis {
            let (from, to) = (before.basis, after.basis);
            out.push(StatementChange::PurposeBasis { purpose: *purpose, from, to });
        }
    }
    let added = new.purposes.iter().filter(|(p, _)| !old.purposes.contains_key(p));
    out.extend(added.map(|(p, u)| StatementChange::PurposeAdded { purpose: *p, choice: u.choice }));
}

fn recipients(old: &Statement, new: &Statement, out: &mut Vec<StatementChange>) {
    for (recipient, before) in &old.recipients {
        let Some(after) = new.recipients.get(recipient) else {
            out.push(StatementChange::RecipientRemoved(*recipient));
            continue;
        };
        if before.choice != after.choice {
            let (from, to) = (before.choice, after.choice);
            out.push(StatementChange::RecipientChoice { recipient: *recipient, from, to });
        }
        if before.country != after.country {
            let (from, to) = (before.country, after.country);
            out.push(StatementChange::RecipientCountry { recipient: *recipient, from, to });
        }
    }
    let added = new.recipients.iter().filter(|(r, _)| !old.recipients.contains_key(r));
    out.extend(
        added.map(|(r, u)| StatementChange::RecipientAdded { recipient: *r, choice: u.choice }),
    );
}

/// What only the first list has, and what only the second has, by a key.
fn came_and_went<'a, T, K: Ord>(
    from: &'a [T],
    to: &'a [T],
    key: impl Fn(&'a T) -> K,
) -> (Vec<&'a T>, Vec<&'a T>) {
    let (before, after): (Vec<K>, Vec<K>) =
        (from.iter().map(&key).collect(), to.iter().map(&key).collect());
    let went =
        from.iter().zip(&before).filter(|(_, k)| !after.contains(k)).map(|(t, _)| t).collect();
    let came = to.iter().zip(&after).filter(|(_, k)| !before.contains(k)).map(|(t, _)| t).collect();
    (went, came)
}

fn cookies(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    let (went, came) = came_and_went(&from.cookies, &to.cookies, |c| (&c.name, c.storage));
    out.extend(went.iter().map(|c| Change::CookieRemoved(c.name.clone())));
    out.extend(came.iter().map(|c| Change::CookieAdded(c.name.clone())));
    for new in &to.cookies {
        let old = from.cookies.iter().find(|c| c.name == new.name && c.storage == new.storage);
        if let Some(old) = old.filter(|o| o.lifetime != new.lifetime) {
            let (from, to) = (old.lifetime, new.lifetime);
            out.push(Change::CookieLifetime { name: new.name.clone(), from, to });
        }
    }
}

fn sub_processors(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    let (went, came) =
        came_and_went(&from.sub_processors, &to.sub_processors, |s| (&s.name, s.country));
    out.extend(
        went.iter()
            .map(|s| Change::SubProcessorRemoved { name: s.name.clone(), country: s.country }),
    );
    out.extend(
        came.iter().map(|s| Change::SubProcessorAdded { name: s.name.clone(), country: s.country }),
    );
}

fn regions(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    let (went, came) = came_and_went(&from.regions, &to.regions, |r| (&r.id, r.country));
    out.extend(
        went.iter().map(|r| Change::RegionRemoved { title: r.title.clone(), country: r.country }),
    );
    out.extend(
        came.iter().map(|r| Change::RegionAdded { title: r.title.clone(), country: r.country }),
    );
}

/// Texts that both versions have and that read differently.
fn wording(from: &Policy, to: &Policy, out: &mut Vec<Change>) {
    let before: BTreeMap<String, &Text> = from.texts().into_iter().collect();
    let reworded = |(place, text): &(String, &Text)| {
        before.get(place).is_some_and(|old| !old.is_empty() && !text.is_empty() && old != text)
    };
    let count = to.texts().iter().filter(|t| reworded(t)).count();
    if count > 0 {
        out.push(Change::Wording { count });
    }
}

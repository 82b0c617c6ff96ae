//! P3P's own rules, over statements and data (P3P 1.0 §3, §5).

use std::collections::HashSet;

use super::{called, in_statement, list};
use crate::codes::Code;
use crate::data::{Categories, Schema};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{DataUse, Policy, Statement};
use crate::vocab::{Access, Category, Choice, Purpose, Recipient, Retention, Set, Vocabulary};

pub(super) fn check(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let schema = policy.schema();
    own_data(policy, out);
    entity(policy, out);
    disputes(policy, out);
    if policy.statements.is_empty() {
        out.push(Diagnostic::new(Code::StatementNone).place("statement"));
    }
    for statement in &policy.statements {
        is_whole(statement, out);
        for data in &statement.data {
            data_use(statement, data, &schema, out);
        }
        duplicates(statement, out);
        choices(policy, statement, out);
        other_purpose(statement, out);
        retention(statement, out);
        anonymity(statement, &schema, out);
    }
    access(policy, &schema, out);
    references(policy, out);
}

fn own_data(policy: &Policy, out: &mut Vec<Diagnostic>) {
    for own in &policy.data {
        let place = format!("data.{}", own.name);
        if Schema::base().contains(&own.name) {
            out.push(
                Diagnostic::new(Code::DataRedefined)
                    .with("name", &own.name)
                    .place(format!("{place}.ref")),
            );
        }
        if own.categories.contains(Category::OtherCategory) && own.other_category.is_empty() {
            out.push(
                Diagnostic::new(Code::CategoryOtherText)
                    .with("data", &own.name)
                    .place(place.clone()),
            );
        }
        let named = |d: &DataUse| own.name.covers(&d.name) || d.name.covers(&own.name);
        if !policy.statements.iter().flat_map(|s| &s.data).any(named) {
            out.push(Diagnostic::new(Code::DataUnused).with("name", &own.name).place(place));
        }
    }
}

fn entity(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let e = &policy.entity;
    if e.name.is_empty() {
        out.push(Diagnostic::new(Code::EntityNoname).place("entity.name"));
    }
    let business = |name: &str| e.other.keys().any(|k| k.as_str().starts_with(name));
    let address = e.street.is_some() || e.city.is_some() || business("business.contact-info");
    if !address && e.email.is_none() && e.phone.is_none() && e.web.is_none() {
        out.push(Diagnostic::new(Code::EntityNocontact).place("entity"));
    }
    for name in e.other.keys() {
        let place = format!("entity.other.{name}");
        if !name.as_str().starts_with("business.") {
            out.push(Diagnostic::new(Code::EntityBadref).with("name", name).place(place));
        } else if !Schema::base().contains(name) {
            out.push(Diagnostic::new(Code::DataRefUnknown).with("name", name).place(place));
        }
    }
}

fn disputes(policy: &Policy, out: &mut Vec<Diagnostic>) {
    if policy.disputes.is_empty() {
        out.push(Diagnostic::new(Code::DisputesNone).place("dispute"));
    }
    for (i, _) in policy.disputes.iter().enumerate().filter(|(_, d)| d.remedies.is_empty()) {
        let place = format!("dispute.{i}");
        let d =
            Diagnostic::new(Code::DisputesRemediesNone).with("place", format!("dispute {}", i + 1));
        out.push(d.place(place));
    }
}

/// A statement says purposes, recipients and data, unless it claims that nobody can be identified.
fn is_whole(statement: &Statement, out: &mut Vec<Diagnostic>) {
    if statement.non_identifiable {
        return;
    }
    let parts = [
        (statement.purposes.is_empty(), Code::StatementPurposeMissing, "purposes"),
        (statement.recipients.is_empty(), Code::StatementRecipientMissing, "recipients"),
        (statement.data.is_empty(), Code::StatementDataMissing, "data"),
    ];
    for (_, code, key) in parts.into_iter().filter(|(missing, ..)| *missing) {
        out.push(
            Diagnostic::new(code)
                .with("statement", called(statement))
                .place(in_statement(statement, key)),
        );
    }
}

fn data_use(statement: &Statement, data: &DataUse, schema: &Schema, out: &mut Vec<Diagnostic>) {
    let place = in_statement(statement, &format!("data.{}", data.name));
    let say = |code| Diagnostic::new(code).with("name", &data.name).place(place.clone());
    match schema.categories(&data.name) {
        None => {
            let known = schema.names().map(crate::data::DataRef::as_str);
            let near = nearest(data.name.as_str(), known);
            let d = say(Code::DataRefUnknown);
            out.push(near.map_or(d.clone(), |n| d.fixed_by(n)));
        }
        Some(Categories::Variable) if data.categories.is_empty() => {
            out.push(say(Code::DataCategoryMissing));
        }
        Some(Categories::Fixed(fixed)) if !data.categories.is_empty() => {
            out.push(say(Code::DataCategoryForbidden).with("categories", list(fixed)));
        }
        Some(_) => {}
    }
    if data.categories.contains(Category::OtherCategory) && data.other_category.is_empty() {
        out.push(Diagnostic::new(Code::CategoryOtherText).with("data", &data.name).place(place));
    }
}

fn duplicates(statement: &Statement, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for data in statement.data.iter().filter(|d| !seen.insert(&d.name)) {
        let d = Diagnostic::new(Code::DataDuplicate).with("name", &data.name);
        let place = in_statement(statement, &format!("data.{}", data.name));
        out.push(d.with("statement", called(statement)).place(place));
    }
}

/// No choice about completing what was asked for or about ourselves; elsewhere a choice needs a place to make it.
fn choices(policy: &Policy, statement: &Statement, out: &mut Vec<Diagnostic>) {
    let purposes = statement
        .purposes
        .iter()
        .map(|(p, u)| (p.word(), "purposes", u.choice, *p == Purpose::Current));
    let recipients = statement
        .recipients
        .iter()
        .map(|(r, u)| (r.word(), "recipients", u.choice, *r == Recipient::Ours));
    for (word, key, choice, forbidden) in
        purposes.chain(recipients).filter(|(.., c, _)| *c != Choice::Always)
    {
        let place = in_statement(statement, &format!("{key}.{word}"));
        if forbidden {
            out.push(
                Diagnostic::new(Code::PurposeRequiredForbidden).with("word", word).place(place),
            );
        } else if policy.choices.is_none() {
            let d = Diagnostic::new(Code::PolicyOpturiMissing).with("place", called(statement));
            out.push(d.with("choice", format!("`{choice}` of `{word}`")).place(place));
        }
    }
}

fn other_purpose(statement: &Statement, out: &mut Vec<Diagnostic>) {
    let unexplained =
        statement.purposes.get(&Purpose::OtherPurpose).is_some_and(|u| u.description.is_empty());
    if unexplained {
        let place = in_statement(statement, "purposes.other-purpose");
        out.push(
            Diagnostic::new(Code::PurposeOtherText)
                .with("statement", called(statement))
                .place(place),
        );
    }
}

fn retention(statement: &Statement, out: &mut Vec<Diagnostic>) {
    let rule = &statement.retention;
    let place = in_statement(statement, "retention");
    let needs_rule =
        matches!(rule.kind, Retention::LegalRequirement | Retention::BusinessPractices)
            || statement.purposes.contains_key(&Purpose::Historical);
    if needs_rule && rule.period.is_none() && rule.reason.is_empty() {
        let kind = match rule.kind {
            Retention::LegalRequirement => "a law",
            Retention::BusinessPractices => "a business practice",
            _ => "history",
        };
        let d = Diagnostic::new(Code::RetentionTimetable)
            .with("statement", called(statement))
            .with("kind", kind);
        out.push(d.place(place.clone()));
    }
    let Some(period) = rule.period else { return };
    let reason = match rule.kind {
        Retention::NoRetention if period.least_days() > 1 => {
            "nothing may stay beyond one interaction"
        }
        Retention::Indefinitely => "a period is an end",
        _ => return,
    };
    let d = Diagnostic::new(Code::RetentionPeriodKind).with("statement", called(statement));
    out.push(d.with("kind", rule.kind).with("period", period).with("reason", reason).place(place));
}

/// A claim of anonymity holds only for data that identifies nobody.
fn anonymity(statement: &Statement, schema: &Schema, out: &mut Vec<Diagnostic>) {
    if !statement.is_anonymous() {
        return;
    }
    let (claim, key) = if statement.non_identifiable {
        ("non-identifiable", "non-identifiable")
    } else {
        ("retention.anonymous", "retention.anonymous")
    };
    let identifying = statement.categories(schema).intersection(Category::identifying());
    if !identifying.is_empty() {
        let d =
            Diagnostic::new(Code::StatementNonidentConflict).with("statement", called(statement));
        let d = d.with("categories", list(identifying)).with("claim", claim);
        out.push(d.place(in_statement(statement, key)));
    }
    for data in statement.data.iter().filter(|d| d.categories(schema).contains(Category::UniqueId))
    {
        let d = Diagnostic::new(Code::StatementNonidentUnique).with("statement", called(statement));
        let place = in_statement(statement, &format!("data.{}", data.name));
        out.push(d.with("data", format!("`{}`", data.name)).with("claim", claim).place(place));
    }
}

fn access(policy: &Policy, schema: &Schema, out: &mut Vec<Diagnostic>) {
    if policy.access != Access::Nonident {
        return;
    }
    let contact = Category::identifying();
    let found = policy.statements.iter().find_map(|s| {
        let set = s.categories(schema).intersection(contact);
        (!set.is_empty() && !s.is_anonymous()).then_some((s, set))
    });
    if let Some((statement, set)) = found {
        let d = Diagnostic::new(Code::AccessNonidentConflict).with("statement", called(statement));
        let d = d.with("categories", list(set)).with("proposal", access_proposal(set));
        out.push(d.place("policy.access"));
    }
}

/// What access fits data of these categories.
pub(super) fn access_proposal(set: Set<Category>) -> Access {
    let contact = Set::of(&[Category::Physical, Category::Online]);
    if set.difference(contact).is_empty() && !set.is_empty() {
        Access::ContactAndOther
    } else {
        Access::All
    }
}

/// Names inside the file lead somewhere.
fn references(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let statements: Vec<&str> = policy.statements.iter().map(|s| s.id.as_str()).collect();
    let regions: Vec<&str> = policy.regions.iter().map(|r| r.id.as_str()).collect();
    let mut look = |kind: &str, id: &str, known: &[&str], place: String| {
        if !known.contains(&id) {
            let d = Diagnostic::new(Code::ReferenceUnknown)
                .with("kind", kind)
                .with("id", id)
                .place(place);
            out.push(nearest(id, known.iter().copied()).map_or(d.clone(), |n| d.fixed_by(n)));
        }
    };
    for c in &policy.cookies {
        look(
            "statement",
            c.statement.as_str(),
            &statements,
            format!("cookie.{}.statement", c.name),
        );
    }
    for s in &policy.sub_processors {
        for (i, id) in s.statements.iter().enumerate() {
            look(
                "statement",
                id.as_str(),
                &statements,
                format!("sub-processor.{}.statements.{i}", s.id),
            );
        }
    }
    for s in &policy.statements {
        for (i, id) in s.regions.iter().enumerate() {
            look("region", id.as_str(), &regions, in_statement(s, &format!("regions.{i}")));
        }
    }
}

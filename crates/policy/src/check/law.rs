//! What today's law wants of a policy: GDPR, the ePrivacy Directive, and the UK's and Switzerland's rules on transfers.
//!
//! These are warnings, never errors, but for consent without opt-in, which is a contradiction in itself: whether a rule
//! applies can depend on facts that no file holds, and then the author acknowledges the warning with the reason.

use super::{called, in_statement, list};
use crate::codes::Code;
use crate::data::{DataRef, Schema};
use crate::diagnostic::Diagnostic;
use crate::law::Area;
use crate::model::{Policy, Statement, Transfer};
use crate::text::Country;
use crate::vocab::{
    Access, Basis, Category, Choice, Ground, Purpose, Retention, Role, Set, Source, Storage,
};

pub(super) fn check(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let schema = policy.schema();
    for statement in &policy.statements {
        consent(statement, out);
        storage(policy, statement, &schema, out);
        if statement.is_anonymous() {
            continue;
        }
        marketing(statement, &schema, out);
        grounds(policy, statement, &schema, out);
        period(statement, out);
        people(policy, statement, out);
    }
    access(policy, out);
    whole_policy(policy, out);
    transfers(policy, out);
    cookies(policy, out);
}

fn say(statement: &Statement, code: Code, key: &str) -> Diagnostic {
    Diagnostic::new(code).with("statement", called(statement)).place(in_statement(statement, key))
}

fn consent(statement: &Statement, out: &mut Vec<Diagnostic>) {
    for (purpose, u) in &statement.purposes {
        let key = format!("purposes.{purpose}");
        match (u.basis, u.choice) {
            (Some(Basis::Consent), _) if *purpose == Purpose::Current => {
                out.push(say(statement, Code::BasisConsentCurrent, &key));
            }
            (Some(Basis::Consent), Choice::Always | Choice::OptOut) => {
                let d = say(statement, Code::BasisConsentChoice, &key);
                out.push(d.with("purpose", purpose).with("choice", u.choice));
            }
            (Some(basis), Choice::OptOut) if !is_objectable(basis) => {
                let d = say(statement, Code::ObjectionBasis, &key);
                out.push(d.with("purpose", purpose).with("basis", basis));
            }
            _ => {}
        }
    }
}

/// Whether people can object to uses on this ground (GDPR Art. 21(1)).
const fn is_objectable(basis: Basis) -> bool {
    matches!(basis, Basis::LegitimateInterests | Basis::PublicTask)
}

fn marketing(statement: &Statement, schema: &Schema, out: &mut Vec<Diagnostic>) {
    let contact = Set::of(&[Category::Physical, Category::Online]);
    if statement.categories(schema).intersection(contact).is_empty() {
        return;
    }
    for (purpose, u) in statement.purposes.iter().filter(|(p, _)| p.is_direct_marketing()) {
        if u.choice == Choice::Always {
            let d = say(statement, Code::ConsentMarketing, &format!("purposes.{purpose}"));
            out.push(d.with("purpose", purpose));
        }
    }
}

/// The elements that stand for storage in a browser, by what is stored.
fn stored_in_browser(policy: &Policy, statement: &Statement) -> Option<&'static str> {
    let cookies: DataRef = "dynamic.cookies".parse().ok()?;
    if statement.data.iter().any(|d| d.name.covers(&cookies)) {
        return Some("cookies");
    }
    policy.cookies_of(&statement.id).next().map(|c| storage_name(c.storage))
}

const fn storage_name(storage: Storage) -> &'static str {
    match storage {
        Storage::Cookie => "cookies",
        Storage::Flash => "Flash objects",
        Storage::Local | Storage::Session => "web storage",
        Storage::IndexedDb => "an IndexedDB database",
    }
}

fn storage(policy: &Policy, statement: &Statement, schema: &Schema, out: &mut Vec<Diagnostic>) {
    let Some(what) = stored_in_browser(policy, statement) else { return };
    // Strictly necessary is what serves the request itself; `state` alone, without identifier, can serve the site's running.
    let necessary = |p: Purpose| match p {
        Purpose::Current => true,
        Purpose::Admin => !statement.categories(schema).contains(Category::UniqueId),
        _ => false,
    };
    let free: Set<Purpose> = statement
        .purposes
        .iter()
        .filter(|(p, u)| !necessary(**p) && u.choice != Choice::OptIn)
        .map(|(p, _)| *p)
        .collect();
    if !free.is_empty() {
        let d = say(statement, Code::ConsentStorage, "purposes").with("storage", what);
        out.push(d.with("purposes", list(free)));
    }
}

fn grounds(policy: &Policy, statement: &Statement, schema: &Schema, out: &mut Vec<Diagnostic>) {
    let has = |basis| statement.purposes.values().any(|u| u.basis == Some(basis));
    let without: Set<Purpose> =
        statement.purposes.iter().filter(|(_, u)| u.basis.is_none()).map(|(p, _)| *p).collect();
    // A processor acts on its customers' instructions: the ground is theirs.
    if policy.role == Role::Controller && !without.is_empty() {
        out.push(say(statement, Code::BasisMissing, "basis").with("purposes", list(without)));
    }
    if has(Basis::LegitimateInterests) && statement.interests.is_empty() {
        out.push(say(statement, Code::BasisInterestsMissing, "interests"));
    }
    let special = statement.categories(schema).intersection(Category::special());
    if !special.is_empty() && statement.special_ground.is_none() {
        let d = say(statement, Code::BasisSpecialMissing, "special-ground");
        out.push(d.with("categories", list(special)));
    }
    let compulsory = has(Basis::Contract) || has(Basis::LegalObligation);
    if policy.role == Role::Controller && compulsory && statement.obligation.is_empty() {
        out.push(say(statement, Code::ObligationMissing, "obligation"));
    }
    let decides = statement.purposes.contains_key(&Purpose::IndividualDecision);
    if decides && statement.automated_decision.is_empty() {
        out.push(say(statement, Code::DecisionAutomatedMissing, "automated-decision"));
    }
}

fn period(statement: &Statement, out: &mut Vec<Diagnostic>) {
    let rule = &statement.retention;
    if rule.kind == Retention::Indefinitely {
        out.push(say(statement, Code::RetentionIndefinite, "retention"));
    } else if rule.kind == Retention::StatedPurpose
        && rule.period.is_none()
        && rule.reason.is_empty()
    {
        out.push(say(statement, Code::RetentionPeriodMissing, "retention"));
    }
}

fn people(policy: &Policy, statement: &Statement, out: &mut Vec<Diagnostic>) {
    if statement.subjects.is_empty() {
        out.push(say(statement, Code::SubjectMissing, "subjects"));
    }
    if statement.sources.is_empty() && policy.role == Role::Controller {
        out.push(say(statement, Code::SourceMissing, "sources"));
    }
}

fn access(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let personal = policy
        .statements
        .iter()
        .find(|s| !s.is_anonymous() && s.sources != Set::of(&[Source::Public]));
    if let (Access::None, Some(statement), Some(_)) =
        (policy.access, personal, Area::of(policy.jurisdiction))
    {
        let d = Diagnostic::new(Code::AccessNoneLaw).with("statement", called(statement));
        out.push(d.with("proposal", Access::ContactAndOther).place("policy.access"));
    }
}

fn whole_policy(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let personal = policy.statements.iter().any(|s| !s.is_anonymous());
    let Some(area) = Area::of(policy.jurisdiction) else { return };
    if !personal {
        return;
    }
    let reachable = policy.rights.as_ref().is_some_and(|r| r.web.is_some() || r.email.is_some());
    let mut need = |missing: bool, code, place: &str| {
        if missing {
            out.push(Diagnostic::new(code).place(place));
        }
    };
    need(!reachable, Code::RightsMissing, "rights");
    need(
        policy.authority.is_none() && policy.role == Role::Controller,
        Code::AuthorityMissing,
        "authority",
    );
    need(policy.security.is_empty(), Code::SecurityMissing, "security");
    need(policy.regions.is_empty(), Code::RegionMissing, "region");
    need(
        policy.role == Role::Processor && policy.processing.is_none(),
        Code::ProcessingMissing,
        "processing",
    );
    need(
        policy.role == Role::Controller && policy.processing.is_some(),
        Code::ProcessingRole,
        "processing",
    );
    let change = policy.processing.as_ref().is_some_and(|p| p.change_notice.is_none());
    need(change && !policy.sub_processors.is_empty(), Code::SubProcessorChange, "processing");
    let abroad = policy.entity.country.filter(|c| area.is_third(*c) && area != Area::Switzerland);
    if let (Some(country), None) = (abroad, &policy.entity.representative) {
        let d = Diagnostic::new(Code::RepresentativeMissing)
            .with("country", country)
            .with("area", area.name());
        out.push(d.place("entity"));
    }
}

fn transfers(policy: &Policy, out: &mut Vec<Diagnostic>) {
    for r in &policy.regions {
        let place = format!("region.{}", r.id);
        transfer(
            policy,
            &format!("region `{}`", r.id),
            r.country,
            r.transfer.as_ref(),
            &place,
            out,
        );
    }
    for s in &policy.statements {
        for (recipient, u) in
            s.recipients.iter().filter_map(|(r, u)| Some((r, (u.country?, u.transfer.as_ref()))))
        {
            let place = in_statement(s, &format!("recipients.{recipient}"));
            transfer(policy, &format!("recipient `{recipient}`"), u.0, u.1, &place, out);
        }
    }
    for s in &policy.sub_processors {
        let place = format!("sub-processor.{}", s.id);
        transfer(
            policy,
            &format!("sub-processor `{}`", s.id),
            s.country,
            s.transfer.as_ref(),
            &place,
            out,
        );
    }
}

fn transfer(
    policy: &Policy,
    what: &str,
    country: Country,
    transfer: Option<&Transfer>,
    place: &str,
    out: &mut Vec<Diagnostic>,
) {
    let Some(area) = Area::of(policy.jurisdiction).filter(|a| a.is_third(country)) else { return };
    let adequate = area.adequacy(country, policy.effective);
    let code = match transfer.map(|t| t.ground) {
        // A decision for the whole country needs no word of the author's; a partial one does.
        None if adequate.is_some_and(|a| !a.partial) => return,
        None => Code::TransferGroundMissing,
        Some(Ground::Adequacy) if adequate.is_none() => Code::TransferAdequacyNone,
        Some(_) => return,
    };
    let d = Diagnostic::new(code)
        .with("place", what)
        .with("country", country)
        .with("area", area.name());
    out.push(d.with("date", policy.effective).place(place));
}

fn cookies(policy: &Policy, out: &mut Vec<Diagnostic>) {
    let Ok(element) = "dynamic.cookies".parse::<DataRef>() else { return };
    for s in &policy.statements {
        let names_cookies = s.data.iter().find(|d| d.name.covers(&element));
        if let (Some(data), None) = (names_cookies, policy.cookies_of(&s.id).next()) {
            let place = format!("data.{}", data.name);
            out.push(say(s, Code::CookieNone, &place).with("data", &data.name));
        }
    }
    for c in &policy.cookies {
        let Some(s) = policy.statement(&c.statement) else { continue };
        let place = format!("cookie.{}", c.name);
        let declared = s.data.iter().any(|d| d.name.covers(&element));
        if c.storage == Storage::Cookie && !declared {
            let d = Diagnostic::new(Code::CookieData)
                .with("cookie", &c.name)
                .with("statement", called(s));
            out.push(d.with("data", &element).place(format!("{place}.statement")));
        }
        if let (Some(life), Some(period)) = (c.lifetime, s.retention.period)
            && life.least_days() > period.most_days()
        {
            let d = Diagnostic::new(Code::CookieLifetime).with("cookie", &c.name);
            let d = d.with("lifetime", life).with("statement", called(s)).with("period", period);
            out.push(d.place(format!("{place}.lifetime")));
        }
    }
}

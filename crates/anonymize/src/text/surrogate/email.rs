//! E-mail addresses, SIP addresses and user names that agree with the invented names.
//!
//! Domains are example.org, example.com and example.net, which belong to nobody (RFC 2606 §3).

use abide_detect::lexicon::{Sense, built_in};
use abide_detect::{Finding, Kind};

use super::{number, phone};
use crate::text::session::{Session, key};
use crate::text::shape::{ascii, cased};

const DOMAINS: [&str; 3] = ["example.org", "example.com", "example.net"];

pub(super) fn invented(
    value: &str,
    finding: &Finding,
    session: &mut Session<'_>,
) -> Option<String> {
    let own = key(finding, value);
    let own = if finding.normal.is_none() && value.contains('@') {
        value.to_lowercase().into()
    } else {
        own
    };
    let new = match session.recall(finding.kind, &own) {
        Some(known) => known,
        None => make(&own, finding.kind, session)?,
    };
    if finding.kind == Kind::User {
        return Some(cased(&new, value));
    }
    if let Some((scheme, _)) =
        value.split_once(':').filter(|(s, _)| s.chars().all(char::is_alphabetic))
    {
        return Some(format!("{scheme}:{new}"));
    }
    if value.contains('@') || finding.kind == Kind::Sip {
        return Some(cased(&new, value));
    }
    Some(spoken(value, &new).unwrap_or_else(|| new.into()))
}

fn make(own: &str, kind: Kind, session: &mut Session<'_>) -> Option<Box<str>> {
    let address = own.split_once(':').filter(|_| kind == Kind::Sip).map_or(own, |(_, rest)| rest);
    let Some((user, domain)) = address.rsplit_once('@') else {
        return other(own, kind, session);
    };
    let new_user = local(user, session)?;
    let domain = domain.split([';', '?', ':']).next()?;
    let domain = self::domain(domain, session)?;
    Some(session.keep(kind, own, |number| format!("{new_user}{number}@{domain}")))
}

/// The host in the place of a host.
pub(super) fn domain(own: &str, session: &mut Session<'_>) -> Option<Box<str>> {
    session.invented(Kind::Url, own, |dice| Some(dice.pick(&DOMAINS)?.to_owned()))
}

/// A stretch of a web address with the invented names in the place of those that the document has; `None` if it has none.
pub(super) fn names_in(text: &str, session: &mut Session<'_>) -> Option<String> {
    let own = format!("/{text}");
    if let Some(known) = session.recall(Kind::Url, &own) {
        return Some(known.into());
    }
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 2);
    let named = |w: &str| session.names.known(w).is_some() || session.names.together(w).is_some();
    if !words.any(named) {
        return None;
    }
    let new = local(text, session)?;
    Some(session.keep(Kind::Url, &own, |number| format!("{new}{number}")).into())
}

/// A user name, or an address within a telephone system: `SIP/1001-0000a3`.
fn other(own: &str, kind: Kind, session: &mut Session<'_>) -> Option<Box<str>> {
    if kind == Kind::User {
        let new = local(own, session)?;
        return Some(session.keep(kind, own, |number| format!("{new}{number}")));
    }
    let (technology, rest) = own.split_once('/')?;
    let technology = technology.to_owned();
    session.invented(kind, own, |dice| Some(format!("{technology}/{}", number::like(rest, dice)?)))
}

/// The part before the `@`: words become what the same words became in names, digits become others.
fn local(user: &str, session: &mut Session<'_>) -> Option<String> {
    if user.starts_with('+') {
        let number = session.invented(Kind::Phone, user, |dice| phone::fictional(user, dice))?;
        return Some(number.into());
    }
    let (mut out, mut rest) = (String::new(), user);
    while let Some(first) = rest.chars().next() {
        let alphabetic = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != alphabetic).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end)?;
        if alphabetic {
            out.push_str(&word(run, session));
        } else {
            let dice = &mut session.dice;
            out.extend(run.chars().filter(|c| c.is_ascii()).map(|c| dice.like(c)));
        }
        rest = after;
    }
    (!out.is_empty()).then_some(out)
}

fn word(run: &str, session: &mut Session<'_>) -> String {
    if run.chars().count() == 1 {
        let known = session.names.replace(run, &mut session.dice);
        return ascii(&known.unwrap_or_default());
    }
    if let Some(known) = session.names.known(run) {
        return ascii(known);
    }
    if let Some(known) = session.names.together(run) {
        return ascii(&known);
    }
    let entry = built_in().word(run);
    let given = entry.senses.has(Sense::Given);
    ascii(&session.names.word(run, given, entry.gender, &mut session.dice))
}

/// The new address in the words of the old one: "anna dot bauer at gmx dot de", "anna (at) gmx (dot) de".
fn spoken(value: &str, new: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let is = |word: &&&str, sense: Sense| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        built_in().word(bare).senses.has(sense)
    };
    let at = words.iter().rposition(|w| is(&w, Sense::SpokenAt)).and_then(|i| words.get(i))?;
    let dot = words.iter().find(|w| is(w, Sense::SpokenDot)).copied().unwrap_or(".");
    let (user, domain) = new.split_once('@')?;
    let said = |part: &str| part.split('.').collect::<Vec<_>>().join(&format!(" {dot} "));
    Some(format!("{} {at} {}", said(user), said(domain)))
}

//! What is wrong with a statement (P3P 1.0 §3.3, §3.4).

use std::collections::{HashMap, HashSet};

use abide_policy::codes::Code;
use abide_policy::data::{Categories, Schema};
use abide_policy::diagnostic::Diagnostic;
use abide_policy::text::Id;
use abide_policy::vocab::{Choice, Purpose, Set, Vocabulary};

use super::{Validator, of_target};
use crate::ast::{Data, DataGroup, Policy, Purposes, Recipients, Statement};
use crate::schema::{Target, categories};
use crate::xml::Span;

impl Validator<'_> {
    pub(super) fn statement(
        &mut self,
        policy: &Policy,
        s: &Statement,
        id: &Id,
        own: Option<&Schema>,
    ) {
        let place = format!("statement.{id}");
        self.is_whole(s, id, &place);
        let choose = |v: &mut Self, choice: Option<Choice>, word: &str, at: Span, key: &str| {
            let offered = choice.filter(|c| *c != Choice::Always);
            if let (Some(choice), None) = (offered, &policy.opturi) {
                let d = Diagnostic::new(Code::PolicyOpturiMissing).with("place", called(id));
                v.say(
                    d.with("choice", format!("`{choice}` of `{word}`")),
                    at,
                    &format!("{place}.{key}.{word}"),
                );
            }
        };
        for item in s.purposes.iter().flat_map(|p| &p.list) {
            choose(self, item.required, item.purpose.word(), item.span, "purposes");
        }
        for item in s.recipients.iter().flat_map(|r| &r.list) {
            choose(self, item.required, item.recipient.word(), item.span, "recipients");
        }
        if let Some(purposes) = &s.purposes {
            self.purposes(purposes, id, &place);
        }
        if let Some(recipients) = &s.recipients {
            self.recipients(recipients, id, &place);
        }
        let (mut known, mut seen) = (HashMap::new(), HashSet::new());
        for group in &s.groups {
            for data in &group.data {
                self.data(group, data, own, &place, &mut known);
                // Editors repeat elements that can hold anything once for each of their categories.
                let said = data.categories.as_deref().map(categories);
                if !seen.insert((group.base.as_deref(), data.reference.value.as_str(), said)) {
                    self.repeated(data, id, &place);
                }
            }
        }
    }

    /// A statement says purposes, recipients, retention and data, unless it claims that nobody is identified.
    fn is_whole(&mut self, s: &Statement, id: &Id, place: &str) {
        if s.non_identifiable.is_some() {
            return;
        }
        let no_data = s.groups.iter().all(|g| g.data.is_empty());
        let parts = [
            (
                s.purposes.as_ref().is_none_or(|p| p.list.is_empty()),
                Code::StatementPurposeMissing,
                "purposes",
            ),
            (
                s.recipients.as_ref().is_none_or(|r| r.list.is_empty()),
                Code::StatementRecipientMissing,
                "recipients",
            ),
            (
                s.retention.as_ref().is_none_or(|r| r.retention.is_none()),
                Code::StatementRetentionMissing,
                "retention",
            ),
            (no_data, Code::StatementDataMissing, "data"),
        ];
        for (_, code, key) in parts.into_iter().filter(|(missing, ..)| *missing) {
            self.say(
                Diagnostic::new(code).with("statement", called(id)),
                s.span,
                &format!("{place}.{key}"),
            );
        }
    }

    fn purposes(&mut self, purposes: &Purposes, id: &Id, place: &str) {
        let mut seen = Set::EMPTY;
        for item in &purposes.list {
            let place = format!("{place}.purposes.{}", item.purpose);
            if !seen.insert(item.purpose) {
                let d = Diagnostic::new(Code::DupPurpose)
                    .with("word", item.purpose)
                    .with("statement", called(id));
                self.say(d, item.span, &place);
            }
            if item.purpose == Purpose::OtherPurpose && item.text.text.is_empty() {
                let d = Diagnostic::new(Code::PurposeOtherText).with("statement", called(id));
                self.say(d, item.span, &place);
            }
        }
    }

    fn recipients(&mut self, recipients: &Recipients, id: &Id, place: &str) {
        let mut seen = Set::EMPTY;
        for item in recipients.list.iter().filter(|i| !seen.insert(i.recipient)) {
            let d = Diagnostic::new(Code::DupRecipient)
                .with("word", item.recipient)
                .with("statement", called(id));
            self.say(d, item.span, &format!("{place}.recipients.{}", item.recipient));
        }
    }

    fn repeated(&mut self, data: &Data, id: &Id, place: &str) {
        let name = data.reference.value.rsplit('#').next().unwrap_or_default();
        let d =
            Diagnostic::new(Code::DataDuplicate).with("name", name).with("statement", called(id));
        self.say(d, data.span, &format!("{place}.data.{name}"));
    }

    fn data(
        &mut self,
        group: &DataGroup,
        data: &Data,
        own: Option<&Schema>,
        place: &str,
        known: &mut HashMap<Target, Option<Categories>>,
    ) {
        let target = match Target::of(group.base.as_deref(), &data.reference.value) {
            Ok(target) => target,
            Err(message) => {
                let d = Diagnostic::new(Code::DataRefSyntax).with("message", message);
                return self.say(d, data.reference.span, &format!("{place}.data"));
            }
        };
        let place = format!("{place}.data.{}", target.name());
        if let Some(value) = &data.value {
            let d = Diagnostic::new(Code::DataValueMisplaced).with("name", target.name());
            self.say(d, value.span, &place);
        }
        let found = *known.entry(target.clone()).or_insert_with(|| of_target(&target, own));
        let said = data.categories.as_deref().unwrap_or_default();
        let d = |code| Diagnostic::new(code).with("name", target.name());
        match found {
            None if matches!(target, Target::Own(_)) => {
                let empty = Schema::empty();
                self.unknown(target.name(), own.unwrap_or(&empty), data, &place);
            }
            None => self.unknown(target.name(), Schema::base(), data, &place),
            // What a schema elsewhere fixes is not known here.
            Some(Categories::Variable)
                if said.is_empty() && !matches!(target, Target::Foreign { .. }) =>
            {
                self.say(d(Code::DataCategoryMissing), data.span, &place);
            }
            Some(Categories::Fixed(fixed)) if data.categories.is_some() => {
                let words: Vec<String> = fixed.iter().map(|c| format!("`{c}`")).collect();
                self.say(
                    d(Code::DataCategoryForbidden).with("categories", words.join(", ")),
                    data.span,
                    &place,
                );
            }
            Some(_) => {}
        }
        self.categories(said, target.name().as_str(), &place);
    }
}

/// How messages call a statement.
fn called(id: &Id) -> String {
    format!("statement `{id}`")
}

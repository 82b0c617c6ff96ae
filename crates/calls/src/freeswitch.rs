//! FreeSWITCH's call detail record in JSON, as `mod_json_cdr` writes it: one file for each leg of a call.
//!
//! The record has channel variables (`variables`, URL-encoded unless `encode-values` is off), what applications ran
//! (`app_log`), and one `callflow` for each caller profile: an array, or in older versions the same member again and
//! again. All of them are kept.

use std::borrow::Cow;

use jiff::Timestamp;

use crate::error::Error;
use crate::form::{Form, is_percent_encoded};
use crate::json::{Json, Node, parse, step};
use crate::slot::Item;
use crate::walk::Walker;

pub(crate) fn items(source: &str) -> Result<Vec<Item>, Error> {
    let record = Record::read(source)?;
    let mut walker = Walker::new(source);
    for (name, value) in record.root().members() {
        let form = if name == "variables" { record.form() } else { Form::Json };
        walker.fields_as(form, value, &step("", name), name);
    }
    Ok(walker.items)
}

/// A record of one leg of a call.
#[derive(Debug)]
pub struct Record<'a> {
    source: &'a str,
    root: Node,
    encoded: bool,
}

impl<'a> Record<'a> {
    /// Reads a record.
    ///
    /// # Errors
    /// If it is not JSON, is cut off, or is not a record.
    pub fn read(source: &'a str) -> Result<Self, Error> {
        let mut record = Self { source, root: parse(source)?, encoded: false };
        if !record.root().is_object() {
            return Err(Error::pointer("", "not a call record", "check the format"));
        }
        record.encoded = record.variables_are_encoded();
        Ok(record)
    }

    /// The record as it is.
    #[must_use]
    pub fn root(&self) -> Json<'_> {
        Json::new(self.source, &self.root)
    }

    /// The caller profiles with their times, the last first, as FreeSWITCH writes them.
    pub fn callflows(&self) -> impl Iterator<Item = Json<'_>> {
        let flows = self.root().members().filter(|(name, _)| *name == "callflow");
        flows
            .flat_map(|(_, flow)| if flow.is_array() { flow.items().collect() } else { vec![flow] })
    }

    /// The value of a channel variable, decoded.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = self.root().get("variables")?.get(name)?;
        value.text()?;
        let raw = self.source.get(value.inside())?;
        Some(self.form().decode(raw)).filter(|v| !v.is_empty())
    }

    /// A value of the newest caller profile, such as `caller_id_number`.
    #[must_use]
    pub fn caller(&self, name: &str) -> Option<Cow<'_, str>> {
        self.callflows()
            .find_map(|flow| flow.get("caller_profile")?.get(name)?.text())
            .filter(|v| !v.is_empty())
    }

    /// When the leg was created; FreeSWITCH counts microseconds.
    #[must_use]
    pub fn created(&self) -> Option<Timestamp> {
        self.moment("created_time")
    }

    /// When the leg was answered; `None` if it was not.
    #[must_use]
    pub fn answered(&self) -> Option<Timestamp> {
        self.moment("answered_time")
    }

    /// When the leg was hung up.
    #[must_use]
    pub fn ended(&self) -> Option<Timestamp> {
        self.moment("hangup_time")
    }

    /// Seconds from answer to hang-up.
    #[must_use]
    pub fn billsec(&self) -> Option<u64> {
        self.variable("billsec")?.parse().ok()
    }

    fn moment(&self, name: &str) -> Option<Timestamp> {
        let text = self.callflows().find_map(|flow| flow.get("times")?.get(name)?.text())?;
        let micros = text.parse::<i64>().ok().filter(|m| *m != 0)?;
        Timestamp::from_microsecond(micros).ok()
    }

    fn form(&self) -> Form {
        if self.encoded { Form::Percent } else { Form::Json }
    }

    /// Encoded values have no space, `@`, `:` or `<`; one value that has shows that nothing is encoded.
    fn variables_are_encoded(&self) -> bool {
        let Some(variables) = self.root().get("variables") else { return false };
        let mut texts = variables.members().filter(|(_, v)| v.text().is_some());
        texts.all(|(_, v)| is_percent_encoded(self.source.get(v.inside()).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Holds;
    use crate::{Document, Edit, Format, Role};

    const SAMPLE: &str = r#"{"core-uuid":"a","channel_data":{"direction":"inbound"},
        "variables":{"sip_from_display":"J%C3%BCrgen%20Vogt","sip_full_from":"%3Csip%3A100%40example.org%3E","billsec":"12"},
        "callflow":{"caller_profile":{"caller_id_number":"0301234","caller_id_name":"J\u00fcrgen Vogt"},"times":{"created_time":"1764165900123456","answered_time":"0"}},
        "callflow":{"caller_profile":{"caller_id_number":"0309999"}}}"#;

    #[test]
    fn variables_are_decoded_and_every_callflow_is_kept() {
        let record = Record::read(SAMPLE).unwrap();
        assert_eq!(record.variable("sip_from_display").unwrap(), "Jürgen Vogt");
        assert_eq!(record.callflows().count(), 2);
        assert_eq!(record.caller("caller_id_number").unwrap(), "0301234");
        assert_eq!((record.billsec(), record.answered()), (Some(12), None));
        assert_eq!(record.created().unwrap().to_string(), "2025-11-26T14:05:00.123456Z");
    }

    #[test]
    fn changes_are_encoded_again() {
        let document = Document::read(Format::FreeSwitchCdr, SAMPLE.as_bytes()).unwrap();
        let texts = document.texts();
        let edits = texts.iter().enumerate().filter_map(|(part, text)| {
            let personal = matches!(&text.role, Role::Field { holds, .. } if holds.is_personal());
            personal.then(|| Edit { part, range: 0..text.text.len(), with: "ü <x>".into() })
        });
        let new = document.write(&edits.collect::<Vec<_>>()).unwrap();
        let again = Record::read(&new).unwrap();
        assert_eq!(again.variable("sip_full_from").unwrap(), "ü <x>");
        assert!(
            !new.contains("Vogt") && !new.contains("0309999") && new.contains("%C3%BC%20%3Cx%3E")
        );
        assert_eq!(crate::fields::holds("sip_from_display"), Holds::Name);
    }

    #[test]
    fn a_plain_value_shows_that_nothing_is_encoded() {
        let plain = SAMPLE.replace("%3Csip%3A100%40example.org%3E", "<sip:100%40@example.org>");
        assert_eq!(
            Record::read(&plain).unwrap().variable("sip_full_from").unwrap(),
            "<sip:100%40@example.org>"
        );
    }
}

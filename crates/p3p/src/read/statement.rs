//! Reads STATEMENT and what it holds (P3P 1.0 §3.3, §3.4).

use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, nearest};
use abide_policy::vocab::{Category, Choice, Purpose, Recipient, Retention, Vocabulary};

use super::parts::{Reader, collapse, many, one};
use crate::ast::{
    At, CategoryItem, Data, DataGroup, PurposeItem, Purposes, RecipientItem, Recipients,
    RetentionElement, Statement, Words,
};
use crate::v11::{self, Namer};
use crate::xml::{Element, Node, Span};

impl Reader<'_> {
    pub(super) fn statement(&mut self, e: &Element, namer: &mut Namer) -> Statement {
        let place = format!("statement.{}", namer.name(v11::called(e).as_deref()));
        self.attributes(e, &place, &[]);
        let rules = [
            one("CONSEQUENCE"),
            one("NON-IDENTIFIABLE"),
            one("PURPOSE"),
            one("RECIPIENT"),
            one("RETENTION"),
            many("DATA-GROUP"),
        ];
        let parts = self.parts(e, &place, &rules);
        let non_identifiable = parts.one("NON-IDENTIFIABLE");
        if let Some(claim) = non_identifiable {
            self.empty(claim, &place, &[]);
        }
        Statement {
            consequence: parts.one("CONSEQUENCE").map(|c| self.text(c, &place)),
            non_identifiable: non_identifiable.map(|n| n.head),
            purposes: parts.one("PURPOSE").map(|p| self.purposes(p, &format!("{place}.purposes"))),
            recipients: parts
                .one("RECIPIENT")
                .map(|r| self.recipients(r, &format!("{place}.recipients"))),
            retention: parts
                .one("RETENTION")
                .map(|r| self.retention(r, &format!("{place}.retention"))),
            groups: parts
                .all("DATA-GROUP")
                .map(|g| self.data_group(g, &format!("{place}.data")))
                .collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn purposes(&mut self, e: &Element, place: &str) -> Purposes {
        self.attributes(e, place, &[]);
        let (words, additions) = self.words::<Purpose>(e, place);
        let list = words
            .into_iter()
            .map(|(purpose, child)| self.purpose(purpose, child, &format!("{place}.{purpose}")));
        let list = list.collect();
        Purposes { list, additions, span: e.head }
    }

    fn purpose(&mut self, purpose: Purpose, e: &Element, place: &str) -> PurposeItem {
        let mut attributes = self.attributes(e, place, &["required", "xml:lang"]);
        let required = attributes.at("required");
        let required = required
            .and_then(|a| self.required(&a, purpose.word(), purpose == Purpose::Current, place));
        let lang = attributes.lang();
        let parts = if purpose == Purpose::OtherPurpose {
            self.elements(e, place, &[])
        } else {
            self.parts(e, place, &[])
        };
        let text =
            if purpose == Purpose::OtherPurpose { collapse(&e.text()) } else { String::new() };
        let text = Words { text, lang, span: e.head };
        PurposeItem { purpose, required, text, additions: parts.additions, span: e.head }
    }

    /// The attribute `required`; none where no choice can be.
    fn required(
        &mut self,
        at: &At<String>,
        word: &str,
        forbidden: bool,
        place: &str,
    ) -> Option<Choice> {
        if forbidden {
            self.say(
                Diagnostic::new(Code::PurposeRequiredForbidden).with("word", word),
                at.span,
                place,
            );
            return None;
        }
        let choice = Choice::from_word(&at.value);
        if choice.is_none() {
            let words = Choice::words();
            let d = Diagnostic::new(Code::PurposeRequiredValue).with("value", &at.value);
            let d = d.with("words", words.join(", "));
            let d = match nearest(&at.value, words) {
                Some(right) => d.fixed_by(right),
                None => d,
            };
            self.say(d, at.span, place);
        }
        choice
    }

    fn recipients(&mut self, e: &Element, place: &str) -> Recipients {
        self.attributes(e, place, &[]);
        let (words, additions) = self.words::<Recipient>(e, place);
        let list = words
            .into_iter()
            .map(|(which, child)| self.recipient(which, child, &format!("{place}.{which}")));
        let list = list.collect();
        Recipients { list, additions, span: e.head }
    }

    fn recipient(&mut self, recipient: Recipient, e: &Element, place: &str) -> RecipientItem {
        let mut attributes = self.attributes(e, place, &["required"]);
        let required = attributes.at("required");
        let required = required
            .and_then(|a| self.required(&a, recipient.word(), recipient == Recipient::Ours, place));
        let parts = self.parts(e, place, &[many("recipient-description")]);
        let descriptions =
            parts.all("recipient-description").map(|d| self.text(d, place)).collect();
        RecipientItem {
            recipient,
            required,
            descriptions,
            additions: parts.additions,
            span: e.head,
        }
    }

    fn retention(&mut self, e: &Element, place: &str) -> RetentionElement {
        self.attributes(e, place, &[]);
        let (words, additions) = self.words::<Retention>(e, place);
        for (_, child) in &words {
            self.empty(child, place, &[]);
        }
        if let Some((_, second)) = words.get(1) {
            let d = Diagnostic::new(Code::StructDuplicate).with("element", "kind of retention");
            self.say(d.with("parent", "RETENTION"), second.head, place);
        }
        RetentionElement { retention: words.first().map(|(r, _)| *r), additions, span: e.head }
    }

    pub(super) fn data_group(&mut self, e: &Element, place: &str) -> DataGroup {
        let mut attributes = self.attributes(e, place, &["base"]);
        let parts = self.parts(e, place, &[many("DATA")]);
        if parts.one("DATA").is_none() {
            let d = Diagnostic::new(Code::StructMissing)
                .with("parent", "DATA-GROUP")
                .with("element", "DATA");
            self.say(d, e.head, place);
        }
        DataGroup {
            base: attributes.plain("base"),
            data: parts.all("DATA").filter_map(|d| self.data(d, place)).collect(),
            additions: parts.additions,
            span: e.head,
        }
    }

    fn data(&mut self, e: &Element, place: &str) -> Option<Data> {
        let mut attributes = self.attributes(e, place, &["ref", "optional"]);
        let parts = self.elements(e, place, &[one("CATEGORIES")]);
        let optional = attributes.yes_no(self, "optional", place);
        let categories = parts.one("CATEGORIES").map(|c| self.categories(c, place));
        let reference = attributes.needed(self, "ref", place)?;
        Some(Data {
            reference,
            optional,
            categories,
            value: value(e),
            additions: parts.additions,
            span: e.head,
        })
    }

    pub(super) fn categories(&mut self, e: &Element, place: &str) -> Vec<CategoryItem> {
        self.attributes(e, place, &[]);
        let (words, _) = self.words::<Category>(e, place);
        words.into_iter().map(|(category, child)| self.category(category, child, place)).collect()
    }

    fn category(&mut self, category: Category, e: &Element, place: &str) -> CategoryItem {
        let text = if category == Category::OtherCategory {
            self.text(e, place)
        } else {
            self.empty(e, place, &[]);
            Words { span: e.head, ..Words::default() }
        };
        CategoryItem { category, text, span: e.head }
    }
}

/// The text of a DATA element, if there is any.
fn value(e: &Element) -> Option<At<String>> {
    let value = collapse(&e.text());
    let span = e.children.iter().find_map(|n| match n {
        Node::Text(text, span) if !text.trim().is_empty() => Some(*span),
        _ => None,
    });
    (!value.is_empty()).then(|| At { value, span: span.unwrap_or(Span::default()) })
}

//! Lists what a policy file has no words for: extensions, and what P3P 1.1 adds.

use super::Converter;
use crate::ast::Addition;
use crate::v11;
use crate::xml::{Element, Node, Span};

impl Converter<'_> {
    pub(super) fn list_lost(&mut self) {
        let p = self.source;
        let mut all: Vec<(&Addition, &str)> = Vec::new();
        all.extend(self.shared.additions.iter().chain(&p.additions).map(|a| (a, "policy")));
        all.extend(p.entity.iter().flat_map(|e| &e.additions).map(|a| (a, "entity")));
        all.extend(p.access.iter().flat_map(|a| &a.additions).map(|a| (a, "policy.access")));
        if let Some(group) = &p.disputes {
            all.extend(group.additions.iter().map(|a| (a, "dispute")));
            all.extend(group.disputes.iter().flat_map(|d| &d.additions).map(|a| (a, "dispute")));
        }
        let groups = p
            .entity
            .iter()
            .flat_map(|e| &e.groups)
            .chain(p.statements.iter().flat_map(|s| &s.groups));
        for group in groups {
            all.extend(group.additions.iter().map(|a| (a, "statement")));
            all.extend(group.data.iter().flat_map(|d| &d.additions).map(|a| (a, "statement")));
        }
        for s in &p.statements {
            all.extend(s.additions.iter().map(|a| (a, "statement")));
            if let Some(purposes) = &s.purposes {
                all.extend(purposes.additions.iter().map(|a| (a, "statement")));
                all.extend(
                    purposes.list.iter().flat_map(|i| &i.additions).map(|a| (a, "statement")),
                );
            }
            if let Some(recipients) = &s.recipients {
                all.extend(recipients.additions.iter().map(|a| (a, "statement")));
                all.extend(
                    recipients.list.iter().flat_map(|i| &i.additions).map(|a| (a, "statement")),
                );
            }
            all.extend(s.retention.iter().flat_map(|r| &r.additions).map(|a| (a, "statement")));
        }
        let schema = p.schema.as_ref().or(self.shared.schema);
        if let Some(schema) = schema {
            all.extend(schema.additions.iter().map(|a| (a, "data")));
            all.extend(schema.definitions.iter().flat_map(|d| &d.additions).map(|a| (a, "data")));
        }
        for (addition, place) in all {
            self.addition(addition, place);
        }
    }

    fn addition(&mut self, addition: &Addition, place: &str) {
        match addition {
            Addition::Element(e) => self.element_lost(e, e.head, place),
            Addition::Extension { content, span, .. } => {
                for node in content {
                    match node {
                        Node::Element(e) => self.element_lost(e, *span, place),
                        Node::Text(text, _) if text.trim().is_empty() => {}
                        Node::Text(..) => self.lost("the text of an extension", *span, place),
                    }
                }
            }
        }
    }

    /// Names of statements are carried over; consent for a group stands in its statements, too.
    fn element_lost(&mut self, e: &Element, span: Span, place: &str) {
        if !v11::names_statements(e) {
            self.lost(&format!("the extension `{}`", e.name.local), span, place);
        }
    }
}

//! Reading P3P's documents: XML into [`crate::ast`], with every problem of one run.
//!
//! Owns: which document it is, structure (unknown, misplaced, repeated elements and attributes, words of closed lists).
//! Leaves to others: XML itself ([`crate::xml`]), what needs more than one element to judge ([`crate::validate`]).

mod parts;
mod policy;
mod reference;
mod statement;

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;

use crate::ast::{Document, NAMESPACE};
use crate::problems::Problems;
use crate::validate;
use crate::xml::{self, Element};
use parts::Reader;
pub(crate) use parts::collapse;

/// What reading gave.
#[derive(Debug)]
pub struct Reading {
    /// The document; in spite of problems, as much of it as could be read. Absent if it is no P3P document or was refused
    /// for its size, its encoding, or a document type.
    pub document: Option<Document>,
    /// Every problem, in the order of the text. Places are in the words of policy files (`statement.access-log.purposes`),
    /// with the names of [`crate::v11::statement_ids`].
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a policy file, a single policy, a reference file or a data schema, and checks it ([`crate::validate`]).
///
/// Takes at most [`xml::MAX_SIZE`] bytes of UTF-8. Never fails: what is wrong is in the diagnostics.
///
/// ```
/// use abide_p3p::{ast::Document, read::read};
/// let reading = read(r##"<POLICY xmlns="http://www.w3.org/2002/01/P3Pv1" name="p" discuri="https://example.com/">
///     <ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA></DATA-GROUP></ENTITY>
///     <ACESS><nonident/></ACESS></POLICY>"##);
/// assert!(matches!(reading.document, Some(Document::Policy(_))));
/// let codes: Vec<&str> = reading.diagnostics.iter().map(|d| d.code.id()).collect();
/// assert_eq!(codes, ["access.missing", "entity.nocontact", "struct.unknown"]);
/// assert_eq!(reading.diagnostics[2].fix.as_deref(), Some("ACCESS"));
/// ```
pub fn read(source: impl AsRef<[u8]>) -> Reading {
    let outcome = xml::read(source.as_ref());
    let mut problems = Problems::default();
    outcome.diagnostics.into_iter().for_each(|d| problems.add(d));
    let document = outcome.root.and_then(|root| self::document(&root, &mut problems));
    if let Some(document) = &document {
        validate::validate_into(document, &mut problems);
    }
    Reading { document, diagnostics: problems.into_vec() }
}

const ROOTS: [&str; 4] = ["META", "POLICIES", "POLICY", "DATASCHEMA"];

fn document(root: &Element, problems: &mut Problems) -> Option<Document> {
    let namespace = root.name.namespace.as_deref();
    let known = ROOTS.contains(&root.name.local.as_str());
    if namespace != Some(NAMESPACE) || !known {
        let d = Diagnostic::new(Code::NsUnknown).with("element", format!("{:?}", root.name));
        problems.add(d.at(root.head.range()));
    }
    // A document of a draft, or without namespace, is read as if it were right, so that its other problems show at once.
    let mut reader = Reader { problems, namespace: root.name.namespace.clone() };
    Some(match root.name.local.as_str() {
        "META" => Document::Reference(reader.reference(root)),
        "POLICIES" => Document::Policies(reader.policies(root)),
        "POLICY" => Document::Policy(reader.policy(root)),
        "DATASCHEMA" => Document::DataSchema(reader.data_schema(root)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;

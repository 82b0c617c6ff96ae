//! Data schemas: DATASCHEMA resolved to elements with categories (P3P 1.0 §5.3–5.7).
//!
//! Owns: own structures, references between schemas, the limits on expanding them. Leaves to others: the base schema
//! (`abide_policy::data`), the XML ([`crate::read`]).

use std::collections::{HashMap, HashSet};

use abide_policy::codes::Code;
use abide_policy::data::{Categories, DataRef, Schema, structure_names};
use abide_policy::diagnostic::Diagnostic;
use abide_policy::vocab::Set;

use crate::ast::{At, BASE_SCHEMA, CategoryItem, DataSchema, Definition, DefinitionKind};
use crate::problems::Problems;

/// Most elements that a schema's definitions may amount to, structures expanded.
pub const MAX_EXPANDED: usize = 10_000;
/// Most structures inside each other.
const MAX_NESTED: usize = 16;
/// More than any structure of the base schema has.
const BASE_STRUCTURE_SIZE: usize = 50;

/// What a reference points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An element of the base schema.
    Base(DataRef),
    /// An element of the file's own schema.
    Own(DataRef),
    /// An element of a schema elsewhere, which is not fetched.
    Foreign {
        /// The schema's address.
        schema: String,
        /// The element.
        name: DataRef,
    },
}

impl Target {
    /// What a reference to data points to, given the `base` of its group; the reason if it cannot be read.
    ///
    /// # Errors
    /// The message of a `data.ref.syntax` diagnostic.
    pub fn of(base: Option<&str>, reference: &str) -> Result<Self, String> {
        let Some((address, name)) = reference.split_once('#') else {
            return Err(format!("`{reference}` has no `#`: write `#{reference}`"));
        };
        let name: DataRef =
            name.parse().map_err(|e: abide_policy::data::BadDataRef| e.to_string())?;
        let schema = if address.is_empty() { base.unwrap_or(BASE_SCHEMA) } else { address };
        Ok(match schema {
            "" => Self::Own(name),
            base if is_base(base) => Self::Base(name),
            other => Self::Foreign { schema: other.to_owned(), name },
        })
    }

    /// The element's name.
    #[must_use]
    pub const fn name(&self) -> &DataRef {
        match self {
            Self::Base(name) | Self::Own(name) | Self::Foreign { name, .. } => name,
        }
    }
}

/// Whether an address is that of the base schema.
fn is_base(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|r| BASE_SCHEMA.ends_with(r) && r.starts_with("www.w3.org/TR/P3P/base"))
}

/// The categories of a CATEGORIES element.
#[must_use]
pub fn categories(items: &[CategoryItem]) -> Set<abide_policy::vocab::Category> {
    items.iter().map(|i| i.category).collect()
}

/// The elements that a file's own schema defines. What cannot be resolved is left out.
#[must_use]
pub fn resolve(schema: &DataSchema) -> Schema {
    resolve_into(schema, &mut Problems::default())
}

pub(crate) fn resolve_into(schema: &DataSchema, problems: &mut Problems) -> Schema {
    let mut resolver = Resolver {
        structures: HashMap::new(),
        out: Schema::empty(),
        size: 0,
        unknown: HashSet::new(),
        problems,
    };
    for d in schema.definitions.iter().filter(|d| d.kind == DefinitionKind::Structure) {
        if let Some((name, field)) = d.name.as_ref().and_then(|n| n.value.split_once('.')) {
            resolver.structures.entry(name).or_default().push((field, d));
        } else if let Some(name) = &d.name {
            resolver.structures.entry(name.value.as_str()).or_default();
        }
    }
    for d in schema.definitions.iter().filter(|d| d.kind == DefinitionKind::Element) {
        let Some(name) = resolver.element_name(d) else { continue };
        let declared = declared(d, Categories::Variable);
        if !resolver.insert(&name, d.structref.as_ref(), declared, 0) {
            break;
        }
    }
    resolver.out
}

/// The categories that a definition says, else those of where it is used.
fn declared(d: &Definition, context: Categories) -> Categories {
    match &d.categories {
        Some(items) if !items.is_empty() => Categories::Fixed(categories(items)),
        _ => context,
    }
}

struct Resolver<'s, 'p> {
    /// The fields of each own structure.
    structures: HashMap<&'s str, Vec<(&'s str, &'s Definition)>>,
    out: Schema,
    size: usize,
    /// Structures that were said to be unknown.
    unknown: HashSet<&'s str>,
    problems: &'p mut Problems,
}

impl<'s> Resolver<'s, '_> {
    fn element_name(&mut self, d: &Definition) -> Option<DataRef> {
        let name = d.name.as_ref()?;
        match name.value.parse() {
            Ok(parsed) => Some(parsed),
            Err(e) => {
                let d = Diagnostic::new(Code::DataRefSyntax).with("message", e);
                self.problems.add(d.at(name.span.range()).place("data"));
                None
            }
        }
    }

    /// Adds an element with all its members; whether there is room for more.
    fn insert(
        &mut self,
        name: &DataRef,
        of: Option<&'s At<String>>,
        declared: Categories,
        depth: usize,
    ) -> bool {
        self.size += 1;
        if self.size > MAX_EXPANDED || depth > MAX_NESTED {
            return self.too_large(of);
        }
        let Some(of) = of else {
            self.out.insert(name.clone(), declared);
            return true;
        };
        let (address, structure) = of.value.split_once('#').unwrap_or(("", of.value.as_str()));
        if address.is_empty() && self.structures.contains_key(structure) {
            return self.insert_own(name, structure, declared, depth);
        }
        if structure_names().any(|s| s == structure) && (address.is_empty() || is_base(address)) {
            self.size += BASE_STRUCTURE_SIZE;
            self.out.insert_structure(name, structure, declared);
            return true;
        }
        if (address.is_empty() || is_base(address)) && self.unknown.insert(structure) {
            self.unknown_structure(of, structure);
        }
        self.out.insert(name.clone(), declared);
        true
    }

    fn insert_own(
        &mut self,
        name: &DataRef,
        structure: &'s str,
        declared_above: Categories,
        depth: usize,
    ) -> bool {
        let fields = self.structures.get(structure).cloned().unwrap_or_default();
        // Without categories of its own the set has those of its members.
        if fields.is_empty() || matches!(declared_above, Categories::Fixed(_)) {
            self.out.insert(name.clone(), declared_above);
        }
        for (field, d) in fields {
            let Ok(member) = format!("{name}.{field}").parse::<DataRef>() else { continue };
            if !self.insert(&member, d.structref.as_ref(), declared(d, declared_above), depth + 1) {
                return false;
            }
        }
        true
    }

    fn too_large(&mut self, of: Option<&At<String>>) -> bool {
        let d = Diagnostic::new(Code::XmlLimit).with("what", "defines too many data elements");
        let d = d.with("max", MAX_EXPANDED).place("data");
        self.problems.add(of.map_or(d.clone(), |o| d.at(o.span.range())));
        false
    }

    fn unknown_structure(&mut self, of: &At<String>, structure: &str) {
        let mut known: Vec<&str> = structure_names().collect();
        known.extend(self.structures.keys());
        let suggested = self.problems.suggest(structure, known.into_iter());
        let d = Diagnostic::new(Code::DataRefUnknown)
            .with("name", structure)
            .at(of.span.range())
            .place("data");
        self.problems.add(match suggested {
            Some(right) => d.fixed_by(format!("#{right}")),
            None => d,
        });
    }
}

#[cfg(test)]
mod tests {
    use abide_policy::vocab::Category;

    use super::*;

    fn definition(
        kind: DefinitionKind,
        name: &str,
        structref: Option<&str>,
        of: &[Category],
    ) -> Definition {
        let item = |c: &Category| CategoryItem {
            category: *c,
            text: Default::default(),
            span: Default::default(),
        };
        Definition {
            kind,
            name: Some(At::new(name.to_owned())),
            structref: structref.map(|s| At::new(s.to_owned())),
            short_description: None,
            long_description: None,
            categories: (!of.is_empty()).then(|| of.iter().map(item).collect()),
            additions: Vec::new(),
            span: Default::default(),
        }
    }

    fn resolved(definitions: Vec<Definition>) -> (Schema, Vec<Diagnostic>) {
        let schema = DataSchema { definitions, ..DataSchema::default() };
        let mut problems = Problems::default();
        let resolved = resolve_into(&schema, &mut problems);
        (resolved, problems.into_vec())
    }

    #[test]
    fn references_lead_to_a_schema() {
        for (base, reference, expected) in [
            (None, "#user.name", "Base"),
            (Some("http://www.w3.org/TR/P3P/base"), "#user.name", "Base"),
            (Some(""), "#call.quality", "Own"),
            (Some(""), "http://www.w3.org/TR/P3P/base#user.name", "Base"),
            (None, "http://example.com/schema#shop.cart", "Foreign"),
            (Some("http://example.com/schema"), "#shop.cart", "Foreign"),
        ] {
            assert!(
                format!("{:?}", Target::of(base, reference).unwrap()).starts_with(expected),
                "{base:?} {reference}"
            );
        }
        for bad in ["user.name", "#", "#user..name", "#user name"] {
            assert!(Target::of(None, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn structures_are_expanded() {
        use DefinitionKind::{Element, Structure};
        let (schema, problems) = resolved(vec![
            definition(Structure, "cart.item", None, &[Category::Purchase]),
            definition(Structure, "cart.ship-to", Some("#postal"), &[]),
            definition(Element, "shop.cart", Some("#cart"), &[]),
            definition(Element, "shop.note", None, &[]),
            definition(
                Element,
                "shop.owner",
                Some("http://www.w3.org/TR/P3P/base#personname"),
                &[Category::Physical],
            ),
        ]);
        assert_eq!(problems, []);
        let of = |name: &str| schema.categories(&name.parse().unwrap());
        assert_eq!(of("shop.cart.item"), Some(Categories::Fixed(Set::of(&[Category::Purchase]))));
        assert_eq!(
            of("shop.cart.ship-to.street"),
            Some(Categories::Fixed(Set::of(&[Category::Physical])))
        );
        let all = Set::of(&[Category::Purchase, Category::Physical, Category::Demographic]);
        assert_eq!(of("shop.cart"), Some(Categories::Fixed(all)));
        assert_eq!(of("shop.note"), Some(Categories::Variable));
        assert_eq!(of("shop.owner"), Some(Categories::Fixed(Set::of(&[Category::Physical]))));
        assert_eq!(of("shop.nothing"), None);
    }

    #[test]
    fn structures_cannot_explode() {
        use DefinitionKind::{Element, Structure};
        let mut bomb: Vec<Definition> = Vec::new();
        for level in 0..12 {
            for field in 0..10 {
                let of = format!("#s{}", level + 1);
                bomb.push(definition(Structure, &format!("s{level}.f{field}"), Some(&of), &[]));
            }
        }
        bomb.push(definition(Element, "boom", Some("#s0"), &[]));
        assert!(resolved(bomb).1.iter().any(|d| d.code == Code::XmlLimit));
        let circle = vec![
            definition(Structure, "a.b", Some("#a"), &[]),
            definition(Element, "x", Some("#a"), &[]),
        ];
        assert!(resolved(circle).1.iter().any(|d| d.code == Code::XmlLimit));
    }

    #[test]
    fn unknown_structures_are_named() {
        let (_, problems) =
            resolved(vec![definition(DefinitionKind::Element, "x", Some("#postl"), &[])]);
        assert_eq!(problems[0].code, Code::DataRefUnknown);
        assert_eq!(problems[0].fix.as_deref(), Some("#postal"));
    }
}

//! Data elements: their dotted names, the base data schema of P3P 1.0 (§5.5, §5.6) with its fixed categories, and
//! schemas extended by an organisation's own elements.
//!
//! Owns: which elements exist, which categories they have, which leaves a set consists of. Leaves to others: XML data
//! schemas (`abide-p3p` reads and writes them), what people read about an element (`abide-notice`).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use crate::vocab::{Category, Set, Vocabulary};

/// The name of a data element or set: `user.home-info.postal`.
///
/// ```
/// use abide_policy::data::DataRef;
/// assert!("user.home-info.postal".parse::<DataRef>().is_ok());
/// assert!("user..name".parse::<DataRef>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataRef(String);

/// A text that is no element's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a data element's name: write letters, digits and hyphens, joined by dots")]
pub struct BadDataRef(pub String);

/// Longest name that is read, in bytes.
pub const MAX_NAME: usize = 255;

impl std::str::FromStr for DataRef {
    type Err = BadDataRef;
    fn from_str(text: &str) -> Result<Self, BadDataRef> {
        let segment = |s: &str| {
            s.starts_with(|c: char| c.is_ascii_alphabetic())
                && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        };
        if text.len() <= MAX_NAME && text.split('.').all(segment) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadDataRef(text.chars().take(60).collect()))
        }
    }
}

impl DataRef {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Whether this names `other` itself or a set that holds it.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.0.strip_prefix(&self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl fmt::Display for DataRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for DataRef {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

/// The categories of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Categories {
    /// The schema says them; a policy must not (P3P 1.0 §5.7).
    Fixed(Set<Category>),
    /// They depend on the use; a policy must say them.
    Variable,
}

impl Categories {
    /// The effective categories: the fixed ones, else those that the policy declares.
    #[must_use]
    pub fn or(self, declared: Set<Category>) -> Set<Category> {
        match self {
            Self::Fixed(set) => set,
            Self::Variable => declared,
        }
    }
}

/// A data schema: the base schema, or one extended by own elements.
///
/// ```
/// use abide_policy::data::{Categories, Schema};
/// use abide_policy::vocab::{Category, Set};
/// let schema = Schema::base();
/// let postal = "user.home-info.postal".parse().unwrap();
/// let expected = Set::of(&[Category::Physical, Category::Demographic]);
/// assert_eq!(schema.categories(&postal), Some(Categories::Fixed(expected)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    elements: BTreeMap<DataRef, Element>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Element {
    /// `None`: a set that has the categories of its members.
    categories: Option<Categories>,
    leaf: bool,
}

impl Schema {
    /// The base data schema of P3P 1.0 (§5.6).
    #[must_use]
    pub fn base() -> &'static Self {
        &BASE
    }

    /// A schema without elements.
    #[must_use]
    pub const fn empty() -> Self {
        Self { elements: BTreeMap::new() }
    }

    /// Adds an element; the sets above it come into being with it and have the categories of their members.
    /// An element that is there already is replaced.
    pub fn insert(&mut self, name: DataRef, categories: Categories) {
        let mut parent = name.as_str();
        let mut above = Vec::new();
        while let Some((head, _)) = parent.rsplit_once('.') {
            above.push(DataRef(head.to_owned()));
            parent = head;
        }
        let leaf = self.strictly_below(&name).next().is_none();
        self.elements.insert(name, Element { categories: Some(categories), leaf });
        for set in above {
            self.elements
                .entry(set)
                .and_modify(|e| e.leaf = false)
                .or_insert(Element { categories: None, leaf: false });
        }
    }

    fn union_of_leaves(&self, set: &DataRef) -> Categories {
        let mut union = Set::EMPTY;
        for (_, element) in self.strictly_below(set).filter(|(_, e)| e.leaf) {
            match element.categories {
                Some(Categories::Fixed(c)) => union = union.union(c),
                Some(Categories::Variable) | None => return Categories::Variable,
            }
        }
        Categories::Fixed(union)
    }

    fn strictly_below<'a>(
        &'a self,
        set: &'a DataRef,
    ) -> impl Iterator<Item = (&'a DataRef, &'a Element)> {
        self.elements
            .range(set..)
            .take_while(move |(name, _)| name.0.starts_with(&set.0))
            .filter(move |(name, _)| *name != set && set.covers(name))
    }

    /// Whether the element or set exists.
    #[must_use]
    pub fn contains(&self, name: &DataRef) -> bool {
        self.elements.contains_key(name)
    }

    /// The categories of an element or set by the most specific definition that the name reaches; `None` if it is unknown.
    #[must_use]
    pub fn categories(&self, name: &DataRef) -> Option<Categories> {
        let element = self.elements.get(name)?;
        Some(element.categories.unwrap_or_else(|| self.union_of_leaves(name)))
    }

    /// The leaves of a set, or the leaf itself, in name order; empty if it is unknown.
    pub fn leaves<'a>(&'a self, name: &'a DataRef) -> impl Iterator<Item = &'a DataRef> {
        let own = self.elements.get_key_value(name).filter(|(_, e)| e.leaf).map(|(n, _)| n);
        own.into_iter().chain(self.strictly_below(name).filter(|(_, e)| e.leaf).map(|(n, _)| n))
    }

    /// Every element and set, in name order.
    pub fn names(&self) -> impl Iterator<Item = &DataRef> {
        self.elements.keys()
    }
}

/// A field of a structure: its name, its categories as compact tokens (empty: those of its parts, or of where it is
/// used), and the structure it has (empty: none).
type Field = (&'static str, &'static str, &'static str);

/// The structures of §5.5.
const STRUCTURES: &[(&str, &[Field])] = &[
    (
        "date",
        &[
            ("ymd.year", "", ""),
            ("ymd.month", "", ""),
            ("ymd.day", "", ""),
            ("hms.hour", "", ""),
            ("hms.minute", "", ""),
            ("hms.second", "", ""),
            ("fractionsecond", "", ""),
            ("timezone", "", ""),
        ],
    ),
    (
        "personname",
        &[
            ("prefix", "DEM", ""),
            ("given", "PHY", ""),
            ("middle", "PHY", ""),
            ("family", "PHY", ""),
            ("suffix", "DEM", ""),
            ("nickname", "DEM", ""),
        ],
    ),
    ("login", &[("id", "UNI", ""), ("password", "UNI", "")]),
    ("certificate", &[("key", "UNI", ""), ("format", "UNI", "")]),
    (
        "telephonenum",
        &[
            ("intcode", "PHY", ""),
            ("loccode", "PHY", ""),
            ("number", "PHY", ""),
            ("ext", "PHY", ""),
            ("comment", "PHY", ""),
        ],
    ),
    (
        "postal",
        &[
            ("name", "PHY DEM", "personname"),
            ("street", "PHY", ""),
            ("city", "DEM", ""),
            ("stateprov", "DEM", ""),
            ("postalcode", "DEM", ""),
            ("organization", "DEM", ""),
            ("country", "DEM", ""),
        ],
    ),
    (
        "telecom",
        &[
            ("telephone", "PHY", "telephonenum"),
            ("fax", "PHY", "telephonenum"),
            ("mobile", "PHY", "telephonenum"),
            ("pager", "PHY", "telephonenum"),
        ],
    ),
    ("online", &[("email", "ONL", ""), ("uri", "ONL", "")]),
    ("contact", &[("postal", "", "postal"), ("telecom", "", "telecom"), ("online", "", "online")]),
    ("uri", &[("authority", "", ""), ("stem", "", ""), ("querystring", "", "")]),
    (
        "ipaddr",
        &[
            ("hostname", "COM", ""),
            ("partialhostname", "DEM", ""),
            ("fullip", "COM", ""),
            ("partialip", "DEM", ""),
        ],
    ),
    (
        "loginfo",
        &[
            ("uri", "NAV", "uri"),
            ("timestamp", "NAV", "date"),
            ("clientip", "COM DEM", "ipaddr"),
            ("other.httpmethod", "NAV", ""),
            ("other.bytes", "NAV", ""),
            ("other.statuscode", "NAV", ""),
        ],
    ),
    ("httpinfo", &[("referer", "NAV", "uri"), ("useragent", "COM", "")]),
    (
        "person",
        &[
            ("name", "PHY DEM", "personname"),
            ("bdate", "DEM", "date"),
            ("login", "UNI", "login"),
            ("cert", "UNI", "certificate"),
            ("gender", "DEM", ""),
            ("employer", "DEM", ""),
            ("department", "DEM", ""),
            ("jobtitle", "DEM", ""),
            ("home-info", "PHY ONL DEM", "contact"),
            ("business-info", "PHY ONL DEM", "contact"),
        ],
    ),
    (
        "business",
        &[
            ("name", "DEM", ""),
            ("department", "DEM", ""),
            ("cert", "UNI", "certificate"),
            ("contact-info", "PHY ONL DEM", "contact"),
        ],
    ),
    (
        "dynamic",
        &[
            ("clickstream", "NAV COM", "loginfo"),
            ("http", "NAV COM", "httpinfo"),
            ("clientevents", "NAV INT", ""),
            ("cookies", "", ""),
            ("searchtext", "INT", ""),
            ("interactionrecord", "INT", ""),
            ("miscdata", "", ""),
        ],
    ),
];

/// The fields of a structure of the base schema, for own schemas that build on them (`structref`, §5.3).
fn structure(name: &str) -> &'static [Field] {
    STRUCTURES.iter().find(|(n, _)| *n == name).map_or(&[], |(_, fields)| fields)
}

/// The names of the structures that own schemas may build on (§5.5).
pub fn structure_names() -> impl Iterator<Item = &'static str> {
    STRUCTURES.iter().map(|(n, _)| *n)
}

fn tokens(text: &str) -> Set<Category> {
    Category::ALL.iter().copied().filter(|c| text.split(' ').any(|t| t == c.token())).collect()
}

impl Schema {
    /// Adds an element that has a structure of the base schema, with all its members. `declared` are the categories
    /// said for the element; members with categories of their own keep them.
    pub fn insert_structure(&mut self, name: &DataRef, structref: &str, declared: Categories) {
        let mut leaves = Vec::new();
        collect(name.as_str(), structref, declared, &mut leaves);
        let said = match declared {
            Categories::Fixed(set) if set.is_empty() => None,
            Categories::Fixed(_) => Some(declared),
            Categories::Variable => None,
        };
        for (leaf, categories, is_set) in leaves {
            if is_set {
                self.elements
                    .insert(DataRef(leaf), Element { categories: Some(categories), leaf: false });
            } else {
                self.insert(DataRef(leaf), categories);
            }
        }
        if let Some(categories) = said {
            let leaf = structure(structref).is_empty();
            self.elements.insert(name.clone(), Element { categories: Some(categories), leaf });
        } else if structure(structref).is_empty() {
            self.insert(name.clone(), declared);
        }
    }
}

/// Collects the members below `path` of a structure: name, categories, whether it is a set with categories of its own.
fn collect(
    path: &str,
    structref: &str,
    context: Categories,
    out: &mut Vec<(String, Categories, bool)>,
) {
    for (field, said, of) in structure(structref) {
        let name = format!("{path}.{field}");
        let own = if said.is_empty() { None } else { Some(Categories::Fixed(tokens(said))) };
        if of.is_empty() {
            out.push((name, own.unwrap_or(context), false));
        } else {
            if let Some(categories) = own {
                out.push((name.clone(), categories, true));
            }
            collect(&name, of, own.unwrap_or(context), out);
        }
    }
}

static BASE: LazyLock<Schema> = LazyLock::new(|| {
    let mut schema = Schema::empty();
    for (set, of) in [
        ("user", "person"),
        ("thirdparty", "person"),
        ("business", "business"),
        ("dynamic", "dynamic"),
    ] {
        schema.insert_structure(&DataRef(set.to_owned()), of, Categories::Variable);
    }
    schema
});

#[cfg(test)]
mod tests {
    use super::*;

    fn categories(name: &str) -> Vec<&'static str> {
        match Schema::base().categories(&name.parse().unwrap()) {
            Some(Categories::Fixed(set)) => set.iter().map(Category::token).collect(),
            Some(Categories::Variable) => vec!["variable"],
            None => vec!["unknown"],
        }
    }

    /// The reference table of the sets and their members.
    #[test]
    fn the_base_schema_has_the_categories_of_the_specification() {
        for (name, expected) in [
            ("user.name", "PHY DEM"),
            ("user.name.given", "PHY"),
            ("user.name.prefix", "DEM"),
            ("user.bdate", "DEM"),
            ("user.bdate.ymd.year", "DEM"),
            ("user.login.password", "UNI"),
            ("user.gender", "DEM"),
            ("user.home-info", "PHY ONL DEM"),
            ("user.home-info.postal", "PHY DEM"),
            ("user.home-info.postal.street", "PHY"),
            ("user.home-info.telecom", "PHY"),
            ("user.home-info.telecom.mobile.number", "PHY"),
            ("user.home-info.online", "ONL"),
            ("thirdparty.business-info.online.email", "ONL"),
            ("business.name", "DEM"),
            ("business.contact-info.postal.city", "DEM"),
            ("dynamic.clickstream", "COM NAV"),
            ("dynamic.clickstream.clientip", "COM DEM"),
            ("dynamic.clickstream.clientip.partialip", "DEM"),
            ("dynamic.clickstream.uri.stem", "NAV"),
            ("dynamic.clickstream.other.bytes", "NAV"),
            ("dynamic.http", "COM NAV"),
            ("dynamic.http.useragent", "COM"),
            ("dynamic.clientevents", "NAV INT"),
            ("dynamic.searchtext", "INT"),
            ("dynamic.interactionrecord", "INT"),
            ("dynamic.cookies", "variable"),
            ("dynamic.miscdata", "variable"),
            ("user.home", "unknown"),
        ] {
            assert_eq!(categories(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn leaves_are_the_members_of_a_set() {
        let schema = Schema::base();
        let set = "user.home-info.online".parse().unwrap();
        let leaves: Vec<&str> = schema.leaves(&set).map(DataRef::as_str).collect();
        assert_eq!(leaves, ["user.home-info.online.email", "user.home-info.online.uri"]);
        let leaf = "user.gender".parse().unwrap();
        assert_eq!(schema.leaves(&leaf).count(), 1);
        assert_eq!(schema.leaves(&"user.nothing".parse().unwrap()).count(), 0);
    }

    #[test]
    fn own_elements_make_the_sets_above_them() {
        let mut schema = Schema::base().clone();
        let navigation = Categories::Fixed(Set::of(&[Category::Navigation]));
        let computer = Categories::Fixed(Set::of(&[Category::Computer]));
        schema.insert("call.quality".parse().unwrap(), navigation);
        schema.insert("call.statistics".parse().unwrap(), computer);
        let call: DataRef = "call".parse().unwrap();
        assert_eq!(schema.leaves(&call).count(), 2);
        assert!(schema.contains(&call));
    }

    #[test]
    fn a_prefix_of_letters_is_not_a_set() {
        let a: DataRef = "user.home".parse().unwrap();
        assert!(!a.covers(&"user.home-info".parse().unwrap()));
        assert!(a.covers(&"user.home.x".parse().unwrap()));
    }

    #[test]
    fn bad_names_are_refused() {
        for bad in ["", ".", "a.", ".a", "a b", "1a", "a.ü", &"a".repeat(300)] {
            assert!(bad.parse::<DataRef>().is_err(), "{bad}");
        }
    }
}

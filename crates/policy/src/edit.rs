//! Changes of a policy file that leave everything else as its author wrote it: comments, order, alignment.
//!
//! Owns: setting, removing and adding things by their place. Leaves to others: whether the result is right (it is read and
//! checked like any file), undo (a list of texts), storing it.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::model::Policy;
use crate::source::format::POLICY_FILE;
use crate::source::shape::{Key, Kind, Shape};
use crate::vocab::{Choice, Purpose, Recipient, Vocabulary};

/// One change of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets what stands at a place, and makes the place if it is not there: `statement.cookies.title.de`.
    Set(String, New),
    /// Removes what stands at a place: a key, an element of a list, a whole statement.
    Remove(String),
    /// Adds an empty element with this name to a list of tables: `statement`, `newsletter`.
    Add(String, String),
}

/// A new value.
#[derive(Clone, Debug, PartialEq)]
pub enum New {
    /// A string.
    Str(String),
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A date, as `2026-12-01`.
    Date(jiff::civil::Date),
    /// A list of strings.
    List(Vec<String>),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The file is not TOML; only its text can be edited until it is.
    #[error("the file has a syntax error: mend it in the source first")]
    Syntax,
    /// There is no such place.
    #[error("there is no place `{0}` in a policy file")]
    NoPlace(String),
    /// An element of this name is there already.
    #[error("`{0}` is there already: choose another name")]
    Exists(String),
}

/// The text of a file after a change.
///
/// ```
/// use abide_policy::edit::{Edit, New, edit};
/// let source = "# ours\n[policy]\naccess = \"none\" # really?\n";
/// let change = Edit::Set("policy.access".to_owned(), New::Str("all".to_owned()));
/// assert_eq!(edit(source, &change).unwrap(), "# ours\n[policy]\naccess = \"all\" # really?\n");
/// ```
///
/// # Errors
/// The file is not TOML, the place does not exist in policy files, or a name is taken.
pub fn edit(source: &str, change: &Edit) -> Result<String, EditError> {
    let mut document: DocumentMut = source.parse().map_err(|_| EditError::Syntax)?;
    let root = document.as_table_mut();
    match change {
        Edit::Set(place, new) => {
            let at = split(place)?;
            set(root, &POLICY_FILE, &at, new).ok_or_else(|| EditError::NoPlace(place.clone()))?;
        }
        Edit::Remove(place) => {
            let at = split(place)?;
            remove(root, &POLICY_FILE, &at).ok_or_else(|| EditError::NoPlace(place.clone()))?;
        }
        Edit::Add(list, name) => add(root, list, name)?,
    }
    Ok(document.to_string())
}

/// The changes that give a use another choice wherever a policy has that use: how a verdict's remedy becomes a policy.
#[must_use]
pub fn choose(policy: &Policy, of: Use, choice: Choice) -> Vec<Edit> {
    let has = |s: &&crate::model::Statement| match of {
        Use::Purpose(p) => s.purposes.contains_key(&p),
        Use::Recipient(r) => s.recipients.contains_key(&r),
    };
    let (list, word) = match of {
        Use::Purpose(p) => ("purposes", p.word()),
        Use::Recipient(r) => ("recipients", r.word()),
    };
    let set = |s: &crate::model::Statement| {
        Edit::Set(format!("statement.{}.{list}.{word}", s.id), New::Str(choice.word().to_owned()))
    };
    policy.statements.iter().filter(has).map(set).collect()
}

/// A use that can carry a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A purpose.
    Purpose(Purpose),
    /// A recipient.
    Recipient(Recipient),
}

fn split(place: &str) -> Result<Vec<&str>, EditError> {
    let at: Vec<&str> = place.split('.').collect();
    if at.iter().any(|p| p.is_empty()) { Err(EditError::NoPlace(place.to_owned())) } else { Ok(at) }
}

fn value_of(new: &New) -> Value {
    match new {
        New::Str(text) => text.as_str().into(),
        New::Bool(flag) => (*flag).into(),
        New::Integer(number) => (*number).into(),
        New::Date(date) => {
            date.to_string().parse::<toml_edit::Datetime>().map_or_else(|_| "".into(), Value::from)
        }
        New::List(items) => Value::Array(items.iter().map(String::as_str).collect::<Array>()),
    }
}

/// Replaces a value, keeping the white space and comments around it.
fn replace(slot: &mut Item, new: &New) {
    let decor = slot.as_value().map(|v| v.decor().clone());
    let mut value = value_of(new);
    if let Some(decor) = decor {
        *value.decor_mut() = decor;
    }
    *slot = Item::Value(value);
}

fn set(table: &mut dyn TableLike, shape: &'static Shape, at: &[&str], new: &New) -> Option<()> {
    let (key, rest) = at.split_first()?;
    let field = shape.field(key)?;
    set_kind(table, key, &field.kind, rest, new)
}

fn set_kind(
    table: &mut dyn TableLike,
    key: &str,
    kind: &'static Kind,
    rest: &[&str],
    new: &New,
) -> Option<()> {
    match kind {
        Kind::Table(inner) => {
            let slot = slot(table, key, matches!(inner.name.as_bytes(), [b'`', b'[', ..]));
            set(slot.as_table_like_mut()?, inner, rest, new)
        }
        Kind::Map(words, item) => {
            let (word, deeper) = rest.split_first()?;
            (words.all)().contains(word).then_some(())?;
            let map = slot(table, key, false).as_table_like_mut()?;
            set_kind(map, word, item, deeper, new)
        }
        Kind::Text if !rest.is_empty() => {
            let [lang] = rest else { return None };
            set_text(table, key, lang, new)
        }
        Kind::List(item, name) if !rest.is_empty() => {
            set_in_list(table, key, item, *name, rest, new)
        }
        Kind::Either(short, long) => match table.get_mut(key) {
            // A long form keeps its other keys: the short form's value is its first required key.
            Some(found) if found.is_table_like() && rest.is_empty() => {
                let first = match long {
                    Kind::Table(shape) => shape.fields.iter().find(|f| f.required)?.key,
                    _ => return None,
                };
                set_leaf(found.as_table_like_mut()?, first, new)
            }
            Some(found) if !found.is_table_like() && !rest.is_empty() => {
                widen(found, long)?;
                set_kind(table, key, long, rest, new)
            }
            _ if rest.is_empty() => set_kind(table, key, short, rest, new),
            _ => set_kind(table, key, long, rest, new),
        },
        _ if rest.is_empty() => set_leaf(table, key, new),
        _ => None,
    }
}

/// Makes a long form of a short one: its value becomes the first required key.
fn widen(item: &mut Item, long: &'static Kind) -> Option<()> {
    let Kind::Table(shape) = long else { return None };
    let first = shape.fields.iter().find(|f| f.required)?.key;
    let value = item.as_value()?.clone();
    let decor = value.decor().clone();
    let mut inner = InlineTable::new();
    inner.insert(first, value.decorated(" ", ""));
    let mut table = Value::InlineTable(inner);
    *table.decor_mut() = decor;
    *item = Item::Value(table);
    Some(())
}

fn set_text(table: &mut dyn TableLike, key: &str, lang: &str, new: &New) -> Option<()> {
    crate::vocab::Lang::from_word(lang)?;
    let slot = slot(table, key, false);
    if slot.as_str().is_some() {
        // One string stands for one language: the first change of another makes a table of it.
        replace(slot, new);
        return Some(());
    }
    set_leaf(slot.as_table_like_mut()?, lang, new)
}

fn set_leaf(table: &mut dyn TableLike, key: &str, new: &New) -> Option<()> {
    if let Some(found) = table.get_mut(key) {
        replace(found, new);
        return Some(());
    }
    let width = table.iter().map(|(k, _)| k.len()).max().unwrap_or_default();
    let aligned = table.iter().count() > 1 && width > key.len();
    table.insert(key, Item::Value(value_of(new)));
    let mut added = table.key_mut(key)?;
    if aligned {
        added.leaf_decor_mut().set_suffix(" ".repeat(width - key.len() + 1));
    }
    Some(())
}

/// The item under a key; an empty table of the fitting form is made if there is none.
fn slot<'a>(table: &'a mut dyn TableLike, key: &str, block: bool) -> &'a mut Item {
    let empty = || {
        if block {
            Item::Table(Table::new())
        } else {
            Item::Value(Value::InlineTable(InlineTable::new()))
        }
    };
    table.entry(key).or_insert_with(empty)
}

fn set_in_list(
    table: &mut dyn TableLike,
    key: &str,
    item: &'static Kind,
    name: Key,
    rest: &[&str],
    new: &New,
) -> Option<()> {
    let list = table.get_mut(key)?;
    let (index, used) = find(list, name, rest)?;
    let deeper = rest.get(used..)?;
    if let (Some(tables), Kind::Table(shape)) = (list.as_array_of_tables_mut(), item) {
        return set(tables.get_mut(index)?, shape, deeper, new);
    }
    let value = list.as_array_mut()?.get_mut(index)?;
    if deeper.is_empty() {
        let decor = value.decor().clone();
        *value = value_of(new);
        *value.decor_mut() = decor;
        return Some(());
    }
    let (Kind::Either(_, Kind::Table(shape)) | Kind::Table(shape)) = item else {
        // An element that is a text: the rest is its language.
        let [lang] = deeper else { return None };
        return set_leaf(value.as_inline_table_mut()?, lang, new);
    };
    if value.as_inline_table().is_none() {
        let mut inner = InlineTable::new();
        let Key::Name(field) = name else { return None };
        inner.insert(field, value.clone().decorated(" ", ""));
        let decor = value.decor().clone();
        *value = Value::InlineTable(inner);
        *value.decor_mut() = decor;
    }
    set(value.as_inline_table_mut()?, shape, deeper, new)
}

/// The element of a list that a place names, and how many words of the place its name takes (names may hold dots).
fn find(list: &Item, key: Key, rest: &[&str]) -> Option<(usize, usize)> {
    let names: Vec<Option<&str>> = match (list.as_array_of_tables(), list.as_array()) {
        (Some(tables), _) => tables.iter().map(|t| field_of(t, key)).collect(),
        (_, Some(array)) => array
            .iter()
            .map(|v| match (v.as_inline_table(), key) {
                (Some(t), _) => field_of(t, key),
                (None, Key::Name(_)) => v.as_str(),
                _ => None,
            })
            .collect(),
        _ => return None,
    };
    for used in (1..=rest.len()).rev() {
        let wanted = rest.get(..used)?.join(".");
        if let Some(index) = names.iter().position(|n| *n == Some(wanted.as_str())) {
            return Some((index, used));
        }
    }
    let index = rest.first()?.parse().ok().filter(|i| *i < names.len())?;
    matches!(key, Key::Number).then_some((index, 1))
}

fn field_of(table: &dyn TableLike, key: Key) -> Option<&str> {
    match key {
        Key::Unique(field) | Key::Name(field) => table.get(field)?.as_str(),
        Key::Number => None,
    }
}

fn remove(table: &mut dyn TableLike, shape: &'static Shape, at: &[&str]) -> Option<()> {
    let (key, rest) = at.split_first()?;
    let field = shape.field(key)?;
    remove_kind(table, key, &field.kind, rest)
}

fn remove_kind(
    table: &mut dyn TableLike,
    key: &str,
    kind: &'static Kind,
    rest: &[&str],
) -> Option<()> {
    if rest.is_empty() {
        return table.remove(key).map(drop);
    }
    match kind {
        Kind::Table(shape) | Kind::Either(_, Kind::Table(shape)) => {
            remove(table.get_mut(key)?.as_table_like_mut()?, shape, rest)
        }
        Kind::Map(_, item) => {
            let (word, deeper) = rest.split_first()?;
            remove_kind(table.get_mut(key)?.as_table_like_mut()?, word, item, deeper)
        }
        Kind::Text | Kind::Elements => {
            table.get_mut(key)?.as_table_like_mut()?.remove(&rest.join(".")).map(drop)
        }
        Kind::List(item, name) => {
            let list = table.get_mut(key)?;
            let (index, used) = find(list, *name, rest)?;
            let deeper = rest.get(used..)?;
            if deeper.is_empty() {
                return remove_element(list, index);
            }
            let (Kind::Table(shape) | Kind::Either(_, Kind::Table(shape))) = item else {
                return None;
            };
            if let Some(tables) = list.as_array_of_tables_mut() {
                return remove(tables.get_mut(index)?, shape, deeper);
            }
            remove(list.as_array_mut()?.get_mut(index)?.as_inline_table_mut()?, shape, deeper)
        }
        _ => None,
    }
}

fn remove_element(list: &mut Item, index: usize) -> Option<()> {
    if let Some(tables) = list.as_array_of_tables_mut() {
        tables.remove(index);
    } else {
        list.as_array_mut()?.remove(index);
    }
    Some(())
}

fn add(root: &mut Table, list: &str, name: &str) -> Result<(), EditError> {
    let no_place = || EditError::NoPlace(list.to_owned());
    let field = POLICY_FILE.field(list).ok_or_else(no_place)?;
    let Kind::List(Kind::Table(_), key) = &field.kind else { return Err(no_place()) };
    let item =
        root.entry(list).or_insert_with(|| Item::ArrayOfTables(toml_edit::ArrayOfTables::new()));
    let tables = item.as_array_of_tables_mut().ok_or_else(no_place)?;
    let mut table = Table::new();
    if let Key::Unique(id) | Key::Name(id) = key {
        if tables.iter().any(|t| t.get(id).and_then(Item::as_str) == Some(name)) {
            return Err(EditError::Exists(name.to_owned()));
        }
        table.insert(id, Item::Value(name.into()));
    }
    tables.push(table);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read_policy;

    const SMALL: &str = crate::decide::doc::EXAMPLE;

    fn set(place: &str, value: &str) -> Edit {
        Edit::Set(place.to_owned(), New::Str(value.to_owned()))
    }

    /// The lines that a change touches: removed, added.
    fn touched(change: &Edit) -> (Vec<String>, Vec<String>) {
        let after = edit(SMALL, change).unwrap();
        let (mut removed, mut added) = (Vec::new(), Vec::new());
        for line in crate::diff::lines(SMALL, &after) {
            match line {
                crate::diff::Line::Removed(l) => removed.push(l.to_owned()),
                crate::diff::Line::Added(l) => added.push(l.to_owned()),
                crate::diff::Line::Same(_) => {}
            }
        }
        (removed, added)
    }

    #[test]
    fn a_change_touches_its_line_only() {
        for (change, removed, added) in [
            (
                set("policy.access", "all"),
                r#"access       = "contact-and-other""#,
                r#"access       = "all""#,
            ),
            (
                set("statement.orders.purposes.contact", "opt-out"),
                r#"purposes   = { current = "always", contact = { choice = "opt-in", basis = "consent" } }"#,
                r#"purposes   = { current = "always", contact = { choice = "opt-out", basis = "consent" } }"#,
            ),
            (
                set("statement.orders.purposes.current.basis", "contract"),
                r#"purposes   = { current = "always", contact = { choice = "opt-in", basis = "consent" } }"#,
                r#"purposes   = { current = { choice = "always", basis = "contract" }, contact = { choice = "opt-in", basis = "consent" } }"#,
            ),
            (
                set("statement.orders.retention.period", "30 days"),
                r#"retention  = { kind = "stated-purpose", period = "6 months" }"#,
                r#"retention  = { kind = "stated-purpose", period = "30 days" }"#,
            ),
            (
                Edit::Remove("statement.orders.data.user.gender".to_owned()),
                r#"data       = ["user.home-info.postal", "user.gender"]"#,
                r#"data       = ["user.home-info.postal"]"#,
            ),
            (set("entity.phone", "+49 30 1"), "", r#"phone = "+49 30 1""#),
            (set("entity.city", "Berlin"), "", r#"city  = "Berlin""#),
            (
                Edit::Set(
                    "statement.orders.subjects".to_owned(),
                    New::List(vec!["visitor".to_owned()]),
                ),
                r#"subjects   = ["visitor", "customer"]"#,
                r#"subjects   = ["visitor"]"#,
            ),
        ] {
            let (gone, came) = touched(&change);
            assert_eq!(gone.join("\n"), removed, "{change:?}");
            assert_eq!(came.join("\n"), added, "{change:?}");
        }
    }

    #[test]
    fn comments_stay() {
        let source = "[policy] # a\n# b\naccess = \"all\" # c\n\n# d\n[entity]\nname = \"x\"\n";
        let after = edit(source, &set("policy.access", "none")).unwrap();
        assert_eq!(after, source.replace("all", "none"));
        let after = edit(source, &set("policy.name", "site")).unwrap();
        assert!(
            after.contains("# a")
                && after.contains("# b")
                && after.contains("# c")
                && after.contains("# d")
        );
    }

    #[test]
    fn places_that_no_policy_file_has_are_refused() {
        for place in [
            "",
            ".",
            "x",
            "policy.x",
            "policy",
            "statement.none.title",
            "statement.orders.purposes.fun",
            "policy.access.more",
        ] {
            assert!(matches!(edit(SMALL, &set(place, "x")), Err(EditError::NoPlace(_))), "{place}");
        }
        assert_eq!(edit("= x", &set("policy.access", "x")), Err(EditError::Syntax));
    }

    #[test]
    fn statements_can_be_added_filled_and_removed() {
        let added = edit(SMALL, &Edit::Add("statement".to_owned(), "logs".to_owned())).unwrap();
        assert!(added.ends_with("\n[[statement]]\nid = \"logs\"\n"), "{added}");
        let again = edit(&added, &Edit::Add("statement".to_owned(), "logs".to_owned()));
        assert_eq!(again, Err(EditError::Exists("logs".to_owned())));
        let filled = edit(&added, &set("statement.logs.title.en", "Logs")).unwrap();
        let filled = edit(&filled, &set("statement.logs.purposes.admin", "always")).unwrap();
        assert!(
            filled.contains("title = { en = \"Logs\" }")
                && filled.contains("purposes = { admin = \"always\" }"),
            "{filled}"
        );
        assert_eq!(edit(&added, &Edit::Remove("statement.logs".to_owned())).unwrap(), SMALL);
    }

    #[test]
    fn a_choice_is_set_wherever_the_use_is() {
        let policy = read_policy(SMALL).value.unwrap();
        let edits = choose(&policy, Use::Purpose(Purpose::Contact), Choice::OptOut);
        assert_eq!(edits, [set("statement.orders.purposes.contact", "opt-out")]);
        assert_eq!(choose(&policy, Use::Recipient(Recipient::Public), Choice::OptIn), []);
    }
}

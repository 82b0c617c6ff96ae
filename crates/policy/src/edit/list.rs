//! Lists in a file: finding an element by its name, adding one, taking one out, with the comments between them kept.

use toml_edit::{Array, ArrayOfTables, Item, Table, TableLike, Value};

use super::EditError;
use crate::source::shape::{Key, Kind, Shape};

/// The element of a list that a place names, and how many words of the place its name takes (names may hold dots).
pub(super) fn find(list: &Item, key: Key, rest: &[&str]) -> Option<(usize, usize)> {
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
    // An element that should have a name and has none is called by its number, too.
    let index: usize = rest.first()?.parse().ok()?;
    names.get(index).is_some_and(Option::is_none).then_some((index, 1))
}

fn field_of(table: &dyn TableLike, key: Key) -> Option<&str> {
    match key {
        Key::Unique(field) | Key::Name(field) => table.get(field)?.as_str(),
        Key::Number => None,
    }
}

/// Adds an empty element with a name to a list of tables of the whole file.
pub(super) fn add(
    root: &mut Table,
    shape: &'static Shape,
    list: &str,
    name: &str,
) -> Result<(), EditError> {
    let no_place = || EditError::NoPlace(list.to_owned());
    let field = shape.field(list).ok_or_else(no_place)?;
    let Kind::List(Kind::Table(_), key) = &field.kind else { return Err(no_place()) };
    let item = root.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let mut table = Table::new();
    if let Key::Unique(id) | Key::Name(id) = key {
        if find(item, Key::Unique(id), &name.split('.').collect::<Vec<_>>()).is_some() {
            return Err(EditError::Exists(name.to_owned()));
        }
        table.insert(id, Item::Value(name.into()));
    }
    match (item.as_array_of_tables_mut(), table) {
        (Some(tables), table) => tables.push(table),
        (None, table) => {
            let array = item.as_array_mut().ok_or_else(no_place)?;
            push(array, Value::InlineTable(table.into_inline_table()));
        }
    }
    Ok(())
}

/// Adds a value at the end of an array, in the manner of the element before it: on its own line if that has one.
pub(super) fn push(array: &mut Array, value: Value) {
    let before = array.iter().last().map(|v| decor(v.decor().prefix()));
    let Some(indent) = before.as_deref().and_then(|b| b.rfind('\n').and_then(|at| b.get(at..)))
    else {
        array.push(value);
        return;
    };
    let value = value.decorated(indent, "");
    if array.trailing_comma() {
        // A comment beside the element before now stands before the new one.
        let trailing = decor(Some(array.trailing()));
        let (beside, end) = beside(&trailing);
        let prefix = format!("{beside}{indent}");
        let end = end.to_owned();
        array.push_formatted(value.decorated(prefix, ""));
        array.set_trailing(end);
    } else {
        let end = array.iter_mut().last().map(|last| {
            let end = decor(last.decor().suffix());
            last.decor_mut().set_suffix("");
            end
        });
        let mut value = value;
        value.decor_mut().set_suffix(end.unwrap_or_default());
        array.push_formatted(value);
    }
}

/// Takes an element out of a list.
pub(super) fn take(list: &mut Item, index: usize) -> Option<()> {
    if let Some(tables) = list.as_array_of_tables_mut() {
        tables.remove(index);
        return Some(());
    }
    let array = list.as_array_mut()?;
    let gone = array.remove(index);
    let own = decor(gone.decor().prefix());
    let (kept, below) = beside(&own);
    if array.get(index).is_some() {
        let next = array.get_mut(index)?;
        let theirs = decor(next.decor().prefix());
        let prefix = match (index, beside(&theirs)) {
            // What follows the last comma stays beside its element; what follows the removed element goes with it.
            _ if own.contains('\n') || theirs.contains('\n') => {
                format!("{kept}{}", if theirs.contains('\n') { beside(&theirs).1 } else { below })
            }
            (0, _) => own,
            _ => theirs,
        };
        next.decor_mut().set_prefix(prefix);
    } else if array.trailing_comma() {
        let trailing = decor(Some(array.trailing()));
        array.set_trailing(format!("{kept}{}", beside(&trailing).1));
    } else if let Some(last) = array.iter_mut().last() {
        last.decor_mut().set_suffix(decor(gone.decor().suffix()));
    }
    if array.is_empty() && !decor(Some(array.trailing())).contains('#') {
        array.set_trailing("");
        array.set_trailing_comma(false);
    }
    Some(())
}

/// White space and comments before a thing, split where its first line ends: a comment there belongs to what is before.
fn beside(decor: &str) -> (&str, &str) {
    let at = decor.find('\n').unwrap_or(0);
    let (head, tail) = decor.split_at(at);
    if head.contains('#') { (head, tail) } else { ("", tail) }
}

fn decor(raw: Option<&toml_edit::RawString>) -> String {
    raw.and_then(toml_edit::RawString::as_str).unwrap_or_default().to_owned()
}

//! A map as a map file. Whoever reads the file again gets the same map.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::map::{ColumnMap, Edge, KnownBy, Place, StoreMap, TableMap, When};
use crate::model::Acknowledged;
use crate::vocab::{Erasure, Vocabulary};

/// The map file that says this.
///
/// ```
/// # use abide_policy::source::{read_map, write_map};
/// let file = "[store]\nid = \"centre\"\nkind = \"sqlite\"\nplace = \"centre.db\"\npolicy = \"service\"\n";
/// let map = read_map(file).value.unwrap();
/// assert_eq!(write_map(&map), file);
/// ```
#[must_use]
pub fn write_map(map: &StoreMap) -> String {
    let mut file = DocumentMut::new();
    file.insert("store", Item::Table(store(map)));
    tables(&mut file, "table", map.tables.iter().map(table));
    tables(&mut file, "acknowledge", map.acknowledged.iter().map(acknowledge));
    file.to_string()
}

/// Puts a list of tables under a key, unless it is empty.
fn tables(parent: &mut Table, key: &str, items: impl Iterator<Item = Table>) {
    let list: ArrayOfTables = items.collect();
    if !list.is_empty() {
        parent.insert(key, Item::ArrayOfTables(list));
    }
}

fn say(t: &mut Table, key: &str, text: impl ToString) {
    t.insert(key, value(text.to_string()));
}

fn may_say(t: &mut Table, key: &str, text: Option<&impl ToString>) {
    if let Some(text) = text {
        say(t, key, text.to_string());
    }
}

/// A list on one line if it has one item, else an item a line.
fn list(t: &mut Table, key: &str, items: impl Iterator<Item = Value>) {
    let mut list: Array = items.collect();
    if list.is_empty() {
        return;
    }
    if list.iter().any(Value::is_inline_table) && list.len() > 1 {
        list.iter_mut().for_each(|v| v.decor_mut().set_prefix("\n    "));
        list.set_trailing("\n");
        list.set_trailing_comma(true);
    }
    t.insert(key, value(list));
}

fn names(t: &mut Table, key: &str, names: &[String]) {
    list(t, key, names.iter().map(Value::from));
}

fn store(map: &StoreMap) -> Table {
    let mut t = Table::new();
    say(&mut t, "id", &map.id);
    say(&mut t, "kind", map.kind);
    match &map.place {
        Place::Here(place) => say(&mut t, "place", place),
        Place::Environment(variable) => say(&mut t, "place-from", variable),
    }
    say(&mut t, "policy", &map.policy);
    may_say(&mut t, "region", map.region.as_ref());
    may_say(&mut t, "backups", map.backups.as_ref());
    if map.read_only {
        t.insert("read-only", value(true));
    }
    may_say(&mut t, "by-hand", map.by_hand.as_ref());
    t
}

fn table(table: &TableMap) -> Table {
    let mut t = Table::new();
    say(&mut t, "name", &table.name);
    may_say(&mut t, "person", table.person.as_ref());
    may_say(&mut t, "statement", table.statement.as_ref());
    may_say(&mut t, "since", table.since.as_ref());
    may_say(&mut t, "period-from", table.period_from.as_ref());
    may_say(&mut t, "duration", table.duration.as_ref());
    if table.erase != Erasure::Delete {
        say(&mut t, "erase", table.erase);
    }
    may_say(&mut t, "keep", table.keep.as_ref());
    list(&mut t, "known-by", table.known_by.iter().map(known_by));
    tables(&mut t, "edge", table.edges.iter().map(edge));
    tables(&mut t, "column", table.columns.iter().map(column));
    t
}

fn inline<const N: usize>(entries: [(&str, Option<&str>); N]) -> Value {
    let entries = entries.into_iter().filter_map(|(key, text)| Some((key, text?)));
    Value::InlineTable(entries.collect::<InlineTable>())
}

fn known_by(known: &KnownBy) -> Value {
    let mut value = inline([
        ("fact", Some(known.fact.word())),
        ("column", Some(&known.column)),
        ("country", known.country.as_ref().map(crate::text::Country::code)),
    ]);
    if let Some(table) = value.as_inline_table_mut().filter(|_| known.exact) {
        table.insert("exact", true.into());
    }
    value
}

fn edge(edge: &Edge) -> Table {
    let mut t = Table::new();
    say(&mut t, "kind", edge.kind);
    names(&mut t, "columns", &edge.columns);
    say(&mut t, "of", &edge.of);
    names(&mut t, "of-columns", &edge.of_columns);
    may_say(&mut t, "of-store", edge.of_store.as_ref());
    list(&mut t, "when", edge.when.iter().map(when));
    match edge.caller.as_deref() {
        // An empty list says something too.
        Some([]) => drop(t.insert("caller", value(Array::new()))),
        caller => list(&mut t, "caller", caller.into_iter().flatten().map(when)),
    }
    names(&mut t, "about", &edge.about);
    names(&mut t, "hide", &edge.hide);
    may_say(&mut t, "erase", edge.erase.as_ref());
    t
}

fn when(when: &When) -> Value {
    inline([("column", Some(&when.column)), ("is", Some(&when.is))])
}

fn column(column: &ColumnMap) -> Table {
    let mut t = Table::new();
    say(&mut t, "name", &column.name);
    may_say(&mut t, "data", column.data.as_ref());
    may_say(&mut t, "statement", column.statement.as_ref());
    if column.provided {
        t.insert("provided", value(true));
    }
    may_say(&mut t, "erase", column.erase.as_ref());
    t
}

fn acknowledge(a: &Acknowledged) -> Table {
    let mut t = Table::new();
    say(&mut t, "code", &a.code);
    if !a.at.is_empty() {
        say(&mut t, "at", &a.at);
    }
    say(&mut t, "reason", &a.reason);
    t
}

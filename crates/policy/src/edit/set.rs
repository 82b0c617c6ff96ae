//! Setting what stands at a place, or adding to the list there.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value};

use super::New;
use super::list::{find, push};
use crate::source::shape::{Key, Kind, Shape};
use crate::vocab::{Lang, Vocabulary};

/// A new value on its way to its place.
pub(super) struct Setting<'n> {
    /// The value.
    pub(super) new: &'n New,
    /// Whether it is added to the list at the place, rather than put there.
    pub(super) append: bool,
    /// The language of texts that are plain strings.
    pub(super) main: Option<Lang>,
}

impl Setting<'_> {
    /// Below a table of this shape.
    pub(super) fn table(
        &self,
        table: &mut dyn Tabular,
        shape: &'static Shape,
        at: &[&str],
    ) -> Option<()> {
        let (key, rest) = at.split_first()?;
        let field = shape.field(key)?;
        self.kind(table, key, &field.kind, rest)
    }

    fn kind(
        &self,
        table: &mut dyn Tabular,
        key: &str,
        kind: &'static Kind,
        rest: &[&str],
    ) -> Option<()> {
        match kind {
            Kind::Table(inner) => {
                let block = matches!(inner.name.as_bytes(), [b'`', b'[', ..]);
                self.table(tabular(slot(table, key, block))?, inner, rest)
            }
            Kind::Map(words, item) => {
                let (word, deeper) = rest.split_first()?;
                (words.all)().contains(word).then_some(())?;
                self.kind(tabular(slot(table, key, false))?, word, item, deeper)
            }
            Kind::Elements if !rest.is_empty() => {
                self.leaf(tabular(slot(table, key, false))?, &rest.join("."))
            }
            Kind::Text if !rest.is_empty() => {
                let [lang] = rest else { return None };
                self.language(slot(table, key, false), lang)
            }
            Kind::List(item, name) if !rest.is_empty() => {
                self.in_list(table.get_mut(key)?, item, *name, rest)
            }
            Kind::List(item, _) if self.append => self.appended(table, key, item),
            Kind::Either(short, long) => self.either(table, key, short, long, rest),
            _ if rest.is_empty() && !self.append => self.leaf(table, key),
            _ => None,
        }
    }

    fn either(
        &self,
        table: &mut dyn Tabular,
        key: &str,
        short: &'static Kind,
        long: &'static Kind,
        rest: &[&str],
    ) -> Option<()> {
        match table.get_mut(key) {
            // A long form keeps its other keys: the short form's value is its first required key.
            Some(found) if found.is_table_like() && rest.is_empty() => {
                self.leaf(tabular(found)?, first_required(long)?)
            }
            Some(found) if !found.is_table_like() && !rest.is_empty() => {
                widen(found.as_value_mut()?, first_required(long)?);
                self.kind(table, key, long, rest)
            }
            _ if rest.is_empty() => self.kind(table, key, short, rest),
            _ => self.kind(table, key, long, rest),
        }
    }

    /// One language of a text.
    fn language(&self, slot: &mut Item, lang: &str) -> Option<()> {
        let lang = Lang::from_word(lang)?;
        if let Some(value) = slot.as_value_mut().filter(|v| v.is_str()) {
            if self.main.is_none_or(|main| main == lang) {
                self.replace(value);
                return Some(());
            }
            // One string stands for one language: another makes a table of it.
            widen(value, self.main?.word());
        }
        self.leaf(tabular(slot)?, lang.word())
    }

    fn in_list(
        &self,
        list: &mut Item,
        item: &'static Kind,
        name: Key,
        rest: &[&str],
    ) -> Option<()> {
        let (index, used) = find(list, name, rest)?;
        let deeper = rest.get(used..)?;
        if let Some(tables) = list.as_array_of_tables_mut() {
            let table = tables.get_mut(index)?;
            return match (item, deeper) {
                (Kind::Text, [lang]) => self.leaf(table, Lang::from_word(lang)?.word()),
                (Kind::Either(_, long), []) => self.leaf(table, first_required(long)?),
                (Kind::Table(shape) | Kind::Either(_, Kind::Table(shape)), [_, ..]) => {
                    self.table(table, shape, deeper)
                }
                _ => None,
            };
        }
        let value = list.as_array_mut()?.get_mut(index)?;
        match (item, deeper) {
            (Kind::Either(_, long), []) if value.is_inline_table() => {
                self.leaf(value.as_inline_table_mut()?, first_required(long)?)
            }
            (_, []) if !self.append => {
                self.replace(value);
                Some(())
            }
            (Kind::Text, [lang]) => {
                let lang = Lang::from_word(lang)?;
                if value.is_str() && self.main.is_none_or(|main| main == lang) {
                    self.replace(value);
                    return Some(());
                }
                if value.is_str() {
                    widen(value, self.main?.word());
                }
                self.leaf(value.as_inline_table_mut()?, lang.word())
            }
            (Kind::Either(_, Kind::Table(shape)) | Kind::Table(shape), [_, ..]) => {
                if !value.is_inline_table() {
                    widen(value, first_of(shape)?);
                }
                self.table(value.as_inline_table_mut()?, shape, deeper)
            }
            _ => None,
        }
    }

    /// Adds to the list under a key, in the form that the list has.
    fn appended(&self, table: &mut dyn Tabular, key: &str, item: &'static Kind) -> Option<()> {
        let empty = || Item::Value(Value::Array(Array::new()));
        let list = table.entry(key).or_insert_with(empty);
        if let Some(tables) = list.as_array_of_tables_mut() {
            return self.append_table(tables, item);
        }
        push(list.as_array_mut()?, self.value());
        Some(())
    }

    fn append_table(&self, tables: &mut ArrayOfTables, item: &'static Kind) -> Option<()> {
        let mut table = Table::new();
        match (item, self.new) {
            (Kind::Text, New::Texts(texts)) => {
                for (lang, text) in texts {
                    table.insert(lang.word(), Item::Value(text.as_str().into()));
                }
            }
            (Kind::Text, New::Str(_)) => {
                table.insert(self.main?.word(), Item::Value(self.value()));
            }
            (Kind::Either(_, long), New::Str(_)) => {
                table.insert(first_required(long)?, Item::Value(self.value()));
            }
            _ => return None,
        }
        tables.push(table);
        Some(())
    }

    fn leaf(&self, table: &mut dyn Tabular, key: &str) -> Option<()> {
        if self.append {
            return None;
        }
        if let Some(found) = table.get_mut(key) {
            match found.as_value_mut() {
                Some(value) => self.replace(value),
                None => *found = Item::Value(self.value()),
            }
            return Some(());
        }
        let width = table.iter().map(|(k, _)| k.len()).max().unwrap_or_default();
        let aligned = width > key.len() && is_aligned(table);
        let mut value = self.value();
        if table.is_inline() {
            // The space before the closing brace stays there.
            let last = table.iter_mut().last();
            if let Some(last) = last.and_then(|(_, item)| item.as_value_mut()) {
                let suffix = last.decor().suffix().cloned().filter(|s| s.as_str() != Some(""));
                if let Some(suffix) = suffix {
                    last.decor_mut().set_suffix("");
                    *value.decor_mut() = toml_edit::Decor::new(" ", suffix);
                }
            }
        }
        table.insert(key, Item::Value(value));
        let mut added = table.key_mut(key)?;
        if aligned {
            added.leaf_decor_mut().set_suffix(" ".repeat(width - key.len() + 1));
        }
        Some(())
    }

    /// Replaces a value, keeping the white space and comments around it.
    fn replace(&self, slot: &mut Value) {
        let decor = slot.decor().clone();
        *slot = self.value();
        *slot.decor_mut() = decor;
    }

    fn value(&self) -> Value {
        match self.new {
            New::Str(text) => text.as_str().into(),
            New::Bool(flag) => (*flag).into(),
            New::Integer(number) => (*number).into(),
            New::Date(date) => date
                .to_string()
                .parse::<toml_edit::Datetime>()
                .map_or_else(|_| "".into(), Value::from),
            New::List(items) => Value::Array(items.iter().map(String::as_str).collect::<Array>()),
            New::Texts(texts) => {
                let mut table = InlineTable::new();
                for (lang, text) in texts {
                    table.insert(lang.word(), text.as_str().into());
                }
                Value::InlineTable(table)
            }
        }
    }
}

/// A table in either form.
pub(super) trait Tabular: TableLike {
    /// Whether it stands in braces, in one line.
    fn is_inline(&self) -> bool;
}
impl Tabular for Table {
    fn is_inline(&self) -> bool {
        false
    }
}
impl Tabular for InlineTable {
    fn is_inline(&self) -> bool {
        true
    }
}

fn tabular(item: &mut Item) -> Option<&mut dyn Tabular> {
    match item {
        Item::Table(table) => Some(table),
        Item::Value(Value::InlineTable(table)) => Some(table),
        _ => None,
    }
}

/// Whether the author aligned the equals signs of a table.
fn is_aligned(table: &dyn Tabular) -> bool {
    table.iter().any(|(name, _)| {
        let suffix = table.key(name).and_then(|k| k.leaf_decor().suffix());
        suffix.and_then(toml_edit::RawString::as_str).is_some_and(|s| s.len() > 1)
    })
}

fn first_required(long: &'static Kind) -> Option<&'static str> {
    match long {
        Kind::Table(shape) => first_of(shape),
        _ => None,
    }
}

fn first_of(shape: &'static Shape) -> Option<&'static str> {
    shape.fields.iter().find(|f| f.required).map(|f| f.key)
}

/// Makes a table of a value: the value stands under this key.
fn widen(value: &mut Value, key: &str) {
    let decor = value.decor().clone();
    let mut inner = InlineTable::new();
    inner.insert(key, value.clone().decorated(" ", ""));
    *value = Value::InlineTable(inner);
    *value.decor_mut() = decor;
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

//! Removing what stands at a place.

use toml_edit::{Item, TableLike};

use super::is_hollow;
use super::list::{find, take};
use crate::source::shape::{Kind, Shape};
use crate::vocab::{Lang, Vocabulary};

/// A removal on its way to its place.
#[derive(Clone, Copy)]
pub(super) struct Removing {
    /// The language of texts that are plain strings.
    pub(super) main: Option<Lang>,
}

impl Removing {
    /// Below a table of this shape.
    pub(super) fn table(
        self,
        table: &mut dyn TableLike,
        shape: &'static Shape,
        at: &[&str],
    ) -> Option<()> {
        let (key, rest) = at.split_first()?;
        let field = shape.field(key)?;
        self.kind(table, key, &field.kind, rest)?;
        if !field.required && table.get(key).is_some_and(is_hollow) {
            drop_key(table, key);
        }
        Some(())
    }

    fn kind(
        self,
        table: &mut dyn TableLike,
        key: &str,
        kind: &'static Kind,
        rest: &[&str],
    ) -> Option<()> {
        if rest.is_empty() {
            return drop_key(table, key);
        }
        match kind {
            Kind::Table(shape) | Kind::Either(_, Kind::Table(shape)) => {
                self.table(table.get_mut(key)?.as_table_like_mut()?, shape, rest)
            }
            Kind::Map(_, item) => {
                let (word, deeper) = rest.split_first()?;
                self.kind(table.get_mut(key)?.as_table_like_mut()?, word, item, deeper)
            }
            Kind::Text if table.get(key).is_some_and(Item::is_str) => {
                self.is_main(rest).then(|| drop_key(table, key))?
            }
            Kind::Text | Kind::Elements => {
                drop_key(table.get_mut(key)?.as_table_like_mut()?, &rest.join("."))
            }
            Kind::List(item, name) => {
                let list = table.get_mut(key)?;
                let (index, used) = find(list, *name, rest)?;
                self.element(list, index, item, rest.get(used..)?)
            }
            _ => None,
        }
    }

    fn is_main(self, rest: &[&str]) -> bool {
        matches!(rest, [lang] if self.main.is_some_and(|m| m.word() == *lang))
    }

    fn element(
        self,
        list: &mut Item,
        index: usize,
        item: &'static Kind,
        deeper: &[&str],
    ) -> Option<()> {
        if deeper.is_empty() {
            return take(list, index);
        }
        let is_text = matches!(item, Kind::Text);
        if is_text && list.as_array().and_then(|a| a.get(index)).is_some_and(|v| v.is_str()) {
            return self.is_main(deeper).then(|| take(list, index))?;
        }
        let table: &mut dyn TableLike = if list.is_array_of_tables() {
            list.as_array_of_tables_mut()?.get_mut(index)?
        } else {
            list.as_array_mut()?.get_mut(index)?.as_inline_table_mut()?
        };
        match item {
            Kind::Table(shape) | Kind::Either(_, Kind::Table(shape)) => {
                self.table(table, shape, deeper)
            }
            Kind::Text => {
                drop_key(table, &deeper.join("."))?;
                // A text in no language says nothing.
                if table.is_empty() { take(list, index) } else { Some(()) }
            }
            _ => None,
        }
    }
}

/// Removes a key; in an inline table the space before the closing brace stays.
fn drop_key(table: &mut dyn TableLike, key: &str) -> Option<()> {
    let was_last = table.iter().last().is_some_and(|(k, _)| k == key);
    let gone = table.remove(key)?;
    let suffix = gone.as_value().and_then(|v| v.decor().suffix()).cloned();
    if let (true, Some(suffix)) = (was_last, suffix)
        && !suffix.as_str().is_some_and(|s| s.contains('#'))
        && let Some((_, last)) = table.iter_mut().last()
        && let Some(last) = last.as_value_mut()
        && last.decor().suffix().is_none_or(|s| s.as_str().is_some_and(str::is_empty))
    {
        last.decor_mut().set_suffix(suffix);
    }
    Some(())
}

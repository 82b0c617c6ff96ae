//! Reading what stands in a policy file as it was written, right or wrong, so that a form can show it.

use abide_policy::source::shape::{Key, Kind};
use abide_policy::vocab::{Lang, Vocabulary};
use toml_edit::{Item, TableLike, Value};

/// Something in a file.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    /// Under a key of a table.
    Item(&'a Item),
    /// An element of an array.
    Value(&'a Value),
    /// A table: the whole file, or an element of a list of tables.
    Table(&'a dyn TableLike),
}

impl<'a> At<'a> {
    /// It as a string.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Item(item) => item.as_str(),
            Self::Value(value) => value.as_str(),
            Self::Table(_) => None,
        }
    }

    /// It as a table, however written.
    pub(crate) fn as_table(self) -> Option<&'a dyn TableLike> {
        match self {
            Self::Item(item) => item.as_table_like(),
            Self::Value(value) => value.as_inline_table().map(|t| t as &dyn TableLike),
            Self::Table(table) => Some(table),
        }
    }

    fn as_value(self) -> Option<&'a Value> {
        match self {
            Self::Item(item) => item.as_value(),
            Self::Value(value) => Some(value),
            Self::Table(_) => None,
        }
    }

    /// It as a truth value.
    pub(crate) fn as_bool(self) -> Option<bool> {
        self.as_value()?.as_bool()
    }

    /// It as a number.
    pub(crate) fn as_integer(self) -> Option<i64> {
        self.as_value()?.as_integer()
    }

    /// It as a date, as written.
    pub(crate) fn as_date(self) -> Option<String> {
        let date = self.as_value()?.as_datetime()?;
        (date.date.is_some() && date.time.is_none()).then(|| date.to_string())
    }

    /// What stands under a key of it.
    pub(crate) fn get(self, key: &str) -> Option<Self> {
        self.as_table()?.get(key).map(Self::Item)
    }

    /// The elements of a list, in either form; nothing if it is none.
    pub(crate) fn elements(self) -> Vec<Self> {
        match self {
            Self::Item(Item::ArrayOfTables(tables)) => {
                tables.iter().map(|t| Self::Table(t)).collect()
            }
            _ => match self.as_value().and_then(Value::as_array) {
                Some(array) => array.iter().map(Self::Value).collect(),
                None => Vec::new(),
            },
        }
    }

    /// Whether it is a list, in either form.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Item(Item::ArrayOfTables(_)))
            || self.as_value().is_some_and(Value::is_array)
    }

    /// What places call an element of a list: by its key, by itself, or by its number.
    pub(crate) fn name(self, key: Key, index: usize) -> String {
        let name = match key {
            Key::Unique(field) | Key::Name(field) => self.get(field).and_then(Self::as_str),
            Key::Number => None,
        };
        let own = || if matches!(key, Key::Name(_)) { self.as_str() } else { None };
        name.or_else(own).map_or_else(|| index.to_string(), str::to_owned)
    }

    /// A text in one language; a plain string stands for the main one.
    pub(crate) fn text(self, lang: Lang, main: Option<Lang>) -> Option<&'a str> {
        match self.as_str() {
            Some(text) => (main.is_none() || main == Some(lang)).then_some(text),
            None => self.get(lang.word())?.as_str(),
        }
    }

    /// A text in any language, that of the page first.
    pub(crate) fn any_text(self, lang: Lang) -> Option<&'a str> {
        let table = || self.as_table()?.iter().find_map(|(_, item)| item.as_str());
        self.as_str().or_else(|| self.text(lang, None)).or_else(table)
    }

    /// Whether a form for this kind can show it.
    pub(crate) fn fits(self, kind: &Kind) -> bool {
        match kind {
            Kind::Str(_) | Kind::Word(_) => self.as_str().is_some(),
            Kind::Text => self.as_str().is_some() || self.as_table().is_some(),
            Kind::Bool => self.as_bool().is_some(),
            Kind::Integer(..) => self.as_integer().is_some(),
            Kind::Date => self.as_date().is_some(),
            Kind::List(..) => self.is_list(),
            Kind::Table(_) | Kind::Map(..) | Kind::Elements => self.as_table().is_some(),
            Kind::Either(short, long) => self.fits(short) || self.fits(long),
        }
    }
}

/// The policy's languages as the file has them, the main one first; words that are none are passed over.
pub(crate) fn languages(root: At<'_>) -> Vec<Lang> {
    let list = root.get("policy").and_then(|p| p.get("languages"));
    let words = list.map(At::elements).unwrap_or_default();
    words.into_iter().filter_map(|w| Lang::from_word(w.as_str()?)).collect()
}

//! Changes of a policy file or site file that leave everything else as its author wrote it: comments, order, alignment.
//!
//! Owns: setting, removing and adding things by their place, and which changes a renaming or a remedy needs. Leaves to
//! others: whether the result is right (it is read and checked like any file), undo (a list of texts), storing it.

mod list;
mod remove;
mod set;
#[cfg(test)]
mod tests;

use toml_edit::{DocumentMut, Item, Table};

use crate::model::{Policy, Statement};
use crate::source::format::{POLICY_FILE, SITE_FILE};
use crate::source::shape::Shape;
use crate::vocab::{Choice, Lang, Purpose, Recipient, Vocabulary};

/// One change of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets what stands at a place, and makes the place if it is not there: `statement.cookies.title.de`.
    Set(String, New),
    /// Removes what stands at a place: a key, an element of a list, a whole statement. What may be left out and is
    /// empty afterwards goes too.
    Remove(String),
    /// Adds an empty element with this name to a list of tables: `statement`, `newsletter`.
    Add(String, String),
    /// Adds a value at the end of the list at a place, and makes the list if it is not there:
    /// `statement.cookies.subjects`.
    Append(String, New),
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
    /// A text in several languages.
    Texts(Vec<(Lang, String)>),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The file is not TOML; only its text can be edited until it is.
    #[error("the file has a syntax error: mend it in the source first")]
    Syntax,
    /// There is no such place.
    #[error("there is no place `{0}` in this file")]
    NoPlace(String),
    /// An element of this name is there already.
    #[error("`{0}` is there already: choose another name")]
    Exists(String),
}

/// The text of a policy file after a change.
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
    edit_as(&POLICY_FILE, source, change)
}

/// The text of a site file after a change.
///
/// ```
/// use abide_policy::edit::{Edit, New, edit_site};
/// let source = "[[policy]]\nname = \"site\"\nfiles = [\"site-1.toml\"] # oldest first\n";
/// let change = Edit::Append("policy.site.files".to_owned(), New::Str("site-2.toml".to_owned()));
/// let after = edit_site(source, &change).unwrap();
/// assert!(after.ends_with("files = [\"site-1.toml\", \"site-2.toml\"] # oldest first\n"));
/// ```
///
/// # Errors
/// The file is not TOML, the place does not exist in site files, or a name is taken.
pub fn edit_site(source: &str, change: &Edit) -> Result<String, EditError> {
    edit_as(&SITE_FILE, source, change)
}

fn edit_as(shape: &'static Shape, source: &str, change: &Edit) -> Result<String, EditError> {
    let mut document: DocumentMut = source.parse().map_err(|_| EditError::Syntax)?;
    let root = document.as_table_mut();
    let main = main_language(root);
    let (place, changed) = match change {
        Edit::Set(place, new) => {
            let setting = set::Setting { new, append: false, main };
            (place, setting.table(root, shape, &split(place)?))
        }
        Edit::Append(place, new) => {
            let setting = set::Setting { new, append: true, main };
            (place, setting.table(root, shape, &split(place)?))
        }
        Edit::Remove(place) => {
            (place, remove::Removing { main }.table(root, shape, &split(place)?))
        }
        Edit::Add(list, name) => {
            list::add(root, shape, list, name)?;
            (list, Some(()))
        }
    };
    changed.ok_or_else(|| EditError::NoPlace(place.clone()))?;
    Ok(document.to_string())
}

/// The language in which a text stands that is a plain string: the first of the policy's.
fn main_language(root: &Table) -> Option<Lang> {
    let languages = root.get("policy")?.as_table_like()?.get("languages")?.as_array()?;
    Lang::from_word(languages.get(0)?.as_str()?)
}

fn split(place: &str) -> Result<Vec<&str>, EditError> {
    let at: Vec<&str> = place.split('.').collect();
    if at.iter().any(|p| p.is_empty()) { Err(EditError::NoPlace(place.to_owned())) } else { Ok(at) }
}

/// Whether nothing is left in something that may be left out; a table with its own header stays, with its comments.
fn is_hollow(item: &Item) -> bool {
    match item {
        Item::Value(toml_edit::Value::Array(array)) => array.is_empty(),
        Item::Value(toml_edit::Value::InlineTable(table)) => table.is_empty(),
        Item::Table(table) => table.is_dotted() && table.is_empty(),
        Item::ArrayOfTables(tables) => tables.is_empty(),
        _ => false,
    }
}

/// The changes that give a use at least this choice wherever a policy has that use with less: how a verdict's remedy
/// becomes a policy. A statement that lets people choose more stays as it is.
#[must_use]
pub fn choose(policy: &Policy, of: Use, choice: Choice) -> Vec<Edit> {
    let has = |s: &&Statement| match of {
        Use::Purpose(p) => s.purposes.get(&p).is_some_and(|u| u.choice < choice),
        Use::Recipient(r) => s.recipients.get(&r).is_some_and(|u| u.choice < choice),
    };
    let (list, word) = match of {
        Use::Purpose(p) => ("purposes", p.word()),
        Use::Recipient(r) => ("recipients", r.word()),
    };
    let set = |s: &Statement| {
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

/// The changes that give an element of a list another name, and what refers to it too.
///
/// `list` is `statement`, `region`, `data` or another list of named tables; for a list that nothing refers to, the
/// renaming alone is given.
#[must_use]
pub fn rename(policy: &Policy, list: &str, from: &str, to: &str) -> Vec<Edit> {
    let mut places: Vec<String> = Vec::new();
    match list {
        "statement" => {
            let cookies = policy.cookies.iter().filter(|c| c.statement.as_str() == from);
            places.extend(cookies.map(|c| format!("cookie.{}.statement", c.name)));
            for s in &policy.sub_processors {
                let at = |i: usize| format!("sub-processor.{}.statements.{i}", s.id);
                places.extend(s.statements.iter().position(|id| id.as_str() == from).map(at));
            }
        }
        "region" => {
            for s in &policy.statements {
                let at = |i: usize| format!("statement.{}.regions.{i}", s.id);
                places.extend(s.regions.iter().position(|id| id.as_str() == from).map(at));
            }
        }
        "data" => {
            let users = policy.statements.iter();
            let users = users.filter(|s| s.data.iter().any(|d| d.name.as_str() == from));
            places.extend(users.map(|s| format!("statement.{}.data.{from}", s.id)));
        }
        _ => {}
    }
    let key = match list {
        "data" => "ref",
        "cookie" => "name",
        _ => "id",
    };
    places.push(format!("{list}.{from}.{key}"));
    let mut edits: Vec<Edit> =
        places.into_iter().map(|place| Edit::Set(place, New::Str(to.to_owned()))).collect();
    edits.extend(renamed_acknowledgements(
        policy,
        &format!("{list}.{from}"),
        &format!("{list}.{to}"),
    ));
    edits
}

/// Acknowledged warnings name places: those at or below one that is renamed follow it.
fn renamed_acknowledgements(policy: &Policy, from: &str, to: &str) -> Vec<Edit> {
    let renamed = policy.acknowledged.iter().enumerate().filter_map(|(i, a)| {
        let rest = a.at.strip_prefix(from).filter(|r| r.is_empty() || r.starts_with('.'))?;
        Some(Edit::Set(format!("acknowledge.{i}.at"), New::Str(format!("{to}{rest}"))))
    });
    renamed.collect()
}

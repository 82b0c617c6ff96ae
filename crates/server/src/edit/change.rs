//! What a page asks to change in a text, and the text afterwards.
//!
//! Owns: the requests' form, and turning problems, remedies and names into changes of the file. Leaves to others: making
//! the changes so that comments and order stay (`abide_policy::edit`).

use abide_agents::{Change, Verdict, agent};
use abide_notice::{Locale, explain, say};
use abide_p3p::compact::Use as Used;
use abide_p3p::derive::{Scope, derive};
use abide_policy::diagnostic::Diagnostic;
use abide_policy::edit::{self, Edit, EditError, New, choose, rename};
use abide_policy::model::Policy;
use abide_policy::source::read_policy;
use abide_policy::vocab::{Category, Choice, Lang};
use serde::Deserialize;

use super::form::called;

/// One thing to change.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Asked {
    /// A value at a place; nothing removes it.
    Set {
        /// Where.
        place: String,
        /// What kind of value.
        #[serde(rename = "type")]
        kind: Kind,
        /// The value as the control has it.
        value: String,
    },
    /// What stands at a place goes.
    Remove {
        /// Where.
        place: String,
    },
    /// A word at the end of a list.
    Append {
        /// The list.
        place: String,
        /// The word.
        value: String,
    },
    /// A text in each language at the end of a list.
    AppendText {
        /// The list.
        place: String,
    },
    /// An element of a list of tables.
    Add {
        /// The list.
        list: String,
        /// Its name, where elements have names.
        name: String,
    },
    /// Another name, also wherever it is referred to.
    Rename {
        /// The list.
        list: String,
        /// The name.
        from: String,
        /// The new one.
        to: String,
    },
    /// A mistyped word becomes the one that was meant.
    Fix {
        /// Where.
        place: String,
        /// Which problem.
        code: String,
    },
    /// A warning stays, with a reason that the author writes next.
    Acknowledge {
        /// Where.
        place: String,
        /// Which problem.
        code: String,
    },
    /// What makes a user agent accept cookies.
    Remedy {
        /// Which user agent.
        agent: String,
        /// Which of its remedies, as its verdict counts them.
        index: usize,
        /// With choices alone.
        #[serde(default)]
        alternative: bool,
    },
}

/// What kind of value a control has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A string; an empty one removes it.
    Str,
    /// A string that must be there; an empty one stays, and the check asks for it.
    Line,
    /// A truth value: `true`; everything else removes it.
    Bool,
    /// A whole number.
    Integer,
    /// A date.
    Date,
}

/// A text after changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    /// The text.
    pub(crate) source: String,
    /// What was done, for the history.
    pub(crate) label: String,
    /// The section to show, if it is another now.
    pub(crate) section: Option<String>,
    /// The place to go to, if it is another now.
    pub(crate) focus: Option<String>,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unchanged {
    /// The file refuses.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A value has not the form it must have.
    #[error("`{0}` is not a value for this field")]
    Value(String),
    /// What is to be mended is not there any more.
    #[error("this is mended already")]
    Gone,
}

impl Unchanged {
    /// What the reader is told.
    pub(crate) fn say(&self, locale: &Locale) -> String {
        match self {
            Self::Edit(EditError::Syntax) => locale.say("editor-refused-syntax"),
            Self::Edit(EditError::NoPlace(place)) => {
                say!(locale, "editor-refused-place", place = place.as_str())
            }
            Self::Edit(EditError::Exists(name)) => {
                say!(locale, "editor-refused-exists", name = name.as_str())
            }
            Self::Value(value) => say!(locale, "editor-refused-value", value = value.as_str()),
            Self::Gone => locale.say("editor-refused-gone"),
        }
    }
}

/// Makes all changes, or none.
pub(crate) fn change(source: &str, asked: &[Asked], locale: &Locale) -> Result<Changed, Unchanged> {
    let mut changed =
        Changed { source: source.to_owned(), label: String::new(), section: None, focus: None };
    for one in asked {
        changed = one.apply(changed, locale)?;
    }
    Ok(changed)
}

impl Asked {
    fn apply(&self, before: Changed, locale: &Locale) -> Result<Changed, Unchanged> {
        let source = before.source.as_str();
        let (mut section, mut focus) = (before.section.clone(), before.focus.clone());
        let did = |id: &str, place: &str| say!(locale, id, what = called(locale, place));
        let label;
        let after = match self {
            Self::Set { place, kind, value } => {
                label = did("editor-did-set", place);
                set(source, place, *kind, value)?
            }
            Self::Remove { place } => {
                label = did("editor-did-remove", place);
                edit::edit(source, &Edit::Remove(place.clone()))?
            }
            Self::Append { place, value } => {
                label = did("editor-did-add", place);
                edit::edit(source, &Edit::Append(place.clone(), New::Str(value.trim().to_owned())))?
            }
            Self::AppendText { place } => {
                label = did("editor-did-add", place);
                append_text(source, place)?
            }
            Self::Add { list, name } => {
                label = did("editor-did-add", list);
                let name = name.trim();
                let after = edit::edit(source, &Edit::Add(list.clone(), name.to_owned()))?;
                let added = if name.is_empty() {
                    count(&after, list).saturating_sub(1).to_string()
                } else {
                    name.to_owned()
                };
                section = Some(format!("{list}.{added}"));
                focus.clone_from(&section);
                after
            }
            Self::Rename { list, from, to } => {
                label = did("editor-did-set", list);
                let to = to.trim();
                section = Some(format!("{list}.{to}"));
                all(source, &rename(&draft(source)?, list, from, to))?
            }
            Self::Fix { place, code } => {
                label = did("editor-did-fix", place);
                fix(source, place, code)?
            }
            Self::Acknowledge { place, code } => {
                label = say!(locale, "editor-did-acknowledge", code = code.as_str());
                let number = count(source, "acknowledge");
                let at = format!("acknowledge.{number}");
                section = Some(at.clone());
                focus = Some(format!("{at}.reason"));
                all(source, &acknowledge(&at, place, code))?
            }
            Self::Remedy { agent, index, alternative } => {
                let changes =
                    remedy(&draft(source)?, agent, *index, *alternative).ok_or(Unchanged::Gone)?;
                let words: Vec<String> =
                    changes.iter().map(|c| explain::change(locale, *c)).collect();
                label = say!(locale, "editor-did-remedy", what = words.join("; "));
                all(source, &changes_of(&draft(source)?, &changes))?
            }
        };
        Ok(Changed { source: after, label, section, focus })
    }
}

/// What can be read of a text.
fn draft(source: &str) -> Result<Policy, Unchanged> {
    read_policy(source).draft.ok_or(Unchanged::Edit(EditError::Syntax))
}

fn all(source: &str, edits: &[Edit]) -> Result<String, Unchanged> {
    edits.iter().try_fold(source.to_owned(), |text, one| Ok(edit::edit(&text, one)?))
}

fn set(source: &str, place: &str, kind: Kind, value: &str) -> Result<String, Unchanged> {
    let wrong = || Unchanged::Value(value.chars().take(60).collect());
    let value = value.trim();
    let new = match kind {
        Kind::Bool if value == "true" => New::Bool(true),
        Kind::Line => New::Str(value.to_owned()),
        _ if value.is_empty() || kind == Kind::Bool => return Ok(without(source, place)?),
        Kind::Str => New::Str(value.to_owned()),
        Kind::Integer => New::Integer(value.parse().map_err(|_| wrong())?),
        Kind::Date => New::Date(value.parse().map_err(|_| wrong())?),
        Kind::Bool => return Err(wrong()),
    };
    Ok(edit::edit(source, &Edit::Set(place.to_owned(), new))?)
}

/// A text without what stands at a place; the same if nothing does.
fn without(source: &str, place: &str) -> Result<String, EditError> {
    match edit::edit(source, &Edit::Remove(place.to_owned())) {
        Err(EditError::NoPlace(_)) => Ok(source.to_owned()),
        other => other,
    }
}

/// An empty text in each of the policy's languages, which the check asks for until it is written.
fn append_text(source: &str, place: &str) -> Result<String, Unchanged> {
    let languages = languages(source);
    let texts = languages.into_iter().map(|lang| (lang, String::new())).collect();
    Ok(edit::edit(source, &Edit::Append(place.to_owned(), New::Texts(texts)))?)
}

fn languages(source: &str) -> Vec<Lang> {
    let languages = draft(source).map(|p| p.languages).unwrap_or_default();
    if languages.is_empty() { vec![Lang::En] } else { languages }
}

/// How many elements a list of tables has.
fn count(source: &str, list: &str) -> usize {
    let document: Option<toml_edit::DocumentMut> = source.parse().ok();
    let item = document.as_ref().and_then(|d| d.get(list)).map(super::at::At::Item);
    item.map(|i| i.elements().len()).unwrap_or_default()
}

/// Puts the word that was meant where the problem is; quotation marks stay.
fn fix(source: &str, place: &str, code: &str) -> Result<String, Unchanged> {
    let found = read_policy(source).diagnostics;
    let is_it = |d: &&Diagnostic| d.place == place && d.code.id() == code && d.fix.is_some();
    let found = found.iter().find(is_it).ok_or(Unchanged::Gone)?;
    let (Some(before), Some(wrong), Some(after), Some(fix)) = (
        source.get(..found.span.start),
        source.get(found.span.clone()),
        source.get(found.span.end..),
        &found.fix,
    ) else {
        return Err(Unchanged::Gone);
    };
    let quote = wrong
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''))
        .map(String::from)
        .unwrap_or_default();
    Ok(format!("{before}{quote}{fix}{quote}{after}"))
}

fn acknowledge(at: &str, place: &str, code: &str) -> Vec<Edit> {
    let set = |key: &str, value: &str| Edit::Set(format!("{at}.{key}"), New::Str(value.to_owned()));
    let mut edits = vec![Edit::Add("acknowledge".to_owned(), String::new()), set("code", code)];
    if !place.is_empty() {
        edits.push(set("at", place));
    }
    edits
}

/// The changes of one remedy of a user agent's verdict.
fn remedy(policy: &Policy, id: &str, index: usize, alternative: bool) -> Option<Vec<Change>> {
    let verdict = Verdict::new(agent(id)?, derive(policy, Scope::All));
    let remedy = verdict.remedies().into_iter().nth(index)?;
    if alternative { remedy.alternative } else { Some(remedy.changes) }
}

/// A remedy's changes in the policy's own statements.
pub(crate) fn changes_of(policy: &Policy, changes: &[Change]) -> Vec<Edit> {
    changes.iter().flat_map(|change| edits(policy, *change)).collect()
}

fn edits(policy: &Policy, change: Change) -> Vec<Edit> {
    let chosen = |what: Used, choice: Choice| match what {
        Used::Purpose(p) => choose(policy, edit::Use::Purpose(p), choice),
        Used::Recipient(r) => choose(policy, edit::Use::Recipient(r), choice),
        Used::Customization => Vec::new(),
    };
    match change {
        Change::OptOut(what) => chosen(what, Choice::OptOut),
        Change::OptIn(what) => chosen(what, Choice::OptIn),
        Change::DropTest => vec![Edit::Remove("policy.test".to_owned())],
        Change::Drop(category) => drop_category(policy, category),
        Change::AddPolicy | Change::DropUnknown => Vec::new(),
    }
}

/// Data of a category goes from every statement.
fn drop_category(policy: &Policy, category: Category) -> Vec<Edit> {
    let schema = policy.schema();
    let mut edits = Vec::new();
    for statement in &policy.statements {
        let of_it = statement.data.iter().filter(|d| d.categories(&schema).contains(category));
        edits.extend(
            of_it.map(|d| Edit::Remove(format!("statement.{}.data.{}", statement.id, d.name))),
        );
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use abide_policy::vocab::Purpose;

    const SOURCE: &str = r#"# ours
[policy]
name = "site" # which
version = "1"
effective = 2026-12-01
languages = ["en", "de"]
title = { en = "Privacy", de = "Datenschutz" }
notice = "https://www.example.com/privacy"
access = "nonidnet"
jurisdiction = "DE"

[entity]
name = "Example GmbH"

[[statement]]
id = "shop"
title = { en = "Shop", de = "Laden" }
data = ["user.home-info.online"] # to answer
purposes = { current = "always", contact = "always" }
recipients = { ours = "always" }
retention = { kind = "stated-purpose", period = "1 year" }

[[cookie]]
name = "basket"
statement = "shop"
title = "Basket"
"#;

    fn changed(asked: Asked) -> Changed {
        change(SOURCE, &[asked], Locales::built_in().get(Lang::En)).unwrap()
    }

    fn set(place: &str, kind: Kind, value: &str) -> Asked {
        Asked::Set { place: place.to_owned(), kind, value: value.to_owned() }
    }

    #[test]
    fn values_are_set_and_removed() {
        let lang = || Locales::built_in().get(Lang::En);
        let after = changed(set("policy.effective", Kind::Date, "2027-01-01")).source;
        assert_eq!(after, SOURCE.replace("2026-12-01", "2027-01-01"));
        let bad = change(SOURCE, &[set("policy.effective", Kind::Date, "soon")], lang());
        assert_eq!(bad, Err(Unchanged::Value("soon".to_owned())));
        let empty = changed(set("entity.name", Kind::Line, " ")).source;
        assert_eq!(empty, SOURCE.replace("Example GmbH", ""));
        let test = changed(set("policy.test", Kind::Bool, "true")).source;
        assert!(test.contains("test = true"));
        let again = change(&test, &[set("policy.test", Kind::Bool, "")], lang()).unwrap();
        assert_eq!(again.source, SOURCE);
        assert_eq!(changed(set("policy.test", Kind::Bool, "")).source, SOURCE);
        let bad = change(SOURCE, &[set("policy.nothing", Kind::Str, "x")], lang());
        assert!(matches!(bad, Err(Unchanged::Edit(EditError::NoPlace(_)))));
    }

    #[test]
    fn what_was_meant_is_put_in_its_place() {
        let after = changed(Asked::Fix {
            place: "policy.access".to_owned(),
            code: "value.word".to_owned(),
        });
        assert_eq!(after.source, SOURCE.replace("nonidnet", "nonident"));
        let gone = change(
            &after.source,
            &[Asked::Fix { place: "policy.access".to_owned(), code: "value.word".to_owned() }],
            Locales::built_in().get(Lang::En),
        );
        assert_eq!(gone, Err(Unchanged::Gone));
    }

    #[test]
    fn a_warning_is_acknowledged_with_a_reason_to_be_written() {
        let after = changed(Asked::Acknowledge {
            place: "statement.shop.purposes.contact".to_owned(),
            code: "consent.marketing".to_owned(),
        });
        assert_eq!(after.focus.as_deref(), Some("acknowledge.0.reason"));
        let expected = format!(
            "{SOURCE}\n[[acknowledge]]\ncode = \"consent.marketing\"\nat = \"statement.shop.purposes.contact\"\n"
        );
        assert_eq!(after.source, expected);
    }

    #[test]
    fn a_remedy_becomes_choices_and_is_judged_again() {
        let policy = draft(SOURCE).unwrap();
        let before = Verdict::new(agent("ie6").unwrap(), derive(&policy, Scope::All));
        let remedies = before.remedies();
        assert!(!remedies.is_empty());
        for (index, remedy) in remedies.iter().enumerate() {
            let after =
                changed(Asked::Remedy { agent: "ie6".to_owned(), index, alternative: false });
            assert!(after.source.contains("# to answer"));
            let policy = draft(&after.source).unwrap();
            let verdict = Verdict::new(agent("ie6").unwrap(), derive(&policy, Scope::All));
            for place in &remedy.places {
                let cell = verdict.cell(place.context, place.cookie, place.level).unwrap();
                assert_eq!(cell.action, abide_agents::Action::Accept, "{index} {place:?}");
            }
        }
    }

    #[test]
    fn a_remedy_that_drops_data_takes_it_out_of_the_statements() {
        let policy = draft(SOURCE).unwrap();
        let edits = edits(&policy, Change::Drop(Category::Online));
        assert_eq!(edits, [Edit::Remove("statement.shop.data.user.home-info.online".to_owned())]);
        let unaffected =
            super::edits(&policy, Change::OptOut(Used::Purpose(Purpose::Telemarketing)));
        assert_eq!(unaffected, []);
    }

    #[test]
    fn a_new_name_goes_where_the_old_one_was() {
        let after = changed(Asked::Rename {
            list: "statement".to_owned(),
            from: "shop".to_owned(),
            to: "store".to_owned(),
        });
        assert_eq!(after.source, SOURCE.replace("\"shop\"", "\"store\""));
        assert_eq!(after.section.as_deref(), Some("statement.store"));
    }

    #[test]
    fn things_are_added_and_shown() {
        let after = changed(Asked::Add { list: "region".to_owned(), name: "eu".to_owned() });
        assert_eq!(after.section.as_deref(), Some("region.eu"));
        let after = changed(Asked::Add { list: "dispute".to_owned(), name: String::new() });
        assert_eq!(after.section.as_deref(), Some("dispute.0"));
        let after = changed(Asked::AppendText { place: "security.measures".to_owned() });
        assert!(after.source.contains("measures = [{ en = \"\", de = \"\" }]"), "{}", after.source);
    }

    #[test]
    fn all_or_nothing() {
        let asked = [set("policy.access", Kind::Str, "all"), set("nowhere", Kind::Str, "x")];
        assert!(change(SOURCE, &asked, Locales::built_in().get(Lang::En)).is_err());
    }
}

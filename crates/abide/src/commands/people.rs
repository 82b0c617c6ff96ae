//! People who are found by what was stated, and choosing among them: in words, as JSON, by their codes.
//!
//! Owns: this, and what a command says if several are found and none was chosen. Leaves to others: looking for them (`abide-rights`).

use abide_policy::vocab::{Vocabulary as _, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::desk::{Case, Code, Desk as Desks, Failed, picked};
use abide_rights::find::Candidate;
use serde_json::{Map, Value, json};

use crate::cli::{Desk, FigureFormat};
use crate::files;

/// In words: each with the code by which they are chosen.
pub(super) fn in_words(atlas: &Atlas, people: &[Candidate]) -> String {
    let mut text = String::new();
    for person in people {
        let shown: Vec<String> =
            person.shown.iter().map(|(fact, value)| format!("{} {value}", fact.word())).collect();
        let code = Code::of(atlas, person);
        let (shown, tables) = (shown.join(", "), person.tables.join(", "));
        text.push_str(&format!("  {code}  {shown} ({tables})\n"));
    }
    text
}

/// As JSON.
pub(super) fn as_json(atlas: &Atlas, people: &[Candidate]) -> Value {
    let one = |person: &Candidate| {
        let shown = person.shown.iter().map(|(fact, value)| (fact.word().to_owned(), json!(value)));
        json!({
            "code": Code::of(atlas, person).as_str(),
            "shown": shown.collect::<Map<_, _>>(),
            "known_by": person.by.iter().map(|fact| fact.word()).collect::<Vec<_>>(),
            "tables": person.tables,
        })
    };
    people.iter().map(one).collect()
}

/// Those who may be meant by a request that waits for somebody to say who; `None` if it does not, or a store is away that knows them.
pub(super) async fn of_case(desk: &Desks, case: &Case) -> anyhow::Result<Option<Value>> {
    if case.stored.waits != Some(Waits::Identity) {
        return Ok(None);
    }
    match desk.candidates(case).await {
        Ok(people) => Ok(Some(as_json(&desk.atlas, &people))),
        Err(Failed::Store(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The codes that somebody typed.
pub(super) fn codes(typed: &[String]) -> Vec<Code> {
    typed.iter().map(|text| Code::typed(text)).collect()
}

/// Who of those who are found is meant; `None` if they are several and nobody was chosen, which is said.
pub(super) fn chosen<'a>(
    atlas: &Atlas,
    found: &'a [Candidate],
    typed: &[String],
    options: &Desk,
) -> anyhow::Result<Option<Vec<&'a Candidate>>> {
    if !typed.is_empty() {
        return Ok(Some(picked(atlas, found, &codes(typed))?));
    }
    if found.len() <= 1 {
        return Ok(Some(found.iter().collect()));
    }
    if options.format == FigureFormat::Json {
        files::print(&format!("{:#}\n", json!({ "candidates": as_json(atlas, found) })))?;
    }
    files::say(&format!(
        "several people are known by this; choose with `--choose CODE`:\n{}",
        in_words(atlas, found)
    ));
    Ok(None)
}

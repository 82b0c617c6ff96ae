//! What a store holds, against what the policy declares. Names that the policy does not have are told with the map's file.

use abide_policy::data::DataRef;
use abide_policy::map::{ColumnMap, TableMap};
use abide_policy::model::{Policy, Statement};
use abide_policy::vocab::{Category, Set};

use super::{Notes, What, owners};
use crate::atlas::Spot;
use crate::plan::counted_by;

/// Stores whose policy is not at hand.
pub(super) fn policies(notes: &mut Notes<'_>) {
    for part in &notes.atlas.parts {
        if part.policy.is_none() {
            let finding = super::Finding {
                severity: What::NoPolicy.severity(),
                place: part.map.id.to_string(),
                what: What::NoPolicy,
                words: vec![("policy", part.map.policy.to_string().into())],
            };
            notes.findings.push(finding);
        }
    }
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let atlas = notes.atlas;
    let Some(policy) = atlas.parts.get(spot.store).and_then(|p| p.policy.as_deref()) else {
        return;
    };
    let Some(map) = atlas.mapped(spot) else { return };
    names(notes, spot, map);
    kept(notes, spot, map, policy);
    declared(notes, spot, map, policy);
    found(notes, spot, map, policy);
}

/// People's data without any statement.
fn names(notes: &mut Notes<'_>, spot: Spot, map: &TableMap) {
    let named = map.statement.is_some() || map.columns.iter().any(|c| c.statement.is_some());
    let data = !map.columns.is_empty() || !owners::personal(notes, spot).is_empty();
    if !named && data && owners::owned(notes.atlas).contains(&spot) {
        notes.note(What::NoStatement, spot, &[], Vec::new());
    }
}

fn kept(notes: &mut Notes<'_>, spot: Spot, map: &TableMap, policy: &Policy) {
    let Some(statement) = map.keep.as_ref().and_then(|id| policy.statement(id)) else { return };
    let (key, column) = counted_by(map, statement.retention.since);
    if column.is_none() {
        let words =
            vec![("statement", statement.id.to_string().into()), ("key", key.to_owned().into())];
        notes.note(What::KeptForever, spot, &[], words);
    }
}

/// Data that the map names, and its statement does not declare.
fn declared(notes: &mut Notes<'_>, spot: Spot, map: &TableMap, policy: &Policy) {
    for column in &map.columns {
        let Some(data) = &column.data else { continue };
        let Some(statement) = covering(map, Some(column), policy) else { continue };
        if !declares(policy, statement, data) {
            let at = notes.atlas.table(spot).and_then(|t| t.column(&column.name));
            let words = vec![
                ("data", data.to_string().into()),
                ("statement", statement.id.to_string().into()),
            ];
            notes.note(What::UndeclaredData, spot, at.as_slice(), words);
        }
    }
}

/// Whether a statement declares an element, or every leaf of a set.
fn declares(policy: &Policy, statement: &Statement, data: &DataRef) -> bool {
    let covers = |name: &DataRef| statement.data.iter().any(|d| d.name.covers(name));
    let schema = policy.schema();
    covers(data) || (schema.contains(data) && schema.leaves(data).all(covers))
}

/// The statement of a column, else of its table.
fn covering<'a>(
    map: &TableMap,
    column: Option<&ColumnMap>,
    policy: &'a Policy,
) -> Option<&'a Statement> {
    let id = column.and_then(|c| c.statement.as_ref()).or(map.statement.as_ref())?;
    policy.statement(id)
}

/// Data that the sample shows, and no statement declares.
fn found(notes: &mut Notes<'_>, spot: Spot, map: &TableMap, policy: &Policy) {
    let Some(table) = notes.atlas.table(spot) else { return };
    let schema = policy.schema();
    let all = policy.statements.iter().map(|s| s.categories(&schema)).fold(Set::EMPTY, Set::union);
    // What stands in a free text falls under the text's own category.
    let whole = owners::personal(notes, spot).into_iter().filter(|(_, v)| v.whole);
    for (column, verdict) in whole.collect::<Vec<_>>() {
        let category = verdict.kind.category();
        let name = table.columns.get(column).map(|c| c.name.as_str());
        let said = map.columns.iter().find(|c| Some(c.name.as_str()) == name);
        let statement = covering(map, said, policy);
        let here = statement.map(|s| s.categories(&schema));
        let what = match here {
            _ if category == Category::OtherCategory || !all.contains(category) => {
                What::UndeclaredCategory
            }
            // What the map says of the column has been compared already.
            Some(here) if !here.contains(category) && said.is_none_or(|c| c.data.is_none()) => {
                What::OtherStatement
            }
            _ => continue,
        };
        let mut words = owners::shown(verdict);
        words.push(("category", category.to_string().into()));
        let named = statement.map(|s| s.id.to_string()).unwrap_or_default();
        words.push(("statement", named.into()));
        notes.note(what, spot, &[column], words);
    }
}

//! Edges that lead nowhere: sampled references of which no row has the values, and paths that name no file.
//!
//! Owns: asking for the values of the sampled rows at the other end of each edge, and from there for the rows themselves, in every way in
//! which requests ask: a store may find `1` by ` 1`, and not ` 1` by `1`. Leaves to others: references that nothing declares ([`super::undeclared`]), rows whose references are empty ([`super::owners`]).
//!
//! A value counts as found if any edge finds it that goes by the same columns under the same condition.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;

use abide_stores::schema::Column;
use abide_stores::{ColumnAt, Error, Lookup, Row, Value};

use super::{Notes, What, Word};
use crate::atlas::{Atlas, Flow, Spot};
use crate::reach::{Sessions, fold};

/// How many different references by the same columns are tried.
const TRIED: usize = 40;
/// So many rows are read for them at most: what is not unique may be there very often.
const READ: u32 = 10_000;
/// Longer values were cut when the sample was read.
const LONGEST: usize = 1_000;

/// What was tried of some columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// They name files; else rows.
    pub files: bool,
    /// The columns.
    pub columns: Vec<ColumnAt>,
    /// The tables in which their values should be.
    pub to: Vec<Spot>,
    /// How many were tried.
    pub tried: u64,
    /// How many were found in none of them.
    pub lost: u64,
}

/// One end of a flow.
type End<'a> = (Spot, &'a [ColumnAt], &'a [(ColumnAt, String)]);

/// What is to be tried: by columns and condition, the flows with whether they are followed back, and values of the sample.
#[derive(Default)]
pub(super) struct Leads<'a>(Vec<Group<'a>>);

struct Group<'a> {
    files: bool,
    columns: &'a [ColumnAt],
    when: &'a [(ColumnAt, String)],
    flows: Vec<(&'a Flow, bool)>,
    /// With the key of a row that has them.
    values: BTreeMap<Vec<Value>, Vec<Value>>,
}

const fn ends(flow: &Flow, back: bool) -> (End<'_>, End<'_>) {
    let source: End<'_> =
        (flow.source, flow.source_columns.as_slice(), flow.source_when.as_slice());
    let target: End<'_> =
        (flow.target, flow.target_columns.as_slice(), flow.target_when.as_slice());
    if back { (target, source) } else { (source, target) }
}

impl<'a> Leads<'a> {
    /// The references in these rows of a table.
    pub(super) fn of(atlas: &'a Atlas, spot: Spot, rows: &[Vec<Value>]) -> Self {
        let mut leads = Self::default();
        for flow in &atlas.flows {
            let is_file = |spot: Spot, columns: &[ColumnAt]| {
                let column = |c: &ColumnAt| atlas.table(spot)?.columns.get(*c);
                columns.iter().filter_map(column).any(Column::is_of_file)
            };
            // A file belongs to the row that names it: both are looked at, for either may be written otherwise.
            let named = |back: bool| {
                let (_, (to, columns, _)) = ends(flow, back);
                is_file(to, columns)
            };
            for back in [true, false].into_iter().filter(|b| *b == flow.refers_back || named(*b)) {
                if ends(flow, back).0.0 == spot {
                    leads.add(flow, back, named(back));
                }
            }
        }
        for group in &mut leads.0 {
            group.fill(atlas, spot, rows);
        }
        leads
    }

    fn add(&mut self, flow: &'a Flow, back: bool, files: bool) {
        let ((_, columns, when), _) = ends(flow, back);
        let same = |g: &&mut Group<'_>| (g.files, g.columns, g.when) == (files, columns, when);
        match self.0.iter_mut().find(same) {
            Some(group) => group.flows.push((flow, back)),
            None => {
                let (flows, values) = (vec![(flow, back)], BTreeMap::new());
                self.0.push(Group { files, columns, when, flows, values });
            }
        }
    }

    /// Asks for them where they should be; `may_read` says of which tables that can be asked.
    pub(super) async fn ask(
        self,
        atlas: &Atlas,
        sessions: &mut Sessions,
        may_read: impl Fn(Spot) -> bool,
    ) -> Result<Vec<Lead>, Error> {
        let mut asked = Vec::new();
        for group in self.0 {
            let to: BTreeSet<Spot> =
                group.flows.iter().map(|(f, back)| ends(f, *back).1.0).collect();
            if group.values.is_empty() || !to.iter().all(|spot| may_read(*spot)) {
                continue;
            }
            let tried = group.values.len() as u64;
            let mut left = group.values;
            for (flow, back) in &group.flows {
                let Some(found) = found(atlas, sessions, (flow, *back), &left).await? else {
                    left.clear();
                    break;
                };
                let found = match *back {
                    true => returning(atlas, sessions, flow, &left, found).await?,
                    false => found.into_keys().collect(),
                };
                left.retain(|values, _| !found.contains(values));
            }
            let (files, columns, lost) = (group.files, group.columns.to_vec(), left.len() as u64);
            let lead = Lead { files, columns, to: to.into_iter().collect(), tried, lost };
            asked.extend((lost > 0).then_some(lead));
        }
        Ok(asked)
    }
}

impl Group<'_> {
    fn fill(&mut self, atlas: &Atlas, spot: Spot, rows: &[Vec<Value>]) {
        let Some(table) = atlas.table(spot) else { return };
        let endings: Vec<String> = match self.files {
            false => Vec::new(),
            true => self
                .flows
                .iter()
                .filter_map(|(f, back)| ending(atlas, ends(f, *back).1.0))
                .collect(),
        };
        for row in rows {
            let meets = |(column, is): &(ColumnAt, String)| {
                let column = table.columns.get(*column).zip(row.get(*column));
                column.is_some_and(|(column, value)| column.is(value, is))
            };
            let whole = |value: &&Value| {
                // Files of other kinds may be named there too.
                let is_of_kind = || {
                    let text = value.text().unwrap_or_default();
                    endings.iter().any(|ending| text.ends_with(ending.as_str()))
                };
                let is_there = !value.is_null() && !matches!(value, Value::Bytes(_));
                is_there && value.size() < LONGEST && (!self.files || is_of_kind())
            };
            let values = self.columns.iter().map(|c| row.get(*c).filter(whole).cloned());
            let values: Option<Vec<Value>> = values.collect();
            if self.values.len() < TRIED && self.when.iter().all(meets) {
                let key = table.key.iter().map(|c| row.get(*c).cloned().unwrap_or_default());
                let key: Vec<Value> = key.collect();
                self.values.extend(values.map(|values| (values, key)));
            }
        }
    }
}

/// How the names of a table's files end.
fn ending(atlas: &Atlas, spot: Spot) -> Option<String> {
    let name = &atlas.table(spot)?.name;
    Some(name.rsplit_once('*').map_or(name.as_str(), |(_, ending)| ending).to_owned())
}

/// Values that are there, each with how they stand there.
type There = BTreeMap<Vec<Value>, BTreeSet<Vec<Value>>>;

/// Which of the values are there; `None` if that cannot be told without reading too much.
async fn found(
    atlas: &Atlas,
    sessions: &mut Sessions,
    (flow, back): (&Flow, bool),
    values: &BTreeMap<Vec<Value>, Vec<Value>>,
) -> Result<Option<There>, Error> {
    let (_, (spot, by, when)) = ends(flow, back);
    let mut ways: BTreeMap<String, BTreeSet<&Vec<Value>>> = BTreeMap::new();
    let mut all = Vec::new();
    for group in values.keys() {
        let others = match back {
            true => flow.otherwise_back(atlas, group),
            false => flow.otherwise(atlas, group),
        };
        for way in others.into_iter().chain([group.clone()]) {
            ways.entry(fold(&way)).or_default().insert(group);
            all.push(way);
        }
    }
    let lookup = Lookup {
        table: spot.table,
        by,
        values: &all,
        when,
        want: by,
        hold: false,
        refers: flow.bound && back != flow.refers_back,
    };
    let (mut found, mut read) = (There::new(), 0);
    let mut sink = |row: Row| {
        for group in ways.get(&fold(&row.values)).into_iter().flatten() {
            found.entry((*group).clone()).or_default().insert(row.values.clone());
        }
        read += 1;
        if found.len() == values.len() || read == READ {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
    Ok((read < READ || found.len() == values.len()).then_some(found))
}

/// Which of these are also found from there, as requests go. Each is asked for in the row that has it; where nothing names that row, or a
/// foreign key says that the store itself holds both for equal, it is taken to be found.
async fn returning(
    atlas: &Atlas,
    sessions: &mut Sessions,
    flow: &Flow,
    values: &BTreeMap<Vec<Value>, Vec<Value>>,
    there: There,
) -> Result<HashSet<Vec<Value>>, Error> {
    let key = atlas.table(flow.target).map(|table| table.key.clone()).unwrap_or_default();
    let (mut found, mut all) = (HashSet::new(), Vec::new());
    for (group, written) in there {
        let named = values.get(&group).filter(|key| !key.iter().any(Value::is_null));
        let Some(name) = named.filter(|_| !key.is_empty() && !flow.bound) else {
            found.insert(group);
            continue;
        };
        for one in written {
            for way in flow.otherwise(atlas, &one).into_iter().chain([one.clone()]) {
                all.push(way.into_iter().chain(name.iter().cloned()).collect::<Vec<Value>>());
            }
        }
    }
    let by: Vec<ColumnAt> = flow.target_columns.iter().chain(&key).copied().collect();
    let lookup = Lookup {
        table: flow.target.table,
        by: &by,
        values: &all,
        when: &flow.target_when,
        want: &flow.target_columns,
        hold: false,
        refers: false,
    };
    let mut sink = |row: Row| {
        found.insert(row.values);
        ControlFlow::Continue(())
    };
    sessions.at(flow.target.store)?.find(&lookup, &mut sink).await?;
    Ok(found)
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let Some(seen) = notes.seen.get(&spot) else { return };
    for lead in &seen.leads {
        let what = if lead.files { What::MissingFiles } else { What::DanglingReferences };
        let names = lead.to.iter().map(|to| notes.atlas.name(*to)).collect();
        let words = vec![
            ("tables", Word::Tables(names)),
            ("count", Word::Count(lead.lost)),
            ("of", Word::Count(lead.tried)),
        ];
        notes.note(what, spot, &lead.columns, words);
    }
}

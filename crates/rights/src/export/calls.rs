//! What belongs to one call.
//!
//! Owns: the rule below, and in which portions texts are read. Leaves to others: what the row of a call tells its vCon
//! ([`super::about`]), the vCon ([`super::conversations`]).
//!
//! The rule: a call is a row of a table whose `since` column has `data`, which says that its moment is itself data about people.
//! A transcript or recording belongs to the call from which the edges of the map lead to its row. What belongs to no call stays
//! by itself.
//!
//! All rows are read once to see what there is, and the texts once more, when it is known which of them belong together.

use std::collections::{BTreeMap, HashMap, HashSet};

use abide_calls::Format;
use abide_stores::{ColumnAt, Key, Value};

use super::conversations::{Recorded, format_of};
use super::rows::each;
use super::sheet::Sheet;
use super::{Error, Ready};
use crate::atlas::{Atlas, Spot};
use crate::reach::{Reached, Rows, Sessions};

/// How many edges may lie between a file and its call.
const DEEPEST: usize = 8;
/// Transcripts in one vCon: they are in memory at the same time.
const TOGETHER: usize = 8;
/// Bytes of texts that are read together, for as many vCons as they are.
const MOST: usize = 16 << 20;

/// A text of a conversation.
pub(super) struct Text<'r> {
    pub(super) row: &'r Reached,
    pub(super) column: ColumnAt,
    pub(super) format: Format,
    /// In bytes.
    size: usize,
}

impl<'r> Text<'r> {
    pub(super) fn place(&self) -> Place<'r> {
        (self.row.spot, &self.row.key, self.column)
    }
}

/// Where a text is.
pub(super) type Place<'r> = (Spot, &'r Key, ColumnAt);

/// A row of a recording: its path and media type.
pub(super) type Sound<'r> = (&'r Reached, String, Option<String>);

/// What is seen of calls when all rows are read.
#[derive(Default)]
pub(super) struct Gathered<'r> {
    pub(super) texts: Vec<Text<'r>>,
    /// The recordings that are in the archive, with their rows.
    pub(super) recordings: Vec<(&'r Reached, Recorded)>,
}

impl<'r> Gathered<'r> {
    /// Notes what a row has of calls, and hands over the recordings that it names.
    pub(super) fn note(
        &mut self,
        sheet: &Sheet<'_>,
        row: &'r Reached,
        mut values: Vec<Value>,
    ) -> Vec<Sound<'r>> {
        let hidden = sheet.hidden(row);
        let media = sheet.media_type(&values);
        // A conversation that the person may only see is one of others.
        let concerns = Sheet::concerns(sheet.atlas, row);
        let mut sounds = Vec::new();
        for shown in sheet.columns.iter().filter(|c| !hidden.contains(&c.at)) {
            let Some(Value::Text(text)) = values.get_mut(shown.at).map(std::mem::take) else {
                continue;
            };
            if sheet.is_recording(shown) {
                sounds.push((row, text, media.clone()));
            } else if let Some(format) = format_of(&text).filter(|_| concerns) {
                self.texts.push(Text { row, column: shown.at, format, size: text.len() });
            }
        }
        sounds
    }
}

/// What becomes one vCon.
#[derive(Default)]
pub(super) struct Talk<'r> {
    /// The row of its call; `None` for a text that belongs to no call.
    pub(super) call: Option<&'r Reached>,
    pub(super) texts: Vec<Text<'r>>,
    pub(super) recordings: Vec<Recorded>,
}

impl<'r> Talk<'r> {
    /// One vCon, unless it has several vCons already, or very many transcripts.
    fn split(self) -> Vec<Self> {
        let (vcons, transcripts): (Vec<_>, Vec<_>) =
            self.texts.into_iter().partition(|t| t.format == Format::Vcon);
        let count = vcons.len().max(transcripts.len().div_ceil(TOGETHER)).max(1);
        let fresh = || Self { call: self.call, ..Self::default() };
        let mut all: Vec<Self> = std::iter::repeat_with(fresh).take(count).collect();
        for (one, vcon) in all.iter_mut().zip(vcons) {
            one.texts.push(vcon);
        }
        let mut transcripts = transcripts.into_iter();
        for one in &mut all {
            one.texts.extend(transcripts.by_ref().take(TOGETHER));
        }
        if let Some(first) = all.first_mut() {
            first.recordings = self.recordings;
        }
        all
    }

    fn size(&self) -> usize {
        self.texts.iter().map(|t| t.size).sum()
    }
}

/// What belongs together, in the order of calls, in portions whose texts are in memory together. A recording that belongs to
/// no call is a file and nothing else.
pub(super) fn talks<'r>(
    atlas: &Atlas,
    rows: &'r Rows,
    texts: Vec<Text<'r>>,
    recordings: Vec<(&'r Reached, Recorded)>,
) -> Vec<Vec<Talk<'r>>> {
    let starts = texts.iter().map(|t| t.row).chain(recordings.iter().map(|(row, _)| *row));
    let mut of = rows_of_calls(atlas, rows, starts.collect()).into_iter();
    let mut calls: BTreeMap<(Spot, &Key), Talk<'_>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (text, row) in texts.into_iter().zip(of.by_ref()) {
        match row {
            Some(row) => talk_of(&mut calls, row).texts.push(text),
            None => alone.push(Talk { texts: vec![text], ..Talk::default() }),
        }
    }
    for ((_, recording), row) in recordings.into_iter().zip(of) {
        if let Some(row) = row {
            talk_of(&mut calls, row).recordings.push(recording);
        }
    }
    portions(calls.into_values().chain(alone).flat_map(Talk::split))
}

fn talk_of<'r, 'c>(
    calls: &'c mut BTreeMap<(Spot, &'r Key), Talk<'r>>,
    row: &'r Reached,
) -> &'c mut Talk<'r> {
    let talk = calls.entry((row.spot, &row.key)).or_default();
    talk.call = Some(row);
    talk
}

fn portions<'r>(talks: impl Iterator<Item = Talk<'r>>) -> Vec<Vec<Talk<'r>>> {
    let (mut portions, mut size) = (Vec::new(), 0);
    for talk in talks {
        if portions.is_empty() || size + talk.size() > MOST {
            portions.push(Vec::new());
            size = 0;
        }
        size += talk.size();
        if let Some(last) = portions.last_mut() {
            last.push(talk);
        }
    }
    portions
}

/// Whether the rows of a table are calls.
fn are_calls(atlas: &Atlas, spot: Spot) -> bool {
    let Some(map) = atlas.mapped(spot).filter(|m| m.person.is_none()) else { return false };
    map.columns.iter().any(|c| Some(&c.name) == map.since.as_ref() && c.data.is_some())
}

/// The call of each row. Those above are looked for together, so that nothing is kept but for these rows.
fn rows_of_calls<'r>(
    atlas: &Atlas,
    rows: &'r Rows,
    starts: Vec<&'r Reached>,
) -> Vec<Option<&'r Reached>> {
    let is_call = |row: &&Reached| are_calls(atlas, row.spot);
    let mut at: Vec<Option<&Reached>> = starts.into_iter().map(Some).collect();
    for _ in 0..DEEPEST {
        let below = at.iter().flatten().filter(|r| !is_call(r));
        let wanted: HashSet<(usize, String)> = below.flat_map(|r| links(atlas, r)).collect();
        if wanted.is_empty() {
            break;
        }
        let above = above(atlas, rows, &wanted);
        for place in &mut at {
            *place = place.and_then(|row| match is_call(&row) {
                true => Some(row),
                false => links(atlas, row).find_map(|link| above.get(&link).copied()),
            });
        }
    }
    at.into_iter().map(|row| row.filter(is_call)).collect()
}

/// The ways along which a row came from another one that is no person: the number of the flow, and the values on it.
fn links(atlas: &Atlas, row: &Reached) -> impl Iterator<Item = (usize, String)> {
    let flows = row.claims.iter().filter_map(|c| Some((c.flow?, atlas.flows.get(c.flow?)?)));
    let up = flows.filter(|(_, f)| f.owns && f.source != f.target && !atlas.is_people(f.source));
    up.filter_map(|(number, f)| {
        Some((number, f.form(atlas, &row.values(atlas, &f.target_columns)?)))
    })
}

/// The rows from which these ways start.
fn above<'r>(
    atlas: &Atlas,
    rows: &'r Rows,
    wanted: &HashSet<(usize, String)>,
) -> HashMap<(usize, String), &'r Reached> {
    let flows: HashSet<usize> = wanted.iter().map(|(flow, _)| *flow).collect();
    let mut found = HashMap::new();
    for row in rows.all.iter().filter(|r| !r.claims.is_empty()) {
        let leaving = atlas.leaving(row.spot).filter(|(number, _)| flows.contains(number));
        for (number, flow) in leaving.filter(|(_, f)| row.meets(atlas, &f.source_when)) {
            let Some(values) = row.values(atlas, &flow.source_columns) else { continue };
            let link = (number, flow.form(atlas, &values));
            if wanted.contains(&link) {
                found.entry(link).or_insert(row);
            }
        }
    }
    found
}

/// The texts of these vCons, each table read once.
pub(super) async fn texts<'r>(
    sessions: &mut Sessions,
    tables: &[Ready<'_>],
    talks: &[Talk<'r>],
) -> Result<HashMap<Place<'r>, String>, Error> {
    let mut wanted: BTreeMap<Spot, BTreeMap<&Key, (&Reached, Vec<ColumnAt>)>> = BTreeMap::new();
    for text in talks.iter().flat_map(|t| &t.texts) {
        let rows = wanted.entry(text.row.spot).or_default();
        rows.entry(&text.row.key).or_insert((text.row, Vec::new())).1.push(text.column);
    }
    let mut texts = HashMap::new();
    for (spot, wanted) in &wanted {
        let Some(table) = tables.iter().find(|t| t.sheet.spot == *spot) else { continue };
        let rows: Vec<&'r Reached> = wanted.values().map(|(row, _)| *row).collect();
        each(&table.sheet, sessions, &rows, &mut |row, mut values| {
            for column in wanted.get(&row.key).iter().flat_map(|(_, columns)| columns) {
                if let Some(Value::Text(text)) = values.get_mut(*column).map(std::mem::take) {
                    texts.insert((row.spot, &row.key, *column), text);
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Reached {
        Reached {
            spot: Spot { store: 0, table: 0 },
            key: Key(Box::default()),
            core: Vec::new(),
            digest: [0; 16],
            still: Box::default(),
            tells: std::collections::BTreeSet::new(),
            claims: Vec::new(),
            others: std::collections::BTreeSet::new(),
            beside: Box::default(),
        }
    }

    #[test]
    fn texts_are_read_together_as_far_as_they_fit_into_memory() {
        let row = row();
        let text = |size| Text { row: &row, column: 0, format: Format::WebVtt, size };
        for (sizes, expected) in [
            (vec![], vec![]),
            (vec![1, 2, 3], vec![3]),
            (vec![MOST, 1, MOST - 1, 1], vec![1, 2, 1]),
            (vec![MOST + 1, MOST + 1, 1], vec![1, 1, 1]),
        ] {
            let talks = sizes.iter().map(|s| Talk { texts: vec![text(*s)], ..Talk::default() });
            let counts: Vec<usize> = portions(talks).iter().map(Vec::len).collect();
            assert_eq!(counts, expected, "{sizes:?}");
        }
    }

    #[test]
    fn a_call_with_many_transcripts_has_a_vcon_for_each_eight() {
        let row = row();
        let text = |format| Text { row: &row, column: 0, format, size: 1 };
        for (vcons, transcripts, expected) in
            [(0, 0, vec![0]), (1, 3, vec![4]), (2, 3, vec![4, 1]), (0, 17, vec![8, 8, 1])]
        {
            let texts = (0..vcons).map(|_| text(Format::Vcon));
            let texts = texts.chain((0..transcripts).map(|_| text(Format::WebVtt))).collect();
            let talk = Talk { call: Some(&row), texts, recordings: Vec::new() };
            let counts: Vec<usize> = talk.split().iter().map(|t| t.texts.len()).collect();
            assert_eq!(counts, expected, "{vcons} {transcripts}");
        }
    }
}

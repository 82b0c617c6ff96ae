//! Who a request is about: people found by any fact by which they are known.
//!
//! Owns: looking facts up in every table of people, and putting rows together that are one person by the map. Leaves to
//! others: what a fact is and when it suffices ([`crate::identity`]), asking the person, whether it is really them.
//!
//! Several people may be known by one fact: a couple shares a number, a number was given to somebody else. That is an answer,
//! never a guess: whoever settles the request chooses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::vocab::Fact;
use abide_stores::schema::Table;
use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Value};
use data_encoding::HEXLOWER;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Known, Spot};
use crate::desk::document::RowRef;
use crate::identity::{Asked, Given};
use crate::reach::{Sessions, Subject};

/// So many rows of one person are looked at for what they are known by.
const DUPLICATES: usize = 1000;

/// Somebody who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The rows that are this person.
    pub subject: Subject,
    /// The tables of these rows.
    pub tables: Vec<String>,
    /// By which of the given facts.
    pub by: BTreeSet<Fact>,
    /// What tells this person from others, shortened so that it can be shown to whoever chooses: `A… M…`, `a…@example.org`.
    pub shown: Vec<(Fact, String)>,
}

/// How far is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// By indexes: in the spellings in which values are usually stored.
    Spellings,
    /// By reading every table of people: in any spelling.
    Anything,
}

/// Finds people. With [`Depth::Spellings`], an empty answer does not mean that nobody is there.
///
/// # Errors
/// Whatever a store reports.
pub async fn find(
    atlas: &Atlas,
    sessions: &mut Sessions,
    asked: &Asked,
    depth: Depth,
) -> Result<Vec<Candidate>, Error> {
    let mut found: BTreeMap<(Spot, Vec<Value>), (BTreeSet<Fact>, Person)> = BTreeMap::new();
    let spots: BTreeSet<Spot> = atlas.known.iter().map(|k| k.spot).collect();
    for spot in spots {
        atlas.has_all_rows(spot)?;
        let people = People::of(atlas, spot);
        for (first, second) in asked.identifiers() {
            for person in people.find(sessions, first, second, depth).await? {
                // Whoever settles it sees what else of the given facts is theirs.
                let also = asked.given().iter().filter(|given| people.is(&person, given));
                let by = [Some(first), second].into_iter().flatten();
                let facts: Vec<Fact> = by.chain(also).map(Given::fact).collect();
                let entry = found
                    .entry((spot, person.key.clone()))
                    .or_insert_with(|| (BTreeSet::new(), person));
                entry.0.extend(facts);
            }
        }
    }
    let mut roots: BTreeMap<(Spot, Vec<Value>), Candidate> = BTreeMap::new();
    for ((spot, _), (by, person)) in found {
        let root = root(atlas, sessions, spot, person).await?;
        let entry = roots.entry((spot, root.key.clone())).or_insert_with(|| Candidate {
            subject: Subject { rows: vec![(spot, root.key.clone())] },
            tables: vec![atlas.name(spot)],
            by: BTreeSet::new(),
            shown: root.shown(atlas, spot),
        });
        entry.by.extend(by);
    }
    Ok(roots.into_values().collect())
}

/// Whether indexes find everybody who is known by one of these facts.
#[must_use]
pub fn are_exact(atlas: &Atlas, asked: &Asked) -> bool {
    let mut firsts = asked.identifiers().into_iter().map(|(first, _)| first.fact());
    firsts.all(|fact| atlas.known.iter().filter(|k| k.fact == fact).all(|k| k.exact))
}

/// So many bytes of a hash tell a person's rows and facts apart.
const HASHED: usize = 6;

/// A row of people as a short hash, to be known again among those that were found.
pub(crate) fn row_hash(atlas: &Atlas, spot: Spot, key: &[Value]) -> Option<String> {
    let row = RowRef::of(atlas, spot, key)?;
    Some(short_hash(&json!([row.store, row.table, row.key]).to_string()))
}

/// A hash that tells few things apart and nothing of them.
pub(crate) fn short_hash(text: &str) -> String {
    let hash = Sha256::digest(text);
    HEXLOWER.encode(hash.get(..HASHED).unwrap_or_default())
}

/// Candidates as one person: whoever settles the request says that they are.
#[must_use]
pub fn together(candidates: &[&Candidate]) -> Subject {
    let mut rows: Vec<(Spot, Vec<Value>)> =
        candidates.iter().flat_map(|c| c.subject.rows.clone()).collect();
    rows.sort();
    rows.dedup();
    Subject { rows }
}

/// Who in other tables of people has an e-mail address of somebody who was found: often the same person, whom the stated facts did not
/// show there. By indexes where the map says that they find all, else by reading these tables.
///
/// # Errors
/// Whatever a store reports.
pub async fn elsewhere(
    atlas: &Atlas,
    sessions: &mut Sessions,
    found: &[Candidate],
) -> Result<Vec<Candidate>, Error> {
    let rows = found.iter().flat_map(|candidate| &candidate.subject.rows);
    let seen: BTreeSet<Spot> = rows.map(|(spot, _)| *spot).collect();
    let mut further: Vec<Candidate> = Vec::new();
    let by_address = |k: &Known| k.fact == Fact::Email && !seen.contains(&k.spot);
    if found.is_empty() || !atlas.known.iter().any(by_address) {
        return Ok(further);
    }
    let mut known =
        known_facts(atlas, sessions, &together(&found.iter().collect::<Vec<_>>())).await?;
    known.retain(|given| given.fact() == Fact::Email);
    for asked in Asked::each(&known) {
        let depth = if are_exact(atlas, &asked) { Depth::Spellings } else { Depth::Anything };
        for candidate in find(atlas, sessions, &asked, depth).await? {
            let is_new = candidate.subject.rows.iter().all(|(spot, _)| !seen.contains(spot));
            if is_new && !further.contains(&candidate) {
                further.push(candidate);
            }
        }
    }
    Ok(further)
}

/// Everything by which a person is known, in their own rows and those of their duplicates.
///
/// # Errors
/// Whatever a store reports.
pub async fn known_facts(
    atlas: &Atlas,
    sessions: &mut Sessions,
    subject: &Subject,
) -> Result<Vec<Given>, Error> {
    let (mut known, mut queue, mut passed) = (Vec::new(), subject.rows.clone(), BTreeSet::new());
    while let Some((spot, key)) = queue.pop() {
        if passed.len() >= DUPLICATES || !passed.insert((spot, key.clone())) {
            continue;
        }
        let people = People::of(atlas, spot);
        let mut sink = |row: Row| {
            known.extend(people.facts(row));
            ControlFlow::Continue(())
        };
        let want = &people.want;
        let Some((by, values)) = atlas.named(spot, &key) else { continue };
        look_up(sessions, spot, By::own(&by), vec![values.clone()], want, &mut sink).await?;
        for (_, flow) in atlas.leaving(spot).filter(|(_, flow)| atlas.merges(flow)) {
            let mut above = Vec::new();
            let mut sink = |row: Row| {
                above.push(row.values);
                ControlFlow::Continue(())
            };
            let want = &flow.source_columns;
            look_up(sessions, spot, By::own(&by), vec![values.clone()], want, &mut sink).await?;
            let mut sink = |row: Row| {
                queue.push((spot, people.person(row).key));
                ControlFlow::Continue(())
            };
            let want = &people.want;
            let by = By { columns: &flow.target_columns, refers: flow.refers() };
            look_up(sessions, spot, by, above, want, &mut sink).await?;
        }
    }
    Ok(known)
}

/// What these rows tell by which their people are known, of each that is there.
///
/// # Errors
/// Whatever a store reports.
pub async fn known(
    atlas: &Atlas,
    sessions: &mut Sessions,
    rows: &[(Spot, Vec<Value>)],
) -> Result<Vec<Vec<Given>>, Error> {
    let mut known = Vec::new();
    for (spot, key) in rows {
        let people = People::of(atlas, *spot);
        let mut sink = |row: Row| {
            known.push(people.facts(row).collect());
            ControlFlow::Continue(())
        };
        let Some((by, values)) = atlas.named(*spot, key) else { continue };
        look_up(sessions, *spot, By::own(&by), vec![values], &people.want, &mut sink).await?;
    }
    Ok(known)
}

/// By which columns rows are looked for, and whether the values are of rows to which they refer.
struct By<'a> {
    columns: &'a [ColumnAt],
    refers: bool,
}

impl<'a> By<'a> {
    const fn own(columns: &'a [ColumnAt]) -> Self {
        Self { columns, refers: false }
    }
}

/// Finds rows of a table by values of columns, none of them empty.
async fn look_up(
    sessions: &mut Sessions,
    spot: Spot,
    by: By<'_>,
    mut values: Vec<Vec<Value>>,
    want: &[ColumnAt],
    sink: &mut (dyn FnMut(Row) -> ControlFlow<()> + Send),
) -> Result<(), Error> {
    values.retain(|group| !group.iter().any(Value::is_null));
    let By { columns: by, refers } = by;
    let lookup =
        Lookup { table: spot.table, by, values: &values, when: &[], want, hold: false, refers };
    sessions.at(spot.store)?.find(&lookup, sink).await
}

/// A row of a table of people.
struct Person {
    key: Vec<Value>,
    facts: Vec<(ColumnAt, Value)>,
}

impl Person {
    fn shown(&self, atlas: &Atlas, spot: Spot) -> Vec<(Fact, String)> {
        let known = atlas.known.iter().filter(|k| k.spot == spot);
        let one = |k: &Known| {
            let value = &self.facts.iter().find(|(c, _)| *c == k.column)?.1;
            Some((k.fact, shortened(k.fact, &value.text()?)))
        };
        known.filter_map(one).filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// A table of people: its columns with facts.
pub(crate) struct People<'a> {
    atlas: &'a Atlas,
    spot: Spot,
    key: Vec<ColumnAt>,
    known: Vec<&'a Known>,
    /// What is read of a row: what names it, then what people are known by.
    pub(crate) want: Vec<ColumnAt>,
}

impl<'a> People<'a> {
    pub(crate) fn of(atlas: &'a Atlas, spot: Spot) -> Self {
        let known: Vec<&Known> = atlas.known.iter().filter(|k| k.spot == spot).collect();
        let mut key = atlas.naming(spot);
        key.extend(atlas.table(spot).and_then(Table::number));
        let want = key.iter().copied().chain(known.iter().map(|k| k.column)).collect();
        Self { atlas, spot, key, known, want }
    }

    async fn find(
        &self,
        sessions: &mut Sessions,
        first: &Given,
        second: Option<&Given>,
        depth: Depth,
    ) -> Result<Vec<Person>, Error> {
        let columns: Vec<&&Known> = self.known.iter().filter(|k| k.fact == first.fact()).collect();
        let (mut people, mut nameless) = (Vec::new(), None);
        let is_id = first.fact() == Fact::Id;
        let mut keep = |row: Row, is_first: bool| {
            let place = row.key.clone();
            let person = self.person(row);
            let is_first = is_first || self.is(&person, first);
            if is_first && second.is_none_or(|s| self.is(&person, s)) {
                if self.atlas.is_nameless(self.spot, &person.key) {
                    nameless = Some(place);
                    return ControlFlow::Break(());
                }
                people.push(person);
            }
            ControlFlow::Continue(())
        };
        let session = sessions.at(self.spot.store)?;
        // A name in parts stands in no index as a whole: then the table is read.
        let in_indexes = match depth {
            Depth::Spellings => first.fact() != Fact::Name || columns.len() == 1,
            Depth::Anything => false,
        };
        for known in columns.iter().filter(|_| in_indexes || is_id) {
            let values: Vec<Vec<Value>> =
                first.forms(known.country).into_iter().map(|f| vec![f.into()]).collect();
            let lookup = Lookup {
                table: self.spot.table,
                by: &[known.column],
                values: &values,
                when: &[],
                want: &self.want,
                hold: false,
                refers: false,
            };
            // Which ids are the same, a store says: `7` and `7.00` in a column of numbers.
            session.find(&lookup, &mut |row| keep(row, is_id)).await?;
        }
        if !in_indexes && !columns.is_empty() {
            session.sweep(self.spot.table, &self.want, &mut |row| keep(row, false)).await?;
        }
        nameless.map_or(Ok(people), |place| Err(self.without_id(&place)))
    }

    /// Nobody could be told from another tomorrow, and what is theirs would stay: whoever keeps the file must put it right first.
    fn without_id(&self, place: &Key) -> Error {
        let store = self.atlas.parts.get(self.spot.store).map(|part| part.map.id.to_string());
        let parts: Vec<_> = place.0.iter().filter_map(Value::text).collect();
        Error::Damaged {
            store: store.unwrap_or_default(),
            place: parts.join(" line "),
            code: "a person whose `id` is empty: give the row one".to_owned(),
        }
    }

    /// What names a row, its parts with commas between.
    pub(crate) fn key_of(&self, row: &Row) -> String {
        let name = self.name_of(&row.values);
        let parts = name.iter().filter_map(Value::text);
        parts.map(std::borrow::Cow::into_owned).collect::<Vec<_>>().join(",")
    }

    /// The id by which a row in a file is remembered; `None` if it is empty.
    pub(crate) fn id_of(&self, row: &Row) -> Option<String> {
        let name = self.name_of(&row.values);
        let column = self.atlas.naming(self.spot).first().copied();
        let column = column.and_then(|at| self.atlas.table(self.spot)?.columns.get(at));
        let text = name.first().filter(|_| !self.atlas.is_nameless(self.spot, &name))?.text()?;
        Some(column?.collation.folded(text.trim()).into_owned())
    }

    /// What a row tells about the person, as far as it can be read. Parts of a name are put together in the order of the map.
    pub(crate) fn facts(&self, row: Row) -> impl Iterator<Item = Given> {
        let person = self.person(row);
        let values = self.known.iter().zip(&person.facts).map(|(known, (_, value))| (known, value));
        let (names, others): (Vec<_>, Vec<_>) = values.partition(|(k, _)| k.fact == Fact::Name);
        let names =
            names.iter().filter_map(|(_, value)| Some(value.text()?.into_owned())).collect();
        let name = Given::of(Fact::Name, &told_once(names).join(" "), None);
        let others = others.into_iter().flat_map(|(k, v)| Given::readings(k.fact, v, k.country));
        others.chain(name).collect::<Vec<_>>().into_iter()
    }

    fn person(&self, row: Row) -> Person {
        let key = self.name_of(&row.values);
        let values = row.values.into_iter().skip(self.key.len());
        Person { key, facts: self.known.iter().map(|k| k.column).zip(values).collect() }
    }

    fn name_of(&self, values: &[Value]) -> Vec<Value> {
        let value = |column| values.get(self.key.iter().position(|c| *c == column)?).cloned();
        self.atlas.name_of(self.spot, value)
    }

    /// Whether a person's row says the same; parts of a name are put together in the order of the map.
    fn is(&self, person: &Person, given: &Given) -> bool {
        let stored = |known: &&&Known| {
            let value = &person.facts.iter().find(|(c, _)| *c == known.column)?.1;
            let column = self.atlas.table(self.spot).and_then(|t| t.columns.get(known.column));
            let collation = column.map(|c| c.collation).unwrap_or_default();
            Some((known.country, collation, value, value.text()?))
        };
        let mut values =
            self.known.iter().filter(|k| k.fact == given.fact()).filter_map(|k| stored(&k));
        if given.fact() == Fact::Name {
            let parts = told_once(values.map(|(.., text)| text.into_owned()).collect());
            // Parts stand in the map in the order of the columns, which may be either.
            let turned: Vec<&str> = parts.iter().rev().map(String::as_str).collect();
            return given.is(&parts.join(" "), None) || given.is(&turned.join(" "), None);
        }
        values.any(|(country, collation, value, text)| {
            given.is_said_by(value, country) || given.is_in(&text, collation)
        })
    }
}

/// The parts of a name, each once: a second column may say the same in capitals, or be the whole name beside its parts.
fn told_once(all: Vec<String>) -> Vec<String> {
    let is = |one: &str, other: &str| {
        Given::of(Fact::Name, one, None).is_ok_and(|one| one.is(other, None))
    };
    let mut parts: Vec<String> = Vec::new();
    for part in all {
        if !parts.iter().any(|before| is(before, &part)) {
            parts.push(part);
        }
    }
    let whole = (0..parts.len()).filter(|_| parts.len() > 2).find(|at| {
        let mut others: Vec<&str> = parts.iter().map(String::as_str).collect();
        let whole = others.remove(*at);
        let forwards = others.join(" ");
        others.reverse();
        is(whole, &forwards) || is(whole, &others.join(" "))
    });
    match whole {
        Some(at) => vec![parts.swap_remove(at)],
        None => parts,
    }
}

/// The person to whom a merged duplicate belongs. A circle of duplicates ends at the row where it closes.
async fn root(
    atlas: &Atlas,
    sessions: &mut Sessions,
    spot: Spot,
    mut person: Person,
) -> Result<Person, Error> {
    let people = People::of(atlas, spot);
    let mut passed = BTreeSet::new();
    let merging: Vec<_> =
        atlas.arriving(spot).filter(|(_, f)| atlas.merges(f)).map(|(_, f)| f.clone()).collect();
    'up: while passed.insert(person.key.clone()) {
        for flow in &merging {
            let Some((by, values)) = atlas.named(spot, &person.key) else { break 'up };
            let lookup = Lookup {
                table: spot.table,
                by: &by,
                values: std::slice::from_ref(&values),
                when: &[],
                want: &flow.target_columns,
                hold: false,
                refers: false,
            };
            let mut above = Vec::new();
            let mut sink = |row: Row| {
                above = row.values;
                ControlFlow::Break(())
            };
            sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
            let values = [above];
            let lookup = Lookup {
                table: spot.table,
                by: &flow.source_columns,
                values: &values,
                when: &[],
                want: &people.want,
                hold: false,
                refers: false,
            };
            let mut next = None;
            let mut sink = |row: Row| {
                next = Some((row.key.clone(), people.person(row)));
                ControlFlow::Break(())
            };
            if values.iter().flatten().all(|v| !v.is_null()) && values.iter().any(|v| !v.is_empty())
            {
                sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
            }
            if let Some((place, next)) = next.filter(|(_, next)| next.key != person.key) {
                if atlas.is_nameless(spot, &next.key) {
                    return Err(people.without_id(&place));
                }
                person = next;
                continue 'up;
            }
        }
        break;
    }
    Ok(person)
}

/// A text without the characters that turn the direction of what stands around them: only letters may do that.
#[must_use]
pub fn undirected(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(*c)).collect()
}

/// So many letters has what is before the `@` of an address of which nothing but the first is shown.
const SHORT: usize = 4;

/// Enough to tell people apart, not enough to know them.
#[must_use]
pub fn shortened(fact: Fact, value: &str) -> String {
    let initial = |word: &str| word.chars().next().map(|c| format!("{c}…")).unwrap_or_default();
    // Many people's addresses begin with the same letter; of a short one, the end would tell most of it.
    let end = |word: &str| word.chars().skip(SHORT).last().map(String::from).unwrap_or_default();
    let value = &undirected(value);
    match fact {
        Fact::Email => value
            .split_once('@')
            .map(|(who, at)| format!("{}{}@{at}", initial(who), end(who)))
            .unwrap_or_default(),
        Fact::Phone => {
            let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
            let last: String = digits.iter().skip(digits.len().saturating_sub(3)).collect();
            format!("…{last}")
        }
        Fact::Name => value.split_whitespace().map(initial).collect::<Vec<_>>().join(" "),
        Fact::Born => value.get(..4).unwrap_or_default().to_owned(),
        Fact::Id => value.to_owned(),
        Fact::PostalCode => initial(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_two_columns_tell_is_one() {
        for (columns, name) in [
            (&["Anna Muster", "ANNA MUSTER"][..], "Anna Muster"),
            (&["Anna", "Muster"], "Anna Muster"),
            (&["Anna", "Muster", "Anna Muster"], "Anna Muster"),
            (&["Muster", "Anna", "ANNA MUSTER"], "ANNA MUSTER"),
            (&["Anna", "Maria", "Muster"], "Anna Maria Muster"),
            (&["Anna"], "Anna"),
            (&[], ""),
        ] {
            let columns = columns.iter().map(|c| (*c).to_owned()).collect();
            assert_eq!(told_once(columns).join(" "), name);
        }
    }

    #[test]
    fn what_is_shown_tells_people_apart_and_no_more() {
        assert_eq!(shortened(Fact::Email, "anna.muster@example.org"), "a…r@example.org");
        assert_eq!(shortened(Fact::Email, "anna@example.org"), "a…@example.org");
        assert_eq!(shortened(Fact::Phone, "+49 30 23125 123"), "…123");
        assert_eq!(shortened(Fact::Name, "Anna Muster"), "A… M…");
        assert_eq!(shortened(Fact::Born, "1980-05-31"), "1980");
        assert_eq!(shortened(Fact::Email, "nonsense"), "");
        assert_eq!(shortened(Fact::Name, "\u{202e}anna \u{2067}\u{202d}muster"), "a… m…");
        assert_eq!(shortened(Fact::Id, "\u{202e}C-1\u{2069}"), "C-1");
    }
}

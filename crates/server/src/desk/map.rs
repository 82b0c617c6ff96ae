//! The data map as a page: drawn, what is wrong with it, and the same as a table; beside it our own tables ([`super::own`]).
//!
//! It is drawn from the map files alone, so that it shows also where a store cannot be opened.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use abide_notice::block::Meaning;
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication, say};
use abide_policy::diagnostic::{Diagnostic, Severity};
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::text::{Country, Id, Period};
use abide_policy::vocab::{Direction, Erasure};
use abide_rights::check::{Finding, Report, Severity as Grave};
use abide_rights::recipients::recipients;
use askama::Template;

use super::draw::{Drawing, Edge, Graph, Node, Outside, draw};
use super::own::{self, OwnTable};
use super::queue::not_open;
use super::room::{Maps, NotAtDesk, Standing};

/// An edge as a line of the table.
struct Rule {
    from: String,
    to: String,
    rule: String,
    columns: String,
    when: String,
    erase: String,
}

/// Something wrong.
struct Wrong {
    meaning: Meaning,
    /// Where; empty if the text says it.
    place: String,
    /// What: texts, and what is code among them.
    text: Vec<(bool, String)>,
    /// What to do, where another tells it.
    remedy: Vec<(bool, String)>,
}

impl Wrong {
    fn new(meaning: Meaning, place: String, text: &str, remedy: &str) -> Self {
        Self { meaning, place, text: sentence(text), remedy: sentence(remedy) }
    }
}

/// A text as a sentence, in parts: what stands in backticks is code.
fn sentence(text: &str) -> Vec<(bool, String)> {
    let end = if text.is_empty() || text.ends_with('.') { "" } else { "." };
    let text = format!("{text}{end}");
    let parts = text.split('`').enumerate().map(|(at, part)| (at % 2 == 1, part.to_owned()));
    parts.filter(|(_, part)| !part.is_empty()).collect()
}

/// What came of looking at the stores: findings, or why they could not be looked at.
pub(super) type Checked = Result<Report, String>;

/// Where data goes.
struct Flow {
    store: String,
    to: String,
    rule: String,
}

/// The page.
pub(super) fn page(
    publication: &Publication,
    locale: &Locale,
    standing: &Standing,
    checked: Option<&Checked>,
) -> String {
    let frame = super::routes::frame(publication, locale, locale.say("map-title"), "/map", &[]);
    let report = checked.and_then(|c| c.as_ref().ok());
    let reading = Reading { locale, maps: &standing.maps, report };
    let graph = reading.graph();
    let flows = graph.outside.iter().flat_map(|place| {
        place.from.iter().map(|(band, rule)| Flow {
            store: graph.bands.get(*band).cloned().unwrap_or_default(),
            to: place.name.clone(),
            rule: rule.clone(),
        })
    });
    let flows = flows.collect();
    let (wrong, alone) = (reading.wrong(&graph), reading.alone(&graph));
    let drawing = (!graph.nodes.is_empty()).then(|| draw(&own::beside(graph, locale)));
    let closed = standing.desk.as_ref().err();
    let kept = publication.site.requests_kept.unwrap_or(Period::THREE_YEARS);
    let body = MapHtml {
        locale,
        closed: closed.map(|why| not_open(locale, why)),
        detail: closed.map(ToString::to_string).unwrap_or_default(),
        quiet: matches!(closed, Some(NotAtDesk::Opening | NotAtDesk::NoStores)),
        files: standing.maps.files.iter().map(|f| f.file.path.clone()).collect(),
        wrong,
        checked: checked.is_some_and(Result::is_ok),
        failed: checked.and_then(|c| c.as_ref().err().cloned()),
        can_check: closed.is_none(),
        rules: reading.rules(),
        flows,
        alone,
        drawing,
        own: own::tables(locale, kept),
    };
    html::layout(&frame, Html::of(&body))
}

struct Reading<'a> {
    locale: &'a Locale,
    maps: &'a Maps,
    report: Option<&'a Report>,
}

/// A table of a map: the number of the map, and the table.
type Spot<'a> = (usize, &'a TableMap);

impl<'a> Reading<'a> {
    fn stores(&self) -> impl Iterator<Item = (usize, &'a StoreMap)> {
        let maps = self.maps;
        maps.files.iter().enumerate().filter_map(|(at, f)| Some((at, f.map.as_ref()?)))
    }

    /// The tables, store by store; in each those of people first.
    fn tables(&self) -> Vec<Spot<'a>> {
        let mut all: Vec<Spot<'a>> = Vec::new();
        for (at, map) in self.stores() {
            let people = map.tables.iter().filter(|t| t.person.is_some());
            let rest = map.tables.iter().filter(|t| t.person.is_none());
            all.extend(people.chain(rest).map(|t| (at, t)));
        }
        all
    }

    /// Every edge in the direction in which rows become a person's.
    fn edges(&self, tables: &[Spot<'a>]) -> Vec<(usize, usize, &'a abide_policy::map::Edge)> {
        let mut found = Vec::new();
        for (here, (store, table)) in tables.iter().enumerate() {
            for edge in &table.edges {
                let there = self.store_of(edge, *store);
                let other = tables.iter().position(|(s, t)| Some(*s) == there && t.name == edge.of);
                let Some(other) = other else { continue };
                let (from, to) = match edge.kind {
                    Direction::OwnedBy | Direction::AccessedBy => (other, here),
                    Direction::Owns | Direction::Accesses => (here, other),
                };
                found.push((from, to, edge));
            }
        }
        found
    }

    fn store_of(&self, edge: &abide_policy::map::Edge, here: usize) -> Option<usize> {
        match &edge.of_store {
            None => Some(here),
            Some(id) => self.stores().find(|(_, m)| m.id == *id).map(|(at, _)| at),
        }
    }

    fn graph(&self) -> Graph {
        let tables = self.tables();
        let edges = self.edges(&tables);
        let columns = columns(&tables, &edges);
        let last = columns.values().max().map_or(0, |c| c + 1);
        let node = |(at, (store, table)): (usize, &Spot<'a>)| Node {
            band: *store,
            column: columns.get(&at).copied().unwrap_or(last),
            name: table.name.clone(),
            note: self.note(table),
            people: table.person.is_some(),
            wrong: !columns.contains_key(&at) || self.is_wrong(*store, table),
        };
        let nodes = tables.iter().enumerate().map(node).collect();
        let arrow = |(from, to, edge): &(usize, usize, &abide_policy::map::Edge)| Edge {
            from: *from,
            to: *to,
            // Whether it belongs to the person or may be seen is told by the line; the table says it in words.
            rule: edge.columns.join(", "),
            weak: is_weak(edge),
        };
        let bands =
            self.maps.files.iter().map(|f| {
                f.map.as_ref().map_or_else(String::new, |m| format!("{} ({})", m.id, m.kind))
            });
        Graph {
            bands: bands.collect(),
            nodes,
            edges: edges.iter().map(arrow).collect(),
            outside: self.outside(),
        }
    }

    fn kind(&self, edge: &abide_policy::map::Edge) -> String {
        self.locale.say(&format!("edge-{}", edge.kind))
    }

    /// Under a table's name: which people it holds, or what becomes of its rows.
    fn note(&self, table: &TableMap) -> String {
        if let Some(person) = table.person {
            return self.locale.word(person);
        }
        if table.keep.is_some() {
            return self.locale.say("map-kept");
        }
        self.locale.say(&format!("map-erase-{}", table.erase))
    }

    /// Regions in which stores are, and those who receive data of their statements.
    fn outside(&self) -> Vec<Outside> {
        let mut places: BTreeMap<(u8, String), Outside> = BTreeMap::new();
        for (at, map) in self.stores() {
            let Some(policy) = self.maps.policies.get(at).and_then(|p| p.as_deref()) else {
                continue;
            };
            let region =
                map.region.as_ref().and_then(|r| policy.regions.iter().find(|x| x.id == *r));
            if let Some(region) = region {
                let title = region.title.or_any(self.locale.lang()).to_owned();
                let name = if title.is_empty() { region.id.to_string() } else { title };
                let rule = self.locale.say("map-kept-in");
                let key = (0, region.id.to_string());
                self.add(&mut places, key, name, Some(region.country), at, rule);
            }
            let held: BTreeSet<&Id> = map.tables.iter().flat_map(statements).collect();
            for recipient in recipients(policy) {
                let receives = |s: &&Id| recipient.statements().is_none_or(|its| its.contains(s));
                let here = policy.statements.iter().map(|s| &s.id).filter(|s| held.contains(s));
                let seen: Vec<&str> = here.filter(receives).map(Id::as_str).collect();
                if !seen.is_empty() {
                    let rule = say!(self.locale, "map-receives", what = seen.join(", "));
                    let key = (1, recipient.id.to_string());
                    let name = recipient.name(self.locale);
                    self.add(&mut places, key, name, recipient.country(), at, rule);
                }
            }
        }
        places.into_values().collect()
    }

    fn add(
        &self,
        places: &mut BTreeMap<(u8, String), Outside>,
        key: (u8, String),
        name: String,
        country: Option<Country>,
        band: usize,
        rule: String,
    ) {
        let note = country.map(|country| self.locale.country(country)).unwrap_or_default();
        let place = places.entry(key).or_insert(Outside { name, note, from: Vec::new() });
        place.from.push((band, rule));
    }

    fn is_wrong(&self, store: usize, table: &TableMap) -> bool {
        let Some(file) = self.maps.files.get(store) else { return false };
        let told = |place: &str, start: &str| {
            place.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let here = format!("table.{}", table.name);
        let id = file.map.as_ref().map_or("", |m| m.id.as_str());
        let there = format!("{id}.{}", table.name);
        let found = self.report.map(|r| r.findings.as_slice()).unwrap_or_default();
        file.file.diagnostics.iter().any(|d| told(&d.place, &here))
            || found.iter().any(|f| f.severity != Grave::Note && told(&f.place, &there))
    }

    /// What is wrong: with the files, with tables that nobody owns, with what the stores were seen to hold.
    fn wrong(&self, graph: &Graph) -> Vec<Wrong> {
        let mut all: Vec<Wrong> = Vec::new();
        for file in &self.maps.files {
            all.extend(file.file.diagnostics.iter().map(|d| self.in_file(&file.file.path, d)));
        }
        if !graph.nodes.is_empty() && !graph.nodes.iter().any(|n| n.people) {
            let text = self.locale.say("map-no-people");
            all.push(Wrong::new(Meaning::Refused, String::new(), &text, ""));
        }
        let reached = reached(graph);
        let nobody = graph.nodes.iter().enumerate().filter(|(at, _)| !reached.contains(at));
        all.extend(nobody.map(|(_, node)| {
            let text = say!(self.locale, "map-nobody", table = node.name.as_str());
            Wrong::new(Meaning::Refused, String::new(), &text, "")
        }));
        all.extend(self.report.iter().flat_map(|r| &r.findings).map(|f| self.in_store(f)));
        all
    }

    fn in_file(&self, path: &str, d: &Diagnostic) -> Wrong {
        let meaning =
            if d.severity == Severity::Error { Meaning::Refused } else { Meaning::Limited };
        let remedy = self.locale.capital(&self.locale.problem_help(d));
        Wrong::new(meaning, format!("{path}: {}", d.place), &self.locale.problem(d), &remedy)
    }

    fn in_store(&self, finding: &Finding) -> Wrong {
        let meaning = match finding.severity {
            Grave::Error => Meaning::Refused,
            Grave::Warning => Meaning::Limited,
            Grave::Note => Meaning::None,
        };
        let remedy = self.locale.capital(&finding.remedy_in(self.locale));
        Wrong::new(meaning, finding.place.clone(), &finding.sentence_in(self.locale), &remedy)
    }

    fn rules(&self) -> Vec<Rule> {
        let tables = self.tables();
        let name = |at: usize| {
            let (store, table) = tables.get(at)?;
            let id = self.maps.files.get(*store)?.map.as_ref()?.id.as_str();
            Some(format!("{id}.{}", table.name))
        };
        let rule = |(from, to, edge): &(usize, usize, &abide_policy::map::Edge)| {
            let when = edge.when.iter().map(|w| format!("{} = {}", w.column, w.is));
            let erase = edge.erase.or_else(|| tables.get(*to).map(|(_, t)| t.erase));
            Rule {
                from: name(*from).unwrap_or_default(),
                to: name(*to).unwrap_or_default(),
                rule: self.kind(edge),
                columns: edge.columns.join(", "),
                when: when.collect::<Vec<_>>().join(", "),
                erase: match erase.filter(|_| !is_weak(edge)) {
                    Some(Erasure::Delete) => self.locale.say("map-erase-delete"),
                    Some(Erasure::Anonymize) => self.locale.say("map-erase-anonymize"),
                    None => self.locale.say("map-erase-none"),
                },
            }
        };
        self.edges(&tables).iter().map(rule).collect()
    }

    /// Tables that no edge names: people to whom nothing leads.
    fn alone(&self, graph: &Graph) -> Vec<String> {
        let touched = |at: usize| graph.edges.iter().any(|e| e.from == at || e.to == at);
        let alone = graph.nodes.iter().enumerate().filter(|(at, _)| !touched(*at));
        alone.map(|(_, n)| n.name.clone()).collect()
    }
}

const fn is_weak(edge: &abide_policy::map::Edge) -> bool {
    matches!(edge.kind, Direction::AccessedBy | Direction::Accesses)
}

fn statements(table: &TableMap) -> impl Iterator<Item = &Id> {
    let columns = table.columns.iter().filter_map(|c| c.statement.as_ref());
    table.statement.iter().chain(columns)
}

/// How many arrows each table is from the people; those that are not reached have none.
fn columns(
    tables: &[Spot<'_>],
    edges: &[(usize, usize, &abide_policy::map::Edge)],
) -> BTreeMap<usize, usize> {
    let people = tables.iter().enumerate().filter(|(_, (_, t))| t.person.is_some());
    let mut columns: BTreeMap<usize, usize> = people.map(|(at, _)| (at, 0)).collect();
    let mut next: VecDeque<usize> = columns.keys().copied().collect();
    while let Some(at) = next.pop_front() {
        let column = columns.get(&at).copied().unwrap_or_default() + 1;
        for (_, to, _) in edges.iter().filter(|(from, ..)| *from == at) {
            if !columns.contains_key(to) {
                columns.insert(*to, column);
                next.push_back(*to);
            }
        }
    }
    columns
}

/// The boxes to which arrows lead from people.
fn reached(graph: &Graph) -> Vec<usize> {
    let people = graph.nodes.iter().enumerate().filter(|(_, n)| n.people).map(|(at, _)| at);
    let mut reached: Vec<usize> = people.collect();
    let mut done = 0;
    while let Some(at) = reached.get(done).copied() {
        done += 1;
        for edge in graph.edges.iter().filter(|e| e.from == at) {
            if !reached.contains(&edge.to) {
                reached.push(edge.to);
            }
        }
    }
    reached
}

#[derive(Template)]
#[template(path = "desk/map.html")]
struct MapHtml<'a> {
    locale: &'a Locale,
    closed: Option<String>,
    detail: String,
    quiet: bool,
    files: Vec<String>,
    drawing: Option<Drawing>,
    wrong: Vec<Wrong>,
    checked: bool,
    failed: Option<String>,
    can_check: bool,
    rules: Vec<Rule>,
    flows: Vec<Flow>,
    alone: Vec<String>,
    /// Our own tables.
    own: Vec<OwnTable>,
}

impl MapHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn draw(&self, meaning: &Meaning) -> Html {
        html::drawn(*meaning)
    }
    fn list(&self, items: &[String]) -> String {
        self.locale.list(items)
    }
    const fn colon(&self) -> &'static str {
        self.locale.colon()
    }
}

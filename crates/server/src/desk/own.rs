//! Our own tables on the page of the data map: drawn beside the organisation's, and column by column.
//!
//! Owns: how they are shown. Leaves to others: which they are (`marks.toml` of `abide-records`), the words (`abide-rights`).

use abide_notice::Locale;
use abide_policy::text::Period;
use abide_records::own::{Column, TABLES, Table, Whose};
use abide_rights::own::{purpose, retention, title};

use super::draw::{Edge, Graph, Node};

/// A table of ours.
pub(super) struct OwnTable {
    pub(super) name: &'static str,
    pub(super) title: String,
    /// Whose its rows are.
    pub(super) rows: String,
    /// By what they are found.
    pub(super) keys: Vec<&'static str>,
    pub(super) columns: Vec<OwnColumn>,
}

/// A column of ours.
pub(super) struct OwnColumn {
    pub(super) name: &'static str,
    pub(super) purpose: String,
    pub(super) category: String,
    pub(super) retention: String,
    /// The column by which whom it is about is found; empty if it is about nobody.
    pub(super) subject: &'static str,
    /// Whom it is about, if not the person whose row it is.
    pub(super) whose: Option<String>,
}

/// Our tables in words; `kept` is how long closed requests are.
pub(super) fn tables(locale: &Locale, kept: Period) -> Vec<OwnTable> {
    TABLES.iter().map(|table| told(locale, kept, table)).collect()
}

fn told(locale: &Locale, kept: Period, table: &'static Table) -> OwnTable {
    let found = table.found.as_ref();
    let mut keys: Vec<&str> = table.askers().take(1).map(|column| column.subject).collect();
    keys.extend(found.map(|f| f.key).filter(|key| !keys.contains(key)));
    let rows = if found.is_some() { "own-rows-asker" } else { "own-rows-nobody" };
    let column = |column: &Column| OwnColumn {
        name: column.name,
        purpose: locale.capital(&purpose(locale, table, column)),
        category: column
            .category()
            .map_or_else(|| locale.say("own-category-none"), |category| locale.word(category)),
        retention: retention(locale, column.kept, kept),
        subject: if column.whose == Whose::Nobody { "" } else { column.subject },
        whose: (column.whose == Whose::Staff).then(|| locale.say("own-whose-staff")),
    };
    OwnTable {
        name: table.name,
        title: locale.capital(&title(locale, table)),
        rows: locale.say(rows),
        keys,
        columns: table.columns.iter().map(column).collect(),
    }
}

/// A drawing with our tables below the organisation's: marks of people at the left, what is found by them beside.
pub(super) fn beside(mut graph: Graph, locale: &Locale) -> Graph {
    let (band, first) = (graph.bands.len(), graph.nodes.len());
    graph.bands.push(locale.say("own-store"));
    graph.nodes.extend(TABLES.iter().map(|table| Node {
        band,
        column: usize::from(!holds_marks(table)),
        name: table.name.to_owned(),
        note: title(locale, table),
        people: holds_marks(table),
        wrong: false,
    }));
    let from = TABLES.iter().position(|table| holds_marks(table) && by(table).is_some());
    for (to, table) in TABLES.iter().enumerate().filter(|(_, table)| !holds_marks(table)) {
        let (Some(from), Some(key)) = (from, table.found.as_ref().map(|f| f.key)) else { continue };
        let rule = key.to_owned();
        graph.edges.push(Edge { from: first + from, to: first + to, rule, weak: false });
    }
    graph
}

/// The table by whose marks a table's rows are found, if that is said.
fn by(table: &Table) -> Option<&'static str> {
    Some(table.askers().next()?.subject.split_once('.')?.0)
}

/// Whether people are found in it.
fn holds_marks(table: &Table) -> bool {
    table.askers().any(|column| column.name == column.subject) || by(table) == Some(table.name)
}

#[cfg(test)]
mod tests {
    use abide_notice::Locales;
    use abide_policy::vocab::Lang;

    use super::*;

    #[test]
    fn every_table_and_column_is_said_in_every_language() {
        let locales = Locales::built_in();
        let english = tables(locales.get(Lang::En), Period::THREE_YEARS);
        for lang in locales.languages() {
            let told = tables(locales.get(lang), Period::THREE_YEARS);
            assert_eq!(told.len(), TABLES.len());
            for (table, (own, in_english)) in TABLES.iter().zip(told.iter().zip(&english)) {
                assert_eq!((own.name, own.columns.len()), (table.name, table.columns.len()));
                let pairs = own.columns.iter().zip(&in_english.columns);
                let texts = pairs.flat_map(|(c, e)| {
                    [
                        (&c.purpose, &e.purpose),
                        (&c.retention, &e.retention),
                        (&c.category, &e.category),
                    ]
                });
                for (text, english) in texts.chain([(&own.rows, &in_english.rows)]) {
                    assert!(!text.contains('‹') && !text.trim().is_empty(), "{lang}: {text}");
                    assert!(lang == Lang::En || text != english, "{lang}: {text}");
                }
            }
        }
    }

    #[test]
    fn it_is_said_whose_a_row_is_and_who_is_in_it() {
        let english = tables(Locales::built_in().get(Lang::En), Period::THREE_YEARS);
        let table = |name| english.iter().find(|t| t.name == name).unwrap();
        assert_eq!(table("plan").keys, ["request_identity.hash", "request"]);
        assert_eq!(table("request").keys, ["request_identity.hash", "id"]);
        assert_eq!(table("choice").keys, ["hash"]);
        assert_eq!(table("policy_version").keys, [""; 0]);
        let plan = table("plan");
        let approved = plan.columns.iter().find(|c| c.name == "approved_by").unwrap();
        assert_eq!(approved.subject, "approved_by");
        assert_eq!(approved.whose.as_deref(), Some("somebody of the organisation"));
        let document = plan.columns.iter().find(|c| c.name == "document").unwrap();
        assert_eq!((document.subject, &document.whose), ("request_identity.hash", &None));
        assert_eq!(document.retention, "3 years after the request is closed, then deleted");
    }

    #[test]
    fn every_table_is_drawn_and_those_with_marks_lead_to_the_others() {
        let empty = Graph { bands: vec!["centre".to_owned()], ..Graph::default() };
        let graph = beside(empty, Locales::built_in().get(Lang::En));
        assert_eq!(graph.bands, ["centre", "Abide itself"]);
        assert!(graph.nodes.len() == TABLES.len() && graph.nodes.iter().all(|n| n.band == 1));
        let name = |at: usize| graph.nodes[at].name.as_str();
        let people: Vec<_> = graph.nodes.iter().filter(|n| n.people).map(|n| &n.name).collect();
        assert_eq!(people, ["choice", "legal_hold", "request_identity", "suppression"]);
        assert!(graph.edges.iter().all(|e| name(e.from) == "request_identity"));
        let reached: Vec<_> = graph.edges.iter().map(|e| name(e.to)).collect();
        let belong = ["plan", "recipient_notice", "reminder", "request", "request_event", "step"];
        assert_eq!(reached, belong);
    }
}

//! From a parsed map file to a map.

use toml::de::DeTable;

use super::{Table, acknowledged, neutral_id};
use crate::map::{ColumnMap, Edge, KnownBy, Place, StoreMap, TableMap, When};
use crate::vocab::{Direction, Erasure, Fact, Lang, StoreKind, Subject};

/// The map that the file describes, as far as it can be read.
pub(in crate::source) fn store_map(file: &DeTable<'_>) -> StoreMap {
    let root = Table { table: Some(file), main: Lang::En };
    let store = root.table("store");
    StoreMap {
        id: store.parsed("id").unwrap_or_else(neutral_id),
        kind: store.word("kind").unwrap_or(StoreKind::Sqlite),
        place: place(store),
        region: store.parsed("region"),
        policy: store.parsed("policy").unwrap_or_else(neutral_id),
        backups: store.parsed("backups"),
        read_only: store.flag("read-only"),
        by_hand: store.line("by-hand"),
        tables: root.tables("table").filter_map(table).collect(),
        acknowledged: root.tables("acknowledge").filter_map(acknowledged).collect(),
    }
}

fn place(store: Table<'_, '_>) -> Place {
    match (store.line("place"), store.line("place-from")) {
        (None, Some(variable)) => Place::Environment(variable),
        (here, _) => Place::Here(here.unwrap_or_default()),
    }
}

fn table(t: Table<'_, '_>) -> Option<TableMap> {
    Some(TableMap {
        name: t.line("name")?,
        // A wrong word says still that they are people, and a wrong fact goes with whatever stands beside it: one mistake is one problem.
        person: t.word("person").or_else(|| t.get("person").map(|_| Subject::Customer)),
        known_by: t.tables("known-by").map(known_by).collect(),
        statement: t.parsed("statement"),
        since: t.line("since"),
        period_from: t.line("period-from"),
        duration: t.line("duration"),
        erase: t.word("erase").unwrap_or(Erasure::Delete),
        keep: t.parsed("keep"),
        edges: t.tables("edge").map(edge).collect(),
        columns: t.tables("column").filter_map(column).collect(),
    })
}

// What is said wrongly in these keeps its place in the list, by which problems name it.

fn known_by(t: Table<'_, '_>) -> KnownBy {
    KnownBy {
        fact: t.word("fact").unwrap_or(Fact::Phone),
        column: t.line("column").unwrap_or_default(),
        country: t.parsed("country"),
        exact: t.flag("exact"),
    }
}

fn edge(t: Table<'_, '_>) -> Edge {
    Edge {
        kind: t.word("kind").unwrap_or(Direction::OwnedBy),
        columns: t.lines("columns"),
        of_store: t.parsed("of-store"),
        of: t.line("of").unwrap_or_default(),
        of_columns: t.lines("of-columns"),
        when: t.tables("when").map(when).collect(),
        caller: t.get("caller").map(|_| t.tables("caller").map(when).collect()),
        about: t.lines("about"),
        erase: t.word("erase"),
        hide: t.lines("hide"),
    }
}

fn when(t: Table<'_, '_>) -> When {
    When { column: t.line("column").unwrap_or_default(), is: t.line("is").unwrap_or_default() }
}

fn column(t: Table<'_, '_>) -> Option<ColumnMap> {
    Some(ColumnMap {
        name: t.line("name")?,
        data: t.parsed("data"),
        statement: t.parsed("statement"),
        provided: t.flag("provided"),
        erase: t.word("erase"),
    })
}

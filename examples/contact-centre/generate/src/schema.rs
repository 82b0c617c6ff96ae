//! The tables of the contact centre, as a value.
//!
//! Owns: what tables there are, with keys, references and indexes, and their SQL in both dialects. Leaves to others: the
//! rows ([`crate::rows`]), running the SQL ([`crate::load`]).
//!
//! The schema has on purpose what schemas of real services have grown: every declared behaviour of references, keys of
//! several columns, references to unique columns and to the table itself, cycles, and references that nobody declared.

mod tables;

pub use tables::TABLES;

/// One table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in the order of its rows' values.
    pub columns: &'static [Column],
    /// The primary key.
    pub key: &'static [&'static str],
    /// What else is unique.
    pub unique: &'static [&'static [&'static str]],
    /// The foreign keys.
    pub references: &'static [Reference],
    /// By what else rows are looked up.
    pub indexes: &'static [&'static [&'static str]],
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it may be empty.
    pub nullable: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction.
    Number,
    /// Texts.
    Text,
    /// Days.
    Day,
    /// Moments, in UTC.
    Moment,
    /// JSON.
    Json,
}

/// One foreign key.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// The columns that refer.
    pub columns: &'static [&'static str],
    /// The table to which they refer.
    pub of: &'static str,
    /// The columns there.
    pub of_columns: &'static [&'static str],
    /// What the database does when the row there goes.
    pub then: Then,
}

/// What a database does when the row goes to which others refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The rows that refer go too.
    Cascade,
    /// They refer to nothing.
    SetNull,
    /// It refuses.
    Restrict,
    /// It refuses at the end of the statement.
    NoAction,
    /// It refuses at the end of the transaction, if references still dangle.
    Deferred,
}

/// Which database the SQL is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Table {
    /// The table of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|t| t.name == name)
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// What makes the table. In PostgreSQL it has no keys yet: rows are loaded faster without ([`Table::keys`]). SQLite
    /// can only be told of them here.
    #[must_use]
    pub fn create(&self, dialect: Dialect) -> String {
        let mut parts: Vec<String> = self.columns.iter().map(|c| c.sql(dialect)).collect();
        if dialect == Dialect::Sqlite {
            parts.push(format!("PRIMARY KEY ({})", self.key.join(", ")));
            parts.extend(self.unique.iter().map(|u| format!("UNIQUE ({})", u.join(", "))));
            parts.extend(self.references.iter().map(Reference::sql));
        }
        format!("CREATE TABLE {} (\n  {}\n)", self.name, parts.join(",\n  "))
    }

    /// What gives a loaded table of PostgreSQL its keys.
    #[must_use]
    pub fn keys(&self) -> String {
        let key = format!("ADD PRIMARY KEY ({})", self.key.join(", "));
        let unique = self.unique.iter().map(|u| format!("ADD UNIQUE ({})", u.join(", ")));
        let parts: Vec<_> = std::iter::once(key).chain(unique).collect();
        format!("ALTER TABLE {} {}", self.name, parts.join(", "))
    }

    /// What gives a loaded table of PostgreSQL its references, once all tables have their keys.
    #[must_use]
    pub fn foreign_keys(&self) -> Option<String> {
        let parts: Vec<_> = self.references.iter().map(|r| format!("ADD {}", r.sql())).collect();
        let some = !parts.is_empty();
        some.then(|| format!("ALTER TABLE {} {}", self.name, parts.join(", ")))
    }

    /// What makes the indexes: of references, and of what rows are looked up by.
    pub fn indexes(&self) -> impl Iterator<Item = String> {
        let references = self.references.iter().map(|r| r.columns);
        let wanted = references.chain(self.indexes.iter().copied());
        wanted.filter(|columns| !self.is_found_by(columns)).map(|columns| {
            let name = columns.join("_");
            format!("CREATE INDEX {0}_{name} ON {0} ({1})", self.name, columns.join(", "))
        })
    }

    /// Whether a key serves these columns already.
    fn is_found_by(&self, columns: &[&str]) -> bool {
        self.key.starts_with(columns) || self.unique.iter().any(|u| u.starts_with(columns))
    }
}

impl Column {
    const fn new(name: &'static str, holds: Holds) -> Self {
        Self { name, holds, nullable: false }
    }
    const fn or_nothing(self) -> Self {
        Self { nullable: true, ..self }
    }

    fn sql(&self, dialect: Dialect) -> String {
        let rule = if self.nullable { "" } else { " NOT NULL" };
        format!("{} {}{rule}", self.name, self.holds.sql(dialect))
    }
}

impl Holds {
    const fn sql(self, dialect: Dialect) -> &'static str {
        match (self, dialect) {
            (Self::Integer, Dialect::Sqlite) => "INTEGER",
            (Self::Integer, Dialect::Postgres) => "BIGINT",
            (Self::Number, Dialect::Sqlite) => "REAL",
            (Self::Number, Dialect::Postgres) => "DOUBLE PRECISION",
            (Self::Day, Dialect::Postgres) => "DATE",
            (Self::Moment, Dialect::Postgres) => "TIMESTAMP",
            (Self::Json, Dialect::Postgres) => "JSONB",
            (Self::Text, _) | (Self::Day | Self::Moment | Self::Json, Dialect::Sqlite) => "TEXT",
        }
    }
}

impl Reference {
    fn sql(&self) -> String {
        let (from, to) = (self.columns.join(", "), self.of_columns.join(", "));
        let then = match self.then {
            Then::Cascade => " ON DELETE CASCADE",
            Then::SetNull => " ON DELETE SET NULL",
            Then::Restrict => " ON DELETE RESTRICT",
            Then::NoAction => "",
            Then::Deferred => " DEFERRABLE INITIALLY DEFERRED",
        };
        format!("FOREIGN KEY ({from}) REFERENCES {} ({to}){then}", self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_references_name_columns_that_exist() {
        for table in TABLES {
            let unique = table.unique.iter().chain(table.indexes).copied();
            let named = unique.chain([table.key]).chain(table.references.iter().map(|r| r.columns));
            for column in named.flatten() {
                assert!(table.column(column).is_some(), "{}.{column}", table.name);
            }
            for reference in table.references {
                let of = Table::named(reference.of).unwrap();
                let unique =
                    of.key == reference.of_columns || of.unique.contains(&reference.of_columns);
                assert!(unique, "{} refers to {} by what is not unique", table.name, of.name);
                assert_eq!(reference.columns.len(), reference.of_columns.len());
            }
        }
    }

    #[test]
    fn every_behaviour_of_references_occurs() {
        let all: Vec<_> = TABLES.iter().flat_map(|t| t.references).map(|r| r.then).collect();
        for then in [Then::Cascade, Then::SetNull, Then::Restrict, Then::NoAction, Then::Deferred] {
            assert!(all.contains(&then), "{then:?}");
        }
    }

    #[test]
    fn sql_of_a_table_in_both_dialects() {
        let tags = Table::named("call_tags").unwrap();
        assert_eq!(
            tags.create(Dialect::Sqlite),
            "CREATE TABLE call_tags (\n  call_id INTEGER NOT NULL,\n  tag_id INTEGER NOT NULL,\n  \
             PRIMARY KEY (call_id, tag_id),\n  \
             FOREIGN KEY (call_id) REFERENCES calls (id) ON DELETE CASCADE,\n  \
             FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE RESTRICT\n)"
        );
        assert_eq!(tags.keys(), "ALTER TABLE call_tags ADD PRIMARY KEY (call_id, tag_id)");
        // The key begins with the call, so that only the tag needs an index.
        assert_eq!(
            tags.indexes().collect::<Vec<_>>(),
            ["CREATE INDEX call_tags_tag_id ON call_tags (tag_id)"]
        );
    }
}

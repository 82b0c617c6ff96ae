//! The data map of one store: whose rows its tables hold, and what happens to them when people use their rights.
//!
//! Owns: the value that a map file describes. Leaves to others: reading it ([`crate::source`]), the store's own schema
//! (`abide-stores`), following the edges through real rows, and what is wrong between map, schema and policy
//! (`abide-rights`).
//!
//! Rows are not listed but reached: a person is a row of a table with [`TableMap::person`], and [`Edge`]s say which other
//! rows are that person's. An edge is written at the table that holds the reference.

use crate::data::DataRef;
use crate::model::Acknowledged;
use crate::text::{Id, Period};
use crate::vocab::{Direction, Erasure, Fact, StoreKind, Subject, Treatment};

/// What a map file says about one store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreMap {
    /// Its name in this organisation: plans and exports cite it.
    pub id: Id,
    /// What it is.
    pub kind: StoreKind,
    /// Where it is.
    pub place: Place,
    /// In which region of the policy it is kept.
    pub region: Option<Id>,
    /// The policy whose statements its data falls under.
    pub policy: Id,
    /// How long what was deleted still lies in backups.
    pub backups: Option<Period>,
    /// Nothing of it is to be deleted or changed by this program: a person does that.
    pub read_only: bool,
    /// Whom to ask, or how, where a person must do what this program cannot.
    pub by_hand: Option<String>,
    /// Its tables; what is not listed holds nothing about people.
    pub tables: Vec<TableMap>,
    /// Warnings that its author has read and answered.
    pub acknowledged: Vec<Acknowledged>,
}

/// Where a store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file or folder relative to the map file, or an address without credentials.
    Here(String),
    /// The environment variable that holds the address, with credentials.
    Environment(String),
}

/// What a map says about one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMap {
    /// Its name, with its schema where it is not the first: `crm.contacts`.
    pub name: String,
    /// Each row is a person, of this kind.
    pub person: Option<Subject>,
    /// By what a person is known: only in tables of people.
    pub known_by: Vec<KnownBy>,
    /// The statement of the policy that covers its data, for columns that name none.
    pub statement: Option<Id>,
    /// The column that tells since when a row's data is held.
    pub since: Option<String>,
    /// The column that tells the day from which a statement's period counts, where that is not the day since when a row is held:
    /// the end of the contract, the last use.
    pub period_from: Option<String>,
    /// The column that tells how long a call lasted, in seconds: only in tables of calls.
    pub duration: Option<String>,
    /// What happens to a row that belongs to the erased person alone, where its edge says nothing.
    pub erase: Erasure,
    /// Why rows must stay for some time: the statement whose retention says how long and by which law.
    pub keep: Option<Id>,
    /// Whose its rows are.
    pub edges: Vec<Edge>,
    /// Its columns with personal data, as far as there is something to say about them.
    pub columns: Vec<ColumnMap>,
}

impl TableMap {
    /// A table of which nothing is said yet.
    #[must_use]
    pub const fn bare(name: String) -> Self {
        Self {
            name,
            person: None,
            known_by: Vec::new(),
            statement: None,
            since: None,
            period_from: None,
            duration: None,
            erase: Erasure::Delete,
            keep: None,
            edges: Vec::new(),
            columns: Vec::new(),
        }
    }
}

/// One way to find a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownBy {
    /// Which fact: an e-mail address, a telephone number.
    pub fact: Fact,
    /// The column that holds it.
    pub column: String,
    /// The country whose notation numbers without a country code are in: telephone numbers only.
    pub country: Option<crate::text::Country>,
    /// Every value is written in the usual way, so that an index finds all that say the same: e-mail addresses and telephone
    /// numbers only.
    pub exact: bool,
}

/// A reference that tells whose a row is. It needs no foreign key in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// In which direction ownership goes, and whether it is ownership or access.
    pub kind: Direction,
    /// The columns of this table that refer.
    pub columns: Vec<String>,
    /// The store to which they refer, if it is another one.
    pub of_store: Option<Id>,
    /// The table to which they refer.
    pub of: String,
    /// The columns there, in the order of `columns`; its primary key if empty.
    pub of_columns: Vec<String>,
    /// The edge holds only for rows with these values: the owner is chosen by a column.
    pub when: Vec<When>,
    /// The person is the one who called, in rows with these values; in all of them if the list is empty. `None`: the map
    /// does not say who called.
    pub caller: Option<Vec<When>>,
    /// The columns that tell about this person and nobody else: erased with the person where the row stays for others,
    /// and hidden from others who see the row. They are columns of the row that the edge gives: of this table for
    /// `owned-by` and `accessed-by`, of the other one for `owns` and `accesses`.
    pub about: Vec<String>,
    /// What happens to a row that this edge alone makes the erased person's; the table's if `None`.
    pub erase: Option<Erasure>,
    /// Columns that the person does not see through this edge, of the same row as `about`.
    pub hide: Vec<String>,
}

/// A condition on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The column.
    pub column: String,
    /// Its value, as text.
    pub is: String,
}

/// What a map says about one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMap {
    /// Its name.
    pub name: String,
    /// Which data it holds, in the policy's words.
    pub data: Option<DataRef>,
    /// The statement that covers it, if not the table's.
    pub statement: Option<Id>,
    /// The person gave it (GDPR Art. 20 gives it back).
    pub provided: bool,
    /// What becomes of it when its row stays without its person; chosen by its type if `None`.
    pub erase: Option<Treatment>,
}

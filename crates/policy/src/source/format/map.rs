//! The tables and keys of a map file ([`crate::map`]).

use super::{ACKNOWLEDGE_ITEM, COUNTRY, DATA, ID, LINE, PERIOD, may, must};
use crate::source::shape::{Field, Format, Key, Kind, Shape, words};
use crate::vocab::{Direction, Erasure, Fact, StoreKind, Subject, Treatment};

const STORED: Kind = Kind::Str(Format::Stored);
static STORED_ITEM: Kind = STORED;
const COLUMNS: Kind = Kind::List(&STORED_ITEM, Key::Number);

/// A map file.
pub static MAP_FILE: Shape = Shape {
    name: "the map file",
    doc: "The data map of one store: whose rows its tables hold, and what happens to them.",
    fields: &[
        must("store", Kind::Table(&STORE), "which store this is, and where"),
        may(
            "table",
            Kind::List(&TABLE_ITEM, Key::Unique("name")),
            "its tables; what is not listed holds nothing about people",
        ),
        may(
            "acknowledge",
            Kind::List(&ACKNOWLEDGE_ITEM, Key::Number),
            "warnings that the author has read and answered",
        ),
    ],
};

static STORE: Shape = Shape {
    name: "`[store]`",
    doc: "Which store this is, and where.",
    fields: &[
        must("id", ID, "its name in this organisation: plans and exports cite it"),
        must("kind", Kind::Word(words::<StoreKind>()), "what it is"),
        PLACE,
        may(
            "place-from",
            Kind::Str(Format::Variable),
            "instead of `place`: the environment variable that holds the address, with credentials",
        ),
        must("policy", ID, "the policy whose statements its data falls under"),
        may("region", ID, "in which region of the policy it is kept"),
        may("backups", PERIOD, "how long what was deleted still lies in backups"),
        may(
            "read-only",
            Kind::Bool,
            "Abide deletes and changes nothing in it: a person does that, and Abide reads it back",
        ),
        may(
            "by-hand",
            LINE,
            "whom to ask, or how, where a person must do what Abide cannot: shown with the request",
        ),
    ],
};

/// Where a store is, said in the file; it or `place-from` is needed.
pub(crate) const PLACE: Field = may(
    "place",
    LINE,
    "where it is: a file or folder relative to this file, or an address without credentials",
);

static TABLE_ITEM: Kind = Kind::Table(&TABLE);
static TABLE: Shape = Shape {
    name: "`[[table]]`",
    doc: "A table with data about people, and whose its rows are.",
    fields: &[
        must("name", STORED, "its name, with its schema where it is not the first: `crm.contacts`"),
        may("person", Kind::Word(words::<Subject>()), "each row is a person, of this kind"),
        may(
            "known-by",
            Kind::List(&KNOWN_BY_ITEM, Key::Number),
            "by what a person is known; only in tables of people",
        ),
        may("statement", ID, "the statement that covers its data, for columns that name none"),
        may("since", STORED, "the column that tells since when a row's data is held"),
        may(
            "period-from",
            STORED,
            "the column with the day of the end of the contract or of the last use, where the statement's period counts from that",
        ),
        may("duration", STORED, "the column that tells how long a call lasted, in seconds"),
        may(
            "erase",
            Kind::Word(words::<Erasure>()),
            "what happens to a row that belongs to the erased person alone: `delete` if not said",
        ),
        may(
            "keep",
            ID,
            "why rows must stay for some time: the statement whose retention says how long",
        ),
        may("edge", Kind::List(&EDGE_ITEM, Key::Number), "whose its rows are"),
        may(
            "column",
            Kind::List(&COLUMN_ITEM, Key::Unique("name")),
            "its columns with personal data, as far as there is something to say about them",
        ),
    ],
};

static KNOWN_BY_ITEM: Kind = Kind::Table(&KNOWN_BY);
static KNOWN_BY: Shape = Shape {
    name: "`known-by`",
    doc: "One way to find a person.",
    fields: &[
        must("fact", Kind::Word(words::<Fact>()), "which fact"),
        must("column", STORED, "the column that holds it"),
        may(
            "country",
            COUNTRY,
            "the country whose notation telephone numbers without a country code are in",
        ),
        may(
            "exact",
            Kind::Bool,
            "every value is written in the usual way (numbers as `+4930…`, addresses in small letters), so an index finds all",
        ),
    ],
};

static EDGE_ITEM: Kind = Kind::Table(&EDGE);
static EDGE: Shape = Shape {
    name: "`[[table.edge]]`",
    doc: "A reference that tells whose a row is. It needs no foreign key in the store.",
    fields: &[
        must(
            "kind",
            Kind::Word(words::<Direction>()),
            "in which direction ownership goes, and whether it is ownership or access",
        ),
        must("columns", COLUMNS, "the columns of this table that refer"),
        must("of", STORED, "the table to which they refer"),
        may(
            "of-columns",
            COLUMNS,
            "the columns there, in the same order; its primary key if not said",
        ),
        may("of-store", ID, "the store to which they refer, if it is another one"),
        may(
            "when",
            Kind::List(&WHEN_ITEM, Key::Number),
            "the edge holds only for rows with these values: a column chooses the owner",
        ),
        may(
            "caller",
            Kind::List(&WHEN_ITEM, Key::Number),
            "this person called, in rows with these values; in all rows if the list is empty",
        ),
        may(
            "about",
            COLUMNS,
            "the columns that tell about this person and nobody else: erased where the row stays for others, hidden from them",
        ),
        may("hide", COLUMNS, "columns that the person does not see through this edge"),
        may(
            "erase",
            Kind::Word(words::<Erasure>()),
            "what happens to a row that this edge alone makes the erased person's; as the table says if not said",
        ),
    ],
};

static WHEN_ITEM: Kind = Kind::Table(&WHEN);
static WHEN: Shape = Shape {
    name: "`when`",
    doc: "A condition on a row.",
    fields: &[must("column", STORED, "the column"), must("is", LINE, "its value, as text")],
};

static COLUMN_ITEM: Kind = Kind::Table(&COLUMN);
static COLUMN: Shape = Shape {
    name: "`[[table.column]]`",
    doc: "A column with personal data.",
    fields: &[
        must("name", STORED, "its name"),
        may("data", DATA, "which data it holds, in the policy's words"),
        may("statement", ID, "the statement that covers it, if not the table's"),
        may("provided", Kind::Bool, "the person gave it (GDPR Art. 20 gives it back)"),
        may(
            "erase",
            Kind::Word(words::<Treatment>()),
            "what becomes of it when its row stays without its person; chosen by its type if not said",
        ),
    ],
};

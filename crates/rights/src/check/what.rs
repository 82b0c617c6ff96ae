//! Every kind of finding about a data map: its stable word, how severe it is, what people read.
//!
//! Owns: the list and the English sentences, with gaps. Leaves to others: finding them, other languages.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Requests would be answered wrongly, or the policy is broken.
    Error,
    /// Probably so; somebody must look.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! findings {
    ($($(#[$meta:meta])* $variant:ident $severity:ident $word:literal { $message:literal, $remedy:literal })+) => {
        /// A kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum What { $($(#[$meta])* $variant,)+ }

        impl What {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Its stable name.
            #[must_use]
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            /// How bad it is as a rule.
            #[must_use]
            pub const fn severity(self) -> Severity { match self { $(Self::$variant => Severity::$severity,)+ } }
            /// What it says, with gaps in braces.
            #[must_use]
            pub const fn message(self) -> &'static str { match self { $(Self::$variant => $message,)+ } }
            /// What to do, with gaps in braces.
            #[must_use]
            pub const fn remedy(self) -> &'static str { match self { $(Self::$variant => $remedy,)+ } }
        }
    };
}

findings! {
    /// Personal data in a table that no person owns.
    NobodysData Error "nobodys-data" {
        "holds personal data ({kind} in {count} of {of} sampled values), but no person owns the rows of `{table}`: no request finds them",
        "add an edge from `{table}` to the table of the people whose data it is, or list the column with `erase = \"keep\"` if it is nobody's"
    }
    /// Personal data in a column that the map does not list, in rows that may stay.
    UnlistedColumn Warning "unlisted-column" {
        "holds personal data ({kind} in {count} of {of} sampled values) and is not in the map, and rows of `{table}` may stay without their person: it would stay as it is",
        "list the column with what becomes of it, or name it in `about` of the edge to the person that it tells about"
    }
    /// Personal data in a column that the map does not list, in rows that go with their person.
    UnnamedColumn Note "unnamed-column" {
        "holds personal data ({kind} in {count} of {of} sampled values) and is not in the map: it goes with its row, but exports cannot say what it is",
        "list the column with its `data`"
    }
    /// A table of people by whom nobody can be found.
    NobodyFound Error "nobody-found" {
        "is a table of people, but nothing tells by what a person is known: nobody can be found in it",
        "add `known-by` with the columns of e-mail address, telephone number or customer number"
    }
    /// A column by which people are found, without an index.
    SlowIdentity Warning "slow-identity" {
        "people are found by it without an index: each request reads {rows} of `{table}`",
        "make an index on `{table}` ({columns})"
    }
    /// A way of the map without an index.
    SlowEdge Warning "slow-edge" {
        "the way from `{source}` to `{table}` has no index: each request reads {rows} of `{table}`",
        "make an index on `{table}` ({columns})"
    }
    /// A way of the map without an index, on the way back to other owners.
    SlowReturn Warning "slow-return" {
        "rows of `{source}` may belong to several people, and the way back to them has no index: each request reads {rows} of `{table}`",
        "make an index on `{table}` ({columns})"
    }
    /// A foreign key without an index, at a table of which rows go.
    SlowReference Warning "slow-reference" {
        "refers to `{parent}` without an index: for each row of `{parent}` that goes, the store reads {rows} of `{table}`",
        "make an index on `{table}` ({columns})"
    }
    /// A foreign key to people's rows, from a table that nobody owns.
    LeftBehind Warning "left-behind" {
        "refers to `{parent}`, whose rows are people's, but no edge says whose the rows of `{table}` are: they stay when people go, with an empty reference",
        "add an edge for ({columns}); if the rows are nobody's, an `accessed-by` edge says so"
    }
    /// A foreign key to people's rows that cannot be let go.
    BlocksErasure Error "blocks-erasure" {
        "must refer to `{parent}`, and no edge says whose the rows of `{table}` are: rows of `{parent}` can only be emptied, never deleted, while these refer to them",
        "add an edge for ({columns}), or let the columns be empty"
    }
    /// A foreign key to people's rows that cannot be let go, from rows that may be somebody else's.
    HoldsBack Warning "holds-back" {
        "must refer to `{parent}`, but its rows are given to people by other edges: a row of `{parent}` to which another person's row refers is emptied instead of deleted",
        "add an edge for ({columns}) if the rows belong to the same people, or let the columns be empty"
    }
    /// Rows that no edge gives to anybody.
    OwnerlessRows Warning "ownerless-rows" {
        "{count} of {of} sampled rows belong to nobody: in them {columns} are empty or lead nowhere by their condition, so that no request finds them",
        "add an edge by another column, or make sure that such rows tell about nobody"
    }
    /// The store empties what says whose a row is.
    LosesOwner Note "loses-owner" {
        "the store empties it when a row of `{parent}` goes (ON DELETE SET NULL): whatever deletes that row without this program leaves rows of `{table}` that nobody owns any more",
        "let the store refuse instead (ON DELETE RESTRICT)"
    }
    /// The store deletes rows that may be others'.
    TakesOthers Warning "takes-others" {
        "the store deletes rows of `{table}` with a row of `{parent}` (ON DELETE CASCADE), although they may be other people's or nobody's: whatever deletes that row without this program takes them along",
        "let the store refuse instead (ON DELETE RESTRICT), or add the edge if the rows go with their parent"
    }
    /// References that cannot be empty go round in a circle.
    Circle Note "circle" {
        "{tables} refer to each other in a circle by references that are never empty: their rows can only go together",
        "nothing, as long as the store checks these references at the end of a transaction"
    }
    /// The same, where the store checks at once.
    ClosedCircle Error "closed-circle" {
        "{tables} refer to each other in a circle by references that are never empty, and the store checks them at once: their rows cannot go",
        "make one of the references deferrable, or let its columns be empty"
    }
    /// A value that cannot be emptied.
    NeutralValue Note "neutral-value" {
        "would be emptied where a row of `{table}` stays without its person, but may not be empty: it gets a neutral value (an empty text, zero)",
        "say in `erase` what becomes of it, or let the column be empty"
    }
    /// Without the policy nothing can be compared with it.
    NoPolicy Warning "no-policy" {
        "the policy `{policy}` is not at hand: what its statements say about this store was not checked",
        "name a policy of the site in the map"
    }
    /// Personal data without a statement.
    NoStatement Warning "no-statement" {
        "holds people's data, but names no statement of the policy: nothing says why it is kept, and how long",
        "add `statement` to the table or to each of its columns"
    }
    /// Data that its statement does not declare.
    UndeclaredData Error "undeclared-data" {
        "holds `{data}`, which the statement `{statement}` does not declare",
        "add `{data}` to the statement's data, or name the statement that declares it"
    }
    /// A kind of data that its statement, but another one, declares.
    OtherStatement Warning "other-statement" {
        "holds {kind} ({count} of {of} sampled values), whose category `{category}` the statement `{statement}` does not declare, though others do",
        "name the statement that covers the column, or add the data to this one"
    }
    /// A kind of data that no statement declares.
    UndeclaredCategory Error "undeclared-category" {
        "holds {kind} ({count} of {of} sampled values), whose category `{category}` no statement of the policy declares",
        "declare the data in a statement of the policy, or stop keeping it"
    }
    /// Data that is older than the policy allows.
    Overdue Error "overdue" {
        "{count} of {of} rows are older than the statement `{statement}` allows ({period}): the oldest is of {oldest}",
        "delete or anonymize them, and have it done regularly"
    }
    /// Rows that are kept by law without telling since when.
    KeptForever Warning "kept-forever" {
        "rows of `{table}` are kept for `{statement}`, but nothing tells since when: they would be kept forever",
        "add `since` with the column of the day from which the period counts"
    }
    /// The age of data cannot be told.
    NoAge Note "no-age" {
        "its statement `{statement}` allows {period}, but no column tells since when a row is held: its age was not checked",
        "add `since` with that column, if there is one"
    }
}

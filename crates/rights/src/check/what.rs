//! Every kind of finding about a data map: its stable word, and how severe it is as a rule.
//!
//! Owns: the list. Leaves to others: finding them, what people read (`locales/<lang>/findings.ftl`).

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
    ($($(#[$meta:meta])* $variant:ident $severity:ident $word:literal)+) => {
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
        }
    };
}

findings! {
    /// Personal data in a table that no person owns.
    NobodysData Error "nobodys-data"
    /// Personal data in a column that the map does not list, in rows that may stay.
    UnlistedColumn Warning "unlisted-column"
    /// Personal data in a column that the map does not list, in rows that go with their person.
    UnnamedColumn Note "unnamed-column"
    /// The account may not read a table.
    Unreadable Error "unreadable"
    /// The account may not read a table that only a sweep reads.
    Unswept Warning "unswept"
    /// The account may not delete or change rows of a table.
    NoRight Warning "no-right"
    /// Old versions of rows of a table are kept, and the account may not delete them.
    OldVersions Warning "old-versions"
    /// What the account may do with rows of a table could not be asked.
    Unasked Note "unasked"
    /// The store cannot delete rows of a table, or shall not.
    ByHand Note "by-hand"
    /// A table of people by whom nobody can be found.
    NobodyFound Error "nobody-found"
    /// A column by which people are found, without an index.
    SlowIdentity Warning "slow-identity"
    /// Values by which people are known that cannot be read as what the map says they are.
    UnreadValues Warning "unread-values"
    /// People in files without the number by which their rows are remembered.
    RowsWithoutId Warning "rows-without-id"
    /// One such number for people who have nothing else in common.
    SharedIds Warning "shared-ids"
    /// A column that the map names and no file has.
    MissingColumns Warning "missing-columns"
    /// A column that is said to be written in one way, and is not.
    Inexact Error "inexact"
    /// Telephone numbers without country code, and the map does not say of which country they are.
    NoCountry Warning "no-country"
    /// A column that is not said to be written in one way.
    ManySpellings Note "many-spellings"
    /// A way of the map without an index.
    SlowEdge Warning "slow-edge"
    /// A way of the map without an index, on the way back to other owners.
    SlowReturn Warning "slow-return"
    /// A way of the map that compares with case what is compared without where it starts.
    LosesCase Warning "loses-case"
    /// A foreign key without an index, at a table of which rows go.
    SlowReference Warning "slow-reference"
    /// A foreign key to people's rows, from a table that nobody owns.
    LeftBehind Warning "left-behind"
    /// A foreign key to people's rows that cannot be let go.
    BlocksErasure Error "blocks-erasure"
    /// A foreign key to people's rows that cannot be let go, from rows that may be somebody else's.
    HoldsBack Warning "holds-back"
    /// A reference to people's rows that no foreign key declares and no edge covers.
    UndeclaredReference Warning "undeclared-reference"
    /// Files that people's rows name, and no edge gives to anybody.
    NamedFiles Warning "named-files"
    /// Rows that nothing names.
    NamelessRows Error "nameless-rows"
    /// A table with too many columns to be read.
    TooWide Error "too-wide"
    /// An edge without a foreign key by numbers that the store gives again, from rows that may stay.
    ReusableKeys Warning "reusable-keys"
    /// A foreign key that the store cannot check.
    UnfitReference Error "unfit-reference"
    /// Rows in tables that inherit from one of the map.
    InheritedRows Error "inherited-rows"
    /// References of an edge of which no row has the values.
    DanglingReferences Warning "dangling-references"
    /// Paths that name no file.
    MissingFiles Warning "missing-files"
    /// Rows that no edge gives to anybody.
    OwnerlessRows Warning "ownerless-rows"
    /// The store empties what says whose a row is.
    LosesOwner Note "loses-owner"
    /// The store deletes rows that may be others'.
    TakesOthers Warning "takes-others"
    /// The store changes rows that may be others' with a column that an erasure would change.
    CarriesOthers Error "carries-others"
    /// References that cannot be empty go round in a circle.
    Circle Note "circle"
    /// The same, where the store checks at once.
    ClosedCircle Error "closed-circle"
    /// Triggers on people's rows, which may write copies of them.
    Triggers Warning "triggers"
    /// A value that cannot be emptied.
    NeutralValue Note "neutral-value"
    /// A value that must be another one, of a type in which none is known that tells nothing.
    NoNeutralValue Error "no-neutral-value"
    /// A rule of the store that refuses what an erasure would write.
    RefusedByRule Error "refused-by-rule"
    /// Rules of the store of which it could not be told whether they refuse it.
    UntriedRule Note "untried-rule"
    /// Without the policy nothing can be compared with it.
    NoPolicy Warning "no-policy"
    /// Personal data without a statement.
    NoStatement Warning "no-statement"
    /// Data that its statement does not declare.
    UndeclaredData Error "undeclared-data"
    /// A kind of data that its statement, but another one, declares.
    OtherStatement Warning "other-statement"
    /// A kind of data that no statement declares.
    UndeclaredCategory Error "undeclared-category"
    /// Data that is older than the policy allows.
    Overdue Error "overdue"
    /// Rows that are kept by law without telling since when.
    KeptForever Warning "kept-forever"
    /// The age of data cannot be told.
    NoAge Note "no-age"
    /// Files that no table of the map has.
    UncoveredFiles Warning "uncovered-files"
    /// Files that two tables of the map have.
    FilesOfTwo Error "files-of-two"
    /// Views whose rows are stored: copies.
    StoredViews Warning "stored-views"
    /// Tables that lie on another server.
    ForeignTables Warning "foreign-tables"
    /// Large objects, which no table holds.
    LargeObjects Warning "large-objects"
    /// Full-text indexes of which the words cannot be read.
    WordIndexes Warning "word-indexes"
    /// How long backups of a store last is not said.
    NoBackups Warning "no-backups"
}

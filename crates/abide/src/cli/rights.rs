//! What can be typed about maps, people's rights and requests.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::{FigureFormat, name};

/// Where the desk is.
#[derive(Debug, Args)]
pub(crate) struct Desk {
    /// The site's folder: its file `abide.toml` names the maps of the stores.
    #[arg(long, default_value = ".", global = true)]
    pub(crate) site: PathBuf,
    /// Where our own records are: a file, or an address of PostgreSQL; `.abide/records.db` in the site's folder if not said.
    #[arg(long, global = true)]
    pub(crate) records: Option<PathBuf>,
    /// How to write.
    #[arg(long, value_enum, default_value_t = FigureFormat::Text, global = true)]
    pub(crate) format: FigureFormat,
    /// Who does it, for the history.
    #[arg(long, default_value = "command line", global = true, value_parser = name)]
    pub(crate) by: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MapWhat {
    /// Proposes the map of a store from its schema, its foreign keys and samples of its values; of a folder from its files. Writes
    /// a map file to standard output, with reasons on standard error.
    Discover(MapDiscover),
    /// Tells what is wrong with or missing in the maps of a site, and shows how rows are reached. Exits with 1 on errors.
    Check(MapCheck),
}

#[derive(Debug, Args)]
pub(crate) struct MapDiscover {
    /// The store: a SQLite file, a folder of files (JSON Lines, CSV, vCon, transcripts, recordings), or an address:
    /// `postgres://user@host/database` without password (`PGPASSWORD`), `s3://bucket/prefix`.
    pub(crate) place: String,
    /// What the store is called.
    #[arg(long, default_value = "store")]
    pub(crate) id: String,
    /// The policy under which its data falls.
    #[arg(long, default_value = "service")]
    pub(crate) policy: String,
    /// The file of that policy: then columns are told which of its data they hold.
    #[arg(long)]
    pub(crate) policy_file: Option<PathBuf>,
    /// How to write: as a map file, or as JSON with the map file and the reasons in it.
    #[arg(long, value_enum, default_value_t = FigureFormat::Text)]
    pub(crate) format: FigureFormat,
}

#[derive(Debug, Args)]
pub(crate) struct MapCheck {
    #[command(flatten)]
    pub(crate) desk: Desk,
    /// Shows how every table is reached, by which index, and what happens to its rows.
    #[arg(long)]
    pub(crate) explain: bool,
}

/// A request that arrives on the command line.
#[derive(Debug, Args)]
pub(crate) struct Open {
    #[command(flatten)]
    pub(crate) desk: Desk,
    /// Who asks: `email=…`, `phone=…`, `id=…`, `name=…` with `born=…` or `postal-code=…`. Several facts may be given.
    #[arg(long, required = true)]
    pub(crate) subject: Vec<String>,
    /// The country of telephone numbers that are given without country code; the policy's if not said.
    #[arg(long)]
    pub(crate) country: Option<String>,
    /// The country whose law sets the deadline; the policy's if not said.
    #[arg(long)]
    pub(crate) jurisdiction: Option<String>,
    /// The person's language.
    #[arg(long, default_value = "en")]
    pub(crate) language: String,
    /// The day on which the request arrived, which cannot be in the future; today if not said.
    #[arg(long)]
    pub(crate) received: Option<Date>,
    /// Of several people who are found, these, by the codes that are shown with them; several codes are one person.
    #[arg(long, value_name = "CODE")]
    pub(crate) choose: Vec<String>,
    /// Only shows what would happen: nothing is recorded, nothing is changed.
    #[arg(long, conflicts_with = "yes")]
    pub(crate) plan: bool,
    /// Approves the plan and carries it out at once.
    #[arg(long)]
    pub(crate) yes: bool,
}

/// A legal hold on a person.
#[derive(Debug, Args)]
pub(crate) struct Hold {
    #[command(flatten)]
    pub(crate) desk: Desk,
    /// Whose data: `email=…`, `phone=…`, `id=…`, `name=…` with `born=…` or `postal-code=…`. Several facts may be given.
    #[arg(long, required = true)]
    pub(crate) subject: Vec<String>,
    /// The country of telephone numbers that are given without country code; the policy's if not said.
    #[arg(long)]
    pub(crate) country: Option<String>,
    /// Of several people who are found, these, by the codes that are shown with them; several codes are one person.
    #[arg(long, value_name = "CODE")]
    pub(crate) choose: Vec<String>,
    /// For which claim, without personal data: whoever it is about may ask for it.
    #[arg(long)]
    pub(crate) reason: String,
    /// Its last day, if one is known.
    #[arg(long)]
    pub(crate) until: Option<Date>,
    /// Only these stores and tables: `centre`, `centre.calls`; everything if nothing is named.
    #[arg(long, value_delimiter = ',')]
    pub(crate) tables: Vec<String>,
    /// Only what falls under these statements of the policy.
    #[arg(long, value_delimiter = ',')]
    pub(crate) statements: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RightsWhat {
    /// A copy of everything, with what the policy says about it (GDPR Art. 15).
    Access {
        #[command(flatten)]
        open: Open,
        /// Also hands out recordings in which others are heard: whoever says so has weighed it (Art. 15(4)).
        #[arg(long)]
        shared_recordings: bool,
    },
    /// What the person provided, for taking elsewhere (Art. 20).
    Port(Open),
    /// Everything goes that need not stay (Art. 17).
    Erase(Open),
    /// Something wrong is put right (Art. 16).
    Rectify {
        #[command(flatten)]
        open: Open,
        /// The right value: `contacts.email=new@example.org`.
        #[arg(long, required = true)]
        set: Vec<String>,
    },
    /// From now on nothing is done with it but keeping (Art. 18).
    Restrict(Open),
    /// Some purposes end (Art. 21).
    Object {
        #[command(flatten)]
        open: Open,
        /// Which purposes: `contact`, `telemarketing`; all if not said.
        #[arg(long)]
        purpose: Vec<String>,
    },
    /// A consent no longer holds (Art. 7(3)).
    Withdraw {
        #[command(flatten)]
        open: Open,
        /// For which purposes; all if not said.
        #[arg(long)]
        purpose: Vec<String>,
    },
    /// Keeps a person's data from erasure because a legal claim needs it (Art. 17(3)(e)). Exits with 1 if several people are
    /// known by the facts.
    Hold(Hold),
    /// Lists the legal holds: on how many facts, why, until when, who placed and lifted them.
    Holds {
        #[command(flatten)]
        desk: Desk,
    },
    /// Lifts a legal hold: requests that it kept from their end are to be taken up.
    Lift {
        #[command(flatten)]
        desk: Desk,
        /// Which hold.
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RequestsWhat {
    /// Lists requests, those first that are due first.
    List {
        #[command(flatten)]
        desk: Desk,
        /// The closed ones instead.
        #[arg(long)]
        closed: bool,
    },
    /// Shows everything about a request: history, plan, what it waits for.
    Show {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// Says whom a request is about, of the people whom `abide requests show` shows; or that it is none of them.
    Settle {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// Which of the people, by the codes that are shown with them; several codes are one person.
        #[arg(required_unless_present = "nobody", value_name = "CODE")]
        people: Vec<String>,
        /// None of them: whatever was asked for is then done for nobody.
        #[arg(long, conflicts_with = "people")]
        nobody: bool,
    },
    /// Approves the plan of a request, and carries it out.
    Approve {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// The first digits of the fingerprint of the plan that you saw; it is asked for so that no other plan is approved.
        #[arg(long)]
        plan: String,
        /// Only approves it: `abide requests work` carries it out, together with others.
        #[arg(long)]
        later: bool,
        /// A copy also has the recordings in which others are heard: whoever says so has weighed it (Art. 15(4)).
        #[arg(long)]
        shared_recordings: bool,
    },
    /// Refuses a request, with a reason that the person is told (Art. 12(4)): `abide requests letter` writes the letter.
    Refuse {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// `unidentified`, `unfounded`, `excessive` or `exempt`.
        #[arg(long)]
        reason: String,
        /// What the person is told.
        #[arg(long)]
        text: String,
        /// Only shows the letter that the person would get: nothing is recorded, nothing is changed.
        #[arg(long)]
        plan: bool,
    },
    /// The letter that tells the person, in their language, that it takes longer, that it is refused or what was done (Art. 12).
    Letter {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// Writes it into this file as a page (HTML), to print or send; else it is shown as text.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Whom it is for: name and address, line by line (`--to` for each). It stands in the letter alone and is not stored.
        #[arg(long)]
        to: Vec<String>,
        /// Why the answer comes late, if it does. It stands in the letter alone and is not stored.
        #[arg(long, value_name = "REASON")]
        late: Option<String>,
    },
    /// The person was asked who they are (`identity`) or what they want (`clarification`).
    Ask {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// `identity` or `clarification`.
        what: String,
    },
    /// The person has answered.
    Answered {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// The person takes the request back.
    TakeBack {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// Ends what was chosen by a request that is done: a restriction is lifted, an objection taken back, consent given anew.
    EndChoice {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// The person was told that the restriction is lifted (Art. 18(3)); needed for restrictions.
        #[arg(long)]
        told: bool,
    },
    /// Extends the period, with a reason that the person was told (Art. 12(3)).
    Extend {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The new last day, where the law leaves it open (Switzerland).
        #[arg(long)]
        until: Option<Date>,
        /// Only shows the letter that the person would get: nothing is recorded, nothing is changed.
        #[arg(long)]
        plan: bool,
    },
    /// What a store could not do was done by hand: it is looked at at once, and if something is left, the request waits again. Of
    /// a closed request, the reminders are ticked off.
    HandDone {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// A copy that lay ready was looked at and handed out: the request is closed as of that day, and whom it was about is forgotten.
    /// That cannot be undone.
    HandedOut {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// On which day; today if not said.
        #[arg(long, value_name = "DAY")]
        on: Option<Date>,
        /// By which way: `post`, `email`, `download`, `in-person` or `other`.
        #[arg(long, value_name = "WAY")]
        way: String,
    },
    /// A copy that lies ready shall be made again, since the data has changed: it is thrown away, and a new plan waits for approval.
    CopyAgain {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// Puts right what was noted wrongly when the request was filed, until something was done for it: the person is looked for
    /// again, and a plan falls. The history says which facts were wrong, not what they were.
    Correct {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// Who asks, in the place of all that was stated: `email=…`, `phone=…`, `id=…`, `name=…` with `born=…` or `postal-code=…`.
        #[arg(long, required = true)]
        subject: Vec<String>,
        /// The country of telephone numbers that are given without country code; as it was if not said.
        #[arg(long)]
        country: Option<String>,
    },
    /// Opens an erasure anew that a legal hold kept from its end, once the hold has ended.
    TakeUp {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
    },
    /// What was found afterwards: it `stays`, or it `goes` too, with a new plan. Unless the map says whose it is by now, or somebody
    /// took it out by hand, that plan is the same again.
    Residue {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// `stays` or `goes`.
        what: String,
    },
    /// A recipient was told of what was done (Art. 19).
    Told {
        #[command(flatten)]
        desk: Desk,
        /// Which request.
        id: String,
        /// Which recipient.
        recipient: String,
        /// They were not: it was ticked off by mistake. The history has both.
        #[arg(long)]
        undo: bool,
    },
    /// Looks whether people who were erased are in the stores again, by an import or otherwise. Reads the tables of people whole.
    Returned {
        #[command(flatten)]
        desk: Desk,
    },
    /// Makes a new key for the marks by which people who were erased or objected are known again, and moves what is kept of people
    /// who are in the stores. Former keys are needed until nothing is kept under them: it says how much is.
    NewKey {
        #[command(flatten)]
        desk: Desk,
        /// A former key, such as `k1`, whose file is lost for good: what was kept under it is deleted, and no new key is made.
        #[arg(long)]
        lost: Option<String>,
    },
    /// Deletes closed requests, marks, copies and what was written about refusals that are past their period (`requests-kept` in the
    /// site file; 30 days for the last two), as every command does that carries requests on.
    Forget {
        #[command(flatten)]
        desk: Desk,
        /// Only says how many would go.
        #[arg(long)]
        plan: bool,
    },
    /// Carries on every request that waits for nobody.
    Work {
        #[command(flatten)]
        desk: Desk,
        /// Reads stores whole, before an erasure is called done, for values that only erased people had; then rebuilds the
        /// files of SQLite stores, so that no copy of what was deleted is left in them, and cleans PostgreSQL stores of dead rows
        /// (without it, those for which a closed request waits). Takes as long as the stores are large.
        #[arg(long)]
        sweep: bool,
    },
}

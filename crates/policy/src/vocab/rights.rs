//! The words of data maps and of requests: stores, whose a row is and what becomes of it, by what people are known, what they ask
//! for and how that goes on.

use std::fmt;

use super::Vocabulary;

vocabulary! {
    /// What a store of personal data is.
    StoreKind, "kind of store" {
        /// A SQLite database.
        Sqlite = "sqlite",
        /// A PostgreSQL database.
        Postgresql = "postgresql",
        /// A folder of files.
        Files = "files",
    }
}

vocabulary! {
    /// Whose a row is, told by a reference in it.
    Direction, "kind of edge" {
        /// The row belongs to whoever owns the row to which it refers.
        OwnedBy = "owned-by",
        /// The row to which it refers belongs to whoever owns this one.
        Owns = "owns",
        /// Whoever owns the row to which it refers may see this row, but it is not theirs.
        AccessedBy = "accessed-by",
        /// Whoever owns this row may see the row to which it refers, but it is not theirs.
        Accesses = "accesses",
    }
}

vocabulary! {
    /// What happens to a row when the person to whom alone it belongs is erased.
    Erasure, "kind of erasure" {
        /// It goes.
        Delete = "delete",
        /// It stays, without what tells about the person.
        Anonymize = "anonymize",
    }
}

vocabulary! {
    /// What becomes of a value when its row stays without its person.
    Treatment, "treatment of a column" {
        /// Nothing is there any more.
        Empty = "empty",
        /// Another value that tells nothing, different in each row, for columns that must be unique.
        Unique = "unique",
        /// A date of the same month.
        Month = "month",
        /// A free text without what tells about the person.
        Redact = "redact",
        /// It stays: it tells nothing about the person without the rest.
        Keep = "keep",
    }
}

vocabulary! {
    /// By what a person is known.
    Fact, "fact about a person" {
        /// An e-mail address.
        Email = "email",
        /// A telephone number, in any spelling.
        Phone = "phone",
        /// A number that the organisation gave: of a customer, an agent, an account.
        Id = "id",
        /// A name, whole or in parts. Names are shared: they need a second fact.
        Name = "name",
        /// A date of birth: only beside another fact.
        Born = "born",
        /// A postal code: only beside another fact.
        PostalCode = "postal-code",
    }
}

vocabulary! {
    /// What a person asks for.
    RequestKind, "kind of request" {
        /// A copy of everything, with what the policy says about it (GDPR Art. 15).
        Access = "access",
        /// What the person provided, for taking elsewhere (Art. 20).
        Portability = "portability",
        /// That something wrong is put right (Art. 16).
        Rectification = "rectification",
        /// That everything goes (Art. 17).
        Erasure = "erasure",
        /// That nothing is done with it but keeping (Art. 18).
        Restriction = "restriction",
        /// That some purposes end (Art. 21).
        Objection = "objection",
        /// That a consent no longer holds (Art. 7(3)).
        Withdrawal = "withdrawal",
    }
}

vocabulary! {
    /// How far a request has come.
    RequestState, "state of a request" {
        /// It has arrived; who it is about is not settled.
        Received = "received",
        /// Who it is about is settled; there is no plan.
        Identified = "identified",
        /// There is a plan, which nobody has approved.
        Planned = "planned",
        /// The plan is approved; nothing has been done.
        Approved = "approved",
        /// It is being carried out.
        Running = "running",
        /// Everything is done; whether it is true is being verified.
        Verifying = "verifying",
        /// It cannot go on before somebody does something: what, its [`Waits`] says.
        Waiting = "waiting",
        /// It was carried out and verified.
        Done = "done",
        /// It was refused, with reasons (Art. 12(4), 12(5)).
        Refused = "refused",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// What a request waits for.
    Waits, "reason for waiting" {
        /// That somebody says which of several people it is about, or that the identity is proved.
        Identity = "identity",
        /// That the person says more closely what is asked for.
        Clarification = "clarification",
        /// That somebody approves the plan.
        Approval = "approval",
        /// A new plan: the data changed after this one was approved.
        Plan = "plan",
        /// A store that went away.
        Store = "store",
        /// That a person does what a store cannot do.
        Hand = "hand",
        /// That a person decides about values that were found afterwards.
        Residue = "residue",
        /// That a person looks at the copy that lies ready, hands it out and says so.
        HandingOut = "handing-out",
        /// A worker: its turn comes by itself.
        Turn = "turn",
    }
}

vocabulary! {
    /// By which way a person was given their copy.
    Way, "way of handing out" {
        /// By post, on a carrier.
        Post = "post",
        /// By e-mail.
        Email = "email",
        /// For them to fetch: from a portal, by a link.
        Download = "download",
        /// Into their hand.
        InPerson = "in-person",
        /// By another way.
        Other = "other",
    }
}

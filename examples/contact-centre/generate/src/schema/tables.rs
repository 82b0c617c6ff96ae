//! The tables, in an order in which none but cycles refers to a later one.

use super::{Column, Holds, Reference, Table, Then};

const ID: &[&str] = &["id"];

const fn int(name: &'static str) -> Column {
    Column::new(name, Holds::Integer)
}
const fn number(name: &'static str) -> Column {
    Column::new(name, Holds::Number)
}
const fn text(name: &'static str) -> Column {
    Column::new(name, Holds::Text)
}
const fn day(name: &'static str) -> Column {
    Column::new(name, Holds::Day)
}
const fn moment(name: &'static str) -> Column {
    Column::new(name, Holds::Moment)
}
const fn json(name: &'static str) -> Column {
    Column::new(name, Holds::Json)
}
const fn to(columns: &'static [&'static str], of: &'static str, then: Then) -> Reference {
    Reference { columns, of, of_columns: ID, then }
}

/// A table without keys beside its number.
const PLAIN: Table =
    Table { name: "", columns: &[], key: ID, unique: &[], references: &[], indexes: &[] };

/// All tables.
pub const TABLES: &[Table] = &[
    Table {
        name: "customers",
        columns: &[
            int("id"),
            text("name"),
            text("country"),
            text("language"),
            text("contact_person"),
            text("billing_email"),
            text("street"),
            text("postal_code"),
            text("city"),
            moment("created_at"),
        ],
        indexes: &[&["billing_email"]],
        ..PLAIN
    },
    Table {
        name: "teams",
        columns: &[int("id"), int("customer_id"), text("name"), int("lead_agent_id").or_nothing()],
        references: &[
            to(&["customer_id"], "customers", Then::Cascade),
            to(&["lead_agent_id"], "agents", Then::SetNull),
        ],
        ..PLAIN
    },
    Table {
        name: "agents",
        columns: &[
            int("id"),
            int("customer_id"),
            int("team_id").or_nothing(),
            text("login"),
            text("name"),
            text("email"),
            text("extension").or_nothing(),
            text("phone_e164").or_nothing(),
            day("hired_on"),
            day("left_on").or_nothing(),
        ],
        unique: &[&["login"]],
        references: &[
            to(&["customer_id"], "customers", Then::Restrict),
            to(&["team_id"], "teams", Then::SetNull),
        ],
        indexes: &[&["email"], &["phone_e164"]],
        ..PLAIN
    },
    Table {
        name: "contacts",
        columns: &[
            int("id"),
            int("customer_id"),
            text("customer_no"),
            text("given_name"),
            text("family_name"),
            text("email").or_nothing(),
            text("phone").or_nothing(),
            text("phone_e164").or_nothing(),
            day("born_on").or_nothing(),
            text("street").or_nothing(),
            text("postal_code").or_nothing(),
            text("city").or_nothing(),
            text("country"),
            text("language"),
            int("merged_into").or_nothing(),
            json("custom").or_nothing(),
            moment("created_at"),
        ],
        unique: &[&["customer_id", "customer_no"]],
        references: &[
            to(&["customer_id"], "customers", Then::Restrict),
            to(&["merged_into"], "contacts", Then::NoAction),
        ],
        indexes: &[&["email"], &["phone_e164"], &["family_name", "given_name"], &["customer_no"]],
        ..PLAIN
    },
    Table {
        name: "calls",
        columns: &[
            int("id"),
            text("uid"),
            int("customer_id"),
            int("caller_contact_id").or_nothing(),
            int("second_contact_id").or_nothing(),
            int("agent_id").or_nothing(),
            // By what the caller is known: contact, number, nothing.
            text("known_by"),
            text("direction"),
            text("caller_number").or_nothing(),
            text("caller_e164").or_nothing(),
            text("second_number").or_nothing(),
            text("callee_number"),
            text("queue"),
            text("outcome"),
            moment("started_at"),
            int("duration_s"),
            int("cost_cents"),
        ],
        unique: &[&["uid"]],
        references: &[
            to(&["customer_id"], "customers", Then::Restrict),
            to(&["caller_contact_id"], "contacts", Then::SetNull),
            to(&["second_contact_id"], "contacts", Then::NoAction),
            to(&["agent_id"], "agents", Then::Restrict),
        ],
        indexes: &[&["caller_e164"]],
        ..PLAIN
    },
    Table {
        name: "call_steps",
        columns: &[
            int("call_id"),
            int("step_no"),
            text("kind"),
            text("detail").or_nothing(),
            int("after_s"),
        ],
        key: &["call_id", "step_no"],
        references: &[to(&["call_id"], "calls", Then::Cascade)],
        ..PLAIN
    },
    Table {
        name: "quality",
        columns: &[
            int("id"),
            int("call_id").or_nothing(),
            number("mos"),
            number("jitter_ms"),
            int("lost_packets"),
            text("codec"),
        ],
        unique: &[&["call_id"]],
        references: &[to(&["call_id"], "calls", Then::SetNull)],
        ..PLAIN
    },
    Table {
        name: "notes",
        columns: &[
            int("id"),
            // Of what: contact, call, agent. The database cannot check such a reference.
            text("subject_type"),
            int("subject_id"),
            int("author_agent_id").or_nothing(),
            text("body"),
            moment("created_at"),
        ],
        references: &[to(&["author_agent_id"], "agents", Then::SetNull)],
        indexes: &[&["subject_type", "subject_id"]],
        ..PLAIN
    },
    Table {
        name: "tags",
        columns: &[int("id"), int("customer_id"), text("name")],
        unique: &[&["customer_id", "name"]],
        references: &[to(&["customer_id"], "customers", Then::Cascade)],
        ..PLAIN
    },
    Table {
        name: "call_tags",
        columns: &[int("call_id"), int("tag_id")],
        key: &["call_id", "tag_id"],
        references: &[
            to(&["call_id"], "calls", Then::Cascade),
            to(&["tag_id"], "tags", Then::Restrict),
        ],
        ..PLAIN
    },
    Table {
        name: "threads",
        columns: &[
            int("id"),
            int("customer_id"),
            int("contact_id").or_nothing(),
            text("channel"),
            text("subject").or_nothing(),
            int("last_message_id").or_nothing(),
            moment("opened_at"),
        ],
        references: &[
            to(&["customer_id"], "customers", Then::Restrict),
            to(&["contact_id"], "contacts", Then::Restrict),
            // With `messages.thread_id` a cycle.
            to(&["last_message_id"], "messages", Then::Deferred),
        ],
        ..PLAIN
    },
    Table {
        name: "messages",
        columns: &[
            int("id"),
            int("thread_id"),
            int("reply_to").or_nothing(),
            int("agent_id").or_nothing(),
            text("direction"),
            text("address"),
            text("body"),
            moment("sent_at"),
        ],
        references: &[
            to(&["thread_id"], "threads", Then::NoAction),
            to(&["reply_to"], "messages", Then::SetNull),
            to(&["agent_id"], "agents", Then::SetNull),
        ],
        ..PLAIN
    },
    Table {
        name: "campaigns",
        columns: &[
            int("id"),
            int("customer_id"),
            text("name"),
            day("starts_on"),
            day("ends_on").or_nothing(),
        ],
        references: &[to(&["customer_id"], "customers", Then::Cascade)],
        ..PLAIN
    },
    Table {
        name: "campaign_members",
        // Who is called is known by the number alone.
        columns: &[
            int("campaign_id"),
            text("phone_e164"),
            text("status"),
            moment("dialled_at").or_nothing(),
        ],
        key: &["campaign_id", "phone_e164"],
        references: &[to(&["campaign_id"], "campaigns", Then::Cascade)],
        indexes: &[&["phone_e164"]],
        ..PLAIN
    },
    Table {
        name: "consents",
        columns: &[
            int("id"),
            int("customer_id"),
            text("customer_no"),
            text("purpose"),
            text("given_by"),
            moment("given_at"),
            moment("withdrawn_at").or_nothing(),
        ],
        references: &[Reference {
            columns: &["customer_id", "customer_no"],
            of: "contacts",
            of_columns: &["customer_id", "customer_no"],
            then: Then::Cascade,
        }],
        ..PLAIN
    },
    Table {
        name: "blacklist",
        columns: &[
            int("id"),
            int("customer_id"),
            text("phone_e164"),
            text("reason"),
            moment("created_at"),
        ],
        unique: &[&["customer_id", "phone_e164"]],
        references: &[to(&["customer_id"], "customers", Then::Cascade)],
        indexes: &[&["phone_e164"]],
        ..PLAIN
    },
    Table {
        name: "invoices",
        columns: &[
            int("id"),
            int("customer_id"),
            text("number"),
            day("issued_on"),
            int("total_cents"),
        ],
        unique: &[&["number"]],
        references: &[to(&["customer_id"], "customers", Then::Restrict)],
        ..PLAIN
    },
    Table {
        name: "invoice_lines",
        columns: &[
            int("invoice_id"),
            int("line_no"),
            int("call_id").or_nothing(),
            text("called_number").or_nothing(),
            int("duration_s"),
            int("cost_cents"),
        ],
        key: &["invoice_id", "line_no"],
        references: &[
            to(&["invoice_id"], "invoices", Then::Restrict),
            to(&["call_id"], "calls", Then::NoAction),
        ],
        ..PLAIN
    },
    Table {
        name: "webhook_log",
        columns: &[
            int("id"),
            text("event"),
            // The `uid` of a call; nothing declares it.
            text("event_ref"),
            json("payload"),
            int("status"),
            moment("sent_at"),
        ],
        indexes: &[&["event_ref"]],
        ..PLAIN
    },
    Table {
        name: "search_index",
        columns: &[int("call_id"), text("body")],
        key: &["call_id"],
        references: &[to(&["call_id"], "calls", Then::Cascade)],
        ..PLAIN
    },
    Table {
        name: "recordings",
        columns: &[int("id"), int("call_id"), text("path"), int("seconds"), moment("created_at")],
        unique: &[&["path"]],
        references: &[to(&["call_id"], "calls", Then::NoAction)],
        ..PLAIN
    },
    Table {
        name: "transcripts",
        columns: &[
            int("id"),
            int("call_id"),
            int("recording_id").or_nothing(),
            text("path"),
            text("format"),
            text("language"),
            text("summary"),
        ],
        unique: &[&["path"]],
        references: &[
            to(&["call_id"], "calls", Then::Cascade),
            to(&["recording_id"], "recordings", Then::SetNull),
        ],
        ..PLAIN
    },
];

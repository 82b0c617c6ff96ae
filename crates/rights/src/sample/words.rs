//! What names of tables and columns say.
//!
//! Owns: cutting names into words, and the few words that schemas everywhere use. Names only ever propose.

use abide_detect::Kind;
use abide_policy::vocab::Subject;
use abide_stores::ColumnAt;
use abide_stores::schema::Table;

/// A name as words: `billing_phoneNumber` is `billing phone Number`.
pub(crate) fn spoken(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            out.push(' ');
            lower = false;
            continue;
        }
        if c.is_uppercase() && lower {
            out.push(' ');
        }
        lower = c.is_lowercase();
        out.push(c);
    }
    out
}

/// The words of a name, in small letters, each in the singular.
pub(crate) fn words(name: &str) -> Vec<String> {
    spoken(name).split_whitespace().map(|w| singular(&w.to_lowercase())).collect()
}

fn singular(word: &str) -> String {
    match word {
        _ if word.len() < 4
            || word.ends_with("ss")
            || word.ends_with("us")
            || word.ends_with("is") =>
        {
            word.to_owned()
        }
        "people" => "person".to_owned(),
        _ => match (word.strip_suffix("ies"), word.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}y"),
            (None, Some(stem)) => stem.to_owned(),
            (None, None) => word.to_owned(),
        },
    }
}

/// The last word of a table's name, which mostly says what a row is: `person` of `crm.natural_persons`, `recording` of
/// `recordings/[0-9]*/*.wav`.
pub(crate) fn thing(table: &str) -> String {
    let said = |part: &&str| part.chars().any(char::is_alphabetic);
    let title = title(table);
    title.rsplit('/').find(said).and_then(|name| words(name).pop()).unwrap_or_default()
}

/// A glob of files without its signs and its ending; any other name as it is.
fn title(table: &str) -> String {
    let name = table.strip_suffix(".gz").unwrap_or(table);
    let endings = [".vcon.json", ".jsonl", ".ndjson", ".csv", ".tsv"];
    let ending = endings.iter().find_map(|e| name.strip_suffix(e));
    let name = match (ending, name.rsplit_once("/*.").or(name.strip_prefix("*.").map(|_| ("", ""))))
    {
        (Some(stem), _) => stem,
        (None, Some((folders, _))) => folders,
        (None, None) => name,
    };
    name.replace("[0-9]*", "").replace('*', "")
}

/// Which kind of person a row of a table is, by its name.
pub(crate) fn subject(table: &str) -> Option<Subject> {
    Some(match thing(table).as_str() {
        "customer" | "client" | "user" | "account" | "member" | "patient" | "student" | "guest"
        | "person" | "profile" | "subscriber" | "passenger" | "owner" | "driver" | "buyer" => {
            Subject::Customer
        }
        "contact" | "lead" | "prospect" | "participant" => Subject::Contact,
        "caller" => Subject::Caller,
        "agent" | "operator" => Subject::Agent,
        "employee" | "staff" | "doctor" | "teacher" | "nurse" | "admin" | "worker" => {
            Subject::Employee
        }
        "applicant" | "candidate" => Subject::Applicant,
        "visitor" => Subject::Visitor,
        _ => return None,
    })
}

/// Whether a reference of this name is of somebody who works with a row rather than of whom it is about.
pub(crate) fn is_of_staff(column: &str) -> bool {
    const STAFF: &[&str] = &[
        "admin",
        "agent",
        "approved",
        "approver",
        "assigned",
        "assignee",
        "author",
        "changed",
        "created",
        "creator",
        "doctor",
        "editor",
        "employee",
        "handled",
        "handler",
        "lead",
        "manager",
        "modified",
        "operator",
        "reviewer",
        "staff",
        "supervisor",
        "teacher",
        "updated",
    ];
    words(column).iter().any(|w| STAFF.contains(&w.as_str()))
}

/// Whether a table's reference to itself says that two rows are the same: `merged_into`.
pub(crate) fn is_merge(column: &str) -> bool {
    const MERGES: &[&str] = &["merged", "merge", "duplicate", "dup", "canonical", "same", "master"];
    words(column).iter().any(|w| MERGES.contains(&w.as_str()))
}

/// Which kind of personal data a column of this name holds.
pub(crate) fn kind(table: &str, column: &str) -> Option<Kind> {
    let words = words(column);
    let has = |any: &[&str]| words.iter().any(|w| any.contains(&w.as_str()));
    let whole = words.join(" ");
    if has(&["id", "count", "type", "kind", "status"]) {
        return None;
    }
    Some(match whole.as_str() {
        "name" if subject(table).is_some() => Kind::Person,
        _ if has(&["name"]) && words.iter().any(|w| subject(w).is_some()) => Kind::Person,
        _ if has(&["email", "mail"]) || whole.contains("e mail") => Kind::Email,
        _ if has(&["phone", "telephone", "mobile", "fax", "msisdn", "e164", "tel"]) => Kind::Phone,
        _ if has(&["birthday", "birthdate", "dob", "born", "birth"]) => Kind::DateOfBirth,
        _ if has(&["surname", "firstname", "lastname", "fullname"]) => Kind::Person,
        _ if has(&["name"])
            && has(&["given", "first", "last", "family", "middle", "full", "maiden"]) =>
        {
            Kind::Person
        }
        _ if has(&["street", "address", "postcode", "zip"]) || whole.contains("postal") => {
            Kind::Address
        }
        _ if has(&["iban"]) => Kind::Iban,
        _ if has(&["login", "username", "nickname"]) => Kind::User,
        _ if has(&["password", "secret", "apikey", "token"]) => Kind::Secret,
        _ if has(&["ip", "ipaddr"]) => Kind::Ip,
        _ => return None,
    })
}

/// Whether a column's name lets the detector see people where there are things: the `name` of a tag, the `uid` of a call.
pub(crate) fn misleads(column: &str, kind: Kind) -> bool {
    let words = words(column);
    match kind {
        Kind::Person => {
            matches!(words.as_slice(), [w] if matches!(w.as_str(), "name" | "title" | "label"))
        }
        Kind::User => {
            matches!(words.as_slice(), [w] if matches!(w.as_str(), "uid" | "uuid" | "guid"))
        }
        _ => false,
    }
}

/// Whether a column holds postal codes.
pub(crate) fn is_postal_code(column: &str) -> bool {
    let words = words(column);
    let has = |word: &str| words.iter().any(|w| w == word);
    has("zip") || has("postcode") || (has("postal") && has("code")) || has("plz")
}

/// Whether a column holds a number or name that the organisation gave.
pub(crate) fn is_given_id(column: &str) -> bool {
    const GIVEN: &[&str] = &["no", "number", "login", "username", "code", "ref", "nr", "sku"];
    words(column).last().is_some_and(|w| GIVEN.contains(&w.as_str()))
}

/// The name of the thing to which a column refers: `contact` of `contact_id`.
pub(crate) fn stem(column: &str) -> Option<String> {
    let mut words = words(column);
    let last = words.pop()?;
    let refers =
        matches!(last.as_str(), "id" | "ref" | "uid" | "uuid" | "key" | "fk" | "no" | "number");
    if !refers {
        words.push(last)
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// Columns that are dates from which data is held, the best first.
pub(crate) fn since(table: &Table) -> impl Iterator<Item = ColumnAt> {
    const FIRST: &[&str] = &[
        "created",
        "started",
        "sent",
        "received",
        "opened",
        "given",
        "issued",
        "recorded",
        "submitted",
        "inserted",
        "registered",
        "added",
        "hired",
        "joined",
        "signed",
        "logged",
        "timestamp",
        "date",
    ];
    FIRST.iter().flat_map(move |word| {
        let all = table.columns.iter().enumerate();
        all.filter(move |(_, c)| words(&c.name).first().is_some_and(|w| w == word))
            .map(|(at, _)| at)
    })
}

/// Columns of which one may say to which table another refers: `owner_type` and `owner_id`.
pub(crate) fn pairs(table: &Table) -> impl Iterator<Item = (ColumnAt, ColumnAt)> {
    let named =
        |name: String| table.columns.iter().position(|c| c.name.eq_ignore_ascii_case(&name));
    table.columns.iter().enumerate().filter_map(move |(chooser, column)| {
        let lower = column.name.to_lowercase();
        let head = ["_type", "_kind", "_table", "_class", "type"]
            .iter()
            .find_map(|t| lower.strip_suffix(t))?;
        let found =
            ["_id", "_ref", "_key", "id"].iter().find_map(|end| named(format!("{head}{end}")))?;
        (!head.is_empty()).then_some((chooser, found))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words_in_the_singular() {
        for (name, expected) in [
            ("billing_phoneNumber", "billing phone number"),
            ("crm.NaturalPersons", "crm natural person"),
            ("companies", "company"),
            ("status_address", "status address"),
            ("people", "person"),
        ] {
            assert_eq!(words(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn a_table_says_what_its_rows_are() {
        for (table, expected) in [
            ("crm.natural_persons", "person"),
            ("contacts.csv", "contact"),
            ("export/contacts-[0-9]*.jsonl.gz", "contact"),
            ("transcripts/*.jsonl", "transcript"),
            ("recordings/[0-9]*/*.wav", "recording"),
            ("*.txt", ""),
        ] {
            assert_eq!(thing(table), expected, "{table}");
        }
    }

    #[test]
    fn names_of_columns_tell_kinds() {
        for (table, column, expected) in [
            ("users", "name", Some(Kind::Person)),
            ("tags", "name", None),
            ("orders", "customer_name", Some(Kind::Person)),
            ("x", "first_name", Some(Kind::Person)),
            ("x", "email_id", None),
            ("x", "e_mail", Some(Kind::Email)),
            ("x", "mobile", Some(Kind::Phone)),
            ("x", "address_type", None),
            ("x", "amount", None),
        ] {
            assert_eq!(kind(table, column), expected, "{table}.{column}");
        }
    }

    #[test]
    fn references_name_their_thing_and_their_role() {
        for (column, expected) in [
            ("caller_contact_id", "caller contact"),
            ("contactId", "contact"),
            ("id", ""),
            ("email", "email"),
        ] {
            assert_eq!(stem(column).unwrap_or_default(), expected);
        }
        assert!(
            is_of_staff("created_by") && is_of_staff("agent_id") && !is_of_staff("customer_id")
        );
        assert!(is_merge("merged_into") && !is_merge("parent_id"));
    }
}

use super::*;
use crate::source::read_policy;
use proptest::prelude::*;

const SMALL: &str = crate::decide::doc::EXAMPLE;

fn set(place: &str, value: &str) -> Edit {
    Edit::Set(place.to_owned(), New::Str(value.to_owned()))
}

/// The lines that a change touches: removed, added.
fn touched(change: &Edit) -> (Vec<String>, Vec<String>) {
    let after = edit(SMALL, change).unwrap();
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for line in crate::diff::lines(SMALL, &after) {
        match line {
            crate::diff::Line::Removed(l) => removed.push(l.to_owned()),
            crate::diff::Line::Added(l) => added.push(l.to_owned()),
            crate::diff::Line::Same(_) => {}
        }
    }
    (removed, added)
}

#[test]
fn a_change_touches_its_line_only() {
    for (change, removed, added) in [
        (
            set("policy.access", "all"),
            r#"access       = "contact-and-other""#,
            r#"access       = "all""#,
        ),
        (
            set("statement.orders.purposes.contact", "opt-out"),
            r#"purposes   = { current = "always", contact = { choice = "opt-in", basis = "consent" } }"#,
            r#"purposes   = { current = "always", contact = { choice = "opt-out", basis = "consent" } }"#,
        ),
        (
            set("statement.orders.purposes.current.basis", "contract"),
            r#"purposes   = { current = "always", contact = { choice = "opt-in", basis = "consent" } }"#,
            r#"purposes   = { current = { choice = "always", basis = "contract" }, contact = { choice = "opt-in", basis = "consent" } }"#,
        ),
        (
            set("statement.orders.retention.period", "30 days"),
            r#"retention  = { kind = "stated-purpose", period = "6 months" }"#,
            r#"retention  = { kind = "stated-purpose", period = "30 days" }"#,
        ),
        (
            Edit::Remove("statement.orders.data.user.gender".to_owned()),
            r#"data       = ["user.home-info.postal", "user.gender"]"#,
            r#"data       = ["user.home-info.postal"]"#,
        ),
        (set("entity.phone", "+49 30 1"), "", r#"phone = "+49 30 1""#),
        (set("entity.city", "Berlin"), "", r#"city  = "Berlin""#),
        (
            Edit::Set(
                "statement.orders.subjects".to_owned(),
                New::List(vec!["visitor".to_owned()]),
            ),
            r#"subjects   = ["visitor", "customer"]"#,
            r#"subjects   = ["visitor"]"#,
        ),
    ] {
        let (gone, came) = touched(&change);
        assert_eq!(gone.join("\n"), removed, "{change:?}");
        assert_eq!(came.join("\n"), added, "{change:?}");
    }
}

#[test]
fn comments_stay() {
    let source = "[policy] # a\n# b\naccess = \"all\" # c\n\n# d\n[entity]\nname = \"x\"\n";
    let after = edit(source, &set("policy.access", "none")).unwrap();
    assert_eq!(after, source.replace("all", "none"));
    let after = edit(source, &set("policy.name", "site")).unwrap();
    assert!(
        after.contains("# a")
            && after.contains("# b")
            && after.contains("# c")
            && after.contains("# d")
    );
}

#[test]
fn places_that_no_policy_file_has_are_refused() {
    for place in [
        "",
        ".",
        "x",
        "policy.x",
        "policy",
        "statement.none.title",
        "statement.orders.purposes.fun",
        "policy.access.more",
    ] {
        assert!(matches!(edit(SMALL, &set(place, "x")), Err(EditError::NoPlace(_))), "{place}");
    }
    assert_eq!(edit("= x", &set("policy.access", "x")), Err(EditError::Syntax));
}

#[test]
fn statements_can_be_added_filled_and_removed() {
    let added = edit(SMALL, &Edit::Add("statement".to_owned(), "logs".to_owned())).unwrap();
    assert!(added.ends_with("\n[[statement]]\nid = \"logs\"\n"), "{added}");
    let again = edit(&added, &Edit::Add("statement".to_owned(), "logs".to_owned()));
    assert_eq!(again, Err(EditError::Exists("logs".to_owned())));
    let filled = edit(&added, &set("statement.logs.title.en", "Logs")).unwrap();
    let filled = edit(&filled, &set("statement.logs.purposes.admin", "always")).unwrap();
    assert!(
        filled.contains("title = { en = \"Logs\" }")
            && filled.contains("purposes = { admin = \"always\" }"),
        "{filled}"
    );
    assert_eq!(edit(&added, &Edit::Remove("statement.logs".to_owned())).unwrap(), SMALL);
}

#[test]
fn a_choice_is_set_wherever_the_use_is() {
    let policy = read_policy(SMALL).value.unwrap();
    let edits = choose(&policy, Use::Recipient(Recipient::Delivery), Choice::OptOut);
    assert_eq!(edits, [set("statement.orders.recipients.delivery", "opt-out")]);
    assert_eq!(choose(&policy, Use::Recipient(Recipient::Public), Choice::OptIn), []);
}

fn append(place: &str, value: &str) -> Edit {
    Edit::Append(place.to_owned(), New::Str(value.to_owned()))
}

fn remove(place: &str) -> Edit {
    Edit::Remove(place.to_owned())
}

/// A file in the other manners that authors have: dotted keys, lists over lines, tables of texts, comments between.
const LONG: &str = r#"[policy]
name = "site" # which
languages = ["de", "en"]
title.de = "Datenschutz"

[[security.measures]]
de = "Verschlüsselt"

[[statement]]
id = "orders" # cited
title.de = "Bestellungen"
data = [ # what
  "user.name", # why the name
  # only for delivery
  { ref = "user.gender", optional = true }, # why the gender
  "user.bdate" # last
]
purposes.current.choice = "always"
purposes.contact = "always"
subjects = [
  "visitor",
  "customer",
]
retention = { kind = "stated-purpose", period = "1 day" }

[[statement.recipients.delivery.who]]
de = "Post"

# the basket
[[cookie]]
name = "basket"
statement = "orders"
"#;

/// [`LONG`] with these pieces replaced.
fn long(replace: &[(&str, &str)]) -> String {
    replace.iter().fold(LONG.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn every_manner_of_writing_is_kept() {
    for (change, replace) in [
        (set("policy.version", "2"), ("\"Datenschutz\"\n", "\"Datenschutz\"\nversion = \"2\"\n")),
        (
            set("statement.orders.title.en", "Orders"),
            ("data = [", "title.en = \"Orders\"\ndata = ["),
        ),
        (
            set("statement.orders.purposes.current", "opt-out"),
            ("choice = \"always\"", "choice = \"opt-out\""),
        ),
        (
            set("statement.orders.purposes.contact", "opt-in"),
            ("contact = \"always\"", "contact = \"opt-in\""),
        ),
        (
            set("statement.orders.purposes.contact.basis", "consent"),
            ("contact = \"always\"", "contact = { choice = \"always\", basis = \"consent\" }"),
        ),
        (
            set("statement.orders.retention.since", "last-use"),
            (", period = \"1 day\" }", ", period = \"1 day\", since = \"last-use\" }"),
        ),
        (set("statement.orders.data.user.gender", "user.cert"), ("user.gender", "user.cert")),
        (
            set("statement.orders.recipients.delivery.who.0.en", "Mail"),
            ("\"Post\"\n", "\"Post\"\nen = \"Mail\"\n"),
        ),
        (set("security.measures.0.de", "TLS"), ("Verschlüsselt", "TLS")),
        (remove("statement.orders.retention.period"), (", period = \"1 day\" }", " }")),
        (remove("statement.orders.data.user.gender.optional"), (", optional = true }", " }")),
        (
            append("statement.orders.subjects", "caller"),
            ("\"customer\",\n", "\"customer\",\n  \"caller\",\n"),
        ),
        (append("policy.languages", "sk"), ("\"en\"]", "\"en\", \"sk\"]")),
        (remove("policy.languages.0"), ("[\"de\", \"en\"]", "[\"en\"]")),
        (remove("statement.orders.subjects.1"), ("  \"customer\",\n", "")),
        (
            remove("statement.orders.recipients.delivery.who.0"),
            ("\n[[statement.recipients.delivery.who]]\nde = \"Post\"\n", ""),
        ),
    ] {
        assert_eq!(edit(LONG, &change).unwrap(), long(&[replace]), "{change:?}");
    }
}

#[test]
fn comments_between_the_elements_of_a_list_stay_with_theirs() {
    let without_name = edit(LONG, &remove("statement.orders.data.user.name")).unwrap();
    assert_eq!(without_name, long(&[("  \"user.name\", # why the name\n", "")]));
    let without_gender = edit(LONG, &remove("statement.orders.data.user.gender")).unwrap();
    let gender =
        "  # only for delivery\n  { ref = \"user.gender\", optional = true }, # why the gender\n";
    assert_eq!(without_gender, long(&[(gender, "")]));
}

#[test]
fn a_text_of_one_language_becomes_one_of_several() {
    let source = "[policy]\nlanguages = [\"en\"]\ntitle = \"Privacy\" # short\n[security]\nmeasures = [\"TLS\"]\n";
    let after = edit(source, &set("policy.title.de", "Datenschutz")).unwrap();
    let table = "title = { en = \"Privacy\", de = \"Datenschutz\" } # short";
    assert_eq!(after, source.replace("title = \"Privacy\" # short", table));
    assert_eq!(
        edit(&after, &set("policy.title.en", "Data")).unwrap(),
        after.replace("Privacy", "Data")
    );
    let same = edit(source, &set("policy.title.en", "Data")).unwrap();
    assert_eq!(same, source.replace("Privacy", "Data"));
    let measure = edit(source, &set("security.measures.0.de", "Verschlüsselt")).unwrap();
    assert_eq!(measure, source.replace("\"TLS\"", "{ en = \"TLS\", de = \"Verschlüsselt\" }"));
    let texts = New::Texts(vec![(Lang::De, "Schloss".to_owned()), (Lang::En, "Lock".to_owned())]);
    let more = edit(source, &Edit::Append("security.measures".to_owned(), texts)).unwrap();
    assert_eq!(more, source.replace("\"TLS\"]", "\"TLS\", { de = \"Schloss\", en = \"Lock\" }]"));
}

#[test]
fn what_may_be_left_out_goes_with_its_last_part() {
    let source =
        "[policy]\nlanguages = [\"en\"]\nintroduction = { en = \"x\" }\ntitle = { en = \"y\" }\n";
    let after = edit(source, &remove("policy.introduction.en")).unwrap();
    assert_eq!(after, source.replace("introduction = { en = \"x\" }\n", ""));
    let after = edit(source, &remove("policy.title.en")).unwrap();
    assert!(after.contains("title = {"), "{after}");
    let after = edit("[policy]\nlanguages = [\"en\"]\ntitle = \"x\"\n", &remove("policy.title.en"));
    assert_eq!(after.unwrap(), "[policy]\nlanguages = [\"en\"]\n");
    let one = "[[statement]]\nid = \"a\"\nsubjects = [\"visitor\"]\n";
    let after = edit(one, &remove("statement.a.subjects.0")).unwrap();
    assert_eq!(after, "[[statement]]\nid = \"a\"\n");
}

#[test]
fn elements_of_open_tables_are_set_and_removed() {
    let source = "[entity]\nname = \"x\"\n";
    let with = edit(source, &set("entity.other.business.contact-info.telecom", "1")).unwrap();
    assert_eq!(with, format!("{source}other = {{ \"business.contact-info.telecom\" = \"1\" }}\n"));
    assert_eq!(edit(&with, &remove("entity.other.business.contact-info.telecom")).unwrap(), source);
}

#[test]
fn an_element_without_its_name_is_called_by_its_number() {
    let source = "[[statement]]\ntitle = \"x\"\n";
    let after = edit(source, &set("statement.0.id", "a")).unwrap();
    assert_eq!(after, "[[statement]]\ntitle = \"x\"\nid = \"a\"\n");
    assert!(edit(&after, &set("statement.0.id", "b")).is_err());
}

#[test]
fn renaming_takes_along_what_refers_to_it() {
    let source = format!(
        "{SMALL}regions = [\"eu\"]\n\n[[cookie]]\nname = \"b\"\nstatement = \"orders\"\ntitle = \"B\"\n\
         [[acknowledge]]\ncode = \"consent.storage\"\nat = \"statement.orders.data\"\nreason = \"x\"\n"
    );
    let policy = read_policy(&source).draft.unwrap();
    let mut after = source.clone();
    for change in rename(&policy, "statement", "orders", "sales")
        .iter()
        .chain(&rename(&policy, "region", "eu", "de"))
    {
        let change = match change {
            // The second list was made for the file as it was.
            Edit::Set(place, new) => Edit::Set(
                place.replace("statement.orders.regions", "statement.sales.regions"),
                new.clone(),
            ),
            other => other.clone(),
        };
        after = edit(&after, &change).unwrap();
    }
    let expected =
        source.replace("\"orders\"", "\"sales\"").replace("statement.orders.", "statement.sales.");
    assert_eq!(after, expected.replace("\"eu\"", "\"de\""));
}

#[test]
fn a_choice_is_never_weakened() {
    let policy = read_policy(SMALL).value.unwrap();
    assert_eq!(choose(&policy, Use::Purpose(Purpose::Contact), Choice::OptIn), []);
}

proptest! {
    #[test]
    fn any_text_is_read_back_as_it_was_set(text in "\\PC{0,60}[a-z]") {
        let after = edit(SMALL, &set("statement.orders.why.en", &text)).unwrap();
        let read = read_policy(&after).draft.unwrap();
        prop_assert_eq!(read.statements[0].why.get(Lang::En), Some(text.trim()));
    }

    #[test]
    fn adding_and_removing_at_the_end_changes_nothing(
        items in proptest::collection::vec("[a-z]{1,8}", 1..6), lines: bool, comma: bool,
    ) {
        let quoted = items.iter().map(|i| format!("\"{i}\""));
        let inner = match (lines, comma) {
            (true, true) => quoted.map(|q| format!("\n  {q},")).collect::<String>() + "\n",
            (true, false) => quoted.map(|q| format!("\n  {q}")).collect::<Vec<_>>().join(",") + "\n",
            (false, _) => quoted.collect::<Vec<_>>().join(", "),
        };
        let source = format!("[[statement]]\nid = \"a\"\nsubjects = [{inner}] # x\n");
        let more = edit(&source, &append("statement.a.subjects", "visitor")).unwrap();
        prop_assert_eq!(more.lines().count(), source.lines().count() + usize::from(lines));
        let again = edit(&more, &remove(&format!("statement.a.subjects.{}", items.len()))).unwrap();
        prop_assert_eq!(again, source);
    }
}

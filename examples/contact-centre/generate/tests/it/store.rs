//! The database and the files.

use std::collections::BTreeSet;

use abide_detect::phone::{Region, parse};
use abide_example_centre::generate;
use abide_example_centre::load::Index;
use abide_example_centre::schema::TABLES;
use abide_tests::postgres::Postgres;

use crate::common::{Centre, ORDER, files};

#[test]
fn the_same_order_makes_the_same_bytes() {
    let (one, two) = (Centre::new(&ORDER), Centre::new(&ORDER));
    let other = Centre::new(&abide_example_centre::Order { seed: 2, ..ORDER });
    let made = files(one.path());
    assert_eq!(made.len(), files(two.path()).len());
    for path in made {
        let name = path.strip_prefix(one.path()).unwrap();
        let same = std::fs::read(&path).unwrap() == std::fs::read(two.path().join(name)).unwrap();
        assert!(same, "{}", name.display());
    }
    let people = "SELECT * FROM contacts";
    assert_ne!(one.ask(people), other.ask(people));
}

#[test]
fn references_lead_somewhere_and_sums_are_right() {
    let centre = Centre::new(&ORDER);
    assert_eq!(centre.ask("PRAGMA foreign_key_check"), "");
    assert_eq!(centre.ask("PRAGMA integrity_check"), "ok\n");
    assert_eq!(centre.ask("SELECT count(*) FROM calls"), "1000\n");
    for table in TABLES {
        let count = centre.ask(&format!("SELECT count(*) FROM {}", table.name));
        assert_ne!(count, "0\n", "{}", table.name);
    }
    let wrong = "SELECT id FROM invoices i WHERE total_cents !=
        (SELECT coalesce(sum(cost_cents), 0) FROM invoice_lines WHERE invoice_id = i.id)";
    assert_eq!(centre.ask(wrong), "");
}

/// What no foreign key declares leads somewhere too.
#[test]
fn undeclared_references_lead_somewhere() {
    let centre = Centre::new(&ORDER);
    for (table, column, when, of, of_column) in [
        ("notes", "subject_id", "subject_type = 'contact'", "contacts", "id"),
        ("notes", "subject_id", "subject_type = 'call'", "calls", "id"),
        ("notes", "subject_id", "subject_type = 'agent'", "agents", "id"),
        ("webhook_log", "event_ref", "true", "calls", "uid"),
        ("campaign_members", "phone_e164", "true", "contacts", "phone_e164"),
        ("blacklist", "phone_e164", "true", "contacts", "phone_e164"),
        ("calls", "caller_e164", "known_by = 'number'", "contacts", "phone_e164"),
    ] {
        let all = centre.ask(&format!("SELECT count(*) FROM {table} WHERE {when}"));
        let led = centre.ask(&format!(
            "SELECT count(*) FROM {table} WHERE {when} AND {column} IN (SELECT {of_column} FROM {of})"
        ));
        assert_eq!(all, led, "{table}.{column}");
        assert_ne!(all, "0\n", "{table}.{column} where {when}");
    }
}

#[test]
fn numbers_in_every_spelling_are_those_beside_them() {
    let centre = Centre::new(&ORDER);
    let home = Region::from_code("DE");
    let all = centre.ask(
        "SELECT caller_number, caller_e164 FROM calls WHERE caller_e164 IS NOT NULL
         UNION ALL SELECT phone, phone_e164 FROM contacts",
    );
    for line in all.lines() {
        let (spelled, e164) = line.split_once('|').unwrap();
        assert_eq!(parse(spelled, home).map(|n| n.e164.to_string()).as_deref(), Some(e164));
    }
    let beginnings: BTreeSet<_> = all.lines().filter_map(|l| l.get(..3)).collect();
    assert!(beginnings.len() > 10, "{beginnings:?}");
}

#[test]
fn each_path_has_its_file_and_each_file_its_path() {
    let centre = Centre::new(&ORDER);
    let paths = centre.ask("SELECT path FROM recordings UNION SELECT path FROM transcripts");
    let paths: BTreeSet<_> =
        paths.lines().map(|path| centre.path().join("files").join(path)).collect();
    let media = files(centre.path()).into_iter();
    let made = media.filter(|path| path.parent() != Some(centre.path())).collect();
    assert_eq!(paths, made);
}

#[test]
fn without_indexes_only_keys_are_found_by() {
    let indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
    let bare = Centre::new(&abide_example_centre::Order { index: Index::None, ..ORDER });
    assert_eq!(bare.ask(indexes), "0\n");
    let wanted: usize = TABLES.iter().map(|t| t.indexes().count()).sum();
    assert_eq!(Centre::new(&ORDER).ask(indexes), format!("{wanted}\n"));
}

#[test]
fn a_second_centre_in_a_folder_is_refused() {
    let centre = Centre::new(&ORDER);
    let error = generate(&ORDER, centre.path(), None).unwrap_err().to_string();
    assert!(error.contains("has a centre already"), "{error}");
}

#[test]
fn postgresql_has_the_same_rows() {
    let Some(server) = Postgres::start() else { return };
    let centre = Centre::new(&ORDER);
    let folder = tempfile::tempdir().unwrap();
    generate(&ORDER, folder.path(), Some(&server.database("centre"))).unwrap();
    for table in TABLES {
        let count = format!("SELECT count(*) FROM {}", table.name);
        assert_eq!(server.ask("centre", &count), centre.ask(&count), "{}", table.name);
    }
    for all in [
        "SELECT * FROM customers ORDER BY id",
        "SELECT * FROM calls ORDER BY id",
        "SELECT * FROM messages ORDER BY id",
        "SELECT * FROM invoice_lines ORDER BY invoice_id, line_no",
    ] {
        assert_eq!(server.ask("centre", all), centre.ask(all), "{all}");
    }
    let declared = "SELECT count(*) FROM pg_constraint WHERE contype = 'f'";
    let wanted: usize = TABLES.iter().map(|t| t.references.len()).sum();
    assert_eq!(server.ask("centre", declared), format!("{wanted}\n"));
    let kind = std::fs::read_to_string(folder.path().join("centre.toml")).unwrap();
    let map: toml::Table = kind.parse().unwrap();
    assert_eq!(map["store"]["kind"].as_str(), Some("postgresql"));
    assert_eq!(map["store"]["place-from"].as_str(), Some("ABIDE_CENTRE"));
    assert!(map["store"].get("place").is_none());
    // A second time there are tables already: nothing is changed, and the address is not told.
    let again = tempfile::tempdir().unwrap();
    let error = generate(&ORDER, again.path(), Some(&server.address("centre"))).unwrap_err();
    let error = format!("{error:#}");
    assert!(error.contains("already exists") && !error.contains("127.0.0.1"), "{error}");
}

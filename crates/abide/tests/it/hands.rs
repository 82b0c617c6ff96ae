//! Stores that cannot delete, on the command line: the plan says so, and nobody's word is taken for what was done by hand.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use serde_json::{Value, json};

use crate::forget::sql_in;
use crate::rights::{centre, json, run};
use crate::{Run, command, site_over};

const WHO: &str = "--subject email=planted.6@example.org";
const READ_ONLY: &str = "read-only = true\nby-hand = \"the keeper of the archive\"\n";

/// Says in the map of the files that nothing is changed there.
fn read_only(site: &Path) {
    let map = site.join("files.toml");
    let text = std::fs::read_to_string(&map).unwrap();
    let changed =
        text.replace("policy  = \"service\"\n", &format!("policy = \"service\"\n{READ_ONLY}"));
    assert_ne!(text, changed);
    std::fs::write(map, changed).unwrap();
}

fn step<'a>(plan: &'a Value, store: &str) -> &'a Value {
    let stores = plan["stores"].as_array().unwrap();
    stores.iter().find(|s| s["store"] == store).unwrap_or_else(|| panic!("{plan}"))
}

#[test]
fn a_folder_that_is_read_only_is_erased_by_a_person_and_read_back() {
    let (_folder, site) = centre();
    read_only(&site);
    let plan = run(&site, &format!("rights erase {WHO} --plan"));
    let by_hand = "files: by hand, for the map says that nothing is changed there";
    assert!(plan.out.contains(by_hand), "{}", plan.out);
    assert!(plan.out.contains("; ask: the keeper of the archive"), "{}", plan.out);
    let plan = json(&run(&site, &format!("rights erase {WHO} --plan --format json")));
    let hand = &step(&plan, "files")["by_hand"];
    assert_eq!(
        (&hand["why"], &hand["ask"]),
        (&"read-only".into(), &"the keeper of the archive".into())
    );
    assert_eq!(step(&plan, "centre")["by_hand"], Value::Null);

    let asked = run(&site, &format!("rights erase {WHO} --yes --format json"));
    assert_eq!(asked.code, 1, "{} {}", asked.out, asked.err);
    let request = json(&asked);
    assert_eq!(request["waits"], "hand", "{request}");
    let id = request["id"].as_str().unwrap();
    let rows = request["by_hand"][0]["rows"].as_array().unwrap().clone();
    assert!(!rows.is_empty(), "{request}");
    let gone = json(&run(&site, &format!("rights erase {WHO} --plan --format json")));
    assert_eq!(gone["delete"], 0, "the database is done: {request:#} {gone}");

    // Nothing was done, whoever says so; the day of the reminder is there still.
    let said = run(&site, &format!("requests hand-done {id} --format json"));
    assert_eq!((said.code, &json(&said)["waits"]), (1, &"hand".into()), "{}", said.out);
    let shown = run(&site, &format!("requests show {id}"));
    for says in ["by hand in the store `files`, due on ", "path = ", "still to be done by hand"] {
        assert!(shown.out.contains(says), "{says}: {}", shown.out);
    }
    assert!(!shown.err.contains("recordings/"), "keys of rows are no log: {}", shown.err);
    for row in &rows {
        let path = row["key"]["path"].as_str().unwrap();
        // More than was asked for, where a text was only to lose what tells about the person.
        std::fs::remove_file(site.join("files").join(path)).unwrap();
    }
    let done = run(&site, &format!("requests hand-done {id} --format json"));
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
    let request = json(&done);
    assert_eq!((&request["state"], &request["by_hand"][0]["rows"]), (&"done".into(), &json!([])));
    let shown = run(&site, &format!("requests show {id}"));
    assert!(shown.out.contains("of these rows by hand, read back too"), "{}", shown.out);
}

/// The program as an account that may write nothing but its own records; as `root` another account is taken.
fn as_reader(site: &Path, args: &str) -> Run {
    let mine = command(site, &args.split_whitespace().collect::<Vec<_>>());
    let is_root = std::fs::metadata(site).unwrap().uid() == 0;
    let mut command = if is_root { std::process::Command::new("setpriv") } else { mine };
    if is_root {
        let program = env!("CARGO_BIN_EXE_abide");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
        command.args(args.split_whitespace()).current_dir(site).env("NO_COLOR", "1");
    }
    let done = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
}

#[test]
fn what_an_account_may_not_write_is_found_out_before_it_is_tried() {
    let (folder, site) = centre();
    let ours = site.join(".abide");
    std::fs::create_dir_all(&ours).unwrap();
    let rights = |place: &Path, mode| {
        std::fs::set_permissions(place, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    rights(folder.path(), 0o755);
    rights(&ours, 0o777);
    rights(&site.join("centre.db"), 0o444);
    rights(&site, 0o555);
    let plan = as_reader(&site, &format!("rights erase {WHO} --plan --format json"));
    assert_eq!(plan.code, 0, "{} {}", plan.out, plan.err);
    let plan = json(&plan);
    for store in ["centre", "files"] {
        assert_eq!(step(&plan, store)["by_hand"]["why"], "may-not", "{plan}");
    }
    let checked = as_reader(&site, "map check");
    let says = "warning[no-right] centre.contacts: the account may not delete or change";
    assert!(checked.out.contains(says), "{} {}", checked.out, checked.err);
    rights(&site, 0o755);
}

const CRM: &str = r#"[store]
id = "crm"
kind = "sqlite"
place = "crm.db"
policy = "service"

[[table]]
name = "contacts"
person = "customer"
statement = "contacts"
known-by = [{ fact = "email", column = "email" }]
"#;

const SHOP: &str = r#"[store]
id = "shop"
kind = "sqlite"
place = "shop.db"
policy = "service"

[[table]]
name = "orders"
statement = "contacts"
edge = [{ kind = "owned-by", columns = ["mail"], of = "contacts", of-columns = ["email"], of-store = "crm" }]
"#;

/// A trigger lets a row stay: whoever approved it is told, and nobody approves the same plan for ever.
#[test]
fn what_a_trigger_keeps_is_told_to_whoever_approves() {
    let folder = site_over(&[("crm.toml", Some(CRM)), ("shop.toml", Some(SHOP))]);
    let (site, who) = (folder.path(), "--subject email=anna@example.org");
    let people = "CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT); \
        INSERT INTO contacts VALUES (1, 'anna@example.org'), (2, 'bea@example.org')";
    let orders = "CREATE TABLE orders (id INTEGER PRIMARY KEY, mail TEXT); \
        INSERT INTO orders VALUES (10, 'anna@example.org'), (11, 'bea@example.org'); \
        CREATE TRIGGER keeps BEFORE DELETE ON orders BEGIN SELECT RAISE(IGNORE); END";
    for (file, sql) in [("crm.db", people), ("shop.db", orders)] {
        std::fs::write(site.join(file), "").unwrap();
        sql_in(&site.join(file), sql);
    }
    let says = "a trigger or rule of the store interferes: 0 rows of `shop.orders` went or changed where 1 were planned";
    // What leads there goes first now, by a plan that somebody approves.
    let asked = run(site, &format!("rights erase {who} --yes"));
    assert_eq!(asked.code, 1, "{} {}", asked.out, asked.err);
    let told = format!("the plan before was not carried out: {says}");
    assert!(asked.err.contains(&told), "{} {}", asked.out, asked.err);
    let (_, again) = asked.err.split_once("abide requests approve ").unwrap();
    let approve = format!("requests approve {}", again.lines().next().unwrap());
    let waits = run(site, &approve);
    let by_hand = "by hand in the store `shop`, due on ";
    assert!(waits.out.contains(by_hand) && waits.out.contains(says), "{} {}", waits.out, waits.err);
    assert_eq!(sql_in(&site.join("crm.db"), "SELECT id FROM contacts"), [2]);
    assert_eq!(sql_in(&site.join("shop.db"), "SELECT id FROM orders ORDER BY id"), [10, 11]);
    let id = approve.split_whitespace().nth(2).unwrap();
    sql_in(&site.join("shop.db"), "DROP TRIGGER keeps");
    sql_in(&site.join("shop.db"), "DELETE FROM orders WHERE id = 10");
    let done = run(site, &format!("requests hand-done {id}"));
    assert_eq!(done.code, 0, "{} {}", done.out, done.err);
}

//! Who is meant, said by codes: on the command line and as JSON; and what commands say as JSON that somebody must see to.

use serde_json::{Value, json};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use crate::rights::json as read;
use crate::{Run, abide_in, site_over};

const MAP: &str = r#"[store]
id = "crm"
kind = "sqlite"
place = "crm.db"
policy = "service"

[[table]]
name = "contacts"
person = "customer"
statement = "contacts"
known-by = [
    { fact = "email", column = "email" },
    { fact = "phone", column = "phone", country = "DE" },
]

[[table]]
name = "calls"
statement = "calls"
edge = [
    { kind = "owned-by", columns = ["contact_id"], of = "contacts" },
    { kind = "owned-by", columns = ["second_id"], of = "contacts" },
]

[[table.column]]
name = "seconds"
"#;

/// Anna and Bea have one telephone, and spoke with each other.
const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT UNIQUE, phone TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), second_id INTEGER REFERENCES contacts(id),
        extra TEXT, seconds INTEGER);
    CREATE INDEX i1 ON contacts(phone); CREATE INDEX i2 ON calls(contact_id); CREATE INDEX i3 ON calls(second_id);
    INSERT INTO contacts VALUES (1, 'anna@example.org', '+493023125104'), (2, 'bea@example.org', '+493023125104');
    INSERT INTO calls VALUES (10, 1, NULL, NULL, 60), (11, 1, 2, 'an anna@example.org', 70);
";

const BY_PHONE: &str = "--subject phone=+493023125104";

struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(site_over(&[("crm.toml", Some(MAP))]));
        site.sql(TABLES);
        site
    }

    /// Runs statements in the store, and gives the first column of the rows of the last.
    fn sql(&self, sql: &str) -> Vec<i64> {
        let file = self.0.path().join("crm.db");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let options = options.create_if_missing(true);
            let mut store: SqliteConnection = options.connect().await.unwrap();
            let query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned()));
            let rows = query.fetch_all(&mut store).await.unwrap();
            store.close().await.unwrap();
            rows
        })
    }

    fn people(&self) -> Vec<i64> {
        self.sql("SELECT id FROM contacts ORDER BY id")
    }

    fn run(&self, args: &str) -> Run {
        let args: Vec<&str> = args.split_whitespace().collect();
        abide_in(self.0.path(), &args, b"")
    }

    /// The candidates that a command tells as JSON, while it waits for somebody to choose.
    fn candidates(&self, args: &str) -> Vec<Value> {
        let asked = self.run(&format!("{args} --format json"));
        assert_eq!(asked.code, 1, "{args}: {} {}", asked.out, asked.err);
        let told = read(&asked);
        told.get("candidates").and_then(Value::as_array).unwrap_or_else(|| panic!("{told}")).clone()
    }
}

fn code(candidate: &Value) -> &str {
    candidate.get("code").and_then(Value::as_str).unwrap()
}

/// Whichever command finds several people, tells them as JSON with the same codes.
#[test]
fn people_who_may_be_meant_are_told_as_json() {
    let site = Site::new();
    let planned = site.candidates(&format!("rights erase {BY_PHONE} --plan"));
    let [anna, bea] = &planned[..] else { panic!("{planned:?}") };
    assert_ne!(code(anna), code(bea));
    let rest = |of: &Value| ["shown", "known_by", "tables"].map(|name| of.get(name).cloned());
    let says = [
        json!({ "email": "a…@example.org", "phone": "…104" }),
        json!(["phone"]),
        json!(["crm.contacts"]),
    ];
    assert_eq!(rest(anna), says.map(Some), "{anna}");
    assert_eq!(site.candidates(&format!("rights hold {BY_PHONE} --reason claim")), planned);
    assert_eq!(site.candidates(&format!("rights erase {BY_PHONE}")), planned);
    let listed = site.run("requests list --format json");
    let id = read(&listed).get("id").and_then(Value::as_str).unwrap().to_owned();
    assert_eq!(site.candidates(&format!("requests show {id}")), planned);
    let shown = site.run(&format!("requests show {id}"));
    for one in &planned {
        assert!(shown.out.contains(&format!("\n  {}  email ", code(one))), "{}", shown.out);
    }
    let settled = site.run(&format!("requests settle {id} {} --format json", code(bea)));
    let settled = read(&settled);
    assert_eq!(
        (settled.get("waits"), settled.get("candidates")),
        (Some(&json!("approval")), Some(&Value::Null)),
        "{settled}"
    );
}

/// A number alone, nothing at all, or the code of somebody who is gone erase nobody; "nobody" must be said.
#[test]
fn nobody_is_erased_whom_nobody_chose() {
    let site = Site::new();
    let people = site.candidates(&format!("rights erase {BY_PHONE}"));
    let id = read(&site.run("requests list --format json"));
    let id = id.get("id").and_then(Value::as_str).unwrap();
    let settle = format!("requests settle {id}");
    let anna = code(&people[0]).to_owned();
    for wrong in ["", "1", "--nobody 1", "00000000"] {
        let settled = site.run(&format!("{settle} {wrong}"));
        assert_eq!(settled.code, 2, "{wrong}: {} {}", settled.out, settled.err);
    }
    // Somebody is imported who stands before the others, and Anna goes: her number is Bea's now.
    site.sql("INSERT INTO contacts VALUES (-1, 'neu@example.org', '+493023125104')");
    site.sql("UPDATE calls SET contact_id = NULL");
    site.sql("DELETE FROM contacts WHERE id = 1");
    let gone = site.run(&format!("{settle} {anna}"));
    assert_eq!(gone.code, 2, "{}", gone.out);
    assert!(gone.err.contains("nobody who is found now has the code"), "{}", gone.err);
    let waits = |run: &Run| read(run).get("waits").cloned();
    let show = format!("requests show {id} --format json");
    assert_eq!(waits(&site.run(&show)), Some(json!("identity")), "nothing was settled");
    let nobody = site.run(&format!("{settle} --nobody --format json"));
    assert_eq!(waits(&nobody), Some(json!("approval")), "{}", nobody.err);
    assert_eq!(site.people(), [-1, 2]);
}

/// Whoever chose one of two erases nobody else, though only the other is left.
#[test]
fn whoever_is_left_is_not_taken_for_whom_somebody_chose() {
    let site = Site::new();
    let people = site.candidates(&format!("rights erase {BY_PHONE} --plan"));
    let (anna, bea) = (code(&people[0]), code(&people[1]));
    site.sql("UPDATE calls SET contact_id = NULL");
    site.sql("DELETE FROM contacts WHERE id = 1");
    for how in ["--yes", "--plan", ""] {
        let erased = site.run(&format!("rights erase {BY_PHONE} --choose {anna} {how}"));
        assert_eq!(erased.code, 2, "{how}: {} {}", erased.out, erased.err);
        let held = site.run(&format!("rights hold {BY_PHONE} --choose {anna} --reason claim"));
        assert_eq!(held.code, 2, "{} {}", held.out, held.err);
    }
    assert_eq!(site.people(), [2]);
    assert_eq!(site.run("requests list").out, "", "nothing was recorded");
    assert_eq!(read(&site.run("rights holds --format json")), json!([]));
    site.sql("INSERT INTO contacts VALUES (1, 'anna@example.org', '+493023125104')");
    site.sql("UPDATE calls SET extra = NULL");
    let erased = site.run(&format!("rights erase {BY_PHONE} --choose {bea} --yes"));
    assert!(erased.code < 2, "{} {}", erased.out, erased.err);
    assert_eq!(site.people(), [1]);
}

/// A worker that leaves a request to somebody's decision does not end as if all were well.
#[test]
fn what_is_found_afterwards_ends_with_1_and_is_told_as_json() {
    let site = Site::new();
    let opened = site.run("rights erase --subject email=anna@example.org --format json");
    let request = read(&opened);
    let (id, hash) =
        (request["id"].as_str().unwrap(), &request["plan"]["fingerprint"].as_str().unwrap()[..12]);
    let later = site.run(&format!("requests approve {id} --plan {hash} --later"));
    assert!(later.code < 2, "{}", later.err);
    let worked = site.run("requests work --format json");
    assert_eq!(worked.code, 1, "{} {}", worked.out, worked.err);
    let first: Value = serde_json::from_str(worked.out.lines().next().unwrap()).unwrap();
    assert_eq!(first, json!({ "id": id, "state": "waiting", "waits": "residue" }));
    let shown = site.run(&format!("requests show {id} --format json"));
    assert_eq!(shown.code, 1);
    let found = read(&shown)["found"].clone();
    assert!(found.to_string().contains("extra"), "{found}");
    assert!(!shown.out.contains("anna@"), "{}", shown.out);
    let stays = site.run(&format!("requests residue {id} stays --format json"));
    assert_eq!(stays.code, 0, "{} {}", stays.out, stays.err);
    let stays = read(&stays);
    assert_eq!(stays["state"], "done");
    let settled = stays["history"].as_array().unwrap().iter().any(|event| {
        (&event["what"], &event["detail"]["what"]) == (&json!("residue-settled"), &json!("stays"))
    });
    assert!(settled, "{stays}");
    assert_eq!(site.run("requests work").code, 0, "nothing is left to decide");
    site.sql("INSERT INTO contacts VALUES (7, 'anna@example.org', NULL)");
    let returned = site.run("requests returned --format json");
    assert_eq!(returned.code, 1, "{} {}", returned.out, returned.err);
    assert!(!returned.out.contains("anna@"), "{}", returned.out);
    let returned = read(&returned);
    assert_eq!(returned["count"], 1, "{returned}");
    let back = &returned["people"][0];
    let told = ["table", "fact", "request"].map(|name| back[name].as_str().unwrap());
    assert_eq!(told, ["crm.contacts", "email", id], "{returned}");
    assert!(back["row"].to_string().contains('7') && back["since"].is_string(), "{returned}");
}

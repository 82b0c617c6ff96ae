//! What goes wrong in a database is said where people look: which table may not be read, and which rule refuses.

use abide_tests::postgres::Postgres as Server;

use crate::rights::json;
use crate::{Run, abide_with, site_over};

/// Customers in a database whose address is in `ABIDE_CRM`.
pub(crate) const MAP: &str = r#"[store]
id = "crm"
kind = "postgresql"
place-from = "ABIDE_CRM"
policy = "service"

[[table]]
name = "customers"
person = "customer"
statement = "contacts"
known-by = [{ fact = "email", column = "email" }]

[[table.column]]
name = "email"

[[table.column]]
name = "born"
"#;

const TABLES: &str = "
    CREATE TABLE customers (id int PRIMARY KEY, email text UNIQUE, born date);
    INSERT INTO customers VALUES (1, 'anna@example.org', '1980-01-02'), (2, 'bea@example.org', '1981-01-02');
";

/// A site over one database, which this account uses.
struct Site {
    folder: tempfile::TempDir,
    address: String,
}

impl Site {
    fn new(server: &Server, name: &str, more: &str) -> Self {
        let address = server.database(name);
        server.sql(name, &format!("{TABLES}{more}"));
        Self { folder: site_over(&[("crm.toml", Some(MAP))]), address }
    }

    fn run(&self, args: &str) -> Run {
        abide_with(self.folder.path(), args, &[("ABIDE_CRM", &self.address)])
    }
}

#[test]
fn a_sweep_that_may_not_read_a_table_says_which_and_does_not_end_well() {
    let Some(server) = Server::start() else { return };
    let audit = "CREATE TABLE audit (id int PRIMARY KEY, what text); CREATE ROLE keeper LOGIN; \
        GRANT SELECT, UPDATE, DELETE ON customers TO keeper;";
    let mut site = Site::new(&server, "audited", audit);
    site.address = site.address.replace("abide@", "keeper@");
    let checked = site.run("map check");
    let says = "warning[unswept] crm.audit: the account may not read `crm.audit`";
    assert!(checked.out.contains(says), "{} {}", checked.out, checked.err);
    let opened = site.run("rights erase --subject email=anna@example.org --format json");
    let request = json(&opened);
    let id = request["id"].as_str().unwrap();
    let plan = request["plan"]["fingerprint"].as_str().unwrap();
    site.run(&format!("requests approve {id} --plan {plan} --later"));

    let tells = format!("{id} waits: the account may not read `crm.audit`, or not all rows");
    for _ in 0..2 {
        let worked = site.run("requests work --sweep --format json");
        assert_eq!(worked.code, 1, "{} {}", worked.out, worked.err);
        assert!(worked.err.contains(&tells), "{}", worked.err);
        let last = worked.out.lines().last().unwrap();
        let last: serde_json::Value = serde_json::from_str(last).unwrap();
        assert_eq!(last["unread"][0]["tables"], serde_json::json!(["crm.audit"]), "{last}");
    }
    let shown = site.run(&format!("requests show {id}"));
    assert!(shown.out.contains("    the account may not read `crm.audit`"), "{}", shown.out);

    server.sql("audited", "GRANT SELECT ON audit TO keeper");
    let worked = site.run("requests work --sweep");
    assert_eq!(worked.code, 0, "{} {}", worked.out, worked.err);
    let shown = site.run(&format!("requests show {id}"));
    assert!(
        shown.out.contains(
            "all tables, and all files that the maps name, as far as they are text, were read whole"
        ),
        "{}",
        shown.out
    );
}

/// What stands against an erasure is told with what fits it, and a rule that has a name by that.
#[test]
fn a_rule_that_refuses_is_named() {
    let Some(server) = Server::start() else { return };
    let rule = "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS \
        $$ BEGIN RAISE EXCEPTION 'not %', OLD.email; END $$; \
        CREATE TRIGGER keep BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION keep();";
    let site = Site::new(&server, "ruled", rule);
    let opened = site.run("rights erase --subject email=anna@example.org --yes --format json");
    assert_eq!(opened.code, 1, "{} {}", opened.out, opened.err);
    let request = json(&opened);
    assert_eq!(request["waits"], "hand", "{request}");
    let shown = site.run(&format!("requests show {}", request["id"].as_str().unwrap()));
    let says = "erasure, for a rule of the store `crm` refuses the change (SQLSTATE P0001): whoever looks after the store";
    assert!(shown.out.contains(says), "{}", shown.out);

    let wish =
        "rights rectify --subject email=bea@example.org --set crm.customers.email=anna@example.org";
    let taken = site.run(&format!("{wish} --yes --format json"));
    let shown = site.run(&format!("requests show {}", json(&taken)["id"].as_str().unwrap()));
    let says = "`customers_email_key` (SQLSTATE 23505): another row has this value";
    assert!(shown.out.contains(says), "{}", shown.out);
}

/// What fails while somebody waits for it is in the history too, with the reason.
#[test]
fn what_fails_at_once_says_why_afterwards_too() {
    let Some(server) = Server::start() else { return };
    let broken = "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS \
        $$ BEGIN PERFORM 1 FROM nowhere; RETURN OLD; END $$; \
        CREATE TRIGGER broken BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION broken();";
    let site = Site::new(&server, "broken", broken);
    let failed = site.run("rights erase --subject email=anna@example.org --yes");
    assert_eq!(failed.code, 2, "{} {}", failed.out, failed.err);
    let list = site.run("requests list --format json");
    let request: serde_json::Value = serde_json::from_str(list.out.trim()).unwrap();
    let shown = site.run(&format!("requests show {}", request["id"].as_str().unwrap()));
    let says = "failed (command line)\n    the store `crm` could not delete (SQLSTATE 42P01)";
    assert!(shown.out.contains(says), "{}", shown.out);
    let again = site.run("requests work");
    assert_eq!(again.code, 2, "{}", again.err);
}

//! Erasure and access over schemas that are hard, on SQLite and PostgreSQL.

use abide_rights::execute::Stop;
use abide_tests::postgres::Postgres as Server;

use crate::chart::{Trial, ask, assert_whole, attempt, chart, subject, world};
use crate::world::Base;

macro_rules! all_cases {
    ($base:expr) => {
        all_cases!(
            $base;
            keys_of_several_columns,
            trees,
            another_ones_branch,
            circles_that_may_be_empty,
            circles_that_may_not_be_empty,
            references_to_unique_columns,
            references_that_no_foreign_key_declares,
            an_owner_by_a_column,
            several_owners,
            an_owner_through_three_tables,
            cascades_stop_at_other_people,
            actions_never_act,
            kept_by_law,
            kept_from_the_end_of_a_contract,
            what_is_nothing_already,
            unique_columns_stay_unique,
            whoever_only_sees_a_row,
            triggers_that_interfere,
            merged_duplicates,
            one_person_in_two_tables,
            together_or_one_after_the_other,
            spelled_otherwise,
            what_others_have_is_hidden,
            tables_without_keys,
        )
    };
    ($base:expr; $($case:ident),* $(,)?) => {$({
        eprintln!("{}", stringify!($case));
        $case(&$base(stringify!($case))).await;
    })*};
}

#[tokio::test]
async fn sqlite() {
    all_cases!(|_| Base::sqlite());
}

#[tokio::test]
async fn postgresql() {
    let Some(server) = Server::start() else { return };
    all_cases!(|name: &str| Base::postgres(&server, name));
}

/// Takes tables away, whatever refers to them.
async fn wipe(base: &Base, tables: &[&str]) {
    let end = if base.is_sqlite() { "" } else { " CASCADE" };
    let drops = tables.iter().map(|t| format!("DROP TABLE IF EXISTS {t}{end}; "));
    let start = if base.is_sqlite() { "PRAGMA foreign_keys = OFF; " } else { "" };
    base.run(&format!("{start}{}", drops.collect::<String>())).await.unwrap();
}

async fn keys_of_several_columns(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (country TEXT, number INTEGER, name TEXT, PRIMARY KEY (country, number)); \
        CREATE TABLE orders (shop INTEGER, id INTEGER, country TEXT, number INTEGER, PRIMARY KEY (shop, id), \
            FOREIGN KEY (country, number) REFERENCES people); \
        CREATE TABLE lines (shop INTEGER, id INTEGER, line INTEGER, what TEXT, PRIMARY KEY (line, id, shop), \
            FOREIGN KEY (shop, id) REFERENCES orders ON DELETE CASCADE); \
        INSERT INTO people VALUES ('de', 1, 'ann'), ('fr', 1, 'bob'); \
        INSERT INTO orders VALUES (1, 1, 'de', 1), (2, 1, 'fr', 1), (1, 2, 'de', NULL); \
        INSERT INTO lines VALUES (1, 1, 1, 'x'), (1, 1, 2, 'y'), (2, 1, 1, 'z'), (1, 2, 1, 'w')",
        "people person
        orders
          country,number owned-by people
        lines
          shop,id owned-by orders",
    )
    .await;
    assert_eq!(trial.erase(&["people:de,1"]).await, (4, 0));
    assert_eq!(trial.ask("SELECT name FROM people").await, "bob");
    assert_eq!(
        trial.ask("SELECT what FROM lines").await,
        "w z",
        "half a reference refers to nobody"
    );
}

/// A person's own tree goes whole, however the store would act.
async fn trees(base: &Base) {
    base.run("CREATE TABLE people (id INTEGER PRIMARY KEY)").await.unwrap();
    for (number, action) in ["NO ACTION", "RESTRICT", "CASCADE", "SET NULL"].iter().enumerate() {
        for null in ["", "NOT NULL"] {
            let t = format!("notes{number}{}", null.len());
            let trial = Trial::new(
                base,
                &format!(
                    "CREATE TABLE {t} (id INTEGER PRIMARY KEY, up INTEGER {null} REFERENCES {t} ON DELETE {action}, \
                        who INTEGER NOT NULL REFERENCES people ON DELETE {action}); \
                    DELETE FROM people; INSERT INTO people VALUES (1), (2); \
                    INSERT INTO {t} VALUES (10, 10, 1), (11, 10, 1), (12, 11, 1), (9, 12, 1), (20, 20, 2), (21, 20, 2)"
                ),
                &format!("people person\n{t}\n  who owned-by people"),
            )
            .await;
            assert_eq!(trial.erase(&["people:1"]).await, (5, 0), "{action} {null}");
            assert_eq!(trial.ask(&format!("SELECT id FROM {t}")).await, "20 21");
            wipe(base, &[&t]).await;
        }
    }
}

/// Somebody else's row refers to the person's: it lets go, or what it refers to stays as a shell.
async fn another_ones_branch(base: &Base) {
    for null in ["", "NOT NULL"] {
        wipe(base, &["notes", "people"]).await;
        let trial = Trial::new(
            base,
            &format!(
                "CREATE TABLE people (id INTEGER PRIMARY KEY); \
                CREATE TABLE notes (id INTEGER PRIMARY KEY, up INTEGER {null} REFERENCES notes ON DELETE CASCADE, \
                    who INTEGER REFERENCES people, body TEXT NOT NULL); \
                INSERT INTO people VALUES (1), (2); \
                INSERT INTO notes VALUES (10, 10, 1, 'secret'), (11, 10, 1, 'secret'), (12, 11, 2, 'mine'), (13, 12, 1, 'secret')"
            ),
            "people person
            notes body:empty
              who owned-by people",
        )
        .await;
        let done = trial.erase(&["people:1"]).await;
        let left = trial.ask("SELECT id, up, who, body FROM notes").await;
        if null.is_empty() {
            assert_eq!((done, left.as_str()), ((4, 1), "12|NULL|2|mine"));
        } else {
            assert_eq!((done, left.as_str()), ((2, 2), "10|10|NULL| 11|10|NULL| 12|11|2|mine"));
        }
    }
}

async fn circles_that_may_be_empty(base: &Base) {
    for action in ["NO ACTION", "RESTRICT", "CASCADE", "SET NULL"] {
        wipe(base, &["accounts", "people"]).await;
        let trial = Trial::new(
            base,
            &circle(base, action, "", "accounts(id)"),
            "people person
            accounts
              who owned-by people",
        )
        .await;
        assert_eq!(trial.erase(&["people:1"]).await, (2, 0), "{action}");
        assert_eq!(trial.ask("SELECT id, main FROM people").await, "2|20");
    }
}

/// Each person has a main account, each account its person.
fn circle(base: &Base, action: &str, null: &str, of: &str) -> String {
    let main = format!("REFERENCES {of} ON DELETE {action}");
    let rows =
        "INSERT INTO people VALUES (1, 10), (2, 20); INSERT INTO accounts VALUES (10, 1), (20, 2)";
    if base.is_sqlite() {
        format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, main INTEGER {null} {main} DEFERRABLE INITIALLY DEFERRED); \
            CREATE TABLE accounts (id INTEGER PRIMARY KEY, who INTEGER {null} REFERENCES people ON DELETE {action}); \
            BEGIN; {rows}; COMMIT"
        )
    } else {
        format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, main INTEGER {null}); \
            CREATE TABLE accounts (id INTEGER PRIMARY KEY, who INTEGER {null} REFERENCES people ON DELETE {action}); \
            {rows}; ALTER TABLE people ADD FOREIGN KEY (main) {main}"
        )
    }
}

async fn circles_that_may_not_be_empty(base: &Base) {
    for action in ["NO ACTION", "CASCADE", "RESTRICT"] {
        wipe(base, &["accounts", "people"]).await;
        let trial = Trial::new(
            base,
            &circle(base, action, "NOT NULL", "accounts(id)"),
            "people person
            accounts
              who owned-by people",
        )
        .await;
        assert_eq!(trial.erase(&["people:1"]).await, (2, 0), "{action}");
        assert_eq!(trial.ask("SELECT id, main FROM people").await, "2|20");
    }
}

async fn references_to_unique_columns(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, number INTEGER UNIQUE); \
        CREATE TABLE mails (id INTEGER PRIMARY KEY, to_whom TEXT NOT NULL REFERENCES people (email) ON DELETE RESTRICT); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, who INTEGER REFERENCES people (number), note TEXT); \
        INSERT INTO people VALUES (1, 'a@x', 100), (2, 'b@x', 200), (3, 'c@x', NULL); \
        INSERT INTO mails VALUES (1, 'a@x'), (2, 'b@x'), (3, 'a@x'); \
        INSERT INTO calls VALUES (1, 100, 'n'), (2, 200, 'n'), (3, NULL, 'n')",
        "people person known=email
        mails
          to_whom owned-by people(email)
        calls anonymize note:empty
          who owned-by people(number)",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (3, 1));
    assert_eq!(trial.ask("SELECT id, to_whom FROM mails").await, "2|b@x");
    assert_eq!(trial.ask("SELECT id, who, note FROM calls").await, "1|NULL|NULL 2|200|n 3|NULL|n");
    assert_eq!(trial.erase(&["people:3"]).await, (1, 0), "a null refers to nothing");
}

/// Texts that name numbers, a value that two rows have, a row that nobody has.
async fn references_that_no_foreign_key_declares(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT); \
        CREATE TABLE log (id INTEGER PRIMARY KEY, of TEXT, body TEXT); \
        CREATE TABLE seen (id INTEGER PRIMARY KEY, phone TEXT NOT NULL, of TEXT NOT NULL); \
        INSERT INTO people VALUES (1, '555'), (2, '555'), (3, '777'); \
        INSERT INTO log VALUES (1, '1', 'x'), (2, '2', 'y'), (3, 'nobody', 'z'), (4, NULL, 'w'); \
        INSERT INTO seen VALUES (1, '555', '1'), (2, '777', '1'), (3, '0', '3')",
        "people person
        log
          of owned-by people
        seen
          phone owned-by people(phone)
          of accessed-by people",
    )
    .await;
    // The row of 555 is that of two people: what refers to the first lets go.
    assert_eq!(trial.erase(&["people:1"]).await.0, 2);
    assert_eq!(trial.ask("SELECT id FROM log").await, "2 3 4");
    assert_eq!(trial.ask("SELECT count(*) FROM seen").await, "3");
    assert_eq!(trial.ask("SELECT of FROM seen WHERE id = 3").await, "3");
    assert_eq!(trial.ask("SELECT count(*) FROM seen WHERE of = '1'").await, "0");
}

async fn an_owner_by_a_column(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY); CREATE TABLE firms (id INTEGER PRIMARY KEY); \
        CREATE TABLE notes (id INTEGER PRIMARY KEY, kind TEXT, of INTEGER, vip BOOLEAN NOT NULL); \
        CREATE TABLE gifts (id INTEGER PRIMARY KEY, note INTEGER); \
        INSERT INTO people VALUES (1), (2); INSERT INTO firms VALUES (1); \
        INSERT INTO notes VALUES (1, 'person', 1, true), (2, 'firm', 1, true), (3, 'person', 2, true), (4, NULL, 1, true), (5, 'person', 1, false); \
        INSERT INTO gifts VALUES (1, 1), (2, 5), (3, 3)",
        "people person
        firms
        notes
          of owned-by people when=kind:person
          of owned-by firms when=kind:firm
        gifts
          id owned-by notes when=id:77",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (3, 0));
    assert_eq!(trial.ask("SELECT id FROM notes").await, "2 3 4");
    // By a truth, on the way on: whichever way the map spells it.
    for (said, left) in [("true", "2 3"), ("1", "2 3"), ("false", "1 3")] {
        base.run("DELETE FROM notes; INSERT INTO people VALUES (1); \
            INSERT INTO notes VALUES (1, 'person', 1, true), (5, 'person', 1, false); DELETE FROM gifts; \
            INSERT INTO gifts VALUES (1, 1), (2, 5), (3, 3)")
            .await
            .unwrap();
        let map = format!(
            "people person
            notes
              of owned-by people when=kind:person
              id owns gifts(note) when=vip:{said}
            gifts"
        );
        let trial = Trial { base, world: world(&[(base, chart("store", &map))]).await };
        trial.erase(&["people:1"]).await;
        assert_eq!(trial.ask("SELECT id FROM gifts").await, left, "{said}");
    }
}

/// Each keeps the record without the other; the last one takes it along.
async fn several_owners(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, caller INTEGER REFERENCES people, agent INTEGER REFERENCES people ON DELETE CASCADE, \
            caller_name TEXT NOT NULL, agent_name TEXT, seconds INTEGER); \
        INSERT INTO people VALUES (1, 'ann'), (2, 'bob'), (3, 'cy'); \
        INSERT INTO calls VALUES (1, 1, 2, 'ann', 'bob', 60), (2, 1, 3, 'ann', 'cy', 30), (3, 1, 1, 'ann', 'ann', 5), (4, 3, 2, 'cy', 'bob', 7)",
        "people person
        calls
          caller owned-by people about=caller_name
          agent owned-by people about=agent_name",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (2, 2));
    assert_eq!(
        trial.ask("SELECT * FROM calls").await,
        "1|NULL|2||bob|60 2|NULL|3||cy|30 4|3|2|cy|bob|7"
    );
    assert_eq!(trial.erase(&["people:2"]).await, (2, 1));
    assert_eq!(trial.ask("SELECT * FROM calls").await, "2|NULL|3||cy|30 4|3|NULL|cy|NULL|7");
    assert_eq!(trial.erase(&["people:3"]).await, (3, 0));
}

async fn an_owner_through_three_tables(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY); \
        CREATE TABLE members (person INTEGER REFERENCES people, team INTEGER, PRIMARY KEY (person, team)); \
        CREATE TABLE teams (id INTEGER PRIMARY KEY, box INTEGER); \
        CREATE TABLE boxes (id INTEGER PRIMARY KEY); \
        CREATE TABLE letters (id INTEGER PRIMARY KEY, box INTEGER REFERENCES boxes); \
        INSERT INTO people VALUES (1), (2); INSERT INTO boxes VALUES (5), (6); \
        INSERT INTO teams VALUES (1, 5), (2, 6), (3, 6); INSERT INTO members VALUES (1, 1), (1, 2), (2, 3); \
        INSERT INTO letters VALUES (1, 5), (2, 5), (3, 6)",
        "people person
        members
          person owned-by people
          team owns teams
        teams
          box owns boxes
        boxes
        letters
          box owned-by boxes",
    )
    .await;
    // Box 6 belongs to both through different teams.
    assert_eq!(trial.erase(&["people:1"]).await.0, 1 + 2 + 2 + 1 + 2);
    assert_eq!(trial.ask("SELECT id, box FROM letters").await, "3|6");
    assert_eq!(trial.ask("SELECT id FROM boxes").await, "6");
    trial.erase(&["people:2"]).await;
    assert_eq!(trial.ask("SELECT id FROM letters").await, "");
}

async fn cascades_stop_at_other_people(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, brought_by INTEGER REFERENCES people ON DELETE CASCADE); \
        CREATE TABLE guides (id INTEGER PRIMARY KEY, name TEXT, person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE); \
        INSERT INTO people VALUES (1, 'ann', NULL), (2, 'bob', 1), (3, 'cy', 2), (4, 'di', NULL); INSERT INTO guides VALUES (1, 'guide', 4)",
        "people person name:empty
        guides",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (1, 1));
    assert_eq!(trial.ask("SELECT * FROM people").await, "2|bob|NULL 3|cy|2 4|di|NULL");
    // Who may not let go keeps a shell.
    assert_eq!(trial.erase(&["people:4"]).await, (0, 1));
    assert_eq!(trial.ask("SELECT * FROM people WHERE id = 4").await, "4|NULL|NULL");
    assert_eq!(trial.ask("SELECT * FROM guides").await, "1|guide|4");
}

async fn actions_never_act(base: &Base) {
    for action in ["SET NULL", "SET DEFAULT", "CASCADE", "NO ACTION"] {
        wipe(base, &["orders", "audits", "people"]).await;
        let trial = Trial::new(
            base,
            &format!(
                "CREATE TABLE people (id INTEGER PRIMARY KEY); \
                CREATE TABLE orders (id INTEGER PRIMARY KEY, who INTEGER DEFAULT 2 REFERENCES people ON DELETE {action}); \
                CREATE TABLE audits (id INTEGER PRIMARY KEY, who INTEGER DEFAULT 2 REFERENCES people ON DELETE {action}); \
                INSERT INTO people VALUES (1), (2); INSERT INTO orders VALUES (1, 1), (2, 2); INSERT INTO audits VALUES (1, 1), (2, 2)"
            ),
            "people person
            orders
              who owned-by people",
        )
        .await;
        // Audits are not in the map: theirs is to let go, whatever the store would do.
        assert_eq!(trial.erase(&["people:1"]).await, (2, 1), "{action}");
        assert_eq!(trial.ask("SELECT * FROM orders").await, "2|2", "{action}");
        assert_eq!(trial.ask("SELECT * FROM audits").await, "1|NULL 2|2", "{action}");
    }
}

async fn kept_by_law(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); \
        CREATE TABLE invoices (id INTEGER PRIMARY KEY, who INTEGER REFERENCES people ON DELETE CASCADE, name TEXT, day TEXT); \
        CREATE TABLE lines (id INTEGER PRIMARY KEY, invoice INTEGER NOT NULL REFERENCES invoices); \
        INSERT INTO people VALUES (1, 'ann'), (2, 'bob'); \
        INSERT INTO invoices VALUES (1, 1, 'ann', '2015-12-31'), (2, 1, 'ann', '2016-01-01'), (3, 1, 'ann', NULL), (4, 2, 'bob', '2000-01-01'); \
        INSERT INTO lines VALUES (1, 1), (2, 2), (3, 4)",
        "people person name:empty
        invoices keep=invoices since=day
          who owned-by people
        lines
          invoice owned-by invoices",
    )
    .await;
    // Kept to the end of the tenth year; what does not tell its day is kept; whom it names stays as a shell.
    assert_eq!(trial.erase(&["people:1"]).await, (3, 1));
    assert_eq!(
        trial.ask("SELECT * FROM invoices").await,
        "2|1|ann|2016-01-01 3|1|ann|NULL 4|2|bob|2000-01-01"
    );
    assert_eq!(trial.ask("SELECT * FROM people").await, "1|NULL 2|bob");
    assert_eq!(trial.ask("SELECT * FROM lines").await, "3|4");
}

/// The day since when a row is held says nothing of a contract's end: no day is claimed by it, and the row stays as long as the
/// map does not say which column does, and as long as that is empty.
async fn kept_from_the_end_of_a_contract(base: &Base) {
    let tables = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); \
        CREATE TABLE contracts (id INTEGER PRIMARY KEY, who INTEGER REFERENCES people, day TEXT, ended TEXT); \
        INSERT INTO people VALUES (1, 'ann'); \
        INSERT INTO contracts VALUES (1, 1, '2001-01-01', '2015-12-31'), (2, 1, '2001-01-01', '2020-02-03'), (3, 1, '2001-01-01', NULL)";
    let day = |y, m, d| Some(jiff::civil::date(y, m, d));
    for (said, kept, left) in [
        ("", vec![(None, 3)], "1 2 3"),
        ("period-from=ended", vec![(None, 1), (day(2030, 2, 3), 1)], "2 3"),
    ] {
        wipe(base, &["contracts", "people"]).await;
        let map = format!(
            "people person name:empty\ncontracts keep=contracts since=day {said}\n who owned-by people"
        );
        let trial = Trial::new(base, tables, &map).await;
        let subjects = [subject(&trial.world, "people:1")];
        let plan = trial.world.work(&subjects).plan().await.unwrap();
        let tables = plan.stores.iter().flat_map(|store| &store.tables);
        let keep = tables.flat_map(|table| &table.keep);
        assert_eq!(keep.map(|(k, n)| (k.until, *n)).collect::<Vec<_>>(), kept, "{said}");
        trial.erase(&["people:1"]).await;
        assert_eq!(trial.ask("SELECT id FROM contracts ORDER BY id").await, left, "{said}");
    }
}

/// Rows that would be written as they are count as nothing to change, in the plan and in what was done: empty values, a day of
/// another month's first, a text that tells of nobody.
async fn what_is_nothing_already(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); \
        CREATE TABLE visits (id INTEGER PRIMARY KEY, who INTEGER NOT NULL REFERENCES people, day DATE, note TEXT, place TEXT NOT NULL, code TEXT UNIQUE); \
        CREATE TABLE talks (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER); \
        CREATE TABLE lines (id INTEGER PRIMARY KEY, talk INTEGER, said TEXT); \
        INSERT INTO people VALUES (1, 'Anna Muster'), (2, 'Bob Beispiel'); \
        INSERT INTO visits VALUES (1, 1, NULL, NULL, '', 'erased-0123456789abcdef0123456789abcdef'), \
            (2, 1, '2026-05-01', 'The line was bad.', '', 'erased-1123456789abcdef0123456789abcdef'), \
            (3, 1, '2026-05-02', NULL, '', 'erased-2123456789abcdef0123456789abcdef'), \
            (4, 1, '2026-05-01', 'Call Anna Muster.', '', 'erased-3123456789abcdef0123456789abcdef'), \
            (5, 1, NULL, NULL, 'Berlin', 'erased-4123456789abcdef0123456789abcdef'), (6, 1, NULL, NULL, '', 'x7'); \
        INSERT INTO talks VALUES (1, 1, 2); \
        INSERT INTO lines VALUES (1, 1, 'The line was bad.'), (2, 1, 'Anna Muster asked.'), (3, 1, NULL)",
        "people person name:empty known=name
        visits anonymize day:month note:redact place:empty code:unique
          who owned-by people
        talks
          a owned-by people
          b owned-by people
        lines said:redact
          talk owned-by talks",
    )
    .await;
    let subjects = [subject(&trial.world, "people:1")];
    let plan = trial.world.work(&subjects).plan().await.unwrap();
    let table = |name: &str| {
        plan.stores[0].tables.iter().find(|t| t.table == name).unwrap_or_else(|| panic!("{name}"))
    };
    let counts = |name: &str| {
        let table = table(name);
        (table.change.values().sum::<u64>(), table.nothing, table.share)
    };
    assert_eq!((counts("visits"), counts("lines")), ((4, 2, 0), (1, 0, 2)));
    assert_eq!(trial.erase(&["people:1"]).await, (0, 7), "what is written is what was planned");
    assert_eq!(trial.ask("SELECT said FROM lines").await, "NULL The line was bad. […] asked.");
}

async fn unique_columns_stay_unique(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(20) NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, \
            small SMALLINT NOT NULL, born DATE NOT NULL, code TEXT, UNIQUE (small, born), UNIQUE (code)); \
        INSERT INTO people VALUES (1, 'a@x', 1, 1, '1970-05-06', 'a'), (2, 'b@x', 2, 1, '1971-05-06', 'b'), (3, 'c@x', 3, 2, '1970-05-06', 'c')",
        "people person anonymize known=email number:unique small:unique born:unique code:unique",
    )
    .await;
    assert_eq!(trial.erase(&["people:1", "people:2"]).await, (0, 2));
    assert_eq!(trial.ask("SELECT count(DISTINCT email) FROM people").await, "3");
    assert_eq!(trial.ask("SELECT email FROM people WHERE email LIKE '%@%'").await, "c@x");
    assert_eq!(
        trial
            .ask("SELECT count(*) FROM people WHERE number < 0 AND small < 0 AND code <> 'a'")
            .await,
        "2"
    );
}

async fn whoever_only_sees_a_row(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL); \
        CREATE TABLE letters (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES people, reader INTEGER NOT NULL REFERENCES people); \
        CREATE TABLE cards (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL, reader INTEGER NOT NULL); \
        INSERT INTO people VALUES (1, 'ann'), (2, 'bob'); \
        INSERT INTO letters VALUES (1, 2, 1), (2, 1, 2); INSERT INTO cards VALUES (1, 2, 1), (2, 1, 2)",
        "people person name:empty
        letters
          writer owned-by people
          reader accessed-by people
        cards
          writer owned-by people
          reader accessed-by people",
    )
    .await;
    // Letter and card 1 are Bob's: their reader becomes a shell, and where nothing checks it nobody.
    trial.erase(&["people:1"]).await;
    assert_eq!(trial.ask("SELECT * FROM letters").await, "1|2|1");
    assert_eq!(trial.ask("SELECT * FROM people").await, "1| 2|bob");
    let cards = trial.ask("SELECT * FROM cards").await;
    assert!(["1|2|0", "1|2|1"].contains(&cards.as_str()), "{cards}");
}

async fn triggers_that_interfere(base: &Base) {
    let tables = "CREATE TABLE people (id INTEGER PRIMARY KEY); \
        CREATE TABLE orders (id INTEGER PRIMARY KEY, who INTEGER); CREATE TABLE counts (id INTEGER PRIMARY KEY, n INTEGER); \
        CREATE TABLE index_of_orders (id INTEGER PRIMARY KEY); \
        INSERT INTO people VALUES (1), (2); INSERT INTO orders VALUES (1, 1), (2, 2), (3, 2); INSERT INTO counts VALUES (1, 3); \
        INSERT INTO index_of_orders VALUES (1), (2), (3)";
    let map = "people person
        orders
          who owned-by people";
    let trigger = |body: &str| {
        if base.is_sqlite() {
            format!(
                "DROP TRIGGER IF EXISTS t; CREATE TRIGGER t AFTER DELETE ON orders BEGIN {body}; END"
            )
        } else {
            format!(
                "CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; RETURN NULL; END $$; \
                DROP TRIGGER IF EXISTS t ON orders; CREATE TRIGGER t AFTER DELETE ON orders FOR EACH ROW EXECUTE FUNCTION f()"
            )
        }
    };
    let trial = Trial::new(base, tables, map).await;
    // Another person's rows of a table of the map.
    base.run(&trigger("DELETE FROM orders WHERE id = 3")).await.unwrap();
    let stop = trial.refused(&["people:1"]).await;
    assert!(matches!(stop, Stop::Count { planned: 1, there: 2, .. }), "{stop:?}");
    // What keeps its own books may do so.
    base.run(&trigger(
        "UPDATE counts SET n = n - 1; DELETE FROM index_of_orders WHERE id = OLD.id",
    ))
    .await
    .unwrap();
    assert_eq!(trial.erase(&["people:1"]).await, (2, 0));
    assert_eq!(trial.ask("SELECT n FROM counts").await, "2");
    assert_eq!(trial.ask("SELECT id FROM index_of_orders").await, "2 3");
}

async fn merged_duplicates(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, into_one INTEGER REFERENCES people); \
        CREATE TABLE orders (id INTEGER PRIMARY KEY, who INTEGER NOT NULL REFERENCES people); \
        INSERT INTO people VALUES (1, NULL), (2, 1), (3, 2), (4, NULL); INSERT INTO orders VALUES (1, 1), (2, 2), (3, 3), (4, 4)",
        "people person
          into_one owned-by people
        orders
          who owned-by people",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (6, 0));
    assert_eq!(trial.ask("SELECT id FROM orders").await, "4");
}

async fn one_person_in_two_tables(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE customers (id INTEGER PRIMARY KEY); CREATE TABLE agents (id INTEGER PRIMARY KEY); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers, agent INTEGER REFERENCES agents); \
        INSERT INTO customers VALUES (1), (2); INSERT INTO agents VALUES (7), (8); \
        INSERT INTO calls VALUES (1, 1, 7), (2, 2, 7), (3, 1, 8), (4, 2, 8)",
        "customers person
        agents person
        calls
          customer owned-by customers
          agent owned-by agents",
    )
    .await;
    assert_eq!(trial.erase(&["customers:1 agents:7"]).await, (3, 2));
    assert_eq!(trial.ask("SELECT * FROM calls").await, "2|2|NULL 3|NULL|8 4|2|8");
}

async fn together_or_one_after_the_other(base: &Base) {
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, up INTEGER REFERENCES people); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, a INTEGER REFERENCES people, b INTEGER REFERENCES people, name_a TEXT, name_b TEXT); \
        CREATE TABLE bills (id INTEGER PRIMARY KEY, who INTEGER REFERENCES people, sum INTEGER, address TEXT); \
        INSERT INTO people VALUES (1, 'a', NULL), (2, 'b', 1), (3, 'c', 1), (4, 'd', 3), (5, 'e', 5); \
        INSERT INTO calls VALUES (1, 1, 2, 'a', 'b'), (2, 2, 3, 'b', 'c'), (3, 4, 5, 'd', 'e'), (4, 1, 5, 'a', 'e'), (5, 5, NULL, 'e', ''); \
        INSERT INTO bills VALUES (1, 1, 10, 'x'), (2, 2, 20, 'y'), (3, 5, 30, 'z')";
    let map = "people person
        calls
          a owned-by people about=name_a
          b owned-by people about=name_b
        bills anonymize address:empty
          who owned-by people";
    let people = ["people:1", "people:2", "people:4"];
    let trial = Trial::new(base, sql, map).await;
    trial.erase(&people).await;
    let together = trial.everything().await;
    wipe(base, &["calls", "bills", "people"]).await;
    let trial = Trial::new(base, sql, map).await;
    for person in people {
        trial.erase(&[person]).await;
    }
    assert_eq!(trial.everything().await, together);
}

/// Where a store takes `ann` for `Ann`, so does the erasure; elsewhere it does not.
async fn spelled_otherwise(base: &Base) {
    let (head, loose) = if base.is_sqlite() {
        ("SELECT 1", "COLLATE NOCASE")
    } else {
        (
            "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
            "COLLATE loose",
        )
    };
    let trial = Trial::new(
        base,
        &format!(
            "{head}; CREATE TABLE people (name TEXT {loose} PRIMARY KEY, code TEXT); \
            CREATE TABLE orders (id INTEGER PRIMARY KEY, who TEXT {loose} REFERENCES people ON DELETE RESTRICT); \
            CREATE TABLE notes (id INTEGER PRIMARY KEY, who TEXT {loose}, note TEXT); \
            CREATE TABLE codes (id INTEGER PRIMARY KEY, code TEXT); \
            INSERT INTO people VALUES ('Ann', 'x'), ('Bob', 'X'); \
            INSERT INTO notes VALUES (1, 'aNN', 'n'), (2, 'Bob', 'n'); \
            INSERT INTO codes VALUES (1, 'x'), (2, 'X')"
        ),
        "people person
        orders
          who owned-by people
        notes anonymize note:empty
          who owned-by people
        codes
          code owned-by people(code)",
    )
    .await;
    let orders = "INSERT INTO orders VALUES (1, 'ANN'), (2, 'ann'), (3, 'bob')";
    base.run(orders).await.unwrap();
    assert_eq!(trial.erase(&["people:ann"]).await, (4, 1));
    assert_eq!(trial.ask("SELECT * FROM orders").await, "3|bob");
    assert_eq!(trial.ask("SELECT * FROM notes").await, "1|NULL|NULL 2|Bob|n");
    assert_eq!(trial.ask("SELECT * FROM codes").await, "2|X");
    base.run("INSERT INTO people VALUES ('Ann', 'x'); INSERT INTO codes VALUES (1, 'x')")
        .await
        .unwrap();
    // Both together: codes that differ by case alone belong to different people.
    assert_eq!(trial.erase(&["people:ANN", "people:BOB"]).await, (5, 1));
}

/// What a person sees of rows that are other people's, too.
async fn what_others_have_is_hidden(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, caller INTEGER REFERENCES people, agent INTEGER REFERENCES people, \
            caller_name TEXT, agent_name TEXT, score INTEGER); \
        INSERT INTO people VALUES (1, 'ann'), (2, 'bob'); \
        INSERT INTO calls VALUES (1, 1, 2, 'ann', 'bob', 5), (2, 2, 2, 'bob', 'bob', 4)",
        "people person
        calls
          caller owned-by people about=caller_name hide=score
          agent owned-by people about=agent_name",
    )
    .await;
    let seen = async |who: &str| trial.world.seen(&subject(&trial.world, who)).await.join(" ");
    assert_eq!(seen("people:1").await, "1|1|2|ann|***|*** 1|ann");
    assert_eq!(seen("people:2").await, "1|1|2|***|bob|5 2|2|2|bob|bob|4 2|bob");
}

/// Tables without a primary key, referred to by something unique; with circles.
async fn tables_without_keys(base: &Base) {
    let trial = Trial::new(
        base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY); \
        CREATE TABLE things (code TEXT NOT NULL UNIQUE, who INTEGER REFERENCES people, up TEXT REFERENCES things (code) ON DELETE RESTRICT); \
        CREATE TABLE log (what TEXT, who INTEGER); \
        INSERT INTO people VALUES (1), (2); INSERT INTO things VALUES ('a', 1, NULL), ('b', 1, 'a'), ('c', 2, 'b'), ('d', 2, NULL); \
        INSERT INTO log VALUES ('x', 1), ('x', 1), ('x', 2)",
        "people person
        things
          who owned-by people
        log
          who owned-by people",
    )
    .await;
    assert_eq!(trial.erase(&["people:1"]).await, (5, 1));
    assert_eq!(trial.ask("SELECT * FROM things").await, "c|2|NULL d|2|NULL");
    assert_eq!(trial.ask("SELECT * FROM log").await, "x|2");
}

/// Rows of one store that belong to people of another.
#[tokio::test]
async fn across_two_stores() {
    let (crm, phone) = (Base::sqlite(), Base::sqlite());
    crm.run("CREATE TABLE people (id INTEGER PRIMARY KEY, code TEXT); INSERT INTO people VALUES (1, 'c1'), (2, 'c2')").await.unwrap();
    phone
        .run("CREATE TABLE calls (id INTEGER PRIMARY KEY, who TEXT, agent TEXT, about TEXT); CREATE TABLE steps (id INTEGER PRIMARY KEY, call INTEGER REFERENCES calls); \
            INSERT INTO calls VALUES (1, '1', 'c2', 'x'), (2, '2', 'c1', 'y'), (3, '1', NULL, 'z'); INSERT INTO steps VALUES (1, 1), (2, 2), (3, 3)")
        .await
        .unwrap();
    let world = world(&[
        (&crm, chart("crm", "people person")),
        (
            &phone,
            chart(
                "phone",
                "calls
                  who owned-by crm.people about=about
                  agent owned-by crm.people(code)
                steps
                  call owned-by calls",
            ),
        ),
    ])
    .await;
    let people = [subject(&world, "people:1")];
    assert_eq!(
        attempt(&world, &people).await.unwrap(),
        (3, 2),
        "of the steps nothing tells about anybody"
    );
    assert_eq!(ask(&phone, "SELECT * FROM calls").await, ["1|NULL|c2|NULL", "2|2|NULL|y"]);
    assert_eq!(ask(&phone, "SELECT * FROM steps").await, ["1|1", "2|2"]);
    assert_eq!(ask(&crm, "SELECT id FROM people").await, ["2"]);
    assert_whole(&phone).await;
    assert_eq!(attempt(&world, &people).await.unwrap(), (0, 0));
}

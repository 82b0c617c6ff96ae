//! Requests and the data map in the browser, over real connections and a real store: from the form to the erased rows.

use std::time::Duration;

use abide_policy::vocab::{Lang, RequestKind};
use abide_records::Records;
use abide_rights::desk::Opening;
use abide_rights::desk::document::Who;
use sqlx::{ConnectOptions as _, Connection as _};

use crate::edit::Editing;
use crate::site::{SITE, Site};

const SCHEMA: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, phone TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), second_id INTEGER REFERENCES contacts(id),
        number TEXT, seconds INTEGER NOT NULL);
    CREATE TABLE invoices (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), day TEXT NOT NULL);
    CREATE INDEX i1 ON contacts(phone); CREATE INDEX i2 ON calls(contact_id); CREATE INDEX i3 ON calls(second_id); CREATE INDEX i4 ON invoices(contact_id);
    INSERT INTO contacts VALUES (1, 'Anna Muster', 'anna.muster@example.org', '+493023125101');
    INSERT INTO contacts VALUES (2, 'Bea Probe', 'bea@example.org', '+493023125102');
    INSERT INTO contacts VALUES (4, 'Paar Eins', 'eins@example.org', '+493023125104'), (5, 'Paar Zwei', 'zwei@example.org', '+493023125104');
    INSERT INTO calls VALUES (10, 1, NULL, '+493023125101', 60), (11, 1, 2, '+493023125101', 70), (12, 2, NULL, NULL, 80);
    INSERT INTO invoices VALUES (20, 4, '2026-11-01');
";

pub(crate) const MAP: &str = r#"
[store]
id     = "store"
kind   = "sqlite"
place  = "store.db"
policy = "site"
region = "bonn"

[[table]]
name      = "contacts"
person    = "customer"
statement = "shop"
known-by  = [
    { fact = "email", column = "email" },
    { fact = "phone", column = "phone", country = "DE" },
    { fact = "name", column = "name" },
]

[[table]]
name      = "calls"
statement = "shop"
edge = [
    { kind = "owned-by", columns = ["contact_id"], of = "contacts", about = ["number"] },
    { kind = "owned-by", columns = ["second_id"], of = "contacts" },
]

[[table]]
name      = "invoices"
statement = "shop"
since     = "day"
keep      = "shop"
edge      = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]
"#;

/// A site with a store, and whoever works at its desk.
pub(crate) struct Desk {
    pub(crate) editing: Editing,
}

/// The site's file with the desk's map, and with whatever else it says.
pub(crate) fn with_stores(more: &str) -> String {
    SITE.replace("[[policy]]", &format!("stores = [\"map.toml\"]\n{more}[[policy]]"))
}

impl Desk {
    pub(crate) async fn new() -> Self {
        Self::on(&with_stores(""), MAP).await
    }

    /// The desk of this site file and this map.
    pub(crate) async fn on(file: &str, map: &str) -> Self {
        Self::at(Site::new(), file, map).await
    }

    /// The same over what this site holds.
    pub(crate) async fn at(site: Site, file: &str, map: &str) -> Self {
        site.write("abide.toml", file);
        site.write("map.toml", map);
        Self::over(site).await
    }

    /// The desk of a site, whose own store is filled.
    pub(crate) async fn over(site: Site) -> Self {
        Self::over_named(site, None).await
    }

    /// The desk of a server that is told who works at it.
    pub(crate) async fn named(name: &str) -> Self {
        let site = Site::new();
        site.write("abide.toml", &with_stores(""));
        site.write("map.toml", MAP);
        Self::over_named(site, Some(name.to_owned())).await
    }

    async fn over_named(site: Site, name: Option<String>) -> Self {
        run(&site, SCHEMA).await;
        let desk = Self { editing: Editing::of_named(site, name).await };
        desk.until("/requests", |text| !text.contains("are being opened")).await;
        desk
    }

    pub(crate) async fn sql(&self, sql: &str) -> Vec<i64> {
        run(&self.editing.site, sql).await
    }

    pub(crate) async fn page(&self, path: &str) -> String {
        let page = self.editing.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        page.text()
    }

    /// A page once it says what is waited for.
    pub(crate) async fn until(&self, path: &str, says: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        for _ in 0..200 {
            last = self.page(path).await;
            if says(&last) {
                return last;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(says(&last), "{path} never said it: {last}");
        last
    }

    /// Opens a request; its address.
    pub(crate) async fn open(&self, kind: &str, fact: (&str, &str)) -> String {
        let fields = [
            ("lang", "en"),
            ("action", "open"),
            ("kind", kind),
            fact,
            ("country", "DE"),
            ("language", "de"),
            ("received", &today()),
        ];
        let opened = self.editing.form("/requests", &fields).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let address = opened.get("location").unwrap().to_owned();
        assert!(!address.contains(fact.1), "addresses hold ids only");
        address
    }

    /// Says that a copy was handed out, once it lies ready.
    pub(crate) async fn hand_out(&self, path: &str) {
        let page = self.until(path, |p| p.contains("value=\"handed-out\"")).await;
        let day = today();
        let fields = [("action", "handed-out"), ("day", day.as_str()), ("way", "post")];
        let (status, text) = self.act(path, &page, &fields).await;
        assert_eq!(status, 303, "{text}");
    }

    /// Sends a form of a page, as the page has it, with these fields.
    pub(crate) async fn act(
        &self,
        path: &str,
        page: &str,
        fields: &[(&str, &str)],
    ) -> (u16, String) {
        let path = path.split('?').next().unwrap();
        let version = hidden(page, "version");
        let mut all = vec![("lang", "en"), ("version", version.as_str())];
        let people =
            if page.contains("name=\"people\"") { hidden(page, "people") } else { String::new() };
        let print = if page.contains("name=\"fingerprint\"") {
            hidden(page, "fingerprint")
        } else {
            String::new()
        };
        all.extend([("people", people.as_str()), ("fingerprint", print.as_str())]);
        all.extend(fields);
        let answer = self.editing.form(path, &all).await;
        (answer.status, answer.text())
    }
}

/// Runs statements, and gives the first column of the last one's rows.
async fn run(site: &Site, sql: &str) -> Vec<i64> {
    run_in(&site.file("store.db"), sql).await
}

pub(crate) async fn run_in(file: &std::path::Path, sql: &str) -> Vec<i64> {
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        // What a test writes is not what the program logs.
        .disable_statement_logging();
    let mut database = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    let rows = if sql.trim_start().starts_with("SELECT") {
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned()))
            .fetch_all(&mut database)
            .await
            .unwrap()
    } else {
        let raw = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
        raw.execute(&mut database).await.unwrap();
        Vec::new()
    };
    database.close().await.unwrap();
    rows
}

pub(crate) fn today() -> String {
    let germany = abide_server::clock::zone(Some("Europe/Berlin"));
    germany.to_datetime(abide_server::clock::now()).date().to_string()
}

/// The value of a hidden field.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split_once(&start).expect("the field is there").1;
    rest.split('"').next().unwrap().to_owned()
}

pub(crate) const WAITS_FOR_APPROVAL: &str = "The plan waits for your approval";

#[tokio::test]
async fn old_versions_are_reminded_of_and_ticked_off_though_the_request_is_closed() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303, "{text}");
    desk.until(&path, |p| p.contains("Done and verified")).await;
    // As a store that keeps old versions leaves it behind.
    let remind =
        "INSERT INTO reminder SELECT id, 'store', 'versions', '2026-11-01', NULL FROM request";
    run_in(&desk.editing.site.file(".abide/records.db"), remind).await;
    let done = desk.page(&path).await;
    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains("Delete old versions in the store “store”"), "{queue}");
    assert!(done.contains("Old versions of what was erased, in the store “store”"), "{done}");
    assert!(done.contains("hard links") && done.contains("value=\"hand-done\""), "{done}");
    let id = path.split('?').next().unwrap();
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(!page.contains('‹') && page.contains("hand-done"), "{page}");
    }
    let (status, text) = desk.act(&path, &done, &[("action", "hand-done")]).await;
    assert_eq!(status, 303, "{text}");
    let page = desk.page(&path).await;
    assert!(page.contains("done on") && page.contains("Done by hand"), "{page}");
    assert!(page.contains("Done and verified") && !page.contains("value=\"hand-done\""), "{page}");
}

#[tokio::test]
async fn a_person_is_erased_from_the_form_to_the_end() {
    let desk = Desk::new().await;
    let empty = desk.page("/requests?lang=en").await;
    assert!(empty.contains("No request is open") && !empty.contains('‹'), "{empty}");
    let path = desk.open("erasure", ("email", "anna.muster@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // Her row and a call go; the call with Bea stays for her.
    assert!(page.contains("Erase 2 rows, change 1"), "{page}");
    assert!(page.contains("it is other people’s too") && !page.contains('‹'), "{page}");
    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains("a…r@example.org") && queue.contains("days left"), "{queue}");
    assert!(!queue.contains("anna.muster"), "it is shortened");
    let folded = ["What was stated</summary>", "noted wrongly</summary>"];
    let shown = folded.map(|f| page.split_once(f).unwrap().1.split("</details>").next().unwrap());
    assert!(shown.iter().all(|part| part.matches("anna.muster").count() == 1), "{page}");
    assert_eq!(page.matches("anna.muster").count(), 2, "only where it is unfolded");
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", "2")]).await;
    assert_eq!(status, 422, "{text}");
    assert!(text.contains("is not the number of rows"), "{text}");
    assert_eq!(desk.sql("SELECT id FROM contacts ORDER BY id").await, [1, 2, 4, 5]);
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", " 3 ")]).await;
    assert_eq!(status, 303);
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("forgotten") && done.contains("the server"), "{done}");
    for part in ["no value is left by which only", "imported again stay until", "backups last"] {
        assert!(done.contains(part), "{part}: {done}");
    }
    assert!(!page.contains("id=\"result-title\""), "there is none before it is closed");
    assert_eq!(desk.sql("SELECT id FROM contacts ORDER BY id").await, [2, 4, 5]);
    assert_eq!(desk.sql("SELECT id FROM calls ORDER BY id").await, [11, 12]);
    let closed = desk.page("/requests?lang=en&state=closed").await;
    assert!(closed.contains("forgotten") && closed.contains("Erasure"), "{closed}");
    for lang in ["de", "fr", "es", "sk"] {
        let id = path.split('?').next().unwrap();
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(!page.contains('‹') && page.contains(&format!("<html lang=\"{lang}\"")), "{page}");
    }
}

/// By what each person of the page is chosen.
fn people(page: &str) -> Vec<String> {
    let boxes = page.split("name=\"person\" value=\"").skip(1);
    boxes.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn one_of_several_people_is_chosen() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("phone", "030 23125-104")).await;
    let page = desk.until(&path, |p| p.contains("Who is meant?")).await;
    assert!(page.contains("P… E…") && page.contains("P… Z…") && !page.contains("Paar"), "{page}");
    let (status, text) = desk.act(&path, &page, &[("action", "settle")]).await;
    assert!(status == 422 && text.contains("at least one person"), "{text}");
    // Somebody else is found by the same number meanwhile: the numbers on the page are no longer theirs.
    desk.sql("INSERT INTO contacts VALUES (3, 'Neu', 'neu@example.org', '+493023125104')").await;
    let codes = people(&page);
    let first = [("action", "settle"), ("person", codes[0].as_str())];
    let (status, text) = desk.act(&path, &page, &first).await;
    assert!(status == 409 && text.contains("has changed since"), "{status} {text}");
    let page = desk.page(&path).await;
    let again = people(&page);
    assert!(again.len() == 3 && codes.iter().all(|code| again.contains(code)), "{again:?}");
    let (status, _) = desk.act(&path, &page, &first).await;
    assert_eq!(status, 303);
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // An invoice must stay, so she stays as a shell.
    assert!(page.contains("kept") && page.contains("Orders"), "{page}");
    // Whoever approves sees who was chosen; later nobody does.
    let chosen = "Chosen: <span><code>store.contacts</code> <bdi>";
    let (_, key) = page.split_once(chosen).unwrap();
    let key: i64 = key.split('<').next().unwrap().parse().unwrap();
    let row = format!("SELECT count(*) FROM contacts WHERE id = {key} AND phone LIKE '%23125104'");
    assert_eq!(desk.sql(&row).await, [1], "one of those who were found");
    let count = hidden_count(&page);
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303, "{text}");
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(!done.contains("Chosen:"), "{done}");
    // Who is the only one that is found was not chosen.
    let alone = desk.open("access", ("email", "bea@example.org")).await;
    let page = desk.until(&alone, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(!page.contains("Chosen:"), "{page}");
}

/// Of two people who press at once, one is told that the request has changed.
#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told() {
    let desk = Desk::new().await;
    for _ in 0..5 {
        let path = desk.open("erasure", ("phone", "030 23125-104")).await;
        let page = desk.until(&path, |p| p.contains("Who is meant?")).await;
        let nobody = [("action", "nobody")];
        let back = [("action", "take-back")];
        let (one, other) =
            tokio::join!(desk.act(&path, &page, &nobody), desk.act(&path, &page, &back));
        let (told, done): (Vec<_>, Vec<_>) =
            [one, other].into_iter().partition(|(status, _)| *status == 409);
        assert_eq!((told.len(), done.len()), (1, 1), "{told:?} {done:?}");
        assert_eq!(done[0].0, 303);
        assert!(told[0].1.contains("has changed since"), "{}", told[0].1);
    }
}

/// Shortly after midnight in Germany it is still the day before by UTC.
#[tokio::test]
async fn a_request_is_due_by_the_clocks_of_the_organisation() {
    let site = Site::new();
    site.write("abide.toml", &with_stores(""));
    site.write("map.toml", MAP);
    run(&site, SCHEMA).await;
    let files = abide_server::SiteFiles::read(site.path()).unwrap();
    let records = Records::open(site.file("records.db")).await.unwrap();
    let desk = abide_server::open_desk(&files, site.path(), records, &|_| None).await.unwrap();
    let act = |moment: &str| desk.act(moment.parse().unwrap(), "officer");
    let opened = act("2026-07-01T22:30:00Z");
    assert_eq!(opened.today.to_string(), "2026-07-02");
    let opening = Opening {
        id: "r1".parse().unwrap(),
        kind: RequestKind::Erasure,
        who: Who { facts: vec!["email=bea@example.org".to_owned()], ..Who::default() },
        jurisdiction: "DE".parse().unwrap(),
        language: Lang::De,
        policy: "site@1".to_owned(),
        received: opened.today,
    };
    desk.open(&opening, opened).await.unwrap();
    let request = desk.case(&opening.id).await.unwrap().stored;
    assert_eq!(request.due.to_string(), "2026-08-03", "the second is a Sunday");
    let clock = desk.clock(&request).await.unwrap();
    for (moment, left) in [
        ("2026-08-02T21:59:59Z", 1),
        ("2026-08-02T22:00:00Z", 0),
        ("2026-08-03T21:59:59Z", 0),
        ("2026-08-03T22:00:00Z", -1),
    ] {
        assert_eq!(clock.deadline(act(moment).today).days_left, left, "{moment}");
    }
}

#[tokio::test]
async fn a_plan_that_is_no_longer_true_is_not_carried_out() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    desk.sql("INSERT INTO calls VALUES (30, 2, NULL, NULL, 5), (31, 2, NULL, NULL, 6)").await;
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303);
    let again = desk.until(&path, |p| p.contains("Compared with the plan before")).await;
    let again = desk.until(&path, |_| again.contains(WAITS_FOR_APPROVAL)).await;
    assert!(
        again.contains("store.calls") && again.contains("no longer that of the plan"),
        "{again}"
    );
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 2").await, [1]);
    // The page from before can do nothing any more.
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert!(status == 409 && text.contains("has changed since") && text.contains("store.calls"));
    let (status, _) = desk.act(&path, &page, &[("action", "take-back")]).await;
    assert_eq!(status, 409);
    let (status, _) = desk.act(&path, &again, &[("action", "take-back")]).await;
    assert_eq!(status, 303);
    assert!(desk.page(&path).await.contains("taken back"));
}

/// Somebody whose invoice must stay: neither page nor letter says that nothing of theirs is left.
#[tokio::test]
async fn what_stays_is_not_called_gone() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "eins@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303, "{text}");
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("are left in nothing but what stays"), "{done}");
    assert!(!done.contains("no value is left"), "{done}");
    let letter = desk.page(&format!("{}/letter", path.split('?').next().unwrap())).await;
    assert!(letter.contains("Sie stehen nur noch in dem, was bleibt"), "{letter}");
    assert!(!letter.contains("und keine gefunden"), "{letter}");
    let (told, deadline) = (desk.page("/requests?lang=en&state=closed").await, "in time");
    assert!(told.contains(deadline) && done.contains(deadline), "{told}");
}

#[tokio::test]
async fn that_nobody_was_found_is_said_before_and_after() {
    let desk = Desk::new().await;
    for (kind, before, after) in [
        ("erasure", "no data was found", "nothing was done"),
        ("access", "keeps of this and earlier requests", "nothing was done"),
        ("restriction", "changes nothing about data", "What they chose is noted since"),
    ] {
        let path = desk.open(kind, ("email", "nobody@example.org")).await;
        let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
        for part in ["Nobody was found by what the person stated", before, "typing error"] {
            assert!(page.contains(part), "{kind}: {part}: {page}");
        }
        assert!(!page.contains("settled whom it is about"), "{kind}: {page}");
        let (status, text) = desk.act(&path, &page, &[("action", "approve")]).await;
        assert_eq!(status, 303, "{kind}: {text}");
        if kind == "access" {
            desk.hand_out(&path).await;
        }
        let done = desk.until(&path, |p| p.contains("Done and verified")).await;
        assert!(done.contains(after) && !done.contains("typing error"), "{kind}: {done}");
        for lang in ["de", "fr", "es", "sk"] {
            let id = path.split('?').next().unwrap();
            let page = desk.page(&format!("{id}?lang={lang}")).await;
            assert!(!page.contains('‹'), "{lang}: {page}");
        }
    }
}

#[tokio::test]
async fn what_was_closed_late_says_so() {
    let desk = Desk::new().await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let (status, _) = desk.act(&path, &page, &[("action", "approve")]).await;
    assert_eq!(status, 303);
    desk.hand_out(&path).await;
    desk.until(&path, |p| p.contains("Done and verified")).await;
    // As if it had come a year before.
    run_in(
        &desk.editing.site.file(".abide/records.db"),
        "UPDATE request SET received = date(received, '-1 year'), due = date(due, '-1 year')",
    )
    .await;
    let (queue, done) = (desk.page("/requests?lang=en&state=closed").await, desk.page(&path).await);
    // The organisation is in Germany, whose clocks are told: an hour or two ahead of UTC.
    let germany = abide_server::clock::zone(Some("Europe/Berlin"));
    let closed = "SELECT closed_at FROM request";
    let closed = run_in(&desk.editing.site.file(".abide/records.db"), closed).await[0];
    let closed = jiff::Timestamp::from_second(closed).unwrap();
    let (time, clocks) = (germany.to_datetime(closed), germany.to_offset_info(closed));
    let told = format!(" at {:02}:{:02} {}", time.hour(), time.minute(), clocks.abbreviation());
    assert!(told.contains(" CE"), "{told}");
    for page in [&queue, &done] {
        assert!(page.contains("days late") && page.contains(&told), "{told}: {page}");
        assert!(!page.contains(" UTC"), "{page}");
    }
    assert!(done.contains("was due on"), "{done}");
    let letter = format!("{}/letter", path.split('?').next().unwrap());
    let page = desk.page(&letter).await;
    assert!(page.contains("bitten wir um Entschuldigung") && page.contains("name=\"why\""));
    let why = [("action", "name"), ("why", "Alle waren <krank>.")];
    let (status, said) = desk.act(&letter, &page, &why).await;
    assert!(status == 200 && said.contains("<p>Alle waren &#60;krank&#62;.</p>"), "{said}");
}

/// The number that the page asks to type.
pub(crate) fn hidden_count(page: &str) -> String {
    let label = page.split_once("for=\"count\">").unwrap().1.split('<').next().unwrap();
    label.rsplit(' ').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_a_form_cannot_do_is_said_and_what_was_typed_stays() {
    let desk = Desk::new().await;
    fn whole<'a>(fact: (&'a str, &'a str), more: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
        vec![("lang", "en"), ("kind", "erasure"), ("country", "DE"), fact, more]
    }
    let day = today();
    let cases = [
        (whole(("email", "nonsense"), ("received", &day)), "no e-mail address"),
        (whole(("name", "Anna Muster"), ("received", &day)), "single a person out"),
        (whole(("email", "a@example.org"), ("received", "2017-01-01")), "day of receipt"),
        (whole(("email", "a@example.org"), ("received", "2199-01-01")), "day of receipt"),
        (whole(("email", "a@example.org"), ("received", "")), "day of receipt"),
        (vec![("kind", "x"), ("lang", "en")], "what is asked for"),
        (
            vec![
                ("kind", "rectification"),
                ("lang", "en"),
                ("country", "DE"),
                ("received", &day),
                ("set-column", "contacts.none"),
                ("set-value", "x"),
            ],
            "“contacts.none” is no field",
        ),
    ];
    for (fields, says) in cases {
        let answer = desk.editing.form("/requests", &fields).await;
        let text = answer.text();
        assert_eq!(answer.status, 422, "{says}");
        assert!(text.contains(says), "{says}: {text}");
        for (_, typed) in fields.iter().filter(|(name, _)| matches!(*name, "email" | "name")) {
            assert!(text.contains(&format!("value=\"{typed}\"")), "{typed} stays");
        }
    }
    assert_eq!(desk.editing.get("/requests/none").await.status, 404);
    assert_eq!(desk.editing.get("/requests/..%2f").await.status, 404);
}

#[tokio::test]
async fn a_request_is_extended_refused_and_its_choices_hold() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let (status, text) = desk.act(&path, &page, &[("action", "extend"), ("reason", " ")]).await;
    assert!(status == 422 && text.contains("Give the reason"), "{text}");
    let (status, _) =
        desk.act(&path, &page, &[("action", "extend"), ("reason", "many stores")]).await;
    assert_eq!(status, 303);
    let page = desk.page(&path).await;
    assert!(page.contains("extended,") && page.contains("many stores"), "{page}");
    let (status, text) =
        desk.act(&path, &page, &[("action", "refuse"), ("reason", "unfounded")]).await;
    assert!(status == 422 && text.contains("Choose a reason"), "{text}");
    let refuse = [("action", "refuse"), ("reason", "unfounded"), ("text", "Asked before.")];
    let (status, _) = desk.act(&path, &page, &refuse).await;
    assert_eq!(status, 303);
    let refused = desk.page(&path).await;
    assert!(refused.contains("Manifestly unfounded") && refused.contains("id=\"result-title\""));

    // What our own tables hold of her is told beside the plan.
    let again = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&again, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("1 closed request, kept as proof"), "{page}");
    let (status, _) = desk.act(&again, &page, &[("action", "take-back")]).await;
    assert_eq!(status, 303);
    assert!(desk.page(&again).await.contains("took the request back"));

    let path = desk.open("restriction", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("Restrict from now on") && !page.contains("id=\"count\""), "{page}");
    let (status, _) = desk.act(&path, &page, &[("action", "approve")]).await;
    assert_eq!(status, 303);
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("the data is only kept: every other use is refused"), "{done}");
    assert!(done.contains("Since "), "{done}");
}

/// A page without what is behind the click that shows what was stated.
fn folded(page: &str) -> String {
    let (before, behind) =
        page.split_once("What was stated</summary>").expect("it can be unfolded");
    format!("{before}{}", behind.split_once("</details>").expect("it ends").1)
}

/// A row that should be gone is there again, since another became it; the page of the request, which asks about it.
async fn undead() -> (Desk, String, String) {
    let desk = Desk::new().await;
    desk.sql("INSERT INTO contacts (id, name) VALUES (9, '')").await;
    desk.sql(
        "CREATE TRIGGER undead AFTER DELETE ON contacts WHEN old.id = 2 BEGIN
            UPDATE contacts SET (id, name, email, phone) = (old.id, old.name, old.email, old.phone) WHERE id = 9; END",
    )
    .await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303);
    let found = desk.until(&path, |p| p.contains("residue-title")).await;
    for decision in ["residue-stays", "residue-goes"] {
        assert!(found.contains(&format!("value=\"{decision}\"")), "{decision}: {found}");
    }
    assert!(found.contains("Values were found afterwards") && !found.contains('‹'), "{found}");
    assert!(!folded(&found).contains("bea@"), "where, never what");
    desk.sql("DROP TRIGGER undead").await;
    (desk, path, found)
}

#[tokio::test]
async fn what_was_found_afterwards_goes_too() {
    let (desk, path, found) = undead().await;
    let (status, _) = desk.act(&path, &found, &[("action", "residue-goes")]).await;
    assert_eq!(status, 303);
    let again = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(
        again.contains("It is for the rest: 3 rows are already erased or changed")
            && !again.contains("Nothing has been changed"),
        "{again}"
    );
    let count = hidden_count(&again);
    let (status, _) = desk.act(&path, &again, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303);
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 2").await, [0]);
    assert!(
        done.contains("no value is left by which only"),
        "an earlier plan is swept for too: {done}"
    );
    let (status, text) = desk.act(&path, &found, &[("action", "residue-stays")]).await;
    assert_eq!(status, 409, "{text}");
}

#[tokio::test]
async fn what_the_map_does_not_lead_to_is_taken_out_by_hand() {
    let desk = Desk::new().await;
    desk.sql("UPDATE calls SET number = 'bea@example.org' WHERE id = 10").await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303);
    let found = desk.until(&path, |p| p.contains("residue-title")).await;
    let (status, _) = desk.act(&path, &found, &[("action", "residue-goes")]).await;
    assert_eq!(status, 303);
    let hand = desk.until(&path, |p| p.contains("value=\"hand-done\"")).await;
    assert!(
        hand.contains("Values that were found in the store") && hand.contains("number"),
        "{hand}"
    );
    assert!(
        hand.contains("By the data map these rows and files are not")
            && !folded(&hand).contains("bea@"),
        "{hand}"
    );
    assert!(!hand.contains('‹'), "{hand}");
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{}?lang={lang}", path.split('?').next().unwrap())).await;
        assert!(page.contains("value=\"hand-done\"") && !page.contains('‹'), "{lang}: {page}");
    }
    desk.sql("UPDATE calls SET number = NULL WHERE id = 10").await;
    let (status, _) = desk.act(&path, &hand, &[("action", "hand-done")]).await;
    assert_eq!(status, 303);
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("no value is left by which only"), "{done}");
}

#[tokio::test]
async fn what_was_found_afterwards_stays() {
    let (desk, path, found) = undead().await;
    let (status, _) = desk.act(&path, &found, &[("action", "residue-stays")]).await;
    assert_eq!(status, 303);
    let done = desk.until(&path, |p| p.contains("result-title")).await;
    assert!(done.contains("somebody decided that it stays"), "{done}");
    assert!(!done.contains("is not there any more"), "nothing is said that is not so: {done}");
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 2").await, [1]);
}

#[tokio::test]
async fn a_copy_is_downloaded_by_whoever_works_at_the_desk() {
    let desk = Desk::new().await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let id = path.split('?').next().unwrap().to_owned();
    let archive = format!("{id}/archive");
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("name=\"voices\"") && !page.contains(" checked"), "{page}");
    assert_eq!(desk.editing.get(&archive).await.status, 404, "there is none yet");
    let approve = [("action", "approve"), ("voices", "shared")];
    assert_eq!(desk.act(&path, &page, &approve).await.0, 303);
    let link = format!("href=\"{archive}\"");
    let done = desk.until(&path, |p| p.contains(&link)).await;
    assert!(done.contains("Plan approved, with recordings in which others"), "{done}");
    assert!(done.contains("kB)"), "{done}");

    let copy = desk.editing.get(&archive).await;
    let name = format!("attachment; filename=\"{}.zip\"", id.rsplit('/').next().unwrap());
    for (header, value) in [
        ("content-type", "application/zip"),
        ("content-disposition", name.as_str()),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(copy.get(header), Some(value));
    }
    let there = desk.editing.site.file(&format!(".abide/exports{}.zip", &id["/requests".len()..]));
    assert!(copy.status == 200 && copy.body.starts_with(b"PK"));
    assert_eq!(copy.body, std::fs::read(&there).unwrap());
    let host = desk.editing.address.to_string();
    let stranger = desk.editing.stranger("GET", &archive, &[("Host", &host)]).await;
    assert_eq!(stranger.status, 403, "nobody else gets it");
    for hostile in ["none", "..%2f..%2fabide.toml", "%2e%2e", "r%00", ".suppression.key", "A"] {
        let path = format!("/requests/{hostile}/archive");
        assert_eq!(desk.editing.get(&path).await.status, 404, "{hostile}");
    }
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(page.contains(&archive) && !page.contains('‹'), "{page}");
    }
    // It was handed out, and is still there for a while; whoever removes it takes its link away.
    desk.hand_out(&path).await;
    assert!(desk.page(&path).await.contains(&link));
    std::fs::remove_file(there).unwrap();
    assert_eq!(desk.editing.get(&archive).await.status, 404);
    let page = desk.page(&path).await;
    assert!(!page.contains(&archive) && page.contains("The copy is no longer here"), "{page}");
}

/// A request that erases has no copy, even if a file with its name lies there.
#[tokio::test]
async fn only_a_copy_that_was_asked_for_is_sent() {
    let desk = Desk::new().await;
    let path = desk.open("restriction", ("email", "bea@example.org")).await;
    let id = path.split('?').next().unwrap().to_owned();
    let folder = desk.editing.site.file(".abide/exports");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(format!("{}{}.zip", folder.display(), &id["/requests".len()..]), "PK").unwrap();
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert_eq!(desk.act(&path, &page, &[("action", "approve")]).await.0, 303);
    desk.until(&path, |p| p.contains("Done and verified")).await;
    assert_eq!(desk.editing.get(&format!("{id}/archive")).await.status, 404);
}

#[tokio::test]
async fn the_map_is_drawn_and_said() {
    let site = Site::new();
    // Beside sub-processors there is one whom the statement itself names.
    let policy = crate::letters::named(crate::site::POLICY);
    let policy = format!("{policy}{}", crate::letters::SUB_PROCESSORS);
    site.write("site.toml", &policy);
    let desk = Desk::at(site, &with_stores(""), MAP).await;
    let page = desk.page("/map?lang=en").await;
    for part in ["<svg class=\"map", ">contact_id</text>", "store.invoices", "kept in", "Bonn"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Who receives data of a statement that a store holds stands outside the stores, with what they receive; nobody else does.
    for part in [">Hosting GmbH</text>", ">Germany</text>", ">receives: shop</text>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains(">the parcel service &#60;b&#62;</text>"), "{page}");
    assert_eq!(page.matches(">receives: shop</text>").count(), 2, "{page}");
    assert!(!page.contains("Druckerei AG") && !page.contains("receives: offers"), "{page}");
    assert!(
        !page.contains('‹') && !page.contains("style=\"") && !page.contains("<script"),
        "{page}"
    );
    for part in [
        "What Abide itself keeps",
        ">Abide itself</text>",
        ">request</text>",
        "<code>request_identity.hash</code>, <code>request</code>",
        "<td>Which request the plan is for</td>",
        "<td>3 years after the request is closed, then deleted</td>",
        "<td><code>approved_by</code> (somebody of the organisation)</td>",
        "Rows belong to nobody",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        !page.contains("No rule leads to or from: policy_version"),
        "ours is not theirs to mend"
    );
    let checked = desk.editing.form("/map", &[("lang", "en")]).await;
    assert_eq!(checked.status, 200);
    let text = checked.text();
    assert!(!text.contains("anna.muster"), "no value is shown");
    let slow = "<code>store.contacts.name</code>: people are found by it without an index: each request reads all";
    assert!(
        text.contains(slow) && text.contains(">Make an index on <code>store.contacts</code>"),
        "{text}"
    );
    for (lang, says) in [
        ("de", "ohne Index gefunden: Jeder Antrag liest"),
        ("fr", "sans index\u{a0}: chaque demande lit"),
        ("es", "sin índice: cada solicitud lee"),
        ("sk", "bez indexu: každá žiadosť prečíta"),
    ] {
        let text = desk.editing.form("/map", &[("lang", lang)]).await.text();
        assert!(
            text.contains(says) && !text.contains('‹') && !text.contains('`'),
            "{lang}: {text}"
        );
    }
}

#[tokio::test]
async fn a_store_that_cannot_be_opened_closes_the_desk_and_not_the_site() {
    let site = Site::new();
    site.write("abide.toml", &with_stores(""));
    site.write("map.toml", &MAP.replace("place  = \"store.db\"", "place-from = \"ABIDE_NOWHERE\""));
    let desk = Desk { editing: Editing::of(site).await };
    let page = desk.until("/requests?lang=en", |p| !p.contains("are being opened")).await;
    assert!(page.contains("A store cannot be opened") && page.contains("ABIDE_NOWHERE"), "{page}");
    assert!(desk.page("/map?lang=en").await.contains("<svg"), "the map is drawn all the same");
    let public = crate::client::get(desk.editing.address, "/en/privacy", &[]).await;
    assert_eq!(public.status, 200);
    let opened = desk.editing.form("/requests", &[("kind", "access")]).await;
    assert_eq!(opened.status, 303, "nothing is opened at a closed desk");
    // Once it is there, the desk opens.
    desk.editing.site.write("map.toml", MAP);
    run(&desk.editing.site, SCHEMA).await;
    assert_eq!(desk.editing.form("/requests", &[("action", "stores")]).await.status, 303);
    assert!(desk.page("/requests?lang=en").await.contains("No request is open"));
}

#[tokio::test]
async fn a_site_without_stores_says_how_to_name_them() {
    let desk = Desk { editing: Editing::of(Site::new()).await };
    let page = desk.until("/requests?lang=en", |p| !p.contains("are being opened")).await;
    assert!(page.contains("names no stores yet"), "{page}");
    let map = desk.page("/map?lang=en").await;
    assert!(
        map.contains("names no stores yet") && map.contains("What Abide itself keeps"),
        "{map}"
    );
}

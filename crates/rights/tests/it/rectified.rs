//! Corrections: what may be asked for, what they take with them, and that one which fails can be ended.

use std::collections::BTreeMap;
use std::sync::Arc;

use abide_policy::source::read_map;
use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Waits};
use abide_records::Records;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::document::{CorrectPaper, Paper, TablePaper, Who, Wish};
use abide_rights::desk::{Desk, Failed, Opening};
use abide_rights::rectify::NotRight;
use abide_rights::redact::Texts;
use abide_rights::state::Refusal;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{act, chance, hand_out};
use crate::world::{Base, Ran, TODAY};

/// A shop in one database, its newsletter in another; nothing but values ties them together.
const SHOP: &str = "
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, phone TEXT, phone_e164 TEXT, born DATE, visits INTEGER NOT NULL);
    CREATE TABLE old_customers (no INTEGER PRIMARY KEY, mail TEXT, town TEXT);
    CREATE TABLE bills (no INTEGER PRIMARY KEY, mail TEXT, cents INTEGER NOT NULL);
    CREATE TABLE members (mail TEXT PRIMARY KEY, since INTEGER NOT NULL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers(id), what TEXT);
    CREATE TABLE friends (id INTEGER PRIMARY KEY, invited_by INTEGER REFERENCES customers(id));
    INSERT INTO customers VALUES (1, 'Anna Muster', 'anna@example.org', '030 / 23125 101', '+493023125101', '1980-05-31', 3);
    INSERT INTO customers VALUES (2, 'Bea Probe', 'bea@example.org', '030 23125102', '+493023125199', NULL, 4);
    INSERT INTO customers VALUES (3, 'Paar Eins', 'paar1@example.org', '030 23125103', '+493023125103', NULL, 0);
    INSERT INTO customers VALUES (4, 'Paar Zwei', 'paar2@example.org', '030 23125103', '+493023125103', NULL, 0);
    INSERT INTO old_customers VALUES (1, 'anna@example.org', 'Mainz'), (2, 'bea@example.org', 'Kiel');
    INSERT INTO bills VALUES (1, 'anna@example.org', 100);
    INSERT INTO members VALUES ('anna@example.org', 2020);
    INSERT INTO orders VALUES (1, 1, 'tea');
    INSERT INTO friends VALUES (1, 1);
";

const NEWS: &str = "
    CREATE TABLE readers (id INTEGER PRIMARY KEY, address TEXT, short VARCHAR(40));
    CREATE TABLE opened (reader TEXT, at INTEGER);
    CREATE TABLE rings (number TEXT, at INTEGER);
    INSERT INTO readers VALUES (7, 'anna@example.org', 'a'), (8, 'bea@example.org', 'b');
    INSERT INTO opened VALUES ('anna@example.org', 1), ('anna@example.org', 2), ('bea@example.org', 3);
    INSERT INTO rings VALUES ('+493023125101', 1), ('+493023125103', 2);
";

const SHOP_MAP: &str = r#"
    [store]
    id = "shop"
    kind = "KIND"
    PLACE
    policy = "service"

    [[table]]
    name = "customers"
    person = "customer"
    known-by = [
        { fact = "email", column = "email" },
        { fact = "phone", column = "phone", country = "DE" },
        { fact = "phone", column = "phone_e164", country = "DE", exact = true },
        { fact = "name", column = "name" },
        { fact = "born", column = "born" },
    ]

    [[table]]
    name = "old_customers"
    edge = [{ kind = "owned-by", columns = ["mail"], of = "customers", of-columns = ["email"] }]

    [[table]]
    name = "bills"
    keep = "billing"
    edge = [{ kind = "owned-by", columns = ["mail"], of = "customers", of-columns = ["email"] }]

    [[table]]
    name = "members"
    edge = [{ kind = "owned-by", columns = ["mail"], of = "customers", of-columns = ["email"] }]

    [[table]]
    name = "orders"
    edge = [{ kind = "owned-by", columns = ["customer"], of = "customers" }]
"#;

const NEWS_MAP: &str = r#"
    [store]
    id = "news"
    kind = "KIND"
    PLACE
    policy = "service"

    [[table]]
    name = "readers"
    edge = [{ kind = "owned-by", columns = ["address"], of-store = "shop", of = "customers", of-columns = ["email"] }]

    [[table]]
    name = "opened"
    edge = [{ kind = "owned-by", columns = ["reader"], of = "readers", of-columns = ["address"] }]

    [[table]]
    name = "rings"
    edge = [{ kind = "owned-by", columns = ["number"], of-store = "shop", of = "customers", of-columns = ["phone_e164"] }]
"#;

/// A desk over the shop and its newsletter.
struct Shop {
    shop: Base,
    news: Base,
    desk: Desk,
    _folder: tempfile::TempDir,
}

impl Shop {
    async fn new(shop: Base, news: Base) -> Self {
        Self::with(shop, news, "").await
    }

    /// A shop that has something more.
    async fn with(shop: Base, news: Base, more: &str) -> Self {
        shop.run(&format!("{SHOP}{more}")).await.unwrap();
        news.run(NEWS).await.unwrap();
        let (mut parts, mut stores) = (Vec::new(), Vec::new());
        for (base, id, map) in [(&shop, "shop", SHOP_MAP), (&news, "news", NEWS_MAP)] {
            let (kind, place) = match base.is_sqlite() {
                true => ("sqlite", format!("place = \"{id}.db\"")),
                false => ("postgresql", format!("place-from = \"{}\"", id.to_uppercase())),
            };
            let reading = read_map(&map.replace("KIND", kind).replace("PLACE", &place));
            assert!(reading.value.is_some(), "{:?}", reading.diagnostics);
            let store = base.store_as(id).await;
            let schema = store.schema().await.unwrap();
            parts.push(Part { map: reading.value.unwrap(), schema, policy: None });
            stores.push(store);
        }
        let folder = tempfile::tempdir().unwrap();
        let records = folder.path().join("records.db").to_str().unwrap().to_owned();
        let desk = Desk {
            records: Records::open(records).await.unwrap(),
            atlas: Arc::new(Atlas::new(parts).unwrap()),
            stores,
            keys: None,
            redactor: Arc::new(Texts::default()),
            exports: folder.path().join("exports"),
            kept: abide_policy::text::Period::THREE_YEARS,
            exporting: None,
            watching: None,
            calendar: abide_rights::deadline::Calendar::default(),
            sweeps: false,
            erasures_at: None,
            zone: jiff::tz::TimeZone::UTC,
        };
        Self { shop, news, desk, _folder: folder }
    }

    async fn sqlite() -> Self {
        Self::new(Base::sqlite(), Base::sqlite()).await
    }

    fn opening(id: &str, fact: &str, set: &[(&str, &str)]) -> Opening {
        let set = set.iter().map(|(c, v)| ((*c).to_owned(), (*v).to_owned())).collect();
        let facts = vec![fact.to_owned()];
        Opening {
            id: id.parse().unwrap(),
            kind: RequestKind::Rectification,
            who: Who { facts, wish: Wish { set, ..Wish::default() }, ..Who::default() },
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            received: TODAY,
        }
    }

    async fn planned(&self, id: &str, fact: &str, set: &[(&str, &str)]) -> (Id, Paper) {
        let opening = Self::opening(id, fact, set);
        self.desk.open(&opening, act("officer")).await.unwrap();
        self.work().await;
        let paper = self.desk.case(&opening.id).await.unwrap().plan.unwrap().1;
        (opening.id, paper)
    }

    async fn refuses(&self, set: &[(&str, &str)]) -> NotRight {
        let opening = Self::opening("x", "email=anna@example.org", set);
        match self.desk.open(&opening, act("officer")).await {
            Err(Failed::Unfit(why)) => why,
            other => panic!("{set:?}: {other:?}"),
        }
    }

    async fn work(&self) {
        while self.desk.work(act("worker"), &chance, &mut |_| ()).await.unwrap().is_some() {}
    }

    async fn approve(&self, id: &Id) {
        let (plan, _) = self.desk.case(id).await.unwrap().plan.unwrap();
        self.desk.approve(id, plan.fingerprint, act("officer")).await.unwrap();
    }

    async fn stands(&self, id: &Id) -> (RequestState, Option<Waits>) {
        let case = self.desk.case(id).await.unwrap();
        (case.stored.state, case.stored.waits)
    }
}

async fn rows(base: &Base, sql: &str) -> Vec<String> {
    match base.run(sql).await.unwrap() {
        Ran::Rows(rows) => rows,
        Ran::Touched(_) => panic!("no question: {sql}"),
    }
}

fn correct(column: &str, why: &str, of: Option<&str>, rows: u64) -> CorrectPaper {
    CorrectPaper { column: column.to_owned(), why: why.to_owned(), of: of.map(str::to_owned), rows }
}

fn table<'a>(paper: &'a Paper, name: &str) -> &'a TablePaper {
    let mut tables = paper.stores.iter().flat_map(|s| &s.tables);
    tables.find(|t| t.table == name).unwrap_or_else(|| panic!("{name} in {paper:#?}"))
}

/// What goes by an address goes on by the new one, in whatever store; what cannot is told before anything is done.
async fn an_address_is_put_right_wherever_it_ties(shop: Shop) {
    let new = "Anna.Neu@example.org";
    let (id, paper) =
        shop.planned("r1", "email=anna@example.org", &[("customers.email", new)]).await;
    let email = Some("shop.customers.email");
    let asked = [correct("email", "asked", None, 1)];
    assert_eq!(table(&paper, "customers").correct, asked);
    assert_eq!(table(&paper, "old_customers").correct, [correct("mail", "tied", email, 1)]);
    assert_eq!(table(&paper, "readers").correct, [correct("address", "tied", email, 1)]);
    let reader = Some("news.readers.address");
    assert_eq!(table(&paper, "opened").correct, [correct("reader", "tied", reader, 2)]);
    let left = [
        correct("shop.bills.mail", "kept", email, 1),
        correct("shop.members.mail", "fixed", email, 1),
    ];
    assert_eq!(table(&paper, "customers").left, left);
    assert_eq!(table(&paper, "customers").change, BTreeMap::from([("asked".to_owned(), 1)]));
    assert_eq!(table(&paper, "opened").change, BTreeMap::from([("tied".to_owned(), 2)]));
    // The person's own row goes last.
    let order: Vec<&str> = paper.stores.iter().map(|s| s.store.as_str()).collect();
    assert_eq!(order, ["news", "shop"]);
    let text = serde_json::to_string(&paper).unwrap();
    assert!(!text.contains("example.org"), "what stays of a plan has no values: {text}");
    let who = shop.desk.case(&id).await.unwrap().who.unwrap();
    let put = &who.right["shop.customers.email"];
    assert_eq!(
        (put.was.first().unwrap().as_str(), put.now.as_deref()),
        ("anna@example.org", Some(new))
    );

    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None));
    for (base, sql, left) in [
        (&shop.shop, "SELECT email FROM customers WHERE id = 1", new),
        (&shop.shop, "SELECT mail FROM old_customers WHERE no = 1", new),
        (&shop.shop, "SELECT mail FROM bills", "anna@example.org"),
        (&shop.news, "SELECT address FROM readers WHERE id = 7", new),
        (&shop.news, "SELECT count(*) FROM opened WHERE reader = 'Anna.Neu@example.org'", "2"),
        (&shop.news, "SELECT count(*) FROM opened WHERE reader = 'bea@example.org'", "1"),
        (&shop.news, "SELECT address FROM readers WHERE id = 8", "bea@example.org"),
    ] {
        assert_eq!(rows(base, sql).await, [left], "{sql}");
    }
    let events = shop.desk.records.events(&id, 0).await.unwrap();
    let done = events.iter().find(|(_, e)| e.what.as_str() == "done").unwrap();
    for column in ["customers.email", "news.opened.reader", "shop.old_customers.mail"] {
        assert!(done.1.detail.as_str().contains(column), "{}", done.1.detail.as_str());
    }
    assert!(events.iter().all(|(_, e)| !e.detail.as_str().contains("example.org")));
}

#[tokio::test]
async fn an_address_is_put_right_wherever_it_ties_on_sqlite() {
    an_address_is_put_right_wherever_it_ties(Shop::sqlite().await).await;
}

#[tokio::test]
async fn an_address_is_put_right_wherever_it_ties_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let (shop, news) = (Base::postgres(&server, "shop"), Base::postgres(&server, "news"));
    an_address_is_put_right_wherever_it_ties(Shop::new(shop, news).await).await;
}

/// A store that is put right first does not cut off what is in the others, also if it all stops between two stores.
#[tokio::test]
async fn what_ties_is_found_when_half_of_it_is_done() {
    let shop = Shop::sqlite().await;
    let new = "neu@example.org";
    let (id, _) = shop.planned("r1", "email=anna@example.org", &[("customers.email", new)]).await;
    // Somebody else was quicker, with the first table of the way: what hangs on it still follows.
    shop.news.run("UPDATE readers SET address = 'neu@example.org' WHERE id = 7").await.unwrap();
    shop.shop.run("UPDATE customers SET email = 'neu@example.org' WHERE id = 1").await.unwrap();
    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None));
    let opened = "SELECT count(*) FROM opened WHERE reader = 'neu@example.org'";
    assert_eq!(rows(&shop.news, opened).await, ["2"]);
    assert_eq!(rows(&shop.shop, "SELECT mail FROM old_customers WHERE no = 1").await, [new]);
}

/// The number that people are found by follows that which is read, and what rang follows the number.
#[tokio::test]
async fn a_number_is_put_right_beside_another_spelling() {
    let shop = Shop::sqlite().await;
    let set = [("customers.phone", "030 23125 777")];
    let (id, paper) = shop.planned("r1", "email=anna@example.org", &set).await;
    let phone = Some("shop.customers.phone");
    assert_eq!(
        table(&paper, "customers").correct,
        [correct("phone", "asked", None, 1), correct("phone_e164", "same", phone, 1)]
    );
    let e164 = Some("shop.customers.phone_e164");
    assert_eq!(table(&paper, "rings").correct, [correct("number", "tied", e164, 1)]);
    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None));
    let now = "SELECT phone, phone_e164 FROM customers WHERE id = 1";
    assert_eq!(rows(&shop.shop, now).await, ["030 23125 777|+493023125777"]);
    assert_eq!(rows(&shop.news, "SELECT number FROM rings WHERE at = 1").await, ["+493023125777"]);
    // Another number beside it is another number.
    let (_, paper) = shop.planned("r2", "email=bea@example.org", &set).await;
    assert_eq!(table(&paper, "customers").correct, [correct("phone", "asked", None, 1)]);
    // What rang by a shared number is the other's too.
    let (id, paper) = shop.planned("r3", "email=paar1@example.org", &set).await;
    let left = [correct("news.rings.number", "others", e164, 1)];
    assert_eq!(table(&paper, "customers").left, left);
    assert_eq!(paper.stores.len(), 1, "where nothing changes there is no step");
    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None));
    assert_eq!(rows(&shop.news, "SELECT number FROM rings WHERE at = 2").await, ["+493023125103"]);
    let exact = [("customers.phone_e164", "0049 30 23125-888")];
    let (id, _) = shop.planned("r4", "email=paar2@example.org", &exact).await;
    let set = shop.desk.case(&id).await.unwrap().who.unwrap().wish.set;
    assert_eq!(set["customers.phone_e164"], "+493023125888", "as an index finds it");
}

/// A value that a field cannot hold is refused before anything is recorded, with the field and what would do.
#[tokio::test]
async fn what_cannot_be_written_is_refused_when_it_is_asked_for() {
    let shop = Shop::sqlite().await;
    let fact = |field: &str, value: &str| [(field.to_owned(), value.to_owned())];
    for (field, value, says) in [
        (
            "customers.email",
            "no mail",
            "people are known by `customers.email`, and the value of `email` is no",
        ),
        ("customers.phone", "call me", "people are known by `customers.phone`"),
        ("customers.born", "gestern", "people are known by `customers.born`"),
        ("customers.visits", "many", "does not fit its column (`INTEGER`): write a whole number"),
        ("customers.visits", "", "`customers.visits` must not be empty"),
        ("customers.id", "9", "is no column of the person's own rows"),
        ("orders.what", "tee", "is no column of the person's own rows"),
        ("customers.none", "x", "is no column of the person's own rows"),
        ("customers.name", &"x".repeat(4001), "write at most 4000 characters"),
    ] {
        let [(field, value)] = &fact(field, value);
        let why = shop.refuses(&[(field, value)]).await;
        assert!(why.to_string().contains(says), "{field}: {why}");
        assert!(
            value.is_empty()
                || value == "9"
                || value == "x"
                || !why.to_string().contains(value.as_str())
        );
    }
    let twice = [("customers.email", "a@example.org"), ("shop.customers.email", "b@example.org")];
    assert!(matches!(shop.refuses(&twice).await, NotRight::Twice(_)));
    assert_eq!(shop.refuses(&[]).await, NotRight::Nothing);
    let id: Id = "x".parse().unwrap();
    assert!(matches!(shop.desk.case(&id).await, Err(Failed::Missing(_))), "nothing is recorded");
}

/// What only a server of PostgreSQL's knows.
const TYPES: &str = "
    CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE DOMAIN plus AS integer CHECK (VALUE > 0);
    CREATE DOMAIN code AS text CHECK (VALUE ~ '^[a-z]+$');
    ALTER TABLE customers ADD mood mood, ADD points plus, ADD code code, ADD spent NUMERIC(6,2), ADD address INET, ADD short VARCHAR(5),
        ADD news BOOLEAN
";

/// The server alone knows the words of its own types, and how it writes what it took.
#[tokio::test]
async fn a_server_is_asked_what_its_types_take() {
    let Some(server) = Server::start() else { return };
    let (shop, news) = (Base::postgres(&server, "shop"), Base::postgres(&server, "news"));
    let shop = Shop::with(shop, news, TYPES).await;
    for (column, value) in [
        ("mood", "foo"),
        ("points", "-1"),
        ("code", "A1"),
        ("spent", "12345678"),
        ("address", "here"),
        ("short", "longer"),
        ("news", "perhaps"),
        ("born", "1980-02-30"),
        ("visits", "99999999999"),
    ] {
        let field = format!("customers.{column}");
        let why = shop.refuses(&[(&field, value)]).await;
        assert_eq!(why.field(), Some(field.as_str()));
        assert!(matches!(why, NotRight::Type { .. } | NotRight::Fact { .. }), "{why}");
    }
    let set = [
        ("customers.mood", "good"),
        ("customers.spent", "3.5"),
        ("customers.news", "yes"),
        ("customers.address", "::0001"),
        ("customers.born", "1980-06-01"),
        ("customers.short", ""),
    ];
    let (id, _) = shop.planned("r1", "email=anna@example.org", &set).await;
    shop.approve(&id).await;
    shop.work().await;
    let (_, again) = shop.planned("r2", "email=anna@example.org", &set).await;
    assert!(table(&again, "customers").correct.is_empty(), "{again:#?}");
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None), "read back as it was written");
    let now = "SELECT mood, spent, news, address, born FROM customers WHERE id = 1";
    assert_eq!(rows(&shop.shop, now).await, ["good|3.50|t|::1|1980-06-01"]);
}

/// Columns that hold less than a text may say, or read words as values.
const LOSSY: &str = "
    CREATE DOMAIN sum AS NUMERIC(10,2); CREATE TYPE pair AS (a INTEGER, b INTEGER);
    ALTER TABLE customers ADD num NUMERIC(10,2), ADD total sum, ADD f4 REAL, ADD f8 DOUBLE PRECISION, ADD day DATE, ADD at TIMESTAMP,
        ADD sharp TIMESTAMP(0), ADD zoned TIMESTAMPTZ, ADD hour TIME, ADD nm NAME, ADD bits BIT(4), ADD more VARBIT(4), ADD one \"char\",
        ADD c5 CHAR(5), ADD price MONEY, ADD days DATE[], ADD span INT4RANGE, ADD term INTERVAL YEAR TO MONTH, ADD two pair
";

/// What would stand there is not what was written: it is refused before anything is recorded, and what stands is told.
#[tokio::test]
async fn what_a_type_would_make_something_else_of_is_refused() {
    let Some(server) = Server::start() else { return };
    let (shop, news) = (Base::postgres(&server, "shop"), Base::postgres(&server, "news"));
    let shop = Shop::with(shop, news, LOSSY).await;
    let name = "x".repeat(70);
    for (column, value, would) in [
        ("num", "1.239", "1.24"),
        ("total", "1.239", "1.24"),
        ("f4", "16777217", "1.6777216e+07"),
        ("f8", "0.12345678901234567890", "0.12345678901234568"),
        ("day", "01/02/2020", "2020-01-02"),
        ("day", "2020-1-2", "2020-01-02"),
        ("day", "2020-01-02 10:00", "2020-01-02"),
        ("day", "today", "-"),
        ("at", "2020-01-01 10:00+05", "2020-01-01 10:00:00"),
        ("at", "01/02/2020 10:00", "2020-01-02 10:00:00"),
        ("at", "now", "-"),
        ("sharp", "2020-01-01 10:00:00.7", "2020-01-01 10:00:01"),
        ("zoned", "tomorrow", "-"),
        ("hour", "10:00+05", "10:00:00"),
        ("hour", "now", ":"),
        ("nm", name.as_str(), &name[..63]),
        ("bits", "101", "1010"),
        ("bits", "10101", "1010"),
        ("more", "10101", "1010"),
        ("one", "ab", "a"),
        ("price", "12.345", "12.35"),
        ("days", "{01/02/2020}", "{2020-01-02}"),
        ("span", "[1,5]", "[1,6)"),
        ("term", "1 year 3 days", "1 year"),
    ] {
        let field = format!("customers.{column}");
        let why = shop.refuses(&[(&field, value)]).await;
        let said = why.to_string();
        let NotRight::Otherwise { stands, .. } = why else { panic!("{column} {value}: {said}") };
        assert!(stands.contains(would), "{column} {value}: {stands}");
        assert!(said.contains(&field) && said.contains(&stands), "{said}");
    }
    // Another spelling, and what was told that would stand.
    let set = [
        ("customers.num", "1.5e1"),
        ("customers.total", "01.50"),
        ("customers.f4", "0.1"),
        ("customers.f8", "0.12345678901234568"),
        ("customers.day", "2020-01-02"),
        ("customers.at", "2020-01-01T10:00"),
        ("customers.sharp", "2020-01-01 10:00:01.0"),
        ("customers.zoned", "2020-01-01 10:00+05"),
        ("customers.hour", "9:30"),
        ("customers.nm", "short"),
        ("customers.bits", "1010"),
        ("customers.more", "101"),
        ("customers.one", "a"),
        ("customers.c5", "ab   "),
        ("customers.price", "12.5"),
        ("customers.days", "{2020-01-02, 2020-01-03}"),
        ("customers.span", "[1,6)"),
        ("customers.term", "1 year"),
        ("customers.two", "(1, 2)"),
    ];
    let (id, _) = shop.planned("r1", "email=anna@example.org", &set).await;
    shop.approve(&id).await;
    shop.work().await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None), "read back as it was written");
    let now = "SELECT num, total, f4, day, at, zoned, hour, nm, bits, c5, price, span FROM customers WHERE id = 1";
    let right = "15.00|1.50|0.1|2020-01-02|2020-01-01 10:00:00|2020-01-01 05:00:00+00|09:30:00|short|1010|ab   |$12.50|[1,6)";
    assert_eq!(rows(&shop.shop, now).await, [right]);
}

/// A plan that always fails, because a rule of the store was not known, can be ended.
#[tokio::test]
async fn what_fails_and_saved_nothing_can_be_taken_back() {
    for refused in [false, true] {
        let shop = Shop::sqlite().await;
        let taken = [("customers.email", "bea@example.org")];
        let (id, paper) = shop.planned("r1", "email=anna@example.org", &taken).await;
        // What is tied to somebody's address does not become another's.
        let left = &table(&paper, "customers").left;
        let taken = left.iter().filter(|left| left.why == "taken").map(|left| left.column.as_str());
        assert_eq!(taken.collect::<Vec<_>>(), ["shop.old_customers.mail", "news.readers.address"]);
        shop.approve(&id).await;
        shop.work().await;
        assert_eq!(shop.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
        if refused {
            shop.desk.refuse(&id, Refusal::Unfounded, "Nein.", act("officer")).await.unwrap();
            assert_eq!(shop.stands(&id).await, (RequestState::Refused, None));
        } else {
            shop.desk.take_back(&id, act("officer")).await.unwrap();
            assert_eq!(shop.stands(&id).await, (RequestState::Withdrawn, None));
        }
        let due = shop.desk.records.reminders_due(TODAY.saturating_add(jiff::Span::new().days(60)));
        assert!(due.await.unwrap().is_empty(), "nobody is reminded of it");
        assert_eq!(shop.desk.case(&id).await.unwrap().who, None);
        let email = "SELECT email FROM customers WHERE id = 1";
        assert_eq!(rows(&shop.shop, email).await, ["anna@example.org"]);
    }
}

/// Once something was saved, it goes on to its end.
#[tokio::test]
async fn what_was_saved_in_part_cannot_be_taken_back() {
    let shop = Shop::sqlite().await;
    let (id, _) =
        shop.planned("r1", "email=anna@example.org", &[("customers.email", "n@example.org")]).await;
    shop.shop
        .run("CREATE TRIGGER no BEFORE UPDATE ON customers BEGIN SELECT RAISE(ABORT, 'no'); END")
        .await
        .unwrap();
    shop.approve(&id).await;
    let _ = shop.desk.work(act("worker"), &chance, &mut |_| ()).await;
    let address = "SELECT address FROM readers WHERE id = 7";
    assert_eq!(rows(&shop.news, address).await, ["n@example.org"], "the first step is done");
    let back = shop.desk.take_back(&id, act("officer")).await;
    assert!(matches!(back, Err(Failed::NotNow(_))), "{back:?}");
}

/// An approval is of one choice: the plan says which, its digest is over it, and it says so still when all is done.
#[tokio::test]
async fn the_plan_of_a_choice_is_of_this_choice() {
    let room = crate::desk::Room::sqlite().await;
    let objection = |purposes: &[&str]| Wish {
        purposes: purposes.iter().map(|p| (*p).to_owned()).collect(),
        ..Wish::default()
    };
    let bea = &["email=bea@example.org"][..];
    let (all, some) = (objection(&[]), objection(&["telemarketing", "contact"]));
    let mut papers = Vec::new();
    for (id, kind, who, wish) in [
        ("r1", RequestKind::Objection, bea, &all),
        ("r2", RequestKind::Objection, bea, &some),
        ("r3", RequestKind::Withdrawal, bea, &some),
        ("r4", RequestKind::Restriction, bea, &all),
        ("r5", RequestKind::Objection, &["email=eins@example.org"][..], &some),
    ] {
        let id = room.open(id, kind, who, wish.clone()).await;
        room.work().await;
        papers.push((id.clone(), room.desk.case(&id).await.unwrap().plan.unwrap().1));
    }
    let prints: std::collections::BTreeSet<_> =
        papers.iter().map(|(_, paper)| paper.fingerprint().to_string()).collect();
    assert_eq!(prints.len(), papers.len(), "{prints:?}");
    let (id, paper) = &papers[1];
    assert_eq!(
        paper.stores[0].purposes.as_deref(),
        Some(&["contact".to_owned(), "telemarketing".to_owned()][..])
    );
    room.approve(id).await;
    room.work().await;
    assert_eq!(room.stands(id).await, (RequestState::Done, None));
    let case = room.desk.case(id).await.unwrap();
    assert_eq!(case.who, None, "whom it was about is forgotten");
    assert_eq!(&case.plan.unwrap().1, paper, "what was approved is not");
    assert_eq!(room.desk.chosen(id, TODAY).await.unwrap().len(), 2);
}

/// The plan of a copy says what is copied: what the map makes the person's, and not what merely refers to it.
#[tokio::test]
async fn the_plan_of_a_copy_counts_what_is_copied() {
    let shop = Shop::sqlite().await;
    let opening = Shop::opening("r1", "email=anna@example.org", &[]);
    let opening = Opening { kind: RequestKind::Access, ..opening };
    shop.desk.open(&opening, act("officer")).await.unwrap();
    shop.work().await;
    let id = opening.id;
    let paper = shop.desk.case(&id).await.unwrap().plan.unwrap().1;
    let tables = paper.stores.iter().flat_map(|s| &s.tables);
    let copied: BTreeMap<&str, u64> = tables.map(|t| (t.table.as_str(), t.copy)).collect();
    let one = ["bills", "customers", "members", "old_customers", "orders", "readers", "rings"];
    let expected: BTreeMap<&str, u64> =
        one.into_iter().map(|table| (table, 1)).chain([("opened", 2)]).collect();
    assert_eq!(copied, expected);
    assert_eq!((paper.totals(), paper.copied()), ((0, 0), (9, 0)));
    let events = shop.desk.records.events(&id, 0).await.unwrap();
    let made = events.iter().find(|(_, e)| e.what.as_str() == "plan-made").unwrap();
    assert_eq!(made.1.detail.as_str(), r#"{"copy":9,"recordings":0}"#);
    shop.approve(&id).await;
    shop.work().await;
    hand_out(&shop.desk, &id).await;
    assert_eq!(shop.stands(&id).await, (RequestState::Done, None));
    let steps = shop.desk.case(&id).await.unwrap().steps;
    let counts: serde_json::Value =
        serde_json::from_str(steps.last().unwrap().counts.as_str()).unwrap();
    // Beside these, rows of our own tables.
    assert!(counts["records"].as_u64().unwrap() >= 9, "{counts}");
}

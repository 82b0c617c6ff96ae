//! How often files are read does not depend on how many calls are in them.

use std::collections::BTreeMap;
use std::sync::Mutex;

use abide_stores::{
    Abilities, Answer, ColumnAt, Effort, Error, Key, Lookup, Mode, Pieces, Remains, Schema,
    Session, Sink, Store, TableAt, Value,
};

use super::*;

/// How often each table was asked for rows. A table of one file with many rows is then read whole.
type Counts = Arc<Mutex<BTreeMap<TableAt, usize>>>;

/// A store that counts.
struct Counted(Arc<dyn Store>, Counts);

struct CountedSession(Box<dyn Session>, Counts);

impl Store for Counted {
    fn id(&self) -> &str {
        self.0.id()
    }
    fn abilities(&self) -> Answer<'_, Abilities> {
        self.0.abilities()
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        self.0.schema()
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(async move {
            let session = CountedSession(self.0.session(mode).await?, Arc::clone(&self.1));
            Ok::<Box<dyn Session>, Error>(Box::new(session))
        })
    }
    fn settle(&self, effort: Effort) -> Answer<'_, Remains> {
        self.0.settle(effort)
    }
    fn close(&self) -> Answer<'_, ()> {
        self.0.close()
    }
}

impl Session for CountedSession {
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()> {
        *self.1.lock().unwrap().entry(lookup.table).or_default() += 1;
        self.0.find(lookup, sink)
    }
    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()> {
        self.0.sweep(table, want, sink)
    }
    fn media<'a>(&'a mut self, path: &'a str) -> Answer<'a, Option<Box<dyn Pieces>>> {
        self.0.media(path)
    }
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        self.0.delete(table, keys)
    }
    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<Value>)],
    ) -> Answer<'a, u64> {
        self.0.change(table, columns, rows)
    }
    fn commit(self: Box<Self>) -> Answer<'static, ()> {
        self.0.commit()
    }
}

const MAP: &str = r#"
[store]
id     = "media"
kind   = "files"
place  = "media"
policy = "service"

[[table]]
name      = "people"
person    = "contact"
statement = "contacts"
known-by  = [{ fact = "phone", column = "phone", country = "DE" }, { fact = "name", column = "name" }]

[[table]]
name      = "calls"
statement = "calls"
since     = "started_at"
duration  = "seconds"
[[table.edge]]
kind       = "owned-by"
columns    = ["caller"]
of         = "people"
of-columns = ["phone"]
caller     = []
[[table.column]]
name = "started_at"
data = "call.metadata"

[[table]]
name      = "texts"
statement = "calls"
[[table.edge]]
kind       = "owned-by"
columns    = ["call"]
of         = "calls"
of-columns = ["number"]
"#;

/// Anna's calls, all in one file, and what was said in them in another.
async fn many(folder: &std::path::Path, count: usize, csv: bool) -> World {
    let people = [["030 23125123", "Anna Weber"]];
    let calls = (0..count).map(|n| {
        let start = format!("2026-{:02}-{:02} 09:30:00", 1 + n / 28, 1 + n % 28);
        [n.to_string(), "030 23125123".to_owned(), start, (n + 1).to_string()]
    });
    // The last call's text comes first.
    let texts = (0..count).rev().map(|n| {
        let text = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Weber>Nachricht Q{n}Q.\n");
        [n.to_string(), text]
    });
    let (end, format) = match csv {
        true => ("csv", Format::Csv { delimiter: None }),
        false => ("jsonl", Format::JsonLines),
    };
    let name = |table: &str| format!("{table}.{end}");
    let people = people.map(|row| row.map(str::to_owned));
    put(folder, &name("people"), &file(csv, ["phone", "name"], people.into_iter()));
    put(folder, &name("calls"), &file(csv, ["number", "caller", "started_at", "seconds"], calls));
    put(folder, &name("texts"), &file(csv, ["call", "text"], texts));
    let names = ["people", "calls", "texts"].map(|table| (table, name(table)));
    let tables = names.each_ref().map(|(table, file)| (*table, file.as_str(), format));
    media(folder, MAP, &tables).await
}

/// A file of rows.
fn file<const N: usize>(
    csv: bool,
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let line = |row: [String; N]| match csv {
        true => row.map(|v| format!("\"{v}\"")).join(",") + "\n",
        false => {
            let row = columns.iter().zip(row).map(|(c, v)| ((*c).to_owned(), Json::from(v)));
            Json::Object(row.collect()).to_string() + "\n"
        }
    };
    let head = if csv { columns.join(",") + "\n" } else { String::new() };
    head + &rows.map(line).collect::<String>()
}

/// The same in a database.
async fn stored(base: &Base, count: usize) -> World {
    let sql = "CREATE TABLE people (id INTEGER PRIMARY KEY, phone TEXT, name TEXT);
        CREATE TABLE calls (number INTEGER PRIMARY KEY, caller TEXT, started_at TEXT, seconds INTEGER);
        CREATE TABLE texts (call INTEGER PRIMARY KEY, text TEXT);
        INSERT INTO people VALUES (1, '030 23125123', 'Anna Weber');
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < COUNT)
        INSERT INTO calls SELECT i, '030 23125123',
            printf('2026-%02d-%02d 09:30:00', 1 + i / 28, 1 + i % 28), i + 1 FROM n;
        INSERT INTO texts SELECT number, 'WEBVTT' || char(10) || char(10) ||
            '00:01.000 --> 00:02.000' || char(10) || '<v Anna Weber>Nachricht Q' || number || 'Q.' || char(10)
            FROM calls;";
    base.run(&sql.replace("COUNT", &count.to_string())).await.unwrap();
    let map = map_of(&MAP.replace("\"files\"", "\"sqlite\""));
    World::of(base.store().await, map, Some(service())).await
}

/// How often the tables were asked for the copy of Anna; each of her calls has its vCon.
async fn asked(mut world: World, key: Vec<Value>, count: usize) -> BTreeMap<TableAt, usize> {
    let counts = Counts::default();
    let counted = |store: Arc<dyn Store>| Arc::new(Counted(store, Arc::clone(&counts)));
    world.stores = world.stores.into_iter().map(|s| -> Arc<dyn Store> { counted(s) }).collect();
    let subject = world.subject("people", key);
    let got = Got::new(&world, &subject, Kind::Access, Lang::De).await;
    assert_eq!(got.summary.conversations, count as u64);
    let mut seen: Vec<usize> = Vec::new();
    for name in got.files.keys().filter(|n| n.starts_with("conversations/")) {
        let vcon = got.json(name);
        let seconds = vcon["dialog"][0]["duration"].as_u64().unwrap() as usize;
        let said = vcon["analysis"][0]["body"].as_str().unwrap();
        assert!(said.contains(&format!("Q{}Q", seconds - 1)), "{vcon}");
        let start = vcon["dialog"][0]["start"].as_str().unwrap();
        let day = format!("2026-{:02}-{:02}T", 1 + (seconds - 1) / 28, 1 + (seconds - 1) % 28);
        assert!(start.starts_with(&day), "{vcon}");
        seen.push(seconds);
    }
    seen.sort_unstable();
    assert_eq!(seen, (1..=count).collect::<Vec<_>>());
    counts.lock().unwrap().clone()
}

async fn reads(count: usize, csv: bool) -> BTreeMap<TableAt, usize> {
    let place = tempfile::tempdir().unwrap();
    let world = many(place.path(), count, csv).await;
    let key = if csv { ("people.csv", 2) } else { ("people.jsonl", 1) };
    asked(world, vec![key.0.into(), key.1.into()], count).await
}

#[tokio::test]
async fn files_are_read_as_often_for_many_calls_as_for_one() {
    for csv in [false, true] {
        let (one, many) = (reads(1, csv).await, reads(300, csv).await);
        assert_eq!(one, many, "csv: {csv}");
        assert!(one.len() == 3 && one.values().all(|n| *n < 10), "{one:?}");
    }
}

#[tokio::test]
async fn a_database_is_asked_for_many_rows_at_a_time() {
    let base = Base::sqlite();
    let asked = asked(stored(&base, 300).await, vec![1.into()], 300).await;
    assert!(asked.len() == 3 && asked.values().all(|n| *n < 16), "{asked:?}");
}

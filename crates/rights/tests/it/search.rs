//! Search indexes of a database: what they derive from a person's rows goes with these.

use abide_stores::{Effort, Remains};

use crate::chart::{Trial, subject};
use crate::world::Base;

const TABLES: &str = "
    PRAGMA secure_delete = ON;
    CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER REFERENCES people, body TEXT);
    CREATE INDEX n1 ON notes(person);
    CREATE VIRTUAL TABLE notes_index USING fts5(body, content='notes', content_rowid='id');
    CREATE TRIGGER notes_in AFTER INSERT ON notes BEGIN
        INSERT INTO notes_index(rowid, body) VALUES (new.id, new.body); END;
    CREATE TRIGGER notes_out AFTER DELETE ON notes BEGIN
        INSERT INTO notes_index(notes_index, rowid, body) VALUES ('delete', old.id, old.body); END;
    CREATE VIRTUAL TABLE seen USING fts5(person UNINDEXED, body);
    CREATE VIRTUAL TABLE heard USING fts4(person, body, notindexed=person);
    INSERT INTO people VALUES (1, 'Adeline'), (2, 'Balduin');
    INSERT INTO notes VALUES (10, 1, 'Zirkelschluss am Montag'), (11, 2, 'Haferbrei am Montag');
    INSERT INTO notes VALUES (12, 2, 'Wer spricht noch von Balduin');
    INSERT INTO seen VALUES (1, 'Quittenmus bestellt'), (2, 'Haferbrei bestellt');
    INSERT INTO heard VALUES (1, 'Ofenrohr gesucht'), (2, 'Haferbrei gesucht');
";

const OWNERS: &str = "people person
    notes
      person owned-by people
    seen
      person owned-by people
    heard
      person owned-by people";

#[tokio::test]
async fn full_text_indexes_forget_the_words_of_who_is_erased() {
    let base = Base::sqlite();
    let trial = Trial::new(&base, TABLES, OWNERS).await;
    // Each of them in a piece of its own, as they come with time.
    base.run("INSERT INTO notes VALUES (13, 2, 'noch einer'); INSERT INTO seen VALUES (2, 'noch')")
        .await
        .unwrap();
    let gone = ["Zirkelschluss", "Quittenmus", "Ofenrohr"];
    let left = || {
        let bytes = std::fs::read(base.place()).unwrap().to_ascii_lowercase();
        gone.map(|word| memchr::memmem::find(&bytes, word.to_lowercase().as_bytes()).is_some())
    };
    assert_eq!(left(), [true; 3], "this test looks in the right place");
    assert_eq!(trial.world.erase(&[subject(&trial.world, "people:1")]).await, (4, 0));
    let store = &trial.world.stores[0];
    assert_eq!(
        store.settle(Effort::Request).await,
        Ok(Remains::UntilReused),
        "it does not say too much"
    );
    assert_ne!(left(), [false; 3], "indexes keep words");
    assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::Nothing));
    assert_eq!(left(), [false; 3]);
    for index in ["notes_index", "seen"] {
        base.run(&format!("INSERT INTO {index}({index}) VALUES ('integrity-check')"))
            .await
            .unwrap();
    }
    for (index, left) in [("notes_index", "3"), ("seen", "2"), ("heard", "1")] {
        assert_eq!(
            trial
                .ask(&format!(
                    "SELECT count(*) FROM {index} WHERE {index} MATCH 'haferbrei OR noch'"
                ))
                .await,
            left
        );
    }
}

/// A kind of index that only another program has: it cannot be merged, and it is not said that nothing is left in it.
#[tokio::test]
async fn an_index_that_cannot_be_merged_is_not_called_clean() {
    let base = Base::sqlite();
    let trial = Trial::new(&base, TABLES, OWNERS).await;
    base.run(
        "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE seen USING fts5_ours(person, body)' WHERE name = 'seen'",
    )
    .await
    .unwrap();
    let store = base.store().await;
    let schema = store.schema().await.unwrap();
    let table = |name: &str| schema.tables.iter().any(|table| table.name == name);
    assert!(!table("seen") && table("seen_content") && !table("heard_content"));
    assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::UntilReused));
    drop(trial);
}

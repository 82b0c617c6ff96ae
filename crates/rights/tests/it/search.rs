//! Search indexes of a database: what they derive from a person's rows goes with these.

use std::ops::ControlFlow;

use abide_stores::{Effort, Mode, Remains, Row};

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

/// A kind of index that only another program has, or a part of it: its rows are read, by itself or behind it. If it cannot be
/// merged, it is not said that nothing is left in it.
#[tokio::test]
async fn an_index_of_another_program_is_read_and_not_called_clean() {
    for (index, made, merges) in [
        ("seen", "fts5_ours(person, body)", false),
        ("heard", "fts4(person, body, tokenize=ours)", false),
        // This kind asks for its tokenizer only when it needs one.
        ("seen", "fts5(person, body, tokenize = ''ours'')", true),
    ] {
        let base = Base::sqlite();
        let trial = Trial::new(&base, TABLES, OWNERS).await;
        let change = format!(
            "PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE {index} USING {made}' WHERE name = '{index}'"
        );
        base.run(&change).await.unwrap();
        let store = base.store().await;
        let schema = store.schema().await.unwrap();
        let (itself, behind) = (schema.table(index), schema.table(&format!("{index}_content")));
        assert_eq!((itself.is_some(), behind.is_some()), (merges, !merges), "{made}");
        assert!(schema.table("notes_index_data").is_none(), "{made}");
        let mut session = store.session(Mode::Read).await.unwrap();
        let table = itself.or(behind).unwrap();
        let want: Vec<usize> = (0..schema.tables[table].columns.len()).collect();
        let mut words = Vec::new();
        let mut sink = |row: Row| {
            words.extend(row.values.iter().filter_map(|v| Some(v.text()?.into_owned())));
            ControlFlow::Continue(())
        };
        session.sweep(table, &want, &mut sink).await.unwrap();
        assert!(words.iter().any(|text| text.contains("Haferbrei")), "{made}: {words:?}");
        drop(session);
        if !merges {
            assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::UntilReused), "{made}");
        }
        drop(trial);
    }
}

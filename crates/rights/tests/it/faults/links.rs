//! A file of a folder has a second name: whoever brings the erasure to its end leaves a reminder, whatever failed before; and every file
//! that is somebody else's is as it was, byte for byte.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use abide_policy::map::StoreMap;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::atlas::Atlas;
use abide_rights::desk::OLD_VERSIONS;
use abide_rights::desk::document::Wish;
use abide_rights::open;
use abide_stores::Store;

use super::fuse::{Fault, Fuse, FusedStore, When};
use super::town::{LATER, pass};
use crate::desk::{NOW, Room, act, chance};
use crate::world::{map_of, part};

const MAP: &str = r#"
[store]
id     = "folder"
kind   = "files"
place  = "."
policy = "service"

[[table]]
name     = "contacts.csv"
person   = "contact"
known-by = [{ fact = "id", column = "id" }, { fact = "email", column = "email" }]

[[table]]
name = "letters/*.txt"

[[table.edge]]
kind       = "owned-by"
columns    = ["path"]
of         = "contacts.csv"
of-columns = ["letter"]
"#;

fn fill(folder: &Path) {
    std::fs::create_dir(folder.join("letters")).unwrap();
    let mut contacts = "id,email,letter\n".to_owned();
    for id in 1..=4 {
        contacts += &format!("{id},p{id}@example.org,letters/{id}.txt\n");
        std::fs::write(folder.join(format!("letters/{id}.txt")), format!("Dear Sir {id}")).unwrap();
    }
    std::fs::write(folder.join("contacts.csv"), contacts).unwrap();
    std::fs::hard_link(folder.join("contacts.csv"), folder.join("backup-1")).unwrap();
    std::fs::hard_link(folder.join("letters/2.txt"), folder.join("backup-2")).unwrap();
}

/// Every file with what is in it, but the two by which the program keeps others from writing and knows what it told.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for place in [folder.to_owned(), folder.join("letters")] {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            let own = [".abide-lock", ".abide-linked-told"].iter().any(|name| path.ends_with(name));
            if path.is_file() && !own {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                all.insert(name, std::fs::read_to_string(path).unwrap());
            }
        }
    }
    all
}

/// The files without the second one's row and letter; that letter's second name is what the reminder is about.
fn without(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    assert!(files.remove("letters/2.txt").is_some());
    let contacts = &files["contacts.csv"];
    let left = contacts.replace("2,p2@example.org,letters/2.txt\n", "");
    assert_ne!(left, *contacts);
    files.insert("contacts.csv".to_owned(), left);
    files
}

/// The folder as a process finds it that has just begun.
async fn fresh(map: &StoreMap, folder: &Path) -> Arc<dyn Store> {
    let store = open::one(map, folder, &|_| None).await.unwrap();
    store.schema().await.unwrap();
    store
}

/// Erases somebody while a call to the store fails, and all after it; then another process goes on. Tells whether it failed.
async fn erase(at: usize, when: When) -> bool {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let right = without(files(folder.path()));
    let map = map_of(MAP);
    let store = fresh(&map, folder.path()).await;
    let mut room = Room::sqlite().await;
    let part = part(&*store, map.clone(), None).await;
    room.desk.atlas = Arc::new(Atlas::new(vec![part]).unwrap());
    room.desk.stores = vec![Arc::clone(&store)];
    let id =
        room.open("r1", RequestKind::Erasure, &["email=p2@example.org"], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    let fuse = Fuse::new(at, when, Fault::Dead);
    room.desk.stores = vec![Arc::new(FusedStore(store, Arc::clone(&fuse)))];
    while matches!(room.desk.work(act("worker"), &chance, &mut |_| ()).await, Ok(Some(_))) {
        if fuse.is_blown() {
            break;
        }
    }
    room.desk.stores = vec![fresh(&map, folder.path()).await];
    for round in 1..=3 {
        pass(&room.desk, "another", NOW + round * LATER).await.unwrap();
    }
    let told = format!("call {at} fails {when:?}");
    assert_eq!(room.stands(&id).await, (RequestState::Done, None), "{told}");
    assert_eq!(files(folder.path()), right, "{told}");
    let reminders = room.desk.records.reminders(&id).await.unwrap();
    let codes: Vec<&str> = reminders.iter().map(|r| r.code.as_str()).collect();
    assert_eq!(codes, [OLD_VERSIONS], "{told}");
    fuse.is_blown()
}

#[tokio::test]
async fn a_reminder_is_left_whatever_call_fails() {
    for when in [When::Before, When::After] {
        let mut runs = 0;
        while erase(runs, when).await {
            runs += 1;
        }
        assert!(runs > 10, "{runs} runs");
    }
}

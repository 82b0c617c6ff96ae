//! What is kept under what somebody is known by stays theirs when that is put right: holds, and what they chose.

use abide_policy::decide::Choices;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::desk::document::Wish;
use abide_rights::desk::holds::Placing;
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::Asked;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{Room, act};
use crate::world::{Base, TODAY};

/// Bea gets another address, number and name.
const NEW: [(&str, &str); 3] = [
    ("contacts.email", "neu@example.org"),
    ("contacts.phone", "+493023125199"),
    ("contacts.name", "Beate Neu"),
];

fn asked(fact: &str) -> Asked {
    Asked::read([fact], "DE".parse().ok()).unwrap()
}

impl Room {
    /// Whether whoever is known by this may be used for nothing, until it is lifted.
    async fn is_restricted(&self, fact: &str) -> bool {
        let known = Choices::default();
        self.desk.choices_of(&asked(fact), TODAY, known).await.unwrap().restricted
    }

    async fn carried_out(&self, id: &str, kind: RequestKind, fact: &str, wish: Wish) -> Id {
        let id = self.open(id, kind, &[fact], wish).await;
        self.work().await;
        self.approve(&id).await;
        self.work().await;
        assert_eq!(self.stands(&id).await, (RequestState::Done, None), "{fact}");
        id
    }
}

async fn it_follows(room: Room) {
    let restriction = room
        .carried_out("r1", RequestKind::Restriction, "email=bea@example.org", Wish::default())
        .await;
    let (id, reason) = ("h1".parse().unwrap(), "claim for damages".to_owned());
    let placing = Placing { id, reason, until: None, covers: Covers::default() };
    let found = room.desk.people(&asked("email=bea@example.org")).await.unwrap();
    let bea = together(&found.iter().collect::<Vec<_>>());
    room.desk.place(&placing, &asked("email=bea@example.org"), &bea, act("officer")).await.unwrap();
    // One thing after the other, each by what is known of her by then.
    for (at, (column, value)) in NEW.iter().enumerate() {
        let by = if at == 0 { "email=bea@example.org" } else { "email=neu@example.org" };
        let set = [((*column).to_owned(), (*value).to_owned())].into();
        let wish = Wish { set, ..Wish::default() };
        room.carried_out(&format!("c{at}"), RequestKind::Rectification, by, wish).await;
    }
    for fact in ["email=neu@example.org", "phone=030 23125199", "email=bea@example.org"] {
        assert!(room.is_restricted(fact).await, "{fact}");
    }
    assert!(!room.is_restricted("email=eins@example.org").await, "nobody else");

    let erasure =
        room.open("e1", RequestKind::Erasure, &["email=neu@example.org"], Wish::default());
    let erasure = erasure.await;
    room.work().await;
    let paper = room.paper(&erasure).await;
    assert_eq!((paper.totals(), paper.holds.as_slice()), ((0, 0), &["h1".to_owned()][..]));

    room.desk.end_choices(&restriction, act("officer")).await.unwrap();
    for fact in ["email=neu@example.org", "phone=030 23125199", "email=bea@example.org"] {
        let tomorrow = TODAY.tomorrow().unwrap();
        let known = Choices::default();
        let now = room.desk.choices_of(&asked(fact), tomorrow, known).await.unwrap();
        assert!(!now.restricted, "{fact}: it was lifted once, and so everywhere");
    }
}

#[tokio::test]
async fn it_follows_on_sqlite() {
    it_follows(Room::sqlite().await).await;
}

#[tokio::test]
async fn it_follows_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let records = server.database("followed_records");
    it_follows(Room::new(Base::postgres(&server, "followed"), Some(records)).await).await;
}

/// Somebody whose row stays for a hold on another keeps that, too, when the other's address is put right.
#[tokio::test]
async fn others_rows_stay_under_it() {
    let room = Room::sqlite().await;
    let (id, reason) = ("h1".parse().unwrap(), "claim for damages".to_owned());
    let placing = Placing { id, reason, until: None, covers: Covers::default() };
    let found = room.desk.people(&asked("email=bea@example.org")).await.unwrap();
    let bea = together(&found.iter().collect::<Vec<_>>());
    room.desk.place(&placing, &asked("email=bea@example.org"), &bea, act("officer")).await.unwrap();
    let set = [
        ("contacts.email".to_owned(), "neu@example.org".to_owned()),
        ("contacts.phone".to_owned(), String::new()),
    ];
    for (at, one) in set.into_iter().enumerate() {
        let by = if at == 0 { "email=bea@example.org" } else { "email=neu@example.org" };
        let wish = Wish { set: [one].into(), ..Wish::default() };
        room.carried_out(&format!("c{at}"), RequestKind::Rectification, by, wish).await;
    }
    let facts = ["email=anna@example.org"];
    let anna = room.open("e1", RequestKind::Erasure, &facts, Wish::default()).await;
    room.work().await;
    // She is a contact and an agent.
    room.settle(&anna, &[1, 2], act("officer")).await;
    room.work().await;
    let paper = room.paper(&anna).await;
    let held = paper.stores.iter().flat_map(|s| &s.tables).flat_map(|t| &t.keep);
    assert!(held.filter_map(|keep| keep.hold.as_deref()).any(|hold| hold == "h1"), "{paper:?}");
}

/// An erasure that a hold kept is taken up again after her address was put right: she is still who it is about.
#[tokio::test]
async fn what_a_hold_kept_is_taken_up_by_what_was_put_right() {
    let room = Room::sqlite().await;
    let (hold, reason) = ("h1".parse::<Id>().unwrap(), "claim for damages".to_owned());
    let placing = Placing { id: hold.clone(), reason, until: None, covers: Covers::default() };
    let bea = asked("email=bea@example.org");
    let found = room.desk.people(&bea).await.unwrap();
    let subject = together(&found.iter().collect::<Vec<_>>());
    room.desk.place(&placing, &bea, &subject, act("officer")).await.unwrap();
    let kept =
        room.carried_out("e1", RequestKind::Erasure, "email=bea@example.org", Wish::default());
    let kept = kept.await;
    for (at, (column, value)) in NEW.iter().take(2).enumerate() {
        let by = if at == 0 { "email=bea@example.org" } else { "email=neu@example.org" };
        let set = [((*column).to_owned(), (*value).to_owned())].into();
        let wish = Wish { set, ..Wish::default() };
        room.carried_out(&format!("c{at}"), RequestKind::Rectification, by, wish).await;
    }
    room.desk.lift(&hold, act("officer")).await.unwrap();
    let next: Id = "e2".parse().unwrap();
    room.desk.take_up(&kept, next.clone(), act("officer")).await.unwrap();
    room.work().await;
    room.approve(&next).await;
    room.work().await;
    assert_eq!(room.stands(&next).await, (RequestState::Done, None));
    assert!(room.rows("SELECT id FROM contacts WHERE id = 2").await.is_empty());
    let told = room.rows("SELECT note FROM calls WHERE note LIKE '%Bea%'").await;
    assert!(told.is_empty(), "{told:?}");
}

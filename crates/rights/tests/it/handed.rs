//! The end of a request for a copy: it lies ready, somebody looks at it and hands it out, or finds that it is not what it
//! should be; facts that were noted wrongly.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits, Way};
use abide_rights::desk::document::Wish;
use abide_rights::desk::{Act, Failed, Forgotten, HANDING_OUT, Handed};
use abide_rights::state::{NotNow, Question, Refusal};
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::desk::{Room, act, chance};
use crate::world::{Base, TODAY};

const BEA: [&str; 1] = ["email=bea@example.org"];

fn on(day: Date) -> Act<'static> {
    let now = Offset::UTC.to_timestamp(day.at(15, 0, 0, 0)).unwrap().as_second();
    Act { now, today: day, by: "officer" }
}

fn day(days: i32) -> Date {
    TODAY.saturating_add(days.days())
}

const fn handed(on: Date) -> Handed {
    Handed { on, way: Way::Post }
}

async fn on_postgres(server: &Server) -> Room {
    Room::new(Base::postgres(server, "store"), Some(server.database("records"))).await
}

const READY: (RequestState, Option<Waits>) = (RequestState::Waiting, Some(Waits::HandingOut));

impl Room {
    /// A request whose copy lies ready.
    async fn ready(&self, id: &str, kind: RequestKind, facts: &[&str]) -> Id {
        let id = self.open(id, kind, facts, Wish::default()).await;
        self.work().await;
        self.approve(&id).await;
        self.work().await;
        assert_eq!(self.stands(&id).await, READY);
        id
    }

    pub(crate) async fn whats(&self, id: &Id) -> Vec<String> {
        let events = self.desk.records.events(id, 0).await.unwrap();
        events.into_iter().map(|(_, event)| event.what.to_string()).collect()
    }

    /// What lies in the folder of copies.
    fn lies_there(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(&self.desk.exports) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    async fn open_reminders(&self, id: &Id) -> Vec<String> {
        let all = self.desk.records.reminders(id).await.unwrap();
        let open = all.iter().filter(|r| r.done_at.is_none());
        open.map(|r| r.code.to_string()).collect()
    }
}

/// That a copy was made tells nobody anything: it waits for a person, with its deadline and a reminder, however long that
/// takes, and is closed as of the day on which it was handed out.
async fn a_copy_waits_until_it_is_handed_out(room: Room) {
    for (name, kind) in [("a", RequestKind::Access), ("p", RequestKind::Portability)] {
        let id = room.ready(name, kind, &BEA).await;
        let case = room.desk.case(&id).await.unwrap();
        assert!(case.who.is_some() && case.stored.closed_at.is_none(), "nobody is forgotten yet");
        assert!(room.desk.letter(&case, TODAY).await.unwrap().is_some(), "it goes with the copy");
        assert_eq!(room.open_reminders(&id).await, [HANDING_OUT]);
        assert_eq!(case.clock.deadline(day(5)).days_left, case.clock.deadline(TODAY).days_left - 5);
        assert_eq!(room.desk.forget(day(30)).await.unwrap(), Forgotten::default());
        room.work().await;
        assert_eq!(room.stands(&id).await, READY, "no worker hands anything out");
        for wrong in [day(-1), day(10)] {
            let failed = room.desk.handed_out(&id, handed(wrong), on(day(9))).await;
            assert!(matches!(failed, Err(Failed::NotThen(since)) if since == TODAY), "{failed:?}");
        }
        room.desk.handed_out(&id, handed(day(2)), on(day(9))).await.unwrap();
        let case = room.desk.case(&id).await.unwrap();
        assert_eq!(room.stands(&id).await, (RequestState::Done, None));
        assert_eq!(case.who, None, "whom it was about is forgotten");
        let noon = Offset::UTC.to_timestamp(day(2).at(12, 0, 0, 0)).unwrap().as_second();
        assert_eq!(case.stored.closed_at, Some(noon), "answered when it was handed out");
        assert_eq!(room.open_reminders(&id).await, [] as [String; 0]);
        let events = room.desk.records.events(&id, 0).await.unwrap();
        let said: Vec<Handed> = events.iter().filter_map(|(_, e)| Handed::of(e)).collect();
        assert_eq!(said, [handed(day(2))]);
        assert!(room.report(&id).await.contains("\"records\":"));
        for late in [
            room.desk.handed_out(&id, handed(day(9)), on(day(9))).await,
            room.desk.copy_again(&id, on(day(9))).await,
            room.desk.take_back(&id, on(day(9))).await,
        ] {
            assert!(matches!(late, Err(Failed::NotNow(NotNow::Closed))), "{late:?}");
        }
        assert_eq!(room.desk.forget(day(32)).await.unwrap().copies, 0, "a month from then on");
        assert_eq!(room.desk.forget(day(33)).await.unwrap().copies, 1);
        assert_eq!(room.desk.forget(day(4000)).await.unwrap().requests, 1);
    }
}

#[tokio::test]
async fn a_copy_waits_until_it_is_handed_out_on_sqlite() {
    a_copy_waits_until_it_is_handed_out(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_copy_waits_until_it_is_handed_out_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_copy_waits_until_it_is_handed_out(on_postgres(&server).await).await;
}

/// Data changes while a copy lies ready: it is planned, approved and made anew, and the old one is gone meanwhile.
#[tokio::test]
async fn a_copy_is_made_again() {
    let room = Room::sqlite().await;
    let id = room.ready("r1", RequestKind::Access, &BEA).await;
    let copied = async || {
        let paper = room.desk.case(&id).await.unwrap().plan.unwrap();
        (paper.0.seq, paper.1.copied().0)
    };
    let (first, rows) = copied().await;
    room.run("INSERT INTO calls VALUES (14, 2, NULL, 2, NULL, NULL, NULL, 5)").await;
    room.desk.copy_again(&id, act("officer")).await.unwrap();
    assert_eq!(room.stands(&id).await, (RequestState::Identified, Some(Waits::Turn)));
    assert_eq!(room.lies_there(), [] as [String; 0]);
    assert_eq!(room.open_reminders(&id).await, [] as [String; 0]);
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Planned, "somebody approves it first");
    assert_eq!(copied().await, (first + 1, rows + 1));
    room.approve(&id).await;
    room.work().await;
    assert_eq!((room.stands(&id).await, room.lies_there()), (READY, vec!["r1.zip".to_owned()]));
    room.desk.handed_out(&id, handed(TODAY), act("officer")).await.unwrap();
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
}

/// Until it was handed out it can come to nothing, or be another's: then no copy is left.
#[tokio::test]
async fn what_is_not_handed_out_is_thrown_away() {
    let room = Room::sqlite().await;
    for (name, how) in [("back", 0), ("refused", 1), ("asked", 2)] {
        let id = room.ready(name, RequestKind::Access, &BEA).await;
        let officer = act("officer");
        let (state, waits) = match how {
            0 => {
                room.desk.take_back(&id, officer).await.unwrap();
                (RequestState::Withdrawn, None)
            }
            1 => {
                room.desk.refuse(&id, Refusal::Unidentified, "Wer?", officer).await.unwrap();
                (RequestState::Refused, None)
            }
            _ => {
                room.desk.ask(&id, Question::Identity, officer).await.unwrap();
                (RequestState::Waiting, Some(Waits::Identity))
            }
        };
        assert_eq!(room.stands(&id).await, (state, waits));
        assert_eq!(room.lies_there(), [] as [String; 0], "{name}");
        assert_eq!(room.open_reminders(&id).await, [] as [String; 0], "{name}");
        if how == 2 {
            let plan = room.desk.case(&id).await.unwrap().plan.unwrap().0;
            assert_eq!(plan.approved, None, "it fell, and nothing is carried out by it");
            room.settle(&id, &[1], officer).await;
            room.work().await;
            assert_eq!(room.stands(&id).await.0, RequestState::Planned);
        }
    }
    // What a crash left of one that came to nothing.
    std::fs::write(room.desk.exports.join("back.zip"), b"PK").unwrap();
    for begun in ["refused.7.part", "refused.part"] {
        std::fs::write(room.desk.exports.join(begun), b"PK").unwrap();
    }
    assert_eq!(room.desk.forget(TODAY).await.unwrap().copies, 3);
    assert_eq!(room.lies_there(), [] as [String; 0]);
}

/// A slip in an address: another person is found, and nothing of the first stays, neither their rows nor their mark. The
/// history says which fact was wrong, and never what it was.
async fn a_wrong_fact_is_put_right(room: Room) {
    let id = room.open("r1", RequestKind::Erasure, &BEA, Wish::default()).await;
    let other = room.open("r2", RequestKind::Access, &BEA, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    let before = room.desk.case(&id).await.unwrap();
    let others = room.desk.records.identities(&other).await.unwrap();
    let mark = room.desk.records.identities(&id).await.unwrap();
    let right = ["email=anna@example.org".to_owned(), "phone=030 23125101".to_owned()];
    let nobody = room.desk.correct(&id, &["name=Anna".to_owned()], None, act("officer")).await;
    assert!(matches!(nobody, Err(Failed::Asked(_))), "{nobody:?}");
    assert_eq!(room.stands(&id).await.0, RequestState::Approved, "nothing happened");
    room.desk.correct(&id, &right, None, act("officer")).await.unwrap();
    assert_eq!(room.stands(&id).await, (RequestState::Received, Some(Waits::Turn)));
    let case = room.desk.case(&id).await.unwrap();
    let who = case.who.unwrap();
    assert_eq!((who.facts.as_slice(), &who.rows), (&right[..], &None));
    assert_eq!(case.plan.unwrap().0.approved, None, "what was approved was about somebody else");
    let now = room.desk.records.identities(&id).await.unwrap();
    assert!(now.len() == 2 && mark.iter().all(|m| !now.contains(m)), "{mark:?} {now:?}");
    assert_eq!(room.desk.records.identities(&other).await.unwrap(), others, "others' stay");
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let told = &events.iter().find(|(_, e)| e.what.as_str() == "corrected").unwrap().1;
    assert_eq!(told.detail.as_str(), r#"{"facts":["email","phone"]}"#);
    assert!(events.iter().all(|(_, e)| !e.detail.as_str().contains("example.org")));
    // Two entries of Anna, of whom somebody says that they are one.
    room.work().await;
    if room.stands(&id).await.1 == Some(Waits::Identity) {
        room.settle(&id, &[1], act("officer")).await;
        room.work().await;
    }
    let after = room.desk.case(&id).await.unwrap();
    assert_eq!(after.stored.state, RequestState::Planned);
    assert_ne!(after.who.unwrap().rows, before.who.unwrap().rows);
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.rows("SELECT id FROM contacts WHERE id = 2").await.len(), 1, "Bea is there");
    let begun = room.desk.correct(&id, &right, None, act("officer")).await;
    assert!(matches!(begun, Err(Failed::NotNow(_))), "{begun:?}");
}

#[tokio::test]
async fn a_wrong_fact_is_put_right_on_sqlite() {
    a_wrong_fact_is_put_right(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_wrong_fact_is_put_right_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_wrong_fact_is_put_right(on_postgres(&server).await).await;
}

/// Whoever looked at the copy sees that it is somebody else's: it goes, and the right person's is made.
#[tokio::test]
async fn a_wrong_fact_is_put_right_while_the_copy_lies_ready() {
    let room = Room::sqlite().await;
    let id = room.ready("r1", RequestKind::Access, &BEA).await;
    let right = ["email=eins@example.org".to_owned()];
    room.desk.correct(&id, &right, None, act("officer")).await.unwrap();
    assert_eq!(room.lies_there(), [] as [String; 0]);
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, READY);
    assert_eq!(room.whats(&id).await.iter().filter(|w| *w == "copy-ready").count(), 2);
}

/// Stops whoever writes a copy in the middle, until it is told to go on.
fn halted(room: &mut Room) -> (Receiver<()>, Sender<()>) {
    let ((tell, told), (go, wait)) = (channel(), channel::<()>());
    let ends = Mutex::new(Some((tell, wait)));
    room.desk.exporting = Some(Arc::new(move |_, _| {
        let first = ends.lock().unwrap().take();
        if let Some((tell, wait)) = first {
            tell.send(()).unwrap();
            wait.recv().unwrap();
        }
    }));
    (told, go)
}

/// A worker that is still writing when the request becomes another person's leaves nothing of what it wrote.
#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn whoever_was_overtaken_while_writing_leaves_no_copy() {
    let mut room = Room::sqlite().await;
    let id = room.open("r1", RequestKind::Access, &BEA, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    let (told, go) = halted(&mut room);
    let room = Arc::new(room);
    let (slow, name) = (room.clone(), id.clone());
    let writes =
        tokio::spawn(
            async move { slow.desk.carry_on(&name, act("slow"), &chance, &mut |_| ()).await },
        );
    tokio::task::spawn_blocking(move || told.recv().unwrap()).await.unwrap();
    let right = ["email=eins@example.org".to_owned()];
    room.desk.correct(&id, &right, None, act("officer")).await.unwrap();
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, READY);
    let made = std::fs::read(room.desk.archive(&id)).unwrap();
    go.send(()).unwrap();
    let overtaken = writes.await.unwrap();
    assert!(matches!(overtaken, Err(Failed::Overtaken | Failed::Export(_))), "{overtaken:?}");
    assert_eq!(room.lies_there(), ["r1.zip"], "no half-written one either");
    assert_eq!(std::fs::read(room.desk.archive(&id)).unwrap(), made, "the right person's");
}

/// What Abide keeps of requests is in a later copy, in the person's words.
#[tokio::test]
async fn a_later_copy_tells_of_the_one_before() {
    let room = Room::sqlite().await;
    let id = room.ready("r1", RequestKind::Access, &BEA).await;
    room.desk.handed_out(&id, handed(TODAY), act("officer")).await.unwrap();
    let slip = ["email=bae@example.org"];
    let id = room.open("r2", RequestKind::Access, &slip, Wish::default()).await;
    room.work().await;
    let right = BEA.map(str::to_owned);
    room.desk.correct(&id, &right, None, act("officer")).await.unwrap();
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, READY);
    let files = room.copy(&id);
    let events = &files["data/abide/request_event.csv"];
    for says in [
        "Die Kopie wurde ausgehändigt",
        "Falsch Aufgenommenes wurde berichtigt",
        "Die Kopie liegt bereit",
    ] {
        assert!(events.contains(says), "{says}: {events}");
    }
    let odd =
        ["handed-out", "corrected", "‹", "{$", "{ $", "bae@"].map(|p| (p, events.contains(p)));
    assert!(odd.iter().all(|(_, there)| !there), "{odd:?}: {events}");
}

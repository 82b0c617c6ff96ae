//! What people chose, and what `decide` makes of it.

use abide_policy::decide::{Choices, Compiled, Decision, Use};
use abide_policy::source::read_policy;
use abide_policy::text::Id;
use abide_policy::version::Version;
use abide_policy::vocab::{Basis, Purpose, Recipient, RequestKind, RequestState, Subject};
use abide_rights::desk::document::Wish;
use abide_rights::desk::{Act, Failed};
use abide_rights::identity::Asked;
use abide_rights::state::{NotNow, Refusal};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act};
use crate::world::{Base, TODAY};

const SMALL: &str = include_str!("../../../policy/tests/small.toml");

/// A call back needs no consent, a newsletter does, and figures stand on legitimate interests.
const STATEMENTS: &str = r#"
[[statement]]
id         = "calls"
title      = "Calls"
subjects   = ["caller"]
sources    = ["person"]
data       = ["user.home-info.telecom.telephone"]
purposes   = { current = "always" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "6 months" }
basis      = "contract"
obligation = "We cannot call back without it"

[[statement]]
id         = "newsletter"
title      = "Newsletter"
subjects   = ["caller"]
sources    = ["person"]
data       = ["user.home-info.telecom.telephone"]
purposes   = { contact = "opt-in" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "6 months" }
basis      = "consent"

[[statement]]
id         = "figures"
title      = "Figures"
subjects   = ["caller"]
sources    = ["person"]
data       = ["user.home-info.telecom.telephone"]
purposes   = { develop = "always" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "6 months" }
basis      = "legitimate-interests"
interests  = "Better answers"
"#;

fn decided(choices: Choices, purpose: Purpose) -> String {
    let head = SMALL.split("[[statement]]").next().unwrap();
    let source = format!("{head}\n{STATEMENTS}");
    let policy = read_policy(&source).draft.unwrap();
    let compiled = Compiled::of(&Version::new(policy, source));
    let asked = Use {
        data: compiled.data(&"user.home-info.telecom.telephone".parse().unwrap()).unwrap(),
        subject: Subject::Caller,
        purpose,
        recipient: Recipient::Ours,
        jurisdiction: "DE".parse().unwrap(),
        region: None,
        held_since: None,
        today: TODAY,
        choices,
    };
    match compiled.decide(&asked) {
        Decision::Allowed { basis, .. } => match basis {
            Some(Basis::Consent) => "allowed by consent".to_owned(),
            _ => "allowed".to_owned(),
        },
        Decision::NeedsConsent { .. } => "needs consent".to_owned(),
        Decision::Refused { reason, .. } => reason.word().to_owned(),
    }
}

impl Room {
    /// A request of a kind over some purposes, from receipt to its end.
    async fn chose(&self, id: &str, kind: RequestKind, facts: &[&str], purposes: &[&str]) -> Id {
        let purposes = purposes.iter().map(|p| (*p).to_owned()).collect();
        let id = self.open(id, kind, facts, Wish { purposes, ..Wish::default() }).await;
        self.work().await;
        if self.desk.case(&id).await.unwrap().stand.state() == RequestState::Waiting {
            // Anna is a contact and an agent; of the couple, the first is meant.
            let pick: &[usize] = if facts == ["email=anna@example.org"] { &[1, 2] } else { &[1] };
            self.settle(&id, pick, act("officer")).await;
            self.work().await;
        }
        self.approve(&id).await;
        self.work().await;
        assert_eq!(self.stands(&id).await, (RequestState::Done, None));
        id
    }

    /// What `decide` says of a use when somebody is known by this fact; they once agreed to a newsletter.
    async fn decides(&self, fact: &str, purpose: Purpose) -> String {
        self.decides_on(fact, purpose, TODAY).await
    }

    async fn decides_on(&self, fact: &str, purpose: Purpose, day: jiff::civil::Date) -> String {
        let person = Asked::read([fact], "DE".parse().ok()).unwrap();
        let mut known = Choices::default();
        known.consented.insert(Purpose::Contact);
        decided(self.desk.choices_of(&person, day, known).await.unwrap(), purpose)
    }
}

async fn every_use_is_decided_by_what_was_chosen(room: Room) {
    use Purpose::{Contact, Current, Develop};
    for (purpose, before) in
        [(Contact, "allowed by consent"), (Current, "allowed"), (Develop, "allowed")]
    {
        assert_eq!(room.decides("email=anna@example.org", purpose).await, before);
    }

    // Stated was the number; who decides may know the address, the other spelling, or the number of the merged contact.
    room.chose("r1", RequestKind::Withdrawal, &["phone=030 23125101"], &["contact"]).await;
    for fact in ["phone=+493023125101", "email=Anna@Example.org", "phone=030 23125103"] {
        assert_eq!(room.decides(fact, Contact).await, "needs consent", "{fact}");
        assert_eq!(room.decides(fact, Develop).await, "allowed", "{fact}");
    }
    let object =
        room.chose("r2", RequestKind::Objection, &["email=anna@example.org"], &["develop"]);
    let object = object.await;
    assert_eq!(room.decides("phone=030/23125101", Develop).await, "objected");
    assert_eq!(room.decides("phone=030/23125101", Current).await, "allowed");

    let restrict = room.chose("r3", RequestKind::Restriction, &["email=anna@example.org"], &[]);
    let restrict = restrict.await;
    for purpose in [Contact, Current, Develop] {
        assert_eq!(room.decides("phone=030 23125103", purpose).await, "restricted");
        assert_ne!(room.decides("email=bea@example.org", purpose).await, "restricted");
    }

    // Lifted: it held until the day before, and the other choices hold on.
    let tomorrow = TODAY.tomorrow().unwrap();
    let lifting = Act { today: tomorrow, ..act("officer") };
    room.desk.end_choices(&restrict, lifting).await.unwrap();
    assert_eq!(room.decides_on("email=anna@example.org", Current, tomorrow).await, "allowed");
    assert_eq!(room.decides_on("email=anna@example.org", Develop, tomorrow).await, "objected");
    assert_eq!(room.decides_on("email=anna@example.org", Current, TODAY).await, "restricted");
    room.desk.end_choices(&object, lifting).await.unwrap();
    assert_eq!(room.decides_on("email=anna@example.org", Develop, tomorrow).await, "allowed");
    let again = room.desk.end_choices(&object, lifting).await;
    assert!(matches!(again, Err(Failed::NotNow(NotNow::NotAwaited))), "nothing of it holds");
    let events = room.desk.records.events(&object, 0).await.unwrap();
    assert!(events.iter().any(|(_, e)| e.what.as_str() == "lifted" && e.at == NOW));
}

#[tokio::test]
async fn choices_decide() {
    every_use_is_decided_by_what_was_chosen(Room::sqlite().await).await;
}

#[tokio::test]
async fn choices_decide_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let records = server.database("chosen_records");
    let room = Room::new(Base::postgres(&server, "chosen"), Some(records)).await;
    every_use_is_decided_by_what_was_chosen(room).await;
}

/// Two people share a number, and one of them objects.
#[tokio::test]
async fn who_shares_a_number_did_not_choose() {
    let room = Room::sqlite().await;
    room.chose("r1", RequestKind::Objection, &["phone=030 23125104"], &[]).await;
    let eins = room.decides("email=eins@example.org", Purpose::Develop).await;
    let zwei = room.decides("email=zwei@example.org", Purpose::Develop).await;
    let number = room.decides("phone=030 23125104", Purpose::Develop).await;
    assert_eq!((&*eins, &*zwei, &*number), ("objected", "allowed", "allowed"));
}

/// Nobody is in the stores, but the number may come to them: then it counts.
#[tokio::test]
async fn a_choice_of_somebody_unknown_holds_for_what_they_stated() {
    let room = Room::sqlite().await;
    room.chose("r1", RequestKind::Objection, &["phone=030 555 0101"], &["contact"]).await;
    assert_eq!(room.decides("phone=+49305550101", Purpose::Contact).await, "objected");
}

#[tokio::test]
async fn an_objection_to_marketing_is_not_refused_by_an_exemption() {
    let room = Room::sqlite().await;
    for (n, purposes, may) in
        [("r1", vec!["contact"], false), ("r2", vec![], false), ("r3", vec!["develop"], true)]
    {
        let purposes = purposes.into_iter().map(str::to_owned).collect();
        let wish = Wish { purposes, ..Wish::default() };
        let id = room.open(n, RequestKind::Objection, &["email=bea@example.org"], wish).await;
        let refused = room.desk.refuse(&id, Refusal::Exempt, "Ein Grund.", act("officer")).await;
        assert_eq!(refused.is_ok(), may, "{n}");
        if !may {
            assert!(matches!(refused, Err(Failed::NotNow(NotNow::NoExemption))));
            room.desk.refuse(&id, Refusal::Unfounded, "Ein Grund.", act("officer")).await.unwrap();
        }
    }
}

/// The marks of a former key are found, and come under the new one when their people are met.
async fn a_new_key_takes_over(mut room: Room) {
    use abide_rights::identity::{Key, Keys};
    let key = |id: &str, byte| Key::new(id.parse().unwrap(), &[byte; 32]).unwrap();
    room.chose("r1", RequestKind::Erasure, &["email=bea@example.org"], &[]).await;
    room.chose("r2", RequestKind::Objection, &["email=eins@example.org"], &["develop"]).await;
    room.desk.keys = Some(Keys::new(key("k2", 3), vec![key("k1", 9)]).unwrap());
    let moved = room.desk.move_marks(&mut |_| ()).await.unwrap();
    assert!(moved.moved > 0, "who objected is there");
    let left: u64 = moved.left.iter().filter(|(id, _)| id.as_str() == "k1").map(|(_, n)| n).sum();
    assert!(left > 0, "who was erased is not");
    assert_eq!(room.decides("email=eins@example.org", Purpose::Develop).await, "objected");

    // An import brings the erased person back: by the former key they are noticed, and then the key is needed no more.
    room.run("INSERT INTO contacts VALUES (2, 'Bea Probe', 'BEA@example.org', NULL, NULL)").await;
    assert_eq!(room.desk.returned(TODAY, &mut |_| ()).await.unwrap().count, 1);
    let moved = room.desk.move_marks(&mut |_| ()).await.unwrap();
    assert_eq!((moved.moved > 0, moved.left), (true, vec![]));
    assert_eq!(room.desk.returned(TODAY, &mut |_| ()).await.unwrap().count, 1);
    room.desk.keys = Some(Keys::new(key("k2", 3), vec![]).unwrap());
    assert_eq!(room.desk.returned(TODAY, &mut |_| ()).await.unwrap().count, 1);
    assert_eq!(room.decides("email=eins@example.org", Purpose::Develop).await, "objected");
}

#[tokio::test]
async fn keys_change() {
    a_new_key_takes_over(Room::sqlite().await).await;
}

#[tokio::test]
async fn keys_change_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let records = server.database("keys_records");
    a_new_key_takes_over(Room::new(Base::postgres(&server, "keys"), Some(records)).await).await;
}

/// One of a couple stands there in another spelling than the other, and so does somebody's second entry.
async fn one_number_in_two_spellings(room: Room) {
    room.run("UPDATE contacts SET phone = '(030) 231 25-104' WHERE id = 5").await;
    for (id, asked) in [("r1", "phone=+493023125104"), ("r2", "phone=030 / 231 25 104")] {
        let id = room.open(id, RequestKind::Access, &[asked], Wish::default()).await;
        room.work().await;
        let case = room.desk.case(&id).await.unwrap();
        assert_eq!(case.stored.waits, Some(abide_policy::vocab::Waits::Identity), "{asked}");
        assert_eq!(room.desk.candidates(&case).await.unwrap().len(), 2);
    }
    room.run("UPDATE contacts SET email = 'Eins@Example.ORG' WHERE id = 5").await;
    let id = room.open("r3", RequestKind::Access, &["email=eins@example.org"], Wish::default());
    let id = id.await;
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(room.desk.candidates(&case).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_shared_number_is_seen_in_every_spelling() {
    one_number_in_two_spellings(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_shared_number_is_seen_in_every_spelling_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let records = server.database("spellings_records");
    let room = Room::new(Base::postgres(&server, "spellings"), Some(records)).await;
    one_number_in_two_spellings(room).await;
}

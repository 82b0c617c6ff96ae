//! What the person is told, and who else must be: letters in five languages, recipients by the policy.

use std::sync::Arc;

use abide_notice::{Locale, Locales};
use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState};
use abide_records::requests::history::Event;
use abide_rights::atlas::Atlas;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Failed, Forgotten, Opening, Untold};
use abide_rights::letter::Letter;
use abide_rights::recipients::recipients;
use abide_rights::state::{NotNow, Refusal};
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::date;

use crate::desk::{NOW, Room, act, chance};
use crate::world::{Base, TODAY, policy_of};

const POLICY: &str = r#"
[policy]
name         = "service"
version      = "1"
effective    = 2026-01-01
languages    = ["de", "en"]
title        = { de = "Datenschutz", en = "Privacy" }
notice       = "https://www.example.com/privacy"
choices      = "https://www.example.com/choices"
access       = "all"
jurisdiction = "DE"

[entity]
name        = "Beispiel & Söhne GmbH"
street      = "Hauptstraße 1"
postal-code = "53111"
city        = "Bonn"
country     = "DE"
email       = "privacy@example.com"

[authority]
name  = "Landesbeauftragte für Datenschutz"
web   = "https://www.ldi.example/"
email = "post@ldi.example"

[[statement]]
id         = "contacts"
title      = { de = "Adressbuch", en = "Address book" }
why        = { de = "Zum Anrufen.", en = "To call." }
subjects   = ["contact"]
sources    = ["person"]
data       = ["user.home-info.online.email"]
purposes   = { current = "always" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "3 months" }
basis      = "contract"

[[statement]]
id         = "calls"
title      = { de = "Anrufe", en = "Calls" }
why        = { de = "Zum Verbinden.", en = "To connect." }
subjects   = ["caller"]
sources    = ["observed"]
data       = ["user.home-info.telecom.telephone"]
purposes   = { current = "always" }
retention  = { kind = "legal-requirement", period = "6 years", reason = { de = "§ 147 AO", en = "§ 147 AO" } }
basis      = "contract"
[statement.recipients]
ours     = "always"
delivery = { choice = "always", who = [{ de = "die Telefonnetze", en = "the telephone networks" }, { de = "die Auskunft", en = "the directory" }] }

[[statement]]
id         = "offers"
title      = { de = "Angebote", en = "Offers" }
why        = { de = "Für Angebote.", en = "For offers." }
subjects   = ["contact"]
sources    = ["person"]
data       = ["user.home-info.postal"]
purposes   = { contact = "opt-in" }
retention  = { kind = "stated-purpose", period = "3 months" }
basis      = "consent"
[statement.recipients]
ours      = "always"
unrelated = "always"
delivery  = { choice = "always", who = [{ de = "die Telefonnetze", en = "the telephone networks" }] }

[[sub-processor]]
id         = "hosting"
name       = "Hosting GmbH"
task       = { de = "Server", en = "Servers" }
country    = "DE"
statements = ["contacts", "calls"]
since      = 2026-01-01

[[sub-processor]]
id         = "printing"
name       = "Druckerei AG"
task       = { de = "Druck", en = "Printing" }
country    = "DE"
statements = ["offers"]
since      = 2026-01-01

[[sub-processor]]
id         = "coming"
name       = "Kommt Erst GmbH"
task       = { de = "Server", en = "Servers" }
country    = "DE"
statements = ["contacts"]
since      = 2027-02-01
"#;

fn policy() -> Policy {
    policy_of(POLICY)
}

/// The desk under a policy; the tables fall under its statements as the map says.
fn under(mut room: Room, policy: Policy, statements: &[(&str, &str)]) -> Room {
    let mut part = room.desk.atlas.parts[0].clone();
    for (table, statement) in statements {
        let table = part.map.tables.iter_mut().find(|t| t.name == *table).unwrap();
        table.statement = Some(statement.parse().unwrap());
    }
    part.policy = Some(Arc::new(policy));
    room.desk.atlas = Arc::new(Atlas::new(vec![part]).unwrap());
    room
}

const MAPPED: [(&str, &str); 3] =
    [("contacts", "contacts"), ("calls", "calls"), ("transcripts", "calls")];

async fn on_postgres(server: &Server) -> Room {
    Room::new(Base::postgres(server, "store"), Some(server.database("records"))).await
}

fn german() -> &'static Locale {
    Locales::built_in().get(Lang::De)
}

impl Room {
    async fn letter(&self, id: &Id) -> Option<Letter> {
        let case = self.desk.case(id).await.unwrap();
        self.desk.letter(&case, TODAY).await.unwrap()
    }

    async fn listed(&self, id: &Id) -> Vec<String> {
        let notices = self.desk.records.notices(id).await.unwrap();
        notices.iter().map(|n| self.desk.called(&n.recipient, german())).collect()
    }
}

fn contains_all(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains('‹') && !text.contains("()"), "{text}");
}

/// An erasure of a person with calls: the networks and the host hear of it, the printer and who is only announced do not.
async fn who_received_what_goes_is_told(room: Room) {
    let mut room = under(room, policy(), &MAPPED);
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.work().await;
    let expected = ["die Telefonnetze", "die Auskunft", "Hosting GmbH"];
    assert_eq!(room.listed(&id).await, expected);
    assert_eq!(room.desk.untold().await.unwrap(), [], "nothing is done yet");
    let early: Id = "hosting".parse().unwrap();
    let seen = room.desk.case(&id).await.unwrap();
    for approved in [false, true] {
        if approved {
            room.approve(&id).await;
        }
        let ahead = room.desk.tell(&id, &early, act("officer")).await;
        assert!(matches!(ahead, Err(Failed::NotNow(NotNow::NothingDone))), "{ahead:?}");
    }
    assert!(!room.desk.case(&id).await.unwrap().is_to_be_told_of());
    let late = room.desk.tell(&seen, &early, act("officer")).await;
    assert!(matches!(late, Err(Failed::Overtaken)), "{late:?}");
    // What was to go is gone; whether anything is left is looked for later.
    room.desk.sweeps = true;
    room.desk.carry_on(&id, act("worker"), &chance, &mut |_| ()).await.unwrap();
    assert_eq!(room.stands(&id).await.0, RequestState::Verifying);
    let seen = room.desk.case(&id).await.unwrap();
    assert!(seen.is_to_be_told_of());
    room.desk.tell(&seen, &early, act("officer")).await.unwrap();
    room.desk.untell(&seen, &early, act("officer")).await.unwrap();
    let version = room.desk.case(&id).await.unwrap().stored.version;
    assert_eq!(version, seen.stored.version, "a tick does not overtake a worker");
    let order = Order { act: act("worker"), chance: &chance, clock: &|| NOW };
    room.desk.work_together(&order).await.unwrap();
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    let seen = room.desk.case(&id).await.unwrap();
    let (first, second) = (act("first"), act("second"));
    let ticks =
        tokio::join!(room.desk.tell(&seen, &early, first), room.desk.tell(&seen, &early, second));
    let one = matches!(&ticks, (Ok(()), Err(Failed::Overtaken)) | (Err(Failed::Overtaken), Ok(())));
    assert!(one, "who saw the same is told: {ticks:?}");
    let seen = room.desk.case(&id).await.unwrap();
    room.desk.untell(&seen, &early, act("officer")).await.unwrap();
    let [networks, directory, host] =
        ["calls.delivery", "calls.delivery.2", "hosting"].map(|id| id.parse::<Id>().unwrap());
    let recipients = vec![networks.clone(), directory.clone(), host.clone()];
    assert_eq!(room.desk.untold().await.unwrap(), [Untold { request: id.clone(), recipients }]);
    for (told, left) in [(&host, 2), (&host, 2), (&networks, 1), (&directory, 0)] {
        room.desk.tell(&id, told, act("officer")).await.unwrap();
        let untold = room.desk.untold().await.unwrap();
        assert_eq!(untold.iter().map(|u| u.recipients.len()).sum::<usize>(), left);
        let letter = room.letter(&id).await.unwrap().text("");
        let still = letter.contains("werden noch benachrichtigt (Art. 19 DSGVO)");
        assert_eq!((still, letter.contains("wurden benachrichtigt")), (left > 0, true), "{letter}");
    }
    let nobody = room.desk.tell(&id, &"printing".parse().unwrap(), act("officer")).await;
    assert!(matches!(nobody, Err(Failed::Missing(_))), "{nobody:?}");
    // Ticked off by mistake: they must still be told, and the history has both.
    room.desk.untell(&id, &host, act("manager")).await.unwrap();
    let untold = room.desk.untold().await.unwrap();
    assert_eq!(untold, [Untold { request: id.clone(), recipients: vec![host.clone()] }]);
    let letter = room.letter(&id).await.unwrap().text("");
    contains_all(&letter, &["werden noch benachrichtigt (Art. 19 DSGVO)"]);
    let twice = room.desk.untell(&id, &host, act("manager")).await;
    assert!(matches!(twice, Err(Failed::NotNow(NotNow::NotAwaited))), "{twice:?}");
    let nobody = room.desk.untell(&id, &"printing".parse().unwrap(), act("manager")).await;
    assert!(matches!(nobody, Err(Failed::Missing(_))), "{nobody:?}");
    room.desk.tell(&id, &host, act("officer")).await.unwrap();
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let said = |(_, e): &(u32, Event)| {
        let about = e.detail.as_str().contains(r#""hosting""#);
        about.then(|| format!("{} {}", e.what, e.actor))
    };
    let said: Vec<String> = events.iter().filter_map(said).skip(4).collect();
    assert_eq!(said, ["told officer", "not-told manager", "told officer"]);
}

#[tokio::test]
async fn who_received_what_goes_is_told_on_sqlite() {
    who_received_what_goes_is_told(Room::sqlite().await).await;
}

#[tokio::test]
async fn who_received_what_goes_is_told_on_postgresql() {
    let Some(server) = Server::start() else { return };
    who_received_what_goes_is_told(on_postgres(&server).await).await;
}

/// Where nothing is done, nobody is told of it: not of what was refused or taken back. A restriction changes no row, and is told.
#[tokio::test]
async fn only_what_is_done_is_told() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let host: Id = "hosting".parse().unwrap();
    let refused = async |id: &Id| {
        let told = room.desk.tell(id, &host, act("officer")).await;
        assert!(matches!(told, Err(Failed::NotNow(NotNow::NothingDone))), "{id}: {told:?}");
    };
    for (name, kind) in [
        ("refused", RequestKind::Erasure),
        ("back", RequestKind::Erasure),
        ("limited", RequestKind::Restriction),
    ] {
        let id = room.open(name, kind, &["email=bea@example.org"], Wish::default()).await;
        room.work().await;
        assert!(room.listed(&id).await.contains(&"Hosting GmbH".to_owned()), "{name}");
        refused(&id).await;
        match name {
            "refused" => {
                room.desk.refuse(&id, Refusal::Exempt, "no", act("officer")).await.unwrap()
            }
            "back" => room.desk.take_back(&id, act("officer")).await.unwrap(),
            _ => {
                room.approve(&id).await;
                room.work().await;
                assert_eq!(room.stands(&id).await.0, RequestState::Done);
                room.desk.tell(&id, &host, act("officer")).await.unwrap();
                continue;
            }
        }
        refused(&id).await;
    }
}

#[tokio::test]
async fn recipients_follow_what_is_touched() {
    let everybody = |policy: &Policy| -> Vec<String> {
        let day = date(2026, 11, 26);
        let there = |s: &&abide_policy::model::SubProcessor| s.since > day;
        let coming: Vec<&Id> = policy.sub_processors.iter().filter(there).map(|s| &s.id).collect();
        let all = recipients(policy);
        let mut ids: Vec<String> =
            all.iter().filter(|r| !coming.contains(&&r.id)).map(|r| r.id.to_string()).collect();
        ids.sort();
        ids
    };
    let listed = async |room: &Room, name: &str, kind, wish| {
        let id = room.open(name, kind, &["email=eins@example.org"], wish).await;
        room.work().await;
        let notices = room.desk.records.notices(&id).await.unwrap();
        notices.iter().map(|n| n.recipient.to_string()).collect::<Vec<_>>()
    };
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let kinds = [
        (RequestKind::Erasure, vec!["hosting".to_owned()]),
        // It is about all that is held, and no row tells which.
        (RequestKind::Restriction, everybody(&policy())),
        (RequestKind::Objection, Vec::new()),
        (RequestKind::Access, Vec::new()),
    ];
    for (kind, expected) in kinds {
        assert_eq!(listed(&room, kind_name(kind), kind, Wish::default()).await, expected, "{kind}");
    }
    // A map that does not say under which statement a table falls excludes nobody; nor does a sub-processor that names none.
    let room = under(Room::sqlite().await, policy(), &[]);
    let erasure = RequestKind::Erasure;
    assert_eq!(listed(&room, "r1", erasure, Wish::default()).await, everybody(&policy()));
    let mut all = policy();
    all.sub_processors[1].statements.clear();
    let room = under(Room::sqlite().await, all, &MAPPED);
    assert_eq!(listed(&room, "r1", erasure, Wish::default()).await, ["hosting", "printing"]);
}

const fn kind_name(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Erasure => "erasure",
        RequestKind::Restriction => "restriction",
        RequestKind::Objection => "objection",
        _ => "other",
    }
}

#[test]
fn recipients_have_names_that_people_know_and_that_can_be_typed() {
    let policy = policy();
    let all = recipients(&policy);
    let said: Vec<(&str, String)> = all.iter().map(|r| (r.id.as_str(), r.name(german()))).collect();
    let expected = [
        // Named twice, in two statements, and still one.
        ("calls.delivery", "die Telefonnetze"),
        ("calls.delivery.2", "die Auskunft"),
        ("offers.unrelated", "Organisationen, auf die wir keinen Einfluss haben (Angebote)"),
        ("hosting", "Hosting GmbH"),
        ("printing", "Druckerei AG"),
        ("coming", "Kommt Erst GmbH"),
    ];
    let expected = expected.map(|(id, name)| (id, name.to_owned()));
    assert_eq!(said, expected);
    let english = Locales::built_in().get(Lang::En);
    assert_eq!(all[0].name(english), "the telephone networks");
    let mut long = policy.clone();
    long.statements[1].id = "a".repeat(64).parse().unwrap();
    assert_eq!(recipients(&long)[0].id.as_str(), format!("{}.delivery", "a".repeat(40)));
}

/// A plan that was never carried out binds nobody: only who is told by the one that is.
#[tokio::test]
async fn a_new_plan_lists_recipients_anew() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    assert_eq!(room.listed(&id).await.len(), 3);
    room.run("DELETE FROM transcripts; DELETE FROM calls").await;
    room.work().await;
    assert_eq!(room.listed(&id).await, ["Hosting GmbH"], "no call is left to be erased");
}

/// What the person is told of a refusal: before it, after it, for thirty days; then only its reason is known.
async fn a_refusal_is_told(room: Room) {
    let room = under(room, policy(), &MAPPED);
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    assert_eq!(room.letter(&id).await, None, "there is nothing to tell yet");
    let text = "Ihre Rechnungen müssen bleiben.\nBitte <b>fragen</b> Sie 2037 wieder.";
    let case = room.desk.case(&id).await.unwrap();
    let before = room.desk.refusal_letter(&case, Refusal::Exempt, text, TODAY).unwrap();
    let stands = room.stands(&id).await;
    assert_eq!(stands.0, RequestState::Received, "a preview does nothing");
    let by = Act { by: "officer", ..at_noon(0) };
    room.desk.refuse(&id, Refusal::Exempt, text, by).await.unwrap();
    let letter = room.letter(&id).await.unwrap();
    assert_eq!(letter, before, "what was shown is what is told");
    let page = letter.page("Bea Probe\nWeg 2 & 3");
    contains_all(
        &page,
        &[
            "<html lang=\"de\">",
            "<h1>Ihr Antrag wird abgelehnt</h1>",
            "Beispiel &#38; Söhne GmbH",
            "53111 Bonn",
            "Löschung Ihrer Daten (Art. 17 DSGVO)",
            "26. November 2026",
            "Art. 17 Abs. 3, Art. 23 DSGVO",
            "<p>Ihre Rechnungen müssen bleiben.</p>",
            "&#60;b&#62;fragen",
            "Landesbeauftragte für Datenschutz",
            "https://www.ldi.example/",
            "post@ldi.example",
            "wo Sie leben",
            "Art. 77 DSGVO",
            "Art. 79 DSGVO",
            "bis zum 26. November 2029",
            "Weg 2 &#38; 3",
        ],
    );
    assert!(!page.contains("<script") && !page.contains("bea@example.org"), "{page}");
    assert!(!letter.page("").contains("<dt>An</dt>"), "no name is in it that nobody stated");
    assert_eq!(room.desk.case(&id).await.unwrap().who, None, "whom it was about is forgotten");

    let on = |days: i32| TODAY.saturating_add(days.days());
    let none = Forgotten::default();
    assert_eq!(room.desk.forget(on(30)).await.unwrap(), none);
    assert!(room.letter(&id).await.is_some(), "it can still be handed over");
    let one = Forgotten { letters: 1, ..none };
    assert_eq!(room.desk.to_forget(on(31)).await.unwrap(), one);
    assert!(room.letter(&id).await.is_some(), "who only looks removes nothing");
    assert_eq!(room.desk.forget(on(31)).await.unwrap(), one);
    assert_eq!(room.letter(&id).await, None);
    let refusal = room.desk.case(&id).await.unwrap().stored.refusal.unwrap();
    assert_eq!((refusal.code.as_str(), refusal.text.as_str()), ("exempt", ""));
}

/// A moment of a day after today, at noon.
fn at_noon(days: i32) -> Act<'static> {
    let today = TODAY.saturating_add(days.days());
    let noon = jiff::tz::Offset::UTC.to_timestamp(today.at(12, 0, 0, 0)).unwrap();
    Act { now: noon.as_second(), today, by: "officer" }
}

#[tokio::test]
async fn a_refusal_is_told_on_sqlite() {
    a_refusal_is_told(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_refusal_is_told_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_refusal_is_told(on_postgres(&server).await).await;
}

/// Whoever is erased later is not in what was written about an earlier refusal.
#[tokio::test]
async fn an_erasure_takes_what_was_told_before() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let bea = ["email=bea@example.org"];
    let refused = room.open("r1", RequestKind::Access, &bea, Wish::default()).await;
    room.desk.refuse(&refused, Refusal::Excessive, "Frau Probe …", act("officer")).await.unwrap();
    let others = room.open("r2", RequestKind::Access, &["email=eins@example.org"], Wish::default());
    let others = others.await;
    room.desk.refuse(&others, Refusal::Excessive, "Schon wieder.", act("officer")).await.unwrap();
    let id = room.open("r3", RequestKind::Erasure, &bea, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    assert_eq!(room.letter(&refused).await, None);
    assert!(room.letter(&others).await.is_some(), "another person's stays");
    let letter = room.letter(&id).await.unwrap().text("");
    contains_all(&letter, &["Ihre früheren Anträge", "gelöscht", "Kennzeichen"]);
}

#[tokio::test]
async fn what_was_done_is_told_by_kind() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let put_right = Wish {
        set: [("contacts.name".to_owned(), "Bea Neu".to_owned())].into(),
        ..Wish::default()
    };
    let offers = Wish { purposes: vec!["contact".to_owned()], ..Wish::default() };
    let cases: [(RequestKind, Wish, &[&str]); 8] = [
        (
            RequestKind::Access,
            Wish::default(),
            &["Art. 15 DSGVO", "als ZIP-Datei bei", "index.html"],
        ),
        (RequestKind::Portability, Wish::default(), &["Solche Daten haben wir von Ihnen nicht"]),
        (
            RequestKind::Rectification,
            put_right,
            &["1 Datensatz berichtigt", "wie Sie es verlangt haben"],
        ),
        (RequestKind::Objection, offers, &["Zusendung von Angeboten (Art. 21 DSGVO)", "Seit dem"]),
        (
            RequestKind::Withdrawal,
            Wish::default(),
            &["gilt keine Ihrer Einwilligungen mehr.", "bleibt rechtmäßig"],
        ),
        (RequestKind::Restriction, Wish::default(), &["nur noch auf", "Druckerei AG"]),
        (
            RequestKind::Erasure,
            Wish::default(),
            &["Datensätze über Sie gelöscht", "In Sicherungen"],
        ),
        (
            RequestKind::Erasure,
            Wish::default(),
            &["nach Daten über Sie gesucht und keine gefunden"],
        ),
    ];
    for (at, (kind, wish, says)) in cases.into_iter().enumerate() {
        let id = room.open(&format!("r{at}"), kind, &["email=bea@example.org"], wish).await;
        room.work().await;
        room.approve(&id).await;
        room.work().await;
        room.hand_out(&id).await;
        assert_eq!(room.stands(&id).await.0, RequestState::Done, "{kind}");
        let letter = room.letter(&id).await.unwrap();
        let text = letter.text("");
        contains_all(&text, says);
        contains_all(&text, &["Antwort auf Ihren Antrag", "Landesbeauftragte", "Art. 79 DSGVO"]);
        assert!(!text.contains("bea@") && !text.contains("Bea"), "{text}");
    }
    let id = room.open("back", RequestKind::Access, &["email=eins@example.org"], Wish::default());
    let id = id.await;
    room.desk.take_back(&id, act("officer")).await.unwrap();
    let text = room.letter(&id).await.unwrap().text("");
    contains_all(&text, &["zurückgenommen", "nichts geschehen"]);
    assert!(!text.contains("Aufsichtsbehörde"), "{text}");
}

/// What is answered after its last day says so, by the law of its country; why, only if somebody adds it.
#[tokio::test]
async fn a_late_answer_says_so() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let received = date(2026, 9, 30);
    for (lang, country, cited) in [
        (Lang::De, "DE", "30. Oktober 2026 haben sollen (Art. 12 Abs. 3 DSGVO)."),
        (Lang::En, "US", "by 30 October 2026. It comes late"),
        (Lang::Fr, "FR", "30 octobre 2026 (art. 12.3 du RGPD)."),
        (Lang::Es, "ES", "30 de octubre de 2026 (art. 12.3 RGPD)."),
        (Lang::Sk, "SK", "30. októbra 2026 (čl. 12 ods. 3 GDPR)."),
    ] {
        let id: Id = format!("late-{lang}").parse().unwrap();
        let opening = Opening {
            id: id.clone(),
            kind: RequestKind::Access,
            who: Who { facts: vec!["email=eins@example.org".to_owned()], ..Who::default() },
            jurisdiction: country.parse().unwrap(),
            language: lang,
            policy: "service@1".to_owned(),
            received,
        };
        room.desk.open(&opening, act("officer")).await.unwrap();
        room.desk.refuse(&id, Refusal::Excessive, "…", at_noon(0)).await.unwrap();
        let letter = room.letter(&id).await.unwrap();
        let text = letter.text("").replace('\n', " ");
        contains_all(&text, &[cited]);
        assert!(letter.is_late() && !text.contains("flu"), "{text}");
        let why = letter.because("Everybody had\nthe flu.").text("");
        let (apology, reason) = (text.find(&cited[..12]), why.find("the flu."));
        assert!(apology < reason && reason < why.find("…"), "{why}");
    }
    let id = room.open("r1", RequestKind::Access, &["email=bea@example.org"], Wish::default());
    let id = id.await;
    room.desk.refuse(&id, Refusal::Excessive, "…", at_noon(0)).await.unwrap();
    let letter = room.letter(&id).await.unwrap();
    assert!(!letter.is_late() && letter.text("") == letter.because("nothing").text(""));
}

/// A request: what is asked for, by which fact, whether nobody is found, what its letter says and what it must not say.
type Told<'a> = (RequestKind, Wish, &'a str, bool, &'a [&'a str], &'a [&'a str]);

/// Nobody is told that their wish is followed, or that their data was copied, if nobody was found; nor that nobody was found
/// if they only have no such field.
#[tokio::test]
async fn that_nobody_was_found_is_told_by_kind() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    let none = "nach Daten über Sie gesucht und keine gefunden";
    let put_right = |column: &str| Wish {
        set: [(column.to_owned(), "Neu".to_owned())].into(),
        ..Wish::default()
    };
    let nobody = "email=nobody@example.org";
    let cases: [Told<'_>; 8] = [
        (
            RequestKind::Access,
            Wish::default(),
            nobody,
            true,
            &["von früheren Anträgen"],
            &["Die Kopie Ihrer"],
        ),
        (RequestKind::Portability, Wish::default(), nobody, true, &[], &["ZIP-Datei"]),
        (
            RequestKind::Rectification,
            put_right("contacts.name"),
            nobody,
            true,
            &[],
            &["berichtigt."],
        ),
        (RequestKind::Erasure, Wish::default(), nobody, true, &[], &["gelöscht:"]),
        (
            RequestKind::Restriction,
            Wish::default(),
            nobody,
            true,
            &["vermerkt"],
            &["bewahren wir Ihre"],
        ),
        (
            RequestKind::Objection,
            Wish::default(),
            nobody,
            true,
            &["vermerkt"],
            &["nutzen wir Ihre"],
        ),
        (RequestKind::Withdrawal, Wish::default(), nobody, true, &["vermerkt"], &["gilt Ihre"]),
        (
            RequestKind::Rectification,
            put_right("agents.name"),
            "email=bea@example.org",
            false,
            &["ist nicht darunter"],
            &["berichtigt.", "wie Sie es verlangt haben"],
        ),
    ];
    for (at, (kind, wish, fact, nobody, says, not)) in cases.into_iter().enumerate() {
        let id = room.open(&format!("n{at}"), kind, &[fact], wish).await;
        room.work().await;
        room.approve(&id).await;
        room.work().await;
        room.hand_out(&id).await;
        assert_eq!(room.stands(&id).await.0, RequestState::Done, "{kind}");
        let text = room.letter(&id).await.unwrap().text("").replace('\n', " ");
        contains_all(&text, says);
        assert_eq!(text.contains(none), nobody, "{kind}: {text}");
        assert!(!not.iter().any(|part| text.contains(part)), "{kind}: {text}");
    }
}

/// Every letter is whole in every language and under every law: no message is missing, no article of a law that has none.
#[tokio::test]
async fn letters_are_whole_in_every_language_and_under_every_law() {
    let room = under(Room::sqlite().await, policy(), &MAPPED);
    for (lang, country, law) in [
        (Lang::De, "DE", Some("DSGVO")),
        (Lang::En, "GB", Some("UK GDPR")),
        (Lang::Fr, "FR", Some("RGPD")),
        (Lang::Es, "ES", Some("RGPD")),
        (Lang::Sk, "SK", Some("GDPR")),
        (Lang::De, "CH", None),
        (Lang::En, "US", None),
    ] {
        let id: Id = format!("{}-{}", lang, country.to_lowercase()).parse().unwrap();
        let opening = Opening {
            id: id.clone(),
            kind: RequestKind::Erasure,
            who: Who { facts: vec!["email=eins@example.org".to_owned()], ..Who::default() },
            jurisdiction: country.parse().unwrap(),
            language: lang,
            policy: "service@1".to_owned(),
            received: TODAY,
        };
        room.desk.open(&opening, act("officer")).await.unwrap();
        let case = room.desk.case(&id).await.unwrap();
        let mut letters = Vec::new();
        for why in [Refusal::Unidentified, Refusal::Unfounded, Refusal::Excessive, Refusal::Exempt]
        {
            letters.push(room.desk.refusal_letter(&case, why, "…", TODAY).unwrap());
        }
        let until = (country == "CH").then(|| date(2027, 3, 1));
        let shown = room.desk.extension_letter(&case, "viele Speicher", until, TODAY).unwrap();
        let due = room.desk.extend(&id, "viele Speicher", until, act("officer")).await.unwrap();
        let extended = room.letter(&id).await.unwrap();
        assert_eq!(shown, extended, "what was shown is what is told");
        assert!(!extended.text("").contains("2029"), "its period begins when it is closed");
        contains_all(
            &extended.text(""),
            &["viele Speicher", &Locales::built_in().get(lang).date(due)],
        );
        letters.push(extended);
        for letter in letters {
            assert_eq!(letter.language, lang);
            let text = letter.text("Anna Muster");
            contains_all(
                &text,
                &["Landesbeauftragte für Datenschutz", "Anna Muster", "privacy@example.com"],
            );
            assert!(text.lines().all(|line| !line.trim().ends_with(" .")), "{text}");
            let articles = text.matches(|c: char| c.is_ascii_digit()).count();
            assert!(articles > 0);
            match law {
                Some(law) => contains_all(&text, &[law]),
                None => {
                    assert!(!text.contains("Art.") && !text.contains("()"), "{country}: {text}")
                }
            }
            let eea = text.contains("edpb.europa.eu");
            assert_eq!(eea, !["GB", "CH", "US"].contains(&country), "{country}: {text}");
        }
    }
}

/// Without a policy a letter says what the law says, and names nobody.
#[tokio::test]
async fn a_letter_needs_no_policy() {
    let room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.desk.refuse(&id, Refusal::Unfounded, "Nein.", act("officer")).await.unwrap();
    let text = room.letter(&id).await.unwrap().text("");
    contains_all(&text, &["offenkundig unbegründet", "bei einer Aufsichtsbehörde beschweren"]);
    assert!(!text.contains("zuständig:"), "{text}");
}

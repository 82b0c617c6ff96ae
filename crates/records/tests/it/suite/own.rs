//! What our own tables hold of a person, as their columns are marked.

use abide_policy::vocab::{Fact, Purpose};
use abide_records::Value;
use abide_records::holds::Hold;
use abide_records::own::{By, TABLES, Table};
use abide_records::people::{Choice, ChoiceKind, Keyed, Suppression};
use abide_records::requests::Saved;
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use abide_records::requests::plans::{Approval, Step, StepState};
use jiff::civil::date;

use super::{NOW, Place, add, digest, id, json, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    every_table_gives_its_rows_of_one_person(&new_place()).await;
}

/// Somebody of the organisation.
const OFFICER: &str = "Olga Officer";

/// A request with something in every table that belongs to it.
async fn whole_request(records: &abide_records::Records, name: &str, byte: u8) {
    add(records, name, 10).await;
    let (request, who) = (id(name), Keyed { hash: digest(byte), key: id("k1") });
    let step = Step {
        plan: 1,
        seq: 1,
        store: id("centre"),
        what: id("erasure"),
        state: StepState::Pending,
        counts: json("{}"),
        started_at: None,
        ended_at: None,
    };
    let event = Event { at: NOW, actor: OFFICER.into(), what: id("received"), detail: json("{}") };
    let (store, code, due) = (id("centre"), id("erasure"), date(2027, 1, 1));
    let reminder = Reminder { request: request.clone(), store, code, due, done_at: None };
    write(records, async |w| {
        assert_eq!(w.add_identity(&request, &who, Fact::Email).await, Ok(Saved::Done));
        assert_eq!(w.add_event(&request, &event).await, Ok(Saved::Done));
        let plan = w.add_plan(&request, NOW, digest(9), &json("{}")).await;
        assert_eq!(plan, Ok(Some(1)));
        let approved = w.approve_plan(&request, 1, digest(9), OFFICER, NOW).await;
        assert_eq!(approved, Ok(Approval::Done));
        assert_eq!(w.save_step(&request, &step).await, Ok(Saved::Done));
        assert_eq!(w.add_notice(&request, &id("mailer")).await, Ok(Saved::Done));
        assert_eq!(w.tell(&request, &id("mailer"), OFFICER, NOW).await, Ok(Saved::Done));
        assert_eq!(w.remind(&reminder).await, Ok(Saved::Done));
        w.suppress(&Suppression {
            who: who.clone(),
            fact: Fact::Email,
            request: request.clone(),
            basis: "legal-obligation".into(),
            since: date(2026, 11, 26),
            until: date(2029, 11, 26),
        })
        .await
        .unwrap();
        let hold = Hold {
            id: request.clone(),
            who: vec![(Fact::Email, who.clone())],
            reason: "claim".into(),
            covers: json("{}"),
            until: None,
            placed: (OFFICER.into(), NOW),
            lifted: None,
        };
        assert_eq!(w.place(&hold).await, Ok(Saved::Done));
        assert_eq!(w.lift(&request, OFFICER, NOW).await, Ok(Saved::Done));
        w.choose(&Choice {
            who,
            kind: ChoiceKind::Objection,
            purpose: Some(Purpose::Contact),
            since: date(2026, 11, 26),
            until: None,
            request: request.clone(),
        })
        .await
        .unwrap();
        // A worker's name is nobody's who asks.
        let claimed = w.claim(
            OFFICER,
            NOW,
            10,
            [abide_policy::vocab::RequestState::Received].into_iter().collect(),
        );
        assert!(claimed.await.unwrap().is_some());
    })
    .await;
}

async fn every_table_gives_its_rows_of_one_person(place: &impl Place) {
    let records = place.open().await;
    whole_request(&records, "r1", 1).await;
    whole_request(&records, "r2", 2).await;
    assert_eq!(
        records.identities(&id("r1")).await.unwrap(),
        [(Fact::Email, Keyed { hash: digest(1), key: id("k1") })]
    );
    let names: Vec<&str> = TABLES.iter().map(|t| t.name).collect();
    assert_eq!(
        names,
        [
            "choice",
            "legal_hold",
            "plan",
            "policy_version",
            "recipient_notice",
            "reminder",
            "request",
            "request_event",
            "request_identity",
            "step",
            "suppression"
        ]
    );
    let key = |table: &Table, name: &str, byte| match table.found.as_ref().map(|f| f.by) {
        Some(By::Mark) => digest(byte).to_string(),
        _ => name.to_owned(),
    };
    for table in TABLES.iter().filter(|table| table.found.is_some()) {
        let rows = records.held(table, &key(table, "r1", 1)).await.unwrap();
        assert_eq!(rows.len(), 1, "{}", table.name);
        let row = rows.concat();
        assert_eq!(row.len(), table.askers().count(), "{}", table.name);
        let texts: Vec<&str> = row
            .iter()
            .filter_map(|v| match v {
                Value::Text(Some(text)) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert!(!texts.contains(&OFFICER), "{}: who works here is not who asks", table.name);
        assert!(!texts.contains(&"r2"), "{}", table.name);
        assert!(texts.contains(&"r1"), "{}", table.name);
        let nobody = records.held(table, &key(table, "r3", 3)).await.unwrap();
        assert!(nobody.is_empty(), "{}", table.name);
    }
}

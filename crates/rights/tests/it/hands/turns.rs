//! What was said in a call, turn by turn, as lines of a file that stay without their person: turns that tell nothing stay as they are,
//! and nobody waits for them.

use super::*;

/// Turns lose what they tell, and stay; the call that they are of is no secret.
const TURNS: &str = r#"
    [store]
    id = "archive"
    kind = "files"
    place = "archive"
    policy = "service"
    read-only = true

    [[table]]
    name = "*.csv"
    edge = [{ kind = "owned-by", columns = ["call"], of-store = "centre", of = "calls", of-columns = ["id"], erase = "anonymize" }]
    column = [{ name = "call", erase = "keep" }, { name = "step", erase = "redact" }]
"#;

/// The database is erased at once, though a line of the conversation stays as it is and nothing but its call names any of them.
async fn turns_that_stay_do_not_make_a_conversation_wait(house: House, centre: Base) {
    let file = house.folder.path().join("archive/steps.csv");
    let turns = |first: &str| format!("call,step\n10,{first}\n10,yes please\n12,y\n");
    std::fs::write(&file, turns("write to anna@example.org")).unwrap();
    let id = house.open("r1", RequestKind::Erasure, "anna@example.org", Wish::default()).await;
    house.work().await;
    let paper = house.paper(&id).await;
    let stores: Vec<_> = paper.stores.iter().map(|s| (s.store.as_str(), s.hand.clone())).collect();
    assert_eq!(stores, [("centre", None), ("archive", hand("read-only", &["*.csv"]))]);
    assert_eq!(paper.stores[1].tables[0].columns.keys().collect::<Vec<_>>(), ["step"]);
    house.approve(&id).await;
    house.waits_for_hands(&id).await;
    let people = centre.run("SELECT id FROM contacts").await;
    assert_eq!(people, Ok(Ran::Rows(vec!["2".to_owned()])), "all else is done");
    let hands = house.desk.case(&id).await.unwrap().who.unwrap().hands;
    let [row] = hands.as_slice() else { panic!("{hands:?}") };
    assert_eq!((json!(row.row.key), row.lasts, row.count), (json!(["10"]), true, 1));
    assert_eq!(house.told(&id, "hand-needed").await["left"], json!({ "*.csv": 1 }));

    std::fs::write(&file, turns("do write to anna@example.org")).unwrap();
    house.said(&id, TODAY).await;
    house.waits_for_hands(&id).await;
    std::fs::write(&file, turns("write")).unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
}

#[tokio::test]
async fn turns_that_stay_are_nobodys_work_on_sqlite() {
    let house = House::new(&[CENTRE, TURNS], None).await;
    let centre = house.base("centre.db");
    turns_that_stay_do_not_make_a_conversation_wait(house, centre).await;
}

#[tokio::test]
async fn turns_that_stay_are_nobodys_work_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "turns");
    base.run(TABLES).await.unwrap();
    let place = "place = \"centre.db\"";
    let map = CENTRE.replace(place, "place-from = \"CENTRE\"").replace("sqlite", "postgresql");
    let house = House::new(&[&map, TURNS], Some(base.place())).await;
    turns_that_stay_do_not_make_a_conversation_wait(house, base).await;
}

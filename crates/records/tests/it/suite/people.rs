//! What is kept about people by keyed hashes.

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Purpose};
use abide_records::holds::Hold;
use abide_records::people::{Choice, ChoiceKind, Keyed, Suppression};
use abide_records::requests::Saved;
use jiff::civil::{Date, date};

use super::{Place, add, digest, id, json, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    requests_are_found_by_any_identity(&new_place()).await;
    who_has_more_of_ours_is_found(&new_place()).await;
    a_suppression_is_found_and_the_longer_period_holds(&new_place()).await;
    a_choice_is_found_and_ends(&new_place()).await;
    what_is_past_expires(&new_place()).await;
    a_key_is_changed_hash_by_hash(&new_place()).await;
    a_key_is_changed_where_both_hashes_are(&new_place()).await;
    what_is_under_a_key_is_counted_and_forgotten(&new_place()).await;
}

fn who(byte: u8, key: &str) -> Keyed {
    Keyed { hash: digest(byte), key: id(key) }
}

fn suppression(byte: u8, key: &str, until: Date) -> Suppression {
    Suppression {
        who: who(byte, key),
        fact: Fact::Phone,
        request: id("r1"),
        basis: "legitimate interests (Art. 6(1)(f))".into(),
        since: date(2026, 11, 26),
        until,
    }
}

fn choice(byte: u8, key: &str, kind: ChoiceKind, purpose: Option<Purpose>) -> Choice {
    Choice {
        who: who(byte, key),
        kind,
        purpose,
        since: date(2026, 11, 26),
        until: None,
        request: id("r1"),
    }
}

async fn requests_are_found_by_any_identity(place: &impl Place) {
    let records = place.open().await;
    let none =
        write(&records, async |w| w.add_identity(&id("r1"), &who(1, "k1"), Fact::Email).await);
    assert_eq!(none.await, Ok(Saved::Missing));
    for name in ["r2", "r1"] {
        add(&records, name, 10).await;
        write(&records, async |w| {
            for _twice in 0..2 {
                let saved = w.add_identity(&id(name), &who(1, "k1"), Fact::Email).await;
                assert_eq!(saved, Ok(Saved::Done));
            }
        })
        .await;
    }
    let saved = write(&records, async |w| w.add_identity(&id("r1"), &who(2, "k1"), Fact::Id).await);
    assert_eq!(saved.await, Ok(Saved::Done));
    assert_eq!(records.requests_of(digest(1)).await.unwrap(), [id("r1"), id("r2")]);
    assert_eq!(records.requests_of(digest(2)).await.unwrap(), [id("r1")]);
    assert_eq!(records.requests_of(digest(3)).await.unwrap(), []);
    let known = records.identities(&id("r1")).await.unwrap();
    assert_eq!(known, [(Fact::Email, who(1, "k1")), (Fact::Id, who(2, "k1"))]);
    assert_eq!(records.identities(&id("r3")).await.unwrap(), []);
    write(&records, async |w| w.forget_identities(&id("r1")).await.unwrap()).await;
    assert_eq!(records.identities(&id("r1")).await.unwrap(), []);
    assert_eq!(records.requests_of(digest(1)).await.unwrap(), [id("r2")], "others' stay");
}

async fn who_has_more_of_ours_is_found(place: &impl Place) {
    let records = place.open().await;
    for name in ["r1", "r2", "r3", "r4", "r5", "r6"] {
        add(&records, name, 10).await;
    }
    let hold = Hold {
        id: id("h1"),
        who: vec![(Fact::Email, who(4, "k1"))],
        reason: "claim for damages".into(),
        covers: json("{}"),
        until: None,
        placed: ("olga".into(), 1_795_000_000),
        lifted: None,
    };
    write(&records, async |w| {
        for (name, byte) in [("r1", 1), ("r1", 9), ("r2", 2), ("r5", 5), ("r6", 5)] {
            let saved = w.add_identity(&id(name), &who(byte, "k1"), Fact::Phone).await;
            assert_eq!(saved, Ok(Saved::Done));
        }
        w.suppress(&suppression(2, "k1", date(2030, 1, 1))).await.unwrap();
        w.choose(&choice(3, "k1", ChoiceKind::Objection, None)).await.unwrap();
        assert_eq!(w.place(&hold).await, Ok(Saved::Done));
    })
    .await;
    let names = ["r1", "r2", "r3", "r4", "r5", "r6"].map(id);
    let marks = records.identities_of(&names.iter().collect::<Vec<_>>()).await.unwrap();
    assert_eq!(marks.keys().map(Id::as_str).collect::<Vec<_>>(), ["r1", "r2", "r5", "r6"]);
    for (name, theirs) in &marks {
        assert_eq!(theirs, &records.identities(name).await.unwrap());
    }
    // A suppression, a choice, a hold, another request of theirs; of the first and of a stranger there is nothing more.
    let people = names.iter().zip([1, 2, 3, 4, 5, 7]).map(|(id, byte)| (id, digest(byte)));
    let more = records.beside(people).await.unwrap();
    assert_eq!(more, ["r2", "r3", "r4", "r5"].map(id).into());
    assert_eq!(records.beside([]).await.unwrap(), [].into());
}

async fn a_suppression_is_found_and_the_longer_period_holds(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.suppression(digest(1)).await, Ok(None));
    let long = suppression(1, "k1", date(2030, 1, 1));
    let short = Suppression { basis: "other".into(), ..suppression(1, "k1", date(2028, 1, 1)) };
    for said in [&long, &short] {
        write(&records, async |w| w.suppress(said).await).await.unwrap();
    }
    let expected = Suppression { until: long.until, ..short };
    assert_eq!(records.suppression(digest(1)).await.unwrap(), Some(expected));
}

async fn a_choice_is_found_and_ends(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.choices(digest(1)).await.unwrap(), []);
    let objection = choice(1, "k1", ChoiceKind::Objection, Some(Purpose::Telemarketing));
    let every = choice(1, "k1", ChoiceKind::Objection, None);
    let restriction = choice(1, "k1", ChoiceKind::Restriction, None);
    let ended = Choice { until: Some(date(2027, 1, 1)), ..restriction.clone() };
    let other = choice(2, "k1", ChoiceKind::Withdrawal, Some(Purpose::Contact));
    for said in [&objection, &every, &restriction, &ended, &other] {
        write(&records, async |w| w.choose(said).await).await.unwrap();
    }
    assert_eq!(records.choices(digest(1)).await.unwrap(), [every, objection, ended]);
    assert_eq!(records.choices(digest(2)).await.unwrap(), [other]);
}

async fn what_is_past_expires(place: &impl Place) {
    let records = place.open().await;
    let last = date(2027, 6, 30);
    let endless = choice(1, "k1", ChoiceKind::Objection, None);
    write(&records, async |w| {
        w.suppress(&suppression(1, "k1", last)).await.unwrap();
        w.suppress(&suppression(2, "k1", last.tomorrow().unwrap())).await.unwrap();
        w.choose(&Choice { until: Some(last), ..choice(1, "k1", ChoiceKind::Restriction, None) })
            .await
            .unwrap();
        w.choose(&endless).await.unwrap();
    })
    .await;
    let expire = async |day| write(&records, async |w| w.expire(day).await.unwrap()).await;
    let remembered = async |day, after| records.suppressed(day, after).await.unwrap();
    assert_eq!(remembered(last, None).await, [digest(1), digest(2)]);
    assert_eq!(remembered(last, Some(digest(1))).await, [digest(2)]);
    assert_eq!(remembered(last.tomorrow().unwrap(), None).await, [digest(2)]);
    assert_eq!(expire(last).await, 0, "the last day still counts");
    assert_eq!(expire(last.tomorrow().unwrap()).await, 2);
    assert_eq!(records.suppression(digest(1)).await, Ok(None));
    assert!(records.suppression(digest(2)).await.unwrap().is_some());
    assert_eq!(records.choices(digest(1)).await.unwrap(), [endless]);
}

async fn a_key_is_changed_hash_by_hash(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    write(&records, async |w| {
        w.suppress(&suppression(1, "k1", date(2030, 1, 1))).await.unwrap();
        w.suppress(&suppression(9, "k2", date(2030, 1, 1))).await.unwrap();
        w.choose(&choice(2, "k1", ChoiceKind::Objection, None)).await.unwrap();
        w.choose(&choice(1, "k1", ChoiceKind::Objection, None)).await.unwrap();
        let saved = w.add_identity(&id("r1"), &who(3, "k1"), Fact::Email).await;
        assert_eq!(saved, Ok(Saved::Done));
    })
    .await;
    let old = records.hashes_under(&id("k1"), None).await.unwrap();
    assert_eq!(old, [digest(1), digest(2), digest(3)], "each once");
    let rest = records.hashes_under(&id("k1"), Some(digest(1))).await.unwrap();
    assert_eq!(rest, [digest(2), digest(3)]);
    let mut entries = Vec::new();
    for hash in old {
        let new = Keyed { hash: digest(hash.0[0] + 100), key: id("k2") };
        entries.push(write(&records, async |w| w.rekey(hash, &new).await.unwrap()).await);
    }
    assert_eq!(entries, [2, 1, 1]);
    assert_eq!(records.hashes_under(&id("k1"), None).await.unwrap(), []);
    assert_eq!(records.suppression(digest(1)).await, Ok(None));
    let new = records.suppression(digest(101)).await.unwrap().unwrap();
    assert_eq!(new, suppression(101, "k2", date(2030, 1, 1)));
    assert_eq!(records.requests_of(digest(103)).await.unwrap(), [id("r1")]);
    assert_eq!(records.choices(digest(102)).await.unwrap().len(), 1);
}

async fn a_key_is_changed_where_both_hashes_are(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    let (old, new) = (who(1, "k1"), who(2, "k2"));
    let newer = choice(2, "k2", ChoiceKind::Objection, None);
    write(&records, async |w| {
        w.suppress(&suppression(1, "k1", date(2031, 1, 1))).await.unwrap();
        w.suppress(&suppression(2, "k2", date(2030, 1, 1))).await.unwrap();
        w.choose(&choice(1, "k1", ChoiceKind::Objection, None)).await.unwrap();
        w.choose(&newer).await.unwrap();
        for who in [&old, &new] {
            assert_eq!(w.add_identity(&id("r1"), who, Fact::Email).await, Ok(Saved::Done));
        }
        w.rekey(old.hash, &new).await.unwrap();
        w.rekey(new.hash, &new).await.unwrap();
    })
    .await;
    assert_eq!(records.hashes_under(&id("k1"), None).await.unwrap(), []);
    let kept = records.suppression(digest(2)).await.unwrap().unwrap();
    assert_eq!(kept, suppression(2, "k2", date(2031, 1, 1)), "the longer period holds");
    assert_eq!(records.choices(digest(2)).await.unwrap(), [newer]);
    assert_eq!(records.requests_of(digest(2)).await.unwrap(), [id("r1")]);
}

async fn what_is_under_a_key_is_counted_and_forgotten(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.keys_used().await.unwrap(), []);
    add(&records, "r1", 10).await;
    let hold = Hold {
        id: id("h1"),
        who: vec![(Fact::Email, who(4, "k1")), (Fact::Phone, who(5, "k2"))],
        reason: "claim for damages".into(),
        covers: json("{}"),
        until: None,
        placed: ("olga".into(), 1_795_000_000),
        lifted: None,
    };
    write(&records, async |w| {
        w.suppress(&suppression(1, "k1", date(2030, 1, 1))).await.unwrap();
        w.choose(&choice(2, "k1", ChoiceKind::Objection, None)).await.unwrap();
        w.choose(&choice(3, "k2", ChoiceKind::Objection, None)).await.unwrap();
        let saved = w.add_identity(&id("r1"), &who(6, "k1"), Fact::Email).await;
        assert_eq!(saved, Ok(Saved::Done));
        assert_eq!(w.place(&hold).await, Ok(Saved::Done));
    })
    .await;
    assert_eq!(records.keys_used().await.unwrap(), [(id("k1"), 4), (id("k2"), 2)]);
    let by_request = records.choices_by(&id("r1")).await.unwrap();
    assert_eq!(by_request.iter().map(|c| c.who.hash).collect::<Vec<_>>(), [digest(2), digest(3)]);
    assert_eq!(write(&records, async |w| w.forget_key(&id("k1")).await.unwrap()).await, 4);
    assert_eq!(records.keys_used().await.unwrap(), [(id("k2"), 2)]);
    assert_eq!(records.choices(digest(3)).await.unwrap().len(), 1);
    assert_eq!(records.requests_of(digest(6)).await.unwrap(), []);
}

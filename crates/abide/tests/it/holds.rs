//! `abide rights hold`, `holds`, `lift`, and what they make of an erasure.

use std::path::Path;

use serde_json::{Value, json};
use sqlx::{ConnectOptions as _, Connection as _};

use super::forget::sql;
use super::rights::{centre, done, json as read, run};

fn keeps(request: &Value) -> Vec<Value> {
    let list = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned();
    let stores = request.get("plan").and_then(|plan| list(plan, "stores")).unwrap();
    let tables = stores.iter().flat_map(|store| list(store, "tables").unwrap());
    tables.flat_map(|table| list(&table, "keep").unwrap()).collect()
}

#[test]
fn a_hold_is_placed_told_lifted_and_the_request_taken_up() {
    let (_folder, site) = centre();
    let who = "--subject email=planted.6@example.org";
    let free = read(&run(&site, &format!("rights erase {who} --plan --format json")));
    let hold = format!("rights hold {who} --reason claim-12/26 --by olga");
    let wrong = run(&site, &format!("{hold} --tables centre.nothing"));
    assert_eq!(wrong.code, 2, "{}", wrong.out);
    assert!(wrong.err.contains("`centre.nothing` is no store"), "{}", wrong.err);
    let over = run(&site, &format!("{hold} --until 2020-01-01"));
    assert_eq!(over.code, 2, "{}", over.out);
    let placed = run(&site, &format!("{hold} --until 2099-12-31 --format json"));
    assert_eq!(placed.code, 0, "{}", placed.err);
    let [one] = read(&placed).as_array().unwrap().clone().try_into().unwrap_or_else(|all| {
        panic!("{all:?}");
    });
    let of = |hold: &Value| [hold["stands"].clone(), hold["reason"].clone(), hold["until"].clone()];
    assert_eq!(of(&one), [json!(true), json!("claim-12/26"), json!("2099-12-31")]);
    assert_eq!(one["placed"]["by"], "olga");
    assert!(!placed.out.contains("planted.6"), "who it is on is told by nothing");

    let request = done(&site, &format!("erase {who}"));
    assert_eq!(request["plan"]["delete"], 0);
    let kept = keeps(&request);
    assert!(!kept.is_empty());
    for keep in kept.iter().filter(|keep| keep["why"] != "law") {
        assert_eq!(of_keep(keep), [json!("hold"), one["id"].clone(), json!("claim-12/26")]);
        assert_eq!(keep["until"], "2099-12-31");
    }
    let id = request["id"].as_str().unwrap();
    let shown = run(&site, &format!("requests show {id}"));
    for part in ["legal hold", "claim-12/26", "2099-12-31", "requests take-up", "2100-01-01"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let early = run(&site, &format!("requests take-up {id}"));
    assert_eq!(early.code, 2, "{}", early.out);
    assert_eq!(run(&site, &format!("requests hand-done {id}")).code, 2, "nobody ticks it off");

    let lifted = run(&site, &format!("rights lift {} --by eva", one["id"].as_str().unwrap()));
    assert_eq!(lifted.code, 0, "{}", lifted.err);
    assert!(lifted.out.contains("lifted by eva"), "{}", lifted.out);
    assert_eq!(run(&site, "rights lift h-none").code, 2);
    let due = run(&site, "requests list");
    assert!(due.err.contains("requests take-up"), "{}", due.err);
    let due = run(&site, "requests list --format json");
    let lines = due.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let reminders: Vec<Value> = lines.filter(|line| line.get("reminder").is_some()).collect();
    assert!(!reminders.is_empty() && reminders.iter().all(|r| r["request"] == id), "{}", due.out);
    assert!(reminders.iter().all(|r| r["reminder"]["what"] == "hold"), "{}", due.out);
    let again = run(&site, &format!("requests take-up {id} --format json"));
    assert_eq!(again.code, 1, "{} {}", again.out, again.err);
    let next = read(&again);
    assert_eq!(next["waits"], "approval");
    assert_eq!(next["plan"]["delete"], free["delete"], "everything that went without the hold");
    assert_eq!(run(&site, "rights holds").code, 0);
}

/// The example is in Germany: there the year begins an hour before it does in Greenwich.
#[test]
fn days_of_holds_are_those_of_the_organisation() {
    let (_folder, site) = centre();
    let who = "--subject email=planted.6@example.org";
    let placed = run(&site, &format!("rights hold {who} --reason claim --by olga --format json"));
    let id = read(&placed)[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(run(&site, &format!("rights lift {id} --by eva")).code, 0);
    let at = "placed_at = unixepoch('2025-12-31T22:59:59Z'), lifted_at = unixepoch('2025-12-31T23:00:00Z')";
    sql(&site, &format!("UPDATE legal_hold SET {at} RETURNING 1"));
    let said = run(&site, "rights holds").out;
    assert!(said.contains("lifted by eva on 2026-01-01: "), "{said}");
    assert!(said.contains("(placed by olga on 2025-12-31)"), "{said}");
}

fn of_keep(keep: &Value) -> [Value; 3] {
    ["why", "hold", "reason"].map(|name| keep.get(name).cloned().unwrap_or_default())
}

/// What a law keeps is kept by that law, not only by a statement of this name.
#[test]
fn a_law_is_named() {
    let (_folder, site) = centre();
    let email = customer(&site);
    let erase = format!("rights erase --subject email={email} --plan");
    let plan = run(&site, &format!("{erase} --format json"));
    assert_eq!(plan.code, 0, "{}", plan.err);
    let kept = keeps(&json!({ "plan": read(&plan) }));
    let law = kept.iter().find(|keep| keep["why"] == "law").unwrap();
    assert_eq!(law["statement"], "billing");
    assert!(law["reason"].as_str().unwrap().contains("§ 147 AO"), "{law}");
    let words = run(&site, &erase).out;
    assert!(words.contains("statement `billing`, by law: the duty under German law"), "{words}");
}

/// By what a customer is known who has invoices.
fn customer(site: &Path) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(site.join("centre.db"));
        let mut db = options.connect().await.unwrap();
        let sql = "SELECT billing_email FROM customers ORDER BY billing_email LIMIT 1";
        let email = sqlx::query_scalar(sql).fetch_one(&mut db).await.unwrap();
        db.close().await.unwrap();
        email
    })
}

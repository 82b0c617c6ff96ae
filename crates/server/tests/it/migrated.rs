//! Somebody adds a table to a store while the server runs: it is read anew, and swept.

use sqlx::Connection as _;

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden_count};

#[tokio::test]
async fn a_table_that_is_added_later_is_swept() {
    let desk = Desk::new().await;
    let erased = desk.open("erasure", ("email", "bea@example.org")).await;
    desk.until(&erased, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let place = desk.editing.site.file("store.db");
    let mut other = sqlx::SqliteConnection::connect(place.to_str().unwrap()).await.unwrap();
    let sql = "CREATE TABLE leads (id INTEGER PRIMARY KEY, mail TEXT); INSERT INTO leads VALUES (1, 'bea@example.org')";
    sqlx::raw_sql(sql).execute(&mut other).await.unwrap();
    let page = desk.editing.get(&erased).await.text();
    let count = hidden_count(&page);
    let fields = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&erased, &page, &fields).await.0, 303);
    let page =
        desk.until(&erased, |p| p.contains("leads") || p.contains("Done and verified")).await;
    assert!(page.contains("leads") && !page.contains("Done and verified"), "{page}");
}

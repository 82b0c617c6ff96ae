//! Loading into PostgreSQL: one transaction, `COPY`, keys and indexes at the end.
#![expect(clippy::disallowed_methods, reason = "SQL is made of the schema that the example owns")]

use anyhow::Result;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};
use tokio::sync::mpsc::Receiver;

use super::{Batch, Index};
use crate::schema::{Dialect, TABLES, Table};
use crate::value::{Row, Value};

pub(super) async fn load(url: &str, mut batches: Receiver<Batch>, index: Index) -> Result<()> {
    let options: PgConnectOptions = url.parse()?;
    let mut database = options.disable_statement_logging().connect().await?;
    run(&mut database, "BEGIN".to_owned()).await?;
    for table in TABLES {
        run(&mut database, table.create(Dialect::Postgres)).await?;
    }
    while let Some((table, rows)) = batches.recv().await {
        let mut copy = database.copy_in_raw(&format!("COPY {} FROM STDIN", table.name)).await?;
        copy.send(text(&rows)).await?;
        copy.finish().await?;
    }
    for sql in TABLES.iter().map(Table::keys) {
        run(&mut database, sql).await?;
    }
    if index == Index::Full {
        for sql in TABLES.iter().flat_map(Table::indexes) {
            run(&mut database, sql).await?;
        }
    }
    for sql in TABLES.iter().filter_map(Table::foreign_keys) {
        run(&mut database, sql).await?;
    }
    run(&mut database, "COMMIT".to_owned()).await?;
    run(&mut database, "ANALYZE".to_owned()).await?;
    database.close().await?;
    Ok(())
}

async fn run(database: &mut PgConnection, sql: String) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(database).await?;
    Ok(())
}

/// Rows in the text format of `COPY`: values between tabs, `\N` for nothing.
fn text(rows: &[Row]) -> Vec<u8> {
    let mut out = Vec::with_capacity(rows.len() * 128);
    for row in rows {
        for (at, value) in row.iter().enumerate() {
            if at > 0 {
                out.push(b'\t');
            }
            match value {
                Value::Null => out.extend_from_slice(b"\\N"),
                Value::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
                Value::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
                Value::Text(text) => escape(text, &mut out),
            }
        }
        out.push(b'\n');
    }
    out
}

fn escape(text: &str, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        match byte {
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::row;

    #[test]
    fn what_means_something_to_copy_is_escaped() {
        let rows = [row![1, None::<u64>, "a\tb\\c\nd\re", 1.5], row!["\\N", "ž"]];
        assert_eq!(text(&rows), b"1\t\\N\ta\\tb\\\\c\\nd\\re\t1.5\n\\\\N\t\xc5\xbe\n");
    }
}

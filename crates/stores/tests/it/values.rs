//! Values of all types, on their way in and out.

use abide_stores::Value;

use crate::base::{Base, Opened, one};

pub(crate) async fn values_of_other_types_find_or_do_not(base: &Base<'_>) {
    base.ask(base.pick(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, small SMALLINT, word TEXT, uuid TEXT, day TEXT, price NUMERIC, raw BLOB); \
        INSERT INTO t VALUES (5, 5, '5', '00000000-0000-0000-0000-00000000000a', '2024-05-01', 1.5, x'0aff')",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, small SMALLINT, word TEXT, uuid UUID, day DATE, price NUMERIC, raw BYTEA); \
        INSERT INTO t VALUES (5, 5, '5', '00000000-0000-0000-0000-00000000000a', '2024-05-01', 1.5, '\\x0aff')",
    ))
    .await;
    let shop = Opened::new(base).await;
    for (by, value, count) in [
        ("id", Value::from("5"), 1),
        ("id", Value::Integer(5), 1),
        ("id", "five".into(), 0),
        ("id", "".into(), 0),
        ("id", "99999999999999999999999".into(), 0),
        ("id", Value::Integer(i64::MAX), 0),
        ("small", Value::Integer(70_000), 0),
        ("small", Value::Integer(5), 1),
        ("word", Value::Integer(5), 1),
        ("word", "5\u{0}".into(), 0),
        ("uuid", "no uuid".into(), 0),
        ("uuid", "------------------------------------".into(), 0),
        ("uuid", "00000000-0000-0000-0000-00000000000a".into(), 1),
        ("day", "2024-05-01".into(), 1),
        ("day", "yesterday, perhaps".into(), 0),
        ("day", Value::Integer(7), 0),
        ("price", Value::from("1.5"), 1),
        ("price", Value::Real(1.5), 1),
        ("price", "cheap".into(), 0),
        ("price", "1e999999".into(), 0),
        ("raw", Value::Bytes(vec![10, 255]), 1),
        ("raw", Value::Bytes(vec![]), 0),
        ("raw", "\\x1".into(), 0),
    ] {
        let found = shop.count("t", &[by], &[vec![value.clone()]]).await;
        assert_eq!(found, count, "{by} by {value:?}");
    }
    // Among many that are none, the one is found, and the session goes on.
    let mut session = shop.read().await;
    let mut values: Vec<Vec<Value>> = (0..200).map(|i| vec![format!("day {i}").into()]).collect();
    values.insert(77, vec!["2024-05-01".into()]);
    assert_eq!(shop.find(&mut session, "t", &["day"], &values).await.unwrap().len(), 1);
    assert_eq!(shop.find(&mut session, "t", &["id"], &one("5")).await.unwrap().len(), 1);
}

/// What is read can be written back, and nothing is different.
pub(crate) async fn all_values_survive_reading_and_writing(base: &Base<'_>) {
    let long = "wörd ".repeat(400_000);
    base.ask(&base.pick(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b INT, c REAL, d TEXT, e BLOB, f BOOLEAN, g DATETIME, h JSON, i NUMERIC); \
        INSERT INTO t VALUES (1, 'x', 9223372036854775807, 0.1, 'LONG', x'00ff10', 1, '2024-01-01 10:00:00', '{\"a\": [1, 2]}', 1.50), \
        (2, x'00', 'no number', 'no real', 12, 'text', 'maybe', 1700000000, NULL, '1e3'), \
        (3, NULL, -9223372036854775808, 9e999, '', x'', 0, NULL, '', -0.0), (4, 1.5, 1.5, 3, 'a''b\"c\n|', NULL, NULL, NULL, NULL, NULL)",
        "CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE TYPE pair AS (a INTEGER, b TEXT); \
        CREATE TABLE t (id INTEGER PRIMARY KEY, a BYTEA, b JSON, c JSONB, d NUMERIC, e NUMERIC(9, 2), f TIMESTAMP, g TIMESTAMPTZ, \
            h DATE, i INTEGER[], j TEXT[], k mood, l UUID, m BOOLEAN, n REAL, o DOUBLE PRECISION, p TEXT, q CHAR(5), r VARCHAR(5), \
            s INTERVAL, t INET, u pair, v INT4RANGE, w TIME, x BIT(3), y XML, z POINT, aa MONEY, bb SMALLINT, cc BIGINT, dd TSVECTOR); \
        INSERT INTO t VALUES (1, '\\x00ff10', '{\"a\":  [1,2]}', '{\"b\": 1}', 1.500000000000000000000000001, 1.50, '2024-01-01 10:00:00.123456', \
            '2024-01-01 10:00:00.5+02', '0044-03-15 BC', '{1,NULL,3}', '{\"a,b\",\"c\\\"d\",NULL,\"\"}', 'glad', \
            'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', true, 0.1, 0.1, 'LONG', 'ab', 'abc', '1 year -2 days 03:04:05', '10.0.0.1/8', \
            '(1,\"x y\")', '[1,5)', '12:34:56.789', B'101', '<a>b</a>', '(1.5,2)', 12.34, -32768, 9223372036854775807, 'a:1 b:2'), \
        (2, '', 'null', '[]', 'NaN', NULL, 'infinity', '-infinity', 'infinity', '{}', '{}', NULL, NULL, false, 'NaN', '-Infinity', '', '', '', \
            '0', '::1', '(,)', 'empty', '00:00', B'000', NULL, '(0,0)', 0, 0, -9223372036854775808, ''), \
        (3, NULL, NULL, NULL, 1e100, -0.01, NULL, NULL, NULL, '{{1,2},{3,4}}', NULL, 'sad', NULL, NULL, 1e-40, 5e-324, 'a''b\"c', NULL, NULL, \
            NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    ).replace("LONG", &long))
    .await;
    let shop = Opened::new(base).await;
    let columns = &shop.schema.tables[0].columns;
    let shown: Vec<String> = columns
        .iter()
        .map(|c| {
            base.pick("quote(\"?\") || typeof(\"?\")", "md5(\"?\"::text)").replace('?', &c.name)
        })
        .collect();
    let everything = format!("SELECT {} FROM t ORDER BY id", shown.join(", "));
    let before = base.ask(&everything).await;
    let mut session = shop.write().await;
    let ids: Vec<Vec<Value>> = (1..=4).map(|i| vec![Value::Integer(i)]).collect();
    let found = shop.find(&mut session, "t", &["id"], &ids).await.unwrap();
    let rest: Vec<usize> = (1..columns.len()).collect();
    let nothing: Vec<_> =
        found.iter().map(|r| (r.key.clone(), vec![Value::Null; rest.len()])).collect();
    assert_eq!(session.change(0, &rest, &nothing).await.unwrap(), found.len() as u64);
    let back: Vec<_> = found.iter().map(|r| (r.key.clone(), r.values[1..].to_vec())).collect();
    assert_eq!(session.change(0, &rest, &back).await.unwrap(), found.len() as u64);
    session.commit().await.unwrap();
    assert!(base.ask(&everything).await == before, "a value is different");
    assert!(before.lines().count() >= 3);
}

pub(crate) async fn lookups_do_not_cut_or_round(base: &Base<'_>) {
    base.ask(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v VARCHAR(3), c CHAR(3), n NUMERIC(5, 1)); \
        INSERT INTO t VALUES (1, 'abc', 'abc', 1.5), (2, 'ab', 'ab', 2)",
    )
    .await;
    let shop = Opened::new(base).await;
    for (by, value, count) in [
        ("v", "abc", 1),
        ("v", "abcd", 0),
        ("c", "abc", 1),
        ("c", "abcd", 0),
        ("c", "ab", 1),
        ("n", "1.5", 1),
        ("n", "1.54", 0),
        ("n", "1.46", 0),
        ("n", "2.0", 1),
    ] {
        assert_eq!(shop.count("t", &[by], &one(value)).await, count, "{by} by {value}");
    }
}

/// Columns that compare without case find what is spelled otherwise; others do not.
pub(crate) async fn a_comparison_follows_the_column(base: &Base<'_>) {
    base.ask(base.pick(
        "CREATE TABLE t (loose TEXT COLLATE NOCASE, strict TEXT); INSERT INTO t VALUES ('Ann', 'Ann'), ('ANN', 'ANN')",
        "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false); \
        CREATE TABLE t (loose TEXT COLLATE loose, strict TEXT); INSERT INTO t VALUES ('Ann', 'Ann'), ('ANN', 'ANN')",
    ))
    .await;
    let shop = Opened::new(base).await;
    assert_eq!(shop.count("t", &["loose"], &one("ann")).await, 2);
    assert_eq!(shop.count("t", &["strict"], &one("ann")).await, 0);
    assert_eq!(shop.count("t", &["strict"], &one("ANN")).await, 1);
    let pair = vec![vec![Value::from("aNN"), Value::from("Ann")]];
    assert_eq!(shop.count("t", &["loose", "strict"], &pair).await, 1);
}

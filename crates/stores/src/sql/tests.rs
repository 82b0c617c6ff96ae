//! Statements as they are written, in both dialects.

use super::*;

fn table() -> Table {
    let column = |name: &str, native: &str, family| Column {
        name: name.to_owned(),
        native: native.to_owned(),
        family,
        nullable: true,
        ..Column::default()
    };
    Table {
        name: "crm.o\"dd; DROP TABLE x".to_owned(),
        bare: Some("o\"dd; DROP TABLE x".to_owned()),
        space: Some("crm".to_owned()),
        columns: vec![
            column("a", "integer", Family::Integer),
            column("b \"c\"", "character varying(5)", Family::Text(Some(5))),
        ],
        key: vec![0, 1],
        ..Table::default()
    }
}

#[test]
fn names_are_quoted_wherever_they_stand() {
    let table = table();
    let (values, when) = ([], [(1, "x".to_owned())]);
    let lookup = Lookup {
        table: 0,
        by: &[1],
        values: &values,
        when: &when,
        want: &[0],
        hold: true,
        refers: false,
    };
    assert_eq!(
        postgres::find(&table, &lookup).0,
        r#"SELECT t."a"::text, t."b ""c"""::text, t."a"::text FROM ONLY "crm"."o""dd; DROP TABLE x" AS t WHERE t."b ""c""" = ANY($1::text[]::text[]) AND t."b ""c"""::text = $2 FOR UPDATE OF t"#
    );
    assert_eq!(
        sqlite::find(&table, &lookup, 2).0,
        r#"SELECT t."a", t."b ""c""", t."a" FROM "crm"."o""dd; DROP TABLE x" AS t WHERE t."b ""c""" IN (?, ?) AND t."b ""c""" = ?"#
    );
}

#[test]
fn composite_keys_are_compared_as_a_whole() {
    let table = table();
    assert!(
        sqlite::delete(&table, 2)
            .0
            .ends_with(r#"WHERE (t."a", t."b ""c""") IN (SELECT * FROM (VALUES (?, ?), (?, ?)))"#)
    );
    assert!(
        postgres::delete(&table)
            .0
            .ends_with(r#"IN (SELECT * FROM unnest($1::text[]::integer[], $2::text[]::text[]))"#)
    );
    assert_eq!(
        postgres::change(&table, &[1]).0,
        r#"UPDATE ONLY "crm"."o""dd; DROP TABLE x" AS t SET "b ""c""" = v.v0::text FROM unnest($1::text[]::integer[], $2::text[]::text[], $3::text[]::text[]) AS v(k0, k1, v0) WHERE t."a" = v.k0 AND t."b ""c""" = v.k1"#
    );
}

#[test]
fn few_sizes_serve_any_number_of_rows() {
    assert_eq!([1, 2, 8, 9, 500, 9000].map(size_for), [1, 8, 8, 64, 512, 512]);
}

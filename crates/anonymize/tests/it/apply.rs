//! Whole tables from text to text: what comes out is counted again, without a line of the code that made it.

use std::collections::BTreeMap;

use abide_anonymize::table::{Anonymous, Hierarchy, Plan, Table, TableError};
use proptest::prelude::*;

fn solve(plan: &str, table: &str) -> Result<Anonymous, TableError> {
    let ready = Plan::parse(plan).unwrap().load(|_| Hierarchy::parse("", ';')).unwrap();
    Table::read(ready, table.as_bytes(), &mut |_| {})?.solve()
}

fn write(made: &Anonymous, table: &str) -> Result<String, TableError> {
    let mut out = Vec::new();
    made.write(table.as_bytes(), &mut out, &mut |_| {})?;
    Ok(String::from_utf8(out).unwrap())
}

const HEAD: &str = "row,age,name,post,start,seconds,reason\n";
const ROLES: &str = "keep = ['row', 'seconds']\nremove = ['name']\nsensitive = 'reason'\n";
const QUASI: &str = "[[quasi]]\ncolumn = 'post'\nbuild = 'postcodes'\n[[quasi]]\ncolumn = 'age'\nbuild = 'numbers'\n\
    widths = [5, 20]\n[[quasi]]\ncolumn = 'start'\nbuild = 'times'\n";

/// One row as it goes in.
type Row = (u32, u32, u32, u32, usize);

fn table(rows: &[Row]) -> String {
    let mut text = HEAD.to_owned();
    for (number, (age, post, hour, seconds, reason)) in rows.iter().enumerate() {
        let reason = ["order", "\"complaint, \"\"loud\"\"\"", "question"][*reason];
        text += &format!(
            "{number},{age},Somebody,53{post:03},2026-11-26T{hour:02}:17:00,{seconds},{reason}\n"
        );
    }
    text
}

/// The rows of a text by column, with quotes undone by another reader's rules: none of ours are nested here.
fn rows_of(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().skip(1);
    let split = |line: &str| {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                c => fields.last_mut().unwrap().push(c),
            }
        }
        fields
    };
    lines.map(split).collect()
}

/// Classes of the output: row, age, post, start, seconds, reason.
fn classes(rows: &[Vec<String>]) -> Vec<Vec<&Vec<String>>> {
    let mut classes: BTreeMap<[&str; 3], Vec<&Vec<String>>> = BTreeMap::new();
    for row in rows {
        classes.entry([&row[1], &row[2], &row[3]]).or_default().push(row);
    }
    classes.into_values().collect()
}

fn shares(rows: &[&Vec<String>]) -> BTreeMap<String, f64> {
    let mut shares = BTreeMap::new();
    for row in rows {
        *shares.entry(row[5].clone()).or_insert(0.0) += 1.0 / rows.len() as f64;
    }
    shares
}

fn entropy(rows: &[&Vec<String>]) -> f64 {
    -shares(rows).values().map(|s| s * s.ln()).sum::<f64>()
}

fn distance(a: &BTreeMap<String, f64>, b: &BTreeMap<String, f64>) -> f64 {
    let all: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    let share = |of: &BTreeMap<String, f64>, value: &String| of.get(value).copied().unwrap_or(0.0);
    all.into_iter().map(|v| (share(a, v) - share(b, v)).abs()).sum::<f64>() / 2.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn what_comes_out_is_anonymous_and_otherwise_the_same(
        rows in prop::collection::vec((20..60u32, 0..200u32, 0..24u32, 0..4000u32, 0..3usize), 1..80),
        k in 2..5u32,
        blank in any::<bool>(),
        suppress in 0.0..0.9f64,
        extra in prop::sample::select(vec!["distinct = 2", "entropy = 1.7", "closeness = 0.35"]),
    ) {
        let suppressed = if blank { "blank" } else { "leave-out" };
        let plan = format!(
            "suppressed = '{suppressed}'\nsuppress = {suppress}\n{ROLES}[privacy]\nk = {k}\n{extra}\n{QUASI}"
        );
        let before = table(&rows);
        let made = match solve(&plan, &before) {
            Ok(made) => made,
            Err(TableError::NoSolution(_)) => return Ok(()),
            Err(other) => panic!("{other}"),
        };
        let after = write(&made, &before).unwrap();
        prop_assert!(after.starts_with("row,age,post,start,seconds,reason\n"));
        let out = rows_of(&after);
        let report = made.report();
        prop_assert_eq!(out.len() as u64, report.written());
        prop_assert!(report.suppressed as f64 <= suppress * rows.len() as f64);
        // The order, and every kept value, is that of the row it came from.
        let numbers: Vec<usize> = out.iter().map(|r| r[0].parse().unwrap()).collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a < b));
        let sum: u64 = out.iter().map(|r| r[4].parse::<u64>().unwrap()).sum();
        prop_assert_eq!(sum, numbers.iter().map(|n| u64::from(rows[*n].3)).sum::<u64>());
        // Every class is large and diverse enough, and close to the whole.
        let source: Vec<Vec<String>> = rows_of(&before)
            .into_iter()
            .map(|r| [0, 1, 3, 4, 5, 6].map(|c| r[c].clone()).to_vec())
            .collect();
        let whole = shares(&source.iter().collect::<Vec<_>>());
        let classes = classes(&out);
        for class in &classes {
            prop_assert!(class.len() >= k as usize);
            match extra {
                "distinct = 2" => prop_assert!(shares(class).len() >= 2),
                "entropy = 1.7" => prop_assert!(entropy(class).exp() >= 1.7 - 1e-9),
                _ => prop_assert!(distance(&shares(class), &whole) <= 0.35 + 1e-9),
            }
        }
        // The report says the same, blank rows aside.
        let named = classes.iter().filter(|c| report.blanked == 0 || c[0][1..4].iter().any(|v| v != "*"));
        let named: Vec<_> = named.collect();
        if let (Some(reached), false) = (report.reached, named.is_empty()) {
            prop_assert_eq!(reached.k as usize, named.iter().map(|c| c.len()).min().unwrap());
            prop_assert_eq!(report.after.classes, named.len() as u64);
            let sensitive = reached.sensitive.unwrap();
            let least = named.iter().map(|c| shares(c).len()).min().unwrap();
            prop_assert_eq!(sensitive.distinct, least);
            let farthest = named.iter().map(|c| distance(&shares(c), &whole)).fold(0.0, f64::max);
            prop_assert!((sensitive.closeness - farthest).abs() < 1e-9);
        }
    }
}

#[test]
fn rows_that_stand_out_are_blank_only_if_they_hide_each_other() {
    let plan = |k| {
        format!(
            "suppressed = 'blank'\nsuppress = 0.4\nkeep = ['n']\n[privacy]\nk = {k}\n[[quasi]]\ncolumn = 'q'\nbuild = 'hide'"
        )
    };
    let hidden = "q,n\na,1\nx,2\na,3\ny,4\na,5\n";
    let made = solve(&plan(2), hidden).unwrap();
    assert_eq!(write(&made, hidden).unwrap(), "q,n\na,1\n*,2\na,3\n*,4\na,5\n");
    assert_eq!((made.report().suppressed, made.report().blanked), (2, 2));
    let alone = "q,n\na,1\nx,2\na,3\n";
    let made = solve(&plan(2), alone).unwrap();
    assert_eq!(write(&made, alone).unwrap(), "q,n\na,1\na,3\n");
    assert_eq!((made.report().written(), made.report().blanked), (2, 0));
}

#[test]
fn what_is_no_table_for_the_plan_is_refused() {
    let plan = "keep = ['n']\n[privacy]\nk = 2\n[[quasi]]\ncolumn = 'q'\nbuild = 'hide'";
    for (table, told) in [
        ("q,n\n", "no rows"),
        ("q,n,secret\na,1,x\n", "`secret`"),
        ("q,n\na,1\nb\n", "cannot be read"),
        ("", "no column `q`"),
        ("q,n\na,1\n", "no generalization"),
    ] {
        let error = solve(plan, table).unwrap_err().to_string();
        assert!(error.contains(told), "{table:?}: {error}");
    }
}

#[test]
fn a_table_that_changes_between_the_passes_is_refused() {
    let plan = "keep = ['n']\n[privacy]\nk = 2\n[[quasi]]\ncolumn = 'q'\nbuild = 'hide'";
    let made = solve(plan, "q,n\na,1\na,2\nb,3\nb,4\n").unwrap();
    for changed in [
        "q,n\na,1\na,2\nb,3\n",
        "q,n\na,1\na,2\na,3\nb,4\n",
        "q,n\na,1\na,2\nb,3\nb,4\nb,5\n",
        "q,n\na,1\na,2\nb,3\nc,4\n",
        "n,q\n1,a\n2,a\n3,b\n4,b\n",
    ] {
        assert!(matches!(write(&made, changed), Err(TableError::Changed)), "{changed:?}");
    }
    assert_eq!(write(&made, "q,n\nb,1\na,2\nb,3\na,4\n").unwrap().lines().count(), 5);
}

#[test]
fn linking_a_second_table_goes_by_the_released_values() {
    let plan = "keep = ['n']\n[privacy]\nk = 2\n[[quasi]]\ncolumn = 'age'\nbuild = 'numbers'\nwidths = [10]\n";
    let table = "age,n\n31,1\n32,2\n41,3\n44,4\n45,5\n";
    let made = solve(plan, table).unwrap();
    assert_eq!(&*made.report().solution.node.0, [1]);
    // 39 is not in the table and yet in a released range; 25 is in none; blue is no age.
    let link = made.link("who,age\nEve,39\nAdam,25\nZoe,44\nMax,blue\n".as_bytes()).unwrap();
    let attack = link.attack();
    assert_eq!((attack.people, attack.fitting, attack.linked), (4, 2, 0));
    assert!((attack.expected - (1.0 / 2.0 + 1.0 / 3.0)).abs() < 1e-12);
    assert!(made.link("who\nEve\n".as_bytes()).unwrap_err().to_string().contains("`age`"));
}

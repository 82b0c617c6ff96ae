//! Small random tables: the search against all nodes, each judged the naive way, row by row and by name.

use std::collections::BTreeMap;

use abide_anonymize::table::search::{NoSolution, Task, search};
use abide_anonymize::table::{Collector, Hierarchy, Model, Privacy};
use proptest::prelude::*;

/// Three attributes with hierarchies of different heights and shapes.
const HIERARCHIES: [&str; 3] = [
    "a;x;*\nb;x;*\nc;y;*\nd;y;*\ne;z;*\n",
    "1;1-2;1-4;*\n2;1-2;1-4;*\n3;3-4;1-4;*\n4;3-4;1-4;*\n5;5;5;*\n",
    "p;*\nq;*\n",
];
const VALUES: [&[&str]; 3] = [&["a", "b", "c", "d", "e"], &["1", "2", "3", "4", "5"], &["p", "q"]];
const SENSITIVE: [&str; 3] = ["s", "t", "u"];

type Row = [usize; 4];

fn hierarchies() -> Vec<Hierarchy> {
    HIERARCHIES.iter().map(|text| Hierarchy::parse(text, ';').unwrap()).collect()
}

/// Whether a class fulfils a condition, from its definition.
fn holds(model: Model, class: &[&Row], all: &[Row]) -> bool {
    let share = |rows: &[&Row], value: usize| {
        rows.iter().filter(|r| r[3] == value).count() as f64 / rows.len() as f64
    };
    let shares: Vec<f64> = (0..3).map(|v| share(class, v)).collect();
    match model {
        Model::KAnonymity(k) => class.len() >= k as usize,
        Model::DistinctDiversity(l) => shares.iter().filter(|s| **s > 0.0).count() >= l as usize,
        Model::EntropyDiversity(l) => {
            -shares.iter().filter(|s| **s > 0.0).map(|s| s * s.ln()).sum::<f64>() >= l.ln()
        }
        Model::Closeness(t) => {
            let all: Vec<&Row> = all.iter().collect();
            let apart = (0..3).map(|v| (shares[v] - share(&all, v)).abs());
            apart.sum::<f64>() / 2.0 <= t
        }
    }
}

/// The loss and the rows left out at some levels.
fn judge(rows: &[Row], models: &[Model], levels: [usize; 3]) -> (f64, u64) {
    let hierarchies = hierarchies();
    let named = |row: &Row| -> Vec<String> {
        let name = |a: usize| {
            let value = hierarchies[a].value(VALUES[a][row[a]]).unwrap();
            hierarchies[a].name(value, levels[a]).to_owned()
        };
        (0..3).map(name).collect()
    };
    let mut classes: BTreeMap<Vec<String>, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        classes.entry(named(row)).or_default().push(row);
    }
    let mut shares = [0.0; 3];
    let mut suppressed = 0;
    for class in classes.values() {
        let released = models.iter().all(|m| holds(*m, class, rows));
        suppressed += if released { 0 } else { class.len() as u64 };
        for row in class {
            for a in 0..3 {
                let name = &named(row)[a];
                let alike = VALUES[a].iter().filter(|v| {
                    let value = hierarchies[a].value(v).unwrap();
                    hierarchies[a].name(value, levels[a]) == name
                });
                let share = alike.count() as f64 / VALUES[a].len() as f64;
                shares[a] += if released { share } else { 1.0 };
            }
        }
    }
    let factor = |a: usize| {
        let least = 1.0 / VALUES[a].len() as f64;
        1.0 + (shares[a] / rows.len() as f64 - least) / (1.0 - least)
    };
    ((0..3).map(factor).product::<f64>().powf(1.0 / 3.0) - 1.0, suppressed)
}

/// The least loss over all nodes.
fn brute_force(rows: &[Row], models: &[Model], most: u64) -> Option<f64> {
    let mut best: Option<f64> = None;
    for x in 0..3 {
        for y in 0..4 {
            for z in 0..2 {
                let (loss, suppressed) = judge(rows, models, [x, y, z]);
                if suppressed <= most && best.is_none_or(|b| loss < b) {
                    best = Some(loss);
                }
            }
        }
    }
    best
}

fn models() -> impl Strategy<Value = Vec<Model>> {
    // The numbers are such that no class of so few rows lies on a border, where rounding decides.
    prop_oneof![
        (2..6u32).prop_map(|k| vec![Model::KAnonymity(k)]),
        (2..4u32, 2..4u32)
            .prop_map(|(k, l)| vec![Model::KAnonymity(k), Model::DistinctDiversity(l)]),
        (2..4u32, prop_oneof![Just(1.307), Just(1.913), Just(2.571)])
            .prop_map(|(k, l)| vec![Model::KAnonymity(k), Model::EntropyDiversity(l)]),
        (0.05..0.6f64).prop_map(|t| vec![Model::Closeness(t)]),
        (2..4u32, 0.1..0.6f64).prop_map(|(k, t)| vec![
            Model::KAnonymity(k),
            Model::EntropyDiversity(1.307),
            Model::DistinctDiversity(2),
            Model::Closeness(t)
        ]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn the_search_finds_what_looking_at_all_nodes_finds(
        rows in prop::collection::vec((0..5usize, 0..5usize, 0..2usize, 0..3usize), 1..40),
        models in models(),
        limit in 0.0..0.6f64,
    ) {
        let rows: Vec<Row> = rows.into_iter().map(|(a, b, c, s)| [a, b, c, s]).collect();
        let mut collector = Collector::new(&["a", "b", "c"]);
        for row in &rows {
            let values = (0..3).map(|a| VALUES[a][row[a]]);
            collector.add(values, Some(SENSITIVE[row[3]])).unwrap();
        }
        let tuples = collector.finish(hierarchies()).unwrap();
        let most = (limit * rows.len() as f64) as u64;
        let privacy = Privacy::new(models.clone(), &tuples.sensitive_counts());
        let task = Task { tuples: &tuples, privacy, most_suppressed: most, budget: usize::MAX };
        let expected = brute_force(&rows, &models, most);
        match search(&task) {
            Err(error) => {
                prop_assert_eq!(error, NoSolution::Unfulfillable);
                prop_assert_eq!(expected, None);
            }
            Ok(found) => {
                let levels = [0, 1, 2].map(|a| found.node.level(a));
                let (loss, suppressed) = judge(&rows, &models, levels);
                prop_assert!((found.loss - loss).abs() < 1e-9, "{} is not {}", found.loss, loss);
                prop_assert_eq!(found.suppressed, suppressed);
                prop_assert!(suppressed <= most && found.is_optimal());
                prop_assert!((expected.unwrap() - loss).abs() < 1e-9, "{:?} {}", expected, loss);
            }
        }
    }
}

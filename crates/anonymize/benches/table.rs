//! How long the search takes: on the census of 1994 where the corpus is there, else on a table made here.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark reads its case and fails by panicking"
)]

use std::hint::black_box;

use abide_anonymize::table::search::{Task, search};
use abide_anonymize::table::{Build, Collector, Hierarchy, Model, Privacy, Tuples};
use criterion::{Criterion, criterion_group, criterion_main};

/// The census with all nine attributes.
fn adult() -> Option<Tuples> {
    let folder = abide_tests::corpus("anonymization")?;
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let table = read("adult.csv");
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap().split(';').collect();
    let mut collector = Collector::new(&head);
    for line in lines {
        collector.add(line.split(';'), None).unwrap();
    }
    let hierarchy =
        |name: &&str| Hierarchy::parse(&read(&format!("adult_hierarchy_{name}.csv")), ';').unwrap();
    Some(collector.finish(head.iter().map(hierarchy).collect()).unwrap())
}

/// 30,000 rows of six attributes, from a generator with a fixed start.
fn made() -> Tuples {
    let mut state = 7u64;
    let mut random = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut collector = Collector::new(&["age", "post", "sex", "size", "rank", "team"]);
    for _ in 0..30_000 {
        let row =
            [80, 90, 2, 60, 12, 7].map(|below| format!("{:02}", random(below).min(random(below))));
        collector.add(row.iter().map(String::as_str), None).unwrap();
    }
    let numbers = || Build::Numbers(vec![5, 10, 20, 40]);
    let builds = [
        numbers(),
        Build::Postcodes,
        Build::Hide,
        numbers(),
        Build::Numbers(vec![3, 6]),
        Build::Hide,
    ];
    let hierarchies = builds.iter().enumerate();
    let hierarchies =
        hierarchies.map(|(n, build)| build.hierarchy(collector.values(n)).unwrap()).collect();
    collector.finish(hierarchies).unwrap()
}

fn bench(c: &mut Criterion) {
    let tuples = adult().unwrap_or_else(made);
    let task = Task {
        tuples: &tuples,
        privacy: Privacy::new(vec![Model::KAnonymity(5)], &[]),
        most_suppressed: tuples.rows() / 25,
        budget: usize::MAX,
    };
    let mut group = c.benchmark_group("table");
    group.sample_size(20);
    group.bench_function("search", |b| b.iter(|| search(black_box(&task)).unwrap()));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);

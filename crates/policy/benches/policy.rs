//! Deciding, and checking a large policy file: `cargo bench -p abide-policy`.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use abide_policy::decide::{Choices, Compiled, Use};
use abide_policy::source::read_policy;
use abide_policy::version::Version;
use abide_policy::vocab::{Purpose, Recipient, Set, Subject};
use criterion::{Criterion, criterion_group, criterion_main};

const SMALL: &str = include_str!("../tests/small.toml");

/// A policy of so many statements, each about other data.
fn large(statements: usize) -> String {
    let (head, statement) = SMALL.split_once("[[statement]]").unwrap();
    let mut out = head.to_owned();
    for i in 0..statements {
        let own = format!("own.element-{i}");
        let one = statement
            .replace("\"orders\"", &format!("\"orders-{i}\""))
            .replace("user.gender", &own);
        out.push_str(&format!("[[data]]\nref = \"{own}\"\ntitle = \"Own {i}\"\ncategories = [\"purchase\"]\n[[statement]]{one}"));
    }
    out
}

fn bench(c: &mut Criterion) {
    let source = large(50);
    let reading = read_policy(&source);
    assert!(reading.value.is_some(), "{:?}", reading.diagnostics);
    c.bench_function("check a policy file of 50 statements", |b| {
        b.iter(|| read_policy(black_box(&source)))
    });

    let compiled = Compiled::of(&Version::new(reading.value.unwrap(), source.clone()));
    let asked = Use {
        data: compiled.data(&"own.element-31".parse().unwrap()).unwrap(),
        subject: Subject::Customer,
        purpose: Purpose::Contact,
        recipient: Recipient::Ours,
        jurisdiction: "DE".parse().unwrap(),
        region: Some(compiled.region(&"eu".parse().unwrap()).unwrap()),
        held_since: Some(jiff::civil::date(2026, 9, 1)),
        today: jiff::civil::date(2026, 12, 1),
        choices: Choices { consented: Set::of(&[Purpose::Contact]), ..Choices::default() },
    };
    c.bench_function("decide about a leaf", |b| b.iter(|| compiled.decide(black_box(&asked))));
    let old = Use { held_since: Some(jiff::civil::date(2026, 5, 20)), ..asked };
    c.bench_function("decide about a leaf near the end of its period", |b| {
        b.iter(|| compiled.decide(black_box(&old)))
    });
    let set =
        Use { data: compiled.data(&"user.home-info.postal".parse().unwrap()).unwrap(), ..asked };
    c.bench_function("decide about a set of 12 leaves in 50 statements", |b| {
        b.iter(|| compiled.decide(black_box(&set)))
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);

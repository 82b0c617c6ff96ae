//! Parse and judge one compact policy for all levels, contexts and kinds of cookies; the goal is under one microsecond.

use std::hint::black_box;

use abide_agents::{AGENTS, Verdict, ie6::IE6};
use abide_p3p::compact::CompactPolicy;
use criterion::{Criterion, criterion_group, criterion_main};

const EXAMPLE: &str =
    "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA";

fn judge(criterion: &mut Criterion) {
    criterion.bench_function("parse the example's compact policy", |b| {
        b.iter(|| CompactPolicy::parse(black_box(EXAMPLE)));
    });
    for agent in AGENTS {
        criterion.bench_function(&format!("parse and judge every cell, {}", agent.id()), |b| {
            b.iter(|| Verdict::new(*agent, CompactPolicy::parse(black_box(EXAMPLE))));
        });
    }
    let verdict = Verdict::new(&IE6, CompactPolicy::parse(EXAMPLE));
    criterion.bench_function("remedies for every cell, ie6", |b| {
        b.iter(|| black_box(&verdict).remedies());
    });
}

/// Every identifying category with every use: the most combinations that a compact policy can ask the search to try.
const WORST: &str = "IVA IVD CON TEL OTP SAM OTR UNR PUB DEL PHY ONL GOV FIN UNI HONK";

fn remedies(criterion: &mut Criterion) {
    for agent in AGENTS {
        let verdict = Verdict::new(*agent, CompactPolicy::parse(WORST));
        criterion.bench_function(&format!("remedies at worst, {}", agent.id()), |b| {
            b.iter(|| black_box(&verdict).remedies());
        });
    }
}

criterion_group!(benches, judge, remedies);
criterion_main!(benches);

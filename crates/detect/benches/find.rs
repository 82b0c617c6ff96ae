//! How fast personal data is found: `cargo bench -p abide-detect`.

use abide_detect::finder::Scratch;
use abide_detect::lexicon::built_in;
use abide_detect::token::cut;
use abide_detect::{Finder, Options};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

mod mix;

fn find(c: &mut Criterion) {
    of_size(c, "10 MB of letters, notes, logs and calls", 10 << 20);
    of_size(c, "1 MB of the same, in the caches", 1 << 20);
}

fn of_size(c: &mut Criterion, title: &str, size: usize) {
    let text = mix::mix(size);
    // As a scan does it: in pieces.
    let pieces: Vec<&str> = pieces(&text, 256 << 10);
    let mut group = c.benchmark_group(title);
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    let mut tokens = Vec::new();
    group.bench_function("tokens alone", |b| {
        b.iter(|| pieces.iter().for_each(|p| cut(p, built_in(), &mut tokens)));
    });
    for (name, names) in [("structured", false), ("with names", true)] {
        let finder = Finder::new(Options { names, ..Options::default() });
        let mut scratch = Scratch::default();
        group.bench_function(name, |b| {
            b.iter(|| {
                pieces.iter().map(|p| finder.report(p, &mut scratch).findings.len()).sum::<usize>()
            });
        });
    }
    group.finish();
}

fn pieces(text: &str, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > size {
        let head = rest.get(..rest.floor_char_boundary(size)).unwrap_or(rest);
        let end = head.rfind('\n').map_or(head.len(), |at| at + 1);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

criterion_group!(benches, find);
criterion_main!(benches);

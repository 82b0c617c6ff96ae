//! How many seconds of a telephone recording are gone through in a second: two channels, 8 000 samples each.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::io::Cursor;

use abide_anonymize::sound::{
    Depth, Dtmf, Filling, Shape, Spans, Stretch, Why, redact, survey, wav,
};
use abide_detect::Kind;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const SECONDS: u64 = 60;
const SHAPE: Shape = Shape { rate: 8_000, channels: 2, depth: Depth::Int16 };

/// Something like a voice: a hum whose pitch and loudness change, with noise.
fn samples() -> Vec<f64> {
    let mut state = 7u64;
    let mut sample = |n: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let t = n as f64 / 16_000.0;
        let hum = (t * (120.0 + 30.0 * (t * 2.0).sin()) * std::f64::consts::TAU).sin();
        hum * (t * 3.0).sin() * 0.3 + ((state >> 40) as f64 / f64::from(1 << 24) - 0.5) * 0.1
    };
    (0..SECONDS * 16_000).map(&mut sample).collect()
}

fn bench(c: &mut Criterion) {
    let samples = samples();
    let (mut file, mut bytes) = (wav::head(&SHAPE, SECONDS * 8_000).unwrap(), Vec::new());
    wav::encode(&samples, SHAPE.depth, &mut bytes);
    file.extend(bytes);
    let stretch = |at: u64| Stretch {
        times: at * 1_000..at * 1_000 + 700,
        channel: Some(0),
        why: Why::Said(Kind::Person),
    };
    let spans = Spans::new(2, &(0..SECONDS).step_by(5).map(stretch).collect::<Vec<_>>());
    let mut group = c.benchmark_group("recording of a minute, two channels");
    group.throughput(Throughput::Elements(SECONDS));
    group.bench_function("tones of keys in one channel", |b| {
        b.iter(|| {
            let mut dtmf = Dtmf::new(SHAPE.rate);
            samples.iter().step_by(2).for_each(|s| dtmf.push(*s));
            black_box(dtmf.finish())
        });
    });
    let surveyed = survey(&mut Cursor::new(&file), &mut (), &mut |_| ()).unwrap();
    group.bench_function("first go: decode WAV, tones in both", |b| {
        b.iter(|| survey(&mut Cursor::new(&file), &mut (), &mut |_| ()).unwrap());
    });
    group.bench_function("second go: decode WAV, replace, write", |b| {
        b.iter(|| {
            let mut out = Vec::with_capacity(file.len());
            let source = &mut Cursor::new(&file);
            redact(source, &surveyed, &spans, Filling::Noise(1), &mut out, &mut |_| ()).unwrap();
            black_box(out)
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);

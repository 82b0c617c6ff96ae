//! How fast a folder reads what conversations say about themselves, beside `serde_json` that makes values of the same files whole.
//! Signed ones are decoded and read once more by it: `cargo bench -p abide-stores`.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "files are what is read")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;

use abide_stores::files::{Files, Format, Kind};
use abide_stores::{Mode, Store};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

/// What stands before the dialogs.
const HEAD: &str = r#"{"vcon":"0.0.2","uuid":"018f-1","created_at":"2026-11-01T10:00:00Z","subject":"Anruf","parties":[{"name":"Anna Muster","tel":"+493023125101"},{"mailto":"bea@example.org"}],"dialog":["#;

/// A conversation with sound of so many bytes.
fn sound(bytes: u32) -> String {
    let sound: Vec<u8> = (0..bytes).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let body = BASE64URL_NOPAD.encode(&sound);
    format!(
        "{HEAD}{{\"type\":\"recording\",\"mediatype\":\"audio/wav\",\"encoding\":\"base64url\",\"body\":\"{body}\"}}]}}"
    )
}

/// A conversation of so many texts.
fn texts(count: u32) -> String {
    let mut text = HEAD.to_owned();
    for n in 0..count {
        let comma = if n == 0 { "" } else { "," };
        let (second, party) = (n % 60, n % 2);
        let _ = write!(
            text,
            "{comma}{{\"type\": \"text\", \"start\": \"2026-11-01T10:00:{second:02}Z\", \"parties\": [{party}], \"mediatype\": \"text/plain\", \"body\": \"Guten Tag, hier spricht Nummer {n}, ich hätte gern\\nmehr\"}}"
        );
    }
    text + "]}"
}

/// Reads it as our connector does: one file of a table, all that is kept of it.
async fn ours(store: &Files) {
    let schema = store.schema().await.expect("a folder");
    let columns = ["subject", "parties", "created_at", "dialogs"];
    let columns: Vec<_> = columns.iter().filter_map(|c| schema.tables[0].column(c)).collect();
    let mut session = store.session(Mode::Read).await.expect("a session");
    let mut rows = 0;
    let mut sink = |row| {
        black_box(row);
        rows += 1;
        ControlFlow::Continue(())
    };
    session.sweep(0, &columns, &mut sink).await.expect("a conversation");
    assert_eq!(rows, 1);
}

/// The same file as one value.
fn whole(file: &Path) {
    let bytes = std::fs::read(file).expect("it was written");
    let value: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    if let Some(payload) = value.get("payload").and_then(Value::as_str) {
        let inner = BASE64URL_NOPAD.decode(payload.as_bytes()).expect("it was encoded");
        black_box(serde_json::from_slice::<Value>(&inner).expect("it is JSON"));
    }
    black_box(value);
}

fn conversations(bench: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread().build().expect("a runtime");
    // Unoptimized the files are small: then nobody asks for figures.
    let (bytes, count) = if cfg!(debug_assertions) { (30_000, 170) } else { (22_500_000, 175_000) };
    let text = texts(count);
    let payload = BASE64URL_NOPAD.encode(text.as_bytes());
    let signed = format!("{{\"signatures\":[],\"payload\":\"{payload}\"}}");
    let mut group = bench.benchmark_group("conversation");
    group.sample_size(10);
    for (name, text) in [("sound", sound(bytes)), ("texts", text), ("signed", signed)] {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("one.vcon.json");
        std::fs::write(&file, &text).expect("room");
        let kind = Kind {
            table: "vcons".into(),
            glob: "*.vcon.json".into(),
            format: Format::Vcon,
            columns: Vec::new(),
        };
        let store = Files::open("store", folder.path(), vec![kind]).expect("a folder");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("ours", name), |b| {
            b.iter(|| runtime.block_on(ours(&store)));
        });
        group.bench_function(BenchmarkId::new("serde_json", name), |b| b.iter(|| whole(&file)));
    }
    group.finish();
}

criterion_group!(benches, conversations);
criterion_main!(benches);

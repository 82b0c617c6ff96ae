//! Files as another implementation writes and reads them, and files that are broken.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use abide_columnar::{Error, Like, Reader, Writer};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

type Row = Vec<(usize, Option<String>)>;

fn open(path: &Path) -> Result<Reader, Error> {
    Reader::new(File::open(path)?)
}

fn rows(path: &Path) -> Result<Vec<Row>, Error> {
    let mut reader = open(path)?;
    let mut rows = Vec::new();
    loop {
        let mut row = Row::new();
        if !reader.next(|column, value| row.push((column, value.map(str::to_owned))))? {
            return Ok(rows);
        }
        rows.push(row);
    }
}

fn write(path: &Path, columns: &[(String, Like)], rows: &[Vec<String>]) -> Result<(), Error> {
    let mut writer = Writer::new(File::create(path)?, columns)?;
    for row in rows {
        writer.row(row.iter().map(String::as_str))?;
    }
    writer.end()
}

fn texts(names: &[&str]) -> Vec<(String, Like)> {
    names.iter().map(|name| ((*name).to_owned(), Like::Text)).collect()
}

fn python(python: &str, script: &str, path: &Path) -> String {
    let run = Command::new(python).args(["-c", script]).arg(path).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

const MAKE: &str = r"
import sys, datetime, decimal, pyarrow as pa, pyarrow.parquet as pq
utc = datetime.timezone.utc
t = pa.table({
    'name': pa.array(['Åsa', None, ''], pa.string()),
    'n': pa.array([1, -2, None], pa.int32()),
    'big': pa.array([2**63, 0, None], pa.uint64()),
    'x': pa.array([0.1, float('nan'), None], pa.float64()),
    'day': pa.array([datetime.date(1985, 3, 12), None, datetime.date(1, 1, 1)], pa.date32()),
    'at': pa.array([datetime.datetime(2026, 11, 26, 10, 7, 33, tzinfo=utc), None, None], pa.timestamp('us', 'UTC')),
    'wall': pa.array([datetime.datetime(2026, 11, 26, 10, 7, 33, 5000), None, None], pa.timestamp('ns')),
    'price': pa.array([decimal.Decimal('-12.05'), None, decimal.Decimal('3.00')], pa.decimal128(9, 2)),
    'ok': pa.array([True, False, None]),
    'tags': pa.array([['a', 'b'], [], None], pa.list_(pa.string())),
    'who': pa.array([{'tel': '1'}, None, {'tel': None}], pa.struct([('tel', pa.string())])),
})
for packing in ['none', 'snappy', 'gzip', 'lz4', 'zstd', 'brotli']:
    for version in ['1.0', '2.0']:
        pq.write_table(t, f'{sys.argv[1]}/{packing}-{version}.parquet', compression=packing, data_page_version=version)
        # Not by a dictionary: differences, lengths apart from bytes, bytes of numbers apart.
        ways = {'name': 'DELTA_BYTE_ARRAY', 'n': 'DELTA_BINARY_PACKED', 'x': 'BYTE_STREAM_SPLIT', 'who.tel': 'DELTA_LENGTH_BYTE_ARRAY'}
        pq.write_table(t, f'{sys.argv[1]}/{packing}-{version}-ways.parquet', compression=packing, data_page_version=version,
                       use_dictionary=False, column_encoding=ways)
";

/// The rows of that table: every value that is there.
const MADE: [&[&str]; 3] = [
    &[
        "Åsa",
        "1",
        "9223372036854775808",
        "0.1",
        "1985-03-12",
        "2026-11-26T10:07:33Z",
        "2026-11-26T10:07:33.005",
        "-12.05",
        "true",
        "a",
        "b",
        "1",
    ],
    &["-2", "0", "NaN", "false"],
    &["", "0001-01-01", "3.00"],
];

#[test]
fn what_another_program_writes_is_read() {
    let Some(program) = abide_tests::python("pyarrow") else { return };
    let folder = tempfile::tempdir().unwrap();
    python(&program, MAKE, folder.path());
    for packing in ["none", "snappy", "gzip", "lz4", "zstd"] {
        for version in ["1.0", "2.0", "1.0-ways", "2.0-ways"] {
            let found = rows(&folder.path().join(format!("{packing}-{version}.parquet"))).unwrap();
            assert_eq!(found.len(), 3, "{packing} {version}");
            for (row, expected) in found.iter().zip(MADE) {
                let values: Vec<_> = row.iter().filter_map(|(_, value)| value.as_deref()).collect();
                assert_eq!(values, expected, "{packing} {version}");
            }
        }
    }
    let packed = rows(&folder.path().join("brotli-1.0.parquet")).unwrap_err();
    assert!(packed.to_string().contains("packed with BROTLI"), "{packed}");
}

/// Every way of packing and writing values, with some bytes wrong: reading ends, with no more rows than there may be.
#[test]
fn wrong_bytes_in_what_another_program_writes_end_nothing() {
    let Some(program) = abide_tests::python("pyarrow") else { return };
    let folder = tempfile::tempdir().unwrap();
    python(&program, MAKE, folder.path());
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    assert_eq!(names.len(), 24);
    let change = (any::<prop::sample::Index>(), any::<u8>());
    for whole in names.iter().map(|name| std::fs::read(name).unwrap()) {
        let config = Config { cases: 200, rng_seed: RngSeed::Fixed(7), ..Config::default() };
        TestRunner::new(config)
            .run(&prop::collection::vec(change.clone(), 1..6), |changes| {
                let mut bytes = whole.clone();
                for (place, wrong) in changes {
                    bytes[place.index(whole.len())] = wrong;
                }
                prop_assert!(read_bytes(&bytes).map_or(0, |rows| rows.len()) < 1 << 16);
                Ok(())
            })
            .unwrap();
    }
}

const SHOW: &str = r"
import sys, pyarrow.parquet as pq
t = pq.read_table(sys.argv[1])
for f in t.schema: print(f.name, f.type)
print(t.to_pylist())
";

#[test]
fn another_program_reads_what_is_written_in_the_types_that_were_read() {
    let Some(program) = abide_tests::python("pyarrow") else { return };
    let folder = tempfile::tempdir().unwrap();
    python(&program, MAKE, folder.path());
    let from = folder.path().join("none-1.0.parquet");
    let reader = open(&from).unwrap();
    let flat = reader.columns().iter().filter(|c| !c.repeated);
    let columns: Vec<_> = flat.map(|c| (c.name.clone(), Like::Column(c.clone()))).collect();
    let again = folder.path().join("again.parquet");
    let repeated = reader.columns().iter().position(|c| c.repeated).unwrap();
    let values = rows(&from).unwrap().into_iter().map(|row| {
        let flat = row.into_iter().filter(|(column, _)| *column != repeated);
        flat.map(|(_, value)| value.unwrap_or_default()).collect()
    });
    write(&again, &columns, &values.collect::<Vec<Vec<String>>>()).unwrap();
    let (before, after) = (python(&program, SHOW, &from), python(&program, SHOW, &again));
    for column in [
        "name string",
        "n int32",
        "big uint64",
        "x double",
        "day date32[day]",
        "at timestamp[us, tz=UTC]",
        "wall timestamp[ns]",
        "ok bool",
    ] {
        assert!(before.contains(column) && after.contains(column), "{column} {after}");
    }
    assert!(after.contains("price string") && after.contains("'price': '-12.05'"), "{after}");
    assert!(after.contains("'big': 9223372036854775808"), "{after}");
    assert!(after.contains("datetime.date(1985, 3, 12)"), "{after}");
    let number = reader.columns().iter().find(|c| c.name == "n").unwrap().clone();
    let wrong = [vec!["secret".to_owned()]];
    let error = write(&again, &[("n".to_owned(), Like::Column(number))], &wrong).unwrap_err();
    assert!(error.to_string().contains("`n`") && !error.to_string().contains("secret"));
}

fn small() -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().unwrap();
    let row = |n: u32| vec![format!("row {}", n % 7), n.to_string()];
    write(file.path(), &texts(&["a", "b"]), &(0..40).map(row).collect::<Vec<_>>()).unwrap();
    std::fs::read(file.path()).unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<Vec<Row>, Error> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    rows(file.path())
}

#[test]
fn a_file_that_is_cut_off_is_an_error() {
    let whole = small();
    assert_eq!(read_bytes(&whole).unwrap().len(), 40);
    for end in 0..whole.len() {
        assert!(read_bytes(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_byte_that_is_wrong_ends_nothing() {
    let whole = small();
    let mut errors = 0;
    for place in 0..whole.len() {
        for wrong in [0x00, 0xff, whole[place] ^ 1, whole[place] ^ 0x80] {
            let mut bytes = whole.clone();
            bytes[place] = wrong;
            errors += usize::from(read_bytes(&bytes).is_err());
        }
    }
    assert!(errors > whole.len() / 2, "{errors} of {}", 4 * whole.len());
}

#[test]
fn absurd_lengths_are_refused() {
    let mut bytes = b"PAR1".to_vec();
    bytes.extend([0; 64]);
    for length in [u32::MAX, 1 << 30, 65] {
        let mut file = bytes.clone();
        file.extend(length.to_le_bytes());
        file.extend(b"PAR1");
        assert!(matches!(read_bytes(&file), Err(Error::NotParquet)), "{length}");
    }
    for none in ["", "PAR1", "PAR1PAR1PAR1", "not a table at all"] {
        assert!(read_bytes(none.as_bytes()).is_err(), "{none}");
    }
}

#[test]
fn a_schema_deeper_than_any_stack_is_refused() {
    let groups = 1 << 21;
    let mut bytes = b"PAR1\x15\x02\x19\xfc\x81\x80\x80\x01".to_vec();
    bytes.extend([0x48, 1, b'a', 0x15, 2, 0].repeat(groups));
    bytes.extend([0x15, 2, 0x25, 0, 0x18, 1, b'a', 0, 0x16, 0, 0x19, 0x0c, 0]);
    let length = bytes.len() as u32 - 4;
    bytes.extend(length.to_le_bytes());
    bytes.extend(b"PAR1");
    let error = read_bytes(&bytes).unwrap_err();
    assert!(error.to_string().contains("64 levels"), "{error}");
}

#[test]
fn many_rows_make_many_groups() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let rows: Vec<Vec<String>> = (0..200_000).map(|n| vec![n.to_string()]).collect();
    write(file.path(), &texts(&["n"]), &rows).unwrap();
    let again = self::rows(file.path()).unwrap();
    assert_eq!(again.len(), rows.len());
    assert!(again.iter().zip(&rows).all(|(a, b)| a[0].1.as_deref() == Some(b[0].as_str())));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn texts_come_back(rows in prop::collection::vec(prop::collection::vec("\\PC{0,20}", 3), 0..60)) {
        let file = tempfile::NamedTempFile::new().unwrap();
        write(file.path(), &texts(&["a", "b", "c"]), &rows).unwrap();
        let value = |(_, value): (usize, Option<String>)| value.unwrap();
        let again = self::rows(file.path()).unwrap().into_iter();
        let again: Vec<Vec<String>> = again.map(|row| row.into_iter().map(value).collect()).collect();
        prop_assert_eq!(again, rows);
    }
}

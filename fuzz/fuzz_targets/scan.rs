//! What must hold for every text and file that is scanned; the targets differ in the names that say what is read.

use std::io::Write;
use std::sync::LazyLock;

use abide_detect::Finder;
use abide_scan::{Event, Limits, Origin, Scanner};

/// What a packed file may unpack to, so that a bomb ends soon.
const UNPACKED: u64 = 1 << 20;

static SCANNER: LazyLock<Scanner> =
    LazyLock::new(|| Scanner::new(Finder::default(), Limits { unpacked: UNPACKED }, 1));

/// Each part of each piece stands where it is said to stand, and each finding lies in the text.
pub fn pasted(name: &str, bytes: &[u8]) {
    let read = SCANNER.pasted(name, String::from_utf8_lossy(bytes).into_owned(), 0);
    let points: Vec<char> = read.text.chars().collect();
    for seen in &read.seen {
        for part in &seen.piece.parts {
            let text: Vec<char> = seen.piece.text[part.place.clone()].chars().collect();
            match &part.origin {
                Origin::Text { start, .. } => {
                    let start = *start as usize;
                    assert_eq!(points[start..start + text.len()], text);
                }
                Origin::Escaped { starts, .. } => {
                    assert_eq!(starts.len(), text.len() + 1);
                    assert!(starts.is_sorted() && *starts.last().unwrap() as usize <= points.len());
                }
                Origin::Value { record, .. } => assert!(*record > 0),
            }
        }
        for hit in &seen.hits {
            assert!(hit.place.start < hit.place.end);
            assert!(hit.place.record.is_some() || hit.place.end as usize <= points.len());
        }
    }
}

/// A file of these bytes is read to an end that is told, within the limit.
pub fn file(name: &str, bytes: &[u8]) {
    let folder = std::env::temp_dir().join(format!("abide-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    let (mut ends, mut read) = (0, 0);
    SCANNER.scan(&[path], |event| {
        match event {
            Event::Done { bytes, .. } => (ends, read) = (ends + 1, read + bytes),
            Event::Binary(_) | Event::Failed(..) | Event::Archive { .. } => ends += 1,
            Event::Hit(_, hit) => assert!(hit.place.start < hit.place.end),
            Event::Miss(..) | Event::Columns(..) => {}
        }
        true
    });
    assert!(ends > 0);
    // A byte that is no text becomes a character of three; labels come before values.
    assert!(!bytes.starts_with(b"PK") || read <= UNPACKED * 16);
}

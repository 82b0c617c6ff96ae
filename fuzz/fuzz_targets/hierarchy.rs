//! Hierarchies of tables: whatever the text, reading ends; what was read has every value in one group of each level, and
//! groups only grow.
#![no_main]

use abide_anonymize::table::Hierarchy;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(hierarchy) = Hierarchy::parse(&text, ';') else { return };
    for value in 0..hierarchy.leaves() as u32 {
        let mut share = 0.0;
        for level in 0..hierarchy.height() {
            assert!((hierarchy.group(value, level) as usize) < hierarchy.groups(level));
            assert!(hierarchy.share(value, level) >= share);
            share = hierarchy.share(value, level);
        }
    }
});

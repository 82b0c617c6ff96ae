//! How much of a document is accepted. Beyond it, reading is an error with a place: nothing is cut off silently.

/// The longest source, in bytes: a vCon with an hour of recording inside is about 80 MB.
pub const BYTES: usize = 256 << 20;
/// The longest line of a subtitle file, a plain transcript or a call record, in bytes.
pub const LINE: usize = 1 << 20;
/// Values in a JSON document.
pub const NODES: usize = 4_000_000;
/// How deep JSON may be.
pub const DEPTH: usize = 128;
/// Text parts of a document: cues, lines, cells, strings.
pub const PARTS: usize = 2_000_000;
/// Documents inside documents: a transcript in a vCon in a signature is 2.
pub const NESTING: usize = 3;

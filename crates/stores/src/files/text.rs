//! What of a file can be read as text, whatever it is called.
//!
//! Owns: telling text from anything else, by a name that promises recordings and the like and by the first bytes, and which of its
//! bytes are which encoding: UTF-8, UTF-16 with its mark (The Unicode Standard, 23.8), and what is no UTF-8 as Windows-1252, of
//! which Latin-1 is a part. Leaves to others: the encodings themselves (`encoding_rs`, WHATWG Encoding Standard), opening and
//! unpacking (`beside`, `source`).

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::whole::media_type;
use crate::Unread;

/// So many first bytes tell whether a file is text.
const HEAD: usize = 8 << 10;
/// No character has more bytes, and no mistake with what was read behind it.
const LONGEST_SIGN: usize = 8;

/// Endings of names that promise no text.
const ENDINGS: &[(&[&str], Unread)] = &[
    (
        &[".zip", ".7z", ".rar", ".bz2", ".xz", ".zst", ".lz4", ".tar", ".tgz", ".jar"],
        Unread::Packed,
    ),
    (
        &[
            ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".pages",
            ".numbers", ".msg",
        ],
        Unread::Document,
    ),
    (&[".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic"], Unread::Picture),
    (&[".aac", ".amr", ".gsm", ".wma", ".aif", ".aiff"], Unread::Audio),
    (&[".avi", ".mov", ".mkv", ".wmv"], Unread::Video),
];

/// Endings of databases, also of what lies beside them. They are never opened: a file of SQLite's that this process opened and closed
/// would let go of its locks.
const DATABASES: &[&str] = &[".db", ".sqlite", ".sqlite3", ".db3"];
const BESIDE_THEM: &[&str] = &["-wal", "-shm", "-journal"];

/// First bytes of what is no text.
const MAGIC: &[(&[u8], Unread)] = &[
    (b"PK\x03\x04", Unread::Packed),
    (b"7z\xbc\xaf\x27\x1c", Unread::Packed),
    (b"Rar!\x1a\x07", Unread::Packed),
    (b"\xfd7zXZ\0", Unread::Packed),
    (b"BZh", Unread::Packed),
    (b"\x28\xb5\x2f\xfd", Unread::Packed),
    (b"\x1f\x8b", Unread::Packed),
    (b"SQLite format 3\0", Unread::Database),
    (b"%PDF", Unread::Document),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unread::Document),
    (b"\x89PNG", Unread::Picture),
    (b"\xff\xd8\xff", Unread::Picture),
    (b"GIF8", Unread::Picture),
    (b"ID3", Unread::Audio),
    (b"OggS", Unread::Audio),
    (b"fLaC", Unread::Audio),
];

/// What a file is by its name, if that promises no text: such a file is not opened.
pub(super) fn by_name(file: &str) -> Option<Unread> {
    let name = file.rsplit('/').next().unwrap_or(file).to_ascii_lowercase();
    let base = BESIDE_THEM.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    if DATABASES.iter().any(|end| base.ends_with(end)) {
        return Some(Unread::Database);
    }
    let by_type = media_type(file).map(|media| match media.split('/').next() {
        Some("audio") => Unread::Audio,
        Some("video") => Unread::Video,
        Some("image") => Unread::Picture,
        _ => Unread::Document,
    });
    let listed = ENDINGS.iter().find(|(ends, _)| ends.iter().any(|end| name.ends_with(end)));
    by_type.or_else(|| listed.map(|(_, what)| *what))
}

/// Makes characters of bytes, as they come. What is not yet a character waits in it: a few bytes.
pub(super) struct Decoder {
    of: encoding_rs::Decoder,
    /// The last bytes of what went in: among them those that are no character.
    last: Vec<u8>,
}

impl Decoder {
    /// By the first bytes of a file, of which it tells how many are a mark.
    pub(super) fn of(first: &[u8]) -> Result<(Self, usize), Unread> {
        let with = |encoding: &'static Encoding, skip| {
            let of = encoding.new_decoder_without_bom_handling();
            Ok((Self { of, last: Vec::with_capacity(2 * LONGEST_SIGN) }, skip))
        };
        let is_wide = first.starts_with(b"\xff\xfe\0\0");
        match first {
            [0xff, 0xfe, ..] if !is_wide => return with(UTF_16LE, 2),
            [0xfe, 0xff, ..] => return with(UTF_16BE, 2),
            _ => {}
        }
        if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| first.starts_with(magic)) {
            return Err(*what);
        }
        match (first.get(..4), first.get(4..8), first.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WAVE")) => return Err(Unread::Audio),
            (Some(b"RIFF"), _, Some(b"WEBP")) => return Err(Unread::Picture),
            (_, Some(b"ftyp"), _) => return Err(Unread::Video),
            _ => {}
        }
        let head = first.get(..HEAD).unwrap_or(first);
        let is_odd = |byte: &&u8| matches!(byte, 1..=8 | 11 | 14..=26 | 28..=31 | 127);
        if head.contains(&0) || head.iter().filter(is_odd).count() > head.len() / 10 {
            return Err(Unread::Other);
        }
        with(UTF_8, if first.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 })
    }

    /// Appends the characters that the next bytes end.
    pub(super) fn push(&mut self, bytes: &[u8], into: &mut String) {
        self.decode(bytes, into, false);
    }

    /// Appends what the file ends with, though it is no whole character.
    pub(super) fn end(mut self, into: &mut String) {
        self.decode(&[], into, true);
    }

    fn decode(&mut self, mut bytes: &[u8], into: &mut String, is_last: bool) {
        loop {
            let most = self.of.max_utf8_buffer_length_without_replacement(bytes.len());
            into.reserve(most.unwrap_or(bytes.len()));
            let (result, read) = self.of.decode_to_string_without_replacement(bytes, into, is_last);
            let (taken, rest) = bytes.split_at_checked(read).unwrap_or((bytes, &[]));
            bytes = rest;
            self.last
                .extend_from_slice(taken.get(read.saturating_sub(LONGEST_SIGN)..).unwrap_or(taken));
            self.last.drain(..self.last.len().saturating_sub(LONGEST_SIGN));
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(count, after) => self.odd((count, after), into),
            }
        }
    }

    /// Appends what is no character: so many bytes, and so many came behind them.
    fn odd(&self, (count, after): (u8, u8), into: &mut String) {
        if self.of.encoding() != UTF_8 {
            into.push(char::REPLACEMENT_CHARACTER);
            return;
        }
        let end = self.last.len().saturating_sub(after.into());
        let odd = self.last.get(end.saturating_sub(count.into())..end).unwrap_or_default();
        into.push_str(&WINDOWS_1252.decode_without_bom_handling(odd).0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8], piece: usize) -> Result<String, Unread> {
        let (mut decoder, skip) = Decoder::of(bytes)?;
        let mut text = String::new();
        bytes[skip..].chunks(piece.max(1)).for_each(|piece| decoder.push(piece, &mut text));
        decoder.end(&mut text);
        Ok(text)
    }

    fn wide(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn texts_of_many_encodings_are_read() {
        let latin = b"J\xfcrgen O\x92Neill, \x80 5".as_slice();
        for piece in 1..6 {
            assert_eq!(read(latin, piece).unwrap(), "Jürgen O’Neill, € 5");
            assert_eq!(read("\u{feff}Ödön 🎧".as_bytes(), piece).unwrap(), "Ödön 🎧");
            for big in [true, false] {
                assert_eq!(read(&wide("Ödön 🎧", big), piece).unwrap(), "Ödön 🎧");
            }
            assert_eq!(
                read("abc\u{fc}".as_bytes().split_last().unwrap().1, piece).unwrap(),
                "abcÃ"
            );
        }
        assert_eq!(read(b"", 1).unwrap(), "");
        // What has no sign in Windows-1252 stays as it is; half a character of UTF-16 is said to be one.
        assert_eq!(read(b"a\x81\xff", 1).unwrap(), "a\u{81}ÿ");
        assert_eq!(read(b"\xff\xfea\0\x3d\xd8b\0\x3d", 1).unwrap(), "a\u{fffd}b\u{fffd}");
    }

    #[test]
    fn what_is_no_text_is_told_from_it() {
        for (head, what) in [
            (&b"RIFF\x10\0\0\0WAVEfmt "[..], Unread::Audio),
            (b"ID3\x03", Unread::Audio),
            (b"PK\x03\x04word/document.xml", Unread::Packed),
            (b"SQLite format 3\0\x10\0", Unread::Database),
            (b"%PDF-1.7\n", Unread::Document),
            (b"\x89PNG\r\n", Unread::Picture),
            (b"\0\0\0\x18ftypmp42", Unread::Video),
            (b"a\0b\0c\0", Unread::Other),
            (b"\xff\xfe\0\0a\0\0\0", Unread::Other),
            (b"\x01\x02\x03\x04text", Unread::Other),
        ] {
            assert_eq!(Decoder::of(head).err(), Some(what), "{head:?}");
        }
        for (name, what) in [
            ("a/b.WAV", Some(Unread::Audio)),
            ("b.db-wal", Some(Unread::Database)),
            ("b.sqlite", Some(Unread::Database)),
            ("x.tar", Some(Unread::Packed)),
            ("x.docx", Some(Unread::Document)),
            ("x.pdf", Some(Unread::Document)),
            ("x.mp4", Some(Unread::Video)),
            ("x.png", Some(Unread::Picture)),
            ("x.csv.gz", None),
            ("wav", None),
            ("x.txt", None),
        ] {
            assert_eq!(by_name(name), what, "{name}");
        }
    }

    proptest! {
        #[test]
        fn pieces_make_no_difference(text in "\\PC{0,40}", piece in 1..9_usize, big: bool) {
            prop_assert_eq!(&read(&wide(&text, big), piece).unwrap(), &text);
            if let Ok((_, 0)) = Decoder::of(text.as_bytes()) {
                prop_assert_eq!(&read(text.as_bytes(), piece).unwrap(), &text);
            }
        }

        /// What the standard library finds to be no UTF-8, byte for byte as Windows-1252.
        #[test]
        fn what_is_no_utf_8_is_read_as_windows_1252(
            parts in proptest::collection::vec(
                prop_oneof!["\\PC{1,3}".prop_map(String::into_bytes), proptest::collection::vec(128..=255_u8, 1..4)],
                0..12,
            ),
            piece in 1..9_usize,
        ) {
            let bytes = [b"text ".to_vec(), parts.concat()].concat();
            let mut right = String::new();
            for chunk in bytes.utf8_chunks() {
                right.push_str(chunk.valid());
                right.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
            }
            prop_assert_eq!(read(&bytes, piece).unwrap(), right);
        }

        #[test]
        fn any_bytes_are_read_the_same_in_any_pieces(
            bytes in proptest::collection::vec(32..=255_u8, 0..60), piece in 1..9_usize
        ) {
            prop_assert_eq!(read(&bytes, piece), read(&bytes, 1000));
        }
    }
}

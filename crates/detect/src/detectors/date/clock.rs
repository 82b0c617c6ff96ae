//! The time of day after a date: `T03:04:05Z`, ` 12:13:52`, `:13:55:36 -0700` (ISO 8601, logs).

/// Reads bytes from left to right.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }
    fn eat(&mut self, wanted: &[u8]) -> bool {
        let found = wanted.contains(&self.peek());
        self.at += usize::from(found);
        found
    }
    /// Digits up to a number of them: how many and their value.
    fn digits(&mut self, most: usize) -> (usize, u32) {
        let (mut count, mut value) = (0, 0);
        while count < most && self.peek().is_ascii_digit() {
            value = value * 10 + u32::from(self.peek() - b'0');
            count += 1;
            self.at += 1;
        }
        (count, value)
    }
    /// Two digits below a limit.
    fn two(&mut self, below: u32) -> bool {
        let (count, value) = self.digits(2);
        count == 2 && value < below
    }
}

/// Where the time ends that is linked to a date ending at a place of the text; `None` if there is none.
pub(super) fn after(text: &str, date_end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(date_end..)?;
    let at = match bytes {
        [b' ' | b'T' | b't' | b':', ..] => 1,
        [b',', b' ', ..] => 2,
        _ => return None,
    };
    let mut reader = Reader { bytes, at };
    let (count, hour) = reader.digits(2);
    if count == 0 || hour > 24 || !reader.eat(b":") || !reader.two(60) {
        return None;
    }
    if reader.peek() == b':' {
        reader.eat(b":");
        if !reader.two(61) {
            return None;
        }
        fraction(&mut reader);
    }
    zone(&mut reader);
    let next = reader.peek();
    (!next.is_ascii_alphanumeric() && next != b':').then_some(date_end + reader.at)
}

/// A fraction of a second; after a comma only of three digits or more, since lists have commas too.
fn fraction(reader: &mut Reader<'_>) {
    let start = reader.at;
    let least = if reader.peek() == b',' { 3 } else { 1 };
    if !reader.eat(b".,") || reader.digits(9).0 < least {
        reader.at = start;
    }
}

/// `Z`, `+01:00`, ` -0700`, ` UTC`, ` pm`.
fn zone(reader: &mut Reader<'_>) {
    if reader.eat(b"Zz") {
        return;
    }
    let start = reader.at;
    reader.eat(b" ");
    let rest = reader.bytes.get(reader.at..).unwrap_or(&[]);
    let word = [&b"UTC"[..], b"GMT", b"AM", b"PM", b"am", b"pm", b"a.m.", b"p.m."];
    if let Some(word) = word.iter().find(|w| rest.starts_with(w)) {
        reader.at += word.len();
        return;
    }
    if reader.eat(b"+-") && reader.two(24) {
        reader.eat(b":");
        if reader.two(60) {
            return;
        }
    }
    reader.at = start;
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn times_after_dates() {
        for (text, time) in [
            ("T03:04:05Z", "T03:04:05Z"),
            (" 12:13:52", " 12:13:52"),
            (":13:55:36 -0700]", ":13:55:36 -0700"),
            ("T03:04:05.123+01:00 x", "T03:04:05.123+01:00"),
            (" 03:04:05,123 INFO", " 03:04:05,123"),
            (" 03:04:05,1", " 03:04:05"),
            (", 3:04 pm.", ", 3:04 pm"),
            (" 03:04 - 05:06", " 03:04"),
        ] {
            assert_eq!(after(text, 0), Some(time.len()), "{text}");
        }
        for text in
            ["", " ", " 12", " 25:00", " 12:60", " 12:00:00:00", " 1:2", "x12:00", " 12:000"]
        {
            assert_eq!(after(text, 0), None, "{text}");
        }
    }
}

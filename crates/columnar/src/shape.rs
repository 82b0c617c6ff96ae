//! How deep the schema of a file is, read before anything else: the `parquet` crate builds schemas by recursion, and one
//! that is deep enough would overflow the stack, which nothing can catch.
//!
//! A small reader of Thrift's compact protocol for the one list that matters: `FileMetaData.schema` (field 2), whose
//! elements say how many children they have (field 5). <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>

/// The deepest schema.
const DEEPEST: usize = 64;
/// The deepest value within an element.
const NESTED: usize = 8;

/// Whether the description of a file has a schema of bearable depth.
pub(crate) fn is_bearable(footer: &[u8]) -> bool {
    Thrift { bytes: footer }.schema().is_some()
}

pub(crate) struct Thrift<'a> {
    pub(crate) bytes: &'a [u8],
}

/// A field: its number and type.
type Field = (i64, u8);

impl Thrift<'_> {
    fn schema(&mut self) -> Option<()> {
        let mut last = 0;
        loop {
            match self.field(&mut last)?? {
                (2, 9) => return self.elements(),
                (_, kind) => self.skip(kind, NESTED)?,
            }
        }
    }

    fn elements(&mut self) -> Option<()> {
        let (count, kind) = self.list()?;
        // For each element that is open, its children that are still to come.
        let mut open: Vec<u64> = Vec::new();
        for _ in 0..count {
            let children = self.element(kind)?;
            while open.last() == Some(&0) {
                open.pop();
            }
            if let Some(left) = open.last_mut() {
                *left -= 1;
            }
            if children > 0 {
                open.push(children);
            }
            if open.len() > DEEPEST {
                return None;
            }
        }
        Some(())
    }

    /// How many children an element of the schema has.
    fn element(&mut self, kind: u8) -> Option<u64> {
        let (mut last, mut children) = (0, 0);
        if kind != 12 {
            return None;
        }
        while let Some(field) = self.field(&mut last)? {
            match field {
                (5, 4..=6) => children = self.number()? >> 1,
                (_, kind) => self.skip(kind, NESTED)?,
            }
        }
        Some(children)
    }

    /// A number that says how much of something there is; `None` below 0.
    pub(crate) fn size(&mut self) -> Option<u64> {
        let zigzag = self.number()?;
        (zigzag & 1 == 0).then_some(zigzag >> 1)
    }

    /// Passes over a value.
    pub(crate) fn pass(&mut self, kind: u8) -> Option<()> {
        self.skip(kind, NESTED)
    }

    /// The next field of a structure; inner `None` at its end.
    pub(crate) fn field(&mut self, last: &mut i64) -> Option<Option<Field>> {
        let head = self.byte()?;
        if head == 0 {
            return Some(None);
        }
        let number = match i64::from(head >> 4) {
            0 => {
                let zigzag = self.number()? as i64;
                zigzag >> 1 ^ -(zigzag & 1)
            }
            delta => last.checked_add(delta)?,
        };
        *last = number;
        Some(Some((number, head & 15)))
    }

    fn skip(&mut self, kind: u8, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        match kind {
            1 | 2 => {}
            3 => self.take(1)?,
            4..=6 => drop(self.number()?),
            7 => self.take(8)?,
            8 => {
                let length = self.number()?;
                self.take(usize::try_from(length).ok()?)?;
            }
            9 | 10 => {
                let (count, kind) = self.list()?;
                // Truth values have a byte each in lists.
                let kind = if kind <= 2 { 3 } else { kind };
                for _ in 0..count {
                    self.skip(kind, depth)?;
                }
            }
            12 => {
                let mut last = 0;
                while let Some((_, kind)) = self.field(&mut last)? {
                    self.skip(kind, depth)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// How many elements a list has, each at least a byte, and their type.
    fn list(&mut self) -> Option<(u64, u8)> {
        let head = self.byte()?;
        let count = if head >> 4 == 15 { self.number()? } else { u64::from(head >> 4) };
        (count <= self.bytes.len() as u64).then_some((count, head & 15))
    }
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }
    fn take(&mut self, count: usize) -> Option<()> {
        self.bytes = self.bytes.get(count..)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The description of a file whose schema is a chain of so many groups with a column at its end.
    fn chain(groups: usize) -> Vec<u8> {
        let mut footer = vec![0x15, 2, 0x19, 0xfc];
        let mut count = groups + 1;
        while count >= 0x80 {
            footer.push(count as u8 | 0x80);
            count >>= 7;
        }
        footer.push(count as u8);
        footer.extend([0x48, 1, b'a', 0x15, 2, 0].repeat(groups));
        footer.extend([0x15, 2, 0x25, 0, 0x18, 1, b'a', 0]);
        footer.extend([0x16, 0, 0x19, 0x0c, 0]);
        footer
    }

    #[test]
    fn depth_is_limited() {
        for (groups, bearable) in [(1, true), (64, true), (65, false), (1 << 21, false)] {
            assert_eq!(is_bearable(&chain(groups)), bearable, "{groups}");
        }
        assert!(!is_bearable(&[]) && !is_bearable(&[0]) && !is_bearable(&[0xff; 100]));
    }
}

//! Parquet files: row by row, each value labelled by its column. Only with the feature `parquet`; without it such a file is
//! told of, not passed over.

use std::path::Path;

use super::{Sink, Stored};
use crate::Error;

pub(crate) struct Parquet;

impl Stored for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }
    fn fits(&self, head: &[u8]) -> bool {
        head.starts_with(b"PAR1")
    }
    #[cfg(feature = "parquet")]
    fn read(&self, path: &Path, sink: &mut Sink<'_>) -> Result<(), Error> {
        rows::read(path, sink)
    }
    #[cfg(not(feature = "parquet"))]
    fn read(&self, _path: &Path, _sink: &mut Sink<'_>) -> Result<(), Error> {
        let what = "is a Parquet file, and the program was built without the feature `parquet`: build it with \
            `cargo build --release -p abide --features parquet`";
        Err(Error::Parquet(what.to_owned()))
    }
}

#[cfg(feature = "parquet")]
mod rows {
    use std::ops::ControlFlow;
    use std::path::Path;

    use abide_columnar::Reader;

    use super::Sink;
    use crate::Error;
    use crate::formats::delimited::spoken;
    use crate::formats::values::Values;

    pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Result<(), Error> {
        #[expect(clippy::disallowed_methods, reason = "the rim: whoever calls names the file")]
        let file = std::fs::File::open(path)?;
        let mut reader = Reader::new(file).map_err(named)?;
        let labels: Vec<(String, String)> =
            reader.columns().iter().map(|c| (spoken(&c.name), c.name.clone())).collect();
        let (mut values, mut record) = (Values::new(sink), 0);
        let mut flow = ControlFlow::Continue(());
        while flow.is_continue() {
            record += 1;
            let more = reader.next(|column, value| {
                let value = value.filter(|value| flow.is_continue() && !value.trim().is_empty());
                if let (Some((label, at)), Some(value)) = (labels.get(column), value) {
                    flow = values.add(label, value, at, record);
                }
            });
            if !more.map_err(named)? {
                let _ = values.hand_on();
                break;
            }
            if flow.is_continue() {
                flow = values.end_record();
            }
        }
        Ok(())
    }

    fn named(error: abide_columnar::Error) -> Error {
        match error {
            abide_columnar::Error::Io(error) => Error::Io(error),
            other => Error::Parquet(other.to_string()),
        }
    }
}

//! Tables by the endings of their names: `.parquet`, with the feature `parquet`; everything else is CSV.

use std::fs::File;
use std::path::Path;

use abide_anonymize::table::{Csv, CsvOut, Out, Rows};
use anyhow::Context;

#[cfg(feature = "parquet")]
mod parquet;

#[cfg(not(feature = "parquet"))]
mod parquet {
    //! What is said where Parquet is not built in.

    use super::{File, Out, Rows};

    const WITHOUT: &str = "this is a Parquet file, and the program was built without the feature `parquet`: build it with \
        `cargo build --release -p abide --features parquet`, or take CSV";

    pub(super) fn rows(_file: File) -> anyhow::Result<Box<dyn Rows>> {
        anyhow::bail!(WITHOUT)
    }
    pub(super) fn out<'a>(
        _file: &'a mut File,
        _like: Option<File>,
    ) -> anyhow::Result<Box<dyn Out + 'a>> {
        anyhow::bail!(WITHOUT)
    }
}

/// The rows of a table; `separator` is for CSV.
pub(crate) fn rows(path: &Path, separator: u8) -> anyhow::Result<Box<dyn Rows>> {
    let file = open(path)?;
    if is_parquet(path) {
        return parquet::rows(file).with_context(|| format!("`{}`", path.display()));
    }
    Ok(Box::new(Csv::new(file, separator)))
}

/// Where the rows of a table go; columns keep their types where both tables are Parquet.
pub(crate) fn out<'a>(
    path: &Path,
    file: &'a mut File,
    from: &Path,
    separator: u8,
) -> anyhow::Result<Box<dyn Out + 'a>> {
    if is_parquet(path) {
        let like = if is_parquet(from) { Some(open(from)?) } else { None };
        return parquet::out(file, like);
    }
    Ok(Box::new(CsvOut::new(file, separator)))
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("parquet"))
}

fn open(path: &Path) -> anyhow::Result<File> {
    #[expect(clippy::disallowed_methods, reason = "the command line names the file")]
    File::open(path).with_context(|| format!("cannot open `{}`", path.display()))
}

//! Parquet files as rows of text, and back.
//!
//! **Owns**: reading and writing Apache Parquet (format 2.x) in bounded batches, and how each type of column is written as
//! text. **Leaves to others**: what the rows mean. A crate of its own, so that what it needs is built only where it is
//! wanted (the feature `parquet` of `abide`).
//!
//! Every file is hostile: sizes are held against the file before anything is read, and what the `parquet` crate takes for
//! impossible and panics about is an error here (see `guard`).

mod guard;
mod kind;
mod pages;
mod reader;
mod shape;
mod values;
mod writer;

pub use kind::Kind;
pub use reader::{Column, Reader};
pub use writer::{Like, Writer};

/// The four bytes that a Parquet file begins and ends with.
pub const MAGIC: &[u8; 4] = b"PAR1";

/// Why a Parquet file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file itself.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is none, or its end is missing.
    #[error("the file is no Parquet file, or its end is missing: write it anew")]
    NotParquet,
    /// It contradicts itself.
    #[error("the Parquet file is damaged ({0}): write it anew")]
    Damaged(&'static str),
    /// It is packed in a way that is not supported.
    #[error(
        "the Parquet file is packed with {0}: write it with ZSTD, SNAPPY, GZIP, LZ4_RAW or unpacked"
    )]
    Packed(String),
    /// It says that it holds more than is read.
    #[error("the Parquet file has more than {most} {what}: split it")]
    Large {
        /// Of what.
        what: &'static str,
        /// The limit.
        most: u64,
    },
    /// A value does not have the type of its column; values are personal data and are not told.
    #[error("a value of the column `{0}` is not of the column's type")]
    Value(String),
    /// It cannot be written.
    #[error("the Parquet file cannot be written")]
    Write,
}

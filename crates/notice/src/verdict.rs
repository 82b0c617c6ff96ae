//! Verdicts and compact policies as pictures: the grid of cells and the row of tokens.
//!
//! Owns: their shape as values. Leaves to others: what user agents decide (`abide-agents`), how they look
//! ([`crate::html`]), and the words in them ([`crate::Locale`]).

use crate::block::{Line, Meaning};

/// A grid of verdicts: rows are contexts and kinds of cookie, columns are levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// What the column of row heads holds.
    pub corner: String,
    /// The levels.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Context and kind of cookie.
    pub head: String,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it means: gives shape and colour.
    pub meaning: Meaning,
    /// What is done, in a word.
    pub word: String,
    /// Why; shown on demand.
    pub reason: String,
}

/// A compact policy, token by token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenRow {
    /// What the row is, for readers who do not see it.
    pub label: String,
    /// The tokens in order.
    pub tokens: Vec<Token>,
}

/// One token of a compact policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As written.
    pub text: String,
    /// The name of its kind for the style sheet: `purpose`, `recipient`, `category`, `unknown`.
    pub kind: &'static str,
    /// What it says, in a sentence.
    pub meaning: String,
    /// What is to be said of its spelling.
    pub remark: Option<Line>,
}

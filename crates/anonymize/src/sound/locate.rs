//! From what was said to when and in which channel it was said.

use abide_calls::{Document, Turn};

use super::{Stretch, Why};
use crate::text::{Called, Operator};

/// Where in a recording the findings of a document are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Located {
    /// Each with the number of its text, as [`Document::texts`] counts.
    pub stretches: Vec<(usize, Stretch)>,
    /// The texts with a finding of which the document does not say when it was said.
    pub untimed: Vec<usize>,
}

/// When that was said which is replaced in a document, and in which channel by `channel`.
///
/// What stands in fields was not said. A form of address or a country that stays what it was stays in the sound too.
#[must_use]
pub fn locate(
    document: &Document,
    called: &Called,
    channel: impl Fn(&Turn) -> Option<usize>,
) -> Located {
    let turns = document.conversation().turns;
    let mut located = Located::default();
    for change in called.changes.iter().filter(|c| c.operator != Operator::Keep) {
        let Ok(at) = turns.binary_search_by_key(&change.part, |turn| turn.part) else { continue };
        let Some(turn) = turns.get(at) else { continue };
        let mut edits = called.edits.iter();
        let same = |with: &str| turn.text.get(change.range.clone()) == Some(with);
        let stays = matches!(change.operator, Operator::Generalize | Operator::Town)
            && edits.any(|e| e.part == change.part && e.range == change.range && same(&e.with));
        if stays {
            continue;
        }
        match turn.times(&change.range) {
            Some(times) => {
                let why = Why::Said(change.kind);
                located.stretches.push((turn.part, Stretch { times, channel: channel(turn), why }));
            }
            None => located.untimed.push(turn.part),
        }
    }
    located.untimed.dedup();
    located
}

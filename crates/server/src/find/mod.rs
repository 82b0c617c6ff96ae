//! What is in a text that somebody pasted, as it is shown: the text with its findings marked, which kinds there are, and
//! the evidence of each.
//!
//! Owns: what is shown and how much of it. Leaves to others: finding (`abide_scan`), the words (`words`, with
//! `locales/<lang>/detect.ftl`), HTTP (`crate::routes::finding`).

mod evidence;
mod family;
mod marked;
mod words;

use std::collections::BTreeMap;

use abide_detect::finder::Options;
use abide_detect::{Finder, Kind};
use abide_notice::block::Block;
use abide_notice::{Locale, say};
use abide_policy::vocab::Vocabulary;
use abide_scan::{Hit, Limits, Pasted, Scanner, report};

pub(crate) use evidence::Entry;
pub(crate) use marked::View;

/// Most bytes of a text that is looked at.
pub(crate) const MAX_TEXT: usize = 1 << 20;
/// Most findings that a page shows; the others are in the JSON Lines.
const MOST_SHOWN: usize = 1000;
/// Most near misses that a page shows.
const MOST_MISSES: usize = 100;

/// What looks for personal data; made once.
pub(crate) fn scanner() -> Scanner {
    let finder = Finder::new(Options { explain: true, ..Options::default() });
    Scanner::new(finder, Limits::default(), 1)
}

/// All findings of a text, in order.
pub(crate) fn hits(pasted: &Pasted) -> impl Iterator<Item = &Hit> {
    pasted.seen.iter().flat_map(|seen| &seen.hits)
}

/// The findings as JSON Lines, in the members of `abide scan --text-jsonl`.
pub(crate) fn lines(pasted: &Pasted) -> String {
    let line =
        |hit: &Hit| serde_json::json!(report::finding(&hit.finding, &hit.place)).to_string() + "\n";
    hits(pasted).map(line).collect()
}

/// What a page shows of a text.
pub(crate) struct Shown {
    /// How much was found, in a sentence.
    pub(crate) summary: String,
    /// Whether anything was found.
    pub(crate) any: bool,
    /// What is not shown, in a sentence; empty if everything is.
    pub(crate) left_out: String,
    /// The kinds, the most frequent first.
    pub(crate) legend: Vec<Row>,
    /// The text with its marks.
    pub(crate) view: View,
    /// The evidence of each mark.
    pub(crate) evidence: Vec<Entry>,
    /// What looked like a finding and is none.
    pub(crate) misses: Vec<Block>,
    /// How many of them there are.
    pub(crate) missed: usize,
}

/// One kind in the legend.
pub(crate) struct Row {
    /// The class of its marks.
    pub(crate) family: &'static str,
    /// Its name.
    pub(crate) kind: String,
    /// How often it was found.
    pub(crate) count: String,
    /// The category that a statement must declare for it, in words.
    pub(crate) category: String,
    /// The same as policies write it.
    pub(crate) code: &'static str,
}

impl Shown {
    /// What is shown of this text to a reader of this language.
    pub(crate) fn of(locale: &Locale, pasted: &Pasted) -> Self {
        let count = hits(pasted).count();
        let view = View::of(locale, pasted, MOST_SHOWN);
        let left_out = if count > MOST_SHOWN || view.is_cut() {
            say!(locale, "find-left-out", n = locale.number(count.min(MOST_SHOWN) as u64))
        } else {
            String::new()
        };
        Self {
            summary: summary(locale, pasted, count),
            any: count > 0,
            left_out,
            legend: legend(locale, pasted),
            view,
            evidence: evidence::entries(locale, pasted, MOST_SHOWN),
            misses: evidence::misses(locale, pasted, MOST_MISSES),
            missed: pasted.seen.iter().map(|seen| seen.misses.len()).sum(),
        }
    }
}

fn summary(locale: &Locale, pasted: &Pasted, count: usize) -> String {
    if pasted.text.trim().is_empty() {
        return locale.say("find-empty");
    }
    let read = locale.say(&format!("find-read-{}", pasted.format));
    let kinds = hits(pasted).map(|h| h.finding.kind).collect::<std::collections::BTreeSet<_>>();
    let found = match count {
        0 => locale.say("find-none"),
        _ => say!(locale, "find-some", n = count, kinds = kinds.len()),
    };
    format!("{found} {read}")
}

fn legend(locale: &Locale, pasted: &Pasted) -> Vec<Row> {
    let mut counts = BTreeMap::<Kind, u64>::new();
    for hit in hits(pasted) {
        *counts.entry(hit.finding.kind).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let row = |(kind, count): (Kind, u64)| Row {
        family: family::of(kind),
        kind: words::kind(locale, kind),
        count: locale.number(count),
        category: locale.word(kind.category()),
        code: kind.category().word(),
    };
    counts.into_iter().map(row).collect()
}

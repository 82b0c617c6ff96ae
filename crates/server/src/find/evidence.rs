//! The evidence of each finding, and the reasons of near misses, as parts of a page.

use abide_detect::{Finding, Miss};
use abide_notice::block::{Block, Fact, Line};
use abide_notice::html::{self, Html};
use abide_notice::{Locale, say};
use abide_policy::vocab::Vocabulary;
use abide_scan::{Hit, Pasted, Piece, Place};

use super::{family, words};

/// What there is to say of one finding.
pub(crate) struct Entry {
    /// Which one, from 1.
    pub(crate) number: usize,
    /// The class of its look.
    pub(crate) family: &'static str,
    /// The name of its kind.
    pub(crate) kind: String,
    /// What it says.
    pub(crate) text: String,
    /// How sure it is.
    pub(crate) sure: String,
    /// The words of the link back to the text.
    pub(crate) back: String,
    /// Its facts.
    pub(crate) facts: Html,
}

/// The evidence of the first findings.
pub(crate) fn entries(locale: &Locale, pasted: &Pasted, most: usize) -> Vec<Entry> {
    let all = pasted.seen.iter().flat_map(|seen| seen.hits.iter().map(|hit| (&seen.piece, hit)));
    let entry = |(number, (piece, hit)): (usize, (&Piece, &Hit))| Entry {
        number: number + 1,
        family: family::of(hit.finding.kind),
        kind: words::kind(locale, hit.finding.kind),
        text: words::short(&hit.text),
        sure: words::sure(locale, hit.finding.score),
        back: locale.say("find-back"),
        facts: html::blocks(&[Block::Facts(facts(locale, piece, hit))], 4),
    };
    all.take(most).enumerate().map(entry).collect()
}

fn facts(locale: &Locale, piece: &Piece, hit: &Hit) -> Vec<Fact> {
    let finding = &hit.finding;
    let mut facts = Vec::new();
    if !finding.form.is_empty() {
        facts.push(Fact::line(locale.say("find-form"), Line::new().code(finding.form)));
    }
    if let Some(normal) = finding.normal.as_deref().filter(|n| **n != *hit.text) {
        facts.push(Fact::line(locale.say("find-normal"), Line::new().code(words::short(normal))));
    }
    facts.push(Fact::lines(locale.say("find-why"), reasons(locale, piece, finding)));
    let category = finding.kind.category();
    let said = say!(locale, "find-declare", category = locale.word(category));
    let line = Line::new().text(said).text(" ").code(category.word());
    facts.push(Fact::line(locale.say("find-category"), line));
    facts.push(Fact::line(locale.say("find-place"), words::place(locale, &hit.place)));
    facts
}

fn reasons(locale: &Locale, piece: &Piece, finding: &Finding) -> Vec<Line> {
    let reason = |e| locale.capital(&words::reason(locale, piece, finding, e)).into();
    finding.evidence.iter().map(reason).collect()
}

/// The first near misses, each with its reason.
pub(crate) fn misses(locale: &Locale, pasted: &Pasted, most: usize) -> Vec<Block> {
    let all = pasted.seen.iter().flat_map(|s| s.misses.iter().map(|m| (&s.piece, m)));
    let shown = all.clone().take(most).map(|(piece, miss)| line(locale, piece, miss));
    let mut blocks = vec![Block::list(shown.collect())];
    let left = all.count().saturating_sub(most);
    if left > 0 {
        blocks.push(Block::text(say!(locale, "find-misses-more", n = left)));
    }
    blocks
}

fn line(locale: &Locale, piece: &Piece, (place, miss): &(Place, Miss)) -> Line {
    let text = words::short(piece.text.get(miss.place.clone()).unwrap_or(""));
    let kind = words::kind(locale, miss.kind);
    let said = say!(locale, "find-miss", kind = kind, why = words::why(locale, miss.why));
    Line::new().code(text).text(" ").text(said).text(" ").quiet(words::place(locale, place))
}

//! State-issued numbers: national identity, tax, social security, health insurance, identity cards, passports, driving licences.
//!
//! The numbers are a table ([`row::Row`]), one file a group of countries; each file names the laws and publications that its
//! checks follow. This module weighs what is found: the form, the check digit and the words near together make the score. A
//! number without a check digit needs words that announce it; a bare number does so in any case. Where words announce a
//! number that no row knows, [`announced`] takes what stands there.
//!
//! **Leaves to others**: companies' numbers (commercial registers, VAT), vehicles' (plates), numbers of one organisation.

mod announced;
mod at_ch;
mod balkan;
mod baltic;
mod central;
mod check;
mod context;
mod de;
mod es_pt;
mod fr_benelux;
mod gb_ie;
mod nordic;
mod row;
mod south;
mod us;

use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class, STRETCH, Token};
use context::{Clarity, Context, Hint};
use row::{Compact, Country, INDEX, Proof, Written};

const TAX: SenseSet = Sense::TaxWord.set();
const SOCIAL: SenseSet = Sense::SocialWord.set();
const INSURANCE: SenseSet = Sense::InsuranceWord.set();
const IDENTITY: SenseSet = Sense::IdentityWord.set();
const PASSPORT: SenseSet = Sense::PassportWord.set();
const LICENCE: SenseSet = Sense::LicenceWord.set();
/// Words of any of these senses announce such numbers.
const OWN: SenseSet = TAX.and(SOCIAL).and(INSURANCE).and(IDENTITY).and(PASSPORT).and(LICENCE);

// Languages, as bits in the order of `lexicon::LANGUAGES`.
const GERMAN: u8 = 1;
const ENGLISH: u8 = 2;
const FRENCH: u8 = 4;
const SPANISH: u8 = 8;
const SLOVAK: u8 = 16;

/// How many words before a number are heard, and after it.
const REACH: u8 = 10;
const REACH_AFTER: u8 = 3;
/// Within how many words a clear word makes up for a check digit that does not fit.
const CLOSE: u8 = 4;
/// What a number loses without a word of its own where another number is announced.
const OTHER_ANNOUNCED: u8 = 25;

/// The table. Of two numbers that fit equally well, the earlier is taken.
static COUNTRIES: &[&Country] = &[
    &de::DE,
    &us::US,
    &gb_ie::GB,
    &at_ch::CH,
    &at_ch::AT,
    &fr_benelux::FR,
    &es_pt::ES,
    &south::IT,
    &fr_benelux::BE,
    &fr_benelux::NL,
    &fr_benelux::LU,
    &gb_ie::IE,
    &es_pt::PT,
    &central::SK,
    &central::CZ,
    &central::PL,
    &central::HU,
    &nordic::SE,
    &nordic::DK,
    &nordic::FI,
    &nordic::NO,
    &nordic::IS,
    &baltic::EE,
    &baltic::LT,
    &baltic::LV,
    &balkan::RO,
    &balkan::BG,
    &balkan::HR,
    &balkan::SI,
    &south::GR,
    &south::MT,
    &south::CY,
];

#[derive(Debug)]
pub(crate) struct NatId;

impl Detector for NatId {
    fn name(&self) -> &'static str {
        "natid"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_start), fewest: 5, mixed: true, capitals: true, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        if token.class == Class::Number
            && let Some((at_initial, letter)) = initial(at.block, at.token)
            && may_be_known(at.block, letter)
            && look_from(at.block, at_initial, letter, &mut None, found)
        {
            return;
        }
        // Nearly all numbers end here or after the next question.
        if !context::begins(at.block.text, token.start as usize) {
            return;
        }
        let known = may_be_known(at.block, token);
        let announced = token.class != Class::Word && announced::may_be(at.block, token);
        if known || announced {
            look_at(at, token, (known, announced), found);
        }
    }
}

/// Looks at a number that may be of the table, or announced, or both. Apart, since this takes room on the stack.
#[inline(never)]
fn look_at(at: &At<'_>, token: &Token, (known, announced): (bool, bool), found: &mut Found) {
    let mut before = None;
    if known && look_from(at.block, at.token, token, &mut before, found) {
        return;
    }
    if announced
        && !announced::is_continued(at.block, at.token)
        && may_be_announced(at.block, at.token)
    {
        announced::look(at.block, at.token, &mut before, found);
    }
}

/// Whether a number of the table starts with such a token.
#[inline]
fn may_be_known(block: &Block<'_>, token: &Token) -> bool {
    let end = token.end as usize;
    let [ending, going_on] = INDEX.starting(token.class, token.len(), block.byte(end));
    !ending.written.is_empty()
        || going_on.seconds != 0 && going_on.has(row::second(block.text.as_bytes(), end))
}

/// A number that starts here is long or goes on behind a sign: with digits, or letters in very few forms.
fn may_start(shape: &Shape) -> bool {
    use Beside::{Blank, Dash, Dot, High, Slash, Stuck};
    let goes_on = match shape.after {
        Blank => shape.digit_after || shape.digits == 2,
        Dash | Dot | Slash => shape.digit_after || shape.digits > 1,
        High => true,
        _ => false,
    };
    let part = shape.digit_before && matches!(shape.before, Dot | Dash | Slash);
    !part && shape.before != Stuck && (shape.digits >= 5 || goes_on)
}

/// A single letter before a number, which wakes nobody itself: `X-1234567-L`, `P 12345678`.
fn initial<'a>(block: &Block<'a>, number: usize) -> Option<(usize, &'a Token)> {
    let start = block.token(number)?.start as usize;
    let before = match block.byte(start.checked_sub(1)?) {
        b' ' => 1,
        b'-' => 2,
        _ => return None,
    };
    let at = number.checked_sub(before)?;
    let letter = block.token(at).filter(|t| t.class == Class::Word && t.len() == 1)?;
    (letter.end as usize + 1 == start).then_some((at, letter))
}

/// What was read at a place.
struct Read {
    written: &'static Written,
    end: usize,
    compact: Compact,
    holds: bool,
    score: u8,
    hint: Hint,
}

impl Read {
    /// By what the better of two is told.
    fn worth(&self) -> (u8, bool, bool, bool, u8, usize) {
        let hint = &self.hint;
        (self.score, self.holds, hint.named, hint.native, u8::MAX - hint.distance, self.end)
    }
}

/// Looks for a number of the table that starts with a token ([`may_be_known`]); whether one was found. The words before the
/// token are heard once, when something needs them.
fn look_from(
    block: &Block<'_>,
    first: usize,
    token: &Token,
    before: &mut Option<Context>,
    found: &mut Found,
) -> bool {
    let (start, end) = (token.start as usize, token.end as usize);
    let [ending, going_on] = INDEX.starting(token.class, end - start, block.byte(end));
    if !context::begins(block.text, start) {
        return false;
    }
    let second = row::second(block.text.as_bytes(), end);
    // Most numbers in text are bare, and nobody announces them: they are left before anything is read.
    let bare = !going_on.has(second) && ending.alone < POSSIBLE && !found.explain;
    if bare && (!may_be_announced(block, first) || hear(block, first, end, before).is_silent()) {
        return false;
    }
    let goes_on = |w: &&Written| second.is_none_or(|length| length == w.second);
    let mut best: Option<Read> = None;
    for written in ending.written.iter().chain(going_on.written.iter().filter(goes_on)) {
        let read = read(block, first, start, written, before);
        if let Some(read) = read
            && best.as_ref().is_none_or(|b| read.worth() > b.worth())
        {
            best = Some(read);
        }
    }
    best.is_some_and(|read| report(block, first, start, &read, found))
}

/// Whether a word that announces such numbers stands anywhere near.
fn may_be_announced(block: &Block<'_>, first: usize) -> bool {
    block.may_have(first.saturating_sub(STRETCH), first + STRETCH, OWN)
}

/// The words around a number that ends here.
fn hear(block: &Block<'_>, first: usize, end: usize, before: &mut Option<Context>) -> Context {
    before.get_or_insert_with(|| Context::before(block, first)).or_after(block, first, end)
}

/// Reads a number that is written so.
fn read(
    block: &Block<'_>,
    first: usize,
    start: usize,
    written: &'static Written,
    before: &mut Option<Context>,
) -> Option<Read> {
    let text = block.text.as_bytes();
    let (end, compact) = row::read(text, start, written.pattern)?;
    if !context::ends(block.text, end) {
        return None;
    }
    let context = hear(block, first, end, before);
    let holds = (written.row.holds)(compact.bytes());
    let hint = context.hint(written);
    let mut read = Read { written, end, compact, holds, score: 0, hint };
    read.score = score(&read, &context, context::crowded(text, &(start..end)));
    Some(read)
}

/// How sure a number is.
fn score(read: &Read, context: &Context, crowded: bool) -> u8 {
    let (row, hint) = (read.written.row, &read.hint);
    let certain = hint.named || hint.native;
    match (hint.clarity, row.proof) {
        (Clarity::None, _) => alone(read, context, crowded),
        (_, Proof::Digit | Proof::Rule) if !read.holds => {
            let close = hint.distance <= CLOSE && hint.clarity == Clarity::Whole;
            if close && certain { LIKELY } else { 0 }
        }
        (_, Proof::Form) if !read.holds => 0,
        (Clarity::Whole, Proof::Digit) => CERTAIN,
        (Clarity::Whole, Proof::Rule) if certain => CERTAIN,
        (Clarity::Whole, Proof::Rule) => STRONG,
        (Clarity::Whole, Proof::Form) if hint.distance <= CLOSE => LIKELY,
        (Clarity::Half, Proof::Digit) if certain => STRONG,
        _ => alone(read, context, crowded),
    }
}

/// How sure a number is without a word of its own.
fn alone(read: &Read, context: &Context, crowded: bool) -> u8 {
    let blanks = read.written.pattern.contains(' ');
    if !read.holds || read.compact.small || crowded && blanks {
        return 0;
    }
    let loss = if context.other { OTHER_ANNOUNCED } else { 0 };
    read.written.alone.saturating_sub(loss)
}

/// Reports what was read: a finding, or a near miss with its reason; whether it is a finding.
fn report(block: &Block<'_>, first: usize, start: usize, read: &Read, found: &mut Found) -> bool {
    let (row, place) = (read.written.row, start..read.end);
    let looks_right = read.written.alone >= POSSIBLE || read.hint.clarity != Clarity::None;
    let why = if !read.holds {
        "miss-check-digit"
    } else if context::is_amount(block, first, read.end) {
        "miss-amount"
    } else {
        "miss-context"
    };
    if read.score < POSSIBLE || why == "miss-amount" {
        if looks_right || read.holds && read.written.alone >= WEAK && row.proof == Proof::Digit {
            found.miss(Kind::NatId, row.form, place, why);
        }
        return false;
    }
    let mut finding = Finding::new(Kind::NatId, place, read.score)
        .form(row.form)
        .normal(read.compact.text())
        .because(Evidence::Pattern(read.written.pattern));
    if read.holds && row.proof != Proof::Form {
        finding = finding.because(Evidence::Check(row.form));
    }
    if let (true, Some(word)) = (read.hint.clarity != Clarity::None, block.token(read.hint.token)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
    true
}

#[cfg(test)]
mod tests;

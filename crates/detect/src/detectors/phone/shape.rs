//! Which stretch of digit groups may be a telephone number, and how sure its shape is.

use super::context::{self, Context};
use crate::lexicon::{Sense, SenseSet};
use crate::number::{Group, Run};
use crate::phone::{self, Judged, Region};
use crate::token::{Block, Class};

/// Digits of national numbers, a trunk prefix included.
pub(super) const FEWEST: usize = 7;
const MOST_NATIONAL: usize = 13;
/// Digits of international numbers, `00` included.
const MOST: usize = phone::MOST_DIGITS;
/// Groups that one number is written in.
const MOST_GROUPS: usize = 7;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `+49 …`
    Plus,
    /// `0049 …`
    Zeros,
    /// `345-899-3560`, `(345) 899-3560`
    American,
    /// `345 899 3560`
    AmericanBlanks,
    /// `345-899-3560x12`
    Extended,
    /// `0351 327294`
    Trunk,
    /// Anything else: only a word tells that it is one.
    Bare,
}

/// A stretch of text in the shape of a telephone number.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    /// First byte, byte after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// First and last token of digits.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) form: Form,
    pub(super) groups: usize,
    /// Further groups of digits stand right before or behind it.
    pub(super) amid: bool,
    /// All groups are joined by hyphens, and the middle one of three has two digits.
    pub(super) dashed: bool,
    pub(super) number: Option<Judged>,
    /// The country is known, not guessed.
    sure: bool,
    digits: [u8; MOST],
    pub(super) count: u8,
}

/// What stands before the first digit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) plus: bool,
    at: usize,
    bracket: Option<usize>,
}

impl Opening {
    /// Where the number starts; a bracket belongs to it only if it is closed within.
    pub(super) fn start(self, closed: bool) -> usize {
        self.bracket.filter(|_| closed).unwrap_or(self.at)
    }
}

/// Whether a number may start at a token: after a blank, a bracket, a `+`, or a sign that ends something else.
pub(super) fn opening(block: &Block<'_>, token: usize) -> Option<Opening> {
    let at = block.token(token)?.start as usize;
    let mut opening = Opening { plus: false, at, bracket: None };
    let mut first = token;
    while block.joined(first) {
        let sign = block.token(first - 1)?;
        if sign.class == Class::Line {
            break;
        }
        match char::from_u32(sign.hash).filter(|_| sign.class == Class::Sign)? {
            '+' if !opening.plus => (opening.plus, opening.at) = (true, sign.start as usize),
            '(' if opening.bracket.is_none() => opening.bracket = Some(sign.start as usize),
            ':' | ';' | ',' | '"' | '\'' | '=' | '>' | '[' | '{' | '|' | '<' | '\u{201e}'
            | '\u{201c}' => {
                let number = block.joined(first - 1)
                    && block.token(first.checked_sub(2)?).is_some_and(|t| t.class == Class::Number);
                return (!number || sign.is(';') || sign.is('|')).then_some(opening);
            }
            _ => return None,
        }
        first -= 1;
    }
    if opening.plus
        && let Some(bracket) = opening.bracket
    {
        opening.at = opening.at.max(bracket);
    }
    Some(opening)
}

/// The shape of the numbers that start at a group of a run; with `explain` also of those that are only near misses.
pub(super) fn of_run(block: &Block<'_>, run: &Run, from: usize, explain: bool) -> Option<Shaped> {
    let groups = run.groups();
    let first = *groups.get(from)?;
    // Most groups go on something else: the quickest look comes first.
    if matches!(first.before, b'.' | b'-' | b'/' | b':') && block.joined(first.token as usize) {
        return None;
    }
    let last = furthest(run, from)?;
    // Amid other digits, no sign between: of a form of its own, and announced, or worth a word.
    if first.before == b' ' {
        let formed = matches!(first.len, 1 | 3) || run.between(from, from).starts_with(&[0]);
        let announced =
            || context::is_announced_amid(block, first.token as usize, last_token(run, last));
        if !formed || !explain && !announced() {
            return None;
        }
    }
    let opening = opening(block, first.token as usize)?;
    let all = run.between(from, last);
    let announced =
        || context::may_be_announced(block, first.token as usize, last_token(run, last));
    let start = Start { block, run, from, last, opening };
    match *all {
        _ if opening.plus => start.international(Form::Plus),
        [0, 0, ..] => start.international(Form::Zeros),
        [0, ..] => start.trunk(),
        _ => start.american().or_else(|| if announced() { start.bare() } else { None }),
    }
}

fn last_token(run: &Run, last: usize) -> usize {
    run.groups().get(last).map_or(0, |g| g.token as usize)
}

/// The last group that can belong to a number from a group on; `None` if there are too few digits.
fn furthest(run: &Run, from: usize) -> Option<usize> {
    let groups = run.groups();
    let mut digits = usize::from(groups.get(from)?.len);
    let mut last = from;
    let others = groups.get(from + 1..)?.iter().take(MOST_GROUPS);
    for (at, group) in (from + 1..).zip(others) {
        let more = digits + usize::from(group.len);
        if matches!(group.before, b':' | b',') || more > MOST {
            break;
        }
        (digits, last) = (more, at);
    }
    (FEWEST..=MOST).contains(&digits).then_some(last)
}

/// Where a number may start, and how far it may go.
struct Start<'a> {
    block: &'a Block<'a>,
    run: &'a Run,
    from: usize,
    last: usize,
    opening: Opening,
}

impl Start<'_> {
    fn group(&self, at: usize) -> Group {
        self.run.groups().get(at).copied().unwrap_or_default()
    }
    fn lengths<const N: usize>(&self) -> [u8; N] {
        std::array::from_fn(|n| {
            if self.from + n <= self.last { self.group(self.from + n).len } else { 0 }
        })
    }
    /// The ends that a number can have, the furthest first.
    fn ends(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let digits = |end| (end, self.run.between(self.from, end));
        (self.from..=self.last).rev().map(digits).take_while(|(_, d)| d.len() >= FEWEST)
    }

    fn international(&self, form: Form) -> Option<Shaped> {
        let mut possible = None;
        for (end, digits) in self.ends() {
            if !self.closes(end) {
                continue;
            }
            let judged = phone::judge(digits, form == Form::Plus, None)
                .filter(|j| form != Form::Zeros || self.has_code(j.country));
            let Some(judged) = judged else { continue };
            if judged.assigned() {
                return self.shaped(end, form, Some(judged), true);
            }
            possible = possible.or(Some((end, judged)));
        }
        let (end, judged) = possible?;
        self.shaped(end, form, Some(judged), true)
    }

    /// Whether `00` and the calling code are written together, or `00` stands alone.
    fn has_code(&self, country: u16) -> bool {
        let length = self.group(self.from).len;
        length == 2 || u32::from(length) > 2 + country.ilog10()
    }

    /// Three, three and four digits, with or without a 1 before.
    fn american(&self) -> Option<Shaped> {
        if !matches!(self.group(self.from).len, 1 | 3) {
            return None;
        }
        let one = usize::from(self.run.between(self.from, self.from) == [1]);
        let end = self.from + one + 2;
        let lengths: [u8; 4] = self.lengths();
        if lengths.get(one..one + 3)? != [3, 3, 4] || !self.closes(end) {
            return None;
        }
        let judged =
            phone::judge(self.run.between(self.from, end), false, Some(Region::of(b"US")))?;
        let blanks = (self.from + 1..=end).all(|g| self.group(g).before == b' ');
        let form = if blanks { Form::AmericanBlanks } else { Form::American };
        self.shaped(end, form, Some(judged), !blanks || judged.assigned())
    }

    fn trunk(&self) -> Option<Shaped> {
        // A decimal fraction or a version starts with one digit and a dot.
        let fraction = self.group(self.from).len == 1
            && self
                .run
                .groups()
                .get(self.from + 1)
                .is_some_and(|g| matches!(g.before, b'.' | b'-'));
        if fraction || self.is_date() || self.slashes() > 1 {
            return None;
        }
        let hinted = context::regions(self.block, self.group(self.from).token as usize);
        let regions = hinted.unwrap_or(context::ANYWHERE);
        for (end, digits) in self.ends().filter(|(_, d)| d.len() <= MOST_NATIONAL) {
            let assigned = |r: &Region| phone::dialled(digits, *r);
            if self.closes(end)
                && let Some(judged) = regions.iter().find_map(assigned)
            {
                return self.shaped(end, Form::Trunk, Some(judged), hinted.is_some());
            }
        }
        self.unplanned(hinted.and_then(|r| r.first().copied()))
    }

    /// Anything else, to its end.
    fn bare(&self) -> Option<Shaped> {
        if self.amid() || self.is_date() {
            return None;
        }
        let (end, digits) =
            self.ends().find(|(end, d)| d.len() <= MOST_NATIONAL && self.closes(*end))?;
        let (first, last) = (self.group(self.from).token as usize, self.group(end).token as usize);
        Context::of(self.block, first, last).word()?;
        let regions = context::regions(self.block, first);
        let judged = regions.unwrap_or(&[]).iter().find_map(|r| phone::dialled(digits, *r));
        self.shaped(end, Form::Bare, judged, judged.is_some())
    }

    /// A number with trunk prefix that no plan has.
    fn unplanned(&self, region: Option<Region>) -> Option<Shaped> {
        let (end, digits) =
            self.ends().find(|(end, d)| d.len() <= MOST_NATIONAL && self.closes(*end))?;
        let judged = region.and_then(|r| phone::judge(digits, false, Some(r)));
        self.shaped(end, Form::Trunk, judged, judged.is_some())
    }

    /// Whether the groups are those of a date: `12.03.1985`, `2024-03-16`, `03/2024`.
    fn is_date(&self) -> bool {
        let [a, b, c, d]: [u8; 4] = self.lengths();
        let sign = self.run.groups().get(self.from + 1).map_or(0, |g| g.before);
        let written = matches!(sign, b'.' | b'-' | b'/');
        written
            && match (a, b, c) {
                (1 | 2, 1 | 2, 4) | (4, 2, 2) => true,
                (1 | 2, 1 | 2, 2) => d == 0 && sign != b'-',
                (2, 4, _) => {
                    self.run.value(self.from + 1).is_some_and(|y| (1900..2100).contains(&y))
                }
                _ => false,
            }
    }

    fn slashes(&self) -> usize {
        let groups = self.run.groups().get(self.from + 1..=self.last).unwrap_or(&[]);
        groups.iter().filter(|g| g.before == b'/').count()
    }

    /// Whether a number can end at a group: nothing goes on after it.
    fn closes(&self, end: usize) -> bool {
        let token = self.group(end).token as usize;
        if let Some(next) = self.run.groups().get(end + 1) {
            return match next.before {
                b' ' | b'(' => true,
                _ => !self.block.joined(next.token as usize) && !self.block.joined(token + 1),
            };
        }
        closes(self.block, token)
    }

    fn shaped(&self, end: usize, form: Form, number: Option<Judged>, sure: bool) -> Option<Shaped> {
        let closed = (self.from + 1..=end).any(|g| self.group(g).before == b')')
            || (self.from + 1..=end).any(|g| self.closing_before(g));
        let last = self.group(end).token as usize;
        let mut shaped = Shaped {
            start: self.opening.start(closed),
            end: self.block.token(last)?.end as usize,
            first: self.group(self.from).token as usize,
            last,
            form,
            groups: end - self.from + 1,
            amid: self.amid() || (end > self.from && self.group(end + 1).before == b' '),
            dashed: self.lengths::<3>() == [3, 2, 4]
                && self.group(end).before == b'-'
                && self.group(self.from + 1).before == b'-',
            number,
            sure,
            digits: [0; MOST],
            count: 0,
        };
        let digits = self.run.between(self.from, end);
        shaped.digits.get_mut(..digits.len())?.copy_from_slice(digits);
        shaped.count = digits.len() as u8;
        Some(shaped)
    }

    /// Whether a group of digits stands right before.
    fn amid(&self) -> bool {
        self.group(self.from).before == b' '
    }

    /// Whether a bracket closes among the signs before a group.
    fn closing_before(&self, group: usize) -> bool {
        let at = self.group(group).token as usize;
        at.checked_sub(1).and_then(|i| self.block.token(i)).is_some_and(|t| t.is(')'))
    }
}

/// Whether nothing that belongs to a longer thing is glued to a token.
fn closes(block: &Block<'_>, last: usize) -> bool {
    if !block.joined(last + 1) {
        return true;
    }
    let Some(next) = block.token(last + 1) else { return true };
    if next.class != Class::Sign {
        return next.class == Class::Line;
    }
    let glued = block.joined(last + 2);
    let follows = block.token(last + 2).map(|t| t.class);
    match char::from_u32(next.hash) {
        Some('%' | '_' | '@' | '*' | '+' | '=' | '\u{20ac}' | '$' | '\u{b0}' | '\u{a3}') => false,
        Some('-' | '\u{2013}') if glued => label(block, last + 2),
        Some('.' | ':' | '/' | ',') => {
            !(glued && matches!(follows, Some(Class::Mixed | Class::Number)))
        }
        Some('#' | '&') => !glued,
        _ => true,
    }
}

fn label(block: &Block<'_>, at: usize) -> bool {
    const LABELS: SenseSet = SenseSet::of(&[
        Sense::PhoneLabel,
        Sense::PhoneWord,
        Sense::FaxWord,
        Sense::ExtensionWord,
        Sense::ReachWord,
    ]);
    block.senses(at).meets(LABELS)
}

impl Shaped {
    /// A number that was read without a run.
    pub(super) fn new(
        start: usize,
        end: usize,
        first: usize,
        last: usize,
        form: Form,
        number: Judged,
    ) -> Self {
        Self {
            start,
            end,
            first,
            last,
            form,
            groups: 1,
            amid: false,
            dashed: false,
            number: Some(number),
            sure: true,
            digits: [0; MOST],
            count: 0,
        }
    }
    /// Whether a plan has it.
    pub(super) fn is_assigned(&self) -> bool {
        self.number.is_some_and(|n| n.assigned())
    }
    /// Whether the shape alone says something, so that a refusal is worth a word.
    pub(super) fn is_telling(&self) -> bool {
        self.form != Form::Bare
    }
    /// The form, for explanations.
    pub(super) fn pattern(&self) -> &'static str {
        match self.form {
            Form::Plus => "+country number",
            Form::Zeros => "00country number",
            Form::American | Form::AmericanBlanks => "3-3-4 digits",
            Form::Extended => "number x extension",
            Form::Trunk => "0area number",
            Form::Bare => "digits in groups",
        }
    }
    /// E.164 where the country is known; otherwise its digits.
    pub(super) fn normal(&self) -> Box<str> {
        if let Some(number) = self.number.filter(|_| self.sure) {
            return number.e164();
        }
        let digits = self.digits.get(..usize::from(self.count)).unwrap_or(&[]);
        digits.iter().map(|d| char::from(b'0' + d)).collect::<String>().into_boxed_str()
    }
}

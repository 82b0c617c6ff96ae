//! Joining the parts of an address: what may follow what, with what between.

use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::Sense;
use crate::token::{Block, Class};

use super::{Part, What, capital, code, ends, is, spaced, street, town, unit};

/// The most parts and lines of an address.
const MOST_PARTS: usize = 8;
const MOST_LINES: usize = 4;

/// What an address has so far.
struct Whole {
    to: usize,
    lines: usize,
    score: u8,
    street: bool,
    unit: bool,
    code: bool,
    town: bool,
}

/// The address that starts with a part.
pub(super) fn with_what_follows(block: &Block<'_>, first: Part) -> Part {
    let mut whole = Whole {
        to: first.to,
        lines: 1,
        score: first.score,
        street: matches!(first.what, What::Street | What::Road | What::Box),
        unit: first.what == What::Unit,
        code: first.what == What::Code,
        town: first.what == What::Code,
    };
    for _ in 1..MOST_PARTS {
        let Some((at, lines)) = between(block, whole.to) else { break };
        if whole.lines + lines > MOST_LINES || !whole.add(block, at, lines > 0) {
            break;
        }
        whole.lines += lines;
    }
    Part { to: whole.to, score: whole.score, ..first }
}

impl Whole {
    /// Adds the part that starts at a token, if one does.
    fn add(&mut self, block: &Block<'_>, at: usize, new_line: bool) -> bool {
        if let Some(part) = unit::at(block, at).filter(|_| !self.code) {
            return self.take(part.to, if self.street { POSSIBLE + 5 } else { 0 });
        }
        if !self.street && !self.code && self.add_street(block, at) {
            return true;
        }
        if let Some(part) = unit::military(block, at) {
            (self.code, self.town) = (true, true);
            return self.take(part.to, STRONG);
        }
        if !self.code && self.add_code(block, at) {
            return true;
        }
        self.add_place(block, at, new_line)
    }

    fn take(&mut self, to: usize, score: u8) -> bool {
        (self.to, self.score) = (to, self.score.max(score));
        true
    }

    /// The street after a flat: with or without its number.
    fn add_street(&mut self, block: &Block<'_>, at: usize) -> bool {
        let part = street::after_number(block, at).or_else(|| street::named(block, at));
        let Some(part) = part else { return false };
        self.street = true;
        self.take(part.to, part.score.max(POSSIBLE))
    }

    /// A postcode, with its town or after it.
    fn add_code(&mut self, block: &Block<'_>, at: usize) -> bool {
        if let Some(part) = code::at(block, at, true).filter(|p| !self.town || p.to <= at + 2) {
            (self.code, self.town) = (true, true);
            let sure = if part.score >= POSSIBLE { STRONG + 5 } else { LIKELY };
            return self.take(part.to, sure);
        }
        if self.town {
            return self.add_bare(block, at);
        }
        self.add_town_and_code(block, at)
    }

    /// A postcode alone, or a state with one, after a town.
    fn add_bare(&mut self, block: &Block<'_>, at: usize) -> bool {
        if let Some(to) = code::state_and_code(block, at) {
            self.code = to > at + 1;
            return self.take(to, if self.code { STRONG } else { 0 });
        }
        let Some(to) = code::bare(block, at) else { return false };
        self.code = true;
        self.take(to, STRONG)
    }

    /// `South Melissabury, OK 66273`; `London SW1A 1AA`; `West Leon, G7J 3NH`.
    fn add_town_and_code(&mut self, block: &Block<'_>, at: usize) -> bool {
        for words in (1..=4).rev() {
            let Some(end) = town::written(block, at, words) else { return false };
            let Some((next, _)) = between(block, end) else { continue };
            let british = code::at(block, next, true)
                .filter(|_| block.token(next).is_some_and(|t| t.class == Class::Mixed))
                .map(|p| p.to);
            let state = code::state_and_code(block, next).filter(|to| *to > next + 1);
            if let Some(to) = british.or(state) {
                (self.code, self.town) = (true, true);
                return self.take(to, STRONG + 5);
            }
        }
        false
    }

    /// A town, region or country that is known, alone.
    fn add_place(&mut self, block: &Block<'_>, at: usize, new_line: bool) -> bool {
        let Some((to, country)) = town::known(block, at) else {
            return self.add_unknown_town(block, at);
        };
        let whole = ends(block, to) && (!new_line || whole_part(block, to));
        let comma = at.checked_sub(1).is_some_and(|i| is(block, i, ','));
        if !whole || self.town && !country && !comma && !new_line {
            return false;
        }
        if self.street && block.senses(at).has(Sense::UnsurePlace) && !comma && !new_line {
            return false;
        }
        let mut end = to;
        if !self.code
            && country
            && let Some(code) = code::bare(block, to)
        {
            (self.code, end) = (true, code);
        }
        self.town = true;
        self.take(end, if self.street && self.score > WEAK { LIKELY + 5 } else { 0 })
    }
}

impl Whole {
    /// A town that is not known, between a street or flat and its country.
    fn add_unknown_town(&mut self, block: &Block<'_>, at: usize) -> bool {
        if !(self.street || self.unit) || self.town {
            return false;
        }
        for words in 1..=3 {
            let Some(end) = town::written(block, at, words) else { return false };
            let Some((next, _)) = between(block, end) else { continue };
            if let Some((to, true)) = town::known(block, next) {
                let code = code::bare(block, to);
                (self.town, self.code) = (true, code.is_some());
                return self.take(code.unwrap_or(to), STRONG);
            }
        }
        false
    }
}

/// Whether a part ends here: a line end, a comma, a number or the text's end.
fn whole_part(block: &Block<'_>, to: usize) -> bool {
    block.token(to).is_none_or(|t| match t.class {
        Class::Line | Class::Number | Class::Mixed => true,
        Class::Sign => true,
        Class::Word => capital(block, to) && code::is_state(block, to),
    })
}

/// What stands between two parts: a blank, commas, one line end (with signs of quoted mail), and the lines passed.
fn between(block: &Block<'_>, to: usize) -> Option<(usize, usize)> {
    let mut lines = 0;
    for at in to..to + 4 {
        let token = block.token(at)?;
        match token.class {
            Class::Line if lines == 0 => lines += 1,
            Class::Sign if token.is(',') || token.is('|') || token.is('\u{b7}') => {}
            Class::Sign if token.is('.') && at == to && block.joined(at) => {}
            Class::Sign if (token.is('-') || token.is('\u{2013}')) && spaced(block, at) => {}
            Class::Sign if token.is('>') && lines > 0 => {}
            Class::Line | Class::Sign => return None,
            _ => return Some((at, lines)),
        }
    }
    None
}

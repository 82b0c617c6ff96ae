//! Postcodes with their town: `10115 Berlin`, `1010 Wien`, `811 01 Bratislava`, `SW1A 1AA`, `1234 AB Delft`, `OK 66273`.

use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

use super::{Part, What, ends, fresh, is, spaced, town};

/// States, districts and territories of the USA (USPS Publication 28, appendix B) with those of military mail, and the
/// provinces and territories of Canada.
const STATES: [&[u8; 2]; 75] = [
    b"AA", b"AB", b"AE", b"AK", b"AL", b"AP", b"AR", b"AS", b"AZ", b"BC", b"CA", b"CO", b"CT",
    b"DC", b"DE", b"FL", b"FM", b"GA", b"GU", b"HI", b"IA", b"ID", b"IL", b"IN", b"KS", b"KY",
    b"LA", b"MA", b"MB", b"MD", b"ME", b"MH", b"MI", b"MN", b"MO", b"MP", b"MS", b"MT", b"NB",
    b"NC", b"ND", b"NE", b"NH", b"NJ", b"NL", b"NM", b"NS", b"NT", b"NU", b"NV", b"NY", b"OH",
    b"OK", b"ON", b"OR", b"PA", b"PE", b"PR", b"PW", b"QC", b"RI", b"SC", b"SD", b"SK", b"TN",
    b"TX", b"UM", b"UT", b"VA", b"VI", b"VT", b"WA", b"WI", b"WV", b"WY",
];

/// Postcode areas of the United Kingdom.
const AREAS: &str = "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG \
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W \
    WA WC WD WF WN WR WS WV YO ZE";

/// Whether it is a state's or province's abbreviation.
pub(super) fn is_state(block: &Block<'_>, at: usize) -> bool {
    let word = block.word(at).as_bytes();
    word.len() == 2 && STATES.binary_search_by(|s| s.as_slice().cmp(word)).is_ok()
}

/// Whether a postcode may start at a token, by the byte after it and what the next token is; nearly all numbers and mixtures are
/// done with here.
#[inline]
pub(super) fn may_start(token: &Token, after: u8, next: Option<Class>) -> bool {
    match (token.class, token.len()) {
        (Class::Number, 2 | 4 | 5) if after == b'-' => true,
        (Class::Number, 3) => super::is_blank(after) && next == Some(Class::Number),
        (Class::Number, 4 | 5) => super::is_blank(after) && next == Some(Class::Word),
        (Class::Mixed, 2..=7) => super::is_blank(after),
        _ => false,
    }
}

/// The postcode that starts at a token, with the town after it. Within an address (`inside`) less is asked of it.
pub(super) fn at(block: &Block<'_>, at: usize, inside: bool) -> Option<Part> {
    let token = block.token(at)?;
    match (token.class, token.len()) {
        (Class::Mixed, 2..=7) => mixed(block, at, inside).or_else(|| dutch(block, at, inside)),
        (Class::Number, 2..=5) => digits(block, at, inside),
        (Class::Word, 1..=2) if inside && is(block, at + 1, '-') && block.joined(at + 2) => {
            digits(block, at + 2, true).map(|p| Part { from: at, ..p })
        }
        _ => None,
    }
}

/// The token after a postcode of digits, and how good a form it has: 5 digits; 3 and 2; 4 and 2 letters; 2 and 3; 4.
fn form(block: &Block<'_>, at: usize) -> Option<(usize, u8)> {
    let digits = |i: usize| {
        block.token(i).filter(|t| t.class == Class::Number).map_or(0, crate::token::Token::len)
    };
    let parted = spaced(block, at + 1);
    match digits(at) {
        5 if is(block, at + 1, '-') && digits(at + 2) == 4 && block.joined(at + 2) => {
            Some((at + 3, 2))
        }
        5 => Some((at + 1, 2)),
        3 if digits(at + 1) == 2 && parted => Some((at + 2, 2)),
        2 if is(block, at + 1, '-') && digits(at + 2) == 3 && block.joined(at + 2) => {
            Some((at + 3, 2))
        }
        4 if is(block, at + 1, '-') && digits(at + 2) == 3 && block.joined(at + 2) => {
            Some((at + 3, 2))
        }
        4 if parted
            && block.token(at + 1)?.case == Case::Upper
            && block.token(at + 1)?.len() == 2 =>
        {
            Some((at + 2, 2))
        }
        4 => Some((at + 1, 1)),
        _ => None,
    }
}

/// Digits and the town after them.
fn digits(block: &Block<'_>, at: usize, inside: bool) -> Option<Part> {
    let (code, good) = form(block, at)?;
    // Four digits and two letters after capitals are a vehicle's plate sooner than a Dutch postcode: "ABC 1234 IN Ohio".
    let capitals =
        |i: usize| block.token(i).is_some_and(|t| t.case == Case::Upper && t.class == Class::Word);
    if code == at + 2 && capitals(at + 1) && at.checked_sub(1).is_some_and(capitals) {
        return None;
    }
    let next = block.token(code)?;
    if next.class != Class::Word || !spaced(block, code) || next.case == Case::Lower {
        return None;
    }
    let from = with_country(block, at)?;
    let known = town::known(block, code).filter(|(_, country)| !country || inside).map(|k| k.0);
    let to = known.or_else(|| town::written(block, code, 1))?;
    let unsure = block.senses(code).has(Sense::UnsurePlace);
    let score = match (known.is_some() && !unsure, good, from < at) {
        (_, 2, true) | (true, _, true) => STRONG,
        (true, 2, _) => LIKELY,
        (true, _, _) if !is_year(block, at) => POSSIBLE + 5,
        _ if inside && good == 2 => POSSIBLE,
        _ if inside && closes(block, to) && !is_year(block, at) => POSSIBLE,
        _ if good == 2 && own_line(block, from, to) => POSSIBLE,
        _ => WEAK,
    };
    if inside && score == WEAK && known.is_none() {
        return None;
    }
    Some(Part { from, to, what: What::Code, score })
}

/// Whether a part of a sentence or line ends here.
pub(super) fn closes(block: &Block<'_>, to: usize) -> bool {
    block.token(to).is_none_or(|t| t.class == Class::Line || t.class == Class::Sign)
        && ends(block, to)
}

/// A Dutch postcode written without its blank: `1016GV Amsterdam`.
fn dutch(block: &Block<'_>, at: usize, inside: bool) -> Option<Part> {
    if block.token(at)?.len() != 6
        || !is_like(block.word(at).as_bytes(), b"0000AA")
        || !fresh(block, at)
    {
        return None;
    }
    let known = town::known(block, at + 1).filter(|_| spaced(block, at + 1)).map(|k| k.0);
    let written = || town::written(block, at + 1, 1).filter(|_| inside && spaced(block, at + 1));
    let alone = || (inside && closes(block, at + 1)).then_some(at + 1);
    let to = known.or_else(written).or_else(alone)?;
    Some(Part { from: at, to, what: What::Code, score: if inside { LIKELY } else { POSSIBLE + 5 } })
}

/// Whether these tokens have a line of their own.
fn own_line(block: &Block<'_>, from: usize, to: usize) -> bool {
    let line = |i: usize| block.token(i).is_none_or(|t| t.class == Class::Line);
    from.checked_sub(1).is_none_or(line) && line(to) && from > 0
}

fn is_year(block: &Block<'_>, at: usize) -> bool {
    matches!(block.word(at).as_bytes(), [b'1', b'5'..=b'9', _, _] | [b'2', b'0', _, _])
}

/// The start with a country's sign before it (`D-10115`); `None` where it is part of something longer.
fn with_country(block: &Block<'_>, at: usize) -> Option<usize> {
    if fresh(block, at) {
        return Some(at);
    }
    let letters = at.checked_sub(2)?;
    let sign = [
        "D", "DE", "A", "AT", "CH", "F", "FR", "E", "ES", "SK", "CZ", "B", "BE", "L", "I", "IT",
        "NL", "PL",
    ];
    (is(block, at - 1, '-') && sign.contains(&block.word(letters)) && fresh(block, letters))
        .then_some(letters)
}

/// British and Canadian postcodes, whose halves have letters and digits.
fn mixed(block: &Block<'_>, at: usize, inside: bool) -> Option<Part> {
    // British: "W1A 1HQ"; Canadian: "K1A 0B1".
    let lengths = (block.token(at)?.len(), block.token(at + 1)?.len());
    if !matches!(lengths, (2..=4, 3)) || !spaced(block, at + 1) {
        return None;
    }
    if !fresh(block, at) || !ends(block, at + 2) {
        return None;
    }
    let outward = block.word(at).as_bytes();
    let inward = block.word(at + 1).as_bytes();
    let canada = is_like(outward, b"A0A") && is_like(inward, b"0A0");
    let good = is_outward(outward) && is_inward(inward);
    if !canada && !good {
        return None;
    }
    let score = if canada || is_area(outward) { STRONG } else { POSSIBLE - 5 };
    let to = at + 2;
    let unsure = !inside && score < POSSIBLE;
    (!unsure).then_some(Part { from: at, to, what: What::Code, score })
}

/// Whether a word has this form: `A` for a capital letter, `0` for a digit.
fn is_like(word: &[u8], form: &[u8]) -> bool {
    word.len() == form.len()
        && word.iter().zip(form).all(|(c, f)| match f {
            b'A' => c.is_ascii_uppercase(),
            _ => c.is_ascii_digit(),
        })
}

fn is_outward(word: &[u8]) -> bool {
    let forms: [&[u8]; 6] = [b"A0", b"A00", b"A0A", b"AA0", b"AA00", b"AA0A"];
    forms.iter().any(|form| is_like(word, form))
}

/// The second half of a British postcode; C, I, K, M, O and V are not used there.
fn is_inward(word: &[u8]) -> bool {
    is_like(word, b"0AA") && word.iter().all(|c| !b"CIKMOV".contains(c))
}

fn is_area(outward: &[u8]) -> bool {
    let letters = outward.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let area = outward.get(..letters).unwrap_or(&[]);
    AREAS.split(' ').any(|a| a.as_bytes() == area)
}

/// The postcode at a token after its country, where the line or sentence ends: `Estonia 62488`.
pub(super) fn after_country(block: &Block<'_>, at: usize) -> Option<Part> {
    if block.token(at)?.len() != 5 {
        return None;
    }
    let country = block.senses(at.checked_sub(1)?).has(Sense::Country);
    if !country || !super::capital(block, at - 1) {
        return None;
    }
    let to = bare(block, at)?;
    let last = block.token(to).is_none_or(|t| matches!(t.class, Class::Line | Class::Sign));
    last.then_some(Part { from: at, to, what: What::Code, score: POSSIBLE })
}

/// A state and the ZIP code at a token, with the town before: `South Melissabury, OK 66273`.
pub(super) fn state_before(block: &Block<'_>, at: usize) -> Option<Part> {
    let state = at.checked_sub(1).filter(|i| block.token(*i).is_some_and(|t| t.len() == 2))?;
    if block.token(at)?.len() != 5 || !spaced(block, at) || !is_state(block, state) {
        return None;
    }
    let (to, _) = form(block, at)?;
    if !ends(block, to) {
        return None;
    }
    let comma = state.checked_sub(1).is_some_and(|i| is(block, i, ','));
    let last = if comma { state - 1 } else { state };
    let from = words_before(block, last);
    let score = if from < last { LIKELY } else { WEAK };
    let from = if from < last { from } else { state };
    Some(Part { from, to, what: What::Code, score })
}

/// The first of at most three capitalized words before a token, on its line.
fn words_before(block: &Block<'_>, to: usize) -> usize {
    let mut from = to;
    while from > 0 && to - from < 3 {
        let capital = super::capital(block, from - 1)
            && !block.senses(from - 1).has(Sense::Street)
            && (from == to || spaced(block, from));
        if !capital {
            break;
        }
        from -= 1;
    }
    from
}

/// The state or region after a town, with the postcode after it, as they stand at the end of an address.
pub(super) fn state_and_code(block: &Block<'_>, at: usize) -> Option<usize> {
    let token = block.token(at)?;
    let next = at + 1;
    let country = token.case == Case::Upper && token.len() == 2;
    if !country || !is_state(block, at) && bare(block, next).is_none() {
        return None;
    }
    let mixed = block.token(next).is_some_and(|t| t.class == Class::Mixed && spaced(block, next));
    if mixed && let Some(code) = self::mixed(block, next, true) {
        return Some(code.to);
    }
    Some(bare(block, next).unwrap_or(next))
}

/// A postcode of digits alone, as it stands after a town, state or country.
pub(super) fn bare(block: &Block<'_>, at: usize) -> Option<usize> {
    let (to, _) = form(block, at)?;
    (spaced(block, at) && ends(block, to)).then_some(to)
}

/// A postcode after the word that announces it: `ZIP: 3520`, `PLZ 10115`.
pub(super) fn after_its_word(block: &Block<'_>, word: usize) -> Option<Part> {
    let mut at = word + 1;
    for _ in 0..4 {
        let token = block.token(at)?;
        match token.class {
            Class::Number if (3..=5).contains(&token.len()) => {
                let (to, _) = form(block, at).unwrap_or((at + 1, 1));
                let ends = ends(block, to);
                return ends.then_some(Part { from: at, to, what: What::Code, score: LIKELY });
            }
            Class::Mixed => return mixed(block, at, true).map(|p| Part { score: LIKELY, ..p }),
            Class::Sign if token.is(':') || token.is('=') || token.is('.') => at += 1,
            Class::Word if token.case == Case::Lower || block.senses(at).meets(LINKS) => at += 1,
            _ => return None,
        }
    }
    None
}

/// "postal code", "zip number".
const LINKS: SenseSet = SenseSet::of(&[Sense::NumberWord, Sense::PostcodeWord]);

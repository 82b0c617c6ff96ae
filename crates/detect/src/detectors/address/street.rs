//! Streets: by the end of the name (`Hahnweg 74`, `Johan-Carsten-Ring 55a`, `545 Moss Passage`), by its first word
//! (`12 rue de la Paix`, `Calle Mayor 5`, `Am Markt 3`), or by what stands around (`Hlavná 12, 811 01 Bratislava`).

use crate::finding::{LIKELY, POSSIBLE, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

use super::{Part, What, capital, code, ends, fresh, is, spaced, suffix};

/// The most words of a street's name.
const MOST_WORDS: usize = 7;

/// First words of German streets.
const FIRST: [&str; 11] =
    ["Am", "An", "Im", "In", "Auf", "Zum", "Zur", "Unter", "Hinter", "Vor", "Beim"];

/// Roads that are numbered: what follows is the road's number.
const CLASSES: [&str; 12] = [
    "Bundesstraße",
    "Bundesstrasse",
    "Landesstraße",
    "Staatsstraße",
    "Kreisstraße",
    "Bundesautobahn",
    "Autobahn",
    "Route",
    "Highway",
    "Hwy",
    "Interstate",
    "Motorway",
];

/// What stands before numbers that are no house numbers.
const NO_NAMES: SenseSet = SenseSet::of(&[
    Sense::Month,
    Sense::Weekday,
    Sense::TimeUnit,
    Sense::Measure,
    Sense::NumberWord,
    Sense::PhoneWord,
    Sense::FaxWord,
    Sense::ReferenceWord,
    Sense::AccountWord,
    Sense::CardWord,
    Sense::Unit,
    Sense::PostBox,
    Sense::PostcodeWord,
    Sense::Honorific,
    Sense::DateWord,
    Sense::AgeWord,
    Sense::Country,
    Sense::RoadWord,
]);
/// What stands after numbers that are no house numbers.
const NO_HOUSE: SenseSet = SenseSet::of(&[Sense::Measure, Sense::TimeUnit, Sense::Month]);

/// Whether a number or mixture that a blank precedes may be a house number or a postcode behind a word: it is short, ends here
/// or goes on with a range, and no digit is before the blank. Nearly all numbers and mixtures are done with here.
#[inline]
pub(super) fn may_be_house(block: &Block<'_>, token: &Token) -> bool {
    let end = token.end as usize;
    let ends = match block.byte(end) {
        b'.' | b',' => !block.byte(end + 1).is_ascii_digit(),
        b':' | b'_' | b'%' | b'@' => false,
        _ => true,
    };
    let start = token.start as usize;
    let another = start.checked_sub(2).is_some_and(|at| block.byte(at).is_ascii_digit());
    ends && !another
        && token.len() <= 5
        && (token.class == Class::Number || block.byte(start).is_ascii_digit())
}

/// The token after the house number at a token: `55a`, `12-14`, `12/3`, `55 a`.
fn house(block: &Block<'_>, at: usize) -> Option<usize> {
    let token = block.token(at)?;
    if !is_house(block, at, 4) || block.byte(token.start as usize) == b'0' {
        return None;
    }
    let mut to = at + 1;
    let sign = is(block, to, '-') || is(block, to, '/') || is(block, to, '\u{2013}');
    if sign && is_house(block, to + 1, 4) {
        to += 2;
    }
    let letter = block.token(to).is_some_and(|t| t.class == Class::Word && t.len() == 1);
    let last = block.token(to + 1).is_none_or(|t| t.class == Class::Line || t.is(','));
    if letter && last && spaced(block, to) {
        to += 1;
    }
    (ends(block, to) && !(spaced(block, to) && block.senses(to).meets(NO_HOUSE))).then_some(to)
}

/// Digits, perhaps with a letter after them.
fn is_house(block: &Block<'_>, at: usize, most: usize) -> bool {
    block.token(at).is_some_and(|t| match t.class {
        Class::Number => t.len() <= most,
        Class::Mixed => match block.word(at).as_bytes() {
            [digits @ .., last] => {
                (1..=most).contains(&digits.len())
                    && last.is_ascii_alphabetic()
                    && digits.iter().all(u8::is_ascii_digit)
            }
            [] => false,
        },
        _ => false,
    })
}

/// The street whose house number is at a token.
pub(super) fn before_number(block: &Block<'_>, at: usize) -> Option<Part> {
    let word = name_end(block, at)?;
    let to = house(block, at)?;
    let found = by_end(block, word)
        .or_else(|| by_first(block, word))
        .or_else(|| by_surroundings(block, word, to));
    let (from, score) = found?;
    (fresh(block, from) && !CLASSES.contains(&block.word(word))).then(|| {
        let large = block.token(at).is_some_and(|t| t.class == Class::Number && t.len() > 3);
        let score =
            score + if announced(block, from) { 15 } else { 0 } - if large { 15 } else { 0 };
        Part { from, to, what: What::Street, score }
    })
}

/// The last word of a name before a house number; `None` for nearly all numbers.
fn name_end(block: &Block<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let token = block.token(before)?;
    let word = match token.class {
        _ if !spaced(block, at) => return None,
        Class::Word if matches!(block.word(before), "nº" | "Nº" | "č" | "num") => {
            before.checked_sub(1)?
        }
        Class::Word => before,
        Class::Sign if token.is('.') || token.is(',') => before.checked_sub(1)?,
        _ => return None,
    };
    let word = if is(block, word, ',') { word.checked_sub(1)? } else { word };
    (block.token(word)?.class == Class::Word).then_some(word)
}

/// By the last word: a suffix, or a word such as "Ring" or "Street" after a name.
fn by_end(block: &Block<'_>, word: usize) -> Option<(usize, u8)> {
    let token = block.token(word)?;
    if is(block, word + 1, ',') || token.case == Case::Upper && token.len() <= 3 {
        return None;
    }
    let entry = block.entry(word);
    let lower = token.case == Case::Lower;
    if !entry.senses.has(Sense::Street) {
        let score = suffix::score(block.word(word)).filter(|s| !lower || *s == LIKELY)?;
        let from = chain(block, word);
        let from = if score < LIKELY { led(block, from) } else { adjective(block, from) };
        return Some((from, if lower { POSSIBLE } else { score }));
    }
    let strong = match (entry.value == 1, lower) {
        // In English the number stands before.
        _ if entry.languages == ENGLISH => WEAK + 10,
        (true, false) => LIKELY,
        (true, true) => POSSIBLE,
        _ => WEAK + 10,
    };
    let from = chain(block, word);
    if from < word {
        let named = strong.max(if PLAIN.contains(&block.word(word)) { LIKELY } else { 0 });
        return Some((from, named));
    }
    let before = word.checked_sub(1)?;
    if !spaced(block, word) || !capital(block, before) || block.senses(before).meets(NO_NAMES) {
        return None;
    }
    let (name, mut first) = (block.word(before), chain(block, before));
    if lower && spaced(block, first) && capital(block, first.wrapping_sub(1)) {
        first -= 1;
    }
    let local = name.ends_with("er") && name.len() > 4 || FIRST.contains(&name);
    let score = if local { strong.max(POSSIBLE + 5) } else { strong };
    Some((more_names(block, first), score))
}

/// The language bit of words that only English has.
const ENGLISH: u8 = 1 << 1;
/// Words that end streets after a name with hyphens.
const PLAIN: [&str; 6] = ["Weg", "Platz", "Ring", "Damm", "Ufer", "Pfad"];

/// Where a chain of words joined by hyphens starts.
fn chain(block: &Block<'_>, word: usize) -> usize {
    let mut from = word;
    for _ in 0..MOST_WORDS {
        let joint =
            from >= 2 && is(block, from - 1, '-') && block.joined(from) && block.joined(from - 1);
        if !joint || block.token(from - 2).is_none_or(|t| t.class == Class::Sign) {
            break;
        }
        from -= 2;
    }
    let (before, chained) = (from.wrapping_sub(1), from < word);
    // "Bayram-Grein Groth-Straße": a family name of two words.
    if chained
        && spaced(block, from)
        && capital(block, before)
        && is(block, before.wrapping_sub(1), '-')
    {
        return chain(block, before);
    }
    // "Hans Peter-Flantz-Ring": the first name in two words.
    let given = |at| block.senses(at).has(Sense::Given);
    if chained && spaced(block, from) && given(from) && given(before) && capital(block, before) {
        return before;
    }
    from
}

/// Adjectives before a name of two words: "Große Hamburger Straße", "Alte Bremer Straße"; "Am" and "An", too.
fn more_names(block: &Block<'_>, from: usize) -> usize {
    let before = from.wrapping_sub(1);
    let named = spaced(block, from) && matches!(block.word(before), "Am" | "An");
    if named { before } else { adjective(block, from) }
}

/// The same for adjectives alone: "Untere Königsstraße".
fn adjective(block: &Block<'_>, from: usize) -> usize {
    const ADJECTIVES: [&str; 10] =
        ["Große", "Kleine", "Alte", "Neue", "Obere", "Untere", "Lange", "Hohe", "Äußere", "Innere"];
    let before = from.wrapping_sub(1);
    if spaced(block, from) && ADJECTIVES.contains(&block.word(before)) { before } else { from }
}

/// Where the name starts that a preposition leads: "Am Weinberg", "Zum Alten Forsthaus", "Auf dem Rosenberg".
fn led(block: &Block<'_>, from: usize) -> usize {
    let before = |at: usize| at.checked_sub(1).filter(|_| spaced(block, at));
    let bent = before(from).filter(|at| is_bent(block, *at));
    for name in bent.into_iter().chain([from]) {
        let article =
            before(name).filter(|at| matches!(block.word(*at), "der" | "dem" | "den" | "das"));
        let first = before(article.unwrap_or(name));
        if let Some(first) = first.filter(|at| FIRST.contains(&block.word(*at))) {
            return first;
        }
    }
    adjective(block, from)
}

/// An adjective as it stands after a preposition: "Alten".
fn is_bent(block: &Block<'_>, at: usize) -> bool {
    let word = block.word(at);
    capital(block, at) && word.ends_with("en") && (5..=10).contains(&word.len())
}

/// By the first word: "rue", "Calle", "ulica", "Am"; also "Straße der Nationen".
fn by_first(block: &Block<'_>, word: usize) -> Option<(usize, u8)> {
    // Streets named after a day: "Straße des 17. Juni", "rue du 4 Septembre"; but not "Am 3. März".
    let day = block.senses(word).has(Sense::Month);
    if block.senses(word).meets(NO_NAMES) && !day {
        return None;
    }
    let mut best = None;
    for at in (word.saturating_sub(MOST_WORDS)..word).rev() {
        let token = block.token(at)?;
        let within = match token.class {
            Class::Line => false,
            Class::Sign => ['.', '-', '\'', '\u{2019}', '/'].iter().any(|s| token.is(*s)),
            Class::Word => token.case != Case::Lower || is_small(block, at),
            _ => true,
        };
        if !within {
            break;
        }
        best = first_word(block, at, word).map(|score| (at, score)).or(best);
    }
    best.filter(|(_, score)| !day || *score >= LIKELY)
        .filter(|_| block.token(word).is_some_and(|t| t.case != Case::Lower || t.len() > 3))
}

/// Small words within names of streets.
fn is_small(block: &Block<'_>, at: usize) -> bool {
    block.senses(at).has(Sense::StreetBefore)
        || block.token(at).is_some_and(|t| t.len() <= 5)
            && [
                "de", "la", "del", "du", "des", "le", "les", "las", "los", "el", "da", "do", "dos",
                "di", "della", "der", "dem", "den", "das", "et", "y", "e", "d", "l", "c", "alten",
                "neuen",
            ]
            .contains(&block.word(at))
}

/// The score that a street's first word gives.
fn first_word(block: &Block<'_>, at: usize, last: usize) -> Option<u8> {
    let (entry, next) = (block.entry(at), block.word(at + 1));
    let title = capital(block, at);
    let short = is(block, at + 1, '.') && block.joined(at + 1);
    if entry.senses.has(Sense::StreetBefore) && (title || short || entry.value == 1) {
        return Some(match (entry.value == 1, capital(block, last)) {
            (true, true) => LIKELY,
            (false, true) => POSSIBLE + 5,
            _ => WEAK + 10,
        });
    }
    let calle = matches!(block.word(at), "C" | "c") && block.joined(at + 1);
    if calle && (is(block, at + 1, '/') || is(block, at + 1, '.') && title && capital(block, last))
    {
        return Some(LIKELY);
    }
    let of = matches!(next, "der" | "des" | "dos" | "da");
    if title && of && entry.senses.has(Sense::Street) {
        return Some(LIKELY);
    }
    if !title || block.token(at)?.len() > 6 || last > at + 3 {
        return None;
    }
    let near = last == at + 1
        || matches!(next, "der" | "dem" | "den" | "das")
        || last == at + 2 && is_bent(block, at + 1);
    let name = block.token(last)?.case == Case::Title;
    (near && name && FIRST.contains(&block.word(at))).then_some(WEAK)
}

/// By what stands around: a known town with its postcode or a flat after it, or the word "address" before it.
fn by_surroundings(block: &Block<'_>, word: usize, to: usize) -> Option<(usize, u8)> {
    if !capital(block, word) || block.senses(word).meets(NO_NAMES) || is(block, word + 1, ',') {
        return None;
    }
    let mut from = chain(block, word);
    for _ in 0..2 {
        let before = from.wrapping_sub(1);
        let more = spaced(block, from)
            && capital(block, before)
            && !block
                .senses(before)
                .meets(NO_NAMES.and(SenseSet::of(&[Sense::Given, Sense::AddressWord])));
        if more {
            from = chain(block, before);
        }
    }
    if announced(block, from) {
        return Some((from, POSSIBLE - 10));
    }
    let comma = usize::from(is(block, to, ',') || block.token(to)?.class == Class::Line);
    if super::unit::at(block, to + comma).is_some_and(|unit| unit.score >= POSSIBLE) {
        return Some((from, POSSIBLE + 5));
    }
    let code = code::at(block, to + comma, true)?;
    let known = super::town::known(block, code.to - 1).is_some() || code.score > POSSIBLE;
    // A postcode of two groups has a form of its own; one of five digits needs a line of its own.
    let length = block.token(code.from)?.len();
    let form = length < 4 || length == 5 && block.token(to)?.class == Class::Line;
    (known || form && code::closes(block, code.to)).then_some((from, POSSIBLE))
}

/// Whether "address", "lives at" or their like stand shortly before.
fn announced(block: &Block<'_>, at: usize) -> bool {
    block.before(at, 3, SenseSet::of(&[Sense::AddressWord])).is_some()
}

/// The street that follows its house number at a token: `545 Moss Passage`, `12 rue de la Paix`, `3 bis, quai Branly`.
pub(super) fn after_number(block: &Block<'_>, at: usize) -> Option<Part> {
    let mut name = at + 1;
    let comma = is(block, name, ',') && spaced(block, at + 2);
    if comma {
        name += 1;
    }
    if !spaced(block, name) || !is_house(block, at, 6) || !fresh(block, at) {
        return None;
    }
    let next = block.token(name)?;
    if !matches!(next.class, Class::Word | Class::Mixed) {
        return None;
    }
    if next.class == Class::Word
        && next.len() <= 3
        && matches!(block.word(name), "bis" | "ter" | "B" | "A")
    {
        name += 1 + usize::from(is(block, name + 1, ','));
    }
    let month = at.checked_sub(1).is_some_and(|i| block.senses(i).has(Sense::Month));
    let (to, score) = match french(block, name) {
        Some(found) => found,
        None if comma || month => return None,
        None => english(block, name).or_else(|| before_code(block, name))?,
    };
    let year = matches!(block.word(at).as_bytes(), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
    let score = score + if announced(block, at) { 15 } else { 0 } - if year { 15 } else { 0 };
    Some(Part { from: at, to, what: What::Street, score })
}

/// A street by its first word, read forwards: capitalized words and small ones between.
fn french(block: &Block<'_>, at: usize) -> Option<(usize, u8)> {
    let entry = block.entry(at);
    if !entry.senses.has(Sense::StreetBefore) || !(entry.value == 1 || capital(block, at)) {
        return None;
    }
    let mut to = None;
    for next in at + 1..at + 1 + MOST_WORDS * 2 {
        let Some(token) = block.token(next) else { break };
        match token.class {
            Class::Word if block.senses(next).has(Sense::Unit) => break,
            Class::Word if capital(block, next) => to = Some(next + 1),
            Class::Word if is_small(block, next) => {}
            Class::Sign if ['.', '-', '\'', '\u{2019}'].iter().any(|s| token.is(*s)) => {
                if token.is('.') && !spaced(block, next + 1) {
                    break;
                }
            }
            _ => break,
        }
    }
    Some((to?, if entry.value == 1 { LIKELY } else { POSSIBLE + 5 }))
}

/// A street by its last word, read forwards.
fn english(block: &Block<'_>, at: usize) -> Option<(usize, u8)> {
    if block.token(at)?.case == Case::Lower && block.token(at)?.class == Class::Word {
        let street = |i: usize| block.senses(i).has(Sense::Street);
        if !(street(at + 1) || street(at + 2)) || !announced(block, at - 1) {
            return None;
        }
    }
    let (mut to, strong) = to_street_word(block, at)?;
    if block.token(to).is_some_and(|t| t.class == Class::Number)
        && matches!(block.word(to - 1), "Highway" | "Hwy" | "Route" | "Road")
        && spaced(block, to)
        && ends(block, to + 1)
    {
        to += 1;
    }
    Some((to, if strong { LIKELY - 5 } else { WEAK + 10 }))
}

/// "16 Kirkgate, Leith EH6 6AB", "4500 El Camino Real #210, Palo Alto, CA 94306": a name alone, with a town and a postcode
/// after it that is of Britain, Canada or the United States.
fn before_code(block: &Block<'_>, at: usize) -> Option<(usize, u8)> {
    let to = capitals(block, at)?;
    let unit = is(block, to, '#') && block.token(to + 1)?.class == Class::Number;
    let next = to + if unit { 2 } else { 0 };
    let comma = is(block, next, ',') || block.token(next)?.class == Class::Line;
    let town = capitals(block, next + 1).filter(|_| comma)?;
    let from = town + usize::from(is(block, town, ','));
    // The abbreviation of a state looks like a word of the town's name.
    let state = [from, town - 1].into_iter().any(|at| {
        code::is_state(block, at)
            && block.token(at + 1).is_some_and(|t| t.class == Class::Number && t.len() == 5)
    });
    let mixed = || Some(block.token(code::at(block, from, true)?.from)?.class == Class::Mixed);
    (state || mixed() == Some(true)).then_some((next, WEAK + 10))
}

/// The token after one to three words with capitals.
fn capitals(block: &Block<'_>, at: usize) -> Option<usize> {
    let name = |i: &usize| capital(block, *i) && (*i == at || spaced(block, *i));
    let count = (at..at + 3).take_while(name).count();
    (count > 0).then_some(at + count)
}

/// The token after the last word that ends a street's name, and whether it hardly means anything else.
///
/// It may be in small letters if the word is a sure one.
fn to_street_word(block: &Block<'_>, at: usize) -> Option<(usize, bool)> {
    let mut found = None;
    let mut next = at;
    for word in 0..MOST_WORDS {
        let Some(token) = block.token(next) else { break };
        let fits = match token.class {
            Class::Word => token.case != Case::Lower || word < 3 && !capital(block, at),
            Class::Mixed => token.len() <= 5,
            _ => false,
        };
        if !fits || word > 0 && !spaced(block, next) {
            break;
        }
        let entry = block.entry(next);
        if entry.senses.has(Sense::Unit)
            && block.token(next + 1).is_some_and(|t| {
                matches!(t.class, Class::Number | Class::Mixed) || t.is('#') || t.is('.')
            })
        {
            break;
        }
        let joined = super::town::hyphens(block, next + 1);
        let street = entry.senses.has(Sense::Street)
            && joined == next + 1
            && (entry.value == 1 || capital(block, next));
        if street && (word > 0 || matches!(block.word(next), "Broadway" | "Highway")) {
            found = Some((next + 1, entry.value == 1));
        } else if suffix::score(block.word(joined - 1)).is_some_and(|s| s > WEAK)
            && !(spaced(block, joined) && is_house(block, joined, 4))
        {
            found = Some((joined, false));
        }
        next = possessive(block, joined);
        next += usize::from(is(block, next, '.') && spaced(block, next + 1));
    }
    found.map(|(to, strong)| (direction(block, to), strong))
}

/// The token after the end of "John's".
fn possessive(block: &Block<'_>, at: usize) -> usize {
    let mark = is(block, at, '\'') || is(block, at, '\u{2019}');
    let owned = mark && block.joined(at) && block.joined(at + 1) && block.word(at + 1) == "s";
    if owned { at + 2 } else { at }
}

/// Adds "NW", "South" after a street.
fn direction(block: &Block<'_>, to: usize) -> usize {
    let fits = matches!(
        block.word(to),
        "N" | "S" | "E" | "W" | "NE" | "NW" | "SE" | "SW" | "North" | "South" | "East" | "West"
    );
    let last = block.token(to + 1).is_none_or(|t| t.class != Class::Word);
    if fits && last && spaced(block, to) { to + 1 } else { to }
}

/// A street without a number, read forwards from its first word.
pub(super) fn named(block: &Block<'_>, at: usize) -> Option<Part> {
    let (to, _) = to_street_word(block, at).filter(|_| capital(block, at))?;
    Some(Part { from: at, to, what: What::Road, score: POSSIBLE })
}

/// Words that end streets, but not often enough to be one without a number.
const NEEDS_NUMBER: [&str; 9] =
    ["Drive", "Court", "Close", "Square", "Gardens", "Alley", "Cul", "Broadway", "Promenade"];

/// A street without a number, woken by its last word: `Bremer Straße`, `Konrad-Zuse-Straße`, `Bay Street`.
pub(super) fn alone(block: &Block<'_>, at: usize) -> Option<Part> {
    let entry = block.entry(at);
    let from = chain(block, at);
    let part = |from, score| Some(Part { from, to: at + 1, what: What::Road, score });
    let strong = entry.value == 1 && !NEEDS_NUMBER.contains(&block.word(at));
    if from < at {
        let named = strong || PLAIN.contains(&block.word(at));
        return (named && capital(block, from) && fresh(block, from))
            .then(|| part(from, POSSIBLE + 10))?;
    }
    let before = at.checked_sub(1)?;
    let local = block.word(before).ends_with("er") && block.entry(before).languages == 0;
    let named = spaced(block, at)
        && capital(block, before)
        && block.token(before)?.len() > 2
        && !block.senses(before).meets(FUNCTION)
        && !ARTICLES.contains(&block.word(before));
    let goes_on = spaced(block, at + 1) && capital(block, at + 1);
    if !named || !fresh(block, before) || goes_on || !(strong || local && block.word(at) == "Weg") {
        return None;
    }
    part(more_names(block, before), POSSIBLE + 5)
}

/// Words before a street that name none.
const ARTICLES: [&str; 16] = [
    "Der", "Die", "Das", "Dieser", "Diese", "Jeder", "Jede", "Unser", "Unsere", "Ihre", "Meine",
    "Eine", "Einer", "The", "This", "Every",
];
/// Small words of the languages.
const FUNCTION: SenseSet = SenseSet::of(&[
    Sense::German,
    Sense::English,
    Sense::French,
    Sense::Spanish,
    Sense::Slovak,
    Sense::Ordinal,
]);

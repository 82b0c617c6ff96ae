//! Spoken e-mail addresses: `john dot smith at example dot com`, `anna punkt meier ät gmx punkt de`.

use super::asked::Asked;
use super::item::{Item, item};
use crate::Kind;
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::Sense;
use crate::token::{Block, Class};

/// The most tokens of each side.
const MOST: usize = 24;

/// Looks for an address around its "at".
pub(super) fn look(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some((last, domain)) = domain(block, at + 1) else { return };
    let Some(local) = Local::before(block, at) else { return };
    let asked = Asked::email(block, local.first);
    let telling = local.telling || block.token(at).is_some_and(|t| t.class == Class::Sign);
    let score = match (asked.is_some(), telling) {
        (true, _) => STRONG,
        (false, true) => LIKELY,
        _ => return,
    };
    let (Some(from), Some(to)) = (block.token(local.first), block.token(last)) else { return };
    let normal = format!("{}@{domain}", written(block, local.first, at - 1));
    let mut finding = Finding::new(Kind::Email, from.start as usize..to.end as usize, score)
        .normal(normal)
        .because(Evidence::Spoken);
    if let Some(word) = asked.and_then(|a| block.token(a.word)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// The domain from a token on, with its last token: labels with a spoken or written dot between.
fn domain(block: &Block<'_>, first: usize) -> Option<(usize, String)> {
    let mut end = label(block, first)?;
    let mut spoken_dots = 0;
    while let Some(next) = dot(block, end + 1).and_then(|dot| label(block, dot + 1)) {
        spoken_dots += usize::from(block.token(end + 1).is_some_and(|t| t.class == Class::Word));
        end = next;
        if end - first > MOST {
            return None;
        }
    }
    if spoken_dots == 0 {
        return None;
    }
    let domain = written(block, first, end);
    let top = domain.rsplit('.').next().unwrap_or("");
    let fits = top.len() >= 2 && top.chars().all(char::is_alphabetic);
    fits.then_some((end, domain))
}

/// The last token of a label: a word or spelled letters, with hyphens between.
fn label(block: &Block<'_>, first: usize) -> Option<usize> {
    let mut end = first;
    is_atom(block, first).then_some(())?;
    for _ in 0..MOST {
        let glued = is_short(block, end) && is_short(block, end + 1);
        if glued {
            end += 1;
        } else if is_dash(block, end + 1) && is_atom(block, end + 2) {
            end += 2;
        } else {
            break;
        }
    }
    Some(end)
}

/// The part before the "at".
struct Local {
    first: usize,
    /// It has a separator or spelled characters, as ordinary words before "at" have not.
    telling: bool,
}

impl Local {
    fn before(block: &Block<'_>, at: usize) -> Option<Self> {
        let mut first = at.checked_sub(1).filter(|i| is_atom(block, *i))?;
        let mut telling = is_short(block, first);
        while at - first < MOST {
            let Some(before) = first.checked_sub(1) else { break };
            let separated = dot(block, before).is_some() || is_dash(block, before);
            if separated && before > 0 && is_atom(block, before - 1) {
                telling = true;
                first = before - 1;
            } else if glued(block, before, first) {
                first = before;
            } else {
                break;
            }
        }
        Some(Self { first, telling })
    }
}

/// Digits and letters that are spoken one by one belong to each other, digits to the word before them, and a letter to the
/// word behind it.
fn glued(block: &Block<'_>, before: usize, first: usize) -> bool {
    let word_before = is_atom(block, before) && !is_joint(block, before);
    let digit =
        matches!(item(block, first), Some(Item::Digit(_) | Item::Number(_) | Item::Tens(_)))
            || block.token(first).is_some_and(|t| t.class == Class::Number);
    let letter = block.token(before).is_some_and(|t| t.len() == 1);
    (is_short(block, before) && is_short(block, first))
        || (digit && word_before && !block.senses(before).has(Sense::SpellAs))
        || (letter && item(block, before).is_some() && !block.word(before).eq("a"))
}

/// Small words that stand before an address and are none of it.
fn is_joint(block: &Block<'_>, at: usize) -> bool {
    matches!(
        block.word(at).to_ascii_lowercase().as_str(),
        "is" | "it"
            | "s"
            | "s's"
            | "to"
            | "and"
            | "ist"
            | "lautet"
            | "an"
            | "und"
            | "the"
            | "die"
            | "me"
    )
}

fn is_atom(block: &Block<'_>, at: usize) -> bool {
    let word = block.token(at).is_some_and(|t| {
        matches!(t.class, Class::Word | Class::Number | Class::Mixed) && t.len() <= 40
    });
    word && !is_separator(block, at)
}

fn is_separator(block: &Block<'_>, at: usize) -> bool {
    let senses = block.senses(at);
    [Sense::SpokenAt, Sense::SpokenDot, Sense::SpokenDash, Sense::SpokenUnderscore]
        .iter()
        .any(|s| senses.has(*s))
}

/// A single letter or spoken digit.
fn is_short(block: &Block<'_>, at: usize) -> bool {
    use Item::{Digit, Letter, Number, Tens};
    let alone = block.token(at).is_some_and(|t| t.len() == 1);
    match item(block, at) {
        Some(Letter(_)) => alone,
        Some(Digit(_) | Number(_) | Tens(_)) => true,
        _ => false,
    }
}

/// The dot at a token, spoken or written within a word.
fn dot(block: &Block<'_>, at: usize) -> Option<usize> {
    let written =
        block.token(at).is_some_and(|t| t.is('.')) && block.joined(at) && block.joined(at + 1);
    (written || block.senses(at).has(Sense::SpokenDot)).then_some(at)
}

fn is_dash(block: &Block<'_>, at: usize) -> bool {
    let senses = block.senses(at);
    let written = block.token(at).is_some_and(|t| t.is('-') || t.is('_'));
    senses.has(Sense::SpokenDash)
        || senses.has(Sense::SpokenUnderscore)
        || (written && block.joined(at) && block.joined(at + 1))
}

/// The address as it is written, from one token to another.
fn written(block: &Block<'_>, first: usize, last: usize) -> String {
    let mut text = String::new();
    let mut at = first;
    while at <= last {
        let senses = block.senses(at);
        match item(block, at) {
            _ if senses.has(Sense::SpokenDot) => text.push('.'),
            _ if senses.has(Sense::SpokenDash) => text.push('-'),
            _ if senses.has(Sense::SpokenUnderscore) => text.push('_'),
            Some(Item::Tens(tens)) => {
                let units = units(block, at).filter(|(to, _)| *to <= last);
                text.push_str(&(tens + units.map_or(0, |(_, digit)| digit)).to_string());
                at = units.map_or(at, |(to, _)| to);
            }
            Some(Item::Digit(n) | Item::Number(n)) => text.push_str(&n.to_string()),
            _ => text.push_str(&block.word(at).to_lowercase()),
        }
        at += 1;
    }
    text
}

/// The digit that belongs to the tens at a token, "eighty eight" or "eighty-eight", with its token.
fn units(block: &Block<'_>, tens: usize) -> Option<(usize, u8)> {
    let hyphen = block.token(tens + 1).is_some_and(|t| t.is('-')) && block.joined(tens + 2);
    let at = tens + 1 + usize::from(hyphen);
    match item(block, at) {
        Some(Item::Digit(digit @ 1..)) => Some((at, digit)),
        _ => None,
    }
}

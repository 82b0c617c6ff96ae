//! Telephone and fax numbers as people write them.
//!
//! Four shapes: international (`+49 …`, `00…`), North American (3-3-4), national with a trunk `0`, and any other number that
//! a word announces. Plans decide ([`crate::phone`]); a number of the right shape that no plan has is still reported, with a
//! lower score, because plans change and people mistype. Language decides where a national number is dialled.

pub(super) mod context;
mod extension;
mod score;
mod shape;

use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, POSSIBLE};
use crate::token::Block;
use context::Context;
use shape::Shaped;

#[derive(Debug)]
pub(crate) struct Phone;

impl Detector for Phone {
    fn name(&self) -> &'static str {
        "phone"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_start), fewest: shape::FEWEST as u8, mixed: true, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let block = at.block;
        let shaped = match at.run {
            Some(run) => shape::of_run(block, run, at.group, found.explain),
            None if !extension::may_have(block, at.token) => return,
            None => extension::of_mixed(block, at.token),
        };
        if let Some(shaped) = shaped {
            report(block, &shaped, found);
        }
    }
}

/// Where a number may start ([`shape::opening`]); most groups go on something else.
fn may_start(shape: &Shape) -> bool {
    use Beside::{Colon, Comma, Dash, Dot, Percent, Slash, Stuck};
    match shape.before {
        Dot | Dash | Slash | Stuck | Percent => false,
        Colon | Comma => !shape.digit_before,
        _ => true,
    }
}

fn report(block: &Block<'_>, shaped: &Shaped, found: &mut Found) {
    let context = Context::of(block, shaped.first, shaped.last);
    let score = shaped.score(context, block);
    let place = shaped.start..extension::after(block, shaped.last).unwrap_or(shaped.end);
    if score < POSSIBLE {
        if shaped.is_telling() {
            let why = if context.is_other() { "miss-phone-other" } else { "miss-phone-context" };
            found.miss(Kind::Phone, "", place, why);
        }
        return;
    }
    let mut finding = Finding::new(Kind::Phone, place, score)
        .form(if context.is_fax() { "fax" } else { "" })
        .normal(shaped.normal())
        .because(Evidence::Pattern(shaped.pattern()));
    if shaped.is_assigned() {
        finding = finding.because(Evidence::Check("numbering plan"));
    }
    if let Some(word) = context.word().and_then(|w| block.token(w)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

#[cfg(test)]
mod tests;

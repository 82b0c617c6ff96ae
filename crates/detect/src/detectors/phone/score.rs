//! How sure it is that a stretch of digits is a telephone number: its shape, the plans, the words around.

use super::context::Context;
use super::shape::{Form, Shaped};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::phone::Line;
use crate::token::Block;

impl Shaped {
    /// How sure it is a telephone number.
    pub(super) fn score(&self, context: Context, block: &Block<'_>) -> u8 {
        let alone = self.alone();
        match context {
            Context::Phone(_) | Context::Fax(_) => self.announced().max(alone),
            Context::Reach(_) => (self.announced() - 10).max(alone),
            Context::Reference if self.groups > 1 => alone.saturating_sub(10),
            Context::Other | Context::Reference if self.form != Form::Plus => WEAK.min(alone),
            Context::Other | Context::Reference => alone,
            Context::None if self.measured(block) => WEAK,
            Context::None => alone,
        }
    }

    /// … with a word that announces one.
    fn announced(&self) -> u8 {
        match self.form {
            Form::Plus | Form::Zeros | Form::American | Form::Extended => STRONG + 5,
            _ if self.is_assigned() => STRONG,
            _ => LIKELY,
        }
    }

    /// … by its shape only.
    fn alone(&self) -> u8 {
        let assigned = self.is_assigned();
        let score = match self.form {
            Form::Plus if assigned => STRONG,
            Form::Plus if self.count >= 10 => LIKELY,
            Form::Plus if self.groups > 1 => POSSIBLE + 10,
            Form::Plus => WEAK,
            Form::Zeros if self.count < 10 => WEAK,
            Form::Zeros if self.groups > 1 => {
                if assigned {
                    STRONG - 5
                } else {
                    POSSIBLE + 10
                }
            }
            Form::Zeros => {
                if assigned {
                    POSSIBLE + 5
                } else {
                    WEAK
                }
            }
            Form::American => {
                if assigned {
                    LIKELY - 5
                } else {
                    POSSIBLE + 10
                }
            }
            Form::AmericanBlanks => {
                if assigned {
                    POSSIBLE - 1
                } else {
                    WEAK
                }
            }
            Form::Extended => {
                if assigned {
                    STRONG
                } else {
                    LIKELY
                }
            }
            Form::Trunk => self.trunk_alone(),
            Form::Bare => WEAK - 10,
        };
        match self.form {
            Form::Plus => score,
            Form::Zeros if self.amid => score.saturating_sub(40),
            _ if self.amid => score.saturating_sub(25),
            _ => score,
        }
    }

    fn trunk_alone(&self) -> u8 {
        let mobile = self.number.is_some_and(|n| n.line == Line::Mobile);
        let right_length = (9..=12).contains(&self.count);
        match (self.groups, self.is_assigned()) {
            (1, _) if mobile && self.count >= 10 => POSSIBLE,
            (1, _) => WEAK + 5,
            // A United States social security number is written 3-2-4.
            (3, _) if self.dashed => POSSIBLE - 10,
            (_, true) if self.count >= 9 => LIKELY - 5,
            (_, true) => POSSIBLE - 5,
            (2 | 3, false) if right_length => POSSIBLE + 5,
            _ => POSSIBLE - 10,
        }
    }

    /// Whether a unit stands behind: an amount.
    fn measured(&self, block: &Block<'_>) -> bool {
        const UNITS: SenseSet = SenseSet::of(&[Sense::Measure, Sense::TimeUnit, Sense::AgeWord]);
        self.form != Form::Plus && block.senses(self.last + 1).meets(UNITS)
    }
}

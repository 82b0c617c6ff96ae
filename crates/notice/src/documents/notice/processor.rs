//! The notice of a processor: for its customers, and for the people whose data it handles for them (GDPR Art. 28).

use abide_policy::text::Text;

use super::Part;
use crate::block::{Block, Line, Meaning};
use crate::documents::sheet::Sheet;

/// To whom people turn whose data is handled for somebody else.
pub(super) fn callers(sheet: &Sheet<'_>) -> Block {
    let text = vec![Block::text(sheet.say("callers-text"))];
    let note = Block::Note { meaning: Meaning::Limited, blocks: text };
    Block::section("callers", sheet.say("callers"), vec![note])
}

impl Part<'_> {
    /// What stands between "in short" and the versions.
    pub(super) fn processor(&self, out: &mut Vec<Block>) {
        let say = |id: &str| self.sheet.say(id);
        out.push(callers(&self.sheet));
        out.push(self.who("who-processor"));
        if let Some(processing) = &self.policy.processing {
            out.push(self.duty("behalf", &processing.controllers));
            out.push(self.duty("instructions", &processing.instructions));
        }
        out.push(self.what("what-processor"));
        out.push(self.sub_processors());
        out.push(self.places());
        if let Some(processing) = &self.policy.processing {
            let mut help = vec![Block::text(self.sheet.text(&processing.assistance))];
            if self.policy.rights.is_some() {
                help.extend(self.ways().unwrap_or_default());
            }
            out.push(Block::section("assistance", say("assistance"), help));
            out.push(self.duty("ending", &processing.end));
            out.push(self.duty("audit", &processing.audit));
        }
        out.extend(self.security());
        out.extend(self.contract());
        out.extend(self.disputes());
        if !self.policy.cookies.is_empty() {
            out.push(self.stored());
        }
    }

    fn duty(&self, id: &str, text: &Text) -> Block {
        Block::section(id, self.sheet.say(id), vec![Block::text(self.sheet.text(text))])
    }

    fn contract(&self) -> Option<Block> {
        let url = self.policy.processing.as_ref()?.contract.as_ref()?;
        let link = Line::new()
            .text(self.sheet.say("contract-text"))
            .text(" ")
            .link(self.sheet.say("contract-link"), url.as_str());
        Some(Block::section("contract", self.sheet.say("contract"), vec![Block::Text(link)]))
    }
}

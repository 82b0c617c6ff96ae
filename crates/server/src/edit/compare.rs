//! What saving would change: for people, and line by line.

use abide_notice::block::{Block, Meaning};
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication, changes};
use abide_policy::source::read_policy;
use abide_policy::version::Version;

/// The differences between what is in the file and what would be.
pub(crate) fn compare(
    publication: &Publication,
    locale: &Locale,
    before: &str,
    after: &str,
) -> Html {
    if before == after {
        let nothing = Block::note(locale.say("editor-diff-none"));
        return html::blocks(&[nothing], 3);
    }
    let version = |source: &str| {
        read_policy(source).draft.map(|policy| Version::new(policy, source.to_owned()))
    };
    let mut blocks = Vec::new();
    if let (Some(from), Some(to)) = (version(before), version(after)) {
        let people = changes::for_people(publication, locale.lang(), &from, &to);
        let people = if people.is_empty() {
            vec![Block::note(locale.say("editor-diff-people-none"))]
        } else {
            people
        };
        blocks.push(Block::section("editor-diff-people", locale.say("editor-diff-people"), people));
    } else {
        let text = vec![Block::text(locale.say("editor-diff-unreadable"))];
        blocks.push(Block::Note { meaning: Meaning::Limited, blocks: text });
    }
    let lines = vec![Block::Lines(changes::changed_lines(before, after))];
    blocks.push(Block::section("editor-diff-lines", locale.say("editor-diff-lines"), lines));
    html::blocks(&blocks, 3)
}

//! Reading a map file, and holding what was read against more than the file itself.

use super::{Places, Reading, add, decode, finish, format, is_echo, walk};
use crate::check::{self, Answers};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::map::StoreMap;
use crate::model::Policy;

/// Whether a text is a map file rather than a policy: it has a table `[store]`.
#[must_use]
pub fn is_map(source: &str) -> bool {
    source.lines().any(|l| l.split('#').next().is_some_and(|code| code.trim() == "[store]"))
}

/// Reads and checks a map file, by itself: what it says of a policy is checked by [`Reading::against`].
///
/// ```
/// let file = "[store]\nid = 'centre'\nkind = 'sqlite'\nplace = 'centre.db'\npolicy = 'service'\n";
/// let map = abide_policy::source::read_map(file).value.unwrap();
/// assert_eq!(map.id.as_str(), "centre");
/// ```
#[must_use]
pub fn read_map(source: &str) -> Reading<StoreMap> {
    let (table, mut walk) = match walk(source, &format::MAP_FILE) {
        Ok(walked) => walked,
        Err(refused) => return *refused,
    };
    let map = decode::store_map(&table);
    let found = check::map::check(&map, &walk.places);
    add(&mut walk, found);
    answers(&map).apply(check::map::is_alone, &mut walk.diagnostics, &walk.places);
    finish(Some(map), walk)
}

fn placed(d: Diagnostic, places: &Places) -> Diagnostic {
    let span = places.span(&d.place);
    d.at(span)
}

fn answers(map: &StoreMap) -> Answers<'_> {
    Answers { all: &map.acknowledged, whole: "the map" }
}

impl Reading<StoreMap> {
    /// The same, held against the policy under which the store's data falls.
    #[must_use]
    pub fn against(self, policy: &Policy) -> Self {
        let found = self.draft.as_ref().map(|map| check::map::map_against(map, policy));
        self.and(found.unwrap_or_default(), check::map::AGAINST)
    }

    /// The same, with what else was found in the map and where it stands; `due` are the kinds of warnings that were looked
    /// for, of which the file may have acknowledged some.
    #[must_use]
    pub fn and(mut self, found: Vec<Diagnostic>, due: &[Code]) -> Self {
        let Some(map) = self.draft.take() else { return self };
        // After a syntax error whole tables may be lost, and what is missing is not known.
        if !self.diagnostics.iter().any(|d| d.code == Code::TomlSyntax) {
            let wrong = self.diagnostics.iter().map(|d| d.place.clone()).collect();
            let new = found.into_iter().filter(|d| !is_echo(&wrong, &d.place));
            let new: Vec<Diagnostic> = new.map(|d| placed(d, &self.places)).collect();
            self.diagnostics.extend(new);
            answers(&map).apply(|c| due.contains(&c), &mut self.diagnostics, &self.places);
        }
        self.draft = Some(map);
        self.settle();
        self
    }
}

//! What a plan puts right, as people read it: which field, in how many rows, what stood there, what shall, and why.
//!
//! The values are those of the person. They are shown on the page of the request and nowhere else, and are forgotten with it.

use abide_notice::say;
use abide_rights::desk::document::{CorrectPaper, Put, StorePaper};

use super::paper::Reading;

/// So many characters of a value are shown.
const SHOWN: usize = 200;

/// A field that is put right.
pub(super) struct Correct {
    pub(super) field: String,
    pub(super) rows: String,
    pub(super) why: String,
    /// What stood there, and what shall; `None` once that is forgotten.
    pub(super) values: Option<(Vec<String>, String)>,
}

/// The beginning of a value, if it is long.
pub(super) fn short(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", value.get(..at).unwrap_or_default()),
        None => value.to_owned(),
    }
}

impl Reading<'_> {
    /// The fields of a store that are put right.
    pub(super) fn corrects(&self, store: &StorePaper) -> Vec<Correct> {
        let each = store.tables.iter().flat_map(|t| t.correct.iter().map(move |c| (t, c)));
        each.map(|(table, correct)| {
            self.correct(&format!("{}.{}", store.store, table.table), correct)
        })
        .collect()
    }

    fn correct(&self, table: &str, correct: &CorrectPaper) -> Correct {
        let field = format!("{table}.{}", correct.column);
        let of = correct.of.as_deref().unwrap_or_default();
        let why = say!(self.locale, &format!("plan-correct-{}", correct.why), of = of);
        let put = self.right.and_then(|right| right.get(&field));
        let values = put.map(|put| self.values(put));
        Correct { field, rows: self.locale.number(correct.rows), why, values }
    }

    fn values(&self, put: &Put) -> (Vec<String>, String) {
        let empty = || self.locale.say("plan-value-empty");
        let mut was: Vec<String> = put.was.iter().map(|value| short(value)).collect();
        if was.is_empty() {
            was.push(empty());
        }
        (was, put.now.as_deref().map_or_else(empty, short))
    }

    /// What goes by an old value, and stays as it is.
    pub(super) fn left(&self, store: &StorePaper) -> Vec<String> {
        let one = |left: &CorrectPaper| {
            let of = left.of.as_deref().unwrap_or_default();
            let why = self.locale.say(&format!("plan-left-{}", left.why));
            let (field, rows) = (left.column.as_str(), self.locale.number(left.rows));
            say!(
                self.locale,
                "plan-left",
                n = left.rows,
                rows = rows,
                field = field,
                of = of,
                why = why
            )
        };
        store.tables.iter().flat_map(|table| &table.left).map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use abide_notice::Locales;
    use abide_policy::vocab::RequestKind;
    use abide_rights::desk::document::{Paper, TablePaper};
    use jiff::civil::date;

    use super::super::room::Maps;
    use super::*;

    fn one(column: &str, why: &str, of: Option<&str>, rows: u64) -> CorrectPaper {
        CorrectPaper {
            column: column.to_owned(),
            why: why.to_owned(),
            of: of.map(str::to_owned),
            rows,
        }
    }

    fn paper() -> Paper {
        let of = Some("shop.customers.email");
        let left = ["others", "taken", "kept", "fixed", "unfit", "cleared"];
        let table = TablePaper {
            table: "customers".to_owned(),
            change: BTreeMap::from([("asked".to_owned(), 1), ("tied".to_owned(), 2)]),
            correct: vec![
                one("email", "asked", None, 1),
                one("short", "same", of, 1),
                one("mail", "tied", of, 2),
            ],
            left: left
                .iter()
                .enumerate()
                .map(|(n, why)| one("shop.old.mail", why, of, n as u64 + 1))
                .collect(),
            right: 1,
            ..TablePaper::default()
        };
        let store = StorePaper {
            store: "shop".to_owned(),
            tables: vec![table],
            fingerprint: String::new(),
            hand: None,
            purposes: None,
        };
        Paper {
            made: date(2026, 11, 26),
            stores: vec![store],
            seed: String::new(),
            begun: false,
            holds: Vec::new(),
        }
    }

    /// Every reason has its words, the old value stands beside the new one, and nothing is said of values that are forgotten.
    #[test]
    fn what_is_put_right_is_said_in_every_language() {
        let maps = Maps::default();
        let put =
            Put { was: ["a@example.org".to_owned()].into(), now: Some("b@example.org".to_owned()) };
        let long = Put { was: ["x".repeat(300)].into(), now: None };
        let right = BTreeMap::from([
            ("shop.customers.email".to_owned(), put),
            ("shop.customers.short".to_owned(), long),
        ]);
        let kind = RequestKind::Rectification;
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let reading = Reading {
                locale,
                maps: &maps,
                kind,
                purposes: &[],
                right: Some(&right),
                voices: abide_rights::export::Voices::Alone,
            };
            let store = &reading.stores(&paper(), &[])[0];
            let shown: Vec<_> = store.corrects.iter().map(|c| c.values.clone()).collect();
            let (was, now) = shown[0].clone().unwrap();
            assert_eq!(
                (was.as_slice(), now.as_str()),
                (&["a@example.org".to_owned()][..], "b@example.org")
            );
            let (was, now) = shown[1].clone().unwrap();
            assert!(was[0].chars().count() == 201 && !now.is_empty() && shown[2].is_none());
            assert_eq!(
                (store.corrects.len(), store.left.len(), store.tables[0].reasons.len()),
                (3, 6, 3)
            );
            let whys = store.corrects.iter().map(|c| c.why.clone());
            let said: Vec<String> =
                whys.chain(store.left.clone()).chain(store.tables[0].reasons.clone()).collect();
            let unsaid = said.iter().find(|text| text.contains('‹') || text.is_empty());
            assert_eq!(unsaid, None, "{lang}");
            let unlike: std::collections::BTreeSet<&String> = said.iter().collect();
            assert_eq!(unlike.len(), said.len(), "{lang}: {said:?}");
            let forgotten = Reading { right: None, ..reading };
            assert!(forgotten.stores(&paper(), &[])[0].corrects.iter().all(|c| c.values.is_none()));
        }
    }
}

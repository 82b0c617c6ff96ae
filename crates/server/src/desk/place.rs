//! Where a page of the queue stands among all requests that are listed, and how many these are.
//!
//! Owns: reading them as far as they are counted, and cutting the page out. Leaves to others: what a line says ([`super::queue`]).

use abide_notice::{Locale, say};
use abide_records::requests::Request;
use abide_records::requests::queue::{Cursor, Filter};
use abide_rights::desk::{Desk, Failed};

/// As many requests are counted; of more it is said that there are more. As many are sorted otherwise than by the day on which they
/// are due.
pub(super) const COUNTED: usize = 2000;
/// So many requests are read at once.
const READ: u32 = 1000;

/// Where a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// So many stand before it; `None` if that is not known.
    before: Option<usize>,
    /// So many there are, as far as they were counted.
    total: usize,
    /// There are more than were counted.
    more: bool,
}

impl Place {
    /// “26–50 of 1,370”, with as many on the page; nothing of an empty one.
    pub(super) fn in_words(self, locale: &Locale, shown: usize) -> Option<String> {
        if shown == 0 {
            return None;
        }
        let number = |n: usize| locale.number(n as u64);
        let total = number(self.total);
        let Some(before) = self.before else {
            return Some(say!(
                locale,
                "requests-shown-somewhere",
                rows = number(shown),
                total = total
            ));
        };
        let (first, last) = (number(before + 1), number(before + shown));
        let id = if self.more { "requests-shown-more" } else { "requests-shown" };
        Some(say!(locale, id, first = first, last = last, total = total))
    }

    /// Whether nothing stands before the page.
    pub(super) fn is_first(self) -> bool {
        self.before == Some(0)
    }
}

/// Requests in the order in which they are due, as far as they are counted; and whether there are more.
async fn counted(desk: &Desk, filter: &Filter) -> Result<(Vec<Request>, bool), Failed> {
    let mut all: Vec<Request> = Vec::new();
    loop {
        let page =
            desk.records.requests(filter, all.last().map(Cursor::after).as_ref(), READ).await?;
        let is_last = page.len() < READ as usize;
        all.extend(page);
        if is_last || all.len() > COUNTED {
            let more = all.len() > COUNTED;
            all.truncate(COUNTED);
            return Ok((all, more));
        }
    }
}

/// The page after a cursor, with one request more if there is one: `most` of them, in the order of `sort`.
pub(super) async fn page(
    desk: &Desk,
    filter: &Filter,
    after: Option<&Cursor>,
    sort: &str,
    most: usize,
) -> Result<(Vec<Request>, Place), Failed> {
    let (mut all, more) = counted(desk, filter).await?;
    let before = match sort {
        "received" => {
            all.sort_by_key(|r| (r.received, r.id.clone()));
            after_id(&all, after)
        }
        "kind" => {
            all.sort_by_key(|r| (r.kind, r.due, r.id.clone()));
            after_id(&all, after)
        }
        _ => all.partition_point(|r| after.is_some_and(|a| (r.due, &r.id) <= (a.due, &a.id))),
    };
    let place = Place { before: Some(before), total: all.len(), more };
    let by_due = !matches!(sort, "received" | "kind");
    if by_due && more && before + most > all.len() {
        let found = desk.records.requests(filter, after, most.try_into().unwrap_or(READ)).await?;
        let before = (before < all.len()).then_some(before);
        return Ok((found, Place { before, ..place }));
    }
    Ok((all.into_iter().skip(before).take(most).collect(), place))
}

/// Where the page begins after a request, in whatever order; at the start if it is gone.
fn after_id(all: &[Request], after: Option<&Cursor>) -> usize {
    let found = after.and_then(|a| all.iter().position(|r| r.id == a.id));
    found.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use abide_notice::Locales;

    use super::*;

    #[test]
    fn a_page_says_where_it_stands_in_every_language() {
        let whole = Place { before: Some(25), total: 1370, more: false };
        let (much, lost) = (Place { more: true, ..whole }, Place { before: None, ..whole });
        let english = Locales::built_in().get(abide_policy::vocab::Lang::En);
        assert_eq!(whole.in_words(english, 25).as_deref(), Some("26–50 of 1,370"));
        assert_eq!(whole.in_words(english, 0), None);
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let said = [whole, much, lost].map(|place| place.in_words(locale, 25).unwrap());
            for text in &said {
                assert!(text.contains(&locale.number(1370)) && !text.contains('‹'), "{text}");
            }
            assert!(said[0].contains("26") && said[0].contains("50"), "{lang}: {}", said[0]);
            assert!(said[0] != said[1] && !said[2].contains("26"), "{lang}: {}", said[2]);
        }
    }
}

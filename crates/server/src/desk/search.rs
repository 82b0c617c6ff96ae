//! Searching the queue: whose request is it that somebody asks about on the telephone?
//!
//! Owns: what is held against what was typed. Of open requests that is what the queue shows and what the person stated; of closed
//! ones the number, and whole facts by their keyed hashes: nothing else is known of them. Leaves to others: the list
//! ([`super::queue`]).
//!
//! What is typed is personal data: it comes in the body of a form and stands in no address and no log.

use abide_notice::Locale;
use abide_policy::text::Country;
use abide_policy::vocab::Fact;
use abide_records::requests as stored;
use abide_records::requests::queue::{Cursor, Filter};
use abide_rights::desk::document::Who;
use abide_rights::desk::{Desk, Failed};
use abide_rights::identity::{Given, LONGEST};

use super::words;

/// As many are shown; who finds more types more.
pub(super) const MOST: usize = 100;
/// So many requests are read at once.
const PAGE: u32 = 1000;

/// The requests that what was typed may mean: open ones first, by the day on which they are due.
pub(super) async fn found(
    desk: &Desk,
    locale: &Locale,
    typed: &str,
    country: Option<Country>,
) -> Result<Vec<stored::Request>, Failed> {
    if typed.is_empty() || typed.len() > LONGEST {
        return Ok(Vec::new());
    }
    let mut found = open(desk, locale, typed).await?;
    let mut more = desk.requests_about(&facts(typed, country)).await?;
    if let Ok(id) = typed.parse() {
        more.extend(desk.records.request(&id).await?);
    }
    more.sort_by(|a, b| (a.closed_at, a.due, &a.id).cmp(&(b.closed_at, b.due, &b.id)));
    for request in more {
        if !found.iter().any(|known| known.id == request.id) {
            found.push(request);
        }
    }
    Ok(found)
}

/// What a text may be, as facts that single a person out.
fn facts(typed: &str, country: Option<Country>) -> Vec<Given> {
    let alone = [Fact::Email, Fact::Phone, Fact::Id];
    alone.into_iter().filter_map(|fact| Given::of(fact, typed, country).ok()).collect()
}

async fn open(desk: &Desk, locale: &Locale, typed: &str) -> Result<Vec<stored::Request>, Failed> {
    let typed = typed.to_lowercase();
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = desk.records.requests(&Filter::default(), after.as_ref(), PAGE).await?;
        after = page.last().map(Cursor::after);
        let is_last = page.len() < PAGE as usize;
        found.extend(page.into_iter().filter(|request| shows(locale, request, &typed)));
        if is_last || found.len() > MOST {
            return Ok(found);
        }
    }
}

/// Whether a line of the queue, or what was stated, has it; `typed` is in small letters.
fn shows(locale: &Locale, request: &stored::Request, typed: &str) -> bool {
    let who = request.subject.as_ref().and_then(|s| serde_json::from_str::<Who>(s.as_str()).ok());
    let mut texts = vec![
        request.id.to_string(),
        words::who(locale, who.as_ref()),
        locale.say(&format!("request-kind-{}", request.kind)),
        words::state(locale, request.state).word,
        locale.date(request.received),
        locale.date(request.due),
    ];
    texts.extend(request.waits.map(|w| locale.say(&format!("request-waits-{w}"))));
    texts.extend(who.iter().flat_map(Who::stated).map(|(_, value)| value));
    texts.iter().any(|text| text.to_lowercase().contains(typed))
}

/// What the person stated: the name of each fact in the reader's language, and its value.
pub(super) fn stated(locale: &Locale, who: Option<&Who>) -> Vec<(String, String)> {
    let said = |(fact, value): (Fact, String)| (locale.say(&format!("fact-{fact}")), value);
    who.iter().flat_map(|who| who.stated()).map(said).collect()
}

#[cfg(test)]
mod tests {
    use abide_policy::vocab::Vocabulary as _;

    use super::*;

    #[test]
    fn what_is_typed_is_read_as_every_fact_that_it_can_be() {
        let read = |typed: &str| -> Vec<&str> {
            facts(typed, "DE".parse().ok()).iter().map(|g| g.fact().word()).collect()
        };
        assert_eq!(read("anna@example.org"), ["email", "id"]);
        assert_eq!(read("030 23125101"), ["phone", "id"]);
        assert_eq!(read("C-0001"), ["id"]);
        assert_eq!(read(" "), [] as [&str; 0]);
    }
}

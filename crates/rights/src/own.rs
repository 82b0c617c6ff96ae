//! What our own tables hold of a person: of their requests, of what they chose, and that they were erased.
//!
//! Owns: which of it is theirs, what stays and why, the rows for their copy; what a column is for and how long it is kept, in
//! words. Leaves to others: which columns these are (`marks.toml` of `abide-records`), the marks under which is looked
//! ([`crate::identity`]).
//!
//! A telephone number can have been somebody else's. A request that only a number connects with the person is not theirs if it
//! states another e-mail address, number of the organisation or name than the person does.

use std::collections::{BTreeMap, BTreeSet};

use abide_notice::{Locale, say};
use abide_policy::text::{Id, Period};
use abide_policy::vocab::Fact;
use abide_records::holds::Hold;
use abide_records::own::{By, Column, Kept, TABLES, Table};
use abide_records::people::{Choice, Keyed, Suppression};
use abide_records::requests::Request;
use abide_records::{Error, Records, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What our own tables hold of a person.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// Their requests, closed and open.
    pub requests: Vec<Request>,
    /// That they were erased.
    pub suppressions: Vec<Suppression>,
    /// What they chose.
    pub choices: Vec<Choice>,
    /// Legal holds on their data.
    pub holds: Vec<Hold>,
}

/// The person's rows of one of our tables.
#[derive(Debug)]
pub struct Held {
    /// The table.
    pub table: &'static Table,
    /// Its rows, each with its values in the order of [`Table::askers`].
    pub rows: Vec<Vec<Value>>,
}

/// Rows of ours that stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    /// Why.
    pub why: Why,
    /// How many: a request counts once, with everything that belongs to it.
    pub count: u64,
    /// The last day of the last of them, where one is known.
    pub until: Option<Date>,
}

/// Why something of ours stays when a person is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A request is not answered yet.
    Open,
    /// It proves how a request was answered (GDPR Art. 5(2), 17(3)(b)).
    Proof,
    /// It keeps an erased person from coming back unseen: a mark with a ground and a period of its own.
    Erased,
    /// What a person chose is followed (GDPR Art. 7(3), 18, 21).
    Chosen,
    /// A legal hold keeps their data, and proves why (GDPR Art. 17(3)(e)).
    Held,
}

impl Why {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Proof => "proof",
            Self::Erased => "erased",
            Self::Chosen => "chosen",
            Self::Held => "held",
        }
    }
}

impl Own {
    /// What is held under these marks.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn under(records: &Records, marks: &[(Fact, Keyed)]) -> Result<Self, Error> {
        let (mut own, mut found) = (Self::default(), BTreeSet::<Id>::new());
        for (_, who) in marks {
            own.suppressions.extend(records.suppression(who.hash).await?);
            own.choices.extend(records.choices(who.hash).await?);
            own.holds.extend(records.holds_under(who.hash).await?);
            found.extend(records.requests_of(who.hash).await?);
        }
        // A choice is kept under every fact by which the person was known.
        let by: BTreeSet<Id> = own.choices.iter().map(|c| c.request.clone()).collect();
        for request in by {
            let more = records.choices_by(&request).await?;
            own.choices
                .extend(more.into_iter().filter(|c| !own.choices.contains(c)).collect::<Vec<_>>());
        }
        for id in found {
            if are_theirs(&records.identities(&id).await?, marks) {
                own.requests.extend(records.request(&id).await?);
            }
        }
        Ok(own)
    }

    /// The rows of each table of ours, for the person's copy; tables without any are left out.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn rows(&self, records: &Records) -> Result<Vec<Held>, Error> {
        let requests: BTreeSet<String> = self.requests.iter().map(|r| r.id.to_string()).collect();
        let marks = self.suppressions.iter().map(|s| &s.who);
        let marks = marks.chain(self.choices.iter().map(|c| &c.who));
        let marks = marks.chain(self.holds.iter().flat_map(|h| h.who.iter().map(|(_, who)| who)));
        let marks: BTreeSet<String> = marks.map(|who| who.hash.to_string()).collect();
        let mut all = Vec::new();
        for table in TABLES {
            let Some(found) = &table.found else { continue };
            let keys = if found.by == By::Mark { &marks } else { &requests };
            let mut rows = Vec::new();
            for key in keys {
                rows.extend(records.held(table, key).await?);
            }
            if !rows.is_empty() {
                all.push(Held { table, rows });
            }
        }
        Ok(all)
    }

    /// What they chose, each once: it is kept under every fact by which they are known.
    fn each_choice(&self) -> impl Iterator<Item = &Choice> {
        let is_same = |a: &Choice, b: &Choice| {
            (a.kind, a.purpose, &a.request) == (b.kind, b.purpose, &b.request)
        };
        let is_first = move |(at, c): &(usize, &Choice)| {
            self.choices.iter().take(*at).all(|before| !is_same(before, c))
        };
        self.choices.iter().enumerate().filter(is_first).map(|(_, choice)| choice)
    }

    /// What stays on a day when the person is erased, and why; `kept` is how long closed requests are, `zone` where the
    /// organisation is: days are counted by its clocks.
    #[must_use]
    pub fn stays(&self, kept: Period, today: Date, zone: &TimeZone) -> Vec<Stays> {
        let day = |seconds| day(seconds, zone);
        let lasts = |until: &Option<Date>| until.is_none_or(|day| day >= today);
        // By its request somebody ends what was chosen.
        let holds_on = |r: &Request| {
            self.choices.iter().any(|choice| choice.request == r.id && choice.until.is_none())
        };
        let end = |r: &Request| Some((!holds_on(r)).then_some(kept.end(day(r.closed_at?))));
        let closed = self.requests.iter().filter_map(end);
        let open = self.requests.iter().filter(|r| r.closed_at.is_none()).map(|_| None);
        let holds: BTreeMap<&Id, Option<Date>> =
            self.holds.iter().map(|hold| (&hold.id, ends(hold, kept, day))).collect();
        let groups: [(Why, Vec<Option<Date>>); 5] = [
            (Why::Open, open.collect()),
            (Why::Proof, closed.filter(lasts).collect()),
            (Why::Erased, self.suppressions.iter().map(|s| Some(s.until)).filter(lasts).collect()),
            (Why::Chosen, self.each_choice().map(|c| c.until).filter(lasts).collect()),
            (Why::Held, holds.into_values().filter(lasts).collect()),
        ];
        let stays = groups.into_iter().filter(|(_, days)| !days.is_empty());
        let one = |(why, days): (Why, Vec<Option<Date>>)| Stays {
            why,
            count: days.len() as u64,
            until: days.into_iter().max_by_key(|d| d.unwrap_or(Date::MAX)).flatten(),
        };
        stays.map(one).collect()
    }
}

/// The last day on which a hold stays: as long as a closed request, after it has ended.
fn ends(hold: &Hold, kept: Period, day: impl Fn(i64) -> Date) -> Option<Date> {
    let lifted = hold.lifted.as_ref().map(|(_, at)| day(*at));
    let ended = [lifted, hold.until].into_iter().flatten().min();
    ended.map(|day| kept.end(day))
}

/// What one of our tables holds, in a word or three.
#[must_use]
pub fn title(locale: &Locale, table: &Table) -> String {
    locale.say(&format!("own-table-{}", table.name))
}

/// What a column of ours is for.
#[must_use]
pub fn purpose(locale: &Locale, table: &Table, column: &Column) -> String {
    locale.say(&format!("own-column-{}-{}", table.name, column.name))
}

/// How long values of ours stay; `closed` is how long closed requests do.
#[must_use]
pub fn retention(locale: &Locale, kept: Kept, closed: Period) -> String {
    let id = format!("own-kept-{}", kept.word());
    say!(locale, &id, period = locale.period(closed))
}

/// The day of a time of ours, by the clocks of a place.
pub(crate) fn day(seconds: i64, zone: &TimeZone) -> Date {
    zone.to_datetime(Timestamp::from_second(seconds).unwrap_or_default()).date()
}

/// Whether a request that states these facts is of the person under these marks, one of which is among them.
pub(crate) fn are_theirs(stated: &[(Fact, Keyed)], marks: &[(Fact, Keyed)]) -> bool {
    let firm = |(fact, _): &&(Fact, Keyed)| *fact != Fact::Phone;
    let same = |(_, who): &(Fact, Keyed)| marks.iter().any(|(_, mark)| mark.hash == who.hash);
    let both = |(fact, _): &(Fact, Keyed)| marks.iter().any(|(known, _)| known == fact);
    stated.iter().filter(firm).any(same) || !stated.iter().filter(firm).any(both)
}

#[cfg(test)]
mod tests {
    use abide_policy::vocab::{Lang, RequestKind, RequestState};
    use abide_records::{Digest, Document};
    use jiff::civil::date;

    use super::*;

    fn closed(at: i64) -> Request {
        Request {
            id: "r1".parse().unwrap(),
            kind: RequestKind::Access,
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            subject: None,
            received: date(2026, 12, 1),
            due: date(2027, 1, 4),
            extension: None,
            paused_since: None,
            paused_days: 0,
            state: RequestState::Done,
            waits: None,
            refusal: None,
            version: 1,
            lease: None,
            created_at: at,
            updated_at: at,
            closed_at: Some(at),
        }
    }

    fn lifted(at: i64) -> Hold {
        Hold {
            id: "h1".parse().unwrap(),
            who: vec![mark(Fact::Email, 1)],
            reason: "claim".to_owned(),
            covers: Document::new("{}".to_owned()).unwrap(),
            until: None,
            placed: ("olga".to_owned(), at),
            lifted: Some(("eva".to_owned(), at)),
        }
    }

    /// Half an hour before the year ends in Greenwich it has begun in Berlin, and in New York the day has not ended by far.
    #[test]
    fn the_last_day_is_counted_by_the_clocks_of_the_organisation() {
        let at: Timestamp = "2026-12-31T23:30:00Z".parse().unwrap();
        let at = at.as_second();
        let own = Own { requests: vec![closed(at)], holds: vec![lifted(at)], ..Own::default() };
        let kept = Period::THREE_YEARS;
        for (zone, last) in [
            ("UTC0", date(2029, 12, 31)),
            ("CET-1CEST,M3.5.0,M10.5.0/3", date(2030, 1, 1)),
            ("EST5EDT,M3.2.0,M11.1.0", date(2029, 12, 31)),
        ] {
            let zone = TimeZone::posix(zone).unwrap();
            let said = own.stays(kept, last, &zone);
            let said: Vec<_> = said.iter().map(|s| (s.why, s.until)).collect();
            assert_eq!(said, [(Why::Proof, Some(last)), (Why::Held, Some(last))], "{zone:?}");
            assert_eq!(own.stays(kept, last.tomorrow().unwrap(), &zone), [], "{zone:?}");
        }
    }

    fn mark(fact: Fact, byte: u8) -> (Fact, Keyed) {
        (fact, Keyed { hash: Digest([byte; 32]), key: "k1".parse().unwrap() })
    }

    #[test]
    fn a_number_alone_does_not_connect_people_who_say_that_they_are_others() {
        use Fact::{Email, Id, Phone};
        let (phone, anna) = (mark(Phone, 1), mark(Email, 2));
        let asked = [phone.clone(), anna.clone()];
        for (stated, theirs) in [
            (vec![phone.clone()], true),
            (vec![phone.clone(), anna.clone()], true),
            (vec![anna, mark(Phone, 9)], true),
            (vec![phone.clone(), mark(Id, 3)], true),
            (vec![phone.clone(), mark(Email, 4)], false),
            (vec![phone.clone(), mark(Email, 4), mark(Email, 2)], true),
        ] {
            assert_eq!(are_theirs(&stated, &asked), theirs, "{stated:?}");
        }
        assert!(are_theirs(&[phone.clone(), mark(Email, 4)], &[phone]), "nobody says another");
    }
}

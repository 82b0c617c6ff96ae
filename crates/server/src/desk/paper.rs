//! A plan as people read it: what becomes of the rows of each table, why, and in which order; and how it differs from the
//! plan before.

use std::collections::BTreeMap;

use abide_notice::{Locale, say};
use abide_policy::decide::{on_consent, open_to_objection};
use abide_policy::model::Statement;
use abide_policy::text::Text;
use abide_policy::vocab::{Purpose, RequestKind, Set, Vocabulary as _};
use abide_records::requests::plans::{Step, StepState};
use abide_rights::desk::document::{
    CausePaper, KeepPaper, Keeps, Paper, Put, StorePaper, TablePaper,
};
use abide_rights::export::Voices;
use abide_rights::state::only_reads;

use super::correct::Correct;
use super::hands;
use super::room::Maps;
use super::words::Mark;
use abide_notice::block::Meaning;

/// The name under which a plan lists a step that changes what may be done, not data.
const CHOICES: &str = "choices";

/// The step of a plan that writes a copy.
const EXPORT: &str = "export";

/// What becomes of the rows of one table: a number for each kind of thing that this kind of plan does.
pub(super) struct TableView {
    pub(super) name: String,
    pub(super) counts: Vec<String>,
    pub(super) reasons: Vec<String>,
}

/// One step: one store.
pub(super) struct StoreView {
    pub(super) name: String,
    pub(super) state: Mark,
    pub(super) tables: Vec<TableView>,
    /// What is put right, column by column.
    pub(super) corrects: Vec<Correct>,
    /// What goes by an old value, and stays as it is.
    pub(super) left: Vec<String>,
    /// What is done where no rows are.
    pub(super) instead: Option<String>,
    /// Why a person does it.
    pub(super) hand: Option<String>,
}

/// A table of which the plan before said something else.
pub(super) struct Differs {
    pub(super) table: String,
    pub(super) changes: Vec<String>,
}

/// Adds up and puts into words.
pub(super) struct Reading<'a> {
    pub(super) locale: &'a Locale,
    pub(super) maps: &'a Maps,
    pub(super) kind: RequestKind,
    /// What the request says of purposes, for plans of older programs.
    pub(super) purposes: &'a [String],
    /// The values that are put right, until whom they are about is forgotten.
    pub(super) right: Option<&'a BTreeMap<String, Put>>,
    /// Which recordings go with a copy.
    pub(super) voices: Voices,
}

type Numbers = Vec<u64>;

/// A number of a table by its name. Recordings are those that are copied as files: the rows that tell of them are rows as any other.
fn number(table: &TablePaper, name: &str, voices: Voices) -> u64 {
    match name {
        "delete" => table.delete,
        "change" | "correct" => table.change.values().sum(),
        "keep" => table.keep.iter().map(|k| k.rows).sum(),
        "share" => table.share,
        // Older programs called what is copied seen.
        "copy" => table.copy + table.seen,
        "recordings" => table.sounds(voices),
        _ => table.seen,
    }
}

/// The names of the numbers that a plan of this kind has, for messages.
const fn columns(kind: RequestKind) -> &'static [&'static str] {
    match kind {
        kind if only_reads(kind) => &["copy", "recordings"],
        RequestKind::Rectification => &["correct"],
        _ => &["delete", "change", "keep", "share", "seen"],
    }
}

impl Reading<'_> {
    fn numbers(&self, table: &TablePaper) -> Numbers {
        columns(self.kind).iter().map(|name| number(table, name, self.voices)).collect()
    }

    /// What the numbers of a plan are called.
    pub(super) fn heads(&self) -> Vec<String> {
        columns(self.kind).iter().map(|name| self.locale.say(&format!("plan-{name}"))).collect()
    }

    /// All tables together.
    pub(super) fn totals(&self, paper: &Paper) -> Vec<(String, String)> {
        let tables = || paper.stores.iter().flat_map(|s| &s.tables);
        let sum = |name: &&str| tables().map(|table| number(table, name, self.voices)).sum();
        let sums = columns(self.kind).iter().map(sum).map(|n: u64| self.locale.number(n));
        self.heads().into_iter().zip(sums).collect()
    }

    /// The steps, in order.
    pub(super) fn stores(&self, paper: &Paper, steps: &[Step]) -> Vec<StoreView> {
        let one = |(at, store): (usize, &StorePaper)| StoreView {
            name: self.store(&store.store),
            state: self.step(steps.iter().find(|s| s.seq as usize == at + 1)),
            tables: store.tables.iter().map(|t| self.table(store, t)).collect(),
            corrects: self.corrects(store),
            left: self.left(store),
            instead: self.instead(store),
            hand: store.hand.as_ref().map(|hand| hands::reason(self.locale, hand)),
        };
        paper.stores.iter().enumerate().map(one).collect()
    }

    fn store(&self, name: &str) -> String {
        match name {
            CHOICES => self.locale.say("plan-choices"),
            EXPORT => self.locale.say("plan-export"),
            name => name.to_owned(),
        }
    }

    fn instead(&self, store: &StorePaper) -> Option<String> {
        match store.store.as_str() {
            CHOICES => {}
            EXPORT => return Some(self.locale.say(&format!("plan-export-{}", self.kind))),
            _ => return store.tables.is_empty().then(|| self.locale.say("plan-store-empty")),
        }
        let id = format!("plan-choices-{}", self.kind);
        let purposes = store.purposes.as_deref().unwrap_or(self.purposes);
        let named = purposes.iter().filter_map(|p| Purpose::from_word(p));
        let named: Vec<String> = named.map(|p| self.locale.short(p)).collect();
        let purposes =
            if named.is_empty() { self.every_purpose() } else { self.locale.list(&named) };
        Some(say!(self.locale, &id, purposes = purposes))
    }

    /// What a choice covers that names no purpose: the right's own measure, and what that is by the policies in force.
    fn every_purpose(&self) -> String {
        let of = match self.kind {
            RequestKind::Objection => open_to_objection,
            RequestKind::Withdrawal => on_consent,
            _ => return self.locale.say("plan-all-purposes"),
        };
        let covered: Set<Purpose> =
            self.maps.policies.iter().flatten().flat_map(|policy| of(policy).iter()).collect();
        let named: Vec<String> = covered.iter().map(|p| self.locale.short(p)).collect();
        if named.is_empty() {
            return self.locale.say("plan-all-purposes-none");
        }
        say!(self.locale, "plan-all-purposes-named", purposes = self.locale.list(&named))
    }

    fn step(&self, step: Option<&Step>) -> Mark {
        let state = step.map_or(StepState::Pending, |s| s.state);
        let (meaning, id) = match state {
            StepState::Pending => (Meaning::None, "step-pending"),
            StepState::Running => (Meaning::Limited, "step-running"),
            StepState::Done => (Meaning::Allowed, "step-done"),
            StepState::Failed => (Meaning::Refused, "step-failed"),
        };
        Mark { meaning, word: self.locale.say(id), long: String::new() }
    }

    fn table(&self, store: &StorePaper, table: &TablePaper) -> TableView {
        let by_hand = store.hand.iter().flat_map(|_| hands::lines(self.locale, table));
        let mut reasons: Vec<String> = by_hand.collect();
        reasons.extend(self.gone(&store.store, table));
        reasons.extend(table.change.iter().flat_map(|(why, n)| self.changed(table, why, *n)));
        reasons.extend(self.falls_under(&store.store, table));
        reasons.extend(table.keep.iter().map(|kept| self.kept(&store.store, kept)));
        let share = if table.is_sound { "recordings" } else { "share" };
        let plain = [("nothing", table.nothing), (share, table.share), ("right", table.right)];
        let erased =
            [("seen", table.seen)].into_iter().filter(|_| self.kind == RequestKind::Erasure);
        let sound = if table.is_sound { table.copy } else { 0 };
        let voices = match self.voices {
            Voices::Shared => "voices-shared",
            Voices::Alone if self.kind == RequestKind::Portability => "voices-left",
            Voices::Alone => "voices",
        };
        let copied = [("sound", sound), (voices, table.voices), ("omit", table.omit)];
        let more = plain.into_iter().chain(erased).chain(copied).filter(|(_, n)| *n > 0);
        reasons.extend(more.map(|(why, n)| self.because(&format!("plan-why-{why}"), n)));
        let told = [
            ("plan-tells", &table.tells),
            ("plan-keys", &table.keys),
            ("plan-stays", &table.stays),
        ];
        for (id, columns) in told {
            reasons.extend(columns.iter().map(|(column, n)| {
                let rows = self.locale.number(*n);
                say!(self.locale, id, n = *n, rows = rows, column = column.as_str())
            }));
        }
        let counts = self.numbers(table).into_iter().map(|n| self.locale.number(n)).collect();
        TableView { name: table.table.clone(), counts, reasons }
    }

    /// Why rows go: by which rule of the map they are the person's, and which statement kept them until now.
    fn gone(&self, store: &str, table: &TablePaper) -> Vec<String> {
        let gone = table.causes.iter().filter(|cause| cause.what == CausePaper::DELETE);
        gone.map(|cause| {
            let (n, rows) = (cause.rows, self.locale.number(cause.rows));
            let why = match &cause.of {
                None => say!(self.locale, "plan-gone-person", n = n, rows = rows),
                Some(of) => {
                    // A table of the same store is called as it is in this list.
                    let of = of.strip_prefix(&format!("{store}.")).unwrap_or(of);
                    let by = self.locale.list(&cause.by);
                    say!(self.locale, "plan-gone-edge", n = n, rows = rows, table = of, column = by)
                }
            };
            match &cause.over {
                None => why,
                Some(id) => {
                    let over =
                        say!(self.locale, "plan-gone-over", statement = self.title(store, id));
                    self.locale.apart(&[why, over])
                }
            }
        })
        .collect()
    }

    /// Why rows change, and which of their columns.
    fn changed(&self, table: &TablePaper, why: &str, n: u64) -> Vec<String> {
        let because = self.because(&format!("plan-why-{}", self.why(why)), n);
        let its = table.causes.iter().filter(|cause| cause.what == why);
        let columns = its.flat_map(|cause| &cause.columns);
        let columns: Vec<String> =
            columns.filter_map(|(name, what)| self.column(name, what)).collect();
        let columns = (!columns.is_empty())
            .then(|| say!(self.locale, "plan-columns", columns = self.locale.list(&columns)));
        std::iter::once(because).chain(columns).collect()
    }

    /// What becomes of a column; a word that this program does not know says nothing.
    fn column(&self, name: &str, what: &str) -> Option<String> {
        let id = format!("plan-column-{what}");
        self.locale.has(&id).then(|| say!(self.locale, &id, column = name))
    }

    /// Under which statement of the policy the rows fall that go or change.
    fn falls_under(&self, store: &str, table: &TablePaper) -> Option<String> {
        let id = table.statement.as_ref().filter(|_| self.kind == RequestKind::Erasure)?;
        Some(say!(self.locale, "plan-statement", statement = self.title(store, id)))
    }

    /// A statement as people know it.
    fn title(&self, store: &str, id: &str) -> String {
        let found = self.statement(store, id).map(|s| s.title.or_any(self.locale.lang()));
        found.filter(|title| !title.is_empty()).unwrap_or(id).to_owned()
    }

    /// Older programs gave the reason of an erasure for a correction.
    fn why<'w>(&self, why: &'w str) -> &'w str {
        let old = self.kind == RequestKind::Rectification && why == "rule";
        if old { "asked" } else { why }
    }

    fn because(&self, id: &str, rows: u64) -> String {
        say!(self.locale, id, n = rows, rows = self.locale.number(rows))
    }

    /// Why rows stay: what keeps them, and until when.
    fn kept(&self, store: &str, kept: &KeepPaper) -> String {
        let title = self.keeps(store, kept);
        let (n, rows) = (kept.rows, self.locale.number(kept.rows));
        match kept.until {
            Some(day) => {
                let day = self.locale.date(day);
                say!(
                    self.locale,
                    "plan-why-keep",
                    n = n,
                    rows = rows,
                    statement = title,
                    until = day
                )
            }
            None => match kept.lasts(self.locale) {
                Some(term) => {
                    let id = "plan-why-keep-term";
                    say!(self.locale, id, n = n, rows = rows, statement = title, term = term)
                }
                None => {
                    say!(self.locale, "plan-why-keep-open", n = n, rows = rows, statement = title)
                }
            },
        }
    }

    /// What keeps rows of a store: a statement of its policy, as people know it; with the law, if one does; or a legal hold.
    pub(super) fn keeps(&self, store: &str, kept: &KeepPaper) -> String {
        let (locale, noted) = (self.locale, kept.reason.clone().unwrap_or_default());
        if kept.why == Keeps::Hold {
            return match noted.as_str() {
                "" => locale.say("plan-keeps-hold-others"),
                reason => say!(locale, "plan-keeps-hold", reason = reason),
            };
        }
        let found = self.statement(store, &kept.statement);
        let said = |text: &Text| Some(text.or_any(locale.lang()).to_owned());
        let title = self.title(store, &kept.statement);
        let law = found.and_then(|s| said(&s.retention.reason)).filter(|law| !law.is_empty());
        match (kept.why, law.unwrap_or(noted)) {
            (Keeps::Law, law) if law.is_empty() => {
                say!(locale, "plan-keeps-law-unnamed", statement = title)
            }
            (Keeps::Law, law) => say!(locale, "plan-keeps-law", statement = title, law = law),
            _ => title,
        }
    }

    /// The statement of a store's policy.
    fn statement(&self, store: &str, id: &str) -> Option<&Statement> {
        let mut maps = self.maps.files.iter();
        let at = maps.position(|f| f.map.as_ref().is_some_and(|m| m.id.as_str() == store))?;
        let policy = self.maps.policies.get(at)?.as_deref()?;
        policy.statements.iter().find(|s| s.id.as_str() == id)
    }

    /// Where two plans say different numbers.
    pub(super) fn differences(&self, before: &Paper, now: &Paper) -> Vec<Differs> {
        let mut tables: BTreeMap<String, (Numbers, Numbers)> = BTreeMap::new();
        for (name, table) in named(before) {
            tables.entry(name).or_default().0 = self.numbers(table);
        }
        for (name, table) in named(now) {
            tables.entry(name).or_default().1 = self.numbers(table);
        }
        let differing = tables.into_iter().filter(|(_, (before, now))| before != now);
        differing
            .map(|(table, (before, now))| Differs { table, changes: self.changes(&before, &now) })
            .collect()
    }

    fn changes(&self, before: &[u64], now: &[u64]) -> Vec<String> {
        let names = columns(self.kind).iter().enumerate();
        let differing = names.filter(|(i, _)| pick(before, *i) != pick(now, *i));
        let one = |(i, name): (usize, &&str)| {
            let was = self.locale.number(pick(before, i));
            let is = self.locale.number(pick(now, i));
            let what = self.locale.say(&format!("plan-{name}"));
            say!(self.locale, "plan-differs", what = what, before = was, after = is)
        };
        differing.map(one).collect()
    }
}

fn pick(numbers: &[u64], at: usize) -> u64 {
    numbers.get(at).copied().unwrap_or_default()
}

fn named(paper: &Paper) -> impl Iterator<Item = (String, &TablePaper)> {
    paper
        .stores
        .iter()
        .flat_map(|store| store.tables.iter().map(|t| (format!("{}.{}", store.store, t.table), t)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use abide_policy::vocab::{Lang, Since};
    use abide_rights::desk::document::TermPaper;
    use jiff::civil::date;

    fn paper(delete: u64, keep: u64) -> Paper {
        let kept = KeepPaper {
            statement: "billing".to_owned(),
            until: Some(date(2036, 12, 31)),
            rows: keep,
            ..KeepPaper::default()
        };
        let calls = TablePaper {
            table: "calls".to_owned(),
            delete,
            change: BTreeMap::from([("others".to_owned(), 2)]),
            keep: vec![kept],
            ..TablePaper::default()
        };
        let store = StorePaper {
            store: "centre".to_owned(),
            tables: vec![calls],
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

    /// How a plan for erasure is told.
    fn of_erasure<'a>(locale: &'a Locale, maps: &'a Maps) -> Reading<'a> {
        let (kind, voices) = (RequestKind::Erasure, Voices::Alone);
        Reading { locale, maps, kind, purposes: &[], right: None, voices }
    }

    #[test]
    fn a_law_and_a_hold_are_named_in_every_language() {
        let maps = Maps::default();
        let keep = |why, reason: Option<&str>| KeepPaper {
            why,
            statement: "billing".to_owned(),
            reason: reason.map(str::to_owned),
            ..KeepPaper::default()
        };
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let reading = of_erasure(locale, &maps);
            let says = |keep: &KeepPaper| reading.keeps("centre", keep);
            let law = says(&keep(Keeps::Law, Some("§ 147 AO")));
            assert!(law.contains("billing") && law.contains("§ 147 AO"), "{lang}: {law}");
            let unnamed = says(&keep(Keeps::Law, None));
            assert!(unnamed.len() > "billing".len() && !unnamed.contains('‹'), "{unnamed}");
            let hold = says(&keep(Keeps::Hold, Some("claim 12/26")));
            assert!(hold.contains("claim 12/26") && !hold.contains("billing"), "{lang}: {hold}");
            let others = says(&keep(Keeps::Hold, None));
            assert!(!others.is_empty() && !others.contains('‹'), "{lang}: {others}");
            assert_eq!(says(&keep(Keeps::Statement, Some("because"))), "billing");
        }
    }

    /// A day that is not known is not claimed: instead it is said how long rows stay, and from when that counts.
    #[test]
    fn what_stays_until_no_known_day_says_how_long_in_every_language() {
        let maps = Maps::default();
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let reading = of_erasure(locale, &maps);
            for from in [Since::ContractEnd, Since::LastUse, Since::Collection] {
                let term =
                    TermPaper { period: "10 years".to_owned(), from: from.word().to_owned() };
                let statement = "billing".to_owned();
                let keep =
                    KeepPaper { statement, term: Some(term), rows: 3, ..KeepPaper::default() };
                let said = reading.kept("centre", &keep);
                let lasts = locale.lasts("10 years".parse().unwrap(), from);
                assert!(said.contains(&lasts) && said.contains("billing"), "{lang}: {said}");
                assert!(said.contains('3') && !said.contains('‹'), "{lang}: {said}");
            }
        }
    }

    /// One row is not “they”, and no reason lacks its number, in any language.
    #[test]
    fn reasons_agree_with_their_number_in_every_language() {
        let maps = Maps::default();
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let reading = of_erasure(locale, &maps);
            let tells = |n: u64| {
                let tells = BTreeMap::from([("extra".to_owned(), n)]);
                let table = TablePaper { tells, ..TablePaper::default() };
                let said = reading.table(&StorePaper::default(), &table).reasons.concat();
                assert!(said.contains("extra") && said.contains("\"redact\""), "{said}");
                said
            };
            let rows = ["others", "rule", "referred", "lets-go", "share", "seen"];
            let sounds = ["recordings", "sound", "voices", "voices-left", "voices-shared"];
            let whys = rows.into_iter().chain(sounds);
            let said = |why: &str, n| reading.because(&format!("plan-why-{why}"), n);
            let pairs = whys.map(|why| (said(why, 1), said(why, 3)));
            for (one, three) in pairs.chain([(tells(1), tells(3))]) {
                assert!(one.contains('1') && three.contains('3') && !one.contains('‹'), "{one}");
                assert_ne!(one.replace('1', "3"), three, "{lang}");
            }
        }
    }

    /// What goes says by which edge and what kept it; what changes, in which columns; a word of a later program says nothing.
    #[test]
    fn what_led_to_it_is_said_in_every_language() {
        let maps = Maps::default();
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let reading = of_erasure(locale, &maps);
            let said = |n: u64, of: Option<&str>, over: Option<&str>| {
                let (of, over) = (of.map(str::to_owned), over.map(str::to_owned));
                let what = CausePaper::DELETE.to_owned();
                let cause = CausePaper {
                    what,
                    of,
                    by: vec!["contact_id".to_owned()],
                    over,
                    rows: n,
                    ..CausePaper::default()
                };
                let table = TablePaper { causes: vec![cause], ..TablePaper::default() };
                reading.gone("centre", &table).concat()
            };
            let (here, there) =
                (said(3, Some("centre.contacts"), None), said(3, Some("crm.people"), None));
            assert!(here.contains("contacts") && !here.contains("centre."), "{lang}: {here}");
            assert!(
                there.contains("crm.people") && there.contains("contact_id"),
                "{lang}: {there}"
            );
            assert!(!said(3, None, None).contains("contact_id"), "{lang}");
            assert!(said(3, None, Some("billing")).contains("billing"), "{lang}");
            for of in [None, Some("centre.contacts")] {
                assert_ne!(said(1, of, None).replace('1', "3"), said(3, of, None), "{lang}");
            }
            let words = ["empty", "unique", "month", "redact", "unheard-of"];
            let columns = words.map(|word| (format!("by_{word}"), word.to_owned()));
            let cause = CausePaper {
                what: "others".to_owned(),
                columns: columns.into(),
                rows: 2,
                ..CausePaper::default()
            };
            let table = TablePaper { causes: vec![cause], ..TablePaper::default() };
            let changed = reading.changed(&table, "others", 2);
            assert!(changed.len() == 2 && !changed.concat().contains('‹'), "{lang}: {changed:?}");
            assert_eq!(changed[1].matches("by_").count(), 4, "{lang}: {changed:?}");
            assert_eq!(reading.changed(&table, "rule", 2).len(), 1, "another reason has none");
        }
    }

    #[test]
    fn every_count_has_its_reason_and_only_differences_differ() {
        let maps = Maps::default();
        let locale = Locales::built_in().get(Lang::En);
        let reading = Reading {
            locale,
            maps: &maps,
            kind: RequestKind::Erasure,
            purposes: &[],
            right: None,
            voices: Voices::Alone,
        };
        let stores = reading.stores(&paper(1234, 3), &[]);
        let table = &stores[0].tables[0];
        assert_eq!(table.counts, ["1,234", "2", "3", "0", "0"]);
        assert_eq!(table.reasons.len(), 2);
        assert!(
            table.reasons[1].contains("billing") && table.reasons[1].contains("31 December 2036")
        );
        assert!(reading.differences(&paper(1, 3), &paper(1, 3)).is_empty());
        let differing = reading.differences(&paper(1, 3), &paper(5, 3));
        assert_eq!((differing[0].table.as_str(), differing[0].changes.len()), ("centre.calls", 1));
    }
}

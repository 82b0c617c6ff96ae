//! What came of a request: what was done and read back, what stays and until when, what was refused.
//!
//! Owns: the words of it, also those for what our own tables hold of a person before anything is done. Leaves to others: what
//! is kept of a request ([`abide_rights::desk::report`]).

use abide_notice::html::Html;
use abide_notice::{Locale, say};
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_records::people::Choice;
use abide_records::requests::{self as stored, history::Event};
use abide_rights::desk::document::{Paper, TablePaper};
use abide_rights::desk::report::{Corrected, Remaining, Report, Stay, found_nobody};
use abide_rights::desk::{Case, Desk, Failed, Handed, UNTIL_CLEANED};
use abide_rights::own::Stays;
use abide_rights::state::only_reads;
use askama::Template;
use jiff::civil::Date;

use super::handing;
use super::paper::Reading;

/// What our own tables say about it.
#[derive(Default)]
pub(super) struct Ours {
    /// What is held of the person beside this request, while its plan waits for approval.
    held: Vec<Stays>,
    /// What was chosen by it, as far as it still holds.
    chosen: Vec<Choice>,
    /// Until when this request stays, and the marks by which an erased person is remembered.
    lasts: (Option<Date>, Option<Date>),
}

impl Ours {
    /// Reads it. Nothing is said of what is held while a store is away that tells people apart.
    pub(super) async fn read(desk: &Desk, case: &Case, today: Date) -> Result<Self, Failed> {
        if stored::is_closed(case.stored.state) {
            let chosen = desk.chosen(&case.stored.id, today).await?;
            return Ok(Self { held: Vec::new(), chosen, lasts: desk.answer_lasts(case).await? });
        }
        let asked = matches!(case.stored.kind, RequestKind::Erasure | RequestKind::Access);
        if !asked || case.stored.waits != Some(Waits::Approval) {
            return Ok(Self::default());
        }
        let own = match desk.own_beside(case).await {
            Err(Failed::Store(_)) => return Ok(Self::default()),
            own => own?,
        };
        Ok(Self { held: own.stays(desk.kept, today, &desk.zone), ..Self::default() })
    }

    /// Whether something that was chosen holds.
    pub(super) const fn holds(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// What is held of the person, in words.
    pub(super) fn held(&self, locale: &Locale) -> Vec<String> {
        self.held.iter().map(|s| own(locale, s.why.word(), s.count, s.until)).collect()
    }
}

/// A request that is closed, in words.
#[derive(Default)]
pub(super) struct Outcome {
    figures: Vec<(String, String)>,
    lines: Vec<String>,
    kept: Vec<Kept>,
    own: Vec<String>,
    /// By store, what of deleted data is still on its disks.
    disks: Vec<(String, Vec<String>)>,
}

/// Rows of a table that stay.
struct Kept {
    table: String,
    rows: String,
    why: String,
    until: String,
}

/// The result of a request, as far as it is closed; `there` says whether the copy still lies ready.
pub(super) fn outcome(
    reading: &Reading<'_>,
    case: &Case,
    events: &[Event],
    ours: &Ours,
    there: bool,
) -> Option<Outcome> {
    let locale = reading.locale;
    let nobody = found_nobody(events);
    match (case.stored.state, case.stored.kind) {
        (RequestState::Refused, _) => Some(refused(locale, case)),
        (RequestState::Withdrawn, _) => Some(said(locale.say("result-taken-back"))),
        (RequestState::Done, RequestKind::Erasure) => {
            let report = Report::last(events)?;
            if nobody {
                let own = own_of(locale, &report, ours.lasts);
                return Some(Outcome { own, ..said(locale.say("result-nobody")) });
            }
            let mut outcome = erased(reading, &report, ours.lasts);
            let paper = case.plan.iter().map(|(_, paper)| paper);
            outcome
                .kept
                .extend(paper.flat_map(Paper::shared).map(|(store, t)| shared(locale, store, t)));
            Some(outcome)
        }
        (RequestState::Done, RequestKind::Rectification) if nobody => {
            Some(said(locale.say("result-nobody")))
        }
        (RequestState::Done, RequestKind::Rectification) => {
            let found = case.plan.as_ref().is_none_or(|(_, paper)| paper.totals() != (0, 0));
            Some(corrected(locale, events.iter().rev().find_map(Corrected::of), found))
        }
        (RequestState::Done, kind) if only_reads(kind) => {
            let gone = (!there).then(|| locale.say("result-copy-gone"));
            let nobody = nobody.then(|| locale.say("result-nobody"));
            let handed = events.iter().rev().find_map(Handed::of);
            let handed = handed.map(|h| handing::handed(locale, "result-handed", h));
            let lines: Vec<String> = handed.into_iter().chain(nobody).chain(gone).collect();
            (!lines.is_empty()).then(|| Outcome { lines, ..Outcome::default() })
        }
        (RequestState::Done, _) => Some(said(chosen(reading, &ours.chosen, nobody))),
        _ => None,
    }
}

fn said(line: String) -> Outcome {
    Outcome { lines: vec![line], ..Outcome::default() }
}

fn refused(locale: &Locale, case: &Case) -> Outcome {
    // What the person was told may be about them: it is forgotten when the request is closed.
    let why = case.stored.refusal.as_ref();
    let lines = why.map(|r| locale.say(&format!("refusal-reason-{}", r.code)));
    Outcome { lines: lines.into_iter().collect(), ..Outcome::default() }
}

/// What was put right; `found` says whether the person had any such row.
fn corrected(locale: &Locale, done: Option<Corrected>, found: bool) -> Outcome {
    // Older requests kept no figures.
    let Some(Corrected { changed, columns, accepted }) = done else {
        return said(locale.say("result-corrected-true"));
    };
    let (rows, columns) = (locale.number(changed), columns.join(", "));
    if changed == 0 && !found {
        return said(say!(locale, "result-corrected-nothing", columns = columns));
    }
    let line = say!(locale, "result-corrected", n = changed, rows = rows, columns = columns);
    let read = if accepted { "result-accepted" } else { "result-corrected-true" };
    let lines = vec![line, locale.say(read)];
    Outcome { lines, ..Outcome::default() }
}

/// From when on which uses are refused.
fn chosen(reading: &Reading<'_>, chosen: &[Choice], nobody: bool) -> String {
    let locale = reading.locale;
    let Some(since) = chosen.iter().map(|c| c.since).max() else {
        return locale.say("result-choices-gone");
    };
    if nobody {
        return say!(locale, "result-choices-nobody", day = locale.date(since));
    }
    let named: Option<Vec<String>> =
        chosen.iter().map(|c| c.purpose.map(|p| locale.short(p))).collect();
    let purposes = match named {
        Some(named) => locale.list(&named),
        None => locale.say("plan-all-purposes"),
    };
    let id = format!("result-choices-{}", reading.kind);
    say!(locale, &id, day = locale.date(since), purposes = purposes)
}

fn erased(reading: &Reading<'_>, report: &Report, lasts: (Option<Date>, Option<Date>)) -> Outcome {
    let locale = reading.locale;
    let kept: u64 = report.kept.iter().map(|k| k.keep.rows).sum();
    let mut figures = vec![("delete", report.deleted), ("change", report.changed), ("keep", kept)];
    figures.extend((report.shared > 0).then_some(("share", report.shared)));
    let figure = |(id, n): (&str, u64)| (locale.say(&format!("plan-{id}")), locale.number(n));
    let mut lines =
        vec![locale.say(if report.accepted { "result-accepted" } else { "result-true" })];
    lines.extend((report.by_hand > 0).then(|| {
        let n = report.by_hand;
        say!(locale, "result-by-hand", n = n, rows = locale.number(n))
    }));
    let swept = match (report.swept, report.something_stays(), report.keeps_versions()) {
        (true, true, true) => "result-swept-but-versions",
        (true, true, false) => "result-swept-but",
        (true, false, true) => "result-swept-versions",
        (true, false, false) => "result-swept",
        (false, ..) => "result-not-swept",
    };
    // Of whom nothing was found, nothing was looked for either.
    let looked =
        report.swept || report.deleted + report.changed + report.unknown + kept + report.shared > 0;
    // Of what somebody decided to let stay, a sweep may have told.
    let looked = looked && (report.swept || !report.accepted);
    lines.extend(looked.then(|| locale.say(swept)));
    lines.extend((report.swept && report.short > 0).then(|| {
        let n = report.short;
        say!(locale, "result-short", n = n, rows = locale.number(n))
    }));
    lines.extend(report.has_read_files().then(|| locale.say("result-files")));
    lines.extend(unread(locale, report));
    lines.extend(report.unread_inside().into_iter().map(|(what, n)| {
        let rows = locale.number(n);
        let id = format!("result-unread-{what}");
        say!(locale, &id, n = n, rows = rows)
    }));
    if report.unknown > 0 {
        let rows = locale.number(report.unknown);
        lines.push(say!(locale, "result-unknown", n = report.unknown, rows = rows));
    }
    Outcome {
        figures: figures.into_iter().map(figure).collect(),
        lines,
        kept: report.kept.iter().map(|stay| kept_of(reading, stay)).collect(),
        own: own_of(locale, report, lasts),
        disks: report.remains.iter().map(|(store, r)| (store.clone(), disk(locale, r))).collect(),
    }
}

/// Which files could not be read.
fn unread(locale: &Locale, report: &Report) -> Option<String> {
    let all = report.unread_files();
    let n: u64 = all.values().sum();
    let one = |(what, n): (&&str, &u64)| {
        let id = format!("unread-{what}");
        let id = if locale.has(&id) { id.as_str() } else { "unread-other" };
        format!("{} ({})", locale.say(id), locale.number(*n))
    };
    let kinds: Vec<String> = all.iter().map(one).collect();
    let (rows, kinds) = (locale.number(n), locale.list(&kinds));
    (n > 0).then(|| say!(locale, "result-unread", n = n, rows = rows, kinds = kinds))
}

/// What became of our own tables' rows, and until when this request and the marks stay.
fn own_of(
    locale: &Locale,
    report: &Report,
    (request, marks): (Option<Date>, Option<Date>),
) -> Vec<String> {
    let lasts = |id: &str, day: Option<Date>| Some(say!(locale, id, day = locale.date(day?)));
    let of_this = [lasts("result-own-request", request), lasts("result-own-marks", marks)];
    let n = report.own.copies;
    let copies = (n > 0).then(|| say!(locale, "result-own-copies", n = n, rows = locale.number(n)));
    let n = report.own.ready;
    let ready = (n > 0).then(|| say!(locale, "result-own-ready", n = n, rows = locale.number(n)));
    let stays = report.own.stays.iter();
    let stays = stays.map(|(why, n)| own(locale, why, *n, report.own.until.get(why).copied()));
    copies.into_iter().chain(ready).chain(of_this.into_iter().flatten()).chain(stays).collect()
}

fn kept_of(reading: &Reading<'_>, stay: &Stay) -> Kept {
    let store = stay.table.split('.').next().unwrap_or_default();
    let locale = reading.locale;
    Kept {
        table: stay.table.clone(),
        rows: locale.number(stay.keep.rows),
        why: reading.keeps(store, &stay.keep),
        until: stay.keep.until.map(|day| locale.date(day)).unwrap_or_else(|| {
            stay.keep.lasts(locale).unwrap_or_else(|| locale.say("result-no-day"))
        }),
    }
}

/// Rows that stay because they are other people's too. A recording is never called nothing about the person.
fn shared(locale: &Locale, store: &str, table: &TablePaper) -> Kept {
    Kept {
        table: format!("{store}.{}", table.table),
        rows: locale.number(table.share),
        why: locale.say(if table.is_sound { "result-recordings" } else { "result-shared" }),
        until: locale.say("result-until-others"),
    }
}

/// Something that our own tables hold of a person.
fn own(locale: &Locale, why: &str, count: u64, until: Option<Date>) -> String {
    let what = say!(locale, &format!("own-{why}"), n = count, rows = locale.number(count));
    match until {
        Some(day) => say!(locale, "own-until", what = what, day = locale.date(day)),
        None => what,
    }
}

fn disk(locale: &Locale, remaining: &Remaining) -> Vec<String> {
    let what = match (remaining.what.as_str(), remaining.until) {
        ("versions", Some(day)) => say!(locale, "result-disk-locked", day = locale.date(day)),
        (word @ ("versions" | "until-reused" | UNTIL_CLEANED), _) => {
            locale.say(&format!("result-disk-{word}"))
        }
        _ => locale.say("result-disk-nothing"),
    };
    let gone_by = match remaining.gone_by {
        Some(day) => say!(locale, "result-gone-by", day = locale.date(day)),
        None if remaining.what == UNTIL_CLEANED => locale.say("result-gone-by-cleaned"),
        None => locale.say("result-gone-by-unknown"),
    };
    vec![what, gone_by]
}

/// The section of the page.
#[derive(Template)]
#[template(path = "desk/result.html")]
struct OutcomeHtml<'a> {
    locale: &'a Locale,
    outcome: &'a Outcome,
}

impl OutcomeHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

impl Outcome {
    /// As a section.
    pub(super) fn html(&self, locale: &Locale) -> Html {
        Html::of(&OutcomeHtml { locale, outcome: self })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use abide_notice::Locales;
    use abide_policy::vocab::{Lang, Purpose};
    use abide_records::Digest;
    use abide_records::people::{ChoiceKind, Keyed};
    use abide_rights::desk::document::KeepPaper;
    use abide_rights::desk::report::OwnLeft;
    use jiff::civil::date;

    use super::super::room::Maps;
    use super::*;

    fn unread_kinds() -> BTreeMap<String, u64> {
        [
            "audio",
            "video",
            "picture",
            "document",
            "packed",
            "database",
            "link",
            "forbidden",
            "name",
            "other",
        ]
        .map(|what| (what.to_owned(), 2))
        .into()
    }

    fn report() -> Report {
        let disk = |what: &str, until, gone_by| Remaining { what: what.to_owned(), until, gone_by };
        let until = Some(date(2027, 1, 31));
        let (table, statement) = ("centre.calls".to_owned(), "billing".to_owned());
        let keep = KeepPaper { statement, until, rows: 3, ..KeepPaper::default() };
        Report {
            deleted: 1234,
            changed: 5,
            unknown: 2,
            by_hand: 0,
            kept: vec![Stay { table, keep }],
            shared: 4,
            recordings: 1,
            swept: true,
            short: 2,
            files: BTreeMap::from([("archive".to_owned(), unread_kinds())]),
            accepted: false,
            own: OwnLeft {
                copies: 1,
                ready: 1,
                stays: ["open", "proof", "erased", "chosen", "held"]
                    .map(|w| (w.to_owned(), 2))
                    .into(),
                until: BTreeMap::from([("proof".to_owned(), date(2029, 11, 26))]),
            },
            remains: BTreeMap::from([
                ("a".to_owned(), disk("nothing", None, None)),
                ("b".to_owned(), disk("until-reused", None, until)),
                ("c".to_owned(), disk("versions", None, None)),
                ("d".to_owned(), disk("versions", until, until)),
                ("e".to_owned(), disk(UNTIL_CLEANED, None, None)),
            ]),
        }
    }

    fn in_language(lang: Lang, kind: RequestKind, of: impl Fn(&Reading<'_>) -> Outcome) -> String {
        let (maps, locale) = (Maps::default(), Locales::built_in().get(lang));
        let reading = Reading {
            locale,
            maps: &maps,
            kind,
            purposes: &[],
            right: None,
            voices: abide_rights::export::Voices::Alone,
        };
        OutcomeHtml { locale, outcome: &of(&reading) }.render().unwrap()
    }

    #[test]
    fn an_erasure_is_said_in_every_language() {
        let lasts = (Some(date(2029, 11, 27)), Some(date(2029, 11, 28)));
        let of = |reading: &Reading<'_>| erased(reading, &report(), lasts);
        let english = in_language(Lang::En, RequestKind::Erasure, of);
        for part in [
            "1,234",
            "centre.calls",
            "billing",
            "31 January 2027",
            "2 closed requests",
            "(until 26 November 2029)",
            "27 November 2029",
            "28 November 2029",
            "1 copy of an earlier request",
            "2 rows may have gone",
            "not known yet",
            "Files that are in no table of the data map were read too",
            "20 files could not be read as text",
            "recordings (2)",
        ] {
            assert!(english.contains(part), "{part}: {english}");
        }
        for lang in Locales::built_in().languages() {
            let said = in_language(lang, RequestKind::Erasure, of);
            assert!(!said.contains('‹'), "{lang}: {said}");
            assert!(lang == Lang::En || !said.contains("until"), "{lang}: {said}");
        }
    }

    #[test]
    fn values_are_not_called_gone_while_something_stays() {
        for lang in Locales::built_in().languages() {
            let said = |report: Report| {
                let of = |reading: &Reading<'_>| erased(reading, &report, (None, None));
                in_language(lang, RequestKind::Erasure, of)
            };
            let locale = Locales::built_in().get(lang);
            let report = || {
                let mut report = report();
                report.remains.retain(|_, remaining| remaining.what != "versions");
                report
            };
            let kept = Report { shared: 0, recordings: 0, ..report() };
            let shared = Report { kept: Vec::new(), ..report() };
            let nothing = Report { kept: Vec::new(), shared: 0, recordings: 0, ..report() };
            for (report, but) in [(nothing, false), (kept, true), (shared, true)] {
                let said = said(report);
                assert_eq!(said.contains(&locale.say("result-swept-but")), but, "{said}");
                assert_eq!(said.contains(&locale.say("result-swept")), !but, "{said}");
            }
        }
    }

    #[test]
    fn what_stays_for_others_is_told_and_a_voice_is_called_one() {
        let rows = TablePaper { table: "calls".to_owned(), share: 3, ..TablePaper::default() };
        let voices = TablePaper { is_sound: true, ..rows.clone() };
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let of = |_: &Reading<'_>| Outcome {
                kept: vec![super::shared(locale, "a", &rows), super::shared(locale, "b", &voices)],
                ..Outcome::default()
            };
            let said = in_language(lang, RequestKind::Erasure, of);
            for id in ["result-shared", "result-recordings", "result-until-others"] {
                assert!(said.contains(&locale.say(id)), "{id}: {said}");
            }
            assert!(said.contains("a.calls") && !said.contains('‹'), "{lang}: {said}");
        }
    }

    #[test]
    fn that_there_was_no_sweep_is_said_in_every_language() {
        for lang in Locales::built_in().languages() {
            let said = |report: Report| {
                let of = |reading: &Reading<'_>| erased(reading, &report, (None, None));
                in_language(lang, RequestKind::Erasure, of)
            };
            let unswept = said(Report { swept: false, ..report() });
            let sentence = Locales::built_in().get(lang).say("result-not-swept");
            assert!(unswept.contains(&sentence) && !sentence.contains('‹'), "{lang}: {unswept}");
            assert!(!said(report()).contains(&sentence), "{lang}");
            assert!(!said(Report::default()).contains(&sentence), "{lang}: nobody was found");
            let but = Locales::built_in().get(lang).say("result-swept-but-versions");
            let whole = Locales::built_in().get(lang).say("result-swept-but");
            let kept = said(report());
            assert!(kept.contains(&but) && !kept.contains(&whole), "{lang}: {kept}");
            let mut rid = report();
            rid.remains.retain(|_, remaining| remaining.what != "versions");
            let rid = said(rid);
            assert!(rid.contains(&whole) && !rid.contains(&but), "{lang}: {rid}");
        }
    }

    #[test]
    fn values_that_were_not_looked_for_are_said_in_every_language() {
        for lang in Locales::built_in().languages() {
            let said = |swept: bool, short: u64| {
                let report = Report { swept, short, ..report() };
                let of = |reading: &Reading<'_>| erased(reading, &report, (None, None));
                in_language(lang, RequestKind::Erasure, of)
            };
            let locale = Locales::built_in().get(lang);
            let mut sentences = std::collections::BTreeSet::new();
            for n in [1, 2] {
                let sentence = say!(locale, "result-short", n = n, rows = locale.number(n));
                assert!(said(true, n).contains(&sentence), "{lang}: {sentence}");
                for other in [said(true, 0), said(false, n)] {
                    assert!(!other.contains(&sentence), "{lang}: {other}");
                }
                assert!(!sentence.contains('‹') && sentences.insert(sentence), "{lang}");
            }
        }
    }

    #[test]
    fn what_was_chosen_or_put_right_is_said_in_every_language() {
        use RequestKind::{Objection, Rectification, Restriction, Withdrawal};
        let who = Keyed { hash: Digest([1; 32]), key: "k1".parse().unwrap() };
        let one = |purpose| Choice {
            who: who.clone(),
            kind: ChoiceKind::Objection,
            purpose,
            since: date(2026, 11, 27),
            until: None,
            request: "r-1".parse().unwrap(),
        };
        let done =
            Corrected { changed: 1, columns: vec!["contacts.email".to_owned()], accepted: false };
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            for kind in [Restriction, Objection, Withdrawal] {
                for choices in [vec![], vec![one(None)], vec![one(Some(Purpose::Contact))]] {
                    let text = in_language(lang, kind, |r| said(chosen(r, &choices, false)));
                    assert!(!text.contains('‹'), "{lang}: {text}");
                    assert_eq!(text.contains("2026"), !choices.is_empty(), "{lang}: {text}");
                }
            }
            for kind in [Restriction, Objection, Withdrawal] {
                let nobody = in_language(lang, kind, |r| said(chosen(r, &[one(None)], true)));
                let day = locale.date(date(2026, 11, 27));
                let expected = say!(locale, "result-choices-nobody", day = day);
                assert!(nobody.contains(&expected) && !nobody.contains('‹'), "{nobody}");
            }
            let nothing = Corrected { changed: 0, ..done.clone() };
            let nothing = in_language(lang, Rectification, |_| {
                corrected(locale, Some(nothing.clone()), false)
            });
            assert!(nothing.contains("contacts.email") && !nothing.contains('0'), "{nothing}");
            let right =
                in_language(lang, Rectification, |_| corrected(locale, Some(done.clone()), true));
            assert!(right.contains("contacts.email") && !right.contains('‹'), "{lang}: {right}");
        }
    }
}

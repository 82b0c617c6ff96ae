//! The figures of a table as one page that needs nothing else: each picture stands in the table that it shows.

use abide_anonymize::table::{Attack, Report, Risk, Sizes};
use abide_notice::{Locale, Locales, say};
use abide_policy::vocab::{Lang, Vocabulary};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "table.html")]
struct Page {
    lang: &'static str,
    style: &'static str,
    skip: String,
    title: String,
    lead: String,
    facts: Vec<(String, String)>,
    sections: Vec<Section>,
}

struct Section {
    title: String,
    note: String,
    head: Vec<String>,
    /// The heading of the column of bars.
    picture: String,
    lines: Vec<Line>,
}

struct Line {
    label: String,
    cells: Vec<String>,
    bars: Vec<Bar>,
}

struct Bar {
    class: &'static str,
    y: usize,
    share: f64,
}

impl Line {
    fn new(label: String, cells: Vec<String>, shares: &[f64]) -> Self {
        // One bar is the thing itself; of two, the first is what was before.
        let class = |at: usize| if at + 1 == shares.len() { "after" } else { "before" };
        let bars = shares.iter().enumerate();
        let bars = bars.map(|(at, share)| Bar { class: class(at), y: at * 10, share: *share });
        Self { label, cells, bars: bars.collect() }
    }
    fn height(&self) -> usize {
        (self.bars.len() * 10).saturating_sub(2)
    }
}

impl Bar {
    fn width(&self) -> String {
        format!("{:.2}", self.share.clamp(0.0, 1.0) * 100.0)
    }
}

/// The page of an anonymous table.
pub(crate) fn of_table(report: &Report, preview: bool, lang: &str) -> String {
    let locale = locale(lang);
    let solution = &report.solution;
    let share = percent(locale, report.suppressed as f64 / report.rows.max(1) as f64);
    let number = |n: u64| locale.number(n);
    let proof = if solution.is_optimal() {
        locale.say("anon-proved")
    } else {
        say!(locale, "anon-bound", bound = percent(locale, solution.bound))
    };
    let mut facts = vec![
        (locale.say("anon-rows"), number(report.rows)),
        (locale.say("anon-stand-out"), format!("{} ({share})", number(report.suppressed))),
        (locale.say("anon-written"), number(report.written())),
        (locale.say("anon-loss"), format!("{}; {proof}", percent(locale, solution.loss))),
        (locale.say("anon-smallest"), number(report.after.smallest)),
        (locale.say("anon-average"), decimal(locale, report.after.average_class())),
    ];
    if let Some(sensitive) = report.reached.and_then(|r| r.sensitive) {
        facts.push((locale.say("anon-distinct"), number(sensitive.distinct as u64)));
        facts.push((locale.say("anon-entropy"), decimal(locale, sensitive.entropy)));
        facts.push((locale.say("anon-closeness"), percent(locale, sensitive.closeness)));
    }
    let (before, after) = (&report.before, &report.after);
    let sections = vec![
        levels(locale, report),
        risks(locale, &[before, after]),
        sizes(locale, &[&report.sizes_before, &report.sizes_after]),
    ];
    let lead = if preview { "anon-lead-preview" } else { "anon-lead" };
    draw(locale, "anon-title", lead, facts, sections)
}

/// The page of a risk.
pub(crate) fn of_risk(risk: &Risk, spread: &Sizes, attack: Option<&Attack>, lang: &str) -> String {
    let locale = locale(lang);
    let number = |n: u64| locale.number(n);
    let mut facts = vec![
        (locale.say("anon-rows"), number(risk.rows)),
        (locale.say("anon-classes"), number(risk.classes)),
        (locale.say("anon-smallest"), number(risk.smallest)),
        (locale.say("anon-average"), decimal(locale, risk.average_class())),
    ];
    let mut sections = vec![risks(locale, &[risk]), sizes(locale, &[spread])];
    if let Some(attack) = attack {
        facts.push((locale.say("anon-people"), number(attack.people)));
        facts.push((locale.say("anon-journalist"), percent(locale, attack.journalist_highest)));
        sections.push(link(locale, attack));
    }
    draw(locale, "anon-title-risk", "anon-lead-risk", facts, sections)
}

fn draw(
    locale: &Locale,
    title: &str,
    lead: &str,
    facts: Vec<(String, String)>,
    sections: Vec<Section>,
) -> String {
    let page = Page {
        lang: locale.lang().word(),
        style: abide_notice::html::STYLE,
        skip: locale.say("anon-skip"),
        title: locale.say(title),
        lead: locale.say(lead),
        facts,
        sections,
    };
    // Writing into a string cannot fail, and no template refuses.
    page.render().unwrap_or_default()
}

fn levels(locale: &Locale, report: &Report) -> Section {
    let line = |level: &abide_anonymize::table::Level| {
        let cells = vec![
            say!(locale, "anon-level-of", level = level.level, top = level.top),
            locale.number(level.values as u64),
            locale.number(level.groups as u64),
        ];
        let share = f64::from(level.level) / f64::from(level.top.max(1));
        Line::new(level.column.to_string(), cells, &[share])
    };
    let head = ["anon-column", "anon-level", "anon-values", "anon-groups"];
    Section {
        title: locale.say("anon-levels"),
        note: locale.say("anon-levels-note"),
        head: head.map(|id| locale.say(id)).into(),
        picture: locale.say("anon-picture-level"),
        lines: report.levels.iter().map(line).collect(),
    }
}

/// One figure of a risk, from 0 to 1.
type Measure = fn(&Risk) -> f64;

fn risks(locale: &Locale, risks: &[&Risk]) -> Section {
    let measures: [(&str, Measure); 4] = [
        ("anon-highest", |r| r.prosecutor_highest),
        ("anon-at-risk", |r| r.prosecutor_at_risk),
        ("anon-marketer", |r| r.marketer),
        ("anon-unique", |r| r.unique),
    ];
    let line = |(id, of): (&str, Measure)| {
        let shares: Vec<f64> = risks.iter().map(|r| of(r)).collect();
        let cells = shares.iter().map(|s| percent(locale, *s)).collect();
        Line::new(locale.say(id), cells, &shares)
    };
    Section {
        title: locale.say("anon-risk"),
        note: locale.say("anon-risk-note"),
        head: head(locale, "anon-measure", "anon-chance", risks.len()),
        picture: picture(locale, risks.len()),
        lines: measures.map(line).into(),
    }
}

fn sizes(locale: &Locale, spreads: &[&Sizes]) -> Section {
    let line = |(at, (low, high)): (usize, &(u64, u64))| {
        let rows = |sizes: &&Sizes| sizes.rows.get(at).copied().unwrap_or(0);
        let label = match (*low, *high) {
            (1, _) => locale.say("anon-alone"),
            (low, u64::MAX) => say!(locale, "anon-and-more", n = locale.number(low)),
            (low, high) => format!("{low}\u{2013}{high}"),
        };
        let share =
            |sizes: &&Sizes| rows(sizes) as f64 / sizes.rows.iter().sum::<u64>().max(1) as f64;
        let shares: Vec<f64> = spreads.iter().map(share).collect();
        Line::new(label, spreads.iter().map(|s| locale.number(rows(s))).collect(), &shares)
    };
    Section {
        title: locale.say("anon-sizes"),
        note: locale.say("anon-sizes-note"),
        head: head(locale, "anon-size", "anon-rows", spreads.len()),
        picture: picture(locale, spreads.len()),
        lines: Sizes::SPANS.iter().enumerate().map(line).collect(),
    }
}

fn link(locale: &Locale, attack: &Attack) -> Section {
    let people = attack.people.max(1) as f64;
    let whole =
        |id: &str, n: u64| Line::new(locale.say(id), vec![locale.number(n)], &[n as f64 / people]);
    let expected = decimal(locale, attack.expected);
    Section {
        title: locale.say("anon-link"),
        note: locale.say("anon-link-note"),
        head: vec![locale.say("anon-measure"), locale.say("anon-people")],
        picture: picture(locale, 1),
        lines: vec![
            whole("anon-fitting", attack.fitting),
            whole("anon-linked", attack.linked),
            Line::new(locale.say("anon-expected"), vec![expected], &[attack.expected / people]),
        ],
    }
}

/// The heads of a table of one or two series.
fn head(locale: &Locale, first: &str, one: &str, series: usize) -> Vec<String> {
    let ids: &[&str] =
        if series == 1 { &[first, one] } else { &[first, "anon-before", "anon-after"] };
    ids.iter().map(|id| locale.say(id)).collect()
}

fn picture(locale: &Locale, series: usize) -> String {
    locale.say(if series == 1 { "anon-picture" } else { "anon-picture-two" })
}

fn locale(lang: &str) -> &'static Locale {
    Locales::built_in().get(Lang::from_word(lang).unwrap_or(Lang::En))
}

/// A number with one digit behind the mark of the language.
fn decimal(locale: &Locale, number: f64) -> String {
    let text = format!("{number:.1}");
    if locale.lang() == Lang::En { text } else { text.replace('.', ",") }
}

/// A share as its readers write it: English without a space.
fn percent(locale: &Locale, share: f64) -> String {
    let space = if locale.lang() == Lang::En { "" } else { "\u{a0}" };
    format!("{}{space}%", decimal(locale, share * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_every_language_says_everything_and_hides_names_of_tags() {
        let risk = Risk::of([1, 4, 5]);
        let attack = Attack::of([(1, 1), (5, 2)]);
        for lang in Lang::words() {
            let page = of_risk(&risk, &Sizes::of([1, 4, 5]), Some(&attack), lang);
            assert!(page.starts_with("<!doctype html>") && !page.contains('‹'), "{page}");
            assert!(page.contains(&format!("<html lang=\"{lang}\">")));
            assert_eq!(page.matches("<svg").count(), 4 + 8 + 3);
        }
    }
}

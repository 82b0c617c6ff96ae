//! The figures of a table as lines for people and as JSON for programs.

use std::fmt::Write;

use abide_anonymize::table::{Attack, Report, Risk};
use serde_json::{Value, json};

/// The figures of an anonymous table as lines.
pub(crate) fn text(report: &Report) -> String {
    let solution = &report.solution;
    let share = percent(report.suppressed as f64 / report.rows.max(1) as f64);
    let fate = if report.blanked > 0 { "blank in the result" } else { "left out" };
    let least = if solution.is_optimal() {
        "no levels lose less".to_owned()
    } else {
        format!("no levels lose less than {}", percent(solution.bound))
    };
    let search = format!("{} of {} combinations looked at", solution.looked_at, solution.nodes);
    let facts = [
        row(&["rows", &report.rows.to_string()]),
        row(&["stand out", &format!("{} ({share}), {fate}", report.suppressed)]),
        row(&["written", &report.written().to_string()]),
        row(&["loss", &format!("{}, and {least} ({search})", percent(solution.loss))]),
    ];
    let mut levels = vec![row(&["column", "level", "values", "groups"])];
    levels.extend(report.levels.iter().map(|level| {
        let of = format!("{} of {}", level.level, level.top);
        row(&[&level.column, &of, &level.values.to_string(), &level.groups.to_string()])
    }));
    let risks = compared(&report.before, &report.after);
    let mut out = format!("{}\n{}\n{risks}", aligned(&facts), aligned(&levels));
    if let Some(reached) = report.reached {
        let _ = write!(out, "\nevery class has at least {} rows", reached.k);
        if let Some(sensitive) = reached.sensitive {
            let _ = write!(
                out,
                ", {} sensitive values (as spread as {:.2} equal ones), at most {:.3} from the whole table",
                sensitive.distinct, sensitive.entropy, sensitive.closeness
            );
        }
        out.push('\n');
    }
    out
}

/// The risk of a table, and what a second one gains, as lines.
pub(crate) fn risk_text(risk: &Risk, attack: Option<&Attack>) -> String {
    let mut lines: Vec<Vec<String>> = vec![
        row(&["rows", &risk.rows.to_string()]),
        row(&["classes", &risk.classes.to_string()]),
        row(&["smallest class", &risk.smallest.to_string()]),
        row(&["average class", &format!("{:.1}", risk.average_class())]),
    ];
    lines.extend(measures(risk).into_iter().map(|(name, value)| row(&[name, &value])));
    if let Some(attack) = attack {
        lines.push(Vec::new());
        lines.push(row(&["people in the second table", &attack.people.to_string()]));
        lines.push(row(&["who fit some row", &attack.fitting.to_string()]));
        lines.push(row(&["who fit exactly one row", &attack.linked.to_string()]));
        lines.push(row(&["right by guessing", &format!("{:.1}", attack.expected)]));
        lines.push(row(&["journalist, highest", &percent(attack.journalist_highest)]));
    }
    aligned(&lines)
}

/// Two risks beside each other.
fn compared(before: &Risk, after: &Risk) -> String {
    let mut lines = vec![row(&["risk", "before", "after"])];
    let both = measures(before).into_iter().zip(measures(after));
    lines.extend(both.map(|((name, b), (_, a))| row(&[name, &b, &a])));
    let number = |name: &str, of: fn(&Risk) -> String| row(&[name, &of(before), &of(after)]);
    lines.push(number("classes", |r| r.classes.to_string()));
    lines.push(number("smallest class", |r| r.smallest.to_string()));
    lines.push(number("average class", |r| format!("{:.1}", r.average_class())));
    lines.push(number("discernibility", |r| r.discernibility.to_string()));
    aligned(&lines)
}

fn measures(risk: &Risk) -> [(&'static str, String); 4] {
    [
        ("person most at risk", percent(risk.prosecutor_highest)),
        ("rows above 20 %", percent(risk.prosecutor_at_risk)),
        ("all rows (marketer)", percent(risk.marketer)),
        ("unique rows", percent(risk.unique)),
    ]
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|c| (*c).to_owned()).collect()
}

/// Lines with their cells below each other.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for line in lines {
        let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}  "));
        out.push_str(cells.collect::<String>().trim_end());
        out.push('\n');
    }
    out
}

/// The figures of an anonymous table.
pub(crate) fn json(report: &Report) -> Value {
    let solution = &report.solution;
    let levels = report.levels.iter().map(|level| {
        json!({
            "column": level.column, "level": level.level, "top": level.top, "values": level.values,
            "groups": level.groups,
        })
    });
    let sensitive = report
        .reached
        .and_then(|r| r.sensitive)
        .map(|s| json!({ "distinct": s.distinct, "entropy": s.entropy, "closeness": s.closeness }));
    json!({
        "rows": report.rows, "suppressed": report.suppressed, "blanked": report.blanked,
        "written": report.written(), "levels": levels.collect::<Vec<_>>(), "loss": solution.loss,
        "bound": solution.bound, "optimal": solution.is_optimal(), "looked_at": solution.looked_at,
        "nodes": solution.nodes, "k": report.reached.map(|r| r.k), "sensitive": sensitive,
        "before": risk_json(&report.before), "after": risk_json(&report.after),
    })
}

/// The figures of a risk.
pub(crate) fn risk_json(risk: &Risk) -> Value {
    json!({
        "rows": risk.rows, "classes": risk.classes, "smallest": risk.smallest, "largest": risk.largest,
        "average": risk.average_class(), "prosecutor_highest": risk.prosecutor_highest,
        "prosecutor_at_risk": risk.prosecutor_at_risk, "marketer": risk.marketer, "unique": risk.unique,
        "discernibility": risk.discernibility.to_string(),
    })
}

/// The figures of an attack.
pub(crate) fn attack_json(attack: &Attack) -> Value {
    json!({
        "people": attack.people, "fitting": attack.fitting, "linked": attack.linked,
        "expected": attack.expected, "journalist_highest": attack.journalist_highest,
    })
}

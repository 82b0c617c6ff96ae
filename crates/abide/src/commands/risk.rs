//! `abide risk`: how likely people are found again in a table, by itself or with a second one.

use std::io::Write;

use abide_anonymize::table::{Attack, Link, Model, Risk as Figures, Sizes};
use anyhow::Context;
use serde_json::json;

use super::anonymize::table::{solve, whole};
use super::anonymize::{figures, page};
use crate::Outcome;
use crate::cli::{FigureFormat, Risk};
use crate::files::print;
use crate::tables;

/// What was measured.
struct Measured {
    risk: Figures,
    sizes: Sizes,
    attack: Option<Attack>,
    k: u64,
}

pub(crate) fn run(options: &Risk) -> anyhow::Result<Outcome> {
    let measured = if options.plan.is_some() { by_plan(options)? } else { as_it_is(options)? };
    let Measured { risk, sizes, attack, k } = measured;
    if let Some(path) = &options.report {
        let page = page::of_risk(&risk, &sizes, attack.as_ref(), &options.lang);
        whole(path, |file| Ok(file.write_all(page.as_bytes())?))?;
    }
    let found = risk.smallest < k || attack.is_some_and(|a| a.linked > 0);
    print(&match options.format {
        FigureFormat::Text => figures::risk_text(&risk, attack.as_ref()),
        FigureFormat::Json => {
            let attack = attack.as_ref().map(figures::attack_json);
            let risk = figures::risk_json(&risk);
            format!("{:#}\n", json!({ "k": k, "reached": !found, "risk": risk, "attack": attack }))
        }
    })?;
    Ok(if found { Outcome::Found } else { Outcome::Fine })
}

/// The risk of a table as it is, by exact values.
fn as_it_is(options: &Risk) -> anyhow::Result<Measured> {
    let table = &options.table;
    let mut link = Link::of_rows(&mut *tables::rows(table, options.separator)?, &options.quasi)
        .with_context(|| format!("`{}`", table.display()))?;
    let attack = match &options.link {
        Some(path) => {
            link.people_of_rows(&mut *tables::rows(path, options.separator)?, &options.quasi)
                .with_context(|| format!("`{}`", path.display()))?;
            Some(link.attack())
        }
        None => None,
    };
    let (risk, sizes) = (link.risk(), Sizes::of(link.sizes()));
    Ok(Measured { risk, sizes, attack, k: options.k.unwrap_or(2) })
}

/// The risk of the table that a plan makes.
fn by_plan(options: &Risk) -> anyhow::Result<Measured> {
    let plan = options.plan.as_deref().context("no plan is named")?;
    let made = solve(&options.table, plan)?;
    let asked = made.plan().models().iter().find_map(|model| match model {
        Model::KAnonymity(k) => Some(u64::from(*k)),
        _ => None,
    });
    let attack = match &options.link {
        Some(path) => {
            let mut people = tables::rows(path, made.plan().separator())?;
            let link = made.link_rows(&mut *people);
            let link = link.with_context(|| format!("`{}`", path.display()))?;
            Some(link.attack())
        }
        None => None,
    };
    let report = made.report();
    let k = options.k.or(asked).unwrap_or(2);
    Ok(Measured { risk: report.after, sizes: report.sizes_after, attack, k })
}

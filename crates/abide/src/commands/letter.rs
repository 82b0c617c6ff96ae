//! `abide requests letter`: what the person is told, to read or as a page to print; before a refusal, as it would be.

use std::io::Write as _;
use std::path::Path;

use abide_policy::text::Id;
use abide_policy::vocab::Vocabulary as _;
use abide_rights::desk::{Act, Desk as Desks};
use abide_rights::export::create;
use abide_rights::letter::Letter;
use abide_rights::state::Refusal;
use anyhow::{Context as _, bail};
use jiff::civil::Date;
use serde_json::json;

use crate::Outcome;
use crate::cli::{Desk, FigureFormat};
use crate::files;

/// How a letter is handed out.
pub(super) struct Shown<'a> {
    /// The file to write; it is shown otherwise.
    pub(super) out: Option<&'a Path>,
    /// Whom it is for, line by line.
    pub(super) to: &'a [String],
    /// Why it is late.
    pub(super) late: Option<&'a str>,
}

/// Shows the letter of a request, or writes it into a file that its owner alone may read.
pub(super) async fn written(
    desk: &Desks,
    options: &Desk,
    id: &Id,
    Shown { out, to, late }: Shown<'_>,
    act: Act<'_>,
) -> anyhow::Result<Outcome> {
    let case = desk.case(id).await?;
    let Some(letter) = desk.letter(&case, act.today).await? else {
        bail!(
            "there is nothing to tell the person: the request is neither extended nor closed, or what was written about its \
             refusal is no longer kept"
        );
    };
    if late.is_some() && !letter.is_late() {
        bail!("this letter does not come late: leave `--late` out");
    }
    let letter = letter.because(late.unwrap_or_default());
    let to = to.join("\n");
    let Some(out) = out else { return show(&letter, options, &to) };
    let mut file = create(out).with_context(|| format!("cannot write `{}`", out.display()))?;
    file.write_all(letter.page(&to).as_bytes())
        .with_context(|| format!("cannot write `{}`", out.display()))?;
    Ok(Outcome::Fine)
}

/// Shows the letter that the person would get if the request were refused.
pub(super) async fn preview(
    desk: &Desks,
    options: &Desk,
    id: &Id,
    (why, text): (Refusal, &str),
    act: Act<'_>,
) -> anyhow::Result<Outcome> {
    let case = desk.case(id).await?;
    show(&desk.refusal_letter(&case, why, text, act.today)?, options, "")
}

/// Shows the letter that the person would get if the deadline were extended.
pub(super) async fn longer(
    desk: &Desks,
    options: &Desk,
    id: &Id,
    (reason, until): (&str, Option<Date>),
    act: Act<'_>,
) -> anyhow::Result<Outcome> {
    let case = desk.case(id).await?;
    show(&desk.extension_letter(&case, reason, until, act.today)?, options, "")
}

fn show(letter: &Letter, options: &Desk, to: &str) -> anyhow::Result<Outcome> {
    let text = match options.format {
        FigureFormat::Text => letter.text(to),
        FigureFormat::Json => format!(
            "{:#}\n",
            json!({ "language": letter.language.word(), "title": letter.title, "html": letter.page(to) })
        ),
    };
    files::print(&text)?;
    Ok(Outcome::Fine)
}

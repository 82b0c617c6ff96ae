//! The letter to the person, for whoever works at the desk: to read, to print, to download; before a refusal or an
//! extension, as it would be.
//!
//! Owns: the page around it, and that a name is only ever in what is shown or sent. Leaves to others: what it says
//! (`abide-rights`).

use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication, say};
use abide_policy::text::Id;
use abide_policy::vocab::{RequestState, Vocabulary as _};
use abide_rights::deadline::Law;
use abide_rights::desk::Desk;
use abide_rights::letter::Letter;
use abide_rights::state::Refusal;
use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;

use super::act::{REFUSALS, Refused, reason, until};
use super::form::Fields;
use crate::problem::Problem;

/// A letter, and of what.
pub(super) struct Read {
    letter: Letter,
    version: u64,
    /// The request is refused, or would be.
    refused: bool,
    /// Nothing of it has happened yet.
    preview: bool,
    /// Whoever extends names the last day.
    names_day: bool,
}

/// Reads the letter of a request, or that of the refusal or extension that a form
/// states; `None` if there is nothing to tell.
pub(super) async fn read(
    desk: &Desk,
    id: &Id,
    fields: &Fields,
    today: Date,
) -> Result<Option<Read>, Refused> {
    let case = desk.case(id).await?;
    let version = case.stored.version;
    let names_day = Law::of(case.stored.jurisdiction) == Law::SwissFadp;
    if fields.get("action") == "preview" {
        let (why, text) = reason(fields)?;
        let letter = desk.refusal_letter(&case, why, text, today)?;
        return Ok(Some(Read { letter, version, refused: true, preview: true, names_day }));
    }
    if fields.get("action") == "preview-extension" {
        let letter = desk.extension_letter(&case, fields.get("reason"), until(fields)?, today)?;
        return Ok(Some(Read { letter, version, refused: false, preview: true, names_day }));
    }
    let refused = case.stored.state == RequestState::Refused;
    let letter = desk.letter(&case, today).await?;
    let why = fields.get("why");
    Ok(letter.map(|letter| Read {
        letter: letter.because(why),
        version,
        refused,
        preview: false,
        names_day,
    }))
}

/// The letter as a file. Its name is that of the request, which tells nothing about the person.
pub(super) fn sent(id: &Id, read: &Read, fields: &Fields) -> Result<Response, Problem> {
    let name = format!("attachment; filename=\"{id}.html\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Problem::NotFound)?),
    ];
    Ok((headers, read.letter.page(fields.get("to"))).into_response())
}

/// The page.
pub(super) fn page(
    publication: &Publication,
    locale: &Locale,
    id: &Id,
    read: &Read,
    fields: &Fields,
) -> String {
    let case = format!("/requests/{id}");
    let title = locale.say(if read.preview { "letter-preview" } else { "letter-page" });
    let lang = locale.lang();
    let above = [
        (locale.say("requests-title"), format!("/requests?lang={lang}")),
        (id.to_string(), format!("{case}?lang={lang}")),
    ];
    let path = format!("{case}/letter");
    let mut frame = super::routes::frame(publication, locale, title, &path, &above);
    if read.preview {
        // What a form states is in no address.
        frame.languages.clear();
    }
    let body = LetterHtml {
        locale,
        path: case,
        read,
        lang: read.letter.language.word(),
        body: html::blocks(&read.letter.blocks(fields.get("to")), 3),
        fields,
    };
    html::layout(&frame, Html::of(&body))
}

#[derive(Template)]
#[template(path = "desk/letter.html")]
struct LetterHtml<'a> {
    locale: &'a Locale,
    path: String,
    read: &'a Read,
    /// The language of the letter.
    lang: &'static str,
    body: Html,
    fields: &'a Fields,
}

impl LetterHtml<'_> {
    fn say(&self, id: &str) -> String {
        say!(self.locale, id)
    }
    fn field(&self, name: &str) -> &str {
        self.fields.get(name)
    }
    fn preview_text(&self) -> String {
        self.say(if self.read.refused { "letter-preview-text" } else { "letter-preview-extension" })
    }
    fn refusals(&self) -> Vec<(&'static str, String)> {
        let one = |(word, _): &(&'static str, Refusal)| {
            (*word, self.locale.say(&format!("refusal-reason-{word}")))
        };
        REFUSALS.iter().map(one).collect()
    }
}

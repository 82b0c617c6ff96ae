//! The desk over HTTP: every request passes the editor's guard, then a thin handler.
//!
//! | request | what it does |
//! |---|---|
//! | `GET /requests` | the queue, and what the worker does; if it is followed, it loads itself again |
//! | `POST /requests` | opens a request, searches, tries the stores again, lifts a hold, or says who works here |
//! | `GET /requests/{id}` | a request; it loads itself again while a worker has it, unless `still` is asked for |
//! | `POST /requests/{id}` | does one thing about it |
//! | `GET /requests/{id}/archive` | the copy that the person asked for |
//! | `GET /requests/{id}/letter` | the letter to the person |
//! | `POST /requests/{id}/letter` | the same with a name, as a file, or as it would be if the request were refused or extended; nothing is stored |
//! | `GET /map` | the data map drawn |
//! | `POST /map` | the same, held against what the stores hold |

use std::sync::Arc;

use abide_notice::block::{Block, Line, Meaning};
use abide_notice::html::{self, Frame};
use abide_notice::{Locale, Page, Publication, say};
use abide_policy::text::Id;
use abide_rights::check::check;
use abide_rights::desk::{Desk, Failed};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;

use super::act::{self, Refused};
use super::form::{Fields, Wrong};
use super::room::Room;
use super::{archive, case, holds, letter as letters, map, name, queue, read, search, words};
use crate::clock;
use crate::edit::{self, Report, answered, page_of, see_other};
use crate::problem::Problem;

/// Most bytes of a form.
const MAX_BODY: usize = 64 * 1024;
/// After how many seconds a page loads itself again that shows what a worker does.
const AGAIN: HeaderValue = HeaderValue::from_static("2");
const REFRESH: HeaderName = HeaderName::from_static("refresh");
const STYLE: &str = include_str!("../../assets/desk.css");

/// What the form asks for in which somebody says who they are.
const NAME: &str = "name";
/// What the form that searches the queue asks for.
const SEARCH: &str = "search";

type Answer = Result<Response, Problem>;

/// All routes of the desk.
pub(crate) fn router(room: Arc<Room>) -> Router {
    let style = async || ([(header::CONTENT_TYPE, Page::CSS)], STYLE).into_response();
    let editor = room.editor.clone();
    Router::new()
        .route("/requests", get(list).post(posted))
        .route("/requests/desk.css", get(style))
        .route("/requests/{id}", get(shown).post(done))
        .route("/requests/{id}/archive", get(archived))
        .route("/requests/{id}/letter", get(letter).post(lettered))
        .route("/map", get(drawn).post(checked))
        .route("/map/desk.css", get(style))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(editor, edit::guard))
        .with_state(room)
}

/// The frame of a page of the desk: as the editor's, with the way to its neighbours.
pub(super) fn frame(
    publication: &Publication,
    locale: &Locale,
    title: String,
    path: &str,
    above: &[(String, String)],
) -> Frame {
    let mut crumbs = vec![(publication.site.name.clone(), "/".to_owned())];
    crumbs.extend_from_slice(above);
    edit::frame(publication, locale, title, path, &crumbs)
}

/// Says in the title of the window that something was not done: whoever hears the page hears that first.
pub(super) fn reporting(mut frame: Frame, locale: &Locale, reports: bool) -> Frame {
    if reports {
        frame.window = say!(locale, "requests-wrong-title", title = frame.title.as_str());
    }
    frame
}

async fn list(
    State(room): State<Arc<Room>>,
    Query(wanted): Query<queue::Wanted>,
    headers: HeaderMap,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, wanted.lang.as_deref());
    let fields = first(&room, locale, Fields::default());
    let by = room.name(&headers);
    queued(&room, &publication, locale, &wanted, (&fields, by), None).await
}

/// What the form that opens a request shows at first.
fn first(room: &Room, locale: &Locale, fields: Fields) -> Fields {
    fields
        .with("country", jurisdiction(room))
        .with("language", locale.lang().to_string())
        .with("received", room.today().to_string())
}

/// The country whose law the policy is under: a request is most often under the same.
fn jurisdiction(room: &Room) -> String {
    let standing = room.standing();
    let first = standing.maps.policies.iter().flatten().next();
    first.map(|p| p.jurisdiction.to_string()).unwrap_or_default()
}

async fn queued(
    room: &Room,
    publication: &Publication,
    locale: &Locale,
    wanted: &queue::Wanted,
    (fields, name): (&Fields, Option<String>),
    told: Option<(Report, Option<Wrong>)>,
) -> Answer {
    let (report, wrong) = told.map_or((None, None), |(report, wrong)| (Some(report), wrong));
    let standing = room.standing();
    let today = room.today();
    let typed = (fields.get("action") == SEARCH).then(|| fields.get("find"));
    let listed = match (&standing.desk, typed) {
        (Ok(desk), Some(typed)) => sought(room, desk, locale, typed, today).await,
        (Ok(desk), None) => queue::listed(desk, wanted, today).await,
        (Err(_), _) => Ok(queue::Listed::default()),
    };
    let listed = listed.map_err(|failed| internal(failed.into()))?;
    let opening = matches!(standing.desk, Err(super::NotAtDesk::Opening));
    let (busy, now) = room.board.read();
    let live = busy && wanted.live.is_some();
    let asking = queue::Asking {
        publication,
        locale,
        standing: &standing,
        wanted,
        typed,
        fields,
        name,
        report,
        wrong,
        stopped: room.stopped(),
        now,
        live,
        today,
    };
    let mut response = page_of(queue::page(asking, listed), locale.lang());
    if opening || live {
        response.headers_mut().insert(REFRESH, AGAIN);
    }
    Ok(response)
}

/// What is found of what was typed.
async fn sought(
    room: &Room,
    desk: &Desk,
    locale: &Locale,
    typed: &str,
    today: Date,
) -> Result<queue::Listed, Failed> {
    // Telephone numbers without country code are read as those of the policy's country.
    let found = search::found(desk, locale, typed, jurisdiction(room).parse().ok()).await?;
    queue::shown(desk, found, search::MOST, today).await
}

/// What fails while a page is read is no form's fault.
fn internal(refused: Refused) -> Problem {
    words::why(&refused).err().unwrap_or(Problem::Internal("a store, while a page was read"))
}

fn report(locale: &Locale, refused: &Refused) -> Result<(StatusCode, Report), Problem> {
    let why = words::why(refused)?;
    let said = words::said(locale, refused, &why);
    let mut blocks = vec![Block::Text(Line::from(said))];
    blocks.extend(why.detail.map(|detail| Block::Text(Line::from(detail))));
    let body = html::blocks(&[Block::Note { meaning: Meaning::Refused, blocks }], 3);
    Ok((why.status, Report { title: locale.say("requests-not-done"), body }))
}

/// What is wrong in which field of a form, to be said there too.
fn wrong(locale: &Locale, refused: &Refused) -> Option<Wrong> {
    let (field, line) = words::wrong(refused)?;
    let said = words::said(locale, refused, &words::why(refused).ok()?);
    Some(Wrong { field, line, said })
}

async fn posted(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, Some(fields.get("lang")));
    let back = format!("/requests?lang={}", locale.lang());
    if fields.get("action") == "stores" {
        room.open().await;
        return Ok(see_other(&back));
    }
    if fields.get("action") == NAME {
        return named(&room, locale, &fields);
    }
    let name = room.name(&headers);
    if fields.get("action") == SEARCH && !fields.get("find").is_empty() {
        let (wanted, fields) = (queue::Wanted::default(), first(&room, locale, fields));
        return queued(&room, &publication, locale, &wanted, (&fields, name), None).await;
    }
    let standing = room.standing();
    let Ok(desk) = &standing.desk else { return Ok(see_other(&back)) };
    if fields.get("action") == SEARCH {
        return Ok(see_other(&back));
    }
    if fields.get("action") == "lift" {
        // Lifted before is lifted: the list shows it.
        let lifted = holds::lift(desk, None, &fields, desk.act(clock::now(), by(&name))).await;
        let lifted = lifted.or_else(|refused| report(locale, &refused).map(drop));
        return lifted.map(|()| see_other(&back));
    }
    let policy = standing.maps.policies.iter().flatten().next();
    let policy = policy.map(|p| abide_policy::version::cite(&p.name, &p.version));
    let policy = policy.unwrap_or_else(|| "none".to_owned());
    match act::opened(desk, &fields, policy, desk.act(clock::now(), by(&name))).await {
        Ok(id) => {
            room.wake();
            Ok(see_other(&format!("/requests/{id}?lang={}", locale.lang())))
        }
        Err(refused) => {
            let (status, report) = report(locale, &refused)?;
            let wanted = queue::Wanted::default();
            let told = Some((report, wrong(locale, &refused)));
            let page = queued(&room, &publication, locale, &wanted, (&fields, name), told);
            Ok(answered(status, page.await?))
        }
    }
}

/// Somebody says who they are: the browser remembers it, and says it with every form. What is no name takes it back.
fn named(room: &Room, locale: &Locale, fields: &Fields) -> Answer {
    let name = name::checked(fields.get("name")).unwrap_or_default();
    let back = fields.get("back").parse::<Id>();
    let back = back.map_or_else(|_| "/requests".to_owned(), |id| format!("/requests/{id}"));
    let mut response = see_other(&format!("{back}?lang={}", locale.lang()));
    let cookie = name::cookie(room.editor.port(), &name);
    let cookie = cookie.ok_or(Problem::Internal("the name of who works here"))?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// What can stand in the address of a request.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    lang: Option<String>,
    still: Option<String>,
}

/// The request of an address, if there is a desk.
fn at<'a>(standing: &'a super::room::Standing, id: &str) -> Result<(&'a Arc<Desk>, Id), Problem> {
    let desk = standing.desk.as_ref().map_err(|_| Problem::NotFound)?;
    Ok((desk, id.parse().map_err(|_| Problem::NotFound)?))
}

async fn shown(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, wanted.lang.as_deref());
    let (live, name) = (wanted.still.is_none(), room.name(&headers));
    let shown = Shown { fields: &Fields::default(), name, report: None, live };
    one(&room, &publication, locale, &id, shown).await
}

/// How a request is shown: with what a form stated, to whom, with what came of it.
struct Shown<'a> {
    fields: &'a Fields,
    name: Option<String>,
    report: Option<Report>,
    /// The page loads itself again while a worker has its turn.
    live: bool,
}

/// Who acts.
fn by(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or(act::WHO)
}

async fn one(
    room: &Room,
    publication: &Publication,
    locale: &Locale,
    id: &str,
    shown: Shown<'_>,
) -> Answer {
    let Shown { fields, name, report, live } = shown;
    let standing = room.standing();
    let (desk, id) = at(&standing, id)?;
    let read = read::read(desk, &id, desk.day(clock::now())).await;
    let read = read.map_err(|failed| internal(failed.into()))?;
    let live = live && read.moves();
    let stopped = room.stopped().filter(|_| read.moves());
    let now = room.board.read().1.filter(|_| read.moves());
    let maps = &standing.maps;
    let asking =
        case::Asking { publication, locale, maps, fields, name, report, stopped, now, live };
    let mut response = page_of(case::page(asking, &read), locale.lang());
    if live {
        response.headers_mut().insert(REFRESH, AGAIN);
    }
    Ok(response)
}

async fn done(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, Some(fields.get("lang")));
    let standing = room.standing();
    let (desk, name) = at(&standing, &id)?;
    let said = room.name(&headers);
    match act::done(desk, &name, &fields, desk.act(clock::now(), by(&said))).await {
        Ok(shown) => {
            room.wake();
            Ok(see_other(&format!("/requests/{shown}?lang={}", locale.lang())))
        }
        Err(refused) => {
            let (status, report) = report(locale, &refused)?;
            let shown = Shown { fields: &fields, name: said, report: Some(report), live: false };
            Ok(answered(status, one(&room, &publication, locale, &id, shown).await?))
        }
    }
}

async fn archived(State(room): State<Arc<Room>>, Path(id): Path<String>) -> Answer {
    let standing = room.standing();
    let (desk, id) = at(&standing, &id)?;
    archive::sent(desk, &id).await
}

async fn letter(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, wanted.lang.as_deref());
    written(&room, &publication, locale, &id, (&Fields::default(), room.name(&headers))).await
}

async fn lettered(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Answer {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, Some(fields.get("lang")));
    written(&room, &publication, locale, &id, (&fields, room.name(&headers))).await
}

async fn written(
    room: &Room,
    publication: &Publication,
    locale: &Locale,
    id: &str,
    (fields, said): (&Fields, Option<String>),
) -> Answer {
    let standing = room.standing();
    let (desk, name) = at(&standing, id)?;
    match letters::read(desk, &name, fields, desk.day(clock::now())).await {
        Ok(None) => Err(Problem::NotFound),
        Ok(Some(read)) if fields.get("action") == "download" => letters::sent(&name, &read, fields),
        Ok(Some(read)) => {
            Ok(page_of(letters::page(publication, locale, &name, &read, fields), locale.lang()))
        }
        Err(refused) => {
            let (status, report) = report(locale, &refused)?;
            let shown = Shown { fields, name: said, report: Some(report), live: false };
            Ok(answered(status, one(room, publication, locale, id, shown).await?))
        }
    }
}

async fn drawn(
    State(room): State<Arc<Room>>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, wanted.lang.as_deref());
    page_of(map::page(&publication, locale, &room.standing(), None), locale.lang())
}

async fn checked(
    State(room): State<Arc<Room>>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let publication = room.editor.publication();
    let locale = edit::locale(&publication, &headers, Some(fields.get("lang")));
    let standing = room.standing();
    let found = match &standing.desk {
        Ok(desk) => {
            let (today, finder) = (desk.day(clock::now()), abide_detect::Finder::default());
            let checked = check(&desk.atlas, &desk.stores, &finder, today, &mut |_, _| ()).await;
            checked.map_err(|e| e.to_string())
        }
        Err(why) => Err(why.to_string()),
    };
    page_of(map::page(&publication, locale, &standing, Some(&found)), locale.lang())
}

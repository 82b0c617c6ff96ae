//! The cookie table, and what cookies and Flash objects are and how to refuse or delete them.

use abide_policy::model::Cookie;
use abide_policy::vocab::Storage;

use super::notice::Part;
use super::sheet::{Head, Sheet};
use crate::block::{Block, Fact, Line, Span, Table};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The cookie page of the site.
pub(crate) struct Cookies;

impl Document for Cookies {
    fn id(&self) -> &'static str {
        "cookies"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let page = |lang| Address::spoken(lang, "/cookies", Subject::Site);
        publication.languages().into_iter().map(page).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        let head = Head {
            title: sheet.say("cookies"),
            kicker: publication.site.name.clone(),
            description: say!(
                sheet.locale,
                "cookies-description",
                name = publication.site.name.as_str()
            ),
            languages: publication.languages(),
            contents: true,
            prose: true,
            ..Head::default()
        };
        let blocks = vec![
            Block::Lead(sheet.say("cookies-lead").into()),
            listed(&sheet),
            explained(&sheet),
            refused(&sheet),
            flash(&sheet),
        ];
        Some(sheet.html(&head, &blocks))
    }
}

fn listed(sheet: &Sheet<'_>) -> Block {
    let parts = sheet.parts();
    let mut blocks: Vec<Block> = parts
        .iter()
        .filter(|part| !part.policy.cookies.is_empty())
        .map(|part| Block::Table(table(part)))
        .collect();
    if blocks.is_empty() {
        blocks.push(Block::text(sheet.say("cookies-none")));
    }
    Block::section("list", sheet.say("cookies-list"), blocks)
}

/// The table of what a policy stores in browsers.
pub(crate) fn table(part: &Part<'_>) -> Table {
    let say = |id: &str| part.sheet.say(id);
    let title = part.sheet.text(&part.policy.title);
    Table {
        caption: say!(part.sheet.locale, "cookies-caption", title = title),
        head: ["name", "kind", "for", "lifetime", "choice", "provider", "data"]
            .iter()
            .map(|h| say(&format!("cookies-{h}")))
            .collect(),
        rows: part.policy.cookies.iter().map(|c| row(part, c)).collect(),
    }
}

fn row(part: &Part<'_>, cookie: &Cookie) -> Vec<Line> {
    let (sheet, locale) = (&part.sheet, part.sheet.locale);
    let lifetime = match (cookie.lifetime, cookie.storage) {
        (Some(period), _) => locale.period(period),
        (None, Storage::Cookie) => sheet.say("cookies-lifetime-session"),
        (None, Storage::Session) => sheet.say("cookies-lifetime-tab"),
        (None, _) => sheet.say("cookies-lifetime-stays"),
    };
    let mut name = Line::new().code(cookie.name.as_str());
    let bound: Vec<&str> =
        [&cookie.domain, &cookie.path].into_iter().flatten().map(String::as_str).collect();
    if !bound.is_empty() {
        name = name.text(" ").quiet(bound.concat());
    }
    let provider = cookie.provider.clone().unwrap_or_else(|| sheet.say("cookies-provider-own"));
    vec![
        name,
        locale.capital(&locale.word(cookie.storage)).into(),
        sheet.text(&cookie.title).into(),
        lifetime.into(),
        choice(part, cookie),
        provider.into(),
        part.statement_links(std::slice::from_ref(&cookie.statement)),
    ]
}

/// How far people decide about a cookie: as far as about the statement that covers it.
fn choice(part: &Part<'_>, cookie: &Cookie) -> Line {
    let statement = part.policy.statement(&cookie.statement);
    statement.map(|s| Line::new().span(Span::Mark(part.card_mark(s)))).unwrap_or_default()
}

fn explained(sheet: &Sheet<'_>) -> Block {
    let fact = |id: &str| Fact::line(sheet.say(id), sheet.say(&format!("{id}-text")));
    let facts = ["cookies-what-cookie", "cookies-what-local", "cookies-what-flash"].map(fact);
    Block::section("what", sheet.say("cookies-what"), vec![Block::Facts(facts.into())])
}

fn refused(sheet: &Sheet<'_>) -> Block {
    let browser = |name: &str| {
        let id = format!("cookies-browser-{name}");
        let line = |kind: &str| {
            let word = sheet.say(&format!("cookies-{kind}-word"));
            Line::new()
                .strong(word)
                .text(sheet.locale.colon())
                .text(sheet.say(&format!("{id}-{kind}")))
        };
        let steps = vec![line("delete"), line("refuse")];
        Block::section(name, sheet.say(&id), vec![Block::list(steps)])
    };
    let mut blocks = vec![Block::text(sheet.say("cookies-refuse-text"))];
    blocks.extend(["firefox", "chrome", "safari", "edge"].map(browser));
    let private = vec![Block::text(sheet.say("cookies-private-text"))];
    blocks.push(Block::section("private", sheet.say("cookies-private"), private));
    Block::section("refuse", sheet.say("cookies-refuse"), blocks)
}

/// The folders in which the Flash Player kept its objects.
const FOLDERS: &[(&str, &str)] = &[
    ("cookies-flash-windows", r"%APPDATA%\Macromedia\Flash Player\#SharedObjects"),
    ("cookies-flash-mac", "~/Library/Preferences/Macromedia/Flash Player/#SharedObjects"),
    ("cookies-flash-linux", "~/.macromedia/Flash_Player/#SharedObjects"),
];

fn flash(sheet: &Sheet<'_>) -> Block {
    let folders =
        FOLDERS.iter().map(|(id, path)| Fact::line(sheet.say(id), Line::new().code(*path)));
    let steps = ["cookies-flash-uninstall", "cookies-flash-folder"].map(|id| sheet.say(id).into());
    let blocks = vec![
        Block::text(sheet.say("cookies-flash-text")),
        Block::steps(steps.into()),
        Block::Facts(folders.collect()),
    ];
    Block::section("flash", sheet.say("cookies-flash"), blocks)
}

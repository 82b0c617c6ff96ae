//! The compact policy explained token by token, and how user agents judge it.
//!
//! Owns: the page of each policy; the pieces it is made of ([`token_row`], [`token_table`], [`verdict()`]) are also for
//! pages on which anyone pastes a compact policy.

use abide_agents::{
    AGENTS, Cell, Change, Context, Cookie, Level, Place, Remedy, UserAgent, Verdict,
};
use abide_p3p::compact::{Deviation, Meaning as Says, Token, Use, header_value, tokens};
use abide_p3p::derive::{Scope, derive};
use abide_p3p::export;

use super::notice::{Part, remark};
use super::sheet::{Head, Sheet};
use crate::block::{Block, Fact, Line, Mark, Meaning, Section, Table};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::locale::Locale;
use crate::say;
use crate::verdict::{self, Grid, Row, TokenRow};

/// The page of each policy's compact policy.
pub(crate) struct Compact;

impl Document for Compact {
    fn id(&self) -> &'static str {
        "compact"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let mut out = Vec::new();
        for policy in publication.in_force().map(|v| &v.policy) {
            let path = format!("/compact/{}", policy.name);
            let page = |lang| Address::spoken(lang, &path, Subject::Policy(policy.name.clone()));
            out.extend(publication.languages_of(policy).into_iter().map(page));
        }
        for policy in publication.versions().map(|v| &v.policy) {
            let path = format!("/compact/{}/{}", policy.name, policy.version);
            let subject = Subject::Version(policy.name.clone(), policy.version.clone());
            let page = |lang| Address::spoken(lang, &path, subject.clone());
            out.extend(publication.languages_of(policy).into_iter().map(page));
        }
        out
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        let (version, above) = match &address.subject {
            Subject::Policy(name) => {
                let version = publication.history(name)?.in_force(publication.today);
                let title = sheet.text(&version.policy.title).to_owned();
                (version, (title, publication.notice_path(name)))
            }
            Subject::Version(name, version) => {
                let version = publication.history(name)?.version(version)?;
                let path = format!("/archive/{}/{}", name, version.policy.version);
                (version, (version.cite(), path))
            }
            _ => return None,
        };
        let part = Part { sheet, policy: &version.policy, version };
        let title = sheet.text(&version.policy.title);
        let head = Head {
            title: sheet.say("compact"),
            kicker: format!(
                "{} ({})",
                say!(sheet.locale, "compact-kicker", title = title),
                version.cite()
            ),
            description: say!(sheet.locale, "compact-description", title = title),
            above: vec![above],
            languages: publication.languages_of(&version.policy),
            version: Some(version),
            contents: true,
            ..Head::default()
        };
        Some(sheet.html(&head, &blocks(&part)))
    }
}

fn blocks(part: &Part<'_>) -> Vec<Block> {
    let locale = part.sheet.locale;
    let compact = derive(part.policy, Scope::All);
    let text = compact.to_string();
    let header = header_value(Some(export::WELL_KNOWN), Some(&compact)).unwrap_or_default();
    let mut explained = vec![
        Block::text(locale.say("compact-tokens-hint")),
        Block::Tokens(token_row(locale, &text)),
        Block::Details {
            summary: locale.say("compact-table"),
            blocks: vec![Block::Table(token_table(locale, &text))],
        },
        Block::Details {
            summary: locale.say("compact-header"),
            blocks: vec![Block::Source(format!("P3P: {header}"))],
        },
    ];
    if compact.is_empty() {
        explained = vec![Block::text(locale.say("compact-none"))];
    }
    let mut out = vec![
        Block::Lead(locale.say("compact-lead").into()),
        Block::section("tokens", locale.say("compact-tokens"), explained),
    ];
    let agents = AGENTS.iter().map(|agent| verdict(locale, &Verdict::new(*agent, compact)));
    let mut verdicts = vec![remark(Meaning::Limited, locale.say("compact-caveat").into())];
    verdicts.push(Block::text(locale.say("compact-cell-hint")));
    verdicts.extend(agents);
    out.push(Block::section("verdicts", locale.say("compact-verdicts"), verdicts));
    out
}

/// A compact policy as a row of tokens, each with its meaning.
#[must_use]
pub fn token_row(locale: &Locale, compact: &str) -> TokenRow {
    TokenRow {
        label: locale.say("compact-tokens-label"),
        tokens: tokens(compact).map(|t| token(locale, &t)).collect(),
    }
}

fn token(locale: &Locale, token: &Token<'_>) -> verdict::Token {
    verdict::Token {
        text: token.text.to_owned(),
        kind: token.meaning.kind(),
        meaning: meaning(locale, token.meaning),
        remark: token.deviation.map(|d| deviation(locale, d).into()),
    }
}

/// A compact policy as a table: token, kind, meaning.
#[must_use]
pub fn token_table(locale: &Locale, compact: &str) -> Table {
    let row = |t: Token<'_>| {
        let mut says = Line::from(meaning(locale, t.meaning));
        if let Some(d) = t.deviation {
            says = says.text(" ").quiet(format!("({})", deviation(locale, d)));
        }
        let kind = locale.capital(&locale.say(&format!("kind-{}", t.meaning.kind())));
        vec![Line::new().code(t.text), kind.into(), says]
    };
    Table {
        caption: locale.say("compact-table"),
        head: ["compact-token", "compact-kind", "compact-meaning"].map(|id| locale.say(id)).into(),
        rows: tokens(compact).map(row).collect(),
    }
}

fn deviation(locale: &Locale, deviation: Deviation) -> String {
    locale.say(match deviation {
        Deviation::Unknown => "deviation-unknown",
        Deviation::Case => "deviation-case",
        Deviation::Suffix => "deviation-suffix",
        Deviation::Draft => "deviation-draft",
    })
}

/// What a token says, in a sentence.
#[must_use]
pub fn meaning(locale: &Locale, says: Says) -> String {
    match says {
        Says::Access(access) => locale.word(access),
        Says::Disputes => locale.say("token-disputes"),
        Says::Remedy(redress) => say!(locale, "token-remedy", what = locale.word(redress)),
        Says::NonIdentifiable => locale.say("token-non-identifiable"),
        Says::Use(what, _) => {
            let choice = says.choice().map(|c| locale.word(c)).unwrap_or_default();
            match what {
                Use::Customization => say!(locale, "token-customization", choice = choice),
                what => {
                    let what = locale.capital(&used(locale, what));
                    say!(locale, "token-use", what = what, choice = choice)
                }
            }
        }
        Says::Retention(retention) => locale.word(retention),
        Says::Category(category) => say!(locale, "token-category", what = locale.word(category)),
        Says::Test => locale.say("token-test"),
        Says::Unknown => locale.say("token-unknown"),
    }
}

/// A purpose or recipient.
fn used(locale: &Locale, what: Use) -> String {
    match what {
        Use::Purpose(purpose) => locale.word(purpose),
        Use::Customization => locale.say("use-customization"),
        Use::Recipient(recipient) => locale.word(recipient),
    }
}

/// A user agent's verdict: satisfactory or not, the grid, why, and what would change it.
#[must_use]
pub fn verdict(locale: &Locale, verdict: &Verdict<'_>) -> Block {
    let agent = verdict.agent;
    let level = locale.say(&format!("level-{}", agent.default_level().as_str()));
    let mut blocks = vec![
        Block::Verdicts(grid(locale, verdict)),
        Block::Facts(vec![Fact::line(locale.say("compact-why"), why(locale, verdict))]),
    ];
    // Nobody ever browsed with the strict reading of the specification.
    if agent.id() != "strict" {
        blocks.insert(0, Block::text(say!(locale, "compact-agent-default", level = level)));
    }
    blocks.extend(remedies(locale, verdict));
    Block::Section(Section {
        id: format!("agent-{}", agent.id()),
        title: say!(locale, "compact-agent", name = agent.name()),
        mark: Some(in_a_word(locale, verdict)),
        card: false,
        blocks,
    })
}

/// Satisfactory or not.
pub(super) fn in_a_word(locale: &Locale, verdict: &Verdict<'_>) -> Mark {
    let (meaning, word) = match verdict.satisfactory {
        true => (Meaning::Allowed, "compact-satisfactory"),
        false => (Meaning::Refused, "compact-unsatisfactory"),
    };
    Mark { meaning, word: locale.say(word) }
}

fn why(locale: &Locale, verdict: &Verdict<'_>) -> String {
    if verdict.satisfactory {
        return locale.say("compact-why-fine");
    }
    if verdict.categories.is_empty() || verdict.uses.is_empty() {
        return locale.say("compact-why-invalid");
    }
    let categories: Vec<String> = verdict.categories.iter().map(|c| locale.word(c)).collect();
    let uses: Vec<String> = verdict.uses.iter().map(|u| used(locale, u)).collect();
    let categories = locale.capital(&locale.apart(&categories));
    say!(locale, "compact-why-text", categories = categories, uses = locale.apart(&uses))
}

/// The verdict as a grid: rows are contexts and kinds of cookie, columns the user agent's levels.
#[must_use]
pub fn grid(locale: &Locale, verdict: &Verdict<'_>) -> Grid {
    let agent = verdict.agent;
    let column = |level: &Level| locale.say(&format!("level-{}", level.as_str()));
    let mut rows: Vec<Row> = Vec::new();
    for context in Context::ALL {
        for cookie in Cookie::ALL {
            let cells = agent.levels().iter().filter_map(|l| verdict.cell(*context, *cookie, *l));
            rows.push(Row {
                head: locale.capital(&row(locale, *context, *cookie)),
                cells: cells.map(|c| cell(locale, c)).collect(),
            });
        }
    }
    Grid {
        caption: say!(locale, "compact-agent-caption", name = agent.name()),
        corner: locale.say("compact-corner"),
        columns: agent.levels().iter().map(column).collect(),
        rows,
    }
}

/// Whose page and which cookie, within a sentence.
fn row(locale: &Locale, context: Context, cookie: Cookie) -> String {
    let context = locale.say(&format!("context-{}", context.as_str()));
    let cookie = locale.say(&format!("cookie-{}", cookie.as_str()));
    say!(locale, "compact-row", context = context, cookie = cookie)
}

fn cell(locale: &Locale, cell: &Cell) -> verdict::Cell {
    use abide_agents::Action;
    let meaning = match cell.action {
        Action::Accept => Meaning::Allowed,
        Action::Session | Action::Leash | Action::Prompt => Meaning::Limited,
        Action::Block => Meaning::Refused,
    };
    let reason = locale.say(&format!("reason-{}", cell.reason.as_str()));
    verdict::Cell {
        meaning,
        word: locale.say(&format!("action-{}", cell.action.as_str())),
        reason: if cell.flagged { say!(locale, "reason-flagged", reason = reason) } else { reason },
    }
}

fn remedies(locale: &Locale, verdict: &Verdict<'_>) -> Vec<Block> {
    let found = verdict.remedies();
    if found.is_empty() {
        return vec![Block::text(locale.say("compact-remedy-none"))];
    }
    let agent = verdict.agent;
    let table = Table {
        caption: say!(locale, "compact-remedy-caption", name = agent.name()),
        head: vec![locale.say("compact-remedy-where"), locale.say("compact-remedy-changes")],
        rows: found.iter().map(|r| remedy(locale, agent, r)).collect(),
    };
    let mut blocks = vec![Block::text(locale.say("compact-remedy-text")), Block::Table(table)];
    let advice = verdict.advice();
    let uses: Vec<String> = advice.uses.iter().map(|u| used(locale, u)).collect();
    let uses = locale.apart(&uses);
    for (id, places) in
        [("compact-advice-opt-out", &advice.opt_out), ("compact-advice-opt-in", &advice.opt_in)]
    {
        if !places.is_empty() && !uses.is_empty() {
            let text =
                say!(locale, id, uses = uses.as_str(), places = where_at(locale, agent, places));
            blocks.push(Block::text(text));
        }
    }
    let id = format!("remedy-{}", agent.id());
    vec![Block::section(id, locale.say("compact-remedy"), blocks)]
}

fn remedy(locale: &Locale, agent: &dyn UserAgent, remedy: &Remedy) -> Vec<Line> {
    let changes = |all: &[Change]| {
        let words: Vec<String> = all.iter().map(|c| change(locale, *c)).collect();
        locale.capital(&locale.apart(&words))
    };
    let mut what = Line::from(changes(&remedy.changes));
    if let Some(alternative) = &remedy.alternative {
        let text = say!(locale, "compact-remedy-alternative", changes = changes(alternative));
        what = what.text(". ").quiet(text);
    }
    vec![where_at(locale, agent, &remedy.places).into(), what]
}

/// Places by level: `Medium: first party, persistent; third party, persistent`.
fn where_at(locale: &Locale, agent: &dyn UserAgent, places: &[Place]) -> String {
    let all = Context::ALL.len() * Cookie::ALL.len();
    let at = |level: &Level| {
        let name = locale.say(&format!("level-{}", level.as_str()));
        if places.iter().filter(|p| p.level == *level).count() == all {
            return Some(say!(locale, "compact-place-all", level = name));
        }
        let rows: Vec<String> = places
            .iter()
            .filter(|p| p.level == *level)
            .map(|p| row(locale, p.context, p.cookie))
            .collect();
        (!rows.is_empty())
            .then(|| say!(locale, "compact-place", level = name, rows = locale.apart(&rows)))
    };
    agent.levels().iter().filter_map(at).collect::<Vec<_>>().join(". ")
}

/// A change in words.
#[must_use]
pub fn change(locale: &Locale, change: Change) -> String {
    match change {
        Change::OptOut(what) => say!(locale, "change-opt-out", what = used(locale, what)),
        Change::OptIn(what) => say!(locale, "change-opt-in", what = used(locale, what)),
        Change::Drop(category) => say!(locale, "change-drop", what = locale.word(category)),
        Change::AddPolicy => locale.say("change-add-policy"),
        Change::DropTest => locale.say("change-drop-test"),
        Change::DropUnknown => locale.say("change-drop-unknown"),
    }
}

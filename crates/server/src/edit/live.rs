//! What a text would be published as, while it is written: the notice, the compact policy, the verdicts.

use abide_agents::{AGENTS, Change, Context, Cookie, Level, Place, UserAgent, Verdict};
use abide_notice::block::{Block, Mark, Meaning};
use abide_notice::html::{self, Html};
use abide_notice::{DOCUMENTS, Document, Locale, Publication, Subject, explain, say};
use abide_p3p::compact::header_value;
use abide_p3p::derive::{Scope, derive};
use abide_p3p::export::WELL_KNOWN;
use abide_policy::model::Policy;
use abide_policy::site::SitePolicy;
use abide_policy::version::{History, Version};
use abide_policy::vocab::{Lang, Vocabulary};
use askama::Template;

use super::change::changes_of;

/// The notice of a draft in a language, as a whole page; `None` where not every text exists in it.
pub(crate) fn notice(
    publication: &Publication,
    draft: &Policy,
    source: &str,
    lang: Lang,
) -> Option<String> {
    let site = SitePolicy {
        name: draft.name.clone(),
        files: Vec::new(),
        paths: Vec::new(),
        exclude: Vec::new(),
        cookies: Vec::new(),
    };
    let history = History::new(vec![Version::new(draft.clone(), source.to_owned())])?;
    let alone = Publication {
        site: publication.site.clone(),
        policies: vec![(site, history)],
        today: draft.effective,
        locales: publication.locales,
        served: publication.served,
    };
    let document: &&dyn Document = DOCUMENTS.iter().find(|d| d.id() == "notice")?;
    let addresses = document.addresses(&alone);
    let address = addresses.iter().find(|a| {
        a.lang == Some(lang) && matches!(a.subject, Subject::Policy(_)) && !a.path.ends_with(".md")
    })?;
    document.render(&alone, address).map(|page| page.body)
}

/// The languages for which a notice can be shown, with what their speakers call them; and those that are promised but
/// incomplete.
pub(crate) fn languages(publication: &Publication, draft: &Policy) -> (Vec<Lang>, Vec<Lang>) {
    let complete = publication.languages_of(draft);
    let incomplete = draft.languages.iter().filter(|l| !complete.contains(l)).copied().collect();
    (complete, incomplete)
}

/// The compact policy with every token explained.
pub(crate) fn compact(locale: &Locale, draft: &Policy) -> Html {
    let compact = derive(draft, Scope::All);
    if compact.is_empty() {
        return html::blocks(&[Block::text(locale.say("compact-none"))], 3);
    }
    let text = compact.to_string();
    let header = header_value(Some(WELL_KNOWN), Some(&compact)).unwrap_or_default();
    let blocks = [
        Block::text(locale.say("compact-tokens-hint")),
        Block::Tokens(explain::token_row(locale, &text)),
        Block::section(
            "editor-token-table",
            locale.say("compact-table"),
            vec![Block::Table(explain::token_table(locale, &text))],
        ),
        Block::section(
            "editor-header",
            locale.say("compact-header"),
            vec![Block::Source(format!("P3P: {header}"))],
        ),
    ];
    html::blocks(&blocks, 3)
}

/// How every user agent judges a draft, and what would change it.
pub(crate) fn verdicts(locale: &Locale, draft: &Policy) -> Html {
    let compact = derive(draft, Scope::All);
    let agents = AGENTS.iter().map(|agent| judged(locale, draft, &Verdict::new(*agent, compact)));
    let caveat = vec![Block::text(locale.say("compact-caveat"))];
    let caveat = html::blocks(&[Block::Note { meaning: Meaning::Limited, blocks: caveat }], 3);
    Html::of(&VerdictsHtml { locale, caveat, agents: agents.collect() })
}

#[derive(Template)]
#[template(path = "edit/verdicts.html")]
struct VerdictsHtml<'a> {
    locale: &'a Locale,
    caveat: Html,
    agents: Vec<Judged>,
}

/// A user agent's verdict.
struct Judged {
    id: &'static str,
    name: &'static str,
    mark: Html,
    grid: Html,
    remedies: Vec<Remedy>,
}

/// A remedy that can be applied.
struct Remedy {
    index: usize,
    places: String,
    changes: String,
    /// Whether applying it changes anything in the statements.
    applies: bool,
    /// With choices alone.
    alternative: Option<String>,
}

impl VerdictsHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
}

fn judged(locale: &Locale, draft: &Policy, verdict: &Verdict<'_>) -> Judged {
    let agent = verdict.agent;
    let (meaning, word) = match verdict.satisfactory {
        true => (Meaning::Allowed, "compact-satisfactory"),
        false => (Meaning::Refused, "compact-unsatisfactory"),
    };
    let mark = Mark { meaning, word: locale.say(word) };
    let mark =
        Block::Text(abide_notice::block::Line::new().span(abide_notice::block::Span::Mark(mark)));
    let found = verdict.remedies().into_iter().enumerate().map(|(index, remedy)| Remedy {
        index,
        places: where_at(locale, agent, &remedy.places),
        changes: words(locale, &remedy.changes),
        applies: !changes_of(draft, &remedy.changes).is_empty(),
        alternative: remedy.alternative.as_deref().map(|changes| words(locale, changes)),
    });
    Judged {
        id: agent.id(),
        name: agent.name(),
        mark: html::blocks(&[mark], 4),
        grid: html::blocks(&[Block::Verdicts(explain::grid(locale, verdict))], 4),
        remedies: found.collect(),
    }
}

fn words(locale: &Locale, changes: &[Change]) -> String {
    let words: Vec<String> = changes.iter().map(|c| explain::change(locale, *c)).collect();
    locale.capital(&words.join("; "))
}

/// Places by level: `Medium: first party, persistent; third party, persistent`.
fn where_at(locale: &Locale, agent: &dyn UserAgent, places: &[Place]) -> String {
    let row = |context: Context, cookie: Cookie| {
        let context = locale.say(&format!("context-{}", context.as_str()));
        let cookie = locale.say(&format!("cookie-{}", cookie.as_str()));
        say!(locale, "compact-row", context = context, cookie = cookie)
    };
    let at = |level: &Level| {
        let rows = places.iter().filter(|p| p.level == *level).map(|p| row(p.context, p.cookie));
        let rows: Vec<String> = rows.collect();
        let name = locale.say(&format!("level-{}", level.as_str()));
        (!rows.is_empty())
            .then(|| say!(locale, "compact-place", level = name, rows = rows.join("; ")))
    };
    agent.levels().iter().filter_map(at).collect::<Vec<_>>().join(". ")
}

/// The tags and names of languages.
pub(crate) fn names(languages: &[Lang]) -> Vec<(&'static str, &'static str)> {
    languages.iter().map(|l| (l.word(), l.own_name())).collect()
}

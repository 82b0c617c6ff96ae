//! What a person is told about their request, as a letter in their language (GDPR Art. 12(3), 12(4)): that it takes longer, that
//! it is refused, or what was done.
//!
//! Owns: its parts and their order, the forms in which it is handed out. Leaves to others: what was done
//! ([`crate::desk::report`]), the words (`locales/…/letter.ftl`), sending it. Which ways there are to complain is in [`ways`], what
//! came of a request in [`done`].
//!
//! It has no name of the person: whoever hands it out may add one ([`Letter::page`]), and nobody keeps it. What is stored of it is
//! what it is made of: the request with its history, and for some days what was written to the person about a refusal.

mod done;
mod ways;

use abide_notice::block::{Block, Fact, Line, Span};
use abide_notice::html::{Html, STYLE, blocks};
use abide_notice::{Locale, markdown, say};
use abide_policy::model::{Entity, Policy};
use abide_policy::text::Period;
use abide_policy::vocab::{Lang, Vocabulary as _};
use abide_records::requests::Request;
use askama::Template;
use jiff::civil::Date;

pub(crate) use done::Done;

use crate::atlas::Atlas;
use crate::deadline::Law;
use crate::find::undirected;

/// Most lines of a name and an address.
const LINES: usize = 8;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The language it is in.
    pub language: Lang,
    /// What it is, in its language.
    pub title: String,
    /// What is said in which terms above it: who writes, when, about what.
    head: Vec<Fact>,
    /// What stands before the name of whom it is for.
    to: String,
    colon: &'static str,
    body: Vec<Block>,
    /// Where in the body it is said that it comes late, if it does.
    late: Option<usize>,
}

/// What a letter is about.
pub(crate) enum About<'a> {
    /// The request is refused: the code of the reason, and what somebody wrote.
    Refused(&'a str, &'a str),
    /// It takes longer: until when, and why.
    Extended(Date, &'a str),
    /// The person took it back.
    Withdrawn,
    /// It is done.
    Done(Done),
}

/// What letters are written from.
pub(crate) struct Writing<'a> {
    pub(crate) locale: &'a Locale,
    pub(crate) atlas: &'a Atlas,
    pub(crate) request: &'a Request,
    /// The policy under which it is answered, if one is known.
    pub(crate) policy: Option<&'a Policy>,
    /// The day of the letter.
    pub(crate) today: Date,
    /// Until when a closed request is kept; of one that is open, what it would be if it were closed on this day.
    pub(crate) kept: Option<Date>,
    /// For how long that is.
    pub(crate) period: Period,
    /// The last day for the answer, if it comes later.
    pub(crate) late: Option<Date>,
}

#[derive(Template)]
#[template(path = "export.html")]
struct Page<'a> {
    lang: &'a str,
    title: &'a str,
    kicker: &'a str,
    style: &'a str,
    body: Html,
}

impl Letter {
    /// Whether it says that the answer comes late.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.late.is_some()
    }

    /// The same with the reason why it is late, if it is; like a name, nobody keeps it.
    #[must_use]
    pub fn because(mut self, why: &str) -> Self {
        if let Some(at) = self.late {
            let after = at + 1;
            self.body.splice(after..after, paragraphs(why));
        }
        self
    }

    /// As blocks, for a page; `to` is whom it is for, line by line, and may be empty.
    #[must_use]
    pub fn blocks(&self, to: &str) -> Vec<Block> {
        let lines: Vec<Block> = paragraphs(to).take(LINES).collect();
        let mut head = self.head.clone();
        if !lines.is_empty() {
            head.insert(1.min(head.len()), Fact::blocks(self.to.as_str(), lines));
        }
        let mut all = vec![Block::Facts(head)];
        all.extend(self.body.iter().cloned());
        all
    }

    /// As a page of its own, to print or send: without scripts, loading nothing.
    #[must_use]
    pub fn page(&self, to: &str) -> String {
        let page = Page {
            lang: self.language.word(),
            title: &self.title,
            kicker: "",
            style: STYLE,
            body: blocks(&self.blocks(to), 2),
        };
        Html::of(&page).into_string()
    }

    /// As text (Markdown), to read on a terminal; addresses stand as they are.
    #[must_use]
    pub fn text(&self, to: &str) -> String {
        let place = markdown::Place { site: "", page: "", colon: self.colon };
        let mut blocks = self.blocks(to);
        blocks.iter_mut().for_each(plain);
        markdown::page(place, &self.title, &blocks, &Line::new())
    }
}

impl Writing<'_> {
    /// The letter.
    pub(crate) fn letter(&self, about: &About<'_>) -> Letter {
        let (title, mut body) = match about {
            About::Refused(why, text) => ("letter-title-refused", self.refused(why, text)),
            About::Extended(to, reason) => ("letter-title-extended", self.extended(*to, reason)),
            About::Withdrawn => ("letter-title-withdrawn", vec![self.say("letter-withdrawn")]),
            About::Done(done) => ("letter-title-done", self.done(done)),
        };
        let late = self.late.filter(|_| matches!(about, About::Done(_) | About::Refused(..)));
        if let Some(day) = late {
            let day = [("day", self.locale.date(day))];
            let article = match Law::of(self.request.jurisdiction) {
                Law::UkGdpr => "letter-article-extended-uk",
                _ => "letter-article-extended",
            };
            body.insert(0, Block::text(self.cited("letter-late", article, &day)));
        }
        body.insert(0, self.say("letter-greeting"));
        if !matches!(about, About::Withdrawn) {
            body.push(self.complaint());
        }
        body.extend(self.end(about));
        Letter {
            language: self.locale.lang(),
            title: self.locale.say(title),
            head: self.head(),
            to: self.locale.say("letter-to"),
            colon: self.locale.colon(),
            body,
            late: late.map(|_| 1),
        }
    }

    fn say(&self, id: &str) -> Block {
        Block::text(self.locale.say(id))
    }

    fn day(&self, day: Date) -> Span {
        Span::Time { iso: day.to_string(), text: self.locale.date(day) }
    }

    /// An article of the law under which the request is; empty where its articles are not known here.
    fn article(&self, id: &str) -> String {
        let law = self.locale.law(self.request.jurisdiction);
        law.map(|law| say!(self.locale, id, law = law)).unwrap_or_default()
    }

    /// A sentence with its article in brackets, or without brackets if there is none.
    fn cited(&self, id: &str, article: &str, values: &[(&str, String)]) -> String {
        let article = self.article(article);
        let mut gaps = vec![("article", article.clone().into())];
        gaps.extend(values.iter().map(|(name, value)| (*name, value.as_str().into())));
        let text = self.locale.with(id, &gaps);
        if article.is_empty() { text.replace(" ()", "") } else { text }
    }

    fn head(&self) -> Vec<Fact> {
        let say = |id: &str| self.locale.say(id);
        let mut head = Vec::new();
        head.extend(self.policy.map(|p| Fact::blocks(say("letter-from"), sender(&p.entity))));
        let kind = self.request.kind;
        let asked = say(&format!("letter-asked-{kind}"));
        let article = self.article(&format!("right-{kind}-article"));
        let asked = if article.is_empty() { asked } else { format!("{asked} ({article})") };
        head.extend([
            Fact::line(say("letter-date"), Line::new().span(self.day(self.today))),
            Fact::line(say("letter-asked"), asked),
            Fact::line(say("letter-received"), Line::new().span(self.day(self.request.received))),
            Fact::line(say("letter-number"), self.request.id.as_str()),
        ]);
        head
    }

    fn refused(&self, why: &str, text: &str) -> Vec<Block> {
        let article = match why {
            "exempt" => format!("letter-article-exempt-{}", self.request.kind),
            why => format!("letter-article-{why}"),
        };
        let ground = self.cited(&format!("letter-ground-{why}"), &article, &[]);
        let lead = self.cited("letter-refused-lead", "letter-article-reasons", &[]);
        let mut said = vec![Block::text(lead), Block::text(Line::new().strong(ground))];
        said.extend(paragraphs(text));
        if why == "unidentified" {
            said.push(self.say("letter-more-unidentified"));
        }
        vec![Block::section("letter-refused", self.locale.say("letter-refused"), said)]
    }

    fn extended(&self, to: Date, reason: &str) -> Vec<Block> {
        let article = match Law::of(self.request.jurisdiction) {
            Law::UkGdpr => "letter-article-extended-uk",
            _ => "letter-article-extended",
        };
        let day = self.locale.date(to);
        let mut said =
            vec![Block::text(self.cited("letter-extended-lead", article, &[("day", day)]))];
        said.push(self.say("letter-extended-reason"));
        said.extend(paragraphs(reason));
        vec![Block::section("letter-extended", self.locale.say("letter-extended"), said)]
    }

    /// What of the request itself is kept, and the end of the letter.
    fn end(&self, about: &About<'_>) -> Vec<Block> {
        // The period begins when a request is closed, and nobody knows yet when that is.
        let (id, gap) = match about {
            About::Extended(..) => {
                ("letter-own-request-open", Some(("period", self.locale.period(self.period))))
            }
            _ => ("letter-own-request", self.kept.map(|day| ("day", self.locale.date(day)))),
        };
        let kept = gap.map(|gap| Block::text(self.cited(id, "letter-article-proof", &[gap])));
        let name = self.policy.map(|p| Block::text(p.entity.name.as_str()));
        kept.into_iter().chain([self.say("letter-close")]).chain(name).collect()
    }
}

/// Writes the addresses of links out.
fn plain(block: &mut Block) {
    match block {
        Block::Text(line) => {
            for span in &mut line.0 {
                if let Span::Link { text, .. } = span {
                    *span = Span::Code(std::mem::take(text));
                }
            }
        }
        Block::Section(section) => section.blocks.iter_mut().for_each(plain),
        _ => {}
    }
}

/// What somebody wrote, with its paragraphs. Nothing in it turns the direction in which the letter is read.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let lines = text.lines().map(undirected);
    let lines = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    lines.map(Block::text)
}

/// Who writes: name and address.
fn sender(entity: &Entity) -> Vec<Block> {
    let town = [entity.postal_code.as_deref(), entity.city.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let lines = [Some(entity.name.as_str()), entity.street.as_deref(), Some(town.as_str())];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
    lines.map(Block::text).collect()
}

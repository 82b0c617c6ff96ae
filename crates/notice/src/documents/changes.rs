//! What changed between a version and the one before it: for people, with what each change means for them; and line by
//! line.

use abide_policy::diff::{self, Change, Effect, Kept, StatementChange};
use abide_policy::model::RetentionRule;
use abide_policy::text::{Country, Period, Text};
use abide_policy::version::Version;
use abide_policy::vocab::Lang;

use super::archive::changes_languages;
use super::notice::{Part, remark};
use super::sheet::{Head, Sheet};
use crate::block::{Block, Line, Mark, Meaning, Section, Sign};
use crate::document::{Address, Document, Page, Publication, Subject};
use crate::say;

/// The changes of each version that has one before it.
pub(crate) struct Changes;

impl Document for Changes {
    fn id(&self) -> &'static str {
        "changes"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let mut out = Vec::new();
        for (_, history) in &publication.policies {
            for version in history.versions() {
                let policy = &version.policy;
                let path = format!("/changes/{}/{}", policy.name, policy.version);
                let subject = Subject::Version(policy.name.clone(), policy.version.clone());
                let languages = changes_languages(publication, history, version).into_iter();
                out.extend(languages.map(|l| Address::spoken(l, &path, subject.clone())));
            }
        }
        out
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let Subject::Version(name, version) = &address.subject else { return None };
        let sheet = Sheet::new(publication, address)?;
        let history = publication.history(name)?;
        let (version, before) = (history.version(version)?, history.before(version)?);
        let part = Part { sheet, policy: &version.policy, version };
        let title = sheet.text(&version.policy.title);
        let (from, to) = (before.cite(), version.cite());
        let head = Head {
            title: say!(sheet.locale, "changes", title = title),
            kicker: version.policy.entity.name.clone(),
            description: say!(sheet.locale, "changes-description", before = from, after = to),
            above: vec![(sheet.say("archive"), "/archive".to_owned())],
            languages: changes_languages(publication, history, version),
            version: Some(version),
            contents: true,
            prose: true,
            ..Head::default()
        };
        Some(sheet.html(&head, &blocks(&part, before)))
    }
}

/// A comparison in the making.
struct Compared<'a> {
    part: &'a Part<'a>,
    before: &'a Part<'a>,
}

/// What a change says: in one line, or as before and after.
enum Said {
    Line(String),
    /// `what` names a message, `names` fill its gap.
    Turned {
        what: &'static str,
        names: Vec<String>,
        from: String,
        to: String,
    },
}

/// Changes about one thing: its anchor, its title, what each says.
type Group = (String, String, Vec<(Effect, Said)>);

impl Said {
    /// Takes in the next change if it turns the same into the same: several grounds that change alike are one sentence.
    fn absorb(&mut self, next: &Self) -> bool {
        match (self, next) {
            (
                Self::Turned { what, names, from, to },
                Self::Turned { what: w, names: more, from: f, to: t },
            ) if what == w && from == f && to == t => {
                names.extend(more.iter().cloned());
                true
            }
            _ => false,
        }
    }
}

fn blocks(part: &Part<'_>, before: &Version) -> Vec<Block> {
    let sheet = &part.sheet;
    let (from, to) = (before.cite(), part.version.cite());
    let lead = say!(sheet.locale, "changes-lead", before = from, after = to);
    let effective = sheet.dated("changes-effective", part.policy.effective);
    let mut out = vec![Block::Lead(Line::from(lead).text(" ").span_all(effective))];
    let old = Part { sheet: part.sheet, policy: &before.policy, version: before };
    let compared = Compared { part, before: &old };
    let changes = diff::changes(&before.policy, part.policy);
    if changes.is_empty() {
        out.push(remark(Meaning::None, sheet.say("changes-none").into()));
    }
    out.extend(compared.groups(&changes));
    out.push(both(part, before));
    out.push(lines(sheet, &before.source, &part.version.source));
    out
}

/// Links to both versions in full.
fn both(part: &Part<'_>, before: &Version) -> Block {
    let sheet = &part.sheet;
    let item = |id: &str, version: &Version| {
        let path = format!("/archive/{}/{}", version.policy.name, version.policy.version);
        Line::new().link(say!(sheet.locale, id, version = version.cite()), sheet.href(&path))
    };
    let items =
        vec![item("changes-notice-before", before), item("changes-notice-after", part.version)];
    Block::section("both", sheet.say("changes-notices"), vec![Block::list(items)])
}

/// How many unchanged lines stand around each change.
const AROUND: usize = 3;

fn lines(sheet: &Sheet<'_>, from: &str, to: &str) -> Block {
    let title = sheet.say("changes-lines");
    let details = Block::Details {
        summary: title.clone(),
        blocks: vec![Block::Lines(changed_lines(from, to))],
    };
    Block::section("lines", title, vec![details])
}

/// Two texts line by line: the changed lines, and a few around each.
#[must_use]
pub fn changed_lines(from: &str, to: &str) -> Vec<(Sign, String)> {
    let all: Vec<(Sign, &str)> = diff::lines(from, to)
        .into_iter()
        .map(|line| match line {
            diff::Line::Same(text) => (Sign::Same, text),
            diff::Line::Removed(text) => (Sign::Removed, text),
            diff::Line::Added(text) => (Sign::Added, text),
        })
        .collect();
    let near = |i: usize| {
        let around = all.iter().skip(i.saturating_sub(AROUND)).take(i.min(AROUND) + 1 + AROUND);
        around.into_iter().any(|(sign, _)| *sign != Sign::Same)
    };
    let mut shown: Vec<(Sign, String)> = Vec::new();
    for (i, (sign, text)) in all.iter().enumerate() {
        if near(i) {
            shown.push((*sign, (*text).to_owned()));
        } else if shown.last().is_some_and(|(s, _)| *s != Sign::Gap) {
            shown.push((Sign::Gap, "…".to_owned()));
        }
    }
    shown
}

/// What changed between two texts of a policy, for people: a card for each thing that changed, nothing if nothing did.
#[must_use]
pub fn for_people(
    publication: &Publication,
    lang: Lang,
    before: &Version,
    after: &Version,
) -> Vec<Block> {
    let address = Address::spoken(lang, "", Subject::Site);
    let Some(sheet) = Sheet::new(publication, &address) else { return Vec::new() };
    let part = Part { sheet, policy: &after.policy, version: after };
    let old = Part { sheet, policy: &before.policy, version: before };
    Compared { part: &part, before: &old }.groups(&diff::changes(&before.policy, &after.policy))
}

impl Compared<'_> {
    fn say(&self, id: &str) -> String {
        self.part.sheet.say(id)
    }

    /// The changes by what they are about: in general, each statement, storage, places.
    fn groups(&self, changes: &[Change]) -> Vec<Block> {
        let mut groups: Vec<Group> = Vec::new();
        for change in changes {
            let (id, title) = self.group(change);
            let (effect, said) = (change.effect(), self.said(change));
            match groups.iter_mut().find(|(g, ..)| *g == id) {
                Some((.., all)) => {
                    let last = all.last_mut().filter(|(e, _)| *e == effect);
                    if !last.is_some_and(|(_, before)| before.absorb(&said)) {
                        all.push((effect, said));
                    }
                }
                None => groups.push((id, title, vec![(effect, said)])),
            }
        }
        let card = |(id, title, all): Group| {
            let blocks = all.into_iter().map(|(effect, said)| self.change(effect, said)).collect();
            Block::Section(Section { id, title, mark: None, card: true, blocks })
        };
        groups.into_iter().map(card).collect()
    }

    fn group(&self, change: &Change) -> (String, String) {
        let about = |id: &abide_policy::text::Id, title: &Text| {
            (super::sheet::anchor(id), self.part.sheet.text(title).to_owned())
        };
        let (id, title) = match change {
            Change::StatementAdded { id, title, .. }
            | Change::StatementRemoved { id, title }
            | Change::Statement { id, title, .. } => return about(id, title),
            Change::CookieAdded(_) | Change::CookieRemoved(_) | Change::CookieLifetime { .. } => {
                ("storage", "change-cookies")
            }
            Change::SubProcessorAdded { .. }
            | Change::SubProcessorRemoved { .. }
            | Change::RegionAdded { .. }
            | Change::RegionRemoved { .. } => ("places", "change-places"),
            _ => ("general", "change-general"),
        };
        (id.to_owned(), self.say(title))
    }

    fn change(&self, effect: Effect, said: Said) -> Block {
        let (meaning, id) = match effect {
            Effect::More => (Meaning::Allowed, "changes-better"),
            Effect::Less => (Meaning::Refused, "changes-worse"),
            Effect::Other => (Meaning::None, "changes-neutral"),
        };
        let mark = Mark { meaning, word: self.say(id) };
        match said {
            Said::Line(what) => Block::Change { what, mark, turned: None },
            Said::Turned { what, names, from, to } => {
                let what =
                    say!(self.part.sheet.locale, what, what = self.part.sheet.locale.apart(&names));
                let words = [self.say("changes-before"), self.say("changes-after")];
                let [before, after] = words;
                Block::Change {
                    what,
                    mark,
                    turned: Some([(before, from.into()), (after, to.into())]),
                }
            }
        }
    }

    fn said(&self, change: &Change) -> Said {
        let locale = self.part.sheet.locale;
        let either = |id: &str, now: bool| {
            Said::Line(self.say(&format!("{id}-{}", if now { "yes" } else { "no" })))
        };
        let named = |id: &str, name: &str| Said::Line(say!(locale, id, name = name));
        let placed = |id: &str, name: &str, country: &Country| {
            Said::Line(say!(locale, id, name = name, country = locale.country(*country)))
        };
        let titled = |text: &Text| self.part.sheet.text(text).to_owned();
        match change {
            Change::Access { from, to } => Said::Turned {
                what: "change-access",
                names: vec![],
                from: locale.word(*from),
                to: locale.word(*to),
            },
            Change::StatementAdded { .. } => Said::Line(self.say("change-statement-added")),
            Change::StatementRemoved { .. } => Said::Line(self.say("change-statement-removed")),
            Change::Statement { id, change, .. } => self.within(id, change),
            Change::CookieAdded(name) => named("change-cookie-added", name),
            Change::CookieRemoved(name) => named("change-cookie-removed", name),
            Change::CookieLifetime { name, from, to } => Said::Turned {
                what: "change-cookie-lifetime",
                names: vec![name.clone()],
                from: self.lifetime(*from),
                to: self.lifetime(*to),
            },
            Change::SubProcessorAdded { name, country } => {
                placed("change-sub-processor-added", name, country)
            }
            Change::SubProcessorRemoved { name, country } => {
                placed("change-sub-processor-removed", name, country)
            }
            Change::RegionAdded { title, country } => {
                placed("change-region-added", &titled(title), country)
            }
            Change::RegionRemoved { title, country } => {
                placed("change-region-removed", &titled(title), country)
            }
            Change::Disputes { from, to } => Said::Turned {
                what: "change-disputes",
                names: vec![],
                from: from.to_string(),
                to: to.to_string(),
            },
            Change::ChoicesPlace { now } => either("change-choices", *now),
            Change::RightsPlace { now } => either("change-rights", *now),
            Change::AuthorityNamed { now } => either("change-authority", *now),
            Change::Entity { from, to } => Said::Turned {
                what: "change-entity",
                names: vec![],
                from: from.clone(),
                to: to.clone(),
            },
            Change::Contact => Said::Line(self.say("change-contact")),
            Change::Wording { count } => Said::Line(say!(locale, "change-wording", count = *count)),
        }
    }

    fn lifetime(&self, period: Option<Period>) -> String {
        period.map_or_else(
            || self.say("cookies-lifetime-session"),
            |p| self.part.sheet.locale.period(p),
        )
    }

    fn within(&self, id: &abide_policy::text::Id, change: &StatementChange) -> Said {
        let locale = self.part.sheet.locale;
        let line = |id: &str, what: String| Said::Line(say!(locale, id, what = what));
        let after = |name| self.part.sheet.locale.data(self.part.policy, name);
        let before = |name| self.part.sheet.locale.data(self.before.policy, name);
        let purpose =
            |part: &Part<'_>, p| match part.policy.statement(id).and_then(|s| s.purposes.get(p)) {
                Some(used) => part.purpose_phrase(*p, used),
                None => locale.word(*p),
            };
        let turned = |what: &'static str, name: String, from: String, to: String| Said::Turned {
            what,
            names: vec![name],
            from,
            to,
        };
        match change {
            StatementChange::DataAdded(name) => line("change-data-added", after(name)),
            StatementChange::DataRemoved(name) => line("change-data-removed", before(name)),
            StatementChange::DataOptional { data, now: true } => {
                line("change-data-optional", after(data))
            }
            StatementChange::DataOptional { data, now: false } => {
                line("change-data-required", after(data))
            }
            StatementChange::PurposeAdded { purpose: p, choice } => {
                let (what, choice) = (purpose(self.part, p), locale.word(*choice));
                Said::Line(say!(locale, "change-purpose-added", what = what, choice = choice))
            }
            StatementChange::PurposeRemoved(p) => {
                line("change-purpose-removed", purpose(self.before, p))
            }
            StatementChange::PurposeChoice { purpose: p, from, to } => {
                turned("change-choice", purpose(self.part, p), locale.word(*from), locale.word(*to))
            }
            StatementChange::PurposeBasis { purpose: p, from, to } => {
                let name = |b: &Option<_>| {
                    b.map_or_else(
                        || self.say("change-basis-none"),
                        |b| locale.basis(b, self.part.policy.jurisdiction),
                    )
                };
                turned("change-basis", purpose(self.part, p), name(from), name(to))
            }
            StatementChange::RecipientAdded { recipient, choice } => {
                let (what, choice) = (locale.word(*recipient), locale.word(*choice));
                Said::Line(say!(locale, "change-recipient-added", what = what, choice = choice))
            }
            StatementChange::RecipientRemoved(r) => {
                line("change-recipient-removed", locale.word(*r))
            }
            StatementChange::RecipientChoice { recipient: r, from, to } => {
                turned("change-choice", locale.word(*r), locale.word(*from), locale.word(*to))
            }
            StatementChange::RecipientCountry { recipient: r, from, to } => {
                let none = || locale.say("change-recipient-country-none");
                let country = |c: &Option<Country>| c.map_or_else(none, |c| locale.country(c));
                turned("change-recipient-country", locale.word(*r), country(from), country(to))
            }
            StatementChange::Retention { from, to } => Said::Turned {
                what: "change-retention",
                names: vec![],
                from: self.kept(*from),
                to: self.kept(*to),
            },
        }
    }

    fn kept(&self, kept: Kept) -> String {
        let Kept { kind, period, since, anonymous } = kept;
        let rule = RetentionRule { kind, period, since, anonymous, reason: Text::default() };
        self.part.sheet.locale.keeps_text(&rule)
    }
}

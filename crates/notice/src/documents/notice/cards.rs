//! One card per statement: what, whose, why, ground, who, where, how long, your choice.

use abide_policy::data::Schema;
use abide_policy::model::{DataUse, PurposeUse, RecipientUse, Statement};
use abide_policy::vocab::{Basis, Choice, Purpose, Recipient, Role, Set};

use super::Part;
use crate::block::{Block, Fact, Line, Mark, Meaning, Section, Span, Table};
use crate::documents::record::is_third;
use crate::documents::sheet::anchor;
use crate::say;

impl Part<'_> {
    /// What is done with data.
    pub(super) fn what(&self, title: &str) -> Block {
        let schema = self.policy.schema();
        let statements = &self.policy.statements;
        let mut blocks = vec![Block::text(self.sheet.say(if statements.is_empty() {
            "what-none"
        } else {
            "what-lead"
        }))];
        blocks.extend(statements.iter().map(|s| self.card(s, &schema)));
        Block::section("what", self.sheet.say(title), blocks)
    }

    fn card(&self, statement: &Statement, schema: &Schema) -> Block {
        let mut facts = vec![self.card_what(statement, schema)];
        facts.extend(self.card_words("card-whose", statement.subjects));
        facts.extend(self.card_words("card-from", statement.sources));
        facts.push(self.card_why(statement));
        if self.policy.role == Role::Controller {
            facts.push(self.card_ground(statement));
        }
        facts.push(self.card_who(statement));
        let mut places: Vec<Line> =
            self.place_names(statement).into_iter().map(Line::from).collect();
        places.extend(self.elsewhere(statement).map(|s| self.provider_place(s)));
        if !places.is_empty() {
            facts.push(Fact::lines(self.sheet.say("card-where"), places));
        }
        facts.push(self.card_keeps(statement));
        if !statement.obligation.is_empty() {
            let text = self.sheet.text(&statement.obligation);
            facts.push(Fact::line(self.sheet.say("card-obligation"), text));
        }
        facts.push(self.card_choice(statement));
        if !statement.automated_decision.is_empty() {
            let text = self.sheet.text(&statement.automated_decision);
            facts.push(Fact::line(self.sheet.say("card-decision"), text));
        }
        facts.extend(self.card_cookies(statement));
        Block::Section(Section {
            id: anchor(&statement.id),
            title: self.sheet.text(&statement.title).to_owned(),
            mark: Some(self.card_mark(statement)),
            card: true,
            blocks: vec![Block::Facts(facts)],
        })
    }

    /// Says in a word how far the person decides.
    pub(crate) fn card_mark(&self, statement: &Statement) -> Mark {
        let choices: Vec<Choice> = statement.purposes.values().map(|p| p.choice).collect();
        let all = |c: Choice| !choices.is_empty() && choices.iter().all(|x| *x == c);
        if all(Choice::OptIn) || all(Choice::OptOut) {
            let word = choices.first().map(|c| self.choice_word(*c)).unwrap_or_default();
            return Mark { meaning: Meaning::Limited, word };
        }
        let (meaning, id) = if anonymous_at_once(statement) {
            (Meaning::Allowed, "card-mark-anonymous")
        } else if choices.iter().any(|c| *c != Choice::Always) {
            (Meaning::Limited, "card-mark-partly")
        } else if statement.is_anonymous() {
            (Meaning::Limited, "card-mark-anonymous-later")
        } else {
            (Meaning::None, "card-mark-always")
        };
        Mark { meaning, word: self.sheet.say(id) }
    }

    /// Whether people can choose: said to them, or to the customer who asks for them.
    fn choice_sentence(&self, choice: Choice) -> String {
        match (self.policy.role, choice) {
            (Role::Processor, Choice::OptOut) => self.sheet.say("choice-opt-out-people"),
            (Role::Processor, Choice::OptIn) => self.sheet.say("choice-opt-in-people"),
            _ => self.sheet.locale.word(choice),
        }
    }

    /// The same in a word.
    pub(super) fn choice_word(&self, choice: Choice) -> String {
        match (self.policy.role, choice) {
            (Role::Processor, Choice::OptOut) => self.sheet.say("choice-opt-out-people-word"),
            (Role::Processor, Choice::OptIn) => self.sheet.say("choice-opt-in-people-word"),
            _ => self.sheet.locale.choice_word(choice),
        }
    }

    fn card_what(&self, statement: &Statement, schema: &Schema) -> Fact {
        let mut lines: Vec<Line> = Vec::new();
        for used in &statement.data {
            let name = self.sheet.locale.capital(&self.sheet.locale.data(self.policy, &used.name));
            let line = Line::new().text(name);
            lines.push(match used.optional {
                true => line.text(" ").quiet(self.sheet.say("card-optional")),
                false => line,
            });
        }
        let mut fact = Fact::lines(self.sheet.say("card-what"), lines);
        if !statement.data.is_empty() {
            fact.blocks.push(Block::Details {
                summary: self.sheet.say("card-exact"),
                blocks: vec![self.exact(statement, schema)],
            });
        }
        fact
    }

    fn exact(&self, statement: &Statement, schema: &Schema) -> Block {
        let title = self.sheet.text(&statement.title);
        Block::Table(Table {
            caption: say!(self.sheet.locale, "card-exact-caption", title = title),
            head: vec![
                self.sheet.say("card-exact-element"),
                self.sheet.say("card-exact-categories"),
            ],
            rows: statement.data.iter().map(|used| self.exact_row(used, schema)).collect(),
        })
    }

    fn exact_row(&self, used: &DataUse, schema: &Schema) -> Vec<Line> {
        let categories: Vec<String> = used
            .categories(schema)
            .iter()
            .map(|c| match self.sheet.text(&used.other_category) {
                other if c == abide_policy::vocab::Category::OtherCategory && !other.is_empty() => {
                    other.to_owned()
                }
                _ => self.sheet.locale.word(c),
            })
            .collect();
        let mut list = Line::from(self.sheet.locale.capital(&self.sheet.locale.apart(&categories)));
        let own = self.policy.data.iter().find(|d| d.name == used.name);
        let description = own.map(|d| self.sheet.text(&d.description)).unwrap_or_default();
        if !description.is_empty() {
            list = list.text(". ").quiet(description);
        }
        vec![Line::new().code(used.name.to_string()), list]
    }

    fn card_words<W: crate::words::Spoken>(&self, term: &str, words: Set<W>) -> Option<Fact> {
        if words.is_empty() {
            return None;
        }
        let locale = self.sheet.locale;
        let words = words.iter().map(|w| locale.capital(&locale.word(w)).into());
        Some(Fact::lines(self.sheet.say(term), words.collect()))
    }

    fn card_why(&self, statement: &Statement) -> Fact {
        let mut blocks = Vec::new();
        if !statement.why.is_empty() {
            blocks.push(Block::text(self.sheet.text(&statement.why)));
        }
        let purposes = statement.purposes.iter().map(|(p, u)| self.purpose(*p, u).into()).collect();
        blocks.push(Block::list(purposes));
        Fact::blocks(self.sheet.say("card-why"), blocks)
    }

    /// A purpose as the author describes it, else in the vocabulary's words.
    pub(crate) fn purpose(&self, purpose: Purpose, used: &PurposeUse) -> String {
        self.sheet.locale.capital(&self.purpose_phrase(purpose, used))
    }

    /// The same within a sentence.
    pub(crate) fn purpose_phrase(&self, purpose: Purpose, used: &PurposeUse) -> String {
        match self.sheet.text(&used.description) {
            "" => self.sheet.locale.word(purpose),
            own => own.to_owned(),
        }
    }

    fn card_ground(&self, statement: &Statement) -> Fact {
        let (sheet, locale) = (&self.sheet, self.sheet.locale);
        let mut bases: Vec<Option<Basis>> = statement.purposes.values().map(|p| p.basis).collect();
        bases.sort_unstable();
        bases.dedup();
        let mut lines: Vec<Line> = Vec::new();
        for basis in &bases {
            let purposes: Vec<String> = statement
                .purposes
                .iter()
                .filter(|(_, u)| u.basis == *basis)
                .map(|(p, u)| match self.sheet.text(&u.description) {
                    "" => locale.short(*p),
                    own => own.to_owned(),
                })
                .collect();
            let purposes = (bases.len() > 1).then(|| locale.apart(&purposes));
            lines.push(self.ground_line(*basis, purposes));
        }
        let mut fact = Fact::lines(sheet.say("card-ground"), lines);
        if !statement.interests.is_empty() {
            let text = sheet.text(&statement.interests);
            fact.blocks.push(Block::text(say!(locale, "card-interests", text = text)));
        }
        if let Some(ground) = statement.special_ground {
            let ground = locale.word(ground);
            fact.blocks.push(Block::text(say!(locale, "card-special", ground = ground)));
        }
        fact
    }

    fn ground_line(&self, basis: Option<Basis>, purposes: Option<String>) -> Line {
        let locale = self.sheet.locale;
        let Some(basis) = basis else {
            let line = Line::new().mark(Meaning::None, self.sheet.say("card-ground-none"));
            return match purposes {
                Some(purposes) => line.text(format!(" ({purposes})")),
                None => line,
            };
        };
        let ground = locale.basis(basis, self.policy.jurisdiction);
        match purposes {
            Some(purposes) => {
                say!(locale, "card-ground-for", ground = ground, purposes = purposes).into()
            }
            None => ground.into(),
        }
    }

    fn card_who(&self, statement: &Statement) -> Fact {
        let locale = self.sheet.locale;
        let mut lines: Vec<Line> = Vec::new();
        for (recipient, used) in &statement.recipients {
            let mut names: Vec<String> =
                used.who.iter().map(|t| self.sheet.text(t).to_owned()).collect();
            if *recipient == Recipient::Ours {
                names.extend(self.processors_of(statement));
            }
            let word = locale.capital(&locale.word(*recipient));
            let line = match names.is_empty() {
                true => Line::from(word),
                false => {
                    say!(locale, "card-who-named", recipient = word, names = locale.list(&names))
                        .into()
                }
            };
            let line = self.abroad(line, used);
            lines.push(match used.choice {
                Choice::Always => line,
                choice => line.text(" ").mark(Meaning::Limited, self.choice_word(choice)),
            });
        }
        Fact::lines(self.sheet.say("card-who"), lines)
    }

    /// Where a recipient in a third country is, and what permits the transfer.
    fn abroad(&self, line: Line, used: &RecipientUse) -> Line {
        let locale = self.sheet.locale;
        let Some(country) = used.country.filter(|c| is_third(self.policy, *c)) else { return line };
        let line = line.text(", ").text(locale.country(country));
        match &used.transfer {
            Some(transfer) => line.text(locale.colon()).text(locale.word(transfer.ground)),
            None => line,
        }
    }

    /// Who processes a statement's data for the organisation; who begins later, with the day.
    pub(crate) fn processors_of(&self, statement: &Statement) -> impl Iterator<Item = String> {
        let all = self.policy.sub_processors.iter();
        all.filter(|s| s.statements.contains(&statement.id)).map(|s| {
            if self.works(s) {
                return s.name.clone();
            }
            let locale = self.sheet.locale;
            let from = say!(locale, "subs-future", date = locale.date(s.since));
            format!("{} ({from})", s.name)
        })
    }

    fn card_keeps(&self, statement: &Statement) -> Fact {
        let locale = self.sheet.locale;
        let mut fact =
            Fact::line(self.sheet.say("card-keeps"), locale.keeps_text(&statement.retention));
        let reason = self.sheet.text(&statement.retention.reason);
        if !reason.is_empty() {
            fact.blocks.push(Block::text(say!(locale, "card-keeps-reason", text = reason)));
        }
        fact
    }

    fn card_choice(&self, statement: &Statement) -> Fact {
        let (sheet, locale) = (&self.sheet, self.sheet.locale);
        let mut lines: Vec<Line> = Vec::new();
        for (purpose, used) in statement.purposes.iter().filter(|(_, u)| u.choice != Choice::Always)
        {
            let what = self.purpose(*purpose, used);
            let choice = self.choice_sentence(used.choice);
            lines.push(say!(locale, "card-choice-purpose", what = what, choice = choice).into());
        }
        let chosen = !lines.is_empty();
        if !chosen {
            lines.push(sheet.say("card-choice-none").into());
        }
        let objectionable = |u: &PurposeUse| {
            matches!(u.basis, Some(Basis::LegitimateInterests | Basis::PublicTask))
        };
        if self.policy.role == Role::Controller
            && !anonymous_at_once(statement)
            && statement.purposes.values().any(objectionable)
        {
            lines.push(say!(locale, "card-choice-objection", section = sheet.say("rights")).into());
        }
        if let (true, Some(url)) = (chosen, &self.policy.choices) {
            lines.push(Line::new().link(sheet.say("card-choice-link"), url.as_str()));
        }
        let term = match self.policy.role {
            Role::Controller => "card-choice",
            Role::Processor => "card-choice-people",
        };
        Fact::lines(sheet.say(term), lines)
    }

    fn card_cookies(&self, statement: &Statement) -> Option<Fact> {
        let mut line = Line::new();
        for (i, cookie) in self.policy.cookies_of(&statement.id).enumerate() {
            if i > 0 {
                line = line.text(", ");
            }
            line = line.span(Span::Code(cookie.name.clone()));
        }
        (!line.is_empty()).then(|| Fact::line(self.sheet.say("card-cookies"), line))
    }
}

/// Whether nothing in a statement says anything about a person, from the start.
pub(super) const fn anonymous_at_once(statement: &Statement) -> bool {
    statement.non_identifiable
        || (statement.retention.anonymous && statement.retention.period.is_none())
}

//! Words of the vocabulary as people read them.
//!
//! Owns: which message belongs to which word. Leaves to others: the messages (`locales/`), the sentences around them (the
//! documents).

use abide_policy::data::DataRef;
use abide_policy::law::Area;
use abide_policy::model::{Policy, RetentionRule};
use abide_policy::text::{Country, Period};
use abide_policy::vocab::{
    Access, Basis, Category, Choice, Ground, Purpose, Recipient, Redress, Resolution, Retention,
    Role, Since, Source, SpecialGround, Storage, Subject, Vocabulary,
};

use crate::locale::Locale;
use crate::say;

/// A vocabulary whose words have messages: `purpose-current`.
pub trait Spoken: Vocabulary {
    /// What their names begin with.
    const PREFIX: &'static str;
}

macro_rules! spoken {
    ($($name:ident $prefix:literal,)+) => { $(impl Spoken for $name { const PREFIX: &'static str = $prefix; })+ };
}
spoken! {
    Access "access", Basis "basis", Category "category", Choice "choice", Ground "ground", Purpose "purpose",
    Recipient "recipient", Redress "redress", Resolution "resolution", Retention "retention", Role "role",
    Source "source", SpecialGround "special", Storage "storage", Subject "subject",
}

impl Locale {
    /// A word as people read it.
    #[must_use]
    pub fn word<W: Spoken>(&self, word: W) -> String {
        self.say(&format!("{}-{}", W::PREFIX, word.word()))
    }

    /// A word in short, for summaries.
    #[must_use]
    pub fn short<W: Spoken>(&self, word: W) -> String {
        self.say(&format!("{}-{}-short", W::PREFIX, word.word()))
    }

    /// Whether people can choose, in a word.
    #[must_use]
    pub fn choice_word(&self, choice: Choice) -> String {
        self.say(&format!("choice-{}-word", choice.word()))
    }

    /// A lawful basis with its article, where the law of that country has one.
    #[must_use]
    pub fn basis(&self, basis: Basis, jurisdiction: Country) -> String {
        let name = self.capital(&self.word(basis));
        match self.law(jurisdiction) {
            Some(law) => {
                let article = say!(self, &format!("basis-{}-article", basis.word()), law = law);
                say!(self, "card-ground-one", basis = name, article = article)
            }
            None => say!(self, "card-ground-one-plain", basis = name),
        }
    }

    /// The short name of the general data protection law of a country, if it is one that knows lawful bases by article.
    #[must_use]
    pub fn law(&self, country: Country) -> Option<String> {
        match Area::of(country)? {
            Area::Eea => Some(self.say("law-eu")),
            Area::Uk => Some(self.say("law-uk")),
            Area::Switzerland => None,
        }
    }

    /// How long data stays: one or two sentences without their full stops.
    #[must_use]
    pub fn keeps(&self, rule: &RetentionRule) -> Vec<String> {
        let (text, anonymous) = match rule.period {
            Some(period) => (self.lasts(period, rule.since), "card-keeps-anonymous-after"),
            None => (self.word(rule.kind), "card-keeps-anonymous"),
        };
        let mut out = vec![self.capital(text.trim_end_matches('.'))];
        if rule.anonymous {
            out.push(self.say(anonymous));
        }
        out
    }

    /// How long a period is and from when it counts, inside a sentence: “10 years from the end of the contract or account”.
    #[must_use]
    pub fn lasts(&self, period: Period, since: Since) -> String {
        let since = match since {
            Since::Collection => "keeps-since-collection",
            Since::LastUse => "keeps-since-last-use",
            Since::ContractEnd => "keeps-since-contract-end",
            Since::YearEnd => "keeps-since-year-end",
        };
        say!(self, since, period = self.period(period))
    }

    /// How long data stays, as a text.
    #[must_use]
    pub fn keeps_text(&self, rule: &RetentionRule) -> String {
        self.keeps(rule).join(". ") + "."
    }

    /// What people call a data element: the policy's own title, the base schema's name, or its last part with the name
    /// above it; its formal name if nothing is known of it.
    #[must_use]
    pub fn data(&self, policy: &Policy, name: &DataRef) -> String {
        if let Some(own) = policy.data.iter().find(|d| d.name == *name)
            && let Some(title) = own.title.get(self.lang())
        {
            return title.to_owned();
        }
        let id = format!("data-{}", name.as_str().replace('.', "-"));
        if self.has(&id) {
            return self.say(&id);
        }
        let Some((above, part)) = name.as_str().rsplit_once('.') else { return name.to_string() };
        let field = format!("field-{part}");
        match above.parse() {
            Ok(above) if self.has(&field) => {
                say!(self, "part-of", part = self.say(&field), of = self.data(policy, &above))
            }
            _ => name.to_string(),
        }
    }
}

//! What the forms do: each one act at the desk, over the version of the request that the form was made from.

use std::collections::BTreeMap;

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Lang, RequestKind, Vocabulary as _, Way};
use abide_records::Digest;
use abide_records::requests as stored;
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Case, Code, Desk, Failed, Handed, Opening};
use abide_rights::export::Voices;
use abide_rights::state::{Event, Question, Refusal, Residue};
use jiff::civil::Date;

use super::form::Fields;
use super::holds;

/// How the history calls whoever acts by these pages and has not said who they are.
pub(super) const WHO: &str = "browser";

/// Why a form did nothing.
pub(super) enum Refused {
    /// The desk says so.
    Failed(Failed),
    /// A message.
    Said(&'static str),
}

impl From<Failed> for Refused {
    fn from(error: Failed) -> Self {
        Self::Failed(error)
    }
}

impl From<abide_records::Error> for Refused {
    fn from(error: abide_records::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Sixteen hexadecimal digits that nobody guesses.
pub(super) fn random() -> String {
    let mut bytes = [0; 8];
    // Without random numbers nothing else in this process would have started; an id that is taken is refused.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Opens a request as the form states it, under this version of a policy.
pub(super) async fn opened(
    desk: &Desk,
    fields: &Fields,
    policy: String,
    act: Act<'_>,
) -> Result<Id, Refused> {
    let said = Refused::Said;
    let kind =
        RequestKind::from_word(fields.get("kind")).ok_or_else(|| said("requests-kind-missing"))?;
    let country = fields.get("country");
    let mut opening = Opening {
        id: token(fields).map_or_else(new_id, Ok)?,
        kind,
        who: Who {
            facts: facts(fields),
            country: Some(country.to_owned()),
            wish: wish(kind, fields)?,
            ..Who::default()
        },
        jurisdiction: country.parse().map_err(|_| said("requests-country-missing"))?,
        language: Lang::from_word(fields.get("language")).unwrap_or(Lang::En),
        policy,
        received: fields.get("received").parse().map_err(|_| said("requests-wrong-received"))?,
    };
    if opening.received > act.today {
        return Err(said("requests-wrong-received"));
    }
    // The same form once more: a click too many. Another one with the same id: somebody went back to the form and changed it.
    match desk.records.request(&opening.id).await? {
        Some(before) if is_same(&before, &opening) => return Ok(opening.id),
        Some(_) => opening.id = new_id()?,
        None => {}
    }
    match desk.open(&opening, act).await {
        // Both came at once.
        Err(Failed::Overtaken) => {
            let before = desk.records.request(&opening.id).await?;
            let same = before.is_some_and(|before| is_same(&before, &opening));
            same.then_some(opening.id).ok_or_else(|| Failed::Overtaken.into())
        }
        opened => Ok(opened.map(|()| opening.id)?),
    }
}

/// The id that a form brings along for the request that it opens.
fn token(fields: &Fields) -> Option<Id> {
    let token = fields.get("token");
    let digits = token.strip_prefix('r').filter(|d| d.len() == 16)?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| token.parse().ok())?
}

/// Whether a request was opened by the same form.
fn is_same(before: &stored::Request, opening: &Opening) -> bool {
    let who = before.subject.as_ref();
    let who = who.and_then(|s| serde_json::from_str::<Who>(s.as_str()).ok());
    before.kind == opening.kind && who.is_some_and(|who| who.states_the_same(&opening.who))
}

fn facts(fields: &Fields) -> Vec<String> {
    let given = Fact::ALL.iter().map(|fact| (fact.word(), fields.get(fact.word())));
    given.filter(|(_, v)| !v.is_empty()).map(|(fact, v)| format!("{fact}={v}")).collect()
}

fn wish(kind: RequestKind, fields: &Fields) -> Result<Wish, Refused> {
    let mut wish = Wish::default();
    match kind {
        RequestKind::Rectification => {
            let pairs = fields.all("set-column").zip(fields.all("set-value"));
            let named = pairs.filter(|(column, _)| !column.is_empty());
            wish.set = named.map(|(c, v)| (c.to_owned(), v.to_owned())).collect::<BTreeMap<_, _>>();
            // The same field in two lines of the form: the desk is not asked which of them is meant.
            if fields.all("set-column").filter(|c| !c.is_empty()).count() > wish.set.len() {
                return Err(Refused::Said("requests-wrong-set"));
            }
        }
        RequestKind::Objection | RequestKind::Withdrawal => {
            wish.purposes = fields.all("purpose").map(str::to_owned).collect();
        }
        _ => {}
    }
    Ok(wish)
}

/// Does what a form of the request's page asks; the request to which it leads.
pub(super) async fn done(
    desk: &Desk,
    id: &Id,
    fields: &Fields,
    act: Act<'_>,
) -> Result<Id, Refused> {
    // Each act is over this version: whoever is overtaken after this line is told so as well.
    let case = desk.case(id).await?;
    if fields.get("version") != case.stored.version.to_string() {
        return Err(Refused::Said("requests-changed"));
    }
    match fields.get("action") {
        "approve" => approve(desk, &case, fields, act).await?,
        "settle" => settle(desk, &case, fields, act).await?,
        "nobody" => desk.settle(&case, &[], act).await?,
        "ask-identity" => desk.ask(&case, Question::Identity, act).await?,
        "ask-clarification" => desk.ask(&case, Question::Clarification, act).await?,
        "answered" => desk.answered(&case, act).await?,
        "refuse" => refuse(desk, &case, fields, act).await?,
        "take-back" => desk.take_back(&case, act).await?,
        "end-choices" => desk.end_choices(&case, act).await?,
        "extend" => extend(desk, &case, fields, act).await?,
        "told" => desk.tell(&case, &recipient(fields)?, act).await?,
        "not-told" => desk.untell(&case, &recipient(fields)?, act).await?,
        "handed-out" => desk.handed_out(&case, handed(fields)?, act).await?,
        "copy-again" => desk.copy_again(&case, act).await?,
        "correct" => desk.correct(&case, &corrected(fields), None, act).await?,
        "hand-done" => desk.hand_done(&case, act).await?,
        "hold" => desk.place_on(&case, &holds::placing(fields)?, act).await?,
        "lift" => holds::lift(desk, Some(&case), fields, act).await?,
        "take-up" => {
            let new = new_id()?;
            desk.take_up(&case, new.clone(), act).await?;
            return Ok(new);
        }
        "residue-stays" => {
            desk.resolved(&case, Event::ResidueSettled(Residue::Stays), act).await?;
        }
        "residue-goes" => desk.resolved(&case, Event::ResidueSettled(Residue::Goes), act).await?,
        "store-back" => desk.resolved(&case, Event::StoreBack, act).await?,
        _ => return Err(Refused::Said("requests-failed")),
    }
    Ok(id.clone())
}

/// An id that nobody guesses.
pub(super) fn new_id() -> Result<Id, Refused> {
    format!("r{}", random()).parse().map_err(|_| Refused::Said("requests-failed"))
}

/// The number that must be typed before a plan is approved that cannot be undone: the rows that go or change.
pub(super) fn to_type(case: &Case) -> Option<u64> {
    let (delete, change) = case.plan.as_ref()?.1.totals();
    Some(delete + change).filter(|rows| *rows > 0)
}

async fn approve(desk: &Desk, case: &Case, fields: &Fields, act: Act<'_>) -> Result<(), Refused> {
    let seen: Digest =
        fields.get("fingerprint").parse().map_err(|_| Refused::Said("requests-changed"))?;
    if case.plan.as_ref().map(|(plan, _)| plan.fingerprint) != Some(seen) {
        return Err(Failed::OtherPlan.into());
    }
    // Readers group digits as they like: 1,234 is 1234.
    let typed: String = fields.get("count").chars().filter(char::is_ascii_digit).collect();
    if to_type(case).is_some_and(|rows| typed.parse() != Ok(rows)) {
        return Err(Refused::Said("requests-count-wrong"));
    }
    // Only the form of a copy asks.
    let voices = (case.stored.kind == RequestKind::Access)
        .then(|| if fields.has("voices", "shared") { Voices::Shared } else { Voices::Alone });
    Ok(desk.approve_with(case, seen, voices, act).await?)
}

/// The codes of the people among whom somebody chooses: if somebody came or went meanwhile, they look again.
pub(super) fn people<'a>(codes: impl Iterator<Item = &'a Code>) -> String {
    codes.map(Code::as_str).collect::<Vec<_>>().join(" ")
}

async fn settle(desk: &Desk, case: &Case, fields: &Fields, act: Act<'_>) -> Result<(), Refused> {
    let chosen: Vec<Code> = fields.all("person").map(Code::typed).collect();
    if chosen.is_empty() {
        return Err(Refused::Said("requests-choose-one"));
    }
    let found = desk.candidates(case).await?;
    let codes: Vec<Code> = found.iter().map(|one| Code::of(&desk.atlas, one)).collect();
    if people(codes.iter()) != fields.get("people") {
        return Err(Refused::Said("requests-changed"));
    }
    Ok(desk.settle(case, &chosen, act).await?)
}

/// The reasons for refusing, by the words of the form.
pub(super) const REFUSALS: [(&str, Refusal); 4] = [
    ("unidentified", Refusal::Unidentified),
    ("unfounded", Refusal::Unfounded),
    ("excessive", Refusal::Excessive),
    ("exempt", Refusal::Exempt),
];

/// Why a form refuses, and what it tells the person.
pub(super) fn reason(fields: &Fields) -> Result<(Refusal, &str), Refused> {
    let found = REFUSALS.iter().find(|(word, _)| *word == fields.get("reason"));
    let (Some((_, why)), text) = (found, fields.get("text")) else {
        return Err(Refused::Said("requests-reason-missing"));
    };
    if text.is_empty() {
        return Err(Refused::Said("requests-reason-missing"));
    }
    Ok((*why, text))
}

async fn refuse(desk: &Desk, case: &Case, fields: &Fields, act: Act<'_>) -> Result<(), Refused> {
    let (why, text) = reason(fields)?;
    Ok(desk.refuse(case, why, text, act).await?)
}

async fn extend(desk: &Desk, case: &Case, fields: &Fields, act: Act<'_>) -> Result<(), Refused> {
    desk.extend(case, fields.get("reason"), until(fields)?, act).await?;
    Ok(())
}

/// The last day that a form names, if it names one.
pub(super) fn until(fields: &Fields) -> Result<Option<Date>, Refused> {
    Ok(match fields.get("until") {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Refused::Said("requests-clock-until"))?),
    })
}

fn recipient(fields: &Fields) -> Result<Id, Refused> {
    fields.get("recipient").parse().map_err(|_| Refused::Said("requests-failed"))
}

/// When a copy was handed out, and how.
fn handed(fields: &Fields) -> Result<Handed, Refused> {
    let on = fields.get("day").parse().map_err(|_| Refused::Said("requests-handed-when"))?;
    let way = Way::from_word(fields.get("way")).ok_or(Refused::Said("requests-handed-how"))?;
    Ok(Handed { on, way })
}

/// What the form that puts facts right states: of some there may be several.
fn corrected(fields: &Fields) -> Vec<String> {
    let of = |fact: &Fact| {
        let word = fact.word();
        fields.all(word).filter(|v| !v.is_empty()).map(|v| format!("{word}={v}")).collect()
    };
    Fact::ALL.iter().flat_map(|fact| -> Vec<String> { of(fact) }).collect()
}

//! `abide rights`: what a person asks, from the question to the answer.
//!
//! Exit codes: 0 it is done, or only its plan was asked for; 1 it waits for somebody; 2 it could not be done; 130 it was
//! stopped.

use std::collections::BTreeMap;

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Vocabulary as _, Waits};
use abide_records::requests::plans::Plan as Stored;
use abide_rights::desk::document::{Paper, Who, Wish};
use abide_rights::desk::{Act, Desk as Desks, Opening, asked, picked};
use abide_rights::export::Voices;
use abide_rights::find::together;
use abide_rights::reach::Subject;
use anyhow::{Context as _, anyhow, bail};

use super::serve::until_stopped;
use super::{desk, holds, people, results, shown};
use crate::Outcome;
use crate::cli::{FigureFormat, Open, RightsWhat};
use crate::files;

pub(super) fn run(what: &RightsWhat) -> anyhow::Result<Outcome> {
    let (kind, open, wish) = match what {
        RightsWhat::Hold(_) | RightsWhat::Holds { .. } | RightsWhat::Lift { .. } => {
            return until_stopped(holds::run(what), desk::STOPPED);
        }
        RightsWhat::Access { open, shared_recordings } => {
            let voices = if *shared_recordings { Voices::Shared } else { Voices::Alone };
            (RequestKind::Access, open, Wish { voices, ..Wish::default() })
        }
        RightsWhat::Port(open) => (RequestKind::Portability, open, Wish::default()),
        RightsWhat::Erase(open) => (RequestKind::Erasure, open, Wish::default()),
        RightsWhat::Restrict(open) => (RequestKind::Restriction, open, Wish::default()),
        RightsWhat::Rectify { open, set } => {
            (RequestKind::Rectification, open, Wish { set: pairs(set)?, ..Wish::default() })
        }
        RightsWhat::Object { open, purpose } => {
            (RequestKind::Objection, open, Wish { purposes: purposes(purpose)?, ..Wish::default() })
        }
        RightsWhat::Withdraw { open, purpose } => (
            RequestKind::Withdrawal,
            open,
            Wish { purposes: purposes(purpose)?, ..Wish::default() },
        ),
    };
    until_stopped(answer(kind, open, wish), desk::STOPPED)
}

fn pairs(set: &[String]) -> anyhow::Result<BTreeMap<String, String>> {
    let pair = |text: &String| {
        let (name, value) = text
            .split_once('=')
            .ok_or_else(|| anyhow!("`--set` is written as `table.column=value`"))?;
        Ok((name.trim().to_owned(), value.to_owned()))
    };
    let mut all = BTreeMap::new();
    for (name, value) in set.iter().map(pair).collect::<anyhow::Result<Vec<_>>>()? {
        if all.insert(name.clone(), value).is_some() {
            bail!("`--set {name}` is given twice: give one value for it");
        }
    }
    Ok(all)
}

fn purposes(words: &[String]) -> anyhow::Result<Vec<String>> {
    use abide_policy::vocab::Purpose;
    let known = |word: &String| {
        Purpose::from_word(word).map(|_| word.clone()).ok_or_else(|| {
            anyhow!("`{word}` is no purpose: one of {}", Purpose::words().join(", "))
        })
    };
    words.iter().map(known).collect()
}

async fn answer(kind: RequestKind, open: &Open, wish: Wish) -> anyhow::Result<Outcome> {
    if open.plan {
        let (desk, _none) = desk::open_to_look(&open.desk).await?;
        return preview(&desk, &opening(&desk, kind, open, wish)?, open).await;
    }
    let desk = desk::open(&open.desk).await?;
    let act = desk::act(&desk, &open.desk);
    let opening = opening(&desk, kind, open, wish)?;
    let chosen = people::codes(&open.choose);
    if !chosen.is_empty() {
        // Of a code that is nobody's, nothing is recorded.
        picked(&desk.atlas, &desk.meant(&asked(&opening.who)?).await?, &chosen)?;
    }
    desk.open(&opening, act).await?;
    if !chosen.is_empty() {
        // Before anybody is looked for: a single one who is found then may be somebody else.
        desk.settle(&opening.id, &chosen, act).await?;
    }
    carry(&desk, &opening.id, open, act).await?;
    desk::forget(&desk, act).await?;
    let case = desk.case(&opening.id).await?;
    match open.desk.format {
        FigureFormat::Json => {
            files::print(&format!("{:#}\n", shown::as_json(&desk, &case, act).await?))?
        }
        FigureFormat::Text => {
            files::print(&shown::in_words(&desk, &case, act).await?)?;
            files::print(&results::in_words(&desk, &case).await?)?;
            next_step(&desk, &opening.id).await?;
        }
    }
    Ok(if case.stored.state == RequestState::Done { Outcome::Fine } else { Outcome::Found })
}

fn opening(desk: &Desks, kind: RequestKind, open: &Open, wish: Wish) -> anyhow::Result<Opening> {
    let policy = desk
        .atlas
        .parts
        .iter()
        .find_map(|p| p.policy.clone())
        .context("no policy of the maps is in force")?;
    let country = |text: &Option<String>| {
        text.as_deref().map_or(Ok(policy.jurisdiction), str::parse).map_err(|e| anyhow!("{e}"))
    };
    let language = Lang::from_word(&open.language).ok_or_else(|| {
        anyhow!(
            "`{}` is no language of this program: one of {}",
            open.language,
            Lang::words().join(", ")
        )
    })?;
    let today = desk::act(desk, &open.desk).today;
    // A slip of the year would hide a deadline.
    if let Some(day) = open.received.filter(|day| *day > today) {
        bail!("`--received {day}` is in the future: give the day on which the request arrived");
    }
    Ok(Opening {
        id: desk::new_id()?,
        kind,
        who: Who {
            facts: open.subject.clone(),
            country: Some(country(&open.country)?.code().to_owned()),
            wish,
            ..Who::default()
        },
        jurisdiction: country(&open.jurisdiction)?,
        language,
        policy: format!("{}@{}", policy.name, policy.version),
        received: open.received.unwrap_or(today),
    })
}

/// Carries a request as far as the options say.
async fn carry(desk: &Desks, id: &Id, open: &Open, act: Act<'_>) -> anyhow::Result<()> {
    let seed = desk::random()?;
    let chance = move || seed;
    let mut watch = |what: &str| files::say(&format!("… {what}"));
    desk.carry_on(id, act, &chance, &mut watch).await?;
    if !open.yes {
        return Ok(());
    }
    let case = desk.case(id).await?;
    if let Some((Stored { fingerprint, .. }, _)) =
        case.plan.filter(|_| case.stored.waits == Some(Waits::Approval))
    {
        desk.approve(id, fingerprint, act).await?;
        desk.carry_on(id, act, &chance, &mut watch).await?;
    }
    Ok(())
}

/// What would happen; nothing is recorded.
async fn preview(desk: &Desks, opening: &Opening, open: &Open) -> anyhow::Result<Outcome> {
    let found = desk.meant(&asked(&opening.who)?).await?;
    let Some(chosen) = people::chosen(&desk.atlas, &found, &open.choose, &open.desk)? else {
        return Ok(Outcome::Found);
    };
    if chosen.is_empty() {
        files::say("nobody is known by this");
    }
    let subject: Subject = together(&chosen);
    let paper: Paper = desk.preview(opening, &subject, desk::act(desk, &open.desk)).await?;
    let voices = opening.who.wish.voices;
    match open.desk.format {
        FigureFormat::Json => {
            files::print(&format!("{:#}\n", shown::plan_json(desk, &paper, None, voices)))?
        }
        FigureFormat::Text => {
            files::print(&shown::plan_in_words(desk, opening.kind, &paper, voices))?
        }
    }
    Ok(Outcome::Fine)
}

/// What whoever typed the command can do next.
async fn next_step(desk: &Desks, id: &Id) -> anyhow::Result<()> {
    let case = desk.case(id).await?;
    match case.stored.waits {
        Some(Waits::Approval) => {
            let hash = case
                .plan
                .map(|(p, _)| p.fingerprint.to_string().chars().take(12).collect::<String>());
            if let Some(why) = results::not_carried_out(&desk.records.events(id, 0).await?) {
                files::say(&format!("the plan before was not carried out: {why}"));
            }
            files::say(&format!(
                "to carry it out: abide requests approve {id} --plan {}",
                hash.unwrap_or_default()
            ));
        }
        Some(Waits::Identity) => {
            let people = desk.candidates(&case).await?;
            files::say(&format!(
                "several people are known by this:\n{}to choose: abide requests settle {id} CODE",
                people::in_words(&desk.atlas, &people)
            ));
        }
        // Said with everything else of the request.
        Some(Waits::HandingOut) => {}
        Some(waits) => files::say(&format!("it waits for {}", shown::waiting(waits))),
        None => {}
    }
    Ok(())
}

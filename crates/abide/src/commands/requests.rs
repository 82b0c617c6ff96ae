//! `abide requests`: the queue, and what people decide about a request.
//!
//! Exit codes: 0 it happened, 1 the request waits for somebody, 2 it could not be done, 130 it was stopped.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, Vocabulary as _, Waits};
use abide_records::requests::queue::{Cursor, Filter};
use abide_rights::desk::returned::Returned;
use abide_rights::desk::{Act, Desk as Desks};
use abide_rights::export::Voices;
use abide_rights::state::{Event, Question, Refusal, Residue};
use abide_rights::sweep::Far;
use abide_server::told_to_stop;
use anyhow::{Context as _, anyhow, bail};
use serde_json::json;

use super::serve::{runtime, until_stopped};
use super::working::{moment, work};
use super::{answering, deadlines, desk, hands, keys, letter, people, results, shown};
use crate::Outcome;
use crate::cli::{Desk, FigureFormat, RequestsWhat};
use crate::files;
use crate::progress::Progress;

pub(super) fn run(what: &RequestsWhat) -> anyhow::Result<Outcome> {
    match what {
        // It gives back what it holds when it is stopped.
        RequestsWhat::Work { desk: options, sweep } => {
            runtime()?.block_on(open_and_work(what, options, *sweep))
        }
        _ => until_stopped(dispatch(what), desk::STOPPED),
    }
}

/// Until the stores are open there is nothing to give back.
async fn open_and_work(
    what: &RequestsWhat,
    options: &Desk,
    sweeps: bool,
) -> anyhow::Result<Outcome> {
    let opening = async {
        let desk = desk::open(options).await?;
        recounted(&desk, what, desk::act(&desk, options)).await?;
        anyhow::Ok(desk)
    };
    let desk = tokio::select! {
        biased;
        () = told_to_stop() => {
            files::say(desk::STOPPED);
            return Ok(Outcome::Stopped);
        }
        desk = opening => desk?,
    };
    let act = desk::act(&desk, options);
    work(&Desks { sweeps, ..desk }, options, act).await
}

async fn dispatch(what: &RequestsWhat) -> anyhow::Result<Outcome> {
    let options = options(what);
    if let RequestsWhat::NewKey { lost: Some(key), .. } = what {
        return keys::lost(options, key).await;
    }
    let desk = match desk::open(options).await {
        Err(why) if matches!(what, RequestsWhat::List { .. }) => {
            return listed_while_away(what, why).await;
        }
        desk => desk?,
    };
    let act = desk::act(&desk, options);
    recounted(&desk, what, act).await?;
    match what {
        RequestsWhat::List { closed, .. } => list(&desk, options, *closed, act).await,
        RequestsWhat::Returned { .. } => returned(&desk, options, act).await,
        RequestsWhat::Forget { plan, .. } => forget(&desk, options, *plan, act).await,
        RequestsWhat::NewKey { .. } => keys::new(options).await,
        RequestsWhat::Show { id, .. } => show(&desk, options, &parsed(id)?, act).await,
        RequestsWhat::Told { id, recipient, undo, .. } => {
            let id = parsed(id)?;
            answering::told(&desk, &id, (recipient, *undo), act).await?;
            match options.format {
                FigureFormat::Json => show(&desk, options, &id, act).await,
                FigureFormat::Text => Ok(Outcome::Fine),
            }
        }
        RequestsWhat::Letter { id, out, to, late, .. } => {
            let shown = letter::Shown { out: out.as_deref(), to, late: late.as_deref() };
            letter::written(&desk, options, &parsed(id)?, shown, act).await
        }
        RequestsWhat::Refuse { plan: true, id, reason, text, .. } => {
            letter::preview(&desk, options, &parsed(id)?, (refusal(reason)?, text), act).await
        }
        RequestsWhat::Extend { plan: true, id, reason, until, .. } => {
            letter::longer(&desk, options, &parsed(id)?, (reason, *until), act).await
        }
        RequestsWhat::TakeUp { id, .. } => {
            let (id, new) = (parsed(id)?, desk::new_id()?);
            desk.take_up(&id, new.clone(), act).await?;
            carry(&desk, &new, act).await?;
            show(&desk, options, &new, act).await
        }
        decision => {
            let id = decide(&desk, decision, act).await?;
            if !matches!(decision, RequestsWhat::Approve { later: true, .. }) {
                carry(&desk, &id, act).await?;
            }
            desk::forget(&desk, act).await?;
            show(&desk, options, &id, act).await
        }
    }
}

/// Before a last day is shown or something is done by it, the public holidays that the site names now count.
async fn recounted(desk: &Desks, what: &RequestsWhat, act: Act<'_>) -> anyhow::Result<()> {
    let id = match what {
        RequestsWhat::List { .. } | RequestsWhat::Work { .. } => None,
        RequestsWhat::Show { id, .. } => Some(id.as_str()),
        other => match decided(other) {
            Some(id) => Some(id),
            None => return Ok(()),
        },
    };
    deadlines::recount(desk, id.map(parsed).transpose()?.as_ref(), act).await
}

fn options(what: &RequestsWhat) -> &Desk {
    match what {
        RequestsWhat::List { desk, .. }
        | RequestsWhat::Show { desk, .. }
        | RequestsWhat::Settle { desk, .. }
        | RequestsWhat::Approve { desk, .. }
        | RequestsWhat::Refuse { desk, .. }
        | RequestsWhat::Ask { desk, .. }
        | RequestsWhat::Answered { desk, .. }
        | RequestsWhat::TakeBack { desk, .. }
        | RequestsWhat::EndChoice { desk, .. }
        | RequestsWhat::NewKey { desk, .. }
        | RequestsWhat::Extend { desk, .. }
        | RequestsWhat::HandDone { desk, .. }
        | RequestsWhat::HandedOut { desk, .. }
        | RequestsWhat::CopyAgain { desk, .. }
        | RequestsWhat::Correct { desk, .. }
        | RequestsWhat::TakeUp { desk, .. }
        | RequestsWhat::Residue { desk, .. }
        | RequestsWhat::Told { desk, .. }
        | RequestsWhat::Letter { desk, .. }
        | RequestsWhat::Returned { desk }
        | RequestsWhat::Forget { desk, .. }
        | RequestsWhat::Work { desk, .. } => desk,
    }
}

fn parsed(id: &str) -> anyhow::Result<Id> {
    id.parse().map_err(|_| anyhow!("`{id}` is no id of a request: see `abide requests list`"))
}

/// What a person decides.
async fn decide(desk: &Desks, what: &RequestsWhat, act: Act<'_>) -> anyhow::Result<Id> {
    let id = parsed(decided(what).context("nothing is decided by this")?)?;
    match what {
        RequestsWhat::Settle { people, .. } => {
            desk.settle(&id, &people::codes(people), act).await?
        }
        RequestsWhat::Approve { plan, shared_recordings, .. } => {
            approve(desk, &id, plan, *shared_recordings, act).await?;
        }
        RequestsWhat::Refuse { reason, text, .. } => {
            desk.refuse(&id, refusal(reason)?, text, act).await?;
        }
        RequestsWhat::Ask { what, .. } => desk.ask(&id, question(what)?, act).await?,
        RequestsWhat::Answered { .. } => desk.answered(&id, act).await?,
        RequestsWhat::TakeBack { .. } => desk.take_back(&id, act).await?,
        RequestsWhat::EndChoice { told, .. } => end_choice(desk, &id, *told, act).await?,
        RequestsWhat::Extend { reason, until, .. } => {
            desk.extend(&id, reason, *until, act).await?;
        }
        RequestsWhat::HandDone { .. } => desk.hand_done(&id, act).await?,
        RequestsWhat::HandedOut { on, way, .. } => {
            answering::handed_out(desk, &id, (*on, way), act).await?;
        }
        RequestsWhat::CopyAgain { .. } => desk.copy_again(&id, act).await?,
        RequestsWhat::Correct { subject, country, .. } => {
            answering::correct(desk, &id, (subject, country.as_deref()), act).await?;
        }
        RequestsWhat::Residue { what, .. } => {
            desk.resolved(&id, Event::ResidueSettled(residue(what)?), act).await?;
        }
        _ => {}
    }
    Ok(id)
}

/// The request about which something is decided.
fn decided(what: &RequestsWhat) -> Option<&str> {
    match what {
        RequestsWhat::Settle { id, .. }
        | RequestsWhat::Approve { id, .. }
        | RequestsWhat::Refuse { id, .. }
        | RequestsWhat::Ask { id, .. }
        | RequestsWhat::Answered { id, .. }
        | RequestsWhat::TakeBack { id, .. }
        | RequestsWhat::EndChoice { id, .. }
        | RequestsWhat::Extend { id, .. }
        | RequestsWhat::HandDone { id, .. }
        | RequestsWhat::HandedOut { id, .. }
        | RequestsWhat::CopyAgain { id, .. }
        | RequestsWhat::Correct { id, .. }
        | RequestsWhat::Residue { id, .. } => Some(id),
        RequestsWhat::List { .. }
        | RequestsWhat::Show { .. }
        | RequestsWhat::TakeUp { .. }
        | RequestsWhat::Told { .. }
        | RequestsWhat::Letter { .. }
        | RequestsWhat::Returned { .. }
        | RequestsWhat::NewKey { .. }
        | RequestsWhat::Forget { .. }
        | RequestsWhat::Work { .. } => None,
    }
}

/// Approves the plan whose fingerprint begins so, and no other.
async fn approve(
    desk: &Desks,
    id: &Id,
    plan: &str,
    shared_recordings: bool,
    act: Act<'_>,
) -> anyhow::Result<()> {
    let case = desk.case(id).await?;
    let (stored, _) =
        case.plan.context("the request has no plan yet: `abide requests work` makes one")?;
    if plan.len() < 8 || !stored.fingerprint.to_string().starts_with(plan) {
        bail!(
            "this is not the plan that the request has now: `abide requests show {id}` shows it; give at least 8 digits"
        );
    }
    if shared_recordings && case.stored.kind != RequestKind::Access {
        bail!("only a copy of everything (access) has recordings in which others speak");
    }
    let voices = shared_recordings.then_some(Voices::Shared);
    Ok(desk.approve_with(id, stored.fingerprint, voices, act).await?)
}

/// Ends what was chosen by a request.
async fn end_choice(desk: &Desks, id: &Id, told: bool, act: Act<'_>) -> anyhow::Result<()> {
    if desk.case(id).await?.stored.kind == RequestKind::Restriction && !told {
        bail!(
            "before a restriction is lifted the person is told (GDPR Art. 18(3)): tell them, then say so with `--told`"
        );
    }
    Ok(desk.end_choices(id, act).await?)
}

fn question(word: &str) -> anyhow::Result<Question> {
    Ok(match word {
        "identity" => Question::Identity,
        "clarification" => Question::Clarification,
        _ => bail!("`{word}` is no question: `identity` or `clarification`"),
    })
}

fn residue(word: &str) -> anyhow::Result<Residue> {
    Ok(match word {
        "stays" => Residue::Stays,
        "goes" => Residue::Goes,
        _ => bail!("`{word}` is no decision: `stays` or `goes`"),
    })
}

fn refusal(word: &str) -> anyhow::Result<Refusal> {
    Ok(match word {
        "unidentified" => Refusal::Unidentified,
        "unfounded" => Refusal::Unfounded,
        "excessive" => Refusal::Excessive,
        "exempt" => Refusal::Exempt,
        _ => bail!(
            "`{word}` is no reason for refusing: `unidentified`, `unfounded`, `excessive` or `exempt`"
        ),
    })
}

async fn carry(desk: &Desks, id: &Id, act: Act<'_>) -> anyhow::Result<()> {
    let seed = desk::random()?;
    let mut watch = |what: &str| files::say(&format!("… {what}"));
    Ok(desk.carry_on(id, act, &move || seed, &mut watch).await?)
}

async fn show(desk: &Desks, options: &Desk, id: &Id, act: Act<'_>) -> anyhow::Result<Outcome> {
    let case = desk.case(id).await?;
    match options.format {
        FigureFormat::Json => {
            files::print(&format!("{:#}\n", shown::as_json(desk, &case, act).await?))?
        }
        FigureFormat::Text => {
            files::print(&shown::in_words(desk, &case, act).await?)?;
            if case.stored.waits == Some(Waits::Identity) {
                let people = desk.candidates(&case).await?;
                files::print(&format!(
                    "people who may be meant:\n{}",
                    people::in_words(&desk.atlas, &people)
                ))?;
            }
            for (_, event) in desk.records.events(id, 0).await? {
                let moment = jiff::Timestamp::from_second(event.at)
                    .map(|t| t.to_string())
                    .unwrap_or_default();
                files::print(&format!("  {moment} {} ({})\n", event.what, event.actor))?;
                files::print(&results::detail_in_words(desk, &event))?;
            }
        }
    }
    if case.stored.waits == Some(Waits::Residue) {
        files::say(&format!(
            "to decide: abide requests residue {id} stays, if it may; or abide requests residue {id} goes, \
            after somebody took it out by hand or the map says whose it is: else the new plan is the same again"
        ));
    }
    let waits = !matches!(case.stored.waits, None | Some(Waits::Turn));
    Ok(if waits { Outcome::Found } else { Outcome::Fine })
}

/// The queue, also while a store cannot be opened: deadlines do not wait for it.
async fn listed_while_away(what: &RequestsWhat, why: anyhow::Error) -> anyhow::Result<Outcome> {
    let RequestsWhat::List { desk: options, closed } = what else { return Err(why) };
    let Some(desk) = desk::open_without_stores(options, &why).await? else { return Err(why) };
    files::say(&format!("abide: {why:#}"));
    files::say("until then no request is carried on; this is the queue as it stands");
    let act = desk::act(&desk, options);
    deadlines::recount(&desk, None, act).await?;
    list(&desk, options, *closed, act).await?;
    Ok(Outcome::Found)
}

async fn list(desk: &Desks, options: &Desk, closed: bool, act: Act<'_>) -> anyhow::Result<Outcome> {
    let filter = Filter { closed, ..Filter::default() };
    let (mut after, mut count) = (None::<Cursor>, 0);
    loop {
        let page = desk.records.requests(&filter, after.as_ref(), 500).await?;
        for request in &page {
            // A clock that stands moves the day with each day.
            let deadline = desk.clock(request).await?.deadline(act.today);
            // What is closed has no days left.
            let left = request.closed_at.is_none().then_some(deadline.days_left);
            let (due, days) = (deadline.due, left.map(|n| format!(" ({})", shown::days(n))));
            let waits = request.waits.map(Waits::word);
            let with_worker = request.with_worker_until(act.now).map(moment);
            let line = match options.format {
                FigureFormat::Json => json!({
                    "id": request.id.as_str(), "kind": request.kind.word(), "state": request.state.word(), "waits": waits,
                    "received": request.received.to_string(), "due": due.to_string(), "days_left": left,
                    "with_worker_until": with_worker,
                }).to_string(),
                FigureFormat::Text => format!(
                    "{:<20} {:<14} {:<11} due {}{}{}{}",
                    request.id.as_str(), request.kind.word(), request.state.word(), due, days.unwrap_or_default(),
                    request.waits.map(|w| format!(", waits for {}", shown::waiting(w))).unwrap_or_default(),
                    with_worker.map(|until| format!(", with a worker until {until} at the latest")).unwrap_or_default(),
                ),
            };
            files::print(&format!("{line}\n"))?;
        }
        count += page.len();
        let Some(last) = page.last() else { break };
        after = Some(Cursor::after(last));
    }
    if count == 0 {
        files::say("no requests: `abide rights erase --subject email=…` opens one");
    }
    duties(desk, options, act).await?;
    Ok(Outcome::Fine)
}

/// What somebody has to see to, of closed requests too: what is to be done by hand, and who is still to be told. As JSON, each is a line
/// after those of the requests.
async fn duties(desk: &Desks, options: &Desk, act: Act<'_>) -> anyhow::Result<()> {
    let is_json = options.format == FigureFormat::Json;
    for reminder in desk.records.reminders_due(act.today).await? {
        let case = desk.case(&reminder.request).await.ok();
        if is_json {
            let what = hands::reminder_json(case.as_ref(), &reminder);
            let line = json!({ "request": reminder.request.as_str(), "reminder": what });
            files::print(&format!("{line}\n"))?;
        }
        files::say(&shown::reminder_in_words(&reminder, case.as_ref()));
    }
    for untold in desk.untold().await? {
        if is_json {
            let names: Vec<&str> = untold.recipients.iter().map(Id::as_str).collect();
            let line = json!({ "request": untold.request.as_str(), "to_be_told": names });
            files::print(&format!("{line}\n"))?;
        }
        files::say(&shown::untold_in_words(desk, &untold));
    }
    Ok(())
}

async fn forget(desk: &Desks, options: &Desk, plan: bool, act: Act<'_>) -> anyhow::Result<Outcome> {
    let today = act.today;
    let gone = if plan { desk.to_forget(today).await? } else { desk.forget(today).await? };
    let text = match options.format {
        FigureFormat::Json => format!(
            "{:#}\n",
            json!({ "requests": gone.requests, "marks": gone.marks, "copies": gone.copies, "letters": gone.letters, "gone": !plan })
        ),
        FigureFormat::Text => {
            format!("{}\n", desk::past_in_words(gone, if plan { "would go" } else { "went" }))
        }
    };
    files::print(&text)?;
    Ok(Outcome::Fine)
}

/// People who were erased and are there again.
async fn returned(desk: &Desks, options: &Desk, act: Act<'_>) -> anyhow::Result<Outcome> {
    let mut tables = Progress::new("tables");
    let mut far = |far: Far<'_>| {
        tables.step_with(far.done, far.of, &format!("{}: {} rows", far.table, far.rows));
    };
    let returns = desk.returned(act.today, &mut far).await?;
    drop(tables);
    let clean = returns.count == 0;
    if options.format == FigureFormat::Json {
        let one = |r: &Returned| {
            json!({
                "table": r.table, "row": r.row, "fact": r.fact.word(), "request": r.request.as_str(),
                "since": r.since.to_string(),
            })
        };
        let people: Vec<_> = returns.people.iter().map(one).collect();
        files::print(&format!("{:#}\n", json!({ "count": returns.count, "people": people })))?;
        return Ok(if clean { Outcome::Fine } else { Outcome::Found });
    }
    for r in &returns.people {
        files::print(&format!(
            "{} {}: known by {} as somebody who was erased on {} ({})\n",
            r.table,
            r.row,
            r.fact.word(),
            r.since,
            r.request
        ))?;
    }
    files::say(&match returns.count {
        0 => "nobody who was erased is there again".to_owned(),
        n => format!(
            "{n} people are known as somebody who was erased: look who they are, and open a request for whoever came back"
        ),
    });
    Ok(if clean { Outcome::Fine } else { Outcome::Found })
}

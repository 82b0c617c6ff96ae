//! `abide decide`: whether a policy permits a use, and why.

use abide_policy::decide::{Choices, Compiled, ConsentKind, Decision, Use};
use abide_policy::diagnostic::nearest;
use abide_policy::text::Country;
use abide_policy::version::Version;
use abide_policy::vocab::{Purpose, Recipient, Vocabulary};
use abide_records::Records;
use abide_rights::desk::chosen::choices_of;
use abide_rights::identity::Asked;
use abide_server::{RECORDS, SiteFiles, clock, keys_of, site_keys};
use anyhow::{Context, anyhow, bail};
use jiff::civil::Date;

use super::policy;
use crate::Outcome;
use crate::cli::{Decide, TableFormat};
use crate::files;

pub(super) fn run(options: &Decide) -> anyhow::Result<Outcome> {
    let (policy, source) = policy::read_with_source(&options.file)?;
    let jurisdiction = policy.jurisdiction;
    let compiled = Compiled::of(&Version::new(policy, source));
    let data = options.data.parse().map_err(|e| anyhow!("{e}"))?;
    let today = today(options);
    let asked = Use {
        data: compiled
            .data(&data)
            .with_context(|| format!("no data element is called `{data}`"))?,
        subject: word(&options.subject)?,
        purpose: word(&options.purpose)?,
        recipient: word(&options.recipient)?,
        jurisdiction: options
            .from
            .as_deref()
            .map_or(Ok(jurisdiction), str::parse)
            .map_err(|e| anyhow!("{e}"))?,
        region: options.region.as_deref().map(|r| region(&compiled, r)).transpose()?,
        held_since: options.held_since,
        today,
        choices: chosen(options, (jurisdiction, today), choices(options)?)?,
    };
    let decision = compiled.decide(&asked);
    let text = match options.format {
        TableFormat::Table => in_words(&compiled, decision),
        TableFormat::Json => json(&compiled, decision).to_string(),
    };
    files::print(&format!("{text}\n"))?;
    Ok(if matches!(decision, Decision::Allowed { .. }) { Outcome::Fine } else { Outcome::Found })
}

/// A word of a vocabulary, or which one may have been meant.
fn word<V: Vocabulary>(text: &str) -> anyhow::Result<V> {
    V::from_word(text).ok_or_else(|| match nearest(text, V::words()) {
        Some(near) => anyhow!("`{text}` is not a {}: did you mean `{near}`?", V::KIND),
        None => anyhow!("`{text}` is not a {}: one of {}", V::KIND, V::words().join(", ")),
    })
}

fn region(compiled: &Compiled, id: &str) -> anyhow::Result<abide_policy::decide::RegionId> {
    let id = id.parse().map_err(|e| anyhow!("{e}"))?;
    compiled.region(&id).with_context(|| format!("the policy has no region `{id}`"))
}

fn choices(options: &Decide) -> anyhow::Result<Choices> {
    let mut c = Choices { restricted: options.restricted, ..Choices::default() };
    for text in &options.agreed {
        if let Some(recipient) = Recipient::from_word(text) {
            c.consented_recipients.insert(recipient);
        } else {
            c.consented.insert(word::<Purpose>(text)?);
        }
    }
    for text in &options.opted_out {
        if let Some(recipient) = Recipient::from_word(text) {
            c.opted_out_recipients.insert(recipient);
        } else {
            c.opted_out.insert(word::<Purpose>(text)?);
        }
    }
    for text in &options.objected {
        c.objected.insert(word::<Purpose>(text)?);
    }
    Ok(c)
}

/// What people choose at the desk is noted by the organisation's clocks, and holds from that day on.
fn today(options: &Decide) -> Date {
    let now = clock::now();
    let site = || SiteFiles::read(&options.site).ok().map(|site| site.day(now));
    let of_site = || if options.person.is_empty() { None } else { site() };
    options.today.or_else(of_site).unwrap_or_else(|| clock::day(now))
}

/// Together with what the person chose by requests, if it is said who they are.
fn chosen(
    options: &Decide,
    (country, today): (Country, Date),
    known: Choices,
) -> anyhow::Result<Choices> {
    if options.person.is_empty() {
        return Ok(known);
    }
    let person = Asked::read(options.person.iter().map(String::as_str), Some(country))?;
    // Where there are no records nobody is known, and everything would be allowed: so it must be the right place.
    SiteFiles::read(&options.site)?;
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let is_address = place.to_str().is_some_and(Records::is_address);
    if !is_address && !place.exists() {
        let was_used = options.records.is_some()
            || site_keys(&options.site)
                .context("the keys of marks, `.abide/suppression*.key`")?
                .is_some();
        if was_used {
            bail!(
                "there are no records at `{}`, so that nobody can tell what the person chose: name where they are (`--records`)",
                place.display()
            );
        }
        return Ok(known);
    }
    super::serve::runtime()?.block_on(async {
        let records = Records::open(place).await?;
        let Some(keys) = keys_of(&records, &options.site).await? else { return Ok(known) };
        Ok(choices_of(&records, &keys, &person, today, known).await?)
    })
}

/// The parts of a decision: what, the statement, the rest.
fn parts(
    compiled: &Compiled,
    decision: Decision,
) -> (&'static str, Option<String>, Option<&'static str>) {
    let name = |id| compiled.statement(id).map(ToString::to_string);
    match decision {
        Decision::Allowed { statement, basis } => {
            ("allowed", name(statement), basis.map(Vocabulary::word))
        }
        Decision::NeedsConsent { statement, kind } => {
            let to = match kind {
                ConsentKind::Purpose(p) => p.word(),
                ConsentKind::Recipient(r) => r.word(),
            };
            ("needs-consent", name(statement), Some(to))
        }
        Decision::Refused { reason, statement } => {
            ("refused", statement.and_then(name), Some(reason.word()))
        }
    }
}

fn in_words(compiled: &Compiled, decision: Decision) -> String {
    let (_, statement, detail) = parts(compiled, decision);
    let by = statement.map_or_else(String::new, |s| format!(", statement `{s}`"));
    let what = match decision {
        Decision::Allowed { .. } => detail.map_or_else(
            || "allowed".to_owned(),
            |basis| format!("allowed on the ground of {basis}"),
        ),
        Decision::NeedsConsent { .. } => format!("needs consent to {}", detail.unwrap_or_default()),
        Decision::Refused { .. } => format!("refused: {}", detail.unwrap_or_default()),
    };
    format!("{what} ({}{by})", compiled.version())
}

fn json(compiled: &Compiled, decision: Decision) -> serde_json::Value {
    let (what, statement, detail) = parts(compiled, decision);
    let key = match decision {
        Decision::Allowed { .. } => "basis",
        Decision::NeedsConsent { .. } => "consent",
        Decision::Refused { .. } => "reason",
    };
    serde_json::json!({ "decision": what, "version": compiled.version(), "statement": statement, key: detail })
}

//! A conversation as a whole: fields by what they hold, speech with what was said around it.
//!
//! Fields come first: a name of a party that stands in a field is then found in what is said. What is said is looked at in
//! one piece, as lines `Speaker: text`, so that a question in one turn helps the answer in the next.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use abide_calls::{Document, Edit, Format, Holds, Role, TextPart};
use abide_detect::finding::LIKELY;
use abide_detect::phone::parse;
use abide_detect::{Evidence, Finder, Finding, Kind};

use super::seen::is_whole;
use super::shape::only_digits;
use super::{Operator, Plan, Seen, Session, replacement};

/// What a speaker is called where no name is known; then nothing is to be replaced.
const ROLES: [&str; 24] = [
    "agent",
    "assistant",
    "agente",
    "anrufer",
    "beraterin",
    "berater",
    "bot",
    "caller",
    "callee",
    "channel",
    "client",
    "cliente",
    "conseiller",
    "customer",
    "kunde",
    "kundin",
    "left",
    "operator",
    "right",
    "spk",
    "speaker",
    "system",
    "user",
    "zákazník",
];
/// The shortest identifier that is replaced: shorter ones number the parts of a document.
const SHORTEST_IDENTIFIER: usize = 6;
/// The shortest value that [`Called::remaining`] looks for.
const SHORTEST_VALUE: usize = 4;
/// The seconds of a day.
const DAY: i64 = 86_400;

/// What is to be changed in a document, and why.
#[derive(Clone, Debug, Default)]
pub struct Called {
    /// For [`Document::write`], or [`abide_calls::vcon::redacted_copy`].
    pub edits: Vec<Edit>,
    /// What was done, for each edit and for what the plan keeps.
    pub changes: Vec<CallChange>,
}

/// What was done with one finding of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallChange {
    /// In which text: its index in [`Document::texts`].
    pub part: usize,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// What was done.
    pub operator: Operator,
}

/// What is to be changed in a document so that it is without personal data.
///
/// Times of a call move with the dates that are spoken of, unless the plan keeps dates.
#[must_use]
pub fn call(
    document: &Document,
    finder: &Finder,
    plan: &Plan,
    session: &mut Session<'_>,
) -> Called {
    let texts = document.texts();
    let (mut seen, mut found) = (Seen::default(), Vec::new());
    for (number, part) in texts.iter().enumerate() {
        let findings = field(part, finder);
        seen.learn(&part.text, &findings);
        session.meet(&part.text, &findings);
        found.push((number, findings));
    }
    said(&texts, finder, &mut seen, session, &mut found);
    agree(&texts, &mut found);
    let mut called = Called::default();
    for (number, findings) in &found {
        if let Some(part) = texts.get(*number) {
            called.add(*number, part, findings, plan, session);
        }
    }
    if plan.operator(Kind::Date) != Operator::Keep {
        times(document.format(), &texts, session, &mut called);
    }
    called
}

/// A name that is mostly an organisation's in the document is one everywhere: else it would go in one place and stay in
/// the next.
fn agree(texts: &[TextPart<'_>], found: &mut [(usize, Vec<Finding>)]) {
    let said = |number: usize, finding: &Finding| {
        texts.get(number).and_then(|part| part.text.get(finding.place.clone()))
    };
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (number, finding) in found.iter().flat_map(|(n, all)| all.iter().map(move |f| (*n, f))) {
        if let (Kind::Org | Kind::Person, Some(value)) = (finding.kind, said(number, finding)) {
            let (orgs, persons) = counts.entry(value).or_default();
            *if finding.kind == Kind::Org { orgs } else { persons } += 1;
        }
    }
    // "Furniture Store" where "Prestige Furniture Store" stands elsewhere.
    let firms = counts.iter().filter(|(_, (orgs, _))| *orgs > 0).map(|(firm, _)| *firm);
    let ends: BTreeSet<&str> = firms
        .flat_map(|firm| firm.match_indices(' ').map(|(at, _)| firm.split_at(at + 1).1))
        .collect();
    for (number, findings) in found {
        for finding in findings.iter_mut().filter(|f| f.kind == Kind::Person) {
            let Some(value) = said(*number, finding) else { continue };
            let mostly = counts.get(value).is_some_and(|(o, persons)| *o > 0 && o >= persons);
            if mostly || finding.score < LIKELY && ends.contains(value) {
                finding.kind = Kind::Org;
            }
        }
    }
}

impl Called {
    fn add(
        &mut self,
        number: usize,
        part: &TextPart<'_>,
        findings: &[Finding],
        plan: &Plan,
        session: &mut Session<'_>,
    ) {
        for finding in findings.iter().filter(|f| !is_content_address(part, f)) {
            let Some(value) = part.text.get(finding.place.clone()) else { continue };
            let (operator, with) = replacement(value, finding, plan, session);
            self.push(number, finding.place.clone(), finding.kind, operator, with);
        }
    }

    fn push(
        &mut self,
        part: usize,
        range: Range<usize>,
        kind: Kind,
        operator: Operator,
        with: String,
    ) {
        self.changes.push(CallChange { part, range: range.clone(), kind, operator });
        if operator != Operator::Keep && !range.is_empty() {
            self.edits.push(Edit { part, range, with });
        }
    }

    /// The texts of the new document in which a value still stands that was replaced elsewhere, by their index.
    #[must_use]
    pub fn remaining(&self, old: &Document, new: &Document) -> Vec<usize> {
        let texts = old.texts();
        // A profession or a place stands in a text for other reasons too.
        let tells =
            |kind| !matches!(kind, Kind::Title | Kind::Loc | Kind::Org | Kind::Age | Kind::Date);
        let gone: BTreeSet<&str> = self
            .changes
            .iter()
            .filter(|c| c.operator != Operator::Keep && tells(c.kind))
            .filter_map(|c| texts.get(c.part)?.text.get(c.range.clone()))
            .filter(|value| value.chars().count() >= SHORTEST_VALUE)
            .collect();
        // A redacted copy names the vCon it was made of.
        let is_ours = |part: &TextPart<'_>| part.path != "/redacted/uuid";
        let stands = |text: &str, value: &str| {
            text.match_indices(value).any(|(at, _)| is_whole(text, &(at..at + value.len())))
        };
        let holds = |text: &str| gone.iter().any(|value| stands(text, value));
        let texts = new.texts();
        texts
            .iter()
            .enumerate()
            .filter(|(_, part)| is_ours(part) && holds(&part.text))
            .map(|(number, _)| number)
            .collect()
    }
}

/// What a field holds by its meaning; nothing for speech and for fields that can hold anything.
fn field(part: &TextPart<'_>, finder: &Finder) -> Vec<Finding> {
    let Role::Field { name, holds } = &part.role else { return Vec::new() };
    let text = part.text.as_ref();
    if text.trim().is_empty() {
        return Vec::new();
    }
    let whole = |kind| vec![Finding::new(kind, 0..text.len(), 99).because(Evidence::Column(kind))];
    match holds {
        Holds::Name if is_role(text) => Vec::new(),
        Holds::Name => whole(Kind::Person),
        Holds::Number => number(text, 0..text.len()).into_iter().collect(),
        Holds::NameAndNumber => name_and_number(text),
        Holds::Location => whole(Kind::Address),
        Holds::Channel => whole(Kind::Sip),
        Holds::Account => whole(Kind::User),
        Holds::Address if text.contains('@') => address(text),
        Holds::Network if text.parse::<std::net::IpAddr>().is_ok() => whole(Kind::Ip),
        Holds::Identifier if text.len() >= SHORTEST_IDENTIFIER => whole(Kind::Id),
        Holds::Address | Holds::Network => {
            labelled(name, text, finder).unwrap_or_else(|| whole(Kind::Sip))
        }
        Holds::Identifier | Holds::Time | Holds::Free | Holds::Technical => Vec::new(),
    }
}

/// Whether it is only where a recording lies: that goes with the recording or stays with it.
fn is_content_address(part: &TextPart<'_>, finding: &Finding) -> bool {
    let is_url = matches!(&part.role, Role::Field { name, .. } if name == "url");
    is_url && finding.kind == Kind::Url && finding.form.is_empty()
}

/// Whether a speaker is called by what he is: `Agent`, `SPEAKER_01`.
fn is_role(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1);
    words.all(|word| ROLES.contains(&word.to_lowercase().as_str()))
}

/// A field that holds a number, whatever number that is.
fn number(text: &str, place: Range<usize>) -> Option<Finding> {
    let digits = only_digits(text);
    let normal = parse(text, None).map_or(digits, |n| n.e164.into());
    let finding = Finding::new(Kind::Phone, place, 99).because(Evidence::Column(Kind::Phone));
    Some(if normal.is_empty() { finding } else { finding.normal(normal) })
}

/// `"Anna" <4930>`, `Anna <4930>`, `4930`.
fn name_and_number(text: &str) -> Vec<Finding> {
    let Some((name, rest)) = text.split_once('<') else {
        return number(text, 0..text.len()).into_iter().collect();
    };
    let start = name.len() + 1;
    let end = start + rest.find('>').unwrap_or(rest.len());
    let bare = name.trim_matches(|c: char| c == '"' || c.is_whitespace());
    let mut findings = Vec::new();
    if let Some(at) = name.find(bare).filter(|_| !bare.is_empty() && !is_role(bare)) {
        findings.push(Finding::new(Kind::Person, at..at + bare.len(), 99));
    }
    findings
        .extend(text.get(start..end).filter(|t| !t.is_empty()).and_then(|t| number(t, start..end)));
    findings
}

/// An address of e-mail or telephony, without what stands around it.
fn address(text: &str) -> Vec<Finding> {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let kind = if scheme.starts_with("sip") { Kind::Sip } else { Kind::Email };
    let finding = Finding::new(kind, 0..text.len(), 99).because(Evidence::Column(kind));
    vec![if kind == Kind::Email { finding.normal(text.to_lowercase()) } else { finding }]
}

/// What a field holds with its name before it; `None` if nothing is found.
fn labelled(name: &str, text: &str, finder: &Finder) -> Option<Vec<Finding>> {
    let label = format!("{name}: ");
    let found = finder.find(&format!("{label}{text}"));
    let inner: Vec<_> =
        found.into_iter().filter_map(|f| shifted(f, label.len(), text.len())).collect();
    Some(inner).filter(|found| !found.is_empty())
}

/// A finding in the coordinates of a part of the text it was found in, cut to the part.
fn shifted(mut finding: Finding, start: usize, len: usize) -> Option<Finding> {
    let from = finding.place.start.max(start) - start;
    let to = finding.place.end.min(start + len).checked_sub(start)?;
    finding.place = from..to;
    (from < to).then_some(finding)
}

/// What is said, and fields that can hold anything: looked at as one text.
fn said(
    texts: &[TextPart<'_>],
    finder: &Finder,
    seen: &mut Seen,
    session: &mut Session<'_>,
    found: &mut [(usize, Vec<Finding>)],
) {
    let (mut whole, mut places) = (String::new(), Vec::new());
    for (number, part) in texts.iter().enumerate() {
        let label = match &part.role {
            Role::Speech { speaker, .. } => speaker.clone().unwrap_or_default(),
            Role::Field { name, holds: Holds::Free } => name.clone(),
            Role::Field { .. } => continue,
            Role::Note => "".into(),
        };
        if !label.is_empty() {
            whole.push_str(&label);
            whole.push_str(": ");
        }
        places.push((number, whole.len()..whole.len() + part.text.len()));
        whole.push_str(&part.text);
        whole.push('\n');
    }
    let first = finder.find(&whole);
    seen.learn(&whole, &first);
    let findings = seen.complete(&whole, first);
    session.meet(&whole, &findings);
    for (number, place) in places {
        let from = findings.partition_point(|f| f.place.end <= place.start);
        let here = findings.get(from..).unwrap_or_default();
        let here = here.iter().take_while(|f| f.place.start < place.end).cloned();
        let named = |f: &Finding| {
            !(f.kind == Kind::Title && is_role(whole.get(f.place.clone()).unwrap_or("")))
        };
        let inner = here.filter(named).filter_map(|f| shifted(f, place.start, place.len()));
        if let Some((_, list)) = found.get_mut(number) {
            list.extend(inner);
        }
    }
}

/// Moves the moments of a document by as many days as its dates.
fn times(format: Format, texts: &[TextPart<'_>], session: &mut Session<'_>, called: &mut Called) {
    let days = i64::from(session.days());
    for (number, part) in texts.iter().enumerate() {
        let Role::Field { holds: Holds::Time, .. } = part.role else { continue };
        // A cue of subtitles counts from the beginning of the recording.
        if matches!(format, Format::Srt | Format::WebVtt) {
            continue;
        }
        if let Some(new) = super::surrogate::moment(&part.text, days, DAY) {
            let range = 0..part.text.len();
            called.push(number, range, Kind::Date, Operator::Surrogate, new);
        }
    }
}

//! The whole decision table of the example: what each policy says to every purpose and recipient, for every leaf that it
//! declares, under every kind of choice. A change of a rule, or of a policy, shows as a readable difference.

use std::collections::BTreeMap;
use std::fmt::Write;

use abide_policy::decide::{Choices, Compiled, ConsentKind, Decision, Use, declared};
use abide_policy::source::read_policy;
use abide_policy::version::Version;
use abide_policy::vocab::{Purpose, Recipient, Set, Subject, Vocabulary};

fn in_short(compiled: &Compiled, decision: Decision) -> String {
    let name = |id| compiled.statement(id).unwrap().as_str().to_owned();
    match decision {
        Decision::Allowed { statement, basis } => {
            format!(
                "allowed ({}{})",
                name(statement),
                basis.map_or(String::new(), |b| format!(", {b}"))
            )
        }
        Decision::NeedsConsent { statement, kind } => {
            let to = match kind {
                ConsentKind::Purpose(p) => p.word(),
                ConsentKind::Recipient(r) => r.word(),
            };
            format!("needs consent to {to} ({})", name(statement))
        }
        Decision::Refused { reason, .. } => format!("refused: {}", reason.word()),
    }
}

/// The decisions about one use: nothing chosen, agreed to everything, opted out of everything, objected to everything.
fn row(compiled: &Compiled, asked: Use) -> [String; 4] {
    let all = Purpose::ALL.iter().copied().collect::<Set<_>>();
    let everybody = Recipient::ALL.iter().copied().collect::<Set<_>>();
    let none = Choices::default();
    [
        none,
        Choices { consented: all, consented_recipients: everybody, ..none },
        Choices { opted_out: all, opted_out_recipients: everybody, ..none },
        Choices { consented: all, consented_recipients: everybody, objected: all, ..none },
    ]
    .map(|choices| in_short(compiled, compiled.decide(&Use { choices, ..asked })))
}

fn table(source: &str) -> String {
    let policy = read_policy(source).value.unwrap();
    let schema = policy.schema();
    let version = Version::new(policy.clone(), source.to_owned());
    let compiled = Compiled::of(&version);
    let subjects: Set<Subject> = policy.statements.iter().flat_map(|s| s.subjects.iter()).collect();
    let subjects = if subjects.is_empty() { Set::of(&[Subject::Visitor]) } else { subjects };
    // Leaves with the same decisions stand together.
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for leaf in declared(&policy, &schema).filter(|n| schema.leaves(n).next() == Some(n)) {
        groups.entry(rows(&compiled, leaf, subjects, &policy)).or_default().push(leaf.to_string());
    }
    let mut out = format!("{}\n", version.cite());
    for (rows, leaves) in groups {
        write!(out, "\n{}\n{rows}", leaves.join("\n")).unwrap();
    }
    out
}

fn rows(
    compiled: &Compiled,
    leaf: &abide_policy::data::DataRef,
    subjects: Set<Subject>,
    policy: &abide_policy::model::Policy,
) -> String {
    let mut by_decision: Vec<([String; 4], Vec<String>)> = Vec::new();
    for subject in subjects.iter() {
        for purpose in Purpose::ALL {
            for recipient in Recipient::ALL {
                let asked = Use {
                    data: compiled.data(leaf).unwrap(),
                    subject,
                    purpose: *purpose,
                    recipient: *recipient,
                    jurisdiction: policy.jurisdiction,
                    region: None,
                    held_since: None,
                    today: policy.effective,
                    choices: Choices::default(),
                };
                let decisions = row(compiled, asked);
                let what = format!("{subject} {purpose} {recipient}");
                match by_decision.iter_mut().find(|(d, _)| *d == decisions) {
                    Some((_, uses)) => uses.push(what),
                    None => by_decision.push((decisions, vec![what])),
                }
            }
        }
    }
    let mut out = String::new();
    for ([none, agreed, opted_out, objected], uses) in by_decision {
        let shown = if none == agreed && none == opted_out && none == objected {
            none
        } else {
            format!("{none} | agreed: {agreed} | opted out: {opted_out} | objected: {objected}")
        };
        // What is refused whatever is chosen is counted; everything else is listed.
        let uses = if shown.starts_with("refused") {
            format!("{} uses", uses.len())
        } else {
            uses.join("; ")
        };
        writeln!(out, "    {shown}\n        {uses}").unwrap();
    }
    out
}

#[test]
fn the_example_decides_as_before() {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/contact-centre");
    for name in ["site-1", "site-2", "service-1"] {
        let source = std::fs::read_to_string(folder.join(format!("{name}.toml"))).unwrap();
        insta::assert_snapshot!(format!("decisions-{name}"), table(&source));
    }
}

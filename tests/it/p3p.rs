//! Policies that sites published with a P3P policy editor: the compact policy that their page showed must come out of
//! the data groups that their page showed.
//!
//! The groups name data, purposes and recipients as the editor displayed them. What they do not tell (access, disputes,
//! remedies, retention, the categories of cookies) is taken from the compact policy as given.

use abide_p3p::ast::Document;
use abide_p3p::compact::CompactPolicy;
use abide_p3p::convert::{Settings, check, policies, to_policy};
use abide_p3p::derive::{Scope, derive};
use abide_p3p::export::policy_file;
use abide_p3p::read::read;
use abide_p3p::write::print;
use abide_policy::model::Policy;
use abide_policy::source::read_policy;
use abide_policy::vocab::{Category, Lang, Purpose, Recipient, Retention, Set, Vocabulary};
use serde_json::Value;

/// The editor's display names of data: the element, and its categories where the policy says them.
fn element(display: &str, given: CompactPolicy) -> (&'static str, Set<Category>) {
    // The page does not say what its cookies hold; the compact policy does.
    let cookies = Set::of(&[Category::UniqueId, Category::State]).intersection(given.categories);
    match display {
        "Click-stream data" => ("dynamic.clickstream", Set::EMPTY),
        "HTTP protocol elements" => ("dynamic.http", Set::EMPTY),
        "Search terms" => ("dynamic.searchtext", Set::EMPTY),
        "Transaction history" => ("dynamic.interactionrecord", Set::EMPTY),
        "User's interaction with a page or resource" => ("dynamic.clientevents", Set::EMPTY),
        "HTTP cookies" => ("dynamic.cookies", cookies),
        "Flash Cookies" => ("flash.storage", Set::EMPTY),
        "Physical contact information" => ("user.home-info.postal", Set::EMPTY),
        "Online contact information" => ("user.home-info.online", Set::EMPTY),
        "Demographic data" => ("user.gender", Set::EMPTY),
        "Purchase information" => ("dynamic.miscdata", Set::of(&[Category::Purchase])),
        other => panic!("unknown data `{other}`"),
    }
}

fn purpose(display: &str) -> Purpose {
    match display {
        "Completion and support of the current activity" => Purpose::Current,
        "Web site and system administration" => Purpose::Admin,
        "Research and development" => Purpose::Develop,
        "One-time tailoring" | "User targeting" => Purpose::Tailoring,
        "Contacting visitors for marketing of services or products" => Purpose::Contact,
        other => panic!("unknown purpose `{other}`"),
    }
}

fn recipient(display: &str) -> Recipient {
    match display {
        "Delivery services" => Recipient::Delivery,
        ours if ours.ends_with("and its agents") || ours.ends_with("and our agents") => {
            Recipient::Ours
        }
        other => panic!("unknown recipient `{other}`"),
    }
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().map(|a| a.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn words<V: Vocabulary>(set: impl IntoIterator<Item = V>) -> String {
    set.into_iter().map(|w| format!("\"{}\"", w.word())).collect::<Vec<_>>().join(", ")
}

/// A statement of the policy file for one data group; `retention` is the n-th of those that the compact policy gives.
fn statement(number: usize, group: &Value, page: &Value, given: CompactPolicy) -> String {
    let retentions: Vec<Retention> = given.retentions.iter().collect();
    let retention = retentions[number % retentions.len()];
    let data: Vec<String> = strings(&group["data"])
        .into_iter()
        .map(|display| {
            let (name, categories) = element(display, given);
            if categories.is_empty() {
                format!("\"{name}\"")
            } else {
                format!("{{ ref = \"{name}\", categories = [{}] }}", words(categories.iter()))
            }
        })
        .collect();
    let mut purposes: Vec<Purpose> = strings(&group["purposes"]).into_iter().map(purpose).collect();
    if group["name"] == "Cookies" {
        purposes.extend(strings(&page["cookie_purposes"]).into_iter().map(purpose));
        purposes.sort_unstable();
        purposes.dedup();
    }
    let always = |words: Vec<&str>| {
        words.into_iter().map(|w| format!("{w} = \"always\"")).collect::<Vec<_>>().join(", ")
    };
    let recipients =
        strings(&group["recipients"]).into_iter().map(|r| recipient(r).word()).collect();
    format!(
        "[[statement]]\nid = \"group-{number}\"\ntitle = {}\ndata = [{}]\npurposes = {{ {} }}\nrecipients = {{ {} }}\nretention = {{ kind = \"{retention}\" }}\n",
        group["name"],
        data.join(", "),
        always(purposes.iter().map(|p| p.word()).collect()),
        always(recipients),
    )
}

/// The page as a policy file.
fn policy_text(page: &Value) -> String {
    let given = CompactPolicy::parse(page["cp"].as_str().unwrap());
    let access = given.access.iter().next().unwrap();
    let mut text = format!(
        "[policy]\nname = \"page\"\nversion = \"1\"\neffective = 2010-11-06\nlanguages = [\"en\"]\ntitle = \"Page\"\n\
        notice = \"https://www.example.com/privacy\"\naccess = \"{access}\"\njurisdiction = \"DE\"\n\
        [entity]\nname = \"Example\"\nemail = \"privacy@example.com\"\n\
        [[data]]\nref = \"flash.storage\"\ntitle = \"Flash\"\ncategories = [\"uniqueid\", \"state\"]\n"
    );
    if given.disputes {
        let remedies = words(given.redress.iter());
        text.push_str(&format!("[[dispute]]\nresolution = \"service\"\nservice = \"https://www.example.com/\"\nremedies = [{remedies}]\n"));
    }
    for (number, group) in page["groups"].as_array().unwrap().iter().enumerate() {
        text.push_str(&statement(number, group, page, given));
    }
    text
}

fn pages() -> Vec<Value> {
    let Some(folder) = abide_tests::corpus("p3p") else { return Vec::new() };
    let text = std::fs::read_to_string(folder.join("generated-policies.jsonl")).unwrap();
    let pages: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(!pages.is_empty());
    pages
}

fn policy(page: &Value) -> Policy {
    let text = policy_text(page);
    let reading = read_policy(&text);
    reading.value.unwrap_or_else(|| panic!("{text}\n{:?}", reading.diagnostics))
}

#[test]
fn compact_policies_come_out_of_the_data_groups() {
    for page in pages() {
        let compact = derive(&policy(&page), Scope::All).to_string();
        assert_eq!(compact, page["cp"].as_str().unwrap(), "{}", page["source"]);
    }
}

/// The way through XML and back changes nothing of what is derived, and what is written passes the check.
#[test]
fn compact_policies_survive_the_way_through_xml() {
    for page in pages() {
        let text = print(&policy_file(&policy(&page), Lang::En));
        let reading = check(&text);
        assert!(
            !abide_policy::diagnostic::has_errors(&reading.diagnostics),
            "{:?}",
            reading.diagnostics
        );
        let document: Document = read(&text).document.unwrap();
        let (source, shared) = policies(&document)[0];
        let back = to_policy(source, shared, &Settings::default()).policy;
        assert_eq!(derive(&back, Scope::All).to_string(), page["cp"].as_str().unwrap(), "{text}");
    }
}

//! Policies for tests: the example site as it was published, and any policy at all.

use std::collections::BTreeMap;

use abide_policy::model::{
    Cookie, DataUse, Dispute, Entity, OwnData, Policy, PurposeUse, RecipientUse, RetentionRule,
    Statement,
};
use abide_policy::text::Text;
use abide_policy::vocab::{
    Access, Category, Choice, Lang, Purpose, Recipient, Redress, Resolution, Retention, Role, Set,
    Since, Storage, Vocabulary,
};
use proptest::prelude::*;

pub(crate) fn text(words: &str) -> Text {
    if words.is_empty() { Text::default() } else { Text::from_iter([(Lang::En, words)]) }
}

pub(crate) fn data(name: &str, categories: &[Category]) -> DataUse {
    DataUse {
        name: name.parse().unwrap(),
        categories: Set::of(categories),
        other_category: Text::default(),
        optional: false,
    }
}

pub(crate) fn own(name: &str, categories: &[Category]) -> OwnData {
    OwnData {
        name: name.parse().unwrap(),
        title: text(name),
        categories: Set::of(categories),
        other_category: Text::default(),
        description: Text::default(),
    }
}

pub(crate) fn statement(
    id: &str,
    data: Vec<DataUse>,
    purposes: &[Purpose],
    recipients: &[Recipient],
    retention: Retention,
) -> Statement {
    let always = |p: &Purpose| {
        (*p, PurposeUse { choice: Choice::Always, basis: None, description: Text::default() })
    };
    Statement {
        id: id.parse().unwrap(),
        title: text(id),
        why: text("because"),
        non_identifiable: false,
        subjects: Set::EMPTY,
        sources: Set::EMPTY,
        data,
        purposes: purposes.iter().map(always).collect(),
        recipients: recipients.iter().map(|r| (*r, RecipientUse::of(Choice::Always))).collect(),
        retention: RetentionRule {
            kind: retention,
            period: None,
            since: Since::Collection,
            anonymous: false,
            reason: Text::default(),
        },
        interests: Text::default(),
        obligation: Text::default(),
        automated_decision: Text::default(),
        special_ground: None,
        regions: Vec::new(),
    }
}

pub(crate) fn policy(statements: Vec<Statement>, data: Vec<OwnData>) -> Policy {
    Policy {
        name: "site".parse().unwrap(),
        version: "1".parse().unwrap(),
        effective: jiff::civil::date(2010, 11, 6),
        role: Role::Controller,
        languages: vec![Lang::En],
        title: text("Privacy"),
        introduction: Text::default(),
        notice: "https://www.example.com/privacy".parse().unwrap(),
        choices: None,
        access: Access::Nonident,
        test: false,
        expiry: None,
        jurisdiction: "DE".parse().unwrap(),
        entity: Entity {
            name: "Example Contact Centre GmbH".to_owned(),
            email: Some("privacy@example.com".to_owned()),
            ..Entity::default()
        },
        authority: None,
        rights: None,
        disputes: Vec::new(),
        data,
        statements,
        cookies: Vec::new(),
        sub_processors: Vec::new(),
        regions: Vec::new(),
        security: Vec::new(),
        processing: None,
        acknowledged: Vec::new(),
    }
}

/// The example's site policy as it was published.
pub(crate) fn example() -> Policy {
    use Category::{Computer, Navigation, Purchase, State, UniqueId};
    use Purpose::{Admin, Contact, Current, Develop, Tailoring};
    let log =
        ["dynamic.clickstream", "dynamic.http", "account.usage", "call.statistics", "call.quality"];
    let log = log.iter().map(|n| data(n, &[])).collect();
    let cookies = vec![data("dynamic.cookies", &[UniqueId, State]), data("flash.storage", &[])];
    let transactions = vec![
        data("user.home-info.postal", &[]),
        data("user.home-info.online", &[]),
        data("user.gender", &[]),
        data("dynamic.miscdata", &[Purchase]),
    ];
    let ours = [Recipient::Ours];
    policy(
        vec![
            statement(
                "access-logs",
                log,
                &[Current, Admin, Develop],
                &ours,
                Retention::Indefinitely,
            ),
            statement(
                "cookies",
                cookies,
                &[Current, Develop, Tailoring],
                &ours,
                Retention::BusinessPractices,
            ),
            statement(
                "transactions",
                transactions,
                &[Current, Develop, Contact],
                &[Recipient::Ours, Recipient::Delivery],
                Retention::BusinessPractices,
            ),
        ],
        vec![
            own("account.usage", &[Navigation, UniqueId]),
            own("call.statistics", &[Computer, Navigation]),
            own("call.quality", &[Computer, Navigation]),
            own("flash.storage", &[UniqueId, State]),
        ],
    )
}

pub(crate) fn cookie(name: &str, statement: &str) -> Cookie {
    Cookie {
        name: name.to_owned(),
        storage: Storage::Cookie,
        statement: statement.parse().unwrap(),
        title: text(name),
        lifetime: None,
        provider: None,
        path: None,
        domain: None,
    }
}

fn any_word<V: Vocabulary>() -> impl Strategy<Value = V> {
    prop::sample::select(V::ALL)
}
fn any_text() -> impl Strategy<Value = Text> {
    prop::sample::select(vec!["", "why not", "<b> & \"quotes\"", "ä € 漢"]).prop_map(text)
}
fn any_line() -> impl Strategy<Value = Text> {
    prop::sample::select(vec!["Access logs", "<b> & \"quotes\"", "ä € 漢"]).prop_map(text)
}

fn any_data() -> impl Strategy<Value = DataUse> {
    let names = vec![
        "dynamic.cookies",
        "dynamic.miscdata",
        "dynamic.clickstream",
        "user.gender",
        "user.home-info",
        "user.name.given",
        "shop.cart",
        "shop",
        "shop.note",
        "dynamic",
        "user",
    ];
    (
        prop::sample::select(names),
        prop::collection::vec(any_word::<Category>(), 1..4),
        any::<bool>(),
    )
        .prop_map(|(name, categories, optional)| {
            let mut d = data(name, &[]);
            let variable = matches!(
                name,
                "dynamic.cookies" | "dynamic.miscdata" | "shop.note" | "dynamic" | "shop"
            );
            if variable {
                d.categories = categories.into_iter().collect();
                if d.categories.contains(Category::OtherCategory) {
                    d.other_category = text("something else");
                }
            }
            d.optional = optional;
            d
        })
}

fn any_statement() -> impl Strategy<Value = Statement> {
    let purposes = prop::collection::btree_map(
        any_word::<Purpose>(),
        (any_word::<Choice>(), Just(text("for this"))),
        1..4,
    );
    let recipients = prop::collection::btree_map(
        any_word::<Recipient>(),
        (any_word::<Choice>(), prop::collection::vec(any_line(), 0..3)),
        1..3,
    );
    let id = prop::sample::select(vec!["logs", "cookies", "a.b-c"]);
    let head = (id, any_line(), any_text(), any::<bool>());
    (head, prop::collection::vec(any_data(), 1..4), purposes, recipients, any_word::<Retention>())
        .prop_map(|((id, title, why, claim), mut data, purposes, recipients, retention)| {
            let mut seen = Vec::new();
            data.retain(|d: &DataUse| {
                !seen.contains(&d.name) && {
                    seen.push(d.name.clone());
                    true
                }
            });
            let mut s = statement(id, data, &[], &[], retention);
            s.title = title;
            s.why = why;
            s.non_identifiable = claim;
            s.purposes = purposes
                .into_iter()
                .map(|(p, (choice, words))| {
                    let choice = if p == Purpose::Current { Choice::Always } else { choice };
                    let description =
                        if p == Purpose::OtherPurpose { words } else { Text::default() };
                    (p, PurposeUse { choice, basis: None, description })
                })
                .collect();
            s.recipients = recipients
                .into_iter()
                .map(|(r, (choice, who))| {
                    let choice = if r == Recipient::Ours { Choice::Always } else { choice };
                    (r, RecipientUse { who, ..RecipientUse::of(choice) })
                })
                .collect::<BTreeMap<_, _>>();
            s
        })
}

fn any_dispute() -> impl Strategy<Value = Dispute> {
    let remedies = prop::collection::vec(any_word::<Redress>(), 0..3);
    (any_word::<Resolution>(), any_text(), any_text(), remedies).prop_map(
        |(resolution, title, description, remedies)| Dispute {
            resolution,
            service: "https://www.example.com/help".parse().unwrap(),
            verification: None,
            title,
            description,
            remedies: remedies.into_iter().collect(),
            image: None,
        },
    )
}

/// Any policy that passes the check and says only what P3P can say.
pub(crate) fn any_policy() -> impl Strategy<Value = Policy> {
    let disputes = prop::collection::vec(any_dispute(), 0..3);
    (prop::collection::vec(any_statement(), 0..4), disputes, any_word::<Access>(), any::<bool>())
        .prop_map(|(mut statements, disputes, access, test)| {
            for (i, s) in statements.iter_mut().enumerate() {
                s.id = format!("{}-{i}", s.id).parse().unwrap();
            }
            let mut shop = own("shop.note", &[]);
            shop.description = text("what people write to us");
            let mut p = policy(statements, vec![own("shop.cart", &[Category::Purchase]), shop]);
            p.choices = Some("https://www.example.com/choices?a=1&b=2".parse().unwrap());
            p.disputes = disputes;
            p.access = access;
            p.test = test;
            p
        })
}

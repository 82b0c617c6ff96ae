//! Any document, printed and read, is the same document; and another reader sees the same tree.

use abide_policy::vocab::{
    Access, Category, Choice, Purpose, Recipient, Redress, Resolution, Retention, Vocabulary,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;
use crate::ast::*;
use crate::read::read;

fn text() -> impl Strategy<Value = String> {
    "([a-zäß&<>\"'\\]]{1,6}( [a-z0-9]{1,4}){0,2})?"
}
fn full() -> impl Strategy<Value = String> {
    "[a-z#./&<>\"]{1,8}"
}
fn at() -> impl Strategy<Value = At<String>> {
    full().prop_map(At::new)
}
fn any_word<V: Vocabulary>() -> impl Strategy<Value = V> {
    prop::sample::select(V::ALL)
}
fn words() -> impl Strategy<Value = Words> {
    (text(), of("[a-z]{2}")).prop_map(|(text, lang)| Words { text, lang, span: Span::default() })
}
fn additions() -> impl Strategy<Value = Vec<Addition>> {
    let element = crate::xml::tests::any_element();
    let extension = (of(Just(true)), element).prop_map(|(optional, e)| Addition::Extension {
        optional,
        content: vec![Node::Element(e)],
        span: Span::default(),
    });
    let own = Just(Addition::Element(Element::new(Name::new(NAMESPACE_11, "JURISDICTION"))));
    vec(prop_oneof![extension, own], 0..2)
}
fn expiry() -> impl Strategy<Value = Option<At<Expiry>>> {
    of(prop_oneof![any::<u64>().prop_map(Expiry::MaxAge), full().prop_map(Expiry::Date)]
        .prop_map(At::new))
}
fn categories() -> impl Strategy<Value = Option<Vec<CategoryItem>>> {
    let item = (any_word::<Category>(), words()).prop_map(|(category, text)| {
        let text = if category == Category::OtherCategory { text } else { Words::default() };
        CategoryItem { category, text, span: Span::default() }
    });
    of(vec(item, 0..3))
}
fn data_group() -> impl Strategy<Value = DataGroup> {
    let value = of(at());
    let data = (at(), of(any::<bool>()), categories(), value, additions()).prop_map(
        |(reference, optional, categories, value, additions)| Data {
            reference,
            optional,
            categories,
            value,
            additions,
            span: Span::default(),
        },
    );
    (of(text()), vec(data, 0..3), additions()).prop_map(|(base, data, additions)| DataGroup {
        base,
        data,
        additions,
        span: Span::default(),
    })
}
fn purposes() -> impl Strategy<Value = Purposes> {
    let item = (any_word::<Purpose>(), of(any_word::<Choice>()), words(), additions()).prop_map(
        |(purpose, required, text, additions)| PurposeItem {
            purpose,
            required: required.filter(|_| purpose != Purpose::Current),
            text: if purpose == Purpose::OtherPurpose {
                text
            } else {
                Words { text: String::new(), ..text }
            },
            additions,
            span: Span::default(),
        },
    );
    (vec(item, 0..3), additions()).prop_map(|(list, additions)| Purposes {
        list,
        additions,
        span: Span::default(),
    })
}
fn recipients() -> impl Strategy<Value = Recipients> {
    let item = (any_word::<Recipient>(), of(any_word::<Choice>()), vec(words(), 0..2), additions())
        .prop_map(|(recipient, required, descriptions, additions)| RecipientItem {
            recipient,
            required: required.filter(|_| recipient != Recipient::Ours),
            descriptions,
            additions,
            span: Span::default(),
        });
    (vec(item, 0..3), additions()).prop_map(|(list, additions)| Recipients {
        list,
        additions,
        span: Span::default(),
    })
}
fn retention() -> impl Strategy<Value = RetentionElement> {
    (of(any_word::<Retention>()), additions()).prop_map(|(retention, additions)| RetentionElement {
        retention,
        additions,
        span: Span::default(),
    })
}
fn statement() -> impl Strategy<Value = Statement> {
    let head = (of(words()), any::<bool>(), of(purposes()), of(recipients()));
    (head, of(retention()), vec(data_group(), 0..2), additions()).prop_map(
        |((consequence, claim, purposes, recipients), retention, groups, additions)| Statement {
            consequence,
            non_identifiable: claim.then(Span::default),
            purposes,
            recipients,
            retention,
            groups,
            additions,
            span: Span::default(),
        },
    )
}
fn image() -> impl Strategy<Value = Image> {
    (at(), full(), of(any::<u32>()), of(any::<u32>())).prop_map(|(src, alt, width, height)| Image {
        src: Some(src),
        alt: Some(alt),
        width,
        height,
        span: Span::default(),
    })
}
fn dispute() -> impl Strategy<Value = Dispute> {
    let remedies = of(vec(any_word::<Redress>().prop_map(At::new), 0..3));
    let head = (of(any_word::<Resolution>().prop_map(At::new)), of(at()), of(text()), of(text()));
    (head, of(words()), of(image()), remedies, additions()).prop_map(
        |(
            (resolution, service, verification, short_description),
            long_description,
            image,
            remedies,
            additions,
        )| Dispute {
            resolution,
            service,
            verification,
            short_description,
            long_description,
            image,
            remedies,
            additions,
            span: Span::default(),
        },
    )
}
fn policy() -> impl Strategy<Value = Policy> {
    let head =
        (of(at()), of(at()), of(at()), of("[a-z]{2}"), any::<bool>(), expiry(), of(data_schema()));
    let entity = (vec(data_group(), 0..2), additions()).prop_map(|(groups, additions)| Entity {
        groups: groups.into_iter().take(1).collect(),
        additions,
        span: Span::default(),
    });
    let access = (of(any_word::<Access>()), additions())
        .prop_map(|(access, additions)| AccessElement { access, additions, span: Span::default() });
    let disputes = (vec(dispute(), 0..2), additions()).prop_map(|(disputes, additions)| {
        DisputesGroup { disputes, additions, span: Span::default() }
    });
    (head, of(entity), of(access), of(disputes), vec(statement(), 0..3), additions()).prop_map(
        |(
            (name, discuri, opturi, lang, test, expiry, schema),
            entity,
            access,
            disputes,
            statements,
            additions,
        )| Policy {
            name,
            discuri,
            opturi,
            lang,
            test,
            expiry,
            schema,
            entity,
            access,
            disputes,
            statements,
            additions,
            span: Span::default(),
        },
    )
}
fn policies() -> impl Strategy<Value = Policies> {
    (of("[a-z]{2}"), expiry(), of(data_schema()), vec(policy(), 0..2), additions()).prop_map(
        |(lang, expiry, schema, policies, additions)| Policies {
            lang,
            expiry,
            schema,
            policies,
            additions,
            span: Span::default(),
        },
    )
}
fn data_schema() -> impl Strategy<Value = DataSchema> {
    let kind = prop::sample::select(vec![DefinitionKind::Element, DefinitionKind::Structure]);
    let definition = (kind, at(), of(at()), of(text()), of(words()), categories(), additions())
        .prop_map(
            |(
                kind,
                name,
                structref,
                short_description,
                long_description,
                categories,
                additions,
            )| Definition {
                kind,
                name: Some(name),
                structref,
                short_description,
                long_description,
                categories,
                additions,
                span: Span::default(),
            },
        );
    (of("[a-z]{2}"), vec(definition, 0..3), additions()).prop_map(
        |(lang, definitions, additions)| DataSchema {
            lang,
            definitions,
            additions,
            span: Span::default(),
        },
    )
}
fn reference() -> impl Strategy<Value = Reference> {
    let cookie = || {
        (of(full()), of(full()), of(full()), of(full())).prop_map(|(name, value, domain, path)| {
            CookiePattern { name, value, domain, path, span: Span::default() }
        })
    };
    let policy_ref = (
        of(at()),
        vec(at(), 0..3),
        vec(at(), 0..3),
        vec(cookie(), 0..3),
        vec(cookie(), 0..3),
        vec(at(), 0..2),
        additions(),
    )
        .prop_map(
            |(about, include, exclude, cookie_include, cookie_exclude, methods, additions)| {
                PolicyRef {
                    about,
                    include,
                    exclude,
                    cookie_include,
                    cookie_exclude,
                    methods,
                    additions,
                    span: Span::default(),
                }
            },
        );
    let hint = (of(full()), of(full())).prop_map(|(scope, path)| Hint {
        scope,
        path,
        span: Span::default(),
    });
    let references = (expiry(), vec(policy_ref, 0..3), vec(hint, 0..2), additions()).prop_map(
        |(expiry, references, hints, additions)| PolicyReferences {
            expiry,
            references,
            hints,
            additions,
            span: Span::default(),
        },
    );
    (of("[a-z]{2}"), of(references), of(policies()), additions()).prop_map(
        |(lang, references, policies, additions)| Reference {
            lang,
            references,
            policies,
            additions,
            span: Span::default(),
        },
    )
}

fn document() -> impl Strategy<Value = Document> {
    prop_oneof![
        policies().prop_map(Document::Policies),
        policy().prop_map(Document::Policy),
        reference().prop_map(Document::Reference),
        data_schema().prop_map(Document::DataSchema),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn reading_is_the_inverse_of_printing(document in document()) {
        let text = print(&document);
        let reading = read(&text);
        prop_assert_eq!(reading.document.as_ref(), Some(&document), "{}", text);
        prop_assert_eq!(&print(reading.document.as_ref().unwrap()), &text, "stable on the second pass");
        let root = crate::xml::read(text.as_bytes()).root;
        prop_assert_eq!(crate::xml::tests::by_roxmltree(&text), root, "another reader sees the same tree");
    }
}

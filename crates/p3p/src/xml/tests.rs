use abide_policy::codes::Code;
use proptest::prelude::*;

use super::*;

fn codes(source: &[u8]) -> Vec<Code> {
    read(source).diagnostics.iter().map(|d| d.code).collect()
}

fn message(source: &str) -> String {
    read(source.as_bytes()).diagnostics.iter().map(|d| d.message()).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_tree_knows_its_places() {
    let source = "\u{feff}<?xml version='1.0' encoding='utf-8'?>\n<a xmlns='u' b=\"1 &amp; 2\"><c/>x&#x41;<![CDATA[<]]></a>";
    let outcome = read(source.as_bytes());
    assert_eq!(outcome.diagnostics, []);
    let root = outcome.root.unwrap();
    assert!(root.name.is("u", "a"));
    assert_eq!(root.attribute("b"), Some("1 & 2"));
    assert_eq!(&source[root.attributes[0].value_span.range()], "1 &amp; 2");
    assert_eq!(&source[root.attributes[0].span.range()], "b=\"1 &amp; 2\"");
    assert_eq!(&source[root.span.range()], source.split_once('\n').unwrap().1);
    let child = root.elements().next().unwrap();
    assert_eq!(&source[child.span.range()], "<c/>");
    assert_eq!(root.text(), "xA<");
    assert!(
        matches!(&root.children[1], Node::Text(_, at) if &source[at.range()] == "x&#x41;<![CDATA[<]]>")
    );
}

#[test]
fn mistakes_are_named_at_their_place() {
    for (source, words, place) in [
        ("<a>", "`a` is not closed", "<a>"),
        ("<a><b></a>", "`b` is not closed before `</a>`", "<b>"),
        ("<a></a></b>", "`</b>` closes nothing that is open", "</b>"),
        ("<b><a/></</b></b>", "`</</b>` closes nothing that is open", "</</b>"),
        ("<a x='1' x='2'/>", "the attribute `x` is there twice", "x='2'"),
        (
            "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>",
            "the attribute `q:x` is there twice",
            "q:x='2'",
        ),
        ("<a x=1/>", "the value of `x` is not in quotes", "x"),
        ("<a x/>", "the attribute `x` has no value", "x"),
        ("<a x='<'/>", "`<` in the value of `x`: write `&lt;`", "<"),
        ("<a x='1'y='2'/>", "a space is missing before an attribute", "y"),
        ("<a x='&'/>", "`&` alone: write `&amp;`", "&"),
        ("<a x='&#0;'/>", "`&#0;` is not a character", "&#0;"),
        ("<p:a/>", "the prefix `p` is not declared", "<p:a/>"),
        ("<a p:b=''/>", "the prefix `p` is not declared", "p:b=''"),
        ("<1/>", "`1` is not a name", "<1/>"),
        ("<a/><b/>", "a second root element", "<b/>"),
        ("<a/>x", "text outside of the root element", "x"),
        ("<a>]]></a>", "`]]>` in a text: write `]]&gt;`", "]]>"),
        ("<a>\u{1}</a>", "the character U+0001 cannot be in XML", "\u{1}"),
        ("<a>\0</a>", "the character U+0000 cannot be in XML", "\0"),
        ("", "there is no root element", ""),
    ] {
        let outcome = read(source.as_bytes());
        assert_eq!(outcome.diagnostics.len(), 1, "{source}: {:?}", outcome.diagnostics);
        let d = &outcome.diagnostics[0];
        assert_eq!((d.code, d.message().as_str()), (Code::XmlWellformed, words), "{source}");
        let place_of = source.rfind(place).unwrap();
        assert_eq!(d.span, place_of..place_of + place.len(), "{source}");
    }
}

#[test]
fn several_mistakes_are_named_in_one_run() {
    let outcome = read(b"<a x='1' x='2'><b></c><d>&nbsp;</d></a>");
    let found: Vec<Code> = outcome.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(found, [Code::XmlWellformed, Code::XmlWellformed, Code::XmlEntity]);
    assert_eq!(outcome.diagnostics[1].fix.as_deref(), Some("</b>"));
    assert!(outcome.root.is_some(), "what is readable is read");
}

#[test]
fn other_encodings_are_named_with_the_remedy() {
    assert_eq!(
        codes(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe4</a>"),
        [Code::FileEncoding]
    );
    let text = message("<?xml version='1.0' encoding='ISO-8859-1'?><a>a</a>");
    assert_eq!(
        text,
        "the encoding `ISO-8859-1` is not read: save the file as UTF-8 and declare UTF-8"
    );
    let outcome = read(b"<a>\xff</a>");
    assert_eq!(outcome.diagnostics[0].span, 3..4);
    assert_eq!(codes(b"\xff\xfe<\0a\0/\0>\0"), [Code::FileEncoding], "UTF-16");
    assert_eq!(message("<?xml version='1.1'?><a/>"), "XML 1.1 is not read: declare version 1.0");
    assert_eq!(
        message(" <?xml version='1.0'?><a/>"),
        "an XML declaration can stand only at the very start"
    );
}

#[test]
fn document_types_and_entities_are_refused() {
    let mut laughs = String::from("<?xml version='1.0'?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">");
    for i in 1..10 {
        laughs.push_str(&format!("<!ENTITY lol{i} \"{}\">", "&lol;".repeat(10)));
    }
    laughs.push_str("]><lolz>&lol9;</lolz>");
    for source in [
        laughs.as_str(),
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://example.com/x'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x '",
    ] {
        let outcome = read(source.as_bytes());
        assert_eq!(outcome.diagnostics[0].code, Code::XmlEntity, "{source}");
        assert!(outcome.root.is_none());
    }
    assert_eq!(codes(b"<a>&x;</a>"), [Code::XmlEntity]);
    assert_eq!(codes(b"<a b='&x;'/>"), [Code::XmlEntity]);
}

#[test]
fn limits_hold() {
    let deep = "<a>".repeat(100_000);
    assert_eq!(codes(deep.as_bytes()), [Code::XmlLimit]);
    let long = format!("<a b='{}'/>", "x".repeat(10 << 20));
    assert_eq!(codes(long.as_bytes()), [Code::FileSize]);
    let wide = format!("<a>{}</a>", "<b/>".repeat(MAX_ELEMENTS));
    assert_eq!(codes(wide.as_bytes()), [Code::XmlLimit]);
    let many: String = (0..100).map(|i| format!(" x{i}=''")).collect();
    assert_eq!(codes(format!("<a{many}/>").as_bytes()), [Code::XmlLimit]);
    let name = format!("<a xmlns='{}'/>", "x".repeat(MAX_NAMESPACE + 1));
    assert_eq!(codes(name.as_bytes()), [Code::XmlLimit]);
    let ok = format!("{}{}", "<a>".repeat(MAX_DEPTH), "</a>".repeat(MAX_DEPTH));
    assert_eq!(codes(ok.as_bytes()), []);
}

/// Each would take minutes if anything were quadratic.
#[test]
fn hostile_shapes_stay_linear() {
    let n = 1_000_000;
    for source in [
        format!("<a b='{}'/>", "&".repeat(n)),
        format!("<a>{}</a>", "&".repeat(n)),
        format!("<a>{}</a>", "]]>".repeat(n / 3)),
        format!("<a>{}", "</b>".repeat(n / 4)),
        format!("<a>{}</a>", "&#65;".repeat(n / 5)),
        format!("<a>{}</a>", "x<!---->".repeat(n / 8)),
        format!("<{}", "<".repeat(n)),
        "<!--".repeat(n / 4),
        "\0".repeat(n),
        "=".repeat(n),
        format!("<!DOCTYPE a [{}", "<!ENTITY x '".repeat(n / 12)),
        format!("<a {}/>", "x".repeat(n)),
    ] {
        let outcome = read(source.as_bytes());
        assert!(outcome.diagnostics.len() <= 2 * crate::problems::MAX_EACH);
    }
}

/// Names that are names, spelled so that prefixes and case matter.
fn any_name() -> impl Strategy<Value = Name> {
    let local = prop::sample::select(vec!["a", "B", "c-d", "e.f", "_g", "ü"]);
    let namespace = prop::sample::select(vec![
        None,
        Some("u:1"),
        Some("u:2 &\"<"),
        Some("http://www.w3.org/2002/01/P3Pv1"),
    ]);
    (local, namespace).prop_map(|(l, n)| Name { local: l.to_owned(), namespace: n.map(Arc::from) })
}

fn any_text() -> impl Strategy<Value = String> {
    "[ \t\n\ra-z&<>\"'\u{e4}\u{1f600}\\]]{0,12}"
}

/// Any tree as reading gives it: no two texts side by side, no empty text, no indentation.
pub(crate) fn any_element() -> impl Strategy<Value = Element> {
    let attributes = || prop::collection::vec((any_name(), any_text()), 0..4);
    let leaf = (any_name(), attributes()).prop_map(|(n, a)| build(n, a, Vec::new()));
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let child = prop_oneof![
            inner.prop_map(Node::Element),
            any_text().prop_map(|t| Node::Text(t, Span::default()))
        ];
        (any_name(), attributes(), prop::collection::vec(child, 0..4))
            .prop_map(|(n, a, c)| build(n, a, c))
    })
}

fn build(name: Name, attributes: Vec<(Name, String)>, children: Vec<Node>) -> Element {
    let mut element = Element::new(name);
    for (name, value) in attributes {
        if !element.attributes.iter().any(|a| a.name == name) {
            element.attributes.push(Attribute::new(name, value));
        }
    }
    for child in children {
        match (element.children.last_mut(), child) {
            (Some(Node::Text(before, _)), Node::Text(text, _)) => before.push_str(&text),
            (_, Node::Text(text, _)) if text.is_empty() => {}
            (_, child) => element.children.push(child),
        }
    }
    let blank = |n: &Node| matches!(n, Node::Text(t, _) if t.trim_matches([' ', '\t', '\n', '\r']).is_empty());
    let mixed = element.children.iter().any(|n| matches!(n, Node::Text(..)) && !blank(n));
    if !mixed && element.elements().next().is_some() {
        element.children.retain(|n| !blank(n));
    }
    element
}

/// The second opinion: what another reader makes of the same text, in our types.
pub(crate) fn by_roxmltree(text: &str) -> Option<Element> {
    let document = roxmltree::Document::parse(text).ok()?;
    Some(convert(document.root_element()))
}

fn convert(node: roxmltree::Node<'_, '_>) -> Element {
    let name = |local: &str, ns: Option<&str>| Name {
        local: local.to_owned(),
        namespace: ns.filter(|n| !n.is_empty()).map(Arc::from),
    };
    let tag = node.tag_name();
    let attributes =
        node.attributes().map(|a| (name(a.name(), a.namespace()), a.value().to_owned())).collect();
    let children = node
        .children()
        .filter_map(|c| match c.node_type() {
            roxmltree::NodeType::Element => Some(Node::Element(convert(c))),
            roxmltree::NodeType::Text => {
                Some(Node::Text(c.text().unwrap_or_default().to_owned(), Span::default()))
            }
            _ => None,
        })
        .collect();
    build(name(tag.name(), tag.namespace()), attributes, children)
}

/// A well-formed document with one piece put in somewhere.
fn any_nearly_right() -> impl Strategy<Value = String> {
    (any_element(), any_piece(), any::<prop::sample::Index>()).prop_map(|(element, piece, at)| {
        let text = print(&element);
        let mut text = text.split_once('\n').unwrap().1.to_owned();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, piece);
        text
    })
}

fn lenient_elsewhere(message: &str) -> bool {
    ["processing instruction", "declaration", "declare ", "`standalone`", "cannot be declared so"]
        .iter()
        .any(|m| message.contains(m))
}

/// Pieces from which nearly well-formed documents are made.
fn any_markup() -> impl Strategy<Value = String> {
    prop::collection::vec(any_piece(), 0..14).prop_map(|p| p.concat())
}

fn any_piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "<a>",
        "</a>",
        "<b ",
        "<b>",
        "</b>",
        "/>",
        ">",
        "x='1'",
        " x=\"&lt;\"",
        " ",
        "\n",
        "text",
        "&amp;",
        "&#65;",
        "&#x0;",
        "<c/>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "--",
        "<?pi ?>",
        "<?xml version='1.0'?>",
        "xmlns='u'",
        " xmlns:p='v'",
        "<p:d>",
        "</p:d>",
        " p:x=''",
        "é",
        "]]",
        "<",
        "&",
        ";",
        "'",
        "\"",
        "=",
        "\r\n",
        "\t",
        "xml:lang='de'",
        " xmlns:p=''",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn printing_and_reading_are_inverse(element in any_element()) {
        let text = print(&element);
        let outcome = read(text.as_bytes());
        prop_assert_eq!(outcome.diagnostics, vec![]);
        prop_assert_eq!(outcome.root.as_ref(), Some(&element));
        prop_assert_eq!(by_roxmltree(&text), Some(element), "{}", text);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn another_reader_agrees(text in prop_oneof![any_markup(), any_nearly_right()]) {
        let outcome = read(text.as_bytes());
        // The other reader does not look closely at declarations and processing instructions.
        if outcome.diagnostics.iter().any(|d| lenient_elsewhere(&d.message())) {
            return Ok(());
        }
        let ours = outcome.root.filter(|_| outcome.diagnostics.is_empty());
        prop_assert_eq!(ours, by_roxmltree(&text), "{} {:?}", text, outcome.diagnostics);
    }
}

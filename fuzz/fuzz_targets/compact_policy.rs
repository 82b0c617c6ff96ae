//! Compact policies and headers: whatever the text, it is parsed, judged by every user agent, linted and explained.
#![no_main]
use abide_agents::{AGENTS, Verdict};
use abide_p3p::compact::{CompactPolicy, Header, Strictness, header_value, lint_header, tokens};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let header = Header::pasted(&text);
    assert!(text.get(header.span()).is_some());
    let policy = header.policy();
    let printed = policy.to_string();
    assert_eq!(CompactPolicy::parse(&printed).to_string(), printed, "printing is stable");
    for d in lint_header(&text, Strictness::Strict) {
        assert!(text.get(d.span.clone()).is_some(), "{d:?}");
        let _ = d.help();
    }
    assert!(tokens(&text).all(|t| text.get(t.span.clone()) == Some(t.text)));
    for agent in AGENTS {
        let _ = Verdict::new(*agent, policy).report(&text);
    }
    let value = header_value(header.policyref, Some(&policy)).unwrap_or_default();
    assert!(value.bytes().all(|b| (0x20..0x7f).contains(&b)), "{value:?}");
});

//! Forms that are not filled in well: what is wrong is said above, at the field, and first of all in the title of the window.

use crate::desk::{Desk, WAITS_FOR_APPROVAL, today};

/// Sends the form that opens a request, in English, with these fields instead of good ones.
async fn sent(desk: &Desk, fields: &[(&str, &str)]) -> (u16, String) {
    let day = today();
    let mut all = vec![("lang", "en"), ("action", "open")];
    let good = [("kind", "access"), ("country", "DE"), ("language", "de"), ("received", &day)];
    all.extend(good.iter().filter(|(name, _)| !fields.iter().any(|(n, _)| n == name)));
    all.extend(fields);
    let answer = desk.editing.form("/requests", &all).await;
    (answer.status, answer.text())
}

/// What an element has after this start of it.
fn tag<'a>(page: &'a str, start: &str) -> &'a str {
    assert!(page.contains(start), "{start}: {page}");
    page.split_once(start).unwrap().1.split_once('>').unwrap().0
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let desk = Desk::new().await;
    let says = [
        ("email", "no mail", "<input id=\"fact-email\"", "This is no e-mail address."),
        ("phone", "call me", "<input id=\"fact-phone\"", "This telephone number cannot be read."),
        ("kind", "", "<select id=\"kind\"", "Say what is asked for."),
        ("country", "XX", "<select id=\"country\"", "Choose the country"),
        ("received", "2999-01-01", "<input id=\"received\"", "The day of receipt must lie"),
    ];
    for (field, value, start, says) in says {
        let mut fields = vec![(field, value)];
        if field != "email" {
            fields.push(("email", "bea@example.org"));
        }
        let (status, page) = sent(&desk, &fields).await;
        assert_eq!(status, 422, "{field}: {page}");
        assert!(page.contains("<title>Error: Requests · "), "{field}: {page}");
        assert!(page.contains("<section class=\"report\" role=\"alert\""), "{field}: {page}");
        let element = tag(&page, start);
        assert!(element.contains("aria-invalid=\"true\""), "{field}: {element}");
        let by = format!("aria-describedby=\"wrong-{field}");
        assert!(element.contains(&by), "{field}: {element}");
        let (_, said) = page.split_once(&format!("id=\"wrong-{field}\">")).unwrap();
        assert!(said.starts_with(says), "{field}: {}", said.split('<').next().unwrap());
        assert_eq!(page.matches("aria-invalid").count(), 1, "no other field: {page}");
        assert_eq!(page.matches(says).count(), 2, "above, and at the field: {page}");
    }
}

#[tokio::test]
async fn what_is_wrong_together_is_said_at_the_group() {
    let desk = Desk::new().await;
    let (status, page) = sent(&desk, &[("name", "Bea Probe")]).await;
    assert_eq!(status, 422, "{page}");
    let (_, said) = page.split_once("id=\"wrong-facts\">").unwrap();
    assert!(said.starts_with("This does not single a person out."), "{page}");
    assert!(tag(&page, "<fieldset ").contains("wrong-facts who-help-new"));
    assert_eq!(page.matches("aria-invalid").count(), 6, "each fact: {page}");

    let kind = ("kind", "rectification");
    let wrong = [kind, ("email", "bea@example.org"), ("set-column", ""), ("set-value", "")];
    let lines = [("set-column", "contacts.email"), ("set-value", "no mail")];
    let (status, page) = sent(&desk, &[&wrong[..], &lines[..]].concat()).await;
    assert_eq!(status, 422, "{page}");
    assert!(!tag(&page, "<input id=\"set-value-1\"").contains("aria-invalid"), "{page}");
    let second = tag(&page, "<input id=\"set-value-2\"");
    assert!(second.contains("aria-invalid=\"true\" aria-describedby=\"wrong-set-2\""), "{second}");
    assert!(page.contains("id=\"wrong-set-2\">People are known by “contacts.email”."), "{page}");
    let (_, page) = sent(&desk, &wrong).await;
    assert!(tag(&page, "<input id=\"set-value-1\"").contains("wrong-set-1"), "{page}");
}

#[tokio::test]
async fn a_page_without_an_error_says_none() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for page in [&page, &desk.page("/requests?lang=en").await] {
        for part in ["Error: ", "role=\"alert\"", "aria-invalid", "class=\"wrong\""] {
            assert!(!page.contains(part), "{part}: {page}");
        }
    }
    let (status, wrong) = desk.act(&path, &page, &[("action", "approve"), ("count", "1000")]).await;
    assert_eq!(status, 422, "{wrong}");
    assert!(wrong.contains("<title>Error: Erasure · ") && wrong.contains("role=\"alert\""));
}

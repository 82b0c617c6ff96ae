//! Plans that erase nothing, as the browser shows them: a correction, a copy, a choice.

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden_count};

/// Opens a correction of a contact's fields; the answer's status, where it leads, and its text.
async fn correction(desk: &Desk, set: &[(&str, &str)]) -> (u16, String, String) {
    let day = abide_server::clock::day(abide_server::clock::now()).to_string();
    let mut fields = vec![
        ("lang", "en"),
        ("action", "open"),
        ("kind", "rectification"),
        ("email", "bea@example.org"),
        ("country", "DE"),
        ("language", "de"),
        ("received", day.as_str()),
    ];
    for (column, value) in set {
        fields.extend([("set-column", *column), ("set-value", *value)]);
    }
    let answer = desk.editing.form("/requests", &fields).await;
    let path = answer.get("location").unwrap_or_default().to_owned();
    (answer.status, path, answer.text())
}

#[tokio::test]
async fn a_correction_shows_what_stood_there_beside_what_shall() {
    let desk = Desk::new().await;
    for (column, value, says) in [
        ("contacts.email", "no mail", "People are known by “contacts.email”. This is no e-mail"),
        ("contacts.phone", "call me", "People are known by “contacts.phone”. This telephone"),
        ("contacts.name", "", "“contacts.name” must not be empty"),
        ("contacts.none", "x", "“contacts.none” is no field of the person’s own rows"),
        ("calls.number", "x", "“calls.number” is no field of the person’s own rows"),
    ] {
        let (status, _, text) = correction(&desk, &[(column, value)]).await;
        assert_eq!(status, 422, "{column}: {text}");
        assert!(text.contains(says), "{column}: {text}");
    }
    let (status, _, text) = correction(&desk, &[]).await;
    assert!(status == 422 && text.contains("which field"), "{text}");

    let new = "bea.neu@example.org";
    let (status, path, text) =
        correction(&desk, &[("contacts.email", new), ("contacts.phone", "<i>030 / 23125 777")])
            .await;
    assert_eq!(status, 422, "no number: {text}");
    assert!(path.is_empty());
    let (status, path, text) = correction(&desk, &[("contacts.email", new)]).await;
    assert_eq!(status, 303, "{text}");
    assert!(!path.contains("bea"), "addresses hold ids only");
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for part in [
        "<th scope=\"row\">store.contacts.email</th>",
        "<bdi>bea@example.org</bdi>",
        "<bdi>bea.neu@example.org</bdi>",
        "the person says that it is wrong",
        "Plan made: 1 to put right",
        "Put right",
        "Put 1 row right",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for part in ["stay without their person", "Erased", "Only seen", "‹"] {
        assert!(!page.contains(part), "{part}: {page}");
    }
    let id = path.split('?').next().unwrap();
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(!page.contains('‹') && page.contains("<bdi>bea@example.org</bdi>"), "{page}");
    }
    let count = hidden_count(&page);
    let (status, text) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303, "{text}");
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(
        !done.contains("bea@example.org") && !done.contains(new),
        "values are forgotten: {done}"
    );
    assert!(done.contains("store.contacts.email") && done.contains("forgotten"), "{done}");
    let right = "SELECT count(*) FROM contacts WHERE email = 'bea.neu@example.org'";
    assert_eq!(desk.sql(right).await, [1]);
    // Asked for again, it is so already.
    let again = [("contacts.phone", "+493023125102")];
    let day = abide_server::clock::day(abide_server::clock::now()).to_string();
    let mut fields =
        vec![("lang", "en"), ("action", "open"), ("kind", "rectification"), ("email", new)];
    fields.extend([("country", "DE"), ("language", "de"), ("received", day.as_str())]);
    fields.extend([("set-column", again[0].0), ("set-value", again[0].1)]);
    let opened = desk.editing.form("/requests", &fields).await;
    let path = opened.get("location").unwrap().to_owned();
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("1 is as the person wishes already"), "{page}");
    assert!(page.contains("Close: there is nothing to put right"), "{page}");
}

#[tokio::test]
async fn the_plan_of_a_copy_speaks_of_copying() {
    let desk = Desk::new().await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // Her row, and two calls.
    for part in [
        "<div><dt>Copied</dt><dd>3</dd></div>",
        "<div><dt>Recordings</dt><dd>0</dd></div>",
        "Plan made: 3 records to copy, 0 recordings",
        "One ZIP file is written",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for part in ["Erased", "Only seen", "to erase", "Nothing is changed in this store", "‹"] {
        assert!(!page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn the_plan_of_a_choice_keeps_its_purposes() {
    let desk = Desk::new().await;
    let day = abide_server::clock::day(abide_server::clock::now()).to_string();
    let mut fields = vec![("lang", "en"), ("action", "open"), ("kind", "objection")];
    fields.extend([("email", "bea@example.org"), ("country", "DE"), ("language", "de")]);
    fields.extend([("received", day.as_str()), ("purpose", "telemarketing")]);
    let opened = desk.editing.form("/requests", &fields).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    let path = opened.get("location").unwrap().to_owned();
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let line = |page: &str| {
        let start = page.split_once("From now on, uses for these purposes are refused").unwrap().1;
        start.split('<').next().unwrap().to_owned()
    };
    let planned = line(&page);
    assert!(!planned.contains("all that the right covers"), "{planned}");
    let (status, text) = desk.act(&path, &page, &[("action", "approve")]).await;
    assert_eq!(status, 303, "{text}");
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert_eq!(line(&done), planned, "what was approved is still said");
}

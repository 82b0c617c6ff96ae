//! Finding a request in the queue, seeing what was stated, and that the same was asked for twice.

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden, hidden_count, run_in};

impl Desk {
    async fn find(&self, typed: &str) -> String {
        let fields = [("lang", "en"), ("action", "search"), ("find", typed)];
        let answer = self.editing.form("/requests", &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let page = answer.text();
        assert!(!page.contains('‹') && !page.contains("<script"), "{page}");
        page
    }

    /// The ids of the lines of a page of the queue.
    fn ids(page: &str) -> Vec<String> {
        let lines = page.split("role=\"rowheader\"><a href=\"/requests/").skip(1);
        lines.map(|l| l.split('?').next().unwrap().to_owned()).collect()
    }
}

fn id(path: &str) -> String {
    path.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_request_is_found_by_what_was_stated_open_or_closed() {
    let desk = Desk::new().await;
    let anna = desk.open("access", ("email", "anna.muster@example.org")).await;
    let bea = desk.open("erasure", ("email", "bea@example.org")).await;
    let pair = desk.open("access", ("phone", "030 23125-104")).await;
    let page = desk.until(&bea, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    desk.until(&anna, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    desk.until(&pair, |p| p.contains("Who is meant?")).await;
    let (anna_id, bea_id, pair_id) = (id(&anna), id(&bea), id(&pair));
    for (typed, expected) in [
        ("anna.muster", vec![&anna_id]),
        ("ANNA.MUSTER@example.org", vec![&anna_id]),
        ("+49 30 23125104", vec![&pair_id]),
        ("your approval", vec![&anna_id, &bea_id]),
        ("Erasure", vec![&bea_id]),
        (anna_id.as_str(), vec![&anna_id]),
        ("nobody@example.org", vec![]),
        ("<b>", vec![]),
    ] {
        let found = desk.find(typed).await;
        let mut ids = Desk::ids(&found);
        let mut expected: Vec<String> = expected.into_iter().cloned().collect();
        ids.sort();
        expected.sort();
        assert_eq!(ids, expected, "{typed}");
        assert!(!found.contains("anna.muster@"), "what is shown stays shortened: {typed}");
        assert!(!found.contains("value=\"<b>\""), "{found}");
    }
    // Once it is closed only the whole fact finds it.
    let count = hidden_count(&page);
    let (status, text) = desk.act(&bea, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303, "{text}");
    desk.until(&bea, |p| p.contains("Done and verified")).await;
    for (typed, found) in [("Bea@Example.org", true), ("bea@", false), (bea_id.as_str(), true)] {
        assert_eq!(Desk::ids(&desk.find(typed).await).contains(&bea_id), found, "{typed}");
    }
    let none = desk
        .editing
        .form("/requests", &[("lang", "en"), ("action", "search"), ("find", " ")])
        .await;
    assert_eq!((none.status, none.get("location")), (303, Some("/requests?lang=en")));
    for lang in ["de", "fr", "es", "sk"] {
        let fields = [("lang", lang), ("action", "search"), ("find", "anna.muster")];
        let page = desk.editing.form("/requests", &fields).await.text();
        assert!(!page.contains('‹') && Desk::ids(&page) == [anna_id.clone()], "{lang}: {page}");
    }
}

#[tokio::test]
async fn what_was_stated_is_behind_a_click_until_it_is_forgotten() {
    let desk = Desk::new().await;
    let path = desk.open("access", ("email", "anna.mustre@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let (before, behind) = page.split_once("What was stated</summary>").unwrap();
    let (above, form) = before.split_once("noted wrongly</summary>").unwrap();
    let (form, below) = form.split_once("</details>").unwrap();
    assert!(form.contains("anna.mustre"), "it is put right there, folded too");
    assert!(![above, below].iter().any(|part| part.contains("anna.mustre")), "{before}");
    let shown = behind.split("</details>").next().unwrap();
    assert!(shown.contains("E-mail address") && shown.contains("anna.mustre@example.org"));
    assert_eq!(page.matches("anna.mustre").count(), 2, "nowhere else");
    let (status, _) = desk.act(&path, &page, &[("action", "take-back")]).await;
    assert_eq!(status, 303);
    let closed = desk.page(&path).await;
    assert!(!closed.contains("anna.mustre") && !closed.contains("What was stated"), "{closed}");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_opens_one_request() {
    let desk = Desk::new().await;
    let token = hidden(&desk.page("/requests?lang=en").await, "token");
    let today = abide_server::clock::day(abide_server::clock::now()).to_string();
    let open = async |email: &str| {
        let fields = [
            ("lang", "en"),
            ("action", "open"),
            ("token", token.as_str()),
            ("kind", "erasure"),
            ("email", email),
            ("country", "DE"),
            ("language", "de"),
            ("received", &today),
        ];
        let opened = desk.editing.form("/requests", &fields).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        id(opened.get("location").unwrap())
    };
    let (first, second) = tokio::join!(open("bea@example.org"), open("bea@example.org"));
    assert_eq!((&first, &second), (&token, &token));
    assert_eq!(open("bea@example.org").await, token);
    // Who goes back and changes the form opens another one.
    let other = open("anna.muster@example.org").await;
    assert_ne!(other, token);
    let queue = desk.page("/requests?lang=en").await;
    assert_eq!(Desk::ids(&queue).len(), 2, "{queue}");
    assert_ne!(hidden(&queue, "token"), token);
}

#[tokio::test]
async fn that_the_same_is_asked_for_already_is_told_with_a_link() {
    let desk = Desk::new().await;
    let first = desk.open("erasure", ("email", "bea@example.org")).await;
    let again = desk.open("erasure", ("email", "Bea@Example.org")).await;
    let other = desk.open("access", ("email", "bea@example.org")).await;
    let anna = desk.open("erasure", ("email", "anna.muster@example.org")).await;
    let page = desk.until(&again, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("The same is asked for already"), "{page}");
    for path in [&first, &other] {
        assert!(page.contains(&format!("<a href=\"/requests/{}?lang=en\">", id(path))), "{page}");
    }
    let copy = desk.until(&other, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(
        copy.contains("stands in other open requests") && !copy.contains("is asked for already")
    );
    let alone = desk.until(&anna, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(!alone.contains("beside-title"), "{alone}");
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("/requests/{}?lang={lang}", id(&again))).await;
        assert!(!page.contains('‹') && page.contains("beside-title"), "{lang}: {page}");
    }
    let (status, _) = desk.act(&again, &page, &[("action", "take-back")]).await;
    assert_eq!(status, 303);
    let left = desk.page(&first).await;
    assert!(!left.contains("is asked for already") && left.contains("beside-title"), "{left}");
}

/// A deadline under a law that is not known here says so; in no language it cites in another.
#[tokio::test]
async fn the_law_of_a_deadline_is_said_in_the_readers_language() {
    let desk = Desk::new().await;
    let today = abide_server::clock::day(abide_server::clock::now()).to_string();
    for (country, unknown) in [("DE", false), ("US", true)] {
        let fields = [
            ("lang", "en"),
            ("action", "open"),
            ("kind", "access"),
            ("email", "bea@example.org"),
            ("country", country),
            ("language", "de"),
            ("received", &today),
        ];
        let opened = desk.editing.form("/requests", &fields).await;
        let path = opened.get("location").unwrap().to_owned();
        let page = desk.page(&path).await;
        assert_eq!(page.contains("does not know the law of this country"), unknown, "{page}");
        let page = desk.page(&path.replace("lang=en", "lang=de")).await;
        assert!(page.contains("Art. 12 Abs. 3 DSGVO: ein Monat ab Eingang"), "{page}");
        assert!(!page.contains("one month from receipt"), "{page}");
        assert_eq!(page.contains("kennt Abide nicht"), unknown, "{page}");
    }
}

/// What somebody typed cannot turn the page around it, nor fill it.
#[tokio::test]
async fn what_was_typed_stays_in_its_place() {
    let desk = Desk::new().await;
    let today = abide_server::clock::day(abide_server::clock::now()).to_string();
    let (long, turned) = ("x".repeat(300), "\u{202e}Bea Probe");
    let fields = [
        ("lang", "en"),
        ("action", "open"),
        ("kind", "rectification"),
        ("email", "bea@example.org"),
        ("name", turned),
        ("country", "DE"),
        ("language", "de"),
        ("received", today.as_str()),
        ("set-column", "contacts.name"),
        ("set-value", long.as_str()),
    ];
    let opened = desk.editing.form("/requests", &fields).await;
    let path = opened.get("location").unwrap_or_else(|| panic!("{}", opened.text())).to_owned();
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains("<bdi>b…@example.org; B… P…</bdi>"), "{queue}");
    assert!(!queue.contains('\u{202e}'), "{queue}");
    assert!(page.contains(&format!("<dd><bdi>{turned}</bdi></dd>")), "as typed, by itself: {page}");
    assert!(page.contains("(300 characters)</span></summary>"), "{page}");
    assert_eq!(page.matches(&"x".repeat(300)).count(), 1, "it is whole, once: {page}");
    let (status, said) = desk
        .act(
            &path,
            &page,
            &[("action", "refuse"), ("reason", "excessive"), ("text", "\u{202e}Nein.")],
        )
        .await;
    assert_eq!(status, 303, "{said}");
    let letter = desk.page(&format!("{}/letter", path.split('?').next().unwrap())).await;
    assert!(letter.contains("<p>Nein.</p>") && !letter.contains('\u{202e}'), "{letter}");
}

/// A page of the queue says how many requests there are and where it stands among them, in whatever order.
#[tokio::test]
async fn a_page_of_the_queue_says_where_it_stands() {
    let desk = Desk::new().await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let lone = desk.page("/requests?lang=en").await;
    assert!(lone.contains("<p class=\"quiet\">1–1 of 1</p>"), "{lone}");
    assert!(!lone.contains("rel=\"next\"") && !lone.contains("First page"), "{lone}");
    let records = desk.editing.site.file(".abide/records.db");
    let columns = run_in(&records, "SELECT count(*) FROM pragma_table_info('request')").await[0];
    assert!(columns > 20, "the table is copied whole: {columns}");
    // 59 more that wait for approval like the first one, each due a day later than the one before, and the oldest received last.
    let more = "
        CREATE TEMP TABLE one AS SELECT * FROM request;
        CREATE TEMP TABLE n AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 59) SELECT n FROM n;
        UPDATE one SET plan_count = 0, event_count = 0;
        CREATE TEMP TABLE many AS SELECT n.n, one.* FROM one, n;
        UPDATE many SET id = printf('r-%03d', n), due = date(due, '+' || n || ' days'), received = date(received, '-' || n || ' days');
        ALTER TABLE many DROP COLUMN n;
        INSERT INTO request SELECT * FROM many;
    ";
    run_in(&records, more).await;
    for sort in ["", "&sort=received", "&sort=kind"] {
        let mut path = format!("/requests?lang=en{sort}");
        let mut seen = Vec::new();
        for said in ["1–25 of 60", "26–50 of 60", "51–60 of 60"] {
            let page = desk.page(&path).await;
            assert!(page.contains(&format!("<p class=\"quiet\">{said}</p>")), "{said}: {page}");
            assert_eq!(page.contains("First page"), !said.starts_with("1–"), "{said}");
            seen.extend(Desk::ids(&page));
            let next = page.split_once("\" rel=\"next\"").map(|(before, _)| before);
            match next.and_then(|before| before.rsplit("href=\"").next()) {
                Some(address) => path = address.replace("&#38;", "&").replace("&amp;", "&"),
                None => assert_eq!(said, "51–60 of 60"),
            }
        }
        assert_eq!(seen.len(), 60);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 60, "each once{sort}: {seen:?}");
    }
    // Of more than are counted it is said that there are more, and pages go on beyond.
    let many = "
        CREATE TEMP TABLE one AS SELECT * FROM request WHERE id = 'r-001';
        CREATE TEMP TABLE n AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000) SELECT n FROM n;
        CREATE TEMP TABLE many AS SELECT n.n, one.* FROM one, n;
        UPDATE many SET id = printf('z-%04d', n), due = '2099-01-01';
        ALTER TABLE many DROP COLUMN n;
        INSERT INTO request SELECT * FROM many;
    ";
    run_in(&records, many).await;
    for (after, says, first, last) in [
        ("", "1–25 of more than 2,000", None, "r-024"),
        ("&after=2099-01-01_z-1930", "1,991–2,015 of more than 2,000", Some("z-1931"), "z-1955"),
        ("&after=2099-01-01_z-1950", "25 of more than 2,000", Some("z-1951"), "z-1975"),
        ("&after=2099-01-01_z-1990", "10 of more than 2,000", Some("z-1991"), "z-2000"),
    ] {
        let page = desk.page(&format!("/requests?lang=en{after}")).await;
        assert!(page.contains(&format!("<p class=\"quiet\">{says}</p>")), "{says}: {page}");
        let ids = Desk::ids(&page);
        assert!(first.is_none_or(|first| ids[0] == first), "{after}: {ids:?}");
        assert_eq!(ids.last().map(String::as_str), Some(last), "{after}: {ids:?}");
    }
    let none = desk.page("/requests?lang=en&kind=rectification").await;
    assert!(!none.contains(" of 0") && none.contains("Show"), "{none}");
}

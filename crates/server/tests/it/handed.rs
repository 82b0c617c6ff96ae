//! The end of a request at the pages: a copy that is looked at and handed out, facts that were noted wrongly, ticks taken back,
//! and who did it.

use std::path::Path;

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden, hidden_count, run_in, today};

/// What a page says while a copy lies ready.
const READY: &str = "The copy lies ready: look at it";
const LANGS: [&str; 4] = ["de", "fr", "es", "sk"];

impl Desk {
    /// A request whose copy lies ready: its address and its page.
    async fn ready(&self, kind: &str, email: &str) -> (String, String) {
        let path = self.open(kind, ("email", email)).await;
        let page = self.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
        assert_eq!(self.act(&path, &page, &[("action", "approve")]).await.0, 303);
        let page = self.until(&path, |p| p.contains(READY)).await;
        (path, page)
    }

    async fn whole_in_every_language(&self, path: &str) {
        let id = path.split('?').next().unwrap();
        for lang in LANGS {
            let page = self.page(&format!("{id}?lang={lang}")).await;
            assert!(!page.contains('‹'), "{lang}: {page}");
        }
    }

    fn lies_there(&self, path: &str) -> bool {
        let id = path.split('?').next().unwrap().rsplit('/').next().unwrap();
        let copies = self.editing.site.file(".abide/exports");
        Path::new(&copies).join(format!("{id}.zip")).is_file()
    }
}

#[tokio::test]
async fn a_copy_is_looked_at_and_handed_out_before_its_request_is_closed() {
    let desk = Desk::new().await;
    let (path, page) = desk.ready("access", "bea@example.org").await;
    for part in
        ["The copy lies ready", "cannot be undone", "/archive\" download", "/letter?lang=en"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains("days left") && page.contains("bea@example.org"), "nothing is forgotten");
    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains(">the handing out</td>") && queue.contains("days left"), "{queue}");
    desk.whole_in_every_language(&path).await;
    let wrong = [
        (vec![("day", "2017-01-01"), ("way", "post")], "handed out on this day"),
        (vec![("day", "2199-01-01"), ("way", "post")], "handed out on this day"),
        (vec![("day", ""), ("way", "post")], "handed out on this day"),
        (vec![("day", today().as_str()), ("way", "pigeon")], "by which way"),
    ]
    .map(|(fields, says)| {
        let owned = |(n, v): (&str, &str)| (n.to_owned(), v.to_owned());
        (fields.into_iter().map(owned).collect::<Vec<_>>(), says)
    });
    for (fields, says) in &wrong {
        let mut all = vec![("action", "handed-out")];
        all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let (status, text) = desk.act(&path, &page, &all).await;
        assert!(status == 422 && text.contains(says), "{status} {says}: {text}");
    }
    let day = today();
    let fields = [("action", "handed-out"), ("day", day.as_str()), ("way", "in-person")];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
    let done = desk.page(&path).await;
    for part in ["The copy was handed out on", ", in person", "Done and verified", "in time"] {
        assert!(done.contains(part), "{part}: {done}");
    }
    assert!(!done.contains("bea@") && !done.contains(READY) && desk.lies_there(&path), "{done}");
    desk.whole_in_every_language(&path).await;
    let (status, _) = desk.act(&path, &page, &fields).await;
    assert_eq!(status, 409, "once");
}

#[tokio::test]
async fn a_copy_is_thrown_away_and_made_again() {
    let desk = Desk::new().await;
    let (path, page) = desk.ready("portability", "bea@example.org").await;
    assert_eq!(desk.act(&path, &page, &[("action", "copy-again")]).await.0, 303);
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("to be made again") && !desk.lies_there(&path), "{page}");
    assert_eq!(desk.act(&path, &page, &[("action", "approve")]).await.0, 303);
    desk.until(&path, |p| p.contains(READY)).await;
    assert!(desk.lies_there(&path));
}

#[tokio::test]
async fn what_was_noted_wrongly_is_put_right_on_the_page() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "anna.mustre@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("value=\"anna.mustre@example.org\""), "what was stated is in the form");
    let nonsense = [("action", "correct"), ("email", "nonsense")];
    let (status, text) = desk.act(&path, &page, &nonsense).await;
    assert!(status == 422 && text.contains("value=\"nonsense\""), "what was typed stays: {text}");
    let right = [("action", "correct"), ("email", "bea@example.org"), ("phone", "")];
    assert_eq!(desk.act(&path, &page, &right).await.0, 303);
    let page = desk.until(&path, |p| p.contains("for=\"count\"")).await;
    assert!(page.contains("put right: E-mail address") && !page.contains("mustre"), "{page}");
    desk.whole_in_every_language(&path).await;
    let count = hidden_count(&page);
    let approve = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&path, &page, &approve).await.0, 303);
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(!done.contains("value=\"correct\""), "it is too late: {done}");
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 2").await, [0]);
}

/// A field for days drops what is no day as browsers write one: the date of birth would be gone when the form is sent again.
#[tokio::test]
async fn a_date_of_birth_is_not_lost_by_its_spelling() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "anna.mustre@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let line = |page: &str, start: &str| {
        page.lines()
            .find(|line| line.contains("\"correct-") && line.contains(start))
            .unwrap()
            .to_owned()
    };
    let german = [("action", "correct"), ("email", "bea@example.org"), ("born", "31.05.1980")];
    let (status, text) = desk.act(&path, &page, &german).await;
    assert_eq!(status, 422, "{text}");
    assert!(text.contains("Write year, month and day: 1980-05-31."), "{text}");
    let typed = line(&text, "name=\"born\" value=\"31.05.1980\"");
    assert!(typed.contains("type=\"text\""), "a browser shows it: {typed}");
    // As it can be stated on the command line.
    let stated = "UPDATE request SET subject = replace(subject, 'email=anna.mustre@example.org', \
        'email = anna.mustre@example.org \",\"born= 1980-05-31 00:00')";
    run_in(&desk.editing.site.file(".abide/records.db"), stated).await;
    let page = desk.page(&path).await;
    line(&page, "name=\"email\" value=\"anna.mustre@example.org\"");
    let typed = line(&page, "name=\"born\" value=\"1980-05-31\"");
    assert!(typed.contains("type=\"date\""), "{typed}");
    let right = [("action", "correct"), ("email", "bea@example.org"), ("born", "1980-05-31")];
    assert_eq!(desk.act(&path, &page, &right).await.0, 303);
    let page = desk.until(&path, |p| p.contains("put right: ")).await;
    let said = page.split_once("put right: ").unwrap().1;
    assert!(said.starts_with("E-mail address<"), "it is the same day: {}", &said[..60]);
}

#[tokio::test]
async fn whoever_works_here_says_once_who_they_are() {
    let mut desk = Desk::new().await;
    let (path, page) = desk.ready("access", "bea@example.org").await;
    assert!(
        page.contains("No name is set for this session") && page.contains("here in the browser")
    );
    // Beside the button that approves it is said what the history will lack, with the way to the form.
    let unnamed = "the history will only say “here in the browser”.";
    let to_name = "href=\"#who-name\"";
    let other = desk.open("erasure", ("email", "bea@example.org")).await;
    let plan = desk.until(&other, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let (_, form) = plan.split_once("<form class=\"approve").unwrap();
    let (form, _) = form.split_once("</form>").unwrap();
    assert!(form.contains(unnamed) && form.contains(to_name), "{form}");
    assert!(plan.contains("id=\"who-name\""), "{plan}");
    desk.whole_in_every_language(&other).await;
    let session = desk.editing.cookie.clone();
    let id = path.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let name = [("lang", "en"), ("action", "name"), ("name", " Eva <Nováková> "), ("back", &id)];
    let said = desk.editing.form("/requests", &name).await;
    assert_eq!((said.status, said.get("location")), (303, Some(path.as_str())));
    assert!(said.get("p3p").is_some(), "an answer that sets a cookie says by which policy");
    let cookie = said.get("set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly; SameSite=Strict") && !cookie.contains("Eva"), "{cookie}");
    desk.editing.cookie = format!("{session}; {}", cookie.split(';').next().unwrap());
    let page = desk.page(&path).await;
    assert!(page.contains("You act as Eva &#60;Nováková&#62;."), "{page}");
    let plan = desk.page(&other).await;
    assert!(plan.contains("value=\"approve\"") && !plan.contains(unnamed), "{plan}");
    assert!(!plan.contains(to_name), "{plan}");
    assert!(desk.page("/requests?lang=de").await.contains("Sie handeln als Eva"));
    desk.whole_in_every_language(&path).await;
    let day = today();
    let fields = [("action", "handed-out"), ("day", day.as_str()), ("way", "post")];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
    let done = desk.page(&path).await;
    assert_eq!(done.matches("· Eva &#60;Nováková&#62;</span>").count(), 3, "{done}");
    assert!(done.contains("· here in the browser</span>"), "who approved it had not said: {done}");
    // Another one with this name, and one that a program has.
    for (none, back) in [("", "none/../x"), ("server-1", "")] {
        let fields = [("lang", "en"), ("action", "name"), ("name", none), ("back", back)];
        let gone = desk.editing.form("/requests", &fields).await;
        assert_eq!(gone.get("location"), Some("/requests?lang=en"), "{back}");
        assert!(gone.get("set-cookie").unwrap().ends_with("Max-Age=0"));
    }
    desk.editing.cookie = session;
    assert!(hidden(&desk.page("/requests?lang=en").await, "back").is_empty());
}

#[tokio::test]
async fn the_server_is_told_who_works_here() {
    let desk = Desk::named("Ján").await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("You act as Ján.") && page.contains("· Ján</span>"), "{page}");
    assert_eq!(desk.act(&path, &page, &[("action", "approve")]).await.0, 303);
    let page = desk.until(&path, |p| p.contains(READY)).await;
    assert!(page.contains("approved by Ján") || page.contains("Ján,"), "{page}");
}

//! The letter to the person and who else must be told, in the browser.

use crate::desk::{Desk, MAP, WAITS_FOR_APPROVAL, hidden_count, with_stores};

const RECIPIENTS: &str = r#"recipients = { ours = "always", delivery = { choice = "always", who = [{ de = "der Paketdienst <b>", en = "the parcel service <b>" }] } }"#;

/// A policy whose statement names a recipient of its own.
pub(crate) fn named(policy: &str) -> String {
    policy.replace(r#"recipients = { ours = "always" }"#, RECIPIENTS)
}

pub(crate) const SUB_PROCESSORS: &str = r#"
[[sub-processor]]
id         = "hosting"
name       = "Hosting GmbH"
task       = { de = "Server", en = "Servers" }
country    = "DE"
statements = ["shop"]
since      = 2026-01-01

[[sub-processor]]
id         = "printing"
name       = "Druckerei AG"
task       = { de = "Druck", en = "Printing" }
country    = "DE"
statements = ["offers"]
since      = 2026-01-01

[[statement]]
id         = "offers"
title      = { de = "Angebote", en = "Offers" }
why        = { de = "Für Angebote.", en = "For offers." }
subjects   = ["customer"]
sources    = ["person"]
data       = ["user.home-info.postal"]
purposes   = { current = "always" }
recipients = { ours = "always" }
retention  = { kind = "stated-purpose", period = "3 months" }
basis      = "contract"
"#;

/// A desk whose policy names recipients: of the two sub-processors one never sees what is erased.
async fn desk() -> Desk {
    let site = crate::site::Site::new();
    let policy = named(crate::site::POLICY);
    site.write("site.toml", &format!("{policy}{SUB_PROCESSORS}"));
    Desk::at(site, &with_stores(""), MAP).await
}

/// A page is whole: no message is missing, no script, every heading below the one before it.
fn is_whole(page: &str) {
    assert!(!page.contains('‹') && !page.contains("<script"), "{page}");
    let mut last = 0;
    for (at, _) in page.match_indices("<h") {
        let level = page[at + 2..].chars().next().and_then(|c| c.to_digit(10));
        let Some(level) = level else { continue };
        assert!(level <= last + 1, "h{level} below h{last}: {page}");
        last = level;
    }
    assert_eq!(page.matches("<h1").count(), 1);
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|r| r.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "no name is given twice: {ids:?}");
    for labelled in page.split("aria-labelledby=\"").skip(1) {
        let name = labelled.split('"').next().unwrap();
        assert!(ids.contains(&name), "{name} is not there");
    }
}

#[tokio::test]
async fn a_refusal_is_seen_before_it_is_told() {
    let desk = desk().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let id = path.split('?').next().unwrap().to_owned();
    let letter = format!("{id}/letter");
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(!page.contains("letter-show") && !page.contains(&format!("{letter}?lang")), "{page}");
    assert!(page.contains(&format!("formaction=\"{letter}\"")), "{page}");
    assert_eq!(desk.editing.get(&letter).await.status, 404, "there is nothing to tell yet");

    let none = [("action", "preview"), ("reason", "exempt"), ("text", " ")];
    let (status, text) = desk.act(&letter, &page, &none).await;
    assert!(status == 422 && text.contains("Choose a reason"), "{text}");
    assert!(
        text.contains("value=\"exempt\" selected") && text.contains("<details open>"),
        "{text}"
    );
    let told = ("text", "Ihre Rechnung <b>bleibt</b>.");
    let preview = [("action", "preview"), ("reason", "exempt"), told];
    let (status, text) = desk.act(&letter, &page, &preview).await;
    assert_eq!(status, 200, "{text}");
    is_whole(&text);
    for part in [
        "Nothing has happened yet",
        "<article class=\"letter\" lang=\"de\"",
        "<h2 id=\"letter-title\">Ihr Antrag wird abgelehnt</h2>",
        "Ihre Rechnung &#60;b&#62;bleibt&#60;/b&#62;.",
        "Landesbeauftragte",
        "https://www.ldi.example",
        "Art. 79 DSGVO",
        "name=\"action\" value=\"refuse\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("bea@"), "{text}");
    assert!(desk.page(&path).await.contains(WAITS_FOR_APPROVAL), "nothing happened");

    let refuse = [("action", "refuse"), ("reason", "exempt"), told];
    assert_eq!(desk.act(&path, &text, &refuse).await.0, 303, "the page of the preview refuses");
    let refused = desk.page(&path).await;
    assert!(refused.contains(&format!("href=\"{letter}?lang=en\"")), "{refused}");
    assert!(!refused.contains("told-title"), "nothing was done of which others must hear");
    for lang in ["en", "de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{letter}?lang={lang}")).await;
        is_whole(&page);
        assert!(
            page.contains("Ihre Rechnung")
                && page.contains("<article class=\"letter\" lang=\"de\""),
            "{lang}"
        );
    }
}

#[tokio::test]
async fn a_name_is_in_the_letter_alone() {
    let desk = desk().await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let letter = format!("{}/letter", path.split('?').next().unwrap());
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let preview = [("action", "preview-extension"), ("reason", "viele <Speicher>")];
    let (status, shown) = desk.act(&letter, &page, &preview).await;
    assert_eq!(status, 200, "{shown}");
    is_whole(&shown);
    for part in [
        "viele &#60;Speicher&#62;",
        "braucht mehr Zeit",
        "nach der Antwort noch 3 Jahre",
        "The law allows that once",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let (status, wrong) = desk.act(&letter, &page, &[("action", "preview-extension")]).await;
    assert!(status == 422 && wrong.contains("Give the reason"), "{status} {wrong}");
    assert_eq!(desk.editing.get(&letter).await.status, 404, "nothing happened");
    let extend = [("action", "extend"), ("reason", "viele Speicher")];
    assert_eq!(desk.act(&path, &page, &extend).await.0, 303);
    let extended = desk.page(&letter).await;
    is_whole(&extended);
    assert!(
        extended.contains("Ihr Antrag braucht mehr Zeit") && extended.contains("viele Speicher")
    );
    let name = ("to", "Bea <Probe>\nWeg 1");
    let (status, named) = desk.act(&letter, &extended, &[("action", "name"), name]).await;
    assert_eq!(status, 200);
    is_whole(&named);
    assert!(
        named.contains("<p>Bea &#60;Probe&#62;</p>") && named.contains("<p>Weg 1</p>"),
        "{named}"
    );
    let answer = desk.editing.form(&letter, &[("lang", "en"), ("action", "download"), name]).await;
    let id = path.split('?').next().unwrap().rsplit('/').next().unwrap();
    for (header, value) in [
        ("content-type", "text/html; charset=utf-8".to_owned()),
        ("content-disposition", format!("attachment; filename=\"{id}.html\"")),
        ("cache-control", "no-store".to_owned()),
    ] {
        assert_eq!(answer.get(header), Some(value.as_str()));
    }
    let file = answer.text();
    assert!(file.starts_with("<!doctype html>") && file.contains("<html lang=\"de\">"), "{file}");
    assert!(file.contains("Bea &#60;Probe&#62;") && file.contains("default-src 'none'"), "{file}");
    is_whole(&file);
    assert!(!desk.page(&letter).await.contains("Weg 1"), "nobody keeps it");
    for file in std::fs::read_dir(desk.editing.site.file(".abide")).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        assert!(!bytes.windows(5).any(|w| w == b"Weg 1"), "{}", path.display());
    }
    let host = desk.editing.address.to_string();
    let stranger = desk.editing.stranger("GET", &letter, &[("Host", &host)]).await;
    assert_eq!(stranger.status, 403, "nobody else gets it");
    for hostile in ["none", "..%2f..%2fabide.toml", "r%00"] {
        assert_eq!(desk.editing.get(&format!("/requests/{hostile}/letter")).await.status, 404);
    }
}

#[tokio::test]
async fn recipients_stand_in_the_queue_until_they_are_told() {
    let desk = desk().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for (part, there) in
        [("Hosting GmbH", true), ("the parcel service &#60;b&#62;", true), ("Druckerei AG", false)]
    {
        assert_eq!(page.contains(part), there, "{part}: {page}");
    }
    let duty = "To be told what was done: ";
    assert!(!desk.page("/requests?lang=en").await.contains(duty), "nothing is done yet");
    let later = "These recipients will have to be told once this is done (GDPR Art. 19).";
    assert!(page.contains(later) && !page.contains("value=\"told\""), "{page}");
    let ahead = [("action", "told"), ("recipient", "hosting")];
    let (status, text) = desk.act(&path, &page, &ahead).await;
    assert!(status == 409 && text.contains("Nothing was done for this request yet"), "{text}");
    let start = path.split('?').next().unwrap();
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{start}?lang={lang}")).await;
        is_whole(&page);
        assert!(page.contains("Hosting GmbH") && !page.contains("value=\"told\""), "{page}");
    }
    let count = hidden_count(&page);
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await;
    assert_eq!(status, 303);
    desk.until(&path, |p| p.contains("Done and verified")).await;
    let letter = format!("{}/letter", path.split('?').next().unwrap());
    let done = desk.page(&path).await;
    assert!(done.matches("value=\"told\"").count() == 2 && !done.contains(later), "{done}");
    let mut queue = desk.page("/requests?lang=en").await;
    assert!(
        queue.contains(&format!("{duty}Hosting GmbH; the parcel service &#60;b&#62;</span>")),
        "{queue}"
    );
    is_whole(&queue);
    assert!(desk.page(&letter).await.contains("werden noch benachrichtigt"));
    for (recipient, left) in [("shop.delivery", true), ("hosting", false)] {
        let tell = [("action", "told"), ("recipient", recipient)];
        let seen = desk.page(&path).await;
        assert_eq!(desk.act(&path, &seen, &tell).await.0, 303);
        let (status, late) = desk.act(&path, &seen, &tell).await;
        assert!(status == 409 && late.contains("has changed"), "by a page from before: {late}");
        queue = desk.page("/requests?lang=en").await;
        assert_eq!(queue.contains(duty), left, "{queue}");
    }
    let told = desk.page(&letter).await;
    assert!(
        told.contains("wurden benachrichtigt") && !told.contains("noch benachrichtigt"),
        "{told}"
    );
    is_whole(&told);
    // Ticked off by mistake: it is to be done again, and the history has both.
    let again = [("action", "not-told"), ("recipient", "hosting")];
    assert_eq!(desk.act(&path, &desk.page(&path).await, &again).await.0, 303);
    let page = desk.page(&path).await;
    for part in ["Told of it: Hosting GmbH", "Not told after all: Hosting GmbH"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(desk.page("/requests?lang=en").await.contains(duty));
    assert_eq!(desk.act(&path, &page, &again).await.0, 409, "it is not ticked off");
    let nobody = [("action", "told"), ("recipient", "printing")];
    assert_eq!(desk.act(&path, &page, &nobody).await.0, 404);
}

/// What stays is told by what the policy calls it, never by the names of tables; and where nobody was found, that is told.
#[tokio::test]
async fn what_stays_is_told_in_the_words_of_the_policy() {
    let desk = desk().await;
    let erased = async |who: &str| {
        let path = desk.open("erasure", ("email", who)).await;
        let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
        let mut fields = vec![("action", "approve")];
        let count = page.contains("for=\"count\"").then(|| hidden_count(&page));
        fields.extend(count.as_deref().map(|count| ("count", count)));
        assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
        desk.until(&path, |p| p.contains("Done and verified")).await;
        desk.page(&format!("{}/letter", path.split('?').next().unwrap())).await
    };
    let letter = erased("eins@example.org").await;
    is_whole(&letter);
    for part in [
        "<caption>Daten, die noch aufbewahrt werden</caption>",
        "<th scope=\"row\">Bestellungen</th><td>1</td>",
        "<time datetime=\"2027-0",
        "Nur so lange, wie der Zweck es erfordert",
        "In Sicherungen und Protokollen",
        "verschlüsseltes Kennzeichen",
        "Art. 5 Abs. 2 DSGVO",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert!(!letter.contains("invoices") && !letter.contains("eins@"), "{letter}");
    let nobody = erased("nobody@example.org").await;
    assert!(nobody.contains("keine gefunden") && !nobody.contains("gelöscht"), "{nobody}");
}

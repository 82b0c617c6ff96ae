//! Plans that erase nothing, as the browser shows them: a correction, a copy, a choice.

use crate::desk::{Desk, MAP, WAITS_FOR_APPROVAL, hidden_count, run_in, with_stores};
use crate::site::Site;

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
        "<div><dt>Rows copied</dt><dd>3</dd></div>",
        "<div><dt>Recordings copied</dt><dd>0</dd></div>",
        "Plan made: 3 rows to copy, 0 recordings",
        "One ZIP file is written",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for part in ["Erased", "Only seen", "to erase", "Nothing is changed in this store", "‹"] {
        assert!(!page.contains(part), "{part}: {page}");
    }
}

/// A row that tells of a recording is a row; the recording is counted by itself, as soon as it goes with the copy.
#[tokio::test]
async fn a_recording_in_which_others_are_heard_is_counted_once_it_goes_with_the_copy() {
    let site = Site::new();
    site.write("abide.toml", &with_stores("").replace("map.toml\"", "map.toml\", \"voices.toml\""));
    site.write("map.toml", &format!("{MAP}\n{NAMES_A_FILE}"));
    site.write("voices.toml", VOICES);
    std::fs::create_dir(site.file("voices")).unwrap();
    site.write("voices/one.wav", "RIFF one");
    site.write("voices/both.wav", "RIFF both");
    run_in(&site.file("store.db"), TAPES).await;
    let desk = Desk::over(site).await;
    desk.sql(FILES).await;
    let path = desk.open("access", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // Her row, two calls, two tapes, and the rows of their files.
    for part in [
        "<div><dt>Rows copied</dt><dd>7</dd></div>",
        "<div><dt>Recordings copied</dt><dd>1</dd></div>",
        "2 rows say of recordings which files they are",
        "In 1 recording others are heard: it is copied only if somebody who weighed it says so",
        "Plan made: 7 rows to copy, 1 recording",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let approve = [("action", "approve"), ("voices", "shared")];
    assert_eq!(desk.act(&path, &page, &approve).await.0, 303);
    let done = desk.until(&path, |p| p.contains("value=\"handed-out\"")).await;
    for part in [
        "<div><dt>Rows copied</dt><dd>7</dd></div>",
        "<div><dt>Recordings copied</dt><dd>2</dd></div>",
        "In 1 recording others are heard: it is copied all the same",
    ] {
        assert!(done.contains(part), "{part}: {done}");
    }
    let copy = desk.editing.get(&format!("{}/archive", path.split('?').next().unwrap())).await;
    let names = String::from_utf8_lossy(&copy.body).into_owned();
    // Each file is named where it begins and in the archive's list.
    assert_eq!(names.matches("recordings/").count(), 2 * 2, "what is counted is there");
    // Whom it was about is forgotten; what was copied is not.
    desk.hand_out(&path).await;
    let closed = desk.page(&path).await;
    assert!(closed.contains("<dt>Recordings copied</dt><dd>2</dd>"), "{closed}");
}

/// Calls name the files of their recordings.
const NAMES_A_FILE: &str = r#"
[[table]]
name      = "tapes"
statement = "shop"
edge      = [{ kind = "owned-by", columns = ["call_id"], of = "calls" }]
"#;

const TAPES: &str = "
    CREATE TABLE tapes (id INTEGER PRIMARY KEY, call_id INTEGER REFERENCES calls(id), path TEXT NOT NULL UNIQUE);
    CREATE INDEX i5 ON tapes(call_id);
";

const FILES: &str = "INSERT INTO tapes VALUES (1, 11, 'both.wav'), (2, 12, 'one.wav')";

const VOICES: &str = r#"
[store]
id     = "voices"
kind   = "files"
place  = "voices"
policy = "site"

[[table]]
name      = "*.wav"
statement = "shop"
edge      = [{ kind = "owned-by", columns = ["path"], of = "tapes", of-columns = ["path"], of-store = "store" }]
"#;

/// Whoever approves an erasure reads why each row goes, which columns of the others change, and under which statement that falls.
#[tokio::test]
async fn the_plan_of_an_erasure_says_why_rows_go_and_which_columns_change() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for part in [
        "1 erased: it is the person’s own row",
        "1 erased: by “contact_id” it belongs to a row of “contacts” that is the person’s",
        "1 changed: it is other people’s too and stays for them, without this person",
        "Columns that change: “second_id” (emptied)",
        "Statement of the policy: “",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let id = path.split('?').next().unwrap();
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(!page.contains('‹') && page.contains("second_id"), "{lang}: {page}");
    }
}

/// What kept a row and keeps it no longer is said where the row goes.
#[tokio::test]
async fn a_plan_says_which_statement_no_longer_keeps_what_goes() {
    let desk = Desk::new().await;
    desk.sql("UPDATE invoices SET day = '2001-01-01'").await;
    let path = desk.open("erasure", ("email", "eins@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let said = "that is the person’s, and the map says that such rows go; the time for which “";
    assert!(page.contains(said) && page.contains("kept such rows is over"), "{page}");
}

/// An objection without a purpose says what that covers by the policy.
#[tokio::test]
async fn a_choice_without_a_purpose_says_what_it_covers() {
    for (kind, says) in [
        ("objection", "every purpose that the right covers; by the policy today there is none"),
        ("withdrawal", "every purpose that the right covers; by the policy today there is none"),
        ("restriction", "the data is only kept"),
    ] {
        let desk = Desk::new().await;
        let path = desk.open(kind, ("email", "bea@example.org")).await;
        let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
        assert!(page.contains(says), "{kind}: {page}");
    }
    let site = Site::new();
    let policy = crate::site::POLICY.replace(
        "purposes   = { current = \"always\" }",
        "purposes   = { current = \"always\", telemarketing = \"always\" }",
    );
    site.write("site.toml", &policy);
    let desk = Desk::at(site, &with_stores(""), MAP).await;
    let path = desk.open("objection", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("covers; by the policy today: calling with offers"), "{page}");
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

//! The editor over real connections: who is let in, what is shown, and what becomes of the files.

use std::net::SocketAddr;
use std::path::Path;

use abide_server::{Error, Options, Server};
use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::client::{Answer, Client};
use crate::site::{POLICY, Site};

/// A site whose policy is edited, in one browser.
pub(crate) struct Editing {
    pub(crate) site: Site,
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
    /// The header that came with the cookie.
    p3p: Option<String>,
    /// Dropped, it stops the server.
    _stop: oneshot::Sender<()>,
}

impl Editing {
    async fn new() -> Self {
        Self::of(Site::new()).await
    }

    pub(crate) async fn of(site: Site) -> Self {
        Self::of_named(site, None).await
    }

    /// The same, with a name of whoever works here.
    pub(crate) async fn of_named(site: Site, name: Option<String>) -> Self {
        let options = Options { name, ..site.options() };
        Self::started(site, options).await
    }

    /// The same, with options of the test's own.
    pub(crate) async fn started(site: Site, options: Options) -> Self {
        let server = Server::start(Options { edit: true, ..options }).await.unwrap();
        let (address, invitation) = (server.address(), server.edit_address().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(async move {
            server.run(async { drop(stopped.await) }).await.unwrap();
        });
        let path = invitation.split_once(&address.to_string()).unwrap().1.to_owned();
        let mut editing = Self { site, address, cookie: String::new(), p3p: None, _stop: stop };
        let welcome = editing.send("GET", &path, &[], "").await;
        assert_eq!((welcome.status, welcome.get("location")), (303, Some("/edit")));
        editing.p3p = welcome.get("p3p").map(str::to_owned);
        let cookie = welcome.get("set-cookie").unwrap();
        editing.cookie = cookie.split(';').next().unwrap().to_owned();
        let again = editing.stranger("GET", &path, &[]).await;
        assert_eq!(again.status, 403, "the token works once");
        editing
    }

    /// A request with these headers and nothing else.
    pub(crate) async fn bare(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if method == "POST" {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        let mut client = Client::connect(self.address).await;
        client.send(format!("{head}\r\n{body}")).await;
        client.answer(true).await.expect("an answer")
    }

    pub(crate) async fn stranger(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let host = self.address.to_string();
        let all: Vec<(&str, &str)> =
            [("Host", host.as_str())].into_iter().chain(headers.iter().copied()).collect();
        self.bare(method, path, &all, "").await
    }

    /// A request of the one who edits, from the editor's own page.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let (host, origin) = (self.address.to_string(), format!("http://{}", self.address));
        let mut all = vec![
            ("Host", host.as_str()),
            ("Origin", origin.as_str()),
            ("Cookie", self.cookie.as_str()),
        ];
        all.extend(headers);
        self.bare(method, path, &all, body).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("Accept", "text/html"), ("Accept-Language", "en")], "").await
    }

    async fn json(&self, path: &str, body: &Value) -> Answer {
        self.send(
            "POST",
            path,
            &[("Content-Type", "application/json"), ("Accept-Language", "en")],
            &body.to_string(),
        )
        .await
    }

    pub(crate) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{n}={}", encoded(v))).collect();
        let headers =
            [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "text/html")];
        self.send("POST", path, &headers, &body.join("&")).await
    }

    fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.site.file(name)).unwrap()
    }

    async fn base(&self, path: &str) -> String {
        let page = self.get(path).await.text();
        page.split_once("data-base=\"").unwrap().1.split('"').next().unwrap().to_owned()
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

const FILE: &str = "/edit/site/site.toml";

#[tokio::test]
async fn it_is_off_unless_asked_for() {
    let site = Site::new();
    let running = site.serve().await;
    for path in ["/edit", FILE, "/edit/editor.js", "/edit?token=0", "/requests", "/map"] {
        assert_eq!(crate::client::get(running.address, path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn it_is_for_this_machine_only() {
    let site = Site::new();
    let listen = SocketAddr::from(([0, 0, 0, 0], 0));
    let refused = Server::start(Options { edit: true, listen, ..site.options() }).await;
    let Err(error) = refused else { panic!("it serves") };
    assert!(matches!(error, Error::EditNotLocal { .. }), "{error}");
    assert!(error.to_string().contains("127.0.0.1"), "{error}");
}

#[tokio::test]
async fn strangers_are_refused_and_learn_nothing() {
    let editing = Editing::new().await;
    assert!(editing.p3p.is_some(), "an answer that sets a cookie says by which policy");
    let host = editing.address.to_string();
    let known = [("Host", host.as_str()), ("Cookie", editing.cookie.as_str())];
    let pages = [
        "/edit",
        FILE,
        "/edit/editor.js",
        "/edit/none/none",
        "/edit?token=0",
        "/edit?token=",
        "/requests",
        "/requests?token=0",
        "/requests/r1",
        "/requests/desk.css",
        "/map",
    ];
    for path in pages {
        let answer = editing.stranger("GET", path, &[("Accept", "text/html")]).await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.text().contains("site.toml") && answer.get("set-cookie").is_none());
        for wrong in ["evil.example", "www.example.com", "evil.example:80"] {
            let headers = [("Host", wrong), ("Cookie", editing.cookie.as_str())];
            assert_eq!(editing.bare("GET", path, &headers, "").await.status, 403, "{path} {wrong}");
        }
    }
    let wrong_cookie = format!("abide-edit-{}=0000", editing.address.port());
    assert_eq!(editing.stranger("GET", FILE, &[("Cookie", &wrong_cookie)]).await.status, 403);
    // A token in the address lets nobody do anything but exchange it.
    let ours = format!("http://{host}");
    let form = [("Origin", ours.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    for path in
        ["/edit?token=x", "/edit?token=", "/edit/site?token=x", "/edit", "/requests", "/map"]
    {
        assert_eq!(editing.stranger("POST", path, &form).await.status, 403, "{path}");
    }
    let before = editing.file("site.toml");
    let (check, save) = (format!("{FILE}/check"), format!("{FILE}/save"));
    for path in ["/edit", "/edit/site", FILE, &check, &save, "/requests", "/requests/r1", "/map"] {
        for more in [
            vec![],
            vec![("Origin", "null")],
            vec![("Origin", "http://evil.example")],
            vec![("Sec-Fetch-Site", "cross-site")],
        ] {
            let headers: Vec<(&str, &str)> = known.iter().copied().chain(more.clone()).collect();
            assert_eq!(
                editing.bare("POST", path, &headers, "{}").await.status,
                403,
                "{path} {more:?}"
            );
        }
    }
    assert_eq!(editing.file("site.toml"), before);
}

#[tokio::test]
async fn only_get_takes_the_token() {
    let site = Site::new();
    let server = Server::start(Options { edit: true, ..site.options() }).await.unwrap();
    let (address, invitation) = (server.address(), server.edit_address().unwrap());
    let (_stop, stopped) = oneshot::channel::<()>();
    tokio::spawn(async move { server.run(async { drop(stopped.await) }).await.unwrap() });
    let host = address.to_string();
    let path = invitation.split_once(&host).unwrap().1.to_owned();
    for (method, status) in
        [("HEAD", 403), ("POST", 403), ("PUT", 403), ("OPTIONS", 403), ("GET", 303), ("GET", 403)]
    {
        let mut client = Client::connect(address).await;
        client
            .send(format!(
                "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ))
            .await;
        let answer = client.answer(method != "HEAD").await.unwrap();
        assert_eq!(answer.status, status, "{method}");
        assert_eq!(answer.get("set-cookie").is_some(), status == 303, "{method}");
    }
}

#[tokio::test]
async fn whatever_can_be_read_can_be_saved() {
    let editing = Editing::new().await;
    let base = editing.base(FILE).await;
    // More than other pages take.
    let long = format!("{POLICY}# {}\n", "x".repeat(500_000));
    let sent = json!({ "source": long, "base": base });
    assert_eq!(editing.json(&format!("{FILE}/save"), &sent).await.status, 200);
    assert_eq!(editing.file("site.toml"), long);
}

#[tokio::test]
async fn adding_without_a_name_where_there_are_no_lists_is_an_answer() {
    let editing = Editing::new().await;
    for list in ["statement.shop.data", "policy", "", ".", "policy.title", "statement", "nothing"] {
        let sent =
            json!({ "source": POLICY, "changes": [{ "op": "add", "list": list, "name": "" }] });
        let status = editing.json(&format!("{FILE}/change"), &sent).await.status;
        assert!(matches!(status, 200 | 422), "{list}: {status}");
    }
}

#[tokio::test]
async fn the_page_keeps_scripts_of_others_out() {
    let editing = Editing::new().await;
    let page = editing.get(FILE).await;
    assert_eq!(page.status, 200);
    let policy = page.get("content-security-policy").unwrap();
    assert!(
        policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    assert_eq!(page.get("cache-control"), Some("no-store"));
    assert_eq!(page.get("referrer-policy"), Some("same-origin"));
    let text = page.text();
    // The title of the policy has a script in it: in the source, the form, the preview, the data for scripts.
    assert!(text.contains("&#60;script&#62;alert(1)"), "the title is shown");
    assert!(!text.contains("<script>alert") && !text.contains("<b>fett"));
    assert_eq!(text.matches("<script").count(), 1);
    assert!(text.contains("sandbox=\"allow-same-origin\""));
    assert!(!text.contains(" onclick=") && !text.contains(" style="));
    assert!(!text.contains('‹'), "no message is missing");
    let public = crate::client::get(editing.address, "/en/privacy", &[]).await;
    assert!(public.get("content-security-policy").unwrap().contains("default-src 'none'"));
    assert!(!public.get("content-security-policy").unwrap().contains("script-src"));
}

#[tokio::test]
async fn every_section_has_a_form_in_every_language() {
    let editing = Editing::new().await;
    let source = editing.file("site.toml");
    for lang in ["en", "de"] {
        for section in [
            "policy",
            "entity",
            "rights",
            "authority",
            "processing",
            "security",
            "statement.shop",
            "region.bonn",
            "cookie.basket",
        ] {
            let sent = json!({ "source": source, "section": section, "lang": lang });
            let view = editing.json(&format!("{FILE}/check"), &sent).await.json();
            assert_eq!(view["section"], section);
            let form = view["form"].as_str().unwrap();
            assert!(form.contains(&format!("data-form=\"{section}\"")), "{section}");
            for part in
                ["form", "outline", "problems", "compact", "verdict", "notice_head", "state"]
            {
                let html = view[part].as_str().unwrap();
                assert!(!html.is_empty() && !html.contains('‹'), "{lang} {section} {part}: {html}");
            }
            assert!(view["notice"].as_str().unwrap().contains(&format!("<html lang=\"{lang}\">")));
        }
    }
}

#[tokio::test]
async fn problems_stand_at_their_line_and_in_their_form() {
    let editing = Editing::new().await;
    let source = editing
        .file("site.toml")
        .replace("access       = \"all\"", "access       = \"ä😀\"\nacces = 1");
    let view = editing
        .json(&format!("{FILE}/check"), &json!({ "source": source, "section": "policy" }))
        .await
        .json();
    assert!(view["errors"].as_u64().unwrap() >= 2);
    let found = view["diagnostics"].as_array().unwrap();
    let wrong = found.iter().find(|d| d["code"] == "value.word").unwrap();
    assert_eq!((&wrong["place"], &wrong["section"]), (&json!("policy.access"), &json!("policy")));
    let line = source.lines().position(|l| l.starts_with("access")).unwrap() + 1;
    assert_eq!(wrong["line"], line);
    let units: Vec<u16> = source.encode_utf16().collect();
    let (start, end) =
        (wrong["start"].as_u64().unwrap() as usize, wrong["end"].as_u64().unwrap() as usize);
    assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "\"ä😀\"");
    let unknown = found.iter().find(|d| d["code"] == "key.unknown").unwrap();
    let sent = json!({ "source": source, "changes": [{ "op": "fix", "place": unknown["place"], "code": "key.unknown" }] });
    let fixed = editing.json(&format!("{FILE}/change"), &sent).await.json();
    assert!(fixed["source"].as_str().unwrap().contains("\naccess = 1"));
}

#[tokio::test]
async fn a_text_that_is_no_toml_is_shown_with_its_problem_and_without_form() {
    let editing = Editing::new().await;
    let sent = json!({ "source": "[policy\nname = ", "section": "policy" });
    let view = editing.json(&format!("{FILE}/check"), &sent).await.json();
    assert_eq!(view["editable"], false);
    assert!(view["errors"].as_u64().unwrap() > 0);
    let refused = editing
        .json(
            &format!("{FILE}/change"),
            &json!({ "source": "= x", "changes": [{ "op": "remove", "place": "policy.access" }] }),
        )
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.json()["error"].as_str().unwrap().contains("syntax"));
}

#[tokio::test]
async fn forms_change_the_text_and_nothing_else() {
    let editing = Editing::new().await;
    let source = format!("# why\n{}", editing.file("site.toml"));
    let sent = json!({ "source": source, "section": "policy", "changes": [
        { "op": "set", "place": "policy.access", "type": "str", "value": "contact-and-other" },
        { "op": "set", "place": "statement.shop.title.de", "type": "str", "value": "Käufe" },
    ]});
    let changed = editing.json(&format!("{FILE}/change"), &sent).await.json();
    let expected = source
        .replace("access       = \"all\"", "access       = \"contact-and-other\"")
        .replace("\"Bestellungen\"", "\"Käufe\"");
    assert_eq!(changed["source"], expected);
    assert!(changed["label"].as_str().unwrap().contains("Title"));
    for bad in
        [json!({ "op": "set", "place": "policy.access" }), json!({ "op": "explode" }), json!(1)]
    {
        let answer = editing
            .json(&format!("{FILE}/change"), &json!({ "source": source, "changes": [bad] }))
            .await;
        assert_eq!(answer.status, 422, "{bad}");
    }
    assert_eq!(editing.file("site.toml"), POLICY, "asking changes no file");
}

#[tokio::test]
async fn saving_replaces_the_text_if_nobody_else_did() {
    let editing = Editing::new().await;
    let base = editing.base(FILE).await;
    let text = format!("# a comment\n{POLICY}");
    let diff = editing
        .json(&format!("{FILE}/diff"), &json!({ "source": text, "base": base }))
        .await
        .json();
    assert!(
        diff["html"].as_str().unwrap().contains("# a comment")
            && diff["same"] == false
            && diff["moved"] == false
    );
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": text, "base": base })).await;
    assert_eq!(saved.status, 200);
    assert_eq!(editing.file("site.toml"), text);
    let again =
        editing.json(&format!("{FILE}/save"), &json!({ "source": POLICY, "base": base })).await;
    assert_eq!(again.status, 409);
    let again = again.json();
    assert_eq!(again["source"], text, "whoever is refused sees what is there");
    assert_eq!(editing.file("site.toml"), text);
    let now = saved.json()["base"].as_str().unwrap().to_owned();
    assert_eq!(again["base"], now);
    assert_eq!(
        editing
            .json(&format!("{FILE}/save"), &json!({ "source": POLICY, "base": now }))
            .await
            .status,
        200
    );
    assert_eq!(editing.file("site.toml"), POLICY);
    assert_eq!(leftovers(editing.site.path()), Vec::<String>::new());
}

/// Files that nobody asked for.
fn leftovers(folder: &Path) -> Vec<String> {
    let names =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    names.filter(|n| n != ".abide" && (n.starts_with('.') || !n.ends_with(".toml"))).collect()
}

#[tokio::test]
async fn a_draft_with_errors_is_saved_and_not_published() {
    let editing = Editing::new().await;
    let base = editing.base(FILE).await;
    let broken = POLICY
        .replace("version      = \"1\"", "version      = \"2\"")
        .replace("access       = \"all\"", "access       = \"everything\"");
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": broken, "base": base })).await;
    assert_eq!(saved.status, 200);
    let saved = saved.json();
    assert!(saved["said"].as_str().unwrap().contains("draft"), "{saved}");
    assert!(saved["view"]["state"].as_str().unwrap().contains("Draft with errors"));
    let published = editing.form("/edit", &[("lang", "en")]).await;
    assert_eq!(published.status, 422);
    assert!(published.text().contains("There are errors in site.toml"));
    let health = crate::client::get(editing.address, "/health", &[]).await.json();
    assert_eq!(health["versions"][0]["version"], "1");
}

#[tokio::test]
async fn a_server_starts_for_whoever_came_to_mend() {
    let site = Site::new();
    drop(site.serve().await);
    site.change("\"all\"", "\"everything\"");
    assert!(matches!(Server::start(site.options()).await, Err(Error::Refused { .. })));
    let editing = Editing::of(site).await;
    assert_eq!(
        crate::client::get(editing.address, "/en/privacy", &[]).await.status,
        200,
        "what was published stays"
    );
    let page = editing.get(FILE).await.text();
    assert!(page.contains("everything"));
    let base = editing.base(FILE).await;
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": POLICY, "base": base })).await;
    assert_eq!(saved.status, 200);
}

#[tokio::test]
async fn it_starts_even_if_nothing_was_ever_published() {
    let site = Site::new();
    site.change("\"all\"", "\"everything\"");
    let editing = Editing::of(site).await;
    assert_eq!(editing.get("/edit").await.status, 200);
    assert_eq!(editing.get(FILE).await.status, 200);
    assert_eq!(crate::client::get(editing.address, "/en/privacy", &[]).await.status, 404);
    let base = editing.base(FILE).await;
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": POLICY, "base": base })).await;
    assert_eq!(saved.status, 200);
    assert_eq!(editing.form("/edit", &[("lang", "en")]).await.status, 200);
    assert_eq!(crate::client::get(editing.address, "/en/privacy", &[]).await.status, 200);
}

#[tokio::test]
async fn a_published_version_asks_for_a_new_one() {
    let editing = Editing::new().await;
    let text = POLICY.replace("Ihr Warenkorb", "Ihr Korb");
    let view = editing.json(&format!("{FILE}/check"), &json!({ "source": text })).await.json();
    let codes: Vec<&Value> =
        view["diagnostics"].as_array().unwrap().iter().map(|d| &d["code"]).collect();
    assert!(codes.contains(&&json!("version.changed")), "{codes:?}");
    assert!(view["state"].as_str().unwrap().contains("/edit?lang=en&#38;new=site"));
    let made = editing
        .form("/edit/site", &[("version", "2"), ("effective", "2030-01-01"), ("lang", "en")])
        .await;
    assert_eq!(
        (made.status, made.get("location")),
        (303, Some("/edit/site/site-2.toml?lang=en&section=policy"))
    );
    let copy = editing.file("site-2.toml");
    let expected = POLICY
        .replace("version      = \"1\"", "version      = \"2\"")
        .replace("2026-01-01", "2030-01-01");
    assert_eq!(copy, expected);
    assert_eq!(
        editing.file("abide.toml"),
        crate::site::SITE.replace("[\"site.toml\"]", "[\"site.toml\", \"site-2.toml\"]")
    );
    assert_eq!(editing.get("/edit/site/site-2.toml").await.status, 200);
    let published = editing.form("/edit", &[("lang", "en")]).await;
    assert_eq!(published.status, 200);
    assert!(published.text().contains("site@2"));
    let again = editing.form("/edit", &[("lang", "en")]).await;
    assert!(again.text().contains("nothing new"));
    assert_eq!(crate::client::get(editing.address, "/en/archive/site/2", &[]).await.status, 200);
}

#[tokio::test]
async fn versions_that_cannot_be_made_change_nothing() {
    let editing = Editing::new().await;
    for (version, date) in [
        ("1", "2030-01-01"),
        ("../x", "2030-01-01"),
        ("", "2030-01-01"),
        ("2", "soon"),
        ("A b", "2030-01-01"),
    ] {
        let made = editing
            .form("/edit/site", &[("version", version), ("effective", date), ("lang", "en")])
            .await;
        assert_eq!(made.status, 422, "{version} {date}");
        assert!(made.text().contains("Nothing was changed"));
    }
    editing.site.write("site-2.toml", "# somebody's own");
    let made = editing
        .form("/edit/site", &[("version", "2"), ("effective", "2030-01-01"), ("lang", "en")])
        .await;
    assert_eq!(made.status, 422);
    assert_eq!(editing.file("site-2.toml"), "# somebody's own");
    assert_eq!(editing.file("abide.toml"), crate::site::SITE);
    assert_eq!(leftovers(editing.site.path()), Vec::<String>::new());
}

#[tokio::test]
async fn a_version_half_made_by_a_killed_process_is_taken_up() {
    let editing = Editing::new().await;
    let copy = POLICY
        .replace("version      = \"1\"", "version      = \"2\"")
        .replace("2026-01-01", "2030-01-01");
    editing.site.write("site-2.toml", &copy);
    editing.site.write(".site-2.toml.abide-new", "half a te");
    let made = editing
        .form("/edit/site", &[("version", "2"), ("effective", "2030-01-01"), ("lang", "en")])
        .await;
    assert_eq!(made.status, 303);
    assert!(editing.file("abide.toml").contains("site-2.toml"));
    assert_eq!(leftovers(editing.site.path()), Vec::<String>::new());
}

#[tokio::test]
async fn only_the_sites_own_policy_files_are_edited() {
    let editing = Editing::new().await;
    editing.site.write("other.toml", POLICY);
    let base = editing.base(FILE).await;
    for path in [
        "/edit/site/other.toml",
        "/edit/site/abide.toml",
        "/edit/site/..%2Fabide.toml",
        "/edit/site/%2Fetc%2Fpasswd",
        "/edit/none/site.toml",
        "/edit/site/.%2Fsite.toml",
    ] {
        assert_eq!(editing.get(path).await.status, 404, "{path}");
        for act in ["diff", "save"] {
            let answer = editing
                .json(&format!("{path}/{act}"), &json!({ "source": "x", "base": base }))
                .await;
            assert_eq!(answer.status, 404, "{path} {act}");
        }
    }
    assert_eq!(editing.file("other.toml"), POLICY);
    assert_eq!(editing.file("abide.toml"), crate::site::SITE);
}

#[cfg(unix)]
#[tokio::test]
async fn symbolic_links_are_not_followed() {
    let editing = Editing::new().await;
    let base = editing.base(FILE).await;
    editing.site.write("real.toml", POLICY);
    std::fs::remove_file(editing.site.file("site.toml")).unwrap();
    std::os::unix::fs::symlink("real.toml", editing.site.file("site.toml")).unwrap();
    assert_eq!(editing.get(FILE).await.status, 404);
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": "x", "base": base })).await;
    assert_eq!(saved.status, 404);
    assert_eq!(editing.file("real.toml"), POLICY);
}

#[cfg(unix)]
#[tokio::test]
async fn the_manner_of_the_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    let windows = format!("\u{FEFF}{}", POLICY.replace('\n', "\r\n"));
    site.write("site.toml", &windows);
    let editing = Editing::of(site).await;
    std::fs::set_permissions(
        editing.site.file("site.toml"),
        std::fs::Permissions::from_mode(0o640),
    )
    .unwrap();
    let base = editing.base(FILE).await;
    let text = POLICY.replace("Bonn", "Köln");
    let saved =
        editing.json(&format!("{FILE}/save"), &json!({ "source": text, "base": base })).await;
    assert_eq!(saved.status, 200);
    assert_eq!(editing.file("site.toml"), windows.replace("Bonn", "Köln"));
    let mode = std::fs::metadata(editing.site.file("site.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let state = editing
        .json(&format!("{FILE}/check"), &json!({ "source": POLICY, "lang": "en" }))
        .await
        .json();
    assert!(state["state"].as_str().unwrap().contains("Published"), "line ends make no other text");
    let again = json!({ "source": text, "base": saved.json()["base"] });
    assert_eq!(editing.json(&format!("{FILE}/save"), &again).await.status, 200);
}

#[tokio::test]
async fn without_scripts_the_source_is_checked_compared_and_saved() {
    let editing = Editing::new().await;
    let base = editing.base(FILE).await;
    // Browsers end the lines of a form's text as on paper.
    let text = POLICY.replace("\"all\"", "\"none\"").replace('\n', "\r\n");
    let fields = |action| {
        [("source", text.as_str()), ("base", base.as_str()), ("action", action), ("lang", "en")]
    };
    let checked = editing.form(FILE, &fields("check")).await;
    assert_eq!(checked.status, 200);
    assert!(checked.text().contains("access       = &#34;none&#34;"));
    let compared = editing.form(FILE, &fields("diff")).await.text();
    assert!(
        compared.contains("What saving changes")
            && compared.contains("The organisation gives no access")
    );
    assert_eq!(editing.file("site.toml"), POLICY);
    let saved = editing.form(FILE, &fields("save")).await;
    assert_eq!(saved.status, 200);
    assert!(saved.text().contains("Saved to the file"));
    assert_eq!(editing.file("site.toml"), POLICY.replace("\"all\"", "\"none\""));
    let late = editing.form(FILE, &fields("save")).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Not saved: the file has changed"));
    assert!(late.text().contains("access       = &#34;none&#34;"), "the text is still there");
}

#[tokio::test]
async fn hostile_texts_are_answered() {
    let editing = Editing::new().await;
    let deep = format!("a = {}{}", "[".repeat(5000), "]".repeat(5000));
    let many = "[[statement]]\nid = \"a\"\n".repeat(2000);
    let keys: String = (0..5000).map(|i| format!("k{i}.a.b.c = 1\n")).collect();
    for source in [
        "",
        "\0",
        "\u{FEFF}",
        "a\u{202E}b = 1",
        &deep,
        &many,
        &keys,
        "policy = 1\nstatement = \"x\"\ncookie = [1, 2]\nentity = []",
    ] {
        for act in ["check", "diff"] {
            let answer = editing
                .json(
                    &format!("{FILE}/{act}"),
                    &json!({ "source": source, "section": "statement.a" }),
                )
                .await;
            assert_eq!(answer.status, 200, "{act} {source:.20}");
        }
    }
    for section in ["", ".", "statement", "statement.", "nothing.x", "policy.access", "<script>"] {
        let view = editing
            .json(&format!("{FILE}/check"), &json!({ "source": POLICY, "section": section }))
            .await
            .json();
        assert_eq!(view["section"], "policy", "{section}");
    }
    let huge = "x".repeat(4 << 20);
    assert_eq!(
        editing.json(&format!("{FILE}/check"), &json!({ "source": huge })).await.status,
        413
    );
    let long = "#".repeat((1 << 20) + 1);
    let base = editing.base(FILE).await;
    assert_eq!(
        editing
            .json(&format!("{FILE}/save"), &json!({ "source": long, "base": base }))
            .await
            .status,
        413
    );
    assert_eq!(editing.file("site.toml"), POLICY);
}

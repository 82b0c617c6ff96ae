// Requests and the data map in a real browser, without scripts: every page accessible in every language, narrow and wide,
// light and dark; a request from the form to its end, by keyboard and pointer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { browser, exampleWithStore, serve } from "./site.mjs";

const SHOTS = new URL("shots/", import.meta.url).pathname;
const VIEWS = [
  { name: "narrow-light", width: 360, height: 800, colorScheme: "light" },
  { name: "narrow-dark", width: 360, height: 800, colorScheme: "dark" },
  { name: "wide-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1440, height: 900, colorScheme: "dark" },
];
const LANGUAGES = ["de", "en", "fr", "es", "sk"];

let chromium, copy, server, session;

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  copy = exampleWithStore();
  server = await serve(copy.site, "--edit");
  chromium = await browser();
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(await server.invited());
  session = await context.storageState();
  await page.goto(`${server.url}/requests?lang=en`);
  await page.locator("#kind").waitFor();
  await context.close();
});

after(async () => {
  await chromium?.close();
  await server?.stop();
  copy?.close();
});

async function open(t, options = {}) {
  // axe needs scripts to look; the pages have none, which is checked with everything else.
  const context = await chromium.newContext({ storageState: session, locale: "en-GB", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  t.after(() => context.close());
  return page;
}

/** Opens a request by the form; gives the path of its page. `more` fills in what else the form asks for. */
async function request(page, kind, fact, value, { at = server, more = async () => {} } = {}) {
  await page.goto(`${at.url}/requests?lang=en`);
  const form = page.locator("form.new");
  const folded = page.locator("details", { has: form });
  if ((await folded.getAttribute("open")) === null) await page.locator("summary", { hasText: "Open a request" }).click();
  await page.selectOption("#kind", kind);
  await page.fill(`#fact-${fact}`, value);
  await page.selectOption("#country", "DE");
  await more();
  await page.locator('button[value="open"]').click();
  await page.waitForURL(/\/requests\/r/);
  return new URL(page.url()).pathname;
}

/** Approves the plan of an erasure, which asks for the number of rows that go. */
async function approve(page) {
  const label = await page.locator('label[for="count"]').innerText();
  await page.fill("#count", label.match(/([\d,]+)\s*$/)[1]);
  await page.locator('button[value="approve"]').click();
}

/** What is wrong with pages, in every view: `pages` has a path or what leads to the page, by a name. Whatever is folded is looked at too. */
async function wrongIn(t, pages, { at = server, state = session } = {}) {
  const failures = [];
  for (const view of VIEWS) {
    const page = await open(t, { viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme, storageState: state });
    const languages = view.name === "wide-light" ? LANGUAGES : view.name === "narrow-light" ? ["en", "de"] : ["en"];
    for (const [name, where] of Object.entries(pages)) {
      for (const lang of languages) {
        const path = where.path ?? where;
        const answer = await page.goto(`${at.url}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
        if (answer.status() !== 200) failures.push(`${name}: status ${answer.status()}`);
        await where.then?.(page);
        for (const sign of where.has ?? []) {
          if ((await page.locator(sign).count()) === 0) failures.push(`${view.name} ${name} ${lang}: nothing there is ${sign}`);
        }
        if (lang === "en") await page.screenshot({ path: `${SHOTS}${view.name}_desk_${name}.png`, fullPage: true });
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
        failures.push(...(await wrong(page)).map((w) => `${view.name} ${name} ${lang}: ${w}`));
      }
    }
  }
  return failures;
}

async function wrong(page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`);
  const seen = await page.evaluate(() => ({
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text: document.body.innerText,
    scripts: document.scripts.length,
  }));
  if (seen.wider > 0) found.push(`the page is ${seen.wider} px wider than the window`);
  if (/‹[a-z-]+›/.test(seen.text)) found.push(`a message is missing: ${seen.text.match(/‹[a-z-]+›/)[0]}`);
  if (seen.scripts > 0) found.push("there is script in the page");
  return found;
}

test("a request goes from the form to its end without scripts", async (t) => {
  const page = await open(t, { javaScriptEnabled: false });
  await request(page, "erasure", "email", "planted.13@example.org");
  // The page loads itself again until the plan is there.
  await page.locator("#count").waitFor();
  const label = await page.locator('label[for="count"]').textContent();
  await page.fill("#count", label.match(/([\d,]+)\s*$/)[1]);
  await page.locator('button[value="approve"]').click();
  await page.locator(".past li", { hasText: "Done and verified" }).waitFor();
  assert.match(await page.locator(".aside .facts").textContent(), /forgotten/);
});

test("every page of the desk is for everybody", async (t) => {
  const page = await open(t);
  const shared = await request(page, "erasure", "phone", "030/23125001");
  await page.locator(".persons input").first().waitFor();
  const plan = await request(page, "erasure", "email", "planted.16@example.org");
  await page.locator("#count").waitFor();
  // A copy that waits for approval, and one that was made.
  const copy = await request(page, "access", "email", "planted.14@example.org");
  await page.locator('input[name="voices"]').waitFor();
  const made = await request(page, "access", "email", "nobody@example.org");
  await page.locator('button[value="approve"]').click();
  await page.locator('a[href$="/archive"]').waitFor();
  // The same with the form that puts facts right unfolded, and one that was handed out.
  const handed = await request(page, "portability", "email", "planted.14@example.org");
  await page.locator('button[value="approve"]').click();
  await page.selectOption("#handed-way", "post");
  await page.locator('button[value="handed-out"]').click();
  await page.locator("#result-title").waitFor();
  // What came of an erasure.
  const done = await request(page, "erasure", "email", "planted.7@example.org");
  await approve(page);
  await page.locator("#result-title").waitFor();
  const forms = ["ask-identity", "extend", "refuse", "take-back", "hold"].map((action) => `details button[value="${action}"]`);
  const pages = {
    queue: "/requests", none: "/requests?state=refused", people: shared, plan: { path: plan, has: forms }, copy, made, handed, done,
    letter: `${done}/letter`, map: "/map",
  };
  assert.deepEqual(await wrongIn(t, pages), []);
});

test("pages of what did not go as planned are for everybody", async (t) => {
  const page = await open(t);
  const store = join(copy.site, "store/files");
  // A value to put right.
  const right = await request(page, "rectification", "email", "planted.3@example.org", {
    more: async () => {
      await page.locator("summary", { hasText: "What is to be put right" }).click();
      const column = await page.locator("#set-column-1 option", { hasText: /contacts\.city$/ }).innerText();
      await page.selectOption("#set-column-1", column);
      await page.fill("#set-value-1", "Bratislava");
    },
  });
  await page.locator('button[value="approve"]').waitFor();
  // What was planned is no more what is there.
  const planned = await request(page, "erasure", "email", "planted.10@example.org");
  await page.locator("#count").waitFor();
  const lines = join(store, "transcripts/11.jsonl");
  appendFileSync(lines, readFileSync(lines, "utf8").split("\n")[0] + "\n");
  await approve(page);
  await page.locator("#differs-title").waitFor();
  // Somebody kept an export beside the recordings.
  writeFileSync(join(store, "export.txt"), "planted.12@example.org\n");
  const residue = await request(page, "erasure", "email", "planted.12@example.org");
  await page.locator("#count").waitFor();
  await approve(page);
  await page.locator("#residue-title").waitFor();
  const pages = {
    rectification: { path: right, has: ['button[value="approve"]'] },
    replanned: { path: planned, has: ["#differs-title"] },
    residue: { path: residue, has: ['button[value="residue-stays"]'] },
    // Forms that are not taken: a request about nobody, another number of rows than is planned, a refusal without its words.
    unstated: { path: "/requests", then: (page) => refused(page, "open", { "#kind": "erasure", "#country": "DE" }), has: ["#report-title"] },
    miscounted: { path: planned, then: (page) => refused(page, "approve", { "#count": "1000000" }), has: ["#report-title"] },
    unsaid: { path: planned, then: (page) => refused(page, "refuse", { "#refuse-text": "No." }), has: ["#report-title"] },
  };
  assert.deepEqual(await wrongIn(t, pages), []);
});

/** Sends a form that is not taken, whatever the browser says to it. */
async function refused(page, action, fields) {
  await page.evaluate(() => {
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    document.querySelectorAll("form").forEach((form) => { form.noValidate = true; });
  });
  for (const [field, value] of Object.entries(fields)) {
    if (await page.locator(`select${field}`).count()) await page.selectOption(field, value);
    else await page.fill(field, value);
  }
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.locator(`button[value="${action}"]`).click()]);
  await page.waitForLoadState();
}

test("what a person must do where a store cannot is for everybody", async (t) => {
  const other = exampleWithStore();
  const map = join(other.site, "store/files.toml");
  writeFileSync(map, readFileSync(map, "utf8").replace(/^place .*$/m, "$&\nread-only = true"));
  const at = await serve(other.site, "--edit");
  t.after(async () => { await at.stop(); other.close(); });
  const page = await open(t, { storageState: undefined });
  await page.goto(await at.invited());
  const hand = await request(page, "erasure", "email", "planted.10@example.org", { at });
  await page.locator("#count").waitFor();
  await approve(page);
  await page.locator('button[value="hand-done"]').waitFor();
  const state = await page.context().storageState();
  assert.deepEqual(await wrongIn(t, { hand: { path: hand, has: [".duties details"] }, duties: "/requests" }, { at, state }), []);
});

test("a copy is approved with its recordings and downloaded, without scripts", async (t) => {
  const page = await open(t, { javaScriptEnabled: false, acceptDownloads: true });
  const path = await request(page, "access", "email", "planted.6@example.org");
  await page.getByLabel("Also hand out recordings in which others are heard").check();
  await page.locator('button[value="approve"]').click();
  const link = page.locator('a[href$="/archive"]');
  await link.waitFor();
  assert.match(await page.locator(".past").textContent(), /with recordings in which others are heard/);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(download.suggestedFilename(), `${path.split("/").pop()}.zip`);
  const bytes = readFileSync(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.match(await link.textContent(), /\(ZIP, [\d.]+.(kB|MB)\)/);
});

test("whoever handed a copy out says so by name, and puts right what was noted wrongly, without scripts", async (t) => {
  const page = await open(t, { javaScriptEnabled: false });
  await request(page, "portability", "email", "plantde.6@example.org");
  await page.locator("summary", { hasText: "Something was noted wrongly" }).click();
  await page.getByRole("textbox", { name: "E-mail address" }).fill("planted.6@example.org");
  await page.locator('button[value="correct"]').click();
  await page.locator(".past li", { hasText: "put right: E-mail address" }).waitFor();
  await page.locator("summary", { hasText: "No name is set for this session" }).click();
  await page.getByLabel("Your name").fill("Eva Nováková");
  await page.locator('button[value="name"]').click();
  await page.locator("summary", { hasText: "You act as Eva Nováková." }).waitFor();
  await page.locator('button[value="approve"]').click();
  await page.locator("#handing-title").waitFor();
  const said = page.locator('button[value="handed-out"]');
  await said.click();
  assert.ok(await said.isVisible(), "the way is asked for");
  await page.getByLabel("By which way").selectOption("email");
  await page.getByLabel("By which way").press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#result-title").waitFor();
  assert.match(await page.locator(".past li", { hasText: "Copy handed out on" }).textContent(), /by e-mail.*Eva Nováková/);
  assert.match(await page.locator(".aside .facts").textContent(), /forgotten/);
});

test("what is wrong with the map is said in the reader's language, for everybody", async (t) => {
  const failures = [];
  for (const view of VIEWS) {
    const page = await open(t, { viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme });
    for (const lang of view.name.startsWith("narrow") ? ["de"] : LANGUAGES) {
      await page.goto(`${server.url}/map?lang=${lang}`);
      await page.locator("form button.second").click();
      await page.locator("#wrong-title").waitFor();
      failures.push(...(await wrong(page)).map((w) => `${view.name} ${lang}: ${w}`));
      assert.ok(!(await page.locator(".problems").textContent()).includes("`"));
      if (lang === "de") await page.screenshot({ path: `${SHOTS}${view.name}_desk_checked.png`, fullPage: true });
    }
  }
  assert.deepEqual(failures, []);
});

test("the plan is approved by keyboard alone", async (t) => {
  const page = await open(t);
  await request(page, "restriction", "email", "planted.3@example.org");
  await page.locator('button[value="approve"]').waitFor();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.value === "approve")) break;
  }
  await page.keyboard.press("Enter");
  await page.locator(".past li", { hasText: "Done and verified" }).waitFor();
});

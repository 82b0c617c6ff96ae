// Every page in every language: accessible, without script, without a message left over, at 360 px and wide, light and dark.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mkdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { browser, example, pages, serve } from "./site.mjs";

const SHOTS = new URL("shots/", import.meta.url).pathname;
const VIEWS = [
  { name: "narrow-light", width: 360, height: 800, colorScheme: "light" },
  { name: "narrow-dark", width: 360, height: 800, colorScheme: "dark" },
  { name: "wide-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1440, height: 900, colorScheme: "dark" },
];
/** Pages of which there are many alike: of these one in each language is looked at. */
const ALIKE = /^\/\w\w\/problems\/./;
const LANGUAGES = ["de", "en", "fr", "es", "sk"];

let chromium, copy, server, paths;

before(async () => {
  copy = example();
  server = await serve(copy.site);
  // A page at an address without language is one of those with it; `/` stands for them here.
  const spoken = pages(copy.site, copy.folder).filter((p) => /^\/\w\w(\/|$)/.test(p));
  const kept = spoken.filter((p) => !ALIKE.test(p) || p.endsWith("/access.nonident.conflict"));
  paths = ["/", ...kept, ...LANGUAGES.flatMap((l) => [`/${l}/try`, `/${l}/find`])];
  chromium = await browser();
  mkdirSync(SHOTS, { recursive: true });
});

after(async () => {
  await chromium?.close();
  await server?.stop();
  copy?.close();
});

/** What is wrong with a page as it is shown now. */
async function problems(page, path) {
  const found = [];
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  for (const v of violations) {
    found.push(`${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`);
  }
  const seen = await page.evaluate(() => ({
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    lang: document.documentElement.lang,
    text: document.body.innerText,
    scripts: document.scripts.length,
  }));
  if (seen.wider > 0) found.push(`the page is ${seen.wider} px wider than the window`);
  if (/‹[a-z-]+›/.test(seen.text)) found.push(`a message is missing: ${seen.text.match(/‹[a-z-]+›/)[0]}`);
  const lang = path.match(/^\/(\w\w)(\/|$)/)?.[1];
  if (lang && seen.lang !== lang) found.push(`the page says it is in ${seen.lang}`);
  if (seen.scripts > 0) found.push("there is script in the page");
  return found;
}

async function look(view) {
  const context = await chromium.newContext({ viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme });
  const page = await context.newPage();
  const failures = [];
  let told = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) told.push(m.text()); });
  page.on("pageerror", (e) => told.push(String(e)));
  for (const path of paths) {
    told = [];
    const answer = await page.goto(server.url + path);
    const found = await problems(page, path);
    if (answer.status() !== 200) found.push(`status ${answer.status()}`);
    found.push(...told.map((t) => `the console says: ${t}`));
    failures.push(...found.map((f) => `${path}: ${f}`));
    if (path.startsWith("/en")) {
      await page.screenshot({ path: `${SHOTS}${view.name}${path.replaceAll("/", "_")}.png`, fullPage: true });
    }
  }
  failures.push(...await found(page, view));
  await context.close();
  assert.deepEqual(failures, []);
}

/** The page that marks personal data, after each of its examples in each language, with one piece of evidence open. */
async function found(page, view) {
  const failures = [];
  for (const lang of LANGUAGES) {
    for (const [number, name] of ["letter", "table", "call"].entries()) {
      const path = `/${lang}/find`;
      await page.goto(server.url + path);
      await page.locator(".examples button").nth(number).click();
      await page.locator("mark a").first().click();
      const wrong = await problems(page, path);
      failures.push(...wrong.map((f) => `${path} ${name}: ${f}`));
      if (lang === "en" || lang === "de") {
        await page.screenshot({ path: `${SHOTS}${view.name}_${lang}_found_${name}.png`, fullPage: true });
      }
    }
  }
  return failures;
}

describe("every page", { concurrency: 2 }, () => {
  test("all languages are there", () => {
    for (const lang of LANGUAGES) {
      const count = paths.filter((p) => p.startsWith(`/${lang}`)).length;
      assert.ok(count >= 15, `only ${count} pages in ${lang}`);
    }
  });
  for (const view of VIEWS) test(view.name, () => look(view));
});

test("the keyboard reaches everything, the skip link first", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.url}/en/privacy`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  assert.match(first, /^#/);
  const links = await page.locator("a[href]:visible, summary:visible").count();
  const seen = new Set();
  for (let i = 0; i < links + 5; i += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const box = e.getBoundingClientRect();
      return { key: `${e.tagName} ${e.getAttribute("href") ?? e.textContent}`, outline: getComputedStyle(e).outlineStyle, visible: box.width > 0 };
    });
    if (at.key.startsWith("BODY")) break;
    seen.add(at.key);
    assert.notEqual(at.outline, "none", `no focus is shown on ${at.key}`);
  }
  assert.ok(seen.size >= 20, `only ${seen.size} things were reached`);
  await page.close();
});

test("a language is chosen by negotiation and by link", async () => {
  const context = await chromium.newContext({ locale: "sk-SK" });
  const page = await context.newPage();
  await page.goto(`${server.url}/privacy`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "sk");
  await page.getByRole("link", { name: "Français" }).first().click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  await context.close();
});

test("printed, the notice is a clean document", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.url}/en/privacy`);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => ({
    switch: [...document.querySelectorAll("nav")].filter((n) => n.offsetParent !== null).length,
    heading: document.querySelector("h1").offsetParent !== null,
  }));
  assert.equal(shown.switch, 0, "navigation is printed");
  assert.ok(shown.heading);
  await page.close();
});

test("whoever pastes a compact policy sees it judged, without script", async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/en/try`);
  await page.locator("textarea").first().fill('P3P: CP="NOI CURa CONa OUR BUS PHY ONL"');
  await page.locator("form button[type=submit]").first().click();
  const text = await page.locator("main").innerText();
  assert.match(text, /unsatisfactory/i);
  assert.match(text, /Internet Explorer 6/);
  await context.close();
});

test("a finding opens its evidence, and the evidence leads back, without script", async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/en/find`);
  await page.locator("textarea").first().fill("Please write to anna@example.org, IBAN DE02 1203 0000 0000 2020 51.");
  await page.locator("#look button[type=submit]").first().click();
  const mark = page.locator("mark.find", { hasText: "DE02" });
  const evidence = page.locator(".evidence details", { hasText: "IBAN" }).locator(".facts");
  assert.equal(await evidence.isVisible(), false);
  await mark.locator("a").click();
  assert.match(await evidence.innerText(), /The check digits are right/);
  await page.locator(".evidence a:visible").click();
  assert.match(page.url(), /#m-\d+$/);
  await context.close();
});

test("a file is looked at, and its findings can be saved", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.url}/en/find`);
  const mail = { name: "letter.eml", mimeType: "message/rfc822", buffer: Buffer.from("From: anna@example.org\r\n\r\nHello") };
  await page.locator("input[type=file]").setInputFiles(mail);
  await page.locator("#look button[type=submit]").first().click();
  assert.match(await page.locator("mark.find").first().innerText(), /anna@example\.org/);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON Lines" }).click();
  const file = await saved;
  assert.equal(file.suggestedFilename(), "findings.jsonl");
  assert.equal(JSON.parse(readFileSync(await file.path(), "utf8").split("\n")[0]).type, "EMAIL");
  await page.close();
});

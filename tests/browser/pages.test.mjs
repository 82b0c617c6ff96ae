// Every page in every language: accessible, without script, without a message left over, at 360 px and wide, light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mkdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { browser, example, pages, serve } from "./site.mjs";

const SHOTS = new URL("shots/", import.meta.url).pathname;
const VIEWS = [
  { name: "narrow-light", width: 360, height: 800, colorScheme: "light" },
  { name: "narrow-dark", width: 360, height: 800, colorScheme: "dark" },
  { name: "wide-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1440, height: 900, colorScheme: "dark" },
];
/** Pages of which there are many alike: one view of each, all views of the first. */
const ALIKE = /^\/(\w\w\/)?problems\/./;

let chromium, copy, server, paths;

before(async () => {
  copy = example();
  server = await serve(copy.site);
  paths = [...pages(copy.site, copy.folder), ...["de", "en", "fr", "es", "sk"].map((l) => `/try?lang=${l}`)];
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
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
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
  const lang = path.match(/^\/(de|en|fr|es|sk)(\/|$)/)?.[1] ?? path.match(/lang=(\w\w)/)?.[1];
  if (lang && seen.lang !== lang) found.push(`the page says it is in ${seen.lang}`);
  if (seen.scripts > 0) found.push("there is script in the page");
  return found;
}

for (const view of VIEWS) {
  test(`every page, ${view.name}`, async () => {
    const context = await chromium.newContext({ viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme });
    const page = await context.newPage();
    const failures = [];
    let told = [];
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) told.push(m.text()); });
    page.on("pageerror", (e) => told.push(String(e)));
    let alike = false;
    let visited = 0;
    for (const path of paths) {
      if (ALIKE.test(path)) {
        if (alike && view.name !== "wide-light") continue;
        alike = true;
      }
      told = [];
      const answer = await page.goto(server.url + path);
      visited += 1;
      const found = await problems(page, path);
      if (answer.status() !== 200) found.push(`status ${answer.status()}`);
      found.push(...told.map((t) => `the console says: ${t}`));
      failures.push(...found.map((f) => `${path}: ${f}`));
      if (/^\/en(\/|$)/.test(path) && !ALIKE.test(path)) {
        await page.screenshot({ path: `${SHOTS}${view.name}${path.replaceAll("/", "_")}.png`, fullPage: true });
      }
    }
    await context.close();
    assert.ok(visited >= 50, `only ${visited} pages were visited`);
    assert.deepEqual(failures, []);
  });
}

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
  await page.goto(`${server.url}/try?lang=en`);
  await page.locator("textarea").first().fill('P3P: CP="NOI CURa CONa OUR BUS PHY ONL"');
  await page.locator("form button[type=submit]").first().click();
  const text = await page.locator("main").innerText();
  assert.match(text, /unsatisfactory/i);
  assert.match(text, /Internet Explorer 6/);
  await context.close();
});

// The editor in a real browser: by form, by source, by keyboard, without scripts; what is saved is what was shown.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import { browser, example, serve } from "./site.mjs";

let chromium, copy, server, session;

before(async () => {
  copy = example();
  server = await serve(copy.site, "--edit");
  chromium = await browser();
  const invitation = await invited();
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(invitation);
  assert.equal(page.url(), `${server.url}/edit`, "the token leaves the address");
  session = await context.storageState();
  await context.close();
});

after(async () => {
  await chromium?.close();
  await server?.stop();
  copy?.close();
});

/** The one-time address that the program prints. */
async function invited() {
  for (let i = 0; i < 100; i += 1) {
    const found = server.errors.join("\n").match(/http:\S+\/edit\?token=\w+/);
    if (found) return found[0];
    await sleep(50);
  }
  throw new Error("no address was printed");
}

/** A page of whoever edits; fails the test if the page reports anything. */
async function open(t, path, options = {}) {
  const context = await chromium.newContext({ storageState: session, locale: "en-GB", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const told = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) told.push(m.text()); });
  page.on("pageerror", (e) => told.push(String(e)));
  page.on("dialog", (dialog) => dialog.accept());
  t.after(async () => {
    await context.close();
    assert.deepEqual(told, []);
  });
  await page.goto(server.url + path);
  return page;
}

const source = (page) => page.inputValue("#source");

/** Waits until the source says this. */
async function says(page, expected) {
  for (let i = 0; i < 100; i += 1) {
    const text = await source(page);
    if (expected instanceof RegExp ? expected.test(text) : text === expected) return text;
    await sleep(50);
  }
  throw new Error(`the source does not say ${expected instanceof RegExp ? expected : "what was expected"}`);
}

async function section(page, place) {
  await page.click(`#outline [data-section="${place}"]`);
  await page.waitForSelector(`#form form[data-form="${place}"]`);
}

/** A new version of the site policy; gives the address of its editor. */
async function version(page, name) {
  await page.goto(`${server.url}/edit?new=site`);
  await page.fill("#version-site", name);
  await page.click('form[action="/edit/site"] button');
  await page.waitForURL(new RegExp(`site-${name}\\.toml`));
  return page.url().replace(server.url, "");
}

const file = (name) => readFileSync(join(copy.site, name), "utf8");

test("a new version is changed by forms, seen at once, undone, and saved", async (t) => {
  const page = await open(t, "/edit");
  await version(page, "3");
  const start = await source(page);
  await page.check('#form input[type=radio][value="all"]');
  const changed = await says(page, /^access\s+= "all"/m);
  assert.match(await page.textContent("#state"), /Draft/);
  await page.keyboard.press("Control+z");
  await says(page, start);
  await page.keyboard.press("Control+Shift+Z");
  await says(page, changed);

  await section(page, "statement.offers");
  const title = page.locator('textarea[data-place="statement.offers.title.en"]');
  await title.fill("Offers & <b>news</b>");
  await says(page, /title\.en\s+= "Offers & <b>news<\/b>"/);
  await page.frameLocator("#notice").locator("h3", { hasText: "Offers & <b>news</b>" }).waitFor();
  assert.ok(await title.evaluate((e) => e === document.activeElement), "writing is not disturbed");
  await page.fill('[data-add-value="statement.offers.data"]', "user.name");
  await page.keyboard.press("Enter");
  await says(page, /"user\.name"/);

  const kept = await source(page);
  await page.reload();
  await says(page, kept);
  assert.match(await page.textContent("#message"), /back/);

  await page.keyboard.press("Control+s");
  await page.waitForSelector("dialog#diff[open]");
  const diff = await page.textContent("#diff-body");
  assert.ok(diff.includes("Now also collected") && diff.includes('"user.name"'), diff);
  assert.notEqual(file("site-3.toml"), kept, "nothing is saved before it is said");
  await page.click("#diff-save");
  await page.waitForFunction(() => document.getElementById("message").textContent.includes("Saved"));
  assert.equal(file("site-3.toml"), kept);
  assert.ok(kept.includes("# "), "comments stay");
});

test("a mistake in the source stands at its line, in the form and in the list, and is put right", async (t) => {
  const page = await open(t, "/edit");
  await version(page, "4");
  await page.click("[data-main-to=source]");
  await page.click("[data-side-to=problems]");
  await page.evaluate(() => {
    const area = document.getElementById("source");
    const at = area.value.indexOf('"', area.value.search(/^access/m)) + 1;
    area.focus();
    area.setSelectionRange(at, area.value.indexOf('"', at));
  });
  await page.keyboard.type("contct-and-other");
  await page.waitForSelector("#gutter .error");
  assert.match(await page.textContent("#live"), /1 error/);
  assert.match(await page.textContent("#state"), /errors/);
  await page.keyboard.press("F8");
  await page.click("[data-main-to=form]");
  assert.ok(await page.locator('[data-field="policy.access"] .problem.refused').count(), "it stands in the form");
  await page.click("#problems [data-fix]");
  await says(page, /^access\s+= "contact-and-other"/m);
  await page.waitForFunction(() => !document.querySelector("#problems .problem.refused"));
});

test("a remedy is applied to the draft, and the verdict is judged again", async (t) => {
  const page = await open(t, "/edit/site/site-1.toml");
  await page.click("[data-side-to=verdict]");
  const agent = page.locator('section[aria-labelledby="agent-ie6"]');
  assert.ok(await agent.locator(".section-head .mark.refused").count());
  const before = await source(page);
  await agent.locator("[data-remedy]").first().click();
  await agent.locator(".section-head .mark.allowed").waitFor();
  assert.notEqual(await source(page), before);
  await page.click("#history-open");
  assert.match(await page.textContent("#history-list"), /Applied: let people refuse/i);
  await page.locator("#history-list button").last().click();
  await says(page, before);
});

test("a new name goes wherever the old one was; things are added and removed", async (t) => {
  const page = await open(t, "/edit");
  await version(page, "5");
  await section(page, "statement.cookies");
  const name = page.locator("#form [data-rename=statement]");
  await name.fill("storage");
  await name.blur();
  const text = await says(page, /^id\s+= "storage"/m);
  assert.ok(!/^statement\s+= "cookies"/m.test(text) && /^statement\s+= "storage"/m.test(text));
  const start = text;
  await page.click("#outline summary:has-text('Add a cookie')");
  await page.fill("#add-cookie", "test*");
  await page.keyboard.press("Enter");
  await says(page, /^name\s+= "test\*"/m);
  await page.click('[data-remove="cookie.test*"]');
  await says(page, start);
});

test("a file that somebody else changed is not overwritten unseen", async (t) => {
  const page = await open(t, "/edit");
  const address = await version(page, "6");
  await page.fill('[data-place="policy.choices"]', "https://www.example.com/ours");
  await says(page, /\/ours"/);
  const other = await open(t, address);
  await other.fill('[data-place="policy.choices"]', "https://www.example.com/theirs");
  await says(other, /\/theirs"/);
  for (const one of [page, other]) {
    await one.keyboard.press("Control+s");
    await one.waitForSelector("dialog#diff[open]");
  }
  await other.click("#diff-save");
  await other.waitForFunction(() => document.getElementById("message").textContent.includes("Saved"));
  // The browser itself reports an answer of 409 on its console.
  page.removeAllListeners("console");
  await page.click("#diff-save");
  await page.waitForFunction(() => document.getElementById("message").textContent.includes("changed the file"));
  assert.match(file("site-6.toml"), /\/theirs"/);
  assert.match(await source(page), /\/ours"/);
});

test("without scripts the source is compared and saved", async (t) => {
  const setup = await open(t, "/edit");
  const address = await version(setup, "7");
  const page = await open(t, address, { javaScriptEnabled: false });
  await page.fill("#source", file("site-7.toml").replace(/^access(\s+)= ".*"/m, 'access$1= "none"'));
  await page.click("button[value=diff]");
  assert.match(await page.textContent("#report"), /What saving changes/);
  await page.click("button[value=save]");
  assert.match(await page.textContent("#report"), /Saved/);
  assert.match(file("site-7.toml"), /^access\s+= "none"/m);
  assert.ok(await page.locator("#notice").isVisible());
});

describe("every part is accessible and fits", () => {
  for (const [width, colorScheme, lang] of [[1440, "light", "en"], [1440, "dark", "de"], [360, "light", "sk"], [360, "dark", "fr"], [360, "light", "es"]]) {
    test(`${width} px, ${colorScheme}, ${lang}`, async (t) => {
      const page = await open(t, `/edit?lang=${lang}`, { viewport: { width, height: 800 }, colorScheme });
      const failures = [];
      const look = async (name) => {
        // The preview is the notice, which has its own test.
        const axe = new AxeBuilder({ page }).exclude("#notice").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
        const { violations } = await axe.analyze();
        failures.push(...violations.map((v) => `${name}: ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`));
        const seen = await page.evaluate(() => ({ wider: document.documentElement.scrollWidth - document.documentElement.clientWidth, text: document.body.innerText }));
        if (seen.wider > 0) failures.push(`${name}: ${seen.wider} px too wide`);
        if (/‹[a-z-]+›/.test(seen.text)) failures.push(`${name}: ${seen.text.match(/‹[a-z-]+›/)[0]}`);
      };
      await look("list");
      await page.goto(`${server.url}/edit/site/site-1.toml?lang=${lang}`);
      for (const place of ["policy", "entity", "statement.transactions", "cookie.basket"]) {
        if (width < 1000) await page.click("[data-narrow-to=outline]");
        await section(page, place);
        await page.evaluate(() => document.querySelectorAll("#form details").forEach((d) => { d.open = true; }));
        await look(place);
      }
      if (width < 1000) await page.click("[data-narrow-to=result]");
      for (const pane of ["compact", "verdict", "problems"]) {
        await page.click(`[data-side-to=${pane}]`);
        await look(pane);
      }
      await page.click(width < 1000 ? "[data-narrow-to=source]" : "[data-main-to=source]");
      await look("source");
      await page.click("#history-open");
      await look("history");
      assert.deepEqual(failures, []);
    });
  }
});

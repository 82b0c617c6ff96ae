// The page that a person gets with a copy of their data: accessible, without script, at 360 px and wide, light and dark, from a
// folder without a network. The pages are written by the tests of the crate abide-rights into the folder that ABIDE_PAGES names.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { browser } from "./site.mjs";

const folder = process.env.ABIDE_PAGES;
const skip = folder ? false : "SKIPPED: ABIDE_PAGES says where the pages are";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let chromium;

before(async () => { if (folder) chromium = await browser(); });
after(async () => { await chromium?.close(); });

for (const width of [360, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`copies at ${width} px, ${colorScheme}`, { skip }, async () => {
      const context = await chromium.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true, bypassCSP: true });
      const page = await context.newPage();
      const told = [];
      page.on("console", (m) => { if (["error", "warning"].includes(m.type())) told.push(m.text()); });
      const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
      assert.ok(names.length >= 5, `${names.length} pages`);
      for (const name of names) {
        await page.goto(pathToFileURL(join(folder, name)).href);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const found = violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0]?.target.join(" ")}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.deepEqual([...found, ...told], [], name);
        assert.ok(wider <= 0, `${name} is ${wider} px wider than the window`);
      }
      await context.close();
    });
  }
}

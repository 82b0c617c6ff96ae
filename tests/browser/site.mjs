// Starts the program on a copy of the example, and a browser.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const debug = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug");
const program = join(debug, "abide");

/** A copy of the example in a folder of its own, removed by `close`. */
export function example() {
  const folder = mkdtempSync(join(tmpdir(), "abide-browser-"));
  const site = join(folder, "site");
  cpSync(join(root, "examples/contact-centre"), site, {
    recursive: true,
    filter: (path) => !path.includes(".abide"),
  });
  return { folder, site, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The example with its store, which is a small database and its files. */
export function exampleWithStore() {
  const copy = example();
  const made = spawnSync(join(debug, "generate-centre"), ["--out", join(copy.site, "store"), "--calls", "300", "--media", "5"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr ?? String(made.error));
  const file = join(copy.site, "abide.toml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("[[policy]]", 'stores = ["store/centre.toml", "store/files.toml"]\n\n[[policy]]'));
  return copy;
}

/** Serves a site; `lines` are those the program wrote until it was ready. */
export async function serve(site, ...options) {
  const child = spawn(program, ["serve", site, "--listen", "127.0.0.1:0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const errors = [];
  const words = createInterface({ input: child.stderr });
  words.on("line", (line) => errors.push(line));
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const address = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve)),
    ended.then(() => { throw new Error(`the program ended: ${errors.join("\n")}`); }),
  ]);
  return {
    url: address.replace(/\/$/, ""),
    errors,
    /** The one-time address that lets a browser in. */
    invited: async () => {
      for (let i = 0; i < 100; i += 1) {
        const found = errors.join("\n").match(/http:\S+\/edit\?token=\w+/);
        if (found) return found[0];
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error("no address was printed");
    },
    stop: async () => { child.kill("SIGTERM"); await ended; },
  };
}

/** The paths of every page of the site, as `abide publish` writes them. */
export function pages(site, folder) {
  const out = join(folder, "published");
  const done = spawnSync(program, ["publish", site, "--out", out, "--records", join(folder, "pages.db")], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  const files = readdirSync(out, { recursive: true }).map((f) => relative(".", f));
  return files
    .filter((f) => f.endsWith(".html"))
    .map((f) => `/${f}`.replace(/index\.html$/, "").replace(/(.)\/$/, "$1"))
    .sort();
}

/** Debian's Chromium, without anything that would call home. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

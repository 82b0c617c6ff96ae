// Runs one Node tool as a filter: lines `{"text"}` in, lines `{"findings": [{"start", "end", "type"}]}` out.
//
//     node find.cjs TOOL PLACE-OF-NODE_MODULES [redact]
//
// Places are code points, end exclusive. A tool that only replaces (redact-pii) is asked for its replacement when speed is
// measured (`redact`), and each of its parts is asked alone when places are wanted.

const { createRequire } = require("node:module");
const readline = require("node:readline");

const [tool, folder, mode] = process.argv.slice(2);
const installed = createRequire(`${folder}/x.js`);
// A sign that no text has.
const MARK = "\u{e000}";

const tools = {
  openredaction() {
    const { OpenRedaction } = installed("@openredaction/openredaction");
    const shield = new OpenRedaction();
    return async (text) => {
      const { detections } = await shield.detect(text);
      return detections.map((d) => ({ start: d.position[0], end: d.position[1], type: d.type }));
    };
  },

  "redact-pii"() {
    const { SyncRedactor } = installed("redact-pii");
    const redactor = new SyncRedactor();
    if (mode === "redact") return (text) => redactor.redact(text);
    const parts = redactor.childRedactors.map((part) => ({ part, type: part.replaceWith }));
    parts.forEach(({ part }) => (part.replaceWith = MARK));
    return (text) => apart(parts.flatMap(({ part, type }) => replaced(text, part.redact(text), type)));
  },
};

// Where a text was replaced by marks: what stands between marks stands in the text, in this order.
function replaced(text, after, type) {
  const pieces = after.split(MARK);
  if (pieces.length === 1) return [];
  const pattern = pieces.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("([^]+?)");
  const match = new RegExp(`^${pattern}$`, "d").exec(text);
  if (!match) throw new Error("what was replaced cannot be told from the text");
  return match.indices.slice(1).map(([start, end]) => ({ start, end, type }));
}

// Of findings that share text the one whose part comes first, as each part sees what the ones before it left.
function apart(findings) {
  const kept = [];
  for (const one of findings) {
    if (kept.every((other) => one.end <= other.start || other.end <= one.start)) kept.push(one);
  }
  return kept;
}

// UTF-16 units to code points.
function points(text, unit) {
  return [...text.slice(0, unit)].length;
}

async function main() {
  const find = tools[tool]();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { text } = JSON.parse(line);
    const found = await find(text);
    const answer = Array.isArray(found)
      ? { findings: found.map((f) => ({ start: points(text, f.start), end: points(text, f.end), type: f.type })) }
      : { text: found };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

main();

// The source: line numbers with their problems beside it, and the way to a line.

import { area, byId, root, state, words } from "./editor-state.js";

const gutter = byId("gutter");
area.addEventListener("scroll", () => (gutter.scrollTop = area.scrollTop));

/** Numbers the lines, and marks those with problems and those of the section whose form is shown. */
export function drawGutter() {
  const count = area.value.split("\n").length;
  const worst = new Map();
  for (const d of state.diagnostics) {
    if (d.line && (d.severity === "error" || !worst.has(d.line))) worst.set(d.line, d);
  }
  while (gutter.children.length > count) gutter.lastChild.remove();
  while (gutter.children.length < count) gutter.append(document.createElement("span"));
  const [from, to] = sectionLines();
  [...gutter.children].forEach((line, i) => {
    const d = worst.get(i + 1);
    const shape = d ? { error: "■", warning: "◐", acknowledged: "○" }[d.severity] : "";
    const text = `${shape}${i + 1}`;
    if (line.textContent !== text) line.textContent = text;
    const name = [d?.severity, i + 1 >= from && i + 1 < to ? "here" : ""].filter(Boolean).join(" ");
    if (line.className !== name) line.className = name;
    line.title = d?.message ?? "";
  });
  gutter.scrollTop = area.scrollTop;
}

/** The lines of the section whose form is shown. */
function sectionLines() {
  const start = state.places[state.section]?.[0];
  if (!start) return [0, 0];
  const sections = [...root.querySelectorAll("#outline [data-section]")].map((b) => state.places[b.dataset.section]?.[0]);
  const next = sections.filter((line) => line > start);
  return [start, next.length ? Math.min(...next) : Infinity];
}

/** Says what is wrong with the line in which the cursor is. */
document.addEventListener("selectionchange", () => {
  if (document.activeElement !== area) return;
  const line = area.value.slice(0, area.selectionStart).split("\n").length;
  const found = state.diagnostics.filter((d) => d.line === line).map((d) => d.message);
  byId("source-line").textContent = found.length ? `${words.line} ${line}: ${found.join(". ")}` : "";
});

/** Brings a line into sight. */
export function scrollSource(line) {
  const height = area.scrollHeight / area.value.split("\n").length;
  area.scrollTop = Math.max(0, (line - 4) * height);
}

// The editor in the browser: it holds the text, asks the server what it comes to, and shows the answer.
//
// The text is the only state. A form control asks for a change of the text; typing in the source changes it directly. Every
// step goes into the history. Nothing here knows what a policy is: forms, problems and previews come from the server.

import { isBeingTyped, morphChildren, morphInto } from "./editor-morph.js";
import { drawGutter, scrollSource } from "./editor-source.js";
import { area, byId, message, root, say, state, words } from "./editor-state.js";

/** How long to wait after the last key before the text is checked, in milliseconds. */
const PAUSE = 500;
/** Steps that go back further are forgotten. */
const MOST_STEPS = 100;
const KEY = `abide-edit:${root.dataset.address}`;

// Asking the server.

let order = Promise.resolve();

/** One after the other, so that each change starts from the text that the one before left. */
function inOrder(work) {
  order = order.then(work).catch((error) => {
    console.error(error);
    say(words.failed);
  });
  return order;
}

async function ask(what, more = {}) {
  const body = { source: area.value, section: state.section, lang: root.dataset.lang, base: state.base, ...more };
  if (state.preview) body.preview = state.preview;
  let response;
  try {
    response = await fetch(`${root.dataset.address}/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    say(words.offline);
    return null;
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  return { refused: response.status, error: answer.error ?? words.failed, ...answer };
}

/** Asks what the text comes to, and shows it. */
function check() {
  return inOrder(async () => {
    const [sent, section] = [area.value, state.section];
    const view = await ask("check");
    if (!view) return;
    if (view.refused) return say(view.error);
    // The text or the reader went on while the answer was on its way: its own check follows.
    if (area.value === sent && state.section === section) show(view);
  });
}

/** Changes the text, then goes where the change leads. */
function change(changes, merge) {
  return inOrder(async () => {
    settleTyping();
    const [before, section] = [area.value, state.section];
    const answer = await ask("change", { changes });
    if (!answer) return;
    if (answer.refused) {
      say(answer.error);
      check();
      return;
    }
    if (area.value !== before) return;
    message();
    area.value = answer.source;
    // The reader may have gone elsewhere, for which its own check follows.
    const stays = state.section === section;
    if (stays) state.section = answer.view.section;
    step(answer.label, merge);
    if (!stays) return;
    show(answer.view);
    if (answer.focus) goTo(answer.focus);
  });
}

// Showing an answer.

function show(view) {
  state.section = view.section;
  state.places = view.places;
  state.diagnostics = view.diagnostics;
  morphInto(byId("state"), view.state);
  morphInto(byId("outline"), view.outline);
  // Without a form the last one stays out of sight, so that nothing is changed that cannot be.
  byId("form-none").hidden = view.editable;
  byId("form").hidden = !view.editable;
  if (view.editable) morphInto(byId("form"), view.form);
  morphInto(byId("problems"), view.problems);
  morphInto(byId("notice-head"), view.notice_head);
  morphInto(byId("compact"), view.compact);
  morphInto(byId("verdict"), view.verdict);
  byId("problem-count").textContent = view.errors + view.warnings;
  byId("said").textContent = view.said;
  if (byId("live").textContent !== view.said) byId("live").textContent = view.said;
  showNotice(view.notice);
  showOneLanguage();
  drawGutter();
}

const frame = byId("notice");

function showNotice(html) {
  frame.hidden = !html;
  const page = frame.contentDocument;
  if (!html) return;
  if (!page?.body || page.querySelector("main") === null) {
    frame.srcdoc = html;
    return;
  }
  const wanted = new DOMParser().parseFromString(html, "text/html");
  page.documentElement.lang = wanted.documentElement.lang;
  page.title = wanted.title;
  morphChildren(page.body, wanted.body);
}

/** The preview shows one page: its links lead nowhere else. */
frame.addEventListener("load", () => {
  frame.contentDocument?.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    event.preventDefault();
    const to = link.getAttribute("href");
    if (to.startsWith("#")) scrollNotice(to.slice(1));
  });
});
// It may have loaded before this script.
if (frame.contentDocument?.readyState === "complete") frame.dispatchEvent(new Event("load"));

/** Texts of one language, or of all. */
let oneLanguage = sessionStorage.getItem("abide-edit-texts") ?? "";

function showOneLanguage() {
  const choice = byId("form-lang");
  const offered = choice && [...choice.options].some((o) => o.value === oneLanguage);
  if (choice && offered && choice.value !== oneLanguage) choice.value = oneLanguage;
  for (const wording of root.querySelectorAll(".wording")) {
    wording.hidden = Boolean(offered && oneLanguage && wording.dataset.lang !== oneLanguage);
  }
}

// History.

/** Remembers the text as a step; steps of the same kind in a row are one. */
function step(label, merge) {
  const last = state.steps[state.at];
  if (last.source === area.value) return;
  state.steps.length = state.at + 1;
  const now = { source: area.value, label, section: state.section, merge };
  if (merge && last.merge === merge && state.at > 0) state.steps[state.at] = now;
  else state.steps.push(now);
  if (state.steps.length > MOST_STEPS) state.steps.splice(1, state.steps.length - MOST_STEPS);
  state.at = state.steps.length - 1;
  keep();
  tools();
}

function back(to, word) {
  settleTyping();
  if (to < 0 || to >= state.steps.length || to === state.at) return;
  const label = word === words.undone ? state.steps[state.at].label : state.steps[to].label;
  state.at = to;
  area.value = state.steps[to].source;
  if (state.steps[to].section) state.section = state.steps[to].section;
  for (const one of state.steps) delete one.merge;
  keep();
  tools();
  // Going back also takes back what stands in the field where somebody is writing.
  state.goingBack = true;
  check().then(() => {
    state.goingBack = false;
    byId("live").textContent = `${word} ${label}`;
  });
}
function undo() {
  settleTyping();
  back(state.at - 1, words.undone);
}
const redo = () => back(state.at + 1, words.redone);

function tools() {
  byId("undo").disabled = state.at === 0;
  byId("redo").disabled = state.at === state.steps.length - 1;
  root.classList.toggle("unsaved", area.value !== state.saved);
}

function showHistory() {
  settleTyping();
  const list = byId("history-list");
  list.replaceChildren();
  [...state.steps.keys()].reverse().forEach((i) => {
    const item = document.createElement("li");
    const label = Object.assign(document.createElement("span"), { textContent: state.steps[i].label });
    item.append(label);
    if (state.steps[i].source === state.saved) item.append(" ", tag(words.saved));
    if (i === state.at) item.append(" ", tag(words.now));
    else {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: words["back-to"] });
      button.setAttribute("aria-label", `${words["back-to"]}: ${state.steps[i].label}`);
      button.addEventListener("click", () => {
        byId("history").close();
        back(i, words["back-to"]);
      });
      item.append(" ", button);
    }
    list.append(item);
  });
  byId("history").showModal();
}
const tag = (text) => Object.assign(document.createElement("span"), { className: "tag", textContent: text });

/** Keeps the text for a reload of the page. */
function keep() {
  const { base, section, steps, at } = state;
  const put = (steps, at) => sessionStorage.setItem(KEY, JSON.stringify({ base, section, steps, at }));
  try {
    put(steps, at);
  } catch {
    // The browser keeps no more than this: the text matters more than its history.
    try {
      put([steps[at]], 0);
    } catch {
      sessionStorage.removeItem(KEY);
    }
  }
}

function restore() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return;
  }
  const text = kept?.steps?.[kept.at]?.source;
  if (typeof text !== "string" || text === area.value) return;
  const theirs = state.steps[0];
  state.steps = kept.base === state.base ? kept.steps : [theirs, ...kept.steps.slice(kept.at, kept.at + 1)];
  state.at = kept.base === state.base ? kept.at : 1;
  state.section = kept.section;
  area.value = text;
  const discard = () => {
    area.value = theirs.source;
    step(words.discard);
    check();
  };
  message(kept.base === state.base ? words.restored : words.conflict, [words.discard, discard]);
  check();
}

addEventListener("beforeunload", (event) => {
  settleTyping();
  if (area.value !== state.saved) event.preventDefault();
});

// Typing in the source.

let typing;

area.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    settleTyping();
    check();
  }, PAUSE);
  drawGutter();
  root.classList.toggle("unsaved", area.value !== state.saved);
});

/** Makes what was typed a step, now. */
function settleTyping() {
  clearTimeout(typing);
  typing = undefined;
  step(words.typed, "typed");
}

function showLine(start, end) {
  if (root.dataset.side !== "source") view("main", "source");
  view("narrow", "source");
  area.focus();
  area.setSelectionRange(start, end);
  scrollSource(area.value.slice(0, start).split("\n").length);
}

byId("gutter").addEventListener("click", (event) => {
  const line = [...byId("gutter").children].indexOf(event.target) + 1;
  const found = state.diagnostics.find((d) => d.line === line);
  if (found) showLine(found.start, found.end);
});

// Changing by forms.

const form = byId("form");

form.addEventListener("submit", (event) => event.preventDefault());

form.addEventListener("change", (event) => {
  clearTimeout(writing);
  if (event.target.id === "form-lang") {
    oneLanguage = event.target.value;
    sessionStorage.setItem("abide-edit-texts", oneLanguage);
    return showOneLanguage();
  }
  commit(event.target);
});

let writing;

/** Texts are shown in the preview while they are written. */
form.addEventListener("input", (event) => {
  const control = event.target;
  if (event.isComposing || !control.dataset.set || control.dataset.rename || control.list || ["checkbox", "radio", "select-one", "date"].includes(control.type)) return;
  clearTimeout(writing);
  writing = setTimeout(() => commit(control), PAUSE);
});

function commit(control) {
  const { set, place, list, at, rename, from } = control.dataset;
  const period = control.closest("[data-period]");
  if (period) {
    const [amount, unit] = period.querySelectorAll("input, select");
    const value = amount.value ? `${amount.value} ${amount.value === "1" ? unit.value.replace(/s$/, "") : unit.value}` : "";
    // A unit alone says nothing yet.
    if (value || control === amount) change([{ op: "set", place: period.dataset.period, type: "str", value }]);
  } else if (list) {
    change([control.checked ? { op: "append", place: list, value: control.value } : { op: "remove", place: at }]);
  } else if (rename) {
    if (control.value.trim() && control.value.trim() !== from) change([{ op: "rename", list: rename, from, to: control.value }]);
    else control.value = from;
  } else if (set) {
    const value = control.type === "checkbox" ? String(control.checked) : control.value;
    const merge = control.type === "checkbox" || control.type === "radio" ? undefined : place;
    change([{ op: "set", place, type: set, value }], merge);
  }
}

/** The value of a small form that adds something. */
function added(control, make) {
  const value = control.value.trim();
  if (!value) return control.focus();
  control.value = "";
  change([make(value)]).then(() => byId(control.id)?.focus());
}

root.addEventListener("submit", (event) => {
  const list = event.target.dataset.add;
  if (!list) return;
  event.preventDefault();
  const name = event.target.elements.name.value;
  event.target.reset();
  change([{ op: "add", list, name }]);
});

root.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  const place = event.target.dataset?.addValue;
  if (place) {
    event.preventDefault();
    added(event.target, (value) => ({ op: "append", place, value }));
  }
});

const clicks = {
  section: (b) => openSection(b.dataset.section),
  addOne: (b) => change([{ op: "add", list: b.dataset.addOne, name: "" }]),
  remove: (b) => change([{ op: "remove", place: b.dataset.remove }]),
  append: (b) => added(b.parentElement.querySelector("[data-add-value]"), (value) => ({ op: "append", place: b.dataset.append, value })),
  appendText: (b) => change([{ op: "append-text", place: b.dataset.appendText }]),
  element: (b) => {
    const [key, value] = b.parentElement.querySelectorAll("input");
    if (!key.value.trim()) return key.focus();
    if (!value.value.trim()) return value.focus();
    change([{ op: "set", place: `${b.dataset.element}.${key.value.trim()}`, type: "str", value: value.value }]);
    key.value = value.value = "";
  },
  fix: (b) => change([{ op: "fix", place: b.dataset.fix, code: b.dataset.code }]),
  stay: (b) => change([{ op: "acknowledge", place: b.dataset.stay, code: b.dataset.code }]),
  remedy: (b) => change([{ op: "remedy", agent: b.dataset.remedy, index: Number(b.dataset.index), alternative: b.dataset.alternative === "true" }]),
  goto: (b) => goTo(b.dataset.goto),
  show: (b) => showPlace(b.dataset.show),
  line: (b) => showLine(Number(b.dataset.start), Number(b.dataset.end)),
  mainTo: (b) => view("main", b.dataset.mainTo),
  sideTo: (b) => view("side", b.dataset.sideTo),
  narrowTo: (b) => view("narrow", b.dataset.narrowTo),
  close: (b) => b.closest("dialog").close(),
};

root.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  for (const name of Object.keys(clicks)) if (name in button.dataset) return clicks[name](button);
});

byId("undo").addEventListener("click", undo);
byId("redo").addEventListener("click", redo);
byId("history-open").addEventListener("click", showHistory);
byId("notice-head").addEventListener("change", (event) => {
  state.preview = event.target.value;
  check();
});

// Going places.

function openSection(section, then) {
  settleTyping();
  state.section = section;
  view("main", "form");
  view("narrow", "form");
  check().then(() => {
    if (state.section !== section) return;
    if (then) return then();
    byId("form-title")?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
    showInNotice(section);
    if (state.places[section]) scrollSource(state.places[section][0]);
  });
}

/** Only the preview scrolls, not the page around it. */
function scrollNotice(id) {
  const page = frame.contentDocument;
  const target = page?.getElementById(id);
  if (target) page.scrollingElement.scrollTop += target.getBoundingClientRect().top - 16;
}

function showInNotice(section) {
  const [list, ...name] = section.split(".");
  if (list === "statement") scrollNotice(`s-${name.join("-")}`);
}

/** The form control of a place, or of the nearest thing that holds it. */
function goTo(place) {
  const sections = [...root.querySelectorAll("#outline [data-section]")].map((b) => b.dataset.section);
  const holding = sections.filter((s) => place === s || place.startsWith(`${s}.`)).sort((a, b) => b.length - a.length)[0] ?? "policy";
  const there = () => {
    const field = nearest(place);
    for (let above = field?.parentElement; above; above = above.parentElement) if (above.nodeName === "DETAILS") above.open = true;
    const inner = field?.querySelector(":scope > details");
    if (inner) inner.open = true;
    const control = field?.querySelector("input:checked, input:not([type=radio]), select, textarea:not([hidden])") ?? field?.querySelector("input, button");
    (control ?? byId("form-title"))?.focus();
    field?.scrollIntoView({ block: "nearest" });
    flash(field);
  };
  if (holding === state.section && root.dataset.main === "form") {
    view("narrow", "form");
    there();
  } else openSection(holding, there);
}

function nearest(place) {
  const fields = [...form.querySelectorAll("[data-field]")];
  const holding = fields.filter((f) => place === f.dataset.field || place.startsWith(`${f.dataset.field}.`));
  return holding.sort((a, b) => b.dataset.field.length - a.dataset.field.length)[0];
}

function flash(element) {
  if (!element) return;
  element.classList.remove("flash");
  requestAnimationFrame(() => element.classList.add("flash"));
  element.addEventListener("animationend", () => element.classList.remove("flash"), { once: true });
}

/** Where a place, or the nearest thing that holds it, stands in the source. */
function showPlace(place) {
  for (let at = place; at; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    if (state.places[at]) return showLine(state.places[at][1], state.places[at][2]);
  }
  say(words["no-source-place"]);
}

function view(where, what) {
  root.dataset[where] = what;
  if (root.dataset.main === "source" && root.dataset.side === "source") root.dataset.side = where === "side" ? "source" : "notice";
  if (where === "side" && what === "source") root.dataset.main = "form";
  if (where === "narrow" && what === "source") root.dataset.main = root.dataset.side === "source" ? "form" : "source";
  if (where === "narrow" && what === "form") root.dataset.main = "form";
  if (where === "narrow" && what === "result" && root.dataset.side === "source") root.dataset.side = "notice";
  for (const name of ["main", "side", "narrow"]) {
    for (const button of root.querySelectorAll(`[data-${name}-to]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[`${name}To`] === root.dataset[name]));
    }
  }
  drawGutter();
  if (where === "side" && what === "source" && state.places[state.section]) scrollSource(state.places[state.section][0]);
}

/** The next problem, or the one before; where the source is shown, in the source. */
function nextProblem(direction) {
  const open = state.diagnostics.filter((d) => d.severity !== "acknowledged");
  if (!open.length) return;
  state.problem = (state.problem + direction + open.length) % open.length;
  const d = open[state.problem];
  byId("live").textContent = d.message;
  if (root.dataset.main === "source" && d.line) showLine(d.start, d.end);
  else goTo(d.place);
}

// Saving.

byId("source-form").addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});

function compare() {
  settleTyping();
  return inOrder(async () => {
    const diff = await ask("diff");
    if (!diff) return;
    if (diff.refused) return say(diff.error);
    state.base = diff.base;
    if (diff.same) {
      saved(area.value, diff.base);
      return say(words["no-changes"]);
    }
    byId("diff-body").innerHTML = diff.html;
    if (diff.moved) {
      byId("diff-body").prepend(Object.assign(document.createElement("p"), { className: "note limited", textContent: words.conflict }));
    }
    if (!byId("diff").open) byId("diff").showModal();
    byId("diff-title").focus();
  });
}

function saved(source, base) {
  state.saved = source;
  state.base = base;
  keep();
  tools();
}

byId("diff-save").addEventListener("click", () =>
  inOrder(async () => {
    const sent = area.value;
    const answer = await ask("save");
    byId("diff").close();
    if (!answer) return;
    if (answer.refused) {
      if (!answer.base) return say(answer.error);
      const theirs = () => {
        area.value = answer.source;
        step(words.reload);
        saved(answer.source, answer.base);
        check();
      };
      return message(answer.error, [words.reload, theirs]);
    }
    saved(sent, answer.base);
    show(answer.view);
    message(answer.said);
  }),
);

// Keys.

document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    return nextProblem(event.shiftKey ? -1 : 1);
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const act = key === "s" ? compare : key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : null;
  if (!act) return;
  event.preventDefault();
  clearTimeout(writing);
  const control = document.activeElement;
  // What was just written in a field is a step of its own.
  if (control?.dataset?.set && form.contains(control) && isBeingTyped(control) && control.value !== control.defaultValue) {
    commit(control);
    order.then(act);
  } else act();
});

root.classList.add("on");
view("main", root.dataset.main);
showOneLanguage();
drawGutter();
tools();
restore();
byId("report")?.focus();

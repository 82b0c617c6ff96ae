// What the editor's page knows: its parts, its words, the text and its steps.

export const root = document.getElementById("editor");
export const words = JSON.parse(root.dataset.words);
const initial = JSON.parse(root.dataset.initial);
export const area = document.getElementById("source");
export const byId = (id) => document.getElementById(id);

/** The text is in `area`; this is what is known about it. */
export const state = {
  base: root.dataset.base,
  saved: area.value,
  section: initial.section,
  preview: "",
  places: initial.places,
  diagnostics: initial.diagnostics,
  steps: [{ source: area.value, label: words.opened, section: initial.section }],
  at: 0,
  problem: -1,
  /** Whether a step back is on its way, which also takes back what is being typed. */
  goingBack: false,
};

/** Says something that needs to be seen, with what can be done about it. */
export function message(text, ...buttons) {
  const place = byId("message");
  place.hidden = !text;
  place.replaceChildren(text ? Object.assign(document.createElement("p"), { textContent: text }) : "");
  if (!buttons.length) return;
  const line = Object.assign(document.createElement("p"), { className: "do" });
  for (const [label, act] of buttons) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "second", textContent: label });
    button.addEventListener("click", () => {
      message();
      act();
    });
    line.append(button);
  }
  place.append(line);
}
export const say = (text) => message(text);

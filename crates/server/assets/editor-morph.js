// Turns what a page shows into what it is to show, and leaves alone what stays: focus, open details, half-typed text.

import { state } from "./editor-state.js";

/** Turns what is shown into what is to be shown, and leaves alone what stays: focus, open details, half-typed text. */
export function morphInto(element, html) {
  const wanted = document.createElement("template");
  wanted.innerHTML = html;
  morphChildren(element, wanted.content);
}

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset?.field || node.dataset?.keep || "" : "");

export function morphChildren(element, wanted) {
  const keyed = new Map();
  for (const child of element.childNodes) if (keyOf(child) && !keyed.has(keyOf(child))) keyed.set(keyOf(child), child);
  let here = element.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    // Two of one name are a mistake in the file, and both are shown.
    const same = key ? keyed.get(key) : here && !keyOf(here) && here.nodeName === next.nodeName ? here : null;
    keyed.delete(key);
    if (!same || same.nodeName !== next.nodeName) {
      element.insertBefore(next, here);
      continue;
    }
    if (same === here) here = here.nextSibling;
    else element.insertBefore(same, here);
    morph(same, next);
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    gone.remove();
  }
}

function morph(node, wanted) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue;
    return;
  }
  for (const { name } of [...node.attributes]) {
    const kept = name === "open" || (name === "hidden" && node.classList.contains("wording"));
    if (!kept && !wanted.hasAttribute(name)) node.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  if (node.nodeName === "TEXTAREA") {
    if (!isBeingTyped(node) && node.value !== wanted.value) node.value = wanted.value;
    return;
  }
  morphChildren(node, wanted);
  if (node.nodeName === "INPUT" || node.nodeName === "SELECT") {
    if (node.type === "checkbox" || node.type === "radio") node.checked = wanted.checked;
    else if (!isBeingTyped(node) && node.value !== wanted.value) node.value = wanted.value;
  }
}

/** Whether somebody is writing in it: what they wrote last is on its way, or soon will be. */
export const isBeingTyped = (node) => !state.goingBack && node === document.activeElement && (node.nodeName === "TEXTAREA" || isTextInput(node));
const isTextInput = (node) => node.nodeName === "INPUT" && !["checkbox", "radio"].includes(node.type);

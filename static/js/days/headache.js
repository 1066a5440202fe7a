/* Takes what only a headache has off the page with "No", as the diary does, and brings it back with "Yes". */

import { setAnswer } from "./answers.js";

export function start(section) {
  const form = section.closest("form");
  const names = section.dataset.ofAHeadache.split(" ");
  const taken = new Map();
  section.addEventListener("input", ({ target }) => {
    if (target.name !== "headache") return;
    if (target.value === "no") {
      takeOff(form.elements, names, taken);
      form.querySelector("[data-times]")?.remove();
    }
    if (target.value === "yes") bringBack(form.elements, taken);
  });
}

export function takeOff(elements, names, taken) {
  for (const name of names) {
    const { value } = elements.namedItem(name);
    if (value) taken.set(name, value);
    setAnswer(elements, name, "");
  }
}

export function bringBack(elements, taken) {
  for (const [name, value] of taken) {
    if (!elements.namedItem(name).value) setAnswer(elements, name, value);
  }
  taken.clear();
}

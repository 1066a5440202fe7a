/* Signing out: what waits is sent first; what cannot be sent is asked about. Afterwards nothing of
   this person is left on the phone. */

import { forget } from "./phone.js";
import { NEEDS_NETWORK, entries } from "./queue.js";

const CHOICES = { stay: "Stay signed in", save: "Save as a file", discard: "Discard" };

export async function leave({ bar, form, mine }) {
  await bar.send();
  if (mine().length) {
    const choice = await ask(mine().length);
    bar.leaving = choice !== "stay";
    if (!bar.leaving) return;
    if (choice === "save") save(mine());
  }
  await forget(bar.account).catch(() => {});
  if (navigator.onLine) form.submit();
  else await bar.say(`${NEEDS_NETWORK} Nothing of the diary is left on this phone.`);
}

/* stay, save or discard; closing the question is staying. */
function ask(count) {
  const dialog = document.createElement("dialog");
  dialog.className = "leaving card stack";
  dialog.setAttribute("aria-labelledby", "leaving");
  const question = document.createElement("h2");
  question.id = "leaving";
  question.textContent = `${entries(count)} not sent. Signing out takes this off the phone.`;
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "stack";
  form.append(...Object.entries(CHOICES).map(([value, label]) => button(value, label)));
  dialog.append(question, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || "stay");
    });
  });
}

function button(value, textContent) {
  return Object.assign(document.createElement("button"), { className: "button button--wide", value, textContent });
}

function save(kept) {
  const text = JSON.stringify(kept.map(({ item }) => item), null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "headache-diary-not-sent.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

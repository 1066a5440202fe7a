/* Signing out, with a network or without: what waits is sent first; what cannot be sent is asked about.
   Afterwards nothing of this person is left on the phone, and the diary opens for nobody. */

import { onceThere } from "./abilities.js";
import { forget as forgetTaps } from "./journal.js";
import { forget, leaveHere, tell } from "./phone.js";
import { entries } from "./queue.js";

const CHOICES = { stay: "Stay signed in", save: "Save as a file", discard: "Discard" };
const LATER =
  "You will be signed out when the network is back: this browser cannot do it alone. Leave this page open until then.";

export async function leave({ bar, form, mine }) {
  await bar.send();
  if (mine().length) {
    const choice = await ask(mine().length);
    bar.leaving = choice !== "stay";
    if (!bar.leaving) return;
    if (choice === "save") save(mine());
  }
  const { account, here, root } = bar.element.dataset;
  forgetTaps(account);
  await forget(account).catch(() => {});
  if (leaveHere(here)) return tell({ left: true });
  onceThere(root, () => form.submit());
  await bar.say(LATER);
}

/* stay, save or discard; closing the question is staying. */
function ask(count) {
  const dialog = document.createElement("dialog");
  dialog.className = "leaving card stack";
  dialog.setAttribute("aria-labelledby", "leaving");
  const question = document.createElement("h2");
  question.id = "leaving";
  question.textContent = `${entries(count)} not sent. Signing out takes this off the phone.`;
  dialog.append(question);
  document.body.append(dialog);
  return new Promise((resolve) => {
    const answered = (choice) => {
      dialog.remove();
      resolve(choice);
    };
    dialog.addEventListener("close", () => answered("stay"));
    dialog.append(...Object.entries(CHOICES).map(([choice, label]) => button(label, () => answered(choice))));
    open(dialog);
  });
}

/* In front of the page where the browser can do that, otherwise below it. */
function open(dialog) {
  if (dialog.showModal) return dialog.showModal();
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("open", "");
  dialog.querySelector("button").focus();
}

function button(textContent, act) {
  const made = Object.assign(document.createElement("button"), { className: "button button--wide", type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}

function save(kept) {
  const text = JSON.stringify(kept.map(({ item }) => item), null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "headache-diary-not-sent.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

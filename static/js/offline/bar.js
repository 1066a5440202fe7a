/* The count of what is not sent yet, on every page; takes over forms of the diary without a network. */

import { keep, kept, owner, remember, takeBack, whenChanged } from "./phone.js";
import { CANNOT_KEEP, changesIn, counted, lines, longDate, wordsFor } from "./queue.js";

const A_MINUTE = 60_000;
const SENT = "headache-diary sent";
const SIGN_OUT = /\/sign-out$/;

export async function start(element) {
  const bar = new Bar(element);
  document.addEventListener("submit", (event) => bar.take(event), { capture: true });
  document.addEventListener("unsent", ({ target }) => bar.hold(target));
  document.addEventListener("visibilitychange", () => !document.hidden && bar.send());
  addEventListener("online", () => bar.send());
  addEventListener("offline", () => bar.show());
  element.querySelector("[data-send]").addEventListener("click", () => bar.send());
  element.querySelector("[data-undo]").addEventListener("click", () => bar.takeBack());
  whenChanged((news) => (news.sent ? bar.learn(news) : bar.show()));
  await bar.meet();
  bar.send();
  register(element.dataset);
}

class Bar {
  constructor(element) {
    Object.assign(this, { element, all: [], waiting: 0, state: "later", said: "", choose: [], undo: [], shown: Promise.resolve() });
    Object.assign(this, element.dataset);
  }

  /* Who writes on this phone: whoever is signed in on the page, or was last. */
  async meet() {
    const { account, name, zone } = this;
    if (account) await remember({ account, name, zone }).catch(() => {});
    else this.account = (await owner().catch(() => null))?.account;
    if (sessionStorage.getItem(SENT)) this.said = "Sent.";
    sessionStorage.removeItem(SENT);
    await this.show();
  }

  /* One after the other, so that what is read last is what stays on the screen. */
  show() {
    return (this.shown = this.shown.then(() => this.draw()));
  }

  async draw() {
    this.all = await kept().catch(() => []);
    const state = navigator.onLine ? this.state : "offline";
    const counts = counted(this.all, this.account);
    this.waiting = counts.waiting;
    const told = [this.said, ...lines(counts, state)].filter(Boolean).map((line) => paragraph(line));
    told.push(...this.choose.map(({ date, page }) => linked(`${longDate(date)} was changed elsewhere too. `, "Choose a version", page)));
    const words = this.element.querySelector("[role=status]");
    if (words.textContent !== told.map((line) => line.textContent).join("")) words.replaceChildren(...told);
    this.element.querySelector(".row").hidden = !this.all.length;
    this.element.querySelector("[data-send]").hidden = !this.waiting || !navigator.onLine;
    this.element.querySelector("[data-undo]").hidden = !this.undo.length;
  }

  say(words, undo = []) {
    Object.assign(this, { said: words, undo });
    return this.show();
  }

  async takeBack() {
    await this.say((await takeBack(this.undo)) ? "Undone." : "Not undone: it is being sent.");
  }

  /* Instead of a form that cannot be sent now, or would overtake what waits: it waits as well. */
  take(event) {
    const { target: form, submitter } = event;
    if (form.method !== "post") return;
    const path = new URL(form.action).pathname;
    const leaves = SIGN_OUT.test(path);
    const isForADay = changesIn(path, wordsIn(form, submitter), {}).length > 0;
    const waits = !navigator.onLine || "always" in this.element.dataset || (this.waiting && isForADay);
    if (!leaves && !waits) return;
    event.preventDefault();
    event.stopPropagation();
    if (leaves) this.leave(form);
    else this.hold(form, submitter);
  }

  async hold(form, submitter) {
    const outcome = await keep(new URL(form.action).pathname, wordsIn(form, submitter)).catch(() => null);
    const told = outcome ? wordsFor(outcome) : CANNOT_KEEP;
    const output = form.querySelector("output");
    if (output) output.value = told;
    await this.say(told, outcome?.undo);
    if (!outcome?.changes) return;
    if (outcome.changes[0].kind !== "form") form.reset();
    form.closest(".notice")?.remove();
    navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("send")).catch(() => {});
    await this.send();
  }

  async send() {
    await this.show();
    if (!this.all.some(({ refused }) => !refused) || !navigator.onLine) return;
    this.state = "sending";
    await this.show();
    const { send } = await import("./send.js");
    const told = await send(this.root);
    this.state = told.state;
    this.account = told.account ?? this.account;
    clearTimeout(this.again);
    if (this.state === "later") this.again = setTimeout(() => this.send(), A_MINUTE);
    await this.show();
  }

  /* Something was taken, from this page or another: it goes on from there. */
  async learn({ choose, revisions }) {
    this.choose.push(...choose);
    for (const [date, revision] of revisions) newRevision(date, revision);
    await this.say("Sent.");
    const stays = this.choose.length || this.leaving || "always" in this.element.dataset;
    if (stays || !isUntouched()) return;
    sessionStorage.setItem(SENT, "yes");
    location.reload();
  }

  async leave(form) {
    this.leaving = true;
    const { leave } = await import("./leaving.js");
    await leave({ bar: this, form, mine: () => this.all.filter(({ item }) => item.account === this.account) });
  }
}

function wordsIn(form, submitter) {
  return [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
}

/* The forms of this page go on from what was just sent from it. */
function newRevision(date, revision) {
  for (const field of document.querySelectorAll(`form[action*="/days/${date}"] [name=revision]`)) {
    field.value = field.defaultValue = revision;
  }
}

function isUntouched() {
  const fields = [...document.querySelectorAll("input, textarea")];
  return fields.every(({ checked, defaultChecked, value, defaultValue }) => checked === defaultChecked && value === defaultValue);
}

function paragraph(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

function linked(words, label, address) {
  const line = paragraph(words);
  const link = document.createElement("a");
  Object.assign(link, { href: address, textContent: label });
  line.append(link);
  return line;
}

/* Only a phone on which somebody signed in keeps the app; where that is not allowed, all else works. */
function register({ account, worker }) {
  if (account) navigator.serviceWorker?.register(worker, { type: "module" }).catch(() => {});
}
